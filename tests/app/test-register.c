// SPDX-License-Identifier: GPL-3.0-or-later
/* The register: lists, search, editing with validation, undo by the toast, the keyboard. */

#include "bv-app-test.h"

#include "office/bv-register.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

static BvStore *store;
static BvWindow *window;
static GtkWidget *page;

static void
set_up (gpointer *fixture, gconstpointer user_data)
{
  store = bv_app_test_new_office ();
  window = bv_app_test_new_window (store);
  bv_window_show_page (window, "register");
  page = GTK_WIDGET (bv_window_get_page (window));
  bv_app_test_wait (bv_page_is_settled (BV_PAGE (page)));
}

static void
tear_down (gpointer *fixture, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static BvListView *
people (void)
{
  return BV_LIST_VIEW (bv_app_test_find (page, BV_TYPE_LIST_VIEW, 0));
}

static BvListView *
units (void)
{
  return BV_LIST_VIEW (bv_app_test_find (page, BV_TYPE_LIST_VIEW, 1));
}

static const char *
name_at (BvListView *list, guint position)
{
  g_autoptr (BvRow)
    row = g_list_model_get_item (G_LIST_MODEL (bv_list_view_get_rows (list)), position);
  g_assert_nonnull (row);
  return bv_row_get_text (row, BV_PEOPLE_COLUMN_NAME);
}

static void
type_into (GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = bv_app_test_find_row (root, title);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_list (void)
{
  BvListView *list = people ();
  g_assert_cmpuint (bv_list_view_get_n_rows (list), ==, 3);
  /* By the given name, in Vietnamese order: An, Quý, Uyên. */
  g_assert_cmpstr (name_at (list, 0), ==, "Nguyễn Văn An");
  g_assert_cmpstr (name_at (list, 1), ==, "Đèo Thị Quý");
  g_assert_cmpstr (name_at (list, 2), ==, "Lò Thị Uyên");

  /* The columns fill the list, whatever is hidden. */
  GtkWidget *view = bv_app_test_find (GTK_WIDGET (list), GTK_TYPE_COLUMN_VIEW, 0);
  GtkWidget *header = gtk_widget_get_first_child (view);
  g_assert_cmpint (gtk_widget_get_width (header), ==, gtk_widget_get_width (view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       _ ("People"));

  /* The first row is selected, and its record stands beside the list. */
  g_assert_cmpint (bv_list_view_get_selected (list), !=, 0);
  bv_app_test_wait (bv_app_test_find_label (page, "Chuyên viên, Phòng Nội vụ") != NULL);
  bv_app_test_picture (page, "register");
}

static void
test_search (void)
{
  GtkWidget *entry = bv_app_test_find (page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "quy");
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 1);
  g_assert_cmpstr (name_at (people (), 0), ==, "Đèo Thị Quý");
  gtk_editable_set_text (GTK_EDITABLE (entry), "không có ai");
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 0);
  bv_app_test_wait (bv_app_test_find_label (page, _ ("Nothing found")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 3);
}

/* A bad date is told under its field and nothing is saved; then the whole way to the toast and back. */
static void
test_edit (void)
{
  gtk_widget_activate_action (page, "pane.edit", NULL);
  GtkWidget *editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  type_into (editor, _ ("Full _name"), "");
  type_into (editor, _ ("_Born on, or in the year"), "31/02/1980");
  gtk_widget_activate_action (editor, "form.save", NULL);
  GtkWidget *name = bv_app_test_find_row (editor, _ ("Full _name"));
  GtkWidget *birth = bv_app_test_find_row (editor, _ ("_Born on, or in the year"));
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_true (gtk_widget_has_css_class (birth, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (birth), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (bv_app_test_find_label (editor, "31/02/1980"));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));
  g_assert_true (focus == name || gtk_widget_is_ancestor (focus, name));
  bv_app_test_picture (editor, "person-editor-invalid");

  type_into (editor, _ ("Full _name"), "Nguyễn Văn Ánh");
  type_into (editor, _ ("_Born on, or in the year"), "1980");
  bv_app_test_picture (editor, "person-editor");
  gtk_widget_activate_action (editor, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_app_test_wait (!bv_list_view_is_loading (people ())
                    && g_str_equal (name_at (people (), 0), "Nguyễn Văn Ánh"));

  GtkWidget *undo = bv_app_test_find_button (GTK_WIDGET (window), _ ("_Undo"));
  g_assert_nonnull (undo);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (undo)), ==, "win.undo-act");
  g_signal_emit_by_name (undo, "clicked");
  bv_app_test_wait (!bv_list_view_is_loading (people ())
                    && g_str_equal (name_at (people (), 0), "Nguyễn Văn An"));
}

/* Escape asks only when something was changed. */
static void
test_escape (void)
{
  gtk_widget_activate_action (page, "pane.edit", NULL);
  GtkWidget *editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  gtk_widget_activate_action (editor, "form.cancel", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);

  gtk_widget_activate_action (page, "pane.edit", NULL);
  editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  type_into (editor, _ ("_Post"), "Trưởng phòng");
  gtk_widget_activate_action (editor, "form.cancel", NULL);
  GtkWidget *question = bv_app_test_wait_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpuint (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW), ==, 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

/* The keyboard alone: Enter leads from row to row, Tab to what stands in a row, and a date that was typed is
 * written as the office writes it when it is left. */
static void
test_keyboard (void)
{
  gtk_widget_activate_action (page, "pane.edit", NULL);
  GtkWidget *editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  GtkWidget *name = bv_app_test_find_row (editor, _ ("Full _name"));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));
  g_assert_true (gtk_widget_is_ancestor (focus, name));
  g_signal_emit_by_name (name, "entry-activated");
  GtkWidget *next = bv_app_test_find_row (editor, _ ("Form of a_ddress"));
  focus = gtk_window_get_focus (GTK_WINDOW (editor));
  g_assert_true (focus == next || gtk_widget_is_ancestor (focus, next));

  GtkWidget *birth = bv_app_test_find_row (editor, _ ("_Born on, or in the year"));
  gtk_widget_grab_focus (birth);
  gtk_editable_set_text (GTK_EDITABLE (birth), "5.2.1980");
  g_signal_emit_by_name (birth, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (birth)), ==, "05/02/1980");

  /* Every row that takes the focus is reached by Tab, each once, and has a name for a screen reader. */
  gtk_widget_grab_focus (name);
  guint n_steps = 0;
  GtkWidget *form = bv_app_test_find (editor, BV_TYPE_FORM, 0);
  while (gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD) && n_steps < 100)
    n_steps++;
  g_assert_cmpuint (n_steps, >=, 12);
  g_assert_cmpuint (n_steps, <, 100);
  const char *const titles[] = { N_ ("Full _name"), N_ ("_Telephone"), N_ ("_Home place") };
  const char *const names[] = { "Full name", "Telephone", "Home place" };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = bv_app_test_find_row (editor, _ (titles[i]));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           names[i]);
    }
  gtk_window_destroy (GTK_WINDOW (editor));
}

static void
test_add_and_delete (void)
{
  gtk_widget_activate_action (page, "register.add", NULL);
  GtkWidget *editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  type_into (editor, _ ("Full _name"), "Vì Thị Mai");
  gtk_widget_activate_action (editor, "form.save", NULL);
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 4);
  g_assert_cmpstr (name_at (people (), 1), ==, "Vì Thị Mai");
  BvListView *list = people ();
  bv_list_view_select (list, bv_row_list_get_id (bv_list_view_get_rows (list), 1));
  gtk_widget_activate_action (page, "pane.delete", NULL);
  bv_app_test_wait (bv_list_view_get_n_rows (list) == 3);
  /* The newest act is the deletion: Ctrl+Z brings her back. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Delete "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  bv_app_test_wait (bv_list_view_get_n_rows (list) == 4);
  bv_app_test_settle ();
  /* It says so at once: nothing offers to undo the same act again. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Undone: Delete "));
  g_assert_null (g_object_get_data (G_OBJECT (window), "bv-undo-toast"));
}

static void
test_succession (void)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (units ()));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "units");
  bv_app_test_wait (bv_list_view_get_n_rows (units ()) == 3);
  bv_app_test_wait (bv_page_is_settled (BV_PAGE (page)));
  bv_app_test_picture (page, "register-units");
  guint n = bv_list_view_get_n_rows (units ());
  for (guint i = 0; i < n; i++)
    if (g_str_equal (name_at (units (), i), "Trường THCS Mường Bú"))
      bv_list_view_select (units (), bv_row_list_get_id (bv_list_view_get_rows (units ()), i));
  gtk_widget_activate_action (page, "pane.succeed", NULL);
  GtkWidget *dialog = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  type_into (dialog, _ ("New _name"), "Trường PTDTBT THCS Mường Bú");
  type_into (dialog, _ ("_From"), "1/9/2022");
  bv_app_test_picture (dialog, "succession");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  bv_app_test_wait (bv_list_view_get_n_rows (units ()) == 4);
}

/* A merger into a unit that exists: no new name is asked for, and what is missing is said beside its row. */
static void
test_merge_into (void)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (units ()));
  GtkWidget *dialog, *form, *into, *name;
  g_autofree char *name_of_other = NULL;
  gint64 school = 0, other = 0;
  guint n;

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "units");
  bv_app_test_wait (bv_list_view_get_n_rows (units ()) == 3);
  n = bv_list_view_get_n_rows (units ());
  for (guint i = 0; i < n; i++)
    if (g_str_equal (name_at (units (), i), "Trường THCS Mường Bú"))
      school = bv_row_list_get_id (bv_list_view_get_rows (units ()), i);
    else
      {
        other = bv_row_list_get_id (bv_list_view_get_rows (units ()), i);
        g_free (name_of_other);
        name_of_other = g_strdup_printf ("Merge 1 unit into %s", name_at (units (), i));
      }
  bv_list_view_select (units (), school);
  gtk_widget_activate_action (page, "pane.succeed", NULL);
  dialog = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_app_test_find (dialog, BV_TYPE_FORM, 0);
  into = bv_app_test_find_row (form, _ ("I_nto a unit that exists"));
  name = bv_app_test_find_row (form, _ ("New _name"));
  g_assert_false (gtk_widget_get_visible (into));
  bv_form_set_text (BV_FORM (form), "manner", "merge");
  g_signal_emit_by_name (form, "changed", "manner");
  g_assert_true (gtk_widget_get_visible (into));
  g_assert_true (gtk_widget_get_visible (name));
  type_into (dialog, _ ("_From"), "1/7/2025");
  /* Two units into a new one: without a name, then without the second. */
  gtk_widget_activate_action (dialog, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  type_into (dialog, _ ("New _name"), "Trường liên cấp Mường Bú");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_true (
    gtk_widget_has_css_class (bv_app_test_find_row (form, _ ("Merges _with")), "error"));
  bv_app_test_picture (dialog, "succession-merge");
  bv_form_set_subject (BV_FORM (form), "into", other, "");
  g_signal_emit_by_name (form, "changed", "into");
  g_assert_false (gtk_widget_get_visible (name));
  gtk_widget_activate_action (dialog, "form.save", NULL);
  bv_app_test_settle ();
  /* The toast names both. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), name_of_other));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvLease) lease = bv_store_lease (store, &error);
    g_autoptr (GPtrArray) lineage = NULL;

    g_assert_no_error (error);
    lineage = bv_unit_lineage (bv_lease_connection (lease), school, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (lineage->len, ==, 2);
    g_assert_cmpint (((BvLineageEntry *) g_ptr_array_index (lineage, 1))->unit_id, ==, other);
  }
}

/* What another page asks for is shown, whatever was searched for before. */
static void
test_open_record (void)
{
  GtkWidget *entry = bv_app_test_find (page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "quy");
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 1);
  gint64 quy = bv_list_view_get_selected (people ());
  gtk_editable_set_text (GTK_EDITABLE (entry), "uyen");
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 1
                    && bv_list_view_get_selected (people ()) != quy);
  g_assert_true (bv_window_open_record (window, "person", quy));
  bv_app_test_wait (bv_list_view_get_n_rows (people ()) == 3
                    && bv_list_view_get_selected (people ()) == quy);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add (path, gpointer, NULL, set_up,                                                        \
              (void (*) (gpointer *, gconstpointer)) (void (*) (void)) func, tear_down)
  ADD ("/app/register/list", test_list);
  ADD ("/app/register/search", test_search);
  ADD ("/app/register/edit", test_edit);
  ADD ("/app/register/escape", test_escape);
  ADD ("/app/register/keyboard", test_keyboard);
  ADD ("/app/register/add-and-delete", test_add_and_delete);
  ADD ("/app/register/succession", test_succession);
  ADD ("/app/register/merge-into", test_merge_into);
  ADD ("/app/register/open-record", test_open_record);
  return g_test_run ();
}
