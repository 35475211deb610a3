// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions of time: months of work, absences, years of a unit, of service, of a movement. Days are counted, months and
 * years are never rounded. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has (const char **texts, const char *text)
{
  for (; texts != NULL && *texts != NULL; texts++)
    if (*texts == text)
      return TRUE;
  return FALSE;
}

static BvOutcome
not_of_this_kind (BvFinding *finding)
{
  if (finding != NULL)
    bv_words_set (finding, g_strdup (_ ("This condition is not for subjects of this kind.")), NULL);
  return (BvOutcome){ BV_VERDICT_NOT_MET, -1 };
}

static BvOutcome
no_post (BvJudge *self, BvFinding *finding)
{
  if (finding != NULL)
    /* TRANSLATORS: %s is a person's name. */
    bv_words_set (
      finding, g_strdup (_ ("No post is on record.")),
      g_strdup_printf (_ ("Record the posts of %s with their dates."), self->who->name));
  return (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
}

/* ── Months of work ──────────────────────────────────────────────────────────────────────── */

typedef enum
{
  AWAY,
  AT_WORK,
  PERHAPS, /* at a course whose result is not known */
} Day;

/* The least common multiple of 28, 29, 30 and 31: a part of a month as a whole number. */
#define A_MONTH 377580

static void
mark (guint8 *days, BvDay first_day, guint n, BvDay from, BvDay to, Day value, gboolean only_work)
{
  BvDay last = to == 0 ? first_day + (BvDay) n - 1 : MIN (to, first_day + (BvDay) n - 1);

  for (BvDay day = MAX (from, first_day); day <= last; day++)
    if (!only_work || days[day - first_day] != AWAY)
      days[day - first_day] = (guint8) value;
}

BvOutcome
bv_judge_months (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  const BvFactTable *posts = &facts->memberships;
  const BvFactTable *absences = &facts->absences;
  guint8 days[366];
  guint n = (guint) (self->last_day - self->first_day + 1);
  gint64 sure = 0, possible = 0, need = (gint64) rule->count * A_MONTH;
  guint at = 0;
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year + 1 };
  const char *study = g_intern_static_string ("study");

  if (self->who->kind != BV_SUBJECT_PERSON)
    return not_of_this_kind (finding);
  if (posts->start[self->subject] == posts->start[self->subject + 1])
    return no_post (self, finding);
  memset (days, AWAY, sizeof days);
  for (guint i = posts->start[self->subject]; i < posts->start[self->subject + 1]; i++)
    {
      const BvFactMembership *post = bv_fact_table_get (posts, BvFactMembership, i);

      mark (days, self->first_day, n, post->from, post->to, AT_WORK, FALSE);
      if (finding != NULL && (post->from == 0 || post->from <= self->last_day)
          && (post->to == 0 || post->to >= self->first_day))
        bv_words_add_membership (self, finding, post);
    }
  for (guint i = absences->start[self->subject]; i < absences->start[self->subject + 1]; i++)
    {
      const BvFactAbsence *absence = bv_fact_table_get (absences, BvFactAbsence, i);
      gboolean is_study = absence->kind == study;

      if ((absence->to != 0 && absence->to < self->first_day) || absence->from > self->last_day)
        continue;
      if (finding != NULL)
        bv_words_add_absence (self, finding, absence);
      if (has (rule->absences, absence->kind)
          && (!is_study || g_str_equal (absence->study_result, "fair_or_better")))
        continue;
      mark (days, self->first_day, n, absence->from, absence->to,
            is_study && has (rule->absences, absence->kind) && *absence->study_result == '\0'
              ? PERHAPS
              : AWAY,
            TRUE);
    }
  for (int month = 1; month <= 12; month++)
    {
      guint length = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) self->year);
      guint n_sure = 0, n_possible = 0;

      for (guint i = 0; i < length; i++, at++)
        {
          n_sure += days[at] == AT_WORK;
          n_possible += days[at] != AWAY;
        }
      sure += (gint64) n_sure * (A_MONTH / length);
      possible += (gint64) n_possible * (A_MONTH / length);
    }
  if (sure >= need)
    outcome = (BvOutcome){ BV_VERDICT_MET, self->year };
  else if (possible >= need)
    outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
  if (finding != NULL)
    bv_words_set (finding,
                  g_strdup_printf (
                    /* TRANSLATORS: %1$d months of work in the year %2$d, %3$d are needed. */
                    sure % A_MONTH == 0
                      ? _ ("%1$d months of work in %2$d; %3$d are needed.")
                      : _ ("%1$d months and some days of work in %2$d; %3$d months are needed."),
                    (int) (sure / A_MONTH), self->year, rule->count),
                  outcome.verdict == BV_VERDICT_CANNOT_TELL
                    ? g_strdup_printf (_ ("Record with which result %s studied."), self->who->name)
                    : NULL);
  return outcome;
}

BvOutcome
bv_judge_absence (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->absences;
  int n = 0;
  BvOutcome outcome = { BV_VERDICT_MET, self->year };

  if (self->who->kind != BV_SUBJECT_PERSON)
    return not_of_this_kind (finding);
  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactAbsence *absence = bv_fact_table_get (table, BvFactAbsence, i);
      BvDay last = absence->to == 0 ? self->last_day : MIN (absence->to, self->last_day);

      if ((rule->absences != NULL && !has (rule->absences, absence->kind))
          || MAX (absence->from, self->first_day) > last)
        continue;
      for (BvDay day = MAX (absence->from, self->first_day); day <= last; day++)
        n += bv_facts_is_working (self->facts, day);
      if (finding != NULL)
        bv_words_add_absence (self, finding, absence);
    }
  if (n >= rule->count)
    outcome = (BvOutcome){ BV_VERDICT_NOT_MET, self->year + 1 };
  if (finding != NULL)
    bv_words_set (
      finding,
      n == 0
        ? g_strdup_printf (_ ("No such absence in %d is on record."), self->year)
        /* TRANSLATORS: %1$d working days of absence in the year %2$d; fewer than %3$d are allowed. */
        : g_strdup_printf (_ ("%1$d working days of such absence in %2$d; fewer than %3$d are "
                              "allowed."),
                           n, self->year, rule->count),
      NULL);
  return outcome;
}

/* ── Years ───────────────────────────────────────────────────────────────────────────────── */

BvOutcome
bv_judge_existence (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  BvDay first = 0;
  gboolean is_unknown = FALSE;
  BvOutcome outcome = { BV_VERDICT_NOT_MET, 0 };
  g_autofree char *since = NULL;

  if (self->who->kind != BV_SUBJECT_UNIT)
    return not_of_this_kind (finding);
  for (guint l = facts->lineage_start[self->subject]; l < facts->lineage_start[self->subject + 1];
       l++)
    {
      BvDay from = bv_facts_get (facts, g_array_index (facts->lineage, gint32, l))->from;

      if (from == 0)
        is_unknown = TRUE;
      else
        first = first == 0 ? from : MIN (first, from);
    }
  if (first != 0 && bv_day_add_years (first, rule->count) <= self->last_day + 1)
    outcome = (BvOutcome){ BV_VERDICT_MET, self->year };
  else if (is_unknown)
    outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
  else
    {
      int year, month, day;

      /* The year at whose end it is so: a first of January completes the year before. */
      bv_day_split (bv_day_add_years (first, rule->count) - 1, &year, &month, &day);
      outcome.first_year = year;
    }
  if (finding == NULL)
    return outcome;
  since = bv_day_format (first);
  bv_words_set (finding,
                first == 0
                  ? g_strdup (_ ("It is not on record since when the unit exists."))
                  /* TRANSLATORS: %1$s is a date, %2$d a number of years, %3$d a year. */
                  : g_strdup_printf (_ ("The unit, with its predecessors, exists since %1$s; "
                                        "%2$d years at the end of %3$d are needed."),
                                     since, rule->count, self->year),
                outcome.verdict == BV_VERDICT_CANNOT_TELL
                  /* TRANSLATORS: %s is the name of a unit. */
                  ? g_strdup_printf (_ ("Record since when %s exists."), self->who->name)
                  : NULL);
  return outcome;
}

typedef struct
{
  BvDay from, to;
} Interval;

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const Interval *x = a;
  const Interval *y = b;

  return x->from != y->from ? (x->from < y->from ? -1 : 1) : (x->to > y->to) - (x->to < y->to);
}

/* Whole years by their anniversaries; what is left of each interval is added up in days. */
static int
sum_years (GArray *intervals)
{
  int years = 0, days = 0;

  g_array_sort (intervals, compare_intervals);
  for (guint i = 0; i < intervals->len;)
    {
      Interval whole = g_array_index (intervals, Interval, i);
      int n = 0;

      for (i++; i < intervals->len && g_array_index (intervals, Interval, i).from <= whole.to + 1;
           i++)
        whole.to = MAX (whole.to, g_array_index (intervals, Interval, i).to);
      while (bv_day_add_years (whole.from, n + 1) <= whole.to + 1)
        n++;
      years += n;
      days += whole.to + 1 - bv_day_add_years (whole.from, n);
    }
  return years + days / 365;
}

BvOutcome
bv_judge_service (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactTable *table = &self->facts->memberships;
  g_autoptr (GArray) intervals = NULL;
  gboolean is_unknown = FALSE, is_in_post = FALSE;
  int below = rule->condition->below;
  int years;
  BvOutcome outcome = { BV_VERDICT_NOT_MET, 0 };

  if (self->who->kind != BV_SUBJECT_PERSON)
    return not_of_this_kind (finding);
  if (rule->worker_classes != NULL && !has (rule->worker_classes, self->who->class))
    {
      gboolean is_known = *self->who->class != '\0';

      if (finding != NULL)
        bv_words_set (
          finding,
          g_strdup (is_known ? _ ("The person's kind of worker is not among those asked for.")
                             : _ ("The person's kind of worker is not on record.")),
          is_known ? NULL
                   : g_strdup_printf (_ ("Record the kind of worker of %s."), self->who->name));
      return is_known ? (BvOutcome){ BV_VERDICT_NOT_MET, -1 }
                      : (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
    }
  if (table->start[self->subject] == table->start[self->subject + 1])
    return no_post (self, finding);
  intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  for (guint i = table->start[self->subject]; i < table->start[self->subject + 1]; i++)
    {
      const BvFactMembership *post = bv_fact_table_get (table, BvFactMembership, i);
      Interval interval = { post->from,
                            post->to == 0 ? self->last_day : MIN (post->to, self->last_day) };

      if (rule->leader_classes != NULL && !has (rule->leader_classes, post->leader_class))
        continue;
      is_in_post = is_in_post || post->to == 0 || post->to > self->last_day;
      if (post->from == 0)
        is_unknown = TRUE;
      else if (post->from <= interval.to)
        g_array_append_val (intervals, interval);
      if (finding != NULL)
        bv_words_add_membership (self, finding, post);
    }
  years = sum_years (intervals);
  /* A class for 10 to less than 15 years is past for good once 15 are served. */
  if (below != 0 && years >= below)
    outcome.first_year = -1;
  else if (years >= rule->count && !(is_unknown && below != 0))
    outcome = (BvOutcome){ BV_VERDICT_MET, self->year };
  else if (is_unknown)
    outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
  else
    outcome.first_year = is_in_post ? self->year + rule->count - years : 0;
  if (finding != NULL && below != 0 && years >= below)
    bv_words_set (
      finding,
      /* TRANSLATORS: years of service on record, then the years from which they are too many. */
      g_strdup_printf (_ ("%1$d full years in such posts are on record: with %2$d or "
                          "more another class is given."),
                       years, below),
      NULL);
  else if (finding != NULL)
    bv_words_set (
      finding,
      /* TRANSLATORS: %1$d years of service on record, %2$d are needed. */
      g_strdup_printf (_ ("%1$d full years in such posts are on record; %2$d are needed."), years,
                       rule->count),
      outcome.verdict == BV_VERDICT_CANNOT_TELL
        ? g_strdup_printf (_ ("Record since when %s holds the posts."), self->who->name)
        : NULL);
  return outcome;
}

BvOutcome
bv_judge_movement (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFactMovement *movement = bv_facts_find_movement (self->facts,
                                                           self->question->movement_id);
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year };
  BvDay last;

  if (movement == NULL)
    {
      if (finding != NULL)
        bv_words_set (finding, g_strdup (_ ("It is not said for which movement.")),
                      g_strdup (_ ("Choose the movement in the dossier.")));
      return (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
    }
  if (finding != NULL)
    bv_finding_add_record (finding, "movement", movement->id, movement->name, NULL, 0);
  if (rule->levels != NULL && !has (rule->levels, movement->level))
    {
      if (finding != NULL)
        bv_words_set (finding, g_strdup (_ ("The movement was launched at another level.")), NULL);
      return (BvOutcome){ BV_VERDICT_NOT_MET, -1 };
    }
  last = movement->to == 0 ? self->last_day : MIN (movement->to, self->last_day);
  if (rule->count <= 0)
    outcome.verdict = BV_VERDICT_MET;
  else if (movement->from == 0)
    outcome.verdict = BV_VERDICT_CANNOT_TELL;
  else if (bv_day_add_years (movement->from, rule->count) <= last + 1)
    outcome.verdict = BV_VERDICT_MET;
  else
    {
      int year, month, day;

      bv_day_split (bv_day_add_years (movement->from, rule->count) - 1, &year, &month, &day);
      outcome.first_year = movement->to == 0 || movement->to > self->last_day ? year : -1;
    }
  if (finding != NULL)
    {
      g_autofree char *from = bv_day_format (movement->from);
      g_autofree char *to = bv_day_format (last);

      bv_words_set (
        finding,
        movement->from == 0
          ? g_strdup (_ ("It is not on record when the movement began."))
          /* TRANSLATORS: %1$s and %2$s are dates, %3$d a number of years. */
          : g_strdup_printf (_ ("The movement ran from %1$s to %2$s; %3$d years are needed."), from,
                             to, rule->count),
        movement->from == 0 ? g_strdup (_ ("Record the first day of the movement.")) : NULL);
    }
  return outcome;
}
