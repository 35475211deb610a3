// SPDX-License-Identifier: GPL-3.0-or-later
/* One initiative beside the list. One read brings everything; each mark typed is an act, after which it is read anew. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-pane.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-widget.h"
#include "dialogs/bv-paper-window.h"
#include "documents/bv-initiative-papers.h"
#include "pages/bv-initiative-certificates.h"
#include "pages/bv-initiative-editors.h"
#include "pages/bv-initiative-facts.h"
#include "pages/bv-initiative-marks.h"
#include "widgets/bv-grid-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define GRID_HEADER 33 /* px; the grid's own sizes are known only once it was drawn */
#define GRID_ROW 32

/* What is read at once. */
typedef struct
{
  BvInitiativeScale *scale;
  BvInitiativeItem *item;
  BvInitiativeSession *session; /* (nullable) */
  GPtrArray *flags;             /* (element-type BvProblem) */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->scale, bv_initiative_scale_free);
  g_clear_pointer (&answer->item, bv_initiative_item_free);
  g_clear_pointer (&answer->session, bv_initiative_session_free);
  g_clear_pointer (&answer->flags, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

struct _BvInitiativePane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *submit_button;
  GtkWidget *put_button;
  GtkBox *flags_box;
  AdwPreferencesGroup *marks_group;
  GtkWidget *grid_window;
  BvGridView *grid;
  GtkImage *outcome_image;
  GtkLabel *outcome_label;
  AdwPreferencesGroup *authors_group;
  GtkBox *facts_box;

  /* Owned */
  BvStore *store;
  Answer *answer; /* (nullable) */
  BvInitiativeMarks *marks;
  GPtrArray *author_rows; /* borrowed widgets of authors_group */
  GCancellable *reading;

  /* State */
  gint64 id;
  guint n_writing;
  gboolean is_reading;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvInitiativePane, bv_initiative_pane, GTK_TYPE_WIDGET)

static const BvInitiative *
get_initiative (BvInitiativePane *self)
{
  return self->answer != NULL ? self->answer->item->initiative : NULL;
}

static void
update_actions (BvInitiativePane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const BvInitiative *initiative = get_initiative (self);
  BvInitiativeState state = initiative != NULL ? initiative->state : BV_INITIATIVE_DRAFT;
  gboolean is_there = initiative != NULL;
  gboolean is_submitted = is_there && state == BV_INITIATIVE_SUBMITTED;
  gboolean is_decided = is_there && self->answer->session != NULL
                        && bv_initiative_session_is_decided (self->answer->session);

  bv_act_set_enabled (widget, self->store, "initiative.edit", is_there);
  gtk_widget_action_set_enabled (widget, "initiative.print", is_there);
  gtk_widget_action_set_enabled (widget, "initiative.certificates",
                                 is_there && state == BV_INITIATIVE_RECOGNISED);
  bv_act_set_enabled (widget, self->store, "initiative.submit",
                      is_there && state == BV_INITIATIVE_DRAFT);
  bv_act_set_enabled (widget, self->store, "initiative.put",
                      is_submitted && initiative->session_id == 0);
  bv_act_set_enabled (widget, self->store, "initiative.take",
                      is_submitted && initiative->session_id != 0);
  bv_act_set_enabled (widget, self->store, "initiative.examiners", is_submitted);
  bv_act_set_enabled (widget, self->store, "initiative.verdict", is_submitted);
  bv_act_set_enabled (widget, self->store, "initiative.refuse",
                      is_submitted && initiative->session_id == 0);
  bv_act_set_enabled (widget, self->store, "initiative.recognise",
                      is_submitted
                        || (is_there && state == BV_INITIATIVE_RECOGNISED
                            && !g_str_equal (initiative->scope, "national")));
  bv_act_set_enabled (
    widget, self->store, "initiative.back",
    is_there && state != BV_INITIATIVE_DRAFT
      && (!is_decided || is_submitted
          || (state == BV_INITIATIVE_RECOGNISED && !g_str_equal (initiative->scope, "base"))));
  bv_act_set_enabled (widget, self->store, "initiative.delete",
                      is_there && state != BV_INITIATIVE_RECOGNISED);
  gtk_widget_set_visible (self->submit_button, is_there && state == BV_INITIATIVE_DRAFT);
  gtk_widget_set_visible (self->put_button, is_submitted && initiative->session_id == 0
                                              && g_str_equal (initiative->kind, "initiative"));
}

/* ── Showing ───────────────────────────────────────────────────────────────────────────────── */

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_head (BvInitiativePane *self)
{
  const BvInitiative *initiative = get_initiative (self);
  g_autofree char *kicker = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);
  const char *state = bv_initiative_state_get_label (initiative->state);

  if (self->answer->session != NULL)
    kicker = g_strdup_printf ("%s · %s", state, self->answer->session->title);
  else
    kicker = g_strdup (state);
  gtk_label_set_text (self->kicker, kicker);
  gtk_label_set_text (self->title_label, initiative->title);
  g_string_append_printf (
    detail, "%s · %d", bv_choice_label (bv_initiative_kinds, initiative->kind), initiative->year);
  if (*initiative->field != '\0')
    g_string_append_printf (detail, " · %s", initiative->field);
  if (*initiative->unit_name != '\0')
    g_string_append_printf (detail, " · %s", initiative->unit_name);
  gtk_label_set_text (self->detail_label, detail->str);
}

static void
show_flags (BvInitiativePane *self)
{
  clear_box (self->flags_box);
  for (guint i = 0; i < self->answer->flags->len; i++)
    {
      const BvProblem *flag = g_ptr_array_index (self->answer->flags, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      GtkWidget *label = gtk_label_new (flag->message);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (self->flags_box, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->flags_box), self->answer->flags->len > 0);
}

static void
show_marks (BvInitiativePane *self)
{
  const BvInitiativeItem *item = self->answer->item;
  const BvInitiative *initiative = item->initiative;
  g_autofree char *words = bv_initiative_outcome_describe (&item->outcome, self->answer->scale);
  g_autofree char *text = NULL;
  gboolean is_shown = item->sheets->len > 0
                      || (initiative->state == BV_INITIATIVE_SUBMITTED
                          && g_str_equal (initiative->kind, "initiative"));
  const char *icon;

  gtk_widget_set_visible (GTK_WIDGET (self->marks_group), is_shown);
  bv_initiative_marks_take (self->marks, is_shown ? item : NULL, self->answer->scale,
                            !bv_store_is_read_only (self->store));
  /* All rows are in sight: the grid scrolls sideways alone. */
  gtk_widget_set_size_request (
    self->grid_window, -1, GRID_HEADER + GRID_ROW * ((int) self->answer->scale->criteria->len + 1));
  if (*initiative->verdict != '\0')
    text = g_strdup_printf ("%s %s: %s. %s", words, _ ("The chair's word"),
                            bv_choice_label (bv_initiative_verdicts, initiative->verdict),
                            initiative->override_reason);
  else
    text = g_strdup (words);
  gtk_label_set_text (self->outcome_label, text);
  switch (bv_initiative_item_get_ending (item))
    {
    case BV_ENDING_RECOGNISED:
      icon = "bv-verdict-met-symbolic";
      break;
    case BV_ENDING_REFUSED:
      icon = "bv-verdict-not-met-symbolic";
      break;
    case BV_ENDING_OPEN:
    default:
      icon = "bv-verdict-unknown-symbolic";
      break;
    }
  gtk_image_set_from_icon_name (self->outcome_image, icon);
}

static void
show_authors (BvInitiativePane *self)
{
  const BvInitiative *initiative = get_initiative (self);

  for (guint i = 0; i < self->author_rows->len; i++)
    adw_preferences_group_remove (self->authors_group, g_ptr_array_index (self->author_rows, i));
  g_ptr_array_set_size (self->author_rows, 0);
  for (guint i = 0; i < initiative->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (initiative->authors, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *share = bv_number_format_hundredths (author->share);
      g_autofree char *percent = g_strdup_printf ("%s %%", share);
      GtkWidget *label = gtk_label_new (percent);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), author->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), author->detail);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->authors_group, row);
      g_ptr_array_add (self->author_rows, row);
    }
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_initiative (BvConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  gint64 id = *(gint64 *) user_data;

  answer->scale = bv_initiative_scale_load (connection, error);
  if (answer->scale == NULL)
    return NULL;
  answer->item = bv_initiative_item_load (connection, answer->scale, id, error);
  if (answer->item == NULL)
    return NULL;
  if (answer->item->initiative->session_id != 0)
    {
      answer->session = bv_initiative_session_load (connection,
                                                    answer->item->initiative->session_id, error);
      if (answer->session == NULL)
        return NULL;
    }
  answer->flags = bv_initiative_list_flags (connection, id, error);
  return answer->flags != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_nothing (BvInitiativePane *self)
{
  g_clear_pointer (&self->answer, answer_free);
  bv_initiative_marks_take (self->marks, NULL, NULL, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  update_actions (self);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvInitiativePane *self = owner;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The initiative could not be read"), error);
      show_nothing (self);
      return;
    }
  g_clear_pointer (&self->answer, answer_free);
  self->answer = result;
  show_head (self);
  show_flags (self);
  show_marks (self);
  show_authors (self);
  clear_box (self->facts_box);
  bv_initiative_facts_fill (self->facts_box, get_initiative (self));
  gtk_stack_set_visible_child_name (self->stack, "initiative");
  update_actions (self);
}

static void
start_reading (BvInitiativePane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->id == 0)
    {
      self->is_reading = FALSE;
      show_nothing (self);
      return;
    }
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, read_initiative,
                 g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                 (GDestroyNotify) answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

/* Marks on their way to the file; keys are owned. */
typedef struct
{
  gint64 id;
  GArray *marks;
} Typed;

static void
typed_free (gpointer pointer)
{
  Typed *typed = pointer;

  for (guint i = 0; i < typed->marks->len; i++)
    g_free ((char *) g_array_index (typed->marks, BvInitiativeMark, i).criterion);
  g_array_unref (typed->marks);
  g_free (typed);
}

static gboolean
marks_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Typed *typed = data;

  return bv_initiative_set_marks_act (store, typed->id,
                                      (const BvInitiativeMark *) (gpointer) typed->marks->data,
                                      typed->marks->len, act_id, error);
}

static void
marked_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  self->n_writing--;
  if (error == NULL)
    return;
  bv_toast_error (widget, _ ("The marks could not be recorded"), error);
  start_reading (self);
}

static void
typed_cb (BvInitiativeMarks *marks, GArray *typed, BvInitiativePane *self)
{
  Typed *data = g_new0 (Typed, 1);

  data->id = self->id;
  data->marks = g_array_copy (typed);
  for (guint i = 0; i < typed->len; i++)
    {
      BvInitiativeMark *mark = &g_array_index (data->marks, BvInitiativeMark, i);

      mark->criterion = g_strdup (mark->criterion);
    }
  self->n_writing++;
  bv_act_call (GTK_WIDGET (self), self->store, NULL, marks_thread, data, typed_free, marked_cb,
               NULL);
}

static void
notice_cb (BvGridView *grid, const char *text, BvInitiativePane *self)
{
  bv_toast_message (GTK_WIDGET (self), text);
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  g_signal_emit (parent, signals[EDITED], 0, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_present (widget, self->store, self->id, 0, edited_cb);
}

static gboolean
submit_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_submit_act (store, *(gint64 *) data, NULL, act_id, error);
}

static gboolean
back_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_take_back_act (store, *(gint64 *) data, act_id, error);
}

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_delete_act (store, *(gint64 *) data, act_id, error);
}

static gboolean
take_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_session_put_act (store, 0, data, 1, act_id, error);
}

static void
call (BvInitiativePane *self, BvActCallFunc func)
{
  bv_act_call (GTK_WIDGET (self), self->store, NULL, func, g_memdup2 (&self->id, sizeof self->id),
               g_free, NULL, NULL);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  call (BV_INITIATIVE_PANE (widget), submit_thread);
}

/* What the button at the top would do. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);
  GtkWidget *button = gtk_widget_get_mapped (self->submit_button) ? self->submit_button
                                                                  : self->put_button;

  if (gtk_widget_get_mapped (button))
    gtk_widget_activate_action (widget, gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
                                NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  call (BV_INITIATIVE_PANE (widget), back_thread);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  call (BV_INITIATIVE_PANE (widget), delete_thread);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  call (BV_INITIATIVE_PANE (widget), take_thread);
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_put (widget, self->store, self->id, get_initiative (self)->year);
}

static void
examiners_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_examiners (widget, self->store, self->id);
}

static void
verdict_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_verdict (widget, self->store, self->id);
}

static void
recognise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_recognise (widget, self->store, self->id);
}

static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_editor_refuse (widget, self->store, self->id);
}

static BvDocument *
build_sheets (BvConnection *connection, gpointer data, GError **error)
{
  const BvInitiativePaperOptions options = { .initiative_id = *(gint64 *) data };

  return bv_initiative_paper_build (connection, BV_INITIATIVE_PAPER_SHEETS, &options, error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_paper_window_present (widget, self->store,
                           bv_initiative_paper_get_label (BV_INITIATIVE_PAPER_SHEETS),
                           bv_initiative_paper_get_label (BV_INITIATIVE_PAPER_SHEETS), build_sheets,
                           g_memdup2 (&self->id, sizeof self->id), g_free);
}

static void
certificates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (widget);

  bv_initiative_certificates_present (widget, self->store, self->id, 0);
}

static gboolean
grow_grid_cb (gpointer user_data)
{
  BvInitiativePane *self = user_data;
  GtkAdjustment *adjustment;
  int height, missing;

  if (self->grid_window == NULL)
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->grid_window));
  missing = (int) (gtk_adjustment_get_upper (adjustment)
                   - gtk_adjustment_get_page_size (adjustment));
  gtk_widget_get_size_request (self->grid_window, NULL, &height);
  if (missing > 0)
    gtk_widget_set_size_request (self->grid_window, -1, height + missing);
  return G_SOURCE_REMOVE;
}

/* Larger letters make the names of criteria wrap: the window around the grid grows with them, after this allocation. */
static void
grid_changed_cb (GtkAdjustment *adjustment, BvInitiativePane *self)
{
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_grid_cb, g_object_ref (self), g_object_unref);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_initiative_pane_dispose (GObject *object)
{
  BvInitiativePane *self = BV_INITIATIVE_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->grid != NULL)
    bv_grid_view_set_model (self->grid, NULL);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_INITIATIVE_PANE);
  self->grid = NULL;
  g_clear_object (&self->marks);
  g_clear_object (&self->store);
  g_clear_pointer (&self->answer, answer_free);
  g_clear_pointer (&self->author_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bv_initiative_pane_parent_class)->dispose (object);
}

static void
bv_initiative_pane_class_init (BvInitiativePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "initiative.certificates", certificates_action },
    { "initiative.edit", edit_action },
    { "initiative.submit", submit_action },
    { "initiative.step", step_action },
    { "initiative.back", back_action },
    { "initiative.delete", delete_action },
    { "initiative.put", put_action },
    { "initiative.take", take_action },
    { "initiative.verdict", verdict_action },
    { "initiative.examiners", examiners_action },
    { "initiative.refuse", refuse_action },
    { "initiative.recognise", recognise_action },
    { "initiative.print", print_action },
  };

  G_OBJECT_CLASS (klass)->dispose = bv_initiative_pane_dispose;
  signals[EDITED] = g_signal_new ("edited", BV_TYPE_INITIATIVE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "initiative.edit",
                                       NULL);

  g_type_ensure (BV_TYPE_GRID_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-initiative-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, submit_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, put_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, flags_box);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, marks_group);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, grid_window);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, grid);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, outcome_image);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, authors_group);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativePane, facts_box);
  gtk_widget_class_set_css_name (widget_class, "bv-initiative-pane");
}

static void
bv_initiative_pane_init (BvInitiativePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->grid_window)), "changed",
    G_CALLBACK (grid_changed_cb), self, 0);
  self->author_rows = g_ptr_array_new ();
  self->marks = bv_initiative_marks_new ();
  g_signal_connect_object (self->marks, "typed", G_CALLBACK (typed_cb), self, 0);
  g_signal_connect_object (self->grid, "notice", G_CALLBACK (notice_cb), self, 0);
  bv_grid_view_set_corner (self->grid, _ ("Criterion"));
  bv_grid_view_set_model (self->grid, BV_GRID_MODEL (self->marks));
  update_actions (self);
}

void
bv_initiative_pane_set_store (BvInitiativePane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_INITIATIVE_PANE (self));

  if (self->store == store)
    return;
  self->id = 0;
  g_set_object (&self->store, store);
  start_reading (self);
}

void
bv_initiative_pane_set_initiative (BvInitiativePane *self, gint64 id)
{
  g_return_if_fail (BV_IS_INITIATIVE_PANE (self));

  if (self->id == id)
    return;
  self->id = id;
  start_reading (self);
}

gint64
bv_initiative_pane_get_initiative (BvInitiativePane *self)
{
  g_return_val_if_fail (BV_IS_INITIATIVE_PANE (self), 0);

  return self->id;
}

void
bv_initiative_pane_reload (BvInitiativePane *self)
{
  g_return_if_fail (BV_IS_INITIATIVE_PANE (self));

  start_reading (self);
}

gboolean
bv_initiative_pane_is_settled (BvInitiativePane *self)
{
  g_return_val_if_fail (BV_IS_INITIATIVE_PANE (self), TRUE);

  return !self->is_reading && self->n_writing == 0;
}
