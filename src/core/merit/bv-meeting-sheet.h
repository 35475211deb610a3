// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-meeting.h"
#include "merit/bv-regime.h"
#include "merit/bv-vote.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvMeetingSheet: one meeting read as a whole: for its page, its minutes, the command line. */
typedef struct
{
  BvMeeting *meeting;
  GPtrArray *attendance; /* (element-type BvAttendance) */
  GPtrArray *items;      /* (element-type BvAgendaItem) in order */
  GPtrArray *tallies;    /* (element-type BvTally), one for each item */
  GPtrArray *recusals;   /* (element-type BvRecusal) */
  GPtrArray *ballots;    /* (element-type BvBallot) */
  GPtrArray
    *problems; /* (element-type BvProblem): what stands against closing; empty when it is closed */
  BvMeetingCount count;
} BvMeetingSheet;

/** Everything of a meeting at one state of the file. %NULL with @error, also when it is not there; %NULL may be
 * freed. */
BvMeetingSheet *bv_meeting_sheet_load (BvConnection *connection,
                                       BvRegimeSet *regimes,
                                       gint64 meeting_id,
                                       GError **error);
void bv_meeting_sheet_free (BvMeetingSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMeetingSheet, bv_meeting_sheet_free)

G_END_DECLS
