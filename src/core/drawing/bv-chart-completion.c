// SPDX-License-Identifier: GPL-3.0-or-later
/* Places of a completion chart: one bullet row an indicator. From left to right: the name, the
 * bands with the bar and the tick at 100 %, then percent, shape and word over the two values. */

#define G_LOG_DOMAIN "bv-drawing"

#include "base/bv-number.h"
#include "drawing/bv-chart-private.h"

#include <math.h>

#define NAME_SHARE 0.36  /* of the width, at most */
#define RIGHT_SHARE 0.30 /* likewise, for the values */
#define CAP_MAX 160.0    /* beyond, the bar ends in an arrow and the number tells */
#define CAP_MIN (-40.0)
#define SMALL 0.86

typedef struct
{
  double name_width;
  double right_x;
  double right_width;
  double percent_width;
} Columns;

static double
to_x (const BvChartLayout *layout, double percent)
{
  double share = (percent - layout->axis_min) / (layout->axis_max - layout->axis_min);

  return layout->plot.x + CLAMP (share, 0, 1) * layout->plot.width;
}

/* The scale is the same in every slice of one chart. */
static void
set_scale (BvChartBuild *self)
{
  double low = 0;
  double high = 120;

  for (guint i = 0; i < self->chart->rows->len; i++)
    {
      const BvChartRow *row = g_ptr_array_index (self->chart->rows, i);

      if (!isfinite (row->percent))
        continue;
      low = MIN (low, row->percent);
      high = MAX (high, row->percent);
    }
  self->layout->axis_min = MAX (floor (low / 20) * 20, CAP_MIN);
  self->layout->axis_max = MIN (ceil (high / 20) * 20, CAP_MAX);
}

static char *
values_text (const BvChart *chart, const BvChartRow *row)
{
  g_autofree char *actual = bv_chart_value (row->actual, row->decimals);
  g_autofree char *plan = bv_chart_value (row->plan, row->decimals);

  return g_strdup_printf ("%s\u00a0/\u00a0%s %s", actual, plan, row->unit);
}

static Columns
measure_columns (BvChartBuild *self)
{
  const BvChart *chart = self->chart;
  double width = self->layout->width;
  double gap = self->size;
  double name = 0;
  double word = 0;
  double values = 0;
  Columns columns = { 0 };

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const BvChartRow *row = g_ptr_array_index (chart->rows, i);
      g_autofree char *percent = bv_chart_percent (row->percent);
      g_autofree char *text = values_text (chart, row);

      name = MAX (name, bv_chart_build_measure (self, row->name, BV_CHART_TEXT_PLAIN, 1));
      word = MAX (word, bv_chart_build_measure (self, row->status_text, BV_CHART_TEXT_PLAIN, 1));
      values = MAX (values, bv_chart_build_measure (self, text, BV_CHART_TEXT_PLAIN, SMALL));
      columns.percent_width = MAX (columns.percent_width,
                                   bv_chart_build_measure (self, percent, BV_CHART_TEXT_BOLD, 1));
    }
  columns.name_width = MIN (ceil (name) + 1, width * NAME_SHARE);
  columns.right_width = ceil (columns.percent_width + self->size * 1.9 + word) + 1;
  columns.right_width = MAX (columns.right_width, MIN (ceil (values) + 1, width * RIGHT_SHARE));
  columns.right_width = MIN (columns.right_width, width * 0.4);
  columns.right_x = width - columns.right_width;
  self->layout->plot.x = columns.name_width + gap;
  self->layout->plot.width = columns.right_x - gap * 1.2 - self->layout->plot.x;
  return columns;
}

/* Labels of the scale, over the bars: the plan first, then those that still find room. */
static double
build_scale (BvChartBuild *self, double y)
{
  BvChartLayout *layout = self->layout;
  const double ticks[] = {
    100, 0, 50, self->chart->nearly_percent, layout->axis_max, layout->axis_min
  };
  double taken[G_N_ELEMENTS (ticks)][2];
  guint n_taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      double x = to_x (layout, ticks[i]);
      g_autofree char *number = bv_number_format_trim (ticks[i], 1);
      g_autofree char *text = NULL;
      double width;
      double left;
      gboolean is_free = TRUE;

      text = i == 0
               ? g_strdup_printf ("%s\u00a0=\u00a0%s%%",
                                  bv_chart_word (self->chart->language, BV_CHART_WORD_PLAN), number)
               : g_strconcat (number, ticks[i] == 0 ? NULL : "%", NULL);
      width = bv_chart_build_measure (self, text, BV_CHART_TEXT_PLAIN, SMALL);
      left = x - width / 2;
      for (guint j = 0; j < n_taken; j++)
        if (left < taken[j][1] + self->size * 0.7 && left + width > taken[j][0] - self->size * 0.7)
          is_free = FALSE;
      if (!is_free)
        continue;
      taken[n_taken][0] = left;
      taken[n_taken][1] = left + width;
      n_taken++;
      bv_chart_build_label (self, text, BV_CHART_TEXT_PLAIN, SMALL,
                            i == 0 ? BV_CHART_INK_TEXT : BV_CHART_INK_SOFT, x, y, 0.5, 0, 1, -1);
    }
  return y + self->line * SMALL + self->size * 0.45;
}

static void
build_bullet (BvChartBuild *self, const BvChartRow *row, int index, double middle)
{
  BvChartLayout *layout = self->layout;
  double band = self->size * 1.7;
  double bar = self->size * 0.78;
  double tick = MAX (self->size * 0.17, 1);
  double zero = to_x (layout, 0);
  double near_x = to_x (layout, self->chart->nearly_percent);
  double plan_x = to_x (layout, 100);
  double right = layout->plot.x + layout->plot.width;

  bv_chart_build_rect (self, zero, middle - band / 2, near_x - zero, band, BV_CHART_INK_BAND_LOW,
                       BV_CHART_ROLE_BAND, index);
  bv_chart_build_rect (self, near_x, middle - band / 2, plan_x - near_x, band,
                       BV_CHART_INK_BAND_NEAR, BV_CHART_ROLE_BAND, index);
  bv_chart_build_rect (self, plan_x, middle - band / 2, right - plan_x, band,
                       BV_CHART_INK_BAND_OVER, BV_CHART_ROLE_BAND, index);
  if (isfinite (row->percent))
    {
      double end = to_x (layout, row->percent);
      BvChartInk ink = bv_chart_status_ink (row->status);

      bv_chart_build_rect (self, MIN (zero, end), middle - bar / 2, fabs (end - zero), bar, ink,
                           BV_CHART_ROLE_BAR, index);
      if (row->percent > layout->axis_max)
        bv_chart_build_mark (self, right + self->size * 0.1, middle, band, BV_CHART_SHAPE_ARROW,
                             FALSE, ink, index);
      else if (row->percent < layout->axis_min)
        bv_chart_build_mark (self, layout->plot.x - self->size * 0.1, middle, band,
                             BV_CHART_SHAPE_ARROW, TRUE, ink, index);
    }
  bv_chart_build_rect (self, plan_x - tick / 2, middle - band * 0.62, tick, band * 1.24,
                       BV_CHART_INK_TARGET, BV_CHART_ROLE_TARGET, index);
}

static double
build_row (BvChartBuild *self, const Columns *columns, const BvChartRow *row, int index, double y)
{
  BvChartLayout *layout = self->layout;
  g_autofree char *percent = bv_chart_percent (row->percent);
  g_autofree char *values = values_text (self->chart, row);
  double pad = self->size * 0.34;
  double shape_x = columns->right_x + columns->percent_width + self->size * 0.95;
  double height;
  double middle;
  BvChartLabel *name;
  BvChartLabel *number;
  BvChartLabel *word;
  BvChartLabel *value;
  BvChartBox box;

  name = bv_chart_build_label (self, row->name, BV_CHART_TEXT_PLAIN, 1, BV_CHART_INK_TEXT, 0,
                               y + pad, 0, columns->name_width, 3, index);
  number = bv_chart_build_label (self, percent, BV_CHART_TEXT_BOLD, 1, BV_CHART_INK_TEXT,
                                 columns->right_x + columns->percent_width, y + pad, 1, 0, 1,
                                 index);
  word = bv_chart_build_label (
    self, row->status_text, BV_CHART_TEXT_PLAIN, 1, BV_CHART_INK_TEXT, shape_x + self->size * 0.75,
    y + pad, 0, MAX (layout->width - shape_x - self->size * 0.75, self->size), 1, index);
  value = bv_chart_build_label (self, values, BV_CHART_TEXT_PLAIN, SMALL, BV_CHART_INK_SOFT,
                                columns->right_x, number->box.y + number->box.height, 0,
                                columns->right_width, 2, index);
  height = MAX (name->box.height, number->box.height + value->box.height);
  middle = y + pad + height / 2;
  name->box.y = middle - name->box.height / 2;
  number->box.y = middle - (number->box.height + value->box.height) / 2;
  word->box.y = number->box.y;
  value->box.y = number->box.y + number->box.height;
  bv_chart_build_mark (self, shape_x, number->box.y + number->box.height * 0.52, self->size * 0.78,
                       bv_chart_status_shape (row->status), FALSE,
                       bv_chart_status_ink (row->status), index);
  build_bullet (self, row, index, middle);
  box = (BvChartBox){ 0, y, layout->width, height + 2 * pad };
  bv_chart_build_point (self, box, to_x (layout, isfinite (row->percent) ? row->percent : 0),
                        middle, index, 0, bv_chart_row_text (self->chart, row));
  return y + box.height;
}

void
bv_chart_build_completion (BvChartBuild *self)
{
  const BvChart *chart = self->chart;
  BvChartLayout *layout = self->layout;
  double y = bv_chart_build_head (self);
  double hairline = MAX (self->size * 0.05, 0.4);
  const char *group = "";
  Columns columns;

  set_scale (self);
  if (self->n_rows == 0)
    {
      BvChartLabel *label = bv_chart_build_label (
        self, bv_chart_word (chart->language, BV_CHART_WORD_NO_ROWS), BV_CHART_TEXT_PLAIN, 1,
        BV_CHART_INK_SOFT, 0, y, 0, layout->width, 2, -1);

      layout->plot = (BvChartBox){ 0, y, layout->width, label->box.height };
      layout->height = y + label->box.height;
      return;
    }
  columns = measure_columns (self);
  y = build_scale (self, y);
  layout->plot.y = y;
  for (guint i = 0; i < self->n_rows; i++)
    {
      int index = (int) (self->first_row + i);
      const BvChartRow *row = g_ptr_array_index (chart->rows, index);

      if (*row->group != '\0' && g_strcmp0 (group, row->group) != 0)
        {
          BvChartLabel *label = bv_chart_build_label (
            self, row->group, BV_CHART_TEXT_BOLD, 1, BV_CHART_INK_TEXT, 0,
            y + (i == 0 ? 0 : self->size * 0.5), 0, columns.name_width, 2, -1);

          y = label->box.y + label->box.height + self->size * 0.1;
        }
      else if (i > 0)
        {
          bv_chart_build_rect (self, 0, y - hairline / 2, columns.name_width, hairline,
                               BV_CHART_INK_GRID, BV_CHART_ROLE_GRID, -1);
          bv_chart_build_rect (self, columns.right_x, y - hairline / 2, columns.right_width,
                               hairline, BV_CHART_INK_GRID, BV_CHART_ROLE_GRID, -1);
        }
      group = row->group;
      y = build_row (self, &columns, row, index, y);
    }
  layout->plot.height = y - layout->plot.y;
  layout->height = y;
}
