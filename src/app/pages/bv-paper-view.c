// SPDX-License-Identifier: GPL-3.0-or-later
/* One paper in sight. It is built and laid out on a worker; of several wishes in a row only the last is shown. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-paper-view.h"

#include "base/bv-error.h"
#include "base/bv-file.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-accessible.h"
#include "compat/bv-widget.h"
#include "dialogs/bv-document-save.h"
#include "pages/bv-print.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A paper that is made sooner than this needs no way to stop it. */
#define STOP_AFTER 1200 /* ms */

/* What the paper is built from; shared by the preview and by a file that is being written. */
typedef struct
{
  BvPaperBuildFunc build;
  BvPaperPdfFunc make; /* in place of @build: there is no document */
  gpointer data;
  GDestroyNotify data_free;
} Source;

struct _BvPaperView
{
  GtkWidget parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  BvPreview *preview;
  GtkRevealer *stop_revealer;

  /* Owned */
  GSimpleActionGroup *actions;
  BvStore *store;
  Source *source; /* counted by g_atomic_rc_box */
  char *name;
  GCancellable *making;
  GBytes *pdf;
  GError *error; /* (nullable): why there is no PDF */

  /* State */
  gboolean is_making;
  guint make_source;
  guint stop_source;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
enable (BvPaperView *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_actions (BvPaperView *self)
{
  gboolean is_ready = self->pdf != NULL && !self->is_making;

  enable (self, "save", is_ready);
  enable (self, "print", is_ready);
  enable (self, "open", is_ready);
  enable (self, "stop", self->is_making);
  enable (self, "make", self->source != NULL && self->store != NULL && !self->is_making);
}

/* ── Preview ─────────────────────────────────────────────────────────────────────────────── */

static gpointer
make_pdf (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Source *source = user_data;
  g_autoptr (BvDocument) document = NULL;

  if (source->make != NULL)
    return source->make (connection, source->data, cancellable, error);
  document = source->build (connection, source->data, error);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bv_document_to_pdf_cancellable (document, cancellable, error);
}

static gboolean
offer_stop_cb (gpointer user_data)
{
  BvPaperView *self = user_data;

  self->stop_source = 0;
  gtk_revealer_set_reveal_child (self->stop_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
set_making (BvPaperView *self, gboolean is_making)
{
  self->is_making = is_making;
  bv_preview_set_busy (self->preview, is_making, is_making ? _ ("Making the paper…") : NULL);
  g_clear_handle_id (&self->stop_source, g_source_remove);
  if (is_making)
    self->stop_source = g_timeout_add (STOP_AFTER, offer_stop_cb, self);
  else
    gtk_revealer_set_reveal_child (self->stop_revealer, FALSE);
}

static void
stop_making (BvPaperView *self)
{
  g_clear_handle_id (&self->make_source, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
made_cb (gpointer owner, gpointer result, const GError *error)
{
  BvPaperView *self = owner;

  set_making (self, FALSE);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
  self->pdf = result;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (error != NULL && g_error_matches (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY))
    {
      bv_preview_set_placeholder (self->preview, "bv-certificates-symbolic",
                                  _ ("This paper cannot be made yet"), error->message);
      bv_preview_set_pdf (self->preview, NULL);
    }
  else if (error != NULL)
    bv_preview_set_error (self->preview, error);
  else
    bv_preview_set_pdf (self->preview, self->pdf);
  update_actions (self);
  g_signal_emit (self, signals[MADE], 0);
}

static gboolean
make_cb (gpointer user_data)
{
  BvPaperView *self = user_data;

  self->make_source = 0;
  self->making = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, make_pdf, g_atomic_rc_box_acquire (self->source),
                 source_unref, made_cb, (GDestroyNotify) g_bytes_unref, self->making);
  return G_SOURCE_REMOVE;
}

static void
start_making (BvPaperView *self, guint pause)
{
  stop_making (self);
  if (self->store == NULL || self->source == NULL)
    return;
  set_making (self, TRUE);
  if (pause > 0)
    self->make_source = g_timeout_add (pause, make_cb, self);
  else
    make_cb (self);
  update_actions (self);
}

void
bv_paper_view_refresh (BvPaperView *self)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self));

  start_making (self, 0);
}

static void
set_source (BvPaperView *self, BvStore *store, Source source, const char *name, guint pause)
{
  stop_making (self);
  g_clear_pointer (&self->source, source_unref);
  g_set_object (&self->store, store);
  g_free (self->name);
  self->name = g_strdup (name);
  self->source = g_atomic_rc_box_new0 (Source);
  *self->source = source;
  if (store != NULL)
    {
      start_making (self, pause);
      return;
    }
  set_making (self, FALSE);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
  bv_preview_set_pdf (self->preview, NULL);
  update_actions (self);
}

void
bv_paper_view_set_paper (BvPaperView *self,
                         BvStore *store,
                         BvPaperBuildFunc build,
                         gpointer data,
                         GDestroyNotify data_free,
                         const char *name,
                         guint pause)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self));

  set_source (self, store, (Source){ build, NULL, data, data_free }, name, pause);
}

void
bv_paper_view_set_pdf (BvPaperView *self,
                       BvStore *store,
                       BvPaperPdfFunc make,
                       gpointer data,
                       GDestroyNotify data_free,
                       const char *name,
                       guint pause)
{
  g_return_if_fail (BV_IS_PAPER_VIEW (self));

  set_source (self, store, (Source){ NULL, make, data, data_free }, name, pause);
}

/* What is in sight is older than what was asked for: it does not stay. */
static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BvPaperView *self = user_data;

  stop_making (self);
  set_making (self, FALSE);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
  bv_preview_set_placeholder (self->preview, "process-stop-symbolic",
                              _ ("The paper was not finished"), _ ("F5 makes it anew."));
  bv_preview_set_pdf (self->preview, NULL);
  update_actions (self);
}

static void
make_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bv_paper_view_refresh (user_data);
}

/* ── Files ───────────────────────────────────────────────────────────────────────────────── */

static void
show_file (BvPaperView *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
show_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_file (user_data, g_variant_get_string (parameter, NULL));
}

/* In the window that the paper is in: the one below may be covered by it. */
static void
tell_saved (GtkWidget *widget, const char *path)
{
  BvPaperView *self = BV_PAPER_VIEW (widget);
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("“%s” is saved."), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, 8);
  adw_toast_set_action_name (toast, "paper.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (path));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  Source *source = data;

  return source->build (connection, source->data, error);
}

/* What is in sight: a PDF that is no document is not made a second time. */
static void
save_bytes (BvPaperView *self, const char *path, const char *failed)
{
  g_autoptr (GError) error = NULL;

  if (self->pdf == NULL)
    return;
  if (bv_file_replace (path, self->pdf, &error))
    tell_saved (GTK_WIDGET (self), path);
  else
    bv_toast_error (GTK_WIDGET (self), failed, error);
}

void
bv_paper_view_save (BvPaperView *self, const char *path)
{
  BvDocumentSaveWords words = {
    .working = _ ("Saving the Paper"),
    .failed = _ ("The paper could not be saved"),
    .tell = tell_saved,
  };

  g_return_if_fail (BV_IS_PAPER_VIEW (self) && path != NULL);
  g_return_if_fail (self->store != NULL && self->source != NULL);

  if (self->source->make != NULL)
    {
      save_bytes (self, path, words.failed);
      return;
    }
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

/* A folder for papers that other programs look at. Those of the last session go when the first of this one comes. */
static char *
prepare_folder (void)
{
  static gboolean is_clean = FALSE;
  char *folder = g_build_filename (g_get_user_cache_dir (), "bangvang", "papers", NULL);

  if (!is_clean)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_remove (path);
        }
      is_clean = TRUE;
    }
  g_mkdir_with_parents (folder, 0700);
  return folder;
}

char *
bv_paper_view_write_copy (BvPaperView *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (BV_IS_PAPER_VIEW (self) && self->pdf != NULL, NULL);

  folder = prepare_folder ();
  name = g_strdup_printf ("%s.pdf", self->name);
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  path = g_build_filename (folder, name, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (self->pdf, NULL),
                                 (gssize) g_bytes_get_size (self->pdf),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BvPaperView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bv_paper_view_write_copy (self, &error);

  if (path != NULL)
    show_file (self, path);
  else
    bv_toast_error (GTK_WIDGET (self), _ ("The paper could not be opened"), error);
}

/* ── Zoom, keys ──────────────────────────────────────────────────────────────────────────── */

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bv_preview_view_step_zoom (bv_preview_get_view (BV_PAPER_VIEW (user_data)->preview), 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bv_preview_view_step_zoom (bv_preview_get_view (BV_PAPER_VIEW (user_data)->preview), -1);
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bv_preview_view_set_fit (bv_preview_get_view (BV_PAPER_VIEW (user_data)->preview),
                           BV_PREVIEW_FIT_PAGE);
}

void
bv_paper_view_offer_actions (BvPaperView *self, GtkWidget *widget)
{
  static const struct
  {
    const char *keys;
    const char *action;
  } shortcuts[] = {
    { "<Control>s", "paper.save::pdf" },
    { "<Control>p", "paper.print" },
    { "F5", "paper.make" },
    { "<Control>plus|<Control>equal|<Control>KP_Add", "paper.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "paper.zoom-out" },
    { "<Control>0|<Control>KP_0", "paper.fit" },
  };
  GtkEventController *controller;

  g_return_if_fail (BV_IS_PAPER_VIEW (self) && GTK_IS_WIDGET (widget));

  gtk_widget_insert_action_group (widget, "paper", G_ACTION_GROUP (self->actions));
  controller = gtk_shortcut_controller_new ();
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      if (!g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL))
        g_assert_not_reached ();
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                   gtk_named_action_new (name));
      if (target != NULL)
        gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (widget, controller);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_paper_view_dispose (GObject *object)
{
  BvPaperView *self = BV_PAPER_VIEW (object);

  stop_making (self);
  g_clear_handle_id (&self->stop_source, g_source_remove);
  g_clear_pointer (&self->source, source_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_error (&self->error);
  g_clear_object (&self->store);
  /* A window around it may hold the actions a moment longer. */
  if (self->actions != NULL)
    {
      g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

      for (guint i = 0; names[i] != NULL; i++)
        g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
    }
  g_clear_object (&self->actions);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_PAPER_VIEW);

  G_OBJECT_CLASS (bv_paper_view_parent_class)->dispose (object);
}

static void
bv_paper_view_class_init (BvPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_view_dispose;

  signals[MADE] = g_signal_new ("made", BV_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (BV_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, toasts);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, preview);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, stop_revealer);
}

static void
bv_paper_view_init (BvPaperView *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_cb, .parameter_type = "s" },
    { .name = "print", .activate = print_cb },
    { .name = "open", .activate = open_cb },
    { .name = "show-file", .activate = show_file_cb, .parameter_type = "s" },
    { .name = "stop", .activate = stop_cb },
    { .name = "make", .activate = make_action_cb },
    { .name = "zoom-in", .activate = zoom_in_cb },
    { .name = "zoom-out", .activate = zoom_out_cb },
    { .name = "fit", .activate = fit_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_accessible_name_buttons (GTK_WIDGET (self));
  bv_preview_view_set_fit (bv_preview_get_view (self->preview), BV_PREVIEW_FIT_WIDTH);
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
  return self->preview;
}

GBytes *
bv_paper_view_get_pdf (BvPaperView *self)
{
  g_return_val_if_fail (BV_IS_PAPER_VIEW (self), NULL);
  return self->pdf;
}

const GError *
bv_paper_view_get_error (BvPaperView *self)
{
  g_return_val_if_fail (BV_IS_PAPER_VIEW (self), NULL);
  return self->error;
}

gboolean
bv_paper_view_is_settled (BvPaperView *self)
{
  g_return_val_if_fail (BV_IS_PAPER_VIEW (self), TRUE);
  return !self->is_making && bv_preview_is_settled (self->preview);
}
