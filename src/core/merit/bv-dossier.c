// SPDX-License-Identifier: GPL-3.0-or-later
/* Dossiers as values: reading them, what they ask for in sum, and what is wrong with one. Saving is in
 * bv-dossier-save.c, the way of a dossier through its states in bv-dossier-flow.c. */

#define FIRST_DAY "0000-01-01"
#define LAST_DAY "9999-12-31"
#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "merit/bv-condition.h"
#include "merit/bv-dossier-private.h"
#include "merit/bv-nomination.h"
#include "office/bv-office.h"
#include "office/bv-record.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200
#define MAX_WORKING_DAYS 250

const BvChoice bv_dossier_states[] = {
  { "draft", NC_ ("dossier state", "Draft"), "dossier state" },
  { "submitted", NC_ ("dossier state", "Submitted"), "dossier state" },
  { "returned", NC_ ("dossier state", "Returned"), "dossier state" },
  { "accepted", NC_ ("dossier state", "Accepted"), "dossier state" },
  { "decided", NC_ ("dossier state", "Decided"), "dossier state" },
  { NULL, NULL, NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (bv_dossier_states) == BV_N_DOSSIER_STATES + 1);

const BvRecordText bv_dossier_texts[BV_DOSSIER_N_TEXTS] = {
  BV_RECORD_TEXT (BvDossier, title),
  BV_RECORD_TEXT_OR_NULL (BvDossier, received_on),
  BV_RECORD_TEXT_OR_NULL (BvDossier, opinion_from),
  BV_RECORD_TEXT_OR_NULL (BvDossier, opinion_to),
  BV_RECORD_TEXT (BvDossier, proposal_number),
  BV_RECORD_TEXT_OR_NULL (BvDossier, proposal_date),
  BV_RECORD_TEXT (BvDossier, regime_id),
  BV_RECORD_TEXT (BvDossier, regime_reason),
  BV_RECORD_TEXT (BvDossier, note),
  BV_RECORD_TEXT_OR_NULL (BvDossier, submitted_at),
  BV_RECORD_TEXT (BvDossier, return_reason),
  BV_RECORD_TEXT (BvDossier, movement_name),
  BV_RECORD_TEXT (BvDossier, proposer_name),
};

#define COLUMNS                                                                                    \
  "SELECT d.title, d.received_on, d.opinion_from, d.opinion_to, d.proposal_number,"                \
  " d.proposal_date, d.regime_id, d.regime_reason, d.note, d.submitted_at, d.return_reason,"       \
  " m.name, s.name, d.id, d.year, d.manner, d.is_simplified, d.level,"                             \
  " coalesce (d.movement_id, 0), coalesce (d.proposer_id, 0), d.state, d.working_days"             \
  " FROM dossier d LEFT JOIN movement m ON m.id = d.movement_id"                                   \
  " LEFT JOIN subject s ON s.id = d.proposer_id "

/* ── Values ──────────────────────────────────────────────────────────────────────────────── */

const char *
bv_dossier_state_to_code (BvDossierState state)
{
  return bv_dossier_states[CLAMP ((int) state, 0, BV_N_DOSSIER_STATES - 1)].code;
}

gboolean
bv_dossier_state_from_code (const char *code, BvDossierState *state)
{
  int index = code != NULL ? bv_choice_index (bv_dossier_states, code) : -1;

  if (index < 0)
    return FALSE;
  *state = (BvDossierState) index;
  return TRUE;
}

const char *
bv_dossier_state_get_label (BvDossierState state)
{
  return bv_choice_label (bv_dossier_states, bv_dossier_state_to_code (state));
}

BvDossier *
bv_dossier_new (void)
{
  BvDossier *self = bv_record_new (sizeof (BvDossier), bv_dossier_texts, BV_DOSSIER_N_TEXTS);

  self->level = BV_LEVEL_DISTRICT;
  self->working_days = 20;
  return self;
}

BvDossier *
bv_dossier_copy (const BvDossier *self)
{
  return bv_record_copy (self, sizeof (BvDossier), bv_dossier_texts, BV_DOSSIER_N_TEXTS);
}

void
bv_dossier_free (BvDossier *self)
{
  bv_record_free (self, bv_dossier_texts, BV_DOSSIER_N_TEXTS);
}

gboolean
bv_dossier_is_open (const BvDossier *self)
{
  return self->state == BV_DOSSIER_DRAFT || self->state == BV_DOSSIER_RETURNED;
}

char *
bv_dossier_get_date (const BvDossier *self)
{
  if (self->received_on != NULL)
    return g_strdup (self->received_on);
  if (self->proposal_date != NULL)
    return g_strdup (self->proposal_date);
  return bv_date_today ();
}

gboolean
bv_dossier_offers (const BvDossier *self, const BvRegimeAward *award)
{
  g_autofree char *date = bv_dossier_get_date (self);
  gboolean is_chosen = *self->regime_id != '\0';

  return bv_regime_award_is_decided_at (award, self->level)
         && bv_regime_award_is_offered (award, is_chosen ? FIRST_DAY : date,
                                        is_chosen ? LAST_DAY : date);
}

const BvRegime *
bv_dossier_get_regime (const BvDossier *self, BvRegimeSet *regimes)
{
  g_autofree char *date = bv_dossier_get_date (self);

  return *self->regime_id != '\0' ? bv_regime_set_get (regimes, self->regime_id)
                                  : bv_regime_set_for_date (regimes, date);
}

static gboolean
path_is_for (const BvPath *path, BvManner manner, BvSubjectKind kind)
{
  return (path->manners == 0 || (path->manners & (1u << manner)) != 0)
         && (path->subjects == 0 || kind == 0 || (path->subjects & (1u << kind)) != 0);
}

gboolean
bv_dossier_may_be_simplified (const BvRegimeAward *award, BvManner manner, BvSubjectKind kind)
{
  if (award->paths->len == 0)
    return TRUE;
  for (guint i = 0; i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);

      if (path->is_simplified && path_is_for (path, manner, kind))
        return TRUE;
    }
  return FALSE;
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static BvDossier *
read_row (BvStatement *statement)
{
  BvDossier *self = bv_dossier_new ();
  int column = BV_DOSSIER_N_TEXTS;

  bv_record_read (self, bv_dossier_texts, BV_DOSSIER_N_TEXTS, statement, 0);
  self->id = bv_statement_int (statement, column++);
  self->year = (int) bv_statement_int (statement, column++);
  bv_manner_from_code (bv_statement_text (statement, column++), &self->manner);
  self->is_simplified = bv_statement_int (statement, column++) != 0;
  bv_level_from_code (bv_statement_text (statement, column++), &self->level);
  self->movement_id = bv_statement_int (statement, column++);
  self->proposer_id = bv_statement_int (statement, column++);
  bv_dossier_state_from_code (bv_statement_text (statement, column++), &self->state);
  self->working_days = (int) bv_statement_int (statement, column++);
  return self;
}

BvDossier *
bv_dossier_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE d.id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_row, _ ("The dossier is no longer there."),
                            error);
}

GPtrArray *
bv_dossier_list (BvConnection *connection, int year, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE ?1 = 0 OR d.year = ?1 ORDER BY d.year DESC, d.id DESC", "i",
    (gint64) year);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_dossier_free,
                            error);
}

BvDossier *
bv_dossier_new_draft (BvConnection *connection, int year, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvDossier) self = bv_dossier_new ();
  g_autoptr (BvOfficePeriod) period = bv_office_period_on (connection, today, error);

  if (period == NULL)
    return NULL;
  self->year = year;
  bv_level_from_code (bv_office_period_decision_level (period), &self->level);
  self->working_days = (int) bv_setting_get_int (connection, BV_SETTING_RULE_APPRAISAL_DAYS, NULL);
  return g_steal_pointer (&self);
}

gboolean
bv_dossier_sum (BvConnection *connection,
                gint64 id,
                const char *date,
                BvDossierTotals *totals,
                GError **error)
{
  g_autoptr (GPtrArray) nominations = bv_nomination_list (connection, id, error);
  g_autoptr (BvDossier) self = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *today = bv_date_today ();
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_award_free);
  const BvRegime *regime;

  if (date == NULL)
    date = today;
  *totals = (BvDossierTotals){ 0 };
  if (nominations == NULL)
    return FALSE;
  self = bv_dossier_load (connection, id, error);
  if (self == NULL)
    return FALSE;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  regime = *self->regime_id != '\0' ? bv_regime_set_get (regimes, self->regime_id)
                                    : bv_regime_set_for_date (regimes, date);
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);
      BvAward *award;

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      totals->n_units += nomination->subject_kind == BV_SUBJECT_UNIT;
      totals->n_persons += nomination->subject_kind == BV_SUBJECT_PERSON;
      totals->n_households += nomination->subject_kind == BV_SUBJECT_HOUSEHOLD;
      award = bv_award_new ();
      g_ptr_array_add (awards, award);
      award->subject_id = nomination->subject_id;
      award->year = self->year;
      award->manner = self->manner;
      award->subject_kind = nomination->subject_kind;
      bv_text_set (&award->form_code, nomination->form_code);
      if (!bv_award_compute_bonus_under (connection, regime, award, date, error))
        return FALSE;
    }
  bv_award_settle (regime, awards);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      totals->bonus += MAX (award->bonus_computed, 0);
      totals->n_without_bonus += award->bonus_computed < 0;
    }
  return TRUE;
}

/* ── What is wrong with one ──────────────────────────────────────────────────────────────── */

static void
check_days (GPtrArray *problems, const BvDossier *self)
{
  g_autofree char *today = bv_date_today ();

  bv_record_check_date (problems, "received_on", self->received_on);
  bv_record_check_date (problems, "proposal_date", self->proposal_date);
  bv_record_check_date (problems, "opinion_from", self->opinion_from);
  bv_record_check_date (problems, "opinion_to", self->opinion_to);
  if (self->received_on != NULL && strcmp (self->received_on, today) > 0
      && bv_problems_find (problems, "received_on") == NULL)
    bv_problems_add (problems, "received_on", BV_VALUE_ERROR_RANGE,
                     _ ("This day lies in the future."));
  if (self->proposal_date != NULL && bv_problems_find (problems, "proposal_date") == NULL
      && bv_date_year (self->proposal_date) > bv_date_year (today) + 1)
    bv_problems_add (problems, "proposal_date", BV_VALUE_ERROR_RANGE,
                     _ ("This day lies in the future."));
  if (problems->len == 0 && self->opinion_from != NULL && self->opinion_to != NULL
      && strcmp (self->opinion_from, self->opinion_to) > 0)
    bv_problems_add (problems, "opinion_to", BV_VALUE_ERROR_RANGE,
                     _ ("The last day of the public opinion lies before its first."));
  if (self->working_days < 1 || self->working_days > MAX_WORKING_DAYS)
    bv_problems_add (problems, "working_days", BV_VALUE_ERROR_RANGE,
                     _ ("The appraisal takes between 1 and 250 working days."));
}

static void
check_regime (GPtrArray *problems, const BvDossier *self, BvRegimeSet *regimes)
{
  gboolean has_reason = !bv_record_is_blank (self->regime_reason);

  if (*self->regime_id == '\0')
    {
      if (has_reason)
        bv_problems_add (problems, "regime_id", BV_VALUE_ERROR_EMPTY,
                         _ ("A reason stands for another law, but no law is chosen."));
      return;
    }
  if (bv_regime_set_get (regimes, self->regime_id) == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("There is no regime “%s”."), self->regime_id);

      bv_problems_add (problems, "regime_id", BV_VALUE_ERROR_UNKNOWN, message);
    }
  else if (!has_reason)
    bv_problems_add (problems, "regime_reason", BV_VALUE_ERROR_REASON,
                     _ ("Say why another law than that of the day applies."));
}

static void
check_procedure (GPtrArray *problems, const BvDossier *self, BvRegimeSet *regimes)
{
  const BvRegime *regime = bv_dossier_get_regime (self, regimes);
  gboolean knows_paths = FALSE;

  if (!self->is_simplified || regime == NULL)
    return;
  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (award->paths->len == 0 || !bv_regime_award_is_decided_at (award, self->level))
        continue;
      if (bv_dossier_may_be_simplified (award, self->manner, 0))
        return;
      knows_paths = TRUE;
    }
  if (knows_paths)
    {
      g_autofree char *message = g_strdup_printf (
        /* TRANSLATORS: a manner of commendation: For merit. */
        _ ("The law does not allow the simplified procedure for awards of this manner (%s)."),
        bv_manner_get_label (self->manner));

      bv_problems_add (problems, "is_simplified", BV_VALUE_ERROR_RANGE, message);
    }
}

GPtrArray *
bv_dossier_validate (BvConnection *connection, const BvDossier *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  gint64 n;

  if (regimes == NULL)
    return NULL;
  if (bv_record_is_blank (self->title))
    bv_problems_add (problems, "title", BV_VALUE_ERROR_EMPTY,
                     _ ("The title of the dossier is missing."));
  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE,
                     _ ("The year of the achievement must be between 1945 and 2200."));
  check_days (problems, self);
  if (problems->len == 0)
    {
      g_autofree char *date = bv_dossier_get_date (self);

      if (bv_date_year (date) < self->year)
        bv_problems_add (problems, self->received_on != NULL ? "received_on" : "year",
                         BV_VALUE_ERROR_RANGE,
                         _ ("The dossier stands before the year that it is about."));
      check_regime (problems, self, regimes);
      check_procedure (problems, self, regimes);
    }
  if (self->movement_id != 0)
    {
      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM movement WHERE id = ?1", "i",
                                    self->movement_id))
        return NULL;
      if (n == 0)
        bv_problems_add (problems, "movement_id", BV_VALUE_ERROR_UNKNOWN,
                         _ ("The movement is no longer there."));
    }
  else if (self->manner == BV_MANNER_MOVEMENT)
    bv_problems_add (problems, "movement_id", BV_VALUE_ERROR_EMPTY,
                     _ ("Choose the movement whose results are honoured."));
  if (self->proposer_id != 0)
    {
      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM unit WHERE subject_id = ?1", "i",
                                    self->proposer_id))
        return NULL;
      if (n == 0)
        bv_problems_add (problems, "proposer_id", BV_VALUE_ERROR_UNKNOWN,
                         _ ("Choose the unit that proposes from the register."));
    }
  bv_record_check_texts (problems, self, bv_dossier_texts, G_N_ELEMENTS (bv_dossier_texts));
  return g_steal_pointer (&problems);
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/* Columns as in BvDossierColumn. */
#define ROW_SQL                                                                                    \
  "SELECT d.title, d.year, d.manner, d.level, d.state, coalesce (s.name, ''), d.received_on,"      \
  " d.working_days, (SELECT count (*) FROM nomination n WHERE n.dossier_id = d.id"                 \
  " AND n.state = 'proposed'), d.is_simplified FROM dossier d"                                     \
  " LEFT JOIN subject s ON s.id = d.proposer_id WHERE d.id = ?1"

BvRowSource *
bv_dossier_source (const BvDossierFilter *filter)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT d.id FROM dossier d LEFT JOIN subject s ON s.id = d.proposer_id"
    " WHERE (?1 = 0 OR d.year = ?1) AND (?2 = '' OR d.state = ?2)"
    " AND (?3 = '' OR text_matches (d.title || ' ' || coalesce (s.name, ''), ?3))"
    " ORDER BY d.state IN ('accepted', 'decided'), d.year DESC, d.id DESC",
    ROW_SQL);

  bv_row_source_bind_int (source, 1, filter != NULL ? filter->year : 0);
  bv_row_source_bind_text (source, 2,
                           filter != NULL && filter->state >= 0
                             ? bv_dossier_state_to_code ((BvDossierState) filter->state)
                             : "");
  bv_row_source_bind_text (source, 3,
                           filter != NULL && filter->search != NULL ? filter->search : "");
  return source;
}
