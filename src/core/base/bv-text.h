// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_text_clean: the form in which text is stored: NFC, Latin "Ð" (U+00D0) as "Đ", no-break spaces
 * and tabs as spaces, soft hyphens and control characters removed, runs of spaces as one, ends
 * trimmed. Letters, tone placement and capitals stay as typed. DOMAIN 12.3.
 *
 * @text: UTF-8, (nullable)
 * Returns: (transfer full): never %NULL
 */
char *bv_text_clean (const char *text);

/**
 * bv_text_clean_paragraphs: every line as bv_text_clean() leaves it, lines kept apart by one line feed; empty lines at
 * the begin and the end are dropped, of several between two paragraphs one stays.
 *
 * Returns: (transfer full): never %NULL
 */
char *bv_text_clean_paragraphs (const char *text);

/**
 * bv_text_fold: the form in which text is compared without marks: cleaned, lower case, every mark
 * removed, "đ" as "d". "Điện Biên", "dien bien" and the decomposed form all give "dien bien".
 *
 * Returns: (transfer full): never %NULL
 */
char *bv_text_fold (const char *text);

/**
 * bv_text_fold_marks: for comparing with marks: cleaned, lower case, NFC, with the old and new tone
 * placement (hòa/hoà) and i/y (Kỹ/Kĩ, Lý/Lí) made equal. DOMAIN 12.3.
 *
 * Returns: (transfer full): never %NULL
 */
char *bv_text_fold_marks (const char *text);

/**
 * bv_text_matches: whether every word of @query begins a word of @text. A word of the query that
 * bears marks is compared with marks, one that bears none without. An empty query matches all.
 */
gboolean bv_text_matches (const char *text, const char *query);

/** bv_text_upper: capitals by the rules of Vietnamese ("đ" → "Đ", never "ß" → "SS").  */
char *bv_text_upper (const char *text);

/** bv_text_set: puts a copy of @text (nullable) into @place in place of what stands there. */
static inline void
bv_text_set (char **place, const char *text)
{
  char *copy = g_strdup (text);
  g_free (*place);
  *place = copy;
}

/** bv_text_take: the same without copying. @text: (transfer full) (nullable) */
static inline void
bv_text_take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

G_END_DECLS
