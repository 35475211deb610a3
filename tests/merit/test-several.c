// SPDX-License-Identifier: GPL-3.0-or-later
/* Several titles for one achievement: under NĐ 91 only the highest bonus is paid. The line, the sum of the decision, that of
 * the dossier, the list of payments and the fund tell the same, whatever is added, changed, taken off or issued. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-fund.h"
#include "merit/bv-nomination.h"
#include "store/bv-store.h"

/* 0,3 and 1 times the base salary of 1.490.000 đồng, rounded up to ten thousand. */
#define LDTT 450000
#define CSTDCS 1490000

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 teacher;
  gint64 head;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử Một", "school", office, FALSE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", f->school,
                                          "Giáo viên", "direct");
  f->head = bv_test_office_add_person (f->store, "Cầm Văn Mẫu", "male", "Thái", f->school,
                                       "Hiệu trưởng", "leader");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static gint64
add_decision (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision)
    decision = bv_decision_new_draft (bv_lease_connection (lease), "2023-03-27", &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, "Về việc công nhận danh hiệu thi đua");
  decision->year = 2022;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  return decision->id;
}

/* As it stands in the struct after saving. */
static BvAward *
add (Fixture *f, gint64 decision, gint64 subject, const char *code, int year)
{
  g_autoptr (GError) error = NULL;
  BvAward *award = bv_award_new ();

  award->decision_id = decision;
  award->subject_id = subject;
  award->year = year;
  award->manner = BV_MANNER_MERIT;
  bv_text_set (&award->form_code, code);
  bv_award_save_act (f->store, award, NULL, &error);
  g_assert_no_error (error);
  return award;
}

static void
save (Fixture *f, BvAward *award)
{
  g_autoptr (GError) error = NULL;

  bv_award_save_act (f->store, award, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_line (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;

  bv_award_remove_act (f->store, &id, 1, NULL, &error);
  g_assert_no_error (error);
}

/* The bonus of each line, in the order in which they were added. */
static char *
tell (Fixture *f, gint64 decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (GPtrArray) awards = bv_award_list (bv_lease_connection (lease), decision, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      g_assert_cmpint (bv_award_is_outdone (award), ==, award->bonus_computed == 0);
      g_string_append_printf (text, "%s%s %d %" G_GINT64_FORMAT, i > 0 ? ", " : "",
                              award->form_code, award->year, bv_award_get_bonus (award));
    }
  return g_string_free (text, FALSE);
}

#define assert_lines(f, decision, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *told = tell (f, decision);                                                    \
    g_assert_cmpstr (told, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_save (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f);
  g_autoptr (BvAward) low = add (f, decision, f->teacher, "LDTT", 2022);
  g_autoptr (BvAward) high = NULL;
  g_autoptr (BvAward) third = NULL;

  g_assert_cmpint (low->bonus_computed, ==, LDTT);
  high = add (f, decision, f->teacher, "CSTDCS", 2022);
  g_assert_cmpint (high->bonus_computed, ==, CSTDCS);
  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000");

  /* What was saved knows what it is worth beside the others. */
  save (f, low);
  g_assert_cmpint (low->bonus_computed, ==, 0);
  g_assert_cmpstr (low->bonus_basis, ==, "Hưởng mức cao nhất (CSTĐCS)");
  g_assert_true (bv_award_is_outdone (low));

  /* Another year, and then another person, is another achievement. */
  high->year = 2021;
  save (f, high);
  assert_lines (f, decision, "LDTT 2022 450000, CSTDCS 2021 1490000");
  high->year = 2022;
  save (f, high);
  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000");
  high->subject_id = f->head;
  save (f, high);
  assert_lines (f, decision, "LDTT 2022 450000, CSTDCS 2022 1490000");

  /* A form of commendation takes nothing away; what an officer typed stands. */
  high->subject_id = f->teacher;
  save (f, high);
  third = add (f, decision, f->teacher, "GKH", 2022);
  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000, GKH 2022 450000");
  low->bonus_paid = 100000;
  save (f, low);
  assert_lines (f, decision, "LDTT 2022 100000, CSTDCS 2022 1490000, GKH 2022 450000");
}

/* The higher one goes: the lower has its bonus again, also where other lines of the same person stand between. */
static void
test_remove (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f);
  g_autoptr (BvAward) low = add (f, decision, f->teacher, "LDTT", 2022);
  g_autoptr (BvAward) high = add (f, decision, f->teacher, "CSTDCS", 2022);
  g_autoptr (BvAward) other = add (f, decision, f->teacher, "LDTT", 2021);

  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000, LDTT 2021 450000");
  remove_line (f, high->id);
  assert_lines (f, decision, "LDTT 2022 450000, LDTT 2021 450000");
  {
    g_autoptr (BvAward) again = add (f, decision, f->teacher, "CSTDCS", 2022);

    assert_lines (f, decision, "LDTT 2022 0, LDTT 2021 450000, CSTDCS 2022 1490000");
    remove_line (f, other->id);
    remove_line (f, again->id);
  }
  assert_lines (f, decision, "LDTT 2022 450000");
}

/* From 2024 one achievement has one award, and nothing is taken off by reckoning. */
static void
test_date (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f);
  g_autoptr (BvAward) low = add (f, decision, f->teacher, "LDTT", 2022);
  g_autoptr (BvAward) high = add (f, decision, f->teacher, "CSTDCS", 2022);
  g_autoptr (BvDecision) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000");
  stored = bv_decision_load (bv_lease_connection (lease), decision, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&stored->regime_id, "luat-2022-nd98");
  bv_text_set (&stored->regime_reason, "Hồ sơ chuyển tiếp");
  bv_decision_save_act (f->store, stored, NULL, &error);
  g_assert_no_error (error);
  assert_lines (f, decision, "LDTT 2022 450000, CSTDCS 2022 1490000");
}

/* The sum of the decision, the payments, the debt of the fund and what is left of its book say one number. */
static void
test_money (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f);
  g_autoptr (BvAward) low = add (f, decision, f->teacher, "LDTT", 2022);
  g_autoptr (BvAward) high = add (f, decision, f->teacher, "CSTDCS", 2022);
  g_autoptr (BvAward) head = add (f, decision, f->head, "LDTT", 2022);
  const gint64 sum = CSTDCS + LDTT;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GPtrArray) debts = NULL;
  g_autofree char *sentence = NULL;
  const BvFundDebt *debt;
  BvAwardTotals totals;
  BvFundStatus status;
  gint64 due, paid = 0;

  bv_decision_issue_act (f->store, decision, "125", "2023-03-27", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_lines (f, decision, "LDTT 2022 0, CSTDCS 2022 1490000, LDTT 2022 450000");
  lease = bv_store_lease (f->store, &error);
  awards = bv_award_list (bv_lease_connection (lease), decision, &error);
  totals = bv_award_sum (awards);
  g_assert_cmpint (totals.bonus, ==, sum);
  g_assert_cmpuint (totals.n_outdone, ==, 1);
  g_assert_cmpuint (totals.n_without_bonus, ==, 0);

  payments = bv_fund_list_payments (bv_lease_connection (lease), decision, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (payments->len, ==, 2);
  for (guint i = 0; i < payments->len; i++)
    paid += bv_award_get_bonus (g_ptr_array_index (payments, i));
  g_assert_cmpint (paid, ==, sum);

  bv_fund_get_due (bv_lease_connection (lease), decision, &due, &error);
  g_assert_cmpint (due, ==, sum);
  bv_fund_get_status (bv_lease_connection (lease), 2023, &status, &error);
  g_assert_cmpint (status.committed, ==, sum);
  debts = bv_fund_list_debts (bv_lease_connection (lease), 2023, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (debts->len, ==, 1);
  debt = g_ptr_array_index (debts, 0);
  g_assert_cmpint (debt->bonus, ==, sum);
  g_assert_cmpuint (debt->n_outdone, ==, 1);
  sentence = bv_fund_describe_outdone (debt->n_outdone);
  g_assert_true (g_str_has_prefix (sentence, "1 line gets no money"));
  g_assert_null (bv_fund_describe_outdone (0));
}

static void
nominate (Fixture *f, gint64 dossier, gint64 subject, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvNomination) nomination = bv_nomination_new ();

  nomination->dossier_id = dossier;
  nomination->subject_id = subject;
  bv_text_set (&nomination->form_code, code);
  bv_nomination_save_act (f->store, nomination, NULL, &error);
  g_assert_no_error (error);
}

/* The sum that a dossier asks for is what its decision will pay. */
static void
test_dossier (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);
  BvDossierTotals totals;

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&dossier->title, "Khen thưởng tổng kết năm 2022");
  bv_text_set (&dossier->received_on, "2023-01-03");
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  nominate (f, dossier->id, f->teacher, "LDTT");
  nominate (f, dossier->id, f->teacher, "CSTDCS");
  nominate (f, dossier->id, f->head, "LDTT");
  lease = bv_store_lease (f->store, &error);
  bv_dossier_sum (bv_lease_connection (lease), dossier->id, "2023-03-27", &totals, &error);
  g_assert_no_error (error);
  g_assert_cmpint (totals.bonus, ==, CSTDCS + LDTT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/several/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/several/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/several/date", Fixture, NULL, set_up, test_date, tear_down);
  g_test_add ("/several/money", Fixture, NULL, set_up, test_money, tear_down);
  g_test_add ("/several/dossier", Fixture, NULL, set_up, test_dossier, tear_down);
  return g_test_run ();
}
