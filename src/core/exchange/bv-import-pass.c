// SPDX-License-Identifier: GPL-3.0-or-later
/* One pass over a table: goes through the rows, leaves out what is no record, hands the others to the
 * table's own function, and keeps what was found. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-pass.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FINDINGS 1000000

static void
finding_clear (gpointer data)
{
  g_free (((BvImportPlanFinding *) data)->message);
}

static void
plan_unit_free (gpointer data)
{
  BvImportPlanUnit *unit = data;

  g_free (unit->text);
  g_free (unit);
}

static void
find_columns (BvImportPass *self)
{
  self->list = bv_import_list_fields (self->settings->target);
  g_assert (self->list->len <= G_N_ELEMENTS (self->columns));
  for (guint i = 0; i < self->list->len; i++)
    for (guint column = self->settings->header->n_columns; column-- > 0;)
      if (self->settings->fields[column] == self->list->pdata[i])
        self->columns[i] = column + 1;
}

static gboolean
prepare (BvImportPass *self, GError **error)
{
  switch (self->settings->target)
    {
    case BV_IMPORT_UNITS:
      return bv_import_units_prepare (self, error);
    case BV_IMPORT_AWARDS:
      return bv_import_awards_prepare (self, error);
    case BV_IMPORT_INDICATORS:
      return bv_import_indicators_prepare (self, error);
    case BV_IMPORT_RATINGS:
      return bv_import_ratings_prepare (self, error);
    case BV_IMPORT_PEOPLE:
    case BV_IMPORT_HOUSEHOLDS:
    default:
      return TRUE;
    }
}

BvImportPass *
bv_import_pass_new (const BvImportSettings *settings,
                    BvConnection *connection,
                    gboolean is_writing,
                    GError **error)
{
  g_autoptr (BvImportPass) self = g_new0 (BvImportPass, 1);

  self->settings = settings;
  self->connection = connection;
  self->is_writing = is_writing;
  self->rows = g_array_new (FALSE, TRUE, sizeof (BvImportPlanRow));
  self->findings = g_array_new (FALSE, TRUE, sizeof (BvImportPlanFinding));
  g_array_set_clear_func (self->findings, finding_clear);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, plan_unit_free);
  self->unit_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next_id = -1;
  find_columns (self);
  self->index = bv_import_index_load (
    connection,
    settings->target == BV_IMPORT_PEOPLE || settings->target == BV_IMPORT_AWARDS
      || settings->target == BV_IMPORT_HOUSEHOLDS || settings->target == BV_IMPORT_RATINGS,
    error);
  if (self->index == NULL || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_import_pass_free (BvImportPass *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->index, bv_import_index_free);
  g_array_unref (self->rows);
  g_array_unref (self->findings);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->unit_texts);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->decision, bv_decision_free);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_hash_table_unref);
  g_clear_pointer (&self->unit_rows, g_hash_table_unref);
  g_clear_pointer (&self->unit_states, g_byte_array_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self->section);
  g_free (self);
}

/* ── Cells ───────────────────────────────────────────────────────────────────────────────── */

int
bv_import_pass_column (BvImportPass *self, const char *code)
{
  for (guint i = 0; i < self->list->len; i++)
    if (strcmp (((const BvImportField *) self->list->pdata[i])->code, code) == 0)
      return (int) self->columns[i] - 1;
  return -1;
}

/* The same for a code that is a literal, by its address: thirty of them are asked for in every row. */
static int
find_column (BvImportPass *self, const char *literal)
{
  guint slot = (guint) ((gsize) literal >> 2) % G_N_ELEMENTS (self->literals);

  if (self->literals[slot].code != literal)
    {
      self->literals[slot].code = literal;
      self->literals[slot].column = bv_import_pass_column (self, literal);
    }
  return self->literals[slot].column;
}

const char *
bv_import_pass_text (BvImportPass *self, const char *code)
{
  int column = find_column (self, code);

  if (column < 0)
    return "";
  const char *text = bv_sheet_get_text (self->settings->sheet, self->sheet_row, (guint) column);
  /* What people write into a cell that has nothing to say. */
  return strcmp (text, "-") == 0 || strcmp (text, "–") == 0 ? "" : text;
}

void
bv_import_pass_find (BvImportPass *self,
                     const char *code,
                     BvImportSeverity severity,
                     const char *format,
                     ...)
{
  BvImportPlanFinding *finding;
  va_list arguments;

  if (severity == BV_IMPORT_ERROR)
    self->has_error = TRUE;
  else
    self->counts.n_warnings++;
  if (self->findings->len >= MAX_FINDINGS)
    return;
  g_array_set_size (self->findings, self->findings->len + 1);
  finding = &g_array_index (self->findings, BvImportPlanFinding, self->findings->len - 1);
  finding->row = self->row;
  finding->column = code != NULL ? (gint16) bv_import_pass_column (self, code) : -1;
  finding->severity = (guint8) severity;
  va_start (arguments, format);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

void
bv_import_pass_set_status (BvImportPass *self, BvImportRowStatus status)
{
  g_array_index (self->rows, BvImportPlanRow, self->row).status = (guint8) status;
}

gboolean
bv_import_pass_mark (BvImportPass *self, const char *code)
{
  static const char *const yes[] = { "x", "co",   "1",         "true", "yes", "v", "✓",
                                     "✔", "dung", "dang vien", "nu",   "nam", "+" };
  static const char *const no[] = { "", "khong", "0", "false", "no", "ko", "k" };
  const char *text = bv_import_pass_text (self, code);
  g_autofree char *fold = bv_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (strcmp (fold, yes[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (strcmp (fold, no[i]) == 0)
      return FALSE;
  bv_import_pass_find (self, code, BV_IMPORT_WARNING,
                       /* Translators: %s is what stands in the cell. */
                       _ ("“%s” is neither a mark (x) nor empty; it is taken for “no”."), text);
  return FALSE;
}

char *
bv_import_pass_date (BvImportPass *self, const char *code)
{
  const char *text = bv_import_pass_text (self, code);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return NULL;
  char *date = bv_date_parse (text, &error);
  if (date == NULL)
    bv_import_pass_find (self, code, BV_IMPORT_ERROR, "%s", error->message);
  return date;
}

void
bv_import_pass_check_letters (BvImportPass *self, const char *code, const char *text)
{
  gunichar previous = ' ';
  gboolean lost = FALSE, old_font = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = g_unichar_isalpha (previous)
                         || g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)));

      lost = lost || c == 0xfffd || (c == '?' && in_word);
      /* Signs that stand in no name, but for letters in the old fonts .Vn*. */
      old_font = old_font
                 || (in_word && c >= 0xa1 && c <= 0xbf && c != 0xaa && c != 0xb0 && c != 0xb7
                     && c != 0xba);
      previous = c;
    }
  if (lost)
    bv_import_pass_find (self, code, BV_IMPORT_ERROR,
                         /* Translators: %s is what stands in the cell. */
                         _ ("“%s” has lost its letters. Save the file again as XLSX or as CSV in "
                            "UTF-8."),
                         text);
  else if (old_font)
    bv_import_pass_find (self, code, BV_IMPORT_ERROR,
                         _ ("“%s” is written in an old font (TCVN3 or VNI). Convert the file to "
                            "Unicode first."),
                         text);
}

gboolean
bv_import_pass_is_taken (BvImportPass *self, const char *number, const char *name_fold)
{
  g_autofree char *key = g_strdup_printf ("number|%s", number);
  g_autofree char *pair = g_strdup_printf ("number|%s|%s", number, name_fold);
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (earlier != 0 && !g_hash_table_contains (self->seen, pair))
    {
      const BvImportPlanRow *row = &g_array_index (self->rows, BvImportPlanRow, earlier - 1);

      bv_import_pass_find (self, "code", BV_IMPORT_ERROR,
                           /* Translators: a number, and the number of a row of the spreadsheet. */
                           _ ("“%s” stands in row %u with another name. Mend one of the two."),
                           number, bv_sheet_get_row_number (self->settings->sheet, row->sheet_row));
      return TRUE;
    }
  if (earlier == 0)
    {
      g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (self->row + 1));
      g_hash_table_insert (self->seen, g_steal_pointer (&pair), GUINT_TO_POINTER (self->row + 1));
    }
  return FALSE;
}

gboolean
bv_import_pass_is_repeated (BvImportPass *self, const char *key)
{
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (earlier == 0)
    {
      g_hash_table_insert (self->seen, g_strdup (key), GUINT_TO_POINTER (self->row + 1));
      return FALSE;
    }
  const BvImportPlanRow *row = &g_array_index (self->rows, BvImportPlanRow, earlier - 1);
  bv_import_pass_find (self, "name", BV_IMPORT_WARNING,
                       /* Translators: %u is the number of a row of the spreadsheet. */
                       _ ("The same as row %u: it is taken once."),
                       bv_sheet_get_row_number (self->settings->sheet, row->sheet_row));
  bv_import_pass_set_status (self, BV_IMPORT_ROW_SKIPPED);
  return TRUE;
}

/* ── Units that a table names ────────────────────────────────────────────────────────────── */

/* Makes the unit: in the register when writing, else in the index alone. */
static gboolean
make_unit (BvImportPass *self, const char *name, gint64 parent_id, gint64 *id, GError **error)
{
  if (self->is_writing)
    {
      g_autoptr (BvUnit) unit = bv_unit_new ();

      g_free (unit->name);
      unit->name = g_strdup (name);
      g_free (unit->kind);
      unit->kind = g_strdup (bv_import_guess_unit_kind (name));
      unit->is_small = bv_import_is_small_unit (name);
      unit->parent_id = parent_id;
      if (!bv_unit_save (self->connection, unit, error))
        return FALSE;
      *id = unit->id;
    }
  else
    *id = self->next_id--;
  bv_import_index_add_unit (self->index, *id, name, NULL, NULL, parent_id);
  self->counts.n_new_units++;
  return TRUE;
}

/* What an unknown name is taken for: what a person chose, else a new unit when nothing resembles it. */
static gboolean
settle_unit (BvImportPass *self,
             BvImportPlanUnit *unit,
             const char *key,
             gint64 parent_id,
             GError **error)
{
  const gint64 *choice = g_hash_table_lookup (self->settings->unit_choices, key);

  if (choice != NULL && *choice > 0)
    {
      unit->id = *choice;
      return TRUE;
    }
  if ((choice != NULL && *choice < 0)
      || (choice == NULL && unit->match == BV_IMPORT_UNIT_NONE && self->settings->create_units))
    {
      unit->made = TRUE;
      return make_unit (self, unit->text, parent_id, &unit->id, error);
    }
  return TRUE;
}

static void
tell_unit (BvImportPass *self, const char *code, const BvImportPlanUnit *unit)
{
  const char *near = bv_import_index_get_unit_name (self->index, unit->candidates[0]);

  if (unit->made)
    bv_import_pass_find (self, code, BV_IMPORT_WARNING,
                         /* Translators: %s is the name of a unit. */
                         _ ("“%s” is a new unit; it will be made."), unit->text);
  else if (unit->id != 0)
    return;
  else if (unit->match == BV_IMPORT_UNIT_NEAR)
    bv_import_pass_find (self, code, BV_IMPORT_ERROR,
                         /* Translators: the unit in the file, and one of the register. */
                         _ ("The register has no unit “%s”. Choose whether “%s” is meant or a new "
                            "unit."),
                         unit->text, near);
  else if (unit->match == BV_IMPORT_UNIT_AMBIGUOUS)
    bv_import_pass_find (self, code, BV_IMPORT_ERROR,
                         _ ("Several units are called “%s”. Choose the one that is meant."),
                         unit->text);
  else
    bv_import_pass_find (self, code, BV_IMPORT_ERROR, _ ("The register has no unit “%s”."),
                         unit->text);
}

gboolean
bv_import_pass_unit (BvImportPass *self,
                     const char *code,
                     const char *text,
                     gint64 parent_id,
                     gint64 *id,
                     GError **error)
{
  const gint64 *known = g_hash_table_lookup (self->unit_texts, text);
  gint64 candidates[BV_IMPORT_N_CANDIDATES];
  BvImportPlanUnit *unit;
  BvImportUnitMatch match;

  *id = 0;
  /* A unit that only a person or an award names stands below the office; where exactly, the officer
   * says later. */
  if (parent_id == 0 && self->settings->target != BV_IMPORT_UNITS)
    parent_id = bv_import_index_get_root (self->index);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  g_autofree char *key = bv_import_unit_key (text);
  if (*key == '\0')
    return TRUE;
  unit = g_hash_table_lookup (self->units, key);
  if (unit == NULL)
    {
      match = bv_import_index_find_unit (self->index, text, id, candidates);
      if (match == BV_IMPORT_UNIT_FOUND)
        {
          g_hash_table_insert (self->unit_texts, g_strdup (text), g_memdup2 (id, sizeof *id));
          return TRUE;
        }
      bv_import_pass_check_letters (self, code, text);
      if (self->has_error)
        return TRUE;
      unit = g_new0 (BvImportPlanUnit, 1);
      unit->text = g_strdup (text);
      unit->match = match;
      memcpy (unit->candidates, candidates, sizeof candidates);
      g_hash_table_insert (self->units, g_strdup (key), unit);
      if (!settle_unit (self, unit, key, parent_id, error))
        return FALSE;
      unit->n_rows++;
      tell_unit (self, code, unit);
    }
  else
    {
      unit->n_rows++;
      if (unit->id == 0)
        tell_unit (self, code, unit);
    }
  *id = unit->id;
  return TRUE;
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_row (BvImportPass *self, GError **error)
{
  switch (self->settings->target)
    {
    case BV_IMPORT_PEOPLE:
      return bv_import_people_row (self, error);
    case BV_IMPORT_UNITS:
      return bv_import_units_row (self, error);
    case BV_IMPORT_HOUSEHOLDS:
      return bv_import_households_row (self, error);
    case BV_IMPORT_AWARDS:
      return bv_import_awards_row (self, error);
    case BV_IMPORT_INDICATORS:
      return bv_import_indicators_row (self, error);
    case BV_IMPORT_RATINGS:
      return bv_import_ratings_row (self, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
bv_import_pass_run_row (BvImportPass *self, guint sheet_row, GError **error)
{
  guint row = self->row, outer_row = self->sheet_row;
  gboolean had_error = self->has_error, ok;
  GError *local = NULL;

  self->sheet_row = sheet_row;
  self->row = sheet_row - self->settings->header->first_data_row;
  self->has_error = FALSE;
  ok = bv_import_pass_is_left_out (self) || run_row (self, &local);
  if (!ok)
    {
      /* What only the writing could see: the row it was at, and nothing is written. */
      if (local->domain == BV_VALUE_ERROR)
        /* Translators: the number of a row of the spreadsheet; a sentence follows. */
        g_prefix_error (&local, _ ("Row %u: "),
                        bv_sheet_get_row_number (self->settings->sheet, sheet_row));
      g_propagate_error (error, local);
    }
  if (self->has_error)
    bv_import_pass_set_status (self, BV_IMPORT_ROW_ERROR);
  self->row = row;
  self->sheet_row = outer_row;
  self->has_error = had_error;
  return ok;
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const BvImportPlanFinding *x = a, *y = b;

  return x->row < y->row ? -1 : x->row > y->row;
}

/* Units are met out of the order of their rows; then everything is counted. */
static void
finish (BvImportPass *self)
{
  guint next = 0;

  g_array_sort (self->findings, compare_findings);
  for (guint i = 0; i < self->rows->len; i++)
    {
      BvImportPlanRow *row = &g_array_index (self->rows, BvImportPlanRow, i);

      row->first_finding = next;
      while (next < self->findings->len
             && g_array_index (self->findings, BvImportPlanFinding, next).row == i)
        next++;
      row->n_findings = next - row->first_finding;
      self->counts.n[row->status]++;
    }
  self->counts.n_rows = self->rows->len;
}

gboolean
bv_import_pass_run (BvImportPass *self, GError **error)
{
  const BvSheet *sheet = self->settings->sheet;
  guint first = self->settings->header->first_data_row;
  guint n = bv_sheet_get_n_rows (sheet);

  bv_import_pass_find_end (self);
  for (guint i = first; i < n; i++)
    {
      BvImportPlanRow row = { i, BV_IMPORT_ROW_SKIPPED, 0, 0 };
      g_array_append_val (self->rows, row);
    }
  for (guint i = first; i < n; i++)
    {
      if (i % 1024 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;
          if (self->progress != NULL)
            self->progress ((double) (i - first) / (n - first),
                            self->is_writing ? _ ("Writing") : _ ("Checking the rows"),
                            self->user_data);
        }
      if (self->settings->target == BV_IMPORT_UNITS && bv_import_units_is_done (self, i))
        continue;
      if (!bv_import_pass_run_row (self, i, error))
        return FALSE;
    }
  finish (self);
  return TRUE;
}
