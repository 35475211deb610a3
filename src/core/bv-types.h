// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* Forward names only, so that headers need not include each other. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BvStore BvStore;
typedef struct _BvConnection BvConnection;
typedef struct _BvStatement BvStatement;
typedef struct _BvRow BvRow;
typedef struct _BvRowList BvRowList;
typedef struct _BvRowSource BvRowSource;

/** How long work tells of itself; called on the worker's thread. @fraction is 0 to 1, or below 0
 * when unknown; @what a short translated phrase, (nullable). */
typedef void (*BvProgressFunc) (double fraction, const char *what, gpointer user_data);

G_END_DECLS
