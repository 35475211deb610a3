// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/bv-nomination-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bv_nomination_groups_fill: puts what @answer holds into @box, in place of what is there: texts, papers, findings,
 * answers of the minutes, initiatives, files.
 *
 * @pane: has the actions "nomination.…" and is told what acts did
 * @is_open: it may be changed
 * @shows_frozen: the findings are those of the day it was submitted
 */
void bv_nomination_groups_fill (GtkBox *box,
                                GtkWidget *pane,
                                BvStore *store,
                                const BvNominationAnswer *answer,
                                gboolean is_open,
                                gboolean shows_frozen);
/** Takes every row out of @box. */
void bv_nomination_groups_clear (GtkBox *box);

G_END_DECLS
