// SPDX-License-Identifier: GPL-3.0-or-later
/* One meeting read on a worker. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-meeting-read.h"

#include "merit/bv-meeting-board.h"

BvMeetingRead *
bv_meeting_read_new (gint64 id, BvRegimeSet *regimes)
{
  BvMeetingRead *self = g_new0 (BvMeetingRead, 1);

  self->id = id;
  self->regimes = regimes != NULL ? bv_regime_set_ref (regimes) : NULL;
  return self;
}

void
bv_meeting_read_free (BvMeetingRead *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  g_free (self);
}

gpointer
bv_meeting_read_sheet (BvConnection *connection,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  const BvMeetingRead *ask = user_data;
  g_autoptr (BvMeetingRead) answer = bv_meeting_read_new (ask->id, ask->regimes);

  if (answer->regimes == NULL)
    answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL)
    return NULL;
  answer->sheet = bv_meeting_sheet_load (connection, answer->regimes, ask->id, error);
  if (answer->sheet == NULL || !bv_meeting_find_step (connection, ask->id, &answer->next, error))
    return NULL;
  return g_steal_pointer (&answer);
}

gpointer
bv_meeting_read_board (BvConnection *connection,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  const BvMeetingRead *ask = user_data;

  return bv_meeting_board (connection, ask->regimes, ask->id, error);
}
