// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-rating.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Forms of the page of ratings, each in a window of its own over that of @parent. */

/**
 * bv_rating_editor_present: the rating of @subject_id in @year with everything it holds.
 *
 * @grade: a #BvGrade chosen beforehand; -1: as it is
 * @message: (nullable): why the form was opened: a rule that speaks against @grade; the reason is asked for
 */
void bv_rating_editor_present (GtkWidget *parent,
                               BvStore *store,
                               gint64 subject_id,
                               int year,
                               int grade,
                               const char *message);

/** bv_rating_group_present: a group of similar tasks for the person, or for all rated people of the unit with the same
 * post, or for all of the unit. */
void bv_rating_group_present (GtkWidget *parent, BvStore *store, gint64 person_id, int year);

/** @id: 0: a new one, of @subject_id (0: to be chosen). */
void bv_discipline_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 subject_id);
/** Likewise; of a person. */
void bv_absence_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 person_id);

G_END_DECLS
