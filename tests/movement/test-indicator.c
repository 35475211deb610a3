// SPDX-License-Identifier: GPL-3.0-or-later
/* Movements, indicators, figures and what is read from them. The figures are made up. */

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "movement/bv-figure.h"
#include "movement/bv-indicator-summary.h"
#include "movement/bv-movements.h"
#include "office-fixture.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static gint64
add_movement (Fixture *fixture, const char *name)
{
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&movement->name, name);
  bv_text_set (&movement->from_date, "2021-01-01");
  bv_text_set (&movement->to_date, "2025-12-31");
  bv_movements_save_movement (fixture->store, movement, NULL, &error);
  g_assert_no_error (error);
  return movement->id;
}

static gint64
add_indicator (Fixture *fixture,
               gint64 movement_id,
               const char *name,
               BvDirection direction,
               BvAccumulation accumulation)
{
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  g_autoptr (GError) error = NULL;

  indicator->movement_id = movement_id;
  bv_text_set (&indicator->name, name);
  indicator->direction = direction;
  indicator->accumulation = accumulation;
  bv_movements_save_indicator (fixture->store, indicator, NULL, &error);
  g_assert_no_error (error);
  return indicator->id;
}

static void
add_figure (Fixture *fixture,
            BvFigureKind kind,
            gint64 indicator_id,
            gint64 unit_id,
            int year,
            const char *period,
            double value)
{
  g_autoptr (BvFigure) figure = bv_figure_new ();
  g_autoptr (GError) error = NULL;

  figure->indicator_id = indicator_id;
  figure->unit_id = unit_id;
  figure->year = year;
  bv_text_set (&figure->period, period);
  figure->value = value;
  bv_movements_save_figure (fixture->store, kind, figure, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (figure->id, >, 0);
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  g_autoptr (BvIndicator) loaded = NULL;
  g_autoptr (BvIndicator) twin = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 id;

  bv_text_set (&movement->level, "moon");
  bv_text_set (&movement->from_date, "2023-01-01");
  bv_text_set (&movement->to_date, "2022-01-01");
  problems = bv_movement_validate (movement);
  g_assert_nonnull (bv_problems_find (problems, "name"));
  g_assert_nonnull (bv_problems_find (problems, "level"));
  g_assert_nonnull (bv_problems_find (problems, "to_date"));
  g_assert_false (bv_movements_save_movement (fixture->store, movement, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_cmpint (movement->id, ==, 0);
  bv_text_set (&movement->name, " Toàn dân  đoàn kết xây dựng nông thôn mới ");
  bv_text_set (&movement->level, "district");
  bv_text_set (&movement->to_date, "2025-12-31");
  bv_movements_save_movement (fixture->store, movement, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (movement->name, ==, "Toàn dân đoàn kết xây dựng nông thôn mới");

  indicator->movement_id = movement->id;
  bv_text_set (&indicator->code, "XH01");
  bv_text_set (&indicator->name, "Tỷ lệ hộ nghèo đa chiều");
  bv_text_set (&indicator->unit_of_measure, "%");
  indicator->decimals = 2;
  indicator->direction = BV_DIRECTION_LOWER;
  indicator->accumulation = BV_ACCUMULATION_LAST;
  indicator->baseline = 34.1;
  bv_movements_save_indicator (fixture->store, indicator, NULL, &error);
  g_assert_no_error (error);
  twin = bv_indicator_copy (indicator);
  twin->id = 0;
  g_assert_false (bv_movements_save_indicator (fixture->store, twin, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  twin->decimals = 7;
  twin->tolerance = -1;
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = bv_indicator_validate (twin);
  g_assert_cmpuint (problems->len, ==, 2);

  lease = bv_store_lease (fixture->store, &error);
  loaded = bv_indicator_load (bv_lease_connection (lease), indicator->id, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (loaded->baseline, ==, 34.1);
  g_assert_cmpint (loaded->direction, ==, BV_DIRECTION_LOWER);
  g_assert_cmpint (loaded->position, ==, 1);
  text = bv_indicator_format (loaded, 29.885, TRUE);
  g_assert_cmpstr (text, ==, "29,89%");
  bv_indicator_find (bv_lease_connection (lease), movement->id, "TY LE HO NGHEO DA CHIEU", &id,
                     &error);
  g_assert_cmpint (id, ==, indicator->id);
  bv_indicator_find (bv_lease_connection (lease), 0, "XH01", &id, &error);
  g_assert_cmpint (id, ==, indicator->id);
  bv_indicator_find (bv_lease_connection (lease), 0, "XH02", &id, &error);
  g_assert_cmpint (id, ==, 0);
  bv_movement_find (bv_lease_connection (lease), "toan dan doan ket xay dung nong thon moi", &id,
                    &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, movement->id);
  list = bv_movement_list (bv_lease_connection (lease), 2026, &error);
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = bv_movement_list (bv_lease_connection (lease), 2024, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_clear_pointer (&lease, bv_lease_free);

  g_assert_false (bv_movements_delete_movement (fixture->store, movement->id, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  bv_movements_delete_indicator (fixture->store, indicator->id, NULL, &error);
  g_assert_no_error (error);
  bv_movements_delete_movement (fixture->store, movement->id, NULL, &error);
  g_assert_no_error (error);
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM indicator"), ==, 1);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  gint64 movement = add_movement (fixture, "Thi đua yêu nước");
  gint64 first = add_indicator (fixture, movement, "Điện", BV_DIRECTION_HIGHER,
                                BV_ACCUMULATION_SUM);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *found = NULL;
  g_autofree char *movements = NULL;

  add_indicator (fixture, movement, "Đường", BV_DIRECTION_HIGHER, BV_ACCUMULATION_SUM);
  add_indicator (fixture, movement, "Trường", BV_DIRECTION_HIGHER, BV_ACCUMULATION_SUM);
  bv_movements_move_indicator (fixture->store, first, 1, NULL, &error);
  g_assert_no_error (error);
  names = fixture_list (fixture, bv_indicators_source (movement, NULL), BV_INDICATORS_COLUMN_NAME);
  g_assert_cmpstr (names, ==, "Đường; Điện; Trường");
  found = fixture_list (fixture, bv_indicators_source (0, "duong"), BV_INDICATORS_COLUMN_MOVEMENT);
  g_assert_cmpstr (found, ==, "Thi đua yêu nước");
  movements = fixture_list (fixture, bv_movements_source (2022, "yêu"),
                            BV_MOVEMENTS_COLUMN_N_INDICATORS);
  g_assert_cmpstr (movements, ==, "3");
  g_free (movements);
  movements = fixture_list (fixture, bv_movements_source (2026, NULL), BV_MOVEMENTS_COLUMN_NAME);
  g_assert_cmpstr (movements, ==, "");
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  gint64 unit = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 movement = add_movement (fixture, "Thi đua");
  gint64 indicator = add_indicator (fixture, movement, "Đường", BV_DIRECTION_HIGHER,
                                    BV_ACCUMULATION_SUM);
  g_autoptr (BvFigure) bad = bv_figure_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) years = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  BvYearFigures figures;

  bad->year = 20222;
  bv_text_set (&bad->period, "M13");
  bad->value = INFINITY;
  problems = bv_figure_validate (bad);
  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_false (bv_movements_save_figure (fixture->store, BV_FIGURE_TARGET, bad, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, indicator, unit, 2022, "M11", 3);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, indicator, unit, 2022, "M02", 5);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, indicator, unit, 2022, "M02", 6);
  add_figure (fixture, BV_FIGURE_TARGET, indicator, unit, 2021, "Y", 12);
  lease = bv_store_lease (fixture->store, &error);
  list = bv_figure_list (bv_lease_connection (lease), BV_FIGURE_MEASUREMENT, 0, 0, 2022, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((BvFigure *) list->pdata[0])->period, ==, "M02");
  g_assert_cmpfloat (((BvFigure *) list->pdata[0])->value, ==, 6);
  bv_figure_year (bv_lease_connection (lease), BV_FIGURE_MEASUREMENT, indicator, unit, 2022,
                  &figures, &error);
  g_assert_cmpfloat (figures.month[10], ==, 3);
  g_assert_true (isnan (figures.month[0]));
  years = bv_indicator_years (bv_lease_connection (lease), &error);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2021);
  g_clear_pointer (&lease, bv_lease_free);
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_cmpint (
    fixture_query (fixture, "SELECT CAST (value AS INTEGER) FROM measurement WHERE period = 'M02'"),
    ==, 5);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 movement = add_movement (fixture, "Kinh tế - xã hội");
  gint64 first = 0;
  g_autoptr (BvIndicatorSummary) summary = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const BvIndicatorResult *result;

  /* 22 with a plan: 12 exceeded, 8 met, 1 nearly, 1 not; one more without a plan and one
   * untouched. */
  for (int i = 0; i < 24; i++)
    {
      g_autofree char *name = g_strdup_printf ("Chỉ tiêu %d", i + 1);
      gint64 id = add_indicator (fixture, movement, name, BV_DIRECTION_HIGHER,
                                 BV_ACCUMULATION_LAST);
      double actual = i < 12 ? 110 : i < 20 ? 100 : i == 20 ? 95 : 50;

      if (i == 0)
        first = id;
      if (i < 22)
        add_figure (fixture, BV_FIGURE_TARGET, id, root, 2019, "Y", 100);
      if (i < 23)
        add_figure (fixture, BV_FIGURE_MEASUREMENT, id, root, 2019, "Y", actual);
    }
  add_figure (fixture, BV_FIGURE_MEASUREMENT, first, root, 2018, "Y", 80);
  lease = bv_store_lease (fixture->store, &error);
  summary = bv_indicator_summary (bv_lease_connection (lease), 0, 0, 2019, 12, &error);
  g_assert_no_error (error);
  sentence = bv_indicator_summary_sentence (summary);
  g_assert_cmpstr (sentence, ==, "20 of 22 indicators met or exceeded");
  g_assert_cmpuint (summary->n_indicators, ==, 23);
  g_assert_cmpuint (summary->n_exceeded, ==, 12);
  g_assert_cmpuint (summary->n_met, ==, 8);
  g_assert_cmpuint (summary->n_nearly, ==, 1);
  g_assert_cmpuint (summary->n_not_met, ==, 1);
  g_assert_cmpuint (summary->n_no_figure, ==, 0);
  result = summary->results->pdata[0];
  g_assert_cmpfloat (result->last_year, ==, 80);
  g_assert_cmpstr (result->unit_name, ==, "UBND huyện");
  g_assert_cmpfloat_with_epsilon (result->completion.percent, 110, 1e-9);
  g_clear_pointer (&summary, bv_indicator_summary_free);
  /* Another year knows nothing. */
  summary = bv_indicator_summary (bv_lease_connection (lease), movement, root, 2021, 12, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary->results->len, ==, 0);
}

static void
test_pace_and_series (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 movement = add_movement (fixture, "Nông thôn mới");
  gint64 id = add_indicator (fixture, movement, "Đường bê tông", BV_DIRECTION_HIGHER,
                             BV_ACCUMULATION_SUM);
  g_autoptr (BvIndicatorSummary) summary = NULL;
  g_autoptr (BvIndicatorSeries) series = NULL;
  g_autoptr (BvHeatMap) map = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;
  const BvIndicatorResult *result;

  add_figure (fixture, BV_FIGURE_TARGET, id, root, 2023, "Y", 12);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, id, root, 2023, "M01", 1);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, id, root, 2023, "M03", 1.5);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, id, root, 2022, "Q1", 4);
  lease = bv_store_lease (fixture->store, &error);
  summary = bv_indicator_summary (bv_lease_connection (lease), movement, root, 2023, 3, &error);
  g_assert_no_error (error);
  result = summary->results->pdata[0];
  g_assert_cmpfloat (result->actual, ==, 2.5);
  g_assert_cmpfloat (result->expected, ==, 3);
  g_assert_cmpfloat (result->last_year, ==, 4);
  g_assert_cmpint (result->completion.status, ==, BV_COMPLETION_NOT_MET);
  g_assert_cmpint (result->pace.status, ==, BV_COMPLETION_NOT_MET);
  g_assert_cmpuint (summary->n_behind, ==, 1);
  missing = bv_accumulated_describe_missing (&result->accumulated);
  g_assert_cmpstr (missing, ==, "No figure for month 2");

  series = bv_indicator_series (bv_lease_connection (lease), id, 0, 2023, BV_PERIOD_MONTH, TRUE,
                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (series->n, ==, 12);
  g_assert_cmpfloat (series->actual[0], ==, 1);
  g_assert_true (isnan (series->actual[1]));
  g_assert_cmpfloat (series->actual[2], ==, 2.5);
  g_assert_true (isnan (series->actual[3])); /* the line ends with the figures */
  g_assert_cmpfloat (series->plan[5], ==, 6);
  g_assert_cmpfloat (series->last_year[2], ==, 4);
  g_assert_cmpstr (series->labels[11], ==, "M12");
  g_clear_pointer (&series, bv_indicator_series_free);
  series = bv_indicator_series (bv_lease_connection (lease), id, 0, 2023, BV_PERIOD_QUARTER, FALSE,
                                &error);
  g_assert_cmpfloat (series->actual[0], ==, 2.5);
  g_assert_true (isnan (series->plan[0])); /* no plan of its own */
  g_assert_null (
    bv_indicator_series (bv_lease_connection (lease), 999, 0, 2023, BV_PERIOD_MONTH, TRUE, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  map = bv_heat_map_by_period (bv_lease_connection (lease), movement, 0, 2023, BV_PERIOD_MONTH,
                               &error);
  g_assert_no_error (error);
  g_assert_cmpuint (map->indicators->len, ==, 1);
  g_assert_cmpuint (map->columns->len, ==, 12);
  g_assert_cmpint (map->cells[0].status, ==, BV_COMPLETION_MET);
  g_assert_cmpint (map->cells[1].status, ==, BV_COMPLETION_NO_FIGURE);
  g_assert_cmpint (map->cells[2].status, ==, BV_COMPLETION_EXCEEDED);
  g_assert_cmpfloat (map->plans[2], ==, 1);
}

static void
test_heat_map_by_unit (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 first = fixture_add_unit (fixture, "Xã Mường Bú", root);
  gint64 second = fixture_add_unit (fixture, "Xã Mường Chùm", root);
  gint64 movement = add_movement (fixture, "Nông thôn mới");
  gint64 poverty = add_indicator (fixture, movement, "Hộ nghèo", BV_DIRECTION_LOWER,
                                  BV_ACCUMULATION_LAST);
  g_autoptr (BvHeatMap) map = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add_unit (fixture, "Xã Mường Trai", root);
  add_indicator (fixture, movement, "Không ai đo", BV_DIRECTION_HIGHER, BV_ACCUMULATION_SUM);
  add_figure (fixture, BV_FIGURE_TARGET, poverty, first, 2022, "Y", 20);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, poverty, first, 2022, "Y", 25);
  add_figure (fixture, BV_FIGURE_TARGET, poverty, second, 2022, "Y", 20);
  lease = bv_store_lease (fixture->store, &error);
  map = bv_heat_map_by_unit (bv_lease_connection (lease), 0, 0, 2022, 12, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (map->indicators->len, ==, 1);
  g_assert_cmpuint (map->columns->len, ==, 2);
  g_assert_cmpstr (map->columns->pdata[0], ==, "Xã Mường Bú");
  g_assert_cmpint (g_array_index (map->unit_ids, gint64, 1), ==, second);
  g_assert_cmpint (map->cells[0].status, ==, BV_COMPLETION_NOT_MET);
  g_assert_cmpfloat (map->cells[0].percent, ==, 80);
  g_assert_cmpint (map->cells[1].status, ==, BV_COMPLETION_NO_FIGURE);
}

static void
test_nearly_setting (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 movement = add_movement (fixture, "Thi đua");
  gint64 id = add_indicator (fixture, movement, "Đường", BV_DIRECTION_HIGHER, BV_ACCUMULATION_SUM);
  g_autoptr (BvIndicatorSummary) summary = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  add_figure (fixture, BV_FIGURE_TARGET, id, root, 2022, "Y", 100);
  add_figure (fixture, BV_FIGURE_MEASUREMENT, id, root, 2022, "Y", 85);
  lease = bv_store_lease (fixture->store, &error);
  summary = bv_indicator_summary (bv_lease_connection (lease), 0, 0, 2022, 12, &error);
  g_assert_cmpuint (summary->n_not_met, ==, 1);
  g_clear_pointer (&summary, bv_indicator_summary_free);
  g_clear_pointer (&lease, bv_lease_free);
  bv_setting_save (fixture->store, BV_SETTING_NEARLY_PERCENT, "80", NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (fixture->store, &error);
  summary = bv_indicator_summary (bv_lease_connection (lease), 0, 0, 2022, 12, &error);
  g_assert_cmpuint (summary->n_nearly, ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/indicator/records", test_records);
  ADD ("/indicator/lists", test_lists);
  ADD ("/indicator/figures", test_figures);
  ADD ("/indicator/summary", test_summary);
  ADD ("/indicator/pace-and-series", test_pace_and_series);
  ADD ("/indicator/heat-map-by-unit", test_heat_map_by_unit);
  ADD ("/indicator/nearly-setting", test_nearly_setting);
  return g_test_run ();
}
