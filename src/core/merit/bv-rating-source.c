// SPDX-License-Identifier: GPL-3.0-or-later
/* Ratings as the screen lists them: everybody of the year, rated or not. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-rating-private.h"
#include "merit/bv-rating.h"
#include "office/bv-unit-order.h"
#include "store/bv-row-list.h"

/* What the row query knows of the year stands in its text: a row has one parameter, its id. */
#define MARKS                                                                                      \
  " (SELECT count (*) FROM discipline d WHERE d.subject_id = s.id"                                 \
  "  AND d.kind NOT IN ('complaint', 'investigation') AND d.on_date <= '%1$04d-12-31'"             \
  "  AND (substr (d.on_date, 1, 4) = '%1$04d' OR d.until_date IS NULL"                             \
  "  OR d.until_date >= '%1$04d-01-01')),"                                                         \
  " (SELECT count (*) FROM discipline d WHERE d.subject_id = s.id"                                 \
  "  AND d.kind IN ('complaint', 'investigation') AND d.is_upheld IS NULL),"                       \
  " (SELECT CAST (coalesce (sum (julianday (min (coalesce (a.to_date, '%1$04d-12-31'),"            \
  "  '%1$04d-12-31')) - julianday (max (a.from_date, '%1$04d-01-01')) + 1), 0) AS INTEGER)"        \
  "  FROM absence a WHERE a.person_id = s.id AND a.from_date <= '%1$04d-12-31'"                    \
  "  AND (a.to_date IS NULL OR a.to_date >= '%1$04d-01-01')),"

#define RATING_COLUMNS                                                                             \
  " r.grade, coalesce (r.task_group, ''), r.general_points, r.result_points,"                      \
  " r.general_points + r.result_points, coalesce (r.override_reason, ''),"                         \
  " coalesce (r.decision_number, '')," MARKS " coalesce (r.note, '')"

#define PERSON_ROW                                                                                 \
  "SELECT s.name, coalesce (p.post, ''), coalesce (r.unit_id, p.unit_id), u.name," RATING_COLUMNS  \
  " FROM subject s LEFT JOIN rating r ON r.subject_id = s.id AND r.year = %1$d"                    \
  " LEFT JOIN (SELECT m.unit_id, m.post FROM membership m WHERE m.person_id = ?1"                  \
  "  AND m.is_primary = 1 AND (m.from_date IS NULL OR m.from_date <= '%1$04d-12-31')"              \
  "  AND (m.to_date IS NULL OR m.to_date >= '%1$04d-01-01')"                                       \
  "  ORDER BY m.to_date IS NULL DESC, m.to_date DESC, m.from_date DESC, m.id DESC LIMIT 1) p"      \
  " LEFT JOIN subject u ON u.id = coalesce (r.unit_id, p.unit_id) WHERE s.id = ?1"

#define UNIT_ROW                                                                                   \
  "SELECT s.name, n.kind, coalesce (n.parent_id, 0), u.name," RATING_COLUMNS                       \
  " FROM subject s JOIN unit n ON n.subject_id = s.id"                                             \
  " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = %1$d"                                   \
  " LEFT JOIN subject u ON u.id = n.parent_id WHERE s.id = ?1"

static void
bind (BvRowSource *source, const BvRatingFilter *filter)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", filter->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", filter->year);
  const char *grade = "";

  if (filter->grade == BV_N_GRADES)
    grade = "-";
  else if (filter->grade >= 0)
    grade = bv_grade_to_code ((BvGrade) filter->grade);
  bv_row_source_bind_text (source, 1, first);
  bv_row_source_bind_text (source, 2, last);
  bv_row_source_bind_int (source, 3, filter->year);
  bv_row_source_bind_int (source, 4, filter->unit_id);
  bv_row_source_bind_text (source, 5, grade);
  bv_row_source_bind_text (source, 6, filter->search != NULL ? filter->search : "");
}

#define CONDITIONS                                                                                 \
  " AND (?5 = '' OR coalesce (r.grade, '-') = ?5) AND (?6 = '' OR text_matches (s.name, ?6))"

BvRowSource *
bv_rating_people_source (const BvRatingFilter *filter)
{
  g_autofree char *row = g_strdup_printf (PERSON_ROW, filter->year);
  BvRowSource *source = bv_row_source_new (
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE " SELECT s.id FROM subject s" BV_RATING_POST_JOIN (
      "?1",
      "?2") " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = ?3"
            " LEFT JOIN ranked_unit k ON k.id = coalesce (r.unit_id, p.unit_id)"
            " WHERE s.kind = 1 AND " BV_RATING_OF_UNIT (
              "?4") " AND coalesce (r.unit_id, p.unit_id) IS NOT NULL"
                    " AND (?4 = 0 OR coalesce (r.unit_id, p.unit_id) = ?4)" CONDITIONS
                    " ORDER BY k.rank, " BV_RATING_LEADER_RANK ("p.leader_class") ", s.sort_key,"
                                                                                  " s.id",
    row);

  bind (source, filter);
  return source;
}

BvRowSource *
bv_rating_units_source (const BvRatingFilter *filter)
{
  g_autofree char *row = g_strdup_printf (UNIT_ROW, filter->year);
  BvRowSource *source = bv_row_source_new (
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE
    " SELECT s.id FROM ranked_unit k JOIN subject s ON s.id = k.id"
    " JOIN unit n ON n.subject_id = k.id"
    " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = ?3"
    " WHERE (r.id IS NOT NULL OR ((n.from_date IS NULL OR n.from_date <= ?2)"
    "  AND (n.to_date IS NULL OR n.to_date >= ?1)))"
    " AND (?4 = 0 OR s.id IN " BV_UNIT_BELOW_SQL ("?4") ")" CONDITIONS " ORDER BY k.rank",
    row);

  bind (source, filter);
  return source;
}
