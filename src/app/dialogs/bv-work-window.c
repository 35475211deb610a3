// SPDX-License-Identifier: GPL-3.0-or-later
/* How far long work is. Closing it cancels; it goes when the work has ended. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-work-window.h"

struct _BvWorkWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkProgressBar *bar;
  GtkLabel *what_label;

  /* Owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BvWorkWindow, bv_work_window, ADW_TYPE_WINDOW)

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWorkWindow *self = BV_WORK_WINDOW (widget);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_action_set_enabled (widget, "work.cancel", FALSE);
}

static gboolean
bv_work_window_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "work.cancel", NULL);
  return TRUE;
}

static void
bv_work_window_dispose (GObject *object)
{
  BvWorkWindow *self = BV_WORK_WINDOW (object);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_WORK_WINDOW);
  G_OBJECT_CLASS (bv_work_window_parent_class)->dispose (object);
}

static void
bv_work_window_class_init (BvWorkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_work_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bv_work_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-work-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWorkWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvWorkWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, BvWorkWindow, what_label);
  gtk_widget_class_install_action (widget_class, "work.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "work.cancel", NULL);
}

static void
bv_work_window_init (BvWorkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BvWorkWindow *
bv_work_window_new (GtkWindow *parent, const char *title, GCancellable *cancellable)
{
  BvWorkWindow *self = g_object_new (BV_TYPE_WORK_WINDOW, "transient-for", parent, "title", title,
                                     NULL);
  gtk_label_set_text (self->title_label, title);
  self->cancellable = g_object_ref (cancellable);
  return self;
}

void
bv_work_window_update (BvWorkWindow *self, double fraction, const char *what)
{
  g_return_if_fail (BV_IS_WORK_WINDOW (self));
  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0.0, 1.0));
  gtk_label_set_text (self->what_label, what != NULL ? what : "");
}
