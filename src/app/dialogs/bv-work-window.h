// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** BvWorkWindow: the small window of bv_work_run(): title, bar, a phrase, Cancel. */
#define BV_TYPE_WORK_WINDOW (bv_work_window_get_type ())
G_DECLARE_FINAL_TYPE (BvWorkWindow, bv_work_window, BV, WORK_WINDOW, AdwWindow)

BvWorkWindow *bv_work_window_new (GtkWindow *parent, const char *title, GCancellable *cancellable);
/** @fraction: 0 to 1, below 0: unknown. @what: (nullable) */
void bv_work_window_update (BvWorkWindow *self, double fraction, const char *what);

G_END_DECLS
