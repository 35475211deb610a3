// SPDX-License-Identifier: GPL-3.0-or-later
/* From what the register knows to what a chart shows: order, states, words, periods. */

#include "documents/bv-indicator-chart.h"
#include "movement/bv-period.h"

#include <math.h>
#include <string.h>

static void
result_free (gpointer data)
{
  BvIndicatorResult *result = data;

  bv_indicator_free (result->indicator);
  g_free (result);
}

static void
add (BvIndicatorSummary *summary,
     const char *group,
     const char *name,
     BvCompletionStatus status,
     double percent)
{
  BvIndicatorResult *result = g_new0 (BvIndicatorResult, 1);

  result->indicator = bv_indicator_new ();
  g_free (result->indicator->name);
  g_free (result->indicator->group_name);
  result->indicator->name = g_strdup (name);
  result->indicator->group_name = g_strdup (group);
  result->indicator->decimals = 1;
  result->plan = 100;
  result->actual = percent;
  result->completion.status = status;
  result->completion.percent = percent;
  g_ptr_array_add (summary->results, result);
}

static void
test_completion (void)
{
  static const struct
  {
    const char *name;
    BvChartStatus status;
    const char *word;
  } expected[] = {
    { "Vượt nhiều", BV_CHART_STATUS_EXCEEDED, "Vượt" },
    { "Chưa xong", BV_CHART_STATUS_SHORT, "Chưa đạt" },
    { "Chưa đo", BV_CHART_STATUS_UNKNOWN, "Chưa có số liệu" },
    { "Vừa đủ", BV_CHART_STATUS_MET, "Đạt" },
    { "Suýt soát", BV_CHART_STATUS_NEARLY, "Gần đạt" },
    { "Phải hỏi", BV_CHART_STATUS_UNKNOWN, "Chưa đánh giá" },
  };
  BvIndicatorSummary summary = { .year = 2022 };
  g_autoptr (BvChart) chart = NULL;
  g_autoptr (BvChart) screen = NULL;

  summary.results = g_ptr_array_new_with_free_func (result_free);
  /* Two movements, the groups of the second as those of the first. */
  add (&summary, "Kinh tế", "Vượt nhiều", BV_COMPLETION_EXCEEDED, 120);
  add (&summary, "Xã hội", "Vừa đủ", BV_COMPLETION_MET, 100);
  add (&summary, "Kinh tế", "Chưa xong", BV_COMPLETION_NOT_MET, 50);
  add (&summary, "Xã hội", "Suýt soát", BV_COMPLETION_NEARLY, 95);
  add (&summary, "Kinh tế", "Chưa đo", BV_COMPLETION_NO_FIGURE, NAN);
  add (&summary, "Xã hội", "Phải hỏi", BV_COMPLETION_ASK, NAN);
  chart = bv_indicator_chart_completion (&summary, BV_CHART_LANGUAGE_VIETNAMESE);
  g_assert_cmpstr (chart->title, ==, "Mức độ hoàn thành các chỉ tiêu năm 2022");
  g_assert_cmpuint (chart->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const BvChartRow *row = g_ptr_array_index (chart->rows, i);

      g_assert_cmpstr (row->name, ==, expected[i].name);
      g_assert_cmpint (row->status, ==, expected[i].status);
      g_assert_cmpstr (row->status_text, ==, expected[i].word);
      g_assert_cmpstr (row->group, ==, i < 3 ? "Kinh tế" : "Xã hội");
      g_assert_cmpint (row->decimals, ==, 1);
    }
  /* On screen the same, in the language of the screen. */
  screen = bv_indicator_chart_completion (&summary, BV_CHART_LANGUAGE_SCREEN);
  g_assert_cmpstr (screen->title, ==, "Completion of indicators, 2022");
  g_assert_cmpstr (((BvChartRow *) g_ptr_array_index (screen->rows, 0))->status_text, ==,
                   bv_completion_status_label (BV_COMPLETION_EXCEEDED));
  g_ptr_array_unref (summary.results);
}

static void
test_series (void)
{
  double plan[] = { 25, 50, 75, 100 };
  double actual[] = { 20, 44, NAN, NAN };
  double last_year[] = { 18, 40, 66, 90 };
  char *labels[] = { (char *) "Q I", (char *) "Q II", (char *) "Q III", (char *) "Q IV", NULL };
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  BvIndicatorSeries series = { .indicator = indicator,
                               .year = 2022,
                               .n = 4,
                               .periods = bv_period_list (BV_PERIOD_QUARTER),
                               .labels = labels,
                               .plan = plan,
                               .actual = actual,
                               .last_year = last_year,
                               .is_cumulative = TRUE };
  g_autoptr (BvChart) paper = NULL;
  g_autoptr (BvChart) screen = NULL;
  const BvChartPeriod *period;

  g_free (indicator->name);
  indicator->name = g_strdup ("Thu ngân sách");
  paper = bv_indicator_chart_series (&series, BV_CHART_LANGUAGE_VIETNAMESE);
  g_assert_cmpstr (paper->title, ==, "Thu ngân sách");
  g_assert_cmpstr (paper->subtitle, ==, "Cộng dồn từ đầu năm");
  g_assert_cmpstr (paper->actual_name, ==, "Năm 2022");
  g_assert_cmpstr (paper->previous_name, ==, "Năm 2021");
  g_assert_cmpuint (paper->periods->len, ==, 4);
  period = g_ptr_array_index (paper->periods, 3);
  g_assert_cmpstr (period->label, ==, "Quý IV");
  g_assert_true (isnan (period->actual));
  g_assert_cmpfloat (period->plan, ==, 100);
  g_assert_cmpfloat (period->previous, ==, 90);
  screen = bv_indicator_chart_series (&series, BV_CHART_LANGUAGE_SCREEN);
  period = g_ptr_array_index (screen->periods, 0);
  g_assert_cmpstr (period->label, ==, "Q I");
  g_assert_cmpstr (screen->actual_name, ==, "Year 2022");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-chart/completion", test_completion);
  g_test_add_func ("/indicator-chart/series", test_series);
  return g_test_run ();
}
