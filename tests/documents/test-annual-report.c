// SPDX-License-Identifier: GPL-3.0-or-later
/* The annual report of a small invented office, from a real store to the three files. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-annual-report.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "movement/bv-movements.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#define YEAR 2022

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 village;
  gint64 teacher;
  gint64 headmaster;
  gint64 household;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", f->office,
                                       FALSE);
  f->village = bv_test_office_add_unit (f->store, "Bản Cang", "village", f->office, TRUE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school, "",
                                          "direct");
  f->headmaster = bv_test_office_add_person (f->store, "Nguyễn Văn Hải", "male", "Kinh", f->school,
                                             "", "leader");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Quàng Văn Ân", f->village, 0);
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
add_figure (Fixture *f, BvFigureKind kind, gint64 indicator, double value)
{
  g_autoptr (BvFigure) figure = bv_figure_new ();
  g_autoptr (GError) error = NULL;

  figure->indicator_id = indicator;
  figure->unit_id = f->office;
  figure->year = YEAR;
  bv_text_set (&figure->period, "Y");
  figure->value = value;
  bv_movements_save_figure (f->store, kind, figure, NULL, &error);
  g_assert_no_error (error);
}

/* 22 indicators, of which 18 exceed, 2 reach and 2 miss their plan. */
static void
add_indicators (Fixture *f)
{
  static const char *const groups[] = { "Kinh tế", "Xã hội", "Môi trường" };
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&movement->name, "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh");
  bv_text_set (&movement->level, "district");
  bv_text_set (&movement->launched_by, "Ủy ban nhân dân huyện Mường La");
  bv_text_set (&movement->from_date, "2016-01-01");
  bv_text_set (&movement->to_date, "2025-12-31");
  bv_movements_save_movement (f->store, movement, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 22; i++)
    {
      g_autoptr (BvIndicator) indicator = bv_indicator_new ();
      double actual = i < 18 ? 104 + i : i < 20 ? 100 : 70;

      indicator->movement_id = movement->id;
      g_free (indicator->name);
      indicator->name = g_strdup_printf (
        i % 5 == 0 ? "Tỷ lệ đường giao thông nông thôn được cứng hóa, bảo đảm ô tô đi lại "
                     "thuận tiện quanh năm, tuyến %d"
                   : "Chỉ tiêu thử nghiệm số %d",
        i + 1);
      bv_text_set (&indicator->group_name, groups[i / 8]);
      bv_text_set (&indicator->unit_of_measure, i % 3 == 0 ? "triệu đồng/người/năm" : "ha");
      indicator->decimals = i % 2;
      indicator->direction = BV_DIRECTION_HIGHER;
      indicator->accumulation = BV_ACCUMULATION_SUM;
      bv_movements_save_indicator (f->store, indicator, NULL, &error);
      g_assert_no_error (error);
      add_figure (f, BV_FIGURE_TARGET, indicator->id, 100);
      add_figure (f, BV_FIGURE_MEASUREMENT, indicator->id, actual);
    }
}

static gint64
add_decision (Fixture *f,
              const char *form,
              BvManner manner,
              const gint64 *subjects,
              guint n,
              const char *number,
              const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDecision)
    decision = bv_decision_new_draft (bv_lease_connection (lease), date, &error);
  g_autofree char *achievement = NULL;

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, "Về việc khen thưởng");
  decision->year = YEAR;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  achievement = g_strdup_printf ("Thành tích ghi tại quyết định %d", (int) decision->id);
  bv_award_add_act (f->store, decision->id, subjects, n, form, manner, achievement, NULL, NULL,
                    NULL, &error);
  g_assert_no_error (error);
  if (number)
    bv_decision_issue_act (f->store, decision->id, number, date, NULL, NULL, &error);
  g_assert_no_error (error);
  return decision->id;
}

static BvDocument *
build (Fixture *f, const BvAnnualReport *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDocument *document;

  g_assert_no_error (error);
  document = bv_annual_report_build (bv_lease_connection (lease), options, &error);
  g_assert_no_error (error);
  return document;
}

/* All text of the PDF with every run of blanks as one space: justified text breaks where it likes. */
static char *
read_pdf (const BvDocument *document, int *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bv_document_to_pdf (document, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  PopplerDocument *pdf;

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (pdf);
  for (int i = 0; i < *n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *part = poppler_page_get_text (page);

      g_string_append (text, part);
      g_string_append_c (text, '\n');
      g_object_unref (page);
    }
  g_object_unref (pdf);
  return g_regex_replace (blanks, text->str, -1, 0, " ", 0, NULL);
}

static void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
collect_cb (const char *text, const char *query, gpointer user_data)
{
  g_hash_table_insert (user_data, g_strdup (query), g_strdup (text));
}

/* BV_KEEP names a folder in which the files stay, to be looked at. */
static void
keep_files (const BvDocument *document)
{
  const char *folder = g_getenv ("BV_KEEP");
  static const char *const names[] = { "report.pdf", "report.odt", "report.xlsx" };
  g_autofree char *own = NULL;

  if (!folder)
    own = g_dir_make_tmp ("bv-report-files-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (own ? own : folder, names[i], NULL);
      BvDocumentFormat format;
      GStatBuf status;

      bv_document_format_from_path (path, &format, &error);
      g_assert_no_error (error);
      bv_document_write (document, format, path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 4000);
      if (own)
        g_remove (path);
    }
  if (own)
    g_rmdir (own);
}

static void
test_year (Fixture *f, gconstpointer data)
{
  const gint64 praised[] = { f->school, f->village, f->household, f->teacher, f->headmaster };
  const gint64 champions[] = { f->teacher };
  const BvAnnualReport options = {
    .year = YEAR,
    .number = "5",
    .date = "2023-01-15",
    .direction = "Tiếp tục đẩy mạnh các phong trào thi đua.\n\nNâng cao chất lượng hồ sơ."
  };
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  add_indicators (f);
  add_decision (f, "GKH", BV_MANNER_MERIT, praised, G_N_ELEMENTS (praised), "5", "2022-12-20");
  add_decision (f, "CSTDCS", BV_MANNER_MERIT, champions, 1, "6", "2022-12-21");
  add_decision (f, "GKH", BV_MANNER_SUDDEN, champions, 1, "7", "2023-01-05");
  add_decision (f, "GKH", BV_MANNER_MERIT, praised, 2, NULL, "2022-12-20"); /* a draft: no count */
  document = build (f, &options);
  keep_files (document);
  text = read_pdf (document, &n_pages);
  g_assert_cmpint (n_pages, >=, 4);
  assert_contains (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  assert_contains (text, "Độc lập - Tự do - Hạnh phúc");
  assert_contains (text, "Số: 05/BC-UBND");
  assert_contains (text, "Mường La, ngày 15 tháng 01 năm 2023");
  assert_contains (text, "BÁO CÁO Kết quả công tác thi đua, khen thưởng năm 2022");
  assert_contains (text, "01 phong trào thi đua");
  assert_contains (text, "giai đoạn 2016 - 2025");
  assert_contains (text, "20/22 chỉ tiêu đạt và vượt kế hoạch (vượt 18, đạt 02); chưa đạt 02 chỉ "
                         "tiêu.");
  /* A page, with its number, ends inside the sentence. */
  assert_contains (text, "07 lượt khen thưởng: 02 tập thể, 01 hộ gia đình, 04 cá nhân (trong đó 03 "
                         "người lao động trực tiếp, 03 nữ, 03 người");
  assert_contains (text, "dân tộc thiểu số). Khen thưởng người lao động trực tiếp");
  /* 0,3 × 1.490.000 rounded up to 450.000: two collectives twice, household and two persons; a
   * champion 1,0; the sudden praise. */
  assert_contains (text, "(Bằng chữ: ");
  assert_contains (text, "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023");
  assert_contains (text, "Nâng cao chất lượng hồ sơ.");
  assert_contains (text, "năm 2022 của Ủy ban nhân dân huyện Mường La./.");
  assert_contains (text, "Nơi nhận:");
  assert_contains (text, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
  assert_contains (text, "Lò Văn Thử");

  bv_document_foreach_number (document, collect_cb, numbers);
  g_assert_cmpstr (g_hash_table_lookup (numbers, "awards?year=2022"), ==, "7");
  g_assert_cmpstr (g_hash_table_lookup (numbers, "awards?year=2022&subject=household"), ==, "1");
  g_assert_cmpstr (g_hash_table_lookup (numbers, "awards?year=2022&manner=DX"), ==, "1");
  g_assert_cmpstr (g_hash_table_lookup (
                     numbers, "awards?year=2022&level=district&form=GKH&subject=person&sex=female"),
                   ==, "2");
  g_assert_nonnull (g_hash_table_lookup (numbers, "awards?year=2022&origin=made"));
}

/* The sum in words is that of the money paid, to the đồng. */
static void
test_bonus (Fixture *f, gconstpointer data)
{
  const gint64 two[] = { f->teacher, f->headmaster };
  const BvAnnualReport options = { .year = YEAR };
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  add_decision (f, "GKH", BV_MANNER_MERIT, two, 2, "5", "2022-12-20");
  document = build (f, &options);
  text = read_pdf (document, &n_pages);
  assert_contains (text, "là 900.000 đồng (Bằng chữ: Chín trăm nghìn đồng).");
  assert_contains (text, "Năm 2022 chưa có chỉ tiêu nào được giao.");
  assert_contains (text, "chưa có phong trào thi đua nào");
  /* Part IV was not given: it is left out, not left empty. */
  g_assert_null (strstr (text, "PHƯƠNG HƯỚNG"));
}

static void
test_free_dates (Fixture *f, gconstpointer data)
{
  const gint64 one[] = { f->teacher };
  const BvAnnualReport options = { .from_date = "2022-01-01", .to_date = "2022-09-30" };
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  add_decision (f, "GKH", BV_MANNER_MERIT, one, 1, "5", "2022-09-30");
  add_decision (f, "GKH", BV_MANNER_SUDDEN, one, 1, "6", "2022-10-01");
  document = build (f, &options);
  text = read_pdf (document, &n_pages);
  assert_contains (text, "từ ngày 01/01/2022 đến ngày 30/09/2022");
  assert_contains (text, "01 lượt khen thưởng: 01 cá nhân");
}

static void
test_empty_year (Fixture *f, gconstpointer data)
{
  const BvAnnualReport options = { .year = 2018 };
  g_autoptr (BvDocument) document = build (f, &options);
  g_autofree char *text = NULL;
  int n_pages;

  text = read_pdf (document, &n_pages);
  g_assert_cmpint (n_pages, ==, 1);
  assert_contains (text, "chưa có quyết định khen thưởng nào");
  /* Without a date the paper is of today. */
  assert_contains (text, "ngày 27 tháng 3 năm 2023");
}

static void
test_bad_options (Fixture *f, gconstpointer data)
{
  const struct
  {
    BvAnnualReport options;
    BvValueError code;
    const char *quoted;
  } bad[] = {
    { { .date = "2023-02-31" }, BV_VALUE_ERROR_FORMAT, "2023-02-31" },
    { { .from_date = "hôm qua" }, BV_VALUE_ERROR_FORMAT, "hôm qua" },
    { { .from_date = "2022-10-01", .to_date = "2022-09-30" }, BV_VALUE_ERROR_RANGE, "30/09/2022" },
    { { .number = "số năm" }, BV_VALUE_ERROR_FORMAT, "số năm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

      g_assert_no_error (error);
      g_assert_null (bv_annual_report_build (bv_lease_connection (lease), &bad[i].options, &error));
      g_assert_error (error, BV_VALUE_ERROR, (gint) bad[i].code);
      assert_contains (error->message, bad[i].quoted);
    }
}

static void
test_no_office (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trong.bangvang", NULL);
  g_autoptr (BvStore) store = bv_store_open (path, BV_STORE_CREATE, &error);
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  const BvAnnualReport options = { .year = YEAR };

  g_assert_no_error (error);
  g_assert_null (bv_annual_report_build (bv_lease_connection (lease), &options, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_pointer (&lease, bv_lease_free);
  bv_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/annual-report/year", test_year);
  ADD ("/annual-report/bonus", test_bonus);
  ADD ("/annual-report/free-dates", test_free_dates);
  ADD ("/annual-report/empty-year", test_empty_year);
  ADD ("/annual-report/bad-options", test_bad_options);
#undef ADD
  g_test_add_func ("/annual-report/no-office", test_no_office);
  return g_test_run ();
}
