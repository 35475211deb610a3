// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "movement/bv-completion.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvIndicator: *chỉ tiêu*: what is measured, and how its figures are read. */
typedef struct
{
  gint64 id;
  gint64 movement_id;
  char *code;            /* "KT01"; "" */
  char *name;            /* "Tỷ lệ hộ nghèo đa chiều" */
  char *group_name;      /* "Kinh tế", "Xã hội", "Môi trường"; "" */
  char *unit_of_measure; /* "%", "ha", "triệu đồng/người" */
  int decimals;          /* 0 to 6 */
  BvDirection direction;
  BvAccumulation accumulation;
  double baseline;  /* the year before the movement; NAN if unknown */
  double tolerance; /* for REACH, in the unit of measure */
  char *source;     /* who or what the figures come from */
  int position;     /* 0 on insert: at the end */
} BvIndicator;

/** An empty one (id 0, texts "", those that may be absent %NULL, baseline NAN), a deep copy, and its end; %NULL is
 * let be. */
BvIndicator *bv_indicator_new (void);
BvIndicator *bv_indicator_copy (const BvIndicator *self);
void bv_indicator_free (BvIndicator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIndicator, bv_indicator_free)

/** (element-type BvProblem) */
GPtrArray *bv_indicator_validate (const BvIndicator *self);
BvIndicator *bv_indicator_load (BvConnection *connection, gint64 id, GError **error);
/** (element-type BvIndicator): of one movement (0: all), in order. */
GPtrArray *bv_indicator_list (BvConnection *connection, gint64 movement_id, GError **error);
/** bv_indicator_find: by code or by name (without marks) in a movement (0: any). @id: (out): 0 if
 * none. */
gboolean bv_indicator_find (BvConnection *connection,
                            gint64 movement_id,
                            const char *text,
                            gint64 *id,
                            GError **error);
/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. A code
 * that another indicator of the movement bears is %BV_VALUE_ERROR_DUPLICATE. */
gboolean bv_indicator_save (BvConnection *connection, BvIndicator *self, GError **error);
/** Its targets and measurements go with it. */
gboolean bv_indicator_delete (BvConnection *connection, gint64 id, GError **error);
/** bv_indicator_move: to @position (0 = first) in its movement. */
gboolean bv_indicator_move (BvConnection *connection, gint64 id, int position, GError **error);
/** "12,5 %": a value with the indicator's decimals and unit of measure. (transfer full) */
char *bv_indicator_format (const BvIndicator *self, double value, gboolean with_unit);

G_END_DECLS
