// SPDX-License-Identifier: GPL-3.0-or-later
/* Saving a registration and taking it from step to step, inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-registration-private.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static void
clean (char **text)
{
  bv_text_take (text, bv_text_clean (*text));
}

/* Lines are kept, what stands between them is cleaned. */
static void
clean_lines (char **text)
{
  g_auto (GStrv) lines = g_strsplit (*text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    clean (&lines[i]);
  bv_text_take (text, g_strjoinv ("\n", lines));
  g_strstrip (*text);
}

/* The unit and year of a sheet stand once it has lines: they were checked against both. */
static gboolean
keep_place (BvConnection *connection, const BvRegistration *self, GError **error)
{
  g_autoptr (BvRegistration) stored = bv_registration_load_open (connection, self->id, error);
  gint64 n_lines;

  if (stored == NULL)
    return FALSE;
  if (stored->unit_id == self->unit_id && stored->year == self->year)
    return TRUE;
  if (!bv_connection_query_int (
        connection, &n_lines, 0, error,
        "SELECT count (*) FROM registration_line WHERE registration_id = ?1", "i", self->id))
    return FALSE;
  if (n_lines == 0)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("The registration of %s has lines: its unit and year can no longer change."),
               stored->unit_name);
  return FALSE;
}

gboolean
bv_registration_save (BvConnection *connection, BvRegistration *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  clean_lines (&self->content);
  clean (&self->signer_name);
  clean (&self->signer_post);
  clean (&self->note);
  problems = bv_registration_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  if (self->id != 0)
    return keep_place (connection, self, error)
           && bv_connection_run (connection, error,
                                 "UPDATE registration SET year = ?2, unit_id = ?3, content = ?4,"
                                 " signer_name = ?5, signer_post = ?6, note = ?7 WHERE id = ?1",
                                 "iiissss", self->id, (gint64) self->year, self->unit_id,
                                 self->content, self->signer_name, self->signer_post, self->note);
  if (!bv_connection_run (connection, error,
                          "INSERT INTO registration (year, unit_id, content, signer_name,"
                          " signer_post, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          "iissss", (gint64) self->year, self->unit_id, self->content,
                          self->signer_name, self->signer_post, self->note))
    return FALSE;
  self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_registration_begin (BvConnection *connection,
                       gint64 unit_id,
                       int year,
                       gint64 *id,
                       GError **error)
{
  g_autoptr (BvRegistration) sheet = NULL;

  if (!bv_registration_find (connection, unit_id, year, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  sheet = bv_registration_new_for (connection, unit_id, year, error);
  if (sheet == NULL || !bv_registration_save (connection, sheet, error))
    return FALSE;
  *id = sheet->id;
  return TRUE;
}

gboolean
bv_registration_take_step (BvConnection *connection,
                           gint64 id,
                           BvRegistrationStep step,
                           const char *date,
                           const char *reason,
                           GError **error)
{
  g_autoptr (GPtrArray)
    problems = bv_registration_validate_step (connection, id, step, date, reason, error);
  g_autofree char *today = bv_date_today ();
  g_autofree char *text = bv_text_clean (reason);

  if (problems == NULL)
    return FALSE;
  bv_record_check_length (problems, "reason", text, BV_RECORD_MAX_LINE);
  if (!bv_problems_check (problems, error))
    return FALSE;
  if (date == NULL)
    date = today;
  switch (step)
    {
    case BV_REGISTRATION_SEND:
      /* The reason of the last return stays readable beside the mended sheet. */
      return bv_connection_run (connection, error,
                                "UPDATE registration SET state = 'sent', sent_on = ?2,"
                                " closed_on = NULL, override_reason = ?3 WHERE id = ?1",
                                "iss", id, date, text);
    case BV_REGISTRATION_RETURN:
      return bv_connection_run (connection, error,
                                "UPDATE registration SET state = 'returned', closed_on = ?2,"
                                " return_reason = ?3 WHERE id = ?1",
                                "iss", id, date, text);
    case BV_REGISTRATION_APPROVE:
      return bv_connection_run (connection, error,
                                "UPDATE registration SET state = 'approved', closed_on = ?2,"
                                " return_reason = '' WHERE id = ?1",
                                "is", id, date);
    case BV_REGISTRATION_REOPEN:
    default:
      return bv_connection_run (connection, error,
                                "UPDATE registration SET state = 'draft', sent_on = NULL,"
                                " closed_on = NULL WHERE id = ?1",
                                "i", id);
    }
}

gboolean
bv_registration_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvRegistration) self = bv_registration_load (connection, id, error);

  if (self == NULL)
    return FALSE;
  if (self->state == BV_REGISTRATION_APPROVED)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The registration of %s is approved and cannot be deleted: open it again "
                      "first."),
                   self->unit_name);
      return FALSE;
    }
  return bv_connection_run (connection, error,
                            "DELETE FROM registration_line WHERE registration_id = ?1", "i", id)
         && bv_connection_run (connection, error, "DELETE FROM registration WHERE id = ?1", "i",
                               id);
}

gboolean
bv_registration_set_exempt (BvConnection *connection,
                            gint64 unit_id,
                            gboolean is_exempt,
                            const char *reason,
                            GError **error)
{
  g_autofree char *text = bv_text_clean (reason);

  if (!is_exempt)
    return bv_connection_run (
      connection, error, "DELETE FROM registration_exemption WHERE unit_id = ?1", "i", unit_id);
  if (*text == '\0')
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("Write why the unit does not register with this office."));
      return FALSE;
    }
  if (!bv_record_is_short (text, BV_RECORD_MAX_LINE, error))
    return FALSE;
  return bv_connection_run (connection, error,
                            "INSERT INTO registration_exemption (unit_id, reason) VALUES (?1, ?2)"
                            " ON CONFLICT (unit_id) DO UPDATE SET reason = excluded.reason",
                            "is", unit_id, text);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvRegistration *registration;
  gint64 id;
  const gint64 *ids;
  guint n_ids;
  BvRegistrationStep step;
  const char *date;
  const char *reason;
  gboolean is_exempt;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_save (connection, act->registration, error);
}

static gboolean
step_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_take_step (connection, act->id, act->step, act->date, act->reason, error);
}

static gboolean
steps_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  for (guint i = 0; i < act->n_ids; i++)
    if (!bv_registration_take_step (connection, act->ids[i], act->step, act->date, act->reason,
                                    error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_delete (connection, act->id, error);
}

static gboolean
exempt_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_set_exempt (connection, act->id, act->is_exempt, act->reason, error);
}

char *
bv_registration_read_name (BvStore *store, gint64 unit_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  return lease != NULL
           ? bv_subject_name (bv_lease_connection (lease), unit_id, BV_SUBJECT_UNIT, error)
           : NULL;
}

gboolean
bv_registration_save_act (BvStore *store, BvRegistration *self, gint64 *act_id, GError **error)
{
  Act act = { .registration = self };
  gint64 old_id = self->id;
  g_autofree char *name = self->unit_id == 0
                            ? g_strdup ("")
                            : bv_registration_read_name (store, self->unit_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (old_id == 0 ? _ ("Begin the registration of %s for %d")
                                       : _ ("Change the registration of %s for %d"),
                           name, self->year);
  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

static char *
make_step_title (BvRegistrationStep step, const char *name, int year)
{
  switch (step)
    {
    case BV_REGISTRATION_SEND:
      return g_strdup_printf (_ ("Receive the registration of %s for %d"), name, year);
    case BV_REGISTRATION_RETURN:
      return g_strdup_printf (_ ("Return the registration of %s for %d"), name, year);
    case BV_REGISTRATION_APPROVE:
      return g_strdup_printf (_ ("Approve the registration of %s for %d"), name, year);
    case BV_REGISTRATION_REOPEN:
    default:
      return g_strdup_printf (_ ("Open the registration of %s for %d again"), name, year);
    }
}

gboolean
bv_registration_step_act (BvStore *store,
                          gint64 id,
                          BvRegistrationStep step,
                          const char *date,
                          const char *reason,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .id = id, .step = step, .date = date, .reason = reason };
  int year = 0;
  g_autofree char *name = bv_registration_read_unit_name (store, id, &year, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = make_step_title (step, name, year);
  return bv_store_act (store, title, BV_ACT_NONE, step_act, &act, NULL, act_id, error);
}

static char *
make_steps_title (BvRegistrationStep step, guint n, int year)
{
  switch (step)
    {
    case BV_REGISTRATION_SEND:
      return g_strdup_printf (
        ngettext ("Receive %u registration for %d", "Receive %u registrations for %d", n), n, year);
    case BV_REGISTRATION_RETURN:
      return g_strdup_printf (
        ngettext ("Return %u registration for %d", "Return %u registrations for %d", n), n, year);
    case BV_REGISTRATION_APPROVE:
      return g_strdup_printf (
        ngettext ("Approve %u registration for %d", "Approve %u registrations for %d", n), n, year);
    case BV_REGISTRATION_REOPEN:
    default:
      return g_strdup_printf (
        ngettext ("Open %u registration for %d again", "Open %u registrations for %d again", n), n,
        year);
    }
}

gboolean
bv_registration_steps_act (BvStore *store,
                           const gint64 *ids,
                           guint n_ids,
                           BvRegistrationStep step,
                           const char *date,
                           const char *reason,
                           gint64 *act_id,
                           GError **error)
{
  Act act = { .ids = ids, .n_ids = n_ids, .step = step, .date = date, .reason = reason };
  int year = 0;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (n_ids > 0, FALSE);
  if (n_ids == 1)
    return bv_registration_step_act (store, ids[0], step, date, reason, act_id, error);
  name = bv_registration_read_unit_name (store, ids[0], &year, error);
  if (name == NULL)
    return FALSE;
  title = make_steps_title (step, n_ids, year);
  return bv_store_act (store, title, BV_ACT_NONE, steps_act, &act, NULL, act_id, error);
}

gboolean
bv_registration_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  int year = 0;
  g_autofree char *name = bv_registration_read_unit_name (store, id, &year, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete the registration of %s for %d"), name, year);
  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &act, NULL, act_id, error);
}

gboolean
bv_registration_set_exempt_act (BvStore *store,
                                gint64 unit_id,
                                gboolean is_exempt,
                                const char *reason,
                                gint64 *act_id,
                                GError **error)
{
  Act act = { .id = unit_id, .is_exempt = is_exempt, .reason = reason };
  g_autofree char *name = bv_registration_read_name (store, unit_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (
    is_exempt ? _ ("Expect no registration of %s") : _ ("Expect a registration of %s again"), name);
  return bv_store_act (store, title, BV_ACT_NONE, exempt_act, &act, NULL, act_id, error);
}
