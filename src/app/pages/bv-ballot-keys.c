// SPDX-License-Identifier: GPL-3.0-or-later
/* The keys for ballot papers: those of the keypad and their doubles elsewhere. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-ballot-keys.h"

BvBallotKey
bv_ballot_key_from_keyval (guint keyval)
{
  static const struct
  {
    guint keyval;
    BvBallotKey key;
  } keys[] = {
    { GDK_KEY_1, BV_BALLOT_KEY_FOR },
    { GDK_KEY_KP_1, BV_BALLOT_KEY_FOR },
    { GDK_KEY_2, BV_BALLOT_KEY_AGAINST },
    { GDK_KEY_KP_2, BV_BALLOT_KEY_AGAINST },
    { GDK_KEY_0, BV_BALLOT_KEY_BLANK },
    { GDK_KEY_KP_0, BV_BALLOT_KEY_BLANK },
    { GDK_KEY_space, BV_BALLOT_KEY_BLANK },
    { GDK_KEY_x, BV_BALLOT_KEY_SPOILT },
    { GDK_KEY_X, BV_BALLOT_KEY_SPOILT },
    { GDK_KEY_asterisk, BV_BALLOT_KEY_SPOILT },
    { GDK_KEY_KP_Multiply, BV_BALLOT_KEY_SPOILT },
    { GDK_KEY_plus, BV_BALLOT_KEY_FILL },
    { GDK_KEY_KP_Add, BV_BALLOT_KEY_FILL },
    { GDK_KEY_BackSpace, BV_BALLOT_KEY_TAKE_BACK },
    { GDK_KEY_minus, BV_BALLOT_KEY_TAKE_BACK },
    { GDK_KEY_KP_Subtract, BV_BALLOT_KEY_TAKE_BACK },
    { GDK_KEY_Up, BV_BALLOT_KEY_UP },
    { GDK_KEY_KP_Up, BV_BALLOT_KEY_UP },
    { GDK_KEY_Down, BV_BALLOT_KEY_DOWN },
    { GDK_KEY_KP_Down, BV_BALLOT_KEY_DOWN },
    { GDK_KEY_Left, BV_BALLOT_KEY_PREVIOUS },
    { GDK_KEY_Page_Up, BV_BALLOT_KEY_PREVIOUS },
    { GDK_KEY_KP_Page_Up, BV_BALLOT_KEY_PREVIOUS },
    { GDK_KEY_Right, BV_BALLOT_KEY_NEXT },
    { GDK_KEY_Page_Down, BV_BALLOT_KEY_NEXT },
    { GDK_KEY_KP_Page_Down, BV_BALLOT_KEY_NEXT },
    { GDK_KEY_Return, BV_BALLOT_KEY_SAVE },
    { GDK_KEY_KP_Enter, BV_BALLOT_KEY_SAVE },
    { GDK_KEY_Escape, BV_BALLOT_KEY_LEAVE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      return keys[i].key;
  return BV_BALLOT_KEY_OTHER;
}
