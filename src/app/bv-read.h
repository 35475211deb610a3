// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "store/bv-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvReadFunc: reads on a worker thread, through one snapshot of the file. It must touch no widget.
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with @error set when that failed
 */
typedef gpointer (*BvReadFunc) (BvConnection *connection,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * BvReadDoneFunc: called on the main thread with what was read, or with @error (then @result is %NULL).
 * Not called when @owner is gone or the read was cancelled.
 *
 * @result: (transfer full): the callee frees it
 */
typedef void (*BvReadDoneFunc) (gpointer owner, gpointer result, const GError *error);

/**
 * bv_read_async: reads from @store away from the main thread, for @owner.
 *
 * @user_data: (transfer full): for @func alone
 * @result_free: frees a result that nobody came to take
 * @cancellable: (nullable)
 */
void bv_read_async (GObject *owner,
                    BvStore *store,
                    BvReadFunc func,
                    gpointer user_data,
                    GDestroyNotify user_data_free,
                    BvReadDoneFunc done,
                    GDestroyNotify result_free,
                    GCancellable *cancellable);

G_END_DECLS
