// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as text: cleaning is done once and for all, folding gives what folding of the folded gives,
 * and a text is found by itself. */

#include "base/bv-name.h"
#include "base/bv-text.h"
#include "exchange/bv-import-figure.h"
#include "exchange/bv-import-index.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *clean_twice = bv_text_clean (clean);
  g_autofree char *fold = bv_text_fold (text);
  g_autofree char *marks = bv_text_fold_marks (text);
  g_autofree char *marks_twice = bv_text_fold_marks (marks);
  g_autofree char *upper = bv_text_upper (text);
  g_autofree char *key = bv_import_unit_key (text);
  BvImportFigure figure;

  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_true (g_utf8_validate (fold, -1, NULL));
  g_assert_true (g_utf8_validate (marks, -1, NULL));
  g_assert_true (g_utf8_validate (upper, -1, NULL));
  g_assert_true (g_utf8_validate (key, -1, NULL));
  g_assert_cmpstr (clean, ==, clean_twice);
  g_assert_cmpstr (marks, ==, marks_twice);
  if (size < 4096)
    {
      g_assert_true (bv_text_matches (text, clean));
      for (int order = BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY; order <= BV_NAME_ORDER_PLAIN; order++)
        g_assert_cmpint (bv_name_compare (text, clean, (BvNameOrder) order), ==, 0);
    }
  bv_import_figure_parse (clean, &figure);
  return 0;
}
