// SPDX-License-Identifier: GPL-3.0-or-later
/* Closing a meeting and opening it again. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting-close.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-agenda.h"
#include "merit/bv-meeting.h"
#include "merit/bv-vote.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add (GPtrArray *problems, const char *field, int code, char *message)
{
  bv_problems_add (problems, field, code, message);
  g_free (message);
}

/* ── What is missing ─────────────────────────────────────────────────────────────────────── */

static void
check_post (GPtrArray *problems,
            GPtrArray *attendance,
            const char *field,
            gint64 member_id,
            const char *missing,
            const char *absent)
{
  if (member_id == 0)
    {
      bv_problems_add (problems, field, BV_VALUE_ERROR_EMPTY, missing);
      return;
    }
  for (guint i = 0; i < attendance->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (attendance, i);

      if (row->member_id == member_id && row->presence == BV_PRESENCE_PRESENT)
        return;
    }
  bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, absent);
}

static void
check_attendance (GPtrArray *problems,
                  const BvMeeting *meeting,
                  GPtrArray *attendance,
                  const BvMeetingCount *count)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < attendance->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (attendance, i);

      if (row->presence == BV_PRESENCE_UNKNOWN)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", row->name);
    }
  if (attendance->len == 0)
    bv_problems_add (problems, "attendance", BV_VALUE_ERROR_EMPTY,
                     _ ("The council has no members on that day."));
  else if (names->len > 0)
    add (problems, "attendance", BV_VALUE_ERROR_EMPTY,
         g_strdup_printf (_ ("Attendance is not recorded for: %s."), names->str));
  if (!count->has_quorum)
    add (problems, "quorum", BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("No quorum: %d of %d members are present, %d are needed."),
                          count->members.n_present, count->members.n_members, count->n_quorum));
  check_post (problems, attendance, "chair_id", meeting->chair_id,
              _ ("Say who is in the chair of the meeting."),
              _ ("Who is in the chair is not recorded as present."));
  check_post (problems, attendance, "secretary_id", meeting->secretary_id,
              _ ("Say who is secretary of the meeting."),
              _ ("The secretary is not recorded as present."));
}

static void
check_papers (GPtrArray *problems, const BvMeeting *meeting, const BvMeetingCount *count)
{
  int n_voters = count->members.n_present + count->members.n_written;

  if (meeting->ballots_issued < 0)
    bv_problems_add (problems, "ballots_issued", BV_VALUE_ERROR_EMPTY,
                     _ ("Write how many papers were given out."));
  else if (meeting->ballots_issued > n_voters)
    add (problems, "ballots_issued", BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%d papers were given out, but only %d members vote."),
                          meeting->ballots_issued, n_voters));
  if (meeting->ballots_returned < 0)
    bv_problems_add (problems, "ballots_returned", BV_VALUE_ERROR_EMPTY,
                     _ ("Write how many papers were returned."));
  else if (count->n_typed < meeting->ballots_returned)
    add (problems, "ballots", BV_VALUE_ERROR_EMPTY,
         g_strdup_printf (_ ("%d of %d papers are typed."), count->n_typed,
                          meeting->ballots_returned));
  else if (count->n_typed > meeting->ballots_returned)
    add (problems, "ballots", BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%d papers are typed, but only %d were returned."), count->n_typed,
                          meeting->ballots_returned));
  if (count->n_written > count->members.n_written)
    add (problems, "ballots", BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%d papers are typed as written opinions, but only %d members gave "
                             "one."),
                          count->n_written, count->members.n_written));
  else if (count->n_typed - count->n_written > count->members.n_present)
    add (problems, "ballots", BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%d papers are typed for %d members present: mark which of them are "
                             "written opinions."),
                          count->n_typed - count->n_written, count->members.n_present));
}

static void
check_item (GPtrArray *problems,
            const BvMeeting *meeting,
            const BvAgendaItem *item,
            const BvTally *tally)
{
  g_autofree char *field = g_strdup_printf ("item-%" G_GINT64_FORMAT, item->id);

  if (tally->outcome == BV_OUTCOME_POSTPONED)
    return;
  if (!item->is_standing)
    add (problems, field, BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%s: the nomination was returned or withdrawn; take it off the agenda "
                             "or postpone it."),
                          item->name));
  else if (tally->is_secret && !meeting->is_secret)
    add (problems, field, BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%s: %s asks for a secret ballot, but the meeting votes by hands."),
                          item->name, item->form_code));
  else if (tally->base == 0)
    add (problems, field, BV_VALUE_ERROR_RANGE,
         g_strdup_printf (_ ("%s: nobody may vote on it; postpone it."), item->name));
  else if (tally->votes_for < 0)
    add (problems, field, BV_VALUE_ERROR_EMPTY,
         g_strdup_printf (_ ("%s: no vote is recorded; vote or postpone it."), item->name));
  else if (tally->votes_for + tally->votes_against + (meeting->is_secret ? 0 : tally->votes_invalid)
           > tally->n_voters)
    add (problems, field, BV_VALUE_ERROR_RANGE,
         tally->n_recused > 0
           ? g_strdup_printf (_ ("%s: %d votes, but only %d members may vote on it (%d do not take "
                                 "part)."),
                              item->name,
                              tally->votes_for + tally->votes_against
                                + (meeting->is_secret ? 0 : tally->votes_invalid),
                              tally->n_voters, tally->n_recused)
           : g_strdup_printf (_ ("%s: %d votes, but only %d members may vote on it."), item->name,
                              tally->votes_for + tally->votes_against
                                + (meeting->is_secret ? 0 : tally->votes_invalid),
                              tally->n_voters));
  else if (tally->outcome == BV_OUTCOME_TIE)
    add (problems, field, BV_VALUE_ERROR_ASK,
         g_strdup_printf (_ ("%s: as many votes for as against; the chair has to decide."),
                          item->name));
}

static gboolean
check_items (BvConnection *connection,
             BvRegimeSet *regimes,
             GPtrArray *problems,
             const BvMeeting *meeting,
             GError **error)
{
  g_autoptr (GPtrArray) items = bv_agenda_list (connection, meeting->id, error);
  g_autoptr (GPtrArray) tallies = NULL;

  if (items != NULL)
    tallies = bv_vote_tally (connection, regimes, meeting->id, error);
  if (tallies == NULL)
    return FALSE;
  if (items->len == 0)
    bv_problems_add (problems, "agenda", BV_VALUE_ERROR_EMPTY, _ ("The agenda is empty."));
  for (guint i = 0; i < items->len; i++)
    check_item (problems, meeting, g_ptr_array_index (items, i), g_ptr_array_index (tallies, i));
  return TRUE;
}

GPtrArray *
bv_meeting_validate_close (BvConnection *connection,
                           BvRegimeSet *regimes,
                           gint64 id,
                           GError **error)
{
  g_autoptr (BvMeeting) meeting = bv_meeting_load (connection, id, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) attendance = NULL;
  g_autofree char *today = bv_date_today ();
  BvMeetingCount count;

  if (meeting == NULL || !bv_meeting_check_open (connection, id, error))
    return NULL;
  problems = bv_meeting_validate (connection, meeting, error);
  if (problems == NULL)
    return NULL;
  attendance = bv_meeting_list_attendance (connection, id, error);
  if (attendance == NULL || !bv_meeting_count (connection, id, &count, error))
    return NULL;
  if (strcmp (meeting->on_date, today) > 0)
    {
      g_autofree char *day = bv_date_format_short (meeting->on_date);

      add (problems, "on_date", BV_VALUE_ERROR_RANGE,
           g_strdup_printf (_ ("The meeting is on %s: it has not been held yet."), day));
    }
  check_attendance (problems, meeting, attendance, &count);
  if (meeting->is_secret)
    check_papers (problems, meeting, &count);
  if (!check_items (connection, regimes, problems, meeting, error))
    return NULL;
  return g_steal_pointer (&problems);
}

/* ── Closing ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
close_item (BvConnection *connection, const BvTally *tally, GError **error)
{
  if (tally->outcome == BV_OUTCOME_POSTPONED)
    return TRUE;
  /* What the chair said counts while the votes are equal, and not after they were mended. */
  return bv_connection_run (
    connection, error,
    "UPDATE agenda_item SET votes_for = ?2, votes_against = ?3, votes_invalid = ?4,"
    " need_numerator = ?5, need_denominator = ?6, need_strict = ?7, need_base = ?8, base = ?9,"
    " result = ?10, override_reason = CASE WHEN ?11 THEN override_reason ELSE '' END"
    " WHERE id = ?1",
    "iiiiiiisisi", tally->item_id, (gint64) tally->votes_for, (gint64) tally->votes_against,
    (gint64) tally->votes_invalid, tally->need.numerator, tally->need.denominator,
    (gint64) (tally->need.is_strict ? 1 : 0), tally->of_present ? "present" : "members",
    (gint64) tally->base,
    bv_agenda_result_to_code (tally->outcome == BV_OUTCOME_PASSED ? BV_AGENDA_PASSED
                                                                  : BV_AGENDA_FAILED),
    (gint64) (tally->is_by_chair ? 1 : 0));
}

gboolean
bv_meeting_close (BvConnection *connection, BvRegimeSet *regimes, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_meeting_validate_close (connection, regimes, id, error);
  g_autoptr (GPtrArray) tallies = NULL;

  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  tallies = bv_vote_tally (connection, regimes, id, error);
  if (tallies == NULL)
    return FALSE;
  for (guint i = 0; i < tallies->len; i++)
    if (!close_item (connection, g_ptr_array_index (tallies, i), error))
      return FALSE;
  return bv_connection_run (connection, error, "UPDATE meeting SET state = 'closed' WHERE id = ?1",
                            "i", id);
}

static gboolean
check_no_decision (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT a.name_printed, CASE d.number WHEN '' THEN d.title ELSE d.number END"
    " FROM agenda_item i JOIN award a ON a.nomination_id = i.nomination_id"
    " JOIN decision d ON d.id = a.decision_id"
    " WHERE i.meeting_id = ?1 AND i.result IN ('passed', 'failed') LIMIT 1",
    "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("Decision “%s” rests on the vote on %s: take the line out of it first."),
               bv_statement_text (statement, 1), bv_statement_text (statement, 0));
  return FALSE;
}

/* What was postponed may be before another meeting by now: two meetings cannot vote on it. */
static gboolean
check_not_elsewhere (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.name, g.title FROM agenda_item i JOIN agenda_item o"
    " ON o.nomination_id = i.nomination_id AND o.id <> i.id"
    " JOIN meeting g ON g.id = o.meeting_id JOIN nomination n ON n.id = i.nomination_id"
    " JOIN subject s ON s.id = n.subject_id WHERE i.meeting_id = ?1"
    " AND (g.state = 'planned' OR o.result IN ('passed', 'failed')) LIMIT 1",
    "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("%s was postponed and is before the meeting “%s” now: this one stays closed."),
               bv_statement_text (statement, 0), bv_statement_text (statement, 1));
  return FALSE;
}

gboolean
bv_meeting_reopen (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvMeeting) meeting = bv_meeting_load (connection, id, error);

  if (meeting == NULL)
    return FALSE;
  if (!meeting->is_closed)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("The meeting is open already."));
      return FALSE;
    }
  if (!check_no_decision (connection, id, error) || !check_not_elsewhere (connection, id, error))
    return FALSE;
  /* Ballots are counted anew from the papers; what the chair decided stands with its reason. */
  return bv_connection_run (
           connection, error,
           "UPDATE agenda_item SET need_numerator = NULL, need_denominator = NULL,"
           " need_strict = NULL, need_base = NULL, base = NULL,"
           " votes_for = CASE WHEN ?2 THEN NULL ELSE votes_for END,"
           " votes_against = CASE WHEN ?2 THEN NULL ELSE votes_against END,"
           " votes_invalid = CASE WHEN ?2 THEN NULL ELSE votes_invalid END,"
           " result = CASE WHEN result = 'postponed' OR override_reason <> '' THEN result ELSE ''"
           " END WHERE meeting_id = ?1",
           "ii", id, (gint64) (meeting->is_secret ? 1 : 0))
         && bv_connection_run (connection, error,
                               "UPDATE meeting SET state = 'planned' WHERE id = ?1", "i", id);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
close_act (BvConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);

  return regimes != NULL && bv_meeting_close (connection, regimes, *(gint64 *) user_data, error);
}

static gboolean
reopen_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_meeting_reopen (connection, *(gint64 *) user_data, error);
}

static gboolean
run (BvStore *store, const char *format, BvActFunc func, gint64 id, gint64 *act_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvMeeting) meeting = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    meeting = bv_meeting_load (bv_lease_connection (lease), id, error);
  if (meeting == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (format, meeting->title);
#pragma GCC diagnostic pop
  return bv_store_act (store, title, BV_ACT_NONE, func, &id, NULL, act_id, error);
}

gboolean
bv_meeting_close_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  return run (store, _ ("Close the meeting “%s”"), close_act, id, act_id, error);
}

gboolean
bv_meeting_reopen_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  return run (store, _ ("Open the meeting “%s” again"), reopen_act, id, act_id, error);
}
