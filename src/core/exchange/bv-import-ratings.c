// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of ratings: people, or units by their own name, with grade or points. Nobody is entered in the register here:
 * who is rated must be known. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "exchange/bv-import-person.h"
#include "merit/bv-rating.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

gboolean
bv_import_ratings_prepare (BvImportPass *pass, GError **error)
{
  if (pass->settings->year != 0 || bv_import_pass_column (pass, "year") >= 0)
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                       _ ("Choose the year of the ratings: no column says it."));
  return FALSE;
}

/* ── Whom ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_unit (BvImportPass *pass, gint64 *id, GError **error)
{
  const char *text = bv_import_pass_text (pass, "unit");

  *id = 0;
  return *text == '\0' || bv_import_pass_unit (pass, "unit", text, 0, id, error);
}

static void
find_person (BvImportPass *pass, const BvImportPerson *person, gint64 unit_id, gint64 *id)
{
  bv_import_person_match (pass, person, unit_id, id);
  /* Rated by a unit that the person has left since. */
  if (*id == 0 && unit_id != 0 && !pass->has_error)
    bv_import_person_match (pass, person, 0, id);
  if (*id == 0 && !pass->has_error)
    bv_import_pass_find (pass, "name", BV_IMPORT_ERROR,
                         /* Translators: a name. */
                         _ ("The register knows nobody called “%s” in this unit: enter the person "
                            "first."),
                         person->person->name);
}

/* ── What ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
match_grade (const char *text, BvGrade *grade)
{
  /* As offices write them, folded; the longer before what they begin with. */
  static const struct
  {
    const char *words;
    BvGrade grade;
  } names[] = {
    { "hoan thanh xuat sac", BV_GRADE_EXCELLENT },
    { "hoan thanh tot", BV_GRADE_GOOD },
    { "khong hoan thanh", BV_GRADE_FAILED },
    { "chua hoan thanh", BV_GRADE_FAILED },
    { "hoan thanh", BV_GRADE_DONE },
    { "xuat sac", BV_GRADE_EXCELLENT },
    { "tot", BV_GRADE_GOOD },
    { "khong xep loai", BV_GRADE_NONE },
    { "khong danh gia", BV_GRADE_NONE },
    { "htxs", BV_GRADE_EXCELLENT },
    { "htt", BV_GRADE_GOOD },
    { "khtnv", BV_GRADE_FAILED },
    { "kht", BV_GRADE_FAILED },
    { "htnv", BV_GRADE_DONE },
    { "ht", BV_GRADE_DONE },
    { "kxl", BV_GRADE_NONE },
  };
  g_autofree char *fold = bv_text_fold (text);

  for (int i = 0; i < BV_N_GRADES; i++)
    {
      g_autofree char *label = bv_text_fold (bv_grade_get_label ((BvGrade) i));

      if (strcmp (fold, label) == 0)
        {
          *grade = (BvGrade) i;
          return TRUE;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n = strlen (names[i].words);

      if (strncmp (fold, names[i].words, n) == 0
          && (fold[n] == '\0' || strcmp (fold + n, "nv") == 0
              || g_str_has_prefix (fold + n, " nhiem vu") || g_str_has_prefix (fold + n, " nv")))
        {
          *grade = names[i].grade;
          return TRUE;
        }
    }
  return FALSE;
}

/* Hundredths; -1: not said. */
static gint64
read_points (BvImportPass *pass, const char *code)
{
  const char *text = bv_import_pass_text (pass, code);
  g_autoptr (GError) error = NULL;
  gint64 points = -1;

  if (*text != '\0' && !bv_number_parse_hundredths (text, &points, &error))
    bv_import_pass_find (pass, code, BV_IMPORT_ERROR, "%s", error->message);
  return points;
}

static int
read_year (BvImportPass *pass)
{
  const char *text = bv_import_pass_text (pass, "year");

  if (*text == '\0')
    {
      if (pass->settings->year == 0)
        bv_import_pass_find (pass, "year", BV_IMPORT_ERROR, _ ("The year is missing."));
      return pass->settings->year;
    }
  if (strlen (text) != 4 || strspn (text, "0123456789") != 4)
    {
      bv_import_pass_find (pass, "year", BV_IMPORT_ERROR,
                           /* Translators: what stands in the cell. */
                           _ ("“%s” is not a year."), text);
      return 0;
    }
  return atoi (text);
}

/* Grade and points of the row into @rating. */
static void
read_grade (BvImportPass *pass, BvRating *rating, const BvRatingRule *rule)
{
  const char *text = bv_import_pass_text (pass, "grade");
  gint64 general = read_points (pass, "general_points");
  gint64 result = read_points (pass, "result_points");

  if ((general >= 0) != (result >= 0) && !pass->has_error)
    bv_import_pass_find (pass, general >= 0 ? "result_points" : "general_points", BV_IMPORT_ERROR,
                         _ ("General points and result points belong together: give both."));
  if (general >= 0 || result >= 0)
    {
      rating->general_points = general;
      rating->result_points = result;
    }
  if (*text != '\0')
    {
      if (!match_grade (text, &rating->grade))
        bv_import_pass_find (pass, "grade", BV_IMPORT_ERROR,
                             /* Translators: what stands in the cell. */
                             _ ("“%s” is no grade: write it like HTXS, HTT, HT, KHT or KXL, or in "
                                "words."),
                             text);
    }
  else if (bv_rating_get_points (rating) >= 0 && bv_rating_rule_has_points (rule))
    rating->grade = bv_rating_rule_grade_of_points (rule, bv_rating_get_points (rating));
  else if (!pass->has_error)
    bv_import_pass_find (pass, "grade", BV_IMPORT_ERROR, _ ("The grade is missing."));
}

static gboolean
is_same (const BvRating *a, const BvRating *b)
{
  return a->grade == b->grade && a->unit_id == b->unit_id && a->general_points == b->general_points
         && a->result_points == b->result_points && g_str_equal (a->task_group, b->task_group)
         && g_str_equal (a->override_reason, b->override_reason) && g_str_equal (a->note, b->note);
}

static void
take (char **place, const char *text)
{
  if (*text != '\0')
    bv_text_set (place, text);
}

/* What would be refused is told beside the cell it stands in. */
static gboolean
check (BvImportPass *pass, const BvRating *rating, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_rating_validate (pass->connection, rating, error);

  if (problems == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = problems->pdata[i];
      const char *field = g_str_equal (problem->field, "unit_id")      ? "unit"
                          : g_str_equal (problem->field, "subject_id") ? "name"
                                                                       : problem->field;

      bv_import_pass_find (pass, field, BV_IMPORT_ERROR, "%s", problem->message);
    }
  return TRUE;
}

static gboolean
save (BvImportPass *pass, gint64 id, int year, gint64 unit_id, GError **error)
{
  g_autoptr (BvRating) rating = bv_rating_find (pass->connection, id, year, error);
  const BvRatingRule *rule = rating != NULL ? bv_rating_rule_for_year (year, error) : NULL;
  g_autoptr (BvRating) before = NULL;
  gboolean is_new;

  if (rule == NULL)
    return FALSE;
  before = bv_rating_copy (rating);
  is_new = rating->id == 0;
  read_grade (pass, rating, rule);
  if (pass->has_error)
    return TRUE;
  if (unit_id != 0 && rating->subject_kind == BV_SUBJECT_PERSON)
    rating->unit_id = unit_id;
  take (&rating->task_group, bv_import_pass_text (pass, "group"));
  take (&rating->note, bv_import_pass_text (pass, "note"));
  /* A reason is that of its grade. */
  if (rating->grade != before->grade)
    bv_text_set (&rating->override_reason, "");
  take (&rating->override_reason, bv_import_pass_text (pass, "reason"));
  if (!is_new && (is_same (rating, before) || !pass->settings->update))
    {
      bv_import_pass_set_status (pass, BV_IMPORT_ROW_UNCHANGED);
      return TRUE;
    }
  if (!check (pass, rating, error))
    return FALSE;
  if (pass->has_error)
    return TRUE;
  bv_import_pass_set_status (pass, is_new ? BV_IMPORT_ROW_NEW : BV_IMPORT_ROW_UPDATED);
  return !pass->is_writing || bv_rating_save (pass->connection, rating, error);
}

gboolean
bv_import_ratings_row (BvImportPass *pass, GError **error)
{
  g_autoptr (BvImportPerson) person = NULL;
  g_autofree char *name = g_strdup (bv_import_pass_text (pass, "name"));
  g_autofree char *key = NULL;
  gint64 unit_id = 0, id = 0;
  int year;

  if (*name == '\0')
    {
      g_autofree char *joined = g_strdup_printf ("%s %s",
                                                 bv_import_pass_text (pass, "family_names"),
                                                 bv_import_pass_text (pass, "given_name"));

      bv_text_take (&name, bv_text_clean (joined));
    }
  if (*name == '\0')
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR, _ ("The name is missing."));
      return TRUE;
    }
  bv_import_pass_check_letters (pass, "name", name);
  year = read_year (pass);
  if (pass->has_error)
    return TRUE;
  /* A unit is rated where the name is that of one and no other column says whose person it is. */
  if (*bv_import_pass_text (pass, "unit") != '\0'
      || bv_import_index_find_unit (pass->index, name, &id, NULL) != BV_IMPORT_UNIT_FOUND)
    {
      id = 0;
      person = bv_import_person_read (pass);
      if (pass->has_error)
        return TRUE;
      if (!find_unit (pass, &unit_id, error))
        return FALSE;
      if (!pass->has_error)
        find_person (pass, person, unit_id, &id);
    }
  if (pass->has_error || id == 0)
    return TRUE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "|%d", id, year);
  return bv_import_pass_is_repeated (pass, key) || save (pass, id, year, unit_id, error);
}
