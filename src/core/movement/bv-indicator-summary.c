// SPDX-License-Identifier: GPL-3.0-or-later
/* The year's results of a unit, counted: "20 of 22 indicators met or exceeded". */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-indicator-summary.h"

#include "movement/bv-figure-table.h"
#include "office/bv-register.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
bv_indicator_result_free (BvIndicatorResult *self)
{
  if (self == NULL)
    return;
  bv_indicator_free (self->indicator);
  g_free (self->unit_name);
  g_free (self);
}

void
bv_indicator_summary_free (BvIndicatorSummary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->results);
  g_free (self);
}

/* A mean has more decimals than the indicator: what is shown as reached must count as reached. */
static double
round_to_decimals (double value, int decimals)
{
  double scale = pow (10.0, decimals + 3);

  return round (value * scale) / scale;
}

static BvIndicatorResult *
compute_result (const BvIndicator *indicator,
                const BvFigureCell *cell,
                int through_month,
                double nearly_percent)
{
  BvIndicatorResult *result = g_new0 (BvIndicatorResult, 1);

  result->indicator = bv_indicator_copy (indicator);
  result->plan = bv_plan_of_year (indicator->accumulation, &cell->plans);
  result->accumulated = bv_accumulate (indicator->accumulation, &cell->actuals, through_month);
  result->actual = result->accumulated.value;
  if (!isnan (result->actual))
    result->actual = round_to_decimals (result->actual, indicator->decimals);
  result->last_year = bv_accumulate (indicator->accumulation, &cell->last_year, 12).value;
  result->expected = bv_pace_expected (indicator->accumulation, &cell->plans, indicator->baseline,
                                       through_month);
  bv_completion_compute (indicator->direction, result->plan, result->actual, indicator->tolerance,
                         nearly_percent, &result->completion, NULL);
  bv_completion_compute (indicator->direction, result->expected, result->actual,
                         indicator->tolerance, nearly_percent, &result->pace, NULL);
  return result;
}

static void
count (BvIndicatorSummary *self, const BvIndicatorResult *result)
{
  self->n_indicators++;
  if (result->completion.status != BV_COMPLETION_NO_PLAN)
    self->n_planned++;
  switch (result->completion.status)
    {
    case BV_COMPLETION_EXCEEDED:
      self->n_exceeded++;
      break;
    case BV_COMPLETION_MET:
      self->n_met++;
      break;
    case BV_COMPLETION_NEARLY:
      self->n_nearly++;
      break;
    case BV_COMPLETION_NOT_MET:
      self->n_not_met++;
      break;
    case BV_COMPLETION_NO_FIGURE:
      self->n_no_figure++;
      break;
    case BV_COMPLETION_ASK:
      self->n_ask++;
      break;
    case BV_COMPLETION_NO_PLAN:
    default:
      break;
    }
  if (result->pace.status == BV_COMPLETION_NEARLY || result->pace.status == BV_COMPLETION_NOT_MET)
    self->n_behind++;
}

BvIndicatorSummary *
bv_indicator_summary (BvConnection *connection,
                      gint64 movement_id,
                      gint64 unit_id,
                      int year,
                      int through_month,
                      GError **error)
{
  g_autoptr (BvIndicatorSummary) self = g_new0 (BvIndicatorSummary, 1);
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (BvFigureTable) table = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *unit_name = NULL;
  BvFigureTableQuery query = { .movement_id = movement_id, .year = year };
  double nearly;

  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_indicator_result_free);
  self->year = year;
  self->through_month = CLAMP (through_month, 1, 12);
  if (!bv_figure_root_unit (connection, unit_id, year, &query.unit_id, error))
    return NULL;
  if (query.unit_id == 0)
    return g_steal_pointer (&self);
  unit_name = bv_register_subject_name (connection, query.unit_id, NULL, error);
  if (unit_name == NULL)
    return NULL;
  nearly = (double) bv_setting_get_int (connection, BV_SETTING_NEARLY_PERCENT, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  indicators = bv_indicator_list (connection, movement_id, error);
  table = indicators == NULL ? NULL : bv_figure_table_load (connection, &query, error);
  if (table == NULL)
    return NULL;
  for (guint i = 0; i < indicators->len; i++)
    {
      const BvIndicator *indicator = indicators->pdata[i];
      BvIndicatorResult *result;

      if (!bv_figure_table_has_indicator (table, indicator->id))
        continue;
      result = compute_result (indicator, bv_figure_table_get (table, indicator->id, query.unit_id),
                               self->through_month, nearly);
      result->unit_id = query.unit_id;
      result->unit_name = g_strdup (unit_name);
      g_ptr_array_add (self->results, result);
      count (self, result);
    }
  return g_steal_pointer (&self);
}

char *
bv_indicator_summary_sentence (const BvIndicatorSummary *self)
{
  /* TRANSLATORS: indicators that were met or exceeded, of all that had a plan. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u indicator met or exceeded",
                                       "%u of %u indicators met or exceeded", self->n_planned),
                          self->n_met + self->n_exceeded, self->n_planned);
}

GArray *
bv_indicator_years (BvConnection *connection, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT year FROM target UNION SELECT year FROM measurement ORDER BY 1", "");
  gboolean has_row;

  while (statement != NULL)
    {
      int year;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&years);
      year = (int) bv_statement_int (statement, 0);
      g_array_append_val (years, year);
    }
  return NULL;
}
