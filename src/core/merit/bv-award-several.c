// SPDX-License-Identifier: GPL-3.0-or-later
/* The bonus of somebody who gets several titles at one moment: under a regime that pays the highest amount alone, the
 * lower ones are computed as nothing, and say why. What was typed as paid stays as it was typed. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-private.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

gboolean
bv_award_is_outdone (const BvAward *self)
{
  return self->bonus_computed == 0 && g_str_has_prefix (self->bonus_basis, BV_AWARD_HIGHEST);
}

/* Titles of one subject, year and manner that stand for the same time: the same achievement. */
static gboolean
is_same_achievement (const BvRegime *regime, const BvAward *a, const BvAward *b)
{
  const BvRegimeAward *one = bv_regime_find_award (regime, a->form_code);
  const BvRegimeAward *two = bv_regime_find_award (regime, b->form_code);

  return a->subject_id == b->subject_id && a->year == b->year && a->manner == b->manner
         && one != NULL && two != NULL && one != two && one->period != 0
         && one->period == two->period;
}

guint
bv_award_settle (const BvRegime *regime, GPtrArray *awards)
{
  g_autofree const BvAward **best = g_new0 (const BvAward *, awards->len + 1);
  guint n = 0;

  if (regime == NULL || regime->several[BV_SEVERAL_SAME_ACHIEVEMENT].pay != BV_PAY_HIGHEST)
    return 0;
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      for (guint k = 0; k < awards->len; k++)
        {
          const BvAward *other = g_ptr_array_index (awards, k);
          gboolean is_higher = other->bonus_computed > award->bonus_computed
                               && (best[i] == NULL
                                   || other->bonus_computed > best[i]->bonus_computed);

          if (award->bonus_computed > 0 && is_higher && is_same_achievement (regime, award, other))
            best[i] = other;
        }
    }
  for (guint i = 0; i < awards->len; i++)
    if (best[i] != NULL)
      {
        BvAward *award = g_ptr_array_index (awards, i);

        award->bonus_computed = 0;
        bv_text_take (
          &award->bonus_basis,
          g_strdup_printf (BV_AWARD_HIGHEST " (%s)",
                           bv_regime_find_award (regime, best[i]->form_code)->abbreviation));
        n++;
      }
  return n;
}

/* The lines of the decision, and of others of the same day, that are the subject's; @subject_id 0: of all. Also one that
 * stands alone by now but got nothing beside a higher one, which was taken off the list or changed. */
static GPtrArray *
list_lines (BvConnection *connection, gint64 decision_id, gint64 subject_id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_award_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT a.id FROM award a JOIN decision d ON d.id = a.decision_id"
    " WHERE (?2 = 0 OR a.subject_id = ?2) AND (d.id = ?1"
    " OR d.on_date = (SELECT on_date FROM decision WHERE id = ?1))"
    " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.award_id = a.id)"
    " AND (EXISTS (SELECT 1 FROM award o WHERE o.subject_id = a.subject_id AND o.id <> a.id"
    " AND o.year = a.year) OR substr (a.bonus_basis, 1, length (?3)) = ?3) ORDER BY a.id",
    "iis", decision_id, subject_id, BV_AWARD_HIGHEST);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error) && has_row)
    {
      gint64 id = bv_statement_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (has_row)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BvAward *award = bv_award_load (connection, g_array_index (ids, gint64, i), error);

      if (award == NULL)
        return NULL;
      g_ptr_array_add (lines, award);
    }
  return g_steal_pointer (&lines);
}

gboolean
bv_award_settle_decision (BvConnection *connection,
                          gint64 decision_id,
                          gint64 subject_id,
                          GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *today = bv_date_today ();

  if (decision == NULL)
    return FALSE;
  lines = list_lines (connection, decision_id, subject_id, error);
  if (lines == NULL || lines->len == 0)
    return lines != NULL;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      BvAward *award = g_ptr_array_index (lines, i);
      g_autofree char *day = bv_award_get_reckoning_day (regimes, award, decision, today);

      if (!bv_award_compute_bonus_under (
            connection, bv_decision_get_regime (decision, regimes, day), award, day, error))
        return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *day = bv_award_get_reckoning_day (regimes, g_ptr_array_index (lines, i),
                                                         decision, today);

      if (bv_award_settle (bv_decision_get_regime (decision, regimes, day), lines) > 0)
        break;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const BvAward *award = g_ptr_array_index (lines, i);

      if (award->decision_id == decision_id && !bv_award_update (connection, award, error))
        return FALSE;
    }
  return TRUE;
}
