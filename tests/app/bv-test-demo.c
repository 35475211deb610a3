// SPDX-License-Identifier: GPL-3.0-or-later
/* The demo district in a window, for the tests of pages. */
#include "bv-test-demo.h"

#include "exchange/bv-demo.h"
#include "widgets/bv-preview-document.h"

void
bv_test_demo_set_up (BvTestDemo *demo, const char *page_id, int year)
{
  g_autoptr (GError) error = NULL;

  demo->store = bv_app_test_new_store ();
  bv_demo_load_plain (demo->store, NULL, &error);
  g_assert_no_error (error);
  demo->window = bv_app_test_new_window (demo->store);
  bv_window_set_year (demo->window, year);
  bv_window_show_page (demo->window, page_id);
  demo->page = bv_window_get_page (demo->window);
  bv_test_demo_settle (demo);
}

void
bv_test_demo_tear_down (BvTestDemo *demo)
{
  gtk_window_destroy (GTK_WINDOW (demo->window));
  bv_app_test_settle ();
  bv_app_test_drop_store (demo->store);
}

void
bv_test_demo_settle (BvTestDemo *demo)
{
  bv_app_test_settle ();
  bv_app_test_wait (bv_page_is_settled (demo->page));
  bv_app_test_settle ();
}

void
bv_test_demo_pictures (BvTestDemo *demo, const char *name)
{
  const int sizes[][2] = { { 1280, 800 }, { 1000, 700 } };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (g_getenv ("BV_TEST_PICTURES") == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint dark = 0; dark < 2; dark++)
      {
        g_autofree char *file = g_strdup_printf ("%s-%d%s", name, sizes[i][0], dark ? "-dark" : "");

        adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
        gtk_window_set_default_size (GTK_WINDOW (demo->window), sizes[i][0], sizes[i][1]);
        bv_test_demo_settle (demo);
        bv_app_test_picture (GTK_WIDGET (demo->window), file);
      }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

char *
bv_test_demo_last_act (BvTestDemo *demo)
{
  return bv_store_get_undo_title (demo->store);
}

typedef struct
{
  char *text;
  gboolean is_done;
} Reading;

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;

  reading->text = bv_preview_document_text_finish (BV_PREVIEW_DOCUMENT (source), result, NULL);
  reading->is_done = TRUE;
}

char *
bv_test_demo_pdf_text (GBytes *pdf, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPreviewDocument) document = bv_preview_document_open (pdf, &error);
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) pieces = NULL;

  g_assert_no_error (error);
  *n_pages = bv_preview_document_get_n_pages (document);
  for (guint page = 0; page < *n_pages; page++)
    {
      Reading reading = { NULL, FALSE };

      bv_preview_document_text_async (document, page, NULL, text_cb, &reading);
      bv_app_test_wait (reading.is_done);
      g_string_append_printf (words, "%s ", reading.text != NULL ? reading.text : "");
      g_free (reading.text);
    }
  pieces = g_regex_split_simple ("\\s+", words->str, 0, 0);
  return g_strjoinv (" ", pieces);
}
