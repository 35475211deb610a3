// SPDX-License-Identifier: GPL-3.0-or-later
/* The plan of an import, row by row. The list makes its objects as they are looked at, so 100,000
 * rows cost no more than the ones on the screen. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-import-rows.h"

#include "base/bv-number.h"
#include "compat/bv-widget.h"

#include <glib/gi18n.h>

struct _BvImportRows
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *counts_label;
  GtkDropDown *status_drop;
  GtkRevealer *units_revealer;
  AdwPreferencesGroup *units_group;
  GtkColumnView *view;

  /* Owned */
  BvImport *import;
  GPtrArray *unit_rows; /* of units_group; borrowed elements */

  /* State */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (BvImportRows, bv_import_rows, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RECHECK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_STATUS,
  COLUMN_TITLE,
  COLUMN_MESSAGE,
} Column;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  Column column = GPOINTER_TO_INT (user_data);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column == COLUMN_NUMBER)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
      gtk_widget_add_css_class (cell, "numeric");
      gtk_widget_add_css_class (cell, "dim-label");
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  BvImportRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  BvImportRowStatus status = bv_import_row_get_status (row);
  g_autofree char *text = NULL;
  switch ((Column) GPOINTER_TO_INT (user_data))
    {
    case COLUMN_NUMBER:
      text = bv_number_format_int (bv_import_row_get_number (row));
      break;
    case COLUMN_STATUS:
      text = g_strdup (bv_import_row_status_get_label (status));
      gtk_widget_remove_css_class (cell, "error");
      gtk_widget_remove_css_class (cell, "dim-label");
      if (status == BV_IMPORT_ROW_ERROR)
        gtk_widget_add_css_class (cell, "error");
      else if (status != BV_IMPORT_ROW_NEW && status != BV_IMPORT_ROW_UPDATED)
        gtk_widget_add_css_class (cell, "dim-label");
      break;
    case COLUMN_TITLE:
      text = g_strdup (bv_import_row_get_title (row));
      break;
    case COLUMN_MESSAGE:
    default:
      text = g_strdup (bv_import_row_get_message (row));
      g_strdelimit (text, "\n", ' ');
      gtk_widget_set_tooltip_text (cell, *text != '\0' ? bv_import_row_get_message (row) : NULL);
      break;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

static void
add_column (BvImportRows *self, Column column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (view_column, width);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

static void
show_rows (BvImportRows *self)
{
  guint selected = gtk_drop_down_get_selected (self->status_drop);
  guint statuses = selected == 0 || selected == GTK_INVALID_LIST_POSITION ? 0
                                                                          : 1u << (selected - 1);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (bv_import_list_rows (self->import, statuses)));
  gtk_column_view_set_model (self->view, selection);
}

static void
status_chosen_cb (BvImportRows *self)
{
  if (!self->is_updating && self->import != NULL)
    show_rows (self);
}

static void
show_statuses (BvImportRows *self, const BvImportCounts *counts)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *total = bv_number_format_int (counts->n_rows);
  /* TRANSLATORS: rows of an import shown: all; %s is their number. */
  g_autofree char *all = g_strdup_printf (_ ("All rows (%s)"), total);
  gtk_string_list_append (list, all);
  for (int i = 0; i < BV_N_IMPORT_ROW_STATUSES; i++)
    {
      g_autofree char *number = bv_number_format_int (counts->n[i]);
      g_autofree char *label = g_strdup_printf ("%s (%s)", bv_import_row_status_get_label (i),
                                                number);
      gtk_string_list_append (list, label);
    }
  gtk_drop_down_set_model (self->status_drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->status_drop,
                              counts->n[BV_IMPORT_ROW_ERROR] > 0 ? BV_IMPORT_ROW_ERROR + 1 : 0);
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

static void
unit_chosen_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  BvImportRows *self = user_data;
  if (self->is_updating)
    return;
  const char *text = g_object_get_data (object, "text");
  const gint64 *ids = g_object_get_data (object, "ids");
  bv_import_choose_unit (self->import, text,
                         ids[adw_combo_row_get_selected (ADW_COMBO_ROW (object))]);
  g_signal_emit (self, signals[SIGNAL_RECHECK], 0);
}

static void
add_unit (BvImportRows *self, const BvImportUnit *unit)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gint64 ids[G_N_ELEMENTS (unit->candidates) + 2];
  guint n = 0, selected = 0;
  ids[n++] = 0;
  gtk_string_list_append (list, _ ("Choose"));
  for (guint i = 0; i < G_N_ELEMENTS (unit->candidates) && unit->candidates[i] != 0; i++)
    {
      ids[n++] = unit->candidates[i];
      gtk_string_list_append (list, unit->names[i]);
    }
  ids[n++] = -1;
  gtk_string_list_append (list, _ ("Make a new unit"));
  for (guint i = 0; i < n; i++)
    if (ids[i] == unit->chosen_id)
      selected = i;

  g_autofree char *title = g_markup_escape_text (unit->text, -1);
  g_autofree char *rows = bv_number_format_int (unit->n_rows);
  /* TRANSLATORS: how often a unit is named in a file; %s is a number. */
  g_autofree char *subtitle = g_strdup_printf (ngettext ("in %s row", "in %s rows", unit->n_rows),
                                               rows);
  GtkWidget *row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (unit->text), g_free);
  g_object_set_data_full (G_OBJECT (row), "ids", g_memdup2 (ids, n * sizeof *ids), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (unit_chosen_cb), self, 0);
  adw_preferences_group_add (self->units_group, row);
  g_ptr_array_add (self->unit_rows, row);
}

static void
show_units (BvImportRows *self)
{
  for (guint i = 0; i < self->unit_rows->len; i++)
    adw_preferences_group_remove (self->units_group, g_ptr_array_index (self->unit_rows, i));
  g_ptr_array_set_size (self->unit_rows, 0);
  guint n = bv_import_get_n_units (self->import);
  for (guint i = 0; i < n; i++)
    add_unit (self, bv_import_get_unit (self->import, i));
  gtk_revealer_set_reveal_child (self->units_revealer, n > 0);
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

void
bv_import_rows_show (BvImportRows *self, BvImport *import)
{
  g_return_if_fail (BV_IS_IMPORT_ROWS (self));
  BvImportCounts counts;
  g_set_object (&self->import, import);
  bv_import_get_counts (import, &counts);
  g_autofree char *text = bv_import_counts_format (&counts);
  gtk_label_set_text (self->counts_label, text);
  self->is_updating = TRUE;
  show_statuses (self, &counts);
  show_units (self);
  self->is_updating = FALSE;
  show_rows (self);
}

static void
bv_import_rows_dispose (GObject *object)
{
  BvImportRows *self = BV_IMPORT_ROWS (object);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->import);
  g_clear_pointer (&self->unit_rows, g_ptr_array_unref);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_IMPORT_ROWS);
  G_OBJECT_CLASS (bv_import_rows_parent_class)->dispose (object);
}

static void
bv_import_rows_class_init (BvImportRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_import_rows_dispose;
  signals[SIGNAL_RECHECK] = g_signal_new ("recheck", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-import-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, BvImportRows, counts_label);
  gtk_widget_class_bind_template_child (widget_class, BvImportRows, status_drop);
  gtk_widget_class_bind_template_child (widget_class, BvImportRows, units_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvImportRows, units_group);
  gtk_widget_class_bind_template_child (widget_class, BvImportRows, view);
}

static void
bv_import_rows_init (BvImportRows *self)
{
  self->unit_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_column (self, COLUMN_NUMBER, _ ("Row"), 72);
  add_column (self, COLUMN_STATUS, _ ("What happens"), 120);
  add_column (self, COLUMN_TITLE, _ ("Name"), 230);
  add_column (self, COLUMN_MESSAGE, _ ("To be looked at"), 0);
  g_signal_connect_object (self->status_drop, "notify::selected", G_CALLBACK (status_chosen_cb),
                           self, G_CONNECT_SWAPPED);
}
