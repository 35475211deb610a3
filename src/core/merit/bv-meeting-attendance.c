// SPDX-License-Identifier: GPL-3.0-or-later
/* Who came to a meeting, who was absent and why, who gave a written opinion. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-council.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static const BvChoice presences[] = {
  { "unknown", NC_ ("attendance", "Not recorded"), "attendance" },
  { "present", NC_ ("attendance", "Present"), "attendance" },
  { "absent", NC_ ("attendance", "Absent"), "attendance" },
  { "written", NC_ ("attendance", "Written opinion"), "attendance" },
  { NULL, NULL, NULL },
};

const char *
bv_presence_to_code (BvPresence presence)
{
  return presences[presence].code;
}

gboolean
bv_presence_from_code (const char *code, BvPresence *presence)
{
  int index = bv_choice_index (presences, code);

  if (index < 0)
    return FALSE;
  *presence = (BvPresence) index;
  return TRUE;
}

const char *
bv_presence_get_label (BvPresence presence)
{
  return bv_choice_label (presences, presences[presence].code);
}

void
bv_attendance_free (BvAttendance *self)
{
  if (self == NULL)
    return;
  g_free (self->honorific);
  g_free (self->name);
  g_free (self->post);
  g_free (self->role);
  g_free (self->reason);
  g_free (self);
}

typedef struct
{
  BvPresence presence;
  char *reason;
} Recorded;

static void
recorded_free (gpointer data)
{
  Recorded *recorded = data;

  g_free (recorded->reason);
  g_free (recorded);
}

static GHashTable *
read_recorded (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GHashTable)
    table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, recorded_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT member_id, is_present, is_written, reason FROM attendance WHERE meeting_id = ?1", "i",
    id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 member;
      Recorded *recorded;

      if (!has_row)
        return g_steal_pointer (&table);
      member = bv_statement_int (statement, 0);
      recorded = g_new0 (Recorded, 1);
      recorded->presence = bv_statement_int (statement, 1) != 0   ? BV_PRESENCE_PRESENT
                           : bv_statement_int (statement, 2) != 0 ? BV_PRESENCE_WRITTEN
                                                                  : BV_PRESENCE_ABSENT;
      recorded->reason = g_strdup (bv_statement_text (statement, 3));
      g_hash_table_insert (table, g_memdup2 (&member, sizeof (gint64)), recorded);
    }
  return NULL;
}

GPtrArray *
bv_meeting_list_attendance (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_attendance_free);
  g_autoptr (BvMeeting) meeting = bv_meeting_load (connection, id, error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GHashTable) table = NULL;

  if (meeting != NULL)
    members = bv_council_list_members (connection, meeting->council_id, meeting->on_date, error);
  if (members != NULL)
    table = read_recorded (connection, id, error);
  if (table == NULL)
    return NULL;
  for (guint i = 0; i < members->len; i++)
    {
      BvCouncilMember *member = g_ptr_array_index (members, i);
      const Recorded *recorded = g_hash_table_lookup (table, &member->id);
      BvAttendance *row;

      /* Who was made a member of that day after the close did not sit in it. */
      if (recorded == NULL && meeting->is_closed)
        continue;
      row = g_new0 (BvAttendance, 1);
      row->member_id = member->id;
      row->honorific = g_strdup (member->honorific);
      row->name = g_strdup (member->name);
      row->post = g_strdup (member->post);
      row->role = g_strdup (member->role);
      row->has_vote = member->has_vote;
      row->presence = recorded != NULL ? recorded->presence : BV_PRESENCE_UNKNOWN;
      row->reason = g_strdup (recorded != NULL ? recorded->reason : "");
      g_ptr_array_add (list, row);
    }
  return g_steal_pointer (&list);
}

BvQuorum
bv_attendance_count (GPtrArray *attendance)
{
  BvQuorum quorum = { 0 };

  for (guint i = 0; i < attendance->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (attendance, i);

      quorum.n_all++;
      if (row->presence == BV_PRESENCE_UNKNOWN)
        quorum.n_unrecorded++;
      if (!row->has_vote)
        continue;
      quorum.n_members++;
      if (row->presence == BV_PRESENCE_PRESENT)
        quorum.n_present++;
      else if (row->presence == BV_PRESENCE_ABSENT)
        quorum.n_absent++;
      else if (row->presence == BV_PRESENCE_WRITTEN)
        quorum.n_written++;
    }
  return quorum;
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
check_member (BvConnection *connection,
              gint64 id,
              gint64 member_id,
              BvPresence presence,
              GError **error)
{
  g_autoptr (BvMeeting) meeting = NULL;
  g_autoptr (BvCouncilMember) member = NULL;

  if (!bv_meeting_check_open (connection, id, error))
    return FALSE;
  meeting = bv_meeting_load (connection, id, error);
  member = meeting != NULL ? bv_council_member_load (connection, member_id, error) : NULL;
  if (member == NULL)
    return FALSE;
  if (member->council_id != meeting->council_id
      || !bv_council_member_is_on (member, meeting->on_date))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s is no member of the council on the day of the meeting."), member->name);
      return FALSE;
    }
  if (presence == BV_PRESENCE_WRITTEN && !member->has_vote)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s has no vote: a written opinion would not be counted."), member->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
bv_meeting_attend (BvConnection *connection,
                   gint64 id,
                   gint64 member_id,
                   BvPresence presence,
                   const char *reason,
                   GError **error)
{
  g_autofree char *text = NULL;

  if (!check_member (connection, id, member_id, presence, error))
    return FALSE;
  if (presence == BV_PRESENCE_UNKNOWN)
    return bv_connection_run (connection, error,
                              "DELETE FROM attendance WHERE meeting_id = ?1 AND member_id = ?2",
                              "ii", id, member_id);
  /* Who is there has no reason to be absent. */
  text = presence == BV_PRESENCE_PRESENT ? g_strdup ("") : bv_text_clean (reason);
  if (!bv_record_is_short (text, BV_RECORD_MAX_LINE, error))
    return FALSE;
  return bv_connection_run (
    connection, error,
    "INSERT INTO attendance (meeting_id, member_id, is_present, is_written, reason)"
    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (meeting_id, member_id) DO UPDATE SET"
    " is_present = excluded.is_present, is_written = excluded.is_written,"
    " reason = excluded.reason",
    "iiiis", id, member_id, (gint64) (presence == BV_PRESENCE_PRESENT),
    (gint64) (presence == BV_PRESENCE_WRITTEN), text);
}

gboolean
bv_meeting_attend_all (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!bv_meeting_check_open (connection, id, error))
    return FALSE;
  list = bv_meeting_list_attendance (connection, id, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (list, i);

      if (row->presence == BV_PRESENCE_UNKNOWN
          && !bv_meeting_attend (connection, id, row->member_id, BV_PRESENCE_PRESENT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  gint64 member_id;
  BvPresence presence;
  const char *reason;
} Act;

static gboolean
attend_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_meeting_attend (connection, act->id, act->member_id, act->presence, act->reason, error);
}

static gboolean
attend_all_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_meeting_attend_all (connection, act->id, error);
}

gboolean
bv_meeting_attend_act (BvStore *store,
                       gint64 id,
                       gint64 member_id,
                       BvPresence presence,
                       const char *reason,
                       gint64 *act_id,
                       GError **error)
{
  Act act = { .id = id, .member_id = member_id, .presence = presence, .reason = reason };
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvCouncilMember) member = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    member = bv_council_member_load (bv_lease_connection (lease), member_id, error);
  if (member == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  /* Translators: who came to a meeting: a name, and "present" or "absent". */
  title = g_strdup_printf (_ ("Attendance of %s: %s"), member->name,
                           bv_presence_get_label (presence));
  return bv_store_act (store, title, BV_ACT_NONE, attend_act, &act, NULL, act_id, error);
}

gboolean
bv_meeting_attend_all_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };

  return bv_store_act (store, _ ("Record all other members as present"), BV_ACT_NONE,
                       attend_all_act, &act, NULL, act_id, error);
}
