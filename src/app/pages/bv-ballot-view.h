// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvBallotView: the papers of a secret ballot, typed one at a time by the keypad: 1 for, 2 against, 0 or space no opinion,
 * arrows, Backspace back, + the rest for, x or * spoilt, Enter the next paper, Page Up and Page Down to correct one.
 *
 * Actions of the group "ballot": back, previous, next, remove. Signal ::back (): the officer is done.
 */
#define BV_TYPE_BALLOT_VIEW (bv_ballot_view_get_type ())
G_DECLARE_FINAL_TYPE (BvBallotView, bv_ballot_view, BV, BALLOT_VIEW, GtkWidget)

/** @store: (nullable); @meeting_id: 0: nothing. The next paper to be typed is shown, and has the focus. */
void bv_ballot_view_start (BvBallotView *self, BvStore *store, gint64 meeting_id);
/** Reads the papers again after an act. */
void bv_ballot_view_reload (BvBallotView *self);
gboolean bv_ballot_view_is_settled (BvBallotView *self);
/** The paper in front: its number, or 0 for the next one. */
int bv_ballot_view_get_number (BvBallotView *self);
/** Its marks as they are typed: '1', '2', '0', or '?' for none yet; (transfer none) (nullable). */
const char *bv_ballot_view_get_marks (BvBallotView *self);

G_END_DECLS
