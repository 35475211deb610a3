// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-meeting-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the head of a meeting says, translated. Texts are (transfer full), never %NULL. */

/** State and way of voting. */
char *bv_meeting_words_kicker (const BvMeeting *meeting);
/** Day, hours, place, council. */
char *bv_meeting_words_place (const BvMeeting *meeting);
/** Who is present of how many, and whether that is enough. */
char *bv_meeting_words_quorum (const BvMeetingSheet *sheet);
/** What stands against closing, a line each; "". */
char *bv_meeting_words_missing (const BvMeetingSheet *sheet);
/** One entry for each dossier on the agenda, with the action "meeting.item-papers" on its first item; (transfer full). */
GMenu *bv_meeting_words_menu (const BvMeetingSheet *sheet);

G_END_DECLS
