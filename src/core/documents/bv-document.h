// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document-block.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** A space at which no line breaks. */
#define BV_NBSP "\u00a0"

/**
 * BvDocument: a paper described once: letterhead, headings, paragraphs, tables, charts, signatures.
 * The PDF, ODT and XLSX writers read it; what is previewed, printed, edited and calculated with is
 * one description. It knows nothing of the office's file and may be written on any one thread.
 *
 * The language of official papers is Vietnamese whatever the language of the screen, so the fixed
 * words in documents/ are string constants that are not translated.
 */
typedef struct _BvDocument BvDocument;

/** An empty paper of today. @title: for the file's properties; (nullable). The free function lets %NULL be. */
BvDocument *bv_document_new (const char *title);
void bv_document_free (BvDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDocument, bv_document_free)

/** As given at the start, "" for none. (transfer none), as the texts below. */
const char *bv_document_get_title (const BvDocument *self);
/** The office, as author in the file's properties. "" until set. */
void bv_document_set_author (BvDocument *self, const char *author);
/** As set; never %NULL. */
const char *bv_document_get_author (const BvDocument *self);
/** The document's day (ISO) in the file's properties; today until set. */
void bv_document_set_date (BvDocument *self, const char *date);
/** ISO. */
const char *bv_document_get_date (const BvDocument *self);

/**
 * bv_document_fit_tables: shares out the width of every table anew, from the words in it: none is broken, and the rows
 * are as low as they can be. Columns in which nothing stands yet keep the share that they were given, for the pen. Call it
 * when the paper is whole, before bv_document_fit().
 *
 * Returns: %FALSE when its words cannot be measured
 */
gboolean bv_document_fit_tables (BvDocument *self, GError **error);

/**
 * bv_document_fit: sets the paper in 13,5 points, or in 13 at the narrowest pitch, in place of 14 when what stands before
 * the first appendix needs fewer pages so: no decision has its last article alone on a second page. Of two that need as
 * few, the larger. Call it when the paper is whole.
 *
 * Returns: %FALSE when its pages cannot be counted
 */
gboolean bv_document_fit (BvDocument *self, GError **error);
/** 0 in 14 points, 1 in 13,5 and 2 in 13. */
guint bv_document_get_tightness (const BvDocument *self);

/** (element-type BvBlock) (transfer none) */
GPtrArray *bv_document_get_blocks (const BvDocument *self);

/* ── Text ────────────────────────────────────────────────────────────────────────────────── */

/** bv_runs_new: @text may be %NULL for none yet. */
BvRuns *bv_runs_new (const char *text);
/** A text at the end. Returns: @self, for the next call. */
BvRuns *bv_runs_add (BvRuns *self, const char *text, BvRunStyle style);
/** A number that knows where it comes from: the name of the query whose records it counts. */
BvRuns *bv_runs_add_number (BvRuns *self, const char *text, BvRunStyle style, const char *query);
/** (transfer full): all of it without style. */
char *bv_runs_to_string (const BvRuns *self);
/** With all that it owns; %NULL is let be. */
void bv_runs_free (BvRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRuns, bv_runs_free)

/* ── Blocks, in the order of the paper ───────────────────────────────────────────────────── */

/** The two boxes at the top, Decree 30/2020, Appendix I. Members may be "" or %NULL. Copied. */
void bv_document_add_letterhead (BvDocument *self, const BvLetterheadBlock *letterhead);

/** @kind "BÁO CÁO", @summary the trích yếu under it, @note italic; (nullable). */
void
bv_document_add_title (BvDocument *self, const char *kind, const char *summary, const char *note);

/** Numbered by itself: level 1 "I.", level 2 "1.", level 3 "a)". */
void bv_document_add_heading (BvDocument *self, int level, const char *text);
/** A heading without a number, beginning on a new page: "PHỤ LỤC I" and its title. */
void
bv_document_add_appendix (BvDocument *self, const char *label, const char *title, const char *note);

/** @text: (transfer full) */
void bv_document_take_paragraph (BvDocument *self, BvParagraphRole role, BvRuns *text);
void bv_document_add_paragraph (BvDocument *self, BvParagraphRole role, const char *text);

/** @items: (element-type BvRuns) (transfer full): each with a dash before it. */
void bv_document_take_list (BvDocument *self, GPtrArray *items);

/** @chart: (transfer full). @height in points, 0 for what it needs. */
void bv_document_take_chart (BvDocument *self, BvChart *chart, double height);

/** Nơi nhận at the left, the signature at the right with room for the seal. Copied. */
void bv_document_add_signature (BvDocument *self, const BvSignatureBlock *signature);

/** What follows begins a new page of the same shape. */
void bv_document_add_page_break (BvDocument *self);
/** The pages from here on, upright or across; begins a new page. */
void bv_document_add_section (BvDocument *self, gboolean is_landscape);

/* ── Tables ──────────────────────────────────────────────────────────────────────────────── */

/** bv_document_add_table: a table to be filled; (transfer none), valid as long as the document. */
BvTableBlock *bv_document_add_table (BvDocument *self, const char *name);
/** At the right. @weight: its share of the width beside the others. */
void bv_table_block_add_column (BvTableBlock *self, double weight, BvAlign align);
/** An empty row at the end. */
void bv_table_block_add_row (BvTableBlock *self, BvRowKind kind);
/** The last row gets room for a signature. */
void bv_table_block_set_signed (BvTableBlock *self);
/* Cells go into the last row from left to right; places covered by a cell above are left out. */
BvTableCellBlock *bv_table_block_add_text (BvTableBlock *self, const char *text);
/** @n_columns, @n_rows: how many it covers, at least 1. */
BvTableCellBlock *
bv_table_block_add_span (BvTableBlock *self, const char *text, guint n_columns, guint n_rows);
/** @value: NAN for none. @query: (nullable): the query whose records it counts. */
BvTableCellBlock *
bv_table_block_add_number (BvTableBlock *self, double value, int decimals, const char *query);
/** As bv_table_block_add_number(), of a value in percent (87.5), printed with its sign. */
BvTableCellBlock *
bv_table_block_add_percent (BvTableBlock *self, double value, int decimals, const char *query);
/** The cell's own wish, before that of its row and column. */
void bv_table_cell_block_set_align (BvTableCellBlock *self, BvAlign align);
/** How a cell of a row of @kind stands: its own wish, else heads in the centre, group lines at the left,
 * the others as their column. */
BvAlign
bv_table_block_get_align (const BvTableBlock *self, BvRowKind kind, const BvTableCellBlock *cell);

/* ── Where the numbers come from ─────────────────────────────────────────────────────────── */

typedef void (*BvDocumentNumberFunc) (const char *text, const char *query, gpointer user_data);
/** bv_document_foreach_number: every number that names its query, in order. */
void
bv_document_foreach_number (const BvDocument *self, BvDocumentNumberFunc func, gpointer user_data);

/* ── Writers ─────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  BV_DOCUMENT_FORMAT_PDF,
  BV_DOCUMENT_FORMAT_ODT,
  BV_DOCUMENT_FORMAT_XLSX,
} BvDocumentFormat;

/** bv_document_format_from_path: by the ending; %FALSE with %BV_VALUE_ERROR_UNKNOWN for another. */
gboolean bv_document_format_from_path (const char *path, BvDocumentFormat *format, GError **error);

/**
 * bv_document_write: the file appears whole or not at all. An XLSX takes the tables only;
 * %BV_DOCUMENT_ERROR_EMPTY when there are none.
 */
gboolean bv_document_write (const BvDocument *self,
                            BvDocumentFormat format,
                            const char *path,
                            GError **error);

/** bv_document_to_pdf: the same bytes for preview and print. (transfer full) (nullable) */
GBytes *bv_document_to_pdf (const BvDocument *self, GError **error);
/** bv_document_to_pdf_cancellable: ends with %G_IO_ERROR_CANCELLED soon after @cancellable (nullable) is. */
GBytes *
bv_document_to_pdf_cancellable (const BvDocument *self, GCancellable *cancellable, GError **error);

G_END_DECLS
