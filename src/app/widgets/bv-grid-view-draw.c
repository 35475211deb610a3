// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * The picture of a BvGridView: only what is in sight is asked of the model, and a text laid out once is
 * kept, so that a frame of 60 rows by 14 columns costs a few milliseconds.
 */
#define G_LOG_DOMAIN "bv-grid"

#include "bv-grid-view-private.h"

#include <adwaita.h>
#include <math.h>

typedef enum
{
  STYLE_CELL,
  STYLE_NUMBER,
  STYLE_STRONG,
  STYLE_STRONG_NUMBER,
  STYLE_HEADER,
  STYLE_TITLE,
  STYLE_SECTION,
} TextStyle;

typedef struct
{
  GdkRGBA background;
  GdkRGBA header;
  GdkRGBA section;
  GdkRGBA computed;
  GdkRGBA text;
  GdkRGBA pale_text;
  GdkRGBA line;
  GdkRGBA edge;
  GdkRGBA accent;
  GdkRGBA selection;
  GdkRGBA error;
  GdkRGBA bad_ground;
  GdkRGBA good;
  GdkRGBA poor;
} Palette;

#define MAX_LAYOUTS 6000

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, float part)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * part, a->green + (b->green - a->green) * part,
                    a->blue + (b->blue - a->blue) * part, 1 };
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name, GdkRGBA fallback)
{
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    return color;
  return fallback;
}

static void
load_palette (BvGridView *self, Palette *palette)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_dark = adw_style_manager_get_dark (manager);
  gboolean is_high = adw_style_manager_get_high_contrast (manager);
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA black = { 0, 0, 0, 1 };

  palette->background = look_up (widget, "view_bg_color", is_dark ? black : white);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &palette->text);
  palette->text = mix (&palette->background, &palette->text, palette->text.alpha);
  palette->accent = look_up (widget, "accent_color", (GdkRGBA){ 0.11f, 0.44f, 0.85f, 1 });
  palette->error = look_up (widget, "error_color", (GdkRGBA){ 0.75f, 0.11f, 0.16f, 1 });
  palette->good = look_up (widget, "success_color", (GdkRGBA){ 0.15f, 0.63f, 0.41f, 1 });
  palette->poor = look_up (widget, "warning_color", (GdkRGBA){ 0.68f, 0.46f, 0, 1 });
  palette->header = mix (&palette->background, &palette->text, 0.05f);
  palette->section = mix (&palette->background, &palette->text, 0.09f);
  palette->computed = mix (&palette->background, &palette->text, 0.025f);
  palette->pale_text = mix (&palette->background, &palette->text, is_high ? 0.9f : 0.62f);
  palette->line = mix (&palette->background, &palette->text, is_high ? 0.5f : 0.11f);
  palette->edge = mix (&palette->background, &palette->text, is_high ? 0.7f : 0.2f);
  palette->selection = mix (&palette->background, &palette->accent, is_high ? 0.3f : 0.16f);
  palette->bad_ground = mix (&palette->background, &palette->error, 0.13f);
}

static void
add_attributes (PangoLayout *layout, TextStyle style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style == STYLE_NUMBER || style == STYLE_STRONG_NUMBER)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style == STYLE_STRONG || style == STYLE_STRONG_NUMBER || style == STYLE_SECTION)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style == STYLE_HEADER)
    {
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
    }
  pango_layout_set_attributes (layout, attributes);
}

/* A kept layout of @text, at most @lines lines of @width pixels. (transfer none) */
static PangoLayout *
get_layout (BvGridView *self, const char *text, TextStyle style, double width, int lines)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", (int) style, (int) width, lines, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  if (style == STYLE_TITLE && strchr (text, '\n') != NULL)
    {
      /* A title and, paler, its note. */
      const char *cut = strchr (text, '\n');
      g_autofree char *both = g_strdup_printf ("%.*s  %s", (int) (cut - text), text, cut + 1);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      PangoAttribute *pale = pango_attr_foreground_alpha_new (
        adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 60000 : 38000);

      pale->start_index = (guint) (cut - text);
      pango_attr_list_insert (attributes, pale);
      pango_layout_set_text (layout, both, -1);
      pango_layout_set_attributes (layout, attributes);
    }
  else
    {
      pango_layout_set_text (layout, text, -1);
      add_attributes (layout, style);
    }
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -lines);
  if (style == STYLE_NUMBER || style == STYLE_STRONG_NUMBER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  else if (style == STYLE_HEADER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

static void
append_layout (GtkSnapshot *snapshot,
               PangoLayout *layout,
               double x,
               double y,
               double height,
               const GdkRGBA *color)
{
  int text_height;

  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y + floor ((height - text_height) / 2))));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
fill (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *color)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_mark (GtkSnapshot *snapshot, BvGridMark mark, double x, double y, const Palette *palette)
{
  const double r = 4.5;
  const GdkRGBA *color = mark == BV_GRID_MARK_POOR  ? &palette->poor
                         : mark == BV_GRID_MARK_ASK ? &palette->pale_text
                                                    : &palette->good;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) (x - 6), (float) (y - 6), 12, 12));

  gdk_cairo_set_source_rgba (cr, color);
  if (mark == BV_GRID_MARK_GOOD)
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  else if (mark == BV_GRID_MARK_ASK)
    {
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r, y);
      cairo_line_to (cr, x, y + r);
      cairo_line_to (cr, x - r, y);
    }
  else
    {
      double up = mark == BV_GRID_MARK_BEST ? 1 : -1;

      cairo_move_to (cr, x, y - up * r);
      cairo_line_to (cr, x + r, y + up * r * 0.8);
      cairo_line_to (cr, x - r, y + up * r * 0.8);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static char *
make_title (BvGridView *self, guint row)
{
  g_autofree char *title = bv_grid_model_get_row_title (self->model, row);
  g_autofree char *note = bv_grid_model_get_row_note (self->model, row);

  if (note == NULL || *note == '\0')
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s\n%s", title, note);
}

static void
draw_cell (BvGridView *self,
           GtkSnapshot *snapshot,
           const Palette *palette,
           guint row,
           guint column,
           gboolean is_selected)
{
  graphene_rect_t rect;
  g_auto (BvGridCell) cell = { 0 };
  double x, width;

  bv_grid_view_get_cell_rect (self, row, column, &rect);
  bv_grid_model_get_cell (self->model, row, column, &cell);

  if (is_selected)
    gtk_snapshot_append_color (snapshot, &palette->selection, &rect);
  else if (cell.flags & BV_GRID_CELL_BAD)
    gtk_snapshot_append_color (snapshot, &palette->bad_ground, &rect);
  else if ((cell.flags & BV_GRID_CELL_EDITABLE) == 0)
    gtk_snapshot_append_color (snapshot, &palette->computed, &rect);
  if (cell.flags & BV_GRID_CELL_BAD)
    {
      /* A wedge in the corner, as spreadsheets mark a remark, and a line below. */
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &rect);
      double right = rect.origin.x + rect.size.width, top = rect.origin.y;

      gdk_cairo_set_source_rgba (cr, &palette->error);
      cairo_move_to (cr, right - 9, top);
      cairo_line_to (cr, right, top);
      cairo_line_to (cr, right, top + 9);
      cairo_fill (cr);
      cairo_destroy (cr);
      fill (snapshot, rect.origin.x, rect.origin.y + rect.size.height - 3, rect.size.width - 1, 2,
            &palette->error);
    }

  if (cell.text == NULL || *cell.text == '\0')
    return;
  x = rect.origin.x + BV_GRID_VIEW_PADDING;
  width = rect.size.width - 2 * BV_GRID_VIEW_PADDING;
  if (cell.mark != BV_GRID_MARK_NONE)
    {
      draw_mark (snapshot, cell.mark, x + 4, rect.origin.y + floor (rect.size.height / 2) + 0.5,
                 palette);
      x += BV_GRID_VIEW_MARK_WIDTH;
      width -= BV_GRID_VIEW_MARK_WIDTH;
    }
  {
    gboolean is_number = (cell.flags & BV_GRID_CELL_NUMBER) != 0;
    gboolean is_strong = (cell.flags & BV_GRID_CELL_STRONG) != 0;
    TextStyle style = is_number ? (is_strong ? STYLE_STRONG_NUMBER : STYLE_NUMBER)
                                : (is_strong ? STYLE_STRONG : STYLE_CELL);
    PangoLayout *layout = get_layout (self, cell.text, style, width, 1);

    append_layout (snapshot, layout, x, rect.origin.y, rect.size.height,
                   (cell.flags & BV_GRID_CELL_BAD) ? &palette->error : &palette->text);
  }
}

typedef struct
{
  guint first_row, last_row; /* in sight, both included */
  guint first_column, last_column;
  gboolean has_columns;
} Span;

static void
draw_body (BvGridView *self,
           GtkSnapshot *snapshot,
           const Palette *palette,
           const Span *span,
           double width,
           double height)
{
  double top = self->header_height, left = self->frozen_width;
  guint row_from, column_from, row_to, column_to;

  bv_grid_view_get_selection (self, &row_from, &column_from, &row_to, &column_to);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top,
                                                         (float) MAX (width - left, 0),
                                                         (float) MAX (height - top, 0)));
  for (guint row = span->first_row; row <= span->last_row; row++)
    {
      graphene_rect_t rect;
      double right = left + self->column_lefts[self->n_columns]
                     - gtk_adjustment_get_value (self->hadjustment);

      bv_grid_view_get_cell_rect (self, row, 0, &rect);
      if (bv_grid_model_is_section (self->model, row))
        fill (snapshot, left, rect.origin.y, MIN (right, width) - left, rect.size.height,
              &palette->section);
      else if (span->has_columns)
        for (guint column = span->first_column; column <= span->last_column; column++)
          {
            gboolean is_selected = row >= row_from && row <= row_to && column >= column_from
                                   && column <= column_to
                                   && (row != self->row || column != self->column);

            draw_cell (self, snapshot, palette, row, column, is_selected);
          }
      fill (snapshot, left, rect.origin.y + rect.size.height - 1, MIN (right, width) - left, 1,
            &palette->line);
      if (!bv_grid_model_is_section (self->model, row) && span->has_columns)
        for (guint column = span->first_column; column <= span->last_column; column++)
          {
            bv_grid_view_get_cell_rect (self, row, column, &rect);
            fill (snapshot, rect.origin.x + rect.size.width - 1, rect.origin.y, 1, rect.size.height,
                  &palette->line);
          }
    }

  if (!self->is_editing && !bv_grid_model_is_section (self->model, self->row))
    {
      graphene_rect_t rect;
      GskRoundedRect outline;
      gboolean has_focus = gtk_widget_get_state_flags (GTK_WIDGET (self))
                           & GTK_STATE_FLAG_FOCUS_WITHIN;
      GdkRGBA color = has_focus ? palette->accent : palette->edge;

      bv_grid_view_get_cell_rect (self, self->row, self->column, &rect);
      graphene_rect_offset_r (&rect, -1, -1, &rect);
      rect.size.width += 1;
      rect.size.height += 1;
      gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ color, color, color, color });
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_titles (BvGridView *self,
             GtkSnapshot *snapshot,
             const Palette *palette,
             const Span *span,
             double width,
             double height)
{
  double top = self->header_height;
  guint row_from, column_from, row_to, column_to;

  bv_grid_view_get_selection (self, &row_from, &column_from, &row_to, &column_to);
  gtk_snapshot_push_clip (
    snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) MAX (height - top, 0)));
  for (guint row = span->first_row; row <= span->last_row; row++)
    {
      graphene_rect_t rect;
      gboolean is_section = bv_grid_model_is_section (self->model, row);
      gboolean is_current = !is_section && row >= row_from && row <= row_to;
      g_autofree char *title = make_title (self, row);
      double inner = (is_section ? width : self->frozen_width) - 2 * BV_GRID_VIEW_PADDING - 2;

      bv_grid_view_get_cell_rect (self, row, 0, &rect);
      fill (snapshot, 0, rect.origin.y, self->frozen_width, rect.size.height,
            is_section   ? &palette->section
            : is_current ? &palette->selection
                         : &palette->header);
      append_layout (snapshot,
                     get_layout (self, title, is_section ? STYLE_SECTION : STYLE_TITLE, inner,
                                 is_section ? 1 : 2),
                     BV_GRID_VIEW_PADDING + 2, rect.origin.y, rect.size.height, &palette->text);
      fill (snapshot, 0, rect.origin.y + rect.size.height - 1, self->frozen_width, 1,
            &palette->line);
    }
  gtk_snapshot_pop (snapshot);
  fill (
    snapshot, self->frozen_width - 1, 0, 1,
    MIN (height, top + self->row_tops[self->n_rows] - gtk_adjustment_get_value (self->vadjustment)),
    &palette->edge);
}

static void
draw_header (BvGridView *self,
             GtkSnapshot *snapshot,
             const Palette *palette,
             const Span *span,
             double width)
{
  double right = self->frozen_width + self->column_lefts[self->n_columns]
                 - gtk_adjustment_get_value (self->hadjustment);
  guint row_from, column_from, row_to, column_to;

  bv_grid_view_get_selection (self, &row_from, &column_from, &row_to, &column_to);
  right = MIN (right, width);
  fill (snapshot, 0, 0, right, self->header_height, &palette->header);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) self->frozen_width, 0,
                                               (float) MAX (width - self->frozen_width, 0),
                                               (float) self->header_height));
  if (span->has_columns)
    for (guint column = span->first_column; column <= span->last_column; column++)
      {
        g_autofree char *title = bv_grid_model_get_column_title (self->model, column);
        graphene_rect_t rect;

        bv_grid_view_get_cell_rect (self, 0, column, &rect);
        if (column >= column_from && column <= column_to)
          fill (snapshot, rect.origin.x, 0, rect.size.width, self->header_height,
                &palette->selection);
        append_layout (snapshot, get_layout (self, title, STYLE_HEADER, rect.size.width - 8, 2),
                       rect.origin.x + 4, 0, self->header_height, &palette->text);
        fill (snapshot, rect.origin.x + rect.size.width - 1, 0, 1, self->header_height,
              &palette->line);
      }
  gtk_snapshot_pop (snapshot);
  if (self->corner != NULL)
    {
      PangoLayout *layout = get_layout (self, self->corner, STYLE_SECTION,
                                        self->frozen_width - 2 * BV_GRID_VIEW_PADDING, 1);

      append_layout (snapshot, layout, BV_GRID_VIEW_PADDING + 2, 0, self->header_height,
                     &palette->text);
    }
  fill (snapshot, 0, self->header_height - 1, right, 1, &palette->edge);
}

void
bv_grid_view_draw (BvGridView *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  Palette palette;
  Span span = { 0 };

  load_palette (self, &palette);
  fill (snapshot, 0, 0, width, height, &palette.background);
  if (self->model == NULL || self->n_rows == 0 || self->n_columns == 0 || self->row_tops == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (!bv_grid_view_find_row (self, self->header_height, &span.first_row))
    span.first_row = 0;
  if (!bv_grid_view_find_row (self, height, &span.last_row))
    span.last_row = self->n_rows - 1;
  span.has_columns = bv_grid_view_find_column (self, self->frozen_width, &span.first_column);
  if (span.has_columns && !bv_grid_view_find_column (self, width, &span.last_column))
    span.last_column = self->n_columns - 1;

  draw_body (self, snapshot, &palette, &span, width, height);
  draw_titles (self, snapshot, &palette, &span, width, height);
  draw_header (self, snapshot, &palette, &span, width);
  gtk_snapshot_pop (snapshot);
}

guint
bv_grid_view_count_title_lines (BvGridView *self, guint row)
{
  g_autofree char *title = make_title (self, row);
  double width = self->frozen_width - 2 * BV_GRID_VIEW_PADDING - 2;
  PangoLayout *layout = get_layout (self, title, STYLE_TITLE, width, 2);

  return (guint) MIN (pango_layout_get_line_count (layout), 2);
}

double
bv_grid_view_measure_header (BvGridView *self)
{
  int lines = 1;

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *title = bv_grid_model_get_column_title (self->model, column);
      double width = self->column_lefts[column + 1] - self->column_lefts[column];
      PangoLayout *layout = get_layout (self, title, STYLE_HEADER, width - 8, 2);

      lines = MAX (lines, pango_layout_get_line_count (layout));
    }
  return ceil (self->line_height * lines * 0.9) + 16;
}

void
bv_grid_view_drop_layouts (BvGridView *self)
{
  g_hash_table_remove_all (self->layouts);
}
