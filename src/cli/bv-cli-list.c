// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli list: the lists of the window as tables or JSON. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-rows.h"
#include "bv-cli.h"

#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "movement/bv-movements.h"
#include "office/bv-register.h"

#include <glib/gi18n.h>

static const BvCliColumn people_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_PEOPLE_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_PEOPLE_COLUMN_BIRTH, BV_CLI_DATE, "birth", N_ ("Born") },
  { BV_PEOPLE_COLUMN_SEX, BV_CLI_TEXT, "sex", NULL },
  { BV_PEOPLE_COLUMN_ETHNIC_GROUP, BV_CLI_TEXT, "ethnic_group", N_ ("Ethnic group") },
  { BV_PEOPLE_COLUMN_POST, BV_CLI_TEXT, "post", N_ ("Post") },
  { BV_PEOPLE_COLUMN_UNIT, BV_CLI_TEXT, "unit", N_ ("Unit") },
  { BV_PEOPLE_COLUMN_LEADER_CLASS, BV_CLI_TEXT, "leader_class", NULL },
  { BV_PEOPLE_COLUMN_WORKER_CLASS, BV_CLI_TEXT, "worker_class", NULL },
  { BV_PEOPLE_COLUMN_N_AWARDS, BV_CLI_NUMBER, "awards", N_ ("Awards") },
};

static const BvCliColumn unit_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_UNITS_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_UNITS_COLUMN_KIND, BV_CLI_TEXT, "kind", NULL },
  { BV_UNITS_COLUMN_PARENT, BV_CLI_TEXT, "parent", N_ ("Belongs to") },
  { BV_UNITS_COLUMN_FROM_DATE, BV_CLI_DATE, "from", NULL },
  { BV_UNITS_COLUMN_TO_DATE, BV_CLI_DATE, "to", NULL },
  { BV_UNITS_COLUMN_N_MEMBERS, BV_CLI_NUMBER, "members", N_ ("People") },
  { BV_UNITS_COLUMN_N_AWARDS, BV_CLI_NUMBER, "awards", N_ ("Awards") },
};

static const BvCliColumn household_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_HOUSEHOLDS_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_HOUSEHOLDS_COLUMN_HEAD, BV_CLI_TEXT, "head", NULL },
  { BV_HOUSEHOLDS_COLUMN_UNIT, BV_CLI_TEXT, "unit", N_ ("Unit") },
  { BV_HOUSEHOLDS_COLUMN_ADDRESS, BV_CLI_TEXT, "address", N_ ("Address") },
  { BV_HOUSEHOLDS_COLUMN_N_AWARDS, BV_CLI_NUMBER, "awards", N_ ("Awards") },
};

static const BvCliColumn decision_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_DECISION_COLUMN_NUMBER, BV_CLI_TEXT, "number", N_ ("Number") },
  { BV_DECISION_COLUMN_DATE, BV_CLI_DATE, "date", N_ ("Date") },
  { BV_DECISION_COLUMN_YEAR, BV_CLI_NUMBER, "year", N_ ("Year") },
  { BV_DECISION_COLUMN_ORIGIN, BV_CLI_TEXT, "origin", NULL },
  { BV_DECISION_COLUMN_LEVEL, BV_CLI_TEXT, "level", NULL },
  { BV_DECISION_COLUMN_ISSUER, BV_CLI_TEXT, "issuer", NULL },
  { BV_DECISION_COLUMN_N_UNITS, BV_CLI_NUMBER, "units", N_ ("Collectives") },
  { BV_DECISION_COLUMN_N_PERSONS, BV_CLI_NUMBER, "persons", N_ ("Persons") },
  { BV_DECISION_COLUMN_N_HOUSEHOLDS, BV_CLI_NUMBER, "households", N_ ("Households") },
  { BV_DECISION_COLUMN_BONUS, BV_CLI_MONEY, "bonus", N_ ("Bonus (đồng)") },
  { BV_DECISION_COLUMN_TITLE, BV_CLI_TEXT, "title", N_ ("Concerning") },
};

static const BvCliColumn award_columns[] = {
  { -1, BV_CLI_NUMBER, "id", NULL },
  { BV_AWARD_COLUMN_POSITION, BV_CLI_NUMBER, "line", N_ ("Line") },
  { BV_AWARD_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_AWARD_COLUMN_DETAIL, BV_CLI_TEXT, "detail", N_ ("Post, unit, address") },
  { BV_AWARD_COLUMN_SUBJECT_ID, BV_CLI_NUMBER, "subject", NULL },
  { BV_AWARD_COLUMN_SUBJECT_KIND, BV_CLI_NUMBER, "subject_kind", NULL },
  { BV_AWARD_COLUMN_FORM_CODE, BV_CLI_TEXT, "form", N_ ("Award"), bv_cli_title_label },
  { BV_AWARD_COLUMN_MANNER, BV_CLI_TEXT, "manner", NULL },
  { BV_AWARD_COLUMN_YEAR, BV_CLI_NUMBER, "year", N_ ("Year") },
  { BV_AWARD_COLUMN_ACHIEVEMENT, BV_CLI_TEXT, "achievement", NULL },
  { BV_AWARD_COLUMN_BONUS, BV_CLI_MONEY, "bonus", N_ ("Bonus (đồng)") },
  { BV_AWARD_COLUMN_BONUS_BASIS, BV_CLI_TEXT, "basis", NULL },
  { BV_AWARD_COLUMN_LEDGER_BOOK, BV_CLI_TEXT, "ledger_book", NULL },
  { BV_AWARD_COLUMN_LEDGER_NUMBER, BV_CLI_NUMBER, "ledger_number", N_ ("Ledger no.") },
  { BV_AWARD_COLUMN_DECISION_ID, BV_CLI_NUMBER, "decision", NULL },
  { BV_AWARD_COLUMN_DECISION_NUMBER, BV_CLI_TEXT, "decision_number", N_ ("Decision") },
  { BV_AWARD_COLUMN_DECISION_DATE, BV_CLI_DATE, "decision_date", NULL },
  { BV_AWARD_COLUMN_REVOKED_NUMBER, BV_CLI_TEXT, "revoked_by", N_ ("Taken back by") },
  { BV_AWARD_COLUMN_REVOKED_ON, BV_CLI_DATE, "revoked_on", NULL },
};

static const BvCliColumn indicator_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_INDICATORS_COLUMN_CODE, BV_CLI_TEXT, "code", N_ ("Code") },
  { BV_INDICATORS_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_INDICATORS_COLUMN_UNIT_OF_MEASURE, BV_CLI_TEXT, "unit_of_measure", N_ ("Unit of measure") },
  { BV_INDICATORS_COLUMN_GROUP, BV_CLI_TEXT, "group", NULL },
  { BV_INDICATORS_COLUMN_DIRECTION, BV_CLI_TEXT, "direction", NULL },
  { BV_INDICATORS_COLUMN_ACCUMULATION, BV_CLI_TEXT, "accumulation", NULL },
  { BV_INDICATORS_COLUMN_MOVEMENT, BV_CLI_TEXT, "movement", N_ ("Movement") },
};

static const BvCliColumn movement_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_MOVEMENTS_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_MOVEMENTS_COLUMN_LEVEL, BV_CLI_TEXT, "level", NULL },
  { BV_MOVEMENTS_COLUMN_MANNER, BV_CLI_TEXT, "manner", NULL },
  { BV_MOVEMENTS_COLUMN_FROM_DATE, BV_CLI_DATE, "from", N_ ("From") },
  { BV_MOVEMENTS_COLUMN_TO_DATE, BV_CLI_DATE, "to", N_ ("To") },
  { BV_MOVEMENTS_COLUMN_N_INDICATORS, BV_CLI_NUMBER, "indicators", N_ ("Indicators") },
};

/* ── The lists ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  char *search;
  char *unit;
  char *decision;
  char *form;
  int year;
  gboolean ledger;

  /* State */
  gint64 unit_id;
  gint64 decision_id;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->search);
  g_free (options->unit);
  g_free (options->decision);
  g_free (options->form);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BvRowSource *
make_people (const Options *options)
{
  BvPeopleFilter filter = { .search = options->search, .unit_id = options->unit_id };

  return bv_register_people_source (&filter, BV_PEOPLE_SORT_NAME, FALSE);
}

static BvRowSource *
make_units (const Options *options)
{
  BvUnitsFilter filter = { .search = options->search, .unit_id = options->unit_id };

  return bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, FALSE);
}

static BvRowSource *
make_households (const Options *options)
{
  BvHouseholdsFilter filter = { .search = options->search, .unit_id = options->unit_id };

  return bv_register_households_source (&filter, BV_HOUSEHOLDS_SORT_NAME, FALSE);
}

static BvRowSource *
make_decisions (const Options *options)
{
  BvDecisionFilter filter = BV_DECISION_FILTER_ALL;

  filter.year = options->year;
  filter.search = options->search;
  return bv_decision_source (&filter);
}

static BvRowSource *
make_awards (const Options *options)
{
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;

  filter.decision_id = options->decision_id;
  filter.subject_id = options->unit_id; /* its own, with those of the units it came from */
  filter.year = options->year;
  filter.form_code = options->form;
  filter.search = options->search;
  return bv_award_source (&filter, options->ledger ? BV_AWARD_ORDER_LEDGER : BV_AWARD_ORDER_LIST);
}

static BvRowSource *
make_indicators (const Options *options)
{
  return bv_indicators_source (0, options->search);
}

static BvRowSource *
make_movements (const Options *options)
{
  return bv_movements_source (options->year, options->search);
}

static const struct
{
  const char *name;
  BvRowSource *(*make) (const Options *options);
  const BvCliColumn *columns;
  guint n_columns;
} lists[] = {
  { "people", make_people, people_columns, G_N_ELEMENTS (people_columns) },
  { "units", make_units, unit_columns, G_N_ELEMENTS (unit_columns) },
  { "households", make_households, household_columns, G_N_ELEMENTS (household_columns) },
  { "decisions", make_decisions, decision_columns, G_N_ELEMENTS (decision_columns) },
  { "awards", make_awards, award_columns, G_N_ELEMENTS (award_columns) },
  { "indicators", make_indicators, indicator_columns, G_N_ELEMENTS (indicator_columns) },
  { "movements", make_movements, movement_columns, G_N_ELEMENTS (movement_columns) },
};

int
bv_cli_list (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "search", 's', 0, G_OPTION_ARG_STRING, &options.search,
      N_ ("Words to look for, with or without marks"), N_ ("WORDS") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("Of a unit and all below it: name, abbreviation or #id"), N_ ("UNIT") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("Of a year"), N_ ("YEAR") },
    { "decision", 'd', 0, G_OPTION_ARG_STRING, &options.decision,
      N_ ("Awards: of a decision: 125/QĐ-UBND or #id"), N_ ("DECISION") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form, N_ ("Awards: of one form: GKH, CSTDCS"),
      N_ ("CODE") },
    { "ledger", 0, 0, G_OPTION_ARG_NONE, &options.ledger,
      N_ ("Awards: in the order of the ledger (sổ vàng)"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  guint which = 0;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("LIST"),
    _ ("Lists people, units, households, decisions, awards, indicators or movements."), NULL,
    entries, 1, 1);

  if (exit_code >= 0)
    return exit_code;
  while (which < G_N_ELEMENTS (lists) && !g_str_equal (lists[which].name, argv[1]))
    which++;
  if (which == G_N_ELEMENTS (lists))
    return bv_cli_usage (cli, _ ("there is no list “%s”; see bangvang-cli list --help"), argv[1]);
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (options.unit != NULL
      && !bv_cli_find_subject (cli, options.unit, BV_SUBJECT_UNIT, &options.unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options.decision != NULL
      && !bv_cli_find_decision (cli, options.decision, &options.decision_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (cli, lists[which].make (&options), lists[which].columns,
                            lists[which].n_columns);
}
