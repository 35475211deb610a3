// SPDX-License-Identifier: GPL-3.0-or-later
/* Backups: complete while acts go on, checked before they count, leaving nothing behind when they do
 * not. */

#include "store-helper.h"

#include "base/bv-error.h"

#include <glib/gstdio.h>
#include <string.h>

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
blobs_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                            " WHERE i < 60) INSERT INTO office_file SELECT 'f' || i, '',"
                            " randomblob (50000), '' FROM n",
                            NULL);
}

static void
fill (BvStore *store)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (store, "Files", BV_ACT_NONE, blobs_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  double last;
  guint n_calls;
  GCancellable *cancel_at_half;
} Progress;

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_nonnull (what);
  progress->last = fraction;
  progress->n_calls++;
  if (progress->cancel_at_half != NULL && fraction > 0.4)
    g_cancellable_cancel (progress->cancel_at_half);
}

static void
complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) copy = NULL;
  g_autofree char *path = fixture_path (fixture, "Sao lưu.bangvang");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Progress progress = { 0 };

  fill (fixture->store);
  write_file (path, "old", 3);
  before = dump_store (fixture->store);
  bv_store_backup (fixture->store, path, progress_cb, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (progress.last, ==, 1.0);
  g_assert_cmpuint (progress.n_calls, >, 3);

  copy = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  after = dump_store (copy);
  g_assert_true (strcmp (before, after) == 0);
  assert_sound (copy);
  /* The history came along, and goes on. */
  g_assert_true (bv_store_undo (copy, 0, NULL, NULL, &error));
  g_assert_cmpint (query_int (copy, "SELECT count(*) FROM office_file"), ==, 0);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM office_file"), ==, 60);
}

/* A copy is one file that needs no other beside it. */
static void
alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_path (fixture, "sao lưu");
  g_autofree char *path = g_build_filename (folder, "copy.bangvang", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  fill (fixture->store);
  bv_store_backup (fixture->store, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = fixture_path (fixture, "copy.bangvang");
  g_autofree char *bytes = NULL;
  Progress progress = { .cancel_at_half = cancellable };
  guint n_files;

  fill (fixture->store);
  write_file (path, "old", 3);
  n_files = count_files (fixture->folder);
  g_assert_false (
    bv_store_backup (fixture->store, path, progress_cb, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "old");
}

static void
refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = fixture_path (fixture, "no/such/folder.bangvang");
  g_autofree char *folder = fixture_path (fixture, "folder");
  g_autofree char *other_name = fixture_path (fixture, "hard link");
  guint n_files;

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_assert_false (bv_store_backup (fixture->store, fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bv_store_backup (fixture->store, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  n_files = count_files (fixture->folder);
  g_assert_false (bv_store_backup (fixture->store, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  assert_sound (fixture->store);
}

typedef struct
{
  BvStore *store;
  int stop;
  int n;
} Writer;

static gpointer
write_thread (gpointer data)
{
  Writer *writer = data;

  while (!g_atomic_int_get (&writer->stop))
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO setting VALUES ('%d', '')", writer->n);
      act_sql (writer->store, "Beside", sql);
      writer->n++;
    }
  return NULL;
}

/* Acts go on meanwhile: the copy is one state of the file, with the history that led to it. */
static void
beside_acts (Fixture *fixture, gconstpointer data)
{
  Writer writer = { .store = fixture->store };
  GThread *thread;

  fill (fixture->store);
  thread = g_thread_new ("beside", write_thread, &writer);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvStore) copy = NULL;
      g_autofree char *name = g_strdup_printf ("copy-%d.bangvang", i);
      g_autofree char *path = fixture_path (fixture, name);

      bv_store_backup (fixture->store, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      copy = bv_store_open (path, BV_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      assert_sound (copy);
      g_assert_cmpint (query_int (copy, "SELECT count(*) FROM setting") + 1, ==,
                       query_int (copy, "SELECT max (id) FROM history"));
    }
  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (thread);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, writer.n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/backup/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("complete", complete);
  ADD ("alone", alone);
  ADD ("cancelled", cancelled);
  ADD ("refused", refused);
  ADD ("beside-acts", beside_acts);
#undef ADD
  return g_test_run ();
}
