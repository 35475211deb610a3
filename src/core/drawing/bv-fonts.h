// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>
#include <hb.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The families that documents may name. They are shipped in data/fonts, carry the whole Vietnamese
 * alphabet, and are the only ones a document sees: its line and page breaks do not depend on what
 * happens to be installed on the machine. */
#define BV_FONT_SERIF                                                                              \
  "Liberation Serif"                   /* the metrics of Times New Roman, as Decree 30/2020 asks */
#define BV_FONT_SANS "Liberation Sans" /* charts and figures */
#define BV_FONT_DISPLAY "TeX Gyre Termes" /* titles of certificates: bold only */

/** BvFace: one font file, for shaping by HarfBuzz and drawing by cairo without Pango. */
typedef struct
{
  cairo_font_face_t *cairo;
  hb_font_t *hb;     /* scaled to units_per_em */
  double ascent;     /* of a line, as a share of the size */
  double descent;    /* below the base line, positive */
  double cap_height; /* of H */
  unsigned units_per_em;
} BvFace;

/**
 * bv_fonts_create_context: a context of the calling thread's own font map, which sees our families
 * alone. One point is one user-space unit; nothing is hinted or rounded, so that a layout has the
 * same breaks at every scale, on the screen and on paper.
 *
 * The context and what is made from it must stay on the calling thread: cairo and Pango are not safe
 * on one object from two threads.
 *
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_FONT when a font file is missing
 */
PangoContext *bv_fonts_create_context (GError **error);

/**
 * bv_fonts_create_layout: a layout for drawing on @cr at its present transformation, with a context
 * as by bv_fonts_create_context().
 *
 * @family: one of BV_FONT_…
 * @size: in points (user-space units)
 */
PangoLayout *bv_fonts_create_layout (cairo_t *cr,
                                     const char *family,
                                     double size,
                                     PangoWeight weight,
                                     PangoStyle style,
                                     GError **error);

/**
 * bv_fonts_get_face: the face of a shipped family in the calling thread's set.
 *
 * Returns: (transfer none): valid until the thread ends; %NULL with %BV_DOCUMENT_ERROR_FONT
 */
const BvFace *
bv_fonts_get_face (const char *family, gboolean bold, gboolean italic, GError **error);

/** bv_fonts_is_family: whether @family is shipped. */
gboolean bv_fonts_is_family (const char *family);

/** bv_fonts_get_options: font options for paper: no hinting, metrics not rounded. (transfer none) */
const cairo_font_options_t *bv_fonts_get_options (void);

G_END_DECLS
