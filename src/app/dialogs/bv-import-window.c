// SPDX-License-Identifier: GPL-3.0-or-later
/* The import assistant. All reading, checking and writing runs on a worker behind the window of long
 * work; the import object is touched by one thread at a time, so the window rests meanwhile. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-import-window.h"

#include "base/bv-number.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "dialogs/bv-import-columns.h"
#include "dialogs/bv-import-rows.h"
#include "dialogs/bv-work.h"
#include "exchange/bv-import.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

struct _BvImportWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkButton *next_button;
  GtkWidget *choose_button;
  GtkRevealer *message_revealer;
  GtkLabel *message_label;
  GtkStack *stack;
  GtkWidget *file_box;
  AdwComboRow *target_row;
  BvImportColumns *columns;
  BvImportRows *rows;

  /* Owned */
  BvStore *store;
  BvImport *import; /* NULL until a file was read */

  /* State */
  gint64 decision_id;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (BvImportWindow, bv_import_window, ADW_TYPE_WINDOW)

const char *
bv_import_window_get_step (BvImportWindow *self)
{
  g_return_val_if_fail (BV_IS_IMPORT_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

gboolean
bv_import_window_is_busy (BvImportWindow *self)
{
  g_return_val_if_fail (BV_IS_IMPORT_WINDOW (self), FALSE);
  return self->is_busy;
}

static gboolean
is_step (BvImportWindow *self, const char *step)
{
  return g_strcmp0 (bv_import_window_get_step (self), step) == 0;
}

static void
show_message (BvImportWindow *self, const char *message)
{
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
}

static guint
count_writes (BvImportWindow *self)
{
  BvImportCounts counts;
  bv_import_get_counts (self->import, &counts);
  return counts.n[BV_IMPORT_ROW_NEW] + counts.n[BV_IMPORT_ROW_UPDATED];
}

static void
update_actions (BvImportWindow *self)
{
  gboolean may_go_on = FALSE;
  g_autofree char *label = NULL;
  if (is_step (self, "columns"))
    {
      g_autofree char *problem = bv_import_columns_get_problem (self->columns);
      show_message (self, problem);
      may_go_on = problem == NULL;
      label = g_strdup (_ ("_Check the rows"));
    }
  else if (is_step (self, "rows"))
    {
      guint n = count_writes (self);
      g_autofree char *number = bv_number_format_int (n);
      may_go_on = n > 0;
      /* TRANSLATORS: button; %s is a number with its group marks. */
      label = g_strdup_printf (ngettext ("_Import %s row", "_Import %s rows", n), number);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->next_button, label);
  gtk_widget_set_visible (self->back_button, !is_step (self, "file"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", may_go_on && !self->is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", !self->is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", !self->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !self->is_busy);
}

static void
go_to (BvImportWindow *self, const char *step)
{
  show_message (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, step);
  adw_window_title_set_subtitle (self->title, self->import != NULL && !g_str_equal (step, "file")
                                                ? bv_import_get_file_name (self->import)
                                                : "");
  update_actions (self);
  /* Enter goes on, and never throws away. */
  gtk_widget_grab_focus (g_str_equal (step, "file") ? self->choose_button
                                                    : GTK_WIDGET (self->next_button));
}

/* ── Work ────────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  WORK_LOAD,
  WORK_REREAD,
  WORK_CHECK,
  WORK_COMMIT,
} WorkKind;

typedef struct
{
  WorkKind kind;
  BvImport *import; /* owned */
  char *path;
  int sheet;
  int encoding;
  gint64 act_id; /* out */
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->import);
  g_free (work->path);
  g_free (work);
}

static gboolean
run_work (gpointer data,
          BvProgressFunc progress,
          gpointer progress_data,
          GCancellable *cancellable,
          GError **error)
{
  Work *work = data;
  gboolean ok = FALSE;
  bv_import_set_progress (work->import, progress, progress_data);
  switch (work->kind)
    {
    case WORK_LOAD:
      ok = bv_import_load (work->import, work->path, cancellable, error);
      break;
    case WORK_REREAD:
      ok = (work->sheet < 0
            || bv_import_set_sheet (work->import, (guint) work->sheet, cancellable, error))
           && (work->encoding < 0
               || bv_import_set_encoding (work->import, work->encoding, cancellable, error));
      break;
    case WORK_CHECK:
      ok = bv_import_check (work->import, cancellable, error);
      break;
    case WORK_COMMIT:
      ok = bv_import_commit (work->import, &work->act_id, cancellable, error);
      break;
    default:
      g_assert_not_reached ();
    }
  bv_import_set_progress (work->import, NULL, NULL);
  return ok;
}

static void
committed (BvImportWindow *self, const Work *work)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *title = bv_import_get_title (work->import);
  if (parent != NULL && work->act_id > 0)
    bv_toast_done (parent, self->store, work->act_id, title);
  else if (parent != NULL)
    bv_toast_message (parent, _ ("Everything in the file was there already."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
work_done (GtkWidget *widget, gpointer data, const GError *error)
{
  BvImportWindow *self = BV_IMPORT_WINDOW (widget);
  const Work *work = data;
  self->is_busy = FALSE;
  if (error != NULL)
    {
      update_actions (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_message (self, error->message);
      return;
    }
  switch (work->kind)
    {
    case WORK_LOAD:
      g_set_object (&self->import, work->import);
      bv_import_columns_set_import (self->columns, self->store, self->import, self->decision_id);
      go_to (self, "columns");
      break;
    case WORK_REREAD:
      bv_import_columns_update (self->columns);
      update_actions (self);
      break;
    case WORK_CHECK:
      bv_import_rows_show (self->rows, self->import);
      go_to (self, "rows");
      break;
    case WORK_COMMIT:
    default:
      committed (self, work);
      break;
    }
}

static void
start_work (BvImportWindow *self, Work *work, const char *title)
{
  self->is_busy = TRUE;
  update_actions (self);
  bv_work_run (GTK_WIDGET (self), title, run_work, work, (GDestroyNotify) work_free, work_done);
}

static Work *
work_new (WorkKind kind, BvImport *import)
{
  Work *work = g_new0 (Work, 1);
  work->kind = kind;
  work->import = g_object_ref (import);
  work->sheet = work->encoding = -1;
  return work;
}

static void
load (BvImportWindow *self, const char *path)
{
  if (self->is_busy)
    return;
  g_autoptr (BvImport)
    import = bv_import_new (self->store, adw_combo_row_get_selected (self->target_row));
  Work *work = work_new (WORK_LOAD, import);
  work->path = g_strdup (path);
  show_message (self, NULL);
  start_work (self, work, _ ("Reading the file"));
}

/* ── Callbacks ───────────────────────────────────────────────────────────────────────────── */

static void
columns_changed_cb (BvImportWindow *self)
{
  if (self->import != NULL && is_step (self, "columns"))
    update_actions (self);
}

static void
reread_cb (BvImportWindow *self, int sheet, int encoding)
{
  Work *work = work_new (WORK_REREAD, self->import);
  work->sheet = sheet;
  work->encoding = encoding;
  start_work (self, work, _ ("Reading the file"));
}

static void
start_check (BvImportWindow *self)
{
  start_work (self, work_new (WORK_CHECK, self->import), _ ("Checking the rows"));
}

static void
recheck_cb (BvImportWindow *self)
{
  start_check (self);
}

static void
file_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  load (BV_IMPORT_WINDOW (widget), path);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvImportWindow *self)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));
  if (path == NULL || !is_step (self, "file"))
    return FALSE;
  load (self, path);
  return TRUE;
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_open (widget, _ ("Choose a spreadsheet"), BV_FILE_XLSX | BV_FILE_CSV,
                       file_chosen_cb, NULL);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvImportWindow *self = BV_IMPORT_WINDOW (widget);
  if (is_step (self, "columns"))
    {
      bv_import_columns_apply (self->columns);
      start_check (self);
    }
  else if (is_step (self, "rows"))
    start_work (self, work_new (WORK_COMMIT, self->import), _ ("Importing"));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvImportWindow *self = BV_IMPORT_WINDOW (widget);
  go_to (self, is_step (self, "rows") ? "columns" : "file");
}

/* Nothing was written, so nothing is asked. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!BV_IMPORT_WINDOW (widget)->is_busy)
    gtk_window_close (GTK_WINDOW (widget));
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_import_window_dispose (GObject *object)
{
  BvImportWindow *self = BV_IMPORT_WINDOW (object);
  g_clear_object (&self->store);
  g_clear_object (&self->import);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_IMPORT_WINDOW);
  G_OBJECT_CLASS (bv_import_window_parent_class)->dispose (object);
}

static void
bv_import_window_class_init (BvImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_import_window_dispose;
  g_type_ensure (BV_TYPE_IMPORT_COLUMNS);
  g_type_ensure (BV_TYPE_IMPORT_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, file_box);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, target_row);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, BvImportWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, recheck_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.next", NULL);
}

static void
bv_import_window_init (BvImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  g_autoptr (GtkStringList) targets = gtk_string_list_new (NULL);
  for (int i = 0; i < BV_N_IMPORT_TARGETS; i++)
    gtk_string_list_append (targets, bv_import_target_get_label (i));
  adw_combo_row_set_model (self->target_row, G_LIST_MODEL (targets));
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (drop));
}

BvImportWindow *
bv_import_window_present (GtkWidget *parent,
                          BvStore *store,
                          BvImportTarget target,
                          gint64 decision_id,
                          const char *path)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (BV_IS_STORE (store), NULL);
  BvImportWindow *self = g_object_new (BV_TYPE_IMPORT_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  self->store = g_object_ref (store);
  self->decision_id = decision_id;
  adw_combo_row_set_selected (self->target_row, target);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  go_to (self, "file");
  gtk_window_present (GTK_WINDOW (self));
  if (path != NULL)
    load (self, path);
  return self;
}
