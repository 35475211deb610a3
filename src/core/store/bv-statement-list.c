// SPDX-License-Identifier: GPL-3.0-or-later

/* From the rows of a statement to records. What a row means is told by the reader that the caller brings. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-statement-list.h"

#include "base/bv-error.h"

GPtrArray *
bv_statement_list (BvStatement *statement,
                   BvRowFunc read_row,
                   GDestroyNotify free_row,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_row);
  gboolean has_row;

  while (statement != NULL)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_row (statement));
    }
  return NULL;
}

gpointer
bv_statement_load (BvStatement *statement, BvRowFunc read_row, const char *missing, GError **error)
{
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, missing);
  return NULL;
}
