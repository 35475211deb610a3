// SPDX-License-Identifier: GPL-3.0-or-later
/* A table over BvRowList. Works around three things of GTK 4.8: which column a column view is sorted by
 * cannot be asked (it is probed), a new result loses selection and scroll (both are found again by row
 * id), and scrolling to a row is an action of the inner list view only. Main thread. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-list-view.h"

#include "bv-settings.h"
#include "compat/bv-widget.h"
#include "widgets/bv-list-cell.h"

#include <glib/gi18n.h>

struct _BvListView
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  AdwStatusPage *nothing_page;
  GtkButton *nothing_button;

  /* Owned */
  char *name;
  BvStore *store;
  BvRowList *rows;
  GtkSelectionModel *selection;
  GtkWidget *columns_button;

  /* Borrowed */
  const BvListColumn *columns;
  BvListSourceFunc source_func;
  gpointer source_data;

  /* State */
  guint n_columns;
  const BvListColumn *probed; /* set by the comparison of the column sorted by */
  gint64 wanted;              /* id to be selected when the rows are there */
  gint64 selected;            /* as last told */
  gint64 anchor;              /* id of the row at the top, to scroll back to */
  GArray *kept;               /* ids of several selected rows, to be found again; (nullable) */
  guint follow_id;            /* lets the focus follow the selection */
  gboolean is_multiple;
  gboolean is_autoselect;
  gboolean is_loading;
  gboolean is_restoring;
  gboolean columns_changed;
};

G_DEFINE_FINAL_TYPE (BvListView, bv_list_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ACTIVATE,
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ── Columns and sorting ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvListView *self;
  const BvListColumn *column;
} Probe;

/* Never sorts anything: tells which column's turn it is. */
static int
probe_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Probe *probe = user_data;
  probe->self->probed = probe->column;
  return -1;
}

static const BvListColumn *
get_sorting (BvListView *self, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  self->probed = NULL;
  *descending = gtk_sorter_compare (sorter, a, b) == GTK_ORDERING_LARGER;
  return self->probed;
}

static void
remember_sorting (BvListView *self)
{
  gboolean descending;
  const BvListColumn *column = get_sorting (self, &descending);
  g_autoptr (GVariant) old = g_settings_get_value (bv_settings_get (), "sorting");
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(sb)}"));
  GVariantIter iter;
  const char *key;
  const char *id;
  gboolean is_descending;
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s(&sb)}", &key, &id, &is_descending))
    if (g_strcmp0 (key, self->name) != 0)
      g_variant_builder_add (&builder, "{s(sb)}", key, id, is_descending);
  if (column != NULL)
    g_variant_builder_add (&builder, "{s(sb)}", self->name, column->id, descending);
  g_settings_set_value (bv_settings_get (), "sorting", g_variant_builder_end (&builder));
}

static void
sorting_changed_cb (BvListView *self)
{
  if (self->is_restoring)
    return;
  remember_sorting (self);
  bv_list_view_requery (self);
}

static void
remember_columns (BvListView *self)
{
  if (!self->columns_changed || self->name == NULL)
    return;
  self->columns_changed = FALSE;
  g_autofree char *prefix = g_strconcat (self->name, "/", NULL);
  g_autoptr (GVariant) old = g_settings_get_value (bv_settings_get (), "columns");
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ib)}"));
  GVariantIter iter;
  const char *key;
  gint32 width;
  gboolean visible;
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s(ib)}", &key, &width, &visible))
    if (!g_str_has_prefix (key, prefix))
      g_variant_builder_add (&builder, "{s(ib)}", key, width, visible);
  GListModel *columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *full = g_strconcat (prefix, self->columns[i].id, NULL);
      visible = gtk_column_view_column_get_visible (column);
      width = visible ? gtk_column_view_column_get_fixed_width (column)
                      : GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "width"));
      /* Width 0: the width it was made with. */
      if (width == bv_list_cell_column_width (&self->columns[i]))
        width = 0;
      g_variant_builder_add (&builder, "{s(ib)}", full, width, visible);
    }
  g_settings_set_value (bv_settings_get (), "columns", g_variant_builder_end (&builder));
}

static void
column_changed_cb (BvListView *self)
{
  if (!self->is_restoring)
    self->columns_changed = TRUE;
}

/* GTK 4.8 keeps the fixed width of a hidden column out of what the others may share: a hidden column
 * has none, and gets it back when it is shown. */
static void
column_visible_cb (GtkColumnViewColumn *column, GParamSpec *pspec, BvListView *self)
{
  int kept = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "width"));
  if (gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column, kept);
  else
    {
      int width = gtk_column_view_column_get_fixed_width (column);
      if (width > 0)
        g_object_set_data (G_OBJECT (column), "width", GINT_TO_POINTER (width));
      gtk_column_view_column_set_fixed_width (column, -1);
    }
  column_changed_cb (self);
}

static void
add_column (BvListView *self, const BvListColumn *description, GVariant *remembered)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
    _ (description->title), bv_list_cell_factory_new (description));
  g_autofree char *key = g_strconcat (self->name, "/", description->id, NULL);
  gint32 width = 0;
  gboolean visible = !description->is_hidden;
  g_variant_lookup (remembered, key, "(ib)", &width, &visible);
  if (width <= 0)
    width = bv_list_cell_column_width (description);
  gtk_column_view_column_set_expand (column, description->width == 0);
  g_object_set_data (G_OBJECT (column), "width", GINT_TO_POINTER (width));
  gtk_column_view_column_set_fixed_width (column, visible ? width : -1);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, visible);
  if (description->is_sortable)
    {
      Probe *probe = g_new (Probe, 1);
      probe->self = self;
      probe->column = description;
      g_autoptr (GtkSorter)
        sorter = GTK_SORTER (gtk_custom_sorter_new (probe_compare, probe, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (column_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (column_visible_cb), self, 0);
  gtk_column_view_append_column (self->view, column);
}

static void
restore_sorting (BvListView *self)
{
  g_autoptr (GVariant) remembered = g_settings_get_value (bv_settings_get (), "sorting");
  const char *id;
  gboolean descending;
  if (!g_variant_lookup (remembered, self->name, "(&sb)", &id, &descending))
    return;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].is_sortable && g_str_equal (self->columns[i].id, id))
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        gtk_column_view_sort_by_column (self->view, column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      }
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

/* The inner list whose children are the rows. */
static GtkWidget *
find_inner (BvListView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

static void
scroll_to (BvListView *self, guint position)
{
  GtkWidget *inner = find_inner (self);
  if (inner != NULL)
    gtk_widget_activate_action (inner, "list.scroll-to-item", "u", position);
}

/* The id of the row at the top edge, 0 at the top of the list. */
static gint64
find_anchor (BvListView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double value = gtk_adjustment_get_value (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  guint n = bv_list_view_get_n_rows (self);
  if (n == 0 || value < 1 || upper <= 0)
    return 0;
  /* The last row that is wholly visible: scrolling to it moves the list least. */
  double bottom = value + gtk_adjustment_get_page_size (adjustment);
  guint position = (guint) CLAMP (bottom / upper * n - 1.0, 0.0, (double) n - 1.0);
  return bv_row_list_get_id (self->rows, position);
}

static void
tell_selection (BvListView *self)
{
  gint64 id = bv_list_view_get_selected (self);
  if (id == self->selected && !self->is_multiple)
    return;
  self->selected = id;
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
selection_changed_cb (BvListView *self)
{
  if (!self->is_restoring)
    tell_selection (self);
}

/* GTK 4.8 leaves the focus on the row it was on when another is selected: the next arrow would go on from there. The
 * rows are known by their state alone. */
static gboolean
follow_selection_cb (gpointer user_data)
{
  BvListView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *inner = find_inner (self);
  self->follow_id = 0;
  if (focus == NULL || inner == NULL || !gtk_widget_is_ancestor (focus, inner)
      || bv_list_view_get_selected (self) == 0)
    return G_SOURCE_REMOVE;
  for (GtkWidget *row = gtk_widget_get_first_child (inner); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 && row != focus
        && gtk_widget_get_child_visible (row))
      {
        gtk_widget_grab_focus (row);
        break;
      }
  return G_SOURCE_REMOVE;
}

static void
select_position (BvListView *self, guint position)
{
  self->is_restoring = TRUE;
  gtk_selection_model_select_item (self->selection, position, TRUE);
  self->is_restoring = FALSE;
  /* After the rows were laid out. */
  if (self->follow_id == 0)
    self->follow_id = g_timeout_add (30, follow_selection_cb, self);
}

/* Several rows were selected before the rows were read anew: those that are still there are again. */
static gboolean
select_kept (BvListView *self)
{
  g_autoptr (GArray) kept = g_steal_pointer (&self->kept);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  if (kept == NULL || self->wanted != 0)
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    {
      guint position = bv_row_list_find (self->rows, g_array_index (kept, gint64, i));
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  if (gtk_bitset_is_empty (selected))
    return FALSE;
  mask = gtk_bitset_new_range (0, bv_list_view_get_n_rows (self));
  self->is_restoring = TRUE;
  gtk_selection_model_set_selection (self->selection, selected, mask);
  self->is_restoring = FALSE;
  return TRUE;
}

static void
keep_selection (BvListView *self)
{
  g_autoptr (GArray) ids = self->is_multiple ? bv_list_view_get_selected_ids (self) : NULL;
  /* While rows are on their way, what was kept before holds. */
  if (ids == NULL || self->is_loading)
    return;
  g_clear_pointer (&self->kept, g_array_unref);
  if (ids->len > 1)
    self->kept = g_steal_pointer (&ids);
}

static void
rows_loaded_cb (BvListView *self)
{
  guint n = bv_list_view_get_n_rows (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "nothing");
  gint64 wanted = self->wanted != 0 ? self->wanted : self->selected;
  guint position = wanted != 0 ? bv_row_list_find (self->rows, wanted) : GTK_INVALID_LIST_POSITION;
  if (select_kept (self))
    ;
  else if (position != GTK_INVALID_LIST_POSITION)
    {
      select_position (self, position);
      if (self->wanted != 0)
        scroll_to (self, position);
    }
  else if (self->is_autoselect && n > 0)
    select_position (self, 0);
  if (self->wanted == 0 && self->anchor != 0)
    {
      guint anchor = bv_row_list_find (self->rows, self->anchor);
      if (anchor != GTK_INVALID_LIST_POSITION)
        scroll_to (self, anchor);
    }
  self->wanted = 0;
  self->anchor = 0;
  self->is_loading = FALSE;
  self->is_restoring = FALSE;
  tell_selection (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
rows_failed_cb (BvRowList *rows, GError *error, BvListView *self)
{
  self->is_loading = FALSE;
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
activate_cb (GtkColumnView *view, guint position, BvListView *self)
{
  gint64 id = bv_row_list_get_id (self->rows, position);
  if (id != 0)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, id);
}

static BvRowSource *
make_source (BvListView *self)
{
  gboolean descending;
  const BvListColumn *column = get_sorting (self, &descending);
  return self->source_func (column != NULL ? column->id : NULL, descending, self->source_data);
}

/* ── Overrides ───────────────────────────────────────────────────────────────────────────── */

static void
bv_list_view_unmap (GtkWidget *widget)
{
  remember_columns (BV_LIST_VIEW (widget));
  GTK_WIDGET_CLASS (bv_list_view_parent_class)->unmap (widget);
}

static gboolean
bv_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_LIST_VIEW (widget)->view));
}

static void
bv_list_view_dispose (GObject *object)
{
  BvListView *self = BV_LIST_VIEW (object);
  remember_columns (self);
  self->is_restoring = TRUE; /* nothing is told any more */
  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_object (&self->columns_button);
  g_clear_pointer (&self->kept, g_array_unref);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_LIST_VIEW);
  G_OBJECT_CLASS (bv_list_view_parent_class)->dispose (object);
}

static void
bv_list_view_finalize (GObject *object)
{
  g_free (BV_LIST_VIEW (object)->name);
  G_OBJECT_CLASS (bv_list_view_parent_class)->finalize (object);
}

static void
bv_list_view_class_init (BvListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_list_view_dispose;
  object_class->finalize = bv_list_view_finalize;
  widget_class->unmap = bv_list_view_unmap;
  widget_class->grab_focus = bv_list_view_grab_focus;

  GType type = G_TYPE_FROM_CLASS (klass);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvListView, stack);
  gtk_widget_class_bind_template_child (widget_class, BvListView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BvListView, view);
  gtk_widget_class_bind_template_child (widget_class, BvListView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, BvListView, nothing_button);
}

static void
bv_list_view_init (BvListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

void
bv_list_view_set_columns (BvListView *self,
                          const char *name,
                          const char *label,
                          const BvListColumn *columns,
                          guint n_columns)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  g_return_if_fail (self->columns == NULL);
  self->name = g_strdup (name);
  self->columns = columns;
  self->n_columns = n_columns;
  self->is_restoring = TRUE;
  g_autoptr (GVariant) remembered = g_settings_get_value (bv_settings_get (), "columns");
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], remembered);
  bv_list_cell_align_titles (self->view, columns, n_columns);
  restore_sorting (self);
  self->is_restoring = FALSE;
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorting_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
bv_list_view_set_source_func (BvListView *self, BvListSourceFunc func, gpointer user_data)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  self->source_func = func;
  self->source_data = user_data;
}

void
bv_list_view_set_multiple (BvListView *self, gboolean multiple)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  g_return_if_fail (self->rows == NULL);
  self->is_multiple = multiple;
}

void
bv_list_view_set_nothing (BvListView *self,
                          const char *icon_name,
                          const char *title,
                          const char *description)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  adw_status_page_set_icon_name (self->nothing_page, icon_name);
  adw_status_page_set_title (self->nothing_page, title);
  adw_status_page_set_description (self->nothing_page, description);
}

void
bv_list_view_set_nothing_action (BvListView *self,
                                 const char *label,
                                 const char *action_name,
                                 GVariant *action_target)
{
  g_autoptr (GVariant) target = action_target != NULL ? g_variant_ref_sink (action_target) : NULL;
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->nothing_button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->nothing_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nothing_button), action_name);
}

void
bv_list_view_set_store (BvListView *self, BvStore *store)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  g_return_if_fail (self->source_func != NULL);
  if (self->store == store)
    return;
  g_set_object (&self->store, store);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  self->selected = 0;
  self->wanted = 0;
  g_clear_pointer (&self->kept, g_array_unref);
  if (store == NULL)
    return;
  self->is_loading = TRUE;
  self->rows = bv_row_list_new (store, make_source (self));
  g_signal_connect_object (self->rows, "loaded", G_CALLBACK (rows_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "failed", G_CALLBACK (rows_failed_cb), self, 0);
  if (self->is_multiple)
    self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  else
    {
      GtkSingleSelection *single = gtk_single_selection_new (
        G_LIST_MODEL (g_object_ref (self->rows)));
      gtk_single_selection_set_autoselect (single, FALSE);
      gtk_single_selection_set_can_unselect (single, TRUE);
      self->selection = GTK_SELECTION_MODEL (single);
    }
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, self->selection);
  if (!bv_row_list_is_loading (self->rows))
    rows_loaded_cb (self);
}

void
bv_list_view_requery (BvListView *self)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  if (self->rows == NULL)
    return;
  self->is_loading = TRUE;
  self->is_restoring = TRUE;
  self->anchor = 0;
  bv_row_list_set_source (self->rows, make_source (self));
}

void
bv_list_view_reload (BvListView *self)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  if (self->rows == NULL)
    return;
  keep_selection (self);
  self->is_loading = TRUE;
  self->is_restoring = TRUE;
  self->anchor = find_anchor (self);
  bv_row_list_reload (self->rows);
}

BvRowList *
bv_list_view_get_rows (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), NULL);
  return self->rows;
}

guint
bv_list_view_get_n_rows (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), 0);
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

gboolean
bv_list_view_is_loading (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), FALSE);
  return self->is_loading;
}

gint64
bv_list_view_get_selected (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), 0);
  if (self->selection == NULL)
    return 0;
  g_autoptr (GtkBitset) bitset = gtk_selection_model_get_selection (self->selection);
  if (gtk_bitset_get_size (bitset) != 1)
    return 0;
  guint position = gtk_bitset_get_nth (bitset, 0);
  return position < bv_list_view_get_n_rows (self) ? bv_row_list_get_id (self->rows, position) : 0;
}

GArray *
bv_list_view_get_selected_ids (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->selection == NULL)
    return ids;
  g_autoptr (GtkBitset) bitset = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bitset, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = bv_row_list_get_id (self->rows, position);
      g_array_append_val (ids, id);
    }
  return ids;
}

void
bv_list_view_select (BvListView *self, gint64 id)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  if (self->rows == NULL || self->is_loading)
    {
      self->wanted = id;
      return;
    }
  guint position = id != 0 ? bv_row_list_find (self->rows, id) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      select_position (self, position);
      scroll_to (self, position);
    }
  else
    {
      self->is_restoring = TRUE;
      gtk_selection_model_unselect_all (self->selection);
      self->is_restoring = FALSE;
      self->wanted = id; /* it may come with the next load */
    }
  tell_selection (self);
}

void
bv_list_view_set_autoselect (BvListView *self, gboolean autoselect)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  self->is_autoselect = autoselect;
}

void
bv_list_view_show_column (BvListView *self, const char *id, gboolean shown)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  GListModel *columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (!g_str_equal (self->columns[i].id, id))
        continue;
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gboolean was_restoring = self->is_restoring;
      self->is_restoring = TRUE;
      gtk_column_view_column_set_visible (column, shown);
      self->is_restoring = was_restoring;
    }
}

gint64
bv_list_view_get_current (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), 0);
  return self->is_loading && self->wanted != 0 ? self->wanted : bv_list_view_get_selected (self);
}

void
bv_list_view_move (BvListView *self, int by)
{
  g_return_if_fail (BV_IS_LIST_VIEW (self));
  guint n = bv_list_view_get_n_rows (self);
  if (n == 0)
    return;
  gint64 id = bv_list_view_get_current (self);
  guint position = id != 0 ? bv_row_list_find (self->rows, id) : 0;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  int next = CLAMP ((int) position + by, 0, (int) n - 1);
  bv_list_view_select (self, bv_row_list_get_id (self->rows, (guint) next));
}

GtkWidget *
bv_list_view_get_columns_button (BvListView *self)
{
  g_return_val_if_fail (BV_IS_LIST_VIEW (self), NULL);
  if (self->columns_button == NULL)
    self->columns_button = g_object_ref_sink (
      bv_list_cell_columns_button_new (self->view, self->columns, self->n_columns));
  return self->columns_button;
}
