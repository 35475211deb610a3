// SPDX-License-Identifier: GPL-3.0-or-later
/* The fonts of documents: files of our own in a private fontconfig configuration, one set for each
 * thread, because cairo and Pango are not safe on one object from two threads. The machine's fonts
 * are never looked at. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-fonts.h"

#include "base/bv-error.h"
#include "base/bv-file.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>

typedef struct
{
  const char *family;
  gboolean bold;
  gboolean italic;
  const char *file;
} FontFile;

static const FontFile font_files[] = {
  { BV_FONT_SERIF, FALSE, FALSE, "fonts/LiberationSerif-Regular.ttf" },
  { BV_FONT_SERIF, TRUE, FALSE, "fonts/LiberationSerif-Bold.ttf" },
  { BV_FONT_SERIF, FALSE, TRUE, "fonts/LiberationSerif-Italic.ttf" },
  { BV_FONT_SERIF, TRUE, TRUE, "fonts/LiberationSerif-BoldItalic.ttf" },
  { BV_FONT_SANS, FALSE, FALSE, "fonts/LiberationSans-Regular.ttf" },
  { BV_FONT_SANS, TRUE, FALSE, "fonts/LiberationSans-Bold.ttf" },
  { BV_FONT_SANS, FALSE, TRUE, "fonts/LiberationSans-Italic.ttf" },
  { BV_FONT_SANS, TRUE, TRUE, "fonts/LiberationSans-BoldItalic.ttf" },
  { BV_FONT_DISPLAY, TRUE, FALSE, "fonts/texgyretermes-bold.otf" },
};

/* Everything one thread needs; made at the first request, freed when the thread ends. */
typedef struct
{
  FcConfig *config;
  PangoFontMap *map;
  BvFace faces[G_N_ELEMENTS (font_files)];
} FontSet;

static void
font_set_free (gpointer data)
{
  FontSet *set = data;
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      g_clear_pointer (&set->faces[i].cairo, cairo_font_face_destroy);
      g_clear_pointer (&set->faces[i].hb, hb_font_destroy);
    }
  g_clear_object (&set->map);
  g_clear_pointer (&set->config, FcConfigDestroy);
  g_free (set);
}

static GPrivate thread_set = G_PRIVATE_INIT (font_set_free);

static gboolean
set_font_error (GError **error, const char *relative)
{
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FONT,
               /* Translators: %s is a file name such as fonts/LiberationSerif-Bold.ttf */
               _ ("The font file “%s” of the program is missing or damaged: install the program "
                  "again."),
               relative);
  return FALSE;
}

static FontSet *
get_font_set (void)
{
  FontSet *set = g_private_get (&thread_set);
  if (!set)
    {
      set = g_new0 (FontSet, 1);
      g_private_set (&thread_set, set);
    }
  return set;
}

/* The Pango side is made when it is asked for: fontconfig reads every file for it, which a page
 * drawn by faces alone need not wait for. */
static gboolean
make_font_map (FontSet *set, GError **error)
{
  FcConfig *config = FcConfigCreate ();
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      g_autofree char *path = bv_data_path (font_files[i].file);
      if (!path || !FcConfigAppFontAddFile (config, (const FcChar8 *) path))
        {
          FcConfigDestroy (config);
          return set_font_error (error, font_files[i].file);
        }
    }
  set->config = config;
  set->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (set->map), set->config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (set->map), 72.0);
  return TRUE;
}

static gboolean
load_face (BvFace *face, const char *relative, GError **error)
{
  g_autofree char *path = bv_data_path (relative);
  hb_blob_t *blob = NULL;
  hb_face_t *hb_face = NULL;
  FcPattern *pattern = NULL;
  hb_font_extents_t extents = { 0 };
  hb_position_t cap = 0;
  gboolean usable = FALSE;

  if (!path)
    return set_font_error (error, relative);

  blob = hb_blob_create_from_file (path);
  hb_face = hb_face_create (blob, 0);
  usable = hb_blob_get_length (blob) > 0 && hb_face_get_glyph_count (hb_face) > 0;
  hb_blob_destroy (blob);
  if (!usable)
    {
      hb_face_destroy (hb_face);
      return set_font_error (error, relative);
    }

  face->hb = hb_font_create (hb_face);
  hb_ot_font_set_funcs (face->hb);
  face->units_per_em = hb_face_get_upem (hb_face);
  hb_face_destroy (hb_face);
  hb_font_get_h_extents (face->hb, &extents);
  face->ascent = (double) extents.ascender / face->units_per_em;
  face->descent = -(double) extents.descender / face->units_per_em;
  if (!hb_ot_metrics_get_position (face->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap) || cap <= 0)
    cap = (hb_position_t) (face->units_per_em * 0.66);
  face->cap_height = (double) cap / face->units_per_em;

  pattern = FcPatternBuild (NULL, FC_FILE, FcTypeString, path, FC_INDEX, FcTypeInteger, 0,
                            (char *) NULL);
  face->cairo = cairo_ft_font_face_create_for_pattern (pattern);
  FcPatternDestroy (pattern);
  if (cairo_font_face_status (face->cairo) != CAIRO_STATUS_SUCCESS)
    return set_font_error (error, relative);
  return TRUE;
}

static cairo_font_options_t *
make_options (void)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  return options;
}

const cairo_font_options_t *
bv_fonts_get_options (void)
{
  static gsize made = 0;
  static cairo_font_options_t *options = NULL;
  if (g_once_init_enter (&made))
    {
      options = make_options ();
      g_once_init_leave (&made, 1);
    }
  return options;
}

PangoContext *
bv_fonts_create_context (GError **error)
{
  FontSet *set = get_font_set ();
  PangoContext *context = NULL;
  if (!set->map && !make_font_map (set, error))
    return NULL;

  context = pango_font_map_create_context (set->map);
  pango_cairo_context_set_font_options (context, bv_fonts_get_options ());
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  return context;
}

PangoLayout *
bv_fonts_create_layout (cairo_t *cr,
                        const char *family,
                        double size,
                        PangoWeight weight,
                        PangoStyle style,
                        GError **error)
{
  PangoContext *context = bv_fonts_create_context (error);
  PangoFontDescription *description = NULL;
  PangoLayout *layout = NULL;
  if (!context)
    return NULL;

  pango_cairo_update_context (cr, context);
  layout = pango_layout_new (context);
  g_object_unref (context);
  description = pango_font_description_new ();
  pango_font_description_set_family (description, family);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, weight);
  pango_font_description_set_style (description, style);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  return layout;
}

gboolean
bv_fonts_is_family (const char *family)
{
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    if (g_strcmp0 (font_files[i].family, family) == 0)
      return TRUE;
  return FALSE;
}

const BvFace *
bv_fonts_get_face (const char *family, gboolean bold, gboolean italic, GError **error)
{
  FontSet *set = get_font_set ();
  int best = -1;
  int best_score = -1;

  /* A family without the asked style gives the nearest one it has: the display face is bold only. */
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      int score = 0;
      if (g_strcmp0 (font_files[i].family, family) != 0)
        continue;
      score = (font_files[i].bold == !!bold) * 2 + (font_files[i].italic == !!italic);
      if (score > best_score)
        {
          best = (int) i;
          best_score = score;
        }
    }
  if (best < 0)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FONT,
                   _ ("There is no font family “%s” among those of the program."),
                   family ? family : "");
      return NULL;
    }
  if (!set->faces[best].cairo && !load_face (&set->faces[best], font_files[best].file, error))
    return NULL;
  return &set->faces[best];
}
