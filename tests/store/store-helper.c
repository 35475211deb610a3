// SPDX-License-Identifier: GPL-3.0-or-later
/* What the tests of the store share. Names of people are invented. */

#include "store-helper.h"

#include "bv-test-folder.h"
#include "base/bv-name.h"
#include "base/bv-text.h"

#include <string.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = bv_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "Mường La.bangvang", NULL);
  fixture->store = bv_store_open (fixture->path, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    {
      /* Workers whose result nobody awaits let go of the store in their own time. */
      while (g_atomic_int_get (&G_OBJECT (fixture->store)->ref_count) > 1)
        g_main_context_iteration (NULL, FALSE);
      g_object_add_weak_pointer (G_OBJECT (fixture->store), (gpointer *) &fixture->store);
      g_object_unref (fixture->store);
      g_assert_null (fixture->store);
    }
  bv_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = bv_store_open (fixture->path, BV_STORE_OPEN, &error);
  g_assert_no_error (error);
}

char *
fixture_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static gboolean
run_sql (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, user_data, NULL);
}

gint64
act_sql (BvStore *store, const char *title, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 id = -1;

  bv_store_act (store, title, BV_ACT_NONE, run_sql, (gpointer) sql, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
query_text (BvStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  char *text = NULL;

  g_assert_no_error (error);
  bv_connection_query_text (bv_lease_connection (lease), &text, &error, sql, NULL);
  g_assert_no_error (error);
  return text != NULL ? text : g_strdup ("");
}

gint64
query_int (BvStore *store, const char *sql)
{
  g_autofree char *text = query_text (store, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

static void
dump_table (BvConnection *connection, const char *table, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
  g_autoptr (BvStatement) statement = bv_connection_prepare (connection, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  while (bv_statement_step (statement, &has_row, &error) && has_row)
    {
      g_string_append (out, table);
      for (int i = 0; i < bv_statement_n_columns (statement); i++)
        {
          g_autoptr (GBytes) bytes = bv_statement_blob (statement, i);
          g_string_append_c (out, '|');
          if (bytes != NULL)
            g_string_append_len (out, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes));
          else
            g_string_append (out, "NULL");
        }
      g_string_append_c (out, '\n');
    }
  g_assert_no_error (error);
}

char *
dump_store (BvStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  g_autoptr (BvStatement) statement = NULL;
  GString *out = g_string_new (NULL);
  gboolean has_row;

  g_assert_no_error (error);
  statement = bv_connection_prepare (bv_lease_connection (lease),
                                     "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                     " AND name <> 'history' AND name NOT LIKE 'sqlite_%'"
                                     " AND name NOT LIKE 'derived_%' ORDER BY name",
                                     &error);
  g_assert_no_error (error);
  while (bv_statement_step (statement, &has_row, &error) && has_row)
    dump_table (bv_lease_connection (lease), bv_statement_text (statement, 0), out);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

void
write_file (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

gboolean
insert_person (BvConnection *connection, gint64 n, gint64 *id, GError **error)
{
  static const char *const family[] = { "Nguyễn", "Lò", "Quàng", "Cà", "Hà", "Đinh", "Trần" };
  static const char *const middle[] = { "Văn", "Thị", "Đức", "Minh", "Hồng" };
  static const char *const given[] = { "An", "Bình", "Điện", "Dũng", "Hoà", "Kỹ",
                                       "Lý", "Ngọc", "Thuỷ", "Ươm",  "Ý" };
  g_autofree char *name = g_strdup_printf ("%s %s %s", family[n % G_N_ELEMENTS (family)],
                                           middle[n / 7 % G_N_ELEMENTS (middle)],
                                           given[n / 35 % G_N_ELEMENTS (given)]);
  g_autofree char *fold = bv_text_fold (name);
  g_autoptr (GBytes) key = bv_name_sort_key (name, BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
  g_autofree char *code = g_strdup_printf ("%012" G_GINT64_FORMAT, n);

  if (!bv_connection_run (connection, error,
                          "INSERT INTO subject (kind, name, name_fold, sort_key, code)"
                          " VALUES (1, ?1, ?2, ?3, ?4)",
                          "ssbs", name, fold, key, code))
    return FALSE;
  *id = bv_connection_last_id (connection);
  return bv_connection_run (connection, error,
                            "INSERT INTO person (subject_id, birth, sex) VALUES (?1, ?2, 'female')",
                            "is", *id, "1975");
}

void
assert_sound (BvStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  bv_store_check (store, &findings, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("finding: %s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}
