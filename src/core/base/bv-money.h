// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BvWordsStyle: regional ways of reading a number; a setting of the office. DOMAIN 12.2. */
typedef enum
{
  BV_WORDS_NORTH = 0,     /* linh, nghìn, tư */
  BV_WORDS_LE = 1 << 0,   /* lẻ in place of linh */
  BV_WORDS_NGAN = 1 << 1, /* ngàn in place of nghìn */
  BV_WORDS_CHAN = 1 << 2, /* ends with "chẵn" */
} BvWordsStyle;

/** bv_money_in_words: "Hai triệu ba trăm bốn mươi nghìn đồng". @dong ≥ 0. */
char *bv_money_in_words (gint64 dong, BvWordsStyle style);

/** bv_number_in_words: the same without capital and unit: "hai mươi mốt". */
char *bv_number_in_words (gint64 n, BvWordsStyle style);

/** bv_money_format: "2.340.000 đồng". */
char *bv_money_format (gint64 dong);

G_END_DECLS
