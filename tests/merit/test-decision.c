// SPDX-License-Identifier: GPL-3.0-or-later
/* A decision from draft to issue, its list, money, ledger numbers, record and statistics, on a real
 * store with a small office. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-statistics.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "office/bv-register.h"
#include "office/bv-setting.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 commune;
  gint64 village;
  gint64 teacher;
  gint64 headmistress;
  gint64 farmer;
  gint64 household;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", f->office,
                                       FALSE);
  f->commune = bv_test_office_add_unit (f->store, "Xã Mường Chùm", "commune", f->office, FALSE);
  f->village = bv_test_office_add_unit (f->store, "Bản Cang", "village", f->commune, TRUE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school,
                                          "Giáo viên", "direct");
  f->headmistress = bv_test_office_add_person (f->store, "Nguyễn Thị Hà", "female", "Kinh",
                                               f->school, "Hiệu trưởng", "leader");
  f->farmer = bv_test_office_add_person (f->store, "Quàng Văn Ân", "male", "Thái", f->village, "",
                                         "direct");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Quàng Văn Ân", f->village,
                                               f->farmer);
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
add_draft (Fixture *f, const char *title, int year)
{
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
  return decision->id;
}

static guint
add_awards (Fixture *f, gint64 decision, const char *form, guint n, const gint64 *subjects)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *achievement = g_strdup_printf ("Thành tích số %d năm 2022", (int) decision);
  guint n_added;

  bv_award_add_act (f->store, decision, subjects, n, form, BV_MANNER_MERIT, achievement, NULL,
                    &n_added, NULL, &error);
  g_assert_no_error (error);
  return n_added;
}

static GPtrArray *
list (Fixture *f, gint64 decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *awards = bv_award_list (bv_lease_connection (lease), decision, &error);

  g_assert_no_error (error);
  return awards;
}

static void
issue (Fixture *f, gint64 decision, const char *number, const char *date)
{
  g_autoptr (GError) error = NULL;

  bv_decision_issue_act (f->store, decision, number, date, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_draft_to_issue (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  const gint64 subjects[] = { f->household,    f->farmer,  f->teacher,
                              f->headmistress, f->village, f->school };
  g_autoptr (GPtrArray) draft = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) loaded = NULL;
  g_autofree char *label = NULL;
  g_autofree char *ledger = NULL;
  g_autofree char *counts = NULL;
  BvAwardTotals totals;
  BvAward *award;

  g_assert_cmpuint (add_awards (f, decision, "GKH", G_N_ELEMENTS (subjects), subjects), ==, 6);
  g_assert_cmpuint (add_awards (f, decision, "GKH", G_N_ELEMENTS (subjects), subjects), ==, 0);
  draft = list (f, decision);
  award = g_ptr_array_index (draft, 0);
  g_assert_cmpint (award->ledger_number, ==, 0);

  issue (f, decision, "5", "2023-03-27");
  lease = bv_store_lease (f->store, &error);
  loaded = bv_decision_load (bv_lease_connection (lease), decision, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->number, ==, "05/QĐ-UBND");
  g_assert_cmpstr (loaded->issuer, ==, "Chủ tịch Ủy ban nhân dân huyện Mường La");
  g_assert_cmpstr (loaded->signer_on_behalf_of, ==, "CHỦ TỊCH");
  label = bv_decision_get_label (loaded);
  g_assert_nonnull (strstr (label, "05/QĐ-UBND"));
  g_assert_nonnull (strstr (label, "27/03/2023"));

  /* Collectives first, in the order of the organisation, then persons alike, then households. */
  awards = list (f, decision);
  g_assert_cmpuint (awards->len, ==, 6);
  award = g_ptr_array_index (awards, 0);
  g_assert_cmpint (award->subject_id, ==, f->school);
  g_assert_cmpint (award->bonus_computed, ==, 900000);
  g_assert_cmpstr (award->bonus_basis, ==, "0,3 × 1.490.000 × 2");
  g_assert_cmpint (award->ledger_number, ==, 1);
  ledger = bv_award_format_ledger (award);
  g_assert_cmpstr (ledger, ==, "01/2023");
  award = g_ptr_array_index (awards, 1);
  g_assert_cmpint (award->subject_id, ==, f->village);
  g_assert_cmpstr (award->detail_printed, ==, "Xã Mường Chùm");
  award = g_ptr_array_index (awards, 2);
  g_assert_cmpint (award->subject_id, ==, f->headmistress);
  g_assert_false (award->is_minority);
  g_assert_cmpstr (award->leader_class, ==, "leader");
  award = g_ptr_array_index (awards, 3);
  g_assert_cmpint (award->subject_id, ==, f->teacher);
  g_assert_cmpstr (award->name_printed, ==, "Lò Thị Uyên");
  g_assert_cmpstr (award->honorific, ==, "Bà");
  g_assert_cmpstr (award->detail_printed, ==, "Giáo viên, Trường THCS Mường Bú");
  g_assert_true (award->is_female);
  g_assert_true (award->is_minority);
  g_assert_cmpint (award->bonus_computed, ==, 450000);
  g_assert_cmpstr (award->achievement, ==, "Thành tích số 1 năm 2022");
  award = g_ptr_array_index (awards, 4);
  g_assert_cmpstr (award->detail_printed, ==, "Bản Cang, xã Mường Chùm");
  award = g_ptr_array_index (awards, 5);
  g_assert_cmpint (award->subject_id, ==, f->household);
  g_assert_cmpint (award->bonus_computed, ==, -1);
  g_assert_cmpint (award->ledger_number, ==, 6);

  totals = bv_award_sum (awards);
  g_assert_cmpuint (totals.n_units, ==, 2);
  g_assert_cmpuint (totals.n_persons, ==, 3);
  g_assert_cmpuint (totals.n_households, ==, 1);
  g_assert_cmpuint (totals.n_without_bonus, ==, 1);
  g_assert_cmpint (totals.bonus, ==, 2 * 900000 + 3 * 450000);
  counts = bv_award_totals_format (&totals);
  g_assert_cmpstr (counts, ==, "02 tập thể, 03 cá nhân, 01 hộ gia đình");
}

static void
assert_refused (gboolean ok, GError **error, int code, const char *part)
{
  g_assert_false (ok);
  g_assert_error (*error, BV_VALUE_ERROR, code);
  if (strstr ((*error)->message, part) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, part);
  g_clear_error (error);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  gint64 other = add_draft (f, "Về việc công nhận danh hiệu", 2022);
  g_autoptr (BvDecision) bad = bv_decision_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok;

  ok = bv_decision_save_act (f->store, bad, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_EMPTY, "subject of the decision");
  g_assert_cmpint (bad->id, ==, 0);

  ok = bv_decision_issue_act (f->store, decision, "5", "2023-03-27", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_EMPTY, "list is empty");
  add_awards (f, decision, "GKH", 1, &f->teacher);
  add_awards (f, other, "CSTDCS", 1, &f->teacher);

  ok = bv_decision_issue_act (f->store, decision, "5", "2023-02-31", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_FORMAT, "2023-02-31");
  ok = bv_decision_issue_act (f->store, decision, "5", "2023-03-28", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "future");
  ok = bv_decision_issue_act (f->store, decision, "5", "2021-12-31", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "2022");
  ok = bv_decision_issue_act (f->store, decision, "năm", "2023-03-27", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_FORMAT, "năm");
  ok = bv_decision_issue_act (f->store, decision, "", "2023-03-27", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_FORMAT, "number");

  issue (f, decision, "05/QĐ-UBND", "2023-03-27");
  ok = bv_decision_issue_act (f->store, other, "5", "2023-03-27", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_DUPLICATE, "05/QĐ-UBND");
  ok = bv_decision_issue_act (f->store, decision, "6", "2023-03-27", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "already issued");

  /* What is issued stands. */
  ok = bv_decision_delete_act (f->store, decision, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "take it back");
  ok = bv_award_add_act (f->store, decision, &f->farmer, 1, "GKH", BV_MANNER_MERIT, "", NULL, NULL,
                         NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "issued");

  /* Awards that this level does not give, or not to this kind of subject. */
  ok = bv_award_add_act (f->store, other, &f->farmer, 1, "BKT", BV_MANNER_MERIT, "", NULL, NULL,
                         NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "this level");
  ok = bv_award_add_act (f->store, other, &f->school, 1, "CSTDCS", BV_MANNER_MERIT, "", NULL, NULL,
                         NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "collectives");
  ok = bv_award_add_act (f->store, other, &f->school, 1, "XPTTTB", BV_MANNER_MERIT, "", NULL, NULL,
                         NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "tiêu biểu");
}

static void
test_mend_issued (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  BvAward *award;
  gboolean ok;

  add_awards (f, decision, "GKH", 1, &f->household);
  issue (f, decision, "7", "2023-03-27");
  awards = list (f, decision);
  award = g_ptr_array_index (awards, 0);
  award->bonus_paid = 670000;
  bv_text_set (&award->achievement, "Đã có thành tích trong phong trào xây dựng nông thôn mới");
  bv_award_save_act (f->store, award, NULL, &error);
  g_assert_no_error (error);
  again = list (f, decision);
  award = g_ptr_array_index (again, 0);
  g_assert_cmpint (bv_award_get_bonus (award), ==, 670000);
  g_assert_cmpint (award->bonus_computed, ==, -1);
  g_assert_cmpint (award->ledger_number, ==, 1);
  award->year = 2021;
  ok = bv_award_save_act (f->store, award, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "issued");
}

/* Numbers run on, are kept when a decision is taken back, and are never given twice. */
static void
test_ledger (Fixture *f, gconstpointer data)
{
  gint64 first = add_draft (f, "Đợt một", 2022);
  gint64 second = add_draft (f, "Đợt hai", 2022);
  gint64 third = add_draft (f, "Đợt ba", 2022);
  const gint64 persons[] = { f->teacher, f->headmistress, f->farmer };
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  gint64 removed;

  add_awards (f, first, "GKH", 3, persons);
  add_awards (f, second, "GKH", 1, &f->school);
  add_awards (f, third, "TTLDTT", 1, &f->school);
  issue (f, first, "1", "2023-01-10");
  bv_decision_unissue_act (f->store, first, NULL, &error);
  g_assert_no_error (error);
  awards = list (f, first);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 2))->ledger_number, ==, 3);
  removed = ((BvAward *) g_ptr_array_index (awards, 2))->id;
  bv_award_remove_act (f->store, &removed, 1, NULL, &error);
  g_assert_no_error (error);

  issue (f, second, "2", "2023-01-11");
  rest = list (f, second);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (rest, 0))->ledger_number, ==, 4);
  issue (f, first, "3", "2023-01-12");
  later = list (f, first);
  g_assert_cmpuint (later->len, ==, 2);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (later, 0))->ledger_number, ==, 1);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (later, 1))->ledger_number, ==, 2);

  bv_setting_save (f->store, BV_SETTING_LEDGER_SCOPE, "form-year", NULL, &error);
  g_assert_no_error (error);
  issue (f, third, "4", "2023-01-13");
  g_clear_pointer (&later, g_ptr_array_unref);
  later = list (f, third);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (later, 0))->ledger_number, ==, 1);
  g_assert_cmpstr (((BvAward *) g_ptr_array_index (later, 0))->ledger_book, ==, "TTLDTT/2023");
}

static void
test_undo_issue (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDecision) loaded = NULL;
  gint64 act;

  add_awards (f, decision, "GKH", 1, &f->teacher);
  bv_decision_issue_act (f->store, decision, "9", "2023-03-27", NULL, &act, &error);
  g_assert_no_error (error);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  loaded = bv_decision_load (bv_lease_connection (lease), decision, &error);
  g_assert_no_error (error);
  g_assert_false (bv_decision_is_issued (loaded));
  awards = list (f, decision);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->ledger_number, ==, 0);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  const gint64 persons[] = { f->teacher, f->headmistress, f->farmer };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last;

  add_awards (f, decision, "GKH", 3, persons);
  before = list (f, decision);
  last = ((BvAward *) g_ptr_array_index (before, 2))->id;
  bv_award_move_act (f->store, last, 1, NULL, &error);
  g_assert_no_error (error);
  after = list (f, decision);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (after, 0))->id, ==, last);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpint (((BvAward *) g_ptr_array_index (after, i))->position, ==, (int) i + 1);
}

static void
test_received (Fixture *f, gconstpointer data)
{
  g_autoptr (BvDecision) decision = bv_decision_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  gint64 found;
  gboolean ok;

  decision->origin = BV_ORIGIN_RECEIVED;
  decision->level = BV_LEVEL_PROVINCE;
  decision->year = 2022;
  bv_text_set (&decision->title, "Về việc tặng Cờ thi đua");
  bv_text_set (&decision->issuer, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La");
  ok = bv_decision_save_act (f->store, decision, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_EMPTY, "number");
  bv_text_set (&decision->number, "214/QĐ-UBND");
  bv_text_set (&decision->on_date, "2023-02-10");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  add_awards (f, decision->id, "CTDT", 1, &f->school);
  awards = list (f, decision->id);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->bonus_computed, ==, 11920000);
  /* Another day, another base salary. */
  g_clear_pointer (&awards, g_ptr_array_unref);
  decision->year = 2018;
  bv_text_set (&decision->on_date, "2018-02-10");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  awards = list (f, decision->id);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->bonus_computed, ==, 10400000);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->year, ==, 2018);
  lease = bv_store_lease (f->store, &error);
  bv_decision_find (bv_lease_connection (lease), "214/QĐ-UBND", 2018, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, decision->id);
  /* A bare number means one of our own. */
  bv_decision_find (bv_lease_connection (lease), "214", 0, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, 0);
  g_clear_pointer (&lease, bv_lease_free);
  ok = bv_decision_unissue_act (f->store, decision->id, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "taken back");
  bv_decision_delete_act (f->store, decision->id, NULL, &error);
  g_assert_no_error (error);
}

static void
test_duplicates (Fixture *f, gconstpointer data)
{
  gint64 first = add_draft (f, "Đợt một", 2022);
  gint64 second = add_draft (f, "Đợt hai", 2022);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (BvLease) lease = NULL;

  add_awards (f, first, "GKH", 1, &f->teacher);
  issue (f, first, "12", "2023-01-10");
  add_awards (f, second, "GKH", 1, &f->teacher);
  awards = list (f, second);
  lease = bv_store_lease (f->store, &error);
  sentences = bv_award_list_duplicates (bv_lease_connection (lease), g_ptr_array_index (awards, 0),
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (sentences, 0), "12/QĐ-UBND"));
  g_assert_nonnull (strstr (g_ptr_array_index (sentences, 0), "10/01/2023"));
}

static guint
count (Fixture *f, const BvAwardFilter *filter)
{
  g_autoptr (BvRowList)
    rows = bv_row_list_new (f->store, bv_award_source (filter, BV_AWARD_ORDER_LIST));

  bv_row_list_wait (rows);
  return g_list_model_get_n_items (G_LIST_MODEL (rows));
}

static void
test_record_of_successor (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Về việc tặng Giấy khen", 2022);
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *unit = bv_unit_new ();
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;

  add_awards (f, decision, "GKH", 1, &f->school);
  issue (f, decision, "3", "2023-01-10");
  bv_text_set (&unit->name, "Trường Tiểu học và THCS Mường Bú");
  bv_text_set (&unit->kind, "school");
  unit->parent_id = f->office;
  bv_text_set (&succession->manner, "rename");
  g_array_append_val (succession->predecessors, f->school);
  g_ptr_array_add (succession->successors, unit);
  bv_text_set (&succession->on_date, "2023-02-01");
  bv_register_succeed_units (f->store, succession, NULL, &error);
  g_assert_no_error (error);
  filter.subject_id = unit->id;
  g_assert_cmpuint (count (f, &filter), ==, 1);
  filter.subject_id = f->farmer;
  g_assert_cmpuint (count (f, &filter), ==, 0);
}

static void
test_statistics (Fixture *f, gconstpointer data)
{
  gint64 first = add_draft (f, "Đợt một", 2022);
  gint64 second = add_draft (f, "Đợt hai", 2022);
  gint64 draft = add_draft (f, "Chưa ban hành", 2022);
  const gint64 subjects[] = { f->school, f->village, f->teacher, f->headmistress, f->farmer };
  BvAwardPeriod period = { .year = 2022 };
  BvAwardPeriod spring = { "2023-03-01", "2023-03-31", 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) statistics = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) of_spring = NULL;
  BvAwardCount counts[BV_N_MANNERS];
  BvAwardCount sum;
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;
  const BvAwardStatistic *entry;

  add_awards (f, first, "GKH", G_N_ELEMENTS (subjects), subjects);
  add_awards (f, second, "CSTDCS", 1, &f->teacher);
  add_awards (f, draft, "CSTDCS", 1, &f->headmistress);
  issue (f, first, "1", "2023-02-10");
  issue (f, second, "2", "2023-03-27");
  lease = bv_store_lease (f->store, &error);
  statistics = bv_award_statistics (bv_lease_connection (lease), &period, &error);
  g_assert_no_error (error);
  forms = bv_award_statistics_by_form (statistics);
  g_assert_cmpuint (forms->len, ==, 2);
  entry = g_ptr_array_index (forms, 0); /* titles stand before praise in the regime */
  g_assert_cmpstr (entry->form_code, ==, "CSTDCS");
  g_assert_cmpstr (entry->form_name, ==, "Chiến sĩ thi đua cơ sở");
  g_assert_cmpuint (entry->count.n_persons, ==, 1);
  entry = g_ptr_array_index (forms, 1);
  g_assert_cmpstr (entry->form_code, ==, "GKH");
  g_assert_cmpint (entry->level, ==, BV_LEVEL_DISTRICT);
  g_assert_cmpuint (entry->count.n_units, ==, 2);
  g_assert_cmpuint (entry->count.n_small_units, ==, 1);
  g_assert_cmpuint (entry->count.n_persons, ==, 3);
  g_assert_cmpuint (entry->count.n_direct, ==, 2);
  g_assert_cmpuint (entry->count.n_female, ==, 2);
  g_assert_cmpuint (entry->count.n_minority, ==, 2);
  g_assert_cmpint (entry->count.bonus, ==, 2 * 900000 + 3 * 450000);
  sum = bv_award_statistics_sum (statistics);
  g_assert_cmpuint (bv_award_count_get_total (&sum), ==, 6);
  g_assert_cmpfloat_with_epsilon (bv_award_count_get_grassroots_share (&sum), 400.0 / 6, 1e-9);
  bv_award_statistics_by_manner (statistics, counts);
  g_assert_cmpuint (bv_award_count_get_total (&counts[BV_MANNER_MERIT]), ==, 6);
  g_assert_cmpuint (bv_award_count_get_total (&counts[BV_MANNER_SUDDEN]), ==, 0);
  of_spring = bv_award_statistics (bv_lease_connection (lease), &spring, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_spring->len, ==, 1);
  g_clear_pointer (&lease, bv_lease_free);

  /* Every figure opens its records. */
  filter.year = 2022;
  filter.only_issued = TRUE;
  filter.form_code = "GKH";
  g_assert_cmpuint (count (f, &filter), ==, 5);
  filter.subject_kind = BV_SUBJECT_PERSON;
  filter.only_direct = TRUE;
  g_assert_cmpuint (count (f, &filter), ==, 2);
  filter.search = "uyen";
  g_assert_cmpuint (count (f, &filter), ==, 1);
  filter.search = "Uyển";
  g_assert_cmpuint (count (f, &filter), ==, 0);
}

static void
test_list (Fixture *f, gconstpointer data)
{
  gint64 first = add_draft (f, "Về việc tặng Giấy khen năm 2022", 2022);
  BvDecisionFilter filter = BV_DECISION_FILTER_ALL;
  g_autoptr (BvRowList) rows = NULL;
  g_autoptr (BvRow) row = NULL;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *number = NULL;

  add_draft (f, "Về việc khen thưởng đột xuất", 2021);
  add_awards (f, first, "GKH", 1, &f->school);
  issue (f, first, "41", "2023-02-10");
  rows = bv_row_list_new (f->store, bv_decision_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  row = g_list_model_get_item (G_LIST_MODEL (rows), 1); /* drafts first */
  g_assert_cmpstr (bv_row_get_text (row, BV_DECISION_COLUMN_NUMBER), ==, "41/QĐ-UBND");
  g_assert_cmpint (bv_row_get_int (row, BV_DECISION_COLUMN_N_UNITS), ==, 1);
  g_assert_cmpint (bv_row_get_int (row, BV_DECISION_COLUMN_BONUS), ==, 900000);
  filter.search = "dot xuat";
  bv_row_list_set_source (rows, bv_decision_source (&filter));
  bv_row_list_wait (rows);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  lease = bv_store_lease (f->store, &error);
  years = bv_decision_list_years (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2022);
  number = bv_decision_suggest_number (bv_lease_connection (lease), "2023-03-01", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "42/QĐ-UBND");
}

static gboolean
put_file (BvConnection *connection, gpointer user_data, GError **error)
{
  const char *json = user_data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return bv_connection_run (connection, error,
                            "INSERT OR REPLACE INTO office_file (name, media_type, content, sha256)"
                            " VALUES ('regimes/dia-phuong.json', 'application/json', ?1, '')",
                            "b", bytes);
}

/* The office's own file: a title of the place, with its bonus, decided by the district. */
static void
test_own_regime (Fixture *f, gconstpointer data)
{
  gint64 decision = add_draft (f, "Người tốt, việc tốt", 2022);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  gboolean ok;

  ok = bv_award_add_act (f->store, decision, &f->teacher, 1, "NTVT", BV_MANNER_MERIT, "", NULL,
                         NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "NTVT");
  bv_store_act (f->store, "File", BV_ACT_NONE, put_file,
                (char *) "{\"format\":1,\"id\":\"luat-2003-nd91\",\"awards\":[{\"code\":\"NTVT\","
                         "\"name\":\"Người tốt, việc tốt\",\"abbreviation\":\"NTVT\",\"kind\":"
                         "\"title\",\"subjects\":[\"person\"],\"deciders\":[{\"level\":"
                         "\"district\",\"who\":\"Chủ tịch\"}],\"article\":\"QĐ 33/2024\","
                         "\"verified\":true,\"bonus\":{\"coefficient\":\"0.25\",\"article\":"
                         "\"QĐ 33/2024\",\"verified\":true}}]}",
                NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (add_awards (f, decision, "NTVT", 1, &f->teacher), ==, 1);
  awards = list (f, decision);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->bonus_computed, ==, 380000);
  bv_store_act (f->store, "File", BV_ACT_NONE, put_file, (char *) "{\"format\":1,\"awards\":[]}",
                NULL, NULL, &error);
  g_assert_no_error (error);
  ok = bv_award_add_act (f->store, decision, &f->farmer, 1, "NTVT", BV_MANNER_MERIT, "", NULL, NULL,
                         NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_FORMAT, "regimes/dia-phuong.json, $.");
}

/* A draft of years ago is reckoned by the law that knew its award, not refused by today's. */
static void
test_typed_later (Fixture *f, gconstpointer data)
{
  gint64 decision;
  g_autoptr (GPtrArray) draft = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  g_setenv ("BV_TODAY", "2026-01-15", TRUE);
  decision = add_draft (f, "Về việc tặng Giấy khen", 2024);
  add_awards (f, decision, "GKH", 1, &f->school);
  draft = list (f, decision);
  g_assert_cmpstr (((BvAward *) g_ptr_array_index (draft, 0))->bonus_basis, ==,
                   "0,3 × 2.340.000 × 2");
  ok = bv_decision_issue_act (f->store, decision, "8", "2026-01-15", NULL, NULL, &error);
  assert_refused (ok, &error, BV_VALUE_ERROR_RANGE, "Line 1");
  issue (f, decision, "8", "2024-05-15");
  issued = list (f, decision);
  g_assert_cmpstr (((BvAward *) g_ptr_array_index (issued, 0))->bonus_basis, ==,
                   "0,3 × 1.800.000 × 2");
  g_assert_cmpint (((BvAward *) g_ptr_array_index (issued, 0))->bonus_computed, ==, 1080000);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/decision/draft-to-issue", test_draft_to_issue);
  ADD ("/decision/refusals", test_refusals);
  ADD ("/decision/mend-issued", test_mend_issued);
  ADD ("/decision/ledger", test_ledger);
  ADD ("/decision/undo-issue", test_undo_issue);
  ADD ("/decision/move", test_move);
  ADD ("/decision/received", test_received);
  ADD ("/decision/duplicates", test_duplicates);
  ADD ("/decision/record-of-successor", test_record_of_successor);
  ADD ("/decision/statistics", test_statistics);
  ADD ("/decision/list", test_list);
  ADD ("/decision/own-regime", test_own_regime);
  ADD ("/decision/typed-later", test_typed_later);
  return g_test_run ();
}
