// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-row-list.h"

G_BEGIN_DECLS

#define BV_ROW_PAGE_SIZE 128
#define BV_ROW_PAGES_KEPT 32

/* BvRowPages: the rows of a list that exist as objects: pages of 128 by position, the 32 used last. */
typedef struct _BvRowPages BvRowPages;

/** No pages yet. %NULL may be freed. */
BvRowPages *bv_row_pages_new (void);
void bv_row_pages_free (BvRowPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRowPages, bv_row_pages_free)

/** (transfer none) (nullable): the row at @position; its page counts as used. */
BvRow *bv_row_pages_get (BvRowPages *self, guint position);
/** @row: (transfer full): put where none was; the page used longest ago may go. */
void bv_row_pages_put (BvRowPages *self, guint position, BvRow *row);

typedef void (*BvRowPagesFunc) (guint position, BvRow *row, gpointer user_data);
/** Pages in the order of their use, the oldest first. */
void bv_row_pages_foreach (BvRowPages *self, BvRowPagesFunc func, gpointer user_data);

G_END_DECLS
