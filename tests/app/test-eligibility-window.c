// SPDX-License-Identifier: GPL-3.0-or-later
/* Who may get what, in the window: a subject's awards, the office's people, and asking again when something changed. */
#include "bv-test-demo.h"
#include "bv-test-window.h"

#include "dialogs/bv-eligibility-window.h"
#include "merit/bv-rating.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "widgets/bv-findings-view.h"

static gint64
find_subject (BvStore *store, const char *name, int kind)
{
  g_autoptr (BvRowList) rows = bv_row_list_new (store, bv_register_subjects_source (name, kind));

  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), >, 0);
  return bv_row_list_get_id (rows, 0);
}

static BvEligibilityWindow *
present (BvTestDemo *demo, gint64 subject)
{
  BvEligibilityWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.may-get", "x", subject);
  dialog = BV_ELIGIBILITY_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_ELIGIBILITY_WINDOW));
  bv_app_test_wait (!bv_eligibility_window_is_loading (dialog));
  bv_app_test_settle ();
  return dialog;
}

static void
test_subject (void)
{
  BvTestDemo demo;
  BvEligibilityWindow *dialog;
  g_autoptr (GError) error = NULL;
  gint64 person;
  guint n_all;

  bv_test_demo_set_up (&demo, "register", 2022);
  person = find_subject (demo.store, "Hoàng Văn Ơn", BV_SUBJECT_PERSON);
  dialog = present (&demo, person);
  n_all = bv_eligibility_window_get_n_lines (dialog);
  g_assert_cmpuint (n_all, >, 20);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (dialog), "Choose a line"));
  bv_eligibility_window_select (dialog, person, "LDTT");
  bv_app_test_settle ();
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (dialog), "No rating of 2022 is on record."));
  bv_app_test_picture (GTK_WIDGET (dialog), "eligibility-subject");

  /* What was missing is recorded: the window asks again by itself. */
  bv_rating_set_grade_act (demo.store, &person, 1, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (dialog), "Rated for 2022: Good.") != NULL);

  /* Another law of another manner: fewer ways. */
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (bv_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN, 1)),
    BV_MANNER_SUDDEN);
  bv_app_test_wait (bv_eligibility_window_get_n_lines (dialog) < n_all);
  /* Two drop-downs before it have a search of their own inside. */
  gtk_editable_set_text (
    GTK_EDITABLE (bv_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 2)), "giay khen");
  bv_app_test_wait (bv_eligibility_window_get_n_lines (dialog) < 10);
  g_assert_cmpuint (bv_eligibility_window_get_n_lines (dialog), >, 0);
  gtk_window_close (GTK_WINDOW (dialog));
  bv_test_demo_tear_down (&demo);
}

static gboolean
clear_class (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE person SET worker_class = '' WHERE subject_id = ?1", "i",
                            *(gint64 *) user_data);
}

/* One record behind many awards is said once above them, and leads to where it is entered. */
static void
test_remedies (void)
{
  BvTestDemo demo;
  BvEligibilityWindow *dialog;
  g_autoptr (GError) error = NULL;
  GtkWidget *label;
  gint64 person;

  bv_test_demo_set_up (&demo, "ratings", 2022);
  person = find_subject (demo.store, "Hoàng Văn Ơn", BV_SUBJECT_PERSON);
  bv_store_act (demo.store, "Clear the kind of worker", BV_ACT_NONE, clear_class, &person, NULL,
                NULL, &error);
  g_assert_no_error (error);
  dialog = present (&demo, person);
  label = bv_app_test_find_label (GTK_WIDGET (dialog),
                                  "→ Record the kind of worker of Hoàng Văn Ơn");
  g_assert_nonnull (label);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (dialog), "19 awards can be judged then"));
  bv_app_test_picture (GTK_WIDGET (dialog), "eligibility-remedies");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  bv_app_test_settle ();
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (bv_window_get_page (demo.window)), "Hoàng Văn Ơn"));
  gtk_window_close (GTK_WINDOW (dialog));
  bv_test_demo_tear_down (&demo);
}

static void
test_office (void)
{
  BvTestDemo demo;
  BvEligibilityWindow *dialog;
  GtkWidget *verdict;
  gint64 person;
  g_autoptr (GError) error = NULL;
  guint n_all;

  bv_test_demo_set_up (&demo, "register", 2022);
  person = find_subject (demo.store, "Hoàng Văn Ơn", BV_SUBJECT_PERSON);
  bv_rating_set_grade_act (demo.store, &person, 1, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  dialog = present (&demo, 0);
  n_all = bv_eligibility_window_get_n_lines (dialog);
  g_assert_cmpuint (n_all, ==, 406);
  bv_eligibility_window_select (dialog, person, "CSTDCS");
  bv_app_test_settle ();
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (dialog), "Has not been given LĐTT/CSTT for 2022."));
  bv_app_test_picture (GTK_WIDGET (dialog), "eligibility-office");
  verdict = bv_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (verdict), 1);
  bv_app_test_settle ();
  g_assert_cmpuint (bv_eligibility_window_get_n_lines (dialog), ==, 0);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (dialog), "Nothing found"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (verdict), 0);
  bv_app_test_settle ();
  g_assert_cmpuint (bv_eligibility_window_get_n_lines (dialog), ==, n_all);
  gtk_window_close (GTK_WINDOW (dialog));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/eligibility-window/subject", test_subject);
  g_test_add_func ("/eligibility-window/remedies", test_remedies);
  g_test_add_func ("/eligibility-window/office", test_office);
  return g_test_run ();
}
