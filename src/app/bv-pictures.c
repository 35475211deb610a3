// SPDX-License-Identifier: GPL-3.0-or-later
/* Pictures of every page. A timer looks whether the page has settled; nothing sleeps. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-pictures.h"

#include "bv-page-registry.h"
#include "bv-page.h"
#include "bv-window.h"

#include <glib/gi18n.h>

#define LOOK_MS 60
#define SETTLED_LOOKS 6    /* in a row, so that a chain of reads is through */
#define PATIENCE_LOOKS 500 /* half a minute */

typedef struct
{
  BvWindow *window; /* borrowed: outlives the walk */
  char *folder;
  BvPicturesDone done;
  gpointer user_data;

  guint index; /* of the picture being taken */
  guint n_settled;
  guint n_looks;
  gboolean is_shown;
} Walk;

/* Pages in the dark come after all pages in the light. */
static gboolean
is_dark (const Walk *walk, guint n_pages)
{
  return walk->index >= n_pages;
}

static void
walk_end (Walk *walk, const GError *error)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  walk->done (walk->user_data, error);
  g_free (walk->folder);
  g_free (walk);
}

static gboolean
save_picture (GtkWidget *widget, const char *path, GError **error)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The window could not be drawn."));
      return FALSE;
    }
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &bounds);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  return g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png),
                              error);
}

static const BvPageInfo *
next_page (const Walk *walk, const BvPageInfo *pages, guint n_pages)
{
  if (walk->index < n_pages)
    return &pages[walk->index];
  return walk->index == n_pages ? &pages[0] : NULL; /* the first page once more, in the dark */
}

/* Whether anything on the page still turns: a page drawn, a file read. */
static gboolean
is_spinning (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_SPINNER (widget) && gtk_spinner_get_spinning (GTK_SPINNER (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_spinning (child))
      return TRUE;
  return FALSE;
}

static gboolean
look_cb (gpointer user_data)
{
  Walk *walk = user_data;
  guint n_pages;
  const BvPageInfo *pages = bv_page_registry_list (&n_pages);
  const BvPageInfo *info = next_page (walk, pages, n_pages);
  if (info == NULL)
    {
      walk_end (walk, NULL);
      return G_SOURCE_REMOVE;
    }
  if (++walk->n_looks > PATIENCE_LOOKS)
    {
      g_autoptr (GError) error = g_error_new (
        G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
        _ ("The page “%s” did not come to rest; no picture was taken."), info->id);
      walk_end (walk, error);
      return G_SOURCE_REMOVE;
    }
  if (bv_window_get_store (walk->window) == NULL)
    return G_SOURCE_CONTINUE;
  if (!walk->is_shown)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          is_dark (walk, n_pages) ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                  : ADW_COLOR_SCHEME_FORCE_LIGHT);
      bv_window_show_page (walk->window, info->id);
      walk->is_shown = TRUE;
      walk->n_settled = 0;
      return G_SOURCE_CONTINUE;
    }
  BvPage *page = bv_window_get_page (walk->window);
  gboolean is_settled = bv_page_is_settled (page) && !is_spinning (GTK_WIDGET (page));
  walk->n_settled = is_settled ? walk->n_settled + 1 : 0;
  if (walk->n_settled < SETTLED_LOOKS)
    return G_SOURCE_CONTINUE;

  g_autofree char *name = g_strdup_printf ("%02u-%s%s.png", walk->index + 1, info->id,
                                           is_dark (walk, n_pages) ? "-dark" : "");
  g_autofree char *path = g_build_filename (walk->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  if (!save_picture (GTK_WIDGET (walk->window), path, &error))
    {
      walk_end (walk, error);
      return G_SOURCE_REMOVE;
    }
  walk->index++;
  walk->n_looks = 0;
  walk->is_shown = FALSE;
  return G_SOURCE_CONTINUE;
}

void
bv_pictures_run (BvWindow *window, const char *folder, BvPicturesDone done, gpointer user_data)
{
  g_return_if_fail (BV_IS_WINDOW (window));
  Walk *walk = g_new0 (Walk, 1);
  walk->window = window;
  walk->folder = g_strdup (folder);
  walk->done = done;
  walk->user_data = user_data;
  g_timeout_add (LOOK_MS, look_cb, walk);
}
