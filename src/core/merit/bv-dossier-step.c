// SPDX-License-Identifier: GPL-3.0-or-later
/* What comes next on the way of a dossier. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-step.h"

#include "merit/bv-decision-dossier.h"
#include "merit/bv-meeting.h"
#include "store/bv-connection.h"

/* Proposed in dossier ?1, before no council now, and neither passed nor turned down by one. */
#define UNHEARD                                                                                    \
  "FROM nomination n WHERE n.dossier_id = ?1 AND n.state = 'proposed'"                             \
  " AND NOT EXISTS (SELECT 1 FROM award a WHERE a.nomination_id = n.id)"                           \
  " AND NOT EXISTS (SELECT 1 FROM agenda_item o JOIN meeting g ON g.id = o.meeting_id"             \
  "  WHERE o.nomination_id = n.id AND (g.state = 'planned' OR o.result IN ('passed', 'failed')))"

static gboolean
find_int (BvConnection *connection, const char *sql, gint64 id, gint64 *value, GError **error)
{
  return bv_connection_query_int (connection, value, 0, error, sql, "i", id);
}

/* The next meeting that is held after the dossier was handed in and that no paper was typed for. */
static gboolean
find_meeting (BvConnection *connection, BvDossierStep *step, GError **error)
{
  gint64 n_councils;

  if (!bv_connection_query_int (connection, &n_councils, 0, error,
                                "SELECT count (*) FROM council WHERE kind = 'emulation'", ""))
    return FALSE;
  step->kind = n_councils > 0 ? BV_STEP_AGENDA : BV_STEP_COUNCIL;
  return find_int (connection,
                   "SELECT coalesce ((SELECT m.id FROM meeting m"
                   " JOIN council c ON c.id = m.council_id, dossier d WHERE d.id = ?1"
                   " AND c.kind = 'emulation' AND m.state = 'planned'"
                   " AND coalesce (d.received_on, substr (d.submitted_at, 1, 10), '') <= m.on_date"
                   " AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.meeting_id = m.id)"
                   " ORDER BY m.on_date, m.id LIMIT 1), 0)",
                   step->dossier_id, &step->target, error);
}

/* Appraised: the council, then the decision. Each question is asked only when the one before is answered with no. */
static gboolean
find_accepted (BvConnection *connection,
               const BvDossier *dossier,
               BvDossierStep *step,
               GError **error)
{
  g_autoptr (GArray) waiting = NULL;
  gint64 n = 0;

  if (!find_int (connection,
                 "SELECT coalesce (min (m.id), 0) FROM meeting m"
                 " JOIN agenda_item i ON i.meeting_id = m.id"
                 " JOIN nomination n ON n.id = i.nomination_id"
                 " WHERE n.dossier_id = ?1 AND n.state = 'proposed' AND m.state = 'planned'",
                 dossier->id, &step->target, error))
    return FALSE;
  step->kind = BV_STEP_VOTE;
  if (step->target != 0)
    return TRUE;

  waiting = bv_decision_list_waiting (connection, dossier->id, error);
  if (waiting == NULL)
    return FALSE;
  step->kind = BV_STEP_DECIDE;
  step->n_names = waiting->len;
  if (waiting->len > 0)
    return TRUE;

  step->kind = BV_STEP_ISSUE;
  if (!find_int (connection,
                 "SELECT coalesce (min (id), 0) FROM decision"
                 " WHERE dossier_id = ?1 AND origin = 'made' AND number = ''",
                 dossier->id, &step->target, error))
    return FALSE;
  if (step->target != 0)
    return TRUE;

  if (!find_int (connection, "SELECT count (*) " UNHEARD, dossier->id, &n, error))
    return FALSE;
  if (n > 0)
    {
      step->n_names = (guint) n;
      return find_meeting (connection, step, error);
    }

  if (!find_int (connection,
                 "SELECT coalesce ((SELECT id FROM decision WHERE dossier_id = ?1 AND number <> ''"
                 " ORDER BY on_date DESC, id DESC LIMIT 1), 0)",
                 dossier->id, &step->target, error))
    return FALSE;
  step->kind = step->target != 0 ? BV_STEP_PRINT : BV_STEP_NONE;
  return TRUE;
}

gboolean
bv_dossier_find_step (BvConnection *connection,
                      const BvDossier *dossier,
                      BvDossierStep *step,
                      GError **error)
{
  BvLevel own;
  gint64 n = 0;

  g_return_val_if_fail (dossier != NULL && step != NULL, FALSE);
  *step = (BvDossierStep){ .dossier_id = dossier->id, .year = dossier->year };
  if (!bv_decision_get_own_level (connection, &own, error))
    return FALSE;
  step->is_own = own == dossier->level;
  switch (dossier->state)
    {
    case BV_DOSSIER_DRAFT:
    case BV_DOSSIER_RETURNED:
      if (!find_int (
            connection,
            "SELECT count (*) FROM nomination WHERE dossier_id = ?1 AND state = 'proposed'",
            dossier->id, &n, error))
        return FALSE;
      step->kind = n > 0 ? BV_STEP_SUBMIT : BV_STEP_ADD;
      step->n_names = (guint) n;
      return TRUE;
    case BV_DOSSIER_SUBMITTED:
      step->kind = BV_STEP_ACCEPT;
      return TRUE;
    case BV_DOSSIER_ACCEPTED:
    case BV_DOSSIER_DECIDED:
    default:
      return find_accepted (connection, dossier, step, error);
    }
}

gboolean
bv_meeting_find_step (BvConnection *connection,
                      gint64 meeting_id,
                      BvDossierStep *step,
                      GError **error)
{
  static const BvStepKind order[] = { BV_STEP_DECIDE, BV_STEP_ISSUE, BV_STEP_PRINT };
  g_autoptr (BvMeeting) meeting = bv_meeting_load (connection, meeting_id, error);
  g_autoptr (BvStatement) statement = NULL;
  gsize best = G_N_ELEMENTS (order);
  gboolean has_row;

  g_return_val_if_fail (step != NULL, FALSE);
  *step = (BvDossierStep){ .kind = BV_STEP_NONE };
  if (meeting == NULL)
    return FALSE;
  if (!meeting->is_closed)
    return TRUE;
  statement = bv_connection_query (connection, error,
                                   "SELECT n.dossier_id FROM agenda_item i"
                                   " JOIN nomination n ON n.id = i.nomination_id"
                                   " WHERE i.meeting_id = ?1 GROUP BY n.dossier_id"
                                   " ORDER BY min (i.position), n.dossier_id",
                                   "i", meeting_id);
  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      g_autoptr (BvDossier) dossier = NULL;
      BvDossierStep own;

      if (!has_row)
        return TRUE;
      dossier = bv_dossier_load (connection, bv_statement_int (statement, 0), error);
      if (dossier == NULL || !bv_dossier_find_step (connection, dossier, &own, error))
        return FALSE;
      for (gsize i = 0; i < best; i++)
        if (own.kind == order[i])
          {
            *step = own;
            best = i;
          }
    }
  return FALSE;
}
