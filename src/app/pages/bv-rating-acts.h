// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"
#include "merit/bv-rating.h"

G_BEGIN_DECLS

/* For the year of @page. A rule that speaks against a grade opens the form, which asks for the reason; another refusal is
 * told in a dialog. */

/** All of @ids in one act, or none. */
void bv_rating_act_grade (BvPage *page, const gint64 *ids, guint n_ids, BvGrade grade);
/** Hundredths; the grade follows from them. */
void bv_rating_act_points (BvPage *page, gint64 subject_id, gint64 general, gint64 result);
void bv_rating_act_clear (BvPage *page, const gint64 *ids, guint n_ids);
/** @grade to everybody of the unit who is not rated yet; who got a lower one or none is told after the toast. */
void bv_rating_act_apply (BvPage *page, gint64 unit_id, BvGrade grade);

/** What is typed in @entry as hundredths; what cannot be understood is shown there, and the focus put into it. */
gboolean bv_rating_read_points (GtkEntry *entry, gint64 *points);

G_END_DECLS
