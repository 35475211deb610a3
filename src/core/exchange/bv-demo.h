// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_demo_load: fills a new file with the demo district (data/demo/muong-la.json, muong-la-2022.json) as one act: office, units,
 * people, movements with figures, decisions. Published figures bear their source in the note, the others
 * that they are made up; names of people are invented.
 *
 * @act_id: (out) (optional)
 * Returns: %FALSE with %BV_VALUE_ERROR_DUPLICATE when the file already has an office
 */
gboolean bv_demo_load (BvStore *store, gint64 *act_id, GError **error);
/** The same without the year under way: offices, people, figures and decisions, the rest to be tried by oneself. */
gboolean bv_demo_load_plain (BvStore *store, gint64 *act_id, GError **error);

G_END_DECLS
