// SPDX-License-Identifier: GPL-3.0-or-later
/* Registrations as values: reading a sheet, and what is wrong with one or with its next step. Saving is in
 * bv-registration-save.c, the lists in bv-registration-source.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-registration-private.h"
#include "office/bv-record.h"
#include "office/bv-unit-order.h"
#include "office/bv-unit.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

const BvChoice bv_registration_states[] = {
  { "draft", NC_ ("registration", "Being written"), "registration" },
  { "sent", NC_ ("registration", "Received"), "registration" },
  { "returned", NC_ ("registration", "Returned"), "registration" },
  { "approved", NC_ ("registration", "Approved"), "registration" },
  { "missing", NC_ ("registration", "Missing"), "registration" },
  { "exempt", NC_ ("registration", "Registers elsewhere"), "registration" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvRegistration, unit_name),
  BV_RECORD_TEXT_OR_NULL (BvRegistration, sent_on),
  BV_RECORD_TEXT_OR_NULL (BvRegistration, closed_on),
  BV_RECORD_TEXT (BvRegistration, return_reason),
  BV_RECORD_PAGES (BvRegistration, content),
  BV_RECORD_TEXT (BvRegistration, signer_name),
  BV_RECORD_TEXT (BvRegistration, signer_post),
  BV_RECORD_TEXT (BvRegistration, note),
  BV_RECORD_TEXT (BvRegistration, override_reason),
};

#define SELECT_SQL                                                                                 \
  "SELECT r.id, r.year, r.unit_id, r.state, s.name, r.sent_on, r.closed_on, r.return_reason,"      \
  " r.content, r.signer_name, r.signer_post, r.note, r.override_reason"                            \
  " FROM registration r JOIN subject s ON s.id = r.unit_id"

const char *
bv_registration_state_to_code (BvRegistrationState state)
{
  return bv_registration_states[state].code;
}

BvRegistration *
bv_registration_new (void)
{
  return bv_record_new (sizeof (BvRegistration), texts, G_N_ELEMENTS (texts));
}

BvRegistration *
bv_registration_copy (const BvRegistration *self)
{
  return bv_record_copy (self, sizeof (BvRegistration), texts, G_N_ELEMENTS (texts));
}

void
bv_registration_free (BvRegistration *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gboolean
bv_registration_is_open (const BvRegistration *self)
{
  return self->state == BV_REGISTRATION_DRAFT || self->state == BV_REGISTRATION_RETURNED;
}

char *
bv_registration_regime_date (int year)
{
  return g_strdup_printf ("%04d-12-31", year);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static BvRegistration *
read_row (BvStatement *statement)
{
  BvRegistration *self = bv_registration_new ();

  self->id = bv_statement_int (statement, 0);
  self->year = (int) bv_statement_int (statement, 1);
  self->unit_id = bv_statement_int (statement, 2);
  self->state = (BvRegistrationState) MAX (
    bv_choice_index (bv_registration_states, bv_statement_text (statement, 3)), 0);
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 4);
  return self;
}

BvRegistration *
bv_registration_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, SELECT_SQL " WHERE r.id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_row,
                            _ ("The registration is no longer there."), error);
}

BvRegistration *
bv_registration_load_open (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvRegistration) self = bv_registration_load (connection, id, error);

  if (self == NULL || bv_registration_is_open (self))
    return g_steal_pointer (&self);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               self->state == BV_REGISTRATION_SENT
                 ? _ ("The registration of %s is received: return it, or open it again, before "
                      "changing it.")
                 : _ ("The registration of %s is approved: open it again before changing it."),
               self->unit_name);
  return NULL;
}

gboolean
bv_registration_find (BvConnection *connection,
                      gint64 unit_id,
                      int year,
                      gint64 *id,
                      GError **error)
{
  return bv_connection_query_int (connection, id, 0, error,
                                  "SELECT id FROM registration WHERE unit_id = ?1 AND year = ?2",
                                  "ii", unit_id, (gint64) year);
}

BvRegistration *
bv_registration_new_for (BvConnection *connection, gint64 unit_id, int year, GError **error)
{
  g_autoptr (BvRegistration) self = bv_registration_new ();
  g_autoptr (BvUnit) unit = bv_unit_load (connection, unit_id, error);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (unit == NULL)
    return NULL;
  self->year = year;
  self->unit_id = unit_id;
  bv_text_set (&self->unit_name, unit->name);
  /* Its head: who leads it longest among those with the highest post. */
  statement = bv_connection_query (
    connection, error,
    "SELECT s.name, m.post FROM membership m JOIN subject s ON s.id = m.person_id"
    " WHERE m.unit_id = ?1 AND m.leader_class <> 'direct' AND " BV_HELD_IN_SQL (
      "?2") " ORDER BY m.post LIKE 'Phó%' OR m.post LIKE '%Phó %', m.to_date IS NOT NULL,"
            " m.id LIMIT 1",
    "ii", unit_id, (gint64) year);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    {
      bv_text_set (&self->signer_name, bv_statement_text (statement, 0));
      bv_text_set (&self->signer_post, bv_statement_text (statement, 1));
    }
  return g_steal_pointer (&self);
}

GPtrArray *
bv_registration_list (BvConnection *connection, int year, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;

  statement = bv_connection_query (connection, error,
                                   "WITH RECURSIVE " BV_UNIT_ORDER_CTE SELECT_SQL
                                   " JOIN ranked_unit k ON k.id = r.unit_id WHERE r.year = ?1"
                                   " ORDER BY k.rank",
                                   "i", (gint64) year);
  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_registration_free,
                            error);
}

char *
bv_registration_read_unit_name (BvStore *store, gint64 id, int *year, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvRegistration) self = NULL;

  if (lease != NULL)
    self = bv_registration_load (bv_lease_connection (lease), id, error);
  if (self == NULL)
    return NULL;
  *year = self->year;
  return g_strdup (self->unit_name);
}

/* ── What is wrong with a sheet ──────────────────────────────────────────────────────────── */

static void
add_problem (GPtrArray *problems, const char *field, int code, char *message)
{
  bv_problems_add (problems, field, code, message);
  g_free (message);
}

/* Whether the unit existed in the year: a sheet of another time has nobody to sign it. */
static void
check_unit (GPtrArray *problems, const BvRegistration *self, const BvUnit *unit)
{
  g_autofree char *day = NULL;

  if (unit->to_date != NULL && bv_date_year (unit->to_date) < self->year)
    {
      day = bv_date_format_short (unit->to_date);
      add_problem (problems, "unit_id", BV_VALUE_ERROR_RANGE,
                   g_strdup_printf (_ ("%s ended on %s and cannot register for %d: register the "
                                       "unit that took its place."),
                                    unit->name, day, self->year));
    }
  else if (unit->from_date != NULL && bv_date_year (unit->from_date) > self->year)
    {
      day = bv_date_format_short (unit->from_date);
      add_problem (problems, "unit_id", BV_VALUE_ERROR_RANGE,
                   g_strdup_printf (_ ("%s began only on %s and cannot register for %d."),
                                    unit->name, day, self->year));
    }
}

GPtrArray *
bv_registration_validate (BvConnection *connection, const BvRegistration *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvUnit) unit = NULL;
  gint64 other;

  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE,
                     _ ("The year of the registration must be between 1945 and 2200."));
  if (self->unit_id == 0)
    {
      bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_EMPTY, _ ("Say which unit registers."));
      return g_steal_pointer (&problems);
    }
  unit = bv_unit_load (connection, self->unit_id, error);
  if (unit == NULL)
    return NULL;
  check_unit (problems, self, unit);
  if (!bv_connection_query_int (connection, &other, 0, error,
                                "SELECT count (*) FROM registration WHERE unit_id = ?1"
                                " AND year = ?2 AND id <> ?3",
                                "iii", self->unit_id, (gint64) self->year, self->id))
    return NULL;
  if (other > 0)
    add_problem (
      problems, "unit_id", BV_VALUE_ERROR_DUPLICATE,
      g_strdup_printf (_ ("%s already has a registration for %d."), unit->name, self->year));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

/* ── What stands against a step ──────────────────────────────────────────────────────────── */

static const gboolean step_is_allowed[][4] = {
  /*                          draft  sent   returned approved */
  [BV_REGISTRATION_SEND] = { TRUE, FALSE, TRUE, FALSE },
  [BV_REGISTRATION_RETURN] = { FALSE, TRUE, FALSE, FALSE },
  [BV_REGISTRATION_APPROVE] = { FALSE, TRUE, FALSE, FALSE },
  [BV_REGISTRATION_REOPEN] = { FALSE, TRUE, FALSE, TRUE },
};

static char *
refuse_step (BvRegistrationStep step, BvRegistrationState state, const char *name)
{
  if (step == BV_REGISTRATION_REOPEN)
    return g_strdup_printf (_ ("The registration of %s is still open."), name);
  if (state == BV_REGISTRATION_APPROVED)
    return g_strdup_printf (_ ("The registration of %s is already approved."), name);
  if (step == BV_REGISTRATION_SEND)
    return g_strdup_printf (_ ("The registration of %s is already received."), name);
  return g_strdup_printf (_ ("The registration of %s has not been received yet."), name);
}

/* No step before the one that it follows. */
static void
check_order (GPtrArray *problems,
             const BvRegistration *self,
             BvRegistrationStep step,
             const char *date)
{
  gboolean is_back = step == BV_REGISTRATION_SEND;
  const char *earlier = is_back ? self->closed_on : self->sent_on;
  g_autofree char *day = NULL;

  if (earlier == NULL || strcmp (date, earlier) >= 0)
    return;
  day = bv_date_format_short (earlier);
  add_problem (problems, "on_date", BV_VALUE_ERROR_RANGE,
               is_back ? g_strdup_printf (_ ("The registration was returned on %s: it comes back "
                                             "on that day or later."),
                                          day)
                       : g_strdup_printf (_ ("The registration was received on %s: choose that day "
                                             "or a later one."),
                                          day));
}

/* A sheet that comes after the unit's end or the year's needs somebody to say why it counts. */
static void
check_sending (GPtrArray *problems,
               const BvRegistration *self,
               const BvUnit *unit,
               const char *date)
{
  if (unit->to_date != NULL && strcmp (date, unit->to_date) > 0)
    {
      g_autofree char *day = bv_date_format_short (unit->to_date);

      add_problem (problems, "on_date", BV_VALUE_ERROR_REASON,
                   g_strdup_printf (_ ("%s ended on %s, before this day: give a reason, or "
                                       "register its successor."),
                                    unit->name, day));
    }
  else if (bv_date_year (date) > self->year)
    add_problem (problems, "on_date", BV_VALUE_ERROR_REASON,
                 g_strdup_printf (_ ("The year %d is over on this day: give a reason for the late "
                                     "registration."),
                                  self->year));
  else if (bv_date_year (date) < self->year - 1)
    add_problem (problems, "on_date", BV_VALUE_ERROR_RANGE,
                 g_strdup_printf (_ ("This day is more than a year before %d."), self->year));
}

static void
check_date (GPtrArray *problems,
            const BvRegistration *self,
            const BvUnit *unit,
            BvRegistrationStep step,
            const char *date,
            const char *reason)
{
  g_autofree char *today = bv_date_today ();

  if (strlen (date) != 10 || !bv_date_is_valid (date))
    add_problem (problems, "on_date", BV_VALUE_ERROR_FORMAT,
                 g_strdup_printf (_ ("“%s” is no date: write day, month and year."), date));
  else if (strcmp (date, today) > 0)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, _ ("This day lies in the future."));
  else
    {
      check_order (problems, self, step, date);
      if (step == BV_REGISTRATION_SEND && problems->len == 0 && bv_record_is_blank (reason))
        check_sending (problems, self, unit, date);
    }
}

GPtrArray *
bv_registration_validate_step (BvConnection *connection,
                               gint64 id,
                               BvRegistrationStep step,
                               const char *date,
                               const char *reason,
                               GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvRegistration) self = bv_registration_load (connection, id, error);
  g_autoptr (BvUnit) unit = NULL;
  g_autofree char *today = bv_date_today ();
  gint64 n_lines;

  if (self != NULL)
    unit = bv_unit_load (connection, self->unit_id, error);
  if (unit == NULL
      || !bv_connection_query_int (connection, &n_lines, 0, error,
                                   "SELECT count (*) FROM registration_line"
                                   " WHERE registration_id = ?1",
                                   "i", id))
    return NULL;
  if (!step_is_allowed[step][self->state])
    {
      add_problem (problems, "", BV_VALUE_ERROR_RANGE, refuse_step (step, self->state, unit->name));
      return g_steal_pointer (&problems);
    }
  if (step == BV_REGISTRATION_SEND && n_lines == 0)
    bv_problems_add (problems, "", BV_VALUE_ERROR_EMPTY,
                     _ ("Nobody is on the list yet: add who strives for which title first."));
  if (step != BV_REGISTRATION_REOPEN)
    check_date (problems, self, unit, step, date != NULL ? date : today, reason);
  if (step == BV_REGISTRATION_RETURN && bv_record_is_blank (reason))
    bv_problems_add (problems, "reason", BV_VALUE_ERROR_EMPTY,
                     _ ("Write why the registration is returned."));
  return g_steal_pointer (&problems);
}
