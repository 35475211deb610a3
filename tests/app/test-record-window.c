// SPDX-License-Identifier: GPL-3.0-or-later
/* A subject's whole record in its window: by year, by section, and the extract as it is printed. */

#include "bv-test-demo.h"

#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-revocation.h"
#include "office/bv-register.h"
#include "pages/bv-record-window.h"
#include "store/bv-connection.h"

#include <glib/gstdio.h>

static gint64
query (BvTestDemo *demo, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 value;

  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

static BvRecordWindow *
open_record (BvTestDemo *demo, gint64 subject)
{
  GtkWidget *window;

  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.show-record", "x", subject);
  window = bv_app_test_wait_toplevel (BV_TYPE_RECORD_WINDOW);
  bv_app_test_wait (bv_record_window_is_settled (BV_RECORD_WINDOW (window)));
  bv_app_test_settle ();
  return BV_RECORD_WINDOW (window);
}

static void
test_person (void)
{
  BvTestDemo demo;
  BvRecordWindow *window;
  g_autoptr (BvRevocation) revocation = bv_revocation_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-record-XXXXXX", &error);
  gint64 award;
  gint64 person;
  GtkWidget *row;

  bv_test_demo_set_up (&demo, "register", 2022);
  award = query (&demo, "SELECT a.id FROM award a JOIN decision d ON d.id = a.decision_id"
                        " WHERE d.number = '124/QĐ-UBND' ORDER BY a.position LIMIT 1");
  person = query (&demo, "SELECT a.subject_id FROM award a JOIN decision d ON d.id = a.decision_id"
                         " WHERE d.number = '124/QĐ-UBND' ORDER BY a.position LIMIT 1");
  window = open_record (&demo, person);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "2 awards"));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "124/QĐ-UBND"));

  /* An act elsewhere is seen at once; what was taken back stays in sight. */
  revocation->award_id = award;
  bv_text_set (&revocation->number, "300/QĐ-UBND");
  bv_text_set (&revocation->on_date, "2023-03-25");
  bv_text_set (&revocation->ground, "fraud");
  bv_revocation_save_act (demo.store, revocation, NULL, &error);
  g_assert_no_error (error);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (window), "300/QĐ-UBND") != NULL);
  bv_app_test_wait (bv_record_window_is_settled (window));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "1 award"));
  bv_app_test_picture (GTK_WIDGET (window), "record-timeline");
  bv_record_window_show_view (window, "sections");
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "record-sections");

  bv_record_window_show_view (window, "extract");
  bv_app_test_wait (bv_record_window_is_settled (window));
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "record-extract");
  path = g_build_filename (folder, "trich-luc.pdf", NULL);
  bv_record_window_save (window, path);
  bv_app_test_wait (g_file_test (path, G_FILE_TEST_EXISTS));
  bv_app_test_settle ();
  g_remove (path);
  g_rmdir (folder);

  /* A line leads to its decision in the window below. */
  bv_record_window_show_view (window, "timeline");
  row = bv_app_test_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, 0);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.window), "124/QĐ-UBND"));
  /* One of another year is shown in its own. */
  row = bv_app_test_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, 1);
  g_signal_emit_by_name (row, "activated");
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (demo.window), "102/QĐ-UBND of") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

static void
test_merged (void)
{
  BvTestDemo demo;
  BvRecordWindow *window;
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *unit = bv_unit_new ();
  gint64 first;
  gint64 second;

  bv_test_demo_set_up (&demo, "register", 2022);
  first = query (&demo,
                 "SELECT a.subject_id FROM award a JOIN unit u ON u.subject_id = a.subject_id"
                 " WHERE u.kind = 'commune' GROUP BY 1 ORDER BY count (*) DESC, 1 LIMIT 1");
  second = query (&demo, "SELECT a.subject_id FROM award a JOIN unit u ON u.subject_id"
                         " = a.subject_id WHERE u.kind = 'commune' GROUP BY 1"
                         " ORDER BY count (*) DESC, 1 LIMIT 1 OFFSET 1");
  g_assert_cmpint (first, !=, second);
  bv_text_set (&unit->name, "Xã Thử Sáp Nhập");
  bv_text_set (&unit->kind, "commune");
  unit->parent_id = query (&demo, "SELECT subject_id FROM unit WHERE parent_id IS NULL");
  bv_text_set (&succession->manner, "merge");
  g_array_append_val (succession->predecessors, first);
  g_array_append_val (succession->predecessors, second);
  g_ptr_array_add (succession->successors, unit);
  bv_text_set (&succession->on_date, "2023-03-01");
  bv_register_succeed_units (demo.store, succession, NULL, &error);
  g_assert_no_error (error);
  window = open_record (&demo, unit->id);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "as “Xã "));
  bv_app_test_picture (GTK_WIDGET (window), "record-merged");
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

static void
test_empty (void)
{
  BvTestDemo demo;
  BvRecordWindow *window;
  gint64 unit;

  bv_test_demo_set_up (&demo, "register", 2022);
  unit = query (&demo, "SELECT u.subject_id FROM unit u WHERE NOT EXISTS (SELECT 1 FROM award a"
                       " WHERE a.subject_id = u.subject_id) ORDER BY 1 DESC LIMIT 1");
  window = open_record (&demo, unit);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Nothing on record yet"));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/record-window/person", test_person);
  g_test_add_func ("/record-window/merged", test_merged);
  g_test_add_func ("/record-window/empty", test_empty);
  return g_test_run ();
}
