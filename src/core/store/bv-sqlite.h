// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* The one place where sqlite3.h comes in. Private to this folder. The session extension hides its
 * declarations unless it is asked for. */

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

/* What was attempted when the engine reported a fault: it begins the message. */
typedef enum
{
  BV_ATTEMPT_OPEN,
  BV_ATTEMPT_CREATE,
  BV_ATTEMPT_READ,
  BV_ATTEMPT_WRITE,
  BV_ATTEMPT_MIGRATE,
  BV_ATTEMPT_BACKUP,
} BvAttempt;

/**
 * bv_store_error_take: makes a #BvStoreError of an SQLite code: what was attempted on which file, what
 * is wrong and what to do, the engine's words last. %SQLITE_INTERRUPT becomes %G_IO_ERROR_CANCELLED.
 *
 * @handle: (nullable): whose words are taken
 * @name: the file's name as people know it
 * Returns: always %FALSE, so that a caller may return it
 */
gboolean bv_store_error_take (GError **error,
                              sqlite3 *handle,
                              int code,
                              BvAttempt attempt,
                              const char *name);

G_END_DECLS
