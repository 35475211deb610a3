// SPDX-License-Identifier: GPL-3.0-or-later
/* Persons and their posts: checks, saving, duplicates, transfer, deletion, undo. Names are
 * invented. */

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office-fixture.h"
#include "store/bv-connection.h"

#include <locale.h>

static void
test_validate (void)
{
  static const struct
  {
    const char *name, *code, *birth, *sex, *worker_class, *party_since;
    const char *field; /* NULL: nothing wrong */
  } cases[] = {
    { "Lò Thị Uyên", NULL, NULL, "", "", NULL, NULL },
    { "Lò Thị Uyên", "014189000123", "1989", "female", "civil_servant", "2012-05-19", NULL },
    { "Lò Thị Uyên", "0042", "1989-12-31", "female", "farmer", NULL, NULL },
    { " \t\302\240 ", NULL, NULL, "", "", NULL, "name" },
    { "Lò Thị Uyên", "01418900012", NULL, "", "", NULL, "code" },
    { "Lò Thị Uyên", "014189 000123", NULL, "", "", NULL, "code" },
    { "Lò Thị Uyên", NULL, "1989-02-30", "", "", NULL, "birth" },
    { "Lò Thị Uyên", NULL, "2023-03-28", "", "", NULL, "birth" }, /* one day after BV_TODAY */
    { "Lò Thị Uyên", NULL, "1749", "", "", NULL, "birth" },
    { "Lò Thị Uyên", NULL, "năm 89", "", "", NULL, "birth" },
    { "Lò Thị Uyên", NULL, NULL, "nữ", "", NULL, "sex" },
    { "Lò Thị Uyên", NULL, NULL, "", "boss", NULL, "worker_class" },
    { "Lò Thị Uyên", NULL, "1989", "", "", "1985-02-03", "party_since" },
    { "Lò Thị Uyên", NULL, NULL, "", "", "31/02/2010", "party_since" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvPerson) person = bv_person_new ();
      g_autoptr (GPtrArray) problems = NULL;

      bv_text_set (&person->name, cases[i].name);
      bv_text_set (&person->code, cases[i].code);
      bv_text_set (&person->birth, cases[i].birth);
      bv_text_set (&person->sex, cases[i].sex);
      bv_text_set (&person->worker_class, cases[i].worker_class);
      bv_text_set (&person->party_since, cases[i].party_since);
      problems = bv_person_validate (person);
      g_test_message ("case %u", i);
      if (cases[i].field == NULL)
        g_assert_cmpuint (problems->len, ==, 0);
      else
        {
          g_assert_cmpuint (problems->len, ==, 1);
          g_assert_nonnull (bv_problems_find (problems, cases[i].field));
        }
    }
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autoptr (BvPerson) loaded = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *fold = NULL;
  gint64 act = 0;

  /* Decomposed letters, a no-break space and a Latin Ð, as other programs leave them. */
  bv_text_set (&person->name, "  \303\220e\314\200o\302\240Thi\314\243  Quy\314\201 ");
  bv_text_set (&person->code, "  ");
  bv_text_set (&person->birth, "1975");
  bv_text_set (&person->ethnic_group, "Thái");
  bv_text_set (&person->party_since, "2001-09-02");
  bv_register_save_person (fixture->store, person, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, >, 0);
  g_assert_cmpstr (person->name, ==, "Đèo Thị Quý");
  g_assert_null (person->code);
  g_assert_true (person->is_party_member);

  lease = bv_store_lease (fixture->store, &error);
  loaded = bv_person_load (bv_lease_connection (lease), person->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->name, ==, "Đèo Thị Quý");
  g_assert_cmpstr (loaded->birth, ==, "1975");
  g_assert_cmpstr (loaded->party_since, ==, "2001-09-02");
  g_assert_true (loaded->is_party_member);
  g_assert_true (bv_person_is_minority (loaded));
  g_assert_null (bv_person_load (bv_lease_connection (lease), person->id + 1, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_pointer (&lease, bv_lease_free);
  fold = fixture_query_text (fixture, "SELECT name_fold || '|' || name_marks FROM subject");
  g_assert_cmpstr (fold, ==, "deo thi quy|đèo thị quí");

  title = bv_store_get_undo_title (fixture->store);
  g_assert_cmpstr (title, ==, "Add Đèo Thị Quý");
  bv_text_set (&person->name, "");
  g_assert_false (bv_register_save_person (fixture->store, person, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM history"), ==, 1);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM subject"), ==, 0);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM person"), ==, 0);
}

static void
test_codes_are_unique (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvPerson) first = bv_person_new ();
  g_autoptr (BvPerson) second = bv_person_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&first->name, "Cầm Thị Dung");
  bv_text_set (&first->code, "014189000123");
  bv_register_save_person (fixture->store, first, NULL, &error);
  g_assert_no_error (error);
  bv_text_set (&second->name, "Lường Văn Đại");
  bv_text_set (&second->code, "014189000123");
  g_assert_false (bv_register_save_person (fixture->store, second, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "Cầm Thị Dung"));
  g_assert_cmpint (second->id, ==, 0);
  /* The same person again is no duplicate of itself. */
  g_clear_error (&error);
  bv_text_set (&first->home, "xã Mường Bú");
  bv_register_save_person (fixture->store, first, NULL, &error);
  g_assert_no_error (error);
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", 0);
  gint64 school = fixture_add_unit (fixture, "Trường Tiểu học Ít Ong", 0);
  gint64 id = fixture_add_person (fixture, "Lò Thị Hoà", office, "Chuyên viên");
  g_autoptr (BvPerson) other = bv_person_new ();
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  gint64 found;

  fixture_run (fixture, "UPDATE person SET birth = '1989-05-19'");
  lease = bv_store_lease (fixture->store, &error);
  bv_text_set (&other->name, "LÒ THỊ HÒA");
  bv_text_set (&other->birth, "1989");
  bv_person_find_duplicate (bv_lease_connection (lease), other, office, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, id);
  bv_person_find_duplicate (bv_lease_connection (lease), other, school, &found, &error);
  g_assert_cmpint (found, ==, 0);
  bv_text_set (&other->birth, "1990");
  bv_person_find_duplicate (bv_lease_connection (lease), other, office, &found, &error);
  g_assert_cmpint (found, ==, 0);
  bv_text_set (&other->birth, NULL);
  bv_person_find_duplicate (bv_lease_connection (lease), other, office, &found, &error);
  g_assert_cmpint (found, ==, 0);
  g_clear_pointer (&lease, bv_lease_free);

  /* The identity number decides: equal, and the name does not matter; different, and two
   * persons. */
  fixture_run (fixture, "UPDATE subject SET code = '014189000123' WHERE kind = 1");
  lease = bv_store_lease (fixture->store, &error);
  bv_text_set (&other->code, "014189000123");
  bv_text_set (&other->name, "Lò Hoà");
  bv_person_find_duplicate (bv_lease_connection (lease), other, 0, &found, &error);
  g_assert_cmpint (found, ==, id);
  bv_text_set (&other->code, "014189000999");
  bv_text_set (&other->name, "Lò Thị Hoà");
  bv_text_set (&other->birth, "1989");
  bv_person_find_duplicate (bv_lease_connection (lease), other, office, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, 0);
}

static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", 0);
  gint64 school = fixture_add_unit (fixture, "Trường THCS Mường Bú", 0);
  gint64 id = fixture_add_person (fixture, "Vì Thị Mai", office, "Chuyên viên");
  g_autoptr (BvMembership) to = bv_membership_new ();
  g_autoptr (BvMembership) second = bv_membership_new ();
  g_autoptr (BvMembership) on = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  fixture_run (fixture, "UPDATE membership SET from_date = '2015-09-01'");
  to->person_id = id;
  to->unit_id = school;
  bv_text_set (&to->post, "Hiệu trưởng");
  bv_text_set (&to->leader_class, "leader");
  g_assert_false (bv_register_transfer_person (fixture->store, to, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_text_set (&to->from_date, "2015-09-01");
  g_assert_false (bv_register_transfer_person (fixture->store, to, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_text_set (&to->from_date, "2022-03-01");
  bv_register_transfer_person (fixture->store, to, NULL, &error);
  g_assert_no_error (error);
  title = bv_store_get_undo_title (fixture->store);
  g_assert_cmpstr (title, ==, "Transfer Vì Thị Mai to Trường THCS Mường Bú");

  lease = bv_store_lease (fixture->store, &error);
  list = bv_membership_list (bv_lease_connection (lease), id, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((BvMembership *) list->pdata[0])->unit_id, ==, school);
  g_assert_cmpstr (((BvMembership *) list->pdata[1])->to_date, ==, "2022-02-28");
  bv_membership_on (bv_lease_connection (lease), id, "2022-02-28", &on, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (on->unit_name, ==, "Phòng Nội vụ");
  g_clear_pointer (&on, bv_membership_free);
  bv_membership_on (bv_lease_connection (lease), id, "2022-03-01", &on, &error);
  g_assert_cmpstr (on->post, ==, "Hiệu trưởng");
  g_clear_pointer (&on, bv_membership_free);
  bv_membership_on (bv_lease_connection (lease), id, "2015-08-31", &on, &error);
  g_assert_null (on);
  g_clear_pointer (&lease, bv_lease_free);

  /* A second main post at the same time is refused, a further post is not. */
  second->person_id = id;
  second->unit_id = office;
  bv_text_set (&second->from_date, "2022-06-01");
  g_assert_false (bv_register_save_membership (fixture->store, second, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  second->is_primary = FALSE;
  bv_register_save_membership (fixture->store, second, NULL, &error);
  g_assert_no_error (error);
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership WHERE to_date IS NULL"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture, "SELECT unit_id FROM membership"), ==, office);
}

static void
test_membership_dates (Fixture *fixture, gconstpointer data)
{
  gint64 office = fixture_add_unit (fixture, "Phòng Y tế", 0);
  gint64 id = fixture_add_person (fixture, "Tòng Văn Hòa", 0, "");
  g_autoptr (BvMembership) membership = bv_membership_new ();
  g_autoptr (GError) error = NULL;

  fixture_run (fixture, "UPDATE unit SET to_date = '2021-12-31'");
  membership->person_id = id;
  g_assert_false (bv_register_save_membership (fixture->store, membership, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  membership->unit_id = office + 100;
  g_assert_false (bv_register_save_membership (fixture->store, membership, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  membership->unit_id = office;
  bv_text_set (&membership->from_date, "2022-01-01");
  g_assert_false (bv_register_save_membership (fixture->store, membership, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "31/12/2021"));
  g_clear_error (&error);
  bv_text_set (&membership->from_date, "2020-01-01");
  bv_text_set (&membership->to_date, "2019-12-31");
  g_assert_false (bv_register_save_membership (fixture->store, membership, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership"), ==, 0);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 office = fixture_add_unit (fixture, "Phòng Nội vụ", 0);
  gint64 kept = fixture_add_person (fixture, "Trần Thị Ánh", office, "");
  gint64 gone = fixture_add_person (fixture, "Bùi Thị Hoa", office, "");
  g_autoptr (BvHousehold) household = bv_household_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *award = NULL;
  gint64 both[] = { gone, kept };

  bv_text_set (&household->name, "Hộ bà Bùi Thị Hoa");
  household->head_id = gone;
  bv_register_save_household (fixture->store, household, NULL, &error);
  g_assert_no_error (error);
  fixture_run (fixture, "INSERT INTO decision (number, on_date, title, year, level, issuer)"
                        " VALUES ('05/QĐ-UBND', '2023-02-05', 'Tặng Giấy khen', 2022, 'district',"
                        " 'Chủ tịch')");
  award = g_strdup_printf ("INSERT INTO award (decision_id, subject_id, form_code, manner, year,"
                           " name_printed) VALUES (1, %d, 'GKH', 'CT', 2022, 'Trần Thị Ánh')",
                           (int) kept);
  fixture_run (fixture, award);
  g_assert_false (bv_register_delete_people (fixture->store, both, 2, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "Trần Thị Ánh"));
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM person"), ==, 2);
  bv_register_delete_person (fixture->store, gone, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership"), ==, 1);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(head_id) FROM household"), ==, 0);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM person"), ==, 2);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM membership"), ==, 2);
  g_assert_cmpint (fixture_query (fixture, "SELECT head_id FROM household"), ==, gone);
}

static void
test_address_form (void)
{
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autofree char *form = NULL;

  bv_text_set (&person->name, "Lò Thị Uyên");
  form = bv_person_address_form (person);
  g_assert_cmpstr (form, ==, "Ông (Bà) Lò Thị Uyên");
  g_free (form);
  bv_text_set (&person->sex, "female");
  form = bv_person_address_form (person);
  g_assert_cmpstr (form, ==, "Bà Lò Thị Uyên");
  g_free (form);
  bv_text_set (&person->honorific, "Đồng chí");
  form = bv_person_address_form (person);
  g_assert_cmpstr (form, ==, "Đồng chí Lò Thị Uyên");
  g_assert_cmpuint (g_strv_length ((char **) bv_person_ethnic_groups), ==, 54);
}

static void
test_choices (void)
{
  g_auto (GStrv) labels = bv_choice_labels (bv_person_sexes);

  g_assert_cmpuint (g_strv_length (labels), ==, 3);
  g_assert_cmpstr (labels[2], ==, "Female");
  g_assert_cmpstr (bv_choice_find (bv_person_sexes, "FEMALE"), ==, "female");
  g_assert_cmpstr (bv_choice_find (bv_person_worker_classes, "civil  Servant"), ==,
                   "civil_servant");
  g_assert_null (bv_choice_find (bv_person_sexes, "fem"));
  g_assert_cmpstr (bv_choice_label (bv_person_sexes, "unknown"), ==, "unknown");
  g_assert_cmpuint (bv_choice_count (bv_membership_leader_classes), ==, 5);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/validate", test_validate);
  g_test_add_func ("/person/address-form", test_address_form);
  g_test_add_func ("/person/choices", test_choices);
  ADD ("/person/save", test_save);
  ADD ("/person/codes-are-unique", test_codes_are_unique);
  ADD ("/person/duplicates", test_duplicates);
  ADD ("/person/transfer", test_transfer);
  ADD ("/person/membership-dates", test_membership_dates);
  ADD ("/person/delete", test_delete);
  return g_test_run ();
}
