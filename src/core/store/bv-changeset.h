// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-sqlite.h"

G_BEGIN_DECLS

/* Reading a changeset of the session extension. It keeps the rows of one table together. */

/** BvChangesetFunc: one row. @operation: SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE.
 * Returns: %FALSE to stop */
typedef gboolean (*BvChangesetFunc) (sqlite3_changeset_iter *iter,
                                     const char *table,
                                     int n_columns,
                                     int operation,
                                     gpointer user_data);

/** bv_changeset_foreach: @func for each row. Returns: an SQLite code; stopping is %SQLITE_OK. */
int bv_changeset_foreach (GBytes *changeset, BvChangesetFunc func, gpointer user_data);

/** bv_changeset_list_tables: the names of the tables it touches, each once. (transfer full) */
char **bv_changeset_list_tables (GBytes *changeset);

/** bv_changeset_row_key: table and primary key of the row at @iter, as one text to compare by. */
char *bv_changeset_row_key (sqlite3_changeset_iter *iter);

/** bv_changeset_rowid_key: the same for a row whose primary key is the integer @id. */
char *bv_changeset_rowid_key (const char *table, gint64 id);

/** bv_changeset_append_value: adds one value of a primary key to a key being built. */
void bv_changeset_append_value (GString *key, sqlite3_value *value);

G_END_DECLS
