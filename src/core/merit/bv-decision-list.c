// SPDX-License-Identifier: GPL-3.0-or-later
/* Decisions as the screen lists them. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-decision.h"

#include "store/bv-connection.h"
#include "store/bv-row-list.h"

#define COUNT(kind)                                                                                \
  "(SELECT count (*) FROM award a JOIN subject s ON s.id = a.subject_id"                           \
  " WHERE a.decision_id = d.id AND s.kind = " kind ")"

/* Columns as in BvDecisionColumn. */
#define ROW_SQL                                                                                    \
  "SELECT d.number, d.on_date, d.title, d.year, d.origin, d.level, d.issuer, " COUNT (             \
    "2") ", " COUNT ("1") ", " COUNT ("3") ", (SELECT coalesce (sum (coalesce (bonus_paid, "       \
                                           "bonus_computed,"                                       \
                                           " 0)), 0) FROM award WHERE decision_id = d.id) FROM "   \
                                           "decision d WHERE d.id = ?1"

BvRowSource *
bv_decision_source (const BvDecisionFilter *filter)
{
  static const BvDecisionFilter all = BV_DECISION_FILTER_ALL;
  BvRowSource *source = bv_row_source_new (
    "SELECT id FROM decision WHERE (?1 = 0 OR year = ?1)"
    " AND (?2 = '' OR origin = ?2) AND (?3 < 0 OR (on_date IS NOT NULL) = ?3)"
    " AND (?4 = '' OR text_matches (number || ' ' || title || ' ' || issuer, ?4))"
    " ORDER BY on_date IS NOT NULL, on_date DESC, CAST (number AS INTEGER) DESC, id DESC",
    ROW_SQL);
  const char *origin = "";

  if (filter == NULL)
    filter = &all;
  if (filter->origin >= 0)
    origin = filter->origin == BV_ORIGIN_RECEIVED ? "received" : "made";
  bv_row_source_bind_int (source, 1, filter->year);
  bv_row_source_bind_text (source, 2, origin);
  bv_row_source_bind_int (source, 3, filter->issued);
  bv_row_source_bind_text (source, 4, filter->search != NULL ? filter->search : "");
  return source;
}

GArray *
bv_decision_list_years (BvConnection *connection, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT DISTINCT year FROM decision ORDER BY year DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      int year;

      if (!has_row)
        return g_steal_pointer (&years);
      year = (int) bv_statement_int (statement, 0);
      g_array_append_val (years, year);
    }
  return NULL;
}

GArray *
bv_decision_list_ids (BvConnection *connection, int year, BvOrigin origin, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT id FROM decision WHERE year = ?1 AND origin = ?2"
    " ORDER BY on_date IS NOT NULL, on_date DESC, id DESC",
    "is", (gint64) year, origin == BV_ORIGIN_MADE ? "made" : "received");
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = bv_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
