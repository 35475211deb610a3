// SPDX-License-Identifier: GPL-3.0-or-later
/* The preview shows the pages of a PDF that cairo made here: sizes, pixels, words, walking, zoom. */
#include "bv-test-window.h"

#include "base/bv-error.h"
#include "widgets/bv-preview.h"

#include <cairo-pdf.h>

#define N_PAGES 5

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A4 portrait pages, the last one landscape; each says its number and has a red box. */
static GBytes *
make_pdf (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Trang thu %u", i + 1);

      if (i + 1 == n_pages && n_pages > 1)
        cairo_pdf_surface_set_size (surface, 842, 595);
      cairo_set_source_rgb (cr, 0.8, 0.1, 0.1);
      cairo_rectangle (cr, 100, 100, 200, 200);
      cairo_fill (cr);
      cairo_set_font_size (cr, 24);
      cairo_move_to (cr, 100, 400);
      cairo_show_text (cr, text);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = bv_preview_document_text_finish (BV_PREVIEW_DOCUMENT (source), result,
                                                          &error);
  g_assert_no_error (error);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_show (void)
{
  g_autoptr (GBytes) pdf = make_pdf (N_PAGES);
  GtkWidget *preview = bv_preview_new ();
  BvPreviewView *view = bv_preview_get_view (BV_PREVIEW (preview));
  GtkWindow *window = bv_test_window_show (preview, 700, 600);
  g_autofree char *text = NULL;
  double width, height;
  GdkTexture *texture;

  g_assert_cmpuint (bv_preview_get_n_pages (BV_PREVIEW (preview)), ==, 0);
  bv_preview_set_pdf (BV_PREVIEW (preview), pdf);
  bv_test_wait (bv_preview_is_settled, preview);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  bv_test_wait (bv_preview_is_settled, preview);

  g_assert_cmpuint (bv_preview_get_n_pages (BV_PREVIEW (preview)), ==, N_PAGES);
  bv_preview_document_get_page_size (bv_preview_view_get_document (view), N_PAGES - 1, &width,
                                     &height);
  g_assert_cmpfloat_with_epsilon (width, 842, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 595, 0.5);

  texture = bv_preview_view_get_texture (view, 0);
  g_assert_nonnull (texture);
  /* The box is 200 × 200 of 595 × 842 points: eight per cent, and some letters. */
  g_assert_cmpfloat (bv_test_ink (texture), >, 0.06);
  g_assert_cmpfloat (bv_test_ink (texture), <, 0.12);

  bv_preview_document_text_async (bv_preview_view_get_document (view), 2, NULL, text_cb, &text);
  bv_test_wait (has_text, &text);
  g_assert_nonnull (strstr (text, "Trang thu 3"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Preview, page 1 of 5");
  bv_test_save_picture (GTK_WIDGET (window), "preview");
  gtk_window_destroy (window);
}

static void
test_walk (void)
{
  g_autoptr (GBytes) pdf = make_pdf (N_PAGES);
  GtkWidget *preview = bv_preview_new ();
  BvPreviewView *view = bv_preview_get_view (BV_PREVIEW (preview));
  GtkWindow *window = bv_test_window_show (preview, 700, 600);

  bv_preview_set_pdf (BV_PREVIEW (preview), pdf);
  bv_test_wait (bv_preview_is_settled, preview);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  g_assert_cmpint (bv_preview_view_get_fit (view), ==, BV_PREVIEW_FIT_PAGE);
  g_assert_false (gtk_widget_activate_action (preview, "preview.previous-page", NULL)
                  && bv_preview_view_get_current_page (view) != 0);
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  g_assert_cmpuint (bv_preview_view_get_current_page (view), ==, 1);
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  g_assert_cmpuint (bv_preview_view_get_current_page (view), ==, N_PAGES - 1);
  bv_test_wait (bv_preview_is_settled, preview);
  g_assert_nonnull (bv_preview_view_get_texture (view, N_PAGES - 1));
  gtk_window_destroy (window);
}

static void
test_zoom (void)
{
  g_autoptr (GBytes) pdf = make_pdf (2);
  GtkWidget *preview = bv_preview_new ();
  BvPreviewView *view = bv_preview_get_view (BV_PREVIEW (preview));
  GtkWindow *window = bv_test_window_show (preview, 700, 600);
  double page_zoom, width_zoom;

  bv_preview_set_pdf (BV_PREVIEW (preview), pdf);
  bv_test_wait (bv_preview_is_settled, preview);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  bv_test_wait (bv_preview_is_settled, preview);

  page_zoom = bv_preview_view_get_zoom (view);
  gtk_widget_activate_action (preview, "preview.fit-width", NULL);
  width_zoom = bv_preview_view_get_zoom (view);
  g_assert_cmpfloat (width_zoom, >, page_zoom);
  /* The last picture stands in until the sharp one has come. */
  g_assert_nonnull (bv_preview_view_get_texture (view, 0));
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (bv_preview_view_get_zoom (view), width_zoom * 1.2, 0.001);
  g_assert_cmpint (bv_preview_view_get_fit (view), ==, BV_PREVIEW_FIT_NONE);
  bv_test_wait (bv_preview_is_settled, preview);
  {
    GdkTexture *texture = bv_preview_view_get_texture (view, 0);
    int scale = gtk_widget_get_scale_factor (GTK_WIDGET (view));

    g_assert_cmpint (ABS (gdk_texture_get_width (texture)
                          - (int) (595 * bv_preview_view_get_zoom (view) * 96 / 72 * scale)),
                     <=, 2);
  }
  bv_preview_view_set_zoom (view, 99);
  g_assert_cmpfloat (bv_preview_view_get_zoom (view), ==, 4);
  gtk_window_destroy (window);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("this is no PDF", 14);
  g_autoptr (GBytes) pdf = make_pdf (1);
  GtkWidget *preview = bv_preview_new ();
  GtkWindow *window = bv_test_window_show (preview, 500, 400);

  bv_preview_set_pdf (BV_PREVIEW (preview), rubbish);
  bv_test_wait (bv_preview_is_settled, preview);
  g_assert_cmpuint (bv_preview_get_n_pages (BV_PREVIEW (preview)), ==, 0);
  /* Only the last of several counts, and none leaks. */
  for (guint i = 0; i < 20; i++)
    bv_preview_set_pdf (BV_PREVIEW (preview), i % 2 == 0 ? rubbish : pdf);
  bv_test_wait (bv_preview_is_settled, preview);
  g_assert_cmpuint (bv_preview_get_n_pages (BV_PREVIEW (preview)), ==, 1);
  gtk_window_destroy (window);
}

static void
test_gone_while_drawing (void)
{
  g_autoptr (GBytes) pdf = make_pdf (40);
  GtkWidget *preview = g_object_ref_sink (bv_preview_new ());
  GtkWindow *window = bv_test_window_show (preview, 500, 400);
  gpointer watched = preview;

  bv_preview_set_pdf (BV_PREVIEW (preview), pdf);
  bv_test_wait (bv_preview_get_n_pages, preview);
  gtk_window_destroy (window);
  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  g_object_unref (preview);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A light page and one that takes a second to draw. */
static GBytes *
make_heavy_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_show_page (cr);
  cairo_set_source_rgba (cr, 0.1, 0.2, 0.8, 0.5);
  for (guint i = 0; i < 400; i++)
    {
      cairo_arc (cr, 100 + i % 400, 100 + i % 600, 80, 0, 6.28);
      cairo_stroke (cr);
      cairo_move_to (cr, i % 500, 20 + i % 800);
      cairo_show_text (cr, "Trang nặng");
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) user_data = bv_preview_document_render_finish (BV_PREVIEW_DOCUMENT (source),
                                                                  result, &error);
  g_assert_no_error (error);
}

static gboolean
has_texture (gpointer data)
{
  return *(GdkTexture **) data != NULL;
}

/* The last thing that a process does, after every library's: it stays for a moment, so that a thread that is still at
 * work on what they took away crashes each time, not once in a thousand. What is to run last is registered before any
 * library starts. */
int __cxa_atexit (void (*) (void *), void *, void *);
static gboolean is_leaving_late = FALSE;

static void
leave_late (void *data)
{
  if (is_leaving_late)
    g_usleep (G_USEC_PER_SEC);
}

static void
register_leave_late (void)
{
  __cxa_atexit (leave_late, NULL, NULL);
}
__attribute__ ((section (".preinit_array"),
                used)) static void (*const first) (void) = register_leave_late;

/* The program ends while a page is being drawn: that page must not meet a Poppler that is gone. */
static void
test_leave_while_drawing (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) pdf = make_heavy_pdf ();
      g_autoptr (GError) error = NULL;
      BvPreviewDocument *document = bv_preview_document_open (pdf, &error);
      static GdkTexture *light, *heavy;

      g_assert_no_error (error);
      bv_preview_document_render_async (document, 0, 1, BV_PREVIEW_PRIORITY_VISIBLE, NULL,
                                        rendered_cb, &light);
      bv_preview_document_render_async (document, 1, 4, BV_PREVIEW_PRIORITY_NEAR, NULL, rendered_cb,
                                        &heavy);
      bv_test_wait (has_texture, &light);
      g_assert_null (heavy);
      is_leaving_late = TRUE;
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  bv_test_window_init (&argc, &argv);
  g_test_add_func ("/app/preview/show", test_show);
  g_test_add_func ("/app/preview/walk", test_walk);
  g_test_add_func ("/app/preview/zoom", test_zoom);
  g_test_add_func ("/app/preview/damaged", test_damaged);
  g_test_add_func ("/app/preview/gone-while-drawing", test_gone_while_drawing);
  g_test_add_func ("/app/preview/leave-while-drawing", test_leave_while_drawing);
  return g_test_run ();
}
