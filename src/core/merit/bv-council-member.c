// SPDX-License-Identifier: GPL-3.0-or-later
/* Members of councils: who they are on a day, checking and saving them. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-council.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-record.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_council_roles[] = {
  { "chair", NC_ ("council role", "Chair"), "council role" },
  { "standing_vice", NC_ ("council role", "Standing vice chair"), "council role" },
  { "vice", NC_ ("council role", "Vice chair"), "council role" },
  { "member", NC_ ("council role", "Member"), "council role" },
  { "secretary", NC_ ("council role", "Secretary"), "council role" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvCouncilMember, honorific),
  BV_RECORD_TEXT (BvCouncilMember, name),
  BV_RECORD_TEXT (BvCouncilMember, post),
  BV_RECORD_TEXT (BvCouncilMember, role),
  BV_RECORD_TEXT_OR_NULL (BvCouncilMember, from_date),
  BV_RECORD_TEXT_OR_NULL (BvCouncilMember, to_date),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))

#define COLUMNS                                                                                    \
  "SELECT m.honorific, m.name, m.post, m.role, m.from_date, m.to_date, m.id, m.council_id,"        \
  " m.person_id, m.position, m.has_vote FROM council_member m "
/* As a decision lists them. */
#define ORDER                                                                                      \
  " ORDER BY CASE m.role WHEN 'chair' THEN 1 WHEN 'standing_vice' THEN 2 WHEN 'vice' THEN 3"       \
  " WHEN 'member' THEN 4 ELSE 5 END, m.position, m.id"

const char *
bv_council_role_print (const char *role)
{
  if (g_strcmp0 (role, "chair") == 0)
    return "Chủ tịch Hội đồng";
  if (g_strcmp0 (role, "standing_vice") == 0)
    return "Phó Chủ tịch Thường trực Hội đồng";
  if (g_strcmp0 (role, "vice") == 0)
    return "Phó Chủ tịch Hội đồng";
  if (g_strcmp0 (role, "secretary") == 0)
    return "Thư ký Hội đồng";
  return "Ủy viên";
}

BvCouncilMember *
bv_council_member_new (void)
{
  BvCouncilMember *self = bv_record_new (sizeof (BvCouncilMember), texts, G_N_ELEMENTS (texts));

  g_free (self->role);
  self->role = g_strdup ("member");
  self->has_vote = TRUE;
  return self;
}

void
bv_council_member_free (BvCouncilMember *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvCouncilMember *
read_row (BvStatement *statement)
{
  BvCouncilMember *self = bv_council_member_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  self->council_id = bv_statement_int (statement, N_TEXTS + 1);
  self->person_id = bv_statement_int (statement, N_TEXTS + 2);
  self->position = (int) bv_statement_int (statement, N_TEXTS + 3);
  self->has_vote = bv_statement_int (statement, N_TEXTS + 4) != 0;
  return self;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The member of the council is no longer there."));
  return FALSE;
}

BvCouncilMember *
bv_council_member_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE m.id = ?1", "i", id);
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
bv_council_list_members (BvConnection *connection,
                         gint64 council_id,
                         const char *date,
                         GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE m.council_id = ?1 AND (?2 IS NULL OR ((m.from_date IS NULL OR m.from_date <= ?2)"
            " AND (m.to_date IS NULL OR m.to_date >= ?2)))" ORDER,
    "is", council_id, date);

  return bv_statement_list (statement, (BvRowFunc) read_row,
                            (GDestroyNotify) bv_council_member_free, error);
}

gboolean
bv_council_member_is_on (const BvCouncilMember *self, const char *date)
{
  return (self->from_date == NULL || strcmp (self->from_date, date) <= 0)
         && (self->to_date == NULL || strcmp (self->to_date, date) >= 0);
}

char *
bv_council_member_address_form (const BvCouncilMember *self)
{
  return *self->honorific == '\0' ? g_strdup (self->name)
                                  : g_strdup_printf ("%s %s", self->honorific, self->name);
}

/* "Ông", "Bà" of a person whose record may name none. */
static char *
honorific_of (const BvPerson *person)
{
  if (*person->honorific != '\0')
    return g_strdup (person->honorific);
  return g_strdup (g_str_equal (person->sex, "female") ? "Bà"
                   : g_str_equal (person->sex, "male") ? "Ông"
                                                       : "");
}

BvCouncilMember *
bv_council_member_propose (BvConnection *connection,
                           gint64 council_id,
                           gint64 person_id,
                           const char *date,
                           GError **error)
{
  g_autoptr (BvCouncilMember) self = bv_council_member_new ();
  g_autoptr (BvPerson) person = bv_person_load (connection, person_id, error);
  g_autoptr (BvMembership) membership = NULL;
  g_autofree char *today = bv_date_today ();

  if (person == NULL
      || !bv_membership_on (connection, person_id, date != NULL ? date : today, &membership, error))
    return NULL;
  self->council_id = council_id;
  self->person_id = person_id;
  bv_text_set (&self->name, person->name);
  bv_text_take (&self->honorific, honorific_of (person));
  if (membership != NULL)
    bv_text_take (&self->post, bv_unit_name_post (membership->post, membership->unit_name));
  return g_steal_pointer (&self);
}

/* ── What is wrong with one ──────────────────────────────────────────────────────────────── */

static gboolean
check_dates (BvConnection *connection,
             GPtrArray *problems,
             const BvCouncilMember *self,
             GError **error)
{
  g_autoptr (BvCouncil) council = bv_council_load (connection, self->council_id, error);

  if (council == NULL)
    return FALSE;
  if (self->from_date != NULL && council->to_date != NULL
      && strcmp (self->from_date, council->to_date) > 0)
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_RANGE,
                     _ ("The term of the council has ended before that day."));
  else if (self->from_date != NULL && council->from_date != NULL
           && strcmp (self->from_date, council->from_date) < 0)
    {
      g_autofree char *day = bv_date_format_short (council->from_date);
      g_autofree char *message = g_strdup_printf (_ ("The term of the council begins on %s only."),
                                                  day);

      bv_problems_add (problems, "from_date", BV_VALUE_ERROR_RANGE, message);
    }
  if (self->to_date != NULL && council->from_date != NULL
      && strcmp (self->to_date, council->from_date) < 0)
    bv_problems_add (problems, "to_date", BV_VALUE_ERROR_RANGE,
                     _ ("The term of the council begins after that day."));
  return TRUE;
}

/* One chair on a day; nobody twice on a day. */
static gboolean
check_others (BvConnection *connection,
              GPtrArray *problems,
              const BvCouncilMember *self,
              GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT name, role = 'chair' AND ?3 = 'chair' FROM council_member WHERE council_id = ?1"
    " AND id <> ?2 AND (from_date IS NULL OR ?5 IS NULL OR from_date <= ?5)"
    " AND (to_date IS NULL OR ?4 IS NULL OR to_date >= ?4)"
    " AND ((role = 'chair' AND ?3 = 'chair') OR (?6 <> 0 AND person_id = ?6)"
    " OR ((?6 = 0 OR person_id IS NULL) AND name = ?7 AND (?8 = '' OR post = '' OR post = ?8)))"
    " LIMIT 1",
    "iisssiss", self->council_id, self->id, self->role, self->from_date, self->to_date,
    self->person_id, self->name, self->post);
  gboolean has_row;
  g_autofree char *message = NULL;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  if (bv_statement_int (statement, 1) != 0)
    {
      message = g_strdup_printf (_ ("%s is chair at that time: a council has one chair on a day."),
                                 bv_statement_text (statement, 0));
      bv_problems_add (problems, "role", BV_VALUE_ERROR_DUPLICATE, message);
      return TRUE;
    }
  message = g_strdup_printf (_ ("%s is a member of the council already at that time."),
                             bv_statement_text (statement, 0));
  bv_problems_add (problems, "name", BV_VALUE_ERROR_DUPLICATE, message);
  return TRUE;
}

/* What a closed meeting rests on stays: that somebody was a member on that day, and had a vote. */
static gboolean
check_meetings (BvConnection *connection,
                GPtrArray *problems,
                const BvCouncilMember *self,
                GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT g.on_date, c.has_vote <> ?2 FROM attendance a JOIN meeting g ON g.id = a.meeting_id"
    " JOIN council_member c ON c.id = a.member_id"
    " WHERE a.member_id = ?1 AND g.state = 'closed'"
    " AND (c.has_vote <> ?2 OR g.on_date < ?3 OR g.on_date > ?4) ORDER BY g.on_date LIMIT 1",
    "iiss", self->id, (gint64) self->has_vote, self->from_date, self->to_date);
  gboolean has_row;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  day = bv_date_format_short (bv_statement_text (statement, 0));
  if (bv_statement_int (statement, 1) != 0)
    {
      message = g_strdup_printf (_ ("The meeting of %s was closed with this member's vote as it "
                                    "was: end this membership and add a new one."),
                                 day);
      bv_problems_add (problems, "has_vote", BV_VALUE_ERROR_RANGE, message);
      return TRUE;
    }
  message = g_strdup_printf (_ ("The meeting of %s was closed with this member: the dates must "
                                "hold that day."),
                             day);
  bv_problems_add (problems,
                   self->from_date != NULL
                       && strcmp (bv_statement_text (statement, 0), self->from_date) < 0
                     ? "from_date"
                     : "to_date",
                   BV_VALUE_ERROR_RANGE, message);
  return TRUE;
}

GPtrArray *
bv_council_member_validate (BvConnection *connection, const BvCouncilMember *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  bv_record_check_choice (problems, "role", bv_council_roles, self->role);
  bv_record_check_dates (problems, self->from_date, self->to_date);
  if (!self->has_vote && g_strcmp0 (self->role, "chair") == 0)
    bv_problems_add (problems, "has_vote", BV_VALUE_ERROR_RANGE,
                     _ ("The chair of the council has a vote."));
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  if (!check_dates (connection, problems, self, error)
      || !check_others (connection, problems, self, error)
      || (self->id != 0 && !check_meetings (connection, problems, self, error)))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
give_position (BvConnection *connection, BvCouncilMember *self, GError **error)
{
  gint64 last;

  if (self->position > 0)
    return TRUE;
  if (!bv_connection_query_int (connection, &last, 0, error,
                                "SELECT max (position) FROM council_member WHERE council_id = ?1"
                                " AND role = ?2 AND id <> ?3",
                                "isi", self->council_id, self->role, self->id))
    return FALSE;
  self->position = (int) last + 1;
  return TRUE;
}

gboolean
bv_council_member_save (BvConnection *connection, BvCouncilMember *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_council_member_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error)
      || !give_position (connection, self, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO council_member (honorific, name, post, role, from_date, to_date, council_id,"
        " person_id, position, has_vote) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif (?8, 0), ?9,"
        " ?10)"
      : "UPDATE council_member SET honorific = ?1, name = ?2, post = ?3, role = ?4, from_date = ?5,"
        " to_date = ?6, council_id = ?7, person_id = nullif (?8, 0), position = ?9,"
        " has_vote = ?10 WHERE id = ?11",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  bv_statement_bind_int (statement, N_TEXTS + 1, self->council_id);
  bv_statement_bind_int (statement, N_TEXTS + 2, self->person_id);
  bv_statement_bind_int (statement, N_TEXTS + 3, self->position);
  bv_statement_bind_int (statement, N_TEXTS + 4, self->has_vote ? 1 : 0);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_TEXTS + 5, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return not_found (error);
  return TRUE;
}

gboolean
bv_council_member_delete (BvConnection *connection, gint64 id, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (
        connection, &n, 0, error,
        "SELECT (SELECT count (*) FROM attendance WHERE member_id = ?1)"
        " + (SELECT count (*) FROM recusal WHERE member_id = ?1)"
        " + (SELECT count (*) FROM meeting WHERE chair_id = ?1 OR secretary_id = ?1)",
        "i", id))
    return FALSE;
  if (n > 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("This member stands in the papers of a meeting and cannot be "
                              "deleted: give the last day of the membership instead."));
      return FALSE;
    }
  if (!bv_connection_run (connection, error, "DELETE FROM council_member WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || not_found (error);
}

gboolean
bv_council_member_move (BvConnection *connection, gint64 id, int by, GError **error)
{
  g_autoptr (BvCouncilMember) self = bv_council_member_load (connection, id, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint from = 0;

  if (self == NULL)
    return FALSE;
  all = bv_council_list_members (connection, self->council_id, NULL, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const BvCouncilMember *member = g_ptr_array_index (all, i);

      if (!g_str_equal (member->role, self->role))
        continue;
      if (member->id == id)
        from = ids->len;
      g_array_append_val (ids, member->id);
    }
  if (by < 0 ? from == 0 : from + 1 >= ids->len)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   by < 0 ? _ ("%s already stands first in this role.")
                          : _ ("%s already stands last in this role."),
                   self->name);
      return FALSE;
    }
  g_array_remove_index (ids, from);
  g_array_insert_val (ids, by < 0 ? from - 1 : from + 1, id);
  for (guint i = 0; i < ids->len; i++)
    if (!bv_connection_run (connection, error,
                            "UPDATE council_member SET position = ?2 WHERE id = ?1"
                            " AND position <> ?2",
                            "ii", g_array_index (ids, gint64, i), (gint64) i + 1))
      return FALSE;
  return TRUE;
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_council_member_save (connection, user_data, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_council_member_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_council_member_save_act (BvStore *store, BvCouncilMember *self, gint64 *act_id, GError **error)
{
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Take %s into the council") : _ ("Change the council member %s"), self->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, self, NULL, act_id, error))
    return TRUE;
  self->id = old_id;
  return FALSE;
}

typedef struct
{
  gint64 id;
  int by;
} Move;

static gboolean
move_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Move *move = user_data;

  return bv_council_member_move (connection, move->id, move->by, error);
}

gboolean
bv_council_member_move_act (BvStore *store, gint64 id, int by, gint64 *act_id, GError **error)
{
  Move move = { id, by };
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvCouncilMember) self = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    self = bv_council_member_load (bv_lease_connection (lease), id, error);
  if (self == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Move %s in the council's list"), self->name);
  return bv_store_act (store, title, BV_ACT_NONE, move_act, &move, NULL, act_id, error);
}

gboolean
bv_council_member_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvCouncilMember) self = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    self = bv_council_member_load (bv_lease_connection (lease), id, error);
  if (self == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Remove %s from the council"), self->name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &id, NULL, act_id, error);
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

BvRowSource *
bv_council_member_source (gint64 council_id)
{
  /* Columns as in BvCouncilMemberColumn. */
  BvRowSource *source = bv_row_source_new (
    "SELECT m.id FROM council_member m WHERE m.council_id = ?1" ORDER,
    "SELECT name, honorific, post, role, has_vote, from_date, to_date, coalesce (person_id, 0)"
    " FROM council_member WHERE id = ?1");

  bv_row_source_bind_int (source, 1, council_id);
  return source;
}
