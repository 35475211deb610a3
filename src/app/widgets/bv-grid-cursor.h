// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvGridCursor: draws nothing; stands for the current cell of a #BvGridView before screen readers,
 * with the role of a grid's cell, and holds the keyboard's focus. */
#define BV_TYPE_GRID_CURSOR (bv_grid_cursor_get_type ())
G_DECLARE_FINAL_TYPE (BvGridCursor, bv_grid_cursor, BV, GRID_CURSOR, GtkWidget)

GtkWidget *bv_grid_cursor_new (void);

G_END_DECLS
