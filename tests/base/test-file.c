// SPDX-License-Identifier: GPL-3.0-or-later
/* Files that appear whole or not at all. */

#include "base/bv-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_replace (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Danh sách.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  struct stat status;

  bv_file_replace (path, one, &error);
  g_assert_no_error (error);
  assert_content (path, "one");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  bv_file_replace (path, two, &error);
  g_assert_no_error (error);
  assert_content (path, "two");
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_abandoned (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  {
    g_autoptr (BvFileWriter) writer = bv_file_writer_new (path, &error);

    g_assert_no_error (error);
    g_assert_true (bv_file_writer_write (writer, "half", 4, &error));
    assert_content (path, "old");
    g_assert_cmpuint (count_files (folder), ==, 2);
  }
  assert_content (path, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_library_writes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  g_autoptr (BvFileWriter) writer = bv_file_writer_new (link, &error);
  g_assert_no_error (error);
  /* g_file_set_contents() renames a file of its own over the temporary name. */
  g_assert_true (g_file_set_contents (bv_file_writer_get_temporary_path (writer), "new", -1, NULL));
  bv_file_writer_commit (writer, &error);
  g_assert_no_error (error);
  assert_content (path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_false (bv_file_replace ("/no/such/folder/a.txt", bytes, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "/no/such/folder/a.txt"));
  g_assert_false (bv_file_replace (g_get_tmp_dir (), bytes, &folder));
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* The office's own file, named by mistake where a document should go. */
static void
test_records (void)
{
  static const char *const heads[] = { "SQLite format 3", "\x37\x7f\x06\x82 and so on" };
  g_autofree char *folder = g_dir_make_tmp ("bv-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huyen.bangvang", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, heads[i], -1, NULL));
      g_assert_false (bv_file_replace (path, bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
      g_assert_nonnull (strstr (error->message, "huyen.bangvang"));
      assert_content (path, heads[i]);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_data (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "here", NULL);

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  g_setenv ("BV_DATA_DIR", folder, TRUE);
  g_autofree char *found = bv_data_path ("here");
  g_assert_cmpstr (found, ==, path);
  g_assert_null (bv_data_path ("not-here"));
  g_unsetenv ("BV_DATA_DIR");
  g_autofree char *schema = bv_data_path ("schema/0001.sql");
  g_assert_nonnull (schema);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/replace", test_replace);
  g_test_add_func ("/file/abandoned", test_abandoned);
  g_test_add_func ("/file/library-writes", test_library_writes);
  g_test_add_func ("/file/refused", test_refused);
  g_test_add_func ("/file/records", test_records);
  g_test_add_func ("/file/data", test_data);
  return g_test_run ();
}
