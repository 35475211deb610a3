// SPDX-License-Identifier: GPL-3.0-or-later
/* Search: what is typed with, without or with decomposed marks finds the same; and the index follows
 * every change. */

#include "store-helper.h"

#include "store/bv-search.h"

static void
assert_query (const char *typed, const char *expected)
{
  g_autofree char *query = bv_search_fts_query (typed);

  g_assert_cmpstr (query, ==, expected);
}

static void
queries (void)
{
  assert_query ("điện bi", "\"dien\"* AND (\"bi\"* OR \"by\"*)");
  assert_query ("Kỹ Lê Tuấn", "(\"ki\"* OR \"ky\"*) AND \"le\"* \"tuan\"*");
  assert_query ("quí thúy", "(\"qui\"* OR \"quy\"*) AND \"thuy\"*");
  assert_query ("  ĐIỆN   BIÊN ", "\"dien\"* \"bien\"*");
  assert_query ("Nguyê\xcc\x83n", "\"nguyen\"*");
  assert_query ("001085-12345", "\"001085\"* \"12345\"*");
  assert_query ("a\"b' OR c* NEAR (d) ^e - :f{g}", "\"a\"* \"b\"* \"or\"* \"c\"* \"near\"* \"d\"*"
                                                   " \"e\"* \"f\"* \"g\"*");
  assert_query ("", NULL);
  assert_query (" .,*\"-() ", NULL);
  assert_query (NULL, NULL);
}

static gint64
count (BvStore *store, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  g_autofree char *query = bv_search_fts_query (typed);
  gint64 n = -1;

  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &n, -1, &error,
                           "SELECT count(*) FROM derived_subject_search"
                           " WHERE derived_subject_search MATCH ?1",
                           "s", query);
  g_assert_no_error (error);
  return n;
}

static void
insert (BvStore *store, int id, const char *name, const char *code)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO subject (id, kind, name, name_fold, sort_key, code)"
    " VALUES (%d, 1, '%s', 'x', x'00', nullif ('%s', ''))",
    id, name, code);

  act_sql (store, "Insert", sql);
}

static void
found (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = {
    "dien bien", "Điện Biên",
    "ĐIỆN BIÊN", "Đi\x65\xcc\x82\xcc\xa3n Bie\xcc\x82n", /* decomposed, marks in another order */
    "die bie",   "biên điện",
  };

  insert (fixture->store, 1, "Điện Biên", "DB");
  /* A name that came in decomposed, by another program. */
  insert (fixture->store, 2, "Đie\xcc\xa3\xcc\x82n Bie\xcc\x82n Đông", "DBD");
  insert (fixture->store, 3, "Nguyễn Thị Đặng", "012345678901");
  insert (fixture->store, 4, "Trần Ươm", "");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_cmpint (count (fixture->store, forms[i]), ==, 2);
  g_assert_cmpint (count (fixture->store, "dong"), ==, 1);
  g_assert_cmpint (count (fixture->store, "nguyen dang"), ==, 1);
  g_assert_cmpint (count (fixture->store, "ươm"), ==, 1);
  g_assert_cmpint (count (fixture->store, "uom"), ==, 1);
  g_assert_cmpint (count (fixture->store, "0123"), ==, 1);
  g_assert_cmpint (count (fixture->store, "ien"), ==, 0);
  assert_sound (fixture->store);
}

static void
followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  insert (fixture->store, 1, "Lò Văn Điện", "A1");
  act_sql (fixture->store, "Rename", "UPDATE subject SET name = 'Lò Văn Thuỷ' WHERE id = 1");
  g_assert_cmpint (count (fixture->store, "dien"), ==, 0);
  g_assert_cmpint (count (fixture->store, "thuy"), ==, 1);
  act_sql (fixture->store, "Code", "UPDATE subject SET code = 'B2' WHERE id = 1");
  g_assert_cmpint (count (fixture->store, "a1"), ==, 0);
  g_assert_cmpint (count (fixture->store, "b2"), ==, 1);
  act_sql (fixture->store, "Note", "UPDATE subject SET note = 'Điện' WHERE id = 1");
  g_assert_cmpint (count (fixture->store, "dien"), ==, 0);
  act_sql (fixture->store, "Replace",
           "REPLACE INTO subject (id, kind, name, name_fold, sort_key)"
           " VALUES (1, 1, 'Hà Thị Bình', 'x', x'00')");
  g_assert_cmpint (count (fixture->store, "thuy"), ==, 0);
  assert_sound (fixture->store);
  act_sql (fixture->store, "Delete", "DELETE FROM subject");
  g_assert_cmpint (count (fixture->store, "binh"), ==, 0);
  g_assert_true (bv_store_undo (fixture->store, 0, NULL, NULL, &error));
  g_assert_true (bv_store_undo (fixture->store, 0, NULL, NULL, &error));
  g_assert_cmpint (count (fixture->store, "thuy"), ==, 1);
  assert_sound (fixture->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search/queries", queries);
  g_test_add ("/store/search/found", Fixture, NULL, fixture_set_up, found, fixture_tear_down);
  g_test_add ("/store/search/followed", Fixture, NULL, fixture_set_up, followed, fixture_tear_down);
  return g_test_run ();
}
