// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-bonus.h"
#include "merit/bv-decision.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvAward: one line of a decision's list, one row of the roll of honour. Strings are never %NULL. */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 decision_id;
  gint64 subject_id;
  BvSubjectKind subject_kind; /* read from the register; not saved */
  gboolean is_revoked;        /* taken back as of today; read, not saved: BvRevocation */
  char *honorific;            /* "Ông", "Bà", "Ông (Bà)"; "" for others; likewise */
  int position;               /* from 1 */
  char *form_code;
  BvManner manner;
  int year;
  char *achievement;
  char *name_printed;   /* as on the paper of that day */
  char *detail_printed; /* 'Giáo viên, Trường THCS Mường Bú' */
  gint64 unit_id;       /* 0: none */
  char *leader_class;   /* 'direct' …; "" for units and households */
  gboolean is_female;
  gboolean is_minority;
  gboolean is_posthumous;
  gint64 bonus_computed; /* đồng; -1: the regime gives none */
  char *bonus_basis;
  gint64 bonus_paid; /* đồng; -1: as computed */
  char *ledger_book;
  gint64 ledger_number; /* số sổ vàng; 0: none yet */
  char *note;
  gint64 nomination_id;  /* by which it was proposed; 0: none */
  gint64 movement_id;    /* for which it was given; 0: none */
  char *override_reason; /* why a rule that speaks against it does not stand in the way; "" */
} BvAward;

/** An empty one (id 0, texts "", those that may be absent %NULL, amounts -1: none), a deep copy, and its end; %NULL
 * is let be. */
BvAward *bv_award_new (void);
BvAward *bv_award_copy (const BvAward *self);
void bv_award_free (BvAward *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAward, bv_award_free)
/** Whether its bonus is nothing because a higher one is paid for the same achievement (BV_PAY_HIGHEST). */
gboolean bv_award_is_outdone (const BvAward *self);
/**
 * bv_award_settle: of several titles of one subject for the same achievement only the highest bonus stays, when the
 * regime says so; the amounts must be computed already.
 *
 * @regime: (nullable)
 * @awards: (element-type BvAward): given at one moment
 * Returns: how many lines lost their bonus
 */
guint bv_award_settle (const BvRegime *regime, GPtrArray *awards);
/** What is paid: bonus_paid if given, else bonus_computed, else 0. đồng. */
gint64 bv_award_get_bonus (const BvAward *self);
/** The ledger number as printed: "05", "12/2023" (number and book); "" when none. (transfer full) */
char *bv_award_format_ledger (const BvAward *self);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvAward *bv_award_load (BvConnection *connection, gint64 id, GError **error);
/** A decision's whole list in order; (element-type BvAward) (transfer full). */
GPtrArray *bv_award_list (BvConnection *connection, gint64 decision_id, GError **error);

/** BvAwardTotals: the last row of a list. */
typedef struct
{
  guint n_units;
  guint n_persons;
  guint n_households;
  gint64 bonus;          /* đồng, as paid */
  gint64 bonus_computed; /* đồng */
  guint n_without_bonus; /* lines for which no rule gave an amount and none was typed */
  guint n_outdone;       /* lines without money: a higher title of the same achievement is paid */
} BvAwardTotals;

/** From a list of BvAward; pure. */
BvAwardTotals bv_award_sum (GPtrArray *awards);
/** "27 tập thể, 07 cá nhân": counts as decisions write them; (transfer full). Vietnamese, for documents. */
char *bv_award_totals_format (const BvAwardTotals *totals);

/** A line as it would stand today: snapshot of name, post and unit of @subject_id on @date, bonus by the regime of
 * that day. @date: ISO, %NULL for today. */
BvAward *bv_award_propose (BvConnection *connection,
                           gint64 subject_id,
                           const char *form_code,
                           BvManner manner,
                           int year,
                           const char *date,
                           GError **error);

/** Earlier awards of the same form in the same year to the same subject: (element-type utf8) one
 * translated sentence each, (transfer full). */
GPtrArray *bv_award_list_duplicates (BvConnection *connection, const BvAward *self, GError **error);
/** Whether a line with this form, for a subject of this kind, may stand in @decision: %NULL, or one translated
 * sentence why not: the law of the day, the kind of subject, the level that decides. (transfer full) */
char *bv_award_check_for_decision (BvRegimeSet *regimes,
                                   const BvDecision *decision,
                                   const char *form_code,
                                   BvSubjectKind kind,
                                   int year);
/**
 * bv_award_check_rules: what the law has against the award but an officer may let stand with a reason: a unit that was
 * dissolved on @date, an achievement that was honoured already. Adds %BV_VALUE_ERROR_REASON problems, whatever
 * override_reason says.
 *
 * @date: ISO, (nullable) for a draft, of which only the year is known
 */
gboolean bv_award_check_rules (BvConnection *connection,
                               const BvAward *self,
                               const char *date,
                               GPtrArray *problems,
                               GError **error);
/** What stands against the line as it is: of the form, the law of the decision's day, the list. Overridable:
 * %BV_VALUE_ERROR_REASON. (element-type BvProblem) (transfer full), %NULL on a failed query. */
GPtrArray *bv_award_validate (BvConnection *connection, const BvAward *self, GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0, at the end of its list) or updates one line; validates first. Takes the snapshot again when
 * name_printed is "". In an issued decision only the certificate's texts, the paid bonus and the note may
 * change. */
gboolean bv_award_save (BvConnection *connection, BvAward *self, GError **error);
gboolean bv_award_remove (BvConnection *connection, gint64 id, GError **error);
/** One achievement text for all lines of a decision (or for those in @ids; %NULL for all). */
gboolean bv_award_set_achievement (BvConnection *connection,
                                   gint64 decision_id,
                                   const gint64 *ids,
                                   guint n_ids,
                                   const char *achievement,
                                   GError **error);
/** Puts line @id at @position (from 1), the others close up. */
gboolean bv_award_move (BvConnection *connection, gint64 id, int position, GError **error);
/** Units first, then persons by the order of the organisation and name, then households. */
gboolean bv_award_sort (BvConnection *connection, gint64 decision_id, GError **error);
/** Snapshot and bonus of every line again from the register and the regime of @date; drafts only. */
gboolean
bv_award_refresh (BvConnection *connection, gint64 decision_id, const char *date, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_award_save_act (BvStore *store, BvAward *self, gint64 *act_id, GError **error);
/**
 * bv_award_add_act: adds a line for each subject that is not in the list yet, then sorts.
 *
 * @achievement: (nullable): none yet
 * @reason: (nullable): kept with every line as override_reason
 * @n_added: (out) (optional)
 */
gboolean bv_award_add_act (BvStore *store,
                           gint64 decision_id,
                           const gint64 *subject_ids,
                           guint n_subjects,
                           const char *form_code,
                           BvManner manner,
                           const char *achievement,
                           const char *reason,
                           guint *n_added,
                           gint64 *act_id,
                           GError **error);
/** The others, too, are one act each of what the function without _act does; @act_id as above. */
gboolean bv_award_remove_act (BvStore *store,
                              const gint64 *ids,
                              guint n_ids,
                              gint64 *act_id,
                              GError **error);
/** For all of @ids at once. @achievement: the whole text. */
gboolean bv_award_set_achievement_act (BvStore *store,
                                       gint64 decision_id,
                                       const gint64 *ids,
                                       guint n_ids,
                                       const char *achievement,
                                       gint64 *act_id,
                                       GError **error);
/** @position: from 1; the others close up. */
gboolean
bv_award_move_act (BvStore *store, gint64 id, int position, gint64 *act_id, GError **error);
/** Back into the usual order. */
gboolean bv_award_sort_act (BvStore *store, gint64 decision_id, gint64 *act_id, GError **error);

/* ── Lists on the screen ─────────────────────────────────────────────────────────────────── */

/** Columns of bv_award_source(). */
typedef enum
{
  BV_AWARD_COLUMN_POSITION,
  BV_AWARD_COLUMN_SUBJECT_ID,
  BV_AWARD_COLUMN_SUBJECT_KIND, /* BvSubjectKind */
  BV_AWARD_COLUMN_NAME,         /* as printed */
  BV_AWARD_COLUMN_DETAIL,       /* as printed */
  BV_AWARD_COLUMN_FORM_CODE,
  BV_AWARD_COLUMN_MANNER, /* code */
  BV_AWARD_COLUMN_YEAR,
  BV_AWARD_COLUMN_ACHIEVEMENT,
  BV_AWARD_COLUMN_BONUS_COMPUTED, /* NULL: none */
  BV_AWARD_COLUMN_BONUS_BASIS,
  BV_AWARD_COLUMN_BONUS, /* as paid; NULL: none */
  BV_AWARD_COLUMN_LEDGER_BOOK,
  BV_AWARD_COLUMN_LEDGER_NUMBER, /* NULL: none yet */
  BV_AWARD_COLUMN_DECISION_ID,
  BV_AWARD_COLUMN_DECISION_NUMBER,
  BV_AWARD_COLUMN_DECISION_DATE, /* ISO */
  BV_AWARD_COLUMN_LEVEL,         /* code */
  BV_AWARD_COLUMN_ISSUER,
  BV_AWARD_COLUMN_IS_POSTHUMOUS,
  BV_AWARD_COLUMN_REVOKED_ON,     /* ISO; NULL: it counts */
  BV_AWARD_COLUMN_REVOKED_NUMBER, /* of the decision that took it back */
} BvAwardColumn;

/** BvAwardOrder: how a list of awards is sorted. */
typedef enum
{
  BV_AWARD_ORDER_LIST,   /* as in the decision, decisions newest first */
  BV_AWARD_ORDER_LEDGER, /* by ledger book and number: the sổ vàng */
} BvAwardOrder;

/** BvAwardFilter: members at 0, %NULL or -1 do not restrict. Every statistical figure is one. */
typedef struct
{
  gint64 decision_id;
  gint64 subject_id;     /* with the predecessors of a unit: its whole record */
  int year;              /* of the achievement */
  const char *from_date; /* ISO; of the decision; both ends included */
  const char *to_date;   /* ISO */
  const char *form_code;
  int level;            /* a BvLevel, -1: all */
  int manner;           /* a BvManner, -1: all */
  int subject_kind;     /* a BvSubjectKind, 0: all */
  gboolean only_direct; /* direct workers: DOMAIN 10.6 */
  gboolean only_female;
  gboolean only_minority;
  gboolean only_small;     /* small collectives: unit.is_small */
  gboolean only_issued;    /* leaves drafts out */
  const char *search;      /* in the printed name and detail; as typed */
  const char *in_force_on; /* ISO: leaves out what was taken back by then; %NULL: the whole roll */
} BvAwardFilter;

#define BV_AWARD_FILTER_ALL                                                                        \
  {                                                                                                \
    .level = -1, .manner = -1                                                                      \
  }

/** (transfer full) */
BvRowSource *bv_award_source (const BvAwardFilter *filter, BvAwardOrder order);

G_END_DECLS
