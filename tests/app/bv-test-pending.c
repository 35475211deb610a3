// SPDX-License-Identifier: GPL-3.0-or-later
/* What the program has under way. Its tests are linked so that each worker and each delay it starts passes
 * through here (-Wl,--wrap): whoever waits until the count is zero has seen every report, of workers that
 * will be written later, too. With BV_TEST_LATE in milliseconds workers begin and report that much later:
 * a test that looks too soon then fails each time, not once in a hundred. */
#include "bv-test-pending.h"

#include <gio/gio.h>
#include <stdlib.h>

/* The names that the linker gives to what is wrapped and to what it was. */
GTask *__real_g_task_new (gpointer, GCancellable *, GAsyncReadyCallback, gpointer);
GTask *__wrap_g_task_new (gpointer, GCancellable *, GAsyncReadyCallback, gpointer);
void __real_g_task_run_in_thread (GTask *, GTaskThreadFunc);
void __wrap_g_task_run_in_thread (GTask *, GTaskThreadFunc);
void __real_g_task_return_int (GTask *, gssize);
void __wrap_g_task_return_int (GTask *, gssize);
guint __wrap_g_timeout_add (guint, GSourceFunc, gpointer);
guint __wrap_g_idle_add (GSourceFunc, gpointer);

static int n_pending; /* atomic */

guint
bv_test_pending_count (void)
{
  return (guint) g_atomic_int_get (&n_pending);
}

static void
be_late (void)
{
  static gsize ms = 0; /* plus one: zero is "not read yet" */

  if (g_once_init_enter (&ms))
    {
      const char *text = g_getenv ("BV_TEST_LATE");

      g_once_init_leave (&ms, 1 + (gsize) (text == NULL ? 0 : MAX (atoi (text), 0)));
    }
  if (ms > 1)
    g_usleep ((ms - 1) * 1000);
}

/* ── Workers ─────────────────────────────────────────────────────────────────────────────── */

/* A task lives until its callback has returned. */
static void
task_gone_cb (gpointer user_data, GObject *task)
{
  g_atomic_int_add (&n_pending, -1);
}

GTask *
__wrap_g_task_new (gpointer source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = __real_g_task_new (source, cancellable, callback, user_data);

  g_atomic_int_inc (&n_pending);
  g_object_weak_ref (G_OBJECT (task), task_gone_cb, NULL);
  return task;
}

static void
late_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GTaskThreadFunc func = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "bv-test-func");

  be_late ();
  func (task, source, task_data, cancellable);
  be_late ();
}

void
__wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_object_set_data (G_OBJECT (task), "bv-test-func", (gpointer) func);
  __real_g_task_run_in_thread (task, late_thread);
}

/* Only the writer thread reports by a number: that of its act. */
void
__wrap_g_task_return_int (GTask *task, gssize result)
{
  be_late ();
  __real_g_task_return_int (task, result);
}

/* ── Delays ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GSourceFunc func;
  gpointer user_data;
} Delay;

static gboolean
delay_cb (gpointer user_data)
{
  Delay *delay = user_data;

  return delay->func (delay->user_data);
}

static void
delay_free (gpointer user_data)
{
  g_atomic_int_add (&n_pending, -1);
  g_free (user_data);
}

static Delay *
delay_new (GSourceFunc func, gpointer user_data)
{
  Delay *delay = g_new0 (Delay, 1);

  delay->func = func;
  delay->user_data = user_data;
  g_atomic_int_inc (&n_pending);
  return delay;
}

guint
__wrap_g_timeout_add (guint ms, GSourceFunc func, gpointer user_data)
{
  return g_timeout_add_full (G_PRIORITY_DEFAULT, ms, delay_cb, delay_new (func, user_data),
                             delay_free);
}

guint
__wrap_g_idle_add (GSourceFunc func, gpointer user_data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, delay_cb, delay_new (func, user_data),
                          delay_free);
}
