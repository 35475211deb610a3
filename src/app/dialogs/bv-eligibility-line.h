// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-eligibility.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvEligibilityLine: a verdict in the list of BvEligibilityWindow, or the heading above those of one kind. Any thread
 * may make one. */
#define BV_TYPE_ELIGIBILITY_LINE (bv_eligibility_line_get_type ())
G_DECLARE_FINAL_TYPE (BvEligibilityLine, bv_eligibility_line, BV, ELIGIBILITY_LINE, GObject)

BvEligibilityLine *bv_eligibility_line_new (BvVerdict verdict,
                                            gboolean needs_word,
                                            const char *title,
                                            const char *detail,
                                            gint64 subject_id,
                                            const char *form_code);
BvEligibilityLine *bv_eligibility_line_new_heading (BvVerdict verdict, const char *title);

gboolean bv_eligibility_line_is_heading (BvEligibilityLine *self);
BvVerdict bv_eligibility_line_get_verdict (BvEligibilityLine *self);
/** Only the minutes are missing. */
gboolean bv_eligibility_line_needs_word (BvEligibilityLine *self);
const char *bv_eligibility_line_get_title (BvEligibilityLine *self);
gint64 bv_eligibility_line_get_subject (BvEligibilityLine *self);
const char *bv_eligibility_line_get_form (BvEligibilityLine *self);

/** Rows for a GtkListView of them. */
GtkListItemFactory *bv_eligibility_line_factory_new (void);

G_END_DECLS
