// SPDX-License-Identifier: GPL-3.0-or-later
/* The agenda of a meeting: reading it, and which nominations may be put on it. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-agenda.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-meeting.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_agenda_results[] = {
  { "", "", NULL },
  { "passed", NC_ ("vote", "Passed"), "vote" },
  { "failed", NC_ ("vote", "Not passed"), "vote" },
  { "postponed", NC_ ("vote", "Postponed"), "vote" },
  { NULL, NULL, NULL },
};

const BvChoice bv_agenda_bases[] = {
  { "members", NC_ ("vote", "All members"), "vote" },
  { "present", NC_ ("vote", "Those present"), "vote" },
  { NULL, NULL, NULL },
};

const char *
bv_agenda_result_to_code (BvAgendaResult result)
{
  return bv_agenda_results[result].code;
}

void
bv_agenda_item_free (BvAgendaItem *self)
{
  if (self == NULL)
    return;
  g_free (self->dossier_title);
  g_free (self->regime_id);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->form_code);
  g_free (self->achievement);
  g_free (self->override_reason);
  g_free (self->note);
  g_free (self);
}

void
bv_agenda_offer_free (BvAgendaOffer *self)
{
  if (self == NULL)
    return;
  g_free (self->dossier_title);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->form_code);
  g_free (self);
}

/* The name as printed once the dossier was submitted, until then that of the register. */
#define NAME "CASE n.name_printed WHEN '' THEN s.name ELSE n.name_printed END"

#define COLUMNS                                                                                    \
  "SELECT i.id, i.meeting_id, i.nomination_id, i.position, d.id, d.title, d.regime_id, s.id,"      \
  " s.kind, " NAME ", n.detail_printed, coalesce (n.unit_id, 0), n.form_code, d.manner, d.year,"   \
  " n.achievement, n.state = 'proposed' AND d.state IN ('accepted', 'decided'),"                   \
  " coalesce (i.votes_for, -1), coalesce (i.votes_against, -1), coalesce (i.votes_invalid, -1),"   \
  " coalesce (i.need_numerator, 0), coalesce (i.need_denominator, 0), coalesce (i.need_strict, "   \
  "0),"                                                                                            \
  " coalesce (i.need_base, '') = 'present', coalesce (i.base, -1), i.result, i.override_reason,"   \
  " i.note FROM agenda_item i JOIN nomination n ON n.id = i.nomination_id"                         \
  " JOIN dossier d ON d.id = n.dossier_id JOIN subject s ON s.id = n.subject_id "

static BvAgendaItem *
read_row (BvStatement *statement)
{
  BvAgendaItem *self = g_new0 (BvAgendaItem, 1);
  int column = 0;

  self->id = bv_statement_int (statement, column++);
  self->meeting_id = bv_statement_int (statement, column++);
  self->nomination_id = bv_statement_int (statement, column++);
  self->position = (int) bv_statement_int (statement, column++);
  self->dossier_id = bv_statement_int (statement, column++);
  self->dossier_title = g_strdup (bv_statement_text (statement, column++));
  self->regime_id = g_strdup (bv_statement_text (statement, column++));
  self->subject_id = bv_statement_int (statement, column++);
  self->subject_kind = (BvSubjectKind) bv_statement_int (statement, column++);
  self->name = g_strdup (bv_statement_text (statement, column++));
  self->detail = g_strdup (bv_statement_text (statement, column++));
  self->unit_id = bv_statement_int (statement, column++);
  self->form_code = g_strdup (bv_statement_text (statement, column++));
  bv_manner_from_code (bv_statement_text (statement, column++), &self->manner);
  self->year = (int) bv_statement_int (statement, column++);
  self->achievement = g_strdup (bv_statement_text (statement, column++));
  self->is_standing = bv_statement_int (statement, column++) != 0;
  self->votes_for = (int) bv_statement_int (statement, column++);
  self->votes_against = (int) bv_statement_int (statement, column++);
  self->votes_invalid = (int) bv_statement_int (statement, column++);
  self->need.numerator = bv_statement_int (statement, column++);
  self->need.denominator = bv_statement_int (statement, column++);
  self->need.is_strict = bv_statement_int (statement, column++) != 0;
  self->need_of_present = bv_statement_int (statement, column++) != 0;
  self->base = (int) bv_statement_int (statement, column++);
  self->result = (BvAgendaResult) bv_choice_index (bv_agenda_results,
                                                   bv_statement_text (statement, column++));
  self->override_reason = g_strdup (bv_statement_text (statement, column++));
  self->note = g_strdup (bv_statement_text (statement, column));
  return self;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The item is no longer on the agenda."));
  return FALSE;
}

BvAgendaItem *
bv_agenda_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE i.id = ?1", "i", id);
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
bv_agenda_list (BvConnection *connection, gint64 meeting_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE i.meeting_id = ?1 ORDER BY i.position, i.id", "i",
    meeting_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_agenda_item_free,
                            error);
}

/* Nomination n is before another council that has not closed, or was voted on: it cannot be put to the vote again. */
#define ELSEWHERE                                                                                  \
  "EXISTS (SELECT 1 FROM agenda_item o JOIN meeting g ON g.id = o.meeting_id"                      \
  " WHERE o.nomination_id = n.id AND (g.state = 'planned' OR o.result IN ('passed', 'failed')))"

#define OFFERS                                                                                     \
  "SELECT n.id, d.id, d.title, " NAME ", n.detail_printed, n.form_code FROM nomination n"          \
  " JOIN dossier d ON d.id = n.dossier_id JOIN subject s ON s.id = n.subject_id"                   \
  " WHERE n.state = 'proposed' AND d.state = 'accepted'"                                           \
  " AND (coalesce (d.received_on, substr (d.submitted_at, 1, 10), '') <= (SELECT on_date"          \
  " FROM meeting WHERE id = ?1)) AND (?2 = 0 OR d.id = ?2) AND NOT " ELSEWHERE                     \
  " ORDER BY coalesce (d.received_on, ''), d.id, n.position, n.id"

static GPtrArray *
list_offers (BvConnection *connection, gint64 meeting_id, gint64 dossier_id, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_agenda_offer_free);
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, OFFERS, "ii", meeting_id, dossier_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvAgendaOffer *offer;

      if (!has_row)
        return g_steal_pointer (&list);
      offer = g_new0 (BvAgendaOffer, 1);
      offer->nomination_id = bv_statement_int (statement, 0);
      offer->dossier_id = bv_statement_int (statement, 1);
      offer->dossier_title = g_strdup (bv_statement_text (statement, 2));
      offer->name = g_strdup (bv_statement_text (statement, 3));
      offer->detail = g_strdup (bv_statement_text (statement, 4));
      offer->form_code = g_strdup (bv_statement_text (statement, 5));
      g_ptr_array_add (list, offer);
    }
  return NULL;
}

GPtrArray *
bv_agenda_list_offers (BvConnection *connection, gint64 meeting_id, GError **error)
{
  return list_offers (connection, meeting_id, 0, error);
}

/* ── What may be put on it ───────────────────────────────────────────────────────────────── */

static gboolean
refuse (GError **error, const char *format, const char *a, const char *b)
{
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, a, b);
#pragma GCC diagnostic pop
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, message);
  return FALSE;
}

static gboolean
check_dossier (BvConnection *connection, gint64 meeting_id, gint64 dossier_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT title, state, day, day > on_date FROM (SELECT d.title, d.state, g.on_date,"
    " coalesce (d.received_on, substr (d.submitted_at, 1, 10)) AS day FROM dossier d, meeting g"
    " WHERE d.id = ?1 AND g.id = ?2)",
    "ii", dossier_id, meeting_id);
  gboolean has_row;
  const char *title;
  const char *state;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The dossier is no longer there."));
      return FALSE;
    }
  title = bv_statement_text (statement, 0);
  state = bv_statement_text (statement, 1);
  if (g_str_equal (state, "decided"))
    return refuse (error, _ ("“%s” is decided already."), title, NULL);
  if (!g_str_equal (state, "accepted"))
    return refuse (error, _ ("“%s” is not accepted yet: the appraisal comes before the council."),
                   title, NULL);
  if (bv_statement_int (statement, 3) != 0)
    {
      g_autofree char *day = bv_date_format_short (bv_statement_text (statement, 2));

      return refuse (error, _ ("“%s” was handed in on %s, after the day of the meeting."), title,
                     day);
    }
  return TRUE;
}

/* Rows of papers that are typed are those of the agenda as it was. */
static gboolean
check_no_ballots (BvConnection *connection, gint64 meeting_id, GError **error)
{
  gint64 n;

  if (!bv_meeting_check_open (connection, meeting_id, error)
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count (*) FROM ballot WHERE meeting_id = ?1", "i",
                                   meeting_id))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("Ballot papers are typed already: the agenda stays as it was printed on "
                          "them. An item can be postponed."));
  return FALSE;
}

static gboolean
check_nomination (BvConnection *connection, gint64 meeting_id, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT " NAME ", n.state, n.dossier_id,"
    " (SELECT g.title || ' (' || strftime ('%d/%m/%Y', g.on_date) || ')' FROM agenda_item o"
    " JOIN meeting g ON g.id = o.meeting_id WHERE o.nomination_id = n.id"
    " AND (g.state = 'planned' OR o.result IN ('passed', 'failed')) LIMIT 1)"
    " FROM nomination n JOIN subject s ON s.id = n.subject_id WHERE n.id = ?1",
    "i", id);
  gboolean has_row;
  g_autofree char *name = NULL;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The nomination is no longer there."));
      return FALSE;
    }
  name = g_strdup (bv_statement_text (statement, 0));
  if (g_str_equal (bv_statement_text (statement, 1), "returned"))
    return refuse (error, _ ("The nomination of %s was returned."), name, NULL);
  if (g_str_equal (bv_statement_text (statement, 1), "withdrawn"))
    return refuse (error, _ ("The nomination of %s was withdrawn."), name, NULL);
  if (!bv_statement_is_null (statement, 3))
    return refuse (error, _ ("The nomination of %s stands before another meeting: %s."), name,
                   bv_statement_text (statement, 3));
  return check_dossier (connection, meeting_id, bv_statement_int (statement, 2), error);
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_agenda_add (BvConnection *connection,
               gint64 meeting_id,
               const gint64 *nomination_ids,
               guint n_nominations,
               GError **error)
{
  gint64 last;

  if (!check_no_ballots (connection, meeting_id, error)
      || !bv_connection_query_int (connection, &last, 0, error,
                                   "SELECT max (position) FROM agenda_item WHERE meeting_id = ?1",
                                   "i", meeting_id))
    return FALSE;
  for (guint i = 0; i < n_nominations; i++)
    if (!check_nomination (connection, meeting_id, nomination_ids[i], error)
        || !bv_connection_run (
          connection, error,
          "INSERT INTO agenda_item (meeting_id, nomination_id, position) VALUES (?1, ?2, ?3)",
          "iii", meeting_id, nomination_ids[i], last + 1 + i))
      return FALSE;
  return TRUE;
}

gboolean
bv_agenda_add_dossier (BvConnection *connection,
                       gint64 meeting_id,
                       gint64 dossier_id,
                       guint *n_added,
                       GError **error)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!check_dossier (connection, meeting_id, dossier_id, error))
    return FALSE;
  offers = list_offers (connection, meeting_id, dossier_id, error);
  if (offers == NULL)
    return FALSE;
  for (guint i = 0; i < offers->len; i++)
    g_array_append_val (ids, ((BvAgendaOffer *) g_ptr_array_index (offers, i))->nomination_id);
  if (n_added != NULL)
    *n_added = ids->len;
  return bv_agenda_add (connection, meeting_id, (const gint64 *) ids->data, ids->len, error);
}

/* Positions 1, 2, 3 … in the order that stands; @id goes to @position when that is not 0. */
static gboolean
renumber (BvConnection *connection, gint64 meeting_id, gint64 id, int position, GError **error)
{
  g_autoptr (GPtrArray) items = bv_agenda_list (connection, meeting_id, error);
  guint from = G_MAXUINT;

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (((BvAgendaItem *) g_ptr_array_index (items, i))->id == id)
      from = i;
  if (from != G_MAXUINT && position > 0)
    {
      guint to = MIN ((guint) position, items->len) - 1;
      gpointer item = g_ptr_array_steal_index (items, from);

      g_ptr_array_insert (items, (int) to, item);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (items, i);

      if (item->position != (int) i + 1
          && !bv_connection_run (connection, error,
                                 "UPDATE agenda_item SET position = ?2 WHERE id = ?1", "ii",
                                 item->id, (gint64) i + 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
bv_agenda_remove (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvAgendaItem) item = bv_agenda_load (connection, id, error);

  return item != NULL && check_no_ballots (connection, item->meeting_id, error)
         && bv_connection_run (connection, error, "DELETE FROM agenda_item WHERE id = ?1", "i", id)
         && renumber (connection, item->meeting_id, 0, 0, error);
}

gboolean
bv_agenda_move (BvConnection *connection, gint64 id, int position, GError **error)
{
  g_autoptr (BvAgendaItem) item = bv_agenda_load (connection, id, error);

  return item != NULL && check_no_ballots (connection, item->meeting_id, error)
         && renumber (connection, item->meeting_id, id, MAX (position, 1), error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  const gint64 *ids;
  guint n_ids;
  gint64 dossier_id;
  int position;
  guint n_added;
} Act;

static gboolean
add_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_agenda_add (connection, act->id, act->ids, act->n_ids, error);
}

static gboolean
add_dossier_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_agenda_add_dossier (connection, act->id, act->dossier_id, &act->n_added, error);
}

static gboolean
remove_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_agenda_remove (connection, ((Act *) user_data)->id, error);
}

static gboolean
move_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_agenda_move (connection, act->id, act->position, error);
}

gboolean
bv_agenda_add_act (BvStore *store,
                   gint64 meeting_id,
                   const gint64 *nomination_ids,
                   guint n_nominations,
                   gint64 *act_id,
                   GError **error)
{
  Act act = { .id = meeting_id, .ids = nomination_ids, .n_ids = n_nominations };
  g_autofree char *title = g_strdup_printf (
    ngettext ("Put %u nomination on the agenda", "Put %u nominations on the agenda", n_nominations),
    n_nominations);

  return bv_store_act (store, title, BV_ACT_NONE, add_act, &act, NULL, act_id, error);
}

gboolean
bv_agenda_add_dossier_act (BvStore *store,
                           gint64 meeting_id,
                           gint64 dossier_id,
                           guint *n_added,
                           gint64 *act_id,
                           GError **error)
{
  Act act = { .id = meeting_id, .dossier_id = dossier_id };
  gboolean ok = bv_store_act (store, _ ("Put a dossier on the agenda"), BV_ACT_NONE,
                              add_dossier_act, &act, NULL, act_id, error);

  if (n_added != NULL)
    *n_added = ok ? act.n_added : 0;
  return ok;
}

static char *
name_of (BvStore *store, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvAgendaItem) item = NULL;

  if (lease != NULL)
    item = bv_agenda_load (bv_lease_connection (lease), id, error);
  return item != NULL ? g_strdup (item->name) : NULL;
}

gboolean
bv_agenda_remove_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  g_autofree char *name = name_of (store, id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Take %s off the agenda"), name);
  return bv_store_act (store, title, BV_ACT_NONE, remove_act, &act, NULL, act_id, error);
}

gboolean
bv_agenda_move_act (BvStore *store, gint64 id, int position, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .position = position };

  return bv_store_act (store, _ ("Move an item of the agenda"), BV_ACT_NONE, move_act, &act, NULL,
                       act_id, error);
}
