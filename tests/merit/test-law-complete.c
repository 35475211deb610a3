// SPDX-License-Identifier: GPL-3.0-or-later
/* What an award may not lack: every award of every regime, after inheritance, says each thing, or says that there is none
 * or that the law was not read. One run names everything that is missing. */

#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

#include <string.h>

static guint n_missing;

static void
need (gboolean is_there, const BvRegime *regime, const BvRegimeAward *award, const char *what)
{
  if (is_there)
    return;
  n_missing++;
  g_test_message ("%s, %s: %s", regime->id, award->code, what);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0' && strstr (text, "  ") == NULL;
}

static void
check_conditions (const BvRegime *regime, const BvRegimeAward *award, GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      need (is_text (condition->text), regime, award, "a condition has no text");
      need (is_text (condition->article), regime, award, "a condition has no article");
      check_conditions (regime, award, condition->of);
    }
}

static void
check_note (const BvRegime *regime,
            const BvRegimeAward *award,
            const BvLawNote *note,
            const char *what)
{
  need (note != NULL, regime, award, what);
  if (note == NULL)
    return;
  need (is_text (note->article), regime, award, what);
  need (note->said != BV_SAID_RULE || is_text (note->text), regime, award, what);
  need (note->said != BV_SAID_UNKNOWN || !note->is_verified, regime, award, what);
}

static void
check_bonus (const BvRegime *regime, const BvRegimeAward *award)
{
  const BvBonusRule *bonus = award->bonus;

  if (bonus == NULL)
    {
      check_note (regime, award, award->no_bonus, "neither a bonus nor a word that there is none");
      return;
    }
  need (award->no_bonus == NULL, regime, award, "a bonus and a word that there is none");
  need (bonus->coefficient > 0, regime, award, "the coefficient");
  need (is_text (bonus->article), regime, award, "the article of the bonus");
  if (bv_regime_award_allows (award, BV_SUBJECT_UNIT))
    need (bonus->unit_factor > 0, regime, award, "the factor of a collective");
  if (bv_regime_award_allows (award, BV_SUBJECT_HOUSEHOLD))
    need (bonus->household_factor > 0 || bonus->household_is_unknown, regime, award,
          "the factor of a household, or that it is not known");
}

static void
check_paths (const BvRegime *regime, const BvRegimeAward *award)
{
  guint subjects = 0;

  need (award->paths->len > 0, regime, award, "no path leads to it");
  for (guint i = 0; i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);

      need (is_text (path->name) && is_text (path->article), regime, award, "a path without name");
      need (path->conditions->len > 0, regime, award, "a path without conditions");
      check_conditions (regime, award, path->conditions);
      subjects |= path->subjects != 0 ? path->subjects : award->subjects;
    }
  need ((award->subjects & ~subjects) == 0, regime, award, "a kind of subject has no path");
}

static void
check_award (const BvRegime *regime, const BvRegimeAward *award)
{
  const BvVoteRule *vote = award->vote != NULL ? award->vote : regime->vote;

  need (is_text (award->code) && is_text (award->name) && is_text (award->abbreviation), regime,
        award, "code, name or abbreviation");
  need (is_text (award->article), regime, award, "the article");
  need (award->subjects != 0, regime, award, "to whom it goes");
  need (award->deciders->len > 0, regime, award, "who decides");
  for (guint i = 0; i < award->deciders->len; i++)
    need (is_text (((BvDecider *) g_ptr_array_index (award->deciders, i))->who), regime, award,
          "who decides at a level");
  check_paths (regime, award);
  check_bonus (regime, award);
  check_note (regime, award, award->object, "what is handed over, or that nothing is");
  need (award->certificate == NULL || award->object != NULL, regime, award, "certificate");
  need (award->forms->len > 0, regime, award, "a form, or that its number is not known");
  for (guint i = 0; i < award->forms->len; i++)
    {
      const BvPaperForm *form = g_ptr_array_index (award->forms, i);

      need (is_text (form->number) && is_text (form->title) && is_text (form->article), regime,
            award, "number, title or article of a form");
      need (form->is_unknown || strpbrk (form->number, "0123456789") != NULL, regime, award,
            "a form without a number that does not say so");
      need (!form->is_unknown || !form->is_verified, regime, award,
            "a form not known but verified");
    }
  need (vote != NULL && vote->fraction.denominator > 0 && is_text (vote->article), regime, award,
        "the vote");
  if (award->quota != NULL)
    need (is_text (award->quota->text) && is_text (award->quota->article), regime, award,
          "text or article of the quota");
}

static void
test_awards (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = bv_regime_set_load (NULL, &error);
  GPtrArray *regimes;

  g_assert_no_error (error);
  regimes = bv_regime_set_get_regimes (set);
  g_assert_cmpuint (regimes->len, >=, 4);
  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      g_assert_cmpuint (regime->awards->len, >=, 65);
      for (guint k = 0; k < regime->awards->len; k++)
        check_award (regime, g_ptr_array_index (regime->awards, k));
    }
  g_assert_cmpuint (n_missing, ==, 0);
}

static void
test_regimes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = bv_regime_set_load (NULL, &error);
  GPtrArray *regimes = bv_regime_set_get_regimes (set);

  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      g_test_message ("%s", regime->id);
      g_assert_cmpuint (regime->counted_manners & (1u << BV_MANNER_SUDDEN), ==, 0);
      g_assert_cmpuint (regime->counted_manners & (1u << BV_MANNER_MOVEMENT), ==, 0);
      g_assert_cmpuint (regime->counted_manners & (1u << BV_MANNER_MERIT), !=, 0);
      g_assert_nonnull (regime->vote);
      g_assert_nonnull (regime->opinion);
      for (guint k = 0; k < BV_N_SEVERAL; k++)
        {
          g_assert_cmpint (regime->several[k].pay, !=, BV_PAY_UNSAID);
          g_assert_true (is_text (regime->several[k].text) && is_text (regime->several[k].article));
        }
    }
  g_assert_cmpint (bv_regime_set_get (set, "luat-2003-nd91")->several[0].pay, ==, BV_PAY_HIGHEST);
  g_assert_cmpint (bv_regime_set_get (set, "luat-2022-nd98")->several[0].pay, ==, BV_PAY_ONE);
  g_assert_cmpint (bv_regime_set_get (set, "luat-2026")->several[1].pay, ==, BV_PAY_EACH);
}

/* One code for three classes: it resolves, but no list offers it. */
static void
test_replaced (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = bv_regime_set_load (NULL, &error);
  GPtrArray *regimes = bv_regime_set_get_regimes (set);
  const BvRegimeAward *award;

  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      award = bv_regime_find_award (regime, "HUYCSVV");
      g_assert_nonnull (award);
      g_assert_false (bv_regime_award_is_offered (award, regime->from_date, "9999-12-31"));
      for (guint k = 0; award->replaced_by[k] != NULL; k++)
        {
          const BvRegimeAward *heir = bv_regime_find_award (regime, award->replaced_by[k]);

          g_assert_nonnull (heir);
          g_assert_true (bv_regime_award_is_offered (heir, regime->from_date, "9999-12-31"));
        }
    }
  award = bv_regime_set_match_award (set, "Huy chương Chiến sĩ vẻ vang hạng Nhì", "2024-05-01",
                                     BV_LEVEL_STATE);
  g_assert_cmpstr (award->code, ==, "HUYCSVV2");
  award = bv_regime_set_match_award (set, "Huy chương Chiến sĩ vẻ vang", "2024-05-01",
                                     BV_LEVEL_STATE);
  g_assert_cmpstr (award->code, ==, "HUYCSVV");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/law/awards", test_awards);
  g_test_add_func ("/law/regimes", test_regimes);
  g_test_add_func ("/law/replaced", test_replaced);
  return g_test_run ();
}
