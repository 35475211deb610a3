// SPDX-License-Identifier: GPL-3.0-or-later
/* One paper in sight. It is built and laid out on a worker; of several wishes in a row only the last is shown. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-paper-view.h"

#include "base/bv-error.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-widget.h"
#include "dialogs/bv-document-save.h"
#include "pages/bv-print.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

/* What the paper is built from; shared by the preview and by a file that is being written. */
typedef struct
{
  BvPaperBuildFunc build;
  gpointer data;
  GDestroyNotify data_free;
} Source;

struct _BvPaperView
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *preview; /* BvPreview */
  GSimpleActionGroup *actions;
  BvStore *store;
  Source *source; /* counted by g_atomic_rc_box */
  char *name;
  GCancellable *making;
  GBytes *pdf;

  /* Borrowed from the group */
  GSimpleAction *save;
  GSimpleAction *print;

  /* State */
  gboolean is_making;
};

G_DEFINE_FINAL_TYPE (BvPaperView, bv_paper_view, GTK_TYPE_WIDGET)

static void
source_clear (gpointer data)
{
  Source *source = data;

  if (source->data_free != NULL)
    source->data_free (source->data);
}

static void
source_unref (gpointer source)
{
  g_atomic_rc_box_release_full (source, source_clear);
}

static void
update_actions (BvPaperView *self)
{
  gboolean is_ready = self->pdf != NULL && !self->is_making;

  g_simple_action_set_enabled (self->save, is_ready);
  g_simple_action_set_enabled (self->print, is_ready);
}

/* ── Preview ─────────────────────────────────────────────────────────────────────────────── */

static gpointer
make_pdf (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Source *source = user_data;
  g_autoptr (BvDocument) document = source->build (connection, source->data, error);

  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bv_document_to_pdf (document, error);
}

static void
made_cb (gpointer owner, gpointer result, const GError *error)
{
  BvPaperView *self = owner;
  BvPreview *preview = BV_PREVIEW (self->preview);

  self->is_making = FALSE;
  bv_preview_set_busy (preview, FALSE, NULL);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = result;
  if (error != NULL && g_error_matches (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY))
    {
      bv_preview_set_placeholder (preview, "bv-certificates-symbolic",
                                  _ ("This paper cannot be made yet"), error->message);
      bv_preview_set_pdf (preview, NULL);
    }
  else if (error != NULL)
    bv_preview_set_error (preview, error);
  else
    bv_preview_set_pdf (preview, self->pdf);
  update_actions (self);
}

void
bv_paper_view_refresh (BvPaperView *self)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self));

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (self->store == NULL || self->source == NULL)
    return;
  self->is_making = TRUE;
  self->making = g_cancellable_new ();
  bv_preview_set_busy (BV_PREVIEW (self->preview), TRUE, _ ("Making the paper…"));
  bv_read_async (G_OBJECT (self), self->store, make_pdf, g_atomic_rc_box_acquire (self->source),
                 source_unref, made_cb, (GDestroyNotify) g_bytes_unref, self->making);
  update_actions (self);
}

void
bv_paper_view_set_paper (BvPaperView *self,
                         BvStore *store,
                         BvPaperBuildFunc build,
                         gpointer data,
                         GDestroyNotify data_free,
                         const char *name)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self));

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->source, source_unref);
  g_set_object (&self->store, store);
  g_free (self->name);
  self->name = g_strdup (name);
  self->source = g_atomic_rc_box_new0 (Source);
  *self->source = (Source){ build, data, data_free };
  if (store == NULL)
    {
      self->is_making = FALSE;
      g_clear_pointer (&self->pdf, g_bytes_unref);
      bv_preview_set_busy (BV_PREVIEW (self->preview), FALSE, NULL);
      bv_preview_set_pdf (BV_PREVIEW (self->preview), NULL);
      update_actions (self);
      return;
    }
  bv_paper_view_refresh (self);
}

/* ── Save and print ──────────────────────────────────────────────────────────────────────── */

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  Source *source = data;

  return source->build (connection, source->data, error);
}

void
bv_paper_view_save (BvPaperView *self, const char *path)
{
  BvDocumentSaveWords words = {
    .working = _ ("Saving the Paper"),
    .failed = _ ("The paper could not be saved"),
    .saved = _ ("The paper is saved."),
  };

  g_return_if_fail (BV_IS_PAPER_VIEW (self) && path != NULL);
  g_return_if_fail (self->store != NULL && self->source != NULL);

  bv_document_save_run (GTK_WIDGET (self), self->store, path, &words, build,
                        g_atomic_rc_box_acquire (self->source), source_unref);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_paper_view_save (BV_PAPER_VIEW (widget), path);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BvPaperView *self = user_data;
  const char *format = g_variant_get_string (parameter, NULL);

  bv_document_save_ask (GTK_WIDGET (self), _ ("Save the Paper"), self->name, format,
                        path_chosen_cb);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BvPaperView *self = user_data;
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation = bv_print_pdf_new (self->pdf, self->name, &error);

  if (operation != NULL)
    bv_print_run (GTK_WIDGET (self), operation);
  else
    bv_toast_error (GTK_WIDGET (self), _ ("It could not be printed"), error);
}

GMenuModel *
bv_paper_view_create_save_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_PDF, to print and send…"), "paper.save::pdf");
  g_menu_append (menu, _ ("_ODT, to go on writing…"), "paper.save::odt");
  g_menu_append (menu, _ ("_XLSX, its tables…"), "paper.save::xlsx");
  return G_MENU_MODEL (menu);
}

void
bv_paper_view_offer_actions (BvPaperView *self, GtkWidget *widget)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self) && GTK_IS_WIDGET (widget));
  gtk_widget_insert_action_group (widget, "paper", G_ACTION_GROUP (self->actions));
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_paper_view_dispose (GObject *object)
{
  BvPaperView *self = BV_PAPER_VIEW (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->source, source_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->preview, gtk_widget_unparent);

  G_OBJECT_CLASS (bv_paper_view_parent_class)->dispose (object);
}

static void
bv_paper_view_class_init (BvPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_view_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save", "s",
                                       "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_paper_view_init (BvPaperView *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_cb, .parameter_type = "s" },
    { .name = "print", .activate = print_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->save = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "save"));
  self->print = G_SIMPLE_ACTION (
    g_action_map_lookup_action (G_ACTION_MAP (self->actions), "print"));
  bv_paper_view_offer_actions (self, GTK_WIDGET (self));
  self->preview = bv_preview_new ();
  gtk_widget_set_parent (self->preview, GTK_WIDGET (self));
  bv_preview_view_set_fit (bv_preview_get_view (BV_PREVIEW (self->preview)), BV_PREVIEW_FIT_WIDTH);
  update_actions (self);
}

GtkWidget *
bv_paper_view_new (void)
{
  return g_object_new (BV_TYPE_PAPER_VIEW, NULL);
}

BvPreview *
bv_paper_view_get_preview (BvPaperView *self)
{
  g_return_val_if_fail (BV_IS_PAPER_VIEW (self), NULL);
  return BV_PREVIEW (self->preview);
}

gboolean
bv_paper_view_is_settled (BvPaperView *self)
{
  g_return_val_if_fail (BV_IS_PAPER_VIEW (self), TRUE);
  return !self->is_making && bv_preview_is_settled (BV_PREVIEW (self->preview));
}
