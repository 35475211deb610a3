// SPDX-License-Identifier: GPL-3.0-or-later
/* How many awards of each sort, as the annual report and the state's forms ask. One query reads, the sums
 * are pure. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-statistics.h"

#include "base/bv-date.h"
#include "merit/bv-revocation.h"
#include "store/bv-connection.h"

void
bv_award_statistic_free (BvAwardStatistic *self)
{
  if (self == NULL)
    return;
  g_free (self->form_code);
  g_free (self->form_name);
  g_free (self);
}

guint
bv_award_count_get_total (const BvAwardCount *count)
{
  return count->n_units + count->n_households + count->n_persons;
}

double
bv_award_count_get_grassroots_share (const BvAwardCount *count)
{
  guint total = bv_award_count_get_total (count);

  if (total == 0)
    return -1;
  return 100.0 * (count->n_direct + count->n_households + count->n_small_units) / total;
}

static void
add_count (BvAwardCount *sum, const BvAwardCount *count)
{
  sum->n_units += count->n_units;
  sum->n_small_units += count->n_small_units;
  sum->n_households += count->n_households;
  sum->n_persons += count->n_persons;
  sum->n_direct += count->n_direct;
  sum->n_female += count->n_female;
  sum->n_minority += count->n_minority;
  sum->bonus += count->bonus;
}

static int
compare_statistics (gconstpointer a, gconstpointer b)
{
  const BvAwardStatistic *left = *(BvAwardStatistic *const *) a;
  const BvAwardStatistic *right = *(BvAwardStatistic *const *) b;
  int order;

  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  if (left->order != right->order)
    return left->order < right->order ? -1 : 1;
  order = strcmp (left->form_code, right->form_code);
  if (order != 0)
    return order;
  if (left->manner != right->manner)
    return left->manner < right->manner ? -1 : 1;
  return (int) left->origin - (int) right->origin;
}

static void
read_name (BvAwardStatistic *statistic, BvRegimeSet *regimes, const char *date)
{
  const BvRegimeAward *award = bv_regime_set_find_award (regimes, statistic->form_code, date);

  /* An award of an office's file that was taken away since: its code is all that is left. */
  statistic->form_name = g_strdup (award != NULL ? award->name : statistic->form_code);
  statistic->order = award != NULL ? award->order : G_MAXUINT;
}

static BvAwardStatistic *
read_row (BvStatement *statement, BvRegimeSet *regimes)
{
  BvAwardStatistic *self = g_new0 (BvAwardStatistic, 1);

  bv_level_from_code (bv_statement_text (statement, 0), &self->level);
  self->form_code = g_strdup (bv_statement_text (statement, 1));
  bv_manner_from_code (bv_statement_text (statement, 2), &self->manner);
  self->origin = g_strcmp0 (bv_statement_text (statement, 3), "received") == 0 ? BV_ORIGIN_RECEIVED
                                                                               : BV_ORIGIN_MADE;
  read_name (self, regimes, bv_statement_text (statement, 4));
  self->count.n_units = (guint) bv_statement_int (statement, 5);
  self->count.n_small_units = (guint) bv_statement_int (statement, 6);
  self->count.n_households = (guint) bv_statement_int (statement, 7);
  self->count.n_persons = (guint) bv_statement_int (statement, 8);
  self->count.n_direct = (guint) bv_statement_int (statement, 9);
  self->count.n_female = (guint) bv_statement_int (statement, 10);
  self->count.n_minority = (guint) bv_statement_int (statement, 11);
  self->count.bonus = bv_statement_int (statement, 12);
  return self;
}

GPtrArray *
bv_award_statistics (BvConnection *connection, const BvAwardPeriod *period, GError **error)
{
  g_autoptr (GPtrArray)
    statistics = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_award_statistic_free);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *today = bv_date_today ();
  gboolean has_row;

  if (regimes == NULL)
    return NULL;
  statement = bv_connection_query (
    connection, error,
    "SELECT d.level, a.form_code, a.manner, d.origin, max (d.on_date), sum (s.kind = 2),"
    " sum (s.kind = 2 AND coalesce (u.is_small, 0)), sum (s.kind = 3), sum (s.kind = 1),"
    " sum (s.kind = 1 AND a.leader_class = 'direct'), sum (s.kind = 1 AND a.is_female),"
    " sum (s.kind = 1 AND a.is_minority),"
    " sum (coalesce (a.bonus_paid, a.bonus_computed, 0)) FROM award a"
    " JOIN decision d ON d.id = a.decision_id JOIN subject s ON s.id = a.subject_id"
    " LEFT JOIN unit u ON u.subject_id = a.subject_id"
    " WHERE d.on_date IS NOT NULL AND (?1 IS NULL OR d.on_date >= ?1)"
    " AND (?2 IS NULL OR d.on_date <= ?2) AND (?3 = 0 OR a.year = ?3)"
    " AND " BV_AWARD_COUNTS_SQL ("a", "?4") " GROUP BY d.level, a.form_code, a.manner, d.origin",
    "ssis", period->from_date, period->to_date, (gint64) period->year,
    period->as_of != NULL ? period->as_of : today);
  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        {
          g_ptr_array_sort (statistics, compare_statistics);
          return g_steal_pointer (&statistics);
        }
      g_ptr_array_add (statistics, read_row (statement, regimes));
    }
  return NULL;
}

GPtrArray *
bv_award_statistics_by_form (GPtrArray *statistics)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_award_statistic_free);
  BvAwardStatistic *last = NULL;

  for (guint i = 0; i < statistics->len; i++)
    {
      const BvAwardStatistic *entry = g_ptr_array_index (statistics, i);

      /* They stand together: see compare_statistics (). */
      if (last == NULL || last->level != entry->level
          || !g_str_equal (last->form_code, entry->form_code))
        {
          last = g_new0 (BvAwardStatistic, 1);
          last->form_code = g_strdup (entry->form_code);
          last->form_name = g_strdup (entry->form_name);
          last->order = entry->order;
          last->level = entry->level;
          last->origin = entry->origin;
          g_ptr_array_add (sums, last);
        }
      add_count (&last->count, &entry->count);
    }
  return sums;
}

BvAwardCount
bv_award_statistics_sum (GPtrArray *statistics)
{
  BvAwardCount sum = { 0 };

  for (guint i = 0; i < statistics->len; i++)
    add_count (&sum, &((BvAwardStatistic *) g_ptr_array_index (statistics, i))->count);
  return sum;
}

void
bv_award_statistics_by_manner (GPtrArray *statistics, BvAwardCount counts[BV_N_MANNERS])
{
  for (guint i = 0; i < BV_N_MANNERS; i++)
    counts[i] = (BvAwardCount){ 0 };
  for (guint i = 0; i < statistics->len; i++)
    {
      const BvAwardStatistic *entry = g_ptr_array_index (statistics, i);

      add_count (&counts[entry->manner], &entry->count);
    }
}
