// SPDX-License-Identifier: GPL-3.0-or-later
/* Sheets of paper and their sizes. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-page.h"

#include "base/bv-error.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  double short_edge; /* mm */
  double long_edge;  /* mm */
} papers[] = {
  [BV_PAPER_A4] = { "A4", 210.0, 297.0 },
  [BV_PAPER_A3] = { "A3", 297.0, 420.0 },
};

void
bv_paper_get_size (BvPaper paper, gboolean landscape, double *width, double *height)
{
  double short_edge = BV_MM_TO_PT (papers[paper].short_edge);
  double long_edge = BV_MM_TO_PT (papers[paper].long_edge);
  *width = landscape ? long_edge : short_edge;
  *height = landscape ? short_edge : long_edge;
}

const char *
bv_paper_get_name (BvPaper paper)
{
  return papers[paper].name;
}

gboolean
bv_paper_parse (const char *text, BvPaper *paper, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (text && g_ascii_strcasecmp (text, papers[i].name) == 0)
      {
        *paper = (BvPaper) i;
        return TRUE;
      }
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("“%s” is no paper size of the program: give A4 or A3."), text ? text : "");
  return FALSE;
}
