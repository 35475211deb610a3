// SPDX-License-Identifier: GPL-3.0-or-later
/* One dossier: its head with state, term, papers and money, the list of nominations, and the chosen one. One read brings
 * the head and what the law and the meter say of every line. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-dossier-view.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-widget.h"
#include "merit/bv-award.h"
#include "merit/bv-dossier-flow.h"
#include "pages/bv-dossier-answer.h"
#include "pages/bv-dossier-editors.h"
#include "pages/bv-dossier-lines.h"
#include "pages/bv-nomination-pane.h"
#include "pages/bv-propose-window.h"
#include "pages/bv-recipient-entry.h"
#include "pages/bv-step-button.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvDossierView
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *facts_label;
  GtkLabel *totals_label;
  GtkLabel *money_label;
  GtkLabel *fund_label;
  GtkLabel *papers_label;
  GtkWidget *return_box;
  GtkLabel *return_label;
  GtkButton *step_button;
  GtkWidget *return_button;
  GtkWidget *add_box;
  BvRecipientEntry *recipient_entry;
  GtkDropDown *form_dropdown;
  BvListView *lines;
  BvNominationPane *pane;

  /* Owned */
  BvStore *store;
  BvDossier *dossier;
  BvDossierStep next;
  GPtrArray *form_codes; /* as in the dropdown */
  char *last_form;
  char *last_achievement;
  GCancellable *reading;

  /* State */
  gint64 id;
  gint64 wanted_line; /* to be shown once it is there */
  guint n_lines;
  gboolean is_reading;
  gboolean starts; /* the focus goes to the names when they are there */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvDossierView, bv_dossier_view, GTK_TYPE_WIDGET)

/* ── The lines ─────────────────────────────────────────────────────────────────────────────── */

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvDossierView *self = user_data;

  /* No dossier has a negative id: nothing is shown. */
  return bv_nomination_source (self->id != 0 ? self->id : -1, 0);
}

/* ── The head ──────────────────────────────────────────────────────────────────────────────── */

static void
fill_forms (BvDossierView *self, const BvDossierAnswer *answer)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->form_codes, 0);
  for (guint i = 0; answer->regime != NULL && i < answer->regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (answer->regime->awards, i);

      if (!bv_dossier_offers (answer->dossier, award))
        continue;
      if (self->last_form != NULL ? g_str_equal (award->code, self->last_form)
                                  : award->kind == BV_AWARD_TITLE)
        selected = self->form_codes->len;
      g_ptr_array_add (self->form_codes, g_strdup (award->code));
      gtk_string_list_append (list, award->name);
    }
  gtk_drop_down_set_model (self->form_dropdown, G_LIST_MODEL (list));
  if (self->form_codes->len > 0)
    gtk_drop_down_set_selected (self->form_dropdown, selected);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_kicker (BvDossierView *self, const BvDossierAnswer *answer)
{
  const char *state = bv_dossier_state_get_label (answer->dossier->state);

  if (answer->due_on != NULL)
    {
      g_autofree char *day = bv_date_format_short (answer->due_on);
      g_autofree char *left = bv_dossier_format_days_left (answer->days_left);
      /* TRANSLATORS: state of a dossier, last day of its appraisal, how many days are left. */
      g_autofree char *text = g_strdup_printf (_ ("%s · appraisal until %s, %s"), state, day, left);

      gtk_label_set_text (self->kicker, text);
    }
  else
    gtk_label_set_text (self->kicker, state);
  set_class (GTK_WIDGET (self->kicker), "error", answer->due_on != NULL && answer->days_left < 0);
}

static void
show_money (BvDossierView *self, const BvDossierAnswer *answer)
{
  g_autofree char *money = bv_money_format (answer->totals.bonus);
  g_autofree char *text = NULL;
  gboolean is_short = answer->fund.n_entries > 0 && answer->totals.bonus > answer->fund.available;

  gtk_label_set_text (self->money_label, money);
  if (answer->fund.n_entries > 0)
    {
      g_autofree char *available = bv_money_format (answer->fund.available);

      text = is_short ? g_strdup_printf (_ ("more than the fund has left: %s"), available)
                      : g_strdup_printf (_ ("of %s left in the fund"), available);
    }
  else
    text = g_strdup (_ ("bonus by today's law"));
  gtk_label_set_text (self->fund_label, text);
  set_class (GTK_WIDGET (self->fund_label), "error", is_short);
  set_class (GTK_WIDGET (self->fund_label), "dim-label", !is_short);
}

static void
show_head (BvDossierView *self, const BvDossierAnswer *answer)
{
  const BvDossier *dossier = answer->dossier;
  BvAwardTotals counts = { .n_units = answer->totals.n_units,
                           .n_persons = answer->totals.n_persons,
                           .n_households = answer->totals.n_households };
  g_autofree char *totals = bv_award_totals_format (&counts);
  g_autofree char *papers = NULL;
  GString *facts = g_string_new (NULL);
  g_autofree char *facts_text = NULL;

  show_kicker (self, answer);
  gtk_label_set_text (self->title_label, dossier->title);
  g_string_append_printf (facts, "%d · %s · %s", dossier->year,
                          bv_manner_get_label (dossier->manner),
                          bv_level_get_label (dossier->level));
  if (dossier->is_simplified)
    g_string_append_printf (facts, " · %s", _ ("Simplified procedure"));
  if (*dossier->movement_name != '\0')
    g_string_append_printf (facts, " · %s", dossier->movement_name);
  if (*dossier->proposer_name != '\0')
    g_string_append_printf (facts, " · %s", dossier->proposer_name);
  if (answer->regime != NULL)
    g_string_append_printf (facts, "\n%s", answer->regime->name);
  facts_text = g_string_free (facts, FALSE);
  gtk_label_set_text (self->facts_label, facts_text);

  gtk_label_set_text (self->totals_label, *totals != '\0' ? totals : _ ("Nobody proposed yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->money_label), *totals != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->fund_label), *totals != '\0');
  show_money (self, answer);
  papers = answer->n_there == answer->n_needed
             ? g_strdup_printf (
               ngettext ("The paper is there", "All %u papers are there", answer->n_needed),
               answer->n_needed)
             : g_strdup_printf (_ ("Papers: %u of %u"), answer->n_there, answer->n_needed);
  gtk_label_set_text (self->papers_label, papers);
  gtk_widget_set_visible (self->return_box, *dossier->return_reason != '\0');
  gtk_label_set_text (self->return_label, dossier->return_reason);
}

static void
update_actions (BvDossierView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_there = self->dossier != NULL;
  gboolean is_open = is_there && bv_dossier_is_open (self->dossier);
  BvDossierState state = is_there ? self->dossier->state : BV_DOSSIER_DRAFT;
  gboolean is_submitted = is_there && state == BV_DOSSIER_SUBMITTED;
  gboolean is_accepted = is_there && state == BV_DOSSIER_ACCEPTED;

  bv_act_set_enabled (widget, self->store, "dossier.edit", is_there);
  bv_act_set_enabled (widget, self->store, "dossier.submit", is_open && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "dossier.take-back", is_submitted);
  bv_act_set_enabled (widget, self->store, "dossier.accept", is_submitted);
  bv_act_set_enabled (widget, self->store, "dossier.return", is_submitted || is_accepted);
  bv_act_set_enabled (widget, self->store, "dossier.delete",
                      is_there && state != BV_DOSSIER_DECIDED);
  gtk_widget_action_set_enabled (widget, "dossier.papers", is_there && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "dossier.add-many", is_open);
  bv_act_set_enabled (widget, self->store, "dossier.remove-lines", is_open && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "dossier.attest-all", is_open && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "dossier.next", is_there);
  gtk_widget_set_visible (self->return_button, is_submitted || is_accepted);
  gtk_widget_set_visible (self->add_box, is_open);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvDossierView *self = owner;
  g_autoptr (BvDossierAnswer) answer = result;
  gboolean is_same;

  self->is_reading = FALSE;
  is_same = self->dossier != NULL && answer != NULL && self->dossier->id == answer->dossier->id;
  g_clear_pointer (&self->dossier, bv_dossier_free);
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The dossier could not be read"), error);
      self->n_lines = 0;
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self);
      return;
    }
  bv_dossier_lines_set_known (g_steal_pointer (&answer->lines));
  /* Whoever was just added is the one to look at. */
  if (is_same && self->wanted_line == 0 && answer->n_lines == self->n_lines + 1)
    self->wanted_line = bv_dossier_lines_find_newest ();
  self->n_lines = answer->n_lines;
  if (answer->form != NULL)
    {
      g_free (self->last_form);
      self->last_form = g_strdup (answer->form);
    }
  g_free (self->last_achievement);
  self->last_achievement = g_strdup (answer->achievement);
  fill_forms (self, answer);
  bv_list_view_show_column (self->lines, "flags", answer->n_flagged > 0);
  show_head (self, answer);
  self->dossier = g_steal_pointer (&answer->dossier);
  self->next = answer->next;
  bv_step_button_show (self->step_button, &self->next);
  gtk_stack_set_visible_child_name (self->stack, "dossier");
  update_actions (self);
  /* The cells say what was just learnt. */
  if (self->wanted_line == 0)
    self->wanted_line = bv_list_view_get_selected (self->lines);
  bv_list_view_requery (self->lines);
}

static void
start_reading (BvDossierView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->id == 0)
    {
      self->is_reading = FALSE;
      g_clear_pointer (&self->dossier, bv_dossier_free);
      self->n_lines = 0;
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self);
      return;
    }
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_dossier_answer_read,
                 g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                 (GDestroyNotify) bv_dossier_answer_free, self->reading);
}

static void
loaded_cb (BvDossierView *self)
{
  if (self->wanted_line != 0)
    bv_list_view_select (self->lines, self->wanted_line);
  self->wanted_line = 0;
  if (!self->starts || self->is_reading)
    return;
  self->starts = FALSE;
  if (self->n_lines == 0 && gtk_widget_get_visible (self->add_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->recipient_entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->lines));
}

static void
selected_cb (BvDossierView *self)
{
  bv_nomination_pane_set_nomination (self->pane, bv_list_view_get_selected (self->lines));
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static void
chosen_cb (BvDossierView *self, gint64 subject_id, const char *name)
{
  guint form = gtk_drop_down_get_selected (self->form_dropdown);

  if (form >= self->form_codes->len)
    return;
  g_free (self->last_form);
  self->last_form = g_strdup (g_ptr_array_index (self->form_codes, form));
  bv_nomination_editor_add (GTK_WIDGET (self), self->store, self->id, subject_id, self->last_form,
                            self->last_achievement);
}

static void
activate_line_cb (BvDossierView *self, gint64 id)
{
  if (self->dossier != NULL && bv_dossier_is_open (self->dossier))
    bv_nomination_editor_present (GTK_WIDGET (self), self->store, id);
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  g_signal_emit (parent, signals[EDITED], 0, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_dossier_editor_present (widget, self->store, self->id, self->dossier->year, edited_cb);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_step_run (widget, self->store, bv_dossier_submit_act, self->id);
}

static void
take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_step_run (widget, self->store, bv_dossier_take_back_act, self->id);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_step_run (widget, self->store, bv_dossier_accept_act, self->id);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_reason_editor_present (widget, self->store, _ ("Return the Dossier"),
                            _ ("The whole dossier goes back and can be changed and submitted "
                               "again."),
                            NULL, _ ("_Return"), TRUE, bv_dossier_return_act, self->id);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_step_run (widget, self->store, bv_dossier_delete_act, self->id);
}

static void
papers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  gtk_widget_activate_action (widget, "win.show-papers", "(xx)", self->id, (gint64) 0);
}

static void
add_many_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);
  guint form = gtk_drop_down_get_selected (self->form_dropdown);

  bv_propose_window_present (
    widget, self->store, self->id,
    form < self->form_codes->len ? g_ptr_array_index (self->form_codes, form) : NULL);
}

typedef struct
{
  GArray *ids; /* (element-type gint64) */
} Lines;

static void
lines_free (gpointer data)
{
  Lines *lines = data;

  g_array_unref (lines->ids);
  g_free (lines);
}

static gboolean
remove_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Lines *lines = data;

  return bv_nomination_remove_act (store, (const gint64 *) (gpointer) lines->ids->data,
                                   lines->ids->len, act_id, error);
}

/* All that are selected, in one act. */
static void
remove_lines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);
  Lines *lines;

  if (self->dossier == NULL || !bv_dossier_is_open (self->dossier))
    return;
  lines = g_new0 (Lines, 1);
  lines->ids = bv_list_view_get_selected_ids (self->lines);
  if (lines->ids->len > 0)
    bv_act_call (widget, self->store, NULL, remove_call, lines, lines_free, NULL, NULL);
  else
    lines_free (lines);
}

/* The one button of the head: what comes next on the way. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  switch (self->next.kind)
    {
    case BV_STEP_ADD:
      add_many_action (widget, name, NULL);
      return;
    case BV_STEP_SUBMIT:
      submit_action (widget, name, NULL);
      return;
    case BV_STEP_ACCEPT:
      accept_action (widget, name, NULL);
      return;
    case BV_STEP_NONE:
    case BV_STEP_COUNCIL:
    case BV_STEP_AGENDA:
    case BV_STEP_VOTE:
    case BV_STEP_DECIDE:
    case BV_STEP_ISSUE:
    case BV_STEP_PRINT:
    default:
      bv_step_button_run (widget, self->store, &self->next);
      return;
    }
}

static gboolean
attest_all (BvStore *store, gint64 id, const char *basis, gint64 *act_id, GError **error)
{
  return bv_nomination_attest_all_act (store, id, basis, act_id, error);
}

static void
attest_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDossierView *self = BV_DOSSIER_VIEW (widget);

  bv_reason_editor_present (widget, self->store, _ ("Answers of the Minutes"),
                            _ ("Every condition that only the minutes can tell and that nobody "
                               "answered yet is answered with yes, for all in the dossier. "
                               "Write for example: “Biên bản bình xét ngày 20/12/2022”."),
                            _ ("_Where it stands"), _ ("_Answer"), TRUE, attest_all, self->id);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_dossier_view_dispose (GObject *object)
{
  BvDossierView *self = BV_DOSSIER_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_DOSSIER_VIEW);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, bv_dossier_free);
  g_clear_pointer (&self->last_form, g_free);
  g_clear_pointer (&self->last_achievement, g_free);

  G_OBJECT_CLASS (bv_dossier_view_parent_class)->dispose (object);
}

static void
bv_dossier_view_finalize (GObject *object)
{
  g_ptr_array_unref (BV_DOSSIER_VIEW (object)->form_codes);

  G_OBJECT_CLASS (bv_dossier_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, stack);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, totals_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, money_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, fund_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, papers_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, return_box);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, return_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, step_button);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, return_button);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, add_box);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, recipient_entry);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, form_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, lines);
  gtk_widget_class_bind_template_child (widget_class, BvDossierView, pane);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
bv_dossier_view_class_init (BvDossierViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_dossier_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_dossier_view_finalize;
  signals[EDITED] = g_signal_new ("edited", BV_TYPE_DOSSIER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "dossier.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "dossier.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "dossier.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "dossier.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "dossier.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "dossier.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "dossier.papers", NULL, papers_action);
  gtk_widget_class_install_action (widget_class, "dossier.add-many", NULL, add_many_action);
  gtk_widget_class_install_action (widget_class, "dossier.attest-all", NULL, attest_all_action);
  gtk_widget_class_install_action (widget_class, "dossier.remove-lines", NULL, remove_lines_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "dossier.remove-lines",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "dossier.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dossier.next", NULL);

  g_type_ensure (BV_TYPE_RECIPIENT_ENTRY);
  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_NOMINATION_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-dossier-view.ui");
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bv-dossier-view");
}

static void
bv_dossier_view_init (BvDossierView *self)
{
  const BvListColumn *columns;
  guint n_columns;

  self->form_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  columns = bv_dossier_lines_get_columns (&n_columns);
  bv_list_view_set_columns (self->lines, "nominations", _ ("Nominations"), columns, n_columns);
  bv_list_view_set_nothing (self->lines, "bv-register-symbolic", _ ("Nobody proposed yet"),
                            _ ("Type names above, or let the program propose everybody of a unit "
                               "whom the law allows."));
  bv_list_view_set_multiple (self->lines, TRUE);
  bv_list_view_set_source_func (self->lines, make_source, self);
  bv_list_view_set_autoselect (self->lines, TRUE);
  update_actions (self);
}

void
bv_dossier_view_set_store (BvDossierView *self, BvStore *store)
{
  g_return_if_fail (BV_IS_DOSSIER_VIEW (self));

  if (self->store == store)
    return;
  self->id = 0;
  g_set_object (&self->store, store);
  bv_recipient_entry_set_store (self->recipient_entry, store);
  bv_nomination_pane_set_store (self->pane, store);
  bv_list_view_set_store (self->lines, store);
  start_reading (self);
}

void
bv_dossier_view_set_dossier (BvDossierView *self, gint64 id)
{
  g_return_if_fail (BV_IS_DOSSIER_VIEW (self));

  if (self->id == id)
    return;
  self->id = id;
  self->wanted_line = 0;
  g_clear_pointer (&self->last_form, g_free);
  bv_nomination_pane_set_nomination (self->pane, 0);
  if (self->store != NULL)
    bv_list_view_requery (self->lines);
  start_reading (self);
}

gint64
bv_dossier_view_get_dossier (BvDossierView *self)
{
  g_return_val_if_fail (BV_IS_DOSSIER_VIEW (self), 0);

  return self->id;
}

void
bv_dossier_view_select (BvDossierView *self, gint64 nomination_id)
{
  g_return_if_fail (BV_IS_DOSSIER_VIEW (self));

  self->wanted_line = nomination_id;
  if (!self->is_reading && !bv_list_view_is_loading (self->lines))
    loaded_cb (self);
}

void
bv_dossier_view_start (BvDossierView *self)
{
  g_return_if_fail (BV_IS_DOSSIER_VIEW (self));

  self->starts = TRUE;
  if (!self->is_reading && !bv_list_view_is_loading (self->lines))
    loaded_cb (self);
}

void
bv_dossier_view_reload (BvDossierView *self)
{
  g_return_if_fail (BV_IS_DOSSIER_VIEW (self));

  start_reading (self);
  bv_nomination_pane_reload (self->pane);
}

gboolean
bv_dossier_view_is_settled (BvDossierView *self)
{
  g_return_val_if_fail (BV_IS_DOSSIER_VIEW (self), TRUE);

  return !self->is_reading && !bv_list_view_is_loading (self->lines)
         && bv_nomination_pane_is_settled (self->pane);
}
