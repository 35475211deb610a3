// SPDX-License-Identifier: GPL-3.0-or-later
/* The office through time, signers, base salaries, settings and the first run. */

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office-fixture.h"
#include "office/bv-base-salary.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"
#include "store/bv-connection.h"

#include <locale.h>
#include <string.h>

static void
test_suggest (void)
{
  g_autoptr (BvOfficePeriod)
    district = bv_office_period_suggest ("district", "huyện Mường La", "tỉnh Sơn La", "2010-01-01");
  g_autoptr (BvOfficePeriod)
    commune = bv_office_period_suggest ("commune", " xã  Mường La ", "tỉnh Sơn La", "2025-07-01");
  g_autoptr (GPtrArray) problems = bv_office_period_validate (district);
  g_autoptr (BvLetterhead) head = NULL;
  g_autoptr (BvLetterhead) committee = NULL;
  g_autofree char *number = NULL;
  g_autofree char *open = NULL;
  g_autofree char *chairman = NULL;
  g_autofree char *place = NULL;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (district->name, ==, "Ủy ban nhân dân huyện Mường La");
  g_assert_cmpstr (district->superior_name, ==, "Ủy ban nhân dân tỉnh Sơn La");
  g_assert_cmpstr (district->place, ==, "Mường La");
  g_assert_cmpstr (commune->area_name, ==, "xã Mường La");
  g_assert_cmpstr (commune->department_symbol, ==, "PVHXH");
  head = bv_office_period_letterhead (district, BV_ISSUER_DEPARTMENT);
  g_assert_cmpstr (head->superior, ==, "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA");
  g_assert_cmpstr (head->issuer, ==, "PHÒNG NỘI VỤ");
  committee = bv_office_period_letterhead (district, BV_ISSUER_COMMITTEE);
  g_assert_cmpstr (committee->superior, ==, "");
  g_assert_cmpstr (committee->issuer, ==, "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA");
  number = bv_office_period_number (district, BV_ISSUER_COMMITTEE, 5, "QĐ");
  g_assert_cmpstr (number, ==, "05/QĐ-UBND");
  open = bv_office_period_number (district, BV_ISSUER_DEPARTMENT, 0, "BC");
  g_assert_cmpstr (open, ==, "…/BC-PNV");
  chairman = bv_office_period_chairman (commune);
  g_assert_cmpstr (chairman, ==, "Chủ tịch Ủy ban nhân dân xã Mường La");
  place = bv_office_period_place_and_date (district, "2024-02-05");
  g_assert_cmpstr (place, ==, "Mường La, ngày 05 tháng 02 năm 2024");
}

static void
test_signature_lines (void)
{
  static const struct
  {
    const char *prefix, *behalf, *post, *lines;
  } cases[] = {
    { "", "", "Chủ tịch", "CHỦ TỊCH" },
    { "KT.", "Chủ tịch", "Phó Chủ tịch", "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH" },
    { "TM.", "Ủy ban nhân dân", "Chủ tịch", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH" },
    { "Q.", "", "Chủ tịch", "Q. CHỦ TỊCH" },
    { "TUQ.", "Chủ tịch", "Trưởng phòng Nội vụ", "TUQ. CHỦ TỊCH|TRƯỞNG PHÒNG NỘI VỤ" },
    { "", "", " ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = bv_signature_lines (cases[i].prefix, cases[i].behalf, cases[i].post);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

static BvSigner *
new_signer (const char *name, const char *prefix, const char *behalf, const char *post)
{
  BvSigner *signer = bv_signer_new ();

  bv_text_set (&signer->name, name);
  bv_text_set (&signer->prefix, prefix);
  bv_text_set (&signer->on_behalf_of, behalf);
  bv_text_set (&signer->post, post);
  return signer;
}

static void
test_signers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvSigner) chairman = new_signer ("Nguyễn Văn An", "", "", "CHỦ TỊCH");
  g_autoptr (BvSigner) deputy = new_signer ("Lò Thị Uyên", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH");
  g_autoptr (BvSigner) wrong = new_signer ("Lê Văn Hải", "KT.", "", "PHÓ CHỦ TỊCH");
  g_autoptr (BvSigner) found = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_office_save_signer (fixture->store, wrong, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_text_set (&wrong->prefix, "Q.");
  bv_text_set (&wrong->on_behalf_of, "CHỦ TỊCH");
  g_assert_false (bv_office_save_signer (fixture->store, wrong, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_text_set (&chairman->to_date, "2021-12-31");
  chairman->is_default = TRUE;
  bv_office_save_signer (fixture->store, chairman, NULL, &error);
  g_assert_no_error (error);
  bv_text_set (&deputy->from_date, "2022-01-01");
  deputy->is_default = TRUE;
  bv_office_save_signer (fixture->store, deputy, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (fixture->store, &error);
  bv_signer_default_on (bv_lease_connection (lease), "2021-06-01", &found, &error);
  g_assert_cmpstr (found->name, ==, "Nguyễn Văn An");
  g_clear_pointer (&found, bv_signer_free);
  bv_signer_default_on (bv_lease_connection (lease), "2023-03-27", &found, &error);
  g_assert_cmpstr (found->name, ==, "Lò Thị Uyên");
  g_clear_pointer (&found, bv_signer_free);
  g_clear_pointer (&lease, bv_lease_free);

  /* Another default for an overlapping time takes the mark away. */
  bv_text_set (&chairman->to_date, NULL);
  bv_office_save_signer (fixture->store, chairman, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (fixture->store, &error);
  bv_signer_default_on (bv_lease_connection (lease), "2023-03-27", &found, &error);
  g_assert_cmpstr (found->name, ==, "Nguyễn Văn An");
  list = bv_signer_list (bv_lease_connection (lease), &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (((BvSigner *) list->pdata[1])->is_default);
  g_clear_pointer (&lease, bv_lease_free);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT sum (is_default) FROM signer"), ==, 2);
  bv_office_delete_signer (fixture->store, deputy->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_office_delete_signer (fixture->store, deputy->id, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static BvOfficeSetup *
new_setup (void)
{
  BvOfficeSetup *setup = bv_office_setup_new ();

  g_ptr_array_add (setup->periods, bv_office_period_suggest ("commune", "xã Mường La",
                                                             "tỉnh Sơn La", "2025-07-01"));
  g_ptr_array_add (setup->periods, bv_office_period_suggest ("district", "huyện Mường La",
                                                             "tỉnh Sơn La", "2010-01-01"));
  g_ptr_array_add (setup->signers, new_signer ("Lò Thị Uyên", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
  setup->words_style = BV_WORDS_LE;
  setup->ledger_scope = BV_LEDGER_SCOPE_CONTINUOUS;
  return setup;
}

static void
test_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvOfficeSetup) setup = new_setup ();
  g_autoptr (BvOfficePeriod) period = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *root = NULL;
  gboolean is_set_up = TRUE;
  gint64 act = 0;

  lease = bv_store_lease (fixture->store, &error);
  bv_office_is_set_up (bv_lease_connection (lease), &is_set_up, &error);
  g_assert_false (is_set_up);
  g_assert_null (bv_office_period_on (bv_lease_connection (lease), "2023-01-01", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (bv_setting_get_words_style (bv_lease_connection (lease), &error), ==, 0);
  g_clear_pointer (&lease, bv_lease_free);

  bv_office_set_up (fixture->store, setup, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM history"), ==, 1);
  lease = bv_store_lease (fixture->store, &error);
  period = bv_office_period_on (bv_lease_connection (lease), "2025-06-30", &error);
  g_assert_cmpstr (period->level, ==, "district");
  g_clear_pointer (&period, bv_office_period_free);
  period = bv_office_period_on (bv_lease_connection (lease), "2025-07-01", &error);
  g_assert_cmpstr (period->level, ==, "commune");
  g_clear_pointer (&period, bv_office_period_free);
  period = bv_office_period_on (bv_lease_connection (lease), "1999-01-01", &error);
  g_assert_cmpstr (period->level, ==, "district");
  g_assert_cmpint (bv_setting_get_words_style (bv_lease_connection (lease), &error), ==,
                   BV_WORDS_LE);
  g_assert_cmpint (bv_setting_get_ledger_scope (bv_lease_connection (lease), &error), ==,
                   BV_LEDGER_SCOPE_CONTINUOUS);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  root = fixture_query_text (fixture, "SELECT name FROM subject WHERE kind = 2");
  g_assert_cmpstr (root, ==, "Ủy ban nhân dân huyện Mường La"); /* on BV_TODAY */

  g_assert_false (bv_office_set_up (fixture->store, setup, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  fixture_undo (fixture);
  g_assert_cmpint (fixture_query (fixture, "SELECT (SELECT count(*) FROM office_period)"
                                           " + (SELECT count(*) FROM signer)"
                                           " + (SELECT count(*) FROM base_salary)"
                                           " + (SELECT count(*) FROM setting)"
                                           " + (SELECT count(*) FROM subject)"),
                   ==, 0);
}

static void
test_bad_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvOfficeSetup) setup = new_setup ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  bv_text_set (&((BvOfficePeriod *) setup->periods->pdata[1])->place, "");
  bv_text_set (&((BvSigner *) setup->signers->pdata[0])->name, " ");
  problems = bv_office_setup_validate (setup);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_nonnull (bv_problems_find (problems, "periods[1].place"));
  g_assert_nonnull (bv_problems_find (problems, "signers[0].name"));
  g_assert_false (bv_office_set_up (fixture->store, setup, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM office_period"), ==, 0);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM history"), ==, 0);
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvOfficeSetup) setup = new_setup ();
  g_autoptr (BvOfficePeriod)
    another = bv_office_period_suggest ("commune", "xã Ít Ong", NULL, "2025-07-01");
  g_autoptr (GError) error = NULL;

  bv_office_set_up (fixture->store, setup, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_office_save_period (fixture->store, another, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "01/07/2025"));
  g_assert_cmpint (another->id, ==, 0);
  g_clear_error (&error);
  bv_text_set (&another->from_date, "2030-01-01");
  bv_office_save_period (fixture->store, another, NULL, &error);
  g_assert_no_error (error);
  bv_office_delete_period (fixture->store, another->id, NULL, &error);
  g_assert_no_error (error);
  bv_office_delete_period (fixture->store, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_office_delete_period (fixture->store, 2, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
}

static void
test_base_salary (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *date;
    gint64 amount;
  } cases[] = {
    { "2000-01-01", 180000 },  { "2013-06-30", 1050000 }, { "2018-03-15", 1300000 },
    { "2019-06-30", 1390000 }, { "2019-07-01", 1490000 }, { "2023-06-30", 1490000 },
    { "2023-07-01", 1800000 }, { "2024-07-01", 2340000 }, { "2026-06-30", 2340000 },
  };
  g_autoptr (BvOfficeSetup) setup = new_setup ();
  g_autoptr (BvBaseSalary) planned = NULL;
  g_autoptr (BvBaseSalary) own = bv_base_salary_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  bv_office_set_up (fixture->store, setup, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (fixture->store, &error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvBaseSalary)
        salary = bv_base_salary_on (bv_lease_connection (lease), cases[i].date, &error);

      g_assert_no_error (error);
      g_assert_cmpint (salary->amount, ==, cases[i].amount);
      g_assert_true (salary->is_verified);
      g_assert_cmpstr (salary->source, !=, "");
    }
  planned = bv_base_salary_on (bv_lease_connection (lease), "2026-07-01", &error);
  g_assert_false (planned->is_verified);
  g_assert_null (bv_base_salary_on (bv_lease_connection (lease), "1999-12-31", &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "31/12/1999"));
  g_clear_error (&error);
  list = bv_base_salary_list (bv_lease_connection (lease), &error);
  g_assert_cmpuint (list->len, ==, 17);
  g_clear_pointer (&lease, bv_lease_free);

  own->amount = 0;
  bv_text_set (&own->from_date, "2026-07-01");
  g_assert_false (bv_office_save_base_salary (fixture->store, own, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  own->amount = 2500000;
  own->is_verified = TRUE;
  bv_office_save_base_salary (fixture->store, own, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    fixture_query (fixture, "SELECT amount FROM base_salary WHERE from_date = '2026-07-01'"), ==,
    2500000);
  fixture_undo (fixture);
  g_assert_cmpint (
    fixture_query (fixture, "SELECT amount FROM base_salary WHERE from_date = '2026-07-01'"), ==,
    2530000);
  bv_office_delete_base_salary (fixture->store, "2026-07-01", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture, "SELECT count(*) FROM base_salary"), ==, 16);
}

/* Every rule of the office: a title, an article, a default that is allowed and that people can read. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key, *value;
    gboolean ok;
  } cases[] = {
    { BV_SETTING_RULE_QUORUM, "1/2", TRUE },
    { BV_SETTING_RULE_QUORUM, "3/2", FALSE },
    { BV_SETTING_RULE_QUORUM, "0.5", FALSE },
    { BV_SETTING_RULE_MAJORITY, ">1/2", TRUE },
    { BV_SETTING_RULE_MAJORITY, "half", FALSE },
    { BV_SETTING_RULE_QUOTA_ROUNDING, "half-up", TRUE },
    { BV_SETTING_RULE_QUOTA_ROUNDING, "down", FALSE },
    { BV_SETTING_RULE_CSTDCS_PERCENT, "0", TRUE },
    { BV_SETTING_RULE_CSTDCS_PERCENT, "101", FALSE },
    { BV_SETTING_RULE_CSTDCS_PERCENT, "15%", FALSE },
    { BV_SETTING_RULE_APPRAISAL_DAYS, "0", FALSE },
    { BV_SETTING_RULE_EXCELLENT_BASE, "good-or-better", TRUE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "Tính mới:40, Hiệu quả:60", TRUE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "newness", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "newness:0", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, ":30", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "newness:30,newness:20", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "newness:30,", FALSE },
    { BV_SETTING_RULE_INITIATIVE_SCALE, "newness:1001", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) scale = NULL;
  BvFraction fraction;
  guint n = 0;

  for (const BvSetting *rule = bv_setting_list_rules (); rule->key != NULL; rule++, n++)
    {
      g_autofree char *described = bv_setting_describe (rule, rule->value);

      g_assert_true (g_str_has_prefix (rule->key, "rule-"));
      g_assert_cmpstr (bv_setting_get_label (rule), !=, "");
      g_assert_cmpstr (rule->article, !=, "");
      g_assert_cmpstr (described, !=, "");
      bv_setting_check (rule, rule->value, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (bv_setting_default (rule->key), ==, rule->value);
    }
  g_assert_cmpuint (n, >=, 17);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean ok = bv_setting_save (fixture->store, cases[i].key, cases[i].value, NULL, &error);

      if (ok != cases[i].ok)
        g_error ("%s = %s", cases[i].key, cases[i].value);
      if (!ok)
        g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
      g_clear_error (&error);
    }
  lease = bv_store_lease (fixture->store, &error);
  g_assert_true (bv_setting_get_fraction (bv_lease_connection (lease), BV_SETTING_RULE_QUORUM,
                                          &fraction, &error));
  g_assert_cmpint (fraction.numerator, ==, 1);
  g_assert_cmpint (fraction.denominator, ==, 2);
  g_assert_true (bv_setting_get_fraction (bv_lease_connection (lease),
                                          BV_SETTING_RULE_EXCELLENT_PERCENT, &fraction, &error));
  g_assert_cmpint (fraction.numerator, ==, 20);
  g_assert_cmpint (fraction.denominator, ==, 100);
  g_assert_true (bv_setting_get_fraction (bv_lease_connection (lease),
                                          BV_SETTING_RULE_CSTDCS_PERCENT_2022, &fraction, &error));
  g_assert_cmpint (fraction.numerator, ==, 0);
  scale = bv_setting_parse_scale (bv_setting_default (BV_SETTING_RULE_INITIATIVE_SCALE), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scale->len, ==, 4);
  g_assert_cmpstr (((BvScaleCriterion *) g_ptr_array_index (scale, 1))->key, ==, "effect");
  g_assert_cmpint (((BvScaleCriterion *) g_ptr_array_index (scale, 1))->points, ==, 40);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  for (const char *const *key = bv_setting_list_keys (); *key != NULL; key++)
    g_assert_nonnull (bv_setting_default (*key));
  g_assert_false (bv_setting_save (fixture->store, "no-such", "1", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (bv_setting_save (fixture->store, BV_SETTING_NEARLY_PERCENT, "101", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "random", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_setting_save (fixture->store, BV_SETTING_NEARLY_PERCENT, "85", NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (fixture->store, &error);
  g_assert_cmpint (
    bv_setting_get_int (bv_lease_connection (lease), BV_SETTING_NEARLY_PERCENT, &error), ==, 85);
  value = bv_setting_get (bv_lease_connection (lease), BV_SETTING_LEDGER_SCOPE, &error);
  g_assert_cmpstr (value, ==, "year");
  g_clear_pointer (&lease, bv_lease_free);
  fixture_undo (fixture);
  lease = bv_store_lease (fixture->store, &error);
  g_assert_cmpint (
    bv_setting_get_int (bv_lease_connection (lease), BV_SETTING_NEARLY_PERCENT, &error), ==, 90);
}

/* Another order of names writes every sort key anew; the same order again is no act. */
static void
test_name_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 act_id = -1;

  fixture_add_person (fixture, "Lò Thị Uyên", 0, "");
  before = fixture_query_text (fixture, "SELECT hex (sort_key) FROM subject");
  g_assert_true (bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "plain", &act_id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act_id, >, 0);
  after = fixture_query_text (fixture, "SELECT hex (sort_key) FROM subject");
  g_assert_cmpstr (before, !=, after);
  g_assert_true (bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "plain", &act_id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act_id, ==, 0);
  g_assert_false (
    bv_setting_save (fixture->store, BV_SETTING_NAME_ORDER, "random", &act_id, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* Who heads the department, by what it is called. */
static void
test_department_head (void)
{
  static const char *const departments[][3] = {
    { "Phòng Nội vụ", "Trưởng phòng", "Trưởng phòng Nội vụ" },
    { "Phòng Văn hóa - Xã hội", "Trưởng phòng", "Trưởng phòng Văn hóa - Xã hội" },
    { "Sở Nội vụ", "Giám đốc", "Giám đốc Sở Nội vụ" },
    { "Ban Tổ chức", "Trưởng ban", "Trưởng ban Tổ chức" },
    { "Văn phòng", "Chánh Văn phòng", "Chánh Văn phòng" },
    { "Vụ Pháp chế", "Thủ trưởng", "Thủ trưởng Vụ Pháp chế" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      g_autoptr (BvOfficePeriod) period = bv_office_period_new ();
      g_autofree char *head = NULL;

      bv_text_set (&period->department, departments[i][0]);
      head = bv_office_period_department_head (period);
      g_assert_cmpstr (bv_office_period_department_post (period), ==, departments[i][1]);
      g_assert_cmpstr (head, ==, departments[i][2]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/suggest", test_suggest);
  g_test_add_func ("/office/signature-lines", test_signature_lines);
  ADD ("/office/signers", test_signers);
  ADD ("/office/set-up", test_set_up);
  ADD ("/office/bad-set-up", test_bad_set_up);
  ADD ("/office/periods", test_periods);
  ADD ("/office/base-salary", test_base_salary);
  ADD ("/office/settings", test_settings);
  ADD ("/office/rules", test_rules);
  ADD ("/office/name-order", test_name_order);
  g_test_add_func ("/office/department-head", test_department_head);
  return g_test_run ();
}
