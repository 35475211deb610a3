// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli rating and discipline, on the demo district. */

#include "cli-fixture.h"

#include <string.h>

#define SCHOOL "Trường Tiểu học và Trung học cơ sở Tạ Bú"

static void
test_ratings (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *pdf = get_path (f, "xep-loai.pdf");
  g_autofree char *odt = get_path (f, "xep-loai.odt");
  g_autofree char *xlsx = get_path (f, "xep-loai.xlsx");
  g_autoptr (JsonNode) node = NULL;
  JsonArray *caps;

  init_demo (f, &result);
  run (f, &result, "rating", "apply-unit", SCHOOL, "-y", "2022", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "16 people rated\n");
  run (f, &result, "rating", "group", SCHOOL, "--post", "Nhân viên", "--group", "Nhân viên", "-y",
       "2022", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "2 people are in another group now.\n");
  run (f, &result, "rating", "group", SCHOOL, "-y", "2022", NULL);
  assert_refused (&result, 2, "--group");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "Lèo Thị Hịa", "Cầm Văn Hưởng", "--grade",
       "HTXS", "--group", "Giáo viên", "-y", "2022", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "3 rated.\n");
  run (f, &result, "rating", "list", SCHOOL, "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "rating-list.txt", result.out);
  run (f, &result, "rating", "cap", "-y", "2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_cmpstr (result.err, ==, "");
  assert_golden (f, "rating-cap.txt", result.out);
  run (f, &result, "rating", "cap", SCHOOL, "-y", "2022", "--json", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  node = parse (&result);
  caps = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (caps), ==, 3);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (caps, 0), "over"), ==,
                   1);
  run (f, &result, "rating", "print", SCHOOL, "-y", "2022", "--people", "-o", pdf, "-o", odt, "-o",
       xlsx, NULL);
  assert_ok (&result);
  assert_magic (pdf, "%PDF-");
  assert_magic (odt, "PK\3\4");
  assert_magic (xlsx, "PK\3\4");
  run (f, &result, "rating", "set", "Phòng Nội vụ", "-g", "HTXS", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "rating", "list", "Phòng Nội vụ", "--units", "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "rating-units.txt", result.out);
  run (f, &result, "rating", "clear", "Phòng Nội vụ", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "rating", "clear", "Phòng Nội vụ", "-y", "2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
}

static void
test_points (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *row;

  g_setenv ("BV_TODAY", "2027-01-15", TRUE);
  init_demo (f, &result);
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--general", "28,5", "--result", "60", "-y",
       "2026", NULL);
  assert_ok (&result);
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "HTXS", "-y", "2026", NULL);
  assert_refused (&result, 4, "88,5 points give");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "HTXS", "-y", "2026", "--reason",
       "Kết luận của cấp ủy", NULL);
  assert_ok (&result);
  run (f, &result, "rating", "list", SCHOOL, "-s", "hoang van on", "-y", "2026", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1);
  row = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpint (json_object_get_int_member (row, "general_points"), ==, 2850);
  g_assert_cmpint (json_object_get_int_member (row, "points"), ==, 8850);
  g_assert_cmpstr (json_object_get_string_member (row, "grade"), ==, "HTXS");
  g_assert_cmpstr (json_object_get_string_member (row, "reason"), ==, "Kết luận của cấp ủy");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--general", "28,5", "-y", "2026", NULL);
  assert_refused (&result, 2, "belong together");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--general", "28", "--result", "6o", "-y",
       "2026", NULL);
  assert_refused (&result, 2, "6o");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--general", "31", "--result", "60", "-y",
       "2026", NULL);
  assert_refused (&result, 4, "at most 30");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--general", "28", "--result", "60", "-y",
       "2022", NULL);
  assert_refused (&result, 4, "without points");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "--group", "Giáo viên", "-y", "2022", NULL);
  assert_refused (&result, 4, "not rated for 2022 yet");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "A", NULL);
  assert_refused (&result, 2, "no grade “A”");
  run (f, &result, "rating", "grade", NULL);
  assert_refused (&result, 2, "no verb “grade”");
  run (f, &result, "rating", "print", "-y", "2022", "-o", "x.pdf", NULL);
  assert_refused (&result, 4, "Nobody is rated for 2022");
  run (f, &result, "rating", "print", "-y", "2022", NULL);
  assert_refused (&result, 2, "--output");
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

static void
test_discipline (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "discipline", "add", "Hoàng Văn Ơn", "-k", "reprimand", "-d", "12/5/2022",
       "--until", "12/5/2023", "--number", "12/QĐ-UBND", "--body", "Ủy ban nhân dân huyện",
       "--ground", "Vi phạm quy chế", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "Recorded as #1.\n");
  run (f, &result, "discipline", "add", "Lèo Thị Hịa", "-k", "complaint", "-d", "3/2/2023", NULL);
  assert_ok (&result);
  run (f, &result, "discipline", "list", NULL);
  assert_ok (&result);
  assert_golden (f, "discipline-list.txt", result.out);
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "HTT", "-y", "2022", NULL);
  assert_refused (&result, 4, "12/05/2022");
  run (f, &result, "rating", "apply-unit", SCHOOL, "-y", "2022", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "1 left out"));
  run (f, &result, "discipline", "conclude", "2", NULL);
  assert_refused (&result, 2, "--upheld");
  run (f, &result, "discipline", "conclude", "1", "--upheld", NULL);
  assert_refused (&result, 4, "only a complaint");
  run (f, &result, "discipline", "conclude", "#2", "--not-upheld", "-d", "1/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "discipline", "list", "--pending", "--json", NULL);
  assert_ok (&result);
  g_assert_cmpstr (g_strstrip (result.out), ==, "[]");
  run (f, &result, "discipline", "add", "Lèo Thị Hịa", "-k", "shouting", "-d", "3/2/2023", NULL);
  assert_refused (&result, 2, "--kind");
  run (f, &result, "discipline", "delete", "x", NULL);
  assert_refused (&result, 2, "“x”");
  run (f, &result, "discipline", "delete", "2", NULL);
  assert_ok (&result);
  run (f, &result, "undo", NULL);
  assert_ok (&result);
}

static void
test_absence (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "discipline", "absence", "add", "Hoàng Văn Ơn", "-k", "sick", "-d", "1/2/2022",
       "--until", "30/4/2022", NULL);
  assert_ok (&result);
  run (f, &result, "discipline", "absence", "add", "Hoàng Văn Ơn", "-k", "study", "-d", "1/9/2022",
       "--result", "fair_or_better", NULL);
  assert_ok (&result);
  run (f, &result, "discipline", "absence", "list", "--year", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "absence-list.txt", result.out);
  run (f, &result, "discipline", "absence", "add", "Hoàng Văn Ơn", "-k", "sick", "-d", "30/4/2022",
       "--until", "2/5/2022", NULL);
  assert_refused (&result, 4, "It overlaps “Sick leave”");
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "HTXS", "-y", "2022", NULL);
  assert_refused (&result, 4, "Away for 3 months");
  run (f, &result, "discipline", "absence", NULL);
  assert_refused (&result, 2, "missing");
  run (f, &result, "discipline", "absence", "conclude", "1", NULL);
  assert_refused (&result, 2, "no verb");
  run (f, &result, "discipline", "absence", "delete", "1", NULL);
  assert_ok (&result);
}

static void
test_import (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *table = get_path (f, "xep-loai.csv");
  g_autoptr (GError) error = NULL;

  init_demo (f, &result);
  g_file_set_contents (table,
                       "Họ và tên,Đơn vị công tác,Xếp loại\n"
                       "Hoàng Văn Ơn," SCHOOL ",Hoàn thành tốt nhiệm vụ\n"
                       "Lèo Thị Hịa," SCHOOL ",HTXSNV\n"
                       "Phòng Nội vụ,,HTT\n",
                       -1, &error);
  g_assert_no_error (error);
  run (f, &result, "import", "ratings", table, NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
  g_assert_nonnull (strstr (result.err, "year of the ratings"));
  run (f, &result, "import", "ratings", table, "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "import-ratings.txt", result.out);
  run (f, &result, "import", "ratings", table, "-y", "2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  run (f, &result, "rating", "list", "-g", "HTXS", "-y", "2022", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Lèo Thị Hịa"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/rating/ratings", test_ratings);
  ADD ("/cli/rating/points", test_points);
  ADD ("/cli/rating/discipline", test_discipline);
  ADD ("/cli/rating/absence", test_absence);
  ADD ("/cli/rating/import", test_import);
  return g_test_run ();
}
