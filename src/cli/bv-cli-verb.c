// SPDX-License-Identifier: GPL-3.0-or-later
/* The verb after a command: found by its one or two words, its arguments counted, the file opened as it needs, run. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include <glib/gi18n.h>

#define MOST_WORDS 2

static const BvCliVerb *
find_name (const BvCliVerb *const *tables, const char *name)
{
  for (; *tables != NULL; tables++)
    for (const BvCliVerb *verb = *tables; verb->name != NULL; verb++)
      if (g_str_equal (verb->name, name))
        return verb;
  return NULL;
}

/* "dossier add" before "dossier". @n_words: (out): how many of @argv it takes */
static const BvCliVerb *
find_verb (const BvCliVerb *const *tables, int argc, char **argv, int *n_words)
{
  for (*n_words = MIN (argc, MOST_WORDS); *n_words > 0; (*n_words)--)
    {
      g_autofree char *name = *n_words == 1 ? g_strdup (argv[0])
                                            : g_strdup_printf ("%s %s", argv[0], argv[1]);
      const BvCliVerb *verb = find_name (tables, name);

      if (verb != NULL)
        return verb;
    }
  return NULL;
}

/* Whether @word is the first of two: "absence". */
static gboolean
is_half (const BvCliVerb *const *tables, const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (; *tables != NULL; tables++)
    for (const BvCliVerb *verb = *tables; verb->name != NULL; verb++)
      if (g_str_has_prefix (verb->name, prefix))
        return TRUE;
  return FALSE;
}

static void
say_unknown (BvCli *cli, const BvCliVerb *const *tables, int argc, char **argv)
{
  gboolean half = is_half (tables, argv[0]);
  g_autofree char *name = half && argc > 1 ? g_strdup_printf ("%s %s", argv[0], argv[1])
                                           : g_strdup (argv[0]);

  if (half && argc == 1)
    bv_cli_usage (cli, _ ("an argument is missing; see bangvang-cli %s --help"), cli->command);
  else
    bv_cli_usage (cli, _ ("there is no verb “%s”; see bangvang-cli %s --help"), name, cli->command);
}

static gboolean
check_arguments (BvCli *cli, const BvCliVerb *verb, int argc, char **argv)
{
  if (argc < verb->least)
    bv_cli_usage (cli, _ ("an argument is missing; see bangvang-cli %s --help"), cli->command);
  else if (argc > verb->most)
    bv_cli_usage (cli, _ ("“%s” is one argument too many; see bangvang-cli %s --help"),
                  argv[verb->most], cli->command);
  return argc >= verb->least && argc <= verb->most;
}

const BvCliVerb *
bv_cli_take_verb (BvCli *cli, const BvCliVerb *const *tables, int *argc, char ***argv)
{
  int n_words;
  const BvCliVerb *verb = find_verb (tables, *argc - 1, *argv + 1, &n_words);

  if (verb == NULL)
    {
      say_unknown (cli, tables, *argc - 1, *argv + 1);
      return NULL;
    }
  *argc -= n_words + 1;
  *argv += n_words + 1;
  return check_arguments (cli, verb, *argc, *argv) ? verb : NULL;
}

int
bv_cli_run_verb (BvCli *cli,
                 const BvCliVerb *const *tables,
                 gconstpointer options,
                 int argc,
                 char **argv)
{
  const BvCliVerb *verb = bv_cli_take_verb (cli, tables, &argc, &argv);
  int exit_code;

  if (verb == NULL)
    return BV_CLI_USAGE;
  if (!bv_cli_open (cli, verb->writes ? BV_STORE_OPEN : BV_STORE_READ_ONLY, &exit_code))
    return exit_code;
  return verb->func (cli, options, argc, argv);
}
