// SPDX-License-Identifier: GPL-3.0-or-later
/* The PDF of a document, read back by Poppler: pages, text, heads that come again, fonts, structure,
 * outline, properties, and that a day's document is one file. */

#include "base/bv-error.h"
#include "sample-document.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

static GBytes *
write_pdf (const BvDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = bv_document_to_pdf (document, &error);

  g_assert_no_error (error);
  return bytes;
}

static PopplerDocument *
open_sample (void)
{
  g_autoptr (BvDocument) document = sample_document_new ();
  g_autoptr (GBytes) bytes = write_pdf (document);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static char *
page_text (PopplerDocument *pdf, int number)
{
  PopplerPage *page = poppler_document_get_page (pdf, number);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
test_pages (void)
{
  PopplerDocument *pdf = open_sample ();
  int n = poppler_document_get_n_pages (pdf);
  guint n_heads = 0;
  guint n_names = 0;

  g_assert_cmpint (n, >=, 5);
  for (int i = 0; i < n; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *number = g_strdup_printf ("%d\n", i + 1);
      g_autofree char *label = poppler_page_get_label (page);
      double width;
      double height;

      /* The number stands above the text, from page 2 on. */
      if (i == 0)
        g_assert_true (g_str_has_prefix (text, "ỦY BAN NHÂN DÂN"));
      else
        g_assert_true (g_str_has_prefix (text, number));
      number[strlen (number) - 1] = '\0';
      g_assert_cmpstr (label, ==, number);
      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (MIN (width, height), 595.28, 0.1);
      g_assert_true ((width > height) == (i == n - 1));
      /* A page with rows of the long table has its heads, once. */
      if (strstr (text, "Nguyễn Thị Ánh Tuyết"))
        {
          g_assert_cmpuint (count (text, "Họ và tên"), ==, 1);
          g_assert_cmpuint (count (text, "Tiền thưởng"), ==, 1);
          n_heads++;
        }
      n_names += count (text, "Nguyễn Thị Ánh Tuyết");
      /* No heading at a page's end. */
      g_strchomp (text);
      g_assert_false (g_str_has_suffix (text, "PHẦN HAI"));
      g_assert_false (g_str_has_suffix (text, "Bảng 1. Danh sách"));
      g_object_unref (page);
    }
  g_assert_cmpuint (n_heads, >=, 2);
  g_assert_cmpuint (n_names, ==, 60);
  g_object_unref (pdf);
}

static void
test_text (void)
{
  PopplerDocument *pdf = open_sample ();
  g_autofree char *first = page_text (pdf, 0);
  g_autofree char *last = page_text (pdf, poppler_document_get_n_pages (pdf) - 1);
  g_autofree char *before = page_text (pdf, poppler_document_get_n_pages (pdf) - 2);

  /* Centred lines are even, not one long and one word. */
  g_assert_nonnull (strstr (first, "HUYỆN MƯỜNG LA"));
  g_assert_nonnull (strstr (first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  g_assert_nonnull (strstr (first, "Mường La, ngày 05 tháng 02 năm 2023"));
  g_assert_nonnull (strstr (first, "I. PHẦN MỘT\n1. Mục thứ nhất\na) Điểm đầu tiên\n"));
  g_assert_nonnull (strstr (first, "20/22 chỉ tiêu đạt & vượt <kế hoạch>, rất đáng khen."));
  g_assert_nonnull (strstr (first, "- Việc thứ nhất;\n- Việc thứ hai.\n"));
  g_assert_nonnull (strstr (first, "b) Điểm thứ hai"));
  g_assert_nonnull (strstr (before, "Nơi nhận:"));
  g_assert_nonnull (strstr (before, "- Như trên;"));
  g_assert_nonnull (strstr (before, "- Lưu: VT."));
  /* The signature has the end of the text with it. */
  g_assert_nonnull (strstr (before, "Trên đây là báo cáo./."));
  g_assert_nonnull (strstr (before, "PHÓ CHỦ TỊCH"));
  g_assert_nonnull (strstr (before, "Lò Văn Thử"));
  g_assert_nonnull (strstr (last, "PHỤ LỤC I\nTRANG NẰM NGANG\n(Kèm theo Báo cáo)"));
  g_object_unref (pdf);
}

static void
test_numbers_in_cells (void)
{
  PopplerDocument *pdf = open_sample ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *page = page_text (pdf, i);

      g_string_append (text, page);
    }
  g_assert_nonnull (strstr (text->str, "1.234.568,5"));
  g_assert_nonnull (strstr (text->str, "98,6%"));
  g_assert_nonnull (strstr (text->str, "74.075.880,0"));
  g_object_unref (pdf);
}

/* Everything that is needed is in the file, and nothing but our own faces. */
static void
test_fonts (void)
{
  PopplerDocument *pdf = open_sample ();
  PopplerFontInfo *info = poppler_font_info_new (pdf);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  while (poppler_font_info_scan (info, 20, &iter))
    {
      if (!iter)
        continue;
      do
        {
          const char *name = poppler_fonts_iter_get_full_name (iter);

          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          g_assert_true (poppler_fonts_iter_is_subset (iter));
          g_assert_true (strstr (name, "LiberationSerif") || strstr (name, "LiberationSans"));
          n++;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_assert_cmpuint (n, >, 3);
  g_object_unref (info);
  g_object_unref (pdf);
}

static void
count_elements (PopplerStructureElementIter *iter, GHashTable *counts)
{
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      gpointer kind = GINT_TO_POINTER (poppler_structure_element_get_kind (element));

      g_hash_table_insert (
        counts, kind, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, kind)) + 1));
      g_object_unref (element);
      if (child)
        count_elements (child, counts);
      poppler_structure_element_iter_free (child);
    }
  while (poppler_structure_element_iter_next (iter));
}

static int
get_count (GHashTable *counts, PopplerStructureElementKind kind)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (counts, GINT_TO_POINTER (kind)));
}

static void
test_structure (void)
{
  PopplerDocument *pdf = open_sample ();
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  g_assert_nonnull (iter);
  count_elements (iter, counts);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_DOCUMENT), ==, 1);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_HEADING_1), ==, 2);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_HEADING_2), ==, 3);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_HEADING_3), ==, 1);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_HEADING_4), ==, 2);
  /* A table over several pages is one table, and its repeated heads count once. */
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_TABLE), ==, 2);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW), ==, 66);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING), ==, 7);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_TABLE_DATA), ==, 305);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_FIGURE), ==, 1);
  g_assert_cmpint (get_count (counts, POPPLER_STRUCTURE_ELEMENT_PARAGRAPH), >, 20);
  poppler_structure_element_iter_free (iter);
  g_object_unref (pdf);
}

static char *
outline_title (PopplerIndexIter *iter, int *page)
{
  PopplerAction *action = poppler_index_iter_get_action (iter);
  char *title = g_strdup (action->any.title);

  g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
  *page = action->goto_dest.dest->page_num;
  poppler_action_free (action);
  return title;
}

static void
test_outline (void)
{
  PopplerDocument *pdf = open_sample ();
  PopplerIndexIter *iter = poppler_index_iter_new (pdf);
  PopplerIndexIter *child;
  g_autofree char *one = NULL;
  g_autofree char *under = NULL;
  g_autofree char *two = NULL;
  g_autofree char *text = NULL;
  int page;

  g_assert_nonnull (iter);
  one = outline_title (iter, &page);
  g_assert_cmpstr (one, ==, "I. PHẦN MỘT");
  g_assert_cmpint (page, ==, 1);
  child = poppler_index_iter_get_child (iter);
  g_assert_nonnull (child);
  under = outline_title (child, &page);
  g_assert_cmpstr (under, ==, "1. Mục thứ nhất");
  poppler_index_iter_free (child);
  g_assert_true (poppler_index_iter_next (iter));
  two = outline_title (iter, &page);
  g_assert_cmpstr (two, ==, "II. PHẦN HAI");
  /* It leads to the page on which the heading stands. */
  text = page_text (pdf, page - 1);
  g_assert_nonnull (strstr (text, "II. PHẦN HAI"));
  g_assert_true (poppler_index_iter_next (iter));
  g_assert_false (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
  g_object_unref (pdf);
}

static void
test_properties (void)
{
  PopplerDocument *pdf = open_sample ();
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);

  g_assert_cmpstr (title, ==, "Báo cáo thử <&>");
  g_assert_cmpstr (author, ==, "Ủy ban nhân dân huyện Mường La");
  /* BV_TODAY of the test's environment. */
  g_assert_cmpint (poppler_document_get_creation_date (pdf), ==, 1679875200);
  g_object_unref (pdf);
}

static void
test_repeatable (void)
{
  g_autoptr (BvDocument) one = sample_document_new ();
  g_autoptr (BvDocument) two = sample_document_new ();
  g_autoptr (GBytes) first = write_pdf (one);
  g_autoptr (GBytes) second = write_pdf (two);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_empty (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Trống");
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_document_to_pdf (document, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
}

static void
test_bad_targets (void)
{
  g_autoptr (BvDocument) document = sample_document_new ();
  BvDocumentFormat format;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bv_document_write (document, (BvDocumentFormat) i,
                                         "/không-có-thư-mục-này/báo cáo.tệp", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "báo cáo.tệp"));
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_true (bv_document_format_from_path ("a/Báo cáo.ODT", &format, &error));
    g_assert_cmpint (format, ==, BV_DOCUMENT_FORMAT_ODT);
    g_assert_false (bv_document_format_from_path ("a.docx", &format, &error));
    g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-pdf/pages", test_pages);
  g_test_add_func ("/document-pdf/text", test_text);
  g_test_add_func ("/document-pdf/numbers-in-cells", test_numbers_in_cells);
  g_test_add_func ("/document-pdf/fonts", test_fonts);
  g_test_add_func ("/document-pdf/structure", test_structure);
  g_test_add_func ("/document-pdf/outline", test_outline);
  g_test_add_func ("/document-pdf/properties", test_properties);
  g_test_add_func ("/document-pdf/repeatable", test_repeatable);
  g_test_add_func ("/document-pdf/empty", test_empty);
  g_test_add_func ("/document-pdf/bad-targets", test_bad_targets);
  return g_test_run ();
}
