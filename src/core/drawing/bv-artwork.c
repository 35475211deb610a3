// SPDX-License-Identifier: GPL-3.0-or-later
/* Drawings that come from files: SVG through librsvg, PNG and JPEG as pictures. What an office hands
 * over is checked when it is read, so that a damaged file is told before the first page is drawn. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-artwork.h"

#include "base/bv-error.h"
#include "base/bv-file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <string.h>

#define MAX_FILE_SIZE (32 * 1024 * 1024)
#define MAX_PIXELS 12000

struct _BvArtwork
{
  /* Owned: one of the two */
  RsvgHandle *svg;
  cairo_surface_t *picture;
  char *name;

  /* State */
  double width; /* in its own units */
  double height;
};

void
bv_artwork_free (BvArtwork *self)
{
  if (!self)
    return;
  g_clear_object (&self->svg);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self->name);
  g_free (self);
}

static gboolean
fail (const char *name, const char *words, GError **error)
{
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
               /* Translators: file name, the words of the reading library */
               _ ("The picture “%s” is damaged: %s Choose another SVG, PNG or JPEG file."), name,
               words);
  return FALSE;
}

static gboolean
check_pixels (const char *name, int width, int height, GError **error)
{
  if (width > 0 && height > 0 && width <= MAX_PIXELS && height <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
               _ ("The picture “%s” has %d × %d pixels: at most %d × %d can be used."), name, width,
               height, MAX_PIXELS, MAX_PIXELS);
  return FALSE;
}

/* ── SVG ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_svg (BvArtwork *self, GBytes *content, gboolean trial, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (content, &length);
  g_autoptr (GError) local = NULL;
  cairo_rectangle_t small = { 0, 0, 32, 32 };
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_view_box = FALSE;
  RsvgLength width = { 0 };
  RsvgLength height = { 0 };
  RsvgRectangle view_box = { 0 };
  gboolean drawn = FALSE;

  self->svg = rsvg_handle_new_from_data (data, length, &local);
  if (!self->svg)
    return fail (self->name, local->message, error);

  rsvg_handle_set_dpi (self->svg, 72.0);
  rsvg_handle_get_intrinsic_dimensions (self->svg, &has_width, &width, &has_height, &height,
                                        &has_view_box, &view_box);
  if (has_view_box)
    {
      self->width = view_box.width;
      self->height = view_box.height;
    }
  else if (!rsvg_handle_get_intrinsic_size_in_pixels (self->svg, &self->width, &self->height))
    self->width = 0.0;
  if (!(self->width > 0.0 && self->height > 0.0))
    return fail (self->name, _ ("it has no size (viewBox)."), error);

  if (!trial)
    return TRUE;
  /* A trial in a small picture finds what only shows when drawing. */
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 32, 32);
  cr = cairo_create (surface);
  drawn = bv_artwork_draw (self, cr, &small, FALSE, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return drawn;
}

/* ── PNG ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned length)
{
  Source *source = closure;
  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
read_png (BvArtwork *self, GBytes *content, GError **error)
{
  Source source = { 0 };
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  source.data = g_bytes_get_data (content, &source.left);
  /* Width and height stand in the first chunk: looked at before anything is unpacked. */
  if (source.left < 24)
    return fail (self->name, _ ("it ends too early."), error);
  if (!check_pixels (self->name, (int) GUINT32_FROM_BE (*(const guint32 *) (source.data + 16)),
                     (int) GUINT32_FROM_BE (*(const guint32 *) (source.data + 20)), error))
    return FALSE;
  self->picture = cairo_image_surface_create_from_png_stream (read_cb, &source);
  status = cairo_surface_status (self->picture);
  if (status != CAIRO_STATUS_SUCCESS)
    return fail (self->name, _ ("it ends too early or is no PNG."), error);
  self->width = cairo_image_surface_get_width (self->picture);
  self->height = cairo_image_surface_get_height (self->picture);
  return TRUE;
}

/* ── JPEG ────────────────────────────────────────────────────────────────────────────────── */

static void
unref_bytes_cb (void *data)
{
  g_bytes_unref (data);
}

static gboolean
read_jpeg (BvArtwork *self, GBytes *content, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type ("image/jpeg", error);
  g_autoptr (GError) local = NULL;
  GdkPixbuf *pixbuf = NULL;
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (content, &length);
  int width = 0;
  int height = 0;

  if (!loader)
    return FALSE;
  if (!gdk_pixbuf_loader_write (loader, data, length, &local))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return fail (self->name, local->message, error);
    }
  if (!gdk_pixbuf_loader_close (loader, &local))
    return fail (self->name, local->message, error);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!pixbuf || gdk_pixbuf_get_n_channels (pixbuf) != 3)
    return fail (self->name, _ ("it holds no colour picture."), error);

  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  if (!check_pixels (self->name, width, height, error))
    return FALSE;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf)
                           + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (cairo_image_surface_get_data (self->picture)
                                 + y * cairo_image_surface_get_stride (self->picture));
      for (int x = 0; x < width; x++, from += 3)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (self->picture);
  /* The PDF takes the file's own bytes: smaller, and without a second loss. */
  cairo_surface_set_mime_data (self->picture, CAIRO_MIME_TYPE_JPEG, data, length, unref_bytes_cb,
                               g_bytes_ref (content));
  self->width = width;
  self->height = height;
  return cairo_surface_status (self->picture) == CAIRO_STATUS_SUCCESS
         || fail (self->name, cairo_status_to_string (cairo_surface_status (self->picture)), error);
}

/* ── Any of them ─────────────────────────────────────────────────────────────────────────── */

static BvArtwork *
new_artwork (const char *name, GBytes *content, gboolean trial, GError **error)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff };
  g_autoptr (BvArtwork) self = g_new0 (BvArtwork, 1);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (content, &length);
  gboolean ok = FALSE;

  self->name = g_strdup (name);
  if (length == 0 || length > MAX_FILE_SIZE)
    {
      fail (name, length == 0 ? _ ("it is empty.") : _ ("it is larger than 32 MB."), error);
      return NULL;
    }
  if (length > sizeof png && memcmp (data, png, sizeof png) == 0)
    ok = read_png (self, content, error);
  else if (length > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0)
    ok = read_jpeg (self, content, error);
  else
    ok = read_svg (self, content, trial, error);
  return ok ? g_steal_pointer (&self) : NULL;
}

static BvArtwork *
load_artwork (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) content = NULL;
  char *data = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &data, &length, &local))
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The picture “%s” cannot be read: %s"), path, local->message);
      return NULL;
    }
  content = g_bytes_new_take (data, length);
  /* Our own drawings are sound; a trial would only cost time. */
  return new_artwork (name, content, FALSE, error);
}

BvArtwork *
bv_artwork_new (const char *name, GBytes *content, GError **error)
{
  return new_artwork (name, content, TRUE, error);
}

BvArtwork *
bv_artwork_built_in (const char *file, GError **error)
{
  g_autofree char *relative = g_strdup_printf ("certificates/%s", file);
  /* A template names a file beside it, never a path. */
  g_autofree char *path = strchr (file, '/') ? NULL : bv_data_path (relative);
  if (!path)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The file “%s” of the program is missing: install the program again."),
                   relative);
      return NULL;
    }
  return load_artwork (path, error);
}

gboolean
bv_artwork_draw (BvArtwork *self,
                 cairo_t *cr,
                 const cairo_rectangle_t *box,
                 gboolean fill,
                 GError **error)
{
  double sx = box->width / self->width;
  double sy = box->height / self->height;
  gboolean ok = TRUE;
  if (!fill)
    sx = sy = MIN (sx, sy);

  cairo_save (cr);
  cairo_translate (cr, box->x + (box->width - self->width * sx) / 2.0,
                   box->y + (box->height - self->height * sy) / 2.0);
  cairo_scale (cr, sx, sy);
  if (self->svg)
    {
      RsvgRectangle viewport = { 0.0, 0.0, self->width, self->height };
      g_autoptr (GError) local = NULL;
      if (!rsvg_handle_render_document (self->svg, cr, &viewport, &local))
        ok = fail (self->name, local->message, error);
    }
  else
    {
      cairo_set_source_surface (cr, self->picture, 0.0, 0.0);
      cairo_paint (cr);
    }
  cairo_restore (cr);
  return ok;
}
