// SPDX-License-Identifier: GPL-3.0-or-later
/* An act started from the window: queued to the writer thread, told by a toast with "Undo". */

#define G_LOG_DOMAIN "bangvang"

#include "bv-act.h"

#include "bv-toast.h"

#include <glib/gi18n.h>

typedef struct
{
  GWeakRef widget;
  GWeakRef toplevel; /* where the toast goes when the widget (a dialog) is gone by then */
  char *title;
  BvActDoneFunc done;
  gpointer user_data;
  GDestroyNotify user_data_free; /* (nullable): for @user_data that nobody took over */
} Act;

static void
act_free (Act *act)
{
  if (act->user_data_free != NULL && act->user_data != NULL)
    act->user_data_free (act->user_data);
  g_weak_ref_clear (&act->widget);
  g_weak_ref_clear (&act->toplevel);
  g_free (act->title);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static GtkRoot *
find_toplevel (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  /* A dialog may close on success: its parent window outlives it. */
  while (GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL)
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return root;
}

static Act *
act_new (GtkWidget *widget, const char *title, BvActDoneFunc done, gpointer user_data)
{
  Act *act = g_new0 (Act, 1);
  g_weak_ref_init (&act->widget, widget);
  g_weak_ref_init (&act->toplevel, find_toplevel (widget));
  act->title = g_strdup (title);
  act->done = done;
  act->user_data = user_data;
  return act;
}

/* What the history calls the act @id: another act may have come since. */
static char *
read_title (BvStore *store, gint64 id)
{
  g_autoptr (GPtrArray) entries = id > 0 ? bv_store_list_history (store, id + 1, 1, NULL) : NULL;
  if (entries == NULL || entries->len == 0)
    return NULL;
  return g_strdup (((const BvHistoryEntry *) entries->pdata[0])->title);
}

static void
finish (Act *act, BvStore *store, gint64 id, const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&act->widget);
  g_autoptr (GtkWidget) toplevel = g_weak_ref_get (&act->toplevel);
  if (error == NULL && toplevel != NULL && g_strcmp0 (act->title, "") != 0)
    {
      g_autofree char *from_history = act->title == NULL ? read_title (store, id) : NULL;
      const char *title = act->title != NULL ? act->title : from_history;
      bv_toast_done (toplevel, store, id, title != NULL ? title : _ ("Done"));
    }
  if (act->done != NULL)
    {
      if (widget != NULL)
        act->done (widget, id, error, g_steal_pointer (&act->user_data));
    }
  else if (error != NULL && toplevel != NULL)
    bv_toast_error (toplevel, _ ("This could not be done"), error);
}

static void
act_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = bv_store_act_finish (BV_STORE (source), result, &error);
  finish (act, BV_STORE (source), id, error);
}

void
bv_act_run (GtkWidget *widget,
            BvStore *store,
            const char *title,
            BvActFlags flags,
            BvActFunc func,
            gpointer data,
            GDestroyNotify data_free,
            BvActDoneFunc done,
            gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (BV_IS_STORE (store));
  bv_store_act_async (store, title, flags, func, data, data_free, NULL, act_done_cb,
                      act_new (widget, title, done, user_data));
}

/* ── Acts of the domain ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvActCallFunc func;
  gpointer data;
  GDestroyNotify data_free;
  gint64 act_id; /* out */
} Call;

static void
call_free (Call *call)
{
  if (call->data_free != NULL && call->data != NULL)
    call->data_free (call->data);
  g_free (call);
}

static void
call_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Call *call = task_data;
  GError *error = NULL;
  if (call->func (BV_STORE (source), call->data, &call->act_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
call_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  Call *call = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  finish (act, BV_STORE (source), ok ? call->act_id : -1, error);
}

void
bv_act_call (GtkWidget *widget,
             BvStore *store,
             const char *message,
             BvActCallFunc func,
             gpointer data,
             GDestroyNotify data_free,
             BvActDoneFunc done,
             gpointer user_data)
{
  bv_act_call_full (widget, store, message, func, data, data_free, done, user_data, NULL);
}

void
bv_act_call_full (GtkWidget *widget,
                  BvStore *store,
                  const char *message,
                  BvActCallFunc func,
                  gpointer data,
                  GDestroyNotify data_free,
                  BvActDoneFunc done,
                  gpointer user_data,
                  GDestroyNotify user_data_free)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (BV_IS_STORE (store));
  Act *act = act_new (widget, message, done, user_data);
  act->user_data_free = user_data_free;
  Call *call = g_new0 (Call, 1);
  call->func = func;
  call->data = data;
  call->data_free = data_free;
  g_autoptr (GTask) task = g_task_new (store, NULL, call_done_cb, act);
  g_task_set_source_tag (task, bv_act_call_full);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  g_task_run_in_thread (task, call_thread);
}

/* ── Files that can only be read ─────────────────────────────────────────────────────────────── */

#define KEY_TOOLTIP "bv-own-tooltip" /* of a button, while the reason stands in its place */

static void
show_reason (GtkWidget *widget, const char *reason)
{
  const char *own = g_object_get_data (G_OBJECT (widget), KEY_TOOLTIP);

  if (reason != NULL && own == NULL)
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      g_object_set_data_full (G_OBJECT (widget), KEY_TOOLTIP,
                              g_strdup (tooltip != NULL ? tooltip : ""), g_free);
      gtk_widget_set_tooltip_text (widget, reason);
    }
  else if (reason == NULL && own != NULL)
    {
      gtk_widget_set_tooltip_text (widget, *own != '\0' ? own : NULL);
      g_object_set_data (G_OBJECT (widget), KEY_TOOLTIP, NULL);
    }
}

static void
show_reason_below (GtkWidget *widget, const char *action, const char *reason)
{
  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    show_reason (widget, reason);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_reason_below (child, action, reason);
}

void
bv_act_set_enabled (GtkWidget *widget, BvStore *store, const char *action, gboolean is_enabled)
{
  const char *reason = store != NULL ? bv_store_get_read_only_reason (store) : NULL;
  gboolean was_read_only = g_object_get_data (G_OBJECT (widget), "bv-read-only") != NULL;

  gtk_widget_action_set_enabled (widget, action, is_enabled && store != NULL && reason == NULL);
  /* Files that may be written are the rule: their buttons are not looked through. */
  if (reason == NULL && !was_read_only)
    return;
  show_reason_below (widget, action, reason);
  if (reason != NULL)
    g_object_set_data (G_OBJECT (widget), "bv-read-only", widget);
}
