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

#define MARGIN 12.0        /* points of paper around the chart */
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

/* A picture of its own: the chart and the paper around it. */
static BvChartLayout *
make_layout (const BvChart *chart, double width, double height, GError **error)
{
  BvChartSpace space = { .width = MAX (width - 2 * MARGIN, MARGIN),
                         .height = height > 0 ? MAX (height - 2 * MARGIN, MARGIN) : 0 };

  return bv_chart_layout_new (chart, &space, error);
}

/* The chart on paper that is @margin wider on every side. */
static cairo_status_t
draw_on_paper (cairo_surface_t *surface,
               double scale,
               const BvChartLayout *layout,
               double margin,
               const BvChartPalette *palette)
{
  const BvChartColour *colour = &palette->colours[BV_CHART_INK_BACKGROUND];
  BvChartPalette inks = *palette;
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, margin, margin);
  inks.colours[BV_CHART_INK_BACKGROUND].alpha = 0; /* painted already, to the very edge */
  bv_chart_draw (cr, layout, &inks);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static GBytes *
to_png (const BvChartLayout *layout,
        double margin,
        double scale,
        const BvChartPalette *palette,
        GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  double width = layout->width + 2 * margin;
  double height = layout->height + 2 * margin;
  cairo_surface_t *surface;
  cairo_status_t status;

  scale = MIN (scale, MAX_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  status = draw_on_paper (surface, scale, layout, margin, palette);
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
             double margin,
             const BvChartPalette *palette,
             GError **error)
{
  cairo_status_t status = draw_on_paper (surface, 1, layout, margin, palette);

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

static GBytes *
to_svg (const BvChartLayout *layout, double margin, const BvChartPalette *palette, GError **error)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
    append_cb, data, layout->width + 2 * margin, layout->height + 2 * margin);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return draw_vector (surface, data, layout, margin, palette, error);
}

GBytes *
bv_chart_layout_to_png (const BvChartLayout *layout,
                        double scale,
                        const BvChartPalette *palette,
                        GError **error)
{
  return to_png (layout, 0, scale, palette, error);
}

GBytes *
bv_chart_layout_to_svg (const BvChartLayout *layout, const BvChartPalette *palette, GError **error)
{
  return to_svg (layout, 0, palette, error);
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

  return layout ? to_png (layout, MARGIN, scale, palette, error) : NULL;
}

GBytes *
bv_chart_to_svg (const BvChart *chart,
                 double width,
                 double height,
                 const BvChartPalette *palette,
                 GError **error)
{
  g_autoptr (BvChartLayout) layout = make_layout (chart, width, height, error);

  return layout ? to_svg (layout, MARGIN, palette, error) : NULL;
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
  surface = cairo_pdf_surface_create_for_stream (append_cb, data, layout->width + 2 * MARGIN,
                                                 layout->height + 2 * MARGIN);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, chart->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, today);
  bytes = draw_vector (surface, data, layout, MARGIN, palette, error);
  return bytes && bv_file_replace (path, bytes, error);
}
