// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-initiative.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_initiative_facts_fill: rows for what is known of @initiative at the end of @box, in groups with headings. */
void bv_initiative_facts_fill (GtkBox *box, const BvInitiative *initiative);

G_END_DECLS
