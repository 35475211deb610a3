// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bv_accessible_name_buttons: gives every button at or below @root that shows no text of its own a name for
 * screen readers: its tooltip without the keys, what is written inside it, or the name of the menu button
 * it is a part of.
 *
 * GTK takes a tooltip for a description only, and leaves the button inside a menu button without a name
 * (seen in 4.8; later versions name some of them).
 */
void bv_accessible_name_buttons (GtkWidget *root);

G_END_DECLS
