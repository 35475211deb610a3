// SPDX-License-Identifier: GPL-3.0-or-later
/* How long the public is asked about a dossier. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-opinion.h"

#include "base/bv-date.h"
#include "merit/bv-regime-words.h"
#include "merit/bv-working-days.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

void
bv_opinion_clear (BvOpinion *self)
{
  g_clear_pointer (&self->until, g_free);
  g_clear_pointer (&self->article, g_free);
}

/* The longest of those that the dossier's awards ask for. */
static gboolean
take_rule (BvConnection *connection,
           const BvOpinionRule *rule,
           BvOpinion *opinion,
           GError **error)
{
  int days;

  if (rule == NULL)
    return TRUE;
  days = rule->days;
  if (rule->rule != NULL)
    {
      g_autofree char *value = bv_setting_get (connection, rule->rule, error);

      if (value == NULL)
        return FALSE;
      days = atoi (value);
    }
  if (opinion->is_needed && days <= opinion->days)
    return TRUE;
  opinion->is_needed = TRUE;
  opinion->days = days;
  opinion->is_working = rule->is_working;
  g_free (opinion->article);
  opinion->article = g_strdup (rule->article);
  return TRUE;
}

static gboolean
find_until (BvConnection *connection, const char *from, BvOpinion *opinion, GError **error)
{
  g_autoptr (BvWorkingDays) days = NULL;
  g_autofree char *before = NULL;

  if (!opinion->is_needed || from == NULL)
    return TRUE;
  if (!opinion->is_working)
    {
      opinion->until = bv_date_add_days (from, opinion->days - 1);
      return TRUE;
    }
  days = bv_working_days_load (connection, error);
  if (days == NULL)
    return FALSE;
  before = bv_date_add_days (from, -1);
  opinion->until = bv_working_days_add (days, before, opinion->days);
  return TRUE;
}

gboolean
bv_opinion_of_dossier (BvConnection *connection,
                       BvRegimeSet *regimes,
                       const BvDossier *dossier,
                       BvOpinion *opinion,
                       GError **error)
{
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = TRUE;

  opinion->article = g_strdup ("");
  if (dossier->is_simplified || regime == NULL)
    return TRUE;
  if (!take_rule (connection, bv_regime_find_opinion (regime, NULL, dossier->level), opinion,
                  error))
    return FALSE;
  statement = bv_connection_query (connection, error,
                                   "SELECT DISTINCT form_code FROM nomination WHERE dossier_id = ?1"
                                   " AND state = 'proposed'",
                                   "i", dossier->id);
  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error) && has_row)
    {
      const BvRegimeAward *award = bv_regime_find_award (regime, bv_statement_text (statement, 0));

      if (award != NULL && !take_rule (connection, award->opinion, opinion, error))
        return FALSE;
    }
  return !has_row && find_until (connection, dossier->opinion_from, opinion, error);
}
