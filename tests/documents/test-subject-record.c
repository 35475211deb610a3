// SPDX-License-Identifier: GPL-3.0-or-later
/* A subject's whole record and its printed extract; and what the merger of three communes leaves alone. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-annual-report.h"
#include "documents/bv-certificates.h"
#include "documents/bv-subject-record-paper.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-registration-result.h"
#include "merit/bv-revocation.h"
#include "merit/bv-subject-record.h"
#include "office/bv-register.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>
#include <poppler.h>

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 communes[3];
  gint64 person;
  gint64 household;
} Fixture;

static const char *const commune_names[] = { "Xã Thử Thượng", "Xã Thử Trung", "Xã Thử Hạ" };

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  for (guint i = 0; i < G_N_ELEMENTS (commune_names); i++)
    f->communes[i] = bv_test_office_add_unit (f->store, commune_names[i], "commune", f->office,
                                              FALSE);
  f->person = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", f->communes[0],
                                         "Công chức", "direct");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Cầm Văn Mẫu", f->communes[1], 0);
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
decide (Fixture *f,
        const char *form,
        int year,
        const gint64 *subjects,
        guint n,
        const char *number,
        const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision)
    decision = bv_decision_new_draft (bv_lease_connection (lease), date, &error);
  g_autofree char *achievement = g_strdup_printf ("Thành tích thử của quyết định %s", number);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, "Về việc khen thưởng");
  decision->year = year;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, subjects, n, form, BV_MANNER_MERIT, achievement, NULL,
                    NULL, NULL, &error);
  g_assert_no_error (error);
  bv_decision_issue_act (f->store, decision->id, number, date, NULL, NULL, &error);
  g_assert_no_error (error);
  return decision->id;
}

typedef struct
{
  const char *const *statements;
} Statements;

static gboolean
run_statements (BvConnection *connection, gpointer user_data, GError **error)
{
  const char *const *statements = ((Statements *) user_data)->statements;

  for (guint i = 0; statements[i] != NULL; i++)
    if (!bv_connection_run (connection, error, statements[i], ""))
      return FALSE;
  return TRUE;
}

/* Every row of a table as text, one a line. */
static char *
dump (Fixture *f, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr (BvStatement)
    statement = bv_connection_prepare (bv_lease_connection (lease), sql, &error);
  GString *text = g_string_new (NULL);
  gboolean has_row;

  g_assert_no_error (error);
  while (bv_statement_step (statement, &has_row, &error) && has_row)
    {
      for (int i = 0; i < bv_statement_n_columns (statement); i++)
        g_string_append_printf (text, "%s|", bv_statement_text (statement, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static BvSubjectRecord *
load (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvSubjectRecord *record = bv_subject_record_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return record;
}

static BvDocument *
build (Fixture *f, const BvSubjectRecordPaper *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDocument *document = bv_subject_record_paper_build (bv_lease_connection (lease), options,
                                                        &error);

  g_assert_no_error (error);
  return document;
}

/* All text of the PDF with every run of blanks as one space. */
static char *
read_pdf (const BvDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bv_document_to_pdf (document, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  PopplerDocument *pdf;

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *part = poppler_page_get_text (page);

      g_string_append (text, part);
      g_string_append_c (text, '\n');
      g_object_unref (page);
    }
  g_object_unref (pdf);
  return g_regex_replace (blanks, text->str, -1, 0, " ", 0, NULL);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* BV_KEEP names a folder in which the files stay, to be looked at; the formats are written in any case. */
static void
write_all (const BvDocument *document, const char *name)
{
  const char *folder = g_getenv ("BV_KEEP");
  static const char *const endings[] = { "pdf", "odt", "xlsx" };
  g_autofree char *own = folder == NULL ? g_dir_make_tmp ("bv-record-XXXXXX", NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (name, ".", endings[i], NULL);
      g_autofree char *path = g_build_filename (own != NULL ? own : folder, file, NULL);
      g_autoptr (GError) error = NULL;
      BvDocumentFormat format;
      GStatBuf status;

      bv_document_format_from_path (path, &format, &error);
      g_assert_no_error (error);
      bv_document_write (document, format, path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 2000);
      if (own != NULL)
        g_remove (path);
    }
  if (own != NULL)
    g_rmdir (own);
}

/* ── Three communes become one ───────────────────────────────────────────────────────────── */

static gint64
merge (Fixture *f)
{
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *unit = bv_unit_new ();

  bv_text_set (&unit->name, "Xã Thử Mới");
  bv_text_set (&unit->kind, "commune");
  unit->parent_id = f->office;
  bv_text_set (&succession->manner, "merge");
  g_array_append_vals (succession->predecessors, f->communes, G_N_ELEMENTS (f->communes));
  g_ptr_array_add (succession->successors, unit);
  bv_text_set (&succession->on_date, "2025-07-01");
  bv_text_set (&succession->basis, "Nghị quyết thử số 1");
  bv_register_succeed_units (f->store, succession, NULL, &error);
  g_assert_no_error (error);
  return unit->id;
}

static void
test_merged (Fixture *f, gconstpointer data)
{
  static const char *const untouched[] = {
    "award",    "decision",   "rating",      "initiative",    "registration", "registration_line",
    "dossier",  "nomination", "agenda_item", "meeting",       "revocation",   "fund_entry",
    "movement", "indicator",  "measurement", "office_period",
  };
  static const char *const rows[] = {
    "INSERT INTO rating (subject_id, year, grade) SELECT subject_id, 2024, 'HTXS' FROM unit"
    " WHERE kind = 'commune'",
    "INSERT INTO registration (year, unit_id, state) SELECT 2024, subject_id, 'approved' FROM unit"
    " WHERE kind = 'commune'",
    "INSERT INTO registration_line (registration_id, subject_id, form_code)"
    " SELECT id, unit_id, 'TTLDTT' FROM registration",
    "INSERT INTO dossier (title, year, manner, level, state) VALUES ('Hồ sơ thử năm 2024', 2024,"
    " 'CT', 'district', 'accepted')",
    "INSERT INTO nomination (dossier_id, subject_id, form_code, name_printed)"
    " SELECT 1, s.id, 'TTLDTT', s.name FROM subject s JOIN unit u ON u.subject_id = s.id"
    " WHERE u.kind = 'commune'",
    NULL,
  };
  Statements statements = { rows };
  g_autofree char *before[G_N_ELEMENTS (untouched)] = { NULL };
  g_autoptr (BvSubjectRecord) record = NULL;
  g_autoptr (BvSubjectRecord) old = NULL;
  g_autoptr (BvDocument) extract = NULL;
  g_autoptr (BvDocument) report_before = NULL;
  g_autoptr (BvDocument) report_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  const BvAnnualReport report = { .year = 2024, .number = "5", .date = "2025-01-15" };
  BvUnitsFilter filter = { 0 };
  gint64 decision;
  gint64 merged;

  decide (f, "GKH", 2023, f->communes, 2, "11", "2024-01-10");
  decision = decide (f, "TTLDTT", 2024, f->communes, 3, "12", "2025-01-10");
  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_statements, &statements, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  report_before = bv_annual_report_build (bv_lease_connection (lease), &report, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  for (guint i = 0; i < G_N_ELEMENTS (untouched); i++)
    before[i] = dump (f, untouched[i]);

  merged = merge (f);

  /* Not one row of what was done is written again. */
  for (guint i = 0; i < G_N_ELEMENTS (untouched); i++)
    {
      g_autofree char *after = dump (f, untouched[i]);

      g_assert_cmpstr (after, ==, before[i]);
      g_clear_pointer (&before[i], g_free);
    }

  /* Everything earlier is found under the new unit, with the names of then. */
  record = load (f, merged);
  g_assert_cmpuint (record->sections[BV_RECORD_AWARDS]->len, ==, 5);
  g_assert_cmpuint (bv_subject_record_count_awards (record), ==, 5);
  g_assert_cmpuint (record->sections[BV_RECORD_RATINGS]->len, ==, 3);
  g_assert_cmpuint (record->sections[BV_RECORD_REGISTRATIONS]->len, ==, 3);
  g_assert_cmpuint (record->sections[BV_RECORD_NOMINATIONS]->len, ==, 3);
  g_assert_cmpuint (record->sections[BV_RECORD_PREDECESSORS]->len, ==, 3);
  for (guint i = 0; i < 5; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (record->sections[BV_RECORD_AWARDS], i);

      g_assert_true (g_strv_contains (commune_names, entry->name_then)
                     || g_str_equal (entry->name_then, commune_names[2]));
    }
  old = load (f, f->communes[0]);
  g_assert_cmpuint (old->sections[BV_RECORD_AWARDS]->len, ==, 2);
  g_assert_cmpstr (
    ((BvRecordEntry *) g_ptr_array_index (old->sections[BV_RECORD_AWARDS], 0))->name_then, ==, "");

  /* The list of units counts them for the new one. */
  {
    g_autoptr (BvRowList) rows_list = bv_row_list_new (
      f->store, bv_register_units_source (&filter, BV_UNITS_SORT_ORGANISATION, FALSE));
    guint position;

    bv_row_list_wait (rows_list);
    position = bv_row_list_find (rows_list, merged);
    g_assert_cmpuint (position, !=, G_MAXUINT);
    g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows_list), position);
    g_assert_cmpint (bv_row_get_int (row, BV_UNITS_COLUMN_N_AWARDS), ==, 5);
  }

  /* The papers of 2024 stay as they were: list, report. */
  lease = bv_store_lease (f->store, &error);
  list = bv_award_list (bv_lease_connection (lease), decision, &error);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((BvAward *) g_ptr_array_index (list, i))->name_printed, ==, commune_names[i]);
  report_after = bv_annual_report_build (bv_lease_connection (lease), &report, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  before_text = read_pdf (report_before);
  after_text = read_pdf (report_after);
  g_assert_cmpstr (after_text, ==, before_text);

  extract = build (f, &(BvSubjectRecordPaper){ .subject_id = merged, .date = "2025-08-01" });
  text = read_pdf (extract);
  assert_contains (text, "Xã Thử Mới");
  assert_contains (text, "Xã Thử Thượng");
  assert_contains (text, "11/QĐ");
  assert_contains (text, "10/01/2024");
  assert_contains (text, "Sáp nhập, hợp nhất");
  write_all (extract, "record-unit");
}

/* Every row of every table, one a line with its table's name; @own leaves out the tables of the merger itself. */
static char *
dump_all (Fixture *f)
{
  static const char *const own[] = {
    "unit", "unit_succession", "subject", "membership", "household", "history", NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    bv_lease_connection (lease),
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    " AND name NOT LIKE 'derived%' ORDER BY 1",
    &error);
  GString *text = g_string_new (NULL);
  gboolean has_row;
  guint n = 0;

  g_assert_no_error (error);
  while (bv_statement_step (statement, &has_row, &error) && has_row)
    if (!g_strv_contains (own, bv_statement_text (statement, 0)))
      {
        g_autofree char *rows = dump (f, bv_statement_text (statement, 0));

        g_string_append_printf (text, "%s\n%s", bv_statement_text (statement, 0), rows);
        n++;
      }
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 30);
  return g_string_free (text, FALSE);
}

static void
assert_certificates (Fixture *f, gint64 decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvCertificates) certificates = bv_certificates_load (bv_lease_connection (lease),
                                                                  decision, NULL, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (certificates), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      BvCertificate certificate;

      bv_certificates_get (certificates, i, &certificate);
      g_assert_cmpstr (certificate.name, ==, commune_names[i]);
    }
}

/* What the law of 2026 finds of so many years in a row: the verdict of the condition on earlier awards. */
static BvVerdict
judge_earlier_awards (Fixture *f, gint64 subject, const char *form, guint *n_records)
{
  const BvEligibilityQuestion question = { .year = 2025, .date = "2026-01-20" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, &error);
  g_autoptr (BvFacts) facts = bv_facts_load (connection, 0, &error);
  g_autoptr (BvEligibility)
    result = bv_eligibility_judge (facts, regimes, &question, subject, form, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (result->findings, i);

      if (finding->kind == BV_CONDITION_AWARD)
        {
          *n_records = finding->records->len;
          return finding->verdict;
        }
    }
  g_error ("%s has no condition on earlier awards", form);
}

static void
test_merged_everywhere (Fixture *f, gconstpointer data)
{
  g_autofree char *fighter = g_strdup_printf (
    "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed, "
    "detail_printed)"
    " SELECT d.id, %d, 'CSTDCS', 'CT', 2025, 'Lò Thị Thử', 'Công chức, Xã Thử Mới' FROM decision d"
    " WHERE d.number = '20/QĐ-UBND'",
    (int) f->person);
  g_autofree char *initiative = g_strdup_printf (
    "INSERT INTO initiative (id, title, title_fold, year, state, scope, recognised_on,"
    " recognised_by, recognition_number, unit_id) VALUES (1, 'Sổ theo dõi hồ sơ thử', 'so', 2024,"
    " 'recognised', 'base', '2024-11-20', 'Hội đồng sáng kiến', '09/QĐ-UBND', %d)",
    (int) f->communes[1]);
  const char *const rows_before[] = {
    "INSERT INTO registration (year, unit_id, state) SELECT 2024, subject_id, 'approved' FROM unit"
    " WHERE kind = 'commune'",
    "INSERT INTO registration_line (registration_id, subject_id, form_code)"
    " SELECT id, unit_id, 'TTLDTT' FROM registration",
    initiative,
    NULL,
  };
  const char *const rows_after[] = {
    "INSERT INTO decision (number, on_date, title, year, level, issuer) VALUES ('20/QĐ-UBND',"
    " '2026-01-10', 'Thử', 2025, 'commune', 'Chủ tịch Ủy ban nhân dân xã')",
    fighter,
    NULL,
  };
  Statements before_merger = { rows_before };
  Statements after_merger = { rows_after };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BvSubjectRecord) record = NULL;
  g_autoptr (BvSubjectRecord) of_person = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) table = NULL;
  BvRegistrationResultFilter filter = { .year = 2024 };
  BvAwardFilter awards = BV_AWARD_FILTER_ALL;
  guint n_records = 0;
  gint64 decision, merged;

  decision = decide (f, "GKH", 2024, f->communes, 3, "12", "2025-01-10");
  decide (f, "TTLDTT", 2024, f->communes, 3, "13", "2025-01-10");
  decide (f, "CSTDCS", 2023, &f->person, 1, "14", "2024-01-10");
  decide (f, "CSTDCS", 2024, &f->person, 1, "15", "2025-01-10");
  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_statements, &before_merger, NULL, NULL, &error);
  g_assert_no_error (error);
  before = dump_all (f);
  merged = merge (f);
  after = dump_all (f);
  g_assert_cmpstr (after, ==, before);

  /* Certificates of then are printed again with the names of then. */
  assert_certificates (f, decision);

  /* The roll and the initiatives under the new unit; the person with everything, in a post of the new one. */
  awards.subject_id = merged;
  {
    g_autoptr (BvRowList)
      roll = bv_row_list_new (f->store, bv_award_source (&awards, BV_AWARD_ORDER_LIST));

    bv_row_list_wait (roll);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (roll)), ==, 6);
  }
  record = load (f, merged);
  g_assert_cmpuint (record->sections[BV_RECORD_INITIATIVES]->len, ==, 1);
  of_person = load (f, f->person);
  g_assert_cmpuint (record->sections[BV_RECORD_AWARDS]->len, ==, 6);
  g_assert_cmpuint (of_person->sections[BV_RECORD_POSTS]->len, ==, 2);

  /* Registered, achieved, awarded: by the new unit one finds the sheets of the old. */
  lease = bv_store_lease (f->store, &error);
  regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  filter.unit_id = merged;
  filter.form_code = "TTLDTT";
  table = bv_registration_result_list (bv_lease_connection (lease), regimes, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->len, ==, 3);
  for (guint i = 0; i < table->len; i++)
    g_assert_cmpstr (
      bv_row_get_text (g_ptr_array_index (table, i), BV_REGISTRATION_RESULT_COLUMN_OUTCOME), ==,
      "achieved");
  g_clear_pointer (&lease, bv_lease_free);

  /* Two years before the merger and one after it are three in a row; two are not. */
  g_assert_cmpint (judge_earlier_awards (f, f->person, "CSTDT", &n_records), ==,
                   BV_VERDICT_NOT_MET);
  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_statements, &after_merger, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (judge_earlier_awards (f, f->person, "CSTDT", &n_records), ==, BV_VERDICT_MET);
  g_assert_cmpuint (n_records, ==, 3);
}

/* ── A person ────────────────────────────────────────────────────────────────────────────── */

static void
test_person (Fixture *f, gconstpointer data)
{
  g_autofree char *person = g_strdup_printf ("%d", (int) f->person);
  g_autofree char *rating = g_strconcat (
    "INSERT INTO rating (subject_id, year, grade, general_points, result_points, decision_number,"
    " decision_date) VALUES (",
    person, ", 2022, 'HTXS', 2900, 6600, '30/QĐ-UBND', '2022-12-15')", NULL);
  g_autofree char *initiative = g_strdup (
    "INSERT INTO initiative (id, title, title_fold, year, state, scope, recognised_on,"
    " recognised_by, recognition_number) VALUES (1, 'Sổ theo dõi hồ sơ thử', 'so', 2022,"
    " 'recognised', 'base', '2022-11-20', 'Hội đồng sáng kiến', '09/QĐ-UBND')");
  g_autofree char *author = g_strconcat (
    "INSERT INTO initiative_author (initiative_id, person_id, share) VALUES (1, ", person,
    ", 6000)", NULL);
  g_autofree char *discipline = g_strconcat (
    "INSERT INTO discipline (subject_id, kind, on_date, until_date, number, body, ground) VALUES (",
    person, ", 'reprimand', '2020-03-01', '2021-03-01', '02/QĐ-UBND', 'UBND xã', 'Đi muộn')", NULL);
  g_autofree char *absence = g_strconcat (
    "INSERT INTO absence (person_id, kind, from_date, to_date) VALUES (", person,
    ", 'maternity', '2021-02-01', '2021-07-31')", NULL);
  const char *const rows[] = { rating, initiative, author, discipline, absence, NULL };
  Statements statements = { rows };
  g_autoptr (BvRevocation) revocation = bv_revocation_new ();
  g_autoptr (BvSubjectRecord) record = NULL;
  g_autoptr (BvDocument) extract = NULL;
  g_autoptr (BvDocument) short_extract = NULL;
  g_autoptr (GPtrArray) of_2022 = NULL;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *text = NULL;
  g_autofree char *short_text = NULL;
  g_autofree char *detail = NULL;
  gint64 taken;

  decide (f, "GKH", 2022, &f->person, 1, "5", "2023-03-01");
  taken = decide (f, "CSTDCS", 2021, &f->person, 1, "4", "2022-02-01");
  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_statements, &statements, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  awards = bv_award_list (bv_lease_connection (lease), taken, &error);
  revocation->award_id = ((BvAward *) g_ptr_array_index (awards, 0))->id;
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&revocation->number, "77/QĐ-UBND");
  bv_text_set (&revocation->on_date, "2023-02-01");
  bv_text_set (&revocation->ground, "violation");
  bv_revocation_save_act (f->store, revocation, NULL, &error);
  g_assert_no_error (error);

  record = load (f, f->person);
  g_assert_cmpuint (record->sections[BV_RECORD_AWARDS]->len, ==, 2);
  g_assert_cmpuint (bv_subject_record_count_awards (record), ==, 1);
  g_assert_cmpuint (record->sections[BV_RECORD_POSTS]->len, ==, 1);
  g_assert_cmpuint (record->sections[BV_RECORD_DISCIPLINE]->len, ==, 1);
  g_assert_cmpuint (record->sections[BV_RECORD_ABSENCES]->len, ==, 1);
  of_2022 = bv_subject_record_list_year (record, 2022);
  g_assert_cmpuint (of_2022->len, ==, 3); /* award, rating, initiative */
  detail = bv_record_entry_get_detail (g_ptr_array_index (of_2022, 2));
  assert_contains (detail, "60%");
  years = bv_subject_record_list_years (record);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2022);

  extract = build (f, &(BvSubjectRecordPaper){ .subject_id = f->person, .number = "3" });
  text = read_pdf (extract);
  assert_contains (text, "TRÍCH LỤC");
  assert_contains (text, "Hồ sơ thi đua, khen thưởng của bà Lò Thị Thử");
  assert_contains (text, "Số: 03/TL-PNV");
  assert_contains (text, "Tổng số lượt được khen thưởng: 01 (không kể 01 lượt đã bị thu hồi).");
  assert_contains (text, "Đã thu hồi");
  assert_contains (text, "77/QĐ");
  assert_contains (text, "(95 điểm)");
  assert_contains (text, "góp 60%");
  assert_contains (text, "Khiển trách");
  assert_contains (text, "Nghỉ thai sản");
  write_all (extract, "record-person");

  short_extract = build (
    f, &(BvSubjectRecordPaper){ .subject_id = f->person, .only_awards = TRUE, .from_year = 2022 });
  short_text = read_pdf (short_extract);
  assert_contains (short_text, "(Từ năm 2022)");
  g_assert_null (strstr (short_text, "77/QĐ"));
  g_assert_null (strstr (short_text, "Khiển trách"));
}

static void
test_household (Fixture *f, gconstpointer data)
{
  g_autoptr (BvDocument) extract = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *empty_text = NULL;
  g_autofree char *text = NULL;

  extract = build (f, &(BvSubjectRecordPaper){ .subject_id = f->household });
  empty_text = read_pdf (extract);
  assert_contains (empty_text, "Chưa có khen thưởng nào được ghi nhận.");
  g_clear_pointer (&extract, bv_document_free);
  decide (f, "GKH", 2022, &f->household, 1, "5", "2023-03-01");
  extract = build (f, &(BvSubjectRecordPaper){ .subject_id = f->household });
  text = read_pdf (extract);
  assert_contains (text, "Hộ ông Cầm Văn Mẫu");
  assert_contains (text, "05/QĐ");

  lease = bv_store_lease (f->store, &error);
  g_assert_null (bv_subject_record_load (bv_lease_connection (lease), 9999, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bv_subject_record_paper_build (
    bv_lease_connection (lease),
    &(BvSubjectRecordPaper){ .subject_id = f->household, .from_year = 2024, .to_year = 2020 },
    &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (g_strcmp0 (g_getenv ("BV_TODAY"), "2023-03-27") == 0)
    g_setenv ("BV_TODAY", "2026-03-27", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/subject-record/merged-communes", test_merged);
  ADD ("/subject-record/merged-everywhere", test_merged_everywhere);
  ADD ("/subject-record/person", test_person);
  ADD ("/subject-record/household", test_household);
  return g_test_run ();
}
