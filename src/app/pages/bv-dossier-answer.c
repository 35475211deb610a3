// SPDX-License-Identifier: GPL-3.0-or-later
/* What a dossier shows, read on a worker: its head, and what the law and the meter say of every line. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-dossier-answer.h"

#include "base/bv-date.h"
#include "base/bv-error.h"

#include <glib/gi18n.h>

static void
line_free (gpointer data)
{
  BvDossierLine *line = data;

  g_free (line->award);
  g_free (line->papers);
  g_free (line->flags);
  g_free (line);
}

static char *
describe (const BvNomination *nomination, guint n_shared)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (nomination->is_posthumous)
    g_ptr_array_add (words, (char *) _ ("posthumous"));
  if (*nomination->override_reason != '\0')
    g_ptr_array_add (words, (char *) _ ("stands with a reason"));
  if (n_shared > 0)
    g_ptr_array_add (words, (char *) _ ("initiative used twice"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

void
bv_dossier_answer_free (BvDossierAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->dossier, bv_dossier_free);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_clear_pointer (&answer->lines, g_hash_table_unref);
  g_free (answer->due_on);
  g_free (answer->form);
  g_free (answer->achievement);
  g_free (answer);
}

static gboolean
read_line (BvDossierAnswer *answer,
           BvConnection *connection,
           BvFacts *facts,
           const BvNomination *nomination,
           const BvCompleteness *meter,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BvEligibility) eligibility = NULL;
  const BvRegimeAward *award = answer->regime != NULL
                                 ? bv_regime_find_award (answer->regime, nomination->form_code)
                                 : NULL;
  BvDossierLine *line;
  guint n_shared;

  if (!bv_nomination_count_shared (connection, nomination->id, &n_shared, error))
    return FALSE;
  eligibility = bv_nomination_judge (facts, answer->regimes, answer->dossier, nomination, &local);
  if (eligibility == NULL && !g_error_matches (local, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  line = g_new0 (BvDossierLine, 1);
  line->award = g_strdup (award != NULL ? award->abbreviation : nomination->form_code);
  line->papers = g_strdup_printf ("%u/%u", meter->n_there, meter->n_needed);
  line->flags = describe (nomination, n_shared);
  answer->n_flagged += *line->flags != '\0';
  line->has_verdict = eligibility != NULL;
  if (eligibility != NULL)
    line->verdict = eligibility->verdict;
  g_hash_table_insert (answer->lines, g_memdup2 (&nomination->id, sizeof nomination->id), line);
  return TRUE;
}

static gboolean
read_lines (BvDossierAnswer *answer,
            BvConnection *connection,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) all = bv_nomination_list (connection, answer->dossier->id, error);
  g_autoptr (BvFacts) facts = NULL;
  g_autoptr (GPtrArray) meters = NULL;

  if (all == NULL)
    return FALSE;
  answer->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, line_free);
  answer->n_lines = all->len;
  if (all->len == 0)
    return TRUE;
  facts = bv_facts_load (connection, 0, error);
  if (facts == NULL)
    return FALSE;
  meters = bv_completeness_list (connection, answer->regimes, answer->dossier, all, error);
  if (meters == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !read_line (answer, connection, facts, g_ptr_array_index (all, i),
                       g_ptr_array_index (meters, i), error))
      return FALSE;
  answer->form = g_strdup (((BvNomination *) g_ptr_array_index (all, all->len - 1))->form_code);
  answer->achievement = g_strdup (
    ((BvNomination *) g_ptr_array_index (all, all->len - 1))->achievement);
  return TRUE;
}

gpointer
bv_dossier_answer_read (BvConnection *connection,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (BvDossierAnswer) answer = g_new0 (BvDossierAnswer, 1);
  g_autoptr (BvWorkingDays) days = NULL;
  g_autofree char *today = bv_date_today ();
  gint64 id = *(gint64 *) user_data;

  answer->dossier = bv_dossier_load (connection, id, error);
  if (answer->dossier == NULL)
    return NULL;
  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  answer->regime = bv_dossier_get_regime (answer->dossier, answer->regimes);
  days = bv_working_days_load (connection, error);
  if (days == NULL || !bv_dossier_find_step (connection, answer->dossier, &answer->next, error)
      || !bv_dossier_sum (connection, id, NULL, &answer->totals, error)
      || !bv_fund_get_status (connection, bv_date_year (today), &answer->fund, error)
      || !bv_completeness_count (connection, answer->regimes, id, &answer->n_there,
                                 &answer->n_needed, &answer->n_open, error)
      || !read_lines (answer, connection, cancellable, error))
    return NULL;
  if (bv_dossier_is_running (answer->dossier))
    {
      answer->due_on = bv_dossier_get_due_on (answer->dossier, days);
      answer->days_left = bv_working_days_count (days, today, answer->due_on);
    }
  return g_steal_pointer (&answer);
}
