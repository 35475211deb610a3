// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "movement/bv-figure.h"
#include "movement/bv-indicator.h"
#include "movement/bv-movement.h"
#include "store/bv-row-list.h"

#include <glib.h>

G_BEGIN_DECLS

/* Lists and acts over movements and indicators, for the window and the command line. */

typedef enum
{
  BV_MOVEMENTS_COLUMN_NAME,
  BV_MOVEMENTS_COLUMN_LEVEL,  /* code */
  BV_MOVEMENTS_COLUMN_MANNER, /* code */
  BV_MOVEMENTS_COLUMN_FROM_DATE,
  BV_MOVEMENTS_COLUMN_TO_DATE,
  BV_MOVEMENTS_COLUMN_N_INDICATORS,
  BV_MOVEMENTS_COLUMN_LAUNCHED_BY,
  BV_MOVEMENTS_N_COLUMNS,
} BvMovementsColumn;

/** @year: 0: all. @search: (nullable). */
BvRowSource *bv_movements_source (int year, const char *search);

typedef enum
{
  BV_INDICATORS_COLUMN_CODE,
  BV_INDICATORS_COLUMN_NAME,
  BV_INDICATORS_COLUMN_GROUP,
  BV_INDICATORS_COLUMN_UNIT_OF_MEASURE,
  BV_INDICATORS_COLUMN_DIRECTION,    /* code */
  BV_INDICATORS_COLUMN_ACCUMULATION, /* code */
  BV_INDICATORS_COLUMN_MOVEMENT,
  BV_INDICATORS_N_COLUMNS,
} BvIndicatorsColumn;

/** @movement_id: 0: all. @search: (nullable). */
BvRowSource *bv_indicators_source (gint64 movement_id, const char *search);

/** One act each of what the function of the record does. Id 0 is inserted and the id filled in. @act_id: (out)
 * (optional): for undo; 0 when nothing changed. */
gboolean
bv_movements_save_movement (BvStore *store, BvMovement *movement, gint64 *act_id, GError **error);
gboolean bv_movements_delete_movement (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_movements_save_indicator (BvStore *store,
                                      BvIndicator *indicator,
                                      gint64 *act_id,
                                      GError **error);
gboolean bv_movements_delete_indicator (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_movements_move_indicator (BvStore *store,
                                      gint64 id,
                                      int position,
                                      gint64 *act_id,
                                      GError **error);
gboolean bv_movements_save_figure (BvStore *store,
                                   BvFigureKind kind,
                                   BvFigure *figure,
                                   gint64 *act_id,
                                   GError **error);

G_END_DECLS
