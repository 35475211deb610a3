// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvSheet: a table of texts as read from a file; empty cells cost nothing. Built once, then only read,
 * from any thread. Rows and columns count from 0 here; people see bv_sheet_get_row_number() and
 * bv_sheet_format_column().
 */
typedef struct _BvSheet BvSheet;

/** Empty, to be filled by the functions under Building. %NULL may be freed. */
BvSheet *bv_sheet_new (void);
void bv_sheet_free (BvSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheet, bv_sheet_free)

/** Rows that hold anything. */
guint bv_sheet_get_n_rows (const BvSheet *self);
/** One more than the last column that holds anything. */
guint bv_sheet_get_n_columns (const BvSheet *self);
/** The number of the row as the spreadsheet program shows it, from 1: empty rows count there. */
guint bv_sheet_get_row_number (const BvSheet *self, guint row);
/** (transfer none): cleaned text, "" when empty; never %NULL. A cell hidden below a vertically merged
 * one has that one's text. */
const char *bv_sheet_get_text (const BvSheet *self, guint row, guint column);
/** How many columns the cell covers: 1 unless merged. */
guint bv_sheet_get_span (const BvSheet *self, guint row, guint column);
/** How many cells of the row hold text. */
guint bv_sheet_count_cells (const BvSheet *self, guint row);
/** Bytes held. */
gsize bv_sheet_get_size (const BvSheet *self);
/** "A" … "Z", "AA" …: (transfer full) */
char *bv_sheet_format_column (guint column);

/* ── Building, for the readers of this folder ────────────────────────────────────────────── */

/** Begins a row; numbers must rise. Rows without cells are dropped. */
void bv_sheet_begin_row (BvSheet *self, guint row_number);
/** Cells of a row come in the order of their columns; @text: cleaned; "" is ignored. */
void bv_sheet_add_text (BvSheet *self, guint column, const char *text);
/** Stores a text once for many cells, see bv_sheet_add_stored(). */
guint32 bv_sheet_store_text (BvSheet *self, const char *text);
/** As bv_sheet_add_text(), of a text that bv_sheet_store_text() keeps. */
void bv_sheet_add_stored (BvSheet *self, guint column, guint32 stored);
/** Row numbers as people see them, columns from 0; both ends included. */
void bv_sheet_add_merge (BvSheet *self,
                         guint first_row,
                         guint first_column,
                         guint last_row,
                         guint last_column);
/** To be called once when everything has been added. */
void bv_sheet_finish (BvSheet *self);

G_END_DECLS
