// SPDX-License-Identifier: GPL-3.0-or-later
/* A bar against a limit. Its parts are widgets of their own, coloured by CSS; the layout gives them their widths. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-meter.h"

#define BAR_HEIGHT 8
#define GAP 2   /* px between what is within and what is beyond the limit */
#define SPACE 8 /* px before the figures */

struct _BvMeter
{
  GtkWidget parent_instance;

  /* Owned: children */
  GtkWidget *track;
  GtkWidget *fill;
  GtkWidget *over;
  GtkWidget *figures;

  /* State */
  guint value;
  guint maximum;
};

G_DEFINE_FINAL_TYPE (BvMeter, bv_meter, GTK_TYPE_WIDGET)

static void
bv_meter_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  BvMeter *self = BV_METER (widget);
  gtk_widget_measure (self->figures, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += 40 + SPACE;
      *natural += 120 + SPACE;
    }
  else
    {
      *minimum = MAX (*minimum, BAR_HEIGHT);
      *natural = MAX (*natural, BAR_HEIGHT);
    }
}

static void
place (GtkWidget *part, int x, int y, int width)
{
  GtkAllocation allocation = { x, y, MAX (width, 1), BAR_HEIGHT };
  gtk_widget_set_child_visible (part, width > 0);
  gtk_widget_size_allocate (part, &allocation, -1);
}

static void
bv_meter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvMeter *self = BV_METER (widget);
  int figures_width, y = (height - BAR_HEIGHT) / 2;
  gtk_widget_measure (self->figures, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &figures_width, NULL,
                      NULL);
  int bar = MAX (width - figures_width - SPACE, 1);
  guint scale = MAX (MAX (self->value, self->maximum), 1);
  guint within = MIN (self->value, self->maximum);
  int limit = (int) ((gint64) bar * self->maximum / scale);
  gboolean is_over = self->value > self->maximum;
  place (self->track, 0, y, bar);
  place (self->fill, 0, y, (int) ((gint64) bar * within / scale));
  int start = is_over && limit > 0 ? limit + GAP : limit;
  place (self->over, start, y, is_over ? bar - start : 0);
  GtkAllocation right = { width - figures_width, 0, figures_width, height };
  gtk_widget_size_allocate (self->figures, &right, -1);
}

static void
bv_meter_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_meter_parent_class)->dispose (object);
}

static void
bv_meter_class_init (BvMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_meter_dispose;
  widget_class->measure = bv_meter_measure;
  widget_class->size_allocate = bv_meter_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bv-meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static GtkWidget *
add_part (BvMeter *self, const char *css_class)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
bv_meter_init (BvMeter *self)
{
  self->track = add_part (self, "track");
  self->fill = add_part (self, "fill");
  self->over = add_part (self, "over");
  self->figures = gtk_label_new ("");
  gtk_widget_add_css_class (self->figures, "caption");
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));
}

GtkWidget *
bv_meter_new (void)
{
  return g_object_new (BV_TYPE_METER, NULL);
}

void
bv_meter_set (BvMeter *self, guint value, guint maximum, const char *label, const char *text)
{
  g_return_if_fail (BV_IS_METER (self));
  g_autofree char *figures = g_strdup_printf ("%u/%u", value, maximum);
  self->value = value;
  self->maximum = maximum;
  gtk_label_set_text (GTK_LABEL (self->figures), figures);
  if (value > maximum)
    gtk_widget_add_css_class (self->figures, "error");
  else
    gtk_widget_remove_css_class (self->figures, "error");
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
    0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX (MAX (value, maximum), 1),
    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
    -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
