// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* What the parts of BvGridView share: bv-grid-view.c (the widget), bv-grid-view-draw.c (its picture),
 * bv-grid-view-input.c (keys, pointer, clipboard). */

#include "bv-grid-view.h"

G_BEGIN_DECLS

struct _BvGridView
{
  GtkWidget parent_instance;

  /* Owned */
  BvGridModel *model;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkWidget *editor;     /* GtkText, over the cell being typed */
  GtkWidget *tip;        /* GtkLabel: what is wrong with the current cell */
  GtkWidget *cursors[2]; /* stand for the current cell before screen readers, turn by turn */
  GHashTable *layouts;   /* text and style → PangoLayout */
  char *corner;
  double *row_tops;     /* n_rows + 1, from the first row */
  double *column_lefts; /* n_columns + 1, from the first column */

  /* State */
  guint n_rows;
  guint n_columns;
  guint row, column;               /* the cursor: an end of the selection */
  guint anchor_row, anchor_column; /* its other end */
  guint cursor_index;
  double frozen_width;
  double header_height;
  double line_height;
  double figure_width;
  int laid_out_width;
  gboolean shape_is_stale;
  gboolean is_editing;
  gboolean was_typed; /* the editor was opened by typing: arrows leave it */
  gboolean has_preedit;
  gboolean is_selecting;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
};

/* bv-grid-view.c */
void bv_grid_view_get_cell_rect (BvGridView *self, guint row, guint column, graphene_rect_t *rect);
gboolean bv_grid_view_find_row (BvGridView *self, double y, guint *row);
gboolean bv_grid_view_find_column (BvGridView *self, double x, guint *column);
gboolean bv_grid_view_has_cells (BvGridView *self);
void bv_grid_view_notice (BvGridView *self, const char *text);
/** The row after (@step 1) or before (-1) @row that has cells; @row when there is none. */
guint bv_grid_view_next_row (BvGridView *self, guint row, int step);

/* bv-grid-view-layout.c */
void bv_grid_view_layout (BvGridView *self, int width);
void bv_grid_view_configure_adjustments (BvGridView *self, int width, int height);
void bv_grid_view_allocate_children (BvGridView *self, int width, int height);

/* bv-grid-view-draw.c */
void bv_grid_view_draw (BvGridView *self, GtkSnapshot *snapshot);
/** Height of the title of @row in lines, 1 or 2, at the present width. */
guint bv_grid_view_count_title_lines (BvGridView *self, guint row);
double bv_grid_view_measure_header (BvGridView *self);
void bv_grid_view_drop_layouts (BvGridView *self);

#define BV_GRID_VIEW_PADDING 10.0
/* The shape before a text, and the space after it. */
#define BV_GRID_VIEW_MARK_WIDTH 16.0

/* bv-grid-view-input.c */
void bv_grid_view_add_controllers (BvGridView *self);

G_END_DECLS
