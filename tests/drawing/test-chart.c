// SPDX-License-Identifier: GPL-3.0-or-later
/* Charts by their numbers: bars from zero, ticks at the plan, nothing outside of the picture, missing
 * and negative values, many and no rows, pointing and walking, palettes, files. */

#include "base/bv-error.h"
#include "drawing/bv-chart-write.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define LONG_NAME                                                                                                                     \
  "Tỷ lệ đường giao thông nông thôn được cứng hóa, bảo đảm ô tô đi lại thuận tiện quanh năm đến " \
  "trung tâm các bản, tiểu khu trên địa bàn các xã, thị trấn vùng cao, biên giới, đặc biệt khó "           \
  "khăn của huyện Mường La theo kế hoạch được giao"

static BvChartLayout *
lay_out (const BvChart *chart, double width, double height)
{
  g_autoptr (GError) error = NULL;
  const BvChartSpace space = { .width = width, .height = height };
  BvChartLayout *layout = bv_chart_layout_new (chart, &space, &error);

  g_assert_no_error (error);
  return layout;
}

static const BvChartRect *
find_rect (const BvChartLayout *layout, BvChartRole role, int index)
{
  for (guint i = 0; i < layout->rects->len; i++)
    {
      const BvChartRect *rect = &g_array_index (layout->rects, BvChartRect, i);

      if (rect->role == role && rect->index == index)
        return rect;
    }
  return NULL;
}

static const BvChartMark *
find_mark (const BvChartLayout *layout, BvChartShape shape, int index)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const BvChartMark *mark = &g_array_index (layout->marks, BvChartMark, i);

      if (mark->shape == shape && mark->index == index)
        return mark;
    }
  return NULL;
}

/* Everything stands inside the picture, and no two labels cover each other. */
static void
assert_tidy (const BvChartLayout *layout)
{
  const double slack = 0.01;

  g_assert_true (isfinite (layout->height));
  g_assert_cmpfloat (layout->height, >, 0);
  for (guint i = 0; i < layout->rects->len; i++)
    {
      const BvChartBox *box = &g_array_index (layout->rects, BvChartRect, i).box;

      g_assert_cmpfloat (box->width, >=, -slack);
      g_assert_cmpfloat (box->height, >=, -slack);
      g_assert_cmpfloat (box->x, >=, -slack);
      g_assert_cmpfloat (box->x + box->width, <=, layout->width + slack);
      g_assert_cmpfloat (box->y, >=, -slack);
      g_assert_cmpfloat (box->y + box->height, <=, layout->height + slack);
    }
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const BvChartLabel *label = g_ptr_array_index (layout->labels, i);
      const BvChartBox *a = &label->box;

      g_assert_cmpfloat (a->x, >=, -slack);
      g_assert_cmpfloat (a->x + a->width, <=, layout->width + slack);
      g_assert_cmpfloat (a->y, >=, -slack);
      g_assert_cmpfloat (a->y + a->height, <=, layout->height + slack);
      for (guint j = i + 1; j < layout->labels->len; j++)
        {
          const BvChartBox *b = &((BvChartLabel *) g_ptr_array_index (layout->labels, j))->box;
          gboolean apart = a->x + a->width <= b->x + slack || b->x + b->width <= a->x + slack
                           || a->y + a->height <= b->y + slack || b->y + b->height <= a->y + slack;

          if (!apart)
            g_error ("“%s” covers “%s”", pango_layout_get_text (label->layout),
                     pango_layout_get_text (
                       ((BvChartLabel *) g_ptr_array_index (layout->labels, j))->layout));
        }
    }
}

static BvChart *
sample_rows (void)
{
  BvChart *chart = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Mức độ hoàn thành");

  bv_chart_add_row (chart, "Kinh tế", "Thu ngân sách", "tỷ đồng", 1, 100, 50, 50,
                    BV_CHART_STATUS_SHORT, NULL);
  bv_chart_add_row (chart, "Kinh tế", "Thu nhập", "triệu đồng/người/năm", 1, 30, 30, 100,
                    BV_CHART_STATUS_MET, NULL);
  bv_chart_add_row (chart, "Kinh tế", LONG_NAME, "HTX", 0, 10, 27, 270, BV_CHART_STATUS_EXCEEDED,
                    NULL);
  bv_chart_add_row (chart, "Xã hội", "Mức giảm", "‰", 2, 0.2, -0.05, -25, BV_CHART_STATUS_SHORT,
                    NULL);
  bv_chart_add_row (chart, "Xã hội", "Nước sạch", "%", 1, 95, NAN, NAN, BV_CHART_STATUS_UNKNOWN,
                    "Chưa có số liệu");
  bv_chart_add_row (chart, "Xã hội", "Gần được", "%", 1, 100, 95, 95, BV_CHART_STATUS_NEARLY, NULL);
  return chart;
}

static void
test_bullets (void)
{
  g_autoptr (BvChart) chart = sample_rows ();
  g_autoptr (BvChartLayout) layout = lay_out (chart, 468, 0);
  const BvChartRect *half = find_rect (layout, BV_CHART_ROLE_BAR, 0);
  const BvChartRect *full = find_rect (layout, BV_CHART_ROLE_BAR, 1);
  const BvChartRect *over = find_rect (layout, BV_CHART_ROLE_BAR, 2);
  const BvChartRect *negative = find_rect (layout, BV_CHART_ROLE_BAR, 3);
  const BvChartRect *tick = find_rect (layout, BV_CHART_ROLE_TARGET, 1);
  double right = layout->plot.x + layout->plot.width;

  assert_tidy (layout);
  g_assert_cmpfloat (layout->axis_min, ==, -40);
  g_assert_cmpfloat (layout->axis_max, ==, 160);
  /* From zero, in proportion; the tick stands where a plan fulfilled ends. */
  g_assert_cmpfloat_with_epsilon (half->box.width * 2, full->box.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (half->box.x, full->box.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (tick->box.x + tick->box.width / 2, full->box.x + full->box.width,
                                  1e-6);
  /* Beyond the scale: to its end, and an arrow says that it goes on. */
  g_assert_cmpfloat_with_epsilon (over->box.x + over->box.width, right, 1e-6);
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_ARROW, 2));
  /* Below zero: to the left of it. */
  g_assert_cmpfloat_with_epsilon (negative->box.x + negative->box.width, half->box.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (negative->box.width * 2, half->box.width, 1e-6);
  /* No figure: no bar, but the bands, the tick and a ring. */
  g_assert_null (find_rect (layout, BV_CHART_ROLE_BAR, 4));
  g_assert_nonnull (find_rect (layout, BV_CHART_ROLE_BAND, 4));
  g_assert_nonnull (find_rect (layout, BV_CHART_ROLE_TARGET, 4));
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_RING, 4));
  /* Each state has a shape of its own. */
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_DIAMOND, 0));
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_DISC, 1));
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_TRIANGLE, 2));
  g_assert_nonnull (find_mark (layout, BV_CHART_SHAPE_SQUARE, 5));
}

static void
test_long_names (void)
{
  g_autoptr (BvChart) chart = sample_rows ();
  g_autoptr (GPtrArray) table = bv_chart_table (chart);
  guint n_shortened = 0;

  for (double width = 260; width < 900; width += 64)
    {
      g_autoptr (BvChartLayout) layout = lay_out (chart, width, 0);

      assert_tidy (layout);
      for (guint i = 0; i < layout->labels->len; i++)
        {
          const BvChartLabel *label = g_ptr_array_index (layout->labels, i);

          if (label->is_shortened && label->index == 2)
            n_shortened++;
          if (label->box.x == 0 && label->index >= 0)
            g_assert_cmpfloat (label->box.width, <, layout->plot.x);
        }
    }
  g_assert_cmpuint (n_shortened, >, 0);
  g_assert_cmpuint (table->len, ==, 7);
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 0))[0], ==, "Chỉ tiêu");
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 3))[0], ==, LONG_NAME);
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 3))[4], ==, "270,0%");
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 5))[3], ==, "–");
}

static void
test_row_counts (void)
{
  const guint counts[] = { 0, 1, 2, 60 };

  for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
    {
      g_autoptr (BvChart)
        chart = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Mức độ hoàn thành");
      g_autoptr (BvChartLayout) layout = NULL;
      BvChartSpace space = { .width = 468 };
      guint n_slices = 0;

      for (guint i = 0; i < counts[k]; i++)
        bv_chart_add_row (chart, i < 30 ? "Kinh tế" : "Xã hội", i % 7 ? "Chỉ tiêu" : LONG_NAME,
                          "ha", 0, 10, i, i * 10,
                          i < 10 ? BV_CHART_STATUS_SHORT : BV_CHART_STATUS_EXCEEDED, NULL);
      layout = lay_out (chart, 468, 0);
      assert_tidy (layout);
      g_assert_cmpuint (layout->points->len, ==, counts[k]);
      for (guint i = 1; i < layout->points->len; i++)
        {
          const BvChartPoint *above = g_ptr_array_index (layout->points, i - 1);
          const BvChartPoint *below = g_ptr_array_index (layout->points, i);

          g_assert_cmpfloat (above->box.y + above->box.height, <=, below->box.y + 1e-6);
        }
      /* Slices for pages hold every row once, each no higher than its page. */
      while (space.first_row < counts[k])
        {
          g_autoptr (BvChartLayout) slice = NULL;

          space.n_rows = bv_chart_layout_rows_in_height (chart, &space, 500);
          g_assert_cmpuint (space.n_rows, >, 0);
          slice = bv_chart_layout_new (chart, &space, NULL);
          g_assert_cmpfloat (slice->height, <=, 500);
          g_assert_cmpfloat (slice->axis_max, ==, layout->axis_max);
          g_assert_cmpint (((BvChartPoint *) g_ptr_array_index (slice->points, 0))->index, ==,
                           space.first_row);
          space.first_row += space.n_rows;
          n_slices++;
        }
      g_assert_cmpuint (space.first_row, ==, counts[k]);
      g_assert_cmpuint (bv_chart_layout_rows_in_height (chart, &space, 500), ==, 0);
      if (counts[k] == 60)
        g_assert_cmpuint (n_slices, >, 2);
      g_assert_cmpint (bv_chart_layout_pick (layout, -5, 10), ==, -1);
      g_assert_cmpint (bv_chart_layout_walk (layout, -1, BV_CHART_STEP_NEXT), ==,
                       counts[k] == 0 ? -1 : 0);
    }
}

static BvChart *
sample_months (guint n_actual)
{
  BvChart *chart = bv_chart_new_time (BV_CHART_LANGUAGE_VIETNAMESE, "Thu ngân sách", "tỷ đồng", 1,
                                      "Năm 2022", NULL, "Năm 2021");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("T%u", i + 1);
      g_autofree char *name = g_strdup_printf ("Tháng %u", i + 1);

      bv_chart_add_period (chart, label, name, i < n_actual ? 20.0 * (i + 1) : NAN, 22.0 * (i + 1),
                           i == 4 ? NAN : 18.0 * (i + 1));
    }
  return chart;
}

static void
test_time (void)
{
  g_autoptr (BvChart) chart = sample_months (12);
  g_autoptr (BvChartLayout) layout = lay_out (chart, 468, 0);
  const BvChartRect *first = find_rect (layout, BV_CHART_ROLE_BAR, 0);
  const BvChartRect *last = find_rect (layout, BV_CHART_ROLE_BAR, 11);
  const BvChartRect *tick = find_rect (layout, BV_CHART_ROLE_TARGET, 11);
  const BvChartLine *line = g_ptr_array_index (layout->lines, 0);
  double bottom = layout->plot.y + layout->plot.height;
  guint n_names = 0;

  assert_tidy (layout);
  g_assert_cmpfloat (layout->axis_min, ==, 0);
  g_assert_cmpfloat (layout->axis_max, ==, 300);
  g_assert_cmpfloat_with_epsilon (first->box.y + first->box.height, bottom, 1e-6);
  g_assert_cmpfloat_with_epsilon (last->box.height, 12 * first->box.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (last->box.height, layout->plot.height * 240 / 300, 1e-6);
  g_assert_cmpfloat_with_epsilon (bottom - (tick->box.y + tick->box.height / 2),
                                  layout->plot.height * 264 / 300, 1e-6);
  /* A month without a figure interrupts last year's line. */
  g_assert_cmpuint (line->ys->len, ==, 12);
  g_assert_true (isnan (g_array_index (line->ys, double, 4)));
  g_assert_true (isfinite (g_array_index (line->ys, double, 3)));
  /* All three reach December: they are named at its side. */
  for (guint i = 0; i < layout->labels->len; i++)
    if (((BvChartLabel *) g_ptr_array_index (layout->labels, i))->box.x
        > layout->plot.x + layout->plot.width)
      n_names++;
  g_assert_cmpuint (n_names, ==, 3);
}

static void
test_year_under_way (void)
{
  g_autoptr (BvChart) chart = sample_months (9);
  g_autoptr (BvChartLayout) layout = lay_out (chart, 468, 0);

  assert_tidy (layout);
  g_assert_nonnull (find_rect (layout, BV_CHART_ROLE_BAR, 8));
  g_assert_null (find_rect (layout, BV_CHART_ROLE_BAR, 9));
  g_assert_nonnull (find_rect (layout, BV_CHART_ROLE_TARGET, 9));
  for (guint i = 0; i < layout->labels->len; i++)
    g_assert_cmpfloat (((BvChartLabel *) g_ptr_array_index (layout->labels, i))->box.x, <=,
                       layout->plot.x + layout->plot.width);
}

static void
test_negative_time (void)
{
  g_autoptr (BvChart) chart = bv_chart_new_time (BV_CHART_LANGUAGE_VIETNAMESE, "Tăng, giảm", "%", 1,
                                                 NULL, NULL, NULL);
  g_autoptr (BvChartLayout) layout = NULL;
  const BvChartRect *down;
  const BvChartRect *up;

  bv_chart_add_period (chart, "Quý I", NULL, -2, NAN, NAN);
  bv_chart_add_period (chart, "Quý II", NULL, 4, NAN, NAN);
  layout = lay_out (chart, 300, 200);
  assert_tidy (layout);
  down = find_rect (layout, BV_CHART_ROLE_BAR, 0);
  up = find_rect (layout, BV_CHART_ROLE_BAR, 1);
  g_assert_cmpfloat_with_epsilon (up->box.y + up->box.height, down->box.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (up->box.height, 2 * down->box.height, 1e-6);
  g_assert_cmpfloat (layout->axis_min, <=, -2);
}

static void
test_period_counts (void)
{
  const guint counts[] = { 0, 1, 4, 60 };

  for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
    for (double width = 160; width < 900; width += 180)
      {
        g_autoptr (BvChart) chart = bv_chart_new_time (BV_CHART_LANGUAGE_VIETNAMESE, "Theo năm",
                                                       "ha", 0, NULL, NULL, NULL);
        g_autoptr (BvChartLayout) layout = NULL;

        for (guint i = 0; i < counts[k]; i++)
          {
            g_autofree char *label = g_strdup_printf ("%u", 1966 + i);

            bv_chart_add_period (chart, label, NULL, 1000 + i, 900 + i, i);
          }
        layout = lay_out (chart, width, 240);
        assert_tidy (layout);
        g_assert_cmpuint (layout->points->len, ==, counts[k] * 3);
      }
}

static void
test_pick_and_walk (void)
{
  g_autoptr (BvChart) rows = sample_rows ();
  g_autoptr (BvChartLayout) bullets = lay_out (rows, 468, 0);
  g_autoptr (BvChart) months = sample_months (12);
  g_autoptr (BvChartLayout) time = lay_out (months, 468, 0);
  const BvChartPoint *point = g_ptr_array_index (bullets->points, 3);
  const BvChartRect *bar = find_rect (time, BV_CHART_ROLE_BAR, 5);
  int index;

  g_assert_cmpint (bv_chart_layout_pick (bullets, 400, point->box.y + 3), ==, 3);
  g_assert_cmpstr (point->text, ==,
                   "Mức giảm: thực hiện -0,05, kế hoạch 0,20 ‰; hoàn thành -25,0%. Chưa đạt.");
  g_assert_cmpint (bv_chart_layout_walk (bullets, 3, BV_CHART_STEP_NEXT), ==, 4);
  g_assert_cmpint (bv_chart_layout_walk (bullets, 5, BV_CHART_STEP_NEXT), ==, 5);
  g_assert_cmpint (bv_chart_layout_walk (bullets, 0, BV_CHART_STEP_PREVIOUS), ==, 0);
  g_assert_cmpint (bv_chart_layout_walk (bullets, 0, BV_CHART_STEP_LAST), ==, 5);

  index = bv_chart_layout_pick (time, bar->box.x + bar->box.width / 2, bar->box.y + 1);
  point = g_ptr_array_index (time->points, index);
  g_assert_cmpint (point->index, ==, 5);
  g_assert_cmpint (point->series, ==, 0);
  g_assert_cmpstr (point->text, ==, "Tháng 6, Năm 2022: 120,0 tỷ đồng");
  index = bv_chart_layout_walk (time, index, BV_CHART_STEP_SERIES_AFTER);
  point = g_ptr_array_index (time->points, index);
  g_assert_cmpint (point->index, ==, 5);
  g_assert_cmpint (point->series, ==, 1);
  index = bv_chart_layout_walk (time, index, BV_CHART_STEP_NEXT);
  point = g_ptr_array_index (time->points, index);
  g_assert_cmpint (point->index, ==, 6);
  g_assert_cmpint (point->series, ==, 1);
}

static void
test_describe (void)
{
  g_autoptr (BvChart) chart = sample_rows ();
  g_autoptr (BvChart) months = sample_months (9);
  g_autoptr (BvChart) none = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Trống");
  g_autoptr (BvChart) screen = bv_chart_new_completion (BV_CHART_LANGUAGE_SCREEN, "Empty");
  g_autofree char *text = bv_chart_describe (chart);
  g_autofree char *time_text = bv_chart_describe (months);
  g_autofree char *none_text = bv_chart_describe (none);
  g_autofree char *screen_text = bv_chart_describe (screen);

  g_assert_true (g_str_has_prefix (text, "Mức độ hoàn thành: 2/6 chỉ tiêu đạt và vượt kế hoạch; "));
  g_assert_nonnull (strstr (text, "thấp nhất là Mức giảm (-25,0%)"));
  g_assert_cmpstr (time_text, ==,
                   "Thu ngân sách: 12 kỳ; kỳ gần nhất có số liệu là Tháng 9: thực hiện 180,0, kế "
                   "hoạch 198,0 tỷ đồng.");
  g_assert_cmpstr (none_text, ==, "Trống: Chưa có chỉ tiêu nào.");
  g_assert_cmpstr (screen_text, ==, "Empty: No indicators yet.");
}

/* ── Palettes ────────────────────────────────────────────────────────────────────────────── */

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast as WCAG 2 defines them. */
static double
luminance (const BvChartColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

static double
contrast (const BvChartColour *a, const BvChartColour *b)
{
  double high = MAX (luminance (a), luminance (b));
  double low = MIN (luminance (a), luminance (b));

  return (high + 0.05) / (low + 0.05);
}

/* CIE L*a*b* of a colour as someone with full @vision deficiency sees it (Machado, Oliveira and Fernandes
 * 2009, severity 1). */
static void
see (const BvChartColour *colour, const double vision[3][3], double lab[3])
{
  const double in[] = { linear (colour->red), linear (colour->green), linear (colour->blue) };
  const double to_xyz[3][3] = { { 0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505 },
                                { 0.2126, 0.7152, 0.0722 },
                                { 0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089 } };
  double seen[3] = { 0 };
  double f[3];

  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 3; j++)
        seen[i] += vision[i][j] * in[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
  for (guint i = 0; i < 3; i++)
    {
      double t = 0;

      for (guint j = 0; j < 3; j++)
        t += to_xyz[i][j] * seen[j];
      f[i] = t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
    }
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static void
test_colour_vision (void)
{
  const double visions[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
  };
  const BvChartPalette *palettes[] = { &bv_chart_palette_light, &bv_chart_palette_dark,
                                       &bv_chart_palette_print, &bv_chart_palette_high_contrast,
                                       &bv_chart_palette_high_contrast_dark };

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
      for (guint a = BV_CHART_INK_EXCEEDED; a <= BV_CHART_INK_SHORT; a++)
        for (guint b = a + 1; b <= BV_CHART_INK_SHORT; b++)
          {
            double one[3];
            double two[3];

            see (&palettes[i]->colours[a], visions[v], one);
            see (&palettes[i]->colours[b], visions[v], two);
            /* A difference of 2 can just be seen side by side; these are apart. */
            g_assert_cmpfloat (
              sqrt (pow (one[0] - two[0], 2) + pow (one[1] - two[1], 2) + pow (one[2] - two[2], 2)),
              >=, 10);
          }
}

static void
test_palettes (void)
{
  const BvChartPalette *palettes[] = { &bv_chart_palette_light, &bv_chart_palette_dark,
                                       &bv_chart_palette_print, &bv_chart_palette_high_contrast,
                                       &bv_chart_palette_high_contrast_dark };
  const BvChartInk texts[] = { BV_CHART_INK_TEXT, BV_CHART_INK_SOFT };
  const BvChartInk marks[] = { BV_CHART_INK_UNKNOWN, BV_CHART_INK_EXCEEDED, BV_CHART_INK_MET,
                               BV_CHART_INK_NEARLY,  BV_CHART_INK_SHORT,    BV_CHART_INK_TARGET,
                               BV_CHART_INK_ACTUAL,  BV_CHART_INK_PREVIOUS, BV_CHART_INK_FOCUS };

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      const BvChartColour *inks = palettes[i]->colours;
      gboolean is_high = i >= 3;

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_cmpfloat (contrast (&inks[texts[j]], &inks[BV_CHART_INK_BACKGROUND]), >=,
                           is_high ? 7 : 4.5);
      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        g_assert_cmpfloat (contrast (&inks[marks[j]], &inks[BV_CHART_INK_BACKGROUND]), >=,
                           is_high ? 4.5 : 3);
      /* A bar shows on every band behind it, and the tick on the bar. */
      g_assert_cmpfloat (contrast (&inks[BV_CHART_INK_TARGET], &inks[BV_CHART_INK_MET]), >=, 1.5);
      g_assert_cmpfloat (contrast (&inks[BV_CHART_INK_SHORT], &inks[BV_CHART_INK_BAND_LOW]), >=, 2);
    }
  g_assert_true (bv_chart_palette_print.is_hatched);
  /* Grey tells exceeded from met on a copier. */
  g_assert_cmpfloat (contrast (&bv_chart_palette_print.colours[BV_CHART_INK_EXCEEDED],
                               &bv_chart_palette_print.colours[BV_CHART_INK_MET]),
                     >=, 2);
}

/* ── Files ───────────────────────────────────────────────────────────────────────────────── */

static void
test_files (void)
{
  g_autoptr (BvChart) chart = sample_rows ();
  g_autoptr (BvChartLayout) layout = lay_out (chart, 444, 0);
  g_autofree char *folder = g_dir_make_tmp ("bv-chart-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "biểu đồ.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "biểu đồ.svg", NULL);
  g_autofree char *pdf = g_build_filename (folder, "biểu đồ.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "không có", "a.png", NULL);
  g_autofree char *content = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  gsize length;
  gsize length_again;

  bv_chart_write_png (chart, 468, 0, 2, &bv_chart_palette_light, png, &error);
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 936);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==,
                   (int) ceil ((layout->height + 24) * 2));
  /* Paper, not nothing, in the corner. */
  g_assert_cmphex (*(guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                          + cairo_image_surface_get_stride (surface) * 2 + 4 * 900),
                   ==, 0xffffffff);
  cairo_surface_destroy (surface);

  bv_chart_write_svg (chart, 468, 0, &bv_chart_palette_print, svg, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (svg, &content, &length, NULL));
  g_assert_nonnull (strstr (content, "width=\"468pt\""));
  g_clear_pointer (&content, g_free);

  /* The same chart on the same day is the same file. */
  bv_chart_write_pdf (chart, 468, 0, &bv_chart_palette_print, pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &content, &length, NULL));
  bv_chart_write_pdf (chart, 468, 0, &bv_chart_palette_print, pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &again, &length_again, NULL));
  g_assert_cmpmem (content, length, again, length_again);

  g_assert_false (bv_chart_write_png (chart, 468, 0, 2, &bv_chart_palette_light, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_remove (png);
  g_remove (svg);
  g_remove (pdf);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A part of a chart draws what is in it and nothing else. */
static void
test_part (void)
{
  g_autoptr (BvChart) chart = sample_rows ();
  g_autoptr (BvChartLayout) layout = lay_out (chart, 400, 0);
  const BvChartPoint *row = g_ptr_array_index (layout->points, 4);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x;
  double y;
  double width;
  double height;

  bv_chart_draw_part (cr, layout, &bv_chart_palette_print, row->box.y,
                      row->box.y + row->box.height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (y, >=, -2);
  g_assert_cmpfloat (y + height, <=, row->box.height + 2);
  g_assert_cmpfloat (height, >, row->box.height * 0.5);
  bv_chart_draw_focus (cr, layout, -1, &bv_chart_palette_light);
  bv_chart_draw_focus (cr, layout, 4, &bv_chart_palette_light);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/bullets", test_bullets);
  g_test_add_func ("/chart/long-names", test_long_names);
  g_test_add_func ("/chart/row-counts", test_row_counts);
  g_test_add_func ("/chart/time", test_time);
  g_test_add_func ("/chart/year-under-way", test_year_under_way);
  g_test_add_func ("/chart/negative-time", test_negative_time);
  g_test_add_func ("/chart/period-counts", test_period_counts);
  g_test_add_func ("/chart/pick-and-walk", test_pick_and_walk);
  g_test_add_func ("/chart/describe", test_describe);
  g_test_add_func ("/chart/palettes", test_palettes);
  g_test_add_func ("/chart/colour-vision", test_colour_vision);
  g_test_add_func ("/chart/files", test_files);
  g_test_add_func ("/chart/part", test_part);
  return g_test_run ();
}
