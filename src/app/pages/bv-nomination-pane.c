// SPDX-License-Identifier: GPL-3.0-or-later
/* One nomination, made anew from one read. Its rows are in bv-nomination-groups.c, what they do in bv-nomination-acts.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nomination-pane.h"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "compat/bv-widget.h"
#include "pages/bv-dossier-editors.h"
#include "pages/bv-nomination-acts.h"
#include "pages/bv-nomination-answer.h"
#include "pages/bv-nomination-groups.h"
#include "store/bv-store.h"

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

/* ── The whole ─────────────────────────────────────────────────────────────────────────────── */

static void
update_actions (BvNominationPane *self, const BvNominationAnswer *answer)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_there = answer != NULL;
  gboolean is_undecided = is_there && answer->dossier->state != BV_DOSSIER_DECIDED;
  gboolean is_closed = is_there && !bv_dossier_is_open (answer->dossier);
  gboolean is_proposed = is_there && answer->nomination->state == BV_NOMINATION_PROPOSED;

  bv_act_set_enabled (widget, self->store, "nomination.edit", is_there && self->is_open);
  bv_act_set_enabled (widget, self->store, "nomination.report", is_there && self->is_open);
  bv_act_set_enabled (widget, self->store, "nomination.add-paper", is_undecided);
  bv_act_set_enabled (widget, self->store, "nomination.return", is_undecided && is_proposed);
  bv_act_set_enabled (widget, self->store, "nomination.withdraw", is_undecided && is_proposed);
  bv_act_set_enabled (widget, self->store, "nomination.again", is_undecided && !is_proposed);
  bv_act_set_enabled (widget, self->store, "nomination.remove", is_there && self->is_open);
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

  self->is_reading = FALSE;
  bv_nomination_groups_clear (self->groups);
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
  bv_nomination_groups_fill (self->groups, GTK_WIDGET (self), self->store, answer, self->is_open,
                             self->shows_frozen);
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
show_findings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationPane *self = BV_NOMINATION_PANE (widget);

  self->shows_frozen = g_variant_get_boolean (parameter);
  bv_nomination_pane_reload (self);
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
  gtk_widget_class_install_action (widget_class, "nomination.show-findings", "b",
                                   show_findings_action);
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
