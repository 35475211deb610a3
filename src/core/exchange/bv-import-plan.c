// SPDX-License-Identifier: GPL-3.0-or-later
/* An import from its check to its act. The plan is the pass that checked; the act runs the same pass
 * again on the writer's connection, so that nothing is written that was not checked there. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many rows on the search index is rebuilt rather than kept row by row. */
#define BULK_ROWS 500

/* ── Check ───────────────────────────────────────────────────────────────────────────────── */

static gint
compare_units (gconstpointer a, gconstpointer b)
{
  const BvImportUnit *x = *(const BvImportUnit *const *) a;
  const BvImportUnit *y = *(const BvImportUnit *const *) b;

  /* Undecided ones first, then those that most rows name. */
  if ((x->chosen_id == 0) != (y->chosen_id == 0))
    return x->chosen_id == 0 ? -1 : 1;
  if (x->n_rows != y->n_rows)
    return x->n_rows > y->n_rows ? -1 : 1;
  return strcmp (x->text, y->text);
}

static void
list_units (BvImport *self)
{
  GHashTableIter iter;
  gpointer value;

  self->units = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->plan->units);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BvImportPlanUnit *planned = value;
      BvImportUnit *unit = g_new0 (BvImportUnit, 1);

      unit->text = planned->text;
      unit->n_rows = planned->n_rows;
      unit->chosen_id = planned->made ? -1 : planned->id;
      for (guint i = 0; i < BV_IMPORT_N_CANDIDATES; i++)
        {
          /* One that this table makes itself is no choice. */
          if (planned->candidates[i] <= 0)
            continue;
          unit->candidates[i] = planned->candidates[i];
          unit->names[i] = bv_import_index_get_unit_name (self->plan->index,
                                                          planned->candidates[i]);
        }
      g_ptr_array_add (self->units, unit);
    }
  g_ptr_array_sort (self->units, compare_units);
}

gboolean
bv_import_check (BvImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvImportPass) pass = NULL;

  g_return_val_if_fail (self->sheet != NULL, FALSE);

  bv_import_drop_plan (self);
  if (!bv_import_check_mapping (self, error))
    return FALSE;
  lease = bv_store_lease (self->store, error);
  if (lease == NULL)
    return FALSE;
  bv_lease_set_cancellable (lease, cancellable);
  pass = bv_import_pass_new (bv_import_get_settings (self), bv_lease_connection (lease), FALSE,
                             error);
  if (pass == NULL)
    return FALSE;
  pass->cancellable = cancellable;
  pass->progress = self->progress;
  pass->user_data = self->progress_data;
  if (!bv_import_pass_run (pass, error))
    return FALSE;
  pass->connection = NULL;
  self->plan = g_steal_pointer (&pass);
  list_units (self);
  return TRUE;
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (bv_import_check (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bv_import_check_async (BvImport *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bv_import_check_async);
  g_task_run_in_thread (task, check_thread);
}

gboolean
bv_import_check_finish (BvImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ── What was found ──────────────────────────────────────────────────────────────────────── */

const char *
bv_import_row_status_get_label (BvImportRowStatus status)
{
  static const char *const labels[] = { NC_ ("import row", "New"), NC_ ("import row", "Updated"),
                                        NC_ ("import row", "Unchanged"),
                                        NC_ ("import row", "Skipped"),
                                        NC_ ("import row", "Error") };

  g_return_val_if_fail (status < G_N_ELEMENTS (labels), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "import row", labels[status]);
}

void
bv_import_get_counts (BvImport *self, BvImportCounts *counts)
{
  if (self->plan != NULL)
    *counts = self->plan->counts;
  else
    memset (counts, 0, sizeof *counts);
}

char *
bv_import_counts_format (const BvImportCounts *counts)
{
  return g_strdup_printf (
    /* Translators: five numbers of rows. */
    _ ("%u new, %u updated, %u unchanged, %u skipped, %u with errors"),
    counts->n[BV_IMPORT_ROW_NEW], counts->n[BV_IMPORT_ROW_UPDATED],
    counts->n[BV_IMPORT_ROW_UNCHANGED], counts->n[BV_IMPORT_ROW_SKIPPED],
    counts->n[BV_IMPORT_ROW_ERROR]);
}

guint
bv_import_get_n_findings (BvImport *self)
{
  return self->plan != NULL ? self->plan->findings->len : 0;
}

const BvImportFinding *
bv_import_get_finding (BvImport *self, guint index)
{
  g_return_val_if_fail (index < bv_import_get_n_findings (self), NULL);

  const BvImportPlanFinding *planned = &g_array_index (self->plan->findings, BvImportPlanFinding,
                                                       index);
  self->finding.row = planned->row;
  self->finding.row_number = bv_import_get_row_number (self, planned->row);
  self->finding.column = planned->column;
  self->finding.field = planned->column >= 0 ? self->fields[planned->column] : NULL;
  self->finding.severity = (BvImportSeverity) planned->severity;
  self->finding.message = planned->message;
  return &self->finding;
}

static const char *
get_column_label (BvImport *self, const BvImportFinding *finding)
{
  return finding->field != NULL ? bv_import_field_get_label (finding->field)
                                : bv_import_get_column_header (self, (guint) finding->column);
}

char *
bv_import_format_finding (BvImport *self, const BvImportFinding *finding)
{
  if (finding->column < 0)
    /* Translators: the number of a row, and a sentence. */
    return g_strdup_printf (_ ("Row %u: %s"), finding->row_number, finding->message);
  g_autofree char *letter = bv_sheet_format_column ((guint) finding->column);
  return g_strdup_printf (
    /* Translators: the number of a row, the letter of a column, the column's meaning, a sentence. */
    _ ("Row %u, column %s (%s): %s"), finding->row_number, letter, get_column_label (self, finding),
    finding->message);
}

/* Beside its row: "Cell C17 (Date of birth): the day …". */
static char *
format_in_cell (BvImport *self, const BvImportFinding *finding)
{
  if (finding->column < 0)
    return g_strdup (finding->message);
  g_autofree char *letter = bv_sheet_format_column ((guint) finding->column);
  /* Translators: the letter of a column with the number of a row, the column's meaning, a sentence. */
  return g_strdup_printf (_ ("Cell %s%u (%s): %s"), letter, finding->row_number,
                          get_column_label (self, finding), finding->message);
}

guint
bv_import_get_n_rows (BvImport *self)
{
  return self->plan != NULL ? self->plan->rows->len : 0;
}

BvImportRowStatus
bv_import_get_row_status (BvImport *self, guint row)
{
  g_return_val_if_fail (row < bv_import_get_n_rows (self), BV_IMPORT_ROW_SKIPPED);

  return (BvImportRowStatus) g_array_index (self->plan->rows, BvImportPlanRow, row).status;
}

guint
bv_import_get_row_number (BvImport *self, guint row)
{
  g_return_val_if_fail (row < bv_import_get_n_rows (self), 0);

  return bv_sheet_get_row_number (self->sheet,
                                  g_array_index (self->plan->rows, BvImportPlanRow, row).sheet_row);
}

const char *
bv_import_get_row_text (BvImport *self, guint row, guint column)
{
  g_return_val_if_fail (row < bv_import_get_n_rows (self), "");

  return bv_sheet_get_text (
    self->sheet, g_array_index (self->plan->rows, BvImportPlanRow, row).sheet_row, column);
}

static const char *
get_field_text (BvImport *self, guint row, const char *code)
{
  for (guint i = 0; i < self->header->n_columns; i++)
    if (self->fields[i] != NULL && strcmp (self->fields[i]->code, code) == 0)
      return bv_import_get_row_text (self, row, i);
  return "";
}

char *
bv_import_get_row_title (BvImport *self, guint row)
{
  static const char *const codes[] = { "name", "family_names", "given_name", "head" };
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *text = get_field_text (self, row, codes[i]);

      if (*text == '\0' || (i == 3 && title->len > 0))
        continue;
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", text);
    }
  /* A section's title or a total stands somewhere on its row. */
  for (guint i = 0; i < self->header->n_columns && title->len == 0; i++)
    g_string_assign (title, bv_import_get_row_text (self, row, i));
  return g_string_free (title, FALSE);
}

char *
bv_import_get_row_message (BvImport *self, guint row)
{
  g_return_val_if_fail (row < bv_import_get_n_rows (self), g_strdup (""));

  const BvImportPlanRow *planned = &g_array_index (self->plan->rows, BvImportPlanRow, row);
  GString *message = g_string_new (NULL);
  for (guint i = 0; i < planned->n_findings; i++)
    {
      g_autofree char *line = format_in_cell (
        self, bv_import_get_finding (self, planned->first_finding + i));

      g_string_append_printf (message, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (message, FALSE);
}

guint
bv_import_get_n_units (BvImport *self)
{
  return self->units != NULL ? self->units->len : 0;
}

const BvImportUnit *
bv_import_get_unit (BvImport *self, guint index)
{
  g_return_val_if_fail (index < bv_import_get_n_units (self), NULL);

  return self->units->pdata[index];
}

/* ── Commit ──────────────────────────────────────────────────────────────────────────────── */

char *
bv_import_get_title (BvImport *self)
{
  BvImportCounts counts;
  const char *file = bv_import_get_file_name (self);

  bv_import_get_counts (self, &counts);
  guint n = counts.n[BV_IMPORT_ROW_NEW] + counts.n[BV_IMPORT_ROW_UPDATED];
  if (n == 0)
    /* Translators: a file. */
    return g_strdup_printf (_ ("Remember the columns of %s"), file);
  switch (self->target)
    {
    case BV_IMPORT_UNITS:
      /* Translators: a number and a file. */
      return g_strdup_printf (ngettext ("Import %u unit from %s", "Import %u units from %s", n), n,
                              file);
    case BV_IMPORT_HOUSEHOLDS:
      return g_strdup_printf (
        ngettext ("Import %u household from %s", "Import %u households from %s", n), n, file);
    case BV_IMPORT_AWARDS:
      return g_strdup_printf (ngettext ("Import %u award from %s", "Import %u awards from %s", n),
                              n, file);
    case BV_IMPORT_INDICATORS:
      return g_strdup_printf (ngettext ("Import figures of %u indicator from %s",
                                        "Import figures of %u indicators from %s", n),
                              n, file);
    case BV_IMPORT_RATINGS:
      return g_strdup_printf (ngettext ("Import %u rating from %s", "Import %u ratings from %s", n),
                              n, file);
    case BV_IMPORT_PEOPLE:
    default:
      return g_strdup_printf (ngettext ("Import %u person from %s", "Import %u people from %s", n),
                              n, file);
    }
}

/* What a person chose otherwise than recognised is remembered for the next file, and forgotten when
 * it is what would be recognised anyway. */
static gboolean
remember_mapping (BvImport *self, BvConnection *connection, GError **error)
{
  const char *target = bv_import_target_to_code (self->target);

  for (guint i = 0; i < self->header->n_columns; i++)
    {
      g_autofree char *fold = bv_import_fold_header (self->header->texts[i]);
      const char *code = self->fields[i] != NULL ? self->fields[i]->code : "";
      const char *known = self->header->fields[i] != NULL ? self->header->fields[i]->code : "";
      const char *remembered = g_hash_table_lookup (self->remembered, fold);

      if (*fold == '\0' || g_strcmp0 (code, remembered) == 0)
        continue;
      if (strcmp (code, known) == 0)
        {
          if (remembered != NULL
              && !bv_connection_run (connection, error,
                                     "DELETE FROM import_mapping WHERE target = ?1 AND header_fold "
                                     "= ?2",
                                     "ss", target, fold))
            return FALSE;
          continue;
        }
      if (!bv_connection_run (
            connection, error,
            "INSERT INTO import_mapping (target, header_fold, field) "
            "VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET field = excluded.field "
            "WHERE field <> excluded.field",
            "sss", target, fold, code))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  BvImport *import;
  GCancellable *cancellable;
} Commit;

static gboolean
commit_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Commit *commit = user_data;
  BvImport *self = commit->import;
  g_autoptr (BvImportPass)
    pass = bv_import_pass_new (bv_import_get_settings (self), connection, TRUE, error);

  if (pass == NULL)
    return FALSE;
  pass->cancellable = commit->cancellable;
  pass->progress = self->progress;
  pass->user_data = self->progress_data;
  return bv_import_pass_run (pass, error) && remember_mapping (self, connection, error);
}

gboolean
bv_import_commit (BvImport *self, gint64 *act_id, GCancellable *cancellable, GError **error)
{
  g_autofree char *title = bv_import_get_title (self);
  Commit commit = { self, cancellable };
  BvImportCounts counts;
  gboolean ok;

  g_return_val_if_fail (self->plan != NULL, FALSE);

  bv_import_get_counts (self, &counts);
  ok = bv_store_act (self->store, title,
                     counts.n[BV_IMPORT_ROW_NEW] + counts.n[BV_IMPORT_ROW_UPDATED] > BULK_ROWS
                       ? BV_ACT_BULK
                       : BV_ACT_NONE,
                     commit_cb, &commit, cancellable, act_id, error);
  if (!ok)
    g_prefix_error (error, "%s: ", bv_import_get_file_name (self));
  return ok;
}

static void
commit_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 act_id = 0;

  if (bv_import_commit (source, &act_id, cancellable, &error))
    g_task_return_int (task, (gssize) act_id);
  else
    g_task_return_error (task, error);
}

void
bv_import_commit_async (BvImport *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bv_import_commit_async);
  g_task_run_in_thread (task, commit_thread);
}

gint64
bv_import_commit_finish (BvImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
