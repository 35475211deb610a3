// SPDX-License-Identifier: GPL-3.0-or-later
/* The board before the vote: what other parts of the file say of each name on the agenda. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-meeting-board.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-award.h"
#include "merit/bv-discipline.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-dossier.h"
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
      /* What only the unit's minutes say is said once, by the verdict. */
      if (finding->kind == BV_CONDITION_ATTESTED && finding->verdict == BV_VERDICT_CANNOT_TELL)
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

/* What is asked of the whole file is read once for the board. */
typedef struct
{
  BvConnection *connection;
  BvRegimeSet *regimes;
  BvFacts *facts;
  GHashTable *dossiers; /* id → BvDossier */
  GHashTable *quotas;   /* "form-year" → (element-type BvQuotaUse) */
  GHashTable *caps;     /* "unit-year" → sentence */
} Board;

static void
board_clear (Board *board)
{
  g_clear_pointer (&board->facts, bv_facts_unref);
  g_clear_pointer (&board->dossiers, g_hash_table_unref);
  g_clear_pointer (&board->quotas, g_hash_table_unref);
  g_clear_pointer (&board->caps, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, board_clear)

static const BvDossier *
get_dossier (Board *board, gint64 id, GError **error)
{
  BvDossier *dossier = g_hash_table_lookup (board->dossiers, &id);

  if (dossier != NULL)
    return dossier;
  dossier = bv_dossier_load (board->connection, id, error);
  if (dossier != NULL)
    g_hash_table_insert (board->dossiers, g_memdup2 (&id, sizeof (gint64)), dossier);
  return dossier;
}

/* As the records stand now. A law that does not know the award judges nothing: what was frozen stands alone then. */
static gboolean
read_today (Board *board, const BvAgendaItem *item, BvBoardRow *row, GError **error)
{
  const BvDossier *dossier = get_dossier (board, item->dossier_id, error);
  g_autoptr (BvNomination) nomination = NULL;
  g_autoptr (BvEligibility) today = NULL;

  if (dossier != NULL)
    nomination = bv_nomination_load (board->connection, item->nomination_id, error);
  if (nomination == NULL)
    return FALSE;
  today = bv_nomination_judge (board->facts, board->regimes, dossier, nomination, NULL);
  if (today == NULL)
    return TRUE;
  row->has_today = TRUE;
  row->today = today->verdict;
  row->needs_word = today->needs_word;
  g_ptr_array_set_size (row->unmet, 0);
  list_unmet (today->findings, row->unmet);
  if (row->unmet->len == 0 && today->reason != NULL && *today->reason != '\0')
    g_ptr_array_add (row->unmet, g_strdup (today->reason));
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

static gboolean
read_cap (Board *board, gint64 unit_id, int year, BvBoardRow *row, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "-%d", unit_id, year);
  const char *known = g_hash_table_lookup (board->caps, key);
  g_autoptr (GPtrArray) list = NULL;
  char *text = NULL;

  if (known == NULL)
    {
      list = bv_rating_cap_list (board->connection, year, unit_id, error);
      if (list == NULL)
        return FALSE;
      for (guint i = 0; text == NULL && i < list->len; i++)
        {
          const BvRatingCap *cap = g_ptr_array_index (list, i);

          if (cap->over > 0)
            /* TRANSLATORS: of those rated excellent in a unit, against its cap: "8 rated excellent, at most 6" */
            text = g_strdup_printf (_ ("%u rated excellent, at most %u"), cap->used, cap->most);
        }
      known = text != NULL ? text : g_strdup ("");
      g_hash_table_insert (board->caps, g_steal_pointer (&key), (gpointer) known);
    }
  bv_text_set (&row->cap, known);
  return TRUE;
}

/* Every unit's use of the award's quota in the year; asked for once. */
static GPtrArray *
get_quotas (Board *board, const BvAgendaItem *item)
{
  g_autofree char *key = g_strdup_printf ("%s-%d-%s", item->form_code, item->year, item->regime_id);
  GPtrArray *uses = g_hash_table_lookup (board->quotas, key);
  const BvDossier *dossier = g_hash_table_lookup (board->dossiers, &item->dossier_id);
  g_autofree char *date = NULL;
  BvEligibilityQuestion question = { 0 };

  if (uses != NULL || dossier == NULL)
    return uses;
  date = bv_dossier_get_date (dossier);
  question.year = item->year;
  question.date = date;
  question.regime_id = *dossier->regime_id != '\0' ? dossier->regime_id : NULL;
  question.manner = dossier->manner;
  uses = bv_quota_list_facts (board->facts, board->regimes, &question, item->form_code, NULL);
  if (uses == NULL)
    uses = g_ptr_array_new ();
  g_hash_table_insert (board->quotas, g_steal_pointer (&key), uses);
  return uses;
}

/* A quota is that of the unit that manages the nominee's: itself or one above it. */
static gboolean
read_quota (Board *board, const BvAgendaItem *item, BvBoardRow *row, GError **error)
{
  GPtrArray *uses = get_quotas (board, item);
  gint64 unit = item->unit_id;

  for (int depth = 0; uses != NULL && uses->len > 0 && unit != 0 && depth < 20; depth++)
    {
      for (guint i = 0; i < uses->len; i++)
        {
          const BvQuotaUse *use = g_ptr_array_index (uses, i);

          if (use->unit_id != unit)
            continue;
          bv_text_take (
            &row->quota,
            /* TRANSLATORS: of a unit's quota: "3 of 2 places, Trường THCS …" */
            g_strdup_printf (_ ("%u of %u places, %s"), use->n_used, use->limit, use->unit_name));
          row->is_over_quota = use->n_used > use->limit;
          return TRUE;
        }
      if (!bv_connection_query_int (
            board->connection, &unit, 0, error,
            "SELECT coalesce (parent_id, 0) FROM unit WHERE subject_id = ?1", "i", unit))
        return FALSE;
    }
  return TRUE;
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

static gboolean
fill_row (Board *board, const BvAgendaItem *item, BvBoardRow *row, GError **error)
{
  gint64 unit = item->subject_kind == BV_SUBJECT_UNIT ? item->subject_id : item->unit_id;

  return read_frozen (board->connection, row, error) && read_today (board, item, row, error)
         && read_quota (board, item, row, error)
         && read_duplicates (board->connection, item, row, error)
         && read_discipline (board->connection, item, row, error)
         && read_member (board->connection, item, row, error)
         && (unit == 0 || read_cap (board, unit, item->year, row, error));
}

GPtrArray *
bv_meeting_board (BvConnection *connection, BvRegimeSet *regimes, gint64 meeting_id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_board_row_free);
  g_autoptr (GPtrArray) items = bv_agenda_list (connection, meeting_id, error);
  g_auto (Board) board = { .connection = connection, .regimes = regimes };

  if (items == NULL)
    return NULL;
  if (items->len == 0)
    return g_steal_pointer (&rows);
  board.facts = bv_facts_load (connection, 0, error);
  if (board.facts == NULL)
    return NULL;
  board.dossiers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) bv_dossier_free);
  board.quotas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  board.caps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < items->len; i++)
    {
      BvBoardRow *row = row_new (g_ptr_array_index (items, i));

      g_ptr_array_add (rows, row);
      if (!fill_row (&board, g_ptr_array_index (items, i), row, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}
