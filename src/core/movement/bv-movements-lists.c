// SPDX-License-Identifier: GPL-3.0-or-later
/* The lists of movements and of indicators. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-movements.h"

#include "office/bv-list-query.h"

BvRowSource *
bv_movements_source (int year, const char *search)
{
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  BvRowSource *source;

  if (year != 0)
    bv_list_query_and (query,
                       "(m.from_date IS NULL OR m.from_date <= '%04d-12-31')"
                       " AND (m.to_date IS NULL OR m.to_date >= '%04d-01-01')",
                       year, year);
  bv_list_query_fold (query, "m.name_fold", search);
  ids_sql = g_strdup_printf ("SELECT m.id FROM movement m WHERE %s"
                             " ORDER BY m.from_date IS NULL, m.from_date, m.name, m.id",
                             query->where->str);
  source = bv_row_source_new (
    ids_sql, "SELECT m.name, m.level, m.manner, m.from_date, m.to_date,"
             " (SELECT count(*) FROM indicator i WHERE i.movement_id = m.id), m.launched_by"
             " FROM movement m WHERE m.id = ?1");
  bv_list_query_bind_source (query, source);
  return source;
}

BvRowSource *
bv_indicators_source (gint64 movement_id, const char *search)
{
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  BvRowSource *source;

  if (movement_id != 0)
    bv_list_query_and (query, "i.movement_id = ?%d", bv_list_query_int (query, movement_id));
  bv_list_query_fold (query, "(i.name_fold || ' ' || lower (i.code))", search);
  ids_sql = g_strdup_printf ("SELECT i.id FROM indicator i JOIN movement m ON m.id = i.movement_id"
                             " WHERE %s ORDER BY m.from_date IS NULL, m.from_date, m.id,"
                             " i.position, i.id",
                             query->where->str);
  source = bv_row_source_new (
    ids_sql, "SELECT i.code, i.name, i.group_name, i.unit_of_measure, i.direction,"
             " i.accumulation, m.name FROM indicator i JOIN movement m ON m.id = i.movement_id"
             " WHERE i.id = ?1");
  bv_list_query_bind_source (query, source);
  return source;
}
