// SPDX-License-Identifier: GPL-3.0-or-later
/* Text that fits its box: shaping by HarfBuzz in units of the em, then breaking into balanced lines
 * by least cost, at any size. Knows nothing of certificates. Not for several threads at once. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-fit.h"

#include <hb.h>
#include <math.h>
#include <string.h>

#define MAX_LINES 8
#define SIZE_STEP 0.25
/* A text is reduced by up to this share rather than broken into one line more. */
#define SQUEEZE 0.10
/* Room above and below the base line for any letter of the alphabet, as shares of the size. The
 * stacked marks of the shipped serif reach 0.906 (Ẫ, Ỗ), its descenders 0.221 (g). */
#define RISE 0.91
#define DROP 0.225
#define FORBIDDEN 1e6

typedef struct
{
  hb_codepoint_t id;
  guint32 cluster; /* byte in the text */
  const BvFace *face;
  double advance;  /* em, tracking included */
  double x_offset; /* em */
  double y_offset; /* em, upwards */
} Glyph;

/* A word is what stands between two spaces. */
typedef struct
{
  guint first;    /* glyph */
  guint n;        /* glyphs, without the space behind */
  double width;   /* em */
  double space;   /* em, of the space behind */
  double penalty; /* of a line break behind this word; FORBIDDEN when there may be none */
} Word;

typedef struct
{
  guint first; /* word */
  guint n;
} Line;

struct _BvFit
{
  /* Owned */
  GString *text;
  GArray *glyphs; /* Glyph */
  GArray *words;  /* Word */
  hb_buffer_t *buffer;
  GArray *cairo_glyphs;
  GArray *cairo_clusters;
  GHashTable *scaled_fonts; /* ScaledKey → cairo_scaled_font_t */
  double *best;             /* scratch of balance (): (MAX_LINES + 1) × (words + 1) */
  guint *from;
  gsize n_scratch;

  /* State */
  double tracking;
  double rise; /* em: RISE, or more when the face's marks reach higher */
  double size;
  Line lines[MAX_LINES];
  guint n_lines;
  gunichar missing;
};

typedef struct
{
  const BvFace *face;
  double size;
} ScaledKey;

static guint
scaled_key_hash (gconstpointer data)
{
  const ScaledKey *key = data;
  return g_direct_hash (key->face) ^ (guint) lround (key->size * 1000.0) * 2654435761u;
}

static gboolean
scaled_key_equal (gconstpointer a, gconstpointer b)
{
  const ScaledKey *x = a;
  const ScaledKey *y = b;
  return x->face == y->face && fabs (x->size - y->size) < 1e-6;
}

BvFit *
bv_fit_new (void)
{
  BvFit *self = g_new0 (BvFit, 1);
  self->text = g_string_new (NULL);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->buffer = hb_buffer_create ();
  self->cairo_glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->cairo_clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->scaled_fonts = g_hash_table_new_full (scaled_key_hash, scaled_key_equal, g_free,
                                              (GDestroyNotify) cairo_scaled_font_destroy);
  return self;
}

void
bv_fit_free (BvFit *self)
{
  if (!self)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->glyphs);
  g_array_unref (self->words);
  hb_buffer_destroy (self->buffer);
  g_array_unref (self->cairo_glyphs);
  g_array_unref (self->cairo_clusters);
  g_hash_table_unref (self->scaled_fonts);
  g_free (self->best);
  g_free (self->from);
  g_free (self);
}

/* ── Shaping ─────────────────────────────────────────────────────────────────────────────── */

static void
shape (BvFit *self, const BvFace *face, gsize start, gsize length)
{
  /* No ligatures: a name must extract letter by letter. */
  static const hb_feature_t features[] = {
    { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  guint n = 0;
  const hb_glyph_info_t *info = NULL;
  const hb_glyph_position_t *position = NULL;
  double em = face->units_per_em;

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8 (self->buffer, self->text->str, (int) (start + length), (guint) start,
                      (int) length);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("vi", 2));
  hb_shape (face->hb, self->buffer, features, G_N_ELEMENTS (features));

  info = hb_buffer_get_glyph_infos (self->buffer, &n);
  position = hb_buffer_get_glyph_positions (self->buffer, &n);
  for (guint i = 0; i < n; i++)
    {
      Glyph glyph = {
        .id = info[i].codepoint,
        .cluster = info[i].cluster,
        .face = face,
        .advance = position[i].x_advance / em,
        .x_offset = position[i].x_offset / em,
        .y_offset = position[i].y_offset / em,
      };
      gboolean last_of_cluster = i + 1 == n || info[i + 1].cluster != info[i].cluster;
      if (last_of_cluster)
        glyph.advance += self->tracking;
      if (face->ascent > RISE)
        {
          hb_glyph_extents_t e = { 0 };
          if (hb_font_get_glyph_extents (face->hb, glyph.id, &e))
            self->rise = MAX (self->rise, e.y_bearing / em);
        }
      if (glyph.id == 0 && self->missing == 0)
        self->missing = g_utf8_get_char (self->text->str + glyph.cluster);
      g_array_append_val (self->glyphs, glyph);
    }
}

/* ── Where a line may end ────────────────────────────────────────────────────────────────── */

/* Words that call for what follows them: "huyện | Mường La" reads badly. */
static gboolean
is_title_word (const char *word, gsize length)
{
  static const char *const titles[] = {
    "huyện", "xã",  "tỉnh", "bản",  "thôn", "phường", "thị",  "trấn",  "quận",
    "ông",   "bà",  "hộ",   "đồng", "chí",  "số",     "ngày", "tháng", "năm",
    "khóa",  "lần", "thứ",  "quý",  "tổ",   "lớp",    "đợt",
  };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strlen (titles[i]) == length && strncmp (titles[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Words that begin a phrase, before which one may breathe. */
static gboolean
is_link_word (const char *word, gsize length)
{
  static const char *const links[] = {
    "và", "trong", "của", "về", "tại", "do", "để", "với", "cho", "từ", "giai", "góp", "nhân",
  };
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (strlen (links[i]) == length && strncmp (links[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_lower (const char *word, gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The cost of ending a line between words @a and @b as typed, before any capitalisation. */
static double
break_penalty (const char *a, gsize a_length, const char *b, gsize b_length)
{
  char last = a[a_length - 1];
  gboolean after_stop = last == ',' || last == ';' || last == '.' || last == ':';
  gunichar a_first = g_utf8_get_char (a);
  gunichar b_first = g_utf8_get_char (b);
  gboolean dash_b = b_length <= 3 && (b[0] == '-' || b_first == 0x2013 || b_first == 0x2014);
  gboolean dash_a = a_length <= 3 && (a[0] == '-' || a_first == 0x2013 || a_first == 0x2014);

  if (after_stop)
    return -0.4;
  if (dash_b)
    return 4.0;
  if (dash_a)
    return 0.4;
  if (g_unichar_isdigit (b_first))
    return 4.0;
  /* "ngày 05 | tháng 8" */
  if (g_unichar_isdigit (a_first) && is_title_word (b, b_length))
    return 4.0;
  /* Two capitalised words are a proper name; wholly capital text tells nothing of it. */
  if (g_unichar_isupper (a_first) && g_unichar_isupper (b_first) && has_lower (a, a_length)
      && has_lower (b, b_length))
    return FORBIDDEN;
  if (is_title_word (a, a_length))
    return 2.0;
  if (is_link_word (a, a_length))
    return 1.0;
  if (is_link_word (b, b_length))
    return -0.2;
  return 0.0;
}

/* One word before capitals were set, with its place in the text that is drawn. */
typedef struct
{
  const char *typed;
  gsize typed_length;
  gsize start; /* byte in self->text */
  gsize end;
  gboolean keep;
} SourceWord;

static void
collect_words (const char *typed,
               gsize start,
               const char *drawn,
               gboolean keep,
               GArray *words,
               gboolean *at_space)
{
  const char *t = typed;
  const char *d = drawn;
  while (*t && *d)
    {
      const char *t_end = NULL;
      const char *d_end = NULL;
      if (*t == ' ')
        {
          t++;
          d++;
          *at_space = TRUE;
          continue;
        }
      t_end = strchr (t, ' ');
      d_end = strchr (d, ' ');
      t_end = t_end ? t_end : t + strlen (t);
      d_end = d_end ? d_end : d + strlen (d);
      if (*at_space || words->len == 0)
        {
          SourceWord word = { t, (gsize) (t_end - t), start + (gsize) (d - drawn),
                              start + (gsize) (d_end - drawn), keep };
          g_array_append_val (words, word);
        }
      else
        {
          /* Two spans without a space between: one word. */
          SourceWord *word = &g_array_index (words, SourceWord, words->len - 1);
          word->end = start + (gsize) (d_end - drawn);
          word->keep = FALSE;
        }
      *at_space = FALSE;
      t = t_end;
      d = d_end;
    }
}

static void
make_words (BvFit *self, GArray *source)
{
  guint g = 0;
  g_array_set_size (self->words, 0);
  for (guint i = 0; i < source->len; i++)
    {
      SourceWord *s = &g_array_index (source, SourceWord, i);
      Word word = { 0 };
      while (g < self->glyphs->len && g_array_index (self->glyphs, Glyph, g).cluster < s->start)
        g++;
      word.first = g;
      while (g < self->glyphs->len && g_array_index (self->glyphs, Glyph, g).cluster < s->end)
        word.width += g_array_index (self->glyphs, Glyph, g++).advance;
      word.n = g - word.first;
      if (i + 1 < source->len)
        {
          SourceWord *next = &g_array_index (source, SourceWord, i + 1);
          for (guint k = g; k < self->glyphs->len
                            && g_array_index (self->glyphs, Glyph, k).cluster < next->start;
               k++)
            word.space += g_array_index (self->glyphs, Glyph, k).advance;
          word.penalty = s->keep && next->keep ? FORBIDDEN
                                               : break_penalty (s->typed, s->typed_length,
                                                                next->typed, next->typed_length);
        }
      g_array_append_val (self->words, word);
    }
}

static gboolean
has_combining (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p; p++)
    if (*p == 0xCC || *p == 0xCD) /* U+0300 to U+037F */
      return TRUE;
  return FALSE;
}

/* Letter for letter, whatever the locale; spaces stay, because a span may be a piece of a line. */
static void
append_upper (GString *to, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    g_string_append_unichar (to, g_unichar_toupper (g_utf8_get_char (p)));
}

void
bv_fit_set_text (BvFit *self, const BvFitSpan *spans, guint n_spans, double tracking)
{
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) source = g_array_new (FALSE, FALSE, sizeof (SourceWord));
  gboolean at_space = TRUE;

  self->tracking = tracking;
  self->rise = RISE;
  self->missing = 0;
  self->n_lines = 0;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->glyphs, 0);

  for (guint i = 0; i < n_spans; i++)
    {
      const char *text = spans[i].text ? spans[i].text : "";
      gsize start = self->text->len;
      g_ptr_array_add (typed, has_combining (text)
                                ? g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE)
                                : g_strdup (text));
      g_array_append_val (starts, start);
      if (spans[i].upper)
        append_upper (self->text, typed->pdata[i]);
      else
        g_string_append (self->text, typed->pdata[i]);
    }
  for (guint i = 0; i < n_spans; i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      gsize end = i + 1 < n_spans ? g_array_index (starts, gsize, i + 1) : self->text->len;
      g_autofree char *drawn = g_strndup (self->text->str + start, end - start);
      if (end > start)
        shape (self, spans[i].face, start, end - start);
      collect_words (typed->pdata[i], start, drawn, spans[i].keep, source, &at_space);
    }
  make_words (self, source);
}

char *
bv_fit_get_text (BvFit *self)
{
  return g_strdup (self->text->str);
}

gunichar
bv_fit_get_missing (BvFit *self)
{
  return self->missing;
}

/* ── Breaking ────────────────────────────────────────────────────────────────────────────── */

static double
line_width (BvFit *self, guint first, guint n)
{
  const Word *words = (const Word *) self->words->data;
  double width = 0.0;
  for (guint i = 0; i < n; i++)
    width += words[first + i].width + (i + 1 < n ? words[first + i].space : 0.0);
  return n > 0 ? width - self->tracking : 0.0;
}

/* The fewest lines of at most @limit (em), heeding forbidden breaks. 0: impossible. */
static guint
count_lines (BvFit *self, double limit)
{
  const Word *words = (const Word *) self->words->data;
  guint m = self->words->len;
  guint lines = 0;
  guint first = 0;
  while (first < m)
    {
      double width = -self->tracking;
      guint end = 0; /* words of the line, up to the last allowed break */
      for (guint i = first; i < m; i++)
        {
          width += words[i].width;
          if (width > limit + 1e-6)
            break;
          if (i + 1 == m || words[i].penalty < FORBIDDEN)
            end = i + 1 - first;
          width += words[i].space;
        }
      if (end == 0)
        return 0;
      first += end;
      lines++;
    }
  return lines;
}

/* Breaks into exactly @n lines of at most @limit at the least cost. */
static gboolean
balance (BvFit *self, double limit, guint n, Line *lines)
{
  const Word *words = (const Word *) self->words->data;
  guint m = self->words->len;
  gsize stride = (gsize) m + 1;
  gsize needed = (MAX_LINES + 1) * stride;
  double total = line_width (self, 0, m);
  double ideal = total / n;
  double *best = NULL;
  guint *from = NULL;

  if (n == 1)
    {
      lines[0] = (Line){ 0, m };
      return TRUE;
    }
  if (self->n_scratch < needed)
    {
      self->best = g_renew (double, self->best, needed);
      self->from = g_renew (guint, self->from, needed);
      self->n_scratch = needed;
    }
  best = self->best;
  from = self->from;
  for (gsize i = 0; i < needed; i++)
    best[i] = INFINITY;
  best[0] = 0.0;

  for (guint k = 1; k <= n; k++)
    for (guint end = k; end <= m; end++)
      {
        double width = -self->tracking;
        double penalty = end < m ? words[end - 1].penalty : 0.0;
        if (penalty >= FORBIDDEN || (k == n && end != m))
          continue;
        for (guint first = end; first-- > k - 1;)
          {
            double slack = 0.0;
            double cost = 0.0;
            width += words[first].width + (first + 1 < end ? words[first].space : 0.0);
            if (width > limit + 1e-6)
              break;
            if (!isfinite (best[(k - 1) * stride + first]))
              continue;
            slack = (width - ideal) / ideal;
            cost = best[(k - 1) * stride + first] + 10.0 * slack * slack + penalty;
            if (cost < best[k * stride + end])
              {
                best[k * stride + end] = cost;
                from[k * stride + end] = first;
              }
          }
      }
  if (!isfinite (best[n * stride + m]))
    return FALSE;
  for (guint k = n, end = m; k > 0; k--)
    {
      guint first = from[k * stride + end];
      lines[k - 1] = (Line){ first, end - first };
      end = first;
    }
  return TRUE;
}

gboolean
bv_fit_break (BvFit *self, double width, double size, guint max_lines)
{
  Line lines[MAX_LINES];
  guint n = 0;

  if (self->words->len == 0)
    {
      self->n_lines = 0;
      self->size = size;
      return TRUE;
    }
  n = count_lines (self, width / size);
  if (n == 0 || n > MIN (max_lines, MAX_LINES))
    return FALSE;
  if (!balance (self, width / size, n, lines))
    return FALSE;
  memcpy (self->lines, lines, n * sizeof (Line));
  self->n_lines = n;
  self->size = size;
  return TRUE;
}

gboolean
bv_fit_shrink (BvFit *self, double width, double size_max, double size_min, guint max_lines)
{
  for (double size = size_max; size >= size_min - 1e-6; size -= SIZE_STEP)
    {
      guint lines = 0;
      if (!bv_fit_break (self, width, size, max_lines))
        continue;
      lines = self->n_lines;
      if (lines == 2)
        for (double s = size - SIZE_STEP; s >= MAX (size_min, size_max * (1.0 - SQUEEZE)) - 1e-6;
             s -= SIZE_STEP)
          if (bv_fit_break (self, width, s, 1))
            return TRUE;
      return TRUE;
    }
  return FALSE;
}

double
bv_fit_get_size (BvFit *self)
{
  return self->size;
}

guint
bv_fit_get_n_lines (BvFit *self)
{
  return self->n_lines;
}

/* Where the text of glyph @index ends: the next glyph with another cluster, or the whole text's end. */
static gsize
glyph_end (BvFit *self, guint index)
{
  const Glyph *glyphs = (const Glyph *) self->glyphs->data;
  for (guint i = index + 1; i < self->glyphs->len; i++)
    if (glyphs[i].cluster != glyphs[index].cluster)
      return glyphs[i].cluster;
  return self->text->len;
}

static void
line_glyphs (BvFit *self, const Line *line, guint *first, guint *end)
{
  const Word *words = (const Word *) self->words->data;
  const Word *last = &words[line->first + line->n - 1];
  *first = words[line->first].first;
  *end = last->first + last->n;
}

void
bv_fit_get_line (BvFit *self, guint index, BvFitLine *line)
{
  guint first = 0;
  guint end = 0;
  gsize start = 0;
  g_return_if_fail (index < self->n_lines);
  line_glyphs (self, &self->lines[index], &first, &end);
  start = g_array_index (self->glyphs, Glyph, first).cluster;
  line->text = self->text->str + start;
  line->length = glyph_end (self, end - 1) - start;
  line->width = line_width (self, self->lines[index].first, self->lines[index].n) * self->size;
}

double
bv_fit_get_height (BvFit *self, double leading)
{
  if (self->n_lines == 0)
    return 0.0;
  return self->size * (self->rise + DROP + (self->n_lines - 1) * leading);
}

static double
line_start (BvFit *self, guint index, double x, double width, BvFitAlign align)
{
  double line = line_width (self, self->lines[index].first, self->lines[index].n) * self->size;
  switch (align)
    {
    case BV_FIT_CENTER:
      return x + (width - line) / 2.0;
    case BV_FIT_RIGHT:
      return x + width - line;
    case BV_FIT_LEFT:
    default:
      return x;
    }
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────── */

void
bv_fit_get_ink (BvFit *self,
                double x,
                double y,
                double width,
                BvFitAlign align,
                double leading,
                cairo_rectangle_t *ink)
{
  const Glyph *glyphs = (const Glyph *) self->glyphs->data;
  double left = INFINITY;
  double top = INFINITY;
  double right = -INFINITY;
  double bottom = -INFINITY;
  for (guint l = 0; l < self->n_lines; l++)
    {
      double pen = line_start (self, l, x, width, align);
      double base = y + self->size * (self->rise + l * leading);
      guint first = 0;
      guint end = 0;
      line_glyphs (self, &self->lines[l], &first, &end);
      for (guint i = first; i < end; i++)
        {
          hb_glyph_extents_t e = { 0 };
          double k = self->size / glyphs[i].face->units_per_em;
          if (hb_font_get_glyph_extents (glyphs[i].face->hb, glyphs[i].id, &e) && e.width != 0)
            {
              double gx = pen + glyphs[i].x_offset * self->size + e.x_bearing * k;
              double gy = base - glyphs[i].y_offset * self->size - e.y_bearing * k;
              left = MIN (left, gx);
              right = MAX (right, gx + e.width * k);
              top = MIN (top, gy);
              bottom = MAX (bottom, gy - e.height * k);
            }
          pen += glyphs[i].advance * self->size;
        }
    }
  *ink = (cairo_rectangle_t){ 0 };
  if (left <= right)
    *ink = (cairo_rectangle_t){ left, top, right - left, bottom - top };
}

static void
set_font (BvFit *self, cairo_t *cr, const BvFace *face, gboolean identity)
{
  ScaledKey key = { face, self->size };
  cairo_scaled_font_t *font = NULL;
  if (!identity)
    {
      cairo_set_font_options (cr, bv_fonts_get_options ());
      cairo_set_font_face (cr, face->cairo);
      cairo_set_font_size (cr, self->size);
      return;
    }
  font = g_hash_table_lookup (self->scaled_fonts, &key);
  if (!font)
    {
      cairo_matrix_t matrix;
      cairo_matrix_t unit;
      cairo_matrix_init_scale (&matrix, self->size, self->size);
      cairo_matrix_init_identity (&unit);
      font = cairo_scaled_font_create (face->cairo, &matrix, &unit, bv_fonts_get_options ());
      g_hash_table_insert (self->scaled_fonts, g_memdup2 (&key, sizeof key), font);
    }
  cairo_set_scaled_font (cr, font);
}

/* Glyphs first to end (exclusive), all of one face. */
static void
show_run (BvFit *self,
          cairo_t *cr,
          guint first,
          guint end,
          double *pen,
          double base,
          gboolean identity)
{
  const Glyph *glyphs = (const Glyph *) self->glyphs->data;
  gsize start = glyphs[first].cluster;
  gsize stop = glyph_end (self, end - 1);

  g_array_set_size (self->cairo_glyphs, 0);
  g_array_set_size (self->cairo_clusters, 0);
  for (guint i = first; i < end; i++)
    {
      cairo_glyph_t glyph = { glyphs[i].id, *pen + glyphs[i].x_offset * self->size,
                              base - glyphs[i].y_offset * self->size };
      g_array_append_val (self->cairo_glyphs, glyph);
      *pen += glyphs[i].advance * self->size;
      if (i > first && glyphs[i].cluster == glyphs[i - 1].cluster)
        g_array_index (self->cairo_clusters, cairo_text_cluster_t, self->cairo_clusters->len - 1)
          .num_glyphs++;
      else
        {
          cairo_text_cluster_t cluster = { (int) (glyph_end (self, i) - glyphs[i].cluster), 1 };
          g_array_append_val (self->cairo_clusters, cluster);
        }
    }
  set_font (self, cr, glyphs[first].face, identity);
  cairo_show_text_glyphs (
    cr, self->text->str + start, (int) (stop - start),
    (const cairo_glyph_t *) self->cairo_glyphs->data, (int) self->cairo_glyphs->len,
    (const cairo_text_cluster_t *) self->cairo_clusters->data, (int) self->cairo_clusters->len, 0);
}

void
bv_fit_draw (BvFit *self,
             cairo_t *cr,
             double x,
             double y,
             double width,
             BvFitAlign align,
             double leading)
{
  const Glyph *glyphs = (const Glyph *) self->glyphs->data;
  cairo_matrix_t matrix;
  gboolean identity = FALSE;
  cairo_get_matrix (cr, &matrix);
  /* A moved page needs no new fonts. */
  identity = matrix.xx == 1.0 && matrix.yy == 1.0 && matrix.xy == 0.0 && matrix.yx == 0.0;

  for (guint l = 0; l < self->n_lines; l++)
    {
      double pen = line_start (self, l, x, width, align);
      double base = y + self->size * (self->rise + l * leading);
      guint first = 0;
      guint end = 0;
      line_glyphs (self, &self->lines[l], &first, &end);
      while (first < end)
        {
          guint next = first + 1;
          while (next < end && glyphs[next].face == glyphs[first].face)
            next++;
          show_run (self, cr, first, next, &pen, base, identity);
          first = next;
        }
    }
}
