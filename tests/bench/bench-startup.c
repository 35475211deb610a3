// SPDX-License-Identifier: GPL-3.0-or-later
/* The first frame of the window, on a file with the demo district, against that of an empty libadwaita window:
 * bench-startup RIVAL. Runs both in turn under one Xvfb, and tells the medians and their ratio. */

#include "exchange/bv-demo.h"
#include "store/bv-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define ROUNDS 7

/* The milliseconds that a program prints. */
static double
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
    argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_autofree char *out = NULL;
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error)
      || !g_subprocess_get_successful (process))
    g_error ("%s: %s", argv[0], error != NULL ? error->message : "failed");
  return g_ascii_strtod (out, NULL);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static char *
make_demo (const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "demo.bangvang", NULL);
  g_autoptr (BvStore) store = bv_store_open (path, BV_STORE_CREATE, &error);
  if (store == NULL || !bv_demo_load (store, NULL, &error))
    g_error ("%s", error->message);
  bv_store_close (store);
  return path;
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    {
      g_printerr ("usage: bench-startup RIVAL\n");
      return 2;
    }
  if (g_getenv ("DISPLAY") == NULL)
    {
      const char *again[] = { "xvfb-run", "-a",    "-s", "-screen 0 1600x1200x24 -noreset",
                              argv[0],    argv[1], NULL };
      g_autoptr (GError) error = NULL;
      int status = 0;
      if (!g_spawn_sync (NULL, (char **) again, NULL,
                         G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL,
                         &status, &error))
        g_error ("%s", error->message);
      return g_spawn_check_wait_status (status, NULL) ? 0 : 1;
    }
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-bench-XXXXXX", &error);
  g_autofree char *bench = g_path_get_dirname (argv[0]);
  g_autofree char *program = g_build_filename (bench, "..", "..", "src", "app", "bangvang", NULL);
  g_autofree char *schemas = g_build_filename (bench, "..", "..", "data", NULL);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_autofree char *demo = make_demo (folder);

  const char *bare[] = { argv[1], NULL };
  const char *ours[] = { program, "--exit-after-first-frame", "--file", demo, NULL };
  double bare_ms[ROUNDS], our_ms[ROUNDS];
  run (bare); /* both once, for the disk's cache */
  run (ours);
  for (int i = 0; i < ROUNDS; i++)
    {
      bare_ms[i] = run (bare);
      our_ms[i] = run (ours);
    }
  qsort (bare_ms, ROUNDS, sizeof (double), compare);
  qsort (our_ms, ROUNDS, sizeof (double), compare);
  double bare_median = bare_ms[ROUNDS / 2], our_median = our_ms[ROUNDS / 2];
  g_print ("first frame: %.0f ms, empty libadwaita window %.0f ms: %.2f times (goal 1.5)\n",
           our_median, bare_median, our_median / bare_median);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_remove (file);
    }
  g_rmdir (folder);
  return 0;
}
