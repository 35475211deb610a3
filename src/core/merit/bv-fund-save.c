// SPDX-License-Identifier: GPL-3.0-or-later
/* Writing the book of the fund, inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-fund.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-text.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static void
clean (char **text)
{
  bv_text_take (text, bv_text_clean (*text));
}

gboolean
bv_fund_entry_save (BvConnection *connection, BvFundEntry *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  clean (&self->title);
  clean (&self->document);
  clean (&self->note);
  problems = bv_fund_entry_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0 ? "INSERT INTO fund_entry (year, on_date, kind, amount, title, document, note,"
                    " decision_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                  : "UPDATE fund_entry SET year = ?1, on_date = ?2, kind = ?3, amount = ?4,"
                    " title = ?5, document = ?6, note = ?7, decision_id = ?8 WHERE id = ?9",
    error);
  if (statement == NULL)
    return FALSE;
  bv_statement_bind_int (statement, 1, self->year);
  bv_statement_bind_text (statement, 2, self->on_date);
  bv_statement_bind_text (statement, 3, self->kind);
  bv_statement_bind_int (statement, 4, self->amount);
  bv_statement_bind_text (statement, 5, self->title);
  bv_statement_bind_text (statement, 6, self->document);
  bv_statement_bind_text (statement, 7, self->note);
  if (self->decision_id != 0)
    bv_statement_bind_int (statement, 8, self->decision_id);
  else
    bv_statement_bind_null (statement, 8);
  if (self->id != 0)
    bv_statement_bind_int (statement, 9, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_fund_entry_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvFundEntry) self = bv_fund_entry_load (connection, id, error);

  return self != NULL
         && bv_connection_run (connection, error, "DELETE FROM fund_entry WHERE id = ?1", "i", id);
}

gboolean
bv_fund_pay (BvConnection *connection,
             gint64 decision_id,
             const char *date,
             const char *document,
             gint64 *id,
             GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  g_autoptr (BvFundEntry) entry = bv_fund_entry_new ();
  g_autofree char *today = bv_date_today ();

  if (decision == NULL || !bv_fund_get_due (connection, decision_id, &entry->amount, error))
    return FALSE;
  if (bv_decision_is_issued (decision) && entry->amount == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("Of the bonus of decision %s nothing is left to be paid."), decision->number);
      return FALSE;
    }
  bv_text_set (&entry->on_date, date != NULL ? date : today);
  entry->year = bv_date_year (entry->on_date);
  entry->decision_id = decision_id;
  bv_text_set (&entry->kind, "bonus");
  /* The book is an official paper: its words are Vietnamese. */
  bv_text_take (&entry->title,
                g_strdup_printf ("Chi tiền thưởng theo Quyết định số %s", decision->number));
  bv_text_set (&entry->document, document != NULL ? document : "");
  if (!bv_fund_entry_save (connection, entry, error))
    return FALSE;
  if (id != NULL)
    *id = entry->id;
  return TRUE;
}

gboolean
bv_fund_carry_over (BvConnection *connection, int year, gint64 *amount, GError **error)
{
  g_autoptr (BvFundEntry) entry = NULL;
  g_autofree char *today = bv_date_today ();
  BvFundStatus status;
  gint64 id;

  if (!bv_fund_get_status (connection, year, &status, error)
      || !bv_connection_query_int (
        connection, &id, 0, error,
        "SELECT id FROM fund_entry WHERE year = ?1 AND kind = 'carried' LIMIT 1", "i",
        (gint64) year + 1))
    return FALSE;
  /* What was carried is gone: the opening amount goes, too. */
  if (status.balance <= 0 && id != 0 && bv_date_year (today) > year)
    {
      if (amount != NULL)
        *amount = 0;
      return bv_fund_entry_delete (connection, id, error);
    }
  if (status.balance <= 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("Nothing is left of the fund of %d to carry over."), year);
      return FALSE;
    }
  if (bv_date_year (today) <= year)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The year %d is not over yet: carry over when it is."), year);
      return FALSE;
    }
  entry = id != 0 ? bv_fund_entry_load (connection, id, error) : bv_fund_entry_new ();
  if (entry == NULL)
    return FALSE;
  entry->amount = status.balance;
  if (amount != NULL)
    *amount = status.balance;
  if (id == 0)
    {
      entry->year = year + 1;
      bv_text_take (&entry->on_date, g_strdup_printf ("%04d-01-01", year + 1));
      bv_text_set (&entry->kind, "carried");
      bv_text_take (&entry->title, g_strdup_printf ("Số dư năm %d chuyển sang", year));
    }
  return bv_fund_entry_save (connection, entry, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvFundEntry *entry;
  gint64 id;
  const char *date;
  const char *document;
  int year;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_entry_save (connection, ((Act *) user_data)->entry, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_entry_delete (connection, ((Act *) user_data)->id, error);
}

static gboolean
pay_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_fund_pay (connection, act->id, act->date, act->document, NULL, error);
}

static gboolean
carry_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_carry_over (connection, ((Act *) user_data)->year, NULL, error);
}

char *
bv_fund_entry_act_title (const BvFundEntry *self)
{
  g_autofree char *amount = bv_money_format (self->amount);

  /* TRANSLATORS: an act in the history: what the money is for, then an amount in đồng. */
  return g_strdup_printf (self->id == 0 ? _ ("Enter into the fund: %s, %s")
                                        : _ ("Change an entry of the fund: %s, %s"),
                          self->title, amount);
}

gboolean
bv_fund_entry_save_act (BvStore *store, BvFundEntry *self, gint64 *act_id, GError **error)
{
  Act act = { .entry = self };
  gint64 old_id = self->id;
  g_autofree char *title = bv_fund_entry_act_title (self);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_fund_entry_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };

  return bv_store_act (store, _ ("Delete an entry of the fund"), BV_ACT_NONE, delete_act, &act,
                       NULL, act_id, error);
}

gboolean
bv_fund_pay_act (BvStore *store,
                 gint64 decision_id,
                 const char *date,
                 const char *document,
                 gint64 *act_id,
                 GError **error)
{
  Act act = { .id = decision_id, .date = date, .document = document };

  return bv_store_act (store, _ ("Enter the paid bonus of a decision into the fund"), BV_ACT_NONE,
                       pay_act, &act, NULL, act_id, error);
}

gboolean
bv_fund_carry_over_act (BvStore *store, int year, gint64 *act_id, GError **error)
{
  Act act = { .year = year };
  g_autofree char *title = g_strdup_printf (_ ("Carry the fund of %d over to the next year"), year);

  return bv_store_act (store, title, BV_ACT_NONE, carry_act, &act, NULL, act_id, error);
}
