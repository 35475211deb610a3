// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvNominationPane: one nomination beside the list of its dossier: what it says, what backs it, what is missing, and
 * what the law finds, when submitted and today. Files dropped on it are kept as papers.
 */
#define BV_TYPE_NOMINATION_PANE (bv_nomination_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvNominationPane, bv_nomination_pane, BV, NOMINATION_PANE, GtkWidget)

/** @store: (nullable) */
void bv_nomination_pane_set_store (BvNominationPane *self, BvStore *store);
/** 0: none. */
void bv_nomination_pane_set_nomination (BvNominationPane *self, gint64 id);
gint64 bv_nomination_pane_get_nomination (BvNominationPane *self);
void bv_nomination_pane_reload (BvNominationPane *self);
gboolean bv_nomination_pane_is_settled (BvNominationPane *self);
/** Keeps a file as a paper, as dropping it does. */
void bv_nomination_pane_add_file (BvNominationPane *self, GFile *file);

G_END_DECLS
