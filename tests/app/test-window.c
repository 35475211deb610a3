// SPDX-License-Identifier: GPL-3.0-or-later
/* The window: every page and dialog comes up without a warning; what cannot be opened is told and left
 * as it is; search, preferences, year, undo. */

#include "bv-app-test.h"

#include "bv-page-registry.h"
#include "bv-settings.h"
#include "bv-toast.h"
#include "dialogs/bv-preferences.h"
#include "dialogs/bv-import-window.h"
#include "dialogs/bv-search-window.h"
#include "office/bv-office.h"
#include "office/bv-register.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* Fatal warnings make this a test of every template and of every first read. */
static void
test_every_page (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  guint n_pages;
  const BvPageInfo *pages = bv_page_registry_list (&n_pages);
  g_assert_cmpuint (n_pages, >=, 2);
  for (guint i = 0; i < n_pages; i++)
    {
      bv_window_show_page (window, pages[i].id);
      BvPage *page = bv_window_get_page (window);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (page), pages[i].get_type ()));
      bv_app_test_wait (bv_page_is_settled (page));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
    }
  /* Another year refreshes the page in front; the label tells it. */
  bv_window_show_page (window, "overview");
  bv_window_set_year (window, 2019);
  bv_app_test_wait (bv_page_is_settled (bv_window_get_page (window)));
  g_autofree char *year = g_strdup_printf (_ ("Year %d"), 2019);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), year));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* A sidebar that a screen reader finds its way in. */
static void
test_accessible (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  GtkWidget *entry = bv_app_test_find_label (GTK_WIDGET (window), _ ("Register"));
  g_assert_nonnull (entry);
  GtkWidget *sidebar = gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       _ ("Pages"));
  const char *const actions[] = { "win.search", "win.previous-year", "win.next-year" };
  const char *const names[] = { N_ ("Search everywhere"), N_ ("Previous year"), N_ ("Next year") };
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *button = bv_app_test_find_button (GTK_WIDGET (window), actions[i]);
      g_assert_nonnull (button);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           _ (names[i]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static void
test_search (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  BvSearchWindow *search = BV_SEARCH_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_SEARCH_WINDOW));
  GtkWidget *entry = bv_app_test_find (GTK_WIDGET (search), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "muong bu");
  bv_app_test_wait (bv_search_window_get_n_matches (search) > 0);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (search), "Trường THCS Mường Bú"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "quy deo");
  bv_app_test_wait (!bv_search_window_is_loading (search)
                    && bv_app_test_find_label (GTK_WIDGET (search), "Đèo Thị Quý") != NULL);
  bv_app_test_picture (GTK_WIDGET (search), "search");
  /* Enter opens it. */
  g_signal_emit_by_name (entry, "activate");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_SEARCH_WINDOW) == 0);
  GtkWidget *page = GTK_WIDGET (bv_window_get_page (window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, "BvRegisterPage");
  BvListView *people = BV_LIST_VIEW (bv_app_test_find (page, BV_TYPE_LIST_VIEW, 0));
  bv_app_test_wait (bv_list_view_get_selected (people) != 0);
  guint position = bv_row_list_find (bv_list_view_get_rows (people),
                                     bv_list_view_get_selected (people));
  g_autoptr (BvRow)
    row = g_list_model_get_item (G_LIST_MODEL (bv_list_view_get_rows (people)), position);
  g_assert_cmpstr (bv_row_get_text (row, BV_PEOPLE_COLUMN_NAME), ==, "Đèo Thị Quý");
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static void
test_preferences (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  GtkWidget *preferences = bv_app_test_wait_toplevel (BV_TYPE_PREFERENCES);
  bv_app_test_wait (!bv_preferences_is_loading (BV_PREFERENCES (preferences)));
  bv_app_test_picture (preferences, "preferences-1");
  const char *const pictures[] = { "preferences-2", "preferences-3" };
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      GtkWidget *page = bv_app_test_find (preferences, ADW_TYPE_PREFERENCES_PAGE, i + 1);
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (preferences),
                                               ADW_PREFERENCES_PAGE (page));
      bv_app_test_picture (preferences, pictures[i]);
    }
  GtkWidget *period = bv_app_test_find_row (preferences, "Ủy ban nhân dân huyện Mường La");
  g_assert_nonnull (period);

  /* The commune that follows the district, as an act of its own. */
  gtk_widget_activate_action (preferences, "preferences.add-signer", NULL);
  GtkWidget *editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  GtkWidget *name = bv_app_test_find_row (editor, _ ("Full _name"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Hoàng Văn Kháy");
  GtkWidget *post = bv_app_test_find_row (editor, _ ("_Post, as printed"));
  gtk_editable_set_text (GTK_EDITABLE (post), "CHỦ TỊCH");
  gtk_widget_activate_action (editor, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_row (preferences, "Hoàng Văn Kháy") != NULL);

  GtkWidget *nearly = bv_app_test_find (preferences, GTK_TYPE_SPIN_BUTTON, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (nearly), 85);
  g_autoptr (GError) error = NULL;
  gint64 stored = 0;
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  while (stored != 85 && g_get_monotonic_time () < until)
    {
      bv_app_test_turn ();
      g_autoptr (BvLease) lease = bv_store_lease (store, &error);
      g_assert_no_error (error);
      stored = bv_setting_get_int (bv_lease_connection (lease), BV_SETTING_NEARLY_PERCENT, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (stored, ==, 85);
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* Opens a file of @bytes: the title of the page that tells about it. The file stays as it was. */
static void
check_problem (const char *bytes, gsize length, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-app-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "bad.bangvang", NULL);
  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  BvWindow *window = bv_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  bv_window_open_path (window, path);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (window), title) != NULL);
  g_assert_null (bv_window_get_store (window));
  g_assert_nonnull (bv_app_test_find_button (GTK_WIDGET (window), "win.retry-open"));
  g_assert_nonnull (bv_app_test_find_button (GTK_WIDGET (window), "win.open"));
  bv_app_test_picture (GTK_WIDGET (window), "problem");
  if (bytes != NULL)
    {
      g_autofree char *now = NULL;
      gsize now_length;
      g_assert_true (g_file_get_contents (path, &now, &now_length, &error));
      g_assert_cmpmem (now, now_length, bytes, length);
    }
  else
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_file_delete (file, NULL, NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_assert_true (g_file_delete (directory, NULL, &error));
}

static void
test_problems (void)
{
  char noise[5000];
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (char) (i * 2654435761u >> 13);
  check_problem (NULL, 0, _ ("The file is not there"));
  check_problem (noise, sizeof noise, _ ("The file is damaged"));
}

/* A file that is open elsewhere: told, and opened by "Try again" once it is free. */
static void
test_held (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  bv_window_open_path (window, bv_store_get_path (store));
  bv_app_test_wait (
    bv_app_test_find_label (GTK_WIDGET (window), _ ("Another program holds the file")) != NULL);
  bv_store_close (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.retry-open", NULL);
  bv_app_test_wait (bv_window_get_store (window) != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* A file that can only be read: the window shows it, with the store's own reason, and writes nothing. */
static void
test_read_only (void)
{
  BvStore *store = bv_app_test_new_office ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (bv_store_get_path (store));
  bv_store_close (store);
  g_autoptr (BvStore) reader = bv_store_open (path, BV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  BvWindow *window = bv_app_test_new_window (reader);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (window), bv_store_get_read_only_reason (reader)));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_store_close (reader);
  bv_app_test_drop_store (store);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder)
    builder = gtk_builder_new_from_resource ("/vn/bangvang/BangVang/gtk/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (overlay);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (overlay));
  bv_app_test_picture (GTK_WIDGET (overlay), "shortcuts");
  gtk_window_destroy (overlay);
}

/* The way out of a narrow window: the page takes the place of the sidebar and leads back. */
static void
test_narrow (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 700);
  bv_window_set_store (window, store);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  bv_window_show_page (window, "register");
  GtkWidget *leaflet = bv_app_test_find (GTK_WIDGET (window), ADW_TYPE_LEAFLET, 0);
  bv_app_test_wait (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  GtkWidget *page = GTK_WIDGET (bv_window_get_page (window));
  bv_app_test_wait (gtk_widget_get_mapped (page));
  GtkWidget *back = bv_app_test_find_button (page, "win.back");
  g_assert_true (gtk_widget_get_visible (back));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  bv_app_test_wait (!gtk_widget_get_mapped (page));

  /* Made wide again, the sidebar takes no more than it needs. */
  GtkWidget *sidebar = gtk_widget_get_last_child (leaflet);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  bv_app_test_wait (!adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  bv_app_test_wait (gtk_widget_get_mapped (page)
                    && adw_leaflet_get_child_transition_running (ADW_LEAFLET (leaflet)) == FALSE);
  bv_app_test_settle ();
  bv_app_test_wait (gtk_widget_get_width (sidebar) == 248);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* A spreadsheet is taken for what the page in front lists, from the menu, the keys and by dropping. */
static void
test_import_here (void)
{
  static const struct
  {
    const char *page;
    const char *code;
  } cases[] = { { "overview", "people" },
                { "register", "people" },
                { "indicators", "indicators" },
                { "decisions", "awards" } };
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 decision_id = -1;
      bv_window_show_page (window, cases[i].page);
      bv_app_test_wait (bv_page_is_settled (bv_window_get_page (window)));
      g_assert_cmpstr (bv_page_get_import_target (bv_window_get_page (window), &decision_id), ==,
                       cases[i].code);
      g_assert_cmpint (decision_id, ==, 0);
    }
  /* No decision yet: the empty page offers both ways to begin. */
  GtkWidget *offer = bv_app_test_find_button (GTK_WIDGET (bv_window_get_page (window)),
                                              "win.import-here");
  g_assert_nonnull (offer);
  gtk_widget_activate_action (offer, "win.import-here", NULL);
  GtkWidget *assistant = bv_app_test_wait_toplevel (BV_TYPE_IMPORT_WINDOW);
  GtkWidget *choose = bv_app_test_find_button (assistant, "import.choose");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (assistant)) == choose);
  gtk_window_destroy (GTK_WINDOW (assistant));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

/* The newest message is the one that is read: it does not wait until the one before has had its time. */
static void
test_messages (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvWindow *window = bv_app_test_new_window (store);

  bv_app_test_settle ();
  bv_toast_message (GTK_WIDGET (window), "Undone: the first");
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Undone: the first"));
  bv_toast_message (GTK_WIDGET (window), "Undone: the second");
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Undone: the second"));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/window/every-page", test_every_page);
  g_test_add_func ("/app/window/accessible", test_accessible);
  g_test_add_func ("/app/window/search", test_search);
  g_test_add_func ("/app/window/preferences", test_preferences);
  g_test_add_func ("/app/window/problems", test_problems);
  g_test_add_func ("/app/window/held", test_held);
  g_test_add_func ("/app/window/read-only", test_read_only);
  g_test_add_func ("/app/window/shortcuts", test_shortcuts);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/messages", test_messages);
  g_test_add_func ("/app/window/import-here", test_import_here);
  return g_test_run ();
}
