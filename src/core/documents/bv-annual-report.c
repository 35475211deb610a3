// SPDX-License-Identifier: GPL-3.0-or-later
/* The annual report as one BvDocument. Reads only; computes nothing that the register's own functions
 * know. Its Vietnamese is that of official papers and therefore constant. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-annual-report-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-indicator-chart.h"
#include "movement/bv-movement.h"
#include "office/bv-signer.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const movement_levels[][2] = {
  { "central", "cấp Trung ương" }, { "province", "cấp tỉnh" }, { "district", "cấp huyện" },
  { "commune", "cấp xã" },         { "bloc", "cụm, khối" },    { "unit", "cơ quan, đơn vị" },
};

static void
report_clear (BvReport *self)
{
  bv_office_period_free (self->office);
  g_free (self->period);
  g_free (self->selection);
  g_free (self->date);
}

/* ── Small words ─────────────────────────────────────────────────────────────────────────── */

void
bv_report_add_count (BvRuns *runs, gint64 n, const char *noun, const char *query)
{
  g_autofree char *number = bv_number_count (n);
  g_autofree char *grouped = n < 1000 ? g_strdup (number) : bv_number_format_int (n);

  bv_runs_add_number (runs, grouped, BV_RUN_PLAIN, query);
  if (noun)
    {
      bv_runs_add (runs, BV_NBSP, BV_RUN_PLAIN);
      bv_runs_add (runs, noun, BV_RUN_PLAIN);
    }
}

char *
bv_report_make_query (const BvReport *self, const char *records, const char *more)
{
  return g_strconcat (records, "?", self->selection, more ? "&" : NULL, more, NULL);
}

/* ── Head ────────────────────────────────────────────────────────────────────────────────── */

static void
build_head (BvReport *self)
{
  BvLetterhead *head = bv_office_period_letterhead (self->office, BV_ISSUER_COMMITTEE);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  g_autofree char *number = NULL;
  g_autofree char *full_number = NULL;
  g_autofree char *summary = NULL;
  BvLetterheadBlock block = { 0 };

  if (self->options->number && strchr (self->options->number, '/'))
    number = g_strdup (self->options->number);
  else
    number = bv_office_period_number (
      self->office, BV_ISSUER_COMMITTEE,
      self->options->number ? g_ascii_strtoll (self->options->number, NULL, 10) : 0, "BC");
  full_number = g_strconcat ("Số: ", number, NULL);
  block.superior = head->superior;
  block.issuer = head->issuer;
  block.nation = head->nation;
  block.motto = head->motto;
  block.number = full_number;
  block.place_date = place_date;
  bv_document_add_letterhead (self->document, &block);
  bv_letterhead_free (head);
  summary = g_strdup_printf ("Kết quả công tác thi đua, khen thưởng %s", self->period);
  bv_document_add_title (self->document, "BÁO CÁO", summary, NULL);
}

/* ── I. Movements ────────────────────────────────────────────────────────────────────────── */

static char *
describe_movement (const BvMovement *movement)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, g_str_has_prefix (movement->name, "Phong trào") ? "%s" : "Phong trào “%s”",
    movement->name);
  if (*movement->launched_by != '\0')
    g_string_append_printf (text, ", do %s phát động", movement->launched_by);
  if (movement->from_date && movement->to_date
      && bv_date_year (movement->from_date) != bv_date_year (movement->to_date))
    g_string_append_printf (text, ", giai đoạn %d" BV_NBSP "-" BV_NBSP "%d",
                            bv_date_year (movement->from_date), bv_date_year (movement->to_date));
  if (*movement->basis != '\0')
    g_string_append_printf (text, " (%s)", movement->basis);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
build_movements (BvReport *self, GError **error)
{
  g_autoptr (GPtrArray) movements = bv_movement_list (self->connection, self->year, error);
  g_autofree char *all = NULL;
  BvRuns *text;
  GPtrArray *items;
  gboolean is_first = TRUE;

  if (!movements)
    return FALSE;
  bv_document_add_heading (self->document, 1, "CÔNG TÁC TỔ CHỨC PHONG TRÀO THI ĐUA");
  if (movements->len == 0)
    {
      g_autofree char *none = g_strdup_printf (
        "Trong năm %d, chưa có phong trào thi đua nào được ghi nhận trên địa bàn %s.", self->year,
        self->office->area_name);

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, none);
      return TRUE;
    }
  all = g_strdup_printf ("movements?year=%d", self->year);
  text = bv_runs_new ("Trong năm ");
  {
    g_autofree char *year = g_strdup_printf ("%d, %s tổ chức, triển khai ", self->year,
                                             self->office->area_name);

    bv_runs_add (text, year, BV_RUN_PLAIN);
  }
  bv_report_add_count (text, movements->len, "phong trào thi đua", all);
  bv_runs_add (text, " (", BV_RUN_PLAIN);
  for (guint level = 0; level < G_N_ELEMENTS (movement_levels); level++)
    {
      g_autofree char *query = g_strdup_printf ("movements?year=%d&level=%s", self->year,
                                                movement_levels[level][0]);
      guint n = 0;

      for (guint i = 0; i < movements->len; i++)
        if (g_strcmp0 (((BvMovement *) g_ptr_array_index (movements, i))->level,
                       movement_levels[level][0])
            == 0)
          n++;
      if (n == 0)
        continue;
      if (!is_first)
        bv_runs_add (text, "; ", BV_RUN_PLAIN);
      is_first = FALSE;
      bv_runs_add (text, movement_levels[level][1], BV_RUN_PLAIN);
      bv_runs_add (text, ": ", BV_RUN_PLAIN);
      bv_report_add_count (text, n, NULL, query);
    }
  bv_runs_add (text, "), cụ thể:", BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
  items = g_ptr_array_new ();
  for (guint i = 0; i < movements->len; i++)
    {
      g_autofree char *line = describe_movement (g_ptr_array_index (movements, i));
      BvRuns *item = bv_runs_new (line);

      bv_runs_add (item, i + 1 == movements->len ? "." : ";", BV_RUN_PLAIN);
      g_ptr_array_add (items, item);
    }
  bv_document_take_list (self->document, items);
  return TRUE;
}

/* ── II. Indicators ──────────────────────────────────────────────────────────────────────── */

static void
add_status_count (BvReport *self, BvRuns *text, const char *words, guint n, const char *status)
{
  g_autofree char *query = g_strdup_printf (
    "indicators?year=%d&month=%d&unit=%" G_GINT64_FORMAT "&status=%s", self->year,
    self->through_month, self->options->unit_id, status);

  if (n == 0)
    return;
  bv_runs_add (text, "; ", BV_RUN_PLAIN);
  bv_runs_add (text, words, BV_RUN_PLAIN);
  bv_runs_add (text, " ", BV_RUN_PLAIN);
  bv_report_add_count (text, n, "chỉ tiêu", query);
}

static void
build_indicator_sentence (BvReport *self, const BvIndicatorSummary *summary)
{
  g_autofree char *met_query = g_strdup_printf (
    "indicators?year=%d&month=%d&unit=%" G_GINT64_FORMAT "&status=met,exceeded", self->year,
    self->through_month, self->options->unit_id);
  g_autofree char *met = g_strdup_printf ("%u/%u", summary->n_met + summary->n_exceeded,
                                          summary->n_planned);
  g_autofree char *begin = self->through_month < 12 ? g_strdup_printf (
                             "Tính đến hết tháng %d năm %d, có ", self->through_month, self->year)
                                                    : g_strdup_printf ("Năm %d, có ", self->year);
  BvRuns *text = bv_runs_new (begin);

  bv_runs_add_number (text, met, BV_RUN_BOLD, met_query);
  bv_runs_add (text, BV_NBSP "chỉ tiêu đạt và vượt kế hoạch", BV_RUN_BOLD);
  if (summary->n_exceeded > 0 && summary->n_met > 0)
    {
      bv_runs_add (text, " (vượt ", BV_RUN_PLAIN);
      bv_report_add_count (text, summary->n_exceeded, NULL, met_query);
      bv_runs_add (text, ", đạt ", BV_RUN_PLAIN);
      bv_report_add_count (text, summary->n_met, NULL, met_query);
      bv_runs_add (text, ")", BV_RUN_PLAIN);
    }
  add_status_count (self, text, "gần đạt", summary->n_nearly, "nearly");
  add_status_count (self, text, "chưa đạt", summary->n_not_met, "not-met");
  add_status_count (self, text, "chưa có số liệu", summary->n_no_figure, "no-figure");
  add_status_count (self, text, "chưa đánh giá được theo công thức", summary->n_ask, "ask");
  bv_runs_add (text, ". Kết quả cụ thể như sau:", BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

static void
build_indicator_table (BvReport *self, const BvIndicatorSummary *summary)
{
  static const struct
  {
    double weight;
    BvAlign align;
    const char *head;
  } columns[] = {
    { 6.5, BV_ALIGN_CENTRE, "STT" },          { 34, BV_ALIGN_LEFT, "Chỉ tiêu" },
    { 13.5, BV_ALIGN_CENTRE, "Đơn vị tính" }, { 12, BV_ALIGN_RIGHT, "Kế hoạch" },
    { 12, BV_ALIGN_RIGHT, "Thực hiện" },      { 11.5, BV_ALIGN_RIGHT, "Tỷ lệ (%)" },
    { 11.5, BV_ALIGN_CENTRE, "Kết quả" },
  };
  g_autofree char *caption = g_strdup_printf ("Bảng %u. Kết quả thực hiện các chỉ tiêu năm %d",
                                              ++self->n_tables, self->year);
  g_autofree char *met = g_strdup_printf ("%u/%u", summary->n_met + summary->n_exceeded,
                                          summary->n_planned);
  g_autoptr (GPtrArray) results = bv_indicator_results_by_group (summary);
  BvTableBlock *table;
  const char *group = "";

  bv_document_add_paragraph (self->document, BV_PARAGRAPH_CAPTION, caption);
  table = bv_document_add_table (self->document, "Chỉ tiêu");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bv_table_block_add_column (table, columns[i].weight, columns[i].align);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bv_table_block_add_text (table, columns[i].head);
  for (guint i = 0; i < results->len; i++)
    {
      const BvIndicatorResult *result = g_ptr_array_index (results, i);
      const BvIndicator *indicator = result->indicator;
      g_autofree char *target = g_strdup_printf ("target?indicator=%" G_GINT64_FORMAT
                                                 "&unit=%" G_GINT64_FORMAT "&year=%d",
                                                 indicator->id, result->unit_id, self->year);
      g_autofree char *measurement = g_strdup_printf ("measurement?indicator=%" G_GINT64_FORMAT
                                                      "&unit=%" G_GINT64_FORMAT "&year=%d",
                                                      indicator->id, result->unit_id, self->year);

      if (*indicator->group_name != '\0' && !g_str_equal (indicator->group_name, group))
        {
          bv_table_block_add_row (table, BV_ROW_GROUP);
          bv_table_block_add_span (table, indicator->group_name, G_N_ELEMENTS (columns), 1);
        }
      group = indicator->group_name;
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, indicator->name);
      bv_table_block_add_text (table, indicator->unit_of_measure);
      bv_table_block_add_number (table, result->plan, indicator->decimals, target);
      bv_table_block_add_number (table, result->actual, indicator->decimals, measurement);
      bv_table_block_add_number (table, result->completion.percent, 1, measurement);
      bv_table_block_add_text (table, bv_indicator_chart_status_word (
                                        result->completion.status, BV_CHART_LANGUAGE_VIETNAMESE));
    }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (
    bv_table_block_add_span (table, "Số chỉ tiêu đạt và vượt kế hoạch", 5, 1), BV_ALIGN_LEFT);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, met, 2, 1), BV_ALIGN_CENTRE);
}

static gboolean
build_indicators (BvReport *self, GError **error)
{
  g_autoptr (BvIndicatorSummary) summary = bv_indicator_summary (
    self->connection, 0, self->options->unit_id, self->year, self->through_month, error);
  g_autofree char *caption = NULL;
  BvChart *chart;

  if (!summary)
    return FALSE;
  bv_document_add_heading (self->document, 1, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA");
  if (summary->results->len == 0)
    {
      g_autofree char *none = g_strdup_printf ("Năm %d chưa có chỉ tiêu nào được giao.",
                                               self->year);

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, none);
      return TRUE;
    }
  build_indicator_sentence (self, summary);
  build_indicator_table (self, summary);
  chart = bv_indicator_chart_completion (summary, BV_CHART_LANGUAGE_VIETNAMESE);
  /* The caption says it; the drawing need not say it again. */
  caption = g_strdup_printf ("Biểu đồ 1. %s", chart->title);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_CAPTION, caption);
  g_free (chart->title);
  chart->title = g_strdup ("");
  bv_document_take_chart (self->document, chart, 0);
  return TRUE;
}

/* ── IV. Direction, and the end ──────────────────────────────────────────────────────────── */

static void
build_direction (BvReport *self)
{
  g_autofree char *heading = NULL;
  g_auto (GStrv) lines = NULL;

  if (!self->options->direction || *self->options->direction == '\0')
    return;
  heading = g_strdup_printf ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM %d", self->year + 1);
  bv_document_add_heading (self->document, 1, heading);
  lines = g_strsplit (self->options->direction, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = bv_text_clean (lines[i]);

      if (*line != '\0')
        bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, line);
    }
}

static gboolean
find_signer (BvReport *self, BvSigner **signer, GError **error)
{
  if (self->options->signer_id == 0)
    return bv_signer_default_on (self->connection, self->date, signer, error);
  *signer = bv_signer_load (self->connection, self->options->signer_id, error);
  return *signer != NULL;
}

static gboolean
build_end (BvReport *self, GError **error)
{
  g_autoptr (BvSigner) signer = NULL;
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  g_autofree char *closing = NULL;
  BvSignatureBlock block = { 0 };

  if (!find_signer (self, &signer, error))
    return FALSE;
  closing = g_strdup_printf (
    "Trên đây là báo cáo kết quả công tác thi đua, khen thưởng %s của %s./.", self->period,
    self->office->name);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, closing);
  if (self->options->recipients)
    for (guint i = 0; self->options->recipients[i]; i++)
      g_ptr_array_add (recipients, g_strdup (self->options->recipients[i]));
  else
    {
      if (*self->office->superior_name != '\0')
        g_ptr_array_add (recipients, g_strconcat (self->office->superior_name, " (b/c)", NULL));
      g_ptr_array_add (recipients,
                       g_strconcat ("Thường trực HĐND ", self->office->area_name, NULL));
      g_ptr_array_add (recipients,
                       g_strconcat ("Các cơ quan, đơn vị thuộc ", self->office->area_name, NULL));
      g_ptr_array_add (recipients,
                       g_strconcat ("Lưu: VT, ", self->office->department_symbol, NULL));
    }
  g_ptr_array_add (recipients, NULL);
  if (signer)
    lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
  else
    lines = g_strsplit ("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "|", -1);
  block.recipients = (char **) recipients->pdata;
  block.lines = lines;
  block.name = signer ? signer->name : NULL;
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

static gboolean
check_date (const char *date, GError **error)
{
  if (!date || (bv_date_is_valid (date) && strlen (date) == 10))
    return TRUE;
  /* TRANSLATORS: %s is what was given for a date. */
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("“%s” is not a date."), date);
  return FALSE;
}

/* What the officer chose, before anything is read. */
static gboolean
check_options (const BvAnnualReport *options, GError **error)
{
  const char *number = options->number;

  if (!check_date (options->from_date, error) || !check_date (options->to_date, error)
      || !check_date (options->date, error))
    return FALSE;
  if (options->from_date && options->to_date && strcmp (options->from_date, options->to_date) > 0)
    {
      g_autofree char *from = bv_date_format_short (options->from_date);
      g_autofree char *to = bv_date_format_short (options->to_date);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   /* TRANSLATORS: two dates. */
                   _ ("The period begins on %s and ends on %s, before it begins."), from, to);
      return FALSE;
    }
  if (number && !strchr (number, '/') && number[strspn (number, "0123456789")] != '\0')
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   /* TRANSLATORS: %s is what was given for the number of a document. */
                   _ ("“%s” is no number of a document. Write it as 5 or 05/BC-UBND."), number);
      return FALSE;
    }
  return TRUE;
}

static void
find_period (BvReport *self)
{
  const BvAnnualReport *options = self->options;
  g_autofree char *today = bv_date_today ();

  self->date = g_strdup (options->date ? options->date : today);
  self->year = options->year > 0 ? options->year : bv_date_year (today);
  self->through_month = 12;
  if (options->from_date || options->to_date)
    {
      g_autofree char *from = bv_date_format_short (options->from_date);
      g_autofree char *to = bv_date_format_short (options->to_date);
      g_autoptr (GString) period = g_string_new (NULL);

      if (options->to_date)
        {
          self->year = bv_date_year (options->to_date);
          self->through_month = (int) g_ascii_strtoll (options->to_date + 5, NULL, 10);
        }
      else
        self->year = bv_date_year (options->from_date);
      if (options->from_date)
        g_string_append_printf (period, "từ ngày %s", from);
      if (options->to_date)
        g_string_append_printf (period, "%sđến ngày %s", period->len > 0 ? " " : "", to);
      self->period = g_string_free (g_steal_pointer (&period), FALSE);
      self->selection = g_strdup_printf ("from=%s&to=%s",
                                         options->from_date ? options->from_date : "",
                                         options->to_date ? options->to_date : "");
      return;
    }
  self->period = g_strdup_printf ("năm %d", self->year);
  self->selection = g_strdup_printf ("year=%d", self->year);
}

BvDocument *
bv_annual_report_build (BvConnection *connection, const BvAnnualReport *options, GError **error)
{
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *title = NULL;
  g_autofree char *opening = NULL;
  BvReport self = { .connection = connection, .options = options };
  gboolean is_built;

  if (!check_options (options, error))
    return NULL;
  find_period (&self);
  self.office = bv_office_period_on (connection, self.date, error);
  if (!self.office)
    {
      report_clear (&self);
      return NULL;
    }
  title = g_strdup_printf ("Báo cáo kết quả công tác thi đua, khen thưởng %s", self.period);
  document = bv_document_new (title);
  self.document = document;
  bv_document_set_author (document, self.office->name);
  bv_document_set_date (document, self.date);
  build_head (&self);
  opening = g_strdup_printf (
    "%s báo cáo kết quả công tác thi đua, khen thưởng %s như sau:", self.office->name, self.period);
  bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, opening);
  is_built = build_movements (&self, error) && build_indicators (&self, error)
             && bv_report_build_awards (&self, error);
  if (is_built)
    {
      build_direction (&self);
      is_built = build_end (&self, error);
    }
  report_clear (&self);
  return is_built ? g_steal_pointer (&document) : NULL;
}
