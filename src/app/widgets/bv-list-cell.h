// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bv-list-view.h"

G_BEGIN_DECLS

/** Room after a number and the title over it, in pixels: the next column or the window's edge begins there. */
#define BV_LIST_CELL_END 6

/**
 * bv_list_cell_factory_new: makes the cells of one column of a #BvListView.
 *
 * What does not fit is cut with an ellipsis and told whole by a tooltip.
 *
 * @column: outlives the factory
 * Returns: (transfer full)
 */
GtkListItemFactory *bv_list_cell_factory_new (const BvListColumn *column);

/** bv_list_cell_is_right_aligned: numbers stand at the right, and so does the column's title. */
gboolean bv_list_cell_is_right_aligned (const BvListColumn *column);

/** bv_list_cell_column_width: px that the column is made with, for letters of the size that the desktop is set to; -1: none. */
int bv_list_cell_column_width (const BvListColumn *column);

/** bv_list_cell_align_titles: over the columns of @view that @list describes, once they are there. */
void bv_list_cell_align_titles (GtkColumnView *view, const BvListColumn *list, guint n_columns);

/** bv_list_cell_columns_button_new: a menu button that shows and hides the columns of @view. (transfer floating) */
GtkWidget *
bv_list_cell_columns_button_new (GtkColumnView *view, const BvListColumn *list, guint n_columns);

G_END_DECLS
