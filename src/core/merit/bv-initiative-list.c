// SPDX-License-Identifier: GPL-3.0-or-later
/* Initiatives as the screen lists them. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-session.h"

#include "office/bv-list-query.h"
#include "store/bv-connection.h"
#include "store/bv-row-source.h"

#define AUTHORS                                                                                    \
  "(SELECT group_concat (name, ', ') FROM (SELECT s.name FROM initiative_author a"                 \
  " JOIN subject s ON s.id = a.person_id WHERE a.initiative_id = i.id ORDER BY a.position, a.id))"

/* Columns as in BvInitiativeColumn. */
#define ROW_SQL                                                                                    \
  "SELECT i.title, " AUTHORS ", u.name, i.field, i.kind, i.state, i.year, i.points, i.scope,"      \
  " x.title, i.submitted_on, i.recognition_number,"                                                \
  " (SELECT count (*) FROM initiative_examiner e WHERE e.initiative_id = i.id)"                    \
  " FROM initiative i LEFT JOIN subject u ON u.id = i.unit_id"                                     \
  " LEFT JOIN initiative_session x ON x.id = i.session_id WHERE i.id = ?1"

static const char *
get_order (const char *sort)
{
  static const struct
  {
    const char *id;
    const char *sql;
  } orders[] = {
    { "title", "i.title_fold" }, { "unit", "u.name IS NULL, u.sort_key" },
    { "field", "i.field" },      { "points", "coalesce (i.points, -1)" },
    { "state", "i.state" },      { "authors", AUTHORS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (sort, orders[i].id) == 0)
      return orders[i].sql;
  return NULL;
}

BvRowSource *
bv_initiative_source (const BvInitiativeFilter *filter, const char *sort, gboolean descending)
{
  static const BvInitiativeFilter all = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (BvListQuery) query = bv_list_query_new ();
  g_autofree char *ids_sql = NULL;
  const char *order = get_order (sort);
  BvRowSource *source;

  if (filter == NULL)
    filter = &all;
  if (filter->year != 0)
    bv_list_query_and (query, "i.year = ?%d", bv_list_query_int (query, filter->year));
  if (filter->state >= 0)
    bv_list_query_and (
      query, "i.state = ?%d",
      bv_list_query_text (query, bv_initiative_state_to_code ((BvInitiativeState) filter->state)));
  if (filter->session_id > 0)
    bv_list_query_and (query, "i.session_id = ?%d", bv_list_query_int (query, filter->session_id));
  else if (filter->session_id < 0)
    bv_list_query_and (query, "i.session_id IS NULL");
  if (filter->field != NULL)
    bv_list_query_and (query, "i.field = ?%d", bv_list_query_text (query, filter->field));
  if (filter->scope != NULL)
    bv_list_query_and (query, "i.scope = ?%d", bv_list_query_text (query, filter->scope));
  if (filter->person_id != 0)
    bv_list_query_and (
      query, "i.id IN (SELECT initiative_id FROM initiative_author WHERE person_id = ?%d)",
      bv_list_query_int (query, filter->person_id));
  if (filter->search != NULL && *filter->search != '\0')
    bv_list_query_and (query,
                       "text_matches (i.title || ' ' || coalesce (" AUTHORS
                       ", '') || ' ' || coalesce (u.name, ''), ?%d)",
                       bv_list_query_text (query, filter->search));
  ids_sql = g_strdup_printf (
    "SELECT i.id FROM initiative i LEFT JOIN subject u ON u.id = i.unit_id WHERE %s"
    " ORDER BY %s%s%s CASE i.state WHEN 'submitted' THEN 0 WHEN 'draft' THEN 1"
    " WHEN 'recognised' THEN 2 ELSE 3 END, i.title_fold, i.id",
    query->where->str, order != NULL ? order : "", order != NULL && descending ? " DESC" : "",
    order != NULL ? "," : "");
  source = bv_row_source_new (ids_sql, ROW_SQL);
  bv_list_query_bind_source (query, source);
  return source;
}

GArray *
bv_initiative_list_ids (BvConnection *connection, const BvInitiativeFilter *filter, GError **error)
{
  g_autoptr (BvRowSource) source = bv_initiative_source (filter, NULL, FALSE);

  return bv_row_source_read_ids (source, connection, error);
}

char **
bv_initiative_list_fields (BvConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT DISTINCT field FROM initiative WHERE field <> '' ORDER BY field", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_strv_builder_end (fields);
      g_strv_builder_add (fields, bv_statement_text (statement, 0));
    }
  return NULL;
}

BvRowSource *
bv_initiative_session_source (int year, const char *search)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT id FROM initiative_session WHERE (?1 = 0 OR year = ?1)"
    " AND (?2 = '' OR text_matches (title || ' ' || decision_number, ?2))"
    " ORDER BY year DESC, CASE substr (period, 1, 1)"
    " WHEN 'M' THEN CAST (substr (period, 2) AS INTEGER)"
    " WHEN 'Q' THEN 3 * CAST (substr (period, 2) AS INTEGER) ELSE 13 END, on_date, id",
    "SELECT s.title, s.on_date, s.period,"
    " (SELECT count (*) FROM initiative i WHERE i.session_id = s.id),"
    " (SELECT count (*) FROM initiative i WHERE i.session_id = s.id AND i.state = 'recognised'),"
    " s.decision_number FROM initiative_session s WHERE s.id = ?1");

  bv_row_source_bind_int (source, 1, year);
  bv_row_source_bind_text (source, 2, search != NULL ? search : "");
  return source;
}
