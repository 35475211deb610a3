// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-initiative-papers.h"
#include "merit/bv-initiative-session.h"
#include "office/bv-office.h"

G_BEGIN_DECLS

/* What the papers about initiatives share. */

#define DOTS "………………"
/* As wide as a first line of the body: for the pen. */
#define LINE_DOTS "………………………………………………………………………………"
/** BvInitiativePaperDraft: a paper being built; all that could be read is read. */
typedef struct
{
  /* Borrowed */
  BvConnection *connection;
  const BvInitiativePaperOptions *options;

  /* Owned */
  BvDocument *document;
  BvInitiativeSession *session; /* (nullable) */
  BvInitiativeScale *scale;
  BvOfficePeriod *office;
  GPtrArray *items; /* (element-type BvInitiativeItem) */
  char *day;        /* by which the office is named */
} BvInitiativePaperDraft;

/** printf into a paragraph of the body. */
void bv_initiative_paper_add_body (BvInitiativePaperDraft *self, const char *format, ...)
  G_GNUC_PRINTF (2, 3);
/** Lines of dots for the pen. */
void bv_initiative_paper_add_lines (BvInitiativePaperDraft *self, guint n_lines);
/** Of the committee with a number, or (@number %NULL) of its council for initiatives. */
void bv_initiative_paper_add_letterhead (BvInitiativePaperDraft *self,
                                         const char *number,
                                         const char *date);
/** "quý I năm 2023"; (transfer full) */
char *bv_initiative_paper_name_period (const BvInitiativeSession *session);
/** Hundredths as a number with the decimals that it has; below 0: none. */
BvTableCellBlock *bv_initiative_paper_add_points (BvTableBlock *table, gint64 hundredths);
/** Sets %BV_DOCUMENT_ERROR_EMPTY. Returns: %FALSE */
gboolean bv_initiative_paper_fail_empty (GError **error, const char *message);

/** The papers, into @self->document. %FALSE with %BV_DOCUMENT_ERROR_EMPTY when there is nothing to stand on. */
gboolean bv_initiative_paper_build_sheets (BvInitiativePaperDraft *self, GError **error);
gboolean bv_initiative_paper_build_minutes (BvInitiativePaperDraft *self, GError **error);
gboolean bv_initiative_paper_build_decision (BvInitiativePaperDraft *self, GError **error);

G_END_DECLS
