// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions on awards, ratings, initiatives and discipline, and those made of others. Numbers only; what is said of
 * them stands in bv-judge-words.c and is asked for only where somebody reads it. Years are bits of one word, the year of
 * the question the lowest. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

/* ── Years as bits ───────────────────────────────────────────────────────────────────────── */

/* The ages @low to @high. */
static guint64
ages (int low, int high)
{
  guint64 upto;

  high = MIN (high, BV_YEARS_BACK - 1);
  if (low > high || high < 0)
    return 0;
  upto = high == BV_YEARS_BACK - 1 ? ~G_GUINT64_CONSTANT (0)
                                   : (G_GUINT64_CONSTANT (1) << (high + 1)) - 1;
  return upto & ~(low > 0 ? (G_GUINT64_CONSTANT (1) << low) - 1 : 0);
}

static gboolean
has_age (guint64 bits, int age)
{
  return age >= 0 && age < BV_YEARS_BACK && (bits >> age & 1) != 0;
}

static guint
n_ages (guint64 bits)
{
  return (guint) __builtin_popcountll (bits);
}

static guint
run_from (guint64 bits, int age)
{
  guint n = 0;

  while (has_age (bits, age + (int) n))
    n++;
  return n;
}

/* Earlier of two first years: any year beats not known beats never. */
static int
sooner (int a, int b)
{
  if (a > 0 && b > 0)
    return MIN (a, b);
  return MAX (a, b);
}

/* ── Awards ──────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_judge_is_in_force (const BvJudge *self, const BvFactAward *award)
{
  if (award->on > self->day)
    return FALSE;
  return award->revoked == 0 || award->revoked > self->day
         || (award->restored != 0 && award->restored <= self->day);
}

gboolean
bv_judge_counts (const BvJudge *self, const BvFactAward *award, const guint8 *codes, guint manners)
{
  return codes[award->code] != 0 && (manners & (1u << award->manner)) != 0
         && bv_judge_is_in_force (self, award);
}

typedef struct
{
  guint64 bits;
  guint n_older;
} Years;

static Years
award_years (const BvJudge *self, const guint8 *codes, guint manners)
{
  const BvFacts *facts = self->facts;
  Years years = { 0, 0 };

  for (guint l = facts->lineage_start[self->subject]; l < facts->lineage_start[self->subject + 1];
       l++)
    {
      gint32 subject = g_array_index (facts->lineage, gint32, l);

      for (guint i = facts->awards.start[subject]; i < facts->awards.start[subject + 1]; i++)
        {
          const BvFactAward *award = bv_fact_table_get (&facts->awards, BvFactAward, i);
          int age = self->year - award->year;

          if (age < 0 || !bv_judge_counts (self, award, codes, manners))
            continue;
          if (age < BV_YEARS_BACK)
            years.bits |= G_GUINT64_CONSTANT (1) << age;
          else
            years.n_older++;
        }
    }
  return years;
}

const BvFactNomination *
bv_judge_pending (const BvJudge *self, gint32 subject, const guint8 *codes)
{
  const BvFactTable *table = &self->facts->nominations;

  for (guint i = table->start[subject]; i < table->start[subject + 1]; i++)
    {
      const BvFactNomination *nomination = bv_fact_table_get (table, BvFactNomination, i);

      if (nomination->is_open && nomination->year == self->year && codes[nomination->code] != 0
          && nomination->id != self->question->nomination_id)
        return nomination;
    }
  return NULL;
}

const BvFactNomination *
bv_judge_together (const BvJudge *self, gint32 subject, const BvRule *rule)
{
  const BvFactTable *table = &self->facts->nominations;

  if (self->dossier_id == 0 || (rule->manners & (1u << self->question->manner)) == 0)
    return NULL;
  for (guint i = table->start[subject]; i < table->start[subject + 1]; i++)
    {
      const BvFactNomination *nomination = bv_fact_table_get (table, BvFactNomination, i);

      if (nomination->dossier_id == self->dossier_id && nomination->is_proposed
          && nomination->year == self->year && rule->awards[nomination->code] != 0
          && nomination->id != self->question->nomination_id)
        return nomination;
    }
  return NULL;
}

int
bv_judge_first_award (BvJudge *self, char **codes)
{
  BvManner manner = self->manner;
  int first = -1;

  self->manner = BV_MANNER_MERIT;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      int form = bv_judge_find_form (self, codes[i]);
      const BvMemo *memo;
      int year;

      if (form < 0)
        year = 0; /* of another regime */
      else if (self->memos[self->question->manner == BV_MANNER_MERIT ? 0 : 1][form].state == 1)
        year = self->year + 1; /* two awards that ask for each other */
      else
        {
          memo = bv_judge_award (self, form);
          year = memo->path >= 0 ? memo->first_year
                 : self->plans[form].n_paths == 0
                     && bv_regime_award_allows (self->plans[form].award,
                                                (BvSubjectKind) self->who->kind)
                   ? 0
                   : -1;
        }
      first = sooner (first, year);
    }
  self->manner = manner;
  return first;
}

static BvOutcome
judge_award (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding)
{
  const BvCondition *condition = rule->condition;
  Years years = award_years (self, rule->awards, rule->manners);
  int offset = condition->include_year ? 0 : 1;
  int high = condition->within_years > 0 ? offset + condition->within_years - 1 : BV_YEARS_BACK - 1;
  guint count = (guint) MAX (rule->count, 1);
  BvFoundYears found = { 0 };
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year };
  guint64 all;
  int first;

  if (span != NULL)
    high = MIN (high, self->year - span->from);
  if (condition->within_years > 0 || span != NULL)
    years.n_older = 0;
  found.wanted = ages (offset, high);
  found.held = years.bits & found.wanted;
  found.run = run_from (found.held, offset);
  found.n = n_ages (found.held) + years.n_older;
  if (condition->is_consecutive ? found.run >= count : found.n >= count)
    outcome.verdict = BV_VERDICT_MET;
  else if (offset == 0 && high >= 0 && !has_age (found.held, 0))
    {
      gboolean would_do = (condition->is_consecutive ? 1 + run_from (found.held, 1) : found.n + 1)
                          >= count;

      found.together = would_do ? bv_judge_together (self, self->subject, rule) : NULL;
      if (found.together == NULL)
        found.pending = bv_judge_pending (self, self->subject, rule->awards);
      if (found.together != NULL)
        outcome.verdict = BV_VERDICT_MET;
      else if (found.pending != NULL && would_do)
        outcome.verdict = BV_VERDICT_CANNOT_TELL;
    }
  if (condition->is_consecutive)
    found.missing = ages (offset, offset + (int) count - 1) & ~found.held & found.wanted;
  if (outcome.verdict == BV_VERDICT_NOT_MET)
    {
      first = bv_judge_first_award (self, condition->awards);
      all = years.bits & ages (0, span != NULL ? self->year - span->from : BV_YEARS_BACK - 1);
      if (first > 0 && has_age (all, 0))
        first = MAX (first, self->year + 1);
      if (first <= 0)
        outcome.first_year = first;
      else if (condition->is_consecutive)
        {
          guint run = first <= self->year + 1 ? run_from (all, self->year - first + 1) : 0;

          outcome.first_year = MAX (first + (int) count - (int) run - 1 + offset, self->year);
        }
      else
        for (outcome.first_year = self->year; outcome.first_year < self->year + BV_YEARS_BACK;
             outcome.first_year++)
          {
            int ahead = outcome.first_year - self->year;
            int low = condition->within_years > 0 ? offset + condition->within_years - 1 - ahead
                                                  : BV_YEARS_BACK - 1;
            int fresh = MAX (outcome.first_year - offset - first + 1, 0);

            if (n_ages (all & ages (MAX (offset - ahead, 0), low)) + years.n_older + (guint) fresh
                >= count)
              break;
          }
    }
  if (finding != NULL)
    bv_words_award (self, rule, span, &found, finding);
  return outcome;
}

/* ── Ratings ─────────────────────────────────────────────────────────────────────────────── */

static int
own_grade (const BvFacts *facts, gint32 subject, int year, gint64 *rating_id)
{
  for (guint i = facts->ratings.start[subject]; i < facts->ratings.start[subject + 1]; i++)
    {
      const BvFactRating *rating = bv_fact_table_get (&facts->ratings, BvFactRating, i);

      if (rating->year != year)
        continue;
      if (rating_id != NULL)
        *rating_id = rating->id;
      return rating->grade;
    }
  return -1;
}

int
bv_judge_grade (const BvJudge *self, gint32 subject, int year, gint64 *rating_id)
{
  const BvFacts *facts = self->facts;
  int grade = own_grade (facts, subject, year, rating_id);

  /* A merged unit's years before: a run must hold for all that went into it. */
  for (guint l = facts->lineage_start[subject] + 1;
       grade < 0 && l < facts->lineage_start[subject + 1]; l++)
    {
      int worst = -1;

      for (; l < facts->lineage_start[subject + 1]; l++)
        {
          gint64 id = 0;
          int other = own_grade (facts, g_array_index (facts->lineage, gint32, l), year, &id);

          if (other > worst)
            {
              worst = other;
              if (rating_id != NULL)
                *rating_id = id;
            }
        }
      grade = worst;
    }
  return grade;
}

/* The years that can have a record at all: since the first post, or since the unit exists. */
static int
n_possible_ages (const BvJudge *self)
{
  const BvFacts *facts = self->facts;
  BvDay first = 0;
  int year, month, day;

  if (self->who->kind == BV_SUBJECT_UNIT)
    for (guint l = facts->lineage_start[self->subject]; l < facts->lineage_start[self->subject + 1];
         l++)
      {
        BvDay from = bv_facts_get (facts, g_array_index (facts->lineage, gint32, l))->from;

        if (from == 0)
          return BV_YEARS_BACK;
        first = first == 0 ? from : MIN (first, from);
      }
  for (guint i = facts->memberships.start[self->subject];
       i < facts->memberships.start[self->subject + 1]; i++)
    {
      BvDay from = bv_fact_table_get (&facts->memberships, BvFactMembership, i)->from;

      if (from == 0)
        return BV_YEARS_BACK;
      first = first == 0 ? from : MIN (first, from);
    }
  if (first == 0)
    return BV_YEARS_BACK;
  bv_day_split (first, &year, &month, &day);
  return CLAMP (self->year - year + 1, 0, BV_YEARS_BACK);
}

static BvOutcome
judge_rating (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding)
{
  const BvCondition *condition = rule->condition;
  guint count = (guint) MAX (rule->count, 1);
  gboolean is_run = condition->is_consecutive && span == NULL;
  gboolean is_year = count == 1 && span == NULL;
  int high = is_year ? 0 : span != NULL ? self->year - span->from : n_possible_ages (self) - 1;
  BvFoundYears found = { 0 };
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year };
  guint possible;

  found.wanted = ages (0, high);
  for (int age = 0; age <= MIN (high, BV_YEARS_BACK - 1); age++)
    {
      int grade = bv_judge_grade (self, self->subject, self->year - age, NULL);

      if (grade < 0)
        found.missing |= G_GUINT64_CONSTANT (1) << age;
      else if (grade <= (int) condition->grade)
        found.held |= G_GUINT64_CONSTANT (1) << age;
      else if (is_run)
        break;
    }
  found.n = n_ages (found.held);
  found.run = run_from (found.held, 0);
  possible = is_run ? run_from (found.held | found.missing, 0) : found.n + n_ages (found.missing);
  if (is_run ? found.run >= count : found.n >= count)
    outcome.verdict = BV_VERDICT_MET;
  else if (possible >= count)
    outcome.verdict = BV_VERDICT_CANNOT_TELL;
  else
    outcome.first_year = self->year + (int) (count - possible);
  if (is_run)
    found.wanted = ages (0, (int) count - 1);
  if (finding != NULL)
    bv_words_rating (self, rule, span, &found, finding);
  return outcome;
}

/* ── Spans ───────────────────────────────────────────────────────────────────────────────── */

/* The run inside a span that may begin with @from; what is in it is then judged. */
static BvOutcome
judge_run (BvJudge *self,
           const BvRule *rule,
           guint64 or_years,
           int from,
           gboolean after_is_missing,
           BvFinding *finding)
{
  int length = rule->condition->min_years;
  guint64 good = 0, missing = 0;
  guint sure, possible;
  BvSpan span;
  BvVerdict run_verdict;
  BvOutcome outcome = { BV_VERDICT_NOT_MET, 0, FALSE };
  gboolean all_words = TRUE;

  for (int age = 0; age <= MIN (self->year - from, BV_YEARS_BACK - 1); age++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << age;
      int grade = has_age (or_years, age)
                    ? (int) rule->condition->grade
                    : bv_judge_grade (self, self->subject, self->year - age, NULL);

      if (grade < 0)
        missing |= bit;
      else if (grade <= (int) rule->condition->grade)
        good |= bit;
      else
        break;
    }
  sure = run_from (good, 0);
  possible = run_from (good | missing, 0);
  /* Years before the first record are not filled in by guessing. */
  while (possible > 0 && possible > (guint) length && !has_age (good, (int) possible - 1))
    possible--;
  run_verdict = (int) sure >= length       ? BV_VERDICT_MET
                : (int) possible >= length ? BV_VERDICT_CANNOT_TELL
                                           : BV_VERDICT_NOT_MET;
  span.from = self->year - (int) (run_verdict == BV_VERDICT_MET ? sure : possible) + 1;
  span.to = self->year;
  outcome.verdict = after_is_missing ? BV_VERDICT_NOT_MET : run_verdict;
  outcome.first_year = MAX (span.from + length - 1, self->year);
  for (guint i = 0; i < rule->n_of; i++)
    {
      BvFinding *part = finding != NULL ? bv_finding_new () : NULL;
      BvOutcome inner = bv_judge_rule (self, &rule->of[i], &span, part);

      outcome.verdict = MAX (outcome.verdict, inner.verdict);
      outcome.first_year = bv_judge_later (outcome.first_year, inner.first_year);
      all_words = all_words && (inner.verdict == BV_VERDICT_MET || inner.needs_word);
      if (part != NULL)
        g_ptr_array_add (finding->of, part);
    }
  outcome.needs_word = outcome.verdict == BV_VERDICT_CANNOT_TELL && run_verdict == BV_VERDICT_MET
                       && all_words;
  if (outcome.verdict == BV_VERDICT_NOT_MET && outcome.first_year == self->year
      && run_verdict == BV_VERDICT_NOT_MET)
    outcome.first_year = self->year + length;
  if (finding != NULL)
    bv_words_span (self, rule, &span, after_is_missing, sure,
                   missing & ages (0, MAX (length, (int) possible) - 1), run_verdict, finding);
  return outcome;
}

static gboolean
is_better (const BvOutcome *a, const BvOutcome *b)
{
  guint x = a->first_year > 0 ? (guint) a->first_year : G_MAXUINT;
  guint y = b->first_year > 0 ? (guint) b->first_year : G_MAXUINT;

  return a->verdict != b->verdict ? a->verdict < b->verdict : x < y;
}

static BvOutcome
judge_span (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  guint64 or_years = rule->or_awards != NULL
                       ? award_years (self, rule->or_awards, rule->manners).bits
                       : 0;
  int far = self->year - BV_YEARS_BACK + 1;
  BvOutcome best = { BV_VERDICT_NOT_MET, -1 };
  int best_from = 0;
  Years after;

  if (rule->after == NULL)
    return judge_run (self, rule, or_years, far, FALSE, finding);
  after = award_years (self, rule->after, rule->manners);
  if (after.n_older > 0)
    {
      best = judge_run (self, rule, or_years, far, FALSE, NULL);
      best_from = far;
    }
  for (int age = BV_YEARS_BACK - 1; age > 0; age--)
    if (has_age (after.bits, age))
      {
        BvOutcome outcome = judge_run (self, rule, or_years, self->year - age + 1, FALSE, NULL);

        if (best_from == 0 || is_better (&outcome, &best))
          {
            best = outcome;
            best_from = self->year - age + 1;
          }
      }
  if (best_from != 0)
    return finding != NULL ? judge_run (self, rule, or_years, best_from, FALSE, finding) : best;

  /* Not given yet, or for this very year: the span begins after it. */
  best = judge_run (self, rule, or_years, self->year + 1, TRUE, finding);
  if (best.first_year > 0)
    {
      int first = has_age (after.bits, 0)
                    ? self->year
                    : bv_judge_first_award (self, rule->condition->after_awards);

      best.first_year = first > 0
                          ? first + MAX (best.first_year - self->year, rule->condition->min_years)
                          : first;
    }
  best.verdict = BV_VERDICT_NOT_MET;
  return best;
}

/* ── Any condition ───────────────────────────────────────────────────────────────────────── */

static BvOutcome
judge_group (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding)
{
  gboolean is_any = rule->condition->kind == BV_CONDITION_ANY;
  BvOutcome outcome = { is_any && rule->n_of > 0 ? BV_VERDICT_NOT_MET : BV_VERDICT_MET,
                        is_any ? -1 : self->year, FALSE };
  gboolean all_words = TRUE, a_word = FALSE;

  for (guint i = 0; i < rule->n_of; i++)
    {
      BvFinding *part = finding != NULL ? bv_finding_new () : NULL;
      BvOutcome inner = bv_judge_rule (self, &rule->of[i], span, part);

      outcome.verdict = is_any ? MIN (outcome.verdict, inner.verdict)
                               : MAX (outcome.verdict, inner.verdict);
      outcome.first_year = is_any ? sooner (outcome.first_year, inner.first_year)
                                  : bv_judge_later (outcome.first_year, inner.first_year);
      all_words = all_words && (inner.verdict == BV_VERDICT_MET || inner.needs_word);
      a_word = a_word || inner.needs_word;
      if (part != NULL)
        g_ptr_array_add (finding->of, part);
    }
  outcome.needs_word = outcome.verdict == BV_VERDICT_CANNOT_TELL && (is_any ? a_word : all_words);
  return outcome;
}

BvOutcome
bv_judge_rule (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding)
{
  BvOutcome outcome = { BV_VERDICT_CANNOT_TELL, 0, FALSE };

  switch (rule->condition->kind)
    {
    case BV_CONDITION_ALL:
    case BV_CONDITION_ANY:
      outcome = judge_group (self, rule, span, finding);
      break;
    case BV_CONDITION_AWARD:
      outcome = judge_award (self, rule, span, finding);
      break;
    case BV_CONDITION_RATING:
      outcome = judge_rating (self, rule, span, finding);
      break;
    case BV_CONDITION_SPAN:
      outcome = judge_span (self, rule, finding);
      break;
    case BV_CONDITION_INITIATIVE:
      outcome = bv_judge_initiative (self, rule, span, finding);
      break;
    case BV_CONDITION_MEMBER_SHARE:
    case BV_CONDITION_MEMBER_COUNT:
      outcome = bv_judge_member_awards (self, rule, finding);
      break;
    case BV_CONDITION_MEMBER_RATING:
      outcome = bv_judge_member_rating (self, rule, finding);
      break;
    case BV_CONDITION_MEMBERS_UNDISCIPLINED:
      outcome = bv_judge_members_undisciplined (self, rule, finding);
      break;
    case BV_CONDITION_UNDISCIPLINED:
      outcome = bv_judge_undisciplined (self, rule, finding);
      break;
    case BV_CONDITION_NOTHING_PENDING:
      outcome = bv_judge_nothing_pending (self, finding);
      break;
    case BV_CONDITION_MONTHS_IN_POST:
      outcome = bv_judge_months (self, rule, finding);
      break;
    case BV_CONDITION_ABSENCE:
      outcome = bv_judge_absence (self, rule, finding);
      break;
    case BV_CONDITION_YEARS_OF_EXISTENCE:
      outcome = bv_judge_existence (self, rule, finding);
      break;
    case BV_CONDITION_YEARS_OF_SERVICE:
      outcome = bv_judge_service (self, rule, finding);
      break;
    case BV_CONDITION_MOVEMENT:
      outcome = bv_judge_movement (self, rule, finding);
      break;
    case BV_CONDITION_NOT_WITH:
      outcome = bv_judge_not_with (self, rule, finding);
      break;
    case BV_CONDITION_NOT_SAME_ACHIEVEMENT:
      outcome = bv_judge_not_same_achievement (self, finding);
      break;
    case BV_CONDITION_ATTESTED:
      outcome = bv_judge_attested (self, rule, finding);
      break;
    default:
      g_assert_not_reached ();
    }
  if (outcome.verdict == BV_VERDICT_MET)
    outcome.first_year = self->year;
  if (finding != NULL)
    {
      finding->kind = rule->condition->kind;
      finding->verdict = outcome.verdict;
      finding->first_year = outcome.first_year;
      finding->is_verified = rule->condition->is_verified;
      bv_text_set (&finding->requirement, rule->condition->text);
      bv_text_set (&finding->article, rule->condition->article);
      bv_text_set (&finding->key, rule->condition->key != NULL ? rule->condition->key : "");
    }
  return outcome;
}
