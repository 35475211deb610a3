// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli nomination dossier …: dossiers and the way they go. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-nomination.h"
#include "bv-cli-rows.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-text.h"
#include "merit/bv-dossier-flow.h"
#include "movement/bv-movement.h"

#include <glib/gi18n.h>

/* ── list, due ───────────────────────────────────────────────────────────────────────────── */

static const char *
label_of_state (const char *code)
{
  return bv_choice_label (bv_dossier_states, code);
}

static const char *
label_of_level (const char *code)
{
  BvLevel level;

  return bv_level_from_code (code, &level) ? bv_level_get_label (level) : code;
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  static const BvCliColumn columns[] = {
    { -1, BV_CLI_NUMBER, "id", N_ ("Id"), NULL },
    { BV_DOSSIER_COLUMN_TITLE, BV_CLI_TEXT, "title", N_ ("Title"), NULL },
    { BV_DOSSIER_COLUMN_YEAR, BV_CLI_NUMBER, "year", N_ ("Year"), NULL },
    { BV_DOSSIER_COLUMN_MANNER, BV_CLI_TEXT, "manner", N_ ("Manner"), NULL },
    { BV_DOSSIER_COLUMN_LEVEL, BV_CLI_TEXT, "level", N_ ("Level"), label_of_level },
    { BV_DOSSIER_COLUMN_STATE, BV_CLI_TEXT, "state", N_ ("State"), label_of_state },
    { BV_DOSSIER_COLUMN_RECEIVED_ON, BV_CLI_DATE, "received", N_ ("Received on"), NULL },
    { BV_DOSSIER_COLUMN_N_NOMINATIONS, BV_CLI_NUMBER, "nominations", N_ ("Nominations"), NULL },
    { BV_DOSSIER_COLUMN_PROPOSER, BV_CLI_TEXT, "proposer", N_ ("Proposed by"), NULL },
  };
  const BvDossierFilter filter = { .year = options->year, .state = -1 };

  return bv_cli_print_rows (cli, bv_dossier_source (&filter), columns, G_N_ELEMENTS (columns));
}

static int
due (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *heads[] = { _ (">Id"),    _ ("Title"), _ ("Received on"),
                          _ ("Due on"), _ ("Left"),  _ ("Opinions until"),
                          NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  gboolean is_late = FALSE;

  if (lease != NULL)
    rows = bv_dossier_list_due (bv_lease_connection (lease), NULL, &error);
  if (rows == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const BvDossierDue *row = g_ptr_array_index (rows, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
      g_autofree char *received = bv_date_format_short (row->received_on);
      g_autofree char *due_on = bv_date_format_short (row->due_on);
      g_autofree char *left = bv_dossier_format_days_left (row->days_left);
      g_autofree char *opinion = row->opinion_to != NULL ? bv_date_format_short (row->opinion_to)
                                                         : g_strdup ("");
      const char *cells[] = { id, row->title, received, due_on, left, opinion };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", row->id);
      bv_cli_json_text (builder, "title", row->title);
      bv_cli_json_text (builder, "received", row->received_on);
      bv_cli_json_text (builder, "due", row->due_on);
      bv_cli_json_int (builder, "days_left", row->days_left);
      bv_cli_json_text (builder, "opinion_to", row->opinion_to);
      json_builder_end_object (builder);
      is_late |= row->days_left < 0;
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    bv_cli_table_print (table);
  return is_late ? BV_CLI_FINDINGS : BV_CLI_OK;
}

/* ── add, set ────────────────────────────────────────────────────────────────────────────── */

static gboolean
take_day (BvCli *cli, const char *option, const char *text, char **place)
{
  char *date;

  if (text == NULL)
    return TRUE;
  if (!bv_cli_read_date (cli, option, text, &date))
    return FALSE;
  bv_text_take (place, date);
  return TRUE;
}

/* Fills @self from the options; -1 to go on. */
static int
fill (BvCli *cli, const BvNominationOptions *options, BvDossier *self)
{
  g_autoptr (GError) error = NULL;

  bv_cli_set (&self->title, options->title);
  bv_cli_set (&self->proposal_number, options->number);
  bv_cli_set (&self->note, options->note);
  bv_cli_set (&self->regime_id, options->regime);
  if (options->regime != NULL)
    bv_text_set (&self->regime_reason, options->reason != NULL ? options->reason : "");
  if (options->year != 0)
    self->year = options->year;
  if (options->working_days != 0)
    self->working_days = options->working_days;
  if (options->simplified)
    self->is_simplified = TRUE;
  if (options->manner != NULL && !bv_manner_from_code (options->manner, &self->manner))
    return bv_cli_usage (cli, _ ("there is no manner “%s”: CT, DX, PT, CH, NH, DN or KC"),
                         options->manner);
  if (options->level != NULL && !bv_level_from_code (options->level, &self->level))
    return bv_cli_usage (cli, _ ("there is no level “%s”"), options->level);
  if (!take_day (cli, "received", options->received, &self->received_on)
      || !take_day (cli, "date", options->date, &self->proposal_date)
      || !take_day (cli, "opinion-from", options->opinion_from, &self->opinion_from)
      || !take_day (cli, "opinion-to", options->opinion_to, &self->opinion_to))
    return BV_CLI_USAGE;
  if (options->proposer != NULL
      && !bv_cli_find_subject (cli, options->proposer, BV_SUBJECT_UNIT, &self->proposer_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->movement != NULL)
    {
      g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);

      if (lease == NULL
          || !bv_movement_find (bv_lease_connection (lease), options->movement, &self->movement_id,
                                &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      if (self->movement_id == 0)
        {
          bv_cli_warn (cli, _ ("no movement is called “%s”"), options->movement);
          return BV_CLI_DATA;
        }
    }
  return -1;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (BvDossier) self = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *text = NULL;
  gint64 act;
  int exit_code;

  if (lease != NULL)
    self = bv_dossier_new_draft (bv_lease_connection (lease), bv_date_year (today), &error);
  g_clear_pointer (&lease, bv_lease_free);
  if (self == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = fill (cli, options, self);
  if (exit_code >= 0)
    return exit_code;
  if (!bv_dossier_save_act (cli->store, self, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The dossier is #%d."), (int) self->id);
  return bv_cli_say_act (cli, act, "dossier", self->id, text);
}

static BvDossier *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_find_dossier (cli, text, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_dossier_load (bv_lease_connection (lease), id, error) : NULL;
}

static int
set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) self = load (cli, argv[0], &error);
  gint64 act;
  int exit_code;

  if (self == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = fill (cli, options, self);
  if (exit_code >= 0)
    return exit_code;
  if (!bv_dossier_save_act (cli->store, self, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", self->id, _ ("The dossier is changed."));
}

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvDossier *dossier;
  GPtrArray *nominations;
  BvDossierTotals totals;
  char *due_on;
  int days_left;
  char *law;
  guint n_there;
  guint n_needed;
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->dossier, bv_dossier_free);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  g_free (self->due_on);
  g_free (self->law);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static gboolean
view_load (View *self, BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autoptr (BvWorkingDays) days = NULL;
  g_autofree char *today = bv_date_today ();
  const BvRegime *regime;

  if (regimes == NULL)
    return FALSE;
  self->dossier = bv_dossier_load (connection, id, error);
  if (self->dossier == NULL)
    return FALSE;
  self->nominations = bv_nomination_list (connection, id, error);
  days = bv_working_days_load (connection, error);
  if (self->nominations == NULL || days == NULL
      || !bv_dossier_sum (connection, id, NULL, &self->totals, error)
      || !bv_completeness_count (connection, regimes, id, &self->n_there, &self->n_needed, NULL,
                                 error))
    return FALSE;
  regime = bv_dossier_get_regime (self->dossier, regimes);
  self->law = g_strdup (regime != NULL ? regime->name : "");
  if (bv_dossier_is_running (self->dossier))
    {
      self->due_on = bv_dossier_get_due_on (self->dossier, days);
      self->days_left = bv_working_days_count (days, today, self->due_on);
    }
  return TRUE;
}

static void
print_view_json (const View *self)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  const BvDossier *dossier = self->dossier;

  bv_cli_json_int (builder, "id", dossier->id);
  bv_cli_json_text (builder, "title", dossier->title);
  bv_cli_json_int (builder, "year", dossier->year);
  bv_cli_json_text (builder, "manner", bv_manner_to_code (dossier->manner));
  bv_cli_json_text (builder, "level", bv_level_to_code (dossier->level));
  json_builder_set_member_name (builder, "is_simplified");
  json_builder_add_boolean_value (builder, dossier->is_simplified);
  bv_cli_json_text (builder, "state", bv_dossier_state_to_code (dossier->state));
  bv_cli_json_text (builder, "received", dossier->received_on);
  bv_cli_json_text (builder, "due", self->due_on);
  bv_cli_json_text (builder, "law", self->law);
  bv_cli_json_text (builder, "number", dossier->proposal_number);
  bv_cli_json_text (builder, "date", dossier->proposal_date);
  bv_cli_json_text (builder, "return_reason", dossier->return_reason);
  bv_cli_json_int (builder, "bonus", self->totals.bonus);
  bv_cli_json_int (builder, "papers_there", self->n_there);
  bv_cli_json_int (builder, "papers_needed", self->n_needed);
  json_builder_set_member_name (builder, "nominations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (self->nominations, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", nomination->id);
      bv_cli_json_int (builder, "line", nomination->position);
      bv_cli_json_text (builder, "name", nomination->name_printed);
      bv_cli_json_text (builder, "detail", nomination->detail_printed);
      bv_cli_json_text (builder, "form", nomination->form_code);
      bv_cli_json_text (builder, "achievement", nomination->achievement);
      bv_cli_json_text (builder, "state", bv_nomination_states[nomination->state].code);
      bv_cli_json_text (builder, "reason", nomination->return_reason);
      bv_cli_json_text (builder, "override", nomination->override_reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
print_view (const View *self)
{
  const char *heads[] = { _ (">Id"),   _ (">Line"), _ ("Name"), _ ("Post, unit, address"),
                          _ ("Award"), _ ("State"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autofree char *bonus = bv_money_format (self->totals.bonus);
  const BvDossier *dossier = self->dossier;

  printf ("%s\n%s · %d · %s · %s\n", dossier->title, bv_dossier_state_get_label (dossier->state),
          dossier->year, bv_manner_get_label (dossier->manner),
          bv_level_get_label (dossier->level));
  if (*self->law != '\0')
    printf ("%s\n", self->law);
  if (self->due_on != NULL)
    {
      g_autofree char *day = bv_date_format_short (self->due_on);
      g_autofree char *left = bv_dossier_format_days_left (self->days_left);

      printf (_ ("Appraisal until %s: %s"), day, left);
      printf ("\n");
    }
  if (*dossier->return_reason != '\0')
    {
      printf (_ ("Returned: %s"), dossier->return_reason);
      printf ("\n");
    }
  printf ("\n");
  for (guint i = 0; i < self->nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (self->nominations, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, nomination->id);
      g_autofree char *line = g_strdup_printf ("%d", nomination->position);
      const char *cells[] = { id,
                              line,
                              nomination->name_printed,
                              nomination->detail_printed,
                              bv_cli_title_label (nomination->form_code),
                              bv_choice_label (bv_nomination_states,
                                               bv_nomination_states[nomination->state].code) };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
  printf ("\n");
  printf (_ ("Bonus by today's law: %s"), bonus);
  printf ("\n");
  printf (_ ("Papers: %u of %u are there."), self->n_there, self->n_needed);
  printf ("\n");
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_auto (View) view = { 0 };
  gint64 id;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL || !view_load (&view, bv_lease_connection (lease), id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_view_json (&view);
  else
    print_view (&view);
  return BV_CLI_OK;
}

/* ── The states ──────────────────────────────────────────────────────────────────────────── */

static int
submit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_dossier_submit_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id,
                         _ ("The dossier is submitted and its findings are frozen."));
}

static int
take_back (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_dossier_take_back_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id, _ ("The dossier is a draft again."));
}

static int
return_it (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_dossier_return_act (cli->store, id, options->reason, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id, _ ("The dossier is returned."));
}

static int
accept (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_dossier_accept_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id, _ ("The dossier is accepted."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error)
      || !bv_dossier_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "dossier", id,
                         _ ("The dossier and its nominations are deleted."));
}

/* ── completeness ────────────────────────────────────────────────────────────────────────── */

static gboolean
show_meters (BvCli *cli,
             BvConnection *connection,
             gint64 id,
             JsonBuilder *builder,
             gboolean *is_complete,
             GError **error)
{
  g_autoptr (BvCompleteness) own = bv_completeness_of_dossier (connection, id, error);
  g_autoptr (BvDossier) dossier = own != NULL ? bv_dossier_load (connection, id, error) : NULL;
  g_autoptr (GPtrArray) all = dossier != NULL ? bv_nomination_list (connection, id, error) : NULL;
  g_autoptr (BvRegimeSet) regimes = all != NULL ? bv_regime_set_load (connection, error) : NULL;
  g_autoptr (GPtrArray) meters = regimes != NULL
                                   ? bv_completeness_list (connection, regimes, dossier, all, error)
                                   : NULL;

  if (meters == NULL)
    return FALSE;
  *is_complete = own->n_there == own->n_needed;
  bv_cli_json_meter (builder, own);
  if (!cli->json)
    bv_cli_print_meter (dossier->title, own);
  json_builder_set_member_name (builder, "nominations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (all, i);
      const BvCompleteness *meter = g_ptr_array_index (meters, i);
      g_autofree char *heading = NULL;

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      heading = g_strdup_printf ("#%d %s, %s", (int) nomination->id, nomination->name_printed,
                                 bv_cli_title_label (nomination->form_code));
      *is_complete &= meter->n_there == meter->n_needed;
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", nomination->id);
      bv_cli_json_text (builder, "name", nomination->name_printed);
      bv_cli_json_meter (builder, meter);
      json_builder_end_object (builder);
      if (!cli->json)
        bv_cli_print_meter (heading, meter);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static int
completeness (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  gboolean is_complete;
  gint64 id;

  if (!bv_cli_find_dossier (cli, argv[0], &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL
      || !show_meters (cli, bv_lease_connection (lease), id, builder, &is_complete, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_end_object (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  return is_complete ? BV_CLI_OK : BV_CLI_FINDINGS;
}

const BvCliVerb bv_cli_dossier_verbs[] = {
  { "dossier list", list, 0, 0, FALSE },
  { "dossier add", add, 0, 0, TRUE },
  { "dossier set", set, 1, 1, TRUE },
  { "dossier show", show, 1, 1, FALSE },
  { "dossier submit", submit, 1, 1, TRUE },
  { "dossier take-back", take_back, 1, 1, TRUE },
  { "dossier return", return_it, 1, 1, TRUE },
  { "dossier accept", accept, 1, 1, TRUE },
  { "dossier delete", delete, 1, 1, TRUE },
  { "due", due, 0, 0, FALSE },
  { "completeness", completeness, 1, 1, FALSE },
  { NULL, NULL, 0, 0, FALSE },
};
