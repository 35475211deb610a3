// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart.h"
#include "movement/bv-indicator-summary.h"

G_BEGIN_DECLS

/* The two charts of the year out of what the register knows; for the page, the report and the
 * command line alike. */

/**
 * bv_indicator_results_by_group: the results in their order, but those of one group ("Kinh tế")
 * together where the first of it stands, also when several movements have indicators of it.
 *
 * Returns: (transfer container) (element-type BvIndicatorResult): borrowed from @summary
 */
GPtrArray *bv_indicator_results_by_group (const BvIndicatorSummary *summary);

/** bv_indicator_chart_completion: one bullet row a result; (transfer full). */
BvChart *
bv_indicator_chart_completion (const BvIndicatorSummary *summary, BvChartLanguage language);

/** bv_indicator_chart_status_word: what stands beside the shape: "Vượt", "Chưa có số liệu". (transfer none) */
const char *bv_indicator_chart_status_word (BvCompletionStatus status, BvChartLanguage language);

/** bv_indicator_chart_series: plan and actual of one indicator over time; (transfer full). */
BvChart *bv_indicator_chart_series (const BvIndicatorSeries *series, BvChartLanguage language);

G_END_DECLS
