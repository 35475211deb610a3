// SPDX-License-Identifier: GPL-3.0-or-later
/* Finds the header of a table as offices write it: under a letterhead and titles, in one row or two
 * with merged cells, with a row of column numbers below. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-header.h"

#include "base/bv-text.h"

#include <stdlib.h>
#include <string.h>

#define SEARCH_ROWS 60
#define MAX_COLUMNS 256

void
bv_import_header_free (BvImportHeader *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->texts);
  g_free (self->fields);
  g_free (self);
}

/* The text of the upper row above @column: its own, or that of the wide cell that covers it. Without
 * merges (CSV) an empty cell belongs to the one on its left. */
static const char *
upper_text (const BvSheet *sheet, guint row, guint column, gboolean *is_covered)
{
  const char *text = bv_sheet_get_text (sheet, row, column);

  *is_covered = FALSE;
  if (*text != '\0')
    return text;
  for (guint left = column; left-- > 0;)
    {
      text = bv_sheet_get_text (sheet, row, left);
      if (*text == '\0')
        continue;
      guint span = bv_sheet_get_span (sheet, row, left);
      *is_covered = span > column - left;
      return span > 1 && !*is_covered ? "" : text;
    }
  return "";
}

static char *
column_text (const BvSheet *sheet, guint row, guint n_rows, guint column)
{
  const char *upper = bv_sheet_get_text (sheet, row, column);
  const char *lower = n_rows > 1 ? bv_sheet_get_text (sheet, row + 1, column) : "";
  gboolean is_covered;

  if (n_rows > 1 && *lower != '\0' && *upper == '\0')
    upper = upper_text (sheet, row, column, &is_covered);
  if (*lower == '\0' || strcmp (upper, lower) == 0)
    return g_strdup (upper);
  if (*upper == '\0')
    return g_strdup (lower);
  return g_strconcat (upper, " › ", lower, NULL);
}

/* "1 2 3 4", "(1) (2) (3)" or "A B C" below the header: numbers of the columns. */
static gboolean
is_numbering (const BvSheet *sheet, guint row, guint n_columns)
{
  guint n = 0, expected = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *fold = bv_import_fold_header (bv_sheet_get_text (sheet, row, column));
      const char *text = bv_sheet_get_text (sheet, row, column);

      if (*text == '\0')
        continue;
      n++;
      guint number = (guint) atoi (*text == '(' ? text + 1 : text);
      if (number == 0)
        {
          if (strlen (text) != 1 || !g_ascii_isalpha (*text))
            return FALSE;
          continue;
        }
      if (strspn (text, "0123456789()=+-/*., ") != strlen (text)
          || (expected != 0 && number != expected && strlen (text) < 4))
        return FALSE;
      expected = number + 1;
    }
  return n >= 3;
}

static gboolean
is_single_word (const char *text)
{
  return *text != '\0' && strchr (text, ' ') == NULL && !g_ascii_isdigit (*text);
}

/* "Họ và tên" over two columns: family and middle names in the first, the given name in the second. */
static void
split_name (BvImportHeader *self, const BvSheet *sheet, BvImportTarget target)
{
  for (guint column = 0; column + 1 < self->n_columns; column++)
    {
      const BvImportField *field = self->fields[column];
      guint n = 0, n_words = 0;

      if (field == NULL || strcmp (field->code, "name") != 0 || self->fields[column + 1] != NULL
          || *self->texts[column + 1] != '\0')
        continue;
      for (guint row = self->first_data_row;
           row < bv_sheet_get_n_rows (sheet) && row < self->first_data_row + 30; row++)
        {
          if (*bv_sheet_get_text (sheet, row, column) == '\0'
              || *bv_sheet_get_text (sheet, row, column + 1) == '\0')
            continue;
          n++;
          n_words += is_single_word (bv_sheet_get_text (sheet, row, column + 1));
        }
      if (n > 0 && n_words == n && bv_import_find_field (target, "given_name") != NULL)
        {
          g_free (self->texts[column + 1]);
          self->texts[column + 1] = g_strdup (self->texts[column]);
          self->fields[column] = bv_import_find_field (target, "family_names");
          self->fields[column + 1] = bv_import_find_field (target, "given_name");
        }
      return;
    }
}

/* A field that may not repeat stays with its first column; "Tên" beside "Họ đệm" is the given name. */
static void
settle_fields (BvImportHeader *self, BvImportTarget target)
{
  gboolean has_family = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    has_family = has_family
                 || (self->fields[i] != NULL
                     && strcmp (self->fields[i]->code, "family_names") == 0);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *fold = bv_import_fold_header (self->texts[i]);

      if (has_family && g_str_has_suffix (fold, "ten") && strlen (fold) <= 10
          && self->fields[i] != NULL && strcmp (self->fields[i]->code, "name") == 0)
        self->fields[i] = bv_import_find_field (target, "given_name");
    }
  for (guint i = 0; i < self->n_columns; i++)
    for (guint k = 0; k < i && self->fields[i] != NULL; k++)
      if (self->fields[k] == self->fields[i] && !self->fields[i]->may_repeat)
        self->fields[i] = NULL;
}

static BvImportHeader *
make_header (const BvSheet *sheet, BvImportTarget target, guint row, guint n_rows)
{
  BvImportHeader *self = g_new0 (BvImportHeader, 1);

  self->first_row = row;
  self->n_rows = n_rows;
  self->n_columns = MIN (bv_sheet_get_n_columns (sheet), MAX_COLUMNS);
  self->texts = g_new0 (char *, self->n_columns + 1);
  self->fields = g_new0 (const BvImportField *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->texts[i] = n_rows > 0 ? column_text (sheet, row, n_rows, i) : g_strdup ("");
      self->fields[i] = bv_import_recognise_header (target, self->texts[i]);
    }
  self->first_data_row = row + n_rows;
  if (n_rows > 0 && self->first_data_row < bv_sheet_get_n_rows (sheet)
      && is_numbering (sheet, self->first_data_row, self->n_columns))
    self->first_data_row++;
  settle_fields (self, target);
  split_name (self, sheet, target);
  return self;
}

double
bv_import_header_rate (const BvImportHeader *self)
{
  double rate = 0;

  for (guint i = 0; i < self->n_columns && self->n_rows > 0; i++)
    {
      if (self->fields[i] == NULL)
        rate -= *self->texts[i] != '\0' ? 0.1 : 0;
      else
        rate += self->fields[i]->is_required || strcmp (self->fields[i]->code, "family_names") == 0
                  ? 3
                  : 1;
    }
  return rate;
}

/* Whether the row below may be a second row of headers: nothing of its own below the numbering and the
 * name, and no figures. */
static gboolean
may_be_second_row (const BvSheet *sheet, guint row, guint n_columns)
{
  if (row >= bv_sheet_get_n_rows (sheet)
      || bv_sheet_get_row_number (sheet, row) != bv_sheet_get_row_number (sheet, row - 1) + 1
      || is_numbering (sheet, row, n_columns))
    return FALSE;
  for (guint column = 0; column < n_columns; column++)
    {
      const char *lower = bv_sheet_get_text (sheet, row, column);
      const char *upper = bv_sheet_get_text (sheet, row - 1, column);

      if (g_ascii_isdigit (*lower) && strspn (lower, "0123456789.,") == strlen (lower)
          && strlen (lower) != 4)
        return FALSE;
      if (column == 0 && *upper != '\0' && *lower != '\0' && strcmp (upper, lower) != 0)
        return FALSE;
    }
  return TRUE;
}

BvImportHeader *
bv_import_header_new (const BvSheet *sheet, BvImportTarget target, guint row)
{
  g_autoptr (BvImportHeader) one = make_header (sheet, target, row, 1);

  if (may_be_second_row (sheet, row + 1, one->n_columns))
    {
      g_autoptr (BvImportHeader) two = make_header (sheet, target, row, 2);

      if (bv_import_header_rate (two) > bv_import_header_rate (one) + 0.5)
        return g_steal_pointer (&two);
    }
  return g_steal_pointer (&one);
}

BvImportHeader *
bv_import_header_find (const BvSheet *sheet, BvImportTarget target)
{
  g_autoptr (BvImportHeader) best = NULL;
  double best_rate = 1.5; /* less is a row of data that happens to hold a word of a header */

  for (guint row = 0; row < bv_sheet_get_n_rows (sheet) && row < SEARCH_ROWS; row++)
    {
      if (bv_sheet_count_cells (sheet, row) < 2)
        continue;
      g_autoptr (BvImportHeader) header = bv_import_header_new (sheet, target, row);
      double rate = bv_import_header_rate (header);

      if (rate > best_rate)
        {
          best_rate = rate;
          g_clear_pointer (&best, bv_import_header_free);
          best = g_steal_pointer (&header);
        }
    }
  return best != NULL ? g_steal_pointer (&best) : make_header (sheet, target, 0, 0);
}
