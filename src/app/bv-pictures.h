// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvPicturesDone: @error %NULL when every picture was written. */
typedef void (*BvPicturesDone) (gpointer user_data, const GError *error);

/**
 * bv_pictures_run: walks the pages of @window, whose file is being opened, waits until each is read, and
 * saves a PNG of the real window into @folder: light, then some of them dark. For the documentation, for looking
 * at, and for `./dev run` without a display.
 */
void
bv_pictures_run (BvWindow *window, const char *folder, BvPicturesDone done, gpointer user_data);

G_END_DECLS
