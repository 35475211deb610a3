// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli award: one award of a decision: shown, taken back, given back; and what is to be paid for a list. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-choice.h"
#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-fund.h"
#include "merit/bv-revocation.h"

#include <glib/gi18n.h>

typedef struct
{
  char *form;
  char *number;
  char *date;
  char *issuer;
  char *ground;
  char *reason;
  char *object_returned;
  char *bonus_returned;
  char *note;
  char *achievement;
  char *bonus;
  char *name;
  char *detail;
  gboolean posthumous;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->form);
  g_free (options->number);
  g_free (options->date);
  g_free (options->issuer);
  g_free (options->ground);
  g_free (options->reason);
  g_free (options->object_returned);
  g_free (options->bonus_returned);
  g_free (options->note);
  g_free (options->achievement);
  g_free (options->bonus);
  g_free (options->name);
  g_free (options->detail);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The line of a decision that honours a subject. */
static BvAward *
find_award (BvCli *cli, const Options *options, char **argv, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  const BvAward *found = NULL;
  gint64 decision;
  gint64 subject;

  if (!bv_cli_find_decision (cli, argv[0], &decision, error)
      || !bv_cli_find_subject (cli, argv[1], 0, &subject, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  if (lease != NULL)
    awards = bv_award_list (bv_lease_connection (lease), decision, error);
  if (awards == NULL)
    return NULL;
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      if (award->subject_id != subject
          || (options->form != NULL && !g_str_equal (award->form_code, options->form)))
        continue;
      if (found != NULL)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                       _ ("the decision gives %s several awards: name one by --form CODE"),
                       award->name_printed);
          return NULL;
        }
      found = award;
    }
  if (found == NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("the decision gives “%s” no such award"), argv[1]);
  return found != NULL ? bv_award_copy (found) : NULL;
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = find_award (cli, options, argv, &error);
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (BvRevocation) revocation = NULL;
  g_autofree char *label = NULL;
  g_autofree char *ledger = NULL;

  if (award != NULL)
    lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    decision = bv_decision_load (bv_lease_connection (lease), award->decision_id, &error);
  if (decision == NULL
      || !bv_revocation_load (bv_lease_connection (lease), award->id, &revocation, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  label = bv_decision_get_label (decision);
  ledger = bv_award_format_ledger (award);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "id", award->id);
      bv_cli_json_text (builder, "name", award->name_printed);
      bv_cli_json_text (builder, "form", award->form_code);
      bv_cli_json_int (builder, "year", award->year);
      bv_cli_json_text (builder, "ledger", ledger);
      bv_cli_json_int (builder, "posthumous", award->is_posthumous);
      bv_cli_json_text (builder, "override_reason", award->override_reason);
      bv_cli_json_int (builder, "revoked", award->is_revoked);
      if (revocation != NULL)
        {
          bv_cli_json_text (builder, "revoked_by", revocation->number);
          bv_cli_json_text (builder, "revoked_on", revocation->on_date);
          bv_cli_json_text (builder, "ground", revocation->ground);
          bv_cli_json_text (builder, "reason", revocation->reason);
          bv_cli_json_text (builder, "object_returned_on", revocation->object_returned_on);
          bv_cli_json_text (builder, "bonus_returned_on", revocation->bonus_returned_on);
          bv_cli_json_text (builder, "restored_by", revocation->restored_number);
          bv_cli_json_text (builder, "restored_on", revocation->restored_on);
        }
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
      return BV_CLI_OK;
    }
  printf ("%s\n%s\n", award->name_printed, award->detail_printed);
  printf ("%s, %d, %s\n", bv_cli_title_label (award->form_code), award->year, label);
  if (*ledger != '\0')
    printf (_ ("Ledger no. %s\n"), ledger);
  if (award->is_posthumous)
    printf ("%s\n", _ ("Posthumous"));
  if (*award->override_reason != '\0')
    printf (_ ("Stands with a reason: %s\n"), award->override_reason);
  if (revocation != NULL)
    {
      g_autofree char *words = bv_revocation_describe (revocation);
      g_autofree char *object = bv_date_format_short (revocation->object_returned_on);
      g_autofree char *bonus = bv_date_format_short (revocation->bonus_returned_on);

      printf ("%s\n%s\n", words, bv_choice_label (bv_revocation_grounds, revocation->ground));
      if (*revocation->reason != '\0')
        printf ("%s\n", revocation->reason);
      if (*object != '\0')
        printf (_ ("Certificate returned on %s\n"), object);
      if (*bonus != '\0')
        printf (_ ("Bonus returned on %s\n"), bonus);
    }
  return BV_CLI_OK;
}

/* Options that are given change what stands there already. */
static int
fill (BvCli *cli, const Options *options, BvRevocation *revocation)
{
  g_autofree char *date = NULL;
  g_autofree char *object = NULL;
  g_autofree char *bonus = NULL;

  if (options->ground != NULL)
    {
      const char *ground = bv_choice_find (bv_revocation_grounds, options->ground);

      if (ground == NULL)
        return bv_cli_usage (cli,
                             _ ("there is no ground “%s”: fraud, false_dossier, wrong_procedure, "
                                "violation, sentence or other"),
                             options->ground);
      bv_text_set (&revocation->ground, ground);
    }
  if (!bv_cli_read_date (cli, "date", options->date, &date)
      || !bv_cli_read_date (cli, "object-returned", options->object_returned, &object)
      || !bv_cli_read_date (cli, "bonus-returned", options->bonus_returned, &bonus))
    return BV_CLI_USAGE;
  bv_cli_set (&revocation->number, options->number);
  bv_cli_set (&revocation->on_date, date);
  bv_cli_set (&revocation->issuer, options->issuer);
  bv_cli_set (&revocation->reason, options->reason);
  bv_cli_set (&revocation->object_returned_on, object);
  bv_cli_set (&revocation->bonus_returned_on, bonus);
  bv_cli_set (&revocation->note, options->note);
  return BV_CLI_OK;
}

static int
take_back (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = find_award (cli, options, argv, &error);
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRevocation) revocation = NULL;
  g_autofree char *text = NULL;
  gint64 act;
  int exit_code;

  if (award != NULL)
    lease = bv_store_lease (cli->store, &error);
  if (lease == NULL
      || !bv_revocation_load (bv_lease_connection (lease), award->id, &revocation, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (revocation == NULL)
    {
      g_autoptr (BvDecision)
        decision = bv_decision_load (bv_lease_connection (lease), award->decision_id, &error);

      if (decision == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      revocation = bv_revocation_new ();
      revocation->award_id = award->id;
      bv_text_set (&revocation->issuer, decision->issuer);
    }
  g_clear_pointer (&lease, bv_lease_free);
  exit_code = fill (cli, options, revocation);
  if (exit_code != BV_CLI_OK)
    return exit_code;
  if (!bv_revocation_save_act (cli->store, revocation, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The award of %s is taken back."), award->name_printed);
  return bv_cli_say_act (cli, act, "award", award->id, text);
}

static int
give_back (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (options->number == NULL || options->date == NULL)
    return bv_cli_usage (cli, "%s", _ ("give --number and --date of the decision"));
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  award = find_award (cli, options, argv, &error);
  if (award == NULL
      || !bv_revocation_restore_act (cli->store, award->id, options->number, date, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The award of %s counts again."), award->name_printed);
  return bv_cli_say_act (cli, act, "award", award->id, text);
}

/* ── The line itself ─────────────────────────────────────────────────────────────────────── */

/* "1.000.000"; "rule": the amount that the rule gives. */
static gboolean
read_bonus (const char *text, gint64 *bonus, GError **error)
{
  *bonus = -1;
  return g_str_equal (text, "rule") || bv_number_parse_money (text, bonus, error);
}

static int
edit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = find_award (cli, options, argv, &error);
  g_autofree char *text = NULL;
  gint64 act;

  if (award == NULL
      || (options->bonus != NULL && !read_bonus (options->bonus, &award->bonus_paid, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&award->achievement, options->achievement);
  bv_cli_set (&award->name_printed, options->name);
  bv_cli_set (&award->detail_printed, options->detail);
  bv_cli_set (&award->note, options->note);
  bv_cli_set (&award->override_reason, options->reason);
  if (options->posthumous)
    award->is_posthumous = TRUE;
  if (!bv_award_save_act (cli->store, award, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The line of %s is changed."), award->name_printed);
  return bv_cli_say_act (cli, act, "award", award->id, text);
}

static int
remove_line (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = find_award (cli, data, argv, &error);
  g_autofree char *text = NULL;
  gint64 act;

  if (award == NULL || !bv_award_remove_act (cli->store, &award->id, 1, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The line of %s is removed."), award->name_printed);
  return bv_cli_say_act (cli, act, "award", award->id, text);
}

static int
move (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAward) award = NULL;
  g_autofree char *text = NULL;
  gint64 line;
  gint64 act;

  if (!g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT, &line, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no number of a line"), argv[2]);
  award = find_award (cli, data, argv, &error);
  if (award == NULL || !bv_award_move_act (cli->store, award->id, (int) line, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("%s stands at line %d."), award->name_printed, (int) line);
  return bv_cli_say_act (cli, act, "award", award->id, text);
}

static int
payments (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const char *heads[] = { _ (">Line"), _ ("Name"),          _ ("Post, unit, address"),
                          _ ("Award"), _ (">Bonus (đồng)"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  gint64 sum = 0;
  gint64 id;

  if (!bv_cli_find_decision (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    awards = bv_fund_list_payments (bv_lease_connection (lease), id, &error);
  if (awards == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      g_autofree char *line = g_strdup_printf ("%d", award->position);
      g_autofree char *bonus = bv_number_format_int (bv_award_get_bonus (award));
      const char *cells[] = { line, award->name_printed, award->detail_printed,
                              bv_cli_title_label (award->form_code), bonus };

      sum += bv_award_get_bonus (award);
      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "line", award->position);
      bv_cli_json_text (builder, "name", award->name_printed);
      bv_cli_json_text (builder, "form", award->form_code);
      bv_cli_json_int (builder, "amount", bv_award_get_bonus (award));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    {
      g_autofree char *total = bv_number_format_int (sum);

      bv_cli_table_print (table);
      printf (_ ("\n%u payments, %s đồng\n"), awards->len, total);
    }
  return BV_CLI_OK;
}

static const BvCliVerb verbs[] = {
  { "show", show, 2, 2, FALSE },         { "revoke", take_back, 2, 2, TRUE },
  { "restore", give_back, 2, 2, TRUE },  { "payments", payments, 1, 1, FALSE },
  { "edit", edit, 2, 2, TRUE },          { "move", move, 3, 3, TRUE },
  { "remove", remove_line, 2, 2, TRUE }, { NULL },
};

int
bv_cli_award (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_ ("Which award, when the decision gives the subject several"), N_ ("CODE") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number,
      N_ ("revoke, restore: number of the decision"), N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("revoke, restore: its date"),
      N_ ("DATE") },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &options.issuer,
      N_ ("revoke: who decides (who gave the award)"), N_ ("NAME") },
    { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground,
      N_ ("revoke: fraud, false_dossier, wrong_procedure, violation, sentence or other"),
      N_ ("GROUND") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("revoke: the ground in words; edit: why a rule that speaks against it does not stand in "
          "the way"),
      N_ ("TEXT") },
    { "object-returned", 0, 0, G_OPTION_ARG_STRING, &options.object_returned,
      N_ ("revoke: when certificate and badge came back"), N_ ("DATE") },
    { "bonus-returned", 0, 0, G_OPTION_ARG_STRING, &options.bonus_returned,
      N_ ("revoke: when the bonus came back"), N_ ("DATE") },
    { "achievement", 0, 0, G_OPTION_ARG_STRING, &options.achievement,
      N_ ("edit: the achievement as printed"), N_ ("TEXT") },
    { "bonus", 0, 0, G_OPTION_ARG_STRING, &options.bonus,
      N_ ("edit: what is paid, in đồng; “rule”: what the rule gives"), N_ ("AMOUNT") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("edit: the name as printed"),
      N_ ("NAME") },
    { "detail", 0, 0, G_OPTION_ARG_STRING, &options.detail,
      N_ ("edit: post, unit or address as printed"), N_ ("TEXT") },
    { "posthumous", 0, 0, G_OPTION_ARG_NONE, &options.posthumous, N_ ("edit: the person has died"),
      NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("edit, revoke: a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB DECISION [SUBJECT [LINE]]"),
    _ ("One award: shown, changed, taken back by a later decision, given back."),
    _ ("Verbs:\n"
       "  show DECISION SUBJECT       the award, and how it was taken back\n"
       "  revoke DECISION SUBJECT     it counts no more; once more to add what came back\n"
       "  restore DECISION SUBJECT    it counts again\n"
       "  payments DECISION           who gets how much\n"
       "  edit DECISION SUBJECT       changes the line; once issued only its texts, what is paid, "
       "and the note\n"
       "  move DECISION SUBJECT LINE  puts it at another place of the list\n"
       "  remove DECISION SUBJECT     takes it off the list of a draft\n\n"
       "DECISION is its number (125/QĐ-UBND) or #id; SUBJECT is a name or #id."),
    entries, 2, 4);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
