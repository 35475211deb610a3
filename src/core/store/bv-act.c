// SPDX-License-Identifier: GPL-3.0-or-later
/* One act: BEGIN IMMEDIATE, the session, the body, the history entry, COMMIT. Runs on the writer
 * thread and knows nothing of queues and signals. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-act.h"

#include "base/bv-error.h"
#include "store/bv-changeset.h"
#include "store/bv-history.h"
#include "store/bv-search-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef sqlite3_session BvSession;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSession, sqlite3session_delete)

void
bv_act_clear (BvAct *act)
{
  g_clear_pointer (&act->title, g_free);
  g_clear_pointer (&act->tables, g_strfreev);
}

/* The history cannot record itself, and what is derived is made again from the rest. */
static int
watch_table_cb (void *data, const char *table)
{
  return strcmp (table, "history") != 0 && !g_str_has_prefix (table, "derived_");
}

static BvSession *
start_session (BvConnection *writer, GError **error)
{
  BvSession *session = NULL;
  int code = sqlite3session_create (bv_connection_get_handle (writer), "main", &session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, watch_table_cb, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code == SQLITE_OK)
    return session;
  sqlite3session_delete (session);
  bv_connection_fail (writer, code, BV_ATTEMPT_WRITE, error);
  return NULL;
}

static GBytes *
take_changeset (BvConnection *writer, BvSession *session, GError **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  if (code != SQLITE_OK)
    {
      sqlite3_free (data);
      bv_connection_fail (writer, code, BV_ATTEMPT_WRITE, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

static gboolean
record (BvConnection *writer, BvAct *act, BvSession *session, GError **error)
{
  g_autoptr (GBytes) changeset = take_changeset (writer, session, error);
  g_autofree char *joined = NULL;

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  act->tables = bv_changeset_list_tables (changeset);
  joined = g_strjoinv (" ", act->tables);
  if (act->is_bulk
      && !bv_search_index_resume (
        writer, g_strv_contains ((const char *const *) act->tables, "subject"), error))
    return FALSE;
  return bv_history_append (writer, act->actor, act->kind, act->target, act->title, joined,
                            changeset, &act->id, error);
}

static gboolean
run_in_transaction (BvConnection *writer,
                    BvAct *act,
                    BvActFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (BvSession) session = NULL;

  if (!bv_connection_script (writer, "BEGIN IMMEDIATE", BV_ATTEMPT_WRITE, error))
    return FALSE;
  session = start_session (writer, error);
  if (session == NULL || (act->is_bulk && !bv_search_index_pause (writer, error)))
    return FALSE;

  bv_connection_set_cancellable (writer, act->cancellable);
  if (!func (writer, user_data, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (act->cancellable, error))
    return FALSE;
  if (sqlite3_get_autocommit (bv_connection_get_handle (writer)))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE,
                   _ ("“%s” ended its own transaction."), act->title);
      return FALSE;
    }
  if (!record (writer, act, session, error))
    return FALSE;

  /* From here on it is no longer to be interrupted; and the session must not outlive the act. */
  bv_connection_set_cancellable (writer, NULL);
  g_clear_pointer (&session, sqlite3session_delete);
  return bv_connection_script (writer, act->id != 0 ? "COMMIT" : "ROLLBACK", BV_ATTEMPT_WRITE,
                               error);
}

gboolean
bv_act_execute (BvConnection *writer,
                BvAct *act,
                BvActFunc func,
                gpointer user_data,
                GError **error)
{
  gboolean ok;

  if (act->is_replay
      && !bv_connection_pragma (writer, "foreign_keys", "OFF", "0", BV_ATTEMPT_WRITE, error))
    return FALSE;
  ok = run_in_transaction (writer, act, func, user_data, error);
  bv_connection_set_cancellable (writer, NULL);
  if (!ok)
    {
      bv_connection_rollback (writer);
      act->id = 0;
    }
  if (act->is_replay)
    {
      g_autoptr (GError) local = NULL;

      /* Without foreign keys no further act may run: this cannot fail outside a transaction. */
      if (!bv_connection_pragma (writer, "foreign_keys", "ON", "1", BV_ATTEMPT_WRITE, &local))
        g_error ("foreign keys cannot be set: %s", local->message);
    }
  return ok;
}
