// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

G_BEGIN_DECLS

/* What a regime says, in the words of the screen. All (transfer full), translated; "" when nothing is to be said. */

/** "People, units" from bits 1 << BvSubjectKind. */
char *bv_regime_describe_subjects (guint subjects);
/** "For merit, For a movement" from bits 1 << BvManner. */
char *bv_regime_describe_manners (guint manners);
/** To whom a path is open: "People · For merit · Farmer · Simplified procedure". */
char *bv_regime_describe_path (const BvPath *path);
/** "None", "Not known: …" or the law's text; "Nothing is said." for %NULL: never blank. */
char *bv_regime_describe_note (const BvLawNote *note);
/** What is given in the place of an award whose code was replaced: "“HUYCSVV” is not given any more. In its place: …";
 * %NULL for one that was not. @regime: (nullable): for the names. */
char *bv_regime_describe_replaced (const BvRegime *regime, const BvRegimeAward *award);
/** "10 working days" of the public opinion; @value: of the office's rule, (nullable). */
char *bv_regime_describe_opinion (const BvOpinionRule *opinion, const char *value);
/** The rule for @award: its own, else that of the regime when it holds for its level; (transfer none) (nullable). */
const BvOpinionRule *
bv_regime_find_opinion (const BvRegime *regime, const BvRegimeAward *award, BvLevel level);
/** "Mẫu số 02: Báo cáo …", or that its number is not known. */
char *bv_regime_describe_form (const BvPaperForm *form);
/** "0,3 base salaries; for a unit × 2; for a household × 1,5". */
char *bv_regime_describe_bonus (const BvBonusRule *bonus);
/** "At most 15 % of those in the unit who hold LĐTT, CSTT for the year". @regime: for the names; @value: of the office's
 * rule, (nullable) for the law's own figure. */
char *bv_regime_describe_quota (const BvRegime *regime, const BvQuota *quota, const char *value);
/**
 * bv_regime_describe_vote: "By secret ballot: at least 90 % of all members".
 *
 * @value: likewise
 * @base: (nullable): the office's base for a vote whose share it may set: "members" or "present"
 */
char *bv_regime_describe_vote (const BvVoteRule *vote, const char *value, const char *base);
/** "From 01/01/2024 to 30/06/2025", "From 01/10/2026". */
char *bv_regime_describe_dates (const char *from_date, const char *to_date);

G_END_DECLS
