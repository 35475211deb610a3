// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli decision: make, fill, issue, take back, delete and show decisions. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-decision.h"
#include "merit/bv-fund.h"
#include "office/bv-setting.h"
#include "office/bv-signer.h"

#include <glib/gi18n.h>

typedef struct
{
  char *title;
  int year;
  char *date;
  char *number;
  char *proposal;
  char *issuer;
  char *level;
  char *form;
  char *manner;
  char *achievement;
  char *regime;
  char *regime_reason;
  char *reason;
  char *place;
  char *signer;
  char *signer_post;
  char *prefix;
  char *on_behalf_of;
  char *note;
  gboolean received;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->title);
  g_free (options->date);
  g_free (options->number);
  g_free (options->proposal);
  g_free (options->issuer);
  g_free (options->level);
  g_free (options->form);
  g_free (options->manner);
  g_free (options->achievement);
  g_free (options->regime);
  g_free (options->regime_reason);
  g_free (options->reason);
  g_free (options->place);
  g_free (options->signer);
  g_free (options->signer_post);
  g_free (options->prefix);
  g_free (options->on_behalf_of);
  g_free (options->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

static void
print_json (const BvDecision *decision, GPtrArray *awards)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  BvAwardTotals totals = bv_award_sum (awards);

  bv_cli_json_int (builder, "id", decision->id);
  bv_cli_json_text (builder, "number", bv_decision_is_issued (decision) ? decision->number : NULL);
  bv_cli_json_text (builder, "date", decision->on_date);
  bv_cli_json_text (builder, "title", decision->title);
  bv_cli_json_int (builder, "year", decision->year);
  bv_cli_json_text (builder, "level", bv_level_to_code (decision->level));
  bv_cli_json_text (builder, "issuer", decision->issuer);
  bv_cli_json_int (builder, "units", totals.n_units);
  bv_cli_json_int (builder, "persons", totals.n_persons);
  bv_cli_json_int (builder, "households", totals.n_households);
  bv_cli_json_int (builder, "bonus", totals.bonus);
  json_builder_set_member_name (builder, "awards");
  json_builder_begin_array (builder);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      g_autofree char *ledger = bv_award_format_ledger (award);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "line", award->position);
      bv_cli_json_text (builder, "name", award->name_printed);
      bv_cli_json_text (builder, "detail", award->detail_printed);
      bv_cli_json_text (builder, "form", award->form_code);
      bv_cli_json_text (builder, "manner", bv_manner_to_code (award->manner));
      bv_cli_json_text (builder, "achievement", award->achievement);
      bv_cli_json_int (builder, "bonus", bv_award_get_bonus (award));
      bv_cli_json_text (builder, "basis", award->bonus_basis);
      bv_cli_json_text (builder, "ledger", ledger);
      bv_cli_json_int (builder, "revoked", award->is_revoked);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
print_text (const BvDecision *decision, GPtrArray *awards, BvWordsStyle style)
{
  const char *heads[] = {
    _ (">Line"),         _ ("Name"),        _ ("Post, unit, address"), _ ("Award"),
    _ (">Bonus (đồng)"), _ ("Reckoned as"), _ (">Ledger no."),         NULL
  };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autofree char *label = bv_decision_get_label (decision);
  BvAwardTotals totals = bv_award_sum (awards);
  g_autofree char *counts = bv_award_totals_format (&totals);
  g_autofree char *sum = bv_money_format (totals.bonus);
  g_autofree char *words = bv_money_in_words (totals.bonus, style);

  printf ("%s\n%s\n%s\n\n", label, decision->title, decision->issuer);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      g_autofree char *line = g_strdup_printf ("%d", award->position);
      g_autofree char *bonus = bv_number_format_int (bv_award_get_bonus (award));
      g_autofree char *ledger = bv_award_format_ledger (award);
      gboolean has_bonus = award->bonus_computed >= 0 || award->bonus_paid >= 0;
      g_autofree char *name = award->is_revoked
                                /* TRANSLATORS: %s is a name; the award was taken back later. */
                                ? g_strdup_printf (_ ("%s (taken back)"), award->name_printed)
                                : g_strdup (award->name_printed);
      const char *cells[] = { line,
                              name,
                              award->detail_printed,
                              bv_cli_title_label (award->form_code),
                              has_bonus ? bonus : "",
                              award->bonus_paid >= 0 ? "" : award->bonus_basis,
                              ledger };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
  printf ("\n%s\n%s (%s)\n", counts, sum, words);
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  BvWordsStyle style;
  gint64 id;

  if (!bv_cli_find_decision (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    decision = bv_decision_load (bv_lease_connection (lease), id, &error);
  if (decision != NULL)
    awards = bv_award_list (bv_lease_connection (lease), id, &error);
  if (awards == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  style = bv_setting_get_words_style (bv_lease_connection (lease), &error);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (decision, awards);
  else
    print_text (decision, awards, style);
  return BV_CLI_OK;
}

/* ── new ─────────────────────────────────────────────────────────────────────────────────── */

static BvDecision *
make_draft (BvCli *cli, const char *date, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  return lease != NULL ? bv_decision_new_draft (bv_lease_connection (lease), date, error) : NULL;
}

static int
new_decision (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDecision) decision = NULL;
  g_autofree char *date = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *text = NULL;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  decision = options->received ? bv_decision_new () : make_draft (cli, date, &error);
  if (decision == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&decision->title, options->title);
  bv_cli_set (&decision->proposal, options->proposal);
  bv_cli_set (&decision->issuer, options->issuer);
  if (options->level != NULL && !bv_level_from_code (options->level, &decision->level))
    return bv_cli_usage (cli, _ ("there is no level “%s”"), options->level);
  if (options->received)
    {
      decision->origin = BV_ORIGIN_RECEIVED;
      bv_cli_set (&decision->number, options->number);
      decision->on_date = g_steal_pointer (&date);
      decision->year = bv_date_year (decision->on_date != NULL ? decision->on_date : today);
      if (options->level == NULL)
        decision->level = BV_LEVEL_PROVINCE;
    }
  if (options->year != 0)
    decision->year = options->year;
  bv_cli_set (&decision->regime_id, options->regime);
  bv_cli_set (&decision->regime_reason, options->regime_reason);
  bv_cli_set (&decision->override_reason, options->reason);
  if (!bv_decision_save_act (cli->store, decision, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = options->received ? g_strdup_printf (_ ("Decision #%d is recorded."), (int) decision->id)
                           : g_strdup_printf (_ ("The draft is #%d."), (int) decision->id);
  return bv_cli_say_act (cli, act, "decision", decision->id, text);
}

/* ── set ─────────────────────────────────────────────────────────────────────────────────── */

/* A signer of the office with the post and the prefix that stand there; any other name as it is written. */
static gboolean
take_signer (BvCli *cli, BvDecision *decision, const char *name, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) signers = NULL;
  g_autofree char *wanted = bv_text_fold (name);

  if (lease != NULL)
    signers = bv_signer_list (bv_lease_connection (lease), error);
  if (signers == NULL)
    return FALSE;
  bv_text_set (&decision->signer_name, name);
  for (guint i = 0; i < signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *fold = bv_text_fold (signer->name);

      if (!g_str_equal (fold, wanted))
        continue;
      bv_text_set (&decision->signer_name, signer->name);
      bv_text_set (&decision->signer_post, signer->post);
      bv_text_set (&decision->signer_prefix, signer->prefix);
      bv_text_set (&decision->signer_on_behalf_of, signer->on_behalf_of);
      return TRUE;
    }
  return TRUE;
}

static int
set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *date = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (bv_cli_find_decision (cli, argv[0], &id, &error))
    lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    decision = bv_decision_load (bv_lease_connection (lease), id, &error);
  if (decision == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  if (options->level != NULL && !bv_level_from_code (options->level, &decision->level))
    return bv_cli_usage (cli, _ ("there is no level “%s”"), options->level);
  if ((date != NULL || options->number != NULL) && decision->origin == BV_ORIGIN_MADE)
    return bv_cli_usage (cli, "%s",
                         _ ("number and date of a decision of this office come by “issue”"));
  if (options->signer != NULL && !take_signer (cli, decision, options->signer, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&decision->number, options->number);
  bv_cli_set (&decision->on_date, date);
  bv_cli_set (&decision->title, options->title);
  bv_cli_set (&decision->proposal, options->proposal);
  bv_cli_set (&decision->issuer, options->issuer);
  bv_cli_set (&decision->place, options->place);
  bv_cli_set (&decision->signer_post, options->signer_post);
  bv_cli_set (&decision->signer_prefix, options->prefix);
  bv_cli_set (&decision->signer_on_behalf_of, options->on_behalf_of);
  bv_cli_set (&decision->note, options->note);
  bv_cli_set (&decision->regime_id, options->regime);
  bv_cli_set (&decision->regime_reason, options->regime_reason);
  bv_cli_set (&decision->override_reason, options->reason);
  if (options->year != 0)
    decision->year = options->year;
  if (!bv_decision_save_act (cli->store, decision, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "decision", id, _ ("The decision is changed."));
}

/* ── from a dossier ──────────────────────────────────────────────────────────────────────── */

static int
ready (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const char *heads[] = {
    _ (">Id"), _ ("Dossier"), _ (">Year"), _ ("Level"), _ (">Waiting"), NULL
  };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (GPtrArray) dossiers = NULL;

  if (lease != NULL)
    dossiers = bv_decision_list_ready (bv_lease_connection (lease), &error);
  if (dossiers == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const BvDossierReady *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, dossier->dossier_id);
      g_autofree char *year = g_strdup_printf ("%d", dossier->year);
      g_autofree char *waiting = g_strdup_printf ("%u", dossier->n_waiting);
      const char *cells[] = { id, dossier->title, year, bv_level_get_label (dossier->level),
                              waiting };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", dossier->dossier_id);
      bv_cli_json_text (builder, "title", dossier->title);
      bv_cli_json_int (builder, "year", dossier->year);
      bv_cli_json_text (builder, "level", bv_level_to_code (dossier->level));
      bv_cli_json_int (builder, "waiting", dossier->n_waiting);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

static int
from_dossier (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  BvDecisionTerms terms = { .number = options->number,
                            .issuer = options->issuer,
                            .reason = options->reason };
  gint64 dossier;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  terms.date = date;
  if (!bv_cli_read_record_id (argv[0], &dossier, &error)
      || !bv_decision_new_from_dossier_act (cli->store, dossier, &terms, ids, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < ids->len; i++)
    bv_cli_say (cli,
                options->number != NULL ? _ ("Decision #%d is recorded.") : _ ("The draft is #%d."),
                (int) g_array_index (ids, gint64, i));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      json_builder_set_member_name (builder, "decisions");
      json_builder_begin_array (builder);
      for (guint i = 0; i < ids->len; i++)
        json_builder_add_int_value (builder, g_array_index (ids, gint64, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}

/* ── add ─────────────────────────────────────────────────────────────────────────────────── */

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  BvManner manner = BV_MANNER_MERIT;
  gint64 id;
  gint64 act;
  guint n_added;

  if (options->form == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the award by --form CODE"));
  if (options->manner != NULL && !bv_manner_from_code (options->manner, &manner))
    return bv_cli_usage (cli, _ ("there is no manner “%s”: CT, DX, PT, CH, NH, DN or KC"),
                         options->manner);
  if (!bv_cli_find_decision (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (int i = 1; i < argc; i++)
    {
      gint64 subject;

      if (!bv_cli_find_subject (cli, argv[i], 0, &subject, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (subjects, subject);
    }
  if (!bv_award_add_act (cli->store, id, (const gint64 *) subjects->data, subjects->len,
                         options->form, manner, options->achievement, options->reason, &n_added,
                         &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u line added.", "%u lines added.", n_added), n_added);
  bv_cli_say_act (cli, act, "decision", id, text);
  return n_added > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* ── The list as a whole ─────────────────────────────────────────────────────────────────── */

static int
sort (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_decision (cli, argv[0], &id, &error)
      || !bv_award_sort_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "decision", id,
                         act != 0 ? _ ("The list is sorted.")
                                  : _ ("The list stands in that order already."));
}

static int
set_achievement (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (options->achievement == NULL)
    return bv_cli_usage (cli, "%s", _ ("give the text by --achievement TEXT"));
  if (!bv_cli_find_decision (cli, argv[0], &id, &error)
      || !bv_award_set_achievement_act (cli->store, id, NULL, 0, options->achievement, &act,
                                        &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "decision", id,
                         act != 0 ? _ ("Every line of the list has this achievement.")
                                  : _ ("Every line of the list has this achievement already."));
}

/* ── issue, unissue, delete ──────────────────────────────────────────────────────────────── */

/* What the paper of the day should be checked for although the law lets it pass. */
static gboolean
warn_of_list (BvCli *cli, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *fund = NULL;
  gboolean found = FALSE;

  if (lease != NULL
      && !bv_fund_check_decision (bv_lease_connection (lease), id, NULL, &fund, error))
    return FALSE;
  if (fund != NULL)
    bv_cli_warn (cli, "%s", fund);
  found = fund != NULL;
  if (lease != NULL)
    awards = bv_award_list (bv_lease_connection (lease), id, error);
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      g_autoptr (GPtrArray)
        duplicates = bv_award_list_duplicates (bv_lease_connection (lease), award, error);

      for (guint k = 0; duplicates != NULL && k < duplicates->len; k++)
        bv_cli_warn (cli, "%s", (const char *) g_ptr_array_index (duplicates, k));
      found = found || (duplicates != NULL && duplicates->len > 0);
      if (award->bonus_computed < 0 && award->bonus_paid < 0)
        {
          bv_cli_warn (cli,
                       _ ("line %d, %s: no rule gives a bonus; type the amount if one is paid"),
                       award->position, award->name_printed);
          found = TRUE;
        }
    }
  return found;
}

static int
issue (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *number = g_strdup (options->number);
  g_autofree char *text = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) decision = NULL;
  gint64 id;
  gint64 act;
  gboolean found;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (date == NULL)
    date = g_steal_pointer (&today);
  if (!bv_cli_find_decision (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (number == NULL)
    number = bv_decision_suggest_number (bv_lease_connection (lease), date, &error);
  g_clear_pointer (&lease, bv_lease_free);
  if (number == NULL
      || !bv_decision_issue_act (cli->store, id, number, date, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  found = warn_of_list (cli, id, &error);
  lease = error == NULL ? bv_store_lease (cli->store, &error) : NULL;
  if (lease != NULL)
    decision = bv_decision_load (bv_lease_connection (lease), id, &error);
  if (decision == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Issued: %s"), decision->number);
  bv_cli_say_act (cli, act, "decision", id, text);
  return found ? BV_CLI_FINDINGS : BV_CLI_OK;
}

static int
unissue (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_decision (cli, argv[0], &id, &error)
      || !bv_decision_unissue_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "decision", id, _ ("The decision is a draft again."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_decision (cli, argv[0], &id, &error)
      || !bv_decision_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "decision", id, _ ("The decision and its list are deleted."));
}

static const BvCliVerb verbs[] = {
  { "show", show, 1, 1, FALSE },
  { "new", new_decision, 0, 0, TRUE },
  { "set", set, 1, 1, TRUE },
  { "ready", ready, 0, 0, FALSE },
  { "from-dossier", from_dossier, 1, 1, TRUE },
  { "add", add, 2, G_MAXINT, TRUE },
  { "sort", sort, 1, 1, TRUE },
  { "achievement", set_achievement, 1, 1, TRUE },
  { "issue", issue, 1, 1, TRUE },
  { "unissue", unissue, 1, 1, TRUE },
  { "delete", delete, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_decision (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("new, set: its subject (trích yếu)"), N_ ("TEXT") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("new, set: the year of the achievement"),
      N_ ("YEAR") },
    { "proposal", 0, 0, G_OPTION_ARG_STRING, &options.proposal,
      N_ ("new, set: the proposal it follows"), N_ ("TEXT") },
    { "received", 0, 0, G_OPTION_ARG_NONE, &options.received,
      N_ ("new: made elsewhere and received; needs --number, --date and --issuer"), NULL },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &options.issuer, N_ ("new, set: who issues it"),
      N_ ("NAME") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_ ("new, set: state, province, district, commune or unit"), N_ ("LEVEL") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("set: where it is signed"),
      N_ ("TEXT") },
    { "signer", 0, 0, G_OPTION_ARG_STRING, &options.signer,
      N_ ("set: who signs; a signer of the office comes with post and prefix"), N_ ("NAME") },
    { "signer-post", 0, 0, G_OPTION_ARG_STRING, &options.signer_post,
      N_ ("set: the post as printed: PHÓ CHỦ TỊCH"), N_ ("TEXT") },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &options.prefix, N_ ("set: KT., TM., Q., TL. or TUQ."),
      N_ ("TEXT") },
    { "on-behalf-of", 0, 0, G_OPTION_ARG_STRING, &options.on_behalf_of,
      N_ ("set: what follows the prefix: CHỦ TỊCH"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("set: a note"), N_ ("TEXT") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form, N_ ("add: the award: GKH, CSTDCS, TTLDTT"),
      N_ ("CODE") },
    { "manner", 0, 0, G_OPTION_ARG_STRING, &options.manner,
      N_ ("add: CT (default), DX, PT, CH, NH, DN or KC"), N_ ("CODE") },
    { "achievement", 0, 0, G_OPTION_ARG_STRING, &options.achievement,
      N_ ("add, achievement: the achievement as printed"), N_ ("TEXT") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number,
      N_ ("issue: 5 or 05/QĐ-UBND (the next free one)"), N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("issue: its date (today)"),
      N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("add, issue, from-dossier: why a rule that speaks against it does not stand in the way"),
      N_ ("TEXT") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime,
      N_ ("new, set: another law than that of the date"), N_ ("ID") },
    { "regime-reason", 0, 0, G_OPTION_ARG_STRING, &options.regime_reason,
      N_ ("new, set: why that law"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [DECISION] [SUBJECT…]"),
    _ ("Decisions of commendation: a draft has neither number nor date, issuing gives both."),
    _ ("Verbs:\n"
       "  show DECISION           the decision with its list\n"
       "  new                     a draft, or a decision received from elsewhere\n"
       "  ready                   dossiers whose people wait for a decision\n"
       "  from-dossier DOSSIER    drafts of what the council passed; of a dossier decided above\n"
       "                          the received decision, with --number, --date and --issuer\n"
       "  set DECISION            changes what options name: title, signer, proposal …\n"
       "  add DECISION SUBJECT…   lines for people, units or households of the register\n"
       "  sort DECISION           units first, then people by unit and name, then households\n"
       "  achievement DECISION    one --achievement for all lines\n"
       "  issue DECISION          number, date, bonus and ledger numbers\n"
       "  unissue DECISION        a draft again\n"
       "  delete DECISION         a draft or a received decision, with its list\n\n"
       "DECISION is its number (125/QĐ-UBND) or #id; SUBJECT is a name or #id; DOSSIER is #id."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
