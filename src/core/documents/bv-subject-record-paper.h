// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvSubjectRecordPaper: what the officer chooses for the extract of a subject's record. Strings (nullable) and
 * borrowed; zeroed but for the subject, it is the whole record as of today. */
typedef struct
{
  gint64 subject_id;
  int from_year; /* of the achievement; 0: from the beginning */
  int to_year;   /* 0: until now */
  gboolean only_awards;
  const char *number; /* "05" or "05/TL-PNV"; %NULL leaves it to the pen */
  const char *date;   /* ISO, of the paper; %NULL: today */
  gint64 signer_id;   /* of the committee; 0: the head of the department signs, with the pen */
} BvSubjectRecordPaper;

/**
 * bv_subject_record_paper_build: *trích lục hồ sơ thi đua, khen thưởng* of a person, collective or household: who it is,
 * awards, ratings, initiatives, posts, discipline, registrations and nominations, each with its papers. A section
 * without an entry is left out, but for the awards. Awards taken back stand with the decision that did it.
 *
 * Returns: (transfer full): %NULL on error; an office that is not set up or a subject that is not there gives
 *   %BV_STORE_ERROR_NOT_FOUND
 */
BvDocument *bv_subject_record_paper_build (BvConnection *connection,
                                           const BvSubjectRecordPaper *options,
                                           GError **error);

G_END_DECLS
