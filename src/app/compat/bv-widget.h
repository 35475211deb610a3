// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_widget_unparent_children: for the dispose function of a widget derived from GtkWidget itself. */
static inline void
bv_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * bv_widget_dispose: for the dispose function of a templated widget derived from GtkWidget itself: gives up
 * the template's children, then unparents what is left (gtk_widget_dispose_template() of GTK 4.8 does
 * only the first).
 */
static inline void
bv_widget_dispose (GtkWidget *widget, GType type)
{
  gtk_widget_dispose_template (widget, type);
  bv_widget_unparent_children (widget);
}

G_END_DECLS
