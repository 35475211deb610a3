// SPDX-License-Identifier: GPL-3.0-or-later
/* What is due at each station: a dossier walks from the appraisal to its decision and is told once at a time. */

#include "bv-test-council.h"
#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-completeness.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-due.h"
#include "merit/bv-initiative.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-rating.h"
#include "merit/bv-registration.h"
#include "merit/bv-vote.h"
#include "store/bv-store.h"

#define N_PEOPLE 4
#define N_MEMBERS 5

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 dossier;
  gint64 nominations[N_PEOPLE];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử Một", "school", office, FALSE);
  f->dossier = bv_test_council_add_dossier (f->store, f->school, "LDTT", N_PEOPLE, f->nominations);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static BvDue *
load (Fixture *f, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDue *due = bv_due_load (bv_lease_connection (lease), year, "2023-01-05", &error);

  g_assert_no_error (error);
  return due;
}

/* How many stations' lists name something, and how many names wait there. */
static char *
tell (Fixture *f)
{
  g_autoptr (BvDue) due = load (f, 2022);
  guint n_council = due->for_council->len > 0
                      ? ((BvDossierReady *) due->for_council->pdata[0])->n_waiting
                      : 0;
  guint n_decision = due->for_decision->len > 0
                       ? ((BvDossierReady *) due->for_decision->pdata[0])->n_waiting
                       : 0;

  return g_strdup_printf ("appraisals %u, council %u, meetings %u, decision %u",
                          due->appraisals->len, n_council, due->meetings->len, n_decision);
}

#define assert_due(f, expected)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *told = tell (f);                                                              \
    g_assert_cmpstr (told, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_way (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 council = bv_test_council_new (f->store, N_MEMBERS, NULL);
  gint64 later;
  gint64 meeting;
  gint64 first;

  bv_test_council_set_dossier (f->store, f->dossier, "submitted");
  assert_due (f, "appraisals 1, council 0, meetings 0, decision 0");
  bv_test_council_set_dossier (f->store, f->dossier, "accepted");
  assert_due (f, "appraisals 0, council 4, meetings 0, decision 0");

  /* Planned meetings stand in the order of their days; who is on an agenda waits no more. */
  later = bv_test_council_add_meeting (f->store, council, "2023-02-20", FALSE);
  meeting = bv_test_council_add_meeting (f->store, council, "2023-01-10", FALSE);
  {
    g_autoptr (BvDue) due = load (f, 2022);

    g_assert_cmpuint (due->meetings->len, ==, 2);
    g_assert_cmpint (((BvMeeting *) due->meetings->pdata[0])->id, ==, meeting);
    g_assert_cmpint (((BvMeeting *) due->meetings->pdata[1])->id, ==, later);
  }
  bv_meeting_delete_act (f->store, later, NULL, &error);
  g_assert_no_error (error);
  bv_agenda_add_act (f->store, meeting, f->nominations, N_PEOPLE - 1, NULL, &error);
  g_assert_no_error (error);
  assert_due (f, "appraisals 0, council 1, meetings 1, decision 0");

  /* One is postponed: it waits again, the others for their decision. */
  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
    g_autoptr (GPtrArray) items = bv_agenda_list (bv_lease_connection (lease), meeting, &error);

    g_assert_no_error (error);
    first = ((BvAgendaItem *) items->pdata[0])->id;
  }
  bv_meeting_attend_all_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  bv_vote_postpone_act (f->store, first, "Chờ xác minh", NULL, &error);
  g_assert_no_error (error);
  bv_vote_fill_act (f->store, meeting, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_meeting_close_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  assert_due (f, "appraisals 0, council 2, meetings 0, decision 2");
}

/* People of the year who are not rated, and a unit with one "excellent" more than a fifth of one "good" lets it. */
static void
test_ratings (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDue) before = load (f, 2022);
  g_autoptr (BvDue) after = NULL;
  gint64 people[2];

  g_assert_cmpuint (before->n_unrated, ==, N_PEOPLE);
  g_assert_cmpuint (before->n_rated, ==, 0);
  g_assert_cmpuint (before->n_over, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
      g_autoptr (BvNomination)
        nomination = bv_nomination_load (bv_lease_connection (lease), f->nominations[i], &error);

      g_assert_no_error (error);
      people[i] = nomination->subject_id;
    }
  bv_rating_set_grade_act (f->store, &people[0], 1, 2022, BV_GRADE_EXCELLENT, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_rating_set_grade_act (f->store, &people[1], 1, 2022, BV_GRADE_GOOD, NULL, NULL, &error);
  g_assert_no_error (error);
  after = load (f, 2022);
  g_assert_cmpuint (after->n_unrated, ==, N_PEOPLE - 2);
  g_assert_cmpuint (after->n_rated, ==, 2);
  g_assert_cmpuint (after->n_over, ==, 1);
}

static void
test_year (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvInitiative) initiative = bv_initiative_new ();

  bv_text_set (&initiative->title, "Vườn rau thử nghiệm");
  initiative->year = 2022;
  {
    g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
    g_autoptr (GPtrArray)
      people = bv_nomination_list (bv_lease_connection (lease), f->dossier, &error);

    g_assert_no_error (error);
    bv_initiative_add_author (initiative, ((BvNomination *) people->pdata[0])->subject_id, 10000,
                              "", "");
  }
  bv_initiative_save_act (f->store, initiative, NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (BvDue) due = load (f, 2022);

    g_assert_cmpuint (due->n_initiatives, ==, 0); /* a draft */
    g_assert_cmpuint (due->registrations.n_missing, >, 0);
    g_assert_cmpuint (due->registrations.n_sent, ==, 0);
  }
  bv_initiative_submit_act (f->store, initiative->id, "2022-11-01", NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (BvDue) due = load (f, 2022);
    g_autoptr (BvDue) other = load (f, 2023);

    g_assert_cmpuint (due->n_initiatives, ==, 1);
    g_assert_cmpuint (other->n_initiatives, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/due/way", Fixture, NULL, set_up, test_way, tear_down);
  g_test_add ("/due/ratings", Fixture, NULL, set_up, test_ratings, tear_down);
  g_test_add ("/due/year", Fixture, NULL, set_up, test_year, tear_down);
  return g_test_run ();
}
