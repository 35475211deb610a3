// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as Vietnam writes them: dot between groups of three, comma before decimals. Independent of
 * the locale of the process. */

/** bv_number_format: "1.234.567,89" with exactly @decimals decimals, rounded half away from zero. */
char *bv_number_format (double value, int decimals);

/** bv_number_format_int: "1.234.567". */
char *bv_number_format_int (gint64 value);

/** bv_number_format_trim: at most @max_decimals decimals, trailing zeros dropped: "98,6", "20". */
char *bv_number_format_trim (double value, int max_decimals);

/**
 * bv_number_parse: "1.234,5", "1234.5", "1234,5", "98,6%", "12 %". A single dot followed by exactly
 * three digits is a group ("1.234" is 1234), as the office writes.
 *
 * Returns: %FALSE with %BV_VALUE_ERROR_FORMAT and a message that quotes @text
 */
gboolean bv_number_parse (const char *text, double *value, GError **error);

/** bv_number_parse_money: whole đồng: "2.340.000", "2.340.000 đồng", "2340000đ". */
gboolean bv_number_parse_money (const char *text, gint64 *dong, GError **error);

/** bv_number_format_hundredths: points and shares as they are kept: 3334 → "33,34", 5000 → "50". */
char *bv_number_format_hundredths (gint64 value);

/** bv_number_parse_hundredths: "33,34", "50 %", "33.5" → hundredths, exactly. More than two decimals that
 * are not 0, or a minus: %BV_VALUE_ERROR_FORMAT with a message that quotes @text. */
gboolean bv_number_parse_hundredths (const char *text, gint64 *value, GError **error);

/** bv_number_roman: 1 → "I". @n between 1 and 3999. */
char *bv_number_roman (int n);

/** bv_number_two_digits: 5 → "05", 27 → "27", 1234 → "1234": numbers of documents. */
char *bv_number_two_digits (gint64 n);
/** bv_number_count: 5 → "05", 3355 → "3.355": how many, in the running text of a paper. */
char *bv_number_count (gint64 n);

G_END_DECLS
