// SPDX-License-Identifier: GPL-3.0-or-later
/* The decision with its list (DOMAIN 7.6) and the list by which its bonuses are paid. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "office/bv-setting.h"
#include "office/bv-signer.h"

#include <string.h>

static char *
name_merit (const BvPaper *self, GArray *lines)
{
  const char *common = bv_paper_common_achievement (lines);

  if (*common == '\0')
    return g_strdup_printf ("đã có thành tích trong phong trào thi đua năm %d", self->year);
  if (g_str_has_prefix (common, "Đã "))
    return g_strconcat ("đã ", common + strlen ("Đã "), NULL);
  return g_strconcat ("đã có thành tích: ", common, NULL);
}

static gboolean
is_title (const BvPaper *self, const char *code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, code, self->day);

  return award != NULL && bv_regime_award_is_title (award) && award->kind == BV_AWARD_TITLE;
}

static char *
name_gift (const BvPaper *self, GArray *lines, const char *code)
{
  BvPaperCount count = bv_paper_count (lines, code);
  g_autofree char *how_many = bv_paper_count_format (&count);
  g_autofree char *award = bv_paper_name_award (self, code);
  guint n_all = count.n_units + count.n_persons + count.n_households;
  guint n_posthumous = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);

      n_posthumous += line->is_posthumous && strcmp (line->form_code, code) == 0;
    }
  return g_strdup_printf ("%s %s cho %s",
                          is_title (self, code)                       ? "Công nhận"
                          : n_posthumous > 0 && n_posthumous == n_all ? "Truy tặng"
                                                                      : "Tặng",
                          award, how_many);
}

/* "Công nhận các danh hiệu thi đua", "Tặng các hình thức khen thưởng", or both, as the list asks for. */
static const char *
name_gifts (const BvPaper *self, GPtrArray *forms)
{
  guint n_titles = 0;

  for (guint i = 0; i < forms->len; i++)
    n_titles += is_title (self, g_ptr_array_index (forms, i));
  return n_titles == forms->len ? "Công nhận các danh hiệu thi đua"
         : n_titles == 0        ? "Tặng các hình thức khen thưởng"
                         : "Công nhận danh hiệu thi đua, tặng hình thức khen thưởng";
}

static void
add_article_1 (BvPaper *self, GArray *lines)
{
  g_autoptr (GPtrArray) forms = bv_paper_list_forms (self, lines);
  g_autofree char *merit = name_merit (self, lines);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *whom = bv_paper_count_name (&count);

  if (forms->len == 1)
    {
      g_autofree char *gift = name_gift (self, lines, g_ptr_array_index (forms, 0));
      g_autofree char *text = g_strdup_printf ("%s, %s (có danh sách kèm theo).", gift, merit);

      bv_paper_add_article (self, "Điều 1.", text);
      return;
    }
  {
    g_autofree char *text = g_strdup_printf (
      "%s cho %s %s (có danh sách kèm theo), cụ thể:", name_gifts (self, forms), whom, merit);

    bv_paper_add_article (self, "Điều 1.", text);
  }
  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *gift = name_gift (self, lines, g_ptr_array_index (forms, i));

      bv_paper_add_body (self, "%u. %s%s", i + 1, gift, i + 1 < forms->len ? ";" : ".");
    }
}

/* Whether a line gets nothing because a higher bonus is paid for the same achievement. */
static gboolean
has_outdone (BvPaper *self)
{
  return bv_award_sum (self->awards).n_outdone > 0;
}

static gboolean
add_article_2 (BvPaper *self, const char *whom, gint64 sum)
{
  g_autofree char *money = bv_money_format (sum);
  g_autofree char *sentence = bv_money_in_words (
    sum, bv_setting_get_words_style (self->connection, NULL));
  g_autofree char *words = bv_paper_small (sentence);
  g_autofree char *text = NULL;

  if (sum == 0)
    return FALSE;
  text = g_strdup_printf (
    "Thưởng tiền theo quy định cho %s có tên tại Điều 1; tổng số tiền thưởng là %s (bằng chữ: %s), "
    "chi từ Quỹ thi đua, khen thưởng %s.%s",
    whom, money, words, self->office->area_name,
    has_outdone (self) ? " Cá nhân, tập thể đạt nhiều danh hiệu cho cùng một thành tích được hưởng "
                         "mức tiền thưởng cao nhất."
                       : "");
  bv_paper_add_article (self, "Điều 2.", text);
  return TRUE;
}

gboolean
bv_paper_build_decision (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_awards (self);
  g_autofree char *chairman = bv_office_period_chairman (self->office);
  g_autofree char *issuer = bv_text_upper (chairman);
  g_autofree char *head = bv_office_period_department_head (self->office);
  g_autofree char *executors = bv_paper_name_executors (self->office, self->regime);
  g_autofree char *date = bv_paper_long_date (self->decision->on_date);
  g_autofree char *proposal = NULL;
  g_autofree char *of = NULL;
  g_autofree char *last = NULL;
  const BvDecision *decision = self->decision;
  BvAwardTotals totals = bv_award_sum (self->awards);
  BvPaperCount count = bv_paper_count (lines, NULL);
  g_autofree char *whom = bv_paper_count_name (&count);
  /* Over its list a decision does not say again "Về việc". */
  g_autofree char *annex = g_str_has_prefix (decision->title, "Về việc ")
                             ? bv_paper_large (decision->title + strlen ("Về việc "))
                             : g_strdup (decision->title);
  const char *more[2] = { NULL, NULL };
  const char *const recipients[] = { "Như Điều 3", NULL };
  const char *const recipients_short[] = { "Như Điều 2", NULL };
  gboolean has_money;

  if (*decision->proposal != '\0')
    proposal = g_str_has_prefix (decision->proposal, "Theo ")
                 ? g_strdup (decision->proposal)
                 : g_strdup_printf ("Theo đề nghị của %s tại %s", head, decision->proposal);
  else
    proposal = g_strdup_printf ("Theo đề nghị của %s", head);
  more[0] = proposal;
  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_COMMITTEE, "QĐ", decision->number, NULL);
  bv_document_add_title (self->document, "QUYẾT ĐỊNH", decision->title, NULL);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_FORMULA, issuer);
  bv_paper_add_bases (self, more);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_FORMULA, "QUYẾT ĐỊNH:");
  add_article_1 (self, lines);
  has_money = add_article_2 (self, whom, totals.bonus);
  last = g_strdup_printf (
    "%s, thủ trưởng các cơ quan, đơn vị có liên quan và %s có tên tại Điều 1 chịu trách nhiệm thi "
    "hành Quyết định này./.",
    executors, whom);
  bv_paper_add_article (self, has_money ? "Điều 3." : "Điều 2.", last);
  {
    g_auto (GStrv) all = bv_paper_recipients (self, BV_PAPER_ISSUER_COMMITTEE,
                                              has_money ? recipients : recipients_short);
    g_auto (GStrv) signature = bv_paper_chairman_lines (
      decision->signer_prefix, decision->signer_on_behalf_of, decision->signer_post);
    BvSignatureBlock block = { .recipients = all,
                               .lines = signature,
                               .name = decision->signer_name };

    /* The decision keeps who signed it. */
    if (signature[0] == NULL || self->options->signer_id != 0)
      {
        if (!bv_paper_add_committee_signature (self, has_money ? recipients : recipients_short,
                                               error))
          return FALSE;
      }
    else
      bv_document_add_signature (self->document, &block);
  }
  of = *decision->number != '\0' ? g_strdup_printf ("(Kèm theo Quyết định số %s %s của %s)",
                                                    decision->number, date, decision->issuer)
                                 : g_strdup_printf ("(Kèm theo Quyết định số ……/QĐ-%s %s của %s)",
                                                    self->office->symbol, date, decision->issuer);
  bv_document_add_appendix (self->document, "DANH SÁCH", annex, of);
  bv_paper_add_list (self, "Danh sách", lines,
                     BV_PAPER_COLUMN_AWARD | (has_money ? BV_PAPER_COLUMN_BONUS : 0));
  return TRUE;
}

/* Why somebody of the decision has a smaller sum here, or does not stand here at all. */
static void
add_highest (BvPaper *self)
{
  guint n = bv_award_sum (self->awards).n_outdone;

  if (n > 0)
    bv_paper_add_body (self,
                       "Cá nhân, tập thể đạt nhiều danh hiệu thi đua cho cùng một thành tích chỉ "
                       "hưởng mức tiền thưởng cao nhất; không chi tiền thưởng của %02u danh hiệu "
                       "còn lại.",
                       n);
}

gboolean
bv_paper_build_payment (BvPaper *self, GError **error)
{
  g_autoptr (GArray) lines = bv_paper_lines_from_awards (self);
  g_autofree char *date = bv_paper_long_date (self->decision->on_date);
  g_autofree char *of = g_strdup_printf (
    "(Kèm theo Quyết định số %s %s của %s)",
    *self->decision->number != '\0' ? self->decision->number : "……", date, self->decision->issuer);
  g_autofree char *summary = g_strdup_printf ("Chi tiền thưởng thi đua, khen thưởng năm %d",
                                              self->year);
  g_auto (GStrv) left = g_strsplit ("NGƯỜI LẬP", "|", -1);
  /* Nothing is paid before whoever keeps the books has signed: Law on Accounting 2015, Article 19 clause 3. */
  g_auto (GStrv) middle = g_strsplit ("KẾ TOÁN", "|", -1);
  g_auto (GStrv) right = g_strsplit ("THỦ TRƯỞNG ĐƠN VỊ", "|", -1);
  BvSignatureBlock block = { .lines = right,
                             .hint = (char *) "(Ký tên, đóng dấu)",
                             .left_lines = left,
                             .left_hint = (char *) "(Ký, ghi rõ họ tên)",
                             .middle_lines = middle,
                             .middle_hint = (char *) "(Ký, ghi rõ họ tên)" };

  bv_document_add_section (self->document, TRUE);
  bv_paper_add_letterhead (self, BV_PAPER_ISSUER_DEPARTMENT, NULL, NULL, NULL);
  bv_document_add_title (self->document, "DANH SÁCH", summary, of);
  bv_paper_add_list (self, "Chi tiền thưởng", lines,
                     BV_PAPER_COLUMN_AWARD | BV_PAPER_COLUMN_BASIS | BV_PAPER_COLUMN_BONUS
                       | BV_PAPER_COLUMN_SIGNATURE);
  add_highest (self);
  bv_document_add_signature (self->document, &block);
  return TRUE;
}
