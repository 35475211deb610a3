// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli eligibility, on the demo district under the law of 2003. */

#include "cli-fixture.h"

#include <string.h>

#define SCHOOL "Trường Tiểu học và Trung học cơ sở Tạ Bú"

static void
test_one (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  init_demo (f, &result);
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-a", "CSTDT", "-y", "2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_cmpstr (result.err, ==, "");
  assert_golden (f, "eligibility-one.txt", result.out);
  run (f, &result, "rating", "set", "Hoàng Văn Ơn", "-g", "HTT", "-y", "2022", NULL);
  assert_ok (&result);
  /* The abbreviation, as people write it; the day that chooses the law. */
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-a", "LĐTT", "-y", "2022", "-d",
       "1/3/2024", "--json", NULL);
  node = parse (&result);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "regime"), ==, "luat-2022-nd98");
  g_assert_cmpstr (json_object_get_string_member (object, "form"), ==, "LDTT");
  g_assert_cmpstr (json_object_get_string_member (object, "verdict"), ==, "cannot_tell");
  g_assert_cmpint (json_object_get_int_member (object, "first_year"), ==, 2022);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "findings")), >,
                    2);
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-a", "LDTT", "-y", "2022", "-r",
       "luat-2022-nd152", "--json", NULL);
  g_assert_nonnull (strstr (result.out, "luat-2022-nd152"));
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) some = NULL;

  init_demo (f, &result);
  run (f, &result, "rating", "apply-unit", SCHOOL, "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "eligibility", "-a", "LDTT", "-u", SCHOOL, "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "eligibility-office.txt", result.out);
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-y", "2022", "--json", NULL);
  assert_ok (&result);
  all = parse (&result);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), >, 20);
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-y", "2022", "--verdict", "not_met",
       "--json", NULL);
  assert_ok (&result);
  some = parse (&result);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (some)), <,
                    json_array_get_length (json_node_get_array (all)));
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-y", "2022", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "What is missing"));
  /* Seven have the title, nobody the base for it: over in every unit. */
  run (f, &result, "eligibility", "--quotas", "-y", "2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "eligibility-quotas.txt", result.out);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "eligibility", "-s", "Không Có Ai", NULL);
  assert_refused (&result, 4, "Không Có Ai");
  run (f, &result, "eligibility", "-s", "Hoàng Văn Ơn", "-a", "XYZ", NULL);
  assert_refused (&result, 4, "no award “XYZ”");
  run (f, &result, "eligibility", "-r", "luat-1900", NULL);
  assert_refused (&result, 4, "luat-1900");
  run (f, &result, "eligibility", "-d", "1/1/1950", NULL);
  assert_refused (&result, 4, "01/01/1950");
  run (f, &result, "eligibility", "-m", "ZZ", NULL);
  assert_refused (&result, 2, "ZZ");
  run (f, &result, "eligibility", "--verdict", "perhaps", NULL);
  assert_refused (&result, 2, "perhaps");
  run (f, &result, "eligibility", "-s", "#14", "--quotas", NULL);
  assert_refused (&result, 2, "--quotas");
  run (f, &result, "eligibility", "-y", "22", NULL);
  assert_refused (&result, 2, "22");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/eligibility/one", test_one);
  ADD ("/cli/eligibility/lists", test_lists);
  ADD ("/cli/eligibility/refused", test_refused);
  return g_test_run ();
}
