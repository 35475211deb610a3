// SPDX-License-Identifier: GPL-3.0-or-later
/* The current cell of a grid that draws itself, as a widget of its own for those who hear it. */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-cursor.h"

struct _BvGridCursor
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BvGridCursor, bv_grid_cursor, GTK_TYPE_WIDGET)

static void
bv_grid_cursor_class_init (BvGridCursorClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bv-grid-cursor");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
bv_grid_cursor_init (BvGridCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bv_grid_cursor_new (void)
{
  return g_object_new (BV_TYPE_GRID_CURSOR, NULL);
}
