// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/bv-paper-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvPaperWindow: one paper in a window of its own. It follows the file. Its actions and keys are those of BvPaperView. */
#define BV_TYPE_PAPER_WINDOW (bv_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperWindow, bv_paper_window, BV, PAPER_WINDOW, AdwWindow)

/**
 * bv_paper_window_present: over the window of @parent.
 *
 * @title: of the window: "Minutes of the council"
 * @file_name: proposed when saving, without an ending
 * @data: (transfer full): for @build
 * Returns: (transfer none)
 */
BvPaperWindow *bv_paper_window_present (GtkWidget *parent,
                                        BvStore *store,
                                        const char *title,
                                        const char *file_name,
                                        BvPaperBuildFunc build,
                                        gpointer data,
                                        GDestroyNotify data_free);
/** (transfer none) */
BvPreview *bv_paper_window_get_preview (BvPaperWindow *self);
/** The PDF in sight; (transfer none) (nullable). */
GBytes *bv_paper_window_get_pdf (BvPaperWindow *self);
/** Writes the paper; the format follows the ending of @path; a toast tells. */
void bv_paper_window_save (BvPaperWindow *self, const char *path);

G_END_DECLS
