// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-fonts.h"

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvFit: a short text (a title, a name, a sentence) set in balanced lines that fit a width.
 *
 * The text is shaped once by HarfBuzz; because nothing is hinted, widths grow in proportion to the
 * size, and other sizes and line breaks cost no new shaping. Lines are broken where a careful
 * typesetter would: never inside a personal name, not between the words of a proper name, not before
 * the number in "năm 2023"; and all lines of about one length, rather than one orphan word below.
 *
 * One object is meant to be used for many texts in turn. It belongs to the thread that made it.
 */
typedef struct _BvFit BvFit;

/** BvFitSpan: a piece of text in one face. Pieces follow each other without a space of their own. */
typedef struct
{
  const char *text; /* UTF-8 */
  const BvFace *face;
  gboolean keep;  /* a personal name: never broken inside */
  gboolean upper; /* set in capitals; line breaks still heed the capitals as typed */
} BvFitSpan;

typedef enum
{
  BV_FIT_LEFT,
  BV_FIT_CENTER,
  BV_FIT_RIGHT,
} BvFitAlign;

/** BvFitLine: one line as laid out, in points at the size of the layout. */
typedef struct
{
  const char *text; /* not terminated */
  gsize length;     /* bytes, without the space at the end */
  double width;
} BvFitLine;

/** Empty: a text comes by bv_fit_set_text(), as often as wanted. %NULL may be freed. */
BvFit *bv_fit_new (void);
void bv_fit_free (BvFit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFit, bv_fit_free)

/**
 * bv_fit_set_text: takes and shapes a text. A decomposed letter is composed first.
 *
 * @tracking: space added after each letter, as a share of the size; below 0.1, so that programs that
 *   extract text do not see spaces between the letters
 */
void bv_fit_set_text (BvFit *self, const BvFitSpan *spans, guint n_spans, double tracking);

/** bv_fit_get_text: the whole text as drawn. (transfer full) */
char *bv_fit_get_text (BvFit *self);

/** bv_fit_get_missing: the first letter that the face lacks, or 0. */
gunichar bv_fit_get_missing (BvFit *self);

/**
 * bv_fit_break: breaks the text into the fewest lines that are at most @width wide at @size.
 *
 * @width: in points
 * @size: of the type, in points
 * Returns: %FALSE when more than @max_lines would be needed, or one unbreakable piece is wider. The
 *   layout is then as it was before the call.
 */
gboolean bv_fit_break (BvFit *self, double width, double size, guint max_lines);

/**
 * bv_fit_shrink: finds the largest size from @size_max down to @size_min, in steps of a quarter of a
 * point, at which bv_fit_break() succeeds. A text that a reduction of a tenth saves from having a
 * second line is reduced.
 */
gboolean
bv_fit_shrink (BvFit *self, double width, double size_max, double size_min, guint max_lines);

/** What bv_fit_break() or bv_fit_shrink() found: the size in points, the lines from the top. @index is below their
 * number; @line borrows from @self until the next text. */
double bv_fit_get_size (BvFit *self);
guint bv_fit_get_n_lines (BvFit *self);
void bv_fit_get_line (BvFit *self, guint index, BvFitLine *line);

/**
 * bv_fit_get_height: from the top of the first line's marks to the foot of the last line's
 * descenders, in points: room for every Vietnamese letter, whether the text has it or not, so that
 * base lines stay where they are from page to page.
 *
 * @leading: distance of base lines as a share of the size
 */
double bv_fit_get_height (BvFit *self, double leading);

/** bv_fit_get_ink: the rectangle that the ink really takes when drawn with the same arguments. */
void bv_fit_get_ink (BvFit *self,
                     double x,
                     double y,
                     double width,
                     BvFitAlign align,
                     double leading,
                     cairo_rectangle_t *ink);

/**
 * bv_fit_draw: draws the lines in the present colour of @cr as glyphs that carry their text.
 *
 * @x, @y: top left corner of the layout, in points
 * @width: of the box that @align is about
 */
void bv_fit_draw (BvFit *self,
                  cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  BvFitAlign align,
                  double leading);

G_END_DECLS
