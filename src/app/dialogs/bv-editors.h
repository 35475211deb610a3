// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of the register, each in a window over that of @parent. They read what they need without
 * holding up the window, save as one act, and tell it by a toast with "Undo". */

/** bv_person_editor_present: @id 0: a new person, in @unit_id (0: none yet). */
void bv_person_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 unit_id);

/** bv_membership_editor_present: one dated post of a person. @id 0: a new one. */
void bv_membership_editor_present (GtkWidget *parent, BvStore *store, gint64 person_id, gint64 id);

/** bv_unit_editor_present: @id 0: a new unit below @parent_id (0: a root). */
void bv_unit_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 parent_id);

/** bv_household_editor_present: @id 0: a new household in @unit_id (0: none yet). */
void bv_household_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 unit_id);

/** bv_transfer_dialog_present: the person goes to another post from a day on. */
void bv_transfer_dialog_present (GtkWidget *parent, BvStore *store, gint64 person_id);

/** bv_succession_dialog_present: the unit merges with others, is split, or gets a new name. */
void bv_succession_dialog_present (GtkWidget *parent, BvStore *store, gint64 unit_id);

G_END_DECLS
