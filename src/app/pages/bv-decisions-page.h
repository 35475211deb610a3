// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvDecisionsPage: the year's decisions, made and received, and beside them the one chosen. */
#define BV_TYPE_DECISIONS_PAGE (bv_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDecisionsPage, bv_decisions_page, BV, DECISIONS_PAGE, BvPage)

G_END_DECLS
