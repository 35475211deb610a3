// SPDX-License-Identifier: GPL-3.0-or-later
/* The chart on the screen: its words, the walk over its points, its table, its files. */
#include "bv-test-window.h"

#include "widgets/bv-chart-card.h"
#include "widgets/bv-chart-figures.h"

#include <glib/gstdio.h>
#include <math.h>

static BvChart *
make_completion (void)
{
  BvChart *chart = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Mức hoàn thành 2019");

  bv_chart_add_row (chart, "Kinh tế", "Thu ngân sách", "tỷ đồng", 1, 100, 107, 107,
                    BV_CHART_STATUS_EXCEEDED, NULL);
  bv_chart_add_row (chart, "Kinh tế", "Sản lượng quả", "tấn", 0, 280, 280, 100, BV_CHART_STATUS_MET,
                    NULL);
  bv_chart_add_row (chart, "Xã hội", "Tỷ lệ hộ nghèo", "%", 2, 29, 29.89, 97.02,
                    BV_CHART_STATUS_SHORT, NULL);
  return chart;
}

static BvChart *
make_time (void)
{
  BvChart *chart = bv_chart_new_time (BV_CHART_LANGUAGE_VIETNAMESE, "Thu ngân sách", "tỷ đồng", 1,
                                      NULL, NULL, NULL);

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *label = g_strdup_printf ("Q%u", i);

      bv_chart_add_period (chart, label, label, i < 4 ? 10.0 * i : NAN, 11.0 * i, 9.0 * i);
    }
  return chart;
}

static void
test_walk_rows (void)
{
  GtkWidget *view = bv_chart_view_new ();
  GtkWindow *window;

  bv_chart_view_set_chart (BV_CHART_VIEW (view), make_completion ());
  window = bv_test_window_show (view, 700, 400);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mức hoàn thành 2019");
  g_assert_null (bv_chart_view_get_current_text (BV_CHART_VIEW (view)));

  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_NEXT);
  g_assert_nonnull (
    strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "Thu ngân sách"));
  g_assert_nonnull (strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "107"));
  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_LAST);
  g_assert_nonnull (
    strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "Tỷ lệ hộ nghèo"));
  g_assert_nonnull (strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "29,89"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       bv_chart_view_get_current_text (BV_CHART_VIEW (view)));
  bv_test_save_picture (GTK_WIDGET (window), "chart-completion");
  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_FIRST);
  g_assert_cmpint (bv_chart_view_get_current (BV_CHART_VIEW (view)), ==, 0);
  gtk_window_destroy (window);
}

static void
test_walk_time (void)
{
  GtkWidget *view = bv_chart_view_new ();
  GtkWindow *window;

  bv_chart_view_set_chart (BV_CHART_VIEW (view), make_time ());
  window = bv_test_window_show (view, 700, 320);
  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_FIRST);
  g_assert_nonnull (strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "10,0"));
  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_NEXT);
  g_assert_nonnull (strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "20,0"));
  bv_chart_view_walk (BV_CHART_VIEW (view), BV_CHART_STEP_SERIES_AFTER);
  g_assert_nonnull (strstr (bv_chart_view_get_current_text (BV_CHART_VIEW (view)), "22,0"));
  bv_test_save_picture (GTK_WIDGET (window), "chart-time");
  bv_chart_view_set_chart (BV_CHART_VIEW (view), NULL);
  g_assert_null (bv_chart_view_get_current_text (BV_CHART_VIEW (view)));
  gtk_window_destroy (window);
}

static void
test_figures (void)
{
  g_autoptr (BvChart) chart = make_completion ();
  g_autoptr (BvChartFigures) figures = bv_chart_figures_new (chart);
  BvGridModel *model = BV_GRID_MODEL (figures);
  g_autofree char *title = bv_grid_model_get_row_title (model, 1);
  gboolean has_actual = FALSE;

  g_assert_cmpuint (bv_grid_model_get_n_rows (model), ==, 3);
  g_assert_cmpstr (title, ==, "Sản lượng quả");
  for (guint column = 0; column < bv_grid_model_get_n_columns (model); column++)
    {
      g_auto (BvGridCell) cell = { 0 };

      bv_grid_model_get_cell (model, 2, column, &cell);
      has_actual |= g_strcmp0 (cell.text, "29,89") == 0;
      g_assert_cmpuint (cell.flags & BV_GRID_CELL_EDITABLE, ==, 0);
    }
  g_assert_true (has_actual);
}

static gboolean
file_exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-chart-XXXXXX", NULL);
  const char *const formats[] = { "png", "svg", "pdf" };
  const char *const heads[] = { "\x89PNG", "<?xml", "%PDF" };
  GtkWidget *card = bv_chart_card_new ();
  GtkWindow *window;

  bv_chart_card_set_chart (BV_CHART_CARD (card), make_completion ());
  window = bv_test_window_show (card, 700, 400);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strdup_printf ("chart.%s", formats[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      bv_chart_card_export (BV_CHART_CARD (card), formats[i], path);
      /* Another chart takes its place while the file is being made. */
      bv_chart_card_set_chart (BV_CHART_CARD (card), make_time ());
      bv_test_wait (file_exists, path);
      bv_chart_card_set_chart (BV_CHART_CARD (card), make_completion ());
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 800);
      g_assert_true (strncmp (contents, heads[i], strlen (heads[i])) == 0);
      g_remove (path);
    }
  gtk_window_destroy (window);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  bv_test_window_init (&argc, &argv);
  g_test_add_func ("/app/chart-view/walk-rows", test_walk_rows);
  g_test_add_func ("/app/chart-view/walk-time", test_walk_time);
  g_test_add_func ("/app/chart-view/figures", test_figures);
  g_test_add_func ("/app/chart-view/export", test_export);
  return g_test_run ();
}
