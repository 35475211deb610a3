// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"
#include "store/bv-store.h"
#include "widgets/bv-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvPaperFunc: builds the paper on a worker thread. (transfer full); %NULL with @error. */
typedef BvDocument *(*BvPaperFunc) (BvConnection *connection, gpointer data, GError **error);

/**
 * BvPaperWindow: one paper as it will be printed, to be looked at, printed, or saved as PDF, ODT or XLSX. What is saved
 * is built anew: it is never older than the file.
 *
 * Actions: paper.print, paper.save (format).
 */
#define BV_TYPE_PAPER_WINDOW (bv_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperWindow, bv_paper_window, BV, PAPER_WINDOW, AdwWindow)

/**
 * bv_paper_window_present: over the window of @parent.
 *
 * @title: of the window: "Minutes of the council"
 * @file_name: proposed when saving, without an ending
 * @data: (transfer full): for @func
 * Returns: (transfer none)
 */
BvPaperWindow *bv_paper_window_present (GtkWidget *parent,
                                        BvStore *store,
                                        const char *title,
                                        const char *file_name,
                                        BvPaperFunc func,
                                        gpointer data,
                                        GDestroyNotify data_free);
/** (transfer none) */
BvPreview *bv_paper_window_get_preview (BvPaperWindow *self);
/** The PDF in sight; (transfer none) (nullable). */
GBytes *bv_paper_window_get_pdf (BvPaperWindow *self);
/** Writes the paper; the format follows the ending of @path; a toast tells. */
void bv_paper_window_save (BvPaperWindow *self, const char *path);

G_END_DECLS
