// SPDX-License-Identifier: GPL-3.0-or-later
/* One page of a certificate: fills a template's lines with texts, lays them out so that each block
 * stays in its box, and draws them over border and emblem. What many pages share is recorded once and
 * painted as a pattern: cairo writes such a pattern into a PDF as one form that every page refers to. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "drawing/bv-artwork.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Fields that differ from page to page; a block without them is drawn once for the batch. */
#define VARYING_FIELDS                                                                             \
  (1u << BV_CERTIFICATE_FIELD_TITLE | 1u << BV_CERTIFICATE_FIELD_NAME                              \
   | 1u << BV_CERTIFICATE_FIELD_DETAIL | 1u << BV_CERTIFICATE_FIELD_ACHIEVEMENT                    \
   | 1u << BV_CERTIFICATE_FIELD_LEDGER)
/* So many recordings of shared texts are kept; a batch has one or two. */
#define MAX_SHARED 16
/* Steps from the largest to the smallest size when a block is too full. */
#define SHRINK_STEPS 10

struct _BvCertificatePainter
{
  /* Owned */
  BvCertificateOptions options; /* its strings and bytes are copies or references */
  GHashTable *frames;           /* the names of the artwork → cairo_pattern_t */
  GHashTable *shared;           /* the texts → cairo_pattern_t */
  GPtrArray *fits;              /* BvFit, one for each line of a page */
  GString *key;
  char *decision_date; /* the long form of the date below */
  char *decision_iso;
  char *date;
  char *date_iso;

  /* State */
  double scale; /* points on this sheet for one millimetre of the design */
  double width; /* pt */
  double height;
};

/* One line on its way to the page. */
typedef struct
{
  const BvCertificateLine *line;
  BvFit *fit; /* %NULL for a blank */
  double y;   /* pt, top */
} Placed;

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

/* Type grows with the sheet: a size of the design in points of this sheet. */
static double
type_scale (BvCertificatePainter *self)
{
  return self->scale / BV_POINTS_PER_MM;
}

/* ── Texts of the fields ─────────────────────────────────────────────────────────────────── */

static const char *
long_date (const char *iso, char **cached_iso, char **cached)
{
  if (!iso || !*iso)
    return "";
  if (g_strcmp0 (iso, *cached_iso) != 0)
    {
      g_free (*cached_iso);
      g_free (*cached);
      *cached_iso = g_strdup (iso);
      *cached = bv_date_format_long (iso);
    }
  return *cached;
}

static const char *
title_text (const BvCertificate *c)
{
  /* Words of the paper itself: Vietnamese whatever the language of the program. */
  if (c->honorific && *c->honorific)
    return c->honorific;
  switch (c->kind)
    {
    case BV_SUBJECT_UNIT:
      return "Tập thể";
    case BV_SUBJECT_HOUSEHOLD:
      return "Hộ gia đình";
    case BV_SUBJECT_PERSON:
    default:
      return "Ông (Bà)";
    }
}

/* A household that is recorded as "Hộ gia đình ông Lò Văn Pâng" does not get the words twice. */
static const char *
name_text (const BvCertificate *c)
{
  static const char *const doubled[] = { "Hộ gia đình ", "Hộ ", "Tập thể " };
  const char *name = c->name ? c->name : "";
  if (c->kind == BV_SUBJECT_PERSON || (c->honorific && *c->honorific))
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (doubled); i++)
    if (g_str_has_prefix (name, doubled[i]))
      return name + strlen (doubled[i]);
  return name;
}

/* @buffer holds what is put together here, until the next call for the same field. */
static const char *
field_text (BvCertificatePainter *self,
            const BvCertificate *c,
            BvCertificateField field,
            GString *buffer)
{
  const char *text = NULL;
  switch (field)
    {
    case BV_CERTIFICATE_FIELD_ISSUER:
      text = c->issuer;
      break;
    case BV_CERTIFICATE_FIELD_VERB:
      text = c->is_posthumous ? "Truy tặng" : "Tặng";
      break;
    case BV_CERTIFICATE_FIELD_TITLE:
      text = title_text (c);
      break;
    case BV_CERTIFICATE_FIELD_NAME:
      text = name_text (c);
      break;
    case BV_CERTIFICATE_FIELD_DETAIL:
      text = c->detail;
      break;
    case BV_CERTIFICATE_FIELD_ACHIEVEMENT:
      text = c->achievement;
      break;
    case BV_CERTIFICATE_FIELD_YEAR:
      if (c->year > 0)
        g_string_printf (buffer, "%d", c->year);
      else
        g_string_truncate (buffer, 0);
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_DECISION_NUMBER:
      text = c->decision_number;
      break;
    case BV_CERTIFICATE_FIELD_DECISION_DATE:
      text = long_date (c->decision_date, &self->decision_iso, &self->decision_date);
      break;
    case BV_CERTIFICATE_FIELD_LEDGER:
      text = c->ledger;
      break;
    case BV_CERTIFICATE_FIELD_PLACE:
      text = c->place;
      break;
    case BV_CERTIFICATE_FIELD_DATE:
      text = long_date (c->date && *c->date ? c->date : c->decision_date, &self->date_iso,
                        &self->date);
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_FOR:
      g_string_truncate (buffer, 0);
      if (c->signer_on_behalf_of && *c->signer_on_behalf_of)
        g_string_printf (buffer, "%s %s", c->signer_prefix ? c->signer_prefix : "",
                         c->signer_on_behalf_of);
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_POST:
      /* "Q. CHỦ TỊCH" is one line; the other prefixes stand before whom one signs for. */
      g_string_truncate (buffer, 0);
      if (c->signer_prefix && *c->signer_prefix
          && !(c->signer_on_behalf_of && *c->signer_on_behalf_of))
        g_string_printf (buffer, "%s ", c->signer_prefix);
      g_string_append (buffer, c->signer_post ? c->signer_post : "");
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_NAME:
      text = c->signer_name;
      break;
    case BV_CERTIFICATE_FIELD_NONE:
    case BV_CERTIFICATE_N_FIELDS:
    default:
      break;
    }
  return text ? text : "";
}

static gboolean
is_unbreakable (const BvCertificate *c, BvCertificateField field)
{
  return field == BV_CERTIFICATE_FIELD_SIGNER_NAME
         || (field == BV_CERTIFICATE_FIELD_NAME && c->kind == BV_SUBJECT_PERSON);
}

/* ── Laying out ──────────────────────────────────────────────────────────────────────────── */

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

/* The words for a field that is empty, in the officer's language. */
static const char *
field_label (BvCertificateField field)
{
  switch (field)
    {
    case BV_CERTIFICATE_FIELD_ISSUER:
      return _ ("The issuer of the decision is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_NAME:
      return _ ("The name is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_ACHIEVEMENT:
      return _ ("The achievement is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_DECISION_NUMBER:
    case BV_CERTIFICATE_FIELD_DECISION_DATE:
    case BV_CERTIFICATE_FIELD_DATE:
      return _ ("The decision has no number and date yet: issue it first.");
    case BV_CERTIFICATE_FIELD_PLACE:
      return _ ("The place before the date is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_SIGNER_POST:
    case BV_CERTIFICATE_FIELD_SIGNER_NAME:
      return _ ("The decision names no signer: the certificate needs one.");
    default:
      return _ ("A text that the certificate's template asks for is empty.");
    }
}

static BvFit *
get_fit (BvCertificatePainter *self, guint index)
{
  while (self->fits->len <= index)
    g_ptr_array_add (self->fits, bv_fit_new ());
  return self->fits->pdata[index];
}

/* The place of what the stock bears is kept, so that the rest falls where it should. */
static gboolean
is_on_stock (BvCertificatePainter *self, const BvCertificateLine *line)
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
              text = field_text (self, c, piece->field, buffers[n]);
            }
          if (!*text && !piece->literal)
            {
              present = FALSE;
              if (!line->optional)
                add_finding (findings, c, line, g_strdup (field_label (piece->field)));
            }
          spans[n++] = (BvFitSpan){ text, face, is_unbreakable (c, piece->field), line->upper };
        }
    }
  if (present && c->is_posthumous && is_on_stock (self, line)
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
item_height (BvCertificatePainter *self, const Placed *item)
{
  const BvCertificateLine *line = item->line;
  double height = 0.0;
  if (!item->fit)
    return line->blank * self->scale;
  height = bv_fit_get_height (item->fit, line->leading);
  if (line->rule_width > 0.0)
    height += line->rule_gap * self->scale + line->rule_width * type_scale (self);
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
      Placed *item = &g_array_index (items, Placed, i);
      const BvCertificateLine *line = item->line;
      double k = type_scale (self);
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
      Placed *item = &g_array_index (items, Placed, i);
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
static gboolean
layout_block (BvCertificatePainter *self,
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
      Placed item = { &g_array_index (block->lines, BvCertificateLine, i), NULL, 0.0 };
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
      Placed *item = &g_array_index (items, Placed, i);
      const BvCertificateLine *line = item->line;
      if (i > 0)
        y += (line->gap_min + share * (line->gap_max - line->gap_min)) * self->scale;
      item->y = y;
      y += item_height (self, item);
    }
  return TRUE;
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────── */

static void
draw_rule (BvCertificatePainter *self,
           cairo_t *cr,
           const BvCertificateBlock *block,
           const Placed *item)
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
    width, line->rule_width * type_scale (self));
  cairo_fill (cr);
}

static void
draw_items (BvCertificatePainter *self, cairo_t *cr, const BvCertificateBlock *block, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Placed *item = &g_array_index (items, Placed, i);
      const BvCertificateLine *line = item->line;
      if (!item->fit || is_on_stock (self, line))
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
        g_string_append (self->key, field_text (self, c, (BvCertificateField) f, buffer));
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

  items = g_array_new (FALSE, FALSE, sizeof (Placed));
  cr = start_recording (self, &surface);
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if (block->fields & VARYING_FIELDS)
        continue;
      if (layout_block (self, c, block, items, findings))
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
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Placed));
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
      if ((block->fields & VARYING_FIELDS) && layout_block (self, c, block, items, findings))
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
      const Placed *item = &g_array_index (items, Placed, i);
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
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GPtrArray)
    found = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_certificate_finding_free);
  GPtrArray *placements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) bv_certificate_placement_free);
  for (guint i = 0; i < t->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (t->blocks, BvCertificateBlock, i);
      if (layout_block (self, certificate, block, items, found))
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
