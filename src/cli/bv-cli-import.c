// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli import: the import assistant without a window. Nothing is written while a row is wrong,
 * unless --partial says so. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "exchange/bv-import.h"
#include "movement/bv-movement.h"

#include <glib/gi18n.h>

/* A terminal is no place for more; errors come before warnings. */
#define MAX_FINDINGS 50

typedef struct
{
  char *decision;
  char *form;
  char *achievement;
  char *movement;
  char *unit;
  int year;
  int sheet;
  char *encoding;
  char **maps;
  char *effective;
  gboolean dry_run;
  gboolean partial;
  gboolean no_update;
  gboolean no_units;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->decision);
  g_free (options->form);
  g_free (options->achievement);
  g_free (options->movement);
  g_free (options->unit);
  g_free (options->encoding);
  g_strfreev (options->maps);
  g_free (options->effective);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *const encodings[BV_N_ENCODINGS] = { "utf-8", "utf-16le", "utf-16be",
                                                       "windows-1258", "tcvn3" };

static gboolean
set_encoding (BvCli *cli, BvImport *import, const char *name, GError **error)
{
  for (guint i = 0; i < BV_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (encodings[i], name) == 0)
      return bv_import_set_encoding (import, (BvEncoding) i, cli->cancellable, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("there is no encoding “%s”: utf-8, utf-16le, utf-16be, windows-1258 or tcvn3"),
               name);
  return FALSE;
}

/* "C=birth": the column by its letter, the field by its code; "C=" leaves the column out. */
static gboolean
set_map (BvImport *import, const char *map, GError **error)
{
  const char *equals = strchr (map, '=');
  g_autofree char *wanted = equals != NULL ? g_strndup (map, equals - map) : NULL;

  for (guint i = 0; wanted != NULL && i < bv_import_get_n_columns (import); i++)
    {
      g_autofree char *letter = bv_import_get_column_letter (import, i);

      if (g_ascii_strcasecmp (letter, wanted) == 0)
        return bv_import_set_column_field (import, i, equals[1] != '\0' ? equals + 1 : NULL, error);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” names no column: write as in --map C=birth"), map);
  return FALSE;
}

static gboolean
find_movement (BvCli *cli, const char *name, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  if (lease == NULL || !bv_movement_find (bv_lease_connection (lease), name, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("no movement is called “%s”"),
                 name);
  return *id != 0;
}

static gboolean
set_options (BvCli *cli, BvImport *import, const Options *options, GError **error)
{
  gint64 decision = 0;
  gint64 movement = 0;
  gint64 unit = 0;

  if (options->encoding != NULL && !set_encoding (cli, import, options->encoding, error))
    return FALSE;
  if (options->sheet > 0)
    {
      if ((guint) options->sheet > bv_import_get_n_sheets (import))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("the file has %u sheets only"), bv_import_get_n_sheets (import));
          return FALSE;
        }
      if (!bv_import_set_sheet (import, (guint) options->sheet - 1, cli->cancellable, error))
        return FALSE;
    }
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    if (!set_map (import, options->maps[i], error))
      return FALSE;
  if ((options->decision != NULL
       && !bv_cli_find_decision (cli, options->decision, &decision, error))
      || (options->movement != NULL && !find_movement (cli, options->movement, &movement, error))
      || (options->unit != NULL
          && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &unit, error)))
    return FALSE;
  bv_import_set_decision (import, decision);
  bv_import_set_award_defaults (import, options->form, options->achievement);
  bv_import_set_indicator_defaults (import, movement, unit, options->year);
  bv_import_set_effective_date (import, options->effective);
  bv_import_set_update (import, !options->no_update);
  bv_import_set_create_units (import, !options->no_units);
  return TRUE;
}

static void
print_json (BvImport *import, const BvImportCounts *counts, gint64 act)
{
  static const char *const members[BV_N_IMPORT_ROW_STATUSES] = { "new", "updated", "unchanged",
                                                                 "skipped", "errors" };
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_text (builder, "file", bv_import_get_file_name (import));
  bv_cli_json_int (builder, "act", act);
  bv_cli_json_int (builder, "rows", counts->n_rows);
  for (guint i = 0; i < BV_N_IMPORT_ROW_STATUSES; i++)
    bv_cli_json_int (builder, members[i], counts->n[i]);
  bv_cli_json_int (builder, "new_units", counts->n_new_units);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bv_import_get_n_findings (import); i++)
    {
      const BvImportFinding *finding = bv_import_get_finding (import, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "row", finding->row_number);
      if (finding->column >= 0)
        {
          g_autofree char *letter = bv_import_get_column_letter (import, (guint) finding->column);

          bv_cli_json_text (builder, "column", letter);
        }
      bv_cli_json_text (builder, "severity",
                        finding->severity == BV_IMPORT_ERROR ? "error" : "warning");
      bv_cli_json_text (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

/* The findings of one severity, at most what is left of MAX_FINDINGS; gives how many were not told. */
static guint
print_findings (BvCli *cli, BvImport *import, BvImportSeverity severity, guint *left)
{
  guint n_more = 0;

  for (guint i = 0; i < bv_import_get_n_findings (import); i++)
    {
      const BvImportFinding *finding = bv_import_get_finding (import, i);
      g_autofree char *sentence = NULL;

      if (finding->severity != severity)
        continue;
      if (*left == 0)
        {
          n_more++;
          continue;
        }
      (*left)--;
      sentence = bv_import_format_finding (import, finding);
      bv_cli_warn (cli, "%s: %s", bv_import_get_file_name (import), sentence);
    }
  return n_more;
}

/* "C (Vào Đảng), F (Ghi chú)": columns with a header that nothing is read from, but for numbers of lines. */
static char *
list_left_out (BvImport *import)
{
  static const char *const numbering[] = { "", "stt", "tt", "so tt", "so thu tu", NULL };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < bv_import_get_n_columns (import); i++)
    {
      const char *header = bv_import_get_column_header (import, i);
      g_autofree char *letter = bv_import_get_column_letter (import, i);
      g_autofree char *fold = bv_text_fold (header);

      if (bv_import_get_column_field (import, i) == NULL && !g_strv_contains (numbering, fold))
        g_string_append_printf (list, "%s%s (%s)", list->len > 0 ? ", " : "", letter, header);
    }
  return g_string_free (list, FALSE);
}

static void
print_plan (BvCli *cli, BvImport *import, const BvImportCounts *counts)
{
  g_autofree char *file = bv_import_describe_file (import);
  g_autofree char *sums = bv_import_counts_format (counts);
  g_autofree char *left_out = NULL;
  guint left = MAX_FINDINGS;
  guint n_more;

  if (cli->json)
    return;
  n_more = print_findings (cli, import, BV_IMPORT_ERROR, &left);
  n_more += print_findings (cli, import, BV_IMPORT_WARNING, &left);
  if (n_more > 0)
    bv_cli_warn (cli,
                 ngettext ("and %u more finding; --json tells all",
                           "and %u more findings; --json tells all", n_more),
                 n_more);
  bv_cli_say (cli, "%s: %s", bv_import_get_file_name (import), file);
  left_out = list_left_out (import);
  if (*left_out != '\0')
    bv_cli_say (cli, _ ("Columns not imported: %s; --map names what they hold"), left_out);
  bv_cli_say (cli, "%s", sums);
}

static int
run (BvCli *cli, BvImport *import, const Options *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  BvImportCounts counts;
  gboolean has_errors;
  gint64 act = 0;

  bv_import_set_progress (import, bv_cli_progress, cli);
  if (!bv_import_load (import, path, cli->cancellable, &error)
      || !set_options (cli, import, options, &error) || !bv_import_check_mapping (import, &error)
      || !bv_import_check (import, cli->cancellable, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_import_get_counts (import, &counts);
  print_plan (cli, import, &counts);
  has_errors = counts.n[BV_IMPORT_ROW_ERROR] > 0;
  if (!options->dry_run && (!has_errors || options->partial)
      && !bv_import_commit (import, &act, cli->cancellable, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (import, &counts, act);
  if (has_errors && !options->partial)
    bv_cli_warn (cli, "%s",
                 _ ("nothing was imported; mend the rows, or import the others with --partial"));
  else if (options->dry_run)
    bv_cli_say (cli, "%s", _ ("Nothing was imported (--dry-run)."));
  else if (act == 0)
    bv_cli_say (cli, "%s", _ ("Everything was there already."));
  else
    {
      g_autofree char *title = bv_import_get_title (import);

      bv_cli_say (cli, "%s", title);
    }
  return has_errors || (act == 0 && !options->dry_run) ? BV_CLI_FINDINGS : BV_CLI_OK;
}

int
bv_cli_import (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Check and tell, write nothing"),
      NULL },
    { "partial", 0, 0, G_OPTION_ARG_NONE, &options.partial,
      N_ ("Leave rows with errors out and import the others"), NULL },
    { "decision", 'd', 0, G_OPTION_ARG_STRING, &options.decision,
      N_ ("awards: the decision whose list it is"), N_ ("DECISION") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_ ("awards: the award of rows that name none"), N_ ("CODE") },
    { "achievement", 0, 0, G_OPTION_ARG_STRING, &options.achievement,
      N_ ("awards: the achievement of rows that name none"), N_ ("TEXT") },
    { "movement", 0, 0, G_OPTION_ARG_STRING, &options.movement,
      N_ ("indicators: the movement of new ones"), N_ ("NAME") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("indicators: whose figures they are"),
      N_ ("UNIT") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year,
      N_ ("indicators: the year of columns that name none; ratings: of rows"), N_ ("YEAR") },
    { "effective", 0, 0, G_OPTION_ARG_STRING, &options.effective,
      N_ ("people: from when a changed unit counts (today)"), N_ ("DATE") },
    { "sheet", 0, 0, G_OPTION_ARG_INT, &options.sheet,
      N_ ("The sheet of an XLSX, from 1 (the one that fits best)"), N_ ("NUMBER") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_ ("Of a CSV: utf-8, utf-16le, utf-16be, windows-1258 or tcvn3"), N_ ("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("What a column holds, when its header does not tell: C=birth"), N_ ("COLUMN=FIELD") },
    { "no-update", 0, 0, G_OPTION_ARG_NONE, &options.no_update,
      N_ ("Leave records that are there as they are"), NULL },
    { "no-new-units", 0, 0, G_OPTION_ARG_NONE, &options.no_units,
      N_ ("Make no units that the register does not know"), NULL },
    { NULL },
  };
  g_autoptr (BvImport) import = NULL;
  g_autofree char *effective = NULL;
  BvImportTarget target;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("WHAT TABLE"),
    _ ("Reads people, units, households, awards, indicators or ratings (WHAT) from a CSV or XLSX "
       "file (TABLE), as one act that one undo takes back."),
    NULL, entries, 2, 2);

  if (exit_code >= 0)
    return exit_code;
  if (!bv_import_target_from_code (argv[1], &target))
    return bv_cli_usage (
      cli, _ ("“%s” cannot be imported: people, units, households, awards, indicators or ratings"),
      argv[1]);
  if (!bv_cli_read_date (cli, "effective", options.effective, &effective))
    return BV_CLI_USAGE;
  g_free (options.effective);
  options.effective = g_steal_pointer (&effective);
  if (!bv_cli_open (cli, BV_STORE_OPEN, &exit_code))
    return exit_code;
  import = bv_import_new (cli->store, target);
  return run (cli, import, &options, argv[2]);
}
