// SPDX-License-Identifier: GPL-3.0-or-later
/* Saving, issuing, taking back and deleting decisions, inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-decision.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "merit/bv-dossier.h"
#include "merit/bv-ledger.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static void
clean (char **text)
{
  char *cleaned = bv_text_clean (*text);

  g_free (*text);
  *text = cleaned;
}

static void
clean_texts (BvDecision *self)
{
  clean (&self->number);
  clean (&self->title);
  clean (&self->issuer);
  clean (&self->place);
  clean (&self->signer_name);
  clean (&self->signer_post);
  clean (&self->signer_prefix);
  clean (&self->signer_on_behalf_of);
  clean (&self->proposal);
  clean (&self->note);
  clean (&self->regime_id);
  clean (&self->regime_reason);
  clean (&self->override_reason);
  /* A reason for nothing is none. */
  if (*self->regime_id == '\0')
    bv_text_set (&self->regime_reason, "");
}

static gboolean
check (GPtrArray *problems, GError **error)
{
  return problems != NULL && bv_problems_check (problems, error);
}

/* What an issued decision says stands: only texts around it may be mended. */
static gboolean
keep_issued (BvConnection *connection, BvDecision *self, gboolean *regime_changes, GError **error)
{
  g_autoptr (BvDecision) stored = bv_decision_load (connection, self->id, error);

  if (stored == NULL)
    return FALSE;
  if (stored->origin != self->origin)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("A decision made here cannot become one received, nor the reverse."));
      return FALSE;
    }
  *regime_changes = !g_str_equal (stored->regime_id, self->regime_id);
  if (stored->origin == BV_ORIGIN_RECEIVED)
    return TRUE;
  g_free (self->number);
  self->number = g_strdup (stored->number);
  g_free (self->on_date);
  self->on_date = g_strdup (stored->on_date);
  if (bv_decision_is_issued (stored)
      && (stored->year != self->year || stored->level != self->level || *regime_changes
          || !g_str_equal (stored->issuer, self->issuer)))
    {
      g_set_error (
        error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
        _ ("Decision %s is issued: its year, level, issuer and law can no longer change. "
           "Take it back first."),
        stored->number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
compute_bonuses (BvConnection *connection, gint64 id, const char *date, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, id, error);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;

  if (decision == NULL)
    return FALSE;
  awards = bv_award_list (connection, id, error);
  if (awards == NULL)
    return FALSE;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      BvAward *award = g_ptr_array_index (awards, i);

      if (!bv_award_compute_bonus_under (
            connection, bv_decision_get_regime (decision, regimes, date), award, date, error)
          || !bv_award_update (connection, award, error))
        return FALSE;
    }
  return bv_award_settle_decision (connection, id, 0, error);
}

/* When the last of its nominations is decided, a dossier is; when a decision is taken back, it waits again. What the
 * council turned down needs no decision. */
static gboolean
settle_dossier (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (BvDossier) dossier = NULL;
  gint64 n_waiting;

  if (dossier_id == 0)
    return TRUE;
  dossier = bv_dossier_load (connection, dossier_id, error);
  if (dossier == NULL
      || !bv_connection_query_int (
        connection, &n_waiting, 0, error,
        "SELECT count (*) FROM nomination n WHERE n.dossier_id = ?1 AND n.state = 'proposed'"
        " AND coalesce ((SELECT i.result FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        "  WHERE i.nomination_id = n.id AND m.state = 'closed' ORDER BY m.on_date DESC, i.id DESC"
        "  LIMIT 1), '') <> 'failed'"
        " AND NOT EXISTS (SELECT 1 FROM award a JOIN decision d ON d.id = a.decision_id"
        "  WHERE a.nomination_id = n.id AND d.on_date IS NOT NULL)",
        "i", dossier_id))
    return FALSE;
  if ((n_waiting == 0 && dossier->state == BV_DOSSIER_ACCEPTED)
      || (n_waiting > 0 && dossier->state == BV_DOSSIER_DECIDED))
    return bv_dossier_set_decided (connection, dossier_id, n_waiting == 0, error);
  return TRUE;
}

/* What came from above is decided there: whoever is not on its list did not get it. */
static gboolean
settle_received (BvConnection *connection, const BvDecision *self, GError **error)
{
  g_autoptr (BvDossier) dossier = NULL;
  gint64 n_lines;

  if (self->dossier_id == 0)
    return TRUE;
  dossier = bv_dossier_load (connection, self->dossier_id, error);
  if (dossier == NULL
      || !bv_connection_query_int (connection, &n_lines, 0, error,
                                   "SELECT count (*) FROM award WHERE decision_id = ?1", "i",
                                   self->id))
    return FALSE;
  return n_lines == 0 || dossier->state != BV_DOSSIER_ACCEPTED
         || bv_dossier_set_decided (connection, self->dossier_id, TRUE, error);
}

static gboolean
write_row (BvConnection *connection, const BvDecision *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO decision (number, on_date, title, year, origin, level, issuer, place,"
        " signer_name, signer_post, signer_prefix, signer_on_behalf_of, proposal, note,"
        " dossier_id, regime_id, regime_reason, override_reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
        " ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"
      : "UPDATE decision SET number = ?1, on_date = ?2, title = ?3, year = ?4, origin = ?5,"
        " level = ?6, issuer = ?7, place = ?8, signer_name = ?9, signer_post = ?10,"
        " signer_prefix = ?11, signer_on_behalf_of = ?12, proposal = ?13, note = ?14,"
        " dossier_id = ?15, regime_id = ?16, regime_reason = ?17, override_reason = ?18"
        " WHERE id = ?19",
    error);

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_text (statement, 1, self->number);
  bv_statement_bind_text (statement, 2, self->on_date);
  bv_statement_bind_text (statement, 3, self->title);
  bv_statement_bind_int (statement, 4, self->year);
  bv_statement_bind_text (statement, 5, self->origin == BV_ORIGIN_RECEIVED ? "received" : "made");
  bv_statement_bind_text (statement, 6, bv_level_to_code (self->level));
  bv_statement_bind_text (statement, 7, self->issuer);
  bv_statement_bind_text (statement, 8, self->place);
  bv_statement_bind_text (statement, 9, self->signer_name);
  bv_statement_bind_text (statement, 10, self->signer_post);
  bv_statement_bind_text (statement, 11, self->signer_prefix);
  bv_statement_bind_text (statement, 12, self->signer_on_behalf_of);
  bv_statement_bind_text (statement, 13, self->proposal);
  bv_statement_bind_text (statement, 14, self->note);
  if (self->dossier_id != 0)
    bv_statement_bind_int (statement, 15, self->dossier_id);
  bv_statement_bind_text (statement, 16, self->regime_id);
  bv_statement_bind_text (statement, 17, self->regime_reason);
  bv_statement_bind_text (statement, 18, self->override_reason);
  if (self->id != 0)
    bv_statement_bind_int (statement, 19, self->id);
  return bv_statement_run (statement, error);
}

gboolean
bv_decision_save (BvConnection *connection, BvDecision *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean regime_changes = FALSE;

  clean_texts (self);
  problems = bv_decision_validate (connection, self, error);
  if (!check (problems, error))
    return FALSE;
  if (self->id == 0)
    {
      gboolean is_draft = self->origin == BV_ORIGIN_MADE;

      if (is_draft)
        {
          g_clear_pointer (&self->on_date, g_free);
          g_free (self->number);
          self->number = g_strdup ("");
        }
      if (!write_row (connection, self, error))
        return FALSE;
      self->id = bv_connection_last_id (connection);
      return TRUE;
    }
  if (!keep_issued (connection, self, &regime_changes, error))
    return FALSE;
  /* The lines follow when the year was wrong; a line given another year by hand keeps it. */
  if (!bv_connection_run (connection, error,
                          "UPDATE award SET year = ?2 WHERE decision_id = ?1 AND year <> ?2"
                          " AND year = (SELECT year FROM decision WHERE id = ?1)",
                          "ii", self->id, (gint64) self->year))
    return FALSE;
  if (!write_row (connection, self, error))
    return FALSE;
  /* Another day may mean another law and another base salary. */
  if (self->origin == BV_ORIGIN_RECEIVED)
    return compute_bonuses (connection, self->id, self->on_date, error)
           && settle_received (connection, self, error);
  return bv_decision_is_issued (self) || !regime_changes
         || bv_award_refresh_bonuses (connection, self->id, error);
}

gboolean
bv_decision_issue (BvConnection *connection,
                   gint64 id,
                   const char *number,
                   const char *date,
                   const char *reason,
                   GError **error)
{
  g_autoptr (GPtrArray)
    problems = bv_decision_validate_issue (connection, id, number, date, reason, error);
  g_autoptr (BvDecision) self = NULL;
  g_autofree char *clean_reason = bv_text_clean (reason);
  g_autofree char *formatted = NULL;

  if (!check (problems, error))
    return FALSE;
  self = bv_decision_load (connection, id, error);
  if (self == NULL)
    return FALSE;
  formatted = bv_decision_format_number (connection, number, date, error);
  if (formatted == NULL
      || !bv_connection_run (connection, error,
                             "UPDATE decision SET number = ?2, on_date = ?3, override_reason ="
                             " coalesce (?4, override_reason) WHERE id = ?1",
                             "isss", id, formatted, date, reason != NULL ? clean_reason : NULL))
    return FALSE;
  return compute_bonuses (connection, id, date, error)
         && bv_ledger_assign (connection, id, date, error)
         && settle_dossier (connection, self->dossier_id, error);
}

gboolean
bv_decision_unissue (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDecision) self = bv_decision_load (connection, id, error);
  gint64 n_bound;

  if (self == NULL)
    return FALSE;
  if (self->origin == BV_ORIGIN_RECEIVED || !bv_decision_is_issued (self))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("Only a decision that this office has issued can be taken back."));
      return FALSE;
    }
  if (!bv_connection_query_int (connection, &n_bound, 0, error,
                                "SELECT (SELECT count (*) FROM revocation r JOIN award a"
                                " ON a.id = r.award_id WHERE a.decision_id = ?1)"
                                " + (SELECT count (*) FROM fund_entry WHERE decision_id = ?1)",
                                "i", id))
    return FALSE;
  if (n_bound > 0)
    {
      g_set_error (
        error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
        _ ("Bonuses of decision %s are paid or awards of it taken back: it can no longer "
           "become a draft. Undo those acts first."),
        self->number);
      return FALSE;
    }
  return bv_connection_run (connection, error,
                            "UPDATE decision SET number = '', on_date = NULL WHERE id = ?1", "i",
                            id)
         && settle_dossier (connection, self->dossier_id, error);
}

gboolean
bv_decision_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDecision) self = bv_decision_load (connection, id, error);

  if (self == NULL)
    return FALSE;
  if (self->origin == BV_ORIGIN_MADE && bv_decision_is_issued (self))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("Decision %s is issued and cannot be deleted: take it back first."),
                   self->number);
      return FALSE;
    }
  return bv_ledger_retire (connection, id, 0, error)
         && bv_connection_run (connection, error, "DELETE FROM award WHERE decision_id = ?1", "i",
                               id)
         && bv_connection_run (connection, error, "DELETE FROM decision WHERE id = ?1", "i", id)
         && settle_dossier (connection, self->dossier_id, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvDecision *decision;
  gint64 id;
  const char *number;
  const char *date;
  const char *reason;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_decision_save (connection, act->decision, error);
}

static gboolean
issue_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_decision_issue (connection, act->id, act->number, act->date, act->reason, error);
}

static gboolean
unissue_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_decision_unissue (connection, act->id, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_decision_delete (connection, act->id, error);
}

static BvDecision *
load_for_title (BvStore *store, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  return lease != NULL ? bv_decision_load (bv_lease_connection (lease), id, error) : NULL;
}

gboolean
bv_decision_save_act (BvStore *store, BvDecision *self, gint64 *act_id, GError **error)
{
  Act act = { .decision = self };
  gint64 old_id = self->id;
  g_autofree char *title = NULL;

  title = g_strdup_printf (
    old_id == 0 ? _ ("Create the decision “%s”") : _ ("Change the decision “%s”"), self->title);
  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_decision_issue_act (BvStore *store,
                       gint64 id,
                       const char *number,
                       const char *date,
                       const char *reason,
                       gint64 *act_id,
                       GError **error)
{
  Act act = { .id = id, .number = number, .date = date, .reason = reason };
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autofree char *formatted = NULL;
  g_autofree char *title = NULL;

  if (lease == NULL)
    return FALSE;
  /* An impossible number is refused by the act with all other problems; here it is only a title. */
  formatted = bv_decision_format_number (bv_lease_connection (lease), number, NULL, NULL);
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Issue decision %s"), formatted != NULL ? formatted : number);
  return bv_store_act (store, title, BV_ACT_NONE, issue_act, &act, NULL, act_id, error);
}

gboolean
bv_decision_unissue_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  g_autoptr (BvDecision) self = load_for_title (store, id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Take decision %s back to a draft"), self->number);
  return bv_store_act (store, title, BV_ACT_NONE, unissue_act, &act, NULL, act_id, error);
}

gboolean
bv_decision_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  g_autoptr (BvDecision) self = load_for_title (store, id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete the decision “%s”"), self->title);
  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &act, NULL, act_id, error);
}
