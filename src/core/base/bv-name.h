// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BvNameOrder: how personal names are put in order; an office chooses one. DOMAIN 12.1. */
typedef enum
{
  BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY, /* tên, đệm, họ */
  BV_NAME_ORDER_GIVEN_REST,          /* tên, then the rest from left to right, as in Excel */
  BV_NAME_ORDER_PLAIN,               /* from left to right: units, households */
} BvNameOrder;

/**
 * bv_name_sort_key: a key that memcmp() puts in Vietnamese order, syllable by syllable (ICU "vi",
 * secondary strength for each word, the full tertiary key last), so that "ba gai" stands before "bà con".
 *
 * @name: cleaned name, of one word or of six
 * Returns: (transfer full): the key, to be stored in a BLOB column
 */
GBytes *bv_name_sort_key (const char *name, BvNameOrder order);

/** bv_name_compare: strcmp()-like, by the same order. */
int bv_name_compare (const char *a, const char *b, BvNameOrder order);

G_END_DECLS
