// SPDX-License-Identifier: GPL-3.0-or-later
/* Shared by the tests of the program. */

#include "bv-app-test.h"

#include "bv-paths.h"
#include "bv-test-pending.h"
#include "office/bv-office.h"
#include "office/bv-register.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

void
bv_app_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  /* gtk_test_init () asks for en_US, which a small machine does not have. */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BV_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  /* A text that is hidden while it has the focus blinks on and warns of it: GTK issue of 4.8. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations",
                FALSE, NULL);
  GdkDisplay *display = gdk_display_get_default ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/vn/bangvang/BangVang/icons");
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/vn/bangvang/BangVang/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

BvStore *
bv_app_test_new_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-app-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "office.bangvang", NULL);
  BvStore *store = bv_store_open (path, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
  return store;
}

static gint64
add_unit (BvStore *store, const char *name, gint64 parent_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) unit = bv_unit_new ();
  g_free (unit->name);
  unit->name = g_strdup (name);
  g_free (unit->kind);
  unit->kind = g_strdup ("administration");
  unit->parent_id = parent_id;
  bv_register_save_unit (store, unit, NULL, &error);
  g_assert_no_error (error);
  return unit->id;
}

static void
add_person (BvStore *store, const char *name, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPerson) person = bv_person_new ();
  g_free (person->name);
  person->name = g_strdup (name);
  g_autoptr (BvMembership) post = bv_membership_new ();
  post->unit_id = unit_id;
  g_free (post->post);
  post->post = g_strdup ("Chuyên viên");
  bv_register_save_person_in (store, person, post, NULL, &error);
  g_assert_no_error (error);
}

/* Names are invented. */
BvStore *
bv_app_test_new_office (void)
{
  g_autoptr (GError) error = NULL;
  BvStore *store = bv_app_test_new_store ();
  g_autoptr (BvOfficeSetup) setup = bv_office_setup_new ();
  g_ptr_array_add (setup->periods, bv_office_period_suggest ("district", "huyện Mường La",
                                                             "tỉnh Sơn La", "2000-01-01"));
  bv_office_set_up (store, setup, NULL, &error);
  g_assert_no_error (error);
  gint64 office = 1; /* the root that setting up makes */
  gint64 department = add_unit (store, "Phòng Nội vụ", office);
  gint64 school = add_unit (store, "Trường THCS Mường Bú", office);
  add_person (store, "Lò Thị Uyên", department);
  add_person (store, "Nguyễn Văn An", department);
  add_person (store, "Đèo Thị Quý", school);
  g_autoptr (BvHousehold) household = bv_household_new ();
  g_free (household->name);
  household->name = g_strdup ("Hộ ông Lò Văn Ân");
  bv_register_save_household (store, household, NULL, &error);
  g_assert_no_error (error);
  return store;
}

void
bv_app_test_drop_store (BvStore *store)
{
  g_autofree char *path = g_strdup (bv_store_get_path (store));
  g_autofree char *folder = g_path_get_dirname (path);
  bv_store_close (store);
  g_object_unref (store);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_remove (file);
    }
  g_rmdir (folder);
}

BvWindow *
bv_app_test_new_window (BvStore *store)
{
  BvWindow *window = bv_window_new (NULL);
  bv_window_set_store (window, store);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static gboolean
wake_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
bv_app_test_turn (void)
{
  gboolean woken = FALSE;
  /* _full: not one of the delays of the program that bv_test_pending_count () counts. */
  guint source = g_timeout_add_full (G_PRIORITY_DEFAULT, 20, wake_cb, &woken, NULL);
  g_main_context_iteration (NULL, TRUE);
  if (!woken)
    g_source_remove (source);
}

static gboolean
is_busy (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);
      BvPage *page = BV_IS_WINDOW (window) ? bv_window_get_page (BV_WINDOW (window)) : NULL;
      if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)) && !bv_page_is_settled (page))
        return TRUE;
    }
  return bv_test_pending_count () > 0;
}

/* The quiet has to last: what a report sets off (a layout, a list that reads its rows) comes a few turns later. On a
 * machine that lets us wait, time alone would pass without a turn. */
void
bv_app_test_settle (void)
{
  const gint64 limit = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  gint64 quiet_since = g_get_monotonic_time ();
  guint n_quiet = 0;
  while (n_quiet < 6 || g_get_monotonic_time () - quiet_since < 120 * G_TIME_SPAN_MILLISECOND)
    {
      bv_app_test_turn ();
      n_quiet++;
      if (is_busy ())
        {
          n_quiet = 0;
          quiet_since = g_get_monotonic_time ();
        }
      if (g_get_monotonic_time () > limit)
        g_error ("%u workers never reported, or the page never settled", bv_test_pending_count ());
    }
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer wanted);

static GtkWidget *
search (GtkWidget *root, Matches matches, gconstpointer wanted, guint *nth)
{
  if (matches (root, wanted) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, matches, wanted, nth);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer wanted)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) wanted);
}

GtkWidget *
bv_app_test_find (GtkWidget *root, GType type, guint nth)
{
  return search (root, is_of_type, &type, &nth);
}

static gboolean
is_same_title (const char *title, const char *wanted)
{
  if (title == NULL)
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (title, "_", 2);
  g_auto (GStrv) wanted_parts = g_strsplit (wanted, "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *wanted_plain = g_strjoinv ("", wanted_parts);
  return g_str_equal (plain, wanted_plain);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer wanted)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && is_same_title (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), wanted);
}

GtkWidget *
bv_app_test_find_row (GtkWidget *root, const char *title)
{
  guint nth = 0;
  return search (root, is_row, title, &nth);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer wanted)
{
  if (!GTK_IS_BUTTON (widget))
    return FALSE;
  return is_same_title (gtk_button_get_label (GTK_BUTTON (widget)), wanted)
         || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), wanted) == 0;
}

GtkWidget *
bv_app_test_find_button (GtkWidget *root, const char *label_or_action)
{
  guint nth = 0;
  return search (root, is_button, label_or_action, &nth);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer wanted)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), wanted) != NULL;
}

GtkWidget *
bv_app_test_find_label (GtkWidget *root, const char *part)
{
  guint nth = 0;
  return search (root, is_label, part, &nth);
}

static GtkWidget *
find_toplevel (GType type, guint *count)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *newest = NULL;
  *count = 0;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);
      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        {
          newest = window;
          (*count)++;
        }
    }
  return newest;
}

GtkWidget *
bv_app_test_wait_toplevel (GType type)
{
  guint count;
  bv_app_test_wait (find_toplevel (type, &count) != NULL);
  GtkWidget *window = find_toplevel (type, &count);
  gtk_test_widget_wait_for_draw (window);
  return window;
}

guint
bv_app_test_count_toplevels (GType type)
{
  guint count;
  find_toplevel (type, &count);
  return count;
}

static GskRenderNode *
draw (GtkWidget *root, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  return gtk_snapshot_to_node (snapshot);
}

void
bv_app_test_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("BV_TEST_PICTURES");
  if (folder == NULL)
    return;
  bv_app_test_settle ();
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GskRenderNode) node = NULL;
  int width;
  int height;
  /* A window that waits for its place has no picture yet. */
  bv_app_test_wait ((node = draw (root, &width, &height)) != NULL);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (GTK_NATIVE (root)), node, &bounds);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
