// SPDX-License-Identifier: GPL-3.0-or-later
/* Units: the tree and its order, what may not be deleted, mergers, divisions, changes of name. */

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office-fixture.h"
#include "store/bv-connection.h"

#include <locale.h>
#include <string.h>

static char *
list_names (Fixture *fixture, const char *on_date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  g_autoptr (GPtrArray) units = bv_unit_list (bv_lease_connection (lease), on_date, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = units->pdata[i];

      g_string_append_printf (names, "%s%d %s", i == 0 ? "" : "; ", unit->depth, unit->name);
    }
  return g_string_free (names, FALSE);
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện Mường La", 0);
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", root);
  gint64 town = fixture_add_unit (fixture, "Thị trấn Ít Ong", root);
  gint64 village;
  g_autoptr (BvUnit) unit = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) below = NULL;
  g_autofree char *names = NULL;
  g_autofree char *path = NULL;

  village = fixture_add_unit (fixture, "Bản Ten", town);
  fixture_add_unit (fixture, "Phòng Tài chính", root);
  names = list_names (fixture, NULL);
  g_assert_cmpstr (names, ==,
                   "0 UBND huyện Mường La; 1 Phòng Nội vụ; 1 Thị trấn Ít Ong; 2 Bản Ten;"
                   " 1 Phòng Tài chính");
  bv_register_move_unit (fixture->store, town, root, 99, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&names, g_free);
  names = list_names (fixture, NULL);
  g_assert_cmpstr (names, ==,
                   "0 UBND huyện Mường La; 1 Phòng Nội vụ; 1 Phòng Tài chính;"
                   " 1 Thị trấn Ít Ong; 2 Bản Ten");
  fixture_undo (fixture);
  bv_register_move_unit (fixture->store, town, root, 0, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&names, g_free);
  names = list_names (fixture, NULL);
  g_assert_cmpstr (names, ==,
                   "0 UBND huyện Mường La; 1 Thị trấn Ít Ong; 2 Bản Ten; 1 Phòng Nội vụ;"
                   " 1 Phòng Tài chính");

  lease = bv_store_lease (fixture->store, &error);
  path = bv_unit_path (bv_lease_connection (lease), village, &error);
  g_assert_cmpstr (path, ==, "UBND huyện Mường La › Thị trấn Ít Ong › Bản Ten");
  below = bv_unit_list_descendants (bv_lease_connection (lease), root, &error);
  g_assert_cmpuint (below->len, ==, 5);
  unit = bv_unit_load (bv_lease_connection (lease), town, &error);
  g_clear_pointer (&lease, bv_lease_free);

  /* Below another unit it comes last there. */
  unit->parent_id = office;
  bv_register_save_unit (fixture->store, unit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (unit->position, ==, 1);
  unit->parent_id = root;
  bv_register_save_unit (fixture->store, unit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (unit->position, >, 3);

  /* No unit stands below itself, however far down. */
  unit->parent_id = village;
  g_assert_false (bv_register_save_unit (fixture->store, unit, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  unit->parent_id = town;
  g_assert_false (bv_register_save_unit (fixture->store, unit, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  unit->parent_id = 4711;
  g_assert_false (bv_register_save_unit (fixture->store, unit, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (bv_register_move_unit (fixture->store, root, village, 0, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", 0);
  gint64 first = fixture_add_unit (fixture, "Trường Mầm non Hoa Ban", 0);
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  fixture_add_unit (fixture, "Trường Mầm non Hoa Ban", 0);
  fixture_run (fixture, "UPDATE unit SET abbreviation = 'PNV' WHERE subject_id = 1");
  fixture_run (fixture, "UPDATE subject SET code = 'MN01' WHERE id = 2");
  lease = bv_store_lease (fixture->store, &error);
  bv_unit_find (bv_lease_connection (lease), "PNV", &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, office);
  bv_unit_find (bv_lease_connection (lease), "  phong  NOI vu", &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, office);
  bv_unit_find (bv_lease_connection (lease), "MN01", &id, &error);
  g_assert_cmpint (id, ==, first);
  bv_unit_find (bv_lease_connection (lease), "Phòng Y tế", &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 0);
  g_assert_false (
    bv_unit_find (bv_lease_connection (lease), "Trường mầm non Hoa Ban", &id, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "MN01"));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", root);
  gint64 village = fixture_add_unit (fixture, "Bản Ten", root);
  g_autoptr (GError) error = NULL;

  fixture_add_person (fixture, "Lê Văn Hải", office, "");
  fixture_run (fixture, "INSERT INTO movement (name, level) VALUES ('Phong trào', 'district')");
  fixture_run (fixture, "INSERT INTO indicator (movement_id, name, name_fold, direction,"
                        " accumulation) VALUES (1, 'Chỉ tiêu', 'chi tieu', 'higher', 'sum')");
  fixture_run (fixture, "INSERT INTO target (indicator_id, unit_id, year, period, value)"
                        " VALUES (1, 3, 2022, 'Y', 5)");
  g_assert_false (bv_register_delete_unit (fixture->store, root, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "other units"));
  g_clear_error (&error);
  g_assert_false (bv_register_delete_unit (fixture->store, office, NULL, &error));
  g_assert_nonnull (strstr (error->message, "posts"));
  g_clear_error (&error);
  g_assert_false (bv_register_delete_unit (fixture->store, village, NULL, &error));
  g_assert_nonnull (strstr (error->message, "figures"));
  g_clear_error (&error);
  fixture_run (fixture, "DELETE FROM target");
  bv_register_delete_unit (fixture->store, village, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM subject WHERE kind = 2"), ==, 2);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit WHERE parent_id = 1"), ==, 2);
}

static BvUnit *
new_unit (const char *name)
{
  BvUnit *unit = bv_unit_new ();

  bv_text_set (&unit->name, name);
  return unit;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 health = fixture_add_unit (fixture, "Phòng Y tế", root);
  gint64 culture = fixture_add_unit (fixture, "Phòng Văn hóa", root);
  gint64 team = fixture_add_unit (fixture, "Đội Thông tin", culture);
  gint64 person = fixture_add_person (fixture, "Hoàng Văn Kháy", health, "Trưởng phòng");
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GPtrArray) lineage = NULL;
  g_autoptr (BvMembership) before = NULL;
  g_autoptr (BvMembership) after = NULL;
  g_autoptr (BvUnit) moved = NULL;
  g_autoptr (BvUnit) ended = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 merged;

  bv_text_set (&succession->manner, "merge");
  bv_text_set (&succession->on_date, "2022-07-01");
  g_array_append_val (succession->predecessors, health);
  g_ptr_array_add (succession->successors, new_unit ("Phòng Y tế - Văn hóa"));
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  g_array_append_val (succession->predecessors, culture);
  bv_register_succeed_units (fixture->store, succession, NULL, &error);
  g_assert_no_error (error);
  merged = ((BvUnit *) succession->successors->pdata[0])->id;
  g_assert_cmpint (merged, >, 0);
  title = bv_store_get_undo_title (fixture->store);
  g_assert_cmpstr (title, ==, "Merge 2 units into Phòng Y tế - Văn hóa");

  lease = bv_store_lease (fixture->store, &error);
  ended = bv_unit_load (bv_lease_connection (lease), health, &error);
  g_assert_cmpstr (ended->to_date, ==, "2022-06-30");
  moved = bv_unit_load (bv_lease_connection (lease), team, &error);
  g_assert_cmpint (moved->parent_id, ==, merged);
  bv_membership_on (bv_lease_connection (lease), person, "2022-06-30", &before, &error);
  g_assert_cmpint (before->unit_id, ==, health);
  bv_membership_on (bv_lease_connection (lease), person, "2022-07-01", &after, &error);
  g_assert_cmpint (after->unit_id, ==, merged);
  g_assert_cmpstr (after->post, ==, "Trưởng phòng");
  lineage = bv_unit_lineage (bv_lease_connection (lease), merged, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lineage->len, ==, 3);
  g_assert_cmpint (((BvLineageEntry *) lineage->pdata[0])->distance, ==, -1);
  g_assert_cmpstr (((BvLineageEntry *) lineage->pdata[2])->name, ==, "Phòng Y tế - Văn hóa");
  g_clear_pointer (&lease, bv_lease_free);

  /* An ended unit cannot end again. */
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);

  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit_succession"), ==, 0);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit WHERE to_date IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership"), ==, 1);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership WHERE to_date IS NULL"),
                   ==, 1);
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 old = fixture_add_unit (fixture, "Phòng Tổ chức", root);
  gint64 renamed, labour;
  g_autoptr (BvSuccession) rename = bv_succession_new ();
  g_autoptr (BvSuccession) split = bv_succession_new ();
  g_autoptr (GPtrArray) lineage = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  bv_text_set (&rename->manner, "rename");
  bv_text_set (&rename->on_date, "2008-05-01");
  g_array_append_val (rename->predecessors, old);
  g_ptr_array_add (rename->successors, new_unit ("Phòng Nội vụ - Lao động"));
  bv_register_succeed_units (fixture->store, rename, NULL, &error);
  g_assert_no_error (error);
  renamed = ((BvUnit *) rename->successors->pdata[0])->id;
  bv_text_set (&split->manner, "split");
  bv_text_set (&split->on_date, "2010-01-01");
  g_array_append_val (split->predecessors, renamed);
  g_ptr_array_add (split->successors, new_unit ("Phòng Nội vụ"));
  g_ptr_array_add (split->successors, new_unit ("Phòng Lao động"));
  bv_register_succeed_units (fixture->store, split, NULL, &error);
  g_assert_no_error (error);
  labour = ((BvUnit *) split->successors->pdata[1])->id;

  /* From the end of the line both names before are found, but not the sibling. */
  lease = bv_store_lease (fixture->store, &error);
  lineage = bv_unit_lineage (bv_lease_connection (lease), labour, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lineage->len, ==, 3);
  g_assert_cmpint (((BvLineageEntry *) lineage->pdata[0])->unit_id, ==, old);
  g_assert_cmpint (((BvLineageEntry *) lineage->pdata[0])->distance, ==, -2);
  g_assert_cmpint (((BvLineageEntry *) lineage->pdata[1])->unit_id, ==, renamed);
  g_assert_cmpstr (((BvLineageEntry *) lineage->pdata[1])->manner, ==, "split");
  g_assert_cmpint (((BvLineageEntry *) lineage->pdata[2])->unit_id, ==, labour);
  g_clear_pointer (&lineage, g_ptr_array_unref);
  lineage = bv_unit_lineage (bv_lease_connection (lease), old, &error);
  g_assert_cmpuint (lineage->len, ==, 4);
  g_clear_pointer (&lease, bv_lease_free);

  /* On a day one sees the units of that day. */
  names = list_names (fixture, "2009-06-30");
  g_assert_cmpstr (names, ==, "0 UBND huyện; 1 Phòng Nội vụ - Lao động");
  g_free (names);
  names = list_names (fixture, "2010-01-01");
  g_assert_cmpstr (names, ==, "0 UBND huyện; 1 Phòng Lao động; 1 Phòng Nội vụ");
}

static void
test_bad_successions (Fixture *fixture, gconstpointer data)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 below = fixture_add_unit (fixture, "Phòng Nội vụ", root);
  gint64 other = fixture_add_unit (fixture, "Phòng Y tế", root);
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *into = new_unit ("Phòng Nội vụ");

  bv_text_set (&succession->manner, "merge");
  bv_text_set (&succession->on_date, "2022-02-31");
  g_array_append_val (succession->predecessors, root);
  g_array_append_val (succession->predecessors, other);
  g_ptr_array_add (succession->successors, into);
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_clear_error (&error);
  /* Into a unit that stands below one that ends. */
  bv_text_set (&succession->on_date, "2022-03-01");
  into->id = below;
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  /* Into itself. */
  into->id = other;
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_text_set (&succession->manner, "vanish");
  g_assert_false (bv_register_succeed_units (fixture->store, succession, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit_succession"), ==, 0);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit WHERE to_date IS NOT NULL"),
                   ==, 0);
}

static void
test_merge_into_existing (Fixture *fixture, gconstpointer data)
{
  gint64 small = fixture_add_unit (fixture, "Bản Nà Lo", 0);
  gint64 large = fixture_add_unit (fixture, "Bản Ten", 0);
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *into = new_unit ("Bản Ten");

  fixture_add_person (fixture, "Quàng Thị Biên", small, "Trưởng bản");
  into->id = large;
  bv_text_set (&succession->manner, "merge");
  bv_text_set (&succession->on_date, "2020-01-01");
  succession->carry_members = FALSE;
  g_array_append_val (succession->predecessors, small);
  g_ptr_array_add (succession->successors, into);
  bv_register_succeed_units (fixture->store, succession, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM unit"), ==, 2);
  /* Not carried over: the post ends with its unit. */
  g_assert_cmpint (
    fixture_query (fixture,
                   "SELECT count(*) FROM membership WHERE unit_id = 1 AND to_date = '2019-12-31'"),
    ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* What the post ends with is not said again by the unit. */
static void
test_name_post (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *post;
    const char *unit;
    const char *phrase;
  } cases[] = {
    { "Trưởng phòng", "Phòng Nội vụ", "Trưởng phòng Nội vụ" },
    { "Phó Trưởng phòng", "Phòng Văn hóa - Xã hội", "Phó Trưởng phòng Văn hóa - Xã hội" },
    { "Chánh Văn phòng", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện",
      "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện" },
    { "Trưởng ban", "Ban Tổ chức Huyện ủy", "Trưởng ban Tổ chức Huyện ủy" },
    { "Trưởng phòng Nội vụ", "Phòng Nội vụ", "Trưởng phòng Nội vụ" },
    { "Trưởng bản", "bản Cang, xã Mường Chùm", "Trưởng bản Cang, xã Mường Chùm" },
    { "Giáo viên", "Trường Tiểu học Ít Ong", "Giáo viên, Trường Tiểu học Ít Ong" },
    { "Chuyên viên", "Phòng Nội vụ", "Chuyên viên, Phòng Nội vụ" },
    /* Letters alike are not a word alike. */
    { "Kế toán trưởng", "Trường Tiểu học Ít Ong", "Kế toán trưởng, Trường Tiểu học Ít Ong" },
    { "Thủ trưởng", "ng", "Thủ trưởng, ng" },
    { "Giáo viên", "", "Giáo viên" },
    { "", "Phòng Nội vụ", "Phòng Nội vụ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phrase = bv_unit_name_post (cases[i].post, cases[i].unit);

      g_assert_cmpstr (phrase, ==, cases[i].phrase);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/unit/tree", test_tree);
  ADD ("/unit/find", test_find);
  ADD ("/unit/delete", test_delete);
  ADD ("/unit/merge", test_merge);
  ADD ("/unit/line", test_line);
  ADD ("/unit/name-post", test_name_post);
  ADD ("/unit/bad-successions", test_bad_successions);
  ADD ("/unit/merge-into-existing", test_merge_into_existing);
  return g_test_run ();
}
