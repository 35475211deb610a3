// SPDX-License-Identifier: GPL-3.0-or-later
/* Emulation movements and campaigns. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-movement.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_movement_levels[] = {
  { "central", NC_ ("movement level", "Central"), "movement level" },
  { "province", NC_ ("movement level", "Province"), "movement level" },
  { "district", NC_ ("movement level", "District"), "movement level" },
  { "commune", NC_ ("movement level", "Commune"), "movement level" },
  { "bloc", NC_ ("movement level", "Cluster or block"), "movement level" },
  { "unit", NC_ ("movement level", "Unit"), "movement level" },
  { NULL, NULL, NULL },
};

const BvChoice bv_movement_manners[] = {
  { "regular", NC_ ("movement manner", "Regular"), "movement manner" },
  { "thematic", NC_ ("movement manner", "Thematic"), "movement manner" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvMovement, name),
  BV_RECORD_TEXT (BvMovement, level),
  BV_RECORD_TEXT (BvMovement, manner),
  BV_RECORD_TEXT (BvMovement, launched_by),
  BV_RECORD_TEXT (BvMovement, basis),
  BV_RECORD_TEXT (BvMovement, goal),
  BV_RECORD_TEXT_OR_NULL (BvMovement, from_date),
  BV_RECORD_TEXT_OR_NULL (BvMovement, to_date),
  BV_RECORD_TEXT (BvMovement, note),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define COLUMNS                                                                                    \
  "SELECT name, level, manner, launched_by, basis, goal, from_date, to_date, note, id"             \
  " FROM movement "

BvMovement *
bv_movement_new (void)
{
  BvMovement *self = bv_record_new (sizeof (BvMovement), texts, G_N_ELEMENTS (texts));

  g_free (self->level);
  self->level = g_strdup ("district");
  g_free (self->manner);
  self->manner = g_strdup ("regular");
  return self;
}

void
bv_movement_free (BvMovement *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_movement_validate (const BvMovement *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  bv_record_check_choice (problems, "level", bv_movement_levels, self->level);
  bv_record_check_choice (problems, "manner", bv_movement_manners, self->manner);
  bv_record_check_dates (problems, self->from_date, self->to_date);
  return problems;
}

static BvMovement *
read_row (BvStatement *statement)
{
  BvMovement *self = bv_movement_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  return self;
}

BvMovement *
bv_movement_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  bv_subject_not_found (error);
  return NULL;
}

GPtrArray *
bv_movement_list (BvConnection *connection, int year, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE ?1 = 0 OR ((from_date IS NULL OR from_date <= ?3)"
            " AND (to_date IS NULL OR to_date >= ?2))"
            " ORDER BY from_date IS NULL, from_date, name, id",
    "iss", (gint64) year, first, last);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_movement_free,
                            error);
}

gboolean
bv_movement_find (BvConnection *connection, const char *name, gint64 *id, GError **error)
{
  g_autofree char *fold = bv_text_fold (name);

  return bv_connection_query_int (
    connection, id, 0, error, "SELECT id FROM movement WHERE name_fold = ?1 ORDER BY id LIMIT 1",
    "s", fold);
}

gboolean
bv_movement_save (BvConnection *connection, BvMovement *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *fold = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_movement_validate (self);
  if (!bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO movement (name, level, manner, launched_by, basis, goal, from_date, to_date,"
        " note, name_fold) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
      : "UPDATE movement SET name = ?1, level = ?2, manner = ?3, launched_by = ?4, basis = ?5,"
        " goal = ?6, from_date = ?7, to_date = ?8, note = ?9, name_fold = ?10 WHERE id = ?11",
    error);
  if (statement == NULL)
    return FALSE;
  fold = bv_text_fold (self->name);
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  bv_statement_bind_text (statement, N_TEXTS + 1, fold);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_TEXTS + 2, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_movement_delete (BvConnection *connection, gint64 id, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count(*) FROM indicator WHERE movement_id = ?1", "i", id))
    return FALSE;
  if (n > 0)
    {
      g_set_error (
        error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT,
        g_dngettext (GETTEXT_PACKAGE,
                     "The movement has %d indicator: delete it or give it to another"
                     " movement first.",
                     "The movement has %d indicators: delete them or give them to another"
                     " movement first.",
                     (gulong) n),
        (int) n);
      return FALSE;
    }
  if (!bv_connection_run (connection, error, "DELETE FROM movement WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}
