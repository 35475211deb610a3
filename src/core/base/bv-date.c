// SPDX-License-Identifier: GPL-3.0-or-later
/* Dates as an office writes and reads them. Always day first: the machine's locale is not asked. Years
 * have four digits: "75" is refused rather than guessed. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-date.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define YEAR_MIN 1000
#define YEAR_MAX 2999

typedef struct
{
  int value;
  int digits;
} Part;

/* Reads a run of at most @max digits; the pointer moves behind it. */
static gboolean
read_part (const char **text, int max, Part *part)
{
  part->value = 0;
  for (part->digits = 0; g_ascii_isdigit (**text); (*text)++)
    {
      if (++part->digits > max)
        return FALSE;
      part->value = part->value * 10 + (**text - '0');
    }
  return part->digits > 0;
}

static void
skip_spaces (const char **text)
{
  while (**text == ' ')
    (*text)++;
}

static gboolean
skip_word (const char **text, const char *word)
{
  gsize length = strlen (word);

  skip_spaces (text);
  if (strncmp (*text, word, length) != 0)
    return FALSE;
  *text += length;
  skip_spaces (text);
  return TRUE;
}

static gboolean
skip_separator (const char **text, char separator)
{
  skip_spaces (text);
  if (**text != separator)
    return FALSE;
  (*text)++;
  skip_spaces (text);
  return TRUE;
}

/* A spreadsheet's time of day after the date: only midnight may stand there. */
static gboolean
skip_midnight (const char **text)
{
  const char *p = *text;

  if (*p == 'T' || *p == 't' || *p == ' ')
    p++;
  if (p == *text)
    return FALSE;
  for (; *p != '\0'; p++)
    if (strchr ("0:.", *p) == NULL)
      return FALSE;
  *text = p;
  return TRUE;
}

static gboolean
read_words (const char *p, Part *day, Part *month, Part *year)
{
  skip_word (&p, "ngay");
  return read_part (&p, 2, day) && skip_word (&p, "thang") && read_part (&p, 2, month)
         && skip_word (&p, "nam") && read_part (&p, 4, year) && *p == '\0';
}

static gboolean
read_short (const char *p, Part *day, Part *month, Part *year)
{
  skip_word (&p, "ngay");
  if (!read_part (&p, 2, day))
    return FALSE;
  skip_spaces (&p);
  char separator = *p;
  if (separator == '\0' || strchr ("/-.", separator) == NULL)
    return FALSE;
  return skip_separator (&p, separator) && read_part (&p, 2, month)
         && skip_separator (&p, separator) && read_part (&p, 4, year)
         && (*p == '\0' || skip_midnight (&p));
}

static gboolean
read_iso (const char *p, Part *day, Part *month, Part *year)
{
  if (!read_part (&p, 4, year) || year->digits != 4 || (*p != '-' && *p != '/'))
    return FALSE;
  char separator = *p++;
  return read_part (&p, 2, month) && *p++ == separator && read_part (&p, 2, day)
         && (*p == '\0' || skip_midnight (&p));
}

char *
bv_date_parse (const char *text, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *fold = bv_text_fold (clean);
  Part day, month, year;

  if (*clean == '\0')
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY, _ ("The date is missing."));
      return NULL;
    }
  if (!read_iso (fold, &day, &month, &year) && !read_short (fold, &day, &month, &year)
      && !read_words (fold, &day, &month, &year))
    {
      /* Translators: %s is what was typed. */
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is not a date. Write day, month and year: 05/02/2024."), clean);
      return NULL;
    }
  if (year.digits != 4)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("The year in “%s” needs four digits: 05/02/2024."), clean);
      return NULL;
    }
  if (year.value < YEAR_MIN || year.value > YEAR_MAX || month.value < 1 || month.value > 12
      || day.value < 1
      || !g_date_valid_dmy ((GDateDay) day.value, (GDateMonth) month.value, (GDateYear) year.value))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The day “%s” does not exist in the calendar."), clean);
      return NULL;
    }
  return g_strdup_printf ("%04d-%02d-%02d", year.value, month.value, day.value);
}

char *
bv_date_parse_birth (const char *text, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  const char *p = clean;
  Part year;

  if (read_part (&p, 4, &year) && *p == '\0' && year.digits == 4)
    {
      if (year.value >= YEAR_MIN && year.value <= YEAR_MAX)
        return g_strdup (clean);
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” cannot be a year of birth."), clean);
      return NULL;
    }
  return bv_date_parse (clean, error);
}

static gboolean
split_iso (const char *iso, int *year, int *month, int *day)
{
  if (iso == NULL || strlen (iso) != 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;
  *year = atoi (iso);
  *month = atoi (iso + 5);
  *day = atoi (iso + 8);
  return *year >= YEAR_MIN && *year <= YEAR_MAX && *month >= 1 && *month <= 12 && *day >= 1
         && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

gboolean
bv_date_is_valid (const char *iso)
{
  int year, month, day;

  return split_iso (iso, &year, &month, &day);
}

char *
bv_date_format_short (const char *iso)
{
  int year, month, day;

  if (!split_iso (iso, &year, &month, &day))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

char *
bv_date_format_long (const char *iso)
{
  int year, month, day;

  if (!split_iso (iso, &year, &month, &day))
    return g_strdup (iso != NULL ? iso : "");
  /* Vietnamese whatever the language of the interface: this stands on papers. */
  if (month <= 2)
    return g_strdup_printf ("ngày %02d tháng %02d năm %d", day, month, year);
  return g_strdup_printf ("ngày %02d tháng %d năm %d", day, month, year);
}

char *
bv_date_today (void)
{
  const char *fixed = g_getenv ("BV_TODAY");

  if (bv_date_is_valid (fixed))
    return g_strdup (fixed);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

char *
bv_date_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = bv_date_today ();
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) utc = NULL;
  int year, month, day;

  split_iso (today, &year, &month, &day);
  moment = g_date_time_new_local (year, month, day, g_date_time_get_hour (now),
                                  g_date_time_get_minute (now), g_date_time_get_second (now));
  utc = g_date_time_to_utc (moment != NULL ? moment : now);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

char *
bv_date_of_moment (const char *moment)
{
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
}

int
bv_date_year (const char *iso)
{
  return iso != NULL ? atoi (iso) : 0;
}

char *
bv_date_add_days (const char *iso, int days)
{
  int year, month, day;
  GDate date;

  g_return_val_if_fail (split_iso (iso, &year, &month, &day), NULL);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}
