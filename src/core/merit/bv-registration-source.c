// SPDX-License-Identifier: GPL-3.0-or-later
/* Units with the state of their registrations: those that ought to register, and those that did. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration.h"

#include "merit/bv-registration-private.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"

/* Who ought to register in year ?1: what stands directly under the office and existed in the year. A unit that takes
 * the place of another during the year goes on with the sheet of that one, and one that ends leaves its to its
 * successor: neither is asked for a second. */
#define DUE_CTE                                                                                    \
  "due (id) AS (SELECT u.subject_id FROM unit u LEFT JOIN unit p ON p.subject_id = u.parent_id"    \
  " WHERE u.kind <> 'authority'"                                                                   \
  " AND (u.parent_id IS NULL OR (p.parent_id IS NULL AND p.kind = 'authority'))"                   \
  " AND " BV_ALIVE_IN_SQL (                                                                        \
    "?1") " AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.unit_id = u.subject_id"           \
          " AND r.year = ?1)"                                                                      \
          " AND NOT EXISTS (SELECT 1 FROM unit_succession x JOIN registration r ON r.year = ?1"    \
          "  AND ((x.successor_id = u.subject_id AND r.unit_id = x.predecessor_id)"                \
          "   OR (x.predecessor_id = u.subject_id AND r.unit_id = x.successor_id))"                \
          "  WHERE substr (x.on_date, 1, 4) = CAST (?1 AS TEXT))),"                                \
          " listed (id, sheet, state) AS (SELECT d.id, 0,"                                         \
          " CASE WHEN e.unit_id IS NULL THEN 'missing' ELSE 'exempt' END"                          \
          " FROM due d LEFT JOIN registration_exemption e ON e.unit_id = d.id"                     \
          " UNION ALL SELECT r.unit_id, r.id, r.state FROM registration r WHERE r.year = ?1)"

/* Parameters: ?1 year, ?2 state ('': all but the exempt), ?3 search. */
#define IDS_SQL                                                                                    \
  "WITH RECURSIVE " BV_UNIT_ORDER_CTE ", " DUE_CTE                                                 \
  " SELECT l.id, l.sheet, l.state, s.name FROM listed l JOIN subject s ON s.id = l.id"             \
  " JOIN ranked_unit k ON k.id = l.id WHERE CASE ?2 WHEN '' THEN l.state <> 'exempt'"              \
  " ELSE l.state = ?2 END AND (?3 = '' OR text_matches (s.name, ?3))"                              \
  " ORDER BY CASE l.state WHEN 'missing' THEN 0 WHEN 'returned' THEN 1 WHEN 'draft' THEN 2"        \
  " WHEN 'sent' THEN 3 WHEN 'approved' THEN 4 ELSE 5 END, k.rank"

#define SUBJECTS(kind)                                                                             \
  "(SELECT count (DISTINCT l.subject_id) FROM registration_line l"                                 \
  " JOIN subject x ON x.id = l.subject_id WHERE l.registration_id = r.id AND x.kind = " kind ")"

BvRowSource *
bv_registration_source (const BvRegistrationFilter *filter)
{
  /* Columns as in BvRegistrationColumn. The row's query knows no other parameter than the id. */
  g_autofree char *row_sql = g_strdup_printf (
    "SELECT s.name, CASE WHEN r.id IS NOT NULL THEN r.state WHEN e.unit_id IS NOT NULL"
    " THEN 'exempt' ELSE 'missing' END, coalesce (r.id, 0), r.sent_on, r.closed_on, " SUBJECTS (
      "1") ", " SUBJECTS ("2") ", " SUBJECTS ("3") ","
                                                   " (SELECT count (*) FROM registration_line l"
                                                   " WHERE l.registration_id = r.id), u.kind"
                                                   " FROM subject s JOIN unit u"
                                                   " ON u.subject_id = s.id"
                                                   " LEFT JOIN registration r"
                                                   " ON r.unit_id = s.id AND r.year = %d"
                                                   " LEFT JOIN registration_exemption e"
                                                   " ON e.unit_id = s.id WHERE s.id = ?1",
    filter->year);
  BvRowSource *source = bv_row_source_new (IDS_SQL, row_sql);

  bv_row_source_bind_int (source, 1, filter->year);
  bv_row_source_bind_text (source, 2, filter->state != NULL ? filter->state : "");
  bv_row_source_bind_text (source, 3, filter->search != NULL ? filter->search : "");
  return source;
}

void
bv_registration_unit_free (BvRegistrationUnit *self)
{
  g_free (self->name);
  g_free (self->state);
  g_free (self);
}

GPtrArray *
bv_registration_list_units (BvConnection *connection,
                            const BvRegistrationFilter *filter,
                            GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_registration_unit_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, IDS_SQL, "iss", (gint64) filter->year,
    filter->state != NULL ? filter->state : "", filter->search != NULL ? filter->search : "");
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvRegistrationUnit *unit;

      if (!has_row)
        return g_steal_pointer (&list);
      unit = g_new0 (BvRegistrationUnit, 1);
      unit->unit_id = bv_statement_int (statement, 0);
      unit->registration_id = bv_statement_int (statement, 1);
      unit->state = g_strdup (bv_statement_text (statement, 2));
      unit->name = g_strdup (bv_statement_text (statement, 3));
      g_ptr_array_add (list, unit);
    }
  return NULL;
}

static gboolean
count_states (BvConnection *connection, int year, BvRegistrationCounts *counts, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE " DUE_CTE " SELECT state, count (*) FROM listed GROUP BY state", "i",
    (gint64) year);
  gboolean has_row;
  gboolean ok = statement != NULL;
  guint *const places[] = { &counts->n_draft,    &counts->n_sent,    &counts->n_returned,
                            &counts->n_approved, &counts->n_missing, &counts->n_exempt };

  while (ok && (ok = bv_statement_step (statement, &has_row, error)) && has_row)
    {
      int state = bv_choice_index (bv_registration_states, bv_statement_text (statement, 0));

      g_return_val_if_fail (state >= 0 && state < (int) G_N_ELEMENTS (places), FALSE);
      *places[state] = (guint) bv_statement_int (statement, 1);
    }
  counts->n_due = counts->n_missing + counts->n_draft + counts->n_sent + counts->n_returned
                  + counts->n_approved;
  return ok;
}

gboolean
bv_registration_count (BvConnection *connection,
                       int year,
                       BvRegistrationCounts *counts,
                       GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  *counts = (BvRegistrationCounts){ 0 };
  if (!count_states (connection, year, counts, error))
    return FALSE;
  statement = bv_connection_query (
    connection, error,
    "SELECT count (*), count (DISTINCT CASE s.kind WHEN 1 THEN s.id END),"
    " count (DISTINCT CASE s.kind WHEN 2 THEN s.id END),"
    " count (DISTINCT CASE s.kind WHEN 3 THEN s.id END)"
    " FROM registration r JOIN registration_line l ON l.registration_id = r.id"
    " JOIN subject s ON s.id = l.subject_id WHERE r.year = ?1",
    "i", (gint64) year);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  counts->n_lines = (guint) bv_statement_int (statement, 0);
  counts->n_persons = (guint) bv_statement_int (statement, 1);
  counts->n_units = (guint) bv_statement_int (statement, 2);
  counts->n_households = (guint) bv_statement_int (statement, 3);
  return TRUE;
}

gboolean
bv_registration_is_exempt (BvConnection *connection,
                           gint64 unit_id,
                           gboolean *is_exempt,
                           GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM registration_exemption WHERE unit_id = ?1",
                                "i", unit_id))
    return FALSE;
  *is_exempt = n > 0;
  return TRUE;
}
