// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/**
 * BvHistoryPage: every act, newest first: what was done, when and by whom, what it changed, and the way
 * back. Also the check of the file.
 */
#define BV_TYPE_HISTORY_PAGE (bv_history_page_get_type ())
G_DECLARE_FINAL_TYPE (BvHistoryPage, bv_history_page, BV, HISTORY_PAGE, BvPage)

G_END_DECLS
