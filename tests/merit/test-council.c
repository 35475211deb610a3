// SPDX-License-Identifier: GPL-3.0-or-later
/* Councils, their members on a day, meetings and who came. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 person;
  gint64 council;
} Fixture;

static gint64
add_council (Fixture *f, const char *from, const char *to)
{
  g_autoptr (BvCouncil) council = bv_council_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&council->name, "Hội đồng Thi đua - Khen thưởng huyện Mường La");
  bv_text_set (&council->decision_number, "15/QĐ-UBND");
  bv_text_set (&council->from_date, from);
  bv_text_set (&council->to_date, to);
  bv_council_save_act (f->store, council, NULL, &error);
  g_assert_no_error (error);
  return council->id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->person = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->office,
                                         "Trưởng phòng", "leader");
  f->council = add_council (f, "2022-01-01", "2026-12-31");
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
add_member (Fixture *f,
            const char *name,
            const char *role,
            const char *from,
            const char *to,
            int code,
            const char *words)
{
  g_autoptr (BvCouncilMember) member = bv_council_member_new ();
  g_autoptr (GError) error = NULL;

  member->council_id = f->council;
  bv_text_set (&member->name, name);
  bv_text_set (&member->role, role);
  bv_text_set (&member->from_date, from);
  bv_text_set (&member->to_date, to);
  if (bv_council_member_save_act (f->store, member, NULL, &error))
    {
      g_assert_cmpint (code, ==, -1);
      return member->id;
    }
  g_assert_error (error, BV_VALUE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  return 0;
}

static GPtrArray *
members_on (Fixture *f, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *list = bv_council_list_members (bv_lease_connection (lease), f->council, date, &error);

  g_assert_no_error (error);
  return list;
}

static const char *
name_at (GPtrArray *list, guint index)
{
  return ((const BvCouncilMember *) g_ptr_array_index (list, index))->name;
}

static void
test_members (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvCouncilMember) proposed = NULL;
  g_autofree char *form = NULL;
  gint64 id;

  add_member (f, "Vì Thị Ghi", "secretary", NULL, NULL, -1, NULL);
  add_member (f, "Cầm Văn Hai", "member", NULL, NULL, -1, NULL);
  id = add_member (f, "Lò Văn Một", "chair", NULL, "2023-06-30", -1, NULL);
  add_member (f, "Tòng Văn Ba", "standing_vice", NULL, NULL, -1, NULL);
  add_member (f, "Hà Văn Bốn", "chair", "2023-06-30", NULL, BV_VALUE_ERROR_DUPLICATE,
              "Lò Văn Một is chair");
  add_member (f, "Hà Văn Bốn", "chair", "2023-07-01", NULL, -1, NULL);
  add_member (f, "Quàng Văn Năm", "member", "2024-01-01", "2023-01-01", BV_VALUE_ERROR_RANGE,
              "end is before");
  add_member (f, "Quàng Văn Năm", "member", "2027-01-01", NULL, BV_VALUE_ERROR_RANGE,
              "has ended before");
  add_member (f, " ", "member", NULL, NULL, BV_VALUE_ERROR_EMPTY, "name is missing");
  add_member (f, "Quàng Văn Năm", "guest", NULL, NULL, BV_VALUE_ERROR_UNKNOWN, "guest");

  early = members_on (f, "2023-06-30");
  g_assert_cmpuint (early->len, ==, 4);
  g_assert_cmpstr (name_at (early, 0), ==, "Lò Văn Một");
  g_assert_cmpstr (name_at (early, 1), ==, "Tòng Văn Ba");
  g_assert_cmpstr (name_at (early, 2), ==, "Cầm Văn Hai");
  g_assert_cmpstr (name_at (early, 3), ==, "Vì Thị Ghi");
  late = members_on (f, "2023-07-01");
  g_assert_cmpuint (late->len, ==, 4);
  g_assert_cmpstr (name_at (late, 0), ==, "Hà Văn Bốn");
  all = members_on (f, NULL);
  g_assert_cmpuint (all->len, ==, 5);

  /* Those of one role change places; the chairs of two terms too, a role of one does not. */
  {
    gint64 other = add_member (f, "Lường Văn Sáu", "member", NULL, NULL, -1, NULL);
    g_autoptr (GPtrArray) moved = NULL;

    bv_council_member_move_act (f->store, other, -1, NULL, &error);
    g_assert_no_error (error);
    moved = members_on (f, NULL);
    g_assert_cmpstr (name_at (moved, 3), ==, "Lường Văn Sáu");
    g_assert_cmpstr (name_at (moved, 4), ==, "Cầm Văn Hai");
    g_assert_false (bv_council_member_move_act (f->store, other, -1, NULL, &error));
    g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
    g_clear_error (&error);
    bv_council_member_move_act (f->store, other, 1, NULL, &error);
    g_assert_no_error (error);
    g_assert_false (bv_council_member_move_act (f->store, other, 1, NULL, &error));
    g_clear_error (&error);
    bv_council_member_delete_act (f->store, other, NULL, &error);
    g_assert_no_error (error);
  }

  lease = bv_store_lease (f->store, &error);
  proposed = bv_council_member_propose (bv_lease_connection (lease), f->council, f->person,
                                        "2023-01-01", &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  form = bv_council_member_address_form (proposed);
  g_assert_cmpstr (form, ==, "Bà Lò Thị Uyên");
  g_assert_true (g_str_has_prefix (proposed->post, "Trưởng phòng, "));
  bv_council_member_save_act (f->store, proposed, NULL, &error);
  g_assert_no_error (error);
  proposed->id = 0;
  g_assert_false (bv_council_member_save_act (f->store, proposed, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  bv_council_member_delete_act (f->store, id, NULL, &error);
  g_assert_no_error (error);
}

static void
test_council (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvCouncil) council = NULL;
  gint64 newer;
  gint64 id;

  newer = add_council (f, "2027-01-01", NULL);
  lease = bv_store_lease (f->store, &error);
  bv_council_find_on (bv_lease_connection (lease), "emulation", "2023-05-05", &id, &error);
  g_assert_cmpint (id, ==, f->council);
  bv_council_find_on (bv_lease_connection (lease), "emulation", "2030-05-05", &id, &error);
  g_assert_cmpint (id, ==, newer);
  bv_council_find_on (bv_lease_connection (lease), "initiative", "2023-05-05", &id, &error);
  g_assert_cmpint (id, ==, 0);
  g_assert_no_error (error);
  council = bv_council_load (bv_lease_connection (lease), f->council, &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&council->to_date, "2021-01-01");
  g_assert_false (bv_council_save_act (f->store, council, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_council_delete_act (f->store, newer, NULL, &error);
  g_assert_no_error (error);
}

static BvMeeting *
propose (Fixture *f, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvMeeting *meeting = bv_meeting_propose (bv_lease_connection (lease), f->council, date, &error);

  g_assert_no_error (error);
  bv_text_set (&meeting->title, "Xét khen thưởng năm 2022");
  return meeting;
}

static void
refuse (Fixture *f, BvMeeting *meeting, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_meeting_save_act (f->store, meeting, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_meeting (Fixture *f, gconstpointer data)
{
  gint64 chair = add_member (f, "Lò Văn Một", "chair", NULL, "2023-06-30", -1, NULL);
  gint64 secretary = add_member (f, "Vì Thị Ghi", "secretary", NULL, NULL, -1, NULL);
  g_autoptr (BvMeeting) meeting = propose (f, "2023-01-10");
  g_autoptr (BvMeeting) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvCouncil) council = NULL;

  g_assert_cmpint (meeting->chair_id, ==, chair);
  g_assert_cmpint (meeting->secretary_id, ==, secretary);
  bv_text_set (&meeting->from_time, "8h");
  bv_text_set (&meeting->to_time, "11 giờ 30");
  bv_meeting_save_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  loaded = bv_meeting_load (bv_lease_connection (lease), meeting->id, &error);
  council = bv_council_load (bv_lease_connection (lease), f->council, &error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->from_time, ==, "08:00");
  g_assert_cmpstr (loaded->to_time, ==, "11:30");
  g_assert_cmpstr (loaded->council_name, ==, "Hội đồng Thi đua - Khen thưởng huyện Mường La");
  g_assert_true (loaded->is_secret);
  g_assert_cmpint (loaded->ballots_issued, ==, -1);

  bv_text_set (&loaded->on_date, "2021-12-31");
  refuse (f, loaded, "begins on 01/01/2022");
  bv_text_set (&loaded->on_date, "2027-01-01");
  refuse (f, loaded, "ended on 31/12/2026");
  bv_text_set (&loaded->on_date, "2023-07-01");
  refuse (f, loaded, "Lò Văn Một is no member");
  bv_text_set (&loaded->on_date, "2023-01-10");
  bv_text_set (&loaded->to_time, "7:00");
  refuse (f, loaded, "ends before");
  bv_text_set (&loaded->to_time, "");
  loaded->ballots_issued = 9;
  loaded->ballots_returned = 10;
  refuse (f, loaded, "10 papers were returned, but only 9");
  loaded->ballots_returned = 9;
  bv_meeting_save_act (f->store, loaded, NULL, &error);
  g_assert_no_error (error);

  bv_text_set (&council->from_date, "2023-02-01");
  g_assert_false (bv_council_save_act (f->store, council, NULL, &error));
  g_assert_nonnull (strstr (error->message, "met on 10/01/2023"));
  g_clear_error (&error);
  g_assert_false (bv_council_delete_act (f->store, f->council, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
}

static void
test_times (void)
{
  static const char *const pairs[][2] = {
    { "8", "08:00" },
    { "8h", "08:00" },
    { "8h5", NULL },
    { "8h05", "08:05" },
    { "14:30", "14:30" },
    { "8 giờ 30", "08:30" },
    { "8 giờ 30 phút", "08:30" },
    { "24:00", NULL },
    { "8:60", NULL },
    { "sáng", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *time = bv_meeting_parse_time (pairs[i][0]);

      g_assert_cmpstr (time, ==, pairs[i][1]);
    }
}

static BvQuorum
count (Fixture *f, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (GPtrArray)
    list = bv_meeting_list_attendance (bv_lease_connection (lease), meeting, &error);

  g_assert_no_error (error);
  return bv_attendance_count (list);
}

static void
test_attendance (Fixture *f, gconstpointer data)
{
  gint64 two;
  gint64 guest;
  g_autoptr (BvMeeting) meeting = NULL;
  g_autoptr (BvCouncilMember) secretary = bv_council_member_new ();
  g_autoptr (GError) error = NULL;
  BvQuorum quorum;
  gint64 act;

  add_member (f, "Lò Văn Một", "chair", NULL, NULL, -1, NULL);
  two = add_member (f, "Cầm Văn Hai", "member", NULL, NULL, -1, NULL);
  add_member (f, "Tòng Văn Ba", "member", NULL, NULL, -1, NULL);
  guest = add_member (f, "Hà Văn Sau", "member", "2023-02-01", NULL, -1, NULL);
  secretary->council_id = f->council;
  secretary->has_vote = FALSE;
  bv_text_set (&secretary->name, "Vì Thị Ghi");
  bv_text_set (&secretary->role, "secretary");
  bv_council_member_save_act (f->store, secretary, NULL, &error);
  g_assert_no_error (error);
  meeting = propose (f, "2023-01-10");
  bv_meeting_save_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);

  quorum = count (f, meeting->id);
  g_assert_cmpint (quorum.n_all, ==, 4);
  g_assert_cmpint (quorum.n_members, ==, 3);
  g_assert_cmpint (quorum.n_unrecorded, ==, 4);

  bv_meeting_attend_act (f->store, meeting->id, two, BV_PRESENCE_WRITTEN, " đi  công tác ", NULL,
                         &error);
  g_assert_no_error (error);
  g_assert_false (
    bv_meeting_attend_act (f->store, meeting->id, guest, BV_PRESENCE_PRESENT, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Hà Văn Sau is no member"));
  g_clear_error (&error);
  g_assert_false (bv_meeting_attend_act (f->store, meeting->id, secretary->id, BV_PRESENCE_WRITTEN,
                                         NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "has no vote"));
  g_clear_error (&error);
  bv_meeting_attend_all_act (f->store, meeting->id, &act, &error);
  g_assert_no_error (error);
  quorum = count (f, meeting->id);
  g_assert_cmpint (quorum.n_present, ==, 2);
  g_assert_cmpint (quorum.n_written, ==, 1);
  g_assert_cmpint (quorum.n_absent, ==, 0);
  g_assert_cmpint (quorum.n_unrecorded, ==, 0);
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, meeting->id).n_present, ==, 0);

  /* On a later day the newcomer is one of them; on an earlier day he is not, and his attendance goes. */
  bv_text_set (&meeting->on_date, "2023-02-10");
  bv_meeting_save_act (f->store, meeting, NULL, &error);
  bv_meeting_attend_act (f->store, meeting->id, guest, BV_PRESENCE_PRESENT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, meeting->id).n_members, ==, 4);
  bv_text_set (&meeting->on_date, "2023-01-10");
  bv_meeting_save_act (f->store, meeting, NULL, &error);
  g_assert_no_error (error);
  quorum = count (f, meeting->id);
  g_assert_cmpint (quorum.n_members, ==, 3);
  g_assert_cmpint (quorum.n_present, ==, 0);
  g_assert_false (bv_council_member_delete_act (f->store, two, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  bv_meeting_delete_act (f->store, meeting->id, NULL, &error);
  g_assert_no_error (error);
  bv_council_member_delete_act (f->store, two, NULL, &error);
  g_assert_no_error (error);
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_autoptr (BvMeeting) meeting = propose (f, "2023-01-10");
  g_autoptr (BvRowList) list = NULL;
  g_autoptr (BvRow) row = NULL;
  g_autoptr (GError) error = NULL;

  add_member (f, "Lò Văn Một", "chair", NULL, NULL, -1, NULL);
  bv_meeting_save_act (f->store, meeting, NULL, &error);
  bv_meeting_attend_all_act (f->store, meeting->id, NULL, &error);
  g_assert_no_error (error);
  list = bv_row_list_new (f->store, bv_meeting_source (0, 2023, "khen thuong"));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (bv_row_get_text (row, BV_MEETING_COLUMN_DATE), ==, "2023-01-10");
  g_assert_cmpstr (bv_row_get_text (row, BV_MEETING_COLUMN_STATE), ==, "planned");
  g_assert_cmpint (bv_row_get_int (row, BV_MEETING_COLUMN_N_PRESENT), ==, 1);
  /* It votes on the achievements of the year before. */
  bv_row_list_set_source (list, bv_meeting_source (0, 2022, NULL));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  bv_row_list_set_source (list, bv_meeting_source (0, 2021, NULL));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  bv_row_list_set_source (list, bv_meeting_source (0, 2024, NULL));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  bv_row_list_set_source (list, bv_council_source ("15/QĐ"));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_clear_object (&row);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (bv_row_get_int (row, BV_COUNCIL_COLUMN_N_MEMBERS), ==, 1);
  g_assert_cmpint (bv_row_get_int (row, BV_COUNCIL_COLUMN_N_MEETINGS), ==, 1);
  bv_row_list_set_source (list, bv_council_member_source (f->council));
  bv_row_list_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/council/members", test_members);
  ADD ("/council/council", test_council);
  ADD ("/council/meeting", test_meeting);
  g_test_add_func ("/council/times", test_times);
  ADD ("/council/attendance", test_attendance);
  ADD ("/council/lists", test_lists);
  return g_test_run ();
}
