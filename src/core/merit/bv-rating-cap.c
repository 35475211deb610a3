// SPDX-License-Identifier: GPL-3.0-or-later
/* The cap on the best grade. Counting is one query; the formula is whole numbers. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-rating-cap.h"

#include "base/bv-error.h"
#include "merit/bv-rating-private.h"
#include "office/bv-setting.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

void
bv_rating_cap_free (BvRatingCap *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_free (self->task_group);
  g_free (self);
}

void
bv_rating_excellent_free (BvRatingExcellent *self)
{
  g_free (self->name);
  g_free (self);
}

void
bv_rating_cap_compute (BvRatingCap *self)
{
  guint percent = (guint) MAX (self->percent, 0);
  guint good = self->n[BV_GRADE_GOOD];
  guint or_better = good + self->n[BV_GRADE_EXCELLENT];

  self->used = self->n[BV_GRADE_EXCELLENT];
  self->base = self->base_or_better ? or_better : good;
  self->limit = (guint) ((guint64) percent * self->base / 100);
  /* x of the g who are good or better may be excellent when 100 x ≤ p (g − x), or ≤ p g. */
  self->most = (guint) ((guint64) percent * or_better
                        / (self->base_or_better ? 100 : 100 + percent));
  self->most = MIN (self->most, or_better);
  self->over = self->used > self->most ? self->used - self->most : 0;
}

static BvRatingCap *
cap_new (gint64 unit_id, const char *name, const char *group, int percent, gboolean or_better)
{
  BvRatingCap *cap = g_new0 (BvRatingCap, 1);

  cap->unit_id = unit_id;
  cap->unit_name = g_strdup (name);
  cap->task_group = g_strdup (group);
  cap->percent = percent;
  cap->base_or_better = or_better;
  return cap;
}

GPtrArray *
bv_rating_cap_list (BvConnection *connection, int year, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_rating_cap_free);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autofree char *base = bv_setting_get (connection, BV_SETTING_RULE_EXCELLENT_BASE, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gboolean or_better = g_strcmp0 (base, "good-or-better") == 0;
  int percent;
  BvRatingCap *whole = NULL, *group = NULL;
  gboolean has_row;

  if (base == NULL)
    return NULL;
  percent = (int) bv_setting_get_int (connection, BV_SETTING_RULE_EXCELLENT_PERCENT, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* Groups come in the order of their names, what has none first: into the unit as a whole alone. */
  statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE
    " SELECT k.id, u.name, coalesce (r.task_group, ''), coalesce (r.grade, ''), count (*)"
    " FROM subject s" BV_RATING_POST_JOIN (
      "?1", "?2") " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = ?3"
                  " JOIN ranked_unit k ON k.id = coalesce (r.unit_id, p.unit_id) JOIN subject u ON "
                  "u.id = k.id"
                  " WHERE s.kind = 1 AND " BV_RATING_OF_UNIT (
                    "?4") " AND (?4 = 0 OR k.id = ?4)"
                          " GROUP BY k.rank, coalesce (r.task_group, ''), coalesce (r.grade, '')"
                          " ORDER BY k.rank, coalesce (r.task_group, '')",
    "ssii", first, last, (gint64) year, unit_id);
  while (statement != NULL)
    {
      const char *text;
      guint count;
      BvGrade grade;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        {
          for (guint i = 0; i < list->len; i++)
            bv_rating_cap_compute (list->pdata[i]);
          return g_steal_pointer (&list);
        }
      if (whole == NULL || whole->unit_id != bv_statement_int (statement, 0))
        {
          whole = cap_new (bv_statement_int (statement, 0), bv_statement_text (statement, 1), "",
                           percent, or_better);
          group = NULL;
          g_ptr_array_add (list, whole);
        }
      text = bv_statement_text (statement, 2);
      if (*text != '\0' && (group == NULL || !g_str_equal (group->task_group, text)))
        {
          group = cap_new (whole->unit_id, whole->unit_name, text, percent, or_better);
          g_ptr_array_add (list, group);
        }
      count = (guint) bv_statement_int (statement, 4);
      if (!bv_grade_from_code (bv_statement_text (statement, 3), &grade))
        {
          whole->n_unrated += count;
          continue;
        }
      whole->n[grade] += count;
      if (*text != '\0')
        group->n[grade] += count;
    }
  return NULL;
}

/* Without points of all of them nobody can be named: the office chooses. */
static void
find_standings (GPtrArray *list, const BvRatingCap *cap)
{
  gboolean has_points = TRUE;
  gint64 border;

  for (guint i = 0; i < list->len; i++)
    has_points &= ((BvRatingExcellent *) list->pdata[i])->points >= 0;
  if (cap->over == 0 || cap->most >= list->len)
    return;
  border =
    ((BvRatingExcellent *) list->pdata[cap->most])->points; /* of the first who is too many */
  gboolean is_tied = cap->most > 0
                     && ((BvRatingExcellent *) list->pdata[cap->most - 1])->points == border;
  for (guint i = 0; i < list->len; i++)
    {
      BvRatingExcellent *one = list->pdata[i];

      if (!has_points)
        one->standing = cap->most > 0 ? BV_RATING_OPEN : BV_RATING_OVER;
      else if (is_tied && one->points == border)
        one->standing = BV_RATING_OPEN;
      else
        one->standing = i >= cap->most ? BV_RATING_OVER : BV_RATING_WITHIN;
    }
}

GPtrArray *
bv_rating_cap_list_excellent (BvConnection *connection,
                              int year,
                              const BvRatingCap *cap,
                              GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_rating_excellent_free);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.id, s.name, coalesce (r.general_points + r.result_points, -1)"
    " FROM rating r JOIN subject s ON s.id = r.subject_id" BV_RATING_POST_JOIN (
      "?1", "?2") " WHERE s.kind = 1 AND r.year = ?3 AND r.unit_id = ?4 AND r.grade = 'HTXS'"
                  " AND (?5 = '' OR r.task_group = ?5)"
                  " ORDER BY coalesce (r.general_points + r.result_points, -1) DESC,"
                  " " BV_RATING_LEADER_RANK ("p.leader_class") ", s.sort_key, s.id",
    "ssiis", first, last, (gint64) year, cap->unit_id, cap->task_group);
  gboolean has_row;

  while (statement != NULL)
    {
      BvRatingExcellent *one;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        {
          find_standings (list, cap);
          return g_steal_pointer (&list);
        }
      one = g_new0 (BvRatingExcellent, 1);
      one->subject_id = bv_statement_int (statement, 0);
      one->name = g_strdup (bv_statement_text (statement, 1));
      one->points = bv_statement_int (statement, 2);
      g_ptr_array_add (list, one);
    }
  return NULL;
}

char *
bv_rating_cap_describe (const BvRatingCap *self, GPtrArray *excellent)
{
  guint n_open = 0, n_over = 0;

  if (self->over == 0)
    return g_strdup_printf (
      /* Translators: how many are rated excellent, how many may be. */
      _ ("%u rated “excellent” of at most %u"), self->used, self->most);
  for (guint i = 0; i < excellent->len; i++)
    {
      n_open += ((BvRatingExcellent *) excellent->pdata[i])->standing == BV_RATING_OPEN;
      n_over += ((BvRatingExcellent *) excellent->pdata[i])->standing == BV_RATING_OVER;
    }
  if (n_open == 0)
    return g_strdup_printf (ngettext ("%u of %u rated “excellent” is too many (at most %u)",
                                      "%u of %u rated “excellent” are too many (at most %u)",
                                      self->over),
                            self->over, self->used, self->most);
  return g_strdup_printf (ngettext ("%u of these %u people is too many (at most %u): choose whom",
                                    "%u of these %u people are too many (at most %u): choose whom",
                                    self->over),
                          self->over, n_open + n_over, self->most);
}
