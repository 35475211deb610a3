// SPDX-License-Identifier: GPL-3.0-or-later
/* Draws a chart whose places are known, and the palettes. One function for the screen, the report and
 * the exported picture; it decides nothing about places. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-chart-draw.h"

#include <math.h>
#include <pango/pangocairo.h>

/* clang-format off */
#define RGB(hex)                                                                       \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }
#define CLEAR(hex)                                                                     \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 0 }
/* clang-format on */

/* On screen the background is the page's own, hence transparent; its colour still counts, as the halo of
 * a line that crosses bars and as the paper of an exported picture. Text has a contrast of at least
 * 4.5 : 1 against it, marks at least 3 : 1. */
const BvChartPalette bv_chart_palette_light = {
  .colours = {
    [BV_CHART_INK_BACKGROUND] = CLEAR (0xffffff),
    [BV_CHART_INK_TEXT] = RGB (0x24292e),
    [BV_CHART_INK_SOFT] = RGB (0x5a6169),
    [BV_CHART_INK_GRID] = RGB (0xdcdfe3),
    [BV_CHART_INK_AXIS] = RGB (0x6b7278),
    [BV_CHART_INK_BAND_LOW] = RGB (0xd3d7db),
    [BV_CHART_INK_BAND_NEAR] = RGB (0xe2e5e8),
    [BV_CHART_INK_BAND_OVER] = RGB (0xf0f1f3),
    [BV_CHART_INK_UNKNOWN] = RGB (0x6b7278),
    [BV_CHART_INK_EXCEEDED] = RGB (0x00507d),
    [BV_CHART_INK_MET] = RGB (0x00866a),
    [BV_CHART_INK_NEARLY] = RGB (0xb5820a),
    [BV_CHART_INK_SHORT] = RGB (0xb23c00),
    [BV_CHART_INK_TARGET] = RGB (0x111418),
    [BV_CHART_INK_ACTUAL] = RGB (0x1f6fa8),
    [BV_CHART_INK_PREVIOUS] = RGB (0x84898f),
    [BV_CHART_INK_FOCUS] = RGB (0x1a5fb4),
  },
};

const BvChartPalette bv_chart_palette_dark = {
  .colours = {
    [BV_CHART_INK_BACKGROUND] = CLEAR (0x242424),
    [BV_CHART_INK_TEXT] = RGB (0xf2f3f5),
    [BV_CHART_INK_SOFT] = RGB (0xb4bac1),
    [BV_CHART_INK_GRID] = RGB (0x43474c),
    [BV_CHART_INK_AXIS] = RGB (0x9aa1a8),
    [BV_CHART_INK_BAND_LOW] = RGB (0x4c5157),
    [BV_CHART_INK_BAND_NEAR] = RGB (0x40454a),
    [BV_CHART_INK_BAND_OVER] = RGB (0x35393d),
    [BV_CHART_INK_UNKNOWN] = RGB (0xa9b0b7),
    [BV_CHART_INK_EXCEEDED] = RGB (0x7cc4f0),
    [BV_CHART_INK_MET] = RGB (0x3fc6a3),
    [BV_CHART_INK_NEARLY] = RGB (0xf0d264),
    [BV_CHART_INK_SHORT] = RGB (0xff7d2e),
    [BV_CHART_INK_TARGET] = RGB (0xffffff),
    [BV_CHART_INK_ACTUAL] = RGB (0x62aee0),
    [BV_CHART_INK_PREVIOUS] = RGB (0xa0a6ad),
    [BV_CHART_INK_FOCUS] = RGB (0x99c1f1),
  },
};

/* Greys that stay apart on a copier, stripes for what fell short; blue and vermilion hues only where
 * a colour printer gives them. */
const BvChartPalette bv_chart_palette_print = {
  .colours = {
    [BV_CHART_INK_BACKGROUND] = RGB (0xffffff),
    [BV_CHART_INK_TEXT] = RGB (0x000000),
    [BV_CHART_INK_SOFT] = RGB (0x444444),
    [BV_CHART_INK_GRID] = RGB (0xd0d0d0),
    [BV_CHART_INK_AXIS] = RGB (0x404040),
    [BV_CHART_INK_BAND_LOW] = RGB (0xd2d2d2),
    [BV_CHART_INK_BAND_NEAR] = RGB (0xe2e2e2),
    [BV_CHART_INK_BAND_OVER] = RGB (0xf1f1f1),
    [BV_CHART_INK_UNKNOWN] = RGB (0x555555),
    [BV_CHART_INK_EXCEEDED] = RGB (0x083a5c),
    [BV_CHART_INK_MET] = RGB (0x2f7f9e),
    [BV_CHART_INK_NEARLY] = RGB (0xa8862a),
    [BV_CHART_INK_SHORT] = RGB (0xa03a08),
    [BV_CHART_INK_TARGET] = RGB (0x000000),
    [BV_CHART_INK_ACTUAL] = RGB (0x2f6f9e),
    [BV_CHART_INK_PREVIOUS] = RGB (0x7a7a7a),
    [BV_CHART_INK_FOCUS] = RGB (0x000000),
  },
  .is_hatched = TRUE,
};

const BvChartPalette bv_chart_palette_high_contrast = {
  .colours = {
    [BV_CHART_INK_BACKGROUND] = CLEAR (0xffffff),
    [BV_CHART_INK_TEXT] = RGB (0x000000),
    [BV_CHART_INK_SOFT] = RGB (0x000000),
    [BV_CHART_INK_GRID] = RGB (0x808080),
    [BV_CHART_INK_AXIS] = RGB (0x000000),
    [BV_CHART_INK_BAND_LOW] = RGB (0xd0d0d0),
    [BV_CHART_INK_BAND_NEAR] = RGB (0xe4e4e4),
    [BV_CHART_INK_BAND_OVER] = RGB (0xf6f6f6),
    [BV_CHART_INK_UNKNOWN] = RGB (0x303030),
    [BV_CHART_INK_EXCEEDED] = RGB (0x00335a),
    [BV_CHART_INK_MET] = RGB (0x00563f),
    [BV_CHART_INK_NEARLY] = RGB (0x8a6400),
    [BV_CHART_INK_SHORT] = RGB (0x8a2400),
    [BV_CHART_INK_TARGET] = RGB (0x000000),
    [BV_CHART_INK_ACTUAL] = RGB (0x003e75),
    [BV_CHART_INK_PREVIOUS] = RGB (0x505050),
    [BV_CHART_INK_FOCUS] = RGB (0x000000),
  },
  .is_hatched = TRUE,
};

const BvChartPalette bv_chart_palette_high_contrast_dark = {
  .colours = {
    [BV_CHART_INK_BACKGROUND] = CLEAR (0x000000),
    [BV_CHART_INK_TEXT] = RGB (0xffffff),
    [BV_CHART_INK_SOFT] = RGB (0xffffff),
    [BV_CHART_INK_GRID] = RGB (0x909090),
    [BV_CHART_INK_AXIS] = RGB (0xffffff),
    [BV_CHART_INK_BAND_LOW] = RGB (0x484848),
    [BV_CHART_INK_BAND_NEAR] = RGB (0x363636),
    [BV_CHART_INK_BAND_OVER] = RGB (0x242424),
    [BV_CHART_INK_UNKNOWN] = RGB (0xd0d0d0),
    [BV_CHART_INK_EXCEEDED] = RGB (0x8fd0ff),
    [BV_CHART_INK_MET] = RGB (0x2fd0a4),
    [BV_CHART_INK_NEARLY] = RGB (0xffe08a),
    [BV_CHART_INK_SHORT] = RGB (0xff9a50),
    [BV_CHART_INK_TARGET] = RGB (0xffffff),
    [BV_CHART_INK_ACTUAL] = RGB (0x8fd0ff),
    [BV_CHART_INK_PREVIOUS] = RGB (0xc8c8c8),
    [BV_CHART_INK_FOCUS] = RGB (0xffffff),
  },
  .is_hatched = TRUE,
};

static void
set_ink (cairo_t *cr, const BvChartPalette *palette, BvChartInk ink)
{
  const BvChartColour *colour = &palette->colours[ink];

  /* Opaque ink must not become an alpha: a PDF group for transparency costs size and print quality. */
  if (colour->alpha >= 1)
    cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  else
    cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Stripes from lower left to upper right, in the colour of a band, over a bar that fell short. */
static void
draw_stripes (cairo_t *cr, const BvChartBox *box, const BvChartPalette *palette)
{
  double pitch = MAX (box->height * 0.55, 2.5);

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  set_ink (cr, palette, BV_CHART_INK_BAND_OVER);
  cairo_set_line_width (cr, pitch * 0.3);
  for (double x = box->x - box->height; x < box->x + box->width + box->height; x += pitch)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, const BvChartMark *mark, const BvChartPalette *palette)
{
  double r = mark->size / 2;

  set_ink (cr, palette, mark->ink);
  cairo_new_path (cr);
  switch (mark->shape)
    {
    case BV_CHART_SHAPE_TRIANGLE:
      cairo_move_to (cr, mark->x, mark->y - r);
      cairo_line_to (cr, mark->x + r * 1.1, mark->y + r * 0.85);
      cairo_line_to (cr, mark->x - r * 1.1, mark->y + r * 0.85);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case BV_CHART_SHAPE_DIAMOND:
      r *= 0.92;
      cairo_set_line_width (cr, mark->size * 0.17);
      cairo_move_to (cr, mark->x, mark->y - r);
      cairo_line_to (cr, mark->x + r, mark->y);
      cairo_line_to (cr, mark->x, mark->y + r);
      cairo_line_to (cr, mark->x - r, mark->y);
      cairo_close_path (cr);
      cairo_stroke (cr);
      break;
    case BV_CHART_SHAPE_SQUARE:
      cairo_set_line_width (cr, mark->size * 0.17);
      cairo_rectangle (cr, mark->x - r * 0.78, mark->y - r * 0.78, r * 1.56, r * 1.56);
      cairo_stroke (cr);
      break;
    case BV_CHART_SHAPE_RING:
      cairo_set_line_width (cr, mark->size * 0.15);
      cairo_arc (cr, mark->x, mark->y, r * 0.82, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case BV_CHART_SHAPE_ARROW:
      r *= mark->is_left ? -0.5 : 0.5;
      cairo_move_to (cr, mark->x + r, mark->y);
      cairo_line_to (cr, mark->x - r * 0.2, mark->y - mark->size / 2);
      cairo_line_to (cr, mark->x - r * 0.2, mark->y + mark->size / 2);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case BV_CHART_SHAPE_DISC:
    default:
      cairo_arc (cr, mark->x, mark->y, r * 0.9, 0, 2 * G_PI);
      if (mark->ink == BV_CHART_INK_PREVIOUS)
        {
          /* The same halo as its line has. */
          const BvChartColour *paper = &palette->colours[BV_CHART_INK_BACKGROUND];

          cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
          cairo_set_line_width (cr, r * 0.9);
          cairo_stroke_preserve (cr);
          set_ink (cr, palette, mark->ink);
        }
      cairo_fill (cr);
      break;
    }
}

static void
draw_line (cairo_t *cr, const BvChartLine *line, const BvChartPalette *palette)
{
  const BvChartColour *paper = &palette->colours[BV_CHART_INK_BACKGROUND];
  gboolean is_down = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < line->xs->len; i++)
    {
      double x = g_array_index (line->xs, double, i);
      double y = g_array_index (line->ys, double, i);

      if (!isfinite (y))
        is_down = FALSE;
      else if (is_down)
        cairo_line_to (cr, x, y);
      else
        {
          cairo_move_to (cr, x, y);
          is_down = TRUE;
        }
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_set_line_width (cr, line->width * 2.6);
  cairo_stroke_preserve (cr);
  set_ink (cr, palette, line->ink);
  cairo_set_line_width (cr, line->width);
  cairo_stroke (cr);
}

static gboolean
is_between (double y, double height, double top, double bottom)
{
  double middle = y + height / 2;

  return middle >= top && middle < bottom;
}

static void
draw_rects (cairo_t *cr,
            const BvChartLayout *layout,
            const BvChartPalette *palette,
            double top,
            double bottom,
            gboolean targets)
{
  for (guint i = 0; i < layout->rects->len; i++)
    {
      const BvChartRect *rect = &g_array_index (layout->rects, BvChartRect, i);

      if ((rect->role == BV_CHART_ROLE_TARGET) != targets
          || !is_between (rect->box.y, rect->box.height, top, bottom))
        continue;
      if (targets)
        {
          /* A halo, so that the tick also shows on a dark bar. */
          const BvChartColour *paper = &palette->colours[BV_CHART_INK_BACKGROUND];
          double halo = MIN (rect->box.width, rect->box.height) * 0.55;

          cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
          cairo_rectangle (cr, rect->box.x - halo, rect->box.y - halo, rect->box.width + 2 * halo,
                           rect->box.height + 2 * halo);
          cairo_fill (cr);
        }
      set_ink (cr, palette, rect->ink);
      cairo_rectangle (cr, rect->box.x, rect->box.y, rect->box.width, rect->box.height);
      cairo_fill (cr);
      if (palette->is_hatched && rect->role == BV_CHART_ROLE_BAR
          && (rect->ink == BV_CHART_INK_SHORT || rect->ink == BV_CHART_INK_NEARLY))
        draw_stripes (cr, &rect->box, palette);
    }
}

void
bv_chart_draw_part (cairo_t *cr,
                    const BvChartLayout *layout,
                    const BvChartPalette *palette,
                    double top,
                    double bottom)
{
  cairo_save (cr);
  cairo_translate (cr, 0, -top);
  draw_rects (cr, layout, palette, top, bottom, FALSE);
  for (guint i = 0; i < layout->lines->len; i++)
    draw_line (cr, g_ptr_array_index (layout->lines, i), palette);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const BvChartMark *mark = &g_array_index (layout->marks, BvChartMark, i);

      if (is_between (mark->y, 0, top, bottom))
        draw_mark (cr, mark, palette);
    }
  draw_rects (cr, layout, palette, top, bottom, TRUE);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const BvChartLabel *label = g_ptr_array_index (layout->labels, i);

      if (!is_between (label->box.y, label->box.height, top, bottom))
        continue;
      set_ink (cr, palette, label->ink);
      cairo_move_to (cr, label->box.x, label->box.y);
      pango_cairo_show_layout (cr, label->layout);
    }
  cairo_restore (cr);
}

void
bv_chart_draw (cairo_t *cr, const BvChartLayout *layout, const BvChartPalette *palette)
{
  if (palette->colours[BV_CHART_INK_BACKGROUND].alpha > 0)
    {
      cairo_save (cr);
      set_ink (cr, palette, BV_CHART_INK_BACKGROUND);
      cairo_rectangle (cr, 0, 0, layout->width, layout->height);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  bv_chart_draw_part (cr, layout, palette, 0, layout->height);
}

void
bv_chart_draw_focus (cairo_t *cr,
                     const BvChartLayout *layout,
                     int index,
                     const BvChartPalette *palette)
{
  const BvChartPoint *point;
  double line = MAX (layout->font_size * 0.16, 1.5);
  double radius = layout->font_size * 0.4;
  double x;
  double y;
  double right;
  double bottom;

  if (index < 0 || index >= (int) layout->points->len)
    return;
  point = g_ptr_array_index (layout->points, index);
  /* Wholly inside the picture, so that no side of the ring is cut off. */
  x = MAX (point->box.x, line / 2);
  y = MAX (point->box.y, line / 2);
  right = MIN (point->box.x + point->box.width, layout->width - line / 2);
  bottom = MIN (point->box.y + point->box.height, layout->height - line / 2);
  radius = MIN (radius, MIN (right - x, bottom - y) / 2);
  cairo_save (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  set_ink (cr, palette, BV_CHART_INK_FOCUS);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_restore (cr);
}
