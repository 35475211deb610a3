// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli nomination, on the demo district: a dossier from the first name to the acceptance, its papers, terms and
 * the calendar. */

#include "cli-fixture.h"

#include <string.h>

#define SCHOOL "Trường Trung học phổ thông Mường Bú"

static void
make_dossier (Fixture *f, Result *result)
{
  init_demo (f, result);
  run (f, result, "nomination", "dossier", "add", "--title", "Khen thưởng tổng kết năm 2022",
       "--year", "2022", "--received", "6/3/2023", "--number", "12/TTr-PNV", "--date", "3/3/2023",
       NULL);
  assert_ok (result);
  run (f, result, "nomination", "add", "Khen thưởng tổng kết năm 2022", "#491", "#494", "--form",
       "LDTT", "--achievement", "Hoàn thành xuất sắc nhiệm vụ năm 2022", NULL);
  assert_ok (result);
  assert_golden (f, "nomination-add.txt", result->out);
}

static void
test_way (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "nomination", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-nomination.txt", result.out);
  make_dossier (f, &result);
  run (f, &result, "nomination", "dossier", "list", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-list.txt", result.out);
  run (f, &result, "nomination", "dossier", "show", "khen thuong tong ket nam 2022", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-show.txt", result.out);
  run (f, &result, "nomination", "propose", "#1", "--form", "LDTT", "--unit", SCHOOL, "--unsure",
       NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-propose.txt", result.out);
  run (f, &result, "nomination", "propose", "#1", "--form", "LDTT", "--unit", SCHOOL, "--unsure",
       "--add", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "propose", "#1", "--form", "LDTT", "--unit", SCHOOL, "--unsure",
       "--add", NULL);
  g_assert_cmpint (result.exit_code, ==, 1); /* everybody is there */
  run (f, &result, "nomination", "attestations", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-attestations.txt", result.out);
  run (f, &result, "nomination", "attest-all", "#1", "--basis", "Biên bản bình xét ngày 20/12/2022",
       NULL);
  assert_ok (&result);
  run (f, &result, "rating", "set", "#491", "--year", "2022", "--grade", "HTT", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "dossier", "submit", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "rating", "set", "#491", "--year", "2022", "--grade", "HT", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "findings", "#1", NULL);
  assert_ok (&result);
  /* The words of single findings are the engine's. */
  g_assert_nonnull (strstr (result.out, "When submitted ("));
  g_assert_nonnull (strstr (result.out, "): Met\n"));
  g_assert_nonnull (strstr (result.out, "Attested: Biên bản bình xét ngày 20/12/2022."));
  g_assert_nonnull (strstr (result.out, "What differs today:"));
  g_assert_nonnull (strstr (result.out, ": Met → Not met\n"));
  run (f, &result, "nomination", "findings", "#1", "--json", NULL);
  assert_ok (&result);
  {
    g_autoptr (JsonNode) node = parse (&result);
    JsonObject *root = json_node_get_object (node);
    JsonArray *changes = json_object_get_array_member (root, "changes");

    g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (root, "submitted"), "verdict"),
      ==, "met");
    g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (root, "today"), "verdict"), ==,
      "not_met");
    g_assert_cmpuint (json_array_get_length (changes), ==, 1);
  }
  run (f, &result, "nomination", "remove", "#1", NULL);
  assert_refused (&result, 4, "submitted");
  run (f, &result, "nomination", "return", "#3", "--reason", "Chưa có xếp loại", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "dossier", "return", "#1", NULL);
  assert_refused (&result, 4, "Write the reason");
  run (f, &result, "nomination", "dossier", "accept", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "dossier", "show", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-accepted.txt", result.out);
}

static void
test_papers (Fixture *f, gconstpointer data)
{
  g_autofree char *minutes = get_path (f, "Biên bản bình xét.pdf");
  g_autofree char *copy = get_path (f, "copy.pdf");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Result) result = { 0 };

  make_dossier (f, &result);
  g_file_set_contents (minutes, "%PDF-1.4 biên bản", -1, &error);
  g_assert_no_error (error);
  run (f, &result, "nomination", "completeness", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "nomination-completeness.txt", result.out);
  run (f, &result, "nomination", "evidence", "add", "#1", minutes, NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-paper.txt", result.out);
  run (f, &result, "nomination", "evidence", "add", "#1", minutes, NULL);
  assert_refused (&result, 4, "already");
  run (f, &result, "nomination", "evidence", "add", "#1", copy, NULL);
  g_assert_cmpint (result.exit_code, ==, 3); /* there is no such file */
  run (f, &result, "nomination", "evidence", "list", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-papers.txt", result.out);
  run (f, &result, "nomination", "evidence", "save", "#1", "--output", copy, NULL);
  assert_ok (&result);
  g_file_get_contents (copy, &content, NULL, &error);
  g_assert_cmpstr (content, ==, "%PDF-1.4 biên bản");
  run (f, &result, "nomination", "report", "#1", "II.1", "--text", "Dạy giỏi cấp tỉnh", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "completeness", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "nomination-completeness-more.txt", result.out);
  run (f, &result, "nomination", "evidence", "remove", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "evidence", "save", "#1", "--output", copy, NULL);
  assert_refused (&result, 4, "no longer there");
}

static void
test_calendar (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  make_dossier (f, &result);
  run (f, &result, "nomination", "due", NULL);
  assert_ok (&result);
  assert_golden (f, "nomination-due.txt", result.out);
  run (f, &result, "nomination", "holidays", "add", "29/3/2023", "--name", "Nghỉ phòng, chống lũ",
       NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "due", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "04/04/2023")); /* a day later */
  run (f, &result, "nomination", "holidays", "list", "--year", "2023", NULL);
  assert_ok (&result);
  assert_golden (f, "holidays.txt", result.out);
  run (f, &result, "nomination", "holidays", "remove", "29/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "holidays", "add", "31/2/2023", "--name", "x", NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
  run (f, &result, "nomination", "dossier", "set", "#1", "--working-days", "5", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "due", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_nonnull (strstr (result.out, "late"));
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  make_dossier (f, &result);
  run (f, &result, "nomination", "add", "#1", "#491", "--form", "GKH", "--achievement",
       "hoàn thành xuất sắc nhiệm vụ năm 2022", NULL);
  assert_refused (&result, 4, "The same achievement is honoured already");
  run (f, &result, "nomination", "add", "#1", "#491", "--form", "GKH", "--achievement",
       "hoàn thành xuất sắc nhiệm vụ năm 2022", "--reason", "thành tích vượt trội", NULL);
  assert_ok (&result);
  run (f, &result, "nomination", "dossier", "show", "#1", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"override\" : \"thành tích vượt trội\""));
  run (f, &result, "nomination", "add", "#1", SCHOOL, "--form", "LDTT", NULL);
  assert_refused (&result, 4, "not for collectives");
  run (f, &result, "nomination", "add", "#1", "#492", NULL);
  assert_refused (&result, 2, "--form");
  run (f, &result, "nomination", "dossier", "show", "Không có", NULL);
  assert_refused (&result, 4, "Không có");
  run (f, &result, "nomination", "dossier", "add", "--title", "Sơ kết", "--manner", "PT", NULL);
  assert_refused (&result, 4, "movement");
  run (f, &result, "nomination", "dossier", "add", "--title", "Sơ kết", "--manner", "XX", NULL);
  assert_refused (&result, 2, "XX");
  run (f, &result, "nomination", "attest", "#1", "spirit", "maybe", NULL);
  assert_refused (&result, 2, "maybe");
  run (f, &result, "nomination", "dossier", "frobnicate", NULL);
  assert_refused (&result, 2, "there is no verb");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/nomination/way", Fixture, NULL, set_up, test_way, tear_down);
  g_test_add ("/cli/nomination/papers", Fixture, NULL, set_up, test_papers, tear_down);
  g_test_add ("/cli/nomination/calendar", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/cli/nomination/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
