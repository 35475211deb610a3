// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection.h"
#include "store/bv-row-list.h"

G_BEGIN_DECLS

/** bv_row_read: row @id by @statement, as of bv_row_source_prepare_row(). A row that is gone has no
 * columns: every one reads "". */
BvRow *bv_row_read (BvStatement *statement, gint64 id, GError **error);

/** bv_row_new_empty: a row without columns. */
BvRow *bv_row_new_empty (gint64 id);

/** Whether both show the same. */
gboolean bv_row_equal (BvRow *a, BvRow *b);

G_END_DECLS
