// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of reports: preview, files in three formats, print. */
#include "bv-test-demo.h"

#include "pages/bv-print.h"
#include "pages/bv-reports-page.h"
#include "widgets/bv-form.h"

#include <glib/gstdio.h>

static BvPreview *
get_preview (BvTestDemo *demo)
{
  return bv_reports_page_get_preview (BV_REPORTS_PAGE (demo->page));
}

static void
settle (BvTestDemo *demo)
{
  bv_test_demo_settle (demo);
  bv_app_test_wait (bv_preview_is_settled (get_preview (demo)));
  bv_app_test_settle ();
}

static GBytes *
read_file (const char *path)
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
  BvForm *form;
  guint n_pages;

  bv_test_demo_set_up (&demo, "reports", 2019);
  settle (&demo);
  n_pages = bv_preview_get_n_pages (get_preview (&demo));
  g_assert_cmpuint (n_pages, >=, 3);
  bv_test_demo_pictures (&demo, "reports");
  /* A long text makes it longer: the preview follows the form. */
  form = BV_FORM (bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_FORM, 0));
  {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < 60; i++)
      g_string_append_printf (text, "Nhiệm vụ thứ %u của năm sau.\n", i + 1);
    bv_form_set_text (form, "direction", text->str);
    g_signal_emit_by_name (form, "changed", "direction");
  }
  bv_app_test_wait (bv_preview_get_n_pages (get_preview (&demo)) > n_pages);
  bv_test_demo_tear_down (&demo);
}

static void
test_files (void)
{
  const char *const endings[] = { "pdf", "odt", "xlsx" };
  const char *const heads[] = { "%PDF", "PK", "PK" };
  BvTestDemo demo;
  g_autofree char *folder = g_dir_make_tmp ("bv-report-XXXXXX", NULL);
  g_autoptr (GBytes) pdf = NULL;

  bv_test_demo_set_up (&demo, "reports", 2019);
  settle (&demo);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("report.%s", endings[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;

      bv_reports_page_save (BV_REPORTS_PAGE (demo.page), path);
      bytes = read_file (path);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 2000);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), heads[i], strlen (heads[i])) == 0);
      if (i == 0)
        pdf = g_bytes_ref (bytes);
      g_remove (path);
    }

  /* On the printer: the same words. */
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
    g_autoptr (GtkPrintOperation) operation = bv_print_pdf_new (pdf, "test", &error);
    g_autoptr (GBytes) printed = NULL;
    g_autofree char *saved_text = NULL;
    g_autofree char *printed_text = NULL;
    guint n_saved, n_printed;

    g_assert_no_error (error);
    gtk_print_operation_set_export_filename (operation, path);
    g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
    printed = read_file (path);
    saved_text = bv_test_demo_pdf_text (pdf, &n_saved);
    printed_text = bv_test_demo_pdf_text (printed, &n_printed);
    g_assert_cmpuint (n_printed, ==, n_saved);
    g_assert_nonnull (strstr (saved_text, "20/22 chỉ tiêu"));
    g_assert_cmpstr (printed_text, ==, saved_text);
    g_remove (path);
  }
  g_rmdir (folder);
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/reports-page/preview", test_preview);
  g_test_add_func ("/app/reports-page/files", test_files);
  return g_test_run ();
}
