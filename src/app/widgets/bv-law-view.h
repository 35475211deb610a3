// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvLawView: one award of a regime in words: to whom, who decides, the ways to it as a tree of conditions with the article
 * beside each, quota, vote, bonus, certificate and forms. What was not read at its source bears a mark. As high as it must
 * be: put it into a scrolled window.
 */
#define BV_TYPE_LAW_VIEW (bv_law_view_get_type ())
G_DECLARE_FINAL_TYPE (BvLawView, bv_law_view, BV, LAW_VIEW, GtkWidget)

GtkWidget *bv_law_view_new (void);
/**
 * bv_law_view_show: nothing of what is given is kept.
 *
 * @values: keys of the office's rules to their values, (element-type utf8 utf8)
 */
void bv_law_view_show (BvLawView *self,
                       const BvRegime *regime,
                       const BvRegimeAward *award,
                       GHashTable *values);

G_END_DECLS
