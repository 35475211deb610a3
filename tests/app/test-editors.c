// SPDX-License-Identifier: GPL-3.0-or-later
/* Every editor of the register and of the indicators opens on a record of the demo district, filled,
 * with its fields, and closes untouched without a question. */
#include "bv-test-demo.h"

#include "dialogs/bv-editors.h"
#include "pages/bv-movement-editors.h"
#include "widgets/bv-form.h"

static gint64
query (BvTestDemo *demo, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 id = 0;

  g_assert_no_error (error);
  g_assert_true (bv_connection_query_int (bv_lease_connection (lease), &id, 0, &error, sql, NULL));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* The form window in front: it has a form with @field filled in; then it goes without a question. */
static void
check_window (BvTestDemo *demo, const char *picture, const char *field)
{
  GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  BvForm *form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  g_autofree char *value = NULL;

  bv_app_test_settle ();
  if (field != NULL)
    {
      value = bv_form_get_text (form, field);
      g_assert_cmpstr (value, !=, "");
    }
  g_assert_false (bv_form_is_dirty (form));
  bv_app_test_picture (window, picture);
  gtk_widget_activate_action (window, "form.cancel", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

static void
test_register (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "register", 2022);
  GtkWidget *parent = GTK_WIDGET (demo.page);
  gint64 person = query (&demo, "SELECT min (person_id) FROM membership");
  gint64 unit = query (&demo, "SELECT min (unit_id) FROM membership");
  gint64 household = query (&demo, "SELECT min (subject_id) FROM household");

  bv_person_editor_present (parent, demo.store, person, 0);
  check_window (&demo, "editor-person", "name");
  gint64 post = query (&demo, "SELECT min (id) FROM membership");
  gint64 holder = query (&demo, "SELECT person_id FROM membership ORDER BY id LIMIT 1");
  bv_membership_editor_present (parent, demo.store, holder, post);
  check_window (&demo, "editor-post", "post");
  bv_membership_editor_present (parent, demo.store, holder, 0);
  check_window (&demo, "editor-post-new", "leader_class");
  bv_unit_editor_present (parent, demo.store, unit, 0);
  check_window (&demo, "editor-unit", "name");
  bv_unit_editor_present (parent, demo.store, 0, unit);
  check_window (&demo, "editor-unit-new", NULL);
  bv_household_editor_present (parent, demo.store, household, 0);
  check_window (&demo, "editor-household", "name");
  bv_transfer_dialog_present (parent, demo.store, person);
  check_window (&demo, "editor-transfer", NULL);
  bv_succession_dialog_present (parent, demo.store, unit);
  check_window (&demo, "editor-succession", NULL);
  bv_test_demo_tear_down (&demo);
}

/* A post that was written wrong is mended, another one taken away; each is one act, taken back. */
static void
test_posts (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "register", 2022);
  gint64 person = query (&demo, "SELECT person_id FROM membership ORDER BY id LIMIT 1");
  gint64 post = query (&demo, "SELECT min (id) FROM membership");
  gint64 n = query (&demo, "SELECT count (*) FROM membership");

  bv_membership_editor_present (GTK_WIDGET (demo.page), demo.store, person, post);
  GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "post",
                    "Phó Chánh Văn phòng");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  g_assert_cmpint (query (&demo, "SELECT id FROM membership WHERE post = 'Phó Chánh Văn phòng'"),
                   ==, post);

  bv_membership_editor_present (GTK_WIDGET (demo.page), demo.store, person, post);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  GtkWidget *button = bv_app_test_find_button (window, "_Delete");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM membership"), ==, n - 1);

  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (query (&demo, "SELECT count (*) FROM membership") == n);
  bv_test_demo_tear_down (&demo);
}

static void
test_indicators (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "indicators", 2022);
  GtkWidget *parent = GTK_WIDGET (demo.page);
  gint64 movement = query (&demo, "SELECT min (id) FROM movement");
  gint64 indicator = query (&demo, "SELECT min (id) FROM indicator");

  bv_movement_editor_present (parent, demo.store, movement, NULL);
  check_window (&demo, "editor-movement", "name");
  bv_indicator_editor_present (parent, demo.store, 0, NULL, indicator, NULL);
  check_window (&demo, "editor-indicator", "name");
  bv_indicator_editor_present (parent, demo.store, movement, NULL, 0, NULL);
  check_window (&demo, "editor-indicator-new", NULL);
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/editors/register", test_register);
  g_test_add_func ("/app/editors/posts", test_posts);
  g_test_add_func ("/app/editors/indicators", test_indicators);
  return g_test_run ();
}
