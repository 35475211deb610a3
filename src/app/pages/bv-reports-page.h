// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"
#include "widgets/bv-preview.h"

G_BEGIN_DECLS

/**
 * BvReportsPage: the annual report, of the window's year or of a free period: what the officer chooses
 * at the left, the paper at the right, saved as PDF, ODT or XLSX, or printed.
 */
#define BV_TYPE_REPORTS_PAGE (bv_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (BvReportsPage, bv_reports_page, BV, REPORTS_PAGE, BvPage)

/** (transfer none) */
BvPreview *bv_reports_page_get_preview (BvReportsPage *self);
/** bv_reports_page_save: writes the report; the format follows the ending of @path; a toast tells. */
void bv_reports_page_save (BvReportsPage *self, const char *path);

G_END_DECLS
