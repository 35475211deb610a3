// SPDX-License-Identifier: GPL-3.0-or-later
/* From what an officer typed to an FTS5 query. The same fold as the index: marks away, "đ" as "d". */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-search.h"

#include "base/bv-text.h"

/* Letters and digits make words, as the tokenizer unicode61 has it; everything else parts them, and so
 * no sign that FTS5 understands can come through. */
static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

char *
bv_search_fts_query (const char *typed)
{
  g_autofree char *folded = bv_text_fold (typed);
  GString *query = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_word_character (c))
        {
          if (!in_word)
            g_string_append (query, query->len > 0 ? " \"" : "\"");
          g_string_append_unichar (query, c);
        }
      else if (in_word)
        g_string_append (query, "\"*");
      in_word = is_word_character (c);
    }
  if (in_word)
    g_string_append (query, "\"*");
  return g_string_free (query, query->len == 0);
}
