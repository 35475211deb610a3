// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli office: what the office is called from a day on, who signs for it, and the base salary that bonuses are
 * reckoned from. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "office/bv-base-salary.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"

#include <glib/gi18n.h>

typedef struct
{
  char *name;
  char *level;
  char *superior;
  char *area;
  char *place;
  char *department;
  char *symbol;
  char *department_symbol;
  char *post;
  char *prefix;
  char *on_behalf_of;
  char *from;
  char *to;
  char *source;
  gboolean is_default;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->name,     &options->level,
                     &options->superior, &options->area,
                     &options->place,    &options->department,
                     &options->symbol,   &options->post,
                     &options->prefix,   &options->on_behalf_of,
                     &options->from,     &options->to,
                     &options->source,   &options->department_symbol };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GPtrArray *periods;  /* (element-type BvOfficePeriod) */
  GPtrArray *signers;  /* (element-type BvSigner) */
  GPtrArray *salaries; /* (element-type BvBaseSalary) */
} Office;

static void
office_clear (Office *office)
{
  g_clear_pointer (&office->periods, g_ptr_array_unref);
  g_clear_pointer (&office->signers, g_ptr_array_unref);
  g_clear_pointer (&office->salaries, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, office_clear)

static gboolean
load_office (BvCli *cli, Office *office, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease != NULL)
    office->periods = bv_office_period_list (bv_lease_connection (lease), error);
  if (office->periods != NULL)
    office->signers = bv_signer_list (bv_lease_connection (lease), error);
  if (office->signers != NULL)
    office->salaries = bv_base_salary_list (bv_lease_connection (lease), error);
  return office->salaries != NULL;
}

static void
print_periods (const Office *office)
{
  const char *heads[] = { _ ("From"), _ ("Office"), _ ("Department"), _ ("Symbol"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < office->periods->len; i++)
    {
      const BvOfficePeriod *period = g_ptr_array_index (office->periods, i);
      g_autofree char *from = bv_date_format_short (period->from_date);
      const char *cells[] = { from, period->name, period->department, period->symbol };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static void
print_signers (const Office *office)
{
  const char *heads[] = { _ (">Id"), _ ("Signer"), _ ("Signs as"), _ ("From"), _ ("To"), "", NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < office->signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (office->signers, i);
      g_auto (GStrv)
        lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
      g_autofree char *as = g_strjoinv (", ", lines);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, signer->id);
      g_autofree char *from = bv_date_format_short (signer->from_date);
      g_autofree char *to = bv_date_format_short (signer->to_date);
      const char *cells[] = { id,   signer->name, as,
                              from, to,           signer->is_default ? _ ("proposed first") : "" };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static void
print_salaries (const Office *office)
{
  const char *heads[] = { _ ("From"), _ (">Base salary (đồng)"), _ ("Source"), "", NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < office->salaries->len; i++)
    {
      const BvBaseSalary *salary = g_ptr_array_index (office->salaries, i);
      g_autofree char *from = bv_date_format_short (salary->from_date);
      g_autofree char *amount = bv_number_format_int (salary->amount);
      const char *cells[] = { from, amount, salary->source,
                              salary->is_verified ? "" : _ ("not verified") };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static void
begin_list (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
print_json (const Office *office)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  begin_list (builder, "periods");
  for (guint i = 0; i < office->periods->len; i++)
    {
      const BvOfficePeriod *period = g_ptr_array_index (office->periods, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "from", period->from_date);
      bv_cli_json_text (builder, "level", period->level);
      bv_cli_json_text (builder, "name", period->name);
      bv_cli_json_text (builder, "superior", period->superior_name);
      bv_cli_json_text (builder, "area", period->area_name);
      bv_cli_json_text (builder, "place", period->place);
      bv_cli_json_text (builder, "department", period->department);
      bv_cli_json_text (builder, "symbol", period->symbol);
      bv_cli_json_text (builder, "department_symbol", period->department_symbol);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "signers");
  for (guint i = 0; i < office->signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (office->signers, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", signer->id);
      bv_cli_json_text (builder, "name", signer->name);
      bv_cli_json_text (builder, "post", signer->post);
      bv_cli_json_text (builder, "prefix", signer->prefix);
      bv_cli_json_text (builder, "on_behalf_of", signer->on_behalf_of);
      bv_cli_json_text (builder, "from", signer->from_date);
      bv_cli_json_text (builder, "to", signer->to_date);
      bv_cli_json_int (builder, "is_default", signer->is_default);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "salaries");
  for (guint i = 0; i < office->salaries->len; i++)
    {
      const BvBaseSalary *salary = g_ptr_array_index (office->salaries, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "from", salary->from_date);
      bv_cli_json_int (builder, "amount", salary->amount);
      bv_cli_json_text (builder, "source", salary->source);
      bv_cli_json_int (builder, "is_verified", salary->is_verified);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_auto (Office) office = { 0 };
  g_autoptr (GError) error = NULL;

  if (!load_office (cli, &office, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      print_json (&office);
      return BV_CLI_OK;
    }
  print_periods (&office);
  putchar ('\n');
  print_signers (&office);
  putchar ('\n');
  print_salaries (&office);
  return BV_CLI_OK;
}

/* ── period ──────────────────────────────────────────────────────────────────────────────── */

/* The period that begins on @date. (transfer full), %NULL without @error when there is none */
static BvOfficePeriod *
find_period (BvCli *cli, const char *date, GError **error)
{
  g_auto (Office) office = { 0 };

  if (!load_office (cli, &office, error))
    return NULL;
  for (guint i = 0; i < office.periods->len; i++)
    {
      const BvOfficePeriod *period = g_ptr_array_index (office.periods, i);

      if (g_str_equal (period->from_date, date))
        return bv_office_period_copy (period);
    }
  return NULL;
}

/* What the office was called on the day before goes on, unless options name something else. */
static BvOfficePeriod *
begin_period (BvCli *cli, const char *date, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  BvOfficePeriod *period;

  if (lease == NULL)
    return NULL;
  period = bv_office_period_on (bv_lease_connection (lease), date, error);
  if (period == NULL)
    return NULL;
  period->id = 0;
  bv_text_set (&period->from_date, date);
  return period;
}

static int
period_set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = bv_date_parse (argv[0], &error);
  g_autoptr (BvOfficePeriod) period = NULL;
  gint64 act;

  if (date != NULL)
    period = find_period (cli, date, &error);
  if (period == NULL && error == NULL)
    period = begin_period (cli, date, &error);
  if (period == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&period->name, options->name);
  bv_cli_set (&period->level, options->level);
  bv_cli_set (&period->superior_name, options->superior);
  bv_cli_set (&period->area_name, options->area);
  bv_cli_set (&period->place, options->place);
  bv_cli_set (&period->department, options->department);
  bv_cli_set (&period->symbol, options->symbol);
  bv_cli_set (&period->department_symbol, options->department_symbol);
  if (!bv_office_save_period (cli->store, period, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "period", period->id,
                         _ ("The office has these names from that day on."));
}

static int
period_delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = bv_date_parse (argv[0], &error);
  g_autoptr (BvOfficePeriod) period = NULL;
  gint64 act;

  if (date != NULL)
    period = find_period (cli, date, &error);
  if (period == NULL && error == NULL)
    g_set_error (&error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("no names of the office begin on %s; “bangvang-cli office show” lists them"),
                 argv[0]);
  if (period == NULL || !bv_office_delete_period (cli->store, period->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "period", period->id,
                         _ ("The names from that day on are deleted."));
}

/* ── signer ──────────────────────────────────────────────────────────────────────────────── */

static int
save_signer (BvCli *cli, BvSigner *signer, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  gboolean is_new = signer->id == 0;
  gint64 act;

  if (!bv_cli_read_date (cli, "from", options->from, &from)
      || !bv_cli_read_date (cli, "to", options->to, &to))
    return BV_CLI_USAGE;
  bv_cli_set (&signer->post, options->post);
  bv_cli_set (&signer->prefix, options->prefix);
  bv_cli_set (&signer->on_behalf_of, options->on_behalf_of);
  bv_cli_set (&signer->from_date, from);
  bv_cli_set (&signer->to_date, to);
  signer->is_default = signer->is_default || options->is_default;
  if (!bv_office_save_signer (cli->store, signer, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = is_new ? g_strdup_printf (_ ("The signer is #%d."), (int) signer->id)
                : g_strdup (_ ("The signer is changed."));
  return bv_cli_say_act (cli, act, "signer", signer->id, text);
}

static int
signer_add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvSigner) signer = bv_signer_new ();

  bv_text_set (&signer->name, argv[0]);
  return save_signer (cli, signer, options);
}

static int
signer_set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvSigner) signer = NULL;
  gint64 id;

  if (bv_cli_read_record_id (argv[0], &id, &error))
    lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    signer = bv_signer_load (bv_lease_connection (lease), id, &error);
  if (signer == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  bv_cli_set (&signer->name, options->name);
  return save_signer (cli, signer, options);
}

static int
signer_delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_office_delete_signer (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "signer", id, _ ("The signer is deleted."));
}

/* ── salary ──────────────────────────────────────────────────────────────────────────────── */

static int
salary_set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvBaseSalary) salary = bv_base_salary_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *date = bv_date_parse (argv[0], &error);
  gint64 act;

  if (date == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_text_set (&salary->from_date, date);
  if (!bv_number_parse_money (argv[1], &salary->amount, &error))
    return bv_cli_usage (cli, "%s", error->message);
  bv_cli_set (&salary->source, options->source);
  /* The officer who names the decree has read it. */
  salary->is_verified = options->source != NULL && *options->source != '\0';
  if (!bv_office_save_base_salary (cli->store, salary, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, _ ("The base salary applies from that day on."));
}

static int
salary_delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = bv_date_parse (argv[0], &error);
  gint64 act;

  if (date == NULL || !bv_office_delete_base_salary (cli->store, date, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, _ ("The base salary of that day is deleted."));
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

static const BvCliVerb verbs[] = {
  { "show", show, 0, 0, FALSE },
  { "period set", period_set, 1, 1, TRUE },
  { "period delete", period_delete, 1, 1, TRUE },
  { "signer add", signer_add, 1, 1, TRUE },
  { "signer set", signer_set, 1, 1, TRUE },
  { "signer delete", signer_delete, 1, 1, TRUE },
  { "salary set", salary_set, 2, 2, TRUE },
  { "salary delete", salary_delete, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_office (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name,
      N_ ("period set: the name of the office; signer set: of the signer"), N_ ("NAME") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_ ("period set: district, commune, province or ministry_unit"), N_ ("LEVEL") },
    { "superior", 0, 0, G_OPTION_ARG_STRING, &options.superior, N_ ("period set: the office above"),
      N_ ("NAME") },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("period set: huyện Mường La"),
      N_ ("NAME") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place,
      N_ ("period set: where papers are signed"), N_ ("NAME") },
    { "department", 0, 0, G_OPTION_ARG_STRING, &options.department, N_ ("period set: Phòng Nội vụ"),
      N_ ("NAME") },
    { "symbol", 0, 0, G_OPTION_ARG_STRING, &options.symbol,
      N_ ("period set: UBND, as in 05/QĐ-UBND"), N_ ("TEXT") },
    { "department-symbol", 0, 0, G_OPTION_ARG_STRING, &options.department_symbol,
      N_ ("period set: PNV, as in 05/TTr-PNV"), N_ ("TEXT") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post,
      N_ ("signer …: the post as printed: PHÓ CHỦ TỊCH"), N_ ("TEXT") },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &options.prefix,
      N_ ("signer …: KT., TM., Q., TL. or TUQ."), N_ ("TEXT") },
    { "on-behalf-of", 0, 0, G_OPTION_ARG_STRING, &options.on_behalf_of,
      N_ ("signer …: what follows the prefix: CHỦ TỊCH"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("signer …: the first day"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("signer …: the last day"), N_ ("DATE") },
    { "default", 0, 0, G_OPTION_ARG_NONE, &options.is_default,
      N_ ("signer …: proposed first for new decisions"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_ ("salary set: the decree"),
      N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [ARGUMENT…]"),
    _ ("What the office is called from a day on, who signs for it, and the base salary."),
    _ ("Verbs:\n"
       "  show                     names, signers and base salaries\n"
       "  period set DATE          names from that day on; what no option names stays as before\n"
       "  period delete DATE       the names that begin on that day\n"
       "  signer add NAME          --post, --prefix, --on-behalf-of, --from, --to\n"
       "  signer set SIGNER        changes what options name\n"
       "  signer delete SIGNER     papers that were signed keep the signature\n"
       "  salary set DATE AMOUNT   the base salary from that day on, whole đồng\n"
       "  salary delete DATE       the one that begins on that day\n\n"
       "SIGNER is its #id."),
    entries, 1, 4);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
