// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-grid-model.h"
#include "drawing/bv-chart.h"

G_BEGIN_DECLS

/** BvChartFigures: the figures of a chart as a table to be read and copied, for a #BvGridView. */
#define BV_TYPE_CHART_FIGURES (bv_chart_figures_get_type ())
G_DECLARE_FINAL_TYPE (BvChartFigures, bv_chart_figures, BV, CHART_FIGURES, GObject)

BvChartFigures *bv_chart_figures_new (const BvChart *chart);
/** The heading of the row titles. (transfer none) */
const char *bv_chart_figures_get_corner (BvChartFigures *self);

G_END_DECLS
