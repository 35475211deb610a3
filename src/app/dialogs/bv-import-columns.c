// SPDX-License-Identifier: GPL-3.0-or-later
/* The columns of an import. The import itself recognised them; here the officer sees and corrects it.
 * Main thread; only small questions are put to the import here, reading again is the caller's work. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-import-columns.h"

#include "base/bv-date.h"
#include "compat/bv-widget.h"
#include "merit/bv-decision.h"
#include "merit/bv-regime.h"
#include "movement/bv-movement.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

#define N_SAMPLES 3

struct _BvImportColumns
{
  GtkWidget parent_instance;

  /* Template */
  AdwPreferencesGroup *file_group;
  AdwComboRow *sheet_row;
  AdwComboRow *encoding_row;
  GtkWidget *header_row;
  GtkSpinButton *header_spin;
  AdwPreferencesGroup *columns_group;
  AdwBin *options_bin;

  /* Owned */
  BvStore *store;
  BvImport *import;
  GPtrArray *fields; /* of the target */
  GPtrArray *rows;   /* of columns_group; borrowed elements */

  /* Borrowed */
  BvForm *options; /* child of options_bin */

  /* State */
  gint64 decision_id;
  gboolean is_updating; /* what is set now was not chosen by the officer */
};

G_DEFINE_FINAL_TYPE (BvImportColumns, bv_import_columns, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REREAD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (BvImportColumns *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ── The mapping ─────────────────────────────────────────────────────────────────────────── */

static void
show_column (BvImportColumns *self, guint column)
{
  AdwComboRow *row = g_ptr_array_index (self->rows, column);
  const BvImportField *field = bv_import_get_column_field (self->import, column);
  guint selected = 0;
  for (guint i = 0; field != NULL && i < self->fields->len; i++)
    if (g_ptr_array_index (self->fields, i) == field)
      selected = i + 1;
  adw_combo_row_set_selected (row, selected);
}

static void
field_chosen_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  BvImportColumns *self = user_data;
  if (self->is_updating)
    return;
  guint column = GPOINTER_TO_UINT (g_object_get_data (object, "column"));
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (object));
  const BvImportField *field = selected > 0 && selected <= self->fields->len
                                 ? g_ptr_array_index (self->fields, selected - 1)
                                 : NULL;
  g_autoptr (GError) error = NULL;
  if (!bv_import_set_column_field (self->import, column, field != NULL ? field->code : NULL,
                                   &error))
    g_warning ("column %u: %s", column, error->message);
  /* A field that may stand once left the column it stood in. */
  self->is_updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    show_column (self, i);
  self->is_updating = FALSE;
  emit_changed (self);
}

static GtkStringList *
make_field_list (BvImportColumns *self)
{
  /* TRANSLATORS: a column of the file that is left out. */
  GtkStringList *list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, _ ("Not imported"));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (list, bv_import_field_get_label (g_ptr_array_index (self->fields, i)));
  return list;
}

static void
make_columns (BvImportColumns *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_autoptr (GtkStringList) list = make_field_list (self);
  for (guint i = 0; i < bv_import_get_n_columns (self->import); i++)
    {
      g_autofree char *letter = bv_import_get_column_letter (self->import, i);
      const char *header = bv_import_get_column_header (self->import, i);
      g_autofree char *title = *header != '\0' ? g_markup_printf_escaped ("%s · %s", letter, header)
                                               : g_strdup (letter);
      g_auto (GStrv) samples = bv_import_get_column_samples (self->import, i, N_SAMPLES);
      g_autofree char *joined = g_strjoinv (", ", samples);
      g_autofree char *subtitle = g_markup_escape_text (joined, -1);
      GtkWidget *row = adw_combo_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
      g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (i));
      adw_preferences_group_add (self->columns_group, row);
      g_ptr_array_add (self->rows, row);
      show_column (self, i);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_chosen_cb), self, 0);
    }
}

/* ── How the file was read ───────────────────────────────────────────────────────────────── */

static void
reread_cb (BvImportColumns *self)
{
  if (self->is_updating)
    return;
  int sheet = (int) adw_combo_row_get_selected (self->sheet_row);
  int encoding = (int) adw_combo_row_get_selected (self->encoding_row);
  g_signal_emit (self, signals[SIGNAL_REREAD], 0, bv_import_is_csv (self->import) ? -1 : sheet,
                 bv_import_is_csv (self->import) ? encoding : -1);
}

static void
header_row_chosen_cb (BvImportColumns *self)
{
  if (self->is_updating)
    return;
  g_autoptr (GError) error = NULL;
  guint row = (guint) gtk_spin_button_get_value_as_int (self->header_spin);
  if (!bv_import_set_header_row (self->import, row, &error))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->header_row), error->message);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->header_row), NULL);
  self->is_updating = TRUE;
  make_columns (self);
  self->is_updating = FALSE;
  emit_changed (self);
}

static void
show_file (BvImportColumns *self)
{
  g_autofree char *file = bv_import_describe_file (self->import);
  g_autofree char *title = g_markup_escape_text (bv_import_get_file_name (self->import), -1);
  adw_preferences_group_set_title (self->file_group, title);
  adw_preferences_group_set_description (self->file_group, file);

  guint n_sheets = bv_import_get_n_sheets (self->import);
  g_autoptr (GtkStringList) sheets = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_sheets; i++)
    gtk_string_list_append (sheets, bv_import_get_sheet_name (self->import, i));
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (sheets));
  adw_combo_row_set_selected (self->sheet_row, bv_import_get_sheet (self->import));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n_sheets > 1);

  double confidence = 1;
  BvEncoding encoding = bv_import_get_encoding (self->import, &confidence);
  adw_combo_row_set_selected (self->encoding_row, encoding);
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self->encoding_row),
    confidence < 0.9 ? _ ("Please look whether the names below are written right") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), bv_import_is_csv (self->import));
  gtk_spin_button_set_value (self->header_spin, MAX (1, bv_import_get_header_row (self->import)));
}

/* ── Options ─────────────────────────────────────────────────────────────────────────────── */

static void
add_combo_of (BvForm *form,
              const char *field,
              const char *title,
              GPtrArray *codes,
              GPtrArray *labels)
{
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, field, title, (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

/* Drafts, and decisions received: those whose list may still grow. */
static void
add_decisions (BvImportColumns *self, BvForm *form)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const BvDecisionFilter filters[] = { { 0, BV_ORIGIN_MADE, 0, NULL },
                                       { 0, BV_ORIGIN_RECEIVED, -1, NULL } };
  g_ptr_array_add (codes, g_strdup (""));
  g_ptr_array_add (labels, g_strdup (_ ("Choose a decision")));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (BvRowList) rows = bv_row_list_new (self->store, bv_decision_source (&filters[i]));
      bv_row_list_wait (rows);
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (rows)) && k < 200; k++)
        {
          g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), k);
          const char *number = bv_row_get_text (row, BV_DECISION_COLUMN_NUMBER);
          g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, bv_row_get_id (row)));
          g_ptr_array_add (
            labels, *number != '\0' ? g_strdup_printf (
                      "%s · %s", number, bv_row_get_text (row, BV_DECISION_COLUMN_TITLE))
                                    : g_strdup (bv_row_get_text (row, BV_DECISION_COLUMN_TITLE)));
        }
    }
  add_combo_of (form, "decision_id", _ ("The list of which _decision"), codes, labels);
  if (self->decision_id != 0)
    bv_form_set_int (form, "decision_id", self->decision_id);
}

static void
add_award_forms (BvForm *form, BvConnection *connection)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, NULL);
  const BvRegime *regime = regimes != NULL ? bv_regime_set_for_date (regimes, today) : NULL;
  g_ptr_array_add (codes, g_strdup (""));
  g_ptr_array_add (labels, g_strdup (_ ("As each row says")));
  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (!bv_regime_award_is_offered (award, today, today))
        continue;
      g_ptr_array_add (codes, g_strdup (award->code));
      g_ptr_array_add (labels, g_strdup (award->name));
    }
  add_combo_of (form, "form_code", _ ("_Form of award"), codes, labels);
}

static void
add_movements (BvForm *form, BvConnection *connection)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) movements = bv_movement_list (connection, 0, NULL);
  g_ptr_array_add (codes, g_strdup (""));
  g_ptr_array_add (labels, g_strdup (_ ("Only indicators that are there already")));
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      const BvMovement *movement = g_ptr_array_index (movements, i);
      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, movement->id));
      g_ptr_array_add (labels, g_strdup (movement->name));
    }
  add_combo_of (form, "movement_id", _ ("New indicators belong to the _movement"), codes, labels);
  if (movements != NULL && movements->len > 0)
    bv_form_set_int (form, "movement_id", ((BvMovement *) g_ptr_array_index (movements, 0))->id);
}

static void
options_changed_cb (BvForm *form, const char *field, BvImportColumns *self)
{
  emit_changed (self);
}

/* Figures and ratings are those of units that are there. */
static gboolean
makes_units (BvImportColumns *self)
{
  BvImportTarget target = bv_import_get_target (self->import);
  return target != BV_IMPORT_INDICATORS && target != BV_IMPORT_RATINGS;
}

static void
make_options (BvImportColumns *self)
{
  BvForm *form = BV_FORM (bv_form_new ());
  g_autoptr (BvLease) lease = bv_store_lease (self->store, NULL);
  BvConnection *connection = lease != NULL ? bv_lease_connection (lease) : NULL;
  g_autofree char *today = bv_date_today ();

  bv_form_add_section (form, _ ("Besides"), NULL);
  switch (bv_import_get_target (self->import))
    {
    case BV_IMPORT_AWARDS:
      add_decisions (self, form);
      bv_form_set_required (form, "decision_id");
      if (connection != NULL)
        add_award_forms (form, connection);
      bv_form_add_paragraph (form, "achievement", _ ("_Achievement of rows that name none"));
      break;
    case BV_IMPORT_INDICATORS:
      if (connection != NULL)
        add_movements (form, connection);
      bv_form_add_subject (form, "unit_id", _ ("The figures are those of the _unit"), self->store,
                           BV_SUBJECT_UNIT);
      bv_form_add_text (form, "year", _ ("_Year of columns that name none"));
      bv_form_set_int (form, "year", bv_date_year (today));
      break;
    case BV_IMPORT_PEOPLE:
      bv_form_add_date (form, "effective_date", _ ("A changed unit counts _from"), FALSE);
      bv_form_set_text (form, "effective_date", today);
      break;
    case BV_IMPORT_RATINGS:
      bv_form_add_text (form, "year", _ ("_Year of rows that name none")); /* no number: 2.022 */
      bv_form_set_int (form, "year", bv_date_year (today) - 1);
      break;
    case BV_IMPORT_UNITS:
    case BV_IMPORT_HOUSEHOLDS:
    default:
      break;
    }
  bv_form_add_switch (form, "update",
                      _ ("Records already there take over what the file says _differently"), NULL);
  bv_form_set_boolean (form, "update", TRUE);
  if (makes_units (self))
    {
      bv_form_add_switch (form, "create_units", _ ("_Make units that the register does not know"),
                          NULL);
      bv_form_set_boolean (form, "create_units", TRUE);
    }
  g_signal_connect_object (form, "changed", G_CALLBACK (options_changed_cb), self, 0);
  self->options = form;
  adw_bin_set_child (self->options_bin, GTK_WIDGET (form));
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

void
bv_import_columns_apply (BvImportColumns *self)
{
  g_return_if_fail (BV_IS_IMPORT_COLUMNS (self));
  BvForm *form = self->options;
  switch (bv_import_get_target (self->import))
    {
    case BV_IMPORT_AWARDS:
      {
        g_autofree char *code = bv_form_get_text_or_null (form, "form_code");
        g_autofree char *achievement = bv_form_get_text_or_null (form, "achievement");
        bv_import_set_decision (self->import, bv_form_get_int (form, "decision_id"));
        bv_import_set_award_defaults (self->import, code, achievement);
        break;
      }
    case BV_IMPORT_INDICATORS:
      bv_import_set_indicator_defaults (self->import, bv_form_get_int (form, "movement_id"),
                                        bv_form_get_int (form, "unit_id"),
                                        (int) bv_form_get_int (form, "year"));
      break;
    case BV_IMPORT_PEOPLE:
      {
        g_autofree char *date = bv_form_get_text_or_null (form, "effective_date");
        bv_import_set_effective_date (self->import, date);
        break;
      }
    case BV_IMPORT_RATINGS:
      bv_import_set_year (self->import, (int) bv_form_get_int (form, "year"));
      break;
    case BV_IMPORT_UNITS:
    case BV_IMPORT_HOUSEHOLDS:
    default:
      break;
    }
  bv_import_set_update (self->import, bv_form_get_boolean (form, "update"));
  if (makes_units (self))
    bv_import_set_create_units (self->import, bv_form_get_boolean (form, "create_units"));
}

char *
bv_import_columns_get_problem (BvImportColumns *self)
{
  g_return_val_if_fail (BV_IS_IMPORT_COLUMNS (self), NULL);
  g_autoptr (GError) error = NULL;
  if (!bv_import_check_mapping (self->import, &error))
    return g_strdup (error->message);
  if (bv_import_get_target (self->import) == BV_IMPORT_AWARDS
      && bv_form_get_int (self->options, "decision_id") == 0)
    return g_strdup (
      _ ("Choose the decision whose list this is. A new one is made on the page Decisions."));
  return NULL;
}

void
bv_import_columns_update (BvImportColumns *self)
{
  g_return_if_fail (BV_IS_IMPORT_COLUMNS (self));
  self->is_updating = TRUE;
  show_file (self);
  make_columns (self);
  self->is_updating = FALSE;
  emit_changed (self);
}

void
bv_import_columns_set_import (BvImportColumns *self,
                              BvStore *store,
                              BvImport *import,
                              gint64 decision_id)
{
  g_return_if_fail (BV_IS_IMPORT_COLUMNS (self));
  g_set_object (&self->store, store);
  g_set_object (&self->import, import);
  self->decision_id = decision_id;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = bv_import_list_fields (bv_import_get_target (import));
  make_options (self);
  bv_import_columns_update (self);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_import_columns_dispose (GObject *object)
{
  BvImportColumns *self = BV_IMPORT_COLUMNS (object);
  g_clear_object (&self->store);
  g_clear_object (&self->import);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_IMPORT_COLUMNS);
  G_OBJECT_CLASS (bv_import_columns_parent_class)->dispose (object);
}

static void
bv_import_columns_class_init (BvImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_import_columns_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REREAD] = g_signal_new ("reread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, file_group);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, header_row);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, header_spin);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, columns_group);
  gtk_widget_class_bind_template_child (widget_class, BvImportColumns, options_bin);
}

static void
bv_import_columns_init (BvImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);
  for (int i = 0; i < BV_N_ENCODINGS; i++)
    gtk_string_list_append (encodings, bv_encoding_get_name (i));
  self->is_updating = TRUE;
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (encodings));
  self->is_updating = FALSE;
  g_signal_connect_object (self->sheet_row, "notify::selected", G_CALLBACK (reread_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->encoding_row, "notify::selected", G_CALLBACK (reread_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header_spin, "value-changed", G_CALLBACK (header_row_chosen_cb),
                           self, G_CONNECT_SWAPPED);
}
