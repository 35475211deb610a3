// SPDX-License-Identifier: GPL-3.0-or-later
/* Saving and deleting dossiers, inside an act and as acts of their own. Their states change in bv-dossier-flow.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-evidence.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

gboolean
bv_dossier_check_open (const BvDossier *self, GError **error)
{
  if (bv_dossier_is_open (self))
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               self->state == BV_DOSSIER_DECIDED
                 ? _ ("The dossier “%s” is decided: it can no longer change.")
                 : _ ("The dossier “%s” is submitted: return it with a reason or take it back "
                      "before you change it."),
               self->title);
  return FALSE;
}

/* What a submitted dossier asks for stands; texts and days around it may be mended. */
static gboolean
keep_submitted (const BvDossier *stored, const BvDossier *self, GError **error)
{
  if (bv_dossier_is_open (stored)
      || (stored->year == self->year && stored->manner == self->manner
          && stored->is_simplified == self->is_simplified && stored->level == self->level
          && stored->movement_id == self->movement_id && stored->proposer_id == self->proposer_id
          && g_strcmp0 (stored->received_on, self->received_on) == 0
          && g_str_equal (stored->regime_id, self->regime_id)))
    return TRUE;
  return bv_dossier_check_open (stored, error);
}

/* Another level, manner or law must not leave lines that it does not allow. */
static gboolean
check_lines (BvConnection *connection, const BvDossier *self, GError **error)
{
  g_autoptr (GPtrArray) nominations = bv_nomination_list (connection, self->id, error);

  if (nominations == NULL)
    return FALSE;
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);
      g_autoptr (GPtrArray) problems = NULL;

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      problems = bv_nomination_validate (connection, nomination, error);
      if (problems == NULL)
        return FALSE;
      if (problems->len > 0)
        {
          const BvProblem *problem = g_ptr_array_index (problems, 0);

          /* TRANSLATORS: name of who is nominated, then a whole sentence about what is wrong. */
          g_set_error (error, BV_VALUE_ERROR, problem->code, _ ("%s: %s"), nomination->name_printed,
                       problem->message);
          return FALSE;
        }
    }
  return TRUE;
}

static void
bind_numbers (BvStatement *statement, int index, const BvDossier *self)
{
  bv_statement_bind_int (statement, index++, self->year);
  bv_statement_bind_text (statement, index++, bv_manner_to_code (self->manner));
  bv_statement_bind_int (statement, index++, self->is_simplified);
  bv_statement_bind_text (statement, index++, bv_level_to_code (self->level));
  if (self->movement_id != 0)
    bv_statement_bind_int (statement, index, self->movement_id);
  index++;
  if (self->proposer_id != 0)
    bv_statement_bind_int (statement, index, self->proposer_id);
  index++;
  bv_statement_bind_int (statement, index++, self->working_days);
  if (self->id != 0)
    bv_statement_bind_int (statement, index, self->id);
}

gboolean
bv_dossier_save (BvConnection *connection, BvDossier *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvDossier) stored = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, bv_dossier_texts, BV_DOSSIER_N_FORM_TEXTS);
  problems = bv_dossier_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  if (self->id != 0)
    {
      stored = bv_dossier_load (connection, self->id, error);
      if (stored == NULL || !keep_submitted (stored, self, error))
        return FALSE;
      self->state = stored->state;
      bv_text_set (&self->submitted_at, stored->submitted_at);
      bv_text_set (&self->return_reason, stored->return_reason);
    }
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO dossier (title, received_on, opinion_from, opinion_to, proposal_number,"
        " proposal_date, regime_id, regime_reason, note, year, manner, is_simplified, level,"
        " movement_id, proposer_id, working_days) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
        " ?11, ?12, ?13, ?14, ?15, ?16)"
      : "UPDATE dossier SET title = ?1, received_on = ?2, opinion_from = ?3, opinion_to = ?4,"
        " proposal_number = ?5, proposal_date = ?6, regime_id = ?7, regime_reason = ?8, note = ?9,"
        " year = ?10, manner = ?11, is_simplified = ?12, level = ?13, movement_id = ?14,"
        " proposer_id = ?15, working_days = ?16 WHERE id = ?17",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, bv_dossier_texts, BV_DOSSIER_N_FORM_TEXTS, statement, 1);
  bind_numbers (statement, BV_DOSSIER_N_FORM_TEXTS + 1, self);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    {
      self->id = bv_connection_last_id (connection);
      return TRUE;
    }
  return !bv_dossier_is_open (self) || check_lines (connection, self, error);
}

gboolean
bv_dossier_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);
  gint64 n_used;

  if (self == NULL
      || !bv_connection_query_int (
        connection, &n_used, 0, error,
        "SELECT (SELECT count (*) FROM decision WHERE dossier_id = ?1)"
        " + (SELECT count (*) FROM award a JOIN nomination n ON n.id = a.nomination_id"
        " WHERE n.dossier_id = ?1)"
        " + (SELECT count (*) FROM agenda_item i JOIN nomination n ON n.id = i.nomination_id"
        " WHERE n.dossier_id = ?1)",
        "i", id))
    return FALSE;
  if (self->state == BV_DOSSIER_DECIDED || n_used > 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The dossier “%s” was before the council or is decided: it cannot be "
                      "deleted."),
                   self->title);
      return FALSE;
    }
  return bv_connection_run (connection, error, "DELETE FROM dossier WHERE id = ?1", "i", id)
         && bv_evidence_sweep (connection, error);
}

gboolean
bv_dossier_set_decided (BvConnection *connection, gint64 id, gboolean is_decided, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);

  if (self == NULL)
    return FALSE;
  if ((self->state == BV_DOSSIER_DECIDED) == (is_decided != FALSE))
    return TRUE;
  if (is_decided && self->state != BV_DOSSIER_ACCEPTED)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The dossier “%s” is not accepted yet: accept it before it is decided."),
                   self->title);
      return FALSE;
    }
  return bv_connection_run (connection, error, "UPDATE dossier SET state = ?2 WHERE id = ?1", "is",
                            id, is_decided ? "decided" : "accepted");
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_dossier_save (connection, user_data, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_dossier_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_dossier_save_act (BvStore *store, BvDossier *self, gint64 *act_id, GError **error)
{
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Create the dossier “%s”") : _ ("Change the dossier “%s”"), self->title);

  if (bv_store_act (store, title, BV_ACT_NONE, save_cb, self, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_dossier_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvDossier) self = NULL;
  g_autofree char *title = NULL;

  if (lease == NULL)
    return FALSE;
  self = bv_dossier_load (bv_lease_connection (lease), id, error);
  g_clear_pointer (&lease, bv_lease_free);
  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete the dossier “%s”"), self->title);
  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, &id, NULL, act_id, error);
}
