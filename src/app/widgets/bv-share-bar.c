// SPDX-License-Identifier: GPL-3.0-or-later
/* A bar of parts. Each part is a widget of its own, coloured by CSS; the layout gives it its share of the width. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-share-bar.h"

#include <math.h>

#define BAR_HEIGHT 12
#define GAP 2
#define MIN_PART 6 /* px: a small part is still seen */

#include <glib/gi18n.h>

struct _BvShareBar
{
  GtkWidget parent_instance;

  /* Owned: children */
  GtkWidget *legend;
  GPtrArray *parts; /* (element-type GtkWidget): borrowed from the child list */
  GArray *counts;   /* (element-type guint) */
};

G_DEFINE_FINAL_TYPE (BvShareBar, bv_share_bar, GTK_TYPE_WIDGET)

static void
bv_share_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  BvShareBar *self = BV_SHARE_BAR (widget);
  gtk_widget_measure (self->legend, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += BAR_HEIGHT + 10;
      *natural += BAR_HEIGHT + 10;
    }
}

static GtkSizeRequestMode
bv_share_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bv_share_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvShareBar *self = BV_SHARE_BAR (widget);
  guint n = self->parts->len;
  double total = 0;
  for (guint i = 0; i < n; i++)
    total += g_array_index (self->counts, guint, i);
  /* Small parts get their minimum first; the others share what is left. */
  double room = width - (n > 0 ? (double) (n - 1) * GAP : 0) - (double) n * MIN_PART;
  double x = 0;
  for (guint i = 0; i < n; i++)
    {
      double part = MIN_PART + MAX (room, 0) * g_array_index (self->counts, guint, i) / total;
      int left = (int) round (x);
      int right = (int) round (x + part);
      GtkAllocation place = { left, 0, MAX (right - left, 1), BAR_HEIGHT };
      gtk_widget_size_allocate (g_ptr_array_index (self->parts, i), &place, -1);
      x += part + GAP;
    }
  GtkAllocation below = { 0, BAR_HEIGHT + 10, width, MAX (height - BAR_HEIGHT - 10, 0) };
  gtk_widget_size_allocate (self->legend, &below, -1);
}

static void
bv_share_bar_dispose (GObject *object)
{
  BvShareBar *self = BV_SHARE_BAR (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_share_bar_parent_class)->dispose (object);
}

static void
bv_share_bar_finalize (GObject *object)
{
  BvShareBar *self = BV_SHARE_BAR (object);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->counts);
  G_OBJECT_CLASS (bv_share_bar_parent_class)->finalize (object);
}

static void
bv_share_bar_class_init (BvShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_share_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_share_bar_finalize;
  widget_class->measure = bv_share_bar_measure;
  widget_class->get_request_mode = bv_share_bar_get_request_mode;
  widget_class->size_allocate = bv_share_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bv-share-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bv_share_bar_init (BvShareBar *self)
{
  self->parts = g_ptr_array_new ();
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->legend = gtk_flow_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->legend), 14);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->legend), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->legend), 6);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}

static void
add_part (BvShareBar *self, const BvShare *share)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (part, "bv-part");
  gtk_widget_add_css_class (part, share->css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_ptr_array_add (self->parts, part);
  g_array_append_val (self->counts, share->count);

  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (mark, "bv-mark");
  gtk_widget_add_css_class (mark, share->css_class);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  g_autofree char *text = g_strdup_printf ("%s %u", share->label, share->count);
  GtkWidget *label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "caption");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  GtkWidget *child = gtk_flow_box_child_new ();
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->legend), child);
}

void
bv_share_bar_set (BvShareBar *self, const BvShare *shares, guint n_shares)
{
  g_return_if_fail (BV_IS_SHARE_BAR (self));
  for (guint i = 0; i < self->parts->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);
  g_array_set_size (self->counts, 0);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->legend), child);
  for (guint i = 0; i < n_shares; i++)
    if (shares[i].count > 0)
      add_part (self, &shares[i]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
