// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvGridModel: what a #BvGridView shows and edits: rows with a title each, columns, cells of text. The
 * model alone knows what a text means: it formats, parses, stores, and says what is wrong.
 *
 * Signals:
 *   ::changed        contents changed; rows and columns are as they were
 *   ::shape-changed  rows or columns changed, too
 */
#define BV_TYPE_GRID_MODEL (bv_grid_model_get_type ())
G_DECLARE_INTERFACE (BvGridModel, bv_grid_model, BV, GRID_MODEL, GObject)

typedef enum
{
  BV_GRID_CELL_PLAIN = 0,
  BV_GRID_CELL_EDITABLE = 1 << 0,
  BV_GRID_CELL_NUMBER = 1 << 1, /* stands at the right, figures of equal width */
  BV_GRID_CELL_BAD = 1 << 2,    /* what was typed cannot stand: @message says why */
  BV_GRID_CELL_STRONG = 1 << 3,
} BvGridCellFlags;

/** BvGridMark: a shape before the text, so that colour never carries meaning alone. */
typedef enum
{
  BV_GRID_MARK_NONE,
  BV_GRID_MARK_GOOD, /* a filled circle */
  BV_GRID_MARK_BEST, /* a triangle that points up */
  BV_GRID_MARK_POOR, /* a triangle that points down */
  BV_GRID_MARK_ASK,  /* a diamond */
} BvGridMark;

/** BvGridCell: one cell; filled by the model, cleared by bv_grid_cell_clear(). */
typedef struct
{
  char *text;      /* (owned) (nullable): as shown */
  char *edit_text; /* (owned) (nullable): as edited and copied, where it differs: all decimals */
  char *message;   /* (owned) (nullable): why it is bad, or what explains it */
  BvGridCellFlags flags;
  BvGridMark mark;
} BvGridCell;

void bv_grid_cell_clear (BvGridCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvGridCell, bv_grid_cell_clear)

/** BvGridEdit: one cell of an act; an empty text empties the cell. */
typedef struct
{
  guint row;
  guint column;
  const char *text;
} BvGridEdit;

struct _BvGridModelInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_rows) (BvGridModel *self);
  guint (*get_n_columns) (BvGridModel *self);
  /* A row that is only a heading of those after it; it has no cells. */
  gboolean (*is_section) (BvGridModel *self, guint row);
  char *(*get_row_title) (BvGridModel *self, guint row);
  /* Said in a paler voice after the title: the unit of measure. (nullable) */
  char *(*get_row_note) (BvGridModel *self, guint row);
  char *(*get_column_title) (BvGridModel *self, guint column);
  /* The widest text to expect, in figures. */
  guint (*get_column_chars) (BvGridModel *self, guint column);
  void (*get_cell) (BvGridModel *self, guint row, guint column, BvGridCell *cell);
  /* One act, whatever @n_edits is. Cells that are not editable are never passed. */
  void (*edit) (BvGridModel *self, const BvGridEdit *edits, guint n_edits);
};

guint bv_grid_model_get_n_rows (BvGridModel *self);
guint bv_grid_model_get_n_columns (BvGridModel *self);
gboolean bv_grid_model_is_section (BvGridModel *self, guint row);
char *bv_grid_model_get_row_title (BvGridModel *self, guint row);
char *bv_grid_model_get_row_note (BvGridModel *self, guint row);
char *bv_grid_model_get_column_title (BvGridModel *self, guint column);
guint bv_grid_model_get_column_chars (BvGridModel *self, guint column);
/** @cell: (out caller-allocates): zeroed first; clear it afterwards. */
void bv_grid_model_get_cell (BvGridModel *self, guint row, guint column, BvGridCell *cell);
void bv_grid_model_edit (BvGridModel *self, const BvGridEdit *edits, guint n_edits);

/* For models: tell the grid. */
void bv_grid_model_changed (BvGridModel *self);
void bv_grid_model_shape_changed (BvGridModel *self);

G_END_DECLS
