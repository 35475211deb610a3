// SPDX-License-Identifier: GPL-3.0-or-later
/* The demo district: its counts are the published ones, every figure says where it comes from, and one
 * undo takes all of it back. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "exchange/bv-demo.h"
#include "merit/bv-award-statistics.h"
#include "movement/bv-indicator-summary.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 act;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  bv_demo_load (f->store, &f->act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (f->act, >, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static gint64
count (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  gint64 n = -1;

  bv_connection_query_int (bv_lease_connection (lease), &n, 0, &error, sql, "");
  g_assert_no_error (error);
  return n;
}

static void
test_size (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count (f, "SELECT count (*) FROM person"), >=, 300);
  g_assert_cmpint (count (f, "SELECT count (*) FROM unit WHERE kind IN ('commune', 'town')"), ==,
                   16);
  g_assert_cmpint (count (f, "SELECT count (*) FROM household"), >=, 30);
  g_assert_cmpint (count (f, "SELECT count (*) FROM unit_succession"), ==, 2);
  g_assert_cmpint (count (f, "SELECT count (*) FROM unit WHERE parent_id IS NULL"), ==, 1);
  bv_store_check (f->store, &findings, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_indicators (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvIndicatorSummary)
    of_2019 = bv_indicator_summary (bv_lease_connection (lease), 0, 0, 2019, 12, &error);
  g_autoptr (BvIndicatorSummary)
    of_2022 = bv_indicator_summary (bv_lease_connection (lease), 0, 0, 2022, 12, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (of_2019->n_planned, ==, 22);
  g_assert_cmpuint (of_2019->n_met + of_2019->n_exceeded, ==, 20);
  g_assert_cmpuint (of_2022->n_planned, >=, 22);
  g_assert_cmpuint (of_2022->n_no_figure + of_2022->n_ask, ==, 0);
  /* Parts by commune add up to the published whole. */
  g_assert_cmpint (count (f, "SELECT sum (m.value) FROM measurement m JOIN indicator i ON i.id ="
                             " m.indicator_id JOIN unit u ON u.subject_id = m.unit_id WHERE i.code"
                             " = 'NTM02' AND m.year = 2022 AND u.parent_id IS NOT NULL"),
                   ==, 58);
  g_assert_cmpint (count (f, "SELECT sum (m.value) FROM measurement m JOIN indicator i ON i.id ="
                             " m.indicator_id WHERE i.code = 'GN03' AND m.year = 2022"),
                   ==, 407);
}

static void
test_sources (Fixture *f, gconstpointer data)
{
#define UNSOURCED "note NOT LIKE '%Nguồn%' AND note NOT LIKE '%minh họa%'"
  g_assert_cmpint (count (f, "SELECT count (*) FROM measurement WHERE " UNSOURCED), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM target WHERE " UNSOURCED), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM decision WHERE " UNSOURCED), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM measurement WHERE note LIKE '%Nguồn S1%'"), >=,
                   10);
}

static const BvAwardStatistic *
find (GPtrArray *forms, const char *code)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const BvAwardStatistic *entry = g_ptr_array_index (forms, i);

      if (g_str_equal (entry->form_code, code))
        return entry;
    }
  g_error ("no %s", code);
}

static void
test_awards (Fixture *f, gconstpointer data)
{
  BvAwardPeriod period = { .year = 2022 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (GPtrArray)
    statistics = bv_award_statistics (bv_lease_connection (lease), &period, &error);
  g_autoptr (GPtrArray) forms = NULL;

  g_assert_no_error (error);
  forms = bv_award_statistics_by_form (statistics);
  g_assert_cmpuint (forms->len, ==, 4);
  g_assert_cmpuint (find (forms, "CTDT")->count.n_units, ==, 4);
  g_assert_cmpuint (find (forms, "BKT")->count.n_units, ==, 1);
  g_assert_cmpuint (find (forms, "BKT")->count.n_persons, ==, 1);
  g_assert_cmpuint (find (forms, "GKH")->count.n_units, ==, 27);
  g_assert_cmpuint (find (forms, "GKH")->count.n_persons, ==, 0);
  g_assert_cmpuint (find (forms, "CSTDCS")->count.n_persons, ==, 7);
  g_assert_cmpint (find (forms, "GKH")->count.bonus, ==, 27 * 900000);
  g_assert_cmpint (find (forms, "CSTDCS")->count.bonus, ==, 7 * 1490000);
}

static void
test_one_act (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_demo_load (f->store, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_store_undo (f->store, f->act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, "SELECT count (*) FROM subject"), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM award"), ==, 0);
  bv_demo_load (f->store, NULL, &error);
  g_assert_no_error (error);
}

/* The district is opened on whatever day it is; its drafts are judged by the law of their own days. */
static void
test_any_day (void)
{
  static const char *const days[] = { "2023-12-31", "2025-07-01", "2027-02-01" };
  g_autofree char *today = g_strdup (g_getenv ("BV_TODAY"));

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      Fixture f = { 0 };

      g_setenv ("BV_TODAY", days[i], TRUE);
      set_up (&f, NULL);
      g_assert_cmpint (count (&f, "SELECT count (*) FROM nomination"), >, 0);
      tear_down (&f, NULL);
    }
  if (today != NULL)
    g_setenv ("BV_TODAY", today, TRUE);
  else
    g_unsetenv ("BV_TODAY");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/demo/size", test_size);
  ADD ("/demo/indicators", test_indicators);
  ADD ("/demo/sources", test_sources);
  ADD ("/demo/awards", test_awards);
  ADD ("/demo/one-act", test_one_act);
  g_test_add_func ("/demo/any-day", test_any_day);
  return g_test_run ();
}
