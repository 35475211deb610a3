// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli nomination evidence …, holidays …: papers of nominations, and the calendar of working days. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-nomination.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-evidence.h"
#include "merit/bv-working-days.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

/* ── evidence ────────────────────────────────────────────────────────────────────────────── */

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *heads[] = { _ (">Id"), _ ("Kind"), _ ("File"), _ (">Size"), _ ("Added on"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  gint64 nomination_id;

  if (!bv_cli_read_record_id (argv[0], &nomination_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    papers = bv_evidence_list (bv_lease_connection (lease), nomination_id, &error);
  if (papers == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < papers->len; i++)
    {
      const BvEvidence *paper = g_ptr_array_index (papers, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, paper->id);
      g_autofree char *size = g_format_size_full ((guint64) paper->size, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *added = bv_date_format_short (paper->added_on);
      const char *cells[] = { id, bv_choice_label (bv_evidence_kinds, paper->kind), paper->name,
                              size, added };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", paper->id);
      bv_cli_json_text (builder, "kind", paper->kind);
      bv_cli_json_text (builder, "name", paper->name);
      bv_cli_json_text (builder, "media_type", paper->media_type);
      bv_cli_json_int (builder, "size", paper->size);
      bv_cli_json_text (builder, "sha256", paper->sha256);
      bv_cli_json_text (builder, "added", paper->added_on);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

typedef struct
{
  gint64 nomination_id;
  const char *kind; /* NULL: by the name of the file */
  const char *note;
  GPtrArray *files; /* (element-type BvEvidenceFile) */
  GArray *ids;
} Papers;

static const char *
get_kind (const Papers *papers, guint i)
{
  const BvEvidenceFile *file = g_ptr_array_index (papers->files, i);

  return papers->kind != NULL ? papers->kind : bv_evidence_guess_kind (file->name);
}

static gboolean
add_papers_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Papers *papers = user_data;

  for (guint i = 0; i < papers->files->len; i++)
    {
      gint64 id;

      if (!bv_evidence_add (connection, papers->nomination_id, get_kind (papers, i),
                            g_ptr_array_index (papers->files, i), papers->note, &id, error))
        return FALSE;
      g_array_append_val (papers->ids, id);
    }
  return TRUE;
}

/* All of them or none. */
static int
add_several (BvCli *cli, Papers *papers)
{
  const BvEvidenceFile *first = g_ptr_array_index (papers->files, 0);
  g_autofree char *title = papers->files->len == 1
                             ? g_strdup_printf (_ ("Add the paper “%s”"), first->name)
                             : g_strdup_printf (_ ("Add %u papers"), papers->files->len);
  g_autoptr (GError) error = NULL;
  gint64 act;

  if (!bv_store_act (cli->store, title, BV_ACT_NONE, add_papers_act, papers, cli->cancellable, &act,
                     &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < papers->ids->len; i++)
    {
      gint64 id = g_array_index (papers->ids, gint64, i);
      g_autofree char *text = g_strdup_printf (
        _ ("Paper #%d is kept: %s."), (int) id,
        bv_choice_label (bv_evidence_kinds, get_kind (papers, i)));

      bv_cli_say_act (cli, act, "paper", id, text);
    }
  return BV_CLI_OK;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GPtrArray)
    files = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_evidence_file_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  Papers papers = { .kind = options->kind, .note = options->note, .files = files, .ids = ids };

  if (!bv_cli_read_record_id (argv[0], &papers.nomination_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) path = g_file_new_for_commandline_arg (argv[i]);
      BvEvidenceFile *file = bv_evidence_file_read (path, cli->cancellable, &error);

      if (file == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_ptr_array_add (files, file);
    }
  return add_several (cli, &papers);
}

static int
save (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (options->output == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file by --output FILE"));
  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_evidence_save_to (cli->store, id, options->output, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_say (cli, _ ("Written: %s"), options->output);
  return BV_CLI_OK;
}

static int
remove_them (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < argc; i++)
    {
      gint64 id, act;

      if (!bv_cli_read_record_id (argv[i], &id, &error)
          || !bv_evidence_remove_act (cli->store, id, &act, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say_act (cli, act, "paper", id, _ ("The paper is removed."));
    }
  return BV_CLI_OK;
}

static int
set_kind (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id, act;

  if (!bv_choice_has (bv_evidence_kinds, argv[1]))
    return bv_cli_usage (cli,
                         _ ("there is no kind of paper “%s”: report, minutes, initiative, award, "
                            "rating, opinion, movement or other"),
                         argv[1]);
  if (!bv_cli_read_record_id (argv[0], &id, &error)
      || !bv_evidence_set_kind_act (cli->store, id, argv[1], &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "paper", id, _ ("The paper is of another kind now."));
}

/* ── holidays ────────────────────────────────────────────────────────────────────────────── */

static int
list_holidays (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);
  g_autoptr (BvWorkingDays) days = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int year = bv_cli_year (options->year);
  const char *heads[] = { _ ("Date"), _ ("Day"), _ ("Name"), _ ("Source"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  if (lease != NULL)
    days = bv_working_days_load (bv_lease_connection (lease), &error);
  if (days == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  all = bv_working_days_list (days, year);
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const BvHoliday *day = g_ptr_array_index (all, i);
      g_autofree char *date = bv_date_format_short (day->on_date);
      const char *cells[] = { date, day->is_off ? _ ("off") : _ ("worked"), day->name,
                              day->is_own        ? _ ("the office")
                              : day->is_verified ? _ ("built in")
                                                 : _ ("built in, not verified") };

      bv_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      bv_cli_json_text (builder, "date", day->on_date);
      bv_cli_json_text (builder, "name", day->name);
      json_builder_set_member_name (builder, "is_off");
      json_builder_add_boolean_value (builder, day->is_off);
      json_builder_set_member_name (builder, "is_verified");
      json_builder_add_boolean_value (builder, day->is_verified);
      json_builder_set_member_name (builder, "is_own");
      json_builder_add_boolean_value (builder, day->is_own);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  else
    bv_cli_table_print (table);
  if (!bv_working_days_knows (days, year))
    bv_cli_warn (cli, _ ("the built-in calendar does not reach %d: add Tết and the days in lieu"),
                 year);
  return bv_working_days_knows (days, year) ? BV_CLI_OK : BV_CLI_FINDINGS;
}

static int
change_day (BvCli *cli, const BvNominationOptions *options, const char *text, gboolean is_off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvHoliday) day = bv_holiday_new ();
  gint64 act;

  day->on_date = bv_date_parse (text, &error);
  if (day->on_date == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  day->is_off = is_off;
  bv_cli_set (&day->name, options->name);
  if (!bv_holiday_save_act (cli->store, day, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "changed", 1, _ ("The calendar is changed."));
}

static int
add_holiday (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;

  return change_day (cli, options, argv[0], TRUE);
}

static int
work_holiday (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvNominationOptions *options = data;

  return change_day (cli, options, argv[0], FALSE);
}

static int
remove_holiday (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = bv_date_parse (argv[0], &error);
  gint64 act;

  if (date == NULL || !bv_holiday_delete_act (cli->store, date, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "changed", 1, _ ("The day is as in the built-in calendar."));
}

const BvCliVerb bv_cli_paper_verbs[] = {
  { "evidence list", list, 1, 1, FALSE },
  { "evidence add", add, 2, G_MAXINT, TRUE },
  { "evidence kind", set_kind, 2, 2, TRUE },
  { "evidence save", save, 1, 1, FALSE },
  { "evidence remove", remove_them, 1, G_MAXINT, TRUE },
  { "holidays list", list_holidays, 0, 0, FALSE },
  { "holidays add", add_holiday, 1, 1, TRUE },
  { "holidays work", work_holiday, 1, 1, TRUE },
  { "holidays remove", remove_holiday, 1, 1, TRUE },
  { NULL, NULL, 0, 0, FALSE },
};
