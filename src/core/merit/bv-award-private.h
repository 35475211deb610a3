// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-award.h"
#include "merit/bv-decision.h"

G_BEGIN_DECLS

/* Shared by the files of this folder that read and write lines of decisions. */

/** Whether @decision may give @award's form to its subject: %NULL when it may under a regime in
 * force between the two days (ISO; the same day twice for an issued decision), else one translated
 * sentence about the last day. (transfer full) */
char *bv_award_check_form (BvRegimeSet *regimes,
                           const BvAward *award,
                           const BvDecision *decision,
                           const char *from_date,
                           const char *to_date);

/** The same under one regime; @regime %NULL: @date is older than the oldest. (transfer full) */
char *bv_award_check_in_regime (BvRegimeSet *regimes,
                                const BvRegime *regime,
                                const BvAward *award,
                                BvLevel level,
                                const char *date);

/** The day by whose law and base salary a line is reckoned: the decision's; of a draft, today, or the last
 * day on which its form could be given (old decisions are typed in, too). (transfer full) */
char *bv_award_get_reckoning_day (BvRegimeSet *regimes,
                                  const BvAward *award,
                                  const BvDecision *decision,
                                  const char *today);

/** Fills name, detail, unit, class and marks of @self from the register as of @date. */
gboolean
bv_award_take_snapshot (BvConnection *connection, BvAward *self, const char *date, GError **error);

/** Fills bonus_computed and bonus_basis by the regime and the base salary of @date. */
gboolean bv_award_compute_bonus (BvConnection *connection,
                                 BvRegimeSet *regimes,
                                 BvAward *self,
                                 const char *date,
                                 GError **error);
/** The same by a regime that was chosen (%NULL: none is known); the base salary is that of @date. */
gboolean bv_award_compute_bonus_under (BvConnection *connection,
                                       const BvRegime *regime,
                                       BvAward *self,
                                       const char *date,
                                       GError **error);

/** The bonus of every line again, each by the law of its reckoning day. */
gboolean bv_award_refresh_bonuses (BvConnection *connection, gint64 decision_id, GError **error);

/** Writes every stored column of an existing line, without checks. */
gboolean bv_award_update (BvConnection *connection, const BvAward *self, GError **error);

/** Numbers the lines of a decision 1, 2, … in their present order. */
gboolean bv_award_renumber (BvConnection *connection, gint64 decision_id, GError **error);

/** How the basis of a line begins whose bonus is nothing beside a higher one; Vietnamese, kept in the file. */
#define BV_AWARD_HIGHEST "Hưởng mức cao nhất"

/** Computes and settles the bonuses of the decision's lines again where a subject has several of one year; @subject_id 0:
 * of all subjects. Inside an act; the lines of other decisions of the day are read, not changed. */
gboolean bv_award_settle_decision (BvConnection *connection,
                                   gint64 decision_id,
                                   gint64 subject_id,
                                   GError **error);

G_END_DECLS
