// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvEligibilityWindow: what one subject may get, or who in the office may get an award: the verdicts on the left, the
 * conditions of the one selected on the right. It stays open beside the window, so that what is missing can be entered and
 * asked again.
 */
#define BV_TYPE_ELIGIBILITY_WINDOW (bv_eligibility_window_get_type ())
G_DECLARE_FINAL_TYPE (BvEligibilityWindow, bv_eligibility_window, BV, ELIGIBILITY_WINDOW, AdwWindow)

/**
 * bv_eligibility_window_present:
 *
 * @subject_id: what may it get; 0: who in the office may get an award
 * @form_code: (nullable): the award selected first; for the office the one asked about
 * @year: of the achievement
 * Returns: (transfer none)
 */
BvEligibilityWindow *bv_eligibility_window_present (GtkWindow *parent,
                                                    BvStore *store,
                                                    gint64 subject_id,
                                                    const char *form_code,
                                                    int year);

/** For tests and pictures. */
gboolean bv_eligibility_window_is_loading (BvEligibilityWindow *self);
/** How many lines there are, without headings. */
guint bv_eligibility_window_get_n_lines (BvEligibilityWindow *self);
/** Selects the line of an award, or of a subject. */
void
bv_eligibility_window_select (BvEligibilityWindow *self, gint64 subject_id, const char *form_code);

G_END_DECLS
