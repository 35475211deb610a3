// SPDX-License-Identifier: GPL-3.0-or-later
/* The check finds what it says it finds: each defect is made on purpose, behind the store's back. */

#include "store-helper.h"

#include "base/bv-error.h"
#include "store/bv-connection-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
people_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  gint64 id;

  for (int i = 0; i < 50; i++)
    if (!insert_person (connection, i, &id, error))
      return FALSE;
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  bv_store_act (fixture->store, "People", BV_ACT_NONE, people_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO setting VALUES ('%d', '')", i);
      act_sql (fixture->store, "Setting", sql);
    }
  assert_sound (fixture->store);
}

/* As another program would, with whatever settings it likes. */
static void
tamper (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvConnection)
    connection = bv_connection_open (fixture->path, BV_CONNECTION_WRITE, NULL, &error);

  g_assert_no_error (error);
  sqlite3_db_config (bv_connection_get_handle (connection), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  bv_connection_script (connection, sql, BV_ATTEMPT_WRITE, &error);
  g_assert_no_error (error);
}

static void
assert_finding (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gboolean found = FALSE;

  bv_store_check (fixture->store, &findings, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
      found = found || strstr (g_ptr_array_index (findings, i), words) != NULL;
    }
  g_assert_true (found);
}

static void
altered (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "UPDATE history SET actor = 'Somebody else' WHERE id = 3");
  assert_finding (fixture, "entry number 3, “Setting”, was altered");
}

/* Who alters an entry and makes its hash anew breaks the link to the next. */
static void
forged (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "UPDATE history SET hash = randomblob (32) WHERE id = 3");
  assert_finding (fixture, "entry number 3");
  assert_finding (fixture, "entry number 4");
}

static void
removed (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "DELETE FROM history WHERE id = 3");
  assert_finding (fixture, "1 entry before number 4 is missing");
}

static void
cut_off (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "DELETE FROM history WHERE id > 4");
  assert_finding (fixture, "the newest 2 entries are missing");
}

static void
pointing_at_nothing (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "PRAGMA foreign_keys = OFF; INSERT INTO person (subject_id) VALUES (7777)");
  assert_finding (fixture, "Row 7777 of “person”");
}

static void
index_behind (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "INSERT INTO derived_pause VALUES (1);"
                   "UPDATE subject SET name = 'Tên khác hẳn' WHERE id = 5;"
                   "DELETE FROM derived_pause");
  assert_finding (fixture, "search index does not match");
}

static void
index_paused (Fixture *fixture, gconstpointer data)
{
  tamper (fixture, "INSERT INTO derived_pause VALUES (1)");
  assert_finding (fixture, "search index is not being kept");
}

/* A row that the schema forbids. */
static void
damaged (Fixture *fixture, gconstpointer data)
{
  tamper (fixture,
          "PRAGMA ignore_check_constraints = ON; UPDATE subject SET kind = 9 WHERE id = 5");
  assert_finding (fixture, "The file is damaged");
}

/* Noise over one page in the middle: either it is found, or the engine stumbles over it and says so;
 * never does the check call such a file sound. */
static void
noise (Fixture *fixture, gconstpointer data)
{
  guint8 bytes[4096];
  g_autofree char *content = NULL;
  gsize size;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 31 + 7);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  for (gsize offset = 4096; offset < size; offset += 4096)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (BvStore) store = NULL;
      g_autofree char *copy = g_memdup2 (content, size);

      memcpy (copy + offset, bytes, sizeof bytes);
      write_file (fixture->path, copy, size);
      store = bv_store_open (fixture->path, BV_STORE_OPEN, &error);
      if (store == NULL || !bv_store_check (store, &findings, NULL, &error))
        g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT);
      else
        g_assert_cmpuint (findings->len, >, 0);
    }
  write_file (fixture->path, content, size);
  fixture_reopen (fixture);
  assert_sound (fixture->store);
}

static void
cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (bv_store_check (fixture->store, &findings, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (findings);
}

/* A backup of a file that is not sound does not count. */
static void
no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "copy.bangvang");

  tamper (fixture, "UPDATE history SET title = 'Other' WHERE id = 2");
  g_assert_false (bv_store_backup (fixture->store, path, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/check/" name, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("altered", altered);
  ADD ("forged", forged);
  ADD ("removed", removed);
  ADD ("cut-off", cut_off);
  ADD ("pointing-at-nothing", pointing_at_nothing);
  ADD ("index-behind", index_behind);
  ADD ("index-paused", index_paused);
  ADD ("damaged", damaged);
  ADD ("noise", noise);
  ADD ("cancelled", cancelled);
  ADD ("no-backup", no_backup);
#undef ADD
  return g_test_run ();
}
