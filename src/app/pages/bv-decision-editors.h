// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-award.h"
#include "merit/bv-decision.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of decisions and of the lines of their lists, in windows over that of @parent, and the
 * acts behind them. */

/** BvDecisionEditedFunc: @id was saved. Not called when @parent is gone. */
typedef void (*BvDecisionEditedFunc) (GtkWidget *parent, gint64 id);

/**
 * bv_decision_editor_present: a draft, or a decision received from above.
 *
 * @id: 0: a new one of @origin for @year
 */
void bv_decision_editor_present (GtkWidget *parent,
                                 BvStore *store,
                                 gint64 id,
                                 BvOrigin origin,
                                 int year,
                                 BvDecisionEditedFunc done);
/** Number and date: the draft becomes a decision, its lines get their numbers in the sổ vàng. */
void bv_decision_editor_issue (GtkWidget *parent, BvStore *store, gint64 id);
/** From an accepted dossier: drafts, or the decision received from above; @done hears of the first. @dossier_id: the one
 * that is offered first; 0: the newest. */
void bv_decision_editor_from_dossier (GtkWidget *parent,
                                      BvStore *store,
                                      gint64 dossier_id,
                                      BvDecisionEditedFunc done);
/** Back to a draft, at once. */
void bv_decision_editor_unissue (GtkWidget *parent, BvStore *store, gint64 id, const char *label);
void bv_decision_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *label);

/** One line of a list, with how its bonus comes about. */
void bv_award_editor_present (GtkWidget *parent, BvStore *store, gint64 award_id);
/** One achievement text for the lines @ids, or for all when @n_ids is 0. */
void bv_award_editor_achievement (GtkWidget *parent,
                                  BvStore *store,
                                  gint64 decision_id,
                                  const gint64 *ids,
                                  guint n_ids,
                                  const char *text);
/** Adds @subject_id at the end of the list. @achievement: (nullable) */
void bv_award_editor_add (GtkWidget *parent,
                          BvStore *store,
                          gint64 decision_id,
                          gint64 subject_id,
                          const char *subject_name,
                          const char *form_code,
                          BvManner manner,
                          const char *achievement);
void bv_award_editor_remove (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids);
/** @position: from 1 */
void bv_award_editor_move (GtkWidget *parent, BvStore *store, gint64 id, int position);
/** An award taken back, what came back with it, and how it was given back. */
void bv_revocation_editor_present (GtkWidget *parent, BvStore *store, gint64 award_id);
void bv_award_editor_sort (GtkWidget *parent, BvStore *store, gint64 decision_id);

G_END_DECLS
