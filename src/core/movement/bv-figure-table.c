// SPDX-License-Identifier: GPL-3.0-or-later
/* The figures of many indicators and units in memory. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-figure-table.h"

#include "store/bv-connection.h"

struct _BvFigureTable
{
  GHashTable *cells;      /* BvFigureCell → itself */
  GHashTable *indicators; /* ids with a plan or figure of the year */
  GHashTable *units;      /* alike */
  BvFigureCell empty;
  int year;
};

static guint
cell_hash (gconstpointer key)
{
  const BvFigureCell *cell = key;

  return (guint) (cell->indicator_id * 1000003 + cell->unit_id);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const BvFigureCell *first = a;
  const BvFigureCell *second = b;

  return first->indicator_id == second->indicator_id && first->unit_id == second->unit_id;
}

static void
clear_cell (BvFigureCell *cell)
{
  bv_year_figures_clear (&cell->plans);
  bv_year_figures_clear (&cell->actuals);
  bv_year_figures_clear (&cell->last_year);
}

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
add_row (BvFigureTable *self, BvStatement *statement)
{
  gboolean is_plan = bv_statement_int (statement, 0) == 0;
  gboolean is_this_year = bv_statement_int (statement, 3) == self->year;
  BvFigureCell key = { bv_statement_int (statement, 1), bv_statement_int (statement, 2) };
  BvFigureCell *cell = g_hash_table_lookup (self->cells, &key);
  BvYearFigures *figures;

  if (cell == NULL)
    {
      cell = g_memdup2 (&key, sizeof key);
      clear_cell (cell);
      g_hash_table_add (self->cells, cell);
    }
  figures = is_plan ? &cell->plans : is_this_year ? &cell->actuals : &cell->last_year;
  bv_year_figures_set (figures, bv_statement_text (statement, 4),
                       bv_statement_double (statement, 5));
  if (is_plan || is_this_year)
    {
      g_hash_table_add (self->indicators, copy_id (key.indicator_id));
      g_hash_table_add (self->units, copy_id (key.unit_id));
    }
}

#define FILTER                                                                                     \
  " AND ?2 IN (0, f.indicator_id)"                                                                 \
  " AND (?3 = 0 OR f.indicator_id IN (SELECT id FROM indicator WHERE movement_id = ?3))"           \
  " AND ?4 IN (0, f.unit_id)"                                                                      \
  " AND (?5 = 0 OR f.unit_id IN (SELECT subject_id FROM unit WHERE parent_id = ?5))"

BvFigureTable *
bv_figure_table_load (BvConnection *connection, const BvFigureTableQuery *query, GError **error)
{
  g_autoptr (BvFigureTable) self = g_new0 (BvFigureTable, 1);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  self->cells = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  self->indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->year = query->year;
  clear_cell (&self->empty);
  statement = bv_connection_query (
    connection, error,
    "SELECT 0, f.indicator_id, f.unit_id, f.year, f.period, f.value FROM target f"
    " WHERE f.year = ?1" FILTER " UNION ALL"
    " SELECT 1, f.indicator_id, f.unit_id, f.year, f.period, f.value FROM measurement f"
    " WHERE f.year IN (?1, ?1 - 1)" FILTER,
    "iiiii", (gint64) query->year, query->indicator_id, query->movement_id, query->unit_id,
    query->parent_id);
  while (statement != NULL)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&self);
      add_row (self, statement);
    }
  return NULL;
}

void
bv_figure_table_free (BvFigureTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->indicators, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_free (self);
}

const BvFigureCell *
bv_figure_table_get (BvFigureTable *self, gint64 indicator_id, gint64 unit_id)
{
  BvFigureCell key = { indicator_id, unit_id };
  const BvFigureCell *cell = g_hash_table_lookup (self->cells, &key);

  return cell != NULL ? cell : &self->empty;
}

gboolean
bv_figure_table_has_indicator (BvFigureTable *self, gint64 indicator_id)
{
  return g_hash_table_contains (self->indicators, &indicator_id);
}

gboolean
bv_figure_table_has_unit (BvFigureTable *self, gint64 unit_id)
{
  return g_hash_table_contains (self->units, &unit_id);
}

gboolean
bv_figure_root_unit (BvConnection *connection, gint64 id, int year, gint64 *root_id, GError **error)
{
  g_autofree char *last_day = g_strdup_printf ("%04d-12-31", year);

  *root_id = id;
  return id != 0
         || bv_connection_query_int (
           connection, root_id, 0, error,
           "SELECT subject_id FROM unit WHERE parent_id IS NULL"
           " ORDER BY (from_date IS NULL OR from_date <= ?1)"
           "  AND (to_date IS NULL OR to_date >= ?1) DESC, position, subject_id LIMIT 1",
           "s", last_day);
}
