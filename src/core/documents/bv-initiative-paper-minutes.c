// SPDX-License-Identifier: GPL-3.0-or-later
/* Biên bản họp Hội đồng sáng kiến. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-initiative-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "merit/bv-council.h"

#include <glib/gi18n-lib.h>

/* Members of the council on the day, when the office keeps one. */
static gboolean
build_members (BvInitiativePaperDraft *self, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *n_members = NULL;
  GPtrArray *items;
  gint64 council;

  if (!bv_council_find_on (self->connection, "initiative", self->day, &council, error))
    return FALSE;
  if (council == 0)
    {
      bv_initiative_paper_add_body (self, "Thành viên Hội đồng dự họp:");
      bv_initiative_paper_add_lines (self, 3);
      return TRUE;
    }
  members = bv_council_list_members (self->connection, council, self->day, error);
  if (members == NULL)
    return FALSE;
  n_members = bv_number_count (members->len);
  bv_initiative_paper_add_body (
    self, "Thành viên Hội đồng: %s đồng chí, có mặt ……/%s, vắng " DOTS ", gồm:", n_members,
    n_members);
  items = g_ptr_array_new ();
  for (guint i = 0; i < members->len; i++)
    {
      const BvCouncilMember *member = g_ptr_array_index (members, i);
      g_autofree char *name = bv_council_member_address_form (member);
      g_autofree char *line = g_strjoin (
        ", ", name, *member->post != '\0' ? member->post : bv_council_role_print (member->role),
        *member->post != '\0' ? bv_council_role_print (member->role) : NULL, NULL);
      BvRuns *item = bv_runs_new (line);

      bv_runs_add (item, i + 1 == members->len ? "." : ";", BV_RUN_PLAIN);
      g_ptr_array_add (items, item);
    }
  bv_document_take_list (self->document, items);
  return TRUE;
}

static char *
describe_scale (const BvInitiativeScale *scale)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scale->criteria->len; i++)
    {
      const BvInitiativeCriterion *criterion = g_ptr_array_index (scale->criteria, i);
      g_autofree char *points = bv_number_format_hundredths (criterion->maximum);

      g_string_append_printf (text, "%s%s %s điểm", i > 0 ? "; " : "",
                              bv_initiative_criterion_get_paper_label (criterion), points);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
build_marks_table (BvInitiativePaperDraft *self)
{
  static const double weights[] = { 7.5, 29, 23, 7.5, 7.5, 7.5, 9.5, 13 };
  BvTableBlock *table = bv_document_add_table (self->document, "Kết quả chấm điểm");

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    bv_table_block_add_column (table, weights[i],
                               i == 1 || i == 2 ? BV_ALIGN_LEFT : BV_ALIGN_CENTRE);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_span (table, "STT", 1, 2);
  bv_table_block_add_span (table, "Tên sáng kiến", 1, 2);
  bv_table_block_add_span (table, "Tác giả, tỷ\u00a0lệ đóng\u00a0góp", 1, 2);
  bv_table_block_add_span (table, "Điểm của giám\u00a0khảo", 3, 1);
  bv_table_block_add_span (table, "Kết quả", 1, 2);
  bv_table_block_add_span (table, "Kết luận", 1, 2);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "1");
  bv_table_block_add_text (table, "2");
  bv_table_block_add_text (table, "3");
  for (guint i = 0; i < self->items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (self->items, i);
      BvInitiativeEnding ending = bv_initiative_item_get_ending (item);
      g_autofree char *authors = bv_initiative_describe_authors (item->initiative);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, item->initiative->title);
      bv_table_block_add_text (table, authors);
      for (guint j = 0; j < BV_INITIATIVE_N_EXAMINERS; j++)
        if (item->outcome.totals[j] >= 0)
          bv_initiative_paper_add_points (table, item->outcome.totals[j]);
        else
          bv_table_block_add_text (table, "");
      if (item->outcome.standing == BV_STANDING_PASSED
          || item->outcome.standing == BV_STANDING_FAILED)
        bv_initiative_paper_add_points (table, item->outcome.result);
      else
        bv_table_block_add_text (table, "");
      bv_table_block_add_text (table, ending == BV_ENDING_RECOGNISED ? "Công nhận"
                                      : ending == BV_ENDING_REFUSED  ? "Không công nhận"
                                                                     : "");
    }
}

/* What the chair decided against the marks, with the reason: it is part of the minutes. */
static void
build_chair_words (BvInitiativePaperDraft *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (self->items, i);
      const BvInitiative *initiative = item->initiative;

      const char *reason = initiative->override_reason;

      if (*initiative->verdict != '\0')
        bv_initiative_paper_add_body (
          self, "Chủ tịch Hội đồng quyết định %s sáng kiến “%s”.%s%s%s",
          g_str_equal (initiative->verdict, "recognise") ? "công nhận" : "không công nhận",
          initiative->title, *reason != '\0' ? " Lý do: " : "", reason,
          *reason == '\0' || g_str_has_suffix (reason, ".") ? "" : ".");
    }
}

/* "Lò Văn Thử" of "Lò Văn Thử, Phó Chủ tịch Ủy ban nhân dân huyện". */
static char *
name_before_post (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);

  return g_strdup (parts[0] != NULL ? parts[0] : "");
}

gboolean
bv_initiative_paper_build_minutes (BvInitiativePaperDraft *self, GError **error)
{
  BvInitiativeTally tally = bv_initiative_items_tally (self->items);
  const BvInitiativeSession *session = self->session;
  g_autofree char *date = bv_date_format_long (session->on_date != NULL ? session->on_date : "");
  g_autofree char *period = bv_initiative_paper_name_period (session);
  g_autofree char *summary = g_strdup_printf ("Họp Hội đồng sáng kiến xét, công nhận sáng kiến %s",
                                              period);
  g_autofree char *scale = describe_scale (self->scale);
  g_autofree char *maximum = bv_number_format_hundredths (self->scale->maximum);
  g_autofree char *threshold = bv_number_format_hundredths (self->scale->threshold);
  g_autofree char *difference = bv_number_format_hundredths (self->scale->difference);
  char *right[] = { (char *) "CHỦ TỊCH HỘI ĐỒNG", NULL };
  char *left[] = { (char *) "THƯ KÝ", NULL };
  g_autofree char *chair = name_before_post (session->chair);
  g_autofree char *secretary = name_before_post (session->secretary);
  g_autofree char *n_all = bv_number_count (self->items->len);
  g_autofree char *n_recognised = bv_number_count (tally.n_recognised);
  g_autofree char *n_refused = bv_number_count (tally.n_refused);
  BvSignatureBlock signature = { 0 };

  if (self->items->len == 0)
    return bv_initiative_paper_fail_empty (error, _ ("No initiative is before this session yet."));
  bv_initiative_paper_add_letterhead (self, NULL, session->on_date);
  bv_document_add_title (self->document, "BIÊN BẢN", summary, NULL);
  bv_document_add_heading (self->document, 1, "THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN");
  bv_initiative_paper_add_body (self, "Thời gian: …… giờ …… phút, %s.",
                                session->on_date != NULL ? date : "ngày …… tháng …… năm ………");
  bv_initiative_paper_add_body (self, "Địa điểm: %s.",
                                *session->place != '\0' ? session->place : DOTS DOTS DOTS);
  bv_initiative_paper_add_body (self, "Chủ trì: %s.",
                                *session->chair != '\0' ? session->chair : DOTS DOTS DOTS);
  bv_initiative_paper_add_body (self, "Thư ký: %s.",
                                *session->secretary != '\0' ? session->secretary : DOTS DOTS DOTS);
  if (!build_members (self, error))
    return FALSE;
  bv_document_add_heading (self->document, 1, "NỘI DUNG");
  bv_initiative_paper_add_body (
    self,
    "Hội đồng xét %s sáng kiến. Mỗi sáng kiến do hai giám khảo chấm độc lập theo thang "
    "%s điểm (%s). Giám khảo thứ ba chấm khi hai giám khảo chênh nhau quá "
    "%s điểm hoặc một giám khảo chấm đủ, một giám khảo chấm dưới mức công nhận; "
    "khi đó kết quả là trung bình cộng của giám khảo thứ ba và giám khảo có điểm gần hơn. "
    "Sáng kiến được công nhận khi đạt từ %s điểm trở lên. Kết quả như sau:",
    n_all, maximum, scale, difference, threshold);
  build_marks_table (self);
  bv_document_add_heading (self->document, 1, "KẾT LUẬN");
  build_chair_words (self);
  if (tally.n_open == 0 && tally.n_refused == 0)
    bv_initiative_paper_add_body (
      self, "Hội đồng thống nhất đề nghị Chủ tịch %s công nhận %s sáng kiến theo kết quả nêu trên.",
      self->office->name, n_recognised);
  else if (tally.n_open == 0 && tally.n_recognised == 0)
    bv_initiative_paper_add_body (
      self, "Hội đồng thống nhất không đề nghị công nhận sáng kiến nào theo kết quả nêu trên.");
  else if (tally.n_open == 0)
    bv_initiative_paper_add_body (
      self,
      "Hội đồng thống nhất đề nghị Chủ tịch %s công nhận %s sáng kiến; không công nhận "
      "%s sáng kiến theo kết quả nêu trên.",
      self->office->name, n_recognised, n_refused);
  else
    bv_initiative_paper_add_body (
      self,
      "Hội đồng thống nhất đề nghị Chủ tịch %s công nhận …… sáng kiến; không công nhận "
      "…… sáng kiến.",
      self->office->name);
  bv_initiative_paper_add_body (
    self, "Biên bản được thông qua hồi …… giờ …… phút cùng ngày và lập thành 02 bản có giá "
          "trị như nhau./.");
  signature.lines = right;
  signature.left_lines = left;
  signature.name = chair;
  signature.left_name = secretary;
  bv_document_add_signature (self->document, &signature);
  return TRUE;
}
