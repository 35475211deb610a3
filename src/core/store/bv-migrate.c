// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbered migrations, one transaction each. Knows nothing of backups: who calls it has made one. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-migrate.h"

#include "base/bv-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

GBytes *
bv_migrate_from_resources (int number, gpointer user_data, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/vn/bangvang/core/schema/%04d.sql", number);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
check_foreign_keys (BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT,
    _ ("“%s” cannot be brought to the form of this version; it is left as it was. A row of "
       "“%s” names a record of “%s” that does not exist."),
    bv_connection_get_name (connection), bv_statement_text (statement, 0),
    bv_statement_text (statement, 2));
  return FALSE;
}

static gboolean
migrate_one (BvConnection *connection,
             int number,
             BvAttempt attempt,
             BvSchemaFunc func,
             gpointer user_data,
             GError **error)
{
  g_autoptr (GBytes) bytes = func (number, user_data, error);
  g_autofree char *sql = NULL;
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", number);

  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return bv_connection_script (connection, sql, attempt, error)
         && check_foreign_keys (connection, error)
         && bv_connection_script (connection, version, attempt, error)
         && bv_connection_script (connection, "COMMIT", attempt, error);
}

gboolean
bv_migrate (BvConnection *connection,
            int newest,
            BvAttempt attempt,
            BvSchemaFunc func,
            gpointer user_data,
            GError **error)
{
  while (TRUE)
    {
      gint64 version;

      /* Read inside the transaction: another program may have migrated in between. */
      if (!bv_connection_script (connection, "BEGIN IMMEDIATE", attempt, error))
        return FALSE;
      if (!bv_connection_query_int (connection, &version, 0, error, "PRAGMA user_version", NULL)
          || (version < newest
              && !migrate_one (connection, (int) version + 1, attempt, func, user_data, error)))
        {
          bv_connection_rollback (connection);
          return FALSE;
        }
      if (version >= newest)
        {
          bv_connection_rollback (connection);
          return TRUE;
        }
    }
}
