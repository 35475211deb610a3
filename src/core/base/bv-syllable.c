// SPDX-License-Identifier: GPL-3.0-or-later
/* What makes a word a Vietnamese syllable and where its tone stands. Used to compare spellings, to
 * order names and to tell one legacy encoding from another. Pure functions, any thread. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-syllable.h"

#include <string.h>

/* Twelve vowels with their six tones, in the order of BvTone. */
static const gunichar vowels[][6] = {
  { 'a', 0xe0, 0x1ea3, 0xe3, 0xe1, 0x1ea1 },
  { 0x103, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb7 },
  { 0xe2, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead },
  { 'e', 0xe8, 0x1ebb, 0x1ebd, 0xe9, 0x1eb9 },
  { 0xea, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7 },
  { 'i', 0xec, 0x1ec9, 0x129, 0xed, 0x1ecb },
  { 'o', 0xf2, 0x1ecf, 0xf5, 0xf3, 0x1ecd },
  { 0xf4, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9 },
  { 0x1a1, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3 },
  { 'u', 0xf9, 0x1ee7, 0x169, 0xfa, 0x1ee5 },
  { 0x1b0, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1 },
  { 'y', 0x1ef3, 0x1ef7, 0x1ef9, 0xfd, 0x1ef5 },
};

/* Letters stand below U+0250 and in U+1EA0 to U+1EFF: two small tables answer at once. */
#define LOW_SIZE 0x250
#define HIGH_START 0x1ea0
#define HIGH_SIZE 0x60

typedef struct
{
  guint16 base;
  guint8 tone;
  guint8 row; /* of the vowel, from 1; 0 for none */
} Letter;

static Letter low_letters[LOW_SIZE];
static Letter high_letters[HIGH_SIZE];

/* Every rhyme without its tone; what stands before is the onset. */
static const char *const rhymes[] = {
  "a",    "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",  "ap",   "at",   "au",
  "ay",   "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",  "ân",   "âng",  "âp",
  "ât",   "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",  "ep",   "et",   "ê",
  "êch",  "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",  "ich",  "iêc",  "iêm",
  "iên",  "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",  "it",   "iu",   "o",
  "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao", "oap",  "oat",  "oay",
  "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo", "oet",  "oi",   "om",
  "on",   "ong",  "ooc",  "oong", "op",   "ot",   "ô",    "ôc",   "ôi",  "ôm",   "ôn",   "ông",
  "ôp",   "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",   "ua",   "uân",  "uâng",
  "uât",  "uây",  "uc",   "uê",   "uêch", "uênh", "ui",   "um",   "un",  "ung",  "uơ",   "uôc",
  "uôi",  "uôm",  "uôn",  "uông", "uôt",  "up",   "ut",   "uy",   "uya", "uych", "uyên", "uyêt",
  "uynh", "uyp",  "uyt",  "uyu",  "ư",    "ưa",   "ưc",   "ưi",   "ưm",  "ưng",  "ươc",  "ươi",
  "ươm",  "ươn",  "ương", "ươp",  "ươt",  "ươu",  "ưt",   "ưu",   "y",   "yêm",  "yên",  "yêng",
  "yêt",  "yêu",  "ynh",  "uyn",  "oăp",  "ak",   "ăk",   "ôk"
};

static const char *const onsets[] = { "",   "b",  "c", "ch", "d",  "đ",  "g",   "gh", "gi", "h",
                                      "k",  "kh", "l", "m",  "n",  "ng", "ngh", "nh", "p",  "ph",
                                      "qu", "r",  "s", "t",  "th", "tr", "v",   "x" };

static GHashTable *rhyme_set;
static GHashTable *onset_set;

static Letter *
letter_slot (gunichar letter)
{
  if (letter < LOW_SIZE)
    return &low_letters[letter];
  if (letter >= HIGH_START && letter < HIGH_START + HIGH_SIZE)
    return &high_letters[letter - HIGH_START];
  return NULL;
}

static void
put_letter (gunichar letter, gunichar base, guint tone, guint row)
{
  Letter *slot = letter_slot (letter);

  g_assert (slot != NULL);
  slot->base = (guint16) base;
  slot->tone = (guint8) tone;
  slot->row = (guint8) row;
}

static void
prepare (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    for (guint tone = 0; tone < 6; tone++)
      {
        put_letter (vowels[i][tone], vowels[i][0], tone, i + 1);
        put_letter (g_unichar_toupper (vowels[i][tone]), g_unichar_toupper (vowels[i][0]), tone,
                    i + 1);
      }
  rhyme_set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (rhymes); i++)
    g_hash_table_add (rhyme_set, (gpointer) rhymes[i]);
  onset_set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    g_hash_table_add (onset_set, (gpointer) onsets[i]);
  g_once_init_leave (&done, 1);
}

static const Letter *
find_letter (gunichar letter)
{
  const Letter *slot = letter_slot (letter);

  prepare ();
  return slot != NULL && slot->row != 0 ? slot : NULL;
}

gunichar
bv_syllable_split_letter (gunichar letter, BvTone *tone)
{
  const Letter *slot = find_letter (letter);

  *tone = slot != NULL ? slot->tone : BV_TONE_NONE;
  return slot != NULL ? slot->base : letter;
}

gunichar
bv_syllable_join_letter (gunichar letter, BvTone tone)
{
  const Letter *slot = find_letter (letter);

  if (slot == NULL)
    return letter;
  gunichar joined = vowels[slot->row - 1][tone];
  return g_unichar_isupper (letter) ? g_unichar_toupper (joined) : joined;
}

/* Where the tone of the vowels first..last (inclusive) of a lower-case toneless word stands. */
static gsize
tone_position (const gunichar *bare, gsize first, gsize last, gboolean closed)
{
  gsize n = last - first + 1;

  for (gsize i = last + 1; i-- > first;)
    if (bare[i] > 0x7f) /* ă â ê ô ơ ư carry it; of "ươ" the second */
      return i;
  if (n == 1)
    return first;
  if (closed)
    return last;
  if (n >= 3)
    return first + 1;
  if ((bare[first] == 'o' && (bare[last] == 'a' || bare[last] == 'e'))
      || (bare[first] == 'u' && bare[last] == 'y'))
    return last;
  return first;
}

void
bv_syllable_place_tone (gunichar *word, gsize length)
{
  gunichar bare[8];
  BvTone tone = BV_TONE_NONE;
  gsize at = 0, first, last;

  if (length == 0 || length > G_N_ELEMENTS (bare))
    return;
  for (gsize i = 0; i < length; i++)
    {
      BvTone t;

      bare[i] = g_unichar_tolower (bv_syllable_split_letter (word[i], &t));
      if (t == BV_TONE_NONE)
        continue;
      if (tone != BV_TONE_NONE)
        return;
      tone = t;
      at = i;
    }
  if (tone == BV_TONE_NONE)
    return;
  for (first = 0; first < length && find_letter (bare[first]) == NULL; first++)
    ;
  for (last = first; last + 1 < length && find_letter (bare[last + 1]) != NULL; last++)
    ;
  if (last > first
      && ((bare[first] == 'u' && first > 0 && bare[first - 1] == 'q')
          || (bare[first] == 'i' && first == 1 && bare[0] == 'g')))
    first++;
  for (gsize i = last + 1; i < length; i++)
    if (find_letter (bare[i]) != NULL)
      return;

  gsize to = tone_position (bare, first, last, last + 1 < length);
  if (to == at)
    return;
  BvTone unused;
  word[at] = bv_syllable_split_letter (word[at], &unused);
  word[to] = bv_syllable_join_letter (word[to], tone);
}

gboolean
bv_syllable_is_valid (const gunichar *word, gsize length)
{
  char text[8 * 4 + 1];
  gsize offsets[9];
  gsize size = 0;
  BvTone tone = BV_TONE_NONE;

  prepare ();
  if (length == 0 || length > 8)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      BvTone t;
      gunichar bare = g_unichar_tolower (bv_syllable_split_letter (word[i], &t));

      if (t != BV_TONE_NONE && tone != BV_TONE_NONE)
        return FALSE;
      if (t != BV_TONE_NONE)
        tone = t;
      offsets[i] = size;
      size += (gsize) g_unichar_to_utf8 (bare, text + size);
    }
  text[size] = '\0';
  offsets[length] = size;

  gboolean stopped = size > 0 && strchr ("ptck", text[size - 1]) != NULL;
  if (g_str_has_suffix (text, "ch"))
    stopped = TRUE;
  for (gsize cut = 0; cut < length && cut <= 3; cut++)
    {
      char onset[16];

      memcpy (onset, text, offsets[cut]);
      onset[offsets[cut]] = '\0';
      if (!g_hash_table_contains (onset_set, onset)
          || !g_hash_table_contains (rhyme_set, text + offsets[cut]))
        continue;
      return !stopped || tone == BV_TONE_ACUTE || tone == BV_TONE_DOT;
    }
  /* "gì", "gìn", "giếng": the i belongs to onset and rhyme alike. */
  return g_str_has_prefix (text, "gi") && g_hash_table_contains (rhyme_set, text + 1);
}
