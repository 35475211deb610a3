// SPDX-License-Identifier: GPL-3.0-or-later
/* Days as numbers; who belonged where in which year, and what a unit was before. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-facts-private.h"

#include <string.h>

/* ── Days ────────────────────────────────────────────────────────────────────────────────── */

BvDay
bv_day_new (int year, int month, int day)
{
  /* The year begins in March, so that the odd day of a leap year is its last. */
  int y = month <= 2 ? year - 1 : year;
  int m = month <= 2 ? month + 9 : month - 3;

  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day;
}

BvDay
bv_day_parse (const char *iso)
{
  int digits[8];
  guint n = 0;

  if (iso == NULL || strlen (iso) != 10)
    return 0;
  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        continue;
      if (!g_ascii_isdigit (iso[i]))
        return 0;
      digits[n++] = iso[i] - '0';
    }
  return bv_day_new (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                     digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]);
}

void
bv_day_split (BvDay day, int *year, int *month, int *month_day)
{
  int y = (int) ((gint64) day * 400 / 146097) + 1;
  int rest, m;

  while (bv_day_new (y, 3, 1) > day)
    y--;
  rest = day - bv_day_new (y, 3, 1);
  m = (5 * rest + 2) / 153;
  *month_day = rest - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = m < 10 ? y : y + 1;
}

char *
bv_day_format (BvDay day)
{
  int year, month, month_day;

  if (day == 0)
    return g_strdup ("");
  bv_day_split (day, &year, &month, &month_day);
  return g_strdup_printf ("%02d/%02d/%04d", month_day, month, year);
}

BvDay
bv_day_add_years (BvDay day, int years)
{
  int year, month, month_day;

  bv_day_split (day, &year, &month, &month_day);
  if (month == 2 && month_day == 29 && !g_date_is_leap_year ((GDateYear) (year + years)))
    {
      month = 3;
      month_day = 1;
    }
  return bv_day_new (year + years, month, month_day);
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint32 key;
  gint32 value;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a;
  const Pair *y = b;

  return x->key != y->key ? (x->key < y->key ? -1 : 1)
                          : (x->value > y->value) - (x->value < y->value);
}

/* Values by key, with the place of each key's first. */
static void
build (guint n_keys, GArray *pairs, GArray **values, guint **start)
{
  g_array_sort (pairs, compare_pairs);
  *values = g_array_sized_new (FALSE, FALSE, sizeof (gint32), pairs->len);
  *start = g_new0 (guint, n_keys + 1);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      g_array_append_val (*values, pair->value);
      (*start)[pair->key + 1]++;
    }
  for (guint i = 0; i < n_keys; i++)
    (*start)[i + 1] += (*start)[i];
}

static gboolean
contains (GArray *values, guint from, gint32 value)
{
  for (guint i = from; i < values->len; i++)
    if (g_array_index (values, gint32, i) == value)
      return TRUE;
  return FALSE;
}

static void
build_lineage (BvFacts *self)
{
  guint n = self->subjects->len;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GArray) before = NULL;
  g_autofree guint *before_start = NULL;

  for (guint i = 0; i < self->successions->len; i++)
    {
      const BvFactSuccession *s = &g_array_index (self->successions, BvFactSuccession, i);
      Pair pair = { bv_facts_find (self, s->successor), bv_facts_find (self, s->predecessor) };

      if (pair.key >= 0 && pair.value >= 0)
        g_array_append_val (pairs, pair);
    }
  build (n, pairs, &before, &before_start);
  self->lineage = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);
  self->lineage_start = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint from = self->lineage->len;
      gint32 index = (gint32) i;

      self->lineage_start[i] = from;
      g_array_append_val (self->lineage, index);
      /* Breadth first; a circle of successions ends where it meets itself. */
      for (guint at = from; at < self->lineage->len; at++)
        {
          gint32 unit = g_array_index (self->lineage, gint32, at);

          for (guint k = before_start[unit]; k < before_start[unit + 1]; k++)
            {
              gint32 predecessor = g_array_index (before, gint32, k);

              if (!contains (self->lineage, from, predecessor))
                g_array_append_val (self->lineage, predecessor);
            }
        }
    }
  self->lineage_start[n] = self->lineage->len;
}

void
bv_facts_build_units (BvFacts *self)
{
  guint n = self->subjects->len;
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < n; i++)
    {
      const BvFactSubject *subject = bv_facts_get (self, (gint32) i);

      if (subject->kind == BV_SUBJECT_UNIT && subject->parent >= 0)
        {
          Pair pair = { subject->parent, (gint32) i };

          g_array_append_val (children, pair);
        }
    }
  for (guint i = 0; i < self->memberships.rows->len; i++)
    {
      Pair pair = { bv_fact_table_get (&self->memberships, BvFactMembership, i)->unit, (gint32) i };

      g_array_append_val (members, pair);
    }
  build (n, children, &self->children, &self->children_start);
  build (n, members, &self->members, &self->members_start);
  build_lineage (self);
}

void
bv_facts_team (const BvFacts *self, gint32 unit, GArray *units)
{
  static const char *village = NULL;

  if (g_once_init_enter (&village))
    g_once_init_leave (&village, g_intern_static_string ("village"));
  g_array_set_size (units, 0);
  g_array_append_val (units, unit);
  for (guint at = 0; at < units->len; at++)
    {
      gint32 now = g_array_index (units, gint32, at);

      for (guint k = self->lineage_start[now] + 1; k < self->lineage_start[now + 1]; k++)
        {
          gint32 predecessor = g_array_index (self->lineage, gint32, k);

          if (!contains (units, 0, predecessor))
            g_array_append_val (units, predecessor);
        }
      for (guint k = self->children_start[now]; k < self->children_start[now + 1]; k++)
        {
          gint32 child = g_array_index (self->children, gint32, k);
          const BvFactSubject *subject = bv_facts_get (self, child);

          if (subject->is_small && subject->class != village && !contains (units, 0, child))
            g_array_append_val (units, child);
        }
    }
}

/* ── People ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_force (const BvFactMembership *membership, BvDay day)
{
  return (membership->from == 0 || membership->from <= day)
         && (membership->to == 0 || membership->to >= day);
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

void
bv_facts_list_members (const BvFacts *self, gint32 unit, int year, GArray *members)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint32));
  BvDay last = bv_day_new (year, 12, 31);
  guint n = 0;

  g_array_set_size (members, 0);
  bv_facts_team (self, unit, units);
  for (guint u = 0; u < units->len; u++)
    {
      gint32 team = g_array_index (units, gint32, u);

      for (guint k = self->members_start[team]; k < self->members_start[team + 1]; k++)
        {
          const BvFactMembership *membership = bv_fact_table_get (
            &self->memberships, BvFactMembership, (guint) g_array_index (self->members, gint32, k));

          if (membership->is_primary && is_in_force (membership, last))
            g_array_append_val (members, membership->subject);
        }
    }
  /* Somebody whose post was taken over by the successor without being ended at the predecessor. */
  g_array_sort (members, compare_indexes);
  for (guint i = 0; i < members->len; i++)
    if (i == 0 || g_array_index (members, gint32, i) != g_array_index (members, gint32, n - 1))
      g_array_index (members, gint32, n++) = g_array_index (members, gint32, i);
  g_array_set_size (members, n);
}

gint32
bv_facts_unit_on (const BvFacts *self, gint32 subject, BvDay day)
{
  const BvFactSubject *who = bv_facts_get (self, subject);
  const BvFactMembership *best = NULL;

  if (who->kind == BV_SUBJECT_UNIT)
    return subject;
  if (who->kind == BV_SUBJECT_HOUSEHOLD)
    return who->parent;
  for (guint i = self->memberships.start[subject]; i < self->memberships.start[subject + 1]; i++)
    {
      const BvFactMembership *membership = bv_fact_table_get (&self->memberships, BvFactMembership,
                                                              i);

      if (membership->is_primary && is_in_force (membership, day))
        return membership->unit;
      if (best == NULL || (membership->is_primary && !best->is_primary)
          || (membership->is_primary == best->is_primary && membership->to > best->to
              && (membership->from == 0 || membership->from <= day)))
        best = membership;
    }
  return best != NULL ? best->unit : -1;
}

gint32
bv_facts_managing_unit (const BvFacts *self, gint32 unit)
{
  /* A tree deeper than this is a circle. */
  for (guint depth = 0; unit >= 0 && depth < 64; depth++)
    {
      gint32 parent = bv_facts_get (self, unit)->parent;

      if (parent < 0 || bv_facts_get (self, parent)->parent < 0)
        return unit;
      unit = parent;
    }
  return unit;
}

gboolean
bv_facts_is_below (const BvFacts *self, gint32 unit, gint32 above)
{
  for (guint depth = 0; unit >= 0 && depth < 64; depth++)
    {
      if (unit == above)
        return TRUE;
      unit = bv_facts_get (self, unit)->parent;
    }
  return FALSE;
}

gint32
bv_facts_find_successor (const BvFacts *self, gint32 unit)
{
  gint64 id = bv_facts_get (self, unit)->id;

  for (guint i = 0; i < self->successions->len; i++)
    {
      const BvFactSuccession *s = &g_array_index (self->successions, BvFactSuccession, i);

      if (s->predecessor == id)
        return bv_facts_find (self, s->successor);
    }
  return -1;
}

/* ── For people ──────────────────────────────────────────────────────────────────────────── */

const char *
bv_facts_get_name (BvFacts *self, gint64 subject_id)
{
  gint32 index = bv_facts_find (self, subject_id);

  return index < 0 ? "" : bv_facts_get (self, index)->name;
}

BvSubjectKind
bv_facts_get_kind (BvFacts *self, gint64 subject_id)
{
  gint32 index = bv_facts_find (self, subject_id);

  return index < 0 ? BV_SUBJECT_PERSON : (BvSubjectKind) bv_facts_get (self, index)->kind;
}

const char *
bv_facts_get_unit_name (BvFacts *self, gint64 subject_id, int year)
{
  gint32 index = bv_facts_find (self, subject_id);
  gint32 unit;

  if (index < 0)
    return "";
  unit = bv_facts_get (self, index)->kind == BV_SUBJECT_UNIT
           ? bv_facts_get (self, index)->parent
           : bv_facts_unit_on (self, index, bv_day_new (year, 12, 31));
  return unit < 0 ? "" : bv_facts_get (self, unit)->name;
}
