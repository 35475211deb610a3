// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbers as Vietnam writes them, independent of the locale of the process: a comma decimal would
 * otherwise find its way into SQL, JSON and PDF. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-number.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Puts a dot before every group of three of the integer part. @plain: "-1234.50" */
static char *
group (const char *plain)
{
  GString *out = g_string_new (NULL);
  const char *p = plain;

  if (*p == '-')
    g_string_append_c (out, *p++);
  gsize whole = strspn (p, "0123456789");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, p[i]);
    }
  if (p[whole] == '.')
    g_string_append_printf (out, ",%s", p + whole + 1);
  return g_string_free (out, FALSE);
}

/* Half away from zero on the shortest decimal form of the value: 2.675 is 2,68, as it reads, though
 * the nearest double lies a little below. */
static char *
round_decimal (double value, int decimals)
{
  char shortest[G_ASCII_DTOSTR_BUF_SIZE];
  char buffer[400];
  char format[16];

  for (int digits = 15; digits <= 17; digits++)
    {
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (shortest, sizeof shortest, format, value);
      if (g_ascii_strtod (shortest, NULL) == value)
        break;
    }
  const char *dot = strchr (shortest, '.');
  if (strchr (shortest, 'e') == NULL && dot != NULL && (int) strlen (dot + 1) > decimals)
    {
      double nudge = pow (10, -(double) strlen (dot + 1)) / 4;

      value += value < 0 ? -nudge : nudge;
    }
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (buffer[0] == '-' && strspn (buffer + 1, "0.") == strlen (buffer + 1))
    return g_strdup (buffer + 1); /* never "-0" */
  return g_strdup (buffer);
}

char *
bv_number_format (double value, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= 15, NULL);

  g_autofree char *plain = round_decimal (value, decimals);
  return group (plain);
}

char *
bv_number_format_int (gint64 value)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return group (plain);
}

char *
bv_number_format_trim (double value, int max_decimals)
{
  char *text = bv_number_format (value, max_decimals);

  if (strchr (text, ',') == NULL)
    return text;
  gsize length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == ',')
    length--;
  text[length] = '\0';
  return text;
}

/* Whether text[0..length) is digits in groups of three parted by @separator: "1.234.567". */
static gboolean
is_grouped (const char *text, gsize length, char separator)
{
  gsize i = 0;

  while (i < length && g_ascii_isdigit (text[i]))
    i++;
  if (i == 0 || i > 3 || text[0] == '0' || i == length)
    return FALSE;
  for (; i < length; i += 4)
    if (text[i] != separator || i + 3 >= length || !g_ascii_isdigit (text[i + 1])
        || !g_ascii_isdigit (text[i + 2]) || !g_ascii_isdigit (text[i + 3]))
      return FALSE;
  return TRUE;
}

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* Writes text[0..length) without its separators. */
static void
append_digits (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (out, text[i]);
}

/* Understands an unsigned number; @plain gets it with a dot as its decimal point. */
static gboolean
read_plain (const char *text, GString *plain)
{
  gsize length = strlen (text);
  const char *dot = memchr (text, '.', length), *comma = memchr (text, ',', length);
  const char *last_dot = strrchr (text, '.'), *last_comma = strrchr (text, ',');
  const char *decimal = NULL;
  char separator = 0;

  if (is_digits (text, length))
    {
      append_digits (plain, text, length);
      return TRUE;
    }
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && *p != '.' && *p != ',' && *p != ' ' && *p != '\'')
      return FALSE;
  if (strchr (text, ' ') != NULL || strchr (text, '\'') != NULL)
    {
      /* Spaces between groups: one comma or dot may follow. */
      separator = strchr (text, ' ') != NULL ? ' ' : '\'';
      decimal = dot != NULL ? dot : comma;
    }
  else if (dot != NULL && comma != NULL)
    {
      separator = last_dot < last_comma ? '.' : ',';
      decimal = separator == '.' ? comma : dot;
      if (separator == '.' ? comma != last_comma : dot != last_dot)
        return FALSE;
    }
  else if (dot != NULL)
    {
      if (is_grouped (text, length, '.'))
        separator = '.';
      else if (dot == last_dot)
        decimal = dot;
    }
  else
    {
      if (comma == last_comma)
        decimal = comma;
      else
        separator = ',';
    }

  gsize whole = decimal != NULL ? (gsize) (decimal - text) : length;
  if (!is_digits (text, whole) && (separator == 0 || !is_grouped (text, whole, separator)))
    return FALSE;
  append_digits (plain, text, whole);
  if (decimal == NULL)
    return TRUE;
  if (!is_digits (decimal + 1, length - whole - 1))
    return FALSE;
  g_string_append_c (plain, '.');
  g_string_append (plain, decimal + 1);
  return TRUE;
}

/* Takes the sign off the front; the minus of typography counts. */
static char *
take_sign (char *text, gboolean *negative)
{
  *negative = FALSE;
  if (g_str_has_prefix (text, "−"))
    {
      *negative = TRUE;
      text += strlen ("−");
    }
  else if (*text == '-' || *text == '+')
    *negative = *text++ == '-';
  while (*text == ' ')
    text++;
  return text;
}

static gboolean
fail_number (GError **error, const char *clean)
{
  if (*clean == '\0')
    g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY, _ ("The number is missing."));
  else
    /* Translators: %s is what was typed. */
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                 _ ("“%s” is not a number. Write it like 1.234,5."), clean);
  return FALSE;
}

gboolean
bv_number_parse (const char *text, double *value, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *copy = g_strdup (clean);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative;
  char *p = take_sign (copy, &negative);
  gsize length = strlen (p);

  if (length > 0 && p[length - 1] == '%')
    {
      p[--length] = '\0';
      g_strchomp (p);
    }
  if (!read_plain (p, plain))
    return fail_number (error, clean);
  double result = g_ascii_strtod (plain->str, NULL);
  if (!isfinite (result))
    return fail_number (error, clean);
  *value = negative && result != 0 ? -result : result;
  return TRUE;
}

char *
bv_number_format_hundredths (gint64 value)
{
  g_autofree char *whole = bv_number_format_int (value / 100);
  gint64 rest = ABS (value % 100);
  const char *sign = value < 0 && value > -100 ? "-" : "";

  if (rest == 0)
    return g_steal_pointer (&whole);
  if (rest % 10 == 0)
    return g_strdup_printf ("%s%s,%d", sign, whole, (int) (rest / 10));
  return g_strdup_printf ("%s%s,%02d", sign, whole, (int) rest);
}

gboolean
bv_number_parse_hundredths (const char *text, gint64 *value, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *copy = g_strdup (clean);
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize length = strlen (copy);
  const char *point;
  gint64 result;

  if (length > 0 && copy[length - 1] == '%')
    {
      copy[length - 1] = '\0';
      g_strchomp (copy);
    }
  if (!read_plain (copy, plain))
    return fail_number (error, clean);
  point = strchr (plain->str, '.');
  length = point != NULL ? (gsize) (point - plain->str) : plain->len;
  if (length > 12
      || (point != NULL && strlen (point) > 3 && strspn (point + 3, "0") < strlen (point + 3)))
    return fail_number (error, clean);
  result = g_ascii_strtoll (plain->str, NULL, 10) * 100;
  if (point != NULL && point[1] != '\0')
    {
      result += (point[1] - '0') * 10;
      if (point[2] != '\0')
        result += point[2] - '0';
    }
  *value = result;
  return TRUE;
}

/* Takes the word for money and a multiplier off the end: "2,5 triệu đồng". */
static double
take_unit (char *text)
{
  static const char *const units[] = { "đồng", "vnđ", "vnd", "đ.", "đ", "d", "dong" };
  static const struct
  {
    const char *word;
    double factor;
  } factors[] = {
    { "nghìn", 1e3 }, { "ngàn", 1e3 }, { "triệu", 1e6 }, { "tỷ", 1e9 }, { "tỉ", 1e9 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i]))
      {
        text[strlen (text) - strlen (units[i])] = '\0';
        g_strchomp (text);
        break;
      }
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (g_str_has_suffix (text, factors[i].word))
      {
        text[strlen (text) - strlen (factors[i].word)] = '\0';
        g_strchomp (text);
        return factors[i].factor;
      }
  return 1;
}

gboolean
bv_number_parse_money (const char *text, gint64 *dong, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *lower = g_utf8_strdown (clean, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative;
  char *p = take_sign (lower, &negative);
  double factor = take_unit (p);

  if (*clean == '\0')
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("The amount is missing."));
      return FALSE;
    }
  if (!read_plain (p, plain))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is not an amount of money. Write it like 2.340.000."), clean);
      return FALSE;
    }
  double result = g_ascii_strtod (plain->str, NULL) * factor;
  if (negative || result > 9e15 || fabs (result - round (result)) > 1e-6 * MAX (1, result / 1e9))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” cannot be: an amount is whole đồng and not below zero."), clean);
      return FALSE;
    }
  *dong = (gint64) llround (result);
  return TRUE;
}

char *
bv_number_roman (int n)
{
  static const struct
  {
    int value;
    const char *letters;
  } steps[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (n >= 1 && n <= 3999, g_string_free (out, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      g_string_append (out, steps[i].letters);
  return g_string_free (out, FALSE);
}

char *
bv_number_two_digits (gint64 n)
{
  return g_strdup_printf ("%02" G_GINT64_FORMAT, n);
}

char *
bv_number_count (gint64 n)
{
  return n < 1000 ? bv_number_two_digits (n) : bv_number_format_int (n);
}
