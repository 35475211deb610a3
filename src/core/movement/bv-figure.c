// SPDX-License-Identifier: GPL-3.0-or-later
/* Targets and measurements: two tables of one shape. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-figure.h"

#include "base/bv-error.h"
#include "movement/bv-period.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvFigure, period),
  BV_RECORD_TEXT (BvFigure, note),
};

/* The same statement for either table, each one constant text for the cache. */
#define FOR_TABLE(kind, before, after)                                                             \
  ((kind) == BV_FIGURE_TARGET ? before "target" after : before "measurement" after)

BvFigure *
bv_figure_new (void)
{
  return bv_record_new (sizeof (BvFigure), texts, G_N_ELEMENTS (texts));
}

void
bv_figure_free (BvFigure *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_figure_validate (const BvFigure *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (self->indicator_id == 0)
    bv_problems_add (problems, "indicator_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the indicator."));
  if (self->unit_id == 0)
    bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the unit."));
  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    {
      g_autofree char *message = g_strdup_printf (_ ("The year must be between %d and %d."),
                                                  FIRST_YEAR, LAST_YEAR);

      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
    }
  if (!bv_period_is_valid (self->period))
    bv_problems_add (problems, "period", BV_VALUE_ERROR_UNKNOWN,
                     _ ("Choose the year, a quarter or a month."));
  if (!isfinite (self->value))
    bv_problems_add (problems, "value", BV_VALUE_ERROR_FORMAT,
                     _ ("The value is no usable number."));
  return problems;
}

gboolean
bv_figure_save (BvConnection *connection, BvFigureKind kind, BvFigure *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_figure_validate (self);
  return bv_problems_check (problems, error)
         && bv_connection_run (
           connection, error,
           FOR_TABLE (kind, "INSERT INTO ",
                      " (indicator_id, unit_id, year, period, value, note)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                      " ON CONFLICT (indicator_id, unit_id, year, period)"
                      " DO UPDATE SET value = excluded.value, note = excluded.note"),
           "iiisds", self->indicator_id, self->unit_id, (gint64) self->year, self->period,
           self->value, self->note)
         && bv_connection_query_int (
           connection, &self->id, 0, error,
           FOR_TABLE (kind, "SELECT id FROM ",
                      " WHERE indicator_id = ?1 AND unit_id = ?2 AND year = ?3 AND period = ?4"),
           "iiis", self->indicator_id, self->unit_id, (gint64) self->year, self->period);
}

gboolean
bv_figure_delete (BvConnection *connection,
                  BvFigureKind kind,
                  gint64 indicator_id,
                  gint64 unit_id,
                  int year,
                  const char *period,
                  GError **error)
{
  return bv_connection_run (
    connection, error,
    FOR_TABLE (kind, "DELETE FROM ",
               " WHERE indicator_id = ?1 AND unit_id = ?2 AND year = ?3 AND period = ?4"),
    "iiis", indicator_id, unit_id, (gint64) year, period);
}

GPtrArray *
bv_figure_list (BvConnection *connection,
                BvFigureKind kind,
                gint64 indicator_id,
                gint64 unit_id,
                int year,
                GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_figure_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    FOR_TABLE (kind, "SELECT period, note, id, indicator_id, unit_id, year, value FROM ",
               " WHERE ?1 IN (0, indicator_id) AND ?2 IN (0, unit_id) AND ?3 IN (0, year)"
               " ORDER BY indicator_id, unit_id, year, substr (period, 1, 1), period"),
    "iii", indicator_id, unit_id, (gint64) year);
  gboolean has_row;

  while (statement != NULL)
    {
      BvFigure *figure;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      figure = bv_figure_new ();
      bv_record_read (figure, texts, G_N_ELEMENTS (texts), statement, 0);
      figure->id = bv_statement_int (statement, 2);
      figure->indicator_id = bv_statement_int (statement, 3);
      figure->unit_id = bv_statement_int (statement, 4);
      figure->year = (int) bv_statement_int (statement, 5);
      figure->value = bv_statement_double (statement, 6);
      g_ptr_array_add (list, figure);
    }
  return NULL;
}

gboolean
bv_figure_year (BvConnection *connection,
                BvFigureKind kind,
                gint64 indicator_id,
                gint64 unit_id,
                int year,
                BvYearFigures *figures,
                GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    FOR_TABLE (kind, "SELECT period, value FROM ",
               " WHERE indicator_id = ?1 AND unit_id = ?2 AND year = ?3"),
    "iii", indicator_id, unit_id, (gint64) year);
  gboolean has_row;

  bv_year_figures_clear (figures);
  while (statement != NULL)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      bv_year_figures_set (figures, bv_statement_text (statement, 0),
                           bv_statement_double (statement, 1));
    }
  return FALSE;
}
