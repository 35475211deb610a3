// SPDX-License-Identifier: GPL-3.0-or-later
/* Lines of registrations as values and what is wrong with one. Saving is in bv-registration-line-save.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration-line.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-registration-private.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvRegistrationLine, subject_name),
  BV_RECORD_TEXT (BvRegistrationLine, detail),
  BV_RECORD_TEXT (BvRegistrationLine, form_code),
  BV_RECORD_TEXT (BvRegistrationLine, initiative),
  BV_RECORD_TEXT (BvRegistrationLine, note),
  BV_RECORD_TEXT (BvRegistrationLine, override_reason),
};

/* A person's post in the year, first that in the unit itself; of a unit below it with its name. The sheet is joined a
 * second time because SQLite 3.40 finds no outer column in the order of a nested query. */
#define DETAIL_SQL                                                                                 \
  "CASE s.kind WHEN 1 THEN (SELECT CASE WHEN m.unit_id = x.unit_id THEN m.post"                    \
  "  WHEN m.post = '' THEN o.name ELSE m.post || ', ' || o.name END"                               \
  "  FROM membership m JOIN subject o ON o.id = m.unit_id"                                         \
  "  JOIN registration x ON x.id = l.registration_id WHERE m.person_id = s.id "                    \
  "AND " BV_HELD_IN_SQL (                                                                          \
    "x.year") " ORDER BY m.unit_id = x.unit_id DESC, m.is_primary DESC,"                           \
              " coalesce (m.from_date, '') DESC, m.id DESC LIMIT 1)"                               \
              " WHEN 3 THEN (SELECT h.address FROM household h WHERE h.subject_id = s.id)"         \
              " ELSE '' END"

#define SELECT_SQL                                                                                 \
  "SELECT l.id, l.registration_id, l.subject_id, s.kind, l.position, s.name, " DETAIL_SQL          \
  ", l.form_code, l.initiative, l.note, l.override_reason FROM registration_line l"                \
  " JOIN registration r ON r.id = l.registration_id JOIN subject s ON s.id = l.subject_id"

#define ORDER_SQL " ORDER BY CASE s.kind WHEN 2 THEN 0 WHEN 1 THEN 1 ELSE 2 END, l.position, l.id"

BvRegistrationLine *
bv_registration_line_new (void)
{
  return bv_record_new (sizeof (BvRegistrationLine), texts, G_N_ELEMENTS (texts));
}

BvRegistrationLine *
bv_registration_line_copy (const BvRegistrationLine *self)
{
  return bv_record_copy (self, sizeof (BvRegistrationLine), texts, G_N_ELEMENTS (texts));
}

void
bv_registration_line_free (BvRegistrationLine *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvRegistrationLine *
read_row (BvStatement *statement)
{
  BvRegistrationLine *self = bv_registration_line_new ();

  self->id = bv_statement_int (statement, 0);
  self->registration_id = bv_statement_int (statement, 1);
  self->subject_id = bv_statement_int (statement, 2);
  self->subject_kind = (BvSubjectKind) bv_statement_int (statement, 3);
  self->position = (int) bv_statement_int (statement, 4);
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 5);
  return self;
}

BvRegistrationLine *
bv_registration_line_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, SELECT_SQL " WHERE l.id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_row,
                            _ ("The line of the registration is no longer there."), error);
}

GPtrArray *
bv_registration_line_list (BvConnection *connection, gint64 registration_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, SELECT_SQL " WHERE l.registration_id = ?1" ORDER_SQL, "i", registration_id);

  return bv_statement_list (statement, (BvRowFunc) read_row,
                            (GDestroyNotify) bv_registration_line_free, error);
}

BvRowSource *
bv_registration_line_source (gint64 registration_id)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT l.id FROM registration_line l JOIN subject s ON s.id = l.subject_id"
    " WHERE l.registration_id = ?1" ORDER_SQL,
    "SELECT s.name, " DETAIL_SQL ", l.form_code, l.initiative, l.note, s.kind, l.subject_id"
    " FROM registration_line l JOIN registration r ON r.id = l.registration_id"
    " JOIN subject s ON s.id = l.subject_id WHERE l.id = ?1");

  bv_row_source_bind_int (source, 1, registration_id);
  return source;
}

/* Whether the award is for one kind of subject alone. */
static gboolean
has_one_kind (const BvRegimeAward *award)
{
  return (award->subjects & (award->subjects - 1)) == 0;
}

/* Titles before other honours, those of one kind of subject before what anybody may get; among each what a unit gives
 * itself before what the State gives. */
GPtrArray *
bv_registration_list_titles (BvRegimeSet *regimes, int year)
{
  GPtrArray *titles = g_ptr_array_new ();
  g_autofree char *day = bv_registration_regime_date (year);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  const BvRegime *regime = bv_regime_set_for_date (regimes, day);

  if (regime == NULL) /* older than the oldest */
    regime = g_ptr_array_index (bv_regime_set_get_regimes (regimes), 0);
  for (int pass = 0; pass < 3; pass++)
    for (guint i = regime->awards->len; i > 0; i--)
      {
        BvRegimeAward *award = g_ptr_array_index (regime->awards, i - 1);
        int its_pass = !bv_regime_award_is_title (award) ? 2 : has_one_kind (award) ? 0 : 1;

        if (its_pass == pass && bv_regime_award_is_offered (award, first, last))
          g_ptr_array_add (titles, award);
      }
  return titles;
}

/* ── What is wrong with a line ───────────────────────────────────────────────────────────── */

/* %NULL, or why the law of the year does not let this kind of subject strive for it; (transfer full). */
static char *
check_title (BvRegimeSet *regimes, const char *code, BvSubjectKind kind, int year, int *problem)
{
  g_autofree char *day = bv_registration_regime_date (year);
  const BvRegime *regime = bv_regime_set_for_date (regimes, day);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, code)
                                              : bv_regime_set_find_award (regimes, code, day);

  *problem = BV_VALUE_ERROR_UNKNOWN;
  if (award == NULL)
    {
      const BvRegimeAward *other = bv_regime_set_find_award (regimes, code, day);

      return g_strdup_printf (_ ("The law of %d knows no title “%s”."), year,
                              other != NULL ? other->name : code);
    }
  if (bv_regime_award_allows (award, kind))
    return NULL;
  *problem = BV_VALUE_ERROR_RANGE;
  return g_strdup_printf (kind == BV_SUBJECT_PERSON ? _ ("“%s” is not for persons.")
                          : kind == BV_SUBJECT_UNIT ? _ ("“%s” is not for collectives.")
                                                    : _ ("“%s” is not for households."),
                          award->name);
}

static void
add_problem (GPtrArray *problems, const char *field, int code, char *message)
{
  bv_problems_add (problems, field, code, message);
  g_free (message);
}

static gboolean
check_twice (BvConnection *connection,
             GPtrArray *problems,
             const BvRegistrationLine *self,
             const BvRegistration *sheet,
             const char *name,
             GError **error)
{
  g_autofree char *other = NULL;

  if (!bv_connection_query_text (connection, &other, error,
                                 "SELECT s.name FROM registration_line l"
                                 " JOIN registration r ON r.id = l.registration_id"
                                 " JOIN subject s ON s.id = r.unit_id"
                                 " WHERE l.subject_id = ?1 AND l.form_code = ?2 AND r.year = ?3"
                                 " AND l.id <> ?4 LIMIT 1",
                                 "isii", self->subject_id, self->form_code, (gint64) sheet->year,
                                 self->id))
    return FALSE;
  if (other != NULL)
    add_problem (problems, "form_code", BV_VALUE_ERROR_DUPLICATE,
                 g_strdup_printf (_ ("%s already strives for this title of %d on the sheet of "
                                     "“%s”."),
                                  name, sheet->year, other));
  return TRUE;
}

static gboolean
check_belongs (BvConnection *connection,
               GPtrArray *problems,
               const BvRegistrationLine *self,
               const BvRegistration *sheet,
               BvSubjectKind kind,
               const char *name,
               GError **error)
{
  gint64 n;

  if (kind == BV_SUBJECT_UNIT)
    {
      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM unit u WHERE u.subject_id = ?1"
                                    " AND " BV_ALIVE_IN_SQL ("?2"),
                                    "ii", self->subject_id, (gint64) sheet->year))
        return FALSE;
      if (n == 0)
        {
          add_problem (problems, "subject_id", BV_VALUE_ERROR_RANGE,
                       g_strdup_printf (_ ("%s did not exist in %d."), name, sheet->year));
          return TRUE;
        }
    }
  if (!bv_record_is_blank (self->override_reason))
    return TRUE;
  if (!bv_connection_query_int (
        connection, &n, 0, error,
        "WITH family (id) AS MATERIALIZED " BV_UNIT_FAMILY_SQL (
          "?2") " SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = ?1"
                " AND m.unit_id IN (SELECT id FROM family) AND " BV_HELD_IN_SQL (
                  "?3") ") OR ?1 IN (SELECT id FROM family)"
                        " OR EXISTS (SELECT 1 FROM household h WHERE h.subject_id = ?1"
                        "  AND h.unit_id IN (SELECT id FROM family))",
        "iii", self->subject_id, sheet->unit_id, (gint64) sheet->year))
    return FALSE;
  if (n == 0)
    add_problem (problems, "subject_id", BV_VALUE_ERROR_REASON,
                 g_strdup_printf (_ ("%s did not belong to %s in %d: add the post to the register, "
                                     "or give a reason."),
                                  name, sheet->unit_name, sheet->year));
  return TRUE;
}

static gboolean
check_line (BvConnection *connection,
            BvRegimeSet *regimes,
            GPtrArray *problems,
            const BvRegistrationLine *self,
            GError **error)
{
  g_autoptr (BvRegistration)
    sheet = bv_registration_load (connection, self->registration_id, error);
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  BvSubjectKind kind;
  gboolean has_row;
  int code;

  if (sheet != NULL)
    statement = bv_connection_query (
      connection, error, "SELECT kind, name FROM subject WHERE id = ?1", "i", self->subject_id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_UNKNOWN,
                       _ ("Choose who registers from the register."));
      return TRUE;
    }
  kind = (BvSubjectKind) bv_statement_int (statement, 0);
  name = g_strdup (bv_statement_text (statement, 1));
  if (*self->form_code == '\0')
    bv_problems_add (problems, "form_code", BV_VALUE_ERROR_EMPTY, _ ("Choose a title."));
  else if ((message = check_title (regimes, self->form_code, kind, sheet->year, &code)) != NULL)
    bv_problems_add (problems, "form_code", code, message);
  return check_belongs (connection, problems, self, sheet, kind, name, error)
         && check_twice (connection, problems, self, sheet, name, error);
}

GPtrArray *
bv_registration_line_validate (BvConnection *connection,
                               BvRegimeSet *regimes,
                               const BvRegistrationLine *self,
                               GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvRegimeSet) own = regimes != NULL ? bv_regime_set_ref (regimes)
                                                : bv_regime_set_load (connection, error);

  if (own == NULL || !check_line (connection, own, problems, self, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}
