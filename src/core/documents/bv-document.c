// SPDX-License-Identifier: GPL-3.0-or-later
/* Building a document: keeps what it is given, in order, and numbers headings. Lays nothing out. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "documents/bv-document-style.h"
#include "documents/bv-document-write.h"

#include <math.h>

#define N_LEVELS 3

struct _BvDocument
{
  /* Owned */
  char *title;
  char *author;
  char *date;
  GPtrArray *blocks; /* (element-type BvBlock) */

  /* State */
  int counts[N_LEVELS];
  guint tightness;
};

guint
bv_document_get_tightness (const BvDocument *self)
{
  return self->tightness;
}

/* What stands before the first appendix or the first page that lies across. */
static guint
count_first_part (const BvDocument *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (self->blocks, i);

      if ((block->kind == BV_BLOCK_HEADING && block->heading.starts_page)
          || (block->kind == BV_BLOCK_SECTION && i > 0))
        return i;
    }
  return self->blocks->len;
}

gboolean
bv_document_fit (BvDocument *self, GError **error)
{
  guint n_blocks = count_first_part (self);
  guint least = bv_document_pdf_count_pages (self, n_blocks, 0, error);

  self->tightness = 0;
  if (least == 0)
    return FALSE;
  for (guint tightness = 1; least > 1 && tightness <= BV_STYLE_TIGHTEST; tightness++)
    {
      guint n_pages = bv_document_pdf_count_pages (self, n_blocks, tightness, error);

      if (n_pages == 0)
        return FALSE;
      if (n_pages < least)
        self->tightness = tightness;
      least = MIN (least, n_pages);
    }
  return TRUE;
}

/* ── Text ────────────────────────────────────────────────────────────────────────────────── */

/* Text as every writer can take it: UTF-8, and no control characters, which XML does not know. */
static char *
copy (const char *text)
{
  char *valid = g_utf8_make_valid (text ? text : "", -1);
  char *to = valid;

  for (const char *from = valid; *from != '\0'; from++)
    if ((guchar) *from >= 0x20 && *from != 0x7f)
      *to++ = *from;
    else if (*from == '\n' || *from == '\t')
      *to++ = ' ';
  *to = '\0';
  return valid;
}

static void
run_free (gpointer data)
{
  BvRun *run = data;

  g_free (run->text);
  g_free (run->query);
  g_free (run);
}

BvRuns *
bv_runs_new (const char *text)
{
  BvRuns *self = g_new0 (BvRuns, 1);

  self->runs = g_ptr_array_new_with_free_func (run_free);
  if (text && *text != '\0')
    bv_runs_add (self, text, BV_RUN_PLAIN);
  return self;
}

BvRuns *
bv_runs_add (BvRuns *self, const char *text, BvRunStyle style)
{
  return bv_runs_add_number (self, text, style, NULL);
}

BvRuns *
bv_runs_add_number (BvRuns *self, const char *text, BvRunStyle style, const char *query)
{
  BvRun *run = g_new0 (BvRun, 1);

  run->text = copy (text);
  run->style = style;
  run->query = g_strdup (query);
  g_ptr_array_add (self->runs, run);
  return self;
}

char *
bv_runs_to_string (const BvRuns *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, ((BvRun *) g_ptr_array_index (self->runs, i))->text);
  return g_string_free (text, FALSE);
}

void
bv_runs_free (BvRuns *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/* ── Blocks ──────────────────────────────────────────────────────────────────────────────── */

static void
cell_free (gpointer data)
{
  BvTableCellBlock *cell = data;

  bv_runs_free (cell->text);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  BvTableRowBlock *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
block_free (gpointer data)
{
  BvBlock *block = data;

  switch (block->kind)
    {
    case BV_BLOCK_LETTERHEAD:
      g_free (block->letterhead.superior);
      g_free (block->letterhead.issuer);
      g_free (block->letterhead.nation);
      g_free (block->letterhead.motto);
      g_free (block->letterhead.number);
      g_free (block->letterhead.place_date);
      break;
    case BV_BLOCK_TITLE:
      g_free (block->title.kind);
      g_free (block->title.summary);
      g_free (block->title.note);
      break;
    case BV_BLOCK_HEADING:
      g_free (block->heading.number);
      g_free (block->heading.text);
      break;
    case BV_BLOCK_PARAGRAPH:
      bv_runs_free (block->paragraph.text);
      break;
    case BV_BLOCK_LIST:
      g_ptr_array_unref (block->list.items);
      break;
    case BV_BLOCK_TABLE:
      g_free (block->table.name);
      g_array_unref (block->table.columns);
      g_ptr_array_unref (block->table.rows);
      break;
    case BV_BLOCK_CHART:
      bv_chart_free (block->chart.chart);
      break;
    case BV_BLOCK_SIGNATURE:
      g_strfreev (block->signature.recipients);
      g_strfreev (block->signature.lines);
      g_free (block->signature.hint);
      g_free (block->signature.name);
      g_strfreev (block->signature.left_lines);
      g_free (block->signature.left_hint);
      g_free (block->signature.left_name);
      g_strfreev (block->signature.middle_lines);
      g_free (block->signature.middle_hint);
      break;
    case BV_BLOCK_PAGE_BREAK:
    case BV_BLOCK_SECTION:
    default:
      break;
    }
  g_free (block);
}

static BvBlock *
add_block (BvDocument *self, BvBlockKind kind)
{
  BvBlock *block = g_new0 (BvBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

BvDocument *
bv_document_new (const char *title)
{
  BvDocument *self = g_new0 (BvDocument, 1);

  self->title = copy (title);
  self->author = g_strdup ("");
  self->date = bv_date_today ();
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
bv_document_free (BvDocument *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const char *
bv_document_get_title (const BvDocument *self)
{
  return self->title;
}

void
bv_document_set_author (BvDocument *self, const char *author)
{
  g_free (self->author);
  self->author = copy (author);
}

const char *
bv_document_get_author (const BvDocument *self)
{
  return self->author;
}

void
bv_document_set_date (BvDocument *self, const char *date)
{
  g_free (self->date);
  self->date = g_strdup (date);
}

const char *
bv_document_get_date (const BvDocument *self)
{
  return self->date;
}

GPtrArray *
bv_document_get_blocks (const BvDocument *self)
{
  return self->blocks;
}

void
bv_document_add_letterhead (BvDocument *self, const BvLetterheadBlock *letterhead)
{
  BvBlock *block = add_block (self, BV_BLOCK_LETTERHEAD);

  block->letterhead.superior = copy (letterhead->superior);
  block->letterhead.issuer = copy (letterhead->issuer);
  block->letterhead.nation = copy (letterhead->nation);
  block->letterhead.motto = copy (letterhead->motto);
  block->letterhead.number = copy (letterhead->number);
  block->letterhead.place_date = copy (letterhead->place_date);
}

void
bv_document_add_title (BvDocument *self, const char *kind, const char *summary, const char *note)
{
  BvBlock *block = add_block (self, BV_BLOCK_TITLE);

  block->title.kind = copy (kind);
  block->title.summary = copy (summary);
  block->title.note = copy (note);
}

void
bv_document_add_heading (BvDocument *self, int level, const char *text)
{
  BvBlock *block = add_block (self, BV_BLOCK_HEADING);

  level = CLAMP (level, 1, N_LEVELS);
  self->counts[level - 1]++;
  for (int i = level; i < N_LEVELS; i++)
    self->counts[i] = 0;
  block->heading.level = level;
  block->heading.text = copy (text);
  if (level == 1)
    {
      g_autofree char *roman = bv_number_roman (self->counts[0]);

      block->heading.number = g_strconcat (roman, ".", NULL);
    }
  else if (level == 2)
    block->heading.number = g_strdup_printf ("%d.", self->counts[1]);
  else
    {
      /* The Vietnamese alphabet numbers its points a, b, c, d, đ, e, g, h, i, k, l, m. */
      static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h",
                                             "i", "k", "l", "m", "n", "o", "p", "q",
                                             "r", "s", "t", "u", "v", "x", "y" };
      int index = self->counts[2] - 1;

      block->heading.number = index < (int) G_N_ELEMENTS (letters)
                                ? g_strconcat (letters[index], ")", NULL)
                                : g_strdup_printf ("%s%d)",
                                                   letters[index % (int) G_N_ELEMENTS (letters)],
                                                   index / (int) G_N_ELEMENTS (letters));
    }
}

void
bv_document_add_appendix (BvDocument *self, const char *label, const char *title, const char *note)
{
  BvBlock *block = add_block (self, BV_BLOCK_HEADING);

  for (int i = 0; i < N_LEVELS; i++)
    self->counts[i] = 0;
  block->heading.level = 1;
  block->heading.number = g_strdup ("");
  block->heading.text = copy (label);
  block->heading.starts_page = TRUE;
  bv_document_add_title (self, title, NULL, note);
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  block->title.is_under_label = TRUE;
}

void
bv_document_take_paragraph (BvDocument *self, BvParagraphRole role, BvRuns *text)
{
  BvBlock *block = add_block (self, BV_BLOCK_PARAGRAPH);

  block->paragraph.role = role;
  block->paragraph.text = text;
}

void
bv_document_add_paragraph (BvDocument *self, BvParagraphRole role, const char *text)
{
  bv_document_take_paragraph (self, role, bv_runs_new (text));
}

void
bv_document_take_list (BvDocument *self, GPtrArray *items)
{
  BvBlock *block = add_block (self, BV_BLOCK_LIST);

  g_ptr_array_set_free_func (items, (GDestroyNotify) bv_runs_free);
  block->list.items = items;
}

void
bv_document_take_chart (BvDocument *self, BvChart *chart, double height)
{
  BvBlock *block = add_block (self, BV_BLOCK_CHART);

  block->chart.chart = chart;
  block->chart.height = height;
}

void
bv_document_add_signature (BvDocument *self, const BvSignatureBlock *signature)
{
  BvBlock *block = add_block (self, BV_BLOCK_SIGNATURE);

  block->signature.recipients = g_strdupv (signature->recipients);
  block->signature.lines = g_strdupv (signature->lines);
  block->signature.hint = copy (signature->hint);
  block->signature.name = copy (signature->name);
  block->signature.left_lines = g_strdupv (signature->left_lines);
  block->signature.left_hint = copy (signature->left_hint);
  block->signature.left_name = copy (signature->left_name);
  block->signature.middle_lines = g_strdupv (signature->middle_lines);
  block->signature.middle_hint = copy (signature->middle_hint);
}

void
bv_document_add_page_break (BvDocument *self)
{
  add_block (self, BV_BLOCK_PAGE_BREAK);
}

void
bv_document_add_section (BvDocument *self, gboolean is_landscape)
{
  add_block (self, BV_BLOCK_SECTION)->section.is_landscape = is_landscape;
}

/* ── Tables ──────────────────────────────────────────────────────────────────────────────── */

BvTableBlock *
bv_document_add_table (BvDocument *self, const char *name)
{
  BvBlock *block = add_block (self, BV_BLOCK_TABLE);

  block->table.name = copy (name);
  block->table.columns = g_array_new (FALSE, TRUE, sizeof (BvTableColumnBlock));
  block->table.rows = g_ptr_array_new_with_free_func (row_free);
  return &block->table;
}

void
bv_table_block_add_column (BvTableBlock *self, double weight, BvAlign align)
{
  BvTableColumnBlock column = { weight, align };

  g_array_append_val (self->columns, column);
}

void
bv_table_block_add_row (BvTableBlock *self, BvRowKind kind)
{
  BvTableRowBlock *row = g_new0 (BvTableRowBlock, 1);

  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->rows, row);
}

void
bv_table_block_set_signed (BvTableBlock *self)
{
  g_return_if_fail (self->rows->len > 0);

  ((BvTableRowBlock *) g_ptr_array_index (self->rows, self->rows->len - 1))->is_signed = TRUE;
}

/* Whether a cell of row @r, or one above that reaches down to it, covers @column. */
static gboolean
is_covered (const BvTableBlock *self, guint r, guint column)
{
  for (guint i = 0; i <= r; i++)
    {
      const BvTableRowBlock *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const BvTableCellBlock *cell = g_ptr_array_index (row->cells, j);

          if (i + cell->n_rows > r && column >= cell->column
              && column < cell->column + cell->n_columns)
            return TRUE;
        }
    }
  return FALSE;
}

static BvTableCellBlock *
add_cell (BvTableBlock *self, guint n_columns, guint n_rows)
{
  BvTableCellBlock *cell;
  BvTableRowBlock *row;
  guint r;

  g_return_val_if_fail (self->rows->len > 0, NULL);
  r = self->rows->len - 1;
  row = g_ptr_array_index (self->rows, r);
  cell = g_new0 (BvTableCellBlock, 1);
  if (row->cells->len > 0)
    {
      const BvTableCellBlock *last = g_ptr_array_index (row->cells, row->cells->len - 1);

      cell->column = last->column + last->n_columns;
    }
  /* Looking upwards costs rows times rows: only where a cell may reach down to this one. */
  if (r < self->deep_until)
    while (cell->column < self->columns->len && is_covered (self, r, cell->column))
      cell->column++;
  cell->n_columns = MAX (n_columns, 1);
  cell->n_rows = MAX (n_rows, 1);
  if (cell->n_rows > 1)
    self->deep_until = MAX (self->deep_until, r + cell->n_rows);
  if (cell->column + cell->n_columns > self->columns->len)
    g_critical ("table \"%s\": row %u has more cells than columns", self->name, r + 1);
  g_ptr_array_add (row->cells, cell);
  return cell;
}

BvTableCellBlock *
bv_table_block_add_text (BvTableBlock *self, const char *text)
{
  return bv_table_block_add_span (self, text, 1, 1);
}

BvTableCellBlock *
bv_table_block_add_span (BvTableBlock *self, const char *text, guint n_columns, guint n_rows)
{
  BvTableCellBlock *cell = add_cell (self, n_columns, n_rows);

  cell->text = bv_runs_new (text);
  return cell;
}

static BvTableCellBlock *
add_value (BvTableBlock *self, BvCellKind kind, double value, int decimals, const char *query)
{
  BvTableCellBlock *cell = add_cell (self, 1, 1);
  g_autofree char *number = isfinite (value) ? bv_number_format (value, decimals) : g_strdup ("–");
  g_autofree char *text = kind == BV_CELL_PERCENT && isfinite (value)
                            ? g_strconcat (number, "%", NULL)
                            : g_strdup (number);

  cell->kind = kind;
  cell->value = value;
  cell->decimals = decimals;
  cell->text = bv_runs_add_number (bv_runs_new (NULL), text, BV_RUN_PLAIN, query);
  return cell;
}

BvTableCellBlock *
bv_table_block_add_number (BvTableBlock *self, double value, int decimals, const char *query)
{
  return add_value (self, BV_CELL_NUMBER, value, decimals, query);
}

BvTableCellBlock *
bv_table_block_add_percent (BvTableBlock *self, double value, int decimals, const char *query)
{
  return add_value (self, BV_CELL_PERCENT, value, decimals, query);
}

void
bv_table_cell_block_set_align (BvTableCellBlock *self, BvAlign align)
{
  self->has_align = TRUE;
  self->align = align;
}

BvAlign
bv_table_block_get_align (const BvTableBlock *self, BvRowKind kind, const BvTableCellBlock *cell)
{
  if (cell->has_align)
    return cell->align;
  if (kind == BV_ROW_HEAD)
    return BV_ALIGN_CENTRE;
  if (kind == BV_ROW_GROUP)
    return BV_ALIGN_LEFT;
  return g_array_index (self->columns, BvTableColumnBlock, cell->column).align;
}

/* ── Numbers ─────────────────────────────────────────────────────────────────────────────── */

static void
visit_runs (const BvRuns *runs, BvDocumentNumberFunc func, gpointer user_data)
{
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const BvRun *run = g_ptr_array_index (runs->runs, i);

      if (run->query)
        func (run->text, run->query, user_data);
    }
}

void
bv_document_foreach_number (const BvDocument *self, BvDocumentNumberFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH)
        visit_runs (block->paragraph.text, func, user_data);
      else if (block->kind == BV_BLOCK_LIST)
        for (guint j = 0; j < block->list.items->len; j++)
          visit_runs (g_ptr_array_index (block->list.items, j), func, user_data);
      else if (block->kind == BV_BLOCK_TABLE)
        for (guint j = 0; j < block->table.rows->len; j++)
          {
            const BvTableRowBlock *row = g_ptr_array_index (block->table.rows, j);

            for (guint k = 0; k < row->cells->len; k++)
              visit_runs (((BvTableCellBlock *) g_ptr_array_index (row->cells, k))->text, func,
                          user_data);
          }
    }
}
