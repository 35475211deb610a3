// SPDX-License-Identifier: GPL-3.0-or-later
/* What stands in the way of an undo: rows that are no longer as the act left them, rows that would
 * collide, rows that would point at nothing; and which later act made them so. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-conflict.h"

#include "store/bv-changeset.h"

/* One row is enough to refuse; some more find the newest act among several. */
#define MAX_ROWS 64

struct _BvConflicts
{
  /* Owned */
  GHashTable *keys;   /* row keys, as of bv-changeset.h */
  GHashTable *tables; /* names */
  GPtrArray *parked;  /* Parked */

  /* Borrowed */
  BvConnection *connection;
};

/* Rows that exchange a unique value cannot be changed one after the other: each would collide with the
 * next. Such a row is taken out of the table and put back when the others have moved. */
typedef struct
{
  char *table;
  GPtrArray *values; /* sqlite3_value, every column as it is to be */
  GPtrArray *keys;   /* its own key, and those it collided with */
} Parked;

static void
parked_free (gpointer data)
{
  Parked *parked = data;

  g_free (parked->table);
  g_ptr_array_unref (parked->values);
  g_ptr_array_unref (parked->keys);
  g_free (parked);
}

BvConflicts *
bv_conflicts_new (BvConnection *connection)
{
  BvConflicts *self = g_new0 (BvConflicts, 1);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parked = g_ptr_array_new_with_free_func (parked_free);
  self->connection = connection;
  return self;
}

void
bv_conflicts_free (BvConflicts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->tables);
  g_ptr_array_unref (self->parked);
  g_free (self);
}

gboolean
bv_conflicts_is_empty (BvConflicts *self)
{
  return g_hash_table_size (self->keys) == 0;
}

static void
add (BvConflicts *self, const char *table, char *key)
{
  g_hash_table_add (self->keys, key);
  g_hash_table_add (self->tables, g_strdup (table));
}

/* The value that the row at @iter is to have in @column: the changeset's, or where that leaves the
 * column alone, the row's own. */
static sqlite3_value *
get_wanted_value (sqlite3_changeset_iter *iter, sqlite3_stmt *current, int column)
{
  sqlite3_value *value = NULL;

  if (sqlite3changeset_new (iter, column, &value) == SQLITE_OK && value != NULL)
    return value;
  return current != NULL ? sqlite3_column_value (current, column) : NULL;
}

static sqlite3_stmt *
prepare_by_columns (sqlite3 *handle, const char *verb, const char *table, const GPtrArray *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_string_append_printf (sql, "%s FROM \"%s\" WHERE ", verb, table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?", i > 0 ? " AND " : "",
                            (const char *) g_ptr_array_index (columns, i));
  sqlite3_prepare_v2 (handle, sql->str, -1, &stmt, NULL);
  return stmt;
}

/* The names of the columns in declared order (index "") or of a unique index, and their positions. */
static GPtrArray *
list_columns (BvConflicts *self,
              const char *table,
              const char *index,
              gboolean only_key,
              GArray *positions)
{
  g_autoptr (BvStatement) statement = NULL;
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row;

  if (index != NULL)
    statement = bv_connection_query (self->connection, NULL,
                                     "SELECT name, cid FROM pragma_index_info (?1)", "s", index);
  else
    statement = bv_connection_query (self->connection, NULL,
                                     "SELECT name, cid FROM pragma_table_info (?1)"
                                     " WHERE pk > 0 OR NOT ?2 ORDER BY cid",
                                     "si", table, (gint64) only_key);
  while (statement != NULL && bv_statement_step (statement, &has_row, NULL) && has_row)
    {
      int position = (int) bv_statement_int (statement, 1);
      g_ptr_array_add (columns, g_strdup (bv_statement_text (statement, 0)));
      g_array_append_val (positions, position);
    }
  return columns;
}

/* The rows that hold the values of a unique index which the row at @iter is to have. */
static void
list_collision (BvConflicts *self,
                const char *table,
                const char *index,
                sqlite3_changeset_iter *iter,
                sqlite3_stmt *current,
                GPtrArray *keys)
{
  sqlite3 *handle = bv_connection_get_handle (self->connection);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) key_positions = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) columns = list_columns (self, table, index, FALSE, positions);
  g_autoptr (GPtrArray) key_columns = list_columns (self, table, NULL, TRUE, key_positions);
  sqlite3_stmt *stmt = prepare_by_columns (handle, "SELECT *", table, columns);

  for (guint i = 0; i < columns->len; i++)
    sqlite3_bind_value (stmt, (int) i + 1,
                        get_wanted_value (iter, current, g_array_index (positions, int, i)));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      GString *key = g_string_new (table);

      for (guint i = 0; i < key_columns->len; i++)
        {
          int position = g_array_index (key_positions, int, i);
          sqlite3_value *value = sqlite3_value_dup (sqlite3_column_value (stmt, position));

          bv_changeset_append_value (key, value);
          sqlite3_value_free (value);
        }
      g_ptr_array_add (keys, g_string_free (key, FALSE));
    }
  sqlite3_finalize (stmt);
}

/* A statement about the row at @iter, found by its primary key. */
static sqlite3_stmt *
prepare_by_key (BvConflicts *self,
                const char *verb,
                const char *table,
                sqlite3_changeset_iter *iter)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) columns = list_columns (self, table, NULL, TRUE, positions);
  sqlite3_stmt *stmt = prepare_by_columns (bv_connection_get_handle (self->connection), verb, table,
                                           columns);

  for (guint i = 0; i < columns->len; i++)
    {
      sqlite3_value *value = NULL;

      sqlite3changeset_old (iter, g_array_index (positions, int, i), &value);
      sqlite3_bind_value (stmt, (int) i + 1, value);
    }
  return stmt;
}

static void
list_collisions (BvConflicts *self,
                 const char *table,
                 sqlite3_changeset_iter *iter,
                 sqlite3_stmt *current,
                 GPtrArray *keys)
{
  g_autoptr (BvStatement) indexes = bv_connection_query (
    self->connection, NULL, "SELECT name FROM pragma_index_list (?1) WHERE \"unique\"", "s", table);
  gboolean has_row;

  while (indexes != NULL && bv_statement_step (indexes, &has_row, NULL) && has_row)
    list_collision (self, table, bv_statement_text (indexes, 0), iter, current, keys);
}

static void
park (BvConflicts *self, const char *table, sqlite3_changeset_iter *iter)
{
  Parked *parked = g_new0 (Parked, 1);
  sqlite3_stmt *current = prepare_by_key (self, "SELECT *", table, iter);
  sqlite3_stmt *removal = prepare_by_key (self, "DELETE", table, iter);

  parked->table = g_strdup (table);
  parked->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  parked->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parked->keys, bv_changeset_row_key (iter));
  if (sqlite3_step (current) == SQLITE_ROW)
    {
      list_collisions (self, table, iter, current, parked->keys);
      for (int i = 0; i < sqlite3_column_count (current); i++)
        g_ptr_array_add (parked->values, sqlite3_value_dup (get_wanted_value (iter, current, i)));
    }
  sqlite3_finalize (current);
  sqlite3_step (removal);
  sqlite3_finalize (removal);
  g_ptr_array_add (self->parked, parked);
}

int
bv_conflicts_callback (void *data, int kind, sqlite3_changeset_iter *iter)
{
  BvConflicts *self = data;
  const char *table;
  int n_columns, operation;

  if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_OMIT; /* looked at afterwards, row by row */

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  if (kind == SQLITE_CHANGESET_CONSTRAINT && operation == SQLITE_UPDATE)
    {
      park (self, table, iter);
      return SQLITE_CHANGESET_OMIT;
    }
  add (self, table, bv_changeset_row_key (iter));
  if (kind == SQLITE_CHANGESET_CONSTRAINT && operation == SQLITE_INSERT)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();

      list_collisions (self, table, iter, NULL, keys);
      for (guint i = 0; i < keys->len; i++)
        add (self, table, g_ptr_array_index (keys, i));
    }
  return g_hash_table_size (self->keys) < MAX_ROWS ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

static int
unpark (BvConflicts *self, const Parked *parked)
{
  sqlite3 *handle = bv_connection_get_handle (self->connection);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_string_append_printf (sql, "INSERT INTO \"%s\" VALUES (", parked->table);
  for (guint i = 0; i < parked->values->len; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  if (sqlite3_prepare_v2 (handle, sql->str, -1, &stmt, NULL) != SQLITE_OK)
    return sqlite3_errcode (handle);
  for (guint i = 0; i < parked->values->len; i++)
    sqlite3_bind_value (stmt, (int) i + 1, g_ptr_array_index (parked->values, i));
  sqlite3_step (stmt);
  return sqlite3_finalize (stmt);
}

gboolean
bv_conflicts_settle (BvConflicts *self, GError **error)
{
  for (guint i = 0; i < self->parked->len; i++)
    {
      const Parked *parked = g_ptr_array_index (self->parked, i);
      int code = unpark (self, parked);

      if ((code & 0xff) == SQLITE_CONSTRAINT)
        for (guint k = 0; k < parked->keys->len; k++)
          add (self, parked->table, g_strdup (g_ptr_array_index (parked->keys, k)));
      else if (code != SQLITE_OK)
        return bv_connection_fail (self->connection, code, BV_ATTEMPT_WRITE, error);
    }
  return TRUE;
}

/* The record that row @id of @table names in its foreign key @number and that does not exist: some act
 * may have removed it. */
static gboolean
add_missing_parent (BvConflicts *self,
                    const char *table,
                    gint64 id,
                    const char *parent,
                    gint64 number,
                    GError **error)
{
  g_autofree char *column = NULL;
  g_autofree char *sql = NULL;
  gint64 parent_id;

  if (!bv_connection_query_text (self->connection, &column, error,
                                 "SELECT \"from\" FROM pragma_foreign_key_list (?1) WHERE id = ?2",
                                 "si", table, number))
    return FALSE;
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE rowid = ?1", column, table);
  if (!bv_connection_query_int (self->connection, &parent_id, 0, error, sql, "i", id))
    return FALSE;
  add (self, parent, bv_changeset_rowid_key (parent, parent_id));
  return TRUE;
}

static gboolean
check_table (BvConflicts *self, const char *table, GError **error)
{
  g_autoptr (BvStatement) rows = bv_connection_query (
    self->connection, error,
    "SELECT rowid, parent, fkid FROM pragma_foreign_key_check (?1) LIMIT ?2", "si", table,
    (gint64) MAX_ROWS);
  gboolean has_row, ok;

  if (rows == NULL)
    return FALSE;
  while ((ok = bv_statement_step (rows, &has_row, error)) && has_row)
    {
      gint64 id = bv_statement_int (rows, 0);

      add (self, table, bv_changeset_rowid_key (table, id));
      if (!add_missing_parent (self, table, id, bv_statement_text (rows, 1),
                               bv_statement_int (rows, 2), error))
        return FALSE;
    }
  return ok;
}

typedef struct
{
  GHashTable *lost;   /* tables that rows went from: those that point at them are to be checked */
  GHashTable *gained; /* tables whose rows came or changed: what they point at is to be checked */
  gboolean is_inverse;
} Affected;

static gboolean
note_table (sqlite3_changeset_iter *iter,
            const char *table,
            int n_columns,
            int operation,
            gpointer user_data)
{
  Affected *affected = user_data;
  gboolean is_lost = operation == (affected->is_inverse ? SQLITE_INSERT : SQLITE_DELETE);
  GHashTable *tables = is_lost ? affected->lost : affected->gained;

  if (!g_hash_table_contains (tables, table))
    g_hash_table_add (tables, g_strdup (table));
  return TRUE;
}

static gboolean
check_children (BvConflicts *self, const char *parent, GHashTable *checked, GError **error)
{
  g_autoptr (BvStatement)
    children = bv_connection_query (self->connection, error,
                                    "SELECT DISTINCT t.name FROM sqlite_schema AS t,"
                                    " pragma_foreign_key_list (t.name) AS f"
                                    " WHERE t.type = 'table' AND t.name <> 'history'"
                                    " AND f.\"table\" = ?1",
                                    "s", parent);
  gboolean has_row, ok;

  if (children == NULL)
    return FALSE;
  while ((ok = bv_statement_step (children, &has_row, error)) && has_row)
    if (g_hash_table_add (checked, g_strdup (bv_statement_text (children, 0)))
        && !check_table (self, bv_statement_text (children, 0), error))
      return FALSE;
  return ok;
}

gboolean
bv_conflicts_check_foreign_keys (BvConflicts *self,
                                 GBytes *changeset,
                                 gboolean is_inverse,
                                 GError **error)
{
  g_autoptr (GHashTable) lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) gained = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Affected affected = { .lost = lost, .gained = gained, .is_inverse = is_inverse };
  GHashTableIter iter;
  gpointer table;

  bv_changeset_foreach (changeset, note_table, &affected);
  g_hash_table_iter_init (&iter, gained);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    if (g_hash_table_add (checked, g_strdup (table)) && !check_table (self, table, error))
      return FALSE;
  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    if (!check_children (self, table, checked, error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  GHashTable *keys;
  gboolean found;
} Search;

static gboolean
look_for_row (sqlite3_changeset_iter *iter,
              const char *table,
              int n_columns,
              int operation,
              gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *key = bv_changeset_row_key (iter);

  search->found = g_hash_table_contains (search->keys, key);
  return !search->found;
}

static gboolean
touches_table (BvConflicts *self, const char *names)
{
  g_auto (GStrv) tables = g_strsplit (names, " ", -1);

  for (guint i = 0; tables[i] != NULL; i++)
    if (g_hash_table_contains (self->tables, tables[i]))
      return TRUE;
  return FALSE;
}

gboolean
bv_conflicts_find_act (BvConflicts *self, gint64 since, gint64 *id, char **title, GError **error)
{
  g_autoptr (BvStatement) entries = bv_connection_query (
    self->connection, error,
    "SELECT entry.tables, entry.changeset, coalesce (original.title, entry.title), entry.title,"
    " entry.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM history AS later"
    "   WHERE later.target = coalesce (entry.target, entry.id) AND later.id > entry.id), entry.id"
    " FROM history AS entry LEFT JOIN history AS original ON original.id = entry.target"
    " WHERE entry.id > ?1 ORDER BY entry.id DESC",
    "i", since);
  g_autofree char *any = NULL;
  gboolean has_row, ok;

  *title = NULL;
  *id = 0;
  if (entries == NULL)
    return FALSE;
  while ((ok = bv_statement_step (entries, &has_row, error)) && has_row)
    {
      g_autoptr (GBytes) changeset = NULL;
      Search search = { .keys = self->keys };
      gboolean in_force = bv_statement_int (entries, 4) != 0;

      if (!touches_table (self, bv_statement_text (entries, 0)) || (any != NULL && !in_force))
        continue;
      changeset = bv_statement_blob (entries, 1);
      bv_changeset_foreach (changeset, look_for_row, &search);
      if (!search.found)
        continue;
      *id = bv_statement_int (entries, 5);
      if (in_force)
        {
          *title = g_strdup (bv_statement_text (entries, 2));
          return TRUE;
        }
      any = g_strdup (bv_statement_text (entries, 3));
    }
  *title = g_steal_pointer (&any);
  return ok;
}
