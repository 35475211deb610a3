// SPDX-License-Identifier: GPL-3.0-or-later
/* Ratings as values: reading them, and what is wrong with one. Saving is in bv-rating-save.c, the lists on the screen in
 * bv-rating-source.c, the cap on the best grade in bv-rating-cap.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-rating.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-absence.h"
#include "merit/bv-rating-private.h"
#include "office/bv-record.h"
#include "office/bv-setting.h"
#include "office/bv-subject.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvRating, task_group),
  BV_RECORD_TEXT (BvRating, decision_number),
  BV_RECORD_TEXT_OR_NULL (BvRating, decision_date),
  BV_RECORD_TEXT (BvRating, override_reason),
  BV_RECORD_TEXT (BvRating, note),
  BV_RECORD_TEXT (BvRating, subject_name),
  BV_RECORD_TEXT (BvRating, unit_name),
  BV_RECORD_TEXT (BvRating, post),
};
#define N_READ_TEXTS (G_N_ELEMENTS (texts) - 1) /* the post has no column in most queries */

#define VALUES                                                                                     \
  "SELECT r.task_group, r.decision_number, r.decision_date, r.override_reason, r.note, s.name,"    \
  " u.name, r.id, r.subject_id, r.year, r.grade, r.unit_id, r.general_points, r.result_points,"    \
  " s.kind"
#define TABLES                                                                                     \
  " FROM rating r JOIN subject s ON s.id = r.subject_id LEFT JOIN subject u ON u.id = r.unit_id "
#define COLUMNS VALUES TABLES

BvRating *
bv_rating_new (void)
{
  BvRating *self = bv_record_new (sizeof (BvRating), texts, G_N_ELEMENTS (texts));

  self->grade = BV_GRADE_GOOD;
  self->general_points = self->result_points = -1;
  return self;
}

BvRating *
bv_rating_copy (const BvRating *self)
{
  return bv_record_copy (self, sizeof (BvRating), texts, G_N_ELEMENTS (texts));
}

void
bv_rating_free (BvRating *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gint64
bv_rating_get_points (const BvRating *self)
{
  if (self->general_points < 0 || self->result_points < 0)
    return -1;
  return self->general_points + self->result_points;
}

static BvRating *
read_row (BvStatement *statement)
{
  BvRating *self = bv_rating_new ();

  bv_record_read (self, texts, N_READ_TEXTS, statement, 0);
  self->id = bv_statement_int (statement, 7);
  self->subject_id = bv_statement_int (statement, 8);
  self->year = (int) bv_statement_int (statement, 9);
  bv_grade_from_code (bv_statement_text (statement, 10), &self->grade);
  self->unit_id = bv_statement_int (statement, 11);
  if (!bv_statement_is_null (statement, 12))
    {
      self->general_points = bv_statement_int (statement, 12);
      self->result_points = bv_statement_int (statement, 13);
    }
  self->subject_kind = (BvSubjectKind) bv_statement_int (statement, 14);
  return self;
}

GPtrArray *
bv_rating_list_year (BvConnection *connection,
                     int year,
                     BvSubjectKind kind,
                     gint64 unit_id,
                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_rating_free);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE " " VALUES
    ", coalesce (p.post, '')" TABLES BV_RATING_POST_JOIN (
      "?1",
      "?2") " LEFT JOIN ranked_unit k ON k.id = coalesce (r.unit_id, r.subject_id)"
            " WHERE r.year = ?3 AND s.kind = ?4 AND (?5 = 0 OR coalesce (r.unit_id, r.subject_id) "
            "= ?5)"
            " ORDER BY k.rank, " BV_RATING_LEADER_RANK (
              "p.leader_class") ", coalesce (p.post, '') LIKE 'Phó%', s.sort_key, s.id",
    "ssiii", first, last, (gint64) year, (gint64) kind, unit_id);
  gboolean has_row;

  while (statement != NULL)
    {
      BvRating *rating;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      rating = read_row (statement);
      bv_text_set (&rating->post, bv_statement_text (statement, 15));
      g_ptr_array_add (list, rating);
    }
  return NULL;
}

/* A new rating: by whom, and in which group. */
static gboolean
propose (BvConnection *connection, BvRating *self, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", self->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", self->year);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (self->subject_kind != BV_SUBJECT_PERSON)
    return TRUE;
  statement = bv_connection_query (
    connection, error,
    "SELECT m.unit_id, s.name, (SELECT task_group FROM rating WHERE subject_id = ?1 AND year < ?4"
    "  ORDER BY year DESC LIMIT 1)"
    " FROM membership m JOIN subject s ON s.id = m.unit_id WHERE m.person_id = ?1"
    " AND m.is_primary = 1 AND (m.from_date IS NULL OR m.from_date <= ?3)"
    " AND (m.to_date IS NULL OR m.to_date >= ?2)"
    " ORDER BY m.to_date IS NULL DESC, m.to_date DESC, m.from_date DESC, m.id DESC LIMIT 1",
    "issi", self->subject_id, first, last, (gint64) self->year);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      self->unit_id = bv_statement_int (statement, 0);
      bv_text_set (&self->unit_name, bv_statement_text (statement, 1));
      if (!bv_statement_is_null (statement, 2))
        bv_text_set (&self->task_group, bv_statement_text (statement, 2));
    }
  return TRUE;
}

BvRating *
bv_rating_find (BvConnection *connection, gint64 subject_id, int year, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE r.subject_id = ?1 AND r.year = ?2", "ii", subject_id,
    (gint64) year);
  g_autoptr (BvRating) self = NULL;
  gint64 kind;
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  self = bv_rating_new ();
  self->subject_id = subject_id;
  self->year = year;
  bv_text_take (&self->subject_name, bv_subject_name (connection, subject_id, 0, error));
  if (self->subject_name == NULL
      || !bv_connection_query_int (connection, &kind, 0, error,
                                   "SELECT kind FROM subject WHERE id = ?1", "i", subject_id))
    return NULL;
  self->subject_kind = (BvSubjectKind) kind;
  return propose (connection, self, error) ? g_steal_pointer (&self) : NULL;
}

char **
bv_rating_list_groups (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "SELECT task_group FROM rating WHERE task_group <> '' GROUP BY task_group"
    " ORDER BY count (*) DESC, task_group",
    error);
  gboolean has_row;

  while (statement != NULL)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      g_ptr_array_add (list, has_row ? g_strdup (bv_statement_text (statement, 0)) : NULL);
      if (!has_row)
        return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
    }
  return NULL;
}

/* ── What the rules say ──────────────────────────────────────────────────────────────────── */

void
bv_rating_limits_clear (BvRatingLimits *self)
{
  g_clear_pointer (&self->sanction, g_free);
  g_clear_pointer (&self->sanction_date, g_free);
}

gboolean
bv_rating_limits_read (BvConnection *connection,
                       const BvRatingRule *rule,
                       gint64 subject_id,
                       int year,
                       BvRatingLimits *limits,
                       GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (!bv_absence_months (connection, subject_id, year, bv_rating_rule_leave_kinds (rule),
                          &limits->months, NULL, error))
    return FALSE;
  for (guint i = 0; i < rule->leaves->len; i++)
    {
      const BvRatingLeave *leave = rule->leaves->pdata[i];
      g_autoptr (GError) local = NULL;
      gint64 months = bv_setting_get_int (connection, leave->rule, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (limits->months >= months)
        limits->leave = leave;
    }
  statement = bv_connection_query (
    connection, error,
    "SELECT kind, on_date FROM discipline WHERE subject_id = ?1"
    " AND CAST (substr (on_date, 1, 4) AS INTEGER) = ?2"
    " AND kind NOT IN ('complaint', 'investigation') ORDER BY on_date DESC, id DESC",
    "ii", subject_id, (gint64) year);
  if (statement == NULL)
    return FALSE;
  int heaviest = -1;
  while (TRUE)
    {
      BvSanction sanction;

      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!bv_sanction_from_code (bv_statement_text (statement, 0), &sanction)
          || (int) sanction <= heaviest)
        continue;
      heaviest = (int) sanction;
      bv_text_set (&limits->sanction, bv_sanction_get_label (sanction));
      bv_text_set (&limits->sanction_date, bv_statement_text (statement, 1));
    }
}

static void
add_leave_problem (GPtrArray *problems, const BvRatingLimits *limits)
{
  const BvRatingLeave *leave = limits->leave;
  g_autofree char *message = NULL;

  if (leave->at_most == BV_GRADE_NONE)
    message = g_strdup_printf (
      ngettext (
        /* Translators: months of leave, the article of law. */
        "Away for %d month of the year: not classified (%s). Choose “not classified”, or give the "
        "reason.",
        "Away for %d months of the year: not classified (%s). Choose “not classified”, or give "
        "the reason.",
        (gulong) limits->months),
      limits->months, leave->article);
  else
    message = g_strdup_printf (
      ngettext (
        /* Translators: months of leave, the best grade there may be, the article of law. */
        "Away for %d month of the year: not above “%s” (%s). Choose that grade, or give the "
        "reason.",
        "Away for %d months of the year: not above “%s” (%s). Choose that grade, or give the "
        "reason.",
        (gulong) limits->months),
      limits->months, bv_grade_get_label (leave->at_most), leave->article);
  bv_problems_add (problems, "grade", BV_VALUE_ERROR_REASON, message);
}

static gboolean
check_grade (BvConnection *connection,
             GPtrArray *problems,
             const BvRating *self,
             const BvRatingRule *rule,
             GError **error)
{
  gint64 points = bv_rating_get_points (self);
  g_auto (BvRatingLimits) limits = { 0 };

  if (*self->override_reason != '\0' || self->grade == BV_GRADE_NONE)
    return TRUE;
  if (points >= 0 && bv_rating_rule_has_points (rule)
      && bv_rating_rule_grade_of_points (rule, points) != self->grade)
    {
      g_autofree char *sum = bv_number_format_hundredths (points);
      g_autofree char *message = g_strdup_printf (
        /* Translators: points, the grade they give, the grade chosen. */
        _ ("%s points give “%s”, not “%s”: mend the points or the grade, or give the reason."), sum,
        bv_grade_get_label (bv_rating_rule_grade_of_points (rule, points)),
        bv_grade_get_label (self->grade));

      bv_problems_add (problems, "grade", BV_VALUE_ERROR_REASON, message);
    }
  if (!bv_rating_limits_read (connection, rule, self->subject_id, self->year, &limits, error))
    return FALSE;
  if (limits.leave != NULL && self->grade < limits.leave->at_most)
    add_leave_problem (problems, &limits);
  if (limits.sanction != NULL && self->grade < rule->disciplined_at_most)
    {
      g_autofree char *day = bv_date_format_short (limits.sanction_date);
      g_autofree char *message = g_strdup_printf (
        /* Translators: a sanction, its date, the best grade there may be, the article of law. */
        _ ("“%s” of %s: if it was for the work, not above “%s” (%s). Choose that grade, or say why "
           "not."),
        limits.sanction, day, bv_grade_get_label (rule->disciplined_at_most),
        rule->discipline_article);

      bv_problems_add (problems, "grade", BV_VALUE_ERROR_REASON, message);
    }
  return TRUE;
}

static void
check_points (GPtrArray *problems, const BvRating *self, const BvRatingRule *rule)
{
  g_autofree char *message = NULL;

  if (self->general_points < 0 && self->result_points < 0)
    return;
  if (!bv_rating_rule_has_points (rule))
    {
      message = g_strdup_printf (
        _ ("Ratings of %d are made without points (%s): leave them empty."), self->year,
        rule->name);
      bv_problems_add (problems, "general_points", BV_VALUE_ERROR_RANGE, message);
      return;
    }
  if (self->general_points < 0 || self->result_points < 0)
    bv_problems_add (problems, self->general_points < 0 ? "general_points" : "result_points",
                     BV_VALUE_ERROR_EMPTY,
                     _ ("General points and result points belong together: give both."));
  if (self->general_points > rule->general_points)
    {
      g_autofree char *most = bv_number_format_hundredths (rule->general_points);

      message = g_strdup_printf (_ ("General points are at most %s."), most);
      bv_problems_add (problems, "general_points", BV_VALUE_ERROR_RANGE, message);
    }
  if (self->result_points > rule->result_points)
    {
      g_autofree char *most = bv_number_format_hundredths (rule->result_points);
      g_autofree char *text = g_strdup_printf (_ ("Result points are at most %s."), most);

      bv_problems_add (problems, "result_points", BV_VALUE_ERROR_RANGE, text);
    }
}

/* A unit must have existed at some time of the year. */
static gboolean
check_unit (BvConnection *connection,
            GPtrArray *problems,
            const char *field,
            gint64 unit_id,
            int year,
            GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.name, u.from_date, u.to_date,"
    " coalesce (CAST (substr (u.from_date, 1, 4) AS INTEGER) > ?2, 0),"
    " coalesce (CAST (substr (u.to_date, 1, 4) AS INTEGER) < ?2, 0)"
    " FROM unit u JOIN subject s ON s.id = u.subject_id WHERE u.subject_id = ?1",
    "ii", unit_id, (gint64) year);
  g_autofree char *message = NULL;
  g_autofree char *day = NULL;
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    message = g_strdup (_ ("The unit is not in the register."));
  else if (bv_statement_int (statement, 3) != 0)
    {
      day = bv_date_format_short (bv_statement_text (statement, 1));
      message = g_strdup_printf (_ ("%s exists only since %s: it is not rated for %d."),
                                 bv_statement_text (statement, 0), day, year);
    }
  else if (bv_statement_int (statement, 4) != 0)
    {
      day = bv_date_format_short (bv_statement_text (statement, 2));
      message = g_strdup_printf (
        _ ("%s ended on %s: it is not rated for %d. Choose the unit that came after it."),
        bv_statement_text (statement, 0), day, year);
    }
  if (message != NULL)
    bv_problems_add (problems, field, has_row ? BV_VALUE_ERROR_RANGE : BV_VALUE_ERROR_UNKNOWN,
                     message);
  return TRUE;
}

static gboolean
check_subject (BvConnection *connection, GPtrArray *problems, const BvRating *self, GError **error)
{
  gint64 kind, other;

  if (!bv_connection_query_int (connection, &kind, 0, error,
                                "SELECT kind FROM subject WHERE id = ?1", "i", self->subject_id)
      || !bv_connection_query_int (
        connection, &other, 0, error,
        "SELECT count (*) FROM rating WHERE subject_id = ?1 AND year = ?2 AND id <> ?3", "iii",
        self->subject_id, (gint64) self->year, self->id))
    return FALSE;
  if (self->subject_id == 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_EMPTY,
                     _ ("Choose the person or unit."));
  else if (kind == 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_UNKNOWN,
                     _ ("The person or unit is not in the register."));
  else if (kind == BV_SUBJECT_HOUSEHOLD)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_RANGE,
                     _ ("Households are not rated, only people and units."));
  else if (other != 0)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("There already is a rating for %d: change that one."), self->year);

      bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_DUPLICATE, message);
    }
  if (kind == BV_SUBJECT_UNIT)
    {
      if (self->unit_id != 0)
        bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_RANGE,
                         _ ("A unit is rated for itself: leave the rating unit empty."));
      return check_unit (connection, problems, "subject_id", self->subject_id, self->year, error);
    }
  if (kind != BV_SUBJECT_PERSON)
    return TRUE;
  if (self->unit_id == 0)
    bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_EMPTY,
                     _ ("Choose the unit that rated the person."));
  return self->unit_id == 0
         || check_unit (connection, problems, "unit_id", self->unit_id, self->year, error);
}

/* A year is rated when it has begun, and decided upon neither before it nor in the future. */
static void
check_days (GPtrArray *problems, const BvRating *self)
{
  g_autofree char *today = bv_date_today ();

  if (self->year > bv_date_year (today))
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The year %d has not begun: rate a year that is over or running."), self->year);

      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
    }
  bv_record_check_date (problems, "decision_date", self->decision_date);
  if (bv_record_is_blank (self->decision_date)
      || bv_problems_find (problems, "decision_date") != NULL)
    return;
  if (strcmp (self->decision_date, today) > 0)
    bv_problems_add (problems, "decision_date", BV_VALUE_ERROR_RANGE,
                     _ ("The date of the decision lies in the future."));
  else if (bv_date_year (self->decision_date) < self->year)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The decision stands before the year %d that it rates."), self->year);

      bv_problems_add (problems, "decision_date", BV_VALUE_ERROR_RANGE, message);
    }
}

GPtrArray *
bv_rating_validate (BvConnection *connection, const BvRating *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  const BvRatingRule *rule;

  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    {
      g_autofree char *message = g_strdup_printf (_ ("The year must be from %d to %d."), FIRST_YEAR,
                                                  LAST_YEAR);

      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
      return g_steal_pointer (&problems);
    }
  rule = bv_rating_rule_for_year (self->year, error);
  if (rule == NULL || !check_subject (connection, problems, self, error))
    return NULL;
  check_points (problems, self, rule);
  check_days (problems, self);
  if (problems->len == 0 && !check_grade (connection, problems, self, rule, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}
