// SPDX-License-Identifier: GPL-3.0-or-later
/* What findings say: whole sentences about the records that a condition rests on and the one that would mend it. Judges
 * nothing; called only where somebody reads the words. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include "base/bv-text.h"
#include "merit/bv-absence.h"

#include <glib/gi18n-lib.h>

/* ── Pieces ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_age (guint64 bits, int age)
{
  return age >= 0 && age < BV_YEARS_BACK && (bits >> age & 1) != 0;
}

char *
bv_words_years (int year, guint64 bits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int age = BV_YEARS_BACK - 1; age >= 0; age--)
    {
      int first = age;

      if (!has_age (bits, age))
        continue;
      while (has_age (bits, age - 1))
        age--;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (first - age >= 2)
        g_string_append_printf (text, "%d–%d", year - first, year - age);
      else if (first > age)
        g_string_append_printf (text, "%d, %d", year - first, year - age);
      else
        g_string_append_printf (text, "%d", year - first);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
short_name (const BvRegime *regime, const char *code)
{
  const BvRegimeAward *award = bv_regime_find_award (regime, code);

  return award != NULL ? award->abbreviation : code;
}

char *
bv_words_awards (const BvRegime *regime, char **codes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "/" : "", short_name (regime, codes[i]));
  return g_string_free (text, FALSE);
}

void
bv_words_set (BvFinding *finding, char *explanation, char *remedy)
{
  if (explanation != NULL)
    bv_text_take (&finding->explanation, explanation);
  if (remedy != NULL)
    bv_text_take (&finding->remedy, remedy);
}

void
bv_words_add (BvFinding *finding, char *sentence)
{
  if (*finding->explanation == '\0')
    bv_text_take (&finding->explanation, sentence);
  else
    {
      bv_text_take (&finding->explanation,
                    g_strdup_printf ("%s %s", finding->explanation, sentence));
      g_free (sentence);
    }
}

/* ── Records ─────────────────────────────────────────────────────────────────────────────── */

/* The page of the register that shows the subject. */
static const char *
subject_kind (const BvJudge *self, gint32 subject)
{
  static const char *const kinds[] = { "person", "unit", "household" };

  return kinds[bv_facts_get (self->facts, subject)->kind - BV_SUBJECT_PERSON];
}

void
bv_words_add_subject (BvJudge *self, BvFinding *finding)
{
  bv_finding_add_record (finding, subject_kind (self, self->subject), self->who->id,
                         self->who->name, NULL, 0);
}

void
bv_words_add_award (BvJudge *self, BvFinding *finding, const BvFactAward *award)
{
  const BvFactDecision *decision = &g_array_index (self->facts->decisions, BvFactDecision,
                                                   award->decision);
  const BvFactSubject *who = bv_facts_get (self->facts, award->subject);
  const char *name = short_name (self->regime, g_ptr_array_index (self->facts->codes, award->code));
  g_autofree char *day = bv_day_format (decision->on);
  g_autofree char *label = NULL;

  if (award->subject == self->subject)
    /* TRANSLATORS: an award: its short name, year, number and date of the decision. */
    label = g_strdup_printf (_ ("%1$s for %2$d, decision %3$s of %4$s"), name, award->year,
                             decision->number, day);
  else
    /* TRANSLATORS: the same, with whose award it is in front. */
    label = g_strdup_printf (_ ("%1$s: %2$s for %3$d, decision %4$s of %5$s"), who->name, name,
                             award->year, decision->number, day);
  bv_finding_add_record (finding, "award", award->id, label, "decision", decision->id);
}

void
bv_words_add_rating (BvJudge *self,
                     BvFinding *finding,
                     gint32 subject,
                     gint64 id,
                     int year,
                     int grade)
{
  g_autofree char *label = subject == self->subject
                             /* TRANSLATORS: %1$d is a year, %2$s a grade. */
                             ? g_strdup_printf (_ ("Rating of %1$d: %2$s"), year,
                                                bv_grade_get_label ((BvGrade) grade))
                             /* TRANSLATORS: %1$s is a name, %2$d a year, %3$s a grade. */
                             : g_strdup_printf (_ ("%1$s, rating of %2$d: %3$s"),
                                                bv_facts_get (self->facts, subject)->name, year,
                                                bv_grade_get_label ((BvGrade) grade));

  bv_finding_add_record (finding, "rating", id, label, subject_kind (self, subject),
                         bv_facts_get (self->facts, subject)->id);
}

static char *
format_span (BvDay from, BvDay to)
{
  g_autofree char *first = bv_day_format (from);
  g_autofree char *last = bv_day_format (to);

  if (from != 0 && to != 0)
    return g_strdup_printf ("%s – %s", first, last);
  if (from != 0)
    return g_strdup_printf (_ ("since %s"), first);
  if (to != 0)
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup (_ ("without dates"));
}

void
bv_words_add_discipline (BvJudge *self,
                         BvFinding *finding,
                         const BvFactDiscipline *discipline,
                         const char *who)
{
  g_autofree char *span = format_span (discipline->on, discipline->until);
  g_autofree char *label =
    who == NULL
      ? g_strdup_printf ("%s, %s", bv_sanction_get_label ((BvSanction) discipline->kind), span)
      : g_strdup_printf ("%s: %s, %s", who, bv_sanction_get_label ((BvSanction) discipline->kind),
                         span);

  bv_finding_add_record (finding, "discipline", discipline->id, label,
                         subject_kind (self, discipline->subject),
                         bv_facts_get (self->facts, discipline->subject)->id);
}

void
bv_words_add_initiative (BvFinding *finding, const BvFactInitiative *initiative)
{
  g_autofree char *label = initiative->is_recognised
                             ? g_strdup_printf ("%s (%d, %s)", initiative->title, initiative->year,
                                                bv_scope_get_label ((BvScope) initiative->scope))
                             /* TRANSLATORS: %1$s is the title of an initiative, %2$d a year. */
                             : g_strdup_printf (_ ("%1$s (%2$d, not decided yet)"),
                                                initiative->title, initiative->year);

  bv_finding_add_record (finding, "initiative", initiative->id, label, NULL, 0);
}

void
bv_words_add_absence (BvJudge *self, BvFinding *finding, const BvFactAbsence *absence)
{
  g_autofree char *span = format_span (absence->from, absence->to);
  g_autofree char *label = g_strdup_printf (
    "%s, %s", bv_choice_label (bv_absence_kinds, absence->kind), span);

  bv_finding_add_record (finding, "absence", absence->id, label,
                         subject_kind (self, absence->subject),
                         bv_facts_get (self->facts, absence->subject)->id);
}

void
bv_words_add_membership (BvJudge *self, BvFinding *finding, const BvFactMembership *membership)
{
  g_autofree char *span = format_span (membership->from, membership->to);
  const char *unit = bv_facts_get (self->facts, membership->unit)->name;
  g_autofree char *label = *membership->post != '\0'
                             ? g_strdup_printf ("%s, %s, %s", membership->post, unit, span)
                             : g_strdup_printf ("%s, %s", unit, span);

  bv_finding_add_record (finding, "membership", membership->id, label,
                         subject_kind (self, membership->subject),
                         bv_facts_get (self->facts, membership->subject)->id);
}

/* ── Awards ──────────────────────────────────────────────────────────────────────────────── */

/* Those that count become records; of those that do not, it is said why. */
static void
tell_awards (BvJudge *self,
             const guint8 *codes,
             guint manners,
             int from,
             int to,
             const char *names,
             BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  guint64 other_manner = 0, revoked = 0;

  for (guint l = facts->lineage_start[self->subject]; l < facts->lineage_start[self->subject + 1];
       l++)
    {
      gint32 subject = g_array_index (facts->lineage, gint32, l);

      for (guint i = facts->awards.start[subject]; i < facts->awards.start[subject + 1]; i++)
        {
          const BvFactAward *award = bv_fact_table_get (&facts->awards, BvFactAward, i);
          int age = self->year - award->year;

          if (codes[award->code] == 0 || award->year < from || award->year > to
              || award->on > self->day)
            continue;
          if (bv_judge_counts (self, award, codes, manners))
            bv_words_add_award (self, finding, award);
          else if (age >= 0 && age < BV_YEARS_BACK)
            {
              if (bv_judge_is_in_force (self, award))
                other_manner |= G_GUINT64_CONSTANT (1) << age;
              else
                revoked |= G_GUINT64_CONSTANT (1) << age;
            }
        }
    }
  if (other_manner != 0)
    {
      g_autofree char *years = bv_words_years (self->year, other_manner);

      bv_words_add (
        finding,
        /* TRANSLATORS: %1$s is an award, %2$s years. */
        g_strdup_printf (_ ("%1$s for %2$s was given in another manner (sudden, thematic) and "
                            "does not count."),
                         names, years));
    }
  if (revoked != 0)
    {
      g_autofree char *years = bv_words_years (self->year, revoked);

      bv_words_add (finding, g_strdup_printf (_ ("%1$s for %2$s was taken back."), names, years));
    }
}

static char *
tell_years (BvJudge *self, const BvRule *rule, const BvFoundYears *found, const char *names)
{
  guint count = (guint) MAX (rule->count, 1);
  g_autofree char *held = bv_words_years (self->year, found->held);
  g_autofree char *missing = bv_words_years (self->year, found->missing);

  if (rule->condition->is_consecutive && count > 1)
    {
      if (found->run >= count)
        /* TRANSLATORS: %1$s is an award, %2$s years, %3$u how many in a row. */
        return g_strdup_printf (_ ("Has %1$s for %2$s: %3$u years in a row."), names, held,
                                found->run);
      if (*held == '\0')
        return g_strdup_printf (_ ("Has not been given %1$s in the years needed: %2$s."), names,
                                missing);
      return g_strdup_printf (
        /* TRANSLATORS: %1$s is an award, %2$s and %3$s years, %4$u how many must be in a row. */
        _ ("Has %1$s for %2$s; %3$s is missing: not %4$u years in a row yet."), names, held,
        missing, count);
    }
  if (found->n >= count)
    return *held != '\0' ? g_strdup_printf (_ ("Has %1$s for %2$s."), names, held)
                         /* TRANSLATORS: %s is an award. */
                         : g_strdup_printf (_ ("Has %s."), names);
  if (found->n > 0)
    /* TRANSLATORS: %1$s is an award, %2$s years, %3$u how many there are, %4$u how many are needed. */
    return g_strdup_printf (_ ("Has %1$s for %2$s: %3$u of %4$u."), names, held, found->n, count);
  if (found->wanted == 1)
    /* TRANSLATORS: %1$s is an award, %2$d a year. */
    return g_strdup_printf (_ ("Has not been given %1$s for %2$d."), names, self->year);
  return g_strdup_printf (_ ("Has not been given %s."), names);
}

void
bv_words_award (BvJudge *self,
                const BvRule *rule,
                const BvSpan *span,
                const BvFoundYears *found,
                BvFinding *finding)
{
  g_autofree char *names = bv_words_awards (self->regime, rule->condition->awards);
  guint count = (guint) MAX (rule->count, 1);
  gboolean is_met = rule->condition->is_consecutive ? found->run >= count : found->n >= count;

  bv_words_set (finding, tell_years (self, rule, found, names), NULL);
  tell_awards (self, rule->awards, rule->manners, span != NULL ? span->from : 0, self->year, names,
               finding);
  if (is_met)
    return;
  if (found->together != NULL)
    {
      bv_words_add (finding,
                    /* TRANSLATORS: %1$s is an award, %2$d a year. */
                    g_strdup_printf (_ ("%1$s for %2$d is proposed in this same dossier: met if it "
                                        "is adopted."),
                                     names, self->year));
      bv_finding_add_record (finding, "dossier", found->together->dossier_id,
                             found->together->dossier_title, NULL, 0);
    }
  else if (found->pending != NULL)
    {
      bv_words_add (finding,
                    /* TRANSLATORS: %1$d is a year, %2$s the title of a dossier. */
                    g_strdup_printf (_ ("For %1$d it is nominated in “%2$s”, without a decision."),
                                     self->year, found->pending->dossier_title));
      bv_words_set (finding, NULL, g_strdup (_ ("Issue that decision first.")));
      bv_finding_add_record (finding, "dossier", found->pending->dossier_id,
                             found->pending->dossier_title, NULL, 0);
    }
  else if (found->missing != 0)
    {
      g_autofree char *missing = bv_words_years (self->year, found->missing);

      bv_words_set (
        finding, NULL,
        /* TRANSLATORS: %1$s is an award, %2$s years. */
        g_strdup_printf (_ ("If %1$s was given for %2$s, record the decision."), names, missing));
    }
  else if (found->wanted == 1)
    bv_words_set (
      finding, NULL,
      g_strdup_printf (_ ("If %1$s was given for %2$d, record the decision."), names, self->year));
  else
    bv_words_set (finding, NULL,
                  /* TRANSLATORS: %s is an award. */
                  g_strdup_printf (_ ("If %s was given, record the decision."), names));
}

/* ── Ratings ─────────────────────────────────────────────────────────────────────────────── */

void
bv_words_rating (BvJudge *self,
                 const BvRule *rule,
                 const BvSpan *span,
                 const BvFoundYears *found,
                 BvFinding *finding)
{
  const char *wanted = bv_grade_get_label (rule->condition->grade);
  guint count = (guint) MAX (rule->count, 1);
  gboolean is_run = rule->condition->is_consecutive && span == NULL;
  gboolean is_met = is_run ? found->run >= count : found->n >= count;
  guint64 missing = found->missing & found->wanted;
  g_autofree char *held = bv_words_years (self->year, found->held);
  g_autofree char *without = NULL;

  for (int age = BV_YEARS_BACK - 1; age >= 0; age--)
    if (has_age (found->wanted & ~found->missing, age))
      {
        gint64 id = 0;
        int grade = bv_judge_grade (self, self->subject, self->year - age, &id);

        if (grade >= 0)
          bv_words_add_rating (self, finding, self->subject, id, self->year - age, grade);
      }
  if (count == 1 && span == NULL)
    {
      int grade = bv_judge_grade (self, self->subject, self->year, NULL);

      bv_words_set (finding,
                    grade < 0 ? g_strdup_printf (_ ("No rating of %d is on record."), self->year)
                              /* TRANSLATORS: %1$d is a year, %2$s a grade. */
                              : g_strdup_printf (_ ("Rated for %1$d: %2$s."), self->year,
                                                 bv_grade_get_label ((BvGrade) grade)),
                    NULL);
    }
  else if (found->n == 0)
    bv_words_set (finding,
                  /* TRANSLATORS: %s is a grade. */
                  g_strdup_printf (_ ("No year rated “%s” or better is on record."), wanted), NULL);
  else
    bv_words_set (
      finding,
      g_strdup_printf (
        is_run
          /* TRANSLATORS: %1$s is a grade, %2$s years, %3$u how many in a row, %4$u needed. */
          ? _ ("Rated “%1$s” or better for %2$s: %3$u of %4$u years in a row.")
          /* TRANSLATORS: %1$s is a grade, %2$s years, %3$u how many, %4$u needed. */
          : _ ("Rated “%1$s” or better for %2$s: %3$u of %4$u years."),
        wanted, held, is_run ? found->run : found->n, count),
      NULL);
  if (is_met || missing == 0)
    return;
  /* A person without a first day could have been rated ever since: the years that could help are enough. */
  for (guint n = 0, age = 0; age < BV_YEARS_BACK; age++)
    if (has_age (missing, (int) age) && ++n > count)
      missing &= (G_GUINT64_CONSTANT (1) << age) - 1;
  without = bv_words_years (self->year, missing);
  bv_words_set (
    finding, NULL,
    /* TRANSLATORS: %1$s is a list of years, %2$s a name. */
    g_strdup_printf (_ ("Record the rating for %1$s of %2$s."), without, self->who->name));
}

/* ── Spans ───────────────────────────────────────────────────────────────────────────────── */

void
bv_words_span (BvJudge *self,
               const BvRule *rule,
               const BvSpan *span,
               gboolean after_is_missing,
               guint run,
               guint64 missing,
               BvVerdict run_verdict,
               BvFinding *finding)
{
  const char *grade = bv_grade_get_label (rule->condition->grade);
  g_autofree char *after = bv_words_awards (self->regime, rule->condition->after_awards);
  g_autofree char *years = bv_words_years (self->year, missing);

  if (after_is_missing)
    {
      bv_words_set (
        finding,
        /* TRANSLATORS: %1$s is an award, %2$d a year. */
        g_strdup_printf (_ ("Has not been given %1$s before %2$d, after which the years count."),
                         after, self->year),
        g_strdup_printf (_ ("If %s was given, record the decision."), after));
      tell_awards (self, rule->after, rule->manners, 0, self->year, after, finding);
      return;
    }
  if (run == 0 && missing == 0)
    bv_words_set (
      finding,
      g_strdup_printf (
        /* TRANSLATORS: %1$d is a year, %2$s a grade, %3$d how many years are needed. */
        _ ("%1$d is not rated “%2$s” or better, so that the run of %3$d years begins anew."),
        self->year, grade, rule->condition->min_years),
      NULL);
  else
    bv_words_set (
      finding,
      g_strdup_printf (
        /* TRANSLATORS: %1$s is a grade, %2$d and %3$d the first and last year of a run, %4$u its
                     * length, %5$d the length needed. */
        _ ("Rated “%1$s” or better without a gap in %2$d–%3$d: %4$u of %5$d years."), grade,
        self->year - (int) MAX (run, 1) + 1, self->year, run, rule->condition->min_years),
      NULL);
  if (rule->after != NULL)
    tell_awards (self, rule->after, rule->manners, 0, span->from - 1, after, finding);
  if (missing != 0 && run_verdict != BV_VERDICT_MET)
    {
      bv_words_add (finding, g_strdup_printf (
                               /* TRANSLATORS: %s is a list of years. */
                               _ ("No rating is on record for %s."), years));
      if (run_verdict == BV_VERDICT_CANNOT_TELL)
        bv_words_set (
          finding, NULL,
          g_strdup_printf (_ ("Record the rating for %1$s of %2$s."), years, self->who->name));
    }
  for (int year = span->from; year <= self->year; year++)
    {
      gint64 id = 0;
      int found = bv_judge_grade (self, self->subject, year, &id);

      if (found >= 0)
        bv_words_add_rating (self, finding, self->subject, id, year, found);
    }
}
