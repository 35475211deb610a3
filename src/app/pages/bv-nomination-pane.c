// SPDX-License-Identifier: GPL-3.0-or-later
/* One nomination as groups of rows, made anew from one read. What its rows do is in bv-nomination-acts.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nomination-pane.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "compat/bv-widget.h"
#include "merit/bv-evidence.h"
#include "pages/bv-dossier-editors.h"
#include "pages/bv-nomination-acts.h"
#include "pages/bv-nomination-answer.h"
#include "store/bv-store.h"
#include "widgets/bv-findings-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvNominationPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *return_button;
  GtkWidget *again_button;
  GtkBox *groups;
  GtkScrolledWindow *scrolled;

  /* Owned */
  BvStore *store;
  GCancellable *reading;

  /* State */
  gint64 id;
  gboolean is_open; /* it may be changed */
  gboolean is_reading;
  gboolean shows_frozen;
};

G_DEFINE_FINAL_TYPE (BvNominationPane, bv_nomination_pane, GTK_TYPE_WIDGET)

/* ── Rows ──────────────────────────────────────────────────────────────────────────────────── */

static AdwPreferencesGroup *
add_group (BvNominationPane *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* A row whose texts are no markup. */
static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
new_button (const char *icon_name, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  return button;
}

static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = new_row (title, text);

  gtk_widget_add_css_class (row, "bv-fact");
  adw_preferences_group_add (group, row);
}

static void
show_completeness (BvNominationPane *self, const BvCompleteness *meter)
{
  AdwPreferencesGroup *group;
  g_autofree char *title = NULL;

  if (meter->n_needed == 0)
    return;
  /* TRANSLATORS: how many papers are there, how many are needed. */
  title = g_strdup_printf (_ ("Papers: %u of %u"), meter->n_there, meter->n_needed);
  group = add_group (self, title);
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);
      GtkWidget *row = new_row (item->title, item->missing);

      /* A form of the law may have a long title; what is missing is what counts. */
      adw_action_row_add_prefix (
        ADW_ACTION_ROW (row),
        bv_verdict_image_new (item->is_there ? BV_VERDICT_MET : BV_VERDICT_NOT_MET));
      adw_preferences_group_add (group, row);
    }
}

static void
show_texts (BvNominationPane *self, const BvNominationAnswer *answer)
{
  const BvNomination *nomination = answer->nomination;
  AdwPreferencesGroup *group = add_group (self, _ ("Achievement"));

  if (self->is_open)
    {
      GtkWidget *edit = new_button ("document-edit-symbolic", _ ("Edit the texts (Ctrl+E)"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "nomination.edit");
      adw_preferences_group_set_header_suffix (group, edit);
    }
  if (nomination->state != BV_NOMINATION_PROPOSED && *nomination->return_reason != '\0')
    add_fact (group,
              nomination->state == BV_NOMINATION_RETURNED ? _ ("Reason of the return")
                                                          : _ ("Reason of the withdrawal"),
              nomination->return_reason);
  add_fact (group, _ ("As on the certificate"),
            *nomination->achievement != '\0' ? nomination->achievement : _ ("Not written yet"));
  if (*nomination->summary != '\0')
    add_fact (group, _ ("Summary"), nomination->summary);
  if (answer->parts->len > 0)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *joined = NULL;

      for (guint i = 0; i < answer->parts->len; i++)
        g_ptr_array_add (names, g_ptr_array_index (answer->parts, i));
      g_ptr_array_add (names, NULL);
      joined = g_strjoinv (", ", (char **) names->pdata);
      add_fact (group, _ ("Parts of the report that are written"), joined);
    }
  for (guint i = 0; i < answer->same->len; i++)
    {
      GtkWidget *row = new_row (g_ptr_array_index (answer->same, i),
                                *nomination->override_reason != '\0' ? nomination->override_reason
                                                                     : NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_preferences_group_add (group, row);
    }
  if (answer->same->len == 0 && *nomination->override_reason != '\0')
    add_fact (group, _ ("Reason to let it stand"), nomination->override_reason);
  if (*nomination->note != '\0')
    add_fact (group, _ ("Note"), nomination->note);
}

static void
link_cb (GtkSwitch *toggle, GParamSpec *pspec, gpointer user_data)
{
  BvNominationPane *self = user_data;
  gint64 *id = g_object_get_data (G_OBJECT (toggle), "bv-id");

  bv_nomination_link (GTK_WIDGET (self), self->store, self->id, *id,
                      gtk_switch_get_active (toggle));
}

static void
show_initiatives (BvNominationPane *self, const BvNominationAnswer *answer)
{
  AdwPreferencesGroup *group;

  if (answer->initiatives->len == 0)
    return;
  group = add_group (self, _ ("Initiatives that back it"));
  for (guint i = 0; i < answer->initiatives->len; i++)
    {
      const BvNominationInitiative *initiative = g_ptr_array_index (answer->initiatives, i);
      g_autofree char *used = *initiative->used_for != '\0'
                                ? g_strdup_printf (_ ("Already used for %s"), initiative->used_for)
                                : NULL;
      GtkWidget *row = new_row (initiative->title, used);
      GtkWidget *toggle = gtk_switch_new ();

      gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
      gtk_switch_set_active (GTK_SWITCH (toggle), initiative->is_linked);
      gtk_widget_set_sensitive (toggle, self->is_open);
      g_object_set_data_full (G_OBJECT (toggle), "bv-id",
                              g_memdup2 (&initiative->initiative_id, sizeof (gint64)), g_free);
      g_signal_connect (toggle, "notify::active", G_CALLBACK (link_cb), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      initiative->title, -1);
      if (used != NULL)
        adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                   gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->is_open ? toggle : NULL);
      adw_preferences_group_add (group, row);
    }
}

static void
answer_cb (GtkDropDown *dropdown, GParamSpec *pspec, gpointer user_data)
{
  BvNominationPane *self = user_data;
  const char *key = g_object_get_data (G_OBJECT (dropdown), "bv-key");
  static const int answers[] = { -1, 1, 0 };
  guint selected = gtk_drop_down_get_selected (dropdown);

  if (selected < G_N_ELEMENTS (answers))
    bv_nomination_answer (GTK_WIDGET (self), self->store, self->id, key, answers[selected]);
}

static void
show_attestations (BvNominationPane *self, const BvNominationAnswer *answer)
{
  AdwPreferencesGroup *group;

  if (answer->attestations->len == 0)
    return;
  group = add_group (self, _ ("What only the minutes can tell"));
  for (guint i = 0; i < answer->attestations->len; i++)
    {
      const BvAttestation *attestation = g_ptr_array_index (answer->attestations, i);
      g_autofree char *facts = attestation->basis != NULL && *attestation->basis != '\0'
                                 ? g_strdup_printf ("%s · %s", attestation->article,
                                                    attestation->basis)
                                 : g_strdup (attestation->article);
      GtkWidget *row = new_row (attestation->text, facts);
      const char *const labels[] = { _ ("Not said"), _ ("Yes"), _ ("No"), NULL };
      GtkWidget *dropdown = gtk_drop_down_new_from_strings (labels);

      gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), attestation->holds < 0 ? 0
                                                            : attestation->holds   ? 1
                                                                                   : 2);
      gtk_widget_set_sensitive (dropdown, self->is_open);
      g_object_set_data_full (G_OBJECT (dropdown), "bv-key", g_strdup (attestation->key), g_free);
      g_signal_connect (dropdown, "notify::selected", G_CALLBACK (answer_cb), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      attestation->text, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), dropdown);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), dropdown);
      adw_preferences_group_add (group, row);
    }
}

static gint64
get_paper (GtkWidget *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), "bv-id");
}

static void
open_paper_cb (GtkWidget *button, gpointer user_data)
{
  BvNominationPane *self = user_data;

  bv_nomination_open_paper (GTK_WIDGET (self), self->store, get_paper (button));
}

static void
save_paper_cb (GtkWidget *button, gpointer user_data)
{
  BvNominationPane *self = user_data;

  bv_nomination_save_paper (GTK_WIDGET (self), self->store, get_paper (button));
}

static void
edit_paper_cb (GtkWidget *button, gpointer user_data)
{
  BvNominationPane *self = user_data;

  bv_nomination_edit_paper (GTK_WIDGET (self), self->store, get_paper (button),
                            g_object_get_data (G_OBJECT (button), "bv-name"),
                            g_object_get_data (G_OBJECT (button), "bv-kind"));
}

static void
remove_paper_cb (GtkWidget *button, gpointer user_data)
{
  BvNominationPane *self = user_data;

  bv_step_run (GTK_WIDGET (self), self->store, bv_evidence_remove_act, get_paper (button));
}

static GtkWidget *
new_paper_button (BvNominationPane *self,
                  const char *icon_name,
                  const char *tooltip,
                  gint64 id,
                  GCallback callback)
{
  GtkWidget *button = new_button (icon_name, tooltip);

  g_object_set_data_full (G_OBJECT (button), "bv-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
show_papers (BvNominationPane *self, const BvNominationAnswer *answer)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Papers kept"));
  gboolean may_add = answer->dossier->state != BV_DOSSIER_DECIDED;

  if (may_add)
    {
      GtkWidget *add = new_button ("list-add-symbolic", _ ("Add a paper from a file"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "nomination.add-paper");
      adw_preferences_group_set_header_suffix (group, add);
    }
  if (answer->papers->len == 0)
    adw_preferences_group_set_description (
      group, may_add ? _ ("Drop scanned papers here, or add them with the button: at most 20 MiB "
                          "each.")
                     : _ ("None."));
  for (guint i = 0; i < answer->papers->len; i++)
    {
      const BvEvidence *paper = g_ptr_array_index (answer->papers, i);
      g_autofree char *size = g_format_size ((guint64) paper->size);
      g_autofree char *date = bv_date_format_short (paper->added_on);
      /* TRANSLATORS: kind of paper, size, day it was added. */
      g_autofree char *facts = g_strdup_printf (
        _ ("%s · %s · added %s"), bv_choice_label (bv_evidence_kinds, paper->kind), size, date);
      GtkWidget *row = new_row (paper->name, facts);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_paper_button (self, "document-open-symbolic", _ ("Open"),
                                                   paper->id, G_CALLBACK (open_paper_cb)));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_paper_button (self, "document-save-as-symbolic",
                                                   _ ("Save a copy"), paper->id,
                                                   G_CALLBACK (save_paper_cb)));
      if (self->is_open)
        {
          GtkWidget *edit = new_paper_button (self, "document-edit-symbolic",
                                              _ ("Kind of the paper"), paper->id,
                                              G_CALLBACK (edit_paper_cb));

          g_object_set_data_full (G_OBJECT (edit), "bv-name", g_strdup (paper->name), g_free);
          g_object_set_data_full (G_OBJECT (edit), "bv-kind", g_strdup (paper->kind), g_free);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
        }
      if (self->is_open)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   new_paper_button (self, "user-trash-symbolic", _ ("Remove"),
                                                     paper->id, G_CALLBACK (remove_paper_cb)));
      adw_preferences_group_add (group, row);
    }
}

/* What the records say otherwise than when the dossier was submitted. */
static void
show_changes (BvNominationPane *self, const BvNominationAnswer *answer)
{
  AdwPreferencesGroup *group;

  if (answer->changes == NULL || answer->changes->len == 0)
    return;
  group = add_group (self, _ ("Otherwise than when submitted"));
  adw_preferences_group_set_description (
    group, _ ("Records changed since. What was proposed stays as it was."));
  for (guint i = 0; i < answer->changes->len; i++)
    {
      const BvFindingChange *change = g_ptr_array_index (answer->changes, i);
      /* TRANSLATORS: a verdict when submitted, the verdict today: "Met → Not met". */
      g_autofree char *words = g_strdup_printf (
        _ ("%s → %s"), change->was_there ? bv_verdict_get_label (change->was_verdict) : "–",
        change->is_there ? bv_verdict_get_label (change->is_verdict) : "–");
      g_autofree char *text = *change->is != '\0' ? g_strdup_printf ("%s\n%s", words, change->is)
                                                  : g_strdup (words);

      adw_preferences_group_add (group, new_row (change->requirement, text));
    }
}

static void
when_cb (GtkDropDown *dropdown, GParamSpec *pspec, gpointer user_data)
{
  BvNominationPane *self = user_data;

  self->shows_frozen = gtk_drop_down_get_selected (dropdown) == 0;
  bv_nomination_pane_reload (self);
}

static void
show_findings (BvNominationPane *self, const BvNominationAnswer *answer)
{
  AdwPreferencesGroup *group = add_group (self, _ ("By the law"));
  GtkWidget *view;

  if (answer->frozen != NULL)
    {
      const char *const labels[] = { _ ("When submitted"), _ ("Today"), NULL };
      GtkWidget *dropdown = gtk_drop_down_new_from_strings (labels);

      gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), self->shows_frozen ? 0 : 1);
      g_signal_connect (dropdown, "notify::selected", G_CALLBACK (when_cb), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Findings of which day"), -1);
      adw_preferences_group_set_header_suffix (group, dropdown);
    }
  if (answer->today == NULL && (answer->frozen == NULL || !self->shows_frozen))
    {
      adw_preferences_group_set_description (group, answer->no_judgement);
      return;
    }
  view = bv_findings_view_new ();
  if (answer->frozen != NULL && self->shows_frozen)
    bv_findings_view_show_frozen (BV_FINDINGS_VIEW (view), answer->frozen);
  else
    bv_findings_view_show (BV_FINDINGS_VIEW (view), answer->today);
  adw_preferences_group_add (group, view);
}

/* ── The whole ─────────────────────────────────────────────────────────────────────────────── */

static void
update_actions (BvNominationPane *self, const BvNominationAnswer *answer)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_there = answer != NULL;
  gboolean is_undecided = is_there && answer->dossier->state != BV_DOSSIER_DECIDED;
  gboolean is_closed = is_there && !bv_dossier_is_open (answer->dossier);
  gboolean is_proposed = is_there && answer->nomination->state == BV_NOMINATION_PROPOSED;

  gtk_widget_action_set_enabled (widget, "nomination.edit", is_there && self->is_open);
  gtk_widget_action_set_enabled (widget, "nomination.report", is_there && self->is_open);
  gtk_widget_action_set_enabled (widget, "nomination.add-paper", is_undecided);
  gtk_widget_action_set_enabled (widget, "nomination.return", is_undecided && is_proposed);
  gtk_widget_action_set_enabled (widget, "nomination.withdraw", is_undecided && is_proposed);
  gtk_widget_action_set_enabled (widget, "nomination.again", is_undecided && !is_proposed);
  gtk_widget_action_set_enabled (widget, "nomination.remove", is_there && self->is_open);
  gtk_widget_action_set_enabled (widget, "nomination.record", is_there);
  gtk_widget_set_visible (self->return_button, is_undecided && is_proposed && is_closed);
  gtk_widget_set_visible (self->again_button, is_undecided && !is_proposed);
}

static void
show_head (BvNominationPane *self, const BvNominationAnswer *answer)
{
  const BvNomination *nomination = answer->nomination;
  const char *award = answer->award != NULL ? answer->award->name : nomination->form_code;
  g_autofree char *kicker = NULL;

  if (nomination->state == BV_NOMINATION_PROPOSED)
    kicker = g_strdup (award);
  else
    kicker = g_strdup_printf (
      "%s · %s", award,
      bv_choice_label (bv_nomination_states, bv_nomination_states[nomination->state].code));
  gtk_label_set_text (self->kicker, kicker);
  gtk_label_set_text (self->title_label, nomination->name_printed);
  gtk_label_set_text (self->detail_label, nomination->detail_printed);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *nomination->detail_printed != '\0');
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvNominationPane *self = owner;
  g_autoptr (BvNominationAnswer) answer = result;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double place = gtk_adjustment_get_value (adjustment);
  GtkWidget *child;

  self->is_reading = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The nomination could not be read"), error);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self, NULL);
      return;
    }
  self->is_open = bv_dossier_is_open (answer->dossier)
                  || (answer->dossier->state == BV_DOSSIER_SUBMITTED
                      && answer->nomination->state == BV_NOMINATION_RETURNED);
  show_head (self, answer);
  show_texts (self, answer);
  show_completeness (self, answer->meter);
  show_changes (self, answer);
  show_findings (self, answer);
  show_attestations (self, answer);
  show_initiatives (self, answer);
  show_papers (self, answer);
  gtk_stack_set_visible_child_name (self->stack, "nomination");
  update_actions (self, answer);
  gtk_adjustment_set_value (adjustment, place);
}

static void
start_reading (BvNominationPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->id == 0)
    {
      self->is_reading = FALSE;
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self, NULL);
      return;
    }
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_nomination_answer_read,
                 g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                 (GDestroyNotify) bv_nomination_answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_nomination_editor_present (widget, self->store, self->id);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_report_editor_present (widget, self->store, self->id);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_reason_editor_present (widget, self->store, _ ("Return the Nomination"),
                            _ ("This one alone goes back to the unit; the others go on."), NULL,
                            _ ("_Return"), TRUE, bv_nomination_return_act, self->id);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_reason_editor_present (widget, self->store, _ ("Withdraw the Nomination"),
                            _ ("It stays in the dossier and is no longer proposed."), NULL,
                            _ ("_Withdraw"), FALSE, bv_nomination_withdraw_act, self->id);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_step_run (widget, self->store, bv_nomination_propose_again_act, self->id);
}

static gboolean
remove_one (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  return bv_nomination_remove_act (store, &id, 1, act_id, error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_step_run (widget, self->store, remove_one, self->id);
}

static void
chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  bv_nomination_pane_add_file (BV_NOMINATION_PANE (widget), file);
}

static void
add_paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_open (widget, _ ("Add a Paper"), 0, chosen_cb, NULL);
}

static void
record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  bv_nomination_open_record (widget, self->store, self->id);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  BvNominationPane *self = user_data;
  GSList *files = g_value_get_boxed (value);

  if (self->id == 0)
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    bv_nomination_pane_add_file (self, l->data);
  return files != NULL;
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_nomination_pane_dispose (GObject *object)
{
  BvNominationPane *self = BV_NOMINATION_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_NOMINATION_PANE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bv_nomination_pane_parent_class)->dispose (object);
}

static void
bv_nomination_pane_class_init (BvNominationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nomination_pane_dispose;
  gtk_widget_class_install_action (widget_class, "nomination.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "nomination.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "nomination.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "nomination.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "nomination.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "nomination.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "nomination.add-paper", NULL, add_paper_action);
  gtk_widget_class_install_action (widget_class, "nomination.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "nomination.edit",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-nomination-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, return_button);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, again_button);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, groups);
  gtk_widget_class_bind_template_child (widget_class, BvNominationPane, scrolled);
  gtk_widget_class_set_css_name (widget_class, "bv-nomination-pane");
}

static void
bv_nomination_pane_init (BvNominationPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->shows_frozen = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_actions (self, NULL);
}

void
bv_nomination_pane_set_store (BvNominationPane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_NOMINATION_PANE (self));

  if (self->store == store)
    return;
  self->id = 0;
  g_set_object (&self->store, store);
  start_reading (self);
}

void
bv_nomination_pane_set_nomination (BvNominationPane *self, gint64 id)
{
  g_return_if_fail (BV_IS_NOMINATION_PANE (self));

  if (self->id == id)
    return;
  self->id = id;
  self->shows_frozen = TRUE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  start_reading (self);
}

gint64
bv_nomination_pane_get_nomination (BvNominationPane *self)
{
  g_return_val_if_fail (BV_IS_NOMINATION_PANE (self), 0);

  return self->id;
}

void
bv_nomination_pane_reload (BvNominationPane *self)
{
  g_return_if_fail (BV_IS_NOMINATION_PANE (self));

  start_reading (self);
}

gboolean
bv_nomination_pane_is_settled (BvNominationPane *self)
{
  g_return_val_if_fail (BV_IS_NOMINATION_PANE (self), TRUE);

  return !self->is_reading;
}

void
bv_nomination_pane_add_file (BvNominationPane *self, GFile *file)
{
  g_return_if_fail (BV_IS_NOMINATION_PANE (self));

  if (self->id != 0)
    bv_nomination_add_paper (GTK_WIDGET (self), self->store, self->id, file);
}
