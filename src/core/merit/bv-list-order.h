// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_list_order_apply: collectives first, then persons by the order of the organisation and name, then households;
 * equals keep their order. Positions from 1. Inside an act.
 *
 * @select_sql: of owner ?1: id, kind of subject, unit, sort key, position
 * @update_sql: puts row ?1 at position ?2
 */
gboolean bv_list_order_apply (BvConnection *connection,
                              const char *select_sql,
                              const char *update_sql,
                              gint64 owner_id,
                              GError **error);

G_END_DECLS
