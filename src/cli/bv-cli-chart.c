// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli chart: completion of a year, or one indicator over its months. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "documents/bv-indicator-chart.h"
#include "drawing/bv-chart-write.h"
#include "movement/bv-indicator-summary.h"
#include "movement/bv-movement.h"

#include <glib/gi18n.h>

#define DEFAULT_WIDTH 800.0 /* pt */

typedef struct
{
  char **outputs;
  int year;
  int month;
  char *unit;
  char *movement;
  char *indicator;
  char *period;
  char *palette;
  double width;
  double height;
  double scale;
  gboolean apart;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->outputs);
  g_free (options->unit);
  g_free (options->movement);
  g_free (options->indicator);
  g_free (options->period);
  g_free (options->palette);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BvChart *
build_series (BvConnection *connection, const Options *options, gint64 unit_id, GError **error)
{
  g_autoptr (BvIndicatorSeries) series = NULL;
  BvPeriodKind kind = BV_PERIOD_MONTH;
  gint64 id;

  if (options->period != NULL && g_str_equal (options->period, "quarter"))
    kind = BV_PERIOD_QUARTER;
  else if (options->period != NULL && !g_str_equal (options->period, "month"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("there is no period “%s”: month or quarter"), options->period);
      return NULL;
    }
  if (!bv_indicator_find (connection, 0, options->indicator, &id, error))
    return NULL;
  if (id == 0)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                   _ ("no indicator has the code or name “%s”"), options->indicator);
      return NULL;
    }
  series = bv_indicator_series (connection, id, unit_id, options->year, kind, !options->apart,
                                error);
  return series != NULL ? bv_indicator_chart_series (series, BV_CHART_LANGUAGE_VIETNAMESE) : NULL;
}

static BvChart *
build_completion (BvConnection *connection, const Options *options, gint64 unit_id, GError **error)
{
  g_autoptr (BvIndicatorSummary) summary = NULL;
  gint64 movement = 0;

  if (options->movement != NULL
      && !bv_movement_find (connection, options->movement, &movement, error))
    return NULL;
  if (options->movement != NULL && movement == 0)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                   _ ("no movement is called “%s”"), options->movement);
      return NULL;
    }
  summary = bv_indicator_summary (connection, movement, unit_id, options->year, options->month,
                                  error);
  if (summary == NULL)
    return NULL;
  if (summary->results->len == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("%d has neither plans nor figures: there is nothing to draw"), options->year);
      return NULL;
    }
  return bv_indicator_chart_completion (summary, BV_CHART_LANGUAGE_VIETNAMESE);
}

static const BvChartPalette *
find_palette (const char *name)
{
  if (name == NULL || g_str_equal (name, "print"))
    return &bv_chart_palette_print;
  if (g_str_equal (name, "light"))
    return &bv_chart_palette_light;
  if (g_str_equal (name, "dark"))
    return &bv_chart_palette_dark;
  return NULL;
}

static gboolean
write_one (const Options *options, const BvChart *chart, const char *path, GError **error)
{
  const BvChartPalette *palette = find_palette (options->palette);
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".png"))
    return bv_chart_write_png (chart, options->width, options->height, options->scale, palette,
                               path, error);
  if (g_str_has_suffix (lower, ".svg"))
    return bv_chart_write_svg (chart, options->width, options->height, palette, path, error);
  return bv_chart_write_pdf (chart, options->width, options->height, palette, path, error);
}

static int
check_options (BvCli *cli, const Options *options)
{
  if (options->outputs == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  for (guint i = 0; options->outputs[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (options->outputs[i], -1);

      if (!g_str_has_suffix (lower, ".png") && !g_str_has_suffix (lower, ".svg")
          && !g_str_has_suffix (lower, ".pdf"))
        return bv_cli_usage (cli, _ ("“%s” must end in .png, .svg or .pdf"), options->outputs[i]);
    }
  if (find_palette (options->palette) == NULL)
    return bv_cli_usage (cli, _ ("there is no palette “%s”: print, light or dark"),
                         options->palette);
  if (options->month < 1 || options->month > 12)
    return bv_cli_usage (cli, "%s", _ ("--month must be between 1 and 12"));
  if (!(options->width >= 100 && options->width <= 5000) || !(options->height >= 0)
      || options->height > 20000 || !(options->scale > 0 && options->scale <= 8))
    return bv_cli_usage (cli, "%s",
                         _ ("--width must be 100 to 5000, --height 0 to 20000, --scale up to 8"));
  return BV_CLI_OK;
}

int
bv_cli_chart (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { .month = 12, .width = DEFAULT_WIDTH, .scale = 2 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("A .png, .svg or .pdf to write; may be given several times"), N_ ("FILE") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year (this one)"), N_ ("YEAR") },
    { "month", 'm', 0, G_OPTION_ARG_INT, &options.month, N_ ("Through this month (12)"),
      N_ ("MONTH") },
    { "movement", 0, 0, G_OPTION_ARG_STRING, &options.movement, N_ ("Of one movement only"),
      N_ ("NAME") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &options.indicator,
      N_ ("One indicator over time: its code or name"), N_ ("INDICATOR") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("With --indicator: month (default) or quarter"), N_ ("PERIOD") },
    { "apart", 0, 0, G_OPTION_ARG_NONE, &options.apart,
      N_ ("With --indicator: each period by itself, not added up"), NULL },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("Whose figures (the office itself)"),
      N_ ("UNIT") },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette, N_ ("print (default), light or dark"),
      N_ ("PALETTE") },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &options.width, N_ ("In points (800)"), "PT" },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &options.height, N_ ("In points (as much as it needs)"),
      "PT" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_ ("Pixels a point of a PNG (2)"),
      N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvChart) chart = NULL;
  gint64 unit_id = 0;
  int exit_code = bv_cli_parse (cli, &argc, &argv, NULL,
                                _ ("Draws the completion of a year's indicators, or one indicator "
                                   "over time, as the window and the "
                                   "report do."),
                                NULL, entries, 0, 0);

  if (exit_code >= 0)
    return exit_code;
  exit_code = check_options (cli, &options);
  if (exit_code != BV_CLI_OK || !bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  options.year = bv_cli_year (options.year);
  if (options.unit != NULL
      && !bv_cli_find_subject (cli, options.unit, BV_SUBJECT_UNIT, &unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    chart = options.indicator != NULL
              ? build_series (bv_lease_connection (lease), &options, unit_id, &error)
              : build_completion (bv_lease_connection (lease), &options, unit_id, &error);
  if (chart == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; options.outputs[i] != NULL; i++)
    {
      if (!write_one (&options, chart, options.outputs[i], &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say (cli, _ ("Written: %s"), options.outputs[i]);
    }
  return BV_CLI_OK;
}
