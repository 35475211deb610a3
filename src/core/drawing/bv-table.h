// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-flow.h"

G_BEGIN_DECLS

/* BvTable: a ruled table of laid-out texts, handed row by row to a BvFlow. Rows are whole, unless one
 * is so high that it must be divided between its lines. */
typedef struct _BvTable BvTable;

typedef enum
{
  BV_TABLE_ROW_PLAIN = 0,
  BV_TABLE_ROW_HEAD = 1 << 0,   /* repeated on each page; shaded lightly */
  BV_TABLE_ROW_KEEP = 1 << 1,   /* on one page with the row after it */
  BV_TABLE_ROW_SHADED = 1 << 2, /* a group or total */
} BvTableRowFlags;

/** BvTableStyle: points. */
typedef struct
{
  double pitch; /* from line to line */
  double pad_x;
  double pad_y;
  double rule;
  double head_shade; /* 1 white, 0 black */
  double row_shade;
} BvTableStyle;

/** @widths: of the columns, in points; copied, as @style is. %NULL may be freed. */
BvTable *bv_table_new (const double *widths, guint n_columns, const BvTableStyle *style);
void bv_table_free (BvTable *self);

/** The width that a text has in @n_columns columns from @column on. */
double bv_table_get_text_width (BvTable *self, guint column, guint n_columns);

/** An empty row at the end. */
void bv_table_add_row (BvTable *self, BvTableRowFlags flags);
/** The last row is at least @height points high. */
void bv_table_set_row_height (BvTable *self, double height);
/**
 * bv_table_add_cell: into the last row.
 *
 * @layout: (transfer full): its alignment is the caller's; its width is set here
 * @tag: "TH" or "TD", static
 */
void bv_table_add_cell (BvTable *self,
                        PangoLayout *layout,
                        guint column,
                        guint n_columns,
                        guint n_rows,
                        const char *tag);

/** The height of a row, after all were added. */
double bv_table_get_row_height (BvTable *self, guint row);

/** bv_table_add_to_flow: as a block of its own. @self: (transfer full) */
void bv_table_add_to_flow (BvTable *self, BvFlow *flow, double space_before, gboolean keep);

G_END_DECLS
