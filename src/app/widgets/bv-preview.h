// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-preview-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvPreview: a PDF as it will be printed, from its very bytes, with page and zoom controls. While a
 * newer one is being made the old one stays in sight.
 *
 * Actions: preview.previous-page, preview.next-page, preview.zoom-in, preview.zoom-out,
 * preview.fit-page, preview.fit-width.
 *
 * Signal ::loaded () when the pages of a PDF that was set can be seen.
 */
#define BV_TYPE_PREVIEW (bv_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvPreview, bv_preview, BV, PREVIEW, GtkWidget)

GtkWidget *bv_preview_new (void);

/** bv_preview_set_pdf: shows @pdf; %NULL shows the placeholder. */
void bv_preview_set_pdf (BvPreview *self, GBytes *pdf);

/** A newer PDF is being made. @what: (nullable): what is done, translated */
void bv_preview_set_busy (BvPreview *self, gboolean busy, const char *what);
/** It could not be made: says so in place of the pages. */
void bv_preview_set_error (BvPreview *self, const GError *error);
/** What stands there while there is no PDF: what to do for one. */
void bv_preview_set_placeholder (BvPreview *self,
                                 const char *icon_name,
                                 const char *title,
                                 const char *description);

guint bv_preview_get_n_pages (BvPreview *self);
/** (transfer none) */
BvPreviewView *bv_preview_get_view (BvPreview *self);
/** Nothing is being made, read or drawn that the eye waits for. */
gboolean bv_preview_is_settled (BvPreview *self);

G_END_DECLS
