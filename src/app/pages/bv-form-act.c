// SPDX-License-Identifier: GPL-3.0-or-later
/* A form's act with its findings beside the fields. The check is a read: the act checks again, inside its transaction. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-form-act.h"

#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "bv-read.h"

/* Shared by the reading worker and the window that waits for it. */
typedef struct
{
  BvStore *store;
  char *title;
  BvFormCheckFunc check;
  BvActFunc func;
  BvActCallFunc call; /* instead of func */
  gpointer data;      /* given away to the act */
  GDestroyNotify data_free;
  BvActDoneFunc done;
  gpointer user_data;
} Pending;

#define PENDING "bv-form-act"

static void
pending_clear (Pending *pending)
{
  g_clear_object (&pending->store);
  g_free (pending->title);
  if (pending->data != NULL)
    pending->data_free (pending->data);
}

static void
pending_unref (gpointer pending)
{
  g_atomic_rc_box_release_full (pending, (GDestroyNotify) pending_clear);
}

static gpointer
check_thread (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Pending *pending = user_data;

  return pending->check (connection, pending->data, error);
}

static void
checked_cb (gpointer owner, gpointer result, const GError *error)
{
  BvFormWindow *window = BV_FORM_WINDOW (owner);
  g_autoptr (GPtrArray) problems = result;
  Pending *pending = g_object_get_data (G_OBJECT (window), PENDING);
  gboolean may_stand = FALSE;

  if (error != NULL)
    {
      bv_form_window_finish (window, error);
      return;
    }
  if (problems->len == 0 && pending->call != NULL)
    {
      bv_act_call (GTK_WIDGET (window), pending->store, NULL, pending->call,
                   g_steal_pointer (&pending->data), pending->data_free, pending->done,
                   pending->user_data);
      return;
    }
  if (problems->len == 0)
    {
      bv_act_run (GTK_WIDGET (window), pending->store, pending->title, BV_ACT_NONE, pending->func,
                  g_steal_pointer (&pending->data), pending->data_free, pending->done,
                  pending->user_data);
      return;
    }
  bv_form_window_set_busy (window, FALSE);
  for (guint i = 0; i < problems->len; i++)
    may_stand |= ((BvProblem *) g_ptr_array_index (problems, i))->code == BV_VALUE_ERROR_REASON;
  /* In this order: a field that is left is looked at anew, and forgets what was found here. */
  if (may_stand)
    bv_form_ask_override (bv_form_window_get_form (window));
  bv_form_show_problems (bv_form_window_get_form (window), problems);
}

static Pending *
pending_new (BvStore *store,
             BvFormCheckFunc check,
             gpointer data,
             GDestroyNotify data_free,
             BvActDoneFunc done,
             gpointer user_data)
{
  Pending *pending = g_atomic_rc_box_new0 (Pending);

  pending->store = g_object_ref (store);
  pending->check = check;
  pending->data = data;
  pending->data_free = data_free;
  pending->done = done;
  pending->user_data = user_data;
  return pending;
}

/* @pending: (transfer full) */
static void
start_check (BvFormWindow *window, Pending *pending)
{
  bv_form_window_set_busy (window, TRUE);
  g_object_set_data_full (G_OBJECT (window), PENDING, g_atomic_rc_box_acquire (pending),
                          pending_unref);
  bv_read_async (G_OBJECT (window), pending->store, check_thread, pending, pending_unref,
                 checked_cb, (GDestroyNotify) g_ptr_array_unref, NULL);
}

void
bv_form_act_run (BvFormWindow *window,
                 BvStore *store,
                 const char *title,
                 BvFormCheckFunc check,
                 BvActFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 BvActDoneFunc done,
                 gpointer user_data)
{
  Pending *pending;

  g_return_if_fail (BV_IS_FORM_WINDOW (window));
  pending = pending_new (store, check, data, data_free, done, user_data);
  pending->title = g_strdup (title);
  pending->func = func;
  start_check (window, pending);
}

void
bv_form_act_call (BvFormWindow *window,
                  BvStore *store,
                  BvFormCheckFunc check,
                  BvActCallFunc func,
                  gpointer data,
                  GDestroyNotify data_free,
                  BvActDoneFunc done,
                  gpointer user_data)
{
  Pending *pending;

  g_return_if_fail (BV_IS_FORM_WINDOW (window));
  pending = pending_new (store, check, data, data_free, done, user_data);
  pending->call = func;
  start_check (window, pending);
}
