// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "store/bv-row-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvListColumnKind: how a cell is set. */
typedef enum
{
  BV_LIST_COLUMN_TEXT,
  BV_LIST_COLUMN_NUMBER, /* whole number in Vietnamese groups, right-aligned; "" for NULL and 0 */
  BV_LIST_COLUMN_MONEY,  /* đồng, right-aligned */
  BV_LIST_COLUMN_DATE,   /* ISO in the row, 05/02/2024 on the screen */
  BV_LIST_COLUMN_CHECK,  /* a mark when the number is not 0 */
  BV_LIST_COLUMN_TITLE, /* what names the row: goes on in a second line; for lists of some hundreds of rows */
} BvListColumnKind;

/** BvListFormatFunc: the text of a cell, (transfer full); for codes and what is put together. */
typedef char *(*BvListFormatFunc) (BvRow *row, guint column);

/** BvListIconFunc: the icon before the text of a cell, (transfer none) (nullable); it never speaks alone. */
typedef const char *(*BvListIconFunc) (BvRow *row, guint column);

/** BvListColumn: one column of a list; lists of them are static arrays. */
typedef struct
{
  const char *id;    /* remembered by this name: never rename */
  const char *title; /* N_() */
  BvListColumnKind kind;
  guint column;            /* of the row source */
  int width;               /* px; 0: takes what is left (one column of each list) */
  gboolean is_sortable;    /* the page's source func understands @id */
  gboolean is_hidden;      /* until the officer shows it */
  BvListFormatFunc format; /* (nullable) */
  BvListIconFunc icon;     /* (nullable) */
} BvListColumn;

/**
 * BvListSourceFunc: the query of the list, anew.
 *
 * @sort: id of the column sorted by, (nullable): the natural order
 * Returns: (transfer full)
 */
typedef BvRowSource *(*BvListSourceFunc) (const char *sort,
                                          gboolean descending,
                                          gpointer user_data);

/**
 * BvListView: a table over a windowed #BvRowList: sorted by its headers (in SQL), with columns whose
 * width, visibility and sorting are remembered, selection and scroll kept by row id when the rows are
 * read anew. Enter or a double click activates a row.
 *
 * Signals:
 *   ::selection-changed ()      another row, or other rows, are selected
 *   ::activate (gint64 id)      a row was activated
 *   ::loaded ()                 the rows of the newest query are there
 *   ::failed (GError)           they could not be read
 */
#define BV_TYPE_LIST_VIEW (bv_list_view_get_type ())
G_DECLARE_FINAL_TYPE (BvListView, bv_list_view, BV, LIST_VIEW, GtkWidget)

/**
 * bv_list_view_set_columns: to be called once, before anything else.
 *
 * @name: under which the settings remember the list: "people"
 * @label: accessible name, translated
 * @columns: static
 */
void bv_list_view_set_columns (BvListView *self,
                               const char *name,
                               const char *label,
                               const BvListColumn *columns,
                               guint n_columns);
void bv_list_view_set_source_func (BvListView *self, BvListSourceFunc func, gpointer user_data);
/** Several rows may be selected (Shift, Ctrl, Ctrl+A). Before the first load. */
void bv_list_view_set_multiple (BvListView *self, gboolean multiple);
/** bv_list_view_set_nothing: what is said when the list is empty, where "Nothing found" would be wrong. */
void bv_list_view_set_nothing (BvListView *self,
                               const char *icon_name,
                               const char *title,
                               const char *description);
/**
 * bv_list_view_set_nothing_action: the way out of an empty list, as a button under what is said.
 *
 * @label: (nullable): with mnemonic; %NULL: no button
 * @action_target: (nullable): consumed when floating
 */
void bv_list_view_set_nothing_action (BvListView *self,
                                      const char *label,
                                      const char *action_name,
                                      GVariant *action_target);
/** @store: (nullable): the list is empty then. Loads. */
void bv_list_view_set_store (BvListView *self, BvStore *store);
/** Asks the source func again: another filter, another search. The list starts at its top. */
void bv_list_view_requery (BvListView *self);
/** Reads the same query again after an act: selection and scroll stay. */
void bv_list_view_reload (BvListView *self);

/** (transfer none) (nullable) */
BvRowList *bv_list_view_get_rows (BvListView *self);
guint bv_list_view_get_n_rows (BvListView *self);
gboolean bv_list_view_is_loading (BvListView *self);

/** 0 when none (or several) are selected. */
gint64 bv_list_view_get_selected (BvListView *self);
/** (element-type gint64) (transfer full): in the order of the list. */
GArray *bv_list_view_get_selected_ids (BvListView *self);
/** Selects and scrolls to a row, at once or as soon as the rows are there. 0: none. */
void bv_list_view_select (BvListView *self, gint64 id);
/** Whether a first row is selected by itself when nothing is (a list with a pane beside it). */
void bv_list_view_set_autoselect (BvListView *self, gboolean autoselect);
/** bv_list_view_show_column: a column that the page shows for some years or kinds only; what the officer chose
 * for it is not touched. */
void bv_list_view_show_column (BvListView *self, const char *id, gboolean shown);
/** bv_list_view_move: selects the row @by places below (or above) the current one, also while rows are read anew: who
 * types row after row is not held up. */
void bv_list_view_move (BvListView *self, int by);
/** The row that keys are about: the one selected, or to be selected as soon as the rows are there. 0: none. */
gint64 bv_list_view_get_current (BvListView *self);
/** (transfer none): a menu button for the header bar that shows and hides columns. */
GtkWidget *bv_list_view_get_columns_button (BvListView *self);

G_END_DECLS
