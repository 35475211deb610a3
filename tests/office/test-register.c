// SPDX-License-Identifier: GPL-3.0-or-later
/* The lists: order, filters and search, with counts. Names are those of DOMAIN 12.1 and invented
 * ones. */

#include "base/bv-error.h"
#include "office-fixture.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <locale.h>

/* In the right order; written to the store in another. */
static const char *const ordered[] = {
  "Nguyễn Văn An",   "Trần Thị Ánh",    "Lò Văn Ân",       "Dương Văn Bách",
  "Quàng Thị Biên",  "Cầm Thị Dung",    "Lường Văn Đại",   "Nguyễn Thị Hà",
  "Nguyễn Thị Hạ",   "Lê Văn Hải",      "Lê Thị Hảo",      "Bùi Thị Hoa",
  "Tòng Văn Hòa",    "Hoàng Văn Kháy",  "Vì Thị Mai",      "Hoàng Văn Minh",
  "Đèo Thị Quý",     "Nguyễn Hữu Tuân", "Nguyễn Anh Tuấn", "Trần Anh Tuấn",
  "Nguyễn Văn Tuấn", "Lò Thị Uyên",     "Nguyễn Văn Ước",  NULL,
};

static char *
list_people (Fixture *fixture, const BvPeopleFilter *filter, BvPeopleSort sort, gboolean descending)
{
  gint64 count = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (fixture->store, &error);
  char *names = fixture_list (fixture, bv_register_people_source (filter, sort, descending),
                              BV_PEOPLE_COLUMN_NAME);
  guint n = 0;

  /* The count must agree with the list. */
  bv_register_count_people (bv_lease_connection (lease), filter, &count, &error);
  g_assert_no_error (error);
  for (const char *p = names; *p != '\0'; p++)
    n += *p == ';';
  g_assert_cmpint (count, ==, names[0] == '\0' ? 0 : n + 1);
  return names;
}

static void
assert_people (Fixture *fixture, const BvPeopleFilter *filter, BvPeopleSort sort, const char *names)
{
  g_autofree char *found = list_people (fixture, filter, sort, FALSE);

  g_assert_cmpstr (found, ==, names);
}

static void
test_name_order (Fixture *fixture, gconstpointer data)
{
  BvPeopleFilter all = { NULL };
  g_autofree char *expected = g_strjoinv ("; ", (char **) ordered);
  g_autofree char *found = NULL;
  g_autofree char *reverse = NULL;
  g_autoptr (GError) error = NULL;
  guint n = G_N_ELEMENTS (ordered) - 1;

  for (guint i = 0; i < n; i++)
    fixture_add_person (fixture, ordered[(i * 7 + 3) % n], 0, "");
  found = list_people (fixture, &all, BV_PEOPLE_SORT_NAME, FALSE);
  g_assert_cmpstr (found, ==, expected);
  reverse = list_people (fixture, &all, BV_PEOPLE_SORT_NAME, TRUE);
  g_assert_true (g_str_has_prefix (reverse, "Nguyễn Văn Ước; Lò Thị Uyên; Nguyễn Văn Tuấn; "));

  /* Another order rewrites the keys, and an undo brings the former back. */
  bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "plain", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&found, g_free);
  found = list_people (fixture, &all, BV_PEOPLE_SORT_NAME, FALSE);
  g_assert_true (
    g_str_has_prefix (found, "Bùi Thị Hoa; Cầm Thị Dung; Dương Văn Bách; Đèo Thị Quý; "));
  g_clear_pointer (&found, g_free);
  bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "given-rest", NULL, &error);
  g_assert_no_error (error);
  found = list_people (fixture, &all, BV_PEOPLE_SORT_NAME, FALSE);
  g_assert_nonnull (strstr (found, "Nguyễn Anh Tuấn; Nguyễn Văn Tuấn; Trần Anh Tuấn"));
  g_clear_pointer (&found, g_free);
  fixture_undo (fixture);
  fixture_undo (fixture);
  found = list_people (fixture, &all, BV_PEOPLE_SORT_NAME, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

/* A district with two offices and a village below a commune; returns nothing: ids are 1, 2, 3,
 * 4. */
static void
fill (Fixture *fixture)
{
  gint64 root = fixture_add_unit (fixture, "UBND huyện", 0);
  gint64 interior = fixture_add_unit (fixture, "Phòng Nội vụ", root);
  gint64 commune = fixture_add_unit (fixture, "Xã Mường Bú", root);
  gint64 village = fixture_add_unit (fixture, "Bản Giàn", commune);

  fixture_add_person (fixture, "Lò Thị Uyên", interior, "Trưởng phòng");
  fixture_add_person (fixture, "Lê Văn Hải", interior, "Chuyên viên");
  fixture_add_person (fixture, "Cầm Thị Dung", village, "Trưởng bản");
  fixture_add_person (fixture, "Nguyễn Văn An", commune, "Chủ tịch");
  fixture_add_person (fixture, "Nguyễn Thị Ân", 0, "");
  fixture_run (
    fixture, "UPDATE person SET sex = 'female', ethnic_group = 'Thái' WHERE subject_id IN (5, 7)");
  fixture_run (fixture,
               "UPDATE person SET ethnic_group = 'Kinh', birth = '1980' WHERE subject_id = 8");
  fixture_run (fixture, "UPDATE person SET birth = '1975-05-19', is_party_member = 1,"
                        " worker_class = 'civil_servant' WHERE subject_id = 6");
  fixture_run (fixture, "UPDATE membership SET leader_class = 'leader' WHERE person_id IN (5, 8)");
  fixture_run (fixture, "UPDATE membership SET to_date = '2022-12-31' WHERE person_id = 7");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  BvPeopleFilter filter = { NULL };

  fill (fixture);
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME,
                 "Nguyễn Văn An; Nguyễn Thị Ân; Cầm Thị Dung; Lê Văn Hải; Lò Thị Uyên");
  filter.unit_id = 1;
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An; Lê Văn Hải; Lò Thị Uyên");
  filter.on_date = "2022-06-30";
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME,
                 "Nguyễn Văn An; Cầm Thị Dung; Lê Văn Hải; Lò Thị Uyên");
  filter.unit_id = 3;
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An; Cầm Thị Dung");
  /* Whoever has only a second post there belongs to the unit in every order. */
  fixture_run (fixture, "INSERT INTO membership (person_id, unit_id, post, is_primary)"
                        " VALUES (6, 3, 'Giáo viên thỉnh giảng', 0)");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An; Cầm Thị Dung; Lê Văn Hải");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_UNIT, "Lê Văn Hải; Nguyễn Văn An; Cầm Thị Dung");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_POST, "Nguyễn Văn An; Lê Văn Hải; Cầm Thị Dung");
  fixture_undo (fixture);
  filter.leader_class = "leader";
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_POST, "Nguyễn Văn An");
  filter = (BvPeopleFilter){ .leader_class = "leader" };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An; Lò Thị Uyên");
  filter = (BvPeopleFilter){ .sex = "female" };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Cầm Thị Dung; Lò Thị Uyên");
  filter = (BvPeopleFilter){ .minority = BV_YES, .in_post_only = TRUE };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Lò Thị Uyên");
  filter = (BvPeopleFilter){ .minority = BV_NO };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Nguyễn Văn An; Nguyễn Thị Ân; Lê Văn Hải");
  filter = (BvPeopleFilter){ .party = BV_YES };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "Lê Văn Hải");
  filter = (BvPeopleFilter){ .worker_class = "civil_servant", .party = BV_NO };
  assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, "");
}

static void
test_sorts (Fixture *fixture, gconstpointer data)
{
  BvPeopleFilter filter = { .on_date = "2022-06-30" };
  g_autofree char *reverse = NULL;

  fill (fixture);
  assert_people (fixture, &filter, BV_PEOPLE_SORT_UNIT,
                 "Lê Văn Hải; Lò Thị Uyên; Nguyễn Văn An; Cầm Thị Dung; Nguyễn Thị Ân");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_BIRTH,
                 "Lê Văn Hải; Nguyễn Văn An; Nguyễn Thị Ân; Cầm Thị Dung; Lò Thị Uyên");
  assert_people (fixture, &filter, BV_PEOPLE_SORT_POST,
                 "Nguyễn Văn An; Lò Thị Uyên; Lê Văn Hải; Cầm Thị Dung; Nguyễn Thị Ân");
  /* People without a unit stay last in either direction. */
  reverse = list_people (fixture, &filter, BV_PEOPLE_SORT_UNIT, TRUE);
  g_assert_cmpstr (reverse, ==,
                   "Cầm Thị Dung; Nguyễn Văn An; Lò Thị Uyên; Lê Văn Hải; Nguyễn Thị Ân");
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  BvPeopleFilter filter = { .search = "hai" };
  g_autoptr (BvRowList) list = NULL;
  g_autoptr (BvRow) row = NULL;

  fill (fixture);
  fixture_run (fixture,
               "INSERT INTO decision (number, on_date, title, year, level, issuer)"
               " VALUES ('05/QĐ-UBND', '2023-02-05', 'Khen', 2022, 'district', 'Chủ tịch'),"
               " ('', NULL, 'Nháp', 2023, 'district', 'Chủ tịch')");
  fixture_run (fixture, "INSERT INTO award (decision_id, subject_id, form_code, manner, year,"
                        " name_printed) VALUES (1, 6, 'GKH', 'CT', 2022, 'Lê Văn Hải'),"
                        " (2, 6, 'GKH', 'CT', 2023, 'Lê Văn Hải')");
  list = bv_row_list_new (fixture->store,
                          bv_register_people_source (&filter, BV_PEOPLE_SORT_NAME, FALSE));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (bv_row_get_id (row), ==, 6);
  g_assert_cmpstr (bv_row_get_text (row, BV_PEOPLE_COLUMN_BIRTH), ==, "1975-05-19");
  g_assert_cmpint (bv_row_get_int (row, BV_PEOPLE_COLUMN_IS_PARTY_MEMBER), ==, 1);
  g_assert_cmpint (bv_row_get_int (row, BV_PEOPLE_COLUMN_UNIT_ID), ==, 2);
  g_assert_cmpstr (bv_row_get_text (row, BV_PEOPLE_COLUMN_UNIT), ==, "Phòng Nội vụ");
  g_assert_cmpstr (bv_row_get_text (row, BV_PEOPLE_COLUMN_POST), ==, "Chuyên viên");
  g_assert_cmpstr (bv_row_get_text (row, BV_PEOPLE_COLUMN_LEADER_CLASS), ==, "direct");
  /* A draft is no award yet. */
  g_assert_cmpint (bv_row_get_int (row, BV_PEOPLE_COLUMN_N_AWARDS), ==, 1);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *names;
  } cases[] = {
    { "hoa", "Bùi Thị Hoa; Tòng Văn Hòa; Lò Hoá" },
    { "HOA bui", "Bùi Thị Hoa" },
    { "hòa", "Tòng Văn Hòa" }, /* marks that were typed count */
    { "hoà", "Tòng Văn Hòa" }, /* wherever the tone was put */
    { "ho\314\200a", "Tòng Văn Hòa" },
    { "hóa", "Lò Hoá" },
    { "dai", "Lường Văn Đại" },
    { "đại", "Lường Văn Đại" },
    { "dại", "" },
    { "lường đ", "Lường Văn Đại" },
    { "qui", "Đèo Thị Quý" },
    { "đèo quí", "Đèo Thị Quý" }, /* i and y are one sound */
    { "quì", "" },
    { "0141890001", "Đèo Thị Quý" },
    { "\"*) OR 1", "" },
    { "   ", "Lường Văn Đại; Bùi Thị Hoa; Tòng Văn Hòa; Lò Hoá; Đèo Thị Quý" },
  };

  fixture_add_person (fixture, "Bùi Thị Hoa", 0, "");
  fixture_add_person (fixture, "Tòng Văn Hòa", 0, "");
  fixture_add_person (fixture, "Lò Hoá", 0, "");
  fixture_add_person (fixture, "Lường Văn Đại", 0, "");
  fixture_add_person (fixture, "Đèo Thị Quý", 0, "");
  fixture_run (fixture, "UPDATE subject SET code = '014189000123' WHERE name = 'Đèo Thị Quý'");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvPeopleFilter filter = { .search = cases[i].typed };

      g_test_message ("search for %s", cases[i].typed);
      assert_people (fixture, &filter, BV_PEOPLE_SORT_NAME, cases[i].names);
    }
}

static void
test_units_list (Fixture *fixture, gconstpointer data)
{
  BvUnitsFilter filter = { NULL };
  g_autofree char *names = NULL;
  g_autofree char *depths = NULL;
  g_autofree char *members = NULL;
  g_autofree char *below = NULL;
  g_autofree char *found = NULL;

  fill (fixture);
  names = fixture_list (fixture,
                        bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, FALSE),
                        BV_UNITS_COLUMN_NAME);
  g_assert_cmpstr (names, ==, "UBND huyện; Phòng Nội vụ; Xã Mường Bú; Bản Giàn");
  depths = fixture_list (fixture,
                         bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, FALSE),
                         BV_UNITS_COLUMN_DEPTH);
  g_assert_cmpstr (depths, ==, "0; 1; 1; 2");
  members = fixture_list (fixture, bv_register_units_source (&filter, BV_UNITS_SORT_NAME, FALSE),
                          BV_UNITS_COLUMN_N_MEMBERS);
  g_assert_cmpstr (members, ==, "0; 2; 0; 1");
  filter.unit_id = 3;
  below = fixture_list (fixture,
                        bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, TRUE),
                        BV_UNITS_COLUMN_NAME);
  g_assert_cmpstr (below, ==, "Bản Giàn; Xã Mường Bú");
  filter = (BvUnitsFilter){ .search = "noi vu" };
  found = fixture_list (fixture,
                        bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, FALSE),
                        BV_UNITS_COLUMN_PARENT);
  g_assert_cmpstr (found, ==, "UBND huyện");
}

static void
test_households_and_subjects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvHousehold) household = bv_household_new ();
  g_autoptr (BvHousehold) again = NULL;
  g_autoptr (BvLease) lease = NULL;
  BvHouseholdsFilter filter = { .unit_id = 3 };
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *heads = NULL;
  g_autofree char *details = NULL;
  gint64 duplicate;

  fill (fixture);
  g_free (household->name);
  household->name = g_strdup ("Hộ bà Cầm Thị Dung");
  household->unit_id = 4;
  household->head_id = 7;
  bv_register_save_household (fixture->store, household, NULL, &error);
  g_assert_no_error (error);
  names = fixture_list (fixture,
                        bv_register_households_source (&filter, BV_HOUSEHOLDS_SORT_UNIT, FALSE),
                        BV_HOUSEHOLDS_COLUMN_NAME);
  g_assert_cmpstr (names, ==, "Hộ bà Cầm Thị Dung");
  heads = fixture_list (fixture,
                        bv_register_households_source (&filter, BV_HOUSEHOLDS_SORT_NAME, FALSE),
                        BV_HOUSEHOLDS_COLUMN_HEAD);
  g_assert_cmpstr (heads, ==, "Cầm Thị Dung");
  details = fixture_list (fixture, bv_register_subjects_source ("dung", 0),
                          BV_SUBJECTS_COLUMN_DETAIL);
  g_assert_cmpstr (details, ==, "; Bản Giàn");
  g_free (details);
  details = fixture_list (fixture, bv_register_subjects_source ("uyên", BV_SUBJECT_PERSON),
                          BV_SUBJECTS_COLUMN_DETAIL);
  g_assert_cmpstr (details, ==, "Trưởng phòng, Phòng Nội vụ");
  lease = bv_store_lease (fixture->store, &error);
  again = bv_household_load (bv_lease_connection (lease), household->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->unit_name, ==, "Bản Giàn");
  again->id = 0;
  bv_household_find_duplicate (bv_lease_connection (lease), again, &duplicate, &error);
  g_assert_cmpint (duplicate, ==, household->id);
  again->unit_id = 3;
  bv_household_find_duplicate (bv_lease_connection (lease), again, &duplicate, &error);
  g_assert_cmpint (duplicate, ==, 0);
  g_clear_pointer (&lease, bv_lease_free);
  bv_register_delete_household (fixture->store, household->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM household"), ==, 0);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT head_id FROM household"), ==, 7);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/register/name-order", test_name_order);
  ADD ("/register/filters", test_filters);
  ADD ("/register/sorts", test_sorts);
  ADD ("/register/columns", test_columns);
  ADD ("/register/search", test_search);
  ADD ("/register/units", test_units_list);
  ADD ("/register/households-and-subjects", test_households_and_subjects);
  return g_test_run ();
}
