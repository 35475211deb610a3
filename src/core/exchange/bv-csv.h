// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The reader of comma-separated texts; private to exchange/. */

/** bv_csv_guess_separator: of ',', ';', tab and '|' the one that parts the first rows most evenly; a
 * first line "sep=;" decides. @text: UTF-8, zero-terminated. */
char bv_csv_guess_separator (const char *text, gsize length);

/**
 * bv_csv_read: RFC 4180 as programs write it: quotes round cells that hold separators, quotes or new
 * lines; any line ending.
 *
 * @name: of the file, for messages
 * @text: UTF-8, zero-terminated
 * @max_rows: 0: all
 * Returns: (transfer full) (nullable): %BV_EXCHANGE_ERROR_FORMAT names row and column of a quote that
 *   is not closed or not followed by a separator
 */
BvSheet *bv_csv_read (const char *name,
                      const char *text,
                      gsize length,
                      char separator,
                      guint max_rows,
                      BvProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error);

G_END_DECLS
