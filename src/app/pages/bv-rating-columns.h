// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-rating.h"
#include "widgets/bv-list-view.h"

G_BEGIN_DECLS

typedef enum
{
  BV_RATING_LIST_PEOPLE,
  BV_RATING_LIST_UNITS,
  BV_RATING_LIST_DISCIPLINE,
  BV_RATING_LIST_ABSENCES,
} BvRatingList;

/** Columns, name and words for "nothing here" of one of the page's lists. */
void bv_rating_columns_set (BvListView *view, BvRatingList list);
/** "Excellent", "Good", …: short enough for a column and a button; translated. */
const char *bv_rating_short_grade (BvGrade grade);
/** Hundredths of a row as written, "" for none. (transfer full) */
char *bv_rating_format_points (BvRow *row, guint column);

G_END_DECLS
