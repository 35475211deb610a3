// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_search_fts_query: what an officer typed, as an FTS5 query over derived_subject_search: every word
 * folded (đ → d), quoted, and a prefix; all words must match. "điện bie" → "\"dien\"* \"bie\"*".
 *
 * A word that ends with i or y after a consonant is looked up with either letter (Kỹ, Kĩ).
 *
 * Returns: (transfer full) (nullable): %NULL when nothing searchable is left
 */
char *bv_search_fts_query (const char *typed);

G_END_DECLS
