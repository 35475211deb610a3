// SPDX-License-Identifier: GPL-3.0-or-later
/* A window around one BvPaperView. It knows how to build its paper, not what it is. */
#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-paper-window.h"

#include "pages/bv-paper-buttons.h"
#include "store/bv-store.h"

struct _BvPaperWindow
{
  AdwWindow parent_instance;

  /* Template */
  BvPaperView *view;
};

G_DEFINE_FINAL_TYPE (BvPaperWindow, bv_paper_window, ADW_TYPE_WINDOW)

static void
bv_paper_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_PAPER_WINDOW);

  G_OBJECT_CLASS (bv_paper_window_parent_class)->dispose (object);
}

static void
bv_paper_window_class_init (BvPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BV_TYPE_PAPER_VIEW);
  g_type_ensure (BV_TYPE_PAPER_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperWindow, view);
}

static void
bv_paper_window_init (BvPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_paper_view_offer_actions (self->view, GTK_WIDGET (self));
  /* The keys of the pages work at once. */
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (bv_preview_get_view (bv_paper_view_get_preview (self->view))));
}

BvPaperWindow *
bv_paper_window_present (GtkWidget *parent,
                         BvStore *store,
                         const char *title,
                         const char *file_name,
                         BvPaperBuildFunc build,
                         gpointer data,
                         GDestroyNotify data_free)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  BvPaperWindow *self = g_object_new (BV_TYPE_PAPER_WINDOW, "title", title, "transient-for",
                                      GTK_IS_WINDOW (root) ? root : NULL, NULL);

  bv_paper_view_set_paper (self->view, store, build, data, data_free, file_name, 0);
  g_signal_connect_object (store, "changed", G_CALLBACK (bv_paper_view_refresh), self->view,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

BvPreview *
bv_paper_window_get_preview (BvPaperWindow *self)
{
  g_return_val_if_fail (BV_IS_PAPER_WINDOW (self), NULL);

  return bv_paper_view_get_preview (self->view);
}

GBytes *
bv_paper_window_get_pdf (BvPaperWindow *self)
{
  g_return_val_if_fail (BV_IS_PAPER_WINDOW (self), NULL);

  return bv_paper_view_get_pdf (self->view);
}

void
bv_paper_window_save (BvPaperWindow *self, const char *path)
{
  g_return_if_fail (BV_IS_PAPER_WINDOW (self));

  bv_paper_view_save (self->view, path);
}
