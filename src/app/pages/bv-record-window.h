// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvRecordWindow: a subject's whole record: by year, by section, and as the extract that is printed. It follows every
 * act; a line opens its decision, dossier, initiative or unit in the window below.
 *
 * The extract has the actions and keys of BvPaperView.
 */
#define BV_TYPE_RECORD_WINDOW (bv_record_window_get_type ())
G_DECLARE_FINAL_TYPE (BvRecordWindow, bv_record_window, BV, RECORD_WINDOW, AdwWindow)

/** bv_record_window_present: over @parent. Returns: (transfer none) */
BvRecordWindow *bv_record_window_present (GtkWindow *parent, BvStore *store, gint64 subject_id);
/** "timeline", "sections", "extract" */
void bv_record_window_show_view (BvRecordWindow *self, const char *view);
/** Writes the extract as it is in sight; the ending tells the format. Only once it was shown. */
void bv_record_window_save (BvRecordWindow *self, const char *path);
/** Nothing is being read or drawn: for pictures and tests. */
gboolean bv_record_window_is_settled (BvRecordWindow *self);

G_END_DECLS
