// SPDX-License-Identifier: GPL-3.0-or-later
/* A paper with a table of 2,000 rows as PDF, ODT and XLSX, against its bare texts shown by Pango on a cairo
 * PDF surface in the same run (no rules, breaks, tags or outline); and a chart of 22 and 60 rows, laid
 * out and drawn on an image of the screen's size. Prints seconds and the ratio.
 *
 *   bench-documents */

#include "documents/bv-document.h"
#include "drawing/bv-chart-draw.h"
#include "drawing/bv-fonts.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#define N_ROWS 2000
#define N_COLUMNS 6
#define ROWS_A_PAGE 36
#define N_DRAWS 20

static const char *const name = "Nguyễn Thị Ánh Tuyết, Trường Trung học cơ sở Mường Bú";

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static BvDocument *
make_document (void)
{
  BvDocument *document = bv_document_new ("Danh sách dài");
  BvTableBlock *table = bv_document_add_table (document, "Danh sách");

  for (guint i = 0; i < N_COLUMNS; i++)
    bv_table_block_add_column (table, i == 1 ? 4 : 1, i == 1 ? BV_ALIGN_LEFT : BV_ALIGN_RIGHT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < N_COLUMNS; i++)
    bv_table_block_add_text (table, "Đầu cột");
  for (guint row = 0; row < N_ROWS; row++)
    {
      bv_table_block_add_row (table, BV_ROW_BODY);
      for (guint i = 0; i < N_COLUMNS; i++)
        if (i == 1)
          bv_table_block_add_text (table, name);
        else
          bv_table_block_add_number (table, row * 1.5 + i, 1, NULL);
    }
  return document;
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static double
time_bare (gsize *size)
{
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, size, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = bv_fonts_create_context (NULL);
  PangoFontDescription *font = pango_font_description_from_string (BV_FONT_SERIF);

  pango_font_description_set_absolute_size (font, 12 * PANGO_SCALE);
  for (guint row = 0; row < N_ROWS; row++)
    {
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          PangoLayout *layout = pango_layout_new (context);
          g_autofree char *number = g_strdup_printf ("%.1f", row * 1.5 + i);

          pango_layout_set_font_description (layout, font);
          pango_layout_set_text (layout, i == 1 ? name : number, -1);
          cairo_move_to (cr, 85 + 75 * i, 60 + 20 * (row % ROWS_A_PAGE));
          pango_cairo_show_layout (cr, layout);
          g_object_unref (layout);
        }
      if (row % ROWS_A_PAGE == ROWS_A_PAGE - 1)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);
  return seconds_since (start);
}

static void
time_formats (void)
{
  static const char *const endings[] = { "pdf", "odt", "xlsx" };
  g_autoptr (BvDocument) document = make_document ();
  g_autofree char *folder = g_dir_make_tmp ("bv-bench-XXXXXX", NULL);
  gsize bare_size = 0;
  double bare = time_bare (&bare_size);

  g_print ("documents: bare texts of %d rows        %6.2f s  %7.0f kB\n", N_ROWS, bare,
           (double) bare_size / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/danh-sach.%s", folder, endings[i]);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      GStatBuf status;
      double seconds;

      if (!bv_document_write (document, (BvDocumentFormat) i, path, &error))
        g_error ("%s", error->message);
      seconds = seconds_since (start);
      g_stat (path, &status);
      g_print (
        "documents: table of %d rows as %-5s    %6.2f s  %7.0f kB  %5.2f of the bare texts\n",
        N_ROWS, endings[i], seconds, (double) status.st_size / 1000, seconds / bare);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
time_chart (guint n_rows)
{
  g_autoptr (BvChart) chart = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Chỉ tiêu");
  const BvChartSpace space = { .width = 900, .font_size = 13 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 1800);
  double layout_seconds = 0;
  double draw_seconds = 0;

  for (guint i = 0; i < n_rows; i++)
    bv_chart_add_row (chart, i < n_rows / 2 ? "Kinh tế" : "Xã hội",
                      "Tỷ lệ đường giao thông nông thôn được cứng hóa", "%", 1, 100, 80 + i, 80 + i,
                      i < 20 ? BV_CHART_STATUS_SHORT : BV_CHART_STATUS_EXCEEDED, NULL);
  for (guint i = 0; i < N_DRAWS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BvChartLayout) layout = bv_chart_layout_new (chart, &space, NULL);
      cairo_t *cr;

      layout_seconds += seconds_since (start);
      start = g_get_monotonic_time ();
      cr = cairo_create (surface);
      bv_chart_draw (cr, layout, &bv_chart_palette_light);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      draw_seconds += seconds_since (start);
    }
  cairo_surface_destroy (surface);
  g_print ("chart: %u rows, laid out %.1f ms, drawn %.1f ms\n", n_rows,
           layout_seconds / N_DRAWS * 1000, draw_seconds / N_DRAWS * 1000);
}

int
main (void)
{
  time_formats ();
  time_chart (22);
  time_chart (60);
  return 0;
}
