// SPDX-License-Identifier: GPL-3.0-or-later
/* The order in which offices list those whom they honour, for decisions and dossiers alike. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-list-order.h"

#include "office/bv-unit.h"
#include "store/bv-connection.h"

typedef struct
{
  gint64 id;
  int group;    /* collectives, persons, households */
  guint rank;   /* place of the unit in the organisation */
  GBytes *name; /* sort key */
  int position; /* as it was, so that equals keep their order */
} Place;

static void
place_clear (gpointer data)
{
  g_clear_pointer (&((Place *) data)->name, g_bytes_unref);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;
  int order;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  order = g_bytes_compare (left->name, right->name);
  if (order != 0)
    return order;
  return left->position - right->position;
}

static GHashTable *
rank_units (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) units = bv_unit_list (connection, NULL, error);
  GHashTable *ranks;

  if (units == NULL)
    return NULL;
  ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (ranks, g_memdup2 (&unit->id, sizeof unit->id), GUINT_TO_POINTER (i + 1));
    }
  return ranks;
}

gboolean
bv_list_order_apply (BvConnection *connection,
                     const char *select_sql,
                     const char *update_sql,
                     gint64 owner_id,
                     GError **error)
{
  static const int groups[] = { 0, 2, 1, 3 }; /* by BvSubjectKind */
  g_autoptr (GHashTable) ranks = rank_units (connection, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = TRUE;

  g_array_set_clear_func (places, place_clear);
  if (ranks == NULL)
    return FALSE;
  statement = bv_connection_query (connection, error, select_sql, "i", owner_id);
  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      Place place = { 0 };
      gint64 unit_id;

      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      place.id = bv_statement_int (statement, 0);
      place.group = groups[CLAMP (bv_statement_int (statement, 1), 0, 3)];
      unit_id = bv_statement_int (statement, 2);
      place.rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &unit_id));
      if (place.rank == 0)
        place.rank = G_MAXUINT; /* without a unit: last */
      place.name = bv_statement_blob (statement, 3);
      place.position = (int) bv_statement_int (statement, 4);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    if (!bv_connection_run (connection, error, update_sql, "ii",
                            g_array_index (places, Place, i).id, (gint64) (i + 1)))
      return FALSE;
  return TRUE;
}
