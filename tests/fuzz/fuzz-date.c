// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as a date: what is understood is a day of the calendar and survives printing. */

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = bv_date_parse (text, &error);
  g_autofree char *birth = bv_date_parse_birth (text, NULL);

  g_assert_true ((iso == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL) && error->domain == BV_VALUE_ERROR);
  if (iso != NULL)
    {
      g_autofree char *brief = bv_date_format_short (iso);
      g_autofree char *full = bv_date_format_long (iso);
      g_autofree char *from_brief = bv_date_parse (brief, NULL);
      g_autofree char *from_full = bv_date_parse (full, NULL);

      g_assert_true (bv_date_is_valid (iso));
      g_assert_cmpstr (iso, ==, from_brief);
      g_assert_cmpstr (iso, ==, from_full);
      g_assert_cmpstr (iso, ==, birth);
    }
  return 0;
}
