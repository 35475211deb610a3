// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-rating.h"

G_BEGIN_DECLS

/* "p" is the last main post that "s" held in a year: whoever was moved within it is rated by the new unit (DOMAIN 2.2).
 * One look at the person's own posts each: a common table of all posts would be gone through for every person. The
 * parameters are the first and the last day of the year. */
#define BV_RATING_POST_JOIN(first, last)                                                           \
  " LEFT JOIN membership p ON p.id = (SELECT m.id FROM membership m WHERE m.person_id = s.id"      \
  " AND m.is_primary = 1 AND (m.from_date IS NULL OR m.from_date <= " last ")"                     \
  " AND (m.to_date IS NULL OR m.to_date >= " first ") ORDER BY m.to_date IS NULL DESC,"            \
  " m.to_date DESC, m.from_date DESC, m.id DESC LIMIT 1)"

/* Those who may be people of the unit in the parameter; 0: everybody. */
#define BV_RATING_OF_UNIT(unit)                                                                    \
  "(" unit " = 0 OR s.id IN (SELECT person_id FROM membership WHERE unit_id = " unit               \
  " UNION SELECT subject_id FROM rating WHERE unit_id = " unit "))"

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

/** Frees its texts, not the struct. */
void bv_rating_limits_clear (BvRatingLimits *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvRatingLimits, bv_rating_limits_clear)
/** What a long leave or a sanction of the year allows of the grade, as @rule has it. %FALSE on a failed query.
 * @limits is to be cleared either way. */
gboolean bv_rating_limits_read (BvConnection *connection,
                                const BvRatingRule *rule,
                                gint64 subject_id,
                                int year,
                                BvRatingLimits *limits,
                                GError **error);

G_END_DECLS
