// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-decision.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The emulation and commendation fund (Quỹ thi đua, khen thưởng: L2022 art. 11) as a book of money in and out, one
 * book a year. What is left at the end of a year moves to the next by an act. */

/** BvFundEntry: one line of the book. Strings are never %NULL except on_date. */
typedef struct
{
  gint64 id; /* 0 until saved */
  int year;
  char *on_date;      /* ISO, (nullable) until given */
  char *kind;         /* bv_fund_kinds */
  gint64 amount;      /* đồng, above 0 */
  char *title;        /* 'Chi tiền thưởng theo Quyết định số 125/QĐ-UBND' */
  char *document;     /* number and date of the voucher */
  gint64 decision_id; /* whose bonus is paid; 0: none */
  char *note;
} BvFundEntry;

/** fund_entry.kind: carried, income; bonus, object, work, other. */
extern const BvChoice bv_fund_kinds[];
/** Whether money of @kind comes in. */
gboolean bv_fund_kind_is_income (const char *kind);

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvFundEntry *bv_fund_entry_new (void);
BvFundEntry *bv_fund_entry_copy (const BvFundEntry *self);
void bv_fund_entry_free (BvFundEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFundEntry, bv_fund_entry_free)

/** BvFundPayer: out of whose fund the bonus of a decision is paid (L2022 art. 11.4): the issuer's; for awards of the
 * President, the Government and the Prime Minister that of the body which proposed them. */
typedef enum
{
  BV_FUND_PAYER_OWN,      /* this office */
  BV_FUND_PAYER_ISSUER,   /* the body that issued the received decision */
  BV_FUND_PAYER_PROPOSER, /* of a State award: whoever proposed it */
} BvFundPayer;

/** A State award that was proposed by a dossier of this office is paid by it. Pure. */
BvFundPayer bv_fund_get_payer (const BvDecision *decision);
/** (transfer none) translated: one sentence: "Paid from the fund of the issuer." */
const char *bv_fund_payer_get_sentence (BvFundPayer payer);

/** BvFundStatus: the book of a year added up, đồng. */
typedef struct
{
  int year;
  gint64 carried;
  gint64 income;
  gint64 bonus;
  gint64 object;
  gint64 work;
  gint64 other;
  gint64 balance;   /* what came in less what went out */
  gint64 committed; /* bonus of issued decisions that is not yet paid */
  gint64 available; /* balance less committed; may be below 0 */
  guint n_entries;  /* 0: no book is kept for the year, and nobody is warned */
} BvFundStatus;

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvFundEntry *bv_fund_entry_load (BvConnection *connection, gint64 id, GError **error);
/** (element-type BvProblem) (transfer full): everything wrong with @self, empty when it may be saved; %NULL on a
 * failed query. */
GPtrArray *
bv_fund_entry_validate (BvConnection *connection, const BvFundEntry *self, GError **error);
/**
 * bv_fund_get_status: the year's sums. Committed are the decisions that this office pays, issued in the year or in an
 * earlier one for which a book was kept, as far as no entry of that time pays them.
 */
gboolean
bv_fund_get_status (BvConnection *connection, int year, BvFundStatus *status, GError **error);
/** bv_fund_check: %NULL when the book has @needed đồng beyond what is committed, or when none is kept; else one
 * translated sentence: "The fund of 2023 has … left, this needs …". (transfer full) (nullable). Pure. */
char *bv_fund_check (const BvFundStatus *status, gint64 needed);

/**
 * bv_fund_check_decision: bv_fund_check() for what is still to be paid of a decision, in the book of the year of @date
 * (ISO, %NULL: of the decision, today for a draft). Nobody is warned of what others pay.
 *
 * @warning: (out) (transfer full) (nullable)
 */
gboolean bv_fund_check_decision (BvConnection *connection,
                                 gint64 decision_id,
                                 const char *date,
                                 char **warning,
                                 GError **error);

/**
 * bv_fund_check_carried: whether the book of @year opens with what the book of the year before ends with.
 *
 * @warning: (out) (transfer full) (nullable): one sentence when it does not; %NULL, too, where one of them is not kept
 */
gboolean bv_fund_check_carried (BvConnection *connection, int year, char **warning, GError **error);

/** BvFundDebt: an issued decision of which something is still to be paid. */
typedef struct
{
  gint64 decision_id;
  char *number;
  char *on_date;
  char *title;
  gint64 bonus;    /* of its list, without awards revoked */
  gint64 paid;     /* by entries of any year */
  guint n_outdone; /* lines without money: a higher title of the same achievement is paid */
} BvFundDebt;

/** With all that it owns; %NULL is let be. */
void bv_fund_debt_free (BvFundDebt *self);
/** bv_fund_describe_outdone: one translated sentence for lines whose bonus is nothing because of several titles for the
 * same achievement only the highest is paid (NĐ 91); %NULL for 0. (transfer full) (nullable). Pure. */
char *bv_fund_describe_outdone (guint n_lines);
/** What makes up BvFundStatus.committed, oldest first; (element-type BvFundDebt) (transfer full). */
GPtrArray *bv_fund_list_debts (BvConnection *connection, int year, GError **error);
/** What is left to pay of one decision, whoever pays; đồng. */
gboolean
bv_fund_get_due (BvConnection *connection, gint64 decision_id, gint64 *due, GError **error);
/** bv_fund_list_payments: the lines of a decision to which money is paid, in list order: no revoked ones, none of 0
 * đồng; bv_award_get_bonus() tells the amounts. (element-type BvAward) (transfer full) */
GPtrArray *bv_fund_list_payments (BvConnection *connection, gint64 decision_id, GError **error);
/** Years that have a book, newest first; (element-type gint) (transfer full). */
GArray *bv_fund_list_years (BvConnection *connection, GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. */
gboolean bv_fund_entry_save (BvConnection *connection, BvFundEntry *self, GError **error);
/** %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_fund_entry_delete (BvConnection *connection, gint64 id, GError **error);
/** bv_fund_pay: an entry for all that is still to be paid of a decision. @id: (out) (optional) */
gboolean bv_fund_pay (BvConnection *connection,
                      gint64 decision_id,
                      const char *date,
                      const char *document,
                      gint64 *id,
                      GError **error);
/** bv_fund_carry_over: what is left of @year opens the book of the next; a line that stands there already is made
 * right. %BV_VALUE_ERROR_RANGE when nothing is left. @amount: (out) (optional) */
gboolean bv_fund_carry_over (BvConnection *connection, int year, gint64 *amount, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_fund_entry_save_act (BvStore *store, BvFundEntry *self, gint64 *act_id, GError **error);
gboolean bv_fund_entry_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_fund_pay_act (BvStore *store,
                          gint64 decision_id,
                          const char *date,
                          const char *document,
                          gint64 *act_id,
                          GError **error);
gboolean bv_fund_carry_over_act (BvStore *store, int year, gint64 *act_id, GError **error);
/** Titles for the history, translated; (transfer full). */
char *bv_fund_entry_act_title (const BvFundEntry *self);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_fund_source(). */
typedef enum
{
  BV_FUND_COLUMN_DATE, /* ISO */
  BV_FUND_COLUMN_KIND, /* code */
  BV_FUND_COLUMN_TITLE,
  BV_FUND_COLUMN_IN,      /* đồng; NULL: money went out */
  BV_FUND_COLUMN_OUT,     /* đồng; NULL: money came in */
  BV_FUND_COLUMN_BALANCE, /* after this entry */
  BV_FUND_COLUMN_DOCUMENT,
  BV_FUND_COLUMN_DECISION, /* number; "" */
  BV_FUND_COLUMN_NOTE,
} BvFundColumn;

/** In the order of the book: what was carried over, then by date. (transfer full) */
BvRowSource *bv_fund_source (int year);

G_END_DECLS
