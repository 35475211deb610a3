// SPDX-License-Identifier: GPL-3.0-or-later
/* The pages of the papers of a dossier: of three offices, with one, seven and sixty names. */

#include "paper-sample.h"

#include "merit/bv-nomination.h"
#include "store/bv-connection.h"

#include <glib/gstdio.h>
#include <string.h>

static void
keep_all (PaperSample *self, const char *of)
{
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < BV_PAPER_REPORT; kind++)
    {
      guint n = bv_paper_kind_needs_decision (kind) ? self->decisions->len : 1;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BvDocument) document = paper_sample_build (
            self, kind, 0, n > 1 ? g_array_index (self->decisions, gint64, i) : 0);
          g_autofree char *name = g_strdup_printf ("%s-%s-%u", of, bv_paper_kind_to_code (kind), i);

          paper_sample_keep (document, name);
        }
    }
  {
    g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);

    nominations = bv_nomination_list (bv_lease_connection (lease), self->dossier, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < nominations->len; i += MAX (1, nominations->len / 3))
    {
      const BvNomination *one = g_ptr_array_index (nominations, i);
      g_autoptr (BvDocument) document = paper_sample_build (self, BV_PAPER_REPORT, one->id, 0);
      g_autofree char *name = g_strdup_printf ("%s-bao-cao-%u", of, i);

      paper_sample_keep (document, name);
    }
}

static void
test_offices (void)
{
  static const struct
  {
    const PaperSampleTerms *terms;
    const char *name;
  } offices[] = {
    { &paper_sample_district, "huyen" },
    { &paper_sample_commune, "xa" },
    { &paper_sample_province, "tinh" },
  };
  static const guint numbers[][3] = { { 0, 1, 0 }, { 2, 4, 1 }, { 10, 48, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
      {
        PaperSample sample = { 0 };
        PaperSampleTerms terms = *offices[i].terms;
        g_autofree char *of = g_strdup_printf ("%s-%u", offices[i].name,
                                               numbers[k][0] + numbers[k][1] + numbers[k][2]);

        terms.n_units = numbers[k][0];
        terms.n_persons = numbers[k][1];
        terms.n_households = numbers[k][2];
        terms.is_open = k == 1 && i < 2;
        g_test_message ("%s", of);
        paper_sample_set_up (&sample, &terms);
        paper_sample_go (&sample);
        keep_all (&sample, of);
        paper_sample_tear_down (&sample);
      }
}

/* What the paper of one office says at one time; @kind, words, and what may not stand there. */
typedef struct
{
  const PaperSampleTerms *terms;
  int shift; /* years by which all dates move */
  BvPaperKind kind;
  const char *words[8];
  const char *none;
} Words;

static char *
move_year (const char *date, int shift)
{
  return g_strdup_printf ("%d%s", (int) g_ascii_strtoll (date, NULL, 10) + shift, date + 4);
}

static void
check_words (const Words *self)
{
  PaperSample sample = { 0 };
  PaperSampleTerms terms = *self->terms;
  g_autofree char *received = move_year (terms.received, self->shift);
  g_autofree char *proposed = move_year (terms.proposed, self->shift);
  g_autofree char *from = move_year (terms.opinion[0], self->shift);
  g_autofree char *to = move_year (terms.opinion[1], self->shift);
  g_autofree char *met = move_year (terms.met, self->shift);
  g_autofree char *decided = move_year (terms.decided, self->shift);
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  terms.year += self->shift;
  terms.received = received;
  terms.proposed = proposed;
  terms.opinion[0] = from;
  terms.opinion[1] = to;
  terms.met = met;
  terms.decided = decided;
  terms.n_units = 1;
  terms.n_persons = 6;
  terms.n_households = 2; /* one of whom does not pass */
  paper_sample_set_up (&sample, &terms);
  paper_sample_go (&sample);
  document = paper_sample_build (&sample, self->kind, 0, 0);
  text = paper_sample_read (document, -1, &n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (self->words) && self->words[i] != NULL; i++)
    paper_sample_assert_has (text, self->words[i]);
  if (self->none != NULL && strstr (text, self->none) != NULL)
    g_test_message ("“%s” in: %s", self->none, text);
  g_assert_true (self->none == NULL || strstr (text, self->none) == NULL);
  paper_sample_tear_down (&sample);
}

/* Posts, bodies and who signs follow from the office. */
static void
test_authorities (void)
{
  static const Words papers[] = {
    { &paper_sample_district,
      0,
      BV_PAPER_PROPOSAL,
      { "Số: 12/TTr-PNV", "TRƯỞNG PHÒNG",
        "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Mường La cho",
        "(Kèm theo Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023 của Phòng Nội vụ)" },
      "cấp huyện" },
    { &paper_sample_district,
      0,
      BV_PAPER_DECISION,
      { "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023.",
        "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng Nội vụ",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" },
      "DANH SÁCH Về việc" },
    { &paper_sample_commune,
      0,
      BV_PAPER_DECISION,
      { "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MƯỜNG BÚ",
        "Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-PVHXH",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Mường Bú" },
      "cấp xã" },
    { &paper_sample_commune,
      0,
      BV_PAPER_PROPOSAL,
      { "Số: 12/TTr-PVHXH", "Lao động tiên tiến” cho 05 cá nhân, theo quy định tại Điều 24 Luật",
        "theo quy định tại điểm đ khoản 1 Điều 75 Luật Thi đua, khen thưởng" },
      "Điều 75 khoản 1" },
    { &paper_sample_province,
      0,
      BV_PAPER_PROPOSAL,
      { "SỞ NỘI VỤ", "Số: 12/TTr-SNV", "GIÁM ĐỐC",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "ngày 03 tháng 02 năm 2025" },
      "TRƯỞNG PHÒNG" },
    { &paper_sample_province,
      0,
      BV_PAPER_DECISION,
      { "Theo đề nghị của Giám đốc Sở Nội vụ", "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở",
        "Lưu: VT, SNV. CHỦ TỊCH" },
      "TM." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    check_words (&papers[i]);
}

/* The legal bases are those of the paper's day. */
static void
test_bases (void)
{
  static const Words papers[] = {
    { &paper_sample_district,
      -1,
      BV_PAPER_DECISION,
      { "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "Nghị định số 91/2017/NĐ-CP" },
      "năm 2022; " },
    { &paper_sample_province,
      -1,
      BV_PAPER_DECISION,
      { "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 98/2023/NĐ-CP" },
      "91/2017" },
    { &paper_sample_commune,
      0,
      BV_PAPER_DECISION,
      { "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Nghị định số 129/2025/NĐ-CP", "Nghị định số 152/2025/NĐ-CP" },
      "98/2023" },
    { &paper_sample_commune,
      2,
      BV_PAPER_PROPOSAL,
      { "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
        "Nghị định số 152/2025/NĐ-CP" },
      "98/2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    check_words (&papers[i]);
}

/* ── Pages ───────────────────────────────────────────────────────────────────────────────── */

/* Lists of sixty long names: the head on every page, no signature without a row, no word and no sum broken. */
static void
test_lists (void)
{
  static const struct
  {
    BvPaperKind kind;
    gboolean begins_with_list;
    const char *last[3]; /* on the last page */
  } papers[] = {
    { BV_PAPER_SUMMARY, TRUE, { "STT", "Tổng số đề nghị", "NGƯỜI LẬP" } },
    { BV_PAPER_PAYMENT, TRUE, { "Tổng cộng", "Bằng chữ", "THỦ TRƯỞNG ĐƠN VỊ" } },
    { BV_PAPER_COUNTING, TRUE, { "STT", "Biên bản được lập xong", "BAN KIỂM PHIẾU" } },
    { BV_PAPER_MINUTES, FALSE, { "STT", "lập thành 02 bản", "CHỦ TỊCH HỘI ĐỒNG" } },
    { BV_PAPER_PROPOSAL, FALSE, { "STT", "Hộ Thử2" } },
    { BV_PAPER_BALLOT, TRUE, { "STT", "không ký" } },
  };
  PaperSample sample = { 0 };

  paper_sample_set_up (&sample, &paper_sample_province);
  paper_sample_go (&sample);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      /* Of the decision on titles, whose sum is the longest number. */
      g_autoptr (BvDocument) document = paper_sample_build (
        &sample, papers[i].kind, 0, g_array_index (sample.decisions, gint64, 0));
      int n_pages;
      g_autofree char *first = paper_sample_read (document, 0, &n_pages);
      g_autofree char *last = paper_sample_read (document, n_pages - 1, &n_pages);

      g_test_message ("%s: %d pages", bv_paper_kind_to_code (papers[i].kind), n_pages);
      g_assert_cmpint (n_pages, >, 3);
      paper_sample_assert_has (first, "ỦY BAN NHÂN DÂN");
      if (papers[i].begins_with_list)
        paper_sample_assert_has (first, "STT");
      for (int page = papers[i].begins_with_list ? 1 : 2; page < n_pages; page++)
        {
          g_autofree char *text = paper_sample_read (document, page, &n_pages);
          g_autofree char *number = g_strdup_printf ("%d ", page + 1);

          g_assert_true (g_str_has_prefix (text, number));
          paper_sample_assert_has (text, "STT");
        }
      for (guint k = 0; k < G_N_ELEMENTS (papers[i].last) && papers[i].last[k] != NULL; k++)
        paper_sample_assert_has (last, papers[i].last[k]);
      if (papers[i].kind == BV_PAPER_PAYMENT)
        paper_sample_assert_has (last, "315.900.000");
    }
  paper_sample_tear_down (&sample);
}

/* The words of a sum never begin a page: the last row and the sum come along, whatever stands below or not. */
static void
test_sum_stays (void)
{
  for (guint n = 20; n < 34; n++)
    {
      g_autoptr (BvDocument) document = bv_document_new ("Danh sách");
      BvTableBlock *table = bv_document_add_table (document, "Danh sách");
      g_autofree char *last = NULL;
      int n_pages;

      bv_table_block_add_column (table, 1, BV_ALIGN_CENTRE);
      bv_table_block_add_column (table, 5, BV_ALIGN_RIGHT);
      bv_table_block_add_row (table, BV_ROW_HEAD);
      bv_table_block_add_text (table, "STT");
      bv_table_block_add_text (table, "Tiền");
      for (guint i = 0; i < n; i++)
        {
          bv_table_block_add_row (table, BV_ROW_BODY);
          bv_table_block_add_number (table, i + 1, 0, NULL);
          bv_table_block_add_number (table, 1000, 0, NULL);
        }
      bv_table_block_add_row (table, BV_ROW_TOTAL);
      bv_table_block_add_text (table, "Tổng cộng");
      bv_table_block_add_number (table, n * 1000, 0, NULL);
      bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, "Bằng chữ: …");
      last = paper_sample_read (document, -1, &n_pages);
      g_clear_pointer (&last, g_free);
      last = paper_sample_read (document, n_pages - 1, &n_pages);
      paper_sample_assert_has (last, "Bằng chữ");
      paper_sample_assert_has (last, "Tổng cộng");
      paper_sample_assert_has (last, "1.000");
    }
}

/* How tightly a text of @n_lines short paragraphs is set. */
static guint
tighten (guint n_lines, int *n_pages)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thông báo");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_lines; i++)
    bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, "Một dòng.");
  g_assert_true (bv_document_fit (document, &error));
  g_assert_no_error (error);
  text = paper_sample_read (document, -1, n_pages);
  return bv_document_get_tightness (document);
}

/* From 14 points to 13,5, and to 13 only where that does not do; back to 14 where nothing is won. */
static void
test_tightness (void)
{
  guint before = 0;
  gboolean was_loose = FALSE;
  guint n_of[3] = { 0 };

  for (guint n = 20; n < 44; n++)
    {
      int n_pages;
      guint tightness = tighten (n, &n_pages);

      g_assert_cmpuint (tightness, <=, 2);
      n_of[tightness]++;
      was_loose = was_loose || (before == 2 && tightness == 0);
      /* No step is left out. */
      if (tightness > before)
        g_assert_cmpuint (tightness, ==, before + 1);
      if (tightness > 0)
        g_assert_cmpint (n_pages, ==, 1);
      before = tightness;
    }
  g_assert_cmpuint (n_of[1], >=, 1);
  g_assert_cmpuint (n_of[2], >=, 1);
  g_assert_true (was_loose);
}

/* A department keeps its own paper, a committee's is kept by its registry and by the department that wrote it; who pays
 * signs with whoever keeps the books. */
static void
test_who_keeps (void)
{
  PaperSample sample = { 0 };
  PaperSampleTerms terms = paper_sample_district;
  static const struct
  {
    BvPaperKind kind;
    const char *words;
  } papers[] = {
    { BV_PAPER_PROPOSAL, "- Lưu: VT." },      { BV_PAPER_OPINION, "- Lưu: VT." },
    { BV_PAPER_RESULT, "- Lưu: VT." },        { BV_PAPER_INVITATION, "- Lưu: VT, PNV." },
    { BV_PAPER_DECISION, "- Lưu: VT, PNV." }, { BV_PAPER_PAYMENT, "NGƯỜI LẬP" },
    { BV_PAPER_PAYMENT, "KẾ TOÁN" },          { BV_PAPER_PAYMENT, "THỦ TRƯỞNG ĐƠN VỊ" },
  };

  terms.n_units = 1;
  terms.n_persons = 2;
  terms.n_households = 0;
  paper_sample_set_up (&sample, &terms);
  paper_sample_go (&sample);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (BvDocument) document = paper_sample_build (&sample, papers[i].kind, 0, 0);
      int n_pages;
      g_autofree char *text = paper_sample_read (document, -1, &n_pages);

      paper_sample_assert_has (text, papers[i].words);
    }
  paper_sample_tear_down (&sample);
}

/* The number of a document is one word on its line. */
static void
test_numbers_whole (void)
{
  for (guint n = 1; n < 40; n++)
    {
      g_autoptr (BvDocument) document = bv_document_new ("Số");
      g_autofree char *dots = g_strnfill (n, 'm');
      g_autofree char *text = g_strdup_printf ("Theo đề nghị của Trưởng phòng %s tại Tờ trình số "
                                               "12/TTr-PVHXH ngày 15 tháng 3 năm 2023.",
                                               dots);
      g_autofree char *read = NULL;
      int n_pages;

      bv_document_add_paragraph (document, BV_PARAGRAPH_BASIS, text);
      read = paper_sample_read (document, -1, &n_pages);
      paper_sample_assert_has (read, "12/TTr-PVHXH");
    }
}

static double
get_weight (const BvTableBlock *table, guint column)
{
  return g_array_index (table->columns, BvTableColumnBlock, column).weight;
}

/* A column takes what its longest word needs, and keeps what it was given while nothing stands in it. */
static void
test_columns (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Cột");
  BvTableBlock *table = bv_document_add_table (document, "Cột");
  g_autoptr (GError) error = NULL;
  double total = 0;

  bv_table_block_add_column (table, 10, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 10, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 1, BV_ALIGN_RIGHT);
  bv_table_block_add_column (table, 7, BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < 4; i++)
    bv_table_block_add_text (table, i == 3 ? "Ký nhận" : "STT");
  for (guint i = 0; i < 30; i++)
    {
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ "
                                      "sở số 2 Nậm Giôn, huyện Mường La, tỉnh Sơn La");
      bv_table_block_add_number (table, 1315900000, 0, NULL);
      bv_table_block_add_text (table, "");
    }
  g_assert_true (bv_document_fit_tables (document, &error));
  g_assert_no_error (error);
  table = &((BvBlock *) g_ptr_array_index (bv_document_get_blocks (document), 0))->table;
  for (guint i = 0; i < 4; i++)
    total += get_weight (table, i);
  /* Points of the 165 mm between the margins. */
  g_assert_cmpfloat_with_epsilon (total, 165 * 72 / 25.4, 0.5);
  g_assert_cmpfloat (get_weight (table, 0), <, 120); /* of 167 */
  g_assert_cmpfloat (get_weight (table, 1), >, 180);
  g_assert_cmpfloat (get_weight (table, 2), >, 70);
  g_assert_cmpfloat_with_epsilon (get_weight (table, 3), total * 7 / 28, 0.5);
}

/* Titles and forms of commendation are two decisions: each gets its papers, and the notice names both. */
static void
test_decisions (void)
{
  PaperSample sample = { 0 };
  PaperSampleTerms terms = paper_sample_commune;
  BvPaperOptions options = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BvDocument) result = NULL;
  guint n_decisions = 0, n_payments = 0;
  int n_pages;

  terms.n_units = 1;
  terms.n_persons = 6;
  paper_sample_set_up (&sample, &terms);
  paper_sample_go (&sample);
  g_assert_cmpuint (sample.decisions->len, ==, 2);
  result = paper_sample_build (&sample, BV_PAPER_RESULT, 0, 0);
  text = paper_sample_read (result, 0, &n_pages);
  paper_sample_assert_has (text,
                           "theo Quyết định số 05/QĐ-UBND ngày 20 tháng 8 năm 2025 và Quyết định "
                           "số 06/QĐ-UBND ngày 20 tháng 8 năm 2025 của Chủ tịch");
  options.dossier_id = sample.dossier;
  folder = g_build_filename (sample.folder, "giấy", NULL);
  files = bv_dossier_papers_write_all (sample.store, &options, folder, 1u << BV_DOCUMENT_FORMAT_PDF,
                                       NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);

      n_decisions += strstr (file, "/quyet-dinh-") != NULL;
      n_payments += strstr (file, "/danh-sach-chi-tien-") != NULL;
    }
  g_assert_cmpuint (n_decisions, ==, 2);
  g_assert_cmpuint (n_payments, ==, 2);
  /* Ten kinds, two of them twice, and a report of each of the nine. */
  g_assert_cmpuint (files->len, ==, 12 + paper_sample_count (&sample));
  for (guint i = 0; i < files->len; i++)
    g_unlink (g_ptr_array_index (files, i));
  g_rmdir (folder);
  paper_sample_tear_down (&sample);
}

/* What was not there yet when the report was written has no place in it; what all share is said once. */
static void
test_said_once (void)
{
  PaperSample sample = { 0 };
  PaperSampleTerms terms = paper_sample_district;
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDocument) report = NULL;
  g_autoptr (BvDocument) summary = NULL;
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  int n_pages;

  terms.n_units = 2;
  terms.n_persons = 6;
  paper_sample_set_up (&sample, &terms);
  paper_sample_go (&sample);
  {
    g_autoptr (BvLease) lease = bv_store_lease (sample.store, &error);

    nominations = bv_nomination_list (bv_lease_connection (lease), sample.dossier, &error);
    g_assert_no_error (error);
  }
  report = paper_sample_build (&sample, BV_PAPER_REPORT,
                               ((BvNomination *) g_ptr_array_index (nominations, 0))->id, 0);
  text = paper_sample_read (report, -1, &n_pages);
  g_assert_null (strstr (text, "05/QĐ-UBND"));
  g_assert_cmpuint (paper_sample_count_text (text, "Chưa có"), ==, 3);
  summary = paper_sample_build (&sample, BV_PAPER_SUMMARY, 0, 0);
  list = paper_sample_read (summary, -1, &n_pages);
  paper_sample_assert_has (list, "Thành tích chung của các trường hợp đề nghị: đã có thành tích");
  g_assert_cmpuint (paper_sample_count_text (list, "đã có thành tích"), ==, 1);
  paper_sample_tear_down (&sample);
}

/* ── What is missing ─────────────────────────────────────────────────────────────────────── */

static void
assert_missing (PaperSample *self, guint kinds)
{
  for (guint kind = 0; kind < BV_N_PAPERS; kind++)
    {
      BvPaperOptions options = { .dossier_id = self->dossier };
      g_autoptr (GError) error = NULL;
      g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);
      g_autofree char *missing = bv_dossier_paper_get_missing (bv_lease_connection (lease), kind,
                                                               &options, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %s", bv_paper_kind_to_code (kind), missing != NULL ? missing : "-");
      g_assert_cmpint (missing != NULL, ==, (kinds & (1u << kind)) != 0);
      if (missing == NULL)
        continue;
      /* One sentence. */
      g_assert_true (g_str_has_suffix (missing, "."));
      g_assert_null (strstr (missing, ". "));
    }
}

static void
test_missing (void)
{
  const guint report = 1u << BV_PAPER_REPORT; /* of nobody: no nomination is chosen */
  const guint decided = 1u << BV_PAPER_DECISION | 1u << BV_PAPER_PAYMENT;
  const guint voted = 1u << BV_PAPER_MINUTES | 1u << BV_PAPER_COUNTING | 1u << BV_PAPER_RESULT;
  const guint met = 1u << BV_PAPER_INVITATION | 1u << BV_PAPER_BALLOT;
  const guint named = 1u << BV_PAPER_PROPOSAL | 1u << BV_PAPER_SUMMARY | 1u << BV_PAPER_OPINION;
  PaperSample sample = { 0 };
  PaperSampleTerms terms = paper_sample_district;

  terms.n_units = 0;
  terms.n_persons = 0;
  terms.n_households = 0;
  paper_sample_set_up (&sample, &terms);
  paper_sample_enter (&sample);
  assert_missing (&sample, report | decided | voted | met | named);
  paper_sample_tear_down (&sample);

  memset (&sample, 0, sizeof sample);
  terms.n_persons = 2;
  paper_sample_set_up (&sample, &terms);
  paper_sample_enter (&sample);
  assert_missing (&sample, report | decided | voted | met);
  paper_sample_meet (&sample);
  assert_missing (&sample, report | decided | voted);
  paper_sample_vote (&sample);
  assert_missing (&sample, report | decided);
  paper_sample_decide (&sample, 5);
  assert_missing (&sample, report);
  paper_sample_tear_down (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-pages/sum-stays", test_sum_stays);
  g_test_add_func ("/paper-pages/tightness", test_tightness);
  g_test_add_func ("/paper-pages/who-keeps", test_who_keeps);
  g_test_add_func ("/paper-pages/numbers-whole", test_numbers_whole);
  g_test_add_func ("/paper-pages/offices", test_offices);
  g_test_add_func ("/paper-pages/authorities", test_authorities);
  g_test_add_func ("/paper-pages/bases", test_bases);
  g_test_add_func ("/paper-pages/lists", test_lists);
  g_test_add_func ("/paper-pages/columns", test_columns);
  g_test_add_func ("/paper-pages/decisions", test_decisions);
  g_test_add_func ("/paper-pages/said-once", test_said_once);
  g_test_add_func ("/paper-pages/missing", test_missing);
  return g_test_run ();
}
