// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "store/bv-connection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvRatingCaps: what the page shows beside the people: every unit's cap, and who stands over that of one. */
typedef struct
{
  gint64 unit_id;     /* whose groups and names follow; 0: none */
  GPtrArray *caps;    /* (element-type BvRatingCap): of all units */
  GPtrArray *of_unit; /* (element-type BvRatingCap), borrowed from @caps: the unit and its groups */
  GPtrArray *names;   /* (element-type GPtrArray of BvRatingExcellent): for each of @of_unit */
} BvRatingCaps;

BvRatingCaps *
bv_rating_caps_read (BvConnection *connection, int year, gint64 unit_id, GError **error);
void bv_rating_caps_free (BvRatingCaps *self);

/** bv_rating_caps_fill: a line with a meter for the unit and each of its groups into @box, in place of what was there. */
void bv_rating_caps_fill (const BvRatingCaps *self, GtkBox *box);

G_END_DECLS
