// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli registration, as a process on the demo district. */

#include "cli-fixture.h"

#include <string.h>

#define REG "registration"

static void
fill (Fixture *f, Result *result)
{
  init_demo (f, result);
  run (f, result, REG, "add", "Phòng Nội vụ", "--all", "--form", "LDTT", NULL);
  assert_ok (result);
  g_assert_cmpstr (result->out, ==, "5 lines added.\n");
  run (f, result, REG, "add", "phong noi vu", "Phòng Nội vụ", "--form", "TTLDTT", NULL);
  assert_ok (result);
  run (f, result, REG, "add", "Phòng Nội vụ", "Thào A Sang", "--form", "CSTDCS", "--initiative",
       "Số hóa hồ sơ thi đua", NULL);
  assert_ok (result);
}

static void
test_way (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *pdf = get_path (f, "dang-ky.pdf");
  g_autofree char *odt = get_path (f, "dang-ky.odt");
  g_autofree char *xlsx = get_path (f, "tong-hop.xlsx");

  fill (f, &result);
  run (f, &result, REG, "edit", "Phòng Nội vụ", "--content", "Không có hồ sơ quá hạn.", NULL);
  assert_ok (&result);
  run (f, &result, REG, "show", "Phòng Nội vụ", NULL);
  assert_ok (&result);
  assert_golden (f, "registration-show.txt", result.out);
  run (f, &result, REG, "return", "Phòng Nội vụ", "--reason", "Sớm quá", NULL);
  assert_refused (&result, 4, "has not been received yet");
  run (f, &result, REG, "send", "Phòng Nội vụ", "--date", "5/1/2023", NULL);
  assert_ok (&result);
  run (f, &result, REG, "remove", "Phòng Nội vụ", "Thào A Sang", NULL);
  assert_refused (&result, 4, "is received: return it");
  run (f, &result, REG, "return", "Phòng Nội vụ", "--date", "10/1/2023", NULL);
  assert_refused (&result, 4, "why the registration is returned");
  run (f, &result, REG, "return", "Phòng Nội vụ", "--date", "10/1/2023", "--reason", "Thiếu chữ ký",
       NULL);
  assert_ok (&result);
  run (f, &result, REG, "remove", "Phòng Nội vụ", "Thào A Sang", "--form", "LDTT", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "1 line removed.\n");
  run (f, &result, REG, "send", "Phòng Nội vụ", "--date", "8/1/2023", NULL);
  assert_refused (&result, 4, "was returned on 10/01/2023");
  run (f, &result, REG, "send", "Phòng Nội vụ", "--date", "11/1/2023", NULL);
  assert_ok (&result);
  run (f, &result, REG, "approve", "Phòng Nội vụ", "--date", "12/1/2023", "--json", NULL);
  assert_ok (&result);
  run (f, &result, REG, "list", "--state", "approved", NULL);
  assert_ok (&result);
  assert_golden (f, "registration-list.txt", result.out);
  run (f, &result, REG, "print", "Phòng Nội vụ", "-o", pdf, "-o", odt, NULL);
  assert_ok (&result);
  assert_magic (pdf, "%PDF");
  assert_magic (odt, "PK");
  run (f, &result, REG, "print", "-o", xlsx, NULL);
  assert_ok (&result);
  assert_magic (xlsx, "PK");
  run (f, &result, REG, "delete", "Phòng Nội vụ", NULL);
  assert_refused (&result, 4, "open it again first");
  run (f, &result, REG, "reopen", "Phòng Nội vụ", NULL);
  assert_ok (&result);
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, REG, "show", "Phòng Nội vụ", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"state\" : \"approved\""));
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  fill (f, &result);
  run (f, &result, REG, "add", "Phòng Nội vụ", "Thanh tra huyện", "--form", "TTLDTT", NULL);
  assert_refused (&result, 4, "give a reason");
  run (f, &result, REG, "add", "Phòng Nội vụ", "Thanh tra huyện", "--form", "TTLDTT", "--reason",
       "Sinh hoạt chung khối", NULL);
  assert_ok (&result);
  run (f, &result, REG, "copy", "-y", "2024", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "registration-copy.txt", result.out);
  run (f, &result, REG, "copy", "-y", "2020", NULL);
  assert_refused (&result, 4, "no registration of 2019 to copy");
}

static void
test_table (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;

  init_demo (f, &result);
  run (f, &result, REG, "add", "Phòng Nội vụ", "Thào A Sang", "--form", "CSTDCS", "-y", "2022",
       NULL);
  assert_ok (&result);
  run (f, &result, REG, "add", "Phòng Nội vụ", "Bạc Thị Tươi", "--form", "CSTDCS", "-y", "2022",
       NULL);
  assert_ok (&result);
  run (f, &result, REG, "send", "Phòng Nội vụ", "--date", "5/1/2022", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, REG, "table", "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "registration-table.txt", result.out);
  run (f, &result, REG, "table", "-y", "2022", "--outcome", "missed", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1);
  run (f, &result, REG, "sums", "-y", "2022", NULL);
  assert_ok (&result);
  assert_golden (f, "registration-sums.txt", result.out);
  run (f, &result, REG, "table", "--outcome", "lost", NULL);
  assert_refused (&result, 2, "there is no outcome");
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, REG, "show", "Phòng Y tế", NULL);
  assert_refused (&result, 4, "has no registration for 2023");
  run (f, &result, REG, "exempt", "Tòa án nhân dân huyện", NULL);
  assert_refused (&result, 4, "why the unit does not register");
  run (f, &result, REG, "exempt", "Tòa án nhân dân huyện", "--reason", "Đăng ký theo ngành", NULL);
  assert_ok (&result);
  run (f, &result, REG, "list", "--state", "exempt", NULL);
  assert_ok (&result);
  assert_golden (f, "registration-exempt.txt", result.out);
  run (f, &result, REG, "expect", "Tòa án nhân dân huyện", NULL);
  assert_ok (&result);
  run (f, &result, REG, "list", "--state", "lost", NULL);
  assert_refused (&result, 2, "there is no state");
  run (f, &result, REG, "add", "Phòng Y tế", NULL);
  assert_refused (&result, 2, "--form");
  run (f, &result, REG, "add", "Phòng Y tế", "--form", "LDTT", NULL);
  assert_refused (&result, 2, "--all");
  run (f, &result, REG, "add", "Phòng Y tế", "--all", "--form", "KHONGCO", NULL);
  assert_refused (&result, 4, "knows no title");
  run (f, &result, REG, "dance", NULL);
  assert_refused (&result, 2, "there is no verb");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/cli/registration/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("way", test_way);
  ADD ("copy", test_copy);
  ADD ("table", test_table);
  ADD ("missing", test_missing);
  return g_test_run ();
}
