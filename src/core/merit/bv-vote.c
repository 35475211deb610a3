// SPDX-License-Identifier: GPL-3.0-or-later
/* Recording votes: a show of hands, recusals, what is postponed, what the chair decides. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-vote.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-council.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

void
bv_recusal_free (BvRecusal *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->reason);
  g_free (self);
}

GPtrArray *
bv_vote_list_recusals (BvConnection *connection, gint64 meeting_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_recusal_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT r.item_id, r.member_id, m.name, r.reason FROM recusal r"
    " JOIN agenda_item i ON i.id = r.item_id JOIN council_member m ON m.id = r.member_id"
    " WHERE i.meeting_id = ?1 ORDER BY i.position, i.id, m.position, m.id",
    "i", meeting_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvRecusal *recusal;

      if (!has_row)
        return g_steal_pointer (&list);
      recusal = g_new0 (BvRecusal, 1);
      recusal->item_id = bv_statement_int (statement, 0);
      recusal->member_id = bv_statement_int (statement, 1);
      recusal->name = g_strdup (bv_statement_text (statement, 2));
      recusal->reason = g_strdup (bv_statement_text (statement, 3));
      g_ptr_array_add (list, recusal);
    }
  return NULL;
}

static BvAgendaItem *
load_open (BvConnection *connection, gint64 item_id, GError **error)
{
  g_autoptr (BvAgendaItem) item = bv_agenda_load (connection, item_id, error);

  if (item == NULL || !bv_meeting_check_open (connection, item->meeting_id, error))
    return NULL;
  return g_steal_pointer (&item);
}

/* ── A show of hands ─────────────────────────────────────────────────────────────────────── */

static gboolean
check_hands (const BvAgendaItem *item,
             const BvTally *tally,
             int votes_for,
             int votes_against,
             int votes_invalid,
             GError **error)
{
  gint64 sum = (gint64) votes_for + votes_against + votes_invalid;

  if (votes_for < 0 || votes_against < 0 || votes_invalid < 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("A number of votes cannot be below 0."));
      return FALSE;
    }
  if (tally->is_secret)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s asks for a secret ballot: change the way of voting of the meeting."),
                   item->form_code);
      return FALSE;
    }
  if (sum <= tally->n_voters)
    return TRUE;
  if (tally->n_recused > 0)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                 _ ("%s: %d votes, but only %d members may vote on it (%d do not take part)."),
                 item->name, (int) MIN (sum, G_MAXINT), tally->n_voters, tally->n_recused);
  else
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                 _ ("%s: %d votes, but only %d members may vote on it."), item->name,
                 (int) MIN (sum, G_MAXINT), tally->n_voters);
  return FALSE;
}

static gboolean
check_hands_meeting (BvConnection *connection, gint64 meeting_id, GError **error)
{
  g_autoptr (BvMeeting) meeting = NULL;

  if (!bv_meeting_check_open (connection, meeting_id, error))
    return FALSE;
  meeting = bv_meeting_load (connection, meeting_id, error);
  if (meeting == NULL || !meeting->is_secret)
    return meeting != NULL;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("This meeting votes by secret ballot: type the papers."));
  return FALSE;
}

gboolean
bv_vote_set_hands (BvConnection *connection,
                   BvRegimeSet *regimes,
                   gint64 item_id,
                   int votes_for,
                   int votes_against,
                   int votes_invalid,
                   GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);
  g_autoptr (BvTally) tally = NULL;

  if (item == NULL || !check_hands_meeting (connection, item->meeting_id, error))
    return FALSE;
  tally = bv_vote_tally_item (connection, regimes, item_id, error);
  if (tally == NULL || !check_hands (item, tally, votes_for, votes_against, votes_invalid, error))
    return FALSE;
  /* Another vote takes back what stood instead of one. */
  return bv_connection_run (
    connection, error,
    "UPDATE agenda_item SET votes_for = ?2, votes_against = ?3, votes_invalid = ?4, result = '',"
    " override_reason = '', note = CASE result WHEN 'postponed' THEN '' ELSE note END"
    " WHERE id = ?1",
    "iiii", item_id, (gint64) votes_for, (gint64) votes_against, (gint64) votes_invalid);
}

gboolean
bv_vote_fill (BvConnection *connection,
              BvRegimeSet *regimes,
              gint64 meeting_id,
              guint *n_items,
              GError **error)
{
  g_autoptr (GPtrArray) tallies = NULL;
  guint n = 0;

  if (!check_hands_meeting (connection, meeting_id, error))
    return FALSE;
  tallies = bv_vote_tally (connection, regimes, meeting_id, error);
  if (tallies == NULL)
    return FALSE;
  for (guint i = 0; i < tallies->len; i++)
    {
      const BvTally *tally = g_ptr_array_index (tallies, i);

      if (tally->outcome != BV_OUTCOME_OPEN || tally->is_secret || tally->n_voters == 0)
        continue;
      if (!bv_connection_run (connection, error,
                              "UPDATE agenda_item SET votes_for = ?2, votes_against = 0,"
                              " votes_invalid = 0 WHERE id = ?1",
                              "ii", tally->item_id, (gint64) tally->n_voters))
        return FALSE;
      n++;
    }
  if (n_items != NULL)
    *n_items = n;
  return TRUE;
}

gboolean
bv_vote_clear (BvConnection *connection, gint64 item_id, GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);

  return item != NULL
         && bv_connection_run (
           connection, error,
           "UPDATE agenda_item SET votes_for = NULL, votes_against = NULL, votes_invalid = NULL,"
           " result = '', override_reason = '', note = '' WHERE id = ?1",
           "i", item_id);
}

gboolean
bv_vote_postpone (BvConnection *connection, gint64 item_id, const char *reason, GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);
  g_autofree char *clean = bv_text_clean (reason);

  return item != NULL && bv_record_is_short (clean, BV_RECORD_MAX_LINE, error)
         && bv_connection_run (
           connection, error,
           "UPDATE agenda_item SET votes_for = NULL, votes_against = NULL, votes_invalid = NULL,"
           " result = 'postponed', override_reason = '', note = ?2 WHERE id = ?1",
           "is", item_id, clean);
}

/* ── The chair decides ───────────────────────────────────────────────────────────────────── */

gboolean
bv_vote_decide_tie (BvConnection *connection,
                    BvRegimeSet *regimes,
                    gint64 item_id,
                    gboolean is_passed,
                    const char *reason,
                    GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);
  g_autoptr (BvTally) tally = NULL;
  g_autofree char *clean = bv_text_clean (reason);

  if (item == NULL)
    return FALSE;
  tally = bv_vote_tally_item (connection, regimes, item_id, error);
  if (tally == NULL)
    return FALSE;
  if (tally->outcome != BV_OUTCOME_TIE && !tally->is_by_chair)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s: the chair decides only when as many vote for as against."), item->name);
      return FALSE;
    }
  if (*clean == '\0')
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON,
                           _ ("Write why the chair decides so."));
      return FALSE;
    }
  if (!bv_record_is_short (clean, BV_RECORD_MAX_LINE, error))
    return FALSE;
  return bv_connection_run (
    connection, error, "UPDATE agenda_item SET result = ?2, override_reason = ?3 WHERE id = ?1",
    "iss", item_id, bv_agenda_result_to_code (is_passed ? BV_AGENDA_PASSED : BV_AGENDA_FAILED),
    clean);
}

/* ── Recusal ─────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_vote_recuse (BvConnection *connection,
                gint64 item_id,
                gint64 member_id,
                const char *reason,
                GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);
  g_autoptr (BvCouncilMember) member = NULL;
  g_autoptr (BvMeeting) meeting = NULL;
  g_autofree char *clean = bv_text_clean (reason);

  if (item == NULL)
    return FALSE;
  meeting = bv_meeting_load (connection, item->meeting_id, error);
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
  if (!member->has_vote)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s has no vote and need not be left out."), member->name);
      return FALSE;
    }
  if (*clean == '\0')
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("Write why %s does not take part in the vote."), member->name);
      return FALSE;
    }
  if (!bv_record_is_short (clean, BV_RECORD_MAX_LINE, error))
    return FALSE;
  return bv_connection_run (connection, error,
                            "INSERT INTO recusal (item_id, member_id, reason) VALUES (?1, ?2, ?3)"
                            " ON CONFLICT (item_id, member_id) DO UPDATE SET"
                            " reason = excluded.reason",
                            "iis", item_id, member_id, clean);
}

gboolean
bv_vote_unrecuse (BvConnection *connection, gint64 item_id, gint64 member_id, GError **error)
{
  g_autoptr (BvAgendaItem) item = load_open (connection, item_id, error);

  return item != NULL
         && bv_connection_run (connection, error,
                               "DELETE FROM recusal WHERE item_id = ?1 AND member_id = ?2", "ii",
                               item_id, member_id);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 item_id;
  gint64 member_id;
  int votes_for;
  int votes_against;
  int votes_invalid;
  gboolean is_passed;
  const char *reason;
  guint n_items;
} Act;

static gboolean
set_hands_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);

  return regimes != NULL
         && bv_vote_set_hands (connection, regimes, act->item_id, act->votes_for,
                               act->votes_against, act->votes_invalid, error);
}

static gboolean
fill_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);

  return regimes != NULL && bv_vote_fill (connection, regimes, act->item_id, &act->n_items, error);
}

static gboolean
clear_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_vote_clear (connection, ((const Act *) user_data)->item_id, error);
}

static gboolean
postpone_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_vote_postpone (connection, act->item_id, act->reason, error);
}

static gboolean
decide_tie_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);

  return regimes != NULL
         && bv_vote_decide_tie (connection, regimes, act->item_id, act->is_passed, act->reason,
                                error);
}

static gboolean
recuse_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_vote_recuse (connection, act->item_id, act->member_id, act->reason, error);
}

static gboolean
unrecuse_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Act *act = user_data;

  return bv_vote_unrecuse (connection, act->item_id, act->member_id, error);
}

/* Titles name the item; one that is gone is told by the act itself. */
static char *
make_title (BvStore *store, const char *format, const Act *act, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvAgendaItem) item = NULL;
  g_autoptr (BvCouncilMember) member = NULL;
  char *title = NULL;

  if (lease != NULL)
    item = bv_agenda_load (bv_lease_connection (lease), act->item_id, error);
  if (item == NULL)
    return NULL;
  if (act->member_id != 0)
    {
      member = bv_council_member_load (bv_lease_connection (lease), act->member_id, error);
      if (member == NULL)
        return NULL;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (format, item->name, member != NULL ? member->name : "");
#pragma GCC diagnostic pop
  return title;
}

static gboolean
run (BvStore *store, const char *format, BvActFunc func, Act *act, gint64 *act_id, GError **error)
{
  g_autofree char *title = make_title (store, format, act, error);

  return title != NULL && bv_store_act (store, title, BV_ACT_NONE, func, act, NULL, act_id, error);
}

gboolean
bv_vote_set_hands_act (BvStore *store,
                       gint64 item_id,
                       int votes_for,
                       int votes_against,
                       int votes_invalid,
                       gint64 *act_id,
                       GError **error)
{
  Act act = { .item_id = item_id,
              .votes_for = votes_for,
              .votes_against = votes_against,
              .votes_invalid = votes_invalid };

  return run (store, _ ("Record the vote on %s"), set_hands_act, &act, act_id, error);
}

gboolean
bv_vote_fill_act (BvStore *store, gint64 meeting_id, guint *n_items, gint64 *act_id, GError **error)
{
  Act act = { .item_id = meeting_id };
  gboolean ok = bv_store_act (store, _ ("Record unanimous votes on the rest of the agenda"),
                              BV_ACT_NONE, fill_act, &act, NULL, act_id, error);

  if (n_items != NULL)
    *n_items = ok ? act.n_items : 0;
  return ok;
}

gboolean
bv_vote_clear_act (BvStore *store, gint64 item_id, gint64 *act_id, GError **error)
{
  Act act = { .item_id = item_id };

  return run (store, _ ("Clear the vote on %s"), clear_act, &act, act_id, error);
}

gboolean
bv_vote_postpone_act (BvStore *store,
                      gint64 item_id,
                      const char *reason,
                      gint64 *act_id,
                      GError **error)
{
  Act act = { .item_id = item_id, .reason = reason };

  return run (store, _ ("Postpone the vote on %s"), postpone_act, &act, act_id, error);
}

gboolean
bv_vote_decide_tie_act (BvStore *store,
                        gint64 item_id,
                        gboolean is_passed,
                        const char *reason,
                        gint64 *act_id,
                        GError **error)
{
  Act act = { .item_id = item_id, .is_passed = is_passed, .reason = reason };

  return run (store, _ ("The chair decides on %s"), decide_tie_act, &act, act_id, error);
}

gboolean
bv_vote_recuse_act (BvStore *store,
                    gint64 item_id,
                    gint64 member_id,
                    const char *reason,
                    gint64 *act_id,
                    GError **error)
{
  Act act = { .item_id = item_id, .member_id = member_id, .reason = reason };

  /* Translators: first the nominee, then the member of the council */
  return run (store, _ ("Vote on %s without %s"), recuse_act, &act, act_id, error);
}

gboolean
bv_vote_unrecuse_act (BvStore *store,
                      gint64 item_id,
                      gint64 member_id,
                      gint64 *act_id,
                      GError **error)
{
  Act act = { .item_id = item_id, .member_id = member_id };

  /* Translators: first the nominee, then the member of the council */
  return run (store, _ ("Vote on %s with %s again"), unrecuse_act, &act, act_id, error);
}
