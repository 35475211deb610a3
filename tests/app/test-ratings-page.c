// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of ratings on the demo district: a unit rated at once, corrected by keys, the cap, points, records. */
#include "bv-test-demo.h"
#include "bv-test-window.h"

#include "base/bv-text.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"
#include "merit/bv-rating.h"
#include "office/bv-unit.h"
#include "pages/bv-rating-units.h"
#include "pages/bv-ratings-page.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"
#include "widgets/bv-meter.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SCHOOL "Trường Tiểu học và Trung học cơ sở Tạ Bú"

static gint64
find_unit (BvTestDemo *demo, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 id = 0;

  bv_unit_find (bv_lease_connection (lease), name, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static BvRating *
find_rating (BvTestDemo *demo, gint64 id, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvRating *rating = bv_rating_find (bv_lease_connection (lease), id, year, &error);

  g_assert_no_error (error);
  return rating;
}

static BvListView *
get_list (BvTestDemo *demo, guint nth)
{
  return BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_LIST_VIEW, nth));
}

static gint64
get_id (BvListView *list, guint position)
{
  return bv_row_list_get_id (bv_list_view_get_rows (list), position);
}

static gint64
get_cell (BvListView *list, guint position, guint column)
{
  g_autoptr (BvRow)
    row = g_list_model_get_item (G_LIST_MODEL (bv_list_view_get_rows (list)), position);

  return bv_row_get_int (row, column);
}

static void
show_school (BvTestDemo *demo, int year)
{
  bv_test_demo_set_up (demo, "ratings", year);
  bv_test_demo_settle (demo);
  bv_ratings_page_show_unit (BV_RATINGS_PAGE (demo->page), find_unit (demo, SCHOOL));
  bv_test_demo_settle (demo);
  g_assert_cmpuint (bv_list_view_get_n_rows (get_list (demo, 0)), ==, 16);
}

static guint
count_rated (BvTestDemo *demo, BvListView *list, int year, BvGrade grade)
{
  guint n = 0;

  for (guint i = 0; i < bv_list_view_get_n_rows (list); i++)
    {
      g_autoptr (BvRating) rating = find_rating (demo, get_id (list, i), year);

      n += rating->id != 0 && rating->grade == grade;
    }
  return n;
}

static const char *
get_undo_toast_title (BvTestDemo *demo)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (demo->window), "bv-undo-toast");

  return toast == NULL ? NULL : adw_toast_get_title (toast);
}

static void
test_keys (void)
{
  BvTestDemo demo;
  BvListView *list;
  gint64 first, second, third;
  g_autofree char *title = NULL;

  show_school (&demo, 2022);
  list = get_list (&demo, 0);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.apply", "s", "HTT");
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_GOOD) == 16);
  bv_test_demo_settle (&demo);
  title = bv_test_demo_last_act (&demo);
  g_assert_nonnull (strstr (title, SCHOOL));

  /* Four keys without waiting: each rates one person and goes on. */
  first = get_id (list, 0);
  second = get_id (list, 1);
  third = get_id (list, 2);
  bv_list_view_select (list, first);
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_1, 0));
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_1, 0));
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_1, 0));
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_KP_3, 0));
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_EXCELLENT) == 3
                    && count_rated (&demo, list, 2022, BV_GRADE_DONE) == 1);
  bv_test_demo_settle (&demo);
  g_assert_cmpint (bv_list_view_get_selected (list), ==, get_id (list, 4));
  /* 20 % of those good: 2 of these 3 may be. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "3/2"));
  {
    /* One toast, of the newest act: the others would be told one after the other, each for seconds. It comes when the
     * act's worker has reported, which is after the file has it. */
    g_autofree char *newest = bv_test_demo_last_act (&demo);

    bv_app_test_wait (g_strcmp0 (get_undo_toast_title (&demo), newest) == 0);
  }
  bv_test_demo_pictures (&demo, "ratings");
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (demo.page), "1 of these 3 people is too many"));

  bv_list_view_select (list, second);
  bv_test_key (GTK_WIDGET (list), GDK_KEY_2, 0);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_EXCELLENT) == 2);
  bv_test_demo_settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "2/2"));
  g_assert_null (bv_app_test_find_label (GTK_WIDGET (demo.page), "too many"));
  bv_list_view_select (list, third);
  bv_test_key (GTK_WIDGET (list), GDK_KEY_0, 0);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_NONE) == 1);
  bv_test_demo_settle (&demo);
  bv_list_view_select (list, third);
  bv_test_key (GTK_WIDGET (list), GDK_KEY_Delete, 0);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_NONE) == 0);
  bv_store_undo (demo.store, 0, NULL, NULL, NULL);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_NONE) == 1);
  bv_test_demo_tear_down (&demo);
}

/* Several people at once: one key, one act; Shift with the arrows is left to the list. */
static void
test_several (void)
{
  BvTestDemo demo;
  BvListView *list;
  g_autofree char *title = NULL;
  GtkWidget *rows;

  show_school (&demo, 2022);
  list = get_list (&demo, 0);
  rows = bv_app_test_find (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW, 0);
  g_assert_true (gtk_widget_activate_action (rows, "list.select-all", NULL));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "16 selected"));
  g_assert_false (bv_test_key (GTK_WIDGET (list), GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_3, 0));
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_DONE) == 16);
  bv_test_demo_settle (&demo);
  title = bv_test_demo_last_act (&demo);
  g_assert_true (g_str_has_prefix (title, "Rate 16 for 2022"));
  /* They are still selected: one more key corrects them all. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "16 selected"));
  bv_test_demo_pictures (&demo, "ratings-several");
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_Delete, 0));
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_DONE) == 0);
  bv_store_undo (demo.store, 0, NULL, NULL, NULL);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_DONE) == 16);
  bv_test_demo_settle (&demo);
  bv_test_demo_tear_down (&demo);
}

static void
test_points (void)
{
  BvTestDemo demo;
  BvListView *list;
  GtkWidget *general, *result;
  gint64 first, second;

  /* Points came with the law of 2026; a year to come cannot be rated. */
  g_setenv ("BV_TODAY", "2026-12-20", TRUE);
  show_school (&demo, 2026);
  list = get_list (&demo, 0);
  first = get_id (list, 0);
  second = get_id (list, 1);
  bv_list_view_select (list, first);
  g_assert_true (bv_test_key (GTK_WIDGET (list), GDK_KEY_p, 0));
  general = bv_app_test_find (GTK_WIDGET (demo.page), GTK_TYPE_ENTRY, 0);
  result = bv_app_test_find (GTK_WIDGET (demo.page), GTK_TYPE_ENTRY, 1);
  g_assert_true (gtk_widget_get_mapped (general));
  gtk_editable_set_text (GTK_EDITABLE (general), "28,5");
  gtk_editable_set_text (GTK_EDITABLE (result), "6x");
  g_signal_emit_by_name (result, "activate");
  g_assert_true (gtk_widget_has_css_class (result, "error"));
  gtk_editable_set_text (GTK_EDITABLE (result), "66");
  g_signal_emit_by_name (result, "activate");
  bv_app_test_wait (count_rated (&demo, list, 2026, BV_GRADE_EXCELLENT) == 1);
  bv_test_demo_settle (&demo);
  {
    g_autoptr (BvRating) rating = find_rating (&demo, first, 2026);

    g_assert_cmpint (bv_rating_get_points (rating), ==, 9450);
  }
  g_assert_cmpint (bv_list_view_get_selected (list), ==, second);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (result)), ==, "");
  bv_test_demo_pictures (&demo, "ratings-points");

  /* Against the points: the form says why, and the reason is kept. */
  bv_list_view_select (list, first);
  bv_test_key (GTK_WIDGET (list), GDK_KEY_2, 0);
  {
    GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
    BvForm *form = bv_form_window_get_form (BV_FORM_WINDOW (window));

    bv_app_test_wait (gtk_widget_get_mapped (window));
    bv_app_test_settle ();
    bv_form_set_text (form, "override_reason", "Theo kết luận của cấp ủy");
    bv_app_test_picture (window, "rating-reason");
    g_assert_nonnull (bv_app_test_find_label (window, "94,5 points give"));
    gtk_widget_activate_action (window, "form.save", NULL);
    bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  }
  {
    g_autoptr (BvRating) rating = find_rating (&demo, first, 2026);

    g_assert_cmpint (rating->grade, ==, BV_GRADE_GOOD);
    g_assert_cmpstr (rating->override_reason, ==, "Theo kết luận của cấp ủy");
  }
  bv_test_demo_tear_down (&demo);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

static void
test_units (void)
{
  BvTestDemo demo;
  BvListView *units;
  GtkWidget *tabs;

  bv_test_demo_set_up (&demo, "ratings", 2022);
  bv_test_demo_settle (&demo);
  tabs = gtk_widget_get_ancestor (GTK_WIDGET (get_list (&demo, 1)), GTK_TYPE_STACK);
  gtk_stack_set_visible_child_name (GTK_STACK (tabs), "units");
  units = get_list (&demo, 1);
  bv_app_test_wait (bv_list_view_get_n_rows (units) > 100);
  bv_test_demo_settle (&demo);
  bv_list_view_select (units, find_unit (&demo, "Phòng Nội vụ"));
  bv_test_key (GTK_WIDGET (units), GDK_KEY_1, 0);
  bv_app_test_wait (count_rated (&demo, units, 2022, BV_GRADE_EXCELLENT) == 1);
  bv_test_demo_settle (&demo);
  bv_test_demo_pictures (&demo, "ratings-units");
  bv_test_demo_tear_down (&demo);
}

static void
test_records (void)
{
  BvTestDemo demo;
  BvListView *list;
  GtkWidget *window, *tabs;
  gint64 person;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) disciplines = NULL;

  show_school (&demo, 2022);
  list = get_list (&demo, 0);
  person = get_id (list, 2);
  bv_list_view_select (list, person);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.add-discipline", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "kind", "warning");
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "on_date", "2022-05-12");
  bv_app_test_picture (window, "discipline-form");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_settle (&demo);
  lease = bv_store_lease (demo.store, &error);
  disciplines = bv_discipline_list (bv_lease_connection (lease), person, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (disciplines->len, ==, 1);
  g_assert_cmpint (((BvDiscipline *) disciplines->pdata[0])->kind, ==, BV_SANCTION_WARNING);
  /* It is told in the person's row. */
  bv_app_test_wait (get_cell (list, 2, BV_RATING_COLUMN_N_SANCTIONS) == 1);

  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.add-absence", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "from_date", "2022-02-01");
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "to_date", "2022-01-01");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (
                      window, g_dgettext (GETTEXT_PACKAGE, "The end is before the beginning."))
                    != NULL);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "to_date", "2022-03-02");
  bv_app_test_picture (window, "absence-form");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_app_test_wait (get_cell (list, 2, BV_RATING_COLUMN_ABSENCE_DAYS) == 30);
  bv_test_demo_settle (&demo);
  bv_test_demo_pictures (&demo, "ratings-marks");

  tabs = gtk_widget_get_ancestor (GTK_WIDGET (get_list (&demo, 1)), GTK_TYPE_STACK);
  gtk_stack_set_visible_child_name (GTK_STACK (tabs), "discipline");
  bv_app_test_wait (bv_list_view_get_n_rows (get_list (&demo, 2)) == 1
                    && bv_list_view_get_n_rows (get_list (&demo, 3)) == 1);
  bv_test_demo_settle (&demo);
  bv_test_demo_pictures (&demo, "ratings-discipline");
  bv_test_demo_tear_down (&demo);
}

static void
test_group (void)
{
  BvTestDemo demo;
  BvListView *list;
  GtkWidget *window;

  show_school (&demo, 2022);
  list = get_list (&demo, 0);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.apply", "s", "HTT");
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_GOOD) == 16);
  bv_test_demo_settle (&demo);
  bv_list_view_select (list, get_id (list, 4));
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.group", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "task_group", "Giáo viên");
  bv_app_test_picture (window, "rating-group");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_settle (&demo);
  bv_list_view_select (list, get_id (list, 4));
  bv_test_key (GTK_WIDGET (list), GDK_KEY_1, 0);
  bv_app_test_wait (count_rated (&demo, list, 2022, BV_GRADE_EXCELLENT) == 1);
  bv_test_demo_settle (&demo);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (demo.page), "Giáo viên") != NULL);
  bv_test_demo_pictures (&demo, "ratings-groups");
  bv_test_demo_tear_down (&demo);
}

static void
test_save (void)
{
  BvTestDemo demo;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  show_school (&demo, 2022);
  folder = g_path_get_dirname (bv_store_get_path (demo.store));
  path = g_build_filename (folder, "xep-loai.pdf", NULL);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "ratings.apply", "s", "HTT");
  bv_app_test_wait (count_rated (&demo, get_list (&demo, 0), 2022, BV_GRADE_GOOD) == 16);
  bv_ratings_page_save (BV_RATINGS_PAGE (demo.page), path);
  bv_app_test_wait (g_file_test (path, G_FILE_TEST_EXISTS));
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *content = NULL;
    g_autoptr (GBytes) pdf = NULL;
    g_autofree char *text = NULL;
    gsize length;
    guint n_pages;

    g_file_get_contents (path, &content, &length, &error);
    g_assert_no_error (error);
    pdf = g_bytes_new (content, length);
    text = bv_test_demo_pdf_text (pdf, &n_pages);
    g_assert_nonnull (strstr (text, "THỦ TRƯỞNG ĐƠN VỊ"));
  }
  g_remove (path);
  bv_test_demo_settle (&demo);
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/ratings-page/keys", test_keys);
  g_test_add_func ("/ratings-page/several", test_several);
  g_test_add_func ("/ratings-page/points", test_points);
  g_test_add_func ("/ratings-page/units", test_units);
  g_test_add_func ("/ratings-page/records", test_records);
  g_test_add_func ("/ratings-page/group", test_group);
  g_test_add_func ("/ratings-page/save", test_save);
  return g_test_run ();
}
