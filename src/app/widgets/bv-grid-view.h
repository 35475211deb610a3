// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-grid-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvGridView: a spreadsheet over a #BvGridModel, for a #GtkScrolledWindow: row titles and column titles
 * that stay, cells typed into at once.
 *
 * Keys: arrows, Tab and Enter move; with Ctrl to the end; with Shift they select. Any letter or figure
 * begins a cell anew, F2 or a double click opens it as it is, Escape leaves it as it was. Delete
 * empties. Ctrl+C, X, V copy, cut and paste blocks as other spreadsheets do. Ctrl+Tab leaves the grid.
 *
 * One typed cell, one emptied selection and one pasted block are each one call of
 * bv_grid_model_edit().
 *
 * For screen readers the grid has the role of one, and the cell under the cursor is a cell of its own
 * name, value and state.
 *
 * Signals:
 *   ::cursor-moved   the current cell changed
 *   ::notice (const char *text)  something the officer should know: cells that a paste left out
 */
#define BV_TYPE_GRID_VIEW (bv_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (BvGridView, bv_grid_view, BV, GRID_VIEW, GtkWidget)

GtkWidget *bv_grid_view_new (void);

/** @model: (nullable). The cursor stays where rows remain. */
void bv_grid_view_set_model (BvGridView *self, BvGridModel *model);
BvGridModel *bv_grid_view_get_model (BvGridView *self);

/** What stands over the row titles. */
void bv_grid_view_set_corner (BvGridView *self, const char *title);

/** %FALSE when the grid has no cell. */
gboolean bv_grid_view_get_cursor (BvGridView *self, guint *row, guint *column);
/** Moves the cursor and shows it. @extend: keeps the other end of the selection where it is. */
void bv_grid_view_set_cursor (BvGridView *self, guint row, guint column, gboolean extend);
void bv_grid_view_get_selection (BvGridView *self,
                                 guint *first_row,
                                 guint *first_column,
                                 guint *last_row,
                                 guint *last_column);

gboolean bv_grid_view_is_editing (BvGridView *self);
/** Opens the current cell; @text replaces what it holds (nullable: as it is). */
void bv_grid_view_begin_edit (BvGridView *self, const char *text);
/** Closes it; @keep: hands what was typed to the model. */
void bv_grid_view_end_edit (BvGridView *self, gboolean keep);

/** The selection as tab-separated text. (transfer full) */
char *bv_grid_view_copy_text (BvGridView *self);
/** What Ctrl+V does with the clipboard's @text. */
void bv_grid_view_paste_text (BvGridView *self, const char *text);
/** What Delete does. */
void bv_grid_view_clear_selection (BvGridView *self);

G_END_DECLS
