// SPDX-License-Identifier: GPL-3.0-or-later
/* The steps of an initiative, inside an act: written, handed in, recognised or refused, taken back. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-initiative-score.h"
#include "office/bv-office.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check (GPtrArray *problems, GError **error)
{
  return problems != NULL && bv_problems_check (problems, error);
}

static void
clean (char **text)
{
  bv_text_take (text, bv_text_clean (*text));
}

static void
clean_texts (BvInitiative *self)
{
  clean (&self->title);
  clean (&self->kind);
  clean (&self->field);
  clean (&self->state_before);
  clean (&self->solution);
  clean (&self->effect);
  clean (&self->note);
  if (bv_record_is_blank (self->applied_from))
    g_clear_pointer (&self->applied_from, g_free);
}

static gboolean
has_same_authors (const BvInitiative *a, const BvInitiative *b)
{
  if (a->authors->len != b->authors->len)
    return FALSE;
  for (guint i = 0; i < a->authors->len; i++)
    {
      const BvInitiativeAuthor *one = g_ptr_array_index (a->authors, i);
      const BvInitiativeAuthor *other = g_ptr_array_index (b->authors, i);

      if (one->person_id != other->person_id || one->share != other->share)
        return FALSE;
    }
  return TRUE;
}

/* What a decision has recognised stands as it was recognised. */
static gboolean
keep_recognised (const BvInitiative *stored, const BvInitiative *self, GError **error)
{
  if (stored->state != BV_INITIATIVE_RECOGNISED
      || (g_str_equal (stored->title, self->title) && g_str_equal (stored->kind, self->kind)
          && stored->year == self->year && has_same_authors (stored, self)))
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("The initiative is recognised by %s: its title, kind, year and authors can no "
                  "longer change. Take the recognition back first."),
               stored->recognition_number);
  return FALSE;
}

static gboolean
save_authors (BvConnection *connection, const BvInitiative *self, GError **error)
{
  if (!bv_connection_run (connection, error,
                          "DELETE FROM initiative_author WHERE initiative_id = ?1", "i", self->id))
    return FALSE;
  for (guint i = 0; i < self->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (self->authors, i);

      if (!bv_connection_run (connection, error,
                              "INSERT INTO initiative_author (initiative_id, person_id, share,"
                              " position) VALUES (?1, ?2, ?3, ?4)",
                              "iiii", self->id, author->person_id, author->share, (gint64) i))
        return FALSE;
    }
  return TRUE;
}

gboolean
bv_initiative_save (BvConnection *connection, BvInitiative *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  g_autoptr (BvInitiative) stored = NULL;
  g_autofree char *fold = NULL;

  clean_texts (self);
  problems = bv_initiative_validate (connection, self, error);
  if (!check (problems, error))
    return FALSE;
  if (self->id != 0)
    {
      stored = bv_initiative_load (connection, self->id, error);
      if (stored == NULL || !keep_recognised (stored, self, error))
        return FALSE;
    }
  fold = bv_text_fold (self->title);
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO initiative (title, title_fold, kind, field, year, unit_id, applied_from,"
        " state_before, solution, effect, benefit, note)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
      : "UPDATE initiative SET title = ?1, title_fold = ?2, kind = ?3, field = ?4, year = ?5,"
        " unit_id = ?6, applied_from = ?7, state_before = ?8, solution = ?9, effect = ?10,"
        " benefit = ?11, note = ?12 WHERE id = ?13",
    error);
  if (statement == NULL)
    return FALSE;
  bv_statement_bind_text (statement, 1, self->title);
  bv_statement_bind_text (statement, 2, fold);
  bv_statement_bind_text (statement, 3, self->kind);
  bv_statement_bind_text (statement, 4, self->field);
  bv_statement_bind_int (statement, 5, self->year);
  if (self->unit_id != 0)
    bv_statement_bind_int (statement, 6, self->unit_id);
  else
    bv_statement_bind_null (statement, 6);
  bv_statement_bind_text (statement, 7, self->applied_from);
  bv_statement_bind_text (statement, 8, self->state_before);
  bv_statement_bind_text (statement, 9, self->solution);
  bv_statement_bind_text (statement, 10, self->effect);
  if (self->benefit >= 0)
    bv_statement_bind_int (statement, 11, self->benefit);
  else
    bv_statement_bind_null (statement, 11);
  bv_statement_bind_text (statement, 12, self->note);
  if (self->id != 0)
    bv_statement_bind_int (statement, 13, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (has_same_authors (stored, self))
    return TRUE;
  return save_authors (connection, self, error);
}

gboolean
bv_initiative_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);

  if (self == NULL || !bv_initiative_check_unused (connection, id, error))
    return FALSE;
  if (self->state == BV_INITIATIVE_RECOGNISED)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is recognised by %s and cannot be deleted: take the recognition back "
                      "first."),
                   self->title, self->recognition_number);
      return FALSE;
    }
  return bv_connection_run (connection, error, "DELETE FROM initiative WHERE id = ?1", "i", id);
}

gboolean
bv_initiative_submit (BvConnection *connection, gint64 id, const char *date, GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *today = bv_date_today ();

  if (self == NULL)
    return FALSE;
  if (self->state != BV_INITIATIVE_DRAFT)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, _ ("“%s” is submitted already."),
                   self->title);
      return FALSE;
    }
  if (date == NULL)
    date = today;
  problems = bv_initiative_validate (connection, self, error);
  if (problems == NULL)
    return FALSE;
  bv_initiative_check_day (problems, "submitted_on", date, _ ("The day of submission is missing."));
  return bv_problems_check (problems, error)
         && bv_connection_run (
           connection, error,
           "UPDATE initiative SET state = 'submitted', submitted_on = ?2 WHERE id = ?1", "is", id,
           date);
}

static gboolean
check_session_open (BvConnection *connection, const BvInitiative *self, GError **error)
{
  g_autofree char *number = NULL;

  if (self->session_id == 0)
    return TRUE;
  if (!bv_connection_query_text (connection, &number, error,
                                 "SELECT decision_number FROM initiative_session WHERE id = ?1",
                                 "i", self->session_id))
    return FALSE;
  /* A wider reach came later from above: that alone may be taken back. */
  if (number == NULL || *number == '\0'
      || (self->state == BV_INITIATIVE_RECOGNISED
          && !g_str_equal (number, self->recognition_number)))
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("Its session was decided by %s: take the decision of the session back."), number);
  return FALSE;
}

/* Recognised above after a session of this office had recognised it: back to what the session said. */
static gboolean
restore_session_decision (BvConnection *connection,
                          const BvInitiative *self,
                          gboolean *is_restored,
                          GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *chairman = NULL;
  g_autoptr (BvOfficePeriod) period = NULL;

  *is_restored = FALSE;
  if (g_str_equal (self->scope, "base") || self->session_id == 0)
    return TRUE;
  if (!bv_connection_query_text (connection, &date, error,
                                 "SELECT decision_date FROM initiative_session WHERE id = ?1", "i",
                                 self->session_id))
    return FALSE;
  if (date == NULL)
    return TRUE;
  period = bv_office_period_on (connection, date, error);
  if (period == NULL)
    return FALSE;
  chairman = bv_office_period_chairman (period);
  *is_restored = TRUE;
  return bv_connection_run (
    connection, error,
    "UPDATE initiative SET scope = 'base', override_reason = '', recognised_on = ?2,"
    " recognised_by = ?3, recognition_number = (SELECT decision_number FROM initiative_session"
    " WHERE id = session_id) WHERE id = ?1",
    "iss", self->id, date, chairman);
}

gboolean
bv_initiative_take_back (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);
  gboolean is_restored = FALSE;

  if (self == NULL || !bv_initiative_check_unused (connection, id, error)
      || !check_session_open (connection, self, error))
    return FALSE;
  switch (self->state)
    {
    case BV_INITIATIVE_SUBMITTED:
      return bv_connection_run (connection, error,
                                "DELETE FROM initiative_examiner WHERE initiative_id = ?1", "i", id)
             && bv_connection_run (connection, error,
                                   "UPDATE initiative SET state = 'draft', submitted_on = NULL,"
                                   " session_id = NULL, verdict = '', override_reason = ''"
                                   " WHERE id = ?1",
                                   "i", id);
    case BV_INITIATIVE_RECOGNISED:
      if (!restore_session_decision (connection, self, &is_restored, error))
        return FALSE;
      if (is_restored)
        return TRUE;
      G_GNUC_FALLTHROUGH;
    case BV_INITIATIVE_REFUSED:
      return bv_connection_run (connection, error,
                                "UPDATE initiative SET state = 'submitted', scope = '', points ="
                                " NULL, recognised_on = NULL, recognised_by = '',"
                                " recognition_number = '', refusal_reason = '',"
                                " override_reason = '', verdict = '' WHERE id = ?1",
                                "i", id);
    case BV_INITIATIVE_DRAFT:
    default:
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is a draft: there is no step to take back."), self->title);
      return FALSE;
    }
}

/* ── Recognised or refused ───────────────────────────────────────────────────────────────── */

static gboolean
load_outcome (BvConnection *connection,
              gint64 id,
              BvInitiativeOutcome *outcome,
              BvInitiativeScale **scale,
              GError **error)
{
  *scale = bv_initiative_scale_load (connection, error);
  return *scale != NULL && bv_initiative_outcome_load (connection, *scale, id, outcome, error);
}

static gboolean
check_marks (BvConnection *connection,
             GPtrArray *problems,
             const BvInitiative *self,
             const BvInitiativeRecognition *recognition,
             GError **error)
{
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;
  BvInitiativeOutcome outcome;

  /* Research, schemes and legal documents were accepted in their own way; a wider reach was judged above. */
  if (!g_str_equal (self->kind, "initiative") || g_strcmp0 (recognition->scope, "base") != 0)
    return TRUE;
  if (!load_outcome (connection, self->id, &outcome, &scale, error))
    return FALSE;
  if (outcome.standing == BV_STANDING_PASSED)
    return TRUE;
  words = bv_initiative_outcome_describe (&outcome, scale);
  /* TRANSLATORS: what the examiners' marks say, a whole sentence. */
  message = g_strdup_printf (_ ("The marks do not carry it. %s"), words);
  bv_initiative_add_reason (problems, "override_reason", message, recognition->override_reason);
  return TRUE;
}

GPtrArray *
bv_initiative_validate_recognition (BvConnection *connection,
                                    gint64 id,
                                    const BvInitiativeRecognition *recognition,
                                    GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  if (self == NULL)
    return NULL;
  if (self->state == BV_INITIATIVE_DRAFT)
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE, _ ("A draft is submitted first."));
  else if (self->state == BV_INITIATIVE_REFUSED)
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("It was not recognised: take that back first."));
  else if (self->state == BV_INITIATIVE_RECOGNISED
           && bv_choice_index (bv_initiative_scopes, recognition->scope)
                <= bv_choice_index (bv_initiative_scopes, self->scope))
    bv_problems_add (problems, "scope", BV_VALUE_ERROR_RANGE,
                     _ ("It is recognised already with this reach or a wider one."));
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  if (bv_record_is_blank (recognition->scope))
    bv_problems_add (problems, "scope", BV_VALUE_ERROR_EMPTY, _ ("How far is it recognised?"));
  else
    bv_record_check_choice (problems, "scope", bv_initiative_scopes, recognition->scope);
  if (bv_record_is_blank (recognition->number))
    bv_problems_add (problems, "recognition_number", BV_VALUE_ERROR_EMPTY,
                     _ ("The number of the decision is missing."));
  if (bv_record_is_blank (recognition->by))
    bv_problems_add (problems, "recognised_by", BV_VALUE_ERROR_EMPTY,
                     _ ("Who recognised it is missing."));
  bv_record_check_length (problems, "number", recognition->number, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "recognised_by", recognition->by, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "override_reason", recognition->override_reason,
                          BV_RECORD_MAX_LINE);
  bv_initiative_check_day (problems, "recognised_on", recognition->date,
                           _ ("The date of the decision is missing."));
  if (bv_problems_find (problems, "recognised_on") == NULL && self->submitted_on != NULL
      && strcmp (recognition->date, self->submitted_on) < 0)
    {
      g_autofree char *day = bv_date_format_short (self->submitted_on);
      g_autofree char *message = g_strdup_printf (
        _ ("The decision is dated before the initiative was submitted (%s)."), day);

      bv_initiative_add_reason (problems, "recognised_on", message, recognition->override_reason);
    }
  if (!check_marks (connection, problems, self, recognition, error))
    return NULL;
  return g_steal_pointer (&problems);
}

gboolean
bv_initiative_recognise (BvConnection *connection,
                         gint64 id,
                         const BvInitiativeRecognition *recognition,
                         GError **error)
{
  g_autoptr (GPtrArray)
    problems = bv_initiative_validate_recognition (connection, id, recognition, error);
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autofree char *number = bv_text_clean (recognition->number);
  g_autofree char *by = bv_text_clean (recognition->by);
  g_autofree char *reason = bv_text_clean (recognition->override_reason);
  BvInitiativeOutcome outcome;

  if (!check (problems, error) || !load_outcome (connection, id, &outcome, &scale, error))
    return FALSE;
  return bv_connection_run (
    connection, error,
    "UPDATE initiative SET state = 'recognised', scope = ?2, recognition_number = ?3,"
    " recognised_on = ?4, recognised_by = ?5, override_reason = ?6, verdict = '',"
    " points = coalesce (points, CASE WHEN ?7 >= 0 THEN ?7 END),"
    /* Decided by itself, it is no longer before a session that has yet to decide. */
    " session_id = (SELECT s.id FROM initiative_session s WHERE s.id = session_id"
    "  AND s.decision_number <> '') WHERE id = ?1",
    "isssssi", id, recognition->scope, number, recognition->date, by, reason,
    outcome.standing == BV_STANDING_WAITING ? (gint64) -1 : outcome.result);
}

gboolean
bv_initiative_refuse (BvConnection *connection,
                      gint64 id,
                      const char *reason,
                      const char *override_reason,
                      GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autofree char *why = bv_text_clean (reason);
  g_autofree char *override = bv_text_clean (override_reason);
  BvInitiativeOutcome outcome;

  if (self == NULL || !load_outcome (connection, id, &outcome, &scale, error))
    return FALSE;
  if (self->state != BV_INITIATIVE_SUBMITTED)
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("Only a submitted initiative can be refused."));
  else if (*why == '\0')
    bv_problems_add (problems, "refusal_reason", BV_VALUE_ERROR_EMPTY,
                     _ ("Why it is not recognised is missing."));
  bv_record_check_length (problems, "refusal_reason", why, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "override_reason", override, BV_RECORD_MAX_LINE);
  if (problems->len == 0 && outcome.standing == BV_STANDING_PASSED)
    {
      g_autofree char *words = bv_initiative_outcome_describe (&outcome, scale);
      g_autofree char *message = g_strdup_printf (_ ("The marks carry it. %s"), words);

      bv_initiative_add_reason (problems, "override_reason", message, override);
    }
  return bv_problems_check (problems, error)
         && bv_connection_run (
           connection, error,
           "UPDATE initiative SET state = 'refused', refusal_reason = ?2, override_reason = ?3,"
           " verdict = '', points = CASE WHEN ?4 >= 0 THEN ?4 END WHERE id = ?1",
           "issi", id, why, override,
           outcome.standing == BV_STANDING_WAITING ? (gint64) -1 : outcome.result);
}

gboolean
bv_initiative_set_verdict (BvConnection *connection,
                           gint64 id,
                           const char *verdict,
                           const char *reason,
                           GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_load (connection, id, error);
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autofree char *why = bv_text_clean (reason);
  BvInitiativeOutcome outcome;
  gboolean is_of_marks;

  if (self == NULL || !load_outcome (connection, id, &outcome, &scale, error))
    return FALSE;
  if (!g_str_equal (verdict, "") && !g_str_equal (verdict, "recognise")
      && !g_str_equal (verdict, "refuse"))
    bv_problems_add (problems, "verdict", BV_VALUE_ERROR_UNKNOWN,
                     _ ("The chair recognises or refuses."));
  else if (self->state != BV_INITIATIVE_SUBMITTED)
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("The chair decides on a submitted initiative."));
  bv_record_check_length (problems, "override_reason", why, BV_RECORD_MAX_LINE);
  is_of_marks = *verdict == '\0'
                || (outcome.standing == BV_STANDING_PASSED && g_str_equal (verdict, "recognise"))
                || (outcome.standing == BV_STANDING_FAILED && g_str_equal (verdict, "refuse"));
  if (problems->len == 0 && !is_of_marks)
    {
      g_autofree char *words = bv_initiative_outcome_describe (&outcome, scale);
      g_autofree char *message = g_strdup_printf (
        _ ("The chair's word is not that of the marks. %s"), words);

      bv_initiative_add_reason (problems, "override_reason", message, why);
    }
  return bv_problems_check (problems, error)
         && bv_connection_run (
           connection, error,
           "UPDATE initiative SET verdict = ?2, override_reason = ?3 WHERE id = ?1", "iss", id,
           is_of_marks ? "" : verdict, is_of_marks ? "" : why);
}
