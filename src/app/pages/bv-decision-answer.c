// SPDX-License-Identifier: GPL-3.0-or-later
/* What the head of a decision shows, read on a worker. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-decision-answer.h"

#include "base/bv-money.h"
#include "merit/bv-fund.h"
#include "office/bv-setting.h"

#include <glib/gi18n.h>

void
bv_decision_answer_free (BvDecisionAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->decision, bv_decision_free);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_free (answer->totals_text);
  g_free (answer->words);
  g_free (answer->fund);
  g_free (answer->achievement);
  g_free (answer->form_code);
  g_free (answer);
}
gpointer
bv_decision_answer_read (BvConnection *connection,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (BvDecisionAnswer) answer = g_new0 (BvDecisionAnswer, 1);
  g_autoptr (GPtrArray) awards = NULL;
  BvWordsStyle style;
  GError *local = NULL;

  answer->decision = bv_decision_load (connection, *(gint64 *) user_data, error);
  if (answer->decision == NULL)
    return NULL;
  awards = bv_award_list (connection, answer->decision->id, error);
  if (awards == NULL)
    return NULL;
  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  style = bv_setting_get_words_style (connection, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (!bv_fund_check_decision (connection, answer->decision->id, NULL, &answer->fund, error))
    return NULL;
  answer->totals = bv_award_sum (awards);
  answer->totals_text = bv_award_totals_format (&answer->totals);
  answer->words = bv_money_in_words (answer->totals.bonus, style);
  answer->manner = BV_MANNER_MERIT;
  if (awards->len > 0)
    {
      const BvAward *last = g_ptr_array_index (awards, awards->len - 1);

      answer->achievement = g_strdup (last->achievement);
      answer->form_code = g_strdup (last->form_code);
      answer->manner = last->manner;
    }
  return g_steal_pointer (&answer);
}

char *
bv_decision_answer_reasons (const BvDecision *decision, BvRegimeSet *regimes)
{
  const BvRegime *regime = *decision->regime_id != '\0'
                             ? bv_regime_set_get (regimes, decision->regime_id)
                             : NULL;
  BvFundPayer payer = bv_fund_get_payer (decision);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (regime != NULL)
    /* TRANSLATORS: name of a set of laws, then why it was chosen. */
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("By %s: %s"), regime->name, decision->regime_reason));
  if (*decision->override_reason != '\0')
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("Stands with a reason: %s"), decision->override_reason));
  if (payer != BV_FUND_PAYER_OWN)
    g_ptr_array_add (parts, g_strdup (bv_fund_payer_get_sentence (payer)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}
