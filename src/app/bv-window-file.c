// SPDX-License-Identifier: GPL-3.0-or-later
/* The file behind the window: opening, what to say when that fails, backup and restore. Opening may
 * migrate an older file, so it runs on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "bv-application.h"
#include "bv-settings.h"
#include "bv-toast.h"
#include "bv-window-private.h"
#include "compat/bv-file-dialog.h"
#include "dialogs/bv-setup.h"
#include "dialogs/bv-work.h"
#include "exchange/bv-demo.h"
#include "merit/bv-decision.h"
#include "movement/bv-indicator-summary.h"
#include "office/bv-office.h"
#include "office/bv-setting.h"

#include <glib/gi18n.h>
#include <string.h>

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  GError *error = NULL;
  BvStore *store = bv_store_open (path, BV_STORE_OPEN, &error);
  if (store == NULL && g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY))
    {
      /* To look is better than to be turned away. */
      g_autoptr (GError) second = NULL;
      store = bv_store_open (path, BV_STORE_READ_ONLY, &second);
      if (store != NULL)
        g_clear_error (&error);
    }
  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static const char *
problem_title (const GError *error)
{
  if (error->domain == BV_STORE_ERROR)
    switch (error->code)
      {
      case BV_STORE_ERROR_NOT_FOUND:
        return _ ("The file is not there");
      case BV_STORE_ERROR_BUSY:
        return _ ("Another program holds the file");
      case BV_STORE_ERROR_CORRUPT:
        return _ ("The file is damaged");
      case BV_STORE_ERROR_NEWER_SCHEMA:
        return _ ("The file needs a newer Bảng Vàng");
      case BV_STORE_ERROR_FOREIGN_FILE:
        return _ ("This is not a file of Bảng Vàng");
      default:
        break;
      }
  return _ ("The file could not be opened");
}

static void
show_problem (BvWindow *self, const GError *error)
{
  /* The message names the file and says that it was left as it is. */
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->problem_page, problem_title (error));
  adw_status_page_set_description (self->problem_page, escaped);
  /* What helps most stands out: a damaged file will be no better a second time. */
  gboolean may_restore = g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT)
                         || g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  gtk_widget_set_visible (self->problem_restore, may_restore);
  GtkWidget *best = may_restore ? self->problem_restore : self->problem_retry;
  GtkWidget *other = may_restore ? self->problem_retry : self->problem_restore;
  gtk_widget_add_css_class (best, "suggested-action");
  gtk_widget_remove_css_class (other, "suggested-action");
  gtk_stack_set_visible_child_name (self->main_stack, "problem");
  gtk_widget_grab_focus (best);
}

/* ── The year to begin with ──────────────────────────────────────────────────────────────── */

static int
newest (GArray *years)
{
  int year = 0;
  for (guint i = 0; years != NULL && i < years->len; i++)
    year = MAX (year, g_array_index (years, int, i));
  return year;
}

/* The year the office works on; else the newest that has anything; else this year. */
static int
find_year (BvStore *store)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvLease) lease = bv_store_lease (store, NULL);
  if (lease == NULL)
    return bv_date_year (today);
  BvConnection *connection = bv_lease_connection (lease);
  int year = (int) bv_setting_get_int (connection, BV_SETTING_WORKING_YEAR, NULL);
  if (year != 0)
    return year;
  g_autoptr (GArray) decisions = bv_decision_list_years (connection, NULL);
  g_autoptr (GArray) figures = bv_indicator_years (connection, NULL);
  year = MAX (newest (decisions), newest (figures));
  return year != 0 ? year : bv_date_year (today);
}

/* ── The first-run assistant ─────────────────────────────────────────────────────────────── */

static gboolean
is_set_up (BvStore *store, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  gboolean answer = FALSE;
  return lease != NULL && bv_office_is_set_up (bv_lease_connection (lease), &answer, error)
         && answer;
}

static void
setup_done_cb (BvSetup *setup, BvStore *store, BvWindow *self)
{
  bv_settings_remember_file (bv_store_get_path (store));
  _bv_window_update_recent (self);
  bv_window_set_store (self, store);
  bv_window_show_page (self, "overview");
}

static void
setup_cancelled_cb (BvSetup *setup, BvWindow *self)
{
  if (self->store != NULL)
    gtk_stack_set_visible_child_name (self->main_stack, "main");
}

static gboolean
new_window_cb (gpointer user_data)
{
  BvWindow *self = user_data;
  BvWindow *window = bv_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  bv_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* Another language takes hold with a new window, once the list that it was chosen from has closed. */
static void
language_changed_cb (BvSetup *setup, BvWindow *self)
{
  bv_application_use_language ();
  g_idle_add_full (G_PRIORITY_LOW, new_window_cb, g_object_ref (self), g_object_unref);
}

/* An assistant begins afresh each time. */
static BvSetup *
show_setup (BvWindow *self)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->main_stack, "setup");
  if (old != NULL)
    gtk_stack_remove (self->main_stack, old);
  GtkWidget *setup = bv_setup_new ();
  bv_setup_set_can_cancel (BV_SETUP (setup), self->store != NULL);
  g_signal_connect (setup, "done", G_CALLBACK (setup_done_cb), self);
  g_signal_connect (setup, "cancelled", G_CALLBACK (setup_cancelled_cb), self);
  g_signal_connect (setup, "language-changed", G_CALLBACK (language_changed_cb), self);
  gtk_stack_add_named (self->main_stack, setup, "setup");
  gtk_stack_set_visible_child_name (self->main_stack, "setup");
  return BV_SETUP (setup);
}

void
bv_window_show_start (BvWindow *self)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  show_setup (self);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_setup_start_new (show_setup (BV_WINDOW (widget)));
}

/* ── The demo district ───────────────────────────────────────────────────────────────────── */

static gboolean
demo_work (gpointer data,
           BvProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  const char *path = data;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE; /* made before: what was tried out in it stays */
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The folder “%s” cannot be made."),
                   folder);
      return FALSE;
    }
  g_autoptr (BvStore) store = bv_store_open (path, BV_STORE_CREATE, error);
  gboolean ok = store != NULL && bv_demo_load (store, NULL, error);
  if (store != NULL)
    bv_store_close (store);
  return ok;
}

static void
demo_done (GtkWidget *widget, gpointer data, const GError *error)
{
  if (error != NULL)
    bv_toast_error (widget, _ ("The demo district could not be made"), error);
  else
    bv_window_open_path (BV_WINDOW (widget), data);
}

static void
open_demo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  char *path = g_build_filename (g_get_user_data_dir (), "bangvang", "huyen-mau.bangvang", NULL);
  bv_work_run (widget, _ ("Making the demo district"), demo_work, path, g_free, demo_done);
}

/* ── Opening ─────────────────────────────────────────────────────────────────────────────── */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BvWindow *self = BV_WINDOW (source);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->opening_spinner);
  if (store == NULL)
    {
      bv_window_set_store (self, NULL);
      show_problem (self, error);
      return;
    }
  g_autofree char *actor = g_settings_get_string (bv_settings_get (), "actor");
  if (*actor != '\0')
    bv_store_set_actor (store, actor);
  g_autofree char *last = g_settings_get_string (bv_settings_get (), "last-file");
  int year = g_settings_get_int (bv_settings_get (), "year");
  if (year == 0 || !g_str_equal (last, path))
    year = find_year (store);
  bv_settings_remember_file (path);
  _bv_window_update_recent (self);
  if (!is_set_up (store, &error))
    {
      if (error == NULL)
        bv_setup_use_store (show_setup (self), store);
      else
        show_problem (self, error);
      return;
    }
  bv_window_set_year (self, year);
  bv_window_set_store (self, store);
}

void
bv_window_open_path (BvWindow *self, const char *path)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  BvPage *page = bv_window_get_page (self);
  if (page != NULL && !bv_page_may_leave (page))
    return;
  g_autofree char *copy = g_canonicalize_filename (path, NULL);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  gtk_stack_set_visible_child_name (self->main_stack, "opening");
  gtk_spinner_start (self->opening_spinner);
  g_autoptr (GTask) task = g_task_new (self, self->opening, opened_cb, NULL);
  g_task_set_source_tag (task, bv_window_open_path);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, open_thread);
}

static void
open_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_window_open_path (BV_WINDOW (widget), path);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_open (widget, _ ("Open an office file"), BV_FILE_OFFICE, open_chosen_cb, NULL);
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_open_path (BV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
retry_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->path != NULL)
    bv_window_open_path (self, self->path);
}

/* ── Backup and restore ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store; /* (nullable): to be opened from @from */
  char *from;
  char *to;
} Copy;

static void
copy_free (Copy *copy)
{
  g_clear_object (&copy->store);
  g_free (copy->from);
  g_free (copy->to);
  g_free (copy);
}

static gboolean
copy_work (gpointer data,
           BvProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  Copy *copy = data;
  if (copy->store == NULL)
    copy->store = bv_store_open (copy->from, BV_STORE_READ_ONLY, error);
  return copy->store != NULL
         && bv_store_backup (copy->store, copy->to, progress, progress_data, cancellable, error);
}

static void
backup_done (GtkWidget *widget, gpointer data, const GError *error)
{
  const Copy *copy = data;
  if (error != NULL)
    {
      bv_toast_error (widget, _ ("No backup was made"), error);
      return;
    }
  g_autofree char *name = g_path_get_basename (copy->to);
  /* TRANSLATORS: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("Backup made and checked: %s"), name);
  bv_toast_message (widget, message);
}

static void
backup_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->store == NULL)
    return;
  Copy *copy = g_new0 (Copy, 1);
  copy->store = g_object_ref (self->store);
  copy->to = g_strdup (path);
  bv_work_run (widget, _ ("Making a backup"), copy_work, copy, (GDestroyNotify) copy_free,
               backup_done);
}

/* "bang-vang", of "/…/bang-vang.bangvang" */
static char *
base_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  if (g_str_has_suffix (name, ".bangvang"))
    name[strlen (name) - strlen (".bangvang")] = '\0';
  return g_steal_pointer (&name);
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  if (self->store == NULL)
    return;
  g_autofree char *today = bv_date_today ();
  g_autofree char *base = base_name (bv_store_get_path (self->store));
  g_autofree char *proposed = g_strdup_printf ("%s-%s.bangvang", base, today);
  bv_file_dialog_save (widget, _ ("Make a backup"), proposed, BV_FILE_OFFICE, backup_chosen_cb,
                       NULL);
}

static void
restore_done (GtkWidget *widget, gpointer data, const GError *error)
{
  const Copy *copy = data;
  if (error != NULL)
    bv_toast_error (widget, _ ("The backup could not be restored"), error);
  else
    bv_window_open_path (BV_WINDOW (widget), copy->to);
}

/* The damaged file stays for whoever may save more from it; the backup becomes a file beside it. */
static void
restore_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  BvWindow *self = BV_WINDOW (widget);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = base_name (self->path);
  g_autofree char *today = bv_date_today ();
  Copy *copy = g_new0 (Copy, 1);
  copy->from = g_strdup (path);
  for (guint i = 1; copy->to == NULL || g_file_test (copy->to, G_FILE_TEST_EXISTS); i++)
    {
      g_free (copy->to);
      g_autofree char *name = i == 1
                                ? g_strdup_printf ("%s-khoi-phuc-%s.bangvang", base, today)
                                : g_strdup_printf ("%s-khoi-phuc-%s-%u.bangvang", base, today, i);
      copy->to = g_build_filename (folder, name, NULL);
    }
  bv_work_run (widget, _ ("Restoring the backup"), copy_work, copy, (GDestroyNotify) copy_free,
               restore_done);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_open (widget, _ ("Choose a backup"), BV_FILE_OFFICE, restore_chosen_cb, NULL);
}

void
_bv_window_update_recent (BvWindow *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (bv_settings_get (), "recent-files");
  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (recent[i]);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", recent[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

void
_bv_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.retry-open", NULL, retry_open_action);
  gtk_widget_class_install_action (widget_class, "win.open-demo", NULL, open_demo_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
}
