// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-regime.h"
#include "merit/bv-registration.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvRegistrationAnswer: what the pane of one unit is read from; the first two members are what is asked for. */
typedef struct
{
  gint64 unit_id;
  int year;
  BvRegistration *sheet; /* (nullable) */
  char *unit_name;
  char *state;
  guint n_lines;
  guint n_persons;
  guint n_units;
  guint n_households;
  char *last_code; /* of the last line; (nullable) */
  BvRegimeSet *regimes;
} BvRegistrationAnswer;

void bv_registration_answer_free (BvRegistrationAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegistrationAnswer, bv_registration_answer_free)

/**
 * bv_registration_answer_read: a #BvReadFunc: the sheet of one unit, what it counts, and the titles of its year.
 *
 * @user_data: a #BvRegistrationAnswer with the unit and the year
 * Returns: (transfer full): a #BvRegistrationAnswer, %NULL with @error
 */
gpointer bv_registration_answer_read (BvConnection *connection,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
