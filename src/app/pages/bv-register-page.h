// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvRegisterPage (Danh bạ): people, units and households; the whole record of the one selected. */
#define BV_TYPE_REGISTER_PAGE (bv_register_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRegisterPage, bv_register_page, BV, REGISTER_PAGE, BvPage)

G_END_DECLS
