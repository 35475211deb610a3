// SPDX-License-Identifier: GPL-3.0-or-later
/* The PDF writer: pours a document's blocks into a BvFlow and draws it on a cairo PDF surface, tagged,
 * with outline and properties. The same bytes are previewed, printed and saved. One
 * thread from beginning to end (cairo and Pango). */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-write.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "documents/bv-document-boxes.h"
#include "drawing/bv-chart-draw.h"
#include "drawing/bv-fonts.h"
#include "drawing/bv-page.h"
#include "drawing/bv-table.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

#define WHOLE_SHARE 0.92 /* of a page: leaves room for the caption */

static const char *const heading_tags[] = { "H2", "H3", "H4" };

/* An entry of the outline, to be placed once the pages are known. */
typedef struct
{
  char *text;
  int level; /* 0: the title */
  guint strip;
} Entry;

typedef struct
{
  BvFlow *flow;
  PangoContext *context;
  GArray *entries; /* (element-type Entry) */
  guint tightness;
  cairo_surface_t *surface;
  GCancellable *cancellable; /* (nullable) */
} Writer;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->text);
}

static BvFlowPage
make_page (gboolean is_landscape)
{
  BvFlowPage page;

  bv_paper_get_size (BV_PAPER_A4, is_landscape, &page.width, &page.height);
  if (is_landscape)
    {
      /* Turned by a quarter: the bound edge is above. */
      page.left = BV_MM_TO_PT (BV_STYLE_MARGIN_BOTTOM_MM);
      page.right = BV_MM_TO_PT (BV_STYLE_MARGIN_TOP_MM);
      page.top = BV_MM_TO_PT (BV_STYLE_MARGIN_LEFT_MM);
      page.bottom = BV_MM_TO_PT (BV_STYLE_MARGIN_RIGHT_MM);
    }
  else
    {
      page.left = BV_MM_TO_PT (BV_STYLE_MARGIN_LEFT_MM);
      page.right = BV_MM_TO_PT (BV_STYLE_MARGIN_RIGHT_MM);
      page.top = BV_MM_TO_PT (BV_STYLE_MARGIN_TOP_MM);
      page.bottom = BV_MM_TO_PT (BV_STYLE_MARGIN_BOTTOM_MM);
    }
  return page;
}

/* The index that the next strip will have. */
static void
add_entry (Writer *self, const char *text, int level, guint strip)
{
  Entry entry = { g_strdup (text), level, strip };

  g_array_append_val (self->entries, entry);
}

static BvRuns *
bind_dashes (const BvRuns *runs, const char *before)
{
  BvRuns *bound = bv_runs_new (before);

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const BvRun *run = g_ptr_array_index (runs->runs, i);
      g_autofree char *text = bv_document_bind_dashes (run->text);

      bv_runs_add (bound, text, run->style);
    }
  return bound;
}

static guint
flow_text (Writer *self,
           const BvRuns *runs,
           const BvTextStyle *wanted,
           double hanging,
           gboolean keep)
{
  double width = bv_flow_get_width (self->flow);
  const BvTextStyle style = bv_text_style_fit (wanted, self->tightness);
  BvFlowText text = { .pitch = style.pitch,
                      .space_before = style.space_before,
                      .keep = keep || style.keep,
                      .is_whole = style.keep };
  PangoLayout *layout = bv_document_make_layout (self->context, runs, style.size, style.style,
                                                 style.align, width - hanging);

  pango_layout_set_indent (layout, (int) (style.first_line * PANGO_SCALE));
  text.left = hanging;
  return bv_flow_add_text (self->flow, layout, &text);
}

static void
flow_heading (Writer *self, const BvHeadingBlock *block)
{
  const BvTextStyle *style = bv_text_style_of_heading (block->level);
  g_autofree char *text = *block->number != '\0'
                            ? g_strconcat (block->number, " ", block->text, NULL)
                            : g_strdup (block->text);
  g_autoptr (BvRuns) runs = bv_runs_new (text);
  BvTextStyle appendix = *style;

  if (block->starts_page)
    {
      bv_flow_add_page_break (self->flow);
      appendix.align = BV_ALIGN_CENTRE;
      appendix.first_line = 0;
      style = &appendix;
    }
  bv_flow_begin_block (self->flow, heading_tags[CLAMP (block->level, 1, 3) - 1], FALSE);
  add_entry (self, text, block->level, flow_text (self, runs, style, 0, TRUE));
}

static void
flow_paragraph (Writer *self, const BvParagraphBlock *block, gboolean keep)
{
  g_autoptr (BvRuns) runs = bind_dashes (block->text, NULL);

  bv_flow_begin_block (self->flow, "P", FALSE);
  flow_text (self, runs, bv_text_style_of_paragraph (block->role), 0, keep);
}

static void
flow_list (Writer *self, const BvListBlock *block, gboolean keep)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const BvRuns *item = g_ptr_array_index (block->items, i);
      g_autoptr (BvRuns) runs = bind_dashes (item, "- ");

      bv_flow_begin_block (self->flow, "P", FALSE);
      flow_text (self, runs, &bv_text_style_list, 0, keep && i + 1 == block->items->len);
    }
}

static void
flow_table (Writer *self, const BvTableBlock *block, gboolean keep)
{
  const BvTableStyle style = { .pitch = BV_STYLE_TABLE_PITCH,
                               .pad_x = BV_STYLE_TABLE_PAD_X,
                               .pad_y = BV_STYLE_TABLE_PAD_Y,
                               .rule = BV_STYLE_TABLE_RULE,
                               .head_shade = 1,
                               .row_shade = 1 };
  g_autofree double *widths = g_new0 (double, block->columns->len);
  double total = 0;
  BvTable *table;

  if (block->columns->len == 0 || block->rows->len == 0)
    return;
  for (guint i = 0; i < block->columns->len; i++)
    total += g_array_index (block->columns, BvTableColumnBlock, i).weight;
  for (guint i = 0; i < block->columns->len; i++)
    widths[i] = bv_flow_get_width (self->flow)
                * g_array_index (block->columns, BvTableColumnBlock, i).weight / total;
  table = bv_table_new (widths, block->columns->len, &style);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const BvTableRowBlock *row = g_ptr_array_index (block->rows, i);
      const BvTableRowBlock *next = i + 1 < block->rows->len
                                      ? g_ptr_array_index (block->rows, i + 1)
                                      : NULL;
      gboolean is_bold = row->kind != BV_ROW_BODY;
      BvTableRowFlags flags = row->kind == BV_ROW_HEAD ? BV_TABLE_ROW_HEAD : BV_TABLE_ROW_PLAIN;

      if (row->kind == BV_ROW_GROUP || (next && next->kind == BV_ROW_TOTAL))
        flags |= BV_TABLE_ROW_KEEP;
      bv_table_add_row (table, flags);
      if (row->is_signed)
        bv_table_set_row_height (table, BV_STYLE_SIGNED_ROW);
      for (guint j = 0; j < row->cells->len; j++)
        {
          const BvTableCellBlock *cell = g_ptr_array_index (row->cells, j);
          BvAlign align = bv_table_block_get_align (block, row->kind, cell);
          PangoLayout *layout = bv_document_make_layout (
            self->context, cell->text, BV_STYLE_TABLE_SIZE, is_bold ? BV_RUN_BOLD : BV_RUN_PLAIN,
            align, 0);

          bv_table_add_cell (table, layout, cell->column, cell->n_columns, cell->n_rows,
                             row->kind == BV_ROW_HEAD ? "TH" : "TD");
        }
    }
  bv_table_add_to_flow (table, self->flow, BV_STYLE_PARAGRAPH_SPACE, keep);
}

/* ── Charts ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int n_references;
  BvChartLayout *layout;
} SharedChart;

typedef struct
{
  SharedChart *chart;
  double top;
  double bottom;
} ChartPart;

static void
chart_part_free (gpointer data)
{
  ChartPart *part = data;

  if (--part->chart->n_references == 0)
    {
      bv_chart_layout_free (part->chart->layout);
      g_free (part->chart);
    }
  g_free (part);
}

static void
draw_chart_part_cb (cairo_t *cr, const BvFlowPlace *place, gpointer data)
{
  const ChartPart *part = data;

  cairo_save (cr);
  cairo_translate (cr, place->x, place->y);
  bv_chart_draw_part (cr, part->chart->layout, &bv_chart_palette_print, part->top, part->bottom);
  cairo_restore (cr);
}

static void
add_chart_part (Writer *self,
                SharedChart *chart,
                double top,
                double bottom,
                double space_before,
                gboolean is_head,
                gboolean keep)
{
  ChartPart *part = g_new0 (ChartPart, 1);
  BvFlowStrip strip = { .height = bottom - top,
                        .space_before = space_before,
                        .keep = keep,
                        .is_head = is_head,
                        .draw = draw_chart_part_cb,
                        .data = part,
                        .destroy = chart_part_free };

  part->chart = chart;
  chart->n_references++;
  part->top = top;
  part->bottom = bottom;
  bv_flow_add_strip (self->flow, &strip);
}

/* A chart is one picture. Only a completion chart that is higher than a page is cut between its rows, at
 * least three together, under its title and scale on every page. */
static gboolean
flow_chart (Writer *self, const BvChartBlock *block, gboolean keep, GError **error)
{
  BvChartSpace space = { .width = bv_flow_get_width (self->flow),
                         .height = block->height,
                         .font_size = BV_STYLE_CHART_SIZE };
  BvChartLayout *layout = bv_chart_layout_new (block->chart, &space, error);
  SharedChart *shared;
  guint n;
  double top;

  if (!layout)
    return FALSE;
  shared = g_new0 (SharedChart, 1);
  shared->layout = layout;
  bv_flow_begin_block (self->flow, "Figure", FALSE);
  n = layout->points->len;
  if (block->chart->kind != BV_CHART_COMPLETION || n < 6
      || layout->height < bv_flow_get_height (self->flow) * WHOLE_SHARE)
    {
      add_chart_part (self, shared, 0, layout->height, 10, FALSE, keep);
      return TRUE;
    }
  top = layout->plot.y;
  add_chart_part (self, shared, 0, top, 10, TRUE, TRUE);
  for (guint i = 0; i < n; i++)
    {
      const BvChartPoint *point = g_ptr_array_index (layout->points, i);
      gboolean is_last = i + 1 == n;
      double bottom = is_last ? layout->height : point->box.y + point->box.height;

      add_chart_part (self, shared, top, bottom, 0, FALSE, is_last ? keep : i < 2 || i + 3 >= n);
      top = bottom;
    }
  return TRUE;
}

/* ── The whole ───────────────────────────────────────────────────────────────────────────── */

static gboolean
flow_block (Writer *self, const BvBlock *block, gboolean keep, GError **error)
{
  BvFlowPage page;

  switch (block->kind)
    {
    case BV_BLOCK_LETTERHEAD:
      bv_document_flow_letterhead (self->flow, self->context, &block->letterhead);
      break;
    case BV_BLOCK_TITLE:
      bv_document_flow_title (self->flow, self->context, &block->title, self->tightness);
      break;
    case BV_BLOCK_HEADING:
      flow_heading (self, &block->heading);
      break;
    case BV_BLOCK_PARAGRAPH:
      flow_paragraph (self, &block->paragraph, keep);
      break;
    case BV_BLOCK_LIST:
      flow_list (self, &block->list, keep);
      break;
    case BV_BLOCK_TABLE:
      flow_table (self, &block->table, keep);
      break;
    case BV_BLOCK_CHART:
      return flow_chart (self, &block->chart, keep, error);
    case BV_BLOCK_SIGNATURE:
      bv_document_flow_signature (self->flow, self->context, &block->signature, self->tightness);
      break;
    case BV_BLOCK_PAGE_BREAK:
      bv_flow_add_page_break (self->flow);
      break;
    case BV_BLOCK_SECTION:
      page = make_page (block->section.is_landscape);
      bv_flow_begin_section (self->flow, &page);
      break;
    default:
      break;
    }
  return TRUE;
}

static void
begin_page_cb (cairo_t *cr, guint page, const BvFlowPage *shape, gpointer user_data)
{
  Writer *self = user_data;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autoptr (GObject) layout = NULL;

  cairo_pdf_surface_set_size (self->surface, shape->width, shape->height);
  /* No page labels: 1, 2, 3 is what a PDF without any has, and cairo 1.16 writes a broken table for just
   * that run. */
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    return; /* the first page shows no number: Decree 30/2020, Appendix I */
  layout = G_OBJECT (bv_document_make_text (self->context, number, BV_STYLE_BODY_SIZE - 1,
                                            BV_RUN_PLAIN, BV_ALIGN_CENTRE,
                                            shape->width - shape->left - shape->right));
  bv_flow_show_line (cr, PANGO_LAYOUT (layout), 0, shape->left,
                     BV_MM_TO_PT (BV_STYLE_PAGE_NUMBER_MM) - BV_STYLE_BODY_PITCH * 0.7,
                     BV_STYLE_BODY_PITCH);
}

/* Each heading hangs under the nearest one of a higher rank. */
static void
add_outline (Writer *self)
{
  GArray *places = bv_flow_get_places (self->flow);
  int parents[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                    CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      for (guint j = 0; j < places->len; j++)
        {
          const BvFlowPlace *place = &g_array_index (places, BvFlowPlace, j);
          char x[G_ASCII_DTOSTR_BUF_SIZE];
          char y[G_ASCII_DTOSTR_BUF_SIZE];
          g_autofree char *target = NULL;
          int id;

          if (place->strip != entry->strip || place->edges & BV_FLOW_REPEATED)
            continue;
          g_ascii_formatd (x, sizeof x, "%.1f", place->x);
          g_ascii_formatd (y, sizeof y, "%.1f", MAX (place->y - 6, 0));
          target = g_strdup_printf ("page=%u pos=[%s %s]", place->page + 1, x, y);
          id = cairo_pdf_surface_add_outline (self->surface, parents[entry->level], entry->text,
                                              target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
          for (guint k = entry->level + 1; k < G_N_ELEMENTS (parents); k++)
            parents[k] = id;
          break;
        }
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_properties (cairo_surface_t *surface, const BvDocument *document)
{
  g_autofree char *today = bv_date_today ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  bv_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  bv_document_get_author (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bảng Vàng");
  /* A day without an hour: the same document of the same day is the same file. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, today);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, today);
}

/* Pours the first @n_blocks; 0 pages with an error. */
static guint
lay_out (Writer *self, const BvDocument *document, guint n_blocks, GError **error)
{
  GPtrArray *blocks = bv_document_get_blocks (document);
  guint n_pages;

  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  for (guint i = 0; i < n_blocks; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !flow_block (self, g_ptr_array_index (blocks, i),
                        i + 1 < n_blocks && bv_document_is_kept (document, i), error))
      return 0;
  n_pages = bv_flow_layout (self->flow);
  if (n_pages == 0)
    g_set_error_literal (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                         _ ("There is nothing to print."));
  return n_pages;
}

guint
bv_document_pdf_count_pages (const BvDocument *document,
                             guint n_blocks,
                             guint tightness,
                             GError **error)
{
  BvFlowPage page = make_page (FALSE);
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GObject) context = G_OBJECT (bv_fonts_create_context (error));
  Writer self = { .flow = flow, .entries = entries, .tightness = tightness };

  if (context == NULL)
    return 0;
  g_array_set_clear_func (entries, entry_clear);
  self.context = PANGO_CONTEXT (context);
  return lay_out (&self, document, n_blocks, error);
}

GBytes *
bv_document_pdf_to_bytes (const BvDocument *document, GCancellable *cancellable, GError **error)
{
  BvFlowPage page = make_page (FALSE);
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  g_autoptr (GObject) context = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GByteArray) data = g_byte_array_new ();
  Writer self = { .flow = flow,
                  .entries = entries,
                  .tightness = bv_document_get_tightness (document),
                  .cancellable = cancellable };
  cairo_status_t status;
  cairo_t *cr;

  g_array_set_clear_func (entries, entry_clear);
  self.context = bv_fonts_create_context (error);
  if (!self.context)
    return NULL;
  context = G_OBJECT (self.context);
  if (lay_out (&self, document, bv_document_get_blocks (document)->len, error) == 0)
    return NULL;
  self.surface = cairo_pdf_surface_create_for_stream (append_cb, data, page.width, page.height);
  set_properties (self.surface, document);
  cr = cairo_create (self.surface);
  bv_flow_draw (flow, cr, begin_page_cb, &self);
  add_outline (&self);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (self.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self.surface);
  cairo_surface_destroy (self.surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* TRANSLATORS: title of a document, then the drawing library's own message. */
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
                   _ ("“%s” could not be drawn: %s."), bv_document_get_title (document),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
