// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbers of a spreadsheet as text. Dates are day counts that only their format tells from other
 * numbers; what is shown is what the officer means, so a date shown as a year is a year. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-xlsx-format.h"

#include <math.h>
#include <string.h>

#define LAST_SERIAL 2958465 /* 31/12/9999 */
#define DAYS_1904 1462

/* Walks a quoted text, a bracket or an escaped character; NULL when @p begins none. */
static const char *
skip_literal (const char *p)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    case '[':
      end = strchr (p + 1, ']');
      return end != NULL ? end + 1 : p + strlen (p);
    case '\\':
    case '_':
    case '*':
      /* One character, whatever its bytes. */
      for (end = p + 1; *end != '\0' && (end == p + 1 || ((guchar) *end & 0xc0) == 0x80);)
        end++;
      return end;
    default:
      return NULL;
    }
}

BvXlsxFormat
bv_xlsx_format_parse (const char *code)
{
  gboolean year = FALSE, month = FALSE, day = FALSE, time = FALSE, percent = FALSE, other = FALSE;
  guint zeros = 0;

  if (g_ascii_strcasecmp (code, "general") == 0)
    return (BvXlsxFormat){ BV_XLSX_FORMAT_GENERAL, 0 };
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p);

      if (next != NULL)
        {
          other = other || *p == '"';
          p = next;
          continue;
        }
      char c = g_ascii_tolower (*p++);
      year = year || c == 'y';
      month = month || c == 'm';
      day = day || c == 'd';
      time = time || c == 'h' || c == 's';
      percent = percent || c == '%';
      zeros += c == '0';
      other = other || (c != '0' && c != ' ');
    }
  if (year || day || (month && !time))
    {
      BvXlsxFormatKind kind = BV_XLSX_FORMAT_DATE;

      if (!day && month && year)
        kind = BV_XLSX_FORMAT_MONTH_YEAR;
      else if (!day && !month)
        kind = BV_XLSX_FORMAT_YEAR;
      return (BvXlsxFormat){ (guint8) kind, 0 };
    }
  if (percent)
    return (BvXlsxFormat){ BV_XLSX_FORMAT_PERCENT, 0 };
  if (!other && zeros > 1 && zeros < 20)
    return (BvXlsxFormat){ BV_XLSX_FORMAT_ZEROS, (guint8) zeros };
  return (BvXlsxFormat){ BV_XLSX_FORMAT_GENERAL, 0 };
}

BvXlsxFormat
bv_xlsx_format_builtin (guint id)
{
  BvXlsxFormatKind kind = BV_XLSX_FORMAT_GENERAL;

  if (id == 9 || id == 10)
    kind = BV_XLSX_FORMAT_PERCENT;
  else if (id == 17)
    kind = BV_XLSX_FORMAT_MONTH_YEAR;
  else if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36
           || (id >= 50 && id <= 58))
    kind = BV_XLSX_FORMAT_DATE;
  return (BvXlsxFormat){ (guint8) kind, 0 };
}

/* Digits as typed: a comma before decimals, no groups, no exponent. Fifteen digits, as spreadsheet
 * programs show: 0,1 + 0,2 is 0,3. */
static char *
format_number (double value)
{
  char buffer[400];

  if (value == floor (value) && fabs (value) < 1e15)
    return g_strdup_printf ("%.0f", value + 0.0);
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (strchr (buffer, 'e') != NULL && fabs (value) < 1e21)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15f", value);
      if (strchr (buffer, '.') != NULL)
        {
          gsize length = strlen (buffer);

          while (buffer[length - 1] == '0')
            buffer[--length] = '\0';
          if (buffer[length - 1] == '.')
            buffer[length - 1] = '\0';
        }
    }
  char *dot = strchr (buffer, '.');
  if (dot != NULL)
    *dot = ',';
  return g_strdup (buffer);
}

/* A day count as a date; the year 1900 has a 29 February there, as it had in Lotus 1-2-3. */
static char *
format_date (double value, BvXlsxFormatKind kind, gboolean is_1904)
{
  gint64 serial = (gint64) floor (value) + (is_1904 ? DAYS_1904 : 0);
  int year = 1900, month = 2, day = 29;
  GDate date;

  if (serial < 1 || serial > LAST_SERIAL)
    return NULL;
  if (serial != 60)
    {
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
      g_date_add_days (&date, (guint) (serial < 60 ? serial - 1 : serial - 2));
      year = g_date_get_year (&date);
      month = g_date_get_month (&date);
      day = g_date_get_day (&date);
    }
  if (kind == BV_XLSX_FORMAT_YEAR)
    return g_strdup_printf ("%d", year);
  if (kind == BV_XLSX_FORMAT_MONTH_YEAR)
    return g_strdup_printf ("%02d/%d", month, year);
  return g_strdup_printf ("%02d/%02d/%d", day, month, year);
}

char *
bv_xlsx_format_value (double value, BvXlsxFormat format, gboolean is_1904)
{
  char *text = NULL;

  if (!isfinite (value))
    return g_strdup ("");
  switch ((BvXlsxFormatKind) format.kind)
    {
    case BV_XLSX_FORMAT_DATE:
    case BV_XLSX_FORMAT_MONTH_YEAR:
    case BV_XLSX_FORMAT_YEAR:
      text = fabs (value) < 1e7 ? format_date (value, format.kind, is_1904) : NULL;
      break;
    case BV_XLSX_FORMAT_PERCENT:
      {
        g_autofree char *number = format_number (round (value * 1e14) / 1e12);
        text = g_strconcat (number, "%", NULL);
      }
      break;
    case BV_XLSX_FORMAT_ZEROS:
      if (value == floor (value) && value >= 0 && value < 1e15)
        text = g_strdup_printf ("%0*.0f", format.width, value);
      break;
    case BV_XLSX_FORMAT_GENERAL:
    default:
      break;
    }
  return text != NULL ? text : format_number (value);
}
