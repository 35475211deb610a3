// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as a time of day: what is understood reads again as the same. */

#include "fuzz.h"
#include "merit/bv-meeting.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *time = bv_meeting_parse_time (text);

  if (time != NULL)
    {
      g_autofree char *again = bv_meeting_parse_time (time);

      g_assert_cmpuint (strlen (time), ==, 5);
      g_assert_cmpstr (time, >=, "00:00");
      g_assert_cmpstr (time, <=, "23:59");
      g_assert_cmpstr (time, ==, again);
    }
  return 0;
}
