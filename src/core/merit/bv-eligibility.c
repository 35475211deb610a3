// SPDX-License-Identifier: GPL-3.0-or-later
/* The three questions: may this subject get this award, what may it get, who in the office may get it. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-eligibility.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-judge-private.h"

#include <glib/gi18n-lib.h>

const BvRegime *
bv_eligibility_choose_regime (BvRegimeSet *regimes,
                              const BvEligibilityQuestion *question,
                              GError **error)
{
  g_autofree char *today = question->date == NULL ? bv_date_today () : NULL;
  const char *date = question->date != NULL ? question->date : today;
  const BvRegime *regime;

  if (question->regime_id != NULL && *question->regime_id != '\0')
    {
      regime = bv_regime_set_get (regimes, question->regime_id);
      if (regime == NULL)
        g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no regime “%s”."),
                     question->regime_id);
      return regime;
    }
  regime = bv_regime_set_for_date (regimes, date);
  if (regime == NULL)
    {
      g_autofree char *shown = bv_date_format_short (date);

      /* TRANSLATORS: %s is a date. */
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("No law of %s is known to the program."), shown);
    }
  return regime;
}

static gint32
find_subject (BvFacts *facts, gint64 id, GError **error)
{
  gint32 index = bv_facts_find (facts, id);

  if (index < 0 || (facts->subject_id != 0 && facts->subject_id != id))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("There is no such person, unit or household (any more)."));
      return -1;
    }
  return index;
}

/* ── The result ──────────────────────────────────────────────────────────────────────────── */

static gboolean
is_dissolved (const BvJudge *judge)
{
  return judge->who->kind == BV_SUBJECT_UNIT && judge->who->to != 0 && judge->who->to < judge->day;
}

static char *
make_reason (BvJudge *judge, const BvPlan *plan)
{
  const BvFactSubject *who = judge->who;

  if (!bv_regime_award_allows (plan->award, (BvSubjectKind) who->kind))
    return g_strdup (who->kind == BV_SUBJECT_PERSON ? _ ("This award is not given to persons.")
                     : who->kind == BV_SUBJECT_UNIT ? _ ("This award is not given to collectives.")
                                                    : _ ("This award is not given to households."));
  if (is_dissolved (judge))
    {
      g_autofree char *day = bv_day_format (who->to);
      gint32 successor = bv_facts_find_successor (judge->facts, judge->subject);

      if (successor >= 0)
        /* TRANSLATORS: %1$s is a date, %2$s the name of a unit. */
        return g_strdup_printf (_ ("The unit ended on %1$s; its record goes on in %2$s."), day,
                                bv_facts_get (judge->facts, successor)->name);
      /* TRANSLATORS: %s is a date. */
      return g_strdup_printf (_ ("The unit ended on %s."), day);
    }
  if (plan->n_paths == 0)
    return g_strdup (_ ("No condition of this award is known to the program."));
  return g_strdup_printf (
    /* TRANSLATORS: %s is a manner of commendation. */
    _ ("No way to this award is open to this subject in the manner “%s”."),
    bv_manner_get_label (judge->manner));
}

/* @with_words: (nullable) reason and findings are built. */
static void
fill (BvJudge *judge, int form, gboolean with_words, BvEligibility *result)
{
  const BvMemo *memo = bv_judge_award (judge, form);
  const BvPlan *plan = bv_judge_get_plan (judge, form);

  result->subject_id = judge->who->id;
  result->award = plan->award;
  result->regime = judge->regime;
  result->year = judge->year;
  result->manner = judge->question->manner;
  result->path = memo->path >= 0 ? plan->paths[memo->path].path : NULL;
  result->verdict = memo->verdict;
  result->first_year = memo->first_year;
  result->needs_word = memo->needs_word;
  if (plan->n_paths == 0 && bv_regime_award_allows (plan->award, (BvSubjectKind) judge->who->kind))
    {
      /* What nobody wrote down cannot be judged. */
      result->verdict = BV_VERDICT_CANNOT_TELL;
      result->first_year = 0;
    }
  if (is_dissolved (judge))
    {
      result->path = NULL;
      result->verdict = BV_VERDICT_NOT_MET;
      result->needs_word = FALSE;
      result->first_year = -1;
    }
  if (!with_words)
    return;
  result->reason = result->path != NULL ? g_strdup ("") : make_reason (judge, plan);
  result->findings = result->path != NULL
                       ? bv_judge_findings (judge, form)
                       : g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
}

/* ── The questions ───────────────────────────────────────────────────────────────────────── */

BvEligibility *
bv_eligibility_judge (BvFacts *facts,
                      BvRegimeSet *regimes,
                      const BvEligibilityQuestion *question,
                      gint64 subject_id,
                      const char *form_code,
                      GError **error)
{
  const BvRegime *regime = bv_eligibility_choose_regime (regimes, question, error);
  gint32 subject = regime != NULL ? find_subject (facts, subject_id, error) : -1;
  g_autoptr (BvJudge) judge = NULL;
  BvEligibility *result;
  int form;

  if (subject < 0)
    return NULL;
  judge = bv_judge_new (facts, regime, question);
  form = bv_judge_find_form (judge, form_code);
  if (form < 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   /* TRANSLATORS: %1$s is a code, %2$s the name of a regime of law. */
                   _ ("There is no award “%1$s” under “%2$s”."), form_code, regime->name);
      return NULL;
    }
  bv_judge_set_subject (judge, subject);
  result = g_new0 (BvEligibility, 1);
  fill (judge, form, TRUE, result);
  return result;
}

/* What is not given any more, and codes that others took the place of, are answered only when they are asked for. */
static gboolean
is_offered (const BvJudge *judge, int form)
{
  const BvRegimeAward *award = g_ptr_array_index (judge->regime->awards, form);
  char first[16], day[16];
  int year, month, month_day;

  if (award->from_date == NULL && award->to_date == NULL)
    return award->replaced_by == NULL;
  bv_day_split (judge->day, &year, &month, &month_day);
  g_snprintf (first, sizeof first, "%04d-01-01", judge->year);
  g_snprintf (day, sizeof day, "%04d-%02d-%02d", year, month, month_day);
  return bv_regime_award_is_offered (award, first, strcmp (day, first) > 0 ? day : first);
}

GPtrArray *
bv_eligibility_judge_subject (BvFacts *facts,
                              BvRegimeSet *regimes,
                              const BvEligibilityQuestion *question,
                              gint64 subject_id,
                              GError **error)
{
  const BvRegime *regime = bv_eligibility_choose_regime (regimes, question, error);
  gint32 subject = regime != NULL ? find_subject (facts, subject_id, error) : -1;
  g_autoptr (BvJudge) judge = NULL;
  GPtrArray *list;

  if (subject < 0)
    return NULL;
  judge = bv_judge_new (facts, regime, question);
  bv_judge_set_subject (judge, subject);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_eligibility_free);
  /* What is decided nearby stands above the orders of the state. */
  for (int level = BV_N_LEVELS - 1; level >= 0; level--)
    for (guint i = 0; i < regime->awards->len; i++)
      {
        BvEligibility *result;

        if ((int) bv_regime_award_get_level (g_ptr_array_index (regime->awards, i)) != level
            || !is_offered (judge, (int) i) || bv_judge_award (judge, (int) i)->path < 0)
          continue;
        result = g_new0 (BvEligibility, 1);
        fill (judge, (int) i, TRUE, result);
        g_ptr_array_add (list, result);
      }
  return list;
}

/* A person who left every post before the year, and a unit that ended, are asked about no more. */
static gboolean
is_asked_about (const BvJudge *judge, gint32 subject, gint32 unit)
{
  const BvFacts *facts = judge->facts;
  const BvFactSubject *who = bv_facts_get (facts, subject);
  const BvFactTable *posts = &facts->memberships;
  gboolean is_there = posts->start[subject] == posts->start[subject + 1];

  if (who->kind == BV_SUBJECT_UNIT && who->to != 0 && who->to < judge->day)
    return FALSE;
  if (who->kind == BV_SUBJECT_PERSON)
    {
      for (guint i = posts->start[subject]; !is_there && i < posts->start[subject + 1]; i++)
        {
          BvDay to = bv_fact_table_get (posts, BvFactMembership, i)->to;

          is_there = to == 0 || to >= judge->first_day;
        }
      if (!is_there)
        return FALSE;
    }
  /* Then or on the day of the judgement: the people of merged units are asked about under the new one. */
  return unit < 0
         || bv_facts_is_below (facts, bv_facts_unit_on (facts, subject, judge->last_day), unit)
         || bv_facts_is_below (facts, bv_facts_unit_on (facts, subject, judge->day), unit);
}

gboolean
bv_eligibility_foreach (BvFacts *facts,
                        BvRegimeSet *regimes,
                        const BvEligibilityQuestion *question,
                        gint64 unit_id,
                        const char *form_code,
                        BvEligibilityFunc func,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const BvRegime *regime = bv_eligibility_choose_regime (regimes, question, error);
  g_autoptr (BvJudge) judge = NULL;
  gint32 unit = -1;
  int first = 0, last;

  g_return_val_if_fail (facts->subject_id == 0, FALSE);
  if (regime == NULL)
    return FALSE;
  if (unit_id != 0 && (unit = find_subject (facts, unit_id, error)) < 0)
    return FALSE;
  judge = bv_judge_new (facts, regime, question);
  last = (int) regime->awards->len - 1;
  if (form_code != NULL)
    {
      first = last = bv_judge_find_form (judge, form_code);
      if (first < 0)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                       _ ("There is no award “%1$s” under “%2$s”."), form_code, regime->name);
          return FALSE;
        }
    }
  for (guint s = 0; s < facts->subjects->len; s++)
    {
      if ((s & 63) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_asked_about (judge, (gint32) s, unit))
        continue;
      bv_judge_set_subject (judge, (gint32) s);
      for (int form = first; form <= last; form++)
        {
          BvEligibility result = { 0 };

          if ((form_code == NULL && !is_offered (judge, form))
              || bv_judge_award (judge, form)->path < 0)
            continue;
          fill (judge, form, FALSE, &result);
          if (!func (&result, user_data))
            return TRUE;
        }
    }
  return TRUE;
}
