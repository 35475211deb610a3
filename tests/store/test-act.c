// SPDX-License-Identifier: GPL-3.0-or-later
/* Acts: one transaction each, recorded; refusals; signals; leases beside them; the end of a store. */

#include "store-helper.h"

#include "base/bv-error.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
fail_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  if (!bv_connection_run (connection, error, "INSERT INTO setting VALUES ('half', 'done')", NULL))
    return FALSE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, "31/02");
  return FALSE;
}

static gboolean
nested_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_store_act (user_data, "Inner", BV_ACT_NONE, fail_cb, NULL, NULL, NULL, error);
}

static gboolean
commit_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, "INSERT INTO setting VALUES ('a', 'b')", NULL)
         && bv_connection_run (connection, error, "ROLLBACK", NULL);
}

static gboolean
endless_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  gint64 value;

  g_cancellable_cancel (user_data);
  return bv_connection_run (connection, error, "INSERT INTO setting VALUES ('c', 'd')", NULL)
         && bv_connection_query_int (
           connection, &value, 0, error,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
           " SELECT count(*) FROM n",
           NULL);
}

static gboolean
people_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  gint64 id;

  for (int i = 0; i < GPOINTER_TO_INT (user_data); i++)
    if (!insert_person (connection, i, &id, error))
      return FALSE;
  return TRUE;
}

static void
recorded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  BvHistoryEntry *entry;

  bv_store_set_actor (fixture->store, "Cà Thị Ý");
  g_assert_cmpint (act_sql (fixture->store, "First", "INSERT INTO setting VALUES ('a', '1')"), ==,
                   1);
  g_assert_cmpint (act_sql (fixture->store, "Second", "UPDATE setting SET value = '2'"), ==, 2);
  /* The same value again, or no row at all: no trace. */
  g_assert_cmpint (act_sql (fixture->store, "Same", "UPDATE setting SET value = '2'"), ==, 0);
  g_assert_cmpint (act_sql (fixture->store, "None", "DELETE FROM setting WHERE key = 'x'"), ==, 0);

  entries = bv_store_list_history (fixture->store, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->id, ==, 2);
  g_assert_cmpstr (entry->title, ==, "Second");
  g_assert_cmpstr (entry->actor, ==, "Cà Thị Ý");
  g_assert_cmpstr (entry->kind, ==, "act");
  g_assert_cmpstr (entry->tables, ==, "setting");
  g_assert_cmpint (entry->target, ==, 0);
  g_assert_false (entry->is_undone);
  g_assert_true (g_str_has_suffix (entry->at, "Z"));
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2023-03-27T08:15:00.000Z"));

  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = bv_store_list_history (fixture->store, 2, 10, &error);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 id = -1;

  g_assert_false (
    bv_store_act (fixture->store, "Fails", BV_ACT_NONE, fail_cb, NULL, NULL, &id, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_cmpint (id, ==, 0);
  g_clear_error (&error);

  g_assert_false (bv_store_act (fixture->store, "Outer", BV_ACT_NONE, nested_cb, fixture->store,
                                NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Inner"));
  g_clear_error (&error);

  g_assert_false (
    bv_store_act (fixture->store, "Ends", BV_ACT_NONE, commit_cb, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&error);

  g_assert_false (bv_store_act (fixture->store, "Endless", BV_ACT_NONE, endless_cb, cancellable,
                                cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 0);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM history"), ==, 0);
  /* And the writer still works. */
  g_assert_cmpint (act_sql (fixture->store, "After", "INSERT INTO setting VALUES ('a', '1')"), ==,
                   1);
}

static gboolean
sql_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, user_data, NULL);
}

static void
assert_refused (Fixture *fixture, const char *sql, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    bv_store_act (fixture->store, "Bad", BV_ACT_NONE, sql_cb, (gpointer) sql, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
rules (Fixture *fixture, gconstpointer data)
{
  act_sql (fixture->store, "Movement",
           "INSERT INTO movement (id, name, level) VALUES (1, 'Thi đua', 'district')");
  act_sql (fixture->store, "Indicator",
           "INSERT INTO indicator (movement_id, name, name_fold, direction, accumulation)"
           " VALUES (1, 'Thu ngân sách', 'thu ngan sach', 'higher', 'sum')");
  assert_refused (fixture, "DELETE FROM movement WHERE id = 1", "still used");
  assert_refused (fixture, "INSERT INTO person (subject_id) VALUES (99)", "does not exist");
  assert_refused (fixture, "INSERT INTO movement (id, name, level) VALUES (1, 'a', 'district')",
                  "exists already");
  assert_refused (fixture, "INSERT INTO movement (name, level) VALUES ('a', NULL)", "missing");
  assert_refused (fixture, "INSERT INTO movement (name, level) VALUES ('a', 'moon')",
                  "not allowed");
  assert_refused (fixture, "INSERT INTO signer (name, post, is_default) VALUES ('a', 'b', 'c')",
                  "not allowed");
  assert_sound (fixture->store);
}

static void
changed_cb (BvStore *store, const char *const *tables, GPtrArray *seen)
{
  g_ptr_array_add (seen, g_strjoinv (" ", (char **) tables));
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GPtrArray *seen = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = bv_store_act_finish (BV_STORE (source), result, &error);

  g_ptr_array_add (seen, error != NULL ? g_strdup (error->message)
                                       : g_strdup_printf ("act %" G_GINT64_FORMAT, id));
}

static void
wait_for (GPtrArray *seen, guint n)
{
  while (seen->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), seen);
  bv_store_act_async (fixture->store, "People", BV_ACT_BULK, people_cb, GINT_TO_POINTER (10), NULL,
                      NULL, finished_cb, seen);
  wait_for (seen, 2);
  g_assert_cmpstr (g_ptr_array_index (seen, 0), ==, "subject person");
  g_assert_cmpstr (g_ptr_array_index (seen, 1), ==, "act 1");

  /* An act without effect, and one that fails, tell nobody but who started them. */
  bv_store_act_async (fixture->store, "Nothing", BV_ACT_NONE, sql_cb,
                      g_strdup ("DELETE FROM subject WHERE id = 1000"), g_free, NULL, finished_cb,
                      seen);
  bv_store_act_async (fixture->store, "Fails", BV_ACT_NONE, fail_cb, NULL, NULL, NULL, finished_cb,
                      seen);
  wait_for (seen, 4);
  g_assert_cmpstr (g_ptr_array_index (seen, 2), ==, "act 0");
  g_assert_cmpstr (g_ptr_array_index (seen, 3), ==, "31/02");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (seen->len, ==, 4);
  assert_sound (fixture->store);
}

/* Another process does an act: it is told here, both where acts are done and where one only reads. */
static void
beside_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seen_reading = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvStore) reader = bv_store_open (fixture->path, BV_STORE_READ_ONLY, &error);
  g_autoptr (GSubprocess) other = NULL;

  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), seen);
  g_signal_connect (reader, "changed", G_CALLBACK (changed_cb), seen_reading);
  act_sql (fixture->store, "Mine", "INSERT INTO setting VALUES ('mine', '')");
  wait_for (seen, 1);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, data, "--other", fixture->path, NULL);
  g_assert_no_error (error);
  wait_for (seen, 2);
  g_assert_cmpstr (g_ptr_array_index (seen, 0), ==, "setting");
  g_assert_cmpstr (g_ptr_array_index (seen, 1), ==, "movement");
  while (seen_reading->len == 0
         || g_strcmp0 (g_ptr_array_index (seen_reading, seen_reading->len - 1), "setting") == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (g_ptr_array_index (seen_reading, seen_reading->len - 1), "movement"));
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  /* And it can be undone here. */
  g_assert_true (bv_store_undo (fixture->store, 0, NULL, NULL, &error));
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM movement"), ==, 0);
  g_object_unref (g_steal_pointer (&reader));
}

static void
do_other_act (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = bv_store_open (path, BV_STORE_OPEN, &error);

  g_assert_no_error (error);
  act_sql (store, "Other", "INSERT INTO movement (name, level) VALUES ('Thi đua', 'district')");
}

static void
snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  gint64 count;

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  bv_connection_query_int (bv_lease_connection (lease), &count, -1, &error,
                           "SELECT count(*) FROM setting", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, 0);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 1);
}

static void
closing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  BvLease *lease = bv_store_lease (fixture->store, &error);

  /* What stands in the queue is done first. */
  bv_store_act_async (fixture->store, "People", BV_ACT_NONE, people_cb, GINT_TO_POINTER (500), NULL,
                      NULL, finished_cb, seen);
  bv_store_close (fixture->store);
  bv_store_close (fixture->store);
  g_assert_false (
    bv_store_act (fixture->store, "Late", BV_ACT_NONE, fail_cb, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  bv_store_act_async (fixture->store, "Late", BV_ACT_NONE, fail_cb, NULL, NULL, NULL, finished_cb,
                      seen);
  g_assert_null (bv_store_lease (fixture->store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  bv_lease_free (lease);
  wait_for (seen, 2);
  g_assert_cmpstr (g_ptr_array_index (seen, 0), ==, "act 1");
  fixture_reopen (fixture);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM person"), ==, 500);

  /* Closed without a lease out, the file is alone. */
  g_clear_object (&fixture->store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* The last reference may go while an act is under way; the act is finished and nobody waits forever. */
static void
dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO setting VALUES ('%d', '')", i);
      bv_store_act_async (fixture->store, "Drop", BV_ACT_NONE, sql_cb, g_steal_pointer (&sql),
                          g_free, NULL, finished_cb, seen);
      g_clear_object (&fixture->store);
      wait_for (seen, (guint) i + 1);
      fixture_reopen (fixture);
    }
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 20);
}

static void
moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = fixture_path (fixture, "elsewhere.bangvang");

  act_sql (fixture->store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_false (bv_store_act (fixture->store, "Lost", BV_ACT_NONE, sql_cb,
                                (gpointer) "DELETE FROM setting", NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "moved or deleted"));
  /* Put back, it works again. */
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  act_sql (fixture->store, "Again", "DELETE FROM setting");
  assert_sound (fixture->store);
}

typedef struct
{
  BvStore *store;
  int first;
} Crowd;

static gpointer
crowd_thread (gpointer data)
{
  Crowd *crowd = data;

  for (int i = 0; i < 25; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO setting VALUES ('%d', '')",
                                              crowd->first + i);
      act_sql (crowd->store, "Crowd", sql);
      query_int (crowd->store, "SELECT count(*) FROM setting");
    }
  return NULL;
}

static void
crowd (Fixture *fixture, gconstpointer data)
{
  Crowd crowds[6];
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      crowds[i] = (Crowd){ .store = fixture->store, .first = (int) i * 100 };
      threads[i] = g_thread_new ("crowd", crowd_thread, &crowds[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 150);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM history"), ==, 150);
  assert_sound (fixture->store);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--other") == 0)
    {
      do_other_act (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/act/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("recorded", recorded);
  ADD ("refused", refused);
  ADD ("rules", rules);
  ADD ("told", told);
  ADD ("snapshot", snapshot);
  ADD ("closing", closing);
  ADD ("dropped", dropped);
  ADD ("moved", moved);
  ADD ("crowd", crowd);
  g_test_add ("/store/act/beside-another", Fixture, argv[0], fixture_set_up, beside_another,
              fixture_tear_down);
#undef ADD
  return g_test_run ();
}
