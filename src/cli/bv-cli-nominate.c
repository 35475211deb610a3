// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli nomination add, propose, set, …: nominations, what hangs on them, and what the law says about them. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-nomination.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-dossier-papers.h"
#include "merit/bv-condition.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-nomination-propose.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* ── add, propose ────────────────────────────────────────────────────────────────────────── */

static int
nominate (BvCli *cli,
          const BvNominationOptions *options,
          gint64 dossier_id,
          const GArray *subjects,
          const char *const *forms)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  BvNominationMany many = { .dossier_id = dossier_id,
                            .subject_ids = (const gint64 *) subjects->data,
                            .n_subjects = subjects->len,
                            .form_codes = forms,
                            .achievement = options->achievement,
                            .override_reason = options->reason };
  guint n_added;
  gint64 act;

  if (!bv_nomination_add_many_act (cli->store, &many, &n_added, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u nomination added.", "%u nominations added.", n_added),
                          n_added);
  bv_cli_say_act (cli, act, "dossier", dossier_id, text);
  return n_added > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) forms = NULL;
  gint64 id;

  if (options->form == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the award by --form CODE"));
  forms = g_strsplit (options->form, ",", -1);
  if (!bv_cli_find_dossier (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (int i = 1; i < argc; i++)
    {
      gint64 subject;

      if (!bv_cli_find_subject (cli, argv[i], 0, &subject, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (subjects, subject);
    }
  return nominate (cli, options, id, subjects, (const char *const *) forms);
}

static void
print_proposals (BvCli *cli, GPtrArray *proposals)
{
  const char *heads[] = { _ (">Id"), _ ("Name"), _ ("Unit"), _ ("Rating"), _ ("By the law"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    {
      const BvProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, proposal->subject_id);
      const char *cells[] = { id, proposal->name, proposal->detail, proposal->grade,
                              proposal->is_nominated ? _ ("nominated")
                                                     : bv_verdict_get_label (proposal->verdict) };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", proposal->subject_id);
      bv_cli_json_text (builder, "name", proposal->name);
      bv_cli_json_text (builder, "unit", proposal->detail);
      bv_cli_json_text (builder, "grade", proposal->grade);
      bv_cli_json_text (builder, "verdict", bv_verdict_to_code (proposal->verdict));
      json_builder_set_member_name (builder, "is_nominated");
      json_builder_add_boolean_value (builder, proposal->is_nominated);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    bv_cli_table_print (table);
}

static int
propose (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  const char *const forms[] = { options->form, NULL };
  BvProposalFilter filter = { .form_code = options->form,
                              .least_grade = options->rated,
                              .with_unsure = options->unsure };

  if (options->form == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the award by --form CODE"));
  if (!bv_cli_find_dossier (cli, argv[0], &filter.dossier_id, &error)
      || (options->unit != NULL
          && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &filter.unit_id, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  regimes = lease != NULL ? bv_regime_set_load (bv_lease_connection (lease), &error) : NULL;
  if (regimes != NULL)
    proposals = bv_nomination_list_proposals (bv_lease_connection (lease), regimes, &filter,
                                              cli->cancellable, &error);
  g_clear_pointer (&lease, bv_lease_free);
  if (proposals == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!options->add)
    {
      print_proposals (cli, proposals);
      return proposals->len > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
    }
  for (guint i = 0; i < proposals->len; i++)
    g_array_append_val (subjects, ((BvProposal *) g_ptr_array_index (proposals, i))->subject_id);
  return nominate (cli, options, filter.dossier_id, subjects, forms);
}

/* ── set, remove, and the states ─────────────────────────────────────────────────────────── */

static BvNomination *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_read_record_id (text, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_nomination_load (bv_lease_connection (lease), id, error) : NULL;
}

static int
set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvNomination) self = load (cli, argv[0], &error);
  gint64 act;

  if (self == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&self->achievement, options->achievement);
  bv_cli_set (&self->summary, options->summary);
  bv_cli_set (&self->note, options->note);
  bv_cli_set (&self->override_reason, options->reason);
  if (options->posthumous)
    self->is_posthumous = TRUE;
  if (!bv_nomination_save_act (cli->store, self, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", self->id, _ ("The nomination is changed."));
}

static int
remove_them (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  for (int i = 0; i < argc; i++)
    {
      gint64 id;

      if (!bv_cli_read_record_id (argv[i], &id, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (ids, id);
    }
  if (!bv_nomination_remove_act (cli->store, (const gint64 *) ids->data, ids->len, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u nomination removed.", "%u nominations removed.", ids->len),
                          ids->len);
  return bv_cli_say_act (cli, act, "removed", ids->len, text);
}

static int
return_it (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_nomination_return_act (cli->store, id, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id, _ ("The nomination is returned."));
}

static int
withdraw (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_nomination_withdraw_act (cli->store, id, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id, _ ("The nomination is withdrawn."));
}

static int
again (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_nomination_propose_again_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id, _ ("The nomination is proposed again."));
}

/* ── Attestations, initiatives, parts of the report ──────────────────────────────────────── */

static int
attestations (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *heads[] = { _ ("Key"), _ ("Answer"), _ ("Condition"), _ ("Article"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  gint64 id;

  if (!bv_cli_read_record_id (argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  regimes = lease != NULL ? bv_regime_set_load (bv_lease_connection (lease), &error) : NULL;
  if (regimes != NULL)
    list = bv_nomination_list_attestations (bv_lease_connection (lease), regimes, id, &error);
  if (list == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const BvAttestation *self = g_ptr_array_index (list, i);
      const char *cells[] = { self->key,
                              self->holds < 0 ? ""
                              : self->holds   ? _ ("yes")
                                              : _ ("no"),
                              self->text, self->article };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "key", self->key);
      json_builder_set_member_name (builder, "holds");
      if (self->holds < 0)
        json_builder_add_null_value (builder);
      else
        json_builder_add_boolean_value (builder, self->holds);
      bv_cli_json_text (builder, "basis", self->basis);
      bv_cli_json_text (builder, "text", self->text);
      bv_cli_json_text (builder, "article", self->article);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

static int
attest (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id, act;
  int holds;

  if (g_str_equal (argv[2], "yes"))
    holds = 1;
  else if (g_str_equal (argv[2], "no"))
    holds = 0;
  else if (g_str_equal (argv[2], "clear"))
    holds = -1;
  else
    return bv_cli_usage (cli, _ ("“%s” is no answer: yes, no or clear"), argv[2]);
  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_nomination_attest_act (cli->store, id, argv[1], holds, options->basis, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id, _ ("The answer is recorded."));
}

static int
attest_all (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_nomination_attest_all_act (cli->store, id, options->basis, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id, _ ("The answers are recorded."));
}

static int
initiatives (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *heads[] = { _ (">Id"),      _ ("Initiative"), _ (">Year"), _ ("Reach"),
                          _ ("Backs it"), _ ("Backs also"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  gint64 nomination_id;

  if (!bv_cli_read_record_id (argv[0], &nomination_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    list = bv_nomination_list_initiatives (bv_lease_connection (lease), nomination_id, &error);
  if (list == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const BvNominationInitiative *self = g_ptr_array_index (list, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->initiative_id);
      g_autofree char *year = g_strdup_printf ("%d", self->year);
      BvScope scope;
      const char *cells[] = { id,
                              self->title,
                              year,
                              bv_scope_from_code (self->scope, &scope) ? bv_scope_get_label (scope)
                                                                       : "",
                              self->is_linked ? _ ("yes") : _ ("no"),
                              self->used_for };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", self->initiative_id);
      bv_cli_json_text (builder, "title", self->title);
      bv_cli_json_int (builder, "year", self->year);
      bv_cli_json_text (builder, "state", self->state);
      bv_cli_json_text (builder, "scope", self->scope);
      json_builder_set_member_name (builder, "is_linked");
      json_builder_add_boolean_value (builder, self->is_linked);
      bv_cli_json_text (builder, "used_for", self->used_for);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

static int
link_initiative (BvCli *cli, char **argv, gboolean is_linked)
{
  g_autoptr (GError) error = NULL;
  gint64 id, initiative, act;

  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_cli_read_record_id (argv[1], &initiative, &error)
      || !bv_nomination_link_initiative_act (cli->store, id, initiative, is_linked, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id,
                         is_linked ? _ ("The initiative backs the nomination.")
                                   : _ ("The initiative backs the nomination no longer."));
}

static int
back (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  return link_initiative (cli, argv, TRUE);
}

static int
unback (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  return link_initiative (cli, argv, FALSE);
}

/* Everything that comes in, at most a megabyte: nobody writes more about one achievement. */
static char *
read_input (void)
{
  GString *text = g_string_new (NULL);
  char block[4096];
  gssize n;

  while (text->len < 1024 * 1024 && (n = read (STDIN_FILENO, block, sizeof block)) > 0)
    g_string_append_len (text, block, n);
  return g_string_free (text, FALSE);
}

/* Whether the form of the report has the part; what stands nowhere would be printed nowhere. */
static gboolean
check_part (BvCli *cli, gint64 id, const char *part, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (BvNomination) nomination = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (GString) known = g_string_new (NULL);
  const BvReportPart *parts;
  guint n_parts;

  if (lease != NULL)
    nomination = bv_nomination_load (bv_lease_connection (lease), id, error);
  if (nomination != NULL)
    dossier = bv_dossier_load (bv_lease_connection (lease), nomination->dossier_id, error);
  if (dossier == NULL)
    return FALSE;
  parts = bv_report_parts_list (dossier->manner, nomination->subject_kind, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    {
      if (g_str_equal (parts[i].part, part))
        return TRUE;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", parts[i].part);
    }
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               /* TRANSLATORS: what was typed, then what is possible: I, II.1. */
               _ ("the report has no part “%s”; its parts are %s"), part, known->str);
  return FALSE;
}

static int
report (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *input = options->text == NULL ? read_input () : NULL;
  gint64 id, act;

  if (!bv_cli_read_record_id (argv[0], &id, &error) || !check_part (cli, id, argv[1], &error)
      || !bv_nomination_set_report_part_act (cli->store, id, argv[1],
                                             input != NULL ? input : options->text, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "nomination", id, _ ("The part of the report is kept."));
}

/* ── findings ────────────────────────────────────────────────────────────────────────────── */

static void
print_findings (GPtrArray *findings, int depth)
{
  static const char *const marks[] = { "✓", "?", "✗" };

  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      printf ("%*s%s %s (%s)\n", 2 + 2 * depth, "", marks[finding->verdict], finding->requirement,
              finding->article);
      if (*finding->explanation != '\0')
        printf ("%*s%s\n", 4 + 2 * depth, "", finding->explanation);
      if (*finding->remedy != '\0')
        printf ("%*s→ %s\n", 4 + 2 * depth, "", finding->remedy);
      print_findings (finding->of, depth + 1);
    }
}

static void
json_changes (JsonBuilder *builder, GPtrArray *changes)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const BvFindingChange *change = g_ptr_array_index (changes, i);

      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "requirement", change->requirement);
      bv_cli_json_text (builder, "article", change->article);
      bv_cli_json_text (builder, "then",
                        change->was_there ? bv_verdict_to_code (change->was_verdict) : NULL);
      bv_cli_json_text (builder, "now",
                        change->is_there ? bv_verdict_to_code (change->is_verdict) : NULL);
      bv_cli_json_text (builder, "then_text", change->was);
      bv_cli_json_text (builder, "now_text", change->is);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_changes (GPtrArray *changes)
{
  if (changes->len == 0)
    {
      printf ("\n%s\n", _ ("The records say the same today."));
      return;
    }
  printf ("\n%s\n", _ ("What differs today:"));
  for (guint i = 0; i < changes->len; i++)
    {
      const BvFindingChange *change = g_ptr_array_index (changes, i);

      printf ("  %s: %s → %s\n", change->requirement,
              change->was_there ? bv_verdict_get_label (change->was_verdict) : "–",
              change->is_there ? bv_verdict_get_label (change->is_verdict) : "–");
      if (*change->is != '\0')
        printf ("    %s\n", change->is);
    }
}

/* A frozen text is JSON already: it goes in as it is. */
static void
json_add (JsonBuilder *builder, const char *member, const char *json)
{
  g_autoptr (JsonNode) node = *json != '\0' ? json_from_string (json, NULL) : NULL;

  json_builder_set_member_name (builder, member);
  if (node != NULL)
    json_builder_add_value (builder, g_steal_pointer (&node));
  else
    json_builder_add_null_value (builder);
}

static int
findings (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvNomination) self = load (cli, argv[0], &error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvEligibility) today = NULL;
  g_autoptr (BvFrozenFindings) frozen = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (self == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  regimes = lease != NULL ? bv_regime_set_load (bv_lease_connection (lease), &error) : NULL;
  if (regimes != NULL)
    today = bv_nomination_judge_now (bv_lease_connection (lease), regimes, self->id, &error);
  if (today == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (*self->findings != '\0')
    {
      frozen = bv_frozen_findings_parse (self->findings, &error);
      if (frozen == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      changes = bv_findings_compare (frozen, today);
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
      g_autofree char *now = bv_eligibility_to_json (today, NULL);

      bv_cli_json_int (builder, "nomination", self->id);
      json_add (builder, "submitted", self->findings);
      json_add (builder, "today", now);
      json_changes (builder, changes);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
      return BV_CLI_OK;
    }
  printf ("%s, %s\n", self->name_printed, bv_cli_title_label (self->form_code));
  if (frozen != NULL)
    {
      g_autofree char *day = bv_date_of_moment (frozen->when);
      g_autofree char *shown = bv_date_format_short (day);

      printf ("\n");
      printf (_ ("When submitted (%s): %s"), shown, bv_verdict_get_label (frozen->verdict));
      printf ("\n");
      print_findings (frozen->findings, 0);
      print_changes (changes);
      return BV_CLI_OK;
    }
  printf ("\n");
  printf (_ ("Today: %s"), bv_verdict_get_label (today->verdict));
  printf ("\n");
  if (*today->reason != '\0')
    printf ("  %s\n", today->reason);
  print_findings (today->findings, 0);
  return BV_CLI_OK;
}

const BvCliVerb bv_cli_nomination_verbs[] = {
  { "add", add, 2, G_MAXINT, TRUE },
  { "propose", propose, 1, 1, TRUE },
  { "set", set, 1, 1, TRUE },
  { "remove", remove_them, 1, G_MAXINT, TRUE },
  { "return", return_it, 1, 1, TRUE },
  { "withdraw", withdraw, 1, 1, TRUE },
  { "again", again, 1, 1, TRUE },
  { "attestations", attestations, 1, 1, FALSE },
  { "attest", attest, 3, 3, TRUE },
  { "attest-all", attest_all, 1, 1, TRUE },
  { "initiatives", initiatives, 1, 1, FALSE },
  { "back", back, 2, 2, TRUE },
  { "unback", unback, 2, 2, TRUE },
  { "report", report, 2, 2, TRUE },
  { "findings", findings, 1, 1, FALSE },
  { NULL, NULL, 0, 0, FALSE },
};
