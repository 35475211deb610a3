// SPDX-License-Identifier: GPL-3.0-or-later
/* The windowed list: few objects for many rows, changes told in a way that a view can bear. */

#include "store-helper.h"

#include "base/bv-error.h"
#include "store/bv-row-list.h"

#define N_PEOPLE 10000

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Change;

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
add_people (BvStore *store, int n)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (store, "People", BV_ACT_BULK, people_cb, GINT_TO_POINTER (n), NULL, NULL, &error);
  g_assert_no_error (error);
}

static BvRowSource *
people_source (const char *code_from)
{
  BvRowSource *source = bv_row_source_new (
    "SELECT s.id FROM subject AS s JOIN person AS p ON p.subject_id = s.id"
    " WHERE s.code >= ?1 AND p.subject_id > ?2 ORDER BY s.sort_key, s.id",
    "SELECT s.name, s.code, p.birth, length (s.name) / 4.0, p.party_since FROM subject AS s"
    " JOIN person AS p ON p.subject_id = s.id WHERE s.id = ?1");

  bv_row_source_bind_text (source, 1, code_from);
  bv_row_source_bind_int (source, 2, 0);
  return source;
}

/* A view that asks for nothing by itself, and checks that the length fits what was told. */
typedef struct
{
  GArray *changes;
  guint n_items;
} View;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, View *view)
{
  Change change = { position, removed, added };

  g_array_append_val (view->changes, change);
  g_assert_cmpuint (position + removed, <=, view->n_items);
  view->n_items = view->n_items - removed + added;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, view->n_items);
}

static View *
view_new (BvRowList *list)
{
  View *view = g_new0 (View, 1);

  view->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  view->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), view);
  return view;
}

static void
view_free (View *view)
{
  g_array_unref (view->changes);
  g_free (view);
}

static void
assert_changes (View *view, guint n, ...)
{
  va_list arguments;

  va_start (arguments, n);
  g_assert_cmpuint (view->changes->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      Change change = g_array_index (view->changes, Change, i);
      g_assert_cmpuint (change.position, ==, va_arg (arguments, guint));
      g_assert_cmpuint (change.removed, ==, va_arg (arguments, guint));
      g_assert_cmpuint (change.added, ==, va_arg (arguments, guint));
    }
  va_end (arguments);
  g_array_set_size (view->changes, 0);
}

static char *
text_at (BvRowList *list, guint position, guint column)
{
  g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return g_strdup (bv_row_get_text (row, column));
}

static void
few_objects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRowList) list = NULL;
  View *view;
  g_autoptr (BvRow) row = NULL;
  g_autoptr (BvRow) same = NULL;

  add_people (fixture->store, N_PEOPLE);
  list = bv_row_list_new (fixture->store, NULL);
  view = view_new (list);
  g_assert_false (bv_row_list_is_loading (list));
  bv_row_list_set_source (list, people_source (""));
  g_assert_true (bv_row_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  bv_row_list_wait (list);
  assert_changes (view, 1, 0, 0, N_PEOPLE);
  g_assert_cmpuint (bv_row_list_get_n_materialised (list), ==, 0);

  /* What a view looks at when it opens. */
  for (guint i = 0; i < 205; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  g_assert_cmpuint (bv_row_list_get_n_materialised (list), ==, 256);

  row = g_list_model_get_item (G_LIST_MODEL (list), 7);
  same = g_list_model_get_item (G_LIST_MODEL (list), 7);
  g_assert_true (row == same);
  g_assert_cmpint (bv_row_get_id (row), ==, bv_row_list_get_id (list, 7));
  g_assert_cmpuint (bv_row_list_find (list, bv_row_get_id (row)), ==, 7);
  g_assert_cmpuint (bv_row_list_find (list, -5), ==, G_MAXUINT);
  g_assert_cmpint (bv_row_get_int (row, 2), ==, 1975);
  g_assert_cmpfloat (bv_row_get_double (row, 3), ==,
                     (double) g_utf8_strlen (bv_row_get_text (row, 0), -1) / 4);
  g_assert_true (bv_row_is_null (row, 4));
  g_assert_cmpstr (bv_row_get_text (row, 4), ==, "");
  g_assert_cmpstr (bv_row_get_text (row, 99), ==, "");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), N_PEOPLE));

  /* Through the whole list: the cache keeps its size, and what comes back is right. */
  for (guint i = 0; i < N_PEOPLE; i += 50)
    {
      g_autoptr (BvRow) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_assert_cmpint (bv_row_get_id (item), ==, bv_row_list_get_id (list, i));
    }
  g_assert_cmpuint (bv_row_list_get_n_materialised (list), <=, N_PEOPLE);
  g_clear_object (&row);
  row = g_list_model_get_item (G_LIST_MODEL (list), 7);
  g_assert_true (row != same);
  g_assert_cmpstr (bv_row_get_text (row, 1), ==, bv_row_get_text (same, 1));
  view_free (view);
}

static void
two_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRowList) list = NULL;
  View *view;

  add_people (fixture->store, 1000);
  list = bv_row_list_new (fixture->store, people_source (""));
  bv_row_list_wait (list);
  view = view_new (list);
  bv_row_list_set_source (list, people_source ("000000000500"));
  bv_row_list_wait (list);
  assert_changes (view, 2, 0, 1000, 0, 0, 0, 500);

  /* Of several calls the newest counts, and the old rows stay until it is there. */
  bv_row_list_set_source (list, people_source ("000000000900"));
  bv_row_list_set_source (list, people_source ("000000000950"));
  bv_row_list_set_source (list, people_source ("000000000990"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 500);
  bv_row_list_wait (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_changes (view, 2, 0, 500, 0, 0, 0, 10);
  bv_row_list_set_source (list, people_source ("z"));
  bv_row_list_wait (list);
  assert_changes (view, 1, 0, 10, 0);
  view_free (view);
}

static void
reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRowList) list = NULL;
  g_autoptr (BvRow) kept = NULL;
  g_autoptr (BvRow) still = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sql = NULL;
  View *view;
  guint n;

  add_people (fixture->store, 1000);
  list = bv_row_list_new (fixture->store, people_source (""));
  bv_row_list_wait (list);
  for (guint i = 0; i < 256; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  kept = g_list_model_get_item (G_LIST_MODEL (list), 100);
  view = view_new (list);

  bv_row_list_reload (list);
  bv_row_list_wait (list);
  assert_changes (view, 0);

  /* One row looks different: it alone is told. */
  sql = g_strdup_printf ("UPDATE person SET birth = '1980' WHERE subject_id = %" G_GINT64_FORMAT,
                         bv_row_list_get_id (list, 20));
  act_sql (fixture->store, "Birth", sql);
  n = bv_row_list_get_n_materialised (list);
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  assert_changes (view, 1, 20, 1, 1);
  name = text_at (list, 20, 2);
  g_assert_cmpstr (name, ==, "1980");
  g_assert_cmpuint (bv_row_list_get_n_materialised (list), ==, n + 1);

  /* One row goes: the ones behind it move up and are the same objects. */
  g_free (sql);
  sql = g_strdup_printf ("DELETE FROM subject WHERE id = %" G_GINT64_FORMAT,
                         bv_row_list_get_id (list, 50));
  act_sql (fixture->store, "Delete", sql);
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  assert_changes (view, 1, 50, 1, 0);
  still = g_list_model_get_item (G_LIST_MODEL (list), 99);
  g_assert_true (still == kept);

  /* And comes back. */
  g_assert_true (bv_store_undo (fixture->store, 0, NULL, NULL, NULL));
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  assert_changes (view, 1, 50, 0, 1);

  /* One row moves, and everything is turned over. */
  act_sql (fixture->store, "Turn", "UPDATE subject SET sort_key = CAST (1000000 - id AS BLOB)");
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  g_assert_cmpuint (view->changes->len, >=, 2);
  g_assert_cmpuint (g_array_index (view->changes, Change, 0).added, ==, 0);
  g_assert_cmpuint (g_array_index (view->changes, Change, 1).removed, ==, 0);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_assert_cmpint (bv_row_get_id (row), ==, bv_row_list_get_id (list, i));
    }
  view_free (view);
}

static void
failed_cb (BvRowList *list, GError *error, GError **seen)
{
  g_assert_null (*seen);
  *seen = g_error_copy (error);
}

static void
failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) seen = NULL;
  g_autoptr (BvRowList) list = NULL;
  g_autoptr (BvRow) row = NULL;

  add_people (fixture->store, 200);
  list = bv_row_list_new (fixture->store, people_source (""));
  g_signal_connect (list, "failed", G_CALLBACK (failed_cb), &seen);
  bv_row_list_wait (list);
  g_assert_no_error (seen);

  /* A query that fails leaves the old rows. */
  bv_row_list_set_source (list, bv_row_source_new ("SELECT nonsense FROM nowhere", "SELECT ?1"));
  bv_row_list_wait (list);
  g_assert_error (seen, BV_STORE_ERROR, BV_STORE_ERROR_ENGINE);
  g_clear_error (&seen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 200);

  /* A row that another act has deleted is empty until the list is read again. */
  act_sql (fixture->store, "Delete", "DELETE FROM subject");
  row = g_list_model_get_item (G_LIST_MODEL (list), 150);
  g_assert_cmpstr (bv_row_get_text (row, 0), ==, "");
  g_assert_true (bv_row_is_null (row, 0));

  /* The store is closed under the list. */
  bv_store_close (fixture->store);
  g_clear_object (&row);
  row = g_list_model_get_item (G_LIST_MODEL (list), 10);
  g_assert_nonnull (row);
  while (seen == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (seen, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&seen);
  bv_row_list_reload (list);
  bv_row_list_wait (list);
  g_assert_error (seen, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* Thrown away while it loads. */
static void
dropped (Fixture *fixture, gconstpointer data)
{
  add_people (fixture->store, 2000);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (BvRowList) list = bv_row_list_new (fixture->store, people_source (""));

      bv_row_list_set_source (list, people_source ("1"));
      while (i % 2 == 0 && g_main_context_iteration (NULL, FALSE))
        ;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/row-list/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("few-objects", few_objects);
  ADD ("two-steps", two_steps);
  ADD ("reload", reload);
  ADD ("failures", failures);
  ADD ("dropped", dropped);
#undef ADD
  return g_test_run ();
}
