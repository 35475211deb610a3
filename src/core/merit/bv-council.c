// SPDX-License-Identifier: GPL-3.0-or-later
/* Councils: reading, checking and saving them. Their members are in bv-council-member.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-council.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_council_kinds[] = {
  { "emulation", NC_ ("council", "Emulation and commendation"), "council" },
  { "initiative", NC_ ("council", "Initiatives"), "council" },
  { NULL, NULL, NULL },
};

#define FIRST_YEAR 1945

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvCouncil, kind),
  BV_RECORD_TEXT (BvCouncil, name),
  BV_RECORD_TEXT (BvCouncil, decision_number),
  BV_RECORD_TEXT_OR_NULL (BvCouncil, decision_date),
  BV_RECORD_TEXT_OR_NULL (BvCouncil, from_date),
  BV_RECORD_TEXT_OR_NULL (BvCouncil, to_date),
  BV_RECORD_TEXT (BvCouncil, note),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))

#define COLUMNS                                                                                    \
  "SELECT kind, name, decision_number, decision_date, from_date, to_date, note, id FROM council "

BvCouncil *
bv_council_new (void)
{
  BvCouncil *self = bv_record_new (sizeof (BvCouncil), texts, G_N_ELEMENTS (texts));

  g_free (self->kind);
  self->kind = g_strdup ("emulation");
  return self;
}

void
bv_council_free (BvCouncil *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvCouncil *
read_row (BvStatement *statement)
{
  BvCouncil *self = bv_council_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  return self;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The council is no longer there."));
  return FALSE;
}

BvCouncil *
bv_council_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE id = ?1", "i", id);
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
bv_council_list (BvConnection *connection, const char *kind, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE ?1 IS NULL OR kind = ?1"
            " ORDER BY coalesce (from_date, decision_date) DESC, id DESC",
    "s", kind);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_council_free,
                            error);
}

gboolean
bv_council_find_on (BvConnection *connection,
                    const char *kind,
                    const char *date,
                    gint64 *id,
                    GError **error)
{
  return bv_connection_query_int (connection, id, 0, error,
                                  "SELECT id FROM council WHERE kind = ?1"
                                  " AND (from_date IS NULL OR from_date <= ?2)"
                                  " AND (to_date IS NULL OR to_date >= ?2)"
                                  " ORDER BY from_date DESC, id DESC LIMIT 1",
                                  "ss", kind, date);
}

/* A term may not be shortened past a meeting that was held in it. */
static gboolean
check_meetings (BvConnection *connection,
                GPtrArray *problems,
                const BvCouncil *self,
                GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (!bv_connection_query_text (connection, &date, error,
                                 "SELECT on_date FROM meeting WHERE council_id = ?1"
                                 " AND (on_date < ?2 OR on_date > ?3) ORDER BY on_date LIMIT 1",
                                 "iss", self->id, self->from_date, self->to_date))
    return FALSE;
  if (date == NULL)
    return TRUE;
  day = bv_date_format_short (date);
  message = g_strdup_printf (_ ("The council met on %s: the term must hold that day."), day);
  bv_problems_add (problems,
                   self->from_date != NULL && g_strcmp0 (date, self->from_date) < 0 ? "from_date"
                                                                                    : "to_date",
                   BV_VALUE_ERROR_RANGE, message);
  return TRUE;
}

/* A council is set up by a decision that was made, in a time that has councils. */
static void
check_near (GPtrArray *problems, const BvCouncil *self)
{
  g_autofree char *today = bv_date_today ();
  const char *too_old = _ ("The year must be 1945 or later.");

  if (problems->len > 0)
    return;
  if (self->decision_date != NULL && strcmp (self->decision_date, today) > 0)
    bv_problems_add (problems, "decision_date", BV_VALUE_ERROR_RANGE,
                     _ ("The date of the decision lies in the future."));
  else if (self->decision_date != NULL && bv_date_year (self->decision_date) < FIRST_YEAR)
    bv_problems_add (problems, "decision_date", BV_VALUE_ERROR_RANGE, too_old);
  if (self->from_date != NULL && bv_date_year (self->from_date) < FIRST_YEAR)
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_RANGE, too_old);
}

GPtrArray *
bv_council_validate (BvConnection *connection, const BvCouncil *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  bv_record_check_choice (problems, "kind", bv_council_kinds, self->kind);
  bv_record_check_name (problems, "name", self->name);
  bv_record_check_date (problems, "decision_date", self->decision_date);
  bv_record_check_dates (problems, self->from_date, self->to_date);
  check_near (problems, self);
  if (self->id != 0 && problems->len == 0 && !check_meetings (connection, problems, self, error))
    return NULL;
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

gboolean
bv_council_save (BvConnection *connection, BvCouncil *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_council_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO council (kind, name, decision_number, decision_date, from_date, to_date, note)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      : "UPDATE council SET kind = ?1, name = ?2, decision_number = ?3, decision_date = ?4,"
        " from_date = ?5, to_date = ?6, note = ?7 WHERE id = ?8",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_TEXTS + 1, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return not_found (error);
  return TRUE;
}

gboolean
bv_council_delete (BvConnection *connection, gint64 id, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM meeting WHERE council_id = ?1", "i", id))
    return FALSE;
  if (n > 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("The council has meetings and cannot be deleted: end its term by a "
                              "last day instead."));
      return FALSE;
    }
  if (!bv_connection_run (connection, error, "DELETE FROM council WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || not_found (error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_council_save (connection, user_data, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_council_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_council_save_act (BvStore *store, BvCouncil *self, gint64 *act_id, GError **error)
{
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (old_id == 0 ? _ ("Set up “%s”") : _ ("Change “%s”"),
                                            self->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, self, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_council_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvCouncil) self = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    self = bv_council_load (bv_lease_connection (lease), id, error);
  if (self == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Delete “%s”"), self->name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_act, &id, NULL, act_id, error);
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

BvRowSource *
bv_council_source (const char *search)
{
  /* Columns as in BvCouncilColumn. */
  BvRowSource *source = bv_row_source_new (
    "SELECT id FROM council WHERE ?1 = '' OR text_matches (name || ' ' || decision_number, ?1)"
    " ORDER BY coalesce (from_date, decision_date) DESC, id DESC",
    "SELECT c.name, c.kind, c.decision_number, c.decision_date, c.from_date, c.to_date,"
    " (SELECT count (*) FROM council_member WHERE council_id = c.id AND has_vote = 1"
    " AND to_date IS NULL),"
    " (SELECT count (*) FROM meeting WHERE council_id = c.id) FROM council c WHERE c.id = ?1");

  bv_row_source_bind_text (source, 1, search != NULL ? search : "");
  return source;
}
