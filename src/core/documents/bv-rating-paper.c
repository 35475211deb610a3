// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of ratings of a year as a paper. Reads only; the cap is counted where the screen counts it. Its Vietnamese is
 * that of official papers and therefore constant. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-rating-paper.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-rating-cap.h"
#include "merit/bv-rating.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"
#include "office/bv-unit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  BvConnection *connection;
  const BvRatingPaper *options;
  const BvRatingRule *rule;
  BvOfficePeriod *office;
  BvDocument *document;
  char *unit_name; /* "" for the whole office */
  char *date;
  int year;
} Paper;

static void
paper_clear (Paper *self)
{
  bv_office_period_free (self->office);
  bv_document_free (self->document);
  g_free (self->unit_name);
  g_free (self->date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static char *
make_query (const Paper *self, const BvRatingCap *cap, int grade)
{
  g_autoptr (GString) query = g_string_new (NULL);

  g_string_append_printf (query, "ratings?year=%d", self->year);
  if (cap != NULL)
    g_string_append_printf (query, "&unit=%" G_GINT64_FORMAT, cap->unit_id);
  if (cap != NULL && *cap->task_group != '\0')
    {
      g_autofree char *group = g_uri_escape_string (cap->task_group, NULL, TRUE);

      g_string_append_printf (query, "&group=%s", group);
    }
  if (grade >= 0)
    g_string_append_printf (query, "&grade=%s", bv_grade_to_code ((BvGrade) grade));
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/* ── Head and end ────────────────────────────────────────────────────────────────────────── */

static void
build_head (Paper *self)
{
  BvLetterhead *head = bv_office_period_letterhead (self->office, BV_ISSUER_DEPARTMENT);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  g_autofree char *year = g_strdup_printf ("Năm %d", self->year);
  g_autofree char *note = g_strdup_printf ("(Theo %s)", self->rule->name);
  g_autofree char *unit = bv_text_upper (self->unit_name);
  BvLetterheadBlock block = { .superior = head->superior,
                              .issuer = head->issuer,
                              .nation = head->nation,
                              .motto = head->motto,
                              .place_date = place_date };

  if (*unit != '\0')
    {
      g_autofree char *superior = bv_text_upper (self->office->name);

      block.issuer = unit;
      block.superior = g_str_equal (superior, unit) ? NULL : superior;
      bv_document_add_letterhead (self->document, &block);
    }
  else
    bv_document_add_letterhead (self->document, &block);
  bv_letterhead_free (head);
  bv_document_add_title (self->document, "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG",
                         year, note);
}

static void
build_end (Paper *self)
{
  static const char *const maker[] = { "NGƯỜI LẬP BẢNG", NULL };
  static const char *const unit_head[] = { "THỦ TRƯỞNG ĐƠN VỊ", NULL };
  g_auto (GStrv)
    department_head = bv_signature_lines ("", "", bv_office_period_department_post (self->office));
  BvSignatureBlock block = {
    .lines = *self->unit_name != '\0' ? (char **) unit_head : department_head,
    .hint = (char *) "(Ký, ghi rõ họ tên)",
    .left_lines = (char **) maker,
    .left_hint = (char *) "(Ký, ghi rõ họ tên)",
  };

  bv_document_add_signature (self->document, &block);
}

/* ── I. Counts and the cap ───────────────────────────────────────────────────────────────── */

static BvTableBlock *
add_table (Paper *self, const char *name, const double *weights, const char *aligns, guint n)
{
  BvTableBlock *table = bv_document_add_table (self->document, name);

  for (guint i = 0; i < n; i++)
    bv_table_block_add_column (table, weights[i],
                               aligns[i] == 'l'   ? BV_ALIGN_LEFT
                               : aligns[i] == 'r' ? BV_ALIGN_RIGHT
                                                  : BV_ALIGN_CENTRE);
  return table;
}

static void
add_counts_head (BvTableBlock *table)
{
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_span (table, "STT", 1, 2);
  bv_table_block_add_span (table, "Cơ quan, đơn vị, nhóm nhiệm vụ tương đồng", 1, 2);
  bv_table_block_add_span (table, "Tổng số xếp loại", 1, 2);
  bv_table_block_add_span (table, bv_grade_print ("HTXS"), 3, 1);
  for (int grade = BV_GRADE_GOOD; grade < BV_N_GRADES; grade++)
    bv_table_block_add_span (table, bv_grade_print (bv_grade_to_code ((BvGrade) grade)), 1, 2);
  bv_table_block_add_span (table, "Chưa xếp loại", 1, 2);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "Số người");
  bv_table_block_add_text (table, "Tối đa");
  bv_table_block_add_text (table, "Vượt");
}

static void
add_number (BvTableBlock *table, guint value, const char *query)
{
  bv_table_block_add_number (table, value > 0 ? (double) value : NAN, 0, query);
}

/* The cap lines of a row; the sum has none: it is counted for each office by itself. */
static void
add_counts (Paper *self, BvTableBlock *table, const BvRatingCap *cap, gboolean is_sum)
{
  g_autofree char *all = make_query (self, is_sum ? NULL : cap, -1);
  guint n = 0;

  for (int grade = 0; grade < BV_GRADE_NONE; grade++)
    n += cap->n[grade];
  add_number (table, n, all);
  for (int grade = 0; grade < BV_N_GRADES; grade++)
    {
      g_autofree char *query = make_query (self, is_sum ? NULL : cap, grade);

      add_number (table, cap->n[grade], query);
      if (grade != BV_GRADE_EXCELLENT)
        continue;
      if (is_sum)
        {
          bv_table_block_add_text (table, "");
          add_number (table, cap->over, NULL);
        }
      else
        {
          bv_table_block_add_number (table, cap->most, 0, NULL);
          add_number (table, cap->over, NULL);
        }
    }
  if (is_sum || *cap->task_group == '\0')
    add_number (table, cap->n_unrated, NULL);
  else
    bv_table_block_add_text (table, "");
}

static void
build_counts (Paper *self, GPtrArray *caps)
{
  static const double weights[] = { 5, 34, 9, 8, 8, 7, 10, 10, 10, 9, 9 };
  BvTableBlock *table;
  BvRatingCap sum = { 0 };
  guint n = 0;

  bv_document_add_heading (self->document, 1, "XẾP LOẠI CÁ NHÂN THEO CƠ QUAN, ĐƠN VỊ");
  table = add_table (self, "Tổng hợp", weights, "clrrrrrrrrr", G_N_ELEMENTS (weights));
  add_counts_head (table);
  for (guint i = 0; i < caps->len; i++)
    {
      const BvRatingCap *cap = g_ptr_array_index (caps, i);

      bv_table_block_add_row (table, BV_ROW_BODY);
      if (*cap->task_group == '\0')
        {
          bv_table_block_add_number (table, ++n, 0, NULL);
          bv_table_block_add_text (table, cap->unit_name);
          for (int grade = 0; grade < BV_N_GRADES; grade++)
            sum.n[grade] += cap->n[grade];
          sum.n_unrated += cap->n_unrated;
          sum.over += cap->over;
        }
      else
        {
          g_autofree char *name = g_strdup_printf ("- Nhóm %s", cap->task_group);

          bv_table_block_add_text (table, "");
          bv_table_block_add_text (table, name);
        }
      add_counts (self, table, cap, FALSE);
    }
  if (n > 1)
    {
      bv_table_block_add_row (table, BV_ROW_TOTAL);
      bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 2, 1),
                                     BV_ALIGN_CENTRE);
      add_counts (self, table, &sum, TRUE);
    }
}

static void
build_cap_note (Paper *self, const BvRatingCap *cap)
{
  g_autofree char *text = NULL;

  if (cap->base_or_better)
    text = g_strdup_printf (
      "Ghi chú: Số hoàn thành xuất sắc nhiệm vụ tối đa bằng %d%% số hoàn thành tốt nhiệm vụ trở "
      "lên của cùng cơ quan, đơn vị và của từng nhóm nhiệm vụ tương đồng, làm tròn xuống, theo %s.",
      cap->percent, self->rule->cap_article);
  else
    text = g_strdup_printf (
      "Ghi chú: Số hoàn thành xuất sắc nhiệm vụ không quá %d%% số hoàn thành tốt nhiệm vụ của cùng "
      "cơ quan, đơn vị và của từng nhóm nhiệm vụ tương đồng, làm tròn xuống, theo %s.",
      cap->percent, self->rule->cap_article);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_NOTE, text);
}

/* "Trường THCS Thử: vượt 02 người (xem xét giữa: …)" */
static gboolean
build_over (Paper *self, GPtrArray *caps, GError **error)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_runs_free);

  for (guint i = 0; i < caps->len; i++)
    {
      const BvRatingCap *cap = g_ptr_array_index (caps, i);
      g_autoptr (GPtrArray) names = NULL;
      g_autoptr (GString) text = NULL;
      g_autofree char *over = bv_number_count (cap->over);
      gboolean is_open = FALSE, is_first = TRUE;

      if (cap->over == 0)
        continue;
      names = bv_rating_cap_list_excellent (self->connection, self->year, cap, error);
      if (names == NULL)
        {
          g_ptr_array_unref (items);
          return FALSE;
        }
      for (guint k = 0; k < names->len; k++)
        is_open |= ((BvRatingExcellent *) names->pdata[k])->standing == BV_RATING_OPEN;
      text = g_string_new (cap->unit_name);
      if (*cap->task_group != '\0')
        g_string_append_printf (text, ", nhóm %s", cap->task_group);
      g_string_append_printf (text, ": vượt %s người, %s: ", over,
                              is_open ? "cần xem xét trong số" : "theo điểm là");
      for (guint k = 0; k < names->len; k++)
        {
          const BvRatingExcellent *one = names->pdata[k];

          if (one->standing == BV_RATING_WITHIN)
            continue;
          g_string_append_printf (text, "%s%s", is_first ? "" : ", ", one->name);
          is_first = FALSE;
        }
      if (items->len > 0)
        bv_runs_add (g_ptr_array_index (items, items->len - 1), ";", BV_RUN_PLAIN);
      g_ptr_array_add (items, bv_runs_new (text->str));
    }
  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      return TRUE;
    }
  bv_runs_add (g_ptr_array_index (items, items->len - 1), ".", BV_RUN_PLAIN);
  g_ptr_array_set_free_func (items, NULL);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY,
                             "Cơ quan, đơn vị, nhóm vượt số hoàn thành xuất sắc nhiệm vụ tối đa:");
  bv_document_take_list (self->document, items);
  return TRUE;
}

/* ── II. Units, III. people ──────────────────────────────────────────────────────────────── */

/* A reason that let a grade stand is told with the note. */
static char *
get_note (const BvRating *rating)
{
  if (*rating->override_reason == '\0')
    return g_strdup (rating->note);
  if (*rating->note == '\0')
    return g_strdup (rating->override_reason);
  return g_strdup_printf ("%s; %s", rating->override_reason, rating->note);
}

static void
add_points (BvTableBlock *table, gint64 points)
{
  g_autofree char *text = points < 0 ? g_strdup ("") : bv_number_format_hundredths (points);

  bv_table_cell_block_set_align (bv_table_block_add_text (table, text), BV_ALIGN_RIGHT);
}

static void
add_rating (Paper *self, BvTableBlock *table, const BvRating *rating)
{
  g_autofree char *note = get_note (rating);

  if (bv_rating_rule_has_points (self->rule))
    {
      add_points (table, rating->general_points);
      add_points (table, rating->result_points);
      add_points (table, bv_rating_get_points (rating));
    }
  bv_table_block_add_text (table, bv_grade_print (bv_grade_to_code (rating->grade)));
  bv_table_block_add_text (table, note);
}

static void
add_rating_heads (Paper *self, BvTableBlock *table)
{
  if (bv_rating_rule_has_points (self->rule))
    {
      bv_table_block_add_text (table, "Điểm tiêu chí chung");
      bv_table_block_add_text (table, "Điểm kết quả nhiệm vụ");
      bv_table_block_add_text (table, "Tổng điểm");
    }
  bv_table_block_add_text (table, "Mức xếp loại");
  bv_table_block_add_text (table, "Ghi chú");
}

static gboolean
build_units (Paper *self, GError **error)
{
  static const double plain[] = { 6, 50, 30, 34 };
  static const double pointed[] = { 6, 38, 11, 11, 9, 31, 18 };
  gboolean has_points = bv_rating_rule_has_points (self->rule);
  g_autoptr (GPtrArray) units = bv_rating_list_year (self->connection, self->year, BV_SUBJECT_UNIT,
                                                     self->options->unit_id, error);
  BvTableBlock *table;

  if (units == NULL)
    return FALSE;
  if (units->len == 0)
    return TRUE;
  bv_document_add_heading (self->document, 1, "XẾP LOẠI TẬP THỂ");
  if (has_points)
    table = add_table (self, "Tập thể", pointed, "clrrrll", G_N_ELEMENTS (pointed));
  else
    table = add_table (self, "Tập thể", plain, "clll", G_N_ELEMENTS (plain));
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "STT");
  bv_table_block_add_text (table, "Tập thể");
  add_rating_heads (self, table);
  for (guint i = 0; i < units->len; i++)
    {
      const BvRating *rating = g_ptr_array_index (units, i);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, rating->subject_name);
      add_rating (self, table, rating);
    }
  return TRUE;
}

static gboolean
build_people (Paper *self, GError **error)
{
  /* With and without groups of similar tasks: an empty column would take the room of the posts. */
  static const double plain[] = { 6, 30, 26, 22, 33, 19 };
  static const double plain_narrow[] = { 6, 34, 44, 33, 19 };
  static const double pointed[] = { 6, 26, 22, 18, 10, 10, 9, 31, 14 };
  static const double pointed_narrow[] = { 6, 30, 34, 10, 10, 9, 31, 16 };
  gboolean has_points = bv_rating_rule_has_points (self->rule);
  gboolean has_groups = FALSE;
  g_autoptr (GPtrArray) people = NULL;
  BvTableBlock *table;
  guint n_columns = has_points ? G_N_ELEMENTS (pointed) : G_N_ELEMENTS (plain);
  gint64 unit_id = -1;

  if (!self->options->with_people)
    return TRUE;
  people = bv_rating_list_year (self->connection, self->year, BV_SUBJECT_PERSON,
                                self->options->unit_id, error);
  if (people == NULL)
    return FALSE;
  if (people->len == 0)
    return TRUE;
  bv_document_add_heading (self->document, 1, "DANH SÁCH XẾP LOẠI CÁ NHÂN");
  for (guint i = 0; i < people->len; i++)
    has_groups |= *((BvRating *) people->pdata[i])->task_group != '\0';
  n_columns -= !has_groups;
  if (has_points)
    table = add_table (self, "Cá nhân", has_groups ? pointed : pointed_narrow,
                       has_groups ? "clllrrrll" : "cllrrrll", n_columns);
  else
    table = add_table (self, "Cá nhân", has_groups ? plain : plain_narrow,
                       has_groups ? "clllll" : "cllll", n_columns);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "STT");
  bv_table_block_add_text (table, "Họ và tên");
  bv_table_block_add_text (table, "Chức vụ, chức danh");
  if (has_groups)
    bv_table_block_add_text (table, "Nhóm nhiệm vụ");
  add_rating_heads (self, table);
  for (guint i = 0; i < people->len; i++)
    {
      const BvRating *rating = g_ptr_array_index (people, i);

      if (rating->unit_id != unit_id && self->options->unit_id == 0)
        {
          bv_table_block_add_row (table, BV_ROW_GROUP);
          bv_table_block_add_span (table, rating->unit_name, n_columns, 1);
        }
      unit_id = rating->unit_id;
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, rating->subject_name);
      bv_table_block_add_text (table, rating->post);
      if (has_groups)
        bv_table_block_add_text (table, rating->task_group);
      add_rating (self, table, rating);
    }
  return TRUE;
}

/* ── The whole ───────────────────────────────────────────────────────────────────────────── */

/* Units whose people are all still to be rated are not told: the paper is of what was rated. */
static guint
drop_unrated (GPtrArray *caps)
{
  for (guint i = caps->len; i-- > 0;)
    {
      const BvRatingCap *cap = g_ptr_array_index (caps, i);
      guint n = 0;

      for (int grade = 0; grade < BV_N_GRADES; grade++)
        n += cap->n[grade];
      if (n == 0)
        g_ptr_array_remove_index (caps, i);
    }
  return caps->len;
}

static gboolean
begin (Paper *self, GError **error)
{
  g_autofree char *today = bv_date_today ();

  self->date = g_strdup (self->options->date != NULL ? self->options->date : today);
  if (strlen (self->date) != 10 || !bv_date_is_valid (self->date))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("“%s” is not a date."),
                   self->date);
      return FALSE;
    }
  self->year = self->options->year > 0 ? self->options->year : bv_date_year (today);
  self->rule = bv_rating_rule_for_year (self->year, error);
  if (self->rule == NULL)
    return FALSE;
  self->office = bv_office_period_on (self->connection, self->date, error);
  if (self->office == NULL)
    return FALSE;
  if (self->options->unit_id != 0)
    {
      g_autoptr (BvUnit) unit = bv_unit_load (self->connection, self->options->unit_id, error);

      if (unit == NULL)
        return FALSE;
      self->unit_name = g_strdup (unit->name);
    }
  else
    self->unit_name = g_strdup ("");
  return TRUE;
}

BvDocument *
bv_rating_paper_build (BvConnection *connection, const BvRatingPaper *options, GError **error)
{
  g_auto (Paper) self = { .connection = connection, .options = options };
  g_autoptr (GPtrArray) caps = NULL;
  g_autofree char *title = NULL;

  if (!begin (&self, error))
    return NULL;
  caps = bv_rating_cap_list (connection, self.year, options->unit_id, error);
  if (caps == NULL)
    return NULL;
  if (drop_unrated (caps) == 0)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                   _ ("Nobody is rated for %d yet: rate people first, then print."), self.year);
      return NULL;
    }
  title = g_strdup_printf ("Bảng tổng hợp kết quả đánh giá, xếp loại chất lượng năm %d", self.year);
  self.document = bv_document_new (title);
  bv_document_set_author (self.document, self.office->name);
  bv_document_set_date (self.document, self.date);
  bv_document_add_section (self.document, TRUE);
  build_head (&self);
  build_counts (&self, caps);
  build_cap_note (&self, g_ptr_array_index (caps, 0));
  if (!build_over (&self, caps, error) || !build_units (&self, error)
      || !build_people (&self, error))
    return NULL;
  build_end (&self);
  return g_steal_pointer (&self.document);
}
