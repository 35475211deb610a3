// SPDX-License-Identifier: GPL-3.0-or-later
/* Time away from work. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-absence.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_A_MONTH 30

const BvChoice bv_absence_kinds[] = {
  { "maternity", NC_ ("absence", "Maternity leave"), "absence" },
  { "rescue", NC_ ("absence", "Hurt while saving people or property"), "absence" },
  { "study", NC_ ("absence", "Sent to study"), "absence" },
  { "course", NC_ ("absence", "Short course"), "absence" },
  { "sick", NC_ ("absence", "Sick leave"), "absence" },
  { "unpaid", NC_ ("absence", "Unpaid leave"), "absence" },
  { "seconded", NC_ ("absence", "Seconded"), "absence" },
  { "other", NC_ ("absence", "Other reasons"), "absence" },
  { NULL, NULL, NULL },
};

const BvChoice bv_absence_study_results[] = {
  { "", NC_ ("study result", "Not said"), "study result" },
  { "fair_or_better", NC_ ("study result", "Fair or better"), "study result" },
  { "below", NC_ ("study result", "Below fair"), "study result" },
  { NULL, NULL, NULL },
};

#define FIRST_YEAR 1945
#define MAX_YEARS 10

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvAbsence, kind),
  BV_RECORD_TEXT_OR_NULL (BvAbsence, from_date),
  BV_RECORD_TEXT_OR_NULL (BvAbsence, to_date),
  BV_RECORD_TEXT (BvAbsence, study_result),
  BV_RECORD_TEXT (BvAbsence, note),
  BV_RECORD_TEXT (BvAbsence, person_name),
};
#define N_STORED_TEXTS 5

#define COLUMNS                                                                                    \
  "SELECT a.kind, a.from_date, a.to_date, a.study_result, a.note, s.name, a.id, a.person_id"       \
  " FROM absence a JOIN subject s ON s.id = a.person_id "

BvAbsence *
bv_absence_new (void)
{
  return bv_record_new (sizeof (BvAbsence), texts, G_N_ELEMENTS (texts));
}

BvAbsence *
bv_absence_copy (const BvAbsence *self)
{
  return bv_record_copy (self, sizeof (BvAbsence), texts, G_N_ELEMENTS (texts));
}

void
bv_absence_free (BvAbsence *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvAbsence *
read_row (BvStatement *statement)
{
  BvAbsence *self = bv_absence_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, 6);
  self->person_id = bv_statement_int (statement, 7);
  return self;
}

BvAbsence *
bv_absence_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE a.id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  bv_subject_not_found (error);
  return NULL;
}

static gboolean
check_overlap (BvConnection *connection, GPtrArray *problems, const BvAbsence *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT kind, from_date, to_date FROM absence WHERE person_id = ?1 AND id <> ?2"
    " AND (?4 IS NULL OR from_date <= ?4) AND (to_date IS NULL OR to_date >= ?3)"
    " ORDER BY from_date LIMIT 1",
    "iiss", self->person_id, self->id, self->from_date, self->to_date);
  g_autofree char *message = NULL;
  g_autofree char *from = NULL;
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  from = bv_date_format_short (bv_statement_text (statement, 1));
  if (bv_statement_is_null (statement, 2))
    message = g_strdup_printf (
      /* Translators: kind of an absence, its first day. */
      _ ("It overlaps “%s”, away since %s: end that one first."),
      bv_choice_label (bv_absence_kinds, bv_statement_text (statement, 0)), from);
  else
    {
      g_autofree char *to = bv_date_format_short (bv_statement_text (statement, 2));

      message = g_strdup_printf (
        /* Translators: kind of an absence, its first and last day. */
        _ ("It overlaps “%s” from %s to %s: choose other days."),
        bv_choice_label (bv_absence_kinds, bv_statement_text (statement, 0)), from, to);
    }
  bv_problems_add (problems, "from_date", BV_VALUE_ERROR_DUPLICATE, message);
  return TRUE;
}

/* No absence of the law is so long: a year was mistyped. */
static void
check_length (GPtrArray *problems, const BvAbsence *self)
{
  if (bv_record_is_blank (self->from_date) || bv_problems_find (problems, "from_date") != NULL)
    return;
  if (bv_date_year (self->from_date) < FIRST_YEAR)
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_RANGE,
                     _ ("The year must be 1945 or later."));
  else if (!bv_record_is_blank (self->to_date) && bv_problems_find (problems, "to_date") == NULL
           && bv_date_year (self->to_date) > bv_date_year (self->from_date) + MAX_YEARS)
    bv_problems_add (problems, "to_date", BV_VALUE_ERROR_RANGE,
                     _ ("This is more than ten years: look at the year again."));
}

GPtrArray *
bv_absence_validate (BvConnection *connection, const BvAbsence *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  gint64 is_person;

  if (!bv_connection_query_int (connection, &is_person, 0, error,
                                "SELECT count (*) FROM person WHERE subject_id = ?1", "i",
                                self->person_id))
    return NULL;
  if (self->person_id == 0)
    bv_problems_add (problems, "person_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the person."));
  else if (is_person == 0)
    bv_problems_add (problems, "person_id", BV_VALUE_ERROR_UNKNOWN,
                     _ ("Only a person of the register is absent from work."));
  bv_record_check_choice (problems, "kind", bv_absence_kinds, self->kind);
  if (bv_record_is_blank (self->from_date))
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_EMPTY, _ ("The first day is missing."));
  bv_record_check_dates (problems, self->from_date, self->to_date);
  check_length (problems, self);
  if (!bv_choice_has (bv_absence_study_results, self->study_result))
    bv_record_check_choice (problems, "study_result", bv_absence_study_results, self->study_result);
  else if (*self->study_result != '\0' && g_strcmp0 (self->kind, "study") != 0)
    bv_problems_add (problems, "study_result", BV_VALUE_ERROR_RANGE,
                     _ ("Only who was sent to study has a result of study."));
  if (problems->len == 0 && !check_overlap (connection, problems, self, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

gboolean
bv_absence_save (BvConnection *connection, BvAbsence *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_absence_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0 ? "INSERT INTO absence (kind, from_date, to_date, study_result, note, person_id)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                  : "UPDATE absence SET kind = ?1, from_date = ?2, to_date = ?3, study_result = ?4,"
                    " note = ?5, person_id = ?6 WHERE id = ?7",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, N_STORED_TEXTS, statement, 1);
  bv_statement_bind_int (statement, 6, self->person_id);
  if (self->id != 0)
    bv_statement_bind_int (statement, 7, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_absence_delete (BvConnection *connection, gint64 id, GError **error)
{
  if (!bv_connection_run (connection, error, "DELETE FROM absence WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

/* ── How long ────────────────────────────────────────────────────────────────────────────── */

static void
to_date (const char *iso, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_ascii_strtoll (iso + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoll (iso + 5, NULL, 10), (GDateYear) bv_date_year (iso));
}

/* Both days belong to it. */
static void
add_span (const char *from, const char *to, int *months, int *days)
{
  GDate start, end, next;
  GDate origin;

  to_date (from, &origin);
  to_date (to, &end);
  g_date_add_days (&end, 1);
  /* Each month is counted from the first day on: added one by one, the 31st would creep to the 28th. */
  start = origin;
  for (guint n = 1;; n++)
    {
      next = origin;
      g_date_add_months (&next, n);
      if (g_date_compare (&next, &end) > 0)
        break;
      start = next;
      (*months)++;
    }
  *days += g_date_days_between (&start, &end);
}

gboolean
bv_absence_months (BvConnection *connection,
                   gint64 person_id,
                   int year,
                   const char *const *kinds,
                   int *months,
                   int *days,
                   GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT kind, max (from_date, ?2), min (coalesce (to_date, ?3), ?3) FROM absence"
    " WHERE person_id = ?1 AND from_date <= ?3 AND (to_date IS NULL OR to_date >= ?2)"
    " ORDER BY from_date",
    "iss", person_id, first, last);
  gboolean has_row;
  int rest = 0;

  *months = 0;
  while (statement != NULL)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        {
          *months += rest / DAYS_OF_A_MONTH;
          if (days != NULL)
            *days = rest % DAYS_OF_A_MONTH;
          return TRUE;
        }
      if (kinds == NULL || g_strv_contains (kinds, bv_statement_text (statement, 0)))
        add_span (bv_statement_text (statement, 1), bv_statement_text (statement, 2), months,
                  &rest);
    }
  return FALSE;
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_absence_save (connection, user_data, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_absence_delete (connection, *(gint64 *) user_data, error);
}

/* For a title; "" when the record is not there: the act will say so. */
static char *
person_of (BvStore *store, const char *sql, gint64 id)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, NULL);
  char *name = NULL;

  if (lease != NULL)
    bv_connection_query_text (bv_lease_connection (lease), &name, NULL, sql, "i", id);
  return name != NULL ? name : g_strdup ("");
}

gboolean
bv_absence_save_act (BvStore *store, BvAbsence *self, gint64 *act_id, GError **error)
{
  gint64 old_id = self->id;
  g_autofree char *name = person_of (store, "SELECT name FROM subject WHERE id = ?1",
                                     self->person_id);
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Record an absence of %s") : _ ("Change an absence of %s"), name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, self, NULL, act_id, error))
    return TRUE;
  self->id = old_id;
  return FALSE;
}

gboolean
bv_absence_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = person_of (
    store, "SELECT s.name FROM absence a JOIN subject s ON s.id = a.person_id WHERE a.id = ?1", id);
  g_autofree char *title = g_strdup_printf (_ ("Delete an absence of %s"), name);

  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &id, NULL, act_id, error);
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

BvRowSource *
bv_absence_source (gint64 person_id, int year, const char *search)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT a.id FROM absence a JOIN subject s ON s.id = a.person_id"
    " WHERE (?1 = 0 OR a.person_id = ?1)"
    " AND (?2 = '' OR (a.from_date <= ?3 AND (a.to_date IS NULL OR a.to_date >= ?2)))"
    " AND (?4 = '' OR text_matches (s.name || ' ' || a.note, ?4))"
    " ORDER BY a.from_date DESC, a.id DESC",
    "SELECT a.person_id, s.name, a.kind, a.from_date, a.to_date, a.study_result, a.note"
    " FROM absence a JOIN subject s ON s.id = a.person_id WHERE a.id = ?1");
  g_autofree char *first = year != 0 ? g_strdup_printf ("%04d-01-01", year) : g_strdup ("");
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);

  bv_row_source_bind_int (source, 1, person_id);
  bv_row_source_bind_text (source, 2, first);
  bv_row_source_bind_text (source, 3, last);
  bv_row_source_bind_text (source, 4, search != NULL ? search : "");
  return source;
}
