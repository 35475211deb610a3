// SPDX-License-Identifier: GPL-3.0-or-later
/* Abbreviations of titles by their codes. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-title-names.h"

static GHashTable *names;

gboolean
bv_title_names_fill (BvRegimeSet *regimes)
{
  GPtrArray *all = bv_regime_set_get_regimes (regimes);
  gboolean is_new = FALSE;

  if (names == NULL)
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < all->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (all, i);

      for (guint j = 0; j < regime->awards->len; j++)
        {
          const BvRegimeAward *award = g_ptr_array_index (regime->awards, j);

          is_new |= !g_hash_table_contains (names, award->code);
          g_hash_table_replace (names, g_strdup (award->code), g_strdup (award->abbreviation));
        }
    }
  return is_new;
}

const char *
bv_title_names_get (const char *code)
{
  const char *name = names != NULL ? g_hash_table_lookup (names, code) : NULL;

  return name != NULL ? name : code;
}
