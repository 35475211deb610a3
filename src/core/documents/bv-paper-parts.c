// SPDX-License-Identifier: GPL-3.0-or-later
/* What the papers of a dossier have in common: their words, heads, lists and signatures. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-document-style.h"
#include "merit/bv-eligibility.h"
#include "office/bv-setting.h"
#include "office/bv-signer.h"

#include <stdarg.h>
#include <string.h>

/* ── Lines ───────────────────────────────────────────────────────────────────────────────── */

GArray *
bv_paper_lines_from_nominations (const BvPaper *self)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (self->nominations, i);
      BvPaperLine line = { .kind = one->subject_kind,
                           .name = one->name_printed,
                           .detail = one->detail_printed,
                           .form_code = one->form_code,
                           .achievement = one->achievement,
                           .is_posthumous = one->is_posthumous,
                           .nomination = one };

      g_array_append_val (lines, line);
    }
  return lines;
}

GArray *
bv_paper_lines_from_items (const BvPaper *self, int passed)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (self->items, i);
      const BvTally *tally = g_ptr_array_index (self->tallies, i);
      BvPaperLine line = { .kind = item->subject_kind,
                           .name = item->name,
                           .detail = item->detail,
                           .form_code = item->form_code,
                           .achievement = item->achievement,
                           .tally = tally };

      if (passed < 0 || (tally->outcome == BV_OUTCOME_PASSED) == (passed == 1))
        g_array_append_val (lines, line);
    }
  return lines;
}

GArray *
bv_paper_lines_from_awards (const BvPaper *self)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (self->awards, i);
      BvPaperLine line = { .kind = award->subject_kind,
                           .name = award->name_printed,
                           .detail = award->detail_printed,
                           .form_code = award->form_code,
                           .achievement = award->achievement,
                           .is_posthumous = award->is_posthumous,
                           .award = award };

      g_array_append_val (lines, line);
    }
  return lines;
}

BvPaperCount
bv_paper_count (GArray *lines, const char *form_code)
{
  BvPaperCount count = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);

      if (form_code != NULL && strcmp (form_code, line->form_code) != 0)
        continue;
      count.n_units += line->kind == BV_SUBJECT_UNIT;
      count.n_persons += line->kind == BV_SUBJECT_PERSON;
      count.n_households += line->kind == BV_SUBJECT_HOUSEHOLD;
    }
  return count;
}

static const char *const kind_nouns[] = { "tập thể", "cá nhân", "hộ gia đình" };

char *
bv_paper_count_format (const BvPaperCount *count)
{
  const guint numbers[] = { count->n_units, count->n_persons, count->n_households };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] > 0)
      {
        g_autofree char *number = bv_number_two_digits (numbers[i]);

        g_string_append_printf (text, "%s%s" BV_NBSP "%s", text->len > 0 ? ", " : "", number,
                                kind_nouns[i]);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bv_paper_count_name (const BvPaperCount *count)
{
  const guint numbers[] = { count->n_units, count->n_persons, count->n_households };
  g_autoptr (GString) text = g_string_new ("các ");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] > 0)
      g_string_append_printf (text, "%s%s", text->len > strlen ("các ") ? ", " : "", kind_nouns[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_forms (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BvPaper *self = user_data;
  const BvRegimeAward *first = bv_regime_set_find_award (self->regimes, *(const char *const *) a,
                                                         self->day);
  const BvRegimeAward *second = bv_regime_set_find_award (self->regimes, *(const char *const *) b,
                                                          self->day);

  return (first != NULL ? (int) first->order : G_MAXINT)
         - (second != NULL ? (int) second->order : G_MAXINT);
}

GPtrArray *
bv_paper_list_forms (const BvPaper *self, GArray *lines)
{
  GPtrArray *forms = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const char *code = g_array_index (lines, BvPaperLine, i).form_code;

      if (!g_ptr_array_find_with_equal_func (forms, code, g_str_equal, NULL))
        g_ptr_array_add (forms, (gpointer) code);
    }
  g_ptr_array_sort_with_data (forms, compare_forms, (gpointer) self);
  return forms;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static void
replace (char **text, const char *what, const char *with)
{
  char *place = strstr (*text, what);
  char *result;

  if (place == NULL)
    return;
  result = g_strdup_printf ("%.*s%s%s", (int) (place - *text), *text, with, place + strlen (what));
  bv_text_take (text, result);
}

/* 'tỉnh Sơn La' of 'Ủy ban nhân dân tỉnh Sơn La'. */
static const char *
superior_area (const BvPaper *self)
{
  const char *prefix = "Ủy ban nhân dân ";

  return g_str_has_prefix (self->office->superior_name, prefix)
           ? self->office->superior_name + strlen (prefix)
           : "";
}

char *
bv_paper_name_award_short (const BvPaper *self, const char *form_code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, form_code, self->day);
  char *name;

  if (award == NULL)
    return g_strdup (form_code);
  name = g_strdup (award->name);
  /* The law speaks of every level at once; a paper speaks of one. */
  replace (&name, " cấp tỉnh, bộ, ban, ngành", " cấp tỉnh");
  if (award->kind == BV_AWARD_PRAISE || award->kind == BV_AWARD_MERIT)
    {
      char *of = strstr (name, " của ");

      if (of != NULL && award->kind == BV_AWARD_PRAISE)
        *of = '\0';
      else if (*superior_area (self) != '\0')
        {
          g_autofree char *area = g_strconcat (" ", superior_area (self), NULL);

          replace (&name, " cấp tỉnh", area);
        }
    }
  return name;
}

char *
bv_paper_name_award (const BvPaper *self, const char *form_code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, form_code, self->day);
  g_autofree char *name = NULL;

  if (award == NULL)
    return g_strdup (form_code);
  if (bv_regime_award_is_title (award))
    {
      name = bv_paper_name_award_short (self, form_code);
      return g_strdup_printf (award->kind == BV_AWARD_TITLE ? "danh hiệu “%s”" : "%s", name);
    }
  name = g_strdup (award->name);
  replace (&name, " cấp tỉnh, bộ, ban, ngành", " cấp tỉnh");
  if (*superior_area (self) != '\0')
    {
      g_autofree char *area = g_strconcat (" ", superior_area (self), NULL);
      replace (&name, " cấp tỉnh", area);
    }
  if (bv_regime_award_is_decided_at (award, BV_LEVEL_DISTRICT)
      || bv_regime_award_is_decided_at (award, BV_LEVEL_COMMUNE))
    {
      g_autofree char *area = g_strconcat (" ", self->office->area_name, NULL);
      replace (&name, " cấp huyện", area);
      replace (&name, " cấp xã", area);
    }
  return g_steal_pointer (&name);
}

char *
bv_paper_name_occasion (const BvPaper *self)
{
  if (self->dossier != NULL && *self->dossier->movement_name != '\0')
    return g_strdup_printf (g_str_has_prefix (self->dossier->movement_name, "Phong trào")
                              ? "tổng kết %s"
                              : "tổng kết phong trào “%s”",
                            self->dossier->movement_name);
  if (self->dossier != NULL && self->dossier->manner == BV_MANNER_SUDDEN)
    return g_strdup_printf ("về thành tích đột xuất năm %d", self->year);
  return g_strdup_printf ("năm %d", self->year);
}

static char *
change_first (const char *text, char *(*change) (const char *text, gssize length))
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = change (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

char *
bv_paper_small (const char *text)
{
  return change_first (text, g_utf8_strdown);
}

char *
bv_paper_large (const char *text)
{
  return change_first (text, g_utf8_strup);
}

char *
bv_paper_department_name (const BvPaper *self)
{
  return bv_paper_small (self->office->department);
}

char *
bv_paper_department_head (const BvPaper *self)
{
  g_autofree char *name = bv_paper_department_name (self);

  return g_strconcat ("Trưởng ", name, NULL);
}

char *
bv_paper_long_date (const char *date)
{
  return date != NULL ? bv_date_format_long (date) : g_strdup ("ngày …… tháng …… năm ………");
}

char *
bv_paper_percent (gint64 part, gint64 whole)
{
  gint64 tenths;

  if (whole <= 0)
    return g_strdup ("–");
  tenths = (part * 2000 + whole) / (2 * whole);
  return tenths % 10 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%%", tenths / 10)
                          : g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "%%",
                                             tenths / 10, tenths % 10);
}

/* ── Heads ───────────────────────────────────────────────────────────────────────────────── */

static char *
council_name (const BvPaper *self)
{
  const char *name = self->council != NULL ? self->council->name : "";
  g_autofree char *tail = g_strconcat (" ", self->office->area_name, NULL);
  g_autofree char *bare = g_str_has_suffix (name, tail)
                            ? g_strndup (name, strlen (name) - strlen (tail))
                            : g_strdup (name);

  bv_text_take (&bare, bv_text_upper (bare));
  /* One line of two: none begins or ends with the dash. After a dash only a word joiner holds a line together. */
  replace (&bare, "THI ĐUA - KHEN THƯỞNG",
           "THI" BV_NBSP "ĐUA" BV_NBSP "-\u2060" BV_NBSP "KHEN" BV_NBSP "THƯỞNG");
  return g_steal_pointer (&bare);
}

static char *
full_number (const BvPaper *self, BvPaperIssuer issuer, const char *type, const char *number)
{
  g_autofree char *inner = NULL;

  if (type == NULL)
    return g_strdup ("");
  if (number != NULL && strchr (number, '/') != NULL)
    return g_strconcat ("Số: ", number, NULL);
  if (issuer == BV_PAPER_ISSUER_COUNCIL)
    inner = number != NULL && *number != '\0' ? g_strdup_printf ("%s/%s-HĐTĐKT", number, type)
                                              : g_strdup_printf ("…/%s-HĐTĐKT", type);
  else if (issuer == BV_PAPER_ISSUER_UNIT)
    inner = number != NULL && *number != '\0' ? g_strdup_printf ("%s/%s", number, type)
                                              : g_strdup_printf ("…/%s-…", type);
  else
    inner = bv_office_period_number (self->office,
                                     issuer == BV_PAPER_ISSUER_DEPARTMENT ? BV_ISSUER_DEPARTMENT
                                                                          : BV_ISSUER_COMMITTEE,
                                     number != NULL ? g_ascii_strtoll (number, NULL, 10) : 0, type);
  return g_strconcat ("Số: ", inner, NULL);
}

void
bv_paper_add_letterhead (BvPaper *self,
                         BvPaperIssuer issuer,
                         const char *type,
                         const char *number,
                         const char *unit)
{
  g_autoptr (BvLetterhead) head = bv_office_period_letterhead (
    self->office, issuer == BV_PAPER_ISSUER_COMMITTEE ? BV_ISSUER_COMMITTEE : BV_ISSUER_DEPARTMENT);
  const char *given = self->options->number != NULL ? self->options->number : number;
  g_autofree char *full = full_number (self, issuer, type, given);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  BvLetterheadBlock block = { head->superior, head->issuer, head->nation,
                              head->motto,    full,         place_date };
  g_autofree char *issuer_name = NULL;

  if (issuer == BV_PAPER_ISSUER_COUNCIL)
    issuer_name = council_name (self);
  else if (issuer == BV_PAPER_ISSUER_UNIT)
    issuer_name = bv_text_upper (unit);
  if (issuer_name != NULL)
    block.issuer = issuer_name;
  bv_document_add_letterhead (self->document, &block);
}

void
bv_paper_add_bases (BvPaper *self, const char *const *more)
{
  g_auto (GStrv) laws = self->regime != NULL ? bv_regime_list_citations (self->regime, self->day)
                                             : g_new0 (char *, 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; laws[i] != NULL; i++)
    g_ptr_array_add (lines, g_strconcat ("Căn cứ ", laws[i], NULL));
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (more[i]));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strconcat (g_ptr_array_index (lines, i),
                                           i + 1 < lines->len ? ";" : ".", NULL);

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BASIS, line);
    }
}

void
bv_paper_add_body (BvPaper *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

void
bv_paper_add_article (BvPaper *self, const char *number, const char *text)
{
  BvRuns *runs = bv_runs_new (NULL);

  bv_runs_add (runs, number, BV_RUN_BOLD);
  bv_runs_add (runs, " ", BV_RUN_PLAIN);
  bv_runs_add (runs, text, BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, runs);
}

/* ── Lists ───────────────────────────────────────────────────────────────────────────────── */

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

/* ── Signatures ──────────────────────────────────────────────────────────────────────────── */

char **
bv_paper_recipients (const BvPaper *self, const char *const *usual)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  const char *const *from = self->options->recipients != NULL ? self->options->recipients : usual;

  for (guint i = 0; from != NULL && from[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (from[i]));
  if (self->options->recipients == NULL)
    g_ptr_array_add (list, g_strconcat ("Lưu: VT, ", self->office->department_symbol, NULL));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
find_signer (const BvPaper *self, BvSigner **signer, GError **error)
{
  if (self->options->signer_id == 0)
    return bv_signer_default_on (self->connection, self->day, signer, error);
  *signer = bv_signer_load (self->connection, self->options->signer_id, error);
  return *signer != NULL;
}

/* A proposal is the committee's own and signed on its behalf; a decision is its chairman's. */
static char **
sign_for_committee (char **lines)
{
  g_auto (GStrv) old = lines;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (old[0] == NULL || strcmp (old[0], "CHỦ TỊCH") == 0 || strcmp (old[0], "KT. CHỦ TỊCH") == 0)
    g_strv_builder_add (builder, "TM. ỦY BAN NHÂN DÂN");
  g_strv_builder_addv (builder, (const char **) old);
  return g_strv_builder_end (builder);
}

gboolean
bv_paper_add_committee_signature (BvPaper *self, const char *const *recipients, GError **error)
{
  g_autoptr (BvSigner) signer = NULL;
  g_auto (GStrv) all = bv_paper_recipients (self, recipients);
  g_auto (GStrv) lines = NULL;
  BvSignatureBlock block = { .recipients = all };

  if (!find_signer (self, &signer, error))
    return FALSE;
  lines = signer != NULL ? bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post)
                         : g_strsplit ("CHỦ TỊCH", "|", -1);
  if (self->kind == BV_PAPER_PROPOSAL)
    lines = sign_for_committee (lines);
  block.lines = lines;
  block.name = signer != NULL ? signer->name : NULL;
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

/* The head of the department signs with their own name when the office knows such a signer. */
static gboolean
find_department_signer (const BvPaper *self, char **name, GError **error)
{
  g_autoptr (GPtrArray) signers = bv_signer_list (self->connection, error);

  if (signers == NULL)
    return FALSE;
  for (guint i = 0; i < signers->len && *name == NULL; i++)
    {
      const BvSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *post = bv_text_fold (signer->post);

      if (g_str_has_prefix (post, "truong phong")
          && (signer->from_date == NULL || strcmp (signer->from_date, self->day) <= 0)
          && (signer->to_date == NULL || strcmp (signer->to_date, self->day) >= 0))
        *name = g_strdup (signer->name);
    }
  return TRUE;
}

gboolean
bv_paper_add_department_signature (BvPaper *self, const char *const *recipients, GError **error)
{
  g_auto (GStrv) all = bv_paper_recipients (self, recipients);
  g_auto (GStrv) lines = g_strsplit ("TRƯỞNG PHÒNG", "|", -1);
  g_autofree char *name = NULL;
  BvSignatureBlock block = { .recipients = all, .lines = lines };

  if (self->options->signer_id != 0)
    return bv_paper_add_committee_signature (self, recipients, error);
  if (!find_department_signer (self, &name, error))
    return FALSE;
  block.name = name;
  bv_document_add_signature (self->document, &block);
  return TRUE;
}
