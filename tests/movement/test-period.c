// SPDX-License-Identifier: GPL-3.0-or-later
/* Periods: what people write, labels, days. */

#include "movement/bv-period.h"

#include <locale.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *period;
  } cases[] = {
    { "Y", "Y" },         { "Năm", "Y" },        { "cả năm", "Y" },    { "Q1", "Q1" },
    { "Quý I", "Q1" },    { "quý iv", "Q4" },    { "Quý 3", "Q3" },    { "Q.II", "Q2" },
    { "Tháng 3", "M03" }, { "tháng 03", "M03" }, { "T12", "M12" },     { "M07", "M07" },
    { "9", "M09" },       { "Quý V", NULL },     { "tháng 13", NULL }, { "0", NULL },
    { "tháng", NULL },    { "3/2022", NULL },    { "", NULL },         { "Q0", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (bv_period_parse (cases[i].text), ==, cases[i].period);
}

static void
test_names (void)
{
  guint n = 0;

  for (BvPeriodKind kind = BV_PERIOD_YEAR; kind <= BV_PERIOD_MONTH; kind++)
    for (const char *const *period = bv_period_list (kind); *period != NULL; period++)
      {
        g_autofree char *label = bv_period_label (*period);

        g_assert_true (bv_period_is_valid (*period));
        g_assert_cmpint (bv_period_kind (*period), ==, kind);
        /* A label reads back as what it names. */
        g_assert_cmpstr (bv_period_parse (label), ==, *period);
        n++;
      }
  g_assert_cmpuint (n, ==, 17);
  g_assert_false (bv_period_is_valid ("M13"));
  g_assert_false (bv_period_is_valid (NULL));
}

static void
test_days (void)
{
  g_autofree char *first = bv_period_first_day (2024, "Q1");
  g_autofree char *last = bv_period_last_day (2024, "M02");
  g_autofree char *end = bv_period_last_day (2023, "Y");

  g_assert_cmpstr (first, ==, "2024-01-01");
  g_assert_cmpstr (last, ==, "2024-02-29");
  g_assert_cmpstr (end, ==, "2023-12-31");
  g_assert_cmpstr (bv_period_of_date ("2023-03-27", BV_PERIOD_QUARTER), ==, "Q1");
  g_assert_cmpstr (bv_period_of_date ("2023-12-01", BV_PERIOD_MONTH), ==, "M12");
  g_assert_cmpstr (bv_period_of_date ("2023-12-01", BV_PERIOD_YEAR), ==, "Y");
  g_assert_cmpint (bv_period_first_month ("Q3"), ==, 7);
  g_assert_cmpint (bv_period_last_month ("Q3"), ==, 9);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/names", test_names);
  g_test_add_func ("/period/days", test_days);
  return g_test_run ();
}
