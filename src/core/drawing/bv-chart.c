// SPDX-License-Identifier: GPL-3.0-or-later
/* The chart as data, its table and its words. No place, no colour; any thread. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-chart.h"

#include "base/bv-number.h"
#include "drawing/bv-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The Vietnamese of an official paper is fixed here and not translated; on screen the English goes
 * through gettext. */
static const struct
{
  const char *vietnamese;
  const char *english;
} words[BV_CHART_N_WORDS] = {
  [BV_CHART_WORD_INDICATOR] = { "Chỉ tiêu", N_ ("Indicator") },
  [BV_CHART_WORD_UNIT] = { "Đơn vị tính", N_ ("Unit of measure") },
  [BV_CHART_WORD_PLAN] = { "Kế hoạch", N_ ("Plan") },
  [BV_CHART_WORD_ACTUAL] = { "Thực hiện", N_ ("Actual") },
  [BV_CHART_WORD_COMPLETION] = { "Tỷ lệ hoàn thành", N_ ("Completion") },
  [BV_CHART_WORD_RESULT] = { "Kết quả", N_ ("Result") },
  [BV_CHART_WORD_PERIOD] = { "Kỳ", N_ ("Period") },
  [BV_CHART_WORD_PREVIOUS] = { "Cùng kỳ năm trước", N_ ("Same period last year") },
  [BV_CHART_WORD_UNKNOWN] = { "Chưa đánh giá", N_ ("Not assessed") },
  [BV_CHART_WORD_EXCEEDED] = { "Vượt", N_ ("Exceeded") },
  [BV_CHART_WORD_MET] = { "Đạt", N_ ("Met") },
  [BV_CHART_WORD_NEARLY] = { "Gần đạt", N_ ("Nearly met") },
  [BV_CHART_WORD_SHORT] = { "Chưa đạt", N_ ("Not met") },
  [BV_CHART_WORD_NO_ROWS] = { "Chưa có chỉ tiêu nào.", N_ ("No indicators yet.") },
  [BV_CHART_WORD_NO_FIGURE] = { "Chưa có số liệu.", N_ ("No figures yet.") },
};

const char *
bv_chart_word (BvChartLanguage language, BvChartWord word)
{
  return language == BV_CHART_LANGUAGE_VIETNAMESE
           ? words[word].vietnamese
           : g_dgettext (GETTEXT_PACKAGE, words[word].english);
}

const char *
bv_chart_status_word (BvChartLanguage language, BvChartStatus status)
{
  return bv_chart_word (language, BV_CHART_WORD_UNKNOWN + (BvChartWord) status);
}

char *
bv_chart_value (double value, int decimals)
{
  return isfinite (value) ? bv_number_format (value, decimals) : g_strdup ("–");
}

char *
bv_chart_percent (double percent)
{
  g_autofree char *number = NULL;

  if (!isfinite (percent))
    return g_strdup ("–");
  number = bv_number_format (percent, 1);
  return g_strconcat (number, "%", NULL);
}

double
bv_chart_period_value (const BvChartPeriod *period, int series)
{
  return series == 0 ? period->actual : series == 1 ? period->plan : period->previous;
}

static void
row_free (gpointer data)
{
  BvChartRow *row = data;

  g_free (row->group);
  g_free (row->name);
  g_free (row->unit);
  g_free (row->status_text);
  g_free (row);
}

static void
period_free (gpointer data)
{
  BvChartPeriod *period = data;

  g_free (period->label);
  g_free (period->long_label);
  g_free (period);
}

static BvChart *
chart_new (BvChartKind kind, BvChartLanguage language, const char *title)
{
  BvChart *self = g_new0 (BvChart, 1);

  self->kind = kind;
  self->language = language;
  self->title = g_strdup (title ? title : "");
  self->subtitle = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->periods = g_ptr_array_new_with_free_func (period_free);
  self->unit = g_strdup ("");
  self->nearly_percent = 90;
  return self;
}

BvChart *
bv_chart_new_completion (BvChartLanguage language, const char *title)
{
  return chart_new (BV_CHART_COMPLETION, language, title);
}

void
bv_chart_add_row (BvChart *self,
                  const char *group,
                  const char *name,
                  const char *unit,
                  int decimals,
                  double plan,
                  double actual,
                  double percent,
                  BvChartStatus status,
                  const char *status_text)
{
  BvChartRow *row = g_new0 (BvChartRow, 1);

  row->group = g_strdup (group ? group : "");
  row->name = g_strdup (name ? name : "");
  row->unit = g_strdup (unit ? unit : "");
  row->decimals = decimals;
  row->plan = plan;
  row->actual = actual;
  row->percent = percent;
  row->status = status;
  row->status_text = g_strdup (status_text ? status_text
                                           : bv_chart_status_word (self->language, status));
  g_ptr_array_add (self->rows, row);
}

BvChart *
bv_chart_new_time (BvChartLanguage language,
                   const char *title,
                   const char *unit,
                   int decimals,
                   const char *actual_name,
                   const char *plan_name,
                   const char *previous_name)
{
  BvChart *self = chart_new (BV_CHART_TIME, language, title);

  g_free (self->unit);
  self->unit = g_strdup (unit ? unit : "");
  self->decimals = decimals;
  self->actual_name = g_strdup (actual_name ? actual_name
                                            : bv_chart_word (language, BV_CHART_WORD_ACTUAL));
  self->plan_name = g_strdup (plan_name ? plan_name : bv_chart_word (language, BV_CHART_WORD_PLAN));
  self->previous_name = g_strdup (previous_name ? previous_name
                                                : bv_chart_word (language, BV_CHART_WORD_PREVIOUS));
  return self;
}

void
bv_chart_add_period (BvChart *self,
                     const char *label,
                     const char *long_label,
                     double actual,
                     double plan,
                     double previous)
{
  BvChartPeriod *period = g_new0 (BvChartPeriod, 1);

  period->label = g_strdup (label ? label : "");
  period->long_label = g_strdup (long_label ? long_label : period->label);
  period->actual = actual;
  period->plan = plan;
  period->previous = previous;
  g_ptr_array_add (self->periods, period);
}

void
bv_chart_set_subtitle (BvChart *self, const char *subtitle)
{
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle ? subtitle : "");
}

void
bv_chart_free (BvChart *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->periods);
  g_free (self->unit);
  g_free (self->actual_name);
  g_free (self->plan_name);
  g_free (self->previous_name);
  g_free (self);
}

static void
take_row (GPtrArray *table, char *first, ...)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  va_list list;

  va_start (list, first);
  for (char *cell = first; cell; cell = va_arg (list, char *))
    {
      g_strv_builder_add (builder, cell);
      g_free (cell);
    }
  va_end (list);
  g_ptr_array_add (table, g_strv_builder_end (builder));
  g_strv_builder_unref (builder);
}

GPtrArray *
bv_chart_table (const BvChart *self)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  BvChartLanguage language = self->language;

  if (self->kind == BV_CHART_COMPLETION)
    {
      take_row (table, g_strdup (bv_chart_word (language, BV_CHART_WORD_INDICATOR)),
                g_strdup (bv_chart_word (language, BV_CHART_WORD_UNIT)),
                g_strdup (bv_chart_word (language, BV_CHART_WORD_PLAN)),
                g_strdup (bv_chart_word (language, BV_CHART_WORD_ACTUAL)),
                g_strdup (bv_chart_word (language, BV_CHART_WORD_COMPLETION)),
                g_strdup (bv_chart_word (language, BV_CHART_WORD_RESULT)), (char *) NULL);
      for (guint i = 0; i < self->rows->len; i++)
        {
          BvChartRow *row = g_ptr_array_index (self->rows, i);

          take_row (table, g_strdup (row->name), g_strdup (row->unit),
                    bv_chart_value (row->plan, row->decimals),
                    bv_chart_value (row->actual, row->decimals), bv_chart_percent (row->percent),
                    g_strdup (row->status_text), (char *) NULL);
        }
      return table;
    }
  take_row (table, g_strdup (bv_chart_word (language, BV_CHART_WORD_PERIOD)),
            g_strdup (self->plan_name), g_strdup (self->actual_name),
            g_strdup (self->previous_name), (char *) NULL);
  for (guint i = 0; i < self->periods->len; i++)
    {
      BvChartPeriod *period = g_ptr_array_index (self->periods, i);

      take_row (table, g_strdup (period->long_label), bv_chart_value (period->plan, self->decimals),
                bv_chart_value (period->actual, self->decimals),
                bv_chart_value (period->previous, self->decimals), (char *) NULL);
    }
  return table;
}

char *
bv_chart_row_text (const BvChart *chart, const BvChartRow *row)
{
  g_autofree char *plan = bv_chart_value (row->plan, row->decimals);
  g_autofree char *actual = bv_chart_value (row->actual, row->decimals);
  g_autofree char *percent = bv_chart_percent (row->percent);

  if (chart->language == BV_CHART_LANGUAGE_VIETNAMESE)
    return g_strdup_printf ("%s: thực hiện %s, kế hoạch %s %s; hoàn thành %s. %s.", row->name,
                            actual, plan, row->unit, percent, row->status_text);
  /* TRANSLATORS: indicator name: actual value, plan value and unit of measure; completion in
   * percent. Result ("Exceeded"). */
  return g_strdup_printf (_ ("%s: actual %s, plan %s %s; completion %s. %s."), row->name, actual,
                          plan, row->unit, percent, row->status_text);
}

char *
bv_chart_period_text (const BvChart *chart, const BvChartPeriod *period, int series)
{
  const char *name = series == 0   ? chart->actual_name
                     : series == 1 ? chart->plan_name
                                   : chart->previous_name;
  g_autofree char *value = bv_chart_value (bv_chart_period_value (period, series), chart->decimals);

  return g_strdup_printf ("%s, %s: %s %s", period->long_label, name, value, chart->unit);
}

static char *
describe_completion (const BvChart *self)
{
  const BvChartRow *best = NULL;
  const BvChartRow *worst = NULL;
  g_autofree char *best_percent = NULL;
  g_autofree char *worst_percent = NULL;
  guint n_met = 0;
  guint n = self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      const BvChartRow *row = g_ptr_array_index (self->rows, i);

      if (row->status == BV_CHART_STATUS_MET || row->status == BV_CHART_STATUS_EXCEEDED)
        n_met++;
      if (!isfinite (row->percent))
        continue;
      if (!best || row->percent > best->percent)
        best = row;
      if (!worst || row->percent < worst->percent)
        worst = row;
    }
  if (n == 0)
    return g_strdup_printf ("%s: %s", self->title,
                            bv_chart_word (self->language, BV_CHART_WORD_NO_ROWS));
  if (!best)
    return g_strdup_printf ("%s: %s", self->title,
                            bv_chart_word (self->language, BV_CHART_WORD_NO_FIGURE));
  best_percent = bv_chart_percent (best->percent);
  worst_percent = bv_chart_percent (worst->percent);
  if (self->language == BV_CHART_LANGUAGE_VIETNAMESE)
    return g_strdup_printf ("%s: %u/%u chỉ tiêu đạt và vượt kế hoạch; cao nhất là %s (%s), thấp "
                            "nhất là %s (%s).",
                            self->title, n_met, n, best->name, best_percent, worst->name,
                            worst_percent);
  /* TRANSLATORS: chart title: number met of number of all; names and percents of two indicators. */
  return g_strdup_printf (_ ("%s: %u of %u indicators met or exceeded; highest %s (%s), lowest %s "
                             "(%s)."),
                          self->title, n_met, n, best->name, best_percent, worst->name,
                          worst_percent);
}

static char *
describe_time (const BvChart *self)
{
  const BvChartPeriod *last = NULL;
  g_autofree char *actual = NULL;
  g_autofree char *plan = NULL;
  guint n = self->periods->len;

  for (guint i = 0; i < n; i++)
    {
      const BvChartPeriod *period = g_ptr_array_index (self->periods, i);

      if (isfinite (period->actual))
        last = period;
    }
  if (!last)
    return g_strdup_printf ("%s: %s", self->title,
                            bv_chart_word (self->language, BV_CHART_WORD_NO_FIGURE));
  actual = bv_chart_value (last->actual, self->decimals);
  plan = bv_chart_value (last->plan, self->decimals);
  if (self->language == BV_CHART_LANGUAGE_VIETNAMESE)
    return g_strdup_printf ("%s: %u kỳ; kỳ gần nhất có số liệu là %s: thực hiện %s, kế hoạch %s "
                            "%s.",
                            self->title, n, last->long_label, actual, plan, self->unit);
  /* TRANSLATORS: chart title: number of periods; name of the latest, its actual and planned value
   * and the unit of measure. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: %u period; the latest with figures is %s: actual %s, "
                                       "plan %s %s.",
                                       "%s: %u periods; the latest with figures is %s: actual %s, "
                                       "plan %s %s.",
                                       n),
                          self->title, n, last->long_label, actual, plan, self->unit);
}

char *
bv_chart_describe (const BvChart *self)
{
  return self->kind == BV_CHART_COMPLETION ? describe_completion (self) : describe_time (self);
}
