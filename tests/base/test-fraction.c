// SPDX-License-Identifier: GPL-3.0-or-later
/* Shares compared exactly, at the edges where rounding and overflow would lie. */

#include "base/bv-error.h"
#include "base/bv-fraction.h"

static BvFraction
fraction (const char *text)
{
  g_autoptr (GError) error = NULL;
  BvFraction value = { 0, 0, FALSE };

  bv_fraction_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_reached (void)
{
  static const struct
  {
    const char *share;
    gint64 part, whole;
    gboolean reached;
  } cases[] = {
    { "70/100", 7, 10, TRUE },
    { "70/100", 69, 99, FALSE }, /* 69,69… % */
    { "70/100", 70, 100, TRUE },
    { ">50/100", 5, 10, FALSE },
    { ">50/100", 6, 10, TRUE },
    { ">1/2", 1, 2, FALSE },
    { ">1/2", 6, 11, TRUE },
    { "2/3", 2, 3, TRUE },
    { "2/3", 6, 10, FALSE },
    { "2/3", 7, 10, TRUE },
    { "2/3", 10, 15, TRUE },
    { "90%", 9, 10, TRUE },
    { "90%", 8, 9, FALSE },
    { "80 %", 4, 5, TRUE },
    { "1/1", 5, 5, TRUE },
    { "1/1", 4, 5, FALSE },
    { "1/3", 333333333333333333, 1000000000000000000, FALSE },
    { "1/3", 333333333333333334, 1000000000000000000, TRUE },
    { "999999/1000000", G_MAXINT64 - 1, G_MAXINT64, TRUE },
    { "2/3", G_MAXINT64 / 3 * 2, G_MAXINT64, FALSE },
    { "2/3", G_MAXINT64 / 3 * 2 + 1, G_MAXINT64, TRUE },
    { "1/2", 0, 0, FALSE },
    { "1/2", 3, 2, TRUE },
    { "1/2", -1, 2, FALSE },
    { "1/2", 1, -2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvFraction share = fraction (cases[i].share);

      if (bv_fraction_is_reached (&share, cases[i].part, cases[i].whole) != cases[i].reached)
        g_error ("case %u: %s", i, cases[i].share);
    }
}

/* Against plain arithmetic, for every small case. */
static void
test_plain (void)
{
  for (gint64 den = 1; den <= 12; den++)
    for (gint64 num = 1; num <= den; num++)
      for (gint64 whole = 1; whole <= 30; whole++)
        for (int strict = 0; strict < 2; strict++)
          {
            BvFraction share = { num, den, strict };
            gint64 need = bv_fraction_need (&share, whole);

            g_assert_cmpint (bv_fraction_floor (&share, whole), ==, whole * num / den);
            for (gint64 part = 0; part <= whole; part++)
              {
                gboolean reached = strict ? part * den > num * whole : part * den >= num * whole;

                g_assert_cmpint (bv_fraction_is_reached (&share, part, whole), ==, reached);
                if (num < den)
                  g_assert_cmpint (part >= need, ==, reached);
              }
          }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } good[] = {
    { "2/3", "2/3" },     { ">1/2", ">1/2" },     { "15%", "15/100" },
    { "15 %", "15/100" }, { "70/100", "70/100" }, { ">50%", ">50/100" },
    { "> 1/2", ">1/2" },  { "100%", "100/100" },  { "2 / 3", "2/3" },
  };
  static const struct
  {
    const char *text;
    int code;
  } bad[] = {
    { NULL, BV_VALUE_ERROR_FORMAT },   { "", BV_VALUE_ERROR_FORMAT },
    { "2", BV_VALUE_ERROR_FORMAT },    { "2/", BV_VALUE_ERROR_FORMAT },
    { "/3", BV_VALUE_ERROR_FORMAT },   { "2/3x", BV_VALUE_ERROR_FORMAT },
    { "0,7", BV_VALUE_ERROR_FORMAT },  { "-1/2", BV_VALUE_ERROR_FORMAT },
    { "<1/2", BV_VALUE_ERROR_FORMAT }, { "1/2/3", BV_VALUE_ERROR_FORMAT },
    { "15%%", BV_VALUE_ERROR_FORMAT }, { "4/3", BV_VALUE_ERROR_RANGE },
    { "0/3", BV_VALUE_ERROR_RANGE },   { "1/0", BV_VALUE_ERROR_RANGE },
    { "0%", BV_VALUE_ERROR_RANGE },    { "101%", BV_VALUE_ERROR_RANGE },
    { ">1/1", BV_VALUE_ERROR_RANGE },  { "1/99999999999999999999", BV_VALUE_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      BvFraction share = fraction (good[i].text);
      g_autofree char *text = bv_fraction_format (&share);

      g_assert_cmpstr (text, ==, good[i].canonical);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      BvFraction share = { 7, 9, TRUE };

      g_assert_false (bv_fraction_parse (bad[i].text, &share, &error));
      g_assert_error (error, BV_VALUE_ERROR, bad[i].code);
      g_assert_cmpint (share.numerator, ==, 7);
    }
}

static void
test_label (void)
{
  BvFraction percent = fraction ("70%");
  BvFraction half = fraction (">1/2");
  g_autofree char *one = bv_fraction_get_label (&percent);
  g_autofree char *two = bv_fraction_get_label (&half);

  g_assert_cmpstr (one, ==, "at least 70 %");
  g_assert_cmpstr (two, ==, "more than 1/2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fraction/reached", test_reached);
  g_test_add_func ("/fraction/plain", test_plain);
  g_test_add_func ("/fraction/parse", test_parse);
  g_test_add_func ("/fraction/label", test_label);
  return g_test_run ();
}
