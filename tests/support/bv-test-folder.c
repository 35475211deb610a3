// SPDX-License-Identifier: GPL-3.0-or-later
/* The private folder that a test leaves nothing behind in. */

#include "bv-test-folder.h"

#include <glib/gstdio.h>

char *
bv_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("bangvang-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
bv_test_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      bv_test_folder_remove (child);
    }
  g_remove (path);
}
