// SPDX-License-Identifier: GPL-3.0-or-later
/* The commands fund, award and record on the demo district, and the reasons that decisions ask for. */

#include "cli-fixture.h"

#include <string.h>

static void
test_help (Fixture *f, gconstpointer data)
{
  static const char *const commands[] = { "award", "fund", "record" };
  g_auto (Result) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *name = g_strdup_printf ("help-%s.txt", commands[i]);

      run (f, &result, commands[i], "--help", NULL);
      assert_ok (&result);
      assert_golden (f, name, result.out);
    }
}

static void
test_fund (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;

  init_demo (f, &result);
  run (f, &result, "fund", "status", NULL);
  g_assert_cmpint (result.exit_code, ==, 1); /* no book is kept */
  g_assert_nonnull (strstr (result.err, "2023"));
  run (f, &result, "fund", "add", "--kind", "income", "--amount", "30.000.000", "--title",
       "Ngân sách huyện cấp năm 2023", "--date", "10/1/2023", NULL);
  assert_ok (&result);
  run (f, &result, "fund", "add", "--kind", "object", "--amount", "1.200.000", "--title",
       "Mua khung giấy khen", "--date", "1/2/2023", "--document", "PC 03", NULL);
  assert_ok (&result);
  run (f, &result, "fund", "add", "--kind", "gold", "--amount", "1", NULL);
  assert_refused (&result, 2, "gold");
  run (f, &result, "fund", "add", "--kind", "work", "--amount", "1", "--date", "10/1/2023", NULL);
  assert_refused (&result, 4, "Write what the money is for");
  run (f, &result, "fund", "debts", NULL);
  assert_ok (&result);
  assert_golden (f, "fund-debts.txt", result.out);
  run (f, &result, "fund", "status", NULL);
  g_assert_cmpint (result.exit_code, ==, 1); /* more is promised than is there */
  g_assert_nonnull (strstr (result.err, "nothing left"));
  run (f, &result, "fund", "pay", "124", "--date", "25/3/2023", "--document", "PC 12", NULL);
  assert_ok (&result);
  run (f, &result, "fund", "pay", "124", NULL);
  assert_refused (&result, 4, "124/QĐ-UBND");
  run (f, &result, "fund", "pay", "203/QĐ-UBND", NULL); /* of the province: its fund pays */
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_nonnull (strstr (result.err, "fund of the issuer"));
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, "fund", "list", NULL);
  assert_ok (&result);
  assert_golden (f, "fund-list.txt", result.out);
  run (f, &result, "fund", "status", "--json", NULL);
  node = parse (&result);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "balance"), ==,
                   30000000 - 1200000 - 10430000);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "committed"), ==,
                   24300000);
  run (f, &result, "fund", "carry", "2023", NULL);
  assert_refused (&result, 4, "2023");
  run (f, &result, "fund", "carry", "2022x", NULL);
  assert_refused (&result, 2, "2022x");
  run (f, &result, "fund", "delete", "#2x", NULL); /* what looks like a number is none */
  assert_refused (&result, 4, "#2x");
  run (f, &result, "fund", "delete", "#2", NULL);
  assert_ok (&result);
  run (f, &result, "check", NULL);
  assert_ok (&result);
}

static void
test_taken_back (Fixture *f, gconstpointer data)
{
  g_autofree char *pdf = get_path (f, "giay-khen.pdf");
  g_autofree char *extract = get_path (f, "trich-luc.pdf");
  g_autofree char *odt = get_path (f, "trich-luc.odt");
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "award", "revoke", "124", "Thào A Sang", "--number", "300/QĐ-UBND", "--date",
       "25/3/2023", NULL);
  assert_refused (&result, 4, "ground");
  run (f, &result, "award", "revoke", "124", "Thào A Sang", "--number", "300/QĐ-UBND", "--date",
       "25/3/2023", "--ground", "false_dossier", "--reason", "Sáng kiến trùng lặp", NULL);
  assert_ok (&result);
  run (f, &result, "award", "revoke", "124", "Thào A Sang", "--bonus-returned", "26/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "award", "show", "124", "Thào A Sang", NULL);
  assert_ok (&result);
  assert_golden (f, "award-show.txt", result.out);
  run (f, &result, "award", "payments", "124", NULL);
  assert_ok (&result);
  assert_golden (f, "award-payments.txt", result.out);
  run (f, &result, "certificates", "124", "--lines", "1", "-o", pdf, NULL);
  assert_refused (&result, 4, "Thào A Sang");
  run (f, &result, "certificates", "124", "-o", pdf, NULL); /* the others', with a word about it */
  g_assert_cmpint (result.exit_code, ==, 0);
  g_assert_nonnull (strstr (result.err, "1 award was taken back and left out"));
  assert_magic (pdf, "%PDF-");
  run (f, &result, "list", "awards", "--decision", "124", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "300/QĐ-UBND"));
  run (f, &result, "record", "Thào A Sang", NULL);
  assert_ok (&result);
  assert_golden (f, "record.txt", result.out);
  run (f, &result, "record", "Thào A Sang", "-o", extract, "-o", odt, NULL);
  assert_ok (&result);
  assert_magic (extract, "%PDF-");
  assert_magic (odt, "PK\3\4");
  run (f, &result, "record", "Không Có Ai", NULL);
  assert_refused (&result, 4, "Không Có Ai");
  run (f, &result, "award", "restore", "124", "Thào A Sang", "--number", "310/QĐ-UBND", "--date",
       "27/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "award", "restore", "124", "Thào A Sang", "--number", "311/QĐ-UBND", "--date",
       "27/3/2023", NULL);
  assert_refused (&result, 4, "not taken back");
}

static void
test_reasons (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "decision", "new", "--title", "Về việc tặng Giấy khen", "--year", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "add", "#11", "Thào A Sang", "--form", "GKH", "--achievement",
       "Cứu người trong lũ", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "new", "--title", "Về việc tặng Giấy khen đột xuất", "--year",
       "2022", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "add", "#12", "Thào A Sang", "--form", "GKH", "--manner", "DX",
       "--achievement", "cứu người trong lũ", NULL);
  assert_refused (&result, 4, "one achievement, one award");
  run (f, &result, "decision", "add", "#12", "Thào A Sang", "--form", "GKH", "--manner", "DX",
       "--achievement", "cứu người trong lũ", "--reason", "Hai trận lũ khác nhau", NULL);
  assert_ok (&result);
  run (f, &result, "award", "show", "#12", "Thào A Sang", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Hai trận lũ khác nhau"));

  run (f, &result, "decision", "new", "--title", "Về việc thử", "--year", "2022", "--regime",
       "khong-co", "--regime-reason", "Thử", NULL);
  assert_refused (&result, 4, "khong-co");
  run (f, &result, "decision", "ready", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "from-dossier", "999x", NULL);
  assert_refused (&result, 4, "999x");
  run (f, &result, "decision", "from-dossier", "#999", NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
}

/* Where a name stands in the list of draft #11. */
static gint64
get_line (Fixture *f, const char *name)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonArray *awards;

  run (f, &result, "decision", "show", "#11", "--json", NULL);
  node = parse (&result);
  awards = json_object_get_array_member (json_node_get_object (node), "awards");
  for (guint i = 0; i < json_array_get_length (awards); i++)
    {
      JsonObject *award = json_array_get_object_element (awards, i);

      if (g_str_equal (json_object_get_string_member (award, "name"), name))
        return json_object_get_int_member (award, "line");
    }
  return 0;
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "decision", "new", "--title", "Về việc tặng Giấy khen", "--year", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "add", "#11", "Thào A Sang", "Lường Thị Sen", "--form", "GKH",
       "--achievement", "Cứu người trong lũ", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Thào A Sang") + get_line (f, "Lường Thị Sen"), ==, 3);

  run (f, &result, "award", "move", "#11", "Thào A Sang", "2", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Thào A Sang"), ==, 2);
  run (f, &result, "award", "move", "#11", "Lường Thị Sen", "2", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Thào A Sang"), ==, 1);
  run (f, &result, "award", "move", "#11", "Lường Thị Sen", "0", NULL);
  assert_refused (&result, 2, "0");
  run (f, &result, "decision", "sort", "#11", NULL);
  g_assert_cmpint (result.exit_code, ==, 1); /* as adding leaves it */
  run (f, &result, "award", "move", "#11", "Thào A Sang", "2", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "sort", "#11", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Thào A Sang"), ==, 1);

  run (f, &result, "decision", "achievement", "#11", NULL);
  assert_refused (&result, 2, "--achievement");
  run (f, &result, "decision", "achievement", "#11", "--achievement", "Dập lửa rừng", NULL);
  assert_ok (&result);
  run (f, &result, "award", "edit", "#11", "Thào A Sang", "--bonus", "1.500.000", "--detail",
       "Bản Huổi Liếng", "--note", "Nhận thay", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "show", "#11", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "1.500.000"));
  g_assert_nonnull (strstr (result.out, "Bản Huổi Liếng"));
  run (f, &result, "award", "edit", "#11", "Thào A Sang", "--bonus", "rule", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "show", "#11", NULL);
  g_assert_null (strstr (result.out, "1.500.000"));
  run (f, &result, "award", "edit", "#11", "Thào A Sang", "--bonus", "nhiều", NULL);
  assert_refused (&result, 4, "nhiều");

  run (f, &result, "award", "remove", "#11", "Lường Thị Sen", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Lường Thị Sen"), ==, 0);
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  g_assert_cmpint (get_line (f, "Lường Thị Sen"), >, 0);
  run (f, &result, "award", "remove", "124", "Thào A Sang", NULL); /* issued */
  g_assert_cmpint (result.exit_code, ==, 4);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/award/help", test_help);
  ADD ("/cli/award/fund", test_fund);
  ADD ("/cli/award/taken-back", test_taken_back);
  ADD ("/cli/award/reasons", test_reasons);
  ADD ("/cli/award/lines", test_lines);
  return g_test_run ();
}
