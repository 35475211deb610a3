// SPDX-License-Identifier: GPL-3.0-or-later
/* What became of a year's registrations: the lines as a windowed list, the sums as two small tables. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-results.h"

#include "base/bv-date.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-condition.h"
#include "merit/bv-registration-result.h"
#include "pages/bv-title-names.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvRegistrationResults
{
  GtkWidget parent_instance;

  /* Template */
  GtkPaned *paned;
  GtkSearchEntry *search_entry;
  GtkDropDown *outcome_dropdown;
  AdwBin *columns_bin;
  BvListView *list;
  GtkGrid *titles_grid;
  GtkGrid *units_grid;

  /* Owned */
  BvStore *store;
  BvRegimeSet *regimes; /* (nullable) until the first reading */
  GCancellable *reading;

  /* State */
  int year;
  gboolean is_reading;
};

enum
{
  OPEN_UNIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRegistrationResults, bv_registration_results, GTK_TYPE_WIDGET)

/* As in the dropdown; the first is all. */
static const char *const outcome_codes[] = { NULL,       "alarm", "unregistered", "missed",
                                             "achieved", "open",  "proposed" };

/* ── The list ──────────────────────────────────────────────────────────────────────────────── */

/* The same in a word, for a narrow column. */
static const BvChoice short_outcomes[] = {
  { "achieved", NC_ ("registration", "Achieved"), "registration" },
  { "proposed", NC_ ("registration", "Proposed"), "registration" },
  { "open", NC_ ("registration", "Not decided yet"), "registration" },
  { "missed", NC_ ("registration", "Not achieved"), "registration" },
  { "unregistered", NC_ ("registration", "Not registered"), "registration" },
  { NULL, NULL, NULL },
};

static char *
format_outcome (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (short_outcomes, bv_row_get_text (row, column)));
}

static char *
format_title (BvRow *row, guint column)
{
  return g_strdup (bv_title_names_get (bv_row_get_text (row, column)));
}

static char *
format_titles (BvRow *row, guint column)
{
  g_auto (GStrv) codes = g_strsplit (bv_row_get_text (row, column), ", ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", bv_title_names_get (codes[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_grade (BvRow *row, guint column)
{
  BvGrade grade;

  return g_strdup (
    bv_grade_from_code (bv_row_get_text (row, column), &grade) ? bv_grade_get_label (grade) : "");
}

static const BvListColumn columns[] = {
  { "name", N_ ("Name"), BV_LIST_COLUMN_TITLE, BV_REGISTRATION_RESULT_COLUMN_NAME, 160, FALSE,
    FALSE, NULL },
  { "unit", N_ ("Unit"), BV_LIST_COLUMN_TITLE, BV_REGISTRATION_RESULT_COLUMN_UNIT, 0, FALSE, FALSE,
    NULL },
  { "title", N_ ("Emulation title"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_RESULT_COLUMN_FORM_CODE,
    90, FALSE, FALSE, format_title },
  { "outcome", N_ ("Outcome"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_RESULT_COLUMN_OUTCOME, 116,
    FALSE, FALSE, format_outcome },
  { "grade", N_ ("Rating"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_RESULT_COLUMN_GRADE, 130, FALSE,
    TRUE, format_grade },
  { "awarded", N_ ("Awarded"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_RESULT_COLUMN_AWARDED, 120,
    FALSE, FALSE, format_titles },
  { "decision", N_ ("Decision"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_RESULT_COLUMN_DECISION, 110,
    FALSE, TRUE, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvRegistrationResults *self = user_data;
  guint outcome = gtk_drop_down_get_selected (self->outcome_dropdown);
  const BvRegistrationResultFilter filter = {
    .year = self->year,
    .outcome = outcome < G_N_ELEMENTS (outcome_codes) ? outcome_codes[outcome] : NULL,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
  };

  return bv_registration_result_source (self->regimes, &filter);
}

static void
filter_cb (BvRegistrationResults *self)
{
  if (self->regimes != NULL && self->store != NULL)
    bv_list_view_requery (self->list);
}

static void
activate_cb (BvRegistrationResults *self, gint64 id)
{
  BvRowList *rows = bv_list_view_get_rows (self->list);
  guint position = bv_row_list_find (rows, id);
  g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  if (row != NULL)
    g_signal_emit (self, signals[OPEN_UNIT], 0,
                   bv_row_get_int (row, BV_REGISTRATION_RESULT_COLUMN_UNIT_ID));
}

/* ── The sums ──────────────────────────────────────────────────────────────────────────────── */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_cell (GtkGrid *grid,
          const char *text,
          const char *tooltip,
          int column,
          int row,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_tooltip_text (label, tooltip);
  if (column == 0)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_number (GtkGrid *grid, guint n, int column, int row, const char *css_class)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  add_cell (grid, n > 0 ? text : "–", NULL, column, row, n > 0 ? css_class : "dim-label");
}

static void
add_figure (GtkGrid *grid,
            const char *name,
            const BvRegistrationFigure *figure,
            int row,
            gboolean is_sum)
{
  const char *plain = is_sum ? "heading" : NULL;

  add_cell (grid, name, NULL, 0, row, plain);
  add_number (grid, figure->n_registered, 1, row, plain);
  add_number (grid, figure->n_achieved, 2, row, plain);
  add_number (grid, figure->n_missed, 3, row, "warning");
  add_number (grid, figure->n_awarded, 4, row, plain);
  add_number (grid, figure->n_unregistered, 5, row, "warning");
}

static void
fill_grid (GtkGrid *grid, GPtrArray *figures, const BvRegistrationFigure *sum)
{
  const char *const heads[][2] = {
    { "", NULL },
    { C_ ("column", "Reg."), _ ("Registered") },
    { C_ ("column", "Ach."), _ ("Achieved by those who registered") },
    { C_ ("column", "Not"), _ ("Registered, not achieved") },
    { C_ ("column", "Awd."), _ ("Awarded, with those who did not register") },
    { C_ ("column", "Unreg."), _ ("Awarded without registering") },
  };

  clear_grid (grid);
  for (int i = 0; i < (int) G_N_ELEMENTS (heads); i++)
    add_cell (grid, heads[i][0], heads[i][1], i, 0, "caption-heading");
  for (guint i = 0; i < figures->len; i++)
    {
      const BvRegistrationFigure *figure = g_ptr_array_index (figures, i);

      add_figure (grid,
                  *figure->form_code != '\0' ? bv_title_names_get (figure->form_code)
                                             : figure->unit_name,
                  figure, (int) i + 1, FALSE);
    }
  add_figure (grid, _ ("Together"), sum, (int) figures->len + 1, TRUE);
}

typedef struct
{
  int year;
  BvRegimeSet *regimes;
  GPtrArray *titles; /* of BvRegistrationFigure */
  GPtrArray *units;
  BvRegistrationFigure *sum;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_clear_pointer (&answer->titles, g_ptr_array_unref);
  g_clear_pointer (&answer->units, g_ptr_array_unref);
  g_clear_pointer (&answer->sum, bv_registration_figure_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_sums (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const BvRegistrationResultFilter filter = { .year = ((Answer *) user_data)->year };
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) rows = NULL;

  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  rows = bv_registration_result_list (connection, answer->regimes, &filter, error);
  if (rows == NULL)
    return NULL;
  answer->titles = bv_registration_figures_by_title (answer->regimes, rows);
  answer->units = bv_registration_figures_by_unit (rows);
  answer->sum = bv_registration_figures_sum (rows);
  return g_steal_pointer (&answer);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRegistrationResults *self = owner;
  g_autoptr (Answer) answer = result;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The registrations could not be read"), error);
      return;
    }
  bv_title_names_fill (answer->regimes);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  self->regimes = g_steal_pointer (&answer->regimes);
  fill_grid (self->titles_grid, answer->titles, answer->sum);
  fill_grid (self->units_grid, answer->units, answer->sum);
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_store (self->list, self->store);
  bv_list_view_requery (self->list);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_registration_results_dispose (GObject *object)
{
  BvRegistrationResults *self = BV_REGISTRATION_RESULTS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_REGISTRATION_RESULTS);
  g_clear_object (&self->store);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);

  G_OBJECT_CLASS (bv_registration_results_parent_class)->dispose (object);
}

static void
bv_registration_results_class_init (BvRegistrationResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_registration_results_dispose;
  signals[OPEN_UNIT] = g_signal_new ("open-unit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-registration-results.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, paned);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, outcome_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, list);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, titles_grid);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationResults, units_grid);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "bv-registration-results");
}

static void
bv_registration_results_init (BvRegistrationResults *self)
{
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (outcomes, _ ("All"));
  gtk_string_list_append (outcomes, _ ("Both alarms"));
  for (guint i = 2; i < G_N_ELEMENTS (outcome_codes); i++)
    gtk_string_list_append (outcomes, bv_choice_label (bv_registration_outcomes, outcome_codes[i]));
  gtk_drop_down_set_model (self->outcome_dropdown, G_LIST_MODEL (outcomes));
  bv_list_view_set_columns (self->list, "registration-results", _ ("Registered and awarded"),
                            columns, G_N_ELEMENTS (columns));
  bv_list_view_set_nothing (self->list, "bv-registrations-symbolic", _ ("Nothing to compare"),
                            _ ("Sheets count here once they are received; awards once their "
                               "decision is issued."));
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (self->list));
}

void
bv_registration_results_set_store (BvRegistrationResults *self, BvStore *store)
{
  g_return_if_fail (BV_IS_REGISTRATION_RESULTS (self));

  g_cancellable_cancel (self->reading);
  self->is_reading = FALSE;
  if (self->regimes != NULL) /* read once: the list has its query */
    bv_list_view_set_store (self->list, NULL);
  g_set_object (&self->store, store);
}

void
bv_registration_results_load (BvRegistrationResults *self, int year)
{
  Answer *asked;

  g_return_if_fail (BV_IS_REGISTRATION_RESULTS (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->year = year;
  if (self->store == NULL)
    return;
  asked = g_new0 (Answer, 1);
  asked->year = year;
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, read_sums, asked, (GDestroyNotify) answer_free,
                 read_cb, (GDestroyNotify) answer_free, self->reading);
}

void
bv_registration_results_set_outcome (BvRegistrationResults *self, const char *outcome)
{
  g_return_if_fail (BV_IS_REGISTRATION_RESULTS (self));

  for (guint i = 0; i < G_N_ELEMENTS (outcome_codes); i++)
    if (g_strcmp0 (outcome_codes[i], outcome) == 0)
      gtk_drop_down_set_selected (self->outcome_dropdown, i);
}

gboolean
bv_registration_results_start_search (BvRegistrationResults *self)
{
  g_return_val_if_fail (BV_IS_REGISTRATION_RESULTS (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
bv_registration_results_is_settled (BvRegistrationResults *self)
{
  g_return_val_if_fail (BV_IS_REGISTRATION_RESULTS (self), TRUE);

  return !self->is_reading && !bv_list_view_is_loading (self->list);
}
