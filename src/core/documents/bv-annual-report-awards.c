// SPDX-License-Identifier: GPL-3.0-or-later
/* Part III of the annual report: awards by form, level, subject and manner, and the bonus money. The
 * counting is bv-award-statistics.h's. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-annual-report-private.h"

#include "base/bv-money.h"
#include "base/bv-number.h"
#include "merit/bv-award-statistics.h"
#include "office/bv-setting.h"

/* In the order of BvLevel and BvManner. */
static const char *const award_levels[BV_N_LEVELS] = { "Cấp Nhà nước", "Cấp bộ, cấp tỉnh",
                                                       "Cấp huyện", "Cấp xã",
                                                       "Cấp cơ quan, đơn vị" };
static const char *const manners[BV_N_MANNERS] = { "Theo công trạng và thành tích đạt được",
                                                   "Đột xuất",
                                                   "Theo đợt, chuyên đề (phong trào thi đua)",
                                                   "Quá trình cống hiến",
                                                   "Niên hạn",
                                                   "Đối ngoại",
                                                   "Kháng chiến" };

static void
add_share (BvRuns *runs, double percent)
{
  g_autofree char *number = bv_number_format (percent, 1);
  g_autofree char *text = g_strconcat (number, "%", NULL);

  bv_runs_add (runs, text, BV_RUN_PLAIN);
}

/* ── III. Awards ─────────────────────────────────────────────────────────────────────────── */

#define N_COUNTS 7

static const char *const count_queries[N_COUNTS] = { NULL,
                                                     "subject=unit",
                                                     "subject=household",
                                                     "subject=person",
                                                     "subject=person&class=direct",
                                                     "subject=person&sex=female",
                                                     "subject=person&ethnic=minority" };

static void
get_counts (const BvAwardCount *count, guint values[N_COUNTS])
{
  values[0] = bv_award_count_get_total (count);
  values[1] = count->n_units;
  values[2] = count->n_households;
  values[3] = count->n_persons;
  values[4] = count->n_direct;
  values[5] = count->n_female;
  values[6] = count->n_minority;
}

static void
add_counts (BvReport *self, BvTableBlock *table, const BvAwardCount *count, const char *restriction)
{
  guint values[N_COUNTS];

  get_counts (count, values);
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *more = restriction && count_queries[i]
                                ? g_strconcat (restriction, "&", count_queries[i], NULL)
                              : restriction ? g_strdup (restriction)
                                            : g_strdup (count_queries[i]);
      g_autofree char *query = bv_report_make_query (self, "awards", more);

      bv_table_block_add_number (table, values[i], 0, query);
    }
}

static BvTableBlock *
add_count_table (BvReport *self, const char *title, const char *name, const char *what)
{
  g_autofree char *caption = g_strdup_printf ("Bảng %u. %s", ++self->n_tables, title);
  static const double weights[N_COUNTS] = { 9, 9, 10.5, 9, 13, 7.5, 11.5 };
  BvTableBlock *table;

  bv_document_add_paragraph (self->document, BV_PARAGRAPH_CAPTION, caption);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_MEASURE, "Đơn vị tính: lượt khen thưởng");
  table = bv_document_add_table (self->document, name);
  bv_table_block_add_column (table, 7.5, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 30, BV_ALIGN_LEFT);
  for (guint i = 0; i < N_COUNTS; i++)
    bv_table_block_add_column (table, weights[i], BV_ALIGN_RIGHT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_span (table, "STT", 1, 2);
  bv_table_block_add_span (table, what, 1, 2);
  bv_table_block_add_span (table, "Tổng số", 1, 2);
  bv_table_block_add_span (table, "Tập thể", 1, 2);
  bv_table_block_add_span (table, "Hộ gia đình", 1, 2);
  bv_table_block_add_span (table, "Cá nhân", 4, 1);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "Tổng số");
  bv_table_block_add_text (table, "Lao động trực tiếp");
  bv_table_block_add_text (table, "Nữ");
  bv_table_block_add_text (table, "Dân tộc thiểu số");
  return table;
}

static void
add_total (BvReport *self, BvTableBlock *table, const BvAwardCount *sum)
{
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 2, 1),
                                 BV_ALIGN_CENTRE);
  add_counts (self, table, sum, NULL);
}

static void
build_form_table (BvReport *self, GPtrArray *statistics, const BvAwardCount *sum)
{
  g_autoptr (GPtrArray) forms = bv_award_statistics_by_form (statistics);
  BvTableBlock *table = add_count_table (
    self, "Số lượng khen thưởng theo hình thức, đối tượng và cấp quyết định", "Hình thức",
    "Danh hiệu thi đua, hình thức khen thưởng");
  int level = -1;

  for (guint i = 0; i < forms->len; i++)
    {
      const BvAwardStatistic *form = g_ptr_array_index (forms, i);
      g_autofree char *restriction = g_strdup_printf (
        "level=%s&form=%s", bv_level_to_code (form->level), form->form_code);

      if ((int) form->level != level)
        {
          bv_table_block_add_row (table, BV_ROW_GROUP);
          bv_table_block_add_span (table, award_levels[form->level], 2 + N_COUNTS, 1);
        }
      level = (int) form->level;
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, form->form_name);
      add_counts (self, table, &form->count, restriction);
    }
  add_total (self, table, sum);
}

static void
build_manner_table (BvReport *self, GPtrArray *statistics, const BvAwardCount *sum)
{
  BvAwardCount counts[BV_N_MANNERS] = { 0 };
  BvTableBlock *table = add_count_table (self, "Số lượng khen thưởng theo loại hình", "Loại hình",
                                         "Loại hình khen thưởng");
  guint n = 0;

  bv_award_statistics_by_manner (statistics, counts);
  for (guint manner = 0; manner < BV_N_MANNERS; manner++)
    {
      g_autofree char *restriction = g_strdup_printf ("manner=%s", bv_manner_to_code (manner));

      if (bv_award_count_get_total (&counts[manner]) == 0)
        continue;
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, manners[manner]);
      add_counts (self, table, &counts[manner], restriction);
    }
  add_total (self, table, sum);
}

static void
build_award_sentence (BvReport *self, const BvAwardCount *sum)
{
  g_autofree char *begin = g_strdup_printf (
    "%s %s, ", self->options->from_date ? "Trong thời gian" : "Trong", self->period);
  g_autofree char *all = bv_report_make_query (self, "awards", NULL);
  double share = bv_award_count_get_grassroots_share (sum);
  const char *nouns[N_COUNTS] = {
    "lượt khen thưởng",         "tập thể", "hộ gia đình",           "cá nhân",
    "người lao động trực tiếp", "nữ",      "người dân tộc thiểu số"
  };
  guint values[N_COUNTS];
  BvRuns *text = bv_runs_new (begin);

  get_counts (sum, values);
  bv_runs_add (text, "toàn ", BV_RUN_PLAIN);
  bv_runs_add (text, self->office->area_name, BV_RUN_PLAIN);
  bv_runs_add (text, " có ", BV_RUN_PLAIN);
  bv_report_add_count (text, values[0], nouns[0], all);
  bv_runs_add (text, ": ", BV_RUN_PLAIN);
  for (guint i = 1, n = 0; i <= 3; i++)
    {
      g_autofree char *query = bv_report_make_query (self, "awards", count_queries[i]);

      if (values[i] == 0)
        continue;
      if (n++ > 0)
        bv_runs_add (text, ", ", BV_RUN_PLAIN);
      bv_report_add_count (text, values[i], nouns[i], query);
    }
  if (values[3] > 0)
    {
      bv_runs_add (text, " (trong đó ", BV_RUN_PLAIN);
      for (guint i = 4; i < N_COUNTS; i++)
        {
          g_autofree char *query = bv_report_make_query (self, "awards", count_queries[i]);

          if (i > 4)
            bv_runs_add (text, ", ", BV_RUN_PLAIN);
          bv_report_add_count (text, values[i], nouns[i], query);
        }
      bv_runs_add (text, ")", BV_RUN_PLAIN);
    }
  bv_runs_add (text, ".", BV_RUN_PLAIN);
  if (share >= 0)
    {
      bv_runs_add (text, " Khen thưởng người lao động trực tiếp, hộ gia đình và tập thể nhỏ chiếm ",
                   BV_RUN_PLAIN);
      add_share (text, share);
      bv_runs_add (text, " tổng số lượt khen thưởng.", BV_RUN_PLAIN);
    }
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

static gboolean
build_bonus (BvReport *self, GPtrArray *statistics, GError **error)
{
  GError *failure = NULL;
  BvWordsStyle style = bv_setting_get_words_style (self->connection, &failure);
  gint64 made = 0;
  gint64 received = 0;
  g_autofree char *made_query = bv_report_make_query (self, "awards", "origin=made");
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;
  g_autofree char *in_words = NULL;
  BvRuns *text;

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  for (guint i = 0; i < statistics->len; i++)
    {
      const BvAwardStatistic *statistic = g_ptr_array_index (statistics, i);

      if (statistic->origin == BV_ORIGIN_MADE)
        made += statistic->count.bonus;
      else
        received += statistic->count.bonus;
    }
  amount = bv_money_format (made);
  words = bv_money_in_words (made, style);
  in_words = g_strdup_printf (" (Bằng chữ: %s).", words);
  text = bv_runs_new ("Tổng số tiền thưởng kèm theo các quyết định khen thưởng của ");
  bv_runs_add (text, self->office->name, BV_RUN_PLAIN);
  bv_runs_add (text, " là ", BV_RUN_PLAIN);
  bv_runs_add_number (text, amount, BV_RUN_BOLD, made_query);
  bv_runs_add (text, in_words, BV_RUN_ITALIC);
  if (received > 0)
    {
      g_autofree char *more = bv_money_format (received);
      g_autofree char *query = bv_report_make_query (self, "awards", "origin=received");

      bv_runs_add (text, " Tiền thưởng kèm theo khen thưởng của cấp trên là ", BV_RUN_PLAIN);
      bv_runs_add_number (text, more, BV_RUN_PLAIN, query);
      bv_runs_add (text, ".", BV_RUN_PLAIN);
    }
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
  return TRUE;
}

gboolean
bv_report_build_awards (BvReport *self, GError **error)
{
  const BvAwardPeriod period = { .from_date = self->options->from_date,
                                 .to_date = self->options->to_date,
                                 .year = self->options->from_date || self->options->to_date
                                           ? 0
                                           : self->year,
                                 .as_of = self->date };
  g_autoptr (GPtrArray) statistics = bv_award_statistics (self->connection, &period, error);
  BvAwardCount sum;

  if (!statistics)
    return FALSE;
  bv_document_add_heading (self->document, 1, "KẾT QUẢ CÔNG TÁC KHEN THƯỞNG");
  sum = bv_award_statistics_sum (statistics);
  if (bv_award_count_get_total (&sum) == 0)
    {
      g_autofree char *none = g_strdup_printf (
        "%s %s, chưa có quyết định khen thưởng nào được ban hành hoặc tiếp nhận.",
        self->options->from_date ? "Trong thời gian" : "Trong", self->period);

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, none);
      return TRUE;
    }
  bv_document_add_heading (self->document, 2, "Số lượng khen thưởng");
  build_award_sentence (self, &sum);
  build_form_table (self, statistics, &sum);
  build_manner_table (self, statistics, &sum);
  bv_document_add_heading (self->document, 2, "Tiền thưởng");
  return build_bonus (self, statistics, error);
}
