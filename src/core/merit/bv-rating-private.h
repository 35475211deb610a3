// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-rating.h"

G_BEGIN_DECLS

/* The last main post that each person held in a year, as a common table expression: year_post (person_id, unit_id,
 * post, leader_class). Whoever was moved within the year is rated by the new unit (DOMAIN 2.2). The parameters are the
 * first and the last day of the year. */
#define BV_RATING_POST_CTE(first, last)                                                            \
  "year_post (person_id, unit_id, post, leader_class) AS MATERIALIZED ("                           \
  " SELECT person_id, unit_id, post, leader_class FROM (SELECT m.*, row_number () OVER ("          \
  "  PARTITION BY m.person_id ORDER BY m.to_date IS NULL DESC, m.to_date DESC,"                    \
  "  m.from_date DESC, m.id DESC) AS place FROM membership m WHERE m.is_primary = 1"               \
  "  AND (m.from_date IS NULL OR m.from_date <= " last ")"                                         \
  "  AND (m.to_date IS NULL OR m.to_date >= " first ")) WHERE place = 1)"

/* Leaders before the others, as an office lists its people. */
#define BV_RATING_LEADER_RANK(column)                                                              \
  "CASE " column " WHEN 'province' THEN 1 WHEN 'department' THEN 2 WHEN 'business' THEN 3"         \
  " WHEN 'leader' THEN 4 ELSE 5 END"

/** What the rules of leave and discipline allow a subject in a year. */
typedef struct
{
  const BvRatingLeave *leave; /* (nullable): none applies */
  int months;                 /* away, of the kinds that count */
  char *sanction;             /* (nullable): label of the heaviest of the year */
  char *sanction_date;        /* ISO */
} BvRatingLimits;

void bv_rating_limits_clear (BvRatingLimits *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvRatingLimits, bv_rating_limits_clear)
gboolean bv_rating_limits_read (BvConnection *connection,
                                const BvRatingRule *rule,
                                gint64 subject_id,
                                int year,
                                BvRatingLimits *limits,
                                GError **error);

G_END_DECLS
