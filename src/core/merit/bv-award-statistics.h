// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-award.h"
#include "merit/bv-decision.h"

G_BEGIN_DECLS

/** BvAwardCount: how many of one sort, broken down as the state's forms ask (DOMAIN 10). */
typedef struct
{
  guint n_units;
  guint n_small_units; /* of the units: tổ, đội, phòng, ban, thôn, bản */
  guint n_households;
  guint n_persons;
  guint n_direct;   /* of the persons: direct workers (người trực tiếp lao động) */
  guint n_female;   /* of the persons */
  guint n_minority; /* of the persons */
  gint64 bonus;     /* đồng, as paid */
} BvAwardCount;

/** Units, households and persons together. */
guint bv_award_count_get_total (const BvAwardCount *count);

/** BvAwardStatistic: the issued awards of one form, level and manner in the period. */
typedef struct
{
  char *form_code;
  char *form_name; /* by the regime of the newest decision counted */
  guint order;     /* of the award in its regime */
  BvLevel level;
  BvManner manner; /* in lists by form: not meaningful */
  BvOrigin origin;
  BvAwardCount count;
} BvAwardStatistic;

/** With all that it owns; %NULL is let be. */
void bv_award_statistic_free (BvAwardStatistic *self);

/** BvAwardPeriod: which awards count: by the decision's date, the year of the achievement, or both. */
typedef struct
{
  const char *from_date; /* ISO, (nullable) */
  const char *to_date;   /* ISO, (nullable), included */
  int year;              /* of the achievement; 0: any */
  const char
    *as_of; /* ISO: the day of the report, on which the awards must count; (nullable): today */
} BvAwardPeriod;

/**
 * bv_award_statistics: issued and received awards of the period, one entry a form × level × manner × origin; the
 * highest level first, then the order of the regime, then the manner. Drafts do not count, nor do awards that were taken
 * back by the day of the report: a report of an earlier day still counts them, as its paper did.
 *
 * Returns: (element-type BvAwardStatistic) (transfer full)
 */
GPtrArray *
bv_award_statistics (BvConnection *connection, const BvAwardPeriod *period, GError **error);
/** bv_award_statistics_by_form: the same summed over manners and origins: one entry a form × level. Pure. */
GPtrArray *bv_award_statistics_by_form (GPtrArray *statistics);
/** The sum of all entries. Pure. */
BvAwardCount bv_award_statistics_sum (GPtrArray *statistics);
/** The sum of the entries of one manner, indexed by BvManner. Pure. */
void bv_award_statistics_by_manner (GPtrArray *statistics, BvAwardCount counts[BV_N_MANNERS]);
/** Share of direct workers, households and small collectives among all, in per cent; -1 when there are none. */
double bv_award_count_get_grassroots_share (const BvAwardCount *count);

G_END_DECLS
