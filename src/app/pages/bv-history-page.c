// SPDX-License-Identifier: GPL-3.0-or-later
/* The history: a list of acts and, beside it, what the one selected changed. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-history-page.h"

#include "bv-act.h"
#include "bv-toast.h"
#include "dialogs/bv-work.h"
#include "documents/bv-audit.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More rows than this say no more than their number. */
#define MAX_RECORDS 100

struct _BvHistoryPage
{
  BvPage parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  AdwBin *columns_bin;
  BvListView *list;
  GtkWidget *pane;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwPreferencesGroup *changes_group;

  /* Owned */
  GPtrArray *rows;       /* of changes_group; borrowed elements */
  GCancellable *reading; /* of the changes */

  /* State */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (BvHistoryPage, bv_history_page, BV_TYPE_PAGE)

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

static char *
format_time (BvRow *row, guint column)
{
  return bv_audit_format_time (bv_row_get_text (row, column));
}

static char *
format_title (BvRow *row, guint column)
{
  const char *title = bv_row_get_text (row, column);
  const char *kind = bv_row_get_text (row, BV_AUDIT_COLUMN_KIND);
  if (g_str_equal (kind, "undo"))
    /* TRANSLATORS: an entry of the history; %s is the act that was taken back. */
    return g_strdup_printf (_ ("Taken back: %s"), title);
  if (g_str_equal (kind, "redo"))
    /* TRANSLATORS: an entry of the history; %s is the act that was done again. */
    return g_strdup_printf (_ ("Done again: %s"), title);
  return g_strdup (title);
}

static char *
format_state (BvRow *row, guint column)
{
  /* TRANSLATORS: state of an act in the history. */
  return g_strdup (bv_row_get_int (row, column) != 0 ? _ ("taken back") : "");
}

static const BvListColumn columns[] = {
  { "when", N_ ("When"), BV_LIST_COLUMN_TEXT, BV_AUDIT_COLUMN_AT, 132, FALSE, FALSE, format_time },
  { "what", N_ ("What was done"), BV_LIST_COLUMN_TITLE, BV_AUDIT_COLUMN_TITLE, 0, FALSE, FALSE,
    format_title },
  { "state", N_ ("State"), BV_LIST_COLUMN_TEXT, BV_AUDIT_COLUMN_IS_UNDONE, 100, FALSE, FALSE,
    format_state },
  { "who", N_ ("Who"), BV_LIST_COLUMN_TEXT, BV_AUDIT_COLUMN_ACTOR, 120 },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvHistoryPage *self = user_data;
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  return bv_audit_source (*search != '\0' ? search : NULL);
}

/* (transfer full) (nullable) */
static BvRow *
get_selected_row (BvHistoryPage *self)
{
  BvRowList *rows = bv_list_view_get_rows (self->list);
  gint64 id = bv_list_view_get_selected (self->list);
  guint position = rows != NULL && id != 0 ? bv_row_list_find (rows, id) : G_MAXUINT;
  return position != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (rows), position) : NULL;
}

/* ── The pane ────────────────────────────────────────────────────────────────────────────── */

static void
clear_changes (BvHistoryPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->changes_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_change_row (BvHistoryPage *self, GtkWidget *row)
{
  adw_preferences_group_add (self->changes_group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_field_row (const BvAuditField *field)
{
  g_autofree char *text = NULL;
  if (*field->old_value != '\0' && *field->new_value != '\0')
    text = g_strdup_printf ("%s → %s", field->old_value, field->new_value);
  else if (*field->new_value != '\0')
    text = g_strdup (field->new_value);
  else
    text = g_strdup_printf ("%s → –", field->old_value);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "bv-fact");
  return row;
}

static void
add_record (BvHistoryPage *self, const BvAuditRecord *record, gboolean is_expanded)
{
  g_autofree char *title = g_markup_escape_text (
    *record->name != '\0' ? record->name : record->kind, -1);
  g_autofree char *subtitle = g_strdup_printf (
    "%s · %s", bv_audit_operation_label (record->operation), record->kind);
  GtkWidget *row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  for (guint i = 0; i < record->fields->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_field_row (g_ptr_array_index (record->fields, i)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), record->fields->len > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_expanded && record->fields->len > 0);
  add_change_row (self, row);
}

static void
read_changes_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const gint64 *id = data;
  BvStore *store = g_object_get_data (G_OBJECT (task), "store");
  g_autoptr (GError) error = NULL;
  GPtrArray *records = bv_audit_read (store, *id, MAX_RECORDS + 1, &error);
  if (records == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

static void
changes_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_changes (self);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), TRUE);
  if (records == NULL)
    {
      adw_preferences_group_set_description (self->changes_group, error->message);
      return;
    }
  g_autofree char *more = NULL;
  if (records->len > MAX_RECORDS)
    more = g_strdup_printf (_ ("The first %d records; there are more."), MAX_RECORDS);
  adw_preferences_group_set_description (self->changes_group, more);
  for (guint i = 0; i < records->len && i < MAX_RECORDS; i++)
    add_record (self, g_ptr_array_index (records, i), records->len <= 2);
}

static void
update_actions (BvHistoryPage *self, BvRow *row)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  gboolean may_write = store != NULL && !bv_store_is_read_only (store);
  gboolean is_act = row != NULL && g_str_equal (bv_row_get_text (row, BV_AUDIT_COLUMN_KIND), "act");
  gboolean is_undone = is_act && bv_row_get_int (row, BV_AUDIT_COLUMN_IS_UNDONE) != 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.undo",
                                 may_write && is_act && !is_undone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.redo", may_write && is_undone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.check", store != NULL);
  gtk_widget_set_visible (self->undo_button, is_act && !is_undone);
  gtk_widget_set_visible (self->redo_button, is_undone);
}

static void
show_selected (BvHistoryPage *self)
{
  g_autoptr (BvRow) row = get_selected_row (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  update_actions (self, row);
  gtk_widget_set_visible (self->pane, row != NULL);
  if (row == NULL)
    return;

  g_autofree char *title = format_title (row, BV_AUDIT_COLUMN_TITLE);
  g_autofree char *time = format_time (row, BV_AUDIT_COLUMN_AT);
  g_autofree char *detail = g_strdup_printf ("%s · %s", time,
                                             bv_row_get_text (row, BV_AUDIT_COLUMN_ACTOR));
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->detail_label, detail);

  gint64 id = bv_row_get_id (row);
  self->reading = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->reading, changes_read_cb, NULL);
  g_task_set_source_tag (task, show_selected);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (task), "store",
                          g_object_ref (bv_page_get_store (BV_PAGE (self))), g_object_unref);
  g_task_run_in_thread (task, read_changes_thread);
}

/* ── Callbacks ───────────────────────────────────────────────────────────────────────────── */

static void
selection_changed_cb (BvHistoryPage *self)
{
  show_selected (self);
}

static void
loaded_cb (BvHistoryPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  if (bv_list_view_get_n_rows (self->list) == 0 && *search == '\0')
    bv_page_show_empty (BV_PAGE (self), "bv-history-symbolic", _ ("Nothing was done yet"),
                        _ ("Every act is written down here and can be taken back, also after the "
                           "program was closed."),
                        NULL, NULL, NULL);
  else
    bv_page_show_content (BV_PAGE (self));
  show_selected (self);
}

static void
failed_cb (BvListView *view, GError *error, BvHistoryPage *self)
{
  bv_page_show_error (BV_PAGE (self), error);
}

static void
search_changed_cb (BvHistoryPage *self)
{
  bv_list_view_requery (self->list);
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
undo_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const gint64 *id = data;
  return bv_store_undo (store, *id, NULL, act_id, error);
}

static gboolean
redo_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const gint64 *id = data;
  return bv_store_redo (store, *id, NULL, act_id, error);
}

static void
replay (BvHistoryPage *self, BvActCallFunc func, const char *message)
{
  gint64 id = bv_list_view_get_selected (self->list);
  bv_act_call (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), message, func,
               g_memdup2 (&id, sizeof id), g_free, NULL, NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replay (BV_HISTORY_PAGE (widget), undo_thread, _ ("The act was taken back"));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replay (BV_HISTORY_PAGE (widget), redo_thread, _ ("The act was done again"));
}

typedef struct
{
  BvStore *store;      /* owned */
  GPtrArray *findings; /* owned */
} Check;

static void
check_free (Check *check)
{
  g_clear_object (&check->store);
  g_clear_pointer (&check->findings, g_ptr_array_unref);
  g_free (check);
}

static gboolean
check_work (gpointer data,
            BvProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Check *check = data;
  return bv_store_check (check->store, &check->findings, cancellable, error);
}

static void
check_done (GtkWidget *widget, gpointer data, const GError *error)
{
  const Check *check = data;
  if (error != NULL)
    {
      bv_toast_error (widget, _ ("The file could not be checked"), error);
      return;
    }
  if (check->findings->len == 0)
    {
      bv_toast_message (widget, _ ("The file is sound: nothing is damaged, nothing is missing."));
      return;
    }
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < check->findings->len && i < 12; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (check->findings, i));
  g_string_append_printf (text, "\n\n%s",
                          _ ("Make a copy of the file now, and restore the newest "
                             "backup that is sound."));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("The file is damaged"), text->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Check *check = g_new0 (Check, 1);
  check->store = g_object_ref (bv_page_get_store (BV_PAGE (widget)));
  bv_work_run (widget, _ ("Checking the file"), check_work, check, (GDestroyNotify) check_free,
               check_done);
}

/* ── Overrides ───────────────────────────────────────────────────────────────────────────── */

static void
bv_history_page_set_store (BvPage *page, BvStore *store)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (page);
  self->is_loaded = FALSE;
  bv_list_view_set_store (self->list, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  clear_changes (self);
  show_selected (self);
}

static void
bv_history_page_refresh (BvPage *page, const char *const *tables)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (page);
  if (self->is_loaded)
    {
      bv_list_view_reload (self->list);
      return;
    }
  self->is_loaded = TRUE;
  bv_page_show_loading (page);
  bv_list_view_set_store (self->list, bv_page_get_store (page));
}

static gboolean
bv_history_page_start_search (BvPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_HISTORY_PAGE (page)->search_entry));
}

static void
bv_history_page_dispose (GObject *object)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (object);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (bv_history_page_parent_class)->dispose (object);
}

static void
bv_history_page_finalize (GObject *object)
{
  g_ptr_array_unref (BV_HISTORY_PAGE (object)->rows);
  G_OBJECT_CLASS (bv_history_page_parent_class)->finalize (object);
}

static void
bv_history_page_class_init (BvHistoryPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_history_page_finalize;
  page_class->set_store = bv_history_page_set_store;
  page_class->refresh = bv_history_page_refresh;
  page_class->start_search = bv_history_page_start_search;

  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BvHistoryPage, changes_group);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "history.check", NULL, check_action);
}

static void
bv_history_page_init (BvHistoryPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->list, "history", _ ("History"), columns, G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (self->list));
}
