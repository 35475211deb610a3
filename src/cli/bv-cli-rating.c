// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli rating: rate people and units, see the cap on the best grade, print the table of the year. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-rows.h"
#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-document.h"
#include "documents/bv-rating-paper.h"
#include "merit/bv-rating-cap.h"
#include "merit/bv-rating.h"
#include "office/bv-register.h"

#include <glib/gi18n.h>

typedef struct
{
  int year;
  char *grade;
  char *general;
  char *result;
  char *group;
  char *post;
  char *unit;
  char *number;
  char *date;
  char *reason;
  char *note;
  char *search;
  char **outputs;
  gboolean units;
  gboolean with_people;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->grade);
  g_free (options->general);
  g_free (options->result);
  g_free (options->group);
  g_free (options->post);
  g_free (options->unit);
  g_free (options->number);
  g_free (options->date);
  g_free (options->reason);
  g_free (options->note);
  g_free (options->search);
  g_strfreev (options->outputs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
label_of_grade (const char *code)
{
  BvGrade grade;

  return bv_grade_from_code (code, &grade) ? bv_grade_get_label (grade) : code;
}

/* The first argument of "list", "cap" and "print": a unit, or none for the whole office. */
static gboolean
find_unit (BvCli *cli, int argc, char **argv, gint64 *id, GError **error)
{
  *id = 0;
  return argc == 0 || bv_cli_find_subject (cli, argv[0], BV_SUBJECT_UNIT, id, error);
}

static gboolean
find_subjects (BvCli *cli, int argc, char **argv, int kind, GArray *ids, GError **error)
{
  for (int i = 0; i < argc; i++)
    {
      gint64 id;

      if (!bv_cli_find_subject (cli, argv[i], kind, &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

/* ── list ────────────────────────────────────────────────────────────────────────────────── */

static const BvCliColumn columns[] = {
  { -1, BV_CLI_NUMBER, "subject", N_ ("Id") },
  { BV_RATING_COLUMN_NAME, BV_CLI_TEXT, "name", N_ ("Name") },
  { BV_RATING_COLUMN_POST, BV_CLI_TEXT, "post", NULL },
  { BV_RATING_COLUMN_UNIT, BV_CLI_TEXT, "unit", N_ ("Unit") },
  { BV_RATING_COLUMN_GROUP, BV_CLI_TEXT, "group", N_ ("Group") },
  { BV_RATING_COLUMN_GENERAL, BV_CLI_HUNDREDTHS, "general_points", NULL },
  { BV_RATING_COLUMN_RESULT, BV_CLI_HUNDREDTHS, "result_points", NULL },
  { BV_RATING_COLUMN_POINTS, BV_CLI_HUNDREDTHS, "points", N_ ("Points") },
  { BV_RATING_COLUMN_GRADE, BV_CLI_TEXT, "grade", N_ ("Grade"), label_of_grade },
  { BV_RATING_COLUMN_REASON, BV_CLI_TEXT, "reason", N_ ("Override reason") },
  { BV_RATING_COLUMN_DECISION, BV_CLI_TEXT, "decision", NULL },
  { BV_RATING_COLUMN_N_SANCTIONS, BV_CLI_NUMBER, "sanctions", NULL },
  { BV_RATING_COLUMN_N_PENDING, BV_CLI_NUMBER, "pending", NULL },
  { BV_RATING_COLUMN_ABSENCE_DAYS, BV_CLI_NUMBER, "absence_days", NULL },
  { BV_RATING_COLUMN_NOTE, BV_CLI_TEXT, "note", NULL },
};

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  BvRatingFilter filter = { .year = options->year, .grade = -1, .search = options->search };
  BvGrade grade;

  if (g_strcmp0 (options->grade, "-") == 0)
    filter.grade = BV_N_GRADES;
  else if (options->grade != NULL)
    {
      if (!bv_grade_from_code (options->grade, &grade))
        return bv_cli_usage (cli, _ ("there is no grade “%s”: HTXS, HTT, HT, KHT or KXL"),
                             options->grade);
      filter.grade = grade;
    }
  if (!find_unit (cli, argc, argv, &filter.unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_print_rows (
    cli, options->units ? bv_rating_units_source (&filter) : bv_rating_people_source (&filter),
    columns, G_N_ELEMENTS (columns));
}

/* ── set, clear, apply ───────────────────────────────────────────────────────────────────── */

typedef struct
{
  const Options *options;
  GArray *ids;
  gint64 unit_id;
  gint64 general; /* -1: as it is */
  gint64 result;
  int grade; /* -1: as it is, or by the points */
  const char *date;
} Set;

/* One rating as the options say; what they do not name stays. */
static gboolean
set_one (BvConnection *connection, const Set *set, gint64 id, GError **error)
{
  const Options *options = set->options;
  g_autoptr (BvRating) rating = bv_rating_find (connection, id, options->year, error);
  const BvRatingRule *rule = rating != NULL ? bv_rating_rule_for_year (options->year, error) : NULL;
  BvGrade before;

  if (rule == NULL)
    return FALSE;
  before = rating->grade;
  if (rating->id == 0 && set->grade < 0 && set->general < 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("%s is not rated for %d yet: name the grade, or the points."),
                   rating->subject_name, options->year);
      return FALSE;
    }
  if (set->general >= 0)
    {
      rating->general_points = set->general;
      rating->result_points = set->result;
      if (bv_rating_rule_has_points (rule))
        rating->grade = bv_rating_rule_grade_of_points (rule, bv_rating_get_points (rating));
    }
  if (set->grade >= 0)
    rating->grade = (BvGrade) set->grade;
  if (set->unit_id != 0)
    rating->unit_id = set->unit_id;
  bv_cli_set (&rating->task_group, options->group);
  bv_cli_set (&rating->decision_number, options->number);
  if (set->date != NULL)
    bv_text_set (&rating->decision_date, set->date);
  bv_cli_set (&rating->note, options->note);
  /* A reason is that of its grade. */
  if (options->reason != NULL)
    bv_text_set (&rating->override_reason, options->reason);
  else if (rating->grade != before || set->general >= 0)
    bv_text_set (&rating->override_reason, "");
  return bv_rating_save (connection, rating, error);
}

static gboolean
set_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Set *set = user_data;

  for (guint i = 0; i < set->ids->len; i++)
    {
      gint64 id = g_array_index (set->ids, gint64, i);
      g_autofree char *name = NULL;

      if (set_one (connection, set, id, error))
        continue;
      /* With several at once a message must say whom it is about. */
      name = set->ids->len > 1 ? bv_register_subject_name (connection, id, NULL, NULL) : NULL;
      if (name != NULL)
        g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return TRUE;
}

static int
set_ratings (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  Set set = { .options = options, .ids = ids, .general = -1, .result = -1, .grade = -1 };
  BvGrade grade;
  gint64 act;

  if (options->grade != NULL)
    {
      if (!bv_grade_from_code (options->grade, &grade))
        return bv_cli_usage (cli, _ ("there is no grade “%s”: HTXS, HTT, HT, KHT or KXL"),
                             options->grade);
      set.grade = (int) grade;
    }
  if (options->grade == NULL && options->general == NULL && options->result == NULL
      && options->group == NULL && options->unit == NULL && options->number == NULL
      && options->date == NULL && options->note == NULL && options->reason == NULL)
    return bv_cli_usage (cli, "%s", _ ("say what to set: --grade CODE, or --general and --result"));
  if ((options->general == NULL) != (options->result == NULL))
    return bv_cli_usage (cli, "%s", _ ("--general and --result belong together: give both"));
  if (options->general != NULL
      && (!bv_number_parse_hundredths (options->general, &set.general, &error)
          || !bv_number_parse_hundredths (options->result, &set.result, &error)))
    return bv_cli_usage (cli, "%s", error->message);
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  set.date = date;
  if (!find_subjects (cli, argc, argv, 0, ids, &error)
      || (options->unit != NULL
          && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &set.unit_id, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  title = g_strdup_printf (
    ngettext ("Rate %u person or unit for %d", "Rate %u people or units for %d", ids->len),
    ids->len, options->year);
  if (!bv_store_act (cli->store, title, BV_ACT_NONE, set_act, &set, cli->cancellable, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = act != 0 ? g_strdup_printf (ngettext ("%u rated.", "%u rated.", ids->len), ids->len)
                  : g_strdup (_ ("Nothing had to be changed."));
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

static int
clear (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 act;

  if (!find_subjects (cli, argc, argv, 0, ids, &error)
      || !bv_rating_clear_act (cli->store, (const gint64 *) ids->data, ids->len, options->year,
                               &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, NULL, 0,
                         act != 0 ? _ ("The ratings are taken away.")
                                  : _ ("Nothing had to be changed."));
}

static int
apply_unit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  BvRatingApplied applied;
  BvGrade grade = BV_GRADE_GOOD;
  gint64 unit, act;

  if (options->grade != NULL && !bv_grade_from_code (options->grade, &grade))
    return bv_cli_usage (cli, _ ("there is no grade “%s”: HTXS, HTT, HT, KHT or KXL"),
                         options->grade);
  if (!find_unit (cli, argc, argv, &unit, &error)
      || !bv_rating_apply_act (cli->store, unit, options->year, grade, &applied, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = bv_rating_applied_format (&applied);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

/* A group of similar tasks for people already rated. */
static int
set_group (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 unit, act;
  guint n = 0;

  if (options->group == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the group by --group TEXT"));
  if (!find_unit (cli, argc, argv, &unit, &error)
      || !bv_rating_set_group_act (cli->store, unit, options->year, options->post, options->group,
                                   &n, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = act != 0 ? g_strdup_printf (ngettext ("%u person is in another group now.",
                                               "%u people are in another group now.", n),
                                     n)
                  : g_strdup (_ ("Nothing had to be changed."));
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

/* ── cap ─────────────────────────────────────────────────────────────────────────────────── */

static const char *
standing_code (BvRatingStanding standing)
{
  return standing == BV_RATING_OVER ? "over" : standing == BV_RATING_OPEN ? "open" : "within";
}

static void
print_cap_json (GPtrArray *caps, GPtrArray *names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < caps->len; i++)
    {
      const BvRatingCap *cap = caps->pdata[i];
      GPtrArray *excellent = names->pdata[i];

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "unit", cap->unit_id);
      bv_cli_json_text (builder, "name", cap->unit_name);
      bv_cli_json_text (builder, "group", cap->task_group);
      for (int grade = 0; grade < BV_N_GRADES; grade++)
        bv_cli_json_int (builder, bv_grade_to_code ((BvGrade) grade), cap->n[grade]);
      bv_cli_json_int (builder, "unrated", cap->n_unrated);
      bv_cli_json_int (builder, "percent", cap->percent);
      bv_cli_json_int (builder, "base", cap->base);
      bv_cli_json_int (builder, "limit", cap->limit);
      bv_cli_json_int (builder, "most", cap->most);
      bv_cli_json_int (builder, "over", cap->over);
      json_builder_set_member_name (builder, "excellent");
      json_builder_begin_array (builder);
      for (guint k = 0; k < excellent->len; k++)
        {
          const BvRatingExcellent *one = excellent->pdata[k];

          json_builder_begin_object (builder);
          bv_cli_json_int (builder, "subject", one->subject_id);
          bv_cli_json_text (builder, "name", one->name);
          bv_cli_json_text (builder, "standing", standing_code (one->standing));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
}

/* Of a hundred units those are told where somebody is rated; one that is named always. */
static gboolean
is_told (const BvRatingCap *cap, gint64 unit)
{
  guint n = 0;

  for (int grade = 0; grade < BV_N_GRADES; grade++)
    n += cap->n[grade];
  return n > 0 || unit != 0;
}

static void
print_cap (GPtrArray *caps, gint64 unit)
{
  const char *heads[] = { _ ("Unit"), _ ("Group"), ">HTXS", ">HTT", ">HT", ">KHT", ">KXL",
                          /* Translators: people not rated yet. */
                          _ (">Not yet"),
                          /* Translators: how many the share is taken of. */
                          _ (">Base"), _ (">Limit"), _ (">At most"), _ (">Too many"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < caps->len; i++)
    {
      const BvRatingCap *cap = caps->pdata[i];
      const guint values[] = { cap->n[0],      cap->n[1], cap->n[2],  cap->n[3], cap->n[4],
                               cap->n_unrated, cap->base, cap->limit, cap->most, cap->over };
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (!is_told (cap, unit))
        continue;
      g_ptr_array_add (cells, g_strdup (cap->unit_name));
      g_ptr_array_add (cells, g_strdup (cap->task_group));
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        g_ptr_array_add (cells, g_strdup_printf ("%u", values[k]));
      bv_cli_table_add (table, (const char *const *) cells->pdata);
    }
  bv_cli_table_print (table);
}

static int
show_cap (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) caps = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean is_over = FALSE;
  gint64 unit;

  if (!find_unit (cli, argc, argv, &unit, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    caps = bv_rating_cap_list (bv_lease_connection (lease), options->year, unit, &error);
  for (guint i = 0; caps != NULL && i < caps->len; i++)
    {
      GPtrArray *excellent = bv_rating_cap_list_excellent (bv_lease_connection (lease),
                                                           options->year, caps->pdata[i], &error);

      if (excellent == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_ptr_array_add (names, excellent);
      is_over |= ((BvRatingCap *) caps->pdata[i])->over > 0;
    }
  if (caps == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_cap_json (caps, names);
  else
    print_cap (caps, unit);
  for (guint i = 0; !cli->json && i < caps->len; i++)
    {
      const BvRatingCap *cap = caps->pdata[i];
      g_autofree char *words = bv_rating_cap_describe (cap, names->pdata[i]);

      if (cap->over == 0)
        continue;
      bv_cli_say (cli, "\n%s%s%s: %s", cap->unit_name, *cap->task_group != '\0' ? ", " : "",
                  cap->task_group, words);
      for (guint k = 0; k < ((GPtrArray *) names->pdata[i])->len; k++)
        {
          const BvRatingExcellent *one = ((GPtrArray *) names->pdata[i])->pdata[k];
          g_autofree char *points = one->points < 0 ? g_strdup ("")
                                                    : bv_number_format_hundredths (one->points);

          if (one->standing != BV_RATING_WITHIN)
            bv_cli_say (cli, "  %s%s%s", one->name, *points != '\0' ? ", " : "", points);
        }
    }
  return is_over ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* ── print ───────────────────────────────────────────────────────────────────────────────── */

static int
print_paper (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *date = NULL;
  BvRatingPaper paper = { .year = options->year, .with_people = options->with_people };
  BvDocumentFormat format;

  if (options->outputs == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  for (guint i = 0; options->outputs[i] != NULL; i++)
    if (!bv_document_format_from_path (options->outputs[i], &format, &error))
      return bv_cli_usage (cli, "%s", error->message);
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  paper.date = date;
  if (!find_unit (cli, argc, argv, &paper.unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    document = bv_rating_paper_build (bv_lease_connection (lease), &paper, &error);
  if (document == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; options->outputs[i] != NULL; i++)
    {
      if (!bv_document_format_from_path (options->outputs[i], &format, &error)
          || !bv_document_write (document, format, options->outputs[i], &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say (cli, _ ("Written: %s"), options->outputs[i]);
    }
  return BV_CLI_OK;
}

static const BvCliVerb verbs[] = {
  { "list", list, 0, 1, FALSE },         { "set", set_ratings, 1, G_MAXINT, TRUE },
  { "clear", clear, 1, G_MAXINT, TRUE }, { "apply-unit", apply_unit, 1, 1, TRUE },
  { "group", set_group, 1, 1, TRUE },    { "cap", show_cap, 0, 1, FALSE },
  { "print", print_paper, 0, 1, FALSE }, { NULL },
};

int
bv_cli_rating (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_ ("The year rated (this one)"),
      N_ ("YEAR") },
    { "grade", 'g', 0, G_OPTION_ARG_STRING, &options.grade,
      N_ ("HTXS, HTT, HT, KHT, KXL (not rated); list: “-” for those still to be rated"),
      N_ ("CODE") },
    { "general", 0, 0, G_OPTION_ARG_STRING, &options.general,
      N_ ("set: general points (from 2026)"), N_ ("POINTS") },
    { "result", 0, 0, G_OPTION_ARG_STRING, &options.result, N_ ("set: result points (from 2026)"),
      N_ ("POINTS") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group, N_ ("set, group: group of similar tasks"),
      N_ ("TEXT") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post,
      N_ ("group: only those whose post is called so"), N_ ("TEXT") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("set: the unit that rated (that of the last post in the year)"), N_ ("UNIT") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("set: number of the decision"),
      N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("set: date of the decision; print: of the paper"), N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_ ("set: why a grade stands that a rule speaks against"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("set: a note"), N_ ("TEXT") },
    { "units", 0, 0, G_OPTION_ARG_NONE, &options.units, N_ ("list: units in place of people"),
      NULL },
    { "search", 's', 0, G_OPTION_ARG_STRING, &options.search,
      N_ ("list: words of the name, with or without marks"), N_ ("WORDS") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("print: a .pdf, .odt or .xlsx to write; may be given several times"), N_ ("FILE") },
    { "people", 0, 0, G_OPTION_ARG_NONE, &options.with_people,
      N_ ("print: with the list of people"), NULL },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [SUBJECT…]"),
    _ ("Annual ratings (xếp loại chất lượng) of people and units, and the cap on “excellent”."),
    _ ("Verbs:\n"
       "  list [UNIT]        people of the year with their ratings; --units: units\n"
       "  set SUBJECT…       a grade, or points and the grade that follows from them\n"
       "  clear SUBJECT…     takes ratings away\n"
       "  apply-unit UNIT    one grade (HTT) to everybody of the unit not rated yet\n"
       "  group UNIT         puts people already rated into a group of similar tasks\n"
       "  cap [UNIT]         how many are “excellent” and how many may be; 1 when over\n"
       "  print [UNIT]       the table of the year\n\n"
       "SUBJECT and UNIT are a name or #id."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  options.year = bv_cli_year (options.year);
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
