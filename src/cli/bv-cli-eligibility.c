// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli eligibility: may somebody get an award, what may somebody get, who may get an award, and the quotas. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-regime-words.h"
#include "merit/bv-remedy.h"

#include <glib/gi18n.h>

typedef struct
{
  char *subject;
  char *award;
  char *manner;
  char *date;
  char *regime;
  char *unit;
  char *achievement;
  char *verdict;
  int year;
  gboolean quotas;

  /* State */
  BvEligibilityQuestion question;
  char *iso_date;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->subject);
  g_free (options->award);
  g_free (options->manner);
  g_free (options->date);
  g_free (options->regime);
  g_free (options->unit);
  g_free (options->achievement);
  g_free (options->verdict);
  g_free (options->iso_date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── One award ───────────────────────────────────────────────────────────────────────────── */

static const char *
mark (BvVerdict verdict)
{
  return verdict == BV_VERDICT_MET ? "✓" : verdict == BV_VERDICT_CANNOT_TELL ? "?" : "✗";
}

static void
print_findings (GPtrArray *findings, int year, int depth)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);
      int indent = depth * 4;

      printf ("%*s%s %s: %s\n", indent, "", mark (finding->verdict),
              bv_verdict_get_label (finding->verdict), finding->requirement);
      if (*finding->article != '\0')
        {
          if (finding->is_verified)
            printf ("%*s  %s\n", indent, "", finding->article);
          else
            {
              g_autofree char *article = g_strdup_printf (_ ("%s (not checked at the source)"),
                                                          finding->article);

              printf ("%*s  %s\n", indent, "", article);
            }
        }
      if (*finding->explanation != '\0')
        printf ("%*s  %s\n", indent, "", finding->explanation);
      if (*finding->remedy != '\0')
        printf ("%*s  → %s\n", indent, "", finding->remedy);
      if (finding->verdict != BV_VERDICT_MET && finding->first_year > year)
        {
          g_autofree char *later = g_strdup_printf (
            _ ("At the earliest for the year %d, if all goes well from now on."),
            finding->first_year);

          printf ("%*s  %s\n", indent, "", later);
        }
      for (guint r = 0; r < finding->records->len; r++)
        printf ("%*s  · %s\n", indent, "",
                ((const BvFindingRecord *) g_ptr_array_index (finding->records, r))->label);
      print_findings (finding->of, year, depth + 1);
    }
}

static void
print_eligibility (BvFacts *facts, const BvEligibility *eligibility)
{
  printf ("%s: %s, %d\n", bv_facts_get_name (facts, eligibility->subject_id),
          eligibility->award->name, eligibility->year);
  printf ("%s%s%s\n", eligibility->regime->name, eligibility->path != NULL ? " · " : "",
          eligibility->path != NULL ? eligibility->path->name : "");
  printf ("%s %s\n", mark (eligibility->verdict),
          bv_verdict_get_full_label (eligibility->verdict, eligibility->needs_word));
  if (*eligibility->reason != '\0')
    printf ("%s\n", eligibility->reason);
  if (eligibility->verdict != BV_VERDICT_MET && eligibility->first_year > eligibility->year)
    {
      g_autofree char *later = g_strdup_printf (
        _ ("At the earliest for the year %d, if all goes well from now on."),
        eligibility->first_year);

      printf ("%s\n", later);
    }
  if (eligibility->findings->len > 0)
    printf ("\n");
  print_findings (eligibility->findings, eligibility->year, 0);
}

static int
judge_one (BvCli *cli,
           BvFacts *facts,
           BvRegimeSet *regimes,
           const Options *options,
           gint64 subject,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvEligibility)
    eligibility = bv_eligibility_judge (facts, regimes, &options->question, subject, code, &error);

  if (eligibility == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      bv_eligibility_write_json (eligibility, NULL, builder);
      bv_cli_print_json (builder);
    }
  else
    print_eligibility (facts, eligibility);
  return eligibility->verdict == BV_VERDICT_MET ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* ── One subject, all awards ─────────────────────────────────────────────────────────────── */

static char *
format_year (const BvEligibility *eligibility)
{
  return eligibility->first_year > 0 ? g_strdup_printf ("%d", eligibility->first_year)
                                     : g_strdup ("");
}

/* A record behind many awards is said once, above them. */
static void
print_remedies (GPtrArray *list)
{
  g_autoptr (GPtrArray) remedies = bv_remedy_collect (list);

  for (guint i = 0; i < remedies->len; i++)
    {
      g_autofree char *line = bv_remedy_format (g_ptr_array_index (remedies, i));

      printf ("→ %s\n", line);
    }
  if (remedies->len > 0)
    printf ("\n");
}

static void
add_award (const BvEligibility *eligibility, BvCliTable *table, JsonBuilder *builder)
{
  g_autofree char *year = format_year (eligibility);

  bv_eligibility_write_json (eligibility, NULL, builder);
  bv_cli_table_add (table,
                    (const char *const[]){
                      eligibility->award->abbreviation,
                      bv_verdict_get_full_label (eligibility->verdict, eligibility->needs_word),
                      year, bv_eligibility_get_obstacle (eligibility), NULL });
}

static int
judge_subject (BvCli *cli,
               BvFacts *facts,
               BvRegimeSet *regimes,
               const Options *options,
               gint64 subject)
{
  const char *const heads[] = { _ ("Award"), _ ("Verdict"), _ ("First year"), _ ("What is missing"),
                                NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
    list = bv_eligibility_judge_subject (facts, regimes, &options->question, subject, &error);
  g_autoptr (BvCliTable) table = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (list == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  table = bv_cli_table_new (heads);
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  /* As in the window: those that only wait for the minutes before those that records are missing for. */
  for (BvVerdict verdict = BV_VERDICT_MET; verdict <= BV_VERDICT_NOT_MET; verdict++)
    for (int needs_word = TRUE; needs_word >= FALSE; needs_word--)
      for (guint i = 0; i < list->len; i++)
        {
          const BvEligibility *eligibility = g_ptr_array_index (list, i);

          if (eligibility->verdict == verdict && (eligibility->needs_word != 0) == needs_word
              && (options->verdict == NULL
                  || g_str_equal (options->verdict, bv_verdict_to_code (verdict))))
            add_award (eligibility, table, builder);
        }
  json_builder_end_array (builder);
  if (!cli->json)
    print_remedies (list);
  return bv_cli_print_list (cli, table, builder);
}

/* ── The office ──────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvFacts *facts;
  const char *verdict; /* (nullable): met and cannot_tell */
  BvCliTable *table;
  JsonBuilder *builder;
  guint counts[3];
  guint n_words; /* of those that cannot be told: only the minutes are missing */
} Rows;

static gboolean
add_row (const BvEligibility *eligibility, gpointer user_data)
{
  Rows *rows = user_data;
  const char *code = bv_verdict_to_code (eligibility->verdict);
  const char *name = bv_facts_get_name (rows->facts, eligibility->subject_id);
  const char *unit = bv_facts_get_unit_name (rows->facts, eligibility->subject_id,
                                             eligibility->year);
  g_autofree char *year = format_year (eligibility);

  rows->counts[eligibility->verdict]++;
  rows->n_words += eligibility->needs_word;
  if (rows->verdict != NULL ? !g_str_equal (rows->verdict, code)
                            : eligibility->verdict == BV_VERDICT_NOT_MET)
    return TRUE;
  bv_cli_table_add (rows->table,
                    (const char *const[]){
                      name, unit, eligibility->award->abbreviation,
                      bv_verdict_get_full_label (eligibility->verdict, eligibility->needs_word),
                      year, NULL });
  json_builder_begin_object (rows->builder);
  bv_cli_json_int (rows->builder, "subject", eligibility->subject_id);
  bv_cli_json_text (rows->builder, "name", name);
  bv_cli_json_text (rows->builder, "unit", unit);
  bv_cli_json_text (rows->builder, "form", eligibility->award->code);
  bv_cli_json_text (rows->builder, "verdict", code);
  json_builder_set_member_name (rows->builder, "needs_word");
  json_builder_add_boolean_value (rows->builder, eligibility->needs_word);
  bv_cli_json_int (rows->builder, "first_year", eligibility->first_year);
  json_builder_end_object (rows->builder);
  return TRUE;
}

static int
judge_office (BvCli *cli,
              BvFacts *facts,
              BvRegimeSet *regimes,
              const Options *options,
              gint64 unit,
              const char *code)
{
  const char *const heads[] = { _ ("Name"),    _ ("Unit"),       _ ("Award"),
                                _ ("Verdict"), _ ("First year"), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Rows rows = { facts, options->verdict, table, builder, { 0 } };

  json_builder_begin_array (builder);
  if (!bv_eligibility_foreach (facts, regimes, &options->question, unit, code, add_row, &rows,
                               cli->cancellable, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    {
      bv_cli_table_print (table);
      printf ("%s: %u\n", bv_verdict_get_label (BV_VERDICT_MET), rows.counts[BV_VERDICT_MET]);
      printf ("%s: %u\n", bv_verdict_get_full_label (BV_VERDICT_CANNOT_TELL, TRUE), rows.n_words);
      printf ("%s: %u\n", bv_verdict_get_full_label (BV_VERDICT_CANNOT_TELL, FALSE),
              rows.counts[BV_VERDICT_CANNOT_TELL] - rows.n_words);
      printf ("%s: %u\n", bv_verdict_get_label (BV_VERDICT_NOT_MET),
              rows.counts[BV_VERDICT_NOT_MET]);
    }
  return BV_CLI_OK;
}

static int
list_quotas (BvCli *cli,
             BvFacts *facts,
             BvRegimeSet *regimes,
             const Options *options,
             const char *code)
{
  g_autofree char *base_head = g_strconcat (">", _ ("Base"), NULL);
  g_autofree char *limit_head = g_strconcat (">", _ ("At most"), NULL);
  g_autofree char *used_head = g_strconcat (">", _ ("Used"), NULL);
  const char *const heads[] = { _ ("Unit"), _ ("Award"),   base_head, limit_head,
                                used_head,  _ ("Article"), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
    uses = bv_quota_list_facts (facts, regimes, &options->question, code, &error);
  g_autoptr (BvCliTable) table = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  gboolean is_over = FALSE;

  if (uses == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  table = bv_cli_table_new (heads);
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < uses->len; i++)
    {
      const BvQuotaUse *use = g_ptr_array_index (uses, i);
      g_autofree char *base = g_strdup_printf ("%u", use->base);
      g_autofree char *limit = g_strdup_printf ("%u", use->limit);
      g_autofree char *used = g_strdup_printf (use->n_used > use->limit ? "%u!" : "%u",
                                               use->n_used);

      is_over = is_over || use->n_used > use->limit;
      bv_cli_table_add (table,
                        (const char *const[]){ use->unit_name, bv_cli_title_label (use->form_code),
                                               base, limit, used, use->quota->article, NULL });
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "unit", use->unit_id);
      bv_cli_json_text (builder, "name", use->unit_name);
      bv_cli_json_text (builder, "form", use->form_code);
      bv_cli_json_int (builder, "base", use->base);
      bv_cli_json_int (builder, "limit", use->limit);
      bv_cli_json_int (builder, "used", use->n_used);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    bv_cli_table_print (table);
  return is_over ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

/* The code that the regime in question gives to what was written: "CSTDT", "cstđ tỉnh". @code: (nullable): none was. */
static gboolean
find_award (BvRegimeSet *regimes, const Options *options, const char **code, GError **error)
{
  const BvRegime *regime = bv_eligibility_choose_regime (regimes, &options->question, error);
  const BvRegimeAward *award;

  *code = NULL;
  if (regime == NULL)
    return FALSE;
  if (options->award == NULL)
    return TRUE;
  award = bv_regime_find_award (regime, options->award);
  if (award == NULL)
    award = bv_regime_set_match_award (regimes, options->award, regime->from_date,
                                       BV_LEVEL_DISTRICT);
  if (award != NULL)
    award = bv_regime_find_award (regime, award->code);
  if (award == NULL)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("There is no award “%1$s” under “%2$s”."), options->award, regime->name);
      return FALSE;
    }
  if (award->replaced_by != NULL)
    {
      g_autofree char *sentence = bv_regime_describe_replaced (regime, award);

      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, sentence);
      return FALSE;
    }
  *code = award->code;
  return TRUE;
}

static int
answer (BvCli *cli, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvFacts) facts = NULL;
  const char *code;
  gint64 subject = 0, unit = 0;

  if (options->subject != NULL && !bv_cli_find_subject (cli, options->subject, 0, &subject, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->unit != NULL
      && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &unit, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  if (regimes == NULL || !find_award (regimes, options, &code, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  facts = bv_facts_load (bv_lease_connection (lease), subject, &error);
  if (facts == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->quotas)
    return list_quotas (cli, facts, regimes, options, code);
  if (subject == 0)
    return judge_office (cli, facts, regimes, options, unit, code);
  return code != NULL ? judge_one (cli, facts, regimes, options, subject, code)
                      : judge_subject (cli, facts, regimes, options, subject);
}

int
bv_cli_eligibility (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "subject", 's', 0, G_OPTION_ARG_STRING, &options.subject,
      N_ ("Who: a name or #id; none: everybody"), N_ ("SUBJECT") },
    { "award", 'a', 0, G_OPTION_ARG_STRING, &options.award,
      N_ ("Which award: CSTDT; none: every award"), N_ ("CODE") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year,
      N_ ("The year of the achievement (last year)"), N_ ("YEAR") },
    { "manner", 'm', 0, G_OPTION_ARG_STRING, &options.manner,
      N_ ("CT (merit, if none is named), DX, PT, CH, NH, DN, KC"), N_ ("CODE") },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("The day of the judgement, which chooses the law (today)"), N_ ("DATE") },
    { "regime", 'r', 0, G_OPTION_ARG_STRING, &options.regime,
      N_ ("Judge by this regime instead: luat-2022-nd98"), N_ ("ID") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit,
      N_ ("Everybody of a unit and all below it: a name or #id"), N_ ("UNIT") },
    { "verdict", 0, 0, G_OPTION_ARG_STRING, &options.verdict,
      N_ ("Lists: met, cannot_tell or not_met alone"), N_ ("CODE") },
    { "achievement", 0, 0, G_OPTION_ARG_STRING, &options.achievement,
      N_ ("The achievement, to find it commended already"), N_ ("TEXT") },
    { "quotas", 0, 0, G_OPTION_ARG_NONE, &options.quotas,
      N_ ("How many places each unit has and uses; 1 when over"), NULL },
    { NULL },
  };
  BvVerdict verdict;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, NULL,
    _ ("Who may get which award, by the law of the day, with articles and what is missing."),
    _ ("With --subject and --award: every condition; 0 when all are met, else 1. With --subject "
       "alone: "
       "all\nawards. With --award alone or neither: everybody, without those who may not."),
    entries, 0, 0);

  if (exit_code >= 0)
    return exit_code;
  if (options.subject != NULL && (options.unit != NULL || options.quotas))
    return bv_cli_usage (cli, _ ("--subject does not go with %s"),
                         options.unit != NULL ? "--unit" : "--quotas");
  if (options.manner != NULL && !bv_manner_from_code (options.manner, &options.question.manner))
    return bv_cli_usage (cli, _ ("there is no manner “%s”"), options.manner);
  if (options.verdict != NULL && !bv_verdict_from_code (options.verdict, &verdict))
    return bv_cli_usage (cli, _ ("there is no verdict “%s”"), options.verdict);
  if (!bv_cli_read_date (cli, "date", options.date, &options.iso_date))
    return BV_CLI_USAGE;
  if (options.year != 0 && (options.year < 1945 || options.year > 2200))
    return bv_cli_usage (cli, _ ("the year %d cannot be"), options.year);
  if (options.year == 0)
    {
      g_autofree char *today = bv_date_today ();

      options.year = bv_date_year (options.iso_date != NULL ? options.iso_date : today) - 1;
    }
  options.question.year = options.year;
  options.question.date = options.iso_date;
  options.question.regime_id = options.regime;
  options.question.achievement = options.achievement;
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  return answer (cli, &options);
}
