// SPDX-License-Identifier: GPL-3.0-or-later
/* The grid as an officer uses it: keys, typing, blocks from another spreadsheet, bad cells. */
#include "bv-test-window.h"

#include "base/bv-number.h"
#include "widgets/bv-grid-view.h"

/* ── A model of numbers: three of them and their sum a row; row 0 is a heading ────────────────── */

#define N_COLUMNS 4

#define TEST_TYPE_MODEL (test_model_get_type ())
G_DECLARE_FINAL_TYPE (TestModel, test_model, TEST, MODEL, GObject)

struct _TestModel
{
  GObject parent_instance;
  guint n_rows;
  char **texts; /* n_rows × 3 */
  guint n_acts;
  guint n_edits;
};

static guint
model_get_n_rows (BvGridModel *model)
{
  return TEST_MODEL (model)->n_rows;
}

static guint
model_get_n_columns (BvGridModel *model)
{
  return N_COLUMNS;
}

static gboolean
model_is_section (BvGridModel *model, guint row)
{
  return row == 0 || row == 4;
}

static char *
model_get_row_title (BvGridModel *model, guint row)
{
  return model_is_section (model, row) ? g_strdup_printf ("Nhóm %u", row)
                                       : g_strdup_printf ("Chỉ tiêu %u", row);
}

static char *
model_get_row_note (BvGridModel *model, guint row)
{
  return model_is_section (model, row) ? NULL : g_strdup ("tỷ đồng");
}

static char *
model_get_column_title (BvGridModel *model, guint column)
{
  return column == 3 ? g_strdup ("Cộng") : g_strdup_printf ("Tháng %u", column + 1);
}

static guint
model_get_column_chars (BvGridModel *model, guint column)
{
  return 9;
}

static void
model_get_cell (BvGridModel *model, guint row, guint column, BvGridCell *cell)
{
  TestModel *self = TEST_MODEL (model);
  double value, sum = 0;

  g_assert_false (model_is_section (model, row));
  cell->flags = BV_GRID_CELL_NUMBER;
  if (column < 3)
    {
      const char *text = self->texts[row * 3 + column];

      cell->text = g_strdup (text);
      cell->flags |= BV_GRID_CELL_EDITABLE;
      if (text != NULL && *text != '\0' && !bv_number_parse (text, &value, NULL))
        {
          cell->flags |= BV_GRID_CELL_BAD;
          cell->message = g_strdup_printf ("“%s” is not a number.", text);
        }
      return;
    }
  for (guint i = 0; i < 3; i++)
    if (self->texts[row * 3 + i] != NULL
        && bv_number_parse (self->texts[row * 3 + i], &value, NULL))
      sum += value;
  cell->text = bv_number_format_trim (sum, 2);
}

static void
model_edit (BvGridModel *model, const BvGridEdit *edits, guint n_edits)
{
  TestModel *self = TEST_MODEL (model);

  self->n_acts++;
  self->n_edits += n_edits;
  for (guint i = 0; i < n_edits; i++)
    {
      g_assert_cmpuint (edits[i].column, <, 3);
      g_free (self->texts[edits[i].row * 3 + edits[i].column]);
      self->texts[edits[i].row * 3 + edits[i].column] = g_strdup (edits[i].text);
    }
  bv_grid_model_changed (model);
}

static void
model_init (BvGridModelInterface *iface)
{
  iface->get_n_rows = model_get_n_rows;
  iface->get_n_columns = model_get_n_columns;
  iface->is_section = model_is_section;
  iface->get_row_title = model_get_row_title;
  iface->get_row_note = model_get_row_note;
  iface->get_column_title = model_get_column_title;
  iface->get_column_chars = model_get_column_chars;
  iface->get_cell = model_get_cell;
  iface->edit = model_edit;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestModel,
                               test_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_GRID_MODEL, model_init))

static void
test_model_finalize (GObject *object)
{
  TestModel *self = TEST_MODEL (object);

  for (guint i = 0; i < self->n_rows * 3; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  G_OBJECT_CLASS (test_model_parent_class)->finalize (object);
}

static void
test_model_class_init (TestModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_model_finalize;
}

static void
test_model_init (TestModel *self)
{
}

static TestModel *
make_model (guint n_rows)
{
  TestModel *self = g_object_new (TEST_TYPE_MODEL, NULL);

  self->n_rows = n_rows;
  self->texts = g_new0 (char *, n_rows * 3);
  return self;
}

/* ── Fixture ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  TestModel *model;
  GtkWidget *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, guint n_rows)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->model = make_model (n_rows);
  fixture->view = bv_grid_view_new ();
  bv_grid_view_set_model (BV_GRID_VIEW (fixture->view), BV_GRID_MODEL (fixture->model));
  bv_grid_view_set_corner (BV_GRID_VIEW (fixture->view), "Chỉ tiêu");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  fixture->window = bv_test_window_show (scroller, 760, 420);
  gtk_widget_grab_focus (fixture->view);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->model);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  return bv_test_key (fixture->view, key, state);
}

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  guint at_row, at_column;

  g_assert_true (bv_grid_view_get_cursor (BV_GRID_VIEW (fixture->view), &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

#define assert_text(fixture, row, column, expected)                                                \
  g_assert_cmpstr ((fixture)->model->texts[(row) *3 + (column)], ==, expected)

/* What typing does once the cell is open: the letters go to the editor. */
static void
type (Fixture *fixture, const char *text)
{
  bv_grid_view_begin_edit (BV_GRID_VIEW (fixture->view), text);
}

static void
test_keys (void)
{
  Fixture fixture;

  set_up (&fixture, 9);
  assert_cursor (&fixture, 1, 0); /* the heading is stepped over */
  press (&fixture, GDK_KEY_Right, 0);
  press (&fixture, GDK_KEY_Down, 0);
  assert_cursor (&fixture, 2, 1);
  press (&fixture, GDK_KEY_Down, 0);
  press (&fixture, GDK_KEY_Down, 0);
  assert_cursor (&fixture, 5, 1);
  press (&fixture, GDK_KEY_Home, 0);
  assert_cursor (&fixture, 5, 0);
  press (&fixture, GDK_KEY_End, 0);
  assert_cursor (&fixture, 5, 3);
  press (&fixture, GDK_KEY_Tab, 0);
  assert_cursor (&fixture, 6, 0);
  press (&fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_cursor (&fixture, 5, 3);
  press (&fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (&fixture, 8, 3);
  g_assert_false (press (&fixture, GDK_KEY_Tab, 0)); /* the way out of the grid */
  press (&fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (&fixture, 1, 0);
  press (&fixture, GDK_KEY_Up, 0);
  assert_cursor (&fixture, 1, 0);
  tear_down (&fixture);
}

static void
test_typing (void)
{
  Fixture fixture;

  set_up (&fixture, 9);
  type (&fixture, "12,5");
  g_assert_true (bv_grid_view_is_editing (BV_GRID_VIEW (fixture.view)));
  press (&fixture, GDK_KEY_Return, 0);
  assert_text (&fixture, 1, 0, "12,5");
  assert_cursor (&fixture, 2, 0);
  g_assert_cmpuint (fixture.model->n_acts, ==, 1);

  type (&fixture, "7");
  press (&fixture, GDK_KEY_Tab, 0);
  assert_text (&fixture, 2, 0, "7");
  assert_cursor (&fixture, 2, 1);

  type (&fixture, "99");
  press (&fixture, GDK_KEY_Escape, 0);
  assert_text (&fixture, 2, 1, NULL);
  g_assert_cmpuint (fixture.model->n_acts, ==, 2);

  /* An arrow leaves a typed cell, and moves the caret in one opened by F2. */
  type (&fixture, "5");
  g_assert_true (press (&fixture, GDK_KEY_Left, 0));
  assert_cursor (&fixture, 2, 0);
  assert_text (&fixture, 2, 1, "5");
  press (&fixture, GDK_KEY_F2, 0);
  g_assert_false (press (&fixture, GDK_KEY_Left, 0));
  g_assert_true (bv_grid_view_is_editing (BV_GRID_VIEW (fixture.view)));
  press (&fixture, GDK_KEY_Escape, 0);
  /* Opened and left as it was: no act. */
  press (&fixture, GDK_KEY_F2, 0);
  press (&fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture.model->n_acts, ==, 3);

  /* A computed cell does not open. */
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 2, 3, FALSE);
  bv_grid_view_begin_edit (BV_GRID_VIEW (fixture.view), "1");
  g_assert_false (bv_grid_view_is_editing (BV_GRID_VIEW (fixture.view)));
  tear_down (&fixture);
}

static void
test_delete (void)
{
  Fixture fixture;

  set_up (&fixture, 9);
  bv_grid_view_paste_text (BV_GRID_VIEW (fixture.view), "1\t2\t3\n4\t5\t6\n");
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 1, 0, FALSE);
  press (&fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (&fixture, GDK_KEY_Delete, 0);
  assert_text (&fixture, 1, 0, "");
  assert_text (&fixture, 2, 1, "");
  assert_text (&fixture, 2, 2, "6");
  g_assert_cmpuint (fixture.model->n_acts, ==, 2);
  /* Nothing left to empty: no act. */
  press (&fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (fixture.model->n_acts, ==, 2);
  tear_down (&fixture);
}

static void
notice_cb (BvGridView *view, const char *text, gpointer user_data)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (text);
}

static void
test_paste (void)
{
  Fixture fixture;
  g_autofree char *notice = NULL;
  g_autofree char *copy = NULL;

  set_up (&fixture, 9);
  g_signal_connect (fixture.view, "notice", G_CALLBACK (notice_cb), &notice);

  /* Bigger than the selection; over a heading; quotes and line ends of another system. */
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 2, 0, FALSE);
  bv_grid_view_paste_text (BV_GRID_VIEW (fixture.view), "1.234,5\t2\r\n\"3\"\t4\r\n5\t6\r\n");
  g_assert_cmpuint (fixture.model->n_acts, ==, 1);
  assert_text (&fixture, 2, 0, "1.234,5");
  assert_text (&fixture, 3, 0, "3");
  assert_text (&fixture, 5, 0, "5");
  assert_text (&fixture, 5, 1, "6");
  g_assert_null (notice);

  /* What falls on the sum is left out, and said. */
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 6, 2, FALSE);
  bv_grid_view_paste_text (BV_GRID_VIEW (fixture.view), "7\t8");
  assert_text (&fixture, 6, 2, "7");
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice, "1 cell"));

  /* One figure fills a selection. */
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 7, 0, FALSE);
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 8, 1, TRUE);
  bv_grid_view_paste_text (BV_GRID_VIEW (fixture.view), "9");
  assert_text (&fixture, 7, 0, "9");
  assert_text (&fixture, 8, 1, "9");

  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 3, 0, FALSE);
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 5, 1, TRUE);
  copy = bv_grid_view_copy_text (BV_GRID_VIEW (fixture.view));
  g_assert_cmpstr (copy, ==, "3\t4\n5\t6");
  tear_down (&fixture);
}

static gboolean
clipboard_is_read (gpointer data)
{
  return ((Fixture *) data)->model->texts[6 * 3 + 2] != NULL;
}

static void
test_clipboard (void)
{
  Fixture fixture;

  set_up (&fixture, 9);
  bv_grid_view_paste_text (BV_GRID_VIEW (fixture.view), "1\t2\n3\t4");
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 1, 0, FALSE);
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 2, 1, TRUE);
  press (&fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  assert_text (&fixture, 1, 0, "");
  bv_grid_view_set_cursor (BV_GRID_VIEW (fixture.view), 5, 1, FALSE);
  press (&fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  bv_test_wait (clipboard_is_read, &fixture);
  assert_text (&fixture, 5, 1, "1");
  assert_text (&fixture, 6, 2, "4");
  tear_down (&fixture);
}

static void
test_bad_cell (void)
{
  Fixture fixture;
  GtkRoot *root;
  GtkWidget *cursor;

  set_up (&fixture, 9);
  type (&fixture, "mười hai");
  press (&fixture, GDK_KEY_Return, 0);
  press (&fixture, GDK_KEY_Up, 0);
  assert_cursor (&fixture, 1, 0);
  root = gtk_widget_get_root (fixture.view);
  cursor = gtk_root_get_focus (root);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture.view), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chỉ tiêu 1, Tháng 1: mười hai");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“mười hai” is not a number.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  bv_test_save_picture (GTK_WIDGET (fixture.window), "grid");

  /* The next cell is another widget, so that the move is announced, and is in order. */
  press (&fixture, GDK_KEY_Right, 0);
  g_assert_true (gtk_root_get_focus (root) != cursor);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_root_get_focus (root)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Chỉ tiêu 1, Tháng 2: empty");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (gtk_root_get_focus (root)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  tear_down (&fixture);
}

/* A thousand rows: a cursor at the end is in sight, and walking there costs no time per row. */
static void
test_many_rows (void)
{
  Fixture fixture;
  gint64 begin;

  set_up (&fixture, 1000);
  begin = g_get_monotonic_time ();
  press (&fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (&fixture, 999, 3);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  for (guint i = 0; i < 100; i++)
    press (&fixture, GDK_KEY_Up, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  g_test_message ("to the end and 100 rows back: %.1f ms",
                  (double) (g_get_monotonic_time () - begin) / 1000);
  assert_cursor (&fixture, 899, 3);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  bv_test_window_init (&argc, &argv);
  g_test_add_func ("/app/grid/keys", test_keys);
  g_test_add_func ("/app/grid/typing", test_typing);
  g_test_add_func ("/app/grid/delete", test_delete);
  g_test_add_func ("/app/grid/paste", test_paste);
  g_test_add_func ("/app/grid/clipboard", test_clipboard);
  g_test_add_func ("/app/grid/bad-cell", test_bad_cell);
  g_test_add_func ("/app/grid/many-rows", test_many_rows);
  return g_test_run ();
}
