// SPDX-License-Identifier: GPL-3.0-or-later
/* Heights and rules of a table. The texts come laid out; what they mean is the caller's. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-table.h"

#include <math.h>

#define SPLIT_SHARE 0.45 /* of the page: a higher row is divided between its lines */

typedef struct
{
  PangoLayout *layout;
  guint column;
  guint n_columns;
  guint n_rows;
  int n_lines;
  const char *tag;
} Cell;

typedef struct
{
  BvTableRowFlags flags;
  GArray *cells; /* (element-type Cell) */
  double least;  /* its height, whatever its cells need */
  double height;
} Row;

struct _BvTable
{
  int n_references; /* one for each strip */

  /* Owned */
  double *lefts; /* n_columns + 1 edges */
  guint n_columns;
  GPtrArray *rows; /* (element-type Row) */
  BvTableStyle style;

  /* State */
  gboolean is_measured;
};

/* One strip: a row, or lines [line, line + n_lines) of it. */
typedef struct
{
  BvTable *table;
  guint row;
  int line;
  int n_lines; /* 0: the whole row */
  gboolean is_last;
} Slice;

static void
cell_clear (gpointer data)
{
  g_object_unref (((Cell *) data)->layout);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

BvTable *
bv_table_new (const double *widths, guint n_columns, const BvTableStyle *style)
{
  BvTable *self = g_new0 (BvTable, 1);

  self->n_references = 1;
  self->n_columns = n_columns;
  self->lefts = g_new0 (double, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->lefts[i + 1] = self->lefts[i] + widths[i];
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->style = *style;
  return self;
}

void
bv_table_free (BvTable *self)
{
  if (!self || --self->n_references > 0)
    return;
  g_free (self->lefts);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

double
bv_table_get_text_width (BvTable *self, guint column, guint n_columns)
{
  guint end = MIN (column + n_columns, self->n_columns);

  return MAX (self->lefts[end] - self->lefts[column] - 2 * self->style.pad_x, 1);
}

void
bv_table_add_row (BvTable *self, BvTableRowFlags flags)
{
  Row *row = g_new0 (Row, 1);

  row->flags = flags;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  g_ptr_array_add (self->rows, row);
  self->is_measured = FALSE;
}

void
bv_table_set_row_height (BvTable *self, double height)
{
  ((Row *) g_ptr_array_index (self->rows, self->rows->len - 1))->least = height;
  self->is_measured = FALSE;
}

void
bv_table_add_cell (BvTable *self,
                   PangoLayout *layout,
                   guint column,
                   guint n_columns,
                   guint n_rows,
                   const char *tag)
{
  Row *row = g_ptr_array_index (self->rows, self->rows->len - 1);
  Cell cell = { layout, column, n_columns, n_rows, 0, tag };

  pango_layout_set_width (
    layout, (int) floor (bv_table_get_text_width (self, column, n_columns) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  cell.n_lines = pango_layout_get_line_count (layout);
  g_array_append_val (row->cells, cell);
  self->is_measured = FALSE;
}

static void
measure (BvTable *self)
{
  if (self->is_measured)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      row->height = MAX (self->style.pitch + 2 * self->style.pad_y, row->least);
      for (guint j = 0; j < row->cells->len; j++)
        {
          const Cell *cell = &g_array_index (row->cells, Cell, j);

          if (cell->n_rows == 1)
            row->height = MAX (row->height,
                               cell->n_lines * self->style.pitch + 2 * self->style.pad_y);
        }
    }
  /* A cell over several rows makes its last row higher where it does not fit. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const Cell *cell = &g_array_index (row->cells, Cell, j);
          guint end = MIN (i + cell->n_rows, self->rows->len);
          double height = 0;
          double needed = cell->n_lines * self->style.pitch + 2 * self->style.pad_y;

          for (guint k = i; k < end; k++)
            height += ((Row *) g_ptr_array_index (self->rows, k))->height;
          if (height < needed)
            ((Row *) g_ptr_array_index (self->rows, end - 1))->height += needed - height;
        }
    }
  self->is_measured = TRUE;
}

double
bv_table_get_row_height (BvTable *self, guint row)
{
  measure (self);
  return ((Row *) g_ptr_array_index (self->rows, row))->height;
}

static void
slice_free (gpointer data)
{
  Slice *slice = data;

  bv_table_free (slice->table);
  g_free (slice);
}

static void
draw_rule (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
draw_slice_cb (cairo_t *cr, const BvFlowPlace *place, gpointer data)
{
  const Slice *slice = data;
  BvTable *self = slice->table;
  const BvTableStyle *style = &self->style;
  const Row *row = g_ptr_array_index (self->rows, slice->row);
  gboolean is_repeated = (place->edges & BV_FLOW_REPEATED) != 0;
  gboolean is_first = slice->n_lines == 0 || slice->line == 0 || place->edges & BV_FLOW_FIRST;
  gboolean is_last = slice->n_lines == 0 || slice->is_last || place->edges & BV_FLOW_LAST;

  if (!is_repeated)
    cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);
      double x = place->x + self->lefts[cell->column];
      double width = self->lefts[MIN (cell->column + cell->n_columns, self->n_columns)]
                     - self->lefts[cell->column];
      double height = 0;
      double shade = row->flags & BV_TABLE_ROW_HEAD     ? style->head_shade
                     : row->flags & BV_TABLE_ROW_SHADED ? style->row_shade
                                                        : 1;
      double y = place->y;

      if (slice->n_lines > 0)
        height = slice->n_lines * style->pitch + (slice->line == 0 ? style->pad_y : 0)
                 + (slice->is_last ? style->pad_y : 0);
      else
        for (guint k = 0; k < cell->n_rows && slice->row + k < self->rows->len; k++)
          height += ((Row *) g_ptr_array_index (self->rows, slice->row + k))->height;
      if (shade < 1)
        {
          cairo_set_source_rgb (cr, shade, shade, shade);
          cairo_rectangle (cr, x, y, width, height);
          cairo_fill (cr);
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, style->rule);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
      draw_rule (cr, x, y, x, y + height);
      draw_rule (cr, x + width, y, x + width, y + height);
      if (is_first)
        draw_rule (cr, x, y, x + width, y);
      if (is_last)
        draw_rule (cr, x, y + height, x + width, y + height);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);
      double x = place->x + self->lefts[cell->column] + style->pad_x;
      double height = 0;
      double y = place->y + style->pad_y;
      int line = 0;
      int end = cell->n_lines;

      if (!is_repeated)
        cairo_tag_begin (cr, cell->tag, NULL);
      cairo_set_source_rgb (cr, 0, 0, 0);
      if (slice->n_lines > 0)
        {
          line = MIN (slice->line, cell->n_lines);
          end = MIN (slice->line + slice->n_lines, cell->n_lines);
          y = place->y + (slice->line == 0 ? style->pad_y : 0);
        }
      else
        {
          for (guint k = 0; k < cell->n_rows && slice->row + k < self->rows->len; k++)
            height += ((Row *) g_ptr_array_index (self->rows, slice->row + k))->height;
          y = place->y + (height - cell->n_lines * style->pitch) / 2;
        }
      for (; line < end; line++, y += style->pitch)
        bv_flow_show_line (cr, cell->layout, line, x, y, style->pitch);
      if (!is_repeated)
        cairo_tag_end (cr, cell->tag);
    }
  if (!is_repeated)
    cairo_tag_end (cr, "TR");
}

static void
add_slice (BvTable *self,
           BvFlow *flow,
           guint row,
           int line,
           int n_lines,
           gboolean is_last,
           double height,
           double space_before,
           gboolean keep)
{
  Slice *slice = g_new0 (Slice, 1);
  BvFlowStrip strip = { .height = height,
                        .space_before = space_before,
                        .keep = keep,
                        .is_head = ((Row *) g_ptr_array_index (self->rows, row))->flags
                                   & BV_TABLE_ROW_HEAD,
                        .draw = draw_slice_cb,
                        .data = slice,
                        .destroy = slice_free };

  slice->table = self;
  self->n_references++;
  slice->row = row;
  slice->line = line;
  slice->n_lines = n_lines;
  slice->is_last = is_last;
  bv_flow_add_strip (flow, &strip);
}

void
bv_table_add_to_flow (BvTable *self, BvFlow *flow, double space_before, gboolean keep)
{
  double most = bv_flow_get_height (flow) * SPLIT_SHARE;
  guint kept_until = 0; /* rows before it hang together by a cell that spans them */

  measure (self);
  bv_flow_begin_block (flow, "Table", TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      gboolean is_spanned = i < kept_until;
      gboolean is_last_row = i + 1 == self->rows->len;
      int n_lines = 1;
      gboolean keep_row;

      for (guint j = 0; j < row->cells->len; j++)
        {
          const Cell *cell = &g_array_index (row->cells, Cell, j);

          kept_until = MAX (kept_until, i + cell->n_rows);
          n_lines = MAX (n_lines, cell->n_lines);
        }
      keep_row = row->flags & BV_TABLE_ROW_KEEP || i + 1 < kept_until || (is_last_row && keep);
      if (row->height <= most || is_spanned || kept_until > i + 1 || row->flags & BV_TABLE_ROW_HEAD)
        {
          add_slice (self, flow, i, 0, 0, TRUE, row->height, i == 0 ? space_before : 0, keep_row);
          continue;
        }
      for (int line = 0; line < n_lines; line++)
        {
          gboolean is_last = line + 1 == n_lines;
          double height = self->style.pitch + (line == 0 ? self->style.pad_y : 0)
                          + (is_last ? self->style.pad_y : 0);

          add_slice (self, flow, i, line, 1, is_last, height,
                     i == 0 && line == 0 ? space_before : 0,
                     is_last ? keep_row : line == 0 || line == n_lines - 2);
        }
    }
  bv_table_free (self);
}
