// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as the parts of an XLSX: the first byte says which, so that shared strings and styles of one
 * input meet the sheet of the same. Parts are separated by a zero byte. */

#include "exchange/bv-xlsx-parts.h"
#include "fuzz.h"

#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static gssize
read_cb (gpointer user_data, guint8 *buffer, gsize size)
{
  Source *source = user_data;
  gsize n = MIN (MIN (size, source->left), 97); /* small pieces: tokens are cut anywhere */

  if (n > 0)
    memcpy (buffer, source->data, n);
  source->data += n;
  source->left -= n;
  return (gssize) n;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (BvXlsxBook) book = bv_xlsx_book_new ();
  const guint8 *end = data + size;

  while (data < end)
    {
      const guint8 *zero = memchr (data, 0, (gsize) (end - data));
      gsize length = (gsize) ((zero != NULL ? zero : end) - data);
      Source source = { data + 1, length > 0 ? length - 1 : 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (BvSheet) sheet = NULL;
      gboolean ok = TRUE;

      switch (length > 0 ? *data % 5 : 0)
        {
        case 0:
          ok = bv_xlsx_parse_workbook (book, read_cb, &source, &error);
          break;
        case 1:
          ok = bv_xlsx_parse_relations (book, read_cb, &source, &error);
          break;
        case 2:
          ok = bv_xlsx_parse_styles (book, read_cb, &source, &error);
          break;
        case 3:
          ok = bv_xlsx_parse_strings (book, read_cb, &source, NULL, &error);
          break;
        case 4:
        default:
          sheet = bv_xlsx_parse_sheet (book, read_cb, &source, 0, NULL, &error);
          ok = sheet != NULL;
          break;
        }
      g_assert_true (ok == (error == NULL));
      for (guint row = 0; sheet != NULL && row < MIN (100, bv_sheet_get_n_rows (sheet)); row++)
        for (guint column = 0; column < bv_sheet_get_n_columns (sheet); column++)
          g_assert_true (g_utf8_validate (bv_sheet_get_text (sheet, row, column), -1, NULL));
      data += length + 1;
    }
  return 0;
}
