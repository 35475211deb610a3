// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvDecisionPane: one decision: what it is, its list, its money, and what may be done with it.
 *
 * Actions of the group "decision": edit, issue, unissue, delete, certificates, remove-lines, line-up,
 * line-down, sort, achievement, edit-line.
 * Signal ::edited (gint64 id): the record was saved under that id.
 */
#define BV_TYPE_DECISION_PANE (bv_decision_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvDecisionPane, bv_decision_pane, BV, DECISION_PANE, GtkWidget)

/** @store: (nullable) */
void bv_decision_pane_set_store (BvDecisionPane *self, BvStore *store);
/** @id: 0 shows nothing. */
void bv_decision_pane_set_decision (BvDecisionPane *self, gint64 id);
gint64 bv_decision_pane_get_decision (BvDecisionPane *self);
/** Whether lines may be added to it: a draft, or a decision received. */
gboolean bv_decision_pane_has_open_list (BvDecisionPane *self);
/** Puts the focus where names are typed, as soon as the decision is there. */
void bv_decision_pane_start_adding (BvDecisionPane *self);
/** Reads it again after an act. */
void bv_decision_pane_reload (BvDecisionPane *self);
gboolean bv_decision_pane_is_settled (BvDecisionPane *self);

G_END_DECLS
