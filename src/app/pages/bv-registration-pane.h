// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRegistrationPane: the sheet of one unit for one year: its state, its lines, its steps. A unit without a sheet gets
 * one with its first line.
 *
 * Actions: registration.receive, registration.return, registration.approve, registration.reopen, registration.edit,
 * registration.delete, registration.print, registration.add-members, registration.copy, registration.exempt,
 * registration.expect, registration.remove-lines, registration.edit-line.
 */
#define BV_TYPE_REGISTRATION_PANE (bv_registration_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvRegistrationPane, bv_registration_pane, BV, REGISTRATION_PANE, GtkWidget)

/** @store: (nullable) */
void bv_registration_pane_set_store (BvRegistrationPane *self, BvStore *store);
/** @unit_id: 0: none */
void bv_registration_pane_set_unit (BvRegistrationPane *self, gint64 unit_id, int year);
gint64 bv_registration_pane_get_unit (BvRegistrationPane *self);
void bv_registration_pane_reload (BvRegistrationPane *self);
/** Puts the focus where names are typed, or into the list when the sheet is closed. */
void bv_registration_pane_start_adding (BvRegistrationPane *self);
gboolean bv_registration_pane_is_settled (BvRegistrationPane *self);

G_END_DECLS
