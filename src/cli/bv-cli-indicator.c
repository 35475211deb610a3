// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli indicator: completion of a year, plans and figures. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "movement/bv-indicator-summary.h"
#include "movement/bv-movements.h"
#include "office/bv-office.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  int year;
  int month;
  char *unit;
  char *movement;
  char *period;
  char *note;
  char *name;
  char *code;
  char *group;
  char *measure;
  char *direction;
  char *accumulation;
  char *baseline;
  char *tolerance;
  char *source;
  int decimals; /* -1: not given */

  /* State */
  gint64 unit_id;
  gint64 movement_id;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->unit);
  g_free (options->movement);
  g_free (options->period);
  g_free (options->note);
  g_free (options->name);
  g_free (options->code);
  g_free (options->group);
  g_free (options->measure);
  g_free (options->direction);
  g_free (options->accumulation);
  g_free (options->baseline);
  g_free (options->tolerance);
  g_free (options->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Months between the figures that nobody gave: a sum without them says too little. */
static gboolean
has_gap (const BvIndicatorResult *result)
{
  return !isnan (result->actual) && result->accumulated.missing != 0;
}

static void
add_missing_months (JsonBuilder *builder, const BvIndicatorResult *result)
{
  json_builder_set_member_name (builder, "missing_months");
  json_builder_begin_array (builder);
  for (int month = 1; has_gap (result) && month <= 12; month++)
    if (result->accumulated.missing & (1u << (month - 1)))
      json_builder_add_int_value (builder, month);
  json_builder_end_array (builder);
}

static void
print_json (const BvIndicatorSummary *summary)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "year", summary->year);
  bv_cli_json_int (builder, "through_month", summary->through_month);
  bv_cli_json_int (builder, "planned", summary->n_planned);
  bv_cli_json_int (builder, "met_or_exceeded", summary->n_met + summary->n_exceeded);
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (summary->results, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "code", result->indicator->code);
      bv_cli_json_text (builder, "name", result->indicator->name);
      bv_cli_json_text (builder, "unit_of_measure", result->indicator->unit_of_measure);
      bv_cli_json_double (builder, "plan", result->plan);
      bv_cli_json_double (builder, "actual", result->actual);
      bv_cli_json_double (builder, "last_year", result->last_year);
      bv_cli_json_double (builder, "percent", result->completion.percent);
      bv_cli_json_text (builder, "status", bv_completion_status_code (result->completion.status));
      add_missing_months (builder, result);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static char *
format_value (const BvIndicator *indicator, double value)
{
  return isnan (value) ? g_strdup ("") : bv_indicator_format (indicator, value, FALSE);
}

static void
print_table (const BvIndicatorSummary *summary)
{
  const char *heads[] = { _ ("Code"),    _ ("Name"), _ ("Unit of measure"), _ (">Plan"),
                          _ (">Actual"), ">%",       _ ("Result"),          NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < summary->results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (summary->results, i);
      g_autofree char *plan = format_value (result->indicator, result->plan);
      g_autofree char *actual = format_value (result->indicator, result->actual);
      g_autofree char *percent = isnan (result->completion.percent)
                                   ? g_strdup ("")
                                   : bv_number_format (result->completion.percent, 1);
      const char *cells[] = { result->indicator->code,
                              result->indicator->name,
                              result->indicator->unit_of_measure,
                              plan,
                              actual,
                              percent,
                              bv_completion_status_label (result->completion.status) };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static void
print_gaps (const BvIndicatorSummary *summary)
{
  for (guint i = 0; i < summary->results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (summary->results, i);
      g_autofree char *gap = NULL;

      if (!has_gap (result))
        continue;
      gap = bv_accumulated_describe_missing (&result->accumulated);
      printf ("%s: %s\n", result->indicator->name, gap);
    }
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (BvIndicatorSummary) summary = NULL;
  g_autofree char *sentence = NULL;

  if (lease != NULL)
    summary = bv_indicator_summary (bv_lease_connection (lease), options->movement_id,
                                    options->unit_id, options->year, options->month, &error);
  if (summary == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      print_json (summary);
      return BV_CLI_OK;
    }
  print_table (summary);
  sentence = bv_indicator_summary_sentence (summary);
  printf ("\n%s\n", sentence);
  print_gaps (summary);
  return BV_CLI_OK;
}

static gboolean
find_indicator (BvCli *cli, const Options *options, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease == NULL
      || !bv_indicator_find (bv_lease_connection (lease), options->movement_id, text, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("no indicator has the code or name “%s”"), text);
  return *id != 0;
}

static int
save (BvCli *cli, const Options *options, BvFigureKind kind, char **argv)
{
  g_autoptr (BvFigure) figure = bv_figure_new ();
  g_autoptr (GError) error = NULL;
  const char *period = bv_period_parse (options->period != NULL ? options->period : "Y");
  gint64 act;

  if (period == NULL)
    return bv_cli_usage (cli, _ ("“%s” is no period: write Y, Q1 or M03"), options->period);
  if (options->unit_id == 0)
    return bv_cli_usage (cli, "%s", _ ("name the unit whose figure it is by --unit"));
  if (!find_indicator (cli, options, argv[0], &figure->indicator_id, &error)
      || !bv_number_parse (argv[1], &figure->value, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  figure->unit_id = options->unit_id;
  figure->year = options->year;
  g_free (figure->period);
  figure->period = g_strdup (period);
  if (options->note != NULL)
    {
      g_free (figure->note);
      figure->note = g_strdup (options->note);
    }
  if (!bv_movements_save_figure (cli->store, kind, figure, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_say (cli, "%s", act != 0 ? _ ("Recorded.") : _ ("That was recorded already."));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return act != 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
plan (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;

  return save (cli, options, BV_FIGURE_TARGET, argv);
}

static int
record (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;

  return save (cli, options, BV_FIGURE_MEASUREMENT, argv);
}

static gboolean
find_movement (BvCli *cli, const char *name, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease == NULL || !bv_movement_find (bv_lease_connection (lease), name, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("no movement is called “%s”"),
                 name);
  return *id != 0;
}

static int
make_movement (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (BvOfficePeriod) office = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  gint64 act = 0;

  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL || !bv_movement_find (bv_lease_connection (lease), argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (id == 0)
    {
      /* Launched by the office as it was when the year began. */
      movement->from_date = g_strdup_printf ("%04d-01-01", options->year);
      movement->to_date = g_strdup_printf ("%04d-12-31", options->year);
      office = bv_office_period_on (bv_lease_connection (lease), movement->from_date, &error);
      g_clear_pointer (&lease, bv_lease_free);
      if (office == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_free (movement->level);
      movement->level = g_strdup (bv_office_period_decision_level (office));
      g_free (movement->launched_by);
      movement->launched_by = bv_office_period_chairman (office);
      g_free (movement->name);
      movement->name = g_strdup (argv[0]);
      if (!bv_movements_save_movement (cli->store, movement, &act, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
    }
  bv_cli_say (cli, "%s", act != 0 ? _ ("Recorded.") : _ ("That was recorded already."));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return act != 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
delete_movement (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!find_movement (cli, argv[0], &id, &error)
      || !bv_movements_delete_movement (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "movement", id, _ ("The movement is deleted."));
}

/* ── add, set, move, delete ──────────────────────────────────────────────────────────────── */

/* Of --movement alone if it is given. (transfer full) */
static BvIndicator *
load (BvCli *cli, const Options *options, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  gint64 id;

  if (lease == NULL
      || !bv_indicator_find (bv_lease_connection (lease), options->movement_id, text, &id, error))
    return NULL;
  if (id != 0)
    return bv_indicator_load (bv_lease_connection (lease), id, error);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("no indicator has the code or name “%s”"), text);
  return NULL;
}

/* Returns: an exit code, or -1 to go on. */
static int
take_options (BvCli *cli, BvIndicator *indicator, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (options->direction != NULL
      && !bv_direction_from_code (options->direction, &indicator->direction))
    return bv_cli_usage (cli, _ ("there is no direction “%s”: %s"), options->direction,
                         "higher, lower or reach");
  if (options->accumulation != NULL
      && !bv_accumulation_from_code (options->accumulation, &indicator->accumulation))
    return bv_cli_usage (cli, _ ("there is no way of adding up “%s”: %s"), options->accumulation,
                         "sum, last or mean");
  if ((options->baseline != NULL
       && !bv_number_parse (options->baseline, &indicator->baseline, &error))
      || (options->tolerance != NULL
          && !bv_number_parse (options->tolerance, &indicator->tolerance, &error)))
    return bv_cli_usage (cli, "%s", error->message);
  bv_cli_set (&indicator->name, options->name);
  bv_cli_set (&indicator->code, options->code);
  bv_cli_set (&indicator->group_name, options->group);
  bv_cli_set (&indicator->unit_of_measure, options->measure);
  bv_cli_set (&indicator->source, options->source);
  if (options->decimals >= 0)
    indicator->decimals = options->decimals;
  return -1;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;
  int exit_code;

  if (options->movement_id == 0)
    return bv_cli_usage (cli, "%s", _ ("name the movement by --movement NAME"));
  exit_code = take_options (cli, indicator, options);
  if (exit_code >= 0)
    return exit_code;
  bv_text_set (&indicator->name, argv[0]);
  indicator->movement_id = options->movement_id;
  if (!bv_movements_save_indicator (cli->store, indicator, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The indicator is #%d."), (int) indicator->id);
  return bv_cli_say_act (cli, act, "indicator", indicator->id, text);
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvIndicator) indicator = load (cli, options, argv[0], &error);
  gint64 act;
  int exit_code;

  if (indicator == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = take_options (cli, indicator, options);
  if (exit_code >= 0)
    return exit_code;
  if (!bv_movements_save_indicator (cli->store, indicator, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "indicator", indicator->id, _ ("The indicator is changed."));
}

static int
move (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvIndicator) indicator = load (cli, options, argv[0], &error);
  gint64 place;
  gint64 act;

  if (indicator == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT, &place, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no place among the indicators: count from 1"), argv[1]);
  if (!bv_movements_move_indicator (cli->store, indicator->id, (int) place - 1, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "indicator", indicator->id, _ ("The indicator is moved."));
}

static int
remove_indicator (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvIndicator) indicator = load (cli, options, argv[0], &error);
  gint64 act;

  if (indicator == NULL || !bv_movements_delete_indicator (cli->store, indicator->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "indicator", indicator->id,
                         _ ("The indicator and its figures are deleted."));
}

static const BvCliVerb verbs[] = {
  { "show", show, 0, 0, FALSE },
  { "plan", plan, 2, 2, TRUE },
  { "record", record, 2, 2, TRUE },
  { "movement", make_movement, 1, 1, TRUE },
  { "delete-movement", delete_movement, 1, 1, TRUE },
  { "add", add, 1, 1, TRUE },
  { "set", change, 1, 1, TRUE },
  { "move", move, 2, 2, TRUE },
  { "delete", remove_indicator, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_indicator (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { .month = 12, .decimals = -1 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year (this one)"), N_ ("YEAR") },
    { "month", 'm', 0, G_OPTION_ARG_INT, &options.month, N_ ("show: through this month (12)"),
      N_ ("MONTH") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("Whose figures: name, abbreviation or #id (show: the office itself)"), N_ ("UNIT") },
    { "movement", 0, 0, G_OPTION_ARG_STRING, &options.movement, N_ ("Of one movement only"),
      N_ ("NAME") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("plan, record: Y (default), Q1 to Q4, M01 to M12"), N_ ("PERIOD") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note,
      N_ ("plan, record: where the figure comes from"), N_ ("TEXT") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("set: its name"), N_ ("NAME") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("add, set: its code"), N_ ("CODE") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group,
      N_ ("add, set: the heading it stands under"), N_ ("TEXT") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure,
      N_ ("add, set: its unit of measure: %, ha"), N_ ("TEXT") },
    { "decimals", 0, 0, G_OPTION_ARG_INT, &options.decimals, N_ ("add, set: 0 to 6"), N_ ("N") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.direction,
      N_ ("add, set: higher, lower or reach"), N_ ("CODE") },
    { "accumulation", 0, 0, G_OPTION_ARG_STRING, &options.accumulation,
      N_ ("add, set: how a year comes of its parts: sum, last or mean"), N_ ("CODE") },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &options.baseline,
      N_ ("add, set: the year before the movement"), N_ ("VALUE") },
    { "tolerance", 0, 0, G_OPTION_ARG_STRING, &options.tolerance,
      N_ ("add, set: how far from the plan still counts, where the plan is to be met exactly"),
      N_ ("VALUE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source,
      N_ ("add, set: where its figures come from"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  const BvCliVerb *verb;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [INDICATOR VALUE]"),
    _ ("Indicators of the movements: what was planned, what was reached."),
    _ ("Verbs:\n"
       "  show                    completion of the year\n"
       "  plan INDICATOR VALUE    sets a plan\n"
       "  record INDICATOR VALUE  records a figure\n"
       "  movement NAME           makes a movement of the year, for indicators to come\n"
       "  delete-movement NAME    one without indicators\n"
       "  add NAME                an indicator of --movement\n"
       "  set INDICATOR           changes what options name\n"
       "  move INDICATOR PLACE    its place in its movement, from 1\n"
       "  delete INDICATOR        with its plans and figures\n\n"
       "INDICATOR is a code or a name; VALUE is written as 1.234,5."),
    entries, 1, 3);

  if (exit_code >= 0)
    return exit_code;
  if (options.month < 1 || options.month > 12)
    return bv_cli_usage (cli, "%s", _ ("--month must be between 1 and 12"));
  options.year = bv_cli_year (options.year);
  verb = bv_cli_take_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &argc, &argv);
  if (verb == NULL)
    return BV_CLI_USAGE;
  if (!bv_cli_open (cli, verb->writes ? BV_STORE_OPEN : BV_STORE_READ_ONLY, &exit_code))
    return exit_code;
  if ((options.movement != NULL
       && !find_movement (cli, options.movement, &options.movement_id, &error))
      || (options.unit != NULL
          && !bv_cli_find_subject (cli, options.unit, BV_SUBJECT_UNIT, &options.unit_id, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return verb->func (cli, &options, argc, argv);
}
