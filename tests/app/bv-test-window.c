// SPDX-License-Identifier: GPL-3.0-or-later
/* Helpers of the widget tests. */
#include "bv-test-window.h"

#include <locale.h>

void
bv_test_window_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  gtk_test_init (argc, argv);
  setlocale (LC_ALL, "");
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/vn/bangvang/BangVang/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/vn/bangvang/BangVang/icons");
}

GtkWindow *
bv_test_window_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
bv_test_wait_full (BvTestCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint source = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

typedef struct
{
  GtkWidget *widget;
  GskRenderNode *node;
} Picture;

/* A widget that waits for its place has no picture yet. */
static gboolean
is_pictured (Picture *picture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (picture->widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  picture->node = gtk_snapshot_free_to_node (snapshot);
  return picture->node != NULL;
}

GdkTexture *
bv_test_picture (GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  Picture picture = { widget, NULL };
  GdkTexture *texture;

  gtk_test_widget_wait_for_draw (widget);
  bv_test_wait (is_pictured, &picture);
  texture = gsk_renderer_render_texture (renderer, picture.node, NULL);
  gsk_render_node_unref (picture.node);
  return texture;
}

void
bv_test_save_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("BV_TEST_PICTURES");

  if (folder != NULL)
    {
      g_autofree char *file = g_strdup_printf ("%s.png", name);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autoptr (GdkTexture) texture = bv_test_picture (widget);

      g_assert_true (gdk_texture_save_to_png (texture, path));
    }
}

double
bv_test_ink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  gsize n = (gsize) width * (gsize) height, differing = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 1; i < n; i++)
    differing += pixels[i] != pixels[0];
  return (double) differing / (double) n;
}

gboolean
bv_test_key (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_taken);
    }
  return is_taken;
}
