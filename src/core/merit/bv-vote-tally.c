// SPDX-License-Identifier: GPL-3.0-or-later
/* Counting: which rule an item stands under, who votes on it, what the votes come to. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-vote.h"

#include "base/bv-choice.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

static const BvChoice outcomes[] = {
  { "open", NC_ ("vote", "No vote yet"), "vote" },
  { "passed", NC_ ("vote", "Passed"), "vote" },
  { "failed", NC_ ("vote", "Not passed"), "vote" },
  { "tie", NC_ ("vote", "Equal: the chair decides"), "vote" },
  { "postponed", NC_ ("vote", "Postponed"), "vote" },
  { NULL, NULL, NULL },
};

const char *
bv_outcome_to_code (BvOutcome outcome)
{
  return outcomes[outcome].code;
}

const char *
bv_outcome_get_label (BvOutcome outcome)
{
  return bv_choice_label (outcomes, outcomes[outcome].code);
}

void
bv_tally_free (BvTally *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->article);
  g_free (self);
}

/* A share of one half or less: then as many against as for leave the question open, which the chair decides. */
static gboolean
is_majority (const BvFraction *need)
{
  return need->denominator > 0 && need->numerator * 2 <= need->denominator;
}

BvOutcome
bv_tally_judge (const BvTally *self)
{
  if (self->votes_for < 0)
    return BV_OUTCOME_OPEN;
  if (bv_fraction_is_reached (&self->need, self->votes_for, self->base))
    return BV_OUTCOME_PASSED;
  return self->votes_for > 0 && self->votes_for == self->votes_against && is_majority (&self->need)
           ? BV_OUTCOME_TIE
           : BV_OUTCOME_FAILED;
}

char *
bv_tally_describe_need (const BvTally *self)
{
  g_autofree char *share = bv_fraction_get_label (&self->need);

  if (self->base == 0)
    return g_strdup (_ ("nobody may vote on it"));
  if (self->of_present)
    /* Translators: "at least 6 of 10 votes (more than 1/2 of those present)" */
    return g_strdup_printf (_ ("at least %d of %d votes (%s of those present)"), self->n_needed,
                            self->base, share);
  /* Translators: "at least 10 of 11 votes (at least 90 % of all members)" */
  return g_strdup_printf (_ ("at least %d of %d votes (%s of all members)"), self->n_needed,
                          self->base, share);
}

/* ── Who takes part ──────────────────────────────────────────────────────────────────────── */

/* Recused members of an item, by how they took part; those without a vote are none. */
typedef struct
{
  int n_present;
  int n_written;
  int n_away;
} Recused;

/* Marks of an item on valid papers, apart for papers of those present and written ones. */
typedef struct
{
  int n_for[2];
  int n_against[2];
} Marks;

typedef struct
{
  BvConnection *connection;
  BvRegimeSet *regimes;
  BvMeeting *meeting;
  BvQuorum members;
  GHashTable *recused; /* item → Recused */
  GHashTable *marks;   /* item → Marks */
  int n_papers[2];     /* typed, of those present and written */
  BvFraction majority;
  gboolean majority_of_present;
} Counter;

static void
counter_clear (Counter *counter)
{
  g_clear_pointer (&counter->meeting, bv_meeting_free);
  g_clear_pointer (&counter->recused, g_hash_table_unref);
  g_clear_pointer (&counter->marks, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counter, counter_clear)

static gpointer
entry_of (GHashTable *table, gint64 id, gsize size)
{
  gpointer entry = g_hash_table_lookup (table, &id);

  if (entry == NULL)
    {
      entry = g_malloc0 (size);
      g_hash_table_insert (table, g_memdup2 (&id, sizeof (gint64)), entry);
    }
  return entry;
}

static gboolean
read_recused (Counter *counter, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    counter->connection, error,
    "SELECT r.item_id, coalesce (a.is_present, 0), coalesce (a.is_written, 0) FROM recusal r"
    " JOIN agenda_item i ON i.id = r.item_id JOIN council_member m ON m.id = r.member_id"
    " JOIN meeting g ON g.id = i.meeting_id"
    " LEFT JOIN attendance a ON a.meeting_id = g.id AND a.member_id = m.id"
    " WHERE g.id = ?1 AND m.has_vote = 1 AND (m.from_date IS NULL OR m.from_date <= g.on_date)"
    " AND (m.to_date IS NULL OR m.to_date >= g.on_date)",
    "i", counter->meeting->id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      Recused *recused;

      if (!has_row)
        return TRUE;
      recused = entry_of (counter->recused, bv_statement_int (statement, 0), sizeof (Recused));
      if (bv_statement_int (statement, 1) != 0)
        recused->n_present++;
      else if (bv_statement_int (statement, 2) != 0)
        recused->n_written++;
      else
        recused->n_away++;
    }
  return FALSE;
}

static gboolean
read_marks (Counter *counter, GError **error)
{
  g_autoptr (BvStatement) papers = bv_connection_query (
    counter->connection, error,
    "SELECT is_written, count (*) FROM ballot WHERE meeting_id = ?1 GROUP BY 1", "i",
    counter->meeting->id);
  g_autoptr (BvStatement) marks = NULL;
  gboolean has_row;

  if (papers == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!bv_statement_step (papers, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      counter->n_papers[bv_statement_int (papers, 0)] = (int) bv_statement_int (papers, 1);
    }
  marks = bv_connection_query (
    counter->connection, error,
    "SELECT k.item_id, b.is_written, sum (k.mark = 'for'), sum (k.mark = 'against') FROM ballot b"
    " JOIN ballot_mark k ON k.ballot_id = b.id WHERE b.meeting_id = ?1 AND b.is_valid = 1"
    " GROUP BY 1, 2",
    "i", counter->meeting->id);
  if (marks == NULL)
    return FALSE;
  while (bv_statement_step (marks, &has_row, error))
    {
      Marks *entry;
      gint64 written;

      if (!has_row)
        return TRUE;
      entry = entry_of (counter->marks, bv_statement_int (marks, 0), sizeof (Marks));
      written = bv_statement_int (marks, 1);
      entry->n_for[written] = (int) bv_statement_int (marks, 2);
      entry->n_against[written] = (int) bv_statement_int (marks, 3);
    }
  return FALSE;
}

static gboolean
read_share (BvConnection *connection, const char *key, BvFraction *fraction, GError **error)
{
  g_autofree char *text = bv_setting_get (connection, key, error);

  return text != NULL && bv_fraction_parse (text, fraction, error);
}

static gboolean
counter_init (Counter *counter,
              BvConnection *connection,
              BvRegimeSet *regimes,
              gint64 meeting_id,
              GError **error)
{
  g_autoptr (GPtrArray) attendance = NULL;
  g_autofree char *base = NULL;

  counter->connection = connection;
  counter->regimes = regimes;
  counter->recused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  counter->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  counter->meeting = bv_meeting_load (connection, meeting_id, error);
  if (counter->meeting == NULL)
    return FALSE;
  attendance = bv_meeting_list_attendance (connection, meeting_id, error);
  if (attendance == NULL)
    return FALSE;
  counter->members = bv_attendance_count (attendance);
  base = bv_setting_get (connection, BV_SETTING_RULE_MAJORITY_BASE, error);
  if (base == NULL || !read_share (connection, BV_SETTING_RULE_MAJORITY, &counter->majority, error))
    return FALSE;
  counter->majority_of_present = g_str_equal (base, "present");
  return read_recused (counter, error)
         && (!counter->meeting->is_secret || read_marks (counter, error));
}

/* ── The rule ────────────────────────────────────────────────────────────────────────────── */

/* The law of the day of the meeting, unless the dossier was put under another by hand. */
static const BvVoteRule *
find_rule (const Counter *counter, const BvAgendaItem *item)
{
  const BvRegime *regime = *item->regime_id != '\0'
                             ? bv_regime_set_get (counter->regimes, item->regime_id)
                             : bv_regime_set_for_date (counter->regimes, counter->meeting->on_date);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, item->form_code)
                                              : NULL;

  if (award == NULL)
    award = bv_regime_set_find_award (counter->regimes, item->form_code, counter->meeting->on_date);
  if (award != NULL && award->vote != NULL)
    return award->vote;
  return regime != NULL ? regime->vote : NULL;
}

static gboolean
apply_rule (const Counter *counter, const BvAgendaItem *item, BvTally *tally, GError **error)
{
  const BvVoteRule *rule = find_rule (counter, item);

  tally->rule = g_strdup (rule != NULL && rule->text != NULL ? rule->text : "");
  tally->article = g_strdup (rule != NULL && rule->article != NULL ? rule->article : "");
  tally->is_verified = rule != NULL && rule->is_verified;
  tally->is_secret = rule != NULL && rule->is_secret;
  if (rule == NULL || g_strcmp0 (rule->rule, BV_SETTING_RULE_MAJORITY) == 0)
    {
      tally->need = counter->majority;
      tally->of_present = counter->majority_of_present;
      return TRUE;
    }
  tally->need = rule->fraction;
  tally->of_present = rule->of_present;
  return rule->rule == NULL || read_share (counter->connection, rule->rule, &tally->need, error);
}

/* ── One item ────────────────────────────────────────────────────────────────────────────── */

static void
count_people (const Counter *counter, BvTally *tally)
{
  static const Recused nobody = { 0 };
  const Recused *recused = g_hash_table_lookup (counter->recused, &tally->item_id);
  const BvQuorum *members = &counter->members;

  if (recused == NULL)
    recused = &nobody;
  if (tally->of_present)
    {
      tally->n_recused = recused->n_present;
      tally->base = members->n_present - recused->n_present;
      tally->n_voters = tally->base;
    }
  else
    {
      tally->n_recused = recused->n_present + recused->n_written + recused->n_away;
      tally->base = members->n_members - tally->n_recused;
      tally->n_voters = members->n_present - recused->n_present + members->n_written
                        - recused->n_written;
    }
  tally->n_needed = tally->base > 0 ? (int) bv_fraction_need (&tally->need, tally->base) : 0;
}

/* Of typed papers. Whoever is recused leaves the row empty: that is no invalid vote. */
static void
count_papers (const Counter *counter, BvTally *tally)
{
  const Marks *marks = g_hash_table_lookup (counter->marks, &tally->item_id);
  const Recused *recused = g_hash_table_lookup (counter->recused, &tally->item_id);
  int n_papers = counter->n_papers[0] + (tally->of_present ? 0 : counter->n_papers[1]);
  int n_empty = 0;

  if (counter->n_papers[0] + counter->n_papers[1] == 0)
    return;
  if (recused != NULL)
    n_empty = recused->n_present + (tally->of_present ? 0 : recused->n_written);
  tally->votes_for = 0;
  tally->votes_against = 0;
  for (int written = 0; marks != NULL && written < (tally->of_present ? 1 : 2); written++)
    {
      tally->votes_for += marks->n_for[written];
      tally->votes_against += marks->n_against[written];
    }
  tally->votes_invalid = MAX (0, n_papers - n_empty - tally->votes_for - tally->votes_against);
}

static void
judge (const BvAgendaItem *item, BvTally *tally)
{
  if (item->result == BV_AGENDA_POSTPONED)
    {
      tally->outcome = BV_OUTCOME_POSTPONED;
      tally->votes_for = tally->votes_against = tally->votes_invalid = -1;
      return;
    }
  tally->outcome = bv_tally_judge (tally);
  if (tally->outcome != BV_OUTCOME_TIE || *item->override_reason == '\0')
    return;
  tally->is_by_chair = TRUE;
  tally->outcome = item->result == BV_AGENDA_PASSED ? BV_OUTCOME_PASSED : BV_OUTCOME_FAILED;
}

/* As it was counted when the meeting was closed, whatever the law, the council and the settings say since. */
static void
take_closed (const BvAgendaItem *item, BvTally *tally)
{
  if (item->need.denominator == 0)
    return;
  tally->need = item->need;
  tally->of_present = item->need_of_present;
  tally->base = item->base;
  tally->n_needed = item->base > 0 ? (int) bv_fraction_need (&item->need, item->base) : 0;
}

static BvTally *
tally_item (const Counter *counter, const BvAgendaItem *item, GError **error)
{
  g_autoptr (BvTally) tally = g_new0 (BvTally, 1);

  tally->item_id = item->id;
  if (!apply_rule (counter, item, tally, error))
    return NULL;
  count_people (counter, tally);
  tally->votes_for = item->votes_for;
  tally->votes_against = item->votes_against;
  tally->votes_invalid = item->votes_invalid;
  if (counter->meeting->is_closed)
    take_closed (item, tally);
  else if (counter->meeting->is_secret)
    count_papers (counter, tally);
  judge (item, tally);
  return g_steal_pointer (&tally);
}

GPtrArray *
bv_vote_tally (BvConnection *connection, BvRegimeSet *regimes, gint64 meeting_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_tally_free);
  g_auto (Counter) counter = { 0 };
  g_autoptr (GPtrArray) items = NULL;

  if (!counter_init (&counter, connection, regimes, meeting_id, error))
    return NULL;
  items = bv_agenda_list (connection, meeting_id, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      BvTally *tally = tally_item (&counter, g_ptr_array_index (items, i), error);

      if (tally == NULL)
        return NULL;
      g_ptr_array_add (list, tally);
    }
  return g_steal_pointer (&list);
}

BvTally *
bv_vote_tally_item (BvConnection *connection, BvRegimeSet *regimes, gint64 item_id, GError **error)
{
  g_autoptr (BvAgendaItem) item = bv_agenda_load (connection, item_id, error);
  g_auto (Counter) counter = { 0 };

  if (item == NULL || !counter_init (&counter, connection, regimes, item->meeting_id, error))
    return NULL;
  return tally_item (&counter, item, error);
}

gboolean
bv_meeting_count (BvConnection *connection,
                  gint64 meeting_id,
                  BvMeetingCount *count,
                  GError **error)
{
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  *count = (BvMeetingCount){ 0 };
  attendance = bv_meeting_list_attendance (connection, meeting_id, error);
  if (attendance == NULL || !read_share (connection, BV_SETTING_RULE_QUORUM, &count->quorum, error))
    return FALSE;
  count->members = bv_attendance_count (attendance);
  count->n_quorum = count->members.n_members > 0
                      ? (int) bv_fraction_need (&count->quorum, count->members.n_members)
                      : 0;
  count->has_quorum = bv_fraction_is_reached (&count->quorum, count->members.n_present,
                                              count->members.n_members);
  statement = bv_connection_query (
    connection, error,
    "SELECT count (*), coalesce (sum (is_valid), 0), coalesce (sum (is_written), 0) FROM ballot"
    " WHERE meeting_id = ?1",
    "i", meeting_id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  count->n_typed = (int) bv_statement_int (statement, 0);
  count->n_valid = (int) bv_statement_int (statement, 1);
  count->n_written = (int) bv_statement_int (statement, 2);
  return TRUE;
}
