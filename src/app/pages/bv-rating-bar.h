// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-rating-rule.h"
#include "merit/bv-rating.h"
#include "store/bv-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRatingBar: over the lists of ratings: who is rated, the points where the year knows them, and a button for each grade.
 * The buttons are for the actions "ratings.grade", "ratings.edit" and so on of the page around it.
 *
 * Signals:
 *   ::points (gint64 id, gint64 general, gint64 result)   hundredths, typed to the end with Enter
 *   ::move (int by)                                       Up or Down in an entry: another row, please
 *   ::leave ()                                            Escape: back into the list
 */
#define BV_TYPE_RATING_BAR (bv_rating_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvRatingBar, bv_rating_bar, BV, RATING_BAR, GtkWidget)

/** @rule: (nullable): of the year; points are asked for when it has them. */
void bv_rating_bar_set_rule (BvRatingBar *self, const BvRatingRule *rule);
/** @row: (nullable): of bv_rating_people_source(); nothing is shown without one. What is being typed for the same @id
 * stays. */
void bv_rating_bar_show_row (BvRatingBar *self, gint64 id, BvRow *row);
/** Several rows are selected: grades are for all of them, points for none. */
void bv_rating_bar_show_several (BvRatingBar *self, guint n);
/** The row may have been read anew: its points are shown again, unless somebody is typing them. */
void bv_rating_bar_forget (BvRatingBar *self);
/** The focus goes to the points; %FALSE: this year knows none, or several rows are selected. */
gboolean bv_rating_bar_start_points (BvRatingBar *self);

/** The grade of a key: 1 to 4 and 0, also of the keypad. */
gboolean bv_rating_bar_grade_of_key (guint keyval, BvGrade *grade);

G_END_DECLS
