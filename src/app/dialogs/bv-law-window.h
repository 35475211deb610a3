// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvLawWindow: law and rules. Every award of the regime of a time with its conditions and articles; the rules that the
 * office sets for itself; the titles of the place. Each change is an act; Ctrl+Z takes back the last one.
 */
#define BV_TYPE_LAW_WINDOW (bv_law_window_get_type ())
G_DECLARE_FINAL_TYPE (BvLawWindow, bv_law_window, BV, LAW_WINDOW, AdwWindow)

/** (transfer none) */
BvLawWindow *bv_law_window_present (GtkWindow *parent, BvStore *store);
/** Shows the tab "law", "rules" or "titles". */
void bv_law_window_show_tab (BvLawWindow *self, const char *tab);
/** Shows an award of a regime; (nullable) @regime_id: the one shown now. %FALSE: it has no such award. */
gboolean bv_law_window_show_award (BvLawWindow *self, const char *regime_id, const char *code);
/** Adds the file of law at @path as one act; what is wrong with it is told in a dialog, and nothing is stored. */
void bv_law_window_add_file (BvLawWindow *self, const char *path);
gboolean bv_law_window_is_loading (BvLawWindow *self);

G_END_DECLS
