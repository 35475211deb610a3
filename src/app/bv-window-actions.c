// SPDX-License-Identifier: GPL-3.0-or-later
/* What the window does besides showing pages: undo and redo, and opening a file that was written.
 * Undo waits for the writer thread, so it runs on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-toast.h"
#include "bv-window-private.h"
#include "dialogs/bv-eligibility-window.h"
#include "dialogs/bv-import-window.h"
#include "dialogs/bv-law-window.h"
#include "dialogs/bv-preferences.h"
#include "dialogs/bv-search-window.h"
#include "pages/bv-papers-window.h"
#include "pages/bv-record-window.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  gint64 act_id; /* 0: the newest */
  gboolean is_redo;
  char *title; /* out */
} Undo;

static void
undo_free (Undo *undo)
{
  g_clear_object (&undo->store);
  g_free (undo->title);
  g_free (undo);
}

static void
undo_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Undo *undo = task_data;
  GError *error = NULL;
  gboolean ok = undo->is_redo
                  ? bv_store_redo (undo->store, undo->act_id, &undo->title, NULL, &error)
                  : bv_store_undo (undo->store, undo->act_id, &undo->title, NULL, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
undo_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BvWindow *self = BV_WINDOW (source);
  Undo *undo = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      bv_toast_error (GTK_WIDGET (self),
                      undo->is_redo ? _ ("This cannot be done again") : _ ("This cannot be undone"),
                      error);
      return;
    }
  g_autofree char *message
    /* TRANSLATORS: %s is the sentence of the act, e.g. "Import 214 people". */
    = g_strdup_printf (undo->is_redo ? _ ("Done again: %s") : _ ("Undone: %s"), undo->title);
  bv_toast_undone (GTK_WIDGET (self), message);
}

static void
start_undo (BvWindow *self, gint64 act_id, gboolean is_redo)
{
  if (self->store == NULL)
    return;
  Undo *undo = g_new0 (Undo, 1);
  undo->store = g_object_ref (self->store);
  undo->act_id = act_id;
  undo->is_redo = is_redo;
  g_autoptr (GTask) task = g_task_new (self, NULL, undo_done_cb, NULL);
  g_task_set_source_tag (task, start_undo);
  g_task_set_task_data (task, undo, (GDestroyNotify) undo_free);
  g_task_run_in_thread (task, undo_thread);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_undo (BV_WINDOW (widget), 0, FALSE);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_undo (BV_WINDOW (widget), 0, TRUE);
}

static void
undo_act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_undo (BV_WINDOW (widget), g_variant_get_int64 (parameter), FALSE);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->store != NULL)
    bv_search_window_present (GTK_WINDOW (self), self->store, NULL);
}

/* The whole record of a person, unit or household, from wherever its name stands. */
static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->store != NULL)
    bv_record_window_present (GTK_WINDOW (self), self->store, g_variant_get_int64 (parameter));
}

/* What a subject may get; of 0: who may get an award. */
static void
may_get_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->store != NULL)
    bv_eligibility_window_present (GTK_WINDOW (self), self->store, g_variant_get_int64 (parameter),
                                   NULL, self->year);
}

static void
show_papers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  gint64 dossier_id, decision_id;

  g_variant_get (parameter, "(xx)", &dossier_id, &decision_id);
  if (self->store != NULL && (dossier_id != 0 || decision_id != 0))
    bv_papers_window_present (GTK_WINDOW (self), self->store, dossier_id, decision_id);
}

/* A page lists the records of the window's year: one of another year is shown in its own. */
static void
open_record_in_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  const char *kind;
  gint64 id;
  int year;
  g_variant_get (parameter, "(&sxi)", &kind, &id, &year);
  if (year > 0)
    bv_window_set_year (self, year);
  bv_window_open_record (self, kind, id);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_preferences_present (GTK_WINDOW (widget), BV_WINDOW (widget)->store);
}

static void
law_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);

  if (self->store != NULL)
    bv_law_window_present (GTK_WINDOW (self), self->store);
}

static void
show_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_file_get_uri (file);
  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  BvImportTarget target;
  const char *code;
  gint64 decision_id;
  g_variant_get (parameter, "(&sx)", &code, &decision_id);
  if (self->store != NULL && bv_import_target_from_code (code, &target))
    bv_import_window_present (widget, self->store, target, decision_id, NULL);
}

/* Into what the page in front is about. */
static void
import_here (BvWindow *self, const char *path)
{
  BvPage *page = bv_window_get_page (self);
  BvImportTarget target;
  gint64 decision_id = 0;
  const char *code = page != NULL ? bv_page_get_import_target (page, &decision_id) : "people";
  if (bv_import_target_from_code (code, &target))
    bv_import_window_present (GTK_WIDGET (self), self->store, target, decision_id, path);
}

static void
import_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  import_here (BV_WINDOW (widget), NULL);
}

static gboolean
is_table (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".csv", ".tsv", ".txt" };
  g_autofree char *folded = g_ascii_strdown (path, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

/* A spreadsheet that is dropped on the window goes into the assistant, an office's file is opened. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvWindow *self)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));
  if (path == NULL)
    return FALSE;
  if (g_str_has_suffix (path, ".bangvang"))
    bv_window_open_path (self, path);
  else if (is_table (path) && self->store != NULL && !bv_store_is_read_only (self->store))
    import_here (self, path);
  else
    return FALSE;
  return TRUE;
}

void
_bv_window_accept_files (BvWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* The keys of the page in front (Ctrl+N, Ctrl+E) work from the sidebar too. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        BvWindow *self)
{
  BvPage *page = bv_window_get_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (page == NULL || (state & GDK_CONTROL_MASK) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (page))
      || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    return GDK_EVENT_PROPAGATE;
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (page));
}

void
_bv_window_forward_keys (BvWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* An underscore in an act's title is no mnemonic. */
static char *
escape_mnemonic (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  return g_strjoinv ("__", parts);
}

void
_bv_window_update_undo (BvWindow *self)
{
  g_autofree char *undo = self->store != NULL ? bv_store_get_undo_title (self->store) : NULL;
  g_autofree char *redo = self->store != NULL ? bv_store_get_redo_title (self->store) : NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  if (undo != NULL)
    {
      g_autofree char *title = escape_mnemonic (undo);
      /* TRANSLATORS: %s is the sentence of the act, e.g. "Import 214 people". */
      undo_label = g_strdup_printf (_ ("_Undo: %s"), title);
    }
  if (redo != NULL)
    {
      g_autofree char *title = escape_mnemonic (redo);
      /* TRANSLATORS: %s is the sentence of the act, e.g. "Import 214 people". */
      redo_label = g_strdup_printf (_ ("_Redo: %s"), title);
    }
  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo_label != NULL ? undo_label : _ ("_Undo"), "win.undo");
  g_menu_append (self->undo_section, redo_label != NULL ? redo_label : _ ("_Redo"), "win.redo");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gboolean may_write = self->store != NULL && !bv_store_is_read_only (self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.may-get", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-here", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.law", self->store != NULL);
}

void
_bv_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-act", "x", undo_act_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "x", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.open-record-in-year", "(sxi)",
                                   open_record_in_year_action);
  gtk_widget_class_install_action (widget_class, "win.may-get", "x", may_get_action);
  gtk_widget_class_install_action (widget_class, "win.show-papers", "(xx)", show_papers_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.law", NULL, law_action);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "win.import", "(sx)", import_action);
  gtk_widget_class_install_action (widget_class, "win.import-here", NULL, import_here_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import-here",
                                       NULL);
}
