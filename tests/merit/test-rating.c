// SPDX-License-Identifier: GPL-3.0-or-later
/* Ratings, their cap, discipline and absences, on a real store with a small office. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"
#include "merit/bv-rating-cap.h"
#include "merit/bv-rating.h"
#include "office/bv-register.h"
#include "office/bv-setting.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

#include <string.h>

#define N_TEACHERS 40

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 commune;
  gint64 teachers[N_TEACHERS];
  gint64 household;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử", "school", f->office, FALSE);
  f->commune = bv_test_office_add_unit (f->store, "Xã Thử", "commune", f->office, FALSE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lò Văn Thử %c%c", 'A' + i / 20, 'a' + i % 20);

      f->teachers[i] = bv_test_office_add_person (f->store, name, "male", "Thái", f->school,
                                                  i == 0 ? "Hiệu trưởng" : "Giáo viên",
                                                  i == 0 ? "leader" : "direct");
    }
  f->household = bv_test_office_add_household (f->store, "Hộ ông Thử", f->commune, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
refused (gboolean ok, GError **error, int code, const char *part)
{
  g_assert_false (ok);
  g_assert_error (*error, BV_VALUE_ERROR, code);
  if (strstr ((*error)->message, part) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, part);
  g_clear_error (error);
}

static void
set_grade (Fixture *f, guint first, guint n, int year, BvGrade grade)
{
  g_autoptr (GError) error = NULL;

  bv_rating_set_grade_act (f->store, f->teachers + first, n, year, grade, "", NULL, &error);
  g_assert_no_error (error);
}

static void
set_rule (Fixture *f, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  bv_setting_save (f->store, key, value, NULL, &error);
  g_assert_no_error (error);
}

static BvRating *
find (Fixture *f, gint64 id, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvRating *rating = bv_rating_find (bv_lease_connection (lease), id, year, &error);

  g_assert_no_error (error);
  return rating;
}

static void
assert_grade (Fixture *f, gint64 id, int year, BvGrade grade)
{
  g_autoptr (BvRating) rating = find (f, id, year);

  g_assert_cmpint (rating->id, !=, 0);
  g_assert_cmpint (rating->grade, ==, grade);
}

static GPtrArray *
caps (Fixture *f, int year, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *list = bv_rating_cap_list (bv_lease_connection (lease), year, unit, &error);

  g_assert_no_error (error);
  return list;
}

static GPtrArray *
excellent (Fixture *f, int year, const BvRatingCap *cap)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *list = bv_rating_cap_list_excellent (bv_lease_connection (lease), year, cap, &error);

  g_assert_no_error (error);
  return list;
}

/* ── The formula alone ───────────────────────────────────────────────────────────────────── */

static void
test_formula (void)
{
  static const struct
  {
    guint excellent, good;
    int percent;
    gboolean or_better;
    guint base, limit, most, over;
  } cases[] = {
    { 6, 31, 20, FALSE, 31, 6, 6, 0 }, /* 40 people, 3 of them HT: at most 6 */
    { 7, 30, 20, FALSE, 30, 6, 6, 1 }, /* one more */
    { 8, 29, 20, FALSE, 29, 5, 6, 2 }, /* 20 % of all staff, the common mistake */
    { 0, 37, 20, FALSE, 37, 7, 6, 0 }, /* before anybody is raised */
    { 37, 0, 20, FALSE, 0, 0, 6, 31 }, /* all of them: 31 must come down, not 37 */
    { 7, 30, 20, TRUE, 37, 7, 7, 0 },  /* read as “good and above”: 7 */
    { 8, 29, 20, TRUE, 37, 7, 7, 1 },  { 1, 5, 20, FALSE, 5, 1, 1, 0 }, /* exactly a fifth */
    { 1, 4, 20, FALSE, 4, 0, 0, 1 },                                    /* just below */
    { 1, 4, 20, TRUE, 5, 1, 1, 0 },    { 0, 0, 20, FALSE, 0, 0, 0, 0 },
    { 0, 0, 20, TRUE, 0, 0, 0, 0 },    { 1, 0, 20, FALSE, 0, 0, 0, 1 }, /* a group of one */
    { 2, 8, 25, FALSE, 8, 2, 2, 0 },   { 3, 7, 25, FALSE, 7, 1, 2, 1 },
    { 5, 0, 100, TRUE, 5, 5, 5, 0 },   { 5, 5, 100, FALSE, 5, 5, 5, 0 },
    { 1, 9, 0, FALSE, 9, 0, 0, 1 }, /* none at all */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvRatingCap cap = { .percent = cases[i].percent, .base_or_better = cases[i].or_better };

      cap.n[BV_GRADE_EXCELLENT] = cases[i].excellent;
      cap.n[BV_GRADE_GOOD] = cases[i].good;
      cap.n[BV_GRADE_DONE] = 3;
      cap.n[BV_GRADE_NONE] = 2;
      bv_rating_cap_compute (&cap);
      g_test_message ("case %u", i);
      g_assert_cmpuint (cap.used, ==, cases[i].excellent);
      g_assert_cmpuint (cap.base, ==, cases[i].base);
      g_assert_cmpuint (cap.limit, ==, cases[i].limit);
      g_assert_cmpuint (cap.most, ==, cases[i].most);
      g_assert_cmpuint (cap.over, ==, cases[i].over);
      /* Over the limit as it stands, and over what could be, are the same question. */
      g_assert_cmpint (cap.used > cap.limit, ==, cap.over > 0);
    }
}

/* Whatever the mix, "over" is the fewest that must come down one grade. */
static void
test_formula_is_least (void)
{
  for (guint better = 0; better <= 60; better++)
    for (guint x = 0; x <= better; x++)
      for (int or_better = 0; or_better <= 1; or_better++)
        {
          BvRatingCap cap = { .percent = 20, .base_or_better = or_better };
          guint down = 0;

          cap.n[BV_GRADE_EXCELLENT] = x;
          cap.n[BV_GRADE_GOOD] = better - x;
          bv_rating_cap_compute (&cap);
          while (100 * (x - down) > 20 * (or_better ? better : better - x + down))
            down++;
          g_assert_cmpuint (cap.over, ==, down);
        }
}

/* ── On a store ──────────────────────────────────────────────────────────────────────────── */

static void
test_apply_and_correct (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autofree char *words = NULL;
  BvRatingApplied applied;
  const BvRatingCap *cap;
  gint64 act = 0;

  set_grade (f, 0, 1, 2022, BV_GRADE_DONE);
  bv_rating_apply_act (f->store, f->school, 2022, BV_GRADE_GOOD, &applied, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (applied.n_set, ==, N_TEACHERS - 1);
  g_assert_cmpuint (applied.n_kept, ==, 1);
  words = bv_rating_applied_format (&applied);
  g_assert_cmpstr (words, ==, "39 people rated; 1 was rated before");
  assert_grade (f, f->teachers[0], 2022, BV_GRADE_DONE); /* kept */
  set_grade (f, 1, 2, 2022, BV_GRADE_DONE);
  set_grade (f, 3, 8, 2022, BV_GRADE_EXCELLENT);
  before = caps (f, 2022, 0);
  g_assert_cmpuint (before->len, ==, 1);
  cap = before->pdata[0];
  g_assert_cmpstr (cap->unit_name, ==, "Trường THCS Thử");
  g_assert_cmpstr (cap->task_group, ==, "");
  g_assert_cmpuint (cap->n[BV_GRADE_EXCELLENT], ==, 8);
  g_assert_cmpuint (cap->n[BV_GRADE_GOOD], ==, 29);
  g_assert_cmpuint (cap->n[BV_GRADE_DONE], ==, 3);
  g_assert_cmpuint (cap->most, ==, 6);
  g_assert_cmpuint (cap->over, ==, 2);
  set_grade (f, 3, 2, 2022, BV_GRADE_GOOD);
  after = caps (f, 2022, f->school);
  g_assert_cmpuint (((BvRatingCap *) after->pdata[0])->over, ==, 0);
  set_rule (f, BV_SETTING_RULE_EXCELLENT_PERCENT, "15");
  g_clear_pointer (&after, g_ptr_array_unref);
  after = caps (f, 2022, f->school);
  g_assert_cmpuint (((BvRatingCap *) after->pdata[0])->limit, ==, 4);
  set_rule (f, BV_SETTING_RULE_EXCELLENT_PERCENT, "20");
  set_rule (f, BV_SETTING_RULE_EXCELLENT_BASE, "good-or-better");
  g_clear_pointer (&after, g_ptr_array_unref);
  after = caps (f, 2022, f->school);
  g_assert_cmpuint (((BvRatingCap *) after->pdata[0])->base, ==, 37);
  g_assert_cmpuint (((BvRatingCap *) after->pdata[0])->limit, ==, 7);
  /* Another year knows nothing of it; all are still to be rated. */
  undone = caps (f, 2021, f->school);
  g_assert_cmpuint (((BvRatingCap *) undone->pdata[0])->n_unrated, ==, N_TEACHERS);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *title = NULL;
  gint64 act = 0, clear = 0;

  bv_rating_apply_act (f->store, f->school, 2022, BV_GRADE_GOOD, NULL, &act, &error);
  g_assert_no_error (error);
  bv_rating_clear_act (f->store, f->teachers, 2, 2022, &clear, &error);
  g_assert_no_error (error);
  list = caps (f, 2022, 0);
  g_assert_cmpuint (((BvRatingCap *) list->pdata[0])->n_unrated, ==, 2);
  bv_store_undo (f->store, clear, &title, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "Take away 2 ratings of 2022");
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = caps (f, 2022, 0);
  g_assert_cmpuint (((BvRatingCap *) list->pdata[0])->n_unrated, ==, 5);
  /* Rating as before is no act. */
  set_grade (f, 0, 1, 2022, BV_GRADE_GOOD);
  bv_rating_set_grade_act (f->store, f->teachers, 1, 2022, BV_GRADE_GOOD, "", &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, ==, 0);
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BvRating) next = NULL;
  g_auto (GStrv) groups = NULL;
  g_autoptr (BvLease) lease = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (BvRating) rating = find (f, f->teachers[i], 2022);

      rating->grade = i < 2 ? BV_GRADE_EXCELLENT : BV_GRADE_GOOD;
      bv_text_set (&rating->task_group, i < 3 ? "Quản lý" : i < 9 ? " Giáo  viên " : "");
      bv_rating_save_act (f->store, rating, NULL, &error);
      g_assert_no_error (error);
    }
  list = caps (f, 2022, f->school);
  g_assert_cmpuint (list->len, ==, 3);
  const BvRatingCap *whole = list->pdata[0], *teachers = list->pdata[1], *leaders = list->pdata[2];
  g_assert_cmpuint (whole->used, ==, 2);
  g_assert_cmpuint (whole->base, ==, 8);
  g_assert_cmpuint (whole->over, ==, 1); /* 20 % of 8 is 1 */
  g_assert_cmpstr (teachers->task_group, ==, "Giáo viên");
  g_assert_cmpuint (teachers->used, ==, 0);
  g_assert_cmpstr (leaders->task_group, ==, "Quản lý");
  g_assert_cmpuint (leaders->base, ==, 1);
  g_assert_cmpuint (leaders->over, ==, 2);
  lease = bv_store_lease (f->store, &error);
  groups = bv_rating_list_groups (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (groups), ==, 2);
  g_assert_cmpstr (groups[0], ==, "Giáo viên");
  /* The group goes on into the next year. */
  next = find (f, f->teachers[0], 2023);
  g_assert_cmpint (next->id, ==, 0);
  g_assert_cmpint (next->unit_id, ==, f->school);
  g_assert_cmpstr (next->task_group, ==, "Quản lý");
}

/* A group for everybody with the same post; the others stay where they are. */
static void
test_group_by_post (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  guint n;
  gint64 act;

  bv_rating_apply_act (f->store, f->school, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_rating_set_group_act (f->store, f->school, 2022, "Giáo viên", " Giáo  viên ", &n, &act,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 4); /* of five, one is the head */
  list = caps (f, 2022, f->school);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((BvRatingCap *) list->pdata[1])->task_group, ==, "Giáo viên");
  g_assert_cmpuint (((BvRatingCap *) list->pdata[1])->base, ==, 4);
  bv_rating_set_group_act (f->store, f->school, 2022, "Giáo viên", "Giáo viên", &n, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, ==, 0);
  bv_rating_set_group_act (f->store, f->school, 2022, NULL, "", &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 4);
  /* Another year and another unit are not touched. */
  bv_rating_set_group_act (f->store, f->commune, 2022, NULL, "x", &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

/* A year is rated once it has begun, by a decision that is neither older nor yet to come. */
static void
test_days (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRating) rating = NULL;

  g_assert_false (
    bv_rating_set_grade_act (f->store, f->teachers, 1, 2024, BV_GRADE_GOOD, "", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "2024 has not begun"));
  g_clear_error (&error);
  set_grade (f, 0, 1, 2022, BV_GRADE_GOOD);
  rating = find (f, f->teachers[0], 2022);
  bv_text_set (&rating->decision_date, "2023-03-28");
  g_assert_false (bv_rating_save_act (f->store, rating, NULL, &error));
  g_assert_nonnull (strstr (error->message, "future"));
  g_clear_error (&error);
  bv_text_set (&rating->decision_date, "2021-12-31");
  g_assert_false (bv_rating_save_act (f->store, rating, NULL, &error));
  g_assert_nonnull (strstr (error->message, "before the year 2022"));
  g_clear_error (&error);
  bv_text_set (&rating->decision_date, "2022-12-20");
  bv_rating_save_act (f->store, rating, NULL, &error);
  g_assert_no_error (error);
}

static void
test_standings (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *words = NULL;
  static const gint64 result[] = { 6300, 6900, 6600, 6600 };

  g_setenv ("BV_TODAY", "2027-01-15", TRUE);
  /* 4 excellent and 6 good of ten: at most 1. */
  bv_rating_apply_act (f->store, f->school, 2026, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      bv_rating_set_points_act (f->store, f->teachers[i], 2026, 2800, result[i], "", NULL, &error);
      g_assert_no_error (error);
    }
  list = caps (f, 2026, f->school);
  g_assert_cmpuint (((BvRatingCap *) list->pdata[0])->over, ==, 3);
  names = excellent (f, 2026, list->pdata[0]);
  g_assert_cmpuint (names->len, ==, 4);
  g_assert_cmpint (((BvRatingExcellent *) names->pdata[0])->subject_id, ==, f->teachers[1]);
  g_assert_cmpint (((BvRatingExcellent *) names->pdata[0])->standing, ==, BV_RATING_WITHIN);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (((BvRatingExcellent *) names->pdata[i])->standing, ==, BV_RATING_OVER);
  /* Equal points stand in the order of the office. */
  g_assert_cmpint (((BvRatingExcellent *) names->pdata[1])->subject_id, ==, f->teachers[2]);
  words = bv_rating_cap_describe (list->pdata[0], names);
  g_assert_cmpstr (words, ==, "3 of 4 rated “excellent” are too many (at most 1)");
  /* One place, and two with the same points at the border. */
  bv_rating_set_points_act (f->store, f->teachers[1], 2026, 2800, 6600, "", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&names, g_ptr_array_unref);
  g_clear_pointer (&words, g_free);
  names = excellent (f, 2026, list->pdata[0]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((BvRatingExcellent *) names->pdata[i])->standing, ==, BV_RATING_OPEN);
  g_assert_cmpint (((BvRatingExcellent *) names->pdata[3])->standing, ==, BV_RATING_OVER);
  words = bv_rating_cap_describe (list->pdata[0], names);
  g_assert_cmpstr (words, ==, "3 of these 4 people are too many (at most 1): choose whom");
}

static void
test_points (Fixture *f, gconstpointer data)
{
  static const struct
  {
    gint64 general, result;
    BvGrade grade;
  } cases[] = { { 3000, 7000, BV_GRADE_EXCELLENT }, { 2000, 7000, BV_GRADE_EXCELLENT },
                { 2000, 6999, BV_GRADE_GOOD },      { 1000, 6000, BV_GRADE_GOOD },
                { 1000, 5999, BV_GRADE_DONE },      { 0, 5000, BV_GRADE_DONE },
                { 0, 4999, BV_GRADE_FAILED },       { 0, 0, BV_GRADE_FAILED } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRating) rating = NULL;
  gboolean ok;

  g_setenv ("BV_TODAY", "2027-01-15", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bv_rating_set_points_act (f->store, f->teachers[0], 2026, cases[i].general, cases[i].result,
                                "", NULL, &error);
      g_assert_no_error (error);
      assert_grade (f, f->teachers[0], 2026, cases[i].grade);
    }
  ok = bv_rating_set_points_act (f->store, f->teachers[0], 2026, 3001, 7000, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "at most 30");
  ok = bv_rating_set_points_act (f->store, f->teachers[0], 2026, 100, 7001, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "at most 70");
  ok = bv_rating_set_points_act (f->store, f->teachers[0], 2026, 100, -1, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_EMPTY, "give both");
  ok = bv_rating_set_points_act (f->store, f->teachers[0], 2025, 2500, 6000, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "without points");
  /* A grade against the points needs a reason, which the record keeps. */
  bv_rating_set_points_act (f->store, f->teachers[0], 2026, 2500, 6000, "", NULL, &error);
  g_assert_no_error (error);
  ok = bv_rating_set_grade_act (f->store, f->teachers, 1, 2026, BV_GRADE_EXCELLENT, "", NULL,
                                &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "85 points give");
  assert_grade (f, f->teachers[0], 2026, BV_GRADE_GOOD);
  bv_rating_set_grade_act (f->store, f->teachers, 1, 2026, BV_GRADE_EXCELLENT,
                           "Kết luận của cấp ủy", NULL, &error);
  g_assert_no_error (error);
  rating = find (f, f->teachers[0], 2026);
  g_assert_cmpint (rating->grade, ==, BV_GRADE_EXCELLENT);
  g_assert_cmpstr (rating->override_reason, ==, "Kết luận của cấp ủy");
  /* Not classified says nothing against points. */
  set_grade (f, 0, 1, 2026, BV_GRADE_NONE);
}

static gint64
add_absence (Fixture *f, gint64 person, const char *kind, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAbsence) absence = bv_absence_new ();

  absence->person_id = person;
  bv_text_set (&absence->kind, kind);
  bv_text_set (&absence->from_date, from);
  bv_text_set (&absence->to_date, to);
  bv_absence_save_act (f->store, absence, NULL, &error);
  g_assert_no_error (error);
  return absence->id;
}

static gint64
add_discipline (Fixture *f, gint64 subject, BvSanction kind, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDiscipline) discipline = bv_discipline_new ();

  discipline->subject_id = subject;
  discipline->kind = kind;
  bv_text_set (&discipline->on_date, date);
  bv_discipline_save_act (f->store, discipline, NULL, &error);
  g_assert_no_error (error);
  return discipline->id;
}

static void
test_leave (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvRatingApplied applied;
  g_autofree char *words = NULL;
  gboolean ok;

  add_absence (f, f->teachers[0], "sick", "2022-02-01", "2022-04-29");   /* a day short of three */
  add_absence (f, f->teachers[1], "sick", "2022-02-01", "2022-04-30");   /* three months */
  add_absence (f, f->teachers[2], "unpaid", "2021-11-01", "2022-06-30"); /* six of the year */
  add_absence (f, f->teachers[3], "maternity", "2022-01-01", "2022-06-30"); /* counts as work */
  add_discipline (f, f->teachers[4], BV_SANCTION_REPRIMAND, "2022-05-05");
  set_grade (f, 0, 1, 2022, BV_GRADE_EXCELLENT);
  set_grade (f, 3, 1, 2022, BV_GRADE_EXCELLENT);
  ok = bv_rating_set_grade_act (f->store, f->teachers + 1, 1, 2022, BV_GRADE_EXCELLENT, "", NULL,
                                &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "Away for 3 months");
  set_grade (f, 1, 1, 2022, BV_GRADE_GOOD);
  ok = bv_rating_set_grade_act (f->store, f->teachers + 2, 1, 2022, BV_GRADE_DONE, "", NULL,
                                &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "not classified");
  bv_rating_set_grade_act (f->store, f->teachers + 2, 1, 2022, BV_GRADE_DONE, "Quy định của tỉnh",
                           NULL, &error);
  g_assert_no_error (error);
  /* Of several at once the one in the way is named, and none is rated. */
  ok = bv_rating_set_grade_act (f->store, f->teachers, 5, 2022, BV_GRADE_GOOD, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "Lò Văn Thử Ac: ");
  assert_grade (f, f->teachers[0], 2022, BV_GRADE_EXCELLENT);
  bv_rating_clear_act (f->store, f->teachers, 5, 2022, NULL, &error);
  g_assert_no_error (error);
  bv_rating_apply_act (f->store, f->school, 2022, BV_GRADE_GOOD, &applied, NULL, &error);
  g_assert_no_error (error);
  words = bv_rating_applied_format (&applied);
  g_assert_cmpstr (words, ==,
                   "3 people rated; 1 lower for a long leave; 1 left out: disciplined, to be "
                   "rated by hand");
  assert_grade (f, f->teachers[2], 2022, BV_GRADE_NONE);
  ok = bv_rating_set_grade_act (f->store, f->teachers + 4, 1, 2022, BV_GRADE_GOOD, "", NULL,
                                &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "05/05/2022");
  set_grade (f, 4, 1, 2022, BV_GRADE_FAILED);
  /* The months are a rule of the office. */
  set_rule (f, BV_SETTING_RULE_RATING_LEAVE_MONTHS, "2");
  ok = bv_rating_set_grade_act (f->store, f->teachers, 1, 2022, BV_GRADE_EXCELLENT, "", NULL,
                                &error);
  refused (ok, &error, BV_VALUE_ERROR_REASON, "Away for 2 months");
}

static void
test_months (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  static const char *const sick[] = { "sick", NULL };
  int months, days;

  add_absence (f, f->teachers[0], "sick", "2022-01-31", "2022-03-30"); /* two months, by the 31st */
  add_absence (f, f->teachers[0], "sick", "2022-05-01", "2022-05-20");
  add_absence (f, f->teachers[0], "other", "2022-06-01", "2022-06-12");
  add_absence (f, f->teachers[0], "unpaid", "2022-12-01", NULL);
  lease = bv_store_lease (f->store, &error);
  bv_absence_months (bv_lease_connection (lease), f->teachers[0], 2022, sick, &months, &days,
                     &error);
  g_assert_no_error (error);
  g_assert_cmpint (months, ==, 2);
  g_assert_cmpint (days, ==, 20);
  bv_absence_months (bv_lease_connection (lease), f->teachers[0], 2022, NULL, &months, &days,
                     &error);
  g_assert_cmpint (months, ==, 4); /* 2, December, and 32 days */
  g_assert_cmpint (days, ==, 2);
  bv_absence_months (bv_lease_connection (lease), f->teachers[0], 2023, NULL, &months, &days,
                     &error);
  g_assert_cmpint (months, ==, 12);
  bv_absence_months (bv_lease_connection (lease), f->teachers[0], 2021, NULL, &months, &days,
                     &error);
  g_assert_cmpint (months + days, ==, 0);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  ok = bv_rating_set_grade_act (f->store, &f->household, 1, 2022, BV_GRADE_GOOD, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "Households");
  ok = bv_rating_set_grade_act (f->store, f->teachers, 1, 1900, BV_GRADE_GOOD, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "1945");
  ok = bv_rating_apply_act (f->store, f->commune, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_EMPTY, "Nobody");
  g_autoptr (BvRating) rating = find (f, f->teachers[0], 2022);
  g_autoptr (BvRating) twice = bv_rating_copy (rating);
  bv_rating_save_act (f->store, rating, NULL, &error);
  g_assert_no_error (error);
  ok = bv_rating_save_act (f->store, twice, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_DUPLICATE, "2022");
  g_assert_cmpint (twice->id, ==, 0);
  /* A unit is rated as such, while it exists. */
  bv_rating_set_grade_act (f->store, &f->school, 1, 2022, BV_GRADE_EXCELLENT, "", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BvRating) unit = find (f, f->school, 2022);
  g_assert_cmpint (unit->unit_id, ==, 0);
  unit->unit_id = f->office;
  ok = bv_rating_save_act (f->store, unit, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "for itself");
  g_autoptr (BvUnit) ended = bv_unit_new ();
  bv_text_set (&ended->name, "Xã Đã Sáp nhập");
  bv_text_set (&ended->kind, "commune");
  bv_text_set (&ended->to_date, "2020-06-30");
  ended->parent_id = f->office;
  bv_register_save_unit (f->store, ended, NULL, &error);
  g_assert_no_error (error);
  bv_rating_set_grade_act (f->store, &ended->id, 1, 2020, BV_GRADE_GOOD, "", NULL, &error);
  g_assert_no_error (error);
  ok = bv_rating_set_grade_act (f->store, &ended->id, 1, 2021, BV_GRADE_GOOD, "", NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "30/06/2020");
}

/* Whoever is rated or disciplined stays in the register, and is told why. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 clear;

  set_grade (f, 0, 1, 2022, BV_GRADE_GOOD);
  g_assert_false (bv_register_delete_person (f->store, f->teachers[0], NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "has ratings"));
  g_clear_error (&error);
  bv_rating_clear_act (f->store, f->teachers, 1, 2022, &clear, &error);
  g_assert_no_error (error);
  add_discipline (f, f->teachers[0], BV_SANCTION_WARNING, "2022-03-05");
  g_assert_false (bv_register_delete_person (f->store, f->teachers[0], NULL, &error));
  g_assert_nonnull (strstr (error->message, "discipline"));
  g_clear_error (&error);
  /* An absence goes with its person. */
  add_absence (f, f->teachers[1], "sick", "2022-03-05", "2022-03-09");
  bv_register_delete_person (f->store, f->teachers[1], NULL, &error);
  g_assert_no_error (error);
}

/* Who was moved within the year is rated by the new unit. */
static void
test_moved (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMembership) to = bv_membership_new ();
  g_autoptr (BvRating) now = NULL;
  g_autoptr (BvRating) before = NULL;
  g_autoptr (BvRowList) rows = NULL;
  BvRatingFilter filter = { 2022, f->commune, -1, NULL };

  to->person_id = f->teachers[1];
  to->unit_id = f->commune;
  bv_text_set (&to->from_date, "2022-08-01");
  bv_text_set (&to->post, "Công chức");
  bv_register_transfer_person (f->store, to, NULL, &error);
  g_assert_no_error (error);
  now = find (f, f->teachers[1], 2022);
  g_assert_cmpint (now->unit_id, ==, f->commune);
  before = find (f, f->teachers[1], 2021);
  g_assert_cmpint (before->unit_id, ==, f->school);
  rows = bv_row_list_new (f->store, bv_rating_people_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  g_assert_cmpint (bv_row_list_get_id (rows, 0), ==, f->teachers[1]);
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRowList) rows = NULL;
  g_autoptr (BvRow) row = NULL;
  BvRatingFilter filter = { 2026, 0, -1, NULL };

  g_setenv ("BV_TODAY", "2027-01-15", TRUE);
  add_absence (f, f->teachers[1], "sick", "2025-12-22", "2026-01-10");
  add_discipline (f, f->teachers[1], BV_SANCTION_COMPLAINT, "2026-02-01");
  add_discipline (f, f->teachers[1], BV_SANCTION_WARNING, "2025-02-01");
  bv_rating_set_points_act (f->store, f->teachers[1], 2026, 2750, 6025, "", NULL, &error);
  g_assert_no_error (error);
  rows = bv_row_list_new (f->store, bv_rating_people_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 5);
  g_assert_cmpint (bv_row_list_get_id (rows, 0), ==, f->teachers[0]); /* the head first */
  row = g_list_model_get_item (G_LIST_MODEL (rows), 1);
  g_assert_cmpstr (bv_row_get_text (row, BV_RATING_COLUMN_POST), ==, "Giáo viên");
  g_assert_cmpstr (bv_row_get_text (row, BV_RATING_COLUMN_UNIT), ==, "Trường THCS Thử");
  g_assert_cmpstr (bv_row_get_text (row, BV_RATING_COLUMN_GRADE), ==, "HTT");
  g_assert_cmpint (bv_row_get_int (row, BV_RATING_COLUMN_POINTS), ==, 8775);
  g_assert_cmpint (bv_row_get_int (row, BV_RATING_COLUMN_ABSENCE_DAYS), ==, 10);
  g_assert_cmpint (bv_row_get_int (row, BV_RATING_COLUMN_N_PENDING), ==, 1);
  g_assert_cmpint (bv_row_get_int (row, BV_RATING_COLUMN_N_SANCTIONS), ==, 1); /* still in effect */
  filter.grade = BV_N_GRADES;
  bv_row_list_set_source (rows, bv_rating_people_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 4);
  filter.grade = BV_GRADE_GOOD;
  filter.search = "thu ab";
  bv_row_list_set_source (rows, bv_rating_people_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  filter.grade = -1;
  filter.search = NULL;
  filter.unit_id = f->school;
  bv_row_list_set_source (rows, bv_rating_units_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  filter.unit_id = 0;
  bv_row_list_set_source (rows, bv_rating_units_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
}

static void
test_discipline (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDiscipline) wrong = bv_discipline_new ();
  g_autoptr (BvDiscipline) loaded = NULL;
  g_autoptr (BvRowList) rows = NULL;
  g_autoptr (BvLease) lease = NULL;
  BvDisciplineFilter filter = { .year = 2022 };
  gint64 complaint, sanction, act;
  gboolean ok;

  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_EMPTY, "Choose the person or unit.");
  wrong->subject_id = f->teachers[0];
  bv_text_set (&wrong->on_date, "2022-05-05");
  bv_text_set (&wrong->until_date, "2022-05-04");
  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "ends before");
  bv_text_set (&wrong->until_date, "2022-02-31");
  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_FORMAT, "2022-02-31");
  g_clear_pointer (&wrong->until_date, g_free);
  wrong->is_upheld = 1;
  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "Only a complaint");
  wrong->kind = BV_SANCTION_COMPLAINT;
  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_EMPTY, "day of the conclusion");
  wrong->is_upheld = -1;
  bv_text_set (&wrong->until_date, "2022-06-01");
  ok = bv_discipline_save_act (f->store, wrong, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_EMPTY, "upheld or not");

  complaint = add_discipline (f, f->teachers[0], BV_SANCTION_COMPLAINT, "2021-12-05");
  sanction = add_discipline (f, f->teachers[1], BV_SANCTION_WARNING, "2022-03-05");
  ok = bv_discipline_conclude_act (f->store, sanction, "2022-06-01", TRUE, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "only a complaint");
  ok = bv_discipline_conclude_act (f->store, complaint, "2021-06-01", TRUE, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "before the matter began");
  rows = bv_row_list_new (f->store, bv_discipline_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  g_assert_cmpint (bv_row_list_get_id (rows, 0), ==, complaint); /* pending first */
  bv_discipline_conclude_act (f->store, complaint, "2022-06-01", FALSE, &act, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  loaded = bv_discipline_load (bv_lease_connection (lease), complaint, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpint (loaded->is_upheld, ==, 0);
  g_assert_cmpstr (loaded->until_date, ==, "2022-06-01");
  g_assert_false (bv_discipline_is_pending (loaded));
  ok = bv_discipline_conclude_act (f->store, complaint, "2022-07-01", TRUE, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "01/06/2022 already");
  filter.pending_only = TRUE;
  bv_row_list_set_source (rows, bv_discipline_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_row_list_set_source (rows, bv_discipline_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  bv_discipline_delete_act (f->store, sanction, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_discipline_delete_act (f->store, sanction, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static void
test_absence (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAbsence) absence = bv_absence_new ();
  g_autoptr (BvRowList) rows = NULL;
  gint64 first;
  gboolean ok;

  absence->person_id = f->school;
  bv_text_set (&absence->kind, "sick");
  bv_text_set (&absence->from_date, "2022-05-10");
  ok = bv_absence_save_act (f->store, absence, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_UNKNOWN, "person of the register");
  absence->person_id = f->teachers[0];
  bv_text_set (&absence->to_date, "2022-05-09");
  ok = bv_absence_save_act (f->store, absence, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "before the beginning");
  bv_text_set (&absence->to_date, "2022-05-20");
  bv_text_set (&absence->study_result, "below");
  ok = bv_absence_save_act (f->store, absence, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_RANGE, "sent to study");
  bv_text_set (&absence->study_result, "");
  bv_text_set (&absence->kind, "holiday");
  ok = bv_absence_save_act (f->store, absence, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_UNKNOWN, "holiday");
  first = add_absence (f, f->teachers[0], "sick", "2022-05-10", "2022-05-20");
  /* The last day of the one is the first of the other. */
  bv_text_set (&absence->kind, "unpaid");
  bv_text_set (&absence->from_date, "2022-05-20");
  bv_text_set (&absence->to_date, NULL);
  ok = bv_absence_save_act (f->store, absence, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_DUPLICATE, "from 10/05/2022 to 20/05/2022");
  g_assert_cmpint (absence->id, ==, 0);
  bv_text_set (&absence->from_date, "2022-05-21");
  bv_absence_save_act (f->store, absence, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (absence->id, >, 0);
  /* An open one stands in the way of all that is later; itself it does not. */
  bv_text_set (&absence->note, "Theo đơn");
  bv_absence_save_act (f->store, absence, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BvAbsence) later = bv_absence_copy (absence);
  later->id = 0;
  bv_text_set (&later->from_date, "2023-01-01");
  ok = bv_absence_save_act (f->store, later, NULL, &error);
  refused (ok, &error, BV_VALUE_ERROR_DUPLICATE, "away since 21/05/2022");
  /* Somebody else may be away at the same time. */
  add_absence (f, f->teachers[1], "course", "2022-05-10", "2022-05-20");
  rows = bv_row_list_new (f->store, bv_absence_source (0, 2022, NULL));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
  bv_row_list_set_source (rows, bv_absence_source (f->teachers[0], 2023, NULL));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  bv_absence_delete_act (f->store, first, NULL, &error);
  g_assert_no_error (error);
}

/* ── The table of rules ──────────────────────────────────────────────────────────────────── */

#define CAP "\"cap\":{\"article\":\"A\",\"verified\":true}"
#define DISCIPLINE "\"discipline\":{\"at_most\":\"KHT\",\"article\":\"A\",\"verified\":true}"
#define PERIOD(more)                                                                               \
  "{\"format\":1,\"periods\":[{\"id\":\"x\",\"name\":\"X\",\"from_year\":2000," more CAP           \
  "," DISCIPLINE "}]}"

static void
test_rules (void)
{
  static const struct
  {
    const char *json, *path;
  } cases[] = {
    { "{", "$:" },
    { "[]", "$:" },
    { "{\"format\":2,\"periods\":[]}", "$.format:" },
    { "{\"format\":1,\"periods\":[]}", "$.periods:" },
    { PERIOD ("\"colour\":1,"), "$.periods[0].colour:" },
    { PERIOD ("\"leave\":[{\"rule\":\"no-such\",\"at_most\":\"HTT\",\"kinds\":[\"sick\"],"
              "\"article\":\"A\",\"verified\":true}],"),
      "$.periods[0].leave[0].rule:" },
    { PERIOD ("\"leave\":[{\"rule\":\"rule-rating-leave-months\",\"at_most\":\"HTT\","
              "\"kinds\":[\"nap\"],\"article\":\"A\",\"verified\":true}],"),
      "$.periods[0].leave[0].kinds:" },
    { PERIOD ("\"leave\":[{\"rule\":\"rule-rating-leave-months\",\"at_most\":\"HTT\","
              "\"kinds\":[\"sick\"],\"verified\":true}],"),
      "$.periods[0].leave[0].article:" },
    { PERIOD ("\"points\":{\"general\":30,\"result\":\"70\",\"grades\":[],\"article\":\"A\","
              "\"verified\":true},"),
      "$.periods[0].points.general:" },
    { PERIOD ("\"points\":{\"general\":\"30\",\"result\":\"70\",\"grades\":[{\"grade\":\"HTXS\","
              "\"from\":\"90\"},{\"grade\":\"HTT\",\"from\":\"90\"}],\"article\":\"A\","
              "\"verified\":true},"),
      "$.periods[0].points.grades[1]:" },
    { "{\"format\":1,\"periods\":[{\"id\":\"x\",\"name\":\"X\",\"from_year\":2000," CAP
      "," DISCIPLINE "},{\"id\":\"y\",\"name\":\"Y\",\"from_year\":2000," CAP "," DISCIPLINE "}]}",
      "$.periods[1].from_year:" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  const BvRatingRule *rule;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refusal = NULL;
      g_autofree char *place = g_strdup_printf ("x.json, %s", cases[i].path);

      g_assert_null (bv_rating_rules_parse (cases[i].json, -1, "x.json", &refusal));
      g_assert_error (refusal, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
      if (!g_str_has_prefix (refusal->message, place))
        g_error ("case %u: “%s” is not at %s", i, refusal->message, place);
    }
  rules = bv_rating_rules_parse (PERIOD (""), -1, "x.json", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 1);
  /* NĐ 90 is of August 2020: it rated that year, and none before. */
  rule = bv_rating_rule_for_year (2019, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rule->id, ==, "truoc-nd90");
  g_assert_false (rule->cap_is_verified);
  rule = bv_rating_rule_for_year (2020, &error);
  g_assert_cmpstr (rule->id, ==, "nd90");
  rule = bv_rating_rule_for_year (2025, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rule->id, ==, "nd90");
  g_assert_false (bv_rating_rule_has_points (rule));
  rule = bv_rating_rule_for_year (2026, &error);
  g_assert_cmpstr (rule->id, ==, "nd335");
  g_assert_cmpint (bv_rating_rule_grade_of_points (rule, 8999), ==, BV_GRADE_GOOD);
  g_assert_cmpint (bv_rating_rule_grade_of_points (rule, 9000), ==, BV_GRADE_EXCELLENT);
}

#define ADD(path, n, func) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rating/formula", test_formula);
  g_test_add_func ("/rating/formula-is-least", test_formula_is_least);
  g_test_add_func ("/rating/rules", test_rules);
  ADD ("/rating/apply-and-correct", N_TEACHERS, test_apply_and_correct);
  ADD ("/rating/undo", 5, test_undo);
  ADD ("/rating/groups", 10, test_groups);
  ADD ("/rating/group-by-post", 5, test_group_by_post);
  ADD ("/rating/days", 10, test_days);
  ADD ("/rating/standings", 10, test_standings);
  ADD ("/rating/points", 1, test_points);
  ADD ("/rating/leave", 5, test_leave);
  ADD ("/rating/refusals", 1, test_refusals);
  ADD ("/rating/kept", 2, test_kept);
  ADD ("/rating/moved", 3, test_moved);
  ADD ("/rating/lists", 5, test_lists);
  ADD ("/rating/discipline", 2, test_discipline);
  ADD ("/rating/absence", 2, test_absence);
  ADD ("/rating/months", 1, test_months);
  return g_test_run ();
}
