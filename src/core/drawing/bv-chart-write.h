// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart-draw.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A chart as a file, drawn by the same function as on screen and in a report. The width and height
 * are in points and include a margin of 12; height 0: as high as the chart needs. A file appears whole or not at all; errors are
 * those of BvFileWriter and BV_DOCUMENT_ERROR_DRAW. */

/** bv_chart_write_png: @scale pixels a point (2: 144 dpi). */
gboolean bv_chart_write_png (const BvChart *chart,
                             double width,
                             double height,
                             double scale,
                             const BvChartPalette *palette,
                             const char *path,
                             GError **error);

/** bv_chart_write_svg: text as outlines, so that it looks the same where the fonts are missing. */
gboolean bv_chart_write_svg (const BvChart *chart,
                             double width,
                             double height,
                             const BvChartPalette *palette,
                             const char *path,
                             GError **error);

/** bv_chart_write_pdf: one page of the chart's size, with its fonts and its text. */
gboolean bv_chart_write_pdf (const BvChart *chart,
                             double width,
                             double height,
                             const BvChartPalette *palette,
                             const char *path,
                             GError **error);

/* A layout into memory without a margin, for a document that embeds the picture; a slice of rows is a
 * layout, too. (transfer full) (nullable) */
GBytes *bv_chart_layout_to_png (const BvChartLayout *layout,
                                double scale,
                                const BvChartPalette *palette,
                                GError **error);
GBytes *
bv_chart_layout_to_svg (const BvChartLayout *layout, const BvChartPalette *palette, GError **error);

/* The same files into memory, for the clipboard: with the margin. (transfer full) (nullable) */
GBytes *bv_chart_to_png (const BvChart *chart,
                         double width,
                         double height,
                         double scale,
                         const BvChartPalette *palette,
                         GError **error);
GBytes *bv_chart_to_svg (const BvChart *chart,
                         double width,
                         double height,
                         const BvChartPalette *palette,
                         GError **error);

G_END_DECLS
