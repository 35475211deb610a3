// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of registrations, in windows over that of @parent, and the acts behind them. Pages hear of what changed
 * from the store. */

/** The sheet's own texts: what the unit commits itself to, who signs. A missing sheet is begun. */
void bv_registration_editor_present (GtkWidget *parent, BvStore *store, gint64 unit_id, int year);
/** The day of a step, and its reason. @ids: of sheets, at least one; all take it in one act. */
void bv_registration_editor_step (GtkWidget *parent,
                                  BvStore *store,
                                  const gint64 *ids,
                                  guint n_ids,
                                  BvRegistrationStep step);
/** A line that stands on a sheet. */
void bv_registration_editor_line (GtkWidget *parent, BvStore *store, gint64 line_id);
/** Adds a subject; when a rule speaks against it, the line's form opens and says so. @name: of the subject. */
void bv_registration_editor_add (GtkWidget *parent,
                                 BvStore *store,
                                 gint64 unit_id,
                                 int year,
                                 gint64 subject_id,
                                 const char *name,
                                 const char *form_code);
/** One title for everybody in the unit. */
void bv_registration_editor_add_members (GtkWidget *parent,
                                         BvStore *store,
                                         gint64 unit_id,
                                         int year,
                                         const char *form_code);
/** Why the unit is not asked to register. */
void
bv_registration_editor_exempt (GtkWidget *parent, BvStore *store, gint64 unit_id, const char *name);
/** Last year's lines; tells who is left out. @n_units: 0: of all units */
void bv_registration_editor_copy (GtkWidget *parent,
                                  BvStore *store,
                                  const gint64 *unit_ids,
                                  guint n_units,
                                  int year);

void bv_registration_editor_expect (GtkWidget *parent, BvStore *store, gint64 unit_id);
/** @ids: of sheets, at least one; all are approved in one act. */
void
bv_registration_editor_approve (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids);
void bv_registration_editor_reopen (GtkWidget *parent, BvStore *store, gint64 registration_id);
void bv_registration_editor_delete (GtkWidget *parent, BvStore *store, gint64 registration_id);
void
bv_registration_editor_remove (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids);

G_END_DECLS
