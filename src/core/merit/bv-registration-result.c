// SPDX-License-Identifier: GPL-3.0-or-later
/* Registered – achieved – awarded: what became of a year's registrations. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration-result.h"

#include "base/bv-date.h"
#include "merit/bv-registration-private.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"
#include "store/bv-row-source.h"
#include "store/bv-row.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_registration_outcomes[] = {
  { "achieved", NC_ ("registration", "Achieved"), "registration" },
  { "proposed", NC_ ("registration", "Proposed"), "registration" },
  { "open", NC_ ("registration", "Not decided yet"), "registration" },
  { "missed", NC_ ("registration", "Registered, not achieved"), "registration" },
  { "unregistered", NC_ ("registration", "Awarded without registering"), "registration" },
  { NULL, NULL, NULL },
};

/* Every unit with those that came after it, to any distance. */
#define HEIRS_CTE                                                                                  \
  "heirs (id, heir) AS MATERIALIZED (SELECT predecessor_id, successor_id FROM unit_succession"     \
  " UNION SELECT h.id, x.successor_id FROM heirs h"                                                \
  " JOIN unit_succession x ON x.predecessor_id = h.heir)"

/* The subject of line "l", and the units that took its place. */
#define SELF_AND_HEIRS                                                                             \
  "(SELECT l.subject_id UNION ALL SELECT h.heir FROM heirs h WHERE h.id = l.subject_id)"

/* Award "w" stands: its decision is issued, and nobody took it back for good. */
#define STANDS                                                                                     \
  "EXISTS (SELECT 1 FROM decision d WHERE d.id = w.decision_id AND d.on_date IS NOT NULL)"         \
  " AND NOT EXISTS (SELECT 1 FROM revocation v WHERE v.award_id = w.id AND v.restored_on IS NULL)"

/* The award that fulfils line "l" of sheet "r": its id, or NULL. Sudden awards and those of a movement are not what a
 * title is registered for. */
#define GIVEN                                                                                      \
  "(SELECT min (w.id) FROM award w WHERE w.year = r.year AND w.form_code = l.form_code"            \
  " AND w.manner = 'CT' AND w.subject_id IN " SELF_AND_HEIRS " AND " STANDS ")"

#define PROPOSED                                                                                   \
  "EXISTS (SELECT 1 FROM nomination n JOIN dossier o ON o.id = n.dossier_id"                       \
  " WHERE n.subject_id IN " SELF_AND_HEIRS " AND n.form_code = l.form_code AND o.year = r.year"    \
  " AND n.state = 'proposed' AND o.state <> 'decided')"

/* Whether line "l" may still be decided: while the year lasts, and then until others get the same title, but not after
 * the next June. The day takes the place of @day@. */
#define IS_OPEN                                                                                    \
  "('@day@' <= printf ('%04d-12-31', r.year) OR ('@day@' <= printf ('%04d-06-30', r.year + 1)"     \
  " AND NOT EXISTS (SELECT 1 FROM award w WHERE w.year = r.year AND w.form_code = l.form_code"     \
  " AND " STANDS ")))"

#define OUTCOME                                                                                    \
  "CASE WHEN " GIVEN " IS NOT NULL THEN 'achieved' WHEN " PROPOSED                                 \
  " THEN 'proposed' WHEN " IS_OPEN " THEN 'open' ELSE 'missed' END"

/* Where award "w" of subject "s" belongs: the unit of that time, the collective itself, a household's unit. */
#define AWARD_UNIT                                                                                 \
  "CASE s.kind WHEN 2 THEN s.id ELSE coalesce (w.unit_id,"                                         \
  " (SELECT h.unit_id FROM household h WHERE h.subject_id = s.id), 0) END"

/* The unit that registers for it: the highest above it that still stands below another. */
#define TOP_UNIT                                                                                   \
  "coalesce ((WITH RECURSIVE up (id, parent_id, height) AS ("                                      \
  "  SELECT u.subject_id, u.parent_id, 0 FROM unit u WHERE u.subject_id = " AWARD_UNIT             \
  "  UNION ALL SELECT u.subject_id, u.parent_id, up.height + 1 FROM up"                            \
  "  JOIN unit u ON u.subject_id = up.parent_id)"                                                  \
  " SELECT id FROM up WHERE parent_id IS NOT NULL ORDER BY height DESC LIMIT 1), " AWARD_UNIT ")"

/* What was registered in year ?1, also for the units that came after. */
#define REGISTERED_CTE                                                                             \
  "registered (subject_id, form_code) AS MATERIALIZED (SELECT l.subject_id, l.form_code"           \
  " FROM registration r JOIN registration_line l ON l.registration_id = r.id"                      \
  " WHERE r.year = ?1 AND r.state IN ('sent', 'approved')"                                         \
  " UNION SELECT h.heir, l.form_code FROM registration r"                                          \
  " JOIN registration_line l ON l.registration_id = r.id JOIN heirs h ON h.id = l.subject_id"      \
  " WHERE r.year = ?1 AND r.state IN ('sent', 'approved'))"

/* Parameters: ?1 year, ?2 titles as "|LDTT|CSTDCS|", ?3 outcome, ?4 unit, ?5 form, ?6 search. */
#define IDS_SQL                                                                                    \
  "WITH RECURSIVE " BV_UNIT_ORDER_CTE ", " HEIRS_CTE ", " REGISTERED_CTE ","                       \
  " result (id, outcome, unit_id, kind, name, form_code, place) AS ("                              \
  " SELECT l.id, " OUTCOME ", r.unit_id, s.kind, s.name, l.form_code, l.position"                  \
  " FROM registration r JOIN registration_line l ON l.registration_id = r.id"                      \
  " JOIN subject s ON s.id = l.subject_id"                                                         \
  " WHERE r.year = ?1 AND r.state IN ('sent', 'approved')"                                         \
  " UNION ALL SELECT -w.id, 'unregistered', " TOP_UNIT                                             \
  ", s.kind, w.name_printed, w.form_code, 1000000 + w.position"                                    \
  " FROM award w JOIN subject s ON s.id = w.subject_id"                                            \
  " WHERE w.year = ?1 AND w.manner = 'CT' AND instr (?2, '|' || w.form_code || '|') > 0"           \
  " AND " STANDS " AND NOT EXISTS (SELECT 1 FROM registered g"                                     \
  "  WHERE g.subject_id = w.subject_id AND g.form_code = w.form_code))"                            \
  " SELECT x.id FROM result x LEFT JOIN ranked_unit k ON k.id = x.unit_id"                         \
  " WHERE (?3 = '' OR x.outcome = ?3"                                                              \
  "  OR (?3 = 'alarm' AND x.outcome IN ('missed', 'unregistered')))"                               \
  " AND (?4 = 0 OR x.unit_id IN (SELECT ?4 UNION SELECT heir FROM heirs WHERE id = ?4"             \
  "  UNION SELECT id FROM heirs WHERE heir = ?4))"                                                 \
  " AND (?5 = '' OR x.form_code = ?5) AND (?6 = '' OR text_matches (x.name, ?6))"                  \
  " ORDER BY k.rank IS NULL, k.rank, CASE x.kind WHEN 2 THEN 0 WHEN 1 THEN 1 ELSE 2 END,"          \
  " x.place, abs (x.id)"

/* What subject of "l", or its heirs, were given for the year: codes. */
#define AWARDED                                                                                    \
  "(SELECT group_concat (w.form_code, ', ') FROM award w WHERE w.year = r.year"                    \
  " AND w.subject_id IN " SELF_AND_HEIRS " AND " STANDS ")"

/* Columns as in BvRegistrationResultColumn. A row's query knows no parameter but the id. */
#define ROW_SQL                                                                                    \
  "WITH RECURSIVE " HEIRS_CTE                                                                      \
  " SELECT y.name, coalesce (o.name, ''), y.form_code, y.grade, y.awarded, d.number, d.on_date,"   \
  " y.outcome, y.kind, y.subject_id, y.unit_id, y.sheet_id, coalesce (d.id, 0)"                    \
  " FROM (SELECT s.name, r.unit_id, l.form_code, (SELECT g.grade FROM rating g"                    \
  "   WHERE g.year = r.year AND g.subject_id IN " SELF_AND_HEIRS " LIMIT 1) AS grade, " AWARDED    \
  "  AS awarded, " GIVEN " AS award_id, " OUTCOME " AS outcome, s.kind, l.subject_id,"             \
  "  r.id AS sheet_id FROM registration_line l"                                                    \
  "  JOIN registration r ON r.id = l.registration_id JOIN subject s ON s.id = l.subject_id"        \
  "  WHERE l.id = ?1"                                                                              \
  " UNION ALL SELECT w.name_printed, " TOP_UNIT ", w.form_code, (SELECT g.grade FROM rating g"     \
  "   WHERE g.year = w.year AND g.subject_id = w.subject_id),"                                     \
  "  (SELECT group_concat (a.form_code, ', ') FROM award a"                                        \
  "   JOIN decision e ON e.id = a.decision_id WHERE a.year = w.year"                               \
  "   AND a.subject_id = w.subject_id AND e.on_date IS NOT NULL), w.id, 'unregistered', s.kind,"   \
  "  w.subject_id, 0 FROM award w JOIN subject s ON s.id = w.subject_id WHERE w.id = -?1) y"       \
  " LEFT JOIN subject o ON o.id = y.unit_id LEFT JOIN award b ON b.id = y.award_id"                \
  " LEFT JOIN decision d ON d.id = b.decision_id"

/* Codes of all titles of all regimes: "|LDTT|CSTDCS|". */
static char *
join_titles (BvRegimeSet *regimes)
{
  GString *codes = g_string_new ("|");
  GPtrArray *all = bv_regime_set_get_regimes (regimes);

  for (guint i = 0; i < all->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (all, i);

      for (guint j = 0; j < regime->awards->len; j++)
        {
          const BvRegimeAward *award = g_ptr_array_index (regime->awards, j);

          if (bv_regime_award_is_title (award))
            g_string_append_printf (codes, "%s|", award->code);
        }
    }
  return g_string_free (codes, FALSE);
}

static char *
put_day (const char *sql)
{
  g_autofree char *day = bv_date_today ();
  GString *text = g_string_new (sql);

  g_string_replace (text, "@day@", day, 0);
  return g_string_free (text, FALSE);
}

static void
bind_text (BvRowSource *source, int index, const char *text)
{
  bv_row_source_bind_text (source, index, text != NULL ? text : "");
}

BvRowSource *
bv_registration_result_source (BvRegimeSet *regimes, const BvRegistrationResultFilter *filter)
{
  g_autofree char *ids_sql = put_day (IDS_SQL);
  g_autofree char *row_sql = put_day (ROW_SQL);
  g_autofree char *titles = join_titles (regimes);
  BvRowSource *source = bv_row_source_new (ids_sql, row_sql);

  bv_row_source_bind_int (source, 1, filter->year);
  bv_row_source_bind_text (source, 2, titles);
  bind_text (source, 3, filter->outcome);
  bv_row_source_bind_int (source, 4, filter->unit_id);
  bind_text (source, 5, filter->form_code);
  bind_text (source, 6, filter->search);
  return source;
}

GPtrArray *
bv_registration_result_list (BvConnection *connection,
                             BvRegimeSet *regimes,
                             const BvRegistrationResultFilter *filter,
                             GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BvRowSource) source = bv_registration_result_source (regimes, filter);
  g_autoptr (GArray) ids = bv_row_source_read_ids (source, connection, error);
  g_autoptr (BvStatement) statement = NULL;

  if (ids != NULL)
    statement = bv_row_source_prepare_row (source, connection, error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BvRow *row = bv_row_read (statement, g_array_index (ids, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

/* ── Sums ────────────────────────────────────────────────────────────────────────────────── */

void
bv_registration_figure_free (BvRegistrationFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->form_code);
  g_free (self->unit_name);
  g_free (self);
}

static BvRegistrationFigure *
figure_new (const char *form_code, gint64 unit_id, const char *unit_name)
{
  BvRegistrationFigure *self = g_new0 (BvRegistrationFigure, 1);

  self->form_code = g_strdup (form_code);
  self->unit_id = unit_id;
  self->unit_name = g_strdup (unit_name);
  return self;
}

static void
count_row (BvRegistrationFigure *self, BvRow *row)
{
  const char *outcome = bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_OUTCOME);

  if (g_str_equal (outcome, "unregistered"))
    {
      self->n_unregistered++;
      self->n_awarded++;
      return;
    }
  self->n_registered++;
  if (g_str_equal (outcome, "achieved"))
    {
      self->n_achieved++;
      self->n_awarded++;
    }
  else if (g_str_equal (outcome, "missed"))
    self->n_missed++;
  else
    self->n_open++;
}

BvRegistrationFigure *
bv_registration_figures_sum (GPtrArray *rows)
{
  BvRegistrationFigure *sum = figure_new ("", 0, "");

  for (guint i = 0; i < rows->len; i++)
    count_row (sum, g_ptr_array_index (rows, i));
  return sum;
}

GPtrArray *
bv_registration_figures_by_unit (GPtrArray *rows)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (
    (GDestroyNotify) bv_registration_figure_free);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      BvRow *row = g_ptr_array_index (rows, i);
      gint64 unit_id = bv_row_get_int (row, BV_REGISTRATION_RESULT_COLUMN_UNIT_ID);
      BvRegistrationFigure *figure = g_hash_table_lookup (by_unit, &unit_id);

      if (figure == NULL)
        {
          figure = figure_new ("", unit_id,
                               bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_UNIT));
          g_ptr_array_add (figures, figure);
          g_hash_table_insert (by_unit, &figure->unit_id, figure);
        }
      count_row (figure, row);
    }
  return figures;
}

typedef struct
{
  BvRegistrationFigure *figure;
  guint order;
} Ordered;

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const Ordered *x = a;
  const Ordered *y = b;

  return x->order < y->order ? -1 : x->order > y->order;
}

GPtrArray *
bv_registration_figures_by_title (BvRegimeSet *regimes, GPtrArray *rows)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (
    (GDestroyNotify) bv_registration_figure_free);
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (Ordered));
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      BvRow *row = g_ptr_array_index (rows, i);
      const char *code = bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_FORM_CODE);
      BvRegistrationFigure *figure = g_hash_table_lookup (by_code, code);

      if (figure == NULL)
        {
          const BvRegimeAward *award = bv_regime_set_find_award (regimes, code, NULL);
          Ordered place = { figure_new (code, 0, ""), award != NULL ? award->order : G_MAXUINT };

          figure = place.figure;
          g_array_append_val (ordered, place);
          g_hash_table_insert (by_code, figure->form_code, figure);
        }
      count_row (figure, row);
    }
  g_array_sort (ordered, compare_order);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (figures, g_array_index (ordered, Ordered, i).figure);
  return figures;
}
