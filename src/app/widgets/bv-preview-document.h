// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvPreviewDocument: a PDF as the preview sees it: page sizes, pictures and text of pages, all asked
 * for without waiting.
 *
 * Poppler cannot draw on two threads, not even from two documents (colour set-up is process-wide):
 * one thread serves every document of the process, by priority and then in the order asked.
 */
#define BV_TYPE_PREVIEW_DOCUMENT (bv_preview_document_get_type ())
G_DECLARE_FINAL_TYPE (BvPreviewDocument, bv_preview_document, BV, PREVIEW_DOCUMENT, GObject)

/** Lower comes first: what the eye rests on, then what it will see next, then what is read aloud. */
typedef enum
{
  BV_PREVIEW_PRIORITY_OPEN = 0,
  BV_PREVIEW_PRIORITY_VISIBLE = 10,
  BV_PREVIEW_PRIORITY_NEAR = 20,
  BV_PREVIEW_PRIORITY_TEXT = 30,
} BvPreviewPriority;

/**
 * bv_preview_document_open_async: reads @pdf. The callbacks of this type run on the main context that
 * was thread-default when the function was called.
 */
void bv_preview_document_open_async (GBytes *pdf,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/** Returns: (transfer full) (nullable): %NULL with %BV_DOCUMENT_ERROR_TEMPLATE when it is no PDF */
BvPreviewDocument *bv_preview_document_open_finish (GAsyncResult *result, GError **error);

/**
 * bv_preview_document_open: reads @pdf at once, for printing. It waits while the rendering thread is
 * drawing a page.
 */
BvPreviewDocument *bv_preview_document_open (GBytes *pdf, GError **error);
/** bv_preview_document_draw: draws page @page as for paper on @cr, one user-space unit a point; waits
 * likewise. */
void bv_preview_document_draw (BvPreviewDocument *self, guint page, cairo_t *cr);

/**
 * bv_preview_document_stop: waits for the page that is being drawn and lets no other begin. Called once nobody looks
 * any more, before the process ends: Poppler is C++, its tables go while exit() runs, and a thread that still reads
 * them crashes. No document may be opened or drawn afterwards. Calling it again does nothing.
 */
void bv_preview_document_stop (void);

guint bv_preview_document_get_n_pages (BvPreviewDocument *self);

/** Width and height of page @page (from 0) in points. */
void bv_preview_document_get_page_size (BvPreviewDocument *self,
                                        guint page,
                                        double *width,
                                        double *height);

/**
 * bv_preview_document_render_async: draws page @page on white.
 *
 * @scale: pixels for each point
 */
void bv_preview_document_render_async (BvPreviewDocument *self,
                                       guint page,
                                       double scale,
                                       BvPreviewPriority priority,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/** Returns: (transfer full) (nullable) */
GdkTexture *
bv_preview_document_render_finish (BvPreviewDocument *self, GAsyncResult *result, GError **error);

/** bv_preview_document_text_async: the words of page @page, for screen readers and tests. */
void bv_preview_document_text_async (BvPreviewDocument *self,
                                     guint page,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/** Returns: (transfer full) (nullable) */
char *
bv_preview_document_text_finish (BvPreviewDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
