// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRegistrationSeveral: what may be done with several units that are selected in the list of registrations: those whose
 * sheets can take a step take it together, as one act. Stands in the place of the pane of one unit.
 */
#define BV_TYPE_REGISTRATION_SEVERAL (bv_registration_several_get_type ())
G_DECLARE_FINAL_TYPE (BvRegistrationSeveral,
                      bv_registration_several,
                      BV,
                      REGISTRATION_SEVERAL,
                      GtkWidget)

/**
 * bv_registration_several_set: reads what stands for these units; also to be called when they changed.
 *
 * @store: (nullable): then nothing is shown
 * @unit_ids: (element-type gint64): copied
 */
void bv_registration_several_set (BvRegistrationSeveral *self,
                                  BvStore *store,
                                  const GArray *unit_ids,
                                  int year);

/** Whether nothing is being read. */
gboolean bv_registration_several_is_settled (BvRegistrationSeveral *self);

G_END_DECLS
