// SPDX-License-Identifier: GPL-3.0-or-later
/* A hint or a problem below a row. A GtkListBox gives up and leaves the list when Tab comes to a row that
 * takes no focus; this one hands the focus on to the next that does. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-caption-row.h"

struct _BvCaptionRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (BvCaptionRow, bv_caption_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
bv_caption_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *next = widget;
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return FALSE;
  do
    next = is_back ? gtk_widget_get_prev_sibling (next) : gtk_widget_get_next_sibling (next);
  while (next != NULL && (!gtk_widget_get_visible (next) || BV_IS_CAPTION_ROW (next)));
  return next != NULL && gtk_widget_child_focus (next, direction);
}

static void
bv_caption_row_class_init (BvCaptionRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = bv_caption_row_focus;
}

static void
bv_caption_row_init (BvCaptionRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bv_caption_row_new (void)
{
  return g_object_new (BV_TYPE_CAPTION_ROW, NULL);
}
