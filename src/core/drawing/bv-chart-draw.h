// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} BvChartColour;

/**
 * BvChartPalette: colours by purpose. In every palette the states (blue, teal, amber, vermilion) are told
 * apart by any colour vision, and @is_hatched adds stripes to bars
 * that fell short, so that a black-and-white print still tells. On screen palettes have a
 * transparent background; exported pictures paint its colour.
 */
typedef struct
{
  BvChartColour colours[BV_CHART_N_INKS];
  gboolean is_hatched;
} BvChartPalette;

extern const BvChartPalette bv_chart_palette_light;
extern const BvChartPalette bv_chart_palette_dark;
extern const BvChartPalette bv_chart_palette_print;
extern const BvChartPalette bv_chart_palette_high_contrast;
extern const BvChartPalette bv_chart_palette_high_contrast_dark;

/**
 * bv_chart_draw: draws @layout with its top left corner at the current origin of @cr. Paints the
 * palette's background first, unless that is wholly transparent.
 */
void bv_chart_draw (cairo_t *cr, const BvChartLayout *layout, const BvChartPalette *palette);

/**
 * bv_chart_draw_part: the same without background, and only what stands between @top and @bottom of
 * the layout, with @top at the current origin: a completion chart may go over several pages between
 * its rows.
 */
void bv_chart_draw_part (cairo_t *cr,
                         const BvChartLayout *layout,
                         const BvChartPalette *palette,
                         double top,
                         double bottom);

/** bv_chart_draw_focus: the ring around point @index, as an overlay; nothing for -1. */
void bv_chart_draw_focus (cairo_t *cr,
                          const BvChartLayout *layout,
                          int index,
                          const BvChartPalette *palette);

G_END_DECLS
