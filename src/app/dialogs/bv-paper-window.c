// SPDX-License-Identifier: GPL-3.0-or-later
/* A window with one paper: preview, print, save. It knows how to build its paper, not what it is. */
#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-paper-window.h"

#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-accessible.h"
#include "dialogs/bv-document-save.h"
#include "pages/bv-print.h"

#include <glib/gi18n.h>

/* How to build the paper; shared with the workers that do. */
typedef struct
{
  BvPaperFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Recipe;

static void
recipe_clear (gpointer pointer)
{
  Recipe *recipe = pointer;

  if (recipe->data_free != NULL)
    recipe->data_free (recipe->data);
}

static void
recipe_unref (gpointer pointer)
{
  g_atomic_rc_box_release_full (pointer, recipe_clear);
}

struct _BvPaperWindow
{
  AdwWindow parent_instance;

  /* Template */
  BvPreview *preview;
  AdwToastOverlay *toasts;

  /* Owned */
  BvStore *store;
  Recipe *recipe;
  char *file_name;
  GBytes *pdf;
  GCancellable *making;
};

G_DEFINE_FINAL_TYPE (BvPaperWindow, bv_paper_window, ADW_TYPE_WINDOW)

static void
update_actions (BvPaperWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", self->pdf != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.save", self->pdf != NULL);
}

static gpointer
make_pdf (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Recipe *recipe = user_data;
  g_autoptr (BvDocument) document = recipe->func (connection, recipe->data, error);

  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bv_document_to_pdf (document, error);
}

static void
made_cb (gpointer owner, gpointer result, const GError *error)
{
  BvPaperWindow *self = owner;

  bv_preview_set_busy (self->preview, FALSE, NULL);
  self->pdf = result;
  if (error != NULL)
    bv_preview_set_error (self->preview, error);
  else
    bv_preview_set_pdf (self->preview, self->pdf);
  update_actions (self);
}

/* ── Saving and printing ───────────────────────────────────────────────────────────────────── */

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  Recipe *recipe = data;

  return recipe->func (connection, recipe->data, error);
}

static void
tell_saved (GtkWidget *widget, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("“%s” is saved."), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (BV_PAPER_WINDOW (widget)->toasts, adw_toast_new (escaped));
}

void
bv_paper_window_save (BvPaperWindow *self, const char *path)
{
  BvDocumentSaveWords words = {
    .working = _ ("Saving the Paper"),
    .failed = _ ("The paper could not be saved"),
    .tell = tell_saved,
  };

  bv_document_save_run (GTK_WIDGET (self), self->store, path, &words, build,
                        g_atomic_rc_box_acquire (self->recipe), recipe_unref);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_paper_window_save (BV_PAPER_WINDOW (widget), path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPaperWindow *self = BV_PAPER_WINDOW (widget);
  const char *format = g_variant_get_string (parameter, NULL);

  bv_document_save_ask (widget, _ ("Save the Paper"), self->file_name, format, path_chosen_cb);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPaperWindow *self = BV_PAPER_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation = bv_print_pdf_new (
    self->pdf, gtk_window_get_title (GTK_WINDOW (self)), &error);

  if (operation != NULL)
    bv_print_run (widget, operation);
  else
    bv_toast_error (widget, _ ("It could not be printed"), error);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_paper_window_dispose (GObject *object)
{
  BvPaperWindow *self = BV_PAPER_WINDOW (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PAPER_WINDOW);
  g_clear_object (&self->store);
  g_clear_pointer (&self->recipe, recipe_unref);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->pdf, g_bytes_unref);

  G_OBJECT_CLASS (bv_paper_window_parent_class)->dispose (object);
}

static void
bv_paper_window_class_init (BvPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_window_dispose;
  g_type_ensure (BV_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, BvPaperWindow, toasts);
  gtk_widget_class_install_action (widget_class, "paper.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save", "s",
                                       "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_paper_window_init (BvPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_accessible_name_buttons (GTK_WIDGET (self));
  update_actions (self);
}

BvPaperWindow *
bv_paper_window_present (GtkWidget *parent,
                         BvStore *store,
                         const char *title,
                         const char *file_name,
                         BvPaperFunc func,
                         gpointer data,
                         GDestroyNotify data_free)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  BvPaperWindow *self = g_object_new (BV_TYPE_PAPER_WINDOW, "title", title, "transient-for",
                                      GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->store = g_object_ref (store);
  self->file_name = g_strdup (file_name);
  self->recipe = g_atomic_rc_box_new0 (Recipe);
  self->recipe->func = func;
  self->recipe->data = data;
  self->recipe->data_free = data_free;
  self->making = g_cancellable_new ();
  bv_preview_set_busy (self->preview, TRUE, _ ("Making the paper…"));
  bv_read_async (G_OBJECT (self), store, make_pdf, g_atomic_rc_box_acquire (self->recipe),
                 recipe_unref, made_cb, (GDestroyNotify) g_bytes_unref, self->making);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

BvPreview *
bv_paper_window_get_preview (BvPaperWindow *self)
{
  g_return_val_if_fail (BV_IS_PAPER_WINDOW (self), NULL);

  return self->preview;
}

GBytes *
bv_paper_window_get_pdf (BvPaperWindow *self)
{
  g_return_val_if_fail (BV_IS_PAPER_WINDOW (self), NULL);

  return self->pdf;
}
