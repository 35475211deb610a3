// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-remedy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_eligibility_remedy_new: a button that says what to record and how many awards wait for it; (transfer floating). */
GtkWidget *bv_eligibility_remedy_new (const BvRemedy *remedy);

/** bv_eligibility_remedy_get_page: of such a button: the page where the record is entered; (nullable): the record of the
 * subject itself. */
const char *bv_eligibility_remedy_get_page (GtkWidget *button);

G_END_DECLS
