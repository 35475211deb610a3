// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli-verb.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting.h"

G_BEGIN_DECLS

/* bangvang-cli council: three files share its options and its ways to name a record. */

typedef struct
{
  char *kind;
  char *number;
  char *date;
  char *from;
  char *to;
  char *note;
  char *council;
  char *person;
  char *role;
  char *post;
  char *honorific;
  char *place;
  char *from_time;
  char *to_time;
  char *chair;
  char *secretary;
  char *discussion;
  char *reason;
  char **only;
  int paper;
  int issued;
  int returned;
  gboolean no_vote;
  gboolean hands;
  gboolean secret;
  gboolean written;
} BvCliCouncilOptions;

/** Verbs about meetings and their agenda, and about votes; tables for bv_cli_run_verb (). */
extern const BvCliVerb bv_cli_meeting_verbs[];
extern const BvCliVerb bv_cli_vote_verbs[];

/** "#3" or "3"; %FALSE with a sentence on stderr. */
gboolean bv_cli_read_id (BvCli *cli, const char *text, gint64 *id);
/** A council by #id; %NULL: the one whose term holds @date. */
gboolean
bv_cli_find_council (BvCli *cli, const char *text, const char *date, gint64 *id, GError **error);
/** A member by #id or by the name, among those of @council_id. */
gboolean
bv_cli_find_member (BvCli *cli, gint64 council_id, const char *text, gint64 *id, GError **error);
/** A meeting by #id; (transfer full). */
BvMeeting *bv_cli_load_meeting (BvCli *cli, const char *text, GError **error);
/** An item by its place on the agenda. */
gboolean
bv_cli_find_item (BvCli *cli, gint64 meeting_id, const char *text, gint64 *id, GError **error);

G_END_DECLS
