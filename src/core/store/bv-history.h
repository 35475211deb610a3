// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"

G_BEGIN_DECLS

/* The history table: who writes into it and how its rows are chained. Public reading is in bv-store.h. */

/** bv_history_append: adds one entry, chained to the newest. Inside the act's transaction. */
gboolean bv_history_append (BvConnection *connection,
                            const char *actor,
                            const char *kind,
                            gint64 target,
                            const char *title,
                            const char *tables,
                            GBytes *changeset,
                            gint64 *id,
                            GError **error);

/**
 * bv_history_check_chain: reads the whole history and compares every hash. Adds one sentence to
 * @findings for each defect.
 */
gboolean bv_history_check_chain (BvConnection *connection, GPtrArray *findings, GError **error);

G_END_DECLS
