// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-preview-document.h"

G_BEGIN_DECLS

/** BvPreviewFit: how the zoom follows the window. */
typedef enum
{
  BV_PREVIEW_FIT_PAGE,
  BV_PREVIEW_FIT_WIDTH,
  BV_PREVIEW_FIT_NONE, /* the zoom that was set */
} BvPreviewFit;

/**
 * BvPreviewView: the pages of a PDF one below the other, as sheets with a shadow, inside a
 * #GtkScrolledWindow. Only pages in sight (and their neighbours) are drawn; while a zoomed page is on
 * its way its last picture is stretched.
 *
 * Keys: Page Up and Page Down by page, arrows and Space by a part of the window, Home and End, + and
 * -, 0 for the whole page, 9 for the width. Ctrl and the wheel zoom.
 *
 * Properties: "current-page" (from 0), "zoom" (1 is the paper's own size), "fit".
 * Signal ::drawn (guint page) when a page's sharp picture has come.
 */
#define BV_TYPE_PREVIEW_VIEW (bv_preview_view_get_type ())
G_DECLARE_FINAL_TYPE (BvPreviewView, bv_preview_view, BV, PREVIEW_VIEW, GtkWidget)

/** bv_preview_view_set_document: shows @document; page and zoom stay where they can.
 * @document: (nullable) */
void bv_preview_view_set_document (BvPreviewView *self, BvPreviewDocument *document);
BvPreviewDocument *bv_preview_view_get_document (BvPreviewView *self);

void bv_preview_view_set_fit (BvPreviewView *self, BvPreviewFit fit);
BvPreviewFit bv_preview_view_get_fit (BvPreviewView *self);

/** bv_preview_view_set_zoom: 0.1 to 4; the fit becomes %BV_PREVIEW_FIT_NONE. */
void bv_preview_view_set_zoom (BvPreviewView *self, double zoom);
double bv_preview_view_get_zoom (BvPreviewView *self);
/** One step in (@steps > 0) or out. */
void bv_preview_view_step_zoom (BvPreviewView *self, int steps);

guint bv_preview_view_get_current_page (BvPreviewView *self);
/** Scrolls so that page @page (from 0) stands at the top. */
void bv_preview_view_go_to (BvPreviewView *self, guint page);

/** The sharp or, failing that, last picture of @page. (transfer none) (nullable) */
GdkTexture *bv_preview_view_get_texture (BvPreviewView *self, guint page);
/** No picture of a page in sight is under way. */
gboolean bv_preview_view_is_settled (BvPreviewView *self);

G_END_DECLS
