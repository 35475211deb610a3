// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** BvCaptionRow: a line of text below a row of a form, which the keyboard passes over. */
#define BV_TYPE_CAPTION_ROW (bv_caption_row_get_type ())
G_DECLARE_FINAL_TYPE (BvCaptionRow, bv_caption_row, BV, CAPTION_ROW, AdwPreferencesRow)

GtkWidget *bv_caption_row_new (void);

G_END_DECLS
