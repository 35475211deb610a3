// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvSearchWindow: search over everything: people, units, households, decisions, indicators, and the
 * pages themselves. Enter opens the first or the selected match (win.open-record of the window below).
 */
#define BV_TYPE_SEARCH_WINDOW (bv_search_window_get_type ())
G_DECLARE_FINAL_TYPE (BvSearchWindow, bv_search_window, BV, SEARCH_WINDOW, AdwWindow)

/** @text: (nullable): what to begin with. (transfer none) */
BvSearchWindow *bv_search_window_present (GtkWindow *parent, BvStore *store, const char *text);
/** How many matches are shown. */
guint bv_search_window_get_n_matches (BvSearchWindow *self);
gboolean bv_search_window_is_loading (BvSearchWindow *self);

G_END_DECLS
