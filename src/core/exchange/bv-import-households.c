// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of households. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-text.h"
#include "exchange/bv-import-household.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
take (char **place, const char *text)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

gboolean
bv_import_household_find (BvImportPass *pass,
                          const char *name,
                          const char *code,
                          gint64 unit_id,
                          gint64 *id,
                          GError **error)
{
  g_autofree char *fold = bv_text_fold (name);

  if (*code != '\0')
    {
      if (!bv_connection_query_int (pass->connection, id, 0, error,
                                    "SELECT id FROM subject WHERE kind = 3 AND code = ?1", "s",
                                    code))
        return FALSE;
      if (*id != 0)
        return TRUE;
    }
  /* In the same unit; one whose unit is not known on either side counts when it is the only one. */
  if (!bv_connection_query_int (
        pass->connection, id, 0, error,
        "SELECT s.id FROM subject s JOIN household h ON h.subject_id = s.id WHERE s.kind = 3 "
        "AND s.name_fold = ?1 AND coalesce(h.unit_id, 0) = ?2 ORDER BY s.id LIMIT 1",
        "si", fold, MAX (unit_id, 0)))
    return FALSE;
  if (*id != 0)
    return TRUE;
  return bv_connection_query_int (
    pass->connection, id, 0, error,
    "SELECT CASE count(*) WHEN 1 THEN max(s.id) ELSE 0 END FROM subject s "
    "JOIN household h ON h.subject_id = s.id WHERE s.kind = 3 AND s.name_fold = ?1 "
    "AND (h.unit_id IS NULL OR ?2 = 0)",
    "si", fold, unit_id);
}

/* The head of the household, when the register knows exactly one person of that name. */
static gint64
find_head (BvImportPass *pass, const char *name)
{
  g_autofree char *fold = bv_text_fold (name);
  gint64 id = 0;
  BvImportPersonMatch match;

  if (*fold == '\0')
    return 0;
  match = bv_import_index_find_person (pass->index, fold, NULL, NULL, 0, &id);
  return match == BV_IMPORT_PERSON_SAME || match == BV_IMPORT_PERSON_LIKELY ? id : 0;
}

gboolean
bv_import_household_insert (BvImportPass *pass, BvHousehold *household, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_household_validate (household);

  *id = 0;
  for (guint i = 0; i < problems->len; i++)
    bv_import_pass_find (pass, ((BvProblem *) problems->pdata[i])->field, BV_IMPORT_ERROR, "%s",
                         ((BvProblem *) problems->pdata[i])->message);
  if (pass->has_error)
    return TRUE;
  bv_import_pass_set_status (pass, BV_IMPORT_ROW_NEW);
  if (!pass->is_writing)
    {
      *id = pass->next_id--;
      return TRUE;
    }
  if (!bv_household_save (pass->connection, household, error))
    return FALSE;
  *id = household->id;
  return TRUE;
}

static gboolean
take_household (BvImportPass *pass, BvHousehold *household, gint64 unit_id, gint64 head_id)
{
  gboolean changed = FALSE;

  changed |= take (&household->code, bv_import_pass_text (pass, "code"));
  changed |= take (&household->note, bv_import_pass_text (pass, "note"));
  changed |= take (&household->address, bv_import_pass_text (pass, "address"));
  if (unit_id != 0 && unit_id != household->unit_id)
    {
      household->unit_id = unit_id;
      changed = TRUE;
    }
  if (head_id > 0 && head_id != household->head_id)
    {
      household->head_id = head_id;
      changed = TRUE;
    }
  return changed;
}

gboolean
bv_import_households_row (BvImportPass *pass, GError **error)
{
  const char *head = bv_import_pass_text (pass, "head");
  g_autofree char *name = g_strdup (bv_import_pass_text (pass, "name"));
  gint64 unit_id = 0, id = 0, head_id = find_head (pass, head);

  if (*name == '\0' && *head != '\0')
    {
      g_free (name);
      name = g_strdup_printf ("Hộ %s", head); /* Vietnamese: it is printed on papers */
    }
  if (*name == '\0')
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR, _ ("The name is missing."));
      return TRUE;
    }
  bv_import_pass_check_letters (pass, "name", name);
  if (!bv_import_pass_unit (pass, "unit", bv_import_pass_text (pass, "unit"), 0, &unit_id, error))
    return FALSE;
  if (pass->has_error)
    return TRUE;
  g_autofree char *fold = bv_text_fold (name);
  g_autofree char *key = g_strdup_printf ("%s|%" G_GINT64_FORMAT, fold, unit_id);
  if (bv_import_pass_is_repeated (pass, key))
    return TRUE;
  if (!bv_import_household_find (pass, name, bv_import_pass_text (pass, "code"), unit_id, &id,
                                 error))
    return FALSE;
  if (id == 0)
    {
      g_autoptr (BvHousehold) household = bv_household_new ();

      take (&household->name, name);
      take_household (pass, household, unit_id, head_id);
      return bv_import_household_insert (pass, household, &id, error);
    }

  g_autoptr (BvHousehold) stored = bv_household_load (pass->connection, id, error);
  if (stored == NULL)
    return FALSE;
  gboolean changed = take_household (pass, stored, unit_id, head_id) && pass->settings->update;
  bv_import_pass_set_status (pass, changed ? BV_IMPORT_ROW_UPDATED : BV_IMPORT_ROW_UNCHANGED);
  return !changed || !pass->is_writing || bv_household_save (pass->connection, stored, error);
}
