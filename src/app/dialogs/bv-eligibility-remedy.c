// SPDX-License-Identifier: GPL-3.0-or-later
/* A missing record that many awards wait for, as a button above the list of them. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-eligibility-remedy.h"

#include "bv-page-registry.h"
#include "widgets/bv-findings-view.h"

#include <glib/gi18n.h>

#define PAGE "bv-remedy-page"

GtkWidget *
bv_eligibility_remedy_new (const BvRemedy *remedy)
{
  const char *page = remedy->is_of_record ? NULL : bv_findings_view_find_page (remedy->kind);
  const BvPageInfo *info = page != NULL ? bv_page_registry_find (page) : NULL;
  g_autofree char *line = bv_remedy_format (remedy);
  g_autofree char *text = g_strdup_printf ("→ %s", line);
  g_autofree char *tooltip = NULL;
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "bv-remedy");
  gtk_button_set_child (GTK_BUTTON (button), label);
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
