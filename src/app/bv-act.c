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
} Act;

static void
act_free (Act *act)
{
  g_weak_ref_clear (&act->widget);
  g_weak_ref_clear (&act->toplevel);
  g_free (act->title);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
act_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  BvStore *store = BV_STORE (source);
  g_autoptr (GError) error = NULL;
  gint64 id = bv_store_act_finish (store, result, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&act->widget);
  g_autoptr (GtkWidget) toplevel = g_weak_ref_get (&act->toplevel);
  if (error == NULL && toplevel != NULL)
    bv_toast_done (toplevel, store, id, act->title);
  if (act->done != NULL)
    {
      if (widget != NULL)
        act->done (widget, id, error, act->user_data);
    }
  else if (error != NULL && toplevel != NULL)
    bv_toast_error (toplevel, _ ("This could not be done"), error);
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
  GtkRoot *root = gtk_widget_get_root (widget);
  /* A dialog may close on success: its parent window outlives it. */
  while (GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL)
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  Act *act = g_new0 (Act, 1);
  g_weak_ref_init (&act->widget, widget);
  g_weak_ref_init (&act->toplevel, root);
  act->title = g_strdup (title);
  act->done = done;
  act->user_data = user_data;
  bv_store_act_async (store, title, flags, func, data, data_free, NULL, act_done_cb, act);
}
