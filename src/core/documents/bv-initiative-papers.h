// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvInitiativePaper: the papers about initiatives. */
typedef enum
{
  BV_INITIATIVE_PAPER_SHEETS, /* phiếu chấm điểm: a page for every examiner and initiative */
  BV_INITIATIVE_PAPER_MINUTES,  /* biên bản họp Hội đồng sáng kiến */
  BV_INITIATIVE_PAPER_DECISION, /* quyết định công nhận sáng kiến, with its list */
} BvInitiativePaper;
#define BV_N_INITIATIVE_PAPERS 3

/** "sheets", "minutes", "decision": for the command line and names of files. */
gboolean bv_initiative_paper_from_code (const char *code, BvInitiativePaper *paper);
/** (transfer none) translated */
const char *bv_initiative_paper_get_label (BvInitiativePaper paper);

/** BvInitiativePaperOptions: zeroed is usual. Borrowed strings, all (nullable). */
typedef struct
{
  gint64 session_id;             /* sheets: of all of the session; or */
  gint64 initiative_id;          /* of this one alone */
  gboolean is_blank;             /* sheets: without the marks that are there, for the pen */
  const char *date;              /* of the decision: ISO; its own, else left to the pen */
  const char *number;            /* of the decision; its own, else left to the pen */
  gint64 signer_id;              /* 0: the default signer of that day */
  const char *const *recipients; /* under Nơi nhận of the decision */
} BvInitiativePaperOptions;

/** bv_initiative_paper_build: %BV_DOCUMENT_ERROR_EMPTY when there is nothing to print: no initiative in the session,
 * none recognised. (transfer full) */
BvDocument *bv_initiative_paper_build (BvConnection *connection,
                                       BvInitiativePaper paper,
                                       const BvInitiativePaperOptions *options,
                                       GError **error);

G_END_DECLS
