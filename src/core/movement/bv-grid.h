// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "movement/bv-figure.h"
#include "movement/bv-indicator.h"
#include "movement/bv-period.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* BvGrid: the figures as a spreadsheet page shows and takes them. A snapshot, read in one query;
 * after an act the page loads it again. Plain data: no signals, no thread of its own. */
typedef struct _BvGrid BvGrid;

typedef enum
{
  BV_GRID_ROWS_INDICATORS, /* the indicators of a movement, for one unit */
  BV_GRID_ROWS_UNITS,      /* the units below one, for one indicator */
} BvGridRows;

typedef enum
{
  BV_GRID_PLAN_AND_ACTUAL, /* the year's plan, then the figures of each period */
  BV_GRID_PLANS,           /* the plan of each period, and of the year */
} BvGridContent;

typedef struct
{
  BvGridRows rows;
  BvGridContent content;
  gint64 movement_id;  /* ROWS_INDICATORS; 0: all */
  gint64 unit_id;      /* ROWS_INDICATORS: whose figures; ROWS_UNITS: the parent; 0: the root */
  gint64 indicator_id; /* ROWS_UNITS; ROWS_INDICATORS: shown in any case */
  int year;
  BvPeriodKind period_kind;
} BvGridQuery;

/** BvGridRow: what stands at the left of a row. */
typedef struct
{
  gint64 indicator_id;
  gint64 unit_id;
  char *title; /* name of the indicator or unit */
  char *code;
  char *group_name; /* of the indicator; "" for units */
  char *unit_of_measure;
  const BvIndicator *indicator; /* (transfer none) */
} BvGridRow;

typedef enum
{
  BV_GRID_COLUMN_TARGET,
  BV_GRID_COLUMN_MEASUREMENT,
  BV_GRID_COLUMN_TOTAL,      /* added up, not editable */
  BV_GRID_COLUMN_COMPLETION, /* percent, not editable */
} BvGridColumnKind;

typedef struct
{
  BvGridColumnKind kind;
  const char *period; /* static */
  char *title;        /* translated: "Plan 2023", "M 3", "Total", "Completion" */
  gboolean is_editable;
} BvGridColumn;

/** Reads rows, columns and every value. %NULL with @error; %NULL may be freed. */
BvGrid *bv_grid_load (BvConnection *connection, const BvGridQuery *query, GError **error);
void bv_grid_free (BvGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvGrid, bv_grid_free)

/** What it shows: the query as given, and rows and columns from 0. (transfer none) */
const BvGridQuery *bv_grid_get_query (BvGrid *self);
guint bv_grid_get_n_rows (BvGrid *self);
guint bv_grid_get_n_columns (BvGrid *self);
const BvGridRow *bv_grid_get_row (BvGrid *self, guint row);
const BvGridColumn *bv_grid_get_column (BvGrid *self, guint column);
/** NAN when the cell is empty. */
double bv_grid_get_value (BvGrid *self, guint row, guint column);
/** As shown, with the indicator's decimals: "1.234,5"; "" when empty. (transfer full) */
char *bv_grid_get_text (BvGrid *self, guint row, guint column);
/** As edited: all digits, no groups: "1234,56". (transfer full) */
char *bv_grid_get_edit_text (BvGrid *self, guint row, guint column);
/** Of a whole row, by the direction and tolerance of its indicator. */
BvCompletion bv_grid_get_completion (BvGrid *self, guint row);

/** BvGridCellError: one cell that cannot be taken. */
typedef struct
{
  guint row;
  guint column;
  char *row_title;
  char *column_title;
  char *text;
  char *message; /* one translated sentence, with row, column and text in it */
} BvGridCellError;

/** With all that it owns; %NULL is let be. */
void bv_grid_cell_error_free (BvGridCellError *self);

/** bv_grid_parse_block: a block as Calc, Excel or Gnumeric put it on the clipboard: tabs between
 * cells, a new line after each row, quotes round cells that hold either. (element-type GStrv)
 * (transfer full) */
GPtrArray *bv_grid_parse_block (const char *text);
/** bv_grid_copy_block: the reverse, from the cells' edit texts. (transfer full) */
char *bv_grid_copy_block (BvGrid *self, guint row, guint column, guint n_rows, guint n_columns);

/**
 * bv_grid_write: writes a block of cells whose first is (@row, @column) as one act. An empty text
 * removes the figure. When any cell is bad (letters, a place outside the grid or not editable)
 * nothing is written.
 *
 * @block: (element-type GStrv): rows of texts
 * @errors: (out) (optional) (transfer full) (element-type BvGridCellError): all bad cells
 * Returns: %FALSE with %BV_VALUE_ERROR_FORMAT: the first bad cell in words, and how many more
 */
gboolean bv_grid_write (BvStore *store,
                        BvGrid *self,
                        guint row,
                        guint column,
                        GPtrArray *block,
                        GPtrArray **errors,
                        gint64 *act_id,
                        GError **error);
/** bv_grid_check: the same check without writing. */
gboolean bv_grid_check (BvGrid *self,
                        guint row,
                        guint column,
                        GPtrArray *block,
                        GPtrArray **errors,
                        GError **error);
/** bv_grid_write_async: the same; checked at once, written on the store's thread. The act's title,
 * for the toast, is in its history. Returns from finish: the id of the act, 0 when nothing changed,
 * -1 on error. */
void bv_grid_write_async (BvStore *store,
                          BvGrid *self,
                          guint row,
                          guint column,
                          GPtrArray *block,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** The id of the act, 0 when nothing changed, -1 on error. */
gint64 bv_grid_write_finish (BvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
