// SPDX-License-Identifier: GPL-3.0-or-later
/* The application: language, command line, accelerators, About, theme. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-application.h"

#include "bv-paths.h"
#include "bv-pictures.h"
#include "bv-settings.h"
#include "bv-window.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

struct _BvApplication
{
  AdwApplication parent_instance;

  /* Owned */
  char *file;     /* --file */
  char *pictures; /* --pictures */

  /* State */
  gint64 started;
  gboolean exit_after_first_frame;
  int width; /* --size; 0: as remembered */
  int height;
  int status; /* exit status */
};

G_DEFINE_FINAL_TYPE (BvApplication, bv_application, ADW_TYPE_APPLICATION)

static void
theme_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_autofree char *theme = g_settings_get_string (settings, "theme");
  AdwColorScheme scheme = g_str_equal (theme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (theme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                         : ADW_COLOR_SCHEME_DEFAULT;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  adw_show_about_window (
    gtk_application_get_active_window (application), "application-name", "Bảng Vàng",
    "application-icon", BV_APP_ID, "version", BV_VERSION, "developer-name",
    _ ("The Bảng Vàng contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _ ("The year of emulation and commendation of a local office: indicators, decisions, "
       "certificates and the annual report."),
    /* TRANSLATORS: put your names here, one a line. */
    "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Closing asks the page first; the last window ends the program. */
  GtkWindow *window = gtk_application_get_active_window (user_data);
  if (window != NULL)
    gtk_window_close (window);
}

static BvWindow *
ensure_window (BvApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  while (window != NULL && !BV_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? BV_WINDOW (window) : bv_window_new (GTK_APPLICATION (self));
}

static void
first_frame_cb (GdkFrameClock *clock, BvApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - self->started) / 1000.0);
  g_application_quit (G_APPLICATION (self));
}

static void
watch_first_frame (BvApplication *self, BvWindow *window)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (first_frame_cb), self);
}

static void
pictures_done_cb (gpointer user_data, const GError *error)
{
  BvApplication *self = user_data;
  if (error != NULL)
    {
      g_printerr ("bangvang: %s\n", error->message);
      self->status = 1;
    }
  g_application_quit (G_APPLICATION (self));
}

static void
open_window (BvApplication *self, const char *path)
{
  BvWindow *window = ensure_window (self);
  if (path != NULL)
    bv_window_open_path (window, path);
  else if (bv_window_get_store (window) == NULL)
    bv_window_show_start (window);
  if (self->width > 0)
    {
      gtk_window_unmaximize (GTK_WINDOW (window));
      gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
    }
  if (self->exit_after_first_frame)
    watch_first_frame (self, window);
  if (self->pictures != NULL)
    bv_pictures_run (window, self->pictures, pictures_done_cb, self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
bv_application_activate (GApplication *application)
{
  BvApplication *self = BV_APPLICATION (application);
  g_autofree char *last = g_settings_get_string (bv_settings_get (), "last-file");
  open_window (self, self->file != NULL ? self->file : *last != '\0' ? last : NULL);
}

static void
bv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autofree char *path = g_file_get_path (files[0]);
  open_window (BV_APPLICATION (application), path);
}

static int
bv_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  BvApplication *self = BV_APPLICATION (application);
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("bangvang %s\n", BV_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "file", "^ay", &self->file);
  g_variant_dict_lookup (options, "pictures", "^ay", &self->pictures);
  g_autofree char *size = NULL;
  if (g_variant_dict_lookup (options, "size", "s", &size)
      && sscanf (size, "%dx%d", &self->width, &self->height) != 2)
    {
      /* Translators: of a command line's option; “x” stands between two numbers of pixels. */
      g_printerr (_ ("bangvang: “--size=%s” is no size; write it as 1280x900.\n"), size);
      return 2;
    }
  if (self->pictures != NULL && g_mkdir_with_parents (self->pictures, 0755) != 0)
    {
      g_printerr (_ ("bangvang: the folder “%s” cannot be made.\n"), self->pictures);
      return 1;
    }
  g_variant_dict_lookup (options, "exit-after-first-frame", "b", &self->exit_after_first_frame);
  if (self->file != NULL || self->pictures != NULL || self->exit_after_first_frame)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
bv_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (bv_application_parent_class)->startup (application);

  static const GActionEntry actions[] = {
    { "about", about_cb },
    { "quit", quit_cb },
  };
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.open", { "<Control>o" } },
    { "win.search", { "<Control>k", "F3" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.may-get(int64 0)", { "<Control><Shift>e" } },
    { "win.law", { "<Control>l" } },
    { "win.preferences", { "<Control>comma" } },
    { "window.close", { "<Control>w" } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);

  gtk_window_set_default_icon_name (BV_APP_ID);
  /* A title that can be copied is not marked as a whole each time the focus passes it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_signal_connect (bv_settings_get (), "changed::theme", G_CALLBACK (theme_changed_cb), NULL);
  theme_changed_cb (bv_settings_get (), "theme", NULL);
}

static void
bv_application_finalize (GObject *object)
{
  BvApplication *self = BV_APPLICATION (object);
  g_free (self->file);
  g_free (self->pictures);
  G_OBJECT_CLASS (bv_application_parent_class)->finalize (object);
}

static void
bv_application_class_init (BvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = bv_application_finalize;
  application_class->activate = bv_application_activate;
  application_class->open = bv_application_open;
  application_class->handle_local_options = bv_application_handle_local_options;
  application_class->startup = bv_application_startup;
}

static void
bv_application_init (BvApplication *self)
{
  const GOptionEntry options[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this office file"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { "pictures", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "exit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BvApplication *
bv_application_new (gint64 started)
{
  BvApplication *self = g_object_new (BV_TYPE_APPLICATION, "application-id", BV_APP_ID, "flags",
                                      G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                                      "/vn/bangvang/BangVang", NULL);
  self->started = started;
  return self;
}

int
bv_application_get_status (BvApplication *self)
{
  g_return_val_if_fail (BV_IS_APPLICATION (self), 1);
  return self->status;
}

void
bv_application_use_language (void)
{
  g_autofree char *language = g_settings_get_string (bv_settings_get (), "language");
  if (!g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  /* gettext heeds LANGUAGE in every locale but "C". */
  const char *messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || g_str_equal (messages, "C") || g_str_equal (messages, "POSIX"))
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_autofree char *installed = g_build_filename (BV_LOCALE_DIR, "vi", "LC_MESSAGES", NULL);
  g_autofree char *mo = g_build_filename (installed, GETTEXT_PACKAGE ".mo", NULL);
  bindtextdomain (GETTEXT_PACKAGE,
                  g_file_test (mo, G_FILE_TEST_EXISTS) ? BV_LOCALE_DIR : BV_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
