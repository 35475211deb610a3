// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvRatingPaper: what the officer chooses for *bảng tổng hợp kết quả đánh giá, xếp loại chất lượng*. Zeroed: this year,
 * the whole office, without names. */
typedef struct
{
  int year;             /* 0: the year of today */
  gint64 unit_id;       /* 0: the whole office; else the paper of that unit, under its own name */
  const char *date;     /* ISO, of the paper; %NULL: today */
  gboolean with_people; /* the list of people with their grades */
} BvRatingPaper;

/**
 * bv_rating_paper_build: the counts of each unit and group with the cap on the best grade, the units' own ratings, and
 * the list of people; across the page. Numbers name their records: ratings?year=2022&unit=5&group=…&grade=HTXS.
 *
 * Returns: (transfer full): %NULL on error; %BV_DOCUMENT_ERROR_EMPTY when nobody is rated
 */
BvDocument *
bv_rating_paper_build (BvConnection *connection, const BvRatingPaper *options, GError **error);

G_END_DECLS
