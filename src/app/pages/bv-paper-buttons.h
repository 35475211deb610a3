// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvPaperButtons: print and save, with the menu of formats and "open in another program". They act on the BvPaperView
 * that offers its actions to a widget around them.
 */
#define BV_TYPE_PAPER_BUTTONS (bv_paper_buttons_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperButtons, bv_paper_buttons, BV, PAPER_BUTTONS, GtkWidget)

G_END_DECLS
