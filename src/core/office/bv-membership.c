// SPDX-License-Identifier: GPL-3.0-or-later
/* Posts of persons in units, dated. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-membership.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_membership_leader_classes[] = {
  { "province", NC_ ("leader class", "Leader of a ministry or province"), "leader class" },
  { "department", NC_ ("leader class", "Leader of a department"), "leader class" },
  { "business", NC_ ("leader class", "Businessperson"), "leader class" },
  { "leader", NC_ ("leader class", "Other leader, from deputy head up"), "leader class" },
  { "direct", NC_ ("leader class", "Direct worker"), "leader class" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvMembership, post),
  BV_RECORD_TEXT (BvMembership, leader_class),
  BV_RECORD_TEXT_OR_NULL (BvMembership, from_date),
  BV_RECORD_TEXT_OR_NULL (BvMembership, to_date),
  BV_RECORD_TEXT (BvMembership, unit_name),
};
#define N_STORED_TEXTS 4

#define COLUMNS                                                                                    \
  "SELECT m.post, m.leader_class, m.from_date, m.to_date, s.name, m.id, m.person_id, m.unit_id,"   \
  " m.is_primary FROM membership m JOIN subject s ON s.id = m.unit_id "

BvMembership *
bv_membership_new (void)
{
  BvMembership *self = bv_record_new (sizeof (BvMembership), texts, G_N_ELEMENTS (texts));

  g_free (self->leader_class);
  self->leader_class = g_strdup ("direct");
  self->is_primary = TRUE;
  return self;
}

BvMembership *
bv_membership_copy (const BvMembership *self)
{
  return bv_record_copy (self, sizeof (BvMembership), texts, G_N_ELEMENTS (texts));
}

void
bv_membership_free (BvMembership *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvMembership *
read_row (BvStatement *statement)
{
  BvMembership *self = bv_membership_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, 5);
  self->person_id = bv_statement_int (statement, 6);
  self->unit_id = bv_statement_int (statement, 7);
  self->is_primary = bv_statement_int (statement, 8) != 0;
  return self;
}

GPtrArray *
bv_membership_validate (const BvMembership *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (self->unit_id == 0)
    bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the unit."));
  bv_record_check_choice (problems, "leader_class", bv_membership_leader_classes,
                          self->leader_class);
  bv_record_check_dates (problems, self->from_date, self->to_date);
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

GPtrArray *
bv_membership_list (BvConnection *connection, gint64 person_id, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;

  statement = bv_connection_query (connection, error,
                                   COLUMNS "WHERE m.person_id = ?1"
                                           " ORDER BY m.to_date IS NULL DESC, m.to_date DESC,"
                                           " m.is_primary DESC, m.from_date DESC, m.id DESC",
                                   "i", person_id);
  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_membership_free,
                            error);
}

gboolean
bv_membership_on (BvConnection *connection,
                  gint64 person_id,
                  const char *date,
                  BvMembership **membership,
                  GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  *membership = NULL;
  statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE m.person_id = ?1 AND (m.from_date IS NULL OR m.from_date <= ?2)"
            " ORDER BY (m.to_date IS NULL OR m.to_date >= ?2) DESC, m.is_primary DESC,"
            " m.to_date IS NULL DESC, m.to_date DESC, m.from_date DESC, m.id DESC LIMIT 1",
    "is", person_id, date);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *membership = read_row (statement);
  return TRUE;
}

/* The unit must exist, and not have ended before the post begins. */
static gboolean
check_unit (BvConnection *connection, const BvMembership *self, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;
  const char *to_date;

  statement = bv_connection_query (connection, error,
                                   "SELECT s.name, u.to_date FROM unit u"
                                   " JOIN subject s ON s.id = u.subject_id WHERE s.id = ?1",
                                   "i", self->unit_id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                           _ ("The unit is not in the register."));
      return FALSE;
    }
  to_date = bv_statement_text (statement, 1);
  if (to_date != NULL && self->from_date != NULL && strcmp (self->from_date, to_date) > 0)
    {
      g_autofree char *day = bv_date_format_short (to_date);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s ended on %s: the post cannot begin after that."),
                   bv_statement_text (statement, 0), day);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_overlap (BvConnection *connection, const BvMembership *self, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (!self->is_primary)
    return TRUE;
  statement = bv_connection_query (
    connection, error,
    "SELECT s.name, m.post FROM membership m JOIN subject s ON s.id = m.unit_id"
    " WHERE m.person_id = ?1 AND m.id <> ?2 AND m.is_primary = 1"
    " AND (m.from_date IS NULL OR ?4 IS NULL OR m.from_date <= ?4)"
    " AND (m.to_date IS NULL OR ?3 IS NULL OR m.to_date >= ?3) LIMIT 1",
    "iiss", self->person_id, self->id, self->from_date, self->to_date);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  g_set_error (
    error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
    _ ("There already is a main post at that time, in %s: end it first, or make this one a"
       " second post."),
    bv_statement_text (statement, 0));
  return FALSE;
}

gboolean
bv_membership_save (BvConnection *connection, BvMembership *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *name = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_membership_validate (self);
  if (!bv_problems_check (problems, error))
    return FALSE;
  name = bv_subject_name (connection, self->person_id, BV_SUBJECT_PERSON, error);
  if (name == NULL || !check_unit (connection, self, error)
      || !check_overlap (connection, self, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO membership (post, leader_class, from_date, to_date, person_id, unit_id,"
        " is_primary) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      : "UPDATE membership SET post = ?1, leader_class = ?2, from_date = ?3, to_date = ?4,"
        " person_id = ?5, unit_id = ?6, is_primary = ?7 WHERE id = ?8",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, N_STORED_TEXTS, statement, 1);
  bv_statement_bind_int (statement, 5, self->person_id);
  bv_statement_bind_int (statement, 6, self->unit_id);
  bv_statement_bind_int (statement, 7, self->is_primary ? 1 : 0);
  if (self->id != 0)
    bv_statement_bind_int (statement, 8, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_membership_delete (BvConnection *connection, gint64 id, GError **error)
{
  if (!bv_connection_run (connection, error, "DELETE FROM membership WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

gboolean
bv_membership_transfer (BvConnection *connection, BvMembership *to, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *last_day = NULL;
  gboolean has_row;

  if (!bv_date_is_valid (to->from_date))
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("A transfer needs the day on which the new post begins."));
      return FALSE;
    }
  last_day = bv_date_add_days (to->from_date, -1);
  statement = bv_connection_query (
    connection, error,
    "SELECT m.id, m.from_date FROM membership m WHERE m.person_id = ?1 AND m.is_primary = 1"
    " AND (m.to_date IS NULL OR m.to_date >= ?2)",
    "is", to->person_id, to->from_date);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      const char *from_date = bv_statement_text (statement, 1);
      gint64 id = bv_statement_int (statement, 0);

      if (from_date != NULL && strcmp (from_date, last_day) > 0)
        {
          g_autofree char *day = bv_date_format_short (from_date);

          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("The present post began on %s: the transfer must be later."), day);
          return FALSE;
        }
      bv_statement_reset (statement);
      if (!bv_connection_run (connection, error, "UPDATE membership SET to_date = ?2 WHERE id = ?1",
                              "is", id, last_day))
        return FALSE;
    }
  to->id = 0;
  to->is_primary = TRUE;
  return bv_membership_save (connection, to, error);
}
