// SPDX-License-Identifier: GPL-3.0-or-later
/* One page of a certificate: fills a template's lines with texts, lays them out so that each block
 * stays in its box, and draws them over border and emblem. What many pages share is recorded once and
 * painted as a pattern: cairo writes such a pattern into a PDF as one form that every page refers to. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate-private.h"

#include "base/bv-error.h"
#include "drawing/bv-artwork.h"

#include <glib/gi18n-lib.h>

/* Fields that differ from page to page; a block without them is drawn once for the batch. */
#define VARYING_FIELDS                                                                             \
  (1u << BV_CERTIFICATE_FIELD_TITLE | 1u << BV_CERTIFICATE_FIELD_NAME                              \
   | 1u << BV_CERTIFICATE_FIELD_DETAIL | 1u << BV_CERTIFICATE_FIELD_ACHIEVEMENT                    \
   | 1u << BV_CERTIFICATE_FIELD_LEDGER | 1u << BV_CERTIFICATE_FIELD_WORK                           \
   | 1u << BV_CERTIFICATE_FIELD_REACH | 1u << BV_CERTIFICATE_FIELD_APPLIED)
/* So many recordings of shared texts are kept; a batch has one or two. */
#define MAX_SHARED 16

void
bv_certificate_finding_free (BvCertificateFinding *finding)
{
  if (!finding)
    return;
  g_free (finding->name);
  g_free (finding->line);
  g_free (finding->message);
  g_free (finding);
}

void
bv_certificate_placement_free (BvCertificatePlacement *placement)
{
  if (!placement)
    return;
  g_free (placement->text);
  g_free (placement);
}

/* ── The painter ─────────────────────────────────────────────────────────────────────────── */

static void
free_fit (gpointer data)
{
  bv_fit_free (data);
}

BvCertificatePainter *
bv_certificate_painter_new (const BvCertificateOptions *options, GError **error)
{
  BvCertificatePainter *self = NULL;
  /* The fonts are looked at now, so that a missing one is told before anything is drawn. */
  if (!bv_fonts_get_face (BV_FONT_SERIF, FALSE, FALSE, error))
    return NULL;

  self = g_new0 (BvCertificatePainter, 1);
  self->options = *options;
  self->options.frame = options->frame ? g_bytes_ref (options->frame) : NULL;
  self->options.frame_name = g_strdup (options->frame_name);
  self->options.emblem = options->emblem ? g_bytes_ref (options->emblem) : NULL;
  self->options.emblem_name = g_strdup (options->emblem_name);
  self->options.document_title = NULL;
  self->options.document_author = NULL;
  self->frames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) cairo_pattern_destroy);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) cairo_pattern_destroy);
  self->fits = g_ptr_array_new_with_free_func (free_fit);
  self->key = g_string_new (NULL);
  bv_paper_get_size (options->paper, TRUE, &self->width, &self->height);
  self->scale = self->width / BV_CERTIFICATE_DESIGN_WIDTH;
  return self;
}

void
bv_certificate_painter_free (BvCertificatePainter *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->options.frame, g_bytes_unref);
  g_free ((char *) self->options.frame_name);
  g_clear_pointer (&self->options.emblem, g_bytes_unref);
  g_free ((char *) self->options.emblem_name);
  g_hash_table_unref (self->frames);
  g_hash_table_unref (self->shared);
  g_ptr_array_unref (self->fits);
  g_string_free (self->key, TRUE);
  g_free (self->decision_date);
  g_free (self->decision_iso);
  g_free (self->date);
  g_free (self->date_iso);
  g_free (self);
}

void
bv_certificate_painter_get_size (BvCertificatePainter *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

gboolean
bv_certificate_painter_check_artwork (BvCertificatePainter *self, GError **error)
{
  const BvCertificateOptions *o = &self->options;
  g_autoptr (BvArtwork) frame = NULL;
  g_autoptr (BvArtwork) emblem = NULL;
  if (o->frame)
    frame = bv_artwork_new (o->frame_name ? o->frame_name : "", o->frame, error);
  if (o->frame && !frame)
    return FALSE;
  if (o->emblem)
    emblem = bv_artwork_new (o->emblem_name ? o->emblem_name : "", o->emblem, error);
  return !o->emblem || emblem;
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────── */

static void
draw_rule (BvCertificatePainter *self,
           cairo_t *cr,
           const BvCertificateBlock *block,
           const BvCertificateItem *item)
{
  const BvCertificateLine *line = item->line;
  double box_x = block->box.x * self->scale;
  double box_width = block->box.width * self->scale;
  double width = 0.0;
  double x = box_x;
  for (guint i = 0; i < bv_fit_get_n_lines (item->fit); i++)
    {
      BvFitLine text;
      bv_fit_get_line (item->fit, i, &text);
      width = MAX (width, text.width);
    }
  width *= line->rule_share;
  if (block->align == BV_FIT_CENTER)
    x += (box_width - width) / 2.0;
  else if (block->align == BV_FIT_RIGHT)
    x += box_width - width;
  /* A filled strip, not a stroke: cairo looks at strokes again for every page. */
  cairo_rectangle (
    cr, x, item->y + bv_fit_get_height (item->fit, line->leading) + line->rule_gap * self->scale,
    width, line->rule_width * bv_certificate_type_scale (self));
  cairo_fill (cr);
}

static void
draw_items (BvCertificatePainter *self, cairo_t *cr, const BvCertificateBlock *block, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BvCertificateItem *item = &g_array_index (items, BvCertificateItem, i);
      const BvCertificateLine *line = item->line;
      if (!item->fit || bv_certificate_is_on_stock (self, line))
        continue;
      cairo_set_source_rgb (cr, line->red, line->green, line->blue);
      bv_fit_draw (item->fit, cr, block->box.x * self->scale, item->y,
                   block->box.width * self->scale, block->align, line->leading);
      if (line->rule_width > 0.0)
        draw_rule (self, cr, block, item);
    }
}

static cairo_t *
start_recording (BvCertificatePainter *self, cairo_surface_t **surface)
{
  cairo_rectangle_t extents = { 0.0, 0.0, self->width, self->height };
  *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  return cairo_create (*surface);
}

static cairo_pattern_t *
end_recording (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_pattern_t *pattern = NULL;
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  return pattern;
}

static gboolean
draw_artwork (GBytes *own,
              const char *own_name,
              const char *file,
              cairo_t *cr,
              const cairo_rectangle_t *box,
              gboolean fill,
              GError **error)
{
  g_autoptr (BvArtwork) artwork = NULL;
  if (!own && !file)
    return TRUE;
  artwork = own ? bv_artwork_new (own_name ? own_name : "", own, error)
                : bv_artwork_built_in (file, error);
  return artwork && bv_artwork_draw (artwork, cr, box, fill, error);
}

static cairo_pattern_t *
get_frame (BvCertificatePainter *self, BvCertificateTemplate *t, GError **error)
{
  /* Several templates may stand on the same artwork: a batch of them then holds it once. */
  g_autofree char *key = g_strdup_printf (
    "%s\x1f%s\x1f%g %g %g %g", t->frame ? t->frame : "", t->emblem ? t->emblem : "",
    t->emblem_box.x, t->emblem_box.y, t->emblem_box.width, t->emblem_box.height);
  cairo_pattern_t *pattern = g_hash_table_lookup (self->frames, key);
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  cairo_rectangle_t sheet = { 0.0, 0.0, self->width, self->height };
  cairo_rectangle_t place = { t->emblem_box.x * self->scale, t->emblem_box.y * self->scale,
                              t->emblem_box.width * self->scale,
                              t->emblem_box.height * self->scale };
  gboolean ok = FALSE;
  if (pattern)
    return pattern;
  cr = start_recording (self, &surface);
  ok = draw_artwork (self->options.frame, self->options.frame_name, t->frame, cr, &sheet, TRUE,
                     error)
       && (t->emblem_box.width <= 0.0
           || draw_artwork (self->options.emblem, self->options.emblem_name, t->emblem, cr, &place,
                            FALSE, error));
  pattern = end_recording (cr, surface);
  if (!ok)
    {
      cairo_pattern_destroy (pattern);
      return NULL;
    }
  g_hash_table_insert (self->frames, g_steal_pointer (&key), pattern);
  return pattern;
}

/* All texts that the shared blocks show, as the key of their recording. */
static void
make_key (BvCertificatePainter *self, const BvCertificate *c)
{
  BvCertificateTemplate *t = c->template_;
  g_autoptr (GString) buffer = g_string_new (NULL);
  guint32 fields = 0;
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if (!(block->fields & VARYING_FIELDS))
        fields |= block->fields;
    }
  g_string_printf (self->key, "%p", (void *) t);
  for (int f = 0; f < BV_CERTIFICATE_N_FIELDS; f++)
    if (fields & 1u << f)
      {
        g_string_append_c (self->key, '\x1f');
        g_string_append (self->key,
                         bv_certificate_field_text (self, c, (BvCertificateField) f, buffer));
      }
}

static cairo_pattern_t *
get_shared (BvCertificatePainter *self, const BvCertificate *c, GPtrArray *findings)
{
  BvCertificateTemplate *t = c->template_;
  cairo_pattern_t *pattern = NULL;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  g_autoptr (GArray) items = NULL;
  gboolean ok = TRUE;

  make_key (self, c);
  pattern = g_hash_table_lookup (self->shared, self->key->str);
  if (pattern)
    return pattern;

  items = g_array_new (FALSE, FALSE, sizeof (BvCertificateItem));
  cr = start_recording (self, &surface);
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if (block->fields & VARYING_FIELDS)
        continue;
      if (bv_certificate_layout_block (self, c, block, items, findings))
        draw_items (self, cr, block, items);
      else
        ok = FALSE;
    }
  pattern = end_recording (cr, surface);
  if (!ok)
    {
      cairo_pattern_destroy (pattern);
      return NULL;
    }
  if (g_hash_table_size (self->shared) >= MAX_SHARED)
    g_hash_table_remove_all (self->shared);
  g_hash_table_insert (self->shared, g_strdup (self->key->str), pattern);
  return pattern;
}

static gboolean
draw_page (BvCertificatePainter *self,
           cairo_t *cr,
           const BvCertificate *c,
           GPtrArray *findings,
           GError **error)
{
  BvCertificateTemplate *t = c->template_;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BvCertificateItem));
  cairo_pattern_t *frame = NULL;
  cairo_pattern_t *shared = get_shared (self, c, findings);

  if (self->options.stock == BV_CERTIFICATE_STOCK_BLANK)
    {
      frame = get_frame (self, t, error);
      if (!frame)
        return FALSE;
    }
  if (!shared)
    return TRUE;

  cairo_save (cr);
  cairo_translate (cr, BV_MM_TO_PT (self->options.offset_x), BV_MM_TO_PT (self->options.offset_y));
  if (frame)
    {
      cairo_set_source (cr, frame);
      cairo_paint (cr);
    }
  cairo_set_source (cr, shared);
  cairo_paint (cr);
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if ((block->fields & VARYING_FIELDS)
          && bv_certificate_layout_block (self, c, block, items, findings))
        draw_items (self, cr, block, items);
    }
  cairo_restore (cr);
  return TRUE;
}

gboolean
bv_certificate_painter_draw (BvCertificatePainter *self,
                             cairo_t *cr,
                             const BvCertificate *certificate,
                             GError **error)
{
  g_autoptr (GPtrArray)
    findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_certificate_finding_free);
  if (!draw_page (self, cr, certificate, findings, error))
    return FALSE;
  if (findings->len > 0)
    {
      const BvCertificateFinding *first = findings->pdata[0];
      g_set_error_literal (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT, first->message);
      return FALSE;
    }
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
                   _ ("The certificate of “%s” cannot be drawn: %s"),
                   certificate->name ? certificate->name : "",
                   cairo_status_to_string (cairo_status (cr)));
      return FALSE;
    }
  return TRUE;
}

static void
measure_items (BvCertificatePainter *self,
               const BvCertificateBlock *block,
               GArray *items,
               GPtrArray *placements)
{
  cairo_rectangle_t box = { block->box.x * self->scale, block->box.y * self->scale,
                            block->box.width * self->scale, block->box.height * self->scale };
  for (guint i = 0; i < items->len; i++)
    {
      const BvCertificateItem *item = &g_array_index (items, BvCertificateItem, i);
      BvCertificatePlacement *placement = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      if (!item->fit)
        continue;
      for (guint l = 0; l < bv_fit_get_n_lines (item->fit); l++)
        {
          BvFitLine line;
          bv_fit_get_line (item->fit, l, &line);
          if (l > 0)
            g_string_append_c (text, '\n');
          g_string_append_len (text, line.text, (gssize) line.length);
        }
      placement = g_new0 (BvCertificatePlacement, 1);
      placement->line = item->line->path;
      placement->block = block->name;
      placement->text = g_strdup (text->str);
      placement->size = bv_fit_get_size (item->fit);
      placement->box = box;
      bv_fit_get_ink (item->fit, box.x, item->y, box.width, block->align, item->line->leading,
                      &placement->ink);
      g_ptr_array_add (placements, placement);
    }
}

GPtrArray *
bv_certificate_painter_measure (BvCertificatePainter *self,
                                const BvCertificate *certificate,
                                GPtrArray **findings)
{
  BvCertificateTemplate *t = certificate->template_;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BvCertificateItem));
  g_autoptr (GPtrArray)
    found = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_certificate_finding_free);
  GPtrArray *placements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) bv_certificate_placement_free);
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if (bv_certificate_layout_block (self, certificate, block, items, found))
        measure_items (self, block, items, placements);
    }
  if (findings)
    *findings = g_steal_pointer (&found);
  return placements;
}

gboolean
bv_certificate_draw_page (cairo_t *cr,
                          const BvCertificateOptions *options,
                          const BvCertificate *certificate,
                          GError **error)
{
  g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (options, error);
  return painter && bv_certificate_painter_draw (painter, cr, certificate, error);
}
