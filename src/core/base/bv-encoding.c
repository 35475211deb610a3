// SPDX-License-Identifier: GPL-3.0-or-later
/* Bytes of old and new files as UTF-8. The tables of Windows-1258 and TCVN3 stand here because the
 * converters of the C library are not on every machine and refuse what offices really wrote. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-encoding.h"

#include "base/bv-error.h"
#include "base/bv-syllable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT 0xfffd

/* TCVN 5712, from 0xA0; 0 is unassigned. DOMAIN 12.3. */
static const guint16 tcvn_high[96] = {
  0x00a0, 0x0102, 0x00c2, 0x00ca, 0x00d4, 0x01a0, 0x01af, 0x0110, /* A0 */
  0x0103, 0x00e2, 0x00ea, 0x00f4, 0x01a1, 0x01b0, 0x0111, 0x1eb0, /* A8 */
  0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00e0, 0x1ea3, 0x00e3, /* B0 */
  0x00e1, 0x1ea1, 0x1eb2, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb4, /* B8 */
  0x1eae, 0x1ea6, 0x1ea8, 0x1eaa, 0x1ea4, 0x1ec0, 0x1eb7, 0x1ea7, /* C0 */
  0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0x00e8, 0x1ec2, 0x1ebb, 0x1ebd, /* C8 */
  0x00e9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0x00ec, /* D0 */
  0x1ec9, 0x1ec4, 0x1ebe, 0x1ed2, 0x0129, 0x00ed, 0x1ecb, 0x00f2, /* D8 */
  0x1ed4, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7, /* E0 */
  0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0x00f9, /* E8 */
  0x1ed6, 0x1ee7, 0x0169, 0x00fa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef, /* F0 */
  0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5, 0x1ed0, /* F8 */
};

/* The capitals that TCVN 5712-1 keeps at 0x80 to 0x9F. */
static const guint16 tcvn_middle[32] = {
  0x00c0, 0x1ea2, 0x00c3, 0x00c1, 0x1ea0, 0x1eb6, 0x1eac, 0x00c8, /* 80 */
  0x1eba, 0x1ebc, 0x00c9, 0x1eb8, 0x1ec6, 0x00cc, 0x1ec8, 0x0128, /* 88 */
  0x00cd, 0x1eca, 0x00d2, 0x1ece, 0x00d5, 0x00d3, 0x1ecc, 0x1ed8, /* 90 */
  0x1edc, 0x1ede, 0x1ee0, 0x1eda, 0x1ee2, 0x00d9, 0x1ee6, 0x0168, /* 98 */
};

static const guint16 cp1258_middle[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 80 */
  0x02c6, 0x2030, 0,      0x2039, 0x0152, 0,      0,      0,      /* 88 */
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 90 */
  0x02dc, 0x2122, 0,      0x203a, 0x0153, 0,      0,      0x0178, /* 98 */
};

static gunichar
from_tcvn3 (guint8 byte)
{
  if (byte < 0x80)
    return byte;
  return byte < 0xa0 ? tcvn_middle[byte - 0x80] : tcvn_high[byte - 0xa0];
}

static gunichar
from_windows_1258 (guint8 byte)
{
  switch (byte)
    {
    case 0xc3:
      return 0x102;
    case 0xcc:
      return 0x300;
    case 0xd0:
      return 0x110;
    case 0xd2:
      return 0x309;
    case 0xd5:
      return 0x1a0;
    case 0xdd:
      return 0x1af;
    case 0xde:
      return 0x303;
    case 0xe3:
      return 0x103;
    case 0xec:
      return 0x301;
    case 0xf0:
      return 0x111;
    case 0xf2:
      return 0x323;
    case 0xf5:
      return 0x1a1;
    case 0xfd:
      return 0x1b0;
    case 0xfe:
      return 0x20ab;
    default:
      return byte >= 0x80 && byte < 0xa0 ? cp1258_middle[byte - 0x80] : byte;
    }
}

static gunichar
from_byte (BvEncoding encoding, guint8 byte)
{
  return encoding == BV_ENCODING_TCVN3 ? from_tcvn3 (byte) : from_windows_1258 (byte);
}

static GBytes *
to_bytes (GString *text)
{
  gsize length = text->len;

  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

static GBytes *
decode_utf16 (const guint8 *data, gsize size, gboolean big)
{
  GString *out = g_string_sized_new (size);
  gsize i = 0;

  if (size >= 2 && data[big ? 0 : 1] == 0xfe && data[big ? 1 : 0] == 0xff)
    i = 2;
  for (; i + 1 < size; i += 2)
    {
      gunichar c = big ? (gunichar) data[i] << 8 | data[i + 1]
                       : (gunichar) data[i + 1] << 8 | data[i];

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < size)
        {
          gunichar low = big ? (gunichar) data[i + 2] << 8 | data[i + 3]
                             : (gunichar) data[i + 3] << 8 | data[i + 2];

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (c == 0 || (c >= 0xd800 && c < 0xe000))
        c = REPLACEMENT;
      g_string_append_unichar (out, c);
    }
  return to_bytes (out);
}

static gboolean
has_bom (const guint8 *data, gsize size)
{
  return size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
}

const char *
bv_encoding_get_name (BvEncoding encoding)
{
  static const char *const names[] = { "UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1258",
                                       "TCVN3 (ABC)" };

  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), NULL);
  return names[encoding];
}

GBytes *
bv_encoding_decode (GBytes *bytes, BvEncoding encoding, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return to_bytes (g_string_new (NULL));
  switch (encoding)
    {
    case BV_ENCODING_UTF8:
      {
        gsize start = has_bom (data, size) ? 3 : 0;
        const char *end;

        if (size > start && !g_utf8_validate_len ((const char *) data + start, size - start, &end))
          {
            g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_ENCODING,
                         /* Translators: %s is the name of a text encoding. */
                         _ ("The text is not written in %s. Choose another encoding."),
                         bv_encoding_get_name (encoding));
            return NULL;
          }
        return to_bytes (g_string_new_len ((const char *) data + start, (gssize) (size - start)));
      }
    case BV_ENCODING_UTF16_LE:
    case BV_ENCODING_UTF16_BE:
      if (size % 2 != 0)
        {
          g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_ENCODING,
                       _ ("The text is not written in %s. Choose another encoding."),
                       bv_encoding_get_name (encoding));
          return NULL;
        }
      return decode_utf16 (data, size, encoding == BV_ENCODING_UTF16_BE);
    case BV_ENCODING_WINDOWS_1258:
    case BV_ENCODING_TCVN3:
      {
        g_autoptr (GString) out = g_string_sized_new (size + size / 2);

        for (gsize i = 0; i < size; i++)
          {
            gunichar c = from_byte (encoding, data[i]);

            g_string_append_unichar (out, c != 0 ? c : REPLACEMENT);
          }
        char *joined = g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
        return g_bytes_new_take (joined, strlen (joined));
      }
    default:
      g_return_val_if_reached (NULL);
    }
}

/* How much of the text is Vietnamese: the share of words with letters beyond ASCII that are syllables. */
static double
score (const guint8 *data, gsize size, BvEncoding encoding, guint *n_words)
{
  g_autoptr (GBytes) part = g_bytes_new_static (data, size);
  g_autoptr (GBytes) decoded = bv_encoding_decode (part, encoding, NULL);
  gunichar word[16];
  gsize length = 0;
  gboolean marked = FALSE;
  guint good = 0;

  *n_words = 0;
  if (decoded == NULL)
    return 0;
  gsize text_size;
  const char *p = g_bytes_get_data (decoded, &text_size);
  for (const char *end = p + text_size; p <= end;)
    {
      gunichar c = p < end ? g_utf8_get_char (p) : 0;

      if (c != 0 && (g_unichar_isalpha (c) || c == REPLACEMENT || g_unichar_ismark (c)))
        {
          if (length < G_N_ELEMENTS (word))
            word[length++] = c;
          marked = marked || c >= 0x80;
        }
      else
        {
          if (length > 0 && marked)
            {
              (*n_words)++;
              good += bv_syllable_is_valid (word, length);
            }
          /* A sign of the upper half that stands in no word speaks against the encoding. */
          else if (c >= 0x80 && c != 0xa0 && (c < 0x2010 || c > 0x2030))
            (*n_words)++;
          length = 0;
          marked = FALSE;
        }
      if (p >= end)
        break;
      p = g_utf8_next_char (p);
    }
  return *n_words > 0 ? (double) good / *n_words : 0;
}

static gboolean
looks_like_utf16 (const guint8 *data, gsize size, gboolean *big)
{
  gsize n = MIN (size, 4096) / 2, even = 0, odd = 0;

  for (gsize i = 0; i < n; i++)
    {
      even += data[2 * i] == 0;
      odd += data[2 * i + 1] == 0;
    }
  *big = even > odd;
  return size % 2 == 0 && n > 0 && MAX (even, odd) * 10 >= n * 3
         && MIN (even, odd) * 10 <= MAX (even, odd);
}

BvEncoding
bv_encoding_guess (GBytes *bytes, double *confidence)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  double unused;
  gboolean big;

  if (confidence == NULL)
    confidence = &unused;
  *confidence = 1;
  if (size == 0 || has_bom (data, size))
    return BV_ENCODING_UTF8;
  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return BV_ENCODING_UTF16_LE;
  if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return BV_ENCODING_UTF16_BE;
  if (memchr (data, 0, size) == NULL && g_utf8_validate_len ((const char *) data, size, NULL))
    return BV_ENCODING_UTF8;
  if (looks_like_utf16 (data, size, &big))
    {
      *confidence = 0.95;
      return big ? BV_ENCODING_UTF16_BE : BV_ENCODING_UTF16_LE;
    }

  /* The first 256 kB are enough to tell. */
  gsize sample = MIN (size, 256 * 1024);
  guint windows_words, tcvn_words;
  double windows = score (data, sample, BV_ENCODING_WINDOWS_1258, &windows_words);
  double tcvn = score (data, sample, BV_ENCODING_TCVN3, &tcvn_words);
  double best = MAX (windows, tcvn), other = MIN (windows, tcvn);

  /* Sure when nearly every word is a syllable one way and few are the other way; a handful of words
   * proves little. */
  *confidence = CLAMP ((best - other) * 1.5, 0, best)
                * MIN (1, MAX (windows_words, tcvn_words) / 5.0);
  return tcvn >= windows ? BV_ENCODING_TCVN3 : BV_ENCODING_WINDOWS_1258;
}
