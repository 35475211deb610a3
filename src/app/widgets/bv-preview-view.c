// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * Sheets of a PDF in a scroller. Everything that draws happens on the thread of BvPreviewDocument;
 * here pictures are only asked for, kept (least recently seen dropped first) and laid out.
 */
#define G_LOG_DOMAIN "bv-preview"

#include "bv-preview-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 24.0
#define GAP 18.0
#define PIXELS_PER_POINT (96.0 / 72.0) /* at zoom 1, as the desktop measures */

typedef struct
{
  BvPreviewView *view; /* owned */
  guint page;
  double scale;
  gboolean is_near;
  GCancellable *cancellable;
} Request;

enum
{
  PROP_0,
  PROP_CURRENT_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  DRAWN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BvPreviewView,
                               bv_preview_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void ask_for_pictures (BvPreviewView *self);

static guint
get_n_pages (BvPreviewView *self)
{
  return self->document != NULL ? bv_preview_document_get_n_pages (self->document) : 0;
}

/* Pixels of the widget for each point of the paper. */
static double
get_scale (BvPreviewView *self)
{
  return self->zoom * PIXELS_PER_POINT;
}

static void
get_page_rect (BvPreviewView *self, guint page, graphene_rect_t *rect)
{
  double width, height, scale = get_scale (self);
  double outer = MAX (self->content_width, gtk_widget_get_width (GTK_WIDGET (self)));
  double x, y;

  bv_preview_document_get_page_size (self->document, page, &width, &height);
  x = (outer - width * scale) / 2 - gtk_adjustment_get_value (self->hadjustment);
  y = self->tops[page] - gtk_adjustment_get_value (self->vadjustment);
  /* A document shorter than the window stands in its middle. */
  if (self->content_height < gtk_widget_get_height (GTK_WIDGET (self)))
    y += (gtk_widget_get_height (GTK_WIDGET (self)) - self->content_height) / 2;
  graphene_rect_init (rect, (float) floor (x), (float) floor (y), (float) round (width * scale),
                      (float) round (height * scale));
}

static void
request_free (Request *request)
{
  g_clear_object (&request->view);
  g_clear_object (&request->cancellable);
  g_free (request);
}

static void
cancel_requests (BvPreviewView *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    g_cancellable_cancel (((Request *) g_ptr_array_index (self->requests, i))->cancellable);
  g_ptr_array_set_size (self->requests, 0);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  BvPreviewView *self = request->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture)
    texture = bv_preview_document_render_finish (BV_PREVIEW_DOCUMENT (source), result, &error);

  g_ptr_array_remove_fast (self->requests, request);
  if (texture != NULL && self->document == BV_PREVIEW_DOCUMENT (source))
    {
      bv_preview_pictures_keep (&self->pictures, request->page, request->scale, texture);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_signal_emit (self, signals[DRAWN], 0, request->page);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("%s", error->message);
  request_free (request);
}

static void
request_page (BvPreviewView *self, guint page, gboolean is_near)
{
  double scale = get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  Request *request;

  if (bv_preview_pictures_find (&self->pictures, page, scale, TRUE) != NULL)
    return;
  for (guint i = 0; i < self->requests->len; i++)
    {
      Request *pending = g_ptr_array_index (self->requests, i);

      if (pending->page == page && fabs (pending->scale - scale) <= 0.001
          && pending->is_near == is_near)
        return;
    }

  request = g_new0 (Request, 1);
  request->view = g_object_ref (self);
  request->page = page;
  request->scale = scale;
  request->is_near = is_near;
  request->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->requests, request);
  bv_preview_document_render_async (
    self->document, page, scale, is_near ? BV_PREVIEW_PRIORITY_NEAR : BV_PREVIEW_PRIORITY_VISIBLE,
    request->cancellable, rendered_cb, request);
}

/* The pages that cut the window: first to last, both included. */
static gboolean
get_visible_pages (BvPreviewView *self, guint *first, guint *last)
{
  guint n = get_n_pages (self);
  double top, bottom;

  if (n == 0 || self->tops == NULL || gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return FALSE;
  top = gtk_adjustment_get_value (self->vadjustment);
  bottom = top + gtk_widget_get_height (GTK_WIDGET (self));
  *first = 0;
  while (*first + 1 < n && self->tops[*first + 1] - GAP <= top)
    (*first)++;
  *last = *first;
  while (*last + 1 < n && self->tops[*last + 1] < bottom)
    (*last)++;
  return TRUE;
}

static gboolean
ask_cb (gpointer user_data)
{
  BvPreviewView *self = user_data;
  double scale = get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint first, last;

  self->ask_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !get_visible_pages (self, &first, &last))
    return G_SOURCE_REMOVE;

  /* What is asked for and no longer wanted must not stand before what is wanted. */
  for (guint i = self->requests->len; i > 0; i--)
    {
      Request *request = g_ptr_array_index (self->requests, i - 1);

      if (request->page + 1 < first || request->page > last + 1
          || fabs (request->scale - scale) > 0.001)
        {
          g_cancellable_cancel (request->cancellable);
          g_ptr_array_remove_index_fast (self->requests, i - 1);
        }
    }
  for (guint page = first; page <= last; page++)
    request_page (self, page, FALSE);
  if (last + 1 < get_n_pages (self))
    request_page (self, last + 1, TRUE);
  if (first > 0)
    request_page (self, first - 1, TRUE);
  return G_SOURCE_REMOVE;
}

/* Asks a moment later, so that a turning wheel does not ask for every zoom on its way. */
static void
ask_for_pictures (BvPreviewView *self)
{
  if (self->ask_id == 0)
    self->ask_id = g_timeout_add (40, ask_cb, self);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BvPreviewView) self = user_data;
  g_autofree char *text = bv_preview_document_text_finish (BV_PREVIEW_DOCUMENT (source), result,
                                                           NULL);

  if (text == NULL || self->document != BV_PREVIEW_DOCUMENT (source))
    return;
  g_strdelimit (text, "\n\r\f", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
describe_page (BvPreviewView *self)
{
  g_autofree char *label = NULL;

  g_cancellable_cancel (self->text_cancellable);
  g_clear_object (&self->text_cancellable);
  if (get_n_pages (self) == 0)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Preview, no pages"), -1);
      return;
    }
  label = g_strdup_printf (_ ("Preview, page %u of %u"), self->current_page + 1,
                           get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->text_cancellable = g_cancellable_new ();
  bv_preview_document_text_async (self->document, self->current_page, self->text_cancellable,
                                  text_cb, g_object_ref (self));
}

static void
update_current_page (BvPreviewView *self)
{
  guint first, last, page;
  double middle;

  if (!get_visible_pages (self, &first, &last))
    return;
  /* The page that holds the upper third of the window is the one being read. */
  middle = gtk_adjustment_get_value (self->vadjustment)
           + gtk_widget_get_height (GTK_WIDGET (self)) / 3.0;
  page = first;
  while (page < last && self->tops[page + 1] <= middle)
    page++;
  if (page != self->current_page)
    {
      self->current_page = page;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_PAGE]);
      describe_page (self);
    }
}

static void
layout_pages (BvPreviewView *self, int width, int height)
{
  guint n = get_n_pages (self);
  double widest = 1, tallest = 1, scale, y = MARGIN, zoom = self->zoom;

  for (guint i = 0; i < n; i++)
    {
      double page_width, page_height;

      bv_preview_document_get_page_size (self->document, i, &page_width, &page_height);
      widest = MAX (widest, page_width);
      tallest = MAX (tallest, page_height);
    }
  if (self->fit != BV_PREVIEW_FIT_NONE && n > 0 && width > 0 && height > 0)
    {
      zoom = MAX (width - 2 * MARGIN, 1) / (widest * PIXELS_PER_POINT);
      if (self->fit == BV_PREVIEW_FIT_PAGE)
        zoom = MIN (zoom, MAX (height - 2 * MARGIN, 1) / (tallest * PIXELS_PER_POINT));
      zoom = CLAMP (zoom, BV_PREVIEW_MIN_ZOOM, BV_PREVIEW_MAX_ZOOM);
    }
  if (fabs (zoom - self->zoom) > 0.0001)
    {
      self->zoom = zoom;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
    }

  scale = get_scale (self);
  self->content_width = round (widest * scale) + 2 * MARGIN;
  self->tops = g_renew (double, self->tops, n + 1);
  for (guint i = 0; i < n; i++)
    {
      double page_width, page_height;

      bv_preview_document_get_page_size (self->document, i, &page_width, &page_height);
      self->tops[i] = y;
      y += round (page_height * scale) + GAP;
    }
  self->tops[n] = y;
  self->content_height = n > 0 ? y - GAP + MARGIN : 0;
}

static void
configure_adjustments (BvPreviewView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  gtk_adjustment_configure (self->hadjustment, gtk_adjustment_get_value (self->hadjustment), 0,
                            MAX (self->content_width, width), width * 0.1, width * 0.9, width);
  gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                            MAX (self->content_height, height), height * 0.1, height * 0.9, height);
}

/* Lays out anew and keeps the spot of the paper under (@x, @y) where it is. */
void
bv_preview_view_relayout_around (BvPreviewView *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double old_height = self->content_height, old_width = self->content_width;
  double fraction_x, fraction_y;

  if (get_n_pages (self) == 0 || width <= 0 || height <= 0 || old_height <= 0)
    {
      gtk_widget_queue_allocate (widget);
      return;
    }
  fraction_x = (gtk_adjustment_get_value (self->hadjustment) + x) / MAX (old_width, width);
  fraction_y = (gtk_adjustment_get_value (self->vadjustment) + y) / MAX (old_height, height);
  layout_pages (self, width, height);
  configure_adjustments (self);
  gtk_adjustment_set_value (self->hadjustment, fraction_x * MAX (self->content_width, width) - x);
  gtk_adjustment_set_value (self->vadjustment, fraction_y * MAX (self->content_height, height) - y);
  update_current_page (self);
  ask_for_pictures (self);
  gtk_widget_queue_draw (widget);
}

static void
scrolled_cb (BvPreviewView *self)
{
  if (self->tops == NULL)
    return;
  update_current_page (self);
  ask_for_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (BvPreviewView *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot == adjustment && adjustment != NULL)
    return;
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, scrolled_cb, self);
  g_clear_object (slot);
  *slot = g_object_ref_sink (adjustment != NULL ? adjustment
                                                : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*slot, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scale_factor_cb (BvPreviewView *self)
{
  ask_for_pictures (self);
}

static void
bv_preview_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 600;
}

static gboolean
configure_cb (gpointer user_data)
{
  BvPreviewView *self = user_data;

  self->configure_id = 0;
  configure_adjustments (self);
  if (self->restored > 0)
    gtk_adjustment_set_value (self->vadjustment, self->restored * self->content_height);
  update_current_page (self);
  ask_for_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
bv_preview_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (widget);
  double old_height = self->content_height;

  layout_pages (self, width, height);
  if (gtk_adjustment_get_upper (self->hadjustment) != MAX (self->content_width, width)
      || gtk_adjustment_get_upper (self->vadjustment) != MAX (self->content_height, height)
      || gtk_adjustment_get_page_size (self->hadjustment) != width
      || gtk_adjustment_get_page_size (self->vadjustment) != height)
    {
      /* A scroll bar that comes or goes asks for a new size, which must not happen while sizes are
       * given: GTK 4.8 then draws a frame without them. It happens before the next one. */
      self->restored = self->fit != BV_PREVIEW_FIT_NONE && old_height > 0
                         ? gtk_adjustment_get_value (self->vadjustment) / old_height
                         : -1;
      if (self->configure_id == 0)
        self->configure_id = g_idle_add_full (GTK_PRIORITY_RESIZE, configure_cb, self, NULL);
    }
  ask_for_pictures (self);
}

static void
snapshot_page (BvPreviewView *self, GtkSnapshot *snapshot, guint page)
{
  double scale = get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA near_shadow = { 0, 0, 0, 0.18f };
  const GdkRGBA far_shadow = { 0, 0, 0, 0.12f };
  graphene_rect_t rect;
  GskRoundedRect outline;
  GdkTexture *picture;

  get_page_rect (self, page, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &far_shadow, 0, 4, 0, 12);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &near_shadow, 0, 1, 0, 2);
  gtk_snapshot_append_color (snapshot, &white, &rect);
  picture = bv_preview_pictures_find (&self->pictures, page, scale, FALSE);
  if (picture != NULL)
    gtk_snapshot_append_texture (snapshot, picture, &rect);
}

static void
bv_preview_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  guint first, last;

  if (!get_visible_pages (self, &first, &last))
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint page = first; page <= last; page++)
    snapshot_page (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
}

static void
bv_preview_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bv_preview_view_parent_class)->map (widget);
  ask_for_pictures (BV_PREVIEW_VIEW (widget));
}

static void
bv_preview_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (object);

  switch (prop_id)
    {
    case PROP_CURRENT_PAGE:
      g_value_set_uint (value, self->current_page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_int (value, (int) self->fit);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bv_preview_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      bv_preview_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_FIT:
      bv_preview_view_set_fit (self, (BvPreviewFit) g_value_get_int (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bv_preview_view_dispose (GObject *object)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (object);

  cancel_requests (self);
  g_cancellable_cancel (self->text_cancellable);
  g_clear_object (&self->text_cancellable);
  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_clear_handle_id (&self->configure_id, g_source_remove);
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->hadjustment, scrolled_cb, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->document);
  bv_preview_pictures_clear (&self->pictures);

  G_OBJECT_CLASS (bv_preview_view_parent_class)->dispose (object);
}

static void
bv_preview_view_finalize (GObject *object)
{
  BvPreviewView *self = BV_PREVIEW_VIEW (object);

  g_free (self->tops);
  g_ptr_array_unref (self->requests);

  G_OBJECT_CLASS (bv_preview_view_parent_class)->finalize (object);
}

static void
bv_preview_view_class_init (BvPreviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_preview_view_get_property;
  object_class->set_property = bv_preview_view_set_property;
  object_class->dispose = bv_preview_view_dispose;
  object_class->finalize = bv_preview_view_finalize;
  widget_class->measure = bv_preview_view_measure;
  widget_class->size_allocate = bv_preview_view_size_allocate;
  widget_class->snapshot = bv_preview_view_snapshot;
  widget_class->map = bv_preview_view_map;

  props[PROP_CURRENT_PAGE] = g_param_spec_uint ("current-page", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double (
    "zoom", NULL, NULL, BV_PREVIEW_MIN_ZOOM, BV_PREVIEW_MAX_ZOOM, 1,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_FIT] = g_param_spec_int (
    "fit", NULL, NULL, BV_PREVIEW_FIT_PAGE, BV_PREVIEW_FIT_NONE, BV_PREVIEW_FIT_PAGE,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[DRAWN] = g_signal_new ("drawn", BV_TYPE_PREVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  bv_preview_view_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bv-preview-view");
  /* GTK 4.8 marks its DOCUMENT role as unused; an image with words is what readers are told. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_preview_view_init (BvPreviewView *self)
{
  self->zoom = 1;
  self->requests = g_ptr_array_new ();
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);

  bv_preview_view_add_controllers (self);
  describe_page (self);
}

void
bv_preview_view_set_document (BvPreviewView *self, BvPreviewDocument *document)
{
  guint n;

  g_return_if_fail (BV_IS_PREVIEW_VIEW (self));

  cancel_requests (self);
  /* Old pictures of a page stand in until the new one has come: a live preview does not flash. */
  if (document == NULL)
    bv_preview_pictures_clear (&self->pictures);
  else
    bv_preview_pictures_set_stale (&self->pictures);
  g_set_object (&self->document, document);
  n = get_n_pages (self);
  if (n > 0)
    self->current_page = MIN (self->current_page, n - 1);
  else
    self->current_page = 0;
  layout_pages (self, gtk_widget_get_width (GTK_WIDGET (self)),
                gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  describe_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_PAGE]);
}

BvPreviewDocument *
bv_preview_view_get_document (BvPreviewView *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), NULL);

  return self->document;
}

void
bv_preview_view_set_fit (BvPreviewView *self, BvPreviewFit fit)
{
  g_return_if_fail (BV_IS_PREVIEW_VIEW (self));

  if (self->fit != fit)
    {
      self->fit = fit;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
    }
  bv_preview_view_relayout_around (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
}

BvPreviewFit
bv_preview_view_get_fit (BvPreviewView *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), BV_PREVIEW_FIT_PAGE);

  return self->fit;
}

void
bv_preview_view_set_zoom (BvPreviewView *self, double zoom)
{
  g_return_if_fail (BV_IS_PREVIEW_VIEW (self));

  self->zoom = CLAMP (zoom, BV_PREVIEW_MIN_ZOOM, BV_PREVIEW_MAX_ZOOM);
  self->fit = BV_PREVIEW_FIT_NONE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  bv_preview_view_relayout_around (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                   gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

double
bv_preview_view_get_zoom (BvPreviewView *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), 1);

  return self->zoom;
}

void
bv_preview_view_step_zoom (BvPreviewView *self, int steps)
{
  g_return_if_fail (BV_IS_PREVIEW_VIEW (self));

  bv_preview_view_set_zoom (self, self->zoom * pow (BV_PREVIEW_ZOOM_STEP, steps));
}

guint
bv_preview_view_get_current_page (BvPreviewView *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), 0);

  return self->current_page;
}

void
bv_preview_view_go_to (BvPreviewView *self, guint page)
{
  g_return_if_fail (BV_IS_PREVIEW_VIEW (self));

  if (page >= get_n_pages (self) || self->tops == NULL)
    return;
  gtk_adjustment_set_value (self->vadjustment, self->tops[page] - (page == 0 ? MARGIN : GAP / 2));
}

GdkTexture *
bv_preview_view_get_texture (BvPreviewView *self, guint page)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), NULL);

  return bv_preview_pictures_find (
    &self->pictures, page, get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    FALSE);
}

gboolean
bv_preview_view_is_settled (BvPreviewView *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_VIEW (self), TRUE);

  if (self->ask_id != 0 || self->configure_id != 0)
    return FALSE;
  for (guint i = 0; i < self->requests->len; i++)
    if (!((Request *) g_ptr_array_index (self->requests, i))->is_near)
      return FALSE;
  return TRUE;
}
