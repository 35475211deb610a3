// SPDX-License-Identifier: GPL-3.0-or-later
/* Shares of a whole as the law writes them, compared without rounding and without overflow. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-fraction.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST 1000000

/* a/b against c/d, none negative, b and d above 0: by whole parts first, then by the turned-over remainders, so that
 * nothing is ever multiplied. */
static int
compare_shares (gint64 a, gint64 b, gint64 c, gint64 d)
{
  int sign = 1;

  for (;;)
    {
      gint64 left = a / b;
      /* cppcheck-suppress zerodivcond ; d was the remainder c, which was not 0 */
      gint64 right = c / d;
      gint64 swap;

      if (left != right)
        return left > right ? sign : -sign;
      a %= b;
      c %= d;
      if (a == 0 || c == 0)
        return sign * ((a > 0) - (c > 0));
      swap = a;
      a = b;
      b = swap;
      swap = c;
      c = d;
      d = swap;
      sign = -sign;
    }
}

gboolean
bv_fraction_is_reached (const BvFraction *self, gint64 part, gint64 whole)
{
  int order;

  if (self->denominator <= 0 || self->numerator < 0 || whole <= 0 || part < 0)
    return FALSE;
  order = compare_shares (part, whole, self->numerator, self->denominator);
  return self->is_strict ? order > 0 : order >= 0;
}

gint64
bv_fraction_floor (const BvFraction *self, gint64 whole)
{
  gint64 part;

  if (self->denominator <= 0 || self->numerator < 0 || whole <= 0)
    return 0;
  /* whole = q × den + r, so that the product stays below whole + den². */
  part = whole / self->denominator * self->numerator;
  return part + whole % self->denominator * self->numerator / self->denominator;
}

gint64
bv_fraction_need (const BvFraction *self, gint64 whole)
{
  gint64 part = bv_fraction_floor (self, whole);

  while (whole > 0 && part < whole && !bv_fraction_is_reached (self, part, whole))
    part++;
  return part;
}

/* A whole number at *@p, which is moved behind it and the spaces after it. */
static gboolean
take_number (const char **p, gint64 *number)
{
  const char *at = *p;

  *number = 0;
  while (g_ascii_isdigit (*at) && *number <= LARGEST)
    *number = *number * 10 + (*at++ - '0');
  if (at == *p)
    return FALSE;
  while (*at == ' ')
    at++;
  *p = at;
  return TRUE;
}

static gboolean
is_written_so (const char *text, BvFraction *fraction)
{
  const char *p = text;

  if (*p == '>')
    {
      fraction->is_strict = TRUE;
      p++;
    }
  while (*p == ' ')
    p++;
  if (!take_number (&p, &fraction->numerator))
    return FALSE;
  if (*p == '%')
    {
      fraction->denominator = 100;
      return p[1] == '\0';
    }
  if (*p++ != '/')
    return FALSE;
  while (*p == ' ')
    p++;
  return take_number (&p, &fraction->denominator) && *p == '\0';
}

gboolean
bv_fraction_parse (const char *text, BvFraction *fraction, GError **error)
{
  BvFraction read = { 0, 0, FALSE };

  if (text == NULL || !is_written_so (text, &read))
    {
      g_autofree char *shown = bv_text_clean (text);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is no share: write it like 2/3, >1/2 or 15%%."), shown);
      return FALSE;
    }
  if (read.numerator == 0 || read.denominator == 0 || read.denominator > LARGEST
      || read.numerator > read.denominator
      || (read.is_strict && read.numerator == read.denominator))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is no share of a whole: it must be above 0 and at most the whole."),
                   text);
      return FALSE;
    }
  *fraction = read;
  return TRUE;
}

char *
bv_fraction_format (const BvFraction *self)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->is_strict ? ">" : "",
                          self->numerator, self->denominator);
}

char *
bv_fraction_get_label (const BvFraction *self)
{
  g_autofree char *share = NULL;

  if (self->denominator == 100)
    share = g_strdup_printf ("%" G_GINT64_FORMAT " %%", self->numerator);
  else
    share = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->numerator,
                             self->denominator);
  /* TRANSLATORS: a share of a whole, such as 2/3 or 70 % */
  return g_strdup_printf (self->is_strict ? _ ("more than %s") : _ ("at least %s"), share);
}
