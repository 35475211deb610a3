// SPDX-License-Identifier: GPL-3.0-or-later
/* Amounts of đồng in figures and in words. The words are Vietnamese whatever the language of the
 * interface: they stand on papers. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-money.h"

#include "base/bv-number.h"

#define BILLION G_GINT64_CONSTANT (1000000000)

static const char *const digits[] = { "không", "một", "hai", "ba",  "bốn",
                                      "năm",   "sáu", "bảy", "tám", "chín" };

static void
add_word (GString *out, const char *word)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, word);
}

/* @full: a higher group was read, so that an empty hundred is spoken. */
static void
read_group (GString *out, int group, gboolean full, BvWordsStyle style)
{
  int hundreds = group / 100, tens = group / 10 % 10, ones = group % 10;

  if (hundreds > 0 || full)
    {
      add_word (out, digits[hundreds]);
      add_word (out, "trăm");
    }
  if (tens == 0 && ones > 0 && (hundreds > 0 || full))
    add_word (out, style & BV_WORDS_LE ? "lẻ" : "linh");
  else if (tens == 1)
    add_word (out, "mười");
  else if (tens > 1)
    {
      add_word (out, digits[tens]);
      add_word (out, "mươi");
    }
  if (ones == 1 && tens > 1)
    add_word (out, "mốt");
  else if (ones == 4 && tens > 1)
    add_word (out, "tư");
  else if (ones == 5 && tens > 0)
    add_word (out, "lăm");
  else if (ones > 0)
    add_word (out, digits[ones]);
}

static void
read_number (GString *out, gint64 n, BvWordsStyle style)
{
  if (n >= BILLION)
    {
      read_number (out, n / BILLION, style);
      add_word (out, "tỷ");
      n %= BILLION;
    }

  int millions = (int) (n / 1000000), thousands = (int) (n / 1000 % 1000), ones = (int) (n % 1000);
  if (millions > 0)
    {
      read_group (out, millions, out->len > 0, style);
      add_word (out, "triệu");
    }
  if (thousands > 0)
    {
      read_group (out, thousands, out->len > 0, style);
      add_word (out, style & BV_WORDS_NGAN ? "ngàn" : "nghìn");
    }
  if (ones > 0)
    read_group (out, ones, out->len > 0, style);
}

char *
bv_number_in_words (gint64 n, BvWordsStyle style)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (n >= 0, g_string_free (out, FALSE));
  if (n == 0)
    g_string_append (out, digits[0]);
  else
    read_number (out, n, style);
  return g_string_free (out, FALSE);
}

char *
bv_money_in_words (gint64 dong, BvWordsStyle style)
{
  g_autofree char *words = bv_number_in_words (dong, style);
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (out, g_utf8_next_char (words));
  g_string_append (out, style & BV_WORDS_CHAN ? " đồng chẵn" : " đồng");
  return g_string_free (out, FALSE);
}

char *
bv_money_format (gint64 dong)
{
  g_autofree char *figures = bv_number_format_int (dong);

  return g_strconcat (figures, " đồng", NULL);
}
