// SPDX-License-Identifier: GPL-3.0-or-later
/* Replays a corpus through a fuzz target as an ordinary test, also without libFuzzer: every file as it is,
 * cut short, and with one byte changed at a time in its first hundred. */

#include "fuzz.h"

#include <string.h>

static char **files;

static void
replay (const guint8 *data, gsize size)
{
  /* A copy without a terminating zero, so that reading past the end shows. */
  g_autofree guint8 *copy = size > 0 ? g_memdup2 (data, size) : g_malloc (1);

  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, size), ==, 0);
}

static void
test_corpus (void)
{
  guint n = 0;

  for (char **file = files; *file != NULL; file++)
    {
      g_autoptr (GDir) folder = g_dir_open (*file, 0, NULL);
      const char *name;

      g_assert_nonnull (folder);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (*file, name, NULL);
          g_autofree char *content = NULL;
          gsize size;

          g_assert_true (g_file_get_contents (path, &content, &size, NULL));
          replay ((const guint8 *) content, size);
          for (gsize cut = 0; cut < size; cut += 1 + size / 50)
            replay ((const guint8 *) content, cut);
          for (gsize i = 0; i < MIN (size, 100); i++)
            {
              content[i] ^= 0x55;
              replay ((const guint8 *) content, size);
              content[i] ^= 0x55;
            }
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  files = argv + 1;
  g_test_add_func ("/corpus", test_corpus);
  return g_test_run ();
}
