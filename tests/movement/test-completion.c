// SPDX-License-Identifier: GPL-3.0-or-later
/* The arithmetic of indicators: DOMAIN 6.5 and its edges, adding up, pace. */

#include "base/bv-error.h"
#include "movement/bv-completion.h"

#include <locale.h>
#include <math.h>

static void
test_score (void)
{
  static const struct
  {
    double standard, plan, actual;
    BvDirection direction;
    double base, bonus; /* NAN: a person must decide */
  } cases[] = {
    { 20, 100, 95, BV_DIRECTION_HIGHER, 19.00, 0 },
    { 20, 100, 107, BV_DIRECTION_HIGHER, 20.00, 1.40 },
    { 20, 100, 125, BV_DIRECTION_HIGHER, 20.00, 2.00 },
    { 20, 10, 12, BV_DIRECTION_LOWER, 16.67, 0 },
    { 20, 10, 8, BV_DIRECTION_LOWER, 20.00, 2.00 },
    { 15, 22, 20, BV_DIRECTION_HIGHER, 13.64, 0 },
    { 20, 0, 5, BV_DIRECTION_HIGHER, NAN, NAN },
    { 20, 5, 0, BV_DIRECTION_LOWER, NAN, NAN },
    { 20, 0, 0, BV_DIRECTION_HIGHER, NAN, NAN },
    { 20, 0, 0, BV_DIRECTION_LOWER, NAN, NAN },
    { 20, -2, 1, BV_DIRECTION_HIGHER, NAN, NAN },
    { 20, 100, 0, BV_DIRECTION_HIGHER, 0, 0 },
    { 20, 0, 5, BV_DIRECTION_LOWER, 0, 0 },
    { 20, 4, 4, BV_DIRECTION_REACH, 20, 0 },
    { 20, 4, 5, BV_DIRECTION_REACH, 16, 0 },
    { 20, 4, 3, BV_DIRECTION_REACH, 15, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvScore score = { -1, -1 };
      g_autoptr (GError) error = NULL;
      gboolean is_decided = bv_completion_score (cases[i].direction, cases[i].standard,
                                                 cases[i].plan, cases[i].actual, 0, 0.10, 2, &score,
                                                 &error);

      g_test_message ("case %u", i);
      if (isnan (cases[i].base))
        {
          g_assert_false (is_decided);
          g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_ASK);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (score.base, cases[i].base, 1e-12);
      g_assert_cmpfloat_with_epsilon (score.bonus, cases[i].bonus, 1e-12);
    }
}

static void
test_score_rounding (void)
{
  BvScore score;
  g_autoptr (GError) error = NULL;

  /* 1 × 1.005: half up as written, though the binary number lies below. */
  bv_completion_score (BV_DIRECTION_HIGHER, 1, 200, 201, 0, 1, 3, &score, &error);
  g_assert_cmpfloat_with_epsilon (score.bonus, 0.005, 1e-12);
  bv_completion_score (BV_DIRECTION_HIGHER, 100.5, 100, 99.5, 0, 0.1, 1, &score, &error);
  g_assert_cmpfloat_with_epsilon (score.base, 100.0, 1e-12);
  bv_completion_score (BV_DIRECTION_HIGHER, 0.125, 1, 1, 0, 0.1, 2, &score, &error);
  g_assert_cmpfloat_with_epsilon (score.base, 0.13, 1e-12);
  g_assert_no_error (error);
  g_assert_false (bv_completion_score (BV_DIRECTION_HIGHER, 20, NAN, 5, 0, 0.1, 2, &score, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_false (bv_completion_score (BV_DIRECTION_HIGHER, 20, 5, NAN, 0, 0.1, 2, &score, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
}

static void
test_status (void)
{
  static const struct
  {
    BvDirection direction;
    double plan, actual, tolerance;
    BvCompletionStatus status;
    double percent;
  } cases[] = {
    { BV_DIRECTION_HIGHER, NAN, 5, 0, BV_COMPLETION_NO_PLAN, NAN },
    { BV_DIRECTION_HIGHER, NAN, NAN, 0, BV_COMPLETION_NO_PLAN, NAN },
    { BV_DIRECTION_HIGHER, 5, NAN, 0, BV_COMPLETION_NO_FIGURE, NAN },
    { BV_DIRECTION_HIGHER, 0, 5, 0, BV_COMPLETION_ASK, NAN },
    { BV_DIRECTION_HIGHER, 0.3, 0.1 + 0.2, 0, BV_COMPLETION_MET, 100 },
    { BV_DIRECTION_HIGHER, 65, 65.1, 0, BV_COMPLETION_EXCEEDED, 100.153846 },
    { BV_DIRECTION_HIGHER, 100, 90, 0, BV_COMPLETION_NEARLY, 90 },
    { BV_DIRECTION_HIGHER, 100, 89.9, 0, BV_COMPLETION_NOT_MET, 89.9 },
    { BV_DIRECTION_LOWER, 30, 29.89, 0, BV_COMPLETION_EXCEEDED, 100.368016 },
    { BV_DIRECTION_LOWER, 30, 30, 0, BV_COMPLETION_MET, 100 },
    { BV_DIRECTION_LOWER, 30, 31, 0, BV_COMPLETION_NEARLY, 96.774194 },
    { BV_DIRECTION_LOWER, 0, 3, 0, BV_COMPLETION_NOT_MET, 0 },
    { BV_DIRECTION_REACH, 105, 106.5, 2, BV_COMPLETION_MET, 100 },
    { BV_DIRECTION_REACH, 105, 110, 2, BV_COMPLETION_NEARLY, 95.454545 },
    { BV_DIRECTION_REACH, 0, 0, 0, BV_COMPLETION_MET, 100 },
    { BV_DIRECTION_REACH, 0, 5, 0, BV_COMPLETION_NOT_MET, 0 },
    { BV_DIRECTION_HIGHER, -4.2, -2.1, 0, BV_COMPLETION_ASK, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvCompletion completion = { BV_COMPLETION_NOT_MET, -1 };
      g_autoptr (GError) error = NULL;
      gboolean is_decided = bv_completion_compute (
        cases[i].direction, cases[i].plan, cases[i].actual, cases[i].tolerance,
        BV_COMPLETION_NEARLY_PERCENT, &completion, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (completion.status, ==, cases[i].status);
      g_assert_cmpint (is_decided, ==, cases[i].status != BV_COMPLETION_ASK);
      g_assert_cmpint (error == NULL, ==, is_decided);
      if (isnan (cases[i].percent))
        g_assert_true (isnan (completion.percent));
      else
        g_assert_cmpfloat_with_epsilon (completion.percent, cases[i].percent, 1e-5);
    }
  g_assert_true (bv_completion_is_met (BV_COMPLETION_EXCEEDED));
  g_assert_false (bv_completion_is_met (BV_COMPLETION_ASK));
  g_assert_cmpstr (bv_completion_status_label (BV_COMPLETION_NEARLY), ==, "Nearly met");
  g_assert_cmpstr (bv_completion_status_code (BV_COMPLETION_NO_FIGURE), ==, "no-figure");
}

static void
test_accumulate (void)
{
  BvYearFigures figures;
  BvAccumulated total;
  g_autofree char *missing = NULL;

  bv_year_figures_clear (&figures);
  total = bv_accumulate (BV_ACCUMULATION_SUM, &figures, 12);
  g_assert_true (isnan (total.value));
  g_assert_cmpuint (total.missing, ==, 0xfff);
  g_assert_cmpint (total.last_month, ==, 0);

  /* January and February by the month, the second quarter whole, March not known. */
  bv_year_figures_set (&figures, "M01", 10);
  bv_year_figures_set (&figures, "M02", 20);
  bv_year_figures_set (&figures, "Q2", 90);
  g_assert_cmpfloat (bv_year_figures_get (&figures, "Q2"), ==, 90);
  total = bv_accumulate (BV_ACCUMULATION_SUM, &figures, 6);
  g_assert_cmpfloat (total.value, ==, 120);
  g_assert_cmpuint (total.missing, ==, 1u << 2);
  g_assert_cmpint (total.last_month, ==, 6);
  missing = bv_accumulated_describe_missing (&total);
  g_assert_cmpstr (missing, ==, "No figure for month 3");
  total = bv_accumulate (BV_ACCUMULATION_MEAN, &figures, 6);
  g_assert_cmpfloat_with_epsilon (total.value, (10 + 20 + 90 * 3) / 5.0, 1e-12);
  total = bv_accumulate (BV_ACCUMULATION_LAST, &figures, 6);
  g_assert_cmpfloat (total.value, ==, 90);
  g_assert_cmpuint (total.missing, ==, 0);
  total = bv_accumulate (BV_ACCUMULATION_LAST, &figures, 8);
  g_assert_cmpuint (total.missing, ==, (1u << 6) | (1u << 7));
  /* In the middle of a quarter its months count, and they are not known. */
  total = bv_accumulate (BV_ACCUMULATION_SUM, &figures, 5);
  g_assert_cmpfloat (total.value, ==, 30);
  g_free (missing);
  missing = bv_accumulated_describe_missing (&total);
  g_assert_cmpstr (missing, ==, "No figures for months 3, 4, 5");

  total = bv_accumulate_period (BV_ACCUMULATION_SUM, &figures, "Q1");
  g_assert_cmpfloat (total.value, ==, 30);
  g_assert_cmpuint (total.missing, ==, 1u << 2);
  total = bv_accumulate_period (BV_ACCUMULATION_SUM, &figures, "M04");
  g_assert_true (isnan (total.value));

  /* The year's own figure decides at the year's end, and before only when nothing else is known. */
  figures.year = 500;
  g_assert_cmpfloat (bv_accumulate (BV_ACCUMULATION_SUM, &figures, 12).value, ==, 500);
  g_assert_cmpfloat (bv_accumulate (BV_ACCUMULATION_SUM, &figures, 6).value, ==, 120);
  bv_year_figures_clear (&figures);
  figures.year = 500;
  g_assert_cmpfloat (bv_accumulate (BV_ACCUMULATION_SUM, &figures, 6).value, ==, 500);
}

static void
test_pace (void)
{
  BvYearFigures plans;

  bv_year_figures_clear (&plans);
  g_assert_true (isnan (bv_pace_expected (BV_ACCUMULATION_SUM, &plans, NAN, 6)));
  plans.year = 1200;
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_SUM, &plans, NAN, 3), ==, 300);
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_SUM, &plans, NAN, 12), ==, 1200);
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_MEAN, &plans, NAN, 3), ==, 1200);
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_LAST, &plans, NAN, 3), ==, 1200);
  /* The poverty rate is to fall from 34 to 30 in the year. */
  plans.year = 30;
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_LAST, &plans, 34, 6), ==, 32);
  /* Plans of the quarters go before an even share. */
  plans.year = 100;
  plans.quarter[0] = 10;
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_SUM, &plans, NAN, 3), ==, 10);
  g_assert_cmpfloat (bv_pace_expected (BV_ACCUMULATION_SUM, &plans, NAN, 6), ==, 50);
  /* A year's plan comes of its quarters only when all four are there. */
  plans.year = NAN;
  g_assert_true (isnan (bv_plan_of_year (BV_ACCUMULATION_SUM, &plans)));
  plans.quarter[1] = 20;
  plans.quarter[2] = 30;
  plans.quarter[3] = 40;
  g_assert_cmpfloat (bv_plan_of_year (BV_ACCUMULATION_SUM, &plans), ==, 100);
  g_assert_cmpfloat (bv_plan_of_year (BV_ACCUMULATION_LAST, &plans), ==, 40);
  g_assert_cmpfloat (bv_plan_of_year (BV_ACCUMULATION_MEAN, &plans), ==, 25);
}

static void
test_codes (void)
{
  BvDirection direction;
  BvAccumulation accumulation;

  g_assert_true (bv_direction_from_code ("reach", &direction));
  g_assert_cmpint (direction, ==, BV_DIRECTION_REACH);
  g_assert_false (bv_direction_from_code ("up", &direction));
  g_assert_true (bv_accumulation_from_code ("mean", &accumulation));
  g_assert_cmpint (accumulation, ==, BV_ACCUMULATION_MEAN);
  g_assert_false (bv_accumulation_from_code (NULL, &accumulation));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completion/score", test_score);
  g_test_add_func ("/completion/score-rounding", test_score_rounding);
  g_test_add_func ("/completion/status", test_status);
  g_test_add_func ("/completion/accumulate", test_accumulate);
  g_test_add_func ("/completion/pace", test_pace);
  g_test_add_func ("/completion/codes", test_codes);
  return g_test_run ();
}
