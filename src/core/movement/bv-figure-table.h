// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "movement/bv-completion.h"

#include <glib.h>

G_BEGIN_DECLS

/* All figures that a page needs, read in one query. For the files of this folder. */

/** BvFigureCell: what is known of one indicator in one unit. */
typedef struct
{
  gint64 indicator_id;
  gint64 unit_id;
  BvYearFigures plans;
  BvYearFigures actuals;
  BvYearFigures last_year; /* actuals of the year before */
} BvFigureCell;

typedef struct _BvFigureTable BvFigureTable;

typedef struct
{
  gint64 movement_id;  /* 0: all */
  gint64 indicator_id; /* 0: all */
  gint64 unit_id;      /* this unit; 0: see parent_id */
  gint64 parent_id;    /* the units directly below this one; 0 together with unit_id 0: all */
  int year;
} BvFigureTableQuery;

/** All plans and figures that the query asks for, read at once. %NULL with @error; %NULL may be freed. */
BvFigureTable *
bv_figure_table_load (BvConnection *connection, const BvFigureTableQuery *query, GError **error);
void bv_figure_table_free (BvFigureTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFigureTable, bv_figure_table_free)

/** (transfer none): a cell of NANs when nothing is known. */
const BvFigureCell *bv_figure_table_get (BvFigureTable *self, gint64 indicator_id, gint64 unit_id);
/** Whether there is a plan or a figure of the year itself. */
gboolean bv_figure_table_has_indicator (BvFigureTable *self, gint64 indicator_id);
/** Likewise. */
gboolean bv_figure_table_has_unit (BvFigureTable *self, gint64 unit_id);

/** bv_figure_root_unit: @id, or for 0 the first root of the units that existed at the end of @year
 * (else the first root). 0 when there are no units. */
gboolean bv_figure_root_unit (BvConnection *connection,
                              gint64 id,
                              int year,
                              gint64 *root_id,
                              GError **error);

G_END_DECLS
