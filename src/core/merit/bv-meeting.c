// SPDX-License-Identifier: GPL-3.0-or-later
/* Meetings of a council: reading, checking and saving them. Who came is in bv-meeting-attendance.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-council.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COPIES 100

const BvChoice bv_meeting_methods[] = {
  { "hands", NC_ ("vote", "Show of hands"), "vote" },
  { "secret", NC_ ("vote", "Secret ballot"), "vote" },
  { NULL, NULL, NULL },
};

const BvChoice bv_meeting_states[] = {
  { "planned", NC_ ("meeting", "Open"), "meeting" },
  { "closed", NC_ ("meeting", "Closed"), "meeting" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvMeeting, title),          BV_RECORD_TEXT (BvMeeting, on_date),
  BV_RECORD_TEXT (BvMeeting, from_time),      BV_RECORD_TEXT (BvMeeting, to_time),
  BV_RECORD_TEXT (BvMeeting, place),          BV_RECORD_PAGES (BvMeeting, discussion),
  BV_RECORD_TEXT (BvMeeting, minutes_number), BV_RECORD_TEXT (BvMeeting, note),
  BV_RECORD_TEXT (BvMeeting, council_name),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define N_STORED_TEXTS 8

#define COLUMNS                                                                                    \
  "SELECT g.title, g.on_date, g.from_time, g.to_time, g.place, g.discussion, g.minutes_number,"    \
  " g.note, c.name, g.id, g.council_id, coalesce (g.chair_id, 0), coalesce (g.secretary_id, 0),"   \
  " g.method = 'secret', g.state = 'closed', coalesce (g.ballots_issued, -1),"                     \
  " coalesce (g.ballots_returned, -1), g.copies"                                                   \
  " FROM meeting g JOIN council c ON c.id = g.council_id "

BvMeeting *
bv_meeting_new (void)
{
  BvMeeting *self = bv_record_new (sizeof (BvMeeting), texts, G_N_ELEMENTS (texts));

  self->ballots_issued = -1;
  self->ballots_returned = -1;
  self->copies = 2;
  self->is_secret = TRUE;
  return self;
}

BvMeeting *
bv_meeting_copy (const BvMeeting *self)
{
  return bv_record_copy (self, sizeof (BvMeeting), texts, G_N_ELEMENTS (texts));
}

void
bv_meeting_free (BvMeeting *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvMeeting *
read_row (BvStatement *statement)
{
  BvMeeting *self = bv_meeting_new ();
  int column = N_TEXTS;

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, column++);
  self->council_id = bv_statement_int (statement, column++);
  self->chair_id = bv_statement_int (statement, column++);
  self->secretary_id = bv_statement_int (statement, column++);
  self->is_secret = bv_statement_int (statement, column++) != 0;
  self->is_closed = bv_statement_int (statement, column++) != 0;
  self->ballots_issued = (int) bv_statement_int (statement, column++);
  self->ballots_returned = (int) bv_statement_int (statement, column++);
  self->copies = (int) bv_statement_int (statement, column);
  return self;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The meeting is no longer there."));
  return FALSE;
}

BvMeeting *
bv_meeting_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE g.id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      not_found (error);
      return NULL;
    }
  return read_row (statement);
}

GPtrArray *
bv_meeting_list (BvConnection *connection, gint64 council_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE ?1 = 0 OR g.council_id = ?1 ORDER BY g.on_date DESC, g.id DESC", "i",
    council_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_meeting_free,
                            error);
}

BvMeeting *
bv_meeting_propose (BvConnection *connection, gint64 council_id, const char *date, GError **error)
{
  g_autoptr (BvMeeting) self = bv_meeting_new ();
  g_autoptr (GPtrArray) members = NULL;

  bv_text_take (&self->on_date, date != NULL ? g_strdup (date) : bv_date_today ());
  self->council_id = council_id;
  members = bv_council_list_members (connection, council_id, self->on_date, error);
  if (members == NULL)
    return NULL;
  for (guint i = 0; i < members->len; i++)
    {
      const BvCouncilMember *member = g_ptr_array_index (members, i);

      if (self->chair_id == 0 && g_str_equal (member->role, "chair"))
        self->chair_id = member->id;
      if (self->secretary_id == 0 && g_str_equal (member->role, "secretary"))
        self->secretary_id = member->id;
    }
  return g_steal_pointer (&self);
}

char *
bv_meeting_parse_time (const char *text)
{
  g_autofree char *clean = bv_text_fold (text);
  g_autoptr (GRegex)
    regex = g_regex_new ("^([0-9]{1,2}) ?(?::|h|g|gio)? ?([0-9]{2})? ?(?:p|phut)?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;
  int hour;
  int minute;

  if (!g_regex_match (regex, clean, 0, &match))
    return NULL;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  hour = (int) g_ascii_strtoll (hours, NULL, 10);
  minute = minutes != NULL ? (int) g_ascii_strtoll (minutes, NULL, 10) : 0;
  return hour < 24 && minute < 60 ? g_strdup_printf ("%02d:%02d", hour, minute) : NULL;
}

/* ── What is wrong with one ──────────────────────────────────────────────────────────────── */

static void
check_time (GPtrArray *problems, const char *field, const char *text)
{
  g_autofree char *time = NULL;
  g_autofree char *message = NULL;

  if (*text == '\0')
    return;
  time = bv_meeting_parse_time (text);
  if (time != NULL)
    return;
  message = g_strdup_printf (_ ("“%s” is no time of day: write 8:30 or 8h30."), text);
  bv_problems_add (problems, field, BV_VALUE_ERROR_FORMAT, message);
}

static void
check_texts (GPtrArray *problems, const BvMeeting *self)
{
  bv_record_check_name (problems, "title", self->title);
  check_time (problems, "from_time", self->from_time);
  check_time (problems, "to_time", self->to_time);
  if (*self->from_time != '\0' && *self->to_time != '\0'
      && bv_problems_find (problems, "from_time") == NULL
      && bv_problems_find (problems, "to_time") == NULL)
    {
      g_autofree char *from = bv_meeting_parse_time (self->from_time);
      g_autofree char *to = bv_meeting_parse_time (self->to_time);

      if (strcmp (from, to) > 0)
        bv_problems_add (problems, "to_time", BV_VALUE_ERROR_RANGE,
                         _ ("The meeting ends before it begins."));
    }
  if (self->copies < 1 || self->copies > MAX_COPIES)
    {
      g_autofree char *message = g_strdup_printf (_ ("The minutes have 1 to %d copies."),
                                                  MAX_COPIES);

      bv_problems_add (problems, "copies", BV_VALUE_ERROR_RANGE, message);
    }
  if (self->ballots_issued >= 0 && self->ballots_returned > self->ballots_issued)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("%d papers were returned, but only %d were given out."), self->ballots_returned,
        self->ballots_issued);

      bv_problems_add (problems, "ballots_returned", BV_VALUE_ERROR_RANGE, message);
    }
}

static gboolean
check_date (BvConnection *connection, GPtrArray *problems, const BvMeeting *self, GError **error)
{
  g_autoptr (BvCouncil) council = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *message = NULL;

  if (bv_record_is_blank (self->on_date))
    {
      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY,
                       _ ("The day of the meeting is missing."));
      return TRUE;
    }
  bv_record_check_date (problems, "on_date", self->on_date);
  if (bv_problems_find (problems, "on_date") != NULL)
    return TRUE;
  council = bv_council_load (connection, self->council_id, error);
  if (council == NULL)
    return FALSE;
  from = bv_date_format_short (council->from_date);
  to = bv_date_format_short (council->to_date);
  if (council->from_date != NULL && strcmp (self->on_date, council->from_date) < 0)
    message = g_strdup_printf (_ ("The term of the council begins on %s only."), from);
  else if (council->to_date != NULL && strcmp (self->on_date, council->to_date) > 0)
    message = g_strdup_printf (_ ("The term of the council ended on %s."), to);
  if (message != NULL)
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
  return TRUE;
}

/* Chair and secretary are members of this council on that day. */
static gboolean
check_post (BvConnection *connection,
            GPtrArray *problems,
            const BvMeeting *self,
            const char *field,
            gint64 member_id,
            GError **error)
{
  g_autoptr (BvCouncilMember) member = NULL;
  g_autofree char *message = NULL;

  if (member_id == 0)
    return TRUE;
  member = bv_council_member_load (connection, member_id, error);
  if (member == NULL)
    return FALSE;
  if (member->council_id != self->council_id || !bv_council_member_is_on (member, self->on_date))
    message = g_strdup_printf (_ ("%s is no member of the council on that day."), member->name);
  else if (!member->has_vote && g_str_equal (field, "chair_id"))
    message = g_strdup_printf (_ ("%s has no vote and cannot take the chair."), member->name);
  if (message != NULL)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, message);
  return TRUE;
}

/* What stands on the agenda must have been handed in before the day of the meeting. */
static gboolean
check_agenda (BvConnection *connection, GPtrArray *problems, const BvMeeting *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT d.title, coalesce (d.received_on, substr (d.submitted_at, 1, 10)) AS day"
    " FROM agenda_item i JOIN nomination n ON n.id = i.nomination_id"
    " JOIN dossier d ON d.id = n.dossier_id"
    " WHERE i.meeting_id = ?1 AND day > ?2 ORDER BY day DESC LIMIT 1",
    "is", self->id, self->on_date);
  gboolean has_row;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  day = bv_date_format_short (bv_statement_text (statement, 1));
  message = g_strdup_printf (_ ("The dossier “%s” on the agenda was handed in on %s only."),
                             bv_statement_text (statement, 0), day);
  bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE, message);
  return TRUE;
}

/* A ballot that was typed does not become a show of hands, nor are its counts kept otherwise. */
static gboolean
check_ballots (BvConnection *connection, GPtrArray *problems, const BvMeeting *self, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM ballot WHERE meeting_id = ?1", "i",
                                self->id))
    return FALSE;
  if (n > 0 && !self->is_secret)
    bv_problems_add (problems, "is_secret", BV_VALUE_ERROR_RANGE,
                     _ ("Ballot papers are typed already: remove them before voting by hands."));
  if (self->is_secret && self->ballots_returned >= 0 && n > self->ballots_returned)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("%d papers are typed already: no fewer can have been returned."), (int) n);

      bv_problems_add (problems, "ballots_returned", BV_VALUE_ERROR_RANGE, message);
    }
  return TRUE;
}

GPtrArray *
bv_meeting_validate (BvConnection *connection, const BvMeeting *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  check_texts (problems, self);
  if (self->council_id == 0)
    {
      bv_problems_add (problems, "council_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the council."));
      return g_steal_pointer (&problems);
    }
  if (!check_date (connection, problems, self, error))
    return NULL;
  if (bv_problems_find (problems, "on_date") != NULL)
    return g_steal_pointer (&problems);
  if (!check_post (connection, problems, self, "chair_id", self->chair_id, error)
      || !check_post (connection, problems, self, "secretary_id", self->secretary_id, error))
    return NULL;
  if (self->chair_id != 0 && self->chair_id == self->secretary_id)
    bv_problems_add (problems, "secretary_id", BV_VALUE_ERROR_DUPLICATE,
                     _ ("Who is in the chair does not write the minutes: choose another member."));
  if (self->id != 0
      && (!check_agenda (connection, problems, self, error)
          || !check_ballots (connection, problems, self, error)))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_meeting_check_open (BvConnection *connection, gint64 id, GError **error)
{
  gint64 state;

  if (!bv_connection_query_int (connection, &state, -1, error,
                                "SELECT state = 'closed' FROM meeting WHERE id = ?1", "i", id))
    return FALSE;
  if (state < 0)
    return not_found (error);
  if (state == 0)
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("The meeting is closed: open it again first."));
  return FALSE;
}

/* What a closed meeting decided on stands: only the words of its minutes may be mended. */
static gboolean
keep_closed (BvConnection *connection, BvMeeting *self, GError **error)
{
  g_autoptr (BvMeeting) stored = bv_meeting_load (connection, self->id, error);

  if (stored == NULL)
    return FALSE;
  if (stored->council_id != self->council_id)
    {
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM attendance WHERE meeting_id = ?1", "i",
                                    self->id))
        return FALSE;
      if (n > 0)
        {
          g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                               _ ("Attendance is recorded: the meeting stays with its council."));
          return FALSE;
        }
    }
  self->is_closed = stored->is_closed;
  if (!stored->is_closed
      || (g_str_equal (stored->on_date, self->on_date) && stored->chair_id == self->chair_id
          && stored->is_secret == self->is_secret && stored->ballots_issued == self->ballots_issued
          && stored->ballots_returned == self->ballots_returned))
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("The meeting is closed: its day, chair and ballots can no longer change. "
                          "Open it again first."));
  return FALSE;
}

static void
clean (BvMeeting *self)
{
  char *time;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  time = bv_meeting_parse_time (self->from_time);
  if (time != NULL)
    bv_text_take (&self->from_time, time);
  time = bv_meeting_parse_time (self->to_time);
  if (time != NULL)
    bv_text_take (&self->to_time, time);
}

/* On another day others may have been members. */
static gboolean
drop_strangers (BvConnection *connection, const BvMeeting *self, GError **error)
{
  return bv_connection_run (
    connection, error,
    "DELETE FROM attendance WHERE meeting_id = ?1 AND member_id IN (SELECT id FROM council_member"
    " WHERE from_date > ?2 OR to_date < ?2)",
    "is", self->id, self->on_date);
}

/* What was counted by hands says nothing of a ballot, nor the reverse. */
static gboolean
drop_votes (BvConnection *connection, const BvMeeting *self, GError **error)
{
  return bv_connection_run (
    connection, error,
    "UPDATE agenda_item SET votes_for = NULL, votes_against = NULL, votes_invalid = NULL,"
    " result = CASE result WHEN 'postponed' THEN result ELSE '' END, override_reason = ''"
    " WHERE meeting_id = ?1 AND EXISTS (SELECT 1 FROM meeting WHERE id = ?1 AND method <> ?2)",
    "is", self->id, self->is_secret ? "secret" : "hands");
}

gboolean
bv_meeting_save (BvConnection *connection, BvMeeting *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  int index = N_STORED_TEXTS + 1;

  clean (self);
  problems = bv_meeting_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error)
      || (self->id != 0
          && (!keep_closed (connection, self, error) || !drop_votes (connection, self, error))))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO meeting (title, on_date, from_time, to_time, place, discussion,"
        " minutes_number, note, council_id, chair_id, secretary_id, method, ballots_issued,"
        " ballots_returned, copies) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif (?10, 0),"
        " nullif (?11, 0), ?12, nullif (?13, -1), nullif (?14, -1), ?15)"
      : "UPDATE meeting SET title = ?1, on_date = ?2, from_time = ?3, to_time = ?4, place = ?5,"
        " discussion = ?6, minutes_number = ?7, note = ?8, council_id = ?9,"
        " chair_id = nullif (?10, 0), secretary_id = nullif (?11, 0), method = ?12,"
        " ballots_issued = nullif (?13, -1), ballots_returned = nullif (?14, -1), copies = ?15"
        " WHERE id = ?16",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, N_STORED_TEXTS, statement, 1);
  bv_statement_bind_int (statement, index++, self->council_id);
  bv_statement_bind_int (statement, index++, self->chair_id);
  bv_statement_bind_int (statement, index++, self->secretary_id);
  bv_statement_bind_text (statement, index++, self->is_secret ? "secret" : "hands");
  bv_statement_bind_int (statement, index++, self->ballots_issued);
  bv_statement_bind_int (statement, index++, self->ballots_returned);
  bv_statement_bind_int (statement, index++, self->copies);
  if (self->id != 0)
    bv_statement_bind_int (statement, index, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id != 0)
    return (bv_connection_n_changed (connection) == 1 || not_found (error))
           && drop_strangers (connection, self, error);
  self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_meeting_delete (BvConnection *connection, gint64 id, GError **error)
{
  return bv_meeting_check_open (connection, id, error)
         && bv_connection_run (connection, error, "DELETE FROM meeting WHERE id = ?1", "i", id);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_meeting_save (connection, user_data, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_meeting_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_meeting_save_act (BvStore *store, BvMeeting *self, gint64 *act_id, GError **error)
{
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Plan the meeting “%s”") : _ ("Change the meeting “%s”"), self->title);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, self, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_meeting_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvMeeting) self = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    self = bv_meeting_load (bv_lease_connection (lease), id, error);
  if (self == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Delete the meeting “%s”"), self->title);
  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &id, NULL, act_id, error);
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

#define COUNT(result)                                                                              \
  "(SELECT count (*) FROM agenda_item WHERE meeting_id = g.id AND result = '" result "')"

BvRowSource *
bv_meeting_source (gint64 council_id, int year, const char *search)
{
  /* Columns as in BvMeetingColumn. */
  BvRowSource *source = bv_row_source_new (
    "SELECT id FROM meeting WHERE (?1 = 0 OR council_id = ?1)"
    " AND (?2 = 0 OR CAST (substr (on_date, 1, 4) AS INTEGER) IN (?2, ?2 + 1))"
    " AND (?3 = '' OR text_matches (title || ' ' || place || ' ' || minutes_number, ?3))"
    " ORDER BY on_date DESC, id DESC",
    "SELECT g.title, g.on_date, c.name, g.method, g.state,"
    " (SELECT count (*) FROM agenda_item WHERE meeting_id = g.id), " COUNT ("passed") ", " COUNT (
      "failed") ", " COUNT ("postponed") ", (SELECT count (*) FROM attendance a"
                                         " JOIN council_member m ON m.id = a.member_id WHERE"
                                         " a.meeting_id = g.id AND a.is_present = 1 AND m.has_vote"
                                         " = 1) FROM meeting g JOIN council c ON c.id ="
                                         " g.council_id WHERE g.id = ?1");

  bv_row_source_bind_int (source, 1, council_id);
  bv_row_source_bind_int (source, 2, year);
  bv_row_source_bind_text (source, 3, search != NULL ? search : "");
  return source;
}
