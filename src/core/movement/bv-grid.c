// SPDX-License-Identifier: GPL-3.0-or-later
/* The figures as a table of cells: reading it, and its texts. Writing is in bv-grid-write.c. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-grid.h"

#include "base/bv-number.h"
#include "movement/bv-figure-table.h"
#include "movement/bv-grid-private.h"
#include "movement/bv-movement.h"
#include "office/bv-setting.h"
#include "office/bv-unit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As many digits as a figure can have been typed with. */
#define EDIT_DECIMALS 6

static void
row_free (gpointer data)
{
  BvGridRow *row = data;

  g_free (row->title);
  g_free (row->code);
  g_free (row->group_name);
  g_free (row->unit_of_measure);
  g_free (row);
}

static void
column_free (gpointer data)
{
  BvGridColumn *column = data;

  g_free (column->title);
  g_free (column);
}

void
bv_grid_free (BvGrid *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_free (self->values);
  g_free (self->completions);
  g_free (self);
}

static void
add_column (BvGrid *self, BvGridColumnKind kind, const char *period, char *title)
{
  BvGridColumn *column = g_new0 (BvGridColumn, 1);

  column->kind = kind;
  column->period = period;
  column->title = title;
  column->is_editable = kind == BV_GRID_COLUMN_TARGET || kind == BV_GRID_COLUMN_MEASUREMENT;
  g_ptr_array_add (self->columns, column);
}

static void
add_columns (BvGrid *self)
{
  const char *const *periods = bv_period_list (self->query.period_kind);
  gboolean is_plans = self->query.content == BV_GRID_PLANS;
  gboolean has_parts = self->query.period_kind != BV_PERIOD_YEAR;

  /* TRANSLATORS: the head of a column: the plan of a year. */
  add_column (self, BV_GRID_COLUMN_TARGET, bv_period_list (BV_PERIOD_YEAR)[0],
              g_strdup_printf (_ ("Plan %d"), self->query.year));
  for (guint i = 0; periods[i] != NULL && (has_parts || !is_plans); i++)
    add_column (self, is_plans ? BV_GRID_COLUMN_TARGET : BV_GRID_COLUMN_MEASUREMENT, periods[i],
                has_parts ? bv_period_short_label (periods[i])
                          : g_strdup_printf (_ ("Actual %d"), self->query.year));
  if (has_parts)
    add_column (self, BV_GRID_COLUMN_TOTAL, bv_period_list (BV_PERIOD_YEAR)[0],
                g_strdup (_ ("Total")));
  if (!is_plans)
    add_column (self, BV_GRID_COLUMN_COMPLETION, bv_period_list (BV_PERIOD_YEAR)[0],
                g_strdup (_ ("Completion")));
}

static void
add_row (BvGrid *self,
         const BvIndicator *indicator,
         gint64 unit_id,
         const char *title,
         const char *code,
         const char *group_name)
{
  BvGridRow *row = g_new0 (BvGridRow, 1);

  row->indicator = indicator;
  row->indicator_id = indicator->id;
  row->unit_id = unit_id;
  row->title = g_strdup (title);
  row->code = g_strdup (code == NULL ? "" : code);
  row->group_name = g_strdup (group_name);
  row->unit_of_measure = g_strdup (indicator->unit_of_measure);
  g_ptr_array_add (self->rows, row);
}

static gboolean
add_indicator_rows (BvGrid *self, BvConnection *connection, GError **error)
{
  self->indicators = bv_indicator_list (connection, self->query.movement_id, error);
  if (self->indicators == NULL)
    return FALSE;
  for (guint i = 0; i < self->indicators->len && self->query.unit_id != 0; i++)
    {
      const BvIndicator *indicator = self->indicators->pdata[i];

      add_row (self, indicator, self->query.unit_id, indicator->name, indicator->code,
               indicator->group_name);
    }
  return TRUE;
}

static gboolean
add_unit_rows (BvGrid *self, BvConnection *connection, GError **error)
{
  g_autofree char *first_day = g_strdup_printf ("%04d-01-01", self->query.year);
  g_autofree char *last_day = g_strdup_printf ("%04d-12-31", self->query.year);
  g_autoptr (GPtrArray) units = NULL;
  BvIndicator *indicator = bv_indicator_load (connection, self->query.indicator_id, error);

  if (indicator == NULL)
    return FALSE;
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_indicator_free);
  g_ptr_array_add (self->indicators, indicator);
  units = bv_unit_list_children (connection, self->query.unit_id, NULL, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = units->pdata[i];

      /* Units that existed on any day of the year. */
      if ((unit->from_date == NULL || strcmp (unit->from_date, last_day) <= 0)
          && (unit->to_date == NULL || strcmp (unit->to_date, first_day) >= 0))
        add_row (self, indicator, unit->id, unit->name, unit->code, "");
    }
  return TRUE;
}

/* Among all movements, those of other years stay away unless a figure of this year says otherwise: an
 * empty reference table of years ago must not stand before the plan of today. */
static gboolean
drop_rows_of_other_years (BvGrid *self,
                          BvConnection *connection,
                          BvFigureTable *table,
                          GError **error)
{
  g_autoptr (GPtrArray) movements = bv_movement_list (connection, self->query.year, error);

  if (movements == NULL)
    return FALSE;
  for (guint i = self->rows->len; i-- > 0;)
    {
      const BvGridRow *row = self->rows->pdata[i];
      gboolean stays = row->indicator_id == self->query.indicator_id
                       || bv_figure_table_has_indicator (table, row->indicator_id);

      for (guint j = 0; j < movements->len && !stays; j++)
        stays = ((BvMovement *) movements->pdata[j])->id == row->indicator->movement_id;
      if (!stays)
        g_ptr_array_remove_index (self->rows, i);
    }
  return TRUE;
}

static double
value_of (const BvGridRow *row,
          const BvGridColumn *column,
          const BvFigureCell *cell,
          gboolean plans)
{
  BvAccumulation how = row->indicator->accumulation;

  switch (column->kind)
    {
    case BV_GRID_COLUMN_TARGET:
      return bv_year_figures_get (&cell->plans, column->period);
    case BV_GRID_COLUMN_MEASUREMENT:
      return bv_year_figures_get (&cell->actuals, column->period);
    case BV_GRID_COLUMN_TOTAL:
    case BV_GRID_COLUMN_COMPLETION:
    default:
      if (plans)
        {
          /* What the parts come to, to be compared with the plan of the year beside it. */
          BvYearFigures parts = cell->plans;

          parts.year = NAN;
          return bv_accumulate (how, &parts, 12).value;
        }
      return bv_accumulate (how, &cell->actuals, 12).value;
    }
}

static void
fill (BvGrid *self, BvFigureTable *table, double nearly)
{
  guint n_columns = self->columns->len;

  self->values = g_new (double, (gsize) self->rows->len *n_columns);
  self->completions = g_new0 (BvCompletion, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BvGridRow *row = self->rows->pdata[i];
      const BvIndicator *indicator = row->indicator;
      const BvFigureCell *cell = bv_figure_table_get (table, row->indicator_id, row->unit_id);

      bv_completion_compute (indicator->direction,
                             bv_plan_of_year (indicator->accumulation, &cell->plans),
                             bv_accumulate (indicator->accumulation, &cell->actuals, 12).value,
                             indicator->tolerance, nearly, &self->completions[i], NULL);
      for (guint j = 0; j < n_columns; j++)
        {
          const BvGridColumn *column = self->columns->pdata[j];

          self->values[i * n_columns + j] = column->kind == BV_GRID_COLUMN_COMPLETION
                                              ? self->completions[i].percent
                                              : value_of (row, column, cell,
                                                          self->query.content == BV_GRID_PLANS);
        }
    }
}

BvGrid *
bv_grid_load (BvConnection *connection, const BvGridQuery *query, GError **error)
{
  g_autoptr (BvGrid) self = g_new0 (BvGrid, 1);
  g_autoptr (BvFigureTable) table = NULL;
  g_autoptr (GError) local = NULL;
  BvFigureTableQuery figures = { .year = query->year };
  double nearly;

  self->query = *query;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  nearly = (double) bv_setting_get_int (connection, BV_SETTING_NEARLY_PERCENT, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!bv_figure_root_unit (connection, query->unit_id, query->year, &self->query.unit_id, error))
    return NULL;
  if (query->rows == BV_GRID_ROWS_UNITS)
    {
      figures.indicator_id = query->indicator_id;
      figures.parent_id = self->query.unit_id;
      if (!add_unit_rows (self, connection, error))
        return NULL;
    }
  else
    {
      figures.movement_id = query->movement_id;
      figures.unit_id = self->query.unit_id;
      if (!add_indicator_rows (self, connection, error))
        return NULL;
    }
  table = bv_figure_table_load (connection, &figures, error);
  if (table == NULL)
    return NULL;
  if (query->rows != BV_GRID_ROWS_UNITS && query->movement_id == 0
      && !drop_rows_of_other_years (self, connection, table, error))
    return NULL;
  add_columns (self);
  fill (self, table, nearly);
  return g_steal_pointer (&self);
}

const BvGridQuery *
bv_grid_get_query (BvGrid *self)
{
  return &self->query;
}

guint
bv_grid_get_n_rows (BvGrid *self)
{
  return self->rows->len;
}

guint
bv_grid_get_n_columns (BvGrid *self)
{
  return self->columns->len;
}

const BvGridRow *
bv_grid_get_row (BvGrid *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return self->rows->pdata[row];
}

const BvGridColumn *
bv_grid_get_column (BvGrid *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return self->columns->pdata[column];
}

double
bv_grid_get_value (BvGrid *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NAN);
  return self->values[row * self->columns->len + column];
}

char *
bv_grid_get_text (BvGrid *self, guint row, guint column)
{
  double value = bv_grid_get_value (self, row, column);
  g_autofree char *percent = NULL;

  if (isnan (value))
    return g_strdup ("");
  if (bv_grid_get_column (self, column)->kind != BV_GRID_COLUMN_COMPLETION)
    return bv_number_format (value, bv_grid_get_row (self, row)->indicator->decimals);
  percent = bv_number_format (value, 1);
  return g_strconcat (percent, "%", NULL);
}

char *
bv_grid_get_edit_text (BvGrid *self, guint row, guint column)
{
  double value = bv_grid_get_value (self, row, column);
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;

  if (isnan (value))
    return g_strdup ("");
  /* Without groups: "1.234" on another program's clipboard could be read as 1,234. */
  text = bv_number_format_trim (value, EDIT_DECIMALS);
  groups = g_strsplit (text, ".", -1);
  return g_strjoinv ("", groups);
}

BvCompletion
bv_grid_get_completion (BvGrid *self, guint row)
{
  BvCompletion none = { BV_COMPLETION_NO_PLAN, NAN };

  g_return_val_if_fail (row < self->rows->len, none);
  return self->completions[row];
}

char *
bv_grid_copy_block (BvGrid *self, guint row, guint column, guint n_rows, guint n_columns)
{
  GString *block = g_string_new (NULL);

  for (guint i = row; i < row + n_rows && i < self->rows->len; i++)
    {
      for (guint j = column; j < column + n_columns && j < self->columns->len; j++)
        {
          g_autofree char *text = bv_grid_get_edit_text (self, i, j);

          if (j > column)
            g_string_append_c (block, '\t');
          g_string_append (block, text);
        }
      g_string_append_c (block, '\n');
    }
  return g_string_free (block, FALSE);
}
