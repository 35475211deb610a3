// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvHolidaysWindow: the days off and the days worked of a year; the office adds its own and takes them back. */
#define BV_TYPE_HOLIDAYS_WINDOW (bv_holidays_window_get_type ())
G_DECLARE_FINAL_TYPE (BvHolidaysWindow, bv_holidays_window, BV, HOLIDAYS_WINDOW, AdwWindow)

void bv_holidays_window_present (GtkWidget *parent, BvStore *store, int year);
/** For tests: how many days are listed; 0 while they are read. */
guint bv_holidays_window_get_n_days (BvHolidaysWindow *self);

G_END_DECLS
