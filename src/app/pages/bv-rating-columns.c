// SPDX-License-Identifier: GPL-3.0-or-later
/* What the lists of the page of ratings show, and how: columns, words of codes, what an empty list says. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-columns.h"

#include "base/bv-number.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"
#include "office/bv-unit.h"

#include <glib/gi18n.h>

const char *
bv_rating_short_grade (BvGrade grade)
{
  switch (grade)
    {
    case BV_GRADE_EXCELLENT:
      return C_ ("short grade", "Excellent");
    case BV_GRADE_GOOD:
      return C_ ("short grade", "Good");
    case BV_GRADE_DONE:
      return C_ ("short grade", "Done");
    case BV_GRADE_FAILED:
      return C_ ("short grade", "Failed");
    case BV_GRADE_NONE:
    default:
      return C_ ("short grade", "Not classified");
    }
}

/* ── Columns ─────────────────────────────────────────────────────────────────────────────── */

static char *
format_grade (BvRow *row, guint column)
{
  BvGrade grade;

  if (!bv_grade_from_code (bv_row_get_text (row, column), &grade))
    return g_strdup ("–");
  if (*bv_row_get_text (row, BV_RATING_COLUMN_REASON) != '\0')
    /* Translators: a grade that stands with a written reason. */
    return g_strdup_printf (_ ("%s (reason)"), bv_rating_short_grade (grade));
  return g_strdup (bv_rating_short_grade (grade));
}

char *
bv_rating_format_points (BvRow *row, guint column)
{
  if (bv_row_is_null (row, column))
    return g_strdup ("");
  return bv_number_format_hundredths (bv_row_get_int (row, column));
}

static char *
format_marks (BvRow *row, guint column)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 days = bv_row_get_int (row, BV_RATING_COLUMN_ABSENCE_DAYS);

  if (bv_row_get_int (row, BV_RATING_COLUMN_N_SANCTIONS) > 0)
    g_ptr_array_add (parts, g_strdup (_ ("Disciplined")));
  if (bv_row_get_int (row, BV_RATING_COLUMN_N_PENDING) > 0)
    /* Translators: a complaint or investigation without a conclusion. */
    g_ptr_array_add (parts, g_strdup (_ ("Matter pending")));
  if (days > 0)
    g_ptr_array_add (
      parts, g_strdup_printf (ngettext ("%d day away", "%d days away", (gulong) days), (int) days));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
format_unit_kind (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_unit_kinds, bv_row_get_text (row, column)));
}

static char *
format_sanction (BvRow *row, guint column)
{
  BvSanction kind;

  return bv_sanction_from_code (bv_row_get_text (row, column), &kind)
           ? g_strdup (bv_sanction_get_label (kind))
           : g_strdup ("");
}

static char *
format_conclusion (BvRow *row, guint column)
{
  BvSanction kind;

  if (!bv_sanction_from_code (bv_row_get_text (row, BV_DISCIPLINE_COLUMN_KIND), &kind)
      || !bv_sanction_is_pending_kind (kind))
    return g_strdup ("");
  if (bv_row_is_null (row, column))
    return g_strdup (_ ("Not concluded yet"));
  return g_strdup (bv_row_get_int (row, column) != 0 ? _ ("Upheld") : _ ("Not upheld"));
}

static char *
format_absence (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_absence_kinds, bv_row_get_text (row, column)));
}

static char *
format_study (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);

  return g_strdup (*code != '\0' ? bv_choice_label (bv_absence_study_results, code) : "");
}

static const BvListColumn people_columns[] = {
  { "name", N_ ("Name"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_NAME, 160, FALSE, FALSE, NULL },
  { "post", N_ ("Post"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_POST, 116, FALSE, FALSE, NULL },
  { "unit", N_ ("Unit"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_UNIT, 180, FALSE, TRUE, NULL },
  { "grade", N_ ("Grade"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_GRADE, 112, FALSE, FALSE,
    format_grade },
  /* Before the points: in a narrow window they may be scrolled to, what speaks against a grade may not be missed. */
  { "marks", N_ ("To be minded"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_N_SANCTIONS, 140, FALSE,
    FALSE, format_marks },
  { "general", N_ ("General"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_GENERAL, 64, FALSE, FALSE,
    bv_rating_format_points },
  { "result", N_ ("Result"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_RESULT, 68, FALSE, FALSE,
    bv_rating_format_points },
  { "points", N_ ("Sum of points"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_POINTS, 86, FALSE,
    FALSE, bv_rating_format_points },
  { "group", N_ ("Group"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_GROUP, 0, FALSE, FALSE, NULL },
  { "reason", N_ ("Override reason"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_REASON, 180, FALSE,
    TRUE, NULL },
  { "note", N_ ("Note"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_NOTE, 160, FALSE, TRUE, NULL },
};

static const BvListColumn unit_columns[] = {
  { "name", N_ ("Unit"), BV_LIST_COLUMN_TITLE, BV_RATING_COLUMN_NAME, 0, FALSE, FALSE, NULL },
  { "kind", N_ ("Kind"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_POST, 160, FALSE, FALSE,
    format_unit_kind },
  { "parent", N_ ("Belongs to"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_UNIT, 220, FALSE, TRUE,
    NULL },
  { "grade", N_ ("Grade"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_GRADE, 112, FALSE, FALSE,
    format_grade },
  { "general", N_ ("General"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_GENERAL, 74, FALSE, FALSE,
    bv_rating_format_points },
  { "result", N_ ("Result"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_RESULT, 74, FALSE, FALSE,
    bv_rating_format_points },
  { "points", N_ ("Sum of points"), BV_LIST_COLUMN_NUMBER, BV_RATING_COLUMN_POINTS, 86, FALSE,
    FALSE, bv_rating_format_points },
  { "marks", N_ ("To be minded"), BV_LIST_COLUMN_TITLE, BV_RATING_COLUMN_N_SANCTIONS, 150, FALSE,
    FALSE, format_marks },
  { "decision", N_ ("Decision"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_DECISION, 130, FALSE, FALSE,
    NULL },
  { "note", N_ ("Note"), BV_LIST_COLUMN_TEXT, BV_RATING_COLUMN_NOTE, 160, FALSE, TRUE, NULL },
};

static const BvListColumn discipline_columns[] = {
  { "subject", N_ ("Person or unit"), BV_LIST_COLUMN_TITLE, BV_DISCIPLINE_COLUMN_SUBJECT, 0, FALSE,
    FALSE, NULL },
  { "kind", N_ ("Kind of matter"), BV_LIST_COLUMN_TEXT, BV_DISCIPLINE_COLUMN_KIND, 150, FALSE,
    FALSE, format_sanction },
  { "date", N_ ("Date"), BV_LIST_COLUMN_DATE, BV_DISCIPLINE_COLUMN_DATE, 104, FALSE, FALSE, NULL },
  { "until", N_ ("Until"), BV_LIST_COLUMN_DATE, BV_DISCIPLINE_COLUMN_UNTIL, 104, FALSE, FALSE,
    NULL },
  { "upheld", N_ ("Conclusion"), BV_LIST_COLUMN_TEXT, BV_DISCIPLINE_COLUMN_UPHELD, 130, FALSE,
    FALSE, format_conclusion },
  { "ground", N_ ("For what"), BV_LIST_COLUMN_TITLE, BV_DISCIPLINE_COLUMN_GROUND, 200, FALSE, FALSE,
    NULL },
  { "number", N_ ("Number"), BV_LIST_COLUMN_TEXT, BV_DISCIPLINE_COLUMN_NUMBER, 110, FALSE, FALSE,
    NULL },
};

static const BvListColumn absence_columns[] = {
  { "person", N_ ("Person"), BV_LIST_COLUMN_TEXT, BV_ABSENCE_COLUMN_PERSON, 0, FALSE, FALSE, NULL },
  { "kind", N_ ("Kind of absence"), BV_LIST_COLUMN_TEXT, BV_ABSENCE_COLUMN_KIND, 200, FALSE, FALSE,
    format_absence },
  { "from", N_ ("From"), BV_LIST_COLUMN_DATE, BV_ABSENCE_COLUMN_FROM, 104, FALSE, FALSE, NULL },
  { "to", N_ ("Until"), BV_LIST_COLUMN_DATE, BV_ABSENCE_COLUMN_TO, 104, FALSE, FALSE, NULL },
  { "study", N_ ("Result of study"), BV_LIST_COLUMN_TEXT, BV_ABSENCE_COLUMN_STUDY_RESULT, 130,
    FALSE, FALSE, format_study },
  { "note", N_ ("Note"), BV_LIST_COLUMN_TEXT, BV_ABSENCE_COLUMN_NOTE, 180, FALSE, FALSE, NULL },
};

void
bv_rating_columns_set (BvListView *view, BvRatingList list)
{
  switch (list)
    {
    case BV_RATING_LIST_PEOPLE:
      bv_list_view_set_columns (view, "rated-people", _ ("Ratings of people"), people_columns,
                                G_N_ELEMENTS (people_columns));
      bv_list_view_set_nothing (
        view, "bv-ratings-symbolic", _ ("Nobody here"),
        _ ("People are rated by the unit of their last post in the year. Enter "
           "them in the register, or choose another unit or grade."));
      bv_list_view_set_nothing_action (view, _ ("Open the _Register"), "win.show-page",
                                       g_variant_new_string ("register"));
      break;
    case BV_RATING_LIST_UNITS:
      bv_list_view_set_columns (view, "rated-units", _ ("Ratings of units"), unit_columns,
                                G_N_ELEMENTS (unit_columns));
      break;
    case BV_RATING_LIST_DISCIPLINE:
      bv_list_view_set_columns (view, "disciplines", _ ("Sanctions, complaints, investigations"),
                                discipline_columns, G_N_ELEMENTS (discipline_columns));
      bv_list_view_set_nothing (
        view, "bv-ratings-symbolic", _ ("Nothing on record"),
        _ ("No sanction, complaint or investigation reaches into this year."));
      bv_list_view_set_nothing_action (view, _ ("_Record a Matter…"), "ratings.add-discipline",
                                       NULL);
      break;
    case BV_RATING_LIST_ABSENCES:
    default:
      bv_list_view_set_columns (view, "absences", _ ("Absences"), absence_columns,
                                G_N_ELEMENTS (absence_columns));
      bv_list_view_set_nothing (view, "bv-ratings-symbolic", _ ("Nobody was away"),
                                _ ("Record leave of some length: it bears on the rating and on "
                                   "titles."));
      bv_list_view_set_nothing_action (view, _ ("Rec_ord an Absence…"), "ratings.add-absence",
                                       NULL);
      break;
    }
}
