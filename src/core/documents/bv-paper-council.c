// SPDX-License-Identifier: GPL-3.0-or-later
/* The papers of a meeting of the council: invitation, ballot, minutes, minutes of the count, notice of results.
 * DOMAIN 7.5. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-document-style.h"

#include <string.h>

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

/* "08 giờ 30 phút", or dots for the pen. */
static char *
time_words (const char *time)
{
  return strlen (time) >= 5 ? g_strdup_printf ("%.2s giờ %.2s phút", time, time + 3)
                            : g_strdup ("…… giờ …… phút");
}

static const BvAttendance *
find_member (const BvPaper *self, gint64 member_id)
{
  for (guint i = 0; i < self->attendance->len; i++)
    {
      const BvAttendance *one = g_ptr_array_index (self->attendance, i);

      if (one->member_id == member_id)
        return one;
    }
  return NULL;
}

/* "Ông Nguyễn Văn An"; dots when nobody is named. */
static char *
member_name (const BvAttendance *member)
{
  if (member == NULL)
    return g_strdup ("……………………");
  return *member->honorific != '\0' ? g_strdup_printf ("%s %s", member->honorific, member->name)
                                    : g_strdup (member->name);
}

static char *
member_words (const BvAttendance *member)
{
  g_autofree char *name = member_name (member);

  if (member == NULL)
    return g_steal_pointer (&name);
  return *member->post != '\0'
           ? g_strdup_printf ("%s, %s, %s", name, member->post,
                              bv_council_role_print (member->role))
           : g_strdup_printf ("%s, %s", name, bv_council_role_print (member->role));
}

/* The same without the seat in the council, which the sentence names. */
static char *
member_post_words (const BvAttendance *member)
{
  g_autofree char *name = member_name (member);

  return member != NULL && *member->post != '\0' ? g_strdup_printf ("%s, %s", name, member->post)
                                                 : g_steal_pointer (&name);
}

static char *
place_words (const BvPaper *self)
{
  return g_strdup (*self->meeting->place != '\0' ? self->meeting->place : "………………………………");
}

static void
add_signatures (BvPaper *self, const char *left_title, const BvAttendance *left)
{
  const BvAttendance *chair = find_member (self, self->meeting->chair_id);
  char *left_lines[] = { (char *) left_title, NULL };
  char *lines[] = { (char *) (chair == NULL || strcmp (chair->role, "chair") == 0
                                ? "CHỦ TỊCH HỘI ĐỒNG"
                                : "CHỦ TRÌ CUỘC HỌP"),
                    NULL };
  BvSignatureBlock block = { .lines = lines,
                             .name = chair != NULL ? chair->name : NULL,
                             .left_lines = left_lines,
                             .left_name = left != NULL ? left->name : NULL };

  bv_document_add_signature (self->document, &block);
}

/* ── Invitation ──────────────────────────────────────────────────────────────────────────── */

gboolean
bv_paper_build_invitation (BvPaper *self, GError **error)
{
  const BvMeeting *meeting = self->meeting;
  g_autofree char *time = time_words (meeting->from_time);
  g_autofree char *date = bv_paper_long_date (meeting->on_date);
  g_autofree char *place = place_words (self);
  g_autofree char *summary = g_strdup_printf ("Họp %s", meeting->council_name);
  g_autoptr (GArray) lines = bv_paper_lines_from_items (self, -1);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *how_many = bv_paper_count_format (&count);
  char *right[] = { (char *) "TM. HỘI ĐỒNG", (char *) "CHỦ TỊCH", NULL };
  const char *const usual[] = { "Như trên", NULL };
  g_auto (GStrv) recipients = bv_paper_recipients (self, BV_PAPER_ISSUER_COUNCIL, usual);
  const BvAttendance *chair = find_member (self, meeting->chair_id);
  BvSignatureBlock block = { .recipients = recipients,
                             .lines = right,
                             .name = chair != NULL && strcmp (chair->role, "chair") == 0
                                       ? chair->name
                                       : NULL };
  GPtrArray *items = g_ptr_array_new ();

  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_COUNCIL, "GM", NULL, NULL);
  bv_document_add_title (self->document, "GIẤY MỜI", summary, NULL);
  bv_paper_add_body (self,
                     "%s trân trọng kính mời các thành viên Hội đồng:", meeting->council_name);
  for (guint i = 0; i < self->attendance->len; i++)
    {
      g_autofree char *words = member_words (g_ptr_array_index (self->attendance, i));

      g_ptr_array_add (items, bv_runs_new (words));
      bv_runs_add (g_ptr_array_index (items, i), i + 1 < self->attendance->len ? ";" : ".",
                   BV_RUN_PLAIN);
    }
  bv_document_take_list (self->document, items);
  {
    g_autofree char *what = g_strconcat (meeting->title, ".", NULL);

    bv_paper_add_article (self, "1. Nội dung:", what);
  }
  bv_paper_add_body (self, "Hội đồng xem xét, biểu quyết đối với %s (có danh sách gửi kèm).",
                     how_many);
  {
    g_autofree char *when = g_strdup_printf ("%s, %s.", time, date);
    g_autofree char *where = g_strconcat (place, ".", NULL);

    bv_paper_add_article (self, "2. Thời gian:", when);
    bv_paper_add_article (self, "3. Địa điểm:", where);
  }
  bv_paper_add_body (self, "Đề nghị các thành viên Hội đồng nghiên cứu hồ sơ, sắp xếp thời gian dự "
                           "họp đầy đủ; trường hợp vắng mặt đề nghị gửi ý kiến bằng văn bản./.");
  bv_document_add_signature (self->document, &block);
  bv_document_add_appendix (self->document, "DANH SÁCH", meeting->title, "(Gửi kèm Giấy mời)");
  bv_paper_add_list (self, "Danh sách", lines, BV_PAPER_COLUMN_AWARD);
  return TRUE;
}

/* ── Ballot ──────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_paper_build_ballot (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_items (self, -1);
  g_autofree char *date = bv_paper_long_date (self->meeting->on_date);
  g_autofree char *note = g_strdup_printf ("(%s, họp %s)", self->meeting->title, date);

  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_COUNCIL, NULL, NULL, NULL);
  bv_document_add_title (self->document, "PHIẾU XÉT KHEN THƯỞNG", NULL, note);
  bv_paper_add_body (self, "Đánh dấu X vào ô “Đồng ý” hoặc “Không đồng ý” ở mỗi dòng. Dòng không "
                           "đánh dấu là không có ý kiến; dòng đánh dấu cả hai ô không hợp lệ.");
  bv_paper_add_list (self, "Phiếu", lines, BV_PAPER_COLUMN_AWARD | BV_PAPER_COLUMN_BALLOT);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_NOTE,
                             "Phiếu kín: không ghi tên, không ký.");
  return TRUE;
}

/* ── Minutes ─────────────────────────────────────────────────────────────────────────────── */

static char *
list_absent (const BvPaper *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->attendance->len; i++)
    {
      const BvAttendance *one = g_ptr_array_index (self->attendance, i);
      g_autofree char *name = NULL;

      if (one->presence != BV_PRESENCE_ABSENT && one->presence != BV_PRESENCE_WRITTEN)
        continue;
      name = member_name (one);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
      if (one->presence == BV_PRESENCE_WRITTEN)
        g_string_append (text, ", gửi ý kiến bằng văn bản");
      else if (*one->reason != '\0')
        {
          g_autofree char *reason = bv_paper_small (one->reason);

          g_string_append_printf (text, ", lý do: %s", reason);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_attendance (BvPaper *self)
{
  g_autofree char *absent = list_absent (self);
  const BvQuorum *members = &self->count.members;
  g_autofree char *present = bv_number_count (members->n_present);
  g_autofree char *all = bv_number_count (members->n_members);
  guint number = 0;

  bv_paper_add_body (self, "Có mặt %s/%s thành viên Hội đồng%s%s%s, gồm:", present, all,
                     *absent != '\0' ? " (vắng: " : "", absent, *absent != '\0' ? ")" : "");
  for (guint i = 0; i < self->attendance->len; i++)
    {
      const BvAttendance *one = g_ptr_array_index (self->attendance, i);
      g_autofree char *words = NULL;

      if (one->presence != BV_PRESENCE_PRESENT)
        continue;
      words = member_words (one);
      bv_paper_add_body (self, "%u. %s.", ++number, words);
    }
}

static gboolean
add_recusals (BvPaper *self, GError **error)
{
  g_autoptr (GPtrArray)
    recusals = bv_vote_list_recusals (self->connection, self->meeting->id, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (recusals == NULL)
    return FALSE;
  for (guint i = 0; i < recusals->len; i++)
    {
      const BvRecusal *one = g_ptr_array_index (recusals, i);

      for (guint k = 0; k < self->items->len; k++)
        {
          const BvAgendaItem *item = g_ptr_array_index (self->items, k);

          g_autofree char *reason = bv_paper_small (one->reason);

          if (item->id == one->item_id)
            g_string_append_printf (text, "%s%s đối với %s (%s)", text->len > 0 ? "; " : "",
                                    one->name, item->name, reason);
        }
    }
  if (text->len > 0)
    bv_paper_add_body (self, "Thành viên không tham gia biểu quyết: %s.", text->str);
  return TRUE;
}

static char *
describe_needs (const BvPaper *self)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->tallies->len; i++)
    {
      const BvTally *tally = g_ptr_array_index (self->tallies, i);
      char *words;

      if (tally->need.denominator == 0)
        continue;
      words = g_strdup_printf (
        "%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " %s", tally->need.is_strict ? "trên" : "từ",
        tally->need.numerator, tally->need.denominator,
        tally->of_present ? "số thành viên có mặt" : "tổng số thành viên Hội đồng");
      if (g_ptr_array_find_with_equal_func (seen, words, g_str_equal, NULL))
        {
          g_free (words);
          continue;
        }
      g_ptr_array_add (seen, words);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " hoặc " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_result_sentence (BvPaper *self)
{
  g_autoptr (GArray) passed = bv_paper_lines_from_items (self, 1);
  g_autoptr (GArray) others = bv_paper_lines_from_items (self, 0);
  BvPaperCount n_passed = bv_paper_count (passed, NULL);
  BvPaperCount n_others = bv_paper_count (others, NULL);
  g_autofree char *passed_words = bv_paper_count_format (&n_passed);
  g_autofree char *other_words = bv_paper_count_format (&n_others);

  if (passed->len > 0 && others->len > 0)
    bv_paper_add_body (self,
                       "Hội đồng nhất trí đề nghị khen thưởng %s; không thông qua hoặc để "
                       "lại %s. Kết quả cụ thể như sau:",
                       passed_words, other_words);
  else if (passed->len > 0)
    bv_paper_add_body (
      self, "Hội đồng nhất trí đề nghị khen thưởng %s. Kết quả cụ thể như sau:", passed_words);
  else
    bv_paper_add_body (self, "Hội đồng không thông qua %s. Kết quả cụ thể như sau:", other_words);
}

gboolean
bv_paper_build_minutes (BvPaper *self, GError **error)
{
  const BvMeeting *meeting = self->meeting;
  g_autofree char *from = time_words (meeting->from_time);
  g_autofree char *to = time_words (meeting->to_time);
  g_autofree char *date = bv_paper_long_date (meeting->on_date);
  g_autofree char *place = place_words (self);
  g_autofree char *chair = member_words (find_member (self, meeting->chair_id));
  g_autofree char *secretary = member_post_words (find_member (self, meeting->secretary_id));
  g_autofree char *needs = describe_needs (self);
  g_autofree char *copies = bv_number_count (meeting->copies);
  g_autofree char *summary = NULL;
  g_autofree char *occasion = bv_paper_name_occasion (self);
  g_autoptr (GArray) lines = bv_paper_lines_from_items (self, -1);
  g_autofree char *what = bv_paper_small (meeting->title);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *whom = bv_paper_count_name (&count);

  summary = g_strdup_printf ("Về việc %s", what);
  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_COUNCIL, "BB",
                           *meeting->minutes_number != '\0' ? meeting->minutes_number : NULL, NULL);
  bv_document_add_title (self->document, "BIÊN BẢN HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", summary,
                         NULL);
  bv_document_add_heading (self->document, 1, "THỜI GIAN, ĐỊA ĐIỂM");
  bv_paper_add_body (self, "Thời gian: bắt đầu lúc %s, %s.", from, date);
  bv_paper_add_body (self, "Địa điểm: %s.", place);
  bv_document_add_heading (self->document, 1, "THÀNH PHẦN");
  bv_paper_add_body (self, "Chủ trì: %s.", chair);
  bv_paper_add_body (self, "Thư ký: %s.", secretary);
  add_attendance (self);
  bv_document_add_heading (self->document, 1, "NỘI DUNG");
  bv_paper_add_body (self, "Hội đồng họp xét, đề nghị khen thưởng %s.", occasion);
  bv_paper_add_body (self,
                     "Sau khi nghe quán triệt tiêu chuẩn, điều kiện và tóm tắt thành tích của "
                     "%s được đề nghị, Hội đồng đã thảo luận, phân tích, đánh giá.",
                     whom);
  if (*meeting->discussion != '\0')
    {
      g_auto (GStrv) paragraphs = g_strsplit (meeting->discussion, "\n", -1);

      for (guint i = 0; paragraphs[i] != NULL; i++)
        if (*paragraphs[i] != '\0')
          bv_paper_add_body (self, "%s", paragraphs[i]);
    }
  if (!add_recusals (self, error))
    return FALSE;
  bv_paper_add_body (self, "Hội đồng đã %s; số %s đồng ý phải đạt %s.",
                     meeting->is_secret ? "bỏ phiếu kín" : "biểu quyết bằng hình thức giơ tay",
                     meeting->is_secret ? "phiếu" : "thành viên", needs);
  bv_document_add_heading (self->document, 1, "KẾT QUẢ");
  add_result_sentence (self);
  bv_paper_add_list (self, "Kết quả", lines, BV_PAPER_COLUMN_AWARD | BV_PAPER_COLUMN_VOTES);
  bv_paper_add_body (self,
                     "Biên bản được thông qua lúc %s cùng ngày, lập thành %s bản có giá trị như "
                     "nhau./.",
                     to, copies);
  add_signatures (self, "THƯ KÝ", find_member (self, meeting->secretary_id));
  return TRUE;
}

/* ── Minutes of the count ────────────────────────────────────────────────────────────────── */

static void
add_count_row (BvTableBlock *table, const char *what, int n)
{
  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_text (table, what);
  if (n < 0)
    bv_table_block_add_text (table, "………");
  else
    bv_table_block_add_number (table, n, 0, "ballots");
}

static void
add_count_table (BvPaper *self, GArray *lines)
{
  const struct
  {
    double weight;
    BvAlign align;
    const char *head;
  } columns[] = {
    { 9, BV_ALIGN_CENTRE, "STT" },
    { 33, BV_ALIGN_LEFT, "Tên tập thể, cá" BV_NBSP "nhân" },
    { 31, BV_ALIGN_LEFT, "Danh hiệu, hình" BV_NBSP "thức" },
    { 15, BV_ALIGN_CENTRE, "Đồng" BV_NBSP "ý" },
    { 14, BV_ALIGN_CENTRE, "Không đồng" BV_NBSP "ý" },
    { 15, BV_ALIGN_CENTRE,
      self->meeting->is_secret ? "Không ý" BV_NBSP "kiến, hỏng" : "Không ý" BV_NBSP "kiến" },
    { 14, BV_ALIGN_CENTRE, "Tỷ lệ đồng" BV_NBSP "ý" },
    { 13, BV_ALIGN_CENTRE, "Kết quả" },
  };
  BvTableBlock *table = bv_document_add_table (self->document, "Kiểm phiếu");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bv_table_block_add_column (table, columns[i].weight, columns[i].align);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bv_table_block_add_text (table, columns[i].head);
  for (guint i = 0; i < lines->len; i++)
    {
      const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);
      const BvTally *tally = line->tally;
      g_autofree char *award = bv_paper_name_award_short (self, line->form_code);
      g_autofree char *percent = bv_paper_percent (MAX (tally->votes_for, 0), tally->base);
      gboolean is_voted = tally->votes_for >= 0;

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, line->name);
      bv_table_block_add_text (table, award);
      if (!is_voted)
        {
          bv_table_cell_block_set_align (bv_table_block_add_span (table, "để lại", 5, 1),
                                         BV_ALIGN_CENTRE);
          continue;
        }
      bv_table_block_add_number (table, tally->votes_for, 0, "votes");
      bv_table_block_add_number (table, tally->votes_against, 0, "votes");
      bv_table_block_add_number (table, tally->votes_invalid, 0, "votes");
      bv_table_block_add_text (table, percent);
      bv_table_block_add_text (table,
                               tally->outcome == BV_OUTCOME_PASSED ? "Đạt" : "Không" BV_NBSP "đạt");
    }
}

gboolean
bv_paper_build_counting (BvPaper *self, GError **error)
{
  const BvMeeting *meeting = self->meeting;
  const BvMeetingCount *count = &self->count;
  g_autofree char *date = bv_paper_long_date (meeting->on_date);
  g_autofree char *place = place_words (self);
  g_autofree char *needs = describe_needs (self);
  g_autofree char *summary = g_strdup_printf ("Hội đồng Thi đua - Khen thưởng, họp %s", date);
  g_autoptr (GArray) lines = bv_paper_lines_from_items (self, -1);
  BvPaperCount all = bv_paper_count (lines, NULL);
  g_autofree char *whom = bv_paper_count_name (&all);
  BvTableBlock *table;

  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_COUNCIL, NULL, NULL, NULL);
  bv_document_add_title (self->document,
                         meeting->is_secret ? "BIÊN BẢN KIỂM PHIẾU" : "BIÊN BẢN BIỂU QUYẾT",
                         summary, NULL);
  bv_paper_add_body (
    self, "Tại %s, %s đã %s đối với %s được đề nghị khen thưởng.", place, meeting->council_name,
    meeting->is_secret ? "bỏ phiếu kín" : "biểu quyết bằng hình thức giơ tay", whom);
  bv_document_add_heading (self->document, 1,
                           meeting->is_secret ? "THÀNH VIÊN VÀ PHIẾU" : "THÀNH VIÊN");
  table = bv_document_add_table (self->document, "Phiếu");
  bv_table_block_add_column (table, 70, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 15, BV_ALIGN_CENTRE);
  add_count_row (table, "Số thành viên Hội đồng theo quyết định", count->members.n_members);
  add_count_row (table, "Số thành viên có mặt", count->members.n_present);
  if (count->members.n_written > 0)
    add_count_row (table, "Số thành viên vắng mặt gửi ý kiến bằng văn bản",
                   count->members.n_written);
  if (meeting->is_secret)
    {
      add_count_row (table, "Số phiếu phát ra", meeting->ballots_issued);
      add_count_row (table, "Số phiếu thu về", meeting->ballots_returned);
      add_count_row (table, "Số phiếu hợp lệ", count->n_valid);
      add_count_row (table, "Số phiếu không hợp lệ", count->n_typed - count->n_valid);
    }
  bv_document_add_heading (self->document, 1, "KẾT QUẢ");
  bv_paper_add_body (self,
                     "Số %s đồng ý phải đạt %s, không kể người không tham gia biểu quyết đối với "
                     "từng trường hợp.",
                     meeting->is_secret ? "phiếu" : "thành viên", needs);
  add_count_table (self, lines);
  bv_paper_add_body (self, "Biên bản được lập xong cùng ngày và công bố trước Hội đồng./.");
  if (meeting->is_secret)
    add_signatures (self, "BAN KIỂM PHIẾU", NULL);
  else
    add_signatures (self, "THƯ KÝ", find_member (self, meeting->secretary_id));
  return TRUE;
}

/* ── Notice of results ───────────────────────────────────────────────────────────────────── */

/* "theo Quyết định số 05/QĐ-UBND ngày … và Quyết định số 06/QĐ-UBND ngày …" */
static void
add_decisions (BvPaper *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *issuer = NULL;

  for (guint i = 0; i < self->decisions->len; i++)
    {
      const BvDecision *one = g_ptr_array_index (self->decisions, i);
      g_autofree char *issued = bv_paper_long_date (one->on_date);

      if (*one->number == '\0')
        continue;
      if (issuer != NULL && strcmp (issuer, one->issuer) != 0)
        g_string_append_printf (text, " của %s", issuer);
      g_string_append_printf (text, "%sQuyết định số %s %s", issuer != NULL ? " và " : "",
                              one->number, issued);
      issuer = one->issuer;
    }
  if (issuer != NULL)
    bv_paper_add_body (self, "Việc khen thưởng được thực hiện theo %s của %s.", text->str, issuer);
}

gboolean
bv_paper_build_result (BvPaper *self, GError **error)
{
  g_autoptr (GArray) passed = bv_paper_lines_from_items (self, 1);
  g_autoptr (GArray) others = bv_paper_lines_from_items (self, 0);
  BvPaperCount n_passed = bv_paper_count (passed, NULL);
  BvPaperCount n_others = bv_paper_count (others, NULL);
  g_autofree char *passed_words = bv_paper_count_format (&n_passed);
  g_autofree char *other_words = bv_paper_count_format (&n_others);
  g_autofree char *occasion = bv_paper_name_occasion (self);
  g_autofree char *summary = g_strdup_printf ("Kết quả xét khen thưởng %s", occasion);
  g_autofree char *date = bv_paper_long_date (self->meeting->on_date);
  const char *const recipients[] = { "Các cơ quan, đơn vị có tên trong danh sách", NULL };
  g_autoptr (GArray) all = bv_paper_lines_from_items (self, -1);
  BvPaperCount count = bv_paper_count (all, NULL);
  g_autofree char *whom = bv_paper_count_name (&count);

  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_DEPARTMENT, "TB", NULL, NULL);
  bv_document_add_title (self->document, "THÔNG BÁO", summary, NULL);
  bv_paper_add_body (self, "Căn cứ kết quả họp %s %s, %s thông báo:", self->meeting->council_name,
                     date, self->office->department);
  if (passed->len > 0 && others->len > 0)
    {
      bv_paper_add_body (self, "1. Thông qua, đề nghị khen thưởng %s (danh sách A kèm theo).",
                         passed_words);
      bv_paper_add_body (self, "2. Chưa thông qua hoặc để lại %s (danh sách B kèm theo).",
                         other_words);
    }
  else
    bv_paper_add_body (self,
                       passed->len > 0
                         ? "Thông qua, đề nghị khen thưởng %s (có danh sách kèm theo)."
                         : "Chưa thông qua hoặc để lại %s (có danh sách kèm theo).",
                       passed->len > 0 ? passed_words : other_words);
  add_decisions (self);
  bv_paper_add_body (self, "%s thông báo để các cơ quan, đơn vị và %s biết./.",
                     self->office->department, whom);
  if (!bv_paper_add_department_signature (self, recipients, error))
    return FALSE;
  if (passed->len > 0)
    {
      bv_document_add_appendix (self->document,
                                others->len > 0 ? "A. DANH SÁCH THÔNG QUA" : "DANH SÁCH THÔNG QUA",
                                summary, "(Kèm theo Thông báo này)");
      bv_paper_add_list (self, "Thông qua", passed, BV_PAPER_COLUMN_AWARD);
    }
  if (others->len > 0)
    {
      bv_document_add_appendix (self->document,
                                passed->len > 0 ? "B. DANH SÁCH CHƯA THÔNG QUA"
                                                : "DANH SÁCH CHƯA THÔNG QUA",
                                summary, "(Kèm theo Thông báo này)");
      bv_paper_add_list (self, "Chưa thông qua", others,
                         BV_PAPER_COLUMN_AWARD | BV_PAPER_COLUMN_VOTES);
    }
  return TRUE;
}
