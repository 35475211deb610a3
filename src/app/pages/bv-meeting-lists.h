// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-meeting-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The two lists of a meeting, filled from its sheet: who came, and the agenda with its votes. What stands in their fields
 * is kept while it is typed. Both find the store of their acts by the functions' argument and emit no signals: acts run
 * from them, and the sheet comes back. */

/** bv_attendance_list_show: @list: a GtkListBox; @store: for the acts of its rows. */
void bv_attendance_list_show (GtkListBox *list, BvStore *store, const BvMeetingSheet *sheet);

/**
 * bv_agenda_list_show: rows with the actions "meeting.item-…(x)" of the pane that @list stands in.
 *
 * @board: (element-type BvBoardRow) (nullable): not read yet
 */
void bv_agenda_list_show (GtkListBox *list,
                          BvStore *store,
                          const BvMeetingSheet *sheet,
                          GPtrArray *board,
                          BvRegimeSet *regimes);
/** Types votes into the row @index as an officer would, for tests; %NULL leaves a field. */
void bv_agenda_list_type (GtkListBox *list,
                          guint index,
                          const char *votes_for,
                          const char *votes_against,
                          const char *votes_invalid);

G_END_DECLS
