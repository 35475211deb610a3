// SPDX-License-Identifier: GPL-3.0-or-later
/* One meeting read as a whole, through one connection. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting-sheet.h"

#include "base/bv-problem.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-meeting-close.h"

void
bv_meeting_sheet_free (BvMeetingSheet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->meeting, bv_meeting_free);
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tallies, g_ptr_array_unref);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->ballots, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

BvMeetingSheet *
bv_meeting_sheet_load (BvConnection *connection,
                       BvRegimeSet *regimes,
                       gint64 meeting_id,
                       GError **error)
{
  g_autoptr (BvMeetingSheet) self = g_new0 (BvMeetingSheet, 1);

  self->meeting = bv_meeting_load (connection, meeting_id, error);
  if (self->meeting == NULL)
    return NULL;
  self->attendance = bv_meeting_list_attendance (connection, meeting_id, error);
  if (self->attendance == NULL)
    return NULL;
  self->items = bv_agenda_list (connection, meeting_id, error);
  if (self->items == NULL)
    return NULL;
  self->tallies = bv_vote_tally (connection, regimes, meeting_id, error);
  if (self->tallies == NULL)
    return NULL;
  self->recusals = bv_vote_list_recusals (connection, meeting_id, error);
  if (self->recusals == NULL)
    return NULL;
  self->ballots = bv_ballot_list (connection, meeting_id, error);
  if (self->ballots == NULL)
    return NULL;
  self->problems = self->meeting->is_closed
                     ? bv_problems_new ()
                     : bv_meeting_validate_close (connection, regimes, meeting_id, error);
  if (self->problems == NULL || !bv_meeting_count (connection, meeting_id, &self->count, error))
    return NULL;
  return g_steal_pointer (&self);
}
