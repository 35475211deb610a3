// SPDX-License-Identifier: GPL-3.0-or-later
/* A form in a window of its own: Cancel, Save, and the question about unsaved changes. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-form.h"

#include "base/bv-error.h"

#include <glib/gi18n.h>

#define WIDTH 600
/* Taller than this a form scrolls, whatever the window behind it. */
#define MAX_HEIGHT 800
/* What a window leaves of the one behind it: it is seen that something stands there. */
#define HEIGHT_LEFT 60

/* The frame that a window has where nothing composes the screen stands inside its size. */
#define FRAME 10

struct _BvFormWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkWidget *header;
  GtkButton *save_button;
  GtkSpinner *spinner;
  AdwBin *bin;

  /* Owned */
  gpointer user_data;
  GDestroyNotify user_data_free;

  /* Borrowed */
  BvForm *form;
  BvFormSaveFunc save;

  /* State */
  guint fit_source;
  gboolean is_busy;
  gboolean may_close;
};

G_DEFINE_FINAL_TYPE (BvFormWindow, bv_form_window, ADW_TYPE_WINDOW)

/* As tall as the form, up to the window behind it. It grows when a row or a message comes, and never shrinks
 * under the hand. */
static void
fit (BvFormWindow *self)
{
  GtkWindow *behind = gtk_window_get_transient_for (GTK_WINDOW (self));
  int limit = MAX_HEIGHT;
  int bar, form, width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width <= 0)
    width = WIDTH;
  if (behind != NULL && gtk_widget_get_height (GTK_WIDGET (behind)) > 2 * HEIGHT_LEFT)
    limit = MIN (limit, gtk_widget_get_height (GTK_WIDGET (behind)) - HEIGHT_LEFT);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, NULL, &bar, NULL, NULL);
  form = bv_form_measure_height (self->form, width) + FRAME;
  if (MIN (bar + form, limit) > height)
    gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (bar + form, limit));
}

static gboolean
fit_idle_cb (gpointer user_data)
{
  BvFormWindow *self = user_data;

  self->fit_source = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* Later: the rows that a change shows or hides are not there yet while it is told. */
static void
fit_soon (BvFormWindow *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (fit_idle_cb, self);
}

static gboolean
close_idle_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
discard_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  BvFormWindow *self = user_data;
  if (g_str_equal (response, "discard"))
    {
      /* When the question itself is gone: it still points at this window. */
      self->may_close = TRUE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_idle_cb, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
ask (BvFormWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the changes?"),
                                              _ ("What was changed here is not saved yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
bv_form_window_close_request (GtkWindow *window)
{
  BvFormWindow *self = BV_FORM_WINDOW (window);
  if (self->is_busy)
    return TRUE;
  if (!self->may_close && self->form != NULL && bv_form_is_dirty (self->form))
    {
      ask (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (bv_form_window_parent_class)->close_request (window);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFormWindow *self = BV_FORM_WINDOW (widget);
  if (!self->is_busy && bv_form_check (self->form))
    self->save (self, self->form, self->user_data);
  fit_soon (self);
}

static void
bv_form_window_dispose (GObject *object)
{
  BvFormWindow *self = BV_FORM_WINDOW (object);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_FORM_WINDOW);
  if (self->user_data_free != NULL && self->user_data != NULL)
    self->user_data_free (g_steal_pointer (&self->user_data));
  self->form = NULL;
  G_OBJECT_CLASS (bv_form_window_parent_class)->dispose (object);
}

static void
bv_form_window_class_init (BvFormWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_form_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bv_form_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvFormWindow, header);
  gtk_widget_class_bind_template_child (widget_class, BvFormWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, BvFormWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BvFormWindow, bin);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
bv_form_window_init (BvFormWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BvFormWindow *
bv_form_window_present (GtkWidget *parent,
                        const char *title,
                        BvForm *form,
                        const char *save_label,
                        BvFormSaveFunc save,
                        gpointer user_data,
                        GDestroyNotify user_data_free)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  BvFormWindow *self = g_object_new (BV_TYPE_FORM_WINDOW, "title", title, "transient-for",
                                     GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->form = form;
  self->save = save;
  self->user_data = user_data;
  self->user_data_free = user_data_free;
  if (save_label != NULL)
    gtk_button_set_label (self->save_button, save_label);
  adw_bin_set_child (self->bin, GTK_WIDGET (form));
  g_signal_connect_object (form, "changed", G_CALLBACK (fit_soon), self, G_CONNECT_SWAPPED);
  fit (self);
  gtk_window_present (GTK_WINDOW (self));
  bv_form_focus_first (form);
  return self;
}

BvForm *
bv_form_window_get_form (BvFormWindow *self)
{
  g_return_val_if_fail (BV_IS_FORM_WINDOW (self), NULL);
  return self->form;
}

void
bv_form_window_finish (BvFormWindow *self, const GError *error)
{
  g_return_if_fail (BV_IS_FORM_WINDOW (self));
  bv_form_window_set_busy (self, FALSE);
  if (error != NULL)
    {
      bv_form_set_message (self->form, error->message);
      /* A rule speaks against it: it may stand with a reason. */
      if (g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
        bv_form_ask_override (self->form);
      fit_soon (self);
      return;
    }
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

void
bv_form_window_act_done (GtkWidget *window, gint64 act_id, const GError *error, gpointer user_data)
{
  bv_form_window_finish (BV_FORM_WINDOW (window), error);
}

void
bv_form_window_set_busy (BvFormWindow *self, gboolean busy)
{
  g_return_if_fail (BV_IS_FORM_WINDOW (self));
  self->is_busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->bin), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.cancel", !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}
