// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvMeetingPane: one meeting: who came, what it votes on, how the votes stand, and its close.
 *
 * Actions of the group "meeting": edit, delete, close, reopen, hide-missing, attend-all, fill, add-items,
 * type-ballots, and item-… with the id of an item.
 * Signals ::edited (gint64 id): saved under that id; ::type-ballots (gint64 id): the papers are to be typed.
 */
#define BV_TYPE_MEETING_PANE (bv_meeting_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvMeetingPane, bv_meeting_pane, BV, MEETING_PANE, GtkWidget)

/** @store: (nullable) */
void bv_meeting_pane_set_store (BvMeetingPane *self, BvStore *store);
/** @id: 0 shows nothing. */
void bv_meeting_pane_set_meeting (BvMeetingPane *self, gint64 id);
gint64 bv_meeting_pane_get_meeting (BvMeetingPane *self);
/** Reads it again after an act on @tables (%NULL: anything). */
void bv_meeting_pane_reload (BvMeetingPane *self, const char *const *tables);
gboolean bv_meeting_pane_is_settled (BvMeetingPane *self);
/** "attendance" or "agenda" */
void bv_meeting_pane_show_view (BvMeetingPane *self, const char *name);
/** The focus to where the papers given out are counted: what follows the typing of the ballots. */
void bv_meeting_pane_focus_count (BvMeetingPane *self);

G_END_DECLS
