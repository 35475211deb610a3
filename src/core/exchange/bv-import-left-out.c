// SPDX-License-Identifier: GPL-3.0-or-later
/* Rows of a table that are no records: totals, titles of sections, signatures, empty ones. They are shown
 * as skipped, so a name must never be taken for one of them. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-text.h"
#include "exchange/bv-import-pass.h"

#include <string.h>

/* "Tổng cộng: 6 người", "Cộng", "Bằng chữ: …". With marks: "Công" and "Tòng" are names. */
static gboolean
is_total_text (const char *text)
{
  static const char *const begins[] = { "tổng cộng", "tổng số",    "cộng", "bằng chữ",
                                        "tổng",      "cộng khoản", "total" };
  g_autofree char *marks = NULL;

  if (*text == '\0' || strlen (text) > 400)
    return FALSE;
  marks = bv_text_fold_marks (text);
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      const char *rest = marks + strlen (begins[i]);

      if (!g_str_has_prefix (marks, begins[i]))
        continue;
      /* "Cộng đồng …" and "Tổng công ty …" are names; so is nothing that begins "Bằng chữ". */
      if (*rest == '\0' || strchr (":;.,(", *rest) != NULL
          || (*rest == ' ' && (g_ascii_isdigit (rest[1]) || rest[1] == '(' || i == 0 || i == 3)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_total (BvImportPass *self)
{
  /* It stands first on its row, if not in the first column. */
  for (guint column = 0; column < self->settings->header->n_columns && column < 4; column++)
    {
      const char *text = bv_sheet_get_text (self->settings->sheet, self->sheet_row, column);

      if (*text != '\0')
        return is_total_text (text);
    }
  return FALSE;
}

static gboolean
is_roman_or_letter (const char *text)
{
  gsize n = strspn (text, "IVXLC");

  if (n == 0 && g_ascii_isupper (text[0]))
    n = 1;
  return n > 0 && (text[n] == '\0' || strcmp (text + n, ".") == 0 || strcmp (text + n, ")") == 0);
}

/* The text after "II." at the beginning of a section's title. */
static const char *
skip_numeral (const char *text)
{
  gsize n = strspn (text, "IVXLC");

  if (n == 0 || (text[n] != '.' && text[n] != ')' && text[n] != '-'))
    return text;
  text += n + 1;
  while (*text == ' ')
    text++;
  return text;
}

static int
kind_of_section (const char *text)
{
  g_autofree char *fold = bv_text_fold (text);

  if (strstr (fold, "ho gia dinh") != NULL)
    return BV_SUBJECT_HOUSEHOLD;
  if (strstr (fold, "tap the") != NULL)
    return BV_SUBJECT_UNIT;
  if (strstr (fold, "ca nhan") != NULL)
    return BV_SUBJECT_PERSON;
  return 0;
}

/* "Tập thể", "DANH SÁCH CÁ NHÂN (7 người)": alone on its row, without a numeral. */
static gboolean
is_kind_title (const char *text)
{
  static const char *const titles[] = { "tap the",     "cac tap the",     "danh sach tap the",
                                        "ca nhan",     "cac ca nhan",     "danh sach ca nhan",
                                        "ho gia dinh", "cac ho gia dinh", "danh sach ho gia dinh",
                                        NULL };
  g_autofree char *fold = bv_import_fold_header (text);

  return g_strv_contains (titles, fold);
}

/* A row that only titles the rows below: "II | TẬP THỂ", "I. Trường THCS Mường Bú". */
static gboolean
is_section (BvImportPass *self)
{
  const BvSheet *sheet = self->settings->sheet;
  const char *first = NULL, *title = NULL;
  gboolean is_mapped = FALSE;
  guint n = 0;

  if (bv_sheet_count_cells (sheet, self->sheet_row) > 3)
    return FALSE;
  for (guint column = 0; column < self->settings->header->n_columns; column++)
    {
      const char *text = bv_sheet_get_text (sheet, self->sheet_row, column);

      if (*text == '\0')
        continue;
      n++;
      if (n == 1)
        {
          first = text;
          is_mapped = self->settings->fields[column] != NULL;
        }
      else if (title == NULL)
        title = text;
      else if (!g_ascii_isdigit (*text)) /* a third cell may count the rows below */
        return FALSE;
    }
  if (n == 0 || (n == 1 && skip_numeral (first) == first && !is_kind_title (first)))
    return FALSE;
  /* "Y" and "A" in a column of names are names. */
  if (n > 1 && (is_mapped || !is_roman_or_letter (first)))
    return FALSE;
  title = skip_numeral (n == 1 ? first : title);
  g_free (self->section);
  self->section = g_strdup (title);
  self->section_kind = kind_of_section (title);
  return TRUE;
}

static gboolean
is_empty (BvImportPass *self)
{
  for (guint column = 0; column < self->settings->header->n_columns; column++)
    if (self->settings->fields[column] != NULL
        && *bv_sheet_get_text (self->settings->sheet, self->sheet_row, column) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
has_name (BvImportPass *self)
{
  return *bv_import_pass_text (self, "name") != '\0'
         || *bv_import_pass_text (self, "family_names") != '\0'
         || *bv_import_pass_text (self, "given_name") != '\0'
         || *bv_import_pass_text (self, "head") != '\0';
}

/* Below the table: signatures, places and dates. Between its rows a missing name is an error. */
static gboolean
is_footer (BvImportPass *self)
{
  guint n = 0;

  if (self->sheet_row < self->end_row)
    return FALSE;
  for (guint column = 0; column < self->settings->header->n_columns; column++)
    n += *bv_sheet_get_text (self->settings->sheet, self->sheet_row, column) != '\0';
  return n <= 2;
}

/* The row behind the last that has a name. */
void
bv_import_pass_find_end (BvImportPass *self)
{
  guint first = self->settings->header->first_data_row;

  for (self->end_row = bv_sheet_get_n_rows (self->settings->sheet); self->end_row > first;
       self->end_row--)
    {
      self->sheet_row = self->end_row - 1;
      if (has_name (self) && !is_total (self))
        return;
    }
}

/* Rows that the table's function is not asked about. */
gboolean
bv_import_pass_is_left_out (BvImportPass *self)
{
  if (self->settings->target == BV_IMPORT_UNITS)
    return is_empty (self) || is_total (self) || is_footer (self);
  return is_empty (self) || is_total (self) || is_section (self) || is_footer (self);
}
