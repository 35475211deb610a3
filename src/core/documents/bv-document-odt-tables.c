// SPDX-License-Identifier: GPL-3.0-or-later
/* Tables and charts of an ODT: tables of the format's own, charts as pictures with their description. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-odt-private.h"

#include "drawing/bv-chart-write.h"

#include <math.h>

#define PICTURE_SCALE 3.0 /* pixels a point of the picture for programs without SVG: 216 dpi */
#define PICTURE_ROOM 64   /* pt: a heading of two lines that stays with it, and the space around */
#define KEPT_ROWS 8       /* a table of so many rows at most stays with the signature under it */
#define PICTURE_ROWS 3    /* of a chart that is cut, at least so many stand together */

/* ── Tables ──────────────────────────────────────────────────────────────────────────────── */

/* The paragraph style of a cell: "C" + alignment + weight, written once in the automatic styles. */
static void
write_cell_text (BvOdt *self,
                 const BvTableBlock *table,
                 const BvTableCellBlock *cell,
                 BvRowKind kind)
{
  static const char letters[] = "JLCR";
  BvAlign align = bv_table_block_get_align (table, kind, cell);
  char style[] = { 'C', letters[align], kind == BV_ROW_BODY ? 'P' : 'B', '\0' };

  bv_odt_start (self->body, "text:p");
  bv_odt_attribute (self->body, "text:style-name", style);
  bv_odt_write_runs (self, cell->text, TRUE);
  bv_odt_end (self->body);
}

static void
write_value (BvOdt *self, const BvTableCellBlock *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell->kind == BV_CELL_TEXT || !isfinite (cell->value))
    {
      bv_odt_attribute (self->body, "office:value-type", "string");
      return;
    }
  bv_odt_attribute (self->body, "office:value-type",
                    cell->kind == BV_CELL_PERCENT ? "percentage" : "float");
  g_ascii_formatd (number, sizeof number, "%.15g",
                   cell->kind == BV_CELL_PERCENT ? cell->value / 100 : cell->value);
  bv_odt_attribute (self->body, "office:value", number);
}

static void
write_covered (BvOdt *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      bv_odt_start (self->body, "table:covered-table-cell");
      bv_odt_end (self->body);
    }
}

static void
write_row (BvOdt *self,
           const BvTableBlock *table,
           const BvTableRowBlock *row,
           guint *covered_until,
           guint index)
{
  guint column = 0;
  guint n = table->columns->len;

  bv_odt_start_row (self, row->is_signed);
  for (guint i = 0; i <= row->cells->len; i++)
    {
      const BvTableCellBlock *cell = i < row->cells->len ? g_ptr_array_index (row->cells, i) : NULL;
      guint end = cell ? cell->column : n;

      /* Places before the cell that nothing covers stay empty; both kinds take one element. */
      for (; column < end; column++)
        {
          if (covered_until[column] > index)
            write_covered (self, 1);
          else
            {
              bv_odt_start (self->body, "table:table-cell");
              bv_odt_attribute (self->body, "table:style-name", "CellRuled");
              bv_odt_end (self->body);
            }
        }
      if (!cell)
        break;
      bv_odt_start (self->body, "table:table-cell");
      bv_odt_attribute (self->body, "table:style-name", "CellRuled");
      if (cell->n_columns > 1 || cell->n_rows > 1)
        {
          g_autofree char *columns = g_strdup_printf ("%u", cell->n_columns);
          g_autofree char *rows = g_strdup_printf ("%u", cell->n_rows);

          bv_odt_attribute (self->body, "table:number-columns-spanned", columns);
          bv_odt_attribute (self->body, "table:number-rows-spanned", rows);
        }
      write_value (self, cell);
      write_cell_text (self, table, cell, row->kind);
      bv_odt_end (self->body);
      for (guint k = 0; k < cell->n_columns && cell->column + k < n; k++)
        covered_until[cell->column + k] = index + cell->n_rows;
      write_covered (self, cell->n_columns - 1);
      column = cell->column + cell->n_columns;
    }
  bv_odt_end (self->body);
}

void
bv_odt_write_table (BvOdt *self, const BvTableBlock *table, gboolean keep)
{
  g_autofree double *widths = g_new0 (double, table->columns->len);
  g_autofree guint *covered_until = g_new0 (guint, table->columns->len);
  double total = 0;
  guint n_head = 0;

  if (table->columns->len == 0 || table->rows->len == 0)
    return;
  for (guint i = 0; i < table->columns->len; i++)
    total += g_array_index (table->columns, BvTableColumnBlock, i).weight;
  for (guint i = 0; i < table->columns->len; i++)
    widths[i] = self->width * g_array_index (table->columns, BvTableColumnBlock, i).weight / total;
  {
    g_autofree char *style = bv_odt_start_style (self, "table", NULL);
    g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

    bv_odt_start (self->styles, "style:table-properties");
    bv_odt_attribute_points (self->styles, "style:width", self->width);
    bv_odt_attribute (self->styles, "table:align", "left");
    bv_odt_attribute_points (self->styles, "fo:margin-top", BV_STYLE_PARAGRAPH_SPACE);
    bv_odt_attribute (self->styles, "table:border-model", "collapsing");
    /* LibreOffice moves a kept table as a whole, and drops what binds the lines after it when it cannot. */
    if (keep && table->rows->len <= KEPT_ROWS)
      bv_odt_attribute (self->styles, "fo:keep-with-next", "always");
    if (self->breaks)
      bv_odt_attribute (self->styles, "fo:break-before", "page");
    self->breaks = FALSE;
    bv_odt_end (self->styles);
    bv_odt_end (self->styles);
    bv_odt_start (self->body, "table:table");
    bv_odt_attribute (self->body, "table:name", name);
    bv_odt_attribute (self->body, "table:style-name", style);
  }
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *style = bv_odt_start_style (self, "table-column", NULL);

      bv_odt_start (self->styles, "style:table-column-properties");
      bv_odt_attribute_points (self->styles, "style:column-width", widths[i]);
      bv_odt_end (self->styles);
      bv_odt_end (self->styles);
      bv_odt_start (self->body, "table:table-column");
      bv_odt_attribute (self->body, "table:style-name", style);
      bv_odt_end (self->body);
    }
  while (n_head < table->rows->len
         && ((BvTableRowBlock *) g_ptr_array_index (table->rows, n_head))->kind == BV_ROW_HEAD)
    n_head++;
  for (guint i = 0; i < table->rows->len; i++)
    {
      if (i == 0 && n_head > 0)
        bv_odt_start (self->body, "table:table-header-rows");
      write_row (self, table, g_ptr_array_index (table->rows, i), covered_until, i);
      if (i + 1 == n_head)
        bv_odt_end (self->body);
    }
  bv_odt_end (self->body);
}

/* ── Charts ──────────────────────────────────────────────────────────────────────────────── */

static void
write_image (BvOdt *self, const char *path, const char *type)
{
  bv_odt_start (self->body, "draw:image");
  bv_odt_attribute (self->body, "xlink:href", path);
  bv_odt_attribute (self->body, "xlink:type", "simple");
  bv_odt_attribute (self->body, "xlink:show", "embed");
  bv_odt_attribute (self->body, "xlink:actuate", "onLoad");
  bv_odt_attribute (self->body, "draw:mime-type", type);
  bv_odt_end (self->body);
}

static gboolean
write_picture (BvOdt *self, const BvChart *chart, const BvChartLayout *layout, GError **error)
{
  g_autoptr (GBytes) svg = bv_chart_layout_to_svg (layout, &bv_chart_palette_print, error);
  g_autoptr (GBytes)
    png = svg ? bv_chart_layout_to_png (layout, PICTURE_SCALE, &bv_chart_palette_print, error)
              : NULL;
  g_autofree char *style = NULL;
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;
  g_autofree char *svg_path = NULL;
  g_autofree char *png_path = NULL;
  BvOdtPicture *picture;
  guint number = self->pictures->len + 1;

  if (!png)
    return FALSE;
  picture = g_new0 (BvOdtPicture, 1);
  picture->svg = g_steal_pointer (&svg);
  picture->png = g_steal_pointer (&png);
  g_ptr_array_add (self->pictures, picture);
  style = bv_odt_style_at (self, "Picture");
  description = bv_chart_describe (chart);
  name = g_strdup_printf ("Biểu đồ %u", number);
  svg_path = g_strdup_printf ("Pictures/chart%u.svg", number);
  png_path = g_strdup_printf ("Pictures/chart%u.png", number);
  bv_odt_start (self->body, "text:p");
  bv_odt_attribute (self->body, "text:style-name", style);
  bv_odt_start (self->body, "draw:frame");
  bv_odt_attribute (self->body, "draw:style-name", "Frame");
  bv_odt_attribute (self->body, "draw:name", name);
  bv_odt_attribute (self->body, "text:anchor-type", "as-char");
  bv_odt_attribute_points (self->body, "svg:width", layout->width);
  bv_odt_attribute_points (self->body, "svg:height", layout->height);
  write_image (self, svg_path, "image/svg+xml");
  write_image (self, png_path, "image/png");
  bv_odt_start (self->body, "svg:title");
  xmlTextWriterWriteString (self->body, BAD_CAST chart->title);
  bv_odt_end (self->body);
  bv_odt_start (self->body, "svg:desc");
  xmlTextWriterWriteString (self->body, BAD_CAST description);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
  bv_odt_end (self->body);
  return TRUE;
}

/* A picture cannot go over two pages: a chart that is higher than one is cut between its rows, into
 * pieces of half a page at most, which find room below what stands before them. */
gboolean
bv_odt_write_chart (BvOdt *self, const BvChartBlock *block, GError **error)
{
  BvChartSpace space = { .width = self->width,
                         .height = block->height,
                         .font_size = BV_STYLE_CHART_SIZE };
  double most = self->height - PICTURE_ROOM;
  guint n = block->chart->rows->len;

  if (block->chart->kind == BV_CHART_COMPLETION && n > 0
      && bv_chart_layout_rows_in_height (block->chart, &space, most) < n)
    most /= 2;

  do
    {
      g_autoptr (BvChartLayout) layout = NULL;

      if (block->chart->kind == BV_CHART_COMPLETION && n > 0)
        {
          guint left = n - space.first_row;

          space.n_rows = bv_chart_layout_rows_in_height (block->chart, &space, most);
          if (space.n_rows < left && left - space.n_rows < PICTURE_ROWS
              && space.n_rows > 2 * PICTURE_ROWS)
            space.n_rows = left - PICTURE_ROWS;
        }
      layout = bv_chart_layout_new (block->chart, &space, error);
      if (!layout || !write_picture (self, block->chart, layout, error))
        return FALSE;
      space.first_row += space.n_rows;
    }
  while (block->chart->kind == BV_CHART_COMPLETION && space.first_row < n);
  return TRUE;
}
