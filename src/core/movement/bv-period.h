// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Periods of a year as stored: "Y", "Q1" to "Q4", "M01" to "M12". */

typedef enum
{
  BV_PERIOD_YEAR,
  BV_PERIOD_QUARTER,
  BV_PERIOD_MONTH,
} BvPeriodKind;

/** Whether @period (nullable) is one of those that bv_period_list() gives. */
gboolean bv_period_is_valid (const char *period);
/** @period must be a valid one, as below. */
BvPeriodKind bv_period_kind (const char *period);
/** "Y"; "Q1" … "Q4"; "M01" … "M12": static, %NULL-terminated. */
const char *const *bv_period_list (BvPeriodKind kind);
/** First and last month covered, 1 to 12. */
int bv_period_first_month (const char *period);
/** The last one. */
int bv_period_last_month (const char *period);
/** "Whole year", "Quarter I", "Month 3", translated. (transfer full) */
char *bv_period_label (const char *period);
/** For the heads of narrow columns: "Year", "Q I", "M 3", translated. (transfer full) */
char *bv_period_short_label (const char *period);
/** ISO date of its first day, as of its last below. (transfer full) */
char *bv_period_first_day (int year, const char *period);
/** Its last day. */
char *bv_period_last_day (int year, const char *period);
/** The period of @kind that @date falls into. (transfer none) */
const char *bv_period_of_date (const char *date, BvPeriodKind kind);
/** bv_period_parse: what people write: "Y", "năm", "Q1", "quý I", "M3", "tháng 3", "03".
 * (transfer none) (nullable) */
const char *bv_period_parse (const char *text);

G_END_DECLS
