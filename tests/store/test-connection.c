// SPDX-License-Identifier: GPL-3.0-or-later
/* Statements: values there and back, the cache, trailing SQL, errors in words. */

#include "store-helper.h"

#include "base/bv-error.h"

#include <string.h>

static void
values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) some = g_bytes_new ("a\0b", 3);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, &error, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, typeof (?4)", "sidbsn", "Mường La",
    G_MAXINT64, 0.25, empty, (const char *) NULL);
  g_autoptr (GBytes) back = NULL;
  gboolean has_row;

  g_assert_no_error (error);
  g_assert_true (bv_statement_step (statement, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpint (bv_statement_n_columns (statement), ==, 7);
  g_assert_cmpstr (bv_statement_text (statement, 0), ==, "Mường La");
  g_assert_cmpint (bv_statement_int (statement, 1), ==, G_MAXINT64);
  g_assert_cmpfloat (bv_statement_double (statement, 2), ==, 0.25);
  back = bv_statement_blob (statement, 3);
  g_assert_cmpuint (g_bytes_get_size (back), ==, 0);
  g_assert_true (bv_statement_is_null (statement, 4));
  g_assert_null (bv_statement_blob (statement, 4));
  g_assert_true (bv_statement_is_null (statement, 5));
  g_assert_cmpstr (bv_statement_text (statement, 6), ==, "blob");
  g_assert_true (bv_statement_step (statement, &has_row, &error));
  g_assert_false (has_row);

  bv_statement_reset (statement);
  bv_statement_bind_blob (statement, 4, some);
  g_assert_true (bv_statement_step (statement, &has_row, &error));
  g_clear_pointer (&back, g_bytes_unref);
  back = bv_statement_blob (statement, 3);
  g_assert_true (g_bytes_equal (back, some));
  /* reset has cleared the other bindings */
  g_assert_true (bv_statement_is_null (statement, 0));
}

static void
cache (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  const char *sql = "SELECT value FROM setting WHERE key = ?1";
  BvStatement *first = bv_connection_prepare (connection, sql, &error);
  BvStatement *second = bv_connection_prepare (connection, sql, &error);
  BvStatement *again;

  g_assert_no_error (error);
  g_assert_true (first != second);
  bv_statement_free (first);
  bv_statement_free (second);
  again = bv_connection_prepare (connection, sql, &error);
  g_assert_true (again == first);
  bv_statement_free (again);

  /* Many different statements push the oldest out, and all still work. */
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("SELECT %d", i);
      gint64 value;
      g_assert_true (bv_connection_query_int (connection, &value, -1, &error, text, NULL));
      g_assert_cmpint (value, ==, i);
    }
  g_assert_no_error (error);
}

static void
refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  BvConnection *connection = bv_lease_connection (lease);

  g_assert_null (bv_connection_prepare (connection, "SELECT 1; DROP TABLE subject", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&error);
  g_assert_null (bv_connection_prepare (connection, " ", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&error);
  /* Double quotes are names. */
  g_assert_null (bv_connection_prepare (connection, "SELECT \"no such column\"", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&error);
  /* A parameter that does not exist is told when the statement runs. */
  g_assert_false (bv_connection_run (connection, &error, "SELECT ?1", "si", "a", (gint64) 1));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&error);
  /* A lease cannot write. */
  g_assert_false (
    bv_connection_run (connection, &error, "INSERT INTO setting VALUES ('a', 'b')", NULL));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "Mường La.bangvang"));
}

static void
cancelling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 value;
  const char *endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        " SELECT count(*) FROM n";

  bv_lease_set_cancellable (lease, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (
    bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, endless, NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/connection/values", Fixture, NULL, fixture_set_up, values, fixture_tear_down);
  g_test_add ("/store/connection/cache", Fixture, NULL, fixture_set_up, cache, fixture_tear_down);
  g_test_add ("/store/connection/refusals", Fixture, NULL, fixture_set_up, refusals,
              fixture_tear_down);
  g_test_add ("/store/connection/cancelling", Fixture, NULL, fixture_set_up, cancelling,
              fixture_tear_down);
  return g_test_run ();
}
