// SPDX-License-Identifier: GPL-3.0-or-later
/* Undo and redo of any act, in any order, also after a restart; refusals that name the later act. */

#include "store-helper.h"

#include "base/bv-error.h"

#include <string.h>

static void
undo (BvStore *store, gint64 act, const char *expected_title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  bv_store_undo (store, act, &title, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected_title);
}

static void
redo (BvStore *store, gint64 act, const char *expected_title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  bv_store_redo (store, act, &title, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected_title);
}

static void
assert_undo_refused (BvStore *store, gint64 act, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_store (store);
  g_autofree char *after = NULL;
  gint64 n = query_int (store, "SELECT count(*) FROM history");
  gint64 id = -1;

  g_assert_false (bv_store_undo (store, act, NULL, &id, &error));
  g_assert_error (error, BV_STORE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not name “%s”", error->message, words);
  g_assert_cmpint (id, ==, 0);
  after = dump_store (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM history"), ==, n);
}

static void
assert_titles (BvStore *store, const char *undo_title, const char *redo_title)
{
  g_autofree char *to_undo = bv_store_get_undo_title (store);
  g_autofree char *to_redo = bv_store_get_redo_title (store);

  g_assert_cmpstr (to_undo, ==, undo_title);
  g_assert_cmpstr (to_redo, ==, redo_title);
}

static void
stack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  assert_titles (fixture->store, NULL, NULL);
  assert_undo_refused (fixture->store, 0, BV_STORE_ERROR_NOT_FOUND, "nothing to undo");
  act_sql (fixture->store, "One", "INSERT INTO setting VALUES ('a', '1')");
  act_sql (fixture->store, "Two", "UPDATE setting SET value = '2'");
  act_sql (fixture->store, "Three", "UPDATE setting SET value = '3'");
  assert_titles (fixture->store, "Three", NULL);

  undo (fixture->store, 0, "Three");
  undo (fixture->store, 0, "Two");
  assert_titles (fixture->store, "One", "Two");
  fixture_reopen (fixture);
  assert_titles (fixture->store, "One", "Two");
  undo (fixture->store, 0, "One");
  assert_titles (fixture->store, NULL, "One");
  assert_undo_refused (fixture->store, 0, BV_STORE_ERROR_NOT_FOUND, "nothing to undo");
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 0);

  redo (fixture->store, 0, "One");
  redo (fixture->store, 0, "Two");
  assert_titles (fixture->store, "Two", "Three");
  fixture_reopen (fixture);
  g_assert_cmpint (query_int (fixture->store, "SELECT value FROM setting"), ==, 2);
  undo (fixture->store, 0, "Two");
  assert_titles (fixture->store, "One", "Two");

  /* An act of its own ends what can be redone in order; by its number it can still be. */
  act_sql (fixture->store, "Other", "INSERT INTO setting VALUES ('b', '1')");
  assert_titles (fixture->store, "Other", NULL);
  g_assert_false (bv_store_redo (fixture->store, 0, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  redo (fixture->store, 2, "Two");
  assert_titles (fixture->store, "Two", NULL);

  entries = bv_store_list_history (fixture->store, 0, 100, &error);
  g_assert_cmpuint (entries->len, ==, 11);
  for (guint i = 0; i < entries->len; i++)
    {
      BvHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_assert_cmpint (entry->is_undone, ==, entry->id == 3);
    }
  g_assert_cmpstr (((BvHistoryEntry *) g_ptr_array_index (entries, 0))->title, ==, "Redo: Two");
  g_assert_cmpint (((BvHistoryEntry *) g_ptr_array_index (entries, 0))->target, ==, 2);
  assert_sound (fixture->store);
}

static void
any_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 undo_id, redo_id;

  act_sql (fixture->store, "One", "INSERT INTO setting VALUES ('a', '1')");
  act_sql (fixture->store, "Two", "INSERT INTO setting VALUES ('b', '1')");
  g_assert_true (bv_store_undo (fixture->store, 1, NULL, &undo_id, &error));
  assert_undo_refused (fixture->store, 1, BV_STORE_ERROR_CONFLICT, "undone already");
  /* To undo the undo is to redo; to undo that redo is to undo. */
  g_assert_true (bv_store_undo (fixture->store, undo_id, NULL, &redo_id, &error));
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 2);
  g_assert_true (bv_store_undo (fixture->store, redo_id, NULL, NULL, &error));
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM setting"), ==, 1);
  g_assert_true (bv_store_redo (fixture->store, 1, NULL, NULL, &error));
  g_assert_false (bv_store_redo (fixture->store, 1, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bv_store_redo (fixture->store, 99, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture->store);
}

static gboolean
district_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  static const char *const steps[] = {
    "INSERT INTO subject (id, kind, name, name_fold, sort_key) VALUES"
    " (1, 2, 'Huyện', 'huyen', x'01'), (2, 2, 'Xã', 'xa', x'02'),"
    " (3, 1, 'Lò Thị Ươm', 'lo thi uom', x'03'), (4, 3, 'Hộ Lò', 'ho lo', x'04')",
    "INSERT INTO unit (subject_id, parent_id, kind) VALUES (1, NULL, 'authority'), (2, 1, "
    "'commune')",
    "INSERT INTO person (subject_id, birth) VALUES (3, '1970')",
    "INSERT INTO household (subject_id, unit_id, head_id) VALUES (4, 2, 3)",
    "INSERT INTO membership (id, person_id, unit_id) VALUES (1, 3, 2)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!bv_connection_run (connection, error, steps[i], NULL))
      return FALSE;
  return TRUE;
}

static void
make_district (BvStore *store)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (store, "District", BV_ACT_NONE, district_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* One DELETE that takes rows along (CASCADE), empties a column elsewhere (SET NULL); and an undo that
 * must delete parents and children of RESTRICT in whatever order the changeset has them. */
static void
cascades (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = dump_store (fixture->store);
  g_autofree char *full = NULL;
  g_autofree char *without = NULL;

  make_district (fixture->store);
  full = dump_store (fixture->store);
  act_sql (fixture->store, "Delete Ươm", "DELETE FROM subject WHERE id = 3");
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM membership"), ==, 0);
  without = dump_store (fixture->store);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *now = NULL;

      undo (fixture->store, 0, "Delete Ươm");
      now = dump_store (fixture->store);
      g_assert_cmpstr (now, ==, full);
      assert_sound (fixture->store);
      undo (fixture->store, 0, "District");
      g_free (now);
      now = dump_store (fixture->store);
      g_assert_cmpstr (now, ==, empty);
      redo (fixture->store, 0, "District");
      redo (fixture->store, 0, "Delete Ươm");
      g_free (now);
      now = dump_store (fixture->store);
      g_assert_cmpstr (now, ==, without);
      assert_sound (fixture->store);
    }
  /* Foreign keys hold again for the next act. */
  undo (fixture->store, 0, "Delete Ươm");
  act_sql (fixture->store, "Again", "DELETE FROM subject WHERE id = 3");
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM person"), ==, 0);
}

static void
same_row (Fixture *fixture, gconstpointer data)
{
  make_district (fixture->store);
  act_sql (fixture->store, "Name", "UPDATE subject SET name = 'Xã Mường Bú' WHERE id = 2");
  act_sql (fixture->store, "Note", "UPDATE subject SET note = 'x' WHERE id = 2");
  act_sql (fixture->store, "Rename", "UPDATE subject SET name = 'Xã Ít Ong' WHERE id = 2");
  act_sql (fixture->store, "Elsewhere", "UPDATE subject SET name = 'Huyện Mường La' WHERE id = 1");

  /* Another column of the same row is not in the way. */
  undo (fixture->store, 3, "Note");
  assert_undo_refused (fixture->store, 2, BV_STORE_ERROR_CONFLICT, "“Rename” came later");
  assert_undo_refused (fixture->store, 1, BV_STORE_ERROR_CONFLICT, "“Elsewhere” came later");
  undo (fixture->store, 4, "Rename");
  undo (fixture->store, 2, "Name");
  undo (fixture->store, 5, "Elsewhere");
  undo (fixture->store, 1, "District");
  assert_sound (fixture->store);
}

static void
built_upon (Fixture *fixture, gconstpointer data)
{
  make_district (fixture->store);
  act_sql (fixture->store, "New unit",
           "INSERT INTO subject (id, kind, name, name_fold, sort_key)"
           " VALUES (10, 2, 'Tổ', 'to', x'05')");
  act_sql (fixture->store, "Its kind", "INSERT INTO unit (subject_id, kind) VALUES (10, 'other')");
  act_sql (fixture->store, "Post",
           "INSERT INTO membership (id, person_id, unit_id) VALUES (7, 3, 10)");
  assert_undo_refused (fixture->store, 2, BV_STORE_ERROR_CONFLICT, "“Its kind” came later");
  assert_undo_refused (fixture->store, 3, BV_STORE_ERROR_CONFLICT, "“Post” came later");
  undo (fixture->store, 4, "Post");
  undo (fixture->store, 3, "Its kind");
  undo (fixture->store, 2, "New unit");
  assert_sound (fixture->store);
}

static void
collisions (Fixture *fixture, gconstpointer data)
{
  make_district (fixture->store);
  act_sql (fixture->store, "Code", "UPDATE subject SET code = 'ML' WHERE id = 1");
  act_sql (fixture->store, "No code", "UPDATE subject SET code = NULL WHERE id = 1");
  act_sql (fixture->store, "Taken", "UPDATE subject SET code = 'ML' WHERE id = 2");
  act_sql (fixture->store, "Unrelated", "UPDATE subject SET note = 'y' WHERE id = 4");
  assert_undo_refused (fixture->store, 3, BV_STORE_ERROR_CONFLICT, "“Taken” came later");
  undo (fixture->store, 4, "Taken");
  undo (fixture->store, 3, "No code");

  act_sql (fixture->store, "Mapping",
           "INSERT INTO import_mapping VALUES ('people', 'ho ten', 'name')");
  act_sql (fixture->store, "Forget", "DELETE FROM import_mapping");
  act_sql (fixture->store, "Learn",
           "INSERT INTO import_mapping VALUES ('people', 'ho ten', 'code')");
  assert_undo_refused (fixture->store, 9, BV_STORE_ERROR_CONFLICT, "“Learn” came later");
  assert_sound (fixture->store);
}

/* Two records that exchange a unique value in one act: undone row by row, each would collide with the
 * other. */
static gboolean
exchange_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, "UPDATE subject SET code = 'x' WHERE id = 1", NULL)
         && bv_connection_run (connection, error, "UPDATE subject SET code = 'A' WHERE id = 2",
                               NULL)
         && bv_connection_run (connection, error, "UPDATE subject SET code = 'B' WHERE id = 1",
                               NULL);
}

static void
exchange (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;

  make_district (fixture->store);
  act_sql (fixture->store, "A", "UPDATE subject SET code = 'A' WHERE id = 1");
  act_sql (fixture->store, "B", "UPDATE subject SET code = 'B' WHERE id = 2");
  before = dump_store (fixture->store);
  bv_store_act (fixture->store, "Exchange", BV_ACT_NONE, exchange_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = dump_store (fixture->store);
  undo (fixture->store, 0, "Exchange");
  now = dump_store (fixture->store);
  g_assert_cmpstr (now, ==, before);
  redo (fixture->store, 0, "Exchange");
  g_free (now);
  now = dump_store (fixture->store);
  g_assert_cmpstr (now, ==, after);
  assert_sound (fixture->store);
  undo (fixture->store, 0, "Exchange");
  act_sql (fixture->store, "Later", "UPDATE subject SET code = 'C' WHERE id = 1");
  g_assert_false (bv_store_redo (fixture->store, 4, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "“Later” came later"));
}

typedef struct
{
  int first;
  int n;
} Range;

static gboolean
people_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Range *range = user_data;
  gint64 id;

  for (int i = range->first; i < range->first + range->n; i++)
    if (!insert_person (connection, i, &id, error))
      return FALSE;
  return TRUE;
}

static void
bulk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;
  g_autofree char *now = NULL;
  Range few = { .n = 20 };
  Range many = { .first = 20, .n = 3000 };
  const char *search = "SELECT count(*) FROM derived_subject_search WHERE derived_subject_search"
                       " MATCH '\"dien\"*'";

  bv_store_act (fixture->store, "Few", BV_ACT_NONE, people_cb, &few, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_store_act (fixture->store, "Many", BV_ACT_BULK, people_cb, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_sound (fixture->store);
  full = dump_store (fixture->store);
  g_assert_cmpint (query_int (fixture->store, search), >, 200);
  undo (fixture->store, 0, "Many");
  assert_sound (fixture->store);
  g_assert_cmpint (query_int (fixture->store, search), ==, 0);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM person"), ==, 20);
  redo (fixture->store, 0, "Many");
  now = dump_store (fixture->store);
  g_assert_true (strcmp (now, full) == 0);
  assert_sound (fixture->store);
  act_sql (fixture->store, "All marks", "UPDATE subject SET name = name || ' Bảy'");
  assert_sound (fixture->store);
  undo (fixture->store, 0, "All marks");
  assert_sound (fixture->store);
}

static void
changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  BvChange *change;

  make_district (fixture->store);
  act_sql (fixture->store, "Rename",
           "UPDATE subject SET name = 'Xã Mường Bú', note = 'mới' WHERE id = 2");
  act_sql (fixture->store, "Delete Ươm", "DELETE FROM subject WHERE id = 3");
  act_sql (fixture->store, "File",
           "INSERT INTO office_file VALUES ('emblem', 'image/svg', x'0102', 'h')");

  list = bv_store_list_changes (fixture->store, 2, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  change = g_ptr_array_index (list, 0);
  g_assert_cmpstr (change->table, ==, "subject");
  g_assert_cmpstr (change->operation, ==, "update");
  g_assert_cmpint (change->row_id, ==, 2);
  g_assert_cmpuint (g_strv_length (change->columns), ==, 2);
  g_assert_cmpstr (change->columns[0], ==, "name");
  g_assert_cmpstr (change->old_values[0], ==, "Xã");
  g_assert_cmpstr (change->new_values[0], ==, "Xã Mường Bú");
  g_assert_cmpstr (change->columns[1], ==, "note");
  g_assert_cmpstr (change->old_values[1], ==, "");

  g_clear_pointer (&list, g_ptr_array_unref);
  list = bv_store_list_changes (fixture->store, 3, 10, &error);
  g_assert_cmpuint (list->len, ==, 4);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = bv_store_list_changes (fixture->store, 3, 2, &error);
  g_assert_cmpuint (list->len, ==, 2);

  g_clear_pointer (&list, g_ptr_array_unref);
  list = bv_store_list_changes (fixture->store, 4, 10, &error);
  change = g_ptr_array_index (list, 0);
  g_assert_cmpstr (change->operation, ==, "insert");
  g_assert_cmpint (change->row_id, ==, 0);
  g_assert_cmpstr (change->new_values[2], ==, "2 bytes");

  g_assert_null (bv_store_list_changes (fixture->store, 99, 10, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gint64 *) user_data = bv_store_act_finish (BV_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
without_waiting (Fixture *fixture, gconstpointer data)
{
  gint64 undo_id = 0, redo_id = 0;

  act_sql (fixture->store, "One", "INSERT INTO setting VALUES ('a', '1')");
  bv_store_undo_async (fixture->store, 0, finished_cb, &undo_id);
  bv_store_redo_async (fixture->store, 0, finished_cb, &redo_id);
  while (redo_id == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (undo_id, ==, 2);
  g_assert_cmpint (redo_id, ==, 3);
}

/* While a lease is held, an undo goes through; the lease still sees what it saw. */
static void
beside_a_lease (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 n;

  act_sql (fixture->store, "One", "INSERT INTO setting VALUES ('a', '1')");
  lease = bv_store_lease (fixture->store, &error);
  undo (fixture->store, 0, "One");
  bv_connection_query_int (bv_lease_connection (lease), &n, 0, &error,
                           "SELECT count(*) FROM setting", NULL);
  g_assert_cmpint (n, ==, 1);
}

static gboolean
random_act_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  GRand *rand = user_data;
  int n_steps = g_rand_int_range (rand, 1, 8);

  for (int i = 0; i < n_steps; i++)
    {
      gint64 id = g_rand_int_range (rand, 1, 40);
      g_autofree char *name = g_strdup_printf ("Tên %u", g_rand_int_range (rand, 0, 9));
      gboolean ok = TRUE;

      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0:
        case 1:
          ok = bv_connection_run (connection, error,
                                  "INSERT INTO subject (kind, name, name_fold, sort_key)"
                                  " VALUES (1, ?1, ?1, CAST (?1 AS BLOB))",
                                  "s", name)
               && bv_connection_run (connection, error,
                                     "INSERT INTO person (subject_id) VALUES (?1)", "i",
                                     bv_connection_last_id (connection));
          break;
        case 2:
          ok = bv_connection_run (connection, error, "UPDATE subject SET name = ?1 WHERE id = ?2",
                                  "si", name, id);
          break;
        case 3:
          ok = bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i", id);
          break;
        case 4:
          ok = bv_connection_run (connection, error,
                                  "INSERT OR REPLACE INTO setting VALUES (?1, ?2)", "si", name, id);
          break;
        case 5:
          ok = bv_connection_run (
            connection, error,
            "INSERT INTO household (subject_id, head_id)"
            " SELECT s.id, (SELECT max(subject_id) FROM person) FROM subject s"
            " WHERE s.id = ?1 AND s.id NOT IN (SELECT subject_id FROM household)",
            "i", id);
          break;
        default:
          ok = bv_connection_run (
            connection, error, "UPDATE person SET home = ?1 WHERE subject_id > ?2", "si", name, id);
        }
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* Whatever was done: undone one by one it comes back through the same states, redone likewise. */
static void
random_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dump_store (fixture->store));
  for (int i = 0; i < 120; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      bv_store_act (fixture->store, "Random", BV_ACT_NONE, random_act_cb, rand, NULL, &id, &error);
      g_assert_no_error (error);
      if (id != 0)
        g_ptr_array_add (states, dump_store (fixture->store));
    }
  assert_sound (fixture->store);
  fixture_reopen (fixture);
  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *now = NULL;
      undo (fixture->store, 0, "Random");
      now = dump_store (fixture->store);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, i - 1));
    }
  assert_sound (fixture->store);
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *now = NULL;
      redo (fixture->store, 0, "Random");
      now = dump_store (fixture->store);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, i));
    }
  assert_sound (fixture->store);
}

/* Small acts on many rows, so that some stand in each other's way and some do not. */
static gboolean
small_act_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  GRand *rand = user_data;
  gint64 id = g_rand_int_range (rand, 1, 30);
  g_autofree char *name = g_strdup_printf ("Tên %u", g_rand_int_range (rand, 0, 40));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return bv_connection_run (connection, error,
                                "INSERT INTO subject (kind, name, name_fold, sort_key, code)"
                                " SELECT 1, ?1, ?1, CAST (?1 AS BLOB), ?1"
                                " WHERE NOT EXISTS (SELECT 1 FROM subject WHERE code = ?1)",
                                "s", name);
    case 1:
      return bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i", id);
    case 2:
      return bv_connection_run (connection, error,
                                "INSERT INTO person (subject_id) SELECT id FROM subject"
                                " WHERE id = ?1 AND id NOT IN (SELECT subject_id FROM person)",
                                "i", id);
    default:
      return bv_connection_run (connection, error, "INSERT OR REPLACE INTO setting VALUES (?1, ?2)",
                                "si", name, id);
    }
}

/* Undone in any order: each time it either goes through and the file is sound, or names an act. */
static void
random_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  int n_done = 0, n_refused = 0;
  gint64 n_acts;

  for (int i = 0; i < 80; i++)
    {
      g_autoptr (GError) error = NULL;
      bv_store_act (fixture->store, "Random", BV_ACT_NONE, small_act_cb, rand, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  n_acts = query_int (fixture->store, "SELECT count(*) FROM history");
  for (int i = 0; i < 150; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 act = g_rand_int_range (rand, 1, (int) n_acts + 1);
      gboolean ok = g_rand_boolean (rand) ? bv_store_undo (fixture->store, act, NULL, NULL, &error)
                                          : bv_store_redo (fixture->store, act, NULL, NULL, &error);
      if (ok)
        n_done++;
      else
        {
          g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
          n_refused++;
          /* Who is in the way is always told. */
          g_assert_null (strstr (error->message, "no longer as"));
        }
      if (i % 10 == 0)
        assert_sound (fixture->store);
    }
  g_test_message ("%d done, %d refused", n_done, n_refused);
  g_assert_cmpint (n_done, >, 0);
  g_assert_cmpint (n_refused, >, 0);
  assert_sound (fixture->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/undo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("stack", stack);
  ADD ("any-entry", any_entry);
  ADD ("cascades", cascades);
  ADD ("same-row", same_row);
  ADD ("built-upon", built_upon);
  ADD ("collisions", collisions);
  ADD ("exchange", exchange);
  ADD ("bulk", bulk);
  ADD ("changes", changes);
  ADD ("without-waiting", without_waiting);
  ADD ("beside-a-lease", beside_a_lease);
  ADD ("random-acts", random_acts);
  ADD ("random-order", random_order);
#undef ADD
  return g_test_run ();
}
