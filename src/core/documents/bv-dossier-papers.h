// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"
#include "documents/bv-document.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The papers of a dossier, all made from one entry: names, posts, awards, votes and amounts are read from the dossier,
 * its meeting and its decision and never typed again. Layout by Decree 30/2020/NĐ-CP. Their words are constant
 * Vietnamese. */

/** BvPaperKind: append only; the codes name files. */
typedef enum
{
  BV_PAPER_PROPOSAL,   /* to-trinh: with its list */
  BV_PAPER_SUMMARY,    /* bang-tong-hop: who is proposed for what, with what the office found */
  BV_PAPER_OPINION,    /* thong-bao-lay-y-kien: public opinion before the vote */
  BV_PAPER_INVITATION, /* giay-moi: to the members of the council */
  BV_PAPER_BALLOT,     /* phieu-bau: one A4 sheet to copy */
  BV_PAPER_MINUTES,    /* bien-ban-hop */
  BV_PAPER_COUNTING,   /* bien-ban-kiem-phieu */
  BV_PAPER_DECISION,   /* quyet-dinh: with its list */
  BV_PAPER_RESULT,     /* thong-bao-ket-qua */
  BV_PAPER_PAYMENT,    /* danh-sach-chi-tien: with the total in words */
  BV_PAPER_REPORT,     /* bao-cao-thanh-tich: of one nomination */
} BvPaperKind;
#define BV_N_PAPERS 11

/** Codes as above with translated labels, in the order of the enum. */
extern const BvChoice bv_papers[];
const char *bv_paper_kind_to_code (BvPaperKind kind);
gboolean bv_paper_kind_from_code (const char *code, BvPaperKind *kind);
/** What the paper stands on besides the dossier. */
gboolean bv_paper_kind_needs_decision (BvPaperKind kind);
/** Whether it is of one nomination, which must be named. */
gboolean bv_paper_kind_needs_nomination (BvPaperKind kind);

/** BvPaperOptions: what is chosen for one paper; zeroed, everything comes from the file. */
typedef struct
{
  gint64 dossier_id;
  gint64 meeting_id;    /* 0: the newest meeting that had the dossier on its agenda */
  gint64 decision_id;   /* 0: the newest decision made from the dossier */
  gint64 nomination_id; /* of a report */
  const char *number;   /* "05" or full; (nullable): from the file, else left to the pen */
  const char *date;     /* ISO, of the paper; (nullable): from the file, else left to the pen */
  gint64 signer_id;     /* 0: the default signer on that date */
  const char *const *recipients; /* under Nơi nhận; (nullable): the usual ones */
} BvPaperOptions;

/**
 * bv_dossier_paper_build: reads through @connection and builds the paper.
 *
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_EMPTY when the paper has nothing to stand on yet (no nomination,
 *   no meeting, no vote, no decision): one translated sentence that says what is missing
 */
BvDocument *bv_dossier_paper_build (BvConnection *connection,
                                    BvPaperKind kind,
                                    const BvPaperOptions *options,
                                    GError **error);

/** bv_dossier_paper_get_missing: why the paper cannot be made yet, one translated sentence; %NULL when it can.
 * (transfer full). @error is set when the file cannot be read. */
char *bv_dossier_paper_get_missing (BvConnection *connection,
                                    BvPaperKind kind,
                                    const BvPaperOptions *options,
                                    GError **error);

/** BvReportPart: a part of an achievement report that its author writes (table report_part). Vietnamese, constant. */
typedef struct
{
  const char *part;  /* 'II.1' */
  const char *title; /* 'Chức năng, nhiệm vụ được giao' */
  const char *hint;  /* what the form asks for there */
  gboolean is_main;  /* the summary of the nomination stands here while nothing is written */
} BvReportPart;

/** bv_report_parts_list: of the form for @manner and @kind (Decree 91/2017 forms 01-09, Decree 98/2023 Appendix I), in
 * order; @n_parts: (out). (transfer none) */
const BvReportPart *bv_report_parts_list (BvManner manner, BvSubjectKind kind, guint *n_parts);

/** bv_dossier_paper_file_name: "to-trinh-2022-cong-trang", without an ending; (transfer full). */
char *bv_dossier_paper_file_name (BvConnection *connection,
                                  BvPaperKind kind,
                                  const BvPaperOptions *options,
                                  GError **error);

/** bv_dossier_papers_list_decisions: those made from a dossier, oldest first: %BV_PAPER_DECISION and %BV_PAPER_PAYMENT can
 * be made of each; (element-type gint64) (transfer full). */
GArray *
bv_dossier_papers_list_decisions (BvConnection *connection, gint64 dossier_id, GError **error);

/**
 * bv_dossier_papers_write_all: every paper of @options->dossier_id that can be made, those of a decision for each of its
 * decisions unless @options names one, and the achievement report of each nomination, into @folder, which is made when it is not there. Any thread but the writer's.
 *
 * @formats: bits 1 << BvDocumentFormat
 * @left_out: (out) (optional) (element-type utf8) (transfer full): "Minutes of the council: …", one for each paper that
 *   cannot be made yet
 * Returns: (element-type filename) (transfer full): the files written, in order; %NULL with an error: files written
 *   before it stay, each whole
 */
GPtrArray *bv_dossier_papers_write_all (BvStore *store,
                                        const BvPaperOptions *options,
                                        const char *folder,
                                        guint formats,
                                        GPtrArray **left_out,
                                        BvProgressFunc progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
