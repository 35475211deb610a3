// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-act.h"
#include "store/bv-connection-private.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/** bv_store_execute: gives @act to the writer thread, waits, and tells the listeners. @func fills in
 * what only the transaction knows. The act is borrowed for the time of the call. */
gboolean
bv_store_execute (BvStore *self, BvAct *act, BvActFunc func, gpointer user_data, GError **error);

/** bv_store_execute_async: the same without waiting. @act: (transfer full): made by g_new(). */
void bv_store_execute_async (BvStore *self,
                             BvAct *act,
                             BvActFunc func,
                             gpointer user_data,
                             GDestroyNotify user_data_free,
                             GAsyncReadyCallback callback,
                             gpointer callback_data);

G_END_DECLS
