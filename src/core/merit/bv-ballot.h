// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* Papers of a secret ballot, typed one by one: a row of marks in the order of the agenda. A paper knows no member. */

/** Codes of ballot_mark.mark, for the history. */
extern const BvChoice bv_ballot_marks[];

#define BV_MARK_BLANK '0'
#define BV_MARK_FOR '1'
#define BV_MARK_AGAINST '2'

/** BvBallot: one paper. */
typedef struct
{
  gint64 id;
  int number;          /* from 1, without gaps */
  gboolean is_valid;   /* else spoilt as a whole: its marks do not count */
  gboolean is_written; /* sent in by an absent member */
  char *marks;         /* one of BV_MARK_… for each item of the agenda */
} BvBallot;

/** A valid paper with @n_items blank marks, a deep copy, and its end; %NULL is let be. */
BvBallot *bv_ballot_new (guint n_items);
BvBallot *bv_ballot_copy (const BvBallot *self);
void bv_ballot_free (BvBallot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBallot, bv_ballot_free)

/**
 * bv_ballot_parse: a line as it is typed: "1" for, "2" against, "0", "-" or a space no opinion, "x" an entry marked
 * twice or not at all; "x" alone a spoilt paper. %NULL with %BV_VALUE_ERROR when it does not fit @n_items.
 */
BvBallot *bv_ballot_parse (const char *line, guint n_items, GError **error);

/** In the order of their numbers; (element-type BvBallot) (transfer full). */
GPtrArray *bv_ballot_list (BvConnection *connection, gint64 meeting_id, GError **error);

/* Inside an act. */

/** number 0: the next paper, else the one to be corrected. Sets id and number. */
gboolean
bv_ballot_save (BvConnection *connection, gint64 meeting_id, BvBallot *self, GError **error);
/** The papers after it close up. */
gboolean bv_ballot_delete (BvConnection *connection, gint64 meeting_id, int number, GError **error);
/** Papers given out and taken in; -1: not counted yet. */
gboolean bv_ballot_set_counts (BvConnection *connection,
                               gint64 meeting_id,
                               int n_issued,
                               int n_returned,
                               GError **error);

/* As acts of their own. */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_ballot_save_act (BvStore *store,
                             gint64 meeting_id,
                             BvBallot *self,
                             gint64 *act_id,
                             GError **error);
gboolean bv_ballot_delete_act (BvStore *store,
                               gint64 meeting_id,
                               int number,
                               gint64 *act_id,
                               GError **error);
gboolean bv_ballot_set_counts_act (BvStore *store,
                                   gint64 meeting_id,
                                   int n_issued,
                                   int n_returned,
                                   gint64 *act_id,
                                   GError **error);

G_END_DECLS
