// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbers and money, in figures and in words: every value of DOMAIN 12.2, and the ambiguous ones. */

#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-number.h"

#include <math.h>
#include <string.h>

static void
assert_format (double value, int decimals, const char *text)
{
  g_autofree char *got = bv_number_format (value, decimals);

  g_assert_cmpstr (got, ==, text);
}

static void
test_format (void)
{
  assert_format (1234567.89, 2, "1.234.567,89");
  assert_format (98.6, 1, "98,6");
  assert_format (0, 0, "0");
  assert_format (-4.2, 1, "-4,2");
  assert_format (-0.04, 1, "0,0");
  assert_format (999.995, 2, "1.000,00");
  assert_format (2.675, 2, "2,68");
  assert_format (0.5, 0, "1");
  assert_format (1.5, 0, "2");
  assert_format (2.5, 0, "3");
  assert_format (-2.5, 0, "-3");
  assert_format (1e15, 0, "1.000.000.000.000.000");
  assert_format (123, 2, "123,00");

  g_autofree char *a = bv_number_format_int (34600);
  g_autofree char *b = bv_number_format_int (-1234567);
  g_autofree char *c = bv_number_format_trim (98.60, 2);
  g_autofree char *d = bv_number_format_trim (20, 2);
  g_autofree char *e = bv_number_format_trim (100, 0);
  g_autofree char *f = bv_number_format_int (G_MININT64);
  g_assert_cmpstr (a, ==, "34.600");
  g_assert_cmpstr (b, ==, "-1.234.567");
  g_assert_cmpstr (c, ==, "98,6");
  g_assert_cmpstr (d, ==, "20");
  g_assert_cmpstr (e, ==, "100");
  g_assert_cmpstr (f, ==, "-9.223.372.036.854.775.808");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double value;
  } texts[] = { { "1.234,5", 1234.5 },
                { "1234.5", 1234.5 },
                { "1234,5", 1234.5 },
                { "98,6%", 98.6 },
                { "12 %", 12 },
                { "1.234", 1234 },
                { "1,234", 1.234 },
                { "0.125", 0.125 },
                { "1.5", 1.5 },
                { "1.2345", 1.2345 },
                { "1,234.5", 1234.5 },
                { "1.234.567", 1234567 },
                { "1,234,567", 1234567 },
                { "1 234 567,5", 1234567.5 },
                { "12\u00a0500", 12500 },
                { "-4,2", -4.2 },
                { "−2,1", -2.1 },
                { "+7", 7 },
                { "1234.567", 1234.567 },
                { "29,89", 29.89 },
                { "34.600", 34600 },
                { "0", 0 },
                { "007", 7 },
                { "1.234.567,89", 1234567.89 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = NAN;

      bv_number_parse (texts[i].text, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, texts[i].value);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = { "abc",   "12a",      "1.23.456",  "1.234.56",  "1,23,456",
                                       "12,",   ",5",       "1.2.3",     "--1",       "%",
                                       "1e5",   "1,2345,6", "1.234,5,6", "1,234.5.6", "12 5",
                                       "≈ 309", "> 7",      ".",         "1 234 56" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      double value;

      if (bv_number_parse (texts[i], &value, &error))
        g_error ("“%s” was read as %g", texts[i], value);
      g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, texts[i]));
    }
  g_autoptr (GError) error = NULL;
  double value;
  g_assert_false (bv_number_parse ("  ", &value, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
}

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    gint64 value;
  } texts[] = { { "2.340.000", 2340000 },      { "2.340.000 đồng", 2340000 },
                { "2340000đ", 2340000 },       { "2,340,000 VNĐ", 2340000 },
                { "710000", 710000 },          { "7,4 tỷ đồng", 7400000000 },
                { "12 tỷ đồng", 12000000000 }, { "1,5 triệu", 1500000 },
                { "2.340.000,00", 2340000 },   { "0", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      bv_number_parse_money (texts[i].text, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, texts[i].value);
    }

  gint64 value;
  g_autoptr (GError) negative = NULL;
  g_autoptr (GError) half = NULL;
  g_autoptr (GError) word = NULL;
  g_assert_false (bv_number_parse_money ("-5.000", &value, &negative));
  g_assert_error (negative, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_false (bv_number_parse_money ("1.000,5", &value, &half));
  g_assert_error (half, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_false (bv_number_parse_money ("nhiều", &value, &word));
  g_assert_error (word, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);

  g_autofree char *text = bv_money_format (2340000);
  g_assert_cmpstr (text, ==, "2.340.000 đồng");
}

static void
test_words (void)
{
  static const struct
  {
    gint64 n;
    const char *words;
  } texts[] = {
    { 10, "Mười đồng" },
    { 15, "Mười lăm đồng" },
    { 21, "Hai mươi mốt đồng" },
    { 24, "Hai mươi tư đồng" },
    { 55, "Năm mươi lăm đồng" },
    { 105, "Một trăm linh năm đồng" },
    { 110, "Một trăm mười đồng" },
    { 1001, "Một nghìn không trăm linh một đồng" },
    { 710000, "Bảy trăm mười nghìn đồng" },
    { 1800000, "Một triệu tám trăm nghìn đồng" },
    { 2340000, "Hai triệu ba trăm bốn mươi nghìn đồng" },
    { 3510000, "Ba triệu năm trăm mười nghìn đồng" },
    { 7020000, "Bảy triệu không trăm hai mươi nghìn đồng" },
    { 10530000, "Mười triệu năm trăm ba mươi nghìn đồng" },
    { 1000000001, "Một tỷ không trăm linh một đồng" },
    { 1002003004,
      "Một tỷ không trăm linh hai triệu không trăm linh ba nghìn không trăm linh bốn đồng" },
    { 0, "Không đồng" },
    { 11, "Mười một đồng" },
    { 14, "Mười bốn đồng" },
    { 101, "Một trăm linh một đồng" },
    { 1000000000000, "Một nghìn tỷ đồng" },
    { G_GINT64_CONSTANT (1000000000000000000), "Một tỷ tỷ đồng" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *words = bv_money_in_words (texts[i].n, BV_WORDS_NORTH);
      g_assert_cmpstr (words, ==, texts[i].words);
    }

  g_autofree char *south = bv_money_in_words (1105000, BV_WORDS_LE | BV_WORDS_NGAN | BV_WORDS_CHAN);
  g_autofree char *plain = bv_number_in_words (21, BV_WORDS_NORTH);
  g_autofree char *namdinh = bv_money_in_words (1800000, BV_WORDS_CHAN);
  g_assert_cmpstr (south, ==, "Một triệu một trăm lẻ năm ngàn đồng chẵn");
  g_assert_cmpstr (plain, ==, "hai mươi mốt");
  g_assert_cmpstr (namdinh, ==, "Một triệu tám trăm nghìn đồng chẵn");
}

static void
test_roman (void)
{
  static const struct
  {
    int n;
    const char *text;
  } texts[] = { { 1, "I" },   { 4, "IV" },         { 9, "IX" },        { 14, "XIV" },
                { 40, "XL" }, { 1994, "MCMXCIV" }, { 2024, "MMXXIV" }, { 3999, "MMMCMXCIX" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *got = bv_number_roman (texts[i].n);
      g_assert_cmpstr (got, ==, texts[i].text);
    }
  g_autofree char *five = bv_number_two_digits (5);
  g_autofree char *many = bv_number_two_digits (1270);
  g_autofree char *few = bv_number_count (0);
  g_autofree char *count = bv_number_count (999);
  g_autofree char *large = bv_number_count (3355);
  g_assert_cmpstr (five, ==, "05");
  g_assert_cmpstr (many, ==, "1270");
  g_assert_cmpstr (few, ==, "00");
  g_assert_cmpstr (count, ==, "999");
  g_assert_cmpstr (large, ==, "3.355");
}

static void
test_hundredths (void)
{
  static const struct
  {
    const char *typed;
    gint64 value;
    const char *shown;
  } good[] = {
    { "50", 5000, "50" },
    { "33,34", 3334, "33,34" },
    { "33.5 %", 3350, "33,5" },
    { "100%", 10000, "100" },
    { "0,05", 5, "0,05" },
    { "12,500", 1250, "12,5" },
    { "1.234,5", 123450, "1.234,5" },
  };
  static const char *const bad[] = { "", "ba mươi", "-5", "1,234 5", "0,125", "1,2,3,45" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = bv_number_format_hundredths (good[i].value);
      gint64 value = -1;

      bv_number_parse_hundredths (good[i].typed, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, good[i].value);
      g_assert_cmpstr (shown, ==, good[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      g_assert_false (bv_number_parse_hundredths (bad[i], &value, &error));
      g_assert_true (error != NULL && error->domain == BV_VALUE_ERROR);
      g_assert_cmpint (value, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/refused", test_refused);
  g_test_add_func ("/number/money", test_money);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/roman", test_roman);
  g_test_add_func ("/number/hundredths", test_hundredths);
  return g_test_run ();
}
