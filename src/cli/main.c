// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli: the same core as the window, without a display. This file finds the sub-command; each has
 * a file of its own. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "bv-paths.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>

/* In the order of the work. */
static const BvCliCommand commands[] = {
  { "init", N_ ("Make a new file: an office, or the demo district"), bv_cli_init },
  { "import", N_ ("Read people, units, lists of awards, indicators or ratings from CSV or XLSX"),
    bv_cli_import },
  { "list", N_ ("List people, units, households, decisions, awards or indicators"), bv_cli_list },
  { "office", N_ ("Names of the office, its signers, the base salary"), bv_cli_office },
  { "unit", N_ ("Units of the register: add, change, merge, split, rename"), bv_cli_unit },
  { "person", N_ ("People of the register: add, change, delete, and their posts"), bv_cli_person },
  { "household", N_ ("Households of the register: add, change, delete"), bv_cli_household },
  { "indicator", N_ ("Show indicators, set plans and record figures"), bv_cli_indicator },
  { "law", N_ ("Show the law of a day, set the office's rules and titles"), bv_cli_law },
  { "registration", N_ ("Who strives for which title: sheets of units, and what became of them"),
    bv_cli_registration },
  { "rating", N_ ("Rate people and units, see the cap, print the table of the year"),
    bv_cli_rating },
  { "discipline", N_ ("Record sanctions, pending complaints and absences"), bv_cli_discipline },
  { "initiative", N_ ("Initiatives: authors, marks, sessions, recognition"), bv_cli_initiative },
  { "nomination", N_ ("Propose people, units and households for awards"), bv_cli_nomination },
  { "eligibility", N_ ("Say who may get which award, and what is missing"), bv_cli_eligibility },
  { "council", N_ ("Councils, their meetings and votes"), bv_cli_council },
  { "decision", N_ ("Make, fill, issue and show decisions"), bv_cli_decision },
  { "paper", N_ ("Write the papers of a dossier, from the proposal to the payment list"),
    bv_cli_paper },
  { "award", N_ ("Show an award, take it back, give it back"), bv_cli_award },
  { "fund", N_ ("Keep the book of the fund: income, bonuses, what is promised"), bv_cli_fund },
  { "record", N_ ("Show or print the whole record of a person, unit or household"), bv_cli_record },
  { "certificates", N_ ("Write a decision's certificates as PDF"), bv_cli_certificates },
  { "report", N_ ("Write the annual report as PDF, ODT or XLSX"), bv_cli_report },
  { "chart", N_ ("Write a chart as PNG, SVG or PDF"), bv_cli_chart },
  { "history", N_ ("Show what was done, by whom and when"), bv_cli_history },
  { "undo", N_ ("Take back an act"), bv_cli_undo },
  { "redo", N_ ("Do an act again that was taken back"), bv_cli_redo },
  { "backup", N_ ("Copy the file safely while it is in use"), bv_cli_backup },
  { "check", N_ ("Look for damage in the file"), bv_cli_check },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  bangvang-cli %s\n\n%s\n", _ ("Usage:"),
           _ ("COMMAND [OPTION…] [ARGUMENT…]"),
           _ ("Emulation and commendation of an Internal Affairs office, without a display."));
  fprintf (stream, "\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-13s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n%s\n",
           _ ("The file is named by --file FILE or by the environment variable BV_FILE."),
           _ ("“bangvang-cli COMMAND --help” tells the options and exit codes of a command."));
}

/* The catalogue of the installation, or of the build when nothing is installed. */
static void
set_language (void)
{
  g_autofree char *mo = g_build_filename (BV_LOCALE_DIR, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo",
                                          NULL);
  const char *messages;

  setlocale (LC_ALL, "");
  /* gettext reads LANGUAGE only when the locale is not plain "C". */
  messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || g_str_equal (messages, "C") || g_str_equal (messages, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  /* Numbers are written by our own functions. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_file_test (mo, G_FILE_TEST_EXISTS) ? BV_LOCALE_DIR : BV_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Ctrl+C cancels; a second one ends at once. A thread waits for it, because nothing that cancels may be
 * called from a signal handler. */
static gpointer
wait_for_interrupt (gpointer user_data)
{
  GCancellable *cancellable = user_data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  if (sigwait (&set, &number) != 0)
    return NULL;
  g_cancellable_cancel (cancellable);
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  return NULL;
}

static void
catch_interrupt (GCancellable *cancellable)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));
}

static int
run (const BvCliCommand *command, int argc, char **argv)
{
  BvCli cli = { .command = command->name, .cancellable = g_cancellable_new () };
  int exit_code;

  catch_interrupt (cli.cancellable);
  exit_code = command->func (&cli, argc, argv);
  if (cli.store != NULL)
    bv_store_close (cli.store);
  g_clear_object (&cli.store);
  g_free (cli.path);
  /* The waiting thread may still look at the cancellable: it lives as long as the process. */
  return exit_code;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char **shown = NULL;

  set_language ();
  g_set_prgname ("bangvang-cli");
  if (argc < 2)
    {
      print_help (stderr);
      return BV_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return BV_CLI_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("bangvang-cli %s\n", BV_VERSION);
      return BV_CLI_OK;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        g_autofree char *name = g_strdup_printf ("bangvang-cli %s", commands[i].name);

        g_set_prgname (name);
        arguments = g_strdupv (argv + 1);
        /* The parser takes options out of the array it is given without freeing them. */
        shown = g_memdup2 (arguments, (gsize) argc * sizeof (char *));
        return run (&commands[i], argc - 1, shown);
      }
  fprintf (stderr, _ ("bangvang-cli: there is no command “%s”; see bangvang-cli --help\n"),
           argv[1]);
  return BV_CLI_USAGE;
}
