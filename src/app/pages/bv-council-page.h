// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvCouncilPage: meetings of the council with their votes; councils and their members; papers of a secret ballot. */
#define BV_TYPE_COUNCIL_PAGE (bv_council_page_get_type ())
G_DECLARE_FINAL_TYPE (BvCouncilPage, bv_council_page, BV, COUNCIL_PAGE, BvPage)

G_END_DECLS
