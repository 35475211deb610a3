// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/**
 * BvIndicatorsPage: what is striven for, in figures: the plan and the figures of each period typed as
 * in a spreadsheet, how many indicators are met or exceeded, the year's completion as a chart, and
 * the selected indicator over time.
 */
#define BV_TYPE_INDICATORS_PAGE (bv_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (BvIndicatorsPage, bv_indicators_page, BV, INDICATORS_PAGE, BvPage)

G_END_DECLS
