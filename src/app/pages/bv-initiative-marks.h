// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-initiative-session.h"
#include "widgets/bv-grid-model.h"

G_BEGIN_DECLS

/**
 * BvInitiativeMarks: the examiners' marks of one initiative for a #BvGridView: a row for each criterion and one for the
 * sums, a column for each examiner. What is typed and cannot stand stays, marked, until it is mended.
 *
 * Signal ::typed (GArray *marks): (element-type BvInitiativeMark) good marks that were typed, one block; to be made an act.
 */
#define BV_TYPE_INITIATIVE_MARKS (bv_initiative_marks_get_type ())
G_DECLARE_FINAL_TYPE (BvInitiativeMarks, bv_initiative_marks, BV, INITIATIVE_MARKS, GObject)

BvInitiativeMarks *bv_initiative_marks_new (void);

/** bv_initiative_marks_take: shows @item by @scale, both copied; %NULL: nothing. The third column is there when a third
 * examiner is asked for, or has scored. @may_write: %FALSE for a file that is only read: its marks are looked at. */
void bv_initiative_marks_take (BvInitiativeMarks *self,
                               const BvInitiativeItem *item,
                               const BvInitiativeScale *scale,
                               gboolean may_write);

G_END_DECLS
