// SPDX-License-Identifier: GPL-3.0-or-later
/* Titles of the place: added, given, changed, taken away; and that nothing is stored that the next start refuses. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-local-title.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 teacher;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", office,
                                          "Giáo viên", "direct");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_object_unref (f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static BvLocalTitle *
new_title (void)
{
  BvLocalTitle *title = bv_local_title_new ();

  bv_text_set (&title->code, "NTVT");
  bv_text_set (&title->name, "Danh hiệu \"Người tốt, việc tốt\"");
  bv_text_set (&title->abbreviation, "NTVT");
  bv_text_set (&title->who, "Chủ tịch Ủy ban nhân dân huyện");
  bv_text_set (&title->basis, "Quyết định số 99/2020/QĐ-UBND");
  bv_text_set (&title->from_date, "2020-05-23");
  bv_text_set (&title->coefficient, "0,30");
  bv_text_set (&title->certificate, "giay-khen-huyen");
  return title;
}

static BvRegimeSet *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvRegimeSet *regimes = bv_regime_set_load (bv_lease_connection (lease), &error);

  g_assert_no_error (error);
  return regimes;
}

static GPtrArray *
list (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *titles = bv_local_title_list (bv_lease_connection (lease), &error);

  g_assert_no_error (error);
  return titles;
}

static void
test_add (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLocalTitle) title = new_title ();
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  const BvRegimeAward *award;
  gint64 act;

  bv_local_title_save_act (f->store, title, NULL, &act, &error);
  g_assert_no_error (error);
  regimes = load (f);
  award = bv_regime_find_award (bv_regime_set_get (regimes, "luat-2022-nd98"), "NTVT");
  g_assert_nonnull (award);
  g_assert_true (award->is_own);
  g_assert_cmpint (award->bonus->coefficient, ==, 300);
  g_assert_cmpstr (award->certificate, ==, "giay-khen-huyen");
  g_assert_cmpuint (award->subjects, ==, 1u << BV_SUBJECT_PERSON);
  g_assert_true (bv_regime_award_is_decided_at (award, BV_LEVEL_DISTRICT));
  g_assert_false (bv_regime_award_is_in_force (award, "2020-05-22"));
  {
    /* The same until the office changes its file. */
    g_autoptr (BvRegimeSet) again = load (f);

    g_assert_true (again == regimes);
  }
  titles = list (f);
  g_assert_cmpuint (titles->len, ==, 1);
  g_assert_cmpstr (((BvLocalTitle *) g_ptr_array_index (titles, 0))->coefficient, ==, "0.30");

  /* One act, taken back as one. */
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&titles, g_ptr_array_unref);
  titles = list (f);
  g_assert_cmpuint (titles->len, ==, 0);
  g_clear_pointer (&regimes, bv_regime_set_unref);
  regimes = load (f);
  g_assert_null (bv_regime_set_find_award (regimes, "NTVT", NULL));
}

static void
test_problems (Fixture *f, gconstpointer data)
{
  static const struct
  {
    gsize offset;
    const char *value;
    const char *field;
    int code;
  } cases[] = {
#define CASE(member, value, code) { G_STRUCT_OFFSET (BvLocalTitle, member), value, #member, code }
    CASE (code, "", BV_VALUE_ERROR_EMPTY),
    CASE (code, "ntvt", BV_VALUE_ERROR_FORMAT),
    CASE (code, "NT VT", BV_VALUE_ERROR_FORMAT),
    CASE (code, "CSTDCS", BV_VALUE_ERROR_DUPLICATE),
    CASE (code, "XPTTTB", BV_VALUE_ERROR_DUPLICATE),
    CASE (name, "", BV_VALUE_ERROR_EMPTY),
    CASE (abbreviation, " ", BV_VALUE_ERROR_EMPTY),
    CASE (kind, "order", BV_VALUE_ERROR_UNKNOWN),
    CASE (level, "state", BV_VALUE_ERROR_UNKNOWN),
    CASE (who, "", BV_VALUE_ERROR_EMPTY),
    CASE (basis, "", BV_VALUE_ERROR_EMPTY),
    CASE (coefficient, "0", BV_VALUE_ERROR_FORMAT),
    CASE (coefficient, "a", BV_VALUE_ERROR_FORMAT),
    CASE (coefficient, "0,1234", BV_VALUE_ERROR_FORMAT),
    CASE (coefficient, "1,2,3", BV_VALUE_ERROR_FORMAT),
    CASE (coefficient, ",5", BV_VALUE_ERROR_FORMAT),
    CASE (coefficient, "1,", BV_VALUE_ERROR_FORMAT),
    CASE (to_date, "2019-01-01", BV_VALUE_ERROR_RANGE),
#undef CASE
  };
  g_autoptr (BvRegimeSet) regimes = load (f);
  g_autoptr (BvLocalTitle) nobody = new_title ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvLocalTitle) title = new_title ();
      g_autoptr (GPtrArray) problems = NULL;
      const BvProblem *problem;

      bv_text_set (&G_STRUCT_MEMBER (char *, title, cases[i].offset), cases[i].value);
      problems = bv_local_title_validate (title, NULL, regimes);
      if (problems->len != 1)
        g_error ("case %u: %u problems", i, problems->len);
      problem = g_ptr_array_index (problems, 0);
      if (!g_str_equal (problem->field, cases[i].field) || problem->code != cases[i].code)
        g_error ("case %u: %s, %d: %s", i, problem->field, problem->code, problem->message);
      g_assert_false (bv_local_title_save_act (f->store, title, NULL, NULL, &error));
      g_assert_error (error, BV_VALUE_ERROR, cases[i].code);
      g_clear_error (&error);
    }
  nobody->to_persons = FALSE;
  found = bv_local_title_validate (nobody, NULL, regimes);
  g_assert_nonnull (bv_problems_find (found, "to_persons"));
  /* Before the law of 2022 the code was free. */
  nobody->to_persons = TRUE;
  bv_text_set (&nobody->code, "XPTTTB");
  bv_text_set (&nobody->to_date, "2023-12-31");
  g_clear_pointer (&found, g_ptr_array_unref);
  found = bv_local_title_validate (nobody, NULL, regimes);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
give (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision)
    decision = bv_decision_new_draft (bv_lease_connection (lease), "2023-03-27", &error);
  guint n;

  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, "Về việc tặng danh hiệu");
  decision->year = 2022;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, &f->teacher, 1, "NTVT", BV_MANNER_MERIT,
                    "Nhặt được của rơi", NULL, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_change (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLocalTitle) title = new_title ();
  g_autoptr (BvLocalTitle) second = new_title ();
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;

  bv_local_title_save_act (f->store, title, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_local_title_save_act (f->store, second, NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);

  bv_text_set (&title->code, "NT-VT");
  bv_text_set (&title->coefficient, "");
  title->to_households = TRUE;
  bv_local_title_save_act (f->store, title, "NTVT", NULL, &error);
  g_assert_no_error (error);
  regimes = load (f);
  g_assert_null (bv_regime_set_find_award (regimes, "NTVT", NULL));
  g_assert_null (bv_regime_set_find_award (regimes, "NT-VT", NULL)->bonus);
  bv_text_set (&title->code, "NTVT");
  bv_local_title_save_act (f->store, title, "NT-VT", NULL, &error);
  g_assert_no_error (error);

  /* Once given, it keeps its code and cannot be deleted; a last day is the way. */
  give (f);
  bv_text_set (&title->code, "NT-VT");
  g_assert_false (bv_local_title_save_act (f->store, title, "NTVT", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (bv_local_title_delete_act (f->store, "NTVT", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_text_set (&title->code, "NTVT");
  bv_text_set (&title->to_date, "2023-12-31");
  bv_local_title_save_act (f->store, title, "NTVT", NULL, &error);
  g_assert_no_error (error);
  titles = list (f);
  g_assert_cmpstr (((BvLocalTitle *) g_ptr_array_index (titles, 0))->to_date, ==, "2023-12-31");
}

static gboolean
add_path_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (
    connection, error,
    "UPDATE office_file SET content = CAST (json_set (CAST (content AS TEXT), '$.awards[0].paths',"
    " json (?1)) AS BLOB)",
    "s",
    "[{\"name\":\"P\",\"article\":\"1\",\"verified\":true,\"conditions\":[{\"kind\":\"attested\","
    "\"key\":\"good\",\"text\":\"T\",\"article\":\"1\",\"verified\":true}]}]");
}

/* A title is not given before its first day or after its last. */
static void
test_dates (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *on_date;
    gboolean ok;
  } cases[] = {
    { "2020-05-22", FALSE },
    { "2020-05-23", TRUE },
    { "2022-12-31", TRUE },
    { "2023-01-01", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLocalTitle) title = new_title ();
  g_autoptr (BvRegimeSet) regimes = NULL;

  bv_text_set (&title->to_date, "2022-12-31");
  bv_local_title_save_act (f->store, title, NULL, NULL, &error);
  g_assert_no_error (error);
  regimes = load (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvDecision) decision = bv_decision_new ();
      g_autofree char *message = NULL;

      decision->level = BV_LEVEL_DISTRICT;
      bv_text_set (&decision->on_date, cases[i].on_date);
      message = bv_award_check_for_decision (regimes, decision, "NTVT", BV_SUBJECT_PERSON, 2020);
      g_assert_cmpint (message == NULL, ==, cases[i].ok);
    }
  /* Today it is over, but a draft may be dated back to its days. */
  {
    g_autoptr (BvDecision) draft = bv_decision_new ();
    g_autofree char *message = NULL;
    g_autofree char *late = NULL;

    draft->level = BV_LEVEL_DISTRICT;
    message = bv_award_check_for_decision (regimes, draft, "NTVT", BV_SUBJECT_PERSON, 2022);
    g_assert_null (message);
    late = bv_award_check_for_decision (regimes, draft, "NTVT", BV_SUBJECT_PERSON, 2023);
    g_assert_nonnull (late);
  }
}

/* Conditions that somebody wrote into the file outlive an edit; the last title takes the file away. */
static void
test_keeps (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLocalTitle) title = new_title ();
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 n;

  bv_local_title_save_act (f->store, title, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_store_act (f->store, "paths", BV_ACT_NONE, add_path_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_text_set (&title->abbreviation, "NT,VT");
  bv_local_title_save_act (f->store, title, "NTVT", NULL, &error);
  g_assert_no_error (error);
  regimes = load (f);
  g_assert_cmpuint (bv_regime_set_find_award (regimes, "NTVT", NULL)->paths->len, ==, 1);
  g_assert_cmpstr (bv_regime_set_find_award (regimes, "NTVT", NULL)->abbreviation, ==, "NT,VT");
  bv_local_title_delete_act (f->store, "NTVT", NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  bv_connection_query_int (bv_lease_connection (lease), &n, 0, &error,
                           "SELECT count(*) FROM office_file", "");
  g_assert_cmpint (n, ==, 0);
  g_assert_false (bv_local_title_delete_act (f->store, "NTVT", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
}

static gboolean
damage_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, "UPDATE office_file SET content = CAST (?1 AS BLOB)",
                            "s", user_data);
}

/* A file that something else wrote wrong is refused by its name, and not read half. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "{",
    "[]",
    "{\"format\":2,\"awards\":[7]}",
    "{\"format\":2,\"awards\":[{\"code\":\"A\"}]}",
  };
  g_autoptr (BvLocalTitle) title = new_title ();
  g_autoptr (GError) error = NULL;

  bv_local_title_save_act (f->store, title, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BvLease) lease = NULL;

      bv_store_act (f->store, "damage", BV_ACT_NONE, damage_cb, (gpointer) texts[i], NULL, NULL,
                    &error);
      g_assert_no_error (error);
      lease = bv_store_lease (f->store, &error);
      g_assert_null (bv_local_title_list (bv_lease_connection (lease), &error));
      g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "regimes/danh-hieu-dia-phuong.json"));
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/local-title/add", test_add);
  ADD ("/local-title/problems", test_problems);
  ADD ("/local-title/change", test_change);
  ADD ("/local-title/dates", test_dates);
  ADD ("/local-title/keeps", test_keeps);
  ADD ("/local-title/damaged", test_damaged);
  return g_test_run ();
}
