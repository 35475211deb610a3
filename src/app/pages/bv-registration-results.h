// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRegistrationResults: registered, achieved, awarded: every line of a year with what became of it, filtered by outcome,
 * and the sums by title and by unit.
 *
 * Signal ::open-unit (gint64 unit_id): a row was activated.
 */
#define BV_TYPE_REGISTRATION_RESULTS (bv_registration_results_get_type ())
G_DECLARE_FINAL_TYPE (BvRegistrationResults,
                      bv_registration_results,
                      BV,
                      REGISTRATION_RESULTS,
                      GtkWidget)

/** @store: (nullable) */
void bv_registration_results_set_store (BvRegistrationResults *self, BvStore *store);
/** Reads everything anew for @year. */
void bv_registration_results_load (BvRegistrationResults *self, int year);
/** A code of bv_registration_outcomes, "alarm" for both alarms, %NULL for all. */
void bv_registration_results_set_outcome (BvRegistrationResults *self, const char *outcome);
gboolean bv_registration_results_start_search (BvRegistrationResults *self);
gboolean bv_registration_results_is_settled (BvRegistrationResults *self);

G_END_DECLS
