// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvApplication: one process for each officer; what the command line asks for.
 *
 *   bangvang [FILE]                         opens the window
 *   bangvang --file FILE                    the same
 *   bangvang --pictures=DIR [--file FILE]   saves a picture of every page and ends
 *           [--size=1280x800]
 *   bangvang --exit-after-first-frame       prints the milliseconds to the first frame and ends
 */
#define BV_TYPE_APPLICATION (bv_application_get_type ())
G_DECLARE_FINAL_TYPE (BvApplication, bv_application, BV, APPLICATION, AdwApplication)

/** @started: g_get_monotonic_time() at the head of main() */
BvApplication *bv_application_new (gint64 started);

/** What main() returns when g_application_run() gave 0. */
int bv_application_get_status (BvApplication *self);

/** bv_application_use_language: takes the language of the settings into the process. To be called before
 * any window and any translated string. */
void bv_application_use_language (void);

G_END_DECLS
