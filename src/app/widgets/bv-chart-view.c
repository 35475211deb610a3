// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * The chart renderer in a widget. The picture is drawn once into a render node and kept until the
 * data, the size or the style changes; the ring and the words over it are nodes of their own.
 */
#define G_LOG_DOMAIN "bv-chart-view"

#include "bv-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* px, of a chart over time, which takes what height it gets. */
#define MINIMUM_HEIGHT 240

/* The buttons of the card, over the upper right corner. */
#define TOOLS_WIDTH 84

struct _BvChartView
{
  GtkWidget parent_instance;

  /* Owned */
  BvChart **shared;      /* atomic reference box: a worker may still write a file of it */
  BvChartLayout *layout; /* at layout_width × layout_height */
  GskRenderNode *picture;
  GtkWidget *tip;

  /* Borrowed */
  BvChart *chart; /* *shared */

  /* State */
  int layout_width;
  int layout_height;
  int current;
  gboolean is_pointed; /* the current point came from the pointer */
};

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS
};

enum
{
  ACTIVATE_POINT,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvChartView, bv_chart_view, GTK_TYPE_WIDGET)

static void
box_clear (gpointer box)
{
  bv_chart_free (*(BvChart **) box);
}

static AdwStyleManager *
get_style_manager (BvChartView *self)
{
  return adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
}

void
bv_chart_view_load_palette (GtkWidget *widget, BvChartPalette *palette)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    *palette = is_dark ? bv_chart_palette_high_contrast_dark : bv_chart_palette_high_contrast;
  else
    *palette = is_dark ? bv_chart_palette_dark : bv_chart_palette_light;
  palette->colours[BV_CHART_INK_BACKGROUND].alpha = 0;
}

/* The size of the interface's text in pixels, a touch smaller: figures stand dense. */
static double
get_font_size (BvChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0
              ? pango_cairo_context_get_resolution (context) / 72.0
              : 96.0 / 72.0;
  return size * 0.92;
}

static BvChartLayout *
create_layout (BvChartView *self, int width, int height)
{
  BvChartSpace space = { 0 };

  space.width = MAX (width, 200);
  space.height = self->chart->kind == BV_CHART_TIME ? height : 0;
  space.font_size = get_font_size (self);
  space.head_inset = TOOLS_WIDTH;
  space.context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  return bv_chart_layout_new (self->chart, &space, NULL);
}

static void
drop_layout (BvChartView *self)
{
  g_clear_pointer (&self->layout, bv_chart_layout_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

static void
ensure_layout (BvChartView *self, int width, int height)
{
  if (self->chart == NULL || width <= 0
      || (self->layout != NULL && self->layout_width == width && self->layout_height == height))
    return;
  drop_layout (self);
  self->layout = create_layout (self, width, height);
  self->layout_width = width;
  self->layout_height = height;
}

static BvChartPoint *
get_current_point (BvChartView *self)
{
  if (self->layout == NULL || self->current < 0
      || (guint) self->current >= self->layout->points->len)
    return NULL;
  return g_ptr_array_index (self->layout->points, self->current);
}

static void
describe (BvChartView *self)
{
  BvChartPoint *point = get_current_point (self);
  g_autofree char *words = self->chart != NULL ? bv_chart_describe (self->chart) : NULL;
  const char *title = self->chart != NULL && *self->chart->title != '\0' ? self->chart->title
                                                                         : _ ("Chart");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  point != NULL ? point->text : (words != NULL ? words : ""), -1);
}

static void
set_current (BvChartView *self, int current, gboolean is_pointed)
{
  BvChartPoint *point;

  self->is_pointed = is_pointed;
  if (self->current == current)
    return;
  self->current = current;
  point = get_current_point (self);
  gtk_label_set_text (GTK_LABEL (self->tip), point != NULL ? point->text : "");
  gtk_widget_set_visible (self->tip, point != NULL);
  describe (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, BvChartView *self)
{
  int point = self->layout != NULL ? bv_chart_layout_pick (self->layout, x, y) : -1;

  if (point >= 0 || self->is_pointed)
    set_current (self, point, TRUE);
}

static void
leave_cb (GtkEventControllerMotion *controller, BvChartView *self)
{
  if (self->is_pointed)
    set_current (self, -1, FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvChartView *self)
{
  int point = self->layout != NULL ? bv_chart_layout_pick (self->layout, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_current (self, point, TRUE);
  if (get_current_point (self) != NULL)
    g_signal_emit (self, signals[ACTIVATE_POINT], 0, get_current_point (self)->index);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, BvChartView *self)
{
  set_current (self, -1, FALSE);
}

static gboolean
walk_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvChartView *self = BV_CHART_VIEW (widget);
  int before = self->current;

  bv_chart_view_walk (self, (BvChartStep) g_variant_get_int32 (args));
  return self->current != before || self->current >= 0;
}

static gboolean
activate_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvChartView *self = BV_CHART_VIEW (widget);

  if (get_current_point (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ACTIVATE_POINT], 0, get_current_point (self)->index);
  return GDK_EVENT_STOP;
}

static gboolean
escape_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvChartView *self = BV_CHART_VIEW (widget);

  if (self->current < 0)
    return GDK_EVENT_PROPAGATE;
  set_current (self, -1, FALSE);
  return GDK_EVENT_STOP;
}

/* Up and down go from row to row in one kind and between the series of a month in the other. */
static gboolean
vertical_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BvChartView *self = BV_CHART_VIEW (widget);
  int step = g_variant_get_int32 (args);

  if (self->chart == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->chart->kind == BV_CHART_TIME)
    bv_chart_view_walk (self, step < 0 ? BV_CHART_STEP_SERIES_BEFORE : BV_CHART_STEP_SERIES_AFTER);
  else
    bv_chart_view_walk (self, step < 0 ? BV_CHART_STEP_PREVIOUS : BV_CHART_STEP_NEXT);
  return GDK_EVENT_STOP;
}

static void
style_cb (BvChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkSizeRequestMode
bv_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bv_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  BvChartView *self = BV_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 560;
    }
  else if (self->chart == NULL || self->chart->kind == BV_CHART_TIME)
    *minimum = *natural = MINIMUM_HEIGHT;
  else
    {
      g_autoptr (BvChartLayout) measured = NULL;
      const BvChartLayout *layout = self->layout;

      if (for_size < 0)
        for_size = 560;
      if (layout == NULL || self->layout_width != for_size)
        layout = measured = create_layout (self, for_size, 0);
      *minimum = *natural = layout != NULL ? (int) ceil (layout->height) : MINIMUM_HEIGHT;
    }
}

static void
allocate_tip (BvChartView *self, int width, int height)
{
  BvChartPoint *point = get_current_point (self);
  int natural_width, natural_height, tip_width;
  double x, y;

  if (point == NULL || !gtk_widget_get_visible (self->tip))
    return;
  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
  tip_width = MIN (natural_width, MAX (width - 8, 1));
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, tip_width, NULL, &natural_height, NULL,
                      NULL);
  x = CLAMP (point->x - tip_width / 2.0, 4, MAX (width - tip_width - 4, 4));
  y = point->box.y - natural_height - 6;
  if (y < 0)
    y = point->box.y + point->box.height + 6;
  if (y + natural_height > height)
    y = MAX (height - natural_height, 0);
  gtk_widget_allocate (
    self->tip, tip_width, natural_height, -1,
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}

static void
bv_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvChartView *self = BV_CHART_VIEW (widget);

  ensure_layout (self, width, height);
  allocate_tip (self, width, height);
}

static void
draw_picture (BvChartView *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  BvChartPalette palette;
  cairo_t *cr;

  bv_chart_view_load_palette (GTK_WIDGET (self), &palette);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bv_chart_draw (cr, self->layout, &palette);
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
bv_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvChartView *self = BV_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  ensure_layout (self, width, height);
  if (self->layout == NULL)
    return;
  if (self->picture == NULL)
    draw_picture (self, width, height);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (get_current_point (self) != NULL)
    {
      BvChartPalette palette;
      cairo_t *cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

      bv_chart_view_load_palette (widget, &palette);
      bv_chart_draw_focus (cr, self->layout, self->current, &palette);
      cairo_destroy (cr);
      gtk_widget_snapshot_child (widget, self->tip, snapshot);
    }
}

static void
bv_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BvChartView *self = BV_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (bv_chart_view_parent_class)->css_changed (widget, change);
  drop_layout (self);
  gtk_widget_queue_resize (widget);
}

static void
bv_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CURRENT)
    g_value_set_int (value, BV_CHART_VIEW (object)->current);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bv_chart_view_dispose (GObject *object)
{
  BvChartView *self = BV_CHART_VIEW (object);

  g_clear_pointer (&self->tip, gtk_widget_unparent);

  G_OBJECT_CLASS (bv_chart_view_parent_class)->dispose (object);
}

static void
bv_chart_view_finalize (GObject *object)
{
  BvChartView *self = BV_CHART_VIEW (object);

  drop_layout (self);
  g_clear_pointer (&self->shared, bv_chart_view_unshare_chart);

  G_OBJECT_CLASS (bv_chart_view_parent_class)->finalize (object);
}

static void
bv_chart_view_class_init (BvChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  object_class->get_property = bv_chart_view_get_property;
  object_class->dispose = bv_chart_view_dispose;
  object_class->finalize = bv_chart_view_finalize;
  widget_class->get_request_mode = bv_chart_view_get_request_mode;
  widget_class->measure = bv_chart_view_measure;
  widget_class->size_allocate = bv_chart_view_size_allocate;
  widget_class->snapshot = bv_chart_view_snapshot;
  widget_class->css_changed = bv_chart_view_css_changed;

  props[PROP_CURRENT] = g_param_spec_int ("current", NULL, NULL, -1, G_MAXINT, -1,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ACTIVATE_POINT] = g_signal_new ("activate-point", BV_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_key_cb, "i",
                                BV_CHART_STEP_PREVIOUS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_key_cb, "i",
                                BV_CHART_STEP_NEXT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, walk_key_cb, "i",
                                BV_CHART_STEP_FIRST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, walk_key_cb, "i", BV_CHART_STEP_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, vertical_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, vertical_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_key_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (enter_keys); i++)
    gtk_widget_class_add_binding (widget_class, enter_keys[i], 0, activate_key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "bv-chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_chart_view_init (BvChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->current = -1;
  self->tip = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tip, "tip");
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip), 52);
  gtk_label_set_xalign (GTK_LABEL (self->tip), 0);
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, widget);
  gtk_widget_set_focusable (widget, TRUE);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (get_style_manager (self), "notify::dark", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_style_manager (self), "notify::high-contrast", G_CALLBACK (style_cb),
                           self, G_CONNECT_SWAPPED);
  describe (self);
}

GtkWidget *
bv_chart_view_new (void)
{
  return g_object_new (BV_TYPE_CHART_VIEW, NULL);
}

void
bv_chart_view_set_chart (BvChartView *self, BvChart *chart)
{
  g_return_if_fail (BV_IS_CHART_VIEW (self));

  drop_layout (self);
  g_clear_pointer (&self->shared, bv_chart_view_unshare_chart);
  self->chart = chart;
  if (chart != NULL)
    {
      self->shared = g_atomic_rc_box_new0 (BvChart *);
      *self->shared = chart;
    }
  set_current (self, -1, FALSE);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const BvChart *
bv_chart_view_get_chart (BvChartView *self)
{
  g_return_val_if_fail (BV_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

BvChart **
bv_chart_view_share_chart (BvChartView *self)
{
  g_return_val_if_fail (BV_IS_CHART_VIEW (self), NULL);

  return self->shared != NULL ? g_atomic_rc_box_acquire (self->shared) : NULL;
}

void
bv_chart_view_unshare_chart (BvChart **chart)
{
  g_atomic_rc_box_release_full (chart, box_clear);
}

const char *
bv_chart_view_get_current_text (BvChartView *self)
{
  BvChartPoint *point;

  g_return_val_if_fail (BV_IS_CHART_VIEW (self), NULL);

  point = get_current_point (self);
  return point != NULL ? point->text : NULL;
}

int
bv_chart_view_get_current (BvChartView *self)
{
  g_return_val_if_fail (BV_IS_CHART_VIEW (self), -1);

  return self->current;
}

void
bv_chart_view_walk (BvChartView *self, BvChartStep step)
{
  g_return_if_fail (BV_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;
  ensure_layout (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 240),
                 MAX (gtk_widget_get_height (GTK_WIDGET (self)), MINIMUM_HEIGHT));
  if (self->layout != NULL && self->layout->points->len > 0)
    set_current (self, bv_chart_layout_walk (self->layout, self->current, step), FALSE);
}
