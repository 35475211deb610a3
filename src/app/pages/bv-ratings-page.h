// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/**
 * BvRatingsPage: the annual ratings: the people of a unit, units themselves, discipline and absences. In a list 1 to 4
 * gives the grade and goes on, 0 is "not classified", Delete takes the rating away, P leads to the points, Enter opens
 * the form.
 */
#define BV_TYPE_RATINGS_PAGE (bv_ratings_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRatingsPage, bv_ratings_page, BV, RATINGS_PAGE, BvPage)

/** Shows the people of one unit; 0: all. */
void bv_ratings_page_show_unit (BvRatingsPage *self, gint64 unit_id);
/** Writes the table of the year; the ending of @path says the format. */
void bv_ratings_page_save (BvRatingsPage *self, const char *path);

G_END_DECLS
