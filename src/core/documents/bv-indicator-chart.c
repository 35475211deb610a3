// SPDX-License-Identifier: GPL-3.0-or-later
/* Turns what the register knows of indicators into the data of a chart. Computes nothing itself:
 * completion comes from bv-completion.h. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-indicator-chart.h"

#include "movement/bv-period.h"

#include <glib/gi18n.h>

static const char *const roman_quarters[] = { "I", "II", "III", "IV" };

static BvChartStatus
status_of (BvCompletionStatus status)
{
  switch (status)
    {
    case BV_COMPLETION_EXCEEDED:
      return BV_CHART_STATUS_EXCEEDED;
    case BV_COMPLETION_MET:
      return BV_CHART_STATUS_MET;
    case BV_COMPLETION_NEARLY:
      return BV_CHART_STATUS_NEARLY;
    case BV_COMPLETION_NOT_MET:
      return BV_CHART_STATUS_SHORT;
    case BV_COMPLETION_NO_PLAN:
    case BV_COMPLETION_NO_FIGURE:
    case BV_COMPLETION_ASK:
    default:
      return BV_CHART_STATUS_UNKNOWN;
    }
}

/* The word beside the shape says why nothing was assessed. */
const char *
bv_indicator_chart_status_word (BvCompletionStatus status, BvChartLanguage language)
{
  if (language == BV_CHART_LANGUAGE_SCREEN)
    return bv_completion_status_label (status);
  switch (status)
    {
    case BV_COMPLETION_NO_PLAN:
      return "Không có KH";
    case BV_COMPLETION_NO_FIGURE:
      return "Chưa có số liệu";
    case BV_COMPLETION_ASK:
    case BV_COMPLETION_EXCEEDED:
    case BV_COMPLETION_MET:
    case BV_COMPLETION_NEARLY:
    case BV_COMPLETION_NOT_MET:
    default:
      return bv_chart_status_word (language, status_of (status));
    }
}

GPtrArray *
bv_indicator_results_by_group (const BvIndicatorSummary *summary)
{
  GPtrArray *ordered = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < summary->results->len; i++)
    {
      const BvIndicatorResult *first = g_ptr_array_index (summary->results, i);
      const char *group = first->indicator->group_name;

      if (!g_hash_table_add (seen, (gpointer) group))
        continue;
      for (guint j = i; j < summary->results->len; j++)
        {
          BvIndicatorResult *result = g_ptr_array_index (summary->results, j);

          if (g_str_equal (result->indicator->group_name, group))
            g_ptr_array_add (ordered, result);
        }
    }
  return ordered;
}

BvChart *
bv_indicator_chart_completion (const BvIndicatorSummary *summary, BvChartLanguage language)
{
  g_autoptr (GPtrArray) results = bv_indicator_results_by_group (summary);
  g_autofree char *title = NULL;
  BvChart *chart;

  title = language == BV_CHART_LANGUAGE_VIETNAMESE
            ? g_strdup_printf ("Mức độ hoàn thành các chỉ tiêu năm %d", summary->year)
            /* TRANSLATORS: title of a chart; %d is a year. */
            : g_strdup_printf (_ ("Completion of indicators, %d"), summary->year);
  chart = bv_chart_new_completion (language, title);
  for (guint i = 0; i < results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (results, i);
      const BvIndicator *indicator = result->indicator;

      bv_chart_add_row (chart, indicator->group_name, indicator->name, indicator->unit_of_measure,
                        indicator->decimals, result->plan, result->actual,
                        result->completion.percent, status_of (result->completion.status),
                        bv_indicator_chart_status_word (result->completion.status, language));
    }
  return chart;
}

static char *
year_name (int year, gboolean is_screen)
{
  /* TRANSLATORS: name of a line in a chart; %d is a year. */
  return is_screen ? g_strdup_printf (_ ("Year %d"), year) : g_strdup_printf ("Năm %d", year);
}

BvChart *
bv_indicator_chart_series (const BvIndicatorSeries *series, BvChartLanguage language)
{
  gboolean is_screen = language == BV_CHART_LANGUAGE_SCREEN;
  g_autofree char *actual = NULL;
  g_autofree char *previous = NULL;
  BvChart *chart;

  actual = year_name (series->year, is_screen);
  previous = year_name (series->year - 1, is_screen);
  chart = bv_chart_new_time (language, series->indicator->name, series->indicator->unit_of_measure,
                             series->indicator->decimals, actual, NULL, previous);
  if (series->is_cumulative)
    bv_chart_set_subtitle (chart, is_screen ? _ ("Added up from January") : "Cộng dồn từ đầu năm");
  for (guint i = 0; i < series->n; i++)
    {
      const char *period = series->periods[i];
      int month = bv_period_first_month (period);
      g_autofree char *label = NULL;
      g_autofree char *long_label = NULL;

      if (is_screen)
        {
          label = g_strdup (series->labels[i]);
          long_label = bv_period_label (period);
        }
      else if (bv_period_kind (period) == BV_PERIOD_MONTH)
        {
          label = g_strdup_printf ("T%d", month);
          long_label = g_strdup_printf ("Tháng %d", month);
        }
      else if (bv_period_kind (period) == BV_PERIOD_QUARTER)
        {
          label = g_strdup_printf ("Quý %s", roman_quarters[(month - 1) / 3]);
          long_label = g_strdup (label);
        }
      else
        {
          label = g_strdup_printf ("%d", series->year);
          long_label = g_strdup_printf ("Năm %d", series->year);
        }
      bv_chart_add_period (chart, label, long_label, series->actual[i], series->plan[i],
                           series->last_year[i]);
    }
  return chart;
}
