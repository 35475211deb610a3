// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvNominationsPage: dossiers of the window's year; the one that was opened with its nominations. */
#define BV_TYPE_NOMINATIONS_PAGE (bv_nominations_page_get_type ())
G_DECLARE_FINAL_TYPE (BvNominationsPage, bv_nominations_page, BV, NOMINATIONS_PAGE, BvPage)

G_END_DECLS
