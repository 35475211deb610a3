// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvOverviewPage (Tổng quan): the year at a glance, and what to do next. */
#define BV_TYPE_OVERVIEW_PAGE (bv_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV, OVERVIEW_PAGE, BvPage)

G_END_DECLS
