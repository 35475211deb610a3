// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection.h"

#include <glib.h>

G_BEGIN_DECLS

/* The loop of every list of records, and the row of every record, written once. A reader of rows is a function of the record's
 * own file; with another pointer type as its result it is cast: (BvRowFunc) read_row. */

/** BvRowFunc: (transfer full): the record of the row at hand; never %NULL. */
typedef gpointer (*BvRowFunc) (BvStatement *statement);

/**
 * bv_statement_list: all rows in order.
 *
 * @statement: (nullable): %NULL, with @error set, when its query failed
 * @free_row: frees one record
 * Returns: (transfer full): %NULL on a failed query; empty when there are no rows
 */
GPtrArray *bv_statement_list (BvStatement *statement,
                              BvRowFunc read_row,
                              GDestroyNotify free_row,
                              GError **error);

/**
 * bv_statement_load: the first row.
 *
 * @statement: (nullable): likewise
 * @missing: one translated sentence for %BV_STORE_ERROR_NOT_FOUND when there is no row
 * Returns: (transfer full): %NULL with @error
 */
gpointer
bv_statement_load (BvStatement *statement, BvRowFunc read_row, const char *missing, GError **error);

G_END_DECLS
