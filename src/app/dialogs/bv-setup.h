// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvSetup: the first-run assistant, in the window in place of the pages. It begins with three ways: set up the
 * office, look at the demo district, open a file; then the office and its letterhead, the signers, and the base
 * salary. The file is made only at the end of the signers' step.
 *
 * Signals:
 *   ::done (BvStore *store)       the office is set up
 *   ::cancelled ()                back to the file that is open
 *   ::language-changed ()         another language was chosen: make the window anew
 */
#define BV_TYPE_SETUP (bv_setup_get_type ())
G_DECLARE_FINAL_TYPE (BvSetup, bv_setup, BV, SETUP, GtkWidget)

GtkWidget *bv_setup_new (void);
/** Goes on with a file that exists but has no office yet. */
void bv_setup_use_store (BvSetup *self, BvStore *store);
/** Begins at the office step, for a new file: "New office file". */
void bv_setup_start_new (BvSetup *self);

/** Whether one can go back from the first step: a file is open. */
void bv_setup_set_can_cancel (BvSetup *self, gboolean can_cancel);

/** bv_setup_default_path: where a new file goes: in the user's data folder, by a name that is free.
 * (transfer full) */
char *bv_setup_default_path (void);

G_END_DECLS
