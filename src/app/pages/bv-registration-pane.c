// SPDX-License-Identifier: GPL-3.0-or-later
/* One unit's registration beside the list of units. One read brings the sheet and the titles that may be chosen; the
 * lines are a windowed list of their own. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-pane.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "dialogs/bv-paper-window.h"
#include "documents/bv-registration-paper.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"
#include "office/bv-register.h"
#include "pages/bv-recipient-entry.h"
#include "pages/bv-registration-answer.h"
#include "pages/bv-registration-editors.h"
#include "pages/bv-title-names.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvRegistrationPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *signer_label;
  GtkWidget *return_button;
  GtkButton *step_button;
  GtkWidget *reason_box;
  GtkLabel *reason_title;
  GtkLabel *reason_label;
  GtkLabel *totals_label;
  GtkLabel *content_label;
  GtkWidget *add_box;
  BvRecipientEntry *recipient_entry;
  GtkDropDown *title_dropdown;
  BvListView *lines;
  GtkWidget *line_tools;

  /* Owned */
  BvStore *store;
  BvRegistration *sheet; /* (nullable): missing */
  char *unit_name;
  char *state;
  GPtrArray *title_codes; /* as in the dropdown */
  char *chosen_code;      /* what the officer chose last; (nullable) */
  GCancellable *reading;

  /* State */
  gint64 unit_id;
  int year;
  guint n_lines;
  gboolean is_reading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvRegistrationPane, bv_registration_pane, GTK_TYPE_WIDGET)

/* ── The lines ─────────────────────────────────────────────────────────────────────────────── */

static char *
format_title (BvRow *row, guint column)
{
  return g_strdup (bv_title_names_get (bv_row_get_text (row, column)));
}

static const BvListColumn columns[] = {
  { "name", N_ ("Name"), BV_LIST_COLUMN_TITLE, BV_REGISTRATION_LINE_COLUMN_NAME, 184, FALSE, FALSE,
    NULL },
  { "detail", N_ ("Post and unit"), BV_LIST_COLUMN_TITLE, BV_REGISTRATION_LINE_COLUMN_DETAIL, 0,
    FALSE, FALSE, NULL },
  { "title", N_ ("Emulation title"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_LINE_COLUMN_FORM_CODE, 90,
    FALSE, FALSE, format_title },
  { "initiative", N_ ("Planned initiative"), BV_LIST_COLUMN_TEXT,
    BV_REGISTRATION_LINE_COLUMN_INITIATIVE, 140, FALSE, FALSE, NULL },
  { "note", N_ ("Note"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_LINE_COLUMN_NOTE, 160, FALSE, TRUE,
    NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvRegistrationPane *self = user_data;

  /* No sheet has a negative id: nothing is shown. */
  return bv_registration_line_source (self->sheet != NULL ? self->sheet->id : -1);
}

static gboolean
is_open (BvRegistrationPane *self)
{
  return self->unit_id != 0 && (self->sheet == NULL || bv_registration_is_open (self->sheet));
}

static void
show_step (BvRegistrationPane *self)
{
  BvRegistrationState state = self->sheet != NULL ? self->sheet->state : BV_REGISTRATION_DRAFT;
  const char *label = state == BV_REGISTRATION_SENT       ? _ ("_Approve")
                      : state == BV_REGISTRATION_APPROVED ? _ ("_Print…")
                                                          : _ ("_Receive…");
  const char *action = state == BV_REGISTRATION_SENT       ? "registration.approve"
                       : state == BV_REGISTRATION_APPROVED ? "registration.print"
                                                           : "registration.receive";

  const char *tooltip = state == BV_REGISTRATION_SENT ? _ ("Approve this registration (Ctrl+Enter)")
                        : state == BV_REGISTRATION_APPROVED
                          ? _ ("Print this registration (Ctrl+Enter)")
                          : _ ("The signed sheet has come in (Ctrl+Enter)");

  gtk_button_set_label (self->step_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->step_button), tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->step_button), action);
  gtk_widget_set_visible (self->return_button, state == BV_REGISTRATION_SENT);
}

static void
update_actions (BvRegistrationPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) selected = bv_list_view_get_selected_ids (self->lines);
  gboolean has_sheet = self->sheet != NULL;
  gboolean open = is_open (self);
  gboolean is_sent = has_sheet && self->sheet->state == BV_REGISTRATION_SENT;
  gboolean is_exempt = g_strcmp0 (self->state, "exempt") == 0;

  bv_act_set_enabled (widget, self->store, "registration.receive",
                      has_sheet && open && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "registration.return", is_sent);
  bv_act_set_enabled (widget, self->store, "registration.approve", is_sent);
  bv_act_set_enabled (widget, self->store, "registration.reopen", has_sheet && !open);
  bv_act_set_enabled (widget, self->store, "registration.edit", open);
  bv_act_set_enabled (widget, self->store, "registration.delete",
                      has_sheet && self->sheet->state != BV_REGISTRATION_APPROVED);
  gtk_widget_action_set_enabled (widget, "registration.print", has_sheet && self->n_lines > 0);
  bv_act_set_enabled (widget, self->store, "registration.add-members", open);
  bv_act_set_enabled (widget, self->store, "registration.copy", open);
  bv_act_set_enabled (widget, self->store, "registration.exempt", !has_sheet && !is_exempt);
  bv_act_set_enabled (widget, self->store, "registration.expect", is_exempt);
  bv_act_set_enabled (widget, self->store, "registration.remove-lines", open && selected->len > 0);
  bv_act_set_enabled (widget, self->store, "registration.edit-line", open && selected->len == 1);
  gtk_widget_set_visible (self->add_box, open);
  gtk_widget_set_visible (self->line_tools, open && self->n_lines > 0);
  show_step (self);
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

/* The title that most may give to a person is what most people strive for. */
static guint
find_usual (GPtrArray *titles)
{
  guint best = 0;
  guint n_best = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const BvRegimeAward *title = g_ptr_array_index (titles, i);

      if (!bv_regime_award_is_title (title) || title->subjects != 1 << BV_SUBJECT_PERSON
          || title->deciders->len <= n_best)
        continue;
      best = i;
      n_best = title->deciders->len;
    }
  return best;
}

static void
fill_titles (BvRegistrationPane *self, const BvRegistrationAnswer *answer)
{
  g_autoptr (GPtrArray) titles = bv_registration_list_titles (answer->regimes, self->year);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *wanted = self->chosen_code != NULL ? self->chosen_code : answer->last_code;
  guint selected = find_usual (titles);

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->title_codes, 0);
  for (guint i = 0; i < titles->len; i++)
    {
      const BvRegimeAward *title = g_ptr_array_index (titles, i);

      if (g_strcmp0 (title->code, wanted) == 0)
        selected = i;
      g_ptr_array_add (self->title_codes, g_strdup (title->code));
      gtk_string_list_append (list, title->name);
    }
  gtk_drop_down_set_model (self->title_dropdown, G_LIST_MODEL (list));
  if (self->title_codes->len > 0)
    gtk_drop_down_set_selected (self->title_dropdown, selected);
  self->is_filling = FALSE;
}

static void
show_kicker (BvRegistrationPane *self)
{
  const char *state = bv_choice_label (bv_registration_states, self->state);
  const char *day = self->sheet == NULL                           ? NULL
                    : self->sheet->state == BV_REGISTRATION_SENT  ? self->sheet->sent_on
                    : self->sheet->state == BV_REGISTRATION_DRAFT ? NULL
                                                                  : self->sheet->closed_on;
  g_autofree char *short_day = bv_date_format_short (day);
  /* TRANSLATORS: year and state of a unit's registration: "2023 · Received on 05/01/2023" */
  g_autofree char *text = day != NULL
                            ? g_strdup_printf (_ ("%d · %s, %s"), self->year, state, short_day)
                            : g_strdup_printf (_ ("%d · %s"), self->year, state);
  gboolean is_alarm = g_str_equal (self->state, "missing") || g_str_equal (self->state, "returned");
  gboolean is_good = g_str_equal (self->state, "approved");

  gtk_label_set_text (self->kicker, text);
  (is_alarm ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->kicker),
                                                                       "warning");
  (is_good ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->kicker),
                                                                      "success");
}

static void
show_head (BvRegistrationPane *self, const BvRegistrationAnswer *answer)
{
  const BvRegistration *sheet = self->sheet;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *totals = NULL;
  g_autofree char *signer = NULL;
  gboolean has_reason = sheet != NULL && *sheet->return_reason != '\0';

  show_kicker (self);
  gtk_label_set_text (self->title_label, self->unit_name);
  if (sheet != NULL && *sheet->signer_name != '\0')
    signer = *sheet->signer_post != '\0'
               ? g_strdup_printf ("%s, %s", sheet->signer_name, sheet->signer_post)
               : g_strdup (sheet->signer_name);
  gtk_label_set_text (self->signer_label, signer != NULL ? signer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->signer_label), signer != NULL);
  gtk_label_set_text (self->reason_title, sheet != NULL && sheet->state == BV_REGISTRATION_RETURNED
                                            ? _ ("Returned to the unit")
                                            : _ ("Was returned before"));
  gtk_label_set_text (self->reason_label, has_reason ? sheet->return_reason : "");
  gtk_widget_set_visible (self->reason_box, has_reason);
  gtk_label_set_text (self->content_label, sheet != NULL ? sheet->content : "");
  gtk_widget_set_visible (GTK_WIDGET (self->content_label),
                          sheet != NULL && *sheet->content != '\0');
  if (answer->n_units > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u collective", "%u collectives", answer->n_units),
                                      answer->n_units));
  if (answer->n_persons > 0)
    g_ptr_array_add (
      parts,
      g_strdup_printf (ngettext ("%u person", "%u persons", answer->n_persons), answer->n_persons));
  if (answer->n_households > 0)
    g_ptr_array_add (
      parts, g_strdup_printf (ngettext ("%u household", "%u households", answer->n_households),
                              answer->n_households));
  g_ptr_array_add (
    parts, g_strdup_printf (ngettext ("%u title", "%u titles", answer->n_lines), answer->n_lines));
  g_ptr_array_add (parts, NULL);
  totals = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (self->totals_label, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->totals_label), answer->n_lines > 0);
}

static void
show_nothing (BvRegistrationPane *self)
{
  g_clear_pointer (&self->sheet, bv_registration_free);
  self->n_lines = 0;
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  update_actions (self);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRegistrationPane *self = owner;
  g_autoptr (BvRegistrationAnswer) answer = result;
  gint64 old_sheet = self->sheet != NULL ? self->sheet->id : 0;
  gboolean is_new;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The registration could not be read"), error);
      show_nothing (self);
      return;
    }
  g_clear_pointer (&self->sheet, bv_registration_free);
  self->sheet = g_steal_pointer (&answer->sheet);
  bv_text_set (&self->unit_name, answer->unit_name);
  bv_text_set (&self->state, answer->state);
  self->n_lines = answer->n_lines;
  is_new = bv_title_names_fill (answer->regimes);
  fill_titles (self, answer);
  show_head (self, answer);
  if (is_new || old_sheet != (self->sheet != NULL ? self->sheet->id : 0))
    bv_list_view_requery (self->lines);
  else
    bv_list_view_reload (self->lines);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  update_actions (self);
}

static void
start_reading (BvRegistrationPane *self)
{
  BvRegistrationAnswer *asked;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_reading = self->store != NULL && self->unit_id != 0;
  if (!self->is_reading)
    {
      show_nothing (self);
      return;
    }
  asked = g_new0 (BvRegistrationAnswer, 1);
  asked->unit_id = self->unit_id;
  asked->year = self->year;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_registration_answer_read, asked,
                 (GDestroyNotify) bv_registration_answer_free, read_cb,
                 (GDestroyNotify) bv_registration_answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static const char *
get_chosen_code (BvRegistrationPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->title_dropdown);

  return selected < self->title_codes->len ? g_ptr_array_index (self->title_codes, selected) : NULL;
}

static void
title_chosen_cb (BvRegistrationPane *self)
{
  if (!self->is_filling)
    bv_text_set (&self->chosen_code, get_chosen_code (self));
}

static void
chosen_cb (BvRegistrationPane *self, gint64 subject_id, const char *name)
{
  const char *code = get_chosen_code (self);

  if (code != NULL)
    bv_registration_editor_add (GTK_WIDGET (self), self->store, self->unit_id, self->year,
                                subject_id, name, code);
}

static void
activate_line_cb (BvRegistrationPane *self, gint64 id)
{
  if (is_open (self))
    bv_registration_editor_line (GTK_WIDGET (self), self->store, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_present (widget, self->store, self->unit_id, self->year);
}

static void
receive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_step (widget, self->store, &self->sheet->id, 1, BV_REGISTRATION_SEND);
}

/* What the button at the top would do. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (self->step_button));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->step_button)))
    gtk_widget_activate_action (widget, action, NULL);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_step (widget, self->store, &self->sheet->id, 1, BV_REGISTRATION_RETURN);
}

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_approve (widget, self->store, &self->sheet->id, 1);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_reopen (widget, self->store, self->sheet->id);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_delete (widget, self->store, self->sheet->id);
}

static BvDocument *
build_paper (BvConnection *connection, gpointer data, GError **error)
{
  return bv_registration_paper_build (connection, *(gint64 *) data, NULL, error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);
  g_autofree char *file_name = g_strdup_printf ("dang-ky-thi-dua-%d-%" G_GINT64_FORMAT, self->year,
                                                self->unit_id);

  bv_paper_window_present (widget, self->store, _ ("Registration"), file_name, build_paper,
                           g_memdup2 (&self->sheet->id, sizeof self->sheet->id), g_free);
}

static void
add_members_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_add_members (widget, self->store, self->unit_id, self->year,
                                      get_chosen_code (self));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_copy (widget, self->store, &self->unit_id, 1, self->year);
}

static void
exempt_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_exempt (widget, self->store, self->unit_id, self->unit_name);
}

static void
expect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_expect (widget, self->store, self->unit_id);
}

static void
remove_lines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->lines);

  bv_registration_editor_remove (widget, self->store, (const gint64 *) ids->data, ids->len);
}

static void
edit_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (widget);

  bv_registration_editor_line (widget, self->store, bv_list_view_get_selected (self->lines));
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_registration_pane_dispose (GObject *object)
{
  BvRegistrationPane *self = BV_REGISTRATION_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_REGISTRATION_PANE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->sheet, bv_registration_free);
  g_clear_pointer (&self->unit_name, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->title_codes, g_ptr_array_unref);
  g_clear_pointer (&self->chosen_code, g_free);

  G_OBJECT_CLASS (bv_registration_pane_parent_class)->dispose (object);
}

static void
bv_registration_pane_class_init (BvRegistrationPaneClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "registration.receive", receive_action },
    { "registration.return", return_action },
    { "registration.step", step_action },
    { "registration.approve", approve_action },
    { "registration.reopen", reopen_action },
    { "registration.edit", edit_action },
    { "registration.delete", delete_action },
    { "registration.print", print_action },
    { "registration.add-members", add_members_action },
    { "registration.copy", copy_action },
    { "registration.exempt", exempt_action },
    { "registration.expect", expect_action },
    { "registration.remove-lines", remove_lines_action },
    { "registration.edit-line", edit_line_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_registration_pane_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "registration.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "registration.remove-lines",
                                       NULL);

  g_type_ensure (BV_TYPE_RECIPIENT_ENTRY);
  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-registration-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, signer_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, return_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, step_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, reason_box);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, reason_title);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, totals_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, content_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, add_box);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, recipient_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, title_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, lines);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationPane, line_tools);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_set_css_name (widget_class, "bv-registration-pane");
}

static void
bv_registration_pane_init (BvRegistrationPane *self)
{
  self->title_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->lines, "registration-lines", _ ("Who strives for which title"),
                            columns, G_N_ELEMENTS (columns));
  bv_list_view_set_multiple (self->lines, TRUE);
  bv_list_view_set_nothing (self->lines, "bv-registrations-symbolic", _ ("Nobody registered yet"),
                            _ ("Type names above, register the whole unit, or copy last year's."));
  bv_list_view_set_nothing_action (self->lines, _ ("Copy _Last Year's Lines"), "registration.copy",
                                   NULL);
  bv_list_view_set_source_func (self->lines, make_source, self);
  update_actions (self);
}

void
bv_registration_pane_set_store (BvRegistrationPane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_REGISTRATION_PANE (self));

  if (self->store == store)
    return;
  self->unit_id = 0;
  g_set_object (&self->store, store);
  bv_recipient_entry_set_store (self->recipient_entry, store);
  bv_list_view_set_store (self->lines, store);
  start_reading (self);
}

void
bv_registration_pane_set_unit (BvRegistrationPane *self, gint64 unit_id, int year)
{
  g_return_if_fail (BV_IS_REGISTRATION_PANE (self));

  if (self->unit_id == unit_id && self->year == year)
    return;
  self->unit_id = unit_id;
  self->year = year;
  start_reading (self);
}

gint64
bv_registration_pane_get_unit (BvRegistrationPane *self)
{
  g_return_val_if_fail (BV_IS_REGISTRATION_PANE (self), 0);

  return self->unit_id;
}

void
bv_registration_pane_reload (BvRegistrationPane *self)
{
  g_return_if_fail (BV_IS_REGISTRATION_PANE (self));

  start_reading (self);
}

gboolean
bv_registration_pane_is_settled (BvRegistrationPane *self)
{
  g_return_val_if_fail (BV_IS_REGISTRATION_PANE (self), TRUE);

  return !self->is_reading && !bv_list_view_is_loading (self->lines);
}

void
bv_registration_pane_start_adding (BvRegistrationPane *self)
{
  g_return_if_fail (BV_IS_REGISTRATION_PANE (self));

  gtk_widget_child_focus (is_open (self) ? GTK_WIDGET (self->recipient_entry)
                                         : GTK_WIDGET (self->lines),
                          GTK_DIR_TAB_FORWARD);
}
