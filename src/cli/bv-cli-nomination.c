// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli nomination: dossiers from the first name to the acceptance. This file finds the verb and holds what its
 * files share; dossiers are in bv-cli-dossier.c, nominations in bv-cli-nominate.c, papers and the calendar in
 * bv-cli-nomination-papers.c. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-nomination.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n.h>

static void
options_clear (BvNominationOptions *options)
{
  char **texts[] = { &options->title,      &options->manner,   &options->level,
                     &options->movement,   &options->proposer, &options->received,
                     &options->number,     &options->date,     &options->opinion_from,
                     &options->opinion_to, &options->regime,   &options->reason,
                     &options->note,       &options->form,     &options->achievement,
                     &options->summary,    &options->unit,     &options->rated,
                     &options->basis,      &options->kind,     &options->output,
                     &options->name,       &options->text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvNominationOptions, options_clear)

gboolean
bv_cli_find_dossier (BvCli *cli, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *wanted = bv_text_fold (text);
  guint n_found = 0;

  if (lease == NULL)
    return FALSE;
  if (*text == '#')
    {
      g_autoptr (BvDossier) dossier = NULL;

      if (!bv_cli_read_record_id (text, id, error))
        return FALSE;
      dossier = bv_dossier_load (bv_lease_connection (lease), *id, error);
      return dossier != NULL;
    }
  all = bv_dossier_list (bv_lease_connection (lease), 0, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const BvDossier *dossier = g_ptr_array_index (all, i);
      g_autofree char *title = bv_text_fold (dossier->title);

      if (!g_str_equal (title, wanted))
        continue;
      *id = dossier->id;
      n_found++;
    }
  if (n_found == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("no dossier is called “%s”; “bangvang-cli nomination dossier list” shows all"),
                 text);
  else if (n_found > 1)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                 _ ("%u dossiers are called “%s”: give the id instead, as in #12"), n_found, text);
  return n_found == 1;
}

void
bv_cli_print_meter (const char *heading, const BvCompleteness *meter)
{
  printf ("%s  %u/%u\n", heading, meter->n_there, meter->n_needed);
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);

      printf ("  %s %s%s%s\n", item->is_there ? "✓" : "✗", item->title, item->is_there ? "" : ": ",
              item->missing);
    }
}

void
bv_cli_json_meter (JsonBuilder *builder, const BvCompleteness *meter)
{
  bv_cli_json_int (builder, "there", meter->n_there);
  bv_cli_json_int (builder, "needed", meter->n_needed);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "key", item->key);
      bv_cli_json_text (builder, "title", item->title);
      bv_cli_json_text (builder, "article", item->article);
      json_builder_set_member_name (builder, "is_there");
      json_builder_add_boolean_value (builder, item->is_there);
      bv_cli_json_text (builder, "missing", item->missing);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

int
bv_cli_nomination (BvCli *cli, int argc, char **argv)
{
  g_auto (BvNominationOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title, N_ ("dossier: its title"),
      N_ ("TEXT") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year,
      N_ ("dossier: the year of the achievement; of a list or the calendar"), N_ ("YEAR") },
    { "manner", 0, 0, G_OPTION_ARG_STRING, &options.manner,
      N_ ("dossier: CT (default), DX, PT, CH, NH, DN or KC"), N_ ("CODE") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_ ("dossier: who decides: state, province, district, commune or unit"), N_ ("LEVEL") },
    { "simplified", 0, 0, G_OPTION_ARG_NONE, &options.simplified,
      N_ ("dossier: by the simplified procedure"), NULL },
    { "movement", 0, 0, G_OPTION_ARG_STRING, &options.movement,
      N_ ("dossier: the movement that is honoured"), N_ ("NAME") },
    { "proposer", 0, 0, G_OPTION_ARG_STRING, &options.proposer,
      N_ ("dossier: the unit that proposes (the office itself)"), N_ ("UNIT") },
    { "received", 0, 0, G_OPTION_ARG_STRING, &options.received,
      N_ ("dossier: the day it was received"), N_ ("DATE") },
    { "working-days", 0, 0, G_OPTION_ARG_INT, &options.working_days,
      N_ ("dossier: the time of the appraisal"), N_ ("DAYS") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number,
      N_ ("dossier: number of the proposal: 12/TTr-PNV"), N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("dossier: date of the proposal"),
      N_ ("DATE") },
    { "opinion-from", 0, 0, G_OPTION_ARG_STRING, &options.opinion_from,
      N_ ("dossier: first day of the public opinion"), N_ ("DATE") },
    { "opinion-to", 0, 0, G_OPTION_ARG_STRING, &options.opinion_to,
      N_ ("dossier: last day of the public opinion"), N_ ("DATE") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime,
      N_ ("dossier: another law than that of the day; needs --reason"), N_ ("ID") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_ ("add, propose: the award, or several: LDTT,CSTDCS"), N_ ("CODE") },
    { "achievement", 0, 0, G_OPTION_ARG_STRING, &options.achievement,
      N_ ("add, set: the achievement as printed"), N_ ("TEXT") },
    { "summary", 0, 0, G_OPTION_ARG_STRING, &options.summary, N_ ("set: the achievement told"),
      N_ ("TEXT") },
    { "posthumous", 0, 0, G_OPTION_ARG_NONE, &options.posthumous, N_ ("set: the person has died"),
      NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("propose: only of this unit and those below"), N_ ("UNIT") },
    { "rated", 0, 0, G_OPTION_ARG_STRING, &options.rated,
      N_ ("propose: only who is rated so or better: HTXS, HTT or HT"), N_ ("GRADE") },
    { "unsure", 0, 0, G_OPTION_ARG_NONE, &options.unsure,
      N_ ("propose: also those about whom a record is missing"), NULL },
    { "add", 0, 0, G_OPTION_ARG_NONE, &options.add, N_ ("propose: nominates all of them"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("why it is returned or withdrawn, or stands against a rule"), N_ ("TEXT") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis,
      N_ ("attest: where it stands: minutes of …"), N_ ("TEXT") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text,
      N_ ("report: what the part says (else read from standard input)"), N_ ("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("evidence add: report, minutes, initiative, award, rating, opinion, movement or other"),
      N_ ("KIND") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("evidence save: the file"),
      N_ ("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("holidays add: why the day is off"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [ARGUMENT…]"),
    _ ("Dossiers and nominations: who is proposed for what, with everything that backs it."),
    _ ("Verbs:\n"
       "  dossier list                   all dossiers, or those of --year\n"
       "  dossier add                    a draft; needs --title\n"
       "  dossier set DOSSIER            changes what the options name\n"
       "  dossier show DOSSIER           with its nominations\n"
       "  dossier submit DOSSIER         freezes the findings; the appraisal begins\n"
       "  dossier take-back DOSSIER      a submitted dossier is a draft again\n"
       "  dossier return DOSSIER         back to the proposer, with --reason\n"
       "  dossier accept DOSSIER         the appraisal is over\n"
       "  dossier delete DOSSIER         with its nominations\n"
       "  due                            appraisals that are running, the most urgent first\n"
       "  add DOSSIER SUBJECT…           nominations; needs --form\n"
       "  propose DOSSIER                who may get --form by the law; --add nominates them\n"
       "  set NOMINATION                 achievement, summary, note, reason\n"
       "  remove NOMINATION…             takes them out\n"
       "  return NOMINATION              this one alone, with --reason\n"
       "  withdraw NOMINATION            withdrawn by who proposed it\n"
       "  again NOMINATION               proposed again\n"
       "  attestations NOMINATION        conditions that only the minutes can tell\n"
       "  attest NOMINATION KEY ANSWER   yes, no or clear\n"
       "  attest-all DOSSIER             yes wherever nobody answered yet\n"
       "  initiatives NOMINATION         that back it or could\n"
       "  back NOMINATION INITIATIVE     links an initiative\n"
       "  unback NOMINATION INITIATIVE   takes it from the nomination\n"
       "  report NOMINATION PART         writes a part of the achievement report: II.1\n"
       "  findings NOMINATION            when submitted, and today\n"
       "  completeness DOSSIER           which papers are there, which are missing\n"
       "  evidence list NOMINATION       its papers\n"
       "  evidence add NOMINATION FILE…  keeps files of at most 20 MiB\n"
       "  evidence kind PAPER KIND       what a paper is: minutes, rating …\n"
       "  evidence save PAPER            writes it to --output\n"
       "  evidence remove PAPER…\n"
       "  holidays list                  days off and days worked of --year\n"
       "  holidays add DATE              a day off; needs --name\n"
       "  holidays work DATE             a day worked\n"
       "  holidays remove DATE           back to the built-in calendar\n\n"
       "DOSSIER is its title or #id; SUBJECT and UNIT are a name or #id; NOMINATION, PAPER and\n"
       "INITIATIVE are #id, as the lists show them."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli,
                          (const BvCliVerb *const[]){ bv_cli_dossier_verbs, bv_cli_nomination_verbs,
                                                      bv_cli_paper_verbs, NULL },
                          &options, argc, argv);
}
