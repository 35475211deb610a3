// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvWindow: the window: the officer's year in the sidebar, one page beside it, the file behind it.
 *
 * Actions that pages use (gtk_widget_activate_action() or an action name in a template):
 *   win.show-page (s)       the page of that id
 *   win.open-record ((sx))  kind and id of a record: goes to its page and shows it
 *   win.may-get (x)         what that subject may get; of 0: who may get an award
 *   win.show-papers ((xx))  ids of a dossier and a decision, one may be 0: their papers
 *   win.undo-act (x)        takes that act back
 *   win.show-file (s)       opens a file that was written, in the program that shows it
 *   win.import-here         the import assistant for what the page in front is about
 *   win.import ((sx))       the import assistant: code of the target, id of a decision or 0
 *   win.undo, win.redo, win.search, win.open, win.new, win.backup, win.preferences
 */
#define BV_TYPE_WINDOW (bv_window_get_type ())
G_DECLARE_FINAL_TYPE (BvWindow, bv_window, BV, WINDOW, AdwApplicationWindow)

BvWindow *bv_window_new (GtkApplication *application);

/** (transfer none) (nullable): the file that is open. */
BvStore *bv_window_get_store (BvWindow *self);

/** bv_window_set_store: shows @store (nullable) on every page; remembers nothing. */
void bv_window_set_store (BvWindow *self, BvStore *store);

/**
 * bv_window_open_path: opens a file without holding up the window. What cannot be opened is told on a page
 * of its own, with the ways out; the file is left as it is.
 */
void bv_window_open_path (BvWindow *self, const char *path);

/** bv_window_show_start: the ways to begin: set up the office, the demo district, open a file. */
void bv_window_show_start (BvWindow *self);

void bv_window_set_year (BvWindow *self, int year);

void bv_window_show_page (BvWindow *self, const char *id);
/** (transfer none) (nullable): the page in front. */
BvPage *bv_window_get_page (BvWindow *self);
gboolean bv_window_open_record (BvWindow *self, const char *kind, gint64 id);

/** @toast: (transfer full) */
void bv_window_add_toast (BvWindow *self, AdwToast *toast);

G_END_DECLS
