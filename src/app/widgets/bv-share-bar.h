// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvShare: one part of a whole. The colours are libadwaita's named ones, so that dark and high contrast
 * follow; the words stand in the legend, for colour never carries meaning alone. */
typedef struct
{
  const char *label; /* translated */
  guint count;
  const char *css_class; /* "bv-share-good", "-fair", "-bad", "-none" */
} BvShare;

/** BvShareBar: a whole of parts as one bar, with a legend of mark, word and count under it. Parts of 0
 * are left out. */
#define BV_TYPE_SHARE_BAR (bv_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvShareBar, bv_share_bar, BV, SHARE_BAR, GtkWidget)

void bv_share_bar_set (BvShareBar *self, const BvShare *shares, guint n_shares);

G_END_DECLS
