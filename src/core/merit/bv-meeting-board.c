// SPDX-License-Identifier: GPL-3.0-or-later
/* The board before the vote: what other parts of the file say of each name on the agenda. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting-board.h"

#include "base/bv-date.h"
#include "merit/bv-agenda.h"
#include "merit/bv-award.h"
#include "merit/bv-discipline.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-rating-cap.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
bv_board_row_free (BvBoardRow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->unmet);
  g_ptr_array_unref (self->duplicates);
  g_ptr_array_unref (self->discipline);
  g_free (self->quota);
  g_free (self->cap);
  g_free (self->member_name);
  g_free (self);
}

gboolean
bv_board_row_has_warning (const BvBoardRow *self)
{
  return (self->has_today && self->today == BV_VERDICT_NOT_MET)
         || (!self->has_today && self->has_frozen && self->frozen == BV_VERDICT_NOT_MET)
         || self->is_over_quota || *self->cap != '\0' || self->duplicates->len > 0
         || self->discipline->len > 0 || self->member_id != 0;
}

static BvBoardRow *
row_new (const BvAgendaItem *item)
{
  BvBoardRow *self = g_new0 (BvBoardRow, 1);

  self->item_id = item->id;
  self->nomination_id = item->nomination_id;
  self->subject_id = item->subject_id;
  self->unmet = g_ptr_array_new_with_free_func (g_free);
  self->duplicates = g_ptr_array_new_with_free_func (g_free);
  self->discipline = g_ptr_array_new_with_free_func (g_free);
  self->quota = g_strdup ("");
  self->cap = g_strdup ("");
  self->member_name = g_strdup ("");
  return self;
}

/* ── Conditions ──────────────────────────────────────────────────────────────────────────── */

/* The innermost requirements: that all of them hold is said by each of them. */
static void
list_unmet (GPtrArray *findings, GPtrArray *unmet)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      if (finding->verdict == BV_VERDICT_MET)
        continue;
      if (finding->kind == BV_CONDITION_ALL && finding->of->len > 0)
        list_unmet (finding->of, unmet);
      else
        g_ptr_array_add (unmet, g_strdup (finding->requirement));
    }
}

/* A file of findings that this version cannot read tells nothing, and stops no board. */
static gboolean
read_frozen (BvConnection *connection, BvBoardRow *row, GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (BvFrozenFindings) frozen = NULL;

  if (!bv_connection_query_text (connection, &json, error,
                                 "SELECT findings FROM nomination WHERE id = ?1", "i",
                                 row->nomination_id))
    return FALSE;
  if (json == NULL || *json == '\0')
    return TRUE;
  frozen = bv_frozen_findings_parse (json, NULL);
  if (frozen == NULL)
    return TRUE;
  row->has_frozen = TRUE;
  row->frozen = frozen->verdict;
  list_unmet (frozen->findings, row->unmet);
  if (row->unmet->len == 0 && *frozen->reason != '\0')
    g_ptr_array_add (row->unmet, g_strdup (frozen->reason));
  return TRUE;
}

/* ── The same honour twice ───────────────────────────────────────────────────────────────── */

static void
add_all (GPtrArray *sentences, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!g_ptr_array_find_with_equal_func (sentences, g_ptr_array_index (more, i), g_str_equal,
                                           NULL))
      g_ptr_array_add (sentences, g_strdup (g_ptr_array_index (more, i)));
}

static gboolean
read_other_nominations (BvConnection *connection,
                        const BvAgendaItem *item,
                        BvBoardRow *row,
                        GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT d.title FROM nomination n JOIN dossier d ON d.id = n.dossier_id"
    " WHERE n.subject_id = ?1 AND n.form_code = ?2 AND d.year = ?3 AND n.id <> ?4"
    " AND n.state = 'proposed' AND d.state IN ('submitted', 'accepted') ORDER BY d.id",
    "isii", item->subject_id, item->form_code, (gint64) item->year, item->nomination_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (row->duplicates,
                       g_strdup_printf (_ ("Nominated for the same award in “%s”, too."),
                                        bv_statement_text (statement, 0)));
    }
  return FALSE;
}

/* The lines of a decision made from this very nomination are no other award. */
static gboolean
read_duplicates (BvConnection *connection,
                 const BvAgendaItem *item,
                 BvBoardRow *row,
                 GError **error)
{
  g_autoptr (BvNomination) nomination = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  BvAward award = { .subject_id = item->subject_id,
                    .form_code = item->form_code,
                    .year = item->year };

  if (!bv_connection_query_int (connection, &award.id, 0, error,
                                "SELECT id FROM award WHERE nomination_id = ?1", "i",
                                item->nomination_id))
    return FALSE;
  earlier = bv_award_list_duplicates (connection, &award, error);
  if (earlier == NULL)
    return FALSE;
  add_all (row->duplicates, earlier);
  if (!read_other_nominations (connection, item, row, error))
    return FALSE;
  nomination = bv_nomination_load (connection, item->nomination_id, error);
  if (nomination != NULL)
    same = bv_nomination_list_same_achievement (connection, nomination, error);
  if (same == NULL)
    return FALSE;
  add_all (row->duplicates, same);
  return TRUE;
}

/* ── Discipline ──────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_effect (const BvDiscipline *discipline, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);

  return strcmp (discipline->on_date, last) <= 0
         && (discipline->until_date == NULL || strcmp (discipline->until_date, first) >= 0);
}

static gboolean
read_discipline (BvConnection *connection,
                 const BvAgendaItem *item,
                 BvBoardRow *row,
                 GError **error)
{
  g_autoptr (GPtrArray) list = bv_discipline_list (connection, item->subject_id, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const BvDiscipline *discipline = g_ptr_array_index (list, i);
      g_autofree char *day = bv_date_format_short (discipline->on_date);

      if (bv_discipline_is_pending (discipline))
        /* TRANSLATORS: a complaint or an investigation, and its day */
        g_ptr_array_add (row->discipline,
                         g_strdup_printf (_ ("%s of %s, not concluded"),
                                          bv_sanction_get_label (discipline->kind), day));
      else if (!bv_sanction_is_pending_kind (discipline->kind)
               && is_in_effect (discipline, item->year))
        /* TRANSLATORS: a sanction, and its day */
        g_ptr_array_add (
          row->discipline,
          g_strdup_printf (_ ("%s of %s"), bv_sanction_get_label (discipline->kind), day));
    }
  return TRUE;
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

/* The cap of each unit and year is asked for once. */
static const char *
find_cap (BvConnection *connection, GHashTable *caps, gint64 unit_id, int year, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "-%d", unit_id, year);
  const char *known = g_hash_table_lookup (caps, key);
  g_autoptr (GPtrArray) list = NULL;
  char *text = NULL;

  if (known != NULL)
    return known;
  list = bv_rating_cap_list (connection, year, unit_id, error);
  if (list == NULL)
    return NULL;
  for (guint i = 0; text == NULL && i < list->len; i++)
    {
      const BvRatingCap *cap = g_ptr_array_index (list, i);

      if (cap->over > 0)
        /* TRANSLATORS: of those rated excellent in a unit, against its cap: "8 rated excellent, at most 6" */
        text = g_strdup_printf (_ ("%u rated excellent, at most %u"), cap->used, cap->most);
    }
  if (text == NULL)
    text = g_strdup ("");
  g_hash_table_insert (caps, g_steal_pointer (&key), text);
  return text;
}

/* ── Their own cause ─────────────────────────────────────────────────────────────────────── */

static gboolean
read_member (BvConnection *connection, const BvAgendaItem *item, BvBoardRow *row, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT m.id, m.name FROM council_member m JOIN meeting g ON g.council_id = m.council_id"
    " WHERE g.id = ?1 AND m.has_vote = 1 AND (m.person_id = ?2 OR m.person_id ="
    " (SELECT head_id FROM household WHERE subject_id = ?2))"
    " AND (m.from_date IS NULL OR m.from_date <= g.on_date)"
    " AND (m.to_date IS NULL OR m.to_date >= g.on_date)"
    " AND NOT EXISTS (SELECT 1 FROM recusal WHERE item_id = ?3 AND member_id = m.id) LIMIT 1",
    "iii", item->meeting_id, item->subject_id, item->id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  row->member_id = bv_statement_int (statement, 0);
  g_free (row->member_name);
  row->member_name = g_strdup (bv_statement_text (statement, 1));
  return TRUE;
}

GPtrArray *
bv_meeting_board (BvConnection *connection, BvRegimeSet *regimes, gint64 meeting_id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_board_row_free);
  g_autoptr (GPtrArray) items = bv_agenda_list (connection, meeting_id, error);
  g_autoptr (GHashTable) caps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (items, i);
      gint64 unit = item->subject_kind == BV_SUBJECT_UNIT ? item->subject_id : item->unit_id;
      BvBoardRow *row = row_new (item);

      g_ptr_array_add (rows, row);
      if (!read_frozen (connection, row, error) || !read_duplicates (connection, item, row, error)
          || !read_discipline (connection, item, row, error)
          || !read_member (connection, item, row, error))
        return NULL;
      if (unit != 0)
        {
          const char *cap = find_cap (connection, caps, unit, item->year, error);

          if (cap == NULL)
            return NULL;
          g_free (row->cap);
          row->cap = g_strdup (cap);
        }
    }
  return g_steal_pointer (&rows);
}
