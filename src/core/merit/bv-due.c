// SPDX-License-Identifier: GPL-3.0-or-later
/* What is due, collected from its stations; what no station tells by itself is asked here. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-due.h"

#include "merit/bv-completeness.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-meeting.h"
#include "merit/bv-rating-cap.h"
#include "store/bv-connection.h"

void
bv_due_free (BvDue *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->appraisals, g_ptr_array_unref);
  g_clear_pointer (&self->for_council, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->for_decision, g_ptr_array_unref);
  g_free (self);
}

/* A name that a meeting postponed waits again; the simplified procedure needs no council. */
#define FOR_COUNCIL                                                                                \
  "SELECT d.id, d.title, d.year, d.level, count (*) FROM dossier d"                                \
  " JOIN nomination n ON n.dossier_id = d.id"                                                      \
  " WHERE d.state = 'accepted' AND NOT d.is_simplified AND n.state = 'proposed'"                   \
  " AND NOT EXISTS (SELECT 1 FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"             \
  "  WHERE i.nomination_id = n.id AND (m.state <> 'closed' OR i.result IS NOT 'postponed'))"       \
  " AND NOT EXISTS (SELECT 1 FROM award a WHERE a.nomination_id = n.id)"                           \
  " GROUP BY d.id ORDER BY d.received_on, d.id"

static GPtrArray *
list_for_council (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_dossier_ready_free);
  g_autoptr (BvStatement) statement = bv_connection_query (connection, error, FOR_COUNCIL, "");
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvDossierReady *ready;

      if (!has_row)
        return g_steal_pointer (&list);
      ready = g_new0 (BvDossierReady, 1);
      ready->dossier_id = bv_statement_int (statement, 0);
      ready->title = g_strdup (bv_statement_text (statement, 1));
      ready->year = (int) bv_statement_int (statement, 2);
      bv_level_from_code (bv_statement_text (statement, 3), &ready->level);
      ready->n_waiting = (guint) bv_statement_int (statement, 4);
      g_ptr_array_add (list, ready);
    }
  return NULL;
}

/* The list of meetings is the newest first. */
static GPtrArray *
list_meetings (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = bv_meeting_list (connection, 0, error);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_meeting_free);

  if (all == NULL)
    return NULL;
  for (guint i = all->len; i > 0; i--)
    {
      const BvMeeting *meeting = g_ptr_array_index (all, i - 1);

      if (!meeting->is_closed)
        g_ptr_array_add (open, bv_meeting_copy (meeting));
    }
  return g_steal_pointer (&open);
}

static gboolean
count_ratings (BvConnection *connection, int year, BvDue *self, GError **error)
{
  g_autoptr (GPtrArray) caps = bv_rating_cap_list (connection, year, 0, error);

  for (guint i = 0; caps != NULL && i < caps->len; i++)
    {
      const BvRatingCap *cap = g_ptr_array_index (caps, i);

      self->n_over += cap->over > 0;
      if (*cap->task_group != '\0')
        continue;
      self->n_unrated += cap->n_unrated;
      for (int grade = 0; grade < BV_N_GRADES; grade++)
        self->n_rated += cap->n[grade];
    }
  return caps != NULL;
}

BvDue *
bv_due_load (BvConnection *connection, int year, const char *today, GError **error)
{
  g_autoptr (BvDue) self = g_new0 (BvDue, 1);
  gint64 n_initiatives;

  if (!bv_registration_count (connection, year, &self->registrations, error)
      || !bv_connection_query_int (connection, &n_initiatives, 0, error,
                                   "SELECT count (*) FROM initiative WHERE year = ?1"
                                   " AND state = 'submitted' AND session_id IS NULL",
                                   "i", (gint64) year)
      || !count_ratings (connection, year, self, error))
    return NULL;
  self->n_initiatives = (guint) n_initiatives;
  self->appraisals = bv_dossier_list_due (connection, today, error);
  if (self->appraisals != NULL)
    self->for_council = list_for_council (connection, error);
  if (self->for_council != NULL)
    self->meetings = list_meetings (connection, error);
  if (self->meetings != NULL)
    self->for_decision = bv_decision_list_ready (connection, error);
  return self->for_decision != NULL ? g_steal_pointer (&self) : NULL;
}
