// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/* BvReaderPool: idle read-only connections of one store. Any thread. */
typedef struct _BvReaderPool BvReaderPool;

/** @path: of the office's file. Connections are opened when one is asked for and none is idle. */
BvReaderPool *bv_reader_pool_new (const char *path, BvConnectionMode mode);
/** Closes the idle connections; those on lease are closed when they come back. */
void bv_reader_pool_close (BvReaderPool *self);
/** Closes it first; every lease must have come back. %NULL is let be. */
void bv_reader_pool_free (BvReaderPool *self);

/** @store: kept alive by the lease, because it owns @self */
BvLease *bv_reader_pool_lease (BvReaderPool *self, BvStore *store, GError **error);

G_END_DECLS
