// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions on the people of a unit. Shares are compared as whole numbers; who is missing is named. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-judge-private.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 6 /* in one sentence */

GArray *
bv_judge_members (BvJudge *self, int year)
{
  if (self->members_of != self->subject || self->members_year != year)
    {
      bv_facts_list_members (self->facts, self->subject, year, self->members);
      self->members_of = self->subject;
      self->members_year = year;
    }
  return self->members;
}

static const BvFactAward *
find_award (const BvJudge *self, gint32 person, const BvRule *rule)
{
  const BvFactTable *table = &self->facts->awards;

  for (guint i = table->start[person]; i < table->start[person + 1]; i++)
    {
      const BvFactAward *award = bv_fact_table_get (table, BvFactAward, i);

      if (award->year == self->year && bv_judge_counts (self, award, rule->awards, rule->manners))
        return award;
    }
  return NULL;
}

static void
add_name (GString *names, guint *n, const char *name)
{
  if (++*n <= MAX_NAMES)
    g_string_append_printf (names, "%s%s", *n > 1 ? ", " : "", name);
}

static void
close_names (GString *names, guint n)
{
  if (n > MAX_NAMES)
    g_string_append_printf (names, "… (%u)", n);
}

static gboolean
is_unit (BvJudge *self, BvOutcome *outcome, BvFinding *finding)
{
  if (self->who->kind == BV_SUBJECT_UNIT)
    return TRUE;
  *outcome = (BvOutcome){ BV_VERDICT_NOT_MET, -1 };
  if (finding != NULL)
    bv_words_set (finding, g_strdup (_ ("This condition is not for subjects of this kind.")), NULL);
  return FALSE;
}

static gboolean
is_unit_with_people (BvJudge *self, GArray *members, BvOutcome *outcome, BvFinding *finding)
{
  if (!is_unit (self, outcome, finding))
    return FALSE;
  if (members->len == 0)
    {
      *outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
      if (finding != NULL)
        bv_words_set (
          finding,
          /* TRANSLATORS: %d is a year. */
          g_strdup_printf (_ ("No people of the unit are on record at the end of %d."), self->year),
          /* TRANSLATORS: %s is the name of a unit. */
          g_strdup_printf (_ ("Record the people of %s with the dates of their posts."),
                           self->who->name));
      return FALSE;
    }
  return TRUE;
}

BvOutcome
bv_judge_member_awards (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  gboolean is_share = rule->condition->kind == BV_CONDITION_MEMBER_SHARE;
  GArray *members = bv_judge_members (self, self->year);
  guint n_holders = 0, n_together = 0, n_pending = 0, n_without = 0;
  const BvFactNomination *together = NULL;
  g_autoptr (GString) without = g_string_new (NULL);
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year + 1 };
  guint need;

  if (!is_unit_with_people (self, members, &outcome, finding))
    return outcome;
  for (guint i = 0; i < members->len; i++)
    {
      gint32 person = g_array_index (members, gint32, i);
      const BvFactAward *award = find_award (self, person, rule);

      const BvFactNomination *proposed = award == NULL ? bv_judge_together (self, person, rule)
                                                       : NULL;

      if (award != NULL)
        n_holders++;
      else if (proposed != NULL)
        {
          n_together++;
          together = proposed;
        }
      else if (bv_judge_pending (self, person, rule->awards) != NULL)
        n_pending++;
      if (finding == NULL)
        continue;
      if (award != NULL)
        bv_words_add_award (self, finding, award);
      else if (proposed == NULL)
        add_name (without, &n_without, bv_facts_get (self->facts, person)->name);
    }
  need = is_share ? (guint) bv_fraction_need (&rule->fraction, members->len)
                  : (guint) MAX (rule->count, 1);
  if (n_holders + n_together >= need
      && (!is_share
          || bv_fraction_is_reached (&rule->fraction, n_holders + n_together, members->len)))
    outcome = (BvOutcome){ BV_VERDICT_MET, self->year };
  else if (n_holders + n_together + n_pending >= need)
    outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
  if (finding != NULL)
    {
      g_autofree char *names = bv_words_awards (self->regime, rule->condition->awards);

      bv_words_set (
        finding,
        /* TRANSLATORS: %1$u of %2$u people have the award %3$s for the year %4$d; %5$u must. */
        g_strdup_printf (_ ("%1$u of %2$u people have %3$s for %4$d; %5$u are needed."), n_holders,
                         members->len, names, self->year, need),
        NULL);
      if (together != NULL)
        {
          bv_words_add (
            finding,
            g_strdup_printf (
              outcome.verdict == BV_VERDICT_MET && n_holders < need
                /* TRANSLATORS: %u people. */
                ? ngettext ("%u more is proposed in this same dossier: met if it is adopted.",
                            "%u more are proposed in this same dossier: met if they are adopted.",
                            n_together)
                : ngettext ("%u more is proposed in this same dossier.",
                            "%u more are proposed in this same dossier.", n_together),
              n_together));
          bv_finding_add_record (finding, "dossier", together->dossier_id, together->dossier_title,
                                 NULL, 0);
        }
      if (is_share && n_without > 0)
        {
          close_names (without, n_without);
          /* TRANSLATORS: %s is a list of names. */
          bv_words_add (finding, g_strdup_printf (_ ("Without it: %s."), without->str));
        }
      if (outcome.verdict == BV_VERDICT_CANNOT_TELL)
        bv_words_set (
          finding, NULL,
          g_strdup_printf (
            /* TRANSLATORS: %1$u people are nominated for %2$s. */
            _ ("%1$u are nominated for %2$s: issue that decision first."), n_pending, names));
      else if (outcome.verdict == BV_VERDICT_NOT_MET)
        bv_words_set (
          finding, NULL,
          g_strdup_printf (_ ("If more people were given %1$s for %2$d, record the decision."),
                           names, self->year));
    }
  return outcome;
}

BvOutcome
bv_judge_member_rating (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  GArray *members = bv_judge_members (self, self->year);
  guint n_good = 0, n_missing = 0, n_below = 0, need;
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) below = g_string_new (NULL);
  BvOutcome outcome = { BV_VERDICT_NOT_MET, self->year + 1 };

  if (!is_unit_with_people (self, members, &outcome, finding))
    return outcome;
  for (guint i = 0; i < members->len; i++)
    {
      gint32 person = g_array_index (members, gint32, i);
      gint64 id = 0;
      int grade = bv_judge_grade (self, person, self->year, &id);

      if (grade < 0)
        add_name (missing, &n_missing, bv_facts_get (self->facts, person)->name);
      else if (grade <= (int) rule->condition->grade)
        n_good++;
      else
        {
          add_name (below, &n_below, bv_facts_get (self->facts, person)->name);
          if (finding != NULL)
            bv_words_add_rating (self, finding, person, id, self->year, grade);
        }
    }
  need = (guint) bv_fraction_need (&rule->fraction, members->len);
  if (n_good >= need)
    outcome = (BvOutcome){ BV_VERDICT_MET, self->year };
  else if (n_good + n_missing >= need)
    outcome = (BvOutcome){ BV_VERDICT_CANNOT_TELL, self->year };
  if (finding != NULL)
    {
      close_names (missing, n_missing);
      close_names (below, n_below);
      bv_words_set (
        finding,
        /* TRANSLATORS: %1$u of %2$u people are rated %3$s or better for the year %4$d; %5$u must. */
        g_strdup_printf (_ ("%1$u of %2$u people are rated “%3$s” or better for %4$d; %5$u are "
                            "needed."),
                         n_good, members->len, bv_grade_get_label (rule->condition->grade),
                         self->year, need),
        NULL);
      if (n_below > 0)
        /* TRANSLATORS: %s is a list of names. */
        bv_words_add (finding, g_strdup_printf (_ ("Rated lower: %s."), below->str));
      if (n_missing > 0)
        bv_words_add (finding, g_strdup_printf (_ ("Without a rating: %s."), missing->str));
      if (outcome.verdict == BV_VERDICT_CANNOT_TELL)
        bv_words_set (
          finding, NULL,
          /* TRANSLATORS: %1$d is a year, %2$s a list of names. */
          g_strdup_printf (_ ("Record the rating for %1$d of %2$s."), self->year, missing->str));
    }
  return outcome;
}

/* Somebody dismissed is in no unit at the year's end: the post on the day counts, or on the day before. */
static gboolean
was_member (BvJudge *self, GArray *team, const BvFactDiscipline *discipline)
{
  const BvFactTable *table = &self->facts->memberships;

  for (guint i = table->start[discipline->subject]; i < table->start[discipline->subject + 1]; i++)
    {
      const BvFactMembership *post = bv_fact_table_get (table, BvFactMembership, i);

      if (!post->is_primary || (post->from != 0 && post->from > discipline->on)
          || (post->to != 0 && post->to < discipline->on - 1))
        continue;
      for (guint u = 0; u < team->len; u++)
        if (g_array_index (team, gint32, u) == post->unit)
          return TRUE;
    }
  return FALSE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

BvOutcome
bv_judge_members_undisciplined (BvJudge *self, const BvRule *rule, BvFinding *finding)
{
  const BvFacts *facts = self->facts;
  g_autoptr (GArray) team = NULL;
  g_autoptr (GArray) people = NULL;
  BvOutcome outcome = { BV_VERDICT_MET, self->year };
  guint n = 0;

  if (!is_unit (self, &outcome, finding))
    return outcome;
  team = g_array_new (FALSE, FALSE, sizeof (gint32));
  people = g_array_new (FALSE, FALSE, sizeof (gint32));
  bv_facts_team (facts, self->subject, team);
  for (guint u = 0; u < team->len; u++)
    {
      gint32 unit = g_array_index (team, gint32, u);

      for (guint k = facts->members_start[unit]; k < facts->members_start[unit + 1]; k++)
        {
          gint32 person = bv_fact_table_get (&facts->memberships, BvFactMembership,
                                             (guint) g_array_index (facts->members, gint32, k))
                            ->subject;

          if (facts->disciplines.start[person] != facts->disciplines.start[person + 1])
            g_array_append_val (people, person);
        }
    }
  g_array_sort (people, compare_indexes);
  for (guint p = 0; p < people->len; p++)
    {
      gint32 person = g_array_index (people, gint32, p);

      if (p > 0 && person == g_array_index (people, gint32, p - 1))
        continue;
      for (guint i = facts->disciplines.start[person]; i < facts->disciplines.start[person + 1];
           i++)
        {
          const BvFactDiscipline *discipline = bv_fact_table_get (&facts->disciplines,
                                                                  BvFactDiscipline, i);

          if (bv_sanction_is_pending ((BvSanction) discipline->kind)
              || discipline->kind < (guint8) rule->condition->sanction
              || discipline->on < self->first_day || discipline->on > self->last_day
              || discipline->on > self->day || !was_member (self, team, discipline))
            continue;
          n++;
          if (finding != NULL)
            bv_words_add_discipline (self, finding, discipline, bv_facts_get (facts, person)->name);
        }
    }
  if (n > 0)
    outcome = (BvOutcome){ BV_VERDICT_NOT_MET, self->year + 1 };
  if (finding != NULL)
    bv_words_set (
      finding,
      n == 0 ? g_strdup_printf (
        /* TRANSLATORS: %1$s is a sanction, %2$d a year. */
        _ ("Nobody of the unit was disciplined with “%1$s” or heavier in %2$d."),
        bv_sanction_get_label (rule->condition->sanction), self->year)
             : g_strdup_printf (
               ngettext ("%1$u of the unit was disciplined with “%2$s” or heavier in %3$d.",
                         "%1$u of the unit were disciplined with “%2$s” or heavier in %3$d.", n),
               n, bv_sanction_get_label (rule->condition->sanction), self->year),
      NULL);
  return outcome;
}
