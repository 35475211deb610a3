// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions on single records of the subject: other awards, initiatives, discipline, what the minutes say. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 6 /* of awards in one sentence */

/* ── Other awards ────────────────────────────────────────────────────────────────────────── */

BvOutcome
bv_judge_not_with (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->awards;
  BvOutcome outcome = { BV_VERDICT_MET, self->year };
  g_autofree char *names = finding != NULL ? bv_words_awards (self->regime, rule->condition->awards)
                                           : NULL;

  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactAward *award = bv_fact_table_get (table, BvFactAward, i);

      if (award->year != self->year || !bv_judge_counts (self, award, rule->awards, rule->manners))
        continue;
      if (self->question->nomination_id != 0
          && award->nomination_id == self->question->nomination_id)
        continue;
      outcome = (BvOutcome){ BV_VERDICT_NOT_MET, self->year + 1 };
      if (finding != NULL)
        bv_words_add_award (self, finding, award);
    }
  if (finding != NULL && outcome.verdict == BV_VERDICT_MET)
    bv_words_set (finding,
                  g_strv_length (rule->condition->awards) <= MAX_NAMES
                    /* TRANSLATORS: %1$s is a list of awards, %2$d a year. */
                    ? g_strdup_printf (_ ("None of %1$s was given for %2$d."), names, self->year)
                    : g_strdup_printf (
                      _ ("None of the awards that exclude this one was given for %d."), self->year),
                  NULL);
  else if (finding != NULL)
    bv_words_set (
      finding,
      /* TRANSLATORS: %d is a year. */
      g_strdup_printf (_ ("For %d an award that excludes this one was given already."), self->year),
      NULL);
  return outcome;
}

BvOutcome
bv_judge_not_same_achievement (BvJudge *self, BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  const BvEligibilityQuestion *question = self->question;
  g_autofree char *asked = question->achievement != NULL ? bv_text_fold (question->achievement)
                                                         : g_strdup ("");
  BvOutcome outcome = { BV_VERDICT_MET, self->year };

  for (guint l = facts->lineage_start[self->subject]; l < facts->lineage_start[self->subject + 1];
       l++)
    {
      gint32 subject = g_array_index (facts->lineage, gint32, l);

      for (guint i = facts->awards.start[subject]; i < facts->awards.start[subject + 1]; i++)
        {
          const BvFactAward *award = bv_fact_table_get (&facts->awards, BvFactAward, i);

          /* "Không tặng nhiều hình thức khen thưởng cho một thành tích" (L2022 art. 5.2c) speaks of forms: a title
           * stands beside the form that it is a condition of. */
          if (*award->achievement == '\0' || self->titles[award->code] != 0
              || !bv_judge_is_in_force (self, award)
              || (question->nomination_id != 0 && award->nomination_id == question->nomination_id))
            continue;
          if (*asked == '\0')
            {
              /* Nothing is named: only an award for the year may stand for the same. */
              if (award->year != self->year || outcome.verdict == BV_VERDICT_NOT_MET)
                continue;
              outcome.verdict = BV_VERDICT_CANNOT_TELL;
            }
          else
            {
              g_autofree char *other = bv_text_fold (award->achievement);

              if (!g_str_equal (asked, other))
                continue;
              outcome = (BvOutcome){ BV_VERDICT_NOT_MET, self->year + 1 };
            }
          if (finding != NULL)
            bv_words_add_award (self, finding, award);
        }
    }
  if (finding == NULL)
    return outcome;
  if (outcome.verdict == BV_VERDICT_MET)
    bv_words_set (finding, g_strdup (_ ("No other award stands for this achievement.")), NULL);
  else if (outcome.verdict == BV_VERDICT_CANNOT_TELL)
    bv_words_set (finding,
                  g_strdup_printf (_ ("There are awards for %d, and no achievement is named here."),
                                   self->year),
                  g_strdup (_ ("Write the achievement of the nomination.")));
  else
    bv_words_set (finding,
                  g_strdup (_ ("Another award was given for the same achievement already.")),
                  g_strdup (_ ("Name another achievement, or leave this nomination out.")));
  return outcome;
}

/* ── Initiatives ─────────────────────────────────────────────────────────────────────────── */

static gboolean
has_kind (const char **kinds, const char *kind)
{
  for (; kinds != NULL && *kinds != NULL; kinds++)
    if (*kinds == kind)
      return TRUE;
  return kinds == NULL;
}

static void
count_initiative (BvJudge *self,
                  const BvRule *rule,
                  const BvFactInitiative *initiative,
                  int from,
                  guint *n_found,
                  guint *n_open,
                  BvFinding *finding)
{
  if (initiative->year < from || initiative->year > self->year
      || !has_kind (rule->kinds, initiative->kind))
    return;
  if (!initiative->is_recognised || (initiative->on != 0 && initiative->on > self->day))
    ++*n_open;
  else if (initiative->scope >= (guint8) rule->condition->scope)
    ++*n_found;
  else
    return;
  if (finding != NULL)
    bv_words_add_initiative (finding, initiative);
}

BvOutcome
bv_judge_initiative (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  guint count = (guint) MAX (rule->count, 1);
  int from = span != NULL ? span->from : self->year;
  guint n_found = 0, n_open = 0;
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year };

  if (self->who->kind == BV_SUBJECT_PERSON)
    for (guint i = facts->authors.start[self->subject]; i < facts->authors.start[self->subject + 1];
         i++)
      count_initiative (
        self, rule,
        &g_array_index (facts->initiatives, BvFactInitiative,
                        bv_fact_table_get (&facts->authors, BvFactAuthor, i)->initiative),
        from, &n_found, &n_open, finding);
  else
    for (guint i = 0; i < facts->initiatives->len; i++)
      {
        const BvFactInitiative *initiative = &g_array_index (facts->initiatives, BvFactInitiative,
                                                             i);

        for (guint l = facts->lineage_start[self->subject];
             l < facts->lineage_start[self->subject + 1]; l++)
          if (g_array_index (facts->lineage, gint32, l) == initiative->unit)
            count_initiative (self, rule, initiative, from, &n_found, &n_open, finding);
      }
  /* One that this very nomination rests on counts whatever year it was entered for. */
  for (guint i = 0; self->question->nomination_id != 0 && i < facts->backings->len; i++)
    {
      const BvFactBacking *backing = &g_array_index (facts->backings, BvFactBacking, i);
      const BvFactInitiative *initiative = &g_array_index (facts->initiatives, BvFactInitiative,
                                                           backing->initiative);

      if (backing->nomination_id != self->question->nomination_id
          || (initiative->year >= from && initiative->year <= self->year)
          || !initiative->is_recognised || initiative->scope < (guint8) rule->condition->scope
          || !has_kind (rule->kinds, initiative->kind))
        continue;
      n_found++;
      if (finding != NULL)
        bv_words_add_initiative (finding, initiative);
    }
  if (n_found >= count)
    outcome.verdict = BV_VERDICT_MET;
  else if (n_found + n_open >= count)
    outcome.verdict = BV_VERDICT_CANNOT_TELL;
  else
    outcome.first_year = span != NULL ? self->year + (int) (count - n_found) : self->year + 1;
  if (finding != NULL)
    {
      const char *scope = bv_scope_get_label (rule->condition->scope);
      g_autofree char *years = from >= self->year ? g_strdup_printf ("%d", self->year)
                                                  : g_strdup_printf ("%d–%d", from, self->year);

      bv_words_set (
        finding,
        n_found > 0
          /* TRANSLATORS: %1$u initiatives found, %2$u needed, %3$s their reach, %4$s years. */
          ? g_strdup_printf (_ ("%1$u of %2$u initiatives recognised with the reach “%3$s” or "
                                "wider for %4$s."),
                             n_found, count, scope, years)
          /* TRANSLATORS: %1$s is the reach of an initiative, %2$s years. */
          : g_strdup_printf (_ ("No initiative is recognised with the reach “%1$s” or wider "
                                "for %2$s."),
                             scope, years),
        outcome.verdict == BV_VERDICT_MET ? NULL
        : n_open > 0
          ? g_strdup (_ ("Decide on the initiative that was submitted."))
          /* TRANSLATORS: %s is a name. */
          : g_strdup_printf (_ ("Record the recognised initiative of %s."), self->who->name));
    }
  return outcome;
}

/* ── Discipline ──────────────────────────────────────────────────────────────────────────── */

BvOutcome
bv_judge_undisciplined (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->disciplines;
  BvOutcome outcome = { BV_VERDICT_MET, self->year };

  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactDiscipline *discipline = bv_fact_table_get (table, BvFactDiscipline, i);
      int year = 0, month, day;

      if (bv_sanction_is_pending ((BvSanction) discipline->kind)
          || discipline->kind < (guint8) rule->condition->sanction
          || discipline->on > self->last_day || discipline->on > self->day
          || (discipline->until != 0 && discipline->until < self->first_day))
        continue;
      if (discipline->until != 0)
        bv_day_split (discipline->until, &year, &month, &day);
      outcome.verdict = BV_VERDICT_NOT_MET;
      /* Its effect ends in that year at the latest; the year after is free of it. */
      outcome.first_year = discipline->until == 0 || outcome.first_year == 0
                             ? 0
                             : MAX (outcome.first_year, MAX (year, self->year) + 1);
      if (finding != NULL)
        bv_words_add_discipline (self, finding, discipline, NULL);
    }
  if (finding != NULL)
    bv_words_set (
      finding,
      outcome.verdict == BV_VERDICT_MET
        /* TRANSLATORS: %1$s is a sanction, %2$d a year. */
        ? g_strdup_printf (_ ("No discipline from “%1$s” upwards in %2$d is on record."),
                           bv_sanction_get_label (rule->condition->sanction), self->year)
        : g_strdup_printf (_ ("A discipline was pronounced or in effect in %d."), self->year),
      outcome.first_year == 0 ? g_strdup (_ ("Record the last day of the discipline's effect."))
                              : NULL);
  return outcome;
}

BvOutcome
bv_judge_nothing_pending (BvJudge *self, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->disciplines;
  BvOutcome outcome = { BV_VERDICT_MET, self->year };
  g_autofree char *day = finding != NULL ? bv_day_format (self->day) : NULL;

  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactDiscipline *discipline = bv_fact_table_get (table, BvFactDiscipline, i);

      if (!bv_sanction_is_pending ((BvSanction) discipline->kind) || discipline->on > self->day
          || (discipline->until != 0 && discipline->until <= self->day))
        continue;
      outcome = (BvOutcome){ BV_VERDICT_NOT_MET, 0 };
      if (finding != NULL)
        bv_words_add_discipline (self, finding, discipline, NULL);
    }
  if (finding != NULL)
    bv_words_set (
      finding,
      outcome.verdict == BV_VERDICT_MET
        /* TRANSLATORS: %s is a date. */
        ? g_strdup_printf (_ ("Neither complaint nor investigation is open on %s."), day)
        : g_strdup_printf (_ ("A complaint or an investigation is open on %s."), day),
      outcome.verdict == BV_VERDICT_MET
        ? NULL
        : g_strdup (_ ("Record the conclusion; until then nothing is considered.")));
  return outcome;
}

/* ── What the minutes say ────────────────────────────────────────────────────────────────── */

static const BvFactAttestation *
find_attestation (const BvFacts *facts, gint64 nomination_id, const char *key)
{
  guint low = 0, high = facts->attestations->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (facts->attestations, BvFactAttestation, middle).nomination_id
          < nomination_id)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < facts->attestations->len; low++)
    {
      const BvFactAttestation *attestation = &g_array_index (facts->attestations, BvFactAttestation,
                                                             low);

      if (attestation->nomination_id != nomination_id)
        break;
      if (attestation->key == key)
        return attestation;
    }
  return NULL;
}

BvOutcome
bv_judge_attested (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->nominations;
  const BvFactAttestation *attestation = NULL;
  BvOutcome outcome = { BV_VERDICT_CANNOT_TELL, self->year, TRUE };

  if (self->question->nomination_id != 0)
    attestation = find_attestation (self->facts, self->question->nomination_id, rule->key);
  else
    /* Asked in general: what was attested for this award in this year stands. */
    for (guint i = table->start[self->subject];
         attestation == NULL && i < table->start[self->subject + 1]; i++)
      {
        const BvFactNomination *nomination = bv_fact_table_get (table, BvFactNomination, i);

        if (nomination->year == self->year && self->form >= 0
            && g_str_equal (g_ptr_array_index (self->facts->codes, nomination->code),
                            self->plans[self->form].award->code))
          attestation = find_attestation (self->facts, nomination->id, rule->key);
      }
  if (attestation != NULL)
    outcome = attestation->holds ? (BvOutcome){ BV_VERDICT_MET, self->year }
                                 : (BvOutcome){ BV_VERDICT_NOT_MET, self->year + 1 };
  if (finding == NULL)
    return outcome;
  if (attestation == NULL)
    bv_words_set (finding, g_strdup (_ ("No record answers this; the unit's minutes must say it.")),
                  g_strdup (_ ("Enter in the nomination what the minutes of the unit say.")));
  else if (*attestation->basis != '\0')
    bv_words_set (finding,
                  attestation->holds
                    /* TRANSLATORS: %s names a paper: "Biên bản bình xét ngày …". */
                    ? g_strdup_printf (_ ("Attested: %s."), attestation->basis)
                    : g_strdup_printf (_ ("Denied: %s."), attestation->basis),
                  NULL);
  else
    bv_words_set (finding,
                  g_strdup (attestation->holds ? _ ("Attested in the nomination.")
                                               : _ ("Denied in the nomination.")),
                  NULL);
  return outcome;
}
