// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * How a BvGridView is driven: keys as in Calc and Excel, the pointer, the clipboard. Input methods
 * come first: while one composes a syllable, its keys are its own.
 */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-view-private.h"

#include "movement/bv-grid.h"

#include <glib/gi18n.h>

/* ── Moving ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_filled (BvGridView *self, guint row, guint column)
{
  g_auto (BvGridCell) cell = { 0 };

  bv_grid_model_get_cell (self->model, row, column, &cell);
  return cell.text != NULL && *cell.text != '\0';
}

static guint
get_first_row (BvGridView *self)
{
  return bv_grid_model_is_section (self->model, 0) ? bv_grid_view_next_row (self, 0, 1) : 0;
}

static guint
get_last_row (BvGridView *self)
{
  guint last = self->n_rows - 1;

  return bv_grid_model_is_section (self->model, last) ? bv_grid_view_next_row (self, last, -1)
                                                      : last;
}

static void
move_rows (BvGridView *self, int step, guint count, gboolean extend)
{
  guint row = self->row;

  for (guint i = 0; i < count; i++)
    row = bv_grid_view_next_row (self, row, step);
  bv_grid_view_set_cursor (self, row, self->column, extend);
}

static void
move_columns (BvGridView *self, int step, gboolean extend)
{
  gint64 column = (gint64) self->column + step;

  if (column >= 0 && column < (gint64) self->n_columns)
    bv_grid_view_set_cursor (self, self->row, (guint) column, extend);
}

/* To the edge of a run of filled cells, or over the empty ones to the next filled one. */
static void
jump (BvGridView *self, int row_step, int column_step, gboolean extend)
{
  guint row = self->row, column = self->column;
  gboolean looks_for_filled = FALSE;

  for (guint moved = 0;; moved++)
    {
      guint next_row = row_step != 0 ? bv_grid_view_next_row (self, row, row_step) : row;
      gint64 next_column = (gint64) column + column_step;

      if ((row_step != 0 && next_row == row) || next_column < 0
          || next_column >= (gint64) self->n_columns)
        break;
      if (moved == 0)
        looks_for_filled = !is_filled (self, row, column)
                           || !is_filled (self, next_row, (guint) next_column);
      else if (!looks_for_filled && !is_filled (self, next_row, (guint) next_column))
        break;
      row = next_row;
      column = (guint) next_column;
      if (looks_for_filled && is_filled (self, row, column))
        break;
    }
  bv_grid_view_set_cursor (self, row, column, extend);
}

static guint
count_page_rows (BvGridView *self)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);
  double row = self->row_tops != NULL && self->n_rows > 0
                 ? self->row_tops[self->n_rows] / self->n_rows
                 : 1;

  return (guint) MAX (page / MAX (row, 1) - 1, 1);
}

/* Tab: to the next cell, at a row's end to the first cell of the next row; out at the very end. */
static gboolean
tab (BvGridView *self, int step)
{
  gint64 column = (gint64) self->column + step;
  guint row = self->row;

  if (column < 0 || column >= (gint64) self->n_columns)
    {
      row = bv_grid_view_next_row (self, row, step);
      if (row == self->row)
        return FALSE;
      column = step > 0 ? 0 : (gint64) self->n_columns - 1;
    }
  bv_grid_view_set_cursor (self, row, (guint) column, FALSE);
  return TRUE;
}

/* ── Clipboard ─────────────────────────────────────────────────────────────────────────────── */

static void
append_cell_text (GString *out, const char *text)
{
  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

char *
bv_grid_view_copy_text (BvGridView *self)
{
  GString *out;
  guint first_row, first_column, last_row, last_column;

  g_return_val_if_fail (BV_IS_GRID_VIEW (self), NULL);

  out = g_string_new (NULL);
  bv_grid_view_get_selection (self, &first_row, &first_column, &last_row, &last_column);
  for (guint row = first_row; row <= last_row && row < self->n_rows; row++)
    {
      if (bv_grid_model_is_section (self->model, row))
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      for (guint column = first_column; column <= last_column; column++)
        {
          g_auto (BvGridCell) cell = { 0 };

          bv_grid_model_get_cell (self->model, row, column, &cell);
          if (column > first_column)
            g_string_append_c (out, '\t');
          append_cell_text (out, cell.edit_text != NULL ? cell.edit_text
                                 : cell.text != NULL    ? cell.text
                                                        : "");
        }
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_editable (BvGridView *self, guint row, guint column)
{
  g_auto (BvGridCell) cell = { 0 };

  bv_grid_model_get_cell (self->model, row, column, &cell);
  return (cell.flags & BV_GRID_CELL_EDITABLE) != 0;
}

/* The rows with cells from @row on, at most @n: a block is not torn by headings in between. */
static GArray *
list_rows (BvGridView *self, guint row, guint n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  while (rows->len < n)
    {
      guint next;

      g_array_append_val (rows, row);
      next = bv_grid_view_next_row (self, row, 1);
      if (next == row)
        break;
      row = next;
    }
  return rows;
}

static guint
count_rows_between (BvGridView *self, guint first, guint last)
{
  guint count = 0;

  for (guint row = first; row <= last; row++)
    count += bv_grid_model_is_section (self->model, row) ? 0 : 1;
  return count;
}

void
bv_grid_view_paste_text (BvGridView *self, const char *text)
{
  g_autoptr (GPtrArray) block = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (BvGridEdit));
  guint first_row, first_column, last_row, last_column;
  guint block_rows, block_columns = 0, n_rows, n_columns, left_out = 0;

  g_return_if_fail (BV_IS_GRID_VIEW (self) && text != NULL);

  if (self->model == NULL || self->n_rows == 0 || self->n_columns == 0)
    return;
  block = bv_grid_parse_block (text);
  block_rows = block->len;
  for (guint i = 0; i < block_rows; i++)
    block_columns = MAX (block_columns, g_strv_length ((GStrv) g_ptr_array_index (block, i)));
  if (block_rows == 0 || block_columns == 0)
    return;

  /* A selection that holds the block a whole number of times is filled with it; otherwise the block
   * lies down from the selection's corner at its own size. */
  bv_grid_view_get_selection (self, &first_row, &first_column, &last_row, &last_column);
  n_rows = count_rows_between (self, first_row, last_row);
  n_columns = last_column - first_column + 1;
  if (n_rows % block_rows != 0 || n_columns % block_columns != 0)
    {
      n_rows = block_rows;
      n_columns = block_columns;
    }
  rows = list_rows (self, first_row, n_rows);
  left_out = (n_rows - rows->len) * n_columns;

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      GStrv cells = g_ptr_array_index (block, i % block_rows);
      guint n_cells = g_strv_length (cells);

      for (guint j = 0; j < n_columns; j++)
        {
          guint column = first_column + j;
          const char *cell = j % block_columns < n_cells ? cells[j % block_columns] : "";

          if (column < self->n_columns && is_editable (self, row, column))
            {
              BvGridEdit edit = { row, column, cell };

              g_array_append_val (edits, edit);
            }
          else if (*cell != '\0')
            left_out++;
        }
    }

  if (edits->len > 0)
    {
      guint last = g_array_index (rows, guint, rows->len - 1);

      self->anchor_row = first_row;
      self->anchor_column = first_column;
      bv_grid_view_set_cursor (self, last, MIN (first_column + n_columns, self->n_columns) - 1,
                               TRUE);
      bv_grid_model_edit (self->model, (const BvGridEdit *) (gpointer) edits->data, edits->len);
    }
  if (left_out > 0)
    {
      g_autofree char *notice = g_strdup_printf (
        ngettext ("%u cell was not pasted: it falls on a computed cell or outside the table.",
                  "%u cells were not pasted: they fall on computed cells or outside the table.",
                  left_out),
        left_out);

      bv_grid_view_notice (self, notice);
    }
}

void
bv_grid_view_clear_selection (BvGridView *self)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (BvGridEdit));
  guint first_row, first_column, last_row, last_column;

  g_return_if_fail (BV_IS_GRID_VIEW (self));

  if (self->model == NULL || self->n_rows == 0)
    return;
  bv_grid_view_get_selection (self, &first_row, &first_column, &last_row, &last_column);
  for (guint row = first_row; row <= last_row; row++)
    for (guint column = first_column;
         column <= last_column && !bv_grid_model_is_section (self->model, row); column++)
      if (is_editable (self, row, column) && is_filled (self, row, column))
        {
          BvGridEdit edit = { row, column, "" };

          g_array_append_val (edits, edit);
        }
  if (edits->len > 0)
    bv_grid_model_edit (self->model, (const BvGridEdit *) (gpointer) edits->data, edits->len);
}

static void
copy (BvGridView *self)
{
  g_autofree char *text = bv_grid_view_copy_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BvGridView) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    bv_grid_view_paste_text (self, text);
}

static void
paste (BvGridView *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb,
                                 g_object_ref (self));
}

/* ── Keys ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
control_key (BvGridView *self, guint key, gboolean extend)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      jump (self, -1, 0, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      jump (self, 1, 0, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      jump (self, 0, -1, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      jump (self, 0, 1, extend);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      bv_grid_view_set_cursor (self, get_first_row (self), 0, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      bv_grid_view_set_cursor (self, get_last_row (self), self->n_columns - 1, extend);
      return TRUE;
    case GDK_KEY_a:
    case GDK_KEY_A:
      self->anchor_row = get_first_row (self);
      self->anchor_column = 0;
      bv_grid_view_set_cursor (self, get_last_row (self), self->n_columns - 1, TRUE);
      return TRUE;
    case GDK_KEY_c:
    case GDK_KEY_C:
    case GDK_KEY_Insert:
      copy (self);
      return TRUE;
    case GDK_KEY_x:
    case GDK_KEY_X:
      copy (self);
      bv_grid_view_clear_selection (self);
      return TRUE;
    case GDK_KEY_v:
    case GDK_KEY_V:
      paste (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
plain_key (BvGridView *self, guint key, gboolean extend)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_rows (self, -1, 1, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_rows (self, 1, 1, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_columns (self, -1, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_columns (self, 1, extend);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_rows (self, -1, count_page_rows (self), extend);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_rows (self, 1, count_page_rows (self), extend);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      bv_grid_view_set_cursor (self, self->row, 0, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      bv_grid_view_set_cursor (self, self->row, self->n_columns - 1, extend);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      move_rows (self, extend ? -1 : 1, 1, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return tab (self, extend ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, -1);
    case GDK_KEY_F2:
      bv_grid_view_begin_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      bv_grid_view_clear_selection (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      bv_grid_view_begin_edit (self, "");
      return TRUE;
    case GDK_KEY_Insert:
      if (extend)
        paste (self);
      return extend;
    default:
      return FALSE;
    }
}

/* While a cell is open. Arrows leave a cell that was opened by typing, as spreadsheets do. */
static gboolean
editing_key (BvGridView *self, guint key, gboolean extend)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      bv_grid_view_end_edit (self, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
      extend = FALSE;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (!self->was_typed)
        return FALSE;
      extend = FALSE;
      break;
    default:
      return FALSE;
    }
  bv_grid_view_end_edit (self, TRUE);
  return plain_key (self, key, extend);
}

static gboolean
starts_text (guint key, GdkModifierType state)
{
  guint32 letter = gdk_keyval_to_unicode (key);

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0
         && letter != 0 && g_unichar_isprint (letter);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                BvGridView *self)
{
  gboolean has_control = (state & GDK_CONTROL_MASK) != 0;
  gboolean has_shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->model == NULL || self->n_rows == 0 || self->n_columns == 0
      || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->is_editing)
    {
      if (self->has_preedit || has_control)
        return GDK_EVENT_PROPAGATE;
      return editing_key (self, key, has_shift);
    }
  if (has_control)
    return control_key (self, key, has_shift);
  if (plain_key (self, key, has_shift))
    return GDK_EVENT_STOP;
  if (starts_text (key, state) && is_editable (self, self->row, self->column))
    {
      bv_grid_view_begin_edit (self, "");
      return gtk_event_controller_key_forward (controller, self->editor);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
preedit_cb (GtkText *text, const char *preedit, BvGridView *self)
{
  self->has_preedit = preedit != NULL && *preedit != '\0';
}

static void
focus_left_cb (GtkEventControllerFocus *controller, BvGridView *self)
{
  /* The focus went elsewhere: what was typed counts. */
  if (self->is_editing)
    bv_grid_view_end_edit (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_entered_cb (GtkEventControllerFocus *controller, BvGridView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ── Pointer ───────────────────────────────────────────────────────────────────────────────── */

static void
select_row (BvGridView *self, guint row, gboolean extend)
{
  if (!extend)
    bv_grid_view_set_cursor (self, row, 0, FALSE);
  self->anchor_column = 0;
  bv_grid_view_set_cursor (self, row, self->n_columns - 1, TRUE);
}

static void
select_column (BvGridView *self, guint column, gboolean extend)
{
  if (!extend)
    bv_grid_view_set_cursor (self, get_first_row (self), column, FALSE);
  self->anchor_row = get_first_row (self);
  bv_grid_view_set_cursor (self, get_last_row (self), column, TRUE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvGridView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  guint row, column;
  gboolean has_row = y >= self->header_height && bv_grid_view_find_row (self, y, &row);
  gboolean has_column = x >= self->frozen_width && bv_grid_view_find_column (self, x, &column);

  if (self->model == NULL || self->n_rows == 0 || self->n_columns == 0)
    return;
  if (self->is_editing && has_row && has_column && row == self->row && column == self->column)
    return; /* the click is the editor's */
  if (self->is_editing)
    bv_grid_view_end_edit (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (has_row && bv_grid_model_is_section (self->model, row))
    return;
  if (has_row && has_column)
    {
      bv_grid_view_set_cursor (self, row, column, extend);
      self->is_selecting = TRUE;
      if (n_press == 2)
        {
          self->is_selecting = FALSE;
          bv_grid_view_begin_edit (self, NULL);
        }
    }
  else if (has_row && x < self->frozen_width)
    select_row (self, row, extend);
  else if (has_column && y < self->header_height)
    select_column (self, column, extend);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, BvGridView *self)
{
  double x, y;
  guint row, column;

  if (!self->is_selecting || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  x = CLAMP (x + dx, self->frozen_width + 1, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  y = CLAMP (y + dy, self->header_height + 1, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  if (bv_grid_view_find_row (self, y, &row) && bv_grid_view_find_column (self, x, &column)
      && (row != self->row || column != self->column))
    bv_grid_view_set_cursor (self, row, column, TRUE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, BvGridView *self)
{
  self->is_selecting = FALSE;
}

void
bv_grid_view_add_controllers (BvGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  g_signal_connect (self->editor, "preedit-changed", G_CALLBACK (preedit_cb), self);
}
