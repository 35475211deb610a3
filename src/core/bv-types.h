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

/** BvSubjectKind: whom an honour attaches to. Stored in subject.kind: append only. */
typedef enum
{
  BV_SUBJECT_PERSON = 1,    /* cá nhân */
  BV_SUBJECT_UNIT = 2,      /* tập thể */
  BV_SUBJECT_HOUSEHOLD = 3, /* hộ gia đình */
} BvSubjectKind;

/** How long work tells of itself; called on the worker's thread. @fraction is 0 to 1, or below 0
 * when unknown; @what a short translated phrase, (nullable). */
typedef void (*BvProgressFunc) (double fraction, const char *what, gpointer user_data);

G_END_DECLS
