// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of indicators on the demo district: its headline, typing figures, what cannot stand. */
#include "bv-test-demo.h"

#include "movement/bv-indicator-summary.h"
#include "pages/bv-indicator-grid.h"
#include "pages/bv-indicators-page.h"
#include "widgets/bv-chart-card.h"
#include "widgets/bv-grid-view.h"

static BvGridView *
get_grid (BvTestDemo *demo)
{
  return BV_GRID_VIEW (bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_GRID_VIEW, 0));
}

static BvIndicatorGrid *
get_model (BvTestDemo *demo)
{
  return BV_INDICATOR_GRID (bv_grid_view_get_model (get_grid (demo)));
}

static char *
get_cell_text (BvTestDemo *demo, guint row, guint column)
{
  g_auto (BvGridCell) cell = { 0 };

  bv_grid_model_get_cell (BV_GRID_MODEL (get_model (demo)), row, column, &cell);
  return g_strdup (cell.text);
}

static void
wait_written (BvTestDemo *demo)
{
  bv_app_test_wait (!bv_indicator_grid_is_writing (get_model (demo)));
  bv_test_demo_settle (demo);
}

/* What the file itself says. */
static double
read_actual (BvTestDemo *demo, gint64 indicator_id, const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvYearFigures figures;

  g_assert_no_error (error);
  bv_figure_year (bv_lease_connection (lease), BV_FIGURE_MEASUREMENT, indicator_id, 1, 2019,
                  &figures, &error);
  g_assert_no_error (error);
  return bv_year_figures_get (&figures, period);
}

static void
test_show (void)
{
  BvTestDemo demo;
  BvChartCard *card;

  bv_test_demo_set_up (&demo, "indicators", 2019);
  g_assert_true (BV_IS_INDICATORS_PAGE (demo.page));
  /* The published figure of 2019. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "20 of 22"));
  g_assert_cmpuint (bv_grid_model_get_n_rows (BV_GRID_MODEL (get_model (&demo))), >, 22);
  g_assert_true (bv_grid_model_is_section (BV_GRID_MODEL (get_model (&demo)), 0));
  card = BV_CHART_CARD (bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_CHART_CARD, 0));
  g_assert_cmpuint (bv_chart_view_get_chart (bv_chart_card_get_view (card))->rows->len, ==, 22);
  bv_test_demo_pictures (&demo, "indicators");

  gtk_widget_activate_action (GTK_WIDGET (demo.page), "indicators.period", "s", "month");
  bv_test_demo_settle (&demo);
  /* Plan, twelve months, the sum, the share, the word. */
  g_assert_cmpuint (bv_grid_model_get_n_columns (BV_GRID_MODEL (get_model (&demo))), ==, 16);
  bv_test_demo_pictures (&demo, "indicators-months");
  bv_test_demo_tear_down (&demo);
}

static void
test_type (void)
{
  BvTestDemo demo;
  guint row, column;
  gint64 indicator_id;
  g_autofree char *old = NULL;
  g_autofree char *act = NULL;
  g_autofree char *text = NULL;

  bv_test_demo_set_up (&demo, "indicators", 2019);
  g_assert_true (bv_grid_view_get_cursor (get_grid (&demo), &row, &column));
  indicator_id = bv_indicator_grid_get_row (get_model (&demo), row)->indicator_id;
  old = get_cell_text (&demo, row, 1);
  bv_grid_view_set_cursor (get_grid (&demo), row, 1, FALSE);
  bv_grid_view_begin_edit (get_grid (&demo), "6.001,5");
  bv_grid_view_end_edit (get_grid (&demo), TRUE);
  wait_written (&demo);
  g_assert_cmpfloat_with_epsilon (read_actual (&demo, indicator_id, "Q1"), 6001.5, 1e-9);
  act = bv_test_demo_last_act (&demo);
  g_assert_nonnull (act);

  /* One undo takes it back. */
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (read_actual (&demo, indicator_id, "Q1") != 6001.5);
  bv_test_demo_settle (&demo);
  text = get_cell_text (&demo, row, 1);
  g_assert_cmpstr (text, ==, old);
  bv_test_demo_tear_down (&demo);
}

static void
test_bad_block (void)
{
  BvTestDemo demo;
  guint row, column;
  gint64 indicator_id;
  g_auto (BvGridCell) cell = { 0 };

  bv_test_demo_set_up (&demo, "indicators", 2019);
  g_assert_true (bv_grid_view_get_cursor (get_grid (&demo), &row, &column));
  indicator_id = bv_indicator_grid_get_row (get_model (&demo), row)->indicator_id;
  bv_grid_view_set_cursor (get_grid (&demo), row, 1, FALSE);
  bv_grid_view_paste_text (get_grid (&demo), "5.000\tnăm nghìn\t7.000");
  wait_written (&demo);

  /* The good ones are in the file, as one act; the bad one waits in its cell and says why. */
  g_assert_cmpfloat (read_actual (&demo, indicator_id, "Q1"), ==, 5000);
  g_assert_cmpfloat (read_actual (&demo, indicator_id, "Q3"), ==, 7000);
  g_assert_cmpuint (bv_indicator_grid_get_n_bad (get_model (&demo)), ==, 1);
  bv_grid_model_get_cell (BV_GRID_MODEL (get_model (&demo)), row, 2, &cell);
  g_assert_cmpuint (cell.flags & BV_GRID_CELL_BAD, !=, 0);
  g_assert_cmpstr (cell.text, ==, "năm nghìn");
  g_assert_nonnull (strstr (cell.message, "năm nghìn"));
  g_assert_nonnull (
    strstr (cell.message, bv_indicator_grid_get_row (get_model (&demo), row)->title));
  bv_grid_view_set_cursor (get_grid (&demo), row, 2, FALSE);
  bv_test_demo_pictures (&demo, "indicators-bad");

  /* Mended, it goes into the file. */
  bv_grid_view_begin_edit (get_grid (&demo), "6000");
  bv_grid_view_end_edit (get_grid (&demo), TRUE);
  wait_written (&demo);
  g_assert_cmpuint (bv_indicator_grid_get_n_bad (get_model (&demo)), ==, 0);
  g_assert_cmpfloat (read_actual (&demo, indicator_id, "Q2"), ==, 6000);
  bv_test_demo_tear_down (&demo);
}

/* A plan of zero: nothing is divided, a person is asked. */
static void
test_zero_plan (void)
{
  BvTestDemo demo;
  guint row, column, last;
  g_auto (BvGridCell) cell = { 0 };

  bv_test_demo_set_up (&demo, "indicators", 2019);
  g_assert_true (bv_grid_view_get_cursor (get_grid (&demo), &row, &column));
  /* The movement with the plans of the year is the one shown first: its first row has figures. */
  g_assert_cmpfloat (
    read_actual (&demo, bv_indicator_grid_get_row (get_model (&demo), row)->indicator_id, "Q1"), >,
    0);
  bv_grid_view_set_cursor (get_grid (&demo), row, 0, FALSE);
  bv_grid_view_begin_edit (get_grid (&demo), "0");
  bv_grid_view_end_edit (get_grid (&demo), TRUE);
  wait_written (&demo);
  last = bv_grid_model_get_n_columns (BV_GRID_MODEL (get_model (&demo))) - 1;
  bv_grid_model_get_cell (BV_GRID_MODEL (get_model (&demo)), row, last, &cell);
  g_assert_cmpint (cell.mark, ==, BV_GRID_MARK_ASK);
  g_assert_nonnull (cell.message);
  bv_test_demo_tear_down (&demo);
}

static void
test_empty_year (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "indicators", 1990);
  g_assert_nonnull (bv_app_test_find_button (GTK_WIDGET (demo.page), "indicators.add-movement"));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/indicators-page/show", test_show);
  g_test_add_func ("/app/indicators-page/type", test_type);
  g_test_add_func ("/app/indicators-page/bad-block", test_bad_block);
  g_test_add_func ("/app/indicators-page/zero-plan", test_zero_plan);
  g_test_add_func ("/app/indicators-page/empty-year", test_empty_year);
  return g_test_run ();
}
