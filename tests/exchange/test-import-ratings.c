// SPDX-License-Identifier: GPL-3.0-or-later
/* Ratings from a spreadsheet: whom and what a row means, what is refused beside its cell, one act and back. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "exchange/bv-import.h"
#include "merit/bv-rating.h"
#include "store/bv-store.h"

#include <string.h>

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 commune;
  gint64 people[4];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Lò Thị Thử", "Quàng Văn Nghiệm", "Cầm Thị Mẫu",
                                       "Quàng Văn Nghiệm" };
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử", "school", office, FALSE);
  f->commune = bv_test_office_add_unit (f->store, "Xã Thử", "commune", office, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    f->people[i] = bv_test_office_add_person (f->store, names[i], i == 2 ? "female" : "male",
                                              "Thái", i < 3 ? f->school : f->commune, "", "direct");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static BvImport *
load (Fixture *f, const char *text, int year)
{
  g_autofree char *path = g_build_filename (f->folder, "xep-loai.csv", NULL);
  g_autoptr (GError) error = NULL;
  BvImport *import = bv_import_new (f->store, BV_IMPORT_RATINGS);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  bv_import_load (import, path, NULL, &error);
  g_assert_no_error (error);
  bv_import_check_mapping (import, &error);
  g_assert_no_error (error);
  bv_import_set_year (import, year);
  return import;
}

static BvImport *
check (Fixture *f, const char *text, int year, guint new, guint updated, guint unchanged, guint bad)
{
  BvImport *import = load (f, text, year);
  g_autoptr (GError) error = NULL;
  BvImportCounts counts;

  bv_import_check (import, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < bv_import_get_n_findings (import); i++)
    {
      g_autofree char *told = bv_import_format_finding (import, bv_import_get_finding (import, i));

      g_test_message ("%s", told);
    }
  bv_import_get_counts (import, &counts);
  g_assert_cmpuint (counts.n[BV_IMPORT_ROW_NEW], ==, new);
  g_assert_cmpuint (counts.n[BV_IMPORT_ROW_UPDATED], ==, updated);
  g_assert_cmpuint (counts.n[BV_IMPORT_ROW_UNCHANGED], ==, unchanged);
  g_assert_cmpuint (counts.n[BV_IMPORT_ROW_ERROR], ==, bad);
  return import;
}

static gint64
commit (BvImport *import)
{
  g_autoptr (GError) error = NULL;
  gint64 act;

  bv_import_commit (import, &act, NULL, &error);
  g_assert_no_error (error);
  return act;
}

static void
assert_rating (Fixture *f, gint64 id, int year, int grade, gint64 points, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRating) rating = bv_rating_find (bv_lease_connection (lease), id, year, &error);

  g_assert_no_error (error);
  g_assert_cmpint (rating->id != 0, ==, grade >= 0);
  if (grade < 0)
    return;
  g_assert_cmpint (rating->grade, ==, grade);
  g_assert_cmpint (bv_rating_get_points (rating), ==, points);
  g_assert_cmpint (rating->unit_id, ==, unit);
}

/* An error of the row, by its number in the spreadsheet. */
static void
assert_error (BvImport *import, guint row, const char *part)
{
  for (guint i = 0; i < bv_import_get_n_findings (import); i++)
    {
      const BvImportFinding *finding = bv_import_get_finding (import, i);

      if (finding->row_number == row && finding->severity == BV_IMPORT_ERROR
          && strstr (finding->message, part) != NULL)
        return;
    }
  g_error ("row %u has no error “%s”", row, part);
}

static void
test_grades (Fixture *f, gconstpointer data)
{
  static const char text[] =
    "STT,Họ và tên,Đơn vị công tác,Kết quả xếp loại,Nhóm,Ghi chú\n"
    "1,Lò Thị Thử,Trường THCS Thử,Hoàn thành xuất sắc nhiệm vụ,Giáo viên,x\n"
    "2,Quàng Văn Nghiệm,Trường THCS Thử,HTTNV,Giáo viên,\n"
    "3,Cầm Thị Mẫu,Trường THCS Thử,Không xếp loại,,\n"
    "4,Quàng Văn Nghiệm,Xã Thử,ht,,\n"
    "5,Trường THCS Thử,,Hoàn thành tốt,,\n";
  g_autoptr (BvImport) import = check (f, text, 2022, 5, 0, 0, 0);
  g_autoptr (BvImport) again = NULL;
  g_autoptr (BvImport) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = bv_import_get_title (import);
  gint64 act = commit (import);

  g_assert_cmpstr (title, ==, "Import 5 ratings from xep-loai.csv");
  assert_rating (f, f->people[0], 2022, BV_GRADE_EXCELLENT, -1, f->school);
  assert_rating (f, f->people[1], 2022, BV_GRADE_GOOD, -1, f->school);
  assert_rating (f, f->people[2], 2022, BV_GRADE_NONE, -1, f->school);
  assert_rating (f, f->people[3], 2022, BV_GRADE_DONE, -1, f->commune);
  assert_rating (f, f->school, 2022, BV_GRADE_GOOD, -1, 0);
  again = check (f, text, 2022, 0, 0, 5, 0);
  g_assert_cmpint (commit (again), ==, 0);
  changed = check (f,
                   "Họ và tên,Xếp loại\nLò Thị Thử,Hoàn thành tốt nhiệm vụ\n"
                   "Cầm Thị Mẫu,KXL\n",
                   2022, 0, 1, 1, 0);
  commit (changed);
  assert_rating (f, f->people[0], 2022, BV_GRADE_GOOD, -1, f->school);
  bv_store_undo (f->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_rating (f, f->people[0], 2022, -1, -1, 0);
  assert_rating (f, f->school, 2022, -1, -1, 0);
}

static void
test_points (Fixture *f, gconstpointer data)
{
  g_autoptr (BvImport)
    import = check (f,
                    "Họ và tên,Năm đánh giá,Điểm tiêu chí chung,Điểm kết quả nhiệm vụ,Xếp loại\n"
                    "Lò Thị Thử,2026,\"28,5\",\"65,25\",\n"
                    "Cầm Thị Mẫu,2026,20,45,HT\n",
                    0, 2, 0, 0, 0);
  g_autoptr (BvImport) bad = NULL;

  commit (import);
  assert_rating (f, f->people[0], 2026, BV_GRADE_EXCELLENT, 9375, f->school);
  assert_rating (f, f->people[2], 2026, BV_GRADE_DONE, 6500, f->school);
  bad = check (f,
               "Họ và tên,Năm,Điểm tiêu chí chung,Điểm kết quả nhiệm vụ,Xếp loại,Lý do\n"
               "Lò Thị Thử,2027,31,60,,\n"
               "Lò Thị Thử,2028,20,,,\n"
               "Lò Thị Thử,2025,20,60,HTT,\n"
               "Cầm Thị Mẫu,2027,20,60,HTXS,\n"
               "Cầm Thị Mẫu,2028,20,60,HTXS,Kết luận của cấp ủy\n"
               "Cầm Thị Mẫu,hai,20,60,HTXS,\n",
               0, 1, 0, 0, 5);
  assert_error (bad, 2, "General points are at most 30");
  assert_error (bad, 3, "belong together");
  assert_error (bad, 4, "without points");
  assert_error (bad, 5, "80 points give");
  assert_error (bad, 7, "“hai” is not a year");
}

static void
test_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (BvImport) import = check (f,
                                       "Họ và tên,Đơn vị,Xếp loại\n"
                                       "Người Chưa Có,Trường THCS Thử,HTT\n"
                                       "Quàng Văn Nghiệm,,HTT\n"
                                       "Lò Thị Thử,Trường THCS Lạ Hoắc,HTT\n"
                                       "Lò Thị Thử,Trường THCS Thử,giỏi lắm\n"
                                       "Cầm Thị Mẫu,Trường THCS Thử,\n",
                                       2022, 0, 0, 0, 5);
  g_autoptr (BvImport) none = NULL;
  g_autoptr (GError) error = NULL;

  assert_error (import, 2, "The register knows nobody called “Người Chưa Có”");
  assert_error (import, 3, ""); /* two of that name */
  assert_error (import, 4, "Lạ Hoắc");
  assert_error (import, 5, "“giỏi lắm” is no grade");
  assert_error (import, 6, "The grade is missing");
  /* Nobody and no unit is made on the way. */
  none = load (f, "Họ và tên,Xếp loại\nLò Thị Thử,HTT\n", 0);
  g_assert_false (bv_import_check (none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "year"));
}

static void
test_repeated (Fixture *f, gconstpointer data)
{
  g_autoptr (BvImport) import = check (f,
                                       "Họ và tên,Năm,Xếp loại\n"
                                       "Lò Thị Thử,2022,HTT\n"
                                       "Lò Thị Thử,2022,HT\n"
                                       "Lò Thị Thử,2021,HT\n",
                                       0, 2, 0, 0, 0);

  commit (import);
  assert_rating (f, f->people[0], 2022, BV_GRADE_GOOD, -1, f->school);
  assert_rating (f, f->people[0], 2021, BV_GRADE_DONE, -1, f->school);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  /* The points of the years from 2026 are imported here; a year to come would be refused. */
  g_setenv ("BV_TODAY", "2028-12-31", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/ratings/grades", test_grades);
  ADD ("/import/ratings/points", test_points);
  ADD ("/import/ratings/unknown", test_unknown);
  ADD ("/import/ratings/repeated", test_repeated);
  return g_test_run ();
}
