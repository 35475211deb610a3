// SPDX-License-Identifier: GPL-3.0-or-later
/* The board before the vote: conditions then and today, quotas, the cap, what stands twice, discipline, a member's own
 * cause; and how long it takes for sixty names and fifteen papers. */

#include "bv-test-council.h"
#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-discipline.h"
#include "merit/bv-meeting-board.h"
#include "merit/bv-meeting-sheet.h"
#include "merit/bv-vote.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 council;
  BvRegimeSet *regimes;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", office, FALSE);
  f->council = bv_test_council_new (f->store, 15, NULL);
  f->regimes = bv_regime_set_load (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_regime_set_unref (f->regimes);
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static GPtrArray *
load_board (Fixture *f, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *rows = bv_meeting_board (bv_lease_connection (lease), f->regimes, meeting, &error);

  g_assert_no_error (error);
  return rows;
}

static void
add_discipline (Fixture *f, gint64 subject, BvSanction kind, const char *date, const char *until)
{
  g_autoptr (BvDiscipline) discipline = bv_discipline_new ();
  g_autoptr (GError) error = NULL;

  discipline->subject_id = subject;
  discipline->kind = kind;
  bv_text_set (&discipline->on_date, date);
  bv_text_set (&discipline->until_date, until);
  bv_discipline_save_act (f->store, discipline, NULL, &error);
  g_assert_no_error (error);
}

static const char *
first (GPtrArray *sentences)
{
  g_assert_cmpuint (sentences->len, >, 0);
  return g_ptr_array_index (sentences, 0);
}

static gboolean
says (GPtrArray *sentences, const char *part)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (g_ptr_array_index (sentences, i), part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_board (Fixture *f, gconstpointer data)
{
  gint64 dossier = bv_test_council_add_dossier (f->store, f->school, "CSTDCS", 4, NULL);
  gint64 meeting = bv_test_council_add_meeting (f->store, f->council, "2023-01-10", TRUE);
  g_autoptr (BvCouncilMember) member = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  const BvBoardRow *row;

  bv_agenda_add_dossier_act (f->store, meeting, dossier, NULL, NULL, &error);
  g_assert_no_error (error);
  rows = load_board (f, meeting);
  g_assert_cmpuint (rows->len, ==, 4);
  row = g_ptr_array_index (rows, 0);
  /* Nobody is LĐTT: the condition is named, and 15 % of nobody are no places. */
  g_assert_true (row->has_today);
  g_assert_cmpint (row->today, ==, BV_VERDICT_NOT_MET);
  g_assert_false (row->has_frozen);
  g_assert_true (says (row->unmet, "“Lao động tiên tiến”"));
  g_assert_true (g_str_has_prefix (row->quota, "4 of 0 places, "));
  g_assert_true (row->is_over_quota);
  g_assert_true (bv_board_row_has_warning (row));
  g_assert_cmpuint (row->duplicates->len, ==, 0);
  g_assert_cmpuint (row->discipline->len, ==, 0);
  g_assert_cmpint (row->member_id, ==, 0);

  /* One sanctioned in the year, one long before; one complaint that is open. */
  add_discipline (f, row->subject_id, BV_SANCTION_REPRIMAND, "2022-05-06", "2023-05-05");
  add_discipline (f, ((BvBoardRow *) g_ptr_array_index (rows, 1))->subject_id,
                  BV_SANCTION_COMPLAINT, "2022-11-02", NULL);
  add_discipline (f, ((BvBoardRow *) g_ptr_array_index (rows, 2))->subject_id,
                  BV_SANCTION_REPRIMAND, "2019-05-06", "2020-05-05");
  /* The third sits in the council. */
  lease = bv_store_lease (f->store, &error);
  member = bv_council_member_propose (bv_lease_connection (lease), f->council,
                                      ((BvBoardRow *) g_ptr_array_index (rows, 2))->subject_id,
                                      "2023-01-10", &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_council_member_save_act (f->store, member, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = load_board (f, meeting);
  row = g_ptr_array_index (rows, 0);
  g_assert_nonnull (strstr (first (row->discipline), "06/05/2022"));
  row = g_ptr_array_index (rows, 1);
  g_assert_nonnull (strstr (first (row->discipline), "02/11/2022, not concluded"));
  row = g_ptr_array_index (rows, 2);
  g_assert_cmpuint (row->discipline->len, ==, 0);
  g_assert_cmpint (row->member_id, ==, member->id);
  bv_vote_recuse_act (f->store, row->item_id, member->id, "là người được đề nghị", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = load_board (f, meeting);
  g_assert_cmpint (((BvBoardRow *) g_ptr_array_index (rows, 2))->member_id, ==, 0);
}

/* Sixty names, fifteen papers: typing the last of them and reading the meeting is no wait. */
static void
test_speed (Fixture *f, gconstpointer data)
{
  gint64 dossier = bv_test_council_add_dossier (f->store, f->school, "LDTT", 60, NULL);
  gint64 meeting = bv_test_council_add_meeting (f->store, f->council, "2023-01-10", TRUE);
  g_autofree char *line = g_strnfill (60, BV_MARK_FOR);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (BvMeetingSheet) sheet = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  double typed, read, board;

  bv_agenda_add_dossier_act (f->store, meeting, dossier, NULL, NULL, &error);
  bv_meeting_attend_all_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  g_timer_start (timer);
  for (int i = 0; i < 15; i++)
    {
      g_autoptr (BvBallot) paper = bv_ballot_parse (line, 60, &error);

      bv_ballot_save_act (f->store, meeting, paper, NULL, &error);
      g_assert_no_error (error);
    }
  typed = g_timer_elapsed (timer, NULL);
  lease = bv_store_lease (f->store, &error);
  g_timer_start (timer);
  sheet = bv_meeting_sheet_load (bv_lease_connection (lease), f->regimes, meeting, &error);
  read = g_timer_elapsed (timer, NULL);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_timer_start (timer);
  rows = load_board (f, meeting);
  board = g_timer_elapsed (timer, NULL);
  g_test_message ("15 papers %.3f s, sheet %.3f s, board %.3f s", typed, read, board);
  for (guint i = 0; i < 60; i++)
    g_assert_cmpint (((BvTally *) g_ptr_array_index (sheet->tallies, i))->votes_for, ==, 15);
  g_assert_cmpuint (rows->len, ==, 60);
  /* Generous, for a machine that does other things: it is to tell milliseconds from seconds. */
  g_assert_cmpfloat (typed / 15, <, 0.5);
  g_assert_cmpfloat (read, <, 0.5);
  g_assert_cmpfloat (board, <, 5);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board/board", test_board);
  ADD ("/board/speed", test_speed);
  return g_test_run ();
}
