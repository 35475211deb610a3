// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli-verb.h"
#include "merit/bv-completeness.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"

G_BEGIN_DECLS

/* What the files of "bangvang-cli nomination" share. */

typedef struct
{
  char *title;
  int year;
  char *manner;
  char *level;
  gboolean simplified;
  char *movement;
  char *proposer;
  char *received;
  int working_days;
  char *number;
  char *date;
  char *opinion_from;
  char *opinion_to;
  char *regime;
  char *reason;
  char *note;
  char *form;
  char *achievement;
  char *summary;
  char *unit;
  char *rated;
  gboolean unsure;
  gboolean add;
  gboolean posthumous;
  char *basis;
  char *kind;
  char *output;
  char *name;
  char *text;
} BvNominationOptions;

/** Verbs about dossiers, about single nominations, about their papers; tables for bv_cli_run_verb (). */
extern const BvCliVerb bv_cli_dossier_verbs[];
extern const BvCliVerb bv_cli_nomination_verbs[];
extern const BvCliVerb bv_cli_paper_verbs[];

/** A dossier given as "#12" or by its title. %FALSE with @error. */
gboolean bv_cli_find_dossier (BvCli *cli, const char *text, gint64 *id, GError **error);
/** The meter under a heading, or as an object of @builder. */
void bv_cli_print_meter (const char *heading, const BvCompleteness *meter);
/** The same as the members "there", "needed" and "items" of the object that is open. */
void bv_cli_json_meter (JsonBuilder *builder, const BvCompleteness *meter);

G_END_DECLS
