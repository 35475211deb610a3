// SPDX-License-Identifier: GPL-3.0-or-later
/* Where the rows, columns and children of a BvGridView stand. */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-view-private.h"

#include <math.h>
#include <string.h>

/* What is wider than this is shortened on the screen and whole in its remark. */
#define MAX_COLUMN_CHARS 24
/* Rows further down seldom are wider than the first ones, and a thousand would take their time. */
#define N_MEASURED_ROWS 64

/* ── Where things are ──────────────────────────────────────────────────────────────────────── */

void
bv_grid_view_get_cell_rect (BvGridView *self, guint row, guint column, graphene_rect_t *rect)
{
  graphene_rect_init (rect,
                      (float) (self->frozen_width + self->column_lefts[column]
                               - gtk_adjustment_get_value (self->hadjustment)),
                      (float) (self->header_height + self->row_tops[row]
                               - gtk_adjustment_get_value (self->vadjustment)),
                      (float) (self->column_lefts[column + 1] - self->column_lefts[column]),
                      (float) (self->row_tops[row + 1] - self->row_tops[row]));
}

/* The slot of the ascending @edges (n + 1 of them) that holds @at. */
static gboolean
find_slot (const double *edges, guint n, double at, guint *slot)
{
  guint low = 0, high = n;

  if (n == 0 || at < edges[0] || at >= edges[n])
    return FALSE;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (edges[middle] <= at)
        low = middle;
      else
        high = middle;
    }
  *slot = low;
  return TRUE;
}

gboolean
bv_grid_view_find_row (BvGridView *self, double y, guint *row)
{
  return self->row_tops != NULL
         && find_slot (self->row_tops, self->n_rows,
                       y - self->header_height + gtk_adjustment_get_value (self->vadjustment), row);
}

gboolean
bv_grid_view_find_column (BvGridView *self, double x, guint *column)
{
  return self->column_lefts != NULL
         && find_slot (self->column_lefts, self->n_columns,
                       x - self->frozen_width + gtk_adjustment_get_value (self->hadjustment),
                       column);
}

/* ── Layout ────────────────────────────────────────────────────────────────────────────────── */

static void
measure_font (BvGridView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->figure_width = pango_font_metrics_get_approximate_digit_width (metrics)
                       / (double) PANGO_SCALE;
  self->line_height = (pango_font_metrics_get_ascent (metrics)
                       + pango_font_metrics_get_descent (metrics))
                      / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

static double
measure_text (PangoLayout *layout, const char *text, gboolean is_strong)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle logical;

  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/* A heading stands in one line or two: the narrower half of the best place to break it decides. */
static double
measure_heading (PangoLayout *layout, const char *title)
{
  double narrowest = measure_text (layout, title, TRUE);

  for (const char *space = strchr (title, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *first = g_strndup (title, (gsize) (space - title));

      narrowest = MIN (narrowest, MAX (measure_text (layout, first, TRUE),
                                       measure_text (layout, space + 1, TRUE)));
    }
  return narrowest;
}

/* What the heading and the widest of the first rows need. */
static double
measure_column (BvGridView *self, PangoLayout *layout, guint column)
{
  g_autofree char *title = bv_grid_model_get_column_title (self->model, column);
  double widest = measure_heading (layout, title);

  for (guint row = 0; row < MIN (self->n_rows, N_MEASURED_ROWS); row++)
    {
      g_auto (BvGridCell) cell = { 0 };

      if (bv_grid_model_is_section (self->model, row))
        continue;
      bv_grid_model_get_cell (self->model, row, column, &cell);
      if (cell.text != NULL && *cell.text != '\0')
        widest = MAX (widest,
                      measure_text (layout, cell.text, (cell.flags & BV_GRID_CELL_STRONG) != 0)
                        + (cell.mark != BV_GRID_MARK_NONE ? BV_GRID_VIEW_MARK_WIDTH : 0));
    }
  return MIN (widest, self->figure_width * MAX_COLUMN_CHARS);
}

void
bv_grid_view_layout (BvGridView *self, int width)
{
  double columns_width = 0;
  g_autoptr (PangoLayout) layout = NULL;

  if (!self->shape_is_stale && self->laid_out_width == width)
    return;
  measure_font (self);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->column_lefts = g_renew (double, self->column_lefts, self->n_columns + 1);
  for (guint column = 0; column < self->n_columns; column++)
    {
      self->column_lefts[column] = columns_width;
      columns_width += ceil (MAX (self->figure_width
                                    * bv_grid_model_get_column_chars (self->model, column),
                                  measure_column (self, layout, column)))
                       + 2 * BV_GRID_VIEW_PADDING + 1;
    }
  self->column_lefts[self->n_columns] = columns_width;

  /* Titles take what the columns leave, within what one reads well. */
  self->frozen_width = CLAMP (floor (width - columns_width), MIN (220, floor (width * 0.4)), 460);
  self->header_height = bv_grid_view_measure_header (self);
  self->row_tops = g_renew (double, self->row_tops, self->n_rows + 1);
  self->row_tops[0] = 0;
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint lines = bv_grid_model_is_section (self->model, row)
                      ? 1
                      : bv_grid_view_count_title_lines (self, row);

      self->row_tops[row + 1] = self->row_tops[row] + ceil (self->line_height * lines)
                                + (lines > 1 ? 12 : 16);
    }
  self->shape_is_stale = FALSE;
  self->laid_out_width = width;
}

void
bv_grid_view_configure_adjustments (BvGridView *self, int width, int height)
{
  double inner_width = MAX (width - self->frozen_width, 1);
  double inner_height = MAX (height - self->header_height, 1);

  gtk_adjustment_configure (self->hadjustment, gtk_adjustment_get_value (self->hadjustment), 0,
                            MAX (self->column_lefts[self->n_columns], inner_width), 60,
                            inner_width * 0.9, inner_width);
  gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                            MAX (self->row_tops[self->n_rows] + 4, inner_height),
                            self->line_height * 2, inner_height * 0.9, inner_height);
}

static void
allocate_at (GtkWidget *child, double x, double y, int width, int height)
{
  GskTransform *transform = gsk_transform_translate (NULL,
                                                     &GRAPHENE_POINT_INIT ((float) x, (float) y));
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, minimum), -1, transform);
}

void
bv_grid_view_allocate_children (BvGridView *self, int width, int height)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  if (bv_grid_view_has_cells (self))
    bv_grid_view_get_cell_rect (self, self->row, self->column, &rect);
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    allocate_at (self->cursors[i], rect.origin.x, rect.origin.y, (int) rect.size.width,
                 (int) rect.size.height);
  if (gtk_widget_get_visible (self->editor))
    {
      int minimum;

      gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      allocate_at (self->editor, rect.origin.x - 1,
                   rect.origin.y + floor ((rect.size.height - MAX (minimum, rect.size.height)) / 2),
                   (int) rect.size.width + 1, (int) rect.size.height);
    }
  if (gtk_widget_get_visible (self->tip))
    {
      int natural_width, natural_height, tip_width;
      double y = rect.origin.y + rect.size.height + 4;

      gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL,
                          NULL);
      tip_width = MIN (natural_width, MAX (width - 16, 1));
      gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, tip_width, NULL, &natural_height,
                          NULL, NULL);
      if (y + natural_height > height)
        y = rect.origin.y - natural_height - 4;
      allocate_at (self->tip, CLAMP (rect.origin.x, 8, MAX (width - tip_width - 8, 8)), y,
                   tip_width, natural_height);
    }
}
