// SPDX-License-Identifier: GPL-3.0-or-later
/* Conditions on one subject's own records: met, not met and not to be told, with the hard cases of the field. */

#include "eligibility-fixture.h"

#include "base/bv-error.h"

/* ── Awards ──────────────────────────────────────────────────────────────────────────────── */

static void
test_three_in_a_row (Fixture *f, gconstpointer data)
{
  g_autoptr (BvEligibility) result = NULL;

  set_path (f, "CSTDT", award_condition ("CSTDCS", 3, TRUE), NULL);
  set_path (f, "CSTDCS", NULL, NULL); /* whoever wants it */
  add_award (f, f->person, "CSTDCS", 2020);
  add_award (f, f->person, "CSTDCS", 2022);
  result = ask (f, f->person, "CSTDT", 2022);
  g_assert_cmpint (result->verdict, ==, NOT);
  /* 2022 is there; 2023 and 2024 make three. */
  g_assert_cmpint (result->first_year, ==, 2024);
  assert_says (result, 0, explanation, "Has CSTĐCS for 2020, 2022; 2021 is missing");
  assert_says (result, 0, remedy, "2021");
  g_assert_cmpuint (finding (result, 0)->records->len, ==, 2);
  g_assert_cmpstr (((BvFindingRecord *) g_ptr_array_index (finding (result, 0)->records, 0))->kind,
                   ==, "award");

  add_award (f, f->person, "CSTDCS", 2021);
  assert_verdict (f, f->person, "CSTDT", 2022, MET, 2022);
  /* The year after, without one: the run does not end there, but goes on if 2023 gets one. */
  judge_on (f, "2024-03-27");
  assert_verdict (f, f->person, "CSTDT", 2023, NOT, 2023);
}

static void
test_year_left_out (Fixture *f, gconstpointer data)
{
  BvCondition *three = award_condition ("CSTDCS", 3, TRUE);

  three->include_year = FALSE;
  set_path (f, "CSTDT", three, NULL);
  set_path (f, "CSTDCS", NULL, NULL);
  add_award (f, f->person, "CSTDCS", 2019);
  add_award (f, f->person, "CSTDCS", 2020);
  add_award (f, f->person, "CSTDCS", 2021);
  assert_verdict (f, f->person, "CSTDT", 2022, MET, 2022);
  assert_verdict (f, f->person, "CSTDT", 2021, NOT, 2022);
}

static void
test_first_year_through_other_awards (Fixture *f, gconstpointer data)
{
  /* Nobody gets the higher title before he could have the lower one three times. */
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành tốt");

  good->grade = BV_GRADE_GOOD;
  set_path (f, "CSTDCS", good, NULL);
  set_path (f, "CSTDT", award_condition ("CSTDCS", 3, TRUE), NULL);
  set_path (f, "BKTTG", award_condition ("CSTDT", 2, TRUE), NULL);
  add_rating (f, f->person, 2022, "HT");
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2023);
  assert_verdict (f, f->person, "CSTDT", 2022, NOT, 2025);
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2026);
}

static void
test_within_years (Fixture *f, gconstpointer data)
{
  BvCondition *two = award_condition ("BKT", 2, FALSE);

  two->within_years = 5;
  set_path (f, "BKTTG", two, NULL);
  set_path (f, "BKT", NULL, NULL);
  add_award (f, f->person, "BKT", 2017);
  add_award (f, f->person, "BKT", 2019);
  /* 2018 to 2022: one of them. */
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2022);
  assert_verdict (f, f->person, "BKTTG", 2021, MET, 2021);
}

static void
test_old_award_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (BvEligibility) result = NULL;

  set_path (f, "BKTTG", award_condition ("BKT", 1, FALSE), NULL);
  add_award (f, f->person, "BKT", 2019);
  judge_on (f, "2026-03-01");
  result = ask (f, f->person, "BKTTG", 2025);
  g_assert_cmpint (result->verdict, ==, MET);
  assert_says (result, 0, explanation, "Has BKT for 2019.");
  /* On a day before its decision it was not given yet. */
  judge_on (f, "2020-01-31");
  assert_verdict (f, f->person, "BKTTG", 2019, NOT, 0);
}

static void
test_draft_does_not_count (Fixture *f, gconstpointer data)
{
  gint64 decision = sql (
    f, "INSERT INTO decision (title, year, level, issuer) VALUES ('Nháp', 2021, 'district', 'CT')");

  set_path (f, "BKTTG", award_condition ("BKT", 1, FALSE), NULL);
  sql (f,
       "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed)"
       " VALUES (%lld, %lld, 'BKT', 'CT', 2021, 'Thử')",
       L (decision), L (f->person));
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 0);
}

static void
test_revoked (Fixture *f, gconstpointer data)
{
  gint64 award = add_award (f, f->person, "BKT", 2019);
  g_autoptr (BvEligibility) result = NULL;

  set_path (f, "BKTTG", award_condition ("BKT", 1, FALSE), NULL);
  sql (f,
       "INSERT INTO revocation (award_id, number, on_date, ground) VALUES (%lld, '9/QĐ', "
       "'2022-05-01', 'fraud')",
       L (award));
  result = ask (f, f->person, "BKTTG", 2022);
  g_assert_cmpint (result->verdict, ==, NOT);
  assert_says (result, 0, explanation, "BKT for 2019 was taken back.");
  /* Before that day it stood. */
  judge_on (f, "2022-04-30");
  assert_verdict (f, f->person, "BKTTG", 2021, MET, 2021);
  judge_on (f, "2023-03-27");
  sql (f, "UPDATE revocation SET restored_number = '3/QĐ', restored_on = '2023-01-10'");
  assert_verdict (f, f->person, "BKTTG", 2022, MET, 2022);
}

static void
test_manner_not_counted (Fixture *f, gconstpointer data)
{
  BvRegime *regime = g_ptr_array_index (bv_regime_set_get_regimes (f->regimes), 0);
  BvCondition *bkt = award_condition ("BKT", 1, FALSE);
  g_autoptr (BvEligibility) result = NULL;

  regime->counted_manners = 1u << BV_MANNER_MERIT;
  set_path (f, "BKTTG", bkt, NULL);
  f->manner = "DX";
  add_award (f, f->person, "BKT", 2020);
  result = ask (f, f->person, "BKTTG", 2022);
  g_assert_cmpint (result->verdict, ==, NOT);
  assert_says (result, 0, explanation, "does not count");
  /* A condition that names the manner lets it. */
  bkt->manners = 1u << BV_MANNER_SUDDEN;
  assert_verdict (f, f->person, "BKTTG", 2022, MET, 2022);
}

static void
test_nominated_only (Fixture *f, gconstpointer data)
{
  BvCondition *ldtt = award_condition ("LDTT", 1, FALSE);
  g_autoptr (BvEligibility) result = NULL;

  ldtt->within_years = 1;
  set_path (f, "CSTDCS", ldtt, NULL);
  set_path (f, "LDTT", NULL, NULL);
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2022);
  add_nomination (f, f->person, "LDTT", 2022);
  result = ask (f, f->person, "CSTDCS", 2022);
  g_assert_cmpint (result->verdict, ==, UNKNOWN);
  assert_says (result, 0, explanation, "nominated in “Hồ sơ LDTT”");
  sql (f, "UPDATE dossier SET state = 'decided'");
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2022);
}

static void
test_not_with (Fixture *f, gconstpointer data)
{
  BvCondition *not_with = condition (BV_CONDITION_NOT_WITH, "Không cùng năm");

  not_with->awards = g_strsplit ("BKT", ",", -1);
  set_path (f, "BKTTG", not_with, NULL);
  assert_verdict (f, f->person, "BKTTG", 2022, MET, 2022);
  add_award (f, f->person, "BKT", 2022);
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2023);
}

static void
test_not_same_achievement (Fixture *f, gconstpointer data)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (BvEligibility) same = NULL;
  g_autoptr (BvEligibility) other = NULL;

  set_path (f, "BKT", condition (BV_CONDITION_NOT_SAME_ACHIEVEMENT, "Không trùng thành tích"),
            NULL);
  assert_verdict (f, f->person, "BKT", 2022, MET, 2022);
  add_award_on (f, f->person, "LDTT", 2022, "2023-01-10", "Cứu người bị lũ cuốn");
  assert_verdict (f, f->person, "BKT", 2022, MET, 2022); /* a title is no form of commendation */
  add_award_on (f, f->person, "BKTTG", 2022, "2023-01-10", "Cứu người bị lũ cuốn");
  assert_verdict (f, f->person, "BKT", 2022, UNKNOWN, 2022);
  question.achievement = "cứu người  bị lũ cuốn";
  same = ask_with (f, f->person, "BKT", &question);
  g_assert_cmpint (same->verdict, ==, NOT);
  question.achievement = "Xây nhà tình nghĩa";
  other = ask_with (f, f->person, "BKT", &question);
  g_assert_cmpint (other->verdict, ==, MET);
}

/* ── Ratings and spans ───────────────────────────────────────────────────────────────────── */

static void
test_rating (Fixture *f, gconstpointer data)
{
  BvCondition *good = condition (BV_CONDITION_RATING, "Hoàn thành tốt trở lên");
  g_autoptr (BvEligibility) result = NULL;

  good->grade = BV_GRADE_GOOD;
  set_path (f, "LDTT", good, NULL);
  result = ask (f, f->person, "LDTT", 2022);
  g_assert_cmpint (result->verdict, ==, UNKNOWN);
  g_assert_cmpint (result->first_year, ==, 2022);
  assert_says (result, 0, remedy, "Record the rating for 2022 of Lò Thị Thử.");
  add_rating (f, f->person, 2022, "HTXS");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
  add_rating (f, f->person, 2021, "HT");
  assert_verdict (f, f->person, "LDTT", 2021, NOT, 2022);
  add_rating (f, f->person, 2020, "KXL");
  assert_verdict (f, f->person, "LDTT", 2020, NOT, 2021);
}

static void
test_rating_years (Fixture *f, gconstpointer data)
{
  BvCondition *two = condition (BV_CONDITION_RATING, "02 năm liên tục hoàn thành xuất sắc");

  two->grade = BV_GRADE_EXCELLENT;
  two->count = 2;
  two->is_consecutive = TRUE;
  set_path (f, "BKT", two, NULL);
  add_rating (f, f->person, 2022, "HTXS");
  assert_verdict (f, f->person, "BKT", 2022, UNKNOWN, 2022);
  add_rating (f, f->person, 2021, "HTT");
  assert_verdict (f, f->person, "BKT", 2022, NOT, 2023);
  sql (f, "UPDATE rating SET grade = 'HTXS' WHERE year = 2021");
  assert_verdict (f, f->person, "BKT", 2022, MET, 2022);
}

static void
test_span (Fixture *f, gconstpointer data)
{
  g_autoptr (BvEligibility) result = NULL;

  set_path (f, "BKTTG", five_years (award_condition ("CSTDCS", 3, FALSE)), NULL);
  set_path (f, "CSTDCS", NULL, NULL);
  set_path (f, "BKT", NULL, NULL);
  /* Without the certificate before: five years after it. */
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2027);
  add_award (f, f->person, "BKT", 2017);
  for (int year = 2018; year <= 2022; year++)
    add_rating (f, f->person, year, year % 2 == 0 ? "HTXS" : "HTT");
  add_award (f, f->person, "CSTDCS", 2016); /* before the span */
  add_award (f, f->person, "CSTDCS", 2018);
  add_award (f, f->person, "CSTDCS", 2020);
  result = ask (f, f->person, "BKTTG", 2022);
  g_assert_cmpint (result->verdict, ==, NOT);
  g_assert_cmpint (finding (result, 0)->of->len, ==, 1);
  /* The run is there; the third title may come for 2022 still. */
  g_assert_cmpint (result->first_year, ==, 2022);
  add_award (f, f->person, "CSTDCS", 2022);
  assert_verdict (f, f->person, "BKTTG", 2022, MET, 2022);
  /* A year that is missing, a year that is bad. */
  sql (f, "DELETE FROM rating WHERE year = 2019");
  assert_verdict (f, f->person, "BKTTG", 2022, UNKNOWN, 2022);
  add_rating (f, f->person, 2019, "HT");
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2024);
}

static void
test_span_restarts (Fixture *f, gconstpointer data)
{
  /* A second certificate in 2020: the span may still begin after the first. */
  set_path (f, "BKTTG", five_years (NULL), NULL);
  set_path (f, "BKT", NULL, NULL);
  add_award (f, f->person, "BKT", 2017);
  add_award (f, f->person, "BKT", 2020);
  for (int year = 2018; year <= 2022; year++)
    add_rating (f, f->person, year, "HTT");
  assert_verdict (f, f->person, "BKTTG", 2022, MET, 2022);
  /* Taken away the first: only 2021 and 2022 are left. */
  sql (f, "DELETE FROM award WHERE year = 2017");
  assert_verdict (f, f->person, "BKTTG", 2022, NOT, 2025);
}

static void
test_span_of_awards (Fixture *f, gconstpointer data)
{
  BvCondition *span = condition (BV_CONDITION_SPAN,
                                 "02 năm liên tục hoàn thành xuất sắc hoặc TTLĐXS");

  span->min_years = 2;
  span->grade = BV_GRADE_EXCELLENT;
  span->or_awards = g_strsplit ("TTLDXS", ",", -1);
  set_path (f, "BKT", span, NULL);
  add_rating (f, f->school, 2022, "HTXS");
  add_rating (f, f->school, 2021, "HTT");
  assert_verdict (f, f->school, "BKT", 2022, NOT, 2023);
  add_award (f, f->school, "TTLDXS", 2021);
  assert_verdict (f, f->school, "BKT", 2022, MET, 2022);
}

/* ── Initiatives and discipline ──────────────────────────────────────────────────────────── */

static void
test_initiative (Fixture *f, gconstpointer data)
{
  BvCondition *initiative = condition (BV_CONDITION_INITIATIVE, "Có sáng kiến");
  gint64 id;

  initiative->scope = BV_SCOPE_PROVINCE;
  initiative->kinds = g_strsplit ("initiative,research", ",", -1);
  set_path (f, "CSTDT", initiative, NULL);
  assert_verdict (f, f->person, "CSTDT", 2022, NOT, 2023);
  id = sql (f, "INSERT INTO initiative (title, title_fold, kind, year, state) VALUES ('Sổ điểm', "
               "'so diem', 'initiative', 2022, 'submitted')");
  sql (f,
       "INSERT INTO initiative_author (initiative_id, person_id, share) VALUES (%lld, %lld, 10000)",
       L (id), L (f->person));
  assert_verdict (f, f->person, "CSTDT", 2022, UNKNOWN, 2022);
  sql (f, "UPDATE initiative SET state = 'recognised', scope = 'base'");
  assert_verdict (f, f->person, "CSTDT", 2022, NOT, 2023);
  sql (f, "UPDATE initiative SET scope = 'national'");
  assert_verdict (f, f->person, "CSTDT", 2022, MET, 2022);
  sql (f, "UPDATE initiative SET kind = 'scheme'");
  assert_verdict (f, f->person, "CSTDT", 2022, NOT, 2023);
  sql (f, "UPDATE initiative SET kind = 'research', year = 2021");
  assert_verdict (f, f->person, "CSTDT", 2022, NOT, 2023);
}

static void
test_initiative_of_nomination (Fixture *f, gconstpointer data)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (BvEligibility) result = NULL;
  gint64 id = sql (f, "INSERT INTO initiative (title, title_fold, year, state, scope) VALUES "
                      "('Sổ', 'so', 2020, 'recognised', 'base')");

  set_path (f, "CSTDCS", condition (BV_CONDITION_INITIATIVE, "Có sáng kiến"), NULL);
  sql (f,
       "INSERT INTO initiative_author (initiative_id, person_id, share) VALUES (%lld, %lld, 10000)",
       L (id), L (f->person));
  question.nomination_id = add_nomination (f, f->person, "CSTDCS", 2022);
  sql (f, "INSERT INTO nomination_initiative VALUES (%lld, %lld)", L (question.nomination_id),
       L (id));
  assert_verdict (f, f->person, "CSTDCS", 2022, NOT, 2023);
  result = ask_with (f, f->person, "CSTDCS", &question);
  g_assert_cmpint (result->verdict, ==, MET);
}

static void
test_discipline (Fixture *f, gconstpointer data)
{
  BvCondition *undisciplined = condition (BV_CONDITION_UNDISCIPLINED, "Không bị kỷ luật");

  undisciplined->sanction = BV_SANCTION_WARNING;
  set_path (f, "LDTT", undisciplined, NULL);
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
  sql (f,
       "INSERT INTO discipline (subject_id, kind, on_date, until_date) VALUES (%lld, 'reprimand', "
       "'2022-05-01', '2023-04-30')",
       L (f->person));
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
  sql (f, "UPDATE discipline SET kind = 'warning'");
  /* Its effect reaches into 2023: 2024 is the first year free of it. */
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 2024);
  assert_verdict (f, f->person, "LDTT", 2021, MET, 2021);
  judge_on (f, "2024-03-01");
  assert_verdict (f, f->person, "LDTT", 2023, NOT, 2024);
  sql (f, "UPDATE discipline SET until_date = NULL");
  assert_verdict (f, f->person, "LDTT", 2023, NOT, 0);
}

static void
test_pending_matter (Fixture *f, gconstpointer data)
{
  set_path (f, "LDTT", condition (BV_CONDITION_NOTHING_PENDING, "Không bị xem xét"), NULL);
  sql (
    f,
    "INSERT INTO discipline (subject_id, kind, on_date) VALUES (%lld, 'complaint', '2023-01-05')",
    L (f->person));
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 0);
  judge_on (f, "2023-01-04");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
  judge_on (f, "2023-03-27");
  sql (f, "UPDATE discipline SET until_date = '2023-02-01', is_upheld = 0");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
}

/* ── Time ────────────────────────────────────────────────────────────────────────────────── */

static void
test_months (Fixture *f, gconstpointer data)
{
  BvCondition *months = condition (BV_CONDITION_MONTHS_IN_POST, "Công tác đủ 10 tháng");
  gint64 recruit = add_person (f, "Quàng Thị Mới", f->school, "2022-03-01");
  g_autoptr (BvEligibility) result = NULL;

  months->count = 10;
  months->absences = g_strsplit ("maternity,course,study", ",", -1);
  set_path (f, "LDTT", months, NULL);
  assert_verdict (f, recruit, "LDTT", 2022, MET, 2022);
  sql (f, "UPDATE membership SET from_date = '2022-03-02' WHERE person_id = %lld", L (recruit));
  assert_verdict (f, recruit, "LDTT", 2022, NOT, 2023);

  /* Maternity leave is time of work; unpaid leave is not. */
  sql (f,
       "INSERT INTO absence (person_id, kind, from_date, to_date) VALUES (%lld, 'maternity', "
       "'2022-02-01', '2022-07-31')",
       L (f->person));
  result = ask (f, f->person, "LDTT", 2022);
  g_assert_cmpint (result->verdict, ==, MET);
  assert_says (result, 0, explanation, "12 months of work in 2022; 10 are needed.");
  sql (f, "UPDATE absence SET kind = 'unpaid'");
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 2023);
  /* Study counts by its result. */
  sql (f, "UPDATE absence SET kind = 'study'");
  assert_verdict (f, f->person, "LDTT", 2022, UNKNOWN, 2022);
  sql (f, "UPDATE absence SET study_result = 'below'");
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 2023);
  sql (f, "UPDATE absence SET study_result = 'fair_or_better'");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
}

static void
test_absence (Fixture *f, gconstpointer data)
{
  BvCondition *absence = condition (BV_CONDITION_ABSENCE, "Nghỉ dưới 40 ngày làm việc");

  absence->count = 40;
  absence->absences = g_strsplit ("sick,unpaid,other", ",", -1);
  set_path (f, "LDTT", absence, NULL);
  /* 30 May to 22 July 2022: forty working days; a Friday less is thirty-nine. */
  sql (f,
       "INSERT INTO absence (person_id, kind, from_date, to_date) VALUES (%lld, 'sick', "
       "'2022-05-30', '2022-07-21')",
       L (f->person));
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
  sql (f, "UPDATE absence SET to_date = '2022-07-22'");
  assert_verdict (f, f->person, "LDTT", 2022, NOT, 2023);
  sql (f, "UPDATE absence SET kind = 'maternity'");
  assert_verdict (f, f->person, "LDTT", 2022, MET, 2022);
}

static void
test_existence (Fixture *f, gconstpointer data)
{
  BvCondition *exists = condition (BV_CONDITION_YEARS_OF_EXISTENCE, "Có từ 10 năm");
  gint64 young = add_unit (f, "Trường trẻ", "school", f->office, FALSE, "2013-01-01");
  gint64 unknown = add_unit (f, "Trường không ngày", "school", f->office, FALSE, NULL);

  exists->count = 10;
  set_path (f, "BKT", exists, NULL);
  assert_verdict (f, f->school, "BKT", 2022, MET, 2022);
  assert_verdict (f, young, "BKT", 2022, MET, 2022);
  sql (f, "UPDATE unit SET from_date = '2013-01-02' WHERE subject_id = %lld", L (young));
  assert_verdict (f, young, "BKT", 2022, NOT, 2023);
  assert_verdict (f, unknown, "BKT", 2022, UNKNOWN, 2022);
}

static void
test_service (Fixture *f, gconstpointer data)
{
  BvCondition *service = condition (BV_CONDITION_YEARS_OF_SERVICE, "Giữ chức vụ 10 năm");

  service->count = 10;
  service->leader_classes = g_strsplit ("leader", ",", -1);
  set_path (f, "BKT", service, NULL);
  sql (f, "UPDATE membership SET leader_class = 'leader', from_date = '2013-01-01', to_date = "
          "'2017-12-31'");
  assert_verdict (f, f->person, "BKT", 2022, NOT, 0);
  sql (f,
       "INSERT INTO membership (person_id, unit_id, leader_class, from_date) VALUES (%lld, %lld, "
       "'leader', '2018-01-01')",
       L (f->person), L (f->school));
  assert_verdict (f, f->person, "BKT", 2022, MET, 2022);
  assert_verdict (f, f->person, "BKT", 2021, NOT, 2022);
  service->worker_classes = g_strsplit ("cadre", ",", -1);
  assert_verdict (f, f->person, "BKT", 2022, UNKNOWN, 2022);
  sql (f, "UPDATE person SET worker_class = 'worker'");
  assert_verdict (f, f->person, "BKT", 2022, NOT, -1);
}

static void
test_movement (Fixture *f, gconstpointer data)
{
  BvCondition *movement = condition (BV_CONDITION_MOVEMENT, "Chuyên đề từ 03 năm");
  BvEligibilityQuestion question = { .year = 2022, .date = f->date, .manner = BV_MANNER_MOVEMENT };
  g_autoptr (BvEligibility) met = NULL;
  g_autoptr (BvEligibility) shorter = NULL;
  g_autoptr (BvEligibility) level = NULL;

  movement->count = 3;
  movement->levels = g_strsplit ("province,district", ",", -1);
  set_path (f, "BKT", movement, NULL);
  assert_verdict (f, f->person, "BKT", 2022, UNKNOWN, 2022);
  question.movement_id = sql (
    f, "INSERT INTO movement (name, level, manner, from_date, to_date) VALUES ('Nông thôn mới', "
       "'district', 'thematic', '2019-11-01', '2022-10-31')");
  met = ask_with (f, f->person, "BKT", &question);
  g_assert_cmpint (met->verdict, ==, MET);
  sql (f, "UPDATE movement SET to_date = '2022-10-30'");
  shorter = ask_with (f, f->person, "BKT", &question);
  g_assert_cmpint (shorter->verdict, ==, NOT);
  sql (f, "UPDATE movement SET to_date = '2022-10-31', level = 'unit'");
  level = ask_with (f, f->person, "BKT", &question);
  g_assert_cmpint (level->first_year, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/eligibility/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("award/three-in-a-row", test_three_in_a_row);
  ADD ("award/year-left-out", test_year_left_out);
  ADD ("award/first-year-through-others", test_first_year_through_other_awards);
  ADD ("award/within-years", test_within_years);
  ADD ("award/of-2019-in-2026", test_old_award_counts);
  ADD ("award/draft", test_draft_does_not_count);
  ADD ("award/revoked", test_revoked);
  ADD ("award/manner", test_manner_not_counted);
  ADD ("award/nominated", test_nominated_only);
  ADD ("award/not-with", test_not_with);
  ADD ("award/not-same-achievement", test_not_same_achievement);
  ADD ("rating/year", test_rating);
  ADD ("rating/years", test_rating_years);
  ADD ("span/after", test_span);
  ADD ("span/restarts", test_span_restarts);
  ADD ("span/or-awards", test_span_of_awards);
  ADD ("initiative", test_initiative);
  ADD ("initiative/nomination", test_initiative_of_nomination);
  ADD ("discipline", test_discipline);
  ADD ("discipline/pending", test_pending_matter);
  ADD ("time/months", test_months);
  ADD ("time/absence", test_absence);
  ADD ("time/existence", test_existence);
  ADD ("time/service", test_service);
  ADD ("time/movement", test_movement);
  return g_test_run ();
}
