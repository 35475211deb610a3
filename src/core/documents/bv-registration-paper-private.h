// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"
#include "merit/bv-regime.h"
#include "merit/bv-registration-line.h"
#include "office/bv-office.h"

G_BEGIN_DECLS

/* What the papers of registrations share. */

/** What papers call a title: its abbreviation; the code when no regime knows it. */
const char *bv_registration_title_short (BvRegimeSet *regimes, const char *code, int year);
/** "Lao động tiên tiến". */
const char *bv_registration_title_long (BvRegimeSet *regimes, const char *code, int year);

/** What a list of registrations shows besides names, posts and titles. */
typedef struct
{
  gboolean has_groups; /* group rows for collectives, persons and households */
  gboolean
    has_initiatives; /* the initiative planned; without one it is left to the width of the others */
  gboolean has_signatures; /* an empty cell at the end, tall enough to sign in */
} BvRegistrationListShape;

/** Whether any line names an initiative. */
gboolean bv_registration_paper_names_initiative (GPtrArray *lines);
/** The table with its heads, (transfer none). */
BvTableBlock *bv_registration_paper_add_list (BvDocument *document,
                                              const char *name,
                                              const BvRegistrationListShape *shape);
/** The rows of one sheet's list: a subject once, with all titles. @n: (inout): the running number. */
void bv_registration_paper_add_lines (BvTableBlock *table,
                                      BvRegimeSet *regimes,
                                      GPtrArray *lines,
                                      int year,
                                      const BvRegistrationListShape *shape,
                                      guint *n);
/** Letterhead of the office's department, title and year, with a section across when @is_landscape. */
void bv_registration_paper_add_head (BvDocument *document,
                                     const BvOfficePeriod *office,
                                     const char *date,
                                     const char *kind,
                                     const char *summary);
/** Who made the table at the left, the head of the department at the right. */
void bv_registration_paper_add_end (BvDocument *document, const BvOfficePeriod *office);

G_END_DECLS
