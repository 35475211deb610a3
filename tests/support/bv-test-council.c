// SPDX-License-Identifier: GPL-3.0-or-later
/* A council, its meetings and dossiers for tests. */

#include "bv-test-council.h"

#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-council.h"
#include "merit/bv-dossier.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"

gint64
bv_test_council_new (BvStore *store, guint n_members, gint64 *member_ids)
{
  g_autoptr (BvCouncil) council = bv_council_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&council->name, "Hội đồng Thi đua - Khen thưởng huyện Mường La");
  bv_text_set (&council->decision_number, "15/QĐ-UBND");
  bv_text_set (&council->decision_date, "2022-01-05");
  bv_text_set (&council->from_date, "2022-01-01");
  bv_text_set (&council->to_date, "2026-12-31");
  bv_council_save_act (store, council, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_members; i++)
    {
      g_autoptr (BvCouncilMember) member = bv_council_member_new ();

      member->council_id = council->id;
      bv_text_set (&member->honorific, i % 3 == 2 ? "Bà" : "Ông");
      bv_text_take (&member->name, g_strdup_printf ("Ủy Viên Thử %c", 'A' + (int) i));
      bv_text_set (&member->post, i == 0 ? "Chủ tịch UBND huyện" : "Trưởng phòng");
      bv_text_set (&member->role, i == 0 ? "chair" : i == n_members - 1 ? "secretary" : "member");
      bv_council_member_save_act (store, member, NULL, &error);
      g_assert_no_error (error);
      if (member_ids != NULL)
        member_ids[i] = member->id;
    }
  return council->id;
}

typedef struct
{
  gint64 id;
  const char *state;
} State;

static gboolean
set_state (BvConnection *connection, gpointer user_data, GError **error)
{
  const State *state = user_data;

  return bv_connection_run (connection, error, "UPDATE dossier SET state = ?2 WHERE id = ?1", "is",
                            state->id, state->state);
}

void
bv_test_council_set_dossier (BvStore *store, gint64 dossier_id, const char *state)
{
  State data = { dossier_id, state };
  g_autoptr (GError) error = NULL;

  bv_store_act (store, "Appraise", BV_ACT_NONE, set_state, &data, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Asked of the office, or of the level above that decides on the award. */
static BvDossier *
draft (BvStore *store, const char *form_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  BvDossier *dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (NULL, &error);
  const BvRegimeAward *award;

  g_assert_no_error (error);
  award = bv_regime_set_find_award (regimes, form_code, "2023-01-03");
  g_assert_nonnull (award);
  if (!bv_regime_award_is_decided_at (award, dossier->level))
    dossier->level = bv_regime_award_get_level (award);
  bv_text_set (&dossier->title, "Khen thưởng tổng kết năm 2022");
  bv_text_set (&dossier->received_on, "2023-01-03");
  return dossier;
}

gint64
bv_test_council_add_dossier (BvStore *store,
                             gint64 unit_id,
                             const char *form_code,
                             guint n_people,
                             gint64 *nomination_ids)
{
  static const char *const families[] = { "Lò", "Cầm", "Quàng", "Tòng", "Lường", "Hà", "Vì" };
  static const char *const given[] = {
    "An", "Bình", "Cường", "Dung", "Hoa", "Kháy", "Minh", "Uyên"
  };
  g_autoptr (BvDossier) dossier = draft (store, form_code);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *people = g_new (gint64, n_people + 1);
  const char *const forms[] = { form_code, NULL };
  BvNominationMany many = { .subject_ids = people,
                            .n_subjects = n_people,
                            .form_codes = forms,
                            .achievement = "Hoàn thành tốt nhiệm vụ năm 2022",
                            .override_reason = "Thử nghiệm" };
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) list = NULL;

  bv_dossier_save_act (store, dossier, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = g_strdup_printf (
        "%s Thử %s %c", families[i % G_N_ELEMENTS (families)], given[i % G_N_ELEMENTS (given)],
        'A' + (int) (i % 26));

      people[i] = bv_test_office_add_person (store, name, i % 2 == 0 ? "male" : "female", "Thái",
                                             unit_id, "Giáo viên", "direct");
    }
  many.dossier_id = dossier->id;
  bv_nomination_add_many_act (store, &many, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_test_council_set_dossier (store, dossier->id, "accepted");
  lease = bv_store_lease (store, &error);
  list = bv_nomination_list (bv_lease_connection (lease), dossier->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n_people);
  for (guint i = 0; nomination_ids != NULL && i < n_people; i++)
    nomination_ids[i] = ((BvNomination *) g_ptr_array_index (list, i))->id;
  return dossier->id;
}

gint64
bv_test_council_add_meeting (BvStore *store, gint64 council_id, const char *date, gboolean secret)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, &error);
  g_autoptr (BvMeeting)
    meeting = bv_meeting_propose (bv_lease_connection (lease), council_id, date, &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  meeting->is_secret = secret;
  bv_text_set (&meeting->title, "Xét khen thưởng năm 2022");
  bv_text_set (&meeting->place, "Phòng họp số 2, trụ sở UBND huyện");
  bv_text_set (&meeting->from_time, "8h");
  bv_meeting_save_act (store, meeting, NULL, &error);
  g_assert_no_error (error);
  return meeting->id;
}
