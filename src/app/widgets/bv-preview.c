// SPDX-License-Identifier: GPL-3.0-or-later
/* The preview with its bar: pages by BvPreviewView, what is loading, what went wrong. */
#define G_LOG_DOMAIN "bv-preview"

#include "bv-preview.h"

#include "base/bv-error.h"

#include <glib/gi18n.h>
#include <math.h>

struct _BvPreview
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  BvPreviewView *view;
  AdwStatusPage *placeholder;
  AdwStatusPage *error_page;
  GtkRevealer *busy_revealer;
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  GtkWidget *bar;
  GtkLabel *page_label;
  GtkLabel *zoom_label;

  /* Owned */
  GCancellable *cancellable; /* of the PDF being opened */

  /* State */
  gboolean is_busy;
  gboolean is_opening;
  guint update_source;
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvPreview, bv_preview, GTK_TYPE_WIDGET)

static void
update_actions (BvPreview *self)
{
  guint n = bv_preview_get_n_pages (self);
  guint page = bv_preview_view_get_current_page (self->view);
  double zoom = bv_preview_view_get_zoom (self->view);
  BvPreviewFit fit = bv_preview_view_get_fit (self->view);
  g_autofree char *page_text = NULL;
  g_autofree char *zoom_text = g_strdup_printf ("%d %%", (int) lround (zoom * 100));

  /* Translators: which page of how many, in the bar under a preview. */
  page_text = n > 0 ? g_strdup_printf (_ ("Page %u of %u"), page + 1, n) : g_strdup ("");
  gtk_label_set_text (self->page_label, page_text);
  gtk_label_set_text (self->zoom_label, zoom_text);
  gtk_widget_set_sensitive (self->bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", n > 0 && zoom < 4);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", n > 0 && zoom > 0.1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit-page",
                                 n > 0 && fit != BV_PREVIEW_FIT_PAGE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit-width",
                                 n > 0 && fit != BV_PREVIEW_FIT_WIDTH);
}

static gboolean
update_cb (gpointer user_data)
{
  BvPreview *self = user_data;

  self->update_source = 0;
  update_actions (self);
  return G_SOURCE_REMOVE;
}

/* The view finds its zoom while it is given its place; labels must not change size in there. */
static void
queue_update (BvPreview *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
update_busy (BvPreview *self)
{
  gboolean is_shown = self->is_busy || self->is_opening;

  gtk_spinner_set_spinning (self->spinner, is_shown);
  gtk_revealer_set_reveal_child (self->busy_revealer, is_shown);
}

static void
stop_opening (BvPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_opening = FALSE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BvPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPreviewDocument) document = bv_preview_document_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL)
    return;
  self->is_opening = FALSE;
  update_busy (self);
  if (document == NULL)
    {
      bv_preview_set_error (self, error);
      return;
    }
  bv_preview_view_set_document (self->view, document);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  update_actions (self);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPreview *self = BV_PREVIEW (widget);
  guint page = bv_preview_view_get_current_page (self->view);

  if (page > 0)
    bv_preview_view_go_to (self->view, page - 1);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPreview *self = BV_PREVIEW (widget);

  bv_preview_view_go_to (self->view, bv_preview_view_get_current_page (self->view) + 1);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_preview_view_step_zoom (BV_PREVIEW (widget)->view, 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_preview_view_step_zoom (BV_PREVIEW (widget)->view, -1);
}

static void
fit_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_preview_view_set_fit (BV_PREVIEW (widget)->view, BV_PREVIEW_FIT_PAGE);
}

static void
fit_width_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_preview_view_set_fit (BV_PREVIEW (widget)->view, BV_PREVIEW_FIT_WIDTH);
}

static void
bv_preview_dispose (GObject *object)
{
  BvPreview *self = BV_PREVIEW (object);
  GtkWidget *child;

  stop_opening (self);
  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PREVIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bv_preview_parent_class)->dispose (object);
}

static void
bv_preview_class_init (BvPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_preview_dispose;

  signals[LOADED] = g_signal_new ("loaded", BV_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL,
                                   previous_page_action);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.fit-page", NULL, fit_page_action);
  gtk_widget_class_install_action (widget_class, "preview.fit-width", NULL, fit_width_action);

  g_type_ensure (BV_TYPE_PREVIEW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/bangvang/BangVang/bv-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, view);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, error_page);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, busy_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, busy_label);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, BvPreview, zoom_label);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_set_css_name (widget_class, "bv-preview");
}

static void
bv_preview_init (BvPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GtkWidget *
bv_preview_new (void)
{
  return g_object_new (BV_TYPE_PREVIEW, NULL);
}

void
bv_preview_set_pdf (BvPreview *self, GBytes *pdf)
{
  g_return_if_fail (BV_IS_PREVIEW (self));

  stop_opening (self);
  if (pdf == NULL)
    {
      bv_preview_view_set_document (self->view, NULL);
      gtk_stack_set_visible_child_name (self->stack, "placeholder");
      update_busy (self);
      update_actions (self);
      return;
    }
  self->is_opening = TRUE;
  self->cancellable = g_cancellable_new ();
  update_busy (self);
  bv_preview_document_open_async (pdf, self->cancellable, opened_cb, g_object_ref (self));
}

void
bv_preview_set_busy (BvPreview *self, gboolean busy, const char *what)
{
  g_return_if_fail (BV_IS_PREVIEW (self));

  self->is_busy = busy;
  gtk_label_set_text (self->busy_label, what != NULL ? what : _ ("Preparing the preview…"));
  update_busy (self);
}

void
bv_preview_set_error (BvPreview *self, const GError *error)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (BV_IS_PREVIEW (self) && error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_opening (self);
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, escaped);
  bv_preview_view_set_document (self->view, NULL);
  gtk_stack_set_visible_child_name (self->stack, "error");
  update_busy (self);
  update_actions (self);
}

void
bv_preview_set_placeholder (BvPreview *self,
                            const char *icon_name,
                            const char *title,
                            const char *description)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (BV_IS_PREVIEW (self));

  escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;
  adw_status_page_set_icon_name (self->placeholder, icon_name);
  adw_status_page_set_title (self->placeholder, title);
  adw_status_page_set_description (self->placeholder, escaped);
}

guint
bv_preview_get_n_pages (BvPreview *self)
{
  BvPreviewDocument *document;

  g_return_val_if_fail (BV_IS_PREVIEW (self), 0);

  document = bv_preview_view_get_document (self->view);
  return document != NULL ? bv_preview_document_get_n_pages (document) : 0;
}

BvPreviewView *
bv_preview_get_view (BvPreview *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW (self), NULL);

  return self->view;
}

gboolean
bv_preview_is_settled (BvPreview *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW (self), TRUE);

  return !self->is_busy && !self->is_opening && bv_preview_view_is_settled (self->view);
}
