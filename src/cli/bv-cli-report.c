// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli report: the annual report in as many formats as outputs are named. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "documents/bv-annual-report.h"

#include <glib/gi18n.h>

typedef struct
{
  char **outputs;
  int year;
  char *from;
  char *to;
  char *date;
  char *number;
  char *unit;
  char *direction;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->outputs);
  g_free (options->from);
  g_free (options->to);
  g_free (options->date);
  g_free (options->number);
  g_free (options->unit);
  g_free (options->direction);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BvDocument *
build (BvCli *cli, const BvAnnualReport *report, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  return lease != NULL ? bv_annual_report_build (bv_lease_connection (lease), report, error) : NULL;
}

int
bv_cli_report (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("A .pdf, .odt or .xlsx to write; may be given several times"), N_ ("FILE") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year reported (this one)"),
      N_ ("YEAR") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First day of a free period"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Last day of a free period"), N_ ("DATE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The date of the paper (today)"),
      N_ ("DATE") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("Its number: 05/BC-UBND"),
      N_ ("NUMBER") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("Whose indicators (the office itself)"), N_ ("UNIT") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.direction,
      N_ ("Tasks of the next year, one paragraph a line"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *date = NULL;
  BvAnnualReport report = { 0 };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, NULL,
    _ ("Writes the report on emulation and commendation of a year or a period."), NULL, entries, 0,
    0);

  if (exit_code >= 0)
    return exit_code;
  if (!bv_cli_check_outputs (cli, options.outputs))
    return BV_CLI_USAGE;
  if (!bv_cli_read_date (cli, "from", options.from, &from)
      || !bv_cli_read_date (cli, "to", options.to, &to)
      || !bv_cli_read_date (cli, "date", options.date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (options.unit != NULL
      && !bv_cli_find_subject (cli, options.unit, BV_SUBJECT_UNIT, &report.unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  report.year = options.year;
  report.from_date = from;
  report.to_date = to;
  report.date = date;
  report.number = options.number;
  report.direction = options.direction;
  document = build (cli, &report, &error);
  if (document == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_write_document (cli, document, options.outputs);
}
