// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection.h"

G_BEGIN_DECLS

/* The full-text index derived_subject_search. Triggers of the schema keep it row by row; while a row
 * stands in derived_pause they rest, because 100,000 rows cost ten times as much that way as a rebuild. */

/** Inside an act that changes many rows of subject; the same act resumes. */
gboolean bv_search_index_pause (BvConnection *connection, GError **error);
/** @rebuild: whether rows of subject changed in between */
gboolean bv_search_index_resume (BvConnection *connection, gboolean rebuild, GError **error);

G_END_DECLS
