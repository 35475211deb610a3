// SPDX-License-Identifier: GPL-3.0-or-later
/* The book of the fund, awards taken back and given back, and the rules that a written reason answers. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-certificates.h"
#include "merit/bv-award-statistics.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-fund.h"
#include "merit/bv-revocation.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 teacher;
  gint64 head;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử Một", "school", f->office, FALSE);
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
add_decision (Fixture *f, const char *title, int year, const char *achievement)
{
  const gint64 subjects[] = { f->school, f->teacher, f->head };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision)
    decision = bv_decision_new_draft (bv_lease_connection (lease), "2023-03-27", &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, title);
  decision->year = year;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, subjects, G_N_ELEMENTS (subjects), "GKH",
                    BV_MANNER_MERIT, achievement, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return decision->id;
}

static void
issue (Fixture *f, gint64 id, const char *number, const char *date)
{
  g_autoptr (GError) error = NULL;

  bv_decision_issue_act (f->store, id, number, date, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
award_of (Fixture *f, gint64 decision, gint64 subject)
{
  g_autoptr (BvLease) lease = bv_store_lease (f->store, NULL);
  g_autoptr (GPtrArray) awards = bv_award_list (bv_lease_connection (lease), decision, NULL);

  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      if (award->subject_id == subject)
        return award->id;
    }
  g_assert_not_reached ();
}

static void
enter (Fixture *f, int year, const char *date, const char *kind, gint64 amount, const char *title)
{
  g_autoptr (BvFundEntry) entry = bv_fund_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->year = year;
  entry->amount = amount;
  bv_text_set (&entry->on_date, date);
  bv_text_set (&entry->kind, kind);
  bv_text_set (&entry->title, title);
  bv_fund_entry_save_act (f->store, entry, NULL, &error);
  g_assert_no_error (error);
}

static BvFundStatus
status_of (Fixture *f, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvFundStatus status;

  bv_fund_get_status (bv_lease_connection (lease), year, &status, &error);
  g_assert_no_error (error);
  return status;
}

static void
test_book (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *enough = NULL;
  g_autofree char *none_kept = NULL;
  BvFundStatus status;
  gint64 act;

  status = status_of (f, 2023);
  none_kept = bv_fund_check (&status, 1000000);
  g_assert_null (none_kept); /* nobody who keeps no book is warned */

  enter (f, 2023, "2023-01-10", "income", 5000000, "Ngân sách cấp");
  enter (f, 2023, "2023-02-01", "object", 400000, "Mua khung giấy khen");
  status = status_of (f, 2023);
  g_assert_cmpint (status.balance, ==, 4600000);
  g_assert_cmpint (status.committed, ==, 0); /* a draft promises nothing */

  issue (f, decision, "5", "2023-03-27"); /* 900.000 + 450.000 + 450.000 */
  status = status_of (f, 2023);
  g_assert_cmpint (status.committed, ==, 1800000);
  g_assert_cmpint (status.available, ==, 2800000);
  enough = bv_fund_check (&status, 2800000);
  g_assert_null (enough);
  warning = bv_fund_check (&status, 2800001);
  g_assert_nonnull (strstr (warning, "2.800.000"));
  g_assert_nonnull (strstr (warning, "2.800.001"));

  bv_fund_pay_act (f->store, decision, "2023-04-05", "PC 12 ngày 05/4/2023", &act, &error);
  g_assert_no_error (error);
  status = status_of (f, 2023);
  g_assert_cmpint (status.bonus, ==, 1800000);
  g_assert_cmpint (status.committed, ==, 0);
  g_assert_cmpint (status.balance, ==, 2800000);
  g_assert_cmpint (status.available, ==, 2800000);

  /* A second payment would be one too many; and a paid decision stays issued. */
  g_assert_false (bv_fund_pay_act (f->store, decision, "2023-04-06", NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (bv_decision_unissue_act (f->store, decision, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);

  /* Undone, it waits again. */
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_of (f, 2023).committed, ==, 1800000);
}

static void
assert_carried (Fixture *f, int year, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autofree char *warning = NULL;

  bv_fund_check_carried (bv_lease_connection (lease), year, &warning, &error);
  g_assert_no_error (error);
  if (part == NULL)
    g_assert_null (warning);
  else
    g_assert_nonnull (strstr (warning, part));
}

static void
test_carry_over (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) debts = NULL;
  BvFundStatus status;
  gint64 act;

  enter (f, 2023, "2023-01-10", "income", 5000000, "Ngân sách cấp");
  issue (f, decision, "5", "2023-03-27");
  bv_fund_carry_over_act (f->store, 2023, NULL, &error);
  g_assert_no_error (error);
  status = status_of (f, 2024);
  g_assert_cmpint (status.carried, ==, 5000000);
  g_assert_cmpint (status.committed, ==, 1800000); /* promised last year, not paid yet */

  /* Paid in the next year: it leaves the book of that year, and the promise of both. */
  bv_fund_pay_act (f->store, decision, "2024-01-15", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_of (f, 2024).balance, ==, 3200000);
  g_assert_cmpint (status_of (f, 2024).committed, ==, 0);
  g_assert_cmpint (status_of (f, 2023).committed, ==, 1800000); /* as it was at the end of 2023 */

  /* Carried over again after a late entry: the same line is made right. */
  assert_carried (f, 2024, NULL);
  enter (f, 2023, "2023-12-31", "work", 1000000, "Hội nghị tổng kết");
  assert_carried (f, 2024, "of 2023 there is 4.000.000 đồng left");
  assert_carried (f, 2023, NULL); /* of 2022 no book is kept */
  bv_fund_carry_over_act (f->store, 2023, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_of (f, 2024).carried, ==, 4000000);
  lease = bv_store_lease (f->store, &error);
  debts = bv_fund_list_debts (bv_lease_connection (lease), 2024, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (debts->len, ==, 0);
  g_clear_pointer (&lease, bv_lease_free);

  g_assert_false (bv_fund_carry_over_act (f->store, 2024, NULL, &error)); /* not over yet */
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);

  /* Nothing changed: no act. Nothing left: the opening amount goes. */
  bv_fund_carry_over_act (f->store, 2023, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, ==, 0);
  enter (f, 2023, "2023-12-31", "other", 4000000, "Nộp trả ngân sách");
  bv_fund_carry_over_act (f->store, 2023, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_of (f, 2024).carried, ==, 0);
  assert_carried (f, 2024, NULL);
  g_assert_false (bv_fund_carry_over_act (f->store, 2023, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
}

static const char *
find_problem (Fixture *f, const BvFundEntry *entry, const char *field, GPtrArray **problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

  g_clear_pointer (problems, g_ptr_array_unref);
  *problems = bv_fund_entry_validate (bv_lease_connection (lease), entry, &error);
  g_assert_no_error (error);
  return bv_problems_find (*problems, field);
}

static void
test_bad_entries (Fixture *f, gconstpointer data)
{
  gint64 draft = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  gint64 issued = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử hai");
  g_autoptr (BvFundEntry) entry = bv_fund_entry_new ();
  g_autoptr (GPtrArray) problems = NULL;

  issue (f, issued, "6", "2023-03-27");
  entry->year = 2023;
  g_assert_nonnull (find_problem (f, entry, "on_date", &problems));
  g_assert_nonnull (find_problem (f, entry, "kind", &problems));
  g_assert_nonnull (find_problem (f, entry, "amount", &problems));
  g_assert_nonnull (find_problem (f, entry, "title", &problems));
  bv_text_set (&entry->on_date, "2022-12-31");
  g_assert_nonnull (find_problem (f, entry, "on_date", &problems)); /* of another year's book */
  bv_text_set (&entry->on_date, "2023-03-30");
  bv_text_set (&entry->kind, "bonus");
  bv_text_set (&entry->title, "Chi tiền thưởng");
  entry->amount = 1800000;
  entry->decision_id = issued;
  entry->decision_id = 0;
  g_assert_nonnull (find_problem (f, entry, "kind", &problems)); /* of which decision? */
  entry->decision_id = issued;
  bv_text_set (&entry->on_date, "2023-03-26");
  g_assert_nonnull (find_problem (f, entry, "on_date", &problems)); /* before the decision */
  bv_text_set (&entry->on_date, "2023-03-30");
  g_assert_null (find_problem (f, entry, "", &problems));
  g_assert_cmpuint (problems->len, ==, 0);
  entry->amount = 1800001;
  g_assert_nonnull (find_problem (f, entry, "amount", &problems));
  entry->amount = 1;
  entry->decision_id = draft;
  g_assert_nonnull (find_problem (f, entry, "decision_id", &problems));
  entry->decision_id = issued;
  bv_text_set (&entry->kind, "work");
  g_assert_nonnull (find_problem (f, entry, "decision_id", &problems));
}

static void
test_payer (Fixture *f, gconstpointer data)
{
  g_autoptr (BvDecision) decision = bv_decision_new ();

  g_assert_cmpint (bv_fund_get_payer (decision), ==, BV_FUND_PAYER_OWN);
  decision->origin = BV_ORIGIN_RECEIVED;
  decision->level = BV_LEVEL_PROVINCE;
  g_assert_cmpint (bv_fund_get_payer (decision), ==, BV_FUND_PAYER_ISSUER);
  decision->level = BV_LEVEL_STATE;
  g_assert_cmpint (bv_fund_get_payer (decision), ==, BV_FUND_PAYER_PROPOSER);
  decision->dossier_id = 1;
  g_assert_cmpint (bv_fund_get_payer (decision), ==, BV_FUND_PAYER_OWN);
}

/* ── Taken back ──────────────────────────────────────────────────────────────────────────── */

static BvRevocation *
make_revocation (gint64 award, const char *date)
{
  BvRevocation *revocation = bv_revocation_new ();

  revocation->award_id = award;
  bv_text_set (&revocation->number, "12/QĐ-UBND");
  bv_text_set (&revocation->on_date, date);
  bv_text_set (&revocation->ground, "fraud");
  bv_text_set (&revocation->issuer, "Chủ tịch Ủy ban nhân dân huyện Mường La");
  return revocation;
}

static guint
count_statistics (Fixture *f, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvAwardPeriod period = { .year = 2022, .as_of = as_of };
  g_autoptr (GPtrArray)
    statistics = bv_award_statistics (bv_lease_connection (lease), &period, &error);
  BvAwardCount sum;

  g_assert_no_error (error);
  sum = bv_award_statistics_sum (statistics);
  return bv_award_count_get_total (&sum);
}

static guint
count_rows (Fixture *f, BvRowSource *source)
{
  g_autoptr (BvRowList) list = bv_row_list_new (f->store, source);

  bv_row_list_wait (list);
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_revoked (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRevocation) revocation = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvAward) before = NULL;
  g_autoptr (BvAward) after = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (BvCertificates) certificates = NULL;
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;
  gint64 award;
  gint64 act;

  issue (f, decision, "5", "2023-03-27");
  enter (f, 2023, "2023-01-10", "income", 5000000, "Ngân sách cấp");
  award = award_of (f, decision, f->teacher);
  lease = bv_store_lease (f->store, &error);
  before = bv_award_load (bv_lease_connection (lease), award, &error);
  g_clear_pointer (&lease, bv_lease_free);

  revocation = make_revocation (award, "2024-02-01");
  bv_revocation_save_act (f->store, revocation, &act, &error);
  g_assert_no_error (error);

  /* The roll keeps the award and its number; it counts no more. */
  lease = bv_store_lease (f->store, &error);
  after = bv_award_load (bv_lease_connection (lease), award, &error);
  g_assert_false (before->is_revoked);
  g_assert_true (after->is_revoked);
  g_assert_cmpint (after->ledger_number, ==, before->ledger_number);
  g_assert_cmpstr (after->name_printed, ==, before->name_printed);
  payments = bv_fund_list_payments (bv_lease_connection (lease), decision, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (payments->len, ==, 2);

  /* Its certificate is refused by name, and left out of the batch. */
  g_assert_null (
    bv_certificates_load (bv_lease_connection (lease), decision, &award, 1, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "Lò Thị Thử"));
  g_clear_error (&error);
  certificates = bv_certificates_load (bv_lease_connection (lease), decision, NULL, 0, NULL,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (certificates), ==, 2);
  g_assert_cmpuint (bv_certificates_get_n_revoked (certificates), ==, 1);
  g_clear_pointer (&lease, bv_lease_free);

  g_assert_cmpint (status_of (f, 2023).committed, ==, 1350000);
  g_assert_cmpuint (count_statistics (f, NULL), ==, 2);
  g_assert_cmpuint (count_statistics (f, "2024-01-31"), ==, 3); /* a report of before counts it */
  g_assert_cmpuint (count_rows (f, bv_award_source (&filter, BV_AWARD_ORDER_LEDGER)), ==, 3);
  filter.in_force_on = "2024-06-30";
  g_assert_cmpuint (count_rows (f, bv_award_source (&filter, BV_AWARD_ORDER_LEDGER)), ==, 2);

  /* Given back, it counts again. */
  bv_revocation_restore_act (f->store, award, "20/QĐ-UBND", "2024-05-01", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_statistics (f, NULL), ==, 3);
  g_assert_cmpuint (count_statistics (f, "2024-03-01"), ==, 2);
  g_assert_false (
    bv_revocation_restore_act (f->store, award, "21/QĐ-UBND", "2024-05-02", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);

  /* The chain of the history holds. */
  bv_store_check (f->store, &findings, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_bad_revocations (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  gint64 award = award_of (f, decision, f->teacher);
  g_autoptr (BvRevocation) early = make_revocation (award, "2023-03-26");
  g_autoptr (BvRevocation) first = make_revocation (award, "2023-05-01");
  g_autoptr (BvRevocation) again = make_revocation (award, "2023-05-02");
  g_autoptr (BvRevocation) other = make_revocation (award, "2023-05-02");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_revocation_save_act (f->store, first, NULL, &error)); /* a draft */
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  issue (f, decision, "5", "2023-03-27");
  g_assert_false (bv_revocation_save_act (f->store, early, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_text_set (&other->ground, "other"); /* which says nothing without words */
  g_assert_false (bv_revocation_save_act (f->store, other, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_revocation_save_act (f->store, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_revocation_save_act (f->store, again, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_false (bv_decision_unissue_act (f->store, decision, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
}

/* ── Rules that a reason answers ─────────────────────────────────────────────────────────── */

static void
test_same_achievement (Fixture *f, gconstpointer data)
{
  gint64 first = add_decision (f, "Về việc tặng Giấy khen", 2022, "Cứu người trong lũ");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) second = NULL;
  g_autoptr (BvAward) award = NULL;

  issue (f, first, "5", "2023-03-27");
  lease = bv_store_lease (f->store, &error);
  second = bv_decision_new_draft (bv_lease_connection (lease), "2023-03-28", &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&second->title, "Về việc tặng Giấy khen đột xuất");
  second->year = 2022;
  bv_decision_save_act (f->store, second, NULL, &error);
  g_assert_no_error (error);

  award = bv_award_new ();
  award->decision_id = second->id;
  award->subject_id = f->teacher;
  award->year = 2022;
  award->manner = BV_MANNER_SUDDEN;
  bv_text_set (&award->form_code, "GKH");
  bv_text_set (&award->achievement, "cứu người  trong lũ"); /* the same words, written otherwise */
  g_assert_false (bv_award_save_act (f->store, award, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON);
  g_assert_nonnull (strstr (error->message, "05/QĐ-UBND"));
  g_clear_error (&error);

  bv_text_set (&award->override_reason, "Hai lần cứu người khác nhau");
  bv_award_save_act (f->store, award, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  g_clear_pointer (&award, bv_award_free);
  award = bv_award_load (bv_lease_connection (lease), ({
                           g_autoptr (GPtrArray)
                             list = bv_award_list (bv_lease_connection (lease), second->id, &error);
                           ((BvAward *) g_ptr_array_index (list, 0))->id;
                         }),
                         &error);
  g_assert_cmpstr (award->override_reason, ==, "Hai lần cứu người khác nhau");
  g_clear_pointer (&lease, bv_lease_free);
  issue (f, second->id, "6", "2023-03-28"); /* the line's own reason serves for the issue */
}

static void
test_dissolved_unit (Fixture *f, gconstpointer data)
{
  gint64 decision = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  g_autoptr (BvUnit) unit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision) stored = NULL;

  unit = bv_unit_load (bv_lease_connection (lease), f->school, &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&unit->to_date, "2023-02-28");
  bv_register_save_unit (f->store, unit, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (
    bv_decision_issue_act (f->store, decision, "5", "2023-03-27", NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON);
  g_assert_nonnull (strstr (error->message, "Trường THCS Thử Một"));
  g_clear_error (&error);
  bv_decision_issue_act (f->store, decision, "5", "2023-03-27", "Thành tích của năm học cuối", NULL,
                         &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  stored = bv_decision_load (bv_lease_connection (lease), decision, &error);
  g_assert_cmpstr (stored->override_reason, ==, "Thành tích của năm học cuối");
}

static void
test_regime_by_hand (Fixture *f, gconstpointer data)
{
  gint64 id = add_decision (f, "Về việc tặng Giấy khen", 2022, "Thành tích thử một");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision) decision = bv_decision_load (bv_lease_connection (lease), id, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (NULL, &error);
  const BvRegime *old = bv_regime_set_for_date (regimes, "2023-03-27");
  const BvRegime *new = bv_regime_set_for_date (regimes, "2024-03-27");

  g_clear_pointer (&lease, bv_lease_free);
  g_assert_true (old != new);
  bv_text_set (&decision->regime_id, "khong-co");
  bv_text_set (&decision->regime_reason, "Thử");
  g_assert_false (bv_decision_save_act (f->store, decision, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  bv_text_set (&decision->regime_id, new->id);
  bv_text_set (&decision->regime_reason, "");
  g_assert_false (bv_decision_save_act (f->store, decision, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_text_set (&decision->regime_reason, "Hồ sơ nhận sau ngày 01/01/2024");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bv_decision_get_regime (decision, regimes, "2023-03-27") == new);

  /* The law changes by hand, the base salary does not: 0,3 × 1.490.000 × 2 all the same; but a district issues
   * none from July 2025 on, whatever its date. */
  issue (f, id, "5", "2023-03-27");
  bv_text_set (&decision->regime_id, "");
  g_assert_false (bv_decision_save_act (f->store, decision, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE); /* issued: its law stands */
}

static void
test_regime_changes_bonus (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (NULL, &error);
  const BvRegime *new = bv_regime_set_for_date (regimes, "2024-03-27");
  g_autoptr (BvDecision) decision = bv_decision_new ();
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  const gint64 subjects[] = { f->teacher };

  /* Bằng khen of the province: 1,0 under Decree 91, 1,5 under Decree 98. */
  decision->origin = BV_ORIGIN_RECEIVED;
  decision->level = BV_LEVEL_PROVINCE;
  decision->year = 2022;
  bv_text_set (&decision->title, "Về việc tặng Bằng khen");
  bv_text_set (&decision->number, "88/QĐ-UBND");
  bv_text_set (&decision->on_date, "2023-05-05");
  bv_text_set (&decision->issuer, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, subjects, 1, "BKT", BV_MANNER_MERIT, "", NULL, NULL,
                    NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  awards = bv_award_list (bv_lease_connection (lease), decision->id, &error);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->bonus_computed, ==, 1490000);
  g_clear_pointer (&awards, g_ptr_array_unref);
  g_clear_pointer (&lease, bv_lease_free);

  bv_text_set (&decision->regime_id, new->id);
  bv_text_set (&decision->regime_reason, "Quyết định ghi căn cứ Nghị định 98");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  awards = bv_award_list (bv_lease_connection (lease), decision->id, &error);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->bonus_computed, ==, 2240000);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("BV_TODAY", "2024-06-30", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/fund/book", test_book);
  ADD ("/fund/carry-over", test_carry_over);
  ADD ("/fund/bad-entries", test_bad_entries);
  ADD ("/fund/payer", test_payer);
  ADD ("/revocation/revoked", test_revoked);
  ADD ("/revocation/bad", test_bad_revocations);
  ADD ("/override/same-achievement", test_same_achievement);
  ADD ("/override/dissolved-unit", test_dissolved_unit);
  ADD ("/override/regime-by-hand", test_regime_by_hand);
  ADD ("/override/regime-changes-bonus", test_regime_changes_bonus);
  return g_test_run ();
}
