// SPDX-License-Identifier: GPL-3.0-or-later
/* The states of dossiers and nominations, and the findings frozen on the way. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-flow.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-dossier-private.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

/* ── Judging ─────────────────────────────────────────────────────────────────────────────── */

BvEligibility *
bv_nomination_judge (BvFacts *facts,
                     BvRegimeSet *regimes,
                     const BvDossier *dossier,
                     const BvNomination *self,
                     GError **error)
{
  g_autofree char *date = bv_dossier_get_date (dossier);
  const BvEligibilityQuestion question = {
    .year = dossier->year,
    .date = date,
    .regime_id = *dossier->regime_id != '\0' ? dossier->regime_id : NULL,
    .manner = dossier->manner,
    .achievement = *self->achievement != '\0' ? self->achievement : NULL,
    .movement_id = dossier->movement_id,
    .nomination_id = self->id,
  };

  return bv_eligibility_judge (facts, regimes, &question, self->subject_id, self->form_code, error);
}

BvEligibility *
bv_nomination_judge_now (BvConnection *connection,
                         BvRegimeSet *regimes,
                         gint64 nomination_id,
                         GError **error)
{
  g_autoptr (BvNomination) self = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvFacts) facts = NULL;

  if (self == NULL)
    return NULL;
  dossier = bv_dossier_load (connection, self->dossier_id, error);
  facts = dossier != NULL ? bv_facts_load (connection, self->subject_id, error) : NULL;
  return facts != NULL ? bv_nomination_judge (facts, regimes, dossier, self, error) : NULL;
}

/* ── Then and now ────────────────────────────────────────────────────────────────────────── */

void
bv_finding_change_free (BvFindingChange *self)
{
  if (self == NULL)
    return;
  g_free (self->requirement);
  g_free (self->article);
  g_free (self->was);
  g_free (self->is);
  g_free (self);
}

/* The findings that say something of their own: of a group its members. */
static void
flatten (GPtrArray *findings, GPtrArray *flat)
{
  for (guint i = 0; i < findings->len; i++)
    {
      BvFinding *finding = g_ptr_array_index (findings, i);

      if ((finding->kind == BV_CONDITION_ALL || finding->kind == BV_CONDITION_ANY)
          && finding->of->len > 0)
        flatten (finding->of, flat);
      else
        g_ptr_array_add (flat, finding);
    }
}

/* The same condition among @flat from @taken on: by its words, which a regime does not repeat. */
static const BvFinding *
take_same (GPtrArray *flat, const BvFinding *finding)
{
  for (guint i = 0; i < flat->len; i++)
    {
      const BvFinding *other = g_ptr_array_index (flat, i);

      if (other->kind == finding->kind && g_str_equal (other->requirement, finding->requirement)
          && g_str_equal (other->article, finding->article))
        {
          g_ptr_array_remove_index (flat, i);
          return other;
        }
    }
  return NULL;
}

static void
add_change (GPtrArray *changes, const BvFinding *was, const BvFinding *is)
{
  const BvFinding *any = is != NULL ? is : was;
  BvFindingChange *change = g_new0 (BvFindingChange, 1);

  change->requirement = g_strdup (any->requirement);
  change->article = g_strdup (any->article);
  change->was_there = was != NULL;
  change->is_there = is != NULL;
  change->was_verdict = was != NULL ? was->verdict : BV_VERDICT_CANNOT_TELL;
  change->is_verdict = is != NULL ? is->verdict : BV_VERDICT_CANNOT_TELL;
  change->was = g_strdup (was != NULL ? was->explanation : "");
  change->is = g_strdup (is != NULL ? is->explanation : "");
  g_ptr_array_add (changes, change);
}

GPtrArray *
bv_findings_compare (const BvFrozenFindings *frozen, const BvEligibility *today)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_change_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  flatten (frozen->findings, before);
  flatten (today->findings, now);
  for (guint i = 0; i < now->len; i++)
    {
      const BvFinding *is = g_ptr_array_index (now, i);
      const BvFinding *was = take_same (before, is);

      if (was == NULL || was->verdict != is->verdict
          || !g_str_equal (was->explanation, is->explanation))
        add_change (changes, was, is);
    }
  for (guint i = 0; i < before->len; i++)
    add_change (changes, g_ptr_array_index (before, i), NULL);
  return changes;
}

/* ── Submitting ──────────────────────────────────────────────────────────────────────────── */

static gboolean
freeze (BvConnection *connection,
        BvFacts *facts,
        BvRegimeSet *regimes,
        const BvDossier *dossier,
        BvNomination *self,
        const char *now,
        GError **error)
{
  g_autofree char *date = bv_dossier_get_date (dossier);
  g_autoptr (BvEligibility) eligibility = NULL;
  g_autofree char *findings = NULL;

  if (!bv_nomination_take_snapshot (connection, self, date, error))
    return FALSE;
  eligibility = bv_nomination_judge (facts, regimes, dossier, self, error);
  if (eligibility == NULL)
    return FALSE;
  findings = bv_eligibility_to_json (eligibility, now);
  return bv_nomination_update (connection, self, error)
         && bv_connection_run (connection, error,
                               "UPDATE nomination SET findings = ?2 WHERE id = ?1", "is", self->id,
                               findings);
}

static gboolean
check_line (BvConnection *connection, const BvNomination *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_nomination_validate (connection, self, error);
  const BvProblem *problem;

  if (problems == NULL)
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  problem = g_ptr_array_index (problems, 0);
  g_set_error (error, BV_VALUE_ERROR, problem->code, _ ("%s: %s"), self->name_printed,
               problem->message);
  return FALSE;
}

static gboolean
refuse (const BvDossier *self, GError **error)
{
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               /* TRANSLATORS: title of a dossier, its state: Accepted. */
               _ ("This cannot be done with the dossier “%s”: its state is “%s”."), self->title,
               bv_dossier_state_get_label (self->state));
  return FALSE;
}

static gboolean
take_reason (const char *reason, char **clean, GError **error)
{
  *clean = bv_text_clean_paragraphs (reason);
  if (!bv_record_is_short (*clean, BV_RECORD_MAX_LINE, error))
    {
      g_clear_pointer (clean, g_free);
      return FALSE;
    }
  if (**clean != '\0')
    return TRUE;
  g_clear_pointer (clean, g_free);
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                       _ ("Write the reason, so that the unit knows what to mend."));
  return FALSE;
}

gboolean
bv_dossier_submit (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvFacts) facts = NULL;
  g_autofree char *now = bv_date_now ();
  guint n = 0;

  if (self == NULL)
    return FALSE;
  if (!bv_dossier_is_open (self))
    return refuse (self, error);
  if (self->received_on == NULL)
    self->received_on = bv_date_today ();
  nominations = bv_nomination_list (connection, id, error);
  regimes = nominations != NULL ? bv_regime_set_load (connection, error) : NULL;
  facts = regimes != NULL ? bv_facts_load (connection, 0, error) : NULL;
  if (facts == NULL
      || !bv_connection_run (connection, error,
                             "UPDATE dossier SET state = 'submitted', submitted_at = ?2,"
                             " received_on = ?3, return_reason = '' WHERE id = ?1",
                             "iss", id, now, self->received_on))
    return FALSE;
  for (guint i = 0; i < nominations->len; i++)
    {
      BvNomination *nomination = g_ptr_array_index (nominations, i);

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      n++;
      if (!check_line (connection, nomination, error)
          || !freeze (connection, facts, regimes, self, nomination, now, error))
        return FALSE;
    }
  if (n > 0)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
               _ ("The dossier “%s” proposes nobody: add nominations before you submit it."),
               self->title);
  return FALSE;
}

/* ── The other steps ─────────────────────────────────────────────────────────────────────── */

static gboolean
set_state (BvConnection *connection,
           const BvDossier *self,
           BvDossierState state,
           const char *reason,
           GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE dossier SET state = ?2, return_reason = ?3 WHERE id = ?1",
                            "iss", self->id, bv_dossier_state_to_code (state), reason);
}

gboolean
bv_dossier_take_back (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);

  if (self == NULL)
    return FALSE;
  if (self->state != BV_DOSSIER_SUBMITTED)
    return refuse (self, error);
  return set_state (connection, self, BV_DOSSIER_DRAFT, "", error);
}

/* What the council has passed rests on the dossier as it was. @where: of nomination n. */
static gboolean
check_not_voted (BvConnection *connection,
                 const char *where,
                 gint64 id,
                 const char *name,
                 GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count (*) FROM agenda_item i JOIN meeting g ON g.id = i.meeting_id"
    " JOIN nomination n ON n.id = i.nomination_id"
    " WHERE %s AND g.state = 'closed' AND i.result = 'passed'",
    where);
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error, sql, "i", id))
    return FALSE;
  if (n > 0)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                 /* TRANSLATORS: title of a dossier, or who is nominated. */
                 _ ("The council has passed “%s”: open its meeting again before it is returned."),
                 name);
  return n == 0;
}

gboolean
bv_dossier_return (BvConnection *connection, gint64 id, const char *reason, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);
  g_autofree char *clean = NULL;

  if (self == NULL)
    return FALSE;
  if (self->state != BV_DOSSIER_SUBMITTED && self->state != BV_DOSSIER_ACCEPTED)
    return refuse (self, error);
  if (!check_not_voted (connection, "n.dossier_id = ?1", id, self->title, error))
    return FALSE;
  return take_reason (reason, &clean, error)
         && set_state (connection, self, BV_DOSSIER_RETURNED, clean, error);
}

gboolean
bv_dossier_accept (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, id, error);
  gint64 n;

  if (self == NULL)
    return FALSE;
  if (self->state != BV_DOSSIER_SUBMITTED)
    return refuse (self, error);
  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM nomination WHERE dossier_id = ?1"
                                " AND state = 'proposed'",
                                "i", id))
    return FALSE;
  if (n == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("In the dossier “%s” every nomination is returned or withdrawn: return the "
                      "dossier instead."),
                   self->title);
      return FALSE;
    }
  return set_state (connection, self, BV_DOSSIER_ACCEPTED, "", error);
}

/* A nomination of a decided dossier stands. */
static gboolean
load_undecided (BvConnection *connection,
                gint64 id,
                BvNomination **self,
                BvDossier **dossier,
                GError **error)
{
  *dossier = NULL;
  *self = bv_nomination_load (connection, id, error);
  if (*self == NULL)
    return FALSE;
  *dossier = bv_dossier_load (connection, (*self)->dossier_id, error);
  return *dossier != NULL && ((*dossier)->state != BV_DOSSIER_DECIDED || refuse (*dossier, error));
}

static gboolean
set_nomination_state (BvConnection *connection,
                      gint64 id,
                      BvNominationState state,
                      const char *reason,
                      GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE nomination SET state = ?2, return_reason = ?3 WHERE id = ?1",
                            "iss", id, bv_nomination_states[state].code, reason);
}

/* A step is taken once. */
static gboolean
refuse_state (const BvNomination *self, BvNominationState state, GError **error)
{
  if (self->state != state)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               /* TRANSLATORS: who is nominated, then the state of the nomination: Returned. */
               _ ("The nomination of %s is in this state already: “%s”."), self->name_printed,
               bv_choice_label (bv_nomination_states, bv_nomination_states[state].code));
  return FALSE;
}

gboolean
bv_nomination_return (BvConnection *connection, gint64 id, const char *reason, GError **error)
{
  g_autoptr (BvNomination) self = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *clean = NULL;

  return load_undecided (connection, id, &self, &dossier, error)
         && refuse_state (self, BV_NOMINATION_RETURNED, error)
         && check_not_voted (connection, "n.id = ?1", id, self->name_printed, error)
         && take_reason (reason, &clean, error)
         && set_nomination_state (connection, id, BV_NOMINATION_RETURNED, clean, error);
}

gboolean
bv_nomination_withdraw (BvConnection *connection, gint64 id, const char *reason, GError **error)
{
  g_autoptr (BvNomination) self = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *clean = bv_text_clean_paragraphs (reason);

  return load_undecided (connection, id, &self, &dossier, error)
         && refuse_state (self, BV_NOMINATION_WITHDRAWN, error)
         && bv_record_is_short (clean, BV_RECORD_MAX_LINE, error)
         && set_nomination_state (connection, id, BV_NOMINATION_WITHDRAWN, clean, error);
}

gboolean
bv_nomination_propose_again (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvNomination) self = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvFacts) facts = NULL;
  g_autofree char *now = bv_date_now ();

  if (!load_undecided (connection, id, &self, &dossier, error)
      || !refuse_state (self, BV_NOMINATION_PROPOSED, error)
      || !set_nomination_state (connection, id, BV_NOMINATION_PROPOSED, "", error))
    return FALSE;
  if (bv_dossier_is_open (dossier))
    return TRUE;
  regimes = bv_regime_set_load (connection, error);
  facts = regimes != NULL ? bv_facts_load (connection, self->subject_id, error) : NULL;
  return facts != NULL && check_line (connection, self, error)
         && freeze (connection, facts, regimes, dossier, self, now, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef gboolean (*Step) (BvConnection *connection, gint64 id, GError **error);
typedef gboolean (*ReasonStep) (BvConnection *connection,
                                gint64 id,
                                const char *reason,
                                GError **error);

typedef struct
{
  gint64 id;
  const char *reason;
  Step step;
  ReasonStep reason_step;
} Act;

static gboolean
act_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return act->step != NULL ? act->step (connection, act->id, error)
                           : act->reason_step (connection, act->id, act->reason, error);
}

/* The title of the dossier, or the name of who is nominated: for the history. */
static char *
get_name (BvStore *store, gint64 id, gboolean is_dossier, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvNomination) nomination = NULL;

  if (lease == NULL)
    return NULL;
  if (is_dossier)
    {
      dossier = bv_dossier_load (bv_lease_connection (lease), id, error);
      return dossier != NULL ? g_strdup (dossier->title) : NULL;
    }
  nomination = bv_nomination_load (bv_lease_connection (lease), id, error);
  return nomination != NULL ? g_strdup (nomination->name_printed) : NULL;
}

/* @title: (transfer full) */
static gboolean
run (BvStore *store, Act *act, char *title, gint64 *act_id, GError **error)
{
  g_autofree char *owned = title;

  return bv_store_act (store, owned, BV_ACT_NONE, act_cb, act, NULL, act_id, error);
}

gboolean
bv_dossier_submit_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .step = bv_dossier_submit };
  g_autofree char *name = get_name (store, id, TRUE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Submit the dossier “%s”"), name), act_id, error);
}

gboolean
bv_dossier_take_back_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .step = bv_dossier_take_back };
  g_autofree char *name = get_name (store, id, TRUE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Take back the dossier “%s”"), name), act_id,
                 error);
}

gboolean
bv_dossier_return_act (BvStore *store,
                       gint64 id,
                       const char *reason,
                       gint64 *act_id,
                       GError **error)
{
  Act act = { .id = id, .reason = reason, .reason_step = bv_dossier_return };
  g_autofree char *name = get_name (store, id, TRUE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Return the dossier “%s”"), name), act_id, error);
}

gboolean
bv_dossier_accept_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .step = bv_dossier_accept };
  g_autofree char *name = get_name (store, id, TRUE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Accept the dossier “%s”"), name), act_id, error);
}

gboolean
bv_nomination_return_act (BvStore *store,
                          gint64 id,
                          const char *reason,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .id = id, .reason = reason, .reason_step = bv_nomination_return };
  g_autofree char *name = get_name (store, id, FALSE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Return the nomination of %s"), name), act_id,
                 error);
}

gboolean
bv_nomination_withdraw_act (BvStore *store,
                            gint64 id,
                            const char *reason,
                            gint64 *act_id,
                            GError **error)
{
  Act act = { .id = id, .reason = reason, .reason_step = bv_nomination_withdraw };
  g_autofree char *name = get_name (store, id, FALSE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Withdraw the nomination of %s"), name), act_id,
                 error);
}

gboolean
bv_nomination_propose_again_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .step = bv_nomination_propose_again };
  g_autofree char *name = get_name (store, id, FALSE, error);

  return name != NULL
         && run (store, &act, g_strdup_printf (_ ("Propose %s again"), name), act_id, error);
}
