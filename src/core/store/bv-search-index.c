// SPDX-License-Identifier: GPL-3.0-or-later
/* Pausing and rebuilding the full-text index inside an act's transaction: a crash or a rollback takes
 * the pause back with everything else. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-search-index.h"

gboolean
bv_search_index_pause (BvConnection *connection, GError **error)
{
  return bv_connection_run (connection, error, "INSERT INTO derived_pause (id) VALUES (1)", NULL);
}

gboolean
bv_search_index_resume (BvConnection *connection, gboolean rebuild, GError **error)
{
  return bv_connection_run (connection, error, "DELETE FROM derived_pause", NULL)
         && (!rebuild
             || bv_connection_run (connection, error,
                                   "INSERT INTO derived_subject_search (derived_subject_search)"
                                   " VALUES ('rebuild')",
                                   NULL));
}
