// SPDX-License-Identifier: GPL-3.0-or-later
/* What a nomination holds, as groups of rows. Rows call the acts; the pane reads again after each. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nomination-groups.h"

#include "base/bv-date.h"
#include "merit/bv-evidence.h"
#include "pages/bv-dossier-editors.h"
#include "pages/bv-nomination-acts.h"
#include "store/bv-store.h"
#include "widgets/bv-findings-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What the callbacks of the rows need; lives as long as the rows. */
typedef struct
{
  GtkBox *box;     /* borrowed */
  GtkWidget *pane; /* borrowed */
  BvStore *store;
  gint64 id;
  gboolean is_open;
  gboolean shows_frozen;

  /* Borrowed: what answers a row of the completeness further up */
  GtkWidget *first_answer;
  GtkWidget *first_initiative;
} Groups;

static void
groups_free (gpointer data)
{
  Groups *self = data;

  g_object_unref (self->store);
  g_free (self);
}

/* ── Rows ──────────────────────────────────────────────────────────────────────────────────── */

static AdwPreferencesGroup *
add_group (Groups *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
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
answer_first_cb (Groups *self)
{
  if (self->first_answer != NULL)
    gtk_widget_grab_focus (self->first_answer);
}

static void
link_first_cb (Groups *self)
{
  if (self->first_initiative != NULL)
    gtk_widget_grab_focus (self->first_initiative);
}

/* What is missing is there to be done: its row does it, or leads to where it stands. */
static void
offer (Groups *self, GtkWidget *row, const char *key)
{
  static const struct
  {
    const char *key;
    const char *action; /* (nullable): @leads instead */
    void (*leads) (Groups *self);
  } actions[] = {
    { "report", "nomination.report", NULL },
    { "minutes", "nomination.add-paper", NULL },
    { "attestation", NULL, answer_first_cb },
    { "initiative", NULL, link_first_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].key, key))
      {
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   gtk_image_new_from_icon_name ("go-next-symbolic"));
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
        if (actions[i].action != NULL)
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), actions[i].action);
        else
          g_signal_connect_swapped (row, "activated", G_CALLBACK (actions[i].leads), self);
      }
}

static void
show_completeness (Groups *self, const BvCompleteness *meter, guint n_initiatives)
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
      if (!item->is_there && self->is_open
          && (!g_str_equal (item->key, "initiative") || n_initiatives > 0))
        offer (self, row, item->key);
      adw_preferences_group_add (group, row);
    }
}

static void
show_texts (Groups *self, const BvNominationAnswer *answer)
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
  Groups *self = user_data;
  gint64 *id = g_object_get_data (G_OBJECT (toggle), "bv-id");

  bv_nomination_link (self->pane, self->store, self->id, *id, gtk_switch_get_active (toggle));
}

static void
show_initiatives (Groups *self, const BvNominationAnswer *answer)
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
      if (self->first_initiative == NULL)
        self->first_initiative = toggle;
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->is_open ? toggle : NULL);
      adw_preferences_group_add (group, row);
    }
}

static void
answer_cb (GtkDropDown *dropdown, GParamSpec *pspec, gpointer user_data)
{
  Groups *self = user_data;
  const char *key = g_object_get_data (G_OBJECT (dropdown), "bv-key");
  static const int answers[] = { -1, 1, 0 };
  guint selected = gtk_drop_down_get_selected (dropdown);

  if (selected < G_N_ELEMENTS (answers))
    bv_nomination_answer (self->pane, self->store, self->id, key, answers[selected]);
}

static void
show_attestations (Groups *self, const BvNominationAnswer *answer)
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
      if (self->first_answer == NULL && attestation->holds < 0)
        self->first_answer = dropdown;
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
  Groups *self = user_data;

  bv_nomination_open_paper (self->pane, self->store, get_paper (button));
}

static void
save_paper_cb (GtkWidget *button, gpointer user_data)
{
  Groups *self = user_data;

  bv_nomination_save_paper (self->pane, self->store, get_paper (button));
}

static void
edit_paper_cb (GtkWidget *button, gpointer user_data)
{
  Groups *self = user_data;

  bv_nomination_edit_paper (self->pane, self->store, get_paper (button),
                            g_object_get_data (G_OBJECT (button), "bv-name"),
                            g_object_get_data (G_OBJECT (button), "bv-kind"));
}

static void
remove_paper_cb (GtkWidget *button, gpointer user_data)
{
  Groups *self = user_data;

  bv_step_run (self->pane, self->store, bv_evidence_remove_act, get_paper (button));
}

static GtkWidget *
new_paper_button (Groups *self,
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
show_papers (Groups *self, const BvNominationAnswer *answer)
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
show_changes (Groups *self, const BvNominationAnswer *answer)
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
      gboolean is_same = change->was_there && change->is_there
                         && change->was_verdict == change->is_verdict;
      const char *verdict = is_same ? bv_verdict_get_label (change->is_verdict) : words;
      g_autofree char *text = *change->is != '\0' ? g_strdup_printf ("%s\n%s", verdict, change->is)
                                                  : g_strdup (verdict);

      adw_preferences_group_add (group, new_row (change->requirement, text));
    }
}

static void
when_cb (GtkDropDown *dropdown, GParamSpec *pspec, gpointer user_data)
{
  Groups *self = user_data;

  gtk_widget_activate_action (self->pane, "nomination.show-findings", "b",
                              gtk_drop_down_get_selected (dropdown) == 0);
}

static void
show_findings (Groups *self, const BvNominationAnswer *answer)
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

void
bv_nomination_groups_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  g_object_set_data (G_OBJECT (box), "bv-groups", NULL);
}

void
bv_nomination_groups_fill (GtkBox *box,
                           GtkWidget *pane,
                           BvStore *store,
                           const BvNominationAnswer *answer,
                           gboolean is_open,
                           gboolean shows_frozen)
{
  Groups *self = g_new0 (Groups, 1);

  bv_nomination_groups_clear (box);
  self->box = box;
  self->pane = pane;
  self->store = g_object_ref (store);
  self->id = answer->nomination->id;
  self->is_open = is_open;
  self->shows_frozen = shows_frozen;
  g_object_set_data_full (G_OBJECT (box), "bv-groups", self, groups_free);
  show_texts (self, answer);
  show_completeness (self, answer->meter, answer->initiatives->len);
  show_changes (self, answer);
  show_findings (self, answer);
  show_attestations (self, answer);
  show_initiatives (self, answer);
  show_papers (self, answer);
}
