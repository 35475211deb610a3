// SPDX-License-Identifier: GPL-3.0-or-later
/* The settings of this desk: found once, shared by all. What belongs to the office stands in its
 * file and never here. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-settings.h"

#include "bv-paths.h"

#define SCHEMA_ID BV_APP_ID
#define MAX_RECENT 8

GSettings *
bv_settings_get (void)
{
  static GSettings *settings;
  if (settings == NULL)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
      if (schema == NULL)
        {
          /* Not installed: the build folder's. */
          g_autoptr (GError) error = NULL;
          g_autoptr (GSettingsSchemaSource) built = g_settings_schema_source_new_from_directory (
            BV_BUILD_SCHEMA_DIR, source, TRUE, &error);
          if (built != NULL)
            schema = g_settings_schema_source_lookup (built, SCHEMA_ID, FALSE);
          if (schema == NULL)
            g_error ("The settings schema %s is not installed%s%s", SCHEMA_ID,
                     error != NULL ? ": " : "", error != NULL ? error->message : "");
        }
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

static void
set_recent (const char *first, const char *without)
{
  GSettings *settings = bv_settings_get ();
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;
  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; old[i] != NULL && n < MAX_RECENT; i++)
    {
      if (g_strcmp0 (old[i], without) == 0)
        continue;
      g_strv_builder_add (builder, old[i]);
      n++;
    }
  g_auto (GStrv) recent = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *) recent);
}

void
bv_settings_remember_file (const char *path)
{
  g_return_if_fail (path != NULL);
  set_recent (path, path);
  g_settings_set_string (bv_settings_get (), "last-file", path);
}

void
bv_settings_forget_file (const char *path)
{
  g_return_if_fail (path != NULL);
  set_recent (NULL, path);
  g_autofree char *last = g_settings_get_string (bv_settings_get (), "last-file");
  if (g_strcmp0 (last, path) == 0)
    g_settings_reset (bv_settings_get (), "last-file");
}
