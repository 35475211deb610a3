// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Paper is measured in millimetres where people speak of it (margins, boxes, calibration) and in
 * points (1/72 inch) where cairo and type do. These are the only two units of drawing/. */

#define BV_POINTS_PER_MM (72.0 / 25.4)
#define BV_MM_TO_PT(mm) ((mm) *BV_POINTS_PER_MM)
#define BV_PT_TO_MM(pt) ((pt) / BV_POINTS_PER_MM)

/** BvPaper: sheets the documents know, by ISO 216. */
typedef enum
{
  BV_PAPER_A4,
  BV_PAPER_A3,
} BvPaper;

/**
 * bv_paper_get_size: size of a sheet in points.
 *
 * @landscape: long edge horizontal
 */
void bv_paper_get_size (BvPaper paper, gboolean landscape, double *width, double *height);

/** bv_paper_get_name: "A4", "A3". */
const char *bv_paper_get_name (BvPaper paper);

/** bv_paper_parse: "A4" or "a3". Returns: %FALSE with %BV_VALUE_ERROR_UNKNOWN for any other word */
gboolean bv_paper_parse (const char *text, BvPaper *paper, GError **error);

G_END_DECLS
