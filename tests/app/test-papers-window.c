// SPDX-License-Identifier: GPL-3.0-or-later
/* The papers of a dossier in their window: what can be made, what is missing, the paper in sight, all into a folder. */

#include "bv-test-demo.h"

#include "base/bv-text.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "pages/bv-papers-window.h"
#include "store/bv-connection.h"

#include <glib/gstdio.h>

static GArray *
list_people (BvTestDemo *demo, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  g_autoptr (BvStatement) people = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  g_assert_no_error (error);
  people = bv_connection_query (bv_lease_connection (lease), &error,
                                "SELECT DISTINCT m.person_id FROM membership AS m"
                                " JOIN person AS p ON p.subject_id = m.person_id"
                                " WHERE m.to_date IS NULL ORDER BY 1 LIMIT ?1",
                                "i", (gint64) n);
  while (bv_statement_step (people, &has_row, &error) && has_row)
    {
      gint64 id = bv_statement_int (people, 0);

      g_array_append_val (ids, id);
    }
  g_assert_no_error (error);
  return ids;
}

static gint64
add_dossier (BvTestDemo *demo, guint n)
{
  const char *const forms[] = { "LDTT", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);
  g_autoptr (GArray) people = list_people (demo, n);
  BvNominationMany many = { .subject_ids = (const gint64 *) people->data,
                            .n_subjects = people->len,
                            .form_codes = forms,
                            .achievement = "Đã hoàn thành tốt nhiệm vụ năm 2022" };

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&dossier->title, "Lao động tiên tiến năm 2022");
  bv_dossier_save_act (demo->store, dossier, NULL, &error);
  g_assert_no_error (error);
  many.dossier_id = dossier->id;
  bv_nomination_add_many_act (demo->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  return dossier->id;
}

static BvPapersWindow *
open_papers (BvTestDemo *demo, gint64 dossier, gint64 decision)
{
  GtkWidget *window;

  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.show-papers", "(xx)", dossier,
                              decision);
  window = bv_app_test_wait_toplevel (BV_TYPE_PAPERS_WINDOW);
  bv_app_test_wait (bv_papers_window_is_settled (BV_PAPERS_WINDOW (window)));
  bv_app_test_settle ();
  return BV_PAPERS_WINDOW (window);
}

static void
show (BvPapersWindow *window, BvPaperKind kind)
{
  bv_papers_window_show (window, kind, 0);
  bv_app_test_wait (bv_papers_window_is_settled (window));
  bv_app_test_settle ();
}

static guint
count_files (const char *folder, gboolean clean)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n++;
      if (clean)
        g_remove (path);
    }
  return n;
}

static void
test_dossier (void)
{
  BvTestDemo demo;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-papers-XXXXXX", &error);
  BvPapersWindow *window;
  GtkWidget *save;

  bv_test_demo_set_up (&demo, "register", 2022);
  window = open_papers (&demo, add_dossier (&demo, 8), 0);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "Lao động tiên tiến năm 2022"));
  bv_app_test_picture (GTK_WIDGET (window), "papers-proposal");
  save = bv_app_test_find_button (GTK_WIDGET (window), "paper.print");
  g_assert_true (gtk_widget_is_sensitive (save));

  /* What cannot be made says what it waits for, in the list and in place of the pages. */
  show (window, BV_PAPER_MINUTES);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (window), "The council has not had the dossier"));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "This paper cannot be made yet"));
  g_assert_false (gtk_widget_is_sensitive (save));
  bv_app_test_picture (GTK_WIDGET (window), "papers-missing");

  show (window, BV_PAPER_REPORT);
  g_assert_true (gtk_widget_is_sensitive (save));
  g_assert_true (gtk_widget_get_visible (bv_app_test_find_row (GTK_WIDGET (window), "For")));
  bv_app_test_picture (GTK_WIDGET (window), "papers-report");

  /* Proposal, summary, opinion and eight reports, each as PDF and ODT. */
  bv_papers_window_save_all (window, folder);
  bv_app_test_wait (count_files (folder, FALSE) == 2 * (3 + 8));
  bv_app_test_settle ();
  g_assert_cmpuint (count_files (folder, TRUE), ==, 22);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

static void
test_decision (void)
{
  BvTestDemo demo;
  BvPapersWindow *window;
  gint64 decision;
  g_autoptr (GError) error = NULL;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  {
    g_autoptr (BvLease) lease = bv_store_lease (demo.store, &error);

    bv_connection_query_int (bv_lease_connection (lease), &decision, 0, &error,
                             "SELECT id FROM decision WHERE number = '124/QĐ-UBND'", "");
    g_assert_no_error (error);
  }
  window = open_papers (&demo, 0, decision);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (window), "124/QĐ-UBND"));
  bv_app_test_picture (GTK_WIDGET (window), "papers-decision");
  show (window, BV_PAPER_PAYMENT);
  bv_app_test_picture (GTK_WIDGET (window), "papers-payment");
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/papers-window/dossier", test_dossier);
  g_test_add_func ("/papers-window/decision", test_decision);
  return g_test_run ();
}
