// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the program says back, in the window that @widget stands in. A widget without a window says
 * nothing. */

/** bv_toast_message: one short sentence at the foot of the window. */
void bv_toast_message (GtkWidget *widget, const char *message);

/** bv_toast_undone: the same of an act that was undone or done again: at once, in the place of the toast that offered
 * to undo, and of the one before it of this kind. */
void bv_toast_undone (GtkWidget *widget, const char *message);

/**
 * bv_toast_done: tells that an act is done and offers to take it back. Nothing is said for @act_id 0
 * (nothing changed). Undoing runs without holding up the window; a refusal is told in words.
 */
void bv_toast_done (GtkWidget *widget, BvStore *store, gint64 act_id, const char *message);

/** bv_toast_file: tells that @path was written, and offers to open it. */
void bv_toast_file (GtkWidget *widget, const char *message, const char *path);

/**
 * bv_toast_error: a failure, told in a dialog that names what was attempted (@heading) and then the
 * sentence of @error. Cancelling (%G_IO_ERROR_CANCELLED) is no failure and tells nothing.
 */
void bv_toast_error (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
