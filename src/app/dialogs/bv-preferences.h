// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvPreferences: what this desk wants (language, light or dark, who one is) and, when a file is open, what the
 * office is: its periods, signers, base salaries, and the way it counts and writes. Everything takes hold at once;
 * what stands in the file is an act that can be undone.
 */
#define BV_TYPE_PREFERENCES (bv_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BvPreferences, bv_preferences, BV, PREFERENCES, AdwPreferencesWindow)

/** @store: (nullable). (transfer none) */
BvPreferences *bv_preferences_present (GtkWindow *parent, BvStore *store);
gboolean bv_preferences_is_loading (BvPreferences *self);

G_END_DECLS
