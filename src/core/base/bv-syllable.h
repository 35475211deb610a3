// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Vietnamese syllable: letters and one tone. Private to base/. */

/** BvTone: in the order of the dictionary: không dấu, huyền, hỏi, ngã, sắc, nặng. */
typedef enum
{
  BV_TONE_NONE,
  BV_TONE_GRAVE,
  BV_TONE_HOOK,
  BV_TONE_TILDE,
  BV_TONE_ACUTE,
  BV_TONE_DOT,
} BvTone;

/** bv_syllable_split_letter: "ệ" into "ê" and the dot; the capital stays a capital. Other characters
 * come back as they are, without a tone. */
gunichar bv_syllable_split_letter (gunichar letter, BvTone *tone);

/** bv_syllable_join_letter: the reverse; a letter that bears no tone comes back as it is. */
gunichar bv_syllable_join_letter (gunichar letter, BvTone tone);

/**
 * bv_syllable_place_tone: moves the tone of one word to where the newer spelling has it: "hòa" becomes
 * "hoà", "qúy" becomes "quý". Words that are no syllable (two tones, no vowel) stay.
 *
 * @word: (inout): precomposed letters of either case; the length never changes
 */
void bv_syllable_place_tone (gunichar *word, gsize length);

/**
 * bv_syllable_is_valid: whether a word can be Vietnamese: a known onset, a known rhyme, and a tone
 * that the rhyme allows.
 *
 * @word: precomposed letters of either case
 */
gboolean bv_syllable_is_valid (const gunichar *word, gsize length);

G_END_DECLS
