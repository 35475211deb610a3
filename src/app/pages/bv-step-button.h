// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-dossier-step.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The next step of a dossier as one button: what it says, and what it does from wherever it stands. */

/** Label with its mnemonic and tooltip of @button for @step; hidden when nothing is left to do. The page gives the button
 * its action. */
void bv_step_button_show (GtkButton *button, const BvDossierStep *step);

/**
 * bv_step_button_run: takes @step for @widget. Steps that need no answer are acts at once; all others open the form or
 * the page that asks. %BV_STEP_ADD, %BV_STEP_SUBMIT and %BV_STEP_ACCEPT are the dossier's own and do nothing here.
 */
void bv_step_button_run (GtkWidget *widget, BvStore *store, const BvDossierStep *step);

G_END_DECLS
