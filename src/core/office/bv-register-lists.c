// SPDX-License-Identifier: GPL-3.0-or-later
/* The lists of units, of households, and of all subjects together. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-register.h"

#include "office/bv-list-query.h"
#include "office/bv-unit-order.h"
#include "store/bv-row-list.h"

/* A unit has the awards of those that it came from, too. */
#define N_UNIT_AWARDS                                                                              \
  BV_AWARD_COUNT_SQL ("IN (WITH RECURSIVE line (id) AS (SELECT s.id UNION SELECT x.predecessor_id" \
                      " FROM unit_succession x JOIN line ON x.successor_id = line.id)"             \
                      " SELECT id FROM line)")

BvRowSource *
bv_register_units_source (const BvUnitsFilter *filter, BvUnitsSort sort, gboolean descending)
{
  g_autofree char *day = bv_list_query_day (filter->on_date);
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  g_autofree char *row_sql = NULL;
  const char *direction = descending ? "DESC" : "ASC";
  BvRowSource *source;

  bv_list_query_and (query, "s.kind = 2");
  bv_list_query_search (query, filter->search);
  if (filter->unit_id != 0)
    {
      g_autofree char *parameter = g_strdup_printf ("?%d",
                                                    bv_list_query_int (query, filter->unit_id));

      bv_list_query_and (query, "s.id IN " BV_UNIT_BELOW_SQL ("%s"), parameter);
    }
  if (filter->kind != NULL)
    bv_list_query_and (query, "u.kind = ?%d", bv_list_query_text (query, filter->kind));
  if (filter->existing_only)
    bv_list_query_and (query,
                       "(u.from_date IS NULL OR u.from_date <= '%s')"
                       " AND (u.to_date IS NULL OR u.to_date >= '%s')",
                       day, day);
  if (sort == BV_UNITS_SORT_NAME)
    ids_sql = g_strdup_printf ("SELECT s.id FROM subject s JOIN unit u ON u.subject_id = s.id"
                               " WHERE %s ORDER BY s.sort_key %s, s.id %s",
                               query->where->str, direction, direction);
  else
    ids_sql = g_strdup_printf ("WITH RECURSIVE %s"
                               " SELECT s.id FROM ranked_unit r JOIN subject s ON s.id = r.id"
                               " JOIN unit u ON u.subject_id = s.id"
                               " WHERE %s ORDER BY r.rank %s",
                               BV_UNIT_ORDER_CTE, query->where->str, direction);
  row_sql = g_strdup_printf (
    "SELECT s.name, s.code, u.kind,"
    " (WITH RECURSIVE above (id, height) AS (SELECT u.parent_id, 0 UNION ALL"
    "  SELECT x.parent_id, height + 1 FROM above JOIN unit x ON x.subject_id = above.id)"
    "  SELECT max (height) FROM above), coalesce (u.parent_id, 0), a.name, u.from_date, u.to_date,"
    " (SELECT count (DISTINCT m.person_id) FROM membership m WHERE m.unit_id = s.id"
    "  AND (m.from_date IS NULL OR m.from_date <= '%s')"
    "  AND (m.to_date IS NULL OR m.to_date >= '%s')), " N_UNIT_AWARDS
    " FROM subject s JOIN unit u ON u.subject_id = s.id LEFT JOIN subject a ON a.id = u.parent_id"
    " WHERE s.id = ?1",
    day, day);
  source = bv_row_source_new (ids_sql, row_sql);
  bv_list_query_bind_source (query, source);
  return source;
}

BvRowSource *
bv_register_households_source (const BvHouseholdsFilter *filter,
                               BvHouseholdsSort sort,
                               gboolean descending)
{
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  const char *direction = descending ? "DESC" : "ASC";
  BvRowSource *source;

  bv_list_query_and (query, "s.kind = 3");
  bv_list_query_search (query, filter->search);
  if (filter->unit_id != 0)
    {
      g_autofree char *parameter = g_strdup_printf ("?%d",
                                                    bv_list_query_int (query, filter->unit_id));

      bv_list_query_and (query,
                         "s.id IN (SELECT subject_id FROM household WHERE unit_id"
                         " IN " BV_UNIT_BELOW_SQL ("%s") ")",
                         parameter);
    }
  if (sort == BV_HOUSEHOLDS_SORT_UNIT)
    ids_sql = g_strdup_printf ("WITH RECURSIVE %s SELECT s.id FROM subject s"
                               " JOIN household h ON h.subject_id = s.id"
                               " LEFT JOIN ranked_unit r ON r.id = h.unit_id WHERE %s"
                               " ORDER BY r.rank IS NULL, r.rank %s, s.sort_key %s, s.id",
                               BV_UNIT_ORDER_CTE, query->where->str, direction, direction);
  else
    ids_sql = g_strdup_printf (
      "SELECT s.id FROM subject s WHERE %s ORDER BY s.sort_key %s, s.id %s", query->where->str,
      direction, direction);
  source = bv_row_source_new (
    ids_sql,
    "SELECT s.name, s.code, p.name, coalesce (h.unit_id, 0), u.name, "
    "h.address, " BV_AWARD_COUNT_SQL (
      "= s.id") " FROM subject s JOIN household h ON h.subject_id = s.id"
                " LEFT JOIN subject p ON p.id = h.head_id LEFT JOIN subject u ON u.id = h.unit_id"
                " WHERE s.id = ?1");
  bv_list_query_bind_source (query, source);
  return source;
}

BvRowSource *
bv_register_subjects_source (const char *search, int kind)
{
  g_autofree char *day = bv_list_query_day (NULL);
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  g_autofree char *row_sql = NULL;
  BvRowSource *source;

  if (kind != 0)
    bv_list_query_and (query, "s.kind = %d", kind);
  bv_list_query_search (query, search);
  ids_sql = g_strdup_printf (
    "SELECT s.id FROM subject s WHERE %s ORDER BY s.kind, s.sort_key, s.id", query->where->str);
  row_sql = g_strdup_printf (
    "SELECT s.name, s.kind, CASE s.kind"
    " WHEN 1 THEN (SELECT CASE WHEN m.post = '' THEN u.name ELSE m.post || ', ' || u.name END"
    "  FROM membership m JOIN subject u ON u.id = m.unit_id WHERE m.person_id = s.id"
    "  AND (m.from_date IS NULL OR m.from_date <= '%s')"
    "  AND (m.to_date IS NULL OR m.to_date >= '%s')"
    "  ORDER BY m.is_primary DESC, m.from_date DESC LIMIT 1)"
    " WHEN 2 THEN (SELECT a.name FROM unit u JOIN subject a ON a.id = u.parent_id"
    "  WHERE u.subject_id = s.id)"
    " ELSE (SELECT CASE WHEN h.address <> '' THEN h.address ELSE u.name END"
    "  FROM household h LEFT JOIN subject u ON u.id = h.unit_id WHERE h.subject_id = s.id) END,"
    " s.code FROM subject s WHERE s.id = ?1",
    day, day);
  source = bv_row_source_new (ids_sql, row_sql);
  bv_list_query_bind_source (query, source);
  return source;
}
