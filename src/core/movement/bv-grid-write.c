// SPDX-License-Identifier: GPL-3.0-or-later
/* Taking a block of cells that was typed or pasted: all of it is checked first, then written as one
 * act, or nothing is. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-grid.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "movement/bv-grid-private.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One figure to be written or, with value NAN, removed. */
typedef struct
{
  BvFigureKind kind;
  gint64 indicator_id;
  gint64 unit_id;
  int year;
  const char *period; /* static */
  double value;
} Change;

void
bv_grid_cell_error_free (BvGridCellError *self)
{
  if (self == NULL)
    return;
  g_free (self->row_title);
  g_free (self->column_title);
  g_free (self->text);
  g_free (self->message);
  g_free (self);
}

/* ── The clipboard ─────────────────────────────────────────────────────────────────────────── */

static void
end_cell (GPtrArray *cells, GString *cell)
{
  g_ptr_array_add (cells, g_strdup (cell->str));
  g_string_truncate (cell, 0);
}

static void
end_row (GPtrArray *rows, GPtrArray *cells)
{
  GStrv row = g_new0 (char *, cells->len + 1);

  for (guint i = 0; i < cells->len; i++)
    row[i] = cells->pdata[i];
  g_ptr_array_set_size (cells, 0);
  g_ptr_array_add (rows, row);
}

GPtrArray *
bv_grid_parse_block (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean in_quotes = FALSE;
  gboolean at_start = TRUE; /* of a cell */

  for (const char *p = text; *p != '\0'; p++)
    {
      if (in_quotes && p[0] == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (in_quotes && *p == '"')
        in_quotes = FALSE;
      else if (in_quotes)
        g_string_append_c (cell, *p);
      else if (*p == '"' && at_start)
        in_quotes = TRUE;
      else if (*p == '\t')
        end_cell (cells, cell);
      else if (*p == '\n' || *p == '\r')
        {
          end_cell (cells, cell);
          end_row (rows, cells);
          if (p[0] == '\r' && p[1] == '\n')
            p++;
        }
      else
        g_string_append_c (cell, *p);
      at_start = !in_quotes && (*p == '\t' || *p == '\n' || *p == '\r');
    }
  /* The last row has no end of line when one cell alone was copied. */
  if (cell->len > 0 || cells->len > 0)
    {
      end_cell (cells, cell);
      end_row (rows, cells);
    }
  return rows;
}

/* ── Checking ──────────────────────────────────────────────────────────────────────────────── */

static void
add_error (GPtrArray *errors,
           BvGrid *self,
           guint row,
           guint column,
           const char *text,
           char *message)
{
  BvGridCellError *error = g_new0 (BvGridCellError, 1);

  error->row = row;
  error->column = column;
  error->row_title = g_strdup (row < self->rows->len ? bv_grid_get_row (self, row)->title : "");
  error->column_title = g_strdup (
    column < self->columns->len ? bv_grid_get_column (self, column)->title : "");
  error->text = g_strdup (text);
  error->message = message;
  g_ptr_array_add (errors, error);
}

/* Whether the cell can take @text; then the change, if it is one, is added. */
static void
check_cell (BvGrid *self,
            guint row,
            guint column,
            const char *typed,
            GArray *changes,
            GPtrArray *errors)
{
  g_autofree char *text = bv_text_clean (typed);
  const BvGridRow *grid_row;
  const BvGridColumn *grid_column;
  g_autofree char *present = NULL;
  Change change;

  /* Empty cells that a selection took along beyond the edge do no harm. */
  if (row >= self->rows->len || column >= self->columns->len)
    {
      if (text[0] != '\0')
        add_error (
          errors, self, row, column, text,
          row >= self->rows->len
            ? g_strdup_printf (_ ("The cell “%s” has no place: the table has no row %u."), text,
                               row + 1)
            : g_strdup_printf (_ ("The cell “%s” has no place: the table has no column %u."), text,
                               column + 1));
      return;
    }
  grid_row = bv_grid_get_row (self, row);
  grid_column = bv_grid_get_column (self, column);
  present = bv_grid_get_text (self, row, column);
  if (!grid_column->is_editable)
    {
      g_autofree char *edit = bv_grid_get_edit_text (self, row, column);

      /* A block copied with its totals may be pasted where it came from. */
      if (text[0] == '\0' || g_str_equal (text, present) || g_str_equal (text, edit))
        return;
      add_error (errors, self, row, column, text,
                 g_strdup_printf (_ ("Row “%s”, column “%s” is computed and takes no figure."),
                                  grid_row->title, grid_column->title));
      return;
    }
  change.value = NAN;
  if (text[0] != '\0' && (!bv_number_parse (text, &change.value, NULL) || !isfinite (change.value)))
    {
      add_error (errors, self, row, column, text,
                 g_strdup_printf (_ ("Row “%s”, column “%s”: “%s” is no number."), grid_row->title,
                                  grid_column->title, text));
      return;
    }
  /* Typed again as it is shown, a figure keeps the digits that are not shown. */
  if (g_str_equal (present, text) || change.value == bv_grid_get_value (self, row, column))
    return;
  change.kind = grid_column->kind == BV_GRID_COLUMN_TARGET ? BV_FIGURE_TARGET
                                                           : BV_FIGURE_MEASUREMENT;
  change.indicator_id = grid_row->indicator_id;
  change.unit_id = grid_row->unit_id;
  change.year = self->query.year;
  change.period = grid_column->period;
  g_array_append_val (changes, change);
}

static gboolean
check_block (BvGrid *self,
             guint row,
             guint column,
             GPtrArray *block,
             GArray *changes,
             GPtrArray **errors,
             GError **error)
{
  g_autoptr (GPtrArray)
    found = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_grid_cell_error_free);
  gboolean is_good;

  for (guint i = 0; i < block->len; i++)
    {
      char **texts = block->pdata[i];

      for (guint j = 0; texts[j] != NULL; j++)
        check_cell (self, row + i, column + j, texts[j], changes, found);
    }
  is_good = found->len == 0;
  if (!is_good)
    {
      const BvGridCellError *first = found->pdata[0];
      guint n_more = found->len - 1;

      if (n_more == 0)
        g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, first->message);
      else
        /* TRANSLATORS: a whole sentence about the first bad cell, then how many more there are. */
        g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                     g_dngettext (GETTEXT_PACKAGE, "%s There is %u more bad cell.",
                                  "%s There are %u more bad cells.", n_more),
                     first->message, n_more);
    }
  if (errors != NULL)
    *errors = g_steal_pointer (&found);
  return is_good;
}

gboolean
bv_grid_check (BvGrid *self,
               guint row,
               guint column,
               GPtrArray *block,
               GPtrArray **errors,
               GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));

  return check_block (self, row, column, block, changes, errors, error);
}

/* ── Writing ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_change (BvConnection *connection, const Change *change, GError **error)
{
  if (isnan (change->value))
    return bv_figure_delete (connection, change->kind, change->indicator_id, change->unit_id,
                             change->year, change->period, error);
  /* A note that stands at the figure stays. */
  return bv_connection_run (
    connection, error,
    change->kind == BV_FIGURE_TARGET
      ? "INSERT INTO target (indicator_id, unit_id, year, period, value) VALUES (?1, ?2, ?3, ?4, "
        "?5)"
        " ON CONFLICT (indicator_id, unit_id, year, period) DO UPDATE SET value = excluded.value"
      : "INSERT INTO measurement (indicator_id, unit_id, year, period, value)"
        " VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (indicator_id, unit_id, year, period) DO UPDATE SET value = excluded.value",
    "iiisd", change->indicator_id, change->unit_id, (gint64) change->year, change->period,
    change->value);
}

static gboolean
write_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  GArray *changes = user_data;

  for (guint i = 0; i < changes->len; i++)
    if (!write_change (connection, &g_array_index (changes, Change, i), error))
      return FALSE;
  return TRUE;
}

static char *
title_of (BvGrid *self, GArray *changes)
{
  const Change *change = changes->len == 1 ? &g_array_index (changes, Change, 0) : NULL;

  for (guint i = 0; change != NULL && i < self->rows->len; i++)
    {
      const BvGridRow *row = bv_grid_get_row (self, i);

      if (row->indicator_id != change->indicator_id || row->unit_id != change->unit_id)
        continue;
      return g_strdup_printf (change->kind == BV_FIGURE_TARGET ? _ ("Set a plan of “%s”")
                                                               : _ ("Enter a figure of “%s”"),
                              row->indicator->name);
    }
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Enter %u figure", "Enter %u figures", changes->len),
    changes->len);
}

gboolean
bv_grid_write (BvStore *store,
               BvGrid *self,
               guint row,
               guint column,
               GPtrArray *block,
               GPtrArray **errors,
               gint64 *act_id,
               GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autofree char *title = NULL;

  if (act_id != NULL)
    *act_id = 0;
  if (!check_block (self, row, column, block, changes, errors, error))
    return FALSE;
  if (changes->len == 0)
    return TRUE;
  title = title_of (self, changes);
  return bv_store_act (store, title, BV_ACT_NONE, write_cb, changes, NULL, act_id, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = bv_store_act_finish (BV_STORE (source), result, &error);

  if (id < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memdup2 (&id, sizeof id), g_free);
}

void
bv_grid_write_async (BvStore *store,
                     BvGrid *self,
                     guint row,
                     guint column,
                     GPtrArray *block,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autofree char *title = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, bv_grid_write_async);
  if (!check_block (self, row, column, block, changes, NULL, &error))
    g_task_return_error (task, error);
  else if (changes->len == 0)
    g_task_return_pointer (task, g_new0 (gint64, 1), g_free);
  else
    {
      title = title_of (self, changes);
      bv_store_act_async (store, title, BV_ACT_NONE, write_cb, g_steal_pointer (&changes),
                          (GDestroyNotify) g_array_unref, cancellable, written_cb,
                          g_steal_pointer (&task));
    }
}

gint64
bv_grid_write_finish (BvStore *store, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), -1);
  id = g_task_propagate_pointer (G_TASK (result), error);
  return id == NULL ? -1 : *id;
}
