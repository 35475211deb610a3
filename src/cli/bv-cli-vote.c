// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli council: votes of a meeting, its board before them, its close. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-council.h"

#include "base/bv-date.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-meeting-board.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting-sheet.h"
#include "merit/bv-vote.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>
#include <string.h>

static BvMeetingSheet *
read_sheet (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, text, error);
  g_autoptr (BvLease) lease = meeting != NULL ? bv_store_lease (cli->store, error) : NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;

  if (lease != NULL)
    regimes = bv_regime_set_load (bv_lease_connection (lease), error);
  return regimes != NULL
           ? bv_meeting_sheet_load (bv_lease_connection (lease), regimes, meeting->id, error)
           : NULL;
}

/* ── meeting show ────────────────────────────────────────────────────────────────────────── */

static void
json_flag (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
json_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
json_item (JsonBuilder *builder,
           const BvAgendaItem *item,
           const BvTally *tally,
           const BvMeetingSheet *sheet)
{
  g_autofree char *need = bv_fraction_format (&tally->need);

  json_builder_begin_object (builder);
  bv_cli_json_int (builder, "place", item->position);
  bv_cli_json_int (builder, "nomination", item->nomination_id);
  bv_cli_json_text (builder, "name", item->name);
  bv_cli_json_text (builder, "detail", item->detail);
  bv_cli_json_text (builder, "form", item->form_code);
  bv_cli_json_text (builder, "need", need);
  bv_cli_json_text (builder, "of", tally->of_present ? "present" : "members");
  json_flag (builder, "secret", tally->is_secret);
  bv_cli_json_text (builder, "article", tally->article);
  bv_cli_json_int (builder, "base", tally->base);
  bv_cli_json_int (builder, "needed", tally->n_needed);
  bv_cli_json_int (builder, "voters", tally->n_voters);
  if (tally->votes_for >= 0)
    {
      bv_cli_json_int (builder, "for", tally->votes_for);
      bv_cli_json_int (builder, "against", tally->votes_against);
      bv_cli_json_int (builder, "none", tally->votes_invalid);
    }
  bv_cli_json_text (builder, "outcome", bv_outcome_to_code (tally->outcome));
  json_flag (builder, "by_chair", tally->is_by_chair);
  bv_cli_json_text (builder, "reason", tally->is_by_chair ? item->override_reason : item->note);
  json_array (builder, "recused");
  for (guint i = 0; i < sheet->recusals->len; i++)
    {
      const BvRecusal *recusal = g_ptr_array_index (sheet->recusals, i);

      if (recusal->item_id != item->id)
        continue;
      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "name", recusal->name);
      bv_cli_json_text (builder, "reason", recusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const BvMeetingSheet *sheet)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  const BvMeeting *meeting = sheet->meeting;

  bv_cli_json_int (builder, "id", meeting->id);
  bv_cli_json_text (builder, "council", meeting->council_name);
  bv_cli_json_text (builder, "title", meeting->title);
  bv_cli_json_text (builder, "date", meeting->on_date);
  bv_cli_json_text (builder, "method", meeting->is_secret ? "secret" : "hands");
  bv_cli_json_text (builder, "state", meeting->is_closed ? "closed" : "planned");
  bv_cli_json_int (builder, "members", sheet->count.members.n_members);
  bv_cli_json_int (builder, "present", sheet->count.members.n_present);
  bv_cli_json_int (builder, "written", sheet->count.members.n_written);
  bv_cli_json_int (builder, "quorum", sheet->count.n_quorum);
  json_flag (builder, "has_quorum", sheet->count.has_quorum);
  if (meeting->is_secret)
    {
      bv_cli_json_int (builder, "issued", meeting->ballots_issued);
      bv_cli_json_int (builder, "returned", meeting->ballots_returned);
      bv_cli_json_int (builder, "valid", sheet->count.n_valid);
      json_array (builder, "ballots");
      for (guint i = 0; i < sheet->ballots->len; i++)
        {
          const BvBallot *ballot = g_ptr_array_index (sheet->ballots, i);

          json_builder_add_string_value (builder, ballot->is_valid ? ballot->marks : "x");
        }
      json_builder_end_array (builder);
    }
  json_array (builder, "attendance");
  for (guint i = 0; i < sheet->attendance->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (sheet->attendance, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "member", row->member_id);
      bv_cli_json_text (builder, "name", row->name);
      bv_cli_json_text (builder, "role", row->role);
      bv_cli_json_text (builder, "presence", bv_presence_to_code (row->presence));
      bv_cli_json_text (builder, "reason", row->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_array (builder, "agenda");
  for (guint i = 0; i < sheet->items->len; i++)
    json_item (builder, g_ptr_array_index (sheet->items, i), g_ptr_array_index (sheet->tallies, i),
               sheet);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
print_attendance (const BvMeetingSheet *sheet)
{
  const char *heads[] = { _ ("Member"), _ ("Role"), _ ("Attendance"), _ ("Reason"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  const BvQuorum *members = &sheet->count.members;

  for (guint i = 0; i < sheet->attendance->len; i++)
    {
      const BvAttendance *row = g_ptr_array_index (sheet->attendance, i);
      const char *cells[] = { row->name, bv_choice_label (bv_council_roles, row->role),
                              bv_presence_get_label (row->presence), row->reason };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
  printf (sheet->count.has_quorum ? _ ("\n%d of %d members are present, %d are needed: a quorum.\n")
                                  : _ ("\n%d of %d members are present, %d are needed: no "
                                       "quorum.\n"),
          members->n_present, members->n_members, sheet->count.n_quorum);
  if (sheet->meeting->is_secret)
    printf (_ ("Papers given out: %d, returned: %d, typed: %d, valid: %d.\n"),
            MAX (sheet->meeting->ballots_issued, 0), MAX (sheet->meeting->ballots_returned, 0),
            sheet->count.n_typed, sheet->count.n_valid);
}

static void
print_agenda (const BvMeetingSheet *sheet)
{
  const char *heads[] = { _ (">Place"), _ ("Name"),    _ ("Award"),  _ (">For"), _ (">Against"),
                          _ (">None"),  _ (">Needed"), _ ("Result"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < sheet->items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (sheet->items, i);
      const BvTally *tally = g_ptr_array_index (sheet->tallies, i);
      g_autofree char *place = g_strdup_printf ("%d", item->position);
      g_autofree char *votes_for = g_strdup_printf ("%d", tally->votes_for);
      g_autofree char *against = g_strdup_printf ("%d", tally->votes_against);
      g_autofree char *none = g_strdup_printf ("%d", tally->votes_invalid);
      g_autofree char *needed = g_strdup_printf ("%d/%d", tally->n_needed, tally->base);
      gboolean is_voted = tally->votes_for >= 0;
      const char *cells[] = { place,
                              item->name,
                              bv_cli_title_label (item->form_code),
                              is_voted ? votes_for : "",
                              is_voted ? against : "",
                              is_voted ? none : "",
                              needed,
                              bv_outcome_get_label (tally->outcome) };

      bv_cli_table_add (table, cells);
    }
  printf ("\n");
  bv_cli_table_print (table);
}

static int
meeting_show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (BvMeetingSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  sheet = read_sheet (cli, argv[0], &error);
  if (sheet == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      print_json (sheet);
      return BV_CLI_OK;
    }
  day = bv_date_format_short (sheet->meeting->on_date);
  printf ("%s\n%s, %s\n%s, %s\n\n", sheet->meeting->title, day, sheet->meeting->council_name,
          bv_choice_label (bv_meeting_methods, sheet->meeting->is_secret ? "secret" : "hands"),
          bv_choice_label (bv_meeting_states, sheet->meeting->is_closed ? "closed" : "planned"));
  print_attendance (sheet);
  if (sheet->items->len > 0)
    print_agenda (sheet);
  for (guint i = 0; i < sheet->recusals->len; i++)
    {
      const BvRecusal *recusal = g_ptr_array_index (sheet->recusals, i);

      for (guint k = 0; k < sheet->items->len; k++)
        if (((BvAgendaItem *) g_ptr_array_index (sheet->items, k))->id == recusal->item_id)
          printf (_ ("%u: without %s (%s)\n"), k + 1, recusal->name, recusal->reason);
    }
  return BV_CLI_OK;
}

/* ── board ───────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
read_board (BvCli *cli, gint64 meeting_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (BvRegimeSet) regimes = NULL;

  if (lease != NULL)
    regimes = bv_regime_set_load (bv_lease_connection (lease), error);
  return regimes != NULL
           ? bv_meeting_board (bv_lease_connection (lease), regimes, meeting_id, error)
           : NULL;
}

static void
json_sentences (JsonBuilder *builder, const char *member, GPtrArray *sentences)
{
  json_array (builder, member);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sentences, i));
  json_builder_end_array (builder);
}

static void
print_board_json (const BvMeetingSheet *sheet, GPtrArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const BvBoardRow *row = g_ptr_array_index (rows, i);
      const BvAgendaItem *item = g_ptr_array_index (sheet->items, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "place", item->position);
      bv_cli_json_text (builder, "name", item->name);
      bv_cli_json_text (builder, "form", item->form_code);
      bv_cli_json_text (builder, "submitted",
                        row->has_frozen ? bv_verdict_to_code (row->frozen) : NULL);
      bv_cli_json_text (builder, "today", row->has_today ? bv_verdict_to_code (row->today) : NULL);
      json_sentences (builder, "unmet", row->unmet);
      bv_cli_json_text (builder, "quota", row->quota);
      json_flag (builder, "over_quota", row->is_over_quota);
      bv_cli_json_text (builder, "cap", row->cap);
      json_sentences (builder, "duplicates", row->duplicates);
      json_sentences (builder, "discipline", row->discipline);
      bv_cli_json_text (builder, "member", row->member_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
}

static void
print_sentences (const char *head, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    printf ("    %s: %s\n", head, (const char *) g_ptr_array_index (sentences, i));
}

static void
print_board_row (const BvAgendaItem *item, const BvBoardRow *row)
{
  printf ("%d. %s, %s\n", item->position, item->name, bv_cli_title_label (item->form_code));
  if (row->has_frozen)
    printf ("    %s: %s\n", _ ("When submitted"), bv_verdict_get_label (row->frozen));
  if (row->has_today)
    printf ("    %s: %s\n", _ ("Today"), bv_verdict_get_full_label (row->today, row->needs_word));
  print_sentences (_ ("Not met or not told"), row->unmet);
  if (*row->quota != '\0')
    printf ("    %s: %s\n", row->is_over_quota ? _ ("Over the quota") : _ ("Quota"), row->quota);
  if (*row->cap != '\0')
    printf ("    %s: %s\n", _ ("Over the cap"), row->cap);
  print_sentences (_ ("Twice"), row->duplicates);
  print_sentences (_ ("Discipline"), row->discipline);
  if (row->member_id != 0)
    printf ("    %s: %s\n", _ ("Sits in the council"), row->member_name);
}

/* Exit code 1 when something speaks against a name. */
static int
board (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (BvMeetingSheet) sheet = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  sheet = read_sheet (cli, argv[0], &error);
  if (sheet == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  rows = read_board (cli, sheet->meeting->id, &error);
  if (rows == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_board_json (sheet, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (!cli->json)
        print_board_row (g_ptr_array_index (sheet->items, i), g_ptr_array_index (rows, i));
      found = found || bv_board_row_has_warning (g_ptr_array_index (rows, i));
    }
  return found ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* ── Votes ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
find (BvCli *cli, char **argv, gint64 *meeting_id, gint64 *council_id, gint64 *item, GError **error)
{
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], error);

  if (meeting == NULL)
    return FALSE;
  *meeting_id = meeting->id;
  *council_id = meeting->council_id;
  return item == NULL || bv_cli_find_item (cli, meeting->id, argv[1], item, error);
}

static int
recuse (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 meeting;
  gint64 council;
  gint64 item;
  gint64 member;
  gint64 act;
  gboolean ok;

  if (!find (cli, argv, &meeting, &council, &item, &error)
      || !bv_cli_find_member (cli, council, argv[2], &member, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  ok = options->reason != NULL
         ? bv_vote_recuse_act (cli->store, item, member, options->reason, &act, &error)
         : bv_vote_unrecuse_act (cli->store, item, member, &act, &error);
  if (!ok)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "item", item,
                         options->reason != NULL ? _ ("The member does not vote on it.")
                                                 : _ ("The member votes on it."));
}

static gboolean
read_votes (BvCli *cli, const char *text, int *votes)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, 0, 10000, &number, NULL))
    {
      bv_cli_usage (cli, _ ("“%s” is no number of votes"), text);
      return FALSE;
    }
  *votes = (int) number;
  return TRUE;
}

/* How the item stands after a vote. */
static int
say_tally (BvCli *cli, gint64 act, gint64 item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvTally) tally = NULL;
  g_autofree char *need = NULL;
  g_autofree char *text = NULL;

  if (lease != NULL)
    regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  if (regimes != NULL)
    tally = bv_vote_tally_item (bv_lease_connection (lease), regimes, item, &error);
  if (tally == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  need = bv_tally_describe_need (tally);
  /* Translators: "Passed: 9 votes for; at least 8 of 11 votes (…)" */
  text = g_strdup_printf (_ ("%s: %d votes for; %s"), bv_outcome_get_label (tally->outcome),
                          MAX (tally->votes_for, 0), need);
  return bv_cli_say_act (cli, act, "item", item, text);
}

static int
vote (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int votes[3] = { 0 };
  gint64 meeting;
  gint64 council;
  gint64 item;
  gint64 act;

  for (int i = 2; i < argc; i++)
    if (!read_votes (cli, argv[i], &votes[i - 2]))
      return BV_CLI_USAGE;
  if (!find (cli, argv, &meeting, &council, &item, &error)
      || !bv_vote_set_hands_act (cli->store, item, votes[0], votes[1], votes[2], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return say_tally (cli, act, item);
}

static int
unanimous (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 meeting;
  gint64 council;
  gint64 act;
  guint n;

  if (!find (cli, argv, &meeting, &council, NULL, &error)
      || !bv_vote_fill_act (cli->store, meeting, &n, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (
    ngettext ("%u unanimous vote recorded.", "%u unanimous votes recorded.", n), n);
  bv_cli_say_act (cli, act, "meeting", meeting, text);
  return n > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
postpone (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 meeting;
  gint64 council;
  gint64 item;
  gint64 act;

  if (!find (cli, argv, &meeting, &council, &item, &error)
      || !bv_vote_postpone_act (cli->store, item, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "item", item, _ ("The item is postponed."));
}

static int
clear (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 meeting;
  gint64 council;
  gint64 item;
  gint64 act;

  if (!find (cli, argv, &meeting, &council, &item, &error)
      || !bv_vote_clear_act (cli->store, item, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "item", item, _ ("The vote on the item is cleared."));
}

static int
decide (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  gboolean is_passed = g_str_equal (argv[2], "passed");
  gint64 meeting;
  gint64 council;
  gint64 item;
  gint64 act;

  if (!is_passed && !g_str_equal (argv[2], "failed"))
    return bv_cli_usage (cli, _ ("“%s” is neither passed nor failed"), argv[2]);
  if (!find (cli, argv, &meeting, &council, &item, &error)
      || !bv_vote_decide_tie_act (cli->store, item, is_passed, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return say_tally (cli, act, item);
}

/* ── Ballots ─────────────────────────────────────────────────────────────────────────────── */

static int
count (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  g_autofree char *text = NULL;
  gint64 act;
  int issued;
  int returned;

  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->issued == G_MININT && options->returned == G_MININT)
    return bv_cli_usage (cli, "%s", _ ("give --issued N or --returned N"));
  if ((options->issued < 0 && options->issued != G_MININT)
      || (options->returned < 0 && options->returned != G_MININT))
    return bv_cli_usage (cli, "%s", _ ("a number of papers cannot be below 0"));
  issued = options->issued >= 0 ? options->issued : meeting->ballots_issued;
  returned = options->returned >= 0 ? options->returned : meeting->ballots_returned;
  if (!bv_ballot_set_counts_act (cli->store, meeting->id, issued, returned, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Papers given out: %d, returned: %d."), MAX (issued, 0),
                          MAX (returned, 0));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, text);
}

typedef struct
{
  gint64 meeting_id;
  GPtrArray *ballots; /* (element-type BvBallot) */
} Papers;

static gboolean
type_papers_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Papers *papers = user_data;

  for (guint i = 0; i < papers->ballots->len; i++)
    if (!bv_ballot_save (connection, papers->meeting_id, g_ptr_array_index (papers->ballots, i),
                         error))
      return FALSE;
  return TRUE;
}

/* All of them or none: of a row that is wrong nobody knows how many before it were typed. */
static gboolean
type_papers (BvCli *cli, Papers *papers, gint64 *act, GError **error)
{
  g_autofree char *title = NULL;

  if (papers->ballots->len == 1)
    return bv_ballot_save_act (cli->store, papers->meeting_id,
                               g_ptr_array_index (papers->ballots, 0), act, error);
  title = g_strdup_printf (_ ("Type %u ballot papers"), papers->ballots->len);
  return bv_store_act (cli->store, title, BV_ACT_NONE, type_papers_act, papers, cli->cancellable,
                       act, error);
}

static int
ballot (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GPtrArray) ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ballot_free);
  g_autoptr (BvMeetingSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  Papers papers = { .ballots = ballots };
  gint64 act = 0;

  if (options->paper != 0 && argc > 2)
    return bv_cli_usage (cli, "%s", _ ("--paper corrects one paper at a time"));
  sheet = read_sheet (cli, argv[0], &error);
  if (sheet == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  papers.meeting_id = sheet->meeting->id;
  for (int i = 1; i < argc; i++)
    {
      BvBallot *row = bv_ballot_parse (argv[i], sheet->items->len, &error);

      if (row == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      row->number = options->paper;
      row->is_written = options->written;
      g_ptr_array_add (ballots, row);
    }
  if (!type_papers (cli, &papers, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < ballots->len; i++)
    {
      const BvBallot *row = g_ptr_array_index (ballots, i);

      bv_cli_say (cli, _ ("Paper %d: %s"), row->number, row->is_valid ? row->marks : _ ("spoilt"));
    }
  return cli->json ? bv_cli_say_act (cli, act, "meeting", sheet->meeting->id, "") : BV_CLI_OK;
}

static int
ballot_remove (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 number;
  gint64 act;

  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT, &number, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no number of a paper"), argv[1]);
  if (!bv_ballot_delete_act (cli->store, meeting->id, (int) number, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, _ ("The paper is removed."));
}

/* ── The end ─────────────────────────────────────────────────────────────────────────────── */

static int
close_meeting (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 act;

  if (meeting == NULL || !bv_meeting_close_act (cli->store, meeting->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, _ ("The meeting is closed."));
}

static int
reopen (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 act;

  if (meeting == NULL || !bv_meeting_reopen_act (cli->store, meeting->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, _ ("The meeting is open again."));
}

const BvCliVerb bv_cli_vote_verbs[] = {
  { "meeting show", meeting_show, 1, 1, FALSE },
  { "board", board, 1, 1, FALSE },
  { "recuse", recuse, 3, 3, TRUE },
  { "vote", vote, 4, 5, TRUE },
  { "unanimous", unanimous, 1, 1, TRUE },
  { "postpone", postpone, 2, 2, TRUE },
  { "clear", clear, 2, 2, TRUE },
  { "decide", decide, 3, 3, TRUE },
  { "count", count, 1, 1, TRUE },
  { "ballot remove", ballot_remove, 2, 2, TRUE },
  { "ballot", ballot, 2, G_MAXINT, TRUE },
  { "close", close_meeting, 1, 1, TRUE },
  { "reopen", reopen, 1, 1, TRUE },
  { NULL },
};
