// SPDX-License-Identifier: GPL-3.0-or-later
/* What both kinds of chart share in finding places: labels, the head and foot, pointing and walking.
 * Draws nothing. Stays on the thread of its PangoContext. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-chart-layout.h"

#include "drawing/bv-chart-private.h"
#include "drawing/bv-fonts.h"

#include <math.h>

#define DEFAULT_SIZE 9.5
#define LINE_PITCH 1.32 /* of the size: room for a mark over a capital (Ặ) and one below */

static void
label_free (gpointer data)
{
  BvChartLabel *label = data;

  g_object_unref (label->layout);
  g_free (label);
}

static void
point_free (gpointer data)
{
  BvChartPoint *point = data;

  g_free (point->text);
  g_free (point);
}

static void
line_free (gpointer data)
{
  BvChartLine *line = data;

  g_array_unref (line->xs);
  g_array_unref (line->ys);
  g_free (line);
}

static PangoLayout *
make_layout (BvChartBuild *self, const char *text, BvChartTextStyle style, double scale)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *description = pango_font_description_copy (
    pango_context_get_font_description (self->context));

  /* Absolute: the widget's context would scale points by the screen's resolution. */
  pango_font_description_set_absolute_size (description, self->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (
    description, style == BV_CHART_TEXT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (
    description, style == BV_CHART_TEXT_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  int w;
  int h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

double
bv_chart_build_measure (BvChartBuild *self, const char *text, BvChartTextStyle style, double scale)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, style, scale);
  double width;
  double height;

  get_size (layout, &width, &height);
  return width;
}

BvChartLabel *
bv_chart_build_label (BvChartBuild *self,
                      const char *text,
                      BvChartTextStyle style,
                      double scale,
                      BvChartInk ink,
                      double x,
                      double y,
                      double align,
                      double width,
                      int max_lines,
                      int index)
{
  BvChartLabel *label = g_new0 (BvChartLabel, 1);
  double natural;
  double height;

  label->layout = make_layout (self, text, style, scale);
  get_size (label->layout, &natural, &height);
  if (width > 0)
    {
      /* A box at least one letter wide; words longer than it are broken, never left outside. */
      width = MAX (width, self->size * scale);
      pango_layout_set_width (label->layout, (int) floor (width * PANGO_SCALE));
      pango_layout_set_wrap (label->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (label->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (label->layout, -max_lines);
      pango_layout_set_alignment (label->layout, align > 0.75   ? PANGO_ALIGN_RIGHT
                                                 : align > 0.25 ? PANGO_ALIGN_CENTER
                                                                : PANGO_ALIGN_LEFT);
      get_size (label->layout, &natural, &height);
      natural = width;
      label->is_shortened = pango_layout_is_ellipsized (label->layout);
    }
  label->box = (BvChartBox){ x - align * natural, y, natural, height };
  label->ink = ink;
  label->index = index;
  g_ptr_array_add (self->layout->labels, label);
  return label;
}

void
bv_chart_build_rect (BvChartBuild *self,
                     double x,
                     double y,
                     double width,
                     double height,
                     BvChartInk ink,
                     BvChartRole role,
                     int index)
{
  BvChartRect rect = { { x, y, width, height }, ink, role, index };

  g_array_append_val (self->layout->rects, rect);
}

void
bv_chart_build_mark (BvChartBuild *self,
                     double x,
                     double y,
                     double size,
                     BvChartShape shape,
                     gboolean is_left,
                     BvChartInk ink,
                     int index)
{
  BvChartMark mark = { x, y, size, is_left, shape, ink, index };

  g_array_append_val (self->layout->marks, mark);
}

void
bv_chart_build_point (BvChartBuild *self,
                      BvChartBox box,
                      double x,
                      double y,
                      int index,
                      int series,
                      char *text)
{
  BvChartPoint *point = g_new0 (BvChartPoint, 1);

  point->box = box;
  point->x = x;
  point->y = y;
  point->index = index;
  point->series = series;
  point->text = text;
  g_ptr_array_add (self->layout->points, point);
}

double
bv_chart_build_head (BvChartBuild *self)
{
  double y = 0;

  if (*self->chart->title != '\0')
    {
      BvChartLabel *label = bv_chart_build_label (self, self->chart->title, BV_CHART_TEXT_BOLD, 1.2,
                                                  BV_CHART_INK_TEXT, 0, y, 0, self->head_width, 3,
                                                  -1);

      y += label->box.height;
    }
  if (*self->chart->subtitle != '\0')
    {
      BvChartLabel *label = bv_chart_build_label (self, self->chart->subtitle, BV_CHART_TEXT_PLAIN,
                                                  1, BV_CHART_INK_SOFT, 0, y + self->size * 0.1, 0,
                                                  self->head_width, 2, -1);

      y = label->box.y + label->box.height;
    }
  return y > 0 ? y + self->size * 0.8 : 0;
}

BvChartInk
bv_chart_status_ink (BvChartStatus status)
{
  return BV_CHART_INK_UNKNOWN + (BvChartInk) status;
}

BvChartShape
bv_chart_status_shape (BvChartStatus status)
{
  switch (status)
    {
    case BV_CHART_STATUS_EXCEEDED:
      return BV_CHART_SHAPE_TRIANGLE;
    case BV_CHART_STATUS_MET:
      return BV_CHART_SHAPE_DISC;
    case BV_CHART_STATUS_NEARLY:
      return BV_CHART_SHAPE_SQUARE;
    case BV_CHART_STATUS_SHORT:
      return BV_CHART_SHAPE_DIAMOND;
    case BV_CHART_STATUS_UNKNOWN:
    default:
      return BV_CHART_SHAPE_RING;
    }
}

BvChartLayout *
bv_chart_layout_new (const BvChart *chart, const BvChartSpace *space, GError **error)
{
  g_autoptr (GObject) own = NULL;
  g_autoptr (BvChartLayout) layout = NULL;
  BvChartBuild build = { .chart = chart };
  guint n = chart->rows->len;

  g_return_val_if_fail (space->width > 0, NULL);
  build.context = space->context;
  if (!build.context)
    {
      g_autoptr (PangoFontDescription) description = NULL;

      build.context = bv_fonts_create_context (error);
      if (!build.context)
        return NULL;
      own = G_OBJECT (build.context);
      description = pango_font_description_from_string (BV_FONT_SANS);
      pango_context_set_font_description (build.context, description);
      pango_context_set_language (build.context, pango_language_from_string ("vi"));
    }
  build.size = space->font_size > 0 ? space->font_size : DEFAULT_SIZE;
  build.line = build.size * LINE_PITCH;
  build.height = space->height;
  build.head_width = MAX (space->width - space->head_inset, space->width / 2);
  build.first_row = MIN (space->first_row, n);
  build.n_rows = space->n_rows > 0 ? MIN (space->n_rows, n - build.first_row) : n - build.first_row;

  layout = g_new0 (BvChartLayout, 1);
  layout->kind = chart->kind;
  layout->width = space->width;
  layout->font_size = build.size;
  layout->rects = g_array_new (FALSE, FALSE, sizeof (BvChartRect));
  layout->lines = g_ptr_array_new_with_free_func (line_free);
  layout->marks = g_array_new (FALSE, FALSE, sizeof (BvChartMark));
  layout->labels = g_ptr_array_new_with_free_func (label_free);
  layout->points = g_ptr_array_new_with_free_func (point_free);
  build.layout = layout;
  if (chart->kind == BV_CHART_COMPLETION)
    bv_chart_build_completion (&build);
  else
    bv_chart_build_time (&build);
  return g_steal_pointer (&layout);
}

guint
bv_chart_layout_rows_in_height (const BvChart *chart, const BvChartSpace *space, double height)
{
  BvChartSpace all = *space;
  g_autoptr (BvChartLayout) layout = NULL;
  double foot;
  guint n = 0;

  if (space->first_row >= chart->rows->len)
    return 0;
  all.n_rows = 0;
  layout = bv_chart_layout_new (chart, &all, NULL);
  if (!layout || layout->points->len == 0)
    return 1;
  /* What stands under the last row stands under the last row of a slice, too. */
  foot = ((BvChartPoint *) g_ptr_array_index (layout->points, layout->points->len - 1))->box.y;
  foot +=
    ((BvChartPoint *) g_ptr_array_index (layout->points, layout->points->len - 1))->box.height;
  foot = layout->height - foot;
  for (; n < layout->points->len; n++)
    {
      const BvChartPoint *point = g_ptr_array_index (layout->points, n);

      if (point->box.y + point->box.height + foot > height + 1e-6)
        break;
    }
  return MAX (n, 1);
}

int
bv_chart_layout_pick (const BvChartLayout *self, double x, double y)
{
  int best = -1;
  double best_distance = G_MAXDOUBLE;

  if (x < 0 || y < 0 || x > self->width || y > self->height)
    return -1;
  for (guint i = 0; i < self->points->len; i++)
    {
      const BvChartPoint *point = g_ptr_array_index (self->points, i);
      double half = point->box.width / 2;
      double dx = fabs (x - (point->box.x + half)) - half;
      double dy = fabs (y - (point->box.y + point->box.height / 2)) - point->box.height / 2;
      double distance;

      /* Rows: only the row itself. Columns: the whole column counts, the nearest value in it wins. */
      if (dx > 1e-6)
        continue;
      if (self->kind == BV_CHART_COMPLETION && dy > 1e-6)
        continue;
      distance = fabs (y - point->y);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = (int) i;
        }
    }
  return best;
}

int
bv_chart_layout_walk (const BvChartLayout *self, int current, BvChartStep step)
{
  int n = (int) self->points->len;
  const BvChartPoint *from;
  int direction = step == BV_CHART_STEP_PREVIOUS || step == BV_CHART_STEP_SERIES_BEFORE ? -1 : 1;
  gboolean by_series = step == BV_CHART_STEP_SERIES_BEFORE || step == BV_CHART_STEP_SERIES_AFTER;

  if (n == 0)
    return -1;
  if (step == BV_CHART_STEP_LAST)
    return n - 1;
  if (step == BV_CHART_STEP_FIRST || current < 0 || current >= n)
    return 0;
  from = g_ptr_array_index (self->points, current);
  for (int i = current + direction; i >= 0 && i < n; i += direction)
    {
      const BvChartPoint *point = g_ptr_array_index (self->points, i);

      if (by_series ? point->index == from->index : point->series == from->series)
        return i;
    }
  return current;
}

void
bv_chart_layout_free (BvChartLayout *self)
{
  if (!self)
    return;
  g_array_unref (self->rects);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->points);
  g_free (self);
}
