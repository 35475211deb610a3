// SPDX-License-Identifier: GPL-3.0-or-later
/* Awards as values: reading the lines of a decision, adding them up, and what is wrong with one.
 * Snapshot and bonus are in bv-award-propose.c, saving in bv-award-save.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-regime-words.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

#define COLUMNS                                                                                    \
  "a.id, a.decision_id, a.subject_id, s.kind, a.position, a.form_code, a.manner, a.year,"          \
  " a.achievement, a.name_printed, a.detail_printed, coalesce (a.unit_id, 0), a.leader_class,"     \
  " a.is_female, a.is_minority, a.is_posthumous, coalesce (a.bonus_computed, -1), a.bonus_basis,"  \
  " coalesce (a.bonus_paid, -1), a.ledger_book, coalesce (a.ledger_number, 0), a.note,"            \
  " coalesce (p.honorific, ''), coalesce (p.sex, ''), coalesce (a.nomination_id, 0),"              \
  " coalesce (a.movement_id, 0), a.override_reason, rv.on_date, rv.restored_on"                    \
  " FROM award a JOIN subject s ON s.id = a.subject_id"                                            \
  " LEFT JOIN person p ON p.subject_id = a.subject_id"                                             \
  " LEFT JOIN revocation rv ON rv.award_id = a.id"

BvAward *
bv_award_new (void)
{
  BvAward *self = g_new0 (BvAward, 1);

  self->honorific = g_strdup ("");
  self->form_code = g_strdup ("");
  self->achievement = g_strdup ("");
  self->name_printed = g_strdup ("");
  self->detail_printed = g_strdup ("");
  self->leader_class = g_strdup ("");
  self->bonus_computed = -1;
  self->bonus_basis = g_strdup ("");
  self->bonus_paid = -1;
  self->ledger_book = g_strdup ("");
  self->note = g_strdup ("");
  self->override_reason = g_strdup ("");
  return self;
}

BvAward *
bv_award_copy (const BvAward *self)
{
  BvAward *copy = g_new0 (BvAward, 1);

  *copy = *self;
  copy->honorific = g_strdup (self->honorific);
  copy->form_code = g_strdup (self->form_code);
  copy->achievement = g_strdup (self->achievement);
  copy->name_printed = g_strdup (self->name_printed);
  copy->detail_printed = g_strdup (self->detail_printed);
  copy->leader_class = g_strdup (self->leader_class);
  copy->bonus_basis = g_strdup (self->bonus_basis);
  copy->ledger_book = g_strdup (self->ledger_book);
  copy->note = g_strdup (self->note);
  copy->override_reason = g_strdup (self->override_reason);
  return copy;
}

void
bv_award_free (BvAward *self)
{
  if (self == NULL)
    return;
  g_free (self->honorific);
  g_free (self->form_code);
  g_free (self->achievement);
  g_free (self->name_printed);
  g_free (self->detail_printed);
  g_free (self->leader_class);
  g_free (self->bonus_basis);
  g_free (self->ledger_book);
  g_free (self->note);
  g_free (self->override_reason);
  g_free (self);
}

gint64
bv_award_get_bonus (const BvAward *self)
{
  if (self->bonus_paid >= 0)
    return self->bonus_paid;
  return MAX (self->bonus_computed, 0);
}

char *
bv_award_format_ledger (const BvAward *self)
{
  if (self->ledger_number <= 0)
    return g_strdup ("");
  if (*self->ledger_book == '\0')
    return g_strdup_printf ("%02" G_GINT64_FORMAT, self->ledger_number);
  return g_strdup_printf ("%02" G_GINT64_FORMAT "/%s", self->ledger_number, self->ledger_book);
}

static char *
get_honorific (const char *stored, const char *sex, BvSubjectKind kind)
{
  if (kind != BV_SUBJECT_PERSON)
    return g_strdup ("");
  if (*stored != '\0')
    return g_strdup (stored);
  if (g_str_equal (sex, "male"))
    return g_strdup ("Ông");
  if (g_str_equal (sex, "female"))
    return g_strdup ("Bà");
  return g_strdup ("Ông (Bà)");
}

/* Whether what was taken back on @from and given back on @to (both nullable) does not count today. */
static gboolean
is_gone_today (const char *from, const char *to)
{
  g_autofree char *today = bv_date_today ();

  return from != NULL && strcmp (from, today) <= 0 && (to == NULL || strcmp (to, today) > 0);
}

static BvAward *
read_row (BvStatement *statement)
{
  BvAward *self = g_new0 (BvAward, 1);

  self->id = bv_statement_int (statement, 0);
  self->decision_id = bv_statement_int (statement, 1);
  self->subject_id = bv_statement_int (statement, 2);
  self->subject_kind = (BvSubjectKind) bv_statement_int (statement, 3);
  self->position = (int) bv_statement_int (statement, 4);
  self->form_code = g_strdup (bv_statement_text (statement, 5));
  bv_manner_from_code (bv_statement_text (statement, 6), &self->manner);
  self->year = (int) bv_statement_int (statement, 7);
  self->achievement = g_strdup (bv_statement_text (statement, 8));
  self->name_printed = g_strdup (bv_statement_text (statement, 9));
  self->detail_printed = g_strdup (bv_statement_text (statement, 10));
  self->unit_id = bv_statement_int (statement, 11);
  self->leader_class = g_strdup (bv_statement_text (statement, 12));
  self->is_female = bv_statement_int (statement, 13) != 0;
  self->is_minority = bv_statement_int (statement, 14) != 0;
  self->is_posthumous = bv_statement_int (statement, 15) != 0;
  self->bonus_computed = bv_statement_int (statement, 16);
  self->bonus_basis = g_strdup (bv_statement_text (statement, 17));
  self->bonus_paid = bv_statement_int (statement, 18);
  self->ledger_book = g_strdup (bv_statement_text (statement, 19));
  self->ledger_number = bv_statement_int (statement, 20);
  self->note = g_strdup (bv_statement_text (statement, 21));
  self->honorific = get_honorific (bv_statement_text (statement, 22),
                                   bv_statement_text (statement, 23), self->subject_kind);
  self->nomination_id = bv_statement_int (statement, 24);
  self->movement_id = bv_statement_int (statement, 25);
  self->override_reason = g_strdup (bv_statement_text (statement, 26));
  self->is_revoked = is_gone_today (bv_statement_text (statement, 27),
                                    bv_statement_text (statement, 28));
  return self;
}

BvAward *
bv_award_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT " COLUMNS " WHERE a.id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_row,
                            _ ("The line of the decision is no longer there."), error);
}

GPtrArray *
bv_award_list (BvConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT " COLUMNS " WHERE a.decision_id = ?1 ORDER BY a.position, a.id", "i",
    decision_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_award_free, error);
}

BvAwardTotals
bv_award_sum (GPtrArray *awards)
{
  BvAwardTotals totals = { 0 };

  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      totals.n_units += award->subject_kind == BV_SUBJECT_UNIT;
      totals.n_persons += award->subject_kind == BV_SUBJECT_PERSON;
      totals.n_households += award->subject_kind == BV_SUBJECT_HOUSEHOLD;
      totals.bonus += bv_award_get_bonus (award);
      totals.bonus_computed += MAX (award->bonus_computed, 0);
      totals.n_without_bonus += award->bonus_computed < 0 && award->bonus_paid < 0;
      totals.n_outdone += bv_award_is_outdone (award) && award->bonus_paid < 0;
    }
  return totals;
}

static void
append_count (GString *text, guint n, const char *what)
{
  g_autofree char *digits = NULL;

  if (n == 0)
    return;
  digits = bv_number_count (n);
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", digits, what);
}

char *
bv_award_totals_format (const BvAwardTotals *totals)
{
  GString *text = g_string_new (NULL);

  append_count (text, totals->n_units, "tập thể");
  append_count (text, totals->n_persons, "cá nhân");
  append_count (text, totals->n_households, "hộ gia đình");
  return g_string_free (text, FALSE);
}

GPtrArray *
bv_award_list_duplicates (BvConnection *connection, const BvAward *self, GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT a.name_printed, d.number, d.on_date, d.title FROM award a"
    " JOIN decision d ON d.id = a.decision_id"
    " WHERE a.subject_id = ?1 AND a.form_code = ?2 AND a.year = ?3 AND a.id <> ?4"
    " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.award_id = a.id"
    " AND r.restored_on IS NULL)"
    " ORDER BY d.on_date, d.id",
    "isii", self->subject_id, self->form_code, (gint64) self->year, self->id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      const char *number;

      if (!has_row)
        return g_steal_pointer (&sentences);
      number = bv_statement_text (statement, 1);
      if (*number == '\0')
        g_ptr_array_add (
          sentences,
          g_strdup_printf (_ ("%s stands for the same award of %d in the draft “%s” already."),
                           bv_statement_text (statement, 0), self->year,
                           bv_statement_text (statement, 3)));
      else
        {
          g_autofree char *date = bv_date_format_short (bv_statement_text (statement, 2));

          g_ptr_array_add (
            sentences,
            g_strdup_printf (_ ("%s has received the same award of %d by decision %s of %s."),
                             bv_statement_text (statement, 0), self->year, number, date));
        }
    }
  return NULL;
}

char *
bv_award_check_in_regime (BvRegimeSet *regimes,
                          const BvRegime *regime,
                          const BvAward *award,
                          BvLevel level,
                          const char *date)
{
  const BvRegimeAward *form;

  /* Older than the oldest regime: the names are known, the rules are not. */
  if (regime == NULL)
    form = bv_regime_set_find_award (regimes, award->form_code, date);
  else
    form = bv_regime_find_award (regime, award->form_code);
  if (form == NULL)
    {
      const BvRegimeAward *other = bv_regime_set_find_award (regimes, award->form_code, date);

      return g_strdup_printf (_ ("The law of that day knows no award “%s”."),
                              other != NULL ? other->name : award->form_code);
    }
  if (regime != NULL && !bv_regime_award_is_in_force (form, date))
    {
      g_autofree char *day = bv_date_format_short (date);
      g_autofree char *dates = bv_regime_describe_dates (form->from_date, form->to_date);

      /* TRANSLATORS: a title of the place, a day, and its dates: "From 01/01/2020 to 31/12/2023" */
      return g_strdup_printf (_ ("“%s” is not given on %s. %s."), form->name, day, dates);
    }
  if (!bv_regime_award_allows (form, award->subject_kind))
    switch (award->subject_kind)
      {
      case BV_SUBJECT_PERSON:
        return g_strdup_printf (_ ("“%s” is not for persons."), form->name);
      case BV_SUBJECT_UNIT:
        return g_strdup_printf (_ ("“%s” is not for collectives."), form->name);
      case BV_SUBJECT_HOUSEHOLD:
      default:
        return g_strdup_printf (_ ("“%s” is not for households."), form->name);
      }
  if (regime != NULL && !bv_regime_award_is_decided_at (form, level))
    return g_strdup_printf (_ ("“%s” is not decided at this level (%s), but by: %s."), form->name,
                            bv_level_get_label (level),
                            ((BvDecider *) g_ptr_array_index (form->deciders, 0))->who);
  return NULL;
}

/* The last day between the two on which a decision of @level may give the form; %NULL: none. */
static char *
find_last_day (BvRegimeSet *regimes,
               const BvAward *award,
               BvLevel level,
               const char *from_date,
               const char *to_date)
{
  GPtrArray *all = bv_regime_set_get_regimes (regimes);

  for (guint i = all->len; i > 0; i--)
    {
      const BvRegime *regime = g_ptr_array_index (all, i - 1);
      const BvRegimeAward *form = bv_regime_find_award (regime, award->form_code);
      const char *last = to_date;
      g_autofree char *message = NULL;

      if (regime->to_date != NULL && strcmp (regime->to_date, last) < 0)
        last = regime->to_date;
      if (form != NULL && form->to_date != NULL && strcmp (form->to_date, last) < 0)
        last = form->to_date;
      if (strcmp (regime->from_date, last) > 0 || strcmp (last, from_date) < 0)
        continue;
      message = bv_award_check_in_regime (regimes, regime, award, level, last);
      if (message == NULL)
        return g_strdup (last);
    }
  return NULL;
}

char *
bv_award_check_form (BvRegimeSet *regimes,
                     const BvAward *award,
                     const BvDecision *decision,
                     const char *from_date,
                     const char *to_date)
{
  g_autofree char *message = bv_award_check_in_regime (
    regimes, bv_decision_get_regime (decision, regimes, to_date), award, decision->level, to_date);
  g_autofree char *day = NULL;

  if (message != NULL && *decision->regime_id == '\0')
    day = find_last_day (regimes, award, decision->level, from_date, to_date);
  return day == NULL ? g_steal_pointer (&message) : NULL;
}

char *
bv_award_get_reckoning_day (BvRegimeSet *regimes,
                            const BvAward *award,
                            const BvDecision *decision,
                            const char *today)
{
  g_autofree char *begin = g_strdup_printf ("%04d-01-01", award->year);
  char *day;

  if (decision->on_date != NULL)
    return g_strdup (decision->on_date);
  if (*decision->regime_id != '\0')
    return g_strdup (today);
  day = find_last_day (regimes, award, decision->level, begin, today);
  return day != NULL ? day : g_strdup (today);
}

static gboolean
check_twice_in_list (BvConnection *connection,
                     GPtrArray *problems,
                     const BvAward *self,
                     GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM award WHERE decision_id = ?1 AND"
                                " subject_id = ?2 AND form_code = ?3 AND year = ?4 AND id <> ?5",
                                "iisii", self->decision_id, self->subject_id, self->form_code,
                                (gint64) self->year, self->id))
    return FALSE;
  if (n > 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_DUPLICATE,
                     _ ("The list already has this award for the same subject."));
  return TRUE;
}

char *
bv_award_check_for_decision (BvRegimeSet *regimes,
                             const BvDecision *decision,
                             const char *form_code,
                             BvSubjectKind kind,
                             int year)
{
  BvAward award = { .form_code = (char *) form_code, .subject_kind = kind, .year = year };
  g_autofree char *today = bv_date_today ();
  g_autofree char *begin = g_strdup_printf ("%04d-01-01", year);

  /* A draft may yet be dated back as far as the year it honours: old decisions are typed in, too. */
  return bv_award_check_form (regimes, &award, decision,
                              decision->on_date != NULL ? decision->on_date : begin,
                              decision->on_date != NULL ? decision->on_date : today);
}

GPtrArray *
bv_award_validate (BvConnection *connection, const BvAward *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvDecision) decision = bv_decision_load (connection, self->decision_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *message = NULL;
  gint64 kind;

  if (decision == NULL)
    return NULL;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL
      || !bv_connection_query_int (connection, &kind, 0, error,
                                   "SELECT kind FROM subject WHERE id = ?1", "i", self->subject_id))
    return NULL;
  if (kind == 0)
    {
      bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_UNKNOWN,
                       _ ("Choose who is honoured from the register."));
      return g_steal_pointer (&problems);
    }
  if (*self->form_code == '\0')
    bv_problems_add (problems, "form_code", BV_VALUE_ERROR_EMPTY, _ ("Choose an award."));
  else
    {
      message = bv_award_check_for_decision (regimes, decision, self->form_code,
                                             (BvSubjectKind) kind, self->year);
      if (message != NULL)
        bv_problems_add (problems, "form_code", BV_VALUE_ERROR_RANGE, message);
    }
  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE,
                     _ ("The year of the achievement must be between 1945 and 2200."));
  bv_record_check_length (problems, "achievement", self->achievement, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "override_reason", self->override_reason, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "note", self->note, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "name_printed", self->name_printed, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "detail_printed", self->detail_printed, BV_RECORD_MAX_LINE);
  if (self->bonus_paid < -1)
    bv_problems_add (problems, "bonus_paid", BV_VALUE_ERROR_RANGE,
                     _ ("An amount paid cannot be negative."));
  if (self->is_posthumous && kind != BV_SUBJECT_PERSON)
    bv_problems_add (problems, "is_posthumous", BV_VALUE_ERROR_RANGE,
                     _ ("Only a person can be honoured posthumously."));
  if (!check_twice_in_list (connection, problems, self, error)
      || (*self->override_reason == '\0' && *decision->override_reason == '\0'
          && !bv_award_check_rules (connection, self, decision->on_date, problems, error)))
    return NULL;
  return g_steal_pointer (&problems);
}
