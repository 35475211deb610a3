// SPDX-License-Identifier: GPL-3.0-or-later
/* The settings of this desk: found once, shared by all. What belongs to the office stands in its
 * file and never here. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-settings.h"

#include "bv-paths.h"

#include <string.h>

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

void
bv_settings_remember_file (const char *path)
{
  GSettings *settings = bv_settings_get ();
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 1;

  g_return_if_fail (path != NULL);
  g_strv_builder_add (builder, path);
  for (guint i = 0; old[i] != NULL && n < MAX_RECENT; i++)
    {
      if (strcmp (old[i], path) == 0)
        continue;
      g_strv_builder_add (builder, old[i]);
      n++;
    }
  g_auto (GStrv) recent = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *) recent);
  g_settings_set_string (settings, "last-file", path);
}
