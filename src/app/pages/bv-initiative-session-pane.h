// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvInitiativeSessionPane: one session of the council for initiatives: what is before it, who still lacks marks, how each
 * would end, its decision and papers.
 *
 * Signals: ::edited (gint64 id), the session was changed by its form; ::open (gint64 id), an initiative was clicked.
 */
#define BV_TYPE_INITIATIVE_SESSION_PANE (bv_initiative_session_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvInitiativeSessionPane,
                      bv_initiative_session_pane,
                      BV,
                      INITIATIVE_SESSION_PANE,
                      GtkWidget)

/** @store: (nullable) */
void bv_initiative_session_pane_set_store (BvInitiativeSessionPane *self, BvStore *store);
/** @id 0: nothing. */
void bv_initiative_session_pane_set_session (BvInitiativeSessionPane *self, gint64 id);
gint64 bv_initiative_session_pane_get_session (BvInitiativeSessionPane *self);
void bv_initiative_session_pane_reload (BvInitiativeSessionPane *self);
gboolean bv_initiative_session_pane_is_settled (BvInitiativeSessionPane *self);

G_END_DECLS
