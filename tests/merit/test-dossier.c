// SPDX-License-Identifier: GPL-3.0-or-later
/* The way of a dossier: states, findings that later edits do not change, returns, attestations, initiatives, and
 * proposals of the engine. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-completeness.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-nomination-propose.h"
#include "merit/bv-rating.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 teacher;
  gint64 headmistress;
  gint64 dossier;
} Fixture;

static gint64
add_dossier (Fixture *f, const char *title, BvManner manner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&dossier->title, title);
  dossier->manner = manner;
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  return dossier->id;
}

static void
rate (Fixture *f, gint64 subject, BvGrade grade)
{
  g_autoptr (GError) error = NULL;

  bv_rating_set_grade_act (f->store, &subject, 1, 2022, grade, "", NULL, &error);
  g_assert_no_error (error);
}

static gboolean
classify (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error, "UPDATE person SET worker_class = 'public_employee'",
                            "");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", f->office,
                                       FALSE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school,
                                          "Giáo viên", "direct");
  f->headmistress = bv_test_office_add_person (f->store, "Nguyễn Thị Hà", "female", "Kinh",
                                               f->school, "Hiệu trưởng", "leader");
  bv_store_act (f->store, "Classify", BV_ACT_NONE, classify, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rate (f, f->teacher, BV_GRADE_GOOD);
  f->dossier = add_dossier (f, "Khen thưởng năm 2022", BV_MANNER_MERIT);
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
nominate (Fixture *f, const char *form, gint64 subject)
{
  const char *const forms[] = { form, NULL };
  BvNominationMany many = {
    .dossier_id = f->dossier, .subject_ids = &subject, .n_subjects = 1, .form_codes = forms
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) all = NULL;

  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  all = bv_nomination_list (bv_lease_connection (lease), f->dossier, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (all, i);

      if (nomination->subject_id == subject && g_str_equal (nomination->form_code, form))
        return nomination->id;
    }
  g_assert_not_reached ();
}

static BvDossier *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDossier *dossier = bv_dossier_load (bv_lease_connection (lease), f->dossier, &error);

  g_assert_no_error (error);
  return dossier;
}

static BvNomination *
load_nomination (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvNomination *nomination = bv_nomination_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return nomination;
}

static void
assert_state (Fixture *f, BvDossierState state)
{
  g_autoptr (BvDossier) dossier = load (f);

  g_assert_cmpint (dossier->state, ==, state);
}

static void
assert_refused (GError **error, int code, const char *words)
{
  g_assert_error (*error, BV_VALUE_ERROR, code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

static BvEligibility *
judge (Fixture *f, gint64 id, BvRegimeSet **regimes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvEligibility *today;

  *regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  today = bv_nomination_judge_now (bv_lease_connection (lease), *regimes, id, &error);
  g_assert_no_error (error);
  return today;
}

static const BvFinding *
find_rating (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == BV_CONDITION_RATING)
        return finding;
    }
  g_assert_not_reached ();
}

/* What was found when the dossier was submitted stands, whatever is recorded afterwards. */
static void
test_frozen (Fixture *f, gconstpointer data)
{
  gint64 id = nominate (f, "LDTT", f->teacher);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvNomination) before = NULL;
  g_autoptr (BvNomination) after = NULL;
  g_autoptr (BvNomination) again = NULL;
  g_autoptr (BvFrozenFindings) frozen = NULL;
  g_autoptr (BvFrozenFindings) anew = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvEligibility) today = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  const BvFindingChange *change;

  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  dossier = load (f);
  g_assert_cmpint (dossier->state, ==, BV_DOSSIER_SUBMITTED);
  g_assert_cmpstr (dossier->received_on, ==, "2023-03-20");
  g_assert_nonnull (dossier->submitted_at);
  before = load_nomination (f, id);
  frozen = bv_frozen_findings_parse (before->findings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (frozen->form_code, ==, "LDTT");
  g_assert_cmpstr (frozen->regime_id, ==, "luat-2003-nd91");
  g_assert_cmpstr (frozen->when, ==, dossier->submitted_at);
  /* Of the program's day, not of the clock. */
  {
    g_autofree char *day = bv_date_of_moment (frozen->when);

    g_assert_cmpstr (day, ==, "2023-03-20");
  }
  g_assert_cmpint (find_rating (frozen->findings)->verdict, ==, BV_VERDICT_MET);

  /* The rating is corrected downwards: what was proposed does not move, and today says otherwise. */
  rate (f, f->teacher, BV_GRADE_DONE);
  after = load_nomination (f, id);
  g_assert_cmpstr (after->findings, ==, before->findings);
  today = judge (f, id, &regimes);
  g_assert_cmpint (today->verdict, ==, BV_VERDICT_NOT_MET);
  changes = bv_findings_compare (frozen, today);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_true (change->was_there && change->is_there);
  g_assert_cmpint (change->was_verdict, ==, BV_VERDICT_MET);
  g_assert_cmpint (change->is_verdict, ==, BV_VERDICT_NOT_MET);
  g_assert_cmpstr (change->was, !=, change->is);

  /* Returned and submitted again it is frozen anew; the history keeps what it was. */
  bv_dossier_return_act (f->store, f->dossier, "Thiếu biên bản bình xét", NULL, &error);
  g_assert_no_error (error);
  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  again = load_nomination (f, id);
  anew = bv_frozen_findings_parse (again->findings, &error);
  g_assert_no_error (error);
  g_assert_cmpint (anew->verdict, ==, BV_VERDICT_NOT_MET);
  bv_store_undo (f->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&again, bv_nomination_free);
  again = load_nomination (f, id);
  g_assert_cmpstr (again->findings, ==, before->findings);
}

static void
test_states (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  gint64 id;

  g_assert_false (bv_dossier_submit_act (f->store, f->dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "proposes nobody");
  assert_state (f, BV_DOSSIER_DRAFT);
  id = nominate (f, "LDTT", f->teacher);
  g_assert_false (bv_dossier_accept_act (f->store, f->dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Draft");
  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);

  /* What is submitted does not change. */
  g_assert_false (bv_nomination_remove_act (f->store, &id, 1, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "submitted");
  dossier = load (f);
  dossier->level = BV_LEVEL_COMMUNE;
  g_assert_false (bv_dossier_save_act (f->store, dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "submitted");
  dossier->level = BV_LEVEL_DISTRICT;
  bv_text_set (&dossier->note, "Chuyển Phòng Nội vụ");
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  assert_state (f, BV_DOSSIER_SUBMITTED);

  bv_dossier_take_back_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  assert_state (f, BV_DOSSIER_DRAFT);
  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_false (bv_dossier_return_act (f->store, f->dossier, " ", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "reason");
  bv_dossier_accept_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  assert_state (f, BV_DOSSIER_ACCEPTED);
  bv_dossier_return_act (f->store, f->dossier, "Hội đồng yêu cầu bổ sung", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&dossier, bv_dossier_free);
  dossier = load (f);
  g_assert_cmpint (dossier->state, ==, BV_DOSSIER_RETURNED);
  g_assert_cmpstr (dossier->return_reason, ==, "Hội đồng yêu cầu bổ sung");
  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&dossier, bv_dossier_free);
  dossier = load (f);
  g_assert_cmpstr (dossier->return_reason, ==, "");
}

static gboolean
decide (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_dossier_set_decided (connection, *(gint64 *) user_data, TRUE, error);
}

static void
test_decided (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = nominate (f, "LDTT", f->teacher);

  g_assert_false (
    bv_store_act (f->store, "Decide", BV_ACT_NONE, decide, &f->dossier, NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "not accepted");
  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  bv_dossier_accept_act (f->store, f->dossier, NULL, &error);
  bv_store_act (f->store, "Decide", BV_ACT_NONE, decide, &f->dossier, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_state (f, BV_DOSSIER_DECIDED);
  g_assert_false (bv_dossier_delete_act (f->store, f->dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "decided");
  g_assert_false (bv_nomination_withdraw_act (f->store, id, "", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Decided");
}

/* One nomination goes back alone, is mended, and is proposed again with findings of its own day. */
static void
test_return_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = nominate (f, "LDTT", f->teacher);
  gint64 second = nominate (f, "LDTT", f->headmistress);
  g_autoptr (BvNomination) nomination = NULL;
  g_autoptr (BvNomination) again = NULL;
  g_autoptr (BvNomination) other = NULL;

  bv_dossier_submit_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
  bv_nomination_return_act (f->store, first, "Thành tích chung chung", NULL, &error);
  g_assert_no_error (error);
  nomination = load_nomination (f, first);
  g_assert_cmpint (nomination->state, ==, BV_NOMINATION_RETURNED);
  g_assert_cmpstr (nomination->return_reason, ==, "Thành tích chung chung");
  bv_text_set (&nomination->achievement, "Bồi dưỡng 05 học sinh giỏi cấp tỉnh");
  bv_nomination_save_act (f->store, nomination, NULL, &error);
  g_assert_no_error (error);
  other = load_nomination (f, second);
  bv_text_set (&other->achievement, "Khác");
  g_assert_false (bv_nomination_save_act (f->store, other, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "submitted");
  rate (f, f->teacher, BV_GRADE_EXCELLENT);
  bv_nomination_propose_again_act (f->store, first, NULL, &error);
  g_assert_no_error (error);
  again = load_nomination (f, first);
  g_assert_cmpint (again->state, ==, BV_NOMINATION_PROPOSED);
  g_assert_cmpstr (again->achievement, ==, "Bồi dưỡng 05 học sinh giỏi cấp tỉnh");
  g_assert_cmpstr (again->return_reason, ==, "");
  g_assert_cmpstr (again->findings, !=, nomination->findings);

  /* With everybody withdrawn there is nothing to accept. */
  bv_nomination_withdraw_act (f->store, first, "Xin rút", NULL, &error);
  bv_nomination_withdraw_act (f->store, second, "", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_dossier_accept_act (f->store, f->dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "withdrawn");
}

static void
test_attestations (Fixture *f, gconstpointer data)
{
  gint64 id = nominate (f, "LDTT", f->teacher);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvRegimeSet) set = NULL;
  g_autoptr (BvEligibility) open = NULL;
  g_autoptr (BvEligibility) met = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const BvAttestation *attestation = NULL;

  open = judge (f, id, &set);
  g_assert_cmpint (open->verdict, ==, BV_VERDICT_CANNOT_TELL);
  g_assert_false (bv_nomination_attest_act (f->store, id, "wings", 1, "", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "wings");
  bv_nomination_attest_act (f->store, id, "spirit", 1, "Biên bản bình xét ngày 20/12/2022", NULL,
                            &error);
  g_assert_no_error (error);
  {
    g_autoptr (BvLease) read = bv_store_lease (f->store, &error);
    g_autofree char *basis = bv_nomination_get_basis (bv_lease_connection (read), id, &error);

    g_assert_cmpstr (basis, ==, "Biên bản bình xét ngày 20/12/2022");
  }
  lease = bv_store_lease (f->store, &error);
  regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  list = bv_nomination_list_attestations (bv_lease_connection (lease), regimes, id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((BvAttestation *) g_ptr_array_index (list, i))->key, "spirit"))
      attestation = g_ptr_array_index (list, i);
  g_assert_nonnull (attestation);
  g_assert_cmpint (attestation->holds, ==, 1);
  g_assert_cmpstr (attestation->basis, ==, "Biên bản bình xét ngày 20/12/2022");
  g_assert_nonnull (strstr (attestation->article, "Điều 24"));
  g_clear_pointer (&set, bv_regime_set_unref);
  met = judge (f, id, &set);
  g_assert_cmpint (met->verdict, ==, BV_VERDICT_MET);
}

static gboolean
add_initiative (BvConnection *connection, gpointer user_data, GError **error)
{
  const Fixture *f = user_data;

  return bv_connection_run (connection, error,
                            "INSERT INTO initiative (id, title, title_fold, year, state, scope,"
                            " recognition_number) VALUES (7, 'Dạy học theo dự án',"
                            " 'day hoc theo du an', 2022, 'recognised', 'base', '12/QĐ-UBND')",
                            "")
         && bv_connection_run (connection, error,
                               "INSERT INTO initiative_author (initiative_id, person_id, share)"
                               " VALUES (7, ?1, 6000), (7, ?2, 4000)",
                               "ii", f->teacher, f->headmistress);
}

static void
test_initiatives (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvCompleteness) meter = NULL;
  const BvNominationInitiative *initiative;
  gint64 teacher = nominate (f, "CSTDCS", f->teacher);
  gint64 headmistress = nominate (f, "CSTDCS", f->headmistress);
  gboolean has_item = FALSE;

  bv_store_act (f->store, "Initiative", BV_ACT_NONE, add_initiative, f, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_nomination_link_initiative_act (f->store, teacher, 7, TRUE, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  first = bv_nomination_list_initiatives (bv_lease_connection (lease), teacher, &error);
  g_assert_cmpuint (first->len, ==, 1);
  initiative = g_ptr_array_index (first, 0);
  g_assert_true (initiative->is_linked);
  g_assert_cmpint (initiative->share, ==, 6000);
  g_assert_cmpstr (initiative->used_for, ==, "");
  second = bv_nomination_list_initiatives (bv_lease_connection (lease), headmistress, &error);
  initiative = g_ptr_array_index (second, 0);
  g_assert_false (initiative->is_linked);
  g_assert_nonnull (strstr (initiative->used_for, "Lò Thị Uyên"));

  {
    guint n_shared;

    bv_nomination_count_shared (bv_lease_connection (lease), teacher, &n_shared, &error);
    g_assert_cmpuint (n_shared, ==, 0);
    bv_nomination_link_initiative_act (f->store, headmistress, 7, TRUE, NULL, &error);
    g_assert_no_error (error);
    g_clear_pointer (&lease, bv_lease_free);
    lease = bv_store_lease (f->store, &error);
    bv_nomination_count_shared (bv_lease_connection (lease), teacher, &n_shared, &error);
    g_assert_cmpuint (n_shared, ==, 1);
  }

  /* Under the law of 2003 the title asks for one: its certificate is there with the recognition. */
  regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  meter = bv_completeness_of_nomination (bv_lease_connection (lease), regimes, teacher, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);

      if (!g_str_equal (item->key, "initiative"))
        continue;
      has_item = TRUE;
      g_assert_true (item->is_there);
    }
  g_assert_true (has_item);
}

static GPtrArray *
propose (Fixture *f, const char *least, gboolean with_unsure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  const BvProposalFilter filter = { .dossier_id = f->dossier,
                                    .form_code = "LDTT",
                                    .unit_id = f->school,
                                    .least_grade = least,
                                    .with_unsure = with_unsure };
  GPtrArray *list = bv_nomination_list_proposals (bv_lease_connection (lease), regimes, &filter,
                                                  NULL, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_proposals (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sure = propose (f, NULL, FALSE);
  g_autoptr (GPtrArray) all = propose (f, NULL, TRUE);
  g_autoptr (GPtrArray) rated = NULL;
  g_autoptr (GPtrArray) low = NULL;
  const BvProposal *proposal;

  /* The minutes have not spoken about anybody, and the headmistress is not rated. */
  g_assert_cmpuint (sure->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  rated = propose (f, "HTT", TRUE);
  g_assert_cmpuint (rated->len, ==, 1);
  proposal = g_ptr_array_index (rated, 0);
  g_assert_cmpint (proposal->subject_id, ==, f->teacher);
  g_assert_cmpstr (proposal->grade, ==, "HTT");
  g_assert_cmpstr (proposal->detail, ==, "Trường THCS Mường Bú");
  g_assert_false (proposal->is_nominated);
  rate (f, f->headmistress, BV_GRADE_DONE);
  low = propose (f, NULL, TRUE);
  g_assert_cmpuint (low->len, ==, 1); /* the law refuses a lower rating */
}

static void
test_simplified (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) dossier = load (f);

  dossier->is_simplified = TRUE;
  nominate (f, "LDTT", f->teacher);
  g_assert_false (bv_dossier_save_act (f->store, dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "simplified");
  f->dossier = add_dossier (f, "Khen đột xuất", BV_MANNER_SUDDEN);
  g_clear_pointer (&dossier, bv_dossier_free);
  dossier = load (f);
  dossier->is_simplified = TRUE;
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  nominate (f, "GKH", f->teacher);
}

/* A title of a year is proposed once, in whichever dossier. */
static void
test_same_title (Fixture *f, gconstpointer data)
{
  const char *const forms[] = { "LDTT", NULL };
  const char *const praise[] = { "GKH", NULL };
  BvNominationMany many = { .subject_ids = &f->teacher, .n_subjects = 1, .form_codes = forms };
  g_autoptr (GError) error = NULL;
  gint64 id = nominate (f, "LDTT", f->teacher);

  many.dossier_id = add_dossier (f, "Đợt 2", BV_MANNER_MERIT);
  g_assert_false (bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "same award of that year");
  bv_nomination_withdraw_act (f->store, id, "", NULL, &error);
  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  /* A praise for another achievement is another praise. */
  many.form_codes = praise;
  many.achievement = "Dạy giỏi";
  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  many.dossier_id = f->dossier;
  many.achievement = "Cứu người";
  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
add_movement (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "INSERT INTO movement (id, name, name_fold, level, manner) VALUES"
                            " (9, 'Chung sức xây dựng nông thôn mới',"
                            " 'chung suc xay dung nong thon moi', 'district', 'thematic')",
                            "");
}

/* One movement honours a subject once, whatever is written as its achievement. */
static void
test_same_movement (Fixture *f, gconstpointer data)
{
  const char *const forms[] = { "GKH", NULL };
  BvNominationMany many = { .subject_ids = &f->teacher, .n_subjects = 1, .form_codes = forms };
  g_autoptr (GError) error = NULL;

  bv_store_act (f->store, "Movement", BV_ACT_NONE, add_movement, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
      g_autoptr (BvDossier)
        dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);

      g_clear_pointer (&lease, bv_lease_free);
      bv_text_set (&dossier->title, i == 0 ? "Sơ kết phong trào" : "Tổng kết phong trào");
      dossier->manner = BV_MANNER_MOVEMENT;
      dossier->movement_id = 9;
      bv_dossier_save_act (f->store, dossier, NULL, &error);
      g_assert_no_error (error);
      many.dossier_id = dossier->id;
      many.achievement = i == 0 ? "Hiến đất" : "Làm đường";
      if (i == 0)
        bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
    }
  g_assert_no_error (error);
  g_assert_false (bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "same movement");
  many.override_reason = "hai giai đoạn của phong trào";
  bv_nomination_add_many_act (f->store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_setenv ("BV_TODAY", "2023-03-20", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/dossier/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/dossier/decided", Fixture, NULL, set_up, test_decided, tear_down);
  g_test_add ("/dossier/return-one", Fixture, NULL, set_up, test_return_one, tear_down);
  g_test_add ("/dossier/attestations", Fixture, NULL, set_up, test_attestations, tear_down);
  g_test_add ("/dossier/initiatives", Fixture, NULL, set_up, test_initiatives, tear_down);
  g_test_add ("/dossier/proposals", Fixture, NULL, set_up, test_proposals, tear_down);
  g_test_add ("/dossier/same-title", Fixture, NULL, set_up, test_same_title, tear_down);
  g_test_add ("/dossier/same-movement", Fixture, NULL, set_up, test_same_movement, tear_down);
  g_test_add ("/dossier/simplified", Fixture, NULL, set_up, test_simplified, tear_down);
  return g_test_run ();
}
