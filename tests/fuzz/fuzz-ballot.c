// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as the marks of a ballot paper, for agendas of every length: what is read has a mark for each name, what is
 * not is refused in one sentence. */

#include "base/bv-error.h"
#include "fuzz.h"
#include "merit/bv-ballot.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint n_items = size > 0 ? data[0] % 40 : 0;
  g_autofree char *line = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBallot) ballot = bv_ballot_parse (line, n_items, &error);

  g_assert_true ((ballot == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == BV_VALUE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpuint (strlen (ballot->marks), ==, n_items);
  g_assert_cmpuint (strspn (ballot->marks, "012"), ==, n_items);
  if (ballot->is_valid)
    {
      g_autoptr (BvBallot) again = bv_ballot_parse (ballot->marks, n_items, NULL);

      g_assert_nonnull (again);
      g_assert_cmpstr (again->marks, ==, ballot->marks);
    }
  return 0;
}
