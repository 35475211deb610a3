// SPDX-License-Identifier: GPL-3.0-or-later
/* The fund as values: entries, the sums of a year, and what is still to be paid. Saving is in bv-fund-save.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-fund.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "merit/bv-award-private.h"
#include "merit/bv-revocation.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

const BvChoice bv_fund_kinds[] = {
  { "carried", N_ ("Carried over"), NULL },
  { "income", N_ ("Income"), NULL },
  { "bonus", N_ ("Bonuses paid"), NULL },
  { "object", N_ ("Objects of award"), NULL },
  { "work", N_ ("Work of emulation and commendation"), NULL },
  { "other", N_ ("Other spending"), NULL },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT_OR_NULL (BvFundEntry, on_date),
  BV_RECORD_TEXT (BvFundEntry, kind),
  BV_RECORD_TEXT (BvFundEntry, title),
  BV_RECORD_TEXT (BvFundEntry, document),
  BV_RECORD_TEXT (BvFundEntry, note),
};

/* What is paid for the lines of decision d, without those taken back; with a restored award counted again. */
#define BONUS_SQL                                                                                  \
  "(SELECT coalesce (sum (coalesce (a.bonus_paid, a.bonus_computed, 0)), 0) FROM award a"          \
  " WHERE a.decision_id = d.id AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.award_id = a.id" \
  " AND r.restored_on IS NULL))"

/* Decisions that this office pays: its own, and State awards that its own dossiers proposed. */
#define OWN_SQL "(d.origin = 'made' OR (d.level = 'state' AND d.dossier_id IS NOT NULL))"

BvFundEntry *
bv_fund_entry_new (void)
{
  return bv_record_new (sizeof (BvFundEntry), texts, G_N_ELEMENTS (texts));
}

BvFundEntry *
bv_fund_entry_copy (const BvFundEntry *self)
{
  return bv_record_copy (self, sizeof (BvFundEntry), texts, G_N_ELEMENTS (texts));
}

void
bv_fund_entry_free (BvFundEntry *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gboolean
bv_fund_kind_is_income (const char *kind)
{
  return g_str_equal (kind, "carried") || g_str_equal (kind, "income");
}

BvFundPayer
bv_fund_get_payer (const BvDecision *decision)
{
  if (decision->origin == BV_ORIGIN_MADE)
    return BV_FUND_PAYER_OWN;
  if (decision->level != BV_LEVEL_STATE)
    return BV_FUND_PAYER_ISSUER;
  return decision->dossier_id != 0 ? BV_FUND_PAYER_OWN : BV_FUND_PAYER_PROPOSER;
}

const char *
bv_fund_payer_get_sentence (BvFundPayer payer)
{
  switch (payer)
    {
    case BV_FUND_PAYER_ISSUER:
      return _ ("The bonus is paid from the fund of the issuer.");
    case BV_FUND_PAYER_PROPOSER:
      return _ ("The bonus of a State award is paid from the fund of the body that proposed it.");
    case BV_FUND_PAYER_OWN:
    default:
      return _ ("The bonus is paid from the fund of this office.");
    }
}

BvFundEntry *
bv_fund_entry_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvFundEntry) self = NULL;
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT on_date, kind, title, document, note, id, year, amount, coalesce (decision_id, 0)"
    " FROM fund_entry WHERE id = ?1",
    "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The entry of the fund is no longer there."));
      return NULL;
    }
  self = bv_fund_entry_new ();
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, 5);
  self->year = (int) bv_statement_int (statement, 6);
  self->amount = bv_statement_int (statement, 7);
  self->decision_id = bv_statement_int (statement, 8);
  return g_steal_pointer (&self);
}

static gboolean
check_date (GPtrArray *problems, const BvFundEntry *self)
{
  g_autofree char *today = bv_date_today ();

  if (bv_record_is_blank (self->on_date))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The date of the entry is missing."));
  else
    bv_record_check_date (problems, "on_date", self->on_date);
  if (bv_problems_find (problems, "on_date") != NULL)
    return FALSE;
  if (strcmp (self->on_date, today) > 0)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE,
                     _ ("The date of the entry lies in the future."));
  else if (bv_date_year (self->on_date) != self->year)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The date lies outside the year %d of the book."), self->year);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
    }
  return TRUE;
}

/* The decision whose bonus is paid: issued, and not more than it still has to get. */
static gboolean
check_decision (BvConnection *connection,
                GPtrArray *problems,
                const BvFundEntry *self,
                GError **error)
{
  g_autoptr (BvDecision) decision = NULL;
  gint64 due;
  gint64 own;

  if (self->decision_id == 0)
    {
      if (g_strcmp0 (self->kind, "bonus") == 0)
        bv_problems_add (problems, "kind", BV_VALUE_ERROR_EMPTY,
                         _ ("A paid bonus belongs to its decision: enter it as paid for that "
                            "decision, or choose another kind."));
      return TRUE;
    }
  if (!g_str_equal (self->kind, "bonus"))
    {
      bv_problems_add (problems, "decision_id", BV_VALUE_ERROR_RANGE,
                       _ ("Only paid bonuses belong to a decision: choose another kind, or leave "
                          "the decision out."));
      return TRUE;
    }
  decision = bv_decision_load (connection, self->decision_id, error);
  if (decision == NULL)
    return FALSE;
  if (!bv_decision_is_issued (decision))
    {
      bv_problems_add (problems, "decision_id", BV_VALUE_ERROR_RANGE,
                       _ ("The decision is still a draft: its bonus cannot be paid yet."));
      return TRUE;
    }
  if (decision->on_date != NULL && !bv_record_is_blank (self->on_date)
      && strcmp (self->on_date, decision->on_date) < 0)
    {
      g_autofree char *day = bv_date_format_short (decision->on_date);
      g_autofree char *message = g_strdup_printf (
        _ ("Decision %s is of %s: its bonus is paid on that day or later."), decision->number, day);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
    }
  if (!bv_fund_get_due (connection, self->decision_id, &due, error)
      || !bv_connection_query_int (
        connection, &own, 0, error,
        "SELECT amount FROM fund_entry WHERE id = ?1 AND decision_id = ?2", "ii", self->id,
        self->decision_id))
    return FALSE;
  if (self->amount > due + own)
    {
      g_autofree char *left = bv_money_format (due + own);
      g_autofree char *message = g_strdup_printf (
        _ ("Of the bonus of decision %s only %s is still to be paid. When another amount is paid, "
           "write it into the line of the list first."),
        decision->number, left);

      bv_problems_add (problems, "amount", BV_VALUE_ERROR_RANGE, message);
    }
  return TRUE;
}

GPtrArray *
bv_fund_entry_validate (BvConnection *connection, const BvFundEntry *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  gint64 n;

  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE,
                     _ ("The year of the book must be between 1945 and 2200."));
  check_date (problems, self);
  bv_record_check_choice (problems, "kind", bv_fund_kinds, self->kind);
  if (self->amount <= 0)
    bv_problems_add (problems, "amount", BV_VALUE_ERROR_RANGE,
                     _ ("The amount must be more than 0 đồng."));
  if (bv_record_is_blank (self->title))
    bv_problems_add (problems, "title", BV_VALUE_ERROR_EMPTY,
                     _ ("Write what the money is for, or where it comes from."));
  if (g_str_equal (self->kind, "carried"))
    {
      if (!bv_connection_query_int (
            connection, &n, 0, error,
            "SELECT count (*) FROM fund_entry WHERE year = ?1 AND kind = 'carried' AND id <> ?2",
            "ii", (gint64) self->year, self->id))
        return NULL;
      if (n > 0)
        {
          g_autofree char *message = g_strdup_printf (
            _ ("The book of %d has its opening amount already: change that entry."), self->year);

          bv_problems_add (problems, "kind", BV_VALUE_ERROR_DUPLICATE, message);
        }
    }
  if (!check_decision (connection, problems, self, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

/* ── The sums of a year ──────────────────────────────────────────────────────────────────── */

static gboolean
read_sums (BvConnection *connection, BvFundStatus *status, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT kind, sum (amount), count (*) FROM fund_entry WHERE year = ?1 GROUP BY kind", "i",
    (gint64) status->year);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      const char *kind;
      gint64 amount;

      if (!has_row)
        return TRUE;
      kind = bv_statement_text (statement, 0);
      amount = bv_statement_int (statement, 1);
      status->n_entries += (guint) bv_statement_int (statement, 2);
      status->balance += bv_fund_kind_is_income (kind) ? amount : -amount;
      if (g_str_equal (kind, "carried"))
        status->carried = amount;
      else if (g_str_equal (kind, "income"))
        status->income = amount;
      else if (g_str_equal (kind, "bonus"))
        status->bonus = amount;
      else if (g_str_equal (kind, "object"))
        status->object = amount;
      else if (g_str_equal (kind, "work"))
        status->work = amount;
      else
        status->other = amount;
    }
  return FALSE;
}

void
bv_fund_debt_free (BvFundDebt *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->on_date);
  g_free (self->title);
  g_free (self);
}

char *
bv_fund_describe_outdone (guint n_lines)
{
  if (n_lines == 0)
    return NULL;
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u line gets no money: of several titles for the same achievement only the "
                 "highest bonus is paid.",
                 "%u lines get no money: of several titles for the same achievement only the "
                 "highest bonus is paid.",
                 n_lines),
    n_lines);
}

/* Decisions of before the first book were paid in times of which this file knows nothing. */
GPtrArray *
bv_fund_list_debts (BvConnection *connection, int year, GError **error)
{
  g_autoptr (GPtrArray) debts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_fund_debt_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT * FROM (SELECT d.id, d.number, d.on_date, d.title, " BONUS_SQL " AS bonus,"
    " (SELECT coalesce (sum (f.amount), 0) FROM fund_entry f WHERE f.decision_id = d.id"
    "  AND f.year <= ?1) AS paid, (SELECT count (*) FROM award a WHERE a.decision_id = d.id"
    "  AND a.bonus_paid IS NULL AND a.bonus_computed = 0"
    "  AND substr (a.bonus_basis, 1, length (?2)) = ?2) AS n_outdone FROM decision d WHERE "
    "d.on_date IS NOT NULL AND " OWN_SQL " AND CAST (substr (d.on_date, 1, 4) AS INTEGER) BETWEEN"
    " coalesce ((SELECT min (year) FROM fund_entry WHERE year <= ?1), ?1) AND ?1)"
    " WHERE bonus > paid ORDER BY on_date, id",
    "is", (gint64) year, BV_AWARD_HIGHEST);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvFundDebt *debt;

      if (!has_row)
        return g_steal_pointer (&debts);
      debt = g_new0 (BvFundDebt, 1);
      debt->decision_id = bv_statement_int (statement, 0);
      debt->number = g_strdup (bv_statement_text (statement, 1));
      debt->on_date = g_strdup (bv_statement_text (statement, 2));
      debt->title = g_strdup (bv_statement_text (statement, 3));
      debt->bonus = bv_statement_int (statement, 4);
      debt->paid = bv_statement_int (statement, 5);
      debt->n_outdone = (guint) bv_statement_int (statement, 6);
      g_ptr_array_add (debts, debt);
    }
  return NULL;
}

gboolean
bv_fund_get_status (BvConnection *connection, int year, BvFundStatus *status, GError **error)
{
  g_autoptr (GPtrArray) debts = NULL;

  *status = (BvFundStatus){ .year = year };
  if (!read_sums (connection, status, error))
    return FALSE;
  debts = bv_fund_list_debts (connection, year, error);
  if (debts == NULL)
    return FALSE;
  for (guint i = 0; i < debts->len; i++)
    {
      const BvFundDebt *debt = g_ptr_array_index (debts, i);

      status->committed += debt->bonus - debt->paid;
    }
  status->available = status->balance - status->committed;
  return TRUE;
}

char *
bv_fund_check (const BvFundStatus *status, gint64 needed)
{
  g_autofree char *left = NULL;
  g_autofree char *need = NULL;
  g_autofree char *missing = NULL;

  if (status->n_entries == 0 || needed <= status->available)
    return NULL;
  need = bv_money_format (needed);
  missing = bv_money_format (needed - status->available);
  if (status->available <= 0)
    return g_strdup_printf (
      /* TRANSLATORS: a year, then two amounts in đồng. */
      _ ("The fund of %d has nothing left beyond what is promised; this needs %s: %s is missing."),
      status->year, need, missing);
  left = bv_money_format (status->available);
  /* TRANSLATORS: a year, then three amounts in đồng. */
  return g_strdup_printf (_ ("The fund of %d has %s left, this needs %s: %s is missing."),
                          status->year, left, need, missing);
}

gboolean
bv_fund_check_carried (BvConnection *connection, int year, char **warning, GError **error)
{
  g_autofree char *opening = NULL;
  g_autofree char *left = NULL;
  BvFundStatus before = { .year = year - 1 };
  BvFundStatus status = { .year = year };

  *warning = NULL;
  if (!read_sums (connection, &before, error) || !read_sums (connection, &status, error))
    return FALSE;
  if (before.n_entries == 0 || status.n_entries == 0 || status.carried == MAX (before.balance, 0))
    return TRUE;
  opening = bv_money_format (status.carried);
  left = bv_money_format (MAX (before.balance, 0));
  *warning = g_strdup_printf (
    /* TRANSLATORS: a year, an amount, the year before it, an amount. */
    _ ("The book of %d opens with %s, but of %d there is %s left: carry it over again."), year,
    opening, year - 1, left);
  return TRUE;
}

gboolean
bv_fund_get_due (BvConnection *connection, gint64 decision_id, gint64 *due, GError **error)
{
  return bv_connection_query_int (
    connection, due, 0, error,
    "SELECT max (0, " BONUS_SQL
    " - (SELECT coalesce (sum (amount), 0) FROM fund_entry WHERE decision_id = d.id))"
    " FROM decision d WHERE d.id = ?1",
    "i", decision_id);
}

gboolean
bv_fund_check_decision (BvConnection *connection,
                        gint64 decision_id,
                        const char *date,
                        char **warning,
                        GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  g_autofree char *today = bv_date_today ();
  BvFundStatus status;
  gint64 due;

  *warning = NULL;
  if (decision == NULL || !bv_fund_get_due (connection, decision_id, &due, error))
    return FALSE;
  if (bv_fund_get_payer (decision) != BV_FUND_PAYER_OWN || due == 0)
    return TRUE;
  if (date == NULL)
    date = decision->on_date != NULL ? decision->on_date : today;
  if (!bv_fund_get_status (connection, bv_date_year (date), &status, error))
    return FALSE;
  /* Its own promise is what is asked about. */
  if (bv_decision_is_issued (decision))
    {
      status.committed -= due;
      status.available += due;
    }
  *warning = bv_fund_check (&status, due);
  return TRUE;
}

GPtrArray *
bv_fund_list_payments (BvConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (GPtrArray) awards = bv_award_list (connection, decision_id, error);

  if (awards == NULL)
    return NULL;
  for (guint i = awards->len; i > 0; i--)
    {
      const BvAward *award = g_ptr_array_index (awards, i - 1);

      if (award->is_revoked || bv_award_get_bonus (award) == 0)
        g_ptr_array_remove_index (awards, i - 1);
    }
  return g_steal_pointer (&awards);
}

GArray *
bv_fund_list_years (BvConnection *connection, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT DISTINCT year FROM fund_entry ORDER BY year DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      int year;

      if (!has_row)
        return g_steal_pointer (&years);
      year = (int) bv_statement_int (statement, 0);
      g_array_append_val (years, year);
    }
  return NULL;
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

#define IN_SQL "f.kind IN ('carried', 'income')"
#define BOOK_ORDER "kind <> 'carried', on_date, id"

BvRowSource *
bv_fund_source (int year)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT id FROM fund_entry WHERE year = ?1 ORDER BY " BOOK_ORDER,
    "SELECT f.on_date, f.kind, f.title, CASE WHEN " IN_SQL
    " THEN f.amount END, CASE WHEN NOT " IN_SQL " THEN f.amount END,"
    " (SELECT sum (CASE WHEN e.kind IN ('carried', 'income') THEN e.amount ELSE -e.amount END)"
    "  FROM fund_entry e WHERE e.year = f.year AND (e.kind <> 'carried', e.on_date, e.id)"
    "  <= (f.kind <> 'carried', f.on_date, f.id)), f.document, d.number, f.note"
    " FROM fund_entry f LEFT JOIN decision d ON d.id = f.decision_id WHERE f.id = ?1");

  bv_row_source_bind_int (source, 1, year);
  return source;
}
