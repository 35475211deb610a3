// SPDX-License-Identifier: GPL-3.0-or-later
/* The command unit on the demo district: three communes become one, and what they earned is found under it. */

#include "cli-fixture.h"

#include <string.h>

#define BASIS "Nghị quyết số 1681/NQ-UBTVQH15"

static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "unit", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-unit.txt", result.out);
}

static guint
count_awards (Fixture *f, const char *unit)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;

  run (f, &result, "list", "awards", "--unit", unit, "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  return json_array_get_length (json_node_get_array (node));
}

/* From 1 July 2025 three communes are one. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  static const char *const before[] = { "Xã Chiềng Lao", "Xã Hua Trai", "Xã Nặm Giôn" };
  g_auto (Result) result = { 0 };
  g_autofree char *decision = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *lineage;
  guint n = 0;

  init_demo (f, &result);
  g_setenv ("BV_TODAY", "2025-09-01", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    n += count_awards (f, before[i]);
  g_assert_cmpuint (n, >, 0);
  run (f, &result, "list", "awards", "--decision", "61", NULL);
  decision = g_strdup (result.out);
  run (f, &result, "unit", "merge", before[0], before[1], before[2], "--name", "Xã Mường La Mới",
       "--date", "1/7/2025", "--basis", BASIS, NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "From 01/07/2025: #"));

  /* What each earned is found under the new one; the old papers keep the old names. */
  g_assert_cmpuint (count_awards (f, "Xã Mường La Mới"), ==, n);
  run (f, &result, "list", "awards", "--decision", "61", NULL);
  g_assert_cmpstr (result.out, ==, decision);
  run (f, &result, "record", "Xã Mường La Mới", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Xã Chiềng Lao"));
  run (f, &result, "unit", "show", "Xã Mường La Mới", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  lineage = json_object_get_array_member (json_node_get_object (node), "lineage");
  g_assert_cmpuint (json_array_get_length (lineage), ==, 4);
  run (f, &result, "unit", "show", "Xã Mường La Mới", NULL);
  assert_ok (&result);
  assert_golden (f, "unit-show.txt", result.out);

  /* A unit that ended registers no more; the one after it does. */
  run (f, &result, "registration", "add", "Xã Hua Trai", "Xã Hua Trai", "--form", "TTLDTT", "-y",
       "2026", NULL);
  assert_refused (&result, 4, "ended on 30/06/2025");

  /* One act, undone as one. */
  run (f, &result, "undo", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "show", "Xã Mường La Mới", NULL);
  assert_refused (&result, 4, "no unit in the register is called");
  g_assert_cmpuint (count_awards (f, before[0]), <=, n);
  run (f, &result, "check", NULL);
  assert_ok (&result);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

static void
test_other_verbs (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "unit", "add", "Bản Thử", "--kind", "village", "--below", "Xã Mường Bú",
       "--small", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "set", "Bản Thử", "--code", "BT01", "--name", "Bản Thử Một", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "move", "Bản Thử Một", "1", "--below", "Xã Mường Chùm", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "show", "Bản Thử Một", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Xã Mường Chùm › Bản Thử Một"));
  g_assert_nonnull (strstr (result.out, "a small collective"));
  run (f, &result, "unit", "split", "Bản Thử Một", "--name", "Bản Trên", "--name", "Bản Dưới",
       "--date", "1/3/2023", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "rename", "Bản Trên", "Bản Trên Mới", "--date", "15/3/2023", "--basis",
       BASIS, NULL);
  assert_ok (&result);
  run (f, &result, "unit", "merge", "Bản Trên Mới", "--into", "Bản Dưới", "--date", "20/3/2023",
       NULL);
  assert_ok (&result);
  run (f, &result, "unit", "show", "Bản Dưới", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Bản Thử Một"));
  run (f, &result, "unit", "add", "Bản Nhầm", NULL);
  assert_ok (&result);
  run (f, &result, "unit", "delete", "Bản Nhầm", NULL);
  assert_ok (&result);
  f->is_full = TRUE;
  run (f, &result, "unit", "rename", "Xã Tạ Bú", "Xã Mới", "--date", "1/3/2023", NULL);
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
  ADD ("/cli/unit/help", test_help);
  ADD ("/cli/unit/merge", test_merge);
  ADD ("/cli/unit/other-verbs", test_other_verbs);
  return g_test_run ();
}
