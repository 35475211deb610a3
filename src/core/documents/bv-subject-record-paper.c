// SPDX-License-Identifier: GPL-3.0-or-later
/* The extract of a subject's record as one BvDocument. Reads only; its Vietnamese is that of official papers and
 * therefore constant. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-subject-record-paper.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-condition.h"
#include "merit/bv-subject-record.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *words;
} Word;

static const Word scopes[] = {
  { "base", "Cấp cơ sở" },
  { "province", "Cấp bộ, cấp tỉnh" },
  { "national", "Toàn quốc" },
  { NULL, NULL },
};
static const Word sanctions[] = {
  { "reprimand", "Khiển trách" },
  { "warning", "Cảnh cáo" },
  { "salary", "Hạ bậc lương" },
  { "demotion", "Giáng chức" },
  { "removal", "Cách chức" },
  { "dismissal", "Buộc thôi việc" },
  { "complaint", "Khiếu nại, tố cáo" },
  { "investigation", "Thanh tra, kiểm tra, điều tra" },
  { NULL, NULL },
};
static const Word absences[] = {
  { "maternity", "Nghỉ thai sản" },
  { "rescue", "Bị thương khi cứu người, cứu tài sản" },
  { "study", "Đi học từ 1 năm trở lên" },
  { "course", "Đi đào tạo, bồi dưỡng dưới 1 năm" },
  { "sick", "Nghỉ ốm" },
  { "unpaid", "Nghỉ không hưởng lương" },
  { "seconded", "Biệt phái" },
  { "other", "Lý do khác" },
  { NULL, NULL },
};
static const Word initiative_states[] = {
  { "draft", "Chưa nộp" },
  { "submitted", "Đã nộp, chưa xét" },
  { "recognised", "Được công nhận" },
  { "refused", "Không công nhận" },
  { NULL, NULL },
};
static const Word registration_states[] = {
  { "draft", "Chưa gửi" },    { "sent", "Đã gửi" }, { "returned", "Trả lại" },
  { "approved", "Đã duyệt" }, { NULL, NULL },
};
static const Word nomination_states[] = {
  { "draft", "Đang lập hồ sơ" },
  { "submitted", "Đang thẩm định" },
  { "returned", "Hồ sơ trả lại" },
  { "accepted", "Đã thẩm định" },
  { "decided", "Đã quyết định" },
  { "withdrawn", "Rút đề nghị" },
  { NULL, NULL },
};
static const Word results[] = {
  { "passed", "Hội đồng thông qua" },
  { "failed", "Hội đồng không thông qua" },
  { "postponed", "Hội đồng để lại" },
  { NULL, NULL },
};
static const Word successions[] = {
  { "merge", "Sáp nhập, hợp nhất" },
  { "split", "Chia, tách" },
  { "rename", "Đổi tên" },
  { NULL, NULL },
};

static const char *
find_word (const Word *words, const char *code)
{
  for (guint i = 0; words[i].code != NULL; i++)
    if (g_str_equal (words[i].code, code))
      return words[i].words;
  return code;
}

/** Paper: one extract being built. */
typedef struct
{
  /* Borrowed */
  const BvSubjectRecordPaper *options;
  BvDocument *document;
  BvSubjectRecord *record;
  BvOfficePeriod *office;
  const char *date;
} Paper;

static gboolean
is_chosen (const Paper *self, const BvRecordEntry *entry)
{
  if (entry->year == 0)
    return TRUE;
  return (self->options->from_year == 0 || entry->year >= self->options->from_year)
         && (self->options->to_year == 0 || entry->year <= self->options->to_year);
}

static guint
count (const Paper *self, BvRecordSection section)
{
  GPtrArray *entries = self->record->sections[section];
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += is_chosen (self, g_ptr_array_index (entries, i));
  return n;
}

/* ── Head ────────────────────────────────────────────────────────────────────────────────── */

/* "bà Lò Thị Uyên", "Xã Mường Bú", "Hộ ông Lò Văn Ân" */
static char *
address_subject (const BvSubjectRecord *record)
{
  g_autofree char *honorific = NULL;

  if (record->kind != BV_SUBJECT_PERSON)
    return g_strdup (record->name);
  honorific = g_utf8_strdown (record->honorific, -1);
  return g_strdup_printf ("%s %s", honorific, record->name);
}

static void
build_head (Paper *self)
{
  BvIssuer issuer = self->options->signer_id != 0 ? BV_ISSUER_COMMITTEE : BV_ISSUER_DEPARTMENT;
  BvLetterhead *head = bv_office_period_letterhead (self->office, issuer);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  g_autofree char *number = NULL;
  g_autofree char *full_number = NULL;
  g_autofree char *subject = address_subject (self->record);
  g_autofree char *summary = NULL;
  g_autoptr (GString) note = g_string_new (NULL);
  BvLetterheadBlock block = { 0 };

  if (self->options->number != NULL && strchr (self->options->number, '/') != NULL)
    number = g_strdup (self->options->number);
  else
    number = bv_office_period_number (
      self->office, issuer,
      self->options->number != NULL ? g_ascii_strtoll (self->options->number, NULL, 10) : 0, "TL");
  full_number = g_strconcat ("Số: ", number, NULL);
  block.superior = head->superior;
  block.issuer = head->issuer;
  block.nation = head->nation;
  block.motto = head->motto;
  block.number = full_number;
  block.place_date = place_date;
  bv_document_add_letterhead (self->document, &block);
  bv_letterhead_free (head);
  summary = g_strdup_printf ("Hồ sơ thi đua, khen thưởng của %s", subject);
  if (self->options->from_year != 0 && self->options->to_year != 0)
    g_string_printf (note, "(Từ năm %d đến năm %d)", self->options->from_year,
                     self->options->to_year);
  else if (self->options->from_year != 0)
    g_string_printf (note, "(Từ năm %d)", self->options->from_year);
  else if (self->options->to_year != 0)
    g_string_printf (note, "(Đến hết năm %d)", self->options->to_year);
  bv_document_add_title (self->document, "TRÍCH LỤC", summary, note->len > 0 ? note->str : NULL);
}

static void
add_fact (GPtrArray *items, const char *name, const char *value)
{
  BvRuns *item;

  if (value == NULL || *value == '\0')
    return;
  item = bv_runs_new (name);
  bv_runs_add (item, ": ", BV_RUN_PLAIN);
  bv_runs_add (item, value, BV_RUN_BOLD);
  bv_runs_add (item, ".", BV_RUN_PLAIN);
  g_ptr_array_add (items, item);
}

static char *
format_span (const char *from_date, const char *to_date)
{
  g_autofree char *from = bv_date_format_short (from_date);
  g_autofree char *to = bv_date_format_short (to_date);

  if (*from != '\0' && *to != '\0')
    return g_strdup_printf ("%s - %s", from, to);
  if (*from != '\0')
    return g_strdup_printf ("từ %s", from);
  return *to != '\0' ? g_strdup_printf ("đến %s", to) : g_strdup ("");
}

/* How often it was honoured, in a sentence: with titles and forms counted apart it would be a statistic. */
static void
build_summary (Paper *self)
{
  GPtrArray *awards = self->record->sections[BV_RECORD_AWARDS];
  g_autofree char *query = g_strdup_printf ("awards?subject=%" G_GINT64_FORMAT,
                                            self->record->subject_id);
  g_autofree char *number = NULL;
  guint n = 0;
  guint n_revoked = 0;
  BvRuns *text;

  for (guint i = 0; i < awards->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (awards, i);

      if (!is_chosen (self, entry) || entry->on_date == NULL)
        continue;
      n += *entry->revoked_number == '\0';
      n_revoked += *entry->revoked_number != '\0';
    }
  number = bv_number_count (n);
  text = bv_runs_new ("Tổng số lượt được khen thưởng: ");
  bv_runs_add_number (text, number, BV_RUN_BOLD, query);
  if (n_revoked > 0)
    {
      g_autofree char *more = bv_number_count (n_revoked);
      g_autofree char *words = g_strdup_printf (" (không kể %s lượt đã bị thu hồi)", more);

      bv_runs_add (text, words, BV_RUN_PLAIN);
    }
  bv_runs_add (text, ".", BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

static void
build_subject (Paper *self)
{
  const BvSubjectRecord *record = self->record;
  GPtrArray *items = g_ptr_array_new ();
  g_autofree char *birth = bv_date_format_short (record->birth);
  g_autofree char *from = bv_date_format_short (record->from_date);
  g_autofree char *to = bv_date_format_short (record->to_date);

  bv_document_add_heading (self->document, 1, "THÔNG TIN CHUNG");
  switch (record->kind)
    {
    case BV_SUBJECT_PERSON:
      add_fact (items, "Họ và tên", record->name);
      add_fact (items, strlen (birth) == 4 ? "Năm sinh" : "Ngày sinh", birth);
      add_fact (items, "Giới tính",
                g_str_equal (record->sex, "female") ? "Nữ"
                : g_str_equal (record->sex, "male") ? "Nam"
                                                    : "");
      add_fact (items, "Dân tộc", record->ethnic_group);
      add_fact (items, "Chức vụ, đơn vị công tác (nơi cư trú)", record->detail);
      break;
    case BV_SUBJECT_UNIT:
      add_fact (items, "Tên đơn vị", record->name);
      add_fact (items, "Địa chỉ, cơ quan quản lý", record->detail);
      add_fact (items, "Thành lập", from);
      add_fact (items, "Kết thúc hoạt động", to);
      break;
    case BV_SUBJECT_HOUSEHOLD:
    default:
      add_fact (items, "Hộ gia đình", record->name);
      add_fact (items, "Địa chỉ", record->detail);
      break;
    }
  bv_document_take_list (self->document, items);
  build_summary (self);
}

/* ── The sections ────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  double weight;
  BvAlign align;
  const char *head;
} Column;

static BvTableBlock *
add_table (Paper *self, const char *heading, const char *name, const Column *columns, guint n)
{
  BvTableBlock *table;

  bv_document_add_heading (self->document, 1, heading);
  table = bv_document_add_table (self->document, name);
  for (guint i = 0; i < n; i++)
    bv_table_block_add_column (table, columns[i].weight, columns[i].align);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < n; i++)
    bv_table_block_add_text (table, columns[i].head);
  return table;
}

static void
append (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, part);
}

static char *
format_paper (const BvRecordEntry *entry)
{
  g_autofree char *date = bv_date_format_short (entry->on_date);

  if (*entry->number == '\0')
    return g_strdup (date);
  return *date == '\0' ? g_strdup (entry->number)
                       : g_strdup_printf ("%s ngày %s", entry->number, date);
}

static void
append_name_then (GString *text, const BvRecordEntry *entry)
{
  g_autofree char *words = NULL;

  if (*entry->name_then == '\0' || g_str_equal (entry->name_then, entry->detail))
    return;
  words = g_strdup_printf ("Tên khi đó: %s", entry->name_then);
  append (text, words);
}

static void
build_awards (Paper *self)
{
  static const Column columns[] = {
    { 7.5, BV_ALIGN_CENTRE, "STT" },
    { 8, BV_ALIGN_CENTRE, "Năm" },
    { 30, BV_ALIGN_LEFT, "Danh hiệu, hình thức khen thưởng" },
    { 28, BV_ALIGN_LEFT, "Số, ngày quyết định; cơ quan ban hành" },
    { 28, BV_ALIGN_LEFT, "Thành tích; ghi chú" },
  };
  GPtrArray *awards = self->record->sections[BV_RECORD_AWARDS];
  BvTableBlock *table;
  guint n = 0;

  if (count (self, BV_RECORD_AWARDS) == 0)
    {
      bv_document_add_heading (self->document, 1, "DANH HIỆU, HÌNH THỨC KHEN THƯỞNG");
      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY,
                                 "Chưa có khen thưởng nào được ghi nhận.");
      return;
    }
  table = add_table (self, "DANH HIỆU, HÌNH THỨC KHEN THƯỞNG", "Khen thưởng", columns,
                     G_N_ELEMENTS (columns));
  for (guint i = 0; i < awards->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (awards, i);
      g_autofree char *year = g_strdup_printf ("%d", entry->year);
      g_autofree char *paper = format_paper (entry);
      g_autoptr (GString) decision = g_string_new (paper);
      g_autoptr (GString) remarks = g_string_new (NULL);
      g_autofree char *title = entry->is_posthumous
                                 ? g_strdup_printf ("%s (Truy tặng)", entry->title)
                                 : g_strdup (entry->title);

      /* A draft is no paper yet. */
      if (!is_chosen (self, entry) || entry->on_date == NULL)
        continue;
      append (decision, entry->issuer);
      append (remarks, entry->detail);
      append_name_then (remarks, entry);
      append (remarks, entry->note);
      if (*entry->revoked_number != '\0')
        {
          g_autofree char *date = bv_date_format_short (entry->revoked_on);
          g_autofree char *words = g_strdup_printf ("Đã thu hồi theo Quyết định số %s ngày %s",
                                                    entry->revoked_number, date);

          append (remarks, words);
        }
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, year);
      bv_table_block_add_text (table, title);
      bv_table_block_add_text (table, decision->str);
      bv_table_block_add_text (table, remarks->str);
    }
}

static void
build_ratings (Paper *self)
{
  static const Column columns[] = {
    { 7.5, BV_ALIGN_CENTRE, "STT" },
    { 8, BV_ALIGN_CENTRE, "Năm" },
    { 34, BV_ALIGN_LEFT, "Mức xếp loại chất lượng" },
    { 26, BV_ALIGN_LEFT, "Văn bản" },
    { 26, BV_ALIGN_LEFT, "Đơn vị; ghi chú" },
  };
  GPtrArray *entries = self->record->sections[BV_RECORD_RATINGS];
  BvTableBlock *table;
  guint n = 0;

  if (count (self, BV_RECORD_RATINGS) == 0)
    return;
  table = add_table (self, "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG", "Xếp loại", columns,
                     G_N_ELEMENTS (columns));
  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *year = g_strdup_printf ("%d", entry->year);
      g_autofree char *paper = format_paper (entry);
      g_autoptr (GString) remarks = g_string_new (NULL);
      g_autofree char *grade = NULL;

      if (!is_chosen (self, entry))
        continue;
      if (entry->amount >= 0)
        {
          g_autofree char *points = bv_number_format_trim ((double) entry->amount / 100, 2);

          grade = g_strdup_printf ("%s (%s điểm)", bv_grade_print (entry->code), points);
        }
      else
        grade = g_strdup (bv_grade_print (entry->code));
      append (remarks, entry->detail);
      append_name_then (remarks, entry);
      append (remarks, entry->note);
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, year);
      bv_table_block_add_text (table, grade);
      bv_table_block_add_text (table, paper);
      bv_table_block_add_text (table, remarks->str);
    }
}

static void
build_initiatives (Paper *self)
{
  static const Column columns[] = {
    { 7.5, BV_ALIGN_CENTRE, "STT" },
    { 8, BV_ALIGN_CENTRE, "Năm" },
    { 36, BV_ALIGN_LEFT, "Tên sáng kiến, đề tài, đề án" },
    { 24, BV_ALIGN_LEFT, "Kết quả, phạm vi ảnh hưởng" },
    { 26, BV_ALIGN_LEFT, "Văn bản công nhận" },
  };
  GPtrArray *entries = self->record->sections[BV_RECORD_INITIATIVES];
  BvTableBlock *table;
  guint n = 0;

  if (count (self, BV_RECORD_INITIATIVES) == 0)
    return;
  table = add_table (self, "SÁNG KIẾN, ĐỀ TÀI, ĐỀ ÁN", "Sáng kiến", columns,
                     G_N_ELEMENTS (columns));
  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *year = g_strdup_printf ("%d", entry->year);
      g_autofree char *paper = format_paper (entry);
      g_autoptr (GString) result = g_string_new (find_word (initiative_states, entry->state));
      g_autoptr (GString) basis = g_string_new (paper);

      if (!is_chosen (self, entry))
        continue;
      if (*entry->code != '\0')
        append (result, find_word (scopes, entry->code));
      if (entry->amount >= 0)
        {
          g_autofree char *share = bv_number_format_trim ((double) entry->amount / 100, 2);
          g_autofree char *words = g_strdup_printf ("tỷ lệ đóng góp %s%%", share);

          append (result, words);
        }
      append_name_then (result, entry);
      append (basis, entry->issuer);
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, year);
      bv_table_block_add_text (table, entry->title);
      bv_table_block_add_text (table, result->str);
      bv_table_block_add_text (table, basis->str);
    }
}

/* Three columns: when, what, and the rest. */
static void
build_plain (Paper *self,
             BvRecordSection section,
             const char *heading,
             const char *name,
             const char *when,
             const char *what,
             const char *rest)
{
  /* A year needs less than a time from day to day, and stands under the years of the tables above. */
  gboolean is_year = section == BV_RECORD_REGISTRATIONS || section == BV_RECORD_NOMINATIONS;
  const Column columns[] = {
    { 7.5, BV_ALIGN_CENTRE, "STT" },
    { is_year ? 8 : 22, BV_ALIGN_CENTRE, when },
    { is_year ? 45 : 38, BV_ALIGN_LEFT, what },
    { is_year ? 41 : 34, BV_ALIGN_LEFT, rest },
  };
  GPtrArray *entries = self->record->sections[section];
  BvTableBlock *table;
  guint n = 0;

  if (count (self, section) == 0)
    return;
  table = add_table (self, heading, name, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < entries->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *span = format_span (entry->from_date, entry->to_date);
      g_autofree char *year = g_strdup_printf ("%d", entry->year);
      g_autofree char *paper = format_paper (entry);
      g_autoptr (GString) remarks = g_string_new (NULL);
      const char *title = entry->title;

      if (!is_chosen (self, entry))
        continue;
      switch (section)
        {
        case BV_RECORD_POSTS:
          append (remarks, entry->detail);
          if (*title == '\0')
            title = "Công chức, viên chức, người lao động";
          break;
        case BV_RECORD_DISCIPLINE:
          title = find_word (sanctions, entry->code);
          append (remarks, paper);
          append (remarks, entry->issuer);
          append (remarks, entry->detail);
          if (g_str_equal (entry->state, "upheld"))
            append (remarks, "có vi phạm");
          else if (g_str_equal (entry->state, "dismissed"))
            append (remarks, "không có vi phạm");
          break;
        case BV_RECORD_ABSENCES:
          title = find_word (absences, entry->code);
          break;
        case BV_RECORD_REGISTRATIONS:
          append (remarks, find_word (registration_states, entry->state));
          append (remarks, entry->detail);
          break;
        case BV_RECORD_NOMINATIONS:
          append (remarks, find_word (nomination_states, entry->state));
          if (*entry->result != '\0')
            append (remarks, find_word (results, entry->result));
          append (remarks, entry->detail);
          break;
        case BV_RECORD_PREDECESSORS:
          append (remarks, g_str_equal (entry->state, "before") ? "Đơn vị trước" : "Đơn vị sau");
          if (*entry->code != '\0')
            append (remarks, find_word (successions, entry->code));
          break;
        case BV_RECORD_AWARDS:
        case BV_RECORD_RATINGS:
        case BV_RECORD_INITIATIVES:
        default:
          break;
        }
      append_name_then (remarks, entry);
      append (remarks, entry->note);
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, *span != '\0' ? span : entry->year != 0 ? year : "–");
      bv_table_block_add_text (table, title);
      bv_table_block_add_text (table, remarks->str);
    }
}

/* ── The end ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
build_end (Paper *self, BvConnection *connection, GError **error)
{
  char *maker[] = { (char *) "NGƯỜI TRÍCH LỤC", NULL };
  g_autoptr (BvSigner) signer = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *closing = NULL;
  BvSignatureBlock block = { 0 };

  if (self->options->signer_id != 0)
    {
      signer = bv_signer_load (connection, self->options->signer_id, error);
      if (signer == NULL)
        return FALSE;
    }
  closing = g_strdup_printf ("Trích lục từ dữ liệu thi đua, khen thưởng do %s %s quản lý./.",
                             self->office->department, self->office->area_name);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, closing);
  if (signer != NULL)
    lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
  else
    lines = bv_signature_lines ("", "", bv_office_period_department_post (self->office));
  block.lines = lines;
  block.name = signer != NULL ? signer->name : NULL;
  block.left_lines = maker;
  block.left_hint = (char *) "(Ký, ghi rõ họ tên)";
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

static gboolean
check_options (const BvSubjectRecordPaper *options, GError **error)
{
  if (options->date != NULL && (strlen (options->date) != 10 || !bv_date_is_valid (options->date)))
    {
      /* TRANSLATORS: %s is what was given for a date. */
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("“%s” is not a date."),
                   options->date);
      return FALSE;
    }
  if (options->from_year != 0 && options->to_year != 0 && options->from_year > options->to_year)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The years run from %d to %d: the first is the later one."),
                   options->from_year, options->to_year);
      return FALSE;
    }
  return TRUE;
}

BvDocument *
bv_subject_record_paper_build (BvConnection *connection,
                               const BvSubjectRecordPaper *options,
                               GError **error)
{
  g_autoptr (BvSubjectRecord) record = NULL;
  g_autoptr (BvOfficePeriod) office = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;
  Paper self = { .options = options };

  if (!check_options (options, error))
    return NULL;
  self.date = options->date != NULL ? options->date : today;
  record = bv_subject_record_load (connection, options->subject_id, error);
  if (record == NULL)
    return NULL;
  office = bv_office_period_on (connection, self.date, error);
  if (office == NULL)
    return NULL;
  subject = address_subject (record);
  title = g_strdup_printf ("Trích lục hồ sơ thi đua, khen thưởng của %s", subject);
  document = bv_document_new (title);
  bv_document_set_author (document, office->name);
  bv_document_set_date (document, self.date);
  self.document = document;
  self.record = record;
  self.office = office;
  build_head (&self);
  build_subject (&self);
  build_awards (&self);
  if (!options->only_awards)
    {
      build_ratings (&self);
      build_initiatives (&self);
      build_plain (&self, BV_RECORD_POSTS, "QUÁ TRÌNH CÔNG TÁC", "Công tác", "Thời gian", "Chức vụ",
                   "Đơn vị công tác");
      build_plain (&self, BV_RECORD_DISCIPLINE, "KỶ LUẬT; KHIẾU NẠI, TỐ CÁO", "Kỷ luật",
                   "Thời gian", "Hình thức, nội dung", "Văn bản; ghi chú");
      build_plain (&self, BV_RECORD_ABSENCES, "THỜI GIAN NGHỈ, ĐI HỌC, BIỆT PHÁI", "Thời gian nghỉ",
                   "Thời gian", "Lý do", "Ghi chú");
      build_plain (&self, BV_RECORD_REGISTRATIONS, "ĐĂNG KÝ THI ĐUA", "Đăng ký", "Năm",
                   "Danh hiệu, hình thức đăng ký", "Đơn vị đăng ký; ghi chú");
      build_plain (&self, BV_RECORD_NOMINATIONS, "ĐỀ NGHỊ KHEN THƯỞNG", "Đề nghị", "Năm",
                   "Danh hiệu, hình thức đề nghị", "Kết quả; hồ sơ");
      build_plain (&self, BV_RECORD_PREDECESSORS, "QUÁ TRÌNH THÀNH LẬP, SÁP NHẬP, ĐỔI TÊN",
                   "Tổ chức", "Thời gian", "Tên đơn vị", "Quan hệ");
    }
  if (!build_end (&self, connection, error) || !bv_document_fit (document, error))
    return NULL;
  return g_steal_pointer (&document);
}
