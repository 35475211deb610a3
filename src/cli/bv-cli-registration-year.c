// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli registration copy, table, sums, print: what is about a whole year. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-registration.h"
#include "bv-cli-rows.h"

#include "documents/bv-registration-paper.h"
#include "merit/bv-condition.h"
#include "merit/bv-registration-carry.h"
#include "merit/bv-registration-result.h"

#include <glib/gi18n.h>

/* ── copy ────────────────────────────────────────────────────────────────────────────────── */

static void
print_carry (BvCli *cli, const BvRegistrationCarry *carry, gint64 act)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      bv_cli_say (cli, _ ("Sheets: %u, lines: %u, left out: %u."), carry->n_sheets, carry->n_lines,
                  carry->left_out->len);
      for (guint i = 0; i < carry->left_out->len; i++)
        {
          const BvRegistrationLeftOut *left_out = g_ptr_array_index (carry->left_out, i);

          bv_cli_say (cli, "  %s: %s%s%s", left_out->unit_name,
                      bv_cli_title_label (left_out->form_code),
                      *left_out->form_code != '\0' ? ": " : "", left_out->reason);
        }
      return;
    }
  builder = bv_cli_json_begin ();
  bv_cli_json_int (builder, "act", act);
  bv_cli_json_int (builder, "sheets", carry->n_sheets);
  bv_cli_json_int (builder, "lines", carry->n_lines);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < carry->left_out->len; i++)
    {
      const BvRegistrationLeftOut *left_out = g_ptr_array_index (carry->left_out, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "unit", left_out->unit_name);
      bv_cli_json_text (builder, "name", left_out->subject_name);
      bv_cli_json_text (builder, "form", left_out->form_code);
      bv_cli_json_text (builder, "reason", left_out->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

int
bv_cli_registration_copy (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliRegistration *options = data;
  g_autoptr (BvRegistrationCarry) carry = bv_registration_carry_new ();
  g_autoptr (GError) error = NULL;
  gint64 unit_id = 0;
  gint64 act = 0;

  if ((argc > 0 && !bv_cli_find_subject (cli, argv[0], BV_SUBJECT_UNIT, &unit_id, &error))
      || !bv_registration_carry_act (
        cli->store, options->from != 0 ? options->from : options->year - 1, options->year, &unit_id,
        unit_id != 0 ? 1 : 0, carry, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  print_carry (cli, carry, act);
  return carry->n_lines > 0 && carry->left_out->len == 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* ── table ───────────────────────────────────────────────────────────────────────────────── */

static const char *
label_outcome (const char *code)
{
  return bv_choice_label (bv_registration_outcomes, code);
}

static const char *
label_grade (const char *code)
{
  BvGrade grade;

  return bv_grade_from_code (code, &grade) ? bv_grade_get_label (grade) : code;
}

static BvRegimeSet *
load_regimes (BvCli *cli, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  return lease != NULL ? bv_regime_set_load (bv_lease_connection (lease), error) : NULL;
}

int
bv_cli_registration_table (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliRegistration *options = data;
  static const BvCliColumn columns[] = {
    { BV_REGISTRATION_RESULT_COLUMN_OUTCOME, BV_CLI_TEXT, "outcome", N_ ("Outcome"),
      label_outcome },
    { BV_REGISTRATION_RESULT_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name"), NULL },
    { BV_REGISTRATION_RESULT_COLUMN_UNIT, BV_CLI_TEXT, "unit", N_ ("Unit"), NULL },
    { BV_REGISTRATION_RESULT_COLUMN_FORM_CODE, BV_CLI_TEXT, "form", N_ ("Emulation title"),
      bv_cli_title_label },
    { BV_REGISTRATION_RESULT_COLUMN_GRADE, BV_CLI_TEXT, "grade", N_ ("Rating"), label_grade },
    { BV_REGISTRATION_RESULT_COLUMN_AWARDED, BV_CLI_TEXT, "awarded", N_ ("Awarded"), NULL },
    { BV_REGISTRATION_RESULT_COLUMN_DECISION, BV_CLI_TEXT, "decision", N_ ("Decision"), NULL },
    { BV_REGISTRATION_RESULT_COLUMN_SUBJECT_ID, BV_CLI_NUMBER, "subject_id", NULL, NULL },
  };
  BvRegistrationResultFilter filter = { .year = options->year,
                                        .outcome = options->outcome,
                                        .form_code = options->form };
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GError) error = NULL;

  if (options->outcome != NULL && !g_str_equal (options->outcome, "alarm")
      && !bv_choice_has (bv_registration_outcomes, options->outcome))
    return bv_cli_usage (cli,
                         _ ("there is no outcome “%s”: achieved, proposed, open, missed, "
                            "unregistered or alarm"),
                         options->outcome);
  regimes = load_regimes (cli, &error);
  if (regimes == NULL
      || (argc > 0
          && !bv_cli_find_subject (cli, argv[0], BV_SUBJECT_UNIT, &filter.unit_id, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (cli, bv_registration_result_source (regimes, &filter), columns,
                            G_N_ELEMENTS (columns));
}

/* ── sums ────────────────────────────────────────────────────────────────────────────────── */

static void
sum_json (JsonBuilder *builder, const char *member, GPtrArray *figures)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      const BvRegistrationFigure *figure = g_ptr_array_index (figures, i);

      json_builder_begin_object (builder);
      if (*figure->form_code != '\0')
        bv_cli_json_text (builder, "form", figure->form_code);
      else
        bv_cli_json_text (builder, "unit", figure->unit_name);
      bv_cli_json_int (builder, "registered", figure->n_registered);
      bv_cli_json_int (builder, "achieved", figure->n_achieved);
      bv_cli_json_int (builder, "open", figure->n_open);
      bv_cli_json_int (builder, "missed", figure->n_missed);
      bv_cli_json_int (builder, "awarded", figure->n_awarded);
      bv_cli_json_int (builder, "unregistered", figure->n_unregistered);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sum (BvCliTable *into, const char *name, const BvRegistrationFigure *figure)
{
  const guint values[] = { figure->n_registered, figure->n_achieved, figure->n_open,
                           figure->n_missed,     figure->n_awarded,  figure->n_unregistered };
  g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (values) + 2);

  cells[0] = g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    cells[i + 1] = g_strdup_printf ("%u", values[i]);
  bv_cli_table_add (into, (const char *const *) cells);
}

static void
print_sums (const char *what, GPtrArray *figures, const BvRegistrationFigure *sum)
{
  const char *heads[] = { what,
                          _ (">Registered"),
                          _ (">Achieved"),
                          _ (">Open"),
                          _ (">Missed"),
                          _ (">Awarded"),
                          _ (">Without registering"),
                          NULL };
  g_autoptr (BvCliTable) lines = bv_cli_table_new (heads);

  for (guint i = 0; i < figures->len; i++)
    {
      const BvRegistrationFigure *figure = g_ptr_array_index (figures, i);

      add_sum (lines,
               *figure->form_code != '\0' ? bv_cli_title_label (figure->form_code)
                                          : figure->unit_name,
               figure);
    }
  if (sum != NULL)
    add_sum (lines, _ ("Together"), sum);
  bv_cli_table_print (lines);
}

int
bv_cli_registration_sums (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliRegistration *options = data;
  const BvRegistrationResultFilter filter = { .year = options->year };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) regimes = load_regimes (cli, &error);
  g_autoptr (BvLease) lease = regimes != NULL ? bv_store_lease (cli->store, &error) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (BvRegistrationFigure) sum = NULL;

  if (lease != NULL)
    rows = bv_registration_result_list (bv_lease_connection (lease), regimes, &filter, &error);
  if (rows == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  titles = bv_registration_figures_by_title (regimes, rows);
  units = bv_registration_figures_by_unit (rows);
  sum = bv_registration_figures_sum (rows);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      sum_json (builder, "titles", titles);
      sum_json (builder, "units", units);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
      return BV_CLI_OK;
    }
  print_sums (_ ("Emulation title"), titles, NULL);
  printf ("\n");
  print_sums (_ ("Unit"), units, sum);
  return BV_CLI_OK;
}

/* ── print ───────────────────────────────────────────────────────────────────────────────── */

int
bv_cli_registration_print (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliRegistration *options = data;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *date = NULL;
  gint64 id = 0;

  if (!bv_cli_check_outputs (cli, options->outputs)
      || !bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (argc > 0 && !bv_cli_registration_find (cli, options, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (id != 0)
    document = bv_registration_paper_build (bv_lease_connection (lease), id, date, &error);
  else if (options->table)
    document = bv_registration_result_paper_build (bv_lease_connection (lease), options->year, date,
                                                   &error);
  else
    document = bv_registration_synthesis_build (bv_lease_connection (lease), options->year, date,
                                                &error);
  if (document == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_write_document (cli, document, options->outputs);
}
