// SPDX-License-Identifier: GPL-3.0-or-later
/* A missing record that many awards wait for, as a button above the list of them. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-eligibility-remedy.h"

#include "bv-page-registry.h"
#include "widgets/bv-findings-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define PAGE "bv-remedy-page"

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
bv_eligibility_remedy_new (const BvRemedy *remedy)
{
  const char *page = remedy->is_of_record ? NULL : bv_findings_view_find_page (remedy->kind);
  const BvPageInfo *info = page != NULL ? bv_page_registry_find (page) : NULL;
  g_autofree char *line = bv_remedy_format (remedy);
  g_autofree char *text = g_strdup_printf ("→ %s", line);
  g_autofree char *tooltip = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  char *count = strrchr (text, ':');

  /* Two lines as in the list below: what to record, and how many awards wait for it. */
  if (count != NULL)
    *count++ = '\0';
  add_label (box, text, "bv-remedy");
  if (count != NULL)
    add_label (box, g_strstrip (count), "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-record-link");
  tooltip = info != NULL
              /* TRANSLATORS: %s is the name of a page. */
              ? g_strdup_printf (_ ("Go to the page %s"), _ (info->title))
              : g_strdup (_ ("Go to the entry in the register"));
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), PAGE, (gpointer) (info != NULL ? info->id : NULL));
  return button;
}

const char *
bv_eligibility_remedy_get_page (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), PAGE);
}
