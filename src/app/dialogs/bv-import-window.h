// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "exchange/bv-import-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvImportWindow: a table from a spreadsheet on its way into the office's file, in three steps: the file, its
 * columns, its rows. Nothing is written before the last button, and one undo takes it all back.
 */
#define BV_TYPE_IMPORT_WINDOW (bv_import_window_get_type ())
G_DECLARE_FINAL_TYPE (BvImportWindow, bv_import_window, BV, IMPORT_WINDOW, AdwWindow)

/**
 * bv_import_window_present: over the window of @parent.
 *
 * @decision_id: for lists of awards: the decision whose list it is; 0: to be chosen
 * @path: (nullable): begins with this file
 * Returns: (transfer none)
 */
BvImportWindow *bv_import_window_present (GtkWidget *parent,
                                          BvStore *store,
                                          BvImportTarget target,
                                          gint64 decision_id,
                                          const char *path);

/** For tests and pictures: the step in front: "file", "columns" or "rows"; whether work is under way. */
const char *bv_import_window_get_step (BvImportWindow *self);
gboolean bv_import_window_is_busy (BvImportWindow *self);

G_END_DECLS
