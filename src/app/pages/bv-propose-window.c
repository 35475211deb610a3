// SPDX-License-Identifier: GPL-3.0-or-later
/* The engine's proposals as a list of check boxes. Each choice above the list asks the engine anew, on a worker. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-propose-window.h"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-nomination-propose.h"
#include "merit/bv-nomination.h"
#include "office/bv-unit.h"
#include "store/bv-store.h"
#include "widgets/bv-findings-view.h"

#include <glib/gi18n.h>

struct _BvProposeWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkDropDown *form_dropdown;
  GtkDropDown *unit_dropdown;
  GtkDropDown *grade_dropdown;
  GtkSwitch *unsure_switch;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListBox *list;
  GtkLabel *count_label;
  GtkEditable *achievement_row;
  AdwEntryRow *reason_row;
  GtkWidget *add_button;

  /* Owned */
  BvStore *store;
  GPtrArray *form_codes;
  GArray *unit_ids; /* 0 first: the whole office */
  GCancellable *reading;

  /* State */
  gint64 dossier_id;
  char *form_code;    /* chosen before the awards are known */
  gboolean is_filled; /* the dropdowns are */
  gboolean is_reading;
  guint n_chosen;
};

G_DEFINE_FINAL_TYPE (BvProposeWindow, bv_propose_window, ADW_TYPE_WINDOW)

static const char *const grades[] = { NULL, "HTXS", "HTT", "HT" };

/* ── The list ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_chosen (GtkWidget *row)
{
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "bv-check");

  return gtk_widget_get_sensitive (row) && gtk_check_button_get_active (check);
}

static void
count (BvProposeWindow *self)
{
  g_autofree char *text = NULL;

  guint n_rows = 0;

  self->n_chosen = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      self->n_chosen += is_chosen (row);
      n_rows++;
    }
  /* TRANSLATORS: how many subjects are ticked, of how many in the list. */
  text = g_strdup_printf (ngettext ("%u of %u chosen", "%u of %u chosen", n_rows), self->n_chosen,
                          n_rows);
  gtk_label_set_text (self->count_label, text);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "propose.add", self->n_chosen > 0);
}

static void
add_row (BvProposeWindow *self, const BvProposal *proposal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *verdict = gtk_label_new (bv_verdict_get_label (proposal->verdict));
  g_autofree char *subtitle = NULL;
  BvGrade grade;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proposal->name);
  if (bv_grade_from_code (proposal->grade, &grade))
    subtitle = *proposal->detail != '\0'
                 ? g_strdup_printf ("%s · %s", proposal->detail, bv_grade_get_label (grade))
                 : g_strdup (bv_grade_get_label (grade));
  else
    subtitle = g_strdup (proposal->detail);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  /* Whom the law is sure about; the others are the officer's choice. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !proposal->is_nominated && proposal->verdict == BV_VERDICT_MET);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  proposal->name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (count), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (proposal->is_nominated)
    {
      gtk_label_set_text (GTK_LABEL (verdict), _ ("Nominated already"));
      gtk_widget_set_sensitive (row, FALSE);
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), bv_verdict_image_new (proposal->verdict));
  gtk_widget_add_css_class (verdict, "dim-label");
  gtk_widget_add_css_class (verdict, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), verdict);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "bv-check", check);
  g_object_set_data_full (G_OBJECT (row), "bv-id",
                          g_memdup2 (&proposal->subject_id, sizeof (gint64)), g_free);
  gtk_list_box_append (self->list, row);
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 dossier_id;
  char *form_code; /* (nullable): the first that fits */
  gint64 unit_id;
  const char *grade;
  gboolean with_unsure;
  gboolean wants_choices;
} Ask;

static void
ask_free (Ask *ask)
{
  g_free (ask->form_code);
  g_free (ask);
}

typedef struct
{
  GPtrArray *proposals;
  GPtrArray *units; /* (nullable): not asked for */
  BvRegimeSet *regimes;
  BvDossier *dossier;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->proposals, g_ptr_array_unref);
  g_clear_pointer (&answer->units, g_ptr_array_unref);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_clear_pointer (&answer->dossier, bv_dossier_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static const char *
first_form (const Answer *answer)
{
  const BvRegime *regime = bv_dossier_get_regime (answer->dossier, answer->regimes);

  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (bv_dossier_offers (answer->dossier, award))
        return award->code;
    }
  return NULL;
}

static gpointer
read_proposals (BvConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Ask *ask = user_data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  BvProposalFilter filter = { .dossier_id = ask->dossier_id,
                              .form_code = ask->form_code,
                              .unit_id = ask->unit_id,
                              .least_grade = ask->grade,
                              .with_unsure = ask->with_unsure };

  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  answer->dossier = bv_dossier_load (connection, ask->dossier_id, error);
  if (answer->dossier == NULL)
    return NULL;
  if (filter.form_code == NULL)
    filter.form_code = first_form (answer);
  if (ask->wants_choices)
    {
      g_autofree char *date = bv_dossier_get_date (answer->dossier);

      answer->units = bv_unit_list (connection, date, error);
      if (answer->units == NULL)
        return NULL;
    }
  answer->proposals = filter.form_code != NULL ? bv_nomination_list_proposals (
                        connection, answer->regimes, &filter, cancellable, error)
                                               : g_ptr_array_new ();
  return answer->proposals != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
fill_choices (BvProposeWindow *self, const Answer *answer)
{
  const BvRegime *regime = bv_dossier_get_regime (answer->dossier, answer->regimes);
  g_autoptr (GtkStringList) forms = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (!bv_dossier_offers (answer->dossier, award))
        continue;
      if (g_strcmp0 (award->code, self->form_code) == 0)
        selected = self->form_codes->len;
      g_ptr_array_add (self->form_codes, g_strdup (award->code));
      gtk_string_list_append (forms, award->name);
    }
  gtk_string_list_append (units, _ ("The whole office"));
  g_array_append_val (self->unit_ids, none);
  for (guint i = 0; i < answer->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (answer->units, i);
      g_autofree char *indent = g_strnfill ((gsize) unit->depth * 2, ' ');
      g_autofree char *name = g_strconcat (indent, unit->name, NULL);

      g_array_append_val (self->unit_ids, unit->id);
      gtk_string_list_append (units, name);
    }
  gtk_drop_down_set_model (self->form_dropdown, G_LIST_MODEL (forms));
  gtk_drop_down_set_model (self->unit_dropdown, G_LIST_MODEL (units));
  if (self->form_codes->len > 0)
    gtk_drop_down_set_selected (self->form_dropdown, selected);
  self->is_filled = TRUE;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvProposeWindow *self = owner;
  g_autoptr (Answer) answer = result;
  GtkWidget *child;

  self->is_reading = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (error != NULL)
    {
      adw_status_page_set_title (self->nothing, _ ("This could not be read"));
      adw_status_page_set_description (self->nothing, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      count (self);
      return;
    }
  if (!self->is_filled)
    fill_choices (self, answer);
  for (guint i = 0; i < answer->proposals->len; i++)
    add_row (self, g_ptr_array_index (answer->proposals, i));
  adw_status_page_set_title (self->nothing, _ ("Nobody"));
  adw_status_page_set_description (
    self->nothing, _ ("By the records nobody here may get this award. Show also those about whom "
                      "a record is missing, or record ratings and attestations first."));
  gtk_stack_set_visible_child_name (self->stack, answer->proposals->len > 0 ? "list" : "nothing");
  count (self);
}

static void
start_reading (BvProposeWindow *self)
{
  Ask *ask = g_new0 (Ask, 1);
  guint form = gtk_drop_down_get_selected (self->form_dropdown);
  guint unit = gtk_drop_down_get_selected (self->unit_dropdown);
  guint grade = gtk_drop_down_get_selected (self->grade_dropdown);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  ask->dossier_id = self->dossier_id;
  ask->form_code = g_strdup (
    form < self->form_codes->len ? g_ptr_array_index (self->form_codes, form) : self->form_code);
  ask->unit_id = unit < self->unit_ids->len ? g_array_index (self->unit_ids, gint64, unit) : 0;
  ask->grade = grade < G_N_ELEMENTS (grades) ? grades[grade] : NULL;
  ask->with_unsure = gtk_switch_get_active (self->unsure_switch);
  ask->wants_choices = !self->is_filled;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  bv_read_async (G_OBJECT (self), self->store, read_proposals, ask, (GDestroyNotify) ask_free,
                 read_cb, (GDestroyNotify) answer_free, self->reading);
}

static void
choice_cb (BvProposeWindow *self)
{
  if (self->is_filled)
    start_reading (self);
}

static void
entered_cb (BvProposeWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "propose.add", NULL);
}

/* ── Adding ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 dossier_id;
  GArray *ids;
  char *form_code;
  char *achievement;
  char *reason;
} Add;

static void
add_free (Add *add)
{
  g_array_unref (add->ids);
  g_free (add->form_code);
  g_free (add->achievement);
  g_free (add->reason);
  g_free (add);
}

static gboolean
add_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Add *add = data;
  const char *const forms[] = { add->form_code, NULL };
  BvNominationMany many = { .dossier_id = add->dossier_id,
                            .subject_ids = (const gint64 *) (gpointer) add->ids->data,
                            .n_subjects = add->ids->len,
                            .form_codes = forms,
                            .achievement = add->achievement,
                            .override_reason = add->reason };

  return bv_nomination_add_many_act (store, &many, NULL, act_id, error);
}

static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvProposeWindow *self = BV_PROPOSE_WINDOW (widget);

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  bv_toast_error (widget, _ ("They could not be nominated"), error);
  if (!g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvProposeWindow *self = BV_PROPOSE_WINDOW (widget);
  guint form = gtk_drop_down_get_selected (self->form_dropdown);
  Add *add;

  if (form >= self->form_codes->len)
    return;
  add = g_new0 (Add, 1);
  add->dossier_id = self->dossier_id;
  add->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  add->form_code = g_strdup (g_ptr_array_index (self->form_codes, form));
  add->achievement = g_strdup (gtk_editable_get_text (self->achievement_row));
  add->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_chosen (row))
      g_array_append_val (add->ids, *(gint64 *) g_object_get_data (G_OBJECT (row), "bv-id"));
  gtk_widget_set_sensitive (self->add_button, FALSE);
  bv_act_call (widget, self->store, NULL, add_act, add, (GDestroyNotify) add_free, added_cb, NULL);
}

static void
set_all (BvProposeWindow *self, gboolean is_active)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_sensitive (row))
      gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "bv-check"), is_active);
}

static void
all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_all (BV_PROPOSE_WINDOW (widget), TRUE);
}

static void
none_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_all (BV_PROPOSE_WINDOW (widget), FALSE);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_propose_window_dispose (GObject *object)
{
  BvProposeWindow *self = BV_PROPOSE_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PROPOSE_WINDOW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bv_propose_window_parent_class)->dispose (object);
}

static void
bv_propose_window_finalize (GObject *object)
{
  BvProposeWindow *self = BV_PROPOSE_WINDOW (object);

  g_ptr_array_unref (self->form_codes);
  g_array_unref (self->unit_ids);
  g_free (self->form_code);

  G_OBJECT_CLASS (bv_propose_window_parent_class)->finalize (object);
}

static void
bv_propose_window_class_init (BvProposeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_propose_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_propose_window_finalize;
  gtk_widget_class_install_action (widget_class, "propose.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "propose.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "propose.none", NULL, none_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "propose.add", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-propose-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, form_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, unit_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, grade_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, unsure_switch);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, achievement_row);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, BvProposeWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
bv_propose_window_init (BvProposeWindow *self)
{
  const char *labels[G_N_ELEMENTS (grades) + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  self->form_codes = g_ptr_array_new_with_free_func (g_free);
  self->unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  labels[0] = _ ("Any rating");
  for (guint i = 1; i < G_N_ELEMENTS (grades); i++)
    {
      BvGrade grade;

      bv_grade_from_code (grades[i], &grade);
      labels[i] = bv_grade_get_label (grade);
    }
  list = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->grade_dropdown, G_LIST_MODEL (list));
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "propose.add", FALSE);
}

void
bv_propose_window_present (GtkWidget *parent,
                           BvStore *store,
                           gint64 dossier_id,
                           const char *form_code)
{
  BvProposeWindow *self = g_object_new (BV_TYPE_PROPOSE_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->store = g_object_ref (store);
  self->dossier_id = dossier_id;
  self->form_code = g_strdup (form_code);
  start_reading (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->form_dropdown));
}

gboolean
bv_propose_window_is_settled (BvProposeWindow *self)
{
  return !self->is_reading;
}

guint
bv_propose_window_get_n_rows (BvProposeWindow *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}
