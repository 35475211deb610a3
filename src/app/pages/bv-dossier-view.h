// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvDossierView: one dossier with its nominations, the chosen one beside them. Signal "edited" (gint64 id). */
#define BV_TYPE_DOSSIER_VIEW (bv_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (BvDossierView, bv_dossier_view, BV, DOSSIER_VIEW, GtkWidget)

/** @store: (nullable) */
void bv_dossier_view_set_store (BvDossierView *self, BvStore *store);
/** 0: none. */
void bv_dossier_view_set_dossier (BvDossierView *self, gint64 id);
gint64 bv_dossier_view_get_dossier (BvDossierView *self);
/** Shows the nomination once it is there. */
void bv_dossier_view_select (BvDossierView *self, gint64 nomination_id);
/** Focus goes to its names once they are there, or to where the first one is typed. */
void bv_dossier_view_start (BvDossierView *self);
void bv_dossier_view_reload (BvDossierView *self);
gboolean bv_dossier_view_is_settled (BvDossierView *self);

G_END_DECLS
