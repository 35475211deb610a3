// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of ratings of a year, read back from its PDF by Poppler. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-rating-paper.h"
#include "merit/bv-rating.h"
#include "store/bv-store.h"

#include <poppler.h>
#include <string.h>

#define N_TEACHERS 12

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 commune;
  gint64 teachers[N_TEACHERS];
  gint64 clerk;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử", "school", f->office, FALSE);
  f->commune = bv_test_office_add_unit (f->store, "Xã Thử", "commune", f->office, FALSE);
  for (guint i = 0; i < N_TEACHERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lò Văn Thử %c", 'A' + i);

      f->teachers[i] = bv_test_office_add_person (f->store, name, "male", "Thái", f->school,
                                                  "Giáo viên", "direct");
    }
  f->clerk = bv_test_office_add_person (f->store, "Quàng Thị Thử", "female", "Thái", f->commune,
                                        "Công chức", "direct");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
rate (Fixture *f, const gint64 *ids, guint n, int year, BvGrade grade)
{
  g_autoptr (GError) error = NULL;

  bv_rating_set_grade_act (f->store, ids, n, year, grade, "", NULL, &error);
  g_assert_no_error (error);
}

/* The rows of all tables, a line each; Poppler reads a table by its columns. */
static char *
tell_rows (const BvDocument *document)
{
  GPtrArray *blocks = bv_document_get_blocks (document);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const BvBlock *block = blocks->pdata[i];

      for (guint r = 0; block->kind == BV_BLOCK_TABLE && r < block->table.rows->len; r++)
        {
          const BvTableRowBlock *row = block->table.rows->pdata[r];

          g_string_append_c (all, '|');
          for (guint c = 0; c < row->cells->len; c++)
            {
              const BvTableCellBlock *cell = row->cells->pdata[c];
              g_autofree char *text = bv_runs_to_string (cell->text);

              g_string_append_printf (all, "%s|", text);
            }
          g_string_append_c (all, '\n');
        }
    }
  return g_string_free (all, FALSE);
}

/* All pages' text with every space as one. @rows: (out): what stands in the tables. */
static char *
read_paper (Fixture *f, const BvRatingPaper *options, char **rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDocument)
    document = bv_rating_paper_build (bv_lease_connection (lease), options, &error);
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *pdf;
  g_autoptr (GString) all = g_string_new (NULL);
  double width, height;

  g_assert_no_error (error);
  *rows = tell_rows (document);
  bytes = bv_document_to_pdf (document, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *text = poppler_page_get_text (page);

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat (width, >, height); /* across */
      g_string_append (all, text);
      g_string_append_c (all, ' ');
      g_object_unref (page);
    }
  g_object_unref (pdf);
  return bv_text_clean (g_strdelimit (all->str, "\n", ' '));
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
test_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvRatingPaper options = { .year = 2022, .date = "2023-01-05" };
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;

  bv_rating_apply_act (f->store, f->school, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  rate (f, f->teachers, 3, 2022, BV_GRADE_EXCELLENT);
  rate (f, f->teachers + 3, 1, 2022, BV_GRADE_DONE);
  rate (f, &f->school, 1, 2022, BV_GRADE_EXCELLENT);
  text = read_paper (f, &options, &rows);
  assert_says (text, "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG");
  assert_says (text, "Năm 2022");
  assert_says (text, "(Theo Nghị định 90/2020/NĐ-CP và Nghị định 48/2023/NĐ-CP)");
  assert_says (text, "PHÒNG NỘI VỤ");
  assert_says (text, "ngày 05 tháng 01 năm 2023");
  /* 12 rated, 3 excellent of at most 1, 2 too many; 8 good, 1 done, none failed, without grade or still to come. */
  assert_says (rows, "|1|Trường THCS Thử|12|3|1|2|8|1|–|–|–|");
  assert_says (text, "không quá 20% số hoàn thành tốt nhiệm vụ");
  assert_says (text,
               "Trường THCS Thử: vượt 02 người, cần xem xét trong số: Lò Văn Thử A, Lò Văn Thử B, "
               "Lò Văn Thử C");
  assert_says (text, "XẾP LOẠI TẬP THỂ");
  assert_says (rows, "|1|Trường THCS Thử|Hoàn thành xuất sắc nhiệm vụ||");
  g_assert_null (strstr (text, "Xã Thử")); /* nobody rated there */
  g_assert_null (strstr (text, "Tổng cộng"));
  g_assert_null (strstr (text, "DANH SÁCH XẾP LOẠI CÁ NHÂN"));
  g_assert_null (strstr (text, "Điểm"));
}

static void
test_people (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvRatingPaper options = { .year = 2026, .date = "2027-01-05", .with_people = TRUE };
  g_autoptr (BvRating) rating = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *unit_rows = NULL;

  /* Nobody is rated for a year that has not begun. */
  g_setenv ("BV_TODAY", options.date, TRUE);
  bv_rating_set_points_act (f->store, f->teachers[0], 2026, 2850, 6625, "", NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  rating = bv_rating_find (bv_lease_connection (lease), f->clerk, 2026, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  rating->grade = BV_GRADE_DONE;
  bv_text_set (&rating->task_group, "Công chức chuyên môn");
  bv_text_set (&rating->note, "Mới tuyển dụng");
  bv_rating_save_act (f->store, rating, NULL, &error);
  g_assert_no_error (error);
  text = read_paper (f, &options, &rows);
  assert_says (text, "(Theo Nghị định 335/2025/NĐ-CP)");
  assert_says (text, "Lò Văn Thử A");
  assert_says (rows, "|1|Lò Văn Thử A|Giáo viên||28,5|66,25|94,75|Hoàn thành xuất sắc nhiệm vụ||");
  assert_says (rows, "|2|Quàng Thị Thử|Công chức|Công chức chuyên môn||||Hoàn thành nhiệm vụ|"
                     "Mới tuyển dụng|");
  assert_says (rows, "||- Nhóm Công chức chuyên môn|1|–|0|–|–|1|–|–||");
  assert_says (rows, "|Tổng cộng|2|1||1|–|1|–|–|11|");
  /* Of one unit: under its own name. */
  options.unit_id = f->commune;
  unit = read_paper (f, &options, &unit_rows);
  assert_says (unit, "XÃ THỬ");
  assert_says (unit, "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA");
  assert_says (unit, "THỦ TRƯỞNG ĐƠN VỊ");
  g_assert_null (strstr (unit, "Lò Văn Thử"));
  g_assert_null (strstr (unit_rows, "Tổng cộng"));
}

static void
note_number (const char *text, const char *query, gpointer user_data)
{
  g_string_append_printf (user_data, "%s=%s;", query, text);
}

static void
test_files (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "x.pdf", "x.odt", "x.xlsx" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *cell = NULL;
  BvRatingPaper options = { .year = 2022 };

  lease = bv_store_lease (f->store, &error);
  g_assert_null (bv_rating_paper_build (bv_lease_connection (lease), &options, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_clear_error (&error);
  options.date = "2022-02-30";
  g_assert_null (bv_rating_paper_build (bv_lease_connection (lease), &options, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_clear_error (&error);
  g_clear_pointer (&lease, bv_lease_free);
  options.date = NULL;
  rate (f, f->teachers, 4, 2022, BV_GRADE_GOOD);
  lease = bv_store_lease (f->store, &error);
  document = bv_rating_paper_build (bv_lease_connection (lease), &options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      BvDocumentFormat format;

      bv_document_format_from_path (path, &format, &error);
      g_assert_no_error (error);
      bv_document_write (document, format, path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  bv_document_foreach_number (document, note_number, numbers);
  cell = g_strdup_printf ("ratings?year=2022&unit=%" G_GINT64_FORMAT "&grade=HTT=4;", f->school);
  assert_says (numbers->str, cell);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/documents/rating-paper/counts", test_counts);
  ADD ("/documents/rating-paper/people", test_people);
  ADD ("/documents/rating-paper/files", test_files);
  return g_test_run ();
}
