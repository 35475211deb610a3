// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli list: the lists of the window as tables or JSON. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "movement/bv-movements.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"

#include <glib/gi18n.h>

typedef enum
{
  TEXT,
  NUMBER, /* a whole number: a JSON number, null when unknown */
  DATE,
  MONEY,
} ColumnType;

/* A column of a list: where it comes from, and how it is called for programs and for people. */
typedef struct
{
  int index; /* of the row; -1: the id */
  ColumnType type;
  const char *member;
  const char *head; /* English; translated when shown; %NULL: JSON only */
} Column;

static const Column people_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_PEOPLE_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_PEOPLE_COLUMN_BIRTH, DATE, "birth", N_ ("Born") },
  { BV_PEOPLE_COLUMN_SEX, TEXT, "sex", NULL },
  { BV_PEOPLE_COLUMN_ETHNIC_GROUP, TEXT, "ethnic_group", N_ ("Ethnic group") },
  { BV_PEOPLE_COLUMN_POST, TEXT, "post", N_ ("Post") },
  { BV_PEOPLE_COLUMN_UNIT, TEXT, "unit", N_ ("Unit") },
  { BV_PEOPLE_COLUMN_LEADER_CLASS, TEXT, "leader_class", NULL },
  { BV_PEOPLE_COLUMN_WORKER_CLASS, TEXT, "worker_class", NULL },
  { BV_PEOPLE_COLUMN_N_AWARDS, NUMBER, "awards", N_ ("Awards") },
};

static const Column unit_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_UNITS_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_UNITS_COLUMN_KIND, TEXT, "kind", NULL },
  { BV_UNITS_COLUMN_PARENT, TEXT, "parent", N_ ("Belongs to") },
  { BV_UNITS_COLUMN_FROM_DATE, DATE, "from", NULL },
  { BV_UNITS_COLUMN_TO_DATE, DATE, "to", NULL },
  { BV_UNITS_COLUMN_N_MEMBERS, NUMBER, "members", N_ ("People") },
  { BV_UNITS_COLUMN_N_AWARDS, NUMBER, "awards", N_ ("Awards") },
};

static const Column household_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_HOUSEHOLDS_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_HOUSEHOLDS_COLUMN_HEAD, TEXT, "head", NULL },
  { BV_HOUSEHOLDS_COLUMN_UNIT, TEXT, "unit", N_ ("Unit") },
  { BV_HOUSEHOLDS_COLUMN_ADDRESS, TEXT, "address", N_ ("Address") },
  { BV_HOUSEHOLDS_COLUMN_N_AWARDS, NUMBER, "awards", N_ ("Awards") },
};

static const Column decision_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_DECISION_COLUMN_NUMBER, TEXT, "number", N_ ("Number") },
  { BV_DECISION_COLUMN_DATE, DATE, "date", N_ ("Date") },
  { BV_DECISION_COLUMN_YEAR, NUMBER, "year", N_ ("Year") },
  { BV_DECISION_COLUMN_ORIGIN, TEXT, "origin", NULL },
  { BV_DECISION_COLUMN_LEVEL, TEXT, "level", NULL },
  { BV_DECISION_COLUMN_ISSUER, TEXT, "issuer", NULL },
  { BV_DECISION_COLUMN_N_UNITS, NUMBER, "units", N_ ("Collectives") },
  { BV_DECISION_COLUMN_N_PERSONS, NUMBER, "persons", N_ ("Persons") },
  { BV_DECISION_COLUMN_N_HOUSEHOLDS, NUMBER, "households", N_ ("Households") },
  { BV_DECISION_COLUMN_BONUS, MONEY, "bonus", N_ ("Bonus (đồng)") },
  { BV_DECISION_COLUMN_TITLE, TEXT, "title", N_ ("Concerning") },
};

static const Column award_columns[] = {
  { -1, NUMBER, "id", NULL },
  { BV_AWARD_COLUMN_POSITION, NUMBER, "line", N_ ("Line") },
  { BV_AWARD_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_AWARD_COLUMN_DETAIL, TEXT, "detail", N_ ("Post, unit, address") },
  { BV_AWARD_COLUMN_SUBJECT_ID, NUMBER, "subject", NULL },
  { BV_AWARD_COLUMN_SUBJECT_KIND, NUMBER, "subject_kind", NULL },
  { BV_AWARD_COLUMN_FORM_CODE, TEXT, "form", N_ ("Award") },
  { BV_AWARD_COLUMN_MANNER, TEXT, "manner", NULL },
  { BV_AWARD_COLUMN_YEAR, NUMBER, "year", N_ ("Year") },
  { BV_AWARD_COLUMN_ACHIEVEMENT, TEXT, "achievement", NULL },
  { BV_AWARD_COLUMN_BONUS, MONEY, "bonus", N_ ("Bonus (đồng)") },
  { BV_AWARD_COLUMN_BONUS_BASIS, TEXT, "basis", NULL },
  { BV_AWARD_COLUMN_LEDGER_BOOK, TEXT, "ledger_book", NULL },
  { BV_AWARD_COLUMN_LEDGER_NUMBER, NUMBER, "ledger_number", N_ ("Ledger no.") },
  { BV_AWARD_COLUMN_DECISION_ID, NUMBER, "decision", NULL },
  { BV_AWARD_COLUMN_DECISION_NUMBER, TEXT, "decision_number", N_ ("Decision") },
  { BV_AWARD_COLUMN_DECISION_DATE, DATE, "decision_date", NULL },
};

static const Column indicator_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_INDICATORS_COLUMN_CODE, TEXT, "code", N_ ("Code") },
  { BV_INDICATORS_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_INDICATORS_COLUMN_UNIT_OF_MEASURE, TEXT, "unit_of_measure", N_ ("Unit of measure") },
  { BV_INDICATORS_COLUMN_GROUP, TEXT, "group", NULL },
  { BV_INDICATORS_COLUMN_DIRECTION, TEXT, "direction", NULL },
  { BV_INDICATORS_COLUMN_ACCUMULATION, TEXT, "accumulation", NULL },
  { BV_INDICATORS_COLUMN_MOVEMENT, TEXT, "movement", N_ ("Movement") },
};

static const Column movement_columns[] = {
  { -1, NUMBER, "id", N_ ("Id") },
  { BV_MOVEMENTS_COLUMN_NAME, TEXT, "name", N_ ("Name") },
  { BV_MOVEMENTS_COLUMN_LEVEL, TEXT, "level", NULL },
  { BV_MOVEMENTS_COLUMN_MANNER, TEXT, "manner", NULL },
  { BV_MOVEMENTS_COLUMN_FROM_DATE, DATE, "from", N_ ("From") },
  { BV_MOVEMENTS_COLUMN_TO_DATE, DATE, "to", N_ ("To") },
  { BV_MOVEMENTS_COLUMN_N_INDICATORS, NUMBER, "indicators", N_ ("Indicators") },
};

/* ── Printing ────────────────────────────────────────────────────────────────────────────── */

static char *
format_cell (const Column *column, gint64 id, BvRow *row)
{
  if (column->index < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (bv_row_is_null (row, column->index))
    return g_strdup ("");
  switch (column->type)
    {
    case DATE:
      return bv_date_format_short (bv_row_get_text (row, column->index));
    case MONEY:
      return bv_number_format_int (bv_row_get_int (row, column->index));
    case NUMBER:
    case TEXT:
    default:
      return g_strdup (bv_row_get_text (row, column->index));
    }
}

static void
print_table (BvRowList *rows, const Column *columns, guint n_columns)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvCliTable) table = NULL;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].head != NULL)
      g_ptr_array_add (
        heads, g_strconcat (columns[i].type == NUMBER || columns[i].type == MONEY ? ">" : "",
                            _ (columns[i].head), NULL));
  g_ptr_array_add (heads, NULL);
  table = bv_cli_table_new ((const char *const *) heads->pdata);
  for (guint r = 0; r < g_list_model_get_n_items (G_LIST_MODEL (rows)); r++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), r);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n_columns; i++)
        if (columns[i].head != NULL)
          g_ptr_array_add (cells, format_cell (&columns[i], bv_row_list_get_id (rows, r), row));
      bv_cli_table_add (table, (const char *const *) cells->pdata);
    }
  bv_cli_table_print (table);
}

static void
print_json (BvRowList *rows, const Column *columns, guint n_columns)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint r = 0; r < g_list_model_get_n_items (G_LIST_MODEL (rows)); r++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), r);

      json_builder_begin_object (builder);
      for (guint i = 0; i < n_columns; i++)
        if (columns[i].index < 0)
          bv_cli_json_int (builder, columns[i].member, bv_row_list_get_id (rows, r));
        else if (bv_row_is_null (row, columns[i].index))
          bv_cli_json_text (builder, columns[i].member, NULL);
        else if (columns[i].type == NUMBER || columns[i].type == MONEY)
          bv_cli_json_int (builder, columns[i].member, bv_row_get_int (row, columns[i].index));
        else
          bv_cli_json_text (builder, columns[i].member, bv_row_get_text (row, columns[i].index));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
}

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
  const Column *columns;
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

static void
note_failure (BvRowList *rows, const GError *error, gpointer user_data)
{
  g_set_error_literal ((GError **) user_data, error->domain, error->code, error->message);
}

static int
print_list (BvCli *cli, guint which, const Options *options)
{
  g_autoptr (BvRowList) rows = bv_row_list_new (cli->store, NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (rows, "failed", G_CALLBACK (note_failure), &error);
  bv_row_list_set_source (rows, lists[which].make (options));
  bv_row_list_wait (rows);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (rows, lists[which].columns, lists[which].n_columns);
  else
    print_table (rows, lists[which].columns, lists[which].n_columns);
  return BV_CLI_OK;
}

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
  return print_list (cli, which, &options);
}
