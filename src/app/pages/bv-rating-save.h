// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "compat/bv-file-dialog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_rating_save_ask: asks for a place; @format: "pdf", "odt", "xlsx". */
void bv_rating_save_ask (GtkWidget *widget, int year, const char *format, BvFileChosenFunc chosen);
/** bv_rating_save_run: writes the table with its list of people; @unit_id: 0: the whole office. */
void
bv_rating_save_run (GtkWidget *widget, BvStore *store, int year, gint64 unit_id, const char *path);

G_END_DECLS
