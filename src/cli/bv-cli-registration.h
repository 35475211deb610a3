// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli-verb.h"

G_BEGIN_DECLS

/* The verbs of bangvang-cli registration that look at a whole year, apart from those about one sheet. */

/** BvCliRegistration: the options of the command. */
typedef struct
{
  int year;
  int from;
  char *state;
  char *form;
  char *initiative;
  char *reason;
  char *date;
  char *content;
  char *signer;
  char *post;
  char *outcome;
  char *title;
  char *note;
  char **outputs;
  gboolean all;
  gboolean below;
  gboolean table;
} BvCliRegistration;

/* Verbs, each a #BvCliVerbFunc with a #BvCliRegistration. */
int bv_cli_registration_copy (BvCli *cli, gconstpointer options, int argc, char **argv);
int bv_cli_registration_table (BvCli *cli, gconstpointer options, int argc, char **argv);
int bv_cli_registration_sums (BvCli *cli, gconstpointer options, int argc, char **argv);
int bv_cli_registration_print (BvCli *cli, gconstpointer options, int argc, char **argv);

/** The sheet of the unit that @text names; an error when it has none. */
gboolean bv_cli_registration_find (BvCli *cli,
                                   const BvCliRegistration *options,
                                   const char *text,
                                   gint64 *id,
                                   GError **error);

G_END_DECLS
