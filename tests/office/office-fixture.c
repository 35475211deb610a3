// SPDX-License-Identifier: GPL-3.0-or-later
/* A private store for tests of the office and movement folders. */

#include "office-fixture.h"

#include "bv-test-folder.h"
#include "store/bv-connection.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = bv_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "office.bangvang", NULL);
  fixture->store = bv_store_open (fixture->path, BV_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  bv_store_close (fixture->store);
  g_clear_object (&fixture->store);
  bv_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

gint64
fixture_add_unit (Fixture *fixture, const char *name, gint64 parent_id)
{
  g_autoptr (BvUnit) unit = bv_unit_new ();
  g_autoptr (GError) error = NULL;

  g_free (unit->name);
  unit->name = g_strdup (name);
  unit->parent_id = parent_id;
  bv_register_save_unit (fixture->store, unit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (unit->id, >, 0);
  return unit->id;
}

gint64
fixture_add_person (Fixture *fixture, const char *name, gint64 unit_id, const char *post)
{
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autoptr (BvMembership) membership = bv_membership_new ();
  g_autoptr (GError) error = NULL;

  g_free (person->name);
  person->name = g_strdup (name);
  membership->unit_id = unit_id;
  g_free (membership->post);
  membership->post = g_strdup (post);
  bv_register_save_person_in (fixture->store, person, unit_id == 0 ? NULL : membership, NULL,
                              &error);
  g_assert_no_error (error);
  g_assert_cmpint (person->id, >, 0);
  return person->id;
}

static gboolean
run_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, user_data, "");
}

void
fixture_run (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (fixture->store, "Test", BV_ACT_NONE, run_cb, (gpointer) sql, NULL, NULL, &error);
  g_assert_no_error (error);
}

gint64
fixture_query (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &value, -1, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

char *
fixture_query_text (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  char *value = NULL;

  g_assert_no_error (error);
  bv_connection_query_text (bv_lease_connection (lease), &value, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

void
fixture_undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bv_store_undo (fixture->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
}

char *
fixture_list (Fixture *fixture, BvRowSource *source, guint column)
{
  g_autoptr (BvRowList) list = bv_row_list_new (fixture->store, source);
  GString *names = g_string_new (NULL);

  bv_row_list_wait (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (i > 0)
        g_string_append (names, "; ");
      g_string_append (names, bv_row_get_text (row, column));
    }
  return g_string_free (names, FALSE);
}
