// SPDX-License-Identifier: GPL-3.0-or-later
/* The one read behind the page of indicators: movements, figures, what came of the plans. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-indicators-read.h"

#include "movement/bv-movement.h"
#include "office/bv-register.h"

#include <math.h>

void
bv_indicators_answer_free (BvIndicatorsAnswer *answer)
{
  g_clear_pointer (&answer->movements, g_ptr_array_unref);
  g_clear_pointer (&answer->grid, bv_grid_free);
  g_clear_pointer (&answer->summary, bv_indicator_summary_free);
  g_free (answer->unit_name);
  g_free (answer);
}

/* The movement that all planned indicators belong to; 0 (all movements) when they belong to several,
 * so that the headline counts what the year's report counts. */
static gint64
find_main_movement (const BvIndicatorSummary *summary)
{
  gint64 id = 0;

  for (guint i = 0; i < summary->results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (summary->results, i);

      if (isnan (result->plan))
        continue;
      if (id != 0 && id != result->indicator->movement_id)
        return 0;
      id = result->indicator->movement_id;
    }
  return id;
}

gpointer
bv_indicators_read (BvConnection *connection,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  BvIndicatorsAsk *ask = user_data;
  g_autoptr (BvIndicatorsAnswer) answer = g_new0 (BvIndicatorsAnswer, 1);
  gboolean is_known = ask->query.movement_id == 0;

  answer->movements = bv_movement_list (connection, ask->query.year, error);
  if (answer->movements == NULL)
    return NULL;
  /* A movement that was deleted, or that does not run in another year: all of them then. */
  for (guint i = 0; i < answer->movements->len && !is_known; i++)
    is_known = ((BvMovement *) g_ptr_array_index (answer->movements, i))->id
               == ask->query.movement_id;
  if (!is_known)
    ask->query.movement_id = 0;
  if (ask->is_first)
    {
      g_autoptr (BvIndicatorSummary) all = bv_indicator_summary (
        connection, 0, ask->query.unit_id, ask->query.year, ask->through_month, error);

      if (all == NULL)
        return NULL;
      ask->query.movement_id = find_main_movement (all);
    }
  answer->grid = bv_grid_load (connection, &ask->query, error);
  if (answer->grid == NULL)
    return NULL;
  answer->summary = bv_indicator_summary (connection, ask->query.movement_id, ask->query.unit_id,
                                          ask->query.year, ask->through_month, error);
  if (answer->summary == NULL)
    return NULL;
  answer->n_indicators = bv_grid_get_n_rows (answer->grid);
  if (ask->query.unit_id != 0)
    answer->unit_name = bv_register_subject_name (connection, ask->query.unit_id, NULL, error);
  if (ask->query.unit_id != 0 && answer->unit_name == NULL)
    return NULL;
  return g_steal_pointer (&answer);
}
