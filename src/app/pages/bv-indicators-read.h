// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "movement/bv-grid.h"
#include "movement/bv-indicator-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the page of indicators reads in one go, on a worker. */

typedef struct
{
  BvGridQuery query;
  int through_month;
  gboolean is_first; /* nothing was chosen yet: the movement of all plans is shown */
} BvIndicatorsAsk;

typedef struct
{
  GPtrArray *movements; /* of BvMovement */
  BvGrid *grid;
  BvIndicatorSummary *summary;
  guint n_indicators; /* in the movement, also without figures */
  char *unit_name;
} BvIndicatorsAnswer;

void bv_indicators_answer_free (BvIndicatorsAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIndicatorsAnswer, bv_indicators_answer_free)

/** bv_indicators_read: a BvReadFunc. @user_data: a BvIndicatorsAsk. Returns a BvIndicatorsAnswer. */
gpointer bv_indicators_read (BvConnection *connection,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
