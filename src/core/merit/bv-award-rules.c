// SPDX-License-Identifier: GPL-3.0-or-later
/* What the law has against an award although the officer, with a reason, may know better. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

/* A collective that no longer exists is not honoured (Circular 15/2025/TT-BNV). Of a draft only the year is known. */
static gboolean
check_unit_exists (BvConnection *connection,
                   const BvAward *self,
                   const char *date,
                   GPtrArray *problems,
                   GError **error)
{
  g_autofree char *year_begin = g_strdup_printf ("%04d-01-01", self->year);
  g_autoptr (BvUnit) unit = NULL;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;
  gint64 kind;

  if (!bv_connection_query_int (connection, &kind, 0, error,
                                "SELECT kind FROM subject WHERE id = ?1", "i", self->subject_id))
    return FALSE;
  if (kind != BV_SUBJECT_UNIT)
    return TRUE;
  unit = bv_unit_load (connection, self->subject_id, error);
  if (unit == NULL)
    return FALSE;
  if (unit->to_date == NULL || strcmp (unit->to_date, date != NULL ? date : year_begin) >= 0)
    return TRUE;
  day = bv_date_format_short (unit->to_date);
  message = g_strdup_printf (
    _ ("%s exists no more since %s: the law honours no collective that is gone. Choose the unit "
       "that followed it, or give a reason."),
    unit->name, day);
  bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_REASON, message);
  return TRUE;
}

/* One achievement, one form of commendation (L2022 art. 5.2c), also of the units that a unit came from. Titles are for the work of a year, whatever the words
 * on the paper; awards taken back do not count. */
static gboolean
check_achievement (BvConnection *connection,
                   BvRegimeSet *regimes,
                   const BvAward *self,
                   const char *date,
                   GPtrArray *problems,
                   GError **error)
{
  const BvRegimeAward *form = bv_regime_set_find_award (regimes, self->form_code, date);
  g_autofree char *fold = bv_text_fold (self->achievement);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = TRUE;

  if (*fold == '\0' || form == NULL || bv_regime_award_is_title (form))
    return TRUE;
  statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE line (id) AS (SELECT ?1 UNION SELECT u.predecessor_id FROM unit_succession u"
    " JOIN line ON u.successor_id = line.id)"
    " SELECT a.achievement, a.form_code, d.number, d.on_date, d.title FROM award a"
    " JOIN decision d ON d.id = a.decision_id"
    " WHERE a.subject_id IN (SELECT id FROM line) AND a.year = ?2 AND a.id <> ?3 AND a.achievement "
    "<> ''"
    " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.award_id = a.id"
    " AND r.restored_on IS NULL) ORDER BY d.on_date, a.id",
    "iii", self->subject_id, (gint64) self->year, self->id);
  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      g_autofree char *other_fold = NULL;
      g_autofree char *message = NULL;
      const BvRegimeAward *other;

      if (!has_row)
        return TRUE;
      other_fold = bv_text_fold (bv_statement_text (statement, 0));
      other = bv_regime_set_find_award (regimes, bv_statement_text (statement, 1),
                                        bv_statement_text (statement, 3));
      if (!g_str_equal (other_fold, fold) || other == NULL || bv_regime_award_is_title (other))
        continue;
      if (*bv_statement_text (statement, 2) == '\0')
        message = g_strdup_printf (
          _ ("The same achievement is honoured by “%s” in the draft “%s” already: one achievement, "
             "one award. Name another achievement, or give a reason."),
          other->name, bv_statement_text (statement, 4));
      else
        {
          g_autofree char *day = bv_date_format_short (bv_statement_text (statement, 3));

          message = g_strdup_printf (
            _ ("The same achievement was honoured by “%s” in decision %s of %s: one achievement, "
               "one award. Name another achievement, or give a reason."),
            other->name, bv_statement_text (statement, 2), day);
        }
      bv_problems_add (problems, "achievement", BV_VALUE_ERROR_REASON, message);
      return TRUE;
    }
  return FALSE;
}

gboolean
bv_award_check_rules (BvConnection *connection,
                      const BvAward *self,
                      const char *date,
                      GPtrArray *problems,
                      GError **error)
{
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);

  return regimes != NULL && check_unit_exists (connection, self, date, problems, error)
         && check_achievement (connection, regimes, self, date, problems, error);
}
