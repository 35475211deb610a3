// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvInitiativePane: one initiative beside its list: its next step, what looks alike, the examiners' marks typed into a
 * small table with what they come to, authors and shares, and what it is.
 *
 * Signal ::edited (gint64 id): it was changed by its form.
 */
#define BV_TYPE_INITIATIVE_PANE (bv_initiative_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvInitiativePane, bv_initiative_pane, BV, INITIATIVE_PANE, GtkWidget)

/** @store: (nullable) */
void bv_initiative_pane_set_store (BvInitiativePane *self, BvStore *store);
/** @id 0: nothing. */
void bv_initiative_pane_set_initiative (BvInitiativePane *self, gint64 id);
gint64 bv_initiative_pane_get_initiative (BvInitiativePane *self);
/** Reads it anew after an act. */
void bv_initiative_pane_reload (BvInitiativePane *self);
gboolean bv_initiative_pane_is_settled (BvInitiativePane *self);

G_END_DECLS
