// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvRecipientEntry: people, collectives and households of the register by typing a name, with marks or
 * without; Enter takes the first match, Down goes into the list. It stays ready for the next name.
 *
 * Signal ::chosen (gint64 subject_id, const char *name)
 */
#define BV_TYPE_RECIPIENT_ENTRY (bv_recipient_entry_get_type ())
G_DECLARE_FINAL_TYPE (BvRecipientEntry, bv_recipient_entry, BV, RECIPIENT_ENTRY, GtkWidget)

/** @store: (nullable) */
void bv_recipient_entry_set_store (BvRecipientEntry *self, BvStore *store);
/** Types @text, as a test or another widget would. */
void bv_recipient_entry_set_text (BvRecipientEntry *self, const char *text);
/** How many match what is typed, once the search is through. */
guint bv_recipient_entry_get_n_matches (BvRecipientEntry *self);
/** Takes the first match, as Enter does. */
void bv_recipient_entry_take_first (BvRecipientEntry *self);

G_END_DECLS
