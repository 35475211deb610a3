// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* BvFlow: text and boxes poured into pages. Everything is cut into strips that are never divided: a
 * line of a paragraph, a row of a table, a letterhead. Where a page may end follows from the strips
 * alone, so the breaks are plain numbers that a test can read before anything is drawn. Units are
 * points. */
typedef struct _BvFlow BvFlow;

/** BvFlowPage: a sheet and its margins. */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} BvFlowPage;

/** BvFlowEdges: what a strip may need to know of its place. */
typedef enum
{
  BV_FLOW_INSIDE = 0,
  BV_FLOW_FIRST = 1 << 0,    /* the first of its block on this page, repeated heads aside */
  BV_FLOW_LAST = 1 << 1,     /* the last of its block on this page */
  BV_FLOW_REPEATED = 1 << 2, /* a head shown again: not part of the text a second time */
} BvFlowEdges;

/** BvFlowPlace: where a strip came to stand. */
typedef struct
{
  guint strip;
  guint page; /* from 0 */
  double x;   /* top left corner on the sheet */
  double y;
  double width;
  BvFlowEdges edges;
} BvFlowPlace;

typedef void (*BvFlowDrawFunc) (cairo_t *cr, const BvFlowPlace *place, gpointer data);

/** BvFlowStrip: what is never divided. */
typedef struct
{
  double height;
  double space_before; /* left out at the top of a page */
  gboolean keep;       /* on one page with the strip after it */
  gboolean is_head;    /* repeated at the top of each further page of its block */
  BvFlowDrawFunc draw;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} BvFlowStrip;

/** @page: the shape of the first section, copied. %NULL may be freed. */
BvFlow *bv_flow_new (const BvFlowPage *page);
void bv_flow_free (BvFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFlow, bv_flow_free)

/** The width between the margins of the section that is being filled, and its height. */
double bv_flow_get_width (BvFlow *self);
double bv_flow_get_height (BvFlow *self);

/** bv_flow_begin_section: further strips go on new pages of this shape. */
void bv_flow_begin_section (BvFlow *self, const BvFlowPage *page);
/** Further strips go on a new page of the same shape. */
void bv_flow_add_page_break (BvFlow *self);

/**
 * bv_flow_begin_block: the strips that follow belong together.
 *
 * @tag: the structure element for a tagged PDF, static: "H1", "P", "Table"; %NULL for none
 * @is_container: the strips open elements of their own inside it (rows of a table), so that it
 *   stays one element over several pages
 */
void bv_flow_begin_block (BvFlow *self, const char *tag, gboolean is_container);
/** Returns the strip's index. */
guint bv_flow_add_strip (BvFlow *self, const BvFlowStrip *strip);

/** BvFlowText: how a paragraph is set. */
typedef struct
{
  double left;  /* from the margin */
  double pitch; /* from line to line; every line has this height */
  double space_before;
  gboolean keep;     /* its last line with the block after it */
  gboolean is_whole; /* never divided */
} BvFlowText;

/**
 * bv_flow_add_text: the lines of @layout as strips of the current block. The first two lines stay
 * together, and so do the last two.
 *
 * @layout: (transfer full): its width, alignment and indent are the caller's
 * Returns: the index of its first strip
 */
guint bv_flow_add_text (BvFlow *self, PangoLayout *layout, const BvFlowText *text);

/** bv_flow_show_line: draws one line of a layout with the middle of its letters' height in the
 * middle of a strip of height @pitch at (@x, @y). */
void
bv_flow_show_line (cairo_t *cr, PangoLayout *layout, int line, double x, double y, double pitch);

/** bv_flow_layout: finds all places; called again after more was added. Returns the number of pages. */
guint bv_flow_layout (BvFlow *self);
/** (element-type BvFlowPlace) (transfer none): in order of pages. */
GArray *bv_flow_get_places (BvFlow *self);
/** The shape of page @page from 0, after bv_flow_layout(). (transfer none) */
const BvFlowPage *bv_flow_get_page (BvFlow *self, guint page);

/** Called before a page is drawn: sets the surface's size, draws the page number. */
typedef void (*BvFlowPageFunc) (cairo_t *cr,
                                guint page,
                                const BvFlowPage *shape,
                                gpointer user_data);

/** bv_flow_draw: draws every page and ends each by cairo_show_page(). Elements are opened and closed
 * for a tagged PDF; on other surfaces cairo ignores them. */
void bv_flow_draw (BvFlow *self, cairo_t *cr, BvFlowPageFunc page_func, gpointer user_data);

G_END_DECLS
