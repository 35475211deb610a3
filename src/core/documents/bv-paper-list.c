// SPDX-License-Identifier: GPL-3.0-or-later
/* The list of names of a paper: its columns, groups and total. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-money.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-document-style.h"
#include "merit/bv-eligibility.h"
#include "office/bv-setting.h"

#include <string.h>

/* Of the column of running numbers in the width of the others. */
#define NUMBER_SHARE 0.085

static const struct
{
  BvPaperColumns column;
  double weight;
  BvAlign align;
  const char *head;
} list_columns[] = {
  { 0, 0, BV_ALIGN_CENTRE, "STT" },
  { 0, 24, BV_ALIGN_LEFT, "Họ và tên, tên" BV_NBSP "đơn" BV_NBSP "vị" },
  { 0, 40, BV_ALIGN_LEFT, "Chức vụ, đơn vị công tác (địa" BV_NBSP "chỉ)" },
  { BV_PAPER_COLUMN_AWARD, 26, BV_ALIGN_LEFT, "Danh hiệu, hình" BV_NBSP "thức" },
  { BV_PAPER_COLUMN_ACHIEVEMENT, 34, BV_ALIGN_LEFT, "Thành tích" },
  { BV_PAPER_COLUMN_FINDING, 24, BV_ALIGN_LEFT, "Kết quả thẩm định" },
  { BV_PAPER_COLUMN_BASIS, 20, BV_ALIGN_LEFT, "Cách tính" },
  { BV_PAPER_COLUMN_BONUS, 16, BV_ALIGN_RIGHT, "Tiền thưởng (đồng)" },
  { BV_PAPER_COLUMN_VOTES, 15, BV_ALIGN_CENTRE, "Đồng" BV_NBSP "ý" },
  { BV_PAPER_COLUMN_VOTES, 12, BV_ALIGN_CENTRE, "Tổng số" },
  { BV_PAPER_COLUMN_VOTES, 14, BV_ALIGN_CENTRE, "Tỷ lệ" },
  { BV_PAPER_COLUMN_BALLOT, 15, BV_ALIGN_CENTRE, "Đồng" BV_NBSP "ý" },
  { BV_PAPER_COLUMN_BALLOT, 15, BV_ALIGN_CENTRE, "Không đồng" BV_NBSP "ý" },
  { BV_PAPER_COLUMN_SIGNATURE, 22, BV_ALIGN_LEFT, "Ký nhận" },
};

static gboolean
has_column (guint i, BvPaperColumns columns)
{
  return list_columns[i].column == 0 || (columns & list_columns[i].column) != 0;
}

static guint
count_columns (BvPaperColumns columns)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    n += has_column (i, columns);
  return n;
}

static void
add_votes (BvTableBlock *table, const BvTally *tally)
{
  g_autofree char *percent = NULL;

  if (tally == NULL || tally->votes_for < 0)
    {
      for (guint i = 0; i < 3; i++)
        bv_table_block_add_text (table, i == 2 ? "Chưa biểu quyết" : "");
      return;
    }
  percent = bv_paper_percent (tally->votes_for, tally->base);
  bv_table_block_add_number (table, tally->votes_for, 0, "votes");
  bv_table_block_add_number (table, tally->base, 0, "votes");
  bv_table_block_add_text (table, percent);
}

static const char *
finding_words (const BvNomination *nomination)
{
  g_autoptr (BvFrozenFindings) frozen = NULL;

  if (nomination == NULL || *nomination->findings == '\0')
    return "Chưa thẩm định";
  frozen = bv_frozen_findings_parse (nomination->findings, NULL);
  if (frozen == NULL)
    return "";
  switch (frozen->verdict)
    {
    case BV_VERDICT_MET:
      return "Đủ điều kiện";
    case BV_VERDICT_CANNOT_TELL:
      return "Chưa đủ căn cứ";
    case BV_VERDICT_NOT_MET:
    default:
      return *nomination->override_reason != '\0' ? nomination->override_reason
                                                  : "Chưa đủ điều kiện";
    }
}

static void
add_row (BvPaper *self,
         BvTableBlock *table,
         const BvPaperLine *line,
         guint number,
         BvPaperColumns columns)
{
  g_autofree char *award = bv_paper_name_award_short (self, line->form_code);
  g_autofree char *name = line->is_posthumous ? g_strconcat (line->name, " (truy tặng)", NULL)
                                              : g_strdup (line->name);

  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_number (table, number, 0, NULL);
  /* A collective's name is long and has no post beside it. */
  if (*line->detail == '\0')
    bv_table_block_add_span (table, name, 2, 1);
  else
    {
      bv_table_block_add_text (table, name);
      bv_table_block_add_text (table, line->detail);
    }
  if (columns & BV_PAPER_COLUMN_AWARD)
    bv_table_block_add_text (table, award);
  if (columns & BV_PAPER_COLUMN_ACHIEVEMENT)
    bv_table_block_add_text (table, line->achievement);
  if (columns & BV_PAPER_COLUMN_FINDING)
    bv_table_block_add_text (table, finding_words (line->nomination));
  if (columns & BV_PAPER_COLUMN_BASIS)
    bv_table_block_add_text (table, line->award != NULL ? line->award->bonus_basis : "");
  if (columns & BV_PAPER_COLUMN_BONUS)
    bv_table_block_add_number (
      table, line->award != NULL ? (double) bv_award_get_bonus (line->award) : 0, 0, "bonus");
  if (columns & BV_PAPER_COLUMN_VOTES)
    add_votes (table, line->tally);
  for (guint i = 0; (columns & BV_PAPER_COLUMN_BALLOT) && i < 2; i++)
    bv_table_block_add_text (table, "");
  if (columns & BV_PAPER_COLUMN_SIGNATURE)
    {
      bv_table_block_add_text (table, "");
      bv_table_block_set_signed (table);
    }
}

static void
add_total (BvPaper *self, BvTableBlock *table, GArray *lines, BvPaperColumns columns)
{
  guint before = 0, after = 0;
  gint64 sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);

      sum += line->award != NULL ? bv_award_get_bonus (line->award) : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    if (has_column (i, columns) && list_columns[i].column != BV_PAPER_COLUMN_BONUS)
      {
        if (list_columns[i].column < BV_PAPER_COLUMN_SIGNATURE)
          before++;
        else
          after++;
      }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", before, 1),
                                 BV_ALIGN_CENTRE);
  bv_table_block_add_number (table, (double) sum, 0, "bonus");
  for (guint i = 0; i < after; i++)
    bv_table_block_add_text (table, "");
  {
    g_autofree char *words = bv_money_in_words (
      sum, bv_setting_get_words_style (self->connection, NULL));
    BvRuns *text = bv_runs_new (NULL);

    bv_runs_add (text, "Bằng chữ: ", BV_RUN_BOLD);
    bv_runs_add (text, words, BV_RUN_BOLD | BV_RUN_ITALIC);
    bv_runs_add (text, ".", BV_RUN_BOLD);
    bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
  }
}

void
bv_paper_add_list (BvPaper *self, const char *name, GArray *lines, BvPaperColumns columns)
{
  static const struct
  {
    BvSubjectKind kind;
    const char *name;
  } groups[] = {
    { BV_SUBJECT_UNIT, "Tập thể" },
    { BV_SUBJECT_PERSON, "Cá nhân" },
    { BV_SUBJECT_HOUSEHOLD, "Hộ gia đình" },
  };
  BvTableBlock *table = bv_document_add_table (self->document, name);
  double weight = 0;
  int n_groups = 0;

  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    if (has_column (i, columns))
      weight += list_columns[i].weight;
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    if (has_column (i, columns))
      /* Running numbers need one width, however many columns stand beside them. */
      bv_table_block_add_column (
        table, list_columns[i].weight > 0 ? list_columns[i].weight : NUMBER_SHARE * weight,
        list_columns[i].align);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    if (has_column (i, columns))
      bv_table_block_add_text (table, list_columns[i].head);
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      guint number = 0;

      for (guint i = 0; i < lines->len; i++)
        {
          const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);

          if (line->kind != groups[g].kind)
            continue;
          if (number++ == 0)
            {
              g_autofree char *roman = bv_number_roman (++n_groups);
              g_autofree char *head = g_strdup_printf ("%s. %s", roman, groups[g].name);

              bv_table_block_add_row (table, BV_ROW_GROUP);
              bv_table_block_add_span (table, head, count_columns (columns), 1);
            }
          add_row (self, table, line, number, columns);
        }
    }
  if (columns & BV_PAPER_COLUMN_BONUS)
    add_total (self, table, lines, columns);
}
