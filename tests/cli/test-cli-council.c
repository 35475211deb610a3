// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli council, on the demo district: a council, a meeting, who came. Names of members are invented. */

#include "cli-fixture.h"

#include <string.h>

static void
add_council (Fixture *f, Result *result)
{
  static const char *const names[] = { "Cầm Thị Thử Hai", "Tòng Văn Thử Ba", "Lường Văn Thử Bốn" };

  run (f, result, "council", "add", "Hội đồng Thi đua - Khen thưởng huyện Mường La", "--number",
       "15/QĐ-UBND", "--date", "5/1/2022", "--from", "1/1/2022", "--to", "31/12/2026", NULL);
  assert_ok (result);
  run (f, result, "council", "member", "add", "Lò Văn Thử Một", "--role", "chair", "--honorific",
       "Ông", "--post", "Chủ tịch UBND huyện", NULL);
  assert_ok (result);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      run (f, result, "council", "member", "add", names[i], "--post", "Trưởng phòng", NULL);
      assert_ok (result);
    }
  run (f, result, "council", "member", "add", "Vì Thị Thử Năm", "--role", "secretary", "--no-vote",
       NULL);
  assert_ok (result);
}

static void
test_council (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "council", "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help-council.txt", result.out);
  init_demo (f, &result);
  run (f, &result, "council", "show", NULL);
  assert_refused (&result, 4, "No council has a term that holds 27/03/2023");
  add_council (f, &result);
  run (f, &result, "council", "show", NULL);
  assert_ok (&result);
  assert_golden (f, "council-show.txt", result.out);
  run (f, &result, "council", "member", "add", "Hà Văn Thử Sáu", "--role", "chair", NULL);
  assert_refused (&result, 4, "one chair on a day");
  run (f, &result, "council", "member", "remove", "thu bon", "--to", "30/6/2022", NULL);
  assert_ok (&result);
  run (f, &result, "council", "member", "remove", "thử", NULL);
  assert_refused (&result, 4, "5 members of the council fit");
  run (f, &result, "council", "frobnicate", NULL);
  assert_refused (&result, 2, "there is no verb");
  run (f, &result, "council", "list", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"number\" : \"15/QĐ-UBND\""));
}

static void
test_meeting (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;

  init_demo (f, &result);
  add_council (f, &result);
  run (f, &result, "council", "meeting", "add", "Xét khen thưởng năm 2022", "--date", "10/1/2023",
       "--hands", "--begin", "8h", "--end", "10 giờ 30", "--place", "Phòng họp số 2", NULL);
  assert_ok (&result);
  run (f, &result, "council", "meeting", "add", "Họp sớm", "--date", "10/1/2021", NULL);
  assert_refused (&result, 4, "No council has a term that holds 10/01/2021");
  run (f, &result, "council", "meeting", "add", "Họp sớm", "--date", "10/1/2021", "-c", "#1", NULL);
  assert_refused (&result, 4, "begins on 01/01/2022");
  run (f, &result, "council", "attend", "#1", "hai", "absent", "--reason", "đi công tác", NULL);
  assert_ok (&result);
  run (f, &result, "council", "attend", "#1", "ba", "written", NULL);
  assert_ok (&result);
  run (f, &result, "council", "attend", "#1", "năm", "written", NULL);
  assert_refused (&result, 4, "has no vote");
  run (f, &result, "council", "attend", "#1", "bốn", "perhaps", NULL);
  assert_refused (&result, 2, "perhaps");
  run (f, &result, "council", "attend", "#1", "all", NULL);
  assert_ok (&result);
  run (f, &result, "council", "meeting", "show", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "meeting-show.txt", result.out);
  run (f, &result, "council", "meeting", "show", "#1", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "quorum"), ==, 3);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (node), "has_quorum"));
  run (f, &result, "council", "close", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
  g_assert_nonnull (strstr (result.err, "No quorum: 2 of 4 members are present, 3 are needed."));
  run (f, &result, "council", "vote", "#1", "1", "3", "0", NULL);
  assert_refused (&result, 4, "The agenda has no item “1”");
  run (f, &result, "council", "ballot", "#1", "111", NULL);
  assert_refused (&result, 4, "has 3 marks, but the agenda has 0 names");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-council/council", Fixture, NULL, set_up, test_council, tear_down);
  g_test_add ("/cli-council/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  return g_test_run ();
}
