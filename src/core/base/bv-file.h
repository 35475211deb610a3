// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvFileWriter: a file that appears whole or not at all. It is written beside its target under a
 * hidden temporary name; bv_file_writer_commit() flushes it to the disk and renames it. Freed
 * without commit, it leaves nothing behind.
 */
typedef struct _BvFileWriter BvFileWriter;

/** Begins a file for @path, which need not exist; a link stays a link. %NULL with %G_IO_ERROR when the folder cannot
 * be written, @path is a folder, or an office's file with its records stands there. */
BvFileWriter *bv_file_writer_new (const char *path, GError **error);
/** Writes all of @length bytes. A full disk gives %G_IO_ERROR_NO_SPACE in one plain sentence. */
gboolean bv_file_writer_write (BvFileWriter *self, const void *data, gsize length, GError **error);
/** The temporary path, for libraries that insist on writing a file themselves. */
const char *bv_file_writer_get_temporary_path (BvFileWriter *self);
/** Flushes to the disk and puts the file in the place of its target, whose permissions it takes over. On %FALSE the
 * target is as it was. */
gboolean bv_file_writer_commit (BvFileWriter *self, GError **error);
/** Removes the temporary file unless it was committed; %NULL is let be. */
void bv_file_writer_free (BvFileWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFileWriter, bv_file_writer_free)

/** bv_file_replace: the same in one call. */
gboolean bv_file_replace (const char *path, GBytes *bytes, GError **error);

/** bv_data_path: the path of an installed data file ("fonts/X.ttf"), or of the source tree's when
 * not installed; BV_DATA_DIR in the environment wins. (transfer full), %NULL when there is none. */
char *bv_data_path (const char *relative);

G_END_DECLS
