// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvPreviewPictures: pictures of pages, the least recently seen dropped first when they take more
 * than 96 MB. Zeroed memory is an empty one. */
typedef struct
{
  GQueue entries; /* the last seen first */
} BvPreviewPictures;

/**
 * bv_preview_pictures_find: the picture of @page whose scale is nearest to @scale, or exactly that one.
 *
 * Returns: (transfer none) (nullable)
 */
GdkTexture *
bv_preview_pictures_find (BvPreviewPictures *self, guint page, double scale, gboolean is_exact);
void
bv_preview_pictures_keep (BvPreviewPictures *self, guint page, double scale, GdkTexture *texture);
/** They are of another document now: stand-ins that no scale asks for. */
void bv_preview_pictures_set_stale (BvPreviewPictures *self);
void bv_preview_pictures_clear (BvPreviewPictures *self);

G_END_DECLS
