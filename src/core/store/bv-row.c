// SPDX-License-Identifier: GPL-3.0-or-later
/* One row of a list, as light as can be: its id and its cells, read once and never changed. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-row.h"

#include <string.h>

typedef struct
{
  char *text; /* owned; NULL for SQL NULL */
  gint64 number;
  double real;
} Cell;

struct _BvRow
{
  GObject parent_instance;

  /* Owned */
  Cell *cells;

  /* State */
  guint n_cells;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (BvRow, bv_row, G_TYPE_OBJECT)

static void
bv_row_finalize (GObject *object)
{
  BvRow *self = BV_ROW (object);

  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  G_OBJECT_CLASS (bv_row_parent_class)->finalize (object);
}

static void
bv_row_class_init (BvRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_row_finalize;
}

static void
bv_row_init (BvRow *self)
{
}

BvRow *
bv_row_new_empty (gint64 id)
{
  BvRow *self = g_object_new (BV_TYPE_ROW, NULL);

  self->id = id;
  return self;
}

BvRow *
bv_row_read (BvStatement *statement, gint64 id, GError **error)
{
  BvRow *self = bv_row_new_empty (id);
  gboolean has_row;

  bv_statement_bind_int (statement, 1, id);
  if (!bv_statement_step (statement, &has_row, error))
    {
      g_object_unref (self);
      return NULL;
    }
  if (has_row)
    {
      self->n_cells = (guint) bv_statement_n_columns (statement);
      self->cells = g_new0 (Cell, self->n_cells);
    }
  for (guint i = 0; i < self->n_cells; i++)
    {
      /* Numbers first: reading the text turns the engine's value into one. */
      self->cells[i].number = bv_statement_int (statement, (int) i);
      self->cells[i].real = bv_statement_double (statement, (int) i);
      self->cells[i].text = g_strdup (bv_statement_text (statement, (int) i));
    }
  bv_statement_reset (statement);
  return self;
}

gboolean
bv_row_equal (BvRow *a, BvRow *b)
{
  if (a->id != b->id || a->n_cells != b->n_cells)
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (g_strcmp0 (a->cells[i].text, b->cells[i].text) != 0 || a->cells[i].real != b->cells[i].real)
      return FALSE;
  return TRUE;
}

gint64
bv_row_get_id (BvRow *self)
{
  g_return_val_if_fail (BV_IS_ROW (self), 0);

  return self->id;
}

const char *
bv_row_get_text (BvRow *self, guint column)
{
  g_return_val_if_fail (BV_IS_ROW (self), "");

  return column < self->n_cells && self->cells[column].text != NULL ? self->cells[column].text : "";
}

gint64
bv_row_get_int (BvRow *self, guint column)
{
  g_return_val_if_fail (BV_IS_ROW (self), 0);

  return column < self->n_cells ? self->cells[column].number : 0;
}

double
bv_row_get_double (BvRow *self, guint column)
{
  g_return_val_if_fail (BV_IS_ROW (self), 0);

  return column < self->n_cells ? self->cells[column].real : 0;
}

gboolean
bv_row_is_null (BvRow *self, guint column)
{
  g_return_val_if_fail (BV_IS_ROW (self), TRUE);

  return column >= self->n_cells || self->cells[column].text == NULL;
}
