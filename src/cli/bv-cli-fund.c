// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli fund: the book of the emulation and commendation fund. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-rows.h"
#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-fund.h"

#include <glib/gi18n.h>

typedef struct
{
  int year;
  char *date;
  char *kind;
  char *amount;
  char *title;
  char *document;
  char *decision;
  char *note;
  char *need;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->date);
  g_free (options->kind);
  g_free (options->amount);
  g_free (options->title);
  g_free (options->document);
  g_free (options->decision);
  g_free (options->note);
  g_free (options->need);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
get_kind_label (const char *code)
{
  return bv_choice_label (bv_fund_kinds, code);
}

/* ── list, status, debts ─────────────────────────────────────────────────────────────────── */

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("Id"), NULL },
    { BV_FUND_COLUMN_DATE, BV_CLI_DATE, "date", N_ ("Date"), NULL },
    { BV_FUND_COLUMN_KIND, BV_CLI_TEXT, "kind", N_ ("Kind of entry"), get_kind_label },
    { BV_FUND_COLUMN_TITLE, BV_CLI_TEXT, "title", N_ ("Purpose"), NULL },
    { BV_FUND_COLUMN_IN, BV_CLI_MONEY, "in", N_ ("In (đồng)"), NULL },
    { BV_FUND_COLUMN_OUT, BV_CLI_MONEY, "out", N_ ("Out (đồng)"), NULL },
    { BV_FUND_COLUMN_BALANCE, BV_CLI_MONEY, "balance", N_ ("Balance"), NULL },
    { BV_FUND_COLUMN_DOCUMENT, BV_CLI_TEXT, "document", N_ ("Voucher"), NULL },
    { BV_FUND_COLUMN_DECISION, BV_CLI_TEXT, "decision", NULL, NULL },
    { BV_FUND_COLUMN_NOTE, BV_CLI_TEXT, "note", NULL, NULL },
  };

  return bv_cli_print_rows (cli, bv_fund_source (bv_cli_year (options->year)), columns,
                            G_N_ELEMENTS (columns));
}

static void
print_line (const char *label, gint64 amount)
{
  g_autofree char *money = bv_money_format (amount);

  printf ("%s: %s\n", label, money);
}

static int
status (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *carried = NULL;
  BvFundStatus sums;
  gint64 need = 0;

  if (options->need != NULL && !bv_number_parse_money (options->need, &need, &error))
    return bv_cli_usage (cli, "%s", error->message);
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL
      || !bv_fund_get_status (bv_lease_connection (lease), bv_cli_year (options->year), &sums,
                              &error)
      || !bv_fund_check_carried (bv_lease_connection (lease), sums.year, &carried, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  warning = bv_fund_check (&sums, need);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "year", sums.year);
      bv_cli_json_int (builder, "entries", sums.n_entries);
      bv_cli_json_int (builder, "carried", sums.carried);
      bv_cli_json_int (builder, "income", sums.income);
      bv_cli_json_int (builder, "bonus", sums.bonus);
      bv_cli_json_int (builder, "object", sums.object);
      bv_cli_json_int (builder, "work", sums.work);
      bv_cli_json_int (builder, "other", sums.other);
      bv_cli_json_int (builder, "balance", sums.balance);
      bv_cli_json_int (builder, "committed", sums.committed);
      bv_cli_json_int (builder, "available", sums.available);
      bv_cli_json_text (builder, "warning", warning);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  else
    {
      printf (_ ("Fund of %d\n"), sums.year);
      print_line (_ ("Carried over"), sums.carried);
      print_line (_ ("Income"), sums.income);
      print_line (_ ("Bonuses paid"), sums.bonus);
      print_line (_ ("Objects of award"), sums.object);
      print_line (_ ("Work of emulation and commendation"), sums.work);
      print_line (_ ("Other spending"), sums.other);
      print_line (_ ("Balance"), sums.balance);
      print_line (_ ("Promised by decisions, not paid yet"), sums.committed);
      print_line (_ ("Available"), sums.available);
    }
  if (sums.n_entries == 0)
    bv_cli_warn (cli, _ ("no book is kept for %d"), sums.year);
  if (warning != NULL && !cli->json)
    bv_cli_warn (cli, "%s", warning);
  if (carried != NULL)
    bv_cli_warn (cli, "%s", carried);
  return warning != NULL || carried != NULL || sums.n_entries == 0 ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* Why some of their lines are paid nothing. */
static void
print_outdone (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const BvFundDebt *debt = g_ptr_array_index (all, i);
      g_autofree char *sentence = bv_fund_describe_outdone (debt->n_outdone);

      if (sentence != NULL)
        printf ("%s: %s\n", debt->number, sentence);
    }
}

static int
debts (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  const char *heads[] = { _ ("Decision"), _ ("Date"), _ ("About"), _ (">Bonus (đồng)"),
                          _ (">Paid"),    _ (">Due"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int code;

  if (lease != NULL)
    all = bv_fund_list_debts (bv_lease_connection (lease), bv_cli_year (options->year), &error);
  if (all == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const BvFundDebt *debt = g_ptr_array_index (all, i);
      g_autofree char *date = bv_date_format_short (debt->on_date);
      g_autofree char *bonus = bv_number_format_int (debt->bonus);
      g_autofree char *paid = bv_number_format_int (debt->paid);
      g_autofree char *due = bv_number_format_int (debt->bonus - debt->paid);
      const char *cells[] = { debt->number, date, debt->title, bonus, paid, due };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "decision", debt->decision_id);
      bv_cli_json_text (builder, "number", debt->number);
      bv_cli_json_text (builder, "date", debt->on_date);
      bv_cli_json_text (builder, "title", debt->title);
      bv_cli_json_int (builder, "bonus", debt->bonus);
      bv_cli_json_int (builder, "paid", debt->paid);
      bv_cli_json_int (builder, "n_outdone", debt->n_outdone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  code = bv_cli_print_list (cli, table, builder);
  if (!cli->json)
    print_outdone (all);
  return code;
}

/* ── add, set, pay, carry, delete ─────────────────────────────────────────────────────────────── */

/* Returns: an exit code, or -1 to go on. */
static int
take_options (BvCli *cli, BvFundEntry *entry, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  const char *kind = options->kind != NULL ? bv_choice_find (bv_fund_kinds, options->kind) : NULL;

  if (options->kind != NULL && kind == NULL)
    return bv_cli_usage (cli,
                         _ ("there is no kind “%s”: carried, income, bonus, object, work or other"),
                         options->kind);
  if (options->amount != NULL && !bv_number_parse_money (options->amount, &entry->amount, &error))
    return bv_cli_usage (cli, "%s", error->message);
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (options->decision != NULL && *options->decision == '\0')
    entry->decision_id = 0;
  else if (options->decision != NULL
           && !bv_cli_find_decision (cli, options->decision, &entry->decision_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&entry->kind, kind);
  bv_cli_set (&entry->on_date, date);
  bv_cli_set (&entry->title, options->title);
  bv_cli_set (&entry->document, options->document);
  bv_cli_set (&entry->note, options->note);
  if (options->year != 0)
    entry->year = options->year;
  return -1;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFundEntry) entry = bv_fund_entry_new ();
  g_autofree char *text = NULL;
  gint64 act;
  int exit_code;

  if (options->kind == NULL || options->amount == NULL)
    return bv_cli_usage (cli, "%s", _ ("give --kind and --amount"));
  exit_code = take_options (cli, entry, options);
  if (exit_code >= 0)
    return exit_code;
  if (entry->on_date == NULL)
    entry->on_date = bv_date_today ();
  if (options->year == 0)
    entry->year = bv_date_year (entry->on_date);
  if (!bv_fund_entry_save_act (cli->store, entry, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Entered as #%d."), (int) entry->id);
  return bv_cli_say_act (cli, act, "entry", entry->id, text);
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvFundEntry) entry = NULL;
  gint64 id;
  gint64 act;
  int exit_code;

  if (bv_cli_read_record_id (argv[0], &id, &error))
    lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    entry = bv_fund_entry_load (bv_lease_connection (lease), id, &error);
  if (entry == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  exit_code = take_options (cli, entry, options);
  if (exit_code >= 0)
    return exit_code;
  if (!bv_fund_entry_save_act (cli->store, entry, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "entry", id, _ ("The entry is changed."));
}

static int
pay (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) decision = NULL;
  BvFundPayer payer;
  g_autofree char *date = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_find_decision (cli, argv[0], &id, &error)
      || !bv_fund_pay_act (cli->store, id, date, options->document, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    decision = bv_decision_load (bv_lease_connection (lease), id, &error);
  if (decision == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_say_act (cli, act, NULL, 0, _ ("The bonus is entered as paid."));
  payer = bv_fund_get_payer (decision);
  if (payer != BV_FUND_PAYER_OWN)
    bv_cli_warn (cli, "%s", bv_fund_payer_get_sentence (payer));
  return payer == BV_FUND_PAYER_OWN ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
carry (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 year;
  gint64 act;

  if (!g_ascii_string_to_signed (argv[0], 10, 1900, 2200, &year, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no year"), argv[0]);
  if (!bv_fund_carry_over_act (cli->store, (int) year, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = act != 0 ? g_strdup_printf (_ ("What was left of %d opens the book of %d."), (int) year,
                                     (int) year + 1)
                  : g_strdup_printf (_ ("What was left of %d opens the book of %d already."),
                                     (int) year, (int) year + 1);
  bv_cli_say_act (cli, act, NULL, 0, text);
  return act != 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
remove_entry (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_fund_entry_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, _ ("The entry is deleted."));
}

static const BvCliVerb verbs[] = {
  { "list", list, 0, 0, FALSE },
  { "status", status, 0, 0, FALSE },
  { "debts", debts, 0, 0, FALSE },
  { "add", add, 0, 0, TRUE },
  { "set", change, 1, 1, TRUE },
  { "pay", pay, 1, 1, TRUE },
  { "carry", carry, 1, 1, TRUE },
  { "delete", remove_entry, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_fund (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year of the book (this one)"),
      N_ ("YEAR") },
    { "need", 0, 0, G_OPTION_ARG_STRING, &options.need,
      N_ ("status: is so much there beyond what is promised?"), N_ ("AMOUNT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("add, set: carried, income, bonus, object, work or other"), N_ ("KIND") },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &options.amount, N_ ("add, set: whole đồng: 5.000.000"),
      N_ ("AMOUNT") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("add, set: what it is for, or where it comes from"), N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("add, set, pay: its date (today)"),
      N_ ("DATE") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document,
      N_ ("add, set, pay: number and date of the voucher"), N_ ("TEXT") },
    { "decision", 'd', 0, G_OPTION_ARG_STRING, &options.decision,
      N_ ("add, set: whose bonus is paid"), N_ ("DECISION") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("add, set: a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [DECISION|YEAR|ENTRY]"),
    _ ("The fund of emulation and commendation: what came in, what was paid, what is promised."),
    _ ("Verbs:\n"
       "  list            the book of a year\n"
       "  status          its sums, and what issued decisions still promise\n"
       "  debts           the decisions whose bonus is not paid yet\n"
       "  add             money in or out\n"
       "  set ENTRY       changes what options name of an entry, by its #id\n"
       "  pay DECISION    all that is left of its bonus, as paid\n"
       "  carry YEAR      what is left of the year opens the book of the next\n"
       "  delete ENTRY    an entry, by its #id\n\n"
       "DECISION is its number (125/QĐ-UBND) or #id."),
    entries, 1, 2);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
