// SPDX-License-Identifier: GPL-3.0-or-later
/* Dates as they are typed, stored and printed: DOMAIN 12.2. */

#include "base/bv-date.h"
#include "base/bv-error.h"

#include <string.h>

static void
test_parse (void)
{
  static const char *const texts[][2] = { { "5/2/2024", "2024-02-05" },
                                          { "05/02/2024", "2024-02-05" },
                                          { "05-02-2024", "2024-02-05" },
                                          { "05.02.2024", "2024-02-05" },
                                          { "2024-02-05", "2024-02-05" },
                                          { "2024-02-05T00:00:00", "2024-02-05" },
                                          { "2024-02-05 00:00:00.000", "2024-02-05" },
                                          { " 5 / 2 / 2024 ", "2024-02-05" },
                                          { "ngày 05 tháng 02 năm 2024", "2024-02-05" },
                                          { "Ngày 5 tháng 9 năm 2024", "2024-09-05" },
                                          { "nga\u0300y 5 tháng 9 năm 2024", "2024-09-05" },
                                          { "5/8/2002", "2002-08-05" },
                                          { "19/6/2015", "2015-06-19" },
                                          { "29/02/2024", "2024-02-29" },
                                          { "29/02/2000", "2000-02-29" },
                                          { "31/12/1945", "1945-12-31" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = bv_date_parse (texts[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (iso, ==, texts[i][1]);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    BvValueError code;
  } texts[] = { { "", BV_VALUE_ERROR_EMPTY },
                { NULL, BV_VALUE_ERROR_EMPTY },
                { "31/02/2024", BV_VALUE_ERROR_RANGE },
                { "29/02/2023", BV_VALUE_ERROR_RANGE },
                { "29/02/1900", BV_VALUE_ERROR_RANGE },
                { "31/04/2024", BV_VALUE_ERROR_RANGE },
                { "12/13/2024", BV_VALUE_ERROR_RANGE },
                { "0/1/2024", BV_VALUE_ERROR_RANGE },
                { "5/2/75", BV_VALUE_ERROR_FORMAT },
                { "05/02/24", BV_VALUE_ERROR_FORMAT },
                { "5/2", BV_VALUE_ERROR_FORMAT },
                { "1975", BV_VALUE_ERROR_FORMAT },
                { "hôm nay", BV_VALUE_ERROR_FORMAT },
                { "5/2-2024", BV_VALUE_ERROR_FORMAT },
                { "5/2/20244", BV_VALUE_ERROR_FORMAT },
                { "5/2/2024x", BV_VALUE_ERROR_FORMAT },
                { "2024-02-05 10:30:00", BV_VALUE_ERROR_FORMAT } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = bv_date_parse (texts[i].text, &error);

      g_assert_null (iso);
      g_assert_error (error, BV_VALUE_ERROR, (int) texts[i].code);
      if (texts[i].text != NULL && texts[i].code != BV_VALUE_ERROR_EMPTY)
        g_assert_nonnull (strstr (error->message, texts[i].text));
    }
}

static void
test_birth (void)
{
  g_autofree char *year = bv_date_parse_birth (" 1975 ", NULL);
  g_autofree char *day = bv_date_parse_birth ("7/5/1975", NULL);

  g_assert_cmpstr (year, ==, "1975");
  g_assert_cmpstr (day, ==, "1975-05-07");
  g_assert_null (bv_date_parse_birth ("75", NULL));
  g_assert_null (bv_date_parse_birth ("0975", NULL));
  g_assert_null (bv_date_parse_birth ("5/1975", NULL));
}

static void
assert_formats (const char *iso, const char *brief, const char *full)
{
  g_autofree char *a = bv_date_format_short (iso);
  g_autofree char *b = bv_date_format_long (iso);

  g_assert_cmpstr (a, ==, brief);
  g_assert_cmpstr (b, ==, full);
}

static void
test_format (void)
{
  assert_formats ("2024-02-05", "05/02/2024", "ngày 05 tháng 02 năm 2024");
  assert_formats ("2024-09-15", "15/09/2024", "ngày 15 tháng 9 năm 2024");
  assert_formats ("2024-12-01", "01/12/2024", "ngày 01 tháng 12 năm 2024");
  assert_formats ("2019-04-22", "22/04/2019", "ngày 22 tháng 4 năm 2019");
  assert_formats ("1975", "1975", "1975");
  assert_formats (NULL, "", "");
}

static void
test_calendar (void)
{
  g_autofree char *leap = bv_date_add_days ("2024-02-28", 1);
  g_autofree char *back = bv_date_add_days ("2024-01-01", -1);
  g_autofree char *today = NULL;

  g_assert_cmpstr (leap, ==, "2024-02-29");
  g_assert_cmpstr (back, ==, "2023-12-31");
  g_assert_true (bv_date_is_valid ("2024-02-29"));
  g_assert_false (bv_date_is_valid ("2023-02-29"));
  g_assert_false (bv_date_is_valid ("1975"));
  g_assert_false (bv_date_is_valid (NULL));
  g_assert_cmpint (bv_date_year ("2024-02-29"), ==, 2024);
  g_assert_cmpint (bv_date_year ("1975"), ==, 1975);
  g_assert_cmpint (bv_date_year (NULL), ==, 0);

  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
  today = bv_date_today ();
  g_assert_cmpstr (today, ==, "2023-03-27");
  {
    g_autofree char *now = bv_date_now ();
    g_autofree char *day = bv_date_of_moment (now);

    g_assert_cmpstr (day, ==, "2023-03-27");
    g_assert_true (g_str_has_suffix (now, "Z"));
    g_assert_null (bv_date_of_moment ("27/03/2023"));
    g_assert_null (bv_date_of_moment (NULL));
  }
  g_setenv ("BV_TODAY", "nonsense", TRUE);
  g_autofree char *real = bv_date_today ();
  g_assert_true (bv_date_is_valid (real));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/refused", test_refused);
  g_test_add_func ("/date/birth", test_birth);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/calendar", test_calendar);
  return g_test_run ();
}
