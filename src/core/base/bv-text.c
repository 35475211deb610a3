// SPDX-License-Identifier: GPL-3.0-or-later
/* Text as it is stored, compared and searched. Works on UTF-8 alone, keeps no state, any thread. Most
 * cells of a spreadsheet are plain already: every function looks for that first, because an import
 * cleans a million of them. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-text.h"

#include "base/bv-syllable.h"

#include <string.h>

static gboolean
is_dropped (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0xfffe
         || (c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r')
         || (c >= 0x7f && c < 0xa0 && c != 0x85);
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680
         || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f
         || c == 0x3000;
}

/* Below U+0300 and in Latin Extended Additional every character is its own NFC form, unless a
 * combining mark follows, which would stand outside these blocks. */
static gboolean
is_composed (gunichar c)
{
  return c < 0x300 || (c >= 0x1e00 && c < 0x1f00);
}

/* Whether the text is stored as it stands. */
static gboolean
is_clean (const char *text)
{
  gboolean after_space = TRUE;
  const guchar *p = (const guchar *) text;

  while (*p != 0)
    {
      if (*p >= 0x80)
        {
          gunichar c = g_utf8_get_char ((const char *) p);

          if (!is_composed (c) || c < 0xc0 || c == 0xd0 || c == 0xf0 || c == 0x189)
            return FALSE;
          after_space = FALSE;
          p = (const guchar *) g_utf8_next_char (p);
          continue;
        }
      if (*p < 0x20 || *p == 0x7f || (*p == ' ' && after_space))
        return FALSE;
      after_space = *p == ' ';
      p++;
    }
  return p == (const guchar *) text || !after_space;
}

char *
bv_text_clean (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (is_clean (text))
    return g_strdup (text);

  GString *out = g_string_sized_new (strlen (text));
  gboolean composed = TRUE, pending = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dropped (c))
        continue;
      if (is_space (c))
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      if (c == 0xd0 || c == 0x189)
        c = 0x110;
      else if (c == 0xf0)
        c = 0x111;
      composed = composed && is_composed (c);
      g_string_append_unichar (out, c);
    }
  if (composed)
    return g_string_free (out, FALSE);

  char *normal = g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
  g_string_free (out, TRUE);
  return normal;
}

char *
bv_text_clean_paragraphs (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = NULL;
  GString *out = g_string_new (NULL);
  guint n_empty = 0;

  text = valid;
  for (char *to = valid;; text++)
    {
      if (text[0] == '\r' && text[1] == '\n')
        continue;
      *to++ = *text;
      if (*text == '\0')
        break;
    }
  g_strdelimit (valid, "\r\v\f", '\n');
  lines = g_strsplit (valid, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = bv_text_clean (lines[i]);

      if (*line == '\0')
        {
          n_empty++;
          continue;
        }
      if (out->len > 0)
        g_string_append (out, n_empty > 0 ? "\n\n" : "\n");
      g_string_append (out, line);
      n_empty = 0;
    }
  return g_string_free (out, FALSE);
}

/* The letter without any mark, lower case; 0 when it is only a mark. */
static gunichar
fold_letter (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  c = g_unichar_tolower (c);
  if (c < 0x80)
    return c;
  if (c == 0x111)
    return 'd';
  if (g_unichar_ismark (c))
    return 0;
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0];
}

char *
bv_text_fold (const char *text)
{
  g_autofree char *clean = bv_text_clean (text);
  GString *out = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_letter (g_utf8_get_char (p));

      if (c == 0)
        continue;
      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_word_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* "y" as the only vowel of a syllable is often written "i": kỹ, lý, mỹ, quý. Not in "thúy" or "hay". */
static void
unify_y (gunichar *word, gsize length)
{
  BvTone tone;

  if (length == 0 || bv_syllable_split_letter (word[length - 1], &tone) != 'y')
    return;
  for (gsize i = 0; i + 1 < length; i++)
    {
      BvTone unused;
      gunichar bare = bv_syllable_split_letter (word[i], &unused);
      gboolean after_q = i == 1 && bare == 'u' && word[0] == 'q';

      if (!after_q && (strchr ("aeiouy", (int) MIN (bare, 0x7f)) != NULL || bare > 0x7f)
          && bare != 0x111)
        return;
    }
  word[length - 1] = bv_syllable_join_letter ('i', tone);
}

/* The small letters of @text, composed. A capital may have no composed form with a mark that its small letter has
 * one with: "İ̂" and "î". */
static gunichar *
lower_letters (const char *text, glong *n)
{
  gunichar *letters = g_utf8_to_ucs4_fast (text, -1, n);
  gboolean has_marks = FALSE;

  for (glong i = 0; i < *n; i++)
    {
      letters[i] = g_unichar_tolower (letters[i]);
      has_marks |= g_unichar_ismark (letters[i]);
    }
  if (!has_marks)
    return letters;
  g_autofree char *lower = g_ucs4_to_utf8 (letters, *n, NULL, NULL, NULL);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
  g_free (letters);
  return g_utf8_to_ucs4_fast (composed, -1, n);
}

char *
bv_text_fold_marks (const char *text)
{
  g_autofree char *clean = bv_text_clean (text);
  glong n = 0;
  g_autofree gunichar *letters = lower_letters (clean, &n);

  for (glong i = 0; i < n;)
    {
      glong start = i;

      while (i < n && is_word_letter (letters[i]))
        i++;
      bv_syllable_place_tone (letters + start, (gsize) (i - start));
      unify_y (letters + start, (gsize) (i - start));
      while (i < n && !is_word_letter (letters[i]))
        i++;
    }
  return g_ucs4_to_utf8 (letters, n, NULL, NULL, NULL);
}

/* Whether the word of the query, bearing marks, begins the word of the text. While a word is still
 * being typed its tone may be missing and may stand on another letter than in the finished word. */
static gboolean
begins_with_marks (const char *word, const char *end, const char *query, const char *query_end)
{
  BvTone word_tone = BV_TONE_NONE, query_tone = BV_TONE_NONE, tone;

  while (query < query_end)
    {
      if (word >= end)
        return FALSE;
      gunichar a = bv_syllable_split_letter (g_utf8_get_char (word), &tone);
      word_tone = MAX (word_tone, tone);
      gunichar b = bv_syllable_split_letter (g_utf8_get_char (query), &tone);
      query_tone = MAX (query_tone, tone);
      if (a != b)
        return FALSE;
      word = g_utf8_next_char (word);
      query = g_utf8_next_char (query);
    }
  gboolean whole = word >= end;
  for (; word < end; word = g_utf8_next_char (word))
    {
      bv_syllable_split_letter (g_utf8_get_char (word), &tone);
      word_tone = MAX (word_tone, tone);
    }
  return word_tone == query_tone || (!whole && query_tone == BV_TONE_NONE);
}

static const char *
next_word (const char *p, const char **end)
{
  while (*p != '\0' && !is_word_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return NULL;
  for (*end = p; **end != '\0' && is_word_letter (g_utf8_get_char (*end));)
    *end = g_utf8_next_char (*end);
  return p;
}

static gboolean
some_word_begins (const char *text, const char *query, gboolean with_marks)
{
  const char *end;
  gsize length = strlen (query);

  for (const char *word = next_word (text, &end); word != NULL; word = next_word (end, &end))
    if (with_marks ? begins_with_marks (word, end, query, query + length)
                   : (gsize) (end - word) >= length && memcmp (word, query, length) == 0)
      return TRUE;
  return FALSE;
}

/* Letter by letter, as the folding functions do: g_utf8_strdown() makes two letters of some. */
static char *
lower_case (const char *text)
{
  g_autofree char *clean = bv_text_clean (text);
  GString *out = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

gboolean
bv_text_matches (const char *text, const char *query)
{
  g_autofree char *lower = lower_case (query);
  g_autofree char *text_plain = bv_text_fold (text);
  g_autofree char *text_marks = bv_text_fold_marks (text);
  g_autofree char *text_marks_plain = bv_text_fold (text_marks);
  const char *end;

  for (const char *word = next_word (lower, &end); word != NULL; word = next_word (end, &end))
    {
      /* Half a word is no syllable yet ("quy" of "quyền"): it may match as typed or as folded. */
      g_autofree char *typed = g_strndup (word, (gsize) (end - word));
      g_autofree char *typed_plain = bv_text_fold (typed);
      g_autofree char *marks = bv_text_fold_marks (typed);
      g_autofree char *marks_plain = bv_text_fold (marks);
      gboolean with_marks = strcmp (typed, typed_plain) != 0;
      gboolean found;

      if (with_marks)
        found = some_word_begins (text_marks, typed, TRUE)
                || some_word_begins (text_marks, marks, TRUE);
      else
        found = some_word_begins (text_plain, typed_plain, FALSE)
                || some_word_begins (text_marks_plain, marks_plain, FALSE);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

char *
bv_text_upper (const char *text)
{
  g_autofree char *clean = bv_text_clean (text);
  GString *out = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}
