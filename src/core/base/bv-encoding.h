// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BvEncoding: how the bytes of a text file stand for letters. Never stored. */
typedef enum
{
  BV_ENCODING_UTF8,
  BV_ENCODING_UTF16_LE,
  BV_ENCODING_UTF16_BE,
  BV_ENCODING_WINDOWS_1258,
  BV_ENCODING_TCVN3, /* TCVN 5712, "ABC", fonts .Vn* */
} BvEncoding;

#define BV_N_ENCODINGS (BV_ENCODING_TCVN3 + 1)

/** bv_encoding_get_name: "UTF-8", "TCVN3 (ABC)", for the screen. (transfer none) */
const char *bv_encoding_get_name (BvEncoding encoding);

/**
 * bv_encoding_decode: @bytes as UTF-8, a byte order mark removed, otherwise as they are (not
 * normalised). Windows-1258's letter followed by its tone is joined.
 *
 * Returns: (transfer full) (nullable): zero-terminated; %NULL with %BV_EXCHANGE_ERROR_ENCODING when the
 *   bytes cannot be of that encoding
 */
GBytes *bv_encoding_decode (GBytes *bytes, BvEncoding encoding, GError **error);

/**
 * bv_encoding_guess: which encoding the bytes are most likely in: a byte order mark, valid UTF-8, the
 * zero bytes of UTF-16, and else the share of words that are Vietnamese syllables after each decoding.
 * Whoever calls shows name and confidence; below 0.9 a person should look.
 *
 * @confidence: (out) (optional): 0 to 1
 */
BvEncoding bv_encoding_guess (GBytes *bytes, double *confidence);

G_END_DECLS
