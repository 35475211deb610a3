// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli-certificates.h"
#include "bv-cli-verb.h"
#include "merit/bv-initiative-session.h"
#include "merit/bv-initiative.h"

G_BEGIN_DECLS

/* What the two files of "initiative" share. */

/** BvCliInitiativeOptions: all verbs' options; strings (nullable). */
typedef struct
{
  char **authors;
  char **outputs;
  char *title;
  char *kind;
  char *field;
  char *unit;
  char *applied;
  char *before;
  char *solution;
  char *effect;
  char *benefit;
  char *note;
  char *state;
  char *scope;
  char *session;
  char *search;
  char *period;
  char *date;
  char *place;
  char *chair;
  char *secretary;
  char *examiner;
  char *post;
  char *comment;
  char *number;
  char *by;
  char *why;
  char *reason;
  int year;
  gboolean blank;
  gboolean submit;
  BvCliCertificatePaper paper;
} BvCliInitiativeOptions;

/** "#12" or a title. */
gboolean bv_cli_find_initiative (BvCli *cli, const char *text, gint64 *id, GError **error);
/** "#3", "Q1" of the options' year, or a title. */
gboolean bv_cli_find_session (BvCli *cli,
                              const char *text,
                              const BvCliInitiativeOptions *options,
                              gint64 *id,
                              GError **error);

/** BvCliInitiativeRecord: all that is told of one initiative. */
typedef struct
{
  BvInitiativeScale *scale;
  BvInitiativeItem *item;
  BvInitiativeSession *session; /* (nullable) */
  GPtrArray *flags;
} BvCliInitiativeRecord;

/** Frees what the struct holds, not itself; a zeroed one may be cleared. */
void bv_cli_initiative_record_clear (BvCliInitiativeRecord *record);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvCliInitiativeRecord, bv_cli_initiative_record_clear)
/** Reads the initiative @id with its sheets, the scale and its session (%NULL when it is in none), for the words and
 * the JSON of one initiative. %FALSE with @error, also when it is not there. */
gboolean bv_cli_initiative_record_load (BvCli *cli,
                                        gint64 id,
                                        BvCliInitiativeRecord *record,
                                        GError **error);

/** The verbs that begin with "session"; a table for bv_cli_run_verb (). */
extern const BvCliVerb bv_cli_initiative_session_verbs[];

/** "show INITIATIVE": a #BvCliVerbFunc. */
int bv_cli_initiative_show (BvCli *cli, gconstpointer options, int argc, char **argv);
/** "print PAPER SESSION|INITIATIVE": a #BvCliVerbFunc. */
int bv_cli_initiative_print (BvCli *cli, gconstpointer options, int argc, char **argv);

/** "certificate [INITIATIVE]": a #BvCliVerbFunc. */
int bv_cli_initiative_certificate (BvCli *cli, gconstpointer options, int argc, char **argv);

/** "1", "2" or "3": which examiner; %FALSE with @error. */
gboolean bv_cli_read_examiner (const char *text, int *position, GError **error);

G_END_DECLS
