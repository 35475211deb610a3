// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvMeter: how many of how many there may be, as a bar with its figures beside it: "4/2". What is beyond the limit is a part
 * of its own behind a line; the figures say it too, for colour never carries meaning alone.
 */
#define BV_TYPE_METER (bv_meter_get_type ())
G_DECLARE_FINAL_TYPE (BvMeter, bv_meter, BV, METER, GtkWidget)

GtkWidget *bv_meter_new (void);
/** @label: what is counted: the accessible name, translated; @text: the whole in words, for screen readers. */
void bv_meter_set (BvMeter *self, guint value, guint maximum, const char *label, const char *text);

G_END_DECLS
