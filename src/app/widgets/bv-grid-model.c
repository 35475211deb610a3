// SPDX-License-Identifier: GPL-3.0-or-later
/* The face between a spreadsheet-like grid and what it shows. */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-model.h"

G_DEFINE_INTERFACE (BvGridModel, bv_grid_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SHAPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
bv_grid_model_default_init (BvGridModelInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", BV_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SHAPE_CHANGED] = g_signal_new ("shape-changed", BV_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
bv_grid_cell_clear (BvGridCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->edit_text, g_free);
  g_clear_pointer (&cell->message, g_free);
}

guint
bv_grid_model_get_n_rows (BvGridModel *self)
{
  return BV_GRID_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
bv_grid_model_get_n_columns (BvGridModel *self)
{
  return BV_GRID_MODEL_GET_IFACE (self)->get_n_columns (self);
}

gboolean
bv_grid_model_is_section (BvGridModel *self, guint row)
{
  BvGridModelInterface *iface = BV_GRID_MODEL_GET_IFACE (self);

  return iface->is_section != NULL && iface->is_section (self, row);
}

char *
bv_grid_model_get_row_title (BvGridModel *self, guint row)
{
  return BV_GRID_MODEL_GET_IFACE (self)->get_row_title (self, row);
}

char *
bv_grid_model_get_row_note (BvGridModel *self, guint row)
{
  BvGridModelInterface *iface = BV_GRID_MODEL_GET_IFACE (self);

  return iface->get_row_note != NULL ? iface->get_row_note (self, row) : NULL;
}

char *
bv_grid_model_get_column_title (BvGridModel *self, guint column)
{
  return BV_GRID_MODEL_GET_IFACE (self)->get_column_title (self, column);
}

guint
bv_grid_model_get_column_chars (BvGridModel *self, guint column)
{
  return BV_GRID_MODEL_GET_IFACE (self)->get_column_chars (self, column);
}

void
bv_grid_model_get_cell (BvGridModel *self, guint row, guint column, BvGridCell *cell)
{
  *cell = (BvGridCell){ 0 };
  BV_GRID_MODEL_GET_IFACE (self)->get_cell (self, row, column, cell);
}

void
bv_grid_model_edit (BvGridModel *self, const BvGridEdit *edits, guint n_edits)
{
  if (n_edits > 0)
    BV_GRID_MODEL_GET_IFACE (self)->edit (self, edits, n_edits);
}

void
bv_grid_model_changed (BvGridModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bv_grid_model_shape_changed (BvGridModel *self)
{
  g_signal_emit (self, signals[SHAPE_CHANGED], 0);
}
