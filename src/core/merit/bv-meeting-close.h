// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* The end of a meeting: nothing missing, every vote counted, the rule as it was applied kept with each item. */

/** Everything that stands against closing; fields: "on_date", "chair_id", "secretary_id", "attendance", "quorum",
 * "ballots_issued", "ballots_returned", "ballots", "agenda", and "item-12" for an item. (element-type BvProblem)
 * (transfer full) */
GPtrArray *bv_meeting_validate_close (BvConnection *connection,
                                      BvRegimeSet *regimes,
                                      gint64 id,
                                      GError **error);

/* Inside an act. */

/** Keeps with every item that was not postponed its votes, the majority it needed and what came of it, and closes the
 * meeting. The problems of bv_meeting_validate_close() stop it. */
gboolean
bv_meeting_close (BvConnection *connection, BvRegimeSet *regimes, gint64 id, GError **error);
/** Only while no line of a decision rests on one of its votes. */
gboolean bv_meeting_reopen (BvConnection *connection, gint64 id, GError **error);

/* As acts of their own. */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_meeting_close_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_meeting_reopen_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

G_END_DECLS
