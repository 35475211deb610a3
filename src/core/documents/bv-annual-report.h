// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Every number of the report names the records it counts, as
 *
 *     movements?year=2019&level=district
 *     indicators?year=2019&month=12&unit=1&status=exceeded
 *     target?indicator=7&year=2019, measurement?indicator=7&year=2019
 *     awards?year=2019&origin=made&level=district&form=GKH&manner=CT&subject=person&class=direct
 *
 * with only the members that restrict; from= and to= (ISO dates of the decision) stand in place of
 * year= when the report is of free dates. */

/**
 * BvAnnualReport: what the officer chooses for *báo cáo kết quả công tác thi đua, khen thưởng*. All
 * strings (nullable) and borrowed; zeroed, it is the report of the whole current year.
 */
typedef struct
{
  int year;              /* 0: the year of today */
  const char *from_date; /* ISO: a free period in place of the year; both ends included */
  const char *to_date;
  gint64 unit_id;                /* whose indicators; 0: the office itself */
  const char *number;            /* "05" or "05/BC-UBND"; %NULL leaves the number to the pen */
  const char *date;              /* ISO, of the paper; %NULL: today */
  gint64 signer_id;              /* 0: the default signer on that date */
  const char *direction;         /* part IV, one paragraph a line; %NULL: the part is left out */
  const char *const *recipients; /* under Nơi nhận; %NULL: the usual ones */
} BvAnnualReport;

/**
 * bv_annual_report_build: reads the year through @connection and builds the paper: letterhead, I
 * movements, II indicators with chart, III awards with the bonus money in figures and words, IV
 * direction, recipients and signature. Every number names its query.
 *
 * Returns: (transfer full): %NULL on error; an office that is not set up gives
 *   %BV_STORE_ERROR_NOT_FOUND, a date or number that cannot stand a %BV_VALUE_ERROR
 */
BvDocument *
bv_annual_report_build (BvConnection *connection, const BvAnnualReport *options, GError **error);

G_END_DECLS
