// SPDX-License-Identifier: GPL-3.0-or-later
/* The text of an ODT: blocks as paragraphs, headings and tables of the format's own, so that the
 * officer can edit them. Rules under letterhead and title get the lengths they have in the PDF. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-odt-private.h"

#include "documents/bv-document-boxes.h"
#include "documents/bv-document-write.h"

#include <math.h>

/* ── Automatic styles ────────────────────────────────────────────────────────────────────── */

/* Starts a paragraph style derived from @parent; the caller writes its properties and ends it. The
 * page that is due is named in it. */
char *
bv_odt_start_style (BvOdt *self, const char *family, const char *parent)
{
  char *name = g_strdup_printf ("A%u", ++self->n_styles);

  bv_odt_start (self->styles, "style:style");
  bv_odt_attribute (self->styles, "style:name", name);
  bv_odt_attribute (self->styles, "style:family", family);
  if (parent)
    bv_odt_attribute (self->styles, "style:parent-style-name", parent);
  if (self->page && (g_str_equal (family, "paragraph") || g_str_equal (family, "table")))
    {
      bv_odt_attribute (self->styles, "style:master-page-name", self->page);
      self->page = NULL;
    }
  return name;
}

/* @parent itself, or a style derived from it when a page break or a new page shape is due. */
char *
bv_odt_style_at (BvOdt *self, const char *parent)
{
  char *name;

  if (!self->page && !self->breaks)
    return g_strdup (parent);
  name = bv_odt_start_style (self, "paragraph", parent);
  bv_odt_start (self->styles, "style:paragraph-properties");
  if (self->breaks)
    bv_odt_attribute (self->styles, "fo:break-before", "page");
  self->breaks = FALSE;
  bv_odt_end (self->styles);
  bv_odt_end (self->styles);
  return name;
}

/* A paragraph style of its own; @top: space above it. */
static char *
text_style (BvOdt *self,
            double size,
            double pitch,
            BvRunStyle style,
            BvAlign align,
            double top,
            gboolean keep)
{
  const BvTextStyle text = { size, pitch, style, align, 0, top, keep };
  char *name = bv_odt_start_style (self, "paragraph", "Standard");

  bv_odt_write_properties (self->styles, &text, 0);
  bv_odt_end (self->styles);
  return name;
}

/* A thin paragraph whose upper border is a rule of @length in a column of @width. */
static char *
rule_style (BvOdt *self, double length, double width, double top)
{
  char *name = bv_odt_start_style (self, "paragraph", "Standard");
  double side = MAX ((width - length) / 2, 0);

  bv_odt_start (self->styles, "style:paragraph-properties");
  bv_odt_attribute_points (self->styles, "fo:margin-left", side);
  bv_odt_attribute_points (self->styles, "fo:margin-right", side);
  bv_odt_attribute_points (self->styles, "fo:margin-top", top);
  bv_odt_attribute_points (self->styles, "fo:margin-bottom", 0);
  bv_odt_attribute_points (self->styles, "fo:text-indent", 0);
  bv_odt_attribute_points (self->styles, "fo:line-height", 3);
  bv_odt_attribute (self->styles, "fo:padding", "0pt");
  bv_odt_attribute (self->styles, "fo:border", "none");
  bv_odt_attribute (self->styles, "fo:border-top", "0.75pt solid #000000");
  bv_odt_end (self->styles);
  bv_odt_start (self->styles, "style:text-properties");
  bv_odt_attribute_points (self->styles, "fo:font-size", 2);
  bv_odt_end (self->styles);
  bv_odt_end (self->styles);
  return name;
}

static void
write_paragraph (BvOdt *self, const char *style, const char *text)
{
  bv_odt_start (self->body, "text:p");
  bv_odt_attribute (self->body, "text:style-name", style);
  xmlTextWriterWriteString (self->body, BAD_CAST text);
  bv_odt_end (self->body);
}

static void
write_breakable (BvOdt *self, const char *text)
{
  /* Other programs do not break "triệu đồng/người/năm" after a stroke, as Pango does: a space of no
   * width shows them where. */
  for (const char *at = text; *at != '\0';)
    {
      const char *stroke = strchr (at, '/');

      if (stroke && g_unichar_isalpha (g_utf8_get_char (stroke + 1)))
        {
          g_autofree char *part = g_strndup (at, (gsize) (stroke + 1 - at));

          xmlTextWriterWriteString (self->body, BAD_CAST part);
          xmlTextWriterWriteString (self->body, BAD_CAST "\u200b");
          at = stroke + 1;
        }
      else
        {
          xmlTextWriterWriteString (self->body, BAD_CAST at);
          break;
        }
    }
}

void
bv_odt_write_runs (BvOdt *self, const BvRuns *runs, gboolean is_narrow)
{
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const BvRun *run = g_ptr_array_index (runs->runs, i);
      static const char *const styles[] = { NULL, "Bold", "Italic", "BoldItalic" };
      const char *style = styles[run->style & (BV_RUN_BOLD | BV_RUN_ITALIC)];

      if (style)
        {
          bv_odt_start (self->body, "text:span");
          bv_odt_attribute (self->body, "text:style-name", style);
        }
      if (is_narrow)
        write_breakable (self, run->text);
      else
        {
          g_autofree char *text = bv_document_bind_dashes (run->text);

          xmlTextWriterWriteString (self->body, BAD_CAST text);
        }
      if (style)
        bv_odt_end (self->body);
    }
}

/* A centred text, with its line breaks where the PDF has them. Returns the width of its widest line. */
static double
write_balanced (BvOdt *self,
                const char *style,
                const char *text,
                double size,
                BvRunStyle run_style,
                double width)
{
  g_autoptr (GObject) layout = G_OBJECT (
    bv_document_make_text (self->context, text, size, run_style, BV_ALIGN_CENTRE, width));
  PangoRectangle logical;
  GSList *lines;

  bv_document_balance (PANGO_LAYOUT (layout));
  pango_layout_get_extents (PANGO_LAYOUT (layout), NULL, &logical);
  bv_odt_start (self->body, "text:p");
  bv_odt_attribute (self->body, "text:style-name", style);
  lines = pango_layout_get_lines_readonly (PANGO_LAYOUT (layout));
  for (; lines; lines = lines->next)
    {
      const PangoLayoutLine *line = lines->data;
      g_autofree char *part = g_strndup (text + line->start_index, (gsize) line->length);

      xmlTextWriterWriteString (self->body, BAD_CAST g_strstrip (part));
      if (lines->next)
        {
          bv_odt_start (self->body, "text:line-break");
          bv_odt_end (self->body);
        }
    }
  bv_odt_end (self->body);
  return (double) logical.width / PANGO_SCALE;
}

/* Natural width of the widest line of @text when it is set in @width (0: one line). */
static double
measure (BvOdt *self, const char *text, double size, BvRunStyle style, double width)
{
  g_autoptr (GObject) layout = G_OBJECT (
    bv_document_make_text (self->context, text, size, style, BV_ALIGN_CENTRE, width));
  PangoRectangle logical;

  pango_layout_get_extents (PANGO_LAYOUT (layout), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* ── Boxes side by side ──────────────────────────────────────────────────────────────────── */

/* A table without rules and one row that stays whole, for letterhead and signature. */
static void
start_columns (BvOdt *self, const double *widths, guint n, double top, gboolean keep)
{
  g_autofree char *table_name = g_strdup_printf ("Box%u", ++self->n_tables);
  g_autofree char *style = bv_odt_start_style (self, "table", NULL);
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += widths[i];
  bv_odt_start (self->styles, "style:table-properties");
  bv_odt_attribute_points (self->styles, "style:width", total);
  bv_odt_attribute (self->styles, "table:align", "left");
  bv_odt_attribute_points (self->styles, "fo:margin-top", top);
  bv_odt_attribute (self->styles, "style:may-break-between-rows", "false");
  if (keep)
    bv_odt_attribute (self->styles, "fo:keep-with-next", "always");
  if (self->breaks)
    bv_odt_attribute (self->styles, "fo:break-before", "page");
  self->breaks = FALSE;
  bv_odt_end (self->styles);
  bv_odt_end (self->styles);

  bv_odt_start (self->body, "table:table");
  bv_odt_attribute (self->body, "table:name", table_name);
  bv_odt_attribute (self->body, "table:style-name", style);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *column = bv_odt_start_style (self, "table-column", NULL);

      bv_odt_start (self->styles, "style:table-column-properties");
      bv_odt_attribute_points (self->styles, "style:column-width", widths[i]);
      bv_odt_end (self->styles);
      bv_odt_end (self->styles);
      bv_odt_start (self->body, "table:table-column");
      bv_odt_attribute (self->body, "table:style-name", column);
      bv_odt_end (self->body);
    }
}

void
bv_odt_start_row (BvOdt *self, gboolean is_signed)
{
  bv_odt_start (self->body, "table:table-row");
  bv_odt_attribute (self->body, "table:style-name", is_signed ? "RowSigned" : "RowWhole");
}

static void
start_cell (BvOdt *self)
{
  bv_odt_start (self->body, "table:table-cell");
  bv_odt_attribute (self->body, "table:style-name", "CellPlain");
  bv_odt_attribute (self->body, "office:value-type", "string");
}

/* ── Letterhead, title, signature ────────────────────────────────────────────────────────── */

static void
write_letterhead (BvOdt *self, const BvLetterheadBlock *block)
{
  double size = BV_STYLE_HEAD_SIZE;
  double motto_size = BV_STYLE_BODY_SIZE;
  double pitch = BV_STYLE_HEAD_PITCH;
  double right = MAX (measure (self, block->nation, size, BV_RUN_BOLD, 0),
                      measure (self, block->place_date, motto_size, BV_RUN_ITALIC, 0));
  double used;
  double widths[2];
  g_autofree char *superior = NULL;
  g_autofree char *issuer = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *bold = NULL;
  g_autofree char *motto = NULL;
  g_autofree char *number = NULL;
  g_autofree char *place = NULL;

  if (right > self->width * 0.64)
    {
      size -= 1;
      motto_size -= 1;
      right = MAX (measure (self, block->nation, size, BV_RUN_BOLD, 0),
                   measure (self, block->place_date, motto_size, BV_RUN_ITALIC, 0));
    }
  superior = bv_document_bind_dates (block->superior);
  issuer = bv_document_bind_dates (block->issuer);
  /* A little more than in the PDF: another program's letters may be a hair wider. */
  widths[1] = MIN (ceil (right) + 12, self->width * 0.66);
  widths[0] = self->width - widths[1];
  start_columns (self, widths, 2, 0, TRUE);
  plain = text_style (self, size, pitch, BV_RUN_PLAIN, BV_ALIGN_CENTRE, 0, FALSE);
  bold = text_style (self, size, pitch, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, FALSE);
  motto = text_style (self, motto_size, pitch, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, FALSE);
  number = text_style (self, size, pitch, BV_RUN_PLAIN, BV_ALIGN_CENTRE, 4, FALSE);
  place = text_style (self, motto_size, pitch, BV_RUN_ITALIC, BV_ALIGN_CENTRE, 4, FALSE);

  bv_odt_start_row (self, FALSE);
  start_cell (self);
  if (*superior != '\0')
    write_balanced (self, plain, superior, size, BV_RUN_PLAIN, widths[0] - 10);
  used = write_balanced (self, bold, issuer, size, BV_RUN_BOLD, widths[0] - 10);
  if (*block->issuer != '\0')
    {
      g_autofree char *rule = rule_style (self, used * 0.42, widths[0], 2);

      write_paragraph (self, rule, "");
    }
  bv_odt_end (self->body);
  start_cell (self);
  write_paragraph (self, bold, block->nation);
  write_paragraph (self, motto, block->motto);
  if (*block->motto != '\0')
    {
      g_autofree char *rule = rule_style (
        self, measure (self, block->motto, motto_size, BV_RUN_BOLD, 0), widths[1], 2);

      write_paragraph (self, rule, "");
    }
  bv_odt_end (self->body);
  bv_odt_end (self->body);

  bv_odt_start_row (self, FALSE);
  start_cell (self);
  write_paragraph (self, number, block->number);
  bv_odt_end (self->body);
  start_cell (self);
  write_paragraph (self, place, block->place_date);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
}

static void
write_title (BvOdt *self, const BvTitleBlock *block)
{
  g_autofree char *summary = bv_document_bind_dates (block->summary);
  g_autofree char *note = bv_document_bind_dates (block->note);
  const double size = bv_text_style_fit (&bv_text_style_summary, self->tightness).size;
  g_autofree char *style = NULL;
  double used = 0;

  if (block->is_under_label)
    {
      style = bv_odt_start_style (self, "paragraph", "Title");
      bv_odt_start (self->styles, "style:paragraph-properties");
      bv_odt_attribute_points (self->styles, "fo:margin-top", 0);
      bv_odt_end (self->styles);
      bv_odt_end (self->styles);
    }
  else
    style = bv_odt_style_at (self, "Title");
  write_paragraph (self, style, block->kind);
  if (*summary != '\0')
    used = write_balanced (self, "Subtitle", summary, size, BV_RUN_BOLD, self->width * 0.88);
  if (*note != '\0')
    write_balanced (self, "TitleNote", note, size, BV_RUN_ITALIC, self->width * 0.88);
  if (used > 0)
    {
      g_autofree char *rule = rule_style (self, MIN (used * 0.42, 150), self->width, 3);

      write_paragraph (self, rule, "");
    }
}

static void
write_signer (BvOdt *self, char **lines, const char *hint, const char *name)
{
  const double size = bv_style_body_size (self->tightness);
  const double pitch = bv_style_body_pitch (self->tightness);
  /* The line of a name that the pen writes is a part of its room. */
  const double no_name = *name == '\0' ? pitch + 4 : 0;
  g_autofree char *post = text_style (self, size, pitch, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, TRUE);
  g_autofree char *hint_style = text_style (self, size - 1, pitch, BV_RUN_ITALIC, BV_ALIGN_CENTRE,
                                            0, TRUE);
  g_autofree char *name_style = text_style (self, size, pitch, BV_RUN_BOLD, BV_ALIGN_CENTRE,
                                            bv_style_seal_space (self->tightness) - no_name, FALSE);

  for (guint i = 0; lines && lines[i]; i++)
    write_paragraph (self, post, lines[i]);
  if (*hint != '\0')
    write_paragraph (self, hint_style, hint);
  write_paragraph (self, name_style, name);
}

static void
write_signature (BvOdt *self, const BvSignatureBlock *block)
{
  const gboolean has_three = block->left_lines && block->middle_lines;
  const guint n = has_three ? 3 : 2;
  const double widths[] = { self->width / n, self->width / n, self->width / n };

  start_columns (self, widths, n, bv_style_signature_space (self->tightness), FALSE);
  bv_odt_start_row (self, FALSE);
  start_cell (self);
  if (block->left_lines)
    write_signer (self, block->left_lines, block->left_hint, block->left_name);
  else if (block->recipients && block->recipients[0])
    {
      g_autofree char *head = text_style (self, BV_STYLE_RECIPIENTS_TITLE_SIZE,
                                          BV_STYLE_RECIPIENTS_PITCH + 1,
                                          BV_RUN_BOLD | BV_RUN_ITALIC, BV_ALIGN_LEFT, 0, TRUE);
      g_autofree char *item = text_style (self, BV_STYLE_RECIPIENTS_SIZE, BV_STYLE_RECIPIENTS_PITCH,
                                          BV_RUN_PLAIN, BV_ALIGN_LEFT, 0, FALSE);

      write_paragraph (self, head, BV_WORD_RECIPIENTS);
      for (guint i = 0; block->recipients[i]; i++)
        {
          g_autofree char *line = g_strconcat ("- ", block->recipients[i],
                                               block->recipients[i + 1] ? ";" : ".", NULL);

          write_paragraph (self, item, line);
        }
    }
  else
    write_paragraph (self, "Cell", "");
  bv_odt_end (self->body);
  if (has_three)
    {
      start_cell (self);
      write_signer (self, block->middle_lines, block->middle_hint, "");
      bv_odt_end (self->body);
    }
  start_cell (self);
  write_signer (self, block->lines, block->hint, block->name);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
}

/* ── Headings and paragraphs ─────────────────────────────────────────────────────────────── */

static void
write_heading (BvOdt *self, const BvHeadingBlock *block)
{
  g_autofree char *named = g_strdup_printf ("Heading_20_%d", block->level);
  g_autofree char *level = g_strdup_printf ("%d", block->level);
  g_autofree char *style = NULL;

  if (block->starts_page)
    {
      style = bv_odt_start_style (self, "paragraph", named);
      bv_odt_start (self->styles, "style:paragraph-properties");
      bv_odt_attribute (self->styles, "fo:break-before", "page");
      bv_odt_attribute (self->styles, "fo:text-align", "center");
      bv_odt_attribute (self->styles, "fo:text-indent", "0pt");
      bv_odt_end (self->styles);
      bv_odt_end (self->styles);
      self->breaks = FALSE;
    }
  else
    style = bv_odt_style_at (self, named);
  bv_odt_start (self->body, "text:h");
  bv_odt_attribute (self->body, "text:style-name", style);
  bv_odt_attribute (self->body, "text:outline-level", level);
  if (*block->number != '\0')
    {
      xmlTextWriterWriteString (self->body, BAD_CAST block->number);
      xmlTextWriterWriteString (self->body, BAD_CAST " ");
    }
  xmlTextWriterWriteString (self->body, BAD_CAST block->text);
  bv_odt_end (self->body);
}

static void
write_text (BvOdt *self, const BvParagraphBlock *block, gboolean keep)
{
  static const char *const names[] = {
    [BV_PARAGRAPH_BODY] = "Body",           [BV_PARAGRAPH_BASIS] = "Basis",
    [BV_PARAGRAPH_ADDRESSEE] = "Addressee", [BV_PARAGRAPH_FORMULA] = "Formula",
    [BV_PARAGRAPH_CAPTION] = "Caption",     [BV_PARAGRAPH_MEASURE] = "Measure",
    [BV_PARAGRAPH_NOTE] = "Note",
  };
  g_autofree char *style = NULL;

  if (keep)
    {
      style = bv_odt_start_style (self, "paragraph", names[block->role]);
      bv_odt_start (self->styles, "style:paragraph-properties");
      bv_odt_attribute (self->styles, "fo:keep-with-next", "always");
      if (self->breaks)
        bv_odt_attribute (self->styles, "fo:break-before", "page");
      self->breaks = FALSE;
      bv_odt_end (self->styles);
      bv_odt_end (self->styles);
    }
  else
    style = bv_odt_style_at (self, names[block->role]);
  bv_odt_start (self->body, "text:p");
  bv_odt_attribute (self->body, "text:style-name", style);
  bv_odt_write_runs (self, block->text, FALSE);
  bv_odt_end (self->body);
}

static void
write_list (BvOdt *self, const BvListBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *style = bv_odt_style_at (self, "ListItem");

      bv_odt_start (self->body, "text:p");
      bv_odt_attribute (self->body, "text:style-name", style);
      xmlTextWriterWriteString (self->body, BAD_CAST "- ");
      bv_odt_write_runs (self, g_ptr_array_index (block->items, i), FALSE);
      bv_odt_end (self->body);
    }
}

/* ── All of it ───────────────────────────────────────────────────────────────────────────── */

static void
write_fixed_styles (BvOdt *self)
{
  static const struct
  {
    char name[4];
    BvAlign align;
    BvRunStyle style;
  } cells[] = {
    { "CJP", BV_ALIGN_JUSTIFY, BV_RUN_PLAIN }, { "CJB", BV_ALIGN_JUSTIFY, BV_RUN_BOLD },
    { "CLP", BV_ALIGN_LEFT, BV_RUN_PLAIN },    { "CLB", BV_ALIGN_LEFT, BV_RUN_BOLD },
    { "CCP", BV_ALIGN_CENTRE, BV_RUN_PLAIN },  { "CCB", BV_ALIGN_CENTRE, BV_RUN_BOLD },
    { "CRP", BV_ALIGN_RIGHT, BV_RUN_PLAIN },   { "CRB", BV_ALIGN_RIGHT, BV_RUN_BOLD },
  };
  /* Here the rule adds to a row's height, in the PDF it lies on the rows' edge. */
  const double pad_y = BV_STYLE_TABLE_PAD_Y - BV_STYLE_TABLE_RULE / 2;
  xmlTextWriter *xml = self->styles;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const BvTextStyle text = {
        BV_STYLE_TABLE_SIZE, BV_STYLE_TABLE_PITCH, cells[i].style, cells[i].align, 0, 0, FALSE
      };

      bv_odt_start (xml, "style:style");
      bv_odt_attribute (xml, "style:name", cells[i].name);
      bv_odt_attribute (xml, "style:family", "paragraph");
      bv_odt_attribute (xml, "style:parent-style-name", "Cell");
      bv_odt_write_properties (xml, &text, 0);
      bv_odt_end (xml);
    }
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", "RowWhole");
  bv_odt_attribute (xml, "style:family", "table-row");
  bv_odt_start (xml, "style:table-row-properties");
  bv_odt_attribute (xml, "fo:keep-together", "always");
  bv_odt_end (xml);
  bv_odt_end (xml);
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", "RowSigned");
  bv_odt_attribute (xml, "style:family", "table-row");
  bv_odt_start (xml, "style:table-row-properties");
  bv_odt_attribute (xml, "fo:keep-together", "always");
  bv_odt_attribute_points (xml, "style:min-row-height", BV_STYLE_SIGNED_ROW);
  bv_odt_end (xml);
  bv_odt_end (xml);
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", "CellPlain");
  bv_odt_attribute (xml, "style:family", "table-cell");
  bv_odt_start (xml, "style:table-cell-properties");
  bv_odt_attribute (xml, "fo:padding", "0pt");
  bv_odt_attribute (xml, "fo:border", "none");
  bv_odt_end (xml);
  bv_odt_end (xml);
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", "CellRuled");
  bv_odt_attribute (xml, "style:family", "table-cell");
  bv_odt_start (xml, "style:table-cell-properties");
  bv_odt_attribute_points (xml, "fo:padding-left", BV_STYLE_TABLE_PAD_X);
  bv_odt_attribute_points (xml, "fo:padding-right", BV_STYLE_TABLE_PAD_X);
  bv_odt_attribute_points (xml, "fo:padding-top", pad_y);
  bv_odt_attribute_points (xml, "fo:padding-bottom", pad_y);
  bv_odt_attribute (xml, "fo:border", "0.5pt solid #000000");
  bv_odt_attribute (xml, "style:vertical-align", "middle");
  bv_odt_end (xml);
  bv_odt_end (xml);
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", "Frame");
  bv_odt_attribute (xml, "style:family", "graphic");
  bv_odt_start (xml, "style:graphic-properties");
  bv_odt_attribute (xml, "style:vertical-pos", "top");
  bv_odt_attribute (xml, "style:vertical-rel", "baseline");
  bv_odt_attribute (xml, "fo:padding", "0pt");
  bv_odt_attribute (xml, "fo:border", "none");
  bv_odt_end (xml);
  bv_odt_end (xml);
}

/* A text ends with a paragraph. After a table other programs add one of full height, which may begin a page of its own:
 * ours takes no room. */
static void
write_end (BvOdt *self)
{
  const BvTextStyle text = { 1, 1, BV_RUN_PLAIN, BV_ALIGN_LEFT, 0, 0, FALSE };
  g_autofree char *style = bv_odt_start_style (self, "paragraph", "Standard");

  bv_odt_write_properties (self->styles, &text, 0);
  bv_odt_end (self->styles);
  write_paragraph (self, style, "");
}

gboolean
bv_odt_write_blocks (BvOdt *self, GError **error)
{
  GPtrArray *blocks = bv_document_get_blocks (self->document);

  write_fixed_styles (self);
  for (guint i = 0; i < blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (blocks, i);
      gboolean keep = bv_document_is_kept (self->document, i);

      switch (block->kind)
        {
        case BV_BLOCK_LETTERHEAD:
          write_letterhead (self, &block->letterhead);
          break;
        case BV_BLOCK_TITLE:
          write_title (self, &block->title);
          break;
        case BV_BLOCK_HEADING:
          write_heading (self, &block->heading);
          break;
        case BV_BLOCK_PARAGRAPH:
          write_text (self, &block->paragraph, keep);
          break;
        case BV_BLOCK_LIST:
          write_list (self, &block->list);
          break;
        case BV_BLOCK_TABLE:
          bv_odt_write_table (self, &block->table, keep);
          break;
        case BV_BLOCK_CHART:
          if (!bv_odt_write_chart (self, &block->chart, error))
            return FALSE;
          break;
        case BV_BLOCK_SIGNATURE:
          write_signature (self, &block->signature);
          break;
        case BV_BLOCK_PAGE_BREAK:
          self->breaks = TRUE;
          break;
        case BV_BLOCK_SECTION:
          if (block->section.is_landscape == self->is_landscape)
            self->breaks = TRUE;
          else
            {
              double width = self->width;

              self->is_landscape = block->section.is_landscape;
              /* The first page of all shows no number. */
              self->page = !self->is_landscape ? "Following"
                           : i == 0            ? "LandscapeFirst"
                                               : "Landscape";
              /* The margins turn with the page, so width and height of the text change places. */
              self->width = self->height;
              self->height = width;
            }
          break;
        default:
          break;
        }
    }
  write_end (self);
  return TRUE;
}
