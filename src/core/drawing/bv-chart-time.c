// SPDX-License-Identifier: GPL-3.0-or-later
/* Places of a chart over time: bars from zero for the actual values, a tick for each plan, a grey
 * line for last year. The series are named at the right, beside their last value, where every series
 * reaches the last period; else in one line over the plot. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-chart-private.h"

#include <math.h>

#define SMALL 0.88
#define NAME_SHARE 0.24 /* of the width, for the names at the right */
#define N_SERIES 3

typedef struct
{
  double step;  /* between grid lines */
  int decimals; /* of their numbers */
  double bar_width;
  double column; /* width of a period */
  double zero_y;
  gboolean is_shown[N_SERIES];
  int last[N_SERIES]; /* last period with a value, -1 for none */
  gboolean is_direct; /* names at the right */
} Plan;

static const BvChartInk series_inks[N_SERIES] = { BV_CHART_INK_ACTUAL, BV_CHART_INK_TARGET,
                                                  BV_CHART_INK_PREVIOUS };

static const char *
series_name (const BvChart *chart, int series)
{
  return series == 0 ? chart->actual_name : series == 1 ? chart->plan_name : chart->previous_name;
}

static double
to_y (const BvChartLayout *layout, double value)
{
  double share = (value - layout->axis_min) / (layout->axis_max - layout->axis_min);

  return layout->plot.y + layout->plot.height * (1 - share);
}

/* A step of 1, 2, 2.5 or 5 times a power of ten, at most @n of them, none finer than the decimals. */
static double
nice_step (double span, int n, int decimals)
{
  const double factors[] = { 1, 2, 2.5, 5, 10 };
  double raw = span / MAX (n, 1);
  double power = pow (10, floor (log10 (raw)));
  double finest = pow (10, -decimals);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= raw * (1 - 1e-9))
      return MAX (factors[i] * power, finest);
  return 10 * power;
}

static void
find_range (BvChartBuild *self, Plan *plan, double plot_height)
{
  const BvChart *chart = self->chart;
  double low = 0;
  double high = 0;
  int n_ticks;

  for (int series = 0; series < N_SERIES; series++)
    {
      plan->last[series] = -1;
      for (guint i = 0; i < chart->periods->len; i++)
        {
          double value = bv_chart_period_value (g_ptr_array_index (chart->periods, i), series);

          if (!isfinite (value))
            continue;
          plan->is_shown[series] = TRUE;
          plan->last[series] = (int) i;
          low = MIN (low, value);
          high = MAX (high, value);
        }
    }
  if (high - low <= 0)
    high = low + 1;
  n_ticks = CLAMP ((int) (plot_height / (self->line * 2.2)), 2, 6);
  plan->step = nice_step (high - low, n_ticks, chart->decimals);
  plan->decimals = 0;
  while (
    plan->decimals < chart->decimals
    && fabs (plan->step * pow (10, plan->decimals) - round (plan->step * pow (10, plan->decimals)))
         > 1e-6)
    plan->decimals++;
  self->layout->axis_min = floor (low / plan->step + 1e-9) * plan->step;
  self->layout->axis_max = ceil (high / plan->step - 1e-9) * plan->step;
  if (self->layout->axis_max <= self->layout->axis_min)
    self->layout->axis_max = self->layout->axis_min + plan->step;
}

/* The sign that stands before a series' name: what it looks like in the plot. */
static void
build_swatch (BvChartBuild *self, int series, double x, double middle)
{
  double size = self->size;

  if (series == 0)
    bv_chart_build_rect (self, x, middle - size * 0.36, size * 0.9, size * 0.72, series_inks[0],
                         BV_CHART_ROLE_AXIS, -1);
  else if (series == 1)
    bv_chart_build_rect (self, x, middle - size * 0.09, size * 0.9, size * 0.18, series_inks[1],
                         BV_CHART_ROLE_AXIS, -1);
  else
    {
      bv_chart_build_rect (self, x, middle - size * 0.05, size * 0.9, size * 0.1, series_inks[2],
                           BV_CHART_ROLE_AXIS, -1);
      bv_chart_build_mark (self, x + size * 0.45, middle, size * 0.42, BV_CHART_SHAPE_DISC, FALSE,
                           series_inks[2], -1);
    }
}

/* Names at the right, each at the height of its last value, pushed apart where they would meet. */
static void
build_names (BvChartBuild *self, const Plan *plan, double x)
{
  const BvChart *chart = self->chart;
  BvChartLayout *layout = self->layout;
  int order[N_SERIES];
  double middle[N_SERIES] = { 0 };
  BvChartLabel *labels[N_SERIES];
  double swatch = self->size * 1.25;
  int n = 0;
  double overflow;

  for (int series = 0; series < N_SERIES; series++)
    {
      double value;
      int at = n;

      if (!plan->is_shown[series])
        continue;
      value = bv_chart_period_value (g_ptr_array_index (chart->periods, plan->last[series]),
                                     series);
      while (at > 0 && middle[at - 1] > to_y (layout, value))
        {
          order[at] = order[at - 1];
          middle[at] = middle[at - 1];
          at--;
        }
      order[at] = series;
      middle[at] = to_y (layout, value);
      n++;
    }
  for (int i = 0; i < n; i++)
    {
      double least;

      labels[i] = bv_chart_build_label (self, series_name (chart, order[i]), BV_CHART_TEXT_PLAIN,
                                        SMALL, BV_CHART_INK_TEXT, x + swatch, 0, 0,
                                        layout->width - x - swatch, 2, -1);
      least = i == 0 ? layout->plot.y + labels[0]->box.height / 2
                     : middle[i - 1] + (labels[i - 1]->box.height + labels[i]->box.height) / 2;
      middle[i] = MAX (middle[i], least);
    }
  overflow = n > 0 ? middle[n - 1] + labels[n - 1]->box.height / 2
                       - (layout->plot.y + layout->plot.height)
                   : 0;
  for (int i = n - 1; i >= 0 && overflow > 0; i--)
    {
      double most = i == n - 1
                      ? middle[i] - overflow
                      : middle[i + 1] - (labels[i + 1]->box.height + labels[i]->box.height) / 2;

      middle[i] = MIN (middle[i], most);
    }
  for (int i = 0; i < n; i++)
    {
      labels[i]->box.y = middle[i] - labels[i]->box.height / 2;
      build_swatch (self, order[i], x, middle[i]);
    }
}

/* The names in one line, wrapped when the chart is narrow. Returns the y under it. */
static double
build_key (BvChartBuild *self, const Plan *plan, double y)
{
  double x = 0;

  for (int series = 0; series < N_SERIES; series++)
    {
      const char *name = series_name (self->chart, series);
      double width;

      if (!plan->is_shown[series])
        continue;
      width = bv_chart_build_measure (self, name, BV_CHART_TEXT_PLAIN, SMALL);
      width = MIN (width + 1, self->layout->width - self->size * 1.25);
      if (x > 0 && x + self->size * 1.25 + width > self->layout->width)
        {
          x = 0;
          y += self->line;
        }
      build_swatch (self, series, x, y + self->line * SMALL * 0.5);
      bv_chart_build_label (self, name, BV_CHART_TEXT_PLAIN, SMALL, BV_CHART_INK_TEXT,
                            x + self->size * 1.25, y, 0, width, 1, -1);
      x += self->size * 3.2 + width;
    }
  return y + self->line + self->size * 0.4;
}

static double
measure_axis (BvChartBuild *self, const Plan *plan)
{
  double widest = 0;

  for (double value = self->layout->axis_min; value <= self->layout->axis_max + plan->step / 2;
       value += plan->step)
    {
      g_autofree char *text = bv_chart_value (value, plan->decimals);

      widest = MAX (widest, bv_chart_build_measure (self, text, BV_CHART_TEXT_PLAIN, SMALL));
    }
  return ceil (widest);
}

static void
build_grid (BvChartBuild *self, const Plan *plan)
{
  BvChartLayout *layout = self->layout;
  double hairline = MAX (self->size * 0.05, 0.4);
  int n = (int) round ((layout->axis_max - layout->axis_min) / plan->step);

  for (int i = 0; i <= n; i++)
    {
      double value = layout->axis_min + i * plan->step;
      gboolean is_zero = fabs (value) < plan->step / 1000;
      g_autofree char *text = bv_chart_value (is_zero ? 0 : value, plan->decimals);
      double y = to_y (layout, value);
      double thick = is_zero ? hairline * 2 : hairline;
      BvChartLabel *label = bv_chart_build_label (
        self, text, BV_CHART_TEXT_PLAIN, SMALL, BV_CHART_INK_SOFT,
        layout->plot.x - self->size * 0.5, y, 1, 0, 1, -1);

      label->box.y = y - label->box.height / 2;
      bv_chart_build_rect (self, layout->plot.x, y - thick / 2, layout->plot.width, thick,
                           is_zero ? BV_CHART_INK_AXIS : BV_CHART_INK_GRID,
                           is_zero ? BV_CHART_ROLE_AXIS : BV_CHART_ROLE_GRID, -1);
    }
}

/* Names of the periods under the plot, and their actual values in a second line; each only if it
 * fits, the names at least every so many periods. Returns the y under them. */
static double
build_periods (BvChartBuild *self, const Plan *plan, double y)
{
  const BvChart *chart = self->chart;
  BvChartLayout *layout = self->layout;
  double gap = self->size * 0.5;
  double widest_name = 0;
  double widest_value = 0;
  guint every;
  guint first;

  for (guint i = 0; i < chart->periods->len; i++)
    {
      const BvChartPeriod *period = g_ptr_array_index (chart->periods, i);
      g_autofree char *value = bv_chart_value (period->actual, chart->decimals);

      widest_name = MAX (widest_name,
                         bv_chart_build_measure (self, period->label, BV_CHART_TEXT_PLAIN, SMALL));
      widest_value = MAX (widest_value,
                          bv_chart_build_measure (self, value, BV_CHART_TEXT_BOLD, SMALL));
    }
  every = MAX (1, (guint) ceil ((widest_name + gap) / plan->column));
  /* The first name begins within the plot, clear of the axis' own numbers. */
  first = (guint) ceil (MAX (widest_name / plan->column - 1, 0) / 2);
  first = MIN (first, every - 1);
  for (guint i = 0; i < chart->periods->len; i++)
    {
      const BvChartPeriod *period = g_ptr_array_index (chart->periods, i);
      double x = layout->plot.x + plan->column * (i + 0.5);

      if (i % every == first && x + widest_name / 2 <= layout->width)
        bv_chart_build_label (self, period->label, BV_CHART_TEXT_PLAIN, SMALL, BV_CHART_INK_SOFT, x,
                              y, 0.5, 0, 1, (int) i);
      if (widest_value + gap <= plan->column)
        {
          g_autofree char *value = bv_chart_value (period->actual, chart->decimals);

          bv_chart_build_label (
            self, value, isfinite (period->actual) ? BV_CHART_TEXT_BOLD : BV_CHART_TEXT_PLAIN,
            SMALL, BV_CHART_INK_TEXT, x, y + self->line * SMALL, 0.5, 0, 1, (int) i);
        }
    }
  return y + self->line * SMALL * (widest_value + gap <= plan->column ? 2 : 1);
}

static void
build_values (BvChartBuild *self, const Plan *plan)
{
  const BvChart *chart = self->chart;
  BvChartLayout *layout = self->layout;
  BvChartLine *line = g_new0 (BvChartLine, 1);
  double tick = MAX (self->size * 0.18, 1.2);

  line->xs = g_array_new (FALSE, FALSE, sizeof (double));
  line->ys = g_array_new (FALSE, FALSE, sizeof (double));
  line->width = MAX (self->size * 0.13, 1);
  line->ink = BV_CHART_INK_PREVIOUS;
  for (guint i = 0; i < chart->periods->len; i++)
    {
      const BvChartPeriod *period = g_ptr_array_index (chart->periods, i);
      int index = (int) i;
      double left = layout->plot.x + plan->column * i;
      double centre = left + plan->column / 2;
      double line_y = isfinite (period->previous) ? to_y (layout, period->previous) : NAN;

      if (isfinite (period->actual))
        {
          double y = to_y (layout, period->actual);

          bv_chart_build_rect (self, centre - plan->bar_width / 2, MIN (y, plan->zero_y),
                               plan->bar_width, fabs (y - plan->zero_y), BV_CHART_INK_ACTUAL,
                               BV_CHART_ROLE_BAR, index);
        }
      if (isfinite (period->plan))
        {
          double width = MIN (plan->bar_width * 1.4, plan->column * 0.92);

          bv_chart_build_rect (self, centre - width / 2, to_y (layout, period->plan) - tick / 2,
                               width, tick, BV_CHART_INK_TARGET, BV_CHART_ROLE_TARGET, index);
        }
      g_array_append_val (line->xs, centre);
      g_array_append_val (line->ys, line_y);
      if (isfinite (line_y))
        bv_chart_build_mark (self, centre, line_y, MIN (self->size * 0.46, plan->column * 0.5),
                             BV_CHART_SHAPE_DISC, FALSE, BV_CHART_INK_PREVIOUS, index);
      for (int series = 0; series < N_SERIES; series++)
        {
          double value = bv_chart_period_value (period, series);
          BvChartBox box;
          double y;

          if (!isfinite (value))
            continue;
          y = to_y (layout, value);
          box = series == 0
                  ? (BvChartBox){ left, MIN (y, plan->zero_y), plan->column,
                                  MAX (fabs (y - plan->zero_y), self->size * 0.4) }
                  : (BvChartBox){ left, y - self->size * 0.45, plan->column, self->size * 0.9 };
          bv_chart_build_point (self, box, centre, y, index, series,
                                bv_chart_period_text (chart, period, series));
        }
    }
  g_ptr_array_add (layout->lines, line);
}

void
bv_chart_build_time (BvChartBuild *self)
{
  const BvChart *chart = self->chart;
  BvChartLayout *layout = self->layout;
  double y = bv_chart_build_head (self);
  double height = self->height > 0 ? self->height : layout->width * 0.5;
  double names = 0;
  double bottom = self->line * SMALL * 2 + self->size * 0.5;
  Plan plan = { 0 };
  int n = (int) chart->periods->len;
  int last = -1;
  double right;

  find_range (self, &plan, height - y - bottom);
  if (!plan.is_shown[0] && !plan.is_shown[1] && !plan.is_shown[2])
    {
      BvChartLabel *label = bv_chart_build_label (
        self, bv_chart_word (chart->language, BV_CHART_WORD_NO_FIGURE), BV_CHART_TEXT_PLAIN, 1,
        BV_CHART_INK_SOFT, 0, y, 0, layout->width, 2, -1);

      layout->plot = (BvChartBox){ 0, y, layout->width, label->box.height };
      layout->height = y + label->box.height;
      return;
    }
  plan.is_direct = TRUE;
  for (int series = 0; series < N_SERIES; series++)
    if (plan.is_shown[series])
      {
        double width = bv_chart_build_measure (self, series_name (chart, series),
                                               BV_CHART_TEXT_PLAIN, SMALL);

        names = MAX (names, ceil (width) + 1);
        last = MAX (last, plan.last[series]);
      }
  for (int series = 0; series < N_SERIES; series++)
    if (plan.is_shown[series] && plan.last[series] != last)
      plan.is_direct = FALSE;
  if (last != n - 1)
    plan.is_direct = FALSE;
  names = MIN (names, layout->width * NAME_SHARE) + self->size * 1.25;
  if (!plan.is_direct)
    {
      y = build_key (self, &plan, y);
      names = 0;
    }
  if (*chart->unit != '\0')
    {
      bv_chart_build_label (self, chart->unit, BV_CHART_TEXT_ITALIC, SMALL, BV_CHART_INK_SOFT, 0, y,
                            0, layout->width, 1, -1);
      y += self->line + self->size * 0.2;
    }
  layout->plot.y = y + self->size * 0.3;
  layout->plot.height = MAX (height - bottom - layout->plot.y, self->line * 4);
  layout->plot.x = measure_axis (self, &plan) + self->size * 0.5;
  right = layout->width - (names > 0 ? names + self->size * 0.7 : 0);
  layout->plot.width = MAX (right - layout->plot.x, self->size * 2);
  plan.column = layout->plot.width / n;
  plan.bar_width = MIN (plan.column * 0.62, self->size * 3.2);
  plan.zero_y = to_y (layout, 0);
  build_grid (self, &plan);
  build_values (self, &plan);
  y = build_periods (self, &plan, layout->plot.y + layout->plot.height + self->size * 0.35);
  if (plan.is_direct)
    build_names (self, &plan, right + self->size * 0.7);
  layout->height = MAX (y, height);
}
