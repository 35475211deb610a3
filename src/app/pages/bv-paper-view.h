// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"
#include "widgets/bv-preview.h"

G_BEGIN_DECLS

/** BvPaperBuildFunc: builds a paper on a worker thread. @data is shared: it may not be changed.
 * Returns: (transfer full); %NULL with @error set */
typedef BvDocument *(*BvPaperBuildFunc) (BvConnection *connection, gpointer data, GError **error);

/**
 * BvPaperView: a paper as it will be printed, with what can be done with it. The paper is described by a function that
 * builds it; the preview, the printer and the saved file are made by the same call. %BV_DOCUMENT_ERROR_EMPTY is no
 * failure: its sentence says what to do first.
 *
 * Actions: paper.save (s: "pdf", "odt", "xlsx"), paper.print; Ctrl+S saves the PDF, Ctrl+P prints.
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
 */
void bv_paper_view_set_paper (BvPaperView *self,
                              BvStore *store,
                              BvPaperBuildFunc build,
                              gpointer data,
                              GDestroyNotify data_free,
                              const char *name);
/** The same paper from the file as it is now. */
void bv_paper_view_refresh (BvPaperView *self);
/** Writes it; the ending tells the format. */
void bv_paper_view_save (BvPaperView *self, const char *path);
BvPreview *bv_paper_view_get_preview (BvPaperView *self);
/** Its actions for the buttons of @widget, a window or page around it. */
void bv_paper_view_offer_actions (BvPaperView *self, GtkWidget *widget);
/** A menu for a button: PDF, ODT, XLSX by paper.save. (transfer full) */
GMenuModel *bv_paper_view_create_save_menu (void);
gboolean bv_paper_view_is_settled (BvPaperView *self);

G_END_DECLS
