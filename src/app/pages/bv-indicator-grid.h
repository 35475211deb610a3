// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "movement/bv-grid.h"
#include "widgets/bv-grid-model.h"

G_BEGIN_DECLS

/**
 * BvIndicatorGrid: the figures of movement/bv-grid.h for a #BvGridView: headings of groups between
 * the indicators, a status in words and shape as last column, and what was typed and cannot stand
 * until it is mended. Good cells of a block are written as one act; bad ones stay, marked.
 *
 * Signal ::written (gint64 act_id, guint n_cells, GError *error): an act is through, or failed.
 */
#define BV_TYPE_INDICATOR_GRID (bv_indicator_grid_get_type ())
G_DECLARE_FINAL_TYPE (BvIndicatorGrid, bv_indicator_grid, BV, INDICATOR_GRID, GObject)

BvIndicatorGrid *bv_indicator_grid_new (void);

/** bv_indicator_grid_take: shows @grid, read anew. @grid: (transfer full) (nullable) */
void bv_indicator_grid_take (BvIndicatorGrid *self, BvStore *store, BvGrid *grid);

/** (transfer none) (nullable): %NULL for a heading. */
const BvGridRow *bv_indicator_grid_get_row (BvIndicatorGrid *self, guint row);
/** The row of @indicator_id, %FALSE when it is not shown. */
gboolean bv_indicator_grid_find (BvIndicatorGrid *self, gint64 indicator_id, guint *row);
/** Cells that wait to be mended. */
guint bv_indicator_grid_get_n_bad (BvIndicatorGrid *self);
/** An act is under way. */
gboolean bv_indicator_grid_is_writing (BvIndicatorGrid *self);

G_END_DECLS
