// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as a CSV: decoded, separated, read, and looked at as every kind of table. */

#include "base/bv-encoding.h"
#include "exchange/bv-csv.h"
#include "exchange/bv-import-header.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) text = bv_encoding_decode (bytes, bv_encoding_guess (bytes, NULL), NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  if (text == NULL)
    return 0;
  const char *utf8 = g_bytes_get_data (text, &length);
  length = strlen (utf8);
  g_autoptr (BvSheet) sheet = bv_csv_read (
    "fuzz", utf8, length, bv_csv_guess_separator (utf8, length), 0, NULL, NULL, NULL, &error);
  g_assert_true ((sheet == NULL) == (error != NULL));
  for (int target = 0; sheet != NULL && target < BV_N_IMPORT_TARGETS; target++)
    {
      g_autoptr (BvImportHeader) header = bv_import_header_find (sheet, (BvImportTarget) target);

      g_assert_cmpuint (header->first_data_row, <=, bv_sheet_get_n_rows (sheet) + 1);
      for (guint row = 0; row < MIN (100, bv_sheet_get_n_rows (sheet)); row++)
        for (guint column = 0; column < header->n_columns; column++)
          g_assert_true (g_utf8_validate (bv_sheet_get_text (sheet, row, column), -1, NULL));
    }
  return 0;
}
