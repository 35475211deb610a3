// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Where everything of a chart stands: plain numbers that a test can read and that drawing only
 * follows. The unit is the point on paper and the pixel on screen; the origin is top left. */

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} BvChartBox;

/** BvChartInk: the palette's colours by what they are for. */
typedef enum
{
  BV_CHART_INK_BACKGROUND,
  BV_CHART_INK_TEXT,
  BV_CHART_INK_SOFT, /* secondary text */
  BV_CHART_INK_GRID,
  BV_CHART_INK_AXIS,
  BV_CHART_INK_BAND_LOW,  /* up to the "nearly" percentage */
  BV_CHART_INK_BAND_NEAR, /* from there to the plan */
  BV_CHART_INK_BAND_OVER, /* beyond the plan */
  BV_CHART_INK_UNKNOWN,   /* the five states, in the order of BvChartStatus */
  BV_CHART_INK_EXCEEDED,
  BV_CHART_INK_MET,
  BV_CHART_INK_NEARLY,
  BV_CHART_INK_SHORT,
  BV_CHART_INK_TARGET, /* the tick at 100 %, the plan over time */
  BV_CHART_INK_ACTUAL,
  BV_CHART_INK_PREVIOUS,
  BV_CHART_INK_FOCUS, /* ring around the chosen point */
  BV_CHART_N_INKS,
} BvChartInk;

/** BvChartShape: what tells states apart without colour. */
typedef enum
{
  BV_CHART_SHAPE_RING,     /* unknown: an empty ring */
  BV_CHART_SHAPE_TRIANGLE, /* exceeded */
  BV_CHART_SHAPE_DISC,     /* met; last year's points */
  BV_CHART_SHAPE_SQUARE,   /* nearly: an empty square */
  BV_CHART_SHAPE_DIAMOND,  /* short: an empty diamond */
  BV_CHART_SHAPE_ARROW,    /* the bar goes on beyond the scale, or below it */
} BvChartShape;

typedef enum
{
  BV_CHART_ROLE_BAND,
  BV_CHART_ROLE_BAR,
  BV_CHART_ROLE_TARGET,
  BV_CHART_ROLE_GRID,
  BV_CHART_ROLE_AXIS,
} BvChartRole;

typedef struct
{
  BvChartBox box;
  BvChartInk ink;
  BvChartRole role;
  int index; /* row or period, -1 for none */
} BvChartRect;

/** BvChartMark: a shape centred at a place; @size is its height. */
typedef struct
{
  double x;
  double y;
  double size;
  gboolean is_left; /* an arrow that points left or down */
  BvChartShape shape;
  BvChartInk ink;
  int index;
} BvChartMark;

/** BvChartLine: last year's line; a NAN vertex interrupts it. */
typedef struct
{
  GArray *xs; /* (element-type double) */
  GArray *ys;
  double width;
  BvChartInk ink;
} BvChartLine;

/** BvChartLabel: a text in its box; @layout is set to the box's width and never larger than it. */
typedef struct
{
  BvChartBox box;
  PangoLayout *layout; /* owned */
  BvChartInk ink;
  gboolean is_shortened; /* ends with an ellipsis: the table has the whole */
  int index;
} BvChartLabel;

/** BvChartPoint: a value that can be pointed at or walked to. */
typedef struct
{
  BvChartBox box; /* what the focus ring surrounds */
  double x;       /* where the tooltip points */
  double y;
  int index;  /* row or period */
  int series; /* 0 actual, 1 plan, 2 last year; 0 in a completion chart */
  char *text; /* "Thu ngân sách: thực hiện 107,0 / kế hoạch 100,0 tỷ đồng, đạt 107 %, Vượt" */
} BvChartPoint;

typedef struct
{
  BvChartKind kind;
  double width;
  double height;
  double font_size;
  BvChartBox plot; /* the area of bars and lines */
  double axis_min; /* values at the two ends of the value axis */
  double axis_max;
  GArray *rects;     /* (element-type BvChartRect), in drawing order */
  GPtrArray *lines;  /* (element-type BvChartLine) */
  GArray *marks;     /* (element-type BvChartMark) */
  GPtrArray *labels; /* (element-type BvChartLabel) */
  GPtrArray *points; /* (element-type BvChartPoint), in walking order */
} BvChartLayout;

/** BvChartSpace: what a layout may use. */
typedef struct
{
  double width;
  double height;         /* over time only; 0: as suits the width. Rows take what they need */
  double font_size;      /* in the layout's units; 0: 9.5 */
  PangoContext *context; /* (nullable): our own sans, for paper. On screen the widget's own */
  guint first_row;       /* a completion chart may be cut into slices of rows, one a page */
  guint n_rows;          /* 0: all from @first_row */
  double head_inset; /* kept free at the right of the title: buttons stand there on the screen */
} BvChartSpace;

/** bv_chart_layout_new: %NULL with %BV_DOCUMENT_ERROR_FONT only, when a font of ours is missing. */
BvChartLayout *
bv_chart_layout_new (const BvChart *chart, const BvChartSpace *space, GError **error);

/**
 * bv_chart_layout_rows_in_height: how many rows from @space->first_row fit into @height; for cutting
 * a long chart at pages. At least 1 while rows are left, 0 after the last.
 */
guint
bv_chart_layout_rows_in_height (const BvChart *chart, const BvChartSpace *space, double height);

/**
 * bv_chart_layout_pick: the point whose row or column is under (@x, @y), the nearest of them.
 *
 * Returns: index into points, -1 when the pointer is outside or nothing is shown
 */
int bv_chart_layout_pick (const BvChartLayout *self, double x, double y);

/** BvChartStep: a key of the point-walk. */
typedef enum
{
  BV_CHART_STEP_FIRST,
  BV_CHART_STEP_LAST,
  BV_CHART_STEP_PREVIOUS, /* left in time, up in rows */
  BV_CHART_STEP_NEXT,
  BV_CHART_STEP_SERIES_BEFORE, /* the other series of the same period */
  BV_CHART_STEP_SERIES_AFTER,
} BvChartStep;

/** bv_chart_layout_walk: the point after @current (-1: none yet) by @step; stays at the ends. */
int bv_chart_layout_walk (const BvChartLayout *self, int current, BvChartStep step);

/** With all that it owns; %NULL is let be. */
void bv_chart_layout_free (BvChartLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvChartLayout, bv_chart_layout_free)

G_END_DECLS
