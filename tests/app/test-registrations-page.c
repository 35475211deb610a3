// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of registrations on the demo district: a unit that is missing gets a sheet by typing names and all at once,
 * is received, returned, received again and approved; what became of it stands in the other view. */
#include "bv-test-demo.h"

#include "dialogs/bv-paper-window.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"
#include "office/bv-unit.h"
#include "pages/bv-recipient-entry.h"
#include "pages/bv-registration-pane.h"
#include "pages/bv-registration-results.h"
#include "pages/bv-registrations-page.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

static BvRegistrationPane *
get_pane (BvTestDemo *demo)
{
  return BV_REGISTRATION_PANE (
    bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_REGISTRATION_PANE, 0));
}

static BvListView *
get_list (BvTestDemo *demo)
{
  return BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_LIST_VIEW, 0));
}

static void
settle (BvTestDemo *demo)
{
  bv_test_demo_settle (demo);
  bv_app_test_wait (bv_page_is_settled (demo->page));
  bv_app_test_settle ();
}

static gint64
find_unit (BvTestDemo *demo, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 id = 0;

  g_assert_no_error (error);
  g_assert_true (bv_unit_find (bv_lease_connection (lease), name, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
choose (BvTestDemo *demo, const char *name)
{
  gint64 id = find_unit (demo, name);

  bv_list_view_select (get_list (demo), id);
  bv_app_test_wait (bv_registration_pane_get_unit (get_pane (demo)) == id);
  settle (demo);
}

/* The state and number of lines of the chosen unit: "sent 6", "missing". */
static char *
read_state (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (BvRegistration) sheet = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 id;

  bv_registration_find (connection, bv_registration_pane_get_unit (get_pane (demo)),
                        bv_page_get_year (demo->page), &id, &error);
  g_assert_no_error (error);
  if (id == 0)
    return g_strdup ("missing");
  sheet = bv_registration_load (connection, id, &error);
  lines = bv_registration_line_list (connection, id, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%s %u", bv_registration_state_to_code (sheet->state), lines->len);
}

static gboolean
is_state (BvTestDemo *demo, const char *expected)
{
  g_autofree char *state = read_state (demo);

  return g_str_equal (state, expected);
}

static void
act (BvTestDemo *demo, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_pane (demo)), action, NULL));
}

static BvForm *
wait_form (void)
{
  return bv_form_window_get_form (BV_FORM_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW)));
}

static void
save_form (BvForm *form)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (form))), "form.save",
                              NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

static void
add (BvTestDemo *demo, const char *typed)
{
  BvRecipientEntry *entry = BV_RECIPIENT_ENTRY (
    bv_app_test_find (GTK_WIDGET (get_pane (demo)), BV_TYPE_RECIPIENT_ENTRY, 0));

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  bv_recipient_entry_set_text (entry, typed);
  bv_app_test_wait (bv_recipient_entry_get_n_matches (entry) > 0);
  bv_recipient_entry_take_first (entry);
}

static void
test_way (void)
{
  BvTestDemo demo;
  BvForm *form;

  bv_test_demo_set_up (&demo, "registrations", 2023);
  settle (&demo);
  g_assert_true (BV_IS_REGISTRATIONS_PAGE (demo.page));
  choose (&demo, "Phòng Nội vụ");
  g_assert_true (is_state (&demo, "missing"));
  bv_test_demo_pictures (&demo, "registrations-missing");

  /* The first name begins the sheet; the title is the usual one. */
  add (&demo, "thao a sang");
  bv_app_test_wait (is_state (&demo, "draft 1"));
  settle (&demo);
  act (&demo, "registration.add-members");
  form = wait_form ();
  bv_app_test_picture (GTK_WIDGET (form), "registration-members");
  save_form (form);
  bv_app_test_wait (is_state (&demo, "draft 5"));
  settle (&demo);

  /* A collective cannot have the title of persons: the form says so and offers those it can. */
  add (&demo, "phong noi vu");
  form = wait_form ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (form), "is not for collectives"));
  bv_form_set_text (form, "form_code", "TTLDTT");
  bv_app_test_picture (GTK_WIDGET (form), "registration-line");
  save_form (form);
  bv_app_test_wait (is_state (&demo, "draft 6"));
  settle (&demo);

  act (&demo, "registration.receive");
  form = wait_form ();
  bv_form_set_text (form, "on_date", "2023-01-05");
  bv_app_test_picture (GTK_WIDGET (form), "registration-receive");
  save_form (form);
  bv_app_test_wait (is_state (&demo, "sent 6"));
  settle (&demo);
  /* What is received rests. */
  g_assert_false (gtk_widget_get_mapped (
    bv_app_test_find (GTK_WIDGET (get_pane (&demo)), BV_TYPE_RECIPIENT_ENTRY, 0)));
  bv_test_demo_pictures (&demo, "registrations-sent");

  act (&demo, "registration.return");
  form = wait_form ();
  bv_form_set_text (form, "on_date", "2023-01-10");
  bv_form_set_text (form, "reason", "Thiếu chữ ký của Trưởng phòng");
  save_form (form);
  bv_app_test_wait (is_state (&demo, "returned 6"));
  settle (&demo);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (demo.page), "Thiếu chữ ký của Trưởng phòng"));
  bv_test_demo_pictures (&demo, "registrations-returned");

  act (&demo, "registration.receive");
  form = wait_form ();
  bv_form_set_text (form, "on_date", "2023-01-12");
  save_form (form);
  bv_app_test_wait (is_state (&demo, "sent 6"));
  settle (&demo);
  act (&demo, "registration.approve");
  bv_app_test_wait (is_state (&demo, "approved 6"));
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (is_state (&demo, "sent 6"));
  bv_test_demo_tear_down (&demo);
}

/* A day before the return is refused under its field, and nothing is written. */
static void
test_refusal (void)
{
  BvTestDemo demo;
  BvForm *form;
  GtkWidget *window;

  bv_test_demo_set_up (&demo, "registrations", 2022);
  settle (&demo);
  choose (&demo, "Phòng Y tế");
  act (&demo, "registration.add-members");
  save_form (wait_form ());
  bv_app_test_wait (!is_state (&demo, "missing"));
  settle (&demo);
  /* The year is over: the form asks for a reason, and takes it. */
  act (&demo, "registration.receive");
  form = wait_form ();
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (form)));
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "give a reason") != NULL);
  g_assert_cmpuint (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW), ==, 1);
  bv_form_set_text (form, "override_reason", "Bản giấy nộp đúng hạn, ghi sổ muộn");
  bv_app_test_picture (window, "registration-late");
  save_form (form);
  settle (&demo);
  {
    g_autofree char *state = read_state (&demo);

    g_assert_true (g_str_has_prefix (state, "sent "));
  }
  bv_test_demo_tear_down (&demo);
}

static void
test_exempt_and_copy (void)
{
  BvTestDemo demo;
  BvForm *form;

  bv_test_demo_set_up (&demo, "registrations", 2022);
  settle (&demo);
  choose (&demo, "Thanh tra huyện");
  act (&demo, "registration.add-members");
  save_form (wait_form ());
  bv_app_test_wait (!is_state (&demo, "missing"));
  settle (&demo);
  bv_page_set_year (demo.page, 2023);
  settle (&demo);
  choose (&demo, "Thanh tra huyện");
  g_assert_true (is_state (&demo, "missing"));
  act (&demo, "registration.copy");
  bv_app_test_wait (!is_state (&demo, "missing"));
  settle (&demo);

  choose (&demo, "Tòa án nhân dân huyện");
  act (&demo, "registration.exempt");
  form = wait_form ();
  bv_form_set_text (form, "reason", "Đăng ký theo ngành");
  save_form (form);
  bv_app_test_wait (bv_registration_pane_get_unit (get_pane (&demo))
                    != find_unit (&demo, "Tòa án nhân dân huyện"));
  settle (&demo);
  bv_test_demo_tear_down (&demo);
}

static BvRegistrationCounts
count (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvRegistrationCounts counts = { 0 };

  g_assert_no_error (error);
  bv_registration_count (bv_lease_connection (lease), bv_page_get_year (demo->page), &counts,
                         &error);
  g_assert_no_error (error);
  return counts;
}

static void
select_all (BvTestDemo *demo)
{
  GtkWidget *rows = bv_app_test_find (GTK_WIDGET (get_list (demo)), GTK_TYPE_LIST_VIEW, 0);

  g_assert_true (gtk_widget_activate_action (rows, "list.select-all", NULL));
  settle (demo);
}

static void
press (BvTestDemo *demo, const char *action)
{
  GtkWidget *button = bv_app_test_find_button (GTK_WIDGET (demo->page), action);

  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
register_whole_unit (BvTestDemo *demo, const char *name)
{
  choose (demo, name);
  act (demo, "registration.add-members");
  save_form (wait_form ());
  bv_app_test_wait (!is_state (demo, "missing"));
  settle (demo);
}

/* Many units at once: last year's are copied, received and approved, each as one act; the selection stays. */
static void
test_several (void)
{
  BvTestDemo demo;
  BvForm *form;
  g_autofree char *title = NULL;
  g_autoptr (GArray) selected = NULL;
  guint n_units;

  bv_test_demo_set_up (&demo, "registrations", 2022);
  settle (&demo);
  register_whole_unit (&demo, "Thanh tra huyện");
  register_whole_unit (&demo, "Phòng Y tế");
  bv_page_set_year (demo.page, 2023);
  settle (&demo);
  n_units = bv_list_view_get_n_rows (get_list (&demo));
  select_all (&demo);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_pane (&demo))));
  g_assert_false (gtk_widget_get_mapped (
    bv_app_test_find_button (GTK_WIDGET (demo.page), "registrations-several.approve")));
  press (&demo, "registrations-several.copy");
  bv_app_test_wait (count (&demo).n_draft == 2);
  settle (&demo);
  selected = bv_list_view_get_selected_ids (get_list (&demo));
  g_assert_cmpuint (selected->len, ==, n_units);
  bv_test_demo_pictures (&demo, "registrations-several");

  press (&demo, "registrations-several.receive");
  form = wait_form ();
  bv_form_set_text (form, "on_date", "2023-01-05");
  bv_app_test_picture (GTK_WIDGET (form), "registrations-receive-several");
  save_form (form);
  bv_app_test_wait (count (&demo).n_sent == 2);
  settle (&demo);
  press (&demo, "registrations-several.approve");
  bv_app_test_wait (count (&demo).n_approved == 2);
  settle (&demo);
  title = bv_test_demo_last_act (&demo);
  g_assert_cmpstr (title, ==, "Approve 2 registrations for 2023");
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (count (&demo).n_sent == 2);
  settle (&demo);

  /* One unit again: its sheet. */
  choose (&demo, "Phòng Y tế");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_pane (&demo))));
  bv_test_demo_tear_down (&demo);
}

static void
test_results (void)
{
  BvTestDemo demo;
  BvRegistrationResults *results;
  BvListView *list;
  GtkStack *views;

  bv_test_demo_set_up (&demo, "registrations", 2022);
  settle (&demo);
  views = GTK_STACK (gtk_widget_get_ancestor (
    gtk_widget_get_parent (gtk_widget_get_ancestor (GTK_WIDGET (get_pane (&demo)), GTK_TYPE_STACK)),
    GTK_TYPE_STACK));
  gtk_stack_set_visible_child_name (views, "results");
  settle (&demo);
  results = BV_REGISTRATION_RESULTS (
    bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_REGISTRATION_RESULTS, 0));
  list = BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (results), BV_TYPE_LIST_VIEW, 0));
  /* Nobody registered in the demo: every title of merit is an alarm, none was missed. */
  g_assert_cmpuint (bv_list_view_get_n_rows (list), ==, 11);
  bv_test_demo_pictures (&demo, "registrations-results");
  bv_registration_results_set_outcome (results, "missed");
  settle (&demo);
  g_assert_cmpuint (bv_list_view_get_n_rows (list), ==, 0);
  bv_registration_results_set_outcome (results, "unregistered");
  settle (&demo);
  g_assert_cmpuint (bv_list_view_get_n_rows (list), ==, 11);
  /* A row leads to the sheet of its unit. */
  g_signal_emit_by_name (list, "activate", bv_row_list_get_id (bv_list_view_get_rows (list), 0));
  settle (&demo);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "sheets");
  g_assert_cmpint (bv_registration_pane_get_unit (get_pane (&demo)), ==,
                   find_unit (&demo, "Phòng Nội vụ"));
  bv_test_demo_tear_down (&demo);
}

static gboolean
has_focus_within (BvTestDemo *demo, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (demo->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Alt and a digit lead into the list; a focus that was lost is in the list again. */
static void
test_focus (void)
{
  BvTestDemo demo;
  GtkWidget *list;
  GtkWidget *entry;

  bv_test_demo_set_up (&demo, "registrations", 2023);
  settle (&demo);
  list = GTK_WIDGET (get_list (&demo));
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.nth-page", "i", 1);
  settle (&demo);
  g_assert_false (has_focus_within (&demo, list));
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.nth-page", "i", 3);
  bv_app_test_wait (has_focus_within (&demo, list));

  entry = bv_app_test_find (GTK_WIDGET (get_pane (&demo)), BV_TYPE_RECIPIENT_ENTRY, 0);
  gtk_widget_child_focus (entry, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus_within (&demo, entry));
  gtk_window_set_focus (GTK_WINDOW (demo.window), NULL);
  bv_app_test_wait (has_focus_within (&demo, list));
  bv_test_demo_tear_down (&demo);
}

/* Enter on a unit leads into its sheet, where Tab reaches everything. */
static void
test_keyboard (void)
{
  BvTestDemo demo;
  GtkWidget *wanted[3];
  gboolean reached[G_N_ELEMENTS (wanted)] = { FALSE };
  GtkWidget *pane;
  GtkWidget *entry;
  GtkWidget *focus;

  bv_test_demo_set_up (&demo, "registrations", 2023);
  settle (&demo);
  choose (&demo, "Phòng Nội vụ");
  add (&demo, "thao a sang");
  bv_app_test_wait (is_state (&demo, "draft 1"));
  settle (&demo);
  pane = GTK_WIDGET (get_pane (&demo));
  entry = bv_app_test_find (pane, BV_TYPE_RECIPIENT_ENTRY, 0);
  wanted[0] = bv_app_test_find (pane, GTK_TYPE_DROP_DOWN, 0);
  wanted[1] = bv_app_test_find_button (pane, "registration.add-members");
  wanted[2] = bv_app_test_find (pane, BV_TYPE_LIST_VIEW, 0);
  g_assert_true (bv_page_start_search (demo.page));
  g_signal_emit_by_name (get_list (&demo), "activate",
                         bv_registration_pane_get_unit (get_pane (&demo)));
  focus = gtk_window_get_focus (GTK_WINDOW (demo.window));
  g_assert_true (focus == entry || gtk_widget_is_ancestor (focus, entry));
  for (int i = 0; i < 8; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (demo.window), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (demo.window));
      for (guint j = 0; focus != NULL && j < G_N_ELEMENTS (wanted); j++)
        reached[j] |= focus == wanted[j] || gtk_widget_is_ancestor (focus, wanted[j]);
    }
  for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
    g_assert_true (reached[j]);
  /* The chosen line goes by the key, too. */
  {
    BvListView *lines = BV_LIST_VIEW (wanted[2]);

    bv_list_view_select (lines, bv_row_list_get_id (bv_list_view_get_rows (lines), 0));
    settle (&demo);
    g_assert_true (gtk_widget_activate_action (pane, "registration.remove-lines", NULL));
    bv_app_test_wait (is_state (&demo, "draft 0"));
  }
  bv_test_demo_tear_down (&demo);
}

static void
test_paper (void)
{
  BvTestDemo demo;
  BvPaperWindow *window;
  g_autofree char *text = NULL;
  guint n_pages;

  bv_test_demo_set_up (&demo, "registrations", 2023);
  settle (&demo);
  choose (&demo, "Phòng Nội vụ");
  act (&demo, "registration.add-members");
  save_form (wait_form ());
  bv_app_test_wait (is_state (&demo, "draft 5"));
  settle (&demo);
  act (&demo, "registration.print");
  window = BV_PAPER_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_PAPER_WINDOW));
  bv_app_test_wait (bv_paper_window_get_pdf (window) != NULL);
  bv_app_test_wait (bv_preview_is_settled (bv_paper_window_get_preview (window)));
  bv_app_test_picture (GTK_WIDGET (window), "registration-paper");
  text = bv_test_demo_pdf_text (bv_paper_window_get_pdf (window), &n_pages);
  g_assert_nonnull (strstr (text, "BẢN ĐĂNG KÝ THI ĐUA NĂM 2023"));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/registrations/way", test_way);
  g_test_add_func ("/registrations/refusal", test_refusal);
  g_test_add_func ("/registrations/exempt-and-copy", test_exempt_and_copy);
  g_test_add_func ("/registrations/several", test_several);
  g_test_add_func ("/registrations/focus", test_focus);
  g_test_add_func ("/registrations/results", test_results);
  g_test_add_func ("/registrations/keyboard", test_keyboard);
  g_test_add_func ("/registrations/paper", test_paper);
  return g_test_run ();
}
