// SPDX-License-Identifier: GPL-3.0-or-later
/* The next step of a dossier as one button. What is asked stands in the editors; this only leads there. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-step-button.h"

#include "bv-act.h"
#include "bv-toast.h"
#include "merit/bv-agenda.h"
#include "merit/bv-decision-dossier.h"
#include "pages/bv-council-editors.h"
#include "pages/bv-decision-editors.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define KEY "bv-step" /* the step that is under way, on the widget */

/* ── What it says ────────────────────────────────────────────────────────────────────────── */

static const char *
get_label (const BvDossierStep *step)
{
  switch (step->kind)
    {
    case BV_STEP_ADD:
      return _ ("_Propose Many…");
    case BV_STEP_SUBMIT:
      return _ ("_Submit the Dossier");
    case BV_STEP_ACCEPT:
      return _ ("_Accept");
    case BV_STEP_COUNCIL:
      return _ ("Set Up the _Council");
    case BV_STEP_AGENDA:
      return step->target != 0 ? _ ("_Put on the Agenda") : _ ("Plan a _Meeting…");
    case BV_STEP_VOTE:
      return _ ("Open the _Meeting");
    case BV_STEP_DECIDE:
      return step->is_own ? _ ("_Draft the Decision") : _ ("_Enter the Decision…");
    case BV_STEP_ISSUE:
      return _ ("Open the _Draft Decision");
    case BV_STEP_PRINT:
      return _ ("_Certificates");
    case BV_STEP_NONE:
    default:
      return "";
    }
}

static const char *
get_tooltip (const BvDossierStep *step)
{
  switch (step->kind)
    {
    case BV_STEP_ADD:
      return _ ("Propose everybody of a unit whom the law allows");
    case BV_STEP_SUBMIT:
      return _ ("Freezes what the law finds; the appraisal begins");
    case BV_STEP_ACCEPT:
      return _ ("The appraisal is over: before the council, or to who decides");
    case BV_STEP_COUNCIL:
      return _ ("No council is there yet that could vote on this dossier");
    case BV_STEP_AGENDA:
      return step->target != 0 ? _ ("Everybody in the dossier goes before the next meeting")
                               : _ ("No meeting is planned that could vote on this dossier");
    case BV_STEP_VOTE:
      return _ ("Attendance and votes of the meeting that has this dossier before it");
    case BV_STEP_DECIDE:
      return step->is_own ? _ ("Drafts the decision with the list of those whom the council passed")
                          : _ ("Number, date and issuer of the decision that came from above");
    case BV_STEP_ISSUE:
      return _ ("Number and date are still missing");
    case BV_STEP_PRINT:
      return _ ("Certificates of all who are on the list of the decision");
    case BV_STEP_NONE:
    default:
      return NULL;
    }
}

void
bv_step_button_show (GtkButton *button, const BvDossierStep *step)
{
  g_return_if_fail (GTK_IS_BUTTON (button) && step != NULL);

  gtk_widget_set_visible (GTK_WIDGET (button), step->kind != BV_STEP_NONE);
  gtk_button_set_use_underline (button, TRUE);
  gtk_button_set_label (button, get_label (step));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), get_tooltip (step));
}

/* ── What it does ────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvDossierStep step;
  BvStore *store;
  gint64 *made_id; /* a reference box shared with the act */
} Run;

static Run *
run_new (BvStore *store, const BvDossierStep *step)
{
  Run *run = g_new0 (Run, 1);

  run->step = *step;
  run->store = g_object_ref (store);
  run->made_id = g_atomic_rc_box_new0 (gint64);
  return run;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->store);
  g_atomic_rc_box_release (run->made_id);
  g_free (run);
}

static void
open_decision (GtkWidget *widget, gint64 id)
{
  const Run *run = g_object_get_data (G_OBJECT (widget), KEY);

  if (run != NULL)
    gtk_widget_activate_action (widget, "win.open-record-in-year", "(sxi)", "decision", id,
                                run->step.year);
}

static gboolean
agenda_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Run *run = data;

  return bv_agenda_add_dossier_act (store, run->step.target, run->step.dossier_id, NULL, act_id,
                                    error);
}

static void
put_on_agenda (GtkWidget *widget, const Run *asked)
{
  bv_act_call (widget, asked->store, NULL, agenda_call, run_new (asked->store, &asked->step),
               run_free, NULL, NULL);
}

/* A meeting was planned for the dossier: it is what it is about. */
static void
planned_cb (GtkWidget *widget, gint64 id)
{
  Run *run = g_object_get_data (G_OBJECT (widget), KEY);

  if (run == NULL)
    return;
  run->step.target = id;
  put_on_agenda (widget, run);
}

static gboolean
draft_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Run *run = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!bv_decision_new_from_dossier_act (store, run->step.dossier_id, NULL, ids, act_id, error))
    return FALSE;
  *run->made_id = g_array_index (ids, gint64, 0);
  return TRUE;
}

/* What a rule speaks against is asked for in the form. */
static void
drafted_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  const Run *run = g_object_get_data (G_OBJECT (widget), KEY);

  if (run == NULL)
    return;
  if (error == NULL)
    open_decision (widget, *run->made_id);
  else
    {
      bv_toast_error (widget, _ ("The decision could not be drafted"), error);
      bv_decision_editor_from_dossier (widget, run->store, run->step.dossier_id, open_decision);
    }
}

static void
draft (GtkWidget *widget, Run *run)
{
  Run *act = run_new (run->store, &run->step);

  g_atomic_rc_box_release (act->made_id);
  act->made_id = g_atomic_rc_box_acquire (run->made_id);
  bv_act_call (widget, run->store, NULL, draft_call, act, run_free, drafted_cb, NULL);
}

void
bv_step_button_run (GtkWidget *widget, BvStore *store, const BvDossierStep *step)
{
  Run *run;

  g_return_if_fail (GTK_IS_WIDGET (widget) && step != NULL);
  if (store == NULL)
    return;
  run = run_new (store, step);
  g_object_set_data_full (G_OBJECT (widget), KEY, run, run_free);
  switch (step->kind)
    {
    case BV_STEP_COUNCIL:
      gtk_widget_activate_action (widget, "win.show-page", "s", "council");
      return;
    case BV_STEP_AGENDA:
      if (step->target != 0)
        put_on_agenda (widget, run);
      else
        bv_meeting_editor_present (widget, store, 0, planned_cb);
      return;
    case BV_STEP_VOTE:
      gtk_widget_activate_action (widget, "win.open-record", "(sx)", "meeting", step->target);
      return;
    case BV_STEP_DECIDE:
      if (step->is_own)
        draft (widget, run);
      else
        bv_decision_editor_from_dossier (widget, store, step->dossier_id, open_decision);
      return;
    case BV_STEP_ISSUE:
      open_decision (widget, step->target);
      return;
    case BV_STEP_PRINT:
      gtk_widget_activate_action (widget, "win.open-record", "(sx)", "certificates", step->target);
      return;
    case BV_STEP_NONE:
    case BV_STEP_ADD:
    case BV_STEP_SUBMIT:
    case BV_STEP_ACCEPT:
    default:
      return;
    }
}
