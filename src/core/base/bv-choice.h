// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvChoice: one of the codes that a column may hold, with its label for people. Lists of choices
 * are static arrays that end with a row whose code is %NULL. Codes are stored: append only.
 */
typedef struct
{
  const char *code;    /* as stored; "" may be a choice: "not said" */
  const char *label;   /* English source text, marked with N_() or NC_() */
  const char *context; /* of the translation, (nullable) */
} BvChoice;

/** bv_choice_label: the translated label of @code; @code itself when the list does not hold it. */
const char *bv_choice_label (const BvChoice *choices, const char *code);
/** bv_choice_index: the position of @code, -1 when the list does not hold it. */
int bv_choice_index (const BvChoice *choices, const char *code);
/** bv_choice_has: whether @code may be stored. */
gboolean bv_choice_has (const BvChoice *choices, const char *code);
/** How many a list holds, the end not counted. */
guint bv_choice_count (const BvChoice *choices);
/** bv_choice_labels: all translated labels in order, (transfer full): for a combo row. */
char **bv_choice_labels (const BvChoice *choices);
/**
 * bv_choice_find: the code meant by what a person or another program wrote: the code, or the label
 * in English or in the language of the interface, without regard to marks and capitals.
 *
 * Returns: (transfer none) (nullable)
 */
const char *bv_choice_find (const BvChoice *choices, const char *text);

G_END_DECLS
