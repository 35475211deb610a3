// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvSubjectPane: the whole record of one person, unit or household beside the list: who it is, posts or
 * successions, and every award. Reads away from the main thread.
 *
 * Its buttons activate pane.edit, pane.transfer, pane.succeed and pane.delete, which the page installs.
 */
#define BV_TYPE_SUBJECT_PANE (bv_subject_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvSubjectPane, bv_subject_pane, BV, SUBJECT_PANE, GtkWidget)

/** bv_subject_pane_show: @id 0 shows that nothing is selected. Showing the same again reads it anew. */
void bv_subject_pane_show (BvSubjectPane *self, BvStore *store, gint64 id);
gboolean bv_subject_pane_is_loading (BvSubjectPane *self);

G_END_DECLS
