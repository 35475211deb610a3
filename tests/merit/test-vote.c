// SPDX-License-Identifier: GPL-3.0-or-later
/* The votes of a council: exact thresholds, recusal, written opinions, ballots, ties, closing and opening again. */

#include "bv-test-council.h"
#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-award.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-decision.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting.h"
#include "merit/bv-vote.h"
#include "office/bv-setting.h"
#include "store/bv-store.h"

#define N_MEMBERS 11
#define N_PEOPLE 4

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 council;
  gint64 members[N_MEMBERS];
  gint64 dossier;
  gint64 nominations[N_PEOPLE];
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
  f->council = bv_test_council_new (f->store, N_MEMBERS, f->members);
  f->dossier = bv_test_council_add_dossier (f->store, f->school, "LDTT", N_PEOPLE, f->nominations);
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

static void
set_rule (Fixture *f, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  bv_setting_save (f->store, key, value, NULL, &error);
  g_assert_no_error (error);
}

/* A meeting of 10 January with the whole dossier on its agenda; @n_present come, then @n_written write. */
static gint64
meet (Fixture *f, gboolean secret, int n_present, int n_written)
{
  gint64 meeting = bv_test_council_add_meeting (f->store, f->council, "2023-01-10", secret);
  g_autoptr (GError) error = NULL;

  bv_agenda_add_dossier_act (f->store, meeting, f->dossier, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_MEMBERS; i++)
    {
      /* The secretary, who is last, comes always. */
      gboolean is_present = i < n_present - 1 || i == N_MEMBERS - 1;
      BvPresence presence = is_present                      ? BV_PRESENCE_PRESENT
                            : i < n_present + n_written - 1 ? BV_PRESENCE_WRITTEN
                                                            : BV_PRESENCE_ABSENT;

      bv_meeting_attend_act (f->store, meeting, f->members[i], presence, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return meeting;
}

static gint64
item_at (Fixture *f, gint64 meeting, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (GPtrArray) items = bv_agenda_list (bv_lease_connection (lease), meeting, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (index, <, items->len);
  return ((BvAgendaItem *) g_ptr_array_index (items, index))->id;
}

static BvAgendaItem *
load_item (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvAgendaItem *item = bv_agenda_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return item;
}

static BvTally *
tally (Fixture *f, gint64 item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvTally *tally = bv_vote_tally_item (bv_lease_connection (lease), f->regimes, item, &error);

  g_assert_no_error (error);
  return tally;
}

static BvOutcome
outcome (Fixture *f, gint64 item)
{
  g_autoptr (BvTally) counted = tally (f, item);

  return counted->outcome;
}

static void
hands (Fixture *f, gint64 item, int votes_for, int votes_against, int votes_invalid)
{
  g_autoptr (GError) error = NULL;

  bv_vote_set_hands_act (f->store, item, votes_for, votes_against, votes_invalid, NULL, &error);
  g_assert_no_error (error);
}

static void
ballot (Fixture *f, gint64 meeting, const char *line, gboolean is_written)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBallot) paper = bv_ballot_parse (line, N_PEOPLE, &error);

  g_assert_no_error (error);
  paper->is_written = is_written;
  bv_ballot_save_act (f->store, meeting, paper, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (GError **error, const char *words)
{
  g_assert_nonnull (*error);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, (*error)->message);
  g_assert_true ((*error)->domain == BV_VALUE_ERROR);
  g_clear_error (error);
}

static void
assert_open (Fixture *f, gint64 meeting, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_meeting_close_act (f->store, meeting, NULL, &error));
  assert_refused (&error, words);
}

static void
close_meeting (Fixture *f, gint64 meeting)
{
  g_autoptr (GError) error = NULL;

  bv_meeting_close_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
}

/* ── Shares ──────────────────────────────────────────────────────────────────────────────── */

/* Each share of each number of voters, for every number of votes: the least that passes, by hand. */
static void
test_thresholds (void)
{
  static const struct
  {
    BvFraction need;
    int base;
    int least;
  } cases[] = {
    { { 2, 3, FALSE }, 11, 8 },     { { 2, 3, FALSE }, 9, 6 },      { { 2, 3, FALSE }, 10, 7 },
    { { 2, 3, FALSE }, 12, 8 },     { { 2, 3, FALSE }, 3, 2 },      { { 2, 3, FALSE }, 1, 1 },
    { { 80, 100, FALSE }, 9, 8 },   { { 80, 100, FALSE }, 10, 8 },  { { 80, 100, FALSE }, 11, 9 },
    { { 80, 100, FALSE }, 5, 4 },   { { 80, 100, FALSE }, 15, 12 }, { { 4, 5, FALSE }, 13, 11 },
    { { 90, 100, FALSE }, 11, 10 }, { { 90, 100, FALSE }, 10, 9 },  { { 90, 100, FALSE }, 9, 9 },
    { { 90, 100, FALSE }, 20, 18 }, { { 90, 100, FALSE }, 13, 12 }, { { 90, 100, FALSE }, 15, 14 },
    { { 1, 2, TRUE }, 10, 6 },      { { 1, 2, TRUE }, 11, 6 },      { { 1, 2, TRUE }, 2, 2 },
    { { 1, 2, FALSE }, 10, 5 },     { { 1, 2, FALSE }, 11, 6 },     { { 2, 3, TRUE }, 9, 7 },
    { { 1, 1, FALSE }, 7, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int k = 0; k <= cases[i].base; k++)
      {
        BvTally t = { .need = cases[i].need, .base = cases[i].base, .votes_for = k };
        gboolean passes = bv_tally_judge (&t) == BV_OUTCOME_PASSED;

        if (passes != (k >= cases[i].least))
          g_error ("case %u: %d of %d", i, k, cases[i].base);
        g_assert_cmpint (bv_fraction_need (&cases[i].need, cases[i].base), ==, cases[i].least);
      }
}

/* As many for as against: the chair decides where a majority was asked for, and nowhere else. */
static void
test_ties (void)
{
  static const struct
  {
    BvFraction need;
    int base;
    int votes_for;
    int votes_against;
    BvOutcome outcome;
  } cases[] = {
    { { 1, 2, TRUE }, 10, 5, 5, BV_OUTCOME_TIE },
    { { 1, 2, TRUE }, 11, 5, 5, BV_OUTCOME_TIE },
    { { 1, 2, TRUE }, 10, 5, 4, BV_OUTCOME_FAILED },
    { { 1, 2, TRUE }, 10, 0, 0, BV_OUTCOME_FAILED },
    { { 2, 3, FALSE }, 10, 5, 5, BV_OUTCOME_FAILED },
    { { 90, 100, FALSE }, 10, 5, 5, BV_OUTCOME_FAILED },
    { { 1, 2, FALSE }, 10, 5, 5, BV_OUTCOME_PASSED },
    { { 1, 2, TRUE }, 10, -1, -1, BV_OUTCOME_OPEN },
    { { 1, 2, TRUE }, 0, 0, 0, BV_OUTCOME_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvTally t = { .need = cases[i].need,
                    .base = cases[i].base,
                    .votes_for = cases[i].votes_for,
                    .votes_against = cases[i].votes_against };

      g_assert_cmpint (bv_tally_judge (&t), ==, cases[i].outcome);
    }
}

/* ── The agenda ──────────────────────────────────────────────────────────────────────────── */

static void
test_agenda (Fixture *f, gconstpointer data)
{
  gint64 meeting = bv_test_council_add_meeting (f->store, f->council, "2023-01-10", FALSE);
  gint64 early = bv_test_council_add_meeting (f->store, f->council, "2023-01-02", FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (BvAgendaItem) item = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 first;
  gint64 last;
  guint n_added;

  g_assert_false (bv_agenda_add_dossier_act (f->store, early, f->dossier, NULL, NULL, &error));
  assert_refused (&error, "handed in on 03/01/2023");
  bv_test_council_set_dossier (f->store, f->dossier, "submitted");
  g_assert_false (bv_agenda_add_dossier_act (f->store, meeting, f->dossier, NULL, NULL, &error));
  assert_refused (&error, "not accepted");
  bv_test_council_set_dossier (f->store, f->dossier, "accepted");

  bv_agenda_add_act (f->store, meeting, &f->nominations[2], 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_agenda_add_act (f->store, meeting, &f->nominations[2], 1, NULL, &error));
  assert_refused (&error, "stands before another meeting");
  lease = bv_store_lease (f->store, &error);
  offers = bv_agenda_list_offers (bv_lease_connection (lease), meeting, &error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (offers->len, ==, N_PEOPLE - 1);
  bv_agenda_add_dossier_act (f->store, meeting, f->dossier, &n_added, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, N_PEOPLE - 1);
  first = item_at (f, meeting, 0);
  item = load_item (f, first);
  g_assert_cmpint (item->nomination_id, ==, f->nominations[2]);
  g_assert_cmpstr (item->form_code, ==, "LDTT");
  g_assert_cmpint (item->year, ==, 2022);
  g_assert_true (item->is_standing);
  g_assert_cmpint (item->votes_for, ==, -1);

  last = item_at (f, meeting, N_PEOPLE - 1);
  bv_agenda_move_act (f->store, last, 1, NULL, &error);
  g_assert_cmpint (item_at (f, meeting, 0), ==, last);
  bv_agenda_move_act (f->store, last, 99, NULL, &error);
  g_assert_cmpint (item_at (f, meeting, N_PEOPLE - 1), ==, last);
  bv_agenda_remove_act (f->store, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (item_at (f, meeting, N_PEOPLE - 2), ==, last);
  g_clear_pointer (&item, bv_agenda_item_free);
  item = load_item (f, last);
  g_assert_cmpint (item->position, ==, N_PEOPLE - 1);

  /* The meeting cannot move before the day on which what it votes on was handed in. */
  {
    g_autoptr (BvMeeting) record = NULL;

    lease = bv_store_lease (f->store, &error);
    record = bv_meeting_load (bv_lease_connection (lease), meeting, &error);
    g_clear_pointer (&lease, bv_lease_free);
    bv_text_set (&record->on_date, "2023-01-02");
    g_assert_false (bv_meeting_save_act (f->store, record, NULL, &error));
    assert_refused (&error, "handed in on 03/01/2023");
  }
}

/* ── Hands ───────────────────────────────────────────────────────────────────────────────── */

static void
test_hands (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 9, 0);
  gint64 item = item_at (f, meeting, 0);
  g_autoptr (BvTally) counted = NULL;
  g_autofree char *need = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  counted = tally (f, item);
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_OPEN);
  g_assert_cmpint (counted->base, ==, 11);
  g_assert_cmpint (counted->n_voters, ==, 9);
  g_assert_cmpint (counted->n_needed, ==, 6);
  need = bv_tally_describe_need (counted);
  g_assert_true (g_str_has_prefix (need, "at least 6 of 11 votes ("));
  g_assert_true (g_str_has_suffix (need, " of all members)"));

  hands (f, item, 6, 2, 1);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_PASSED);
  hands (f, item, 5, 3, 1);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_FAILED);
  g_assert_false (bv_vote_set_hands_act (f->store, item, 6, 3, 1, NULL, &error));
  assert_refused (&error, "10 votes, but only 9 members may vote");
  g_assert_false (bv_vote_set_hands_act (f->store, item, -1, 3, 1, NULL, &error));
  assert_refused (&error, "below 0");
  g_assert_false (bv_vote_set_hands_act (f->store, item, G_MAXINT, G_MAXINT, 1, NULL, &error));
  assert_refused (&error, "only 9 members may vote");
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_FAILED);

  bv_vote_set_hands_act (f->store, item, 9, 0, 0, &act, &error);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_PASSED);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_FAILED);
  bv_vote_postpone_act (f->store, item, "chờ xác minh", NULL, &error);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_POSTPONED);
  bv_vote_clear_act (f->store, item, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_OPEN);

  /* Of those present: 9 came, more than half is 5. */
  set_rule (f, BV_SETTING_RULE_MAJORITY_BASE, "present");
  hands (f, item, 5, 4, 0);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_PASSED);
  set_rule (f, BV_SETTING_RULE_MAJORITY, "2/3");
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_FAILED);
  hands (f, item, 6, 3, 0);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_PASSED);
  g_assert_false (bv_ballot_set_counts_act (f->store, meeting, 9, 9, NULL, &error));
  assert_refused (&error, "show of hands");
}

/* ── Recusal ─────────────────────────────────────────────────────────────────────────────── */

static void
test_recusal (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 10, 0);
  gint64 item = item_at (f, meeting, 0);
  g_autoptr (BvTally) counted = NULL;
  g_autoptr (GPtrArray) recusals = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_vote_recuse_act (f->store, item, f->members[1], "  ", NULL, &error));
  assert_refused (&error, "Write why Ủy Viên Thử B");
  /* One who is there and one who is not: neither is among the 11 that the share is of. */
  bv_vote_recuse_act (f->store, item, f->members[1], "vợ của người được đề nghị", NULL, &error);
  bv_vote_recuse_act (f->store, item, f->members[9], "anh trai", NULL, &error);
  g_assert_no_error (error);
  counted = tally (f, item);
  g_assert_cmpint (counted->n_recused, ==, 2);
  g_assert_cmpint (counted->base, ==, 9);
  g_assert_cmpint (counted->n_voters, ==, 9);
  g_assert_cmpint (counted->n_needed, ==, 5);
  g_assert_false (bv_vote_set_hands_act (f->store, item, 10, 0, 0, NULL, &error));
  assert_refused (&error, "only 9 members may vote on it (2 do not take part)");
  hands (f, item, 5, 4, 0);
  g_assert_cmpint (outcome (f, item), ==, BV_OUTCOME_PASSED);
  g_clear_pointer (&counted, bv_tally_free);
  /* The next item has them all. */
  counted = tally (f, item_at (f, meeting, 1));
  g_assert_cmpint (counted->base, ==, 11);
  lease = bv_store_lease (f->store, &error);
  recusals = bv_vote_list_recusals (bv_lease_connection (lease), meeting, &error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (recusals->len, ==, 2);
  bv_vote_unrecuse_act (f->store, item, f->members[9], NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&counted, bv_tally_free);
  counted = tally (f, item);
  g_assert_cmpint (counted->base, ==, 10);
  /* 5 to 4 is no majority of 10. */
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_FAILED);

  /* Of those present, one who is away takes nothing from the base. */
  set_rule (f, BV_SETTING_RULE_MAJORITY_BASE, "present");
  bv_vote_recuse_act (f->store, item, f->members[9], "anh trai", NULL, &error);
  g_clear_pointer (&counted, bv_tally_free);
  counted = tally (f, item);
  g_assert_cmpint (counted->n_recused, ==, 1);
  g_assert_cmpint (counted->base, ==, 9);

  /* Recused after the hands were counted: told at the close. */
  hands (f, item, 9, 0, 0);
  bv_vote_recuse_act (f->store, item, f->members[2], "cùng phòng", NULL, &error);
  g_assert_no_error (error);
  assert_open (f, meeting, "9 votes, but only 8 members may vote on it (2 do not take part)");
}

/* ── Closing ─────────────────────────────────────────────────────────────────────────────── */

static void
test_quorum (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 7, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  BvMeetingCount count;

  for (guint i = 0; i < N_PEOPLE; i++)
    hands (f, item_at (f, meeting, i), 7, 0, 0);
  /* Two thirds of 11 are 8; written opinions are not somebody present. */
  assert_open (f, meeting, "No quorum: 7 of 11 members are present, 8 are needed.");
  lease = bv_store_lease (f->store, &error);
  bv_meeting_count (bv_lease_connection (lease), meeting, &count, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpint (count.n_quorum, ==, 8);
  g_assert_false (count.has_quorum);
  bv_meeting_attend_act (f->store, meeting, f->members[6], BV_PRESENCE_PRESENT, NULL, NULL, &error);
  g_assert_no_error (error);
  close_meeting (f, meeting);
}

static void
test_close (Fixture *f, gconstpointer data)
{
  gint64 empty = bv_test_council_add_meeting (f->store, f->council, "2023-01-09", FALSE);
  gint64 meeting;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAgendaItem) item = NULL;
  g_autoptr (BvTally) counted = NULL;
  g_autofree char *first = NULL;

  assert_open (f, empty, "The agenda is empty.");
  assert_open (f, empty, "Attendance is not recorded for: Ủy Viên Thử A, Ủy Viên Thử B");
  bv_meeting_delete_act (f->store, empty, NULL, &error);
  g_assert_no_error (error);
  empty = bv_test_council_add_meeting (f->store, f->council, "2023-03-28", FALSE);
  assert_open (f, empty, "28/03/2023: it has not been held yet");

  meeting = meet (f, FALSE, 10, 1);
  item = load_item (f, item_at (f, meeting, 0));
  first = g_strdup (item->name);
  assert_open (f, meeting, "no vote is recorded; vote or postpone it.");
  hands (f, item_at (f, meeting, 0), 9, 1, 1);
  hands (f, item_at (f, meeting, 1), 5, 5, 0);
  hands (f, item_at (f, meeting, 2), 5, 6, 0);
  bv_vote_postpone_act (f->store, item_at (f, meeting, 3), "chờ xác minh", NULL, &error);
  g_assert_no_error (error);
  bv_meeting_attend_act (f->store, meeting, f->members[0], BV_PRESENCE_ABSENT, "ốm", NULL, &error);
  assert_open (f, meeting, "Who is in the chair is not recorded as present.");
  bv_meeting_attend_act (f->store, meeting, f->members[0], BV_PRESENCE_PRESENT, NULL, NULL, &error);
  assert_open (f, meeting, "the chair has to decide");
  g_assert_false (
    bv_vote_decide_tie_act (f->store, item_at (f, meeting, 0), TRUE, "đủ điều kiện", NULL, &error));
  assert_refused (&error, "only when as many vote for as against");
  g_assert_false (
    bv_vote_decide_tie_act (f->store, item_at (f, meeting, 1), TRUE, " ", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON);
  g_clear_error (&error);
  bv_vote_decide_tie_act (f->store, item_at (f, meeting, 1), TRUE, "thành tích nổi bật", NULL,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_PASSED);
  /* Other votes need another word of the chair. */
  hands (f, item_at (f, meeting, 1), 4, 4, 0);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_TIE);
  bv_vote_decide_tie_act (f->store, item_at (f, meeting, 1), FALSE, "chưa rõ nét", NULL, &error);
  g_assert_no_error (error);
  close_meeting (f, meeting);

  g_clear_pointer (&item, bv_agenda_item_free);
  item = load_item (f, item_at (f, meeting, 0));
  g_assert_cmpint (item->result, ==, BV_AGENDA_PASSED);
  g_assert_cmpint (item->need.numerator, ==, 1);
  g_assert_cmpint (item->need.denominator, ==, 2);
  g_assert_true (item->need.is_strict);
  g_assert_false (item->need_of_present);
  g_assert_cmpint (item->base, ==, 11);
  g_assert_cmpint (item->votes_invalid, ==, 1);
  g_clear_pointer (&item, bv_agenda_item_free);
  item = load_item (f, item_at (f, meeting, 1));
  g_assert_cmpint (item->result, ==, BV_AGENDA_FAILED);
  g_assert_cmpstr (item->override_reason, ==, "chưa rõ nét");
  g_clear_pointer (&item, bv_agenda_item_free);
  item = load_item (f, item_at (f, meeting, 3));
  g_assert_cmpint (item->result, ==, BV_AGENDA_POSTPONED);
  g_assert_cmpint (item->base, ==, -1);

  /* Closed: the rule stays as it was applied, nothing is counted again, nothing may be written. */
  set_rule (f, BV_SETTING_RULE_MAJORITY, "100%");
  counted = tally (f, item_at (f, meeting, 0));
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_PASSED);
  g_assert_cmpint (counted->n_needed, ==, 6);
  g_assert_false (bv_vote_set_hands_act (f->store, item_at (f, meeting, 0), 1, 1, 1, NULL, &error));
  assert_refused (&error, "The meeting is closed");
  g_assert_false (
    bv_meeting_attend_act (f->store, meeting, f->members[0], BV_PRESENCE_ABSENT, "", NULL, &error));
  assert_refused (&error, "The meeting is closed");
  g_assert_false (bv_agenda_remove_act (f->store, item_at (f, meeting, 0), NULL, &error));
  assert_refused (&error, "The meeting is closed");
  g_assert_false (bv_meeting_delete_act (f->store, meeting, NULL, &error));
  assert_refused (&error, "The meeting is closed");

  /* What was voted on is not voted on again; what was postponed may be. */
  g_assert_false (bv_agenda_add_act (f->store, empty, &f->nominations[0], 1, NULL, &error));
  assert_refused (&error, "stands before another meeting: Xét khen thưởng năm 2022 (10/01/2023)");
  {
    guint n_added;

    bv_agenda_add_dossier_act (f->store, empty, f->dossier, &n_added, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (n_added, ==, 1);
    g_assert_false (bv_meeting_reopen_act (f->store, meeting, NULL, &error));
    assert_refused (&error, "was postponed and is before the meeting");
    bv_meeting_delete_act (f->store, empty, NULL, &error);
    g_assert_no_error (error);
  }
  bv_meeting_reopen_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 0)), ==, BV_OUTCOME_FAILED);
  set_rule (f, BV_SETTING_RULE_MAJORITY, ">1/2");
  g_assert_cmpint (outcome (f, item_at (f, meeting, 0)), ==, BV_OUTCOME_PASSED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_FAILED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 3)), ==, BV_OUTCOME_POSTPONED);
  close_meeting (f, meeting);
}

static gboolean
link_award (BvConnection *connection, gpointer user_data, GError **error)
{
  const gint64 *ids = user_data;

  return bv_connection_run (connection, error,
                            "UPDATE award SET nomination_id = ?2 WHERE decision_id = ?1", "ii",
                            ids[0], ids[1]);
}

static void
test_reopen (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 11, 0);
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (BvAgendaItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 ids[2];

  for (guint i = 0; i < N_PEOPLE; i++)
    hands (f, item_at (f, meeting, i), 11, 0, 0);
  g_assert_false (bv_meeting_reopen_act (f->store, meeting, NULL, &error));
  assert_refused (&error, "open already");
  close_meeting (f, meeting);
  item = load_item (f, item_at (f, meeting, 0));
  lease = bv_store_lease (f->store, &error);
  decision = bv_decision_new_draft (bv_lease_connection (lease), "2023-01-20", &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&decision->title, "Về việc công nhận danh hiệu thi đua");
  decision->year = 2022;
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, &item->subject_id, 1, "LDTT", BV_MANNER_MERIT, NULL,
                    NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ids[0] = decision->id;
  ids[1] = item->nomination_id;
  bv_store_act (f->store, "link", BV_ACT_NONE, link_award, ids, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_meeting_reopen_act (f->store, meeting, NULL, &error));
  assert_refused (&error, "rests on the vote on");
  bv_decision_delete_act (f->store, decision->id, NULL, &error);
  g_assert_no_error (error);
  bv_meeting_reopen_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
}

/* ── Ballots ─────────────────────────────────────────────────────────────────────────────── */

static void
test_parse (void)
{
  static const struct
  {
    const char *line;
    const char *marks;
  } cases[] = { { "1112", "1112" },
                { "11 2", "1102" },
                { " 1112 ", "1112" },
                { "1-2x", "1020" },
                { "   1", "0001" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBallot) spoilt = bv_ballot_parse ("x", 4, &error);

  g_assert_no_error (error);
  g_assert_false (spoilt->is_valid);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvBallot) paper = bv_ballot_parse (cases[i].line, 4, &error);

      g_assert_no_error (error);
      g_assert_true (paper->is_valid);
      g_assert_cmpstr (paper->marks, ==, cases[i].marks);
    }
  g_assert_null (bv_ballot_parse ("111", 4, &error));
  assert_refused (&error, "has 3 marks, but the agenda has 4 names");
  g_assert_null (bv_ballot_parse ("1113", 4, &error));
  assert_refused (&error, "is no row of marks");
}

static void
test_ballots (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, TRUE, 10, 1);
  g_autoptr (BvBallot) paper = NULL;
  g_autoptr (BvTally) counted = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvAgendaItem) item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  /* 90 % of all 11 are 10: each vote counts. */
  set_rule (f, BV_SETTING_RULE_MAJORITY, "90%");
  g_assert_false (bv_vote_set_hands_act (f->store, item_at (f, meeting, 0), 1, 0, 0, NULL, &error));
  assert_refused (&error, "secret ballot: type the papers");
  for (int i = 0; i < 8; i++)
    ballot (f, meeting, "1112", FALSE);
  ballot (f, meeting, "1200", FALSE);
  ballot (f, meeting, "x", FALSE);
  ballot (f, meeting, "1111", TRUE);
  counted = tally (f, item_at (f, meeting, 0));
  g_assert_cmpint (counted->votes_for, ==, 10);
  g_assert_cmpint (counted->votes_invalid, ==, 1);
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_PASSED);
  g_clear_pointer (&counted, bv_tally_free);
  counted = tally (f, item_at (f, meeting, 1));
  g_assert_cmpint (counted->votes_for, ==, 9);
  g_assert_cmpint (counted->votes_against, ==, 1);
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_FAILED);

  /* The spoilt paper was none: corrected, it is the tenth vote; undone, it is spoilt again. */
  paper = bv_ballot_parse ("1112", 4, &error);
  paper->number = 10;
  bv_ballot_save_act (f->store, meeting, paper, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_PASSED);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_FAILED);
  bv_store_redo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_PASSED);

  /* Of those present the written paper does not count. */
  set_rule (f, BV_SETTING_RULE_MAJORITY_BASE, "present");
  g_clear_pointer (&counted, bv_tally_free);
  counted = tally (f, item_at (f, meeting, 2));
  g_assert_cmpint (counted->base, ==, 10);
  g_assert_cmpint (counted->votes_for, ==, 9);
  g_assert_cmpint (counted->outcome, ==, BV_OUTCOME_PASSED);
  set_rule (f, BV_SETTING_RULE_MAJORITY_BASE, "members");

  /* Counts of papers. */
  assert_open (f, meeting, "Write how many papers were given out.");
  g_assert_false (bv_ballot_set_counts_act (f->store, meeting, 10, 11, NULL, &error));
  assert_refused (&error, "11 papers were returned, but only 10 were given out");
  g_assert_false (bv_ballot_set_counts_act (f->store, meeting, 11, 10, NULL, &error));
  assert_refused (&error, "11 papers are typed already");
  g_assert_false (bv_ballot_set_counts_act (f->store, meeting, 12, 12, NULL, &error));
  assert_refused (&error, "12 papers were given out, but only 11 members may vote.");
  g_assert_false (bv_ballot_set_counts_act (f->store, meeting, -2, 11, NULL, &error));
  assert_refused (&error, "below 0");
  paper->number = 0;
  g_assert_false (bv_ballot_save_act (f->store, meeting, paper, NULL, &error));
  assert_refused (&error, "Only 11 members may vote: no more papers can be typed.");
  bv_ballot_set_counts_act (f->store, meeting, 11, 11, NULL, &error);
  g_assert_no_error (error);
  paper->number = 0;
  g_assert_false (bv_ballot_save_act (f->store, meeting, paper, NULL, &error));
  assert_refused (&error, "All 11 papers that were returned are typed already.");
  g_assert_cmpint (paper->number, ==, 0);
  paper->number = 3;
  paper->is_written = TRUE;
  g_assert_false (bv_ballot_save_act (f->store, meeting, paper, NULL, &error));
  assert_refused (&error, "Only 1 member gave a written opinion.");
  paper->number = 77;
  paper->is_written = FALSE;
  bv_ballot_set_counts_act (f->store, meeting, -1, -1, NULL, &error);
  g_assert_false (bv_ballot_save_act (f->store, meeting, paper, NULL, &error));
  assert_refused (&error, "no paper number 77");
  bv_ballot_set_counts_act (f->store, meeting, 11, 11, NULL, &error);
  g_assert_no_error (error);

  /* The agenda stays as it was printed; a paper that goes closes the row. */
  g_assert_false (bv_agenda_remove_act (f->store, item_at (f, meeting, 0), NULL, &error));
  assert_refused (&error, "Ballot papers are typed already");
  bv_ballot_delete_act (f->store, meeting, 1, &act, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  papers = bv_ballot_list (bv_lease_connection (lease), meeting, &error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (papers->len, ==, 10);
  g_assert_cmpint (((BvBallot *) g_ptr_array_index (papers, 9))->number, ==, 10);
  g_assert_true (((BvBallot *) g_ptr_array_index (papers, 9))->is_written);
  g_assert_cmpstr (((BvBallot *) g_ptr_array_index (papers, 7))->marks, ==, "1200");
  assert_open (f, meeting, "10 of 11 papers are typed.");
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);

  /* Whoever is recused leaves the row empty: no invalid vote, and no part of the base. */
  bv_vote_recuse_act (f->store, item_at (f, meeting, 2), f->members[1], "em ruột", NULL, &error);
  g_clear_pointer (&counted, bv_tally_free);
  counted = tally (f, item_at (f, meeting, 2));
  g_assert_cmpint (counted->base, ==, 10);
  g_assert_cmpint (counted->votes_for, ==, 10);
  g_assert_cmpint (counted->votes_invalid, ==, 0);
  bv_vote_recuse_act (f->store, item_at (f, meeting, 2), f->members[2], "anh họ", NULL, &error);
  assert_open (f, meeting, "10 votes, but only 9 members may vote on it (2 do not take part)");
  bv_vote_unrecuse_act (f->store, item_at (f, meeting, 2), f->members[2], NULL, &error);
  g_assert_no_error (error);
  close_meeting (f, meeting);
  item = load_item (f, item_at (f, meeting, 0));
  g_assert_cmpint (item->votes_for, ==, 11);
  g_assert_cmpint (item->base, ==, 11);
  g_assert_cmpint (item->need.numerator, ==, 90);
  bv_meeting_reopen_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&item, bv_agenda_item_free);
  item = load_item (f, item_at (f, meeting, 0));
  g_assert_cmpint (item->votes_for, ==, -1);
  g_assert_cmpint (outcome (f, item->id), ==, BV_OUTCOME_PASSED);
}

/* Hands that were counted are forgotten when the meeting votes by ballot after all. */
static void
test_method (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 11, 0);
  g_autoptr (BvMeeting) record = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  hands (f, item_at (f, meeting, 0), 11, 0, 0);
  lease = bv_store_lease (f->store, &error);
  record = bv_meeting_load (bv_lease_connection (lease), meeting, &error);
  g_clear_pointer (&lease, bv_lease_free);
  record->is_secret = TRUE;
  bv_meeting_save_act (f->store, record, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 0)), ==, BV_OUTCOME_OPEN);
  ballot (f, meeting, "1111", FALSE);
  record->is_secret = FALSE;
  g_assert_false (bv_meeting_save_act (f->store, record, NULL, &error));
  assert_refused (&error, "Ballot papers are typed already");
}

/* The law of 2003 for the high titles: by ballot, nine tenths of all members; one who is away writes. */
static void
test_law (Fixture *f, gconstpointer data)
{
  gint64 nominations[N_PEOPLE];
  gint64 dossier = bv_test_council_add_dossier (f->store, f->school, "CSTDT", N_PEOPLE,
                                                nominations);
  gint64 meeting = bv_test_council_add_meeting (f->store, f->council, "2023-01-10", FALSE);
  g_autoptr (BvMeeting) record = NULL;
  g_autoptr (BvTally) counted = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *need = NULL;
  guint n_items;

  bv_agenda_add_dossier_act (f->store, meeting, dossier, NULL, NULL, &error);
  bv_agenda_add_act (f->store, meeting, f->nominations, 1, NULL, &error);
  bv_meeting_attend_all_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  counted = tally (f, item_at (f, meeting, 0));
  g_assert_true (counted->is_secret);
  g_assert_false (counted->of_present);
  g_assert_cmpint (counted->n_needed, ==, 10);
  g_assert_nonnull (strstr (counted->article, "Nghị định 91/2017/NĐ-CP"));
  need = bv_tally_describe_need (counted);
  g_assert_nonnull (strstr (need, "at least 10 of 11 votes"));
  g_assert_nonnull (strstr (need, "90 %"));
  g_assert_false (
    bv_vote_set_hands_act (f->store, item_at (f, meeting, 0), 11, 0, 0, NULL, &error));
  assert_refused (&error, "CSTDT asks for a secret ballot");
  /* The title of the base level may be voted on by hands, in one step for all that are left. */
  bv_vote_fill_act (f->store, meeting, &n_items, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpint (outcome (f, item_at (f, meeting, N_PEOPLE)), ==, BV_OUTCOME_PASSED);
  assert_open (f, meeting, "CSTDT asks for a secret ballot, but the meeting votes by hands.");

  lease = bv_store_lease (f->store, &error);
  record = bv_meeting_load (bv_lease_connection (lease), meeting, &error);
  g_clear_pointer (&lease, bv_lease_free);
  record->is_secret = TRUE;
  bv_meeting_save_act (f->store, record, NULL, &error);
  bv_meeting_attend_act (f->store, meeting, f->members[3], BV_PRESENCE_WRITTEN, "đi học", NULL,
                         &error);
  g_assert_no_error (error);
  for (int i = 0; i < 11; i++)
    {
      g_autoptr (BvBallot) paper = bv_ballot_parse (i < 9    ? "11110"
                                                    : i == 9 ? "12101"
                                                             : "11021",
                                                    5, &error);

      paper->is_written = i == 10;
      bv_ballot_save_act (f->store, meeting, paper, NULL, &error);
      g_assert_no_error (error);
    }
  /* 11, 10, 10, 9 and 2 of 11: the written vote is the tenth of the second. */
  g_assert_cmpint (outcome (f, item_at (f, meeting, 0)), ==, BV_OUTCOME_PASSED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 1)), ==, BV_OUTCOME_PASSED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 2)), ==, BV_OUTCOME_PASSED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 3)), ==, BV_OUTCOME_FAILED);
  g_assert_cmpint (outcome (f, item_at (f, meeting, 4)), ==, BV_OUTCOME_FAILED);
}

/* A member whose vote a closed meeting counted stays one. */
static void
test_members_stay (Fixture *f, gconstpointer data)
{
  gint64 meeting = meet (f, FALSE, 11, 0);
  g_autoptr (BvCouncilMember) member = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    hands (f, item_at (f, meeting, i), 11, 0, 0);
  close_meeting (f, meeting);
  lease = bv_store_lease (f->store, &error);
  member = bv_council_member_load (bv_lease_connection (lease), f->members[10], &error);
  g_clear_pointer (&lease, bv_lease_free);
  member->has_vote = FALSE;
  g_assert_false (bv_council_member_save_act (f->store, member, NULL, &error));
  assert_refused (&error, "The meeting of 10/01/2023 was closed with this member's vote");
  member->has_vote = TRUE;
  bv_text_set (&member->to_date, "2023-01-09");
  g_assert_false (bv_council_member_save_act (f->store, member, NULL, &error));
  assert_refused (&error, "the dates must hold that day");
  bv_text_set (&member->to_date, "2023-01-10");
  bv_council_member_save_act (f->store, member, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vote/thresholds", test_thresholds);
  g_test_add_func ("/vote/ties", test_ties);
  g_test_add_func ("/vote/parse", test_parse);
  ADD ("/vote/agenda", test_agenda);
  ADD ("/vote/hands", test_hands);
  ADD ("/vote/recusal", test_recusal);
  ADD ("/vote/quorum", test_quorum);
  ADD ("/vote/close", test_close);
  ADD ("/vote/reopen", test_reopen);
  ADD ("/vote/ballots", test_ballots);
  ADD ("/vote/method", test_method);
  ADD ("/vote/law", test_law);
  ADD ("/vote/members-stay", test_members_stay);
  return g_test_run ();
}
