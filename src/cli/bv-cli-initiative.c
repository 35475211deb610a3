// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli initiative: write down, submit, score, recognise and check initiatives. Sessions and papers are in
 * bv-cli-initiative-session.c. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-initiative.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "bv-cli-rows.h"
#include "merit/bv-initiative-score.h"
#include "office/bv-register.h"

#include <glib/gi18n.h>
#include <string.h>

static void
options_clear (BvCliInitiativeOptions *options)
{
  g_strfreev (options->authors);
  g_strfreev (options->outputs);
  g_free (options->paper.paper);
  g_free (options->paper.stock);
  g_free (options->title);
  g_free (options->kind);
  g_free (options->field);
  g_free (options->unit);
  g_free (options->applied);
  g_free (options->before);
  g_free (options->solution);
  g_free (options->effect);
  g_free (options->benefit);
  g_free (options->note);
  g_free (options->state);
  g_free (options->scope);
  g_free (options->session);
  g_free (options->search);
  g_free (options->period);
  g_free (options->date);
  g_free (options->place);
  g_free (options->chair);
  g_free (options->secretary);
  g_free (options->examiner);
  g_free (options->post);
  g_free (options->comment);
  g_free (options->number);
  g_free (options->by);
  g_free (options->why);
  g_free (options->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvCliInitiativeOptions, options_clear)

gboolean
bv_cli_find_initiative (BvCli *cli, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease == NULL)
    return FALSE;
  if (!bv_cli_read_only_id (text, id)
      && !bv_initiative_find (bv_lease_connection (lease), text, 0, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("there is no initiative “%s”"),
               text);
  return FALSE;
}

static int
done (BvCli *cli, gint64 act, gint64 id, const char *text)
{
  return bv_cli_say_act (cli, act, "initiative", id, text);
}

/* ── list ────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_state_label (const char *code)
{
  return bv_choice_label (bv_initiative_states, code);
}

static const char *
get_scope_label (const char *code)
{
  return *code != '\0' ? bv_choice_label (bv_initiative_scopes, code) : "";
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("Id"), NULL },
    { BV_INITIATIVE_COLUMN_TITLE, BV_CLI_TEXT, "title", N_ ("Initiative"), NULL },
    { BV_INITIATIVE_COLUMN_AUTHORS, BV_CLI_TEXT, "authors", N_ ("Authors"), NULL },
    { BV_INITIATIVE_COLUMN_UNIT, BV_CLI_TEXT, "unit", NULL, NULL },
    { BV_INITIATIVE_COLUMN_FIELD, BV_CLI_TEXT, "field", N_ ("Field of work"), NULL },
    { BV_INITIATIVE_COLUMN_KIND, BV_CLI_TEXT, "kind", NULL, NULL },
    { BV_INITIATIVE_COLUMN_YEAR, BV_CLI_NUMBER, "year", NULL, NULL },
    { BV_INITIATIVE_COLUMN_STATE, BV_CLI_TEXT, "state", N_ ("State"), get_state_label },
    { BV_INITIATIVE_COLUMN_POINTS, BV_CLI_HUNDREDTHS, "points", N_ ("Points"), NULL },
    { BV_INITIATIVE_COLUMN_SCOPE, BV_CLI_TEXT, "scope", N_ ("Reach"), get_scope_label },
    { BV_INITIATIVE_COLUMN_SESSION, BV_CLI_TEXT, "session", NULL, NULL },
    { BV_INITIATIVE_COLUMN_NUMBER, BV_CLI_TEXT, "number", N_ ("Decision"), NULL },
  };
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  BvInitiativeState state;

  filter.year = options->year;
  filter.field = options->field;
  filter.scope = options->scope;
  filter.search = options->search;
  if (options->state != NULL)
    {
      if (!bv_initiative_state_from_code (options->state, &state))
        return bv_cli_usage (cli,
                             _ ("there is no state “%s”: draft, submitted, recognised or refused"),
                             options->state);
      filter.state = (int) state;
    }
  if (options->session != NULL
      && !bv_cli_find_session (cli, options->session, options, &filter.session_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (cli, bv_initiative_source (&filter, NULL, FALSE), columns,
                            G_N_ELEMENTS (columns));
}

/* ── add, change, author ─────────────────────────────────────────────────────────────────── */

/* "Lò Thị Uyên=60" or a name alone; all without shares: evenly. */
static gboolean
take_authors (BvCli *cli,
              BvInitiative *initiative,
              char *const *authors,
              int n_authors,
              GError **error)
{
  int n_shares = 0;

  g_ptr_array_set_size (initiative->authors, 0);
  for (int i = 0; i < n_authors; i++)
    {
      const char *equals = strrchr (authors[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (authors[i], (gsize) (equals - authors[i]))
                                             : g_strdup (authors[i]);
      gint64 share = 0;
      gint64 id;

      if (equals != NULL && !bv_number_parse_hundredths (equals + 1, &share, error))
        return FALSE;
      if (!bv_cli_find_subject (cli, name, BV_SUBJECT_PERSON, &id, error))
        return FALSE;
      n_shares += equals != NULL;
      bv_initiative_add_author (initiative, id, share, name, "");
    }
  if (n_shares == 0)
    bv_initiative_share_evenly (initiative);
  return TRUE;
}

/* %BV_CLI_OK, or the exit code after a sentence. */
static int
take_options (BvCli *cli, BvInitiative *initiative, const BvCliInitiativeOptions *options)
{
  const struct
  {
    char **place;
    const char *text;
  } texts[] = {
    { &initiative->title, options->title },         { &initiative->field, options->field },
    { &initiative->state_before, options->before }, { &initiative->solution, options->solution },
    { &initiative->effect, options->effect },       { &initiative->note, options->note },
    { &initiative->kind, options->kind },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      bv_text_set (texts[i].place, texts[i].text);
  if (options->year != 0)
    initiative->year = options->year;
  if (options->applied != NULL)
    {
      g_autofree char *date = NULL;

      if (!bv_cli_read_date (cli, "applied", options->applied, &date))
        return BV_CLI_USAGE;
      bv_text_set (&initiative->applied_from, date);
    }
  if (options->benefit != NULL
      && !bv_number_parse_money (options->benefit, &initiative->benefit, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->unit != NULL
      && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &initiative->unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->authors != NULL
      && !take_authors (cli, initiative, options->authors, (int) g_strv_length (options->authors),
                        &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return BV_CLI_OK;
}

typedef struct
{
  BvInitiative *initiative;
  const char *date;
} Submission;

/* Both or nothing: what is not handed in is not left behind as a draft. */
static gboolean
add_and_submit_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Submission *submission = user_data;

  return bv_initiative_save (connection, submission->initiative, error)
         && bv_initiative_submit (connection, submission->initiative->id, submission->date, error);
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (BvInitiative) initiative = bv_initiative_new ();
  g_autofree char *today = bv_date_today ();
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;
  int exit_code;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  initiative->year = bv_date_year (today);
  exit_code = take_options (cli, initiative, options);
  if (exit_code != BV_CLI_OK)
    return exit_code;
  if (options->submit)
    {
      Submission submission = { .initiative = initiative, .date = date != NULL ? date : today };

      title = g_strdup_printf (_ ("Enter and submit the initiative “%s”"), initiative->title);
      bv_store_act (cli->store, title, BV_ACT_NONE, add_and_submit_act, &submission,
                    cli->cancellable, &act, &error);
    }
  else
    bv_initiative_save_act (cli->store, initiative, &act, &error);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The initiative is #%d."), (int) initiative->id);
  return done (cli, act, initiative->id, text);
}

static BvInitiative *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_find_initiative (cli, text, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_initiative_load (bv_lease_connection (lease), id, error) : NULL;
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvInitiative) initiative = load (cli, argv[0], &error);
  gint64 act;
  int exit_code;

  if (initiative == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = take_options (cli, initiative, options);
  if (exit_code != BV_CLI_OK)
    return exit_code;
  if (!bv_initiative_save_act (cli->store, initiative, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, initiative->id, _ ("The initiative is changed."));
}

static int
author (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvInitiative) initiative = load (cli, argv[0], &error);
  g_autofree char *authors = NULL;
  gint64 act;

  if (initiative == NULL || !take_authors (cli, initiative, argv + 1, argc - 1, &error)
      || !bv_initiative_save_act (cli->store, initiative, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  authors = bv_initiative_describe_authors (initiative);
  return done (cli, act, initiative->id, authors);
}

/* ── Steps ───────────────────────────────────────────────────────────────────────────────── */

static int
submit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_submit_act (cli->store, id, date, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("Submitted."));
}

static int
back (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_take_back_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("One step back."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The initiative is deleted."));
}

gboolean
bv_cli_read_examiner (const char *text, int *position, GError **error)
{
  gint64 value;

  if (g_ascii_string_to_signed (text, 10, 1, BV_INITIATIVE_N_EXAMINERS, &value, NULL))
    {
      *position = (int) value;
      return TRUE;
    }
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("“%s” is no examiner: write 1, 2 or 3"), text);
  return FALSE;
}

/* "effect=35", or the points of all criteria in their order. */
static gboolean
take_marks (BvInitiativeSheet *sheet,
            const BvInitiativeScale *scale,
            int n_marks,
            char **marks,
            GError **error)
{
  for (int i = 0; i < n_marks; i++)
    {
      const char *equals = strchr (marks[i], '=');
      g_autofree char *key = equals != NULL ? g_strndup (marks[i], (gsize) (equals - marks[i]))
                                            : NULL;
      guint index = (guint) i;

      for (guint j = 0; key != NULL && j < scale->criteria->len; j++)
        {
          const BvInitiativeCriterion *criterion = g_ptr_array_index (scale->criteria, j);

          index = scale->criteria->len;
          if (g_str_equal (criterion->key, key))
            {
              index = j;
              break;
            }
        }
      if (index >= scale->criteria->len)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                       _ ("The scale of the office has no criterion “%s”."),
                       key != NULL ? key : marks[i]);
          return FALSE;
        }
      if (!bv_number_parse_hundredths (equals != NULL ? equals + 1 : marks[i], &sheet->marks[index],
                                       error))
        return FALSE;
    }
  return TRUE;
}

static BvInitiativeSheet *
find_sheet (const BvCliInitiativeRecord *record, int position)
{
  for (guint i = 0; i < record->item->sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (record->item->sheets, i);

      if (sheet->position == position)
        return bv_initiative_sheet_copy (sheet);
    }
  return bv_initiative_sheet_new (record->item->initiative->id, position);
}

static int
score (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_auto (BvCliInitiativeRecord) record = { 0 };
  g_auto (BvCliInitiativeRecord) after = { 0 };
  g_autoptr (BvInitiativeSheet) sheet = NULL;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;
  int position;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_read_examiner (argv[1], &position, &error)
      || !bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_cli_initiative_record_load (cli, id, &record, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  sheet = find_sheet (&record, position);
  if (options->examiner != NULL)
    {
      bv_text_set (&sheet->name, options->examiner);
      sheet->person_id = 0;
      if (options->examiner[0] == '#')
        {
          g_autoptr (BvLease) lease = NULL;

          if (!bv_cli_find_subject (cli, options->examiner, BV_SUBJECT_PERSON, &sheet->person_id,
                                    &error))
            return bv_cli_fail (cli, g_steal_pointer (&error));
          lease = bv_store_lease (cli->store, &error);
          if (lease == NULL)
            return bv_cli_fail (cli, g_steal_pointer (&error));
          bv_text_take (&sheet->name, bv_register_subject_name (bv_lease_connection (lease),
                                                                sheet->person_id, NULL, NULL));
        }
    }
  bv_cli_set (&sheet->post, options->post);
  bv_cli_set (&sheet->comment, options->comment);
  bv_cli_set (&sheet->on_date, date);
  if (!take_marks (sheet, record.scale, argc - 2, argv + 2, &error)
      || !bv_initiative_sheet_save_act (cli->store, sheet, &act, &error)
      || !bv_cli_initiative_record_load (cli, id, &after, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  words = bv_initiative_outcome_describe (&after.item->outcome, after.scale);
  return done (cli, act, id, words);
}

static int
unscore (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;
  int position;

  if (!bv_cli_read_examiner (argv[1], &position, &error)
      || !bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_sheet_delete_act (cli->store, id, position, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The examiner's sheet is deleted."));
}

static int
verdict (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  const char *word = g_str_equal (argv[1], "none") ? "" : argv[1];
  gint64 id;
  gint64 act;

  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_set_verdict_act (cli->store, id, word, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The chair's word is noted."));
}

static int
recognise (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  BvInitiativeRecognition recognition = { .scope = options->scope,
                                          .number = options->number,
                                          .by = options->by,
                                          .override_reason = options->reason };
  gint64 id;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  recognition.date = date;
  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_recognise_act (cli->store, id, &recognition, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("Recognised."));
}

static int
refuse (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_initiative_refuse_act (cli->store, id, options->why, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("Not recognised."));
}

/* ── flags ───────────────────────────────────────────────────────────────────────────────── */

static int
flags (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    found = bv_initiative_list_flagged (bv_lease_connection (lease), bv_cli_year (options->year),
                                        &error);
  if (found == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      const BvInitiativeFlagged *flagged = g_ptr_array_index (found, i);

      bv_cli_say (cli, "#%d %s", (int) flagged->id, flagged->title);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "initiative", flagged->id);
      bv_cli_json_text (builder, "title", flagged->title);
      json_builder_set_member_name (builder, "flags");
      json_builder_begin_array (builder);
      for (guint j = 0; j < flagged->flags->len; j++)
        {
          const BvProblem *flag = g_ptr_array_index (flagged->flags, j);

          bv_cli_say (cli, "  %s", flag->message);
          json_builder_add_string_value (builder, flag->message);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (found->len == 0)
    bv_cli_say (cli, "%s", _ ("Nothing looks alike or is used twice."));
  if (cli->json)
    bv_cli_print_json (builder);
  return found->len > 0 ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

static const BvCliVerb verbs[] = {
  { "list", list, 0, 0, FALSE },
  { "show", bv_cli_initiative_show, 1, 1, FALSE },
  { "flags", flags, 0, 0, FALSE },
  { "add", add, 0, 0, TRUE },
  { "change", change, 1, 1, TRUE },
  { "author", author, 2, G_MAXINT, TRUE },
  { "submit", submit, 1, 1, TRUE },
  { "back", back, 1, 1, TRUE },
  { "delete", delete, 1, 1, TRUE },
  { "score", score, 2, G_MAXINT, TRUE },
  { "unscore", unscore, 2, 2, TRUE },
  { "verdict", verdict, 2, 2, TRUE },
  { "recognise", recognise, 1, 1, TRUE },
  { "refuse", refuse, 1, 1, TRUE },
  { "print", bv_cli_initiative_print, 2, 2, FALSE },
  { "certificate", bv_cli_initiative_certificate, 0, 1, FALSE },
  { NULL },
};

int
bv_cli_initiative (BvCli *cli, int argc, char **argv)
{
  g_auto (BvCliInitiativeOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year in which it backs a title"),
      N_ ("YEAR") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title, N_ ("Its title"), N_ ("TEXT") },
    { "author", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &options.authors,
      N_ ("An author, with a share: \"Lò Thị Uyên=60\"; several times"), N_ ("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("initiative, research, scheme or legal_document"), N_ ("KIND") },
    { "field", 0, 0, G_OPTION_ARG_STRING, &options.field, N_ ("Its field"), N_ ("TEXT") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("Where it was applied first"),
      N_ ("UNIT") },
    { "applied", 0, 0, G_OPTION_ARG_STRING, &options.applied, N_ ("Applied from"), N_ ("DATE") },
    { "before", 0, 0, G_OPTION_ARG_STRING, &options.before, N_ ("How things were"), N_ ("TEXT") },
    { "solution", 0, 0, G_OPTION_ARG_STRING, &options.solution, N_ ("The solution"), N_ ("TEXT") },
    { "effect", 0, 0, G_OPTION_ARG_STRING, &options.effect, N_ ("Its effect"), N_ ("TEXT") },
    { "benefit", 0, 0, G_OPTION_ARG_STRING, &options.benefit, N_ ("Money gained a year"),
      N_ ("AMOUNT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note"), N_ ("TEXT") },
    { "submit", 0, 0, G_OPTION_ARG_NONE, &options.submit, N_ ("add: and submit it"), NULL },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state,
      N_ ("list: draft, submitted, recognised or refused"), N_ ("STATE") },
    { "session", 0, 0, G_OPTION_ARG_STRING, &options.session,
      N_ ("list, certificate: of this session"), N_ ("SESSION") },
    { "search", 's', 0, G_OPTION_ARG_STRING, &options.search,
      N_ ("list: words of title, authors or unit"), N_ ("WORDS") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope, N_ ("base, province or national"),
      N_ ("REACH") },
    { "examiner", 0, 0, G_OPTION_ARG_STRING, &options.examiner,
      N_ ("score: who scores; #id when in the register"), N_ ("NAME") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post, N_ ("score: the examiner's post"),
      N_ ("TEXT") },
    { "comment", 0, 0, G_OPTION_ARG_STRING, &options.comment, N_ ("score: the examiner's comment"),
      N_ ("TEXT") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("session new: Q1 to Q4, M1 to M12 or Y"), N_ ("PERIOD") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("session new: where it meets"),
      N_ ("TEXT") },
    { "chair", 0, 0, G_OPTION_ARG_STRING, &options.chair, N_ ("session new: who is in the chair"),
      N_ ("NAME") },
    { "secretary", 0, 0, G_OPTION_ARG_STRING, &options.secretary,
      N_ ("session new: who writes the minutes"), N_ ("NAME") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("Number of the decision"),
      N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("Of the step: submission, marks, meeting or decision"), N_ ("DATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("recognise: who recognised it"),
      N_ ("NAME") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &options.why, N_ ("refuse: why it is not recognised"),
      N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("Why it may stand although a rule speaks against it"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("print: a .pdf, .odt or .xlsx to write; may be given several times"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper.paper,
      N_ ("certificate: a4 (default) or a3, landscape"), N_ ("PAPER") },
    { "stock", 0, 0, G_OPTION_ARG_STRING, &options.paper.stock,
      N_ ("certificate: blank (default), framed or lettered paper"), N_ ("STOCK") },
    { "offset-x", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.offset_x,
      N_ ("certificate: move everything to the right (mm)"), "MM" },
    { "offset-y", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.offset_y,
      N_ ("certificate: move everything down (mm)"), "MM" },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &options.blank, N_ ("print sheets: without marks"), NULL },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [INITIATIVE] [ARGUMENT…]"),
    _ ("Initiatives, the examiners' marks, and the sessions that recognise them."),
    _ ("Verbs:\n"
       "  list                           initiatives; --year, --state, --session, --field …\n"
       "  show INITIATIVE                everything about one\n"
       "  add                            a new one: --title, --author, --year …\n"
       "  change INITIATIVE              the same options mend it\n"
       "  author INITIATIVE NAME[=SHARE]…  its authors; without shares evenly\n"
       "  submit INITIATIVE              handed in\n"
       "  score INITIATIVE EXAMINER MARK…  EXAMINER 1, 2 or 3; MARK is 35 or effect=35\n"
       "  unscore INITIATIVE EXAMINER    deletes the sheet of an examiner\n"
       "  verdict INITIATIVE WORD        the chair's word: recognise, refuse or none\n"
       "  recognise INITIATIVE           outside a session: --scope, --number, --date, --by\n"
       "  refuse INITIATIVE              outside a session: --why\n"
       "  back INITIATIVE                one step back\n"
       "  delete INITIATIVE              one that is not recognised\n"
       "  flags                          what looks alike or is used twice in a year\n"
       "  session                        list of sessions\n"
       "  session new                    --period, --year, --date, --chair …\n"
       "  session show SESSION           what it deals with, and how it stands\n"
       "  session put SESSION INITIATIVE…  before the council\n"
       "  session take INITIATIVE…       out of the session\n"
       "  session examiner SESSION EXAMINER NAME  for all that have none; --post\n"
       "  session decide SESSION         --number, --date\n"
       "  session undecide SESSION       the decision taken back\n"
       "  session delete SESSION         an empty one\n"
       "  print PAPER SESSION            PAPER is sheets, minutes or decision; -o FILE\n"
       "  certificate [INITIATIVE]       one for each --author, or of a --session; -o PDF\n\n"
       "INITIATIVE is a title or #id; SESSION is a title, a period (Q1, of --year) or #id."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (
    cli, (const BvCliVerb *const[]){ verbs, bv_cli_initiative_session_verbs, NULL }, &options, argc,
    argv);
}
