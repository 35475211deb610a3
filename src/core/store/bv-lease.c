// SPDX-License-Identifier: GPL-3.0-or-later
/* Leases: a pool of read-only connections. A lease holds a read transaction, so that everything read
 * under it belongs to one state of the file; it never waits for the writer. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-lease.h"

#include <glib/gi18n-lib.h>

/* As many as read at the same time in practice: the lists of one page and a worker or two. */
#define MAX_IDLE 4

struct _BvReaderPool
{
  /* Owned */
  char *path;
  GQueue idle;
  GMutex mutex;

  /* State */
  BvConnectionMode mode;
  gboolean is_closed;
};

struct _BvLease
{
  /* Owned */
  BvStore *store;
  BvConnection *connection;

  /* Borrowed */
  BvReaderPool *pool; /* owned by the store */
};

BvReaderPool *
bv_reader_pool_new (const char *path, BvConnectionMode mode)
{
  BvReaderPool *self = g_new0 (BvReaderPool, 1);

  self->path = g_strdup (path);
  self->mode = mode;
  g_queue_init (&self->idle);
  g_mutex_init (&self->mutex);
  return self;
}

void
bv_reader_pool_close (BvReaderPool *self)
{
  g_mutex_lock (&self->mutex);
  self->is_closed = TRUE;
  g_queue_clear_full (&self->idle, (GDestroyNotify) bv_connection_close);
  g_mutex_unlock (&self->mutex);
}

void
bv_reader_pool_free (BvReaderPool *self)
{
  if (self == NULL)
    return;
  bv_reader_pool_close (self);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

static BvConnection *
take_connection (BvReaderPool *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  BvConnection *connection;

  if (self->is_closed)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED,
                           _ ("The register has been closed."));
      return NULL;
    }
  connection = g_queue_pop_tail (&self->idle);
  if (connection != NULL)
    return connection;
  connection = bv_connection_open (self->path, self->mode, NULL, error);
  /* 16 MB, not 2: a list of 100,000 people is joined and ordered in a third of the time when the
   * indexes it walks stay in memory. Taken only as pages are read. */
  if (connection != NULL
      && !bv_connection_pragma (connection, "cache_size", "-16384", "-16384", BV_ATTEMPT_READ,
                                error))
    g_clear_pointer (&connection, bv_connection_close);
  return connection;
}

BvLease *
bv_reader_pool_lease (BvReaderPool *self, BvStore *store, GError **error)
{
  g_autoptr (BvConnection) connection = take_connection (self, error);
  gint64 one;
  BvLease *lease;

  /* BEGIN alone takes no snapshot; the first read does. */
  if (connection == NULL || !bv_connection_script (connection, "BEGIN", BV_ATTEMPT_READ, error)
      || !bv_connection_query_int (connection, &one, 0, error,
                                   "SELECT 1 FROM sqlite_schema LIMIT 1", NULL))
    return NULL;
  lease = g_new0 (BvLease, 1);
  lease->store = g_object_ref (store);
  lease->connection = g_steal_pointer (&connection);
  lease->pool = self;
  return lease;
}

BvConnection *
bv_lease_connection (BvLease *lease)
{
  return lease->connection;
}

void
bv_lease_set_cancellable (BvLease *lease, GCancellable *cancellable)
{
  bv_connection_set_cancellable (lease->connection, cancellable);
}

void
bv_lease_free (BvLease *lease)
{
  BvReaderPool *pool;

  if (lease == NULL)
    return;
  pool = lease->pool;
  bv_connection_set_cancellable (lease->connection, NULL);
  bv_connection_rollback (lease->connection);

  g_mutex_lock (&pool->mutex);
  if (!pool->is_closed && g_queue_get_length (&pool->idle) < MAX_IDLE)
    g_queue_push_tail (&pool->idle, g_steal_pointer (&lease->connection));
  g_mutex_unlock (&pool->mutex);

  g_clear_pointer (&lease->connection, bv_connection_close);
  g_object_unref (lease->store);
  g_free (lease);
}
