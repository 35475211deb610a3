// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvOrigin: made by this office, or received from above (or from another office). */
typedef enum
{
  BV_ORIGIN_MADE,
  BV_ORIGIN_RECEIVED,
} BvOrigin;

/**
 * BvDecision (quyết định khen thưởng): a draft has neither number nor date; issuing gives both. Strings
 * are never %NULL except on_date.
 */
typedef struct
{
  gint64 id;     /* 0 until saved */
  char *number;  /* '05/QĐ-UBND'; "" while a draft */
  char *on_date; /* ISO; %NULL while a draft */
  char *title;   /* trích yếu: 'Về việc tặng Giấy khen …' */
  int year;      /* of the achievement */
  BvOrigin origin;
  BvLevel level;
  char *issuer; /* 'Chủ tịch Ủy ban nhân dân huyện Mường La' */
  char *place;  /* 'Mường La' */
  char *signer_name;
  char *signer_post;         /* 'PHÓ CHỦ TỊCH' */
  char *signer_prefix;       /* 'KT.' */
  char *signer_on_behalf_of; /* 'CHỦ TỊCH' */
  char *proposal;            /* 'Tờ trình số 12/TTr-PNV ngày 15/3/2020' */
  char *note;
  gint64 dossier_id;     /* that it decides on; 0: none */
  char *regime_id;       /* chosen by hand: its rules hold in place of those of the date; "" */
  char *regime_reason;   /* why; "" with an empty regime_id */
  char *override_reason; /* why a rule that speaks against it does not stand in the way; "" */
} BvDecision;

/** An empty one (id 0, texts "", those that may be absent %NULL, level district), a deep copy, and its end; %NULL is
 * let be. */
BvDecision *bv_decision_new (void);
BvDecision *bv_decision_copy (const BvDecision *self);
void bv_decision_free (BvDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDecision, bv_decision_free)
/** Whether it bears a number. */
gboolean bv_decision_is_issued (const BvDecision *self);
/** The regime whose rules hold for @self: the one chosen by hand, else that of @date (ISO). (nullable). Pure. */
const BvRegime *
bv_decision_get_regime (const BvDecision *self, BvRegimeSet *regimes, const char *date);

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvDecision *bv_decision_load (BvConnection *connection, gint64 id, GError **error);
/** The decision numbered @number ("5", "05", "05/QĐ-UBND"; with @year of its date, 0 for any), or 0 in @id. */
gboolean bv_decision_find (BvConnection *connection,
                           const char *number,
                           int year,
                           gint64 *id,
                           GError **error);
/** A draft filled with issuer, place, level and default signer of the office on @date (ISO, %NULL: today). */
BvDecision *bv_decision_new_draft (BvConnection *connection, const char *date, GError **error);
/** Everything wrong with @self as it stands; (element-type BvProblem) (transfer full), %NULL on a failed query. */
GPtrArray *bv_decision_validate (BvConnection *connection, const BvDecision *self, GError **error);
/** "5" and the office's symbol on @date → "05/QĐ-UBND"; a full number stays. (transfer full) */
char *bv_decision_format_number (BvConnection *connection,
                                 const char *number,
                                 const char *date,
                                 GError **error);
/** One more than the highest number made in the year of @date: "126/QĐ-UBND". (transfer full) */
char *bv_decision_suggest_number (BvConnection *connection, const char *date, GError **error);
/**
 * bv_decision_validate_issue: what stands against issuing @id with @number on @date: an empty list, a bad date, a number
 * that is taken. What a reason answers is %BV_VALUE_ERROR_REASON: a day before the council met, a unit that is gone, an
 * achievement honoured twice.
 *
 * @reason: (nullable): the override_reason that is stored
 * Returns: (element-type BvProblem) (transfer full) (nullable): %NULL on error
 */
GPtrArray *bv_decision_validate_issue (BvConnection *connection,
                                       gint64 id,
                                       const char *number,
                                       const char *date,
                                       const char *reason,
                                       GError **error);
/** "125/QĐ-UBND ngày 27/03/2023", or "Dự thảo" for a draft; (transfer full) translated. */
char *bv_decision_get_label (const BvDecision *self);

/* ── Saving (inside an act; the act's connection) ────────────────────────────────────────── */

/** Inserts (id 0) or updates a draft or a received decision; validates first. Sets @self->id. Number
 * and date of a decision made here change by issuing only. */
gboolean bv_decision_save (BvConnection *connection, BvDecision *self, GError **error);
/** Gives number and date, computes every bonus for that day, assigns ledger numbers in list order. @reason: (nullable):
 * kept as override_reason when it is given. */
gboolean bv_decision_issue (BvConnection *connection,
                            gint64 id,
                            const char *number,
                            const char *date,
                            const char *reason,
                            GError **error);
/** Back to a draft. Its ledger numbers are not given to others: they stay with the rows, and issuing again keeps
 * them; refused for a received decision. */
gboolean bv_decision_unissue (BvConnection *connection, gint64 id, GError **error);
/** Only a draft or a received decision; with its list. */
gboolean bv_decision_delete (BvConnection *connection, gint64 id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/* @act_id: (out) (optional): for the toast's Undo. */
gboolean bv_decision_save_act (BvStore *store, BvDecision *self, gint64 *act_id, GError **error);
gboolean bv_decision_issue_act (BvStore *store,
                                gint64 id,
                                const char *number,
                                const char *date,
                                const char *reason,
                                gint64 *act_id,
                                GError **error);
gboolean bv_decision_unissue_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_decision_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_decision_source(). */
typedef enum
{
  BV_DECISION_COLUMN_NUMBER, /* "" for a draft */
  BV_DECISION_COLUMN_DATE,   /* ISO, NULL for a draft */
  BV_DECISION_COLUMN_TITLE,
  BV_DECISION_COLUMN_YEAR,
  BV_DECISION_COLUMN_ORIGIN, /* "made", "received" */
  BV_DECISION_COLUMN_LEVEL,  /* code */
  BV_DECISION_COLUMN_ISSUER,
  BV_DECISION_COLUMN_N_UNITS,
  BV_DECISION_COLUMN_N_PERSONS,
  BV_DECISION_COLUMN_N_HOUSEHOLDS,
  BV_DECISION_COLUMN_BONUS, /* đồng, as paid */
} BvDecisionColumn;

/** BvDecisionFilter: members at 0, %NULL or -1 do not restrict. */
typedef struct
{
  int year;           /* of the achievement; 0: all */
  int origin;         /* a BvOrigin, -1: both */
  int issued;         /* 1 issued, 0 drafts, -1 both */
  const char *search; /* in number, title and issuer; as typed */
} BvDecisionFilter;

#define BV_DECISION_FILTER_ALL                                                                     \
  {                                                                                                \
    0, -1, -1, NULL                                                                                \
  }

/** Drafts first, then the newest first. (transfer full) */
BvRowSource *bv_decision_source (const BvDecisionFilter *filter);
/** Years that have decisions, newest first; (element-type gint) (transfer full). */
GArray *bv_decision_list_years (BvConnection *connection, GError **error);
/** Decisions of one year of achievement: drafts first, then the newest; (element-type gint64) (transfer full). */
GArray *bv_decision_list_ids (BvConnection *connection, int year, BvOrigin origin, GError **error);

G_END_DECLS
