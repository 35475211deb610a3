// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli registration: who strives for which title: the sheets of units, and what became of them. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-registration.h"
#include "bv-cli-rows.h"
#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"

#include <glib/gi18n.h>

typedef BvCliRegistration Options;

static void
options_clear (Options *options)
{
  g_free (options->state);
  g_free (options->form);
  g_free (options->initiative);
  g_free (options->reason);
  g_free (options->date);
  g_free (options->content);
  g_free (options->signer);
  g_free (options->post);
  g_free (options->outcome);
  g_free (options->title);
  g_free (options->note);
  g_strfreev (options->outputs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── Finding ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_unit (BvCli *cli, const char *text, gint64 *id, GError **error)
{
  return bv_cli_find_subject (cli, text, BV_SUBJECT_UNIT, id, error);
}

/* The sheet of the unit that @text names; an error when it has none. */
gboolean
bv_cli_registration_find (BvCli *cli,
                          const Options *options,
                          const char *text,
                          gint64 *id,
                          GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 unit_id;

  if (!find_unit (cli, text, &unit_id, error))
    return FALSE;
  lease = bv_store_lease (cli->store, error);
  if (lease == NULL
      || !bv_registration_find (bv_lease_connection (lease), unit_id, options->year, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” has no registration for %d; “registration add” begins one"), text,
                 options->year);
  return *id != 0;
}

/* ── list, show ──────────────────────────────────────────────────────────────────────────── */

static const char *
label_state (const char *code)
{
  return bv_choice_label (bv_registration_states, code);
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "unit_id", NULL, NULL },
    { BV_REGISTRATION_COLUMN_STATE, BV_CLI_TEXT, "state", N_ ("State"), label_state },
    { BV_REGISTRATION_COLUMN_UNIT, BV_CLI_TEXT, "unit", N_ ("Unit"), NULL },
    { BV_REGISTRATION_COLUMN_SENT_ON, BV_CLI_DATE, "sent_on", N_ ("Received on"), NULL },
    { BV_REGISTRATION_COLUMN_N_UNITS, BV_CLI_NUMBER, "collectives", N_ ("Collectives"), NULL },
    { BV_REGISTRATION_COLUMN_N_PERSONS, BV_CLI_NUMBER, "persons", N_ ("Persons"), NULL },
    { BV_REGISTRATION_COLUMN_N_HOUSEHOLDS, BV_CLI_NUMBER, "households", N_ ("Households"), NULL },
    { BV_REGISTRATION_COLUMN_N_LINES, BV_CLI_NUMBER, "titles", N_ ("Titles"), NULL },
  };
  const BvRegistrationFilter filter = { .year = options->year, .state = options->state };

  if (options->state != NULL && !bv_choice_has (bv_registration_states, options->state))
    return bv_cli_usage (cli,
                         _ ("there is no state “%s”: draft, sent, returned, approved, missing or "
                            "exempt"),
                         options->state);
  return bv_cli_print_rows (cli, bv_registration_source (&filter), columns, G_N_ELEMENTS (columns));
}

static void
show_json (const BvRegistration *sheet, GPtrArray *lines)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "id", sheet->id);
  bv_cli_json_int (builder, "year", sheet->year);
  bv_cli_json_int (builder, "unit_id", sheet->unit_id);
  bv_cli_json_text (builder, "unit", sheet->unit_name);
  bv_cli_json_text (builder, "state", bv_registration_state_to_code (sheet->state));
  bv_cli_json_text (builder, "sent_on", sheet->sent_on);
  bv_cli_json_text (builder, "closed_on", sheet->closed_on);
  bv_cli_json_text (builder, "return_reason", sheet->return_reason);
  bv_cli_json_text (builder, "content", sheet->content);
  bv_cli_json_text (builder, "signer_name", sheet->signer_name);
  bv_cli_json_text (builder, "signer_post", sheet->signer_post);
  bv_cli_json_text (builder, "override_reason", sheet->override_reason);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const BvRegistrationLine *line = g_ptr_array_index (lines, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "subject_id", line->subject_id);
      bv_cli_json_text (builder, "name", line->subject_name);
      bv_cli_json_text (builder, "detail", line->detail);
      bv_cli_json_text (builder, "form", line->form_code);
      bv_cli_json_text (builder, "initiative", line->initiative);
      bv_cli_json_text (builder, "override_reason", line->override_reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
show_text (const BvRegistration *sheet, GPtrArray *lines)
{
  const char *heads[] = { _ ("Name"), _ ("Post, unit, address"), _ ("Emulation title"),
                          _ ("Initiative"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  const char *state = label_state (bv_registration_state_to_code (sheet->state));
  g_autofree char *sent = bv_date_format_short (sheet->sent_on);

  printf ("%s, %d\n", sheet->unit_name, sheet->year);
  if (sheet->sent_on != NULL)
    printf (_ ("%s (received on %s)\n"), state, sent);
  else
    printf ("%s\n", state);
  if (*sheet->return_reason != '\0')
    printf (_ ("Reason of the return: %s\n"), sheet->return_reason);
  if (*sheet->signer_name != '\0')
    printf ("%s, %s\n", sheet->signer_name, sheet->signer_post);
  if (*sheet->content != '\0')
    printf ("\n%s\n", sheet->content);
  printf ("\n");
  for (guint i = 0; i < lines->len; i++)
    {
      const BvRegistrationLine *line = g_ptr_array_index (lines, i);
      const char *cells[] = { line->subject_name, line->detail,
                              bv_cli_title_label (line->form_code), line->initiative };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegistration) sheet = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 id;

  if (!bv_cli_registration_find (cli, options, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    sheet = bv_registration_load (bv_lease_connection (lease), id, &error);
  if (sheet != NULL)
    lines = bv_registration_line_list (bv_lease_connection (lease), id, &error);
  if (lines == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    show_json (sheet, lines);
  else
    show_text (sheet, lines);
  return BV_CLI_OK;
}

/* ── add, remove, edit ───────────────────────────────────────────────────────────────────── */

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 unit_id;
  gint64 act = 0;
  guint n_added = 0;
  gboolean ok;

  if (options->form == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the title by --form CODE"));
  if (options->all == (argc > 1))
    return bv_cli_usage (cli, "%s", _ ("name who registers, or give --all"));
  if (!find_unit (cli, argv[0], &unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (int i = 1; i < argc; i++)
    {
      gint64 subject;

      if (!bv_cli_find_subject (cli, argv[i], 0, &subject, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (subjects, subject);
    }
  if (options->all)
    ok = bv_registration_add_members_act (cli->store, unit_id, options->year, options->form,
                                          options->below, &n_added, &act, &error);
  else
    ok = bv_registration_add_act (cli->store, unit_id, options->year,
                                  (const gint64 *) subjects->data, subjects->len, options->form,
                                  options->initiative, options->reason, &n_added, &act, &error);
  if (!ok)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u line added.", "%u lines added.", n_added), n_added);
  bv_cli_say_act (cli, act, NULL, 0, text);
  return n_added > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* Ids of the sheet's lines about the subjects named, of --form alone if given. */
static GArray *
find_lines (BvCli *cli, const Options *options, gint64 sheet, int argc, char **argv, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (lease != NULL)
    lines = bv_registration_line_list (bv_lease_connection (lease), sheet, error);
  if (lines == NULL)
    return NULL;
  g_clear_pointer (&lease, bv_lease_free);
  for (int i = 0; i < argc; i++)
    {
      gint64 subject;

      if (!bv_cli_find_subject (cli, argv[i], 0, &subject, error))
        return NULL;
      for (guint j = 0; j < lines->len; j++)
        {
          const BvRegistrationLine *line = g_ptr_array_index (lines, j);

          if (line->subject_id == subject
              && (options->form == NULL || g_str_equal (options->form, line->form_code)))
            g_array_append_val (ids, line->id);
        }
    }
  return g_steal_pointer (&ids);
}

static int
remove_lines (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;
  gint64 sheet;
  gint64 act = 0;

  if (!bv_cli_registration_find (cli, options, argv[0], &sheet, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  ids = find_lines (cli, options, sheet, argc - 1, argv + 1, &error);
  if (ids == NULL
      || !bv_registration_line_remove_act (cli->store, (const gint64 *) ids->data, ids->len, &act,
                                           &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u line removed.", "%u lines removed.", ids->len), ids->len);
  bv_cli_say_act (cli, act, NULL, 0, text);
  return ids->len > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* The one line of the sheet about the subject, of --form if it strives for several. (transfer full) */
static BvRegistrationLine *
load_line (BvCli *cli, const Options *options, gint64 sheet, char *subject, GError **error)
{
  g_autoptr (GArray) ids = find_lines (cli, options, sheet, 1, &subject, error);
  g_autoptr (BvLease) lease = NULL;

  if (ids != NULL && ids->len == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("the sheet has no such line of “%s”"), subject);
  if (ids != NULL && ids->len > 1)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                 _ ("“%s” strives for several titles: name one by --form CODE"), subject);
  if (ids == NULL || ids->len != 1)
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_registration_line_load (bv_lease_connection (lease),
                                                    g_array_index (ids, gint64, 0), error)
                       : NULL;
}

static int
change_line (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegistrationLine) line = NULL;
  gint64 sheet;
  gint64 act;

  if (bv_cli_registration_find (cli, options, argv[0], &sheet, &error))
    line = load_line (cli, options, sheet, argv[1], &error);
  if (line == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&line->form_code, options->title);
  bv_cli_set (&line->initiative, options->initiative);
  bv_cli_set (&line->note, options->note);
  bv_cli_set (&line->override_reason, options->reason);
  if (!bv_registration_line_save_act (cli->store, line, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "line", line->id, _ ("The line is changed."));
}

static BvRegistration *
load_or_begin (BvCli *cli, const Options *options, gint64 unit_id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  gint64 id;

  if (lease == NULL
      || !bv_registration_find (bv_lease_connection (lease), unit_id, options->year, &id, error))
    return NULL;
  return id != 0
           ? bv_registration_load (bv_lease_connection (lease), id, error)
           : bv_registration_new_for (bv_lease_connection (lease), unit_id, options->year, error);
}

static int
edit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegistration) sheet = NULL;
  gint64 unit_id;
  gint64 act = 0;

  if (find_unit (cli, argv[0], &unit_id, &error))
    sheet = load_or_begin (cli, options, unit_id, &error);
  if (sheet == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&sheet->content, options->content);
  bv_cli_set (&sheet->signer_name, options->signer);
  bv_cli_set (&sheet->signer_post, options->post);
  if (!bv_registration_save_act (cli->store, sheet, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, _ ("The registration is saved."));
}

/* ── send, return, approve, reopen, delete ───────────────────────────────────────────────── */

/* The sheets of the units named; %NULL with @error. (element-type gint64) (transfer full) */
static GArray *
find_sheets (BvCli *cli, const Options *options, int n_units, char **units, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < n_units; i++)
    {
      gint64 id;

      if (!bv_cli_registration_find (cli, options, units[i], &id, error))
        return NULL;
      for (guint k = 0; k < ids->len; k++)
        if (g_array_index (ids, gint64, k) == id)
          {
            g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE, _ ("“%s” is named twice"),
                         units[i]);
            return NULL;
          }
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* All of the units, or none. */
static int
take_step (BvCli *cli,
           const Options *options,
           BvRegistrationStep step,
           int n_units,
           char **units,
           const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *date = NULL;
  gint64 act = 0;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  ids = find_sheets (cli, options, n_units, units, &error);
  if (ids == NULL
      || !bv_registration_steps_act (cli->store, (const gint64 *) ids->data, ids->len, step, date,
                                     options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, said);
}

static int
send_sheets (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  return take_step (cli, options, BV_REGISTRATION_SEND, argc, argv, _ ("Received."));
}

static int
return_sheets (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  return take_step (cli, options, BV_REGISTRATION_RETURN, argc, argv, _ ("Returned to the unit."));
}

static int
approve (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  return take_step (cli, options, BV_REGISTRATION_APPROVE, argc, argv, _ ("Approved."));
}

static int
reopen (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  return take_step (cli, options, BV_REGISTRATION_REOPEN, argc, argv,
                    _ ("The registration is open again."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act = 0;

  if (!bv_cli_registration_find (cli, options, argv[0], &id, &error)
      || !bv_registration_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0, _ ("The registration and its lines are deleted."));
}

/* ── exempt, expect ──────────────────────────────────────────────────────────────────────── */

static int
set_exempt (BvCli *cli, const Options *options, const char *unit, gboolean is_exempt)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act = 0;

  if (!find_unit (cli, unit, &id, &error)
      || !bv_registration_set_exempt_act (cli->store, id, is_exempt, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0,
                         is_exempt ? _ ("The unit is no longer asked to register.")
                                   : _ ("The unit is asked to register again."));
}

static int
exempt (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;

  return set_exempt (cli, options, argv[0], TRUE);
}

static int
expect (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;

  return set_exempt (cli, options, argv[0], FALSE);
}

static const BvCliVerb verbs[] = {
  { "list", list, 0, 0, FALSE },
  { "show", show, 1, 1, FALSE },
  { "add", add, 1, G_MAXINT, TRUE },
  { "remove", remove_lines, 2, G_MAXINT, TRUE },
  { "line", change_line, 2, 2, TRUE },
  { "edit", edit, 1, 1, TRUE },
  { "send", send_sheets, 1, G_MAXINT, TRUE },
  { "return", return_sheets, 1, G_MAXINT, TRUE },
  { "approve", approve, 1, G_MAXINT, TRUE },
  { "reopen", reopen, 1, G_MAXINT, TRUE },
  { "delete", delete, 1, 1, TRUE },
  { "copy", bv_cli_registration_copy, 0, 1, TRUE },
  { "exempt", exempt, 1, 1, TRUE },
  { "expect", expect, 1, 1, TRUE },
  { "table", bv_cli_registration_table, 0, 1, FALSE },
  { "sums", bv_cli_registration_sums, 0, 0, FALSE },
  { "print", bv_cli_registration_print, 0, 1, FALSE },
  { NULL },
};

int
bv_cli_registration (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year,
      N_ ("The year of the registration (this one)"), N_ ("YEAR") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state,
      N_ ("list: draft, sent, returned, approved, missing or exempt"), N_ ("STATE") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_ ("add, remove, line, table: the title: LDTT, CSTDCS, TTLDTT"), N_ ("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("add: everybody with a post in the unit"),
      NULL },
    { "below", 0, 0, G_OPTION_ARG_NONE, &options.below, N_ ("add --all: and in the units below it"),
      NULL },
    { "initiative", 0, 0, G_OPTION_ARG_STRING, &options.initiative,
      N_ ("add, line: the initiative planned"), N_ ("TEXT") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("line: another title"), N_ ("CODE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("line: a note"), N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("send, return, approve: the day (today); print: of the paper"), N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("return, exempt: why; add, line, send: why it stands although a rule speaks against it"),
      N_ ("TEXT") },
    { "content", 0, 0, G_OPTION_ARG_STRING, &options.content,
      N_ ("edit: what the unit commits itself to"), N_ ("TEXT") },
    { "signer", 0, 0, G_OPTION_ARG_STRING, &options.signer, N_ ("edit: the head of the unit"),
      N_ ("NAME") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post, N_ ("edit: the post of the head"),
      N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_INT, &options.from,
      N_ ("copy: the year copied from (the one before)"), N_ ("YEAR") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &options.outcome,
      N_ ("table: achieved, proposed, open, missed, unregistered, or alarm for the last two"),
      N_ ("CODE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("A .pdf, .odt or .xlsx to write; may be given several times"), N_ ("FILE") },
    { "table", 0, 0, G_OPTION_ARG_NONE, &options.table,
      N_ ("print: what became of the registrations"), NULL },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [UNIT] [SUBJECT…]"),
    _ ("Who strives for which title in a year: one sheet a unit, and what became of it."),
    _ ("Verbs:\n"
       "  list                    units with the state of their sheets, the missing first\n"
       "  show UNIT               a sheet with its lines\n"
       "  add UNIT SUBJECT…       lines; begins the sheet when there is none\n"
       "  remove UNIT SUBJECT…    lines of a draft or returned sheet\n"
       "  line UNIT SUBJECT       another --title, --initiative or --note\n"
       "  edit UNIT               content, head and post\n"
       "  send, return, approve, reopen UNIT…\n"
       "                          the steps of a sheet; of several units all or none\n"
       "  delete UNIT             the sheet with its lines\n"
       "  copy [UNIT]             last year's lines as this year's drafts\n"
       "  exempt, expect UNIT     a unit that registers elsewhere, or here again\n"
       "  table [UNIT]            registered, achieved, awarded, line by line\n"
       "  sums                    the same as figures by title and by unit\n"
       "  print [UNIT] -o FILE    a unit's sheet, else the synthesis, or the --table\n\n"
       "UNIT and SUBJECT are a name or #id."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  options.year = bv_cli_year (options.year);
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
