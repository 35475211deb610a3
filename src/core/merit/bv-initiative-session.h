// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-initiative-score.h"
#include "merit/bv-initiative.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvInitiativeSession (kỳ họp Hội đồng sáng kiến): monthly, quarterly or once a year. */
typedef struct
{
  gint64 id;
  char *title;   /* 'Kỳ họp xét, công nhận sáng kiến quý I năm 2023' */
  char *period;  /* "Y", "Q1" … "M12" */
  char *on_date; /* of the meeting; ISO, (nullable) */
  char *place;
  char *chair; /* as printed: 'Lò Văn Hải, Phó Chủ tịch UBND huyện' */
  char *secretary;
  char *note;
  int year;

  /* Set by the decision */
  char *decision_number; /* '15/QĐ-UBND'; "" until decided */
  char *decision_date;   /* ISO, (nullable) */
  char *override_reason;
} BvInitiativeSession;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvInitiativeSession *bv_initiative_session_new (void);
BvInitiativeSession *bv_initiative_session_copy (const BvInitiativeSession *self);
void bv_initiative_session_free (BvInitiativeSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInitiativeSession, bv_initiative_session_free)
/** Whether its decision has a number. */
gboolean bv_initiative_session_is_decided (const BvInitiativeSession *self);

/** The usual title of a session of @period; (transfer full). Vietnamese: it is printed. */
char *bv_initiative_session_suggest_title (int year, const char *period);

/** BvInitiativeItem: an initiative before the council. */
typedef struct
{
  BvInitiative *initiative;
  GPtrArray *sheets; /* (element-type BvInitiativeSheet) */
  BvInitiativeOutcome outcome;
} BvInitiativeItem;

/** With all that it owns; %NULL is let be. */
void bv_initiative_item_free (BvInitiativeItem *self);
/** (transfer full) */
BvInitiativeItem *bv_initiative_item_load (BvConnection *connection,
                                           const BvInitiativeScale *scale,
                                           gint64 initiative_id,
                                           GError **error);

/** BvInitiativeEnding: how the decision would end for an item, by the chair's word, else by the marks. */
typedef enum
{
  BV_ENDING_OPEN, /* marks are missing and the chair has said nothing */
  BV_ENDING_RECOGNISED,
  BV_ENDING_REFUSED,
} BvInitiativeEnding;
/** What is decided already goes before the chair's word, and this before the marks. Pure. */
BvInitiativeEnding bv_initiative_item_get_ending (const BvInitiativeItem *self);

/** BvInitiativeTally: how a session stands. */
typedef struct
{
  guint n;
  guint n_open;       /* marks missing, a third needed */
  guint n_recognised; /* would be, or are */
  guint n_refused;
} BvInitiativeTally;
/** @items: (element-type BvInitiativeItem). Pure. */
BvInitiativeTally bv_initiative_items_tally (GPtrArray *items);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvInitiativeSession *
bv_initiative_session_load (BvConnection *connection, gint64 id, GError **error);
/** Of @year (0: all), by period; (element-type BvInitiativeSession). */
GPtrArray *bv_initiative_session_list (BvConnection *connection, int year, GError **error);
/** What it deals with, best first among the decided, else by title; (element-type BvInitiativeItem). */
GPtrArray *bv_initiative_session_list_items (BvConnection *connection,
                                             const BvInitiativeScale *scale,
                                             gint64 id,
                                             GError **error);
/** (element-type BvProblem) (transfer full): everything wrong with @self, empty when it may be saved; %NULL on a
 * failed query. Two sessions of one year may not bear the same title. */
GPtrArray *bv_initiative_session_validate (BvConnection *connection,
                                           const BvInitiativeSession *self,
                                           GError **error);

/** One more than the highest number of the year of @date, of commendations and of sessions: "126/QĐ-UBND". (transfer full) */
char *
bv_initiative_session_suggest_number (BvConnection *connection, const char *date, GError **error);

/** BvInitiativeDecision: the recognition decision of a session. Borrowed strings. */
typedef struct
{
  const char *number;          /* "15" or '15/QĐ-UBND' */
  const char *date;            /* ISO */
  const char *by;              /* %NULL: the chairman of the office on that day */
  const char *override_reason; /* (nullable): why the date is before the meeting */
} BvInitiativeDecision;

/** What stands against it. Fields: "number", "date", "override_reason", "" for an item without its marks. */
GPtrArray *bv_initiative_session_validate_decision (BvConnection *connection,
                                                    gint64 id,
                                                    const BvInitiativeDecision *decision,
                                                    GError **error);

/* ── Writing (inside an act) ─────────────────────────────────────────────────────────────── */

/** Inserts (id 0, which is filled in) or updates title, period, day and people; the decision changes by decide and
 * undecide. */
gboolean
bv_initiative_session_save (BvConnection *connection, BvInitiativeSession *self, GError **error);
/** Only when nothing is in it. */
gboolean bv_initiative_session_delete (BvConnection *connection, gint64 id, GError **error);
/** Puts submitted initiatives into a session that is not decided; @id 0 takes them out of theirs. Who scores everything
 * that is in the session already, as first or second, scores them, too, where nobody is named and no author is meant. */
gboolean bv_initiative_session_put (BvConnection *connection,
                                    gint64 id,
                                    const gint64 *initiatives,
                                    guint n_initiatives,
                                    GError **error);
/** Names an examiner for every initiative of the session that has none at @position yet; %BV_VALUE_ERROR_EMPTY while
 * nothing is before it, %BV_VALUE_ERROR_RANGE when all have one or it is decided. */
gboolean bv_initiative_session_assign_examiner (BvConnection *connection,
                                                gint64 id,
                                                int position,
                                                const char *name,
                                                const char *post,
                                                GError **error);
/** Recognises and refuses: see bv_initiative_item_get_ending(). */
gboolean bv_initiative_session_decide (BvConnection *connection,
                                       gint64 id,
                                       const BvInitiativeDecision *decision,
                                       GError **error);
/** Takes the decision back: all are submitted again; refused while a nomination rests on one of them. */
gboolean bv_initiative_session_undecide (BvConnection *connection, gint64 id, GError **error);

/* Acts. */
gboolean bv_initiative_session_save_act (BvStore *store,
                                         BvInitiativeSession *self,
                                         gint64 *act_id,
                                         GError **error);
gboolean
bv_initiative_session_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_initiative_session_put_act (BvStore *store,
                                        gint64 id,
                                        const gint64 *initiatives,
                                        guint n_initiatives,
                                        gint64 *act_id,
                                        GError **error);
gboolean bv_initiative_session_assign_examiner_act (BvStore *store,
                                                    gint64 id,
                                                    int position,
                                                    const char *name,
                                                    const char *post,
                                                    gint64 *act_id,
                                                    GError **error);
gboolean bv_initiative_session_decide_act (BvStore *store,
                                           gint64 id,
                                           const BvInitiativeDecision *decision,
                                           gint64 *act_id,
                                           GError **error);
gboolean
bv_initiative_session_undecide_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_initiative_session_source(). */
typedef enum
{
  BV_INITIATIVE_SESSION_COLUMN_TITLE,
  BV_INITIATIVE_SESSION_COLUMN_DATE, /* of the meeting, NULL */
  BV_INITIATIVE_SESSION_COLUMN_PERIOD,
  BV_INITIATIVE_SESSION_COLUMN_N,
  BV_INITIATIVE_SESSION_COLUMN_N_RECOGNISED,
  BV_INITIATIVE_SESSION_COLUMN_NUMBER, /* of the decision; "" */
} BvInitiativeSessionColumn;

/** Of @year (0: all), in the order of the year. @search: (nullable). (transfer full) */
BvRowSource *bv_initiative_session_source (int year, const char *search);

G_END_DECLS
