// SPDX-License-Identifier: GPL-3.0-or-later
/* What the file holds beside the nominations of a dossier. A dossier of a whole district's teachers has thousands of
 * nominations: asking for each alone would read the dossier as often. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-holdings.h"

#include "store/bv-connection.h"

struct _BvHoldings
{
  GHashTable *by_nomination; /* gint64 → BvHolding */
  BvHolding nothing;
};

static void
holding_free (gpointer data)
{
  BvHolding *self = data;

  g_free (self->unit_kind);
  g_free (self->worker_class);
  g_clear_pointer (&self->attested, g_hash_table_unref);
  g_free (self);
}

void
bv_holdings_free (BvHoldings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_nomination, g_hash_table_unref);
  g_free (self);
}

#define COUNT_EVIDENCE(kind)                                                                       \
  " (SELECT count (*) FROM evidence e WHERE e.nomination_id = n.id AND e.kind = '" kind "'),"

#define LINKS                                                                                      \
  " FROM nomination_initiative l JOIN initiative i ON i.id = l.initiative_id WHERE "               \
  "l.nomination_id = n.id"

/* Every subquery finds its few rows by an index on the nomination. */
#define HOLDINGS_SQL                                                                               \
  "WITH minuted (unit_id) AS (SELECT DISTINCT CASE s.kind WHEN 2 THEN s.id ELSE n.unit_id END"     \
  " FROM nomination n JOIN subject s ON s.id = n.subject_id"                                       \
  " WHERE n.dossier_id = ?1 AND EXISTS (SELECT 1 FROM evidence e WHERE e.nomination_id = n.id"     \
  " AND e.kind = 'minutes'))"                                                                      \
  "SELECT n.id, u.kind, p.worker_class," COUNT_EVIDENCE ("report") COUNT_EVIDENCE ("initiative")   \
    COUNT_EVIDENCE (                                                                               \
      "minutes") " (SELECT count (*) FROM report_part r WHERE r.nomination_id = n.id),"            \
                 " (SELECT count (*)" LINKS "),"                                                   \
                 " (SELECT count (*)" LINKS                                                        \
                 " AND (i.state <> 'recognised' OR i.recognition_number = '')),"                   \
                 " CASE s.kind WHEN 2 THEN s.id ELSE n.unit_id END IN (SELECT unit_id FROM "       \
                 "minuted)"                                                                        \
                 " FROM nomination n JOIN subject s ON s.id = n.subject_id"                        \
                 " LEFT JOIN unit u ON u.subject_id = n.subject_id"                                \
                 " LEFT JOIN person p ON p.subject_id = n.subject_id"                              \
                 " WHERE n.dossier_id = ?1 AND (?2 = 0 OR n.id = ?2)"

static gboolean
read_counts (BvHoldings *self,
             BvConnection *connection,
             gint64 dossier_id,
             gint64 nomination_id,
             GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (connection, error, HOLDINGS_SQL, "ii",
                                                           dossier_id, nomination_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvHolding *holding;
      gint64 id;

      if (!has_row)
        return TRUE;
      holding = g_new0 (BvHolding, 1);
      id = bv_statement_int (statement, 0);
      holding->unit_kind = g_strdup (bv_statement_text (statement, 1));
      holding->worker_class = g_strdup (bv_statement_text (statement, 2));
      holding->n_reports = (guint) bv_statement_int (statement, 3);
      holding->n_initiative_files = (guint) bv_statement_int (statement, 4);
      holding->has_minutes = bv_statement_int (statement, 5) > 0
                             || bv_statement_int (statement, 9) > 0;
      holding->n_parts = (guint) bv_statement_int (statement, 6);
      holding->n_initiatives = (guint) bv_statement_int (statement, 7);
      holding->n_unrecognised = (guint) bv_statement_int (statement, 8);
      g_hash_table_insert (self->by_nomination, g_memdup2 (&id, sizeof id), holding);
    }
  return FALSE;
}

static gboolean
read_answers (BvHoldings *self,
              BvConnection *connection,
              gint64 dossier_id,
              gint64 nomination_id,
              GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT a.nomination_id, a.key FROM nomination n JOIN attestation a ON a.nomination_id = n.id"
    " WHERE n.dossier_id = ?1 AND (?2 = 0 OR n.id = ?2)",
    "ii", dossier_id, nomination_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvHolding *holding;
      gint64 id;

      if (!has_row)
        return TRUE;
      id = bv_statement_int (statement, 0);
      holding = g_hash_table_lookup (self->by_nomination, &id);
      if (holding->attested == NULL)
        holding->attested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_add (holding->attested, g_strdup (bv_statement_text (statement, 1)));
    }
  return FALSE;
}

BvHoldings *
bv_holdings_load (BvConnection *connection, gint64 dossier_id, gint64 nomination_id, GError **error)
{
  g_autoptr (BvHoldings) self = g_new0 (BvHoldings, 1);

  self->by_nomination = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, holding_free);
  if (!read_counts (self, connection, dossier_id, nomination_id, error)
      || !read_answers (self, connection, dossier_id, nomination_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

const BvHolding *
bv_holdings_get (const BvHoldings *self, gint64 nomination_id)
{
  const BvHolding *holding = g_hash_table_lookup (self->by_nomination, &nomination_id);

  return holding != NULL ? holding : &self->nothing;
}

gboolean
bv_holding_is_attested (const BvHolding *self, const char *key)
{
  return self->attested != NULL && g_hash_table_contains (self->attested, key);
}
