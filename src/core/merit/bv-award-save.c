// SPDX-License-Identifier: GPL-3.0-or-later
/* Changing the list of a decision, inside an act. What an issued decision says stands; the texts around it
 * may be mended. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-ledger.h"
#include "merit/bv-list-order.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

static void
clean (char **text)
{
  char *cleaned = bv_text_clean (*text);

  g_free (*text);
  *text = cleaned;
}

gboolean
bv_award_update (BvConnection *connection, const BvAward *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "UPDATE award SET subject_id = ?2, position = ?3, form_code = ?4, manner = ?5, year = ?6,"
    " achievement = ?7, name_printed = ?8, detail_printed = ?9, unit_id = ?10, leader_class = ?11,"
    " is_female = ?12, is_minority = ?13, is_posthumous = ?14, bonus_computed = ?15,"
    " bonus_basis = ?16, bonus_paid = ?17, note = ?18, nomination_id = ?19, movement_id = ?20,"
    " override_reason = ?21 WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_int (statement, 1, self->id);
  bv_statement_bind_int (statement, 2, self->subject_id);
  bv_statement_bind_int (statement, 3, self->position);
  bv_statement_bind_text (statement, 4, self->form_code);
  bv_statement_bind_text (statement, 5, bv_manner_to_code (self->manner));
  bv_statement_bind_int (statement, 6, self->year);
  bv_statement_bind_text (statement, 7, self->achievement);
  bv_statement_bind_text (statement, 8, self->name_printed);
  bv_statement_bind_text (statement, 9, self->detail_printed);
  if (self->unit_id != 0)
    bv_statement_bind_int (statement, 10, self->unit_id);
  bv_statement_bind_text (statement, 11, self->leader_class);
  bv_statement_bind_int (statement, 12, self->is_female);
  bv_statement_bind_int (statement, 13, self->is_minority);
  bv_statement_bind_int (statement, 14, self->is_posthumous);
  if (self->bonus_computed >= 0)
    bv_statement_bind_int (statement, 15, self->bonus_computed);
  bv_statement_bind_text (statement, 16, self->bonus_basis);
  if (self->bonus_paid >= 0)
    bv_statement_bind_int (statement, 17, self->bonus_paid);
  bv_statement_bind_text (statement, 18, self->note);
  if (self->nomination_id != 0)
    bv_statement_bind_int (statement, 19, self->nomination_id);
  if (self->movement_id != 0)
    bv_statement_bind_int (statement, 20, self->movement_id);
  bv_statement_bind_text (statement, 21, self->override_reason);
  return bv_statement_run (statement, error);
}

static gboolean
insert (BvConnection *connection, BvAward *self, GError **error)
{
  gint64 position;

  if (!bv_connection_query_int (
        connection, &position, 0, error,
        "SELECT coalesce (max (position), 0) + 1 FROM award WHERE decision_id = ?1", "i",
        self->decision_id)
      || !bv_connection_run (
        connection, error,
        "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        "iissis", self->decision_id, self->subject_id, self->form_code,
        bv_manner_to_code (self->manner), (gint64) self->year, self->name_printed))
    return FALSE;
  self->id = bv_connection_last_id (connection);
  self->position = (int) position;
  return bv_award_update (connection, self, error);
}

static gboolean
refuse_issued (const BvDecision *decision, GError **error)
{
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("Decision %s is issued: its list can no longer change. Take it back first."),
               decision->number);
  return FALSE;
}

static gboolean
is_fixed (const BvDecision *decision)
{
  return decision->origin == BV_ORIGIN_MADE && bv_decision_is_issued (decision);
}

static gboolean
check_open (BvConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);

  if (decision == NULL)
    return FALSE;
  return is_fixed (decision) ? refuse_issued (decision, error) : TRUE;
}

/* The parts of a line that an issued decision fixes. */
static gboolean
same_award (const BvAward *a, const BvAward *b)
{
  return a->decision_id == b->decision_id && a->subject_id == b->subject_id
         && g_str_equal (a->form_code, b->form_code) && a->manner == b->manner && a->year == b->year
         && a->is_posthumous == b->is_posthumous;
}

/* The amount as it stands beside the other lines. */
static gboolean
take_settled (BvConnection *connection, BvAward *self, GError **error)
{
  g_autoptr (BvAward) settled = bv_award_load (connection, self->id, error);

  if (settled == NULL)
    return FALSE;
  self->bonus_computed = settled->bonus_computed;
  bv_text_set (&self->bonus_basis, settled->bonus_basis);
  return TRUE;
}

gboolean
bv_award_save (BvConnection *connection, BvAward *self, GError **error)
{
  g_autoptr (BvDecision) decision = NULL;
  g_autoptr (BvAward) stored = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *day = NULL;
  const char *date;

  clean (&self->achievement);
  clean (&self->name_printed);
  clean (&self->detail_printed);
  clean (&self->note);
  clean (&self->override_reason);
  problems = bv_award_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  decision = bv_decision_load (connection, self->decision_id, error);
  if (decision == NULL)
    return FALSE;
  if (self->id != 0)
    {
      stored = bv_award_load (connection, self->id, error);
      if (stored == NULL)
        return FALSE;
      self->position = stored->position;
    }
  if (is_fixed (decision) && (stored == NULL || !same_award (self, stored)))
    return refuse_issued (decision, error);
  date = decision->on_date != NULL ? decision->on_date : today;
  if ((*self->name_printed == '\0' || (stored != NULL && stored->subject_id != self->subject_id))
      && !bv_award_take_snapshot (connection, self, date, error))
    return FALSE;
  if (stored == NULL || !is_fixed (decision))
    {
      gint64 kind;

      regimes = bv_regime_set_load (connection, error);
      if (regimes == NULL
          || !bv_connection_query_int (connection, &kind, 0, error,
                                       "SELECT kind FROM subject WHERE id = ?1", "i",
                                       self->subject_id))
        return FALSE;
      self->subject_kind = (BvSubjectKind) kind;
      day = bv_award_get_reckoning_day (regimes, self, decision, today);
      if (!bv_award_compute_bonus_under (
            connection, bv_decision_get_regime (decision, regimes, day), self, day, error))
        return FALSE;
    }
  else
    {
      self->bonus_computed = stored->bonus_computed;
      g_free (self->bonus_basis);
      self->bonus_basis = g_strdup (stored->bonus_basis);
    }
  if (!(self->id == 0 ? insert (connection, self, error)
                      : bv_award_update (connection, self, error)))
    return FALSE;
  if (is_fixed (decision))
    return TRUE;
  return (stored == NULL || stored->subject_id == self->subject_id
          || bv_award_settle_decision (connection, self->decision_id, stored->subject_id, error))
         && bv_award_settle_decision (connection, self->decision_id, self->subject_id, error)
         && take_settled (connection, self, error);
}

gboolean
bv_award_remove (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvAward) self = bv_award_load (connection, id, error);

  return self != NULL && check_open (connection, self->decision_id, error)
         && bv_ledger_retire (connection, self->decision_id, id, error)
         && bv_connection_run (connection, error, "DELETE FROM award WHERE id = ?1", "i", id)
         && bv_award_settle_decision (connection, self->decision_id, self->subject_id, error)
         && bv_award_renumber (connection, self->decision_id, error);
}

gboolean
bv_award_set_achievement (BvConnection *connection,
                          gint64 decision_id,
                          const gint64 *ids,
                          guint n_ids,
                          const char *achievement,
                          GError **error)
{
  g_autofree char *text = bv_text_clean (achievement);

  if (ids == NULL)
    return bv_connection_run (connection, error,
                              "UPDATE award SET achievement = ?2 WHERE decision_id = ?1", "is",
                              decision_id, text);
  for (guint i = 0; i < n_ids; i++)
    if (!bv_connection_run (connection, error,
                            "UPDATE award SET achievement = ?3 WHERE decision_id = ?1 AND id = ?2",
                            "iis", decision_id, ids[i], text))
      return FALSE;
  return TRUE;
}

gboolean
bv_award_renumber (BvConnection *connection, gint64 decision_id, GError **error)
{
  return bv_connection_run (
    connection, error,
    "UPDATE award SET position = n.position FROM (SELECT id, row_number () OVER"
    " (ORDER BY position, id) AS position FROM award WHERE decision_id = ?1) AS n"
    " WHERE award.id = n.id AND award.position <> n.position",
    "i", decision_id);
}

static gboolean
set_position (BvConnection *connection, gint64 id, gint64 position, GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE award SET position = ?2 WHERE id = ?1 AND position <> ?2", "ii",
                            id, position);
}

gboolean
bv_award_move (BvConnection *connection, gint64 id, int position, GError **error)
{
  g_autoptr (BvAward) self = bv_award_load (connection, id, error);
  g_autoptr (GPtrArray) awards = NULL;
  guint target;
  guint next = 1;

  if (self == NULL || !check_open (connection, self->decision_id, error))
    return FALSE;
  awards = bv_award_list (connection, self->decision_id, error);
  if (awards == NULL)
    return FALSE;
  target = (guint) CLAMP (position, 1, (int) awards->len);
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);

      if (award->id == id)
        continue;
      if (next == target)
        next++;
      if (!set_position (connection, award->id, next, error))
        return FALSE;
      next++;
    }
  return set_position (connection, id, target, error);
}

gboolean
bv_award_sort (BvConnection *connection, gint64 decision_id, GError **error)
{
  return check_open (connection, decision_id, error)
         && bv_list_order_apply (
           connection,
           "SELECT a.id, s.kind, CASE s.kind WHEN 2 THEN s.id ELSE coalesce (a.unit_id, 0) END,"
           " s.sort_key, a.position FROM award a JOIN subject s ON s.id = a.subject_id"
           " WHERE a.decision_id = ?1",
           "UPDATE award SET position = ?2 WHERE id = ?1 AND position <> ?2", decision_id, error);
}

gboolean
bv_award_refresh (BvConnection *connection, gint64 decision_id, const char *date, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *today = bv_date_today ();

  if (date == NULL)
    date = today;
  if (decision == NULL)
    return FALSE;
  if (is_fixed (decision))
    return refuse_issued (decision, error);
  awards = bv_award_list (connection, decision_id, error);
  regimes = bv_regime_set_load (connection, error);
  if (awards == NULL || regimes == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      BvAward *award = g_ptr_array_index (awards, i);

      if (!bv_award_take_snapshot (connection, award, date, error)
          || !bv_award_compute_bonus_under (
            connection, bv_decision_get_regime (decision, regimes, date), award, date, error)
          || !bv_award_update (connection, award, error))
        return FALSE;
    }
  return bv_award_settle_decision (connection, decision_id, 0, error);
}

gboolean
bv_award_refresh_bonuses (BvConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *today = bv_date_today ();

  if (decision == NULL)
    return FALSE;
  regimes = bv_regime_set_load (connection, error);
  awards = regimes != NULL ? bv_award_list (connection, decision_id, error) : NULL;
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      BvAward *award = g_ptr_array_index (awards, i);
      g_autofree char *day = bv_award_get_reckoning_day (regimes, award, decision, today);

      if (!bv_award_compute_bonus_under (
            connection, bv_decision_get_regime (decision, regimes, day), award, day, error)
          || !bv_award_update (connection, award, error))
        return FALSE;
    }
  return awards != NULL && bv_award_settle_decision (connection, decision_id, 0, error);
}
