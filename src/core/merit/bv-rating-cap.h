// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-condition.h"

#include <glib.h>

G_BEGIN_DECLS

/* The cap on *hoàn thành xuất sắc*: in one office, and in each of its groups of similar tasks, at most so many percent of
 * those who "fulfilled their tasks well" (DOMAIN 5.3). Percent and base are rules of the office. */

/** BvRatingCap: one unit, or one group in it. */
typedef struct
{
  gint64 unit_id;
  char *unit_name;
  char *task_group;        /* ""; the unit as a whole */
  guint n[BV_N_GRADES];    /* people by grade */
  guint n_unrated;         /* of the unit as a whole; 0 for a group */
  int percent;             /* the office's */
  gboolean base_or_better; /* the base counts the best grade as well */
  guint base;              /* how many the share is of */
  guint limit;             /* floor (percent × base / 100) as things stand */
  guint most; /* how many of those "good or better" could be excellent: 40 people, 3 HT → 6 */
  guint used; /* how many are */
  guint over; /* the fewest that must become "good": used − most, or 0 */
} BvRatingCap;

/** With all that it owns; %NULL is let be. */
void bv_rating_cap_free (BvRatingCap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRatingCap, bv_rating_cap_free)

/** bv_rating_cap_compute: from the counts, @percent and @base_or_better of @self, everything below them. Pure. */
void bv_rating_cap_compute (BvRatingCap *self);

/**
 * bv_rating_cap_list: every unit that has people in @year, in the order of the organisation, each followed by its
 * groups.
 *
 * @unit_id: only this unit (without those below); 0: all
 * Returns: (element-type BvRatingCap) (transfer full)
 */
GPtrArray *bv_rating_cap_list (BvConnection *connection, int year, gint64 unit_id, GError **error);

/** BvRatingStanding: where one who is excellent stands to the cap. */
typedef enum
{
  BV_RATING_WITHIN, /* may stay */
  BV_RATING_OPEN,   /* one of those among whom the office must choose: points do not decide */
  BV_RATING_OVER,   /* too many, by points */
} BvRatingStanding;

typedef struct
{
  gint64 subject_id;
  char *name;
  gint64 points; /* hundredths; -1: none */
  BvRatingStanding standing;
} BvRatingExcellent;

/** With the name that it owns. */
void bv_rating_excellent_free (BvRatingExcellent *self);

/** bv_rating_cap_list_excellent: those rated excellent in the unit or group of @cap, by points, then as the office
 * orders its people; (element-type BvRatingExcellent) (transfer full). */
GPtrArray *bv_rating_cap_list_excellent (BvConnection *connection,
                                         int year,
                                         const BvRatingCap *cap,
                                         GError **error);
/** "2 of these 5 people are too many", "within the limit"; (transfer full) translated. */
char *bv_rating_cap_describe (const BvRatingCap *self, GPtrArray *excellent);

G_END_DECLS
