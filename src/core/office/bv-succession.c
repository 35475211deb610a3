// SPDX-License-Identifier: GPL-3.0-or-later
/* Units that merge, split or are renamed, and the line of units that comes of it. No record of a
 * predecessor is rewritten: an award stays with the unit that earned it. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-succession.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_succession_manners[] = {
  { "merge", NC_ ("succession", "Merger"), "succession" },
  { "split", NC_ ("succession", "Division"), "succession" },
  { "rename", NC_ ("succession", "Change of name"), "succession" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvSuccession, manner),
  BV_RECORD_TEXT_OR_NULL (BvSuccession, on_date),
  BV_RECORD_TEXT (BvSuccession, basis),
};

BvSuccession *
bv_succession_new (void)
{
  BvSuccession *self = bv_record_new (sizeof (BvSuccession), texts, G_N_ELEMENTS (texts));

  self->predecessors = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->successors = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_unit_free);
  self->carry_members = TRUE;
  self->carry_children = TRUE;
  return self;
}

void
bv_succession_free (BvSuccession *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->predecessors, g_array_unref);
  g_clear_pointer (&self->successors, g_ptr_array_unref);
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

/* How many units go in and come out, by manner. A merger into a unit that exists needs only one. */
static void
check_counts (const BvSuccession *self, GPtrArray *problems)
{
  guint n_in = self->predecessors->len;
  guint n_out = self->successors->len;
  gboolean into_existing = n_out == 1 && ((BvUnit *) self->successors->pdata[0])->id != 0;

  if (g_str_equal (self->manner, "merge"))
    {
      if (n_in < (into_existing ? 1 : 2))
        bv_problems_add (problems, "predecessors", BV_VALUE_ERROR_EMPTY,
                         _ ("A merger needs at least two units that become one."));
      if (n_out != 1)
        bv_problems_add (problems, "successors", BV_VALUE_ERROR_RANGE,
                         _ ("A merger has one unit as its result."));
    }
  else if (g_str_equal (self->manner, "split"))
    {
      if (n_in != 1)
        bv_problems_add (problems, "predecessors", BV_VALUE_ERROR_RANGE,
                         _ ("A division begins with one unit."));
      if (n_out < 2)
        bv_problems_add (problems, "successors", BV_VALUE_ERROR_EMPTY,
                         _ ("A division has at least two units as its result."));
    }
  else if (g_str_equal (self->manner, "rename") && (n_in != 1 || n_out != 1))
    bv_problems_add (problems, "successors", BV_VALUE_ERROR_RANGE,
                     _ ("A change of name is about one unit."));
}

GPtrArray *
bv_succession_validate (const BvSuccession *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_choice (problems, "manner", bv_succession_manners, self->manner);
  if (bv_record_is_blank (self->on_date))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The day on which the change takes effect is missing."));
  else
    bv_record_check_date (problems, "on_date", self->on_date);
  check_counts (self, problems);
  for (guint i = 0; i < self->successors->len; i++)
    {
      const BvUnit *unit = self->successors->pdata[i];

      for (guint j = 0; unit->id != 0 && j < self->predecessors->len; j++)
        if (g_array_index (self->predecessors, gint64, j) == unit->id)
          bv_problems_add (problems, "successors", BV_VALUE_ERROR_DUPLICATE,
                           _ ("A unit cannot be its own successor."));
      if (unit->id == 0 && bv_record_is_blank (unit->name))
        bv_problems_add (problems, "successors", BV_VALUE_ERROR_EMPTY,
                         _ ("A new unit has no name yet."));
    }
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

static gboolean
check_predecessor (const BvSuccession *self, const BvUnit *unit, GError **error)
{
  g_autofree char *day = NULL;

  if (unit->to_date != NULL && strcmp (unit->to_date, self->on_date) < 0)
    {
      day = bv_date_format_short (unit->to_date);
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, _ ("%s already ended on %s."),
                   unit->name, day);
      return FALSE;
    }
  if (unit->from_date != NULL && strcmp (unit->from_date, self->on_date) >= 0)
    {
      day = bv_date_format_short (unit->from_date);
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s begins only on %s: the change must be later."), unit->name, day);
      return FALSE;
    }
  return TRUE;
}

/* Whoever ended before cannot take over; messages need the name. */
static gboolean
check_existing (BvConnection *connection, const BvSuccession *self, BvUnit *unit, GError **error)
{
  g_autoptr (BvUnit) existing = bv_unit_load (connection, unit->id, error);
  g_autofree char *day = NULL;

  if (existing == NULL)
    return FALSE;
  bv_text_set (&unit->name, existing->name);
  if (existing->to_date == NULL || strcmp (existing->to_date, self->on_date) >= 0)
    return TRUE;
  day = bv_date_format_short (existing->to_date);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, _ ("%s already ended on %s."),
               existing->name, day);
  return FALSE;
}

/* A new unit takes from the first predecessor what was left open. */
static gboolean
save_successor (BvConnection *connection,
                const BvSuccession *self,
                const BvUnit *first,
                BvUnit *unit,
                GError **error)
{
  if (unit->id != 0)
    return check_existing (connection, self, unit, error);
  if (unit->from_date == NULL)
    unit->from_date = g_strdup (self->on_date);
  if (unit->parent_id == 0)
    unit->parent_id = first->parent_id;
  if (unit->position == 0 && unit->parent_id == first->parent_id)
    unit->position = first->position;
  return bv_unit_save (connection, unit, error);
}

static gboolean
carry_members (BvConnection *connection,
               const BvSuccession *self,
               gint64 predecessor,
               gint64 successor,
               GError **error)
{
  /* Who was going to begin later begins in the successor; who is in post goes on there under a new
   * row, so that lists of earlier days still show the old unit. */
  return bv_connection_run (connection, error,
                            "INSERT INTO membership (person_id, unit_id, post, leader_class,"
                            " from_date, to_date, is_primary)"
                            " SELECT person_id, ?2, post, leader_class, ?3, to_date, is_primary"
                            " FROM membership WHERE unit_id = ?1"
                            " AND (from_date IS NULL OR from_date < ?3)"
                            " AND (to_date IS NULL OR to_date >= ?3) ORDER BY id",
                            "iis", predecessor, successor, self->on_date)
         && bv_connection_run (connection, error,
                               "UPDATE membership SET unit_id = ?2 WHERE unit_id = ?1"
                               " AND from_date >= ?3",
                               "iis", predecessor, successor, self->on_date);
}

static gboolean
carry_children (BvConnection *connection,
                const BvSuccession *self,
                gint64 predecessor,
                gint64 successor,
                GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE unit SET parent_id = ?2 WHERE parent_id = ?1"
                            " AND (to_date IS NULL OR to_date >= ?3) AND subject_id <> ?2",
                            "iis", predecessor, successor, self->on_date)
         && bv_connection_run (connection, error,
                               "UPDATE household SET unit_id = ?2 WHERE unit_id = ?1", "ii",
                               predecessor, successor);
}

static gboolean
apply_to_predecessor (BvConnection *connection,
                      const BvSuccession *self,
                      gint64 predecessor,
                      const char *last_day,
                      GError **error)
{
  gint64 heir = ((BvUnit *) self->successors->pdata[0])->id;

  for (guint i = 0; i < self->successors->len; i++)
    {
      const BvUnit *unit = self->successors->pdata[i];
      gint64 is_below;

      if (!bv_connection_query_int (connection, &is_below, 0, error,
                                    "SELECT ?2 IN " BV_UNIT_BELOW_SQL ("?1"), "ii", predecessor,
                                    unit->id))
        return FALSE;
      if (is_below != 0)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("%s stands below a unit that ends: move it first."), unit->name);
          return FALSE;
        }
      if (!bv_connection_run (connection, error,
                              "INSERT INTO unit_succession (predecessor_id, successor_id, on_date,"
                              " manner, basis) VALUES (?1, ?2, ?3, ?4, ?5)",
                              "iisss", predecessor, unit->id, self->on_date, self->manner,
                              self->basis))
        return FALSE;
    }
  if (self->carry_members && !carry_members (connection, self, predecessor, heir, error))
    return FALSE;
  if (self->carry_children && !carry_children (connection, self, predecessor, heir, error))
    return FALSE;
  /* Posts cannot outlive their unit. */
  return bv_connection_run (connection, error,
                            "UPDATE membership SET to_date = ?2 WHERE unit_id = ?1"
                            " AND (to_date IS NULL OR to_date > ?2)"
                            " AND (from_date IS NULL OR from_date <= ?2)",
                            "is", predecessor, last_day)
         && bv_connection_run (connection, error,
                               "UPDATE unit SET to_date = ?2 WHERE subject_id = ?1", "is",
                               predecessor, last_day);
}

gboolean
bv_succession_apply (BvConnection *connection, BvSuccession *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvUnit) first = NULL;
  g_autofree char *last_day = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_succession_validate (self);
  if (!bv_problems_check (problems, error))
    return FALSE;
  for (guint i = 0; i < self->predecessors->len; i++)
    {
      g_autoptr (BvUnit)
        unit = bv_unit_load (connection, g_array_index (self->predecessors, gint64, i), error);

      if (unit == NULL || !check_predecessor (self, unit, error))
        return FALSE;
      if (first == NULL)
        first = g_steal_pointer (&unit);
    }
  for (guint i = 0; i < self->successors->len; i++)
    if (!save_successor (connection, self, first, self->successors->pdata[i], error))
      return FALSE;
  last_day = bv_date_add_days (self->on_date, -1);
  for (guint i = 0; i < self->predecessors->len; i++)
    if (!apply_to_predecessor (connection, self, g_array_index (self->predecessors, gint64, i),
                               last_day, error))
      return FALSE;
  return TRUE;
}

void
bv_lineage_entry_free (BvLineageEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->on_date);
  g_free (self->manner);
  g_free (self->from_date);
  g_free (self->to_date);
  g_free (self);
}

GPtrArray *
bv_unit_lineage (BvConnection *connection, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_lineage_entry_free);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  /* Only upwards from a predecessor and downwards from a successor: a sibling of a division is no
   * part of the line. UNION, so that a line that two ways lead to ends. */
  statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE before (id, distance, on_date, manner) AS ("
    " SELECT predecessor_id, -1, on_date, manner FROM unit_succession WHERE successor_id = ?1"
    " UNION SELECT x.predecessor_id, b.distance - 1, x.on_date, x.manner"
    " FROM before b JOIN unit_succession x ON x.successor_id = b.id WHERE b.distance > -100),"
    " after (id, distance, on_date, manner) AS ("
    " SELECT successor_id, 1, on_date, manner FROM unit_succession WHERE predecessor_id = ?1"
    " UNION SELECT x.successor_id, a.distance + 1, x.on_date, x.manner"
    " FROM after a JOIN unit_succession x ON x.predecessor_id = a.id WHERE a.distance < 100),"
    " line AS (SELECT * FROM before UNION ALL SELECT * FROM after"
    " UNION ALL SELECT ?1, 0, NULL, NULL)"
    " SELECT l.id, s.name, l.distance, l.on_date, l.manner, u.from_date, u.to_date,"
    " min (abs (l.distance)) FROM line l JOIN subject s ON s.id = l.id"
    " JOIN unit u ON u.subject_id = l.id GROUP BY l.id"
    " ORDER BY l.distance, u.position, s.sort_key",
    "i", unit_id);
  while (statement != NULL)
    {
      BvLineageEntry *entry;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      entry = g_new0 (BvLineageEntry, 1);
      entry->unit_id = bv_statement_int (statement, 0);
      entry->name = g_strdup (bv_statement_text (statement, 1));
      entry->distance = (int) bv_statement_int (statement, 2);
      entry->on_date = g_strdup (bv_statement_text (statement, 3));
      entry->manner = g_strdup (bv_statement_text (statement, 4));
      entry->from_date = g_strdup (bv_statement_text (statement, 5));
      entry->to_date = g_strdup (bv_statement_text (statement, 6));
      g_ptr_array_add (list, entry);
    }
  return NULL;
}
