// SPDX-License-Identifier: GPL-3.0-or-later
/* The cache of a row list: some thousand rows at most, whatever the length of the list. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-row-pages.h"

typedef struct
{
  guint number;
  GList link; /* in order */
  BvRow *rows[BV_ROW_PAGE_SIZE];
} Page;

struct _BvRowPages
{
  /* Owned */
  GHashTable *pages; /* number → Page */

  /* Borrowed */
  GQueue order; /* by use, the newest at the tail */
};

static void
page_free (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < BV_ROW_PAGE_SIZE; i++)
    g_clear_object (&page->rows[i]);
  g_free (page);
}

BvRowPages *
bv_row_pages_new (void)
{
  BvRowPages *self = g_new0 (BvRowPages, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  g_queue_init (&self->order);
  return self;
}

void
bv_row_pages_free (BvRowPages *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->pages);
  g_free (self);
}

static void
touch (BvRowPages *self, Page *page)
{
  if (self->order.tail == &page->link)
    return;
  g_queue_unlink (&self->order, &page->link);
  g_queue_push_tail_link (&self->order, &page->link);
}

BvRow *
bv_row_pages_get (BvRowPages *self, guint position)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (position / BV_ROW_PAGE_SIZE));

  if (page == NULL)
    return NULL;
  touch (self, page);
  return page->rows[position % BV_ROW_PAGE_SIZE];
}

void
bv_row_pages_put (BvRowPages *self, guint position, BvRow *row)
{
  guint number = position / BV_ROW_PAGE_SIZE;
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      if (g_hash_table_size (self->pages) >= BV_ROW_PAGES_KEPT)
        {
          Page *oldest = g_queue_pop_head_link (&self->order)->data;
          g_hash_table_remove (self->pages, GUINT_TO_POINTER (oldest->number));
        }
      page = g_new0 (Page, 1);
      page->number = number;
      page->link.data = page;
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
      g_queue_push_tail_link (&self->order, &page->link);
    }
  g_clear_object (&page->rows[position % BV_ROW_PAGE_SIZE]);
  page->rows[position % BV_ROW_PAGE_SIZE] = row;
}

void
bv_row_pages_foreach (BvRowPages *self, BvRowPagesFunc func, gpointer user_data)
{
  for (GList *link = self->order.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      for (guint i = 0; i < BV_ROW_PAGE_SIZE; i++)
        if (page->rows[i] != NULL)
          func (page->number * BV_ROW_PAGE_SIZE + i, page->rows[i], user_data);
    }
}
