// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"
#include "widgets/bv-preview.h"

G_BEGIN_DECLS

/**
 * BvCertificatesPage: the certificates of a decision, or of a part of its list, as they will be
 * printed: which template, which paper, blank or pre-printed stock and its offsets. The preview is
 * the very PDF that is saved.
 */
#define BV_TYPE_CERTIFICATES_PAGE (bv_certificates_page_get_type ())
G_DECLARE_FINAL_TYPE (BvCertificatesPage, bv_certificates_page, BV, CERTIFICATES_PAGE, BvPage)

/** (transfer none) */
BvPreview *bv_certificates_page_get_preview (BvCertificatesPage *self);
/** bv_certificates_page_save: writes what the preview shows to @path, with progress and cancel; a toast
 * tells. */
void bv_certificates_page_save (BvCertificatesPage *self, const char *path);

G_END_DECLS
