// SPDX-License-Identifier: GPL-3.0-or-later
/* What the nomination pane shows, read on a worker. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nomination-answer.h"

#include "base/bv-error.h"

void
bv_nomination_answer_free (BvNominationAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->today, bv_eligibility_free);
  g_clear_pointer (&answer->frozen, bv_frozen_findings_free);
  g_clear_pointer (&answer->changes, g_ptr_array_unref);
  g_clear_pointer (&answer->nomination, bv_nomination_free);
  g_clear_pointer (&answer->dossier, bv_dossier_free);
  g_clear_pointer (&answer->meter, bv_completeness_free);
  g_clear_pointer (&answer->same, g_ptr_array_unref);
  g_clear_pointer (&answer->initiatives, g_ptr_array_unref);
  g_clear_pointer (&answer->attestations, g_ptr_array_unref);
  g_clear_pointer (&answer->papers, g_ptr_array_unref);
  g_clear_pointer (&answer->parts, g_ptr_array_unref);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_free (answer->no_judgement);
  g_free (answer);
}
static gboolean
judge (BvNominationAnswer *answer, BvConnection *connection, GError **error)
{
  g_autoptr (GError) local = NULL;

  answer->today = bv_nomination_judge_now (connection, answer->regimes, answer->nomination->id,
                                           &local);
  if (answer->today == NULL && !g_error_matches (local, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (answer->today == NULL)
    answer->no_judgement = g_strdup (local->message);
  if (*answer->nomination->findings == '\0')
    return TRUE;
  answer->frozen = bv_frozen_findings_parse (answer->nomination->findings, error);
  if (answer->frozen != NULL && answer->today != NULL)
    answer->changes = bv_findings_compare (answer->frozen, answer->today);
  return answer->frozen != NULL;
}

gpointer
bv_nomination_answer_read (BvConnection *connection,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (BvNominationAnswer) answer = g_new0 (BvNominationAnswer, 1);
  gint64 id = *(gint64 *) user_data;
  const BvRegime *regime;

  answer->nomination = bv_nomination_load (connection, id, error);
  if (answer->nomination == NULL)
    return NULL;
  answer->dossier = bv_dossier_load (connection, answer->nomination->dossier_id, error);
  if (answer->dossier == NULL)
    return NULL;
  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  regime = bv_dossier_get_regime (answer->dossier, answer->regimes);
  answer->award = regime != NULL ? bv_regime_find_award (regime, answer->nomination->form_code)
                                 : NULL;
  answer->meter = bv_completeness_of_nomination (connection, answer->regimes, id, error);
  answer->same = bv_nomination_list_same_achievement (connection, answer->nomination, error);
  answer->initiatives = bv_nomination_list_initiatives (connection, id, error);
  answer->attestations = bv_nomination_list_attestations (connection, answer->regimes, id, error);
  answer->papers = bv_evidence_list (connection, id, error);
  answer->parts = bv_nomination_list_report_parts (connection, id, error);
  if (answer->meter == NULL || answer->same == NULL || answer->initiatives == NULL
      || answer->attestations == NULL || answer->papers == NULL || answer->parts == NULL
      || !judge (answer, connection, error))
    return NULL;
  return g_steal_pointer (&answer);
}
