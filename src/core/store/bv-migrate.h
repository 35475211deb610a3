// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"

G_BEGIN_DECLS

/** BvSchemaFunc: the SQL that leads from schema @number - 1 to @number. (transfer full) */
typedef GBytes *(*BvSchemaFunc) (int number, gpointer user_data, GError **error);

/** bv_migrate_from_resources: a #BvSchemaFunc: the numbered files that are compiled in. */
GBytes *bv_migrate_from_resources (int number, gpointer user_data, GError **error);

/**
 * bv_migrate: brings the file to schema @newest, each number in a transaction of its own that also sets
 * user_version, so that a crash leaves either the one or the other. Foreign keys must be off in
 * @connection (a table may be rebuilt) and are checked before each commit.
 *
 * @attempt: what to call it when it fails
 */
gboolean bv_migrate (BvConnection *connection,
                     int newest,
                     BvAttempt attempt,
                     BvSchemaFunc func,
                     gpointer user_data,
                     GError **error);

G_END_DECLS
