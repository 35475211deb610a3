// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office/bv-office.h"
#include "office/bv-signer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvPaperPreview: the head of a decision and its signature, drawn as on paper (Decree 30/2020, Appendix I)
 * in the fonts of the documents, while the names are being typed. It only shows; it has no text that
 * a screen reader would not find in the fields.
 */
#define BV_TYPE_PAPER_PREVIEW (bv_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperPreview, bv_paper_preview, BV, PAPER_PREVIEW, GtkWidget)

/** @period: copied, (nullable) */
void bv_paper_preview_set_period (BvPaperPreview *self, const BvOfficePeriod *period);
/** @signer: copied, (nullable): no signature is drawn. */
void bv_paper_preview_set_signer (BvPaperPreview *self, const BvSigner *signer);

G_END_DECLS
