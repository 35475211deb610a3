// SPDX-License-Identifier: GPL-3.0-or-later
/* Saving ratings: one, several at once, a whole unit; inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-rating.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-rating-private.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static void
clean (char **text)
{
  bv_text_take (text, bv_text_clean (*text));
}

static void
bind_points (BvStatement *statement, int index, gint64 points)
{
  if (points < 0)
    bv_statement_bind_null (statement, index);
  else
    bv_statement_bind_int (statement, index, points);
}

gboolean
bv_rating_save (BvConnection *connection, BvRating *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  clean (&self->task_group);
  clean (&self->decision_number);
  clean (&self->override_reason);
  clean (&self->note);
  if (self->decision_date != NULL && *self->decision_date == '\0')
    g_clear_pointer (&self->decision_date, g_free);
  problems = bv_rating_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO rating (subject_id, year, grade, unit_id, task_group, general_points,"
        " result_points, decision_number, decision_date, override_reason, note)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      : "UPDATE rating SET subject_id = ?1, year = ?2, grade = ?3, unit_id = ?4, task_group = ?5,"
        " general_points = ?6, result_points = ?7, decision_number = ?8, decision_date = ?9,"
        " override_reason = ?10, note = ?11 WHERE id = ?12",
    error);
  if (statement == NULL)
    return FALSE;
  bv_statement_bind_int (statement, 1, self->subject_id);
  bv_statement_bind_int (statement, 2, self->year);
  bv_statement_bind_text (statement, 3, bv_grade_to_code (self->grade));
  if (self->unit_id == 0)
    bv_statement_bind_null (statement, 4);
  else
    bv_statement_bind_int (statement, 4, self->unit_id);
  bv_statement_bind_text (statement, 5, self->task_group);
  bind_points (statement, 6, self->general_points);
  bind_points (statement, 7, self->result_points);
  bv_statement_bind_text (statement, 8, self->decision_number);
  bv_statement_bind_text (statement, 9, self->decision_date);
  bv_statement_bind_text (statement, 10, self->override_reason);
  bv_statement_bind_text (statement, 11, self->note);
  if (self->id != 0)
    bv_statement_bind_int (statement, 12, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

/* With several at once a message must say whom it is about. */
static gboolean
save_one_of (BvConnection *connection, BvRating *rating, guint n, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bv_rating_save (connection, rating, &local))
    return TRUE;
  if (n > 1 && local->domain == BV_VALUE_ERROR)
    g_set_error (error, local->domain, local->code, "%s: %s", rating->subject_name, local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
bv_rating_set_grade (BvConnection *connection,
                     const gint64 *subject_ids,
                     guint n_subjects,
                     int year,
                     BvGrade grade,
                     const char *reason,
                     GError **error)
{
  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr (BvRating) rating = bv_rating_find (connection, subject_ids[i], year, error);

      if (rating == NULL)
        return FALSE;
      if (rating->id != 0 && rating->grade == grade && *reason == '\0')
        continue;
      rating->grade = grade;
      bv_text_set (&rating->override_reason, reason);
      if (!save_one_of (connection, rating, n_subjects, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bv_rating_set_points (BvConnection *connection,
                      gint64 subject_id,
                      int year,
                      gint64 general,
                      gint64 result,
                      const char *reason,
                      GError **error)
{
  g_autoptr (BvRating) rating = bv_rating_find (connection, subject_id, year, error);
  const BvRatingRule *rule = rating != NULL ? bv_rating_rule_for_year (year, error) : NULL;

  if (rule == NULL)
    return FALSE;
  if (rating->id != 0 && rating->general_points == general && rating->result_points == result
      && *reason == '\0')
    return TRUE;
  rating->general_points = general;
  rating->result_points = result;
  if (bv_rating_rule_has_points (rule) && bv_rating_get_points (rating) >= 0)
    rating->grade = bv_rating_rule_grade_of_points (rule, bv_rating_get_points (rating));
  bv_text_set (&rating->override_reason, reason);
  return bv_rating_save (connection, rating, error);
}

gboolean
bv_rating_set_group (BvConnection *connection,
                     gint64 unit_id,
                     int year,
                     const char *post,
                     const char *group,
                     guint *n_changed,
                     GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autofree char *cleaned = bv_text_clean (group);

  if (!bv_record_is_short (cleaned, BV_RECORD_MAX_LINE, error))
    return FALSE;
  if (!bv_connection_run (
        connection, error,
        "UPDATE rating SET task_group = ?6 WHERE task_group <> ?6 AND id IN (SELECT r.id"
        " FROM rating r JOIN subject s ON s.id = r.subject_id" BV_RATING_POST_JOIN (
          "?1", "?2") " WHERE s.kind = 1 AND r.year = ?3 AND r.unit_id = ?4"
                      " AND (?5 IS NULL OR coalesce (p.post, '') = ?5))",
        "ssiiss", first, last, (gint64) year, unit_id, post, cleaned))
    return FALSE;
  if (n_changed != NULL)
    *n_changed = (guint) bv_connection_n_changed (connection);
  return TRUE;
}

gboolean
bv_rating_clear (BvConnection *connection,
                 const gint64 *subject_ids,
                 guint n_subjects,
                 int year,
                 GError **error)
{
  for (guint i = 0; i < n_subjects; i++)
    if (!bv_connection_run (connection, error,
                            "DELETE FROM rating WHERE subject_id = ?1 AND year = ?2", "ii",
                            subject_ids[i], (gint64) year))
      return FALSE;
  return TRUE;
}

/* ── A whole unit ────────────────────────────────────────────────────────────────────────── */

/* Everybody of the unit in the year, and whether rated already. */
static gboolean
list_people (BvConnection *connection,
             gint64 unit_id,
             int year,
             GArray *unrated,
             guint *n_kept,
             GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.id, r.id IS NOT NULL FROM subject s" BV_RATING_POST_JOIN (
      "?2",
      "?3") " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = ?4"
            " WHERE s.kind = 1 AND " BV_RATING_OF_UNIT (
              "?1") " AND coalesce (r.unit_id, p.unit_id) = ?1"
                    " ORDER BY " BV_RATING_LEADER_RANK ("p.leader_class") ", s.sort_key, s.id",
    "issi", unit_id, first, last, (gint64) year);
  gboolean has_row;

  *n_kept = 0;
  while (statement != NULL)
    {
      gint64 id;

      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = bv_statement_int (statement, 0);
      if (bv_statement_int (statement, 1) != 0)
        (*n_kept)++;
      else
        g_array_append_val (unrated, id);
    }
  return FALSE;
}

gboolean
bv_rating_apply (BvConnection *connection,
                 gint64 unit_id,
                 int year,
                 BvGrade grade,
                 BvRatingApplied *applied,
                 GError **error)
{
  const BvRatingRule *rule = bv_rating_rule_for_year (year, error);
  g_autoptr (GArray) unrated = g_array_new (FALSE, FALSE, sizeof (gint64));
  BvRatingApplied counts = { 0 };

  if (rule == NULL || !list_people (connection, unit_id, year, unrated, &counts.n_kept, error))
    return FALSE;
  for (guint i = 0; i < unrated->len; i++)
    {
      g_auto (BvRatingLimits) limits = { 0 };
      g_autoptr (BvRating)
        rating = bv_rating_find (connection, g_array_index (unrated, gint64, i), year, error);

      if (rating == NULL
          || !bv_rating_limits_read (connection, rule, rating->subject_id, year, &limits, error))
        return FALSE;
      if (limits.sanction != NULL && grade < rule->disciplined_at_most)
        {
          counts.n_left++;
          continue;
        }
      rating->grade = grade;
      if (limits.leave != NULL && grade < limits.leave->at_most)
        {
          rating->grade = limits.leave->at_most;
          counts.n_lowered++;
        }
      else
        counts.n_set++;
      if (!save_one_of (connection, rating, unrated->len, error))
        return FALSE;
    }
  if (unrated->len == 0 && counts.n_kept == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("Nobody had a post in this unit in %d: enter its people in the register."),
                   year);
      return FALSE;
    }
  if (applied != NULL)
    *applied = counts;
  return TRUE;
}

char *
bv_rating_applied_format (const BvRatingApplied *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (
    parts,
    g_strdup_printf (ngettext ("%u person rated", "%u people rated", self->n_set), self->n_set));
  if (self->n_lowered > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u lower for a long leave",
                                                "%u lower for a long leave", self->n_lowered),
                                      self->n_lowered));
  if (self->n_kept > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u was rated before",
                                                       "%u were rated before", self->n_kept),
                                             self->n_kept));
  if (self->n_left > 0)
    g_ptr_array_add (
      parts,
      g_strdup_printf (ngettext ("%u left out: disciplined, to be rated by hand",
                                 "%u left out: disciplined, to be rated by hand", self->n_left),
                       self->n_left));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvRating *rating;
  const gint64 *ids;
  guint n_ids;
  gint64 unit_id;
  int year;
  BvGrade grade;
  gint64 general;
  gint64 result;
  const char *reason;
  const char *post;
  const char *group;
  guint *n_changed;
  BvRatingApplied *applied;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_rating_save (connection, ((Act *) user_data)->rating, error);
}

static gboolean
set_grade_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_rating_set_grade (connection, act->ids, act->n_ids, act->year, act->grade, act->reason,
                              error);
}

static gboolean
set_points_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_rating_set_points (connection, act->ids[0], act->year, act->general, act->result,
                               act->reason, error);
}

static gboolean
clear_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_rating_clear (connection, act->ids, act->n_ids, act->year, error);
}

static gboolean
set_group_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_rating_set_group (connection, act->unit_id, act->year, act->post, act->group,
                              act->n_changed, error);
}

static gboolean
apply_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_rating_apply (connection, act->unit_id, act->year, act->grade, act->applied, error);
}

/* For a title; "" when the subject is not there: the act will say so. */
static char *
name_of (BvStore *store, gint64 id)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, NULL);
  char *name = lease != NULL ? bv_subject_name (bv_lease_connection (lease), id, 0, NULL) : NULL;

  return name != NULL ? name : g_strdup ("");
}

gboolean
bv_rating_save_act (BvStore *store, BvRating *self, gint64 *act_id, GError **error)
{
  Act act = { .rating = self };
  gint64 old_id = self->id;
  g_autofree char *name = name_of (store, self->subject_id);
  g_autofree char *title = g_strdup_printf (
    /* Translators: an act in the history: name, year. */
    old_id == 0 ? _ ("Rate %s for %d") : _ ("Change the rating of %s for %d"), name, self->year);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id;
  return FALSE;
}

gboolean
bv_rating_set_grade_act (BvStore *store,
                         const gint64 *subject_ids,
                         guint n_subjects,
                         int year,
                         BvGrade grade,
                         const char *reason,
                         gint64 *act_id,
                         GError **error)
{
  Act act = { .ids = subject_ids,
              .n_ids = n_subjects,
              .year = year,
              .grade = grade,
              .reason = reason != NULL ? reason : "" };
  g_autofree char *title = NULL;

  if (n_subjects == 1)
    {
      g_autofree char *name = name_of (store, subject_ids[0]);

      /* Translators: an act in the history: name, year, grade. */
      title = g_strdup_printf (_ ("Rate %s for %d: %s"), name, year, bv_grade_get_label (grade));
    }
  else
    /* Translators: an act in the history: how many, year, grade. */
    title = g_strdup_printf (ngettext ("Rate %u for %d: %s", "Rate %u for %d: %s", n_subjects),
                             n_subjects, year, bv_grade_get_label (grade));
  return bv_store_act (store, title, BV_ACT_NONE, set_grade_act, &act, NULL, act_id, error);
}

gboolean
bv_rating_set_points_act (BvStore *store,
                          gint64 subject_id,
                          int year,
                          gint64 general,
                          gint64 result,
                          const char *reason,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .ids = &subject_id,
              .n_ids = 1,
              .year = year,
              .general = general,
              .result = result,
              .reason = reason != NULL ? reason : "" };
  g_autofree char *name = name_of (store, subject_id);
  g_autofree char *title = g_strdup_printf (_ ("Points of %s for %d"), name, year);

  return bv_store_act (store, title, BV_ACT_NONE, set_points_act, &act, NULL, act_id, error);
}

gboolean
bv_rating_clear_act (BvStore *store,
                     const gint64 *subject_ids,
                     guint n_subjects,
                     int year,
                     gint64 *act_id,
                     GError **error)
{
  Act act = { .ids = subject_ids, .n_ids = n_subjects, .year = year };
  g_autofree char *title = NULL;

  if (n_subjects == 1)
    {
      g_autofree char *name = name_of (store, subject_ids[0]);

      title = g_strdup_printf (_ ("Take away the rating of %s for %d"), name, year);
    }
  else
    title = g_strdup_printf (
      ngettext ("Take away %u rating of %d", "Take away %u ratings of %d", n_subjects), n_subjects,
      year);
  return bv_store_act (store, title, BV_ACT_NONE, clear_act, &act, NULL, act_id, error);
}

gboolean
bv_rating_apply_act (BvStore *store,
                     gint64 unit_id,
                     int year,
                     BvGrade grade,
                     BvRatingApplied *applied,
                     gint64 *act_id,
                     GError **error)
{
  Act act = { .unit_id = unit_id, .year = year, .grade = grade, .applied = applied };
  g_autofree char *name = name_of (store, unit_id);
  g_autofree char *title = g_strdup_printf (
    /* Translators: an act in the history: unit, year, grade. */
    _ ("Rate all people of %s for %d: %s"), name, year, bv_grade_get_label (grade));

  return bv_store_act (store, title, BV_ACT_NONE, apply_act, &act, NULL, act_id, error);
}

gboolean
bv_rating_set_group_act (BvStore *store,
                         gint64 unit_id,
                         int year,
                         const char *post,
                         const char *group,
                         guint *n_changed,
                         gint64 *act_id,
                         GError **error)
{
  Act act = {
    .unit_id = unit_id, .year = year, .post = post, .group = group, .n_changed = n_changed
  };
  g_autofree char *name = name_of (store, unit_id);
  g_autofree char *title = NULL;

  if (*group == '\0')
    /* Translators: an act in the history: unit, year. */
    title = g_strdup_printf (_ ("Take people of %s out of their group for %d"), name, year);
  else
    /* Translators: an act in the history: a group of similar tasks, unit, year. */
    title = g_strdup_printf (_ ("Put people into the group “%s”: %s, %d"), group, name, year);
  return bv_store_act (store, title, BV_ACT_NONE, set_group_act, &act, NULL, act_id, error);
}
