// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection.h"
#include "store/bv-row-list.h"

G_BEGIN_DECLS

/* What a list does with its source; making one is in bv-row-list.h. */

/** (transfer full): counted from any thread; let go by bv_row_source_free(). */
BvRowSource *bv_row_source_ref (BvRowSource *self);

/** (element-type gint64) (transfer full): the ids of all rows, in order. */
GArray *bv_row_source_read_ids (BvRowSource *self, BvConnection *connection, GError **error);

/** (transfer full): the statement for one row; its id is parameter 1. */
BvStatement *
bv_row_source_prepare_row (BvRowSource *self, BvConnection *connection, GError **error);

G_END_DECLS
