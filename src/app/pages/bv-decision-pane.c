// SPDX-License-Identifier: GPL-3.0-or-later
/* One decision beside the list of decisions. One read brings its head, the sums and the awards that
 * may be chosen; the lines are a windowed list of their own. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-decision-pane.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "office/bv-signer.h"
#include "pages/bv-decision-answer.h"
#include "pages/bv-decision-editors.h"
#include "pages/bv-recipient-entry.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvDecisionPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *signer_label;
  GtkLabel *totals_label;
  GtkLabel *money_label;
  GtkLabel *words_label;
  GtkLabel *fund_label;
  GtkLabel *reason_label;
  GtkWidget *issue_button;
  GtkWidget *certificates_button;
  GtkWidget *add_box;
  BvRecipientEntry *recipient_entry;
  GtkDropDown *form_dropdown;
  GtkDropDown *manner_dropdown;
  BvListView *lines;
  GtkWidget *line_tools;

  /* Owned */
  BvStore *store;
  BvDecision *decision;
  GPtrArray *form_codes; /* as in the dropdown */
  char *last_achievement;
  GCancellable *reading;

  /* State */
  gint64 id;
  guint n_lines;
  gboolean is_reading;
  gboolean starts_adding; /* the new decision comes with the next reading */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvDecisionPane, bv_decision_pane, GTK_TYPE_WIDGET)

/* ── The lines ─────────────────────────────────────────────────────────────────────────────── */

/* Short names of awards by code, for the cells of the list, which know only their row. Main thread. */
static GHashTable *form_names;

static char *
format_form (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);
  const char *name = form_names != NULL ? g_hash_table_lookup (form_names, code) : NULL;

  return g_strdup (name != NULL ? name : code);
}

/* A name with what a reader of the list must not miss. */
static char *
format_name (BvRow *row, guint column)
{
  const char *name = bv_row_get_text (row, column);

  if (!bv_row_is_null (row, BV_AWARD_COLUMN_REVOKED_ON))
    /* TRANSLATORS: %s is a name; the award was taken back later. */
    return g_strdup_printf (_ ("Taken back · %s"), name);
  if (bv_row_get_int (row, BV_AWARD_COLUMN_IS_POSTHUMOUS) != 0)
    /* TRANSLATORS: %s is the name of a dead person who is honoured. */
    return g_strdup_printf (_ ("Posthumous · %s"), name);
  return g_strdup (name);
}

static char *
format_position (BvRow *row, guint column)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, bv_row_get_int (row, column));
}

static const BvListColumn columns[] = {
  { "position", N_ ("No."), BV_LIST_COLUMN_TEXT, BV_AWARD_COLUMN_POSITION, 40, FALSE, FALSE,
    format_position },
  { "name", N_ ("Name"), BV_LIST_COLUMN_TITLE, BV_AWARD_COLUMN_NAME, 0, FALSE, FALSE, format_name },
  { "detail", N_ ("Post and unit"), BV_LIST_COLUMN_TITLE, BV_AWARD_COLUMN_DETAIL, 168, FALSE, FALSE,
    NULL },
  { "form", N_ ("Award form"), BV_LIST_COLUMN_TEXT, BV_AWARD_COLUMN_FORM_CODE, 90, FALSE, FALSE,
    format_form },
  { "bonus", N_ ("Bonus"), BV_LIST_COLUMN_MONEY, BV_AWARD_COLUMN_BONUS, 96, FALSE, FALSE, NULL },
  { "basis", N_ ("How computed"), BV_LIST_COLUMN_TEXT, BV_AWARD_COLUMN_BONUS_BASIS, 150, FALSE,
    TRUE, NULL },
  { "achievement", N_ ("Achievement"), BV_LIST_COLUMN_TEXT, BV_AWARD_COLUMN_ACHIEVEMENT, 240, FALSE,
    TRUE, NULL },
  { "ledger", N_ ("Ledger no."), BV_LIST_COLUMN_NUMBER, BV_AWARD_COLUMN_LEDGER_NUMBER, 92, FALSE,
    FALSE, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvDecisionPane *self = user_data;
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;

  /* No decision has a negative id: nothing is shown. */
  filter.decision_id = self->id != 0 ? self->id : -1;
  return bv_award_source (&filter, BV_AWARD_ORDER_LIST);
}

static gint64
get_selected (BvDecisionPane *self)
{
  return bv_list_view_get_selected (self->lines);
}

static gboolean
is_draft (BvDecisionPane *self)
{
  return self->decision != NULL && self->decision->origin == BV_ORIGIN_MADE
         && !bv_decision_is_issued (self->decision);
}

/* The list may change while nothing was issued by this office. */
static gboolean
has_open_list (BvDecisionPane *self)
{
  return is_draft (self)
         || (self->decision != NULL && self->decision->origin == BV_ORIGIN_RECEIVED);
}

static void
update_actions (BvDecisionPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) selected = bv_list_view_get_selected_ids (self->lines);
  gboolean has_decision = self->decision != NULL;
  gboolean is_open = has_open_list (self);
  gboolean is_issued = has_decision && self->decision->origin == BV_ORIGIN_MADE && !is_draft (self);

  bv_act_set_enabled (widget, self->store, "decision.edit", is_open);
  bv_act_set_enabled (widget, self->store, "decision.delete", is_open);
  bv_act_set_enabled (widget, self->store, "decision.issue", is_draft (self) && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "decision.unissue", is_issued);
  gtk_widget_action_set_enabled (widget, "decision.papers", has_decision && self->n_lines > 0);
  gtk_widget_action_set_enabled (widget, "decision.certificates",
                                 has_decision && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "decision.remove-lines", is_open && selected->len > 0);
  bv_act_set_enabled (widget, self->store, "decision.line-up", is_open && selected->len == 1);
  bv_act_set_enabled (widget, self->store, "decision.line-down", is_open && selected->len == 1);
  bv_act_set_enabled (widget, self->store, "decision.sort", is_open && self->n_lines > 1);
  bv_act_set_enabled (widget, self->store, "decision.achievement", self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "decision.edit-line", selected->len == 1);
  bv_act_set_enabled (widget, self->store, "decision.revoke-line",
                      selected->len == 1 && has_decision && !is_draft (self));
  gtk_widget_action_set_enabled (widget, "decision.show-record", selected->len == 1);
  gtk_widget_set_visible (self->issue_button, is_draft (self));
  gtk_widget_set_visible (self->certificates_button, has_decision && !is_draft (self));
  gtk_widget_set_visible (self->add_box, is_open);
  gtk_widget_set_visible (self->line_tools, self->n_lines > 0);
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static void
fill_forms (BvDecisionPane *self, BvRegimeSet *regimes, const char *selected_code)
{
  g_autofree char *today = bv_date_today ();
  const char *date = self->decision->on_date != NULL ? self->decision->on_date : today;
  const BvRegime *regime = bv_decision_get_regime (self->decision, regimes, date);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;
  gboolean is_first = form_names == NULL;
  gboolean is_chosen = *self->decision->regime_id != '\0'; /* the law, by hand: not by the day */

  if (is_first)
    form_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < bv_regime_set_get_regimes (regimes)->len; i++)
    {
      const BvRegime *any = g_ptr_array_index (bv_regime_set_get_regimes (regimes), i);

      for (guint j = 0; j < any->awards->len; j++)
        {
          const BvRegimeAward *award = g_ptr_array_index (any->awards, j);

          g_hash_table_replace (form_names, g_strdup (award->code), g_strdup (award->abbreviation));
        }
    }

  /* Cells that were made before the names were known are made again. */
  if (is_first)
    bv_list_view_requery (self->lines);
  g_ptr_array_set_size (self->form_codes, 0);
  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (!bv_regime_award_is_decided_at (award, self->decision->level)
          || !bv_regime_award_is_offered (award, is_chosen ? "0000-01-01" : date,
                                          is_chosen ? "9999-12-31" : date))
        continue;
      if (selected_code != NULL ? g_str_equal (award->code, selected_code)
                                : award->kind == BV_AWARD_PRAISE)
        selected = self->form_codes->len;
      g_ptr_array_add (self->form_codes, g_strdup (award->code));
      gtk_string_list_append (list, award->name);
    }
  gtk_drop_down_set_model (self->form_dropdown, G_LIST_MODEL (list));
  if (self->form_codes->len > 0)
    gtk_drop_down_set_selected (self->form_dropdown, selected);
}

static void
show_reasons (BvDecisionPane *self, BvRegimeSet *regimes)
{
  g_autofree char *text = bv_decision_answer_reasons (self->decision, regimes);

  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), *text != '\0');
  gtk_label_set_text (self->reason_label, text);
}

static void
show_head (BvDecisionPane *self, const BvDecisionAnswer *answer)
{
  const BvDecision *decision = self->decision;
  g_autofree char *label = bv_decision_get_label (decision);
  g_auto (GStrv) lines = bv_signature_lines (decision->signer_prefix, decision->signer_on_behalf_of,
                                             decision->signer_post);
  g_autofree char *post = g_strjoinv (", ", lines);
  g_autofree char *signer = NULL;
  g_autofree char *money = bv_money_format (answer->totals.bonus);

  gtk_label_set_text (self->kicker, label);
  if (is_draft (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->kicker), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "warning");
  gtk_label_set_text (self->title_label, decision->title);
  signer = *decision->signer_name == '\0' ? g_strdup (decision->issuer)
           : *post == '\0'
             ? g_strdup_printf ("%s · %s", decision->issuer, decision->signer_name)
             : g_strdup_printf ("%s · %s (%s)", decision->issuer, decision->signer_name, post);
  gtk_label_set_text (self->signer_label, signer);

  gtk_label_set_text (self->totals_label,
                      self->n_lines > 0 ? answer->totals_text : _ ("Nobody on the list yet"));
  gtk_label_set_text (self->money_label, money);
  if (answer->totals.n_without_bonus > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%s. %u line without an amount.",
                                                          "%s. %u lines without an amount.",
                                                          answer->totals.n_without_bonus),
                                                answer->words, answer->totals.n_without_bonus);

      gtk_label_set_text (self->words_label, words);
    }
  else if (answer->totals.n_outdone > 0)
    {
      g_autofree char *words = g_strdup_printf (
        ngettext ("%s. %u line without money: a higher title is paid for the same achievement.",
                  "%s. %u lines without money: a higher title is paid for the same achievement.",
                  answer->totals.n_outdone),
        answer->words, answer->totals.n_outdone);

      gtk_label_set_text (self->words_label, words);
    }
  else
    gtk_label_set_text (self->words_label, answer->words);
  gtk_label_set_text (self->fund_label, answer->fund != NULL ? answer->fund : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fund_label), answer->fund != NULL);
  show_reasons (self, answer->regimes);
  gtk_widget_set_visible (GTK_WIDGET (self->money_label), self->n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), self->n_lines > 0);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvDecisionPane *self = owner;
  g_autoptr (BvDecisionAnswer) answer = result;

  self->is_reading = FALSE;
  g_clear_pointer (&self->decision, bv_decision_free);
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The decision could not be read"), error);
      self->n_lines = 0;
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self);
      return;
    }
  self->decision = g_steal_pointer (&answer->decision);
  self->n_lines = answer->totals.n_units + answer->totals.n_persons + answer->totals.n_households;
  g_free (self->last_achievement);
  self->last_achievement = g_strdup (answer->achievement);
  /* Collectives have neither post nor unit: the names get the room. */
  bv_list_view_show_column (self->lines, "detail",
                            self->n_lines == 0 || self->n_lines > (guint) answer->totals.n_units);
  bv_list_view_show_column (self->lines, "ledger", !is_draft (self)); /* given with the issue */
  fill_forms (self, answer->regimes, answer->form_code);
  if (answer->form_code != NULL)
    gtk_drop_down_set_selected (self->manner_dropdown, answer->manner);
  show_head (self, answer);
  gtk_stack_set_visible_child_name (self->stack, "decision");
  update_actions (self);
  if (self->starts_adding && has_open_list (self) && self->n_lines == 0)
    {
      self->starts_adding = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (self->recipient_entry));
    }
}

static void
start_reading (BvDecisionPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->id == 0)
    {
      self->is_reading = FALSE;
      g_clear_pointer (&self->decision, bv_decision_free);
      self->n_lines = 0;
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update_actions (self);
      return;
    }
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_decision_answer_read,
                 g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                 (GDestroyNotify) bv_decision_answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  g_signal_emit (parent, signals[EDITED], 0, id);
}

static void
chosen_cb (BvDecisionPane *self, gint64 subject_id, const char *name)
{
  guint form = gtk_drop_down_get_selected (self->form_dropdown);

  if (form < self->form_codes->len)
    bv_award_editor_add (GTK_WIDGET (self), self->store, self->id, subject_id, name,
                         g_ptr_array_index (self->form_codes, form),
                         (BvManner) gtk_drop_down_get_selected (self->manner_dropdown),
                         self->last_achievement);
}

static void
activate_line_cb (BvDecisionPane *self, gint64 id)
{
  bv_award_editor_present (GTK_WIDGET (self), self->store, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  bv_decision_editor_present (widget, self->store, self->id, self->decision->origin,
                              self->decision->year, edited_cb);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  bv_decision_editor_issue (widget, self->store, self->id);
}

static void
unissue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  bv_decision_editor_unissue (widget, self->store, self->id, self->decision->number);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);
  g_autofree char *label = g_strdup_printf ("“%s”", self->decision->title);

  bv_decision_editor_delete (widget, self->store, self->id, label);
}

static void
certificates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  gtk_widget_activate_action (widget, "win.open-record", "(sx)", "certificates", self->id);
}

/* The one button of the head: issued, or its certificates. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  if (self->n_lines == 0)
    return;
  if (is_draft (self))
    issue_action (widget, name, NULL);
  else
    certificates_action (widget, name, NULL);
}

static void
revoke_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  bv_revocation_editor_present (widget, self->store, get_selected (self));
}

static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);
  BvRowList *rows = bv_list_view_get_rows (self->lines);
  guint position = bv_row_list_find (rows, get_selected (self));
  g_autoptr (BvRow)
    row = position != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (rows), position) : NULL;

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.show-record", "x",
                                bv_row_get_int (row, BV_AWARD_COLUMN_SUBJECT_ID));
}

static void
remove_lines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->lines);

  bv_award_editor_remove (widget, self->store, (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
move_line (BvDecisionPane *self, int step)
{
  gint64 id = get_selected (self);
  BvRowList *rows = bv_list_view_get_rows (self->lines);
  guint position = rows != NULL && id != 0 ? bv_row_list_find (rows, id) : G_MAXUINT;

  if (position == G_MAXUINT || (gint64) position + step < 0
      || (gint64) position + step >= (gint64) self->n_lines)
    return;
  bv_award_editor_move (GTK_WIDGET (self), self->store, id, (int) position + 1 + step);
}

static void
line_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_line (BV_DECISION_PANE (widget), -1);
}

static void
line_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_line (BV_DECISION_PANE (widget), 1);
}

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  bv_award_editor_sort (widget, self->store, self->id);
}

static void
achievement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->lines);
  gboolean is_part = ids->len > 1;

  /* One selected line is where the eye rests, not a choice: the text is for all then. */
  bv_award_editor_achievement (
    widget, self->store, self->id, is_part ? (const gint64 *) (gpointer) ids->data : NULL,
    is_part ? ids->len : 0, self->last_achievement != NULL ? self->last_achievement : "");
}

static void
edit_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDecisionPane *self = BV_DECISION_PANE (widget);

  if (get_selected (self) != 0)
    bv_award_editor_present (widget, self->store, get_selected (self));
}

static void
papers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const BvDecision *decision = BV_DECISION_PANE (widget)->decision;

  gtk_widget_activate_action (widget, "win.show-papers", "(xx)", decision->dossier_id,
                              decision->id);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_decision_pane_dispose (GObject *object)
{
  BvDecisionPane *self = BV_DECISION_PANE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_DECISION_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->decision, bv_decision_free);
  g_clear_pointer (&self->last_achievement, g_free);

  G_OBJECT_CLASS (bv_decision_pane_parent_class)->dispose (object);
}

static void
bv_decision_pane_finalize (GObject *object)
{
  g_ptr_array_unref (BV_DECISION_PANE (object)->form_codes);

  G_OBJECT_CLASS (bv_decision_pane_parent_class)->finalize (object);
}

static void
bv_decision_pane_class_init (BvDecisionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_decision_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_decision_pane_finalize;
  signals[EDITED] = g_signal_new ("edited", BV_TYPE_DECISION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "decision.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "decision.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "decision.papers", NULL, papers_action);
  gtk_widget_class_install_action (widget_class, "decision.unissue", NULL, unissue_action);
  gtk_widget_class_install_action (widget_class, "decision.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "decision.certificates", NULL,
                                   certificates_action);
  gtk_widget_class_install_action (widget_class, "decision.remove-lines", NULL,
                                   remove_lines_action);
  gtk_widget_class_install_action (widget_class, "decision.line-up", NULL, line_up_action);
  gtk_widget_class_install_action (widget_class, "decision.line-down", NULL, line_down_action);
  gtk_widget_class_install_action (widget_class, "decision.sort", NULL, sort_action);
  gtk_widget_class_install_action (widget_class, "decision.achievement", NULL, achievement_action);
  gtk_widget_class_install_action (widget_class, "decision.edit-line", NULL, edit_line_action);
  gtk_widget_class_install_action (widget_class, "decision.revoke-line", NULL, revoke_line_action);
  gtk_widget_class_install_action (widget_class, "decision.show-record", NULL, show_record_action);
  gtk_widget_class_install_action (widget_class, "decision.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "decision.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "decision.line-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "decision.line-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "decision.edit",
                                       NULL);

  g_type_ensure (BV_TYPE_RECIPIENT_ENTRY);
  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-decision-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, signer_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, totals_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, money_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, words_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, fund_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, issue_button);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, certificates_button);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, add_box);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, recipient_entry);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, form_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, manner_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, lines);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionPane, line_tools);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_set_css_name (widget_class, "bv-decision-pane");
}

static void
bv_decision_pane_init (BvDecisionPane *self)
{
  g_autoptr (GtkStringList) manners = gtk_string_list_new (NULL);

  self->form_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < BV_N_MANNERS; i++)
    gtk_string_list_append (manners, bv_manner_get_label ((BvManner) i));
  gtk_drop_down_set_model (self->manner_dropdown, G_LIST_MODEL (manners));
  bv_list_view_set_columns (self->lines, "award-lines", _ ("People and collectives honoured"),
                            columns, G_N_ELEMENTS (columns));
  bv_list_view_set_multiple (self->lines, TRUE);
  bv_list_view_set_nothing (
    self->lines, "bv-register-symbolic", _ ("Nobody on the list yet"),
    _ ("Type names above, or import the list from a spreadsheet with Ctrl+I."));
  bv_list_view_set_source_func (self->lines, make_source, self);
  update_actions (self);
}

void
bv_decision_pane_set_store (BvDecisionPane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_DECISION_PANE (self));

  if (self->store == store)
    return;
  self->id = 0;
  g_set_object (&self->store, store);
  bv_recipient_entry_set_store (self->recipient_entry, store);
  bv_list_view_set_store (self->lines, store);
  start_reading (self);
}

void
bv_decision_pane_set_decision (BvDecisionPane *self, gint64 id)
{
  g_return_if_fail (BV_IS_DECISION_PANE (self));

  if (self->id == id)
    return;
  self->id = id;
  if (self->store != NULL)
    bv_list_view_requery (self->lines);
  start_reading (self);
}

gint64
bv_decision_pane_get_decision (BvDecisionPane *self)
{
  g_return_val_if_fail (BV_IS_DECISION_PANE (self), 0);

  return self->id;
}

void
bv_decision_pane_reload (BvDecisionPane *self)
{
  g_return_if_fail (BV_IS_DECISION_PANE (self));

  if (self->store != NULL)
    bv_list_view_reload (self->lines);
  start_reading (self);
}

gboolean
bv_decision_pane_is_settled (BvDecisionPane *self)
{
  g_return_val_if_fail (BV_IS_DECISION_PANE (self), TRUE);

  return !self->is_reading && !bv_list_view_is_loading (self->lines);
}

gboolean
bv_decision_pane_has_open_list (BvDecisionPane *self)
{
  g_return_val_if_fail (BV_IS_DECISION_PANE (self), FALSE);
  return self->decision != NULL && has_open_list (self);
}

void
bv_decision_pane_start_adding (BvDecisionPane *self)
{
  g_return_if_fail (BV_IS_DECISION_PANE (self));
  self->starts_adding = TRUE;
}
