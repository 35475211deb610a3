// SPDX-License-Identifier: GPL-3.0-or-later
/* One connection and its cached statements. A connection and its statements belong to one thread at
 * a time (SQLITE_OPEN_NOMUTEX); who hands them from thread to thread sees to that. Knows nothing of
 * acts, history or the schema. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-connection-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CACHE_SIZE 96
/* Steps of the engine's machine between two looks at the cancellable: well under a millisecond. */
#define PROGRESS_STEPS 2000

/* Longer than any act but a large import; an officer who waits longer wants to be told why. */
static int busy_timeout_ms = 4000;

static GOnce engine_once = G_ONCE_INIT;

struct _BvConnection
{
  /* Owned */
  sqlite3 *handle;
  GHashTable *idle; /* SQL → BvStatement, statements that nobody uses */
  GQueue idle_order;
  char *name;
  GCancellable *cancellable;

  /* State */
  guint n_used;
};

struct _BvStatement
{
  /* Owned */
  sqlite3_stmt *stmt;

  /* Borrowed */
  BvConnection *connection;

  /* State */
  GList link; /* in idle_order */
  int bind_status;
};

static int
progress_cb (void *data)
{
  BvConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
statement_finalize (BvStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* text_matches (text, typed): bv_text_matches() for short lists that have no full-text index. */
static void
text_matches (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *typed = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, text != NULL && typed != NULL && bv_text_matches (text, typed));
}

/* The engine counts its memory under a lock that every allocation takes; nobody reads the count. Refused,
 * and rightly so, when somebody else in this process uses the engine already. */
static gpointer
set_up_engine (gpointer data)
{
  if (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK)
    g_debug ("the engine was in use before");
  return NULL;
}

static gboolean
configure (BvConnection *self, GError **error)
{
  /* Double quotes are names, never strings: a misspelt column must not read as a text. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  /* A crafted file cannot make the program write into the search index's inner tables. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, busy_timeout_ms);
  if (sqlite3_create_function (self->handle, "text_matches", 2,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                               text_matches, NULL, NULL)
      != SQLITE_OK)
    return bv_connection_fail (self, SQLITE_NOMEM, BV_ATTEMPT_OPEN, error);
  return TRUE;
}

void
bv_connection_set_busy_timeout (int milliseconds)
{
  busy_timeout_ms = milliseconds;
}

BvConnection *
bv_connection_open (const char *path, BvConnectionMode mode, const char *name, GError **error)
{
  g_autoptr (BvConnection) self = g_new0 (BvConnection, 1);
  g_autofree char *target = NULL;
  int flags = SQLITE_OPEN_NOMUTEX;
  int code;

  g_once (&engine_once, set_up_engine, NULL);
  self->idle = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->idle_order);
  self->name = name != NULL ? g_strdup (name) : g_filename_display_basename (path);

  switch (mode)
    {
    case BV_CONNECTION_CREATE:
    case BV_CONNECTION_TEMPORARY:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    case BV_CONNECTION_WRITE:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case BV_CONNECTION_IMMUTABLE:
    case BV_CONNECTION_READ:
    default:
      flags |= SQLITE_OPEN_READONLY;
      break;
    }

  if (mode == BV_CONNECTION_IMMUTABLE)
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);
      g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
      if (uri == NULL)
        return NULL;
      target = g_strconcat (uri, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_URI;
    }
  else
    target = path != NULL ? g_canonicalize_filename (path, NULL) : g_strdup ("");

  code = sqlite3_open_v2 (target, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      bv_connection_fail (self, code, BV_ATTEMPT_OPEN, error);
      return NULL;
    }
  if (!configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_connection_close (BvConnection *self)
{
  GList *link;

  if (self == NULL)
    return;
  if (self->n_used > 0)
    g_critical ("%u statements of %s outlive their connection", self->n_used, self->name);

  while ((link = g_queue_pop_head_link (&self->idle_order)) != NULL)
    statement_finalize (link->data);
  g_hash_table_unref (self->idle);
  g_clear_object (&self->cancellable);
  sqlite3_close_v2 (self->handle);
  g_free (self->name);
  g_free (self);
}

sqlite3 *
bv_connection_get_handle (BvConnection *self)
{
  return self->handle;
}

const char *
bv_connection_get_name (BvConnection *self)
{
  return self->name;
}

void
bv_connection_set_cancellable (BvConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  if (self->cancellable != NULL)
    sqlite3_progress_handler (self->handle, PROGRESS_STEPS, progress_cb, self);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

gboolean
bv_connection_fail (BvConnection *self, int code, BvAttempt attempt, GError **error)
{
  return bv_store_error_take (error, self->handle, code, attempt, self->name);
}

gboolean
bv_connection_script (BvConnection *self, const char *sql, BvAttempt attempt, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || bv_connection_fail (self, code, attempt, error);
}

gboolean
bv_connection_pragma (BvConnection *self,
                      const char *name,
                      const char *value,
                      const char *expected,
                      BvAttempt attempt,
                      GError **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);
  g_autofree char *answer = NULL;
  g_autofree char *head = NULL;

  if (!bv_connection_script (self, set, attempt, error)
      || !bv_connection_query_text (self, &answer, error, get, NULL))
    return FALSE;
  if (g_strcmp0 (answer, expected) == 0)
    return TRUE;
  head = g_strdup_printf ("%s = %s, %s", name, expected, answer != NULL ? answer : "");
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE,
    /* TRANSLATORS: file, then the engine's setting that was not taken. */
    _ ("“%s” cannot be kept safe where it is; move it to a folder on this computer’s own "
       "disk. (%s)"),
    self->name, head);
  return FALSE;
}

void
bv_connection_rollback (BvConnection *self)
{
  /* A full disk or an I/O fault has ended the transaction already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

BvStatement *
bv_connection_prepare (BvConnection *self, const char *sql, GError **error)
{
  BvStatement *statement = g_hash_table_lookup (self->idle, sql);
  sqlite3_stmt *stmt = NULL;
  const char *tail = NULL;
  int code;

  if (statement != NULL)
    {
      g_hash_table_remove (self->idle, sql);
      g_queue_unlink (&self->idle_order, &statement->link);
      self->n_used++;
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &tail);
  if (code != SQLITE_OK)
    {
      bv_connection_fail (self, code, BV_ATTEMPT_READ, error);
      return NULL;
    }
  if (stmt == NULL || strspn (tail, " \t\r\n;") != strlen (tail))
    {
      sqlite3_finalize (stmt);
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE,
                   _ ("“%s” cannot be read. An instruction must be exactly one statement. (%s)"),
                   self->name, sql);
      return NULL;
    }

  statement = g_new0 (BvStatement, 1);
  statement->stmt = stmt;
  statement->connection = self;
  statement->link.data = statement;
  self->n_used++;
  return statement;
}

void
bv_statement_free (BvStatement *self)
{
  BvConnection *connection;
  const char *sql;

  if (self == NULL)
    return;
  connection = self->connection;
  sql = sqlite3_sql (self->stmt);
  connection->n_used--;
  bv_statement_reset (self);

  /* The same statement may be in use twice at once; one copy is enough to keep. */
  if (g_hash_table_contains (connection->idle, sql))
    {
      statement_finalize (self);
      return;
    }
  g_hash_table_insert (connection->idle, (gpointer) sql, self);
  g_queue_push_tail_link (&connection->idle_order, &self->link);
  if (g_queue_get_length (&connection->idle_order) > CACHE_SIZE)
    {
      BvStatement *oldest = g_queue_pop_head_link (&connection->idle_order)->data;
      g_hash_table_remove (connection->idle, sqlite3_sql (oldest->stmt));
      statement_finalize (oldest);
    }
}

static void
note_binding (BvStatement *self, int code)
{
  if (self->bind_status == SQLITE_OK)
    self->bind_status = code;
}

void
bv_statement_bind_text (BvStatement *self, int index, const char *value)
{
  note_binding (self, sqlite3_bind_text (self->stmt, index, value, -1, SQLITE_TRANSIENT));
}

void
bv_statement_bind_int (BvStatement *self, int index, gint64 value)
{
  note_binding (self, sqlite3_bind_int64 (self->stmt, index, value));
}

void
bv_statement_bind_double (BvStatement *self, int index, double value)
{
  note_binding (self, sqlite3_bind_double (self->stmt, index, value));
}

void
bv_statement_bind_blob (BvStatement *self, int index, GBytes *value)
{
  gsize size;
  const void *data;

  if (value == NULL)
    {
      bv_statement_bind_null (self, index);
      return;
    }
  data = g_bytes_get_data (value, &size);
  /* A NULL pointer would bind NULL in place of an empty blob. */
  note_binding (
    self, sqlite3_bind_blob64 (self->stmt, index, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

void
bv_statement_bind_null (BvStatement *self, int index)
{
  note_binding (self, sqlite3_bind_null (self->stmt, index));
}

gboolean
bv_statement_step (BvStatement *self, gboolean *has_row, GError **error)
{
  BvAttempt attempt = sqlite3_stmt_readonly (self->stmt) ? BV_ATTEMPT_READ : BV_ATTEMPT_WRITE;
  int code;

  if (has_row != NULL)
    *has_row = FALSE;
  if (self->bind_status != SQLITE_OK)
    return bv_connection_fail (self->connection, self->bind_status, attempt, error);

  code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    {
      if (has_row != NULL)
        *has_row = TRUE;
      return TRUE;
    }
  if (code == SQLITE_DONE)
    return TRUE;
  return bv_connection_fail (self->connection, code, attempt, error);
}

gboolean
bv_statement_run (BvStatement *self, GError **error)
{
  gboolean has_row = TRUE;
  gboolean ok = TRUE;

  while (ok && has_row)
    ok = bv_statement_step (self, &has_row, error);
  bv_statement_reset (self);
  return ok;
}

void
bv_statement_reset (BvStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bind_status = SQLITE_OK;
}

const char *
bv_statement_text (BvStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
bv_statement_int (BvStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
bv_statement_double (BvStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

GBytes *
bv_statement_blob (BvStatement *self, int column)
{
  const void *data;

  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return NULL;
  data = sqlite3_column_blob (self->stmt, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}

gboolean
bv_statement_is_null (BvStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

int
bv_statement_n_columns (BvStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

static BvStatement *
query_valist (BvConnection *self,
              GError **error,
              const char *sql,
              const char *types,
              va_list arguments)
{
  BvStatement *statement = bv_connection_prepare (self, sql, error);

  if (statement == NULL || types == NULL)
    return statement;
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        bv_statement_bind_text (statement, i + 1, va_arg (arguments, const char *));
        break;
      case 'i':
        bv_statement_bind_int (statement, i + 1, va_arg (arguments, gint64));
        break;
      case 'd':
        bv_statement_bind_double (statement, i + 1, va_arg (arguments, double));
        break;
      case 'b':
        bv_statement_bind_blob (statement, i + 1, va_arg (arguments, GBytes *));
        break;
      case 'n':
        bv_statement_bind_null (statement, i + 1);
        break;
      default:
        g_error ("unknown parameter type '%c' for: %s", types[i], sql);
      }
  return statement;
}

gboolean
bv_connection_run (BvConnection *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (BvStatement) statement = NULL;
  va_list arguments;

  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);
  return statement != NULL && bv_statement_run (statement, error);
}

BvStatement *
bv_connection_query (BvConnection *self, GError **error, const char *sql, const char *types, ...)
{
  BvStatement *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);
  return statement;
}

gboolean
bv_connection_query_int (BvConnection *self,
                         gint64 *value,
                         gint64 fallback,
                         GError **error,
                         const char *sql,
                         const char *types,
                         ...)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = FALSE;
  va_list arguments;

  *value = fallback;
  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row && !bv_statement_is_null (statement, 0))
    *value = bv_statement_int (statement, 0);
  return TRUE;
}

gboolean
bv_connection_query_text (BvConnection *self,
                          char **value,
                          GError **error,
                          const char *sql,
                          const char *types,
                          ...)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = FALSE;
  va_list arguments;

  *value = NULL;
  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *value = g_strdup (bv_statement_text (statement, 0));
  return TRUE;
}

gint64
bv_connection_last_id (BvConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

int
bv_connection_n_changed (BvConnection *self)
{
  return sqlite3_changes (self->handle);
}
