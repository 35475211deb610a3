// SPDX-License-Identifier: GPL-3.0-or-later
/* Phiếu chấm điểm: a page for every examiner and initiative. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-initiative-papers-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

/* A word in plain letters and its value in bold. */
static void
add_value (BvInitiativePaperDraft *self, const char *word, const char *value)
{
  BvRuns *runs = bv_runs_new (word);

  bv_runs_add (runs, ": ", BV_RUN_PLAIN);
  bv_runs_add (runs, value, BV_RUN_BOLD);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, runs);
}

static const char *
get_kind_word (const BvInitiative *initiative)
{
  return g_str_equal (initiative->kind, "research")         ? "Đề tài nghiên cứu khoa học"
         : g_str_equal (initiative->kind, "scheme")         ? "Đề án"
         : g_str_equal (initiative->kind, "legal_document") ? "Văn bản quy phạm pháp luật"
                                                            : "Sáng kiến";
}

static void
build_sheet_table (BvInitiativePaperDraft *self, const BvInitiativeSheet *sheet)
{
  gint64 total = bv_initiative_sheet_get_total (sheet, self->scale);
  BvTableBlock *table = bv_document_add_table (self->document, "Phiếu chấm điểm");

  bv_table_block_add_column (table, 8, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 38, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 13, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 13, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 28, BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "STT");
  bv_table_block_add_text (table, "Tiêu chí");
  bv_table_block_add_text (table, "Điểm tối\u00a0đa");
  bv_table_block_add_text (table, "Điểm chấm");
  bv_table_block_add_text (table, "Ghi chú");
  for (guint i = 0; i < self->scale->criteria->len; i++)
    {
      const BvInitiativeCriterion *criterion = g_ptr_array_index (self->scale->criteria, i);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, bv_initiative_criterion_get_paper_label (criterion));
      bv_initiative_paper_add_points (table, criterion->maximum);
      if (sheet->marks[i] >= 0)
        bv_initiative_paper_add_points (table, sheet->marks[i]);
      else
        bv_table_block_add_text (table, "");
      bv_table_block_add_text (table, "");
    }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 2, 1),
                                 BV_ALIGN_CENTRE);
  bv_initiative_paper_add_points (table, self->scale->maximum);
  if (total >= 0)
    bv_initiative_paper_add_points (table, total);
  else
    bv_table_block_add_text (table, "");
  bv_table_block_add_text (table, "");
}

static void
build_sheet (BvInitiativePaperDraft *self,
             const BvInitiativeItem *item,
             const BvInitiativeSheet *sheet)
{
  const BvInitiative *initiative = item->initiative;
  g_autofree char *authors = bv_initiative_describe_authors (initiative);
  g_autofree char *unnamed = bv_initiative_sheet_default_name (sheet->position);
  g_autofree char *note = NULL;
  char *lines[] = { (char *) "GIÁM KHẢO", NULL };
  gboolean is_named = *sheet->name != '\0' && !g_str_equal (sheet->name, unnamed);
  BvSignatureBlock signature = { 0 };

  bv_initiative_paper_add_letterhead (self, NULL, self->options->is_blank ? NULL : sheet->on_date);
  if (self->session != NULL)
    note = g_strdup_printf ("(%s)", self->session->title);
  bv_document_add_title (self->document, "PHIẾU CHẤM ĐIỂM SÁNG KIẾN", NULL, note);
  add_value (self, get_kind_word (initiative), initiative->title);
  bv_initiative_paper_add_body (self, "%s: %s.",
                                initiative->authors->len > 1 ? "Đồng tác giả" : "Tác giả", authors);
  if (*initiative->unit_name != '\0')
    bv_initiative_paper_add_body (self, "Đơn vị áp dụng lần đầu: %s.", initiative->unit_name);
  if (*initiative->field != '\0')
    bv_initiative_paper_add_body (self, "Lĩnh vực áp dụng: %s.", initiative->field);
  if (!is_named)
    bv_initiative_paper_add_body (self, "%s: " DOTS DOTS "; chức vụ: " DOTS, unnamed);
  else if (*sheet->post == '\0')
    bv_initiative_paper_add_body (self, "%s: %s.", unnamed, sheet->name);
  else
    bv_initiative_paper_add_body (self, "%s: %s, %s.", unnamed, sheet->name, sheet->post);
  build_sheet_table (self, sheet);
  if (*sheet->comment != '\0')
    bv_initiative_paper_add_body (self, "Nhận xét: %s", sheet->comment);
  else
    {
      bv_initiative_paper_add_body (self, "Nhận xét: " DOTS DOTS DOTS DOTS "……");
      bv_initiative_paper_add_lines (self, 2);
    }
  signature.lines = lines;
  signature.hint = (char *) "(Ký, ghi rõ họ tên)";
  signature.name = is_named ? sheet->name : (char *) "";
  bv_document_add_signature (self->document, &signature);
}

gboolean
bv_initiative_paper_build_sheets (BvInitiativePaperDraft *self, GError **error)
{
  gboolean is_first = TRUE;

  if (self->items->len == 0)
    return bv_initiative_paper_fail_empty (error, _ ("No initiative is before this session yet."));
  for (guint i = 0; i < self->items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (self->items, i);
      int last = item->outcome.needs_third ? 3 : 2;

      for (int position = 1; position <= last; position++)
        {
          g_autoptr (BvInitiativeSheet)
            sheet = bv_initiative_sheet_new (item->initiative->id, position);

          for (guint j = 0; j < item->sheets->len; j++)
            if (((BvInitiativeSheet *) g_ptr_array_index (item->sheets, j))->position == position)
              {
                bv_initiative_sheet_free (sheet);
                sheet = bv_initiative_sheet_copy (g_ptr_array_index (item->sheets, j));
              }
          for (guint j = 0; self->options->is_blank && j < BV_INITIATIVE_MAX_CRITERIA; j++)
            sheet->marks[j] = -1;
          if (self->options->is_blank)
            bv_text_set (&sheet->comment, "");
          if (!is_first)
            bv_document_add_page_break (self->document);
          is_first = FALSE;
          build_sheet (self, item, sheet);
        }
    }
  return TRUE;
}
