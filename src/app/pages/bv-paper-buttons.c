// SPDX-License-Identifier: GPL-3.0-or-later
/* The buttons of a paper. All that they do is an action of BvPaperView. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-paper-buttons.h"

#include "compat/bv-accessible.h"
#include "compat/bv-widget.h"

struct _BvPaperButtons
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BvPaperButtons, bv_paper_buttons, GTK_TYPE_WIDGET)

static void
bv_paper_buttons_dispose (GObject *object)
{
  bv_widget_dispose (GTK_WIDGET (object), BV_TYPE_PAPER_BUTTONS);

  G_OBJECT_CLASS (bv_paper_buttons_parent_class)->dispose (object);
}

static void
bv_paper_buttons_class_init (BvPaperButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_buttons_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-paper-buttons.ui");
}

static void
bv_paper_buttons_init (BvPaperButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_accessible_name_buttons (GTK_WIDGET (self));
}
