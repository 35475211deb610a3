// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates are ISO text (YYYY-MM-DD) wherever they are kept. */

/**
 * bv_date_parse: reads a date as an office writes it: 5/2/2024, 05-02-2024, 05.02.2024, 2024-02-05,
 * "ngày 05 tháng 02 năm 2024". Day first, always.
 *
 * Returns: (transfer full) (nullable): ISO text; %NULL with %BV_VALUE_ERROR_FORMAT when it is no date,
 *   %BV_VALUE_ERROR_RANGE when the day does not exist (31/02). The message quotes the text.
 */
char *bv_date_parse (const char *text, GError **error);

/** bv_date_parse_birth: as bv_date_parse(), and also a year alone ("1975"), kept as "1975". */
char *bv_date_parse_birth (const char *text, GError **error);

/** Whether @iso (nullable) is a full ISO date of a day that exists; a year alone is none. */
gboolean bv_date_is_valid (const char *iso);

/** bv_date_format_short: "05/02/2024"; a year alone stays; "" for %NULL. */
char *bv_date_format_short (const char *iso);

/** bv_date_format_long: "ngày 05 tháng 02 năm 2024": days below 10 and months 1 and 2 get a 0. */
char *bv_date_format_long (const char *iso);

/** bv_date_today: the local day, or the one in BV_TODAY when set (for documents that must repeat). */
char *bv_date_today (void);
/** bv_date_now: the moment of a record that is dated by the program's day: UTC, "2023-03-27T02:15:00Z"; its local day is
 * that of bv_date_today(). The history of acts is dated by the clock of the machine alone. (transfer full) */
char *bv_date_now (void);
/** bv_date_of_moment: the local day of such a moment, ISO; %NULL when it is none. (transfer full) */
char *bv_date_of_moment (const char *moment);

/** The year that ISO text begins with; 0 for %NULL and for text without one. */
int bv_date_year (const char *iso);

/** bv_date_add_days: @iso moved by @days, as ISO text. */
char *bv_date_add_days (const char *iso, int days);

G_END_DECLS
