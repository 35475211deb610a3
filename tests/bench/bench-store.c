// SPDX-License-Identifier: GPL-3.0-or-later
/* The store with 100,000 people beside bare SQLite in the same run: what recording, undo, lists and
 * search cost. Prints a table; `bench-store 20000` for another number. */

#include "base/bv-name.h"
#include "base/bv-text.h"
#include "store/bv-connection-private.h"
#include "store/bv-row-list.h"
#include "store/bv-search.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

typedef struct
{
  char *name;
  char *fold;
  GBytes *key;
  char *code;
} Person;

static Person *people;
static int n_people = 100000;

static void
make_people (void)
{
  static const char *const family[] = { "Nguyễn", "Trần", "Lê",   "Lò",   "Quàng", "Cà",
                                        "Hà",     "Đinh", "Tòng", "Vàng", "Bạc",   "Hoàng" };
  static const char *const middle[] = { "Văn", "Thị", "Đức", "Minh", "Hồng", "Quang", "Thanh" };
  static const char *const given[] = { "An",    "Bình", "Cường", "Điện", "Dũng", "Hoà",
                                       "Hương", "Kỹ",   "Lý",    "Mai",  "Ngọc", "Phúc",
                                       "Sơn",   "Thuỷ", "Tuấn",  "Ươm",  "Xuân", "Ý" };

  people = g_new (Person, n_people);
  for (int i = 0; i < n_people; i++)
    {
      Person *person = &people[i];

      person->name = g_strdup_printf ("%s %s %s", family[i % G_N_ELEMENTS (family)],
                                      middle[i / 12 % G_N_ELEMENTS (middle)],
                                      given[i / 84 % G_N_ELEMENTS (given)]);
      person->fold = bv_text_fold (person->name);
      person->key = bv_name_sort_key (person->name, BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
      person->code = g_strdup_printf ("014%09d", i);
    }
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
report (const char *what, double milliseconds, double bare)
{
  if (bare > 0)
    g_print ("%-58s %9.1f ms %8.2f ×\n", what, milliseconds, milliseconds / bare);
  else
    g_print ("%-58s %9.1f ms\n", what, milliseconds);
}

#define INSERT_SUBJECT                                                                             \
  "INSERT INTO subject (kind, name, name_fold, sort_key, code) VALUES (1, ?1, ?2, ?3, ?4)"
#define INSERT_PERSON "INSERT INTO person (subject_id, birth, sex) VALUES (?1, '1975', 'female')"

/* The fastest way there is: one connection, two statements, one transaction. */
static double
insert_bare (const char *path, gboolean with_index)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  sqlite3_stmt *subject, *person;
  double start;

  g_object_unref (bv_store_open (path, BV_STORE_CREATE, &error));
  g_assert_no_error (error);
  sqlite3_open (path, &handle);
  sqlite3_exec (handle,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "PRAGMA foreign_keys = ON",
                NULL, NULL, NULL);
  start = now ();
  sqlite3_exec (handle, "BEGIN IMMEDIATE; INSERT INTO derived_pause VALUES (1)", NULL, NULL, NULL);
  sqlite3_prepare_v2 (handle, INSERT_SUBJECT, -1, &subject, NULL);
  sqlite3_prepare_v2 (handle, INSERT_PERSON, -1, &person, NULL);
  for (int i = 0; i < n_people; i++)
    {
      sqlite3_bind_text (subject, 1, people[i].name, -1, SQLITE_STATIC);
      sqlite3_bind_text (subject, 2, people[i].fold, -1, SQLITE_STATIC);
      sqlite3_bind_blob (subject, 3, g_bytes_get_data (people[i].key, NULL),
                         (int) g_bytes_get_size (people[i].key), SQLITE_STATIC);
      sqlite3_bind_text (subject, 4, people[i].code, -1, SQLITE_STATIC);
      sqlite3_step (subject);
      sqlite3_reset (subject);
      sqlite3_bind_int64 (person, 1, sqlite3_last_insert_rowid (handle));
      sqlite3_step (person);
      sqlite3_reset (person);
    }
  sqlite3_finalize (subject);
  sqlite3_finalize (person);
  sqlite3_exec (handle, "DELETE FROM derived_pause", NULL, NULL, NULL);
  if (with_index)
    sqlite3_exec (handle,
                  "INSERT INTO derived_subject_search (derived_subject_search) VALUES ('rebuild')",
                  NULL, NULL, NULL);
  if (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  start = now () - start;
  sqlite3_close (handle);
  g_remove (path);
  return start;
}

static gboolean
insert_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (BvStatement) subject = bv_connection_prepare (connection, INSERT_SUBJECT, error);
  g_autoptr (BvStatement) person = bv_connection_prepare (connection, INSERT_PERSON, error);

  for (int i = 0; i < n_people; i++)
    {
      bv_statement_bind_text (subject, 1, people[i].name);
      bv_statement_bind_text (subject, 2, people[i].fold);
      bv_statement_bind_blob (subject, 3, people[i].key);
      bv_statement_bind_text (subject, 4, people[i].code);
      if (!bv_statement_run (subject, error))
        return FALSE;
      bv_statement_bind_int (person, 1, bv_connection_last_id (connection));
      if (!bv_statement_run (person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
sql_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, user_data, NULL);
}

static void
bench_acts (BvStore *store, double bare, double bare_index)
{
  g_autoptr (GError) error = NULL;
  double start = now ();

  bv_store_act (store, "People", BV_ACT_BULK, insert_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("store: insert as one act, recorded, search index rebuilt", now () - start, bare);
  report ("  the same, beside bare SQLite with index", now () - start, bare_index);

  start = now ();
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("store: undo of the insert", now () - start, bare);
  start = now ();
  bv_store_redo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("store: redo of the insert", now () - start, bare);

  start = now ();
  bv_store_act (store, "One", BV_ACT_NONE, sql_cb,
                (gpointer) "UPDATE subject SET name = 'Lò Văn Mới' WHERE id = 77", NULL, NULL,
                &error);
  g_assert_no_error (error);
  report ("store: an act on one row", now () - start, 0);
  start = now ();
  bv_store_undo (store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("store: undo of that act", now () - start, 0);
}

static BvRowSource *
people_source (const char *typed)
{
  const char *row_sql = "SELECT s.name, s.code, p.birth, p.sex, p.ethnic_group, p.home FROM subject"
                        " AS s JOIN person AS p ON p.subject_id = s.id WHERE s.id = ?1";
  g_autofree char *query = bv_search_fts_query (typed);
  BvRowSource *source;

  if (query == NULL)
    return bv_row_source_new ("SELECT id FROM subject WHERE kind = 1 ORDER BY sort_key, id",
                              row_sql);
  /* CROSS: the index first. Left to itself, the planner walks all people in their order. */
  source = bv_row_source_new ("SELECT s.id FROM derived_subject_search AS f CROSS JOIN subject AS s"
                              " ON s.id = f.rowid WHERE f.derived_subject_search MATCH ?1"
                              " AND s.kind = 1 ORDER BY s.sort_key, s.id",
                              row_sql);
  bv_row_source_bind_text (source, 1, query);
  return source;
}

/* What GTK asks for when a list comes into view. */
static void
look_at_first_rows (BvRowList *list)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (list)), 205);

  for (guint i = 0; i < n; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
}

static void
bench_lists (BvStore *store)
{
  static const char *const typed[] = { "đ", "đi", "điệ", "điện", "điện q", "điện quà", "lo van" };
  double start = now ();
  double worst = 0;
  g_autoptr (BvRowList) list = bv_row_list_new (store, people_source (""));

  bv_row_list_wait (list);
  look_at_first_rows (list);
  report ("list: open to first rows", now () - start, 0);
  g_print ("%-58s %9u rows of %u\n", "list: made into objects at opening",
           bv_row_list_get_n_materialised (list), g_list_model_get_n_items (G_LIST_MODEL (list)));

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      start = now ();
      bv_row_list_set_source (list, people_source (typed[i]));
      bv_row_list_wait (list);
      look_at_first_rows (list);
      worst = MAX (worst, now () - start);
    }
  report ("list: slowest keystroke of seven to first rows", worst, 0);
  bv_row_list_set_source (list, people_source (""));
  bv_row_list_wait (list);
  look_at_first_rows (list);
  start = now ();
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  report ("list: read again after an act", now () - start, 0);
}

static void
bench_safety (BvStore *store, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *copy = g_build_filename (folder, "copy.bangvang", NULL);
  double start = now ();

  bv_store_backup (store, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report ("store: backup, reopened and checked", now () - start, 0);
  g_remove (copy);
  start = now ();
  bv_store_check (store, &findings, NULL, &error);
  g_assert_no_error (error);
  report (findings->len == 0 ? "store: whole check, sound" : "store: whole check, NOT sound",
          now () - start, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "bench.bangvang", NULL);
  double bare, bare_index, start;
  BvStore *store;

  setlocale (LC_ALL, "");
  g_assert_no_error (error);
  if (argc > 1)
    n_people = atoi (argv[1]);
  make_people ();
  g_print ("%d people, SQLite %s\n", n_people, sqlite3_libversion ());
  bare = insert_bare (path, FALSE);
  report ("bare SQLite: insert in one transaction", bare, bare);
  bare_index = insert_bare (path, TRUE);
  report ("bare SQLite: the same, search index rebuilt", bare_index, bare);

  store = bv_store_open (path, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
  bench_acts (store, bare, bare_index);
  bench_lists (store);
  bench_safety (store, folder);
  g_object_unref (store);

  start = now ();
  store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
  report ("store: open the file", now () - start, 0);
  g_object_unref (store);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
