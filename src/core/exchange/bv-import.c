// SPDX-License-Identifier: GPL-3.0-or-later
/* An import from the file to its mapping and options. Reading is done by bv-workbook, recognising by
 * bv-import-header; here they are put together in the order of the assistant. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOK_ROWS 60

G_DEFINE_FINAL_TYPE (BvImport, bv_import, G_TYPE_OBJECT)

static void
plan_free (BvImport *self)
{
  g_clear_pointer (&self->plan, bv_import_pass_free);
  g_clear_pointer (&self->units, g_ptr_array_unref);
}

static void
file_free (BvImport *self)
{
  plan_free (self);
  g_clear_pointer (&self->header, bv_import_header_free);
  g_clear_pointer (&self->fields, g_free);
  g_clear_pointer (&self->sheet, bv_sheet_free);
  g_clear_pointer (&self->workbook, bv_workbook_free);
}

static void
bv_import_finalize (GObject *object)
{
  BvImport *self = BV_IMPORT (object);

  file_free (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
  g_clear_pointer (&self->unit_choices, g_hash_table_unref);
  g_free (self->settings.form_code);
  g_free (self->settings.achievement);
  g_free (self->settings.effective_date);
  G_OBJECT_CLASS (bv_import_parent_class)->finalize (object);
}

static void
bv_import_class_init (BvImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_import_finalize;
}

static void
bv_import_init (BvImport *self)
{
  self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unit_choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->settings.update = TRUE;
  self->settings.create_units = TRUE;
  self->settings.effective_date = bv_date_today ();
}

BvImport *
bv_import_new (BvStore *store, BvImportTarget target)
{
  BvImport *self = g_object_new (BV_TYPE_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->target = target;
  self->settings.create_units = target != BV_IMPORT_RATINGS;
  return self;
}

BvImportTarget
bv_import_get_target (BvImport *self)
{
  return self->target;
}

void
bv_import_set_progress (BvImport *self, BvProgressFunc progress, gpointer user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

void
bv_import_drop_plan (BvImport *self)
{
  plan_free (self);
}

const BvImportSettings *
bv_import_get_settings (BvImport *self)
{
  self->settings.target = self->target;
  self->settings.sheet = self->sheet;
  self->settings.header = self->header;
  self->settings.fields = self->fields;
  self->settings.unit_choices = self->unit_choices;
  return &self->settings;
}

/* ── Mapping ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_remembered (BvImport *self, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (self->store, error);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (lease == NULL)
    return FALSE;
  g_hash_table_remove_all (self->remembered);
  statement = bv_connection_query (
    bv_lease_connection (lease), error,
    "SELECT header_fold, field FROM import_mapping WHERE target = ?1", "s",
    bv_import_target_to_code (self->target));
  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_hash_table_replace (self->remembered, g_strdup (bv_statement_text (statement, 0)),
                            g_strdup (bv_statement_text (statement, 1)));
    }
}

/* Recognised fields, and over them those that a person once chose. */
static void
map_columns (BvImport *self)
{
  guint n = self->header->n_columns;

  plan_free (self);
  g_free (self->fields);
  self->fields = g_new0 (const BvImportField *, n + 1);
  memcpy (self->fields, self->header->fields, n * sizeof *self->fields);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *fold = bv_import_fold_header (self->header->texts[i]);
      const char *code = *fold != '\0' ? g_hash_table_lookup (self->remembered, fold) : NULL;
      const BvImportField *field;

      if (code == NULL)
        continue;
      field = bv_import_find_field (self->target, code);
      for (guint k = 0; k < n && field != NULL && !field->may_repeat; k++)
        if (self->fields[k] == field)
          self->fields[k] = NULL;
      self->fields[i] = field;
    }
}

/* ── The file ────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_sheet (BvImport *self, guint index, GCancellable *cancellable, GError **error)
{
  BvSheet *sheet = bv_workbook_read (self->workbook, index, 0, self->progress, self->progress_data,
                                     cancellable, error);

  if (sheet == NULL)
    return FALSE;
  plan_free (self);
  g_clear_pointer (&self->header, bv_import_header_free);
  g_clear_pointer (&self->sheet, bv_sheet_free);
  self->sheet = sheet;
  self->sheet_index = index;
  self->header = bv_import_header_find (sheet, self->target);
  map_columns (self);
  return TRUE;
}

/* The sheet whose header says most; the first of equals. */
static gboolean
choose_sheet (BvImport *self, guint *best, GCancellable *cancellable, GError **error)
{
  double best_rate = -1000;

  *best = 0;
  for (guint i = 0; bv_workbook_get_n_sheets (self->workbook) > 1
                    && i < bv_workbook_get_n_sheets (self->workbook);
       i++)
    {
      g_autoptr (BvSheet)
        sheet = bv_workbook_read (self->workbook, i, LOOK_ROWS, NULL, NULL, cancellable, error);

      if (sheet == NULL)
        return FALSE;
      g_autoptr (BvImportHeader) header = bv_import_header_find (sheet, self->target);
      double rate = header->n_rows > 0 ? bv_import_header_rate (header) : -100;
      if (rate > best_rate)
        {
          best_rate = rate;
          *best = i;
        }
    }
  return TRUE;
}

static gboolean
load (BvImport *self,
      const char *path,
      const BvWorkbookOptions *options,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree char *copy = g_strdup (path);
  BvWorkbook *workbook = bv_workbook_open (path, options, self->progress, self->progress_data,
                                           cancellable, error);
  guint index;

  if (workbook == NULL)
    return FALSE;
  file_free (self);
  self->workbook = workbook;
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  return load_remembered (self, error) && choose_sheet (self, &index, cancellable, error)
         && read_sheet (self, index, cancellable, error);
}

gboolean
bv_import_load (BvImport *self, const char *path, GCancellable *cancellable, GError **error)
{
  return load (self, path, NULL, cancellable, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (bv_import_load (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bv_import_load_async (BvImport *self,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bv_import_load_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_thread);
}

gboolean
bv_import_load_finish (BvImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
bv_import_get_file_name (BvImport *self)
{
  return self->workbook != NULL ? bv_workbook_get_name (self->workbook) : NULL;
}

static const char *
separator_label (char separator)
{
  switch (separator)
    {
    case '\t':
      return C_ ("separator", "tab");
    case ';':
      return "“;”";
    case '|':
      return "“|”";
    case ',':
    default:
      return "“,”";
    }
}

char *
bv_import_describe_file (BvImport *self)
{
  if (self->workbook == NULL || self->sheet == NULL)
    return g_strdup ("");
  /* What people count: the rows below the header. */
  guint n = bv_sheet_get_n_rows (self->sheet);

  if (self->header != NULL && self->header->n_rows > 0)
    n -= MIN (n, self->header->first_data_row);
  if (!bv_workbook_is_csv (self->workbook))
    return g_strdup_printf (
      /* Translators: a number of rows, and the name of a sheet. */
      ngettext ("XLSX, %u row, sheet “%s”", "XLSX, %u rows, sheet “%s”", n), n,
      bv_workbook_get_sheet_name (self->workbook, self->sheet_index));
  return g_strdup_printf (
    /* Translators: a number of rows, an encoding, a separator. */
    ngettext ("CSV, %u row, %s, parted by %s", "CSV, %u rows, %s, parted by %s", n), n,
    bv_encoding_get_name (bv_workbook_get_encoding (self->workbook, NULL)),
    separator_label (bv_workbook_get_separator (self->workbook)));
}

guint
bv_import_get_n_sheets (BvImport *self)
{
  return self->workbook != NULL ? bv_workbook_get_n_sheets (self->workbook) : 0;
}

const char *
bv_import_get_sheet_name (BvImport *self, guint index)
{
  g_return_val_if_fail (self->workbook != NULL, "");

  return bv_workbook_get_sheet_name (self->workbook, index);
}

guint
bv_import_get_sheet (BvImport *self)
{
  return self->sheet_index;
}

gboolean
bv_import_set_sheet (BvImport *self, guint index, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (index < bv_import_get_n_sheets (self), FALSE);

  return read_sheet (self, index, cancellable, error);
}

gboolean
bv_import_is_csv (BvImport *self)
{
  return self->workbook != NULL && bv_workbook_is_csv (self->workbook);
}

BvEncoding
bv_import_get_encoding (BvImport *self, double *confidence)
{
  g_return_val_if_fail (self->workbook != NULL, BV_ENCODING_UTF8);

  return bv_workbook_get_encoding (self->workbook, confidence);
}

gboolean
bv_import_set_encoding (BvImport *self,
                        BvEncoding encoding,
                        GCancellable *cancellable,
                        GError **error)
{
  BvWorkbookOptions options = { TRUE, encoding, 0 };

  g_return_val_if_fail (bv_import_is_csv (self), FALSE);

  return load (self, self->path, &options, cancellable, error);
}

/* ── Header ──────────────────────────────────────────────────────────────────────────────── */

guint
bv_import_get_header_row (BvImport *self)
{
  if (self->header == NULL || self->header->n_rows == 0)
    return 0;
  return bv_sheet_get_row_number (self->sheet, self->header->first_row);
}

gboolean
bv_import_set_header_row (BvImport *self, guint row_number, GError **error)
{
  g_return_val_if_fail (self->sheet != NULL, FALSE);

  for (guint row = 0; row < bv_sheet_get_n_rows (self->sheet); row++)
    if (bv_sheet_get_row_number (self->sheet, row) == row_number)
      {
        g_clear_pointer (&self->header, bv_import_header_free);
        self->header = bv_import_header_new (self->sheet, self->target, row);
        map_columns (self);
        return TRUE;
      }
  g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_HEADER,
               /* Translators: a file and the number of a row. */
               _ ("“%s” has nothing in row %u."), bv_import_get_file_name (self), row_number);
  return FALSE;
}

guint
bv_import_get_n_columns (BvImport *self)
{
  return self->header != NULL ? self->header->n_columns : 0;
}

const char *
bv_import_get_column_header (BvImport *self, guint column)
{
  g_return_val_if_fail (column < bv_import_get_n_columns (self), "");

  return self->header->texts[column];
}

char *
bv_import_get_column_letter (BvImport *self, guint column)
{
  return bv_sheet_format_column (column);
}

char **
bv_import_get_column_samples (BvImport *self, guint column, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint found = 0;

  g_return_val_if_fail (column < bv_import_get_n_columns (self), g_strv_builder_end (builder));

  for (guint row = self->header->first_data_row;
       row < bv_sheet_get_n_rows (self->sheet) && row < self->header->first_data_row + 1000
       && found < n;
       row++)
    {
      const char *text = bv_sheet_get_text (self->sheet, row, column);

      if (*text == '\0')
        continue;
      g_strv_builder_add (builder, text);
      found++;
    }
  return g_strv_builder_end (builder);
}

const BvImportField *
bv_import_get_column_field (BvImport *self, guint column)
{
  g_return_val_if_fail (column < bv_import_get_n_columns (self), NULL);

  return self->fields[column];
}

gboolean
bv_import_set_column_field (BvImport *self, guint column, const char *code, GError **error)
{
  const BvImportField *field = NULL;

  g_return_val_if_fail (column < bv_import_get_n_columns (self), FALSE);

  if (code != NULL && *code != '\0')
    {
      field = bv_import_find_field (self->target, code);
      if (field == NULL)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                       /* Translators: the code of a field, as given on the command line. */
                       _ ("There is no field “%s” in this kind of table."), code);
          return FALSE;
        }
      for (guint i = 0; i < self->header->n_columns && !field->may_repeat; i++)
        if (self->fields[i] == field)
          self->fields[i] = NULL;
    }
  self->fields[column] = field;
  plan_free (self);
  return TRUE;
}

static gboolean
has_field (BvImport *self, const char *code)
{
  for (guint i = 0; i < self->header->n_columns; i++)
    if (self->fields[i] != NULL && strcmp (self->fields[i]->code, code) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bv_import_check_mapping (BvImport *self, GError **error)
{
  g_autoptr (GPtrArray) list = bv_import_list_fields (self->target);

  g_return_val_if_fail (self->header != NULL, FALSE);

  if (self->header->n_rows == 0)
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_HEADER,
                   /* Translators: a file. */
                   _ ("No row of “%s” was recognised as the header of such a table. Choose the "
                      "header row, or another kind of table."),
                   bv_import_get_file_name (self));
      return FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const BvImportField *field = list->pdata[i];

      if (!field->is_required || has_field (self, field->code))
        continue;
      if (strcmp (field->code, "name") == 0
          && (has_field (self, "given_name") || has_field (self, "head")))
        continue;
      g_set_error (
        error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_HEADER,
        /* Translators: a file, the label of a field, the number of the header row. */
        _ ("“%s” has no column “%s” in its header (row %u). Add the column, or say which "
           "one it is."),
        bv_import_get_file_name (self), bv_import_field_get_label (field),
        bv_import_get_header_row (self));
      return FALSE;
    }
  if (self->target == BV_IMPORT_INDICATORS && !has_field (self, "target")
      && !has_field (self, "measurement"))
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_HEADER,
                   _ ("“%s” has no column of plans or results in its header (row %u). Add the "
                      "column, or say which one it is."),
                   bv_import_get_file_name (self), bv_import_get_header_row (self));
      return FALSE;
    }
  return TRUE;
}

/* ── Options ─────────────────────────────────────────────────────────────────────────────── */

void
bv_import_set_decision (BvImport *self, gint64 decision_id)
{
  self->settings.decision_id = decision_id;
  plan_free (self);
}

void
bv_import_set_award_defaults (BvImport *self, const char *form_code, const char *achievement)
{
  g_free (self->settings.form_code);
  self->settings.form_code = g_strdup (form_code);
  g_free (self->settings.achievement);
  self->settings.achievement = achievement != NULL ? bv_text_clean (achievement) : NULL;
  plan_free (self);
}

void
bv_import_set_indicator_defaults (BvImport *self, gint64 movement_id, gint64 unit_id, int year)
{
  self->settings.movement_id = movement_id;
  self->settings.unit_id = unit_id;
  self->settings.year = year;
  plan_free (self);
}

void
bv_import_set_effective_date (BvImport *self, const char *date)
{
  g_free (self->settings.effective_date);
  self->settings.effective_date = bv_date_is_valid (date) ? g_strdup (date) : bv_date_today ();
  plan_free (self);
}

void
bv_import_set_update (BvImport *self, gboolean update)
{
  self->settings.update = update;
  plan_free (self);
}

void
bv_import_set_year (BvImport *self, int year)
{
  self->settings.year = year;
  plan_free (self);
}

void
bv_import_set_create_units (BvImport *self, gboolean create)
{
  /* Who is rated must be known: a misspelt unit would rate nobody's people. */
  self->settings.create_units = create && self->target != BV_IMPORT_RATINGS;
  plan_free (self);
}

void
bv_import_choose_unit (BvImport *self, const char *text, gint64 unit_id)
{
  char *key = bv_import_unit_key (text);

  if (unit_id == 0)
    {
      g_hash_table_remove (self->unit_choices, key);
      g_free (key);
    }
  else
    g_hash_table_replace (self->unit_choices, key, g_memdup2 (&unit_id, sizeof unit_id));
}
