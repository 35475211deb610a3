// SPDX-License-Identifier: GPL-3.0-or-later
/* The table beside a chart: the renderer's own rows of text, read-only. */
#define G_LOG_DOMAIN "bv-chart-view"

#include "bv-chart-figures.h"

struct _BvChartFigures
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *rows; /* of GStrv, the heads first */
};

static void model_init (BvGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvChartFigures,
                               bv_chart_figures,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_GRID_MODEL, model_init))

static const char *
get_text (BvChartFigures *self, guint row, guint column)
{
  GStrv cells = g_ptr_array_index (self->rows, row);

  return column < g_strv_length (cells) ? cells[column] : "";
}

static guint
get_n_rows (BvGridModel *model)
{
  BvChartFigures *self = BV_CHART_FIGURES (model);

  return self->rows->len > 0 ? self->rows->len - 1 : 0;
}

static guint
get_n_columns (BvGridModel *model)
{
  BvChartFigures *self = BV_CHART_FIGURES (model);
  guint n = self->rows->len > 0 ? g_strv_length (g_ptr_array_index (self->rows, 0)) : 0;

  return n > 0 ? n - 1 : 0;
}

static char *
get_row_title (BvGridModel *model, guint row)
{
  return g_strdup (get_text (BV_CHART_FIGURES (model), row + 1, 0));
}

static char *
get_column_title (BvGridModel *model, guint column)
{
  return g_strdup (get_text (BV_CHART_FIGURES (model), 0, column + 1));
}

static gboolean
is_figure (const char *text)
{
  return g_ascii_isdigit (*text) || (*text == '-' && g_ascii_isdigit (text[1]))
         || g_str_equal (text, "–");
}

static guint
get_column_chars (BvGridModel *model, guint column)
{
  BvChartFigures *self = BV_CHART_FIGURES (model);
  glong chars = 6;

  for (guint row = 1; row < self->rows->len; row++)
    chars = MAX (chars, g_utf8_strlen (get_text (self, row, column + 1), -1));
  return (guint) MIN (chars, 24) + 1;
}

static void
get_cell (BvGridModel *model, guint row, guint column, BvGridCell *cell)
{
  const char *text = get_text (BV_CHART_FIGURES (model), row + 1, column + 1);

  cell->text = g_strdup (text);
  cell->flags = is_figure (text) ? BV_GRID_CELL_NUMBER : BV_GRID_CELL_PLAIN;
}

static void
edit (BvGridModel *model, const BvGridEdit *edits, guint n_edits)
{
  /* No cell is editable, so that the grid never comes here. */
  g_return_if_reached ();
}

static void
model_init (BvGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_row_title = get_row_title;
  iface->get_column_title = get_column_title;
  iface->get_column_chars = get_column_chars;
  iface->get_cell = get_cell;
  iface->edit = edit;
}

static void
bv_chart_figures_finalize (GObject *object)
{
  g_ptr_array_unref (BV_CHART_FIGURES (object)->rows);

  G_OBJECT_CLASS (bv_chart_figures_parent_class)->finalize (object);
}

static void
bv_chart_figures_class_init (BvChartFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_chart_figures_finalize;
}

static void
bv_chart_figures_init (BvChartFigures *self)
{
}

BvChartFigures *
bv_chart_figures_new (const BvChart *chart)
{
  BvChartFigures *self = g_object_new (BV_TYPE_CHART_FIGURES, NULL);

  self->rows = bv_chart_table (chart);
  return self;
}

const char *
bv_chart_figures_get_corner (BvChartFigures *self)
{
  g_return_val_if_fail (BV_IS_CHART_FIGURES (self), NULL);

  return self->rows->len > 0 ? get_text (self, 0, 0) : "";
}
