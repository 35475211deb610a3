// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvInitiativesPage: initiatives of the window's year and the sessions that decide on them. */
#define BV_TYPE_INITIATIVES_PAGE (bv_initiatives_page_get_type ())
G_DECLARE_FINAL_TYPE (BvInitiativesPage, bv_initiatives_page, BV, INITIATIVES_PAGE, BvPage)

G_END_DECLS
