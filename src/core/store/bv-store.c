// SPDX-License-Identifier: GPL-3.0-or-later
/* The store: the writer thread with the only writable connection, the pool of readers, the queue of
 * acts and the signal after each. What an act does in the file is in bv-act.c. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-store-private.h"

#include "base/bv-error.h"
#include "store/bv-backup.h"
#include "store/bv-lease.h"
#include "store/bv-open.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

struct _BvStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  char *identity; /* device and inode, as in open_files; NULL when read-only */
  char *read_only_reason;
  char *actor;
  GMainContext *context; /* where ::changed is emitted */
  GThread *thread;
  GAsyncQueue *queue;
  BvConnection *writer; /* of the writer thread while it runs */
  BvReaderPool *readers;
  GFileMonitor *monitor; /* of the WAL: another process may work with the file, too */

  /* State */
  gint64 newest; /* entry of history that was announced last; of the writer thread while it runs */
  gboolean has_written; /* an act was committed; of the writer thread while it runs */
  GMutex mutex;         /* actor, is_closing, and every job's is_done */
  GCond done;
  gboolean is_closing;
};

G_DEFINE_FINAL_TYPE (BvStore, bv_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  JOB_ACT,
  JOB_LOOK, /* for acts of other processes */
  JOB_QUIT,
} JobKind;

typedef struct
{
  JobKind kind;
  BvAct *act; /* borrowed; owned when there is a task */
  BvActFunc func;
  gpointer user_data;
  GDestroyNotify user_data_free;
  GTask *task; /* owned, nullable: somebody waits when NULL */
  char *actor; /* owned */
  GError *error;
  gboolean ok;
  gboolean is_done;
} Job;

typedef struct
{
  GWeakRef store;
  char **tables;
} Change;

/* Files that this process has open for writing. A second writer in one process would only wait for
 * itself, and looking at the head of an open file would drop its locks. */
static GMutex open_files_mutex;
static GHashTable *open_files;

/* The file itself, not a link to it: what SQLite keeps beside it lies beside the file. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

static char *
identify (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info.st_dev,
                          (guint64) info.st_ino);
}

static gboolean
is_open_here (const char *identity)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);

  return open_files != NULL && identity != NULL && g_hash_table_contains (open_files, identity);
}

static void
set_open_here (const char *identity, gboolean is_open)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_open)
    g_hash_table_add (open_files, g_strdup (identity));
  else
    g_hash_table_remove (open_files, identity);
}

static void
change_free (Change *change)
{
  g_weak_ref_clear (&change->store);
  g_strfreev (change->tables);
  g_free (change);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (BvStore) self = g_weak_ref_get (&change->store);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change->tables);
  return G_SOURCE_REMOVE;
}

static void
attach_idle (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify data_free)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* As urgent as the end of an asynchronous act, so that ::changed comes before its callback. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, context);
}

/* @tables: (transfer full) */
static void
announce (BvStore *self, char **tables)
{
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->store, self);
  change->tables = tables;
  attach_idle (self->context, emit_changed_cb, change, (GDestroyNotify) change_free);
}

/* Tells of all acts since the one told of last, whoever did them. */
static void
announce_since (BvStore *self, BvConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (BvStatement) entries = bv_connection_query (
    connection, &error, "SELECT id, tables FROM history WHERE id > ?1 ORDER BY id", "i",
    self->newest);
  gboolean has_row, ok = entries != NULL;

  while (ok && (ok = bv_statement_step (entries, &has_row, &error)) && has_row)
    {
      g_auto (GStrv) tables = g_strsplit (bv_statement_text (entries, 1), " ", -1);

      self->newest = bv_statement_int (entries, 0);
      for (guint i = 0; tables[i] != NULL; i++)
        g_hash_table_add (names, g_strdup (tables[i]));
    }
  if (!ok)
    g_debug ("the newest acts cannot be read: %s", error->message);
  if (g_hash_table_size (names) > 0)
    {
      g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (names, NULL);

      announce (self, g_strdupv (keys));
    }
}

static Job *
job_new (JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  return job;
}

static void
job_free (Job *job)
{
  if (job->task != NULL)
    {
      bv_act_clear (job->act);
      g_clear_object (&job->act->cancellable);
      g_free (job->act);
      if (job->user_data_free != NULL)
        job->user_data_free (job->user_data);
      g_object_unref (job->task);
    }
  g_clear_error (&job->error);
  g_free (job->actor);
  g_free (job);
}

static gboolean
return_job_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->ok)
    g_task_return_int (job->task, job->act->id);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static gboolean
check_place (BvStore *self, GError **error)
{
  int moved = 0;

  sqlite3_file_control (bv_connection_get_handle (self->writer), "main", SQLITE_FCNTL_HAS_MOVED,
                        &moved);
  if (!moved)
    return TRUE;
  return bv_connection_fail (self->writer, SQLITE_READONLY_DBMOVED, BV_ATTEMPT_WRITE, error);
}

static void
run_job (BvStore *self, Job *job)
{
  job->act->actor = job->actor;
  job->ok = check_place (self, &job->error)
            && bv_act_execute (self->writer, job->act, job->func, job->user_data, &job->error);
  self->has_written = self->has_written || (job->ok && job->act->id != 0);
  if (job->ok && job->act->id == self->newest + 1)
    {
      self->newest = job->act->id;
      announce (self, g_strdupv (job->act->tables));
    }
  else if (job->ok && job->act->id != 0)
    announce_since (self, self->writer);

  /* The task is given back in its own context: its last reference may hold the store, and the store
   * cannot be disposed of by the thread that dispose waits for. */
  if (job->task != NULL)
    {
      attach_idle (g_task_get_context (job->task), return_job_cb, job, (GDestroyNotify) job_free);
      return;
    }
  g_mutex_lock (&self->mutex);
  job->is_done = TRUE;
  g_cond_broadcast (&self->done);
  g_mutex_unlock (&self->mutex);
}

static gpointer
writer_thread (gpointer data)
{
  BvStore *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->queue);

      switch (job->kind)
        {
        case JOB_ACT:
          run_job (self, job);
          break;
        case JOB_LOOK:
          announce_since (self, self->writer);
          job_free (job);
          break;
        case JOB_QUIT:
        default:
          job_free (job);
          return NULL;
        }
    }
}

/* Under the mutex, so that no job comes after the one that ends the thread. */
static gboolean
push (BvStore *self, Job *job, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->is_closing)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED,
                           _ ("The register has been closed."));
      return FALSE;
    }
  if (self->writer == NULL)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY, self->read_only_reason);
      return FALSE;
    }
  if (g_thread_self () == self->thread)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY,
                   _ ("“%s” was not done: another step is still under way."), job->act->title);
      return FALSE;
    }
  job->actor = g_strdup (self->actor);
  g_async_queue_push (self->queue, job);
  return TRUE;
}

static void
wal_changed_cb (BvStore *self)
{
  if (self->writer != NULL)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

      if (!self->is_closing)
        g_async_queue_push (self->queue, job_new (JOB_LOOK));
    }
  else
    {
      g_autoptr (BvLease) lease = bv_store_lease (self, NULL);

      if (lease != NULL)
        announce_since (self, bv_lease_connection (lease));
    }
}

/* The command line beside the window, the window beside another: what they do shows here, too. Where
 * files cannot be watched, it shows with the next act. */
static void
watch (BvStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);
  g_autoptr (GError) error = NULL;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (wal_changed_cb), self,
                             G_CONNECT_SWAPPED);
  else
    g_debug ("%s is not watched: %s", wal, error->message);
}

gboolean
bv_store_execute (BvStore *self, BvAct *act, BvActFunc func, gpointer user_data, GError **error)
{
  Job *job = job_new (JOB_ACT);
  gboolean ok;

  job->act = act;
  job->func = func;
  job->user_data = user_data;
  if (!push (self, job, error))
    {
      job_free (job);
      return FALSE;
    }
  g_mutex_lock (&self->mutex);
  while (!job->is_done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  ok = job->ok;
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return ok;
}

void
bv_store_execute_async (BvStore *self,
                        BvAct *act,
                        BvActFunc func,
                        gpointer user_data,
                        GDestroyNotify user_data_free,
                        GAsyncReadyCallback callback,
                        gpointer callback_data)
{
  Job *job = job_new (JOB_ACT);
  GError *error = NULL;

  job->act = act;
  job->func = func;
  job->user_data = user_data;
  job->user_data_free = user_data_free;
  /* Cancelling is the act's own affair: a committed act must not be reported as cancelled. */
  job->task = g_task_new (self, NULL, callback, callback_data);
  g_task_set_source_tag (job->task, bv_store_execute_async);
  if (push (self, job, &error))
    return;
  g_task_return_error (job->task, error);
  job_free (job);
}

gboolean
bv_store_act (BvStore *self,
              const char *title,
              BvActFlags flags,
              BvActFunc func,
              gpointer user_data,
              GCancellable *cancellable,
              gint64 *act_id,
              GError **error)
{
  BvAct act = {
    .kind = "act",
    .title = g_strdup (title),
    .cancellable = cancellable,
    .is_bulk = (flags & BV_ACT_BULK) != 0,
  };
  gboolean ok;

  g_return_val_if_fail (BV_IS_STORE (self), FALSE);
  g_return_val_if_fail (title != NULL && func != NULL, FALSE);

  ok = bv_store_execute (self, &act, func, user_data, error);
  if (act_id != NULL)
    *act_id = act.id;
  bv_act_clear (&act);
  return ok;
}

void
bv_store_act_async (BvStore *self,
                    const char *title,
                    BvActFlags flags,
                    BvActFunc func,
                    gpointer user_data,
                    GDestroyNotify user_data_free,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer callback_data)
{
  BvAct *act;

  g_return_if_fail (BV_IS_STORE (self));
  g_return_if_fail (title != NULL && func != NULL);

  act = g_new0 (BvAct, 1);
  act->kind = "act";
  act->title = g_strdup (title);
  act->is_bulk = (flags & BV_ACT_BULK) != 0;
  g_set_object (&act->cancellable, cancellable);
  bv_store_execute_async (self, act, func, user_data, user_data_free, callback, callback_data);
}

gint64
bv_store_act_finish (BvStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

BvLease *
bv_store_lease (BvStore *self, GError **error)
{
  g_return_val_if_fail (BV_IS_STORE (self), NULL);

  return bv_reader_pool_lease (self->readers, self, error);
}

gboolean
bv_store_backup (BvStore *self,
                 const char *path,
                 BvProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (BvLease) lease = NULL;

  g_return_val_if_fail (BV_IS_STORE (self) && path != NULL, FALSE);

  /* The lease's snapshot keeps the copy from starting over when an act comes in between. */
  lease = bv_store_lease (self, error);
  return lease != NULL
         && bv_backup_copy (bv_lease_connection (lease), path, progress, user_data, cancellable,
                            error);
}

const char *
bv_store_get_path (BvStore *self)
{
  g_return_val_if_fail (BV_IS_STORE (self), NULL);

  return self->path;
}

gboolean
bv_store_is_read_only (BvStore *self)
{
  g_return_val_if_fail (BV_IS_STORE (self), TRUE);

  return self->read_only_reason != NULL;
}

const char *
bv_store_get_read_only_reason (BvStore *self)
{
  g_return_val_if_fail (BV_IS_STORE (self), NULL);

  return self->read_only_reason;
}

void
bv_store_set_actor (BvStore *self, const char *actor)
{
  g_return_if_fail (BV_IS_STORE (self));
  g_return_if_fail (actor != NULL);

  g_mutex_lock (&self->mutex);
  g_free (self->actor);
  self->actor = g_strdup (actor);
  g_mutex_unlock (&self->mutex);
}

void
bv_store_close (BvStore *self)
{
  gboolean was_closing;

  g_return_if_fail (BV_IS_STORE (self));
  g_return_if_fail (self->thread == NULL || g_thread_self () != self->thread);

  g_mutex_lock (&self->mutex);
  was_closing = self->is_closing;
  self->is_closing = TRUE;
  g_mutex_unlock (&self->mutex);
  if (was_closing)
    return;

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  if (self->thread != NULL)
    {
      g_async_queue_push (self->queue, job_new (JOB_QUIT));
      g_thread_join (g_steal_pointer (&self->thread));
    }
  /* The writer closes last: only it can bring the WAL home and remove it. */
  if (self->readers != NULL)
    bv_reader_pool_close (self->readers);
  if (self->writer != NULL)
    {
      g_autoptr (GError) error = NULL;

      /* Statistics are written into the file: who was only refused leaves it as it was, byte for byte. A connection
       * that never read does not know of the WAL, and would leave it behind: it looks at the file once. */
      if (!bv_connection_script (self->writer,
                                 self->has_written ? "PRAGMA optimize" : "PRAGMA schema_version",
                                 BV_ATTEMPT_WRITE, &error))
        g_debug ("the file could not be tidied before it was closed: %s", error->message);
      g_clear_pointer (&self->writer, bv_connection_close);
    }
  if (self->identity != NULL)
    set_open_here (self->identity, FALSE);
}

static void
bv_store_dispose (GObject *object)
{
  bv_store_close (BV_STORE (object));
  G_OBJECT_CLASS (bv_store_parent_class)->dispose (object);
}

static void
bv_store_finalize (GObject *object)
{
  BvStore *self = BV_STORE (object);

  g_clear_object (&self->monitor);
  g_clear_pointer (&self->readers, bv_reader_pool_free);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->identity);
  g_free (self->read_only_reason);
  g_free (self->actor);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  G_OBJECT_CLASS (bv_store_parent_class)->finalize (object);
}

static void
bv_store_class_init (BvStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_store_dispose;
  object_class->finalize = bv_store_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", BV_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
bv_store_init (BvStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->queue = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  self->actor = g_strdup (g_get_user_name ());
}

static gboolean
read_newest (BvStore *self, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (self, error);

  return lease != NULL
         && bv_connection_query_int (bv_lease_connection (lease), &self->newest, 0, error,
                                     "SELECT max (id) FROM history", NULL);
}

BvStore *
bv_store_open (const char *path, BvStoreFlags flags, GError **error)
{
  g_autoptr (BvStore) self = NULL;
  BvOpening opening = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (BV_TYPE_STORE, NULL);
  if ((flags & BV_STORE_CREATE) != 0 && !bv_open_create (path, error))
    return NULL;
  self->path = resolve (path);

  self->identity = identify (self->path);
  if (is_open_here (self->identity) && (flags & BV_STORE_READ_ONLY) == 0)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_clear_pointer (&self->identity, g_free);
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY,
                   _ ("“%s” is open in this program already; use the window that shows it."), name);
      return NULL;
    }
  if (!bv_open (self->path, (flags & BV_STORE_READ_ONLY) != 0, is_open_here (self->identity),
                &opening, error))
    {
      g_clear_pointer (&self->identity, g_free);
      return NULL;
    }
  self->writer = opening.writer;
  self->read_only_reason = opening.read_only_reason;
  self->readers = bv_reader_pool_new (self->path, opening.reader_mode);
  if (self->writer == NULL)
    g_clear_pointer (&self->identity, g_free);
  else
    set_open_here (self->identity, TRUE);
  if (!read_newest (self, error))
    return NULL;
  watch (self);
  if (self->writer != NULL)
    self->thread = g_thread_new ("bv-writer", writer_thread, self);
  return g_steal_pointer (&self);
}
