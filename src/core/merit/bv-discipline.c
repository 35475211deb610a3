// SPDX-License-Identifier: GPL-3.0-or-later
/* Sanctions, and complaints and investigations until they are concluded. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-discipline.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1945
#define MAX_YEARS 10

static const BvRecordText texts[] = {
  BV_RECORD_TEXT_OR_NULL (BvDiscipline, on_date), BV_RECORD_TEXT_OR_NULL (BvDiscipline, until_date),
  BV_RECORD_TEXT (BvDiscipline, number),          BV_RECORD_TEXT (BvDiscipline, body),
  BV_RECORD_TEXT (BvDiscipline, ground),          BV_RECORD_TEXT (BvDiscipline, note),
  BV_RECORD_TEXT (BvDiscipline, subject_name),
};
#define N_STORED_TEXTS 6

#define COLUMNS                                                                                    \
  "SELECT d.on_date, d.until_date, d.number, d.body, d.ground, d.note, s.name, d.id,"              \
  " d.subject_id, d.kind, d.is_upheld FROM discipline d JOIN subject s ON s.id = d.subject_id "

BvDiscipline *
bv_discipline_new (void)
{
  BvDiscipline *self = bv_record_new (sizeof (BvDiscipline), texts, G_N_ELEMENTS (texts));

  self->is_upheld = -1;
  return self;
}

BvDiscipline *
bv_discipline_copy (const BvDiscipline *self)
{
  return bv_record_copy (self, sizeof (BvDiscipline), texts, G_N_ELEMENTS (texts));
}

void
bv_discipline_free (BvDiscipline *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gboolean
bv_sanction_is_pending_kind (BvSanction kind)
{
  return kind == BV_SANCTION_COMPLAINT || kind == BV_SANCTION_INVESTIGATION;
}

gboolean
bv_discipline_is_pending (const BvDiscipline *self)
{
  return bv_sanction_is_pending_kind (self->kind) && self->is_upheld < 0;
}

static BvDiscipline *
read_row (BvStatement *statement)
{
  BvDiscipline *self = bv_discipline_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, 7);
  self->subject_id = bv_statement_int (statement, 8);
  bv_sanction_from_code (bv_statement_text (statement, 9), &self->kind);
  if (!bv_statement_is_null (statement, 10))
    self->is_upheld = (int) bv_statement_int (statement, 10);
  return self;
}

BvDiscipline *
bv_discipline_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE d.id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  bv_subject_not_found (error);
  return NULL;
}

GPtrArray *
bv_discipline_list (BvConnection *connection, gint64 subject_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE d.subject_id = ?1 ORDER BY d.on_date DESC, d.id DESC", "i",
    subject_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_discipline_free,
                            error);
}

/* What lies ahead has not happened; before the State there was no sanction of it. */
static void
check_near (GPtrArray *problems, const BvDiscipline *self, const char *today)
{
  if (strcmp (self->on_date, today) > 0)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, _ ("This day lies in the future."));
  else if (bv_date_year (self->on_date) < FIRST_YEAR)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE,
                     _ ("The year must be 1945 or later."));
  if (bv_record_is_blank (self->until_date))
    return;
  if (bv_sanction_is_pending_kind (self->kind) && strcmp (self->until_date, today) > 0)
    bv_problems_add (problems, "until_date", BV_VALUE_ERROR_RANGE,
                     _ ("This day lies in the future."));
  else if (bv_date_year (self->until_date) > bv_date_year (self->on_date) + MAX_YEARS)
    bv_problems_add (problems, "until_date", BV_VALUE_ERROR_RANGE,
                     _ ("This is more than ten years: look at the year again."));
}

/* The same paper is entered once. */
static gboolean
check_same (BvConnection *connection, GPtrArray *problems, const BvDiscipline *self, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM discipline WHERE subject_id = ?1"
                                " AND kind = ?2 AND on_date = ?3 AND number = ?4 AND id <> ?5",
                                "isssi", self->subject_id, bv_sanction_to_code (self->kind),
                                self->on_date, self->number, self->id))
    return FALSE;
  if (n > 0)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_DUPLICATE,
                     _ ("This is recorded already: the same kind, date and number."));
  return TRUE;
}

static void
check_dates (GPtrArray *problems, const BvDiscipline *self)
{
  g_autofree char *today = bv_date_today ();
  guint before;

  if (bv_record_is_blank (self->on_date))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY, _ ("The date is missing."));
  before = problems->len;
  bv_record_check_date (problems, "on_date", self->on_date);
  bv_record_check_date (problems, "until_date", self->until_date);
  if (problems->len == before && !bv_record_is_blank (self->on_date)
      && !bv_record_is_blank (self->until_date) && strcmp (self->on_date, self->until_date) > 0)
    bv_problems_add (problems, "until_date", BV_VALUE_ERROR_RANGE,
                     bv_sanction_is_pending_kind (self->kind)
                       ? _ ("The conclusion is before the matter began.")
                       : _ ("The effect ends before the date of the decision."));
  if (problems->len == before && !bv_record_is_blank (self->on_date))
    check_near (problems, self, today);
}

GPtrArray *
bv_discipline_validate (BvConnection *connection, const BvDiscipline *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  gint64 subject_kind;

  if (!bv_connection_query_int (connection, &subject_kind, 0, error,
                                "SELECT kind FROM subject WHERE id = ?1", "i", self->subject_id))
    return NULL;
  if (self->subject_id == 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_EMPTY,
                     _ ("Choose the person or unit."));
  else if (subject_kind == 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_UNKNOWN,
                     _ ("The person or unit is not in the register."));
  check_dates (problems, self);
  if (bv_sanction_is_pending_kind (self->kind))
    {
      if (self->is_upheld < 0 && !bv_record_is_blank (self->until_date))
        bv_problems_add (problems, "is_upheld", BV_VALUE_ERROR_EMPTY,
                         _ ("A concluded matter is either upheld or not: say which."));
      else if (self->is_upheld >= 0 && bv_record_is_blank (self->until_date))
        bv_problems_add (problems, "until_date", BV_VALUE_ERROR_EMPTY,
                         _ ("The day of the conclusion is missing."));
    }
  else if (self->is_upheld >= 0)
    bv_problems_add (problems, "is_upheld", BV_VALUE_ERROR_RANGE,
                     _ ("Only a complaint or an investigation is upheld or not."));
  if (problems->len == 0 && !check_same (connection, problems, self, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

gboolean
bv_discipline_save (BvConnection *connection, BvDiscipline *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_discipline_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO discipline (on_date, until_date, number, body, ground, note, subject_id,"
        " kind, is_upheld) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      : "UPDATE discipline SET on_date = ?1, until_date = ?2, number = ?3, body = ?4,"
        " ground = ?5, note = ?6, subject_id = ?7, kind = ?8, is_upheld = ?9 WHERE id = ?10",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, N_STORED_TEXTS, statement, 1);
  bv_statement_bind_int (statement, 7, self->subject_id);
  bv_statement_bind_text (statement, 8, bv_sanction_to_code (self->kind));
  if (self->is_upheld < 0)
    bv_statement_bind_null (statement, 9);
  else
    bv_statement_bind_int (statement, 9, self->is_upheld);
  if (self->id != 0)
    bv_statement_bind_int (statement, 10, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_discipline_conclude (BvConnection *connection,
                        gint64 id,
                        const char *date,
                        gboolean is_upheld,
                        GError **error)
{
  g_autoptr (BvDiscipline) self = bv_discipline_load (connection, id, error);

  if (self == NULL)
    return FALSE;
  if (!bv_sanction_is_pending_kind (self->kind))
    {
      g_set_error (
        error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
        _ ("This is a sanction (%s): only a complaint or an investigation is concluded."),
        bv_sanction_get_label (self->kind));
      return FALSE;
    }
  if (!bv_discipline_is_pending (self))
    {
      g_autofree char *day = bv_date_format_short (self->until_date);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("This matter was concluded on %s already."), day);
      return FALSE;
    }
  bv_text_set (&self->until_date, date);
  self->is_upheld = is_upheld ? 1 : 0;
  return bv_discipline_save (connection, self, error);
}

gboolean
bv_discipline_delete (BvConnection *connection, gint64 id, GError **error)
{
  if (!bv_connection_run (connection, error, "DELETE FROM discipline WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvDiscipline *discipline;
  gint64 id;
  const char *date;
  gboolean is_upheld;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_discipline_save (connection, ((Act *) user_data)->discipline, error);
}

static gboolean
conclude_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_discipline_conclude (connection, act->id, act->date, act->is_upheld, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_discipline_delete (connection, ((Act *) user_data)->id, error);
}

/* The name of the subject, for a title; "" when the record is not there: the act will say so. */
static char *
subject_of (BvStore *store, const char *sql, gint64 id)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, NULL);
  char *name = NULL;

  if (lease != NULL)
    bv_connection_query_text (bv_lease_connection (lease), &name, NULL, sql, "i", id);
  return name != NULL ? name : g_strdup ("");
}

#define NAME_OF_RECORD                                                                             \
  "SELECT s.name FROM discipline d JOIN subject s ON s.id = d.subject_id WHERE d.id = ?1"

gboolean
bv_discipline_save_act (BvStore *store, BvDiscipline *self, gint64 *act_id, GError **error)
{
  Act act = { .discipline = self };
  gint64 old_id = self->id;
  g_autofree char *name = subject_of (store, "SELECT name FROM subject WHERE id = ?1",
                                      self->subject_id);
  g_autofree char *title = g_strdup_printf (
    /* Translators: an act in the history: kind of sanction or complaint, whose. */
    old_id == 0 ? _ ("Record “%s” of %s") : _ ("Change “%s” of %s"),
    bv_sanction_get_label (self->kind), name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id;
  return FALSE;
}

gboolean
bv_discipline_conclude_act (BvStore *store,
                            gint64 id,
                            const char *date,
                            gboolean is_upheld,
                            gint64 *act_id,
                            GError **error)
{
  Act act = { .id = id, .date = date, .is_upheld = is_upheld };
  g_autofree char *name = subject_of (store, NAME_OF_RECORD, id);
  g_autofree char *title = g_strdup_printf (_ ("Conclude a pending matter of %s"), name);

  return bv_store_act (store, title, BV_ACT_NONE, conclude_act, &act, NULL, act_id, error);
}

gboolean
bv_discipline_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  g_autofree char *name = subject_of (store, NAME_OF_RECORD, id);
  g_autofree char *title = g_strdup_printf (_ ("Delete a discipline record of %s"), name);

  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &act, NULL, act_id, error);
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

BvRowSource *
bv_discipline_source (const BvDisciplineFilter *filter)
{
  static const BvDisciplineFilter all = { 0 };
  BvRowSource *source = bv_row_source_new (
    "SELECT d.id FROM discipline d JOIN subject s ON s.id = d.subject_id"
    " WHERE (?1 = 0 OR d.subject_id = ?1)"
    " AND (?2 = '' OR (d.on_date <= ?3 AND (d.until_date IS NULL OR d.until_date >= ?2)))"
    " AND (?4 = 0 OR (d.kind IN ('complaint', 'investigation') AND d.is_upheld IS NULL))"
    " AND (?5 = '' OR text_matches (s.name || ' ' || d.number || ' ' || d.body || ' ' || d.ground,"
    " ?5)) ORDER BY d.kind IN ('complaint', 'investigation') AND d.is_upheld IS NULL DESC,"
    " d.on_date DESC, d.id DESC",
    "SELECT d.subject_id, s.name, d.kind, d.on_date, d.until_date, d.is_upheld, d.number, d.body,"
    " d.ground FROM discipline d JOIN subject s ON s.id = d.subject_id WHERE d.id = ?1");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (filter == NULL)
    filter = &all;
  first = filter->year != 0 ? g_strdup_printf ("%04d-01-01", filter->year) : g_strdup ("");
  last = g_strdup_printf ("%04d-12-31", filter->year);
  bv_row_source_bind_int (source, 1, filter->subject_id);
  bv_row_source_bind_text (source, 2, first);
  bv_row_source_bind_text (source, 3, last);
  bv_row_source_bind_int (source, 4, filter->pending_only);
  bv_row_source_bind_text (source, 5, filter->search != NULL ? filter->search : "");
  return source;
}
