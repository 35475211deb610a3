// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions on a unit's people, successions, paths, the three questions, findings kept as JSON. */

#include "eligibility-fixture.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

/* ── A unit's people ─────────────────────────────────────────────────────────────────────── */

static void
test_share (Fixture *f, gconstpointer data)
{
  BvCondition *share = condition (BV_CONDITION_MEMBER_SHARE, "Từ 70% cá nhân đạt LĐTT");
  BvCondition *rated = condition (BV_CONDITION_MEMBER_RATING, "100% hoàn thành nhiệm vụ");
  BvCondition *count = condition (BV_CONDITION_MEMBER_COUNT, "Có cá nhân đạt CSTĐCS");
  gint64 people[10];
  g_autoptr (BvEligibility) result = NULL;

  share->awards = g_strsplit ("LDTT", ",", -1);
  share->fraction = (BvFraction){ 70, 100, FALSE };
  set_path (f, "TTLDTT", share, NULL);
  people[0] = f->person;
  for (int i = 1; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người Thứ %d", i);

      people[i] = add_person (f, name, f->school, "2015-09-01");
    }
  for (int i = 0; i < 6; i++)
    add_award (f, people[i], "LDTT", 2022);
  assert_verdict (f, f->school, "TTLDTT", 2022, NOT, 2023);
  add_nomination (f, people[6], "LDTT", 2022);
  assert_verdict (f, f->school, "TTLDTT", 2022, UNKNOWN, 2022);
  add_award (f, people[6], "LDTT", 2022);
  result = ask (f, f->school, "TTLDTT", 2022);
  g_assert_cmpint (result->verdict, ==, MET);
  assert_says (result, 0, explanation, "7 of 10 people have LĐTT for 2022; 7 are needed.");

  /* More than a half of ten are six; five are not. */
  share->fraction = (BvFraction){ 50, 100, TRUE };
  sql (f, "DELETE FROM award WHERE subject_id IN (%lld, %lld)", L (people[5]), L (people[6]));
  sql (f, "DELETE FROM nomination");
  assert_verdict (f, f->school, "TTLDTT", 2022, NOT, 2023);
  add_award (f, people[5], "LDTT", 2022);
  assert_verdict (f, f->school, "TTLDTT", 2022, MET, 2022);
  /* Who left during the year counts no more, who came does. */
  sql (f, "UPDATE membership SET to_date = '2022-08-31' WHERE person_id = %lld", L (people[5]));
  sql (f, "UPDATE membership SET from_date = '2022-09-01' WHERE person_id = %lld", L (people[9]));
  assert_verdict (f, f->school, "TTLDTT", 2022, MET, 2022); /* 5 of 9 */

  rated->grade = BV_GRADE_DONE;
  rated->fraction = (BvFraction){ 100, 100, FALSE };
  count->awards = g_strsplit ("CSTDCS", ",", -1);
  set_path (f, "TTLDXS", rated, count, NULL);
  for (int i = 0; i < 9; i++)
    add_rating (f, people[i], 2022, "HT");
  assert_verdict (f, f->school, "TTLDXS", 2022, NOT, 2023);
  add_award (f, people[0], "CSTDCS", 2022);
  assert_verdict (f, f->school, "TTLDXS", 2022, UNKNOWN, 2022);
  add_rating (f, people[9], 2022, "HTT");
  assert_verdict (f, f->school, "TTLDXS", 2022, MET, 2022);
  sql (f, "UPDATE rating SET grade = 'KHT' WHERE subject_id = %lld", L (people[1]));
  assert_verdict (f, f->school, "TTLDXS", 2022, NOT, 2023);
}

static void
test_no_people (Fixture *f, gconstpointer data)
{
  BvCondition *share = condition (BV_CONDITION_MEMBER_SHARE, "Từ 70%");
  gint64 empty = add_unit (f, "Trường trống", "school", f->office, FALSE, "2000-01-01");

  share->awards = g_strsplit ("LDTT", ",", -1);
  share->fraction = (BvFraction){ 70, 100, FALSE };
  set_path (f, "TTLDTT", share, NULL);
  assert_verdict (f, empty, "TTLDTT", 2022, UNKNOWN, 2022);
}

static void
test_teams (Fixture *f, gconstpointer data)
{
  /* A school's subject team is the school; a commune's village is not its office. */
  BvCondition *count = condition (BV_CONDITION_MEMBER_COUNT, "Có CSTĐCS");
  gint64 team = add_unit (f, "Tổ Toán", "other", f->school, TRUE, "2000-01-01");
  gint64 commune = add_unit (f, "Xã Thử", "commune", f->office, FALSE, "2000-01-01");
  gint64 village = add_unit (f, "Bản Thử", "village", commune, TRUE, "2000-01-01");
  gint64 clerk = add_person (f, "Tòng Văn Xã", commune, "2010-01-01");

  count->awards = g_strsplit ("CSTDCS", ",", -1);
  set_path (f, "TTLDTT", count, NULL);
  add_award (f, add_person (f, "Vì Văn Toán", team, "2010-01-01"), "CSTDCS", 2022);
  add_award (f, add_person (f, "Lường Văn Bản", village, "2010-01-01"), "CSTDCS", 2022);
  assert_verdict (f, f->school, "TTLDTT", 2022, MET, 2022);
  assert_verdict (f, commune, "TTLDTT", 2022, NOT, 2023);
  add_award (f, clerk, "CSTDCS", 2022);
  assert_verdict (f, commune, "TTLDTT", 2022, MET, 2022);
}

static void
test_members_undisciplined (Fixture *f, gconstpointer data)
{
  BvCondition *clean = condition (BV_CONDITION_MEMBERS_UNDISCIPLINED,
                                  "Không có cá nhân bị kỷ luật");

  clean->sanction = BV_SANCTION_WARNING;
  set_path (f, "TTLDTT", clean, NULL);
  sql (
    f,
    "INSERT INTO discipline (subject_id, kind, on_date) VALUES (%lld, 'reprimand', '2022-05-01')",
    L (f->person));
  assert_verdict (f, f->school, "TTLDTT", 2022, MET, 2022);
  sql (f, "UPDATE discipline SET kind = 'dismissal'");
  assert_verdict (f, f->school, "TTLDTT", 2022, NOT, 2023);
  /* Dismissed: in no unit at the end of the year, and yet it was this one's. */
  sql (f, "UPDATE membership SET to_date = '2022-04-30' WHERE person_id = %lld", L (f->person));
  assert_verdict (f, f->school, "TTLDTT", 2022, NOT, 2023);
  assert_verdict (f, f->school, "TTLDTT", 2021, MET, 2021);
}

/* ── Successions ─────────────────────────────────────────────────────────────────────────── */

static gboolean
count_cb (const BvEligibility *eligibility, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

/* How many of @unit and below are asked about. */
static guint
count_people (Fixture *f, gint64 unit, const char *code, int year)
{
  BvEligibilityQuestion question = { .year = year, .date = f->date };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvFacts) facts = bv_facts_load (bv_lease_connection (lease), 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  set_path (f, code, NULL, NULL);
  bv_eligibility_foreach (facts, f->regimes, &question, unit, code, count_cb, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_merged_communes (Fixture *f, gconstpointer data)
{
  gint64 a = add_unit (f, "Xã A", "commune", f->office, FALSE, "1990-01-01");
  gint64 b = add_unit (f, "Xã B", "commune", f->office, FALSE, "2005-01-01");
  gint64 c = add_unit (f, "Xã C", "commune", f->office, FALSE, "2025-07-01");
  gint64 clerk = add_person (f, "Tòng Văn Xã", a, "2015-01-01");
  gint64 other = add_person (f, "Hà Văn Xã", b, "2015-01-01");
  BvCondition *exists = condition (BV_CONDITION_YEARS_OF_EXISTENCE, "10 năm");
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành xuất sắc");
  BvCondition *share = condition (BV_CONDITION_MEMBER_SHARE, "70%");
  g_autoptr (BvEligibility) ended = NULL;

  sql (f, "UPDATE unit SET to_date = '2025-06-30' WHERE subject_id IN (%lld, %lld)", L (a), L (b));
  sql (f,
       "INSERT INTO unit_succession (predecessor_id, successor_id, on_date, manner) VALUES"
       " (%lld, %lld, '2025-07-01', 'merge'), (%lld, %lld, '2025-07-01', 'merge')",
       L (a), L (c), L (b), L (c));
  sql (f, "UPDATE membership SET to_date = '2025-06-30' WHERE person_id IN (%lld, %lld)", L (clerk),
       L (other));
  sql (f,
       "INSERT INTO membership (person_id, unit_id, from_date) VALUES (%lld, %lld, '2025-07-01'), "
       "(%lld, %lld, '2025-07-01')",
       L (clerk), L (c), L (other), L (c));
  judge_on (f, "2026-03-01");

  /* The person keeps everything. */
  set_path (f, "CSTDT", award_condition ("CSTDCS", 3, TRUE), NULL);
  for (int year = 2023; year <= 2025; year++)
    add_award (f, clerk, "CSTDCS", year);
  assert_verdict (f, clerk, "CSTDT", 2025, MET, 2025);

  /* The new commune has what the old ones had. */
  exists->count = 10;
  set_path (f, "BKT", award_condition ("TTLDXS", 2, TRUE), exists, NULL);
  add_award (f, a, "TTLDXS", 2024);
  add_award (f, c, "TTLDXS", 2025);
  assert_verdict (f, c, "BKT", 2025, MET, 2025);

  /* Of their ratings for one year the worst. */
  good->grade = BV_GRADE_EXCELLENT;
  set_path (f, "TTLDXS", good, NULL);
  add_rating (f, a, 2024, "HTXS");
  assert_verdict (f, c, "TTLDXS", 2024, MET, 2024);
  add_rating (f, b, 2024, "HTT");
  assert_verdict (f, c, "TTLDXS", 2024, NOT, 2025);

  /* Its people of 2024 are theirs. */
  share->awards = g_strsplit ("LDTT", ",", -1);
  share->fraction = (BvFraction){ 70, 100, FALSE };
  set_path (f, "TTLDTT", share, NULL);
  add_award (f, clerk, "LDTT", 2024);
  assert_verdict (f, c, "TTLDTT", 2024, NOT, 2025);
  add_award (f, other, "LDTT", 2024);
  assert_verdict (f, c, "TTLDTT", 2024, MET, 2024);

  /* Who were in them then are asked about under the new one. */
  g_assert_cmpuint (count_people (f, c, "LDTT", 2024), ==, 2);
  g_assert_cmpuint (count_people (f, a, "LDTT", 2024), ==, 1);

  /* One that ended gets nothing any more, and it is said where it goes on. */
  ended = ask (f, a, "TTLDTT", 2024);
  g_assert_cmpint (ended->verdict, ==, NOT);
  g_assert_null (ended->path);
  g_assert_nonnull (strstr (ended->reason, "Xã C"));
  judge_on (f, "2025-03-01");
  assert_verdict (f, a, "TTLDTT", 2024, MET, 2024);
}

static void
test_split_unit (Fixture *f, gconstpointer data)
{
  gint64 old = add_unit (f, "Phòng cũ", "administration", f->office, FALSE, "2001-01-01");
  gint64 one = add_unit (f, "Phòng Một", "administration", f->office, FALSE, "2021-01-01");
  gint64 two = add_unit (f, "Phòng Hai", "administration", f->office, FALSE, "2021-01-01");
  BvCondition *exists = condition (BV_CONDITION_YEARS_OF_EXISTENCE, "10 năm");

  sql (f, "UPDATE unit SET to_date = '2020-12-31' WHERE subject_id = %lld", L (old));
  sql (f,
       "INSERT INTO unit_succession (predecessor_id, successor_id, on_date, manner) VALUES"
       " (%lld, %lld, '2021-01-01', 'split'), (%lld, %lld, '2021-01-01', 'split')",
       L (old), L (one), L (old), L (two));
  exists->count = 10;
  set_path (f, "BKTTG", award_condition ("BKT", 1, FALSE), exists, NULL);
  add_award (f, old, "BKT", 2018);
  assert_verdict (f, one, "BKTTG", 2022, MET, 2022);
  assert_verdict (f, two, "BKTTG", 2022, MET, 2022);
  /* What one earns afterwards is not the other's. */
  set_path (f, "BKTTG", award_condition ("TTLDXS", 1, FALSE), NULL);
  add_award (f, one, "TTLDXS", 2021);
  assert_verdict (f, one, "BKTTG", 2022, MET, 2022);
  assert_verdict (f, two, "BKTTG", 2022, NOT, 0);
}

/* ── Put together ────────────────────────────────────────────────────────────────────────── */

static void
test_all_any (Fixture *f, gconstpointer data)
{
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành xuất sắc");
  BvCondition *initiative = condition (BV_CONDITION_INITIATIVE, "Có sáng kiến");
  g_autoptr (BvEligibility) result = NULL;

  good->grade = BV_GRADE_EXCELLENT;
  set_path (f, "CSTDCS", group (BV_CONDITION_ANY, good, initiative), NULL);
  assert_verdict (f, f->person, "CSTDCS", 2022, UNKNOWN, 2022);
  add_rating (f, f->person, 2022, "HTT");
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2023);
  sql (f, "UPDATE rating SET grade = 'HTXS'");
  result = ask (f, f->person, "CSTDCS", 2022);
  g_assert_cmpint (result->verdict, ==, MET);
  g_assert_cmpuint (finding (result, 0)->of->len, ==, 2);
  set_path (f, "CSTDCS", group (BV_CONDITION_ALL, good, initiative), NULL);
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2023);
}

static void
test_best_path (Fixture *f, gconstpointer data)
{
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành xuất sắc");
  g_autoptr (BvEligibility) result = NULL;
  g_autoptr (BvEligibility) sudden = NULL;
  g_autoptr (BvEligibility) unit = NULL;
  BvEligibilityQuestion question = { .year = 2022, .date = f->date, .manner = BV_MANNER_SUDDEN };
  BvPath *second;

  good->grade = BV_GRADE_EXCELLENT;
  set_path (f, "BKT", award_condition ("CSTDCS", 2, TRUE), NULL)->manners = 1u << BV_MANNER_MERIT;
  second = add_path (f, "BKT", "Hoàn thành xuất sắc", good);
  second->manners = 1u << BV_MANNER_MERIT;
  result = ask (f, f->person, "BKT", 2022);
  g_assert_cmpint (result->verdict, ==, UNKNOWN);
  g_assert_cmpstr (result->path->name, ==, "Hoàn thành xuất sắc");
  sudden = ask_with (f, f->person, "BKT", &question);
  g_assert_null (sudden->path);
  g_assert_cmpint (sudden->verdict, ==, NOT);
  g_assert_cmpstr (sudden->reason, !=, "");
  /* Only for schools, only for cadres. */
  second->subjects = 1u << BV_SUBJECT_UNIT;
  second->unit_kinds = g_strsplit ("commune", ",", -1);
  unit = ask (f, f->school, "BKT", 2022);
  g_assert_cmpstr (unit->path->name, ==, "Công trạng");
  g_clear_pointer (&unit, bv_eligibility_free);
  g_strfreev (second->unit_kinds);
  second->unit_kinds = g_strsplit ("commune,school", ",", -1);
  unit = ask (f, f->school, "BKT", 2022);
  g_assert_cmpstr (unit->path->name, ==, "Hoàn thành xuất sắc");
}

static void
test_worker_class (Fixture *f, gconstpointer data)
{
  BvPath *path = set_path (f, "LDTT", NULL, NULL);
  g_autoptr (BvEligibility) unknown = NULL;

  path->worker_classes = g_strsplit ("civil_servant,cadre", ",", -1);
  unknown = ask (f, f->person, "LDTT", 2022);
  g_assert_cmpint (unknown->verdict, ==, UNKNOWN);
  assert_says (unknown, 0, remedy, "Record the kind of worker of Lò Thị Thử.");
  sql (f, "UPDATE person SET worker_class = 'farmer'");
  assert_verdict (f, f->person, "LDTT", 2022, NOT, -1);
  sql (f, "UPDATE person SET worker_class = 'cadre'");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
}

static void
test_attested (Fixture *f, gconstpointer data)
{
  BvCondition *attested = condition (BV_CONDITION_ATTESTED, "Đoàn kết, gương mẫu");
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (BvEligibility) before = NULL;
  g_autoptr (BvEligibility) after = NULL;
  g_autoptr (BvEligibility) records = NULL;

  attested->key = g_strdup ("united");
  set_path (f, "LDTT", attested, NULL);
  question.nomination_id = add_nomination (f, f->person, "LDTT", 2022);
  before = ask_with (f, f->person, "LDTT", &question);
  g_assert_cmpint (before->verdict, ==, UNKNOWN);
  g_assert_true (before->needs_word);
  g_assert_cmpstr (finding (before, 0)->key, ==, "united");
  sql (f, "INSERT INTO attestation VALUES (%lld, 'united', 1, 'Biên bản bình xét ngày 20/12/2022')",
       L (question.nomination_id));
  after = ask_with (f, f->person, "LDTT", &question);
  g_assert_cmpint (after->verdict, ==, MET);
  g_assert_false (after->needs_word);
  assert_says (after, 0, explanation, "Biên bản bình xét");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022); /* asked in general */
  sql (f, "UPDATE attestation SET holds = 0");
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 2023);
  /* A record that is missing beside it is more than a word. */
  set_path (f, "LDTT", attested, condition (BV_CONDITION_RATING, "Xếp loại"), NULL);
  sql (f, "DELETE FROM attestation");
  records = ask (f, f->person, "LDTT", 2022);
  g_assert_cmpint (records->verdict, ==, UNKNOWN);
  g_assert_false (records->needs_word);
}

static void
test_office_rule (Fixture *f, gconstpointer data)
{
  BvCondition *months = condition (BV_CONDITION_MONTHS_IN_POST, "Đủ tháng");
  gint64 recruit = add_person (f, "Quàng Thị Mới", f->school, "2022-05-01");

  months->count = 10;
  months->rule = g_strdup ("rule-ldtt-months");
  set_path (f, "LDTT", months, NULL);
  assert_verdict (f, recruit, "LDTT", 2022, NOT, 2023);
  sql (f, "INSERT INTO setting VALUES ('rule-ldtt-months', '8')");
  assert_verdict (f, recruit, "LDTT", 2022, MET, 2022);
}

static void
test_errors (Fixture *f, gconstpointer data)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvFacts) facts = bv_facts_load (bv_lease_connection (lease), 0, &error);
  g_autoptr (BvEligibility) wrong_kind = NULL;

  g_assert_null (bv_eligibility_judge (facts, f->regimes, &question, 999, "LDTT", &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (bv_eligibility_judge (facts, f->regimes, &question, f->person, "XYZ", &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "XYZ"));
  g_clear_error (&error);
  question.regime_id = "khong-co";
  g_assert_null (bv_eligibility_judge (facts, f->regimes, &question, f->person, "LDTT", &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  question.regime_id = NULL;
  wrong_kind = bv_eligibility_judge (facts, f->regimes, &question, f->person, "GDVH", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wrong_kind->verdict, ==, NOT);
  g_assert_cmpstr (wrong_kind->reason, !=, "");
  /* An award whose conditions nobody wrote down cannot be judged. */
  {
    g_autoptr (BvEligibility)
      unknown = bv_eligibility_judge (facts, f->regimes, &question, f->person, "BKT", &error);

    g_assert_cmpint (unknown->verdict, ==, UNKNOWN);
    g_assert_null (unknown->path);
  }
}

/* ── The other questions ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  guint n, n_met;
  gint64 last_met;
} Seen;

static gboolean
seen_cb (const BvEligibility *eligibility, gpointer user_data)
{
  Seen *seen = user_data;

  seen->n++;
  if (eligibility->verdict == BV_VERDICT_MET)
    {
      seen->n_met++;
      seen->last_met = eligibility->subject_id;
    }
  return TRUE;
}

static void
test_office (Fixture *f, gconstpointer data)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành tốt");
  gint64 other_school = add_unit (f, "Trường khác", "school", f->office, FALSE, "2000-01-01");
  gint64 other = add_person (f, "Người Khác", other_school, "2015-01-01");
  gint64 gone = add_person (f, "Người Nghỉ", f->school, "2010-01-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvFacts) facts = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Seen seen = { 0 };

  good->grade = BV_GRADE_GOOD;
  set_path (f, "LDTT", good, NULL);
  set_path (f, "CSTDCS", award_condition ("LDTT", 1, FALSE), NULL);
  sql (f, "UPDATE membership SET to_date = '2021-12-31' WHERE person_id = %lld", L (gone));
  add_rating (f, f->person, 2022, "HTT");
  add_rating (f, other, 2022, "HTT");
  lease = bv_store_lease (f->store, &error);
  facts = bv_facts_load (bv_lease_connection (lease), 0, &error);
  g_assert_no_error (error);
  g_assert_true (
    bv_eligibility_foreach (facts, f->regimes, &question, 0, "LDTT", seen_cb, &seen, NULL, &error));
  g_assert_cmpuint (seen.n, ==, 2);
  g_assert_cmpuint (seen.n_met, ==, 2);
  seen = (Seen){ 0 };
  g_assert_true (bv_eligibility_foreach (facts, f->regimes, &question, other_school, NULL, seen_cb,
                                         &seen, NULL, &error));
  g_assert_cmpuint (seen.n, ==, 2); /* two awards that have a way for a person */
  g_assert_cmpuint (seen.n_met, ==, 1);
  g_assert_cmpint (seen.last_met, ==, other);
  list = bv_eligibility_judge_subject (facts, f->regimes, &question, f->person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((BvEligibility *) g_ptr_array_index (list, 0))->award->code, ==, "LDTT");
  g_cancellable_cancel (cancelled);
  g_assert_false (bv_eligibility_foreach (facts, f->regimes, &question, 0, NULL, seen_cb, &seen,
                                          cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static const BvQuotaUse *
find_use (GPtrArray *uses, gint64 unit)
{
  for (guint i = 0; i < uses->len; i++)
    if (((BvQuotaUse *) g_ptr_array_index (uses, i))->unit_id == unit)
      return g_ptr_array_index (uses, i);
  g_assert_not_reached ();
}

static GPtrArray *
list_quotas (Fixture *f)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *uses = bv_quota_list (bv_lease_connection (lease), f->regimes, &question, "CSTDCS",
                                   &error);

  g_assert_no_error (error);
  return uses;
}

static void
test_quota (Fixture *f, gconstpointer data)
{
  BvRegime *regime = g_ptr_array_index (bv_regime_set_get_regimes (f->regimes), 0);
  BvRegimeAward *award = (BvRegimeAward *) bv_regime_find_award (regime, "CSTDCS");
  BvQuota *quota = g_new0 (BvQuota, 1);
  gint64 team = add_unit (f, "Tổ Văn", "other", f->school, TRUE, NULL);
  gint64 small = add_unit (f, "Phòng nhỏ", "administration", f->office, FALSE, NULL);
  gint64 people[13];
  g_autoptr (GPtrArray) uses = NULL;
  const BvQuotaUse *use;

  quota->fraction = (BvFraction){ 15, 100, FALSE };
  quota->of_awards = g_strsplit ("LDTT", ",", -1);
  quota->rule = g_strdup ("rule-cstdcs-percent");
  quota->text = g_strdup ("Không quá 15%");
  quota->article = g_strdup ("Điều 9");
  award->quota = quota;
  /* Thirteen with the base award in the school, three of them in a team inside it: 1,95 places. */
  for (int i = 0; i < 13; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người %d", i);

      people[i] = add_person (f, name, i < 3 ? team : f->school, "2015-01-01");
      add_award (f, people[i], "LDTT", 2022);
    }
  add_award (f, people[0], "CSTDCS", 2022);
  add_nomination (f, people[1], "CSTDCS", 2022);
  add_nomination (f, people[0], "CSTDCS", 2022); /* counted once */
  add_award (f, add_person (f, "Người Lẻ", small, "2015-01-01"), "LDTT", 2022);
  uses = list_quotas (f);
  g_assert_cmpuint (uses->len, ==, 2);
  use = g_ptr_array_index (uses, 0); /* over it, hence first */
  g_assert_cmpint (use->unit_id, ==, f->school);
  g_assert_cmpuint (use->base, ==, 13);
  g_assert_cmpuint (use->limit, ==, 1);
  g_assert_cmpuint (use->n_used, ==, 2);
  use = find_use (uses, small);
  g_assert_cmpuint (use->base, ==, 1);
  g_assert_cmpuint (use->limit, ==, 0);
  g_assert_cmpuint (use->n_used, ==, 0);

  g_clear_pointer (&uses, g_ptr_array_unref);
  sql (f, "INSERT INTO setting VALUES ('rule-quota-rounding', 'half-up')");
  uses = list_quotas (f);
  g_assert_cmpuint (find_use (uses, f->school)->limit, ==, 2);
  g_assert_cmpuint (find_use (uses, small)->limit, ==, 0);
  g_clear_pointer (&uses, g_ptr_array_unref);
  sql (f, "UPDATE setting SET value = 'ceil' WHERE key = 'rule-quota-rounding'");
  uses = list_quotas (f);
  g_assert_cmpuint (find_use (uses, f->school)->limit, ==, 2);
  g_assert_cmpuint (find_use (uses, small)->limit, ==, 1);
  g_clear_pointer (&uses, g_ptr_array_unref);
  sql (f, "INSERT INTO setting VALUES ('rule-cstdcs-percent', '30')");
  uses = list_quotas (f);
  g_assert_cmpuint (find_use (uses, f->school)->limit, ==, 4);
  /* No share in the law, and none set by the office: no quota. */
  g_clear_pointer (&uses, g_ptr_array_unref);
  quota->fraction = (BvFraction){ 0, 0, FALSE };
  bv_text_set (&quota->rule, "rule-cstdcs-percent-2022");
  uses = list_quotas (f);
  g_assert_cmpuint (uses->len, ==, 0);
  sql (f, "INSERT INTO setting VALUES ('rule-cstdcs-percent-2022', '20')");
  g_clear_pointer (&uses, g_ptr_array_unref);
  uses = list_quotas (f);
  g_assert_cmpuint (find_use (uses, f->school)->limit, ==, 3);
}

/* ── Frozen ──────────────────────────────────────────────────────────────────────────────── */

static void
test_frozen (Fixture *f, gconstpointer data)
{
  g_autoptr (BvEligibility) result = NULL;
  g_autoptr (BvFrozenFindings) frozen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *more = NULL;
  const BvFinding *was;
  const BvFinding *is;

  set_path (f, "BKTTG", five_years (award_condition ("CSTDCS", 3, FALSE)), NULL);
  add_award (f, f->person, "BKT", 2017);
  add_award (f, f->person, "CSTDCS", 2018);
  add_rating (f, f->person, 2022, "HTT");
  result = ask (f, f->person, "BKTTG", 2022);
  json = bv_eligibility_to_json (result, "2023-03-27T01:02:03.000Z");
  frozen = bv_frozen_findings_parse (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (frozen->regime_id, ==, "thu");
  g_assert_cmpstr (frozen->regime_name, ==, "Luật thử");
  g_assert_cmpstr (frozen->form_code, ==, "BKTTG");
  g_assert_cmpstr (frozen->path, ==, "Công trạng");
  g_assert_cmpstr (frozen->when, ==, "2023-03-27T01:02:03.000Z");
  g_assert_cmpint (frozen->subject_id, ==, f->person);
  g_assert_cmpint (frozen->year, ==, 2022);
  g_assert_cmpint (frozen->verdict, ==, result->verdict);
  g_assert_cmpint (frozen->first_year, ==, result->first_year);
  g_assert_cmpuint (frozen->findings->len, ==, result->findings->len);
  was = finding (result, 0);
  is = g_ptr_array_index (frozen->findings, 0);
  g_assert_cmpint (is->kind, ==, was->kind);
  g_assert_cmpint (is->verdict, ==, was->verdict);
  g_assert_cmpstr (is->requirement, ==, was->requirement);
  g_assert_cmpstr (is->article, ==, was->article);
  g_assert_cmpstr (is->explanation, ==, was->explanation);
  g_assert_cmpstr (is->remedy, ==, was->remedy);
  g_assert_cmpint (is->first_year, ==, was->first_year);
  g_assert_cmpint (is->is_verified, ==, was->is_verified);
  g_assert_cmpuint (is->of->len, ==, 1);
  g_assert_cmpuint (is->records->len, ==, was->records->len);
  g_assert_cmpuint (is->records->len, >, 0);

  /* What a later version adds is passed over. */
  more = g_strdup_printf ("{\"later\": [1, {}], %s", json + 1);
  bv_frozen_findings_free (g_steal_pointer (&frozen));
  frozen = bv_frozen_findings_parse (more, &error);
  g_assert_no_error (error);
  bv_frozen_findings_free (g_steal_pointer (&frozen));
  for (const char *const *bad =
         (const char *const[]){
           "", "[]", "{}", "{\"regime\": 1}",
           "{\"regime\": \"a\", \"form\": \"b\", \"year\": 1, \"verdict\": \"perhaps\"}",
           "{\"regime\": \"a\", \"form\": \"b\", \"year\": 1, \"verdict\": \"met\", \"findings\": "
           "3}",
           NULL };
       *bad != NULL; bad++)
    {
      g_assert_null (bv_frozen_findings_parse (*bad, &error));
      g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/eligibility/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("members/share", test_share);
  ADD ("members/none", test_no_people);
  ADD ("members/teams", test_teams);
  ADD ("members/undisciplined", test_members_undisciplined);
  ADD ("succession/merge", test_merged_communes);
  ADD ("succession/split", test_split_unit);
  ADD ("groups", test_all_any);
  ADD ("best-path", test_best_path);
  ADD ("worker-class", test_worker_class);
  ADD ("attested", test_attested);
  ADD ("office-rule", test_office_rule);
  ADD ("errors", test_errors);
  ADD ("office", test_office);
  ADD ("quota", test_quota);
  ADD ("frozen", test_frozen);
  return g_test_run ();
}
