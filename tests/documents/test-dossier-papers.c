// SPDX-License-Identifier: GPL-3.0-or-later
/* Every paper of a dossier of 60 names, from one entry: on a real store, written as PDF and ODT, the PDF read back by
 * Poppler. What is typed for all of them is counted: at most twelve fields, and no name twice. */

#include "paper-sample.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "store/bv-connection.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the sample. */
#define N_UNITS 10
#define N_PERSONS 48
#define N_HOUSEHOLDS 2
#define N_NAMES (N_UNITS + N_PERSONS + N_HOUSEHOLDS)

typedef PaperSample Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  paper_sample_set_up (f, &paper_sample_district);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  paper_sample_tear_down (f);
}

/* One decision for all, with a bonus paid by hand: what the program makes of a dossier has its own tests. */
static gboolean
decide_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Fixture *f = user_data;
  g_autoptr (BvDecision) decision = bv_decision_new_draft (connection, "2023-03-27", error);
  g_autoptr (GPtrArray) nominations = bv_nomination_list (connection, f->dossier, error);

  g_assert_no_error (*error);
  decision->year = 2022;
  bv_text_set (&decision->title, "Về việc khen thưởng thành tích thi đua năm 2022");
  bv_text_set (&decision->proposal, "Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023");
  if (!bv_decision_save (connection, decision, error))
    return FALSE;
  for (guint i = 0; i + 1 < nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (nominations, i);
      g_autoptr (BvAward) award = bv_award_propose (connection, one->subject_id, one->form_code,
                                                    BV_MANNER_MERIT, 2022, "2023-03-27", error);

      g_assert_no_error (*error);
      award->decision_id = decision->id;
      bv_text_set (&award->achievement, one->achievement);
      if (award->bonus_computed < 0)
        award->bonus_paid = 200000;
      if (!bv_award_save (connection, award, error))
        return FALSE;
    }
  g_array_append_val (f->decisions, decision->id);
  return bv_connection_run (connection, error, "UPDATE decision SET dossier_id = ?1 WHERE id = ?2",
                            "ii", f->dossier, decision->id)
         && bv_decision_issue (connection, decision->id, "125", "2023-03-27", NULL, error);
}

static void
decide (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (f->store, "Decide", BV_ACT_NONE, decide_cb, f, NULL, NULL, &error);
  g_assert_no_error (error);
  f->n_typed += 2; /* number and date of the decision */
}

static void
test_all (Fixture *f, gconstpointer data)
{
  static const struct
  {
    BvPaperKind kind;
    int least_pages;
    const char *words[10];
  } papers[] = {
    { BV_PAPER_PROPOSAL,
      3,
      { "TỜ TRÌNH", "Số: 12/TTr-PNV", "Kính gửi: Chủ tịch Ủy ban nhân dân huyện Mường La.",
        "10 tập thể, 48 cá nhân, 02 hộ gia đình", "Biên bản họp Hội đồng Thi đua - Khen thưởng",
        "TRƯỞNG PHÒNG", "Nơi nhận:" } },
    { BV_PAPER_SUMMARY, 2, { "BẢNG TỔNG HỢP", "Kết quả thẩm định", "Chưa thẩm định" } },
    { BV_PAPER_OPINION,
      3,
      { "THÔNG BÁO", "từ ngày 01 tháng 3 năm 2023 đến hết ngày 14 tháng 3 năm 2023" } },
    { BV_PAPER_INVITATION, 2, { "GIẤY MỜI", "08 giờ 00 phút", "Phòng họp số 1" } },
    { BV_PAPER_BALLOT, 2, { "PHIẾU XÉT KHEN THƯỞNG", "Không đồng ý", "không ký" } },
    { BV_PAPER_MINUTES,
      3,
      { "BIÊN BẢN HỌP", "Có mặt 09/09 thành viên", "bỏ phiếu kín",
        "nhất trí đề nghị khen thưởng 10 tập thể, 48 cá nhân, 01 hộ gia đình", "44,4%", "88,9%",
        "THƯ KÝ" } },
    { BV_PAPER_COUNTING,
      2,
      { "BIÊN BẢN KIỂM PHIẾU", "Số phiếu phát ra", "BAN KIỂM PHIẾU", "Không đạt", "44,4%" } },
    { BV_PAPER_DECISION,
      3,
      { "QUYẾT ĐỊNH", "Số: 125/QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA",
        "Căn cứ Luật Thi đua, khen thưởng", "Tờ trình số 12/TTr-PNV", "Điều 3.",
        "Bằng chữ:", "Tổng cộng" } },
    { BV_PAPER_RESULT, 3, { "THÔNG BÁO", "Kết quả xét khen thưởng", "DANH SÁCH CHƯA THÔNG QUA" } },
    { BV_PAPER_PAYMENT, 2, { "Chi tiền thưởng", "Ký nhận", "Bằng chữ:" } },
  };

  paper_sample_enter (f);
  paper_sample_meet (f);
  paper_sample_vote (f);
  decide (f);
  g_test_message ("%u fields typed", f->n_typed);
  g_assert_cmpuint (f->n_typed, <=, 12);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (BvDocument) document = paper_sample_build (f, papers[i].kind, 0, 0);
      g_autofree char *text = NULL;
      int n_pages;
      /* The last household failed: it has no place in the decision and in what is paid. */
      guint n_households = papers[i].kind == BV_PAPER_DECISION || papers[i].kind == BV_PAPER_PAYMENT
                             ? 1
                             : 2;

      paper_sample_keep (document, bv_paper_kind_to_code (papers[i].kind));
      text = paper_sample_read (document, -1, &n_pages);
      g_test_message ("%s: %d pages", bv_paper_kind_to_code (papers[i].kind), n_pages);
      g_assert_cmpint (n_pages, >=, papers[i].least_pages);
      for (guint k = 0; papers[i].words[k] != NULL; k++)
        paper_sample_assert_has (text, papers[i].words[k]);
      /* Every name stands there, once. */
      g_assert_cmpuint (paper_sample_count_text (text, "số 10"), >=, 1);
      g_assert_cmpuint (paper_sample_count_text (text, "Lò Thị An"), ==, 1);
      g_assert_cmpuint (paper_sample_count_text (text, "Hộ Thử"), ==, n_households);
    }
}

/* What stands before the list of names is one page, and no line of it is torn. */
static void
test_first_page (Fixture *f, gconstpointer data)
{
  static const struct
  {
    BvPaperKind kind;
    const char *first[4];
    const char *second;
  } papers[] = {
    { BV_PAPER_PROPOSAL,
      { "theo quy định tại Điều 28", "xem xét, quyết định./.", "TRƯỞNG PHÒNG" },
      "DANH SÁCH Đề nghị công nhận" },
    { BV_PAPER_DECISION,
      { "19 tháng 6 năm 2015; Luật sửa đổi", "(bằng chữ: ba mươi ba triệu tám trăm nghìn đồng)",
        "Điều 3. Chánh Văn phòng", "Lò Văn Thử" },
      "DANH SÁCH Khen thưởng thành tích thi đua năm 2022 (Kèm theo Quyết định số "
      "125/QĐ-UBND" },
    { BV_PAPER_OPINION,
      { "Về việc lấy ý kiến đối với các tập thể, cá nhân, hộ gia đình", "theo quy định./." },
      "DANH SÁCH Tập thể, cá nhân, hộ gia đình đề nghị khen thưởng năm 2022" },
    { BV_PAPER_INVITATION,
      { "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "1. Nội dung: Xét khen thưởng năm 2022.", "./." },
      "DANH SÁCH Xét khen thưởng" },
    { BV_PAPER_RESULT, { "(danh sách A kèm theo)", "hộ gia đình biết./." }, "A. DANH SÁCH" },
    { BV_PAPER_BALLOT, { "PHIẾU XÉT KHEN THƯỞNG" }, NULL },
    { BV_PAPER_MINUTES,
      { "BIÊN BẢN HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG Về việc xét khen thưởng năm 2022" },
      "số phiếu đồng ý phải đạt trên 1/2" },
  };

  paper_sample_enter (f);
  paper_sample_meet (f);
  paper_sample_vote (f);
  decide (f);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (BvDocument) document = paper_sample_build (f, papers[i].kind, 0, 0);
      int n_pages;
      g_autofree char *first = paper_sample_read (document, 0, &n_pages);
      g_autofree char *second = paper_sample_read (document, 1, &n_pages);

      for (guint k = 0; k < G_N_ELEMENTS (papers[i].first) && papers[i].first[k] != NULL; k++)
        paper_sample_assert_has (first, papers[i].first[k]);
      if (papers[i].second != NULL)
        paper_sample_assert_has (second, papers[i].second);
      /* In the sentence that tells how, and over its column. */
      if (papers[i].kind == BV_PAPER_BALLOT)
        g_assert_cmpuint (paper_sample_count_text (first, "Không đồng ý"), ==, 2);
    }
}

static void
test_sums (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (BvDocument) document = NULL;
  int n_pages;

  paper_sample_enter (f);
  paper_sample_meet (f);
  paper_sample_vote (f);
  decide (f);
  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

    awards = bv_award_list (bv_lease_connection (lease), g_array_index (f->decisions, gint64, 0),
                            &error);
    g_assert_no_error (error);
  }
  /* ND 91/2017: 10 × 0,8 and 40 × 0,3 of 1.490.000, GKH 0,3 of it (rounded up to 10.000), a household by hand. */
  g_assert_cmpint (bv_award_sum (awards).bonus, ==,
                   10 * 1200000 + 40 * 450000 + 8 * 450000 + 200000);
  document = paper_sample_build (f, BV_PAPER_PAYMENT, 0, 0);
  text = paper_sample_read (document, -1, &n_pages);
  paper_sample_assert_has (text, "33.800.000");
  paper_sample_assert_has (text, "Ba mươi ba triệu tám trăm nghìn đồng");
}

static void
test_report (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GError) error = NULL;

  paper_sample_enter (f);
  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

    nominations = bv_nomination_list (bv_lease_connection (lease), f->dossier, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < nominations->len; i += 10)
    {
      const BvNomination *one = g_ptr_array_index (nominations, i);
      g_autoptr (BvDocument) document = NULL;
      g_autofree char *text = NULL;
      g_autofree char *name = g_strdup_printf ("bao-cao-%u", i);
      int n_pages;

      bv_nomination_set_report_part_act (f->store, one->id, "II.1", "Viết riêng cho phần này.",
                                         NULL, &error);
      g_assert_no_error (error);
      document = paper_sample_build (f, BV_PAPER_REPORT, one->id, 0);
      paper_sample_keep (document, name);
      text = paper_sample_read (document, -1, &n_pages);
      paper_sample_assert_has (text, "BÁO CÁO THÀNH TÍCH");
      paper_sample_assert_has (text, one->name_printed);
      paper_sample_assert_has (text, "Viết riêng cho phần này.");
      paper_sample_assert_has (text, one->subject_kind == BV_SUBJECT_UNIT
                                       ? "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"
                                       : "SƠ LƯỢC LÝ LỊCH");
      paper_sample_assert_has (text, "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG");
    }
}

static gboolean
set_manner_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const gpointer *data = user_data;
  const Fixture *f = data[0];

  /* What may be proposed in which manner has its own tests. */
  return bv_connection_run (connection, error, "UPDATE dossier SET manner = ?1 WHERE id = ?2", "si",
                            (const char *) data[1], f->dossier);
}

static gboolean
send_to_province_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const Fixture *f = user_data;

  return bv_connection_run (connection, error,
                            "UPDATE dossier SET level = 'province', manner = 'DX',"
                            " proposal_number = '' WHERE id = ?1",
                            "i", f->dossier)
         && bv_connection_run (connection, error,
                               "UPDATE nomination SET form_code = 'BKT' WHERE dossier_id = ?1"
                               " AND form_code = 'GKH'",
                               "i", f->dossier);
}

/* What is decided above is proposed by the committee, in its own name, and its award bears the name of that place. */
static void
test_above (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  paper_sample_enter (f);
  bv_store_act (f->store, "Send", BV_ACT_NONE, send_to_province_cb, f, NULL, NULL, &error);
  g_assert_no_error (error);
  document = paper_sample_build (f, BV_PAPER_PROPOSAL, 0, 0);
  paper_sample_keep (document, "to-trinh-tinh");
  text = paper_sample_read (document, -1, &n_pages);
  paper_sample_assert_has (text, "Số: …/TTr-UBND");
  paper_sample_assert_has (text, "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sơn La.");
  paper_sample_assert_has (text, "TM. ỦY BAN NHÂN DÂN");
  paper_sample_assert_has (text, "về thành tích đột xuất năm 2022");
  paper_sample_assert_has (text,
                           "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Sơn La cho 08 cá nhân");
  g_assert_null (strstr (text, "cấp tỉnh"));
}

static gboolean
set_posthumous_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE nomination SET is_posthumous = 1 WHERE id = ?1", "i",
                            *(const gint64 *) user_data);
}

/* Each manner of commendation has its own form. */
static void
test_report_manners (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *manner;
    guint subject; /* place among the nominations */
    const char *words[6];
    const char *none;
  } reports[] = {
    { "DX",
      N_UNITS,
      { "(Khen thưởng đột xuất)", "Khó khăn và nỗ lực", "Ý nghĩa của thành tích",
        "NGƯỜI BÁO CÁO THÀNH TÍCH", "TRỰC TIẾP XÁC NHẬN" },
      "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG" },
    { "DX", N_NAMES - 1, { "SƠ LƯỢC VỀ HỘ GIA ĐÌNH", "ĐẠI DIỆN HỘ GIA ĐÌNH" }, "Số: " },
    { "CH",
      N_UNITS,
      { "(Khen thưởng quá trình cống hiến)", "TÓM TẮT QUÁ TRÌNH CÔNG TÁC", "Từ tháng, năm",
        "Tổng cộng", "Quá trình tham gia công tác" },
      "Mức độ hoàn thành nhiệm vụ" },
    { "NH", N_UNITS, { "(Khen thưởng theo niên hạn)", "TÓM TẮT QUÁ TRÌNH CÔNG TÁC" }, "Số: " },
    { "DN",
      0,
      { "(Khen thưởng đối ngoại)", "THÀNH TÍCH, ĐÓNG GÓP", "ĐÃ ĐƯỢC VIỆT NAM GHI NHẬN",
        "THỦ TRƯỞNG ĐƠN VỊ" },
      "Mức độ hoàn thành nhiệm vụ" },
    { "CT",
      N_NAMES - 1,
      { "Hoàn cảnh gia đình", "ỦY BAN NHÂN DÂN CẤP XÃ", "năm 2022" },
      "Mức độ hoàn thành nhiệm vụ" },
    { "CT",
      0,
      { "“Tập thể lao động tiên tiến” năm 2022", "…/BC-…", "Hoạt động của tổ chức đảng" },
      "(Khen thưởng" },
  };
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GError) error = NULL;

  paper_sample_enter (f);
  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

    nominations = bv_nomination_list (bv_lease_connection (lease), f->dossier, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      const BvNomination *one = g_ptr_array_index (nominations, reports[i].subject);
      gpointer manner[] = { f, (gpointer) reports[i].manner };
      g_autoptr (BvDocument) document = NULL;
      g_autofree char *text = NULL;
      g_autofree char *name = g_strdup_printf ("bao-cao-%s-%u", reports[i].manner,
                                               reports[i].subject);
      int n_pages;

      bv_store_act (f->store, "Manner", BV_ACT_NONE, set_manner_cb, manner, NULL, NULL, &error);
      g_assert_no_error (error);
      document = paper_sample_build (f, BV_PAPER_REPORT, one->id, 0);
      paper_sample_keep (document, name);
      text = paper_sample_read (document, -1, &n_pages);
      paper_sample_assert_has (text, one->name_printed);
      for (guint k = 0; k < G_N_ELEMENTS (reports[i].words) && reports[i].words[k] != NULL; k++)
        paper_sample_assert_has (text, reports[i].words[k]);
      g_assert_null (strstr (text, reports[i].none));
      /* No dotted line runs over the margin. */
      g_assert_null (strstr (text, "… … …"));
    }
  /* Of one who has died the unit tells, and it is a gift to their memory. */
  {
    gint64 id = 0;
    g_autoptr (BvDocument) document = NULL;
    g_autofree char *text = NULL;
    int n_pages;

    for (guint i = 0; i < nominations->len; i++)
      {
        const BvNomination *one = g_ptr_array_index (nominations, i);

        if (one->subject_kind == BV_SUBJECT_PERSON && strcmp (one->form_code, "GKH") == 0)
          id = one->id;
      }
    g_assert_cmpint (id, !=, 0);
    bv_store_act (f->store, "Posthumous", BV_ACT_NONE, set_posthumous_cb, &id, NULL, NULL, &error);
    g_assert_no_error (error);
    document = paper_sample_build (f, BV_PAPER_REPORT, id, 0);
    text = paper_sample_read (document, -1, &n_pages);
    paper_sample_assert_has (text, "Đề nghị truy tặng Giấy khen");
    paper_sample_assert_has (text, "THỦ TRƯỞNG ĐƠN VỊ");
    g_assert_null (strstr (text, "NGƯỜI BÁO CÁO"));
  }
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  static const BvPaperKind kinds[] = { BV_PAPER_BALLOT, BV_PAPER_MINUTES, BV_PAPER_DECISION,
                                       BV_PAPER_REPORT };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDocument) document = NULL;

  paper_sample_enter (f);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      BvPaperOptions options = { .dossier_id = f->dossier };
      g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
      g_autofree char *missing = bv_dossier_paper_get_missing (bv_lease_connection (lease),
                                                               kinds[i], &options, &error);

      g_assert_no_error (error);
      g_assert_nonnull (missing);
      document = bv_dossier_paper_build (bv_lease_connection (lease), kinds[i], &options, &error);
      g_assert_null (document);
      g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
      g_assert_cmpstr (error->message, ==, missing);
      g_clear_error (&error);
    }
  paper_sample_meet (f);
  {
    BvPaperOptions options = { .dossier_id = f->dossier };
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
    g_autofree char *ballot = bv_dossier_paper_get_missing (bv_lease_connection (lease),
                                                            BV_PAPER_BALLOT, &options, &error);
    g_autofree char *minutes = bv_dossier_paper_get_missing (bv_lease_connection (lease),
                                                             BV_PAPER_MINUTES, &options, &error);

    g_assert_null (ballot);
    g_assert_nonnull (strstr (minutes, "vote"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/dossier-papers/all", test_all);
  ADD ("/dossier-papers/first-page", test_first_page);
  ADD ("/dossier-papers/sums", test_sums);
  ADD ("/dossier-papers/report", test_report);
  ADD ("/dossier-papers/report-manners", test_report_manners);
  ADD ("/dossier-papers/above", test_above);
  ADD ("/dossier-papers/missing", test_missing);
#undef ADD
  return g_test_run ();
}
