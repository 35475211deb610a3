// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"

G_BEGIN_DECLS

/** BvOpening: what opening a file has come to. */
typedef struct
{
  BvConnection *writer;         /* (owned) (nullable): %NULL when read-only */
  BvConnectionMode reader_mode; /* how readers are to be opened */
  char *read_only_reason;       /* (owned) (nullable): why the file cannot be written */
} BvOpening;

/** bv_open_create: makes a new file of the newest schema, beside and then renamed; an existing one is
 * %G_IO_ERROR_EXISTS. */
gboolean bv_open_create (const char *path, GError **error);

/**
 * bv_open: looks whose file it is before a byte is written, then opens the writer, backs up and
 * migrates an older file.
 *
 * @is_open_here: whether this process has the file open already. Then its head is not read by a
 *   descriptor of our own, whose closing would drop the locks of the others (POSIX).
 */
gboolean bv_open (const char *path,
                  gboolean read_only,
                  gboolean is_open_here,
                  BvOpening *opening,
                  GError **error);

/** bv_open_check_identity: whether @connection reads a file of ours, and of which schema. */
gboolean bv_open_check_identity (BvConnection *connection, int *schema, GError **error);

G_END_DECLS
