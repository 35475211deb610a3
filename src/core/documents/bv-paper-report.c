// SPDX-License-Identifier: GPL-3.0-or-later
/* Achievement reports of a person, a collective and a household, with the variants for sudden feats, long service and
 * foreigners. DOMAIN 7.2 and 7.3. What the register knows is filled in; what its author must tell is read from the
 * nomination, or left to the pen. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-condition.h"
#include "merit/bv-subject-record.h"
#include "office/bv-household.h"
#include "office/bv-person.h"
#include "office/bv-unit.h"

#include <string.h>

/* For the pen: a place within a line, and a whole line. */
#define DOTS "………………………………"
#define DOTTED_LINE "………………………………………………………………………………"

/* ── What its author writes ──────────────────────────────────────────────────────────────── */

static const BvReportPart unit_parts[] = {
  { "I.1", "Đặc điểm, tình hình",
    "Trụ sở, điện thoại; quá trình thành lập, phát triển; điều kiện, cơ cấu tổ chức; các tổ chức "
    "đảng, đoàn thể",
    FALSE },
  { "I.2", "Chức năng, nhiệm vụ được giao", "", FALSE },
  { "II.1", "Thành tích đạt được theo chức năng, nhiệm vụ và tiêu chuẩn khen thưởng",
    "Kết quả cụ thể so với các năm trước; đổi mới quản lý, cải cách hành chính; sáng kiến và việc "
    "áp dụng",
    TRUE },
  { "II.2", "Những biện pháp hoặc nguyên nhân đạt được thành tích",
    "Các phong trào thi đua đã áp dụng", FALSE },
  { "II.3", "Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước", "", FALSE },
  { "II.4", "Hoạt động của tổ chức đảng, đoàn thể", "", FALSE },
};
static const BvReportPart person_parts[] = {
  { "I", "Trình độ, học hàm, học vị", "Trình độ chuyên môn, nghiệp vụ; học hàm, học vị, danh hiệu",
    FALSE },
  { "II.1", "Quyền hạn, nhiệm vụ được giao hoặc đảm nhận",
    "Người đứng đầu tóm tắt thành tích của tập thể", FALSE },
  { "II.2", "Thành tích đạt được của cá nhân",
    "Số lượng, chất lượng, hiệu quả; biện pháp đổi mới; chấp hành chủ trương, pháp luật; học tập, "
    "đạo đức; công tác đảng, đoàn thể",
    TRUE },
};
static const BvReportPart sudden_parts[] = {
  { "II.1", "Nhiệm vụ và kết quả", "Diễn biến, kết quả của hành động", TRUE },
  { "II.2", "Khó khăn và nỗ lực", "", FALSE },
  { "II.3", "Ý nghĩa của thành tích", "", FALSE },
};
static const BvReportPart dedication_parts[] = {
  { "I", "Quá trình tham gia công tác",
    "Bí danh; ngày tham gia công tác; ngày vào Đảng chính thức; ngày nghỉ hưu hoặc từ trần",
    FALSE },
  { "II", "Tóm tắt quá trình công tác", "Nhận xét về quá trình cống hiến", TRUE },
};
static const BvReportPart foreign_parts[] = {
  { "I", "Giới thiệu", "Tên tổ chức, tiểu sử cá nhân", FALSE },
  { "II", "Thành tích, đóng góp", "", TRUE },
};
static const BvReportPart household_parts[] = {
  { "I", "Hoàn cảnh gia đình", "", FALSE },
  { "II", "Thành tích đạt được", "", TRUE },
};

#define PARTS(list) (*n_parts = G_N_ELEMENTS (list), list)

const BvReportPart *
bv_report_parts_list (BvManner manner, BvSubjectKind kind, guint *n_parts)
{
  switch (manner)
    {
    case BV_MANNER_SUDDEN:
      return PARTS (sudden_parts);
    case BV_MANNER_FOREIGN:
      return PARTS (foreign_parts);
    case BV_MANNER_DEDICATION:
    case BV_MANNER_SENIORITY:
    case BV_MANNER_RESISTANCE:
      return kind == BV_SUBJECT_PERSON ? PARTS (dedication_parts) : PARTS (foreign_parts);
    case BV_MANNER_MERIT:
    case BV_MANNER_MOVEMENT:
    default:
      break;
    }
  return kind == BV_SUBJECT_UNIT     ? PARTS (unit_parts)
         : kind == BV_SUBJECT_PERSON ? PARTS (person_parts)
                                     : PARTS (household_parts);
}

/* ── The report ──────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvPaper *paper;
  const BvNomination *nomination;
  BvSubjectRecord *record;
  const BvReportPart *parts;
  guint n_parts;
  int first_year; /* the first of the years reported on */
} Report;

static int
count_years (GPtrArray *conditions)
{
  int years = 1;

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *one = g_ptr_array_index (conditions, i);

      years = MAX (years, one->min_years);
      if (one->is_consecutive)
        years = MAX (years, one->count);
      years = MAX (years, count_years (one->of));
    }
  return years;
}

/* As many years as the award's condition asks for: 1 for the yearly titles, 5 for BK TTg, … */
static int
years_to_report (const BvPaper *paper, const BvNomination *nomination)
{
  const BvRegimeAward *award = paper->regime != NULL
                                 ? bv_regime_find_award (paper->regime, nomination->form_code)
                                 : NULL;
  int years = 1;

  for (guint i = 0; award != NULL && i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);

      if ((path->subjects == 0 || path->subjects & (1u << nomination->subject_kind))
          && (path->manners == 0 || path->manners & (1u << paper->dossier->manner)))
        years = MAX (years, count_years (path->conditions));
    }
  return years;
}

static void
add_fact (BvPaper *paper, const char *name, const char *value)
{
  BvRuns *runs = bv_runs_new ("- ");

  bv_runs_add (runs, name, BV_RUN_PLAIN);
  bv_runs_add (runs, ": ", BV_RUN_PLAIN);
  bv_runs_add (runs, value != NULL && *value != '\0' ? value : DOTS, BV_RUN_PLAIN);
  bv_document_take_paragraph (paper->document, BV_PARAGRAPH_BODY, runs);
}

static gboolean
add_written (Report *self, const char *part, const char *lead, GError **error)
{
  g_autofree char *body = bv_nomination_get_report_part (self->paper->connection,
                                                         self->nomination->id, part, error);
  const char *text = body;
  g_auto (GStrv) lines = NULL;

  if (body == NULL)
    return FALSE;
  for (guint i = 0; *text == '\0' && i < self->n_parts; i++)
    if (strcmp (self->parts[i].part, part) == 0 && self->parts[i].is_main)
      text = self->nomination->summary;
  if (*text == '\0')
    text = DOTTED_LINE "\n" DOTTED_LINE;
  if (lead != NULL)
    {
      add_fact (self->paper, lead, *body != '\0' ? body : NULL);
      return TRUE;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      bv_paper_add_body (self->paper, "%s", lines[i]);
  return TRUE;
}

/* The parts below @prefix ("II."), each under its heading. */
static gboolean
add_parts (Report *self, const char *prefix, GError **error)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      const BvReportPart *part = &self->parts[i];

      if (!g_str_has_prefix (part->part, prefix))
        continue;
      bv_document_add_heading (self->paper->document, 2, part->title);
      if (!add_written (self, part->part, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Tables ──────────────────────────────────────────────────────────────────────────────── */

static BvTableBlock *
add_table (BvPaper *paper,
           const char *name,
           const char *const *heads,
           const double *weights,
           guint n)
{
  BvTableBlock *table = bv_document_add_table (paper->document, name);

  for (guint i = 0; i < n; i++)
    bv_table_block_add_column (table, weights[i], i == 0 ? BV_ALIGN_CENTRE : BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < n; i++)
    bv_table_block_add_text (table, heads[i]);
  return table;
}

static char *
paper_words (const BvRecordEntry *entry)
{
  g_autofree char *date = entry->on_date != NULL ? bv_date_format_long (entry->on_date) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (*entry->number != '\0')
    g_string_append_printf (text, "Quyết định số %s", entry->number);
  if (date != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", date);
  if (*entry->issuer != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " của " : "", entry->issuer);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_year (BvTableBlock *table, int year)
{
  g_autofree char *text = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("");

  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_text (table, text);
}

/* What this very dossier led to was not there yet when it was reported for. */
static gboolean
is_of_dossier (const Report *self, const BvRecordEntry *entry)
{
  for (guint i = 0; i < self->paper->decisions->len; i++)
    if (((BvDecision *) g_ptr_array_index (self->paper->decisions, i))->id == entry->open_id)
      return TRUE;
  return FALSE;
}

static void
add_awards (Report *self, gboolean titles)
{
  const char *const heads[] = {
    "Năm", titles ? "Danh hiệu thi đua" : "Hình thức khen thưởng",
    titles ? "Số, ngày, tháng, năm của quyết định công nhận danh hiệu thi đua; cơ quan ban "
             "hành quyết định"
           : "Số, ngày, tháng, năm của quyết định khen thưởng; cơ quan ban hành quyết định"
  };
  static const double weights[] = { 10, 38, 52 };
  BvTableBlock *table = add_table (self->paper, titles ? "Danh hiệu" : "Hình thức", heads, weights,
                                   3);
  GPtrArray *entries = self->record->sections[BV_RECORD_AWARDS];
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      const BvRegimeAward *award = bv_regime_set_find_award (self->paper->regimes, entry->code,
                                                             entry->on_date);
      g_autofree char *name = bv_paper_name_award_short (self->paper, entry->code);
      g_autofree char *paper = paper_words (entry);

      if (*entry->number == '\0' || *entry->revoked_number != '\0' || is_of_dossier (self, entry)
          || (award != NULL && bv_regime_award_is_title (award)) != titles)
        continue;
      add_year (table, entry->year);
      bv_table_block_add_text (table, name);
      bv_table_block_add_text (table, paper);
      n++;
    }
  if (n == 0)
    {
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_cell_block_set_align (bv_table_block_add_span (table, "Chưa có", 3, 1),
                                     BV_ALIGN_CENTRE);
    }
}

static void
add_initiatives (Report *self)
{
  static const char *const heads[] = { "Năm", "Tên sáng kiến, đề tài",
                                       "Số quyết định công nhận; cơ quan công nhận" };
  static const double weights[] = { 10, 50, 40 };
  GPtrArray *entries = self->record->sections[BV_RECORD_INITIATIVES];
  BvTableBlock *table = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *paper = paper_words (entry);

      if (entry->year < self->first_year || strcmp (entry->state, "recognised") != 0)
        continue;
      if (table == NULL)
        {
          bv_document_add_paragraph (self->paper->document, BV_PARAGRAPH_CAPTION,
                                     "Sáng kiến, đề tài được công nhận");
          table = add_table (self->paper, "Sáng kiến", heads, weights, 3);
        }
      add_year (table, entry->year);
      bv_table_block_add_text (table, entry->title);
      bv_table_block_add_text (table, paper);
    }
}

static void
add_ratings (Report *self)
{
  static const char *const heads[] = { "Năm", "Mức độ hoàn thành nhiệm vụ", "Số quyết định" };
  static const double weights[] = { 10, 50, 40 };
  GPtrArray *entries = self->record->sections[BV_RECORD_RATINGS];
  BvTableBlock *table = add_table (self->paper, "Xếp loại", heads, weights, 3);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *paper = paper_words (entry);

      if (entry->year < self->first_year || entry->year > self->paper->year)
        continue;
      add_year (table, entry->year);
      bv_table_block_add_text (table, bv_grade_print (entry->code));
      bv_table_block_add_text (table, paper);
      n++;
    }
  if (n == 0)
    {
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_cell_block_set_align (bv_table_block_add_span (table, "Chưa có", 3, 1),
                                     BV_ALIGN_CENTRE);
    }
}

/* Months from one day to another, both included; -1 when a day is unknown. */
static int
count_months (const char *from, const char *to)
{
  int months;

  if (from == NULL || to == NULL || strlen (from) < 7 || strlen (to) < 7)
    return -1;
  months = (atoi (to) - atoi (from)) * 12 + atoi (to + 5) - atoi (from + 5) + 1;
  return MAX (months, 0);
}

static char *
month_words (const char *date, const char *otherwise)
{
  return date != NULL && strlen (date) >= 7 ? g_strdup_printf ("%.2s/%.4s", date + 5, date)
                                            : g_strdup (otherwise);
}

static void
add_posts (Report *self)
{
  static const char *const heads[] = { "Từ tháng, năm đến tháng, năm", "Chức vụ, đơn vị công tác",
                                       "Thời gian giữ chức vụ" };
  static const double weights[] = { 26, 50, 24 };
  GPtrArray *entries = self->record->sections[BV_RECORD_POSTS];
  BvTableBlock *table = add_table (self->paper, "Quá trình công tác", heads, weights, 3);
  int total = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *from = month_words (entry->from_date, "……");
      g_autofree char *to = month_words (entry->to_date, "nay");
      g_autofree char *span = g_strdup_printf ("%s – %s", from, to);
      g_autofree char *post = *entry->detail != '\0'
                                ? g_strdup_printf ("%s, %s", entry->title, entry->detail)
                                : g_strdup (entry->title);
      int months = count_months (entry->from_date,
                                 entry->to_date != NULL ? entry->to_date : self->paper->day);
      g_autofree char *how_long = months < 0
                                    ? g_strdup ("……")
                                    : g_strdup_printf ("%d năm %d tháng", months / 12, months % 12);

      total += MAX (months, 0);
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_text (table, span);
      bv_table_block_add_text (table, post);
      bv_table_block_add_text (table, how_long);
    }
  if (entries->len == 0)
    {
      bv_table_block_add_row (table, BV_ROW_BODY);
      for (guint i = 0; i < 3; i++)
        bv_table_block_add_text (table, "………");
      bv_table_block_set_signed (table);
    }
  else
    {
      g_autofree char *sum = total > 0 ? g_strdup_printf ("%d năm %d tháng", total / 12, total % 12)
                                       : g_strdup ("……");

      bv_table_block_add_row (table, BV_ROW_TOTAL);
      bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 2, 1),
                                     BV_ALIGN_CENTRE);
      bv_table_block_add_text (table, sum);
    }
}

/* ── Part I ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_person_facts (Report *self, GError **error)
{
  BvPaper *paper = self->paper;
  g_autoptr (BvPerson)
    person = bv_person_load (paper->connection, self->nomination->subject_id, error);
  g_autofree char *birth = NULL;

  if (person == NULL)
    return FALSE;
  birth = bv_date_format_short (person->birth);
  add_fact (paper, "Họ và tên", person->name);
  add_fact (paper, "Sinh ngày, tháng, năm", birth);
  add_fact (paper, "Giới tính",
            strcmp (person->sex, "female") == 0 ? "Nữ"
            : strcmp (person->sex, "male") == 0 ? "Nam"
                                                : NULL);
  add_fact (paper, "Dân tộc", person->ethnic_group);
  add_fact (paper, "Quê quán", person->home);
  add_fact (paper, "Trú quán", person->address);
  add_fact (paper, "Chức vụ, đơn vị công tác", self->nomination->detail_printed);
  return TRUE;
}

static gboolean
add_unit_facts (Report *self, GError **error)
{
  BvPaper *paper = self->paper;
  g_autoptr (BvUnit) unit = bv_unit_load (paper->connection, self->nomination->subject_id, error);
  g_autofree char *since = NULL;

  if (unit == NULL)
    return FALSE;
  since = bv_date_format_short (unit->from_date);
  add_fact (paper, "Tên tập thể", self->nomination->name_printed);
  add_fact (paper, "Địa chỉ trụ sở chính", unit->address);
  add_fact (paper, "Ngày thành lập", since);
  return TRUE;
}

static gboolean
add_household_facts (Report *self, GError **error)
{
  add_fact (self->paper, "Hộ gia đình", self->nomination->name_printed);
  add_fact (self->paper, "Địa chỉ", self->nomination->detail_printed);
  return TRUE;
}

static gboolean
add_facts (Report *self, GError **error)
{
  BvSubjectKind kind = self->nomination->subject_kind;

  bv_document_add_heading (self->paper->document, 1,
                           kind == BV_SUBJECT_UNIT     ? "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"
                           : kind == BV_SUBJECT_PERSON ? "SƠ LƯỢC LÝ LỊCH"
                                                       : "SƠ LƯỢC VỀ HỘ GIA ĐÌNH");
  if (!(kind == BV_SUBJECT_PERSON ? add_person_facts (self, error)
        : kind == BV_SUBJECT_UNIT ? add_unit_facts (self, error)
                                  : add_household_facts (self, error)))
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (strcmp (self->parts[i].part, "I") == 0
        && !add_written (self, "I", self->parts[i].title, error))
      return FALSE;
  return add_parts (self, "I.", error);
}

static gboolean
add_merits (Report *self, GError **error)
{
  BvManner manner = self->paper->dossier->manner;
  gboolean has_posts = (manner == BV_MANNER_DEDICATION || manner == BV_MANNER_SENIORITY)
                       && self->nomination->subject_kind == BV_SUBJECT_PERSON;
  gboolean is_regular = manner == BV_MANNER_MERIT || manner == BV_MANNER_MOVEMENT;

  bv_document_add_heading (self->paper->document, 1,
                           has_posts                     ? "TÓM TẮT QUÁ TRÌNH CÔNG TÁC"
                           : manner == BV_MANNER_FOREIGN ? "THÀNH TÍCH, ĐÓNG GÓP"
                                                         : "THÀNH TÍCH ĐẠT ĐƯỢC");
  if (has_posts)
    add_posts (self);
  for (guint i = 0; i < self->n_parts; i++)
    if (strcmp (self->parts[i].part, "II") == 0 && !add_written (self, "II", NULL, error))
      return FALSE;
  if (!add_parts (self, "II.", error))
    return FALSE;
  if (!is_regular || self->nomination->subject_kind == BV_SUBJECT_HOUSEHOLD)
    return TRUE;
  add_initiatives (self);
  bv_document_add_heading (self->paper->document, 2, "Mức độ hoàn thành nhiệm vụ");
  add_ratings (self);
  return TRUE;
}

static void
add_earlier_awards (Report *self)
{
  bv_document_add_heading (self->paper->document, 1,
                           self->paper->dossier->manner == BV_MANNER_FOREIGN
                             ? "CÁC HÌNH THỨC ĐÃ ĐƯỢC VIỆT NAM GHI NHẬN"
                             : "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG");
  bv_document_add_heading (self->paper->document, 2, "Danh hiệu thi đua");
  add_awards (self, TRUE);
  bv_document_add_heading (self->paper->document, 2, "Hình thức khen thưởng");
  add_awards (self, FALSE);
}

static void
add_signatures (Report *self)
{
  const BvNomination *one = self->nomination;
  gboolean is_household = one->subject_kind == BV_SUBJECT_HOUSEHOLD;
  /* Of one who has died the unit tells. */
  gboolean is_person = one->subject_kind == BV_SUBJECT_PERSON && !one->is_posthumous;
  char *left[] = { (char *) (is_person      ? "THỦ TRƯỞNG ĐƠN VỊ"
                             : is_household ? "ỦY BAN NHÂN DÂN CẤP XÃ"
                                            : "THỦ TRƯỞNG CẤP TRÊN"),
                   (char *) (is_person      ? "XÁC NHẬN, ĐỀ NGHỊ"
                             : is_household ? "XÁC NHẬN, ĐỀ NGHỊ"
                                            : "TRỰC TIẾP XÁC NHẬN"),
                   NULL };
  char *right[] = { (char *) (is_person      ? "NGƯỜI BÁO CÁO THÀNH TÍCH"
                              : is_household ? "ĐẠI DIỆN HỘ GIA ĐÌNH"
                                             : "THỦ TRƯỞNG ĐƠN VỊ"),
                    NULL };
  BvSignatureBlock block = { .lines = right,
                             .hint = (char *) (is_person || is_household ? "(Ký, ghi rõ họ tên)"
                                                                         : "(Ký, đóng dấu)"),
                             .name = is_person ? one->name_printed : NULL,
                             .left_lines = left,
                             .left_hint = (char *) "(Ký, đóng dấu)" };

  bv_document_add_signature (self->paper->document, &block);
  if (is_person)
    {
      char *above[] = { (char *) "THỦ TRƯỞNG CẤP TRÊN", (char *) "TRỰC TIẾP XÁC NHẬN", NULL };
      char *none[] = { NULL };
      BvSignatureBlock more = { .lines = none,
                                .left_lines = above,
                                .left_hint = (char *) "(Ký, đóng dấu)" };

      bv_document_add_signature (self->paper->document, &more);
    }
}

/* Under the title: every manner but the ordinary one says which it is. */
static const char *const manner_notes[] = {
  [BV_MANNER_MERIT] = NULL,
  [BV_MANNER_SUDDEN] = "(Khen thưởng đột xuất)",
  [BV_MANNER_MOVEMENT] = "(Khen thưởng phong trào thi đua)",
  [BV_MANNER_DEDICATION] = "(Khen thưởng quá trình cống hiến)",
  [BV_MANNER_SENIORITY] = "(Khen thưởng theo niên hạn)",
  [BV_MANNER_FOREIGN] = "(Khen thưởng đối ngoại)",
  [BV_MANNER_RESISTANCE] = "(Khen thưởng tổng kết thành tích kháng chiến)",
};

/* The unit above and the unit itself, as the head of its own paper. */
static gboolean
add_head (Report *self, GError **error)
{
  BvPaper *paper = self->paper;
  gint64 id = self->nomination->subject_kind == BV_SUBJECT_UNIT ? self->nomination->subject_id
                                                                : self->nomination->unit_id;
  g_autofree char *award = bv_paper_name_award (paper, self->nomination->form_code);
  g_autofree char *occasion = bv_paper_name_occasion (paper);
  g_autofree char *wish = NULL;
  const BvRegimeAward *form = bv_regime_set_find_award (paper->regimes, self->nomination->form_code,
                                                        paper->day);
  g_autoptr (BvUnit) unit = NULL;

  if (id != 0)
    {
      unit = bv_unit_load (paper->connection, id, error);
      if (unit == NULL)
        return FALSE;
    }
  wish = g_strdup_printf ("Đề nghị %s %s%s%s",
                          form != NULL && form->kind == BV_AWARD_TITLE ? "công nhận"
                          : self->nomination->is_posthumous            ? "truy tặng"
                                                                       : "tặng",
                          award, paper->dossier->manner == BV_MANNER_MERIT ? " " : "",
                          paper->dossier->manner == BV_MANNER_MERIT ? occasion : "");
  /* Only a unit numbers its reports. */
  bv_paper_add_letterhead (paper,
                           unit == NULL || strcmp (unit->name, paper->office->name) == 0
                             ? BV_PAPER_ISSUER_COMMITTEE
                             : BV_PAPER_ISSUER_UNIT,
                           self->nomination->subject_kind == BV_SUBJECT_UNIT ? "BC" : NULL, NULL,
                           unit != NULL ? unit->name : paper->office->name);
  bv_document_add_title (paper->document, "BÁO CÁO THÀNH TÍCH", wish,
                         manner_notes[paper->dossier->manner]);
  return TRUE;
}

gboolean
bv_paper_build_report (BvPaper *self, GError **error)
{
  Report report = { .paper = self };
  gboolean is_built;

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (self->nominations, i);

      if (one->id == self->options->nomination_id)
        report.nomination = one;
    }
  report.parts = bv_report_parts_list (self->dossier->manner, report.nomination->subject_kind,
                                       &report.n_parts);
  report.first_year = self->year - years_to_report (self, report.nomination) + 1;
  report.record = bv_subject_record_load (self->connection, report.nomination->subject_id, error);
  is_built = report.record != NULL && add_head (&report, error) && add_facts (&report, error)
             && add_merits (&report, error);
  if (is_built)
    {
      /* The short report on a sudden feat has no part III. */
      if (self->dossier->manner != BV_MANNER_SUDDEN)
        add_earlier_awards (&report);
      add_signatures (&report);
    }
  g_clear_pointer (&report.record, bv_subject_record_free);
  return is_built;
}
