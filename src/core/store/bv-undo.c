// SPDX-License-Identifier: GPL-3.0-or-later
/* Undo and redo of any act: its changeset, inverted or as it was, applied as an act of its own. The
 * history is never rewritten: whether an act is in force follows from the entries that name it.
 *
 * Foreign keys are off while a changeset is applied, because it already names every row that a
 * cascade once took along; they are checked before the act is saved. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-store-private.h"

#include "base/bv-error.h"
#include "store/bv-changeset.h"
#include "store/bv-conflict.h"
#include "store/bv-search-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many rows of subject on, a rebuild of the search index is cheaper than its triggers. */
#define BULK_ROWS 1000

typedef struct
{
  /* Given */
  gint64 entry; /* row of history; 0: the newest that qualifies */
  gboolean is_redo;

  /* Found in the transaction */
  gint64 target; /* the act */
  gint64 since;  /* the entry that brought it into its present state */
  char *title;   /* of the act */
  GBytes *changeset;

  BvAct *act;
} Replay;

static void
replay_clear (Replay *replay)
{
  g_clear_pointer (&replay->title, g_free);
  g_clear_pointer (&replay->changeset, g_bytes_unref);
}

static void
replay_free (gpointer data)
{
  replay_clear (data);
  g_free (data);
}

/* The newest entry about @act, itself included, and whether that leaves it in force. */
static gboolean
read_state (BvConnection *connection,
            gint64 act,
            gint64 *newest,
            gboolean *in_force,
            GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error,
                                     "SELECT id, kind <> 'undo' FROM history WHERE target = ?1"
                                     " ORDER BY id DESC LIMIT 1",
                                     "i", act);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  *newest = has_row ? bv_statement_int (statement, 0) : act;
  *in_force = !has_row || bv_statement_int (statement, 1) != 0;
  return TRUE;
}

/* Goes back from the newest entry. To undo: the newest act or redo that nothing has undone. To redo: the
 * newest undo that nothing has redone, as long as no act of its own came after. */
static gboolean
find_newest (BvConnection *connection, gboolean is_redo, gint64 *found, GError **error)
{
  g_autoptr (BvStatement) entries = bv_connection_prepare (
    connection, "SELECT id, kind, coalesce (target, id) FROM history ORDER BY id DESC", error);
  gboolean has_row, ok;

  *found = 0;
  if (entries == NULL)
    return FALSE;
  while ((ok = bv_statement_step (entries, &has_row, error)) && has_row)
    {
      gint64 id = bv_statement_int (entries, 0);
      gboolean is_act = strcmp (bv_statement_text (entries, 1), "act") == 0;
      gboolean is_undo = strcmp (bv_statement_text (entries, 1), "undo") == 0;
      gint64 newest;
      gboolean in_force;

      if (is_redo && is_act)
        return TRUE;
      if (is_undo != is_redo)
        continue;
      if (!read_state (connection, bv_statement_int (entries, 2), &newest, &in_force, error))
        return FALSE;
      if (newest == id)
        {
          *found = bv_statement_int (entries, 2);
          return TRUE;
        }
    }
  return ok;
}

static gboolean
refuse_nothing (gboolean is_redo, GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       is_redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return FALSE;
}

/* From an entry of the history to the act it is about. To take back an undo is to redo. */
static gboolean
resolve (BvConnection *connection, Replay *replay, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row, in_force;

  replay->target = replay->entry;
  if (replay->entry == 0 && !find_newest (connection, replay->is_redo, &replay->target, error))
    return FALSE;

  statement = bv_connection_query (connection, error,
                                   "SELECT entry.kind, act.id, act.title, act.changeset"
                                   " FROM history AS entry JOIN history AS act"
                                   " ON act.id = coalesce (entry.target, entry.id)"
                                   " WHERE entry.id = ?1",
                                   "i", replay->target);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row && replay->entry == 0)
    return refuse_nothing (replay->is_redo, error);
  if (!has_row)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                   _ ("The history has no entry number %d."), (int) replay->entry);
      return FALSE;
    }
  if (strcmp (bv_statement_text (statement, 0), "undo") == 0)
    replay->is_redo = TRUE;
  replay->target = bv_statement_int (statement, 1);
  replay->title = g_strdup (bv_statement_text (statement, 2));
  replay->changeset = bv_statement_blob (statement, 3);

  if (!read_state (connection, replay->target, &replay->since, &in_force, error))
    return FALSE;
  if (in_force != replay->is_redo)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
               replay->is_redo ? _ ("“%s” is in force; there is nothing to redo.")
                               : _ ("“%s” has been undone already."),
               replay->title);
  return FALSE;
}

typedef struct
{
  BvConnection *connection;
  char *table;
  guint n_subjects;
  gboolean fits;
} Survey;

/* A later form of the file may have lost a table; applying would pass over its rows in silence. */
static gboolean
survey_row (sqlite3_changeset_iter *iter,
            const char *table,
            int n_columns,
            int operation,
            gpointer user_data)
{
  Survey *survey = user_data;

  if (strcmp (table, "subject") == 0)
    survey->n_subjects++;
  if (g_strcmp0 (survey->table, table) != 0)
    {
      gint64 n;

      g_free (survey->table);
      survey->table = g_strdup (table);
      survey->fits = bv_connection_query_int (survey->connection, &n, 0, NULL,
                                              "SELECT count(*) FROM pragma_table_info (?1)", "s",
                                              table)
                     && n >= n_columns;
    }
  return survey->fits;
}

static gboolean
survey_changeset (BvConnection *connection, Replay *replay, GError **error)
{
  Survey survey = { .connection = connection, .fits = TRUE };
  int code = bv_changeset_foreach (replay->changeset, survey_row, &survey);

  g_free (survey.table);
  if (code != SQLITE_OK)
    return bv_connection_fail (connection, code, BV_ATTEMPT_READ, error);
  if (!survey.fits)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                   _ ("“%s” was done by an older version of the program whose records have another "
                      "form; it stays as it is."),
                   replay->title);
      return FALSE;
    }
  if (survey.n_subjects <= BULK_ROWS)
    return TRUE;
  replay->act->is_bulk = TRUE;
  return bv_search_index_pause (connection, error);
}

static gboolean
refuse_conflict (BvConflicts *conflicts, Replay *replay, GError **error)
{
  g_autofree char *later = NULL;
  gint64 id;

  if (!bv_conflicts_find_act (conflicts, replay->since, &id, &later, error))
    return FALSE;
  if (later == NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 replay->is_redo
                   ? _ ("“%s” cannot be redone: its records are no longer as they were.")
                   : _ ("“%s” cannot be undone: its records are no longer as it left them."),
                 replay->title);
  else
    g_set_error (
      error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
      replay->is_redo
        /* TRANSLATORS: first the act to be redone, then the one in the way and its number. */
        ? _ ("“%s” cannot be redone: “%s” came later (entry number %d) and works with "
             "the same records; undo that first.")
        /* TRANSLATORS: first the act to be undone, then the one in the way and its number. */
        : _ ("“%s” cannot be undone: “%s” came later (entry number %d) and works with "
             "the same records; undo that first."),
      replay->title, later, (int) id);
  return FALSE;
}

static int
apply (BvConnection *connection, const Replay *replay, BvConflicts *conflicts)
{
  sqlite3 *handle = bv_connection_get_handle (connection);
  gsize size;
  gconstpointer data = g_bytes_get_data (replay->changeset, &size);

  /* The act's transaction is rolled back as a whole: no savepoint of its own. */
  return sqlite3changeset_apply_v2 (
    handle, (int) size, (void *) data, NULL, bv_conflicts_callback, conflicts, NULL, NULL,
    SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (replay->is_redo ? 0 : SQLITE_CHANGESETAPPLY_INVERT));
}

static gboolean
replay_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Replay *replay = user_data;
  BvAct *act = replay->act;
  g_autoptr (BvConflicts) conflicts = bv_conflicts_new (connection);
  int code;

  if (!resolve (connection, replay, error) || !survey_changeset (connection, replay, error))
    return FALSE;
  act->kind = replay->is_redo ? "redo" : "undo";
  act->target = replay->target;
  act->title = g_strdup_printf (replay->is_redo ? _ ("Redo: %s") : _ ("Undo: %s"), replay->title);

  code = apply (connection, replay, conflicts);
  if (code != SQLITE_OK && bv_conflicts_is_empty (conflicts))
    return bv_connection_fail (connection, code, BV_ATTEMPT_WRITE, error);
  if (bv_conflicts_is_empty (conflicts) && !bv_conflicts_settle (conflicts, error))
    return FALSE;
  if (!bv_conflicts_is_empty (conflicts))
    return refuse_conflict (conflicts, replay, error);

  if (!bv_conflicts_check_foreign_keys (conflicts, replay->changeset, !replay->is_redo, error))
    return FALSE;
  return bv_conflicts_is_empty (conflicts) || refuse_conflict (conflicts, replay, error);
}

static gboolean
run_replay (BvStore *self, gint64 entry, gboolean is_redo, char **title, gint64 *id, GError **error)
{
  BvAct act = { .kind = "undo", .is_replay = TRUE };
  Replay replay = { .entry = entry, .is_redo = is_redo, .act = &act };
  gboolean ok = bv_store_execute (self, &act, replay_cb, &replay, error);

  if (title != NULL)
    *title = ok ? g_strdup (replay.title) : NULL;
  if (id != NULL)
    *id = act.id;
  replay_clear (&replay);
  bv_act_clear (&act);
  return ok;
}

static void
run_replay_async (BvStore *self,
                  gint64 entry,
                  gboolean is_redo,
                  GAsyncReadyCallback callback,
                  gpointer callback_data)
{
  BvAct *act = g_new0 (BvAct, 1);
  Replay *replay = g_new0 (Replay, 1);

  act->kind = "undo";
  act->is_replay = TRUE;
  replay->entry = entry;
  replay->is_redo = is_redo;
  replay->act = act;
  bv_store_execute_async (self, act, replay_cb, replay, replay_free, callback, callback_data);
}

gboolean
bv_store_undo (BvStore *self, gint64 act_id, char **title, gint64 *undo_id, GError **error)
{
  g_return_val_if_fail (BV_IS_STORE (self), FALSE);

  return run_replay (self, act_id, FALSE, title, undo_id, error);
}

gboolean
bv_store_redo (BvStore *self, gint64 act_id, char **title, gint64 *redo_id, GError **error)
{
  g_return_val_if_fail (BV_IS_STORE (self), FALSE);

  return run_replay (self, act_id, TRUE, title, redo_id, error);
}

void
bv_store_undo_async (BvStore *self,
                     gint64 act_id,
                     GAsyncReadyCallback callback,
                     gpointer callback_data)
{
  g_return_if_fail (BV_IS_STORE (self));

  run_replay_async (self, act_id, FALSE, callback, callback_data);
}

void
bv_store_redo_async (BvStore *self,
                     gint64 act_id,
                     GAsyncReadyCallback callback,
                     gpointer callback_data)
{
  g_return_if_fail (BV_IS_STORE (self));

  run_replay_async (self, act_id, TRUE, callback, callback_data);
}

static char *
read_title (BvStore *self, gboolean is_redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (self, &error);
  char *title = NULL;
  gint64 act = 0;

  if (lease == NULL || !find_newest (bv_lease_connection (lease), is_redo, &act, &error)
      || (act != 0
          && !bv_connection_query_text (bv_lease_connection (lease), &title, &error,
                                        "SELECT title FROM history WHERE id = ?1", "i", act)))
    g_debug ("the newest act cannot be read: %s", error->message);
  return title;
}

char *
bv_store_get_undo_title (BvStore *self)
{
  g_return_val_if_fail (BV_IS_STORE (self), NULL);

  return bv_store_is_read_only (self) ? NULL : read_title (self, FALSE);
}

char *
bv_store_get_redo_title (BvStore *self)
{
  g_return_val_if_fail (BV_IS_STORE (self), NULL);

  return bv_store_is_read_only (self) ? NULL : read_title (self, TRUE);
}
