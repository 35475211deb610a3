// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli law, on the demo district. */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_show (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) show = NULL;
  JsonObject *object;

  init_demo (f, &result);
  run (f, &result, "law", "list", NULL);
  assert_ok (&result);
  assert_golden (f, "law-list.txt", result.out);
  run (f, &result, "law", "show", "CSTDCS", NULL);
  assert_ok (&result);
  assert_golden (f, "law-show-2003.txt", result.out);
  run (f, &result, "law", "show", "chiến sĩ thi đua cơ sở", "--date", "1/3/2025", NULL);
  assert_ok (&result);
  assert_golden (f, "law-show-2022.txt", result.out);
  run (f, &result, "law", "show", "HCLD3", "--regime", "luat-2022-nd152", NULL);
  assert_ok (&result);
  assert_golden (f, "law-show-ladder.txt", result.out);

  run (f, &result, "law", "list", "--date", "2026-10-01", "--json", NULL);
  assert_ok (&result);
  list = parse (&result);
  object = json_node_get_object (list);
  g_assert_cmpstr (json_object_get_string_member (object, "regime"), ==, "luat-2026");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "awards")), >, 60);
  run (f, &result, "law", "show", "TTLDTT", "--json", NULL);
  assert_ok (&result);
  show = parse (&result);
  object = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (show), "paths"), 0);
  object = json_array_get_object_element (json_object_get_array_member (object, "conditions"), 1);
  g_assert_cmpstr (json_object_get_string_member (object, "fraction"), ==, ">50/100");

  run (f, &result, "law", "show", "GKH", "--date", "1/8/2025", NULL);
  assert_refused (&result, 4, "GKH");
  run (f, &result, "law", "list", "--date", "1/1/2001", NULL);
  assert_refused (&result, 4, "01/01/2001");
  run (f, &result, "law", "list", "--regime", "luat-1999", NULL);
  assert_refused (&result, 4, "luat-1999");
  run (f, &result, "law", "list", "--date", "31/2/2024", NULL);
  assert_refused (&result, 2, "date");
  run (f, &result, "law", "sing", NULL);
  assert_refused (&result, 2, "sing");
  run (f, &result, "law", "show", NULL);
  assert_refused (&result, 2, "missing");
}

static void
test_rules (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "law", "rules", NULL);
  assert_ok (&result);
  assert_golden (f, "law-rules.txt", result.out);
  run (f, &result, "law", "set-rule", "rule-quorum", "1/2", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "Quorum of the council: at least 1/2\n");
  run (f, &result, "law", "set-rule", "rule-cstdcs-percent", "12", NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "CSTDCS", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "12 %"));
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "CSTDCS", NULL);
  g_assert_nonnull (strstr (result.out, "15 %"));
  run (f, &result, "law", "set-rule", "rule-majority-base", "present", NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "CSTDCS", NULL);
  g_assert_nonnull (strstr (result.out, "more than 1/2 of the members present"));
  run (f, &result, "law", "show", "CSTDT", NULL);
  g_assert_nonnull (strstr (result.out, "at least 90 % of all members"));
  run (f, &result, "law", "set-rule", "rule-quorum", "3/2", NULL);
  assert_refused (&result, 4, "3/2");
  run (f, &result, "law", "set-rule", "rule-quota-rounding", "sideways", NULL);
  assert_refused (&result, 4, "floor, half-up, ceil");
  run (f, &result, "law", "set-rule", "working-year", "2023", NULL);
  assert_refused (&result, 4, "working-year");
}

static void
test_titles (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "law", "add-title", "--code", "NTVT", "--name", "Người tốt, việc tốt", "--who",
       "Chủ tịch Ủy ban nhân dân huyện", "--basis", "Quyết định số 99/2020/QĐ-UBND", "--subjects",
       "person,household", "--coefficient", "0,2", "--from", "1/1/2020", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "The local title NTVT was added.\n");
  run (f, &result, "law", "show", "NTVT", NULL);
  assert_ok (&result);
  assert_golden (f, "law-show-title.txt", result.out);
  run (f, &result, "law", "edit-title", "NTVT", "--to", "31/12/2025", NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "NTVT", "--date", "1/1/2027", NULL);
  assert_refused (&result, 4, "NTVT");
  run (f, &result, "law", "add-title", "--code", "CSTDCS", "--name", "X", "--who", "W", "--basis",
       "B", NULL);
  assert_refused (&result, 4, "CSTDCS");
  run (f, &result, "law", "add-title", "--code", "XX", "--subjects", "cat", NULL);
  assert_refused (&result, 2, "cat");
  run (f, &result, "law", "delete-title", "NTVT", NULL);
  assert_ok (&result);
  run (f, &result, "law", "delete-title", "NTVT", NULL);
  assert_refused (&result, 4, "NTVT");
}

/* A file of law of the office: whatever is wrong with it is told with the file and the place, and nothing is stored. */
static void
test_files (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *from;
    const char *to;
    const char *words;
  } faults[] = {
    { "kind.json", "years_of_service", "magic",
      "regimes/kind.json, $.awards[0].paths[0].conditions[0].kind: no kind of condition" },
    { "article.json", "\"article\": \"Nghị quyết", "\"quy\": \"Nghị quyết",
      "regimes/article.json, $.awards[0]" },
    { "member.json", "\"verified\"", "\"colour\"", "colour: the member is not known" },
    { "count.json", "15,", "0,", "regimes/count.json, $.awards[0].paths[0].conditions[0].count" },
    { "overlap.json", "\"id\": \"luat-2022-nd98\",",
      "\"id\": \"own\", \"name\": \"O\", \"from\": \"2024-05-01\", \"verified\": false, "
      "\"citations\": "
      "[{ \"text\": \"L\", \"verified\": false }],",
      "$.from: 2024-05-01 overlaps the regime “luat-2022-nd98”" },
    { "broken.json", "}", "", "is no JSON file" },
    { "danh-hieu-dia-phuong.json", "KNC", "KNC", "give the file another name" },
    { "law.txt", "KNC", "KNC", "must end with .json" },
  };
  g_auto (Result) result = { 0 };
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "fixtures", "regimes",
                                                   "change.json", NULL);
  g_autofree char *empty = g_build_filename (f->folder, "empty.json", NULL);
  g_autofree char *good = NULL;
  g_autoptr (GError) error = NULL;

  init_demo (f, &result);
  g_file_get_contents (sample, &good, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, faults[i].name, NULL);
      g_auto (GStrv) parts = g_strsplit (good, faults[i].from, -1);
      g_autofree char *bad = g_strjoinv (faults[i].to, parts);

      g_assert_cmpuint (g_strv_length (parts), >, 1);
      g_file_set_contents (path, bad, -1, &error);
      g_assert_no_error (error);
      run (f, &result, "law", "add-file", path, NULL);
      assert_refused (&result, 4, faults[i].words);
    }
  g_file_set_contents (empty, "", 0, &error);
  g_assert_no_error (error);
  run (f, &result, "law", "add-file", empty, NULL);
  assert_refused (&result, 4, "empty.json");
  run (f, &result, "law", "add-file", f->folder, NULL);
  assert_refused (&result, 4, "is no file");
  g_assert_cmpint (g_unlink (empty), ==, 0);
  run (f, &result, "law", "add-file", empty, NULL);
  assert_refused (&result, 3, "The file “empty.json” does not exist.");
  run (f, &result, "law", "files", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "The office has no file of law of its own.\n");

  /* A right one stands in its regime, and goes as one act that comes back. */
  run (f, &result, "law", "add-file", sample, NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "KNC", "--date", "1/5/2024", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "tỉnh Thử Nghiệm"));
  run (f, &result, "law", "remove-file", "no.json", NULL);
  assert_refused (&result, 4, "no.json");
  run (f, &result, "law", "remove-file", "change.json", NULL);
  assert_ok (&result);
  run (f, &result, "law", "show", "KNC", "--date", "1/5/2024", NULL);
  g_assert_null (strstr (result.out, "tỉnh Thử Nghiệm"));
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, "law", "files", NULL);
  g_assert_cmpstr (result.out, ==, "change.json\n");
}

static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "law", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-law.txt", result.out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/cli/law/show", test_show);
  ADD ("/cli/law/rules", test_rules);
  ADD ("/cli/law/titles", test_titles);
  ADD ("/cli/law/files", test_files);
  ADD ("/cli/law/help", test_help);
  return g_test_run ();
}
