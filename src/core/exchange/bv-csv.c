// SPDX-License-Identifier: GPL-3.0-or-later
/* Comma-separated texts into a sheet. One pass over the text in memory; a quote that is not closed
 * would swallow the rest of the file, so it is an error, never a guess. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-csv.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 1024
#define MAX_ROWS 1048576
#define SAMPLE_ROWS 40

typedef struct
{
  const char *p;
  const char *end;
  char separator;
} Scanner;

typedef enum
{
  CELL_OK,
  CELL_UNCLOSED, /* a quote without its end */
  CELL_AFTER,    /* something other than a separator after the closing quote */
} CellResult;

static gboolean
at_line_end (const Scanner *scanner)
{
  return scanner->p >= scanner->end || *scanner->p == '\n' || *scanner->p == '\r';
}

static void
skip_line_end (Scanner *scanner)
{
  if (scanner->p < scanner->end && *scanner->p == '\r')
    scanner->p++;
  if (scanner->p < scanner->end && *scanner->p == '\n')
    scanner->p++;
}

/* Reads one cell into @out and stands at its separator, line end or the end of the text. */
static CellResult
scan_cell (Scanner *scanner, GString *out)
{
  g_string_truncate (out, 0);
  while (scanner->p < scanner->end && *scanner->p == ' ' && scanner->separator != ' ')
    scanner->p++;
  if (scanner->p >= scanner->end || *scanner->p != '"')
    {
      const char *start = scanner->p;

      while (!at_line_end (scanner) && *scanner->p != scanner->separator)
        scanner->p++;
      g_string_append_len (out, start, scanner->p - start);
      return CELL_OK;
    }

  scanner->p++;
  for (;;)
    {
      const char *quote = memchr (scanner->p, '"', (gsize) (scanner->end - scanner->p));

      if (quote == NULL)
        {
          scanner->p = scanner->end;
          return CELL_UNCLOSED;
        }
      g_string_append_len (out, scanner->p, quote - scanner->p);
      scanner->p = quote + 1;
      if (scanner->p >= scanner->end || *scanner->p != '"')
        break;
      g_string_append_c (out, '"');
      scanner->p++;
    }
  while (scanner->p < scanner->end && *scanner->p == ' ')
    scanner->p++;
  return at_line_end (scanner) || *scanner->p == scanner->separator ? CELL_OK : CELL_AFTER;
}

/* "sep=;" in the first line, as Excel writes and reads it. */
static char
declared_separator (const char *text, gsize length, const char **after)
{
  Scanner scanner = { text, text + length, 0 };

  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0)
    return 0;
  char separator = text[4];
  scanner.p = text + 5;
  if (!at_line_end (&scanner) || separator == '\0' || strchr (",;\t|", separator) == NULL)
    return 0;
  skip_line_end (&scanner);
  *after = scanner.p;
  return separator;
}

/* How evenly @separator parts the first rows: the share of rows with the most frequent number of
 * cells, times that number; 0 when rows have one cell. */
static double
rate_separator (const char *text, gsize length, char separator, double *evenness)
{
  Scanner scanner = { text, text + length, separator };
  guint counts[65] = { 0 };
  guint n_rows = 0, best = 0;
  g_autoptr (GString) cell = g_string_new (NULL);

  *evenness = 0;
  while (scanner.p < scanner.end && n_rows < SAMPLE_ROWS)
    {
      guint n_cells = 1;

      if (at_line_end (&scanner))
        {
          skip_line_end (&scanner);
          continue;
        }
      while (scan_cell (&scanner, cell) == CELL_OK && !at_line_end (&scanner))
        {
          scanner.p++;
          n_cells++;
        }
      while (!at_line_end (&scanner)) /* after a broken quote */
        scanner.p++;
      skip_line_end (&scanner);
      counts[MIN (n_cells, 64)]++;
      n_rows++;
    }
  for (guint n = 2; n <= 64; n++)
    if (counts[n] * n > counts[best] * best)
      best = n;
  if (best < 2)
    return 0;
  *evenness = (double) counts[best] / n_rows;
  return *evenness * best;
}

char
bv_csv_guess_separator (const char *text, gsize length)
{
  /* In this order: a comma also stands in decimals, a tab hardly anywhere. */
  static const char separators[] = { '\t', ';', ',', '|' };
  const char *after;
  char best = declared_separator (text, length, &after);
  double best_rate = 0;

  if (best != 0)
    return best;
  best = ',';
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      double evenness;
      double rate = rate_separator (text, length, separators[i], &evenness);

      if (evenness >= 0.7 && separators[i] != '|')
        return separators[i];
      if (rate > best_rate)
        {
          best = separators[i];
          best_rate = rate;
        }
    }
  return best;
}

static void
set_quote_error (GError **error, CellResult result, const char *name, guint row, guint column)
{
  g_autofree char *letter = bv_sheet_format_column (column);

  if (result == CELL_UNCLOSED)
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                 /* Translators: a file, the number of a row, the letter of a column. */
                 _ ("“%s”, row %u, column %s: the quotation mark that begins the cell is never "
                    "closed. Close or remove it and try again."),
                 name, row, letter);
  else
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                 _ ("“%s”, row %u, column %s: text follows the closing quotation mark. A quotation "
                    "mark inside a cell must be written twice."),
                 name, row, letter);
}

BvSheet *
bv_csv_read (const char *name,
             const char *text,
             gsize length,
             char separator,
             guint max_rows,
             BvProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (BvSheet) sheet = bv_sheet_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner scanner = { text, text + length, separator };
  guint row = 0;

  declared_separator (text, length, &scanner.p);
  while (scanner.p < scanner.end && (max_rows == 0 || bv_sheet_get_n_rows (sheet) < max_rows))
    {
      if (row % 4096 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          if (progress != NULL)
            progress ((double) (scanner.p - text) / (double) length, _ ("Reading the file"),
                      user_data);
        }
      if (max_rows != 0 && row >= max_rows)
        break;
      if (++row > MAX_ROWS)
        {
          g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG,
                       /* Translators: a file and a number of rows. */
                       _ ("“%s” has more than %d rows. Split it into smaller files."), name,
                       MAX_ROWS);
          return NULL;
        }
      bv_sheet_begin_row (sheet, row);
      for (guint column = 0;; column++)
        {
          CellResult result = scan_cell (&scanner, cell);

          if (result != CELL_OK)
            {
              set_quote_error (error, result, name, row, column);
              return NULL;
            }
          if (cell->len > 0 && column < MAX_COLUMNS)
            {
              g_autofree char *clean = bv_text_clean (cell->str);
              bv_sheet_add_text (sheet, column, clean);
            }
          if (at_line_end (&scanner))
            break;
          scanner.p++;
        }
      skip_line_end (&scanner);
    }
  bv_sheet_finish (sheet);
  return g_steal_pointer (&sheet);
}
