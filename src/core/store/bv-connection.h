// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One connection to the office's file and its cached statements. Used by one thread at a time.
 * sqlite3.h is not included here on purpose: it never leaves this folder. */

/* Beside SQLite's own functions every connection knows text_matches (text, typed): bv_text_matches(),
 * for short lists that have no full-text index. */

/**
 * bv_connection_prepare: the statement for @sql, reset and without bindings. @sql must be one whole
 * statement; trailing SQL is refused. Statements are cached by their text.
 *
 * Returns: (transfer full): to be given back by bv_statement_free() (g_autoptr), which returns it to
 *   the cache; %NULL on error
 */
BvStatement *bv_connection_prepare (BvConnection *self, const char *sql, GError **error);

/* Parameters and columns: parameters are numbered from 1, columns from 0, as SQLite does. Binding a
 * NULL string binds NULL. Texts and blobs are copied. */
void bv_statement_bind_text (BvStatement *self, int index, const char *value);
void bv_statement_bind_int (BvStatement *self, int index, gint64 value);
void bv_statement_bind_double (BvStatement *self, int index, double value);
void bv_statement_bind_blob (BvStatement *self, int index, GBytes *value);
void bv_statement_bind_null (BvStatement *self, int index);

/**
 * bv_statement_step: goes to the next row:
 *
 *   while ((ok = bv_statement_step (statement, &has_row, error)) && has_row)
 *     …
 *   if (!ok)
 *     return NULL;
 *
 * @has_row: (out) (optional): whether there was one; %FALSE on error
 * Returns: %FALSE on error (a binding that failed is told here, too)
 */
gboolean bv_statement_step (BvStatement *self, gboolean *has_row, GError **error);

/** bv_statement_run: executes a statement that yields no rows, then resets it for new bindings. */
gboolean bv_statement_run (BvStatement *self, GError **error);

/** bv_statement_reset: back to before the first row, bindings cleared. */
void bv_statement_reset (BvStatement *self);

/** (transfer none) (nullable): valid until the next step or reset. */
const char *bv_statement_text (BvStatement *self, int column);
gint64 bv_statement_int (BvStatement *self, int column);
double bv_statement_double (BvStatement *self, int column);
/** (transfer full) (nullable) */
GBytes *bv_statement_blob (BvStatement *self, int column);
/** Whether the column of the row at hand is SQL NULL. */
gboolean bv_statement_is_null (BvStatement *self, int column);
/** How many columns a row has; 0 of a statement that yields none. */
int bv_statement_n_columns (BvStatement *self);

/** Gives the statement back to the cache of its connection; %NULL is let be. */
void bv_statement_free (BvStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvStatement, bv_statement_free)

/**
 * bv_connection_run: prepares, binds and runs in one call. @types has one letter a parameter:
 * 's' const char * (nullable), 'i' gint64, 'd' double, 'b' GBytes * (nullable), 'n' nothing (NULL).
 * An 'i' argument must be a gint64: cast literals.
 */
gboolean
bv_connection_run (BvConnection *self, GError **error, const char *sql, const char *types, ...);

/** bv_connection_query: prepares and binds alike; the caller steps. (transfer full) (nullable) */
BvStatement *
bv_connection_query (BvConnection *self, GError **error, const char *sql, const char *types, ...);

/** bv_connection_query_int: the first column of the first row; @fallback when there is no row. */
gboolean bv_connection_query_int (BvConnection *self,
                                  gint64 *value,
                                  gint64 fallback,
                                  GError **error,
                                  const char *sql,
                                  const char *types,
                                  ...);

/** bv_connection_query_text: likewise, (transfer full), %NULL in @value when there is no row. */
gboolean bv_connection_query_text (BvConnection *self,
                                   char **value,
                                   GError **error,
                                   const char *sql,
                                   const char *types,
                                   ...);

/** The id of the row that was inserted last. */
gint64 bv_connection_last_id (BvConnection *self);
/** Rows changed by the last run. */
int bv_connection_n_changed (BvConnection *self);

G_END_DECLS
