// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRatingUnits: the units of a year, each with how far it is rated and a meter of its "excellent" against the cap; at
 * the top all of them together.
 *
 * Signals: ::selected (gint64 unit_id)  0: all of them
 */
#define BV_TYPE_RATING_UNITS (bv_rating_units_get_type ())
G_DECLARE_FINAL_TYPE (BvRatingUnits, bv_rating_units, BV, RATING_UNITS, GtkWidget)

/** @caps: (element-type BvRatingCap), as bv_rating_cap_list() gives them; copied. The selected unit stays. */
void bv_rating_units_set (BvRatingUnits *self, GPtrArray *caps);
gint64 bv_rating_units_get_selected (BvRatingUnits *self);
void bv_rating_units_select (BvRatingUnits *self, gint64 unit_id);

G_END_DECLS
