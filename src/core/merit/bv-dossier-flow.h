// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-dossier.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-nomination.h"

G_BEGIN_DECLS

/* The way of a dossier: draft → submitted → accepted → decided, or returned and submitted again. Submitting freezes
 * what was found about every nomination; what the register says later does not change it. */

/* ── Judging ─────────────────────────────────────────────────────────────────────────────── */

/** The findings about @self as the records stand now. (transfer full); %BV_VALUE_ERROR_UNKNOWN: no law knows it. */
BvEligibility *bv_nomination_judge (BvFacts *facts,
                                    BvRegimeSet *regimes,
                                    const BvDossier *dossier,
                                    const BvNomination *self,
                                    GError **error);
/** The same with facts read for this one. */
BvEligibility *bv_nomination_judge_now (BvConnection *connection,
                                        BvRegimeSet *regimes,
                                        gint64 nomination_id,
                                        GError **error);

/** BvFindingChange: a condition about which records say something else than when the dossier was submitted. */
typedef struct
{
  char *requirement;
  char *article;
  gboolean was_there; /* asked then */
  gboolean is_there;  /* asked now */
  BvVerdict was_verdict;
  BvVerdict is_verdict;
  char *was; /* explanation then; "" */
  char *is;  /* explanation now; "" */
} BvFindingChange;

/** With all that it owns; %NULL is let be. */
void bv_finding_change_free (BvFindingChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFindingChange, bv_finding_change_free)
/** Only what differs, in today's order; (element-type BvFindingChange) (transfer full). Pure. */
GPtrArray *bv_findings_compare (const BvFrozenFindings *frozen, const BvEligibility *today);

/* ── Inside an act ───────────────────────────────────────────────────────────────────────── */

/** Takes snapshots and freezes the findings of every nomination that is proposed. Refused without one, or when one of
 * them cannot stand. The first day of the appraisal is today unless it is given. */
gboolean bv_dossier_submit (BvConnection *connection, gint64 id, GError **error);
/** A submitted dossier is a draft again (rút hồ sơ). */
gboolean bv_dossier_take_back (BvConnection *connection, gint64 id, GError **error);
/** @reason: required; a submitted or accepted dossier goes back to who proposed it. */
gboolean
bv_dossier_return (BvConnection *connection, gint64 id, const char *reason, GError **error);
/** The appraisal is over: it goes before the council, or straight to who decides. */
gboolean bv_dossier_accept (BvConnection *connection, gint64 id, GError **error);

/** One nomination alone is returned with a reason, withdrawn (the reason may be empty), or proposed again: in a
 * submitted dossier its findings are frozen anew. Not in a decided dossier. */
gboolean
bv_nomination_return (BvConnection *connection, gint64 id, const char *reason, GError **error);
gboolean
bv_nomination_withdraw (BvConnection *connection, gint64 id, const char *reason, GError **error);
gboolean bv_nomination_propose_again (BvConnection *connection, gint64 id, GError **error);

/* ── As acts of their own; @act_id: (out) (optional) ─────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_dossier_submit_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_dossier_take_back_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_dossier_return_act (BvStore *store,
                                gint64 id,
                                const char *reason,
                                gint64 *act_id,
                                GError **error);
gboolean bv_dossier_accept_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_nomination_return_act (BvStore *store,
                                   gint64 id,
                                   const char *reason,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_nomination_withdraw_act (BvStore *store,
                                     gint64 id,
                                     const char *reason,
                                     gint64 *act_id,
                                     GError **error);
gboolean
bv_nomination_propose_again_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

G_END_DECLS
