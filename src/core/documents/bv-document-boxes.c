// SPDX-License-Identifier: GPL-3.0-or-later
/* Boxes of a paper that are never divided. Each is a list of texts and rules with places inside the
 * box, found before it is put into the flow. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-boxes.h"

#include "drawing/bv-fonts.h"

#include <math.h>

typedef struct
{
  PangoLayout *layout; /* owned; NULL for a rule */
  double x;
  double y;
  double pitch;
  double width; /* of a rule */
  const char *tag;
} Item;

typedef struct
{
  GArray *items; /* (element-type Item) */
  double height;
  double width;
  PangoContext *context;
} Box;

/* "12/TTr-PVHXH", "152/2025/NĐ-CP": the number of a document is never broken after its hyphen. */
static void
bind_numbers (PangoAttrList *attributes, const char *text)
{
  g_autoptr (GRegex) number = g_regex_new ("\\d+(?:/\\d{4})?/\\p{L}+(?:-\\p{L}+)+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start;
  int end;

  for (g_regex_match (number, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    if (g_match_info_fetch_pos (match, 0, &start, &end))
      {
        PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

        attribute->start_index = (guint) start;
        attribute->end_index = (guint) end;
        pango_attr_list_insert (attributes, attribute);
      }
}

PangoLayout *
bv_document_make_layout (PangoContext *context,
                         const BvRuns *runs,
                         double size,
                         BvRunStyle base,
                         BvAlign align,
                         double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string (BV_FONT_SERIF);
  PangoAttrList *attributes = pango_attr_list_new ();
  GString *text = g_string_new (NULL);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  if (base & BV_RUN_BOLD)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  if (base & BV_RUN_ITALIC)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const BvRun *run = g_ptr_array_index (runs->runs, i);
      guint start = (guint) text->len;

      g_string_append (text, run->text);
      if (run->style & BV_RUN_BOLD)
        {
          PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          attribute->start_index = start;
          attribute->end_index = (guint) text->len;
          pango_attr_list_insert (attributes, attribute);
        }
      if (run->style & BV_RUN_ITALIC)
        {
          PangoAttribute *attribute = pango_attr_style_new (PANGO_STYLE_ITALIC);

          attribute->start_index = start;
          attribute->end_index = (guint) text->len;
          pango_attr_list_insert (attributes, attribute);
        }
    }
  /* A word that is broken because its column is too narrow gets no hyphen: no Vietnamese one has. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  bind_numbers (attributes, text->str);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
  pango_layout_set_justify (layout, align == BV_ALIGN_JUSTIFY);
  pango_layout_set_alignment (layout, align == BV_ALIGN_CENTRE  ? PANGO_ALIGN_CENTER
                                      : align == BV_ALIGN_RIGHT ? PANGO_ALIGN_RIGHT
                                                                : PANGO_ALIGN_LEFT);
  pango_font_description_free (description);
  pango_attr_list_unref (attributes);
  g_string_free (text, TRUE);
  return layout;
}

PangoLayout *
bv_document_make_text (PangoContext *context,
                       const char *text,
                       double size,
                       BvRunStyle base,
                       BvAlign align,
                       double width)
{
  g_autoptr (BvRuns) runs = bv_runs_new (text);

  return bv_document_make_layout (context, runs, size, base, align, width);
}

/* Whether @layout stands in @width in @n lines at most, without a word that is broken or runs over. */
static gboolean
stands_in (PangoLayout *layout, int width, int n)
{
  PangoRectangle logical;

  pango_layout_set_width (layout, width);
  pango_layout_get_extents (layout, NULL, &logical);
  return pango_layout_get_line_count (layout) <= n && logical.width <= width;
}

void
bv_document_balance (PangoLayout *layout)
{
  int width = pango_layout_get_width (layout);
  int n = pango_layout_get_line_count (layout);
  PangoWrapMode wrap = pango_layout_get_wrap (layout);
  int low;
  int high = width;

  if (n < 2 || width <= 0)
    return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  if (!stands_in (layout, width, n))
    {
      pango_layout_set_wrap (layout, wrap);
      return;
    }
  low = width / n;
  while (high - low > PANGO_SCALE)
    {
      int middle = low + (high - low) / 2;

      if (stands_in (layout, middle, n))
        high = middle;
      else
        low = middle;
    }
  pango_layout_set_width (layout, high);
  pango_layout_set_wrap (layout, wrap);
}

/* ── A box ───────────────────────────────────────────────────────────────────────────────── */

static void
item_clear (gpointer data)
{
  g_clear_object (&((Item *) data)->layout);
}

static Box *
box_new (BvFlow *flow, PangoContext *context)
{
  Box *box = g_new0 (Box, 1);

  box->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (box->items, item_clear);
  box->width = bv_flow_get_width (flow);
  box->context = context;
  return box;
}

static void
box_free (gpointer data)
{
  Box *box = data;

  g_array_unref (box->items);
  g_free (box);
}

/* The widest line, in points. */
static double
text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* Adds a text in [x, x + width] and returns the y under it. */
static double
add_text (Box *box,
          const char *text,
          double size,
          BvRunStyle style,
          BvAlign align,
          double x,
          double y,
          double width,
          double pitch,
          const char *tag,
          double *used)
{
  Item item = { .x = x, .y = y, .pitch = pitch, .tag = tag };

  if (used)
    *used = 0;
  if (!text || *text == '\0')
    return y;
  item.layout = bv_document_make_text (box->context, text, size, style, align, width);
  if (align == BV_ALIGN_CENTRE)
    {
      bv_document_balance (item.layout);
      item.x += (width - (double) pango_layout_get_width (item.layout) / PANGO_SCALE) / 2;
    }
  if (used)
    *used = text_width (item.layout);
  g_array_append_val (box->items, item);
  y += pitch * pango_layout_get_line_count (item.layout);
  box->height = MAX (box->height, y);
  return y;
}

static void
add_rule (Box *box, double centre, double y, double width)
{
  Item item = { .x = centre - width / 2, .y = y, .width = width };

  g_array_append_val (box->items, item);
  box->height = MAX (box->height, y + BV_STYLE_RULE);
}

static void
draw_box_cb (cairo_t *cr, const BvFlowPlace *place, gpointer data)
{
  const Box *box = data;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < box->items->len; i++)
    {
      const Item *item = &g_array_index (box->items, Item, i);
      double y = place->y + item->y;
      int n;

      if (!item->layout)
        {
          cairo_set_line_width (cr, BV_STYLE_RULE);
          cairo_move_to (cr, place->x + item->x, y);
          cairo_line_to (cr, place->x + item->x + item->width, y);
          cairo_stroke (cr);
          continue;
        }
      cairo_tag_begin (cr, item->tag, NULL);
      n = pango_layout_get_line_count (item->layout);
      for (int line = 0; line < n; line++, y += item->pitch)
        bv_flow_show_line (cr, item->layout, line, place->x + item->x, y, item->pitch);
      cairo_tag_end (cr, item->tag);
    }
}

static void
box_flow (Box *box, BvFlow *flow, double space_before, gboolean keep)
{
  BvFlowStrip strip = { .height = box->height,
                        .space_before = space_before,
                        .keep = keep,
                        .draw = draw_box_cb,
                        .data = box,
                        .destroy = box_free };

  bv_flow_begin_block (flow, "Sect", TRUE);
  bv_flow_add_strip (flow, &strip);
}

/* ── Letterhead ──────────────────────────────────────────────────────────────────────────── */

static double
natural_width (PangoContext *context, const char *text, double size, BvRunStyle style)
{
  g_autoptr (GObject)
    layout = G_OBJECT (bv_document_make_text (context, text, size, style, BV_ALIGN_LEFT, 0));

  return text_width (PANGO_LAYOUT (layout));
}

void
bv_document_flow_letterhead (BvFlow *flow, PangoContext *context, const BvLetterheadBlock *block)
{
  Box *box = box_new (flow, context);
  g_autofree char *superior = bv_document_bind_dates (block->superior);
  g_autofree char *issuer = bv_document_bind_dates (block->issuer);
  double size = BV_STYLE_HEAD_SIZE;
  double motto_size = BV_STYLE_BODY_SIZE;
  double pitch = BV_STYLE_HEAD_PITCH;
  double right_width;
  double left_width;
  double right_x;
  double left_y = 0;
  double right_y = 0;
  double used;

  /* The right box takes the width of its own lines, the left one what is left of them. */
  right_width = MAX (natural_width (context, block->nation, size, BV_RUN_BOLD),
                     natural_width (context, block->place_date, motto_size, BV_RUN_ITALIC));
  if (right_width > box->width * 0.64)
    {
      size -= 1;
      motto_size -= 1;
      right_width = MAX (natural_width (context, block->nation, size, BV_RUN_BOLD),
                         natural_width (context, block->place_date, motto_size, BV_RUN_ITALIC));
    }
  right_width = MIN (ceil (right_width) + 2, box->width * 0.64);
  right_x = box->width - right_width;
  left_width = right_x - 10;

  left_y = add_text (box, superior, size, BV_RUN_PLAIN, BV_ALIGN_CENTRE, 0, left_y, left_width,
                     pitch, "P", NULL);
  left_y = add_text (box, issuer, size, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, left_y, left_width, pitch,
                     "P", &used);
  if (used > 0)
    {
      /* A third to a half of the line's length. */
      add_rule (box, left_width / 2, left_y + 2, used * 0.42);
      left_y += 5;
    }
  right_y = add_text (box, block->nation, size, BV_RUN_BOLD, BV_ALIGN_CENTRE, right_x, right_y,
                      right_width, pitch, "P", NULL);
  right_y = add_text (box, block->motto, motto_size, BV_RUN_BOLD, BV_ALIGN_CENTRE, right_x, right_y,
                      right_width, pitch, "P", &used);
  if (used > 0)
    {
      add_rule (box, right_x + right_width / 2, right_y + 2, used);
      right_y += 5;
    }
  left_y = right_y = MAX (left_y, right_y) + 4;
  add_text (box, block->number, size, BV_RUN_PLAIN, BV_ALIGN_CENTRE, 0, left_y, left_width, pitch,
            "P", NULL);
  add_text (box, block->place_date, motto_size, BV_RUN_ITALIC, BV_ALIGN_CENTRE, right_x, right_y,
            right_width, pitch, "P", NULL);
  box_flow (box, flow, 0, TRUE);
}

/* ── Title ───────────────────────────────────────────────────────────────────────────────── */

void
bv_document_flow_title (BvFlow *flow,
                        PangoContext *context,
                        const BvTitleBlock *block,
                        guint tightness)
{
  Box *box = box_new (flow, context);
  const BvTextStyle title = bv_text_style_fit (&bv_text_style_title, tightness);
  const BvTextStyle summary = bv_text_style_fit (&bv_text_style_summary, tightness);
  const BvTextStyle note = bv_text_style_fit (&bv_text_style_title_note, tightness);
  g_autofree char *kind_text = bv_document_bind_dates (block->kind);
  g_autofree char *summary_text = bv_document_bind_dates (block->summary);
  g_autofree char *note_text = bv_document_bind_dates (block->note);
  double inset = box->width * 0.06; /* the trích yếu never runs to the very margins */
  double used;
  double y;

  y = add_text (box, kind_text, title.size, title.style, title.align, 0, 0, box->width, title.pitch,
                "H1", NULL);
  y = add_text (box, summary_text, summary.size, summary.style, summary.align, inset, y,
                box->width - 2 * inset, summary.pitch, "P", &used);
  y = add_text (box, note_text, note.size, note.style, note.align, inset, y, box->width - 2 * inset,
                note.pitch, "P", NULL);
  if (used > 0)
    {
      add_rule (box, box->width / 2, y + 3, MIN (used * 0.42, 150));
      y += 6;
    }
  box->height = y + 2;
  box_flow (box, flow, block->is_under_label ? 0 : title.space_before, TRUE);
}

/* ── Signature ───────────────────────────────────────────────────────────────────────────── */

static double
add_signer (Box *box,
            char **lines,
            const char *hint,
            const char *name,
            double x,
            double width,
            guint tightness)
{
  const double size = bv_style_body_size (tightness);
  const double pitch = bv_style_body_pitch (tightness);
  double y = 0;

  for (guint i = 0; lines && lines[i]; i++)
    y = add_text (box, lines[i], size, BV_RUN_BOLD, BV_ALIGN_CENTRE, x, y, width, pitch, "P", NULL);
  y = add_text (box, hint, size - 1, BV_RUN_ITALIC, BV_ALIGN_CENTRE, x, y, width, pitch, "P", NULL);
  y += bv_style_seal_space (tightness);
  y = add_text (box, name, size, BV_RUN_BOLD, BV_ALIGN_CENTRE, x, y, width, pitch, "P", NULL);
  box->height = MAX (box->height, y);
  return y;
}

void
bv_document_flow_signature (BvFlow *flow,
                            PangoContext *context,
                            const BvSignatureBlock *block,
                            guint tightness)
{
  Box *box = box_new (flow, context);
  const gboolean has_three = block->left_lines && block->middle_lines;
  double left_width = box->width * (has_three ? 1.0 / 3 : 0.46);
  double right_x = box->width * (has_three ? 2.0 / 3 : 0.5);
  double y = 0;

  if (block->left_lines)
    add_signer (box, block->left_lines, block->left_hint, block->left_name, 0, left_width,
                tightness);
  else if (block->recipients && block->recipients[0])
    {
      y = add_text (box, BV_WORD_RECIPIENTS, BV_STYLE_RECIPIENTS_TITLE_SIZE,
                    BV_RUN_BOLD | BV_RUN_ITALIC, BV_ALIGN_LEFT, 0, y, left_width,
                    BV_STYLE_RECIPIENTS_PITCH + 1, "P", NULL);
      for (guint i = 0; block->recipients[i]; i++)
        {
          gboolean is_last = block->recipients[i + 1] == NULL;
          g_autofree char *line = g_strconcat ("- ", block->recipients[i], is_last ? "." : ";",
                                               NULL);

          y = add_text (box, line, BV_STYLE_RECIPIENTS_SIZE, BV_RUN_PLAIN, BV_ALIGN_LEFT, 0, y,
                        left_width, BV_STYLE_RECIPIENTS_PITCH, "P", NULL);
        }
    }
  if (has_three)
    add_signer (box, block->middle_lines, block->middle_hint, "", left_width, right_x - left_width,
                tightness);
  add_signer (box, block->lines, block->hint, block->name, right_x, box->width - right_x,
              tightness);
  box_flow (box, flow, bv_style_signature_space (tightness), FALSE);
}
