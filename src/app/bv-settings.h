// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bv_settings_get: the settings of this desk (data/vn.bangvang.BangVang.gschema.xml). The installed
 * schema, or the one in the build folder when none is installed.
 *
 * Returns: (transfer none): one object for the whole process, main thread only
 */
GSettings *bv_settings_get (void);

/** bv_settings_remember_file: puts @path at the head of the recent files and makes it the last. */
void bv_settings_remember_file (const char *path);

G_END_DECLS
