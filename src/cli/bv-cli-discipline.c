// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli discipline: sanctions, pending complaints, absences. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-rows.h"
#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"

#include <glib/gi18n.h>

typedef struct
{
  int year;
  char *kind;
  char *date;
  char *until;
  char *number;
  char *body;
  char *ground;
  char *note;
  char *result;
  char *search;
  gboolean pending;
  gboolean upheld;
  gboolean not_upheld;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->date);
  g_free (options->until);
  g_free (options->number);
  g_free (options->body);
  g_free (options->ground);
  g_free (options->note);
  g_free (options->result);
  g_free (options->search);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── Discipline ──────────────────────────────────────────────────────────────────────────── */

static const char *
label_of_sanction (const char *code)
{
  BvSanction sanction;

  return bv_sanction_from_code (code, &sanction) ? bv_sanction_get_label (sanction) : code;
}

static const char *
label_of_upheld (const char *code)
{
  return g_str_equal (code, "1") ? _ ("Upheld") : _ ("Not upheld");
}

static const BvCliColumn columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_DISCIPLINE_COLUMN_SUBJECT_ID, BV_CLI_NUMBER, "subject", NULL },
  { BV_DISCIPLINE_COLUMN_SUBJECT, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_DISCIPLINE_COLUMN_KIND, BV_CLI_TEXT, "kind", N_ ("Kind"), label_of_sanction },
  { BV_DISCIPLINE_COLUMN_DATE, BV_CLI_DATE, "date", N_ ("Date") },
  { BV_DISCIPLINE_COLUMN_UNTIL, BV_CLI_DATE, "until", N_ ("Until") },
  { BV_DISCIPLINE_COLUMN_UPHELD, BV_CLI_TEXT, "upheld", N_ ("Conclusion"), label_of_upheld },
  { BV_DISCIPLINE_COLUMN_NUMBER, BV_CLI_TEXT, "number", N_ ("Number") },
  { BV_DISCIPLINE_COLUMN_BODY, BV_CLI_TEXT, "body", N_ ("Decided by") },
  { BV_DISCIPLINE_COLUMN_GROUND, BV_CLI_TEXT, "ground", N_ ("For what") },
};

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  BvDisciplineFilter filter = { .year = options->year,
                                .pending_only = options->pending,
                                .search = options->search };

  if (argc > 0 && !bv_cli_find_subject (cli, argv[0], 0, &filter.subject_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (cli, bv_discipline_source (&filter), columns, G_N_ELEMENTS (columns));
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvDiscipline) self = bv_discipline_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (options->kind == NULL || !bv_sanction_from_code (options->kind, &self->kind))
    return bv_cli_usage (cli, "%s",
                         _ ("name the kind by --kind: reprimand, warning, salary, demotion, "
                            "removal, dismissal, complaint or investigation"));
  if (!bv_cli_read_date (cli, "date", options->date, &self->on_date)
      || !bv_cli_read_date (cli, "until", options->until, &self->until_date))
    return BV_CLI_USAGE;
  if (!bv_cli_find_subject (cli, argv[0], 0, &self->subject_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->upheld || options->not_upheld)
    self->is_upheld = options->upheld;
  bv_cli_set (&self->number, options->number);
  bv_cli_set (&self->body, options->body);
  bv_cli_set (&self->ground, options->ground);
  bv_cli_set (&self->note, options->note);
  if (!bv_discipline_save_act (cli->store, self, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Recorded as #%d."), (int) self->id);
  return bv_cli_say_act (cli, act, "id", self->id, text);
}

static int
conclude (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  gint64 id, act;

  if (options->upheld == options->not_upheld)
    return bv_cli_usage (cli, "%s", _ ("say the conclusion by --upheld or --not-upheld"));
  if (!bv_cli_read_record_id (argv[0], &id, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no number of a record; see the list"), argv[0]);
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  if (date == NULL)
    date = bv_date_today ();
  if (!bv_discipline_conclude_act (cli->store, id, date, options->upheld, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "id", id, _ ("The conclusion is recorded."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no number of a record; see the list"), argv[0]);
  if (!bv_discipline_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "id", id, _ ("The record is deleted."));
}

/* ── Absences ────────────────────────────────────────────────────────────────────────────── */

static const char *
label_of_absence (const char *code)
{
  return bv_choice_label (bv_absence_kinds, code);
}

static const char *
label_of_study (const char *code)
{
  return *code == '\0' ? "" : bv_choice_label (bv_absence_study_results, code);
}

static const BvCliColumn absence_columns[] = {
  { -1, BV_CLI_NUMBER, "id", N_ ("Id") },
  { BV_ABSENCE_COLUMN_PERSON_ID, BV_CLI_NUMBER, "person", NULL },
  { BV_ABSENCE_COLUMN_PERSON, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_ABSENCE_COLUMN_KIND, BV_CLI_TEXT, "kind", N_ ("Kind"), label_of_absence },
  { BV_ABSENCE_COLUMN_FROM, BV_CLI_DATE, "from", N_ ("From") },
  { BV_ABSENCE_COLUMN_TO, BV_CLI_DATE, "to", N_ ("Until") },
  { BV_ABSENCE_COLUMN_STUDY_RESULT, BV_CLI_TEXT, "study_result", N_ ("Result of study"),
    label_of_study },
  { BV_ABSENCE_COLUMN_NOTE, BV_CLI_TEXT, "note", N_ ("Note") },
};

static int
list_absences (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  gint64 person = 0;

  if (argc > 0 && !bv_cli_find_subject (cli, argv[0], BV_SUBJECT_PERSON, &person, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (cli, bv_absence_source (person, options->year, options->search),
                            absence_columns, G_N_ELEMENTS (absence_columns));
}

static int
add_absence (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvAbsence) self = bv_absence_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (options->kind == NULL || !bv_choice_has (bv_absence_kinds, options->kind))
    return bv_cli_usage (cli, "%s",
                         _ ("name the kind by --kind: maternity, rescue, study, course, sick, "
                            "unpaid, seconded or other"));
  if (!bv_cli_read_date (cli, "date", options->date, &self->from_date)
      || !bv_cli_read_date (cli, "until", options->until, &self->to_date))
    return BV_CLI_USAGE;
  if (!bv_cli_find_subject (cli, argv[0], BV_SUBJECT_PERSON, &self->person_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&self->kind, options->kind);
  bv_cli_set (&self->study_result, options->result);
  bv_cli_set (&self->note, options->note);
  if (!bv_absence_save_act (cli->store, self, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Recorded as #%d."), (int) self->id);
  return bv_cli_say_act (cli, act, "id", self->id, text);
}

static int
delete_absence (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no number of a record; see the list"), argv[0]);
  if (!bv_absence_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "id", id, _ ("The record is deleted."));
}

static const BvCliVerb verbs[] = {
  { "list", list, 0, 1, FALSE },
  { "add", add, 1, 1, TRUE },
  { "conclude", conclude, 1, 1, TRUE },
  { "delete", delete, 1, 1, TRUE },
  { "absence list", list_absences, 0, 1, FALSE },
  { "absence add", add_absence, 1, 1, TRUE },
  { "absence delete", delete_absence, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_discipline (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("list: what reaches into the year"),
      N_ ("YEAR") },
    { "pending", 0, 0, G_OPTION_ARG_NONE, &options.pending,
      N_ ("list: only complaints and investigations without a conclusion"), NULL },
    { "search", 's', 0, G_OPTION_ARG_STRING, &options.search,
      N_ ("list: words of name, number, body and ground"), N_ ("WORDS") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("add: reprimand, warning, …; of an absence: sick, unpaid, …"), N_ ("CODE") },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("add: of the decision, or the first day away; conclude: of the conclusion (today)"),
      N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until,
      N_ ("add: last day of the effect, or the last day away"), N_ ("DATE") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("add: number of the decision"),
      N_ ("NUMBER") },
    { "body", 0, 0, G_OPTION_ARG_STRING, &options.body, N_ ("add: who decided"), N_ ("NAME") },
    { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground, N_ ("add: for what"), N_ ("TEXT") },
    { "upheld", 0, 0, G_OPTION_ARG_NONE, &options.upheld, N_ ("conclude: there was a fault"),
      NULL },
    { "not-upheld", 0, 0, G_OPTION_ARG_NONE, &options.not_upheld, N_ ("conclude: there was none"),
      NULL },
    { "result", 0, 0, G_OPTION_ARG_STRING, &options.result,
      N_ ("absence add, of study: fair_or_better or below"), N_ ("CODE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("add: a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("[absence] VERB [SUBJECT | ID]"),
    _ ("Sanctions, complaints and investigations until their conclusion, absences from work."),
    _ ("Verbs:\n"
       "  list [SUBJECT]             sanctions and pending matters\n"
       "  add SUBJECT                a sanction, complaint or investigation\n"
       "  conclude ID                ends a complaint or investigation\n"
       "  delete ID                  a record entered by mistake\n"
       "  absence list [PERSON]      time away from work\n"
       "  absence add PERSON         from --date to --until\n"
       "  absence delete ID\n\n"
       "SUBJECT is a name or #id; ID is the number in the list."),
    entries, 1, 3);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
