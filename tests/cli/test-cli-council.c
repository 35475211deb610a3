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
  /* A whole last word comes before words that only begin so: Bạc, Bảy. */
  run (f, &result, "council", "member", "add", "Bạc Thị Thử Bảy", NULL);
  assert_ok (&result);
  run (f, &result, "council", "member", "remove", "ba", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"member\" : 3"));
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

/* An accepted dossier of five people of the demo, as #1. */
static void
add_dossier (Fixture *f, Result *result)
{
  run (f, result, "nomination", "dossier", "add", "--title", "Khen thưởng tổng kết năm 2022",
       "--year", "2022", "--received", "3/1/2023", NULL);
  assert_ok (result);
  run (f, result, "nomination", "add", "#1", "Lò Văn Toán", "Cầm Thị Hương", "Thào Thị Pà",
       "Bùi Thị Quyên", "Vì Thị Phượng", "--form", "LDTT", NULL);
  assert_ok (result);
  run (f, result, "nomination", "dossier", "submit", "#1", NULL);
  g_assert_cmpint (result->exit_code, <=, 1);
  run (f, result, "nomination", "dossier", "accept", "#1", NULL);
  g_assert_cmpint (result->exit_code, <=, 1);
}

static void
add_meeting (Fixture *f, Result *result, const char *method)
{
  init_demo (f, result);
  add_council (f, result);
  add_dossier (f, result);
  run (f, result, "council", "meeting", "add", "Xét khen thưởng năm 2022", "--date", "10/1/2023",
       method, NULL);
  assert_ok (result);
  run (f, result, "council", "attend", "#1", "all", NULL);
  assert_ok (result);
  run (f, result, "council", "agenda", "add", "#1", "#1", NULL);
  assert_ok (result);
}

static void
test_hands (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  add_meeting (f, &result, "--hands");
  run (f, &result, "council", "agenda", "add", "#1", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  run (f, &result, "council", "agenda", "move", "#1", "5", "1", NULL);
  assert_ok (&result);
  run (f, &result, "council", "board", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 0);
  assert_golden (f, "council-board.txt", result.out);
  run (f, &result, "council", "vote", "#1", "1", "3", "1", NULL);
  assert_ok (&result);
  assert_golden (f, "council-vote.txt", result.out);
  run (f, &result, "council", "vote", "#1", "2", "4", "1", NULL);
  assert_refused (&result, 4, "5 votes, but only 4 members may vote on it");
  run (f, &result, "council", "vote", "#1", "2", "2", "2", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Equal: the chair decides"));
  run (f, &result, "council", "recuse", "#1", "3", "hai", "--reason", "em ruột", NULL);
  assert_ok (&result);
  run (f, &result, "council", "vote", "#1", "3", "1", "2", NULL);
  assert_ok (&result);
  run (f, &result, "council", "postpone", "#1", "4", "--reason", "chờ xác minh", NULL);
  assert_ok (&result);
  run (f, &result, "council", "close", "#1", NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
  assert_golden (f, "council-missing.txt", result.err);
  run (f, &result, "council", "unanimous", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "council", "decide", "#1", "2", "passed", NULL);
  assert_refused (&result, 4, "Write why the chair decides so.");
  run (f, &result, "council", "decide", "#1", "2", "passed", "--reason", "thành tích nổi bật",
       NULL);
  assert_ok (&result);
  run (f, &result, "council", "close", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "council", "meeting", "show", "#1", NULL);
  assert_ok (&result);
  assert_golden (f, "council-closed.txt", result.out);
  run (f, &result, "council", "meeting", "list", NULL);
  assert_ok (&result);
  assert_golden (f, "meeting-list.txt", result.out);
  run (f, &result, "council", "vote", "#1", "1", "3", "1", NULL);
  assert_refused (&result, 4, "The meeting is closed");
  run (f, &result, "council", "reopen", "#1", NULL);
  assert_ok (&result);
}

static void
test_ballots (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonObject *item;

  add_meeting (f, &result, "--secret");
  run (f, &result, "council", "vote", "#1", "1", "3", "1", NULL);
  assert_refused (&result, 4, "secret ballot: type the papers");
  run (f, &result, "council", "count", "#1", "--issued", "4", "--returned", "5", NULL);
  assert_refused (&result, 4, "5 papers were returned, but only 4 were given out");
  run (f, &result, "council", "count", "#1", "--issued", "4", "--returned", "4", NULL);
  assert_ok (&result);
  run (f, &result, "council", "ballot", "#1", "11121", "11111", "x", NULL);
  assert_ok (&result);
  assert_golden (f, "council-ballot.txt", result.out);
  run (f, &result, "council", "ballot", "#1", "111", NULL);
  assert_refused (&result, 4, "has 3 marks, but the agenda has 5 names");
  run (f, &result, "council", "ballot", "#1", "--paper", "3", "1211x", NULL);
  assert_ok (&result);
  run (f, &result, "council", "ballot", "#1", "20002", NULL);
  assert_ok (&result);
  run (f, &result, "council", "ballot", "#1", "22222", NULL);
  assert_refused (&result, 4, "All 4 papers that were returned are typed already.");
  run (f, &result, "council", "close", "#1", NULL);
  assert_ok (&result);
  run (f, &result, "council", "meeting", "show", "#1", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "closed");
  item = json_array_get_object_element (json_object_get_array_member (object, "agenda"), 0);
  g_assert_cmpint (json_object_get_int_member (item, "for"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (item, "needed"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (item, "outcome"), ==, "passed");
  item = json_array_get_object_element (json_object_get_array_member (object, "agenda"), 4);
  g_assert_cmpint (json_object_get_int_member (item, "for"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (item, "none"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (item, "outcome"), ==, "failed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-council/council", Fixture, NULL, set_up, test_council, tear_down);
  g_test_add ("/cli-council/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  g_test_add ("/cli-council/hands", Fixture, NULL, set_up, test_hands, tear_down);
  g_test_add ("/cli-council/ballots", Fixture, NULL, set_up, test_ballots, tear_down);
  return g_test_run ();
}
