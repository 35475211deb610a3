// SPDX-License-Identifier: GPL-3.0-or-later
/* Plan against actual over time, with last year behind: what the second chart draws. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-indicator-summary.h"

#include "movement/bv-figure-table.h"
#include "store/bv-connection.h"

#include <math.h>

void
bv_indicator_series_free (BvIndicatorSeries *self)
{
  if (self == NULL)
    return;
  bv_indicator_free (self->indicator);
  g_strfreev (self->labels);
  g_free (self->plan);
  g_free (self->actual);
  g_free (self->last_year);
  g_free (self);
}

/* NAN from the first period on that nothing covers: a line ends where the figures end, and does not
 * run on flat. */
static double
value_at (const BvIndicatorSeries *self, const BvYearFigures *figures, const char *period)
{
  BvAccumulation how = self->indicator->accumulation;
  BvYearFigures parts = *figures;
  BvAccumulated total;

  if (!self->is_cumulative)
    return bv_accumulate_period (how, figures, period).value;
  parts.year = NAN;
  total = bv_accumulate (how, &parts, bv_period_last_month (period));
  return total.last_month >= bv_period_first_month (period) ? total.value : NAN;
}

static double
plan_at (const BvIndicatorSeries *self, const BvYearFigures *plans, const char *period)
{
  BvAccumulation how = self->indicator->accumulation;
  double own = bv_accumulate_period (how, plans, period).value;

  if (self->is_cumulative)
    return bv_pace_expected (how, plans, self->indicator->baseline, bv_period_last_month (period));
  if (!isnan (own) || how == BV_ACCUMULATION_SUM)
    return own;
  return bv_pace_expected (how, plans, self->indicator->baseline, bv_period_last_month (period));
}

BvIndicatorSeries *
bv_indicator_series (BvConnection *connection,
                     gint64 indicator_id,
                     gint64 unit_id,
                     int year,
                     BvPeriodKind kind,
                     gboolean cumulative,
                     GError **error)
{
  g_autoptr (BvIndicatorSeries) self = g_new0 (BvIndicatorSeries, 1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (BvFigureTable) table = NULL;
  BvFigureTableQuery query = { .indicator_id = indicator_id, .year = year };
  const BvFigureCell *cell;

  self->indicator = bv_indicator_load (connection, indicator_id, error);
  if (self->indicator == NULL
      || !bv_figure_root_unit (connection, unit_id, year, &query.unit_id, error))
    return NULL;
  table = bv_figure_table_load (connection, &query, error);
  if (table == NULL)
    return NULL;
  cell = bv_figure_table_get (table, indicator_id, query.unit_id);
  self->year = year;
  self->is_cumulative = cumulative;
  self->periods = bv_period_list (kind);
  self->n = g_strv_length ((char **) self->periods);
  self->plan = g_new (double, self->n);
  self->actual = g_new (double, self->n);
  self->last_year = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *label = bv_period_short_label (self->periods[i]);

      g_strv_builder_add (labels, label);
      self->plan[i] = plan_at (self, &cell->plans, self->periods[i]);
      self->actual[i] = value_at (self, &cell->actuals, self->periods[i]);
      self->last_year[i] = value_at (self, &cell->last_year, self->periods[i]);
    }
  self->labels = g_strv_builder_end (labels);
  return g_steal_pointer (&self);
}
