// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * Between the figures (core, plain data) and the grid (a widget that knows no figures). What was typed
 * shows at once and is kept by indicator, unit, period and column kind until the store has been read
 * anew, so that neither a slow disk nor a reload loses it.
 */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-indicator-grid.h"

#include "store/bv-store.h"

#include <glib/gi18n.h>
#include <math.h>

#define SECTION G_MAXUINT

typedef struct
{
  char *text;
  char *message; /* NULL: on its way to the file */
} Typed;

struct _BvIndicatorGrid
{
  GObject parent_instance;

  /* Owned */
  BvStore *store;
  BvGrid *grid;
  GArray *rows;      /* of guint: the row of grid, or SECTION */
  GPtrArray *titles; /* of sections; NULL elements for others */
  GHashTable *typed; /* key of a cell → Typed */
  guint n_writing;
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void model_init (BvGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvIndicatorGrid,
                               bv_indicator_grid,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_GRID_MODEL, model_init))

static void
typed_free (Typed *typed)
{
  g_free (typed->text);
  g_free (typed->message);
  g_free (typed);
}

static guint
get_core_row (BvIndicatorGrid *self, guint row)
{
  return g_array_index (self->rows, guint, row);
}

static char *
make_key (BvIndicatorGrid *self, guint core_row, guint column)
{
  const BvGridRow *row = bv_grid_get_row (self->grid, core_row);
  const BvGridColumn *col = bv_grid_get_column (self->grid, column);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s", row->indicator_id,
                          row->unit_id, (int) col->kind, col->period);
}

static guint
get_n_rows (BvGridModel *model)
{
  return BV_INDICATOR_GRID (model)->rows->len;
}

static guint
get_n_columns (BvGridModel *model)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);

  return self->grid != NULL ? bv_grid_get_n_columns (self->grid) + 1 : 0;
}

static gboolean
is_section (BvGridModel *model, guint row)
{
  return get_core_row (BV_INDICATOR_GRID (model), row) == SECTION;
}

static char *
get_row_title (BvGridModel *model, guint row)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);

  if (get_core_row (self, row) == SECTION)
    return g_strdup (g_ptr_array_index (self->titles, row));
  return g_strdup (bv_grid_get_row (self->grid, get_core_row (self, row))->title);
}

static char *
get_row_note (BvGridModel *model, guint row)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);

  if (get_core_row (self, row) == SECTION)
    return NULL;
  return g_strdup (bv_grid_get_row (self->grid, get_core_row (self, row))->unit_of_measure);
}

static char *
get_column_title (BvGridModel *model, guint column)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);

  if (column >= bv_grid_get_n_columns (self->grid))
    return g_strdup (_ ("Result"));
  return g_strdup (bv_grid_get_column (self->grid, column)->title);
}

static guint
get_column_chars (BvGridModel *model, guint column)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);
  guint chars = 6;

  if (column >= bv_grid_get_n_columns (self->grid))
    return 14;
  for (guint row = 0; row < bv_grid_get_n_rows (self->grid); row++)
    {
      g_autofree char *text = bv_grid_get_text (self->grid, row, column);

      chars = MAX (chars, (guint) g_utf8_strlen (text, -1));
    }
  /* Bold figures are wider. */
  if (bv_grid_get_column (self->grid, column)->kind == BV_GRID_COLUMN_TARGET
      || bv_grid_get_column (self->grid, column)->kind == BV_GRID_COLUMN_TOTAL)
    chars++;
  return MIN (chars, 18);
}

static BvGridMark
get_mark (BvCompletionStatus status)
{
  switch (status)
    {
    case BV_COMPLETION_EXCEEDED:
      return BV_GRID_MARK_BEST;
    case BV_COMPLETION_MET:
      return BV_GRID_MARK_GOOD;
    case BV_COMPLETION_NEARLY:
    case BV_COMPLETION_NOT_MET:
      return BV_GRID_MARK_POOR;
    case BV_COMPLETION_ASK:
      return BV_GRID_MARK_ASK;
    case BV_COMPLETION_NO_PLAN:
    case BV_COMPLETION_NO_FIGURE:
    default:
      return BV_GRID_MARK_NONE;
    }
}

static void
get_cell (BvGridModel *model, guint row, guint column, BvGridCell *cell)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);
  guint core_row = get_core_row (self, row);
  const BvGridColumn *col;
  g_autofree char *key = NULL;
  const Typed *typed;

  if (column >= bv_grid_get_n_columns (self->grid))
    {
      BvCompletion completion = bv_grid_get_completion (self->grid, core_row);

      cell->text = g_strdup (bv_completion_status_label (completion.status));
      cell->mark = get_mark (completion.status);
      if (completion.status == BV_COMPLETION_ASK)
        cell->message = g_strdup (_ ("The plan is zero or negative, so there is nothing to divide "
                                     "by. Judge the result yourself and say so in the report."));
      return;
    }

  col = bv_grid_get_column (self->grid, column);
  cell->flags = BV_GRID_CELL_NUMBER;
  if (col->is_editable && !bv_store_is_read_only (self->store))
    cell->flags |= BV_GRID_CELL_EDITABLE;
  if (col->kind == BV_GRID_COLUMN_TARGET || col->kind == BV_GRID_COLUMN_TOTAL)
    cell->flags |= BV_GRID_CELL_STRONG;

  key = make_key (self, core_row, column);
  typed = g_hash_table_lookup (self->typed, key);
  if (typed != NULL)
    {
      cell->text = g_strdup (typed->text);
      cell->message = g_strdup (typed->message);
      if (typed->message != NULL)
        cell->flags |= BV_GRID_CELL_BAD;
      return;
    }
  cell->text = bv_grid_get_text (self->grid, core_row, column);
  if (col->is_editable)
    cell->edit_text = bv_grid_get_edit_text (self->grid, core_row, column);
}

typedef struct
{
  BvIndicatorGrid *self;
  GPtrArray *keys; /* of the cells on their way */
} Write;

static void
write_free (Write *write)
{
  g_object_unref (write->self);
  g_ptr_array_unref (write->keys);
  g_free (write);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Write *write = user_data;
  BvIndicatorGrid *self = write->self;
  g_autoptr (GError) error = NULL;
  gint64 act = bv_grid_write_finish (BV_STORE (source), result, &error);

  self->n_writing--;
  /* Nothing changed, or it failed: no reload will come and take these away. */
  if (act <= 0)
    for (guint i = 0; i < write->keys->len; i++)
      {
        const char *key = g_ptr_array_index (write->keys, i);
        Typed *typed = g_hash_table_lookup (self->typed, key);

        if (typed != NULL && typed->message == NULL && error != NULL)
          typed->message = g_strdup (error->message);
        else if (typed != NULL && typed->message == NULL)
          g_hash_table_remove (self->typed, key);
      }
  bv_grid_model_changed (BV_GRID_MODEL (self));
  g_signal_emit (self, signals[WRITTEN], 0, act, write->keys->len, error);
  write_free (write);
}

/* The rectangle that holds all of @edits, in rows of the core grid. */
static void
get_bounds (BvIndicatorGrid *self,
            const BvGridEdit *edits,
            guint n_edits,
            guint *first_row,
            guint *last_row,
            guint *first_column,
            guint *last_column)
{
  *first_row = *first_column = G_MAXUINT;
  *last_row = *last_column = 0;
  for (guint i = 0; i < n_edits; i++)
    {
      guint row = get_core_row (self, edits[i].row);

      *first_row = MIN (*first_row, row);
      *last_row = MAX (*last_row, row);
      *first_column = MIN (*first_column, edits[i].column);
      *last_column = MAX (*last_column, edits[i].column);
    }
}

/* A block of the figures as they are, of which the edits then take their places. */
static GPtrArray *
make_block (BvIndicatorGrid *self,
            guint first_row,
            guint last_row,
            guint first_column,
            guint last_column)
{
  GPtrArray *block = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint row = first_row; row <= last_row; row++)
    {
      GStrv cells = g_new0 (char *, last_column - first_column + 2);

      for (guint column = first_column; column <= last_column; column++)
        cells[column - first_column] = bv_grid_get_edit_text (self->grid, row, column);
      g_ptr_array_add (block, cells);
    }
  return block;
}

static void
keep_typed (BvIndicatorGrid *self, char *key, const char *text, const char *message)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->text = g_strdup (text);
  typed->message = g_strdup (message);
  g_hash_table_replace (self->typed, key, typed);
}

/* What cannot stand is kept beside the file and leaves its place in @block as it was. */
static void
put_aside_bad_cells (BvIndicatorGrid *self, GPtrArray *block, guint first_row, guint first_column)
{
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;

  if (bv_grid_check (self->grid, first_row, first_column, block, &errors, &error) || errors == NULL)
    return;
  for (guint i = 0; i < errors->len; i++)
    {
      const BvGridCellError *bad = g_ptr_array_index (errors, i);
      GStrv cells;
      char **cell;

      if (bad->row < first_row || bad->row - first_row >= block->len)
        continue;
      cells = g_ptr_array_index (block, bad->row - first_row);
      cell = &cells[bad->column - first_column];
      keep_typed (self, make_key (self, bad->row, bad->column), *cell, bad->message);
      g_free (*cell);
      *cell = bv_grid_get_edit_text (self->grid, bad->row, bad->column);
    }
}

static void
edit (BvGridModel *model, const BvGridEdit *edits, guint n_edits)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (model);
  g_autoptr (GPtrArray) block = NULL;
  guint first_row, last_row, first_column, last_column;
  Write *write;

  if (self->grid == NULL || self->store == NULL)
    return;
  get_bounds (self, edits, n_edits, &first_row, &last_row, &first_column, &last_column);
  block = make_block (self, first_row, last_row, first_column, last_column);
  for (guint i = 0; i < n_edits; i++)
    {
      GStrv cells = g_ptr_array_index (block, get_core_row (self, edits[i].row) - first_row);
      char **cell = &cells[edits[i].column - first_column];

      g_free (*cell);
      *cell = g_strstrip (g_strdup (edits[i].text));
    }
  put_aside_bad_cells (self, block, first_row, first_column);

  write = g_new0 (Write, 1);
  write->self = g_object_ref (self);
  write->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_edits; i++)
    {
      guint core_row = get_core_row (self, edits[i].row);
      GStrv cells = g_ptr_array_index (block, core_row - first_row);
      const char *cell = cells[edits[i].column - first_column];
      g_autofree char *key = make_key (self, core_row, edits[i].column);
      const Typed *typed = g_hash_table_lookup (self->typed, key);
      g_autofree char *typed_text = g_strstrip (g_strdup (edits[i].text));

      if (typed != NULL && typed->message != NULL && g_strcmp0 (typed->text, typed_text) == 0)
        continue; /* put aside just now */
      keep_typed (self, g_strdup (key), cell, NULL);
      g_ptr_array_add (write->keys, g_steal_pointer (&key));
    }
  bv_grid_model_changed (model);
  if (write->keys->len == 0)
    {
      write_free (write);
      return;
    }
  self->n_writing++;
  bv_grid_write_async (self->store, self->grid, first_row, first_column, block, NULL, written_cb,
                       write);
}

static void
model_init (BvGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->is_section = is_section;
  iface->get_row_title = get_row_title;
  iface->get_row_note = get_row_note;
  iface->get_column_title = get_column_title;
  iface->get_column_chars = get_column_chars;
  iface->get_cell = get_cell;
  iface->edit = edit;
}

static void
bv_indicator_grid_finalize (GObject *object)
{
  BvIndicatorGrid *self = BV_INDICATOR_GRID (object);

  g_clear_pointer (&self->grid, bv_grid_free);
  g_clear_object (&self->store);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->titles);
  g_hash_table_unref (self->typed);

  G_OBJECT_CLASS (bv_indicator_grid_parent_class)->finalize (object);
}

static void
bv_indicator_grid_class_init (BvIndicatorGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_indicator_grid_finalize;
  signals[WRITTEN] = g_signal_new ("written", BV_TYPE_INDICATOR_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT,
                                   G_TYPE_ERROR);
}

static void
bv_indicator_grid_init (BvIndicatorGrid *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) typed_free);
}

BvIndicatorGrid *
bv_indicator_grid_new (void)
{
  return g_object_new (BV_TYPE_INDICATOR_GRID, NULL);
}

static gboolean
has_same_query (BvGrid *a, BvGrid *b)
{
  const BvGridQuery *first = bv_grid_get_query (a);
  const BvGridQuery *second = bv_grid_get_query (b);

  return first->rows == second->rows && first->content == second->content
         && first->movement_id == second->movement_id && first->unit_id == second->unit_id
         && first->indicator_id == second->indicator_id && first->year == second->year
         && first->period_kind == second->period_kind;
}

/* Rows, with a heading wherever the group changes. Whether they are other rows than before. */
static gboolean
fill_rows (BvIndicatorGrid *self)
{
  g_autoptr (GArray) old_rows = g_steal_pointer (&self->rows);
  const char *group = "";

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_set_size (self->titles, 0);
  for (guint row = 0; self->grid != NULL && row < bv_grid_get_n_rows (self->grid); row++)
    {
      const BvGridRow *info = bv_grid_get_row (self->grid, row);

      if (g_strcmp0 (info->group_name, group) != 0)
        {
          guint section = SECTION;

          group = info->group_name;
          if (*group != '\0')
            {
              g_array_append_val (self->rows, section);
              g_ptr_array_add (self->titles, g_strdup (group));
            }
        }
      g_array_append_val (self->rows, row);
      g_ptr_array_add (self->titles, NULL);
    }
  return old_rows->len != self->rows->len;
}

static gboolean
is_on_its_way (gpointer key, gpointer value, gpointer user_data)
{
  return ((Typed *) value)->message == NULL;
}

void
bv_indicator_grid_take (BvIndicatorGrid *self, BvStore *store, BvGrid *grid)
{
  BvGrid *old = g_steal_pointer (&self->grid);
  gboolean is_other;

  g_return_if_fail (BV_IS_INDICATOR_GRID (self));

  is_other = old == NULL || grid == NULL || !has_same_query (old, grid)
             || bv_grid_get_n_columns (old) != bv_grid_get_n_columns (grid);
  for (guint row = 0; !is_other && row < bv_grid_get_n_rows (old); row++)
    is_other = row >= bv_grid_get_n_rows (grid)
               || g_strcmp0 (bv_grid_get_row (old, row)->title, bv_grid_get_row (grid, row)->title)
                    != 0;
  g_set_object (&self->store, store);
  self->grid = grid;
  /* A snapshot may be older than an act under way: what is on its way stays until that is through. */
  if (self->n_writing == 0)
    g_hash_table_foreach_remove (self->typed, is_on_its_way, NULL);
  if (fill_rows (self) || is_other)
    bv_grid_model_shape_changed (BV_GRID_MODEL (self));
  else
    bv_grid_model_changed (BV_GRID_MODEL (self));
  g_clear_pointer (&old, bv_grid_free);
}

const BvGridRow *
bv_indicator_grid_get_row (BvIndicatorGrid *self, guint row)
{
  g_return_val_if_fail (BV_IS_INDICATOR_GRID (self), NULL);

  if (self->grid == NULL || row >= self->rows->len || get_core_row (self, row) == SECTION)
    return NULL;
  return bv_grid_get_row (self->grid, get_core_row (self, row));
}

gboolean
bv_indicator_grid_find (BvIndicatorGrid *self, gint64 indicator_id, guint *row)
{
  g_return_val_if_fail (BV_IS_INDICATOR_GRID (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const BvGridRow *info = bv_indicator_grid_get_row (self, i);

      if (info != NULL && info->indicator_id == indicator_id)
        {
          *row = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint
bv_indicator_grid_get_n_bad (BvIndicatorGrid *self)
{
  GHashTableIter iter;
  gpointer value;
  guint count = 0;

  g_return_val_if_fail (BV_IS_INDICATOR_GRID (self), 0);

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    count += ((Typed *) value)->message != NULL;
  return count;
}

gboolean
bv_indicator_grid_is_writing (BvIndicatorGrid *self)
{
  g_return_val_if_fail (BV_IS_INDICATOR_GRID (self), FALSE);

  return self->n_writing > 0;
}
