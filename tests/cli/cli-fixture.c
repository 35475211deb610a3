// SPDX-License-Identifier: GPL-3.0-or-later
/* Runs the real program for the tests of it, and holds what it says against what it should say. */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

void
result_clear (Result *result)
{
  g_clear_pointer (&result->out, g_free);
  g_clear_pointer (&result->err, g_free);
}
void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("bv-cli-XXXXXX", &error);
  g_assert_no_error (error);
  f->file = g_build_filename (f->folder, "thu.bangvang", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
tear_down (Fixture *f, gconstpointer data)
{
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->file);
}

static void
fill_disk_cb (gpointer data)
{
  const struct rlimit limit = { 40000, 40000 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

void
run (Fixture *f, Result *result, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument;
  va_list args;

  va_start (args, result);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);
  run_array (f, result, (const char *const *) arguments->pdata);
}

void
run_array (Fixture *f, Result *result, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  result_clear (result);
  g_ptr_array_add (arguments, (char *) g_getenv ("BV_CLI"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) words[i]);
  g_ptr_array_add (arguments, NULL);
  g_subprocess_launcher_setenv (launcher, "BV_FILE", f->file, TRUE);
  if (f->is_full)
    g_subprocess_launcher_set_child_setup (launcher, fill_disk_cb, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->exit_code = g_subprocess_get_exit_status (process);
}

/* What differs from run to run: the folder, and the moment and person of an act. */
static char *
normalise (Fixture *f, const char *text)
{
  g_autoptr (GRegex)
    moment = g_regex_new ("[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}  \\S+ *", 0, 0, NULL);
  g_autoptr (GRegex) heads = g_regex_new ("When +Who +What", 0, 0, NULL);
  g_auto (GStrv) parts = g_strsplit (text, f->folder, -1);
  g_autofree char *joined = g_strjoinv ("FOLDER", parts);
  g_autofree char *timeless = g_regex_replace_literal (moment, joined, -1, 0, "WHEN  WHO  ", 0,
                                                       NULL);

  return g_regex_replace_literal (heads, timeless, -1, 0, "When  Who  What", 0, NULL);
}

void
assert_golden (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "cli", "golden", name,
                                            NULL);
  g_autofree char *normal = normalise (f, text);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("BV_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, normal, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (normal, ==, golden);
}

void
assert_ok (const Result *result)
{
  if (result->exit_code != 0)
    g_error ("exit code %d: %s", result->exit_code, result->err);
  g_assert_cmpstr (result->err, ==, "");
}

void
assert_refused (const Result *result, int exit_code, const char *part)
{
  if (result->exit_code != exit_code || strstr (result->err, part) == NULL)
    g_error ("exit code %d, not %d; “%s” should say “%s”", result->exit_code, exit_code,
             result->err, part);
  g_assert_true (g_str_has_prefix (result->err, "bangvang-cli"));
  g_assert_true (g_str_has_suffix (result->err, "\n"));
  g_assert_cmpstr (result->out, ==, "");
}

JsonNode *
parse (const Result *result)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (result->out, &error);

  g_assert_no_error (error);
  return node;
}

char *
get_path (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

gint64
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

void
assert_magic (const char *path, const char *magic)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (memcmp (content, magic, strlen (magic)), ==, 0);
}

void
init_demo (Fixture *f, Result *result)
{
  run (f, result, "init", "--plain", NULL);
  assert_ok (result);
}
