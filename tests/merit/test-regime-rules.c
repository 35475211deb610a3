// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions, quotas, votes and forms of the regimes: what the built-in files say, what a broken file is told, and how
 * a regime inherits another. */

#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

#include "base/bv-error.h"

static BvRegimeSet *
load (void)
{
  g_autoptr (GError) error = NULL;
  BvRegimeSet *set = bv_regime_set_load (NULL, &error);

  g_assert_no_error (error);
  return set;
}

static const BvRegimeAward *
find (BvRegimeSet *set, const char *regime, const char *code)
{
  const BvRegimeAward *award = bv_regime_find_award (bv_regime_set_get (set, regime), code);

  g_assert_nonnull (award);
  return award;
}

/* The first condition of @kind in a tree. */
static const BvCondition *
find_condition (GPtrArray *conditions, BvConditionKind kind)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);
      const BvCondition *inside = condition->kind == kind ? condition
                                                          : find_condition (condition->of, kind);

      if (inside != NULL)
        return inside;
    }
  return NULL;
}

static const BvPath *
path_of (const BvRegimeAward *award, guint i)
{
  g_assert_cmpuint (award->paths->len, >, i);
  return g_ptr_array_index (award->paths, i);
}

static void
check_words (GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      g_assert_cmpstr (condition->text, !=, "");
      g_assert_cmpstr (condition->article, !=, "");
      check_words (condition->of);
    }
}

/* Every award of every regime has a way to it, and the words of the law for each condition. */
static void
test_complete (void)
{
  g_autoptr (BvRegimeSet) set = load ();
  GPtrArray *regimes = bv_regime_set_get_regimes (set);

  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      g_assert_cmpuint (regime->counted_manners, !=, 0);
      g_assert_cmpuint (regime->counted_manners & (1u << BV_MANNER_SUDDEN), ==, 0);
      g_assert_cmpuint (regime->counted_manners & (1u << BV_MANNER_MOVEMENT), ==, 0);
      g_assert_cmpstr (regime->counted_article, !=, "");
      g_assert_nonnull (regime->vote);
      g_assert_cmpstr (regime->vote->rule, ==, "rule-majority");
      for (guint k = 0; k < regime->awards->len; k++)
        {
          const BvRegimeAward *award = g_ptr_array_index (regime->awards, k);

          if (award->paths->len == 0)
            g_error ("%s: %s has no path", regime->id, award->code);
          for (guint p = 0; p < award->paths->len; p++)
            check_words (path_of (award, p)->conditions);
        }
    }
}

static void
test_people (void)
{
  g_autoptr (BvRegimeSet) set = load ();
  const BvRegimeAward *old = find (set, "luat-2003-nd91", "CSTDCS");
  const BvRegimeAward *now = find (set, "luat-2022-nd98", "CSTDCS");
  const BvCondition *condition;

  /* The old law asks for an initiative, the new one takes "hoàn thành xuất sắc" instead. */
  g_assert_nonnull (find_condition (path_of (old, 0)->conditions, BV_CONDITION_INITIATIVE));
  g_assert_null (find_condition (path_of (old, 0)->conditions, BV_CONDITION_ANY));
  condition = find_condition (path_of (now, 0)->conditions, BV_CONDITION_ANY);
  g_assert_nonnull (condition);
  g_assert_cmpuint (condition->of->len, ==, 3);
  g_assert_cmpint (((BvCondition *) g_ptr_array_index (condition->of, 0))->grade, ==,
                   BV_GRADE_EXCELLENT);
  condition = find_condition (path_of (now, 0)->conditions, BV_CONDITION_AWARD);
  g_assert_cmpstr (condition->awards[0], ==, "LDTT");
  g_assert_cmpint (condition->within_years, ==, 1);
  g_assert_cmpint (condition->count, ==, 1);

  g_assert_cmpint (old->quota->fraction.numerator, ==, 15);
  g_assert_cmpstr (old->quota->rule, ==, "rule-cstdcs-percent");
  g_assert_true (old->quota->is_verified);
  g_assert_cmpint (now->quota->fraction.denominator, ==, 0);
  g_assert_cmpstr (now->quota->rule, ==, "rule-cstdcs-percent-2022");

  now = find (set, "luat-2022-nd152", "CSTDT");
  condition = find_condition (path_of (now, 0)->conditions, BV_CONDITION_AWARD);
  g_assert_cmpint (condition->count, ==, 3);
  g_assert_true (condition->is_consecutive);
  g_assert_true (condition->include_year);
  g_assert_cmpint (now->vote->fraction.numerator, ==, 80);
  g_assert_false (now->vote->is_verified);
  old = find (set, "luat-2003-nd91", "CSTDT");
  g_assert_cmpint (old->vote->fraction.numerator, ==, 90);
  g_assert_true (old->vote->is_secret);
  g_assert_false (old->vote->of_present);
  g_assert_true (old->vote->is_verified);

  condition = find_condition (path_of (find (set, "luat-2003-nd91", "LDTT"), 0)->conditions,
                              BV_CONDITION_MONTHS_IN_POST);
  g_assert_cmpint (condition->count, ==, 10);
  g_assert_true (g_strv_contains ((const char *const *) condition->absences, "maternity"));
  g_assert_cmpstr (condition->rule, ==, "rule-ldtt-months");
}

static void
test_collectives (void)
{
  static const struct
  {
    const char *regime;
    gint64 percent;
    gboolean is_strict;
  } cases[] = {
    { "luat-2003-nd91", 50, TRUE },
    { "luat-2022-nd98", 70, FALSE },
    { "luat-2022-nd152", 70, FALSE },
    { "luat-2026", 70, FALSE },
  };
  g_autoptr (BvRegimeSet) set = load ();
  const BvRegimeAward *award;
  const BvCondition *condition;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      condition = find_condition (path_of (find (set, cases[i].regime, "TTLDTT"), 0)->conditions,
                                  BV_CONDITION_MEMBER_SHARE);
      g_assert_cmpint (condition->fraction.numerator, ==, cases[i].percent);
      g_assert_cmpint (condition->fraction.denominator, ==, 100);
      g_assert_cmpint (condition->fraction.is_strict, ==, cases[i].is_strict);
      g_assert_true (condition->is_verified);
    }
  award = find (set, "luat-2022-nd98", "TDPVH");
  g_assert_cmpstr (path_of (award, 0)->unit_kinds[0], ==, "village");
  g_assert_null (path_of (award, 0)->unit_kinds[1]);
  award = find (set, "luat-2022-nd98", "CTDT");
  condition = find_condition (path_of (award, 0)->conditions, BV_CONDITION_NOT_WITH);
  g_assert_cmpstr (condition->awards[0], ==, "CTDCP");
  condition = find_condition (path_of (award, 1)->conditions, BV_CONDITION_MOVEMENT);
  g_assert_cmpint (condition->count, ==, 3);
  g_assert_cmpuint (path_of (award, 1)->manners, ==, 1u << BV_MANNER_MOVEMENT);
  condition = find_condition (path_of (find (set, "luat-2022-nd98", "CTDCP"), 1)->conditions,
                              BV_CONDITION_MOVEMENT);
  g_assert_cmpint (condition->count, ==, 5);
}

/* The ladder of Huân chương Lao động. */
static void
test_ladder (void)
{
  static const struct
  {
    const char *code, *after, *title;
    int excellent, titles;
  } cases[] = {
    { "HCLD3", "BKTTG", "CSTDCS", 1, 3 },
    { "HCLD2", "HCLD3", "CSTDT", 2, 1 },
    { "HCLD1", "HCLD2", "CSTDT", 3, 2 },
  };
  g_autoptr (BvRegimeSet) set = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BvRegimeAward *award = find (set, "luat-2022-nd152", cases[i].code);
      const BvCondition *span = find_condition (path_of (award, 0)->conditions, BV_CONDITION_SPAN);
      const BvCondition *rating = find_condition (span->of, BV_CONDITION_RATING);
      const BvCondition *title = find_condition (span->of, BV_CONDITION_AWARD);

      g_assert_cmpstr (span->after_awards[0], ==, cases[i].after);
      g_assert_cmpint (span->min_years, ==, 5);
      g_assert_cmpint (span->grade, ==, BV_GRADE_GOOD);
      g_assert_cmpint (rating->count, ==, cases[i].excellent);
      g_assert_cmpint (rating->grade, ==, BV_GRADE_EXCELLENT);
      g_assert_cmpstr (title->awards[0], ==, cases[i].title);
      g_assert_cmpint (title->count, ==, cases[i].titles);
    }
}

static void
test_forms (void)
{
  g_autoptr (BvRegimeSet) set = load ();
  const BvRegimeAward *award = find (set, "luat-2003-nd91", "BKT");
  const BvPaperForm *form = g_ptr_array_index (award->forms, 0);

  g_assert_cmpuint (award->forms->len, >=, 4);
  g_assert_cmpstr (form->number, ==, "Mẫu số 01");
  g_assert_cmpuint (form->subjects, ==, 1u << BV_SUBJECT_UNIT);
  g_assert_true (form->is_verified);
  form = g_ptr_array_index (find (set, "luat-2022-nd98", "CSTDT")->forms, 0);
  g_assert_cmpstr (form->title, ==, "Tờ trình đề nghị khen thưởng");
  form = g_ptr_array_index (find (set, "luat-2022-nd152", "CSTDT")->forms, 0);
  g_assert_false (form->is_verified);
}

/* ── Broken files ────────────────────────────────────────────────────────────────────────── */

#define HEAD                                                                                       \
  "{'format':2,'id':'x','name':'X','from':'2030-01-01','citations':[{'text':'L','verified':true}]"
#define AWARD_A                                                                                    \
  "{'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"                \
  "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"
#define FILE_WITH(body) HEAD ",'awards':[" AWARD_A body "}]}"
#define GROUNDS "'text':'T','article':'1','verified':true"
#define CONDITION(body)                                                                            \
  FILE_WITH (",'paths':[{'name':'P','article':'1','verified':true,'conditions':[{" body "}]}]")
#define AT "$.awards[0].paths[0].conditions[0]"

static GBytes *
bytes_from (const char *text)
{
  char *json = g_strdelimit (g_strdup (text), "'", '"');

  return g_bytes_new_take (json, strlen (json));
}

static BvRegimeSet *
load_texts (const char *one, const char *two, gboolean two_is_own, GError **error)
{
  g_autoptr (GBytes) first = bytes_from (one);
  g_autoptr (GBytes) second = bytes_from (two != NULL ? two : "{}");
  BvRegimeFile files[] = { { "regimes/x.json", first }, { "regimes/y.json", second } };

  if (two == NULL)
    return bv_regime_set_new_from_files (files, 1, NULL, 0, error);
  return two_is_own ? bv_regime_set_new_from_files (files, 1, files + 1, 1, error)
                    : bv_regime_set_new_from_files (files, 2, NULL, 0, error);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { CONDITION ("'kind':'magic'," GROUNDS), AT ".kind:" },
    { CONDITION (GROUNDS), AT ".kind:" },
    { CONDITION ("'kind':'rating','grade':'HTT','text':'T','verified':true"), AT ".article:" },
    { CONDITION ("'kind':'rating','grade':'HTT','article':'1','verified':true"), AT ".text:" },
    { CONDITION ("'kind':'rating','grade':'HTT','text':'T','article':'1'"), AT ".verified:" },
    { CONDITION ("'kind':'rating','grade':'HTT','gerade':1," GROUNDS), AT ".gerade:" },
    { CONDITION ("'kind':'rating','grade':'HTT','awards':['A']," GROUNDS), AT ".awards:" },
    { CONDITION ("'kind':'rating','grade':'KXL'," GROUNDS), AT ".grade:" },
    { CONDITION ("'kind':'rating'," GROUNDS), AT ".grade:" },
    { CONDITION ("'kind':'rating','grade':'HTT','count':0," GROUNDS), AT ".count:" },
    { CONDITION ("'kind':'rating','grade':'HTT','count':'2'," GROUNDS), AT ".count:" },
    { CONDITION ("'kind':'award'," GROUNDS), AT ".awards:" },
    { CONDITION ("'kind':'award','awards':[]," GROUNDS), AT ".awards:" },
    { CONDITION ("'kind':'award','awards':['B']," GROUNDS), AT ".awards[0]:" },
    { CONDITION ("'kind':'award','awards':['A','A']," GROUNDS), AT ".awards[1]:" },
    { CONDITION ("'kind':'award','awards':['A'],'manners':['XX']," GROUNDS), AT ".manners[0]:" },
    { CONDITION ("'kind':'award','awards':['A'],'consecutive':1," GROUNDS), AT ".consecutive:" },
    { CONDITION ("'kind':'span','min_years':5,'grade':'HTT','after_awards':['Z']," GROUNDS),
      AT ".after_awards[0]:" },
    { CONDITION ("'kind':'span','min_years':5,'grade':'HTT','or_awards':['Z']," GROUNDS),
      AT ".or_awards[0]:" },
    { CONDITION ("'kind':'span','grade':'HTT'," GROUNDS), AT ".min_years:" },
    { CONDITION ("'kind':'member_share','awards':['A'],'fraction':'7/0'," GROUNDS),
      AT ".fraction:" },
    { CONDITION ("'kind':'member_share','awards':['A'],'fraction':0.7," GROUNDS), AT ".fraction:" },
    { CONDITION ("'kind':'member_share','awards':['A'],'fraction':'8/7'," GROUNDS),
      AT ".fraction:" },
    { CONDITION ("'kind':'member_share','awards':['A']," GROUNDS), AT ".fraction:" },
    { CONDITION ("'kind':'initiative','scope':'galaxy'," GROUNDS), AT ".scope:" },
    { CONDITION ("'kind':'initiative','scope':'base','kinds':['idea']," GROUNDS), AT ".kinds[0]:" },
    { CONDITION ("'kind':'undisciplined','sanction':'complaint'," GROUNDS), AT ".sanction:" },
    { CONDITION ("'kind':'absence','count':40,'absences':['nap']," GROUNDS), AT ".absences[0]:" },
    { CONDITION ("'kind':'months_in_post','count':10,'rule':'rule-of-thumb'," GROUNDS),
      AT ".rule:" },
    { CONDITION ("'kind':'months_in_post','count':10,'rule':'working-year'," GROUNDS),
      AT ".rule:" },
    { CONDITION ("'kind':'years_of_service','count':5,'leader_classes':['king']," GROUNDS),
      AT ".leader_classes[0]:" },
    { CONDITION ("'kind':'movement','count':3,'levels':['moon']," GROUNDS), AT ".levels[0]:" },
    { CONDITION ("'kind':'attested'," GROUNDS), AT ".key:" },
    { CONDITION ("'kind':'any','of':[]," GROUNDS), AT ".of:" },
    { CONDITION ("'kind':'any','of':[{'kind':'all','of':[{'kind':'magic'," GROUNDS "}]," GROUNDS
                 "}]," GROUNDS),
      AT ".of[0].of[0].kind:" },
    { FILE_WITH (",'paths':[]"), "$.awards[0].paths:" },
    { FILE_WITH (",'paths':[{'name':'P','article':'1','verified':true}]"),
      "$.awards[0].paths[0].conditions:" },
    { FILE_WITH (",'paths':[{'name':'P','verified':true,'conditions':[]}]"),
      "$.awards[0].paths[0].article:" },
    { FILE_WITH (",'paths':[{'name':'P','article':'1','verified':true,'subjects':['unit'],"
                 "'conditions':[]}]"),
      "$.awards[0].paths[0].subjects:" },
    { FILE_WITH (",'paths':[{'name':'P','article':'1','verified':true,'unit_kinds':['castle'],"
                 "'conditions':[]}]"),
      "$.awards[0].paths[0].unit_kinds[0]:" },
    { FILE_WITH (",'quota':{'of_awards':['A']," GROUNDS "}"), "$.awards[0].quota.fraction:" },
    { FILE_WITH (",'quota':{'fraction':'15/100','of_awards':['B']," GROUNDS "}"),
      "$.awards[0].quota.of_awards[0]:" },
    { FILE_WITH (",'vote':{'fraction':'2/3','base':'angels'," GROUNDS "}"),
      "$.awards[0].vote.base:" },
    { FILE_WITH (",'vote':{'fraction':'2/3','base':'members','text':'T','verified':true}"),
      "$.awards[0].vote.article:" },
    { FILE_WITH (",'forms':['m1']"), "$.awards[0].forms[0]:" },
    { FILE_WITH (",'from':'2030-02-01','to':'2030-01-01'"), "$.awards[0].to:" },
    { HEAD ",'forms':[{'id':'m1','number':'1','title':'T','verified':true}],'awards':[" AWARD_A
           "}]}",
      "$.forms[0].article:" },
    { HEAD ",'counted_manners':{'manners':['CT'],'verified':true},'awards':[" AWARD_A "}]}",
      "$.counted_manners.article:" },
    { HEAD ",'without':['A'],'awards':[" AWARD_A "}]}", "$.without:" },
    { HEAD ",'inherits':'y','awards':[" AWARD_A "}]}", "$.inherits:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvRegimeSet) set = load_texts (cases[i].text, NULL, FALSE, &error);
      g_autofree char *place = g_strdup_printf ("regimes/x.json, %s", cases[i].place);

      if (set != NULL)
        g_error ("case %u was accepted", i);
      g_assert_cmpint (error->domain, ==, BV_VALUE_ERROR);
      if (strstr (error->message, place) == NULL)
        g_error ("case %u: “%s” does not name %s", i, error->message, cases[i].place);
    }
}

/* ── Files together ──────────────────────────────────────────────────────────────────────── */

#define AWARD_B                                                                                    \
  "{'code':'B','name':'B','abbreviation':'B','kind':'title','subjects':['person'],"                \
  "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"
#define ASKS_FOR_A                                                                                 \
  ",'paths':[{'name':'P','article':'1','verified':true,'conditions':[{'kind':'award','awards':"    \
  "['A']," GROUNDS "}]}]}"
#define ELDER                                                                                      \
  "{'format':2,'id':'x','name':'X','from':'2030-01-01','to':'2030-12-31','citations':[{'text':"    \
  "'L','verified':true}],'counted_manners':{'manners':['CT'],'article':'7','verified':true},"      \
  "'awards':[" AWARD_A "}," AWARD_B ASKS_FOR_A "]}"

static void
test_inherits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = load_texts (
    ELDER,
    "{'format':2,'id':'y','name':'Y','from':'2031-01-01','inherits':'x','note':'N','awards':["
    "{'code':'A','name':'New A','abbreviation':'A','kind':'title','subjects':['person'],"
    "'deciders':[{'level':'unit','who':'W'}],'article':'2','verified':false},"
    "{'code':'C','name':'C','abbreviation':'C','kind':'title','subjects':['person'],"
    "'deciders':[{'level':'unit','who':'W'}],'article':'2','verified':false}]}",
    FALSE, &error);
  const BvRegime *heir;

  g_assert_no_error (error);
  heir = bv_regime_set_get (set, "y");
  g_assert_cmpuint (heir->awards->len, ==, 3);
  g_assert_cmpstr (bv_regime_find_award (heir, "A")->name, ==, "New A");
  g_assert_cmpuint (bv_regime_find_award (heir, "B")->paths->len, ==, 1);
  g_assert_cmpuint (bv_regime_find_award (heir, "C")->order, ==, 3);
  g_assert_cmpuint (heir->counted_manners, ==, 1u << BV_MANNER_MERIT);
  g_assert_cmpstr (heir->counted_article, ==, "7");
  g_assert_cmpuint (heir->citations->len, ==, 1);
  g_assert_cmpstr (heir->note, ==, "N");
  /* The elder is what it was. */
  g_assert_cmpstr (bv_regime_find_award (bv_regime_set_get (set, "x"), "A")->name, ==, "A");
}

static void
test_inherits_refused (void)
{
#define HEIR(body) "{'format':2,'id':'y','name':'Y','from':'2031-01-01'," body "}"
  static const struct
  {
    const char *heir;
    const char *place;
  } cases[] = {
    { HEIR ("'inherits':'z'"), "regimes/y.json, $.inherits:" },
    { HEIR ("'inherits':'y'"), "regimes/y.json, $.inherits:" },
    { HEIR ("'inherits':'x','without':['Z']"), "regimes/y.json, $.without[0]:" },
    { HEIR ("'inherits':'x','without':['A']"), "regimes/y.json, $.without:" },
    { "{'format':2,'id':'y','name':'Y','from':'2030-06-01','inherits':'x'}",
      "regimes/y.json, $.from:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvRegimeSet) set = load_texts (ELDER, cases[i].heir, FALSE, &error);

      g_assert_null (set);
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("case %u: “%s”", i, error->message);
    }
}

/* An award that is left out may be left out with what asks for it. */
static void
test_without (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = load_texts (
    ELDER, HEIR ("'inherits':'x','without':['A','B'],'awards':[" AWARD_B "}]"), FALSE, &error);

  g_assert_no_error (error);
  g_assert_null (bv_regime_find_award (bv_regime_set_get (set, "y"), "A"));
  g_assert_cmpuint (bv_regime_find_award (bv_regime_set_get (set, "y"), "B")->paths->len, ==, 0);
}

#define LOCAL(dates)                                                                               \
  "{'format':2,'awards':[{'code':'NTVT','name':'Người tốt, việc "                           \
  "tốt','abbreviation':'NTVT','kind':"                                                           \
  "'title','subjects':['person'],'deciders':[{'level':'district','who':'W'}],'article':'QĐ 33',"  \
  "'verified':true" dates "}]}"

static void
test_local_title (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet)
    set = load_texts (ELDER, LOCAL (",'from':'2030-05-23','to':'2030-08-31'"), TRUE, &error);
  const BvRegimeAward *award;

  g_assert_no_error (error);
  award = bv_regime_find_award (bv_regime_set_get (set, "x"), "NTVT");
  g_assert_nonnull (award);
  g_assert_true (award->is_own);
  g_assert_false (bv_regime_award_is_in_force (award, "2030-05-22"));
  g_assert_true (bv_regime_award_is_in_force (award, "2030-05-23"));
  g_assert_true (bv_regime_award_is_in_force (award, "2030-08-31"));
  g_assert_false (bv_regime_award_is_in_force (award, "2030-09-01"));
  g_assert_cmpuint (award->order, ==, 3);
  g_clear_pointer (&set, bv_regime_set_unref);

  set = load_texts (ELDER, LOCAL (",'from':'2031-01-01'"), TRUE, &error);
  g_assert_no_error (error);
  g_assert_null (bv_regime_find_award (bv_regime_set_get (set, "x"), "NTVT"));
  g_clear_pointer (&set, bv_regime_set_unref);

  /* A code of the law is not for a title of the place. */
  set = load_texts (ELDER, "{'format':2,'awards':[" AWARD_A "}]}", TRUE, &error);
  g_assert_null (set);
  g_assert_nonnull (strstr (error->message, "regimes/y.json, $.awards[0].code:"));
}

/* The examples beside the tests, over the country's regimes. */
static void
test_examples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("BV_DATA_DIR"), "..", "tests", "fixtures",
                                              "regimes", NULL);
  static const char *const names[] = { "local.json", "change.json" };
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  BvRegimeFile own[G_N_ELEMENTS (names)];
  static const char *const country[] = { "luat-2003-nd91", "luat-2022-nd98", "luat-2022-nd152",
                                         "luat-2026" };
  BvRegimeFile files[G_N_ELEMENTS (country)];
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = NULL;
  const BvRegimeAward *award;

  for (guint i = 0; i < G_N_ELEMENTS (names) + G_N_ELEMENTS (country); i++)
    {
      gboolean is_own = i < G_N_ELEMENTS (names);
      const char *name = is_own ? names[i] : country[i - G_N_ELEMENTS (names)];
      g_autofree char *file = is_own ? NULL : g_strconcat (name, ".json", NULL);
      g_autofree char *path = is_own ? g_build_filename (folder, name, NULL)
                                     : g_build_filename (g_getenv ("BV_DATA_DIR"), "regimes", file,
                                                         NULL);
      char *text = NULL;
      gsize size;

      g_file_get_contents (path, &text, &size, &error);
      g_assert_no_error (error);
      g_ptr_array_add (contents, g_bytes_new_take (text, size));
      if (is_own)
        own[i] = (BvRegimeFile){ name, g_ptr_array_index (contents, i) };
      else
        files[i - G_N_ELEMENTS (names)] = (BvRegimeFile){ name, g_ptr_array_index (contents, i) };
    }
  set = bv_regime_set_new_from_files (files, G_N_ELEMENTS (files), own, G_N_ELEMENTS (own), &error);
  g_assert_no_error (error);
  /* From 2024-05-23: in the regimes of that day and later, the heir among them, once each. */
  g_assert_null (bv_regime_find_award (bv_regime_set_get (set, "luat-2003-nd91"), "NTVT"));
  for (guint i = 1; i < G_N_ELEMENTS (country); i++)
    {
      award = find (set, country[i], "NTVT");
      g_assert_cmpuint (award->paths->len, ==, 1);
    }
  award = find (set, "luat-2022-nd98", "KNC");
  g_assert_cmpstr (award->abbreviation, ==, "KNC tỉnh");
  g_assert_true (award->is_own);
  g_assert_cmpint (
    find_condition (path_of (award, 0)->conditions, BV_CONDITION_YEARS_OF_SERVICE)->count, ==, 15);
  g_assert_cmpstr (find (set, "luat-2022-nd152", "KNC")->abbreviation, ==, "KNC");
  g_assert_cmpstr (
    bv_regime_set_match_award (set, "Người tốt việc tốt", "2024-06-01", BV_LEVEL_DISTRICT)->code,
    ==, "NTVT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regime-rules/complete", test_complete);
  g_test_add_func ("/regime-rules/people", test_people);
  g_test_add_func ("/regime-rules/collectives", test_collectives);
  g_test_add_func ("/regime-rules/ladder", test_ladder);
  g_test_add_func ("/regime-rules/forms", test_forms);
  g_test_add_func ("/regime-rules/refused", test_refused);
  g_test_add_func ("/regime-rules/inherits", test_inherits);
  g_test_add_func ("/regime-rules/inherits-refused", test_inherits_refused);
  g_test_add_func ("/regime-rules/without", test_without);
  g_test_add_func ("/regime-rules/local-title", test_local_title);
  g_test_add_func ("/regime-rules/examples", test_examples);
  return g_test_run ();
}
