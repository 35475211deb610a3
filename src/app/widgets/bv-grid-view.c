// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * A spreadsheet in one widget. It draws its cells itself (bv-grid-view-draw.c): a widget for each of a
 * thousand rows by fourteen cells would cost seconds. What has focus is one of two small widgets that
 * lie over the current cell; they take turns, so that every move is a change of focus, which is what
 * screen readers announce. Places: bv-grid-view-layout.c; keys and pointer: bv-grid-view-input.c.
 */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-view-private.h"

#include "bv-grid-cursor.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CURSOR_MOVED,
  NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvGridView,
                               bv_grid_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

guint
bv_grid_view_next_row (BvGridView *self, guint row, int step)
{
  for (gint64 next = (gint64) row + step; next >= 0 && next < (gint64) self->n_rows; next += step)
    if (!bv_grid_model_is_section (self->model, (guint) next))
      return (guint) next;
  return row;
}

gboolean
bv_grid_view_has_cells (BvGridView *self)
{
  return self->model != NULL && self->n_columns > 0 && self->row < self->n_rows
         && !bv_grid_model_is_section (self->model, self->row);
}

void
bv_grid_view_notice (BvGridView *self, const char *text)
{
  g_signal_emit (self, signals[NOTICE], 0, text);
}

static void
bv_grid_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  BvGridView *self = BV_GRID_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = 640;
  else if (self->row_tops != NULL && !self->shape_is_stale)
    *natural = (int) CLAMP (self->header_height + self->row_tops[self->n_rows] + 4, *minimum, 600);
  else
    *natural = 320;
}

static void
bv_grid_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvGridView *self = BV_GRID_VIEW (widget);

  if (self->model != NULL)
    {
      bv_grid_view_layout (self, width);
      bv_grid_view_configure_adjustments (self, width, height);
    }
  bv_grid_view_allocate_children (self, width, height);
}

static void
bv_grid_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvGridView *self = BV_GRID_VIEW (widget);

  bv_grid_view_draw (self, snapshot);
  if (gtk_widget_get_visible (self->editor))
    {
      gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT (
                    (float) self->frozen_width - 2, (float) self->header_height - 2,
                    (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  if (gtk_widget_get_visible (self->tip))
    gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

/* ── The current cell ──────────────────────────────────────────────────────────────────────── */

/* Names the current cell before screen readers and shows what is wrong with it. */
static void
describe_cursor (BvGridView *self)
{
  g_auto (BvGridCell) cell = { 0 };
  g_autofree char *row_title = NULL;
  g_autofree char *column_title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *cursor = self->cursors[self->cursor_index];

  if (!bv_grid_view_has_cells (self))
    {
      gtk_widget_set_visible (self->tip, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Empty table"), -1);
      return;
    }
  bv_grid_model_get_cell (self->model, self->row, self->column, &cell);
  row_title = bv_grid_model_get_row_title (self->model, self->row);
  column_title = bv_grid_model_get_column_title (self->model, self->column);
  if (cell.text == NULL || *cell.text == '\0')
    /* Translators: read aloud: the row, then the column, of a cell. */
    name = g_strdup_printf (_ ("%s, %s: empty"), row_title, column_title);
  else
    /* Translators: read aloud: the row, then the column, then what the cell holds. */
    name = g_strdup_printf (_ ("%s, %s: %s"), row_title, column_title, cell.text);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cell.message != NULL ? cell.message : "",
    GTK_ACCESSIBLE_PROPERTY_READ_ONLY, (cell.flags & BV_GRID_CELL_EDITABLE) == 0, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_STATE_INVALID,
                               (cell.flags & BV_GRID_CELL_BAD) ? GTK_ACCESSIBLE_INVALID_TRUE
                                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  gtk_label_set_text (GTK_LABEL (self->tip), cell.message != NULL ? cell.message : "");
  if (cell.flags & BV_GRID_CELL_BAD)
    gtk_widget_add_css_class (self->tip, "error");
  else
    gtk_widget_remove_css_class (self->tip, "error");
  gtk_widget_set_visible (self->tip, cell.message != NULL && !self->is_editing);
}

static void
scroll_to_cursor (BvGridView *self)
{
  double left, right, top, bottom, value, page;

  if (self->row_tops == NULL || self->shape_is_stale || !bv_grid_view_has_cells (self))
    return;
  left = self->column_lefts[self->column];
  right = self->column_lefts[self->column + 1];
  value = gtk_adjustment_get_value (self->hadjustment);
  page = gtk_adjustment_get_page_size (self->hadjustment);
  if (left < value || right - left > page)
    gtk_adjustment_set_value (self->hadjustment, left);
  else if (right > value + page)
    gtk_adjustment_set_value (self->hadjustment, right - page);

  top = self->row_tops[self->row];
  bottom = self->row_tops[self->row + 1] + 4;
  /* The heading of the first row of a section comes into sight with it. */
  if (self->row > 0 && bv_grid_model_is_section (self->model, self->row - 1))
    top = self->row_tops[self->row - 1];
  value = gtk_adjustment_get_value (self->vadjustment);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  if (top < value)
    gtk_adjustment_set_value (self->vadjustment, top);
  else if (bottom > value + page)
    gtk_adjustment_set_value (self->vadjustment, bottom - page);
}

/* Another of the two cursor widgets takes the focus, so that the move is announced. */
static void
pass_focus (BvGridView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL
                       && (focus == GTK_WIDGET (self)
                           || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));

  self->cursor_index = 1 - self->cursor_index;
  gtk_widget_set_focusable (self->cursors[self->cursor_index], TRUE);
  describe_cursor (self);
  if (had_focus && !self->is_editing)
    gtk_widget_grab_focus (self->cursors[self->cursor_index]);
  gtk_widget_set_focusable (self->cursors[1 - self->cursor_index], FALSE);
}

static void
keep_cursor_inside (BvGridView *self)
{
  self->row = self->n_rows > 0 ? MIN (self->row, self->n_rows - 1) : 0;
  self->column = self->n_columns > 0 ? MIN (self->column, self->n_columns - 1) : 0;
  if (self->n_rows > 0 && bv_grid_model_is_section (self->model, self->row))
    {
      guint next = bv_grid_view_next_row (self, self->row, 1);

      self->row = next != self->row ? next : bv_grid_view_next_row (self, self->row, -1);
    }
  self->anchor_row = self->row;
  self->anchor_column = self->column;
}

/* ── The model ─────────────────────────────────────────────────────────────────────────────── */

static void
changed_cb (BvGridView *self)
{
  self->shape_is_stale = TRUE; /* a longer figure asks for a wider column */
  describe_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
shape_changed_cb (BvGridView *self)
{
  if (self->is_editing)
    bv_grid_view_end_edit (self, FALSE);
  self->n_rows = self->model != NULL ? bv_grid_model_get_n_rows (self->model) : 0;
  self->n_columns = self->model != NULL ? bv_grid_model_get_n_columns (self->model) : 0;
  self->shape_is_stale = TRUE;
  bv_grid_view_drop_layouts (self);
  keep_cursor_inside (self);
  describe_cursor (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                  TRUE, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
style_cb (BvGridView *self)
{
  self->shape_is_stale = TRUE;
  bv_grid_view_drop_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
bv_grid_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bv_grid_view_parent_class)->css_changed (widget, change);
  style_cb (BV_GRID_VIEW (widget));
}

/* ── Scrolling ─────────────────────────────────────────────────────────────────────────────── */

static void
scrolled_cb (BvGridView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (BvGridView *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot == adjustment && adjustment != NULL)
    return;
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, scrolled_cb, self);
  g_clear_object (slot);
  *slot = g_object_ref_sink (adjustment != NULL ? adjustment
                                                : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*slot, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
bv_grid_view_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  BvGridView *self = BV_GRID_VIEW (scrollable);

  border->top = (gint16) self->header_height;
  border->left = 0; /* a scroller would ask for that much more width */
  border->right = 0;
  border->bottom = 0;
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = bv_grid_view_get_border;
}

static gboolean
bv_grid_view_grab_focus (GtkWidget *widget)
{
  BvGridView *self = BV_GRID_VIEW (widget);

  if (self->is_editing)
    return gtk_widget_grab_focus (self->editor);
  return gtk_widget_grab_focus (self->cursors[self->cursor_index]);
}

static gboolean
query_tooltip_cb (BvGridView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  guint row, column;

  if (is_keyboard || self->model == NULL || y < self->header_height
      || !bv_grid_view_find_row (self, y, &row))
    return FALSE;
  if (x < self->frozen_width)
    {
      g_autofree char *title = bv_grid_model_get_row_title (self->model, row);

      gtk_tooltip_set_text (tooltip, title);
      return TRUE;
    }
  if (bv_grid_view_find_column (self, x, &column) && !bv_grid_model_is_section (self->model, row))
    {
      g_auto (BvGridCell) cell = { 0 };

      bv_grid_model_get_cell (self->model, row, column, &cell);
      if (cell.message != NULL)
        gtk_tooltip_set_text (tooltip, cell.message);
      return cell.message != NULL;
    }
  return FALSE;
}

static void
bv_grid_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BvGridView *self = BV_GRID_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bv_grid_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BvGridView *self = BV_GRID_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bv_grid_view_dispose (GObject *object)
{
  BvGridView *self = BV_GRID_VIEW (object);

  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->hadjustment, scrolled_cb, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  self->n_rows = 0;
  self->n_columns = 0;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);

  G_OBJECT_CLASS (bv_grid_view_parent_class)->dispose (object);
}

static void
bv_grid_view_finalize (GObject *object)
{
  BvGridView *self = BV_GRID_VIEW (object);

  g_hash_table_unref (self->layouts);
  g_free (self->corner);
  g_free (self->row_tops);
  g_free (self->column_lefts);

  G_OBJECT_CLASS (bv_grid_view_parent_class)->finalize (object);
}

static void
bv_grid_view_class_init (BvGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_grid_view_get_property;
  object_class->set_property = bv_grid_view_set_property;
  object_class->dispose = bv_grid_view_dispose;
  object_class->finalize = bv_grid_view_finalize;
  widget_class->measure = bv_grid_view_measure;
  widget_class->size_allocate = bv_grid_view_size_allocate;
  widget_class->snapshot = bv_grid_view_snapshot;
  widget_class->css_changed = bv_grid_view_css_changed;
  widget_class->grab_focus = bv_grid_view_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", BV_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTICE] = g_signal_new ("notice", BV_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "bv-grid-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
bv_grid_view_init (BvGridView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shape_is_stale = TRUE;
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    {
      self->cursors[i] = bv_grid_cursor_new ();
      gtk_widget_set_parent (self->cursors[i], widget);
    }
  gtk_widget_set_focusable (self->cursors[1], FALSE);

  self->editor = gtk_text_new ();
  gtk_widget_add_css_class (self->editor, "editor");
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_parent (self->editor, widget);
  self->tip = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tip, "tip");
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->tip), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip), 44);
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, widget);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  bv_grid_view_add_controllers (self);
}

/* ── Public ────────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
bv_grid_view_new (void)
{
  return g_object_new (BV_TYPE_GRID_VIEW, NULL);
}

void
bv_grid_view_set_model (BvGridView *self, BvGridModel *model)
{
  g_return_if_fail (BV_IS_GRID_VIEW (self));

  if (self->model == model)
    return;
  if (self->is_editing)
    bv_grid_view_end_edit (self, FALSE);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (model, "shape-changed", G_CALLBACK (shape_changed_cb), self);
    }
  shape_changed_cb (self);
}

BvGridModel *
bv_grid_view_get_model (BvGridView *self)
{
  g_return_val_if_fail (BV_IS_GRID_VIEW (self), NULL);

  return self->model;
}

void
bv_grid_view_set_corner (BvGridView *self, const char *title)
{
  g_return_if_fail (BV_IS_GRID_VIEW (self));

  g_free (self->corner);
  self->corner = g_strdup (title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
bv_grid_view_get_cursor (BvGridView *self, guint *row, guint *column)
{
  g_return_val_if_fail (BV_IS_GRID_VIEW (self), FALSE);

  if (!bv_grid_view_has_cells (self))
    return FALSE;
  *row = self->row;
  *column = self->column;
  return TRUE;
}

void
bv_grid_view_set_cursor (BvGridView *self, guint row, guint column, gboolean extend)
{
  g_return_if_fail (BV_IS_GRID_VIEW (self));

  if (row >= self->n_rows || column >= self->n_columns
      || bv_grid_model_is_section (self->model, row))
    return;
  if (self->is_editing)
    bv_grid_view_end_edit (self, TRUE);
  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  scroll_to_cursor (self);
  pass_focus (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

void
bv_grid_view_get_selection (BvGridView *self,
                            guint *first_row,
                            guint *first_column,
                            guint *last_row,
                            guint *last_column)
{
  g_return_if_fail (BV_IS_GRID_VIEW (self));

  *first_row = MIN (self->row, self->anchor_row);
  *last_row = MAX (self->row, self->anchor_row);
  *first_column = MIN (self->column, self->anchor_column);
  *last_column = MAX (self->column, self->anchor_column);
}

gboolean
bv_grid_view_is_editing (BvGridView *self)
{
  g_return_val_if_fail (BV_IS_GRID_VIEW (self), FALSE);

  return self->is_editing;
}

void
bv_grid_view_begin_edit (BvGridView *self, const char *text)
{
  g_auto (BvGridCell) cell = { 0 };

  g_return_if_fail (BV_IS_GRID_VIEW (self));

  if (!bv_grid_view_has_cells (self) || self->is_editing)
    return;
  bv_grid_model_get_cell (self->model, self->row, self->column, &cell);
  if ((cell.flags & BV_GRID_CELL_EDITABLE) == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  scroll_to_cursor (self);
  self->is_editing = TRUE;
  self->was_typed = text != NULL;
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor),
                              (cell.flags & BV_GRID_CELL_NUMBER) ? 1 : 0);
  if (text == NULL)
    text = cell.edit_text != NULL ? cell.edit_text : cell.text != NULL ? cell.text : "";
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
}

void
bv_grid_view_end_edit (BvGridView *self, gboolean keep)
{
  g_autofree char *text = NULL;
  g_auto (BvGridCell) cell = { 0 };
  const char *old;
  gboolean had_focus;

  g_return_if_fail (BV_IS_GRID_VIEW (self));

  if (!self->is_editing)
    return;
  self->is_editing = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  had_focus = gtk_widget_has_focus (self->editor);
  if (had_focus)
    gtk_widget_grab_focus (self->cursors[self->cursor_index]);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (bv_grid_view_has_cells (self))
    {
      bv_grid_model_get_cell (self->model, self->row, self->column, &cell);
      old = cell.edit_text != NULL ? cell.edit_text : cell.text != NULL ? cell.text : "";
      if (keep && g_strcmp0 (text, old) != 0)
        {
          BvGridEdit edit = { self->row, self->column, text };

          bv_grid_model_edit (self->model, &edit, 1);
        }
    }
  describe_cursor (self);
}
