// SPDX-License-Identifier: GPL-3.0-or-later
/* Decisions as values: reading them, their numbers, and what is wrong with one. Saving is in
 * bv-decision-save.c, the list on the screen in bv-decision-list.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-decision.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "office/bv-office.h"
#include "office/bv-record.h"
#include "office/bv-signer.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

BvDecision *
bv_decision_new (void)
{
  BvDecision *self = g_new0 (BvDecision, 1);

  self->number = g_strdup ("");
  self->title = g_strdup ("");
  self->level = BV_LEVEL_DISTRICT;
  self->issuer = g_strdup ("");
  self->place = g_strdup ("");
  self->signer_name = g_strdup ("");
  self->signer_post = g_strdup ("");
  self->signer_prefix = g_strdup ("");
  self->signer_on_behalf_of = g_strdup ("");
  self->proposal = g_strdup ("");
  self->note = g_strdup ("");
  self->regime_id = g_strdup ("");
  self->regime_reason = g_strdup ("");
  self->override_reason = g_strdup ("");
  return self;
}

BvDecision *
bv_decision_copy (const BvDecision *self)
{
  BvDecision *copy = g_new0 (BvDecision, 1);

  *copy = *self;
  copy->number = g_strdup (self->number);
  copy->on_date = g_strdup (self->on_date);
  copy->title = g_strdup (self->title);
  copy->issuer = g_strdup (self->issuer);
  copy->place = g_strdup (self->place);
  copy->signer_name = g_strdup (self->signer_name);
  copy->signer_post = g_strdup (self->signer_post);
  copy->signer_prefix = g_strdup (self->signer_prefix);
  copy->signer_on_behalf_of = g_strdup (self->signer_on_behalf_of);
  copy->proposal = g_strdup (self->proposal);
  copy->note = g_strdup (self->note);
  copy->regime_id = g_strdup (self->regime_id);
  copy->regime_reason = g_strdup (self->regime_reason);
  copy->override_reason = g_strdup (self->override_reason);
  return copy;
}

void
bv_decision_free (BvDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->on_date);
  g_free (self->title);
  g_free (self->issuer);
  g_free (self->place);
  g_free (self->signer_name);
  g_free (self->signer_post);
  g_free (self->signer_prefix);
  g_free (self->signer_on_behalf_of);
  g_free (self->proposal);
  g_free (self->note);
  g_free (self->regime_id);
  g_free (self->regime_reason);
  g_free (self->override_reason);
  g_free (self);
}

gboolean
bv_decision_is_issued (const BvDecision *self)
{
  return *self->number != '\0';
}

const BvRegime *
bv_decision_get_regime (const BvDecision *self, BvRegimeSet *regimes, const char *date)
{
  const BvRegime *chosen = *self->regime_id != '\0' ? bv_regime_set_get (regimes, self->regime_id)
                                                    : NULL;

  return chosen != NULL ? chosen : bv_regime_set_for_date (regimes, date);
}

char *
bv_decision_get_label (const BvDecision *self)
{
  g_autofree char *date = NULL;

  if (!bv_decision_is_issued (self))
    return g_strdup (_ ("Draft"));
  date = bv_date_format_short (self->on_date);
  /* Translators: number and date of a decision: 125/QĐ-UBND ngày 27/03/2023 */
  return g_strdup_printf (_ ("%s of %s"), self->number, date);
}

BvDecision *
bv_decision_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDecision) self = g_new0 (BvDecision, 1);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT id, number, on_date, title, year, origin, level, issuer, place, signer_name,"
    " signer_post, signer_prefix, signer_on_behalf_of, proposal, note,"
    " coalesce (dossier_id, 0), regime_id, regime_reason, override_reason FROM decision WHERE id = "
    "?1",
    "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The decision is no longer there."));
      return NULL;
    }
  self->id = bv_statement_int (statement, 0);
  self->number = g_strdup (bv_statement_text (statement, 1));
  self->on_date = g_strdup (bv_statement_text (statement, 2));
  self->title = g_strdup (bv_statement_text (statement, 3));
  self->year = (int) bv_statement_int (statement, 4);
  self->origin = g_strcmp0 (bv_statement_text (statement, 5), "received") == 0 ? BV_ORIGIN_RECEIVED
                                                                               : BV_ORIGIN_MADE;
  bv_level_from_code (bv_statement_text (statement, 6), &self->level);
  self->issuer = g_strdup (bv_statement_text (statement, 7));
  self->place = g_strdup (bv_statement_text (statement, 8));
  self->signer_name = g_strdup (bv_statement_text (statement, 9));
  self->signer_post = g_strdup (bv_statement_text (statement, 10));
  self->signer_prefix = g_strdup (bv_statement_text (statement, 11));
  self->signer_on_behalf_of = g_strdup (bv_statement_text (statement, 12));
  self->proposal = g_strdup (bv_statement_text (statement, 13));
  self->note = g_strdup (bv_statement_text (statement, 14));
  self->dossier_id = bv_statement_int (statement, 15);
  self->regime_id = g_strdup (bv_statement_text (statement, 16));
  self->regime_reason = g_strdup (bv_statement_text (statement, 17));
  self->override_reason = g_strdup (bv_statement_text (statement, 18));
  return g_steal_pointer (&self);
}

/* "05", "5/QĐ-UBND" → 5; 0 when @number does not begin with digits. */
static gint64
leading_number (const char *number)
{
  return g_ascii_isdigit (*number) ? g_ascii_strtoll (number, NULL, 10) : 0;
}

gboolean
bv_decision_find (BvConnection *connection,
                  const char *number,
                  int year,
                  gint64 *id,
                  GError **error)
{
  g_autofree char *clean = bv_text_clean (number);
  gboolean is_bare = *clean != '\0' && strspn (clean, "0123456789") == strlen (clean);

  /* A bare number means one of our own; a full one is compared without the leading zero. */
  return bv_connection_query_int (
    connection, id, 0, error,
    "SELECT id FROM decision WHERE number <> '' AND CAST (number AS INTEGER) = ?1"
    " AND (?2 = 0 OR CAST (substr (on_date, 1, 4) AS INTEGER) = ?2)"
    " AND CASE WHEN ?3 THEN origin = 'made' ELSE ltrim (number, '0') = ltrim (?4, '0') END"
    " ORDER BY on_date DESC, id DESC LIMIT 1",
    "iiis", leading_number (clean), (gint64) year, (gint64) is_bare, clean);
}

BvDecision *
bv_decision_new_draft (BvConnection *connection, const char *date, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvDecision) self = bv_decision_new ();
  g_autoptr (BvOfficePeriod) period = NULL;
  g_autoptr (BvSigner) signer = NULL;

  if (date == NULL)
    date = today;
  period = bv_office_period_on (connection, date, error);
  if (period == NULL || !bv_signer_default_on (connection, date, &signer, error))
    return NULL;
  self->year = bv_date_year (date);
  bv_level_from_code (bv_office_period_decision_level (period), &self->level);
  g_free (self->issuer);
  self->issuer = bv_office_period_chairman (period);
  g_free (self->place);
  self->place = g_strdup (period->place);
  if (signer != NULL)
    {
      g_free (self->signer_name);
      self->signer_name = g_strdup (signer->name);
      g_free (self->signer_post);
      self->signer_post = g_strdup (signer->post);
      g_free (self->signer_prefix);
      self->signer_prefix = g_strdup (signer->prefix);
      g_free (self->signer_on_behalf_of);
      self->signer_on_behalf_of = g_strdup (signer->on_behalf_of);
    }
  return g_steal_pointer (&self);
}

static gboolean
check_number_is_free (BvConnection *connection,
                      GPtrArray *problems,
                      const BvDecision *self,
                      const char *number,
                      const char *date,
                      GError **error)
{
  gint64 other;

  if (!bv_connection_query_int (
        connection, &other, 0, error,
        "SELECT count (*) FROM decision WHERE id <> ?1 AND ltrim (number, '0') = ltrim (?2, '0')"
        " AND substr (on_date, 1, 4) = substr (?3, 1, 4) AND issuer = ?4",
        "isss", self->id, number, date, self->issuer))
    return FALSE;
  if (other > 0)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("Decision %s already exists in %.4s: choose another number."), number, date);

      bv_problems_add (problems, "number", BV_VALUE_ERROR_DUPLICATE, message);
    }
  return TRUE;
}

static void
check_date (GPtrArray *problems, const BvDecision *self, const char *date)
{
  g_autofree char *today = bv_date_today ();

  if (date == NULL || *date == '\0')
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The date of the decision is missing."));
  else if (strlen (date) != 10 || !bv_date_is_valid (date))
    {
      g_autofree char *message = g_strdup_printf (_ ("“%s” is no date: write day, month and year."),
                                                  date);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_FORMAT, message);
    }
  else if (strcmp (date, today) > 0)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE,
                     _ ("The date of the decision lies in the future."));
  else if (self->year > 0 && bv_date_year (date) < self->year)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The decision stands before the year %d whose achievement it honours."), self->year);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
    }
}

/* The council first, the decision after it. */
static gboolean
check_meeting (BvConnection *connection,
               GPtrArray *problems,
               const BvDecision *self,
               const char *date,
               GError **error)
{
  g_autofree char *met_on = NULL;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (!bv_connection_query_text (
        connection, &met_on, error,
        "SELECT max (m.on_date) FROM award a JOIN agenda_item i ON i.nomination_id = "
        "a.nomination_id"
        " JOIN meeting m ON m.id = i.meeting_id WHERE a.decision_id = ?1 AND i.result = 'passed'",
        "i", self->id))
    return FALSE;
  if (met_on == NULL || *met_on == '\0' || strcmp (date, met_on) >= 0)
    return TRUE;
  day = bv_date_format_short (met_on);
  message = g_strdup_printf (
    _ ("The council met on %s, after this date: a decision follows its meeting. Mend the date, or "
       "give a reason."),
    day);
  bv_problems_add (problems, "on_date", BV_VALUE_ERROR_REASON, message);
  return TRUE;
}

/* A regime chosen by hand is one that there is, and says why. */
static gboolean
check_regime (BvConnection *connection, GPtrArray *problems, const BvDecision *self, GError **error)
{
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *reason = bv_text_clean (self->regime_reason);

  if (*self->regime_id == '\0')
    return TRUE;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  if (bv_regime_set_get (regimes, self->regime_id) == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("There is no regime “%s”."), self->regime_id);

      bv_problems_add (problems, "regime_id", BV_VALUE_ERROR_UNKNOWN, message);
    }
  if (*reason == '\0')
    bv_problems_add (problems, "regime_reason", BV_VALUE_ERROR_EMPTY,
                     _ ("Write why another law than that of the date holds for this decision."));
  return TRUE;
}

GPtrArray *
bv_decision_validate (BvConnection *connection, const BvDecision *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autofree char *title = bv_text_clean (self->title);
  g_autofree char *issuer = bv_text_clean (self->issuer);
  g_autofree char *reason = bv_text_clean (self->override_reason);
  g_autofree char *today = bv_date_today ();

  if (*title == '\0')
    bv_problems_add (problems, "title", BV_VALUE_ERROR_EMPTY,
                     _ ("The subject of the decision is missing."));
  if (*issuer == '\0')
    bv_problems_add (problems, "issuer", BV_VALUE_ERROR_EMPTY,
                     _ ("Write who issues the decision."));
  bv_record_check_length (problems, "title", title, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "issuer", issuer, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "number", self->number, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "proposal", self->proposal, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "override_reason", reason, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "regime_reason", self->regime_reason, BV_RECORD_MAX_LINE);
  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE,
                     _ ("The year of the achievement must be between 1945 and 2200."));
  else if (self->year > bv_date_year (today))
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The year %d has not begun: an achievement comes before its award."), self->year);

      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
    }
  if (self->origin == BV_ORIGIN_RECEIVED)
    {
      g_autofree char *number = bv_text_clean (self->number);

      if (*number == '\0')
        bv_problems_add (problems, "number", BV_VALUE_ERROR_EMPTY,
                         _ ("A decision received from elsewhere needs its number."));
      check_date (problems, self, self->on_date);
      if (*number != '\0' && bv_problems_find (problems, "on_date") == NULL
          && !check_number_is_free (connection, problems, self, number, self->on_date, error))
        return NULL;
      if (self->id != 0 && *reason == '\0' && bv_problems_find (problems, "on_date") == NULL
          && !check_meeting (connection, problems, self, self->on_date, error))
        return NULL;
    }
  if (!check_regime (connection, problems, self, error))
    return NULL;
  return g_steal_pointer (&problems);
}

char *
bv_decision_format_number (BvConnection *connection,
                           const char *number,
                           const char *date,
                           GError **error)
{
  g_autofree char *clean = bv_text_clean (number);
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvOfficePeriod) period = NULL;
  gsize n_digits = strspn (clean, "0123456789");
  gint64 value = leading_number (clean);

  if (n_digits == 0 || n_digits > 9 || value == 0
      || (clean[n_digits] != '\0' && clean[n_digits] != '/'))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is no number of a decision: write 5 or 05/QĐ-UBND."), number);
      return NULL;
    }
  if (clean[n_digits] == '/')
    return g_strdup_printf ("%02" G_GINT64_FORMAT "%s", value, clean + n_digits);
  period = bv_office_period_on (connection, date != NULL ? date : today, error);
  if (period == NULL)
    return NULL;
  return bv_office_period_number (period, BV_ISSUER_COMMITTEE, value, "QĐ");
}

char *
bv_decision_suggest_number (BvConnection *connection, const char *date, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *next = NULL;
  gint64 last;

  if (date == NULL)
    date = today;
  if (!bv_connection_query_int (connection, &last, 0, error,
                                "SELECT max (CAST (number AS INTEGER)) FROM decision"
                                " WHERE origin = 'made' AND number <> ''"
                                " AND substr (on_date, 1, 4) = substr (?1, 1, 4)",
                                "s", date))
    return NULL;
  next = g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
  return bv_decision_format_number (connection, next, date, error);
}

/* Every line must be an award that this level may give on that day. */
static gboolean
check_lines (BvConnection *connection,
             GPtrArray *problems,
             const BvDecision *self,
             const char *date,
             const char *reason,
             GError **error)
{
  g_autoptr (GPtrArray) awards = bv_award_list (connection, self->id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;

  if (awards == NULL)
    return FALSE;
  if (awards->len == 0)
    bv_problems_add (problems, "", BV_VALUE_ERROR_EMPTY,
                     _ ("The list is empty: add those who are honoured first."));
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      g_autofree char *message = bv_award_check_form (regimes, award, self, date, date);
      g_autoptr (GPtrArray) against = bv_problems_new ();

      if (message != NULL)
        {
          g_autofree char *line = g_strdup_printf (_ ("Line %u, %s: %s"), i + 1,
                                                   award->name_printed, message);

          bv_problems_add (problems, "form_code", BV_VALUE_ERROR_RANGE, line);
        }
      if (*reason != '\0' || *award->override_reason != '\0')
        continue;
      if (!bv_award_check_rules (connection, award, date, against, error))
        return FALSE;
      for (guint k = 0; k < against->len; k++)
        {
          const BvProblem *problem = g_ptr_array_index (against, k);
          g_autofree char *line = g_strdup_printf (_ ("Line %u, %s: %s"), i + 1,
                                                   award->name_printed, problem->message);

          bv_problems_add (problems, problem->field, problem->code, line);
        }
    }
  return TRUE;
}

/* A district until one day, a commune from the next: a draft of the one is not issued on a day of the other. */
static gboolean
check_period (BvConnection *connection,
              GPtrArray *problems,
              const BvDecision *self,
              const char *date,
              GError **error)
{
  g_autoptr (BvOfficePeriod) period = bv_office_period_on (connection, date, error);
  g_autoptr (GPtrArray) all = NULL;
  const char *level = bv_level_to_code (self->level);
  gboolean is_of_another = FALSE;

  if (period == NULL)
    return FALSE;
  if (g_str_equal (bv_office_period_decision_level (period), level))
    return TRUE;
  all = bv_office_period_list (connection, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    is_of_another |= g_str_equal (bv_office_period_decision_level (g_ptr_array_index (all, i)),
                                  level);
  if (is_of_another)
    {
      g_autofree char *day = bv_date_format_short (date);
      g_autofree char *chairman = bv_office_period_chairman (period);
      g_autofree char *message = g_strdup_printf (
        /* Translators: a date, who decides on it, who issues the draft. */
        _ ("On %s decisions were those of the “%s”, this draft is one of the “%s”: choose another "
           "date, or another level and issuer for the draft."),
        day, chairman, self->issuer);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
    }
  return TRUE;
}

GPtrArray *
bv_decision_validate_issue (BvConnection *connection,
                            gint64 id,
                            const char *number,
                            const char *date,
                            const char *reason,
                            GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvDecision) self = bv_decision_load (connection, id, error);
  g_autoptr (GError) local = NULL;
  g_autofree char *formatted = NULL;
  g_autofree char *clean_reason = NULL;
  gboolean date_is_good;

  if (self == NULL)
    return NULL;
  clean_reason = bv_text_clean (reason != NULL ? reason : self->override_reason);
  if (self->origin == BV_ORIGIN_RECEIVED)
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("A decision received from elsewhere is not issued here."));
  else if (bv_decision_is_issued (self))
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The decision is already issued as %s: take it back first."), self->number);

      bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE, message);
    }
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  check_date (problems, self, date);
  date_is_good = problems->len == 0;
  formatted = bv_decision_format_number (connection, number, date_is_good ? date : NULL, &local);
  if (formatted == NULL && local->domain != BV_VALUE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (formatted == NULL)
    bv_problems_add (problems, "number", local->code, local->message);
  if (!date_is_good)
    return g_steal_pointer (&problems);
  if (!check_period (connection, problems, self, date, error))
    return NULL;
  if ((formatted != NULL
       && !check_number_is_free (connection, problems, self, formatted, date, error))
      || !check_lines (connection, problems, self, date, clean_reason, error)
      || (*clean_reason == '\0' && !check_meeting (connection, problems, self, date, error)))
    return NULL;
  return g_steal_pointer (&problems);
}
