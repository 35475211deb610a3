// SPDX-License-Identifier: GPL-3.0-or-later
/* The calendar of an office: the built-in table, terms around Tết and swapped days, the office's own entries, and
 * tables that are refused. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-working-days.h"
#include "store/bv-store.h"

static BvWorkingDays *
load (void)
{
  g_autoptr (GError) error = NULL;
  BvWorkingDays *days = bv_working_days_load (NULL, &error);

  g_assert_no_error (error);
  return days;
}

static void
assert_due (BvWorkingDays *days, const char *from, int n, const char *due)
{
  g_autofree char *date = bv_working_days_add (days, from, n);

  g_assert_cmpstr (date, ==, due);
  g_assert_cmpint (bv_working_days_count (days, from, due), ==, n);
  g_assert_cmpint (bv_working_days_count (days, due, from), ==, -n);
}

static void
test_terms (void)
{
  g_autoptr (BvWorkingDays) days = load ();

  /* Without any holiday: the day after is day 1. */
  assert_due (days, "2023-03-06", 1, "2023-03-07");
  assert_due (days, "2023-03-06", 20, "2023-04-03");
  assert_due (days, "2023-03-10", 1, "2023-03-13"); /* a Friday */
  /* Received on a Sunday. */
  assert_due (days, "2023-03-05", 1, "2023-03-06");
  /* Over Tết 2023 (20 to 26 January off): 18, 19, 27, 30 January, 31. */
  assert_due (days, "2023-01-17", 5, "2023-01-31");
  /* Over Giỗ Tổ, 30 April and 1 May 2023 with two days in lieu. */
  assert_due (days, "2023-04-28", 1, "2023-05-04");
  /* Swapped: Monday 29 April 2024 off, Saturday 4 May worked. */
  assert_due (days, "2024-04-26", 1, "2024-05-02");
  assert_due (days, "2024-04-26", 3, "2024-05-04");
  assert_due (days, "2024-04-26", 4, "2024-05-06");
  /* A worked Saturday before a swapped Friday. */
  assert_due (days, "2025-04-25", 1, "2025-04-26");
  assert_due (days, "2025-04-26", 3, "2025-05-05");
  /* Over the turn of a year. */
  assert_due (days, "2022-12-30", 1, "2023-01-03");
  g_assert_cmpint (bv_working_days_count (days, "2023-03-06", "2023-03-06"), ==, 0);
}

/* The days of the moon, reckoned beforehand: the first day of Tết and the tenth of the third month. */
static void
test_lunar_days (void)
{
  static const char *const tet[] = { "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25",
                                     "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
                                     "2025-01-29", "2026-02-17", "2027-02-06" };
  static const char *const ancestors[] = { "2017-04-06", "2018-04-25", "2019-04-14", "2020-04-02",
                                           "2021-04-21", "2022-04-10", "2023-04-29", "2024-04-18",
                                           "2025-04-07", "2026-04-26", "2027-04-16" };
  g_autoptr (BvWorkingDays) days = load ();

  for (guint i = 0; i < G_N_ELEMENTS (tet); i++)
    {
      const BvHoliday *first = bv_working_days_find (days, tet[i]);
      const BvHoliday *tenth = bv_working_days_find (days, ancestors[i]);
      int n_off = 0;

      g_assert_nonnull (first);
      g_assert_cmpstr (first->name, ==, "Tết Nguyên đán");
      g_assert_true (first->is_verified);
      g_assert_nonnull (tenth);
      g_assert_cmpstr (tenth->name, ==, "Giỗ Tổ Hùng Vương");
      g_assert_true (bv_working_days_knows (days, 2017 + (int) i));
      /* Five days by the Labour Code, none of which is lost to a weekend. */
      for (int k = -6; k <= 8; k++)
        {
          g_autofree char *day = bv_date_add_days (tet[i], k);
          const BvHoliday *entry = bv_working_days_find (days, day);

          n_off += entry != NULL && g_str_equal (entry->name, "Tết Nguyên đán");
        }
      g_assert_cmpint (n_off, >=, 5);
    }
  g_assert_false (bv_working_days_knows (days, 2016));
  g_assert_false (bv_working_days_knows (days, 2028));
  /* The holidays of every year are known always. */
  g_assert_false (bv_working_days_is_working (days, "2030-09-02"));
  g_assert_true (bv_working_days_is_working (days, "2030-09-03"));
}

/* Each holiday of the Labour Code takes a working day of each year: on a weekend another day is off in lieu. */
static void
test_every_year_whole (void)
{
  g_autoptr (BvWorkingDays) days = load ();

  for (int year = 2017; year <= 2027; year++)
    {
      g_autoptr (GPtrArray) list = bv_working_days_list (days, year);
      const char *last = "";
      int n_weekdays = 0;
      int n_worked = 0;

      for (guint i = 0; i < list->len; i++)
        {
          const BvHoliday *entry = g_ptr_array_index (list, i);
          GDate date;

          g_assert_cmpstr (last, <, entry->on_date);
          last = entry->on_date;
          g_date_clear (&date, 1);
          g_date_set_parse (&date, entry->on_date);
          if (!entry->is_off)
            n_worked++;
          else if (g_date_get_weekday (&date) <= G_DATE_FRIDAY)
            n_weekdays++;
        }
      /* 1 January, five of Tết, the ancestors' day, 30 April, 1 May, 2 September; a second day of it from 2021. New
       * Year's Eve 2018 was worked on in January 2019. */
      g_assert_cmpint (n_weekdays - n_worked, ==,
                       (year >= 2021 ? 11 : 10) + (year == 2018) - (year == 2019));
    }
}

static void
test_own_entries (void)
{
  g_autofree char *folder = bv_test_folder_new ();
  g_autoptr (BvStore) store = bv_test_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvHoliday) flood = bv_holiday_new ();
  g_autoptr (BvHoliday) worked = bv_holiday_new ();
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvWorkingDays) days = NULL;
  g_autoptr (BvWorkingDays) after = NULL;

  bv_test_office_set_up (store);
  bv_text_set (&flood->on_date, "2023-03-14");
  g_assert_false (bv_holiday_save_act (store, flood, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_text_set (&flood->name, "Nghỉ phòng, chống lũ");
  bv_holiday_save_act (store, flood, NULL, &error);
  g_assert_no_error (error);
  bv_text_set (&flood->name, "Một tên khác"); /* the same day again renames nothing in silence */
  g_assert_false (bv_holiday_save_act (store, flood, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_text_set (&worked->on_date, "2023-03-15");
  worked->is_off = FALSE;
  g_assert_false (bv_holiday_save_act (store, worked, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_text_set (&worked->on_date, "2023-03-18");
  bv_holiday_save_act (store, worked, NULL, &error);
  g_assert_no_error (error);
  worked->is_off = TRUE;
  bv_text_set (&worked->name, "Quốc khánh");
  bv_text_set (&worked->on_date, "2022-09-02"); /* in the built-in table */
  g_assert_false (bv_holiday_save_act (store, worked, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_text_set (&worked->on_date, "1823-03-14");
  g_assert_false (bv_holiday_save_act (store, worked, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_text_set (&worked->on_date, "2023-02-30");
  g_assert_false (bv_holiday_save_act (store, worked, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_clear_error (&error);

  lease = bv_store_lease (store, &error);
  days = bv_working_days_load (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  assert_due (days, "2023-03-13", 1, "2023-03-15");
  assert_due (days, "2023-03-17", 1, "2023-03-18");

  bv_holiday_delete_act (store, "2023-03-14", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_holiday_delete_act (store, "2023-03-14", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  lease = bv_store_lease (store, &error);
  after = bv_working_days_load (bv_lease_connection (lease), &error);
  g_clear_pointer (&lease, bv_lease_free);
  assert_due (after, "2023-03-13", 1, "2023-03-14");
  bv_store_close (store);
  bv_test_folder_remove (folder);
}

static void
test_bad_tables (void)
{
  static const struct
  {
    const char *json;
    const char *path;
  } tables[] = {
    { "[]", "holidays.json, $:" },
    { "{ \"format\": 2 }", "$.format" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2019 }", "$.from" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"day\": [] }", "$.day:" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": 3 }", "$.days:" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [{ \"day\": \"02-29\","
      " \"name\": \"a\", \"verified\": true }], \"days\": [] }",
      "$.yearly[0]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2020-06-31\", \"name\": \"a\", \"verified\": true }] }",
      "$.days[0]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2021-06-30\", \"name\": \"a\", \"verified\": true }] }",
      "$.days[0]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2020-06-30\", \"name\": \"a\" }] }",
      "$.days[0]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2020-06-30\", \"name\": \"a\", \"off\": false, \"verified\": true }] }",
      "$.days[0]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2020-06-30\", \"name\": \"a\", \"verified\": true }, { \"date\": \"2020-06-30\","
      " \"name\": \"b\", \"verified\": true }] }",
      "$.days[1]" },
    { "{ \"format\": 1, \"from\": 2020, \"to\": 2020, \"yearly\": [], \"days\": [{ \"date\":"
      " \"2020-06-30\", \"name\": \"a\", \"verifed\": true }] }",
      "$.days[0].verifed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i].json, strlen (tables[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (BvWorkingDays)
        days = bv_working_days_new_from_file ("holidays.json", bytes, &error);

      g_assert_null (days);
      g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
      if (strstr (error->message, tables[i].path) == NULL)
        g_error ("%s does not name %s", error->message, tables[i].path);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/terms", test_terms);
  g_test_add_func ("/working-days/lunar-days", test_lunar_days);
  g_test_add_func ("/working-days/every-year-whole", test_every_year_whole);
  g_test_add_func ("/working-days/own-entries", test_own_entries);
  g_test_add_func ("/working-days/bad-tables", test_bad_tables);
  return g_test_run ();
}
