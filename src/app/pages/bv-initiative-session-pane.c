// SPDX-License-Identifier: GPL-3.0-or-later
/* One session beside the list of sessions. One read brings it with all its initiatives and their marks. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-certificates.h"
#include "pages/bv-initiative-session-pane.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-widget.h"
#include "dialogs/bv-paper-window.h"
#include "documents/bv-initiative-papers.h"
#include "pages/bv-initiative-editors.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  BvInitiativeScale *scale;
  BvInitiativeSession *session;
  GPtrArray *items; /* (element-type BvInitiativeItem) */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->scale, bv_initiative_scale_free);
  g_clear_pointer (&answer->session, bv_initiative_session_free);
  g_clear_pointer (&answer->items, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

struct _BvInitiativeSessionPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *tally_label;
  GtkWidget *decide_button;
  GtkWidget *choose_button;
  GtkBox *items_box;

  /* Owned */
  BvStore *store;
  Answer *answer; /* (nullable) */
  GCancellable *reading;

  /* State */
  gint64 id;
  gboolean is_reading;
};

enum
{
  EDITED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvInitiativeSessionPane, bv_initiative_session_pane, GTK_TYPE_WIDGET)

static void
update_actions (BvInitiativeSessionPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_there = self->answer != NULL;
  gboolean is_decided = is_there && bv_initiative_session_is_decided (self->answer->session);
  guint n_items = is_there ? self->answer->items->len : 0;

  bv_act_set_enabled (widget, self->store, "session.edit", is_there);
  bv_act_set_enabled (widget, self->store, "session.examiners", n_items > 0 && !is_decided);
  bv_act_set_enabled (widget, self->store, "session.choose", is_there && !is_decided);
  bv_act_set_enabled (widget, self->store, "session.decide", n_items > 0 && !is_decided);
  bv_act_set_enabled (widget, self->store, "session.undecide", is_decided);
  bv_act_set_enabled (widget, self->store, "session.delete", n_items == 0 && is_there);
  gtk_widget_action_set_enabled (widget, "session.print", n_items > 0);
  gtk_widget_action_set_enabled (widget, "session.certificates", is_decided);
  gtk_widget_set_visible (self->decide_button, !is_decided);
  gtk_widget_set_visible (self->choose_button, !is_decided);
}

/* ── Showing ───────────────────────────────────────────────────────────────────────────────── */

static void
show_head (BvInitiativeSessionPane *self)
{
  const BvInitiativeSession *session = self->answer->session;
  BvInitiativeTally tally = bv_initiative_items_tally (self->answer->items);
  g_autofree char *date = bv_date_format_short (session->on_date);
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *kicker = NULL;
  g_autofree char *text = NULL;

  if (bv_initiative_session_is_decided (session))
    {
      g_autofree char *day = bv_date_format_short (session->decision_date);

      kicker = g_strdup_printf (_ ("Decided by %s of %s"), session->decision_number, day);
    }
  else
    kicker = g_strdup (_ ("Not decided yet"));
  gtk_label_set_text (self->kicker, kicker);
  if (bv_initiative_session_is_decided (session))
    gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->kicker), "warning");
  gtk_label_set_text (self->title_label, session->title);
  g_string_append (detail, session->on_date != NULL ? date : _ ("No day set yet"));
  if (*session->place != '\0')
    g_string_append_printf (detail, " · %s", session->place);
  if (*session->chair != '\0')
    g_string_append_printf (detail, " · %s", session->chair);
  gtk_label_set_text (self->detail_label, detail->str);
  if (tally.n == 0)
    text = g_strdup (_ ("Nothing is before the council yet."));
  else if (tally.n_open > 0)
    text = g_strdup_printf (
      /* TRANSLATORS: how many initiatives, and of them: without marks, recognised, not recognised. */
      _ ("%u initiatives: marks missing %u, recognised %u, not recognised %u"), tally.n,
      tally.n_open, tally.n_recognised, tally.n_refused);
  else
    text = g_strdup_printf (_ ("%u initiatives: recognised %u, not recognised %u"), tally.n,
                            tally.n_recognised, tally.n_refused);
  gtk_label_set_text (self->tally_label, text);
}

static void
row_activated_cb (GtkWidget *row, gpointer user_data)
{
  GtkWidget *pane = gtk_widget_get_ancestor (row, BV_TYPE_INITIATIVE_SESSION_PANE);
  gint64 id = (gint64) GPOINTER_TO_SIZE (user_data);

  if (pane != NULL)
    g_signal_emit (pane, signals[OPEN], 0, id);
}

static GtkWidget *
make_row (const BvInitiativeItem *item, const BvInitiativeScale *scale)
{
  GtkWidget *row = adw_action_row_new ();
  BvInitiativeEnding ending = bv_initiative_item_get_ending (item);
  g_autofree char *authors = bv_initiative_describe_authors (item->initiative);
  g_autofree char *words = bv_initiative_outcome_describe (&item->outcome, scale);
  g_autofree char *subtitle =
    *item->initiative->verdict != '\0'
      ? g_strdup_printf ("%s\n%s %s: %s", authors, words, _ ("The chair's word"),
                         bv_choice_label (bv_initiative_verdicts, item->initiative->verdict))
      : g_strdup_printf ("%s\n%s", authors, words);
  const char *icon = ending == BV_ENDING_RECOGNISED ? "bv-verdict-met-symbolic"
                     : ending == BV_ENDING_REFUSED  ? "bv-verdict-not-met-symbolic"
                                                    : "bv-verdict-unknown-symbolic";

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->initiative->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  if (item->outcome.standing >= BV_STANDING_PASSED)
    {
      g_autofree char *result = bv_number_format_hundredths (item->outcome.result);
      GtkWidget *label = gtk_label_new (result);

      gtk_widget_add_css_class (label, "title-4");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb),
                    GSIZE_TO_POINTER ((gsize) item->initiative->id));
  return row;
}

static void
show_items (BvInitiativeSessionPane *self)
{
  static const char *const headings[] = {
    N_ ("Waiting for marks or the chair"),
    N_ ("Recognised"),
    N_ ("Not recognised"),
  };
  AdwPreferencesGroup *groups[G_N_ELEMENTS (headings)] = { NULL };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items_box))) != NULL)
    gtk_box_remove (self->items_box, child);
  for (guint i = 0; i < self->answer->items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (self->answer->items, i);
      BvInitiativeEnding ending = bv_initiative_item_get_ending (item);

      if (groups[ending] == NULL)
        {
          groups[ending] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (groups[ending], _ (headings[ending]));
          gtk_box_append (self->items_box, GTK_WIDGET (groups[ending]));
        }
      adw_preferences_group_add (groups[ending], make_row (item, self->answer->scale));
    }
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_session (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  gint64 id = *(gint64 *) user_data;

  answer->scale = bv_initiative_scale_load (connection, error);
  if (answer->scale == NULL)
    return NULL;
  answer->session = bv_initiative_session_load (connection, id, error);
  if (answer->session == NULL)
    return NULL;
  answer->items = bv_initiative_session_list_items (connection, answer->scale, id, error);
  return answer->items != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_nothing (BvInitiativeSessionPane *self)
{
  g_clear_pointer (&self->answer, answer_free);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  update_actions (self);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvInitiativeSessionPane *self = owner;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The session could not be read"), error);
      show_nothing (self);
      return;
    }
  g_clear_pointer (&self->answer, answer_free);
  self->answer = result;
  show_head (self);
  show_items (self);
  gtk_stack_set_visible_child_name (self->stack, "session");
  update_actions (self);
}

static void
start_reading (BvInitiativeSessionPane *self)
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
  bv_read_async (G_OBJECT (self), self->store, read_session, g_memdup2 (&self->id, sizeof self->id),
                 g_free, read_cb, (GDestroyNotify) answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  g_signal_emit (parent, signals[EDITED], 0, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_initiative_session_editor_present (widget, self->store, self->id, 0, edited_cb);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_initiative_session_editor_choose (widget, self->store, self->id, self->answer->session->year);
}

static void
examiners_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_initiative_session_editor_examiners (widget, self->store, self->id);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_initiative_session_editor_decide (widget, self->store, self->id);
}

static gboolean
undecide_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_session_undecide_act (store, *(gint64 *) data, act_id, error);
}

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_initiative_session_delete_act (store, *(gint64 *) data, act_id, error);
}

static void
undecide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_act_call (widget, self->store, NULL, undecide_thread, g_memdup2 (&self->id, sizeof self->id),
               g_free, NULL, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_act_call (widget, self->store, NULL, delete_thread, g_memdup2 (&self->id, sizeof self->id),
               g_free, NULL, NULL);
}

typedef struct
{
  BvInitiativePaper paper;
  gint64 session_id;
} Paper;

static BvDocument *
build_paper (BvConnection *connection, gpointer data, GError **error)
{
  const Paper *paper = data;
  const BvInitiativePaperOptions options = { .session_id = paper->session_id };

  return bv_initiative_paper_build (connection, paper->paper, &options, error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);
  Paper paper = { .session_id = self->id };
  const char *label;

  if (!bv_initiative_paper_from_code (g_variant_get_string (parameter, NULL), &paper.paper))
    return;
  label = bv_initiative_paper_get_label (paper.paper);
  bv_paper_window_present (widget, self->store, label, label, build_paper,
                           g_memdup2 (&paper, sizeof paper), g_free);
}

static void
certificates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (widget);

  bv_initiative_certificates_present (widget, self->store, 0, self->id);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_initiative_session_pane_dispose (GObject *object)
{
  BvInitiativeSessionPane *self = BV_INITIATIVE_SESSION_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_INITIATIVE_SESSION_PANE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->answer, answer_free);

  G_OBJECT_CLASS (bv_initiative_session_pane_parent_class)->dispose (object);
}

static void
bv_initiative_session_pane_class_init (BvInitiativeSessionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_initiative_session_pane_dispose;
  signals[EDITED] = g_signal_new ("edited", BV_TYPE_INITIATIVE_SESSION_PANE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPEN] = g_signal_new ("open", BV_TYPE_INITIATIVE_SESSION_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "session.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "session.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "session.examiners", NULL, examiners_action);
  gtk_widget_class_install_action (widget_class, "session.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "session.undecide", NULL, undecide_action);
  gtk_widget_class_install_action (widget_class, "session.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "session.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "session.certificates", NULL, certificates_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "session.edit",
                                       NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/vn/bangvang/BangVang/bv-initiative-session-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, tally_label);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, decide_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, choose_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeSessionPane, items_box);
  gtk_widget_class_set_css_name (widget_class, "bv-initiative-session-pane");
}

static void
bv_initiative_session_pane_init (BvInitiativeSessionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
bv_initiative_session_pane_set_store (BvInitiativeSessionPane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_INITIATIVE_SESSION_PANE (self));

  if (self->store == store)
    return;
  self->id = 0;
  g_set_object (&self->store, store);
  start_reading (self);
}

void
bv_initiative_session_pane_set_session (BvInitiativeSessionPane *self, gint64 id)
{
  g_return_if_fail (BV_IS_INITIATIVE_SESSION_PANE (self));

  if (self->id == id)
    return;
  self->id = id;
  start_reading (self);
}

gint64
bv_initiative_session_pane_get_session (BvInitiativeSessionPane *self)
{
  g_return_val_if_fail (BV_IS_INITIATIVE_SESSION_PANE (self), 0);

  return self->id;
}

void
bv_initiative_session_pane_reload (BvInitiativeSessionPane *self)
{
  g_return_if_fail (BV_IS_INITIATIVE_SESSION_PANE (self));

  start_reading (self);
}

gboolean
bv_initiative_session_pane_is_settled (BvInitiativeSessionPane *self)
{
  g_return_val_if_fail (BV_IS_INITIATIVE_SESSION_PANE (self), TRUE);

  return !self->is_reading;
}
