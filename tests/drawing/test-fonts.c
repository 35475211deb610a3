// SPDX-License-Identifier: GPL-3.0-or-later
/* The shipped fonts: every letter of Vietnamese in every face, seen by Pango and by HarfBuzz, and
 * nothing of the machine's own. */

#include "base/bv-error.h"
#include "drawing/bv-fonts.h"
#include "drawing/bv-page.h"

#include <pango/pangofc-font.h>

static const char alphabet[] =
  "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
  "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ"
  "0123456789.,;:-–/()%“”‘’…§×+";

static void
test_alphabet (void)
{
  static const struct
  {
    const char *family;
    gboolean bold;
    gboolean italic;
  } faces[] = {
    { BV_FONT_SERIF, FALSE, FALSE },  { BV_FONT_SERIF, TRUE, FALSE },
    { BV_FONT_SERIF, FALSE, TRUE },   { BV_FONT_SERIF, TRUE, TRUE },
    { BV_FONT_SANS, FALSE, FALSE },   { BV_FONT_SANS, TRUE, FALSE },
    { BV_FONT_SANS, FALSE, TRUE },    { BV_FONT_SANS, TRUE, TRUE },
    { BV_FONT_DISPLAY, TRUE, FALSE },
  };
  for (guint f = 0; f < G_N_ELEMENTS (faces); f++)
    {
      g_autoptr (GError) error = NULL;
      const BvFace *face = bv_fonts_get_face (faces[f].family, faces[f].bold, faces[f].italic,
                                              &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (face->cap_height, >, 0.6);
      g_assert_cmpfloat (face->ascent, >, face->cap_height);
      for (const char *p = alphabet; *p; p = g_utf8_next_char (p))
        {
          hb_codepoint_t glyph = 0;
          if (!hb_font_get_nominal_glyph (face->hb, g_utf8_get_char (p), &glyph) || glyph == 0)
            g_error ("%s lacks U+%04X", faces[f].family, g_utf8_get_char (p));
        }
    }
}

/* Five faces of one family are five files: asking for bold must not give the regular one. */
static void
test_faces_differ (void)
{
  const BvFace *regular = bv_fonts_get_face (BV_FONT_SERIF, FALSE, FALSE, NULL);
  const BvFace *bold = bv_fonts_get_face (BV_FONT_SERIF, TRUE, FALSE, NULL);
  g_assert_true (regular != bold);
  g_assert_true (bv_fonts_get_face (BV_FONT_SERIF, TRUE, FALSE, NULL) == bold);
  /* The display family is bold only. */
  g_assert_true (bv_fonts_get_face (BV_FONT_DISPLAY, FALSE, FALSE, NULL)
                 == bv_fonts_get_face (BV_FONT_DISPLAY, TRUE, FALSE, NULL));
}

static void
test_unknown_family (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (bv_fonts_get_face ("Comic Sans MS", FALSE, FALSE, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "Comic Sans MS"));
  g_assert_true (bv_fonts_is_family (BV_FONT_SANS));
  g_assert_false (bv_fonts_is_family ("DejaVu Sans"));
}

/* A missing file is told by its name, and nothing of the machine takes its place. */
static void
test_missing_file (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_setenv ("BV_DATA_DIR", "/nonexistent", TRUE);
      g_assert_null (bv_fonts_create_context (&error));
      g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FONT);
      g_assert_nonnull (strstr (error->message, "LiberationSerif-Regular.ttf"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_context_is_private (void)
{
  g_autoptr (GError) error = NULL;
  PangoContext *context = bv_fonts_create_context (&error);
  PangoFontFamily **families = NULL;
  int n = 0;
  g_assert_no_error (error);
  pango_context_list_families (context, &families, &n);
  for (int i = 0; i < n; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);
      /* Pango lists its three generic aliases beside what the configuration holds. */
      g_assert_true (bv_fonts_is_family (name) || g_str_equal (name, "Sans")
                     || g_str_equal (name, "Serif") || g_str_equal (name, "Monospace")
                     || g_str_equal (name, "System-ui"));
    }
  g_free (families);
  g_object_unref (context);
}

/* One point is one unit, and nothing is rounded: twice the size is twice the width. */
static void
test_layout_scales (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  int widths[2] = { 0 };
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PangoLayout) layout = bv_fonts_create_layout (
        cr, BV_FONT_SERIF, 13.0 * (i + 1), PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, &error);
      g_assert_no_error (error);
      pango_layout_set_text (layout, "Nguyễn Thị Ánh Tuyết, huyện Mường La", -1);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
      pango_layout_get_size (layout, &widths[i], NULL);
    }
  g_assert_cmpfloat (ABS (widths[1] / (double) widths[0] - 2.0), <, 0.001);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
thread_cb (gpointer data)
{
  const BvFace *face = bv_fonts_get_face (BV_FONT_SERIF, TRUE, FALSE, NULL);
  PangoContext *context = bv_fonts_create_context (NULL);
  g_assert_nonnull (context);
  g_object_unref (context);
  return (gpointer) face;
}

static void
test_threads_have_their_own (void)
{
  const BvFace *mine = bv_fonts_get_face (BV_FONT_SERIF, TRUE, FALSE, NULL);
  GThread *thread = g_thread_new ("fonts", thread_cb, NULL);
  const BvFace *theirs = g_thread_join (thread);
  g_assert_nonnull (theirs);
  g_assert_true (theirs != mine);
}

static void
test_paper (void)
{
  double width = 0.0;
  double height = 0.0;
  BvPaper paper = BV_PAPER_A4;
  g_autoptr (GError) error = NULL;
  bv_paper_get_size (BV_PAPER_A4, TRUE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
  bv_paper_get_size (BV_PAPER_A3, FALSE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 1190.55, 0.01);
  g_assert_true (bv_paper_parse ("a3", &paper, NULL));
  g_assert_cmpint (paper, ==, BV_PAPER_A3);
  g_assert_cmpstr (bv_paper_get_name (paper), ==, "A3");
  g_assert_false (bv_paper_parse ("Letter", &paper, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/alphabet", test_alphabet);
  g_test_add_func ("/fonts/faces-differ", test_faces_differ);
  g_test_add_func ("/fonts/unknown-family", test_unknown_family);
  g_test_add_func ("/fonts/missing-file", test_missing_file);
  g_test_add_func ("/fonts/context-is-private", test_context_is_private);
  g_test_add_func ("/fonts/layout-scales", test_layout_scales);
  g_test_add_func ("/fonts/threads-have-their-own", test_threads_have_their_own);
  g_test_add_func ("/page/paper", test_paper);
  return g_test_run ();
}
