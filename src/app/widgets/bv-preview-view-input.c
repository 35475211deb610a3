// SPDX-License-Identifier: GPL-3.0-or-later
/* How the preview is driven: keys, the wheel, dragging the paper. */
#define G_LOG_DOMAIN "bv-preview"

#include "bv-preview-view-private.h"

#include <math.h>

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, BvPreviewView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  self->fit = BV_PREVIEW_FIT_NONE;
  g_object_notify (G_OBJECT (self), "fit");
  self->zoom = CLAMP (self->zoom * pow (BV_PREVIEW_ZOOM_STEP, -dy), BV_PREVIEW_MIN_ZOOM,
                      BV_PREVIEW_MAX_ZOOM);
  g_object_notify (G_OBJECT (self), "zoom");
  bv_preview_view_relayout_around (self, self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, BvPreviewView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, BvPreviewView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_x = gtk_adjustment_get_value (self->hadjustment);
  self->drag_y = gtk_adjustment_get_value (self->vadjustment);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, BvPreviewView *self)
{
  gtk_adjustment_set_value (self->hadjustment, self->drag_x - x);
  gtk_adjustment_set_value (self->vadjustment, self->drag_y - y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, BvPreviewView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static gboolean
page_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (widget);
  guint n = self->document != NULL ? bv_preview_document_get_n_pages (self->document) : 0;
  gint32 step = g_variant_get_int32 (args);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  if (step == G_MININT32)
    bv_preview_view_go_to (self, 0);
  else if (step == G_MAXINT32)
    gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_upper (self->vadjustment));
  else
    bv_preview_view_go_to (self, (guint) CLAMP ((gint) self->current_page + step, 0, (gint) n - 1));
  return GDK_EVENT_STOP;
}

static gboolean
scroll_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (widget);
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  gtk_adjustment_set_value (self->hadjustment, gtk_adjustment_get_value (self->hadjustment)
                                                 + dx * gtk_widget_get_width (widget));
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment)
                                                 + dy * gtk_widget_get_height (widget));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  bv_preview_view_step_zoom (BV_PREVIEW_VIEW (widget), g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
fit_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  bv_preview_view_set_fit (BV_PREVIEW_VIEW (widget), (BvPreviewFit) g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

void
bv_preview_view_add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key;
    GtkShortcutFunc func;
    gint32 value;
  } steps[] = {
    { GDK_KEY_Page_Up, page_key_cb, -1 },
    { GDK_KEY_KP_Page_Up, page_key_cb, -1 },
    { GDK_KEY_Page_Down, page_key_cb, 1 },
    { GDK_KEY_KP_Page_Down, page_key_cb, 1 },
    { GDK_KEY_Home, page_key_cb, G_MININT32 },
    { GDK_KEY_End, page_key_cb, G_MAXINT32 },
    { GDK_KEY_plus, zoom_key_cb, 1 },
    { GDK_KEY_equal, zoom_key_cb, 1 },
    { GDK_KEY_KP_Add, zoom_key_cb, 1 },
    { GDK_KEY_minus, zoom_key_cb, -1 },
    { GDK_KEY_KP_Subtract, zoom_key_cb, -1 },
    { GDK_KEY_0, fit_key_cb, BV_PREVIEW_FIT_PAGE },
    { GDK_KEY_9, fit_key_cb, BV_PREVIEW_FIT_WIDTH },
  };
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    double dx;
    double dy;
  } scrolls[] = {
    { GDK_KEY_Up, 0, 0, -0.1 },   { GDK_KEY_Down, 0, 0, 0.1 },
    { GDK_KEY_Left, 0, -0.1, 0 }, { GDK_KEY_Right, 0, 0.1, 0 },
    { GDK_KEY_space, 0, 0, 0.9 }, { GDK_KEY_space, GDK_SHIFT_MASK, 0, -0.9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (klass, steps[i].key, 0, steps[i].func, "i", steps[i].value);
      if (steps[i].func != page_key_cb)
        gtk_widget_class_add_binding (klass, steps[i].key, GDK_CONTROL_MASK, steps[i].func, "i",
                                      steps[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    gtk_widget_class_add_binding (klass, scrolls[i].key, scrolls[i].modifiers, scroll_key_cb,
                                  "(dd)", scrolls[i].dx, scrolls[i].dy);
}

void
bv_preview_view_add_controllers (BvPreviewView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
