// SPDX-License-Identifier: GPL-3.0-or-later
/* Migrations: files of every schema there ever was come to the newest with nothing lost; a migration
 * that fails leaves the file as it was.
 *
 * Before a new number is added to data/schema/, this program writes the fixture of the one before:
 *   test-migrate --dump > tests/fixtures/schema-NNNN.sql */

#include "bv-test-folder.h"
#include "store-helper.h"

#include "base/bv-error.h"
#include "base/bv-name.h"
#include "base/bv-text.h"
#include "store/bv-act.h"
#include "store/bv-connection-private.h"
#include "store/bv-migrate.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* ── Writing a fixture ───────────────────────────────────────────────────────────────────── */

static gboolean
add_subject (BvConnection *connection, int kind, const char *name, const char *code, GError **error)
{
  g_autofree char *fold = bv_text_fold (name);
  g_autoptr (GBytes) key = bv_name_sort_key (name, BV_NAME_ORDER_PLAIN);

  return bv_connection_run (connection, error,
                            "INSERT INTO subject (kind, name, name_fold, sort_key, code, note)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, '')",
                            "issbs", (gint64) kind, name, fold, key, code);
}

/* Names as the world sends them: decomposed, quoted, of one letter, of many, in another script. */
static gboolean
awkward_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  static const char *const names[] = {
    "Đie\xcc\xa3\xcc\x82n Bie\xcc\x82n",
    "O'Neil \"Bảy\" Nguyễn",
    "Ý",
    "Nguyễn; DROP TABLE subject; --",
    "Ê Đê H’Linh Niê",
    "阮文安",
    " ",
    "Lò Thị 👩‍🌾",
  };
  static const char *const rest[] = {
    "INSERT INTO unit (subject_id, kind, from_date) VALUES (9, 'authority', '1945-09-02')",
    "INSERT INTO unit (subject_id, parent_id, kind, is_small) VALUES (10, 9, 'village', 1)",
    "INSERT INTO unit_succession (predecessor_id, successor_id, on_date, manner)"
    " VALUES (10, 9, '2025-07-01', 'merge')",
    "INSERT INTO person (subject_id, birth) SELECT id, '1975-02-28' FROM subject WHERE kind = 1",
    "INSERT INTO membership (person_id, unit_id, post, from_date)"
    " SELECT subject_id, 10, 'Cán bộ ''xã''', '2020-01-01' FROM person",
    "INSERT INTO movement (name, level) VALUES ('Thi đua yêu nước', 'district')",
    "INSERT INTO indicator (movement_id, name, name_fold, direction, accumulation, decimals, "
    "baseline)"
    " VALUES (1, 'Thu ngân sách', 'thu ngan sach', 'higher', 'sum', 2, -0.1)",
    "INSERT INTO measurement (indicator_id, unit_id, year, period, value)"
    " VALUES (1, 9, 2023, 'M01', 1.7976931348623157e308), (1, 9, 2023, 'M02', 0.1),"
    " (1, 9, 2023, 'M03', -1e-300)",
    "INSERT INTO office_file VALUES ('empty', 'image/svg+xml', x'', '')",
    "INSERT INTO setting VALUES ('', ''), ('lines', 'a' || char (10) || 'b')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!add_subject (connection, 1, names[i], NULL, error))
      return FALSE;
  if (!add_subject (connection, 2, "Ủy ban nhân dân huyện Mường La", "ML", error)
      || !add_subject (connection, 2, "Bản Hua Nặm", "", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (!bv_connection_run (connection, error, rest[i], NULL))
      return FALSE;
  return TRUE;
}

static void
make_awkward (BvStore *store)
{
  g_autoptr (GError) error = NULL;

  bv_store_set_actor (store, "Cà Thị “Ý” O'Hà");
  bv_store_act (store, "Awkward rows", BV_ACT_NONE, awkward_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  act_sql (store, "Huge note",
           "UPDATE subject SET note = replace (hex (zeroblob (2000)), '00', 'Đặng ')"
           " WHERE id = 1");
  act_sql (store, "Delete", "DELETE FROM subject WHERE id = 3");
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  act_sql (store, "Rename",
           "UPDATE subject SET name = 'Nguyễn Văn Đạt', name_fold = 'nguyen van dat'"
           " WHERE id = 4");
}

static void
dump_rows (BvConnection *connection, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (BvStatement) names = bv_connection_query (
    connection, &error, "SELECT name FROM pragma_table_info (?1)", "s", table);
  g_autoptr (BvStatement) rows = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;

  while (bv_statement_step (names, &has_row, &error) && has_row)
    g_string_append_printf (columns, "%squote (\"%s\")", columns->len > 0 ? " || ', ' || " : "",
                            bv_statement_text (names, 0));
  sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY 1", columns->str, table);
  rows = bv_connection_prepare (connection, sql, &error);
  g_assert_no_error (error);
  while (bv_statement_step (rows, &has_row, &error) && has_row)
    printf ("INSERT INTO \"%s\" VALUES (%s);\n", table, bv_statement_text (rows, 0));
  g_assert_no_error (error);
}

static void
write_dump (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-dump-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "x.bangvang", NULL);
  BvStore *store = bv_store_open (path, BV_STORE_CREATE, &error);
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvStatement) schema = NULL;
  gboolean has_row;

  g_assert_no_error (error);
  make_awkward (store);
  lease = bv_store_lease (store, &error);
  printf ("-- A file of schema %d with awkward rows, as test-migrate --dump wrote it. Names are"
          " invented.\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\n",
          BV_STORE_SCHEMA, BV_STORE_APPLICATION_ID, BV_STORE_SCHEMA);
  for (int pass = 0; pass < 2; pass++)
    {
      schema = bv_connection_query (
        bv_lease_connection (lease), &error,
        "SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'derived_subject_search_%' ORDER BY rowid",
        NULL);
      while (bv_statement_step (schema, &has_row, &error) && has_row)
        if (pass == 0)
          printf ("%s;\n", bv_statement_text (schema, 1));
        else if (strcmp (bv_statement_text (schema, 2), "table") == 0
                 && !g_str_has_prefix (bv_statement_text (schema, 0), "derived_"))
          dump_rows (bv_lease_connection (lease), bv_statement_text (schema, 0));
      g_clear_pointer (&schema, bv_statement_free);
    }
  printf ("DELETE FROM sqlite_sequence;\n");
  dump_rows (bv_lease_connection (lease), "sqlite_sequence");
  g_clear_pointer (&lease, bv_lease_free);
  g_object_unref (store);
  bv_test_folder_remove (folder);
}

/* ── Reading the fixtures ────────────────────────────────────────────────────────────────── */

static char *
fixture_name (int number)
{
  g_autofree char *name = g_strdup_printf ("schema-%04d.sql", number);

  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

static void
load_fixture (int number, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = fixture_name (number);
  g_autofree char *sql = NULL;
  BvConnection *connection = bv_connection_open (path, BV_CONNECTION_CREATE, NULL, &error);

  g_assert_no_error (error);
  g_file_get_contents (name, &sql, NULL, &error);
  g_assert_no_error (error);
  bv_connection_script (connection, sql, BV_ATTEMPT_WRITE, &error);
  g_assert_no_error (error);
  bv_connection_close (connection);
}

static char *
dump_schema (BvStore *store)
{
  return query_text (store,
                     "SELECT group_concat (type || ' ' || name || ': ' || coalesce (sql, ''),"
                     " char (10)) FROM (SELECT * FROM sqlite_schema ORDER BY type, name)");
}

static void
fixtures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beyond = fixture_name (BV_STORE_SCHEMA + 1);

  /* Each schema there ever was has its fixture, and none lies here without its schema. */
  g_assert_false (g_file_test (beyond, G_FILE_TEST_EXISTS));
  for (int number = 1; number <= BV_STORE_SCHEMA; number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = fixture_path (fixture, "old.bangvang");
      g_autofree char *found = NULL;
      g_autofree char *fresh = dump_schema (fixture->store);
      g_autofree char *note = NULL;
      BvStore *store;

      load_fixture (number, path);
      store = bv_store_open (path, BV_STORE_OPEN, &error);
      g_assert_no_error (error);
      found = dump_schema (store);
      if (strcmp (found, fresh) != 0)
        g_test_message ("The schema differs from the fixture. A number that has not shipped may be"
                        " changed; then write its fixture anew: test-migrate --dump > "
                        "tests/fixtures/schema-%04d.sql",
                        number);
      g_assert_cmpstr (found, ==, fresh);
      assert_sound (store);

      g_assert_cmpint (query_int (store, "SELECT count(*) FROM subject"), ==, 10);
      note = query_text (store, "SELECT note FROM subject WHERE id = 1");
      g_assert_cmpint (g_utf8_strlen (note, -1), ==, 10000);
      g_assert_cmpint (query_int (store, "SELECT value = 1.7976931348623157e308 FROM measurement"
                                         " WHERE period = 'M01'"),
                       ==, 1);
      g_assert_cmpint (query_int (store, "SELECT count(*) FROM derived_subject_search WHERE"
                                         " derived_subject_search MATCH '\"dien\"* \"bien\"*'"),
                       ==, 1);
      /* What was done long ago can still be taken back, and done again. */
      for (int i = 0; i < 3; i++)
        {
          bv_store_undo (store, 0, NULL, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_cmpint (query_int (store, "SELECT count(*) FROM subject"), ==, 0);
      for (int i = 0; i < 3; i++)
        {
          bv_store_redo (store, 0, NULL, NULL, &error);
          g_assert_no_error (error);
        }
      assert_sound (store);
      g_object_unref (store);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* Schema 2 makes the table of remembered columns anew, for more kinds of tables than schema 1 named: the rows stay. */
static void
remembered_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "columns.bangvang");
  BvConnection *connection;
  BvStore *store;

  load_fixture (1, path);
  connection = bv_connection_open (path, BV_CONNECTION_WRITE, NULL, &error);
  g_assert_no_error (error);
  bv_connection_script (connection,
                        "INSERT INTO import_mapping VALUES ('people', 'ho ten cb', 'name')",
                        BV_ATTEMPT_WRITE, &error);
  g_assert_no_error (error);
  bv_connection_close (connection);
  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM import_mapping WHERE target = 'people'"
                                     " AND header_fold = 'ho ten cb' AND field = 'name'"),
                   ==, 1);
  act_sql (store, "Remember", "INSERT INTO import_mapping VALUES ('ratings', 'muc', 'grade')");
  assert_sound (store);
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM import_mapping"), ==, 1);
  g_object_unref (store);
}

static gboolean
script_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_script (connection, user_data, BV_ATTEMPT_WRITE, error);
}

static gint64
old_act (BvConnection *connection, const char *title, const char *sql)
{
  g_autoptr (GError) error = NULL;
  BvAct act = { .kind = "act", .actor = "A", .title = g_strdup (title) };
  gint64 id;

  bv_act_execute (connection, &act, script_cb, (gpointer) sql, &error);
  g_assert_no_error (error);
  id = act.id;
  bv_act_clear (&act);
  return id;
}

/* Schema 2 adds columns to decisions and awards. What schema 1 did to them is taken back and done again all the same;
 * what a later act rests on stays. */
static void
old_acts_of_grown_tables (Fixture *fixture, gconstpointer data)
{
  static const char counts[] = "SELECT (SELECT count(*) FROM award WHERE year = 1999) * 100"
                               " + (SELECT count(*) FROM decision WHERE year = 1999)";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "grown.bangvang");
  g_autofree char *note = NULL;
  g_autofree char *was = NULL;
  BvConnection *connection;
  BvStore *store;
  gint64 added;

  load_fixture (1, path);
  connection = bv_connection_open (path, BV_CONNECTION_WRITE, NULL, &error);
  g_assert_no_error (error);
  added = old_act (connection, "Add",
                   "INSERT INTO decision (id, number, on_date, title, year, level, issuer) VALUES"
                   " (901, '9/QĐ', '1999-12-01', 'Về việc', 1999, 'district', 'Chủ tịch');"
                   "INSERT INTO award (id, decision_id, subject_id, form_code, manner, year,"
                   " name_printed, ledger_book, ledger_number) VALUES"
                   " (901, 901, 1, 'GKH', 'CT', 1999, 'Một', 'X', 1),"
                   " (902, 901, 2, 'GKH', 'CT', 1999, 'Hai', 'X', 2);");
  old_act (connection, "Change",
           "UPDATE award SET note = 'sửa', bonus_paid = 5 WHERE id = 901;"
           "UPDATE decision SET note = 'sửa' WHERE id = 901;");
  old_act (connection, "Delete", "DELETE FROM award WHERE id = 902;");
  bv_connection_close (connection);

  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  assert_sound (store);
  g_assert_cmpint (query_int (store, counts), ==, 101);
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, counts), ==, 201);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM award WHERE id = 902 AND movement_id IS"
                                     " NULL AND override_reason = '' AND ledger_number = 2"),
                   ==, 1);
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  was = query_text (store, "SELECT d.note || a.note FROM award a JOIN decision d ON d.id ="
                           " a.decision_id WHERE a.id = 901 AND a.bonus_paid IS NULL");
  g_assert_cmpstr (was, ==, "");
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, counts), ==, 0);
  for (int i = 0; i < 3; i++)
    {
      bv_store_redo (store, 0, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (query_int (store, counts), ==, 101);
  assert_sound (store);

  /* A new act writes what schema 1 did not know: the old one does not go behind its back. */
  act_sql (store, "Reason", "UPDATE award SET override_reason = 'Lý do' WHERE id = 901");
  g_assert_false (bv_store_undo (store, added, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_assert_cmpint (query_int (store, counts), ==, 101);
  note = query_text (store, "SELECT override_reason FROM award WHERE id = 901");
  g_assert_cmpstr (note, ==, "Lý do");
  assert_sound (store);
  g_object_unref (store);
}

static void
numbers (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children ("/vn/bangvang/core/schema",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, BV_STORE_SCHEMA);
}

/* ── Migrations made up for the test ─────────────────────────────────────────────────────── */

static GBytes *
made_up (int number, gpointer user_data, GError **error)
{
  const char *const *steps = user_data;

  return g_bytes_new_static (steps[number - 1], strlen (steps[number - 1]));
}

static BvConnection *
open_plain (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, name);
  BvConnection *connection = bv_connection_open (path, BV_CONNECTION_CREATE, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static gint64
version_of (BvConnection *connection)
{
  g_autoptr (GError) error = NULL;
  gint64 version;

  bv_connection_query_int (connection, &version, -1, &error, "PRAGMA user_version", NULL);
  g_assert_no_error (error);
  return version;
}

static void
steps (Fixture *fixture, gconstpointer data)
{
  static const char *const good[] = {
    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id));"
    "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)",
    /* A table made anew, as sqlite.org/lang_altertable.html has it. */
    "CREATE TABLE p2 (id INTEGER PRIMARY KEY, note TEXT); INSERT INTO p2 SELECT id, '' FROM p;"
    "DROP TABLE p; ALTER TABLE p2 RENAME TO p",
    "INSERT INTO p VALUES (2, ''); CREATE TABLE p (id)",
    "DELETE FROM p",
  };
  g_autoptr (GError) error = NULL;
  BvConnection *connection = open_plain (fixture, "steps.db");
  gint64 n;

  g_assert_true (bv_migrate (connection, 2, BV_ATTEMPT_MIGRATE, made_up, (gpointer) good, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_of (connection), ==, 2);
  bv_connection_query_int (connection, &n, -1, &error, "SELECT count(*) FROM p WHERE note = ''",
                           NULL);
  g_assert_cmpint (n, ==, 1);

  /* Half a migration is none. */
  g_assert_false (bv_migrate (connection, 3, BV_ATTEMPT_MIGRATE, made_up, (gpointer) good, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_assert_nonnull (strstr (error->message, "left as it was"));
  g_clear_error (&error);
  g_assert_cmpint (version_of (connection), ==, 2);
  bv_connection_query_int (connection, &n, -1, &error, "SELECT count(*) FROM p", NULL);
  g_assert_cmpint (n, ==, 1);
  bv_connection_close (connection);
}

static void
pointing_at_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id));"
    "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)",
    "DELETE FROM p",
  };
  g_autoptr (GError) error = NULL;
  BvConnection *connection = open_plain (fixture, "bad.db");

  g_assert_false (bv_migrate (connection, 2, BV_ATTEMPT_MIGRATE, made_up, (gpointer) bad, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT);
  g_assert_cmpint (version_of (connection), ==, 1);
  bv_connection_close (connection);
}

/* A file of ours from before the first schema: made, but cut short before anything stood in it. */
static void
backed_up_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "older.bangvang");
  g_autofree char *backup = g_strdup_printf ("%s.before-form-%d.bangvang", path, BV_STORE_SCHEMA);
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", BV_STORE_APPLICATION_ID);
  BvConnection *connection = open_plain (fixture, "older.bangvang");
  BvStore *store;

  bv_connection_script (connection, sql, BV_ATTEMPT_WRITE, &error);
  bv_connection_close (connection);
  g_assert_null (bv_store_open (path, BV_STORE_READ_ONLY, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older version"));
  g_clear_error (&error);

  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  assert_sound (store);
  g_assert_cmpint (query_int (store, "PRAGMA user_version"), ==, BV_STORE_SCHEMA);
  act_sql (store, "Setting", "INSERT INTO setting VALUES ('a', '1')");
  g_object_unref (store);

  connection = bv_connection_open (backup, BV_CONNECTION_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version_of (connection), ==, 0);
  bv_connection_close (connection);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--dump") == 0)
    {
      write_dump ();
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migrate/numbers", numbers);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/migrate/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("fixtures", fixtures);
  ADD ("remembered-columns", remembered_columns);
  ADD ("grown-tables", old_acts_of_grown_tables);
  ADD ("steps", steps);
  ADD ("pointing-at-nothing", pointing_at_nothing);
  ADD ("backed-up-first", backed_up_first);
#undef ADD
  return g_test_run ();
}
