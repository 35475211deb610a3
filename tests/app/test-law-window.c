// SPDX-License-Identifier: GPL-3.0-or-later
/* Law and rules in the real window: an award read under two laws, a rule changed and taken back, a title of the place from
 * its first fault to its end. */
#include "bv-test-demo.h"
#include "bv-test-folder.h"

#include "dialogs/bv-law-window.h"
#include "dialogs/bv-preferences.h"
#include "merit/bv-law-file.h"
#include "merit/bv-local-title.h"
#include "office/bv-setting.h"
#include "widgets/bv-form.h"
#include "widgets/bv-law-view.h"

#include <glib/gstdio.h>

static BvLawWindow *
open_window (BvTestDemo *demo)
{
  BvLawWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.law", NULL);
  window = BV_LAW_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_LAW_WINDOW));
  bv_app_test_wait (!bv_law_window_is_loading (window));
  bv_app_test_settle ();
  return window;
}

/* The row chosen in the list is brought into sight. */
static void
wait_scrolled (BvLawWindow *window)
{
  GtkWidget *list = bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, 0);
  GtkWidget *scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);

  bv_app_test_wait (
    gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)))
    > 0);
  bv_app_test_settle ();
}

/* Down to the conditions of a collective. */
static void
scroll_to_tree (BvLawWindow *window)
{
  GtkWidget *view = bv_app_test_find (GTK_WIDGET (window), BV_TYPE_LAW_VIEW, 0);
  GtkWidget *label = bv_app_test_find_label (view, "Công trạng, tập thể");
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, view, &bounds));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            bounds.origin.y);
  bv_app_test_settle ();
}

static void
close_window (BvLawWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_LAW_WINDOW) == 0);
}

static GtkWidget *
wait_form (void)
{
  GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);

  bv_app_test_settle ();
  return window;
}

static void
wait_saved (BvLawWindow *window)
{
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_app_test_wait (!bv_law_window_is_loading (window));
  bv_app_test_settle ();
}

static char *
get_setting (BvTestDemo *demo, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  char *value = bv_setting_get (bv_lease_connection (lease), key, &error);

  g_assert_no_error (error);
  return value;
}

static guint
count_titles (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  g_autoptr (GPtrArray) titles = bv_local_title_list (bv_lease_connection (lease), &error);

  g_assert_no_error (error);
  return titles->len;
}

/* Opens, shows every tab, takes pictures: asserts nothing about words, so that it may run in Vietnamese. */
static void
test_pictures (void)
{
  BvTestDemo demo;
  BvLawWindow *window;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  window = open_window (&demo);
  g_assert_nonnull (bv_app_test_find (GTK_WIDGET (window), BV_TYPE_LAW_VIEW, 0));
  wait_scrolled (window);
  bv_app_test_picture (GTK_WIDGET (window), "law-award");
  g_assert_true (bv_law_window_show_award (window, "luat-2022-nd152", "HCLD3"));
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "law-ladder");
  scroll_to_tree (window);
  bv_app_test_picture (GTK_WIDGET (window), "law-tree");
  g_assert_true (bv_law_window_show_award (window, "luat-2026", "TTLDTT"));
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "law-amended");
  g_assert_false (bv_law_window_show_award (window, "luat-2022-nd152", "GKH"));
  bv_law_window_show_tab (window, "rules");
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "law-rules");
  bv_law_window_show_tab (window, "titles");
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "law-titles-empty");
  close_window (window);
  bv_test_demo_tear_down (&demo);
}

static void
test_law (void)
{
  BvTestDemo demo;
  BvLawWindow *window;
  GtkWidget *view;
  GtkWidget *regimes;
  GtkWidget *search;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  window = open_window (&demo);
  /* 2023-03-27: the law of 2003. */
  view = bv_app_test_find (GTK_WIDGET (window), BV_TYPE_LAW_VIEW, 0);
  g_assert_nonnull (bv_app_test_find_label (view, "Chiến sĩ thi đua cơ sở"));
  g_assert_nonnull (
    bv_app_test_find_label (view, "At most 15 % of those in the unit who hold LĐTT"));
  g_assert_nonnull (bv_app_test_find_label (view, "not verified"));
  g_assert_null (bv_app_test_find_label (view, "One of these:"));

  /* The same award under the law of 2022. */
  regimes = bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (regimes), 1);
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (view, "One of these:"));
  g_assert_nonnull (bv_app_test_find_label (view, "No quota is set."));
  g_assert_null (bv_app_test_find_label (view, "At most 15 %"));

  /* What is typed finds without marks; the row chosen is shown. */
  /* The first entry is the drop-down's own. */
  search = bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "tap the lao dong xuat sac");
  bv_app_test_settle ();
  {
    GtkWidget *list = bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, 0);
    GtkWidget *shown = NULL;
    guint n = 0;

    for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row))
        {
          shown = row;
          n++;
        }
    g_assert_cmpuint (n, ==, 1);
    gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (shown));
  }
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (view, "Tập thể lao động xuất sắc"));
  close_window (window);
  bv_test_demo_tear_down (&demo);
}

static void
test_rule (void)
{
  BvTestDemo demo;
  BvLawWindow *window;
  GtkWidget *row;
  GtkWidget *form_window;
  BvForm *form;
  g_autofree char *saved = NULL;
  g_autofree char *back = NULL;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  window = open_window (&demo);
  bv_law_window_show_tab (window, "rules");
  row = bv_app_test_find_row (GTK_WIDGET (window), "Quorum of the council");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  form_window = wait_form ();
  bv_app_test_picture (form_window, "law-rule");
  form = bv_form_window_get_form (BV_FORM_WINDOW (form_window));
  /* What cannot be: said under the field, nothing stored. */
  bv_form_set_text (form, "value", "3/2");
  gtk_widget_activate_action (form_window, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (form_window, "“3/2” is no share of a whole"));
  bv_form_set_text (form, "value", "1/2");
  gtk_widget_activate_action (form_window, "form.save", NULL);
  wait_saved (window);
  saved = get_setting (&demo, BV_SETTING_RULE_QUORUM);
  g_assert_cmpstr (saved, ==, "1/2");
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "at least 1/2"));
  /* Ctrl+Z in this window takes it back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "law.undo", NULL);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (window), "at least 1/2") == NULL
                    && !bv_law_window_is_loading (window));
  back = get_setting (&demo, BV_SETTING_RULE_QUORUM);
  g_assert_cmpstr (back, ==, "2/3");
  close_window (window);
  bv_test_demo_tear_down (&demo);
}

static void
test_title (void)
{
  BvTestDemo demo;
  BvLawWindow *window;
  GtkWidget *form_window;
  GtkWidget *row;
  BvForm *form;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  window = open_window (&demo);
  bv_law_window_show_tab (window, "titles");
  gtk_widget_activate_action (GTK_WIDGET (window), "law.add-title", NULL);
  form_window = wait_form ();
  form = bv_form_window_get_form (BV_FORM_WINDOW (form_window));
  bv_form_set_text (form, "name", "Danh hiệu \"Người tốt, việc tốt\"");
  bv_form_set_text (form, "abbreviation", "NTVT");
  bv_form_set_text (form, "code", "CSTDCS");
  bv_form_set_text (form, "who", "Chủ tịch Ủy ban nhân dân huyện");
  bv_form_set_text (form, "basis", "Quyết định số 99/2020/QĐ-UBND ngày 23/5/2020");
  bv_form_set_text (form, "from_date", "2020-05-23");
  bv_form_set_text (form, "coefficient", "0,3");
  /* The code is one of the law's. */
  gtk_widget_activate_action (form_window, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (form_window, "The code CSTDCS is taken"));
  bv_app_test_picture (form_window, "law-title");
  g_assert_cmpuint (count_titles (&demo), ==, 0);
  bv_form_set_text (form, "code", "NTVT");
  gtk_widget_activate_action (form_window, "form.save", NULL);
  wait_saved (window);
  g_assert_cmpuint (count_titles (&demo), ==, 1);
  bv_app_test_picture (GTK_WIDGET (window), "law-titles");
  /* It stands among the awards. */
  g_assert_true (bv_law_window_show_award (window, NULL, "NTVT"));

  /* Changed, then taken away. */
  row = bv_app_test_find_row (GTK_WIDGET (window), "Danh hiệu \"Người tốt, việc tốt\"");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  form_window = wait_form ();
  form = bv_form_window_get_form (BV_FORM_WINDOW (form_window));
  {
    g_autofree char *coefficient = bv_form_get_text (form, "coefficient");

    g_assert_cmpstr (coefficient, ==, "0,3");
  }
  g_signal_emit_by_name (bv_app_test_find_button (form_window, "_Delete"), "clicked");
  wait_saved (window);
  g_assert_cmpuint (count_titles (&demo), ==, 0);
  g_assert_false (bv_law_window_show_award (window, NULL, "NTVT"));
  close_window (window);
  bv_test_demo_tear_down (&demo);
}

static char **
list_files (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  char **names = bv_law_file_list (bv_lease_connection (lease), &error);

  g_assert_no_error (error);
  return names;
}

/* A file of law of the office: a faulty one is told of and not kept; a right one changes the law, and can be removed. */
static void
test_file (void)
{
  BvTestDemo demo;
  BvLawWindow *window;
  GtkWidget *dialog;
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "fixtures", "regimes",
                                                   "change.json", NULL);
  g_autofree char *folder = bv_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bv-faulty-law.json", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) removed = NULL;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  window = open_window (&demo);
  g_file_set_contents (path, "{ \"format\": 2, \"awards\": [] }", -1, &error);
  g_assert_no_error (error);
  bv_law_window_add_file (window, path);
  dialog = bv_app_test_wait_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (bv_app_test_find_label (dialog, "regimes/bv-faulty-law.json, $.awards"));
  bv_app_test_picture (dialog, "law-file-refused");
  gtk_window_close (GTK_WINDOW (dialog));
  bv_app_test_settle ();
  bv_test_folder_remove (folder);
  none = list_files (&demo);
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  bv_law_window_add_file (window, sample);
  bv_app_test_wait (bv_law_window_show_award (window, "luat-2022-nd98", "KNC")
                    && bv_app_test_find_label (GTK_WIDGET (window), "tỉnh Thử Nghiệm") != NULL);
  one = list_files (&demo);
  g_assert_cmpstr (one[0], ==, "change.json");
  bv_app_test_wait (!bv_law_window_is_loading (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "law.remove-file", "s", "change.json");
  bv_app_test_wait (bv_law_window_show_award (window, "luat-2022-nd98", "KNC")
                    && bv_app_test_find_label (GTK_WIDGET (window), "tỉnh Thử Nghiệm") == NULL);
  removed = list_files (&demo);
  g_assert_cmpuint (g_strv_length (removed), ==, 0);
  close_window (window);
  bv_test_demo_tear_down (&demo);
}

static void
test_from_preferences (void)
{
  BvTestDemo demo;
  BvPreferences *preferences;
  GtkWidget *row;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  preferences = bv_preferences_present (GTK_WINDOW (demo.window), demo.store);
  bv_app_test_wait (!bv_preferences_is_loading (preferences));
  row = bv_app_test_find_row (GTK_WIDGET (preferences), "Law and rules…");
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "preferences.law", NULL);
  close_window (BV_LAW_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_LAW_WINDOW)));
  gtk_window_close (GTK_WINDOW (preferences));
  bv_app_test_settle ();
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char *argv[])
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/law/pictures", test_pictures);
  g_test_add_func ("/law/award", test_law);
  g_test_add_func ("/law/rule", test_rule);
  g_test_add_func ("/law/title", test_title);
  g_test_add_func ("/law/file", test_file);
  g_test_add_func ("/law/preferences", test_from_preferences);
  return g_test_run ();
}
