// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-ballot.h"
#include "merit/bv-meeting-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One name on a ballot paper: a row of a GtkListBox with a button for each mark. */

/** BvBallotMarkFunc: a button of @list_row was pressed. @mark: one of BV_MARK_… */
typedef void (*BvBallotMarkFunc) (GtkWidget *list_row, char mark, gpointer user_data);

/** (transfer floating) */
GtkWidget *bv_ballot_row_new (const BvAgendaItem *item,
                              BvRegimeSet *regimes,
                              BvBallotMarkFunc func,
                              gpointer user_data);
/** @mark: one of BV_MARK_…, anything else is none yet. */
void bv_ballot_row_show_mark (GtkWidget *list_row,
                              char mark,
                              gboolean is_current,
                              gboolean is_sensitive);
/** Running totals (@tally (nullable): hidden) and who does not vote on the name. */
void bv_ballot_row_show_facts (GtkWidget *list_row,
                               const BvMeetingSheet *sheet,
                               guint index,
                               const BvTally *tally);

G_END_DECLS
