// SPDX-License-Identifier: GPL-3.0-or-later
/* Heat maps: completion of indicators by units, or by the periods of a year. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-indicator-summary.h"

#include "movement/bv-figure-table.h"
#include "office/bv-setting.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <math.h>

void
bv_heat_map_free (BvHeatMap *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->unit_ids, g_array_unref);
  g_free (self->cells);
  g_free (self->plans);
  g_free (self->actuals);
  g_free (self);
}

static BvHeatMap *
new_map (void)
{
  BvHeatMap *self = g_new0 (BvHeatMap, 1);

  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_indicator_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static gboolean
add_indicators (BvHeatMap *self,
                BvConnection *connection,
                gint64 movement_id,
                BvFigureTable *table,
                GError **error)
{
  g_autoptr (GPtrArray) all = bv_indicator_list (connection, movement_id, error);
  gsize n;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (bv_figure_table_has_indicator (table, ((BvIndicator *) all->pdata[i])->id))
      g_ptr_array_add (self->indicators, bv_indicator_copy (all->pdata[i]));
  n = (gsize) self->indicators->len * self->columns->len;
  self->cells = g_new0 (BvCompletion, n);
  self->plans = g_new0 (double, n);
  self->actuals = g_new0 (double, n);
  return TRUE;
}

static void
fill_cell (BvHeatMap *self, guint row, guint column, double plan, double actual, double nearly)
{
  const BvIndicator *indicator = self->indicators->pdata[row];
  gsize place = (gsize) row * self->columns->len + column;

  self->plans[place] = plan;
  self->actuals[place] = actual;
  bv_completion_compute (indicator->direction, plan, actual, indicator->tolerance, nearly,
                         &self->cells[place], NULL);
}

static gboolean
read_nearly (BvConnection *connection, double *nearly, GError **error)
{
  g_autoptr (GError) local = NULL;

  *nearly = (double) bv_setting_get_int (connection, BV_SETTING_NEARLY_PERCENT, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

BvHeatMap *
bv_heat_map_by_unit (BvConnection *connection,
                     gint64 movement_id,
                     gint64 parent_id,
                     int year,
                     int through_month,
                     GError **error)
{
  g_autoptr (BvHeatMap) self = new_map ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (BvFigureTable) table = NULL;
  BvFigureTableQuery query = { .movement_id = movement_id, .year = year };
  double nearly;

  if (!bv_figure_root_unit (connection, parent_id, year, &query.parent_id, error)
      || !read_nearly (connection, &nearly, error))
    return NULL;
  units = bv_unit_list_children (connection, query.parent_id, NULL, error);
  table = units == NULL ? NULL : bv_figure_table_load (connection, &query, error);
  if (table == NULL)
    return NULL;
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = units->pdata[i];

      if (!bv_figure_table_has_unit (table, unit->id))
        continue;
      g_ptr_array_add (self->columns,
                       g_strdup (unit->abbreviation[0] != '\0' ? unit->abbreviation : unit->name));
      g_array_append_val (self->unit_ids, unit->id);
    }
  if (!add_indicators (self, connection, movement_id, table, error))
    return NULL;
  for (guint row = 0; row < self->indicators->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        const BvIndicator *indicator = self->indicators->pdata[row];
        const BvFigureCell *cell = bv_figure_table_get (
          table, indicator->id, g_array_index (self->unit_ids, gint64, column));

        fill_cell (self, row, column, bv_plan_of_year (indicator->accumulation, &cell->plans),
                   bv_accumulate (indicator->accumulation, &cell->actuals, through_month).value,
                   nearly);
      }
  return g_steal_pointer (&self);
}

/* The plan for one period: its own; else of a sum the even share, of a level the pace, of a mean
 * the year's plan. */
static double
plan_of_period (const BvIndicator *indicator, const BvYearFigures *plans, const char *period)
{
  double own = bv_accumulate_period (indicator->accumulation, plans, period).value;
  int months = bv_period_last_month (period) - bv_period_first_month (period) + 1;

  if (!isnan (own))
    return own;
  if (indicator->accumulation == BV_ACCUMULATION_SUM)
    return bv_plan_of_year (indicator->accumulation, plans) * months / 12.0;
  return bv_pace_expected (indicator->accumulation, plans, indicator->baseline,
                           bv_period_last_month (period));
}

BvHeatMap *
bv_heat_map_by_period (BvConnection *connection,
                       gint64 movement_id,
                       gint64 unit_id,
                       int year,
                       BvPeriodKind kind,
                       GError **error)
{
  g_autoptr (BvHeatMap) self = new_map ();
  g_autoptr (BvFigureTable) table = NULL;
  BvFigureTableQuery query = { .movement_id = movement_id, .year = year };
  const char *const *periods = bv_period_list (kind);
  double nearly;

  if (!bv_figure_root_unit (connection, unit_id, year, &query.unit_id, error)
      || !read_nearly (connection, &nearly, error))
    return NULL;
  table = bv_figure_table_load (connection, &query, error);
  if (table == NULL)
    return NULL;
  for (guint i = 0; periods[i] != NULL; i++)
    {
      g_ptr_array_add (self->columns, bv_period_short_label (periods[i]));
      g_array_append_val (self->unit_ids, query.unit_id);
    }
  if (!add_indicators (self, connection, movement_id, table, error))
    return NULL;
  for (guint row = 0; row < self->indicators->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        const BvIndicator *indicator = self->indicators->pdata[row];
        const BvFigureCell *cell = bv_figure_table_get (table, indicator->id, query.unit_id);

        fill_cell (
          self, row, column, plan_of_period (indicator, &cell->plans, periods[column]),
          bv_accumulate_period (indicator->accumulation, &cell->actuals, periods[column]).value,
          nearly);
      }
  return g_steal_pointer (&self);
}
