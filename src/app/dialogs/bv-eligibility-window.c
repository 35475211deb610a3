// SPDX-License-Identifier: GPL-3.0-or-later
/* Who may get what, as a window. All is judged on a worker, from facts read once; they are kept, so that the conditions of
 * a line are there as soon as it is selected. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-eligibility-window.h"

#include "base/bv-text.h"
#include "bv-read.h"
#include "dialogs/bv-eligibility-line.h"
#include "dialogs/bv-eligibility-remedy.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-remedy.h"
#include "store/bv-store.h"
#include "widgets/bv-findings-view.h"

#include <glib/gi18n.h>

struct _BvEligibilityWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *window_title;
  GtkSpinButton *year_spin;
  GtkDropDown *manner_drop;
  GtkDropDown *award_drop;
  GtkDropDown *verdict_drop;
  GtkSearchEntry *search_entry;
  GtkWidget *remedies_scrolled;
  GtkBox *remedies;
  GtkStack *stack;
  GtkListView *list;
  GtkStack *pane_stack;
  GtkLabel *pane_title;
  BvFindingsView *findings;
  AdwStatusPage *error_page;

  /* Owned */
  BvStore *store;
  GCancellable *reading;
  BvFacts *facts;
  BvRegimeSet *regimes;
  GPtrArray *lines;  /* of all verdicts */
  GListStore *shown; /* with headings, after filter and search */
  GtkSingleSelection *selection;
  char *form_code;       /* (nullable) */
  GPtrArray *form_codes; /* of award_drop */

  /* State */
  gint64 subject_id;
  gint64 wanted_subject;
  int year;
  BvManner manner;
  gboolean is_loading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvEligibilityWindow, bv_eligibility_window, ADW_TYPE_WINDOW)

static void load (BvEligibilityWindow *self);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 subject_id;
  char *form_code;
  int year;
  BvManner manner;
} Question;

static void
question_free (Question *question)
{
  g_free (question->form_code);
  g_free (question);
}

typedef struct
{
  BvFacts *facts;
  BvRegimeSet *regimes;
  const BvRegime *regime; /* borrowed from the set */
  GPtrArray *lines;
  GPtrArray *remedies; /* (nullable) (element-type BvRemedy): of one subject */
  char *form_code;
  int year;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->facts, bv_facts_unref);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_clear_pointer (&answer->lines, g_ptr_array_unref);
  g_clear_pointer (&answer->remedies, g_ptr_array_unref);
  g_free (answer->form_code);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static char *
later_words (const BvEligibility *eligibility)
{
  if (eligibility->verdict == BV_VERDICT_MET || eligibility->first_year <= eligibility->year)
    return NULL;
  /* TRANSLATORS: %d is a year. */
  return g_strdup_printf (_ ("for %d at the earliest"), eligibility->first_year);
}

static gboolean
add_line (const BvEligibility *eligibility, gpointer user_data)
{
  Answer *answer = user_data;
  g_autofree char *later = later_words (eligibility);
  const char *unit = bv_facts_get_unit_name (answer->facts, eligibility->subject_id,
                                             eligibility->year);
  g_autofree char *detail = later != NULL && *unit != '\0'
                              ? g_strdup_printf ("%s · %s", unit, later)
                              : g_strdup (later != NULL ? later : unit);

  g_ptr_array_add (answer->lines, bv_eligibility_line_new (
                                    eligibility->verdict, eligibility->needs_word,
                                    bv_facts_get_name (answer->facts, eligibility->subject_id),
                                    detail, eligibility->subject_id, eligibility->award->code));
  return TRUE;
}

static gboolean
answer_subject (Answer *answer,
                const Question *asked,
                const BvEligibilityQuestion *question,
                GError **error)
{
  g_autoptr (GPtrArray) list = bv_eligibility_judge_subject (answer->facts, answer->regimes,
                                                             question, asked->subject_id, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const BvEligibility *eligibility = g_ptr_array_index (list, i);
      g_autofree char *later = later_words (eligibility);
      const char *obstacle = bv_eligibility_get_obstacle (eligibility);
      g_autofree char *detail = *obstacle != '\0' && later != NULL
                                  ? g_strdup_printf ("%s (%s)", obstacle, later)
                                  : g_strdup (later != NULL ? later : obstacle);

      g_ptr_array_add (answer->lines,
                       bv_eligibility_line_new (eligibility->verdict, eligibility->needs_word,
                                                eligibility->award->name, detail, asked->subject_id,
                                                eligibility->award->code));
    }
  answer->remedies = bv_remedy_collect (list);
  return TRUE;
}

static gpointer
read_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Question *asked = user_data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  BvEligibilityQuestion question = { .year = asked->year, .manner = asked->manner };

  answer->year = asked->year;
  answer->lines = g_ptr_array_new_with_free_func (g_object_unref);
  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  answer->regime = bv_eligibility_choose_regime (answer->regimes, &question, error);
  if (answer->regime == NULL)
    return NULL;
  answer->facts = bv_facts_load (connection, asked->subject_id, error);
  if (answer->facts == NULL)
    return NULL;
  if (asked->form_code != NULL && bv_regime_find_award (answer->regime, asked->form_code) != NULL)
    answer->form_code = g_strdup (asked->form_code);
  else if (asked->subject_id == 0)
    {
      const BvRegimeAward *usual;
      BvLevel level;

      if (!bv_decision_get_own_level (connection, &level, error))
        return NULL;
      usual = bv_regime_find_usual (answer->regime, level);
      answer->form_code = g_strdup (usual != NULL ? usual->code : "");
    }
  if (asked->subject_id != 0
        ? !answer_subject (answer, asked, &question, error)
        : !bv_eligibility_foreach (answer->facts, answer->regimes, &question, 0, answer->form_code,
                                   add_line, answer, cancellable, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

static void
show_none (BvEligibilityWindow *self)
{
  bv_findings_view_show (self->findings, NULL);
  gtk_stack_set_visible_child_name (self->pane_stack, "none");
}

/* In the order of the list. */
static const struct
{
  BvVerdict verdict;
  gboolean needs_word;
} groups[] = {
  { BV_VERDICT_MET, FALSE },
  { BV_VERDICT_CANNOT_TELL, TRUE },
  { BV_VERDICT_CANNOT_TELL, FALSE },
  { BV_VERDICT_NOT_MET, FALSE },
};

static gboolean
matches (BvEligibilityLine *line, guint group, const char *typed)
{
  return bv_eligibility_line_get_verdict (line) == groups[group].verdict
         && bv_eligibility_line_needs_word (line) == groups[group].needs_word
         && (*typed == '\0' || bv_text_matches (bv_eligibility_line_get_title (line), typed));
}

static void
refill (BvEligibilityWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint wanted_group = gtk_drop_down_get_selected (self->verdict_drop);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      guint heading = rows->len, n = 0;
      g_autofree char *title = NULL;

      if (wanted_group != 0 && wanted_group != group + 1)
        continue;
      for (guint i = 0; i < self->lines->len; i++)
        {
          BvEligibilityLine *line = g_ptr_array_index (self->lines, i);

          if (!matches (line, group, typed))
            continue;
          n++;
          g_ptr_array_add (rows, g_object_ref (line));
        }
      if (n == 0)
        continue;
      /* TRANSLATORS: %1$s is a verdict, %2$u how many. */
      title = g_strdup_printf (
        _ ("%1$s (%2$u)"),
        bv_verdict_get_full_label (groups[group].verdict, groups[group].needs_word), n);
      g_ptr_array_insert (rows, (int) heading,
                          bv_eligibility_line_new_heading (groups[group].verdict, title));
    }
  for (guint i = 0; i < rows->len && selected == GTK_INVALID_LIST_POSITION; i++)
    {
      BvEligibilityLine *line = g_ptr_array_index (rows, i);

      if (!bv_eligibility_line_is_heading (line)
          && (self->subject_id == 0
                ? bv_eligibility_line_get_subject (line) == self->wanted_subject
                : g_strcmp0 (bv_eligibility_line_get_form (line), self->form_code) == 0))
        selected = i;
    }
  /* The first line is read at once: its conditions stand there without another click. */
  for (guint i = 0; i < rows->len && selected == GTK_INVALID_LIST_POSITION; i++)
    if (!bv_eligibility_line_is_heading (g_ptr_array_index (rows, i)))
      selected = i;
  self->is_filling = TRUE;
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "nothing");
  show_none (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, selected);
}

static void
selected_cb (BvEligibilityWindow *self)
{
  BvEligibilityLine *line = gtk_single_selection_get_selected_item (self->selection);
  BvEligibilityQuestion question = { .year = self->year, .manner = self->manner };
  g_autoptr (BvEligibility) eligibility = NULL;
  g_autofree char *title = NULL;

  if (self->is_filling || self->facts == NULL)
    return;
  if (line == NULL || bv_eligibility_line_is_heading (line))
    {
      show_none (self);
      return;
    }
  self->wanted_subject = bv_eligibility_line_get_subject (line);
  bv_text_set (&self->form_code, bv_eligibility_line_get_form (line));
  eligibility = bv_eligibility_judge (self->facts, self->regimes, &question, self->wanted_subject,
                                      self->form_code, NULL);
  if (eligibility == NULL)
    {
      show_none (self);
      return;
    }
  /* TRANSLATORS: %1$s is an award, %2$s a name, %3$d a year. */
  title = g_strdup_printf (_ ("%1$s for %2$s, %3$d"), eligibility->award->name,
                           bv_facts_get_name (self->facts, self->wanted_subject), self->year);
  gtk_label_set_text (self->pane_title, title);
  bv_findings_view_show (self->findings, eligibility);
  gtk_stack_set_visible_child_name (self->pane_stack, "findings");
}

/* ── What is asked ───────────────────────────────────────────────────────────────────────── */

static void
fill_awards (BvEligibilityWindow *self, const BvRegime *regime)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", self->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", self->year + 1);
  guint selected = 0;

  g_ptr_array_set_size (self->form_codes, 0);
  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      gboolean is_asked = g_strcmp0 (award->code, self->form_code) == 0;

      /* Of the year asked about and the one in which it is decided; what was asked for stays. */
      if (award->paths->len == 0 || (!is_asked && !bv_regime_award_is_offered (award, first, last)))
        continue;
      if (is_asked)
        selected = self->form_codes->len;
      g_ptr_array_add (self->form_codes, g_strdup (award->code));
      gtk_string_list_append (names, award->name);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->award_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->award_drop, selected);
  self->is_filling = FALSE;
}

static void
open_record_cb (BvEligibilityWindow *self, const char *kind, gint64 id)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (below == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (below), "win.open-record", "(sx)", kind, id);
  gtk_window_present (below);
}

static void
open_page_cb (BvEligibilityWindow *self, const char *page)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (below == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (below), "win.show-page", "s", page);
  gtk_window_present (below);
}

/* Where a record is entered: the subject's own, or the page of its matter. */
static void
remedy_cb (BvEligibilityWindow *self, GtkButton *button)
{
  static const char *const kinds[] = { "person", "unit", "household" };
  const char *page = bv_eligibility_remedy_get_page (GTK_WIDGET (button));

  if (page != NULL)
    open_page_cb (self, page);
  else
    open_record_cb (self,
                    kinds[bv_facts_get_kind (self->facts, self->subject_id) - BV_SUBJECT_PERSON],
                    self->subject_id);
}

#define MAX_REMEDIES 3 /* so that the list keeps its place */

static void
fill_remedies (BvEligibilityWindow *self, GPtrArray *remedies)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->remedies))) != NULL)
    gtk_box_remove (self->remedies, child);
  for (guint i = 0; remedies != NULL && i < MIN (remedies->len, MAX_REMEDIES); i++)
    {
      GtkWidget *button = bv_eligibility_remedy_new (g_ptr_array_index (remedies, i));

      g_signal_connect_swapped (button, "clicked", G_CALLBACK (remedy_cb), self);
      gtk_box_append (self->remedies, button);
    }
  gtk_widget_set_visible (self->remedies_scrolled, remedies != NULL && remedies->len > 0);
}

static void
read_done (gpointer owner, gpointer result, const GError *error)
{
  BvEligibilityWindow *self = owner;
  g_autoptr (Answer) answer = result;

  self->is_loading = FALSE;
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      show_none (self);
      return;
    }
  g_clear_pointer (&self->facts, bv_facts_unref);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->facts = g_steal_pointer (&answer->facts);
  self->regimes = g_steal_pointer (&answer->regimes);
  self->lines = g_steal_pointer (&answer->lines);
  if (self->subject_id == 0)
    bv_text_set (&self->form_code, answer->form_code);
  adw_window_title_set_subtitle (self->window_title, answer->regime->name);
  if (self->subject_id != 0)
    {
      /* TRANSLATORS: %s is the name of a person, unit or household. */
      g_autofree char *title = g_strdup_printf (_ ("What %s may get"),
                                                bv_facts_get_name (self->facts, self->subject_id));

      adw_window_title_set_title (self->window_title, title);
    }
  else
    fill_awards (self, answer->regime);
  fill_remedies (self, answer->remedies);
  refill (self);
}

static void
load (BvEligibilityWindow *self)
{
  Question *question = g_new0 (Question, 1);

  question->subject_id = self->subject_id;
  question->form_code = g_strdup (self->form_code);
  question->year = self->year;
  question->manner = self->manner;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_loading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_thread, question,
                 (GDestroyNotify) question_free, read_done, (GDestroyNotify) answer_free,
                 self->reading);
}

static void
asked_cb (BvEligibilityWindow *self)
{
  guint form = gtk_drop_down_get_selected (self->award_drop);

  if (self->is_filling || self->store == NULL)
    return;
  self->year = gtk_spin_button_get_value_as_int (self->year_spin);
  self->manner = (BvManner) gtk_drop_down_get_selected (self->manner_drop);
  if (self->subject_id == 0 && form < self->form_codes->len)
    bv_text_set (&self->form_code, g_ptr_array_index (self->form_codes, form));
  load (self);
}

static void
filter_cb (BvEligibilityWindow *self)
{
  if (!self->is_filling && self->lines != NULL)
    refill (self);
}

/* What is missing was entered in the window below: ask again. */
static void
changed_cb (BvEligibilityWindow *self)
{
  load (self);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_eligibility_window_dispose (GObject *object)
{
  BvEligibilityWindow *self = BV_ELIGIBILITY_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_ELIGIBILITY_WINDOW);
  G_OBJECT_CLASS (bv_eligibility_window_parent_class)->dispose (object);
}

static void
bv_eligibility_window_finalize (GObject *object)
{
  BvEligibilityWindow *self = BV_ELIGIBILITY_WINDOW (object);

  g_clear_pointer (&self->facts, bv_facts_unref);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_ptr_array_unref (self->form_codes);
  g_free (self->form_code);
  G_OBJECT_CLASS (bv_eligibility_window_parent_class)->finalize (object);
}

static void
bv_eligibility_window_class_init (BvEligibilityWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_eligibility_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_eligibility_window_finalize;
  g_type_ensure (BV_TYPE_FINDINGS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-eligibility-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, year_spin);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, manner_drop);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, award_drop);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, verdict_drop);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, remedies_scrolled);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, remedies);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, pane_stack);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, pane_title);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, BvEligibilityWindow, error_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_eligibility_window_init (BvEligibilityWindow *self)
{
  g_autoptr (GtkStringList) manners = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) verdicts = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = bv_eligibility_line_factory_new ();

  self->form_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < BV_N_MANNERS; i++)
    gtk_string_list_append (manners, bv_manner_get_label ((BvManner) i));
  gtk_drop_down_set_model (self->manner_drop, G_LIST_MODEL (manners));
  gtk_string_list_append (verdicts, _ ("All verdicts"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_string_list_append (verdicts,
                            bv_verdict_get_full_label (groups[i].verdict, groups[i].needs_word));
  gtk_drop_down_set_model (self->verdict_drop, G_LIST_MODEL (verdicts));
  self->shown = g_list_store_new (BV_TYPE_ELIGIBILITY_LINE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->year_spin, "value-changed", G_CALLBACK (asked_cb), self);
  g_signal_connect_swapped (self->manner_drop, "notify::selected", G_CALLBACK (asked_cb), self);
  g_signal_connect_swapped (self->award_drop, "notify::selected", G_CALLBACK (asked_cb), self);
  g_signal_connect_swapped (self->verdict_drop, "notify::selected", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->findings, "open-record", G_CALLBACK (open_record_cb), self);
  g_signal_connect_swapped (self->findings, "open-page", G_CALLBACK (open_page_cb), self);
}

BvEligibilityWindow *
bv_eligibility_window_present (GtkWindow *parent,
                               BvStore *store,
                               gint64 subject_id,
                               const char *form_code,
                               int year)
{
  BvEligibilityWindow *self = g_object_new (BV_TYPE_ELIGIBILITY_WINDOW, "transient-for", parent,
                                            "destroy-with-parent", TRUE, NULL);

  self->subject_id = subject_id;
  self->form_code = g_strdup (form_code);
  self->year = year;
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->year_spin, year);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->award_drop), subject_id == 0);
  if (subject_id == 0)
    adw_window_title_set_title (self->window_title, _ ("Who may get the award"));
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

gboolean
bv_eligibility_window_is_loading (BvEligibilityWindow *self)
{
  g_return_val_if_fail (BV_IS_ELIGIBILITY_WINDOW (self), FALSE);
  return self->is_loading;
}

guint
bv_eligibility_window_get_n_lines (BvEligibilityWindow *self)
{
  guint n = 0;

  g_return_val_if_fail (BV_IS_ELIGIBILITY_WINDOW (self), 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (BvEligibilityLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      n += !bv_eligibility_line_is_heading (line);
    }
  return n;
}

void
bv_eligibility_window_select (BvEligibilityWindow *self, gint64 subject_id, const char *form_code)
{
  g_return_if_fail (BV_IS_ELIGIBILITY_WINDOW (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (BvEligibilityLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (!bv_eligibility_line_is_heading (line)
          && bv_eligibility_line_get_subject (line) == subject_id
          && g_strcmp0 (bv_eligibility_line_get_form (line), form_code) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}
