// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli.h"

G_BEGIN_DECLS

/* What stands after a command: "bangvang-cli decision issue #12". A command reads its options, then gives its verbs to
 * bv_cli_run_verb (); tables of several files may serve one command. */

/**
 * BvCliVerbFunc: does what one verb is for, with the file open.
 *
 * @options: of the command, a struct of its own
 * @argc, @argv: what follows the verb: as many as the table allows, no program name in front
 * Returns: the exit code, a #BvCliExit
 */
typedef int (*BvCliVerbFunc) (BvCli *cli, gconstpointer options, int argc, char **argv);

/** BvCliVerb: one line of a table, which ends with a %NULL name. */
typedef struct
{
  const char *name; /* one word or two: "issue", "dossier add" */
  BvCliVerbFunc func;
  int least;       /* arguments that must follow */
  int most;        /* arguments that may; G_MAXINT: any number */
  gboolean writes; /* opens the file for writing */
} BvCliVerb;

/**
 * bv_cli_take_verb: finds the verb at the head of @argv and counts its arguments; what is wrong is said on stderr.
 *
 * @tables: %NULL-terminated
 * @argc, @argv: (inout): as bv_cli_parse () left them, the command first, at least one word after it; then what follows
 *   the verb
 * Returns: (transfer none) (nullable): %NULL: leave with %BV_CLI_USAGE
 */
const BvCliVerb *
bv_cli_take_verb (BvCli *cli, const BvCliVerb *const *tables, int *argc, char ***argv);

/**
 * bv_cli_run_verb: takes the verb, opens the file as the verb needs and runs it.
 *
 * @options: of the command, given to the verb
 * Returns: the exit code
 */
int bv_cli_run_verb (BvCli *cli,
                     const BvCliVerb *const *tables,
                     gconstpointer options,
                     int argc,
                     char **argv);

G_END_DECLS
