// SPDX-License-Identifier: GPL-3.0-or-later
/* How a year's figure comes out of its quarters and months, and what the pace asks for. Pure. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-completion.h"
#include "movement/bv-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
bv_year_figures_clear (BvYearFigures *self)
{
  self->year = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (self->quarter); i++)
    self->quarter[i] = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (self->month); i++)
    self->month[i] = NAN;
}

static double *
place_of (BvYearFigures *self, const char *period)
{
  switch (bv_period_kind (period))
    {
    case BV_PERIOD_QUARTER:
      return &self->quarter[bv_period_last_month (period) / 3 - 1];
    case BV_PERIOD_MONTH:
      return &self->month[bv_period_last_month (period) - 1];
    case BV_PERIOD_YEAR:
    default:
      return &self->year;
    }
}

double
bv_year_figures_get (const BvYearFigures *self, const char *period)
{
  return *place_of ((BvYearFigures *) self, period);
}

void
bv_year_figures_set (BvYearFigures *self, const char *period, double value)
{
  *place_of (self, period) = value;
}

typedef struct
{
  double sum;
  double weighted;
  double latest;
  int weight;
  int last_month;
  guint missing;
} Total;

static void
add_part (Total *total, double value, int first_month, int last_month)
{
  int weight = last_month - first_month + 1;

  total->sum += value;
  total->weighted += value * weight;
  total->weight += weight;
  total->latest = value;
  total->last_month = last_month;
}

/* From month @first on, of the quarters and months alone. */
static BvAccumulated
accumulate_parts (BvAccumulation how, const BvYearFigures *figures, int first, int through)
{
  Total total = { 0 };
  BvAccumulated result = { NAN, 0, 0 };

  for (int month = first; month <= through; month++)
    {
      int quarter = (month - 1) / 3;

      if ((month - 1) % 3 == 0 && month + 2 <= through && !isnan (figures->quarter[quarter]))
        {
          add_part (&total, figures->quarter[quarter], month, month + 2);
          month += 2;
        }
      else if (!isnan (figures->month[month - 1]))
        add_part (&total, figures->month[month - 1], month, month);
      else
        total.missing |= 1u << (month - 1);
    }
  result.last_month = total.last_month;
  result.missing = total.missing;
  /* Of a level, only the latest counts: what lies before it is not missed. */
  if (how == BV_ACCUMULATION_LAST)
    result.missing &= ~((1u << total.last_month) - 1u);
  if (total.weight > 0)
    result.value = how == BV_ACCUMULATION_SUM    ? total.sum
                   : how == BV_ACCUMULATION_LAST ? total.latest
                                                 : total.weighted / total.weight;
  return result;
}

BvAccumulated
bv_accumulate (BvAccumulation how, const BvYearFigures *figures, int through_month)
{
  BvAccumulated result = { figures->year, 0, 12 };

  if (through_month >= 12 && !isnan (figures->year))
    return result;
  result = accumulate_parts (how, figures, 1, CLAMP (through_month, 1, 12));
  if (result.last_month == 0 && !isnan (figures->year))
    {
      result.value = figures->year;
      result.missing = 0;
      result.last_month = 12;
    }
  return result;
}

BvAccumulated
bv_accumulate_period (BvAccumulation how, const BvYearFigures *figures, const char *period)
{
  if (bv_period_kind (period) == BV_PERIOD_YEAR)
    return bv_accumulate (how, figures, 12);
  return accumulate_parts (how, figures, bv_period_first_month (period),
                           bv_period_last_month (period));
}

char *
bv_accumulated_describe_missing (const BvAccumulated *self)
{
  g_autoptr (GString) months = g_string_new (NULL);
  gulong n = 0;

  for (int month = 1; month <= 12; month++)
    if (self->missing & (1u << (month - 1)))
      {
        g_string_append_printf (months, "%s%d", n > 0 ? ", " : "", month);
        n++;
      }
  if (n == 0)
    return NULL;
  /* TRANSLATORS: numbers of months: "3, 4, 7". */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "No figure for month %s", "No figures for months %s", n),
    months->str);
}

double
bv_pace_expected (BvAccumulation how,
                  const BvYearFigures *plans,
                  double baseline,
                  int through_month)
{
  BvAccumulated parts = accumulate_parts (how, plans, 1, CLAMP (through_month, 1, 12));
  double plan = bv_plan_of_year (how, plans);
  double share = CLAMP (through_month, 1, 12) / 12.0;

  if (through_month >= 12)
    return plan;
  if (parts.missing == 0)
    return parts.value;
  switch (how)
    {
    case BV_ACCUMULATION_SUM:
      return plan * share;
    case BV_ACCUMULATION_LAST:
      return isnan (baseline) ? plan : baseline + (plan - baseline) * share;
    case BV_ACCUMULATION_MEAN:
    default:
      return plan;
    }
}

double
bv_plan_of_year (BvAccumulation how, const BvYearFigures *plans)
{
  BvAccumulated parts;

  if (!isnan (plans->year))
    return plans->year;
  parts = accumulate_parts (how, plans, 1, 12);
  return parts.missing == 0 ? parts.value : NAN;
}
