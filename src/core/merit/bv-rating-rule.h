// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-condition.h"

#include <glib.h>

G_BEGIN_DECLS

/* How people and units are rated in a year: data/ratings.json, so that the next decree is a new entry there. Points are
 * hundredths. */

/** BvRatingLeave: from so many months away on, no better grade than this. How many is a rule of the office. */
typedef struct
{
  char *rule;      /* key of the setting that holds the months */
  BvGrade at_most; /* %BV_GRADE_NONE: not classified */
  char **kinds;    /* of bv_absence_kinds that count */
  char *article;
  gboolean is_verified;
} BvRatingLeave;

/** BvRatingRule: one period. Strings are never %NULL but where said. */
typedef struct
{
  char *id;
  char *name; /* 'Nghị định 335/2025/NĐ-CP' */
  int from_year;
  gint64 general_points; /* the most there can be; 0: the period knows no points */
  gint64 result_points;
  gint64 from_points[BV_N_GRADES]; /* by BvGrade; -1: none */
  char *points_article;            /* (nullable) */
  gboolean points_are_verified;
  char *cap_article;
  gboolean cap_is_verified;
  GPtrArray *leaves; /* (element-type BvRatingLeave), the mildest first */
  BvGrade disciplined_at_most;
  char *discipline_article;
  gboolean discipline_is_verified;
} BvRatingRule;

/** With all that it owns; %NULL is let be. */
void bv_rating_rule_free (BvRatingRule *self);

/** bv_rating_rule_for_year: (transfer none): the program's own table, read once. %NULL with @error when it is
 * damaged. Any thread. */
const BvRatingRule *bv_rating_rule_for_year (int year, GError **error);
/** Whether grades come from points under it. */
gboolean bv_rating_rule_has_points (const BvRatingRule *self);
/** The grade that so many points give. */
BvGrade bv_rating_rule_grade_of_points (const BvRatingRule *self, gint64 points);
/** The kinds of absence that count for the rules of leave; (transfer none) (nullable): no rule. */
const char *const *bv_rating_rule_leave_kinds (const BvRatingRule *self);

/**
 * bv_rating_rules_parse: strict: an unknown or missing member, a year out of order, grades that do not fall are
 * %BV_VALUE_ERROR_FORMAT with @file and the path of the member.
 *
 * Returns: (element-type BvRatingRule) (transfer full): by year
 */
GPtrArray *
bv_rating_rules_parse (const char *json, gssize length, const char *file, GError **error);

G_END_DECLS
