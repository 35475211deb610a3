// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/bv-paper-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvInitiativeCertificatesWindow: the certificates of the authors of recognised initiatives, in the manner of those of
 * a decision: A4 or A3, blank or pre-printed stock with its offsets. Print and save are the actions of BvPaperView.
 */
#define BV_TYPE_INITIATIVE_CERTIFICATES_WINDOW (bv_initiative_certificates_window_get_type ())
G_DECLARE_FINAL_TYPE (BvInitiativeCertificatesWindow,
                      bv_initiative_certificates_window,
                      BV,
                      INITIATIVE_CERTIFICATES_WINDOW,
                      AdwWindow)

/** Over the window of @parent: of one initiative (else 0), or of all that a session recognised. (transfer none) */
BvInitiativeCertificatesWindow *bv_initiative_certificates_present (GtkWidget *parent,
                                                                    BvStore *store,
                                                                    gint64 initiative_id,
                                                                    gint64 session_id);
/** (transfer none) */
BvPaperView *bv_initiative_certificates_get_view (BvInitiativeCertificatesWindow *self);

G_END_DECLS
