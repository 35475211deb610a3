// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-agenda.h"
#include "merit/bv-meeting.h"
#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* The votes of a meeting, counted exactly: whole votes against a whole share, never a percentage.
 *
 * Whoever is recused from an item is neither among its voters nor in what the share is taken of. A written opinion of
 * an absent member counts where the rule asks for a share of all members, and not where it asks for one of those
 * present. */

/** BvOutcome: how an item stands. */
typedef enum
{
  BV_OUTCOME_OPEN, /* no votes yet */
  BV_OUTCOME_PASSED,
  BV_OUTCOME_FAILED,
  BV_OUTCOME_TIE, /* as many for as against, a majority was asked for, and the chair has not decided yet */
  BV_OUTCOME_POSTPONED,
} BvOutcome;

/** "open", "passed", "failed", "tie", "postponed" */
const char *bv_outcome_to_code (BvOutcome outcome);
/** (transfer none) translated */
const char *bv_outcome_get_label (BvOutcome outcome);

/** BvTally: one item counted. Strings are never %NULL. */
typedef struct
{
  gint64 item_id;
  BvFraction need;     /* the share that votes for must reach */
  gboolean of_present; /* of those present; else of all members */
  gboolean is_secret;  /* the rule allows paper ballots alone */
  char *rule;          /* the law's words; "" for the office's own rule */
  char *article;       /* "" for the office's own rule */
  gboolean is_verified;
  int n_recused; /* of those that the share is taken of */
  int base;      /* how many the share is taken of */
  int n_needed;  /* the least number of votes for */
  int n_voters;  /* who may vote on it: votes add up to no more */
  int votes_for; /* -1: none yet */
  int votes_against;
  int votes_invalid; /* no opinion, or a spoilt paper */
  BvOutcome outcome;
  gboolean is_by_chair; /* the votes were equal and the chair decided */
} BvTally;

/** With all that it owns; %NULL is let be. */
void bv_tally_free (BvTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTally, bv_tally_free)

/** bv_tally_judge: outcome from need, base and votes; pure. */
BvOutcome bv_tally_judge (const BvTally *self);
/** "at least 10 of 11 votes (at least 90 % of all members)"; (transfer full) translated. */
char *bv_tally_describe_need (const BvTally *self);

/** BvMeetingCount: who came and the papers, in numbers. */
typedef struct
{
  BvQuorum members;
  BvFraction quorum;
  int n_quorum; /* the least number present */
  gboolean has_quorum;
  int n_typed; /* papers; all the rest are among them */
  int n_valid;
  int n_written;
} BvMeetingCount;

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** Every item of the agenda in order; of a closed meeting as it was counted then. (element-type BvTally) */
GPtrArray *
bv_vote_tally (BvConnection *connection, BvRegimeSet *regimes, gint64 meeting_id, GError **error);
/** One item. */
BvTally *
bv_vote_tally_item (BvConnection *connection, BvRegimeSet *regimes, gint64 item_id, GError **error);
/** Of the members as attendance has them, against the quorum that the office's rule asks for. */
gboolean bv_meeting_count (BvConnection *connection,
                           gint64 meeting_id,
                           BvMeetingCount *count,
                           GError **error);

/** BvRecusal: a member who does not vote on an item. */
typedef struct
{
  gint64 item_id;
  gint64 member_id;
  char *name; /* of the member */
  char *reason;
} BvRecusal;

/** With all that it owns; %NULL is let be. */
void bv_recusal_free (BvRecusal *self);
/** Of a whole meeting, in the order of the agenda; (element-type BvRecusal) (transfer full). */
GPtrArray *bv_vote_list_recusals (BvConnection *connection, gint64 meeting_id, GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** A show of hands. Refused when the rule asks for a ballot, when the votes are more than the voters. */
gboolean bv_vote_set_hands (BvConnection *connection,
                            BvRegimeSet *regimes,
                            gint64 item_id,
                            int votes_for,
                            int votes_against,
                            int votes_invalid,
                            GError **error);
/** Every item without a vote: all who may vote are for it. Those that ask for a ballot are left. @n_items: (out)
 * (optional): how many that were */
gboolean bv_vote_fill (BvConnection *connection,
                       BvRegimeSet *regimes,
                       gint64 meeting_id,
                       guint *n_items,
                       GError **error);
/** No votes, no postponement, no decision of the chair: as if the item had not been called. */
gboolean bv_vote_clear (BvConnection *connection, gint64 item_id, GError **error);
/** Not voted on in this meeting. @reason: (nullable) */
gboolean
bv_vote_postpone (BvConnection *connection, gint64 item_id, const char *reason, GError **error);
/** The chair decides when the votes are equal; @reason may not be empty. */
gboolean bv_vote_decide_tie (BvConnection *connection,
                             BvRegimeSet *regimes,
                             gint64 item_id,
                             gboolean is_passed,
                             const char *reason,
                             GError **error);
/** The member, one with a vote in that council on the day of the meeting, does not vote on the item. @reason may not
 * be empty. */
gboolean bv_vote_recuse (BvConnection *connection,
                         gint64 item_id,
                         gint64 member_id,
                         const char *reason,
                         GError **error);
/** The member votes after all; nothing happens when it was so. */
gboolean
bv_vote_unrecuse (BvConnection *connection, gint64 item_id, gint64 member_id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_vote_set_hands_act (BvStore *store,
                                gint64 item_id,
                                int votes_for,
                                int votes_against,
                                int votes_invalid,
                                gint64 *act_id,
                                GError **error);
gboolean bv_vote_fill_act (BvStore *store,
                           gint64 meeting_id,
                           guint *n_items,
                           gint64 *act_id,
                           GError **error);
gboolean bv_vote_clear_act (BvStore *store, gint64 item_id, gint64 *act_id, GError **error);
gboolean bv_vote_postpone_act (BvStore *store,
                               gint64 item_id,
                               const char *reason,
                               gint64 *act_id,
                               GError **error);
gboolean bv_vote_decide_tie_act (BvStore *store,
                                 gint64 item_id,
                                 gboolean is_passed,
                                 const char *reason,
                                 gint64 *act_id,
                                 GError **error);
gboolean bv_vote_recuse_act (BvStore *store,
                             gint64 item_id,
                             gint64 member_id,
                             const char *reason,
                             gint64 *act_id,
                             GError **error);
gboolean bv_vote_unrecuse_act (BvStore *store,
                               gint64 item_id,
                               gint64 member_id,
                               gint64 *act_id,
                               GError **error);

G_END_DECLS
