// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BvFraction: an exact share. "70%" is 70/100; compare as whole numbers: part × den ≥ num × whole. */
typedef struct
{
  gint64 numerator;
  gint64 denominator; /* 0 in an absent share */
  gboolean is_strict; /* more than, not at least */
} BvFraction;

/** Whether @part of @whole reaches the share; exact for all 64-bit numbers. @whole 0: %FALSE. */
gboolean bv_fraction_is_reached (const BvFraction *self, gint64 part, gint64 whole);
/** How many of @whole the share is at most, rounded down; exact. A quota of 15/100 of 13 is 1. */
gint64 bv_fraction_floor (const BvFraction *self, gint64 whole);
/** The least part of @whole that reaches the share; exact. 2/3 of 10 is 7, >1/2 of 10 is 6. */
gint64 bv_fraction_need (const BvFraction *self, gint64 whole);

/**
 * bv_fraction_parse: "2/3", "70/100", ">1/2", "15%", ">50 %", with whole numbers from 1 to 1.000.000 and not above
 * the whole.
 *
 * Returns: %FALSE with %BV_VALUE_ERROR_FORMAT or _RANGE and a message that quotes @text; then @fraction is unchanged
 */
gboolean bv_fraction_parse (const char *text, BvFraction *fraction, GError **error);
/** bv_fraction_format: as parse reads it: "70/100", ">1/2"; (transfer full). */
char *bv_fraction_format (const BvFraction *self);
/** bv_fraction_get_label: for people, translated: "at least 70 %", "more than 1/2"; (transfer full). */
char *bv_fraction_get_label (const BvFraction *self);

G_END_DECLS
