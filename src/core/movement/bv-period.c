// SPDX-License-Identifier: GPL-3.0-or-later
/* Periods of a year: "Y", "Q1" to "Q4", "M01" to "M12". Pure. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-period.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const years[] = { "Y", NULL };
static const char *const quarters[] = { "Q1", "Q2", "Q3", "Q4", NULL };
static const char *const months[] = { "M01", "M02", "M03", "M04", "M05", "M06", "M07",
                                      "M08", "M09", "M10", "M11", "M12", NULL };

gboolean
bv_period_is_valid (const char *period)
{
  return period != NULL
         && (g_strv_contains (years, period) || g_strv_contains (quarters, period)
             || g_strv_contains (months, period));
}

BvPeriodKind
bv_period_kind (const char *period)
{
  return period[0] == 'Q' ? BV_PERIOD_QUARTER : period[0] == 'M' ? BV_PERIOD_MONTH : BV_PERIOD_YEAR;
}

const char *const *
bv_period_list (BvPeriodKind kind)
{
  return kind == BV_PERIOD_QUARTER ? quarters : kind == BV_PERIOD_MONTH ? months : years;
}

/* The number in the name: 1 for "Y". */
static int
number_of (const char *period)
{
  return period[0] == 'Y' ? 1 : (int) g_ascii_strtoll (period + 1, NULL, 10);
}

int
bv_period_first_month (const char *period)
{
  return bv_period_kind (period) == BV_PERIOD_QUARTER ? number_of (period) * 3 - 2
                                                      : number_of (period);
}

int
bv_period_last_month (const char *period)
{
  switch (bv_period_kind (period))
    {
    case BV_PERIOD_QUARTER:
      return number_of (period) * 3;
    case BV_PERIOD_MONTH:
      return number_of (period);
    case BV_PERIOD_YEAR:
    default:
      return 12;
    }
}

char *
bv_period_label (const char *period)
{
  g_autofree char *roman = NULL;

  switch (bv_period_kind (period))
    {
    case BV_PERIOD_QUARTER:
      roman = bv_number_roman (number_of (period));
      /* TRANSLATORS: a quarter of a year, in Roman numerals. */
      return g_strdup_printf (_ ("Quarter %s"), roman);
    case BV_PERIOD_MONTH:
      return g_strdup_printf (_ ("Month %d"), number_of (period));
    case BV_PERIOD_YEAR:
    default:
      return g_strdup (_ ("Whole year"));
    }
}

char *
bv_period_short_label (const char *period)
{
  g_autofree char *roman = NULL;

  switch (bv_period_kind (period))
    {
    case BV_PERIOD_QUARTER:
      roman = bv_number_roman (number_of (period));
      /* TRANSLATORS: a quarter at the head of a narrow column, in Roman numerals. */
      return g_strdup_printf (C_ ("narrow", "Q%s"), roman);
    case BV_PERIOD_MONTH:
      /* TRANSLATORS: a month at the head of a narrow column, as a number. */
      return g_strdup_printf (C_ ("narrow", "M%d"), number_of (period));
    case BV_PERIOD_YEAR:
    default:
      return g_strdup (C_ ("narrow", "Year"));
    }
}

char *
bv_period_first_day (int year, const char *period)
{
  return g_strdup_printf ("%04d-%02d-01", year, bv_period_first_month (period));
}

char *
bv_period_last_day (int year, const char *period)
{
  int month = bv_period_last_month (period);

  return g_strdup_printf ("%04d-%02d-%02d", year, month,
                          g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

const char *
bv_period_of_date (const char *date, BvPeriodKind kind)
{
  int month = bv_date_is_valid (date) ? (int) g_ascii_strtoll (date + 5, NULL, 10) : 1;

  switch (kind)
    {
    case BV_PERIOD_QUARTER:
      return quarters[(month - 1) / 3];
    case BV_PERIOD_MONTH:
      return months[month - 1];
    case BV_PERIOD_YEAR:
    default:
      return years[0];
    }
}

static int
parse_number (const char *text)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv" };

  while (*text == ' ' || *text == '.')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (g_str_equal (text, romans[i]))
      return (int) i + 1;
  if (text[0] == '\0' || strlen (text) > 2 || strspn (text, "0123456789") != strlen (text))
    return 0;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

const char *
bv_period_parse (const char *text)
{
  static const char *const year_words[] = { "y", "nam", "ca nam", "year", "whole year", NULL };
  static const struct
  {
    const char *word;
    gboolean is_quarter;
  } words[] = {
    { "quarter", TRUE }, { "quy", TRUE }, { "q", TRUE },  { "month", FALSE },
    { "thang", FALSE },  { "t", FALSE },  { "m", FALSE }, { "", FALSE },
  };
  g_autofree char *fold = bv_text_fold (text);

  if (g_strv_contains (year_words, fold))
    return years[0];
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      int number;

      if (!g_str_has_prefix (fold, words[i].word))
        continue;
      number = parse_number (fold + strlen (words[i].word));
      if (words[i].is_quarter)
        return number >= 1 && number <= 4 ? quarters[number - 1] : NULL;
      return number >= 1 && number <= 12 ? months[number - 1] : NULL;
    }
  return NULL;
}
