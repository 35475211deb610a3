// SPDX-License-Identifier: GPL-3.0-or-later
/* Names of buttons that show a picture. */

#define G_LOG_DOMAIN "bangvang"

#include "compat/bv-accessible.h"

#include <string.h>

/* "New decision (Ctrl+N)" is called "New decision". */
static char *
name_from_tooltip (const char *tooltip)
{
  const char *keys = tooltip != NULL ? strstr (tooltip, " (") : NULL;
  return keys != NULL ? g_strndup (tooltip, (gsize) (keys - tooltip)) : g_strdup (tooltip);
}

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && (text == NULL || *text == '\0');
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

static void
name_buttons (GtkWidget *widget, const char *above)
{
  g_autofree char *name = name_from_tooltip (gtk_widget_get_tooltip_text (widget));
  gboolean is_plain = GTK_IS_BUTTON (widget);
  gboolean shows_text = is_plain && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
  /* What a drop-down shows changes; its name does not. */
  gboolean is_changing = GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget));
  if (name == NULL && is_plain && !shows_text && !is_changing)
    name = g_strdup (find_text (widget));
  if (name == NULL)
    name = g_strdup (above);
  if ((is_plain || GTK_IS_MENU_BUTTON (widget)) && !shows_text && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child, name);
}

void
bv_accessible_name_buttons (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  name_buttons (root, NULL);
}
