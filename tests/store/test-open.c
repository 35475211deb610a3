// SPDX-License-Identifier: GPL-3.0-or-later
/* Opening: what is ours, what is not and stays untouched, what cannot be written, what is locked, what
 * is full. Each refusal is one sentence that names the file. */

#define _GNU_SOURCE /* unshare() */

#include "store-helper.h"

#include "base/bv-error.h"
#include "store/bv-connection-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
hash_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Refused with @code and @words, one sentence or two that name the file; and nothing was written. */
static void
assert_refused (const char *path, GQuark domain, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *before = NULL;
  guint n_files = count_files (folder);
  BvStoreFlags modes[] = { BV_STORE_OPEN, BV_STORE_READ_ONLY };

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    before = hash_of (path);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_null (bv_store_open (path, modes[i], &error));
      g_assert_error (error, domain, code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, name));
      g_assert_nonnull (strstr (error->message, words));
      g_clear_error (&error);
    }
  if (before != NULL)
    {
      g_autofree char *after = hash_of (path);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (count_files (folder), ==, n_files);
}

/* Writes @size bytes of @data over the file at @offset. */
static void
patch (const char *path, goffset offset, gconstpointer data, gsize size)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, data, size, offset), ==, (gssize) size);
  close (fd);
}

static void
missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = fixture_path (fixture, "không có.bangvang");

  assert_refused (none, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "does not exist");
  assert_refused (fixture->folder, BV_STORE_ERROR, BV_STORE_ERROR_FOREIGN_FILE, "is a folder");
}

static void
rubbish (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "rác.bangvang");
  g_autofree guint8 *bytes = g_malloc (20000);

  write_file (path, "", 0);
  assert_refused (path, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT, "cut short");
  write_file (path, "SQLite format 3\0", 16);
  assert_refused (path, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT, "cut short");
  for (int i = 0; i < 20000; i++)
    bytes[i] = (guint8) g_test_rand_int_range (0, 256);
  bytes[0] = 'x';
  write_file (path, bytes, 20000);
  assert_refused (path, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT, "not a register");
  write_file (path,
              "PK\003\004 a spreadsheet, by its first bytes, and then something longer than "
              "the head of a database would be, to be sure",
              110);
  assert_refused (path, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT, "not a register");
}

static void
foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "another.db");
  BvConnection *connection = bv_connection_open (path, BV_CONNECTION_CREATE, NULL, &error);

  bv_connection_script (connection, "PRAGMA user_version = 77; CREATE TABLE t (a)",
                        BV_ATTEMPT_WRITE, &error);
  g_assert_no_error (error);
  bv_connection_close (connection);
  assert_refused (path, BV_STORE_ERROR, BV_STORE_ERROR_FOREIGN_FILE, "another program");
}

static void
newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const guint8 version[] = { 0, 0, 0, 99 };
  BvConnection *connection;

  g_clear_object (&fixture->store);
  patch (fixture->path, 60, version, 4);
  assert_refused (fixture->path, BV_STORE_ERROR, BV_STORE_ERROR_NEWER_SCHEMA, "form 99");
  patch (fixture->path, 60, (guint8[]){ 0, 0, 0, BV_STORE_SCHEMA }, 4);

  /* A newer program that still has the file open keeps its number in the WAL alone. */
  connection = bv_connection_open (fixture->path, BV_CONNECTION_WRITE, NULL, &error);
  bv_connection_script (connection, "PRAGMA user_version = 98", BV_ATTEMPT_WRITE, &error);
  g_assert_no_error (error);
  assert_refused (fixture->path, BV_STORE_ERROR, BV_STORE_ERROR_NEWER_SCHEMA, "form 98");
  bv_connection_close (connection);
}

static void
truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize keep = 50; keep < size; keep = keep * 2 + 13)
    {
      write_file (fixture->path, bytes, keep);
      assert_refused (fixture->path, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT, "cut short");
    }
}

/* A file that is ours by its head, and damaged behind it: refused at the first look or found by the
 * check; in no case is anything lost that could be read. */
static void
damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = NULL;
  guint8 noise[4096];

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) (i * 7 + 3);
  g_clear_object (&fixture->store);
  /* The rest of the first page holds the list of tables. */
  patch (fixture->path, 100, noise, 3996);
  g_assert_null (bv_store_open (fixture->path, BV_STORE_OPEN, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "damaged"));
}

static void
taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hash_of (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *nowhere = fixture_path (fixture, "no/such/folder.bangvang");

  g_assert_null (bv_store_open (fixture->path, BV_STORE_CREATE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  after = hash_of (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (bv_store_open (nowhere, BV_STORE_CREATE, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* One writer in a process; readers beside it are welcome. */
  g_assert_null (bv_store_open (fixture->path, BV_STORE_OPEN, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_clear_error (&error);
  {
    g_autoptr (BvStore) reader = bv_store_open (fixture->path, BV_STORE_READ_ONLY, &error);
    g_assert_no_error (error);
    act_sql (fixture->store, "Beside", "INSERT INTO setting VALUES ('a', '1')");
    g_assert_cmpint (query_int (reader, "SELECT count(*) FROM setting"), ==, 1);
  }
  act_sql (fixture->store, "After", "INSERT INTO setting VALUES ('b', '1')");
}

static gboolean
setting_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, "INSERT INTO setting VALUES (?1, '')", "s",
                            user_data);
}

static gboolean
sql_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, user_data, NULL);
}

static void
reading_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_clear_object (&fixture->store);
  fixture->store = bv_store_open (fixture->path, BV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (bv_store_is_read_only (fixture->store));
  g_assert_nonnull (bv_store_get_read_only_reason (fixture->store));
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 1);
  g_assert_false (bv_store_act (fixture->store, "Write", BV_ACT_NONE, setting_cb, (gpointer) "x",
                                NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bv_store_undo (fixture->store, 0, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_assert_null (bv_store_get_undo_title (fixture->store));
  assert_sound (fixture->store);
}

/* Children report by their exit status: a failed assertion aborts. */
static void
run_in_child (void (*func) (const char *path), const char *path)
{
  int status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      func (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* The rights of files mean nothing to root. */
static void
become_nobody (void)
{
  if (getuid () == 0)
    {
      g_assert_cmpint (setgid (65534), ==, 0);
      g_assert_cmpint (setuid (65534), ==, 0);
    }
}

static void
open_protected (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "new.bangvang", NULL);

  become_nobody ();
  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (bv_store_is_read_only (store));
  g_assert_nonnull (strstr (bv_store_get_read_only_reason (store), "can only be read"));
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM setting"), ==, 1);
  g_assert_false (
    bv_store_act (store, "Write", BV_ACT_NONE, setting_cb, (gpointer) "x", NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (bv_store_open (other, BV_STORE_CREATE, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (bv_store_backup (store, other, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
}

static void
protect (Fixture *fixture, gconstpointer data)
{
  guint n_files;

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  n_files = count_files (fixture->folder);
  run_in_child (open_protected, fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  run_in_child (open_protected, fixture->path);
}

static void
open_secret (const char *path)
{
  g_autoptr (GError) error = NULL;

  become_nobody ();
  g_assert_null (bv_store_open (path, BV_STORE_OPEN, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "cannot be read"));
}

static void
secret (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  run_in_child (open_secret, fixture->path);
}

static void
locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvConnection) other = NULL;
  gint64 before;

  bv_connection_set_busy_timeout (50);
  fixture_reopen (fixture);
  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  other = bv_connection_open (fixture->path, BV_CONNECTION_WRITE, NULL, &error);
  g_assert_true (bv_connection_script (other, "BEGIN IMMEDIATE", BV_ATTEMPT_WRITE, &error));
  g_assert_false (bv_store_act (fixture->store, "Write", BV_ACT_NONE, setting_cb, (gpointer) "x",
                                NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Another program"));
  g_assert_nonnull (strstr (error->message, "Mường La.bangvang"));
  g_clear_error (&error);
  g_assert_false (bv_store_undo (fixture->store, 0, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_clear_error (&error);
  /* Reading goes on. */
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 1);
  assert_sound (fixture->store);
  g_assert_true (bv_connection_script (other, "ROLLBACK", BV_ATTEMPT_WRITE, &error));
  act_sql (fixture->store, "Again", "INSERT INTO setting VALUES ('x', '')");

  /* Somebody holds the file for himself alone. */
  g_clear_object (&fixture->store);
  g_assert_true (bv_connection_script (other,
                                       "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE;"
                                       "UPDATE setting SET value = 'y'",
                                       BV_ATTEMPT_WRITE, &error));
  before = g_get_monotonic_time ();
  g_assert_null (bv_store_open (fixture->path, BV_STORE_OPEN, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 3 * G_USEC_PER_SEC);
  bv_connection_set_busy_timeout (4000);
}

static gboolean
big_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "INSERT INTO office_file SELECT ?1, '', randomblob (4000000), ''", "s",
                            user_data);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A limit on the size of files is, to the engine, a disk that is full at that moment. */
static void
fill_disk (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_build_filename (folder, "copy.bangvang", NULL);
  g_autofree char *other = g_build_filename (folder, "new.bangvang", NULL);
  gint64 id = -1;
  guint n_files;

  signal (SIGXFSZ, SIG_IGN);
  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  bv_store_act (store, "Big", BV_ACT_NONE, big_cb, (gpointer) "one", NULL, NULL, &error);
  g_assert_no_error (error);
  n_files = count_files (folder);

  limit_file_size (6000000);
  g_assert_false (
    bv_store_act (store, "Too big", BV_ACT_NONE, big_cb, (gpointer) "two", NULL, &id, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  g_assert_cmpint (id, ==, 0);
  g_clear_error (&error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM office_file"), ==, 1);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM history"), ==, 1);

  limit_file_size (1000000);
  g_assert_false (bv_store_backup (store, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FULL);
  g_clear_error (&error);
  limit_file_size (50000);
  g_assert_null (bv_store_open (other, BV_STORE_CREATE, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder), ==, n_files);

  limit_file_size (RLIM_INFINITY);
  bv_store_act (store, "Fits", BV_ACT_NONE, big_cb, (gpointer) "two", NULL, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 2);
  assert_sound (store);
  g_clear_object (&store);
  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM office_file"), ==, 2);
  assert_sound (store);
}

/* A disk of its own, of 8 MB, where the system lets us have one (in a name space that ends with this
 * process); elsewhere the limit stands in for it. */
static gboolean
set_disk_size (const char *folder, gboolean is_first, const char *size)
{
  if (is_first
      && (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0))
    return FALSE;
  return mount ("none", folder, "tmpfs", is_first ? 0 : MS_REMOUNT, size) == 0;
}

static void
fill_small_disk (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *small = g_build_filename (folder, "small.bangvang", NULL);
  gboolean is_disk;
  int n = 0;

  signal (SIGXFSZ, SIG_IGN);
  is_disk = set_disk_size (folder, TRUE, "size=8m");
  store = bv_store_open (small, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
  if (!is_disk)
    limit_file_size (8000000);

  /* Small acts until there is no room: each is there whole, or not at all. */
  while (error == NULL)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO office_file VALUES ('%d', '', zeroblob (100000), '')", n);

      n += bv_store_act (store, "Fill", BV_ACT_NONE, sql_cb, sql, NULL, NULL, &error);
      g_assert_cmpint (n, <, 200);
    }
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM office_file"), ==, n);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM history"), ==, n);
  if (is_disk)
    g_assert_true (set_disk_size (folder, FALSE, "size=64m"));
  else
    limit_file_size (RLIM_INFINITY);
  act_sql (store, "Room", "INSERT INTO setting VALUES ('room', '')");
  assert_sound (store);
  g_clear_object (&store);
  store = bv_store_open (small, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM office_file"), ==, n);
  assert_sound (store);
}

static void
small_disk (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  run_in_child (fill_small_disk, fixture->path);
}

static void
full (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  run_in_child (fill_disk, fixture->path);
  fixture_reopen (fixture);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM office_file"), ==, 2);
}

/* What an earlier file of the same name left beside it must not be read into a new one. */
static void
leftovers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old_wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *path = fixture_path (fixture, "new.bangvang");
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = fixture_path (fixture, "copy.bangvang");
  g_autofree char *copy_wal = g_strconcat (copy, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  BvStore *store;

  act_sql (fixture->store, "Old", "INSERT INTO setting VALUES ('old', '')");
  g_assert_true (g_file_get_contents (old_wal, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 4096);
  write_file (wal, bytes, size);
  store = bv_store_open (path, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM setting"), ==, 0);
  assert_sound (store);

  write_file (copy, "an older copy", 13);
  write_file (copy_wal, bytes, size);
  bv_store_backup (store, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (store);
  store = bv_store_open (copy, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM setting"), ==, 0);
  assert_sound (store);
  g_object_unref (store);
}

static void
linked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_path (fixture, "links");
  g_autofree char *link = g_build_filename (folder, "link.bangvang", NULL);

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  /* The same file, whatever it is called. */
  g_assert_null (bv_store_open (link, BV_STORE_OPEN, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&fixture->store);

  fixture->store = bv_store_open (link, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bv_store_get_path (fixture->store), ==, fixture->path);
  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('b', '1')");
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mode = query_text (fixture->store, "PRAGMA journal_mode");

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (query_int (fixture->store, "PRAGMA application_id"), ==,
                   BV_STORE_APPLICATION_ID);
  g_assert_cmpint (query_int (fixture->store, "PRAGMA user_version"), ==, BV_STORE_SCHEMA);
  /* The session records only rows that have a primary key. */
  g_assert_cmpint (
    query_int (fixture->store,
               "SELECT count(*) FROM sqlite_schema AS t WHERE type = 'table'"
               " AND name NOT LIKE 'derived_%' AND name NOT LIKE 'sqlite_%'"
               " AND NOT EXISTS (SELECT 1 FROM pragma_table_info (t.name) WHERE pk > 0)"),
    ==, 0);
  /* Undo relies on it: all foreign keys lead to primary keys. */
  g_assert_cmpint (
    query_int (
      fixture->store,
      "SELECT count(*) FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f"
      " WHERE t.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_table_info (f.\"table\")"
      " WHERE name = f.\"to\" AND pk = 1)"),
    ==, 0);
  g_assert_cmpint (query_int (fixture->store,
                              "SELECT count(*) > 10 FROM sqlite_schema AS t,"
                              " pragma_foreign_key_list (t.name) AS f WHERE t.type = 'table'"),
                   ==, 1);
  /* STRICT, all of them. */
  g_assert_cmpint (query_int (fixture->store,
                              "SELECT count(*) FROM pragma_table_list WHERE type = 'table'"
                              " AND NOT strict AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
}

/* Whoever carries the file away on a stick carries all of it: nothing stays in a WAL beside it, though nothing was
 * written since it was made or opened. */
static void
alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "một mình.bangvang", NULL);
  const BvStoreFlags modes[] = { BV_STORE_CREATE, BV_STORE_OPEN };
  guint n_files = count_files (folder);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (BvStore) store = bv_store_open (path, modes[i], &error);
      g_autoptr (BvLease) lease = NULL;

      g_assert_no_error (error);
      lease = bv_store_lease (store, &error); /* a reader that is let go before the writer */
      g_assert_no_error (error);
      g_clear_pointer (&lease, bv_lease_free);
      bv_store_close (store);
      g_assert_cmpuint (count_files (folder), ==, n_files + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/open/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("settings", settings);
  ADD ("alone", alone);
  ADD ("missing", missing);
  ADD ("rubbish", rubbish);
  ADD ("foreign", foreign);
  ADD ("newer", newer);
  ADD ("truncated", truncated);
  ADD ("damaged", damaged);
  ADD ("taken", taken);
  ADD ("linked", linked);
  ADD ("leftovers", leftovers);
  ADD ("reading-only", reading_only);
  ADD ("protect", protect);
  ADD ("secret", secret);
  ADD ("locked", locked);
  ADD ("full", full);
  ADD ("small-disk", small_disk);
#undef ADD
  return g_test_run ();
}
