// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvFundWindow: the book of the fund of a year: its sums, what issued decisions still promise, and every entry.
 *
 * Actions: fund.add, fund.edit, fund.delete, fund.carry, fund.pay (x: a decision).
 */
#define BV_TYPE_FUND_WINDOW (bv_fund_window_get_type ())
G_DECLARE_FINAL_TYPE (BvFundWindow, bv_fund_window, BV, FUND_WINDOW, AdwWindow)

/** bv_fund_window_present: over @parent, on the book of @year (0: of today). Returns: (transfer none) */
BvFundWindow *bv_fund_window_present (GtkWindow *parent, BvStore *store, int year);
/** Nothing is being read: for pictures and tests. */
gboolean bv_fund_window_is_settled (BvFundWindow *self);

G_END_DECLS
