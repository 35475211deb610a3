// SPDX-License-Identifier: GPL-3.0-or-later
/* Households of the register. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-household.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvHousehold, name),      BV_RECORD_TEXT_OR_NULL (BvHousehold, code),
  BV_RECORD_TEXT (BvHousehold, note),      BV_RECORD_TEXT (BvHousehold, address),
  BV_RECORD_TEXT (BvHousehold, unit_name), BV_RECORD_TEXT (BvHousehold, head_name),
};

BvHousehold *
bv_household_new (void)
{
  return bv_record_new (sizeof (BvHousehold), texts, G_N_ELEMENTS (texts));
}

BvHousehold *
bv_household_copy (const BvHousehold *self)
{
  return bv_record_copy (self, sizeof (BvHousehold), texts, G_N_ELEMENTS (texts));
}

void
bv_household_free (BvHousehold *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_household_validate (const BvHousehold *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  bv_record_check_code (problems, "code", self->code);
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

BvHousehold *
bv_household_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvHousehold) self = bv_household_new ();
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  statement = bv_connection_query (
    connection, error,
    "SELECT s.name, s.code, s.note, h.address, u.name, p.name, h.unit_id, h.head_id"
    " FROM household h JOIN subject s ON s.id = h.subject_id"
    " LEFT JOIN subject u ON u.id = h.unit_id LEFT JOIN subject p ON p.id = h.head_id"
    " WHERE h.subject_id = ?1",
    "i", id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      bv_subject_not_found (error);
      return NULL;
    }
  self->id = id;
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->unit_id = bv_statement_int (statement, 6);
  self->head_id = bv_statement_int (statement, 7);
  return g_steal_pointer (&self);
}

gboolean
bv_household_save (BvConnection *connection, BvHousehold *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gint64 id = self->id;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_household_validate (self);
  if (!bv_problems_check (problems, error)
      || !bv_subject_save (connection, &id, BV_SUBJECT_HOUSEHOLD, self->name, self->code,
                           self->note, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0 ? "INSERT INTO household (address, unit_id, head_id, subject_id)"
                    " VALUES (?1, ?2, ?3, ?4)"
                  : "UPDATE household SET address = ?1, unit_id = ?2, head_id = ?3"
                    " WHERE subject_id = ?4",
    error);
  if (statement == NULL)
    return FALSE;
  bv_statement_bind_text (statement, 1, self->address);
  if (self->unit_id == 0)
    bv_statement_bind_null (statement, 2);
  else
    bv_statement_bind_int (statement, 2, self->unit_id);
  if (self->head_id == 0)
    bv_statement_bind_null (statement, 3);
  else
    bv_statement_bind_int (statement, 3, self->head_id);
  bv_statement_bind_int (statement, 4, id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  self->id = id;
  return TRUE;
}

gboolean
bv_household_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autofree char *name = bv_subject_name (connection, id, BV_SUBJECT_HOUSEHOLD, error);

  return name != NULL && bv_subject_refuse_awarded (connection, id, error)
         && bv_connection_run (connection, error, "DELETE FROM household WHERE subject_id = ?1",
                               "i", id)
         && bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i", id);
}

gboolean
bv_household_find_duplicate (BvConnection *connection,
                             const BvHousehold *self,
                             gint64 *id,
                             GError **error)
{
  g_autofree char *code = bv_text_clean (self->code);
  g_autofree char *fold = bv_text_fold (self->name);

  *id = 0;
  if (code[0] != '\0')
    {
      if (!bv_connection_query_int (
            connection, id, 0, error,
            "SELECT id FROM subject WHERE code = ?1 AND kind = 3 AND id <> ?2", "si", code,
            self->id))
        return FALSE;
      if (*id != 0)
        return TRUE;
    }
  if (self->unit_id == 0)
    return TRUE;
  return bv_connection_query_int (
    connection, id, 0, error,
    "SELECT s.id FROM subject s JOIN household h ON h.subject_id = s.id"
    " WHERE s.kind = 3 AND s.name_fold = ?1 AND h.unit_id = ?2 AND s.id <> ?3"
    " AND (?4 = '' OR s.code IS NULL) ORDER BY s.id LIMIT 1",
    "siis", fold, self->unit_id, self->id, code);
}
