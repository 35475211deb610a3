// SPDX-License-Identifier: GPL-3.0-or-later
/* The order of Vietnamese names. g_utf8_collate() puts vowels with two marks in the wrong place and
 * depends on the locale of the process; ICU's "vi" is right everywhere. A dictionary compares syllable
 * by syllable, tones included, before it looks at the next syllable, hence a key for every word.
 *
 * Collators are kept per thread (opening one takes milliseconds), and so are the keys of recent words:
 * a hundred thousand names have a few hundred different syllables. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-name.h"

#include "base/bv-syllable.h"
#include "base/bv-text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define CACHE_SIZE 1024
#define CACHE_WORD 24
#define CACHE_KEY 40

typedef struct
{
  char word[CACHE_WORD]; /* as given, UTF-8 */
  guint8 length;         /* of the word; 0 while the slot is empty */
  guint8 secondary_length;
  guint8 tertiary_length;
  guint8 secondary[CACHE_KEY];
  guint8 tertiary[CACHE_KEY];
} CachedWord;

typedef struct
{
  UCollator *secondary;
  UCollator *tertiary;
  CachedWord words[CACHE_SIZE];
} Collation;

static void
collation_free (gpointer data)
{
  Collation *self = data;

  ucol_close (self->secondary);
  ucol_close (self->tertiary);
  g_free (self);
}

static UCollator *
open_collator (UCollationStrength strength)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation rules: %s", u_errorName (status));
  ucol_setStrength (collator, strength);
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  return collator;
}

static Collation *
get_collation (void)
{
  static GPrivate key = G_PRIVATE_INIT (collation_free);
  Collation *self = g_private_get (&key);

  if (self == NULL)
    {
      self = g_new0 (Collation, 1);
      self->secondary = open_collator (UCOL_SECONDARY);
      self->tertiary = open_collator (UCOL_TERTIARY);
      g_private_set (&key, self);
    }
  return self;
}

static void
append_key (GByteArray *key, UCollator *collator, const UChar *text, int32_t length)
{
  guint8 buffer[256];
  int32_t size = ucol_getSortKey (collator, text, length, buffer, sizeof buffer);

  if (size <= (int32_t) sizeof buffer)
    {
      g_byte_array_append (key, buffer, (guint) size);
      return;
    }
  g_autofree guint8 *large = g_malloc ((gsize) size);
  ucol_getSortKey (collator, text, length, large, size);
  g_byte_array_append (key, large, (guint) size);
}

/* Appends the keys of one word; each ends with a zero byte, which is lower than anything in a key. */
static void
append_word (Collation *self,
             GByteArray *secondary,
             GByteArray *tertiary,
             const char *word,
             gsize length)
{
  CachedWord *slot = NULL;

  if (length < CACHE_WORD)
    {
      guint hash = 5381;

      for (gsize i = 0; i < length; i++)
        hash = hash * 33 + (guint8) word[i];
      slot = &self->words[hash % CACHE_SIZE];
      if (slot->length == length && memcmp (slot->word, word, length) == 0)
        {
          g_byte_array_append (secondary, slot->secondary, slot->secondary_length);
          g_byte_array_append (tertiary, slot->tertiary, slot->tertiary_length);
          return;
        }
    }

  glong n = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, (glong) length, &n);
  g_autofree gunichar2 *utf16 = NULL;
  glong n16 = 0;
  guint secondary_start = secondary->len, tertiary_start = tertiary->len;

  bv_syllable_place_tone (letters, (gsize) n); /* "Hòa" and "Hoà" are one name */
  utf16 = g_ucs4_to_utf16 (letters, n, NULL, &n16, NULL);
  append_key (secondary, self->secondary, (const UChar *) utf16, (int32_t) n16);
  append_key (tertiary, self->tertiary, (const UChar *) utf16, (int32_t) n16);

  guint secondary_length = secondary->len - secondary_start;
  guint tertiary_length = tertiary->len - tertiary_start;
  if (slot == NULL || secondary_length > CACHE_KEY || tertiary_length > CACHE_KEY)
    return;
  memcpy (slot->word, word, length);
  slot->length = (guint8) length;
  slot->secondary_length = (guint8) secondary_length;
  slot->tertiary_length = (guint8) tertiary_length;
  memcpy (slot->secondary, secondary->data + secondary_start, secondary_length);
  memcpy (slot->tertiary, tertiary->data + tertiary_start, tertiary_length);
}

static void
append_words (Collation *self,
              GByteArray *secondary,
              GByteArray *tertiary,
              char **words,
              gsize first,
              gsize end)
{
  for (gsize i = first; i < end; i++)
    append_word (self, secondary, tertiary, words[i], strlen (words[i]));
  g_byte_array_append (secondary, (const guint8 *) "", 1); /* a part ends: "ba" before "ba gai" */
}

GBytes *
bv_name_sort_key (const char *name, BvNameOrder order)
{
  Collation *self = get_collation ();
  g_autofree char *clean = bv_text_clean (name);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  gsize n = g_strv_length (words);
  GByteArray *key = g_byte_array_sized_new (96);
  g_autoptr (GByteArray) tertiary = g_byte_array_sized_new (96);

  if (order == BV_NAME_ORDER_PLAIN)
    append_words (self, key, tertiary, words, 0, n);
  else
    {
      /* Every part is there even when it is empty: "An" stands before "Lò An". */
      gsize given = n > 0 ? n - 1 : 0;
      gsize family = order == BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY ? MIN (1, given) : given;

      append_words (self, key, tertiary, words, given, n);
      append_words (self, key, tertiary, words, family, given);
      append_words (self, key, tertiary, words, 0, family);
    }
  g_byte_array_append (key, tertiary->data, tertiary->len);
  return g_byte_array_free_to_bytes (key);
}

int
bv_name_compare (const char *a, const char *b, BvNameOrder order)
{
  g_autoptr (GBytes) key_a = bv_name_sort_key (a, order);
  g_autoptr (GBytes) key_b = bv_name_sort_key (b, order);

  return g_bytes_compare (key_a, key_b);
}
