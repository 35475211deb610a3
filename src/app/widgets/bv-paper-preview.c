// SPDX-License-Identifier: GPL-3.0-or-later
/* The head and the foot of a decision on a sheet of paper. The sheet is 210 mm wide whatever the width of the
 * widget; what is between head and signature is left out with a line of dots. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-paper-preview.h"

#include "base/bv-date.h"
#include "drawing/bv-fonts.h"

#include <math.h>

#define MM (72.0 / 25.4)
#define PAPER_WIDTH (210 * MM) /* points */
#define LEFT (30 * MM)
#define RIGHT (18 * MM)
#define TOP (11 * MM)
#define HEAD_HEIGHT 118.0 /* points, with the margin below */
#define SIGNATURE_HEIGHT 104.0

struct _BvPaperPreview
{
  GtkWidget parent_instance;

  /* Owned */
  BvOfficePeriod *period;
  BvSigner *signer;
};

G_DEFINE_FINAL_TYPE (BvPaperPreview, bv_paper_preview, GTK_TYPE_WIDGET)

static double
paper_height (BvPaperPreview *self)
{
  return HEAD_HEIGHT + (self->signer != NULL ? SIGNATURE_HEIGHT : 0);
}

/* The narrowest width that breaks the paragraph into no more lines: lines of even length, so that
 * "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA" breaks before "HUYỆN". */
static void
balance (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double low = width / 2;
  double high = width;
  if (n_lines < 2)
    return;
  while (high - low > 1)
    {
      double middle = (low + high) / 2;
      pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n_lines)
        low = middle;
      else
        high = middle;
    }
  pango_layout_set_width (layout, (int) (high * PANGO_SCALE));
}

/* One paragraph centred in a column. Returns the y below it; @text_width takes the width of its last
 * line. */
static double
draw_centred (cairo_t *cr,
              double x,
              double y,
              double width,
              const char *text,
              double size,
              gboolean is_bold,
              gboolean is_italic,
              double *text_width)
{
  g_autoptr (PangoLayout) layout = bv_fonts_create_layout (
    cr, BV_FONT_SERIF, size, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
    is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL, NULL);
  if (layout == NULL)
    return y;
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  balance (layout, width);
  cairo_move_to (cr, x + (width - (double) pango_layout_get_width (layout) / PANGO_SCALE) / 2, y);
  pango_cairo_show_layout (cr, layout);
  int height;
  pango_layout_get_size (layout, NULL, &height);
  if (text_width != NULL)
    {
      PangoRectangle extents;
      PangoLayoutLine *line = pango_layout_get_line_readonly (
        layout, pango_layout_get_line_count (layout) - 1);
      pango_layout_line_get_extents (line, NULL, &extents);
      *text_width = (double) extents.width / PANGO_SCALE;
    }
  return y + (double) height / PANGO_SCALE;
}

static void
draw_rule (cairo_t *cr, double centre, double y, double width)
{
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, centre - width / 2, y);
  cairo_line_to (cr, centre + width / 2, y);
  cairo_stroke (cr);
}

static void
draw_head (BvPaperPreview *self, cairo_t *cr)
{
  g_autoptr (BvLetterhead) head = bv_office_period_letterhead (self->period, BV_ISSUER_COMMITTEE);
  g_autofree char *number = bv_office_period_number (self->period, BV_ISSUER_COMMITTEE, 5, "QĐ");
  g_autofree char *number_line = g_strdup_printf ("Số: %s", number);
  g_autofree char *today = bv_date_today ();
  g_autofree char *place = bv_office_period_place_and_date (self->period, today);
  const double left_width = 70 * MM;
  const double gap = 2 * MM;
  const double right_x = LEFT + left_width + gap;
  const double right_width = PAPER_WIDTH - RIGHT - right_x;
  double width;

  double y = TOP;
  if (*head->superior != '\0')
    y = draw_centred (cr, LEFT, y, left_width, head->superior, 12, FALSE, FALSE, NULL);
  y = draw_centred (cr, LEFT, y, left_width, head->issuer, 12, TRUE, FALSE, &width);
  draw_rule (cr, LEFT + left_width / 2, y + 2.5, MAX (width * 0.42, 30));
  double left_end = y + 10;

  y = draw_centred (cr, right_x, TOP, right_width, head->nation, 12, TRUE, FALSE, NULL);
  y = draw_centred (cr, right_x, y, right_width, head->motto, 13, TRUE, FALSE, &width);
  draw_rule (cr, right_x + right_width / 2, y + 2.5, width);
  double second = MAX (left_end, y + 10);

  draw_centred (cr, LEFT, second, left_width, number_line, 13, FALSE, FALSE, NULL);
  draw_centred (cr, right_x, second, right_width, place, 13, FALSE, TRUE, NULL);
}

static void
draw_signature (BvPaperPreview *self, cairo_t *cr)
{
  g_auto (GStrv) lines = bv_signature_lines (self->signer->prefix, self->signer->on_behalf_of,
                                             self->signer->post);
  const double width = 84 * MM;
  const double x = PAPER_WIDTH - RIGHT - width;
  double y = HEAD_HEIGHT;
  for (guint i = 0; lines[i] != NULL; i++)
    y = draw_centred (cr, x, y, width, lines[i], 13.5, TRUE, FALSE, NULL);
  draw_centred (cr, x, HEAD_HEIGHT + SIGNATURE_HEIGHT - 30, width, self->signer->name, 13.5, TRUE,
                FALSE, NULL);
}

static void
bv_paper_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvPaperPreview *self = BV_PAPER_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, 1, 1, 1); /* paper, in the dark as well */
  cairo_paint (cr);
  if (self->period != NULL)
    {
      double scale = width / PAPER_WIDTH;
      cairo_scale (cr, scale, scale);
      cairo_set_source_rgb (cr, 0.08, 0.08, 0.08);
      draw_head (self, cr);
      if (self->signer != NULL)
        draw_signature (self, cr);
    }
  cairo_destroy (cr);
}

static GtkSizeRequestMode
bv_paper_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bv_paper_preview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = 640;
      return;
    }
  double width = for_size > 0 ? for_size : 640;
  *minimum = *natural = (int) ceil (paper_height (BV_PAPER_PREVIEW (widget)) * width / PAPER_WIDTH);
}

static void
bv_paper_preview_finalize (GObject *object)
{
  BvPaperPreview *self = BV_PAPER_PREVIEW (object);
  g_clear_pointer (&self->period, bv_office_period_free);
  g_clear_pointer (&self->signer, bv_signer_free);
  G_OBJECT_CLASS (bv_paper_preview_parent_class)->finalize (object);
}

static void
bv_paper_preview_class_init (BvPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = bv_paper_preview_finalize;
  widget_class->snapshot = bv_paper_preview_snapshot;
  widget_class->measure = bv_paper_preview_measure;
  widget_class->get_request_mode = bv_paper_preview_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bv_paper_preview_init (BvPaperPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

void
bv_paper_preview_set_period (BvPaperPreview *self, const BvOfficePeriod *period)
{
  g_return_if_fail (BV_IS_PAPER_PREVIEW (self));
  g_clear_pointer (&self->period, bv_office_period_free);
  self->period = period != NULL ? bv_office_period_copy (period) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bv_paper_preview_set_signer (BvPaperPreview *self, const BvSigner *signer)
{
  g_return_if_fail (BV_IS_PAPER_PREVIEW (self));
  gboolean had_signer = self->signer != NULL;
  g_clear_pointer (&self->signer, bv_signer_free);
  self->signer = signer != NULL ? bv_signer_copy (signer) : NULL;
  if (had_signer != (signer != NULL))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
