// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli council meeting, attend, agenda: meetings before their votes. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-council.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-cli-rows.h"
#include "merit/bv-agenda.h"

#include <glib/gi18n.h>

BvMeeting *
bv_cli_load_meeting (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_read_record_id (text, &id, NULL))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is no meeting: name it by its #id."), text);
      return NULL;
    }
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_meeting_load (bv_lease_connection (lease), id, error) : NULL;
}

/* ── Meetings ────────────────────────────────────────────────────────────────────────────── */

static const char *
method_label (const char *code)
{
  return bv_choice_label (bv_meeting_methods, code);
}

static const char *
state_label (const char *code)
{
  return bv_choice_label (bv_meeting_states, code);
}

static int
meeting_list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("#"), NULL },
    { BV_MEETING_COLUMN_DATE, BV_CLI_DATE, "date", N_ ("Date"), NULL },
    { BV_MEETING_COLUMN_TITLE, BV_CLI_TEXT, "title", N_ ("Meeting"), NULL },
    { BV_MEETING_COLUMN_METHOD, BV_CLI_TEXT, "method", N_ ("Way of voting"), method_label },
    { BV_MEETING_COLUMN_STATE, BV_CLI_TEXT, "state", N_ ("State"), state_label },
    { BV_MEETING_COLUMN_N_PRESENT, BV_CLI_NUMBER, "present", N_ ("Present"), NULL },
    { BV_MEETING_COLUMN_N_ITEMS, BV_CLI_NUMBER, "items", N_ ("Names"), NULL },
    { BV_MEETING_COLUMN_N_PASSED, BV_CLI_NUMBER, "passed", N_ ("Passed"), NULL },
    { BV_MEETING_COLUMN_N_FAILED, BV_CLI_NUMBER, "failed", N_ ("Not passed"), NULL },
    { BV_MEETING_COLUMN_N_POSTPONED, BV_CLI_NUMBER, "postponed", N_ ("Postponed"), NULL },
  };
  gint64 council = 0;

  if (options->council != NULL && !bv_cli_read_id (cli, options->council, &council))
    return BV_CLI_USAGE;
  return bv_cli_print_rows (cli, bv_meeting_source (council, 0, NULL), columns,
                            G_N_ELEMENTS (columns));
}

/* What options say of a meeting; %FALSE when they cannot stand, told on stderr. */
static gboolean
apply (BvCli *cli, BvMeeting *meeting, const BvCliCouncilOptions *options, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;

  *exit_code = BV_CLI_USAGE;
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return FALSE;
  bv_cli_set (&meeting->on_date, date);
  bv_cli_set (&meeting->minutes_number, options->number);
  bv_cli_set (&meeting->place, options->place);
  bv_cli_set (&meeting->from_time, options->from_time);
  bv_cli_set (&meeting->to_time, options->to_time);
  bv_cli_set (&meeting->discussion, options->discussion);
  bv_cli_set (&meeting->note, options->note);
  if (options->hands && options->secret)
    {
      bv_cli_usage (cli, "%s", _ ("--hands and --secret do not go together"));
      return FALSE;
    }
  if (options->hands || options->secret)
    meeting->is_secret = options->secret;
  if ((options->chair == NULL
       || bv_cli_find_member (cli, meeting->council_id, options->chair, &meeting->chair_id, &error))
      && (options->secretary == NULL
          || bv_cli_find_member (cli, meeting->council_id, options->secretary,
                                 &meeting->secretary_id, &error)))
    return TRUE;
  *exit_code = bv_cli_fail (cli, g_steal_pointer (&error));
  return FALSE;
}

static int
meeting_add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (BvMeeting) meeting = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  int exit_code;
  gint64 council;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_find_council (cli, options->council, date, &council, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    meeting = bv_meeting_propose (bv_lease_connection (lease), council, date, &error);
  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  bv_cli_set (&meeting->title, argv[0]);
  if (!apply (cli, meeting, options, &exit_code))
    return exit_code;
  if (!bv_meeting_save_act (cli->store, meeting, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The meeting is #%d."), (int) meeting->id);
  return bv_cli_say_act (cli, act, "meeting", meeting->id, text);
}

static int
meeting_set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  int exit_code;
  gint64 act;

  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!apply (cli, meeting, options, &exit_code))
    return exit_code;
  if (!bv_meeting_save_act (cli->store, meeting, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, _ ("The meeting is changed."));
}

static int
meeting_delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 act;

  if (meeting == NULL || !bv_meeting_delete_act (cli->store, meeting->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "meeting", meeting->id, _ ("The meeting is deleted."));
}

/* ── Attendance ──────────────────────────────────────────────────────────────────────────── */

static int
attend (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  BvPresence presence = BV_PRESENCE_PRESENT;
  g_autofree char *text = NULL;
  gint64 member;
  gint64 act;

  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (argc > 2 && !bv_presence_from_code (argv[2], &presence))
    return bv_cli_usage (cli, _ ("“%s” is none of present, absent, written and unknown"), argv[2]);
  if (g_str_equal (argv[1], "all"))
    {
      if (!bv_meeting_attend_all_act (cli->store, meeting->id, &act, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      return bv_cli_say_act (cli, act, "meeting", meeting->id,
                             _ ("All others are recorded as present."));
    }
  if (!bv_cli_find_member (cli, meeting->council_id, argv[1], &member, &error)
      || !bv_meeting_attend_act (cli->store, meeting->id, member, presence, options->reason, &act,
                                 &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Recorded: %s."), bv_presence_get_label (presence));
  return bv_cli_say_act (cli, act, "member", member, text);
}

/* ── The agenda ──────────────────────────────────────────────────────────────────────────── */

static gboolean
is_named (const BvAgendaOffer *offer, char **only)
{
  for (guint i = 0; only[i] != NULL; i++)
    if (bv_text_matches (offer->name, only[i]))
      return TRUE;
  return FALSE;
}

/* Nominations of the dossier that --only names. */
static GArray *
find_only (BvCli *cli, gint64 meeting_id, gint64 dossier_id, char **only, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) offers = NULL;

  if (lease != NULL)
    offers = bv_agenda_list_offers (bv_lease_connection (lease), meeting_id, error);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const BvAgendaOffer *offer = g_ptr_array_index (offers, i);

      if (offer->dossier_id == dossier_id && is_named (offer, only))
        g_array_append_val (ids, offer->nomination_id);
    }
  if (offers == NULL)
    return NULL;
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("No nomination of the dossier that may be put on the agenda is named “%s”."),
               only[0]);
  return NULL;
}

static int
agenda_add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliCouncilOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  g_autofree char *text = NULL;
  guint n_total = 0;
  gint64 act = 0;

  if (meeting == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (int i = 1; i < argc; i++)
    {
      gint64 dossier;
      guint n_added = 0;

      if (!bv_cli_read_id (cli, argv[i], &dossier))
        return BV_CLI_USAGE;
      if (options->only != NULL)
        {
          g_autoptr (GArray) ids = find_only (cli, meeting->id, dossier, options->only, &error);

          if (ids == NULL
              || !bv_agenda_add_act (cli->store, meeting->id, (const gint64 *) ids->data, ids->len,
                                     &act, &error))
            return bv_cli_fail (cli, g_steal_pointer (&error));
          n_added = ids->len;
        }
      else if (!bv_agenda_add_dossier_act (cli->store, meeting->id, dossier, &n_added, &act,
                                           &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      n_total += n_added;
    }
  text = g_strdup_printf (
    ngettext ("%u nomination is on the agenda.", "%u nominations are on the agenda.", n_total),
    n_total);
  bv_cli_say_act (cli, act, "meeting", meeting->id, text);
  return n_total > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

gboolean
bv_cli_find_item (BvCli *cli, gint64 meeting_id, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) items = NULL;
  gint64 place;

  if (lease != NULL)
    items = bv_agenda_list (bv_lease_connection (lease), meeting_id, error);
  if (items == NULL)
    return FALSE;
  if (items->len == 0 || !g_ascii_string_to_signed (text, 10, 1, items->len, &place, NULL))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("The agenda has no item “%s”: it has %u."), text, items->len);
      return FALSE;
    }
  *id = ((BvAgendaItem *) g_ptr_array_index (items, place - 1))->id;
  return TRUE;
}

static int
agenda_remove (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 item;
  gint64 act;

  if (meeting == NULL || !bv_cli_find_item (cli, meeting->id, argv[1], &item, &error)
      || !bv_agenda_remove_act (cli->store, item, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "item", item, _ ("The item is off the agenda."));
}

static int
agenda_move (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMeeting) meeting = bv_cli_load_meeting (cli, argv[0], &error);
  gint64 place;
  gint64 item;
  gint64 act;

  if (meeting == NULL || !bv_cli_find_item (cli, meeting->id, argv[1], &item, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT, &place, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no place on the agenda"), argv[2]);
  if (!bv_agenda_move_act (cli->store, item, (int) place, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "item", item, _ ("The item is moved."));
}

const BvCliVerb bv_cli_meeting_verbs[] = {
  { "meeting list", meeting_list, 0, 0, FALSE },
  { "meeting add", meeting_add, 1, 1, TRUE },
  { "meeting set", meeting_set, 1, 1, TRUE },
  { "meeting delete", meeting_delete, 1, 1, TRUE },
  { "attend", attend, 2, 3, TRUE },
  { "agenda add", agenda_add, 2, G_MAXINT, TRUE },
  { "agenda remove", agenda_remove, 2, 2, TRUE },
  { "agenda move", agenda_move, 3, 3, TRUE },
  { NULL },
};
