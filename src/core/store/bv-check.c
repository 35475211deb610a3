// SPDX-License-Identifier: GPL-3.0-or-later
/* The check of a whole file, on a reader's snapshot: the writer goes on meanwhile. Reads only. */

#define G_LOG_DOMAIN "bv-store"

#include "base/bv-error.h"
#include "store/bv-connection-private.h"
#include "store/bv-history.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

#define MAX_FINDINGS 100

typedef sqlite3 BvMemory;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMemory, sqlite3_close)

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

/* FTS5 takes the order to check itself as an INSERT, which a reader may not do: it is given to a copy
 * in memory. */
static gboolean
check_search_index (BvConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (BvMemory) memory = NULL;
  sqlite3_backup *copying;
  int code = sqlite3_open (":memory:", &memory);

  if (code == SQLITE_OK)
    {
      copying = sqlite3_backup_init (memory, "main", bv_connection_get_handle (connection), "main");
      sqlite3_backup_step (copying, -1);
      code = sqlite3_backup_finish (copying);
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (memory,
                         "INSERT INTO derived_subject_search (derived_subject_search, rank)"
                         " VALUES ('integrity-check', 1)",
                         NULL, NULL, NULL);
  if ((code & 0xff) == SQLITE_CORRUPT)
    {
      g_ptr_array_add (findings, g_strdup (_ ("The search index does not match the register.")));
      return TRUE;
    }
  return code == SQLITE_OK
         || bv_store_error_take (error, memory, code, BV_ATTEMPT_READ,
                                 bv_connection_get_name (connection));
}

gboolean
bv_store_check (BvStore *self, GPtrArray **findings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvLease) lease = NULL;
  BvConnection *connection;

  g_return_val_if_fail (BV_IS_STORE (self) && findings != NULL, FALSE);

  *findings = NULL;
  lease = bv_store_lease (self, error);
  if (lease == NULL)
    return FALSE;
  bv_lease_set_cancellable (lease, cancellable);
  connection = bv_lease_connection (lease);
  if (!check_pages (connection, found, error)
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
