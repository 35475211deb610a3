// SPDX-License-Identifier: GPL-3.0-or-later
/* Reading for a page without holding up its frames: a GTask on GLib's pool leases a read-only
 * connection, the result comes back on the main thread. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-read.h"

#include "store/bv-store.h"

typedef struct
{
  GWeakRef owner;
  BvStore *store;
  BvReadFunc func;
  gpointer user_data;
  GDestroyNotify user_data_free;
  BvReadDoneFunc done;
  GDestroyNotify result_free;
} Read;

static void
read_free (Read *read)
{
  g_weak_ref_clear (&read->owner);
  g_clear_object (&read->store);
  if (read->user_data_free != NULL && read->user_data != NULL)
    read->user_data_free (read->user_data);
  g_free (read);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Read *read = task_data;
  GError *error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (read->store, &error);
  if (lease == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bv_lease_set_cancellable (lease, cancellable);
  gpointer result = read->func (bv_lease_connection (lease), read->user_data, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, read->result_free);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer value = g_task_propagate_pointer (task, &error);
  g_autoptr (GObject) owner = g_weak_ref_get (&read->owner);
  if (owner == NULL)
    {
      if (value != NULL && read->result_free != NULL)
        read->result_free (value);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  read->done (owner, value, error);
}

void
bv_read_async (GObject *owner,
               BvStore *store,
               BvReadFunc func,
               gpointer user_data,
               GDestroyNotify user_data_free,
               BvReadDoneFunc done,
               GDestroyNotify result_free,
               GCancellable *cancellable)
{
  g_return_if_fail (G_IS_OBJECT (owner));
  g_return_if_fail (BV_IS_STORE (store));
  g_return_if_fail (func != NULL && done != NULL);
  Read *read = g_new0 (Read, 1);
  g_weak_ref_init (&read->owner, owner);
  read->store = g_object_ref (store);
  read->func = func;
  read->user_data = user_data;
  read->user_data_free = user_data_free;
  read->done = done;
  read->result_free = result_free;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, read_done_cb, NULL);
  g_task_set_source_tag (task, bv_read_async);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  g_task_run_in_thread (task, read_thread);
}
