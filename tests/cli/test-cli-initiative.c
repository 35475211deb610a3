// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli initiative, from the first author to the printed decision. */

#include "cli-fixture.h"

static void
add_three (Fixture *f, Result *result)
{
  run (f, result, "initiative", "add", "--year", "2023", "--title", "Số hóa hồ sơ của trường",
       "--author", "#491=60", "--author", "#494=40", "--field", "Cải cách hành chính", "--unit",
       "Trường Trung học phổ thông Mường Bú", "--benefit", "24.000.000", "--submit", "--date",
       "10/3/2023", NULL);
  assert_ok (result);
  assert_golden (f, "initiative-add.txt", result->out);
  run (f, result, "initiative", "add", "--year", "2023", "--title",
       "Giúp học sinh lớp 4 học tốt môn Toán ở vùng khó khăn", "--author", "#427", "--field",
       "Giáo dục", "--submit", "--date", "10/3/2023", NULL);
  assert_ok (result);
  run (f, result, "initiative", "add", "--year", "2022", "--title",
       "Giúp học sinh lớp 5 học tốt môn Toán ở vùng khó khăn", "--author", "#427", NULL);
  assert_ok (result);
}

static void
test_whole_way (Fixture *f, gconstpointer data)
{
  g_autofree char *pdf = get_path (f, "bien-ban.pdf");
  g_autofree char *odt = get_path (f, "quyet-dinh.odt");
  g_autofree char *xlsx = get_path (f, "quyet-dinh.xlsx");
  g_autoptr (JsonNode) node = NULL;
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  add_three (f, &result);
  run (f, &result, "initiative", "list", "--year", "2023", NULL);
  assert_ok (&result);
  assert_golden (f, "initiative-list.txt", result.out);
  run (f, &result, "initiative", "flags", "--year", "2023", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "initiative-flags.txt", result.out);
  run (f, &result, "initiative", "session", "new", "--year", "2023", "--period", "Q1", "--date",
       "20/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "session", "put", "Q1", "#1", "lớp 4", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "score", "#1", "1", "25", "35", "15", "8", "--examiner",
       "Cầm Văn Thử", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "score", "#1", "2", "24", "32,5", "15", "8", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "score", "#2", "1", "20", "30", "12", "8", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "score", "#2", "2", "10", "20", "8", "5", NULL);
  assert_ok (&result);
  assert_golden (f, "initiative-score.txt", result.out);
  run (f, &result, "initiative", "session", "show", "Q1", NULL);
  assert_ok (&result);
  assert_golden (f, "initiative-session.txt", result.out);
  run (f, &result, "initiative", "session", "decide", "Q1", "--number", "15", "--date", "24/3/2023",
       NULL);
  assert_refused (&result, 4, "a third examiner scores");
  run (f, &result, "initiative", "verdict", "#2", "recognise", "--reason", "Đã áp dụng toàn huyện",
       NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "session", "decide", "Q1", "--number", "15", "--date", "19/3/2023",
       NULL);
  assert_refused (&result, 4, "before the meeting");
  run (f, &result, "initiative", "session", "decide", "Q1", "--number", "15", "--date", "24/3/2023",
       NULL);
  assert_ok (&result);
  assert_golden (f, "initiative-decide.txt", result.out);
  run (f, &result, "initiative", "show", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "initiative-show.txt", result.out);
  run (f, &result, "initiative", "show", "#2", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "number"), ==,
                   "15/QĐ-UBND");
  g_assert_cmpint (
    json_array_get_length (json_object_get_array_member (json_node_get_object (node), "sheets")),
    ==, 2);
  run (f, &result, "initiative", "print", "minutes", "Q1", "-o", pdf, NULL);
  assert_ok (&result);
  assert_magic (pdf, "%PDF-");
  run (f, &result, "initiative", "print", "decision", "Q1", "-o", odt, "-o", xlsx, NULL);
  assert_ok (&result);
  assert_magic (odt, "PK\3\4");
  assert_magic (xlsx, "PK\3\4");
  run (f, &result, "initiative", "certificate", "--session", "Q1", "--paper", "a3", "-o", pdf,
       NULL);
  assert_ok (&result);
  assert_magic (pdf, "%PDF-");
  run (f, &result, "initiative", "certificate", "#1", "--stock", "gilded", "-o", pdf, NULL);
  assert_refused (&result, 2, "gilded");
  run (f, &result, "initiative", "certificate", "#1", "--session", "Q1", "-o", pdf, NULL);
  assert_refused (&result, 2, "name an initiative, or a session");
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "certificate", "#1", "-o", pdf, NULL);
  assert_refused (&result, 4, "Nothing is recognised yet");
  run (f, &result, "initiative", "session", "undecide", "Q1", NULL);
  assert_refused (&result, 4, "not decided yet");
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  add_three (f, &result);
  run (f, &result, "initiative", "author", "#1", "#491=60", "#494=30", NULL);
  assert_refused (&result, 4, "10 % are missing");
  run (f, &result, "initiative", "score", "#1", "1", "newness=31", NULL);
  assert_refused (&result, 4, "at most 30 points");
  run (f, &result, "initiative", "score", "#1", "1", "beauty=3", NULL);
  assert_refused (&result, 4, "beauty");
  run (f, &result, "initiative", "score", "#1", "1", "--examiner", "#491", "10", NULL);
  assert_refused (&result, 4, "is an author");
  run (f, &result, "initiative", "show", "nothing of the kind", NULL);
  assert_refused (&result, 4, "there is no initiative");
  run (f, &result, "initiative", "recognise", "#1", "--scope", "base", "--number", "3/QĐ-UBND",
       "--date", "20/3/2023", "--by", "Chủ tịch", NULL);
  assert_refused (&result, 4, "The marks do not carry it");
  run (f, &result, "initiative", "recognise", "#1", "--scope", "province", "--number",
       "812/QĐ-UBND", "--date", "20/3/2023", "--by", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "session", "put", "Q3", "#1", NULL);
  assert_refused (&result, 4, "there is no session “Q3”");
  run (f, &result, "initiative", "session", "new", "--year", "2023", "--period", "Q1", NULL);
  assert_ok (&result);
  run (f, &result, "initiative", "session", "examiner", "Q1", "1", "Cầm Văn Thử", NULL);
  assert_refused (&result, 4, "No initiative is before");
  run (f, &result, "initiative", "print", "poem", "Q1", "-o", "x.pdf", NULL);
  assert_refused (&result, 2, "poem");
  run (f, &result, "initiative", "dance", NULL);
  assert_refused (&result, 2, "dance");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/initiative/whole-way", Fixture, NULL, set_up, test_whole_way, tear_down);
  g_test_add ("/cli/initiative/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
