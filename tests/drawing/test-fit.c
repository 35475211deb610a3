// SPDX-License-Identifier: GPL-3.0-or-later
/* Text that fits: where lines break and where they never do, shrinking, ink inside the box. */

#include "drawing/bv-fit.h"

#include <string.h>

static char *
join_lines (BvFit *fit)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < bv_fit_get_n_lines (fit); i++)
    {
      BvFitLine line;
      bv_fit_get_line (fit, i, &line);
      if (i > 0)
        g_string_append_c (text, '|');
      g_string_append_len (text, line.text, (gssize) line.length);
    }
  return g_string_free (text, FALSE);
}

static void
set (BvFit *fit, const char *text, gboolean keep, gboolean upper)
{
  BvFitSpan span = { text, bv_fonts_get_face (BV_FONT_SERIF, FALSE, FALSE, NULL), keep, upper };
  bv_fit_set_text (fit, &span, 1, 0.0);
}

static void
test_one_line (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  g_autofree char *lines = NULL;
  BvFitLine line;
  set (fit, "Tặng Giấy khen", FALSE, FALSE);
  g_assert_true (bv_fit_break (fit, 500.0, 16.0, 1));
  lines = join_lines (fit);
  g_assert_cmpstr (lines, ==, "Tặng Giấy khen");
  bv_fit_get_line (fit, 0, &line);
  g_assert_cmpfloat (line.width, >, 60.0);
  g_assert_cmpfloat (line.width, <, 120.0);
}

static void
test_empty (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  set (fit, "", FALSE, FALSE);
  g_assert_true (bv_fit_shrink (fit, 100.0, 16.0, 10.0, 2));
  g_assert_cmpuint (bv_fit_get_n_lines (fit), ==, 0);
  g_assert_cmpfloat (bv_fit_get_height (fit, 1.2), ==, 0.0);
}

/* Lines of about one length: no orphan word below a full line. */
static void
test_balanced (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  BvFitLine first;
  BvFitLine second;
  set (fit, "Đã có thành tích xuất sắc thực hiện nhiệm vụ phát triển kinh tế xã hội của địa phương",
       FALSE, FALSE);
  g_assert_true (bv_fit_break (fit, 400.0, 15.0, 3));
  g_assert_cmpuint (bv_fit_get_n_lines (fit), ==, 2);
  bv_fit_get_line (fit, 0, &first);
  bv_fit_get_line (fit, 1, &second);
  g_assert_cmpfloat (MIN (first.width, second.width) / MAX (first.width, second.width), >, 0.75);
}

static void
test_name_is_never_broken (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  BvFitSpan spans[2] = {
    { "Bà: ", bv_fonts_get_face (BV_FONT_SERIF, FALSE, FALSE, NULL), FALSE, FALSE },
    { "Tôn Nữ Thị Hoàng Phượng Quỳnh Nguyệt", bv_fonts_get_face (BV_FONT_SERIF, TRUE, FALSE, NULL),
      TRUE, FALSE },
  };
  g_autofree char *lines = NULL;
  bv_fit_set_text (fit, spans, 2, 0.0);
  g_assert_false (bv_fit_break (fit, 200.0, 22.0, 8));
  g_assert_true (bv_fit_shrink (fit, 290.0, 22.0, 8.0, 2));
  lines = join_lines (fit);
  g_assert_nonnull (strstr (lines, "Tôn Nữ Thị Hoàng Phượng Quỳnh Nguyệt"));
  g_assert_cmpfloat (bv_fit_get_size (fit), <, 22.0);
}

/* Proper names in running text and "năm 2023" stay together; capitals by rule do not hide them. */
static void
test_careful_breaks (void)
{
  static const char *const texts[] = {
    "Đã có thành tích trong công tác phòng chống dịch tại huyện Mường La",
    "Trường Tiểu học và Trung học cơ sở Hua Trai huyện Mường La",
    "Đã hoàn thành xuất sắc nhiệm vụ công tác quân sự địa phương năm 2023",
    "Đã cứu người trong trận lũ quét xảy ra tại xã Chiềng Hoa ngày 05 tháng 8 năm 2023",
  };
  static const char *const together[] = { "Mường La", "Hua Trai",   "Chiềng Hoa", "năm 2023",
                                          "ngày 05",  "05 tháng 8", "xã Chiềng" };
  g_autoptr (BvFit) fit = bv_fit_new ();
  for (guint upper = 0; upper < 2; upper++)
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      for (double width = 200.0; width < 460.0; width += 7.0)
        {
          g_autofree char *lines = NULL;
          g_autofree char *drawn = NULL;
          set (fit, texts[t], FALSE, upper == 1);
          if (!bv_fit_break (fit, width, upper ? 11.0 : 14.0, 8))
            continue;
          lines = join_lines (fit);
          drawn = upper ? g_utf8_strup (texts[t], -1) : g_strdup (texts[t]);
          for (guint i = 0; i < G_N_ELEMENTS (together); i++)
            {
              g_autofree char *phrase = upper ? g_utf8_strup (together[i], -1)
                                              : g_strdup (together[i]);
              if (strstr (drawn, phrase) && !strstr (lines, phrase))
                g_error ("“%s” was broken: %s", phrase, lines);
            }
        }
}

/* A reduction of a few per cent is better than a second line of one word. */
static void
test_squeeze (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  BvFitLine line;
  double width = 0.0;
  set (fit, "Trường Mầm non Hoa Ban xã Mường Bú", FALSE, FALSE);
  g_assert_true (bv_fit_break (fit, 1000.0, 16.0, 1));
  bv_fit_get_line (fit, 0, &line);
  width = line.width * 0.96;
  g_assert_true (bv_fit_shrink (fit, width, 16.0, 10.0, 2));
  g_assert_cmpuint (bv_fit_get_n_lines (fit), ==, 1);
  g_assert_cmpfloat (bv_fit_get_size (fit), <, 16.0);
  g_assert_true (bv_fit_shrink (fit, line.width * 0.7, 16.0, 10.0, 2));
  g_assert_cmpuint (bv_fit_get_n_lines (fit), ==, 2);
  g_assert_cmpfloat (bv_fit_get_size (fit), ==, 16.0);
}

static void
test_too_long (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  set (fit, "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở", FALSE, FALSE);
  g_assert_false (bv_fit_shrink (fit, 60.0, 16.0, 12.0, 2));
  set (fit, "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêng", FALSE, FALSE);
  g_assert_false (bv_fit_shrink (fit, 60.0, 16.0, 12.0, 8));
}

static void
test_missing_letter (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  set (fit, "Lò Văn 田", FALSE, FALSE);
  g_assert_cmpuint (bv_fit_get_missing (fit), ==, 0x7530);
  set (fit, "Lò Văn Điện", FALSE, FALSE);
  g_assert_cmpuint (bv_fit_get_missing (fit), ==, 0);
  /* Decomposed letters are composed before they are set. */
  set (fit, "Nguye\xcc\x82\xcc\x83n", FALSE, FALSE);
  g_assert_cmpuint (bv_fit_get_missing (fit), ==, 0);
  {
    g_autofree char *text = bv_fit_get_text (fit);
    g_assert_cmpstr (text, ==, "Nguyễn");
  }
}

/* What cairo really inks is what the layout says it will, and lies within its height. */
static void
test_ink_is_true (void)
{
  static const char *const texts[] = { "ẪẨỖẬ Quỵ gỵ", "Nguyễn Thị Ẩn", "jÂyg" };
  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (BvFit) fit = bv_fit_new ();
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      cairo_rectangle_t ink;
      double x = 0.0;
      double y = 0.0;
      double width = 0.0;
      double height = 0.0;
      set (fit, texts[t], FALSE, FALSE);
      g_assert_true (bv_fit_break (fit, 400.0, 40.0, 1));
      bv_fit_get_ink (fit, 20.0, 30.0, 400.0, BV_FIT_CENTER, 1.2, &ink);
      bv_fit_draw (fit, cr, 20.0, 30.0, 400.0, BV_FIT_CENTER, 1.2);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      /* cairo rounds outwards to whole units */
      g_assert_cmpfloat_with_epsilon (x, ink.x, 2.0);
      g_assert_cmpfloat_with_epsilon (y, ink.y, 2.0);
      g_assert_cmpfloat_with_epsilon (x + width, ink.x + ink.width, 2.0);
      g_assert_cmpfloat_with_epsilon (y + height, ink.y + ink.height, 2.0);
      g_assert_cmpfloat (ink.y, >=, 30.0);
      g_assert_cmpfloat (ink.y + ink.height, <=, 30.0 + bv_fit_get_height (fit, 1.2));
      /* centred: as much air on the left as on the right, but for the letters' own side bearings */
      g_assert_cmpfloat_with_epsilon (ink.x - 20.0, 420.0 - (ink.x + ink.width), 6.0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_alignment (void)
{
  g_autoptr (BvFit) fit = bv_fit_new ();
  cairo_rectangle_t left;
  cairo_rectangle_t right;
  set (fit, "Số sổ vàng: 12", FALSE, FALSE);
  g_assert_true (bv_fit_break (fit, 300.0, 12.0, 1));
  bv_fit_get_ink (fit, 0.0, 0.0, 300.0, BV_FIT_LEFT, 1.2, &left);
  bv_fit_get_ink (fit, 0.0, 0.0, 300.0, BV_FIT_RIGHT, 1.2, &right);
  g_assert_cmpfloat (left.x, <, 2.0);
  g_assert_cmpfloat (right.x + right.width, >, 297.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/one-line", test_one_line);
  g_test_add_func ("/fit/empty", test_empty);
  g_test_add_func ("/fit/balanced", test_balanced);
  g_test_add_func ("/fit/name-is-never-broken", test_name_is_never_broken);
  g_test_add_func ("/fit/careful-breaks", test_careful_breaks);
  g_test_add_func ("/fit/squeeze", test_squeeze);
  g_test_add_func ("/fit/too-long", test_too_long);
  g_test_add_func ("/fit/missing-letter", test_missing_letter);
  g_test_add_func ("/fit/ink-is-true", test_ink_is_true);
  g_test_add_func ("/fit/alignment", test_alignment);
  return g_test_run ();
}
