// SPDX-License-Identifier: GPL-3.0-or-later
/* A chart into a file or into memory. Draws through bv_chart_draw() and nothing else. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-chart-write.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#define MAX_PIXELS 16384.0 /* a side; above it, cairo's images run into their limits */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  /* TRANSLATORS: %s is the drawing library's own message. */
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
               _ ("The chart could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static BvChartLayout *
make_layout (const BvChart *chart, double width, double height, GError **error)
{
  BvChartSpace space = { .width = width, .height = height };

  return bv_chart_layout_new (chart, &space, error);
}

GBytes *
bv_chart_layout_to_png (const BvChartLayout *layout,
                        double scale,
                        const BvChartPalette *palette,
                        GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  BvChartPalette paper = *palette;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  paper.colours[BV_CHART_INK_BACKGROUND].alpha = 1;
  scale = MIN (scale, MAX_PIXELS / MAX (layout->width, layout->height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (layout->width * scale),
                                        (int) ceil (layout->height * scale));
  cr = cairo_create (surface);
  /* To the last pixel of a size that was rounded up. */
  cairo_set_source_rgb (cr, paper.colours[BV_CHART_INK_BACKGROUND].red,
                        paper.colours[BV_CHART_INK_BACKGROUND].green,
                        paper.colours[BV_CHART_INK_BACKGROUND].blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  bv_chart_draw (cr, layout, &paper);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, data);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* Draws on a vector surface, finishes it and frees it. */
static GBytes *
draw_vector (cairo_surface_t *surface,
             GByteArray *data,
             const BvChartLayout *layout,
             const BvChartPalette *palette,
             GError **error)
{
  cairo_t *cr = cairo_create (surface);
  BvChartPalette paper = *palette;
  cairo_status_t status;

  paper.colours[BV_CHART_INK_BACKGROUND].alpha = 1;
  bv_chart_draw (cr, layout, &paper);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    {
      g_byte_array_unref (data);
      return NULL;
    }
  return g_byte_array_free_to_bytes (data);
}

GBytes *
bv_chart_layout_to_svg (const BvChartLayout *layout, const BvChartPalette *palette, GError **error)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, data, layout->width,
                                                                  layout->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return draw_vector (surface, data, layout, palette, error);
}

GBytes *
bv_chart_to_png (const BvChart *chart,
                 double width,
                 double height,
                 double scale,
                 const BvChartPalette *palette,
                 GError **error)
{
  g_autoptr (BvChartLayout) layout = make_layout (chart, width, height, error);

  return layout ? bv_chart_layout_to_png (layout, scale, palette, error) : NULL;
}

GBytes *
bv_chart_to_svg (const BvChart *chart,
                 double width,
                 double height,
                 const BvChartPalette *palette,
                 GError **error)
{
  g_autoptr (BvChartLayout) layout = make_layout (chart, width, height, error);

  return layout ? bv_chart_layout_to_svg (layout, palette, error) : NULL;
}

gboolean
bv_chart_write_png (const BvChart *chart,
                    double width,
                    double height,
                    double scale,
                    const BvChartPalette *palette,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = bv_chart_to_png (chart, width, height, scale, palette, error);

  return bytes && bv_file_replace (path, bytes, error);
}

gboolean
bv_chart_write_svg (const BvChart *chart,
                    double width,
                    double height,
                    const BvChartPalette *palette,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = bv_chart_to_svg (chart, width, height, palette, error);

  return bytes && bv_file_replace (path, bytes, error);
}

gboolean
bv_chart_write_pdf (const BvChart *chart,
                    double width,
                    double height,
                    const BvChartPalette *palette,
                    const char *path,
                    GError **error)
{
  g_autoptr (BvChartLayout) layout = make_layout (chart, width, height, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *today = bv_date_today ();
  GByteArray *data;
  cairo_surface_t *surface;

  if (!layout)
    return FALSE;
  data = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_cb, data, layout->width, layout->height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, chart->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, today);
  bytes = draw_vector (surface, data, layout, palette, error);
  return bytes && bv_file_replace (path, bytes, error);
}
