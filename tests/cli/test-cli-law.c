// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli law, on the demo district. */

#include "cli-fixture.h"

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
  ADD ("/cli/law/help", test_help);
  return g_test_run ();
}
