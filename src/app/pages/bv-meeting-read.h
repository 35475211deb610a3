// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-dossier-step.h"
#include "merit/bv-meeting-sheet.h"
#include "store/bv-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvMeetingRead: a question about one meeting and its answer, for the pane and for the typing of ballot papers. */
typedef struct
{
  gint64 id;
  BvRegimeSet *regimes;  /* (nullable) in the question: as read before */
  BvMeetingSheet *sheet; /* in the answer */
  BvDossierStep next;    /* in the answer: what follows a closed meeting */
} BvMeetingRead;

/** @regimes: (nullable): as read before; else they are read, too. */
BvMeetingRead *bv_meeting_read_new (gint64 id, BvRegimeSet *regimes);
void bv_meeting_read_free (BvMeetingRead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMeetingRead, bv_meeting_read_free)

/** A #BvReadFunc: @user_data: a BvMeetingRead. Returns: another, with the sheet; (transfer full). */
gpointer bv_meeting_read_sheet (BvConnection *connection,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);
/** A #BvReadFunc: @user_data: a BvMeetingRead with regimes. Returns: (element-type BvBoardRow) (transfer full). */
gpointer bv_meeting_read_board (BvConnection *connection,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
