// SPDX-License-Identifier: GPL-3.0-or-later
/* From what an officer typed to an FTS5 query. The same fold as the index: marks away, "đ" as "d". */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-search.h"

#include "base/bv-text.h"

#include <string.h>

/* Letters and digits make words, as the tokenizer unicode61 has it; everything else parts them, and so
 * no sign that FTS5 understands can come through. */
static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* Kỹ and Kĩ, Lý and Lí, Quý and Quí are one name in two spellings, and equal in search: a word that ends
 * with i or y after a consonant is looked up both ways. DOMAIN 12.3. */
static gboolean
ends_with_i_or_y (const char *word)
{
  gsize length = strlen (word);

  return length >= 2 && (word[length - 1] == 'i' || word[length - 1] == 'y')
         && (strchr ("aeiouy", word[length - 2]) == NULL
             || (length >= 3 && word[length - 3] == 'q' && word[length - 2] == 'u'));
}

/* FTS5 knows no unspoken AND beside parentheses. */
static void
append_word (GString *query, const char *word, gboolean *after_group)
{
  gboolean is_group = ends_with_i_or_y (word);

  if (query->len > 0)
    g_string_append (query, is_group || *after_group ? " AND " : " ");
  if (is_group)
    {
      int stem = (int) strlen (word) - 1;

      g_string_append_printf (query, "(\"%.*si\"* OR \"%.*sy\"*)", stem, word, stem, word);
    }
  else
    g_string_append_printf (query, "\"%s\"*", word);
  *after_group = is_group;
}

char *
bv_search_fts_query (const char *typed)
{
  g_autofree char *folded = bv_text_fold (typed);
  g_autoptr (GString) word = g_string_new (NULL);
  GString *query = g_string_new (NULL);
  gboolean after_group = FALSE;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && is_word_character (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        append_word (query, word->str, &after_group);
      g_string_truncate (word, 0);
      if (c == 0)
        return g_string_free (query, query->len == 0);
    }
}
