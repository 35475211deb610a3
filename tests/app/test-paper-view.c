// SPDX-License-Identifier: GPL-3.0-or-later
/* One paper in sight: made on a worker, stopped, waiting for what is missing, copied for another program, by keys. */

#include "bv-test-demo.h"

#include "base/bv-error.h"
#include "pages/bv-paper-buttons.h"
#include "pages/bv-paper-view.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>

/* What build_paper() builds. */
typedef struct
{
  const char *text;
  GMutex *held; /* (nullable): waits until it can be had */
  int *n_freed;
} Paper;

static void
paper_free (Paper *paper)
{
  if (paper->n_freed != NULL)
    g_atomic_int_inc (paper->n_freed);
  g_free (paper);
}

static Paper *
paper_new (const char *text, GMutex *held, int *n_freed)
{
  Paper *paper = g_new0 (Paper, 1);

  *paper = (Paper){ text, held, n_freed };
  return paper;
}

static BvDocument *
build_paper (BvConnection *connection, gpointer data, GError **error)
{
  const Paper *paper = data;
  g_autoptr (BvDocument) document = NULL;

  if (paper->held != NULL)
    {
      g_mutex_lock (paper->held);
      g_mutex_unlock (paper->held);
    }
  if (paper->text == NULL)
    {
      g_set_error_literal (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                           "Nobody has registered yet: register first.");
      return NULL;
    }
  document = bv_document_new ("Bản thử");
  bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, paper->text);
  return g_steal_pointer (&document);
}

static GtkWidget *
show_view (BvStore *store, BvPaperView **view)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *view = BV_PAPER_VIEW (bv_paper_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (*view), TRUE);
  gtk_box_append (GTK_BOX (box), g_object_new (BV_TYPE_PAPER_BUTTONS, NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*view));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  bv_paper_view_offer_actions (*view, window);
  gtk_window_present (GTK_WINDOW (window));
  bv_app_test_settle ();
  return window;
}

static gboolean
is_sensitive (GtkWidget *window, const char *what)
{
  return gtk_widget_is_sensitive (bv_app_test_find_button (window, what));
}

static void
test_way (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvPaperView *view;
  GtkWidget *window = show_view (store, &view);
  GtkWidget *save = bv_app_test_find (window, GTK_TYPE_MENU_BUTTON, 0);
  g_autofree char *text = NULL;
  guint n_pages;
  int n_freed = 0;

  g_assert_false (is_sensitive (window, "paper.print"));
  /* Of several wishes in a row the last is shown; what the others were built from is freed. */
  for (guint i = 0; i < 5; i++)
    bv_paper_view_set_paper (view, store, build_paper, paper_new ("Bản cũ", NULL, &n_freed),
                             (GDestroyNotify) paper_free, "giay", 20);
  bv_paper_view_set_paper (view, store, build_paper, paper_new ("Bản mới", NULL, &n_freed),
                           (GDestroyNotify) paper_free, "giay", 20);
  g_assert_false (bv_paper_view_is_settled (view));
  bv_app_test_wait (bv_paper_view_is_settled (view));
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 5);
  text = bv_test_demo_pdf_text (bv_paper_view_get_pdf (view), &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_nonnull (strstr (text, "Bản mới"));
  g_assert_null (strstr (text, "Bản cũ"));
  g_assert_true (is_sensitive (window, "paper.print"));
  g_assert_true (gtk_widget_is_sensitive (save));

  /* What is missing is a sentence, and nothing can be printed. */
  bv_paper_view_set_paper (view, store, build_paper, paper_new (NULL, NULL, NULL),
                           (GDestroyNotify) paper_free, "giay", 0);
  bv_app_test_wait (bv_paper_view_is_settled (view));
  g_assert_nonnull (bv_app_test_find_label (window, "Nobody has registered yet"));
  g_assert_error (bv_paper_view_get_error (view), BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_false (is_sensitive (window, "paper.print"));
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

static void
test_stop (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvPaperView *view;
  GtkWidget *window = show_view (store, &view);
  GtkWidget *stop = bv_app_test_find_button (window, "paper.stop");
  GMutex held;
  int n_freed = 0;

  g_mutex_init (&held);
  g_mutex_lock (&held);
  bv_paper_view_set_paper (view, store, build_paper, paper_new ("Dài", &held, &n_freed),
                           (GDestroyNotify) paper_free, "giay", 0);
  /* A way out comes only when it lasts. */
  g_assert_false (gtk_widget_get_child_visible (stop));
  bv_app_test_wait (gtk_widget_get_child_visible (stop));
  gtk_widget_activate_action (window, "paper.stop", NULL);
  bv_app_test_wait (bv_paper_view_is_settled (view));
  g_assert_nonnull (bv_app_test_find_label (window, "The paper was not finished"));
  g_assert_null (bv_paper_view_get_pdf (view));
  g_mutex_unlock (&held);

  gtk_widget_activate_action (window, "paper.make", NULL);
  bv_app_test_wait (bv_paper_view_is_settled (view));
  g_assert_nonnull (bv_paper_view_get_pdf (view));
  gtk_window_destroy (GTK_WINDOW (window));
  /* The worker that was stopped lets go, too. */
  bv_app_test_wait (g_atomic_int_get (&n_freed) == 1);
  g_mutex_clear (&held);
  bv_app_test_drop_store (store);
}

static void
test_copy_and_zoom (void)
{
  BvStore *store = bv_app_test_new_office ();
  BvPaperView *view;
  GtkWidget *window = show_view (store, &view);
  BvPreviewView *pages = bv_preview_get_view (bv_paper_view_get_preview (view));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  double zoom;
  GStatBuf info;

  bv_paper_view_set_paper (view, store, build_paper, paper_new ("Bản", NULL, NULL),
                           (GDestroyNotify) paper_free, "Trích lục 12/2023", 0);
  bv_app_test_wait (bv_paper_view_is_settled (view));
  path = bv_paper_view_write_copy (view, &error);
  g_assert_no_error (error);
  base = g_path_get_basename (path);
  g_assert_cmpstr (base, ==, "Trích lục 12-2023.pdf");
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bv_paper_view_get_pdf (view), NULL),
                   g_bytes_get_size (bv_paper_view_get_pdf (view)));
  /* Names of people: for the user alone. */
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_remove (path);

  zoom = bv_preview_view_get_zoom (pages);
  gtk_widget_activate_action (window, "paper.zoom-in", NULL);
  g_assert_cmpfloat (bv_preview_view_get_zoom (pages), >, zoom);
  gtk_widget_activate_action (window, "paper.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (bv_preview_view_get_zoom (pages), zoom, 0.01);
  gtk_widget_activate_action (window, "paper.fit", NULL);
  g_assert_cmpint (bv_preview_view_get_fit (pages), ==, BV_PREVIEW_FIT_PAGE);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_drop_store (store);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/paper-view/way", test_way);
  g_test_add_func ("/app/paper-view/stop", test_stop);
  g_test_add_func ("/app/paper-view/copy-and-zoom", test_copy_and_zoom);
  return g_test_run ();
}
