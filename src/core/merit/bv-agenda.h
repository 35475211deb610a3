// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"
#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a meeting votes on: nominations of accepted dossiers, one item each. */

/** BvAgendaResult: agenda_item.result. */
typedef enum
{
  BV_AGENDA_OPEN, /* "": not voted on, or the meeting is not closed yet */
  BV_AGENDA_PASSED,
  BV_AGENDA_FAILED,
  BV_AGENDA_POSTPONED, /* not voted on in this meeting */
} BvAgendaResult;

/** Codes of agenda_item.result and .need_base, for the history. */
extern const BvChoice bv_agenda_results[];
extern const BvChoice bv_agenda_bases[];

/** As stored in agenda_item.result; (transfer none). */
const char *bv_agenda_result_to_code (BvAgendaResult result);

/** BvAgendaItem: a nomination before the council, with the vote on it. Strings are never %NULL. */
typedef struct
{
  gint64 id;
  gint64 meeting_id;
  gint64 nomination_id;
  int position; /* from 1 */

  /* Of the nomination */
  gint64 dossier_id;
  char *dossier_title;
  char *regime_id; /* chosen by hand for the dossier; "" */
  gint64 subject_id;
  BvSubjectKind subject_kind;
  char *name;   /* as printed */
  char *detail; /* as printed */
  gint64 unit_id;
  char *form_code;
  BvManner manner;
  int year;
  char *achievement;
  gboolean is_standing; /* still proposed, in an accepted or decided dossier */

  /* The vote; of an open meeting with ballots see bv_vote_tally() */
  int votes_for; /* -1: not voted */
  int votes_against;
  int votes_invalid;
  BvFraction need; /* as it was applied; denominator 0 until the meeting is closed */
  gboolean need_of_present;
  int base; /* how many that was; -1 until then */
  BvAgendaResult result;
  char *override_reason; /* why the chair decided so when the votes were equal */
  char *note;            /* why it is postponed */
} BvAgendaItem;

/** With all that it owns; %NULL is let be. */
void bv_agenda_item_free (BvAgendaItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAgendaItem, bv_agenda_item_free)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvAgendaItem *bv_agenda_load (BvConnection *connection, gint64 id, GError **error);
/** In order; (element-type BvAgendaItem) (transfer full). */
GPtrArray *bv_agenda_list (BvConnection *connection, gint64 meeting_id, GError **error);

/** BvAgendaOffer: a nomination that could be put on the agenda. Strings are never %NULL. */
typedef struct
{
  gint64 nomination_id;
  gint64 dossier_id;
  char *dossier_title;
  char *name;
  char *detail;
  char *form_code;
} BvAgendaOffer;

/** With all that it owns; %NULL is let be. */
void bv_agenda_offer_free (BvAgendaOffer *self);
/** What accepted dossiers hold that no council has voted on or has before it, dossier by dossier, the oldest first;
 * (element-type BvAgendaOffer) (transfer full). */
GPtrArray *bv_agenda_list_offers (BvConnection *connection, gint64 meeting_id, GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Puts nominations on the agenda, at its end. All or none: the error names the one that cannot stand. */
gboolean bv_agenda_add (BvConnection *connection,
                        gint64 meeting_id,
                        const gint64 *nomination_ids,
                        guint n_nominations,
                        GError **error);
/** Everything in a dossier that no council has voted on yet. @n_added: (out) (optional) */
gboolean bv_agenda_add_dossier (BvConnection *connection,
                                gint64 meeting_id,
                                gint64 dossier_id,
                                guint *n_added,
                                GError **error);
/** Refused once ballot papers are typed: their rows are those of the agenda. */
gboolean bv_agenda_remove (BvConnection *connection, gint64 id, GError **error);
/** Puts the item at @position (from 1), the others close up; refused likewise. */
gboolean bv_agenda_move (BvConnection *connection, gint64 id, int position, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_agenda_add_act (BvStore *store,
                            gint64 meeting_id,
                            const gint64 *nomination_ids,
                            guint n_nominations,
                            gint64 *act_id,
                            GError **error);
gboolean bv_agenda_add_dossier_act (BvStore *store,
                                    gint64 meeting_id,
                                    gint64 dossier_id,
                                    guint *n_added,
                                    gint64 *act_id,
                                    GError **error);
gboolean bv_agenda_remove_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean
bv_agenda_move_act (BvStore *store, gint64 id, int position, gint64 *act_id, GError **error);

G_END_DECLS
