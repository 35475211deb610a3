// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart-draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvChartView: a chart on the screen, by the renderer that also makes the report. It takes as much
 * height as its rows need in the width it gets.
 *
 * The pointer shows a value's words; so do the arrow keys, which walk from value to value, Home and
 * End. The words are also the value's description for screen readers. Pointing redraws nothing of
 * the chart itself.
 *
 * Property "current" (the point walked or pointed to, -1 for none).
 * Signal ::activate-point (int index): Enter or a click on the row or period @index.
 */
#define BV_TYPE_CHART_VIEW (bv_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (BvChartView, bv_chart_view, BV, CHART_VIEW, GtkWidget)

GtkWidget *bv_chart_view_new (void);

/** @chart: (transfer full) (nullable) */
void bv_chart_view_set_chart (BvChartView *self, BvChart *chart);
/** (transfer none) (nullable) */
const BvChart *bv_chart_view_get_chart (BvChartView *self);

/**
 * bv_chart_view_share_chart: the chart for another thread, to be given back by
 * bv_chart_view_unshare_chart(); it is not changed any more. (nullable)
 */
BvChart **bv_chart_view_share_chart (BvChartView *self);
void bv_chart_view_unshare_chart (BvChart **chart);

/** The words of the current point. (transfer none) (nullable) */
const char *bv_chart_view_get_current_text (BvChartView *self);
int bv_chart_view_get_current (BvChartView *self);
void bv_chart_view_walk (BvChartView *self, BvChartStep step);

/** The palette that the desktop's style asks for, with a transparent ground. */
void bv_chart_view_load_palette (GtkWidget *widget, BvChartPalette *palette);

G_END_DECLS
