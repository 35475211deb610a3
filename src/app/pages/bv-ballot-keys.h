// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvBallotKey: what a key means while ballot papers are typed. All of it is on the keypad. */
typedef enum
{
  BV_BALLOT_KEY_OTHER,
  BV_BALLOT_KEY_FOR,
  BV_BALLOT_KEY_AGAINST,
  BV_BALLOT_KEY_BLANK,
  BV_BALLOT_KEY_SPOILT,    /* the paper as a whole */
  BV_BALLOT_KEY_FILL,      /* for all names that are left */
  BV_BALLOT_KEY_TAKE_BACK, /* the last mark */
  BV_BALLOT_KEY_UP,
  BV_BALLOT_KEY_DOWN,
  BV_BALLOT_KEY_PREVIOUS, /* paper */
  BV_BALLOT_KEY_NEXT,     /* paper */
  BV_BALLOT_KEY_SAVE,
  BV_BALLOT_KEY_LEAVE,
} BvBallotKey;

/** @keyval: of GDK, without modifiers. Pure. */
BvBallotKey bv_ballot_key_from_keyval (guint keyval);

G_END_DECLS
