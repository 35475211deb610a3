// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Dossiers and nominations as forms, and the acts that need one sentence only. */

/** Called when a dossier was saved; @parent as given. */
typedef void (*BvDossierEditedFunc) (GtkWidget *parent, gint64 id);

/** @id: 0: a new one of @year */
void bv_dossier_editor_present (GtkWidget *parent,
                                BvStore *store,
                                gint64 id,
                                int year,
                                BvDossierEditedFunc done);
/** Achievement, summary, note, and the reason when a rule speaks against it. */
void bv_nomination_editor_present (GtkWidget *parent, BvStore *store, gint64 id);
/** The parts of the achievement report that its author writes, as the form of the law names them. */
void bv_report_editor_present (GtkWidget *parent, BvStore *store, gint64 nomination_id);
/** Adds one subject for one award; asks for a reason when a rule speaks against it. */
void bv_nomination_editor_add (GtkWidget *parent,
                               BvStore *store,
                               gint64 dossier_id,
                               gint64 subject_id,
                               const char *form_code,
                               const char *achievement);

/** BvReasonFunc: an act with a written reason. */
typedef gboolean (
  *BvReasonFunc) (BvStore *store, gint64 id, const char *reason, gint64 *act_id, GError **error);
/** A small form that asks for one text. @field_title: (nullable): "_Reason"; @is_required: it must not be empty. */
void bv_reason_editor_present (GtkWidget *parent,
                               BvStore *store,
                               const char *title,
                               const char *description,
                               const char *field_title,
                               const char *save_label,
                               gboolean is_required,
                               BvReasonFunc func,
                               gint64 id);

/** BvStepFunc: an act on one record that asks nothing. */
typedef gboolean (*BvStepFunc) (BvStore *store, gint64 id, gint64 *act_id, GError **error);
void bv_step_run (GtkWidget *widget, BvStore *store, BvStepFunc func, gint64 id);

G_END_DECLS
