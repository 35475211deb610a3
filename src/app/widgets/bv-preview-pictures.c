// SPDX-License-Identifier: GPL-3.0-or-later
/* What was drawn of a PDF and may be shown again. */
#define G_LOG_DOMAIN "bv-preview"

#include "bv-preview-pictures.h"

#include <math.h>

#define MAX_BYTES (96 * 1024 * 1024)

typedef struct
{
  guint page;
  double scale;
  GdkTexture *texture;
} Picture;

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

GdkTexture *
bv_preview_pictures_find (BvPreviewPictures *self, guint page, double scale, gboolean is_exact)
{
  GList *best = NULL;

  for (GList *l = self->entries.head; l != NULL; l = l->next)
    {
      Picture *picture = l->data;

      if (picture->page != page || (is_exact && fabs (picture->scale - scale) > 0.001))
        continue;
      if (best == NULL
          || fabs (picture->scale - scale) < fabs (((Picture *) best->data)->scale - scale))
        best = l;
    }
  if (best == NULL)
    return NULL;
  g_queue_unlink (&self->entries, best);
  g_queue_push_head_link (&self->entries, best);
  return ((Picture *) best->data)->texture;
}

void
bv_preview_pictures_keep (BvPreviewPictures *self, guint page, double scale, GdkTexture *texture)
{
  Picture *picture = g_new0 (Picture, 1);
  gsize total = 0;
  guint kept = 0;

  picture->page = page;
  picture->scale = scale;
  picture->texture = g_object_ref (texture);
  g_queue_push_head (&self->entries, picture);

  for (GList *l = self->entries.head; l != NULL;)
    {
      GList *next = l->next;
      Picture *old = l->data;

      total += (gsize) gdk_texture_get_width (old->texture)
               * (gsize) gdk_texture_get_height (old->texture) * 4;
      if (kept++ > 2 && total > MAX_BYTES)
        {
          g_queue_delete_link (&self->entries, l);
          picture_free (old);
        }
      l = next;
    }
}

void
bv_preview_pictures_set_stale (BvPreviewPictures *self)
{
  for (GList *l = self->entries.head; l != NULL; l = l->next)
    ((Picture *) l->data)->scale = 0;
}

void
bv_preview_pictures_clear (BvPreviewPictures *self)
{
  g_queue_clear_full (&self->entries, (GDestroyNotify) picture_free);
}
