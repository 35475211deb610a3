// SPDX-License-Identifier: GPL-3.0-or-later
/* Long work with progress and cancel. The worker leaves how far it is in a struct behind a mutex; the main
 * thread looks ten times a second. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-work.h"

#include "dialogs/bv-work-window.h"

#define LOOK_MS 100
#define LOOKS_BEFORE_WINDOW 4

typedef struct
{
  GWeakRef widget;
  char *title;
  BvWorkFunc func;
  gpointer data;
  GDestroyNotify data_free;
  BvWorkDoneFunc done;

  /* Main thread */
  GtkWindow *window;
  GCancellable *cancellable;
  guint timer;
  guint n_looks;

  /* Both threads, behind the mutex */
  GMutex mutex;
  double fraction;
  char *what;
} Work;

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->widget);
  g_free (work->title);
  if (work->data_free != NULL && work->data != NULL)
    work->data_free (work->data);
  g_clear_object (&work->cancellable);
  g_mutex_clear (&work->mutex);
  g_free (work->what);
  g_free (work);
}

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  Work *work = user_data;
  g_mutex_lock (&work->mutex);
  work->fraction = fraction;
  g_free (work->what);
  work->what = g_strdup (what);
  g_mutex_unlock (&work->mutex);
}

static gboolean
look_cb (gpointer user_data)
{
  Work *work = user_data;
  if (++work->n_looks == LOOKS_BEFORE_WINDOW)
    {
      g_autoptr (GtkWidget) widget = g_weak_ref_get (&work->widget);
      GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
      if (GTK_IS_WINDOW (root))
        {
          work->window = GTK_WINDOW (
            bv_work_window_new (GTK_WINDOW (root), work->title, work->cancellable));
          g_object_add_weak_pointer (G_OBJECT (work->window), (gpointer *) &work->window);
          gtk_window_present (work->window);
        }
    }
  if (work->window != NULL)
    {
      g_mutex_lock (&work->mutex);
      double fraction = work->fraction;
      g_autofree char *what = g_strdup (work->what);
      g_mutex_unlock (&work->mutex);
      bv_work_window_update (BV_WORK_WINDOW (work->window), fraction, what);
    }
  return G_SOURCE_CONTINUE;
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  if (work->func (work->data, progress_cb, work, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_task_propagate_boolean (G_TASK (result), &error);
  g_source_remove (work->timer);
  if (work->window != NULL)
    {
      GtkWindow *window = work->window;
      g_object_remove_weak_pointer (G_OBJECT (window), (gpointer *) &work->window);
      gtk_window_destroy (window);
    }
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&work->widget);
  if (widget != NULL)
    work->done (widget, work->data, error);
}

void
bv_work_run (GtkWidget *widget,
             const char *title,
             BvWorkFunc func,
             gpointer data,
             GDestroyNotify data_free,
             BvWorkDoneFunc done)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL && done != NULL);
  Work *work = g_new0 (Work, 1);
  g_weak_ref_init (&work->widget, widget);
  work->title = g_strdup (title);
  work->func = func;
  work->data = data;
  work->data_free = data_free;
  work->done = done;
  work->cancellable = g_cancellable_new ();
  work->fraction = -1;
  g_mutex_init (&work->mutex);
  work->timer = g_timeout_add (LOOK_MS, look_cb, work);
  g_autoptr (GTask) task = g_task_new (NULL, work->cancellable, work_done_cb, NULL);
  g_task_set_source_tag (task, bv_work_run);
  /* What was done before the officer cancelled is told as done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_thread);
}
