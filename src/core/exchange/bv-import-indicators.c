// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of indicators: names down the side, plans and results of years, quarters or months across; or
 * one figure a row, with columns that say unit, year and period. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "exchange/bv-import-figure.h"
#include "exchange/bv-import-pass.h"
#include "movement/bv-figure.h"
#include "movement/bv-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static char *
indicator_key (const char *name)
{
  g_autofree char *fold = bv_text_fold (name);

  return g_strdup (fold);
}

static void
add_indicator (BvImportPass *pass, const char *name, gint64 id)
{
  g_autofree char *key = indicator_key (name);

  if (*key != '\0' && !g_hash_table_contains (pass->indicators, key))
    g_hash_table_insert (pass->indicators, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
}

gboolean
bv_import_indicators_prepare (BvImportPass *pass, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (pass->settings->unit_id == 0 && bv_import_pass_column (pass, "unit") < 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("Choose the unit whose figures the table holds."));
      return FALSE;
    }
  list = bv_indicator_list (pass->connection, pass->settings->movement_id, error);
  if (list == NULL)
    return FALSE;
  pass->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < list->len; i++)
    {
      const BvIndicator *indicator = list->pdata[i];

      add_indicator (pass, indicator->name, indicator->id);
      if (*indicator->code != '\0')
        add_indicator (pass, indicator->code, indicator->id);
    }
  return TRUE;
}

/* ── Figures ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  guint column;
  BvFigureKind kind;
  int year;
  const char *period;
  double value;
  int decimals;
} Cell;

static void
find_in_column (BvImportPass *pass, guint column, BvImportSeverity severity, const char *message)
{
  bv_import_pass_find (pass, NULL, severity, "%s", message);
  if (pass->findings->len > 0)
    g_array_index (pass->findings, BvImportPlanFinding, pass->findings->len - 1).column =
      (gint16) column;
}

/* Decimals as written: of "25,50" two. */
static int
count_decimals (double value)
{
  g_autofree char *text = bv_number_format_trim (value, 4);
  const char *comma = strchr (text, ',');

  return comma != NULL ? (int) strlen (comma + 1) : 0;
}

static gboolean
read_year (BvImportPass *pass, int *year)
{
  const char *text = bv_import_pass_text (pass, "year");

  *year = pass->settings->year;
  if (*text == '\0')
    return TRUE;
  if (strlen (text) != 4 || strspn (text, "0123456789") != 4 || atoi (text) < 1945
      || atoi (text) > 2200)
    {
      bv_import_pass_find (pass, "year", BV_IMPORT_ERROR,
                           /* Translators: what stands in the cell. */
                           _ ("“%s” is not a year."), text);
      return FALSE;
    }
  *year = atoi (text);
  return TRUE;
}

static const char *
read_period (BvImportPass *pass)
{
  const char *text = bv_import_pass_text (pass, "period");
  const char *period;

  if (*text == '\0')
    return NULL;
  period = bv_period_parse (text);
  if (period == NULL)
    bv_import_pass_find (pass, "period", BV_IMPORT_ERROR,
                         /* Translators: what stands in the cell. */
                         _ ("“%s” is no period: write “năm”, “quý I” or “tháng 3”."), text);
  return period;
}

/* All figures of the row; what is wrong becomes findings. */
static GArray *
read_cells (BvImportPass *pass)
{
  const BvImportHeader *header = pass->settings->header;
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  const char *period = read_period (pass);
  int year;

  if (!read_year (pass, &year))
    return g_steal_pointer (&cells);
  for (guint column = 0; column < header->n_columns; column++)
    {
      const BvImportField *field = pass->settings->fields[column];
      const char *text = bv_sheet_get_text (pass->settings->sheet, pass->sheet_row, column);
      BvImportFigure figure = { FALSE, 0, NULL };
      Cell cell = { column, BV_FIGURE_MEASUREMENT, 0, NULL, 0, 0 };
      g_autoptr (GError) error = NULL;

      if (field == NULL || !field->may_repeat || *text == '\0' || strcmp (text, "-") == 0
          || strcmp (text, "–") == 0)
        continue;
      bv_import_figure_parse (header->texts[column], &figure);
      if (strcmp (field->code, "target") == 0)
        cell.kind = BV_FIGURE_TARGET;
      cell.year = figure.year != 0 ? figure.year : year;
      /* "Y" of a header that names no period gives way to the column of periods. */
      cell.period = figure.period != NULL && strcmp (figure.period, "Y") != 0 ? figure.period
                    : period != NULL                                          ? period
                                                                              : "Y";
      if (!bv_number_parse (text, &cell.value, &error))
        find_in_column (pass, column, BV_IMPORT_ERROR, error->message);
      else if (cell.year == 0)
        find_in_column (
          pass, column, BV_IMPORT_ERROR,
          _ ("Neither the header nor a column says of which year the figure is. Choose "
             "the year."));
      for (guint i = 0; i < cells->len; i++)
        {
          const Cell *other = &g_array_index (cells, Cell, i);

          if (other->kind == cell.kind && other->year == cell.year
              && strcmp (other->period, cell.period) == 0)
            find_in_column (pass, column, BV_IMPORT_ERROR,
                            _ ("Another column holds the same figure. Import one of them only."));
        }
      cell.decimals = count_decimals (cell.value);
      g_array_append_val (cells, cell);
    }
  return g_steal_pointer (&cells);
}

/* ── The indicator ───────────────────────────────────────────────────────────────────────── */

/* Where less is better, in the words of plans. A guess, shown as a warning. */
static gboolean
sounds_lower (const char *name)
{
  static const char *const words[] = { "ho ngheo", "can ngheo",   "suy dinh duong",  "tai nan",
                                       "toi pham", "that nghiep", "sinh con thu ba", "tao hon",
                                       "tu vong",  "no dong",     "thiet hai" };
  g_autofree char *fold = bv_text_fold (name);

  /* "Mức giảm hộ nghèo": the more the better. */
  if (strstr (fold, "giam") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (fold, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
insert_indicator (BvImportPass *pass, const char *name, GArray *cells, gint64 *id, GError **error)
{
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  const char *group = bv_import_pass_text (pass, "group");
  const char *measure = bv_import_pass_text (pass, "unit_of_measure");

  indicator->movement_id = pass->settings->movement_id;
  g_free (indicator->name);
  indicator->name = g_strdup (name);
  g_free (indicator->code);
  indicator->code = g_strdup (bv_import_pass_text (pass, "code"));
  g_free (indicator->unit_of_measure);
  indicator->unit_of_measure = g_strdup (measure);
  g_free (indicator->group_name);
  indicator->group_name = g_strdup (*group != '\0'          ? group
                                    : pass->section != NULL ? pass->section
                                                            : "");
  for (guint i = 0; i < cells->len; i++)
    indicator->decimals = MAX (indicator->decimals, g_array_index (cells, Cell, i).decimals);
  indicator->direction = sounds_lower (name) ? BV_DIRECTION_LOWER : BV_DIRECTION_HIGHER;
  /* Shares do not add up over the months of a year. */
  indicator->accumulation = strchr (measure, '%') != NULL ? BV_ACCUMULATION_LAST
                                                          : BV_ACCUMULATION_SUM;
  bv_import_pass_find (
    pass, "name", BV_IMPORT_WARNING,
    indicator->direction == BV_DIRECTION_LOWER
      /* Translators: the name of an indicator. */
      ? _ ("“%s” is a new indicator; the lower, the better. Check it afterwards.")
      : _ ("“%s” is a new indicator; the higher, the better. Check it afterwards."),
    name);
  *id = pass->next_id--;
  if (pass->is_writing)
    {
      if (!bv_indicator_save (pass->connection, indicator, error))
        return FALSE;
      *id = indicator->id;
    }
  add_indicator (pass, name, *id);
  return TRUE;
}

static gboolean
find_indicator (BvImportPass *pass, const char *name, GArray *cells, gint64 *id, GError **error)
{
  g_autofree char *key = indicator_key (name);
  g_autofree char *code_key = indicator_key (bv_import_pass_text (pass, "code"));
  const gint64 *found = *code_key != '\0' ? g_hash_table_lookup (pass->indicators, code_key) : NULL;

  if (found == NULL)
    found = g_hash_table_lookup (pass->indicators, key);
  *id = found != NULL ? *found : 0;
  if (*id != 0)
    return TRUE;
  if (pass->settings->movement_id == 0)
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR,
                           /* Translators: the name of an indicator. */
                           _ ("There is no indicator “%s”. Choose the movement that new indicators "
                              "belong to."),
                           name);
      return TRUE;
    }
  return insert_indicator (pass, name, cells, id, error);
}

/* ── Writing ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_stored (BvImportPass *pass,
             const Cell *cell,
             gint64 indicator_id,
             gint64 unit_id,
             double *value,
             GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  *value = NAN;
  if (indicator_id < 0 || unit_id < 0)
    return TRUE;
  list = bv_figure_list (pass->connection, cell->kind, indicator_id, unit_id, cell->year, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const BvFigure *figure = list->pdata[i];

      if (strcmp (figure->period, cell->period) == 0)
        *value = figure->value;
    }
  return TRUE;
}

static gboolean
write_cell (BvImportPass *pass,
            const Cell *cell,
            gint64 indicator_id,
            gint64 unit_id,
            GError **error)
{
  g_autoptr (BvFigure) figure = bv_figure_new ();

  figure->indicator_id = indicator_id;
  figure->unit_id = unit_id;
  figure->year = cell->year;
  g_free (figure->period);
  figure->period = g_strdup (cell->period);
  figure->value = cell->value;
  g_free (figure->note);
  figure->note = g_strdup (bv_import_pass_text (pass, "note"));
  return bv_figure_save (pass->connection, cell->kind, figure, error);
}

static gboolean
write_cells (BvImportPass *pass,
             GArray *cells,
             gint64 indicator_id,
             gint64 unit_id,
             gboolean is_new,
             GError **error)
{
  guint n_new = 0, n_changed = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      double stored;

      if (!find_stored (pass, cell, indicator_id, unit_id, &stored, error))
        return FALSE;
      if (stored == cell->value)
        continue;
      if (!isnan (stored) && !pass->settings->update)
        continue;
      if (isnan (stored))
        n_new++;
      else
        n_changed++;
      if (pass->is_writing && !write_cell (pass, cell, indicator_id, unit_id, error))
        return FALSE;
    }
  bv_import_pass_set_status (pass, is_new || n_new > 0 ? BV_IMPORT_ROW_NEW
                                   : n_changed > 0     ? BV_IMPORT_ROW_UPDATED
                                                       : BV_IMPORT_ROW_UNCHANGED);
  return TRUE;
}

gboolean
bv_import_indicators_row (BvImportPass *pass, GError **error)
{
  const char *name = bv_import_pass_text (pass, "name");
  const char *unit = bv_import_pass_text (pass, "unit");
  g_autoptr (GArray) cells = NULL;
  gint64 indicator_id = 0, unit_id = pass->settings->unit_id;

  if (*name == '\0')
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR, _ ("The name is missing."));
      return TRUE;
    }
  bv_import_pass_check_letters (pass, "name", name);
  cells = read_cells (pass);
  if (*unit != '\0' && !bv_import_pass_unit (pass, "unit", unit, 0, &unit_id, error))
    return FALSE;
  if (unit_id == 0 && !pass->has_error)
    bv_import_pass_find (pass, "unit", BV_IMPORT_ERROR, _ ("The unit is missing."));
  if (pass->has_error)
    return TRUE;

  g_autofree char *fold = bv_text_fold (name);
  gboolean was_known = g_hash_table_contains (pass->indicators, fold);
  if (!find_indicator (pass, name, cells, &indicator_id, error))
    return FALSE;
  if (pass->has_error)
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%d|%d|%s",
                                              indicator_id, unit_id, cell->kind, cell->year,
                                              cell->period);
      if (bv_import_pass_is_repeated (pass, key))
        return TRUE;
    }
  return write_cells (pass, cells, indicator_id, unit_id, !was_known, error);
}
