// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli law: what a regime says of each award, the office's rules, the titles of the place. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "merit/bv-law-file.h"
#include "merit/bv-local-title.h"
#include "merit/bv-regime-words.h"
#include "office/bv-setting.h"

#include <glib/gi18n.h>

typedef struct
{
  char *date;
  char *regime;
  char *code;
  char *name;
  char *abbreviation;
  char *kind;
  char *level;
  char *who;
  char *basis;
  char *from;
  char *to;
  char *certificate;
  char *coefficient;
  char *subjects;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->date);
  g_free (options->regime);
  g_free (options->code);
  g_free (options->name);
  g_free (options->abbreviation);
  g_free (options->kind);
  g_free (options->level);
  g_free (options->who);
  g_free (options->basis);
  g_free (options->from);
  g_free (options->to);
  g_free (options->certificate);
  g_free (options->coefficient);
  g_free (options->subjects);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_flag (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_texts (JsonBuilder *builder, const char *member, char **texts)
{
  if (texts == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (; *texts != NULL; texts++)
    json_builder_add_string_value (builder, *texts);
  json_builder_end_array (builder);
}

static const char *
verified_mark (gboolean is_verified)
{
  return is_verified ? "" : _ ("not verified");
}

/* The regimes and the one that is asked for; @regimes keeps it alive. */
static const BvRegime *
choose_regime (BvCli *cli, const Options *options, BvRegimeSet **regimes, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *date = NULL;
  g_autofree char *today = bv_date_today ();
  const BvRegime *regime = NULL;

  *exit_code = BV_CLI_USAGE;
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return NULL;
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    *regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  if (*regimes != NULL)
    regime = bv_regime_set_choose (*regimes, options->regime, date != NULL ? date : today, &error);
  if (regime == NULL)
    *exit_code = bv_cli_fail (cli, g_steal_pointer (&error));
  return regime;
}

/* ── list ────────────────────────────────────────────────────────────────────────────────── */

static char *
list_levels (const BvRegimeAward *award)
{
  GString *levels = g_string_new (NULL);

  for (guint i = 0; i < award->deciders->len; i++)
    g_string_append_printf (
      levels, "%s%s", i > 0 ? ", " : "",
      bv_level_get_label (((BvDecider *) g_ptr_array_index (award->deciders, i))->level));
  return g_string_free (levels, FALSE);
}

static void
begin_regime (JsonBuilder *builder, const BvRegime *regime)
{
  bv_cli_json_text (builder, "regime", regime->id);
  bv_cli_json_text (builder, "name", regime->name);
  bv_cli_json_text (builder, "from", regime->from_date);
  bv_cli_json_text (builder, "to", regime->to_date);
  bv_cli_json_text (builder, "note", regime->note);
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  const char *heads[] = { _ ("Code"),    _ ("Short form"), _ ("Award"),
                          _ ("To whom"), _ ("Decided at"), "",
                          NULL };
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvCliTable) table = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *dates = NULL;
  int exit_code;
  const BvRegime *regime = choose_regime (cli, options, &regimes, &exit_code);

  if (regime == NULL)
    return exit_code;
  table = bv_cli_table_new (heads);
  builder = bv_cli_json_begin ();
  begin_regime (builder, regime);
  json_builder_set_member_name (builder, "awards");
  json_builder_begin_array (builder);
  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);
      g_autofree char *subjects = bv_regime_describe_subjects (award->subjects);
      g_autofree char *levels = list_levels (award);
      const char *cells[] = {
        award->code, award->abbreviation,
        award->name, subjects,
        levels,      award->is_own ? _ ("of the office") : verified_mark (award->is_verified)
      };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "code", award->code);
      bv_cli_json_text (builder, "name", award->name);
      bv_cli_json_text (builder, "abbreviation", award->abbreviation);
      bv_cli_json_text (builder, "level", bv_level_to_code (bv_regime_award_get_level (award)));
      bv_cli_json_text (builder, "article", award->article);
      add_flag (builder, "verified", award->is_verified);
      add_flag (builder, "own", award->is_own);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    {
      bv_cli_print_json (builder);
      return BV_CLI_OK;
    }
  dates = bv_regime_describe_dates (regime->from_date, regime->to_date);
  printf ("%s\n%s\n\n", regime->name, dates);
  bv_cli_table_print (table);
  if (regime->note != NULL)
    printf ("\n%s\n", regime->note);
  return BV_CLI_OK;
}

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

static void
add_condition (JsonBuilder *builder, const BvCondition *condition)
{
  json_builder_begin_object (builder);
  bv_cli_json_text (builder, "kind", bv_condition_kind_to_code (condition->kind));
  bv_cli_json_text (builder, "text", condition->text);
  bv_cli_json_text (builder, "article", condition->article);
  add_flag (builder, "verified", condition->is_verified);
  add_texts (builder, "awards", condition->awards);
  if (condition->count != 0)
    bv_cli_json_int (builder, "count", condition->count);
  if (condition->fraction.denominator != 0)
    {
      g_autofree char *fraction = bv_fraction_format (&condition->fraction);

      bv_cli_json_text (builder, "fraction", fraction);
    }
  if (condition->key != NULL)
    bv_cli_json_text (builder, "key", condition->key);
  if (condition->rule != NULL)
    bv_cli_json_text (builder, "rule", condition->rule);
  if (condition->of != NULL)
    {
      json_builder_set_member_name (builder, "of");
      json_builder_begin_array (builder);
      for (guint i = 0; i < condition->of->len; i++)
        add_condition (builder, g_ptr_array_index (condition->of, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
print_law_json (const BvRegime *regime, const BvRegimeAward *award)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  begin_regime (builder, regime);
  bv_cli_json_text (builder, "code", award->code);
  bv_cli_json_text (builder, "award", award->name);
  bv_cli_json_text (builder, "article", award->article);
  add_flag (builder, "verified", award->is_verified);
  if (award->replaced_by != NULL)
    {
      json_builder_set_member_name (builder, "replaced_by");
      json_builder_begin_array (builder);
      for (guint i = 0; award->replaced_by[i] != NULL; i++)
        json_builder_add_string_value (builder, award->replaced_by[i]);
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "paths");
  json_builder_begin_array (builder);
  for (guint i = 0; i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "name", path->name);
      bv_cli_json_text (builder, "article", path->article);
      add_flag (builder, "verified", path->is_verified);
      add_flag (builder, "simplified", path->is_simplified);
      json_builder_set_member_name (builder, "conditions");
      json_builder_begin_array (builder);
      for (guint k = 0; k < path->conditions->len; k++)
        add_condition (builder, g_ptr_array_index (path->conditions, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

/* "  - text" and under it "    [article; not verified]". */
static void
print_conditions (GPtrArray *conditions, int depth)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      printf ("%*s- %s\n%*s[%s%s%s]\n", depth * 2, "", condition->text, depth * 2 + 2, "",
              condition->article, condition->is_verified ? "" : "; ",
              verified_mark (condition->is_verified));
      if (condition->of != NULL)
        print_conditions (condition->of, depth + 1);
    }
}

static void
print_rule (const char *head, const char *text, const char *article, gboolean is_verified)
{
  printf ("%s %s\n  [%s%s%s]\n", head, text, article, is_verified ? "" : "; ",
          verified_mark (is_verified));
}

static void
print_note (const char *head, const BvLawNote *note)
{
  g_autofree char *text = bv_regime_describe_note (note);

  if (note != NULL)
    print_rule (head, text, note->article, note->is_verified);
  else
    printf ("%s %s\n", head, text);
}

static gboolean
print_opinion (const BvRegime *regime,
               const BvRegimeAward *award,
               BvConnection *connection,
               GError **error)
{
  const BvOpinionRule *opinion = bv_regime_find_opinion (regime, award,
                                                         bv_regime_award_get_level (award));
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (opinion == NULL)
    return TRUE;
  if (opinion->rule != NULL)
    {
      value = bv_setting_get (connection, opinion->rule, error);
      if (value == NULL)
        return FALSE;
    }
  text = bv_regime_describe_opinion (opinion, value);
  print_rule (_ ("Public opinion:"), text, opinion->article, opinion->is_verified);
  return TRUE;
}

static void
print_several (const BvRegime *regime)
{
  for (guint i = 0; i < BV_N_SEVERAL; i++)
    {
      const BvPayRule *rule = &regime->several[i];
      g_autofree char *head = g_strdup_printf ("%s:", bv_several_case_get_label (i));

      if (rule->pay != BV_PAY_UNSAID)
        print_rule (head, bv_pay_get_label (rule->pay), rule->article, rule->is_verified);
    }
}

static gboolean
print_shares (BvCli *cli, const BvRegime *regime, const BvRegimeAward *award, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  const BvVoteRule *vote = award->vote != NULL ? award->vote : regime->vote;
  g_autofree char *quota_value = NULL;
  g_autofree char *vote_value = NULL;
  g_autofree char *base_value = NULL;
  g_autofree char *text = NULL;

  if (lease == NULL)
    return FALSE;
  if (award->quota != NULL && award->quota->rule != NULL)
    {
      quota_value = bv_setting_get (bv_lease_connection (lease), award->quota->rule, error);
      if (quota_value == NULL)
        return FALSE;
    }
  if (vote != NULL && vote->rule != NULL)
    {
      vote_value = bv_setting_get (bv_lease_connection (lease), vote->rule, error);
      base_value = vote_value == NULL ? NULL
                                      : bv_setting_get (bv_lease_connection (lease),
                                                        BV_SETTING_RULE_MAJORITY_BASE, error);
      if (base_value == NULL)
        return FALSE;
    }
  printf ("\n");
  if (award->quota != NULL)
    {
      text = bv_regime_describe_quota (regime, award->quota, quota_value);
      print_rule (_ ("Quota:"), text, award->quota->article, award->quota->is_verified);
      g_clear_pointer (&text, g_free);
    }
  if (vote != NULL)
    {
      text = bv_regime_describe_vote (vote, vote_value, base_value);
      print_rule (_ ("Vote:"), text, vote->article, vote->is_verified);
      g_clear_pointer (&text, g_free);
    }
  if (award->bonus != NULL)
    {
      text = bv_regime_describe_bonus (award->bonus);
      print_rule (_ ("Bonus:"), text, award->bonus->article, award->bonus->is_verified);
    }
  else
    print_note (_ ("Bonus:"), award->no_bonus);
  return print_opinion (regime, award, bv_lease_connection (lease), error);
}

static int
print_law (BvCli *cli, const BvRegime *regime, const BvRegimeAward *award)
{
  g_autofree char *replaced = bv_regime_describe_replaced (regime, award);
  g_autofree char *dates = bv_regime_describe_dates (regime->from_date, regime->to_date);
  g_autofree char *subjects = bv_regime_describe_subjects (award->subjects);
  g_autoptr (GError) error = NULL;

  printf ("%s (%s)\n%s\n%s\n\n", award->name, award->code, regime->name, dates);
  print_rule (_ ("To whom:"), subjects, award->article, award->is_verified);
  if (replaced != NULL)
    printf ("%s\n", replaced);
  for (guint i = 0; i < award->deciders->len; i++)
    {
      const BvDecider *decider = g_ptr_array_index (award->deciders, i);

      printf ("%s %s (%s)\n", _ ("Decided by:"), decider->who, bv_level_get_label (decider->level));
    }
  for (guint i = 0; i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);
      g_autofree char *scope = bv_regime_describe_path (path);

      printf ("\n%s (%s)\n", path->name, scope);
      print_conditions (path->conditions, 1);
    }
  if (!print_shares (cli, regime, award, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  print_note (_ ("Handed over:"), award->object);
  printf ("%s %s\n", _ ("Template of the certificate:"),
          award->certificate != NULL ? award->certificate : _ ("none"));
  print_several (regime);
  for (guint i = 0; i < award->forms->len; i++)
    {
      const BvPaperForm *form = g_ptr_array_index (award->forms, i);

      g_autofree char *text = bv_regime_describe_form (form);

      print_rule (_ ("Form:"), text, form->article, form->is_verified);
    }
  if (award->forms->len == 0)
    printf ("%s %s\n", _ ("Form:"), _ ("The regime says nothing of it."));
  return BV_CLI_OK;
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvRegimeSet) regimes = NULL;
  int exit_code;
  const BvRegime *regime = choose_regime (cli, options, &regimes, &exit_code);
  const BvRegimeAward *award;

  if (regime == NULL)
    return exit_code;
  award = bv_regime_find_award (regime, argv[0]);
  if (award == NULL)
    {
      award = bv_regime_set_match_award (regimes, argv[0], regime->from_date, BV_LEVEL_DISTRICT);
      award = award != NULL ? bv_regime_find_award (regime, award->code) : NULL;
    }
  if (award == NULL)
    {
      bv_cli_warn (cli, _ ("the regime “%s” has no award “%s”"), regime->id, argv[0]);
      return BV_CLI_DATA;
    }
  if (!cli->json)
    return print_law (cli, regime, award);
  print_law_json (regime, award);
  return BV_CLI_OK;
}

/* ── rules, set-rule ─────────────────────────────────────────────────────────────────────── */

static int
rules (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const char *heads[] = { _ ("Key"), _ ("Rule"), _ ("Value"), _ ("Meaning"), _ ("Article"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);

  if (lease == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (const BvSetting *rule = bv_setting_list_rules (); rule->key != NULL; rule++)
    {
      g_autofree char *value = bv_setting_get (bv_lease_connection (lease), rule->key, &error);
      g_autofree char *described = NULL;

      if (value == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      described = bv_setting_describe (rule, value);
      bv_cli_table_add (table, (const char *[]){ rule->key, bv_setting_get_label (rule), value,
                                                 described, rule->article });
      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "key", rule->key);
      bv_cli_json_text (builder, "title", bv_setting_get_label (rule));
      bv_cli_json_text (builder, "value", value);
      bv_cli_json_text (builder, "default", rule->value);
      bv_cli_json_text (builder, "article", rule->article);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

static int
set_rule (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvSetting *rule = bv_setting_find (argv[0]);
  g_autoptr (GError) error = NULL;
  g_autofree char *described = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (rule == NULL || rule->article == NULL)
    {
      bv_cli_warn (cli, _ ("there is no rule “%s”; “bangvang-cli law rules” lists them"), argv[0]);
      return BV_CLI_DATA;
    }
  if (!bv_setting_save (cli->store, rule->key, argv[1], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  described = bv_setting_describe (rule, argv[1]);
  text = g_strdup_printf ("%s: %s", bv_setting_get_label (rule), described);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

/* ── Titles of the place ─────────────────────────────────────────────────────────────────── */

/* What the options say, over @title. */
static int
fill_title (BvCli *cli, const Options *options, BvLocalTitle *title)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (GStrv) subjects = NULL;

  if (!bv_cli_read_date (cli, "from", options->from, &from)
      || !bv_cli_read_date (cli, "to", options->to, &to))
    return BV_CLI_USAGE;
  bv_cli_set (&title->code, options->code);
  bv_cli_set (&title->name, options->name);
  bv_cli_set (&title->abbreviation, options->abbreviation);
  bv_cli_set (&title->kind, options->kind);
  bv_cli_set (&title->level, options->level);
  bv_cli_set (&title->who, options->who);
  bv_cli_set (&title->basis, options->basis);
  bv_cli_set (&title->from_date, from);
  bv_cli_set (&title->to_date, to);
  bv_cli_set (&title->certificate, options->certificate);
  bv_cli_set (&title->coefficient, options->coefficient);
  if (options->subjects == NULL)
    return BV_CLI_OK;
  title->to_persons = title->to_units = title->to_households = FALSE;
  subjects = g_strsplit (options->subjects, ",", -1);
  for (guint i = 0; subjects[i] != NULL; i++)
    {
      const char *subject = g_strstrip (subjects[i]);

      if (g_str_equal (subject, "person"))
        title->to_persons = TRUE;
      else if (g_str_equal (subject, "unit"))
        title->to_units = TRUE;
      else if (g_str_equal (subject, "household"))
        title->to_households = TRUE;
      else
        return bv_cli_usage (cli, _ ("there is no subject “%s”: person, unit or household"),
                             subject);
    }
  return BV_CLI_OK;
}

static int
add_title (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvLocalTitle) title = bv_local_title_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int exit_code = fill_title (cli, options, title);
  gint64 act;

  if (exit_code != BV_CLI_OK)
    return exit_code;
  if (options->abbreviation == NULL)
    bv_cli_set (&title->abbreviation, options->code);
  if (!bv_local_title_save_act (cli->store, title, NULL, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The local title %s was added."), title->code);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

static GPtrArray *
load_titles (BvCli *cli, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  return lease != NULL ? bv_local_title_list (bv_lease_connection (lease), error) : NULL;
}

static int
edit_title (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) titles = load_titles (cli, &error);
  g_autofree char *text = NULL;
  BvLocalTitle *title = NULL;
  int exit_code;
  gint64 act;

  if (titles == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; title == NULL && i < titles->len; i++)
    if (g_str_equal (((BvLocalTitle *) g_ptr_array_index (titles, i))->code, argv[0]))
      title = g_ptr_array_index (titles, i);
  if (title == NULL)
    {
      bv_cli_warn (cli, _ ("there is no local title “%s”"), argv[0]);
      return BV_CLI_DATA;
    }
  exit_code = fill_title (cli, options, title);
  if (exit_code != BV_CLI_OK)
    return exit_code;
  if (!bv_local_title_save_act (cli->store, title, argv[0], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The local title %s was changed."), title->code);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

static int
delete_title (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (!bv_local_title_delete_act (cli->store, argv[0], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The local title %s was deleted."), argv[0]);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

/* ── The office's own files of law ───────────────────────────────────────────────────────── */

static int
files (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_auto (GStrv) names = lease != NULL ? bv_law_file_list (bv_lease_connection (lease), &error)
                                       : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (names == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      json_builder_add_string_value (builder, names[i]);
      if (!cli->json)
        printf ("%s\n", names[i]);
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else if (*names == NULL)
    bv_cli_say (cli, "%s", _ ("The office has no file of law of its own."));
  return BV_CLI_OK;
}

static int
add_file (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[0]);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  if (!bv_law_file_add_act (cli->store, file, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The file of law %s was added."), name);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

static int
remove_file (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  if (!bv_law_file_delete_act (cli->store, argv[0], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The file of law %s was removed."), argv[0]);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

static const BvCliVerb verbs[] = {
  { "list", list, 0, 0, FALSE },
  { "show", show, 1, 1, FALSE },
  { "rules", rules, 0, 0, FALSE },
  { "set-rule", set_rule, 2, 2, TRUE },
  { "add-title", add_title, 0, 0, TRUE },
  { "edit-title", edit_title, 1, 1, TRUE },
  { "delete-title", delete_title, 1, 1, TRUE },
  { "files", files, 0, 0, FALSE },
  { "add-file", add_file, 1, 1, TRUE },
  { "remove-file", remove_file, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_law (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("list, show: the regime in force on that day"), N_ ("DATE") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime,
      N_ ("list, show: the regime of that id"), N_ ("ID") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("titles: code, such as NTVT"),
      N_ ("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("titles: full name"), N_ ("TEXT") },
    { "abbreviation", 0, 0, G_OPTION_ARG_STRING, &options.abbreviation, N_ ("titles: short form"),
      N_ ("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("titles: title, flag, commemorative, merit or praise"), N_ ("KIND") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_ ("titles: province, district, commune or unit"), N_ ("LEVEL") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &options.who, N_ ("titles: who decides, as on the paper"),
      N_ ("TEXT") },
    { "subjects", 0, 0, G_OPTION_ARG_STRING, &options.subjects,
      N_ ("titles: person, unit, household, with commas between them"), N_ ("LIST") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis,
      N_ ("titles: the decision that set it up"), N_ ("TEXT") },
    { "coefficient", 0, 0, G_OPTION_ARG_STRING, &options.coefficient,
      N_ ("titles: bonus in base salaries, such as 0,3"), N_ ("NUMBER") },
    { "certificate", 0, 0, G_OPTION_ARG_STRING, &options.certificate,
      N_ ("titles: template of the certificate"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("titles: first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("titles: last day"), N_ ("DATE") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB [ARGUMENT…]"),
    _ ("The law of a day: each award with its conditions and articles; the office's rules and "
       "titles."),
    _ ("Verbs:\n"
       "  list                    all awards of the regime in force\n"
       "  show AWARD              who decides, and the ways to it with their articles\n"
       "  rules                   the rules that the office sets for itself\n"
       "  set-rule KEY VALUE      one of them\n"
       "  add-title               a title of the place\n"
       "  edit-title CODE         what the options name of it\n"
       "  delete-title CODE       a title that nothing names\n"
       "  files                   the office's own files of law\n"
       "  add-file FILE           one more, or the one of that name anew, once it is found right\n"
       "  remove-file NAME        one of them\n\n"
       "AWARD is its code, short form or name: CSTDCS."),
    entries, 1, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
