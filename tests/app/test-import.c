// SPDX-License-Identifier: GPL-3.0-or-later
/* The import assistant in its window, on files that LibreOffice and Gnumeric saved: file, columns,
 * rows, one act, one undo. */

#include "bv-app-test.h"

#include "dialogs/bv-import-window.h"
#include "merit/bv-decision.h"
#include "store/bv-row-list.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static char *
data_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
}

static gint64
count (BvStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  gint64 n = -1;
  g_assert_no_error (error);
  g_assert_true (bv_connection_query_int (bv_lease_connection (lease), &n, -1, &error, sql, NULL));
  g_assert_no_error (error);
  return n;
}

static BvImportWindow *
open_import (BvWindow *window,
             BvStore *store,
             BvImportTarget target,
             gint64 decision,
             const char *name)
{
  g_autofree char *path = data_file (name);
  BvImportWindow *import = bv_import_window_present (GTK_WIDGET (window), store, target, decision,
                                                     path);
  bv_app_test_wait (!bv_import_window_is_busy (import));
  bv_app_test_settle ();
  return import;
}

static void
go_on (BvImportWindow *import)
{
  gtk_widget_activate_action (GTK_WIDGET (import), "import.next", NULL);
  bv_app_test_wait (!bv_import_window_is_busy (import));
  bv_app_test_settle ();
}

static void
test_people (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  gint64 before = count (store, "SELECT count (*) FROM person");

  BvImportWindow *import = open_import (window, store, BV_IMPORT_PEOPLE, 0,
                                        "people-libreoffice.xlsx");
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  bv_app_test_picture (GTK_WIDGET (import), "import-2-columns");

  go_on (import);
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "rows");
  /* Nothing is written before the officer has seen the rows. */
  g_assert_cmpint (count (store, "SELECT count (*) FROM person"), ==, before);
  bv_app_test_picture (GTK_WIDGET (import), "import-3-rows");

  gtk_widget_activate_action (GTK_WIDGET (import), "import.next", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_IMPORT_WINDOW) == 0);
  g_assert_cmpint (count (store, "SELECT count (*) FROM person"), >, before);

  /* One undo takes it all back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  bv_app_test_wait (count (store, "SELECT count (*) FROM person") == before);

  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static void
test_bad_rows (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  BvImportWindow *import = open_import (window, store, BV_IMPORT_PEOPLE, 0, "bad-libreoffice.xlsx");
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  go_on (import);
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "rows");
  /* Rows with errors come to the front. */
  GtkWidget *drop = bv_app_test_find (GTK_WIDGET (import), GTK_TYPE_DROP_DOWN, 0);
  g_assert_nonnull (drop);
  bv_app_test_picture (GTK_WIDGET (import), "import-4-bad-rows");
  gtk_widget_activate_action (GTK_WIDGET (import), "import.back", NULL);
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  gtk_widget_activate_action (GTK_WIDGET (import), "import.cancel", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_IMPORT_WINDOW) == 0);
  g_assert_null (bv_store_get_redo_title (store));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static void
test_damaged (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  BvImportWindow *import = open_import (window, store, BV_IMPORT_PEOPLE, 0, "truncated.xlsx");
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "file");
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (import), "truncated.xlsx"));
  bv_app_test_picture (GTK_WIDGET (import), "import-1-damaged");
  gtk_window_destroy (GTK_WINDOW (import));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* A list of awards needs the decision it belongs to; the assistant says so and waits. */
static void
test_awards_need_a_decision (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  BvImportWindow *import = open_import (window, store, BV_IMPORT_AWARDS, 0, "awards-gnumeric.xlsx");
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  g_assert_nonnull (bv_app_test_find_label (
    GTK_WIDGET (import),
    _ ("Choose the decision whose list this is. A new one is made on the page Decisions.")));
  go_on (import);
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  bv_app_test_picture (GTK_WIDGET (import), "import-5-awards");
  gtk_window_destroy (GTK_WINDOW (import));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* Ratings of a unit, from the table that it sent: the year is asked for, people are those of the register. */
static void
test_ratings (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  g_autofree char *folder = g_path_get_dirname (bv_store_get_path (store));
  g_autofree char *path = g_build_filename (folder, "xep-loai.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Họ và tên,Kết quả xếp loại\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  g_autofree char *name = NULL;

  bv_connection_query_text (bv_lease_connection (lease), &name, &error,
                            "SELECT name FROM subject WHERE kind = 1 ORDER BY id LIMIT 1", NULL);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_string_append_printf (text, "%s,Hoàn thành tốt nhiệm vụ\nNgười Chưa Có,HTT\n", name);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  BvImportWindow *import = bv_import_window_present (GTK_WIDGET (window), store, BV_IMPORT_RATINGS,
                                                     0, path);
  bv_app_test_wait (!bv_import_window_is_busy (import));
  bv_app_test_settle ();
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "columns");
  bv_app_test_picture (GTK_WIDGET (import), "import-6-ratings-columns");
  go_on (import);
  g_assert_cmpstr (bv_import_window_get_step (import), ==, "rows");
  bv_app_test_picture (GTK_WIDGET (import), "import-7-ratings-rows");
  g_assert_cmpint (count (store, "SELECT count (*) FROM rating"), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (import), "import.next", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_IMPORT_WINDOW) == 0);
  /* The year before today's is the one that is rated. */
  g_assert_cmpint (count (store, "SELECT count (*) FROM rating WHERE year = 2022"
                                 " AND grade = 'HTT'"),
                   ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  bv_app_test_wait (count (store, "SELECT count (*) FROM rating") == 0);
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/import/people", test_people);
  g_test_add_func ("/app/import/bad-rows", test_bad_rows);
  g_test_add_func ("/app/import/damaged", test_damaged);
  g_test_add_func ("/app/import/awards-need-a-decision", test_awards_need_a_decision);
  g_test_add_func ("/app/import/ratings", test_ratings);
  return g_test_run ();
}
