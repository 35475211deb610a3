// SPDX-License-Identifier: GPL-3.0-or-later
/* Lays out the blocks of a certificate: every line at its largest size and widest gap, then closer
 * and smaller until the block holds it, and a finding when it does not. Draws nothing. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Steps from the largest to the smallest size when a block is too full. */
#define SHRINK_STEPS 10

/* Type grows with the sheet: a size of the design in points of this sheet. */
double
bv_certificate_type_scale (BvCertificatePainter *self)
{
  return self->scale / BV_POINTS_PER_MM;
}

static void
add_finding (GPtrArray *findings,
             const BvCertificate *c,
             const BvCertificateLine *line,
             char *message)
{
  BvCertificateFinding *finding = g_new0 (BvCertificateFinding, 1);
  finding->name = g_strdup (c->name ? c->name : "");
  finding->line = g_strdup (line->path);
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

static BvFit *
get_fit (BvCertificatePainter *self, guint index)
{
  while (self->fits->len <= index)
    g_ptr_array_add (self->fits, bv_fit_new ());
  return self->fits->pdata[index];
}

/* The place of what the stock bears is kept, so that the rest falls where it should. */
gboolean
bv_certificate_is_on_stock (BvCertificatePainter *self, const BvCertificateLine *line)
{
  return self->options.stock == BV_CERTIFICATE_STOCK_LETTERED && line->stock;
}

/* Puts the texts of one line into @fit. Returns: %FALSE when the line is to be left out. */
static gboolean
fill_line (BvCertificatePainter *self,
           const BvCertificate *c,
           const BvCertificateLine *line,
           BvFit *fit,
           GPtrArray *findings)
{
  BvFitSpan spans[24];
  GString *buffers[24] = { NULL };
  guint n = 0;
  gboolean present = TRUE;

  for (guint s = 0; s < line->spans->len && present; s++)
    {
      const BvCertificateSpan *span = &g_array_index (line->spans, BvCertificateSpan, s);
      const BvFace *face = bv_fonts_get_face (line->family, span->bold, span->italic, NULL);
      for (guint p = 0; p < span->pieces->len && present && n < G_N_ELEMENTS (spans); p++)
        {
          const BvCertificatePiece *piece = &g_array_index (span->pieces, BvCertificatePiece, p);
          const char *text = piece->literal;
          if (!text)
            {
              buffers[n] = g_string_new (NULL);
              text = bv_certificate_field_text (self, c, piece->field, buffers[n]);
            }
          if (!*text && !piece->literal)
            {
              present = FALSE;
              if (!line->optional)
                add_finding (findings, c, line,
                             g_strdup (bv_certificate_missing_message (piece->field)));
            }
          spans[n++] = (BvFitSpan){ text, face, bv_certificate_is_unbreakable (c, piece->field),
                                    line->upper };
        }
    }
  if (present && c->is_posthumous && bv_certificate_is_on_stock (self, line)
      && line->fields & 1u << BV_CERTIFICATE_FIELD_VERB)
    add_finding (findings, c, line,
                 g_strdup (_ ("The lettered stock says “Tặng”, this award is posthumous (“Truy "
                              "tặng”): print it on blank or framed paper.")));
  if (present)
    {
      bv_fit_set_text (fit, spans, n, line->tracking);
      if (bv_fit_get_missing (fit))
        {
          char letter[7] = { 0 };
          g_unichar_to_utf8 (bv_fit_get_missing (fit), letter);
          add_finding (findings, c, line,
                       /* Translators: one letter or sign */
                       g_strdup_printf (_ ("The sign “%s” is not in the certificate's font: write "
                                           "it otherwise."),
                                        letter));
        }
    }
  for (guint i = 0; i < n; i++)
    if (buffers[i])
      g_string_free (buffers[i], TRUE);
  return present;
}

static double
item_height (BvCertificatePainter *self, const BvCertificateItem *item)
{
  const BvCertificateLine *line = item->line;
  double height = 0.0;
  if (!item->fit)
    return line->blank * self->scale;
  height = bv_fit_get_height (item->fit, line->leading);
  if (line->rule_width > 0.0)
    height += line->rule_gap * self->scale + line->rule_width * bv_certificate_type_scale (self);
  return height;
}

/* Sizes lines with their largest size moved by @t (0 to 1) towards the smallest. Returns the height
 * with the smallest gaps, and in @slack how much larger the gaps may be; -1 when a line is too wide. */
static double
size_lines (BvCertificatePainter *self,
            GArray *items,
            double width,
            double t,
            double *slack,
            const BvCertificateLine **culprit)
{
  double height = 0.0;
  double tallest = -1.0;
  *slack = 0.0;
  for (guint i = 0; i < items->len; i++)
    {
      BvCertificateItem *item = &g_array_index (items, BvCertificateItem, i);
      const BvCertificateLine *line = item->line;
      double k = bv_certificate_type_scale (self);
      if (item->fit
          && !bv_fit_shrink (item->fit, width,
                             (line->size_max - t * (line->size_max - line->size_min)) * k,
                             line->size_min * k, line->max_lines))
        {
          *culprit = line;
          return -1.0;
        }
      height += item_height (self, item);
      if (item->fit && item_height (self, item) > tallest)
        {
          tallest = item_height (self, item);
          *culprit = line;
        }
      if (i > 0)
        {
          height += line->gap_min * self->scale;
          *slack += (line->gap_max - line->gap_min) * self->scale;
        }
    }
  return height;
}

static void
add_unfit (BvCertificatePainter *self,
           const BvCertificate *c,
           GArray *items,
           const BvCertificateLine *culprit,
           GPtrArray *findings)
{
  for (guint i = 0; i < items->len; i++)
    {
      BvCertificateItem *item = &g_array_index (items, BvCertificateItem, i);
      g_autofree char *start = NULL;
      g_autofree char *whole = NULL;
      if (item->line != culprit || !item->fit)
        continue;
      whole = bv_fit_get_text (item->fit);
      start = g_utf8_strlen (whole, -1) > 60 ? g_utf8_substring (whole, 0, 57) : NULL;
      if (start)
        {
          char *longer = g_strconcat (start, "…", NULL);
          g_free (start);
          start = longer;
        }
      add_finding (findings, c, culprit,
                   /* Translators: the text's beginning; a size of type in points */
                   g_strdup_printf (_ ("“%s” does not fit its place even at %g pt: shorten it."),
                                    start ? start : whole, culprit->size_min));
    }
}

/* Lays out one block; items receive their y. Returns: %FALSE when something does not fit. */
gboolean
bv_certificate_layout_block (BvCertificatePainter *self,
                             const BvCertificate *c,
                             const BvCertificateBlock *block,
                             GArray *items,
                             GPtrArray *findings)
{
  double width = block->box.width * self->scale;
  double room = block->box.height * self->scale;
  double height = 0.0;
  double slack = 0.0;
  double share = 0.0;
  double y = block->box.y * self->scale;
  const BvCertificateLine *culprit = NULL;
  guint n_findings = findings->len;

  g_array_set_size (items, 0);
  for (guint i = 0; i < block->lines->len; i++)
    {
      BvCertificateItem item = { &g_array_index (block->lines, BvCertificateLine, i), NULL, 0.0 };
      if (item.line->blank <= 0.0)
        {
          item.fit = get_fit (self, i);
          if (!fill_line (self, c, item.line, item.fit, findings))
            continue;
        }
      g_array_append_val (items, item);
    }
  if (findings->len > n_findings)
    return FALSE;

  for (int step = 0; step <= SHRINK_STEPS; step++)
    {
      height = size_lines (self, items, width, (double) step / SHRINK_STEPS, &slack, &culprit);
      if (height < 0.0 || height <= room + 1e-6)
        break;
    }
  if (height < 0.0 || height > room + 1e-6)
    {
      if (culprit)
        add_unfit (self, c, items, culprit, findings);
      return FALSE;
    }

  share = slack > 0.0 ? MIN (1.0, (room - height) / slack) : 0.0;
  height += share * slack;
  if (block->valign == BV_CERTIFICATE_MIDDLE)
    y += (room - height) / 2.0;
  else if (block->valign == BV_CERTIFICATE_BOTTOM)
    y += room - height;
  for (guint i = 0; i < items->len; i++)
    {
      BvCertificateItem *item = &g_array_index (items, BvCertificateItem, i);
      const BvCertificateLine *line = item->line;
      if (i > 0)
        y += (line->gap_min + share * (line->gap_max - line->gap_min)) * self->scale;
      item->y = y;
      y += item_height (self, item);
    }
  return TRUE;
}
