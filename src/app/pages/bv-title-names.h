// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* What titles are called in cells of lists, which know only their row. Main thread. */

/** bv_title_names_fill: takes the names of all regimes. Returns: whether any was new: cells made before are to be made
 * again. */
gboolean bv_title_names_fill (BvRegimeSet *regimes);
/** "LĐTT"; the code itself when nothing is known of it. */
const char *bv_title_names_get (const char *code);

G_END_DECLS
