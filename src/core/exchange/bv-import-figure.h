// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BvImportFigure: what a column of figures is, by its header: "Kế hoạch năm 2022", "Năm 2021 › Thực
 * hiện", "TH quý I/2022", "Tháng 3". Private to exchange/. */
typedef struct
{
  gboolean is_target;
  int year;           /* 0: the header names none */
  const char *period; /* "Y", "Q1", "M03"; static */
} BvImportFigure;

/** bv_import_figure_parse: %FALSE when the header heads no figures: a share, a comparison, half a
 * year, or something else. */
gboolean bv_import_figure_parse (const char *header, BvImportFigure *figure);

G_END_DECLS
