// SPDX-License-Identifier: GPL-3.0-or-later
/* Walking through a changeset, and naming its rows. Knows nothing of the history. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-changeset.h"

int
bv_changeset_foreach (GBytes *changeset, BvChangesetFunc func, gpointer user_data)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_start (&iter, (int) size, (void *) data);
  int end;

  while (code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation;

      code = sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      if (code == SQLITE_OK && !func (iter, table, n_columns, operation, user_data))
        break;
    }
  end = sqlite3changeset_finalize (iter);
  if (code == SQLITE_DONE)
    code = end;
  return code;
}

typedef struct
{
  GStrvBuilder *builder;
  char *previous;
} Tables;

static gboolean
collect_table (sqlite3_changeset_iter *iter,
               const char *table,
               int n_columns,
               int operation,
               gpointer user_data)
{
  Tables *tables = user_data;

  if (g_strcmp0 (tables->previous, table) != 0)
    {
      g_strv_builder_add (tables->builder, table);
      g_free (tables->previous);
      tables->previous = g_strdup (table);
    }
  return TRUE;
}

char **
bv_changeset_list_tables (GBytes *changeset)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Tables tables = { .builder = builder };

  bv_changeset_foreach (changeset, collect_table, &tables);
  g_free (tables.previous);
  return g_strv_builder_end (builder);
}

void
bv_changeset_append_value (GString *key, sqlite3_value *value)
{
  /* The type belongs to the key: the text '1' and the number 1 are different keys. */
  g_string_append_printf (key, "\x1f%d", sqlite3_value_type (value));
  g_string_append_len (key, sqlite3_value_blob (value), sqlite3_value_bytes (value));
}

char *
bv_changeset_row_key (sqlite3_changeset_iter *iter)
{
  const char *table;
  unsigned char *is_key = NULL;
  int n_columns, operation;
  GString *key;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  sqlite3changeset_pk (iter, &is_key, NULL);
  key = g_string_new (table);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (!is_key[i])
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      if (value != NULL)
        bv_changeset_append_value (key, value);
    }
  return g_string_free (key, FALSE);
}

char *
bv_changeset_rowid_key (const char *table, gint64 id)
{
  return g_strdup_printf ("%s\x1f%d%" G_GINT64_FORMAT, table, SQLITE_INTEGER, id);
}
