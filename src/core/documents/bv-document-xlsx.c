// SPDX-License-Identifier: GPL-3.0-or-later
/* The XLSX writer: a sheet for each table of a document, numbers as numbers. The head stays in sight
 * and is repeated in print. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-write.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-file.h"
#include "documents/bv-document-style.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-stdio.h>
#include <math.h>
#include <xlsxwriter.h>

#define FONT "Times New Roman"
#define SHEET_NAME_MAX 31
#define PORTRAIT_CHARACTERS 92.0 /* of the widths of all columns: fills the page */
#define LANDSCAPE_CHARACTERS 138.0
#define WORD_MAX 24.0 /* a longer word is broken */
#define MM_PER_INCH 25.4
#define MAX_DECIMALS 6

typedef struct
{
  lxw_workbook *workbook;
  GHashTable *names;   /* folded sheet names in use */
  GHashTable *formats; /* a key of the look → lxw_format, owned by the workbook */
} Writer;

/* A name that every spreadsheet accepts, and that no other sheet has. */
static char *
make_sheet_name (Writer *self, const char *name, guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_utf8_strlen (text->str, -1) >= SHEET_NAME_MAX)
        break;
      g_string_append_unichar (text, c < 0x20 || strchr ("[]:*?/\\'", (int) c) ? ' ' : c);
    }
  g_strstrip (text->str);
  text->len = strlen (text->str);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *candidate = text->len > 0 && i == 0
                                     ? g_strdup (text->str)
                                     : g_strdup_printf ("Bảng %u", number + i);
      g_autofree char *fold = g_utf8_casefold (candidate, -1);

      if (g_hash_table_add (self->names, g_steal_pointer (&fold)))
        return g_steal_pointer (&candidate);
    }
  return g_strdup_printf ("Bảng %u", number);
}

/* The number formats name the Vietnamese locale, so that separators are dot and comma also where the
 * program's own locale is another. */
static lxw_format *
get_format (Writer *self, BvRowKind kind, BvAlign align, const BvTableCellBlock *cell)
{
  gboolean is_number = cell->kind != BV_CELL_TEXT && isfinite (cell->value);
  int decimals = is_number ? CLAMP (cell->decimals, 0, MAX_DECIMALS) : 0;
  g_autofree char *key = g_strdup_printf ("%d %d %d %d %d", kind, align, is_number, cell->kind,
                                          decimals);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format)
    return format;
  format = workbook_add_format (self->workbook);
  format_set_font_name (format, FONT);
  format_set_font_size (format, BV_STYLE_TABLE_SIZE);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (kind != BV_ROW_BODY)
    format_set_bold (format);
  format_set_align (format, align == BV_ALIGN_CENTRE  ? LXW_ALIGN_CENTER
                            : align == BV_ALIGN_RIGHT ? LXW_ALIGN_RIGHT
                                                      : LXW_ALIGN_LEFT);
  if (is_number)
    {
      g_autoptr (GString) code = g_string_new ("[$-42A]#,##0");

      if (decimals > 0)
        g_string_append_c (code, '.');
      for (int i = 0; i < decimals; i++)
        g_string_append_c (code, '0');
      if (cell->kind == BV_CELL_PERCENT)
        g_string_append_c (code, '%');
      format_set_num_format (format, code->str);
    }
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

static void
write_cell (Writer *self,
            lxw_worksheet *sheet,
            guint row,
            const BvTableBlock *table,
            const BvTableCellBlock *cell,
            BvRowKind kind)
{
  BvAlign align = bv_table_block_get_align (table, kind, cell);
  lxw_format *format = get_format (self, kind, align, cell);
  lxw_col_t column = (lxw_col_t) cell->column;

  if (cell->n_columns > 1 || cell->n_rows > 1)
    worksheet_merge_range (sheet, row, column, row + cell->n_rows - 1,
                           (lxw_col_t) (column + cell->n_columns - 1), "", format);
  if (cell->kind != BV_CELL_TEXT && isfinite (cell->value))
    worksheet_write_number (
      sheet, row, column, cell->kind == BV_CELL_PERCENT ? cell->value / 100 : cell->value, format);
  else
    {
      g_autofree char *text = bv_runs_to_string (cell->text);

      worksheet_write_string (sheet, row, column, text, format);
    }
}

/* Widths of columns are counted in digits of the default font; a letter of ours is a little wider. */
static double
get_width (const char *text, gssize length)
{
  return (double) g_utf8_strlen (text, length) * 1.1;
}

/* How many lines @text takes in @width, broken at spaces, and inside a word only if it must be. */
static int
count_lines (const char *text, double width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double used = 0;
  int n = 1;

  for (guint i = 0; words[i]; i++)
    {
      double word = get_width (words[i], -1);

      if (used > 0 && used + 1 + word > width)
        {
          n++;
          used = 0;
        }
      if (word > width)
        n += (int) ceil (word / width) - 1;
      used += (used > 0 ? 1 : 0) + fmod (word, MAX (width, 1));
    }
  return n;
}

/* How high a row must be for its texts; a program that opens the file does not measure merged or
 * wrapped cells by itself. */
static double
estimate_height (const BvTableRowBlock *row, const double *widths)
{
  int lines = 1;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvTableCellBlock *cell = g_ptr_array_index (row->cells, i);
      g_autofree char *text = bv_runs_to_string (cell->text);
      double width = 0;

      if (cell->n_rows > 1)
        continue;
      for (guint j = cell->column; j < cell->column + cell->n_columns; j++)
        width += widths[j];
      lines = MAX (lines, count_lines (text, width));
    }
  return lines * 16.5 + 3;
}

/* The columns' shares of a page, each wide enough for its longest word. */
static void
find_widths (const BvTableBlock *table, double characters, double *widths)
{
  double weight = 0;

  for (guint i = 0; i < table->columns->len; i++)
    weight += g_array_index (table->columns, BvTableColumnBlock, i).weight;
  for (guint i = 0; i < table->columns->len; i++)
    widths[i] = MAX (
      g_array_index (table->columns, BvTableColumnBlock, i).weight / weight * characters, 4);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvTableRowBlock *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const BvTableCellBlock *cell = g_ptr_array_index (row->cells, j);
          g_autofree char *text = bv_runs_to_string (cell->text);
          g_auto (GStrv) words = g_strsplit (text, " ", -1);

          for (guint k = 0; cell->n_columns == 1 && words[k]; k++)
            widths[cell->column] = MAX (widths[cell->column],
                                        MIN (get_width (words[k], -1) + 1, WORD_MAX));
        }
    }
}

static void
write_sheet (Writer *self, const BvTableBlock *table, guint number, gboolean is_landscape)
{
  g_autofree char *name = make_sheet_name (self, table->name, number);
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);
  double characters = is_landscape ? LANDSCAPE_CHARACTERS : PORTRAIT_CHARACTERS;
  g_autofree double *widths = g_new0 (double, table->columns->len + 1);
  guint n_head = 0;

  find_widths (table, characters, widths);
  for (guint i = 0; i < table->columns->len; i++)
    worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvTableRowBlock *row = g_ptr_array_index (table->rows, i);

      if (row->kind == BV_ROW_HEAD && n_head == i)
        n_head++;
      worksheet_set_row (
        sheet, i, MAX (estimate_height (row, widths), row->is_signed ? BV_STYLE_SIGNED_ROW : 0),
        NULL);
      for (guint j = 0; j < row->cells->len; j++)
        write_cell (self, sheet, i, table, g_ptr_array_index (row->cells, j), row->kind);
    }
  if (n_head > 0)
    {
      worksheet_freeze_panes (sheet, n_head, 0);
      worksheet_repeat_rows (sheet, 0, n_head - 1);
    }
  worksheet_set_paper (sheet, 9); /* A4 */
  if (is_landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_margins (
    sheet, BV_STYLE_MARGIN_LEFT_MM / MM_PER_INCH, BV_STYLE_MARGIN_RIGHT_MM / MM_PER_INCH,
    BV_STYLE_MARGIN_TOP_MM / MM_PER_INCH, BV_STYLE_MARGIN_BOTTOM_MM / MM_PER_INCH);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C&\"" FONT "\"&P/&N");
}

/* libxlsxwriter keeps the day in local time. */
static time_t
to_time (const char *iso)
{
  g_autoptr (GDateTime) day = NULL;
  int year = 0;
  int month = 0;
  int date = 0;

  if (sscanf (iso, "%d-%d-%d", &year, &month, &date) == 3)
    day = g_date_time_new_utc (year, month, date, 12, 0, 0);
  return day ? (time_t) g_date_time_to_unix (day) : 0;
}

/* A disk that fills up while the library's buffers are flushed does not always reach it: the finished
 * file must at least be a whole archive. */
static gboolean
check_archive (const char *temporary, const char *path, GError **error)
{
  GsfInput *input = gsf_input_stdio_new (temporary, NULL);
  GsfInfile *archive = input ? gsf_infile_zip_new (input, NULL) : NULL;
  gboolean is_whole = archive && gsf_infile_num_children (archive) > 0;

  g_clear_object (&archive);
  g_clear_object (&input);
  if (is_whole)
    return TRUE;
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_WRITE,
               /* TRANSLATORS: %s is a file name. */
               _ ("“%s” could not be written whole. Is the disk full?"), path);
  return FALSE;
}

gboolean
bv_document_xlsx_write (const BvDocument *document, const char *path, GError **error)
{
  GPtrArray *blocks = bv_document_get_blocks (document);
  g_autoptr (BvFileWriter) file = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer self = { .names = names, .formats = formats };
  lxw_doc_properties properties = { 0 };
  gboolean is_landscape = FALSE;
  guint n = 0;
  lxw_error result;

  for (guint i = 0; i < blocks->len; i++)
    if (((BvBlock *) g_ptr_array_index (blocks, i))->kind == BV_BLOCK_TABLE)
      n++;
  if (n == 0)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                   /* TRANSLATORS: %s is the title of a document. */
                   _ ("“%s” has no tables for a workbook; save it as PDF or ODT."),
                   bv_document_get_title (document));
      return FALSE;
    }
  file = bv_file_writer_new (path, error);
  if (!file)
    return FALSE;
  self.workbook = workbook_new (bv_file_writer_get_temporary_path (file));
  /* The library only reads these. */
  properties.title = (char *) bv_document_get_title (document);
  properties.author = (char *) bv_document_get_author (document);
  properties.created = to_time (bv_document_get_date (document));
  workbook_set_properties (self.workbook, &properties);
  n = 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == BV_BLOCK_SECTION)
        is_landscape = block->section.is_landscape;
      else if (block->kind == BV_BLOCK_TABLE)
        write_sheet (&self, &block->table, ++n, is_landscape);
    }
  errno = 0;
  result = workbook_close (self.workbook);
  if (result != LXW_NO_ERROR)
    {
      if (errno == ENOSPC)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                     /* TRANSLATORS: %s is a file name. */
                     _ ("“%s” could not be written: the disk is full."), path);
      else
        g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_WRITE,
                     /* TRANSLATORS: a file name, then the library's own message. */
                     _ ("“%s” could not be written: %s"), path, lxw_strerror (result));
      return FALSE;
    }
  return check_archive (bv_file_writer_get_temporary_path (file), path, error)
         && bv_file_writer_commit (file, error);
}
