// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of texts, packed: one block of bytes for all texts, eight bytes a cell, eight a row. A
 * spreadsheet of 100,000 people takes some 20 MB. Offsets are 32 bits: the readers stop before. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-sheet.h"

#include "base/bv-text.h"

#include <string.h>

#define MAX_MERGES 20000
#define MAX_FILLED 1000000

typedef struct
{
  guint32 text; /* offset into texts; 0 is "" */
  guint32 column;
} Cell;

typedef struct
{
  guint32 number; /* from 1 */
  guint32 first_cell;
} Row;

typedef struct
{
  guint first_row, first_column, last_row, last_column;
} Merge;

struct _BvSheet
{
  /* Owned */
  GByteArray *texts;
  GArray *cells;  /* Cell */
  GArray *rows;   /* Row, and one more at the end */
  GArray *merges; /* Merge, until finished */
  GHashTable
    *filled; /* key (row, column) → offset: cells below a vertically merged one; (nullable) */
  GHashTable *spans; /* key (row, column) → number of columns; (nullable) */
  /* State */
  guint32 current; /* number of the row begun */
  guint n_columns;
};

static gint64
make_key (guint row, guint column)
{
  return (gint64) row << 20 | column;
}

BvSheet *
bv_sheet_new (void)
{
  BvSheet *self = g_new0 (BvSheet, 1);

  self->texts = g_byte_array_new ();
  g_byte_array_append (self->texts, (const guint8 *) "", 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  return self;
}

void
bv_sheet_free (BvSheet *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->texts);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->merges);
  g_clear_pointer (&self->filled, g_hash_table_unref);
  g_clear_pointer (&self->spans, g_hash_table_unref);
  g_free (self);
}

void
bv_sheet_begin_row (BvSheet *self, guint row_number)
{
  self->current = row_number;
}

guint32
bv_sheet_store_text (BvSheet *self, const char *text)
{
  guint32 offset = self->texts->len;

  if (*text == '\0')
    return 0;
  g_byte_array_append (self->texts, (const guint8 *) text, (guint) strlen (text) + 1);
  return offset;
}

void
bv_sheet_add_stored (BvSheet *self, guint column, guint32 stored)
{
  Cell cell = { stored, column };

  if (stored == 0)
    return;
  if (self->rows->len == 0
      || g_array_index (self->rows, Row, self->rows->len - 1).number != self->current)
    {
      Row row = { self->current, self->cells->len };
      g_array_append_val (self->rows, row);
    }
  g_array_append_val (self->cells, cell);
  self->n_columns = MAX (self->n_columns, column + 1);
}

void
bv_sheet_add_text (BvSheet *self, guint column, const char *text)
{
  if (*text != '\0')
    bv_sheet_add_stored (self, column, bv_sheet_store_text (self, text));
}

void
bv_sheet_add_merge (BvSheet *self,
                    guint first_row,
                    guint first_column,
                    guint last_row,
                    guint last_column)
{
  Merge merge = { first_row, first_column, last_row, last_column };

  if (self->merges->len < MAX_MERGES && first_row <= last_row && first_column <= last_column)
    g_array_append_val (self->merges, merge);
}

/* The first row whose number is @number or more. */
static guint
find_row (const BvSheet *self, guint number)
{
  guint low = 0, high = bv_sheet_get_n_rows (self);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->rows, Row, middle).number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const Cell *
find_cell (const BvSheet *self, guint row, guint column)
{
  const Row *this = &g_array_index (self->rows, Row, row);
  guint low = this->first_cell, high = this[1].first_cell;
  const Cell *cells = (const Cell *) (gpointer) self->cells->data;

  /* Rows are mostly full from the left. */
  if (column < high - low && cells[low + column].column == column)
    return &cells[low + column];
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low < this[1].first_cell && cells[low].column == column ? &cells[low] : NULL;
}

static void
apply_merge (BvSheet *self, const Merge *merge, guint *n_filled)
{
  guint row = find_row (self, merge->first_row);

  if (row >= bv_sheet_get_n_rows (self) || bv_sheet_get_row_number (self, row) != merge->first_row)
    return;
  if (merge->last_column > merge->first_column)
    {
      if (self->spans == NULL)
        self->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      gint64 key = make_key (row, merge->first_column);
      g_hash_table_insert (self->spans, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (merge->last_column - merge->first_column + 1));
    }

  const Cell *top = find_cell (self, row, merge->first_column);
  if (top == NULL || merge->last_row == merge->first_row)
    return;
  for (guint below = row + 1; below < bv_sheet_get_n_rows (self); below++)
    {
      gint64 key = make_key (below, merge->first_column);

      if (bv_sheet_get_row_number (self, below) > merge->last_row || ++*n_filled > MAX_FILLED)
        break;
      if (self->filled == NULL)
        self->filled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->filled, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (top->text));
    }
}

void
bv_sheet_finish (BvSheet *self)
{
  Row end = { 0, self->cells->len };
  guint n_filled = 0;

  g_array_append_val (self->rows, end);
  for (guint i = 0; i < self->merges->len; i++)
    apply_merge (self, &g_array_index (self->merges, Merge, i), &n_filled);
  g_array_set_size (self->merges, 0);
}

guint
bv_sheet_get_n_rows (const BvSheet *self)
{
  return self->rows->len > 0 ? self->rows->len - 1 : 0;
}

guint
bv_sheet_get_n_columns (const BvSheet *self)
{
  return self->n_columns;
}

guint
bv_sheet_get_row_number (const BvSheet *self, guint row)
{
  g_return_val_if_fail (row < bv_sheet_get_n_rows (self), 0);

  return g_array_index (self->rows, Row, row).number;
}

const char *
bv_sheet_get_text (const BvSheet *self, guint row, guint column)
{
  if (row >= bv_sheet_get_n_rows (self))
    return "";
  const Cell *cell = find_cell (self, row, column);
  if (cell != NULL)
    return (const char *) self->texts->data + cell->text;
  if (self->filled == NULL)
    return "";
  gint64 key = make_key (row, column);
  return (const char *) self->texts->data
         + GPOINTER_TO_UINT (g_hash_table_lookup (self->filled, &key));
}

guint
bv_sheet_get_span (const BvSheet *self, guint row, guint column)
{
  gint64 key = make_key (row, column);

  if (self->spans == NULL)
    return 1;
  return MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (self->spans, &key)));
}

guint
bv_sheet_count_cells (const BvSheet *self, guint row)
{
  if (row >= bv_sheet_get_n_rows (self))
    return 0;
  const Row *this = &g_array_index (self->rows, Row, row);
  return this[1].first_cell - this->first_cell;
}

gsize
bv_sheet_get_size (const BvSheet *self)
{
  return sizeof *self + self->texts->len + (gsize) self->cells->len * sizeof (Cell)
         + (gsize) self->rows->len * sizeof (Row);
}

char *
bv_sheet_format_column (guint column)
{
  char buffer[8];
  char *p = buffer + sizeof buffer - 1;

  *p = '\0';
  for (column++; column > 0 && p > buffer; column = (column - 1) / 26)
    *--p = (char) ('A' + (column - 1) % 26);
  return g_strdup (p);
}
