// SPDX-License-Identifier: GPL-3.0-or-later
/* From a decision in the store to the certificates of its list: which lines, which templates, whose
 * drawings, and the PDF read back by Poppler. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-certificates.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "store/bv-store.h"

#include <poppler.h>
#include <string.h>

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 teacher;
  gint64 household;
  gint64 decision;
} Fixture;

static gint64
query_int (BvStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  gint64 value = 0;
  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

static void
add_awards (Fixture *f, gint64 subject, const char *form, const char *achievement)
{
  g_autoptr (GError) error = NULL;
  guint n_added = 0;
  bv_award_add_act (f->store, f->decision, &subject, 1, form, BV_MANNER_MERIT, achievement, NULL,
                    &n_added, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 1);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDecision) decision = NULL;
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường Trung học cơ sở Mường Bú", "school",
                                       office, FALSE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Ánh Tuyết", "female", "", f->school,
                                          "Giáo viên", "direct");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Quàng Văn Ân", f->school, 0);

  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
    decision = bv_decision_new_draft (bv_lease_connection (lease), "2023-02-05", &error);
    g_assert_no_error (error);
  }
  bv_text_set (&decision->title, "Về việc tặng Giấy khen");
  decision->year = 2022;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  f->decision = decision->id;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
issue (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  bv_decision_issue_act (f->store, f->decision, "125/QĐ-UBND", "2023-02-05", NULL, NULL, &error);
  g_assert_no_error (error);
}

static BvCertificates *
load (Fixture *f, const gint64 *ids, guint n_ids, const char *template_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (f->store, error);
  return bv_certificates_load (bv_lease_connection (lease), f->decision, ids, n_ids, template_id,
                               error);
}

static char *
page_text (PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autofree char *raw = poppler_page_get_text (page);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);
  g_object_unref (page);
  return g_regex_replace_literal (space, raw, -1, 0, " ", 0, NULL);
}

static void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in: %s", part, text);
}

/* One PDF for the whole list, each award on the template of its own form. */
static void
test_whole_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) certificates = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *document = NULL;
  BvCertificateOptions options;
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;

  add_awards (f, f->school, "GKH", "Đã có thành tích xuất sắc năm học 2021 - 2022");
  add_awards (f, f->teacher, "CSTDCS",
              "Đã có thành tích xuất sắc trong phong trào thi đua năm 2022");
  add_awards (f, f->household, "GKH", "Đã có thành tích trong phong trào xóa đói giảm nghèo");
  issue (f);
  certificates = load (f, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (certificates), ==, 3);
  g_assert_cmpuint (bv_certificates_get_n_skipped (certificates), ==, 0);
  bv_certificates_init_options (certificates, &options);
  findings = bv_certificates_check (certificates, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  bytes = bv_certificates_to_bytes (certificates, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  title = poppler_document_get_title (document);
  author = poppler_document_get_author (document);
  g_assert_cmpstr (title, ==, "Giấy khen theo Quyết định số 125/QĐ-UBND");
  g_assert_cmpstr (author, ==, "Ủy ban nhân dân huyện Mường La");

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = page_text (document, i);
      assert_contains (text, "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA");
      assert_contains (text, "Quyết định số: 125/QĐ-UBND ngày 05 tháng 02 năm 2023");
      assert_contains (text, "Mường La, ngày 05 tháng 02 năm 2023");
      assert_contains (text, "Số sổ vàng:");
      assert_contains (text, "KT. CHỦ TỊCH");
      assert_contains (text, "Lò Văn Thử");
      if (strstr (text, "Ánh Tuyết"))
        {
          assert_contains (text, "Bà: Lò Thị Ánh Tuyết");
          assert_contains (text, "Giáo viên");
          assert_contains (text, "CHIẾN SĨ THI ĐUA CƠ SỞ");
        }
      else if (strstr (text, "Quàng Văn Ân"))
        assert_contains (text, "Hộ gia đình: ông Quàng Văn Ân");
      else
        assert_contains (text, "Tập thể: Trường Trung học cơ sở Mường Bú");
    }
  g_object_unref (document);
}

static void
test_chosen_part (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) certificates = NULL;
  BvCertificate certificate;
  gint64 id = 0;
  add_awards (f, f->school, "GKH", "Đã có thành tích xuất sắc");
  add_awards (f, f->teacher, "GKH", "Đã có thành tích xuất sắc");
  issue (f);
  id = query_int (f->store, "SELECT id FROM award WHERE name_printed LIKE 'Lò%'");
  certificates = load (f, &id, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (certificates), ==, 1);
  g_assert_cmpint (bv_certificates_get_award_id (certificates, 0), ==, id);
  bv_certificates_get (certificates, 0, &certificate);
  g_assert_cmpstr (certificate.name, ==, "Lò Thị Ánh Tuyết");
}

/* For "Lao động tiên tiến" the law has no certificate: left out and counted, unless a template is
 * asked for by name. */
static void
test_without_template (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) none = NULL;
  g_autoptr (BvCertificates) some = NULL;
  g_autoptr (BvCertificates) all = NULL;
  add_awards (f, f->teacher, "LDTT", "Đã hoàn thành tốt nhiệm vụ");
  issue (f);
  none = load (f, NULL, 0, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_clear_error (&error);
  all = load (f, NULL, 0, "giay-khen-huyen", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (all), ==, 1);
  some = load (f, NULL, 0, "khong-co", &error);
  g_assert_null (some);
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
}

static void
test_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) certificates = NULL;
  g_autofree char *path = g_build_filename (f->folder, "nhap.pdf", NULL);
  BvCertificateOptions options;
  add_awards (f, f->teacher, "GKH", "Đã có thành tích xuất sắc");
  certificates = load (f, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  bv_certificates_init_options (certificates, &options);
  g_assert_false (
    bv_certificates_write (certificates, &options, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT);
  assert_contains (error->message, "issue it first");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gboolean
put_file_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  GBytes *content = user_data;
  return bv_connection_run (connection, error,
                            "INSERT OR REPLACE INTO office_file (name, media_type, content, sha256)"
                            " VALUES ('certificate-frame', 'image/svg+xml', ?1, '')",
                            "b", content);
}

/* The office's own border comes from its file; a damaged one is told. */
static void
test_office_file (Fixture *f, gconstpointer data)
{
  static const char *const files[] = {
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 297 210'>"
    "<path fill='#080' d='M0 0H297V210H0Z'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 297 210'><path"
  };
  add_awards (f, f->teacher, "GKH", "Đã có thành tích xuất sắc");
  issue (f);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = g_bytes_new (files[i], strlen (files[i]));
      g_autoptr (BvCertificates) certificates = NULL;
      g_autoptr (GBytes) bytes = NULL;
      BvCertificateOptions options;
      bv_store_act (f->store, "Frame", BV_ACT_NONE, put_file_cb, content, NULL, NULL, &error);
      g_assert_no_error (error);
      certificates = load (f, NULL, 0, NULL, &error);
      g_assert_no_error (error);
      bv_certificates_init_options (certificates, &options);
      g_assert_nonnull (options.frame);
      bytes = bv_certificates_to_bytes (certificates, &options, NULL, NULL, &error);
      if (i == 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), <, 120000);
        }
      else
        {
          g_autoptr (GError) check = NULL;
          g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
          assert_contains (error->message, "certificate-frame");
          g_assert_null (bv_certificates_check (certificates, &options, &check));
          g_assert_error (check, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
        }
    }
}

static void
test_no_such_decision (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  f->decision = 4711;
  g_assert_null (load (f, NULL, 0, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/certificates/whole-list", Fixture, NULL, set_up, test_whole_list, tear_down);
  g_test_add ("/certificates/chosen-part", Fixture, NULL, set_up, test_chosen_part, tear_down);
  g_test_add ("/certificates/without-template", Fixture, NULL, set_up, test_without_template,
              tear_down);
  g_test_add ("/certificates/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/certificates/office-file", Fixture, NULL, set_up, test_office_file, tear_down);
  g_test_add ("/certificates/no-such-decision", Fixture, NULL, set_up, test_no_such_decision,
              tear_down);
  return g_test_run ();
}
