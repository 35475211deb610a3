// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"
#include "widgets/bv-preview.h"

G_BEGIN_DECLS

/** BvPaperBuildFunc: builds a paper on a worker thread. @data is shared: it may not be changed.
 * Returns: (transfer full); %NULL with @error set */
typedef BvDocument *(*BvPaperBuildFunc) (BvConnection *connection, gpointer data, GError **error);

/** BvPaperPdfFunc: likewise, for what is no BvDocument: the bytes of a PDF; there is no other format then. */
typedef GBytes *(*BvPaperPdfFunc) (BvConnection *connection,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * BvPaperView: a paper as it will be printed, with what can be done with it; the program's only view of a paper. The
 * paper is described by a function that builds it; the preview, the printer and the saved file are made by the same
 * call, so what is saved is never older than the file. %BV_DOCUMENT_ERROR_EMPTY is no failure: its sentence says what
 * to do first. Making can be stopped; making anew is offered then.
 *
 * Actions: paper.save (s: "pdf", "odt", "xlsx"), paper.print, paper.open (in the program that shows PDFs), paper.stop,
 * paper.make, paper.zoom-in, paper.zoom-out, paper.fit. Keys: bv_paper_view_offer_actions(). BvPaperButtons are the
 * buttons for them.
 *
 * Signal ::made () after each attempt: bv_paper_view_get_pdf() or bv_paper_view_get_error() tells how it ended.
 */
#define BV_TYPE_PAPER_VIEW (bv_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperView, bv_paper_view, BV, PAPER_VIEW, GtkWidget)

GtkWidget *bv_paper_view_new (void);
/**
 * bv_paper_view_set_paper: shows another paper.
 *
 * @store: (nullable): none: the placeholder
 * @data: (transfer full), freed by @data_free when nobody builds from it any more
 * @name: the name of a file without its ending, and of the print job
 * @pause: milliseconds until the pages are made, for a paper that follows typing; a file saved meanwhile is of the new
 *   paper already
 */
void bv_paper_view_set_paper (BvPaperView *self,
                              BvStore *store,
                              BvPaperBuildFunc build,
                              gpointer data,
                              GDestroyNotify data_free,
                              const char *name,
                              guint pause);
/** bv_paper_view_set_pdf: the same for a PDF, which is saved as it is in sight. */
void bv_paper_view_set_pdf (BvPaperView *self,
                            BvStore *store,
                            BvPaperPdfFunc make,
                            gpointer data,
                            GDestroyNotify data_free,
                            const char *name,
                            guint pause);
/** The same paper from the file as it is now. */
void bv_paper_view_refresh (BvPaperView *self);
/** Writes it; the ending tells the format. A toast over the paper tells of it. */
void bv_paper_view_save (BvPaperView *self, const char *path);
/**
 * bv_paper_view_write_copy: a copy of the PDF in sight for another program to look at, in the cache of the user alone;
 * the copies of a session go when the next one makes its first. Its path; %NULL with an error of #GFileError
 */
char *bv_paper_view_write_copy (BvPaperView *self, GError **error);
/** (transfer none) */
BvPreview *bv_paper_view_get_preview (BvPaperView *self);
/** The PDF in sight; (transfer none) (nullable). */
GBytes *bv_paper_view_get_pdf (BvPaperView *self);
/** Why there is none; (transfer none) (nullable). */
const GError *bv_paper_view_get_error (BvPaperView *self);
/**
 * bv_paper_view_offer_actions: its actions for the buttons of @widget, a window or page around it, and their keys
 * wherever the focus is in @widget: Ctrl+S saves the PDF, Ctrl+P prints, Ctrl++, Ctrl+- and Ctrl+0 zoom, F5 makes it
 * anew.
 */
void bv_paper_view_offer_actions (BvPaperView *self, GtkWidget *widget);
gboolean bv_paper_view_is_settled (BvPaperView *self);

G_END_DECLS
