// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bv-list-view.h"

G_BEGIN_DECLS

/* The columns of the nominations of a dossier. Main thread. */

/** (transfer none), static; @n_columns: (out) */
const BvListColumn *bv_dossier_lines_get_columns (guint *n_columns);
/** What the cells say of each nomination: id (gint64 *) → BvDossierLine; @lines: (transfer full) (nullable). */
void bv_dossier_lines_set_known (GHashTable *lines);
/** The id of the nomination that was added last; 0: none is known. */
gint64 bv_dossier_lines_find_newest (void);

G_END_DECLS
