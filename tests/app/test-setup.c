// SPDX-License-Identifier: GPL-3.0-or-later
/* The first-run assistant: from nothing to an office that is set up. */

#include "bv-app-test.h"

#include "bv-settings.h"
#include "dialogs/bv-setup.h"
#include "office/bv-base-salary.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

static BvStore *done_store;

static void
done_cb (BvSetup *setup, BvStore *store, gpointer user_data)
{
  done_store = g_object_ref (store);
}

static GtkWidget *
new_assistant (GtkWindow **window)
{
  GtkWidget *setup = bv_setup_new ();
  *window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "content", setup, "default-width", 1000,
                                      "default-height", 800, NULL));
  gtk_window_present (*window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (*window));
  return setup;
}

static void
type_into (GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = bv_app_test_find_row (root, title);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
typed_in (GtkWidget *root, const char *title)
{
  GtkWidget *row = bv_app_test_find_row (root, title);
  g_assert_nonnull (row);
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
test_whole_way (void)
{
  GtkWindow *window;
  GtkWidget *setup = new_assistant (&window);
  g_signal_connect (setup, "done", G_CALLBACK (done_cb), NULL);
  bv_app_test_picture (setup, "setup-1-start");

  gtk_widget_activate_action (setup, "setup.start", NULL);
  bv_app_test_settle ();
  GtkWidget *office = bv_app_test_find (setup, BV_TYPE_FORM, 0);
  /* Tab passes over the hint below a row, to the row after it and back. */
  /* Until 30/6/2025 most offices were those of districts. */
  g_autofree char *level = bv_form_get_text (BV_FORM (office), "periods[0].level");
  g_assert_cmpstr (level, ==, "district");
  GtkWidget *area = bv_app_test_find_row (office, _ ("_District, commune or body"));
  GtkWidget *above = bv_app_test_find_row (office, _ ("In the _province or city"));
  gtk_widget_grab_focus (area);
  gtk_widget_child_focus (office, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), above));
  gtk_widget_child_focus (office, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), area));

  /* Going on with nothing typed points at the first field that misses something. */
  gtk_widget_activate_action (setup, "setup.next", NULL);
  g_assert_true (gtk_widget_has_css_class (area, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type_into (office, _ ("_District, commune or body"), "huyện Mường La");
  type_into (office, _ ("In the _province or city"), "tỉnh Sơn La");
  g_assert_false (gtk_widget_has_css_class (area, "error"));
  g_assert_cmpstr (typed_in (office, _ ("_Issuing body")), ==, "Ủy ban nhân dân huyện Mường La");
  g_assert_cmpstr (typed_in (office, _ ("_Superior body")), ==, "Ủy ban nhân dân tỉnh Sơn La");
  /* What was corrected by hand stays, whatever is typed above. */
  type_into (office, _ ("_Place, before the date"), "Ít Ong");
  type_into (office, _ ("_District, commune or body"), "huyện Mường La ");
  g_assert_cmpstr (typed_in (office, _ ("_Place, before the date")), ==, "Ít Ong");
  bv_app_test_picture (setup, "setup-2-office");

  gtk_widget_activate_action (setup, "setup.next", NULL);
  bv_app_test_settle ();
  GtkWidget *signers = bv_app_test_find (setup, BV_TYPE_FORM, 1);
  type_into (signers, _ ("Full _name"), "Nguyễn Văn An");
  GtkWidget *prefix = bv_app_test_find_row (signers, _ ("_Form of signature"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (prefix), 2); /* KT. */
  type_into (signers, _ ("_Post, as printed"), "PHÓ CHỦ TỊCH");
  g_assert_cmpstr (typed_in (signers, _ ("For _whom")), ==, "CHỦ TỊCH");
  bv_app_test_picture (setup, "setup-3-signers");

  gtk_widget_activate_action (setup, "setup.next", NULL);
  bv_app_test_wait (bv_app_test_find_button (setup, _ ("_Start Working")) != NULL);
  bv_app_test_picture (setup, "setup-4-salary");
  g_assert_nonnull (bv_app_test_find_row (setup, "1.490.000 đồng"));
  gtk_widget_activate_action (setup, "setup.next", NULL);
  g_assert_nonnull (done_store);

  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (done_store, &error);
  g_assert_no_error (error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (BvOfficePeriod) period = bv_office_period_on (connection, "2023-03-27", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (period->name, ==, "Ủy ban nhân dân huyện Mường La");
  g_assert_cmpstr (period->place, ==, "Ít Ong");
  g_autoptr (GPtrArray) list = bv_signer_list (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  const BvSigner *signer = g_ptr_array_index (list, 0);
  g_assert_cmpstr (signer->prefix, ==, "KT.");
  g_assert_cmpstr (signer->on_behalf_of, ==, "CHỦ TỊCH");
  g_clear_pointer (&lease, bv_lease_free);
  gtk_window_destroy (window);
  bv_app_test_drop_store (done_store);
}

static void
test_file_without_office (void)
{
  BvStore *store = bv_app_test_new_store ();
  bv_store_close (store);
  BvWindow *window = bv_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  bv_window_open_path (window, bv_store_get_path (store));
  bv_app_test_wait (bv_app_test_find (GTK_WIDGET (window), BV_TYPE_SETUP, 0) != NULL);
  g_assert_null (bv_window_get_store (window));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static gboolean
is_in_vietnamese (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, 0);
  return g_list_model_get_n_items (toplevels) == 1
         && bv_app_test_find_row (window, "Thiết lập cơ quan") != NULL;
}

/* Another language takes hold at once, with a new window. Last: it changes the process. */
static void
test_language (void)
{
  g_settings_set_string (bv_settings_get (), "language", "en");
  BvWindow *window = bv_window_new (NULL);
  bv_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (bv_app_test_find_row (GTK_WIDGET (window), "Set up your office"));
  GtkWidget *language = bv_app_test_find_row (GTK_WIDGET (window), "Ngôn ngữ · Language");
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 0);
  bv_app_test_wait (is_in_vietnamese ());
  g_autofree char *stored = g_settings_get_string (bv_settings_get (), "language");
  g_assert_cmpstr (stored, ==, "vi");
  g_autoptr (GtkWidget) next = g_list_model_get_item (gtk_window_get_toplevels (), 0);
  gtk_window_destroy (GTK_WINDOW (next));
}

/* Since 1/7/2025 there are no districts: a new office is most likely a commune, and its papers begin with that day. */
static void
test_two_tiers (void)
{
  g_autofree char *day = g_strdup (g_getenv ("BV_TODAY"));
  g_autofree char *level = NULL;
  g_autofree char *from = NULL;
  GtkWindow *window;
  GtkWidget *setup, *office;

  g_setenv ("BV_TODAY", "2025-07-10", TRUE);
  setup = new_assistant (&window);
  gtk_widget_activate_action (setup, "setup.start", NULL);
  bv_app_test_settle ();
  office = bv_app_test_find (setup, BV_TYPE_FORM, 0);
  level = bv_form_get_text (BV_FORM (office), "periods[0].level");
  g_assert_cmpstr (level, ==, "commune");
  type_into (office, _ ("_District, commune or body"), "xã Mường Thử");
  from = bv_form_get_text (BV_FORM (office), "periods[0].from_date");
  g_assert_cmpstr (from, ==, "2025-07-01");
  gtk_window_destroy (window);
  g_setenv ("BV_TODAY", day, TRUE);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/setup/whole-way", test_whole_way);
  g_test_add_func ("/app/setup/two-tiers", test_two_tiers);
  g_test_add_func ("/app/setup/file-without-office", test_file_without_office);
  g_test_add_func ("/app/setup/language", test_language);
  return g_test_run ();
}
