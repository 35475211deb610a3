// SPDX-License-Identifier: GPL-3.0-or-later
/* Shares out the width of a table among its columns: no word and no number is broken, and the rows are as low as they
 * can be. Works on measured words, so that the PDF and the ODT get the same columns. One thread (Pango). */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document.h"

#include "documents/bv-document-boxes.h"
#include "drawing/bv-fonts.h"
#include "drawing/bv-page.h"

#include <math.h>

#define SLACK 1.5       /* pt: another program's letters may be a hair wider */
#define MOST_ROWS 120   /* of a longer table every n-th row is looked at */
#define LARGEST_STEP 96 /* pt moved from one column to another in one try */
#define SMALLEST_STEP 3
#define LOYALTY 0.02 /* of a line's height for each pt that a column leaves its given share */

/* A cell as the widths of its words. */
typedef struct
{
  guint column;
  guint n_columns;
  GArray *words; /* (element-type double) */
} Cell;

typedef struct
{
  GPtrArray *rows; /* (element-type GArray of Cell) */
  guint n_columns;
  double space;      /* between two words */
  double *given;     /* widths that the table asks for */
  double *least;     /* of the longest word */
  gboolean *is_open; /* nothing stands in it yet: it keeps what it was given, for the pen */
} Columns;

typedef struct
{
  PangoContext *context;
  GHashTable *widths; /* word → double, a table for plain and one for bold */
  GHashTable *bold_widths;
} Ruler;

static void
cell_clear (gpointer data)
{
  g_array_unref (((Cell *) data)->words);
}

static double
measure (Ruler *ruler, const char *word, gboolean is_bold)
{
  GHashTable *table = is_bold ? ruler->bold_widths : ruler->widths;
  double *width = g_hash_table_lookup (table, word);

  if (width == NULL)
    {
      PangoRectangle logical;
      g_autoptr (GObject) layout = G_OBJECT (
        bv_document_make_text (ruler->context, word, BV_STYLE_TABLE_SIZE,
                               is_bold ? BV_RUN_BOLD : BV_RUN_PLAIN, BV_ALIGN_LEFT, 0));

      pango_layout_get_extents (PANGO_LAYOUT (layout), NULL, &logical);
      width = g_new (double, 1);
      *width = (double) logical.width / PANGO_SCALE;
      g_hash_table_insert (table, g_strdup (word), width);
    }
  return *width;
}

static void
add_row (Columns *self, Ruler *ruler, const BvTableRowBlock *row)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvTableCellBlock *block = g_ptr_array_index (row->cells, i);
      g_autofree char *text = bv_runs_to_string (block->text);
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      Cell cell = { block->column, block->n_columns, g_array_new (FALSE, FALSE, sizeof (double)) };

      for (guint k = 0; words[k] != NULL; k++)
        if (*words[k] != '\0')
          {
            double width = measure (ruler, words[k], row->kind != BV_ROW_BODY);

            g_array_append_val (cell.words, width);
            if (cell.n_columns == 1)
              self->least[cell.column] = MAX (self->least[cell.column], width);
          }
      if (row->kind == BV_ROW_BODY && cell.words->len > 0)
        self->is_open[cell.column] = FALSE;
      g_array_append_val (cells, cell);
    }
  g_ptr_array_add (self->rows, cells);
}

static guint
count_lines (const Cell *cell, double width, double space)
{
  guint n = 1;
  double used = 0;

  for (guint i = 0; i < cell->words->len; i++)
    {
      double word = g_array_index (cell->words, double, i);

      if (used > 0 && used + space + word > width)
        {
          n++;
          used = word;
        }
      else
        used += (used > 0 ? space : 0) + word;
    }
  return n;
}

/* Lines of the whole table, and a little for every point that a column was moved. */
static double
judge (const Columns *self, const double *widths)
{
  const double pads = 2 * BV_STYLE_TABLE_PAD_X + SLACK;
  double sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GArray *cells = g_ptr_array_index (self->rows, i);
      guint most = 1;

      for (guint k = 0; k < cells->len; k++)
        {
          const Cell *cell = &g_array_index (cells, Cell, k);
          double width = 0;

          for (guint c = 0; c < cell->n_columns; c++)
            width += widths[cell->column + c];
          most = MAX (most, count_lines (cell, width - pads, self->space));
        }
      sum += most;
    }
  for (guint i = 0; i < self->n_columns; i++)
    sum += LOYALTY * fabs (widths[i] - self->given[i]);
  return sum;
}

/* Takes what the narrow columns lack from those that have more than they need; FALSE when there is not enough. */
static gboolean
give_least (const Columns *self, double *widths)
{
  double lack = 0, spare = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      lack += MAX (self->least[i] - widths[i], 0);
      spare += MAX (widths[i] - self->least[i], 0);
    }
  if (lack > spare)
    return FALSE;
  for (guint i = 0; lack > 0 && i < self->n_columns; i++)
    widths[i] = widths[i] < self->least[i]
                  ? self->least[i]
                  : widths[i] - lack * (widths[i] - self->least[i]) / spare;
  return TRUE;
}

static gboolean
improve (const Columns *self, double *widths, double step)
{
  double best = judge (self, widths);
  gboolean is_better = FALSE;

  for (guint from = 0; from < self->n_columns; from++)
    for (guint to = 0; to < self->n_columns; to++)
      {
        double now;

        if (from == to || self->is_open[from] || self->is_open[to]
            || widths[from] - step < self->least[from])
          continue;
        widths[from] -= step;
        widths[to] += step;
        now = judge (self, widths);
        if (now < best - 1e-9)
          {
            best = now;
            is_better = TRUE;
            continue;
          }
        widths[from] += step;
        widths[to] -= step;
      }
  return is_better;
}

static void
columns_clear (Columns *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->given);
  g_free (self->least);
  g_free (self->is_open);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static void
fit_table (Ruler *ruler, BvTableBlock *table, double width)
{
  guint n = table->columns->len;
  guint stride = MAX (table->rows->len / MOST_ROWS, 1);
  g_auto (Columns) self = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
                            n,
                            measure (ruler, "a a", FALSE) - 2 * measure (ruler, "a", FALSE),
                            g_new0 (double, n),
                            g_new0 (double, n),
                            g_new0 (gboolean, n) };
  g_autofree double *widths = g_new0 (double, n);
  double total = 0;

  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      total += g_array_index (table->columns, BvTableColumnBlock, i).weight;
      self.is_open[i] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    self.given[i] = widths[i] = width * g_array_index (table->columns, BvTableColumnBlock, i).weight
                                / total;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvTableRowBlock *row = g_ptr_array_index (table->rows, i);

      /* Head and total are always looked at: they are the widest in their columns. */
      if (row->kind != BV_ROW_BODY || i % stride == 0)
        add_row (&self, ruler, row);
    }
  for (guint i = 0; i < n; i++)
    {
      self.least[i] += 2 * BV_STYLE_TABLE_PAD_X + SLACK;
      if (self.is_open[i])
        self.least[i] = MAX (self.least[i], self.given[i]);
    }
  if (!give_least (&self, widths))
    return;
  /* From large steps, which reach over a row of equal heights, to small ones. */
  for (double step = LARGEST_STEP; step >= SMALLEST_STEP; step /= 2)
    for (guint pass = 0; pass < 40 && improve (&self, widths, step); pass++)
      ;
  for (guint i = 0; i < n; i++)
    g_array_index (table->columns, BvTableColumnBlock, i).weight = widths[i];
}

gboolean
bv_document_fit_tables (BvDocument *self, GError **error)
{
  GPtrArray *blocks = bv_document_get_blocks (self);
  g_autoptr (GObject) context = G_OBJECT (bv_fonts_create_context (error));
  g_autoptr (GHashTable) widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) bold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Ruler ruler = { NULL, widths, bold };
  gboolean is_landscape = FALSE;

  if (context == NULL)
    return FALSE;
  ruler.context = PANGO_CONTEXT (context);
  pango_context_set_language (ruler.context, pango_language_from_string ("vi"));
  for (guint i = 0; i < blocks->len; i++)
    {
      BvBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == BV_BLOCK_SECTION)
        is_landscape = block->section.is_landscape;
      else if (block->kind == BV_BLOCK_TABLE)
        fit_table (&ruler, &block->table, bv_style_text_width (is_landscape));
    }
  return TRUE;
}
