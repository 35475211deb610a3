// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** BvSubjectChosenFunc: a subject was chosen; not called when the officer cancels or @parent is gone. */
typedef void (*BvSubjectChosenFunc) (GtkWidget *parent,
                                     gint64 id,
                                     const char *name,
                                     gpointer user_data);

/**
 * BvSubjectChooser: a small window in which a person, unit or household is found by typing: words of the
 * name in any order, with marks or without. Enter takes the first or the selected one.
 */
#define BV_TYPE_SUBJECT_CHOOSER (bv_subject_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BvSubjectChooser, bv_subject_chooser, BV, SUBJECT_CHOOSER, AdwWindow)

/** @kind: a BvSubjectKind, 0: any. (transfer none) */
BvSubjectChooser *bv_subject_chooser_present (GtkWidget *parent,
                                              const char *title,
                                              BvStore *store,
                                              int kind,
                                              BvSubjectChosenFunc chosen,
                                              gpointer user_data);

G_END_DECLS
