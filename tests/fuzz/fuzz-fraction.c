// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as a share: what is understood survives printing, and the exact bounds hold for wholes of every size. */

#include "base/bv-error.h"
#include "base/bv-fraction.h"
#include "fuzz.h"

static void
check_whole (const BvFraction *share, gint64 whole)
{
  gint64 least = bv_fraction_need (share, whole);
  gint64 most = bv_fraction_floor (share, whole);

  g_assert_true (bv_fraction_is_reached (share, least, whole));
  g_assert_false (bv_fraction_is_reached (share, least - 1, whole));
  g_assert_cmpint (least, <=, whole);
  g_assert_cmpint (most, <=, least);
  g_assert_cmpint (least - most, <=, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const gint64 wholes[] = { 1, 2, 7, 100, 999999, 1000001, G_MAXINT32, G_MAXINT64 };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  BvFraction share = { -1, -1, FALSE };
  BvFraction again;

  if (!bv_fraction_parse (text, &share, &error))
    {
      g_assert_true (error->domain == BV_VALUE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (share.numerator, ==, -1);
      return 0;
    }
  g_autofree char *printed = bv_fraction_format (&share);
  g_autofree char *label = bv_fraction_get_label (&share);

  g_assert_true (bv_fraction_parse (printed, &again, NULL));
  g_assert_cmpint (again.numerator, ==, share.numerator);
  g_assert_cmpint (again.denominator, ==, share.denominator);
  g_assert_cmpint (again.is_strict, ==, share.is_strict);
  g_assert_cmpstr (label, !=, "");
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    check_whole (&share, wholes[i]);
  return 0;
}
