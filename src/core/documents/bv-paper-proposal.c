// SPDX-License-Identifier: GPL-3.0-or-later
/* Tờ trình with its list, the summary list for the council, and the notice for public opinion. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-opinion.h"
#include "office/bv-signer.h"
#include "store/bv-connection.h"

#include <string.h>

/* Decided at a level above the office: its committee proposes; at its own level its department does. */
static gboolean
goes_above (const BvPaper *self)
{
  const char *own = bv_office_period_decision_level (self->office);
  BvLevel level;

  return bv_level_from_code (own, &level) && self->dossier->level < level;
}

/* Whoever the law says decides: the province itself writes to the Prime Minister and the President. */
static const char *
find_decider (const BvPaper *self, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const BvRegimeAward *award = bv_regime_set_find_award (
        self->regimes, g_ptr_array_index (forms, i), self->day);

      for (guint k = 0; award != NULL && k < award->deciders->len; k++)
        {
          const BvDecider *decider = g_ptr_array_index (award->deciders, k);

          if (decider->level == self->dossier->level)
            return decider->who;
        }
    }
  return "Cấp trên có thẩm quyền";
}

static char *
name_addressee (const BvPaper *self, GPtrArray *forms)
{
  if (!goes_above (self))
    return bv_office_period_chairman (self->office);
  if (strcmp (self->office->level, "ministry_unit") == 0 && *self->office->superior_name != '\0')
    return g_strdup (self->office->superior_name);
  /* State and Government awards go by the superior, who proposes them on (L2022 art. 83). */
  return *self->office->superior_name != '\0'
           ? g_strconcat ("Chủ tịch ", self->office->superior_name, NULL)
           : g_strdup (find_decider (self, forms));
}

/* "công nhận danh hiệu …" for titles, "tặng …" for the others; of one award or of several. */
static char *
name_wish (const BvPaper *self, GPtrArray *forms)
{
  g_autofree char *name = NULL;
  gboolean has_titles = FALSE, has_others = FALSE;

  for (guint i = 0; i < forms->len; i++)
    {
      const BvRegimeAward *award = bv_regime_set_find_award (
        self->regimes, g_ptr_array_index (forms, i), self->day);

      if (award != NULL && bv_regime_award_is_title (award))
        has_titles = TRUE;
      else
        has_others = TRUE;
    }
  if (forms->len == 1)
    {
      name = bv_paper_name_award (self, g_ptr_array_index (forms, 0));
      return g_strconcat (has_titles ? "công nhận " : "tặng ", name, NULL);
    }
  if (has_titles && has_others)
    return g_strdup ("công nhận danh hiệu thi đua và tặng các hình thức khen thưởng");
  return g_strdup (has_titles ? "công nhận các danh hiệu thi đua"
                              : "tặng các hình thức khen thưởng");
}

static gboolean
find_meeting_basis (const BvPaper *self, char **basis, GError **error)
{
  g_autofree char *date = NULL;

  if (self->meeting == NULL || !self->meeting->is_closed)
    return TRUE;
  date = bv_paper_long_date (self->meeting->on_date);
  *basis = g_strdup_printf ("Căn cứ Biên bản họp %s %s", self->meeting->council_name, date);
  return TRUE;
}

static void
add_form_paragraphs (BvPaper *self, GArray *lines, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const char *code = g_ptr_array_index (forms, i);
      const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, code, self->day);
      BvPaperCount count = bv_paper_count (lines, code);
      g_autofree char *how_many = bv_paper_count_format (&count);
      g_autofree char *name = bv_paper_name_award (self, code);
      g_autofree char *capital = bv_paper_large (name);
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);
      g_autofree char *article = award != NULL ? bv_paper_name_article (award->article)
                                               : g_strdup ("");

      /* One alone needs no number. */
      bv_paper_add_body (self, "%s%s cho %s%s%s.", forms->len > 1 ? number : "", capital, how_many,
                         *article != '\0' ? ", theo quy định tại " : "", article);
    }
}

static void
add_annex (BvPaper *self,
           const char *summary,
           const char *of,
           GArray *lines,
           BvPaperColumns columns)
{
  bv_document_add_appendix (self->document, "DANH SÁCH", summary, of);
  bv_paper_add_list (self, "Danh sách", lines, columns);
}

gboolean
bv_paper_build_proposal (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_nominations (self);
  g_autoptr (GPtrArray) forms = bv_paper_list_forms (self, lines);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *how_many = bv_paper_count_format (&count);
  g_autofree char *wish = name_wish (self, forms);
  g_autofree char *occasion = bv_paper_name_occasion (self);
  g_autofree char *summary = g_strdup_printf ("Về việc đề nghị %s %s", wish, occasion);
  g_autofree char *addressee = name_addressee (self, forms);
  g_autofree char *to = g_strdup_printf ("Kính gửi: %s.", addressee);
  g_autofree char *basis = NULL;
  g_autofree char *date = bv_paper_long_date (self->date);
  g_autofree char *of = NULL;
  gboolean is_above = goes_above (self);
  const char *who = is_above ? self->office->name : self->office->department;
  const char *more[2] = { NULL, NULL };
  const char *const recipients[] = { "Như trên", NULL };

  if (!find_meeting_basis (self, &basis, error))
    return FALSE;
  more[0] = basis;
  bv_paper_add_letterhead (self, is_above ? BV_PAPER_ISSUER_COMMITTEE : BV_PAPER_ISSUER_DEPARTMENT,
                           "TTr", self->dossier->proposal_number, NULL);
  bv_document_add_title (self->document, "TỜ TRÌNH", summary, NULL);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_ADDRESSEE, to);
  bv_paper_add_bases (self, more);
  bv_paper_add_body (
    self,
    self->dossier->is_simplified
      ? "Sau khi xem xét thành tích và đối chiếu tiêu chuẩn khen thưởng theo thủ "
        "tục đơn giản, %s kính đề nghị %s xem xét, %s %s cho %s "
        "(có danh sách kèm theo), cụ thể như sau:"
    : basis != NULL ? "Sau khi xem xét thành tích, đối chiếu tiêu chuẩn và kết quả họp Hội "
                      "đồng Thi đua - Khen thưởng, %s kính đề nghị %s xem xét, %s %s cho %s "
                      "(có danh sách kèm theo), cụ thể như sau:"
                    : "Sau khi xem xét thành tích và đối chiếu tiêu chuẩn khen thưởng, %s kính "
                      "đề nghị %s xem xét, %s %s cho %s (có danh sách kèm theo), cụ thể như "
                      "sau:",
    is_above ? who : self->office->department, addressee, wish, occasion, how_many);
  add_form_paragraphs (self, lines, forms);
  bv_paper_add_body (self, "%s kính trình %s xem xét, quyết định./.", who, addressee);
  if (!(is_above ? bv_paper_add_committee_signature (self, recipients, error)
                 : bv_paper_add_department_signature (self, recipients, error)))
    return FALSE;
  {
    g_autofree char *full = bv_paper_full_number (
      self, self->dossier->proposal_number, is_above ? BV_ISSUER_COMMITTEE : BV_ISSUER_DEPARTMENT,
      "TTr");
    g_autofree char *number = *full != '\0' ? g_strdup_printf (" số %s", full) : g_strdup ("");

    of = g_strdup_printf ("(Kèm theo Tờ trình%s %s của %s)", number, date,
                          is_above ? self->office->name : self->office->department);
  }
  {
    g_autofree char *title = g_strdup_printf ("Đề nghị %s %s", wish, occasion);

    add_annex (self, title, of, lines, BV_PAPER_COLUMN_AWARD);
  }
  return TRUE;
}

gboolean
bv_paper_build_summary (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_nominations (self);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *how_many = bv_paper_count_format (&count);
  g_autofree char *occasion = bv_paper_name_occasion (self);
  g_autofree char *summary = g_strdup_printf ("Đề nghị khen thưởng %s", occasion);
  g_auto (GStrv) left = g_strsplit ("NGƯỜI LẬP", "|", -1);
  g_auto (GStrv)
    right = bv_signature_lines ("", "", bv_office_period_department_post (self->office));
  BvSignatureBlock block = { .lines = right, .left_lines = left };
  const char *common = bv_paper_common_achievement (lines);
  gboolean is_common = lines->len > 1 && *common != '\0';

  bv_document_add_section (self->document, TRUE);
  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_DEPARTMENT, NULL, NULL, NULL);
  bv_document_add_title (self->document, "BẢNG TỔNG HỢP", summary, NULL);
  /* What is the same of everybody is said once. */
  if (is_common)
    {
      g_autofree char *small = bv_paper_small (common);

      bv_paper_add_body (self, "Thành tích chung của các trường hợp đề nghị: %s.", small);
    }
  bv_paper_add_list (self, "Tổng hợp", lines,
                     BV_PAPER_COLUMN_AWARD | BV_PAPER_COLUMN_FINDING
                       | (is_common ? 0 : BV_PAPER_COLUMN_ACHIEVEMENT));
  bv_paper_add_body (self, "Tổng số đề nghị: %s.", how_many);
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

gboolean
bv_paper_build_opinion (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_nominations (self);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *how_many = bv_paper_count_format (&count);
  g_autofree char *whom = bv_paper_count_name (&count);
  g_autofree char *occasion = bv_paper_name_occasion (self);
  g_autofree char *summary = g_strdup_printf (
    "Về việc lấy ý kiến đối với %s đề nghị khen thưởng %s", whom, occasion);
  g_autofree char *from = bv_paper_long_date (self->dossier->opinion_from);
  g_auto (BvOpinion) opinion = { 0 };
  g_autofree char *to = NULL;
  const char *const recipients[] = { "Các cơ quan, đơn vị, địa phương",
                                     "Cổng (trang) thông tin điện tử", NULL };

  if (!bv_opinion_of_dossier (self->connection, self->regimes, self->dossier, &opinion, error))
    return FALSE;
  to = bv_paper_long_date (self->dossier->opinion_to != NULL ? self->dossier->opinion_to
                                                             : opinion.until);
  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_DEPARTMENT, "TB", NULL, NULL);
  bv_document_add_title (self->document, "THÔNG BÁO", summary, NULL);
  bv_paper_add_bases (self, NULL);
  bv_paper_add_body (self,
                     "%s thông báo công khai để lấy ý kiến Nhân dân, cán bộ, công chức, viên chức, "
                     "người lao động đối với %s được đề nghị khen thưởng %s (có danh sách kèm "
                     "theo).",
                     self->office->department, how_many, occasion);
  /* Who asks longer than the rule is not said to ask by it. */
  if (opinion.is_needed
      && (self->dossier->opinion_to == NULL
          || g_strcmp0 (self->dossier->opinion_to, opinion.until) == 0))
    bv_paper_add_body (self, "Thời gian lấy ý kiến: %d %s, từ %s đến hết %s.", opinion.days,
                       opinion.is_working ? "ngày làm việc" : "ngày", from, to);
  else
    bv_paper_add_body (self, "Thời gian lấy ý kiến: từ %s đến hết %s.", from, to);
  bv_paper_add_body (self,
                     "Ý kiến góp ý, phản ánh ghi rõ họ tên, địa chỉ và gửi về %s, %s trong thời "
                     "gian nêu trên. Sau thời hạn này, nếu không có ý kiến phản ánh, %s sẽ trình "
                     "Hội đồng Thi đua - Khen thưởng xem xét theo quy định./.",
                     self->office->department, self->office->name, self->office->department);
  if (!bv_paper_add_department_signature (self, recipients, error))
    return FALSE;
  {
    g_autofree char *title = bv_paper_large (whom + strlen ("các "));
    g_autofree char *all = g_strdup_printf ("%s đề nghị khen thưởng %s", title, occasion);

    add_annex (self, all, "(Kèm theo Thông báo này)", lines, BV_PAPER_COLUMN_AWARD);
  }
  return TRUE;
}
