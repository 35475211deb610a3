// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* BvRowSource: what one list shows: two queries and their parameters. Built by functions of the
 * domain folders (bv_register_people_source (), …); a page never sees SQL. */

/**
 * bv_row_source_new:
 * @ids_sql: yields the ids of all rows in order, one INTEGER column; parameters ?1, ?2, … are bound
 *   by bv_row_source_bind_*()
 * @row_sql: yields one row for id ?1: the columns of the list, as text or numbers
 */
BvRowSource *bv_row_source_new (const char *ids_sql, const char *row_sql);
/** For @ids_sql: parameter ?@index from 1; texts are copied. */
void bv_row_source_bind_text (BvRowSource *self, int index, const char *value);
/** The same of a number. */
void bv_row_source_bind_int (BvRowSource *self, int index, gint64 value);
/** Lets go of it; a list that shows it keeps it. %NULL is let be. */
void bv_row_source_free (BvRowSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRowSource, bv_row_source_free)

/** BvRow: one row: its id and its columns as text. */
#define BV_TYPE_ROW (bv_row_get_type ())
G_DECLARE_FINAL_TYPE (BvRow, bv_row, BV, ROW, GObject)

/** The id that the source gave it. */
gint64 bv_row_get_id (BvRow *self);
/** (transfer none): never %NULL; "" for SQL NULL. */
const char *bv_row_get_text (BvRow *self, guint column);
/** 0 for SQL NULL, for text that is no number, and beyond the last column. */
gint64 bv_row_get_int (BvRow *self, guint column);
/** Likewise. */
double bv_row_get_double (BvRow *self, guint column);
/** Whether it is SQL NULL; so is every column beyond the last. */
gboolean bv_row_is_null (BvRow *self, guint column);

/**
 * BvRowList: a #GListModel over 100,000 rows and more: a snapshot of row ids from one query, and
 * pages of 128 rows fetched by id as they are looked at (an LRU of 32 pages).
 *
 * A new result is announced in two steps, (0, n, 0) then (0, 0, m): announced in one, GTK would ask
 * for every row to see whether one moved. Selection and scroll are therefore to be restored by id:
 * see bv_row_list_find().
 *
 * The ids are read on a worker; until they are there the old rows stay. Signals: ::loaded, after a
 * new result was announced; ::failed (GError). Property "loading".
 */
#define BV_TYPE_ROW_LIST (bv_row_list_get_type ())
G_DECLARE_FINAL_TYPE (BvRowList, bv_row_list, BV, ROW_LIST, GObject)

/** @source: (transfer full) (nullable) */
BvRowList *bv_row_list_new (BvStore *store, BvRowSource *source);
/** Shows another result. @source: (transfer full). Only the newest of several calls counts. */
void bv_row_list_set_source (BvRowList *self, BvRowSource *source);
/** Reads the same source again; rows that stay are announced as changed only where they did. */
void bv_row_list_reload (BvRowList *self);
/** For tests and the command line: waits until the pending result has been announced. */
void bv_row_list_wait (BvRowList *self);
/** Whether a newer result is on its way: the property "loading". */
gboolean bv_row_list_is_loading (BvRowList *self);
/** The position of row @id, or GTK's invalid position (G_MAXUINT). */
guint bv_row_list_find (BvRowList *self, gint64 id);
/** The id of the row at @position, without making an object of it. */
gint64 bv_row_list_get_id (BvRowList *self, guint position);
/** How many rows were made into objects since opening: a number tests can hold to. */
guint bv_row_list_get_n_materialised (BvRowList *self);

G_END_DECLS
