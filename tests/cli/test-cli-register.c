// SPDX-License-Identifier: GPL-3.0-or-later
/* The commands person and household on the demo district: entered, moved to another post, changed, deleted, undone. */

#include "cli-fixture.h"

#include <string.h>

static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "person", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-person.txt", result.out);
  run (f, &result, "household", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-household.txt", result.out);
}

static JsonObject *
show (Fixture *f, const char *command, const char *who, JsonNode **node)
{
  g_auto (Result) result = { 0 };

  g_clear_pointer (node, json_node_unref);
  run (f, &result, command, "show", who, "--json", NULL);
  assert_ok (&result);
  *node = parse (&result);
  return json_node_get_object (*node);
}

static void
test_person (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *person;

  init_demo (f, &result);
  run (f, &result, "person", "add", "Quàng Thị Thử", "--birth", "15/3/1988", "--sex", "female",
       "--ethnic-group", "Thái", "--party-since", "3/2/2015", "--code", "014188000001", "--unit",
       "Phòng Nội vụ", "--post", "Chuyên viên", "--from", "1/2/2020", NULL);
  assert_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "The person is #"));
  run (f, &result, "person", "show", "Quàng Thị Thử", NULL);
  assert_ok (&result);
  assert_golden (f, "person-show.txt", result.out);
  g_setenv ("LANGUAGE", "vi", TRUE);
  run (f, &result, "person", "show", "Quàng Thị Thử", NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  assert_ok (&result);
  assert_golden (f, "person-show-vi.txt", result.out);

  /* A transfer ends the old post on the day before; a second post stands beside the main one. */
  run (f, &result, "person", "post", "transfer", "Quàng Thị Thử", "Xã Mường Bú", "--from",
       "1/3/2023", "--post", "Phó Chủ tịch", NULL);
  assert_ok (&result);
  run (f, &result, "person", "post", "add", "Quàng Thị Thử", "Phòng Nội vụ", "--second", "--post",
       "Cộng tác viên", NULL);
  assert_ok (&result);
  person = show (f, "person", "Quàng Thị Thử", &node);
  {
    JsonArray *posts = json_object_get_array_member (person, "posts");
    JsonObject *first = json_array_get_object_element (posts, 0);
    JsonObject *last = json_array_get_object_element (posts, 2);

    g_assert_cmpuint (json_array_get_length (posts), ==, 3);
    g_assert_cmpstr (json_object_get_string_member (first, "unit"), ==, "Xã Mường Bú");
    g_assert_cmpint (json_object_get_int_member (first, "is_main"), ==, 1);
    g_assert_cmpstr (json_object_get_string_member (last, "to"), ==, "2023-02-28");
  }
  run (f, &result, "person", "post", "end", "Quàng Thị Thử", "--to", "20/3/2023", NULL);
  assert_ok (&result);
  person = show (f, "person", "Quàng Thị Thử", &node);
  g_assert_nonnull (strstr (
    json_object_get_string_member (
      json_array_get_object_element (json_object_get_array_member (person, "posts"), 1), "to"),
    "2023-03-20"));

  /* Empty takes away. */
  run (f, &result, "person", "set", "Quàng Thị Thử", "--not-party", "--code", "", "--birth", "1989",
       "--name", "Quàng Thị Thử Hai", NULL);
  assert_ok (&result);
  person = show (f, "person", "Quàng Thị Thử Hai", &node);
  g_assert_cmpint (json_object_get_int_member (person, "is_party_member"), ==, 0);
  g_assert_true (json_object_get_null_member (person, "code"));
  g_assert_true (json_object_get_null_member (person, "party_since"));
  g_assert_cmpstr (json_object_get_string_member (person, "birth"), ==, "1989");

  run (f, &result, "person", "delete", "Quàng Thị Thử Hai", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "1 person deleted.\n");
  for (int i = 0; i < 5; i++)
    {
      run (f, &result, "undo", NULL);
      assert_ok (&result);
    }
  person = show (f, "person", "Quàng Thị Thử", &node);
  g_assert_cmpstr (json_object_get_string_member (person, "code"), ==, "014188000001");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (person, "posts")), ==, 1);
  run (f, &result, "check", NULL);
  assert_ok (&result);
}

/* Who stands there already is said, with the numbers of both; NFD is the same name as NFC, and NFC is stored. */
static void
test_twice (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *decomposed = g_utf8_normalize ("Quàng Thị Thử", -1, G_NORMALIZE_NFD);
  g_autoptr (JsonNode) node = NULL;

  init_demo (f, &result);
  run (f, &result, "person", "add", decomposed, "--birth", "1988", "--unit", "Phòng Nội vụ", NULL);
  assert_ok (&result);
  g_assert_cmpstr (json_object_get_string_member (show (f, "person", decomposed, &node), "name"),
                   ==, "Quàng Thị Thử");
  run (f, &result, "person", "add", "Quàng Thị Thử", "--birth", "2/9/1988", "--unit",
       "Phòng Nội vụ", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_nonnull (
    strstr (result.err, "Quàng Thị Thử may stand in the register twice: look at #"));
  run (f, &result, "person", "show", decomposed, NULL);
  assert_refused (&result, 4, "2 in the register are called");
}

static void
test_household (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *household;

  init_demo (f, &result);
  run (f, &result, "household", "add", "Hộ bà Quàng Thị Thử", "--unit", "Xã Mường Bú", "--head",
       "Thào A Sang", "--address", "Bản Thử, xã Mường Bú", NULL);
  assert_ok (&result);
  run (f, &result, "household", "show", "Hộ bà Quàng Thị Thử", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==,
                   "Hộ bà Quàng Thị Thử\nUnit: Xã Mường Bú\nHead: Thào A Sang\n"
                   "Address: Bản Thử, xã Mường Bú\n");
  run (f, &result, "household", "set", "Hộ bà Quàng Thị Thử", "--head", "", "--code", "H01", NULL);
  assert_ok (&result);
  household = show (f, "household", "Hộ bà Quàng Thị Thử", &node);
  g_assert_cmpint (json_object_get_int_member (household, "head_id"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (household, "code"), ==, "H01");
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  household = show (f, "household", "Hộ bà Quàng Thị Thử", &node);
  g_assert_cmpstr (json_object_get_string_member (household, "head"), ==, "Thào A Sang");
  run (f, &result, "household", "delete", "Hộ bà Quàng Thị Thử", NULL);
  assert_ok (&result);
  run (f, &result, "household", "show", "Hộ bà Quàng Thị Thử", NULL);
  assert_refused (&result, 4, "no household in the register is called");
  f->is_full = TRUE;
  run (f, &result, "household", "add", "Hộ ông Quàng Văn Thử", NULL);
  assert_refused (&result, 3, "The disk is full");
  f->is_full = FALSE;
  run (f, &result, "check", NULL);
  assert_ok (&result);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/register/help", test_help);
  ADD ("/cli/register/person", test_person);
  ADD ("/cli/register/twice", test_twice);
  ADD ("/cli/register/household", test_household);
  return g_test_run ();
}
