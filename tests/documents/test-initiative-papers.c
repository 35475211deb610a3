// SPDX-License-Identifier: GPL-3.0-or-later
/* Papers about initiatives, from a real store to the text that Poppler reads back. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-certificates.h"
#include "documents/bv-initiative-papers.h"
#include "merit/bv-council.h"
#include "merit/bv-initiative-session.h"
#include "store/bv-store.h"

#include <poppler.h>
#include <string.h>

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 uyen;
  gint64 an;
  gint64 good;
  gint64 poor;
  gint64 session;
} Fixture;

static gint64
add (Fixture *f, const char *title, gint64 first, gint64 second)
{
  g_autoptr (BvInitiative) self = bv_initiative_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&self->title, title);
  self->year = 2023;
  self->unit_id = f->school;
  bv_initiative_add_author (self, first, 10000, "", "");
  if (second != 0)
    bv_initiative_add_author (self, second, 0, "", "");
  bv_initiative_share_evenly (self);
  bv_initiative_save_act (f->store, self, NULL, &error);
  g_assert_no_error (error);
  bv_initiative_submit_act (f->store, self->id, "2023-03-01", NULL, &error);
  g_assert_no_error (error);
  return self->id;
}

static void
mark (Fixture *f, gint64 id, int position, int newness, int effect, int spread, int looks)
{
  const BvInitiativeMark marks[] = {
    { position, "newness", newness * (gint64) 100 },
    { position, "effect", effect * (gint64) 100 + 50 },
    { position, "spread", spread * (gint64) 100 },
    { position, "presentation", looks * (gint64) 100 },
  };
  g_autoptr (GError) error = NULL;

  bv_initiative_set_marks_act (f->store, id, marks, G_N_ELEMENTS (marks), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (BvInitiativeSession) session = bv_initiative_session_new ();
  g_autoptr (GError) error = NULL;
  gint64 office;
  gint64 both[2];

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", office, FALSE);
  f->uyen = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school,
                                       "Giáo viên", "direct");
  f->an = bv_test_office_add_person (f->store, "Quàng Văn Ân", "male", "Thái", f->school, "Kế toán",
                                     "direct");
  f->good = both[0] = add (f, "Bài giảng điện tử", f->uyen, f->an);
  f->poor = both[1] = add (f, "Vườn rau của trường", f->an, 0);
  session->year = 2023;
  bv_text_set (&session->period, "Q1");
  bv_text_take (&session->title, bv_initiative_session_suggest_title (2023, "Q1"));
  bv_text_set (&session->on_date, "2023-03-20");
  bv_text_set (&session->chair, "Cầm Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân huyện");
  bv_initiative_session_save_act (f->store, session, NULL, &error);
  g_assert_no_error (error);
  f->session = session->id;
  bv_initiative_session_put_act (f->store, f->session, both, 2, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static BvDocument *
build (Fixture *f, BvInitiativePaper paper, const BvInitiativePaperOptions *options, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (f->store, error);

  return bv_initiative_paper_build (bv_lease_connection (lease), paper, options, error);
}

/* All text of the PDF with every run of blanks as one space. */
static char *
print (Fixture *f, BvInitiativePaper paper, const BvInitiativePaperOptions *options, int *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDocument) document = build (f, paper, options, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  PopplerDocument *pdf;
  char *clean;

  g_assert_no_error (error);
  bytes = bv_document_to_pdf (document, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (pdf);
  for (int i = 0; i < *n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *part = poppler_page_get_text (page);

      g_string_append_printf (text, "%s\n", part);
      g_object_unref (page);
    }
  g_object_unref (pdf);
  clean = g_regex_replace_literal (blanks, text->str, -1, 0, " ", 0, &error);
  g_assert_no_error (error);
  return clean;
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
decide (Fixture *f)
{
  const BvInitiativeDecision decision = { "7", "2023-03-22", NULL, NULL };
  g_autoptr (GError) error = NULL;

  mark (f, f->good, 1, 25, 30, 15, 8);
  mark (f, f->good, 2, 25, 31, 15, 8);
  mark (f, f->poor, 1, 5, 15, 10, 5);
  mark (f, f->poor, 2, 15, 30, 15, 8);
  mark (f, f->poor, 3, 5, 10, 10, 5);
  bv_initiative_session_decide_act (f->store, f->session, &decision, NULL, &error);
  g_assert_no_error (error);
}

static void
test_sheets (Fixture *f, gconstpointer data)
{
  BvInitiativePaperOptions options = { .session_id = f->session };
  g_autofree char *blank = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *one = NULL;
  int n_pages;

  blank = print (f, BV_INITIATIVE_PAPER_SHEETS, &options, &n_pages);
  g_assert_cmpint (n_pages, ==, 4); /* two examiners for each of two */
  assert_says (blank, "PHIẾU CHẤM ĐIỂM SÁNG KIẾN (Kỳ họp xét, công nhận sáng kiến quý I năm 2023)");
  assert_says (blank, "HỘI ĐỒNG SÁNG KIẾN");
  assert_says (blank, "Đồng tác giả: Lò Thị Uyên (50%), Quàng Văn Ân (50%).");
  assert_says (blank, "Hiệu quả áp dụng");
  g_assert_null (strstr (blank, "30,5"));
  decide (f);
  filled = print (f, BV_INITIATIVE_PAPER_SHEETS, &options, &n_pages);
  g_assert_cmpint (n_pages, ==, 5); /* a third for one */
  assert_says (filled, "30,5");
  assert_says (filled, "78,5");
  assert_says (filled, "Giám khảo số 3");
  options.is_blank = TRUE;
  options.initiative_id = f->good;
  one = print (f, BV_INITIATIVE_PAPER_SHEETS, &options, &n_pages);
  g_assert_cmpint (n_pages, ==, 2);
  g_assert_null (strstr (one, "30,5"));
}

static void
test_minutes (Fixture *f, gconstpointer data)
{
  BvInitiativePaperOptions options = { .session_id = f->session };
  g_autoptr (BvCouncil) council = bv_council_new ();
  g_autoptr (BvCouncilMember) member = bv_council_member_new ();
  g_autofree char *open = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int n_pages;

  open = print (f, BV_INITIATIVE_PAPER_MINUTES, &options, &n_pages);
  assert_says (open, "công nhận …… sáng kiến");
  bv_text_set (&council->kind, "initiative");
  bv_text_set (&council->name, "Hội đồng Sáng kiến huyện Mường La");
  bv_council_save_act (f->store, council, NULL, &error);
  g_assert_no_error (error);
  member->council_id = council->id;
  bv_text_set (&member->name, "Cầm Văn Mẫu");
  bv_text_set (&member->honorific, "Ông");
  bv_text_set (&member->post, "Phó Chủ tịch Ủy ban nhân dân huyện");
  bv_text_set (&member->role, "chair");
  bv_council_member_save_act (f->store, member, NULL, &error);
  g_assert_no_error (error);
  decide (f);
  bv_initiative_session_undecide_act (f->store, f->session, NULL, &error);
  bv_initiative_set_verdict_act (f->store, f->poor, "recognise", "Đã áp dụng toàn huyện", NULL,
                                 &error);
  g_assert_no_error (error);
  text = print (f, BV_INITIATIVE_PAPER_MINUTES, &options, &n_pages);
  assert_says (text, "BIÊN BẢN Họp Hội đồng sáng kiến xét, công nhận sáng kiến quý I năm 2023");
  assert_says (text, "Thành viên Hội đồng: 01 đồng chí");
  assert_says (text, "Ông Cầm Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân huyện, Chủ tịch Hội đồng");
  assert_says (text, "thang 100 điểm");
  assert_says (text, "từ 50 điểm trở lên");
  assert_says (text, "78,5");
  assert_says (text, "79,5");
  assert_says (text, "quyết định công nhận sáng kiến “Vườn rau của trường”. Lý do: Đã áp dụng toàn "
                     "huyện.");
  assert_says (text, "công nhận 02 sáng kiến theo kết quả nêu trên");
  g_assert_null (strstr (text, "không công nhận 00"));
  assert_says (text, "CHỦ TỊCH HỘI ĐỒNG");
}

static void
test_decision (Fixture *f, gconstpointer data)
{
  BvInitiativePaperOptions options = { .session_id = f->session };
  g_autoptr (BvDocument) none = NULL;
  g_autofree char *text = NULL;
  g_autofree char *odt = g_build_filename (f->folder, "qd.odt", NULL);
  g_autofree char *xlsx = g_build_filename (f->folder, "qd.xlsx", NULL);
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  int n_pages;

  none = build (f, BV_INITIATIVE_PAPER_DECISION, &options, &error);
  g_assert_null (none);
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_clear_error (&error);
  decide (f);
  text = print (f, BV_INITIATIVE_PAPER_DECISION, &options, &n_pages);
  assert_says (text, "Số: 07/QĐ-UBND");
  assert_says (text, "Mường La, ngày 22 tháng 3 năm 2023");
  assert_says (text, "Về việc công nhận sáng kiến quý I năm 2023");
  assert_says (text, "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA");
  assert_says (text, "Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012");
  assert_says (text, "Nghị định số 91/2017/NĐ-CP");
  assert_says (text, "Căn cứ Biên bản họp Hội đồng sáng kiến ngày 20 tháng 3 năm 2023;");
  assert_says (text, "Theo đề nghị của Trưởng phòng Nội vụ.");
  assert_says (text, "Điều 3. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng "
                     "Nội vụ, thủ trưởng các cơ quan");
  assert_says (text, "Điều 1. Công nhận 01 sáng kiến quý I năm 2023");
  assert_says (text, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
  assert_says (text, "(Kèm theo Quyết định số 07/QĐ-UBND ngày 22 tháng 3 năm 2023");
  assert_says (text, "Lò Thị Uyên, Giáo viên, Trường THCS Mường Bú");
  assert_says (text, "Quàng Văn Ân, Kế toán, Trường THCS Mường Bú");
  g_assert_null (strstr (text, "Vườn rau"));
  document = build (f, BV_INITIATIVE_PAPER_DECISION, &options, &error);
  g_assert_true (bv_document_write (document, BV_DOCUMENT_FORMAT_ODT, odt, &error));
  g_assert_true (bv_document_write (document, BV_DOCUMENT_FORMAT_XLSX, xlsx, &error));
  g_assert_no_error (error);
}

static BvCertificates *
load_certificates (Fixture *f, const BvInitiativeCertificates *wanted, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (f->store, error);

  return bv_certificates_load_initiatives (bv_lease_connection (lease), wanted, error);
}

/* One certificate for each author of what was recognised; nobody's before, and not of what another body recognised. */
static void
test_certificates (Fixture *f, gconstpointer data)
{
  const BvInitiativeCertificates of_session = { .session_id = f->session };
  const BvInitiativeCertificates of_one = { .initiative_id = f->good, .person_id = f->an };
  const BvInitiativeCertificates of_poor = { .initiative_id = f->poor };
  const BvInitiativeRecognition elsewhere = { .scope = "province",
                                              .number = "812/QĐ-UBND",
                                              .date = "2023-03-25",
                                              .by = "Chủ tịch Ủy ban nhân dân tỉnh Sơn La" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) batch = load_certificates (f, &of_session, &error);
  g_autoptr (GPtrArray) findings = NULL;
  BvCertificateOptions options;
  BvCertificate texts;
  gint64 other;

  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_null (batch);
  g_clear_error (&error);
  decide (f);
  batch = load_certificates (f, &of_session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (batch), ==, 2);
  bv_certificates_get (batch, 0, &texts);
  g_assert_cmpstr (texts.name, ==, "Lò Thị Uyên");
  g_assert_cmpstr (texts.honorific, ==, "Bà");
  g_assert_cmpstr (texts.detail, ==, "Giáo viên, Trường THCS Mường Bú");
  g_assert_cmpstr (texts.achievement, ==, "Là đồng tác giả (tỷ lệ đóng góp 50%) của sáng kiến");
  g_assert_cmpstr (texts.work, ==, "“Bài giảng điện tử”");
  g_assert_cmpstr (texts.reach, ==, "Phạm vi ảnh hưởng: cấp cơ sở");
  g_assert_cmpstr (texts.applied, ==, "Áp dụng lần đầu tại Trường THCS Mường Bú");
  g_assert_cmpstr (texts.decision_number, ==, "07/QĐ-UBND");
  g_assert_cmpstr (texts.issuer, ==, "Chủ tịch Ủy ban nhân dân huyện Mường La");
  bv_certificates_init_options (batch, &options);
  findings = bv_certificates_check (batch, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&batch, bv_certificates_free);

  batch = load_certificates (f, &of_one, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (batch), ==, 1);
  bv_certificates_get (batch, 0, &texts);
  g_assert_cmpstr (texts.name, ==, "Quàng Văn Ân");
  g_clear_pointer (&batch, bv_certificates_free);

  g_assert_null (load_certificates (f, &of_poor, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_clear_error (&error);

  other = add (f, "Lịch trực bằng điện thoại", f->uyen, 0);
  bv_initiative_recognise_act (f->store, other, &elsewhere, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
    load_certificates (f, &(BvInitiativeCertificates){ .initiative_id = other }, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "Another body"));
}

/* A title of the greatest length still fits under the longest name, on either paper. */
static void
test_certificate_long (Fixture *f, gconstpointer data)
{
  const BvInitiativeCertificates of_all = { .session_id = f->session };
  gint64 longest = bv_test_office_add_person (
    f->store, "Hoàng Công Tằng Tôn Nữ Thị Khánh Hương", "female", "Kinh", f->school,
    "Phó Hiệu trưởng phụ trách chuyên môn và phổ cập giáo dục, xóa mù chữ", "leader");
  gint64 id = add (f,
                   "Giải pháp nâng cao chất lượng dạy học tiếng Việt cho học sinh dân tộc thiểu số "
                   "vùng đặc biệt khó khăn tại các trường phổ thông dân tộc bán trú bằng học liệu "
                   "số song ngữ và tổ cha mẹ cùng đọc sách mỗi tối",
                   longest, f->an);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificates) batch = NULL;

  bv_initiative_session_put_act (f->store, f->session, &id, 1, NULL, &error);
  g_assert_no_error (error);
  mark (f, id, 1, 25, 30, 15, 8);
  mark (f, id, 2, 25, 31, 15, 8);
  decide (f);
  batch = load_certificates (f, &of_all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bv_certificates_get_n_pages (batch), ==, 4);
  for (int paper = BV_PAPER_A4; paper <= BV_PAPER_A3; paper++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      BvCertificateOptions options;

      bv_certificates_init_options (batch, &options);
      options.paper = (BvPaper) paper;
      findings = bv_certificates_check (batch, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
  g_test_add ("/initiative-papers/sheets", Fixture, NULL, set_up, test_sheets, tear_down);
  g_test_add ("/initiative-papers/minutes", Fixture, NULL, set_up, test_minutes, tear_down);
  g_test_add ("/initiative-papers/decision", Fixture, NULL, set_up, test_decision, tear_down);
  g_test_add ("/initiative-papers/certificates", Fixture, NULL, set_up, test_certificates,
              tear_down);
  g_test_add ("/initiative-papers/certificate-long", Fixture, NULL, set_up, test_certificate_long,
              tear_down);
  return g_test_run ();
}
