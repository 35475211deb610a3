// SPDX-License-Identifier: GPL-3.0-or-later
/* Awards taken back, and given back. Nothing of the award itself is rewritten. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-revocation.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "office/bv-record.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_revocation_grounds[] = {
  { "fraud", N_ ("Dishonest report of the achievement"), NULL },
  { "false_dossier", N_ ("False information or papers in the dossier"), NULL },
  { "wrong_procedure", N_ ("Given against the competence or the procedure"), NULL },
  { "violation", N_ ("A violation in the period was concluded later"), NULL },
  { "sentence", N_ ("Sentenced by a court (State honours)"), NULL },
  { "other", N_ ("Another ground"), NULL },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvRevocation, number),
  BV_RECORD_TEXT_OR_NULL (BvRevocation, on_date),
  BV_RECORD_TEXT (BvRevocation, issuer),
  BV_RECORD_TEXT (BvRevocation, ground),
  BV_RECORD_TEXT (BvRevocation, reason),
  BV_RECORD_TEXT_OR_NULL (BvRevocation, object_returned_on),
  BV_RECORD_TEXT_OR_NULL (BvRevocation, bonus_returned_on),
  BV_RECORD_TEXT (BvRevocation, restored_number),
  BV_RECORD_TEXT_OR_NULL (BvRevocation, restored_on),
  BV_RECORD_TEXT (BvRevocation, note),
};

BvRevocation *
bv_revocation_new (void)
{
  return bv_record_new (sizeof (BvRevocation), texts, G_N_ELEMENTS (texts));
}

BvRevocation *
bv_revocation_copy (const BvRevocation *self)
{
  return bv_record_copy (self, sizeof (BvRevocation), texts, G_N_ELEMENTS (texts));
}

void
bv_revocation_free (BvRevocation *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

char *
bv_revocation_describe (const BvRevocation *self)
{
  g_autofree char *date = bv_date_format_short (self->on_date);
  g_autofree char *restored = bv_date_format_short (self->restored_on);

  if (self->restored_on == NULL)
    return g_strdup_printf (_ ("Taken back by decision %s of %s"), self->number, date);
  return g_strdup_printf (_ ("Taken back by decision %s of %s, given back by decision %s of %s"),
                          self->number, date, self->restored_number, restored);
}

gboolean
bv_revocation_load (BvConnection *connection, gint64 award_id, BvRevocation **self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT number, on_date, issuer, ground, reason, object_returned_on, bonus_returned_on,"
    " restored_number, restored_on, note, id, award_id FROM revocation WHERE award_id = ?1",
    "i", award_id);
  gboolean has_row;

  *self = NULL;
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *self = bv_revocation_new ();
  bv_record_read (*self, texts, G_N_ELEMENTS (texts), statement, 0);
  (*self)->id = bv_statement_int (statement, 10);
  (*self)->award_id = bv_statement_int (statement, 11);
  return TRUE;
}

/* A day on which something can have happened: it exists, is not before @earliest, and not in the future. */
static void
check_day (GPtrArray *problems,
           const char *field,
           const char *date,
           const char *earliest,
           const char *too_early)
{
  g_autofree char *today = bv_date_today ();

  if (date == NULL)
    return;
  bv_record_check_date (problems, field, date);
  if (bv_problems_find (problems, field) != NULL)
    return;
  if (strcmp (date, today) > 0)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, _ ("This date lies in the future."));
  else if (earliest != NULL && strcmp (date, earliest) < 0)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, too_early);
}

static gboolean
check_award (BvConnection *connection,
             GPtrArray *problems,
             const BvRevocation *self,
             GError **error)
{
  g_autoptr (BvAward) award = bv_award_load (connection, self->award_id, error);
  g_autoptr (BvDecision) decision = NULL;
  gint64 n;

  if (award == NULL)
    return FALSE;
  decision = bv_decision_load (connection, award->decision_id, error);
  if (decision == NULL
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count (*) FROM revocation WHERE award_id = ?1"
                                   " AND id <> ?2",
                                   "ii", self->award_id, self->id))
    return FALSE;
  if (n > 0)
    bv_problems_add (problems, "", BV_VALUE_ERROR_DUPLICATE,
                     _ ("This award was taken back before: change that entry."));
  if (!bv_decision_is_issued (decision))
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("The decision is still a draft: remove the line from its list."));
  else
    check_day (problems, "on_date", self->on_date, decision->on_date,
               _ ("The award cannot be taken back before the day on which it was given."));
  return TRUE;
}

GPtrArray *
bv_revocation_validate (BvConnection *connection, const BvRevocation *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  const char *before = _ ("This lies before the day on which the award was taken back.");

  if (bv_record_is_blank (self->number))
    bv_problems_add (problems, "number", BV_VALUE_ERROR_EMPTY,
                     _ ("The number of the decision that takes the award back is missing."));
  if (bv_record_is_blank (self->on_date))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The date of the decision that takes the award back is missing."));
  if (bv_record_is_blank (self->ground))
    bv_problems_add (problems, "ground", BV_VALUE_ERROR_EMPTY,
                     _ ("Choose the ground on which the award is taken back."));
  else
    bv_record_check_choice (problems, "ground", bv_revocation_grounds, self->ground);
  if (g_str_equal (self->ground, "other") && bv_record_is_blank (self->reason))
    bv_problems_add (problems, "reason", BV_VALUE_ERROR_EMPTY,
                     _ ("Write on which ground the award is taken back."));
  if (!check_award (connection, problems, self, error))
    return NULL;
  check_day (problems, "object_returned_on", self->object_returned_on, self->on_date, before);
  check_day (problems, "bonus_returned_on", self->bonus_returned_on, self->on_date, before);
  check_day (problems, "restored_on", self->restored_on, self->on_date, before);
  if (self->restored_on != NULL && bv_record_is_blank (self->restored_number))
    bv_problems_add (problems, "restored_number", BV_VALUE_ERROR_EMPTY,
                     _ ("The number of the decision that gives the award back is missing."));
  else if (self->restored_on == NULL && !bv_record_is_blank (self->restored_number))
    bv_problems_add (problems, "restored_on", BV_VALUE_ERROR_EMPTY,
                     _ ("The date of the decision that gives the award back is missing."));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

gboolean
bv_revocation_save (BvConnection *connection, BvRevocation *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_revocation_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO revocation (number, on_date, issuer, ground, reason, object_returned_on,"
        " bonus_returned_on, restored_number, restored_on, note, award_id)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      : "UPDATE revocation SET number = ?1, on_date = ?2, issuer = ?3, ground = ?4, reason = ?5,"
        " object_returned_on = ?6, bonus_returned_on = ?7, restored_number = ?8,"
        " restored_on = ?9, note = ?10 WHERE award_id = ?11",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  bv_statement_bind_int (statement, 11, self->award_id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_revocation_restore (BvConnection *connection,
                       gint64 award_id,
                       const char *number,
                       const char *date,
                       GError **error)
{
  g_autoptr (BvRevocation) self = NULL;

  if (!bv_revocation_load (connection, award_id, &self, error))
    return FALSE;
  if (self == NULL || self->restored_on != NULL)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("This award is not taken back: there is nothing to give back."));
      return FALSE;
    }
  bv_text_set (&self->restored_number, number);
  bv_text_set (&self->restored_on, date);
  return bv_revocation_save (connection, self, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvRevocation *revocation;
  gint64 award_id;
  const char *number;
  const char *date;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_revocation_save (connection, ((Act *) user_data)->revocation, error);
}

static gboolean
restore_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_revocation_restore (connection, act->award_id, act->number, act->date, error);
}

static char *
load_name (BvStore *store, gint64 award_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvAward) award = NULL;

  if (lease != NULL)
    award = bv_award_load (bv_lease_connection (lease), award_id, error);
  return award != NULL ? g_strdup (award->name_printed) : NULL;
}

gboolean
bv_revocation_save_act (BvStore *store, BvRevocation *self, gint64 *act_id, GError **error)
{
  Act act = { .revocation = self };
  gint64 old_id = self->id;
  g_autofree char *name = load_name (store, self->award_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (old_id == 0 ? _ ("Take back the award of %s")
                                       : _ ("Change how the award of %s was taken back"),
                           name);
  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_revocation_restore_act (BvStore *store,
                           gint64 award_id,
                           const char *number,
                           const char *date,
                           gint64 *act_id,
                           GError **error)
{
  Act act = { .award_id = award_id, .number = number, .date = date };
  g_autofree char *name = load_name (store, award_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Give the award of %s back"), name);
  return bv_store_act (store, title, BV_ACT_NONE, restore_act, &act, NULL, act_id, error);
}
