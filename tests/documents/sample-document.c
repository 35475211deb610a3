// SPDX-License-Identifier: GPL-3.0-or-later
/* The paper that the writers' tests write. */

#include "sample-document.h"

#include <math.h>

static void
add_table (BvDocument *document)
{
  BvTableBlock *table = bv_document_add_table (document, "Danh sách: khen thưởng/2022");

  bv_table_block_add_column (table, 7, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 40, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 20, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 17, BV_ALIGN_RIGHT);
  bv_table_block_add_column (table, 16, BV_ALIGN_RIGHT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_span (table, "STT", 1, 2);
  bv_table_block_add_span (table, "Họ và tên", 1, 2);
  bv_table_block_add_span (table, "Đơn vị", 1, 2);
  bv_table_block_add_span (table, "Kết quả năm", 2, 1);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "Tiền thưởng");
  bv_table_block_add_text (table, "Hoàn thành");
  bv_table_block_add_row (table, BV_ROW_GROUP);
  bv_table_block_add_span (table, "Cá nhân", 5, 1);
  for (int i = 1; i <= 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Thị Ánh Tuyết %d", i);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i, 0, NULL);
      bv_table_block_add_text (table, name);
      bv_table_block_add_text (table, i % 2 ? "Trường THCS Mường Bú" : "đơn vị/xã/bản");
      bv_table_block_add_number (table, 1234567.5 + i, 1, "awards?year=2022");
      bv_table_block_add_percent (table, i == 7 ? NAN : 98.6, 1, NULL);
    }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_block_add_span (table, "Tổng cộng", 3, 1);
  bv_table_block_add_number (table, 74075880, 1, "awards?year=2022");
  bv_table_block_add_text (table, "");
}

static void
add_texts (BvDocument *document)
{
  GPtrArray *items = g_ptr_array_new ();
  BvRuns *text = bv_runs_new ("Trong năm có ");

  bv_document_add_paragraph (document, BV_PARAGRAPH_ADDRESSEE, "Kính gửi: Hội đồng");
  bv_document_add_paragraph (document, BV_PARAGRAPH_BASIS, "Căn cứ Luật Thi đua, khen thưởng;");
  bv_document_add_heading (document, 1, "PHẦN MỘT");
  bv_document_add_heading (document, 2, "Mục thứ nhất");
  bv_document_add_heading (document, 3, "Điểm đầu tiên");
  bv_runs_add_number (text, "20/22", BV_RUN_BOLD, "indicators?year=2022");
  bv_runs_add (text, " chỉ tiêu đạt & vượt <kế hoạch>, ", BV_RUN_PLAIN);
  bv_runs_add (text, "rất đáng khen", BV_RUN_BOLD | BV_RUN_ITALIC);
  bv_runs_add (text, ".", BV_RUN_PLAIN);
  bv_document_take_paragraph (document, BV_PARAGRAPH_BODY, text);
  g_ptr_array_add (items, bv_runs_new ("Việc thứ nhất;"));
  g_ptr_array_add (items, bv_runs_new ("Việc thứ hai."));
  bv_document_take_list (document, items);
  bv_document_add_heading (document, 3, "Điểm thứ hai");
  for (int i = 0; i < 12; i++)
    bv_document_add_paragraph (document, BV_PARAGRAPH_BODY,
                               "Các phong trào thi đua được các cơ quan, đơn vị, các xã, thị trấn "
                               "hưởng ứng rộng khắp, gắn với nhiệm vụ chính trị của địa phương, "
                               "tạo động lực để hoàn thành các chỉ tiêu được giao.");
}

BvDocument *
sample_document_new (void)
{
  const BvLetterheadBlock head = { .issuer = (char *) "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA",
                                   .nation = (char *) "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                   .motto = (char *) "Độc lập - Tự do - Hạnh phúc",
                                   .number = (char *) "Số: 05/BC-UBND",
                                   .place_date = (char *) "Mường La, ngày 05 tháng 02 năm 2023" };
  char *recipients[] = { (char *) "Như trên", (char *) "Lưu: VT", NULL };
  char *lines[] = { (char *) "KT. CHỦ TỊCH", (char *) "PHÓ CHỦ TỊCH", NULL };
  const BvSignatureBlock signature = { .recipients = recipients,
                                       .lines = lines,
                                       .name = (char *) "Lò Văn Thử" };
  BvDocument *document = bv_document_new ("Báo cáo thử <&>");
  BvChart *chart = bv_chart_new_completion (BV_CHART_LANGUAGE_VIETNAMESE, "Biểu đồ thử");
  BvTableBlock *table;

  bv_document_set_author (document, "Ủy ban nhân dân huyện Mường La");
  bv_document_set_date (document, "2023-02-05");
  bv_document_add_letterhead (document, &head);
  bv_document_add_title (document, "BÁO CÁO", "Về một việc đã làm rất tốt trong năm 2022", NULL);
  add_texts (document);
  bv_document_add_heading (document, 1, "PHẦN HAI");
  bv_document_add_paragraph (document, BV_PARAGRAPH_CAPTION, "Bảng 1. Danh sách");
  bv_document_add_paragraph (document, BV_PARAGRAPH_MEASURE, "Đơn vị tính: đồng");
  add_table (document);
  bv_document_add_paragraph (document, BV_PARAGRAPH_NOTE, "Ghi chú: số liệu thử nghiệm.");
  for (int i = 0; i < 8; i++)
    bv_chart_add_row (chart, "", "Chỉ tiêu trong hình", "ha", 0, 100, 90 + 3 * i, 90 + 3 * i,
                      i < 4 ? BV_CHART_STATUS_NEARLY : BV_CHART_STATUS_EXCEEDED, NULL);
  bv_document_take_chart (document, chart, 0);
  bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, "Trên đây là báo cáo./.");
  bv_document_add_signature (document, &signature);
  bv_document_add_section (document, TRUE);
  bv_document_add_appendix (document, "PHỤ LỤC I", "TRANG NẰM NGANG", "(Kèm theo Báo cáo)");
  table = bv_document_add_table (document, "Danh sách: khen thưởng/2022");
  bv_table_block_add_column (table, 1, BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "Tên");
  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_text (table, "Một dòng");
  return document;
}
