// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bv_test_folder_new: a private folder for one test. (transfer full) */
char *bv_test_folder_new (void);
/** bv_test_folder_remove: removes @path with everything below it; links are not followed. */
void bv_test_folder_remove (const char *path);

G_END_DECLS
