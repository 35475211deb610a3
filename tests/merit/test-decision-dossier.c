// SPDX-License-Identifier: GPL-3.0-or-later
/* From an accepted dossier and the council's votes to the draft, its list, its issue and the dossier's end. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier-step.h"
#include "merit/bv-dossier.h"
#include "merit/bv-fund.h"
#include "merit/bv-nomination.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 teacher;
  gint64 head;
  gint64 dossier;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Thử Một", "school", f->office, FALSE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", f->school,
                                          "Giáo viên", "direct");
  f->head = bv_test_office_add_person (f->store, "Cầm Văn Mẫu", "male", "Thái", f->school,
                                       "Hiệu trưởng", "leader");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static gint64
add_dossier (Fixture *f, BvLevel level, gboolean is_simplified)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&dossier->title, "Khen thưởng năm 2022");
  dossier->level = level;
  dossier->is_simplified = is_simplified;
  if (is_simplified)
    dossier->manner = BV_MANNER_SUDDEN;
  bv_text_set (&dossier->proposal_number, "12/TTr-PNV");
  bv_text_set (&dossier->proposal_date, "2023-03-15");
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  return dossier->id;
}

static void
nominate (Fixture *f, gint64 dossier, gint64 subject, const char *form, const char *achievement)
{
  const char *forms[] = { form, NULL };
  const BvNominationMany many = { .dossier_id = dossier,
                                  .subject_ids = &subject,
                                  .n_subjects = 1,
                                  .form_codes = forms,
                                  .achievement = achievement };
  g_autoptr (GError) error = NULL;

  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
run_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const char *const *statements = user_data;

  for (guint i = 0; statements[i] != NULL; i++)
    if (!bv_connection_run (connection, error, statements[i], ""))
      return FALSE;
  return TRUE;
}

static void
run (Fixture *f, const char *const *statements)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_cb, (gpointer) statements, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A closed meeting of 20/03/2023 that passed everything in all dossiers but the nominations of @failed. */
static void
hold_meeting (Fixture *f, gint64 failed)
{
  g_autofree char *items = g_strdup_printf (
    "INSERT INTO agenda_item (meeting_id, nomination_id, votes_for, votes_against, votes_invalid,"
    " need_numerator, need_denominator, need_strict, need_base, base, result)"
    " SELECT 1, id, 9, 0, 0, 2, 3, 0, 'members', 9, CASE subject_id WHEN %d THEN 'failed'"
    " ELSE 'passed' END FROM nomination",
    (int) failed);
  const char *const statements[] = {
    "UPDATE dossier SET state = 'accepted'",
    "INSERT INTO council (id, name) VALUES (1, 'Hội đồng thử')",
    "INSERT INTO meeting (id, council_id, title, on_date, state) VALUES (1, 1, 'Xét khen thưởng',"
    " '2023-03-20', 'closed')",
    items,
    NULL,
  };

  run (f, statements);
}

static GArray *
make (Fixture *f, gint64 dossier, const BvDecisionTerms *terms, gint64 *act)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  bv_decision_new_from_dossier_act (f->store, dossier, terms, ids, act, &error);
  g_assert_no_error (error);
  return ids;
}

static BvDecision *
load (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDecision *decision = bv_decision_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return decision;
}

static GPtrArray *
list (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *awards = bv_award_list (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return awards;
}

static BvDossierState
state_of (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return dossier->state;
}

static void
test_made_here (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_DISTRICT, FALSE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) ready = NULL;
  g_autoptr (BvDecision) first = NULL;
  g_autoptr (BvDecision) second = NULL;
  g_autoptr (BvDecision) issued = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  const BvAward *award;

  nominate (f, dossier, f->school, "TTLDTT", "");
  nominate (f, dossier, f->teacher, "GKH", "Thành tích thử một");
  nominate (f, dossier, f->head, "GKH", "Thành tích thử hai");

  /* Not accepted, then not voted on. */
  g_assert_false (bv_decision_new_from_dossier_act (f->store, dossier, NULL, none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  run (f, (const char *const[]){ "UPDATE dossier SET state = 'accepted'", NULL });
  g_assert_false (bv_decision_new_from_dossier_act (f->store, dossier, NULL, none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);

  hold_meeting (f, f->head);
  lease = bv_store_lease (f->store, &error);
  ready = bv_decision_list_ready (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ready->len, ==, 1);
  g_assert_cmpuint (((BvDossierReady *) g_ptr_array_index (ready, 0))->n_waiting, ==, 2);
  g_assert_true (((BvDossierReady *) g_ptr_array_index (ready, 0))->is_own);
  g_clear_pointer (&lease, bv_lease_free);

  ids = make (f, dossier, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2); /* titles, forms of commendation */
  first = load (f, g_array_index (ids, gint64, 0));
  second = load (f, g_array_index (ids, gint64, 1));
  g_assert_cmpstr (first->title, ==,
                   "Về việc công nhận danh hiệu “Tập thể lao động tiên tiến” năm 2022");
  g_assert_cmpstr (second->title, ==,
                   "Về việc tặng Giấy khen cho cá nhân có thành tích xuất sắc trong thực hiện"
                   " nhiệm vụ năm 2022");
  g_assert_cmpstr (second->proposal, ==, "Tờ trình số 12/TTr-PNV ngày 15 tháng 3 năm 2023");
  g_assert_cmpint (second->dossier_id, ==, dossier);
  titles = list (f, first->id);
  forms = list (f, second->id);
  g_assert_cmpuint (titles->len, ==, 1);
  g_assert_cmpuint (forms->len, ==, 1); /* not the one whom the council turned down */
  award = g_ptr_array_index (forms, 0);
  g_assert_cmpint (award->subject_id, ==, f->teacher);
  g_assert_cmpint (award->nomination_id, >, 0);
  g_assert_cmpstr (award->achievement, ==, "Thành tích thử một");
  g_assert_cmpstr (award->detail_printed, ==, "Giáo viên, Trường THCS Thử Một");
  g_assert_cmpint (award->bonus_computed, ==, 450000);
  g_assert_cmpstr (award->leader_class, ==, "direct");

  /* Nobody waits a second time. */
  g_assert_false (bv_decision_new_from_dossier_act (f->store, dossier, NULL, none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);

  /* Before the meeting only with a reason; the dossier is decided with its last decision. */
  bv_decision_issue_act (f->store, first->id, "5", "2023-03-24", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (f, dossier), ==, BV_DOSSIER_ACCEPTED);
  g_assert_false (
    bv_decision_issue_act (f->store, second->id, "6", "2023-03-19", NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON);
  g_clear_error (&error);
  bv_decision_issue_act (f->store, second->id, "6", "2023-03-19", "Biên bản ghi nhầm ngày", NULL,
                         &error);
  g_assert_no_error (error);
  issued = load (f, second->id);
  g_assert_cmpstr (issued->override_reason, ==, "Biên bản ghi nhầm ngày");
  g_assert_cmpint (state_of (f, dossier), ==, BV_DOSSIER_DECIDED);
  bv_decision_unissue_act (f->store, second->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (f, dossier), ==, BV_DOSSIER_ACCEPTED);
}

/* ── What comes next ─────────────────────────────────────────────────────────────────────── */

static BvDossierStep
step_of (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_load (bv_lease_connection (lease), id, &error);
  BvDossierStep step;

  g_assert_no_error (error);
  bv_dossier_find_step (bv_lease_connection (lease), dossier, &step, &error);
  g_assert_no_error (error);
  return step;
}

static BvDossierStep
step_of_meeting (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDossierStep step;

  bv_meeting_find_step (bv_lease_connection (lease), id, &step, &error);
  g_assert_no_error (error);
  return step;
}

#define RUN(...) run (f, (const char *const[]){ __VA_ARGS__, NULL })

/* From the empty dossier to its certificates, one step after the other, and back when the draft goes. */
static void
test_steps (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_DISTRICT, FALSE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  BvDossierStep step;

  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_ADD);
  nominate (f, dossier, f->teacher, "GKH", "Thành tích thử một");
  nominate (f, dossier, f->head, "GKH", "Thành tích thử hai");
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_SUBMIT);
  g_assert_cmpuint (step.n_names, ==, 2);
  RUN ("UPDATE dossier SET state = 'submitted', received_on = '2023-03-18'");
  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_ACCEPT);
  RUN ("UPDATE dossier SET state = 'accepted'");
  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_COUNCIL);

  /* A meeting before the dossier was handed in is none for it. */
  RUN (
    "INSERT INTO council (id, name) VALUES (1, 'Hội đồng thử')",
    "INSERT INTO meeting (id, council_id, title, on_date) VALUES (1, 1, 'Họp sớm', '2023-03-17')");
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_AGENDA);
  g_assert_cmpint (step.target, ==, 0);
  RUN (
    "INSERT INTO meeting (id, council_id, title, on_date) VALUES (2, 1, 'Họp xét', '2023-03-20')");
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_AGENDA);
  g_assert_cmpint (step.target, ==, 2);
  RUN ("INSERT INTO agenda_item (meeting_id, nomination_id) SELECT 2, id FROM nomination");
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_VOTE);
  g_assert_cmpint (step.target, ==, 2);
  g_assert_cmpint (step_of_meeting (f, 2).kind, ==, BV_STEP_NONE);

  RUN (
    "UPDATE agenda_item SET votes_for = 9, votes_against = 0, votes_invalid = 0,"
    " need_numerator = 2, need_denominator = 3, need_strict = 0, need_base = 'members', base = 9,"
    " result = CASE (SELECT subject_id = (SELECT max (subject_id) FROM nomination) FROM nomination"
    " n WHERE n.id = nomination_id) WHEN 1 THEN 'failed' ELSE 'passed' END",
    "UPDATE meeting SET state = 'closed' WHERE id = 2");
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_DECIDE);
  g_assert_cmpuint (step.n_names, ==, 1);
  g_assert_true (step.is_own);
  step = step_of_meeting (f, 2);
  g_assert_cmpint (step.kind, ==, BV_STEP_DECIDE);
  g_assert_cmpint (step.dossier_id, ==, dossier);

  ids = make (f, dossier, NULL, NULL);
  step = step_of (f, dossier);
  g_assert_cmpint (step.kind, ==, BV_STEP_ISSUE);
  g_assert_cmpint (step.target, ==, g_array_index (ids, gint64, 0));
  bv_decision_issue_act (f->store, step.target, "9", "2023-03-24", NULL, NULL, &error);
  g_assert_no_error (error);
  step = step_of_meeting (f, 2);
  g_assert_cmpint (step.kind, ==, BV_STEP_PRINT);
  g_assert_cmpint (step.target, ==, g_array_index (ids, gint64, 0));
}

/* Whom nobody passed has no next step; who is postponed goes before the council again. */
static void
test_steps_turned_down (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_PROVINCE, FALSE);

  nominate (f, dossier, f->teacher, "BKT", "Thành tích thử một");
  hold_meeting (f, f->teacher);
  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_NONE);
  RUN ("UPDATE agenda_item SET result = 'postponed'");
  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_AGENDA);
  RUN ("UPDATE agenda_item SET result = 'passed'");
  g_assert_cmpint (step_of (f, dossier).kind, ==, BV_STEP_DECIDE);
  g_assert_false (step_of (f, dossier).is_own);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_DISTRICT, FALSE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 act;

  nominate (f, dossier, f->teacher, "GKH", "Thành tích thử một");
  hold_meeting (f, 0);
  ids = make (f, dossier, NULL, &act);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  waiting = bv_decision_list_waiting (bv_lease_connection (lease), dossier, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting->len, ==, 1);
}

static void
test_simplified (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_DISTRICT, TRUE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (GPtrArray) awards = NULL;

  nominate (f, dossier, f->teacher, "GKH", "Cứu người trong lũ");
  run (f, (const char *const[]){ "UPDATE dossier SET state = 'accepted'",
                                 "UPDATE nomination SET is_posthumous = 1", NULL });
  ids = make (f, dossier, NULL, NULL); /* no council is asked */
  decision = load (f, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (decision->title, ==,
                   "Về việc truy tặng Giấy khen cho cá nhân có thành tích đột xuất năm 2022");
  awards = list (f, decision->id);
  g_assert_true (((BvAward *) g_ptr_array_index (awards, 0))->is_posthumous);
  g_assert_cmpint (((BvAward *) g_ptr_array_index (awards, 0))->manner, ==, BV_MANNER_SUDDEN);
}

static void
test_from_above (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, BV_LEVEL_PROVINCE, FALSE);
  BvDecisionTerms terms = { .number = "88/QĐ-UBND",
                            .date = "2023-03-25",
                            .issuer = "Chủ tịch Ủy ban nhân dân tỉnh Sơn La" };
  BvDecisionTerms early = terms;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;

  nominate (f, dossier, f->teacher, "BKT", "Thành tích thử một");
  nominate (f, dossier, f->head, "CSTDT", "");
  hold_meeting (f, 0);
  g_assert_false (bv_decision_new_from_dossier_act (f->store, dossier, NULL, none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  early.date = "2023-03-19";
  g_assert_false (bv_decision_new_from_dossier_act (f->store, dossier, &early, none, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON);
  g_clear_error (&error);
  ids = make (f, dossier, &terms, NULL);
  g_assert_cmpuint (ids->len, ==, 1); /* one paper came */
  decision = load (f, g_array_index (ids, gint64, 0));
  g_assert_cmpint (decision->origin, ==, BV_ORIGIN_RECEIVED);
  g_assert_cmpint (bv_fund_get_payer (decision), ==, BV_FUND_PAYER_ISSUER);
  awards = list (f, decision->id);
  g_assert_cmpuint (awards->len, ==, 2);
  g_assert_cmpint (state_of (f, dossier), ==, BV_DOSSIER_DECIDED);
  bv_decision_delete_act (f->store, decision->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (f, dossier), ==, BV_DOSSIER_ACCEPTED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/decision-dossier/made-here", test_made_here);
  ADD ("/decision-dossier/steps", test_steps);
  ADD ("/decision-dossier/steps-turned-down", test_steps_turned_down);
  ADD ("/decision-dossier/undo", test_undo);
  ADD ("/decision-dossier/simplified", test_simplified);
  ADD ("/decision-dossier/from-above", test_from_above);
  return g_test_run ();
}
