// SPDX-License-Identifier: GPL-3.0-or-later
/* Ballot papers: reading, checking and saving them. What they come to is counted in bv-vote-tally.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-ballot.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-meeting.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_ballot_marks[] = {
  { "blank", NC_ ("ballot", "No opinion"), "ballot" },
  { "for", NC_ ("ballot", "For"), "ballot" },
  { "against", NC_ ("ballot", "Against"), "ballot" },
  { NULL, NULL, NULL },
};

static const char *
mark_to_code (char mark)
{
  return bv_ballot_marks[mark - BV_MARK_BLANK].code;
}

static char
mark_from_code (const char *code)
{
  return (char) (BV_MARK_BLANK + bv_choice_index (bv_ballot_marks, code));
}

BvBallot *
bv_ballot_new (guint n_items)
{
  BvBallot *self = g_new0 (BvBallot, 1);

  self->is_valid = TRUE;
  self->marks = g_strnfill (n_items, BV_MARK_BLANK);
  return self;
}

BvBallot *
bv_ballot_copy (const BvBallot *self)
{
  BvBallot *copy = g_memdup2 (self, sizeof (BvBallot));

  copy->marks = g_strdup (self->marks);
  return copy;
}

void
bv_ballot_free (BvBallot *self)
{
  if (self == NULL)
    return;
  g_free (self->marks);
  g_free (self);
}

BvBallot *
bv_ballot_parse (const char *line, guint n_items, GError **error)
{
  g_autoptr (BvBallot) self = bv_ballot_new (n_items);
  /* Spaces are marks, too: they are taken off only where the row is too long. */
  g_autofree char *clean = strlen (line) == n_items ? g_strdup (line)
                                                    : g_strstrip (g_strdup (line));
  gsize length = strlen (clean);

  if (g_ascii_strcasecmp (clean, "x") == 0)
    {
      self->is_valid = FALSE;
      return g_steal_pointer (&self);
    }
  for (gsize i = 0; i < length; i++)
    {
      char c = g_ascii_tolower (clean[i]);

      if (strchr ("012- x", c) == NULL)
        {
          g_autofree char *shown = bv_text_clean (clean);

          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                       _ ("“%s” is no row of marks: write 1 for, 2 against, 0 no opinion; x alone "
                          "is a spoilt paper."),
                       shown);
          return NULL;
        }
      if (i < n_items)
        self->marks[i] = c == BV_MARK_FOR || c == BV_MARK_AGAINST ? c : BV_MARK_BLANK;
    }
  if (length == n_items)
    return g_steal_pointer (&self);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("The row “%s” has %u marks, but the agenda has %u names."), clean, (guint) length,
               n_items);
  return NULL;
}

GPtrArray *
bv_ballot_list (BvConnection *connection, gint64 meeting_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ballot_free);
  g_autoptr (GPtrArray) items = bv_agenda_list (connection, meeting_id, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (BvStatement) statement = NULL;
  BvBallot *ballot = NULL;
  gboolean has_row;

  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (places, &((BvAgendaItem *) g_ptr_array_index (items, i))->id,
                         GUINT_TO_POINTER (i));
  statement = bv_connection_query (
    connection, error,
    "SELECT b.id, b.number, b.is_valid, b.is_written, k.item_id, k.mark FROM ballot b"
    " LEFT JOIN ballot_mark k ON k.ballot_id = b.id WHERE b.meeting_id = ?1 ORDER BY b.number",
    "i", meeting_id);
  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;
      gint64 item;

      if (!has_row)
        return g_steal_pointer (&list);
      id = bv_statement_int (statement, 0);
      if (ballot == NULL || ballot->id != id)
        {
          ballot = bv_ballot_new (items->len);
          ballot->id = id;
          ballot->number = (int) bv_statement_int (statement, 1);
          ballot->is_valid = bv_statement_int (statement, 2) != 0;
          ballot->is_written = bv_statement_int (statement, 3) != 0;
          g_ptr_array_add (list, ballot);
        }
      item = bv_statement_int (statement, 4);
      if (g_hash_table_contains (places, &item))
        ballot->marks[GPOINTER_TO_UINT (g_hash_table_lookup (places, &item))] = mark_from_code (
          bv_statement_text (statement, 5));
    }
  return NULL;
}

/* ── What may be saved ───────────────────────────────────────────────────────────────────── */

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, message);
  g_free (message);
  return FALSE;
}

/* Members with a vote on the day who are not recorded as absent. */
static gboolean
count_voters (BvConnection *connection, const BvMeeting *meeting, gint64 *n, GError **error)
{
  return bv_connection_query_int (
    connection, n, 0, error,
    "SELECT count (*) FROM council_member m WHERE m.council_id = ?1 AND m.has_vote = 1"
    " AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2)"
    " AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = ?3 AND a.member_id = m.id"
    " AND a.is_present = 0 AND a.is_written = 0)",
    "isi", meeting->council_id, meeting->on_date, meeting->id);
}

/* More papers than members vote or were taken in cannot be typed, nor more written ones than there are written opinions. */
static gboolean
check_numbers (BvConnection *connection,
               const BvMeeting *meeting,
               const BvBallot *self,
               GError **error)
{
  gint64 n_others;
  gint64 n_written;
  gint64 n_opinions;
  gint64 n_voters;

  if (!bv_connection_query_int (
        connection, &n_others, 0, error,
        "SELECT count (*) FROM ballot WHERE meeting_id = ?1 AND number <> ?2", "ii", meeting->id,
        (gint64) self->number)
      || !bv_connection_query_int (connection, &n_written, 0, error,
                                   "SELECT count (*) FROM ballot WHERE meeting_id = ?1"
                                   " AND number <> ?2 AND is_written = 1",
                                   "ii", meeting->id, (gint64) self->number)
      || !bv_connection_query_int (
        connection, &n_opinions, 0, error,
        "SELECT count (*) FROM attendance WHERE meeting_id = ?1 AND is_written = 1", "i",
        meeting->id)
      || !count_voters (connection, meeting, &n_voters, error))
    return FALSE;
  if (meeting->ballots_returned >= 0 && n_others + 1 > meeting->ballots_returned)
    return refuse (error,
                   g_strdup_printf (_ ("All %d papers that were returned are typed already."),
                                    meeting->ballots_returned));
  if (self->number == 0 && n_others + 1 > n_voters)
    return refuse (error, g_strdup_printf (ngettext ("Only %d member may vote: no more papers can "
                                                     "be typed.",
                                                     "Only %d members may vote: no more papers can "
                                                     "be typed.",
                                                     (gulong) n_voters),
                                           (int) n_voters));
  if (self->is_written && n_written + 1 > n_opinions)
    return refuse (error, g_strdup_printf (ngettext ("Only %d member gave a written opinion.",
                                                     "Only %d members gave a written opinion.",
                                                     (gulong) n_opinions),
                                           (int) n_opinions));
  return TRUE;
}

static gboolean
check_marks (GPtrArray *items, const BvBallot *self, GError **error)
{
  gsize length = strlen (self->marks);

  if (length != items->len)
    return refuse (error,
                   g_strdup_printf (_ ("The row “%s” has %u marks, but the agenda has %u names."),
                                    self->marks, (guint) length, items->len));
  if (strspn (self->marks, "012") != length)
    return refuse (error,
                   g_strdup_printf (_ ("“%s” is no row of marks: write 1 for, 2 against, 0 no "
                                       "opinion; x alone is a spoilt paper."),
                                    self->marks));
  return TRUE;
}

static BvMeeting *
load_open (BvConnection *connection, gint64 meeting_id, GError **error)
{
  g_autoptr (BvMeeting) meeting = NULL;

  if (!bv_meeting_check_open (connection, meeting_id, error))
    return NULL;
  meeting = bv_meeting_load (connection, meeting_id, error);
  if (meeting == NULL || meeting->is_secret)
    return g_steal_pointer (&meeting);
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("This meeting votes by show of hands: papers are for a secret ballot."));
  return NULL;
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_or_insert (BvConnection *connection, gint64 meeting_id, BvBallot *self, GError **error)
{
  if (self->number == 0)
    {
      gint64 last;

      if (!bv_connection_query_int (connection, &last, 0, error,
                                    "SELECT max (number) FROM ballot WHERE meeting_id = ?1", "i",
                                    meeting_id)
          || !bv_connection_run (connection, error,
                                 "INSERT INTO ballot (meeting_id, number, is_valid, is_written)"
                                 " VALUES (?1, ?2, ?3, ?4)",
                                 "iiii", meeting_id, last + 1, (gint64) (self->is_valid ? 1 : 0),
                                 (gint64) (self->is_written ? 1 : 0)))
        return FALSE;
      self->id = bv_connection_last_id (connection);
      self->number = (int) last + 1;
      return TRUE;
    }
  if (!bv_connection_query_int (connection, &self->id, 0, error,
                                "SELECT id FROM ballot WHERE meeting_id = ?1 AND number = ?2", "ii",
                                meeting_id, (gint64) self->number))
    return FALSE;
  if (self->id == 0)
    return refuse (error, g_strdup_printf (_ ("There is no paper number %d."), self->number));
  return bv_connection_run (
    connection, error, "UPDATE ballot SET is_valid = ?2, is_written = ?3 WHERE id = ?1", "iii",
    self->id, (gint64) (self->is_valid ? 1 : 0), (gint64) (self->is_written ? 1 : 0));
}

gboolean
bv_ballot_save (BvConnection *connection, gint64 meeting_id, BvBallot *self, GError **error)
{
  g_autoptr (BvMeeting) meeting = load_open (connection, meeting_id, error);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (BvStatement) statement = NULL;

  if (meeting == NULL)
    return FALSE;
  items = bv_agenda_list (connection, meeting_id, error);
  if (items == NULL || !check_marks (items, self, error)
      || !check_numbers (connection, meeting, self, error)
      || !find_or_insert (connection, meeting_id, self, error))
    return FALSE;
  /* A row that stays is not written again, so that the history tells the corrected mark alone. */
  statement = bv_connection_prepare (
    connection,
    "INSERT INTO ballot_mark (ballot_id, item_id, mark) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (ballot_id, item_id) DO UPDATE SET mark = excluded.mark"
    " WHERE mark <> excluded.mark",
    error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (items, i);

      bv_statement_bind_int (statement, 1, self->id);
      bv_statement_bind_int (statement, 2, item->id);
      bv_statement_bind_text (statement, 3, mark_to_code (self->marks[i]));
      if (!bv_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bv_ballot_delete (BvConnection *connection, gint64 meeting_id, int number, GError **error)
{
  g_autoptr (BvMeeting) meeting = load_open (connection, meeting_id, error);
  gint64 last;

  if (meeting == NULL
      || !bv_connection_run (connection, error,
                             "DELETE FROM ballot WHERE meeting_id = ?1 AND number = ?2", "ii",
                             meeting_id, (gint64) number))
    return FALSE;
  if (bv_connection_n_changed (connection) != 1)
    return refuse (error, g_strdup_printf (_ ("There is no paper number %d."), number));
  if (!bv_connection_query_int (connection, &last, 0, error,
                                "SELECT max (number) FROM ballot WHERE meeting_id = ?1", "i",
                                meeting_id))
    return FALSE;
  /* One by one, in order: two papers may not have one number even for a moment. */
  for (gint64 i = number + 1; i <= last; i++)
    if (!bv_connection_run (connection, error,
                            "UPDATE ballot SET number = number - 1 WHERE meeting_id = ?1"
                            " AND number = ?2",
                            "ii", meeting_id, i))
      return FALSE;
  return TRUE;
}

gboolean
bv_ballot_set_counts (BvConnection *connection,
                      gint64 meeting_id,
                      int n_issued,
                      int n_returned,
                      GError **error)
{
  g_autoptr (BvMeeting) meeting = load_open (connection, meeting_id, error);
  gint64 n_voters;

  if (meeting == NULL || !count_voters (connection, meeting, &n_voters, error))
    return FALSE;
  if (n_issued < -1 || n_returned < -1)
    return refuse (error, g_strdup (_ ("A number of papers cannot be below 0.")));
  if (n_issued > n_voters)
    return refuse (error, g_strdup_printf (_ ("%d papers were given out, but only %d members may "
                                              "vote."),
                                           n_issued, (int) n_voters));
  meeting->ballots_issued = n_issued < 0 ? -1 : n_issued;
  meeting->ballots_returned = n_returned < 0 ? -1 : n_returned;
  return bv_meeting_save (connection, meeting, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 meeting_id;
  BvBallot *ballot;
  int number;
  int n_issued;
  int n_returned;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_ballot_save (connection, act->meeting_id, act->ballot, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_ballot_delete (connection, act->meeting_id, act->number, error);
}

static gboolean
set_counts_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_ballot_set_counts (connection, act->meeting_id, act->n_issued, act->n_returned, error);
}

gboolean
bv_ballot_save_act (BvStore *store,
                    gint64 meeting_id,
                    BvBallot *self,
                    gint64 *act_id,
                    GError **error)
{
  Act act = { .meeting_id = meeting_id, .ballot = self };
  gint64 old_id = self->id;
  int old_number = self->number;
  g_autofree char *title = old_number == 0
                             ? g_strdup (_ ("Type a ballot paper"))
                             : g_strdup_printf (_ ("Correct ballot paper %d"), old_number);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has neither id nor number */
  self->number = old_number;
  return FALSE;
}

gboolean
bv_ballot_delete_act (BvStore *store, gint64 meeting_id, int number, gint64 *act_id, GError **error)
{
  Act act = { .meeting_id = meeting_id, .number = number };
  g_autofree char *title = g_strdup_printf (_ ("Remove ballot paper %d"), number);

  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &act, NULL, act_id, error);
}

gboolean
bv_ballot_set_counts_act (BvStore *store,
                          gint64 meeting_id,
                          int n_issued,
                          int n_returned,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .meeting_id = meeting_id, .n_issued = n_issued, .n_returned = n_returned };

  return bv_store_act (store, _ ("Record the papers given out and returned"), BV_ACT_NONE,
                       set_counts_act, &act, NULL, act_id, error);
}
