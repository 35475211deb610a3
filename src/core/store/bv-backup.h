// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"

G_BEGIN_DECLS

/**
 * bv_backup_pages: makes @target a copy, page by page, of what @source sees.
 *
 * @attempt: what to call it when it fails
 */
gboolean bv_backup_pages (BvConnection *source,
                          BvConnection *target,
                          BvAttempt attempt,
                          BvProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

/**
 * bv_backup_copy: copies what @source sees into @path: written beside, reopened, checked, flushed to
 * the disk, renamed. @path is replaced only by a copy that has passed.
 *
 * @progress: (nullable): called on this thread
 */
gboolean bv_backup_copy (BvConnection *source,
                         const char *path,
                         BvProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

/** bv_backup_remove_leftovers: removes what the engine left beside a file that is about to be replaced or
 * made anew: a WAL of an earlier file of the same name would be read into the new one. */
void bv_backup_remove_leftovers (const char *path);

G_END_DECLS
