// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection.h"
#include "store/bv-sqlite.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BV_CONNECTION_CREATE,    /* makes the file */
  BV_CONNECTION_WRITE,     /* the file must exist */
  BV_CONNECTION_READ,      /* cannot change the file */
  BV_CONNECTION_IMMUTABLE, /* for a folder that cannot be written: takes no locks, reads no WAL */
  BV_CONNECTION_TEMPORARY, /* a database without a name that goes with its connection */
} BvConnectionMode;

/**
 * bv_connection_open: a connection with the settings that every connection of ours has; nothing is
 * read or written yet.
 *
 * @path: (nullable): %NULL for a temporary one
 * @name: (nullable): the name for messages; the last part of @path when %NULL
 */
BvConnection *
bv_connection_open (const char *path, BvConnectionMode mode, const char *name, GError **error);

/** bv_connection_set_busy_timeout: how long connections opened from now on wait for another program;
 * for tests. */
void bv_connection_set_busy_timeout (int milliseconds);

/** Every statement must have been given back. %NULL is let be. */
void bv_connection_close (BvConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvConnection, bv_connection_close)

/** The engine's own handle, and the name for messages; (transfer none). */
sqlite3 *bv_connection_get_handle (BvConnection *self);
const char *bv_connection_get_name (BvConnection *self);

/** bv_connection_set_cancellable: running statements end when it is cancelled. (nullable) */
void bv_connection_set_cancellable (BvConnection *self, GCancellable *cancellable);

/** bv_connection_fail: sets @error from the engine's state; always %FALSE. */
gboolean bv_connection_fail (BvConnection *self, int code, BvAttempt attempt, GError **error);

/** bv_connection_script: runs several statements, uncached: migrations, PRAGMA, BEGIN, COMMIT. */
gboolean
bv_connection_script (BvConnection *self, const char *sql, BvAttempt attempt, GError **error);

/** bv_connection_pragma: sets a PRAGMA and reads it back; an answer other than @expected is an error.
 * A setting that was not taken must not go unnoticed. */
gboolean bv_connection_pragma (BvConnection *self,
                               const char *name,
                               const char *value,
                               const char *expected,
                               BvAttempt attempt,
                               GError **error);

/** bv_connection_rollback: ends a transaction, if one is open, without saving. */
void bv_connection_rollback (BvConnection *self);

G_END_DECLS
