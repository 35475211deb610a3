// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"

G_BEGIN_DECLS

/** BvRegistrationsPage: units with the state of their registrations, and what became of them. */
#define BV_TYPE_REGISTRATIONS_PAGE (bv_registrations_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRegistrationsPage, bv_registrations_page, BV, REGISTRATIONS_PAGE, BvPage)

G_END_DECLS
