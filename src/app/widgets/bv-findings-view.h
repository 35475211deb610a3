// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-eligibility.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvFindingsView: why somebody may or may not get an award: the verdict in words, then every condition with its
 * article, what the records say and what would mend it. As high as it must be: put it into a scrolled window.
 *
 * Signal "open-record" (const char *kind, gint64 id): a record was clicked: what win.open-record takes. When no handler is connected the view
 * activates win.open-record with them.
 * Signal "open-page" (const char *page): what would mend a condition was clicked: the page on which it is done; likewise,
 * with win.show-page.
 */
#define BV_TYPE_FINDINGS_VIEW (bv_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (BvFindingsView, bv_findings_view, BV, FINDINGS_VIEW, GtkWidget)

GtkWidget *bv_findings_view_new (void);
/** bv_findings_view_show: as judged now; nothing of @eligibility is kept. %NULL empties the view. */
void bv_findings_view_show (BvFindingsView *self, const BvEligibility *eligibility);
/** bv_findings_view_show_frozen: as it was when the nomination was submitted. */
void bv_findings_view_show_frozen (BvFindingsView *self, const BvFrozenFindings *findings);

/** The icon of a verdict: three shapes, so that colour is never needed; (transfer none). */
const char *bv_verdict_get_icon_name (BvVerdict verdict);
/** An image of it in its colour, with the verdict as accessible name. (transfer floating) */
GtkWidget *bv_verdict_image_new (BvVerdict verdict);

/** bv_findings_view_find_page: the page on which what is missing for a condition of @kind is entered; (nullable): none, or
 * only where the finding itself stands. */
const char *bv_findings_view_find_page (BvConditionKind kind);

G_END_DECLS
