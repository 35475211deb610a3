// SPDX-License-Identifier: GPL-3.0-or-later
/* The check of a whole file. It is made on a temporary copy of its pages: a connection that may only
 * read passes over CHECK constraints (SQLite drops them from a schema it cannot write), and FTS5 takes
 * the order to check itself as an INSERT. The writer goes on meanwhile. */

#define G_LOG_DOMAIN "bv-store"

#include "base/bv-error.h"
#include "store/bv-backup.h"
#include "store/bv-connection-private.h"
#include "store/bv-history.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

#define MAX_FINDINGS 100

static gboolean
check_pages (BvConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_prepare (connection, "PRAGMA integrity_check (100)", error);
  gboolean has_row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = bv_statement_step (statement, &has_row, error)) && has_row)
    if (g_strcmp0 (bv_statement_text (statement, 0), "ok") != 0)
      g_ptr_array_add (findings, g_strdup_printf (_ ("The file is damaged: %s"),
                                                  bv_statement_text (statement, 0)));
  return ok;
}

static gboolean
check_foreign_keys (BvConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  gboolean has_row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = bv_statement_step (statement, &has_row, error)) && has_row
         && findings->len < MAX_FINDINGS)
    g_ptr_array_add (
      findings,
      g_strdup_printf (_ ("Row %d of “%s” names a record of “%s” that does not exist."),
                       (int) bv_statement_int (statement, 1), bv_statement_text (statement, 0),
                       bv_statement_text (statement, 2)));
  return ok;
}

static gboolean
check_pause (BvConnection *connection, GPtrArray *findings, GError **error)
{
  gint64 paused;

  if (!bv_connection_query_int (connection, &paused, 0, error, "SELECT count(*) FROM derived_pause",
                                NULL))
    return FALSE;
  if (paused != 0)
    g_ptr_array_add (findings, g_strdup (_ ("The search index is not being kept.")));
  return TRUE;
}

static gboolean
check_search_index (BvConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) local = NULL;

  /* With rank 1 the index is compared with what it was made from. */
  if (bv_connection_run (connection, &local,
                         "INSERT INTO derived_subject_search (derived_subject_search, rank)"
                         " VALUES ('integrity-check', 1)",
                         NULL))
    return TRUE;
  if (!g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (_ ("The search index does not match the register.")));
  return TRUE;
}

static BvConnection *
copy_file (BvStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (self, error);
  g_autoptr (BvConnection) copy = NULL;

  if (lease == NULL)
    return NULL;
  copy = bv_connection_open (NULL, BV_CONNECTION_TEMPORARY,
                             bv_connection_get_name (bv_lease_connection (lease)), error);
  if (copy == NULL
      || !bv_backup_pages (bv_lease_connection (lease), copy, BV_ATTEMPT_READ, NULL, NULL,
                           cancellable, error))
    return NULL;
  bv_connection_set_cancellable (copy, cancellable);
  return g_steal_pointer (&copy);
}

gboolean
bv_store_check (BvStore *self, GPtrArray **findings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvConnection) connection = NULL;

  g_return_val_if_fail (BV_IS_STORE (self) && findings != NULL, FALSE);

  *findings = NULL;
  connection = copy_file (self, cancellable, error);
  if (connection == NULL
      || !check_pages (connection, found, error)
      /* In a damaged file the other checks would only report the same again. */
      || (found->len == 0
          && (!check_foreign_keys (connection, found, error)
              || !check_pause (connection, found, error)
              || !check_search_index (connection, found, error)
              || !bv_history_check_chain (connection, found, error))))
    return FALSE;
  *findings = g_steal_pointer (&found);
  return TRUE;
}
