// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "documents/bv-dossier-papers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvPapersWindow: every paper of a dossier or decision: a list that says which can be made and what the others wait
 * for, the paper in sight beside it. It follows every act.
 *
 * Actions: papers.save-all (a folder is asked for), and those of the BvPaperView inside.
 */
#define BV_TYPE_PAPERS_WINDOW (bv_papers_window_get_type ())
G_DECLARE_FINAL_TYPE (BvPapersWindow, bv_papers_window, BV, PAPERS_WINDOW, AdwWindow)

/** bv_papers_window_present: over @parent. @decision_id: 0: that of the dossier; @dossier_id 0: a decision without one.
 * Returns: (transfer none) */
BvPapersWindow *
bv_papers_window_present (GtkWindow *parent, BvStore *store, gint64 dossier_id, gint64 decision_id);
/** Chooses a paper; of an achievement report the nomination, 0 for the first. */
void bv_papers_window_show (BvPapersWindow *self, BvPaperKind kind, gint64 nomination_id);
/** Writes everything that can be made into @folder as PDF and ODT, with progress. */
void bv_papers_window_save_all (BvPapersWindow *self, const char *folder);
/** Nothing is being read or drawn: for pictures and tests. */
gboolean bv_papers_window_is_settled (BvPapersWindow *self);

G_END_DECLS
