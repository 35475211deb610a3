// SPDX-License-Identifier: GPL-3.0-or-later
/* The grid of figures: reading, pasting a block, and refusing it whole. */

#include "base/bv-error.h"
#include "movement/bv-grid.h"
#include "movement/bv-movements.h"
#include "office-fixture.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  Fixture base;
  gint64 unit;
  gint64 movement;
  gint64 road;
  gint64 poverty;
} GridFixture;

static gint64
add_indicator (GridFixture *fixture,
               const char *name,
               BvDirection direction,
               BvAccumulation accumulation,
               int decimals)
{
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  g_autoptr (GError) error = NULL;

  indicator->movement_id = fixture->movement;
  g_free (indicator->name);
  indicator->name = g_strdup (name);
  indicator->direction = direction;
  indicator->accumulation = accumulation;
  indicator->decimals = decimals;
  bv_movements_save_indicator (fixture->base.store, indicator, NULL, &error);
  g_assert_no_error (error);
  return indicator->id;
}

static void
set_up (GridFixture *fixture, gconstpointer data)
{
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture->base, data);
  fixture->unit = fixture_add_unit (&fixture->base, "UBND huyện", 0);
  g_free (movement->name);
  movement->name = g_strdup ("Nông thôn mới");
  bv_movements_save_movement (fixture->base.store, movement, NULL, &error);
  g_assert_no_error (error);
  fixture->movement = movement->id;
  fixture->road = add_indicator (fixture, "Đường (km)", BV_DIRECTION_HIGHER, BV_ACCUMULATION_SUM,
                                 1);
  fixture->poverty = add_indicator (fixture, "Hộ nghèo (%)", BV_DIRECTION_LOWER,
                                    BV_ACCUMULATION_LAST, 2);
}

static void
tear_down (GridFixture *fixture, gconstpointer data)
{
  fixture_tear_down (&fixture->base, data);
}

static BvGrid *
load (GridFixture *fixture, const BvGridQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->base.store, &error);
  BvGrid *grid = bv_grid_load (bv_lease_connection (lease), query, &error);

  g_assert_no_error (error);
  return grid;
}

static void
assert_text (BvGrid *grid, guint row, guint column, const char *expected)
{
  g_autofree char *text = bv_grid_get_text (grid, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse_block (void)
{
  static const struct
  {
    const char *text, *joined;
  } cases[] = {
    { "1\t2\n3\t4\n", "1|2/3|4" },
    { "1\t2\r\n3\t4", "1|2/3|4" },
    { "5", "5" },
    { "1\t\t3", "1||3" },
    { "\t\n", "|" },
    { "\"a\tb\"\t\"say \"\"hi\"\"\"\n", "a\tb|say \"hi\"" },
    { "\"two\nlines\"\t1\n", "two\nlines|1" },
    { "5\"\t1", "5\"|1" },
    { "1\n\n3\n", "1//3" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) block = bv_grid_parse_block (cases[i].text);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint row = 0; row < block->len; row++)
        {
          g_autofree char *line = g_strjoinv ("|", block->pdata[row]);

          g_string_append_printf (joined, "%s%s", row > 0 ? "/" : "", line);
        }
      g_assert_cmpstr (joined->str, ==, cases[i].joined);
    }
}

static void
test_paste (GridFixture *fixture, gconstpointer data)
{
  BvGridQuery query = { .movement_id = fixture->movement,
                        .year = 2022,
                        .period_kind = BV_PERIOD_QUARTER };
  g_autoptr (BvGrid) grid = load (fixture, &query);
  g_autoptr (BvGrid) after = NULL;
  g_autoptr (GPtrArray) block = bv_grid_parse_block ("12,9\t3\t1.5\t\t4\n30\t34\t33,5\t\t29,891\n");
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *edit = NULL;
  gint64 act = 0;

  g_assert_cmpuint (bv_grid_get_n_rows (grid), ==, 2);
  g_assert_cmpuint (bv_grid_get_n_columns (grid), ==, 7);
  g_assert_cmpstr (bv_grid_get_column (grid, 0)->title, ==, "Plan 2022");
  g_assert_cmpstr (bv_grid_get_column (grid, 4)->title, ==, "QIV");
  g_assert_false (bv_grid_get_column (grid, 5)->is_editable);
  g_assert_true (isnan (bv_grid_get_value (grid, 0, 0)));
  assert_text (grid, 0, 0, "");
  g_assert_true (bv_grid_write (fixture->base.store, grid, 0, 0, block, &errors, &act, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_cmpint (act, >, 0);
  title = bv_store_get_undo_title (fixture->base.store);
  g_assert_cmpstr (title, ==, "Enter 8 figures");

  after = load (fixture, &query);
  assert_text (after, 0, 0, "12,9");
  assert_text (after, 0, 5, "8,5");
  assert_text (after, 1, 4, "29,89");
  edit = bv_grid_get_edit_text (after, 1, 4);
  g_assert_cmpstr (edit, ==, "29,891");
  assert_text (after, 1, 5, "29,89");
  assert_text (after, 1, 6, "100,4%");
  g_assert_cmpint (bv_grid_get_completion (after, 0).status, ==, BV_COMPLETION_NOT_MET);
  g_assert_cmpint (bv_grid_get_completion (after, 1).status, ==, BV_COMPLETION_EXCEEDED);

  /* What was copied goes back to where it came from without a change and without an act. */
  copied = bv_grid_copy_block (after, 0, 0, 2, 7);
  g_assert_true (g_str_has_prefix (copied, "12,9\t3\t1,5\t\t4\t8,5\t"));
  g_clear_pointer (&block, g_ptr_array_unref);
  block = bv_grid_parse_block (copied);
  bv_grid_write (fixture->base.store, after, 0, 0, block, NULL, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, ==, 0);

  fixture_undo (&fixture->base);
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT (SELECT count(*) FROM target)"
                                                  " + (SELECT count(*) FROM measurement)"),
                   ==, 0);
}

static void
test_bad_cells (GridFixture *fixture, gconstpointer data)
{
  BvGridQuery query = { .movement_id = fixture->movement,
                        .year = 2022,
                        .period_kind = BV_PERIOD_QUARTER };
  g_autoptr (BvGrid) grid = load (fixture, &query);
  g_autoptr (GPtrArray) block = bv_grid_parse_block ("1\t2\t3 km\n4\tmười\t6\n\t\t\n\t9\t\n");
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;
  const BvGridCellError *bad;

  g_assert_false (bv_grid_check (grid, 0, 1, block, &errors, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_clear_error (&error);
  g_clear_pointer (&errors, g_ptr_array_unref);
  g_assert_false (bv_grid_write (fixture->base.store, grid, 0, 1, block, &errors, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_assert_cmpstr (
    error->message, ==,
    "Row “Đường (km)”, column “QIII”: “3 km” is no number. There are 2 more bad cells.");
  g_clear_error (&error);
  g_assert_cmpuint (errors->len, ==, 3);
  bad = errors->pdata[1];
  g_assert_cmpuint (bad->row, ==, 1);
  g_assert_cmpuint (bad->column, ==, 2);
  g_assert_cmpstr (bad->row_title, ==, "Hộ nghèo (%)");
  g_assert_cmpstr (bad->column_title, ==, "QII");
  g_assert_cmpstr (bad->text, ==, "mười");
  bad = errors->pdata[2];
  g_assert_cmpuint (bad->row, ==, 3);
  g_assert_nonnull (strstr (bad->message, "no row 4"));
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT count(*) FROM measurement"), ==, 0);

  /* Into a computed column, and over the right edge. */
  g_clear_pointer (&block, g_ptr_array_unref);
  g_clear_pointer (&errors, g_ptr_array_unref);
  block = bv_grid_parse_block ("1\t2\t3\t4");
  g_assert_false (bv_grid_write (fixture->base.store, grid, 0, 4, block, &errors, NULL, &error));
  g_assert_cmpuint (errors->len, ==, 3);
  g_assert_nonnull (strstr (((BvGridCellError *) errors->pdata[0])->message, "computed"));
  g_assert_nonnull (strstr (((BvGridCellError *) errors->pdata[2])->message, "no column 8"));
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT count(*) FROM measurement"), ==, 0);
}

static void
test_remove (GridFixture *fixture, gconstpointer data)
{
  BvGridQuery query = { .movement_id = fixture->movement,
                        .year = 2022,
                        .period_kind = BV_PERIOD_YEAR };
  g_autoptr (BvGrid) grid = load (fixture, &query);
  g_autoptr (GPtrArray) block = bv_grid_parse_block ("10\t9\n");
  g_autoptr (GPtrArray) nothing = bv_grid_parse_block ("\t");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpuint (bv_grid_get_n_columns (grid), ==, 3);
  bv_grid_write (fixture->base.store, grid, 0, 0, block, NULL, NULL, &error);
  g_assert_no_error (error);
  /* A note that an import left at the figure stays when the figure changes. */
  fixture_run (&fixture->base, "UPDATE measurement SET note = 'Báo cáo số 12'");
  g_clear_pointer (&grid, bv_grid_free);
  grid = load (fixture, &query);
  g_clear_pointer (&block, g_ptr_array_unref);
  block = bv_grid_parse_block ("9,5");
  bv_grid_write (fixture->base.store, grid, 0, 1, block, NULL, NULL, &error);
  g_assert_no_error (error);
  title = bv_store_get_undo_title (fixture->base.store);
  g_assert_cmpstr (title, ==, "Enter a figure of “Đường (km)”");
  g_assert_cmpint (
    fixture_query (&fixture->base, "SELECT count(*) FROM measurement WHERE note <> ''"), ==, 1);
  g_clear_pointer (&grid, bv_grid_free);
  grid = load (fixture, &query);
  bv_grid_write (fixture->base.store, grid, 0, 0, nothing, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT (SELECT count(*) FROM target)"
                                                  " + (SELECT count(*) FROM measurement)"),
                   ==, 0);
}

static void
test_units_and_plans (GridFixture *fixture, gconstpointer data)
{
  BvGridQuery query = { .rows = BV_GRID_ROWS_UNITS,
                        .content = BV_GRID_PLANS,
                        .indicator_id = fixture->road,
                        .year = 2022,
                        .period_kind = BV_PERIOD_MONTH };
  g_autoptr (BvGrid) grid = NULL;
  g_autoptr (GPtrArray) block = bv_grid_parse_block ("\t1\t2\n24\t2\t2\n");
  g_autoptr (GError) error = NULL;

  fixture_add_unit (&fixture->base, "Xã Mường Bú", fixture->unit);
  fixture_add_unit (&fixture->base, "Xã Mường Chùm", fixture->unit);
  fixture_add_unit (&fixture->base, "Xã cũ", fixture->unit);
  fixture_run (&fixture->base, "UPDATE unit SET to_date = '2021-12-31' WHERE subject_id = 4");
  grid = load (fixture, &query);
  g_assert_cmpuint (bv_grid_get_n_rows (grid), ==, 2);
  g_assert_cmpuint (bv_grid_get_n_columns (grid), ==, 14);
  g_assert_cmpstr (bv_grid_get_row (grid, 1)->title, ==, "Xã Mường Chùm");
  bv_grid_write (fixture->base.store, grid, 0, 0, block, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&grid, bv_grid_free);
  grid = load (fixture, &query);
  assert_text (grid, 0, 13, "3,0");
  assert_text (grid, 1, 0, "24,0");
  assert_text (grid, 1, 13, "4,0");
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT count(*) FROM target"), ==, 5);
}

typedef struct
{
  GMainLoop *loop;
  gint64 id;
  GError *error;
} Waiting;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->id = bv_grid_write_finish (BV_STORE (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
test_async (GridFixture *fixture, gconstpointer data)
{
  BvGridQuery query = { .movement_id = fixture->movement,
                        .year = 2022,
                        .period_kind = BV_PERIOD_MONTH };
  g_autoptr (BvGrid) grid = load (fixture, &query);
  g_autoptr (GPtrArray) good = bv_grid_parse_block ("10\t1");
  g_autoptr (GPtrArray) bad = bv_grid_parse_block ("10\tx");
  g_autoptr (GPtrArray) same = bv_grid_parse_block ("\t");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { loop, 0, NULL };

  bv_grid_write_async (fixture->base.store, grid, 0, 0, good, NULL, written_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpint (waiting.id, >, 0);
  bv_grid_write_async (fixture->base.store, grid, 0, 0, bad, NULL, written_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_assert_cmpint (waiting.id, ==, -1);
  g_clear_error (&waiting.error);
  bv_grid_write_async (fixture->base.store, grid, 0, 0, same, NULL, written_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpint (waiting.id, ==, 0);
  g_assert_cmpint (fixture_query (&fixture->base, "SELECT count(*) FROM measurement"), ==, 1);
}

#define ADD(path, function) g_test_add (path, GridFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/parse-block", test_parse_block);
  ADD ("/grid/paste", test_paste);
  ADD ("/grid/bad-cells", test_bad_cells);
  ADD ("/grid/remove", test_remove);
  ADD ("/grid/units-and-plans", test_units_and_plans);
  ADD ("/grid/async", test_async);
  return g_test_run ();
}
