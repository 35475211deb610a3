// SPDX-License-Identifier: GPL-3.0-or-later
/* What one act changed, row by row and column by column, for the audit page. */

#define G_LOG_DOMAIN "bv-store"

#include "base/bv-error.h"
#include "store/bv-changeset.h"
#include "store/bv-connection-private.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BvConnection *connection;
  GPtrArray *changes;
  guint limit;
  char *table;
  GPtrArray *columns; /* names in declared order */
} Listing;

void
bv_change_free (BvChange *change)
{
  if (change == NULL)
    return;
  g_free (change->table);
  g_free (change->operation);
  g_strfreev (change->columns);
  g_strfreev (change->old_values);
  g_strfreev (change->new_values);
  g_free (change);
}

static char *
value_to_text (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return g_strdup ("");
  if (sqlite3_value_type (value) == SQLITE_BLOB)
    {
      gulong size = (gulong) sqlite3_value_bytes (value);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu byte", "%lu bytes", size), size);
    }
  return g_strdup ((const char *) sqlite3_value_text (value));
}

static void
read_columns (Listing *listing, const char *table)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    listing->connection, NULL, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", "s", table);
  gboolean has_row;

  g_free (listing->table);
  listing->table = g_strdup (table);
  g_clear_pointer (&listing->columns, g_ptr_array_unref);
  listing->columns = g_ptr_array_new_with_free_func (g_free);
  while (statement != NULL && bv_statement_step (statement, &has_row, NULL) && has_row)
    g_ptr_array_add (listing->columns, g_strdup (bv_statement_text (statement, 0)));
}

static const char *
operation_to_text (int operation)
{
  if (operation == SQLITE_INSERT)
    return "insert";
  return operation == SQLITE_DELETE ? "delete" : "update";
}

/* 0 when the key is not one integer. */
static gint64
find_row_id (sqlite3_changeset_iter *iter, int n_columns, int operation)
{
  unsigned char *is_key = NULL;
  sqlite3_value *key = NULL;
  int n_keys = 0;

  sqlite3changeset_pk (iter, &is_key, NULL);
  for (int i = 0; i < n_columns; i++)
    if (is_key[i] && n_keys++ == 0)
      {
        if (operation == SQLITE_INSERT)
          sqlite3changeset_new (iter, i, &key);
        else
          sqlite3changeset_old (iter, i, &key);
      }
  return n_keys == 1 && sqlite3_value_type (key) == SQLITE_INTEGER ? sqlite3_value_int64 (key) : 0;
}

static gboolean
list_row (sqlite3_changeset_iter *iter,
          const char *table,
          int n_columns,
          int operation,
          gpointer user_data)
{
  Listing *listing = user_data;
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) old_values = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) new_values = g_strv_builder_new ();
  BvChange *change = g_new0 (BvChange, 1);

  if (g_strcmp0 (listing->table, table) != 0)
    read_columns (listing, table);
  for (int i = 0; i < n_columns; i++)
    {
      g_autofree char *old_text = NULL;
      g_autofree char *new_text = NULL;
      sqlite3_value *old_value = NULL;
      sqlite3_value *new_value = NULL;

      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, i, &old_value);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, i, &new_value);
      /* An update carries the key as an old value alone. */
      if (operation == SQLITE_UPDATE ? new_value == NULL : old_value == NULL && new_value == NULL)
        continue;
      old_text = value_to_text (old_value);
      new_text = value_to_text (new_value);
      g_strv_builder_add (
        columns, (guint) i < listing->columns->len ? g_ptr_array_index (listing->columns, i) : "");
      g_strv_builder_add (old_values, old_text);
      g_strv_builder_add (new_values, new_text);
    }
  change->table = g_strdup (table);
  change->operation = g_strdup (operation_to_text (operation));
  change->row_id = find_row_id (iter, n_columns, operation);
  change->columns = g_strv_builder_end (columns);
  change->old_values = g_strv_builder_end (old_values);
  change->new_values = g_strv_builder_end (new_values);
  g_ptr_array_add (listing->changes, change);
  return listing->changes->len < listing->limit;
}

GPtrArray *
bv_store_list_changes (BvStore *self, gint64 act_id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_change_free);
  g_autoptr (BvLease) lease = bv_store_lease (self, error);
  g_autoptr (BvStatement) statement = NULL;
  g_autoptr (GBytes) changeset = NULL;
  Listing listing = { .changes = changes, .limit = limit };
  gboolean has_row;
  int code;

  if (lease == NULL)
    return NULL;
  listing.connection = bv_lease_connection (lease);
  statement = bv_connection_query (listing.connection, error,
                                   "SELECT changeset FROM history WHERE id = ?1", "i", act_id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                   _ ("The history has no entry number %d."), (int) act_id);
      return NULL;
    }
  changeset = bv_statement_blob (statement, 0);
  code = limit > 0 ? bv_changeset_foreach (changeset, list_row, &listing) : SQLITE_OK;
  g_free (listing.table);
  g_clear_pointer (&listing.columns, g_ptr_array_unref);
  if (code != SQLITE_OK)
    {
      bv_connection_fail (listing.connection, code, BV_ATTEMPT_READ, error);
      return NULL;
    }
  return g_steal_pointer (&changes);
}
