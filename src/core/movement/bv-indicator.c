// SPDX-License-Identifier: GPL-3.0-or-later
/* Indicators: what is measured in a movement. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-indicator.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_DECIMALS 6

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvIndicator, code),       BV_RECORD_TEXT (BvIndicator, name),
  BV_RECORD_TEXT (BvIndicator, group_name), BV_RECORD_TEXT (BvIndicator, unit_of_measure),
  BV_RECORD_TEXT (BvIndicator, source),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define COLUMNS                                                                                    \
  "SELECT i.code, i.name, i.group_name, i.unit_of_measure, i.source, i.id, i.movement_id,"         \
  " i.decimals, i.direction, i.accumulation, i.baseline, i.tolerance, i.position FROM indicator "  \
  "i "

BvIndicator *
bv_indicator_new (void)
{
  BvIndicator *self = bv_record_new (sizeof (BvIndicator), texts, G_N_ELEMENTS (texts));

  self->baseline = NAN;
  return self;
}

BvIndicator *
bv_indicator_copy (const BvIndicator *self)
{
  return bv_record_copy (self, sizeof (BvIndicator), texts, G_N_ELEMENTS (texts));
}

void
bv_indicator_free (BvIndicator *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_indicator_validate (const BvIndicator *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (self->movement_id == 0)
    bv_problems_add (problems, "movement_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the movement."));
  bv_record_check_name (problems, "name", self->name);
  bv_record_check_code (problems, "code", self->code);
  if (self->decimals < 0 || self->decimals > MAX_DECIMALS)
    bv_problems_add (problems, "decimals", BV_VALUE_ERROR_RANGE,
                     _ ("Decimals are between 0 and 6."));
  if ((guint) self->direction >= bv_choice_count (bv_directions))
    bv_problems_add (problems, "direction", BV_VALUE_ERROR_UNKNOWN,
                     _ ("Choose which way is good."));
  if ((guint) self->accumulation >= bv_choice_count (bv_accumulations))
    bv_problems_add (problems, "accumulation", BV_VALUE_ERROR_UNKNOWN,
                     _ ("Choose how periods add up."));
  if (isinf (self->baseline))
    bv_problems_add (problems, "baseline", BV_VALUE_ERROR_RANGE,
                     _ ("The baseline is no usable number."));
  if (!(self->tolerance >= 0) || isinf (self->tolerance))
    bv_problems_add (problems, "tolerance", BV_VALUE_ERROR_RANGE,
                     _ ("The tolerance cannot be negative."));
  return problems;
}

static BvIndicator *
read_row (BvStatement *statement)
{
  BvIndicator *self = bv_indicator_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  self->movement_id = bv_statement_int (statement, N_TEXTS + 1);
  self->decimals = (int) bv_statement_int (statement, N_TEXTS + 2);
  bv_direction_from_code (bv_statement_text (statement, N_TEXTS + 3), &self->direction);
  bv_accumulation_from_code (bv_statement_text (statement, N_TEXTS + 4), &self->accumulation);
  if (!bv_statement_is_null (statement, N_TEXTS + 5))
    self->baseline = bv_statement_double (statement, N_TEXTS + 5);
  self->tolerance = bv_statement_double (statement, N_TEXTS + 6);
  self->position = (int) bv_statement_int (statement, N_TEXTS + 7);
  return self;
}

BvIndicator *
bv_indicator_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE i.id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  bv_subject_not_found (error);
  return NULL;
}

GPtrArray *
bv_indicator_list (BvConnection *connection, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "JOIN movement m ON m.id = i.movement_id WHERE ?1 IN (0, i.movement_id)"
            " ORDER BY m.from_date IS NULL, m.from_date, m.id, i.position, i.id",
    "i", movement_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_indicator_free,
                            error);
}

gboolean
bv_indicator_find (BvConnection *connection,
                   gint64 movement_id,
                   const char *text,
                   gint64 *id,
                   GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *fold = bv_text_fold (text);

  *id = 0;
  if (clean[0] == '\0')
    return TRUE;
  return bv_connection_query_int (connection, id, 0, error,
                                  "SELECT id FROM indicator WHERE (code = ?1 OR name_fold = ?2)"
                                  " AND ?3 IN (0, movement_id)"
                                  " ORDER BY code = ?1 DESC, movement_id, id LIMIT 1",
                                  "ssi", clean, fold, movement_id);
}

static gboolean
check_unique (BvConnection *connection, const BvIndicator *self, GError **error)
{
  g_autofree char *other = NULL;

  if (self->code[0] == '\0')
    return TRUE;
  if (!bv_connection_query_text (
        connection, &other, error,
        "SELECT name FROM indicator WHERE movement_id = ?1 AND code = ?2 AND id <> ?3", "isi",
        self->movement_id, self->code, self->id))
    return FALSE;
  if (other == NULL)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
               _ ("The code %s already belongs to the indicator “%s”."), self->code, other);
  return FALSE;
}

static gboolean
next_position (BvConnection *connection, gint64 movement_id, gint64 *position, GError **error)
{
  return bv_connection_query_int (
    connection, position, 1, error,
    "SELECT coalesce (max (position), 0) + 1 FROM indicator WHERE movement_id = ?1", "i",
    movement_id);
}

/* A new indicator, and one that goes to another movement, comes last there. */
static gboolean
place (BvConnection *connection, const BvIndicator *self, gint64 *position, GError **error)
{
  gint64 stays = 1;

  *position = self->position;
  if (self->position > 0 && self->id != 0
      && !bv_connection_query_int (connection, &stays, 1, error,
                                   "SELECT movement_id = ?2 FROM indicator WHERE id = ?1", "ii",
                                   self->id, self->movement_id))
    return FALSE;
  return (self->position > 0 && stays)
         || next_position (connection, self->movement_id, position, error);
}

gboolean
bv_indicator_save (BvConnection *connection, BvIndicator *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *fold = NULL;
  gint64 position;
  int parameter = N_TEXTS;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_indicator_validate (self);
  if (!bv_problems_check (problems, error) || !check_unique (connection, self, error)
      || !place (connection, self, &position, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO indicator (code, name, group_name, unit_of_measure, source, name_fold,"
        " movement_id, decimals, direction, accumulation, baseline, tolerance, position)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
      : "UPDATE indicator SET code = ?1, name = ?2, group_name = ?3, unit_of_measure = ?4,"
        " source = ?5, name_fold = ?6, movement_id = ?7, decimals = ?8, direction = ?9,"
        " accumulation = ?10, baseline = ?11, tolerance = ?12, position = ?13 WHERE id = ?14",
    error);
  if (statement == NULL)
    return FALSE;
  fold = bv_text_fold (self->name);
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  bv_statement_bind_text (statement, ++parameter, fold);
  bv_statement_bind_int (statement, ++parameter, self->movement_id);
  bv_statement_bind_int (statement, ++parameter, self->decimals);
  bv_statement_bind_text (statement, ++parameter, bv_directions[self->direction].code);
  bv_statement_bind_text (statement, ++parameter, bv_accumulations[self->accumulation].code);
  if (isnan (self->baseline))
    bv_statement_bind_null (statement, ++parameter);
  else
    bv_statement_bind_double (statement, ++parameter, self->baseline);
  bv_statement_bind_double (statement, ++parameter, self->tolerance);
  bv_statement_bind_int (statement, ++parameter, position);
  if (self->id != 0)
    bv_statement_bind_int (statement, ++parameter, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  self->position = (int) position;
  return TRUE;
}

gboolean
bv_indicator_delete (BvConnection *connection, gint64 id, GError **error)
{
  if (!bv_connection_run (connection, error, "DELETE FROM target WHERE indicator_id = ?1", "i", id)
      || !bv_connection_run (connection, error, "DELETE FROM measurement WHERE indicator_id = ?1",
                             "i", id)
      || !bv_connection_run (connection, error, "DELETE FROM indicator WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

gboolean
bv_indicator_move (BvConnection *connection, gint64 id, int position, GError **error)
{
  g_autoptr (BvIndicator) moved = bv_indicator_load (connection, id, error);
  g_autoptr (GPtrArray) list = NULL;
  guint from = 0;

  if (moved == NULL)
    return FALSE;
  list = bv_indicator_list (connection, moved->movement_id, error);
  if (list == NULL)
    return FALSE;
  while (((BvIndicator *) list->pdata[from])->id != id)
    from++;
  g_ptr_array_remove_index (list, from);
  moved->position = -1;
  g_ptr_array_insert (list, CLAMP (position, 0, (int) list->len), g_steal_pointer (&moved));
  for (guint i = 0; i < list->len; i++)
    {
      const BvIndicator *indicator = list->pdata[i];

      if (indicator->position != (int) i + 1
          && !bv_connection_run (connection, error,
                                 "UPDATE indicator SET position = ?2 WHERE id = ?1", "ii",
                                 indicator->id, (gint64) i + 1))
        return FALSE;
    }
  return TRUE;
}

char *
bv_indicator_format (const BvIndicator *self, double value, gboolean with_unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("");
  number = bv_number_format (value, self->decimals);
  if (!with_unit || self->unit_of_measure[0] == '\0')
    return g_steal_pointer (&number);
  /* The percent sign stands close, as the office writes it; other units after a space that does not
   * break. DOMAIN 12.2. */
  if (g_str_equal (self->unit_of_measure, "%"))
    return g_strconcat (number, "%", NULL);
  return g_strconcat (number, "\302\240", self->unit_of_measure, NULL);
}
