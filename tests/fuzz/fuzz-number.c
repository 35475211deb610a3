// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as a number and as money: what is understood is finite and survives printing. */

#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "exchange/bv-xlsx-format.h"
#include "fuzz.h"

#include <math.h>
#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) money_error = NULL;
  double value = NAN;
  gint64 dong = -1;

  if (bv_number_parse (text, &value, &error))
    {
      g_assert_true (isfinite (value) && error == NULL);
      if (fabs (value) < 1e12)
        {
          g_autofree char *printed = bv_number_format_trim (value, 15);
          double again;

          g_assert_true (bv_number_parse (printed, &again, NULL));
          g_assert_cmpfloat (fabs (again - value), <=, 1e-9 * MAX (1, fabs (value)));
        }
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (bv_number_parse_money (text, &dong, &money_error))
    {
      g_autofree char *printed = bv_money_format (dong);
      g_autofree char *words = bv_money_in_words (dong, BV_WORDS_NORTH);
      gint64 again;

      g_assert_true (bv_number_parse_money (printed, &again, NULL));
      g_assert_cmpint (again, ==, dong);
      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
  /* The same bytes as a format code of a spreadsheet, and as a value. */
  double raw = 45327.5;
  if (size >= sizeof raw)
    memcpy (&raw, data, sizeof raw);
  g_autofree char *shown = bv_xlsx_format_value (raw, bv_xlsx_format_parse (text), size % 2);
  g_assert_nonnull (shown);
  return 0;
}
