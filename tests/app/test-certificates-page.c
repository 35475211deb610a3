// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of certificates: the preview is what is saved and what is printed. */
#include "bv-test-demo.h"

#include "merit/bv-award.h"
#include "pages/bv-certificates-page.h"
#include "pages/bv-print.h"
#include "widgets/bv-list-view.h"

#include <glib/gstdio.h>

static BvPreview *
get_preview (BvTestDemo *demo)
{
  return bv_certificates_page_get_preview (BV_CERTIFICATES_PAGE (demo->page));
}

static void
settle (BvTestDemo *demo)
{
  bv_test_demo_settle (demo);
  bv_app_test_wait (bv_preview_is_settled (get_preview (demo)));
  bv_app_test_settle ();
}

static GBytes *
read_pdf (const char *path)
{
  char *contents = NULL;
  gsize length = 0;

  bv_app_test_wait (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
test_preview (void)
{
  BvTestDemo demo;
  BvListView *lines;
  guint n_lines;

  bv_test_demo_set_up (&demo, "certificates", 2019);
  settle (&demo);
  lines = BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_LIST_VIEW, 0));
  bv_app_test_wait (!bv_list_view_is_loading (lines));
  n_lines = bv_list_view_get_n_rows (lines);
  g_assert_cmpuint (n_lines, >, 10);
  g_assert_cmpuint (bv_preview_get_n_pages (get_preview (&demo)), ==, n_lines);
  bv_test_demo_pictures (&demo, "certificates");

  /* A part of the list. */
  bv_list_view_select (lines, bv_row_list_get_id (bv_list_view_get_rows (lines), 2));
  settle (&demo);
  bv_app_test_wait (bv_preview_get_n_pages (get_preview (&demo)) == 1);
  bv_test_demo_pictures (&demo, "certificates-part");
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "certificates.whole-list", NULL);
  bv_app_test_wait (bv_preview_get_n_pages (get_preview (&demo)) == n_lines);
  bv_test_demo_tear_down (&demo);
}

/* Printed into a file by GtkPrintOperation: the same words on as many sheets as the saved PDF. */
static void
test_print_is_pdf (void)
{
  BvTestDemo demo;
  g_autofree char *folder = g_dir_make_tmp ("bv-print-XXXXXX", NULL);
  g_autofree char *saved = g_build_filename (folder, "saved.pdf", NULL);
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) saved_pdf = NULL;
  g_autoptr (GBytes) printed_pdf = NULL;
  g_autofree char *saved_text = NULL;
  g_autofree char *printed_text = NULL;
  guint n_saved, n_printed;

  bv_test_demo_set_up (&demo, "certificates", 2019);
  settle (&demo);
  bv_certificates_page_save (BV_CERTIFICATES_PAGE (demo.page), saved);
  saved_pdf = read_pdf (saved);
  {
    g_autoptr (BvLease) lease = bv_store_lease (demo.store, &error);
    g_autoptr (GtkPrintOperation) operation = NULL;
    BvCertificateOptions options = { 0 };
    BvCertificates *certificates = bv_certificates_load (bv_lease_connection (lease), 2, NULL, 0,
                                                         NULL, &error);

    g_assert_no_error (error);
    bv_certificates_init_options (certificates, &options);
    operation = bv_print_certificates_new (certificates, &options, "test", &error);
    g_assert_no_error (error);
    gtk_print_operation_set_export_filename (operation, printed);
    g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
    g_assert_no_error (error);
  }
  printed_pdf = read_pdf (printed);
  saved_text = bv_test_demo_pdf_text (saved_pdf, &n_saved);
  printed_text = bv_test_demo_pdf_text (printed_pdf, &n_printed);
  g_assert_cmpuint (n_saved, ==, 23);
  g_assert_cmpuint (n_printed, ==, n_saved);
  g_assert_nonnull (strstr (saved_text, "GIẤY KHEN"));
  g_assert_cmpstr (printed_text, ==, saved_text);
  {
    g_autoptr (BvPreviewDocument) document = bv_preview_document_open (printed_pdf, &error);
    double width, height;

    bv_preview_document_get_page_size (document, 0, &width, &height);
    g_assert_cmpfloat_with_epsilon (MAX (width, height), 841.89, 1);
    g_assert_cmpfloat_with_epsilon (MIN (width, height), 595.28, 1);
  }
  g_remove (saved);
  g_remove (printed);
  g_rmdir (folder);
  bv_test_demo_tear_down (&demo);
}

static void
test_empty (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "certificates", 1999);
  g_assert_nonnull (bv_app_test_find_button (GTK_WIDGET (demo.page), "win.show-page"));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/certificates-page/preview", test_preview);
  g_test_add_func ("/app/certificates-page/print-is-pdf", test_print_is_pdf);
  g_test_add_func ("/app/certificates-page/empty", test_empty);
  return g_test_run ();
}
