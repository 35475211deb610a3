// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of units. A unit may stand above its superior in the table, so a row first sees to the row
 * of the unit above. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-text.h"
#include "exchange/bv-import-pass.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  ROW_WAITING,
  ROW_BEGUN, /* met again now, it stands below itself */
  ROW_DONE,
} RowState;

static gboolean
take (char **place, const char *text)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/* Notes which names the table itself brings. */
gboolean
bv_import_units_prepare (BvImportPass *pass, GError **error)
{
  const BvSheet *sheet = pass->settings->sheet;
  guint n = bv_sheet_get_n_rows (sheet);

  pass->unit_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pass->unit_states = g_byte_array_sized_new (n);
  g_byte_array_set_size (pass->unit_states, n);
  memset (pass->unit_states->data, ROW_WAITING, n);
  for (pass->sheet_row = pass->settings->header->first_data_row; pass->sheet_row < n;
       pass->sheet_row++)
    {
      g_autofree char *key = bv_import_unit_key (bv_import_pass_text (pass, "name"));

      if (*key != '\0' && !g_hash_table_contains (pass->unit_rows, key))
        g_hash_table_insert (pass->unit_rows, g_steal_pointer (&key),
                             GUINT_TO_POINTER (pass->sheet_row + 1));
    }
  return TRUE;
}

/* The kind as written, by its label or by the words of offices; else by the name. */
static const char *
read_kind (BvImportPass *pass, const char *name)
{
  static const char *const words[][2] = { { "co quan hanh chinh", "administration" },
                                          { "hanh chinh", "administration" },
                                          { "co quan", "administration" },
                                          { "co quan chuyen mon", "administration" },
                                          { "co quan dang", "party" },
                                          { "dang", "party" },
                                          { "doan the", "mass_organisation" },
                                          { "mttq doan the", "mass_organisation" },
                                          { "mat tran doan the", "mass_organisation" },
                                          { "don vi su nghiep", "public_service" },
                                          { "su nghiep", "public_service" },
                                          { "truong hoc", "school" },
                                          { "truong", "school" },
                                          { "doanh nghiep", "enterprise" },
                                          { "hop tac xa", "cooperative" },
                                          { "htx", "cooperative" },
                                          { "xa", "commune" },
                                          { "phuong", "ward" },
                                          { "thi tran", "town" },
                                          { "thon ban", "village" },
                                          { "thon", "village" },
                                          { "ban", "village" },
                                          { "tieu khu", "village" },
                                          { "luc luong vu trang", "armed_forces" },
                                          { "co quan trung uong", "central_body" },
                                          { "nganh doc", "central_body" },
                                          { "doi tuong khac", "other" },
                                          { "khac", "other" } };
  const char *text = bv_import_pass_text (pass, "kind");
  g_autofree char *fold = bv_import_fold_header (text);
  const char *kind;

  if (*text == '\0')
    return NULL;
  kind = bv_choice_find (bv_unit_kinds, text);
  for (guint i = 0; kind == NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (fold, words[i][0]) == 0)
      kind = words[i][1];
  if (kind == NULL)
    bv_import_pass_find (pass, "kind", BV_IMPORT_WARNING,
                         /* Translators: what stands in the cell. */
                         _ ("“%s” is no known kind of unit; the kind is told by the name."), text);
  return kind;
}

/* The unit above: one of the register, or of another row, which then comes first. */
static gboolean
find_parent (BvImportPass *pass, const char *text, gint64 *id, GError **error)
{
  g_autofree char *key = bv_import_unit_key (text);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (pass->unit_rows, key));
  gint64 candidates[BV_IMPORT_N_CANDIDATES];

  *id = 0;
  if (row != 0 && pass->unit_states->data[row - 1] == ROW_WAITING
      && bv_import_index_find_unit (pass->index, text, id, candidates) != BV_IMPORT_UNIT_FOUND
      && !bv_import_pass_run_row (pass, row - 1, error))
    return FALSE;
  if (bv_import_index_find_unit (pass->index, text, id, candidates) == BV_IMPORT_UNIT_FOUND)
    return TRUE;
  if (row != 0 && pass->unit_states->data[row - 1] == ROW_BEGUN)
    {
      bv_import_pass_find (pass, "parent", BV_IMPORT_ERROR,
                           /* Translators: a unit. */
                           _ ("“%s” would stand below itself."), text);
      return TRUE;
    }
  return bv_import_pass_unit (pass, "parent", text, 0, id, error);
}

/* @name: (nullable): a unit found by its name or abbreviation keeps its own */
static gboolean
take_unit (BvImportPass *pass, BvUnit *unit, const char *name, gint64 parent_id, const char *kind)
{
  g_autofree char *from_date = bv_import_pass_date (pass, "from_date");
  g_autofree char *to_date = bv_import_pass_date (pass, "to_date");
  gboolean changed = take (&unit->name, name);

  changed |= take (&unit->code, bv_import_pass_text (pass, "code"));
  changed |= take (&unit->abbreviation, bv_import_pass_text (pass, "abbreviation"));
  changed |= take (&unit->address, bv_import_pass_text (pass, "address"));
  changed |= take (&unit->note, bv_import_pass_text (pass, "note"));
  changed |= take (&unit->kind, kind);
  changed |= take (&unit->from_date, from_date);
  changed |= take (&unit->to_date, to_date);
  if (bv_import_pass_column (pass, "is_small") >= 0)
    {
      gboolean is_small = bv_import_pass_mark (pass, "is_small");

      changed |= is_small != unit->is_small;
      unit->is_small = is_small;
    }
  if (parent_id != 0 && parent_id != unit->parent_id && parent_id != unit->id)
    {
      unit->parent_id = parent_id;
      unit->position = 0;
      changed = TRUE;
    }
  return changed;
}

static void
check (BvImportPass *pass, const BvUnit *unit)
{
  g_autoptr (GPtrArray) problems = bv_unit_validate (unit);

  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = problems->pdata[i];

      bv_import_pass_find (pass, problem->field, BV_IMPORT_ERROR, "%s", problem->message);
    }
}

static gboolean
update_unit (BvImportPass *pass, gint64 id, gint64 parent_id, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (pass->connection, id, error);

  if (unit == NULL)
    return FALSE;
  const char *code = bv_import_pass_text (pass, "code");
  gboolean by_code = *code != '\0' && g_strcmp0 (unit->code, code) == 0;
  gboolean changed = take_unit (pass, unit, by_code ? bv_import_pass_text (pass, "name") : NULL,
                                parent_id, read_kind (pass, unit->name));

  if (changed && pass->settings->update)
    check (pass, unit);
  bv_import_pass_set_status (pass, changed && pass->settings->update ? BV_IMPORT_ROW_UPDATED
                                                                     : BV_IMPORT_ROW_UNCHANGED);
  return !changed || !pass->settings->update || !pass->is_writing || pass->has_error
         || bv_unit_save (pass->connection, unit, error);
}

static gboolean
insert_unit (BvImportPass *pass, const char *name, gint64 parent_id, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_new ();
  const char *kind = read_kind (pass, name);
  gint64 id = pass->next_id;

  unit->is_small = bv_import_is_small_unit (name);
  take_unit (pass, unit, name, parent_id, kind != NULL ? kind : bv_import_guess_unit_kind (name));
  check (pass, unit);
  if (pass->has_error)
    return TRUE;
  if (pass->is_writing)
    {
      if (!bv_unit_save (pass->connection, unit, error))
        return FALSE;
      id = unit->id;
    }
  else
    pass->next_id--;
  bv_import_index_add_unit (pass->index, id, name, unit->code, unit->abbreviation, parent_id);
  bv_import_pass_set_status (pass, BV_IMPORT_ROW_NEW);
  return TRUE;
}

static gboolean
do_row (BvImportPass *pass, GError **error)
{
  const char *name = bv_import_pass_text (pass, "name");
  const char *parent = bv_import_pass_text (pass, "parent");
  const char *code = bv_import_pass_text (pass, "code");
  gint64 parent_id = 0, id = 0;

  if (*name == '\0')
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR, _ ("The name is missing."));
      return TRUE;
    }
  bv_import_pass_check_letters (pass, "name", name);
  if (*parent != '\0' && !find_parent (pass, parent, &parent_id, error))
    return FALSE;
  if (pass->has_error)
    return TRUE;
  g_autofree char *unit_key = bv_import_unit_key (name);
  g_autofree char *key = g_strdup_printf ("%s|%" G_GINT64_FORMAT, unit_key, parent_id);
  if (*code != '\0' && bv_import_pass_is_taken (pass, code, unit_key))
    return TRUE;
  if (bv_import_pass_is_repeated (pass, key))
    return TRUE;

  if (*code != '\0')
    id = bv_import_index_find_unit_code (pass->index, code);
  if (id == 0 && parent_id != 0)
    id = bv_import_index_find_child (pass->index, name, parent_id);
  if (id == 0)
    {
      gint64 candidates[BV_IMPORT_N_CANDIDATES];
      gint64 other;
      BvImportUnitMatch match = bv_import_index_find_unit (pass->index, name, &other, candidates);

      /* Named with another superior, a village of the same name is another village; a unit that had
       * none so far is put below it. */
      if (match == BV_IMPORT_UNIT_FOUND
          && (parent_id == 0 || bv_import_index_find_child (pass->index, name, 0) == other))
        id = other;
      else if (match == BV_IMPORT_UNIT_AMBIGUOUS && parent_id == 0)
        {
          bv_import_pass_find (pass, "name", BV_IMPORT_ERROR,
                               _ ("Several units are called “%s”. Add the unit above."), name);
          return TRUE;
        }
    }
  if (id == parent_id && id != 0)
    {
      bv_import_pass_find (pass, "parent", BV_IMPORT_ERROR, _ ("“%s” would stand below itself."),
                           name);
      return TRUE;
    }
  return id > 0 ? update_unit (pass, id, parent_id, error)
                : insert_unit (pass, name, parent_id, error);
}

gboolean
bv_import_units_is_done (BvImportPass *pass, guint sheet_row)
{
  return pass->unit_states->data[sheet_row] != ROW_WAITING;
}

gboolean
bv_import_units_row (BvImportPass *pass, GError **error)
{
  gboolean ok;

  pass->unit_states->data[pass->sheet_row] = ROW_BEGUN;
  ok = do_row (pass, error);
  pass->unit_states->data[pass->sheet_row] = ROW_DONE;
  return ok;
}
