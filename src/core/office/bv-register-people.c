// SPDX-License-Identifier: GPL-3.0-or-later
/* The list of people: up to 100,000 rows, so every order and filter is one query of ids. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-register.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-list-query.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"

/* A post in force on the day that stands in the text; "m" is the membership. */
#define IN_FORCE                                                                                   \
  "(m.from_date IS NULL OR m.from_date <= '%s') AND (m.to_date IS NULL OR m.to_date >= '%s')"

/* The main post of each person on the day as "m", with the place of its class and name among all posts, for the order by post.
 * Few posts differ, so a number for each is compared in place of three values for each person; and the posts are
 * read once from end to end, which 100,000 looked up one by one in the order of names are not. */
#define MAIN_POST_CTE                                                                              \
  "post_rank (leader_class, post, rank) AS MATERIALIZED ("                                         \
  " SELECT leader_class, post, row_number () OVER (ORDER BY CASE leader_class"                     \
  " WHEN 'province' THEN 1 WHEN 'department' THEN 2 WHEN 'business' THEN 3"                        \
  " WHEN 'leader' THEN 4 ELSE 5 END %s, post = '', post %s)"                                       \
  " FROM (SELECT DISTINCT leader_class, post FROM membership WHERE is_primary = 1)),"              \
  " main_post (person_id, unit_id, rank) AS MATERIALIZED ("                                        \
  " SELECT m.person_id, m.unit_id, r.rank FROM membership m CROSS JOIN post_rank r"                \
  " ON r.post = m.post AND r.leader_class = m.leader_class WHERE m.is_primary = 1 AND " IN_FORCE   \
  ")"

/* @has_main_post: the query joins each person's main post as "m" */
static BvListQuery *
build_conditions (const BvPeopleFilter *filter, const char *day, gboolean has_main_post)
{
  BvListQuery *query = bv_list_query_new ();
  g_autofree char *in_force = g_strdup_printf (IN_FORCE, day, day);

  bv_list_query_and (query, "s.kind = 1");
  bv_list_query_search (query, filter->search);
  if (filter->unit_id != 0 && filter->leader_class != NULL)
    {
      int unit = bv_list_query_int (query, filter->unit_id);
      g_autofree char *parameter = g_strdup_printf ("?%d", unit);

      bv_list_query_and (query,
                         "s.id IN (SELECT m.person_id FROM membership m WHERE m.leader_class = ?%d"
                         " AND m.unit_id IN " BV_UNIT_BELOW_SQL ("%s") " AND %s)",
                         bv_list_query_text (query, filter->leader_class), parameter, in_force);
    }
  else if (filter->unit_id != 0 && has_main_post)
    {
      int unit = bv_list_query_int (query, filter->unit_id);
      g_autofree char *parameter = g_strdup_printf ("?%d", unit);

      /* Most people of a unit have their main post in it, which is at hand: the others are looked up. */
      bv_list_query_and (query,
                         "(m.unit_id IN " BV_UNIT_BELOW_SQL (
                           "%s") " OR EXISTS (SELECT 1"
                                 " FROM membership m WHERE m.person_id = s.id AND m.unit_id"
                                 " IN " BV_UNIT_BELOW_SQL ("%s") " AND %s))",
                         parameter, parameter, in_force);
    }
  else if (filter->unit_id != 0)
    {
      int unit = bv_list_query_int (query, filter->unit_id);
      g_autofree char *parameter = g_strdup_printf ("?%d", unit);

      bv_list_query_and (query,
                         "s.id IN (SELECT m.person_id FROM membership m WHERE m.unit_id"
                         " IN " BV_UNIT_BELOW_SQL ("%s") " AND %s)",
                         parameter, in_force);
    }
  else if (filter->leader_class != NULL)
    bv_list_query_and (query,
                       "s.id IN (SELECT m.person_id FROM membership m WHERE m.leader_class = ?%d"
                       " AND %s)",
                       bv_list_query_text (query, filter->leader_class), in_force);
  else if (filter->in_post_only)
    bv_list_query_and (query, "s.id IN (SELECT m.person_id FROM membership m WHERE %s)", in_force);
  if (filter->sex != NULL)
    bv_list_query_and (query, "p.sex = ?%d", bv_list_query_text (query, filter->sex));
  if (filter->worker_class != NULL)
    bv_list_query_and (query, "p.worker_class = ?%d",
                       bv_list_query_text (query, filter->worker_class));
  if (filter->minority != BV_ANY)
    bv_list_query_and (query, "(p.ethnic_group <> '' AND lower (p.ethnic_group) <> 'kinh') = %d",
                       filter->minority == BV_YES);
  if (filter->party != BV_ANY)
    bv_list_query_and (query, "p.is_party_member = %d", filter->party == BV_YES);
  return query;
}

static gboolean
needs_person (const BvPeopleFilter *filter, BvPeopleSort sort)
{
  return filter->sex != NULL || filter->worker_class != NULL || filter->minority != BV_ANY
         || filter->party != BV_ANY || sort == BV_PEOPLE_SORT_BIRTH;
}

/* Whoever has no unit or birth comes last in either direction; one value to compare is a seventh
 * faster than two. The order by unit or post needs each person's main post. Main posts of one
 * person never overlap, so the join gives one row a person. */
static void
append_order (GString *sql, BvPeopleSort sort, gboolean descending)
{
  const char *direction = descending ? "DESC" : "ASC";

  switch (sort)
    {
    case BV_PEOPLE_SORT_UNIT:
      g_string_append_printf (sql, " ORDER BY ifnull (r.rank, %d) %s, s.sort_key %s, s.id",
                              descending ? 0 : G_MAXINT, direction, direction);
      break;
    case BV_PEOPLE_SORT_BIRTH:
      g_string_append_printf (sql, " ORDER BY ifnull (p.birth, '%s') %s, s.sort_key %s, s.id",
                              descending ? "" : "9999", direction, direction);
      break;
    case BV_PEOPLE_SORT_POST:
      g_string_append_printf (sql, " ORDER BY ifnull (m.rank, %d), s.sort_key %s, s.id", G_MAXINT,
                              direction);
      break;
    case BV_PEOPLE_SORT_NAME:
    default:
      g_string_append_printf (sql, " ORDER BY s.sort_key %s, s.id %s", direction, direction);
      break;
    }
}

BvRowSource *
bv_register_people_source (const BvPeopleFilter *filter, BvPeopleSort sort, gboolean descending)
{
  g_autofree char *day = bv_list_query_day (filter->on_date);
  gboolean has_main_post = sort == BV_PEOPLE_SORT_UNIT || sort == BV_PEOPLE_SORT_POST;
  g_autoptr (BvListQuery) query = build_conditions (filter, day, has_main_post);
  const char *direction = descending ? "DESC" : "ASC";
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *row_sql = NULL;
  BvRowSource *source;

  if (sort == BV_PEOPLE_SORT_UNIT)
    g_string_append (sql, "WITH RECURSIVE " BV_UNIT_ORDER_CTE " ");
  else if (sort == BV_PEOPLE_SORT_POST)
    g_string_append_printf (sql, "WITH " MAIN_POST_CTE " ", direction, direction, day, day);
  g_string_append (sql, "SELECT s.id FROM subject s");
  if (needs_person (filter, sort))
    g_string_append (sql, " JOIN person p ON p.subject_id = s.id");
  if (sort == BV_PEOPLE_SORT_UNIT)
    g_string_append_printf (
      sql,
      " LEFT JOIN membership m ON m.person_id = s.id AND m.is_primary = 1 AND " IN_FORCE
      " LEFT JOIN ranked_unit r ON r.id = m.unit_id",
      day, day);
  else if (sort == BV_PEOPLE_SORT_POST)
    g_string_append (sql, " LEFT JOIN main_post m ON m.person_id = s.id");
  g_string_append_printf (sql, " WHERE %s", query->where->str);
  append_order (sql, sort, descending);
  row_sql = g_strdup_printf (
    "SELECT s.name, s.code, p.birth, p.sex, p.ethnic_group, p.is_party_member, p.worker_class,"
    " coalesce (m.unit_id, 0), u.name, m.post, m.leader_class,"
    " " BV_AWARD_COUNT_SQL (
      "= s.id") " FROM subject s JOIN person p ON p.subject_id = s.id"
                " LEFT JOIN membership m ON m.person_id = s.id AND m.is_primary = 1 AND " IN_FORCE
                " LEFT JOIN subject u ON u.id = m.unit_id WHERE s.id = ?1 LIMIT 1",
    day, day);
  source = bv_row_source_new (sql->str, row_sql);
  bv_list_query_bind_source (query, source);
  return source;
}

gboolean
bv_register_count_people (BvConnection *connection,
                          const BvPeopleFilter *filter,
                          gint64 *count,
                          GError **error)
{
  g_autofree char *day = bv_list_query_day (filter->on_date);
  g_autoptr (BvListQuery) query = build_conditions (filter, day, FALSE);
  g_autofree char *sql = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  sql = g_strdup_printf (
    "SELECT count(*) FROM subject s%s WHERE %s",
    needs_person (filter, BV_PEOPLE_SORT_NAME) ? " JOIN person p ON p.subject_id = s.id" : "",
    query->where->str);
  statement = bv_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  bv_list_query_bind_statement (query, statement);
  if (!bv_statement_step (statement, &has_row, error))
    return FALSE;
  *count = bv_statement_int (statement, 0);
  return TRUE;
}
