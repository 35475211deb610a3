// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-chart-view.h"

G_BEGIN_DECLS

/**
 * BvChartCard: a chart with its table a key away, and a menu that saves it as PNG, SVG or PDF or
 * copies it.
 *
 * Actions: chart.export (s: "png", "svg", "pdf"), chart.copy, chart.show-table (toggle).
 */
#define BV_TYPE_CHART_CARD (bv_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (BvChartCard, bv_chart_card, BV, CHART_CARD, GtkWidget)

GtkWidget *bv_chart_card_new (void);

/** @chart: (transfer full) (nullable). Its title is shown by the card, so leave the chart's own title
 * for what a file of it should bear. */
void bv_chart_card_set_chart (BvChartCard *self, BvChart *chart);
/** What stands in place of a chart that is not there. */
void bv_chart_card_set_placeholder (BvChartCard *self, const char *text);
/** (transfer none) */
BvChartView *bv_chart_card_get_view (BvChartCard *self);

/** bv_chart_card_export: writes the chart to @path away from the main thread; a toast tells.
 * @format: "png", "svg" or "pdf" */
void bv_chart_card_export (BvChartCard *self, const char *format, const char *path);

G_END_DECLS
