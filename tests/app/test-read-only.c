// SPDX-License-Identifier: GPL-3.0-or-later
/* A file that can only be read: every page shows it, says so in the banner, and offers nothing that would write. */

#include "bv-app-test.h"

#include "bv-page-registry.h"
#include "exchange/bv-demo.h"
#include "widgets/bv-grid-view.h"

/* Buttons of these change the file, on whichever page they stand. */
static const char *const acts[] = {
  "council.add",
  "council.add-here",
  "council.edit",
  "council.delete",
  "council.add-member",
  "council.add-meeting",
  "decision.edit",
  "decision.delete",
  "decision.issue",
  "decision.unissue",
  "decision.remove-lines",
  "decision.sort",
  "decision.revoke-line",
  "decisions.add",
  "decisions.add-from-dossier",
  "decisions.add-received",
  "dossier.edit",
  "dossier.next",
  "dossier.submit",
  "dossier.take-back",
  "dossier.accept",
  "dossier.return",
  "dossier.delete",
  "dossier.add-many",
  "indicators.add",
  "indicators.edit",
  "indicators.delete",
  "initiative.edit",
  "initiative.submit",
  "initiative.refuse",
  "initiative.recognise",
  "initiative.delete",
  "initiatives.add",
  "initiatives.add-session",
  "meeting.edit",
  "meeting.next",
  "meeting.close",
  "meeting.delete",
  "meeting.attend-all",
  "meeting.add-items",
  "nomination.edit",
  "nomination.return",
  "nomination.withdraw",
  "nominations.add",
  "ratings.apply",
  "ratings.grade",
  "ratings.clear",
  "register.add",
  "registration.receive",
  "registration.return",
  "registration.approve",
  "registration.edit",
  "registration.delete",
  "registration.add-members",
  "registrations.copy",
  "session.decide",
  "session.edit",
  "win.import",
  NULL,
};

static void
check_buttons (GtkWidget *widget, const char *page, guint *n_found)
{
  const char *action = GTK_IS_BUTTON (widget)
                         ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
                         : NULL;

  if (action != NULL && g_strv_contains (acts, action))
    {
      if (gtk_widget_get_sensitive (widget))
        g_error ("page “%s”: “%s” can be pressed on a file that is only read", page, action);
      (*n_found)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_buttons (child, page, n_found);
}

/* Those of the new pages tell the reason when the pointer rests on them. */
static void
check_reason (BvWindow *window, const char *page, const char *action, const char *reason)
{
  GtkWidget *button;

  bv_window_show_page (window, page);
  bv_app_test_settle ();
  bv_app_test_wait (bv_page_is_settled (bv_window_get_page (window)));
  button = bv_app_test_find_button (GTK_WIDGET (bv_window_get_page (window)), action);
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, reason);
}

/* Rows that are edited where they stand rest: attendance, and the cells of a grid. */
static void
check_inline (BvWindow *window)
{
  GtkWidget *grid;
  BvGridModel *model;
  BvGridCell cell = { 0 };

  bv_window_show_page (window, "indicators");
  bv_app_test_settle ();
  bv_app_test_wait (bv_page_is_settled (bv_window_get_page (window)));
  grid = bv_app_test_find (GTK_WIDGET (bv_window_get_page (window)), BV_TYPE_GRID_VIEW, 0);
  g_assert_nonnull (grid);
  model = bv_grid_view_get_model (BV_GRID_VIEW (grid));
  g_assert_cmpuint (bv_grid_model_get_n_rows (model), >, 1);
  for (guint column = 0; column < bv_grid_model_get_n_columns (model); column++)
    {
      bv_grid_model_get_cell (model, 1, column, &cell); /* 0 is the heading */
      g_assert_cmpuint (cell.flags & BV_GRID_CELL_EDITABLE, ==, 0);
      bv_grid_cell_clear (&cell);
    }
}

static void
test_pages (void)
{
  static const char *const pages[] = { "overview",    "register", "indicators",   "registrations",
                                       "initiatives", "ratings",  "nominations",  "council",
                                       "decisions",   "reports",  "certificates", "history" };
  BvStore *store = bv_app_test_new_store ();
  g_autofree char *path = g_strdup (bv_store_get_path (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) reader = NULL;
  BvWindow *window;
  guint n_found = 0;

  bv_demo_load (store, NULL, &error);
  g_assert_no_error (error);
  bv_store_close (store);
  reader = bv_store_open (path, BV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  window = bv_app_test_new_window (reader);
  bv_window_set_year (window, 2022);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      bv_window_show_page (window, pages[i]);
      bv_app_test_settle ();
      bv_app_test_wait (bv_page_is_settled (bv_window_get_page (window)));
      bv_app_test_settle ();
      g_assert_nonnull (
        bv_app_test_find_label (GTK_WIDGET (window), bv_store_get_read_only_reason (reader)));
      check_buttons (GTK_WIDGET (bv_window_get_page (window)), pages[i], &n_found);
      bv_app_test_picture (GTK_WIDGET (window), pages[i]);
    }
  g_assert_cmpuint (n_found, >=, 20);
  check_reason (window, "nominations", "nominations.add", bv_store_get_read_only_reason (reader));
  check_reason (window, "initiatives", "initiatives.add", bv_store_get_read_only_reason (reader));
  check_reason (window, "register", "register.add", bv_store_get_read_only_reason (reader));
  check_reason (window, "ratings", "ratings.apply", bv_store_get_read_only_reason (reader));
  check_inline (window);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_settle ();
  bv_store_close (reader);
  bv_app_test_drop_store (store);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/read-only/pages", test_pages);
  return g_test_run ();
}
