// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes in every encoding: what comes out is UTF-8, and the guess can always be decoded, except UTF-16
 * of an odd length. */

#include "base/bv-encoding.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  double confidence = -1;
  BvEncoding guess = bv_encoding_guess (bytes, &confidence);

  g_assert_cmpfloat (confidence, >=, 0);
  g_assert_cmpfloat (confidence, <=, 1);
  g_assert_nonnull (bv_encoding_get_name (guess));
  for (int encoding = 0; encoding < BV_N_ENCODINGS; encoding++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = bv_encoding_decode (bytes, (BvEncoding) encoding, &error);

      g_assert_true ((text == NULL) == (error != NULL));
      if (text != NULL)
        {
          gsize length;
          const char *utf8 = g_bytes_get_data (text, &length);

          g_assert_true (length == 0 || g_utf8_validate_len (utf8, length, NULL)
                         || encoding == BV_ENCODING_UTF8);
        }
    }
  return 0;
}
