// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli council: councils and their members. Meetings are in bv-cli-meeting.c, votes in bv-cli-vote.c. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-council.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-cli-rows.h"
#include "office/bv-person.h"

#include <glib/gi18n.h>
#include <string.h>

static void
options_clear (BvCliCouncilOptions *options)
{
  g_free (options->kind);
  g_free (options->number);
  g_free (options->date);
  g_free (options->from);
  g_free (options->to);
  g_free (options->note);
  g_free (options->council);
  g_free (options->person);
  g_free (options->role);
  g_free (options->post);
  g_free (options->honorific);
  g_free (options->place);
  g_free (options->from_time);
  g_free (options->to_time);
  g_free (options->chair);
  g_free (options->secretary);
  g_free (options->discussion);
  g_free (options->reason);
  g_strfreev (options->only);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvCliCouncilOptions, options_clear)

gboolean
bv_cli_read_id (BvCli *cli, const char *text, gint64 *id)
{
  if (bv_cli_read_record_id (text, id, NULL))
    return TRUE;
  bv_cli_usage (cli, _ ("“%s” is no #id; see bangvang-cli %s --help"), text, "council");
  return FALSE;
}

gboolean
bv_cli_find_council (BvCli *cli, const char *text, const char *date, gint64 *id, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *day = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease == NULL)
    return FALSE;
  if (text != NULL)
    {
      g_autoptr (BvCouncil) council = NULL;

      if (!bv_cli_read_record_id (text, id, NULL))
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                       _ ("“%s” is no council: name it by its #id."), text);
          return FALSE;
        }
      council = bv_council_load (bv_lease_connection (lease), *id, error);
      return council != NULL;
    }
  if (!bv_council_find_on (bv_lease_connection (lease), "emulation", date != NULL ? date : today,
                           id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  day = bv_date_format_short (date != NULL ? date : today);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("No council has a term that holds %s: name one by --council #ID."), day);
  return FALSE;
}

/* "Ba" is Tòng Văn Ba rather than Bạc Văn Chín: whole last words before words that only begin so. */
static gboolean
ends_with (const char *name, const char *text)
{
  g_autofree char *folded_name = bv_text_fold_marks (name);
  g_autofree char *folded = bv_text_fold_marks (text);
  gsize n = strlen (folded_name);
  gsize k = strlen (folded);

  return k > 0 && g_str_has_suffix (folded_name, folded)
         && (n == k || folded_name[n - k - 1] == ' ');
}

gboolean
bv_cli_find_member (BvCli *cli, gint64 council_id, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) members = NULL;
  guint n_found = 0;
  guint n_whole = 0;
  gint64 whole = 0;

  if (lease != NULL)
    members = bv_council_list_members (bv_lease_connection (lease), council_id, NULL, error);
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const BvCouncilMember *member = g_ptr_array_index (members, i);
      g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, member->id);

      /* A whole name is that one, though it begins another. */
      if (g_str_equal (member->name, text))
        {
          *id = member->id;
          n_found = 1;
          break;
        }
      if (!g_str_equal (number, text) && !bv_text_matches (member->name, text))
        continue;
      *id = member->id;
      n_found++;
      if (!ends_with (member->name, text))
        continue;
      whole = member->id;
      n_whole++;
    }
  if (n_found > 1 && n_whole == 1)
    {
      *id = whole;
      return TRUE;
    }
  if (n_found == 1)
    return TRUE;
  if (n_found == 0)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                 _ ("The council has no member “%s”."), text);
  else
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_ASK,
                 _ ("%u members of the council fit “%s”: name one by its #id."), n_found, text);
  return FALSE;
}

/* ── Councils ────────────────────────────────────────────────────────────────────────────── */

static const char *
kind_label (const char *code)
{
  return bv_choice_label (bv_council_kinds, code);
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("#"), NULL },
    { BV_COUNCIL_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Council"), NULL },
    { BV_COUNCIL_COLUMN_KIND, BV_CLI_TEXT, "kind", N_ ("Kind"), kind_label },
    { BV_COUNCIL_COLUMN_DECISION_NUMBER, BV_CLI_TEXT, "number", N_ ("Decision"), NULL },
    { BV_COUNCIL_COLUMN_FROM_DATE, BV_CLI_DATE, "from", N_ ("From"), NULL },
    { BV_COUNCIL_COLUMN_TO_DATE, BV_CLI_DATE, "to", N_ ("Until"), NULL },
    { BV_COUNCIL_COLUMN_N_MEMBERS, BV_CLI_NUMBER, "members", N_ ("With a vote"), NULL },
    { BV_COUNCIL_COLUMN_N_MEETINGS, BV_CLI_NUMBER, "meetings", N_ ("Meetings"), NULL },
  };

  return bv_cli_print_rows (cli, bv_council_source (NULL), columns, G_N_ELEMENTS (columns));
}

static const char *
role_label (const char *code)
{
  return bv_choice_label (bv_council_roles, code);
}

static const char *
flag_label (const char *code)
{
  return g_str_equal (code, "1") ? _ ("yes") : _ ("no");
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("#"), NULL },
    { BV_COUNCIL_MEMBER_COLUMN_HONORIFIC, BV_CLI_TEXT, "honorific", NULL, NULL },
    { BV_COUNCIL_MEMBER_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name"), NULL },
    { BV_COUNCIL_MEMBER_COLUMN_POST, BV_CLI_TEXT, "post", N_ ("Post"), NULL },
    { BV_COUNCIL_MEMBER_COLUMN_ROLE, BV_CLI_TEXT, "role", N_ ("Role"), role_label },
    { BV_COUNCIL_MEMBER_COLUMN_HAS_VOTE, BV_CLI_TEXT, "has_vote", N_ ("Vote"), flag_label },
    { BV_COUNCIL_MEMBER_COLUMN_FROM_DATE, BV_CLI_DATE, "from", N_ ("From"), NULL },
    { BV_COUNCIL_MEMBER_COLUMN_TO_DATE, BV_CLI_DATE, "to", N_ ("Until"), NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvCouncil) council = NULL;
  gint64 id;

  if (!bv_cli_find_council (cli, argc > 0 ? argv[0] : NULL, NULL, &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    council = bv_council_load (bv_lease_connection (lease), id, &error);
  if (council == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  bv_cli_say (cli, "%s\n", council->name);
  return bv_cli_print_rows (cli, bv_council_member_source (id), columns, G_N_ELEMENTS (columns));
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (BvCouncil) council = bv_council_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  bv_cli_set (&council->name, argv[0]);
  bv_cli_set (&council->kind, options->kind);
  bv_cli_set (&council->decision_number, options->number);
  bv_cli_set (&council->note, options->note);
  if (!bv_cli_read_date (cli, "date", options->date, &council->decision_date)
      || !bv_cli_read_date (cli, "from", options->from, &council->from_date)
      || !bv_cli_read_date (cli, "to", options->to, &council->to_date))
    return BV_CLI_USAGE;
  if (!bv_council_save_act (cli->store, council, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The council is #%d."), (int) council->id);
  return bv_cli_say_act (cli, act, "council", council->id, text);
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_council (cli, argv[0], NULL, &id, &error)
      || !bv_council_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "council", id, _ ("The council and its members are deleted."));
}

/* ── Members ─────────────────────────────────────────────────────────────────────────────── */

static BvCouncilMember *
make_member (BvCli *cli,
             gint64 council_id,
             const BvCliCouncilOptions *options,
             const char *name,
             GError **error)
{
  BvCouncilMember *member;
  g_autoptr (BvLease) lease = NULL;
  gint64 person;

  if (options->person == NULL)
    {
      member = bv_council_member_new ();
      member->council_id = council_id;
      bv_cli_set (&member->name, name);
      return member;
    }
  if (!bv_cli_find_subject (cli, options->person, BV_SUBJECT_PERSON, &person, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  if (lease == NULL)
    return NULL;
  member = bv_council_member_propose (bv_lease_connection (lease), council_id, person,
                                      options->from, error);
  if (member != NULL)
    bv_cli_set (&member->name, name);
  return member;
}

static int
member_add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (BvCouncilMember) member = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 council;
  gint64 act;

  if (argc == 0 && options->person == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the member, or a person of the register by --person"));
  if (!bv_cli_find_council (cli, options->council, NULL, &council, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  member = make_member (cli, council, options, argc > 0 ? argv[0] : NULL, &error);
  if (member == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&member->role, options->role);
  bv_cli_set (&member->post, options->post);
  bv_cli_set (&member->honorific, options->honorific);
  member->has_vote = !options->no_vote;
  if (!bv_cli_read_date (cli, "from", options->from, &member->from_date)
      || !bv_cli_read_date (cli, "to", options->to, &member->to_date))
    return BV_CLI_USAGE;
  if (!bv_council_member_save_act (cli->store, member, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("%s is member #%d."), member->name, (int) member->id);
  return bv_cli_say_act (cli, act, "member", member->id, text);
}

/* With --to the membership ends; without, somebody taken in by mistake goes. */
static int
member_remove (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (BvCouncilMember) member = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  gint64 council;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_council (cli, options->council, NULL, &council, &error)
      || !bv_cli_find_member (cli, council, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->to == NULL)
    {
      if (!bv_council_member_delete_act (cli->store, id, &act, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      return bv_cli_say_act (cli, act, "member", id, _ ("The member is removed."));
    }
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    member = bv_council_member_load (bv_lease_connection (lease), id, &error);
  if (member == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  if (!bv_cli_read_date (cli, "to", options->to, &member->to_date))
    return BV_CLI_USAGE;
  if (!bv_council_member_save_act (cli->store, member, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "member", id, _ ("The membership has a last day."));
}

/* Among those of the same role. */
static int
move_member (BvCli *cli, const BvCliCouncilOptions *options, const char *who, int by)
{
  g_autoptr (GError) error = NULL;
  gint64 council;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_council (cli, options->council, NULL, &council, &error)
      || !bv_cli_find_member (cli, council, who, &id, &error)
      || !bv_council_member_move_act (cli->store, id, by, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "member", id, _ ("The member is moved."));
}

static int
member_up (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  return move_member (cli, options, argv[0], -1);
}

static int
member_down (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  return move_member (cli, options, argv[0], 1);
}

static const BvCliVerb council_verbs[] = {
  { "list", list, 0, 0, FALSE },
  { "show", show, 0, 1, FALSE },
  { "add", add, 1, 1, TRUE },
  { "delete", delete, 1, 1, TRUE },
  { "member add", member_add, 0, 1, TRUE },
  { "member remove", member_remove, 1, 1, TRUE },
  { "member up", member_up, 1, 1, TRUE },
  { "member down", member_down, 1, 1, TRUE },
  { NULL },
};

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

int
bv_cli_council (BvCli *cli, int argc, char **argv)
{
  g_auto (BvCliCouncilOptions) options = { .issued = G_MININT, .returned = G_MININT };
  const GOptionEntry entries[] = {
    { "council", 'c', 0, G_OPTION_ARG_STRING, &options.council,
      N_ ("the council (the one in office)"), N_ ("#ID") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("add: emulation (default) or initiative"), N_ ("KIND") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number,
      N_ ("add: number of the decision; meeting add: of the minutes"), N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("add: date of the decision; meeting add: its day (today)"), N_ ("DATE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("first day of the term, or in it"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("last day of the term, or in it"),
      N_ ("DATE") },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person,
      N_ ("member add: somebody of the register"), N_ ("NAME") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role,
      N_ ("member add: chair, standing_vice, vice, member (default) or secretary"), N_ ("ROLE") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post, N_ ("member add: the post in the office"),
      N_ ("TEXT") },
    { "honorific", 0, 0, G_OPTION_ARG_STRING, &options.honorific, N_ ("member add: Ông or Bà"),
      N_ ("TEXT") },
    { "no-vote", 0, 0, G_OPTION_ARG_NONE, &options.no_vote, N_ ("member add: without a vote"),
      NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("meeting: where"), N_ ("TEXT") },
    { "begin", 0, 0, G_OPTION_ARG_STRING, &options.from_time, N_ ("meeting: from 8h30"),
      N_ ("TIME") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options.to_time, N_ ("meeting: until 11h"), N_ ("TIME") },
    { "chair", 0, 0, G_OPTION_ARG_STRING, &options.chair, N_ ("meeting: the member in the chair"),
      N_ ("NAME") },
    { "secretary", 0, 0, G_OPTION_ARG_STRING, &options.secretary,
      N_ ("meeting: the member who is secretary"), N_ ("NAME") },
    { "hands", 0, 0, G_OPTION_ARG_NONE, &options.hands, N_ ("meeting: by show of hands"), NULL },
    { "secret", 0, 0, G_OPTION_ARG_NONE, &options.secret,
      N_ ("meeting: by secret ballot (default)"), NULL },
    { "discussion", 0, 0, G_OPTION_ARG_STRING, &options.discussion,
      N_ ("meeting: what was said, for the minutes"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("a note"), N_ ("TEXT") },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.only,
      N_ ("agenda add: only this name of the dossier; may be repeated"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("of an absence, a recusal, a postponement, what the chair decides"), N_ ("TEXT") },
    { "paper", 0, 0, G_OPTION_ARG_INT, &options.paper,
      N_ ("ballot: correct this paper instead of typing the next"), N_ ("N") },
    { "written", 0, 0, G_OPTION_ARG_NONE, &options.written,
      N_ ("ballot: the written opinion of an absent member"), NULL },
    { "issued", 0, 0, G_OPTION_ARG_INT, &options.issued, N_ ("count: papers given out"), N_ ("N") },
    { "returned", 0, 0, G_OPTION_ARG_INT, &options.returned, N_ ("count: papers returned"),
      N_ ("N") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [ARGUMENT…]"),
    _ ("The council: its members, its meetings and their votes."),
    _ ("Verbs:\n"
       "  list                            councils\n"
       "  show [COUNCIL]                  a council with its members\n"
       "  add NAME                        set one up\n"
       "  delete COUNCIL                  one that never met\n"
       "  member add [NAME]               take somebody in\n"
       "  member remove MEMBER            out again; with --to: the last day\n"
       "  member up, down MEMBER          its place among those of the same role\n"
       "  meeting list                    meetings\n"
       "  meeting add TITLE               plan one\n"
       "  meeting set MEETING             change what options name\n"
       "  meeting delete MEETING          one that is not closed\n"
       "  meeting show MEETING            attendance, agenda, votes\n"
       "  attend MEETING WHO [HOW]        present (default), absent or written; WHO “all”: the "
       "rest\n"
       "  agenda add MEETING DOSSIER…     put accepted dossiers on the agenda\n"
       "  agenda remove MEETING ITEM\n"
       "  agenda move MEETING ITEM PLACE\n"
       "  board MEETING                   what to know of each name before the vote\n"
       "  recuse MEETING ITEM MEMBER      leave a member out of a vote; without --reason: back in\n"
       "  vote MEETING ITEM FOR AGAINST [NONE]   a show of hands\n"
       "  unanimous MEETING               all hands for what has no vote yet\n"
       "  postpone MEETING ITEM\n"
       "  clear MEETING ITEM              no vote, not postponed\n"
       "  decide MEETING ITEM passed|failed      the chair, when votes are equal\n"
       "  count MEETING                   papers given out and returned\n"
       "  ballot MEETING MARKS…           papers: 1 for, 2 against, 0 no opinion; x: spoilt\n"
       "  ballot remove MEETING PAPER\n"
       "  close MEETING\n"
       "  reopen MEETING\n\n"
       "COUNCIL, MEETING and DOSSIER are #id; ITEM is its place on the agenda; WHO and MEMBER are "
       "a name or #id."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (
    cli, (const BvCliVerb *const[]){ council_verbs, bv_cli_meeting_verbs, bv_cli_vote_verbs, NULL },
    &options, argc, argv);
}
