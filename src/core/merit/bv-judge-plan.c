// SPDX-License-Identifier: GPL-3.0-or-later
/* The conditions of a regime made ready for judging, and an award judged over its paths. Made ready when first asked for:
 * a form asks for one award, the list of the office for all. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include "base/bv-date.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ── Making ready ────────────────────────────────────────────────────────────────────────── */

static guint8 *
make_codes (const BvFacts *facts, char **codes)
{
  guint8 *set;

  if (codes == NULL)
    return NULL;
  set = g_new0 (guint8, facts->codes->len + 1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      gint32 code = bv_facts_find_code (facts, codes[i]);

      if (code >= 0)
        set[code] = 1;
    }
  return set;
}

static const char **
intern_all (char **texts)
{
  guint n = texts != NULL ? g_strv_length (texts) : 0;
  const char **interned;

  if (texts == NULL)
    return NULL;
  interned = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    interned[i] = g_intern_string (texts[i]);
  return interned;
}

/* The office's rule in place of what the regime says: "15" of a share is 15 %, of a count 15; or "2/3". */
static void
apply_rule (const BvFacts *facts, const char *rule, BvFraction *fraction, int *count)
{
  const char *value = rule != NULL ? g_hash_table_lookup (facts->settings, rule) : NULL;
  gint64 number;

  if (value == NULL)
    return;
  if (g_ascii_string_to_signed (value, 10, 0, 100000, &number, NULL))
    {
      if (fraction->denominator != 0)
        *fraction = (BvFraction){ number, 100, FALSE };
      if (count != NULL)
        *count = (int) number;
    }
  else
    bv_fraction_parse (value, fraction, NULL);
}

static void
make_rule (BvJudge *self, const BvCondition *condition, BvRule *rule)
{
  guint counted = self->regime->counted_manners;

  rule->condition = condition;
  rule->awards = make_codes (self->facts, condition->awards);
  rule->after = make_codes (self->facts, condition->after_awards);
  rule->or_awards = make_codes (self->facts, condition->or_awards);
  rule->manners = condition->manners != 0 ? condition->manners : counted != 0 ? counted : ~0u;
  rule->fraction = condition->fraction;
  rule->count = condition->count;
  apply_rule (self->facts, condition->rule, &rule->fraction, &rule->count);
  rule->key = condition->key != NULL ? g_intern_string (condition->key) : NULL;
  rule->kinds = intern_all (condition->kinds);
  rule->absences = intern_all (condition->absences);
  rule->worker_classes = intern_all (condition->worker_classes);
  rule->leader_classes = intern_all (condition->leader_classes);
  rule->levels = intern_all (condition->levels);
  rule->n_of = condition->of != NULL ? condition->of->len : 0;
  rule->of = g_new0 (BvRule, rule->n_of);
  for (guint i = 0; i < rule->n_of; i++)
    make_rule (self, g_ptr_array_index (condition->of, i), &rule->of[i]);
}

static void
clear_rule (BvRule *rule)
{
  g_free (rule->awards);
  g_free (rule->after);
  g_free (rule->or_awards);
  g_free (rule->kinds);
  g_free (rule->absences);
  g_free (rule->worker_classes);
  g_free (rule->leader_classes);
  g_free (rule->levels);
  for (guint i = 0; i < rule->n_of; i++)
    clear_rule (&rule->of[i]);
  g_free (rule->of);
}

const BvPlan *
bv_judge_get_plan (BvJudge *self, int form)
{
  BvPlan *plan = &self->plans[form];

  if (plan->is_ready)
    return plan;
  plan->is_ready = TRUE;
  plan->n_paths = plan->award->paths != NULL ? plan->award->paths->len : 0;
  plan->paths = g_new0 (BvPlanPath, plan->n_paths);
  for (guint i = 0; i < plan->n_paths; i++)
    {
      const BvPath *source = g_ptr_array_index (plan->award->paths, i);
      BvPlanPath *path = &plan->paths[i];

      path->path = source;
      path->subjects = source->subjects != 0 ? source->subjects : plan->award->subjects;
      path->manners = source->manners != 0 ? source->manners : ~0u;
      path->unit_kinds = intern_all (source->unit_kinds);
      path->worker_classes = intern_all (source->worker_classes);
      path->workplaces = intern_all (source->workplaces);
      path->n_rules = source->conditions->len;
      path->rules = g_new0 (BvRule, path->n_rules);
      for (guint c = 0; c < path->n_rules; c++)
        make_rule (self, g_ptr_array_index (source->conditions, c), &path->rules[c]);
    }
  return plan;
}

int
bv_judge_find_form (BvJudge *self, const char *code)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->plan_indexes, code)) - 1;
}

BvJudge *
bv_judge_new (BvFacts *facts, const BvRegime *regime, const BvEligibilityQuestion *question)
{
  BvJudge *self = g_new0 (BvJudge, 1);
  guint n = regime->awards->len;
  g_autofree char *today = question->date == NULL ? bv_date_today () : NULL;

  self->facts = bv_facts_ref (facts);
  self->regime = regime;
  self->question = question;
  self->manner = question->manner;
  self->year = question->year;
  self->day = bv_day_parse (question->date != NULL ? question->date : today);
  for (guint i = 0; question->nomination_id != 0 && i < facts->nominations.rows->len; i++)
    {
      const BvFactNomination *nomination = bv_fact_table_get (&facts->nominations, BvFactNomination,
                                                              i);

      if (nomination->id == question->nomination_id)
        self->dossier_id = nomination->dossier_id;
    }
  self->first_day = bv_day_new (question->year, 1, 1);
  self->last_day = bv_day_new (question->year, 12, 31);
  self->plans = g_new0 (BvPlan, n);
  self->plan_indexes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      self->plans[i].award = g_ptr_array_index (regime->awards, i);
      g_hash_table_insert (self->plan_indexes, self->plans[i].award->code,
                           GINT_TO_POINTER ((int) i + 1));
    }
  self->titles = g_new0 (guint8, facts->codes->len + 1);
  for (guint i = 0; i < facts->codes->len; i++)
    {
      const BvRegimeAward *award = bv_regime_find_award (regime,
                                                         g_ptr_array_index (facts->codes, i));

      self->titles[i] = award != NULL && bv_regime_award_is_title (award);
    }
  self->memos[0] = g_new0 (BvMemo, n);
  self->memos[1] = question->manner == BV_MANNER_MERIT ? self->memos[0] : g_new0 (BvMemo, n);
  self->members = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->members_of = -1;
  self->subject = -1;
  return self;
}

void
bv_judge_free (BvJudge *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->regime->awards->len; i++)
    {
      BvPlan *plan = &self->plans[i];

      for (guint p = 0; p < plan->n_paths; p++)
        {
          for (guint r = 0; r < plan->paths[p].n_rules; r++)
            clear_rule (&plan->paths[p].rules[r]);
          g_free (plan->paths[p].rules);
          g_free (plan->paths[p].unit_kinds);
          g_free (plan->paths[p].worker_classes);
          g_free (plan->paths[p].workplaces);
        }
      g_free (plan->paths);
    }
  g_free (self->plans);
  g_free (self->titles);
  g_hash_table_unref (self->plan_indexes);
  if (self->memos[1] != self->memos[0])
    g_free (self->memos[1]);
  g_free (self->memos[0]);
  g_array_unref (self->members);
  bv_facts_unref (self->facts);
  g_free (self);
}

void
bv_judge_set_subject (BvJudge *self, gint32 subject)
{
  gsize size = sizeof (BvMemo) * self->regime->awards->len;

  self->subject = subject;
  self->who = bv_facts_get (self->facts, subject);
  self->form = -1;
  memset (self->memos[0], 0, size);
  if (self->memos[1] != self->memos[0])
    memset (self->memos[1], 0, size);
}

/* ── Over the paths ──────────────────────────────────────────────────────────────────────── */

static gboolean
has (const char **texts, const char *text)
{
  for (; *texts != NULL; texts++)
    if (*texts == text)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (BvJudge *self, gint32 unit, const char **kinds)
{
  for (int depth = 0; unit >= 0 && depth < 32; depth++)
    {
      const BvFactSubject *place = bv_facts_get (self->facts, unit);

      if (has (kinds, place->class))
        return TRUE;
      unit = place->parent;
    }
  return FALSE;
}

/* Whether the person held a post in the year in a unit of @kinds, or below one. */
static BvVerdict
works_in (BvJudge *self, const char **kinds)
{
  const BvFactTable *table = &self->facts->memberships;

  if (table->start[self->subject] == table->start[self->subject + 1])
    return BV_VERDICT_CANNOT_TELL;
  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactMembership *post = bv_fact_table_get (table, BvFactMembership, i);

      if ((post->from == 0 || post->from <= self->last_day)
          && (post->to == 0 || post->to >= self->first_day) && is_within (self, post->unit, kinds))
        return BV_VERDICT_MET;
    }
  return BV_VERDICT_NOT_MET;
}

BvVerdict
bv_judge_path_is_open (BvJudge *self, const BvPlanPath *path)
{
  const BvFactSubject *who = self->who;

  if ((path->subjects & (1u << who->kind)) == 0 || (path->manners & (1u << self->manner)) == 0)
    return BV_VERDICT_NOT_MET;
  if (who->kind == BV_SUBJECT_UNIT && path->unit_kinds != NULL
      && !has (path->unit_kinds, who->class))
    return BV_VERDICT_NOT_MET;
  if (who->kind == BV_SUBJECT_PERSON && path->worker_classes != NULL
      && !has (path->worker_classes, who->class))
    return *who->class == '\0' ? BV_VERDICT_CANNOT_TELL : BV_VERDICT_NOT_MET;
  if (who->kind == BV_SUBJECT_PERSON && path->workplaces != NULL)
    return works_in (self, path->workplaces);
  return BV_VERDICT_MET;
}

/* Later of two first years: never beats not known beats a year. */
int
bv_judge_later (int a, int b)
{
  if (a < 0 || b < 0)
    return -1;
  if (a == 0 || b == 0)
    return 0;
  return MAX (a, b);
}

static gboolean
is_better (BvVerdict verdict,
           gboolean needs_word,
           int first_year,
           guint n_met,
           const BvMemo *than,
           guint than_n_met)
{
  guint a = first_year > 0 ? (guint) first_year : G_MAXUINT;
  guint b = than->first_year > 0 ? (guint) than->first_year : G_MAXUINT;

  if (than->path < 0)
    return TRUE;
  if (verdict != than->verdict)
    return verdict < than->verdict;
  if (needs_word != than->needs_word)
    return needs_word;
  if (a != b)
    return a < b;
  return n_met > than_n_met;
}

const BvMemo *
bv_judge_award (BvJudge *self, int form)
{
  BvMemo *memo = &self->memos[self->manner == self->question->manner ? 0 : 1][form];
  const BvPlan *plan = bv_judge_get_plan (self, form);
  int form_before = self->form;
  guint best_n_met = 0;

  if (memo->state != 0)
    return memo;
  memo->state = 1;
  memo->verdict = BV_VERDICT_NOT_MET;
  memo->first_year = -1;
  memo->path = -1;
  self->form = form;
  for (guint p = 0; p < plan->n_paths; p++)
    {
      const BvPlanPath *path = &plan->paths[p];
      BvVerdict verdict = bv_judge_path_is_open (self, path);
      int first_year = self->year;
      guint n_met = 0;
      gboolean needs_word = verdict != BV_VERDICT_CANNOT_TELL;

      if (verdict == BV_VERDICT_NOT_MET)
        continue;
      for (guint r = 0; r < path->n_rules; r++)
        {
          BvOutcome outcome = bv_judge_rule (self, &path->rules[r], NULL, NULL);

          verdict = MAX (verdict, outcome.verdict);
          first_year = bv_judge_later (first_year, outcome.first_year);
          n_met += outcome.verdict == BV_VERDICT_MET;
          needs_word = needs_word && (outcome.verdict == BV_VERDICT_MET || outcome.needs_word);
        }
      needs_word = needs_word && verdict == BV_VERDICT_CANNOT_TELL;
      if (is_better (verdict, needs_word, first_year, n_met, memo, best_n_met))
        {
          memo->verdict = verdict;
          memo->first_year = first_year;
          memo->needs_word = needs_word;
          memo->path = (gint16) p;
          best_n_met = n_met;
        }
    }
  self->form = form_before;
  memo->state = 2;
  return memo;
}

GPtrArray *
bv_judge_findings (BvJudge *self, int form)
{
  const BvMemo *memo = bv_judge_award (self, form);
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
  const BvPlanPath *path;

  if (memo->path < 0)
    return findings;
  path = &self->plans[form].paths[memo->path];
  self->form = form;
  if (bv_judge_path_is_open (self, path) == BV_VERDICT_CANNOT_TELL)
    {
      BvFinding *finding = bv_finding_new ();

      finding->kind = BV_CONDITION_ALL;
      finding->verdict = BV_VERDICT_CANNOT_TELL;
      finding->first_year = self->year;
      finding->is_verified = path->path->is_verified;
      bv_text_set (&finding->requirement, path->path->name);
      bv_text_set (&finding->article, path->path->article);
      if (*self->who->class == '\0')
        bv_words_set (
          finding,
          g_strdup (_ ("This way is open to some kinds of workers only, and the person's is "
                       "not on record.")),
          /* TRANSLATORS: %s is a person's name. */
          g_strdup_printf (_ ("Record the kind of worker of %s."), self->who->name));
      else
        bv_words_set (
          finding,
          g_strdup (_ ("This way is open to the people of some kinds of units only, and no post is "
                       "on record.")),
          /* TRANSLATORS: %s is a person's name. */
          g_strdup_printf (_ ("Record the posts of %s with their dates."), self->who->name));
      /* Both stand in the record of the subject itself: one click leads there. */
      bv_words_add_subject (self, finding);
      g_ptr_array_add (findings, finding);
    }
  for (guint r = 0; r < path->n_rules; r++)
    {
      BvFinding *finding = bv_finding_new ();

      bv_judge_rule (self, &path->rules[r], NULL, finding);
      g_ptr_array_add (findings, finding);
    }
  self->form = -1;
  return findings;
}
