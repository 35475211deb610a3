// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvProposeWindow: everybody of a unit whom the law allows an award, to be nominated at once. */
#define BV_TYPE_PROPOSE_WINDOW (bv_propose_window_get_type ())
G_DECLARE_FINAL_TYPE (BvProposeWindow, bv_propose_window, BV, PROPOSE_WINDOW, AdwWindow)

/** @form_code: (nullable): the award that is chosen at first */
void bv_propose_window_present (GtkWidget *parent,
                                BvStore *store,
                                gint64 dossier_id,
                                const char *form_code);
/** For tests: whether the list is there, and how many stand in it. */
gboolean bv_propose_window_is_settled (BvProposeWindow *self);
guint bv_propose_window_get_n_rows (BvProposeWindow *self);

G_END_DECLS
