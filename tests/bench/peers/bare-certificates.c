// SPDX-License-Identifier: GPL-3.0-or-later
/* The fastest certificates that bare cairo gives: what ours are measured against. It knows one layout,
 * checks nothing and frees nothing. HarfBuzz shapes on the file's own tables; fixed lines stand in a form;
 * the border is a rectangle for cairo, whose object is replaced in the finished file by the real border
 * from a scratch page, so that cairo never looks at it.
 *
 *   bare-certificates RECIPIENTS.tsv OUT.pdf FONT-FOLDER [qr]
 *
 * Recipients: decision, name, detail, achievement, ledger, address for the QR code; tab separated. */

#define _GNU_SOURCE

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb-ot.h>
#include <hb.h>
#include <math.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.28
#define N_FIELDS 6
#define QR_X 90.0
#define QR_Y 425.0
#define QR_SIZE 84.0

typedef struct
{
  int centred;
  double x, y, width, size;
  int face; /* bit 0 bold, bit 1 italic */
  double red, green, blue;
  const char *fixed; /* NULL: field 1 and following */
} Item;

static const Item items[] = {
  { 1, 420.9, 66, 0, 14, 1, 0, 0, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
  { 1, 420.9, 83, 0, 14, 1, 0, 0, 0, "Độc lập - Tự do - Hạnh phúc" },
  { 1, 420.9, 174, 0, 15, 1, .75, .08, .1, "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA" },
  { 1, 420.9, 195, 0, 14, 1, 0, 0, 0, "TẶNG" },
  { 1, 420.9, 208, 0, 44, 1, .75, .08, .1, "GIẤY KHEN" },
  { 1, 420.9, 264, 0, 26, 1, 0, 0, 0, NULL },
  { 1, 420.9, 298, 0, 15, 2, 0, 0, 0, NULL },
  { 1, 420.9, 324, 620, 16, 0, 0, 0, 0, NULL },
  { 0, 90, 384, 0, 12, 2, 0, 0, 0, NULL },
  { 0, 90, 400, 0, 12, 2, 0, 0, 0, NULL },
  { 1, 600, 376, 0, 13, 2, 0, 0, 0, "Mường La, ngày 20 tháng 11 năm 2025" },
  { 1, 600, 394, 0, 14, 1, 0, 0, 0, "CHỦ TỊCH" },
  { 1, 600, 500, 0, 14, 1, 0, 0, 0, "Nguyễn Văn Trường" },
};
enum
{
  N_ITEMS = sizeof items / sizeof *items
};

typedef struct
{
  cairo_font_face_t *cairo;
  hb_font_t *hb;
  double ascent;
} Face;

static Face faces[3];
static cairo_scaled_font_t *fonts[N_ITEMS];
static hb_buffer_t *buffer;
static cairo_glyph_t glyphs[512];
static cairo_text_cluster_t clusters[512];

static void
load_fonts (const char *folder)
{
  static const char *const files[] = { "Regular", "Bold", "Italic" };
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t unit;
  cairo_matrix_init_identity (&unit);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  for (int i = 0; i < 3; i++)
    {
      char path[4096];
      hb_font_extents_t e;
      FcPattern *pattern = NULL;
      hb_face_t *face = NULL;
      snprintf (path, sizeof path, "%s/LiberationSerif-%s.ttf", folder, files[i]);
      pattern = FcPatternBuild (NULL, FC_FILE, FcTypeString, path, (char *) NULL);
      faces[i].cairo = cairo_ft_font_face_create_for_pattern (pattern);
      face = hb_face_create (hb_blob_create_from_file (path), 0);
      faces[i].hb = hb_font_create (face);
      hb_ot_font_set_funcs (faces[i].hb);
      hb_font_get_h_extents (faces[i].hb, &e);
      faces[i].ascent = (double) e.ascender / hb_face_get_upem (face);
    }
  for (int i = 0; i < N_ITEMS; i++)
    {
      cairo_matrix_t matrix;
      cairo_matrix_init_scale (&matrix, items[i].size, items[i].size);
      fonts[i] = cairo_scaled_font_create (faces[items[i].face].cairo, &matrix, &unit, options);
    }
  buffer = hb_buffer_create ();
}

static void
show_run (cairo_t *cr,
          int item,
          const char *s,
          const hb_glyph_info_t *info,
          const hb_glyph_position_t *position,
          int first,
          int end,
          int stop,
          double x,
          double y)
{
  double k = items[item].size / 2048.0;
  int n = end - first;
  for (int i = 0; i < n; i++)
    {
      int next = i + 1 < n ? (int) info[first + i + 1].cluster : stop;
      glyphs[i].index = info[first + i].codepoint;
      glyphs[i].x = x;
      glyphs[i].y = y;
      x += position[first + i].x_advance * k;
      clusters[i].num_glyphs = 1;
      clusters[i].num_bytes = next - (int) info[first + i].cluster;
    }
  cairo_set_source_rgb (cr, items[item].red, items[item].green, items[item].blue);
  cairo_set_scaled_font (cr, fonts[item]);
  cairo_show_text_glyphs (cr, s + info[first].cluster, stop - (int) info[first].cluster, glyphs, n,
                          clusters, n, 0);
}

static void
show_text (cairo_t *cr, int item, const char *s)
{
  const Item *it = &items[item];
  unsigned n = 0;
  const hb_glyph_info_t *info = NULL;
  const hb_glyph_position_t *position = NULL;
  double k = it->size / 2048.0;
  double y = it->y + faces[it->face].ascent * it->size;
  int first = 0;
  int length = (int) strlen (s);
  hb_buffer_reset (buffer);
  hb_buffer_set_cluster_level (buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8 (buffer, s, length, 0, length);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (buffer, hb_language_from_string ("vi", 2));
  hb_shape (faces[it->face].hb, buffer, NULL, 0);
  info = hb_buffer_get_glyph_infos (buffer, &n);
  position = hb_buffer_get_glyph_positions (buffer, &n);
  while (first < (int) n) /* greedy lines */
    {
      double width = 0.0;
      double at_space = 0.0;
      int i = first;
      int space = -1;
      int end = 0;
      for (; i < (int) n; i++)
        {
          if (s[info[i].cluster] == ' ')
            {
              space = i;
              at_space = width;
            }
          width += position[i].x_advance * k;
          if (it->width > 0 && width > it->width && space > first)
            break;
        }
      end = i;
      if (i < (int) n)
        {
          end = space;
          width = at_space;
        }
      show_run (cr, item, s, info, position, first, end,
                end < (int) n ? (int) info[end].cluster : length,
                it->centred ? it->x - width / 2 : it->x, y);
      first = i < (int) n ? space + 1 : i;
      y += it->size * 1.15;
    }
}

/* About 3,000 curves, all filled. */
static void
draw_border (cairo_t *cr)
{
  cairo_rectangle (cr, 18, 18, PAGE_WIDTH - 36, PAGE_HEIGHT - 36);
  cairo_set_source_rgb (cr, 1, .985, .94);
  cairo_fill (cr);
  for (int ring = 0; ring < 3; ring++)
    {
      for (int i = 0; i < 250; i++)
        {
          double t = i / 250.0 * 2 * (PAGE_WIDTH + PAGE_HEIGHT - 120);
          double w = PAGE_WIDTH - 60;
          double h = PAGE_HEIGHT - 60;
          double x = 30 + (t < w ? t : t < w + h ? w : t < 2 * w + h ? 2 * w + h - t : 0);
          double y = 30 + (t < w ? 0 : t < w + h ? t - w : t < 2 * w + h ? h : 2 * w + 2 * h - t);
          double r = 9.0 - 2.5 * ring;
          cairo_move_to (cr, x, y - r);
          for (int q = 0; q < 4; q++)
            {
              double a = (q - 1) * M_PI / 2;
              double b = q * M_PI / 2;
              cairo_curve_to (cr, x + r * cos (a + .3), y + r * sin (a + .3), x + r * cos (b - .3),
                              y + r * sin (b - .3), x + r * cos (b), y + r * sin (b));
            }
          cairo_close_path (cr);
        }
      cairo_set_source_rgb (cr, ring == 1 ? .8 : .75, ring == 1 ? .6 : .08, .1);
      cairo_fill (cr);
    }
}

static void
draw_qr (cairo_t *cr, const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  unsigned char *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  cairo_pattern_t *pattern = NULL;
  cairo_matrix_t matrix;
  double unit = QR_SIZE / code->width;
  cairo_surface_flush (image);
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        data[y * stride + x / 8] |= (unsigned char) (1 << (x & 7));
  cairo_surface_mark_dirty (image);
  pattern = cairo_pattern_create_for_surface (image);
  cairo_matrix_init_scale (&matrix, 1 / unit, 1 / unit);
  cairo_matrix_translate (&matrix, -QR_X, -QR_Y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (image);
  QRcode_free (code);
}

static char *
slurp (const char *name, size_t *n)
{
  FILE *f = fopen (name, "rb");
  char *data = NULL;
  if (!f)
    exit (2);
  fseek (f, 0, SEEK_END);
  *n = (size_t) ftell (f);
  rewind (f);
  data = malloc (*n + 1);
  if (!data || fread (data, 1, *n, f) != *n)
    exit (3);
  data[*n] = 0;
  fclose (f);
  return data;
}

static cairo_pattern_t *
record (int with_border, int with_text)
{
  cairo_rectangle_t extents = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);
  if (with_border)
    draw_border (cr);
  else if (!with_text)
    {
      cairo_rectangle (cr, 0, 0, PAGE_WIDTH, PAGE_HEIGHT);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill (cr);
    }
  for (int i = 0; with_text && i < N_ITEMS; i++)
    if (items[i].fixed)
      show_text (cr, i, items[i].fixed);
  cairo_destroy (cr);
  return cairo_pattern_create_for_surface (surface);
}

/* An incremental update that puts the border's stream in place of the stand-in's. */
static void
splice_border (const char *out)
{
  char scratch[4096];
  char key[32];
  size_t n = 0;
  size_t m = 0;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  char *b, *form, *stream, *p, *object, *xref, *trailer, *dictionary, *end;
  long length, previous, start;
  FILE *f = NULL;

  snprintf (scratch, sizeof scratch, "%s.border", out);
  surface = cairo_pdf_surface_create (scratch, PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  cairo_set_source (cr, record (1, 0));
  cairo_paint (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);

  b = slurp (scratch, &n);
  form = memmem (b, n, "/Subtype /Form", 14);
  stream = (char *) memmem (form, n - (size_t) (form - b), "stream\n", 7) + 7;
  snprintf (key, sizeof key, "\n%d 0 obj\n",
            atoi ((char *) memmem (form - 200, 400, "/Length ", 8) + 8));
  length = atol ((char *) memmem (b, n, key, strlen (key)) + strlen (key));

  p = slurp (out, &m);
  object = memmem (p, m, "/Subtype /Form", 14);
  while (memcmp (object, " 0 obj", 6))
    object--;
  while (object[-1] != '\n')
    object--;
  xref = p + m - 9;
  while (memcmp (xref, "startxref", 9))
    xref--;
  previous = atol (xref + 10);
  trailer = memmem (p + previous, m - (size_t) previous, "trailer", 7);
  if (!trailer)
    exit (2);
  dictionary = memmem (trailer, 64, "<<", 2);
  end = memmem (trailer, 400, ">>", 2);

  f = fopen (out, "ab");
  if (!f)
    exit (2);
  start = (long) m;
  start += fprintf (f,
                    "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 842 596] /Resources "
                    "<</ExtGState <</a0 <</CA 1 /ca 1>>>>>> /Filter /FlateDecode /Length %ld >>\n"
                    "stream\n",
                    atoi (object), length);
  start += (long) fwrite (stream, 1, (size_t) length, f);
  start += fprintf (f, "\nendstream\nendobj\n");
  fprintf (f, "xref\n%d 1\n%010ld 00000 n \ntrailer\n%.*s /Prev %ld >>\nstartxref\n%ld\n%%%%EOF\n",
           atoi (object), (long) m, (int) (end - dictionary), dictionary, previous, start);
  fclose (f);
  remove (scratch);
}

int
main (int argc, char **argv)
{
  size_t n = 0;
  char *recipients = NULL;
  char *at = NULL;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  cairo_pattern_t *stand_in = NULL;
  cairo_pattern_t *fixed = NULL;
  int pages = 0;
  if (argc < 4)
    return 2;
  recipients = at = slurp (argv[1], &n);
  load_fonts (argv[3]);
  surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  stand_in = record (0, 0);
  fixed = record (0, 1);
  while (*at)
    {
      char *fields[N_FIELDS] = { NULL };
      int field = 0;
      char *end = strchr (at, '\n');
      *end = 0;
      for (char *f = at; f && field < N_FIELDS; field++)
        {
          fields[field] = f;
          f = strchr (f, '\t');
          if (f)
            *f++ = 0;
        }
      at = end + 1;
      cairo_set_source (cr, stand_in);
      cairo_paint (cr);
      cairo_set_source (cr, fixed);
      cairo_paint (cr);
      show_text (cr, 5, fields[1]);
      show_text (cr, 6, fields[2]);
      show_text (cr, 7, fields[3]);
      show_text (cr, 8, fields[0]);
      show_text (cr, 9, fields[4]);
      if (argc > 4)
        draw_qr (cr, fields[5]);
      cairo_show_page (cr);
      pages++;
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  splice_border (argv[2]);
  free (recipients);
  return pages > 0 ? 0 : 1;
}
